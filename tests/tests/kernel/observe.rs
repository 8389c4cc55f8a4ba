//! `run --observe`: nothing is refused, and what would be is reported.

use crate::case::Case;
use callgate_tests::scene::{ALLOW_LIST, JUDGE_ALL, Outcome};
use callgate_tests::{Need, Scene, Variant};
use std::path::Path;
use std::process::{Command, Stdio};

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];
const IA32: &[Need] = &[Need::Notify, Need::Addfd, Need::Ia32];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/observe/files", needs: NOTIFY, run: files },
    Case { name: "user/observe/sockets", needs: NOTIFY, run: sockets },
    Case { name: "user/observe/executions", needs: NOTIFY, run: executions },
    Case { name: "user/observe/side-doors", needs: NOTIFY, run: side_doors },
    Case { name: "root/observe/side-doors", needs: NOTIFY, run: side_doors },
    Case { name: "user/observe/rules-that-kill", needs: NOTIFY, run: kills },
    Case { name: "user/observe/foreign-abi", needs: IA32, run: foreign },
    Case { name: "user/observe/what-is-said", needs: NOTIFY, run: said },
    Case {
        name: "user/observe/everything-denied-is-as-natively",
        needs: NOTIFY,
        run: |scene| {
            same(scene, "opens", &["openat"]);
            same(scene, "opens", &["creat"]);
            same(scene, "writes", &[]);
            same(scene, "paths", &[]);
        },
    },
];

/// What denies every file and address to a program, and what starts it.
const DENY_ALL: &str = "callgate = 1\ndefault = \"deny\"\n";

fn command(scene: &Scene, policy: &str, program: &Path, args: &[&str]) -> Command {
    let file = scene.policy(policy);
    let mut command = scene.callgate();
    command.args(["run", "--observe", "-p"]).arg(file).arg("--json").arg(scene.path("events.jsonl"));
    command.arg("--").arg(program).args(args);
    command
}

fn observed(scene: &Scene, policy: &str, program: &Path, args: &[&str]) -> Outcome {
    scene.finish(&mut command(scene, policy, program, args))
}

/// The events of calls that would have been refused; each says that it was not.
fn refusals(scene: &Scene) -> Vec<serde_json::Value> {
    let events = scene.events();
    assert_eq!(events.first().expect("a start")["mode"], "observe");
    assert_eq!(events.last().expect("an end")["mode"], "observe");
    let calls: Vec<_> = events.into_iter().filter(|event| event["type"] == "call").collect();
    for call in &calls {
        assert_eq!(call["mode"], "observe", "{call}");
        assert_ne!(call["verdict"], "allow", "{call}");
    }
    calls
}

#[track_caller]
fn has(refusals: &[serde_json::Value], op: &str, object: &str) {
    let found = refusals.iter().any(|event| {
        event["op"] == op && event["target"]["resolved"].as_str().is_some_and(|name| name.ends_with(object))
    });
    assert!(found, "no {op} {object} among {refusals:#?}");
}

fn files(scene: &Scene) {
    scene.put("secret", "the secret\n");
    let script = "cat secret; echo new > made; mkdir folder; mv made folder/moved; ln folder/moved linked; \
        chmod 600 linked; rm folder/moved; rmdir folder; ls; exit 4";
    let outcome = observed(scene, DENY_ALL, Path::new("/bin/sh"), &["-c", script]);
    outcome.ends(4).never_says("Permission denied to").never_says(": Permission denied\n");
    assert_eq!(outcome.stdout, "the secret\nlinked\nsecret\n", "{outcome}");
    let refusals = refusals(scene);
    has(&refusals, "fs.read", "/w/secret");
    for name in ["made", "folder", "folder/moved", "linked"] {
        has(&refusals, "fs.write", &format!("/w/{name}"));
    }
    // With an explicit rule, too.
    let policy = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"$CWD/secret\"]\n";
    let outcome = observed(scene, policy, Path::new("/bin/cat"), &["secret"]);
    outcome.ends(0).prints("the secret").says("would deny fs.read").says("fs.deny.all[0]");
}

fn sockets(scene: &Scene) {
    for (what, operations) in [
        ("tcp4", &["net.bind", "net.listen", "net.connect"][..]),
        ("abstract", &["net.bind", "net.listen", "net.connect"]),
        ("udp", &["net.bind", "net.send"]),
    ] {
        same(scene, "sockets", &[what]);
        let refusals = refusals(scene);
        for op in operations {
            assert!(refusals.iter().any(|event| event["op"] == *op), "no {op} of {what}: {refusals:#?}");
        }
    }
}

/// Executions outside the list are performed and reported: the file, and what it needs to run.
fn executions(scene: &Scene) {
    use std::os::unix::fs::PermissionsExt;
    let script = scene.put("script", "#!/bin/cat\ntext\n");
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).expect("own file");
    scene.put("plain", "no program\n");
    for policy in [
        "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [\"/\"]\nexec = [\"/nowhere\"]\n",
        "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [\"/\"]\n",
    ] {
        let native =
            scene.native(Path::new("/bin/sh"), &["-c", "./script; ./plain; ./missing; exec /bin/true"]);
        let args = ["-c", "./script; ./plain; ./missing; exec /bin/true"];
        let outcome = observed(scene, policy, Path::new("/bin/sh"), &args);
        assert_eq!((&native.stdout, native.code), (&outcome.stdout, outcome.code), "{outcome}");
        let refusals = refusals(scene);
        has(&refusals, "fs.exec", "/w/script");
        has(&refusals, "fs.exec", "/cat");
        has(&refusals, "fs.exec", "/true");
        for event in &refusals {
            let name = event["target"]["resolved"].as_str().unwrap_or_default();
            assert!(!name.ends_with("/plain") && !name.ends_with("sh"), "{event}");
        }
    }
}

