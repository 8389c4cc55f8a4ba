//! The many forms of read and write.

use super::prelude::*;
use crate::diagram::walk;
use crate::lint::gap::{Gap, Way, main, side};
use crate::lint::registers::arguments;

pub(crate) static RULE: Rule = Rule {
    code: "SIB06",
    title: "read or write is refused, and another form of it runs",
    severity: Severity::Warning,
    why: "read is also readv, pread64, preadv and preadv2; write has the same forms; sendfile, splice and \
          copy_file_range move data from one descriptor to another without either. A filter that refuses one form, or \
          ties it to certain descriptors, is passed by the next.",
    not_when: "read or write itself runs without conditions: whoever refuses other forms has other reasons. A filter that \
               lists what runs and leaves read out like everything else is not found. Descriptors of pipes and sockets \
               take only some of the calls, which no filter knows.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == write {
    A = lo32(fd)
    if A == 1 { return allow }
    return kill
}
if A == writev { return allow }
if A == exit_group { return allow }
return kill",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == write goto out
if A == writev goto out
if A == exit_group { return allow }
return kill
out: A = lo32(args[0])
if A == 1 { return allow }
return kill",
    ),
    check,
};

/// Forms of read, and the descriptor that they read from.
const READS: &[(&str, &str)] = &[
    ("read", "fd"),
    ("readv", "fd"),
    ("pread64", "fd"),
    ("preadv", "fd"),
    ("preadv2", "fd"),
    ("sendfile", "in_fd"),
    ("sendfile64", "in_fd"),
    ("splice", "fd_in"),
    ("copy_file_range", "fd_in"),
];

/// Forms of write, and the descriptor that they write to.
const WRITES: &[(&str, &str)] = &[
    ("write", "fd"),
    ("writev", "fd"),
    ("pwrite64", "fd"),
    ("pwritev", "fd"),
    ("pwritev2", "fd"),
    ("sendfile", "out_fd"),
    ("sendfile64", "out_fd"),
    ("splice", "fd_out"),
    ("copy_file_range", "fd_out"),
];

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        for (what, ways) in [("reading", READS), ("writing", WRITES)] {
            let fix = "refuse all forms alike, or tie all to the same descriptors";
            let of =
                |(at, (call, _)): (usize, &(&'static str, _))| if at == 0 { main(call) } else { side(call) };
            let whole: Vec<Way> = ways.iter().enumerate().map(of).collect();
            if let Some(gap) = look.gap(surface, &whole)? {
                look.find_gap(surface, &gap, what, fix);
            } else if let Some(gap) = by_descriptor(look, surface, ways)? {
                look.find_gap(surface, &gap, &format!("{what} some descriptors"), fix);
            }
        }
        Ok(())
    })
}

/// The descriptors with which a call runs, as a condition on the first register; `None` where the ABI lacks it.
fn descriptors(look: &mut Look<'_>, call: &Call, name: &str) -> Bounded<Option<Ref>> {
    let Some(fd) = arguments(call.sysno).into_iter().find(|argument| argument.arg.name == name) else {
        return Ok(None);
    };
    let runs = look.split(call.decision)?.runs;
    let lower = fd.lower();
    let only = look.d().exists(runs, &|level| !lower.contains(&level), &mut Known::default())?;
    let by = walk::register(0) as i32 - walk::register(fd.place) as i32;
    Ok(Some(look.d().shifted(only, by, &mut Known::default())?))
}

/// The forms that run with a descriptor with which another form, tied to some, does not.
fn by_descriptor(look: &mut Look<'_>, surface: &Surface, ways: &[(&str, &str)]) -> Bounded<Option<Gap>> {
    let mut found = Vec::new();
    for (name, fd) in ways {
        let Some(call) = surface.call(name) else { continue };
        if let Some(with) = descriptors(look, &call, fd)? {
            found.push((call, *fd, with));
        }
    }
    // Whoever ties read and write to descriptors means all forms.
    if let Some((tied, _, with)) = found.first()
        && !with.is_leaf()
    {
        let without = look.d().not(*with)?;
        let mut gap = Gap { closed: vec![*tied], open: Vec::new() };
        for (call, fd, other) in &found {
            let beyond = look.d().and(without, *other)?;
            let Some(fd) = arguments(call.sysno).into_iter().find(|argument| argument.arg.name == *fd) else {
                continue;
            };
            let by = walk::register(fd.place) as i32 - walk::register(0) as i32;
            let there = look.d().shifted(beyond, by, &mut Known::default())?;
            if let Some(data) = look.running(call, there)? {
                gap.open.push((*call, data));
            }
        }
        if !gap.open.is_empty() {
            return Ok(Some(gap));
        }
    }
    Ok(None)
}
