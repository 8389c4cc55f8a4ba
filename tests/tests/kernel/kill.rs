//! Killed by the policy: the status, and a report of call, arguments, place, ABI and rule.

use crate::case::Case;
use callgate_tests::{Need, Scene, Variant};
use std::path::Path;

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];
const PTRACE: &[Need] = &[Need::Ptrace];
const IA32: &[Need] = &[Need::Ptrace, Need::Ia32];

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "user/kill/strict-names-exit-group",
        needs: PTRACE,
        run: |scene| strict(scene, Variant::Static, "x86_64"),
    },
    Case {
        name: "user/kill/strict-names-exit-group-i386",
        needs: IA32,
        run: |scene| strict(scene, Variant::I386Static, "i386"),
    },
    Case { name: "user/kill/arguments-are-decoded", needs: PTRACE, run: arguments },
    Case { name: "user/kill/in-a-child", needs: PTRACE, run: child },
    Case { name: "user/kill/beside-file-rules", needs: NOTIFY, run: beside },
    Case { name: "user/kill/foreign-abi", needs: IA32, run: foreign },
    Case { name: "user/kill/a-plain-sigsys-is-none", needs: NOTIFY, run: plain },
];

fn strict(scene: &Scene, variant: Variant, abi: &str) {
    let program = scene.guests.find("bare", variant);
    let policy = "callgate = 1\n[syscalls]\ndefault = \"kill\"\nallow = [\"read\", \"write\", \"exit\", \"rt_sigreturn\"]\n";
    scene.native(&program, &["g"]).ends(3);
    let outcome = scene.supervised(policy, &program, &["g"]);
    outcome
        .ends(121)
        .prints("alive\n")
        .says("exit_group")
        .says("exit_group(3)")
        .says("bare")
        .never_says("panicked");
    outcome.says("syscalls.default");
    let events = scene.events();
    let call = events.iter().find(|event| event["type"] == "call" && event["verdict"] == "kill");
    let call = call.unwrap_or_else(|| panic!("no kill among the events\n{outcome}"));
    assert_eq!(call["call"]["name"], "exit_group", "{call}");
    assert_eq!(call["call"]["arch"], abi, "{call}");
    // It leaves by exit: allowed.
    scene.supervised(policy, &program, &["e"]).ends(3).prints("alive");
}

fn arguments(scene: &Scene) {
    let program = scene.guests.find("bare", Variant::Static);
    let policy = "callgate = 1\n[syscalls]\ndefault = \"allow\"\nerrno.EPERM = [\"ptrace\"]\nkill = [\"mprotect(prot & PROT_EXEC != 0)\"]\n";
    scene.supervised(policy, &program, &["m"]).ends(3);
    let outcome = scene.supervised(policy, &program, &["x"]);
    outcome.ends(121).says("mprotect(").says("PROT_EXEC").says("syscalls.kill[0]").says("policy.toml:5");
}

fn child(scene: &Scene) {
    // A child that is killed does not end the run, but is reported.
    let policy =
        "callgate = 1\n[syscalls]\ndefault = \"allow\"\nerrno.EPERM = [\"ptrace\"]\nkill = [\"getppid\"]\n";
    let bare = scene.guests.find("bare", Variant::Static);
    let script = format!("{} p; echo after $?", bare.display());
    let outcome = scene.supervised(policy, Path::new("/bin/busybox"), &["sh", "-c", &script]);
    if outcome.stdout.is_empty() {
        // busybox's shell asks for its own parent.
        return outcome_of_parent(&outcome);
    }
    outcome.prints("after 159").says("getppid");
}

fn outcome_of_parent(outcome: &callgate_tests::Outcome) {
    outcome.ends(121).says("getppid");
}

fn beside(scene: &Scene) {
    let policy = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"**/forbidden-*\"]\n[syscalls]\ndefault = \"allow\"\nerrno.EPERM = [\"ptrace\"]\nkill = [\"getppid\"]\n";
    scene.put("file", "text\n");
    scene.put("forbidden-file", "the secret\n");
    let bare = scene.guests.find("bare", Variant::Static);
    scene.supervised(policy, &bare, &["a", "file"]).ends(3).prints("text");
    scene.supervised(policy, &bare, &["o", "forbidden-file"]).ends(3).prints("-13").says("fs.read");
    scene.supervised(policy, &bare, &["p"]).ends(121).says("getppid");
}

fn foreign(scene: &Scene) {
    let policy = "callgate = 1\n[syscalls]\narch = [\"x86_64\"]\ndefault = \"allow\"\nerrno.EPERM = [\"ptrace\"]\nkill = [\"getppid\"]\n";
    scene.supervised(policy, &scene.guests.find("bare", Variant::Static), &["g"]).ends(3);
    let outcome = scene.supervised(policy, &scene.guests.find("bare", Variant::I386Static), &["g"]);
    outcome.ends(121).says("i386");
}

/// A program that sends itself SIGSYS died by itself.
fn plain(scene: &Scene) {
    let policy =
        "callgate = 1\n[syscalls]\ndefault = \"allow\"\nerrno.EPERM = [\"ptrace\"]\nkill = [\"getppid\"]\n";
    let program = scene.guests.find("procs", Variant::Dynamic);
    scene.supervised(policy, &program, &["signal", "31"]).ends(128 + 31);
}
