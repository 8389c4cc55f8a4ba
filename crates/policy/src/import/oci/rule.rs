//! One rule of `syscalls`: which calls, under which conditions.

use super::super::NoteKind;
use super::super::json::{Json, Member};
use super::super::rules::{Block, Entry, Rules};
use super::super::test::Test;
use super::Profile;
use crate::diagnostic::{alternatives, quoted};
use crate::model::Compare;
use callgate_abi::suggest::nearest;
use std::ops::Range;

/// `None` is the masked comparison: its value is the mask.
const OPERATORS: &[(&str, Option<Compare>)] = &[
    ("SCMP_CMP_NE", Some(Compare::Ne)),
    ("SCMP_CMP_LT", Some(Compare::Lt)),
    ("SCMP_CMP_LE", Some(Compare::Le)),
    ("SCMP_CMP_EQ", Some(Compare::Eq)),
    ("SCMP_CMP_GE", Some(Compare::Ge)),
    ("SCMP_CMP_GT", Some(Compare::Gt)),
    ("SCMP_CMP_MASKED_EQ", None),
];
const KEYS: &[&str] =
    &["names", "name", "action", "errnoRet", "errno", "args", "includes", "excludes", "comment"];
/// Conditions of one rule.
const MOST_TESTS: usize = 64;

/// Whether two conditions are about one argument.
fn names_one_twice(tests: &[Test]) -> bool {
    tests.iter().enumerate().any(|(n, test)| tests[..n].iter().any(|other| other.arg == test.arg))
}

