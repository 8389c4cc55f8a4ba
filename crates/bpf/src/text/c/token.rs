//! C's words.

use crate::text::place::{Reason, TextError};
use std::ops::Range;
use std::rc::Rc;

/// A word; what a macro made has the place where the macro was used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) word: Rc<str>,
    pub(super) span: Range<usize>,
    /// It is the first on a line, so a `#` begins a directive.
    pub(super) first: bool,
}

impl Token {
    pub(super) fn is(&self, word: &str) -> bool {
        &*self.word == word
    }

    pub(super) fn is_name(&self) -> bool {
        self.word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
    }

    pub(super) fn is_number(&self) -> bool {
        self.word.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// The most words of a source: a bound on time and memory. The longest filter has some hundred thousand.
const MOST: usize = 300_000;

const SIGNS: &[&str] = &["...", "<<", ">>", "==", "!=", "<=", ">=", "&&", "||", "##", "::", "->"];

/// The words from `start` on, comments and continued lines taken out.
pub(super) fn tokens(text: &str, start: usize) -> Result<Vec<Token>, TextError> {
    let mut tokens = Vec::new();
    let mut at = start;
    let mut first = true;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        if c == '\n' {
            first = true;
            at += 1;
        } else if rest.starts_with("\\\n") || rest.starts_with("\\\r\n") {
            at += if rest.starts_with("\\\n") { 2 } else { 3 };
        } else if c.is_whitespace() {
            at += c.len_utf8();
        } else if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else if rest.starts_with("/*") {
            let Some(end) = rest.find("*/") else {
                let reason = Reason::Expected { expected: "`*/`".to_owned(), found: String::new() };
                return Err(TextError::at(text, at, at + 2, reason));
            };
            at += end + 2;
        } else {
            let name = |c: char| c.is_ascii_alphanumeric() || c == '_';
            let len = if name(c) {
                rest.find(|c| !name(c)).unwrap_or(rest.len())
            } else if c == '"' || c == '\'' {
                literal(rest, c)
            } else {
                SIGNS.iter().find(|sign| rest.starts_with(**sign)).map_or(c.len_utf8(), |sign| sign.len())
            };
            if tokens.len() >= MOST {
                return Err(TextError::at(text, at, at + len, Reason::TooManyWords(MOST)));
            }
            tokens.push(Token { word: rest[..len].into(), span: at..at + len, first });
            first = false;
            at += len;
        }
    }
    Ok(tokens)
}

/// The length of a string or character literal; to the end of the line where it is not closed.
fn literal(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '\n' if !escaped => return at,
            c if c == quote && !escaped => return at + 1,
            _ => escaped = c == '\\' && !escaped,
        }
    }
    rest.len()
}

/// A number with its suffixes: decimal, hex, octal, binary.
pub(super) fn number(word: &str) -> Option<u64> {
    let word = word.to_ascii_lowercase().replace('_', "");
    let (digits, radix) = if let Some(digits) = word.strip_prefix("0x") {
        (digits, 16)
    } else if let Some(digits) = word.strip_prefix("0b") {
        (digits, 2)
    } else if let Some(digits) = word.strip_prefix("0o") {
        (digits, 8)
    } else if word.len() > 1 && word.starts_with('0') && word.as_bytes()[1].is_ascii_digit() {
        (&word[1..], 8)
    } else {
        (&*word, 10)
    };
    let end = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
    let suffixed = matches!(
        &digits[end..],
        "" | "u" | "l" | "ul" | "lu" | "ll" | "ull" | "llu" | "u8" | "u16" | "u32" | "u64"
    );
    if suffixed { u64::from_str_radix(&digits[..end], radix).ok() } else { None }
}
