//! The end of the whole tree: by the program's end, by time, by the death of callgate or of its guardian.

use crate::case::Case;
use callgate_tests::scene::JUDGE_ALL;
use callgate_tests::{Need, Scene};
use rustix::process::{Pid, Signal, kill_process};
use std::io::{BufRead, BufReader, Lines, Write};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];
const GUARDED: &[Need] = &[Need::Notify, Need::Addfd, Need::Landlock(6)];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/ends/with-the-program", needs: NOTIFY, run: with_the_program },
    Case { name: "user/ends/out-of-time", needs: NOTIFY, run: out_of_time },
    Case { name: "user/ends/killed-supervisor", needs: GUARDED, run: killed_supervisor },
    Case { name: "root/ends/killed-supervisor", needs: GUARDED, run: killed_supervisor },
    Case { name: "user/ends/killed-supervisor-of-traced-runs", needs: GUARDED, run: killed_tracer },
    Case { name: "user/ends/killed-supervisor-of-kept-children", needs: GUARDED, run: killed_keeper },
    Case { name: "user/ends/killed-guardian", needs: GUARDED, run: killed_guardian },
    Case { name: "root/ends/killed-guardian", needs: GUARDED, run: killed_guardian },
    Case { name: "user/ends/guardian-leaves-with-the-run", needs: GUARDED, run: guardian_leaves },
    Case { name: "user/ends/unsupervised-calls-fail", needs: NOTIFY, run: unsupervised },
    Case { name: "user/ends/stopped-supervisor", needs: NOTIFY, run: stopped },
];

/// Daemons in sessions of their own: one that sleeps, one that is stopped, one that forks for ever, one that no
/// signal but SIGKILL ends. Each holds the standard output, and says that it is there.
const DAEMONS: &str = "
    (setsid sh -c 'echo daemon; exec sleep 1000' &)
    (setsid sh -c 'echo daemon; kill -STOP $$' &)
    (setsid sh -c 'echo daemon; while :; do (sleep 0.001 &); done' &)
    (setsid sh -c 'trap \"\" HUP INT QUIT TERM; echo daemon; while :; do sleep 1000; done' &)
    echo up;";
const DAEMON_COUNT: usize = 4;

fn tree(scene: &Scene, policy: &str, end: &str) -> Command {
    scene.run_command(policy, Path::new("/bin/sh"), &["-c", &format!("{DAEMONS} {end}")])
}

/// Starts a run and waits until its program has said `up`, and so many daemons that they are there.
fn up(command: &mut Command, daemons: usize) -> (Child, Lines<BufReader<ChildStdout>>) {
    let mut child = command.stdout(Stdio::piped()).spawn().expect("callgate starts");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let mut said: Vec<String> = lines.by_ref().take(daemons + 1).map_while(Result::ok).collect();
    said.sort();
    let mut expected = vec!["daemon"; daemons];
    expected.push("up");
    assert_eq!(said, expected);
    (child, lines)
}

fn signal(pid: u32, signal: Signal) {
    let pid = Pid::from_raw(pid as i32).expect("a process id");
    kill_process(pid, signal).expect("a process of our own");
}

/// The pipe ends when the last process that holds it is gone; the watchdog says if it never is.
fn all_gone(mut lines: Lines<BufReader<ChildStdout>>) {
    assert!(lines.next().is_none(), "the run still prints");
}

/// The run's guardian: callgate's child by that name.
fn guardian(callgate: u32) -> Option<u32> {
    let children = std::fs::read_to_string(format!("/proc/{callgate}/task/{callgate}/children"))
        .expect("callgate runs and is ours");
    let named = |pid: &&str| {
        std::fs::read_to_string(format!("/proc/{pid}/comm")).is_ok_and(|name| name == "callgate-guard\n")
    };
    children.split_whitespace().find(named).and_then(|pid| pid.parse().ok())
}

fn with_the_program(scene: &Scene) {
    let outcome = scene.finish(&mut tree(scene, JUDGE_ALL, "exit 7"));
    outcome.ends(7).prints("up");
}

fn out_of_time(scene: &Scene) {
    let policy = format!("{JUDGE_ALL}[limits]\nwall = \"1s\"\n");
    let outcome = scene.finish(&mut tree(scene, &policy, "exec sleep 1000"));
    outcome.ends(124).prints("up").says("wall");
    // Without a supervisor, too.
    let outcome =
        scene.finish(&mut tree(scene, "callgate = 1\n[limits]\nwall = \"1s\"\n", "exec sleep 1000"));
    outcome.ends(124).prints("up").says("wall");
}

fn killed_supervisor(scene: &Scene) {
    let (mut child, lines) = up(&mut tree(scene, JUDGE_ALL, "exec sleep 1000"), DAEMON_COUNT);
    child.kill().expect("our child");
    child.wait().expect("our child");
    all_gone(lines);
}

/// Where a rule kills, callgate traces the run.
fn killed_tracer(scene: &Scene) {
    let policy = format!(
        "{JUDGE_ALL}[syscalls]\ndefault = \"allow\"\nerrno.EPERM = [\"ptrace\"]\nkill = [\"swapon\"]\n"
    );
    let (mut child, lines) = up(&mut tree(scene, &policy, "exec sleep 1000"), DAEMON_COUNT);
    child.kill().expect("our child");
    child.wait().expect("our child");
    all_gone(lines);
}

