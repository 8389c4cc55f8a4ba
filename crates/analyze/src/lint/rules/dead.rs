//! Instructions that nothing executes.

use super::prelude::*;
use crate::lint::report::Passed;

pub(crate) static RULE: Rule = Rule {
    code: "STR02",
    title: "instructions that no call reaches",
    severity: Severity::Note,
    why: "No call there is gets to these instructions: a rule is shadowed by one before it, or code was left over. What \
          was meant by it does not happen.",
    not_when: "The code was generated for several machines at once. It costs nothing but room.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A < 100 goto ok
if A == ptrace { return kill }
if A == read { return errno EPERM }
ok: return allow",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == read { return errno EPERM }
if A < 100 goto ok
if A == ptrace { return kill }
ok: return allow",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    let several = look.stack().len() > 1;
    for (place, program) in look.programs() {
        let of = if several { format!(" of filter {}", place + 1) } else { String::new() };
        let ways = look.ways(place, program)?;
        let dead: Vec<usize> = (0..program.len()).filter(|at| ways.reach[*at].is_empty()).collect();
        let Some(first) = dead.first() else { continue };
        if let Some(reason) = ways.unknown {
            look.undecided(reason);
            continue;
        }
        // The first instruction of a filter is always executed.
        let before = (0..*first).rev().find(|at| !ways.reach[*at].is_empty()).unwrap_or(0);
        let reached = ways.reach[before].condition(look.d())?;
        let Some(witness) = look.example_of(reached)? else { continue };
        let abi = look.kernels()[0].main.abi;
        let found = Found {
            severity: Severity::Note,
            abi,
            calls: Vec::new(),
            message: format!(
                "no call reaches {} {}{of}: {before}, the last one that is reached before, leads elsewhere",
                verb(dead.len(), "instruction", "instructions"),
                ranges(&dead)
            ),
            fix: "delete it, or move the rule that it belongs to before the one that takes its calls".into(),
            witness,
        };
        look.find_at(found, Some(Passed { filter: place, instruction: before }));
    }
    Ok(())
}
