//! The two calls that load another kernel.

use super::prelude::*;
use crate::lint::gap::main;

pub(crate) static RULE: Rule = Rule {
    code: "SIB08",
    title: "kexec_load is refused and kexec_file_load runs, or the other way round",
    severity: Severity::Warning,
    why: "Both load the kernel that runs after the next reboot without firmware; kexec_file_load is the younger one \
          (3.17), and older lists lack it.",
    not_when: "The program has no CAP_SYS_BOOT.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == kexec_load { return errno EPERM }
return allow",
    ),
    clean: Example::Policy(
        "callgate = 1
[syscalls]
default = 'allow'
errno.EPERM = ['@reboot']
",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.find_gaps(
        "loading another kernel",
        &[main("kexec_load"), main("kexec_file_load")],
        "refuse kexec_load and kexec_file_load alike (group @reboot)",
    )
}