/// Doors whose answer does not depend on what was opened before.
const DOORS: &[&str] = &[
    "unshare user",
    "unshare mount",
    "setns",
    "pivot_root",
    "umount2",
    "TIOCSTI",
    "TIOCLINUX",
    "kill outside",
    "ptrace outside",
    "process_vm_readv outside",
];

fn side_doors(scene: &Scene) {
    let program = scene.guests.find("doors", Variant::Dynamic);
    let mut outsider = Command::new("/bin/cat").stdin(Stdio::piped()).spawn().expect("cat");
    let pid = outsider.id().to_string();
    let native = scene.native(&program, &[&pid]);
    for policy in [JUDGE_ALL, ALLOW_LIST, DENY_ALL] {
        let outcome = observed(scene, policy, &program, &[&pid]);
        for door in DOORS {
            let answer = |outcome: &Outcome| {
                let found = outcome.stdout.lines().find_map(|line| line.strip_prefix(door));
                found.map_or_else(|| panic!("{door} was not tried\n{outcome}"), str::to_owned)
            };
            assert_eq!(answer(&native), answer(&outcome), "{door}\n{outcome}");
        }
        let refusals = refusals(scene);
        let unshare = refusals.iter().find(|event| event["call"]["name"] == "unshare").expect("a report");
        assert_eq!((&unshare["errno"], &unshare["via"]), (&"EPERM".into(), &"bpf".into()), "{unshare}");
    }
    drop(outsider.stdin.take());
    outsider.wait().expect("cat ends");
}

fn kills(scene: &Scene) {
    let bare = scene.guests.find("bare", Variant::Static);
    let policy = "callgate = 1\n[syscalls]\ndefault = \"kill\"\nallow = [\"read\", \"write\", \"exit\"]\n";
    let outcome = observed(scene, policy, &bare, &["g"]);
    outcome.ends(3).prints("alive").says("would kill for exit_group(3)").says("syscalls.default");
    let calls = refusals(scene);
    let exit = calls.iter().find(|event| event["call"]["name"] == "exit_group").expect("a report");
    assert_eq!(exit["verdict"], "kill");
    assert_eq!(scene.events().last().expect("an end")["totals"]["killed"], 0);
    // A whole program under it, threads and signals included.
    let threads = scene.guests.find("procs", Variant::Dynamic);
    let native = scene.native(&threads, &["mixed", "4"]);
    let outcome = observed(scene, policy, &threads, &["mixed", "4"]);
    assert_eq!((&native.stdout, native.code), (&outcome.stdout, outcome.code), "{outcome}");
    for (rule, verb) in [
        ("errno.EXDEV", "would deny getppid()"),
        ("trap", "would trap getppid()"),
        ("kill-thread", "would kill for getppid()"),
    ] {
        let policy = format!("callgate = 1\n[syscalls]\ndefault = \"allow\"\n{rule} = [\"getppid\"]\n");
        observed(scene, &policy, &bare, &["p"]).ends(3).says(verb).says("policy.toml:4");
    }
}

fn foreign(scene: &Scene) {
    let bare = scene.guests.find("bare", Variant::I386Static);
    let policy = "callgate = 1\n[syscalls]\narch = [\"x86_64\"]\ndefault = \"allow\"\n";
    scene.supervised(policy, &bare, &["g"]).ends(121);
    observed(scene, policy, &bare, &["g"]).ends(3).prints("alive").says("on i386");
}

fn said(scene: &Scene) {
    scene.put("secret", "x");
    let policy = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"$CWD/secret\"]\n";
    let script = "cat secret secret secret >/dev/null; exit 7";
    let outcome = observed(scene, policy, Path::new("/bin/sh"), &["-c", script]);
    outcome.ends(7).says("only observing: nothing is refused").says("would deny fs.read");
    outcome.says("and 2 more times: would deny").says("3 calls would have been denied");
    scene.finish(scene.callgate().arg("why")).prints("only observed").prints("would deny fs.read");
    let file = scene.policy(policy);
    let mut command = scene.callgate();
    command.args(["run", "-q", "--observe", "--fail-on-deny", "-p"]).arg(file).args(["--", "cat", "secret"]);
    let outcome = scene.finish(&mut command);
    outcome.ends(120).prints("x");
    assert_eq!(outcome.stderr, "");
}

/// A guest under a policy that denies all it does prints what it prints natively.
fn same(scene: &Scene, guest: &str, args: &[&str]) {
    let program = scene.guests.find(guest, Variant::Dynamic);
    scene.reset();
    let native = scene.native(&program, args);
    scene.reset();
    let outcome = observed(scene, DENY_ALL, &program, args);
    assert_eq!(native.stdout, outcome.stdout, "{guest}\n{outcome}");
    assert_eq!(native.code, outcome.code, "{guest}\n{outcome}");
}
