//! A folder to run programs in, alone and under `callgate dump`.

use serde_json::Value;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Output, Stdio};

/// A folder that any user reads and writes, with the program in it.
pub(crate) struct Bench {
    dir: tempfile::TempDir,
}

/// Who runs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum User {
    /// Whoever runs the tests.
    Own,
    /// An ordinary user.
    Nobody,
}

const NOBODY: u32 = 65534;

impl Bench {
    pub(crate) fn new() -> Bench {
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

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub(crate) fn compile(&self, name: &str, flags: &[&str]) -> bool {
        self.compile_from("crates/cli/tests/guests/installs.c", name, flags)
    }

    /// From a source of the workspace.
    pub(crate) fn compile_from(&self, source: &str, name: &str, flags: &[&str]) -> bool {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(source);
        let mut cc = Command::new("cc");
        cc.args(["-O1", "-pthread", "-o"]).arg(self.path(name)).arg(source).args(flags);
        cc.stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    }

    pub(crate) fn command(&self, program: &Path, user: User) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.dir.path()).stdin(Stdio::null());
        if user == User::Nobody {
            command.uid(NOBODY).gid(NOBODY);
        }
        command
    }

    pub(crate) fn alone(&self, guest: &str, words: &[&str], user: User) -> Output {
        self.command(&self.path(guest), user).args(words).output().unwrap()
    }

    pub(crate) fn dump(&self, guest: &str, words: &[&str], user: User) -> Dumped {
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

pub(crate) struct Dumped {
    pub(crate) json: Value,
    pub(crate) output: Output,
}

impl Dumped {
    pub(crate) fn filters(&self) -> &[Value] {
        self.json["filters"].as_array().unwrap()
    }

    pub(crate) fn words(&self) -> String {
        String::from_utf8_lossy(&self.output.stdout).into_owned()
    }
}

pub(crate) fn users() -> &'static [User] {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let root = status.lines().any(|line| line.starts_with("Uid:\t0\t"));
    if root { &[User::Own, User::Nobody] } else { &[User::Own] }
}

pub(crate) fn ending(status: ExitStatus) -> (Option<i32>, Option<i32>) {
    (status.code(), status.signal())
}

pub(crate) fn told_ending(dumped: &Dumped) -> (Option<i32>, Option<i32>) {
    let number = |name: &str| dumped.json["ending"][name].as_i64().map(|n| n as i32);
    (number("code"), number("signal"))
}

/// What the program says and how it ends is the same with and without a watcher.
pub(crate) fn same(bench: &Bench, guest: &str, words: &[&str], user: User) -> Dumped {
    let alone = bench.alone(guest, words, user);
    let dumped = bench.dump(guest, words, user);
    assert_eq!(dumped.words(), String::from_utf8_lossy(&alone.stdout), "{words:?} as {user:?}");
    assert_eq!(told_ending(&dumped), ending(alone.status), "{words:?} as {user:?}");
    dumped
}
