//! The pieces an expanded pattern is made of.

use std::net::IpAddr;

/// A piece of a pattern after variables were replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// A variable's value: every byte stands for itself, `*` included.
    Literal(&'a [u8]),
    /// What the author wrote: wildcards mean what they mean.
    Glob(&'a [u8]),
    /// A variable that is a list of addresses (`$DNS`); only as the host of a `tcp:` or `udp:` pattern.
    Addresses(&'a [IpAddr]),
}

/// One byte of the expanded text, and whether it came from a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Symbol {
    pub(super) byte: u8,
    pub(super) literal: bool,
}

impl Symbol {
    /// Whether this is `byte` with its special meaning.
    pub(super) fn is_special(self, byte: u8) -> bool {
        self.byte == byte && !self.literal
    }
}

/// The expanded text so that it reads, and parses, as the same pattern: wildcard characters of
/// literal origin escaped.
pub(super) fn spell(symbols: &[Symbol]) -> Vec<u8> {
    let mut text = Vec::with_capacity(symbols.len());
    for symbol in symbols {
        if symbol.literal && matches!(symbol.byte, b'*' | b'?' | b'[' | b'\\') {
            text.push(b'\\');
        }
        text.push(symbol.byte);
    }
    text
}
