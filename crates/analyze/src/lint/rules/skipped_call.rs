//! Number −1, by which a tracer skips a call.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "ABI07",
    title: "number -1 ends the program, and no unknown number does",
    severity: Severity::Note,
    why: "A tracer (strace's fault injection, a debugger, gVisor) skips a call by making its number -1, and the filter \
          is asked about that. A guard against x32 such as `nr >= 0x40000000` catches -1 too: a tracer that skips a \
          call then ends the program.",
    not_when: "Nothing traces the program. Filters that end the program for every call they do not know treat -1 as \
               such a call, and are not found.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == ptrace { return errno EPERM }
return allow",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == 0xffffffff { return errno ENOSYS }
if A >= 0x40000000 { return kill }
if A == ptrace { return errno EPERM }
return allow",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        if surface.abi == Abi::X32 {
            return Ok(());
        }
        let skipped = look.call(surface.abi, u32::MAX);
        let ends = |action| matches!(action, Action::KillProcess | Action::KillThread | Action::Trap(_));
        let (Some(action), Some(unknown)) = (look.always(skipped.decision), look.always(surface.next.decision)) else {
            return Ok(());
        };
        if !ends(action) || ends(unknown) {
            return Ok(());
        }
        let Some(witness) = look.example(&skipped, Ref::TRUE)? else { return Ok(()) };
        look.find(Found {
            severity: Severity::Note,
            abi: surface.abi,
            calls: vec!["-1".into()],
            message: format!("number -1 gets {action}, unknown numbers {unknown}: a tracer that skips a call ends the program"),
            fix: "let -1 have what other unknown numbers get".into(),
            witness,
        });
        Ok(())
    })
}
