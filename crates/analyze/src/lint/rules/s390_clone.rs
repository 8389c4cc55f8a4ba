//! clone's arguments in another order.

use super::prelude::*;
use callgate_abi::Sysno;

pub(crate) static RULE: Rule = Rule {
    code: "ARG08",
    title: "clone's flags are looked for in its first argument on s390",
    severity: Severity::Error,
    why: "On s390 and s390x clone takes the stack first and the flags second. A filter that asks the first argument for \
          CLONE_NEWUSER there asks an address, so that new namespaces are refused or allowed by chance.",
    not_when: "Never: on these machines the first argument is the stack.",
    triggering: Example::Filter(
        ".abi s390x
A = arch
if A != s390x { return kill }
A = nr
if A == clone {
    A = lo32(args[0])
    if A & CLONE_NEWUSER { return errno EPERM }
}
return allow",
    ),
    clean: Example::Filter(
        ".abi s390x
A = arch
if A != s390x { return kill }
A = nr
if A == clone {
    A = lo32(flags)
    if A & CLONE_NEWUSER { return errno EPERM }
}
return allow",
    ),
    check,
};

/// Whether this is the place that clone's flags have on other machines.
pub(crate) fn is_flags_place(sysno: Sysno, place: u32) -> bool {
    matches!(sysno.abi, Abi::S390x | Abi::S390) && sysno.name() == Some("clone") && place == 0
}

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        let asked = look.asked(&surface.calls);
        for (call, argument) in &asked {
            let flags = asked.iter().any(|(other, second)| other == call && second.place == 1);
            if !is_flags_place(call.sysno, argument.place) || flags {
                continue;
            }
            let stops = look.split(call.decision)?.stops;
            let stops = argument.for_some(look.d(), stops)?;
            let Some(witness) = look.running(call, stops)? else { continue };
            look.find(Found {
                severity: Severity::Error,
                abi: surface.abi,
                calls: vec!["clone".into()],
                message: "clone: the filter looks for flags in the first argument, which is the stack here"
                    .into(),
                fix: "ask the second argument on s390 and s390x".into(),
                witness,
            });
        }
        Ok(())
    })
}
