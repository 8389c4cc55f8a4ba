//! Starting a program and ending with its status.

use crate::case::Case;
use callgate_tests::scene::{ALLOW_LIST, JUDGE_ALL};
use callgate_tests::{Need, Scene, Variant};
use std::path::Path;

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/launch/status-is-the-targets", needs: NOTIFY, run: status },
    Case { name: "user/launch/signal-is-the-targets", needs: NOTIFY, run: signal },
    Case { name: "user/launch/standard-streams", needs: NOTIFY, run: streams },
    Case { name: "user/launch/arguments-and-environment", needs: NOTIFY, run: arguments },
    Case {
        name: "user/launch/every-variant",
        needs: &[Need::Notify, Need::Addfd, Need::Ia32],
        run: variants,
    },
    Case { name: "user/launch/scripts-keep-their-name", needs: NOTIFY, run: script },
    Case { name: "user/launch/without-execve-only-the-first-is-let", needs: NOTIFY, run: nonce },
    Case { name: "user/launch/not-found", needs: &[], run: not_found },
    Case { name: "user/launch/not-executable", needs: &[], run: not_executable },
    Case { name: "user/launch/no-descriptor-leaks", needs: NOTIFY, run: descriptors },
    Case { name: "root/launch/as-root", needs: NOTIFY, run: status },
];

fn status(scene: &Scene) {
    for code in ["0", "3", "255"] {
        let program = scene.guests.find("procs", Variant::Dynamic);
        for policy in [JUDGE_ALL, ALLOW_LIST] {
            scene.reset();
            scene.supervised(policy, &program, &["exit", code]).ends(code.parse().expect("a number"));
        }
    }
}

fn signal(scene: &Scene) {
    let program = scene.guests.find("procs", Variant::Dynamic);
    for number in [6, 9, 10, 11, 15] {
        scene.reset();
        scene.supervised(JUDGE_ALL, &program, &["signal", &number.to_string()]).ends(128 + number);
    }
}

fn streams(scene: &Scene) {
    let script = "read line; echo \"out $line\"; echo \"err $line\" >&2; ls -l /proc/self/fd/0 | cut -c1-10";
    let input = scene.put("input", "from the file\n");
    let run = |command: &mut std::process::Command| {
        command.stdin(std::fs::File::open(&input).expect("the input"));
        scene.finish(command)
    };
    let native = run(scene.command(Path::new("/bin/sh")).args(["-c", script]));
    let supervised = run(&mut scene.run_command(JUDGE_ALL, Path::new("/bin/sh"), &["-c", script]));
    assert_eq!(native.stdout, supervised.stdout, "{supervised}");
    supervised.says("err from the file");
}

fn arguments(scene: &Scene) {
    let script = "for a; do echo \"<$a>\"; done; echo $0; env | sort | grep -v -e ^CALLGATE -e ^_= ; pwd; umask; ulimit -n";
    let args = ["-c", script, "zero", "", "a b", "--json", "-p", "\n"];
    let native = scene.native(Path::new("/bin/sh"), &args);
    let supervised = scene.supervised(JUDGE_ALL, Path::new("/bin/sh"), &args);
    assert_eq!(native.stdout, supervised.stdout, "{supervised}");
}

fn variants(scene: &Scene) {
    scene.same("procs", Variant::ALL, &["exit", "4"], &|_| ()).ends(4);
}

fn script(scene: &Scene) {
    use std::os::unix::fs::PermissionsExt;
    let file = scene.put("tool", "#!/bin/sh\necho \"$0 $1\"\n");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).expect("own file");
    let native = scene.native(Path::new("./tool"), &["x"]);
    let supervised = scene.supervised(JUDGE_ALL, Path::new("./tool"), &["x"]);
    assert_eq!(native.stdout, supervised.stdout, "{supervised}");
    supervised.prints("./tool x");
}

fn nonce(scene: &Scene) {
    let policy = "callgate = 1\n[syscalls]\ndefault = \"allow\"\nerrno.EPERM = [\"ptrace\"]\nkill = [\"execve\", \"execveat\"]\n";
    scene.supervised(policy, &scene.guests.find("procs", Variant::Static), &["exit", "6"]).ends(6);
    let outcome = scene.supervised(policy, Path::new("/bin/sh"), &["-c", "exec true"]);
    outcome.ends(121).says("execve");
}

fn not_found(scene: &Scene) {
    let outcome = scene.supervised(JUDGE_ALL, Path::new("callgate-no-such-program"), &[""; 0]);
    outcome.ends(127).says("callgate-no-such-program").never_says("panicked");
    let outcome = scene.supervised(JUDGE_ALL, Path::new("./nothing/here"), &[""; 0]);
    outcome.ends(127).says("nothing/here");
}

fn not_executable(scene: &Scene) {
    scene.put("text", "just text\n");
    scene.supervised(JUDGE_ALL, Path::new("./text"), &[""; 0]).ends(126).says("text");
    scene.supervised(JUDGE_ALL, Path::new("/etc"), &[""; 0]).ends(126).says("/etc");
}

/// What callgate or whoever started it had open beyond the standard streams stays behind.
fn descriptors(scene: &Scene) {
    let script = "ls -1 /proc/self/fd | sort -n | tr '\\n' ' '";
    let outcome = scene.supervised(JUDGE_ALL, Path::new("/bin/sh"), &["-c", script]);
    assert_eq!(outcome.stdout, "0 1 2 3 ", "the target has other descriptors\n{outcome}");
}
