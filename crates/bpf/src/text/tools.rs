//! What disassemblers print: seccomp-tools' table, and ceccomp's, which differs in its labels.
//!
//! ```text
//!  line  CODE  JT   JF      K
//! =================================
//!  0000: 0x20 0x00 0x00 0x00000004  A = arch
//! ```
//! The four numbers are the instruction; the words behind them are not looked at. A new table is a new filter.

use super::Found;
use super::place::{Reason, TextError};
use crate::insn::Insn;
use callgate_abi::Abi;

/// Whether some line of a text is a row of such a table.
pub fn looks_like(text: &str) -> bool {
    text.lines().any(|line| row(line).is_some())
}

/// The filters, not verified.
pub fn read(text: &str, abi: Abi) -> Result<Vec<Found>, TextError> {
    let mut filters: Vec<Found> = Vec::new();
    let mut before: Option<u32> = None;
    for (number, line) in text.lines().enumerate() {
        let Some((label, insn)) = row(line) else { continue };
        match (before, filters.last_mut()) {
            (Some(last), Some(found)) if last.checked_add(1) == Some(label) => {
                found.insns.push(insn);
                found.lines.push(number + 1);
            }
            // ceccomp counts from 1.
            (_, _) if label <= 1 => {
                filters.push(Found { insns: vec![insn], lines: vec![number + 1], abi });
            }
            _ => {
                let start = line.as_ptr().addr() - text.as_ptr().addr();
                let expected = before.map_or_else(
                    || "line 0000 first".to_owned(),
                    |last| format!("line {:04}: one is missing, so jumps would lead elsewhere", last + 1),
                );
                let indent = line.len() - line.trim_start().len();
                let found = line.trim_start().split(':').next().unwrap_or_default().to_owned();
                let end = start + indent + found.len();
                return Err(TextError::at(text, start + indent, end, Reason::Expected { expected, found }));
            }
        }
        before = Some(label);
    }
    Ok(filters)
}

/// The number and instruction of a row; `None` for other lines.
fn row(line: &str) -> Option<(u32, Insn)> {
    let (label, rest) = line.split_once(':')?;
    let label = label.trim().trim_start_matches('L');
    let label = label.parse().ok().filter(|_| label.bytes().all(|byte| byte.is_ascii_digit()))?;
    let mut fields = rest.split_ascii_whitespace().map(|word| {
        let digits = word.strip_prefix("0x")?;
        u32::from_str_radix(digits, 16).ok()
    });
    let mut field = || fields.next().flatten();
    let (code, jt, jf, k) = (field()?, field()?, field()?, field()?);
    Some((label, Insn::new(code.try_into().ok()?, jt.try_into().ok()?, jf.try_into().ok()?, k)))
}
