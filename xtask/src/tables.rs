//! Facts to Rust: every generated file with its generator, written or compared.

use crate::pool::Pool;
use crate::{constants, groups, signatures, syscalls};
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const FACTS: &str = "crates/abi/facts";
const GENERATED: &str = "crates/abi/src/generated";

/// Generated files by their path beneath `GENERATED`.
pub(crate) type Files = BTreeMap<String, String>;

/// Writes the generated folder anew; a file that no generator makes any more is removed.
pub(crate) fn write(root: &Path) -> Result<()> {
    let files = generate(root)?;
    let dir = root.join(GENERATED);
    for stale in present(&dir)?.difference(&files.keys().cloned().collect()) {
        fs::remove_file(dir.join(stale)).with_context(|| format!("removing {stale}"))?;
    }
    for (name, text) in &files {
        let path = dir.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| format!("creating {}", parent.display()))?;
        }
        if fs::read_to_string(&path).ok().as_deref() != Some(text) {
            fs::write(&path, text).with_context(|| format!("writing {}", path.display()))?;
        }
    }
    Ok(())
}

/// Fails when the committed tables are not what the facts give.
pub(crate) fn check(root: &Path) -> Result<()> {
    let files = generate(root)?;
    let dir = root.join(GENERATED);
    let mut wrong: BTreeSet<String> = BTreeSet::new();
    for (name, text) in &files {
        if fs::read_to_string(dir.join(name)).ok().as_deref() != Some(text) {
            wrong.insert(format!("{GENERATED}/{name}"));
        }
    }
    for stale in present(&dir)?.difference(&files.keys().cloned().collect()) {
        wrong.insert(format!("{GENERATED}/{stale}"));
    }
    if wrong.is_empty() {
        return Ok(());
    }
    let list: Vec<String> = wrong.into_iter().collect();
    bail!("not what {FACTS} gives: {}; run `cargo xtask tables` and commit the result", list.join(", "))
}

fn generate(root: &Path) -> Result<Files> {
    let fact = |name: &str| {
        let path = root.join(FACTS).join(name);
        fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
    };
    let mut files = Files::new();
    // The calls come first in the pool and the constants next, so that their numbers there are their places.
    let mut pool = Pool::default();
    let calls = syscalls::generate(&fact("syscalls.tsv")?, &mut pool, &mut files).context("syscalls.tsv")?;
    let sets = constants::generate(&fact("constants.txt")?, calls.len(), &mut pool, &mut files)
        .context("constants.txt")?;
    signatures::generate(&fact("signatures.tsv")?, &calls, &sets, &mut pool, &mut files)
        .context("signatures.tsv")?;
    groups::generate(&fact("groups.txt")?, &calls, &mut pool, &mut files).context("groups.txt")?;
    files.insert("pool.rs".into(), pool.source()?);
    let modules: BTreeSet<&str> =
        files.keys().filter_map(|path| path.split('/').next()).map(|m| m.trim_end_matches(".rs")).collect();
    let mut index = header("facts/*");
    for module in modules {
        writeln!(index, "pub(crate) mod {module};")?;
    }
    files.insert("mod.rs".into(), index);
    Ok(files)
}

/// First lines of a generated file.
pub(crate) fn header(source: &str) -> String {
    format!("//! Generated from {source} by `cargo xtask tables`; edit the facts.\n\n")
}

/// The variants of `Abi` for a list of names; `*` at the end of one takes a family.
pub(crate) fn abi_variants(list: &str) -> Vec<String> {
    let family = |prefix| match prefix {
        "mips" => vec!["mips", "mipsel", "mips64", "mipsel64", "mips64n32", "mipsel64n32"],
        "ppc" => vec!["ppc64le", "ppc64", "ppc"],
        "s390" => vec!["s390x", "s390"],
        "parisc" => vec!["parisc", "parisc64"],
        other => vec![other],
    };
    let names = list.split(',').flat_map(|name| match name.strip_suffix('*') {
        Some(prefix) => family(prefix),
        None => vec![name],
    });
    names.map(|name| format!("Abi::{}", variant(name))).collect()
}

/// The variant of `Abi` for an ABI's name: the same with a capital.
fn variant(abi: &str) -> String {
    let mut chars = abi.chars();
    chars.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(chars).collect()
}

/// The lines of a facts text that carry facts: no blank lines, no comments.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(at, line)| (at + 1, line))
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
}

fn present(dir: &Path) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    let mut folders = vec![String::new()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(dir.join(&folder)) else { continue };
        for entry in entries {
            let entry = entry?;
            let name = format!("{folder}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                folders.push(format!("{name}/"));
            } else {
                found.insert(name);
            }
        }
    }
    Ok(found)
}
