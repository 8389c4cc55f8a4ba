//! Rules of `[syscalls]`: names to numbers, arguments to registers, constants to values, on each ABI.

use super::Lowering;
use crate::condition::{self, CallEntry};
use crate::diagnostic::quoted;
use crate::load::findings::Word;
use crate::load::part::{Entry, Kind};
use crate::model::{Condition, SyscallRule, SyscallTarget};
use callgate_abi::suggest::nearest;
use callgate_abi::{Abi, Action, Sysno, groups, syscalls};
use std::ops::Range;

/// The source whose rules are being added, and the place of its first: further rules of it are no twins of others.
#[derive(Debug, Default)]
pub(super) struct Newest {
    source: usize,
    start: usize,
}

impl Lowering<'_> {
    pub(super) fn call(&mut self, entry: &Entry, action: Action, word: &Word, kind: Kind) {
        let parsed = match condition::parse(&word.text) {
            Ok(parsed) => parsed,
            Err(error) => {
                let finding = self
                    .findings
                    .error(&word.part(&error.at), format!("{}: {}", quoted(&word.text), error.message));
                finding.expected(error.expected);
                if let Some(help) = error.help {
                    finding.help(help);
                }
                return;
            }
        };
        let name = &word.text[parsed.name.clone()];
        if name.starts_with('@') {
            self.group(entry, action, word, &parsed);
        } else if let Some(number) = raw_number(name) {
            self.raw(entry, action, word, &parsed, number);
        } else if syscalls::exists(name) {
            let name = name.to_owned();
            self.named(entry, action, word, &parsed, &name, kind);
        } else {
            self.unknown_call(word, &parsed.name);
        }
    }

    pub(super) fn unknown_call(&mut self, word: &Word, range: &Range<usize>) {
        let name = &word.text[range.clone()];
        if groups::find(&format!("@{name}")).is_some() {
            let group = format!("@{name}");
            let edit = word.edit(range, &group);
            self.findings
                .error(&word.part(range), format!("{} is a group of calls", quoted(name)))
                .expected("expected groups with their `@`")
                .mend(format!("write {}", quoted(&group)), edit);
            return;
        }
        let near = syscalls::suggest(name);
        let edit = near.and_then(|near| word.edit(range, near));
        self.findings
            .error(&word.part(range), format!("unknown system call {}", quoted(name)))
            .expected("expected a call of syscalls(2), a number, or a @group")
            .did_you_mean(near, edit.map(|(span, _)| span));
    }

    fn group(&mut self, entry: &Entry, action: Action, word: &Word, parsed: &CallEntry) {
        let name = &word.text[parsed.name.clone()];
        let Some(members) = groups::members(name) else {
            let near = groups::suggest(name);
            let edit = near.and_then(|near| word.edit(&parsed.name, near));
            self.findings
                .error(&word.part(&parsed.name), format!("unknown group {}", quoted(name)))
                .expected("expected a group that `callgate groups` lists")
                .did_you_mean(near, edit.map(|(span, _)| span));
            return;
        };
        if parsed.condition.is_some() {
            let condition = parsed.name.end..word.text.len();
            self.findings
                .error(&word.part(&condition), "a group has no arguments in common")
                .expected("expected the group alone")
                .help("name the calls one by one, each with its condition");
            return;
        }
        for member in members {
            let targets = self.numbers(member).into_iter();
            let targets: Vec<_> =
                targets.map(|(abi, nr)| SyscallTarget { abi, nr, when: Condition::ALWAYS }).collect();
            if !targets.is_empty() {
                let origin = self.origin(entry, &word.text);
                self.push(SyscallRule { origin, action, name: member.to_owned(), targets });
            }
        }
    }

    /// The listed ABIs that have the call.
    fn numbers(&self, name: &str) -> Vec<(Abi, u32)> {
        let numbers = self.arches.iter().filter_map(|abi| Some((*abi, Sysno::from_name(*abi, name)?.nr)));
        numbers.collect()
    }

    fn raw(&mut self, entry: &Entry, action: Action, word: &Word, parsed: &CallEntry, number: u32) {
        let x32 = number & Abi::X32_BIT != 0 && number != u32::MAX;
        let abis: Vec<Abi> = self.arches.iter().copied().filter(|abi| (*abi == Abi::X32) == x32).collect();
        if abis.is_empty() {
            self.findings
                .error(
                    &word.part(&parsed.name),
                    format!("{number} is a number of x32, which `arch` does not list"),
                )
                .expected("expected a number of a listed ABI, or `x32` in `arch`");
            return;
        }
        if abis.len() > 1 {
            let names: Vec<&str> = abis.iter().map(|abi| abi.name()).collect();
            self.findings.remark(
                &word.part(&parsed.name),
                format!(
                    "the number {number} is taken on each of {}, where it may be another call",
                    names.join(", ")
                ),
            );
        }
        let numbers = abis.into_iter().map(|abi| (abi, number)).collect();
        self.targets(entry, action, word, parsed, &number.to_string(), numbers);
    }

    fn named(
        &mut self,
        entry: &Entry,
        action: Action,
        word: &Word,
        parsed: &CallEntry,
        name: &str,
        kind: Kind,
    ) {
        let numbers = self.numbers(name);
        let missing: Vec<&str> = self
            .arches
            .iter()
            .filter(|abi| !numbers.iter().any(|(has, _)| has == *abi))
            .map(|abi| abi.name())
            .collect();
        if numbers.is_empty() {
            // Presets name what any ABI needs; a user's own policy names what its ABIs have.
            if kind.is_general() {
                return;
            }
            let listed = self.arches.iter().flat_map(|abi| syscalls::of_abi(*abi).map(|(_, name)| name));
            let near =
                modern(name).filter(|name| !self.numbers(name).is_empty()).or_else(|| nearest(name, listed));
            let having: Vec<&str> = Abi::ALL
                .iter()
                .filter(|abi| Sysno::from_name(**abi, name).is_some())
                .map(|abi| abi.name())
                .collect();
            let edit = near.and_then(|near| word.edit(&parsed.name, near));
            self.findings
                .error(
                    &word.part(&parsed.name),
                    format!("{} exists on none of the listed ABIs ({})", quoted(name), missing.join(", ")),
                )
                .expected("expected a call that one of them has")
                .note(format!("it exists on {}", having.join(", ")))
                .did_you_mean(near, edit.map(|(span, _)| span));
            return;
        }
        if !missing.is_empty() && !kind.is_general() {
            self.findings.remark(
                &word.part(&parsed.name),
                format!("{} does not exist on {}", quoted(name), missing.join(", ")),
            );
        }
        self.targets(entry, action, word, parsed, name, numbers);
    }

    fn targets(
        &mut self,
        entry: &Entry,
        action: Action,
        word: &Word,
        parsed: &CallEntry,
        name: &str,
        numbers: Vec<(Abi, u32)>,
    ) {
        let mut targets = Vec::new();
        let mut sound = true;
        for (abi, nr) in numbers {
            let call = Sysno { abi, nr }.name().unwrap_or(name);
            let Some(written) = &parsed.condition else {
                targets.push(SyscallTarget { abi, nr, when: Condition::ALWAYS });
                continue;
            };
            let lowered = super::condition::lower(&word.text, written, abi, call);
            let mut left_out = false;
            for mistake in lowered.mistakes {
                // Without the rule the call gets the default there, which is stricter.
                if mistake.hidden && action.rank() < self.default_rank() {
                    left_out = true;
                    let message = format!("{}: not {action} there", mistake.message);
                    self.findings.remark(&word.part(&mistake.at), message);
                    continue;
                }
                sound = false;
                let edit = mistake.near.and_then(|near| word.edit(&mistake.at, near));
                let finding = self.findings.error(&word.part(&mistake.at), mistake.message);
                finding.expected(mistake.expected);
                finding.did_you_mean(mistake.near, edit.map(|(span, _)| span));
                if let Some(help) = mistake.help {
                    finding.help(help);
                }
            }
            if lowered.when.is_never() && sound && !left_out {
                let whole = parsed.name.end..word.text.len();
                self.findings.remark(
                    &word.part(&whole),
                    format!("this can never hold on {abi}, whose registers are narrower"),
                );
            } else if !left_out {
                targets.push(SyscallTarget { abi, nr, when: lowered.when });
            }
        }
        if sound && !targets.is_empty() {
            let origin = self.origin(entry, &word.text);
            self.push(SyscallRule { origin, action, name: name.to_owned(), targets });
        }
    }

    fn default_rank(&self) -> u8 {
        self.policy.syscalls.as_ref().map_or(0, |calls| calls.default.rank())
    }

    fn push(&mut self, rule: SyscallRule) {
        let Some(calls) = &mut self.policy.syscalls else { return };
        let twin = |known: &SyscallRule| {
            known.action == rule.action && known.name == rule.name && known.targets == rule.targets
        };
        let newest = &mut self.newest_calls;
        if newest.source != rule.origin.source {
            *newest = Newest { source: rule.origin.source, start: calls.rules.len() };
        }
        // What several texts say alike is one rule of their union; within a text it is for the
        // check to remark on.
        let mut before = calls.rules[..newest.start].iter();
        if !before.any(|known| known.origin.source != rule.origin.source && twin(known)) {
            calls.rules.push(rule);
        }
    }
}

