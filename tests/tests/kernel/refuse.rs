//! Bad input: a clear message, the documented code, nothing left behind, never a panic.

use crate::case::Case;
use callgate_tests::scene::JUDGE_ALL;
use callgate_tests::{Need, Scene, Variant};
use std::path::Path;

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/refuse/broken-policy", needs: &[], run: broken },
    Case { name: "user/refuse/unknown-preset", needs: &[], run: preset },
    Case { name: "user/refuse/missing-policy", needs: &[], run: missing },
    Case { name: "user/refuse/rules-without-an-engine", needs: &[], run: engines },
    Case { name: "user/refuse/a-fragment-without-default", needs: &[], run: fragment },
    Case { name: "user/refuse/full-disk-under-json", needs: &[Need::Notify], run: full },
    Case { name: "user/refuse/usage", needs: &[], run: usage },
    Case { name: "user/refuse/undumpable-target", needs: &[Need::Notify], run: undumpable },
    Case { name: "user/refuse/no-open-files-left", needs: &[Need::Notify], run: no_files },
];

const TRUE: &str = "/bin/true";

fn broken(scene: &Scene) {
    let policy = "callgate = 1\ndefualt = \"deny\"\n[fs]\nread = [\"public\"]\n[syscalls]\ndefault = \"allow\"\nkill = [\"mprotect(prott == 0)\", \"mprotect(prot & PROT_EXEK != 0)\", \"opennat\"]\n";
    let outcome = scene.supervised(policy, Path::new(TRUE), &[""; 0]);
    outcome.ends(125).says("policy.toml").never_says("panicked");
    for word in ["defualt", "./public", "prot", "PROT_EXEC", "openat"] {
        outcome.says(word);
    }
}

fn preset(scene: &Scene) {
    let outcome = scene.finish(scene.callgate().args(["run", "-p", "wrkspace", "--", TRUE]));
    outcome.ends(125).says("wrkspace").says("workspace");
}

fn missing(scene: &Scene) {
    let outcome = scene.finish(scene.callgate().args(["run", "-p", "./nothing.toml", "--", TRUE]));
    outcome.ends(125).says("nothing.toml");
}

fn engines(scene: &Scene) {
    let parts = [
        "[[fault]]\ncall = \"getuid\"\nreturn = 42\n",
        "[fs]\nask.read = [\"/etc\"]\n",
        "[[net.redirect]]\nop = \"bind\"\nfrom = \"tcp:*:80\"\nto = \"tcp:127.0.0.1:8080\"\n",
        "[syscalls]\ndefault = \"allow\"\nnotify = [\"getuid\"]\n",
    ];
    for part in parts {
        let policy = format!("callgate = 1\ndefault = \"allow\"\n{part}");
        let outcome = scene.supervised(&policy, Path::new("/bin/echo"), &["ran"]);
        outcome.ends(125).says("policy.toml").never_says("panicked");
        assert!(outcome.stdout.is_empty(), "it ran nevertheless under\n{part}\n{outcome}");
    }
}

fn fragment(scene: &Scene) {
    let outcome = scene.supervised("callgate = 1\n[fs]\nread = [\"/\"]\n", Path::new(TRUE), &[""; 0]);
    outcome.ends(125).says("default");
}

fn full(scene: &Scene) {
    let policy = scene.policy(JUDGE_ALL);
    let mut command = scene.callgate();
    command.args(["run", "--json", "/dev/full", "-p"]).arg(policy).args(["--", "/bin/echo", "ran"]);
    let outcome = scene.finish(&mut command);
    outcome.ends(125).says("--json").says("No space left").never_says("panicked");
    let policy = scene.policy(JUDGE_ALL);
    let mut command = scene.callgate();
    command.args(["run", "--json", "/nowhere/log", "-p"]).arg(policy).args(["--", "/bin/echo", "ran"]);
    let outcome = scene.finish(&mut command);
    outcome.ends(125).says("/nowhere/log");
    assert!(outcome.stdout.is_empty(), "it ran without its log\n{outcome}");
}

fn usage(scene: &Scene) {
    scene.finish(scene.callgate().args(["run", "--no-such-flag"])).ends(125).says("--no-such-flag");
    scene.finish(scene.callgate().arg("run")).ends(125);
    scene.finish(scene.callgate().arg("chekc")).ends(2).says("check");
}

/// A target that makes itself unreadable gets a refusal with that reason, not a hang.
fn undumpable(scene: &Scene) {
    let program = scene.guests.find("procs", Variant::Dynamic);
    let outcome = scene.supervised(JUDGE_ALL, &program, &["undumpable"]);
    outcome.ends(0);
    assert!(outcome.stdout.starts_with("open: "), "{outcome}");
}

fn no_files(scene: &Scene) {
    let policy = scene.policy(JUDGE_ALL);
    let stage = std::env::var("CALLGATE_STAGE").expect("the harness sets it");
    for limit in [3, 4, 5, 6, 8, 10, 12, 16] {
        let script =
            format!("ulimit -n {limit}; exec {stage}/callgate run -p {} -- /bin/true", policy.display());
        let outcome = scene.native(Path::new("/bin/sh"), &["-c", &script]);
        outcome.never_says("panicked");
        assert!([0, 125, 126, 127, 1].contains(&outcome.code), "with {limit} files\n{outcome}");
    }
}
