//! What one ABI may do and the other is refused.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "ABI06",
    title: "the 32-bit ABI is stricter than the 64-bit one",
    severity: Severity::Note,
    why: "The filter has a list of its own for 32-bit calls, and some are missing from it that 64-bit programs may \
          make. A 32-bit program fails where a 64-bit one works; nothing is the safer for it, since the 64-bit \
          call runs.",
    not_when: "No 32-bit program is run, and the list is meant to be short.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A == i386 {
    A = nr
    if A == i386.read { return allow }
    return kill
}
if A != x86_64 { return kill }
A = nr
if A == read { return allow }
if A == write { return allow }
return kill",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A == i386 {
    A = nr
    if A == i386.read { return allow }
    if A == i386.write { return allow }
    return kill
}
if A != x86_64 { return kill }
A = nr
if A == read { return allow }
if A == write { return allow }
return kill",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    for kernel in look.kernels().iter().filter(|kernel| kernel.main.is_active()) {
        for other in kernel.others.iter().filter(|other| other.is_active() && other.abi != Abi::X32) {
            let (mut names, mut witness) = (Vec::new(), None);
            for call in &kernel.main.calls {
                let Some(same) = call.sysno.name().and_then(|name| other.call(name)) else { continue };
                let runs = look.split(call.decision)?.runs == Ref::TRUE;
                if runs && look.is_refused(&same) {
                    names.push(call.name());
                    witness = witness.or(look.example(&same, Ref::TRUE)?);
                }
            }
            let Some(witness) = witness else { continue };
            let (ours, theirs) = (kernel.main.abi, other.abi);
            look.find(Found {
                severity: Severity::Note,
                abi: theirs,
                message: format!("{theirs} is refused what {ours} may do: {}", listed(&names)),
                calls: names,
                fix: format!("give {theirs} the same list, or refuse it altogether"),
                witness,
            });
        }
    }
    Ok(())
}
