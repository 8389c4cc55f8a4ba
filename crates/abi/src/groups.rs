//! Named groups of system calls, `@file-system`: those of systemd.
//!
//! The table is generated from `facts/groups.txt`.

use crate::generated::groups::GROUPS;
use crate::suggest::nearest;

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

/// Every group, sorted by name.
pub fn all() -> &'static [Group] {
    GROUPS
}

/// A group by its name with `@`.
pub fn find(name: &str) -> Option<&'static Group> {
    let at = GROUPS.binary_search_by_key(&name, |group| group.name).ok()?;
    Some(&GROUPS[at])
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
    let mut pending = vec![find(name)?];
    while let Some(group) = pending.pop() {
        for entry in group.entries {
            if entry.starts_with('@') {
                pending.extend(find(entry));
            } else {
                calls.push(*entry);
            }
        }
    }
    calls.sort_unstable();
    calls.dedup();
    Some(calls)
}

/// The group nearest to a mistaken name.
pub fn suggest(name: &str) -> Option<&'static str> {
    nearest(name, GROUPS.iter().map(|group| group.name))
}
