//! What is said of a refusal: one line with everything, folded repeats, a summary, events, `why`.

use crate::case::Case;
use callgate_tests::{Need, Scene, Variant};
use std::path::Path;

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];
const POLICY: &str = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"$CWD/secret\"]\n";

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/reports/one-line-with-everything", needs: NOTIFY, run: line },
    Case { name: "user/reports/repeats-are-folded", needs: NOTIFY, run: folded },
    Case { name: "user/reports/events", needs: NOTIFY, run: events },
    Case { name: "user/reports/why-explains-the-last-run", needs: NOTIFY, run: why },
    Case { name: "user/reports/the-named-flag-allows-it", needs: NOTIFY, run: fix },
    Case { name: "user/reports/fail-on-deny", needs: NOTIFY, run: fail_on_deny },
    Case { name: "user/reports/quiet", needs: NOTIFY, run: quiet },
    Case { name: "user/reports/control-characters-are-escaped", needs: NOTIFY, run: escaped },
];

fn line(scene: &Scene) {
    scene.put("secret", "x");
    let cat = scene.guests.find("cat", Variant::Dynamic);
    let outcome = scene.supervised(POLICY, &cat, &["secret"]);
    outcome.ends(1);
    let object = scene.work().join("secret");
    let denials: Vec<&str> = outcome.stderr.lines().filter(|line| line.contains("denied")).collect();
    assert_eq!(denials.len(), 1, "{outcome}");
    for word in [
        "fs.read",
        object.to_str().expect("text"),
        "cat-dyn",
        "fs.deny.all[0]",
        "policy.toml:4",
        "EACCES",
        "to allow it",
    ] {
        assert!(denials[0].contains(word), "lacks {word}: {}", denials[0]);
    }
    assert!(outcome.stderr.lines().last().is_some_and(|line| line.contains("1 denial")), "{outcome}");
}

fn folded(scene: &Scene) {
    scene.put("secret", "x");
    let script = "i=0; while [ $i -lt 30 ]; do read x < secret; i=$((i+1)); done 2>/dev/null; true";
    let outcome = scene.supervised(POLICY, Path::new("/bin/dash"), &["-c", script]);
    let lines = outcome.stderr.lines().filter(|line| line.contains("secret")).count();
    assert!((1..=6).contains(&lines), "{lines} lines for thirty equal denials\n{outcome}");
}

fn events(scene: &Scene) {
    scene.put("secret", "x");
    let cat = scene.guests.find("cat", Variant::Dynamic);
    scene.supervised(POLICY, &cat, &["secret"]).ends(1);
    let events = scene.events();
    let of = |kind: &str| events.iter().filter(|event| event["type"] == kind).collect::<Vec<_>>();
    assert_eq!((of("start").len(), of("end").len()), (1, 1));
    let calls = of("call");
    assert_eq!(calls.len(), 1, "{calls:?}");
    let call = calls[0];
    assert_eq!(call["op"], "fs.read");
    assert_eq!(call["verdict"], "deny");
    assert_eq!(call["errno"], "EACCES");
    assert_eq!(call["target"]["given"], "secret");
    assert_eq!(call["target"]["resolved"], scene.work().join("secret").to_str().expect("text"));
    assert_eq!(call["rule"]["id"], "fs.deny.all[0]");
    assert_eq!(call["rule"]["line"], 4);
    assert_eq!(call["call"]["name"], "openat");
    assert_eq!(of("end")[0]["exit"], 1);
}

fn why(scene: &Scene) {
    scene.put("secret", "x");
    let cat = scene.guests.find("cat", Variant::Dynamic);
    scene.supervised(POLICY, &cat, &["secret"]).ends(1);
    let outcome = scene.finish(scene.callgate().arg("why"));
    for word in ["fs.read", "secret", "fs.deny.all[0]"] {
        assert!(outcome.stdout.contains(word), "{outcome}");
    }
}

/// The flag that a denial names is tried: with it, the same run goes through.
fn fix(scene: &Scene) {
    let file = scene.path("tmp/outside");
    std::fs::write(&file, "outside\n").expect("own file");
    let cat = scene.guests.find("cat", Variant::Static);
    let file = file.to_str().expect("text").to_owned();
    let mut flags: Vec<String> = vec!["--default".into(), "deny".into()];
    for _ in 0..5 {
        let mut command = scene.callgate();
        command.arg("run").arg("-p").arg("base").args(&flags).arg("--").arg(&cat).arg(&file);
        let outcome = scene.finish(&mut command);
        if outcome.code == 0 {
            outcome.prints("outside");
            return;
        }
        let line = outcome
            .stderr
            .lines()
            .find(|line| line.contains("to allow it: "))
            .unwrap_or_else(|| panic!("{outcome}"));
        let (_, fix) = line.split_once("to allow it: ").expect("it is there");
        flags.extend(fix.split(' ').map(str::to_owned));
    }
    panic!("the named flags do not help: {flags:?}");
}

fn fail_on_deny(scene: &Scene) {
    scene.put("secret", "x");
    let policy = scene.policy(POLICY);
    let run = |script: &str| {
        let mut command = scene.callgate();
        command.args(["run", "--fail-on-deny", "-p"]).arg(&policy).args(["--", "/bin/sh", "-c", script]);
        scene.finish(&mut command)
    };
    run("cat secret; exit 0").ends(120);
    run("true").ends(0);
    run("exit 5").ends(5);
}

fn quiet(scene: &Scene) {
    scene.put("secret", "x");
    let policy = scene.policy(POLICY);
    let cat = scene.guests.find("cat", Variant::Dynamic);
    let mut command = scene.callgate();
    command.args(["run", "--quiet", "-p"]).arg(&policy).arg("--").arg(&cat).arg("secret");
    let outcome = scene.finish(&mut command);
    assert!(outcome.stderr.is_empty() && outcome.code == 1, "{outcome}");
}

fn escaped(scene: &Scene) {
    let policy = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"$CWD/secret*\"]\n";
    let name = "secret\u{1b}]0;title\u{7}\n\u{1b}[2J";
    scene.put(name, "x");
    let cat = scene.guests.find("cat", Variant::Dynamic);
    let outcome = scene.supervised(policy, &cat, &[name]);
    outcome.says("fs.read");
    assert!(!outcome.stderr.contains('\u{1b}') && !outcome.stderr.contains('\u{7}'), "{outcome}");
}
