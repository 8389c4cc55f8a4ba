//! The JSON of the seccompiler crate: filters by name, each with one answer for what matches.

use super::document::Document;
use super::json::{Json, Member};
use super::rules::{Block, Entry, Rules};
use super::test::Test;
use super::{Format, NoteKind, Reader};
use crate::diagnostic::{alternatives, quoted};
use crate::model::{Compare, Syscalls};
use callgate_abi::suggest::nearest;
use callgate_abi::{Abi, Action, Errno, Sysno, syscalls};
use std::collections::HashSet;
use std::ops::Range;

const OPERATORS: &[(&str, Compare)] = &[
    ("eq", Compare::Eq),
    ("ge", Compare::Ge),
    ("gt", Compare::Gt),
    ("le", Compare::Le),
    ("lt", Compare::Lt),
    ("ne", Compare::Ne),
];
const ACTIONS: &[(&str, Action)] = &[
    ("allow", Action::Allow),
    ("kill_process", Action::KillProcess),
    ("kill_thread", Action::KillThread),
    ("log", Action::Log),
    ("trap", Action::Trap(0)),
];
const FILTER_KEYS: &[&str] =
    &["default_action", "filter_action", "mismatch_action", "match_action", "filter"];

/// Told by what each filter has.
pub(super) fn looks_like(text: &str) -> Option<Format> {
    let has = |key: &str| text.contains(&format!("\"{key}\""));
    (has("filter") && (has("mismatch_action") || has("default_action"))).then_some(Format::Seccompiler)
}

pub(super) fn read(reader: &mut Reader<'_>) -> Option<Syscalls> {
    let (document, members) = Document::of(reader, "filters of seccompiler")?;
    let mut filters = Filters { document };
    let Some(chosen) = filters.choose(&members) else {
        // Whichever is wanted, its mistakes are told.
        for member in &members {
            filters.of(member);
        }
        return None;
    };
    let rules = filters.of(chosen)?;
    let reader = filters.document.reader;
    if reader.mistakes > 0 {
        return None;
    }
    Some(rules.resolve(reader))
}

struct Filters<'d, 'r> {
    document: Document<'d, 'r>,
}

