//! Trust in where a call comes from.

use super::prelude::*;
use crate::diagram::walk;

pub(crate) static RULE: Rule = Rule {
    code: "ARG09",
    title: "the instruction pointer is trusted",
    severity: Severity::Warning,
    why: "The address that a call comes from is under the control of whoever controls the program: code that was taken \
          over jumps to a `syscall` instruction that is trusted, with registers of its choice. Address randomisation \
          only hides where that is.",
    not_when: "The filter sends calls from elsewhere to a handler for another reason than safety, as emulators and \
               record-and-replay debuggers do.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = hi32(ip)
if A == 0x7fff { return allow }
A = nr
if A == ptrace { return errno EPERM }
return allow",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == ptrace { return errno EPERM }
return allow",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        let ip = walk::register(walk::IP)..walk::register(walk::IP) + 64;
        let (mut names, mut witness) = (Vec::new(), None);
        let calls = surface.notable_first().into_iter().chain([surface.next]);
        for call in calls.filter(|call| !call.decision.is_leaf()) {
            let split = look.split(call.decision)?;
            if !look.d().looks_at(split.runs, ip.clone()) || names.contains(&call.name()) {
                continue;
            }
            let stops = look.d().exists(split.stops, &|level| ip.contains(&level), &mut Known::default())?;
            let Some(data) = look.running(&call, stops)? else { continue };
            names.push(call.name());
            witness.get_or_insert(data);
        }
        let Some(witness) = witness else { return Ok(()) };
        look.find(Found {
            severity: Severity::Warning,
            abi: surface.abi,
            message: format!(
                "whether {} {} depends on the address it is called from",
                listed(&names),
                verb(names.len(), "runs", "run")
            ),
            calls: names,
            fix: "decide by the call and its arguments".into(),
            witness,
        });
        Ok(())
    })
}
