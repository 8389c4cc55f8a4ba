//! `facts/constants.txt` to `generated/constants.rs`.

use crate::tables::{Files, abi_variants, header, lines};
use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

struct Set<'t> {
    kind: String,
    members: Vec<&'t str>,
}

/// Adds `constants.rs` and returns the names of the sets.
pub(crate) fn generate(text: &str, files: &mut Files) -> Result<BTreeSet<String>> {
    let mut constants: BTreeMap<&str, String> = BTreeMap::new();
    let mut sets: BTreeMap<&str, Set> = BTreeMap::new();
    let mut current: Option<&str> = None;
    for (at, line) in lines(text) {
        let here = || format!("line {at}: {line}");
        if let Some(head) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            let words: Vec<&str> = head.split(' ').collect();
            let kind = match words[..] {
                ["-"] => {
                    current = None;
                    continue;
                }
                [_, "flags"] => "SetKind::Flags { field: 0 }".into(),
                [_, "flags", field] => format!("SetKind::Flags {{ field: {:#x} }}", number(field)?),
                [_, "values"] => "SetKind::Values".into(),
                _ => bail!("{}: not a set", here()),
            };
            let set = Set { kind, members: Vec::new() };
            ensure!(sets.insert(words[0], set).is_none(), "{}: the set stands twice", here());
            current = Some(words[0]);
            continue;
        }
        let mut words = line.split(' ');
        let name = words.next().with_context(here)?;
        if let Some(set) = current.and_then(|current| sets.get_mut(current)) {
            set.members.push(name);
        }
        let Some(value) = words.next() else { continue };
        let mut differing = Vec::new();
        for word in words {
            let (abis, value) = word.split_once('=').with_context(here)?;
            let abis = abi_variants(abis).join(", ");
            differing.push(format!("(&[{abis}], {})", cell(value).with_context(here)?));
        }
        let value = cell(value).with_context(here)?;
        let differing = differing.join(", ");
        let row = format!("    Constant {{ name: \"{name}\", value: {value}, differing: &[{differing}] }},");
        ensure!(constants.insert(name, row).is_none(), "{}: the constant stands twice", here());
    }
    let order: BTreeMap<&str, usize> = constants.keys().enumerate().map(|(at, name)| (*name, at)).collect();
    let mut out = header("facts/constants.txt");
    out.push_str("use crate::Abi;\nuse crate::constants::{Constant, FlagSet, SetKind};\n\n");
    out.push_str("pub(crate) static CONSTANTS: &[Constant] = &[\n");
    for row in constants.values() {
        writeln!(out, "{row}")?;
    }
    out.push_str("];\n\npub(crate) static SETS: &[FlagSet] = &[\n");
    for (name, set) in &sets {
        let mut members = Vec::new();
        for member in &set.members {
            let at = order.get(member).with_context(|| format!("{name}: {member} has no value"))?;
            members.push(at.to_string());
        }
        let kind = &set.kind;
        writeln!(
            out,
            "    FlagSet {{ name: \"{name}\", kind: {kind}, members: &[{}] }},",
            members.join(", ")
        )?;
    }
    out.push_str("];\n");
    files.insert("constants.rs".into(), out);
    Ok(sets.keys().map(ToString::to_string).collect())
}

fn cell(text: &str) -> Result<String> {
    if text == "-" {
        return Ok("None".into());
    }
    Ok(format!("Some({})", rust(number(text)?)))
}

fn rust(value: u64) -> String {
    if value < 10 { value.to_string() } else { format!("{value:#x}") }
}

/// Decimal, 0x, 0o; a negative number is its two's complement in 64 bits.
fn number(text: &str) -> Result<u64> {
    let value = if let Some(digits) = text.strip_prefix("0x") {
        u64::from_str_radix(digits, 16)?
    } else if let Some(digits) = text.strip_prefix("0o") {
        u64::from_str_radix(digits, 8)?
    } else {
        text.parse::<i64>()? as u64
    };
    Ok(value)
}
