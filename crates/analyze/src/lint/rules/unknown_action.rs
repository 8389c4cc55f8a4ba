//! Answers that are none.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "ACT08",
    title: "a return value is no action",
    severity: Severity::Error,
    why: "The upper 16 bits of a return value are the action. For one that it does not know the kernel kills the process \
          (before 4.14 the thread). Among several filters such a value still outranks those that are greater as \
          signed numbers, so that it can undo an errno of another filter and be undone by a kill.",
    not_when: "Killing is what was meant; then say so.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == ptrace { return 0x00040001 }
return allow",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == ptrace { return kill }
return allow",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.find_returns(
        |ret| {
            Action::from_ret(ret) == Action::KillProcess
                && ret & Action::ACTION_FULL != Action::KillProcess.to_ret()
        },
        Severity::Error,
        |ret| format!("{ret:#010x}, which is no action: the process is killed"),
        "return one of the actions of seccomp(2)",
    )
}
