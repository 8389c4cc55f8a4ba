//! What stands at the names that rules grant: Landlock holds on to files, rules speak of names.

use callgate_policy::model::{DefaultDecision, Matcher, Rule};
use callgate_policy::pattern::PathPattern;
use callgate_policy::{Decision, Operation, Policy, Report, Via};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What was found at the start of a run. Without it nothing is known of any name, and no rule on files is lowered to
/// Landlock.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Anchors {
    /// What stands at each of [`wanted`].
    pub found: BTreeMap<PathBuf, Anchor>,
    /// Where a procfs is mounted.
    pub procfs: Vec<PathBuf>,
    /// The files that the launch executes, by their resolved names: the program, its interpreters, its loader. Empty
    /// where it is not known yet what will be run.
    pub launch: Vec<PathBuf>,
}

/// What stands at a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Nothing.
    Missing,
    /// A symlink, or there is one in the path: no resolved name is beneath it.
    Link,
    /// A file or folder that a ruleset cannot hold on to, and why.
    Unfit(&'static str),
    /// A file or folder.
    Found {
        /// It is a folder.
        folder: bool,
        /// Whatever rules say, this user can neither remove nor rename it: the folder around it is not writable, or
        /// it is a mount point.
        fixed: bool,
    },
}

/// The names that [`crate::plan_on`] wants to know of, for rules that Landlock might hold; `None` where it might hold
/// none, and nothing need be looked up.
pub fn wanted(policy: &Policy) -> Option<Vec<PathBuf>> {
    let kernel = policy.rules.iter().any(|rule| rule.via == Via::Kernel);
    if policy.default == Some(DefaultDecision::Allow) || (policy.report != Report::None && !kernel) {
        return None;
    }
    let mut names: Vec<PathBuf> = policy
        .rules
        .iter()
        .filter(|rule| grants_files(rule))
        .filter_map(Grant::of)
        .map(|grant| grant.anchor)
        .collect();
    names.sort_unstable();
    names.dedup();
    Some(names)
}

fn grants_files(rule: &Rule) -> bool {
    rule.decision == Decision::Allow
        && rule.operations.iter().any(|op| matches!(op, Operation::FsRead | Operation::FsWrite))
}

/// A rule's files as Landlock can grant them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Grant {
    /// The file or folder granted, with all beneath it.
    pub(crate) anchor: PathBuf,
    /// The rule is of what is in the folder, and not of the folder itself: `/srv/*`.
    pub(crate) inside: bool,
}

impl Grant {
    /// `None` where the rule has other wildcards, or exceptions.
    pub(crate) fn of(rule: &Rule) -> Option<Grant> {
        use std::os::unix::ffi::OsStrExt;
        let Matcher::Path { at, except } = &rule.matcher else { return None };
        if !except.is_empty() {
            return None;
        }
        let path = |bytes: &[u8]| Path::new(std::ffi::OsStr::from_bytes(bytes)).to_path_buf();
        if let Some(literal) = at.is_literal() {
            return Some(Grant { anchor: path(literal), inside: false });
        }
        let folder = match at.text().strip_suffix(b"/*")? {
            b"" => b"/".as_slice(),
            folder => folder,
        };
        // Wildcards in the values of variables are escaped in the text.
        let folder = PathPattern::parse(folder).ok()?;
        folder.is_literal().map(|folder| Grant { anchor: path(folder), inside: true })
    }
}
