//! Where a text is wrong, and why.

use callgate_abi::Endian;
use std::fmt;
use thiserror::Error;

/// A stretch of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The line, counted from 1.
    pub line: usize,
    /// The first character, counted from 1.
    pub column: usize,
    /// How many characters; at least 1.
    pub width: usize,
}

impl Place {
    /// Bytes `start..end` of a text, as far as they are in one line.
    pub fn of(text: &str, start: usize, end: usize) -> Place {
        let start = floor(text, start.min(text.len()));
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let end = floor(text, end.clamp(start, line_end));
        Place {
            line: text[..start].matches('\n').count() + 1,
            column: text[line_start..start].chars().count() + 1,
            width: text[start..end].chars().count().max(1),
        }
    }
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Why a file is no filter.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}{reason}", .place.map(|place| format!("line {}, column {}: ", place.line, place.column)).unwrap_or_default())]
pub struct TextError {
    /// Where; `None` when it is about the file as a whole.
    pub place: Option<Place>,
    /// Why.
    pub reason: Reason,
}

impl TextError {
    /// An error at bytes `start..end` of a text.
    pub(crate) fn at(text: &str, start: usize, end: usize, reason: Reason) -> TextError {
        TextError { place: Some(Place::of(text, start, end)), reason }
    }

    /// The line in question with the stretch underlined, for a terminal; `None` without a place.
    pub fn excerpt(&self, text: &str) -> Option<String> {
        let place = self.place?;
        let line: String =
            text.lines().nth(place.line - 1)?.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let number = place.line.to_string();
        let (before, total) = (place.column - 1, line.chars().count());
        let gap = " ".repeat(number.len());
        let marks = "^".repeat(place.width.min(total.saturating_sub(before)).max(1));
        // A very long line (C arrays of one line) is shown around the stretch only.
        let from = if total > 120 { before.saturating_sub(40) } else { 0 };
        let shown: String = line.chars().skip(from).take(120).collect();
        let marks: String = marks.chars().take(120).collect();
        Some(format!("  {number} | {shown}\n  {gap} | {}{marks}", " ".repeat(before - from)))
    }
}

impl From<Reason> for TextError {
    fn from(reason: Reason) -> TextError {
        TextError { place: None, reason }
    }
}

/// What is wrong with a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// There is nothing in it.
    Empty,
    /// None of the formats.
    NoFilter {
        /// What it is instead, if that can be told.
        seems: Option<&'static str>,
    },
    /// Not a whole number of instructions; how many bytes there are.
    Ragged(usize),
    /// Bytes that are a valid filter in the other byte order.
    OtherByteOrder(Endian),
    /// Something else is expected at this place.
    Expected {
        /// What.
        expected: String,
        /// What there is; empty for the end.
        found: String,
    },
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::Empty => f.write_str("there is nothing in it"),
            Reason::NoFilter { seems: Some(seems) } => write!(f, "this is no filter but {seems}"),
            Reason::NoFilter { seems: None } => f.write_str("this is no filter in any format that is known"),
            Reason::Ragged(bytes) => write!(f, "{}", crate::RaggedBytes { bytes: *bytes }),
            Reason::OtherByteOrder(Endian::Big) => f.write_str(
                "these bytes look big-endian: the kernel would refuse them as they are, and take them on s390x",
            ),
            Reason::OtherByteOrder(Endian::Little) => f.write_str(
                "these bytes look little-endian: the kernel would refuse them as they are, and take them on x86_64",
            ),
            Reason::Expected { expected, found } if found.is_empty() => {
                write!(f, "expected {expected}, found the end")
            }
            Reason::Expected { expected, found } => write!(f, "expected {expected}, found `{found}`"),
        }
    }
}
