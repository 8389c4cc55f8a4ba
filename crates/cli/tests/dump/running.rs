//! Processes that run already.

use crate::bench::{Bench, User, users};
use std::process::{Command, Stdio};

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
        assert!(out.contains(&format!("; all 2 together, of installs[{pid}]\nx86_64\n")), "{out}");
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

/// A thread that waits in the kernel does not stop for anybody: that is said, and the others are read.
#[test]
fn a_thread_that_does_not_stop() {
    if !users().contains(&User::Nobody) {
        // Reading filters wants root, as the case above tells.
        return;
    }
    let bench = Bench::new();
    let mut child = bench
        .command(&bench.path("installs"), User::Own)
        .args(["privs", "prctl", "in-kernel"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let killed = Killed(child.id());
    let pid = child.id().to_string();
    // Its child, which is all that it waits for.
    let children = format!("/proc/{pid}/task/{pid}/children");
    let grandchild = loop {
        let text = std::fs::read_to_string(&children).unwrap();
        if let Some(word) = text.split(' ').next().filter(|word| !word.is_empty()) {
            break word.to_owned();
        }
        std::thread::yield_now();
    };
    let _grandchild = Killed(grandchild.parse().unwrap());
    let output = bench
        .command(std::path::Path::new("timeout"), User::Own)
        .args(["50", "./callgate", "dump", "--pid", &pid])
        .output()
        .unwrap();
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(2), "{err}");
    assert!(err.contains(&format!("thread {pid} does not stop, so its filters cannot be read")), "{err}");
    assert!(out.contains(&format!("; 1 of 1: 4 instructions, of installs[{grandchild}]")), "{out}");
    drop(killed);
    child.wait().unwrap();
}

/// Ended processes that nobody has waited for have no filters any more.
#[test]
fn zombies_are_passed_over() {
    let bench = Bench::new();
    let mut zombie = bench.command(std::path::Path::new("true"), User::Own).spawn().unwrap();
    let stat = format!("/proc/{}/stat", zombie.id());
    while !std::fs::read_to_string(&stat).unwrap().contains(") Z ") {
        std::thread::yield_now();
    }
    let output = bench
        .command(&bench.path("callgate"), User::Own)
        .args(["dump", "--pid", &zombie.id().to_string()])
        .output()
        .unwrap();
    zombie.wait().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("there is no process or thread"));
}
