//! Large parts of the kernel that few programs need.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "RCH04",
    title: "bpf, perf_event_open, userfaultfd or the keyrings are within reach",
    severity: Severity::Note,
    why: "These calls open large parts of the kernel with a record of holes, and few programs need them: bpf loads programs \
          into the kernel, perf_event_open watches it, userfaultfd holds it up in the middle of a copy, which makes races \
          easy to win, and the keyrings hold keys of the user that other programs left there.",
    not_when: "The program is a profiler, a container's runtime, a virtual machine. bpf and perf_event_open ask for \
               capabilities on most systems (kernel.unprivileged_bpf_disabled, kernel.perf_event_paranoid). A \
               filter that lets run what it does not name, and names less than 20 calls, has another purpose, and \
               is not found: ACT01 says what runs.",
    triggering: Example::Policy(
        "callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read', 'userfaultfd']\n",
    ),
    clean: Example::Policy("callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read', 'write']\n"),
    check,
};

const CALLS: [&str; 6] = ["bpf", "perf_event_open", "userfaultfd", "keyctl", "add_key", "request_key"];

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.find_running(
        &CALLS,
        "large parts of the kernel that few programs need",
        "refuse what the program does not need",
    )
}
