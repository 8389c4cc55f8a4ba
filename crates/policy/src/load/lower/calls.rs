//! Rules of `[syscalls]`: names to numbers, arguments to registers, constants to values, on each ABI.

use super::Lowering;
use crate::diagnostic::{alternatives, quoted};
use crate::entry::{self, CallEntry, Calls};
use crate::load::findings::Word;
use crate::load::part::{Entry, Kind};
use crate::model::{Condition, SyscallRule, SyscallTarget};
use callgate_abi::suggest::nearest;
use callgate_abi::{Abi, Action, Sysno, groups, syscalls};
use std::ops::{Range, RangeInclusive};

/// The source whose rules are being added, and the place of its first: further rules of it are no twins of others.
#[derive(Debug, Default)]
pub(super) struct Newest {
    source: usize,
    start: usize,
}

/// An entry of a list, and the ABIs that it is for.
#[derive(Clone, Copy)]
struct Listing<'l> {
    entry: &'l Entry,
    action: Action,
    word: &'l Word,
    parsed: &'l CallEntry,
    on: &'l [Abi],
}

impl Listing<'_> {
    /// A call on those ABIs that have it.
    fn having(&self, name: &str) -> Vec<Sysno> {
        self.on.iter().filter_map(|abi| Sysno::from_name(*abi, name)).collect()
    }

    fn names(&self) -> String {
        self.on.iter().map(|abi| abi.name()).collect::<Vec<_>>().join(", ")
    }
}

