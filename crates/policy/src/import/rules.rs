//! From entries that a text lists to rules, once it is decided which of them count.

use super::multiplexed::{Door, Doors};
use super::test::Test;
use super::{NoteKind, Reader};
use crate::diagnostic::Lines;
use crate::model::{Compare, Comparison, Condition, Origin, SyscallRule, SyscallTarget, Syscalls, Width};
use callgate_abi::{Abi, Action, Call, Sysno};
use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

/// What one rule of the text answers, and when.
pub(super) struct Block {
    pub(super) id: String,
    pub(super) action: Action,
    /// All of these must hold.
    pub(super) tests: Vec<Test>,
}

/// A call that a block names.
pub(super) struct Entry<'t> {
    pub(super) block: usize,
    pub(super) name: &'t str,
    pub(super) at: Range<usize>,
}

/// Beyond so many conditional rules of one call nobody is told which of them overlap.
const MOST_COMPARED: usize = 32;

/// The rules of a text whose rules are alternatives.
pub(super) struct Rules<'t> {
    pub(super) arches: Vec<Abi>,
    pub(super) bad_arch: Action,
    pub(super) default: Action,
    pub(super) default_at: Option<Range<usize>>,
    pub(super) blocks: Vec<Block>,
    pub(super) entries: Vec<Entry<'t>>,
}

