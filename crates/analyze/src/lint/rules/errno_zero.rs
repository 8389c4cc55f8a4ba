//! Success without doing anything.

use super::prelude::*;
use callgate_abi::Errno;

pub(crate) static RULE: Rule = Rule {
    code: "ACT06",
    title: "calls succeed without being done",
    severity: Severity::Warning,
    why: "errno 0 makes the call return 0: the program believes that it was done. A setuid that returns 0 and changes \
          nothing has been the start of many a hole, a chown that returns 0 leaves files with the wrong owner.",
    not_when: "It is meant: fakeroot-like builds and sandboxes that pretend, for calls whose effect nobody relies on.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == setuid { return errno 0 }
return allow",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == setuid { return errno EPERM }
return allow",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.find_action(
        |action| action == Action::Errno(Errno(0)),
        Severity::Warning,
        "returns 0, and nothing is done",
        "return 0, and nothing is done",
        "answer with the error that fits, EPERM as a rule",
    )
}