impl<'r> Filters<'_, 'r> {
    fn choose<'j>(&mut self, members: &'j [Member<'r>]) -> Option<&'j Member<'r>> {
        self.document.refuse_repetitions(members);
        let brace = self.document.reader.text.find('{').unwrap_or(0);
        let at = brace..brace + 1;
        let mut known = HashSet::new();
        let names = members.iter().map(|member| member.key.as_ref()).filter(|name| known.insert(*name));
        let names = alternatives(names);
        let wanted = self.document.reader.options.filter.clone();
        match (wanted, members) {
            (None, [only]) => Some(only),
            (None, []) => {
                self.document.mistake(&at, "there is no filter", "expected at least one");
                None
            }
            (None, several) => {
                let message = format!("there are {} filters", several.len());
                self.document.mistake(&at, message, format!("expected --filter with one of {names}"));
                None
            }
            (Some(wanted), _) => {
                let found = members.iter().find(|member| member.key == wanted);
                if found.is_none() {
                    let message = format!("there is no filter {}", quoted(&wanted));
                    self.document.mistake(&at, message, format!("expected {names}"));
                }
                found
            }
        }
    }

    /// The rules of a filter that a member is.
    fn of<'j>(&mut self, member: &'j Member<'r>) -> Option<Rules<'j>> {
        if let Json::Table(members) = &member.value {
            return Some(self.filter(member, members));
        }
        self.document.wrong_kind(member, "a filter");
        None
    }

    fn filter<'j>(&mut self, outer: &Member<'_>, members: &'j [Member<'r>]) -> Rules<'j> {
        let (mut default, mut action, mut list) = (None, None, None);
        self.document.refuse_repetitions(members);
        for member in members {
            let slot = match member.key.as_ref() {
                "default_action" | "mismatch_action" => &mut default,
                "filter_action" | "match_action" => &mut action,
                "filter" => &mut list,
                _ => {
                    self.unknown(member, FILTER_KEYS, "a filter");
                    continue;
                }
            };
            if slot.replace(member).is_some() {
                let at = self.document.places.of_key(member);
                let message = format!("{} stands here under its other name, too", quoted(&member.key));
                self.document.mistake(&at, message, "expected one of the two");
            }
        }
        for (name, missing) in [
            ("default_action", default.is_none()),
            ("filter_action", action.is_none()),
            ("filter", list.is_none()),
        ] {
            if missing {
                let at = self.document.at(outer);
                self.document.mistake(&at, format!("the filter has no `{name}`"), "expected it");
            }
        }
        let default_at = default.map(|member| self.document.at(member));
        let default = default.and_then(|member| self.action(member));
        let matching = action.and_then(|member| self.action(member));
        if let (Some(default), Some(matching), Some(member)) = (default, matching, action)
            && default == matching
        {
            let at = self.document.at(member);
            self.document.mistake(
                &at,
                "both actions are the same, which seccompiler refuses",
                "expected another one",
            );
        }
        let native = self.document.reader.options.native;
        if native == Abi::X86_64
            && let (Some(at), Some(default)) = (&default_at, default)
        {
            let message = format!(
                "calls of x32 get kill here; seccompiler's own filter does not tell them from others, and answers {default}"
            );
            self.document.reader.note(NoteKind::Consumer, at, message);
        }
        let mut rules = Rules {
            arches: self.document.reader.options.arches.clone().unwrap_or_else(|| vec![native]),
            bad_arch: Action::KillProcess,
            default: default.unwrap_or(Action::KillProcess),
            default_at,
            blocks: Vec::new(),
            entries: Vec::new(),
        };
        let matching = matching.unwrap_or(Action::Allow);
        for (element, at) in list.map(|list| self.document.elements(list)).unwrap_or_default() {
            match element {
                Json::Table(members) => self.rule(members, &at, matching, &mut rules),
                other => self.document.wrong_element(&at, "filter", other, "an object for each rule"),
            }
        }
        self.drop_lost(&mut rules);
        rules
    }

    /// seccompiler forgets a rule without conditions when the call has one with conditions, too.
    fn drop_lost(&mut self, rules: &mut Rules<'_>) {
        let has_tests = |entry: &&Entry<'_>| !rules.blocks[entry.block].tests.is_empty();
        let conditional: HashSet<&str> =
            rules.entries.iter().filter(has_tests).map(|entry| entry.name).collect();
        let (blocks, reader) = (&rules.blocks, &mut self.document.reader);
        rules.entries.retain(|entry| {
            let lost = blocks[entry.block].tests.is_empty() && conditional.contains(entry.name);
            if lost {
                let message = format!(
                    "this never counts: {} has a rule with conditions too, and seccompiler drops the one without",
                    entry.name
                );
                reader.note(NoteKind::Consumer, &entry.at, message);
            }
            !lost
        });
    }

    fn rule<'j>(
        &mut self,
        members: &'j [Member<'r>],
        at: &Range<usize>,
        action: Action,
        rules: &mut Rules<'j>,
    ) {
        let mut call = None;
        let mut tests = Vec::new();
        self.document.refuse_repetitions(members);
        for member in members {
            match (member.key.as_ref(), &member.value) {
                ("syscall", Json::Text(name)) => call = Some((name.as_ref(), self.document.at(member))),
                ("syscall", _) => self.document.wrong_kind(member, "the name of a call"),
                ("args", Json::Null) | ("comment", _) => {}
                ("args", Json::List(args)) if args.is_empty() => {
                    let at = self.document.at(member);
                    self.document.mistake(
                        &at,
                        "the rule has no condition, which seccompiler refuses",
                        "expected one, or no `args`",
                    );
                }
                ("args", _) => {
                    for (element, at) in self.document.elements(member) {
                        match element {
                            Json::Table(members) => tests.extend(self.test(members, &at)),
                            other => self.document.wrong_element(
                                &at,
                                "args",
                                other,
                                "an object for each condition",
                            ),
                        }
                    }
                }
                _ => self.unknown(member, &["syscall", "args", "comment"], "a rule"),
            }
        }
        let Some((name, place)) = call else {
            if !members.iter().any(|member| member.key == "syscall") {
                self.document.mistake(at, "the rule names no call", "expected `syscall`");
            }
            return;
        };
        if !rules.arches.iter().any(|abi| Sysno::from_name(*abi, name).is_some()) {
            let near = syscalls::suggest(name).filter(|near| *near != name);
            let message = format!("{} is no call of {}", quoted(name), rules.arches[0]);
            let expected = "expected a call it has: seccompiler refuses others";
            self.document.reader.mistake_near(&place, message, expected, near);
            return;
        }
        let block = rules.blocks.len();
        rules.blocks.push(Block { id: format!("filter[{block}]"), action, tests });
        rules.entries.push(Entry { block, name, at: place });
    }

    fn test(&mut self, members: &[Member<'r>], at: &Range<usize>) -> Option<Test> {
        self.document.refuse_repetitions(members);
        let (mut arg, mut low, mut op, mut value) = (None, None, None, None);
        for member in members {
            let place = self.document.at(member);
            match (member.key.as_ref(), &member.value) {
                ("index", Json::Number(number @ 0..=5)) => arg = Some(*number as u8),
                ("index", _) => self.document.mistake(
                    &place,
                    "a call has no such argument",
                    "expected an index from 0 to 5",
                ),
                ("type", Json::Text(word)) if word == "dword" || word == "qword" => {
                    low = Some(word == "dword");
                }
                ("type", _) => self.document.mistake(
                    &place,
                    "an argument has no such size",
                    "expected `dword` or `qword`",
                ),
                ("val", Json::Number(number)) => value = Some(*number),
                ("val", _) => {
                    let expected = "expected a whole number from 0 to 2^64-1";
                    self.document.mistake(&place, "`val` is no number that a register holds", expected);
                }
                ("op", operator) => op = self.operator(operator, &place),
                ("comment", _) => {}
                _ => self.unknown(member, &["index", "type", "op", "val", "comment"], "a condition"),
            }
        }
        self.document.demand(members, at, &["index", "type", "op", "val"]);
        let (arg, low, (op, mask), value) = (arg?, low?, op?, value?);
        // The mask is taken off the value, too.
        Some(Test { arg, low, mask, op, value: mask.map_or(value, |mask| value & mask) })
    }

    /// `"eq"`, or `{ "masked_eq": MASK }`.
    fn operator(&mut self, operator: &Json<'r>, at: &Range<usize>) -> Option<(Compare, Option<u64>)> {
        let found = match operator {
            Json::Text(word) => OPERATORS.iter().find(|(known, _)| known == word).map(|(_, op)| (*op, None)),
            Json::Table(members) => match &members[..] {
                [Member { key, value: Json::Number(mask) }] if key == "masked_eq" => {
                    Some((Compare::Eq, Some(*mask)))
                }
                _ => None,
            },
            _ => None,
        };
        if found.is_none() {
            let names = OPERATORS.iter().map(|(name, _)| *name);
            let near = match operator {
                Json::Text(word) => nearest(word, names.clone()),
                _ => None,
            };
            let expected = format!("expected {}, or `{{\"masked_eq\": MASK}}`", alternatives(names));
            self.document.reader.mistake_near(at, "unknown operator", expected, near);
        }
        found
    }

    /// `"allow"`, `{ "errno": 1 }` or `{ "trace": 1 }`.
    fn action(&mut self, member: &Member<'_>) -> Option<Action> {
        let at = self.document.at(member);
        let names = || ACTIONS.iter().map(|(name, _)| *name);
        let expected =
            format!("expected {}, `{{\"errno\": N}}` or `{{\"trace\": N}}`", alternatives(names()));
        let mut near = None;
        match &member.value {
            Json::Text(word) => {
                if let Some((_, action)) = ACTIONS.iter().find(|(name, _)| name == word) {
                    return Some(*action);
                }
                near = nearest(word, names());
            }
            Json::Table(members) => {
                if let [Member { key, value: Json::Number(number) }] = &members[..]
                    && let Ok(data) = u16::try_from(*number)
                {
                    match key.as_ref() {
                        "errno" if data <= 4095 => return Some(Action::Errno(Errno(data))),
                        "trace" => return Some(Action::Trace(data)),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
        self.document.reader.mistake_near(&at, "unknown action", expected, near);
        None
    }

    fn unknown(&mut self, member: &Member<'_>, known: &[&'static str], place: &str) {
        let at = self.document.places.of_key(member);
        let near = nearest(&member.key, known.iter().copied());
        let expected = format!("expected {}", alternatives(known.iter().copied()));
        let message = format!("unknown key {} in {place}", quoted(&member.key));
        self.document.reader.mistake_near(&at, message, expected, near);
    }
}
