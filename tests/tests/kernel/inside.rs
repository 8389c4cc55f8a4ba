//! Programs that do unusual things with their own processes, under supervision.

use crate::case::Case;
use callgate_tests::scene::JUDGE_ALL;
use callgate_tests::{Need, Scene, Variant};
use std::path::Path;

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd, Need::Ptrace];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/inside/strace", needs: NOTIFY, run: strace },
    Case { name: "user/inside/gdb", needs: NOTIFY, run: gdb },
    Case { name: "user/inside/another-callgate-is-refused-or-works", needs: NOTIFY, run: nested },
];

fn strace(scene: &Scene) {
    let cat = scene.guests.find("cat", Variant::Dynamic);
    scene.put("file", "text\n");
    let cat = cat.to_str().expect("text");
    let outcome = scene.supervised(
        JUDGE_ALL,
        Path::new("/usr/bin/strace"),
        &["-f", "-e", "trace=openat", "-o", "log", cat, "file"],
    );
    outcome.ends(0).prints("text");
    let log = std::fs::read_to_string(scene.work().join("log")).expect("strace wrote");
    assert!(log.contains("openat(AT_FDCWD, \"file\", O_RDONLY) = 3"), "{log}");
}

fn gdb(scene: &Scene) {
    let cat = scene.guests.find("cat", Variant::Dynamic);
    scene.put("file", "text\n");
    let cat = cat.to_str().expect("text");
    let args = ["-nx", "-batch", "-ex", "break open", "-ex", "run", "-ex", "continue", "--args", cat, "file"];
    let outcome = scene.supervised(JUDGE_ALL, Path::new("/usr/bin/gdb"), &args);
    outcome.ends(0).prints("Breakpoint 1").prints("text").prints("exited normally");
}

/// One listener a thread chain: the inner one says why it cannot start, or starts without a listener.
fn nested(scene: &Scene) {
    let stage = std::env::var("CALLGATE_STAGE").expect("the harness sets it");
    let inner = scene.path("policy/inner.toml");
    std::fs::write(&inner, "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"**/x\"]\n")
        .expect("own file");
    let script = format!("{stage}/callgate run -p {} -- /bin/echo inner; echo status $?", inner.display());
    let outcome = scene.supervised(JUDGE_ALL, Path::new("/bin/sh"), &["-c", &script]);
    if !outcome.stdout.contains("inner\nstatus 0") {
        outcome.prints("status 125").says("listener");
    }
    std::fs::write(&inner, "callgate = 1\n[syscalls]\ndefault = \"allow\"\nerrno.EPERM = [\"ptrace\"]\n")
        .expect("own file");
    let outcome = scene.supervised(JUDGE_ALL, Path::new("/bin/sh"), &["-c", &script]);
    outcome.prints("inner\nstatus 0");
}
