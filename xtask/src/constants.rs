//! `facts/constants.txt` to `generated/constants.rs`.

use crate::pool::{Pool, rows};
use crate::tables::{Files, abi_variants, header, lines};
use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

struct Constant {
    value: String,
    differing: Vec<String>,
}

struct Set<'t> {
    kind: String,
    members: Vec<&'t str>,
}

/// Adds `constants.rs` and returns the names of the sets.
pub(crate) fn generate(
    text: &str,
    calls: usize,
    pool: &mut Pool,
    files: &mut Files,
) -> Result<BTreeSet<String>> {
    let mut constants: BTreeMap<&str, Constant> = BTreeMap::new();
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
            differing.push(format!("(Abis::of(&[{abis}]), {})", cell(value).with_context(here)?));
        }
        let value = cell(value).with_context(here)?;
        let constant = Constant { value, differing };
        ensure!(constants.insert(name, constant).is_none(), "{}: the constant stands twice", here());
    }
    let order: BTreeMap<&str, usize> = constants.keys().enumerate().map(|(at, name)| (*name, at)).collect();
    let mut differing = Vec::new();
    let mut table = String::new();
    for (name, constant) in &constants {
        let number = usize::from(pool.number(name)?);
        ensure!(number == calls + order[name], "{name}: the constants follow the calls in the pool");
        let (first, count) = (differing.len(), constant.differing.len());
        differing.extend_from_slice(&constant.differing);
        let value = &constant.value;
        writeln!(table, "    Constant {{ value: {value}, first: {first}, count: {count} }}, // {name}")?;
    }
    let mut members = Vec::new();
    let mut rows_of_sets = String::new();
    for (name, set) in &sets {
        let (first, count) = (members.len(), set.members.len());
        for member in &set.members {
            members.push(order.get(member).with_context(|| format!("{name}: {member} has no value"))?);
        }
        let (word, kind) = (pool.number(name)?, &set.kind);
        writeln!(
            rows_of_sets,
            "    Set {{ name: {word}, kind: {kind}, first: {first}, count: {count} }}, // {name}"
        )?;
    }
    let mut out = header("facts/constants.txt");
    out.push_str(
        "use crate::Abi;\nuse crate::arch::Abis;\nuse crate::constants::{Constant, Set, SetKind};\n\n",
    );
    write!(out, "pub(crate) static CONSTANTS: [Constant; {}] = [\n{table}];\n\n", constants.len())?;
    writeln!(out, "pub(crate) static DIFFERING: [(Abis, Option<u64>); {}] = [", differing.len())?;
    for row in &differing {
        writeln!(out, "    {row},")?;
    }
    write!(out, "];\n\npub(crate) static SETS: [Set; {}] = [\n{rows_of_sets}];\n\n", sets.len())?;
    write!(out, "pub(crate) static MEMBERS: [u16; {}] = [\n{}];\n", members.len(), rows(&members))?;
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
