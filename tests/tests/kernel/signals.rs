//! Signals in the middle of supervised calls.

use crate::case::Case;
use callgate_tests::scene::JUDGE_ALL;
use callgate_tests::{Need, Scene, Variant};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "user/signals/timer-with-restart",
        needs: NOTIFY,
        run: |scene| same(scene, &["restart", "2000"]),
    },
    Case { name: "user/signals/timer-without-restart", needs: NOTIFY, run: without_restart },
    Case { name: "user/signals/terminate-the-run", needs: NOTIFY, run: terminate },
    Case { name: "user/signals/interrupt-a-blocked-open", needs: NOTIFY, run: interrupt },
];

fn same(scene: &Scene, args: &[&str]) {
    scene.same("signals", &[Variant::Dynamic], args, &|_| ());
}

/// A signal that comes before the supervisor has received the call makes it EINTR where the handler has no
/// SA_RESTART (`docs/semantics.md`). Nothing else may go wrong, and most calls must not see it.
fn without_restart(scene: &Scene) {
    let program = scene.guests.find("signals", Variant::Dynamic);
    let outcome = scene.supervised(JUDGE_ALL, &program, &["no-restart", "2000"]);
    outcome.ends(0).prints("no restart: interrupted ").prints(" other 0 nested 1");
    let interrupted = outcome.stdout.split_whitespace().nth(3).and_then(|word| word.parse::<u32>().ok());
    assert!(interrupted.is_some_and(|interrupted| interrupted < 200), "of 2000 opens\n{outcome}");
}

/// SIGTERM to callgate ends the target by SIGTERM, and the run says so.
fn terminate(scene: &Scene) {
    let mut command = scene.run_command(JUDGE_ALL, Path::new("/bin/sh"), &["-c", "echo up; exec sleep 1000"]);
    let mut child = command.stdout(Stdio::piped()).spawn().expect("callgate starts");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    assert_eq!(lines.next().and_then(Result::ok).as_deref(), Some("up"));
    let pid = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(pid, rustix::process::Signal::TERM).expect("our child");
    assert_eq!(child.wait().expect("it ends").code(), Some(128 + 15));
}

fn interrupt(scene: &Scene) {
    let program = scene.guests.find("terminal", Variant::Dynamic);
    rustix::fs::mknodat(
        rustix::fs::CWD,
        scene.work().join("fifo"),
        rustix::fs::FileType::Fifo,
        rustix::fs::Mode::from(0o600),
        0,
    )
    .expect("a fifo");
    let mut command = scene.run_command(JUDGE_ALL, &program, &["fifo"]);
    let mut child = command.stdout(Stdio::piped()).spawn().expect("callgate starts");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    assert_eq!(lines.next().and_then(Result::ok).as_deref(), Some("ready"));
    let pid = rustix::process::Pid::from_child(&child);
    rustix::process::kill_process(pid, rustix::process::Signal::INT).expect("our child");
    assert_eq!(child.wait().expect("it ends").code(), Some(128 + 2));
}
