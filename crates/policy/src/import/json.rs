//! JSON as a tree whose every node can be found again in the text.
//!
//! Parsing is serde_json's, in one pass and without a copy. Strings without escapes are slices of the
//! text, which tells where they stand; whatever else has to be found is found from the key before it,
//! when somebody asks.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;
use std::ops::Range;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json<'t> {
    Null,
    Boolean,
    /// A whole number that is not negative.
    Number(u64),
    /// A number that is negative, too great, or not whole.
    OtherNumber,
    Text(Cow<'t, str>),
    List(Vec<Json<'t>>),
    Table(Vec<Member<'t>>),
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Member<'t> {
    pub(super) key: Cow<'t, str>,
    pub(super) value: Json<'t>,
}

impl Json<'_> {
    /// The kind in prose.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Json::Null => "null",
            Json::Boolean => "a boolean",
            Json::Number(_) => "a number",
            Json::OtherNumber => "another number",
            Json::Text(_) => "a string",
            Json::List(_) => "a list",
            Json::Table(_) => "an object",
        }
    }
}

/// A text that is no JSON: the place, and why.
pub(super) struct SyntaxError {
    pub(super) at: Range<usize>,
    pub(super) message: String,
}

/// Parses a whole text. Nesting deeper than 128 is refused.
pub(super) fn parse(text: &str) -> Result<Json<'_>, SyntaxError> {
    serde_json::from_str(text).map_err(|error| {
        let line =
            text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
        // A column of 0 is the end of the line before.
        let at = (line + error.column()).saturating_sub(1).min(text.len().saturating_sub(1));
        let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let message = error.to_string();
        let message = match message.split(" at line ").next().unwrap_or_default() {
            "recursion limit exceeded" => "it is nested more than 128 deep",
            other => other,
        };
        let message = message.to_owned();
        SyntaxError { at: at..at + text[at..].chars().next().map_or(0, char::len_utf8), message }
    })
}

/// Where nodes stand in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places<'t> {
    pub(super) text: &'t str,
}

impl Places<'_> {
    /// Where a slice of the text stands, quotes and all; `None` for a string of its own.
    fn of_slice(self, slice: &str) -> Option<Range<usize>> {
        let start = (slice.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize)?;
        let end = start + slice.len();
        (start > 0 && end < self.text.len()).then(|| start - 1..end + 1)
    }

    /// A key, with its quotes.
    pub(super) fn of_key(self, member: &Member<'_>) -> Range<usize> {
        self.of_slice(&member.key).unwrap_or(0..0)
    }

    /// A member's value; of a list or an object its bracket.
    pub(super) fn of_value(self, member: &Member<'_>) -> Range<usize> {
        let key = self.of_key(member);
        let rest = &self.text[key.end..];
        let start = rest.find(':').map_or(key.end, |colon| {
            let after = &rest[colon + 1..];
            key.end + colon + 1 + after.len() - after.trim_start().len()
        });
        if key.is_empty() { key } else { start..start + token(&self.text[start..]) }
    }

    /// An element of a list that stands at `list`; the list where the element cannot be found.
    pub(super) fn of_element(self, list: &Range<usize>, element: &Json<'_>) -> Range<usize> {
        let own = match element {
            Json::Text(text) => self.of_slice(text),
            Json::Table(members) => members.first().and_then(|first| self.of_slice(&first.key)).map(|key| {
                let brace = self.text[..key.start].rfind('{').unwrap_or(key.start);
                brace..brace + 1
            }),
            _ => None,
        };
        own.unwrap_or_else(|| list.clone())
    }
}

/// The length of a string, number or word; 1 for a bracket.
fn token(text: &str) -> usize {
    match text.bytes().next() {
        None => 0,
        Some(b'"') => {
            let mut escaped = false;
            let end = text.bytes().skip(1).position(|byte| {
                let closes = byte == b'"' && !escaped;
                escaped = byte == b'\\' && !escaped;
                closes
            });
            end.map_or(text.len(), |end| end + 2)
        }
        Some(b'[' | b'{') => 1,
        Some(_) => text.find([',', '}', ']', ' ', '\t', '\r', '\n']).unwrap_or(text.len()),
    }
}

/// The members whose key stood before in the same object.
pub(super) fn repeated<'m, 't>(members: &'m [Member<'t>]) -> Vec<&'m Member<'t>> {
    let mut known = HashSet::with_capacity(members.len());
    members.iter().filter(|member| !known.insert(member.key.as_ref())).collect()
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Json<'de>, D::Error> {
        deserializer.deserialize_any(Reading)
    }
}

struct Reading;

impl<'de> Visitor<'de> for Reading {
    type Value = Json<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Json<'de>, E> {
        Ok(Json::Boolean)
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json<'de>, E> {
        Ok(Json::Number(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json<'de>, E> {
        Ok(u64::try_from(number).map_or(Json::OtherNumber, Json::Number))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json<'de>, E> {
        Ok(Json::OtherNumber)
    }

    fn visit_unit<E>(self) -> Result<Json<'de>, E> {
        Ok(Json::Null)
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Json<'de>, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = access.next_element()? {
            elements.push(element);
        }
        Ok(Json::List(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Json<'de>, A::Error> {
        let mut members = Vec::new();
        while let Some((Key(key), value)) = access.next_entry()? {
            members.push(Member { key, value });
        }
        Ok(Json::Table(members))
    }
}

/// A key, borrowed where it has no escapes.
struct Key<'t>(Cow<'t, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Key<'de>, D::Error> {
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(Text)
    }
}

#[cfg(test)]
mod tests {
    use super::{Json, Places, parse};

    #[test]
    fn every_node_is_found_again() {
        let text = r#"{ "a" : 12, "list":["x", {"b":null}, 3], "wi\u0064e": -1, "s": "p\"q", "e": 1e99 }"#;
        let Ok(Json::Table(members)) = parse(text) else { panic!("{text}") };
        let places = Places { text };
        let value = |n: usize| &text[places.of_value(&members[n])];
        assert_eq!(value(0), "12");
        assert_eq!(value(1), "[");
        assert_eq!(value(3), r#""p\"q""#);
        assert_eq!(value(4), "1e99");
        assert_eq!(&text[places.of_key(&members[1])], "\"list\"");
        let Json::List(elements) = &members[1].value else { panic!("no list") };
        let list = places.of_value(&members[1]);
        let element = |n: usize| &text[places.of_element(&list, &elements[n])];
        assert_eq!((element(0), element(1), element(2)), ("\"x\"", "{", "["));
        assert_eq!((&members[2].value, &members[4].value), (&Json::OtherNumber, &Json::OtherNumber));
    }

    #[test]
    fn mistakes_have_a_place() {
        let at = |text: &str| parse(text).map_err(|error| (error.at.start, error.message)).unwrap_err();
        assert_eq!(at("{\n  \"a\": 1,\n  \"b\" 2 }").0, 18);
        assert!(at("{").1.contains("EOF"));
        assert!(at("").1.contains("EOF"));
        assert!(at(&"[".repeat(1000)).1.contains("nested more than 128 deep"));
        assert!(parse("é").is_err() && parse("{\"é\": é}").is_err());
    }
}
