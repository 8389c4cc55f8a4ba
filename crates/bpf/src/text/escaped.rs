//! Raw filters as string literals: `"\x20\x00\x00\x00\x04…"` of C, Python and Ruby, and so seccomp-tools'
//! `inspect`, in which printable bytes stand for themselves. Adjacent literals are one.

use super::place::{Reason, TextError};
use super::raw;
use crate::insn::Insn;
use callgate_abi::Endian;

/// Whether a text is a string literal, or bare `\x` escapes.
pub fn looks_like(text: &str) -> bool {
    let text = text.trim_start();
    let text = text.strip_prefix(['b', 'B']).unwrap_or(text);
    text.starts_with("\\x") || ((text.starts_with('"') || text.starts_with('\'')) && text.contains('\\'))
}

/// The instructions, not verified.
pub fn read(text: &str, endian: Endian) -> Result<Vec<Insn>, TextError> {
    raw::read(&bytes(text)?, endian)
}

fn bytes(text: &str) -> Result<Vec<u8>, TextError> {
    let mut bytes = Vec::new();
    let mut quote = None;
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let wrong = |end: usize, expected: &str| {
            let end = end.min(text.len());
            let found = text.get(at..end).unwrap_or_default().to_owned();
            TextError::at(text, at, end, Reason::Expected { expected: expected.to_owned(), found })
        };
        match (quote, c) {
            (_, '\\') => {
                let Some((_, kind)) = rest.next() else {
                    return Err(wrong(at + 1, "an escape such as `\\x20`"));
                };
                match kind {
                    'x' => {
                        let digits = take(&mut rest, 2, 16);
                        let Ok(byte) = u8::from_str_radix(&digits, 16) else {
                            return Err(wrong(at + 4, "two hex digits after `\\x`"));
                        };
                        bytes.push(byte);
                    }
                    '0'..='7' => {
                        let digits = format!("{kind}{}", take(&mut rest, 2, 8));
                        let Ok(byte) = u8::from_str_radix(&digits, 8) else {
                            return Err(wrong(at + 4, "an octal escape up to `\\377`"));
                        };
                        bytes.push(byte);
                    }
                    'a' => bytes.push(7),
                    'b' => bytes.push(8),
                    't' => bytes.push(9),
                    'n' => bytes.push(10),
                    'v' => bytes.push(11),
                    'f' => bytes.push(12),
                    'r' => bytes.push(13),
                    'e' => bytes.push(27),
                    's' => bytes.push(32),
                    '\\' | '"' | '\'' | '#' | '?' => bytes.push(kind as u8),
                    // A line continued in C and in a shell.
                    '\n' => {}
                    _ => return Err(wrong(at + 1 + kind.len_utf8(), "an escape such as `\\x20`")),
                }
            }
            (Some(open), c) if c == open => quote = None,
            (Some(_), c) if c.is_ascii() => bytes.push(c as u8),
            (None, '"' | '\'') => quote = Some(c),
            (None, 'b' | 'B' | ';' | ',' | '+' | '(' | ')') => {}
            (None, c) if c.is_whitespace() => {}
            _ => return Err(wrong(at + c.len_utf8(), "a string of escapes such as `\\x20\\x00`")),
        }
    }
    Ok(bytes)
}

fn take(rest: &mut std::iter::Peekable<std::str::CharIndices<'_>>, most: usize, radix: u32) -> String {
    let mut digits = String::new();
    while digits.len() < most
        && let Some((_, c)) = rest.next_if(|(_, c)| c.is_digit(radix))
    {
        digits.push(c);
    }
    digits
}
