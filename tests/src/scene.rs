//! A scene: folders of its own, a guest run natively and under callgate, and what came of it.

use crate::guest::{Guests, Variant};
use std::ffi::{OsStr, OsString};
use std::fmt::Write as _;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Standard output.
    pub stdout: String,
    /// Standard error: of callgate and of the guest.
    pub stderr: String,
    /// Exit code, or 128 + signal.
    pub code: i32,
}

impl Outcome {
    fn of(output: &std::process::Output) -> Outcome {
        Outcome {
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
            code: output.status.code().unwrap_or_else(|| 128 + output.status.signal().unwrap_or(0)),
        }
    }

    /// Fails the case unless standard error has the text.
    #[track_caller]
    pub fn says(&self, text: &str) -> &Self {
        assert!(self.stderr.contains(text), "standard error lacks {text:?}\n{self}");
        self
    }

    /// Fails the case when standard error has the text.
    #[track_caller]
    pub fn never_says(&self, text: &str) -> &Self {
        assert!(!self.stderr.contains(text), "standard error has {text:?}\n{self}");
        self
    }

    /// Fails the case unless standard output has the text.
    #[track_caller]
    pub fn prints(&self, text: &str) -> &Self {
        assert!(self.stdout.contains(text), "standard output lacks {text:?}\n{self}");
        self
    }

    /// Fails the case unless the run ended so.
    #[track_caller]
    pub fn ends(&self, code: i32) -> &Self {
        assert!(self.code == code, "ended with {} instead of {code}\n{self}", self.code);
        self
    }
}

impl std::fmt::Display for Outcome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "--- code {}\n--- stdout\n{}\n--- stderr\n{}", self.code, self.stdout, self.stderr)
    }
}

/// A case's own folders, the program and the guests.
#[derive(Debug)]
pub struct Scene {
    base: tempfile::TempDir,
    /// What all cases share: the program, the guests, the examples and their tools.
    pub stage: PathBuf,
    /// The guests.
    pub guests: Guests,
}

/// A policy that judges every open and denies none of those a guest makes: supervision without effect.
pub const JUDGE_ALL: &str = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"**/forbidden-*\"]\n\
    [net]\ndeny.listen = [\"tcp:*:1\"]\ndeny.connect = [\"tcp:*:1\", \"unix:/nowhere/*\"]\ndeny.bind = [\"unix:/nowhere/*\"]\n";

/// The same by an allow-list.
pub const ALLOW_LIST: &str = "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [\"/\"]\nexec = [\"/\"]\n\
    write = [{ at = \"/\", except = [\"**/forbidden-*\"] }]\n[net]\nlisten = [\"tcp:*:*\", \"unix:/\", \"unix:@*\"]\n\
    connect = [\"tcp:*:*\", \"udp:*:*\", \"unix:/\", \"unix:@*\"]\nbind = [\"udp:*:*\"]\nsend = [\"unix:/\", \"unix:@*\"]\n";

/// What a run around another one judges: all, and denies none of it.
const OUTER: &str = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"**/named-by-nobody\"]\n\
    [net]\ndeny.listen = [\"tcp:*:2\"]\ndeny.connect = [\"tcp:*:2\", \"unix:/named-by-nobody/*\"]\n";

impl Scene {
    /// Fresh folders, the program and guests of `stage`.
    pub fn new(stage: &Path) -> Scene {
        let base = tempfile::Builder::new().prefix("cg-").tempdir().expect("a temporary folder");
        // The target's own path must be one that resolution leaves alone.
        let scene = Scene { base, stage: stage.to_owned(), guests: Guests::at(&stage.join("guests")) };
        scene.reset();
        fs::create_dir_all(scene.path("policy")).expect("the policy folder");
        scene
    }

    /// A path among the scene's folders: `w` is the start folder, `home`, `tmp`, `policy`, `state`.
    pub fn path(&self, below: &str) -> PathBuf {
        self.base.path().canonicalize().expect("the scene exists").join(below)
    }

    /// The start folder.
    pub fn work(&self) -> PathBuf {
        self.path("w")
    }

    /// Empties the folders that a guest may have changed.
    pub fn reset(&self) {
        for folder in ["w", "home", "tmp", "state"] {
            let path = self.path(folder);
            let _ = fs::remove_dir_all(&path);
            fs::create_dir_all(&path).expect("a folder of the scene");
        }
    }

    /// Writes a file below the start folder.
    pub fn put(&self, below: &str, text: &str) -> PathBuf {
        let path = self.work().join(below);
        fs::create_dir_all(path.parent().expect("below the start folder")).expect("its folder");
        fs::write(&path, text).expect("the file");
        path
    }

    /// Writes the policy and returns its file.
    pub fn policy(&self, text: &str) -> PathBuf {
        let file = self.path("policy/policy.toml");
        fs::write(&file, text).expect("the policy file");
        file
    }

    /// A command in the start folder with the scene's environment and nothing else.
    pub fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(self.work())
            .env_clear()
            .env("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin")
            .env("HOME", self.path("home"))
            .env("TMPDIR", self.path("tmp"))
            .env("XDG_STATE_HOME", self.path("state"))
            .env("LC_ALL", "C")
            .stdin(Stdio::null());
        for name in ["CALLGATE_CASE", "CALLGATE_ROUNDS", "CALLGATE_STAGE", "RUST_BACKTRACE"] {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        command
    }

    /// `callgate` itself.
    pub fn callgate(&self) -> Command {
        self.command(&self.stage.join("callgate"))
    }

