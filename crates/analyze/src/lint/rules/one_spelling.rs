//! Bits that the kernel does not read, in a rule that allows.

use super::prelude::*;
use crate::lint::registers::Argument;

pub(crate) static RULE: Rule = Rule {
    code: "ARG02",
    title: "only one spelling of a value is let through",
    severity: Severity::Warning,
    why: "What the kernel does not read of a register may hold anything: -1 as an `int` comes as \
          0x00000000ffffffff from one compiler and as 0xffffffffffffffff through syscall(2). A rule that allows a \
          value and compares the whole register lets one spelling through and refuses the other, and programs fail \
          for no reason.",
    not_when: "The value is not negative: then compilers clear the upper half, and it is a note. Nothing runs that \
               should not; that is ARG01.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == openat {
    A = hi32(dirfd)
    if A != 0 { return errno EPERM }
    A = lo32(dirfd)
    if A == AT_FDCWD { return allow }
    return errno EPERM
}
return errno ENOSYS",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == openat {
    A = lo32(dirfd)
    if A == AT_FDCWD { return allow }
    return errno EPERM
}
return errno ENOSYS",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        let (mut odd, mut first) = (Vec::new(), None);
        for (call, argument) in look.asked(&surface.calls) {
            if !argument.has_unread() {
                continue;
            }
            let [usual, unusual] = refused_spellings(look, &call, &argument)?;
            if let Some(witness) = look.example(&call, usual)? {
                let (name, of, read) = (call.name(), argument.arg.name, argument.read);
                let value = witness.args[argument.place as usize];
                look.find(Found {
                    severity: Severity::Warning,
                    abi: surface.abi,
                    message: format!(
                        "{name}: {of} {value:#x} is refused, and {:#x} runs; the kernel reads the lower {read} bits and \
                         takes them for the same",
                        other_spelling(value, read)
                    ),
                    calls: vec![name],
                    fix: format!("compare the lower {read} bits of {of} alone"),
                    witness,
                });
            } else if let Some(witness) = look.example(&call, unusual)? {
                odd.push(call.name());
                first.get_or_insert(witness);
            }
        }
        let Some(witness) = first else { return Ok(()) };
        odd.dedup();
        look.find(Found {
            severity: Severity::Note,
            abi: surface.abi,
            message: format!(
                "of {} the filter compares bits that the kernel does not read: values with one of them set are refused",
                listed(&odd)
            ),
            calls: odd,
            fix: "compare the bits that the kernel reads alone".into(),
            witness,
        });
        Ok(())
    })
}

/// The value as the other of the two usual spellings has it.
fn other_spelling(value: u64, read: u32) -> u64 {
    let low = value & ((1 << read) - 1);
    if low == value { value | u64::MAX << read } else { low }
}

/// The values that are refused though the same value runs in a usual spelling: in the other usual one, and in any.
fn refused_spellings(look: &mut Look<'_>, call: &Call, argument: &Argument) -> Bounded<[Ref; 2]> {
    let possible = look.possible(call.sysno.abi)?;
    let split = look.split(call.decision)?;
    let unread = |level| argument.is_unread(level);
    let d = look.d();
    let spelled = argument.spelled(d)?;
    let odd = d.not(spelled)?;
    let runs = d.and(split.runs, spelled)?;
    let runs = d.and(runs, possible)?;
    let runs = d.exists(runs, &unread, &mut Known::default())?;
    let refused = d.and(split.stops, runs)?;
    let refused = d.and(refused, possible)?;
    // Where an odd spelling runs, it is the refusal that is evaded.
    let evaded = d.and(split.runs, odd)?;
    let evaded = d.exists(evaded, &unread, &mut Known::default())?;
    let not_evaded = d.not(evaded)?;
    let refused = d.and(refused, not_evaded)?;
    Ok([d.and(refused, spelled)?, refused])
}
