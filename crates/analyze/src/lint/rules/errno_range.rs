//! Errors that there are not.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "ACT07",
    title: "an errno above 4095 is answered",
    severity: Severity::Warning,
    why: "Errors are numbers up to 4095; the kernel makes any larger one 4095, which no program knows. Most often a number \
          was put there that is none, or a negative one.",
    not_when: "Never: the program gets 4095 and not what the filter says.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == ptrace { return 0x0005ffff }
return allow",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == ptrace { return errno EPERM }
return allow",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.find_returns(
        |ret| ret & Action::ACTION_FULL == 0x0005_0000 && ret & Action::DATA > 4095,
        Severity::Warning,
        |ret| format!("errno {}, of which the kernel makes 4095", ret & Action::DATA),
        "return a number of errno(3), not negated",
    )
}
