//! `[limits]` and `[env]`: what the whole tree gets.

use crate::case::Case;
use callgate_tests::scene::{JUDGE_ALL, Outcome};
use callgate_tests::{Need, Scene};
use std::path::Path;

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/limits/open-files", needs: NOTIFY, run: open_files },
    Case { name: "user/limits/memory", needs: NOTIFY, run: memory },
    Case { name: "user/limits/processes", needs: NOTIFY, run: processes },
    Case { name: "user/limits/cpu", needs: NOTIFY, run: cpu },
    Case { name: "user/limits/cannot-be-raised", needs: NOTIFY, run: raised },
    Case { name: "user/limits/hold-in-observed-runs", needs: NOTIFY, run: observed },
    Case { name: "user/limits/environment", needs: NOTIFY, run: environment },
];

/// A Python program in a child of the program that is run: limits are inherited.
fn python(scene: &Scene, limits: &str, script: &str) -> Outcome {
    let policy = format!("{JUDGE_ALL}[limits]\n{limits}\n");
    scene.put("script.py", script);
    scene.supervised(&policy, Path::new("/bin/sh"), &["-c", "/usr/bin/python3 script.py; exit $?"])
}

/// The supervisor opens the files, but the program's limit counts.
fn open_files(scene: &Scene) {
    scene.put("file", "text\n");
    let script = "
import errno, os
opened = []
try:
    while len(opened) < 1000:
        opened.append(os.open('file', os.O_RDONLY))
except OSError as error:
    print(errno.errorcode[error.errno], max(opened))
";
    python(scene, "open-files = 20", script).ends(0).prints("EMFILE 19\n");
}

fn memory(scene: &Scene) {
    let script = "
small = bytearray(16 << 20)
try:
    large = bytearray(1 << 30)
    print('got it')
except MemoryError:
    print('no memory')
";
    python(scene, "memory = \"4G\"", script).ends(0).prints("got it");
    python(scene, "memory = \"512M\"", script).ends(0).prints("no memory");
}

fn processes(scene: &Scene) {
    // The kernel counts those of the user; this one is there already.
    let policy = format!("{JUDGE_ALL}[limits]\nprocesses = 1\n");
    let script = "import os
try:
    os.fork()
    print('forked')
except OSError as error:
    print(error.strerror)";
    let outcome = scene.supervised(&policy, Path::new("/usr/bin/python3"), &["-c", script]);
    outcome.ends(0).prints("Resource temporarily unavailable\n");
}

fn cpu(scene: &Scene) {
    let policy = format!("{JUDGE_ALL}[limits]\ncpu = \"1s\"\n");
    let outcome = scene.supervised(&policy, Path::new("/bin/sh"), &["-c", "while :; do :; done"]);
    assert!([128 + 9, 128 + 24].contains(&outcome.code), "ended by SIGKILL or SIGXCPU\n{outcome}");
}

fn raised(scene: &Scene) {
    let script = "
import resource
for name in ('RLIMIT_NOFILE', 'RLIMIT_AS', 'RLIMIT_CPU', 'RLIMIT_NPROC'):
    limit = getattr(resource, name)
    soft, hard = resource.getrlimit(limit)
    assert soft == hard != resource.RLIM_INFINITY, name
    try:
        resource.setrlimit(limit, (soft, hard + 1))
        print('raised', name)
    except (ValueError, PermissionError):
        pass
print('done')
";
    let limits = "open-files = 64\nmemory = \"1G\"\ncpu = \"1h\"\nprocesses = 4000";
    let outcome = python(scene, limits, script);
    outcome.ends(0);
    assert_eq!(outcome.stdout, "done\n", "{outcome}");
}

fn observed(scene: &Scene) {
    let policy = scene.policy(&format!("{JUDGE_ALL}[limits]\nwall = \"300ms\"\nopen-files = 20\n"));
    let mut command = scene.callgate();
    command.args(["run", "--observe", "-p"]).arg(policy);
    let outcome = scene.finish(command.args(["--", "/bin/sh", "-c", "ulimit -n; exec sleep 1000"]));
    outcome.ends(124).prints("20\n");
}

fn environment(scene: &Scene) {
    let run = |policy: &str| {
        let file = scene.policy(policy);
        let mut command = scene.callgate();
        command
            .env("NPM_TOKEN", "secret")
            .env("AWS_PROFILE", "secret")
            .env("SSH_AUTH_SOCK", "/secret")
            .env("EDITOR", "vi")
            .env("LC_TIME", "C")
            .args(["run", "-q", "-p"])
            .arg(file);
        // In a child of the program.
        let outcome = scene.finish(command.args(["--", "/bin/sh", "-c", "/usr/bin/env; exit 0"]));
        outcome.ends(0);
        outcome.stdout
    };
    let all = run(JUDGE_ALL);
    assert!(all.contains("NPM_TOKEN=secret\n") && all.contains("EDITOR=vi\n"), "{all}");
    let some = run(&format!(
        "{JUDGE_ALL}[env]\nkeep = [\"PATH\", \"LC_*\", \"*_TOKEN\"]\ndrop = [\"LC_ALL\"]\nset = {{ CI = \"1\", LC_TIME = \"POSIX\" }}\n"
    ));
    assert!(
        some.contains("CI=1\n") && some.contains("LC_TIME=POSIX\n") && some.contains("NPM_TOKEN="),
        "{some}"
    );
    assert!(!some.contains("EDITOR") && !some.contains("LC_ALL") && !some.contains("HOME="), "{some}");
    let preset = run("callgate = 1\nuse = [\"workspace\"]\n");
    assert!(preset.contains("EDITOR=vi\n"), "{preset}");
    assert!(!preset.contains("secret"), "{preset}");
}
