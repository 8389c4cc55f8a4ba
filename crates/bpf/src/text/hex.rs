//! Raw filters in hex digits: `2000000004000000`, `20 00 00 00`, `0x20, 0x00`, and what xxd(1) and
//! hexdump -C(1) print, with offsets before and characters behind.
//!
//! Lines that begin with `;` or `#` are remarks; hex behind a remark is another filter.

use super::place::{Place, Reason, TextError};
use super::raw;
use crate::insn::Insn;
use callgate_abi::Endian;

/// Whether a text is made of hex digits, or of dumps of them.
pub fn looks_like(text: &str) -> bool {
    let lines = || text.lines().filter(|line| !line.trim().is_empty() && !is_remark(line));
    if is_dump(text) {
        return true;
    }
    let digits = lines().flat_map(str::chars).filter(char::is_ascii_hexdigit).count();
    digits >= 2
        && lines()
            .flat_map(str::chars)
            .all(|c| c.is_ascii_hexdigit() || matches!(c, 'x' | 'X' | ',') || c.is_whitespace())
}

/// Whether all lines are of a dump; one that is an offset alone could be hex as well.
fn is_dump(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty() && !is_remark(line));
    let first = lines.next().and_then(dumped);
    first.is_some_and(|(_, hex)| !hex.is_empty()) && lines.all(|line| dumped(line).is_some())
}

fn is_remark(line: &str) -> bool {
    line.trim_start().starts_with([';', '#'])
}

/// The filters, each a list of instructions, not verified.
pub fn read(text: &str, endian: Endian) -> Result<Vec<Vec<Insn>>, TextError> {
    let mut filters = Vec::new();
    let mut bytes = Vec::new();
    let is_dump = is_dump(text);
    for (number, line) in text.lines().enumerate() {
        if is_remark(line) {
            if !bytes.is_empty() {
                filters.push(raw::read(&std::mem::take(&mut bytes), endian)?);
            }
            continue;
        }
        let (skipped, hex) = dumped(line).filter(|_| is_dump).unwrap_or((0, line));
        for (at, word) in words(hex) {
            let column = line[..skipped + at].chars().count() + 1;
            let wrong = |width: usize, expected: &str, found: &str| TextError {
                place: Some(Place { line: number + 1, column, width }),
                reason: Reason::Expected { expected: expected.to_owned(), found: found.to_owned() },
            };
            let digits = word.strip_prefix("0x").or_else(|| word.strip_prefix("0X"));
            let digits = match digits {
                // `0x0, 0x4`: one byte, however it is written.
                Some(digits) if digits.len() == 1 => &format!("0{digits}"),
                Some(digits) => digits,
                None => word,
            };
            let width = word.chars().count();
            if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
                return Err(wrong(width, "hex digits", word));
            }
            if digits.len() % 2 != 0 {
                return Err(wrong(width, "two hex digits for each byte", word));
            }
            let pairs = digits.as_bytes().as_chunks::<2>().0;
            bytes.extend(pairs.iter().map(|[high, low]| nibble(*high) << 4 | nibble(*low)));
        }
    }
    if !bytes.is_empty() {
        filters.push(raw::read(&bytes, endian)?);
    }
    Ok(filters)
}

fn nibble(digit: u8) -> u8 {
    (digit as char).to_digit(16).unwrap_or(0) as u8
}

fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    line.split([' ', '\t', ',', '\r', '\x0c'])
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr().addr() - line.as_ptr().addr(), word))
}

/// The hex part of a line of `xxd` or `hexdump -C`, and where it begins; hexdump's last line has an offset only.
fn dumped(line: &str) -> Option<(usize, &str)> {
    let digits = line.bytes().take_while(u8::is_ascii_hexdigit).count();
    if digits < 7 {
        return None;
    }
    let rest = &line[digits..];
    if let Some(rest) = rest.strip_prefix(": ") {
        // xxd: two spaces before the characters.
        return Some((digits + 2, rest.split("  ").next()?));
    }
    let is_dump = rest.starts_with("  ") && rest.contains('|');
    if is_dump {
        Some((digits, rest.split('|').next()?))
    } else {
        (rest.is_empty() && digits == 8).then_some((digits, ""))
    }
}