/// The program has ended, and callgate waits for its daemons.
fn killed_keeper(scene: &Scene) {
    let file = scene.policy(JUDGE_ALL);
    let mut command = scene.callgate();
    command.args(["run", "--keep-children", "-p"]).arg(file).args(["--", "/bin/sh", "-c"]);
    command.arg(format!("{DAEMONS} exit 0"));
    let (mut child, lines) = up(&mut command, DAEMON_COUNT);
    let children = format!("/proc/{0}/task/{0}/children", child.id());
    // The program was callgate's second child; the daemons become its children, too.
    while std::fs::read_to_string(&children).is_ok_and(|text| text.split_whitespace().count() <= DAEMON_COUNT)
    {
        std::thread::yield_now();
    }
    assert!(child.try_wait().expect("our child").is_none(), "callgate does not wait for the daemons");
    child.kill().expect("our child");
    child.wait().expect("our child");
    all_gone(lines);
}

fn killed_guardian(scene: &Scene) {
    let mut command = tree(scene, JUDGE_ALL, "exec sleep 1000");
    let (child, lines) = up(command.stderr(Stdio::piped()), DAEMON_COUNT);
    signal(guardian(child.id()).expect("a guardian"), Signal::KILL);
    let output = child.wait_with_output().expect("our child");
    assert_eq!(output.status.code(), Some(125), "{output:?}");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("guardian"), "{said}");
    all_gone(lines);
}

fn guardian_leaves(scene: &Scene) {
    let mut command = scene.run_command(JUDGE_ALL, Path::new("/bin/sh"), &["-c", "echo up; read line"]);
    let (mut child, lines) = up(command.stdin(Stdio::piped()), 0);
    let guardian = guardian(child.id()).expect("a guardian");
    drop(child.stdin.take());
    assert_eq!(child.wait().expect("our child").code(), Some(1));
    all_gone(lines);
    assert!(!Path::new(&format!("/proc/{guardian}")).exists(), "the guardian outlives callgate");
}

/// Should callgate and the guardian be killed at once, what remains can do nothing that would have been judged.
fn unsupervised(scene: &Scene) {
    scene.put("file", "text\n");
    let fifo = scene.work().join("go");
    let mode = rustix::fs::Mode::from(0o600);
    rustix::fs::mknodat(rustix::fs::CWD, &fifo, rustix::fs::FileType::Fifo, mode, 0).expect("a fifo");
    let mut go = std::fs::OpenOptions::new().read(true).write(true).open(&fifo).expect("the fifo");
    let daemon = "exec 2>&1 3<go; echo daemon; read line <&3; read text < file; echo \"read $text\"";
    let script = format!("(setsid sh -c '{daemon}' &); echo up; exec sleep 1000");
    let mut command = scene.run_command(JUDGE_ALL, Path::new("/bin/sh"), &["-c", &script]);
    let (mut child, lines) = up(&mut command, 1);
    // Stopped, callgate does not see its guardian die.
    signal(child.id(), Signal::STOP);
    if let Some(guardian) = guardian(child.id()) {
        signal(guardian, Signal::KILL);
    }
    child.kill().expect("our child");
    child.wait().expect("our child");
    go.write_all(b"go\n").expect("the fifo");
    let said: Vec<String> = lines.map_while(Result::ok).collect();
    let refused = said.iter().any(|line| line.contains("file") && line.contains("Function not implemented"));
    assert!(refused && !said.iter().any(|line| line.contains("read text")), "{said:?}");
}

/// While callgate is stopped, calls wait; nothing is let through.
fn stopped(scene: &Scene) {
    scene.put("file", "text\n");
    scene.put("forbidden-file", "secret\n");
    let script = "echo up; read line; read text < file; echo \"$text\"; read text < forbidden-file; echo end";
    let mut command = scene.run_command(JUDGE_ALL, Path::new("/bin/sh"), &["-c", script]);
    let (mut child, mut lines) = up(command.stdin(Stdio::piped()).stderr(Stdio::null()), 0);
    let target = scene.events()[0]["pid"].as_u64().expect("the start event has the program's number");
    signal(child.id(), Signal::STOP);
    let state = |pid: u64| std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    while !state(child.id().into()).contains(") T ") {
        std::thread::yield_now();
    }
    child.stdin.take().expect("a pipe").write_all(b"go\n").expect("the program reads");
    // The open waits for an answer: seen by the call the program sleeps in.
    let waits = || {
        let call = std::fs::read_to_string(format!("/proc/{target}/syscall")).unwrap_or_default();
        call.starts_with("257 ") || call.starts_with("2 ")
    };
    while !waits() {
        std::thread::yield_now();
    }
    signal(child.id(), Signal::CONT);
    assert_eq!(lines.next().and_then(Result::ok).as_deref(), Some("text"));
    assert_eq!(lines.next().and_then(Result::ok).as_deref(), Some("end"));
    assert_eq!(child.wait().expect("our child").code(), Some(0));
}
