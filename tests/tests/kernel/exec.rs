//! Which files may be executed, where the rules say it by wildcards, exceptions and denials: each way to execute one, and
//! each way around.

use crate::case::Case;
use callgate_tests::scene::rounds;
use callgate_tests::{Need, Outcome, Scene, Variant};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

const PTRACE: &[Need] = &[Need::Notify, Need::Addfd, Need::Ptrace];
const IA32: &[Need] = &[Need::Notify, Need::Addfd, Need::Ptrace, Need::Ia32];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/exec/ways", needs: PTRACE, run: |scene| ways(scene, Variant::Static) },
    Case { name: "user/exec/ways-i386", needs: IA32, run: |scene| ways(scene, Variant::I386Static) },
    Case { name: "user/exec/denied", needs: PTRACE, run: |scene| denied(scene, Variant::Static) },
    Case { name: "user/exec/denied-i386", needs: IA32, run: |scene| denied(scene, Variant::I386Static) },
    Case { name: "root/exec/denied", needs: PTRACE, run: |scene| denied(scene, Variant::Static) },
    Case { name: "user/exec/not-listed", needs: PTRACE, run: not_listed },
    Case { name: "user/exec/interpreters", needs: PTRACE, run: interpreters },
    Case { name: "user/exec/a-loader-is-no-program", needs: PTRACE, run: loader },
    Case { name: "user/exec/files-without-a-name", needs: PTRACE, run: nameless },
    Case { name: "user/exec/by-another-thread", needs: PTRACE, run: by_thread },
    Case { name: "user/exec/what-started-may-start-again", needs: PTRACE, run: again },
    Case { name: "user/exec/race-of-the-path", needs: PTRACE, run: |scene| race(scene, "name") },
    Case { name: "user/exec/race-of-a-link", needs: PTRACE, run: |scene| race(scene, "link") },
    Case {
        name: "user/exec/dies-while-it-starts",
        needs: PTRACE,
        run: |scene| steady(scene, &["storm", "200"]),
    },
    Case {
        name: "user/exec/stopped-while-it-starts",
        needs: PTRACE,
        run: |scene| steady(scene, &["stops", "300"]),
    },
    Case { name: "user/exec/without-a-tracer", needs: PTRACE, run: untraced },
];

