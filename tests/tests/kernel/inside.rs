//! Programs that do unusual things with their own processes, under supervision.

use crate::case::Case;
use callgate_tests::scene::{ALLOW_LIST, JUDGE_ALL};
use callgate_tests::{Need, Outcome, Scene, Variant};
use std::path::Path;

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd, Need::Ptrace];

/// A run inside a run is judged by ptrace, behind Landlock.
const NESTS: &[Need] = &[Need::Notify, Need::Addfd, Need::Ptrace, Need::Landlock(6)];

const LANDLOCK: &[Need] = &[Need::Notify, Need::Addfd, Need::Ptrace, Need::Landlock(3)];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/inside/strace", needs: NOTIFY, run: strace },
    Case { name: "user/inside/gdb", needs: NOTIFY, run: gdb },
    Case { name: "user/inside/a-callgate", needs: NESTS, run: nested },
    Case { name: "root/inside/a-callgate", needs: NESTS, run: nested },
    Case { name: "user/inside/presets", needs: NESTS, run: nested_presets },
    Case { name: "user/inside/a-callgate-that-cannot-judge", needs: NESTS, run: nested_refused },
    Case { name: "user/inside/redirects-and-executions", needs: NESTS, run: nested_executions },
    Case { name: "user/inside/filters-of-its-own", needs: NESTS, run: nested_filters },
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

/// The kernel allows one listener a thread chain, and so the inner run is judged as its calls begin. Both policies hold,
/// and each run reports what it denied.
fn nested(scene: &Scene) {
    let inner = "default = \"allow\"\n[fs]\ndeny.write = [\"$CWD/out/*\"]\n";
    for outer in [JUDGE_ALL, ALLOW_LIST] {
        let outcome = inner_run(scene, outer, inner, "");
        outcome.prints("text\nend\nstatus 0").says("fs.deny.write[0]").says("forbidden-x");
        let work = scene.work();
        assert!(work.join("in/made").exists() && !work.join("in/forbidden-x").exists(), "{outcome}");
        assert!(!work.join("out/file").exists(), "{outcome}");
    }
    let program = scene.stage.join("callgate");
    let outcome = scene.supervised(JUDGE_ALL, &program, &["doctor"]);
    outcome.ends(0).prints("a free listener is missing").prints("judges calls as they begin, by ptrace");
    outcome.never_says("denied");
}

/// `callgate run -- callgate run -- CMD`, as it stands and with presets.
fn nested_presets(scene: &Scene) {
    let callgate = scene.stage.join("callgate");
    let callgate = callgate.to_str().expect("text");
    for (outer, inner) in
        [("", ""), ("-p base", "-p base"), ("-p workspace", "-p base"), ("-p base", "-p workspace")]
    {
        scene.reset();
        let mut command = scene.callgate();
        command.arg("run").args(outer.split_whitespace()).args(["--", callgate, "run"]);
        command.args(inner.split_whitespace()).args(["--", "/bin/sh", "-c", "echo from within; exit 3"]);
        scene.finish(&mut command).ends(3).prints("from within\n");
    }
}

/// What cannot be judged so says what is in the way, and starts nothing.
fn nested_refused(scene: &Scene) {
    let inner = "default = \"allow\"\n[fs]\ndeny.all = [\"**/x\"]\n";
    let ways = [
        (JUDGE_ALL, "--withhold ptrace", "may not trace"),
        (JUDGE_ALL, "--engine notify", "does not trace"),
        (JUDGE_ALL, "--withhold landlock=5", "no Landlock 6"),
        (JUDGE_ALL, "--withhold pidfd_getfd", "pidfd_getfd"),
    ];
    for (outer, flags, reason) in ways {
        let outcome = inner_run(scene, outer, inner, flags);
        outcome.prints("status 125").says("listener: another supervisor already listens on this process");
        outcome.says(reason).says("keep to a policy of [syscalls] alone");
        assert!(!scene.work().join("in/made").exists(), "{outcome}");
    }
    // A program has one tracer, and the outer run has it.
    let file = scene.path("policy/inner.toml");
    std::fs::write(&file, format!("callgate = 1\n{inner}")).expect("own file");
    let callgate = scene.stage.join("callgate");
    let mut command = scene.callgate();
    command.args(["run", "--engine", "ptrace", "-p"]).arg(scene.policy(JUDGE_ALL)).arg("--").arg(callgate);
    command.args(["run", "-p"]).arg(file).args(["--", "/bin/echo", "ran"]);
    let outcome = scene.finish(&mut command);
    outcome.ends(125).says("may not trace").never_says("panicked");
    assert!(!outcome.stdout.contains("ran"), "{outcome}");
}

/// Executions are judged by name, redirects of files lead where they lead.
fn nested_executions(scene: &Scene) {
    let inner = "default = \"allow\"\n[fs]\ndeny.exec = [\"/usr/bin/printf\", \"**/denied-*\"]\n\
        [[fs.redirect]]\nfrom = \"$CWD/one\"\nto = \"$CWD/two\"\n";
    scene.reset();
    scene.put("one/file", "from one\n");
    scene.put("two/file", "from two\n");
    scene.put("denied-script", "#!/bin/sh\necho it ran\n");
    scene.put("script", "#!/bin/sh\necho script $0\n");
    let file = scene.path("policy/inner.toml");
    std::fs::write(&file, format!("callgate = 1\n{inner}")).expect("own file");
    let program = scene.stage.join("callgate");
    let script = "chmod +x script denied-script; cat one/file; ./script; ./denied-script; echo $?; \
        /usr/bin/printf ran; echo $?";
    let args = ["run", "-p", file.to_str().expect("text"), "--", "/bin/sh", "-c", script];
    let outcome = scene.supervised(JUDGE_ALL, &program, &args);
    outcome.ends(0).prints("from two\nscript ./script\n126\n126\n").says("fs.deny.exec[0]");
}

/// Filters of the program's own see each call as it was made, though callgate performs it: what they answer stands.
fn nested_filters(scene: &Scene) {
    let inner = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.write = [\"**/forbidden-*\"]\n";
    let calls = "callgate = 1\n[syscalls]\ndefault = \"allow\"\nerrno.ENOSPC = [\"mkdir\", \"mkdirat\"]\nerrno.EXDEV = [\"rename\", \"renameat\", \"renameat2\"]\n";
    scene.reset();
    scene.put("file", "text\n");
    let [inner_file, calls_file] = [("inner", inner), ("calls", calls)].map(|(name, text)| {
        let file = scene.path(&format!("policy/{name}.toml"));
        std::fs::write(&file, text).expect("own file");
        file.to_str().expect("text").to_owned()
    });
    let program = scene.stage.join("callgate");
    let callgate = program.to_str().expect("text");
    let script = "mkdir made; mv -T file other; ls";
    let args = [
        "run",
        "-p",
        &inner_file,
        "--",
        callgate,
        "run",
        "-q",
        "-p",
        &calls_file,
        "--",
        "/bin/sh",
        "-c",
        script,
    ];
    let outcome = scene.supervised(JUDGE_ALL, &program, &args);
    outcome.says("No space left");
    assert!(!scene.work().join("made").exists(), "the program's own filter was passed by\n{outcome}");
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
