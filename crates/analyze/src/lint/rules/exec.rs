//! The calls that start programs.

use super::prelude::*;
use crate::lint::gap::{main, side};

pub(crate) static RULE: Rule = Rule {
    code: "SIB03",
    title: "execve is refused and execveat runs",
    severity: Severity::Warning,
    why: "execveat starts a program by its path as execve does, and by a descriptor too (AT_EMPTY_PATH), one of a file in \
          memory (memfd_create) for example. A filter that refuses execve alone stops nobody.",
    not_when: "A filter that lists what runs and lists execveat only, with the same answer for everything else, is not \
               found; nor is one that refuses execveat alone, to keep programs from being started that have no name.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == execve { return kill }
return allow",
    ),
    clean: Example::Policy(
        "callgate = 1
[syscalls]
default = 'allow'
kill = ['execve', 'execveat']
",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.find_gaps(
        "starting programs",
        &[main("execve"), side("execveat")],
        "refuse execve and execveat alike",
    )
}
