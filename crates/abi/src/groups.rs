//! Named groups of system calls, `@file-system`: those of systemd.
//!
//! The table is generated from `facts/groups.txt`.

use crate::generated::groups::{ENTRIES, GROUPS};
use crate::pool::word;
use crate::suggest::nearest;
use std::sync::LazyLock;

/// A group of calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// The name with its `@`.
    pub name: &'static str,
    /// What the calls have in common, in a few words.
    pub description: &'static str,
    /// Calls, and groups by their names with `@`.
    pub entries: &'static [&'static str],
}

/// A group as the tables have it; texts are numbers in the pool.
pub(crate) struct Row {
    pub(crate) name: u16,
    pub(crate) description: u16,
    /// The first of its rows of `ENTRIES`.
    pub(crate) first: u16,
    /// How many rows those are.
    pub(crate) count: u16,
}

impl Row {
    fn entries(&self) -> impl Iterator<Item = &'static str> + use<> {
        let entries = &ENTRIES[usize::from(self.first)..][..usize::from(self.count)];
        entries.iter().map(|entry| word(*entry))
    }
}

/// The groups, made when one is first asked for as a [`Group`].
static ALL: LazyLock<Vec<Group>> = LazyLock::new(|| {
    let group = |row: &Row| Group {
        name: word(row.name),
        description: word(row.description),
        entries: row.entries().collect::<Vec<_>>().leak(),
    };
    GROUPS.iter().map(group).collect()
});

/// Every group, sorted by name.
pub fn all() -> &'static [Group] {
    &ALL
}

fn index(name: &str) -> Option<usize> {
    GROUPS.binary_search_by(|row| word(row.name).cmp(name)).ok()
}

/// A group by its name with `@`.
pub fn find(name: &str) -> Option<&'static Group> {
    ALL.get(index(name)?)
}

/// The calls of a group and of the groups in it, sorted, each once; `None` for a name nobody knows.
/// Not every ABI has every one of them.
///
/// ```
/// let module = callgate_abi::groups::members("@module").unwrap();
/// assert_eq!(module, ["delete_module", "finit_module", "init_module"]);
/// ```
pub fn members(name: &str) -> Option<Vec<&'static str>> {
    let mut calls = Vec::new();
    let mut pending = vec![index(name)?];
    while let Some(group) = pending.pop() {
        for entry in GROUPS[group].entries() {
            if entry.starts_with('@') {
                pending.extend(index(entry));
            } else {
                calls.push(entry);
            }
        }
    }
    calls.sort_unstable();
    calls.dedup();
    Some(calls)
}

/// The group nearest to a mistaken name.
pub fn suggest(name: &str) -> Option<&'static str> {
    nearest(name, GROUPS.iter().map(|row| word(row.name)))
}
