//! The action log.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "ACT09",
    title: "calls are logged, and run",
    severity: Severity::Note,
    why: "`log` writes a line to the audit log and lets the call run. It is meant for trying a filter out: nothing is \
          refused by it.",
    not_when: "The filter is being tried out, or the log is what is wanted.",
    triggering: Example::Policy(
        "callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read']\nlog = ['openat']\n",
    ),
    clean: Example::Policy("callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read', 'openat']\n"),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.find_action(
        |action| action == Action::Log,
        Severity::Note,
        "is logged, and runs",
        "are logged, and run",
        "refuse what is not wanted once the filter has been tried out",
    )
}
