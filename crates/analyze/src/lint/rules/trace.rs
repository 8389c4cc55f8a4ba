//! The action trace.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "ACT02",
    title: "calls are handed to a tracer",
    severity: Severity::Note,
    why: "`trace` asks a tracer that is attached with PTRACE_O_TRACESECCOMP. Without one the call fails with ENOSYS; with \
          one that is killed, the program goes on without being watched. A tracer that looks at memory and lets the call \
          go on can be deceived: another thread changes it in between.",
    not_when: "The program runs under its tracer, which ends it when it ends itself (PTRACE_O_EXITKILL), and decides by \
               registers or seals what it read.",
    triggering: Example::Policy(
        "callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read']\ntrace = ['openat']\n",
    ),
    clean: Example::Policy(
        "callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read']\nerrno.ENOSYS = ['openat']\n",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.find_action(
        |action| matches!(action, Action::Trace(_)),
        Severity::Note,
        "is handed to a tracer; without one it fails with ENOSYS",
        "are handed to a tracer; without one they fail with ENOSYS",
        "see that the program is always run under its tracer, or refuse the calls",
    )
}