    /// `callgate run -p POLICY --json events.jsonl -- program args`, ready to be started.
    pub fn run_command<S: AsRef<OsStr>>(&self, policy: &str, program: &Path, args: &[S]) -> Command {
        let file = self.policy(policy);
        let mut command = self.callgate();
        command.arg("run").arg("-p").arg(file).arg("--json").arg(self.path("events.jsonl"));
        match engine().as_deref() {
            Some("nested") => command = self.inside(&command),
            Some(engine) => {
                command.args(["--engine", engine]);
            }
            None => {}
        }
        command.arg("--").arg(program).args(args);
        command
    }

    /// The command inside another run, which judges as much and denies nothing.
    pub fn inside(&self, command: &Command) -> Command {
        let file = self.path("policy/outer.toml");
        fs::write(&file, OUTER).expect("the policy file");
        let mut outer = self.callgate();
        outer.args(["run", "--quiet", "-p"]).arg(file).arg("--");
        outer.arg(command.get_program()).args(command.get_args());
        outer
    }

    /// The events of the last supervised run.
    pub fn events(&self) -> Vec<serde_json::Value> {
        let text = fs::read_to_string(self.path("events.jsonl")).unwrap_or_default();
        text.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
    }

    /// Runs a command to its end.
    pub fn finish(&self, command: &mut Command) -> Outcome {
        let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        Outcome::of(&output)
    }

    /// Runs a program natively.
    pub fn native<S: AsRef<OsStr>>(&self, program: &Path, args: &[S]) -> Outcome {
        self.finish(self.command(program).args(args))
    }

    /// Runs a program under a policy.
    pub fn supervised<S: AsRef<OsStr>>(&self, policy: &str, program: &Path, args: &[S]) -> Outcome {
        self.finish(&mut self.run_command(policy, program, args))
    }

    /// Runs a guest natively and under each policy, from the same start each time, and fails the case
    /// unless what it printed and how it ended are the same byte for byte. Returns the native outcome.
    #[track_caller]
    pub fn same(&self, guest: &str, variants: &[Variant], args: &[&str], set_up: &dyn Fn(&Scene)) -> Outcome {
        self.same_under(&[JUDGE_ALL, ALLOW_LIST], guest, variants, args, set_up)
    }

    /// As [`Scene::same`], under policies of the caller.
    #[track_caller]
    pub fn same_under(
        &self,
        policies: &[&str],
        guest: &str,
        variants: &[Variant],
        args: &[&str],
        set_up: &dyn Fn(&Scene),
    ) -> Outcome {
        self.same_but(&[], policies, guest, variants, args, set_up)
    }

    /// As [`Scene::same_under`], but for differences that `docs/semantics.md` states: (a line as natively, the
    /// same line supervised). A difference that is no longer there fails the case too.
    #[track_caller]
    pub fn same_but(
        &self,
        documented: &[(&str, &str)],
        policies: &[&str],
        guest: &str,
        variants: &[Variant],
        args: &[&str],
        set_up: &dyn Fn(&Scene),
    ) -> Outcome {
        let mut last = None;
        for &variant in variants {
            let program = self.guests.find(guest, variant);
            self.reset();
            set_up(self);
            let native = self.native(&program, args);
            assert!(!native.stdout.is_empty(), "{guest} ({variant:?}) printed nothing natively\n{native}");
            let expected = with_differences(&native.stdout, documented);
            for policy in policies {
                self.reset();
                set_up(self);
                let supervised = self.supervised(policy, &program, args);
                assert!(
                    supervised.stdout == expected && supervised.code == native.code,
                    "{guest} {args:?} ({variant:?}) differs under\n{policy}\n{}\n=== supervised\n{supervised}",
                    difference(&expected, &supervised.stdout)
                );
            }
            last = Some(native);
        }
        last.expect("at least one variant")
    }
}

/// The engine of a case that runs under each; `None` leaves it to callgate.
pub fn engine() -> Option<String> {
    std::env::var("CALLGATE_ENGINE").ok()
}

/// What a program prints supervised, from what it prints natively and the documented differences.
pub fn with_differences(native: &str, documented: &[(&str, &str)]) -> String {
    let mut expected = String::new();
    for line in native.split_inclusive('\n') {
        let text = line.strip_suffix('\n').unwrap_or(line);
        let known = documented.iter().find(|(natively, _)| *natively == text);
        expected.push_str(known.map_or(text, |(_, supervised)| supervised));
        expected.push_str(&line[text.len()..]);
    }
    for (natively, _) in documented {
        assert!(native.lines().any(|line| line == *natively), "natively there is no line `{natively}`");
    }
    expected
}

/// The lines that differ, natively (-) and supervised (+).
fn difference(native: &str, supervised: &str) -> String {
    let mut text = String::from("=== - native, + supervised\n");
    let mut left = native.lines();
    let mut right = supervised.lines();
    loop {
        match (left.next(), right.next()) {
            (None, None) => return text,
            (a, b) if a == b => {}
            (a, b) => {
                if let Some(a) = a {
                    let _ = writeln!(text, "- {a}");
                }
                if let Some(b) = b {
                    let _ = writeln!(text, "+ {b}");
                }
            }
        }
    }
}

/// Attack rounds: `CALLGATE_ROUNDS`, else a number that a developer's machine does in a second or two.
pub fn rounds() -> u32 {
    std::env::var("CALLGATE_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(200)
}

/// What random tests begin with: `CALLGATE_SEED`, else always the same.
pub fn seed() -> u64 {
    std::env::var("CALLGATE_SEED").map_or(1, |seed| seed.parse().expect("CALLGATE_SEED is a number"))
}

/// A path as an argument.
pub fn os(path: &Path) -> OsString {
    OsStr::from_bytes(path.as_os_str().as_bytes()).to_owned()
}
