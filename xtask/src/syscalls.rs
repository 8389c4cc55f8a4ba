//! `facts/syscalls.tsv` to the pool's first texts and one number table per column of ABIs.

use crate::pool::Pool;
use crate::tables::{Files, abi_variants, header, lines};
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeSet;
use std::fmt::Write as _;

struct Column<'t> {
    /// The ABIs that share the table; the first names it.
    abis: &'t str,
    base: u32,
    /// (seccomp_data.nr, index of the name)
    calls: Vec<(u32, usize)>,
}

impl<'t> Column<'t> {
    fn name(&self) -> &'t str {
        self.abis.split(',').next().unwrap_or(self.abis)
    }
}

/// Adds `syscalls/mod.rs` and `syscalls/ABI.rs` for every column, and returns the calls' names.
pub(crate) fn generate(text: &str, pool: &mut Pool, files: &mut Files) -> Result<BTreeSet<String>> {
    let mut facts = lines(text).map(|(at, line)| (at, line.split('\t').collect::<Vec<_>>()));
    let (_, head) = facts.next().context("empty")?;
    let (_, bases) = facts.next().context("no base row")?;
    ensure!(head.starts_with(&["name", "since"]), "the first row names the columns: name, since, ABIs");
    ensure!(bases.len() == head.len() && bases[0] == "base", "the second row gives each column's base");
    let mut columns = Vec::new();
    for (abis, base) in head[2..].iter().zip(&bases[2..]) {
        let base = base.parse().with_context(|| format!("base of {abis}"))?;
        columns.push(Column { abis, base, calls: Vec::new() });
    }
    let mut names: Vec<(&str, (u8, u8))> = Vec::new();
    for (at, row) in facts {
        ensure!(row.len() == head.len(), "line {at}: {} columns, not {}", row.len(), head.len());
        if let Some((before, _)) = names.last() {
            ensure!(*before < row[0], "line {at}: {} must stand before {before}", row[0]);
        }
        for (column, cell) in columns.iter_mut().zip(&row[2..]) {
            if *cell != "-" {
                let nr: u32 = cell.parse().with_context(|| format!("line {at}: {cell}"))?;
                column.calls.push((nr + column.base, names.len()));
            }
        }
        ensure!(usize::from(pool.number(row[0])?) == names.len(), "the calls are the pool's first texts");
        names.push((row[0], version(row[1]).with_context(|| format!("line {at}: {}", row[1]))?));
    }
    for column in &mut columns {
        column.calls.sort_unstable();
        if let Some(pair) = column.calls.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            bail!("{}: number {} has two names", column.name(), pair[0].0);
        }
    }
    files.insert("syscalls/mod.rs".into(), index(&names, &columns)?);
    for column in &columns {
        files.insert(format!("syscalls/{}.rs", column.name()), table(column, &names)?);
    }
    Ok(names.iter().map(|(name, _)| (*name).to_string()).collect())
}

/// 2.6.16 counts as 2.6: filters are younger than any of those.
fn version(text: &str) -> Result<(u8, u8)> {
    let mut parts = text.split('.');
    let mut part = || parts.next().context("major.minor")?.parse::<u8>().context("major.minor");
    Ok((part()?, part()?))
}

fn index(names: &[(&str, (u8, u8))], columns: &[Column]) -> Result<String> {
    let mut out = header("facts/syscalls.tsv");
    out.push_str("use crate::Abi;\nuse crate::syscalls::{KernelVersion, Table};\n\n");
    for column in columns {
        writeln!(out, "mod {};", column.name())?;
    }
    out.push_str("\npub(crate) fn table(abi: Abi) -> Table {\n    match abi {\n");
    for column in columns {
        let variants = abi_variants(column.abis).join(" | ");
        let name = column.name();
        writeln!(
            out,
            "        {variants} => Table {{ numbers: &{name}::NUMBERS, by_number: &{name}::BY_NUMBER }},"
        )?;
    }
    writeln!(out, "    }}\n}}\n\npub(crate) const CALLS: usize = {};", names.len())?;
    out.push_str("\npub(crate) static SINCE: [KernelVersion; CALLS] = [\n");
    for (name, (major, minor)) in names {
        writeln!(out, "    KernelVersion {{ major: {major}, minor: {minor} }}, // {name}")?;
    }
    out.push_str("];\n");
    Ok(out)
}

fn table(column: &Column, names: &[(&str, (u8, u8))]) -> Result<String> {
    let mut numbers = vec![None; names.len()];
    for (nr, name) in &column.calls {
        numbers[*name] = Some(*nr);
    }
    let mut out = header("facts/syscalls.tsv");
    out.push_str("use super::CALLS;\nuse crate::syscalls::NONE;\n\n");
    out.push_str("pub(super) static NUMBERS: [u32; CALLS] = [\n");
    for (number, (name, _)) in numbers.iter().zip(names) {
        match number {
            Some(number) => writeln!(out, "    {number}, // {name}")?,
            None => writeln!(out, "    NONE, // {name}")?,
        }
    }
    writeln!(out, "];\n\npub(super) static BY_NUMBER: [(u32, u16); {}] = [", column.calls.len())?;
    for (nr, name) in &column.calls {
        writeln!(out, "    ({nr}, {name}), // {}", names[*name].0)?;
    }
    out.push_str("];\n");
    Ok(out)
}
