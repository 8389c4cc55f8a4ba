//! The action notify.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "ACT03",
    title: "calls are handed to a listener",
    severity: Severity::Note,
    why: "`notify` hands a call to a listener. If that looks at memory and answers CONTINUE, nothing is enforced: another \
          thread changes the memory before the kernel reads it (seccomp_unotify(2) says so). It must perform the call \
          itself, or refuse it. Without a listener the call fails with ENOSYS.",
    not_when: "The listener performs calls itself, as callgate does (policies are not found for that), or decides by \
               registers alone.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == openat { return notify }
return allow",
    ),
    clean: Example::Policy(
        "callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read']\nnotify = ['openat']\n",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    if look.is_policy() {
        return Ok(());
    }
    look.find_action(
        |action| action == Action::UserNotif,
        Severity::Note,
        "is handed to a listener, and is safe only if that never answers CONTINUE after it looked at memory",
        "are handed to a listener, and are safe only if that never answers CONTINUE after it looked at memory",
        "have the listener perform the call on what it looked at, or refuse it",
    )
}
