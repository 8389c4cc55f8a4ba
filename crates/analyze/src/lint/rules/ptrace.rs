//! ptrace.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "RCH01",
    title: "ptrace runs",
    severity: Severity::Note,
    why: "ptrace reads and writes other processes of the same user, and makes them do what it likes: a process without \
          this filter is enough. Before Linux 4.8 a tracer could also exchange a call after the filter had looked at \
          it, so that ptrace undid the filter itself.",
    not_when: "The program is a debugger; or nothing that is worth more runs as the same user (Yama's ptrace_scope, \
               user namespaces and Landlock limit whom it reaches). A filter that lets run what it does not name, \
               and names less than 20 calls, has another purpose, and is not found: ACT01 says what runs.",
    triggering: Example::Policy(
        "callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read', 'write', 'ptrace']\n",
    ),
    clean: Example::Policy("callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read', 'write']\n"),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.find_running(
        &["ptrace"],
        "it takes over other processes of the same user",
        "refuse ptrace, unless the program debugs others",
    )
}
