//! The end of one thread.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "ACT04",
    title: "one thread of several is killed",
    severity: Severity::Warning,
    why: "`kill-thread` (SECCOMP_RET_KILL of old) ends the thread that made the call and no other. The rest of the program \
          goes on, with locks that nobody gives back; whoever took it over goes on too, and tries again from another \
          thread.",
    not_when: "The program has no threads. Where the filter refuses to make any, it is not found.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == ptrace { return kill-thread }
return allow",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == read { return allow }
if A == write { return allow }
if A == exit { return allow }
return kill-thread",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        let mut threads = Vec::new();
        for (name, needs) in [("clone", &[Need::Has("flags", "CLONE_THREAD")][..]), ("clone3", &[])] {
            let Some(call) = surface.call(name) else { continue };
            let Some(condition) = look.needed(call.sysno, needs)? else { continue };
            if look.running(&call, condition)?.is_some() {
                threads.push(name);
            }
        }
        if threads.is_empty() {
            return Ok(());
        }
        look.find_action_on(
            surface,
            |action| action == Action::KillThread,
            Severity::Warning,
            [
                "ends one thread, and the program can have several",
                "end one thread, and the program can have several",
            ],
            "kill the process (`kill`, since Linux 4.14)",
        )
    })
}
