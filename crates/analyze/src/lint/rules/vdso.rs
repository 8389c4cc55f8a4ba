//! Calls that never reach the kernel.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "ACT10",
    title: "a call is refused that programs make without the kernel",
    severity: Severity::Note,
    why: "clock_gettime, gettimeofday, time, clock_getres and getcpu are answered by the vDSO, code that the kernel maps \
          into every program: as a rule no system call is made, and no filter is asked. Refusing them hides no clock.",
    not_when: "The vDSO has to ask the kernel: some clocks, and machines whose clock source it cannot read. That they are \
               refused for no other reason than that nothing is said of them is not found.",
    triggering: Example::Policy(
        "callgate = 1\n[syscalls]\ndefault = 'allow'\nerrno.EPERM = ['clock_gettime']\n",
    ),
    clean: Example::Policy("callgate = 1\n[syscalls]\ndefault = 'allow'\nerrno.EPERM = ['clock_settime']\n"),
    check,
};

const CALLS: [&str; 6] =
    ["clock_gettime", "clock_gettime64", "gettimeofday", "time", "clock_getres", "getcpu"];

fn check(look: &mut Look<'_>) -> Bounded<()> {
    let mut refused = Vec::new();
    look.each_surface(|look, surface| {
        for call in CALLS.iter().filter_map(|name| surface.call(name)) {
            if look.is_refused(&call) && look.denied(surface, &call, Ref::TRUE)?.is_some() {
                refused.extend(look.example(&call, Ref::TRUE)?.map(|data| (call, data)));
            }
        }
        Ok(())
    })?;
    look.find_all(
        Severity::Note,
        &refused,
        |names| {
            let are = verb(names.len(), "is", "are");
            format!("{} {are} refused, but the vDSO answers without a call", listed(names))
        },
        "let them run; time cannot be hidden by a filter (a time namespace can shift it)",
    );
    Ok(())
}
