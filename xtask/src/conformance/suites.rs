//! What is run, and what is known to differ: the files of `tests/conformance`.

use super::compare::Difference;
use anyhow::{Context, Result, ensure};
use std::path::Path;

/// A part of a suite that one process runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) suite: String,
    pub(super) driver: String,
    pub(super) name: String,
}

/// A difference that `docs/semantics.md` states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Known {
    unit: String,
    /// The engine, or `*`.
    engine: String,
    /// The name; a `*` at its end stands for whatever follows.
    name: String,
    pub(super) reason: String,
}

impl Known {
    /// Whether it explains a difference.
    pub(super) fn explains(&self, unit: &Unit, engine: &str, difference: &Difference) -> bool {
        let named = match self.name.strip_suffix('*') {
            Some(beginning) => difference.name.starts_with(beginning),
            None => difference.name == self.name,
        };
        self.concerns(unit, engine) && named
    }

    /// Whether it speaks of such a run at all.
    pub(super) fn concerns(&self, unit: &Unit, engine: &str) -> bool {
        self.unit == unit.name && (self.engine == "*" || self.engine == engine)
    }
}

impl std::fmt::Display for Known {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} {}", self.unit, self.engine, self.name)
    }
}

/// The units of `suites.tsv` that are of one of these suites, or have one of these names; all where none is named.
pub(super) fn units(folder: &Path, wanted: &[&str]) -> Result<Vec<Unit>> {
    let rows = rows::<3>(&folder.join("suites.tsv"))?;
    let all: Vec<Unit> = rows.into_iter().map(|[suite, driver, name]| Unit { suite, driver, name }).collect();
    for name in wanted {
        ensure!(
            all.iter().any(|unit| unit.suite == *name || unit.name == *name),
            "there is no suite and no unit {name}"
        );
    }
    let is_wanted = |unit: &Unit| {
        wanted.is_empty() || wanted.iter().any(|name| unit.suite == *name || unit.name == *name)
    };
    Ok(all.into_iter().filter(is_wanted).collect())
}

/// The rows of `known.tsv`.
pub(super) fn known(folder: &Path) -> Result<Vec<Known>> {
    let rows = rows::<4>(&folder.join("known.tsv"))?;
    Ok(rows.into_iter().map(|[unit, engine, name, reason]| Known { unit, engine, name, reason }).collect())
}

fn rows<const COLUMNS: usize>(path: &Path) -> Result<Vec<[String; COLUMNS]>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let mut rows = Vec::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let fields: Vec<String> = line.split('\t').map(str::to_owned).collect();
        let row = fields
            .try_into()
            .ok()
            .filter(|row: &[String; COLUMNS]| row.iter().all(|field| !field.is_empty()));
        rows.push(row.with_context(|| format!("{}:{}: not {COLUMNS} fields", path.display(), index + 1))?);
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::{known, units};

    #[test]
    fn the_files_are_in_order() {
        let folder = crate::root().join("tests/conformance");
        let units = units(&folder, &[]).unwrap();
        for unit in &units {
            assert!(folder.join(&unit.driver).is_file(), "{}", unit.driver);
            assert_eq!(units.iter().filter(|other| other.name == unit.name).count(), 1, "{}", unit.name);
        }
        for known in known(&folder).unwrap() {
            let concerned = |engine| units.iter().any(|unit| known.concerns(unit, engine));
            assert!(concerned("notify") || concerned("ptrace"), "{known}");
        }
    }
}
