//! The filters of a running process.

use crate::cmd::dump::Format;
use crate::cmd::dump::sink::Sink;
use crate::cmd::dump::words::{counted, listed};
use crate::exit;
use crate::failure::Failure;
use crate::installed::{self, Unread};
use crate::installs::status::{self, Status};
use crate::terminal::{self, Out};
use callgate_abi::Abi;
use callgate_bpf::Insn;
use callgate_events::bytes::printable;
use serde_json::json;
use std::io::Write;

/// Threads with the same filters.
struct Group {
    filters: Vec<Vec<Insn>>,
    strict: bool,
    tids: Vec<(u32, String)>,
}

/// What was found of a process, its threads and its descendants.
#[derive(Default)]
struct Found {
    groups: Vec<Group>,
    /// Threads that do not stop to be read.
    stuck: Vec<Failure>,
    any: bool,
}

fn found(pid: u32) -> Result<Found, Failure> {
    let mut found = Found::default();
    for process in status::tree(pid) {
        for tid in status::threads(process) {
            let Some(status) = Status::of(tid) else { continue };
            let name = printable(status.name());
            let strict = status.seccomp_mode() == Some(1);
            let filters = match installed::of_thread(tid) {
                _ if strict => Vec::new(),
                Ok(filters) => filters,
                // It ended since it was listed.
                Err(Unread::Gone) => continue,
                Err(Unread::Stuck(failure)) => {
                    found.any = true;
                    found.stuck.push(failure);
                    continue;
                }
                Err(Unread::Refused(failure)) => return Err(failure),
            };
            found.any = true;
            match found.groups.iter_mut().find(|group| group.strict == strict && group.filters == filters) {
                Some(group) => group.tids.push((tid, name)),
                None => found.groups.push(Group { filters, strict, tids: vec![(tid, name)] }),
            }
        }
    }
    Ok(found)
}

/// Shows them.
pub(super) fn show(pid: u32, mut sink: Sink<'_>, out: &mut Out) -> Result<u8, Failure> {
    let Found { groups, stuck, any } = found(pid)?;
    if !any {
        return Err(installed::gone(pid));
    }
    let mut seen = 0;
    for group in &groups {
        let tids: Vec<String> = group.tids.iter().map(|(tid, name)| format!("{name}[{tid}]")).collect();
        let tids = listed(&tids);
        let numbers: Vec<u32> = group.tids.iter().map(|(tid, _)| *tid).collect();
        let total = group.filters.len();
        if group.strict {
            seen += 1;
            let facts = json!({ "mode": "strict", "tids": numbers });
            sink.other(&[format!("strict mode of {tids}")], facts, out)?;
        }
        for (at, insns) in group.filters.iter().enumerate() {
            seen += 1;
            if sink.format == Format::Raw && sink.output.is_none() && seen > 1 {
                return Err(Failure::new("there are several filters, which raw bytes would run together")
                    .fix("name a file with -o: the others are FILE.1, FILE.2 …"));
            }
            let heading = [format!("{} of {total}: {}, of {tids}", at + 1, counted(insns.len()))];
            let facts = json!({ "mode": "filter", "nth": at + 1, "of": total, "tids": numbers });
            sink.filter(insns, Abi::NATIVE, &heading, facts, out)?;
        }
        if total > 1 {
            let filters: Vec<&[Insn]> = group.filters.iter().map(Vec::as_slice).collect();
            sink.together(
                &format!("all {total} together, of {tids}"),
                &filters,
                json!({ "tids": numbers }),
                out,
            )?;
        }
    }
    let unread: Vec<&str> = stuck.iter().map(|failure| failure.what.as_str()).collect();
    sink.finish(&json!({ "pid": pid, "unread": unread }), out)?;
    out.flush()?;
    for failure in &stuck {
        terminal::say(&failure.render());
    }
    if !stuck.is_empty() {
        return Ok(exit::USAGE);
    }
    if seen == 0 {
        terminal::say(&format!("callgate: process {pid}, its threads and descendants have no filter\n"));
        return Ok(exit::FINDINGS);
    }
    Ok(exit::OK)
}
