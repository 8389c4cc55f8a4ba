//! `callgate dump` on programs that install filters in every way, compared with the same programs alone.
//!
//! The programs are compiled here; each run is a process of its own, as root where the tests are, and as an
//! ordinary user.

use serde_json::Value;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Output, Stdio};

/// A folder that any user reads and writes, with the program in it.
struct Bench {
    dir: tempfile::TempDir,
}

/// Who runs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum User {
    /// Whoever runs the tests.
    Own,
    /// An ordinary user.
    Nobody,
}

const NOBODY: u32 = 65534;

impl Bench {
    fn new() -> Bench {
        let dir = tempfile::tempdir().unwrap();
        fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o777)).unwrap();
        let bench = Bench { dir };
        assert!(bench.compile("installs", &[]), "cc is needed");
        // Tests of other users need a callgate that they can read.
        // By cp: were the file open for writing here, a test's fork beside this would keep it so, and exec refuse it.
        let mut cp = Command::new("cp");
        let copied = cp.arg(env!("CARGO_BIN_EXE_callgate")).arg(bench.path("callgate")).status().unwrap();
        assert!(copied.success());
        bench
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn compile(&self, name: &str, flags: &[&str]) -> bool {
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/guests/installs.c");
        let mut cc = Command::new("cc");
        cc.args(["-O1", "-pthread", "-o"]).arg(self.path(name)).arg(source).args(flags);
        cc.stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    }

    fn command(&self, program: &Path, user: User) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.dir.path()).stdin(Stdio::null());
        if user == User::Nobody {
            command.uid(NOBODY).gid(NOBODY);
        }
        command
    }

    fn alone(&self, guest: &str, words: &[&str], user: User) -> Output {
        self.command(&self.path(guest), user).args(words).output().unwrap()
    }

    fn dump(&self, guest: &str, words: &[&str], user: User) -> Dumped {
        let log = self.path("dump.json");
        let _ = fs::remove_file(&log);
        let mut command = self.command(&self.path("callgate"), user);
        command
            .args(["dump", "--format", "json", "-o"])
            .arg(&log)
            .arg("--")
            .arg(self.path(guest))
            .args(words);
        let output = command.output().unwrap();
        let json = fs::read(&log).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
        Dumped { json: serde_json::from_slice(&json).unwrap(), output }
    }
}

struct Dumped {
    json: Value,
    output: Output,
}

impl Dumped {
    fn filters(&self) -> &[Value] {
        self.json["filters"].as_array().unwrap()
    }

    fn words(&self) -> String {
        String::from_utf8_lossy(&self.output.stdout).into_owned()
    }
}

fn users() -> &'static [User] {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let root = status.lines().any(|line| line.starts_with("Uid:\t0\t"));
    if root { &[User::Own, User::Nobody] } else { &[User::Own] }
}

fn ending(status: ExitStatus) -> (Option<i32>, Option<i32>) {
    (status.code(), status.signal())
}

fn told_ending(dumped: &Dumped) -> (Option<i32>, Option<i32>) {
    let number = |name: &str| dumped.json["ending"][name].as_i64().map(|n| n as i32);
    (number("code"), number("signal"))
}

/// What the program says and how it ends is the same with and without a watcher.
fn same(bench: &Bench, guest: &str, words: &[&str], user: User) -> Dumped {
    let alone = bench.alone(guest, words, user);
    let dumped = bench.dump(guest, words, user);
    assert_eq!(dumped.words(), String::from_utf8_lossy(&alone.stdout), "{words:?} as {user:?}");
    assert_eq!(told_ending(&dumped), ending(alone.status), "{words:?} as {user:?}");
    dumped
}

const REFUSE_GETCWD: &str = "2000000000000000150000014f000000060000001900050006000000 0000ff7f";

#[test]
fn every_way_is_seen_and_nothing_changes() {
    let bench = Bench::new();
    for user in users() {
        let dumped = same(&bench, "installs", &["privs", "ask", "prctl", "ask", "getcwd", "3"], *user);
        let [filter] = dumped.filters() else { panic!("{}", dumped.json) };
        assert_eq!(filter["raw"], REFUSE_GETCWD.replace(' ', ""));
        assert_eq!(filter["result"], 0);
        assert_eq!(filter["abi"], "x86_64");
        assert_eq!(filter["exe"], bench.path("installs").to_str().unwrap());
        assert!(
            filter["call"].as_str().unwrap().starts_with("prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, 0x")
        );
        assert_eq!(dumped.output.status.code(), Some(0));

        let dumped = same(&bench, "installs", &["privs", "thread", "child", "vfork", "tsync"], *user);
        let flags: Vec<&Value> = dumped.filters().iter().map(|filter| &filter["flag_names"][0]).collect();
        assert_eq!(flags.len(), 4, "{}", dumped.json);
        assert_eq!(flags[0], "SECCOMP_FILTER_FLAG_LOG");
        assert_eq!(flags[3], "SECCOMP_FILTER_FLAG_TSYNC");
        let who = |at: usize| (dumped.filters()[at]["pid"].as_u64(), dumped.filters()[at]["tid"].as_u64());
        assert_eq!(who(3).0, who(3).1);
        assert_eq!(who(0).0, who(3).0, "the thread is of the program");
        assert_ne!(who(0).1, who(3).1);
        assert_ne!(who(1).0, who(3).0, "the child is not");
        assert_ne!(who(1).0, who(2).0);
    }
}

