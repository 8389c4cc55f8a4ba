//! Running the floor and callgate by turns.

use anyhow::{Context, bail, ensure};
use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Turns that each side takes; the median of them counts.
const TURNS: usize = 9;
/// Opens a turn.
const OPENS: u32 = 20_000;
/// Calls a turn of those that cost nanoseconds.
const CALLS: u32 = 1_000_000;
/// Starts a turn.
const STARTS: u32 = 40;
/// Turns of a command that is measured as a whole process.
const COSTS: u32 = 7;

/// The programs and policies that are measured.
pub(crate) struct Bench {
    folder: tempfile::TempDir,
    callgate: PathBuf,
    floor: PathBuf,
    /// The floor of the ptrace engine.
    rewrite: PathBuf,
    landlock: PathBuf,
}

/// Medians in nanoseconds.
pub(crate) struct Figures {
    /// Without any filter.
    pub(crate) native: f64,
    /// The least there can be.
    pub(crate) floor: f64,
    /// Under callgate.
    pub(crate) supervised: f64,
}

/// What a command costs as a whole process.
pub(crate) struct Cost {
    /// The median of its turns.
    pub(crate) nanoseconds: f64,
    /// The most that was resident.
    pub(crate) kilobytes: u64,
    /// Its exit code; -1 for a signal.
    pub(crate) code: i32,
}

impl Bench {
    /// Builds callgate, or takes the one that `CALLGATE_BIN` names, and the floor.
    pub(crate) fn prepare() -> anyhow::Result<Bench> {
        let folder = tempfile::tempdir()?;
        let floor = c_program(folder.path(), "floor", &[])?;
        let rewrite = c_program(folder.path(), "rewrite", &[])?;
        let landlock = c_program(folder.path(), "landlock", &[])?;
        let callgate = match std::env::var_os("CALLGATE_BIN") {
            Some(path) => PathBuf::from(path),
            None => build()?,
        };
        // Beside the floor, where every user can run it.
        let copy = folder.path().join("callgate");
        std::fs::copy(callgate, &copy)?;
        std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755))?;
        Ok(Bench { folder, callgate: copy, floor, rewrite, landlock })
    }

    /// The benchmark's own folder.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The program under test.
    pub(crate) fn callgate(&self) -> &Path {
        &self.callgate
    }

    /// The C floor of Landlock.
    pub(crate) fn landlock(&self) -> &Path {
        &self.landlock
    }

    /// The C floor.
    pub(crate) fn floor(&self) -> &Path {
        &self.floor
    }

    fn policy(&self, name: &str, text: &str) -> anyhow::Result<PathBuf> {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text)?;
        Ok(path)
    }

    /// A command with its state below the benchmark's own folder.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.folder.path()).env("XDG_STATE_HOME", self.folder.path());
        command
    }

    fn supervised(&self, policy: &Path) -> Command {
        let mut command = self.command(&self.callgate);
        command.args(["run", "--quiet", "-p"]).arg(policy).arg("--");
        command
    }

    /// openat of an absolute path, read-only, judged by an allow-list with a deny rule that is a glob; by the engine
    /// `notify` or `ptrace`, each beside its own floor.
    pub(crate) fn opens(&self, engine: &str, pinned: bool) -> anyhow::Result<Figures> {
        let text = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"**/.env*\"]\n";
        let policy = self.policy("opens.toml", text)?;
        let cpu = if pinned { "0" } else { "-1" };
        let count = OPENS.to_string();
        let floor = |mode: &str| figure(self.command(&self.floor).args([mode, &count, cpu]));
        let mut turns = Turns::default();
        for _ in 0..TURNS {
            turns.native.push(floor("native")?);
            turns.floor.push(match engine {
                "notify" => floor("notify")?,
                _ => figure(self.command(&self.rewrite).args([&count, cpu]))?,
            });
            let mut command = if pinned {
                // The supervisor's CPU is the target's.
                let mut command = self.command("taskset");
                command.args(["-c", "0"]).arg(&self.callgate);
                command
            } else {
                self.command(&self.callgate)
            };
            command.args(["run", "--quiet", "--engine", engine, "-p"]).arg(&policy).arg("--");
            turns.supervised.push(figure(command.arg(&self.floor).args(["opens", &count, cpu]))?);
        }
        Ok(turns.medians())
    }

    /// A call that the policy allows by its number, beside the shortest filter there is.
    pub(crate) fn allowed_by_number(&self) -> anyhow::Result<Figures> {
        let text = "callgate = 1\n[syscalls]\ndefault = \"allow\"\nerrno.EPERM = [\"@module\", \"@reboot\", \"@swap\", \
            \"ptrace\", \"mprotect(prot & PROT_EXEC != 0)\"]\n";
        let policy = self.policy("calls.toml", text)?;
        let count = CALLS.to_string();
        let mut turns = Turns::default();
        for _ in 0..TURNS {
            turns.native.push(figure(self.command(&self.floor).args(["getppid", &count, "0"]))?);
            turns.floor.push(figure(self.command(&self.floor).args(["allow", &count, "0"]))?);
            let mut command = self.supervised(&policy);
            turns.supervised.push(figure(command.arg(&self.floor).args(["getppid", &count, "0"]))?);
        }
        Ok(turns.medians())
    }

    /// Starting /bin/true and waiting for it, by posix_spawn and by `callgate run`.
    pub(crate) fn start(&self) -> anyhow::Result<Figures> {
        let text = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"**/.env*\"]\n";
        let policy = self.policy("start.toml", text)?;
        let count = STARTS.to_string();
        let start =
            |words: &[&OsStr]| figure(self.command(&self.floor).args(["start", &count, "-1"]).args(words));
        let mut turns = Turns::default();
        let program = OsStr::new("/bin/true");
        for _ in 0..TURNS {
            turns.native.push(start(&[program])?);
            let words = [
                self.callgate.as_os_str(),
                OsStr::new("run"),
                OsStr::new("--quiet"),
                OsStr::new("-p"),
                policy.as_os_str(),
                OsStr::new("--"),
                program,
            ];
            turns.supervised.push(start(&words)?);
        }
        turns.floor.clone_from(&turns.native);
        Ok(turns.medians())
    }

    /// A command's whole process: its time by the median of several turns, and the most memory it held (wait4(2)).
    pub(crate) fn cost(&self, words: &[OsString], input: Option<&Path>) -> anyhow::Result<Cost> {
        let input = match input {
            Some(path) => Stdio::from(std::fs::File::open(path)?),
            None => Stdio::null(),
        };
        let mut command = self.command(&self.floor);
        command.args(["cost", &COSTS.to_string(), "-1"]).args(words).stdin(input);
        let output = command.output()?;
        ensure!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8_lossy(&output.stdout);
        let mut figures = text.split_whitespace();
        let mut next = || figures.next().with_context(|| format!("{command:?} printed {text:?}"));
        Ok(Cost { nanoseconds: next()?.parse()?, kilobytes: next()?.parse()?, code: next()?.parse()? })
    }

    /// Resident memory of the supervisor, in megabytes, while it has 100 processes.
    pub(crate) fn memory(&self) -> anyhow::Result<f64> {
        let text = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"**/.env*\"]\n";
        let policy = self.policy("memory.toml", text)?;
        let mut command = self.supervised(&policy);
        command.arg(&self.floor).args(["hold", "100"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn()?;
        let mut stdin = child.stdin.take().context("no stdin")?;
        let mut lines = BufReader::new(child.stdout.take().context("no stdout")?).lines();
        let ready = lines.next().transpose()?;
        ensure!(ready.as_deref() == Some("ready"), "the processes did not start");
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id()))?;
        stdin.write_all(b"x")?;
        drop(stdin);
        child.wait()?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).context("no VmRSS")?;
        let kilobytes: f64 = line.split_whitespace().nth(1).context("no figure")?.parse()?;
        Ok(kilobytes / 1024.0)
    }
}