impl<'t> Rules<'t> {
    /// Of the rules for a call without a condition the first decides alone; else of those whose
    /// conditions hold the strictest, and among equal ones the first.
    pub(super) fn resolve(&self, reader: &mut Reader<'_>) -> Syscalls {
        let mut alone = Alone([None; Call::COUNT]);
        let mut conditional: BTreeMap<Call, Vec<&Entry<'t>>> = BTreeMap::new();
        let mut kept: Vec<(Call, &Entry<'t>)> = Vec::with_capacity(self.entries.len());
        for entry in self.entries.iter().filter(|entry| self.block(entry).action != self.default) {
            let Some(call) = Call::from_name(entry.name) else {
                let message = format!(
                    "`{}` is no call that callgate knows; container runtimes and systemd skip names they do not know, too",
                    entry.name
                );
                reader.note(NoteKind::Dropped, &entry.at, message);
                continue;
            };
            if !self.block(entry).tests.is_empty() {
                conditional.entry(call).or_default().push(entry);
                kept.push((call, entry));
                continue;
            }
            let first = *alone.0[call.index()].get_or_insert(entry.block);
            if first == entry.block {
                kept.push((call, entry));
            } else if self.blocks[first].action != self.block(entry).action {
                let message = format!(
                    "{} has {} already, and of two rules without conditions libseccomp keeps the first",
                    entry.name, self.blocks[first].action
                );
                reader.note(NoteKind::Consumer, &entry.at, message);
            }
        }
        kept.retain(|(call, entry)| {
            let Some(first) = alone.0[call.index()].filter(|_| !self.block(entry).tests.is_empty()) else {
                return true;
            };
            if self.blocks[first].action != self.block(entry).action {
                let message = format!(
                    "this never counts: {} has a rule without conditions too, and libseccomp drops all others beside it",
                    entry.name
                );
                reader.note(NoteKind::Consumer, &entry.at, message);
            }
            false
        });
        conditional.retain(|call, _| alone.0[call.index()].is_none());
        let mut out = Out {
            rules: self,
            made: Vec::with_capacity(kept.len()),
            lines: Lines::default(),
            text: reader.text,
            source: reader.source,
        };
        let doors = Doors::on(&self.arches);
        let mut opened: HashSet<(&str, u64, Action)> = HashSet::new();
        let mut through: Vec<usize> = Vec::new();
        for (call, entry) in kept {
            let earlier = conditional.get(&call).map_or(&[][..], Vec::as_slice);
            let place = earlier.iter().position(|one| std::ptr::eq(*one, entry)).unwrap_or(0);
            out.entry(call, entry, &earlier[..place], reader);
            if let Some(door) = doors.to(call).filter(|door| self.opens(entry) && !alone.has(door.call))
                && opened.insert((door.call, door.number, self.block(entry).action))
            {
                through.push(out.made.len());
                out.door(entry, &door);
            }
        }
        out.part(&through);
        Syscalls {
            arches: self.arches.clone(),
            bad_arch: self.bad_arch,
            default: self.default,
            default_origin: self.default_at.as_ref().map(|at| Origin {
                id: String::from("default"),
                source: reader.source,
                line: Lines::default().at(reader.text, at.start),
                span: at.clone(),
                text: self.default.to_string(),
                reason: None,
            }),
            unknown: None,
            rules: out.made,
            weights: BTreeMap::new(),
        }
    }

    fn block(&self, entry: &Entry<'_>) -> &Block {
        &self.blocks[entry.block]
    }

    /// Whether an entry is about the other way to its call, too. Behind that the arguments are in
    /// memory: what is denied under a condition is denied there wholly, and what is allowed under one
    /// is not.
    fn opens(&self, entry: &Entry<'_>) -> bool {
        let Block { action, tests, .. } = self.block(entry);
        tests.is_empty() || action.rank() > self.default.rank()
    }
}

/// For each call the block of its first rule without a condition.
struct Alone([Option<usize>; Call::COUNT]);

impl Alone {
    fn has(&self, name: &str) -> bool {
        Call::from_name(name).is_some_and(|call| self.0[call.index()].is_some())
    }
}

/// Rules being made.
struct Out<'r, 't> {
    rules: &'r Rules<'t>,
    made: Vec<SyscallRule>,
    lines: Lines,
    text: &'r str,
    source: usize,
}

impl<'t> Out<'_, 't> {
    fn entry(&mut self, call: Call, entry: &Entry<'t>, earlier: &[&Entry<'t>], reader: &mut Reader<'_>) {
        let block = self.rules.block(entry);
        let mut targets = Vec::with_capacity(self.rules.arches.len());
        for abi in &self.rules.arches {
            let Some(call) = call.on(*abi) else { continue };
            let when = match &block.tests[..] {
                [] => Condition::ALWAYS,
                tests => Condition::all(tests.iter().map(|test| test.on(*abi))),
            };
            targets.push(SyscallTarget::new(call, when));
        }
        if targets.is_empty() {
            return;
        }
        let mut text = entry.name.to_owned();
        if !block.tests.is_empty() {
            let own = self.tests(&block.tests, entry.name);
            let excluded = self.compare(entry, earlier, &mut targets, reader);
            text = match &excluded[..] {
                [] => format!("{text}({own})"),
                excluded => format!("{text}({own} && !({}))", excluded.join(" || ")),
            };
        }
        targets.retain(|target| !target.when.is_never());
        self.push(entry, entry.name, targets, text);
    }

    fn tests(&self, tests: &[Test], call: &str) -> String {
        let tests: Vec<String> = tests.iter().map(|test| test.text(call, &self.rules.arches)).collect();
        tests.join(" && ")
    }

    /// Where earlier rules of the call hold too: one of equal rank decides before this one, which is
    /// taken out of the conditions; one of another rank is noted. The texts of the former.
    fn compare(
        &self,
        entry: &Entry<'t>,
        earlier: &[&Entry<'t>],
        targets: &mut [SyscallTarget],
        reader: &mut Reader<'_>,
    ) -> Vec<String> {
        let own = self.rules.block(entry);
        let mut excluded = Vec::new();
        for other in earlier.iter().take(MOST_COMPARED) {
            let block = self.rules.block(other);
            let on = |abi| Condition::all(block.tests.iter().map(|test| test.on(abi)));
            if block.action == own.action || targets.iter().all(|target| !target.when.meets(&on(target.abi)))
            {
                continue;
            }
            let equal = block.action.rank() == own.action.rank();
            let winner = if equal { "the first" } else { "the stricter" };
            let message = format!(
                "another rule for {} holds of some of the same calls and answers {}: which of the two libseccomp takes hangs on how it sorts them; here it is {winner}",
                entry.name, block.action
            );
            reader.note(NoteKind::Consumer, &entry.at, message);
            if equal {
                for target in targets.iter_mut() {
                    let own = std::mem::replace(&mut target.when, Condition::NEVER);
                    target.when = Condition::all([own, on(target.abi).negated()]);
                }
                excluded.push(self.tests(&block.tests, entry.name));
            }
        }
        excluded
    }

    fn door(&mut self, entry: &Entry<'t>, door: &Door) {
        let Door { call, mask, number } = *door;
        let (width, op) = (Width::W32, Compare::Eq);
        let when = Comparison { arg: 0, width, signed: false, mask, op, value: number };
        let numbers = self.rules.arches.iter().filter_map(|abi| Sysno::from_name(*abi, call));
        let targets = numbers.map(|call| SyscallTarget::new(call, when.into())).collect();
        let text = match mask {
            None => format!("{call}(call == {number})"),
            Some(mask) => format!("{call}(call & {mask:#x} == {number})"),
        };
        self.push(entry, call, targets, text);
    }

    /// Of rules of equal rank that come through doors, or are for the calls behind them, the first decides where
    /// several hold: it is taken out of the others.
    fn part(&mut self, through: &[usize]) {
        // Most rules are for calls that no door leads to.
        let names: HashSet<&str> = through.iter().map(|at| self.made[*at].name.as_str()).collect();
        let met: Vec<usize> =
            (0..self.made.len()).filter(|at| names.contains(self.made[*at].name.as_str())).collect();
        for (count, &at) in met.iter().enumerate() {
            let (earlier, rest) = self.made.split_at_mut(at);
            let rule = &mut rest[0];
            for &place in &met[..count] {
                let first = &earlier[place];
                let one_came_through = through.contains(&place) || through.contains(&at);
                let equal = first.action.rank() == rule.action.rank() && first.action != rule.action;
                if first.name != rule.name || !equal || !one_came_through {
                    continue;
                }
                let mut meet = false;
                for target in &mut rule.targets {
                    let other = first.targets.iter().find(|other| other.abi == target.abi);
                    if let Some(other) = other.filter(|other| other.when.meets(&target.when)) {
                        let own = std::mem::replace(&mut target.when, Condition::NEVER);
                        target.when = Condition::all([own, other.when.negated()]);
                        meet = true;
                    }
                }
                let [own, taken] = [&rule.origin.text, &first.origin.text].map(|text| condition_of(text));
                if meet {
                    rule.origin.text = format!("{}({own} && !({taken}))", rule.name);
                }
            }
        }
    }

    fn push(&mut self, entry: &Entry<'t>, name: &str, targets: Vec<SyscallTarget>, text: String) {
        if targets.is_empty() {
            return;
        }
        let block = self.rules.block(entry);
        let origin = Origin {
            id: block.id.clone(),
            source: self.source,
            line: self.lines.at(self.text, entry.at.start),
            span: entry.at.clone(),
            text,
            reason: None,
        };
        self.made.push(SyscallRule { origin, action: block.action, name: name.to_owned(), targets });
    }
}

/// What stands in an entry's parentheses.
fn condition_of(text: &str) -> &str {
    text.split_once('(').and_then(|(_, rest)| rest.strip_suffix(')')).unwrap_or_default()
}
