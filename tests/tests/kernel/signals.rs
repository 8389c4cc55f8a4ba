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
    Case {
        name: "user/signals/timer-without-restart",
        needs: NOTIFY,
        run: |scene| same(scene, &["no-restart", "2000"]),
    },
    Case { name: "user/signals/terminate-the-run", needs: NOTIFY, run: terminate },
    Case { name: "user/signals/interrupt-a-blocked-open", needs: NOTIFY, run: interrupt },
];

fn same(scene: &Scene, args: &[&str]) {
    scene.same("signals", &[Variant::Dynamic], args, &|_| ());
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