/// A program of the folder `floor`, compiled.
pub(crate) fn c_program(folder: &Path, name: &str, flags: &[&str]) -> anyhow::Result<PathBuf> {
    let program = folder.join(name);
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("floor").join(name).with_extension("c");
    let compiler = std::env::var_os("CC").unwrap_or_else(|| "cc".into());
    let status = Command::new(compiler).args(["-O2", "-o"]).arg(&program).arg(source).args(flags).status()?;
    ensure!(status.success(), "{name}.c does not compile");
    Ok(program)
}

/// Builds callgate as `./demo` does: release, static.
fn build() -> anyhow::Result<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["rustc", "--release", "--locked", "--quiet", "--package", "callgate-cli", "--bin", "callgate"])
        .args(["--message-format", "json-render-diagnostics", "--", "-C", "target-feature=+crt-static"])
        .args(["-C", "link-arg=-Wl,-z,pack-relative-relocs"])
        .stderr(Stdio::inherit())
        .output()?;
    ensure!(output.status.success(), "callgate does not build");
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .find_map(|message| message.get("executable")?.as_str().map(PathBuf::from))
        .context("cargo named no executable")
}

/// The number that a program prints.
pub(crate) fn figure(command: &mut Command) -> anyhow::Result<f64> {
    let output = command.stdin(Stdio::null()).output()?;
    if !output.status.success() {
        bail!("{command:?}: {}\n{}", output.status, String::from_utf8_lossy(&output.stderr));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    text.trim().parse().with_context(|| format!("{command:?} printed {text:?}"))
}

/// One side's turns each.
#[derive(Default)]
struct Turns {
    native: Vec<f64>,
    floor: Vec<f64>,
    supervised: Vec<f64>,
}

impl Turns {
    fn medians(self) -> Figures {
        Figures {
            native: median(self.native),
            floor: median(self.floor),
            supervised: median(self.supervised),
        }
    }
}

/// The middle one.
pub(crate) fn median(mut turns: Vec<f64>) -> f64 {
    turns.sort_by(f64::total_cmp);
    turns[turns.len() / 2]
}
