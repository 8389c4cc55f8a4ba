//! Filters as files: every format that people keep them in, told apart by what is in them.
//!
//! | format | what it looks like |
//! |---|---|
//! | [`raw`] | `struct sock_filter[]`, 8 bytes each |
//! | [`hex`] | the same in hex digits: bare, with `0x` and commas, as xxd and hexdump write it |
//! | [`asm`] | callgate's own assembly language
//! | [`c`] | C source, its `#define`s included, or a bare list of `BPF_STMT(…)` and `{ 0x20, 0, 0, 4 }` |
//! | [`tools`] | the tables that seccomp-tools and ceccomp print |
//! | [`strace`] | `prctl(PR_SET_SECCOMP, …, {len=2, filter=[BPF_STMT(…), …]}) = 0` |
//! | [`escaped`] | the same as a string literal, `"\x20\x00…"`; seccomp-tools' `inspect` |
//!
//! [`read`] takes any of them. What it returns is not verified: that is [`crate::Program::new`]'s.

pub mod asm;
pub mod c;
pub mod escaped;
pub mod hex;
pub mod place;
pub mod raw;
pub mod strace;
pub mod tools;
pub mod write;

pub use place::{Place, Reason, TextError};

use crate::insn::Insn;
use callgate_abi::{Abi, Endian};
use std::fmt;

/// How a filter is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// `struct sock_filter[]`.
    Raw,
    /// The raw bytes in hex digits.
    Hex,
    /// The raw bytes in a string literal.
    Escaped,
    /// callgate's assembly language.
    Assembly,
    /// C, or a list of its initialisers.
    C,
    /// seccomp-tools' or ceccomp's table.
    Tools,
    /// strace's decoding.
    Strace,
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Format::Raw => "raw",
            Format::Hex => "hex",
            Format::Escaped => "a string of escapes",
            Format::Assembly => "assembly",
            Format::C => "C",
            Format::Tools => "a disassembler's table",
            Format::Strace => "strace's decoding",
        })
    }
}

/// One filter of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its instructions, not verified.
    pub insns: Vec<Insn>,
    /// For each instruction the line it is written in, counted from 1; empty where lines mean nothing.
    pub lines: Vec<usize>,
    /// The ABI it is for, as it says itself or as it was read: its byte order, and its names' where no
    /// architecture is checked.
    pub abi: Abi,
}

impl Found {
    /// A filter whose text has no lines.
    pub(crate) fn without_lines(insns: Vec<Insn>, abi: Abi) -> Found {
        Found { insns, lines: Vec::new(), abi }
    }
}

/// The filters in a file, at least one, in its order, and how they are written.
///
/// `abi` is what the file is taken to be for: its byte order, and the ABI of the names that the file does
/// not qualify.
///
/// ```
/// use callgate_abi::Abi;
/// use callgate_bpf::{Insn, text};
/// let (format, filters) = text::read(b"06000000 0000ff7f", Abi::X86_64)?;
/// assert_eq!(format, text::Format::Hex);
/// assert_eq!(filters[0].insns, [Insn::ret(0x7fff_0000)]);
/// # Ok::<(), text::TextError>(())
/// ```
pub fn read(bytes: &[u8], abi: Abi) -> Result<(Format, Vec<Found>), TextError> {
    if bytes.trim_ascii().is_empty() {
        return Err(Reason::Empty.into());
    }
    let Some(text) = as_text(bytes) else {
        if let Some(seems) = binary_kind(bytes) {
            return Err(Reason::NoFilter { seems: Some(seems) }.into());
        }
        return Ok((Format::Raw, vec![Found::without_lines(raw::read(bytes, abi.endian())?, abi)]));
    };
    let format = detect(text)?;
    Ok((format, read_as(format, text, abi)?))
}

/// The filters in a text of a known format.
pub fn read_as(format: Format, text: &str, abi: Abi) -> Result<Vec<Found>, TextError> {
    let endian = abi.endian();
    match format {
        Format::Raw => Ok(vec![Found::without_lines(raw::read(text.as_bytes(), endian)?, abi)]),
        Format::Hex => {
            let filters = hex::read(text, endian)?.into_iter();
            Ok(filters.map(|insns| Found::without_lines(insns, abi)).collect())
        }
        Format::Escaped => Ok(vec![Found::without_lines(escaped::read(text, endian)?, abi)]),
        Format::Assembly => asm::read_all(text, abi),
        Format::C => c::read(text, abi),
        Format::Tools => tools::read(text, abi),
        Format::Strace => strace::read(text, abi),
    }
}

/// The bytes as text; every raw filter has a zero byte, since codes have a high byte of 0.
fn as_text(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    text.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t' | '\x0c')).then_some(text)
}

/// What well-known binary files begin with.
fn binary_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: &[(&[u8], &str)] = &[
        (b"\x7fELF", "a program (ELF); `callgate dump` shows the filters that a program installs"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"\x89PNG", "a picture"),
        (b"PK\x03\x04", "a zip archive"),
    ];
    KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind)
}

type LooksLike = fn(&str) -> bool;

fn detect(text: &str) -> Result<Format, TextError> {
    const READERS: [(LooksLike, Format); 6] = [
        (tools::looks_like, Format::Tools),
        (strace::looks_like, Format::Strace),
        (escaped::looks_like, Format::Escaped),
        (hex::looks_like, Format::Hex),
        (c::looks_like, Format::C),
        (asm::looks_like, Format::Assembly),
    ];
    let kind = text_kind(text);
    if kind.is_some() {
        return Err(Reason::NoFilter { seems: kind }.into());
    }
    let found = READERS.iter().find(|(looks_like, _)| looks_like(text)).map(|(_, format)| *format);
    found.ok_or_else(|| Reason::NoFilter { seems: None }.into())
}

fn text_kind(text: &str) -> Option<&'static str> {
    let start = text.trim_start();
    if start.starts_with("#!") {
        Some("a script")
    } else if start.starts_with('{') && start[1..].trim_start().starts_with('"') {
        Some("JSON")
    } else if start.contains("callgate = 1") {
        Some("a policy; `callgate compile` makes a filter of it")
    } else {
        None
    }
}

/// The other byte order.
pub(crate) fn other(endian: Endian) -> Endian {
    match endian {
        Endian::Little => Endian::Big,
        Endian::Big => Endian::Little,
    }
}