const DENY: &str = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.exec = [\"$CWD/ev*\"]\n";
const LIST: &str = "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [\"/\"]\nwrite = [\"$CWD\", \"/dev/null\"]\n\
    exec = [\"$CWD/g*d\", \"$CWD/script\", \"/usr/bin/*sh\", \"/usr/lib/**\", \"/usr/lib32/**\"]\n";

/// Two copies of a program, and names for them.
fn set_up(scene: &Scene, variant: Variant) {
    let program = scene.guests.find("execs", variant);
    for copy in ["good", "evil"] {
        std::fs::copy(&program, scene.work().join(copy)).expect("a copy");
    }
    symlink("good", scene.work().join("link")).expect("a link");
    symlink("evil", scene.work().join("other")).expect("a link");
    put_script(scene, "script", "#!./good say\n");
}

fn put_script(scene: &Scene, name: &str, text: &str) {
    let script = scene.put(name, text);
    std::fs::set_permissions(script, std::fs::Permissions::from_mode(0o755)).expect("own file");
}

fn ways(scene: &Scene, variant: Variant) {
    set_up(scene, variant);
    let good = scene.work().join("good");
    let native = scene.native(&good, &["ways", "./good"]);
    native.prints("ran good as zero, called good").prints("called link").prints("as ./good, called script");
    for policy in [DENY, LIST] {
        let outcome = scene.supervised(policy, &good, &["ways", "./good"]);
        assert_eq!(native.stdout, outcome.stdout, "{policy}\n{outcome}");
    }
}

/// What is denied is EACCES in every way; what is wrong for another reason stays so.
fn denied(scene: &Scene, variant: Variant) {
    set_up(scene, variant);
    std::fs::rename(scene.work().join("other"), scene.work().join("link")).expect("own files");
    put_script(scene, "script", "#!./evil say\n");
    let good = scene.work().join("good");
    scene.native(&good, &["ways", "./evil"]).prints("ran evil as zero");
    for policy in [DENY, LIST] {
        let outcome = scene.supervised(policy, &good, &["ways", "./evil"]);
        outcome.never_says("killed").says("fs.exec").says("/evil").says("EACCES");
        assert!(!outcome.stdout.contains("ran"), "{policy}\n{outcome}");
        let expected = [
            "execve: -EACCES",
            "execveat: -EACCES",
            "execveat, by descriptor: -EACCES",
            "execveat, by O_PATH: -EACCES",
            "execveat, a bad flag: -EINVAL",
            "execveat, no descriptor: -EBADF",
            "by /proc/self/fd: -EACCES",
            "by a link: -EACCES",
            "by a link, not followed: -ELOOP",
            "a script: -EACCES",
            "nothing: -ENOENT",
            "a folder: -EACCES",
            "no memory: -EFAULT",
            "vfork: -EACCES",
            "posix_spawn: -EACCES",
        ];
        for line in expected {
            assert!(outcome.stdout.lines().any(|said| said == line), "{policy}\nno {line:?}\n{outcome}");
        }
    }
    let refused: Vec<_> = refusals(scene).collect();
    assert!(refused.len() >= 9, "{refused:?}");
    for event in refused {
        assert_eq!((&event["via"], &event["verdict"]), (&"ptrace".into(), &"deny".into()), "{event}");
    }
}

fn refusals(scene: &Scene) -> impl Iterator<Item = serde_json::Value> {
    scene.events().into_iter().filter(|event| event["op"] == "fs.exec" && event["verdict"] != "allow")
}

fn not_listed(scene: &Scene) {
    let policy = "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [\"/\"]\nwrite = [\"/dev/null\"]\n\
        exec = [{ at = \"/usr/bin/*\", except = [\"/usr/bin/id\"] }, \"/usr/lib/**\"]\n";
    let script = "cat /etc/hostname >/dev/null && echo listed; id 2>/dev/null || echo \"excepted $?\"; \
        /sbin/ldconfig --version 2>/dev/null || echo \"not listed $?\"";
    let outcome = scene.supervised(policy, Path::new("/bin/sh"), &["-c", script]);
    assert_eq!(outcome.stdout, "listed\nexcepted 126\nnot listed 126\n", "{outcome}");
    outcome.says("/usr/bin/id").says("ldconfig");
}

/// A script needs the right for itself and for each interpreter that it names.
fn interpreters(scene: &Scene) {
    set_up(scene, Variant::Static);
    put_script(scene, "evil-script", "#!./good say\n");
    put_script(scene, "second", "#!./script\n");
    put_script(scene, "hidden", "#!./evil-script\n");
    put_script(scene, "loop", "#!./loop\n");
    let sh = Path::new("/bin/sh");
    let script = "for s in script second evil-script hidden loop; do ./$s; echo $?; done 2>/dev/null";
    let native = scene.native(sh, &["-c", script]);
    native.prints("ran good as ./good");
    let outcome = scene.supervised(DENY, sh, &["-c", script]);
    assert_eq!(
        outcome.stdout.matches("126").count(),
        native.stdout.matches("126").count() + 2,
        "{native}{outcome}"
    );
    outcome.says("evil-script").never_says("killed");
}

fn loader(scene: &Scene) {
    let program = scene.guests.find("execs", Variant::Dynamic);
    let evil = scene.work().join("evil");
    std::fs::copy(&program, &evil).expect("a copy");
    let script = "for l in /lib64/ld-linux-x86-64.so.2; do $l ./evil say; echo $?; done 2>/dev/null";
    scene.native(Path::new("/bin/sh"), &["-c", script]).prints("ran ld-linux");
    for policy in [DENY, LIST] {
        let outcome = scene.supervised(policy, Path::new("/bin/sh"), &["-c", script]);
        assert_eq!(outcome.stdout, "126\n", "{policy}\n{outcome}");
        outcome.says("a loader was to be executed as a program");
    }
}

fn nameless(scene: &Scene) {
    set_up(scene, Variant::Static);
    let good = scene.work().join("good");
    scene.native(&good, &["memfd", "./evil"]).prints("ran memfd:copy");
    for policy in [DENY, LIST] {
        let outcome = scene.supervised(policy, &good, &["memfd", "./evil"]);
        outcome.says("a file without a name");
        assert_eq!(
            outcome.stdout, "memfd, by descriptor: -EACCES\nmemfd, by /proc/self/fd: -EACCES\n",
            "{outcome}"
        );
    }
}

fn by_thread(scene: &Scene) {
    set_up(scene, Variant::Static);
    let good = scene.work().join("good");
    let native = scene.native(&good, &["thread", "./good"]);
    native.prints("ran good as zero").ends(0);
    for policy in [DENY, LIST] {
        let outcome = scene.supervised(policy, &good, &["thread", "./good"]);
        assert_eq!((&native.stdout, native.code), (&outcome.stdout, outcome.code), "{outcome}");
        scene.supervised(policy, &good, &["thread", "./evil"]).prints("-EACCES").ends(1);
    }
}

/// The program that the user named needs no rule, as at the start.
fn again(scene: &Scene) {
    let policy = "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [\"/\"]\nwrite = [\"/dev/null\"]\nexec = [\"$CWD/g*d\"]\n";
    let script = "/bin/sh -c 'echo again'; /usr/bin/id 2>/dev/null; echo $?";
    let outcome = scene.supervised(policy, Path::new("/bin/sh"), &["-c", script]);
    assert_eq!(outcome.stdout, "again\n126\n", "{outcome}");
    let denied = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.exec = [\"/usr/bin/*sh\"]\n";
    let outcome = scene.supervised(denied, Path::new("/bin/sh"), &["-c", script]);
    assert!(outcome.stdout.starts_with("uid=") && outcome.stdout.ends_with("\n0\n"), "{outcome}");
}

/// The path cannot be changed; a link in it can, and the kernel then starts another file than was judged: that is ended
/// before its first instruction.
fn race(scene: &Scene, what: &str) {
    set_up(scene, Variant::Static);
    let good = scene.work().join("good");
    let native = scene.native(&good, &["race", what, "0"]);
    native.prints("evil 1\n");
    let outcome: Outcome = scene.supervised(DENY, &good, &["race", what, &rounds().to_string()]);
    outcome.ends(0).prints("evil 0\nnot idle 1\n");
    if what == "name" {
        outcome.prints("killed 0\n");
    }
    let killed = outcome.stdout.lines().find_map(|line| line.strip_prefix("killed ")).expect("it says");
    let events: Vec<_> = refusals(scene).filter(|event| event["verdict"] == "kill").collect();
    let count: u64 = events.iter().filter_map(|event| event["count"].as_u64()).sum();
    assert_eq!(count.to_string(), killed, "{outcome}");
    assert!(events.iter().all(|event| event["via"] == "ptrace"), "{events:?}");
}

fn steady(scene: &Scene, args: &[&str]) {
    set_up(scene, Variant::Static);
    let good = scene.work().join("good");
    let native = scene.native(&good, args);
    for policy in [DENY, LIST] {
        let outcome = scene.supervised(policy, &good, args);
        assert_eq!((&native.stdout, native.code), (&outcome.stdout, outcome.code), "{outcome}");
    }
}

/// Without a tracer the rule cannot be enforced, and nothing starts.
fn untraced(scene: &Scene) {
    for policy in [DENY, LIST] {
        let file = scene.policy(policy);
        let mut command = scene.callgate();
        command.args(["run", "--engine", "notify", "-p"]).arg(file).args(["--", "/bin/true"]);
        scene.finish(&mut command).ends(125).says("--allow-unenforced").says("the ptrace engine");
    }
    // Nor where something around callgate forbids it to trace.
    let around = scene.path("policy/around.toml");
    let text = "callgate = 1\n[syscalls]\ndefault = \"allow\"\nerrno.EPERM = [\"ptrace\"]\n";
    std::fs::write(&around, text).expect("the policy file");
    for engine in [&[][..], &["--engine", "ptrace"]] {
        let file = scene.policy(LIST);
        let inner = scene.callgate();
        let mut command = scene.callgate();
        command
            .args(["run", "-q", "-p"])
            .arg(&around)
            .arg("--")
            .arg(inner.get_program())
            .arg("run")
            .args(engine);
        command.arg("-p").arg(file).args(["--", "/bin/true"]);
        scene.finish(&mut command).ends(125).says("--allow-unenforced");
    }
}
