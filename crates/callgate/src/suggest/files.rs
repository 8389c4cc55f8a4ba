//! From the paths that were needed to as few patterns as say enough.

use super::evidence::Evidence;
use super::names;
use super::places::{Places, is_within};
use callgate_policy::{Operation, literal};
use std::collections::BTreeMap;

/// So many files of a folder stand for the folder.
const ENOUGH: usize = 3;

/// What a rule is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    /// A path and what is beneath it.
    Path(Vec<u8>),
    /// A folder by itself, to be listed: nothing that is in it.
    Folder(Vec<u8>),
    /// A pattern, as the language writes it.
    Pattern(String),
}

impl Subject {
    /// Whether it covers the path.
    pub(super) fn covers(&self, path: &[u8]) -> bool {
        match self {
            Subject::Path(own) => is_within(path, own),
            Subject::Folder(own) => path == own,
            Subject::Pattern(_) => false,
        }
    }
}

/// A rule to be, and what speaks for it.
pub(super) type Found = (Subject, Evidence);

/// Generalizes the paths that one operation needed. `kept`: what is not to be allowed, nor any folder around it.
pub(super) fn generalize(
    operation: Operation,
    needed: &[(&[u8], &Evidence)],
    kept: &[&[u8]],
    places: &Places,
) -> Vec<Found> {
    let may_open =
        |path: &[u8]| places.may_open(path, operation) && !kept.iter().any(|kept| is_within(kept, path));
    let mut tree = Node::default();
    let mut patterns: BTreeMap<String, Evidence> = BTreeMap::new();
    for (path, evidence) in needed {
        let evidence = (*evidence).clone();
        match made_up(operation, path, places) {
            Some(MadeUp::Within(folder)) if may_open(folder) => tree.insert(folder, evidence),
            Some(MadeUp::Like(pattern)) => merge(&mut patterns, pattern, evidence),
            // Landlock grants the execution of folders and files only.
            Some(MadeUp::Within(folder)) if operation != Operation::FsExec => {
                match beginning_alike(path, folder, places) {
                    Some(pattern) => merge(&mut patterns, pattern, evidence),
                    None => tree.insert(path, evidence),
                }
            }
            _ => tree.insert(path, evidence),
        }
    }
    let mut found = Vec::new();
    tree.close(&mut Vec::new(), &may_open);
    let alone = |path: &[u8]| !may_open(path) && places.is_folder(path);
    tree.collect(&mut Vec::new(), &alone, &mut found);
    found.extend(patterns.into_iter().map(|(pattern, evidence)| (Subject::Pattern(pattern), evidence)));
    found
}

fn merge(patterns: &mut BTreeMap<String, Evidence>, pattern: String, evidence: Evidence) {
    patterns.entry(pattern).and_modify(|known| known.join(&evidence)).or_insert(evidence);
}

/// What stands for a path that another run would not have.
enum MadeUp<'p> {
    /// The folder of its first made-up name.
    Within(&'p [u8]),
    Like(String),
}

fn made_up<'p>(operation: Operation, path: &'p [u8], places: &Places) -> Option<MadeUp<'p>> {
    if operation != Operation::FsExec
        && let Some(pattern) = names::any_process(path)
    {
        return Some(MadeUp::Like(pattern));
    }
    // A terminal's number is the kernel's choice.
    if path.starts_with(b"/dev/pts/") {
        return Some(MadeUp::Within(b"/dev/pts"));
    }
    let temporary = places.is_temporary(path);
    if operation == Operation::FsRead && !temporary {
        return None;
    }
    let fixed = places.innermost(path).len();
    let mut start = fixed;
    for name in path[fixed..].split(|byte| *byte == b'/') {
        if names::is_made_up(name, temporary) {
            return Some(MadeUp::Within(&path[..start.saturating_sub(1).max(1)]));
        }
        start += name.len() + 1;
    }
    None
}

/// Names in a folder that begin like the path's, where the folder is too much. `None` in the root, and where names
/// have no beginning in common.
fn beginning_alike(path: &[u8], folder: &[u8], places: &Places) -> Option<String> {
    let below = path[folder.len()..].strip_prefix(b"/")?;
    let fixed = names::fixed_part(below.split(|byte| *byte == b'/').next()?);
    (!fixed.is_empty()).then(|| format!("{}/{}*", places.text(folder), literal(fixed)))
}

/// A name on the way to what was needed.
#[derive(Debug, Default)]
struct Node {
    needed: Option<Evidence>,
    below: BTreeMap<Vec<u8>, Node>,
}

impl Node {
    fn insert(&mut self, path: &[u8], evidence: Evidence) {
        let mut node = self;
        for name in path.split(|byte| *byte == b'/').filter(|name| !name.is_empty()) {
            node = node.below.entry(name.to_vec()).or_default();
        }
        match &mut node.needed {
            Some(known) => known.join(&evidence),
            none => *none = Some(evidence),
        }
    }

    /// Lets folders stand for what is in them: where they were needed themselves, or enough of their files were.
    fn close(&mut self, path: &mut Vec<u8>, may_open: &dyn Fn(&[u8]) -> bool) {
        for (name, node) in &mut self.below {
            let length = path.len();
            path.push(b'/');
            path.extend_from_slice(name);
            node.close(path, may_open);
            path.truncate(length);
        }
        let own = if path.is_empty() { &b"/"[..] } else { path.as_slice() };
        let files = self.below.values().filter(|node| node.needed.is_some() && node.below.is_empty()).count();
        if !self.below.is_empty() && (self.needed.is_some() || files >= ENOUGH) && may_open(own) {
            let below = std::mem::take(&mut self.below);
            let evidence = below.into_values().flat_map(Node::into_evidence);
            let all = self.needed.take().into_iter().chain(evidence);
            self.needed = all.reduce(|mut all, one| {
                all.join(&one);
                all
            });
        }
    }

    fn into_evidence(self) -> Vec<Evidence> {
        let below = self.below.into_values().flat_map(Node::into_evidence);
        self.needed.into_iter().chain(below).collect()
    }

    fn collect(&self, path: &mut Vec<u8>, alone: &dyn Fn(&[u8]) -> bool, found: &mut Vec<Found>) {
        if let Some(evidence) = &self.needed {
            let own = if path.is_empty() { &b"/"[..] } else { path.as_slice() };
            let subject = if alone(own) { Subject::Folder } else { Subject::Path };
            found.push((subject(own.to_vec()), evidence.clone()));
        }
        for (name, node) in &self.below {
            let length = path.len();
            path.push(b'/');
            path.extend_from_slice(name);
            node.collect(path, alone, found);
            path.truncate(length);
        }
    }
}
