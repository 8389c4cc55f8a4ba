//! Where a text is wrong, and why.

use callgate_abi::{Abi, Endian};
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
    /// A name that nobody knows.
    UnknownName {
        /// What it should name.
        kind: &'static str,
        /// It.
        name: String,
        /// The nearest one that is known.
        near: Option<&'static str>,
    },
    /// A jump to a label that is not there.
    UnknownLabel {
        /// The label.
        name: String,
        /// The nearest one that is there.
        near: Option<String>,
    },
    /// A label that is there twice.
    DuplicateLabel(String),
    /// A jump to a label before it.
    Backward(String),
    /// A label behind the last instruction.
    LabelAtEnd,
    /// A way that leads behind the last instruction.
    FallsOffEnd,
    /// A `{` without its `}`.
    OpenBrace,
    /// An `.abi` line behind instructions, or a second one.
    LateAbi,
    /// A call's name where several ABIs, or none that is known, get.
    WhichAbi(String),
    /// An argument's name where several calls, or any, get.
    WhichCall(String),
    /// A name that this ABI lacks.
    NotOn {
        /// The name.
        name: String,
        /// The ABI.
        abi: Abi,
    },
    /// A number that does not fit its field.
    NumberTooLarge,
    /// More instructions than this.
    TooManyInstructions(usize),
    /// More words than this in C.
    TooManyWords(usize),
    /// C macros that grow without end.
    MacrosTooLong,
    /// strace's decoding without its `-v`: the address of the filter instead of the filter.
    Abbreviated,
}

impl Reason {
    /// A name that nobody knows.
    pub(crate) fn unknown(kind: &'static str, name: &str, near: Option<&'static str>) -> Reason {
        Reason::UnknownName { kind, name: name.to_owned(), near }
    }
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
            Reason::Expected { expected, found } if found == "end of line" => {
                write!(f, "expected {expected}, found the end of the line")
            }
            Reason::Expected { expected, found } => write!(f, "expected {expected}, found `{found}`"),
            Reason::UnknownName { kind, name, near: None } => write!(f, "no {kind} is called `{name}`"),
            Reason::UnknownName { kind, name, near: Some(near) } => {
                write!(f, "no {kind} is called `{name}`; did you mean `{near}`?")
            }
            Reason::UnknownLabel { name, near: None } => write!(f, "there is no label `{name}`"),
            Reason::UnknownLabel { name, near: Some(near) } => {
                write!(f, "there is no label `{name}`; did you mean `{near}`?")
            }
            Reason::DuplicateLabel(name) => write!(f, "the label `{name}` is there twice"),
            Reason::Backward(name) => {
                write!(f, "jumps lead forward only, but the label `{name}` is not further down")
            }
            Reason::LabelAtEnd => f.write_str("no instruction follows this label"),
            Reason::FallsOffEnd => f.write_str("no instruction follows: every way must end in a `return`"),
            Reason::OpenBrace => f.write_str("this `{` has no `}`"),
            Reason::LateAbi => f.write_str("one `.abi` line goes before all instructions"),
            Reason::WhichAbi(name) => write!(
                f,
                "`{name}` has several numbers, and the architecture is not the same on every way here: \
                 write it with its ABI, as `x86_64.{name}`"
            ),
            Reason::WhichCall(name) => write!(
                f,
                "which call's `{name}` is not decided here: compare `nr` first, or write the call too, as \
                 `openat.{name}`"
            ),
            Reason::NotOn { name, abi } => write!(f, "{abi} has no `{name}`"),
            Reason::NumberTooLarge => f.write_str("this number is too large"),
            Reason::TooManyInstructions(most) => {
                write!(f, "more than {most} instructions; the kernel takes at most {}", crate::MAX_INSNS)
            }
            Reason::TooManyWords(most) => {
                write!(f, "the source goes on after {most} words: give the filter's part of it alone")
            }
            Reason::MacrosTooLong => f.write_str("this macro grows too long"),
            Reason::Abbreviated => f.write_str(
                "strace printed the filter's address instead of the filter: run it with -v, as `strace -v -f -e prctl,seccomp`",
            ),
        }
    }
}
