//! Memory that is written and then run.

use super::prelude::*;
use crate::lint::gap::{Way, main_with, side_with};

pub(crate) static RULE: Rule = Rule {
    code: "RCH09",
    title: "memory can still become executable",
    severity: Severity::Warning,
    why: "A filter that refuses mprotect with PROT_EXEC, or mmap with PROT_WRITE and PROT_EXEC, is to keep a program from \
          running what it wrote. pkey_mprotect does what mprotect does, shmat attaches executable memory (SHM_EXEC), and \
          personality with READ_IMPLIES_EXEC makes everything executable that can be read.",
    not_when: "Nothing is refused of it: a filter without such a rule is not found. READ_IMPLIES_EXEC holds for mappings \
               that come after it, and does nothing where mmap is refused.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == mprotect {
    A = lo32(prot)
    if A & PROT_EXEC { return errno EPERM }
}
return allow",
    ),
    clean: Example::Policy(
        "callgate = 1
[syscalls]
default = 'allow'
errno.EPERM = ['mprotect(prot & PROT_EXEC != 0)', 'pkey_mprotect(prot & PROT_EXEC != 0)', \
         'mmap(prot & (PROT_WRITE|PROT_EXEC) == PROT_WRITE|PROT_EXEC)', \
         'shmat(shmflg & SHM_EXEC != 0)', 'personality(persona & READ_IMPLIES_EXEC != 0)']
arch = ['x86_64']
",
    ),
    check,
};

/// PROT_WRITE and PROT_EXEC.
const WRITE_EXEC: u64 = 6;
/// READ_IMPLIES_EXEC alone: 0xffffffff, which has its bit too, only asks.
const READ_IMPLIES_EXEC: u64 = 0x0040_0000;

const WAYS: [Way; 6] = [
    main_with("mprotect", &[Need::Bits("prot", WRITE_EXEC)]),
    main_with("pkey_mprotect", &[Need::Bits("prot", WRITE_EXEC)]),
    main_with("mmap", &[Need::Bits("prot", WRITE_EXEC)]),
    main_with("mmap2", &[Need::Bits("prot", WRITE_EXEC)]),
    side_with("shmat", &[Need::Has("shmflg", "SHM_EXEC")]),
    side_with("personality", &[Need::Value("persona", READ_IMPLIES_EXEC)]),
];

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        let mut gap = look.open_and_closed(surface, &WAYS)?;
        // What is refused whatever its arguments is not refused for the memory's sake.
        let mut meant = Vec::new();
        for call in gap.closed {
            if look.split(call.decision)?.runs != Ref::FALSE {
                meant.push(call);
            }
        }
        gap.closed = meant;
        // The old mmap of some ABIs has its arguments in memory.
        if let Some(mmap) = surface.call("mmap")
            && look.needed(mmap.sysno, &[Need::Bits("prot", WRITE_EXEC)])?.is_none()
            && let Some(data) = look.running(&mmap, Ref::TRUE)?
        {
            gap.open.push((mmap, data));
        }
        if gap.closed.is_empty() || gap.open.is_empty() {
            return Ok(());
        }
        let fix = "refuse PROT_EXEC in mprotect and pkey_mprotect, PROT_WRITE with PROT_EXEC in mmap, SHM_EXEC in shmat \
                   and READ_IMPLIES_EXEC in personality; on i386 the old mmap too, whose arguments are in memory";
        look.find_gap(surface, &gap, "memory that is writable and executable", fix);
        Ok(())
    })
}
