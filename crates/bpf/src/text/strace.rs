//! strace(1)'s decoding of the calls that install filters, made with its `-v`:
//! `prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, {len=2, filter=[BPF_STMT(…), …]}) = 0`.
//!
//! A log can hold several. Calls that failed are passed over, unless all did.

use super::Found;
use super::c;
use super::place::{Reason, TextError};
use callgate_abi::Abi;

const FILTER: &str = "filter=[";

/// Whether a text is a log of strace with calls that install filters.
pub fn looks_like(text: &str) -> bool {
    text.contains("{len=") && (text.contains(FILTER) || text.contains("filter=0x"))
}

/// The filters, not verified.
pub fn read(text: &str, abi: Abi) -> Result<Vec<Found>, TextError> {
    let mut all = Vec::new();
    let mut failed = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(FILTER) {
        let start = from + at + FILTER.len() - 1;
        let (found, end) = c::list_at(text, start, abi)?;
        from = end;
        if found.insns.is_empty() {
            continue;
        }
        let rest = text[end..].lines().next().unwrap_or_default();
        if rest.contains("= -1 ") { failed.push(found) } else { all.push(found) }
    }
    if all.is_empty() {
        all = failed;
    }
    if all.is_empty() {
        let at = text.find("filter=0x").unwrap_or(0);
        let end = at + text[at..].find(['}', '\n']).unwrap_or(0);
        return Err(TextError::at(text, at, end, Reason::Abbreviated));
    }
    Ok(all)
}
