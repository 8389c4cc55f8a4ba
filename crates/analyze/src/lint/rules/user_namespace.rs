//! New and other namespaces.

use super::prelude::*;
use crate::lint::gap::{Way, main_with, side};

pub(crate) static RULE: Rule = Rule {
    code: "SIB01",
    title: "one way into a user namespace is closed, another open",
    severity: Severity::Warning,
    why: "A user namespace gives its maker every capability inside, and with them the parts of the kernel that only \
          root could reach before. unshare, clone and clone3 make one; clone3 has its flags in memory, where no filter \
          sees them, which is how Flatpak's filter was passed (CVE-2021-41133).",
    not_when: "New user namespaces are switched off on the system (user.max_user_namespaces, \
               kernel.unprivileged_userns_clone). setns only enters a namespace that somebody made, and takes a \
               descriptor of it: that it is open beside the others is a note.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == unshare { return errno EPERM }
if A == clone {
    A = lo32(flags)
    if A & CLONE_NEWUSER { return errno EPERM }
}
return allow",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == unshare { return errno EPERM }
if A == setns { return errno EPERM }
if A == clone3 { return errno ENOSYS }
if A == clone {
    A = lo32(flags)
    if A & CLONE_NEWUSER { return errno EPERM }
}
return allow",
    ),
    check,
};

const MAKING: &[Way] = &[
    main_with("unshare", &[Need::Has("flags", "CLONE_NEWUSER")]),
    main_with("clone", &[Need::Has("flags", "CLONE_NEWUSER")]),
    side("clone3"),
];

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.find_gaps(
        "new user namespaces",
        MAKING,
        "refuse CLONE_NEWUSER to clone and unshare, and let clone3 fail with ENOSYS: libraries then use clone",
    )?;
    look.each_surface(|look, surface| {
        let Some(setns) = surface.call("setns") else { return Ok(()) };
        let mut witness = None;
        for need in [Need::Has("nstype", "CLONE_NEWUSER"), Need::Value("nstype", 0)] {
            let Some(condition) = look.needed(setns.sysno, &[need])? else { continue };
            witness = witness.or(look.running(&setns, condition)?);
        }
        let mut closed = Vec::new();
        for way in MAKING {
            let Some(call) = surface.call(way.call) else { continue };
            let Some(condition) = look.needed(call.sysno, way.needs)? else { continue };
            if way.main && look.denied(surface, &call, condition)?.is_some() {
                closed.push(call.name());
            }
        }
        let (Some(witness), false) = (witness, closed.is_empty()) else { return Ok(()) };
        look.find(Found {
            severity: Severity::Note,
            abi: surface.abi,
            message: format!("no user namespace is made by {}, but setns enters one", listed(&closed)),
            calls: vec!["setns".into()],
            fix: "refuse setns, or CLONE_NEWUSER and 0 as its nstype".into(),
            witness,
        });
        Ok(())
    })
}
