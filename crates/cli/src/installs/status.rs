//! What /proc tells of a thread.

use std::fs;
use std::path::PathBuf;

/// `/proc/TID/status`, a field a line.
pub(crate) struct Status(String);

impl Status {
    /// Of a thread; `None` when it is gone.
    pub(crate) fn of(tid: u32) -> Option<Status> {
        fs::read_to_string(format!("/proc/{tid}/status")).ok().map(Status)
    }

    /// The text of a field, `Tgid`.
    fn field(&self, name: &str) -> Option<&str> {
        let line = self.0.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.map(str::trim)
    }

    /// The process a thread belongs to.
    pub(crate) fn process(&self) -> Option<u32> {
        self.field("Tgid")?.parse().ok()
    }

    /// The parent of its process.
    pub(crate) fn parent(&self) -> Option<u32> {
        self.field("PPid")?.parse().ok()
    }

    /// Its name.
    pub(crate) fn name(&self) -> &str {
        self.field("Name").unwrap_or_default()
    }

    /// Its state, as ps(1) has it: `R`, `S`, `D`, `Z` …
    pub(crate) fn state(&self) -> Option<char> {
        self.field("State")?.chars().next()
    }

    /// The `Seccomp:` line: 0 none, 1 strict, 2 filters.
    pub(crate) fn seccomp_mode(&self) -> Option<u32> {
        self.field("Seccomp")?.parse().ok()
    }

    /// Whether it may administer the system, in its own user namespace.
    pub(crate) fn may_administer(&self) -> bool {
        const CAP_SYS_ADMIN: u32 = 21;
        let effective = self.field("CapEff").and_then(|mask| u64::from_str_radix(mask, 16).ok());
        effective.is_some_and(|mask| mask & (1 << CAP_SYS_ADMIN) != 0)
    }
}

/// The file a process executes; `None` when it is gone, or not ours to see.
pub(crate) fn exe(pid: u32) -> Option<PathBuf> {
    fs::read_link(format!("/proc/{pid}/exe")).ok()
}

/// The threads of a process, sorted; none when it is gone.
pub(crate) fn threads(pid: u32) -> Vec<u32> {
    let mut tids = numbers(&format!("/proc/{pid}/task"));
    tids.sort_unstable();
    tids
}

/// A process and all its descendants, parents first.
pub(crate) fn tree(pid: u32) -> Vec<u32> {
    let mut parents: Vec<(u32, u32)> =
        numbers("/proc").into_iter().filter_map(|pid| Some((pid, Status::of(pid)?.parent()?))).collect();
    parents.sort_unstable();
    let mut tree = vec![pid];
    let mut next = 0;
    while next < tree.len() {
        let parent = tree[next];
        tree.extend(
            parents.iter().filter(|(child, of)| *of == parent && *child != parent).map(|(child, _)| *child),
        );
        next += 1;
    }
    tree
}

/// The entries of a folder that are numbers.
fn numbers(folder: &str) -> Vec<u32> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect()
}
