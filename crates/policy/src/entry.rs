//! The syntax of a call entry: `name`, `@group` or `name(condition)`.
//!
//! ```text
//! entry     = [ ABI ":" ] calls [ "(" condition ")" ]
//! calls     = NAME | "@" GROUP | NUMBER | NUMBER "..=" NUMBER | "*"
//! ```

use crate::condition::{self, Syntax, SyntaxError};
use std::ops::{Range, RangeInclusive};

/// A parsed entry. Ranges are of the entry's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CallEntry {
    /// The one ABI that is meant.
    pub(crate) abi: Option<Range<usize>>,
    pub(crate) name: Range<usize>,
    pub(crate) calls: Calls,
    pub(crate) condition: Option<Syntax>,
}

/// Which calls an entry is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Calls {
    /// One, by its name.
    Named,
    /// `@group`.
    Group,
    /// One, by its number.
    Number(u32),
    /// `V..=W`, which may be empty; and `*`.
    Numbers(RangeInclusive<u32>),
}

/// Parses one entry.
pub(crate) fn parse(text: &str) -> Result<CallEntry, SyntaxError> {
    let open = text.find('(');
    let head = &text[..open.unwrap_or(text.len())];
    let (abi, after) = match head.find(':') {
        Some(colon) => (Some(trimmed(head, 0..colon)), colon + 1),
        None => (None, 0),
    };
    let name = trimmed(head, after..head.len());
    let sound = abi.clone().is_none_or(|abi| is_word(&text[abi]));
    let Some(calls) = calls(&text[name.clone()]).filter(|_| sound) else {
        return Err(SyntaxError {
            at: if name.is_empty() { 0..text.len() } else { name },
            message: String::from("this is no call, group or condition"),
            expected: "expected `name`, `@group` or `name(condition)`",
            help: None,
        });
    };
    let condition = open.map(|open| condition::parse(text, open + 1)).transpose()?;
    Ok(CallEntry { abi, name, calls, condition })
}

/// A part of a text without the blanks around it.
fn trimmed(text: &str, part: Range<usize>) -> Range<usize> {
    let found = &text[part.clone()];
    let start = part.start + found.len() - found.trim_start().len();
    start..start + found.trim().len()
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

fn calls(text: &str) -> Option<Calls> {
    if text == "*" {
        return Some(Calls::Numbers(0..=u32::MAX));
    }
    if let Some((first, last)) = text.split_once("..=") {
        return Some(Calls::Numbers(number(first.trim())?..=number(last.trim())?));
    }
    if let Some(group) = text.strip_prefix('@') {
        let sound = !group.is_empty() && group.split('-').all(|part| part.is_empty() || is_word(part));
        return sound.then_some(Calls::Group);
    }
    is_word(text).then(|| number(text).map_or(Calls::Named, Calls::Number))
}

/// `231` or `0xe7`.
fn number(text: &str) -> Option<u32> {
    match text.strip_prefix("0x") {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => text.parse().ok(),
    }
}
