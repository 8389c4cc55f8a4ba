//! `callgate run` on this kernel: exit codes, what is told, what is kept, what is left behind.

use serde_json::Value;
use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A folder to run in, with a state folder of its own.
struct Bench {
    dir: TempDir,
}

impl Bench {
    fn new() -> Bench {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir_all(dir.path().join("home/.ssh")).unwrap();
        fs::write(dir.path().join("home/.ssh/config"), "secret").unwrap();
        fs::create_dir(dir.path().join("work")).unwrap();
        Bench { dir }
    }

    fn root(&self) -> &Path {
        self.dir.path()
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path = self.root().join("work").join(name);
        fs::write(&path, text).unwrap();
        path.into_os_string().into_string().unwrap()
    }

    fn callgate(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_callgate"));
        command
            .args(args)
            .current_dir(self.root().join("work"))
            .env("HOME", self.root().join("home"))
            .env("XDG_STATE_HOME", self.root().join("state"))
            .env_remove("TMPDIR")
            .stdin(Stdio::null());
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.callgate(args).output().unwrap()
    }

    fn last(&self) -> Vec<Value> {
        events(&self.root().join("state/callgate/last.jsonl"))
    }
}

fn events(path: &Path) -> Vec<Value> {
    fs::read_to_string(path).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap_or_else(|| panic!("ended by {:?}: {}", output.status.signal(), err(output)))
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const ALLOW: &str = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"~/.ssh\"]\n";

#[test]
fn the_programs_status_is_the_runs() {
    let bench = Bench::new();
    let policy = bench.file("p.toml", ALLOW);
    for status in [0, 1, 3, 255] {
        let output = bench.run(&["run", "-p", &policy, "--", "sh", "-c", &format!("exit {status}")]);
        assert_eq!(code(&output), status, "{}", err(&output));
    }
    let output = bench.run(&["run", "-p", &policy, "sh", "-c", "exit $#", "--json", "--quiet", "-p"]);
    assert_eq!(code(&output), 2, "what follows the program is its own: {}", err(&output));
    let output = bench.run(&["run", "-p", &policy, "--", "sh", "-c", "kill -TERM $$"]);
    assert_eq!(code(&output), 128 + 15, "{}", err(&output));
    assert!(err(&output).contains("the program was ended by SIGTERM"), "{}", err(&output));
}

#[test]
fn a_denial_is_told_once_counted_and_kept() {
    let bench = Bench::new();
    let policy = bench.file("p.toml", ALLOW);
    let script = "for i in 1 2 3; do cat ../home/.ssh/config 2>/dev/null; done; echo done";
    let output = bench.run(&["run", "-p", &policy, "--", "sh", "-c", script]);
    let told = err(&output);
    assert_eq!(code(&output), 0, "{told}");
    assert_eq!(out(&output), "done\n");
    let secret = bench.root().canonicalize().unwrap().join("home/.ssh/config");
    let lines: Vec<&str> = told.lines().filter(|line| line.contains("denied fs.read")).collect();
    assert_eq!(lines.len(), 2, "the first, and the folded others: {told}");
    assert!(
        lines[0].contains(&format!("{} (given ../home/.ssh/config) to cat[", secret.display())),
        "{told}"
    );
    assert!(lines[0].contains("rule fs.deny.all[0] at ") && lines[0].contains("p.toml:4"), "{told}");
    assert!(lines[0].contains("EACCES (Permission denied); to allow it: "), "{told}");
    assert!(lines[1].contains("and 2 more times"), "{told}");
    assert!(told.lines().last().unwrap().contains("3 denials"), "{told}");

    let events = bench.last();
    assert_eq!(events.first().unwrap()["type"], "start");
    assert_eq!(events.last().unwrap()["type"], "end");
    assert_eq!(events.last().unwrap()["exit"], 0);
    let denials: Vec<&Value> = events.iter().filter(|e| e["type"] == "call").collect();
    assert_eq!(denials.len(), 3);
    assert_eq!(denials[0]["target"]["resolved"], secret.to_str().unwrap());
    let mode = fs::metadata(bench.root().join("state/callgate/last.jsonl")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);

    let why = bench.run(&["why"]);
    assert_eq!(code(&why), 0, "{}", err(&why));
    assert!(out(&why).contains("deny fs.read"), "{}", out(&why));
    assert!(out(&why).contains("~/.ssh"), "the rule's text: {}", out(&why));
    assert!(out(&why).contains("3 denials, 1 of them different."), "{}", out(&why));
}

#[test]
fn fail_on_deny_and_quiet() {
    let bench = Bench::new();
    let policy = bench.file("p.toml", ALLOW);
    let script = "cat ../home/.ssh/config 2>/dev/null; exit 7";
    let output = bench.run(&["run", "-p", &policy, "-q", "--fail-on-deny", "--", "sh", "-c", script]);
    assert_eq!(code(&output), 120);
    assert_eq!(err(&output), "");
    let output = bench.run(&["run", "-p", &policy, "-q", "--fail-on-deny", "--", "sh", "-c", "exit 7"]);
    assert_eq!(code(&output), 7);
}

#[test]
fn killed_by_the_policy_is_121() {
    let bench = Bench::new();
    let text =
        "callgate = 1\n[syscalls]\ndefault = \"allow\"\nkill = [\"getcwd\"]\nerrno.EPERM = [\"ptrace\"]\n";
    let policy = bench.file("p.toml", text);
    let output = bench.run(&["run", "-p", &policy, "--", "/bin/pwd", "-P"]);
    let told = err(&output);
    assert_eq!(code(&output), 121, "{told}");
    assert!(told.contains("killed for getcwd("), "{told}");
    assert!(told.contains("rule syscalls.kill[0] at ") && told.contains("p.toml:4"), "{told}");
    assert_eq!(bench.last().last().unwrap()["exit"], 121);
}

#[test]
fn a_kill_that_cannot_be_watched_is_121_too() {
    let bench = Bench::new();
    let policy = bench.file("p.toml", "callgate = 1\n[syscalls]\ndefault = \"allow\"\nkill = [\"getcwd\"]\n");
    let output = bench.run(&["run", "-p", &policy, "--", "/bin/pwd", "-P"]);
    assert_eq!(code(&output), 121, "{}", err(&output));
    assert!(err(&output).contains("SIGSYS ended the program, as a rule that kills does"), "{}", err(&output));
}

#[test]
fn what_cannot_be_enforced_can_be_waived_by_name() {
    let bench = Bench::new();
    let text = "callgate = 1\ndefault = \"allow\"\n[[fault]]\ncall = \"fsync\"\nerrno = \"EIO\"\n";
    let policy = bench.file("p.toml", text);
    let output =
        bench.run(&["run", "-p", &policy, "--allow-unenforced", "fault[0]", "--", "sh", "-c", "exit 5"]);
    assert_eq!(code(&output), 5, "{}", err(&output));
    assert_eq!(bench.last()[0]["plan"]["unenforced"][0], "fault[0]");
    let output = bench.run(&["run", "-p", &policy, "--allow-unenforced", "other", "--", "true"]);
    assert_eq!(code(&output), 125, "{}", err(&output));
    assert!(err(&output).contains("--allow-unenforced fault[0]"), "{}", err(&output));
}

#[test]
fn the_program_cannot_rewrite_what_is_told_of_it() {
    let bench = Bench::new();
    let policy = bench.file("p.toml", "callgate = 1\ndefault = \"allow\"\n");
    let script = "echo forged > events.jsonl; echo forged > ../state/callgate/last.jsonl; \
                  echo forged > p.toml; rm -r ../state; mv ../state/callgate ../elsewhere; true";
    let output = bench.run(&["run", "-p", &policy, "--json", "events.jsonl", "--", "sh", "-c", script]);
    let told = err(&output);
    assert_eq!(code(&output), 0, "{told}");
    for text in [bench.last(), events(&bench.root().join("work/events.jsonl"))] {
        assert_eq!(text.last().unwrap()["type"], "end", "{told}");
    }
    assert!(fs::read_to_string(&policy).unwrap().starts_with("callgate = 1"));
    assert!(told.contains("policy-files"), "{told}");
}

#[test]
fn out_of_time_is_124() {
    let bench = Bench::new();
    let policy = bench.file("p.toml", "callgate = 1\ndefault = \"allow\"\n[limits]\nwall = \"50ms\"\n");
    let output = bench.run(&["run", "-p", &policy, "--", "sleep", "1000"]);
    assert_eq!(code(&output), 124, "{}", err(&output));
    assert!(err(&output).contains("limit: wall = 50 ms is reached"), "{}", err(&output));
}

#[test]
fn events_go_to_the_file_named() {
    let bench = Bench::new();
    let policy = bench.file("p.toml", ALLOW);
    let output = bench.run(&["run", "-p", &policy, "--json", "events.jsonl", "--", "true"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let events = events(&bench.root().join("work/events.jsonl"));
    assert_eq!(events.first().unwrap()["command"][0], "true");
    assert_eq!(events.last().unwrap()["status"]["code"], 0);
    let why = bench.run(&["why", "--events", "events.jsonl"]);
    assert!(out(&why).contains("Nothing was denied."), "{}", out(&why));
}

#[test]
fn a_full_disk_under_json_is_125() {
    let bench = Bench::new();
    let policy = bench.file("p.toml", ALLOW);
    let output = bench.run(&["run", "-p", &policy, "--json", "/dev/full", "--", "sh", "-c", "echo went on"]);
    assert_eq!(code(&output), 125, "{}", err(&output));
    assert_eq!(out(&output), "went on\n");
    let told = err(&output);
    assert_eq!(told.matches("No space left on device").count(), 1, "{told}");
}

#[test]
fn a_state_folder_that_cannot_be_used_is_one_warning() {
    let bench = Bench::new();
    let policy = bench.file("p.toml", ALLOW);
    fs::write(bench.root().join("state"), "a file").unwrap();
    let output = bench.run(&["run", "-p", &policy, "--", "sh", "-c", "exit 4"]);
    assert_eq!(code(&output), 4);
    assert_eq!(err(&output).matches("this run is not kept").count(), 1, "{}", err(&output));
}

#[test]
fn the_environment_is_the_policys() {
    let bench = Bench::new();
    let text =
        "callgate = 1\ndefault = \"allow\"\n[env]\nkeep = [\"PATH\", \"KEPT_*\"]\nset = { ADDED = \"1\" }\n";
    let policy = bench.file("p.toml", text);
    let mut command = bench.callgate(&["run", "-q", "-p", &policy, "--", "env"]);
    let output = command.env("KEPT_A", "a").env("OTHER", "b").output().unwrap();
    let names: Vec<String> = out(&output)
        .lines()
        .filter_map(|line| line.split_once('='))
        .map(|(name, _)| name.to_owned())
        .collect();
    for name in ["ADDED", "KEPT_A", "PATH"] {
        assert!(names.contains(&name.to_owned()), "{names:?}");
    }
    for name in ["OTHER", "HOME", "XDG_STATE_HOME"] {
        assert!(!names.contains(&name.to_owned()), "{names:?}");
    }
}

#[test]
fn without_a_policy_it_is_the_workspace() {
    let bench = Bench::new();
    let output = bench.run(&["run", "--", "sh", "-c", "echo x > made; cat ../home/.ssh/config"]);
    let told = err(&output);
    assert!(told.starts_with("callgate: no -p was given, so this is preset workspace\n"), "{told}");
    assert_eq!(fs::read_to_string(bench.root().join("work/made")).unwrap(), "x\n", "{told}");
    assert!(told.contains("rule secrets at preset:workspace:"), "{told}");
    assert!(told.contains("--without secrets"), "{told}");
    let output = bench.run(&["run", "--without", "secrets", "-q", "--", "cat", "../home/.ssh/config"]);
    assert_eq!(out(&output), "secret", "{}", err(&output));
}

#[test]
fn the_workspace_is_not_a_home() {
    let bench = Bench::new();
    let mut command = bench.callgate(&["run", "--", "true"]);
    let output = command.current_dir(bench.root().join("home")).output().unwrap();
    assert_eq!(code(&output), 125, "{}", err(&output));
    let output = command.current_dir("/").output().unwrap();
    assert_eq!(code(&output), 125, "{}", err(&output));
}

#[test]
fn a_script_without_an_interpreter_line_is_the_shells() {
    let bench = Bench::new();
    let policy = bench.file("p.toml", ALLOW);
    let script = bench.file("script", "echo \"$0 $1\"\n");
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).unwrap();
    let output = bench.run(&["run", "-q", "-p", &policy, "--", &script, "arg"]);
    assert_eq!(out(&output), format!("{script} arg\n"), "{}", err(&output));
}

#[test]
fn standard_streams_pass_through() {
    let bench = Bench::new();
    let policy = bench.file("p.toml", ALLOW);
    let mut child = bench
        .callgate(&["run", "-q", "-p", &policy, "--", "cat"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"through").unwrap();
    let mut text = String::new();
    child.stdout.take().unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text, "through");
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let bench = Bench::new();
    for args in
        [&["syscalls"][..], &["schema", "events"], &["completions", "bash"], &["man", "run"], &["--help"]]
    {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = bench.callgate(args).stdout(writer).stderr(Stdio::piped()).spawn().unwrap();
        let output = output.wait_with_output().unwrap();
        assert_eq!(err(&output), "", "{args:?}");
        assert_eq!(code(&output), 0, "{args:?}");
    }
}

#[test]
fn doctor_agrees_with_its_exit_code() {
    let bench = Bench::new();
    let output = bench.run(&["doctor", "--json"]);
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value["full"].as_bool().unwrap(), code(&output) == 0, "{value}");
    let needed = value["abilities"].as_array().unwrap().iter();
    let missing = needed.filter(|a| a["needed"] == true && a["found"] == false).count();
    assert_eq!(missing == 0, code(&output) == 0, "{value}");
    let text = bench.run(&["doctor"]);
    assert_eq!(code(&text), code(&output));
}
