//! Programs that do unusual things with their own processes, under supervision.

use crate::case::Case;
use callgate_tests::scene::{ALLOW_LIST, JUDGE_ALL};
use callgate_tests::{Need, Outcome, Scene, Variant};
use std::path::Path;

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd, Need::Ptrace];

const LANDLOCK: &[Need] = &[Need::Notify, Need::Addfd, Need::Ptrace, Need::Landlock(3)];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/inside/strace", needs: NOTIFY, run: strace },
    Case { name: "user/inside/gdb", needs: NOTIFY, run: gdb },
    Case {
        name: "user/inside/a-callgate-that-needs-a-listener",
        needs: NOTIFY,
        run: nested_needs_a_listener,
    },
    Case {
        name: "root/inside/a-callgate-that-needs-a-listener",
        needs: NOTIFY,
        run: nested_needs_a_listener,
    },
    Case { name: "user/inside/a-callgate-of-calls", needs: NOTIFY, run: nested_calls },
    Case { name: "root/inside/a-callgate-of-calls", needs: NOTIFY, run: nested_calls },
    Case { name: "user/inside/a-callgate-held-by-landlock", needs: LANDLOCK, run: nested_landlock },
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

/// What an inner run does: allowed, denied by it where it denies anything, denied by the outer one.
const INNER: &str = "mkdir in/made; echo text >in/file; cat in/file; echo text >out/file; echo text >in/forbidden-x; echo end";

/// Runs a script in a run under `outer`, in which `INNER` stands for the inner run under `inner`.
fn inner_run(scene: &Scene, outer: &str, inner: &str, flags: &str) -> Outcome {
    scene.reset();
    scene.put("in/x", "");
    scene.put("out/x", "");
    let file = scene.path("policy/inner.toml");
    std::fs::write(&file, format!("callgate = 1\n{inner}")).expect("own file");
    let program = scene.stage.join("callgate");
    let (program, file) = (program.display(), file.display());
    let script = format!("{program} run -p {file} {flags} -- /bin/sh -c '{INNER}'; echo status $?");
    let outcome = scene.supervised(outer, Path::new("/bin/sh"), &["-c", &script]);
    outcome.ends(0);
    outcome
}

/// The kernel allows one listener a thread chain. What needs one inside says why it cannot start, and what would.
fn nested_needs_a_listener(scene: &Scene) {
    let inner = "default = \"allow\"\n[fs]\ndeny.all = [\"**/x\"]\n";
    let outcome = inner_run(scene, JUDGE_ALL, inner, "");
    outcome.prints("status 125").says("listener: another supervisor already listens on this process");
    outcome.says("keep to a policy of [syscalls] alone");
    let program = scene.stage.join("callgate");
    let outcome = scene.supervised(JUDGE_ALL, &program, &["doctor"]);
    outcome.ends(1).prints("a free listener is missing").prints("enforces policies of [syscalls] alone");
    outcome.never_says("denied");
}

/// A policy of calls needs none, and holds beside the outer one.
fn nested_calls(scene: &Scene) {
    let inner = "[syscalls]\ndefault = \"allow\"\nerrno.ENOSPC = [\"mkdir\", \"mkdirat\"]\n";
    let outcome = inner_run(scene, JUDGE_ALL, inner, "");
    outcome.prints("text\nend\nstatus 0").says("No space left").says("forbidden-x");
    assert!(
        !scene.work().join("in/forbidden-x").exists() && scene.work().join("out/file").exists(),
        "{outcome}"
    );
}

/// One that Landlock holds needs none either, but would not hold inside; around another it does.
fn nested_landlock(scene: &Scene) {
    let everything = "[\"tcp:*:*\", \"udp:*:*\", \"unix:/\", \"unix:@*\"]";
    let inner = format!(
        "default = \"deny\"\nreport = \"none\"\n[syscalls]\ndefault = \"allow\"\narch = [\"x86_64\"]\n[fs]\nexec = [\"/\"]\n\
         write = [{{ at = \"$CWD/in\", via = \"kernel\" }}, {{ at = \"/dev/null\", via = \"kernel\" }}]\n\
         [net]\nlisten = {everything}\nconnect = {everything}\nsend = [\"unix:/\", \"unix:@*\"]\n"
    );
    // What the outer supervisor performs for the inner program, the inner Landlock domain does not hold.
    for outer in [JUDGE_ALL, ALLOW_LIST] {
        let outcome = inner_run(scene, outer, &inner, "--allow-unenforced metadata");
        outcome.prints("status 125").says("fs.write[0]").says("no Landlock of the program's holds");
        assert!(!scene.work().join("in/made").exists(), "{outcome}");
    }
    // The other way round: such a run leaves the listener free.
    let outer =
        format!("callgate = 1\n{inner}").replace("$CWD/in", "$CWD").replace("[fs]", "[fs]\nread = [\"/\"]");
    let mut command = scene.run_command(&outer, &scene.stage.join("callgate"), &["run", "-p"]);
    let file = scene.path("policy/judge.toml");
    std::fs::write(&file, JUDGE_ALL).expect("own file");
    command.arg(file).args([
        "--",
        "/bin/sh",
        "-c",
        "echo text >in/forbidden-x; echo text >in/file; cat in/file",
    ]);
    let at = command.get_args().position(|arg| arg == "--").expect("the command follows");
    let mut args: Vec<_> = command.get_args().map(std::ffi::OsStr::to_owned).collect();
    args.splice(at..at, ["--allow-unenforced".into(), "metadata".into()]);
    let outcome = scene.finish(scene.callgate().args(args));
    outcome.ends(0).prints("text").says("denied fs.write").says("forbidden-x");
}
