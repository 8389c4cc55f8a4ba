//! `facts/groups.txt` to `generated/groups.rs`.

use crate::pool::{Pool, rows};
use crate::tables::{Files, header, lines};
use anyhow::{Context, Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

struct Group<'t> {
    description: &'t str,
    entries: Vec<&'t str>,
}

/// Adds `groups.rs`; every entry must be a call or a group, and no group may hold itself.
pub(crate) fn generate(
    text: &str,
    calls: &BTreeSet<String>,
    pool: &mut Pool,
    files: &mut Files,
) -> Result<()> {
    let mut groups: BTreeMap<&str, Group> = BTreeMap::new();
    let mut current = None;
    for (at, line) in lines(text) {
        if line.starts_with('@') {
            let (name, description) =
                line.split_once(' ').with_context(|| format!("line {at}: no description"))?;
            let group = Group { description, entries: Vec::new() };
            ensure!(groups.insert(name, group).is_none(), "line {at}: {name} stands twice");
            current = Some(name);
        } else {
            let group = current.and_then(|name| groups.get_mut(name));
            group.with_context(|| format!("line {at}: an entry of no group"))?.entries.push(line.trim());
        }
    }
    for (name, group) in &groups {
        for entry in &group.entries {
            let known =
                if entry.starts_with('@') { groups.contains_key(entry) } else { calls.contains(*entry) };
            ensure!(known, "{name}: nobody knows {entry}");
        }
        ensure!(!reaches(&groups, name, name, 0), "{name} holds itself");
    }
    let known = calls.iter().map(String::as_str).collect();
    groups.insert("@known", Group { description: "Every call callgate knows", entries: known });
    let mut table = String::new();
    let mut entries = Vec::new();
    for (name, group) in &groups {
        let (first, count) = (entries.len(), group.entries.len());
        for entry in &group.entries {
            entries.push(pool.number(entry)?);
        }
        let (word, description) = (pool.number(name)?, pool.number(group.description)?);
        writeln!(
            table,
            "    Row {{ name: {word}, description: {description}, first: {first}, count: {count} }}, // {name}"
        )?;
    }
    let mut out = header("facts/groups.txt");
    out.push_str("use crate::groups::Row;\n\n");
    write!(out, "pub(crate) static GROUPS: [Row; {}] = [\n{table}];\n\n", groups.len())?;
    write!(out, "pub(crate) static ENTRIES: [u16; {}] = [\n{}];\n", entries.len(), rows(&entries))?;
    files.insert("groups.rs".into(), out);
    Ok(())
}

fn reaches(groups: &BTreeMap<&str, Group>, from: &str, to: &str, depth: usize) -> bool {
    let entries = groups.get(from).map(|group| group.entries.as_slice()).unwrap_or_default();
    depth > groups.len()
        || entries
            .iter()
            .any(|entry| entry.starts_with('@') && (*entry == to || reaches(groups, entry, to, depth + 1)))
}
