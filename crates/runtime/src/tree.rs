//! The processes of a run.

use crate::procfs::Status;
use std::fs;

/// How far up the parents are asked: deeper trees are refused what only a descendant may do.
const MAX_DEPTH: u32 = 4096;

/// Whether a process is of the run: it descends from this one. As a subreaper the supervisor inherits the
/// daemons, so every process of its run does. The guardian does too, but its memory is the supervisor's.
pub(crate) fn is_descendant(pid: u32) -> bool {
    let own = std::process::id();
    let mut current = pid;
    for _ in 0..MAX_DEPTH {
        if current == own {
            return pid != own;
        }
        match Status::of(current) {
            Ok(status) if status.ppid > 0 && !status.guardian => current = status.ppid,
            _ => return false,
        }
    }
    false
}

/// Every living descendant of this process, children before their own children.
pub(crate) fn descendants() -> Vec<u32> {
    let mut found = children(std::process::id());
    let mut next = 0;
    while next < found.len() {
        let below = children(found[next]);
        found.extend(below);
        next += 1;
    }
    found
}

/// The children of all threads of a process (`/proc/PID/task/TID/children`, since 3.5).
fn children(pid: u32) -> Vec<u32> {
    let Ok(threads) = fs::read_dir(format!("/proc/{pid}/task")) else { return Vec::new() };
    threads
        .flatten()
        .filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok())
        .flat_map(|text| text.split_whitespace().filter_map(|word| word.parse().ok()).collect::<Vec<u32>>())
        .collect()
}
