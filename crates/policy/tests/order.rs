//! Order never matters: neither that of rules nor that of texts.

mod surroundings;

use callgate_abi::{Abi, SeccompData, Sysno};
use callgate_policy::{Loader, Policy, Purpose};
use proptest::prelude::*;
use std::fmt::Write;
use std::path::Path;
use surroundings::{environment, policy, questions};

const FILES: &[&str] =
    &["/", "/srv", "/home/u/tree", "**/.env*", "**/*.py", "/srv/*/k*", "$TMPDIR", "~/.ssh", "**/c*/**"];
const ADDRESSES: &[&str] =
    &["tcp:*:80", "tcp:127.0.0.0/8:*", "udp:*:*", "tcp:*:1-500", "unix:/tmp", "unix:@*", "tcp:[::]/0:*"];
const CALLS: &[&str] = &[
    "read",
    "write(fd > 2)",
    "@basic-io",
    "write(fd & 1 == 1)",
    "openat(flags & O_ACCMODE == O_RDONLY)",
    "ioctl",
];
const LISTS: &[&str] = &["allow", "log", "trace", "notify", "errno.EPERM", "trap", "kill-thread", "kill"];

#[derive(Debug, Clone)]
struct Line {
    section: &'static str,
    key: String,
    entry: &'static str,
}

fn line() -> impl Strategy<Value = Line> {
    let prefix = prop::sample::select(vec!["", "deny.", "ask.", "log."]);
    let fs =
        (prefix.clone(), prop::sample::select(vec!["read", "write", "exec"]), prop::sample::select(FILES));
    let fs =
        fs.prop_map(|(prefix, name, entry)| Line { section: "fs", key: format!("{prefix}{name}"), entry });
    let net = (
        prefix,
        prop::sample::select(vec!["connect", "bind", "listen", "send"]),
        prop::sample::select(ADDRESSES),
    );
    let net =
        net.prop_map(|(prefix, name, entry)| Line { section: "net", key: format!("{prefix}{name}"), entry });
    let calls = (prop::sample::select(LISTS), prop::sample::select(CALLS));
    let calls = calls.prop_map(|(key, entry)| Line { section: "syscalls", key: key.to_owned(), entry });
    prop_oneof![fs, net, calls]
}

/// A text with the lines in this order; a key that comes again adds to its list.
fn text(lines: &[Line], header: &str) -> String {
    let mut out = String::from(header);
    for section in ["fs", "net", "syscalls"] {
        let mut lists: Vec<(&str, Vec<&str>)> = Vec::new();
        for line in lines.iter().filter(|line| line.section == section) {
            match lists.iter_mut().find(|(key, _)| *key == line.key) {
                Some((_, entries)) => entries.push(line.entry),
                None => lists.push((&line.key, vec![line.entry])),
            }
        }
        if !lists.is_empty() {
            writeln!(out, "[{section}]").unwrap();
        }
        for (key, entries) in lists {
            let entries: Vec<String> = entries.iter().map(|entry| format!("\"{entry}\"")).collect();
            writeln!(out, "{key} = [{}]", entries.join(", ")).unwrap();
        }
    }
    out
}

fn calls() -> Vec<SeccompData> {
    let mut out = Vec::new();
    for abi in [Abi::X86_64, Abi::Aarch64, Abi::S390x] {
        for name in ["read", "write", "openat", "ioctl", "close"] {
            let Some(call) = Sysno::from_name(abi, name) else { continue };
            for first in [0, 1, 2, 3, 4, u64::MAX] {
                let args = [first, 0, first, 0, 0, 0];
                out.push(SeccompData {
                    nr: call.nr as i32,
                    arch: abi.audit_arch(),
                    instruction_pointer: 0,
                    args,
                });
            }
        }
    }
    out
}

fn same(one: &Policy, other: &Policy) -> Result<(), TestCaseError> {
    for (operation, object) in questions() {
        let (a, b) = (one.evaluate(operation, &object), other.evaluate(operation, &object));
        prop_assert_eq!((a.decision, a.via), (b.decision, b.via), "{} {}", operation, object);
    }
    for data in calls() {
        let action = |policy: &Policy| policy.syscalls.as_ref().map(|calls| calls.evaluate(&data).action);
        prop_assert_eq!(action(one), action(other));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_rules(
        (lines, shuffled) in prop::collection::vec(line(), 1..12).prop_flat_map(|lines| (Just(lines.clone()), Just(lines).prop_shuffle())),
    ) {
        let with_calls = |lines: &[Line]| {
            let mut out = text(lines, "callgate = 1\ndefault = \"deny\"\n");
            if out.contains("[syscalls]") {
                out.push_str("default = \"allow\"\n");
            }
            out
        };
        same(&policy(&with_calls(&lines)), &policy(&with_calls(&shuffled)))?;
    }

    #[test]
    fn of_texts(a in prop::collection::vec(line(), 0..6), b in prop::collection::vec(line(), 0..6)) {
        let header = "callgate = 1\ndefault = \"deny\"\n";
        let own = "callgate = 1\n[syscalls]\ndefault = \"errno.ENOSYS\"\n";
        let load = |texts: [&str; 3]| {
            let environment = environment();
            let mut loader = Loader::new(&environment);
            for (number, text) in texts.iter().enumerate() {
                loader.text(&format!("{number}.toml"), text, Path::new("/policies"));
            }
            loader.finish(Purpose::Run).map(|(policy, _)| policy)
        };
        let (a, b) = (text(&a, header), text(&b, header));
        let one = load([&a, &b, own]);
        let other = load([own, &b, &a]);
        match (one, other) {
            (Ok(one), Ok(other)) => same(&one, &other)?,
            (one, other) => prop_assert!(false, "{:?} {:?}", one.err(), other.err()),
        }
    }

    /// The evaluator's shortcut agrees with asking every rule.
    #[test]
    fn of_no_matter_to_the_index(lines in prop::collection::vec(line(), 1..12)) {
        let lines: Vec<Line> = lines.into_iter().filter(|line| line.section != "syscalls").collect();
        let policy = policy(&text(&lines, "callgate = 1\ndefault = \"deny\"\n"));
        for (operation, object) in questions() {
            let matching = policy.rules.iter().filter(|rule| rule.operations.contains(&operation) && rule.matches(&object));
            let strictest = matching.map(|rule| rule.decision).max_by_key(|decision| decision.rank());
            let verdict = policy.evaluate(operation, &object);
            prop_assert_eq!(verdict.rule.map(|rule| rule.decision), strictest);
        }
    }
}
