//! Arguments in memory beside a call whose arguments are checked.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "SIB13",
    title: "a call is let through by its arguments, and its newer form has them in memory",
    severity: Severity::Warning,
    why: "The filter lets a call run with some arguments and not with others, and lets a newer call run that does the same \
          with the arguments in a struct, which no filter can read: clone and clone3, openat and openat2, \
          sched_setscheduler and sched_setattr. What the condition refuses is had by the newer call.",
    not_when: "The condition is no restriction but a matter of taste. Let the newer call fail with ENOSYS: programs \
               fall back to the old one. With any other error they fail, see ACT05.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == sched_setscheduler {
    A = lo32(policy)
    if A == SCHED_FIFO { return errno EPERM }
    if A == SCHED_RR { return errno EPERM }
}
return allow",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == sched_setattr { return errno ENOSYS }
if A == sched_setscheduler {
    A = lo32(policy)
    if A == SCHED_FIFO { return errno EPERM }
    if A == SCHED_RR { return errno EPERM }
}
return allow",
    ),
    check,
};

/// The call that takes a struct, and those that do the same with registers.
pub(crate) const FORMS: [(&str, &[&str]); 4] = [
    ("clone3", &["clone"]),
    ("openat2", &["open", "openat"]),
    ("sched_setattr", &["sched_setscheduler"]),
    ("setxattrat", &["setxattr", "lsetxattr", "fsetxattr"]),
];

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        for (younger, older) in FORMS {
            let Some(call) = surface.call(younger) else { continue };
            let Some(witness) = look.running(&call, Ref::TRUE)? else { continue };
            let mut tied = Vec::new();
            for call in older.iter().filter_map(|name| surface.call(name)) {
                let split = look.split(call.decision)?;
                if split.runs != Ref::FALSE && split.stops != Ref::FALSE {
                    tied.push(call.name());
                }
            }
            // The rules on namespaces and on opening say it better.
            if tied.is_empty() || look.is_found("SIB", surface.abi, younger) {
                continue;
            }
            let missing = look.always(surface.default).is_some_and(says_missing);
            let how = if missing { "leave it out" } else { "let it fail with ENOSYS" };
            look.find(Found {
                severity: Severity::Warning,
                abi: surface.abi,
                message: format!(
                    "{} {} tied to arguments, and {younger}, whose arguments no filter sees, runs",
                    listed(&tied),
                    verb(tied.len(), "is", "are")
                ),
                calls: vec![younger.to_owned()],
                fix: format!("{how}: libraries then use {}", listed(older)),
                witness,
            });
        }
        Ok(())
    })
}
