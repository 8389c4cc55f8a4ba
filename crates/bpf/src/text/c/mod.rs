//! Filters in C: arrays of `struct sock_filter` by `BPF_STMT` and `BPF_JUMP`, by fields or by numbers; arrays of
//! bytes; with the file's own `#define`s, or the bare list of instructions. Rust's arrays of `sock_filter` are read
//! too. The constants of `linux/filter.h`, `linux/seccomp.h`, `linux/audit.h`, `asm/unistd.h` and `errno.h` need no
//! includes.

mod macros;
mod parse;
mod token;
mod value;

use super::Found;
use super::place::{Reason, TextError};
use callgate_abi::Abi;
use parse::Parser;

/// Whether a text is a source with filters, or a list of instructions.
pub fn looks_like(text: &str) -> bool {
    let start = text.trim_start();
    let braces = start.starts_with('{')
        && start[1..].trim_start().starts_with(|c: char| c == '{' || c == '.' || c.is_ascii_digit());
    braces
        || ["BPF_STMT", "BPF_JUMP", "sock_filter"].iter().any(|word| text.contains(word))
        || (["char ", "u8", "uint8_t "].iter().any(|word| text.contains(word)) && text.contains('='))
}

/// The filters, not verified; `abi` is what the source is compiled for.
pub fn read(text: &str, abi: Abi) -> Result<Vec<Found>, TextError> {
    let tokens = macros::expand(text, &token::tokens(text, 0)?, abi)?;
    if tokens.is_empty() {
        return Err(Reason::Empty.into());
    }
    Parser { text, tokens: &tokens, at: 0, abi, depth: 0 }.filters()
}

/// The list whose bracket opens at a byte of the text, and where it ends.
pub(super) fn list_at(text: &str, start: usize, abi: Abi) -> Result<(Found, usize), TextError> {
    // strace puts a call into one line, so a list is no longer than that.
    let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let tokens = token::tokens(&text[..end], start)?;
    let mut parser = Parser { text, tokens: &tokens, at: 0, abi, depth: 0 };
    let found = parser.list()?;
    let end = tokens.get(parser.at.saturating_sub(1)).map_or(start + 1, |token| token.span.end);
    Ok((found, end))
}
