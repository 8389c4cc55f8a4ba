//! An address, and not what stands there.

use super::prelude::*;
use crate::diagram::walk;

pub(crate) static RULE: Rule = Rule {
    code: "ARG07",
    title: "a pointer is compared",
    severity: Severity::Warning,
    why: "A filter sees the address of a path or a struct and not what is there, and another thread may change that \
          after the filter has looked. An address that is let through lets through whatever is written to it.",
    not_when: "The memory at that address is sealed against writing (mprotect, and no way to undo it), as some \
               sandboxes do for a few constant strings. Whether a pointer is null is a fair question and not found; \
               calls that mean the address itself (mmap, munmap, madvise …) are left out.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == openat {
    A = lo32(pathname)
    if A == 0x601000 { return allow }
    return errno EACCES
}
return errno ENOSYS",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == accept4 {
    A = lo32(addr)
    if A != 0 { return errno EPERM }
    A = hi32(addr)
    if A != 0 { return errno EPERM }
    return allow
}
return errno ENOSYS",
    ),
    check,
};

/// Calls whose pointers are the addresses of mappings.
const OF_MAPPINGS: [&str; 19] = [
    "brk",
    "madvise",
    "mbind",
    "mincore",
    "mlock",
    "mlock2",
    "mmap",
    "mmap2",
    "move_pages",
    "mprotect",
    "mremap",
    "mseal",
    "msync",
    "munlock",
    "munmap",
    "pkey_mprotect",
    "remap_file_pages",
    "shmat",
    "shmdt",
];

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        for (call, argument) in look.asked(&surface.calls) {
            let name = call.name();
            let s390 = super::s390_clone::is_flags_place(call.sysno, argument.place);
            if !argument.arg.kind.is_pointer() || OF_MAPPINGS.contains(&name.as_str()) || s390 {
                continue;
            }
            let split = look.split(call.decision)?;
            let first = walk::register(argument.place);
            let sets = argument.sets(look.d(), split.runs)?;
            let by_null = sets.iter().all(|set| is_null_or_not(look, *set, first, surface.abi));
            let stops = argument.for_some(look.d(), split.stops)?;
            if by_null {
                continue;
            }
            let Some(witness) = look.running(&call, stops)? else { continue };
            let of = argument.arg.name;
            look.find(Found {
                severity: Severity::Warning,
                abi: surface.abi,
                message: format!(
                    "{name}: the filter compares the address {of}; what stands there can change"
                ),
                calls: vec![name],
                fix:
                    "decide by flags and descriptors, or have a supervisor decide that copies the memory once"
                        .into(),
                witness,
            });
        }
        Ok(())
    })
}

/// Whether a set of addresses is null alone, or all others.
fn is_null_or_not(look: &mut Look<'_>, set: Ref, first: u32, abi: Abi) -> bool {
    // The upper half is 0 where there is none.
    let (first, bits) = if abi.register_bits() == 32 { (first + 32, 32) } else { (first, 64) };
    let set = if bits == 32 { look.d().follow(set, first - 32, 32, 0) } else { set };
    let intervals = look.d().intervals(set, first, bits, 2);
    matches!(intervals.as_deref(), Some([null, _]) if null.last == 0) || set.is_leaf()
}
