//! Calls that reach into other processes.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "RCH02",
    title: "calls that reach into other processes run",
    severity: Severity::Note,
    why: "process_vm_readv and process_vm_writev read and write the memory of other processes, pidfd_getfd takes their \
          descriptors, process_madvise tells the kernel to throw their pages out, and kcmp tells kernel addresses apart. All \
          go where ptrace goes, and are forgotten in lists that refuse ptrace.",
    not_when: "Nothing that is worth more runs as the same user, or ptrace_scope keeps them apart. A filter that \
               lets run what it does not name, and names less than 20 calls, has another purpose, and is not found: \
               ACT01 says what runs.",
    triggering: Example::Policy(
        "callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read', 'process_vm_readv']\n",
    ),
    clean: Example::Policy("callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read', 'readv']\n"),
    check,
};

const CALLS: [&str; 5] = ["process_vm_writev", "process_vm_readv", "pidfd_getfd", "process_madvise", "kcmp"];

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.find_running(
        &CALLS,
        "other processes of the same user are within reach",
        "refuse what the program does not need",
    )
}
