//! The policy text of a suggestion.

use super::evidence::Evidence;
use super::files::{self, Subject};
use super::places::Places;
use super::{Denial, Suggestion, Surroundings, addresses};
use callgate_abi::Abi;
use callgate_events::bytes::printable;
use callgate_policy::flags::text as quoted;
use callgate_policy::{Object, Operation};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The operations of files, the ones that bring others first; and by which key rules allow them.
const FILES: [(Operation, &str); 3] =
    [(Operation::FsExec, "exec"), (Operation::FsWrite, "write"), (Operation::FsRead, "read")];
/// Likewise of addresses.
const ADDRESSES: [(Operation, &str); 4] = [
    (Operation::NetListen, "listen"),
    (Operation::NetBind, "bind"),
    (Operation::NetConnect, "connect"),
    (Operation::NetSend, "send"),
];

/// So many characters of the command are enough to know it by.
const COMMAND: usize = 80;

/// A list of the text: its section, its key, its entries, each with its comment.
#[derive(Debug, Default)]
struct Lists(Vec<(&'static str, String, Vec<Entry>)>);

#[derive(Debug)]
struct Entry {
    /// As TOML.
    value: String,
    comment: String,
}

impl Lists {
    fn add(&mut self, section: &'static str, key: &str, value: String, comment: String) {
        let entry = Entry { value, comment };
        match self.0.iter_mut().find(|(of, known, _)| *of == section && known == key) {
            Some((_, _, entries)) => entries.push(entry),
            None => self.0.push((section, key.to_owned(), vec![entry])),
        }
    }

    fn write(&self, section: &str, out: &mut String) {
        for (_, key, entries) in self.0.iter().filter(|(of, ..)| *of == section) {
            let _ = writeln!(out, "{key} = [");
            for Entry { value, comment } in entries {
                let _ = writeln!(out, "  # {comment}\n  {value},");
            }
            out.push_str("]\n");
        }
    }

    fn has(&self, section: &str) -> bool {
        self.0.iter().any(|(of, ..)| *of == section)
    }
}

/// What is only listed, sorted.
type Comments = BTreeSet<String>;

pub(super) fn write(suggestion: &Suggestion, surroundings: &Surroundings<'_>) -> String {
    let flags = surroundings.flags;
    let mut lists = Lists::default();
    for list in flags.lists() {
        for entry in list.entries {
            lists.add(list.section, &list.key, quoted(&entry), "given as a flag".to_owned());
        }
    }
    let mut listed = Comments::new();
    files_of(suggestion, surroundings, &mut lists, &mut listed);
    addresses_of(suggestion, surroundings, &mut lists, &mut listed);
    let arches = calls_of(suggestion, &mut lists);
    for (denial, evidence) in &suggestion.seen {
        if let Denial::Kept { what, why, .. } = denial {
            listed.insert(listed_line(what, why, evidence));
        }
    }
    let command: Vec<String> = surroundings.command.iter().map(|word| printable(&word.to_string())).collect();
    let mut command = command.join(" ");
    if let Some((end, _)) = command.char_indices().nth(COMMAND) {
        command.replace_range(end.., "…");
    }
    let mut out =
        format!("# What `{command}` was denied, as rules that allow it. Read it before you use it.\n");
    if suggestion.seen.is_empty() {
        out.push_str("# Nothing was denied.\n");
    }
    if suggestion.overflow > 0 {
        let _ = writeln!(
            out,
            "# {} denials more, of too many kinds to tell apart, are left out.",
            suggestion.overflow
        );
    }
    let _ = writeln!(out, "callgate = 1\nuse = {}", surroundings.uses);
    if let Some(default) = &flags.default {
        let _ = writeln!(out, "default = {}", quoted(default));
    }
    for section in ["fs", "net"] {
        if lists.has(section) {
            let _ = writeln!(out, "\n[{section}]");
            lists.write(section, &mut out);
        }
    }
    if lists.has("syscalls") || !arches.is_empty() {
        out.push_str("\n[syscalls]\n");
        if let Some(default) = flags.syscalls_default() {
            let _ = writeln!(out, "default = {}", quoted(default));
        }
        out.push_str(&arches);
        lists.write("syscalls", &mut out);
    }
    let tables = flags.tables();
    if !tables.is_empty() {
        let _ = write!(out, "\n{tables}");
    }
    if !listed.is_empty() {
        out.push_str("\n# Not allowed here, since more than the default is against it:\n");
        for line in listed {
            let _ = writeln!(out, "#   {line}");
        }
    }
    out
}

fn files_of(
    suggestion: &Suggestion,
    surroundings: &Surroundings<'_>,
    lists: &mut Lists,
    listed: &mut Comments,
) {
    let mut kept: Vec<&[u8]> = Vec::new();
    let mut needed: Vec<(Operation, &[u8], &Evidence)> = Vec::new();
    for (denial, evidence) in &suggestion.seen {
        match denial {
            Denial::Object(operation, object @ Object::Path(path)) => {
                if let Some(why) = (surroundings.kept)(*operation, object) {
                    kept.push(path);
                    listed.insert(kept_line(*operation, object, &why, evidence));
                } else {
                    needed.push((*operation, path, evidence));
                }
            }
            Denial::Kept { path: Some(path), .. } => kept.push(path),
            _ => {}
        }
    }
    needed.sort_by_key(|(_, path, _)| *path);
    let mut covering: Vec<Subject> = Vec::new();
    for (operation, key) in FILES {
        let wanted: Vec<(&[u8], &Evidence)> = needed
            .iter()
            .filter(|(of, path, _)| {
                *of == operation
                    // Writing and executing bring reading.
                    && !(operation == Operation::FsRead && covering.iter().any(|subject| subject.covers(path)))
            })
            .map(|(_, path, evidence)| (*path, *evidence))
            .collect();
        for (subject, evidence) in files::generalize(operation, &wanted, &kept, &suggestion.places) {
            lists.add("fs", key, value(&subject, &suggestion.places), evidence.text());
            covering.push(subject);
        }
    }
}

fn kept_line(operation: Operation, object: &Object, why: &str, evidence: &Evidence) -> String {
    listed_line(&format!("{operation} {object}"), why, evidence)
}

fn listed_line(what: &str, why: &str, evidence: &Evidence) -> String {
    format!("{}: {} ({})", printable(what), printable(why), evidence.who())
}

/// The entry of a rule.
fn value(subject: &Subject, places: &Places) -> String {
    match subject {
        Subject::Path(path) => quoted(&places.text(path)),
        Subject::Folder(path) => {
            let text = places.text(path);
            let inside = format!("{}/*", text.strip_suffix('/').unwrap_or(&text));
            format!("{{ at = {}, except = [{}] }}", quoted(&text), quoted(&inside))
        }
        Subject::Pattern(pattern) => quoted(pattern),
    }
}

fn addresses_of(
    suggestion: &Suggestion,
    surroundings: &Surroundings<'_>,
    lists: &mut Lists,
    listed: &mut Comments,
) {
    let mut listening: BTreeMap<String, Evidence> = BTreeMap::new();
    for (operation, key) in ADDRESSES {
        let mut needed = Vec::new();
        for (denial, evidence) in &suggestion.seen {
            let Denial::Object(of, object) = denial else { continue };
            if *of != operation || matches!(object, Object::Path(_)) {
                continue;
            }
            if let Some(why) = (surroundings.kept)(operation, object) {
                listed.insert(kept_line(operation, object, &why, evidence));
            } else {
                needed.push((object, evidence));
            }
        }
        let mut found = addresses::generalize(operation, &needed, &suggestion.places);
        // Listening brings binding.
        if operation == Operation::NetBind {
            found.retain(|address, _| !listening.contains_key(address));
        }
        for (address, evidence) in &found {
            lists.add("net", key, quoted(address), evidence.text());
        }
        if operation == Operation::NetListen {
            listening = found;
        }
    }
}

/// Adds the calls that were refused by default; returns the line for ABIs that the policy did not list.
fn calls_of(suggestion: &Suggestion, lists: &mut Lists) -> String {
    let mut calls: BTreeMap<&str, Evidence> = BTreeMap::new();
    let mut foreign: BTreeMap<Abi, Evidence> = BTreeMap::new();
    for (denial, evidence) in &suggestion.seen {
        let Denial::Call { name, arch } = denial else { continue };
        let abi = Abi::ALL.iter().copied().find(|abi| abi.name() == arch);
        let unlisted = abi.filter(|abi| !suggestion.arches.contains(abi));
        if let Some(abi) = unlisted {
            foreign.entry(abi).and_modify(|known| known.join(evidence)).or_insert_with(|| evidence.clone());
        }
        if unlisted.is_none() || suggestion.calls_are_refused {
            calls.entry(name).and_modify(|known| known.join(evidence)).or_insert_with(|| evidence.clone());
        }
    }
    for (name, evidence) in calls {
        lists.add("syscalls", "allow", quoted(name), evidence.text());
    }
    if foreign.is_empty() {
        return String::new();
    }
    let mut line = String::new();
    for (abi, evidence) in &foreign {
        let _ = writeln!(line, "# {abi}: {}", evidence.text());
    }
    let names = suggestion.arches.iter().chain(foreign.keys()).map(|abi| quoted(abi.name()));
    let _ = writeln!(line, "arch = [{}]", names.collect::<Vec<_>>().join(", "));
    line
}

/// The files in the order of the text.
#[cfg(test)]
pub(super) fn found(operation: Operation, paths: &[&str], kept: &[&str], places: &Places) -> Vec<String> {
    let evidence = Evidence::new(0, None, "x");
    let needed: Vec<(&[u8], &Evidence)> = paths.iter().map(|path| (path.as_bytes(), &evidence)).collect();
    let kept: Vec<&[u8]> = kept.iter().map(|path| path.as_bytes()).collect();
    let found = files::generalize(operation, &needed, &kept, places);
    found.iter().map(|(subject, _)| value(subject, places)).collect()
}
