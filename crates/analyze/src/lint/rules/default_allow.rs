//! What the filter does not name.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "ACT01",
    title: "what is not named runs",
    severity: Severity::Note,
    why: "The filter lists what is refused, and everything else runs: calls that nobody thought of, and those that coming \
          kernels bring. A list of what runs fails loudly when it is incomplete, a list of what is refused silently.",
    not_when: "The filter has one small purpose, such as systemd's for ProtectHostname, or stands beside one that lists \
               what runs. A policy without [syscalls] is not found: it speaks of files and addresses.",
    triggering: Example::Policy("callgate = 1\n[syscalls]\ndefault = 'allow'\nkill = ['ptrace']\n"),
    clean: Example::Policy(
        "callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read', 'write', 'exit_group']\n",
    ),
    check,
};

/// Calls that show best what that means.
const DANGEROUS: [&str; 12] = [
    "init_module",
    "kexec_load",
    "bpf",
    "ptrace",
    "process_vm_writev",
    "perf_event_open",
    "userfaultfd",
    "keyctl",
    "mount",
    "unshare",
    "execve",
    "socket",
];

fn check(look: &mut Look<'_>) -> Bounded<()> {
    if look.is_resource_policy() {
        return Ok(());
    }
    look.each_surface(|look, surface| {
        let Some(witness) = look.running(&surface.next, Ref::TRUE)? else { return Ok(()) };
        let unsaid = DANGEROUS.iter().filter_map(|name| surface.call(name));
        let unsaid: Vec<String> =
            unsaid.filter(|call| call.decision == surface.default).map(|call| call.name()).collect();
        let among =
            if unsaid.is_empty() { String::new() } else { format!(", {} among them", listed(&unsaid)) };
        look.find(Found {
            severity: Severity::Note,
            abi: surface.abi,
            message: format!(
                "calls that the filter does not name run{among}, and so will those of coming kernels"
            ),
            calls: Vec::new(),
            fix: "list what runs, and refuse the rest".into(),
            witness,
        });
        Ok(())
    })
}
