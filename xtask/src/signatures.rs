//! `facts/signatures.tsv` to `generated/signatures.rs`.

use crate::pool::Pool;
use crate::tables::{Files, abi_variants, header, lines};
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Kinds of arguments in the facts, and their variants of `ArgKind`.
const KINDS: &[(&str, &str)] = &[
    ("int", "Int"),
    ("uint", "Uint"),
    ("long", "Long"),
    ("ulong", "Ulong"),
    ("size", "Size"),
    ("long64", "Long64"),
    ("ulong64", "Ulong64"),
    ("pointer", "Pointer"),
    ("path", "Path"),
    ("fd", "Fd"),
    ("dirfd", "DirFd"),
    ("mode", "Mode"),
    ("pid", "Pid"),
    ("uid", "Uid"),
    ("gid", "Gid"),
    ("signal", "Signal"),
];

/// Adds `signatures.rs`; every call must have a signature and every set must exist.
pub(crate) fn generate(
    text: &str,
    calls: &BTreeSet<String>,
    sets: &BTreeSet<String>,
    pool: &mut Pool,
    files: &mut Files,
) -> Result<()> {
    let mut common = String::new();
    let mut differing = String::new();
    let (mut differing_rows, mut arg_rows) = (0, 0);
    let mut table = String::new();
    let mut seen = BTreeSet::new();
    let mut last = String::new();
    for (at, line) in lines(text) {
        let mut cells = line.split('\t');
        let (name, abis) = match cells.next().unwrap_or_default().split_once('@') {
            Some((name, abis)) => (name, Some(abis)),
            None => (line.split('\t').next().unwrap_or_default(), None),
        };
        ensure!(calls.contains(name), "line {at}: no ABI has a call {name}");
        ensure!(last.as_str() <= name, "line {at}: {name} must stand before {last}");
        last = name.to_string();
        let first = arg_rows;
        for cell in cells {
            let row = argument(cell, sets, pool).with_context(|| format!("line {at}: {cell}"))?;
            writeln!(table, "    {row}, // {name}: {cell}")?;
            arg_rows += 1;
        }
        let count = arg_rows - first;
        ensure!(count <= 6, "line {at}: a call has six registers");
        if let Some(abis) = abis {
            let abis = abi_variants(abis);
            let (abis, call) = (abis.join(", "), pool.number(name)?);
            writeln!(
                differing,
                "    Differing {{ call: {call}, abis: Abis::of(&[{abis}]), args: ({first}, {count}) }}, // {name}"
            )?;
            differing_rows += 1;
        } else {
            ensure!(seen.insert(name.to_string()), "line {at}: {name} stands twice");
            writeln!(common, "    ({first}, {count}), // {name}")?;
        }
    }
    if let Some(missing) = calls.difference(&seen).next() {
        bail!("{missing} has no signature");
    }
    let mut out = header("facts/signatures.tsv");
    out.push_str("use super::syscalls::CALLS;\nuse crate::Abi;\nuse crate::arch::Abis;\n");
    out.push_str("use crate::signature::{ArgKind, ArgRow, Differing};\n\n");
    write!(out, "pub(crate) static USUAL: [(u16, u8); CALLS] = [\n{common}];\n\n")?;
    write!(out, "pub(crate) static DIFFERING: [Differing; {differing_rows}] = [\n{differing}];\n\n")?;
    write!(out, "pub(crate) static ARGS: [ArgRow; {arg_rows}] = [\n{table}];\n")?;
    files.insert("signatures.rs".into(), out);
    Ok(())
}

fn argument(cell: &str, sets: &BTreeSet<String>, pool: &mut Pool) -> Result<String> {
    let (declared, set) = match cell.split_once(" = ") {
        Some((declared, set)) => (declared, Some(set)),
        None => (cell, None),
    };
    let (kind, declared) = declared.split_once(' ').context("KIND C-TYPE NAME")?;
    let variant = KINDS.iter().find(|(name, _)| *name == kind).context("unknown kind")?.1;
    let at = declared.rfind([' ', '*']).context("C-TYPE NAME")? + 1;
    let (ctype, names) = declared.split_at(at);
    let (name, alias) = names.split_once('/').unwrap_or((names, names));
    ensure!(!name.is_empty() && !alias.is_empty(), "no name");
    let set = match set {
        Some(set) => {
            ensure!(sets.contains(set), "no set {set} in constants.txt");
            format!("Some({})", pool.number(set)?)
        }
        None => "None".into(),
    };
    let (name, alias, ctype) = (pool.number(name)?, pool.number(alias)?, pool.number(ctype.trim_end())?);
    Ok(format!(
        "ArgRow {{ name: {name}, alias: {alias}, ctype: {ctype}, kind: ArgKind::{variant}, flags: {set} }}"
    ))
}