impl<'r> Profile<'_, 'r> {
    pub(super) fn rule<'j>(&mut self, members: &'j [Member<'r>], at: &Range<usize>, rules: &mut Rules<'j>) {
        let (mut names, mut name, mut action, mut errno, mut errno_name) = (None, None, None, None, None);
        let (mut args, mut applies) = (None, true);
        self.document.refuse_repetitions(members);
        for member in members.iter().filter(|member| member.value != Json::Null) {
            match member.key.as_ref() {
                "names" => names = Some(member),
                "name" => name = self.of_docker(member),
                "action" => action = Some(member),
                "errnoRet" => errno = Some(member),
                "errno" => errno_name = self.of_docker(member),
                "args" => args = Some(member),
                "includes" | "excludes" => {
                    if let Some(gate) = self.of_docker(member) {
                        applies &= self.gate(gate, member.key == "excludes");
                    }
                }
                "comment" => {}
                _ => self.unknown(member, KEYS),
            }
        }
        let action = match action {
            Some(member) => self.action(member, errno, errno_name),
            None => {
                self.document.mistake(
                    at,
                    "the rule has no `action`",
                    "expected one, such as `SCMP_ACT_ALLOW`",
                );
                None
            }
        };
        let tests = args.map(|args| self.tests(args)).unwrap_or_default();
        let empty = |member: &&Member<'_>| matches!(&member.value, Json::List(names) if names.is_empty());
        if let (Some(name), Some(_)) = (name, names.filter(|names| !empty(names))) {
            let at = self.document.places.of_key(name);
            self.document.mistake(&at, "`name` and `names` stand in one rule", "expected one of the two");
            return;
        }
        let listed = rules.entries.len();
        for tests in self.groups(tests) {
            let block = rules.blocks.len();
            let id = format!("syscalls[{block}]");
            rules.blocks.push(Block { id, action: action.unwrap_or(rules.default), tests });
            self.calls(name, names, at, block, &mut rules.entries);
        }
        if !applies {
            rules.entries.truncate(listed);
        }
    }

    /// The conditions that must hold together.
    fn groups(&self, tests: Vec<Test>) -> Vec<Vec<Test>> {
        if self.document.reader.options.each_condition_alone && names_one_twice(&tests) {
            tests.into_iter().map(|test| vec![test]).collect()
        } else {
            vec![tests]
        }
    }

    fn calls<'j>(
        &mut self,
        name: Option<&'j Member<'r>>,
        names: Option<&'j Member<'r>>,
        at: &Range<usize>,
        block: usize,
        entries: &mut Vec<Entry<'j>>,
    ) {
        let mut list = at.clone();
        let listed = match (name, names) {
            (Some(Member { value: Json::List(_), .. }), _) | (None, None) => &[],
            (Some(name), _) => {
                list = self.document.at(name);
                std::slice::from_ref(&name.value)
            }
            (None, Some(names)) => {
                list = self.document.at(names);
                self.document.list(names).unwrap_or_default()
            }
        };
        if listed.is_empty() {
            self.document.mistake(&list, "the rule names no call", "expected `names` with at least one");
        }
        entries.reserve(listed.len());
        for element in listed {
            let at =
                if name.is_some() { list.clone() } else { self.document.places.of_element(&list, element) };
            match element {
                Json::Text(name) if !name.is_empty() => entries.push(Entry { block, name, at }),
                other => self.document.wrong_element(&at, "names", other, "the name of a call"),
            }
        }
    }

    fn tests(&mut self, args: &Member<'r>) -> Vec<Test> {
        let at = self.document.at(args);
        let elements = self.document.elements(args);
        if elements.len() > MOST_TESTS {
            let message = format!("the rule has {} conditions", elements.len());
            self.document.mistake(&at, message, format!("expected at most {MOST_TESTS}"));
            return Vec::new();
        }
        let mut tests: Vec<Test> = Vec::new();
        for (element, at) in elements {
            match element {
                Json::Table(members) => tests.extend(self.test(members, &at)),
                other => self.document.wrong_element(&at, "args", other, "an object for each condition"),
            }
        }
        if names_one_twice(&tests) && !self.document.reader.options.each_condition_alone {
            let message = "two of the conditions are about one argument: here all must hold, but runc and crun make a rule of each condition, and one is enough";
            self.document.reader.note(NoteKind::Consumer, &at, message);
        }
        tests
    }

    fn test(&mut self, members: &[Member<'r>], at: &Range<usize>) -> Option<Test> {
        self.document.refuse_repetitions(members);
        let (mut arg, mut value, mut second, mut op) = (None, None, 0, None);
        for member in members.iter().filter(|member| member.value != Json::Null) {
            match (member.key.as_ref(), &member.value) {
                ("index", Json::Number(number @ 0..=5)) => arg = Some(*number as u8),
                ("index", _) => {
                    let at = self.document.at(member);
                    self.document.mistake(
                        &at,
                        "a call has no such argument",
                        "expected an index from 0 to 5",
                    );
                }
                ("value", Json::Number(number)) => value = Some(*number),
                ("valueTwo", Json::Number(number)) => second = *number,
                ("value" | "valueTwo", _) => {
                    let at = self.document.at(member);
                    let message = format!("{} is no number that a register holds", quoted(&member.key));
                    self.document.mistake(&at, message, "expected a whole number from 0 to 2^64-1");
                }
                ("op", Json::Text(name)) => {
                    op = OPERATORS.iter().find(|(known, _)| known == name).map(|(_, op)| *op);
                    if op.is_none() {
                        let at = self.document.at(member);
                        let names = || OPERATORS.iter().map(|(name, _)| *name);
                        let expected = format!("expected {}", alternatives(names()));
                        let message = format!("unknown operator {}", quoted(name));
                        self.document.reader.mistake_near(&at, message, expected, nearest(name, names()));
                    }
                }
                ("op", _) => self.document.wrong_kind(member, "an operator"),
                ("comment", _) => {}
                _ => self.unknown(member, &["index", "value", "valueTwo", "op"]),
            }
        }
        self.document.demand(members, at, &["index", "value", "op"]);
        let (arg, value) = (arg?, value?);
        Some(match op? {
            Some(op) => Test { arg, low: false, mask: None, op, value },
            // libseccomp takes the mask off the datum, too.
            None => Test { arg, low: false, mask: Some(value), op: Compare::Eq, value: second & value },
        })
    }
}
