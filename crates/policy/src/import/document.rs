//! A JSON text that is read field by field, with every mistake told.

use super::Reader;
use super::json::{Json, Member, Places, parse, repeated};
use crate::diagnostic::quoted;
use std::ops::Range;

/// The text, and who hears of its mistakes.
pub(super) struct Document<'d, 'r> {
    pub(super) reader: &'d mut Reader<'r>,
    pub(super) places: Places<'r>,
}

impl<'d, 'r> Document<'d, 'r> {
    /// Parses the reader's text, which must be an object, and hands over its members.
    pub(super) fn of(
        reader: &'d mut Reader<'r>,
        expected: &str,
    ) -> Option<(Document<'d, 'r>, Vec<Member<'r>>)> {
        let places = Places { text: reader.text };
        match parse(reader.text) {
            Ok(Json::Table(members)) => return Some((Document { reader, places }, members)),
            Ok(other) => {
                reader.mistake(&(0..1), format!("this is {}", other.kind()), format!("expected {expected}"));
            }
            Err(error) => {
                let message = format!("this is no JSON: {}", error.message);
                reader.mistake(&error.at, message, format!("expected {expected}"));
            }
        }
        None
    }

    /// Where a member's value stands.
    pub(super) fn at(&self, member: &Member<'_>) -> Range<usize> {
        self.places.of_value(member)
    }

    pub(super) fn mistake(
        &mut self,
        at: &Range<usize>,
        message: impl Into<String>,
        expected: impl Into<String>,
    ) {
        self.reader.mistake(at, message, expected);
    }

    /// That a member holds something of another kind.
    pub(super) fn wrong_kind(&mut self, member: &Member<'_>, expected: &str) {
        let at = self.at(member);
        self.wrong_element(&at, &member.key, &member.value, expected);
    }

    /// That an element of `key`'s list is of another kind.
    pub(super) fn wrong_element(&mut self, at: &Range<usize>, key: &str, found: &Json<'_>, expected: &str) {
        let message = format!("{} holds {}", quoted(key), found.kind());
        self.mistake(at, message, format!("expected {expected}"));
    }

    pub(super) fn refuse_repetitions(&mut self, members: &[Member<'_>]) {
        for member in repeated(members) {
            let at = self.places.of_key(member);
            self.mistake(&at, format!("{} stands here twice", quoted(&member.key)), "expected it once");
        }
    }

    /// That a condition has all these keys. What was written wrongly is not missing, too.
    pub(super) fn demand(&mut self, members: &[Member<'_>], at: &Range<usize>, keys: &[&str]) {
        for key in keys {
            if !members.iter().any(|member| member.key == *key && member.value != Json::Null) {
                self.mistake(at, format!("the condition has no `{key}`"), format!("expected `{key}`"));
            }
        }
    }

    pub(super) fn list<'j, 't>(&mut self, member: &'j Member<'t>) -> Option<&'j [Json<'t>]> {
        if let Json::List(elements) = &member.value {
            return Some(elements);
        }
        self.wrong_kind(member, "a list");
        None
    }

    /// The elements of a list, each with its place.
    pub(super) fn elements<'j, 't>(&mut self, member: &'j Member<'t>) -> Vec<(&'j Json<'t>, Range<usize>)> {
        let at = self.at(member);
        let elements = self.list(member).unwrap_or_default().iter();
        elements.map(|element| (element, self.places.of_element(&at, element))).collect()
    }

    /// The strings of a list, each with its place.
    pub(super) fn words<'j>(&mut self, member: &'j Member<'_>) -> Vec<(&'j str, Range<usize>)> {
        let mut words = Vec::new();
        for (element, at) in self.elements(member) {
            match element {
                Json::Text(word) => words.push((word.as_ref(), at)),
                other => self.wrong_element(&at, &member.key, other, "strings"),
            }
        }
        words
    }
}