impl Lowering<'_> {
    pub(super) fn call(&mut self, entry: &Entry, action: Action, word: &Word, kind: Kind) {
        let parsed = match entry::parse(&word.text) {
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
        let Some(on) = self.on(word, &parsed, kind) else { return };
        let to = Listing { entry, action, word, parsed: &parsed, on: &on };
        match &parsed.calls {
            Calls::Group => self.group(&to),
            Calls::Number(number) => self.raw(&to, *number),
            Calls::Numbers(numbers) => self.range(&to, numbers),
            Calls::Named if syscalls::exists(&word.text[parsed.name.clone()]) => self.named(&to, kind),
            Calls::Named => self.unknown_call(word, &parsed.name),
        }
    }

    /// The ABIs that an entry is for; `None` if it is for none.
    fn on(&mut self, word: &Word, parsed: &CallEntry, kind: Kind) -> Option<Vec<Abi>> {
        let Some(written) = &parsed.abi else { return Some(self.arches.clone()) };
        let name = &word.text[written.clone()];
        let listed = self.arches.iter().copied().find(|abi| abi.name() == name);
        if listed.is_some() || (Abi::from_name(name).is_some() && kind.is_general()) {
            return listed.map(|abi| vec![abi]);
        }
        let names: Vec<&str> = self.arches.iter().map(|abi| abi.name()).collect();
        let near = nearest(name, names.iter().copied());
        let edit = near.and_then(|near| word.edit(written, near));
        let known = Abi::from_name(name).is_some();
        let message = if known { "is not listed in `arch`" } else { "is no ABI" };
        let finding = self.findings.error(&word.part(written), format!("{} {message}", quoted(name)));
        finding.expected(format!("expected one that is listed: {}", alternatives(names)));
        if known {
            finding
                .help("an ABI that is not listed gets `bad-arch` for every call; to say more of it, list it");
        } else {
            finding.did_you_mean(near, edit.map(|(span, _)| span));
        }
        None
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

    fn group(&mut self, to: &Listing<'_>) {
        let Listing { word, parsed, .. } = *to;
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
            let targets = to.having(member).into_iter();
            let targets: Vec<_> = targets.map(|call| SyscallTarget::new(call, Condition::ALWAYS)).collect();
            self.rule(to, member, targets);
        }
    }

    fn raw(&mut self, to: &Listing<'_>, number: u32) {
        let Listing { word, parsed, .. } = *to;
        let x32 = number & Abi::X32_BIT != 0 && number != u32::MAX;
        let own = |abi: &Abi| match parsed.abi {
            Some(_) => abi.numbers().iter().any(|range| range.contains(&number)),
            None => (*abi == Abi::X32) == x32,
        };
        let abis: Vec<Abi> = to.on.iter().copied().filter(own).collect();
        if abis.is_empty() {
            let message = match parsed.abi {
                Some(_) => format!("{number} is no number that calls of {} can have", to.names()),
                None => format!("{number} is a number of x32, which `arch` does not list"),
            };
            self.findings
                .error(&word.part(&parsed.name), message)
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
        let calls = abis.into_iter().map(|abi| (abi, number..=number)).collect();
        self.targets(to, &number.to_string(), calls);
    }

    fn range(&mut self, to: &Listing<'_>, numbers: &RangeInclusive<u32>) {
        let Listing { word, parsed, .. } = *to;
        if numbers.is_empty() {
            self.findings
                .error(
                    &word.part(&parsed.name),
                    "the range is empty: its first number is greater than its last",
                )
                .expected("expected the smaller number first");
            return;
        }
        let mut calls = Vec::new();
        for abi in to.on {
            let shared = abi
                .numbers()
                .iter()
                .map(|own| (*own.start()).max(*numbers.start())..=(*own.end()).min(*numbers.end()));
            calls.extend(shared.filter(|shared| !shared.is_empty()).map(|shared| (*abi, shared)));
        }
        if calls.is_empty() {
            self.findings
                .error(
                    &word.part(&parsed.name),
                    format!("calls of {} can have none of these numbers", to.names()),
                )
                .expected("expected numbers of a listed ABI; with bit 30 they are of `x32`");
            return;
        }
        let written: String = word.text[parsed.name.clone()].split_whitespace().collect();
        self.targets(to, &written, calls);
    }

    fn named(&mut self, to: &Listing<'_>, kind: Kind) {
        let Listing { word, parsed, .. } = *to;
        let name = &word.text[parsed.name.clone()];
        let calls = to.having(name);
        let missing: Vec<&str> = to
            .on
            .iter()
            .filter(|abi| !calls.iter().any(|call| call.abi == **abi))
            .map(|abi| abi.name())
            .collect();
        if calls.is_empty() {
            // Presets name what any ABI needs; a user's own policy names what its ABIs have.
            if kind.is_general() {
                return;
            }
            let listed = to.on.iter().flat_map(|abi| syscalls::of_abi(*abi).map(|(_, name)| name));
            let near =
                modern(name).filter(|name| !to.having(name).is_empty()).or_else(|| nearest(name, listed));
            let having: Vec<&str> = Abi::ALL
                .iter()
                .filter(|abi| Sysno::from_name(**abi, name).is_some())
                .map(|abi| abi.name())
                .collect();
            let edit = near.and_then(|near| word.edit(&parsed.name, near));
            let message = match parsed.abi {
                Some(_) => format!("{} does not exist on {}", quoted(name), to.names()),
                None => {
                    format!("{} exists on none of the listed ABIs ({})", quoted(name), missing.join(", "))
                }
            };
            self.findings
                .error(&word.part(&parsed.name), message)
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
        let calls = calls.into_iter().map(|call| (call.abi, call.nr..=call.nr)).collect();
        self.targets(to, name, calls);
    }

    fn targets(&mut self, to: &Listing<'_>, name: &str, calls: Vec<(Abi, RangeInclusive<u32>)>) {
        let Listing { word, parsed, action, .. } = *to;
        let mut targets = Vec::new();
        let mut sound = true;
        for (abi, numbers) in calls {
            let mut target = SyscallTarget { abi, numbers, when: Condition::ALWAYS };
            let Some(written) = &parsed.condition else {
                targets.push(target);
                continue;
            };
            // What a range holds has no arguments in common but the registers.
            let one = target.call().filter(|_| !matches!(parsed.calls, Calls::Numbers(_)));
            let call = one.and_then(Sysno::name).unwrap_or(name);
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
                target.when = lowered.when;
                targets.push(target);
            }
        }
        if sound {
            self.rule(to, name, targets);
        }
    }

    fn rule(&mut self, to: &Listing<'_>, name: &str, targets: Vec<SyscallTarget>) {
        if targets.is_empty() {
            return;
        }
        let name = match &to.parsed.abi {
            Some(abi) => format!("{}:{name}", &to.word.text[abi.clone()]),
            None => name.to_owned(),
        };
        let origin = self.origin(to.entry, &to.word.text);
        self.push(SyscallRule { origin, action: to.action, name, targets });
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
