//! The calls that open files.

use super::prelude::*;
use crate::lint::gap::{Way, main, main_with, side};

pub(crate) static RULE: Rule = Rule {
    code: "SIB02",
    title: "one call that opens files is refused, another runs",
    severity: Severity::Warning,
    why: "open, openat, openat2, creat and open_by_handle_at come to the same. C libraries call openat for open, so \
          that a filter that refuses open alone refuses nothing; creat opens for writing without flags; openat2 has \
          its flags in memory.",
    not_when: "open_by_handle_at needs CAP_DAC_READ_SEARCH. A filter that lists what runs and lists openat and not open \
               means just that, and is not found, unless it ties one of them to flags.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == open { return errno EACCES }
if A == openat { return errno EACCES }
return allow",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == open { return errno EACCES }
if A == openat { return errno EACCES }
if A == openat2 { return errno ENOSYS }
if A == creat { return errno EACCES }
if A == open_by_handle_at { return errno EPERM }
return allow",
    ),
    check,
};

const READING: &[Way] =
    &[main("open"), main("openat"), side("openat2"), main("creat"), side("open_by_handle_at")];

const WRITING: &[Way] = &[
    main_with("open", &[Need::Has("flags", "O_WRONLY")]),
    main_with("openat", &[Need::Has("flags", "O_WRONLY")]),
    side("openat2"),
    main("creat"),
];

const CHANGING: &[Way] = &[
    main_with("open", &[Need::Has("flags", "O_RDWR")]),
    main_with("openat", &[Need::Has("flags", "O_RDWR")]),
    side("openat2"),
];

const MAKING: &[Way] = &[
    main_with("open", &[Need::Has("flags", "O_CREAT")]),
    main_with("openat", &[Need::Has("flags", "O_CREAT")]),
    side("openat2"),
    main("creat"),
];

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        for (what, ways) in [
            ("opening files", READING),
            ("opening files for writing", WRITING),
            ("opening files for reading and writing", CHANGING),
            ("making files", MAKING),
        ] {
            if let Some(gap) = look.gap(surface, ways)? {
                let fix = "refuse all of them alike; let openat2 fail with ENOSYS, and libraries use openat";
                look.find_gap(surface, &gap, what, fix);
                // The narrower ones follow from it.
                break;
            }
        }
        Ok(())
    })
}