#[test]
fn what_the_kernel_refuses_is_refused() {
    let bench = Bench::new();
    for user in users() {
        let words = [
            "bad",
            "empty",
            "unreadable",
            "flags",
            "prctl",
            "privs",
            "bad",
            "empty",
            "prctl",
            "exec",
            "ask",
            "seccomp",
        ];
        let dumped = same(&bench, "installs", &words, *user);
        let results: Vec<&str> =
            dumped.filters().iter().map(|filter| filter["errno"].as_str().unwrap_or("-")).collect();
        let without_privileges = *user == User::Nobody || users().len() == 1;
        let first = if without_privileges { "EACCES" } else { "-" };
        let bad = if without_privileges { "EACCES" } else { "EINVAL" };
        assert_eq!(results, [bad, "EINVAL", "EFAULT", "EINVAL", first, "EINVAL", "EINVAL", "-", "-"]);
        assert_eq!(dumped.filters()[0]["raw"], "2000000002000000");
        assert!(
            dumped.filters()[0]["refused"].as_str().unwrap().contains("the last instruction must return")
        );
        assert_eq!(dumped.filters()[2]["problem"], "unreadable");
        assert_eq!(dumped.filters()[2]["in_force"], false);
    }
}

#[test]
fn strict_mode() {
    let bench = Bench::new();
    for user in users() {
        for words in [
            &["ask", "strict", "leave"][..],
            &["strict-too", "leave"],
            &["strict", "getcwd"],
            &["thread", "strict", "ask"],
        ] {
            let dumped = same(&bench, "installs", words, *user);
            let last = dumped.filters().last().unwrap();
            assert_eq!((&last["mode"], &last["result"]), (&Value::from("strict"), &Value::from(0)));
        }
        let after_a_filter = same(&bench, "installs", &["privs", "prctl", "strict", "4"], *user);
        assert_eq!(after_a_filter.filters()[1]["errno"], "EINVAL");
    }
}

#[test]
fn a_filter_that_answers_trace_has_no_tracer() {
    let bench = Bench::new();
    for user in users() {
        let dumped = same(&bench, "installs", &["privs", "tracing", "getcwd"], *user);
        assert!(dumped.words().contains("getcwd -1 ENOSYS"), "{}", dumped.words());
    }
}

#[test]
fn signals_and_crashes_end_as_they_do() {
    let bench = Bench::new();
    for user in users() {
        same(&bench, "installs", &["signal", "privs", "prctl", "signal", "7"], *user);
        let dumped = same(&bench, "installs", &["crash"], *user);
        assert_eq!(dumped.output.status.code(), Some(1), "no filter");
        assert!(String::from_utf8_lossy(&dumped.output.stderr).contains("was ended by SIGSEGV"));
        let dumped = same(&bench, "installs", &["privs", "seccomp", "crash"], *user);
        assert_eq!(dumped.output.status.code(), Some(0));
    }
}

#[test]
fn thirty_two_bits() {
    let bench = Bench::new();
    if !bench.compile("installs32", &["-m32"]) {
        // The machine's compiler makes no such programs.
        return;
    }
    for user in users() {
        let words =
            ["ask", "privs", "ask", "prctl", "seccomp", "thread", "child", "bad", "unreadable", "getcwd"];
        let dumped = same(&bench, "installs32", &words, *user);
        assert_eq!(dumped.filters().len(), 6, "{}", dumped.json);
        for filter in &dumped.filters()[..4] {
            assert_eq!((&filter["abi"], &filter["len"]), (&Value::from("i386"), &Value::from(4)));
        }
        same(&bench, "installs32", &["strict", "leave"], *user);
        same(&bench, "installs32", &["privs", "tracing", "getcwd", "strict", "8"], *user);
    }
}