/// `231` or `0xe7`.
fn raw_number(name: &str) -> Option<u32> {
    match name.strip_prefix("0x") {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => name.parse().ok(),
    }
}

/// What newer ABIs have instead of a call they never had.
fn modern(name: &str) -> Option<&'static str> {
    const MODERN: &[(&str, &str)] = &[
        ("access", "faccessat"),
        ("chmod", "fchmodat"),
        ("chown", "fchownat"),
        ("creat", "openat"),
        ("dup2", "dup3"),
        ("epoll_create", "epoll_create1"),
        ("epoll_wait", "epoll_pwait"),
        ("eventfd", "eventfd2"),
        ("fork", "clone"),
        ("getdents", "getdents64"),
        ("inotify_init", "inotify_init1"),
        ("link", "linkat"),
        ("lstat", "newfstatat"),
        ("mkdir", "mkdirat"),
        ("mknod", "mknodat"),
        ("open", "openat"),
        ("pipe", "pipe2"),
        ("poll", "ppoll"),
        ("readlink", "readlinkat"),
        ("rename", "renameat2"),
        ("rmdir", "unlinkat"),
        ("select", "pselect6"),
        ("sigreturn", "rt_sigreturn"),
        ("stat", "newfstatat"),
        ("symlink", "symlinkat"),
        ("unlink", "unlinkat"),
        ("utimes", "utimensat"),
        ("vfork", "clone"),
    ];
    MODERN.iter().find(|(old, _)| *old == name).map(|(_, new)| *new)
}
