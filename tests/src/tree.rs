//! The processes of a case: found by a mark in their environment, so that daemons count too.

use std::fmt::Write as _;
use std::fs;

/// A process of a case.
#[derive(Debug, Clone)]
pub struct Member {
    /// Its number.
    pub pid: i32,
    /// Whether it has ended and waits to be reaped.
    pub zombie: bool,
}

/// Every process whose environment at exec held `mark` (`NAME=value`), and every descendant of
/// `root`. A process that hides its environment (not dumpable) is found as a descendant only.
pub fn members(mark: &str, root: Option<i32>) -> Vec<Member> {
    let mut all: Vec<(i32, i32, bool, bool)> = Vec::new();
    let Ok(entries) = fs::read_dir("/proc") else { return Vec::new() };
    for entry in entries.flatten() {
        let Some(pid) = entry.file_name().to_str().and_then(|name| name.parse::<i32>().ok()) else {
            continue;
        };
        let Ok(stat) = fs::read_to_string(format!("/proc/{pid}/stat")) else { continue };
        let Some((_, rest)) = stat.rsplit_once(") ") else { continue };
        let mut words = rest.split(' ');
        let zombie = words.next() == Some("Z");
        let parent = words.next().and_then(|word| word.parse().ok()).unwrap_or(0);
        let environment = fs::read(format!("/proc/{pid}/environ")).unwrap_or_default();
        let marked = environment.split(|&byte| byte == 0).any(|variable| variable == mark.as_bytes());
        all.push((pid, parent, zombie, marked));
    }
    let mut found: Vec<i32> = all.iter().filter(|process| process.3).map(|process| process.0).collect();
    found.extend(root);
    loop {
        let more: Vec<i32> = all
            .iter()
            .filter(|process| found.contains(&process.1) && !found.contains(&process.0))
            .map(|process| process.0)
            .collect();
        if more.is_empty() {
            break;
        }
        found.extend(more);
    }
    all.iter()
        .filter(|process| found.contains(&process.0))
        .map(|process| Member { pid: process.0, zombie: process.2 })
        .collect()
}

/// What each member is doing: name, state, wait channel, kernel stack where readable.
pub fn describe(members: &[Member]) -> String {
    let mut text = String::new();
    for member in members {
        let pid = member.pid;
        let read = |file: &str| fs::read(format!("/proc/{pid}/{file}")).unwrap_or_default();
        let command = String::from_utf8_lossy(&read("cmdline")).replace('\0', " ");
        let _ = writeln!(text, "process {pid}: {command}");
        let Ok(tasks) = fs::read_dir(format!("/proc/{pid}/task")) else { continue };
        for task in tasks.flatten() {
            let tid = task.file_name().to_string_lossy().into_owned();
            let read = |file: &str| {
                String::from_utf8_lossy(
                    &fs::read(format!("/proc/{pid}/task/{tid}/{file}")).unwrap_or_default(),
                )
                .into_owned()
            };
            let status = read("status");
            let _ =
                writeln!(text, "  thread {tid} wchan {} syscall {}", read("wchan"), read("syscall").trim());
            for line in status.lines().filter(|line| {
                ["State", "SigPnd", "ShdPnd", "SigBlk", "Seccomp"].iter().any(|name| line.starts_with(name))
            }) {
                let _ = writeln!(text, "    {line}");
            }
            for line in read("stack").lines() {
                let _ = writeln!(text, "    {line}");
            }
        }
    }
    text
}

/// Kills every member.
pub fn kill(members: &[Member]) {
    for member in members {
        if let Some(pid) = rustix::process::Pid::from_raw(member.pid) {
            let _ = rustix::process::kill_process(pid, rustix::process::Signal::KILL);
        }
    }
}