#[test]
fn a_limit_ends_the_program() {
    let bench = Bench::new();
    let mut command = bench.command(&bench.path("callgate"), User::Own);
    command.args(["dump", "--limit", "2", "./installs", "privs", "child", "prctl", "wait"]);
    let output = command.output().unwrap();
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(0), "{err}");
    assert!(err.contains("./installs was ended, as asked; it installed 2 filters"), "{err}");
    assert!(out.contains("; 2: prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, 0x"), "{out}");
    assert!(out.contains("   1: if A != getcwd goto 3\n   2: return errno ENOTTY\n"), "{out}");
    assert!(!out.contains("wait"), "{out}");
}

#[test]
fn what_is_written_is_read_by_the_others() {
    let bench = Bench::new();
    for (format, name) in
        [("raw", "a.bpf"), ("hex", "a.hex"), ("c", "a.c"), ("disasm", "a.asm"), ("json", "a.json")]
    {
        let mut command = bench.command(&bench.path("callgate"), User::Own);
        command.args(["dump", "--format", format, "-o", name, "./installs", "privs", "prctl", "tracing"]);
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(
            String::from_utf8_lossy(&output.stdout),
            "privs 0 -\nprctl 0 -\ntracing 0 -\n",
            "{format}"
        );
        let read = |name: &str| {
            let mut command = bench.command(&bench.path("callgate"), User::Own);
            let output = command.args(["disasm", "--json", name]).output().unwrap();
            assert_eq!(output.status.code(), Some(0), "{name}: {}", String::from_utf8_lossy(&output.stderr));
            let value: Value = serde_json::from_slice(&output.stdout).unwrap();
            value["filters"]
                .as_array()
                .unwrap()
                .iter()
                .map(|filter| filter["raw"].to_string())
                .collect::<Vec<_>>()
        };
        let both = if format == "raw" { [read(name), read("a.bpf.1")].concat() } else { read(name) };
        assert_eq!(both.len(), 2, "{format}: {both:?}");
        assert_eq!(both[0], format!("\"{}\"", REFUSE_GETCWD.replace(' ', "")), "{format}");
    }
}

/// A test that fails leaves nobody behind.
struct Killed(u32);

impl Drop for Killed {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg("-KILL").arg(self.0.to_string()).stderr(Stdio::null()).status();
    }
}

#[test]
fn a_running_process() {
    let bench = Bench::new();
    let mut child = bench
        .command(&bench.path("installs"), User::Own)
        .args(["privs", "prctl", "tracing", "wait"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let killed = Killed(child.id());
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(child.stdout.take().unwrap()));
    lines.find(|line| line.as_ref().is_ok_and(|line| line.starts_with("wait"))).unwrap().unwrap();
    let pid = child.id().to_string();
    let run = |words: &[&str], user: User| {
        bench.command(&bench.path("callgate"), user).args(words).output().unwrap()
    };
    if users().contains(&User::Nobody) {
        let output = run(&["dump", "--pid", &pid], User::Own);
        let out = String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(out.contains(&format!("; 1 of 2: 4 instructions, of installs[{pid}]")), "{out}");
        let first = out.find("return errno ENOTTY").unwrap();
        assert!(first < out.find("return trace 7").unwrap(), "the first installed first: {out}");
        let output = run(&["emu", &format!("pid:{pid}"), "getcwd"], User::Own);
        assert_eq!(output.status.code(), Some(10), "{}", String::from_utf8_lossy(&output.stdout));
        let output = run(&["dump", "--pid", &pid], User::Nobody);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("run it with sudo"), "{output:?}");
    }
    child.kill().unwrap();
    child.wait().unwrap();
    std::mem::forget(killed);
    let output = run(&["dump", "--pid", &pid], User::Own);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8_lossy(&output.stderr).contains(&format!("there is no process or thread {pid}"))
    );
    let own = std::process::id().to_string();
    let output = run(&["dump", "--pid", &own], User::Own);
    if users().contains(&User::Nobody) && output.status.code() == Some(1) {
        assert!(String::from_utf8_lossy(&output.stderr).contains("have no filter"));
    }
}

#[test]
fn programs_that_cannot_be_run() {
    let bench = Bench::new();
    let run = |words: &[&str]| {
        let output =
            bench.command(&bench.path("callgate"), User::Own).arg("dump").args(words).output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    assert_eq!(run(&["./nowhere"]).0, Some(127));
    assert_eq!(run(&["."]).0, Some(126));
    assert_eq!(run(&["--format", "raw", "true"]).0, Some(2));
    assert_eq!(run(&["--limit", "0", "true"]).0, Some(2));
    assert_eq!(run(&[]).0, Some(2));
    let (code, told) = run(&["true"]);
    assert_eq!((code, told.as_str()), (Some(1), "callgate: true exited with 0; it installed no filter\n"));
}
