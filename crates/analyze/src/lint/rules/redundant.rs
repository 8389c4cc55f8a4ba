//! Tests whose outcome is known.

use super::prelude::*;
use crate::lint::report::Passed;

pub(crate) static RULE: Rule = Rule {
    code: "STR03",
    title: "tests that always come out the same",
    severity: Severity::Note,
    why: "Whoever gets to such a test was asked the same before, or something that decides it. It costs time on every call \
          that passes, and often shows that another test was meant.",
    not_when: "The code was generated. Compilers of filters repeat the test for x32's bit, for one.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A & 0x40000000 { return kill }
if A == ptrace { return kill }
return allow",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == ptrace { return kill }
return allow",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    let several = look.stack().len() > 1;
    for (place, program) in look.programs() {
        let of = if several { format!(" of filter {}", place + 1) } else { String::new() };
        let ways = look.ways(place, program)?;
        let mut idle = Vec::new();
        for (at, insn) in program.insns().iter().enumerate() {
            // Neither is known where a test was not followed; `ways.unknown` says so.
            let decided = !(ways.passes[at].holds && ways.passes[at].fails) || insn.jt == insn.jf;
            if insn.is_conditional_jump() && !ways.reach[at].is_empty() && decided {
                idle.push(at);
            }
        }
        let Some(first) = idle.first() else { continue };
        if let Some(reason) = ways.unknown {
            look.undecided(reason);
            continue;
        }
        let reached = ways.reach[*first].condition(look.d())?;
        let Some(witness) = look.example_of(reached)? else { continue };
        let abi = look.kernels()[0].main.abi;
        let found = Found {
            severity: Severity::Note,
            abi,
            calls: Vec::new(),
            message: format!(
                "{} {}{of} always {} out the same",
                verb(idle.len(), "the test at", "the tests at"),
                ranges(&idle),
                verb(idle.len(), "comes", "come")
            ),
            fix: "delete it, or see which test was meant".into(),
            witness,
        };
        look.find_at(found, Some(Passed { filter: place, instruction: *first }));
    }
    Ok(())
}
