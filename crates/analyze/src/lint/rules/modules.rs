//! The two calls that load kernel modules.

use super::prelude::*;
use crate::lint::gap::main;

pub(crate) static RULE: Rule = Rule {
    code: "SIB07",
    title: "init_module is refused and finit_module runs, or the other way round",
    severity: Severity::Warning,
    why: "init_module loads a kernel module from memory, finit_module from a descriptor. Whoever may use one needs no \
          other: a module is code in the kernel.",
    not_when: "The program has no CAP_SYS_MODULE.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == init_module { return errno EPERM }
return allow",
    ),
    clean: Example::Policy(
        "callgate = 1
[syscalls]
default = 'allow'
errno.EPERM = ['@module']
",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.find_gaps(
        "loading kernel modules",
        &[main("init_module"), main("finit_module")],
        "refuse init_module and finit_module alike (group @module)",
    )
}
