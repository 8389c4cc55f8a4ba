//! An order of two halves that is no order.

use super::prelude::*;
use crate::diagram::walk;

pub(crate) static RULE: Rule = Rule {
    code: "ARG04",
    title: "the halves of a 64-bit value are compared in the wrong order",
    severity: Severity::Warning,
    why: "`a > b` on 64 bits is `hi(a) > hi(b)`, or `hi(a) == hi(b)` and `lo(a) > lo(b)`. Filters that ask for the \
          lower half whatever the upper one is, or for `hi(a) >= hi(b)` and `lo(a) >= lo(b)`, let values through \
          between those that they refuse.",
    not_when: "Values are listed one by one, or tested by masks: what is looked for is one limit of the lower half that \
               holds for several upper halves in a row, but not for all.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == ftruncate {
    A = hi32(length)
    if A > 2 { return errno EFBIG }
    A = lo32(length)
    if A > 0x1000 { return errno EFBIG }
}
return allow",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == ftruncate {
    A = hi32(length)
    if A > 2 { return errno EFBIG }
    if A == 2 {
        A = lo32(length)
        if A > 0x1000 { return errno EFBIG }
    }
}
return allow",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        for (call, argument) in look.asked(&surface.calls) {
            if argument.read != 64 {
                continue;
            }
            let runs = look.split(call.decision)?.runs;
            for set in argument.sets(look.d(), runs)? {
                let Some([runs, refused]) = out_of_order(look, set, argument.place)? else { continue };
                let value = argument.is(look.d(), runs)?;
                let Some(witness) = look.running(&call, value)? else { continue };
                let (name, of) = (call.name(), argument.arg.name);
                look.find(Found {
                    severity: Severity::Warning,
                    abi: surface.abi,
                    message: format!(
                        "{name}: {of} {runs:#x} runs and {refused:#x} is refused: one limit of the lower half holds for \
                         several upper halves"
                    ),
                    calls: vec![name],
                    fix: format!("compare the lower half of {of} only where the upper half equals the limit's"),
                    witness,
                });
                break;
            }
        }
        Ok(())
    })
}

/// A value that runs and one that is refused, out of order, by a limit of the lower half that holds for an interval of
/// upper halves, but not for all.
fn out_of_order(look: &mut Look<'_>, set: Ref, place: u32) -> Bounded<Option<[u64; 2]>> {
    let first = walk::register(place);
    let d = look.d();
    for below in d.exits(set, first + 32) {
        if below.is_leaf() {
            continue;
        }
        let above = d.leading_to(set, first + 32, below)?;
        if above == Ref::TRUE {
            continue;
        }
        let upper = d.intervals(above, first, 32, 3).unwrap_or_default();
        let mut upper = upper.into_iter().filter(|part| part.to == Ref::TRUE);
        let (Some(upper), None) = (upper.next(), upper.next()) else { continue };
        if upper.first == upper.last {
            continue;
        }
        if let Some([small, large]) = d.intervals(below, first + 32, 32, 2).as_deref() {
            let (low, high) = (upper.first << 32, (upper.first + 1) << 32);
            // Of the small ones that run the larger, of the large ones the smaller.
            return Ok(Some(if small.to == Ref::TRUE {
                [high | small.first, low | large.first]
            } else {
                [low | large.first, high | small.first]
            }));
        }
    }
    Ok(None)
}
