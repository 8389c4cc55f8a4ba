//! The two calls that unmount.

use super::prelude::*;
use crate::lint::gap::main;

pub(crate) static RULE: Rule = Rule {
    code: "SIB09",
    title: "umount2 is refused and umount runs, or the other way round",
    severity: Severity::Warning,
    why: "32-bit ABIs have the old umount beside umount2. x86-64 has umount2 alone, so that a list made there and used \
          for i386 leaves umount open: what is mounted over a file to hide it can be taken off.",
    not_when: "The program has no CAP_SYS_ADMIN, in no user namespace either.",
    triggering: Example::Filter(
        ".abi i386
A = arch
if A != i386 { return kill }
A = nr
if A == umount2 { return errno EPERM }
return allow",
    ),
    clean: Example::Policy(
        "callgate = 1
[syscalls]
arch = ['x86_64', 'i386']
default = 'allow'
errno.EPERM = ['@mount']
",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.find_gaps("unmounting", &[main("umount2"), main("umount")], "refuse umount and umount2 alike")
}
