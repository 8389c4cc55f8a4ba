//! Negative numbers taken for large ones.

use super::prelude::*;
use crate::diagram::walk;
use callgate_abi::ArgKind;

pub(crate) static RULE: Rule = Rule {
    code: "ARG05",
    title: "a signed value is compared as an unsigned one",
    severity: Severity::Warning,
    why: "BPF compares without signs. `pid > 1` lets -1 through, which is every process; `dirfd >= 3` lets AT_FDCWD \
          (-100) through, which is the current folder; a priority of at least 5 lets -20 through.",
    not_when: "Negative values are refused by another test, or mean nothing: descriptors and arguments that are \
               constants by name (socket's domain) are left out. A range that excludes negative values is not found, \
               since it refuses more and not less.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == kill {
    A = lo32(pid)
    if A > 1 { return allow }
    return errno EPERM
}
return errno ENOSYS",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == kill {
    A = lo32(pid)
    if A > 0x7fffffff { return errno EPERM }
    if A > 1 { return allow }
    return errno EPERM
}
return errno ENOSYS",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        for (call, argument) in look.asked(&surface.calls) {
            let kind = argument.arg.kind;
            let constants = argument.arg.flags.is_some() && kind != ArgKind::DirFd;
            if !kind.signed() || matches!(kind, ArgKind::Fd | ArgKind::Signal) || constants {
                continue;
            }
            let runs = look.split(call.decision)?.runs;
            let first = walk::register(argument.place);
            // As 32 bits, whatever the upper half is.
            let narrow = argument.read == 32;
            let upper = argument.upper();
            let runs = if narrow {
                look.d().exists(runs, &|level| upper.contains(&level), &mut Known::default())?
            } else {
                runs
            };
            for set in argument.sets(look.d(), runs)? {
                let (level, bits) = if narrow { (first + 32, 32) } else { (first, 64) };
                let Some(limit) = least_of_all_above(look, set, level, bits) else { continue };
                let negative = look.d().bit(argument.level(bits - 1))?;
                let Some(witness) = look.running(&call, negative)? else { continue };
                let (name, of) = (call.name(), argument.arg.name);
                let value = witness.args[argument.place as usize];
                let value = if narrow { i64::from(value as u32 as i32) } else { value as i64 };
                look.find(Found {
                    severity: Severity::Warning,
                    abi: surface.abi,
                    message: format!("{name}: {of} of {limit} and more is let through, and {value} with it"),
                    calls: vec![name],
                    fix: format!("refuse negative values of {of} first: those with the highest bit"),
                    witness,
                });
                break;
            }
        }
        Ok(())
    })
}

/// The least number of a set that is all numbers from there on as unsigned ones: a positive one, and not such that
/// only 0 is left out, which is a test for that.
fn least_of_all_above(look: &mut Look<'_>, set: Ref, level: u32, bits: u32) -> Option<u64> {
    let intervals = look.d().intervals(set, level, bits, 2)?;
    let [below, above] = &intervals[..] else { return None };
    let positive = above.first >> (bits - 1) == 0;
    (below.to == Ref::FALSE && positive && above.first >= 2).then_some(above.first)
}
