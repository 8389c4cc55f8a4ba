//! What one ABI is refused and the other may do.

use super::prelude::*;
use callgate_abi::{Sysno, signature_on};

pub(crate) static RULE: Rule = Rule {
    code: "ABI05",
    title: "the 32-bit ABI is looser than the 64-bit one",
    severity: Severity::Warning,
    why: "A 64-bit process can make 32-bit calls (`int 0x80` on x86). What the filter refuses to the one ABI and lets \
          the other do is not refused.",
    not_when: "The 64-bit call is refused only because nothing is said of it, and its twin is wanted by 32-bit \
               programs alone: then it is a note. Conditions on arguments are compared where both ABIs have the same \
               arguments in the same places, and not else (mmap of i386 has them in memory).",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A == i386 {
    A = nr
    if A == i386.swapon { return errno EPERM }
    return allow
}
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == swapon { return errno EPERM }
if A == ptrace { return errno EPERM }
return allow",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A == i386 {
    A = nr
    if A == i386.swapon { return errno EPERM }
    if A == i386.ptrace { return errno EPERM }
    return allow
}
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == swapon { return errno EPERM }
if A == ptrace { return errno EPERM }
return allow",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    for kernel in look.kernels().iter().filter(|kernel| kernel.main.is_active()) {
        for other in kernel.others.iter().filter(|other| other.is_active() && other.abi != Abi::X32) {
            compare(look, &kernel.main, other)?;
        }
    }
    Ok(())
}

fn compare(look: &mut Look<'_>, main: &Surface, other: &Surface) -> Bounded<()> {
    let (mut meant, mut unsaid): (Vec<(String, SeccompData)>, Vec<_>) = (Vec::new(), Vec::new());
    for call in main.notable_first() {
        let Some(same) = call.sysno.name().and_then(|name| other.call(name)) else { continue };
        let name = call.name();
        if meant.iter().chain(&unsaid).any(|(known, _)| *known == name) {
            continue;
        }
        let Some(witness) = evading(look, &call, &same)? else { continue };
        if !look.is_refused(&call) || look.denied(main, &call, Ref::TRUE)?.is_some() {
            meant.push((name, witness));
        } else {
            unsaid.push((name, witness));
        }
    }
    for (severity, found) in [(Severity::Warning, meant), (Severity::Note, unsaid)] {
        let Some((_, witness)) = found.first() else { continue };
        let witness = *witness;
        let names: Vec<String> = found.into_iter().map(|(name, _)| name).collect();
        let (ours, theirs) = (main.abi, other.abi);
        look.find(Found {
            severity,
            abi: theirs,
            message: format!("{theirs} may do what {ours} is refused: {}", listed(&names)),
            calls: names,
            fix: format!("restrict {theirs} as {ours}, or refuse it altogether"),
            witness,
        });
    }
    Ok(())
}

/// What another ABI's call of the same name does though this ABI's is stopped: whatever its arguments if this one is
/// refused altogether or that one always runs; with arguments that stop this one if both have the same.
pub(crate) fn evading(look: &mut Look<'_>, stopped: &Call, same: &Call) -> Bounded<Option<SeccompData>> {
    let stops = look.split(stopped.decision)?.stops;
    if stops == Ref::FALSE {
        return Ok(None);
    }
    let free = look.split(same.decision)?.runs == Ref::TRUE;
    if look.is_refused(stopped) || free && !alike(stopped.sysno, same.sysno) {
        return look.running(same, Ref::TRUE);
    }
    if !alike(stopped.sysno, same.sysno) {
        return Ok(None);
    }
    // What is stopped for bits that do not count is ARG02's.
    let plain = look.plainly_spelled(stopped.sysno)?;
    let stops = look.d().and(stops, plain)?;
    look.running(same, stops)
}

/// Whether two calls take the same arguments in the same places.
fn alike(one: Sysno, two: Sysno) -> bool {
    let names = |call: Sysno| {
        let signature = call.name().and_then(|name| signature_on(call.abi, name));
        signature.map(|signature| signature.args.iter().map(|arg| arg.name).collect::<Vec<_>>())
    };
    names(one) == names(two)
}
