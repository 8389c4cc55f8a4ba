//! A policy in the words of other compilers.

use callgate_abi::{Abi, Action, Sysno};
use callgate_policy::model::{Compare, Comparison, Condition, Syscalls};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A rule that each of them can be told: an answer, a call, and alternatives of comparisons, each of another argument.
pub(crate) struct Rule {
    action: Action,
    name: String,
    alternatives: Vec<Vec<Comparison>>,
}

/// The rules for a policy's own ABI, whose first it is; alone those whose calls that ABI has, or all.
pub(crate) fn rules(syscalls: &Syscalls, native_only: bool) -> Vec<Rule> {
    let mut rules = Vec::new();
    for rule in syscalls.rules.iter().filter(|rule| rule.action != syscalls.default) {
        let native = rule.targets.iter().find(|target| target.abi == Abi::X86_64);
        let target = if native_only { native } else { native.or(rule.targets.first()) };
        if let Some(target) = target {
            let alternatives = alternatives(&target.when);
            rules.push(Rule { action: rule.action, name: rule.name.clone(), alternatives });
        }
    }
    rules
}

fn alternatives(condition: &Condition) -> Vec<Vec<Comparison>> {
    match condition {
        Condition::Is(comparison) => vec![vec![*comparison]],
        Condition::Any(parts) => parts.iter().flat_map(alternatives).collect(),
        Condition::All(parts) => parts.iter().fold(vec![Vec::new()], |before, part| {
            let further = alternatives(part);
            let joined = before.iter().flat_map(|one| further.iter().map(|other| [&one[..], other].concat()));
            joined.collect()
        }),
    }
}

/// Lines for the C program that asks libseccomp.
pub(crate) fn libseccomp(syscalls: &Syscalls, rules: &[Rule]) -> String {
    let mut lines = format!("default {:x}\n", syscalls.default.to_ret());
    for abi in &syscalls.arches {
        let name = match abi {
            Abi::I386 => "x86",
            other => other.name(),
        };
        let _ = writeln!(lines, "arch {name}");
    }
    for rule in rules {
        for tests in &rule.alternatives {
            let _ = write!(lines, "rule {:x} {}", rule.action.to_ret(), rule.name);
            for test in tests {
                let (op, first, second) = match (test.mask, test.op) {
                    (Some(mask), _) => (7, mask, test.value),
                    (None, Compare::Ne) => (1, test.value, 0),
                    (None, Compare::Lt) => (2, test.value, 0),
                    (None, Compare::Le) => (3, test.value, 0),
                    (None, Compare::Eq) => (4, test.value, 0),
                    (None, Compare::Ge) => (5, test.value, 0),
                    (None, Compare::Gt) => (6, test.value, 0),
                };
                let _ = write!(lines, " {:x} {op} {first:x} {second:x}", test.arg);
            }
            lines.push('\n');
        }
    }
    lines
}

/// seccompiler's JSON. It has one answer beside the default: rules with others are left out, and names that it does not
/// know.
pub(crate) fn seccompiler(syscalls: &Syscalls, rules: &[Rule], knows: impl Fn(&str) -> bool) -> String {
    let action = |action: Action| match action {
        Action::Allow => json!("allow"),
        Action::Errno(errno) => json!({ "errno": errno.0 }),
        Action::KillProcess => json!("kill_process"),
        _ => json!("kill_thread"),
    };
    let mut filter = Vec::new();
    for rule in rules.iter().filter(|rule| rule.action == Action::Allow && knows(&rule.name)) {
        for tests in &rule.alternatives {
            let tests: Vec<Value> = tests.iter().map(condition).collect();
            filter.push(if tests.is_empty() {
                json!({ "syscall": rule.name })
            } else {
                json!({ "syscall": rule.name, "args": tests })
            });
        }
    }
    let own =
        json!({ "mismatch_action": action(syscalls.default), "match_action": "allow", "filter": filter });
    json!({ "main": own }).to_string()
}

fn condition(test: &Comparison) -> Value {
    let op = match (test.mask, test.op) {
        (Some(mask), _) => json!({ "masked_eq": mask }),
        (None, Compare::Ne) => json!("ne"),
        (None, Compare::Lt) => json!("lt"),
        (None, Compare::Le) => json!("le"),
        (None, Compare::Eq) => json!("eq"),
        (None, Compare::Ge) => json!("ge"),
        (None, Compare::Gt) => json!("gt"),
    };
    json!({ "index": test.arg, "type": "qword", "op": op, "val": test.value })
}

/// Kafel's text. Names that it does not know are left out.
pub(crate) fn kafel(syscalls: &Syscalls, rules: &[Rule], knows: impl Fn(&str) -> bool) -> String {
    let mut blocks: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for rule in rules.iter().filter(|rule| knows(&rule.name)) {
        let mut entry = rule.name.clone();
        if !rule.alternatives.iter().any(Vec::is_empty) {
            let any: Vec<String> = rule.alternatives.iter().map(|tests| all(tests)).collect();
            let _ = write!(entry, "(a0, a1, a2, a3, a4, a5) {{ {} }}", any.join(" || "));
        }
        blocks.entry(answer(rule.action)).or_default().push(entry);
    }
    let mut text = String::from("POLICY p {\n");
    for (action, entries) in blocks {
        let _ = writeln!(text, "  {action} {{ {} }}", entries.join(",\n    "));
    }
    let _ = writeln!(text, "}}\nUSE p DEFAULT {}", answer(syscalls.default));
    text
}

fn all(tests: &[Comparison]) -> String {
    let mut words = Vec::new();
    for test in tests {
        let op = test.op.sign();
        words.push(match test.mask {
            Some(mask) => format!("(a{} & {mask}) {op} {}", test.arg, test.value),
            None => format!("a{} {op} {}", test.arg, test.value),
        });
    }
    words.join(" && ")
}

fn answer(action: Action) -> String {
    match action {
        Action::Allow => "ALLOW".to_owned(),
        Action::Errno(errno) => format!("ERRNO({})", errno.0),
        Action::KillProcess => "KILL_PROCESS".to_owned(),
        _ => "KILL".to_owned(),
    }
}

/// The number of a call on x86-64.
pub(crate) fn number(name: &str) -> Option<u32> {
    Sysno::from_name(Abi::X86_64, name).map(|sysno| sysno.nr)
}
