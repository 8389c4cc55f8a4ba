//! Words of a line.

use crate::text::place::{Reason, TextError};

/// A word and where it stands, bytes of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub(super) word: &'t str,
    pub(super) kind: Kind,
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, digits and `_`, not beginning with a digit; or a directive, `.abi`.
    Name,
    /// Beginning with a digit.
    Number,
    /// Anything else.
    Sign,
    /// The end of a line.
    End,
}

const SIGNS: &[&str] = &[
    "<<=", ">>=", "==", "!=", "<=", ">=", "<<", ">>", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "&&",
    "||", "=", "<", ">", "+", "-", "*", "/", "%", "&", "|", "^", "!", "(", ")", "[", "]", "{", "}", ":", "?",
    ",", ".", "~",
];

/// All words, each line ended by an [`Kind::End`]. Comments run from `;`, `#` or `//` to the end of the line.
pub(super) fn tokens(text: &str) -> Result<Vec<Token<'_>>, TextError> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let Some(first) = rest.chars().next() else { break };
        if first == '\n' {
            tokens.push(Token { word: "", kind: Kind::End, start: at, end: at });
            at += 1;
        } else if first.is_whitespace() {
            at += first.len_utf8();
        } else if first == ';' || first == '#' || rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else {
            let name = |c: char| c.is_ascii_alphanumeric() || c == '_';
            let (kind, len) = if name(first) {
                let kind = if first.is_ascii_digit() { Kind::Number } else { Kind::Name };
                (kind, rest.find(|c| !name(c)).unwrap_or(rest.len()))
            } else if rest.starts_with(".abi") {
                (Kind::Name, 4)
            } else if let Some(sign) = SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
                (Kind::Sign, sign.len())
            } else {
                let found = first.escape_default().to_string();
                let reason = Reason::Expected { expected: "an instruction".to_owned(), found };
                return Err(TextError::at(text, at, at + first.len_utf8(), reason));
            };
            tokens.push(Token { word: &rest[..len], kind, start: at, end: at + len });
            at += len;
        }
    }
    tokens.push(Token { word: "", kind: Kind::End, start: text.len(), end: text.len() });
    Ok(tokens)
}

/// A number: decimal, `0x…`, `0o…`, `0b…`, with `_` between digits. A 0 in front of others is refused, since C
/// reads it as octal; labels may have them.
pub(super) fn number(word: &str) -> Option<u64> {
    let digits = |digits: &str, radix| {
        let digits: String = digits.chars().filter(|c| *c != '_').collect();
        u64::from_str_radix(&digits, radix).ok()
    };
    let prefixed = |radix: u32, lower: &str, upper: &str| {
        word.strip_prefix(lower).or_else(|| word.strip_prefix(upper)).map(|rest| digits(rest, radix))
    };
    if let Some(value) =
        prefixed(16, "0x", "0X").or_else(|| prefixed(8, "0o", "0O")).or_else(|| prefixed(2, "0b", "0B"))
    {
        return value;
    }
    if word.len() > 1 && word.starts_with('0') { None } else { digits(word, 10) }
}
