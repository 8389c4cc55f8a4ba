//! The lower half of a value of 64 bits.

use super::prelude::*;
use callgate_abi::constants::{SetKind, flag_set};

pub(crate) static RULE: Rule = Rule {
    code: "ARG03",
    title: "only the lower half of a 64-bit value is compared",
    severity: Severity::Warning,
    why: "A size, an offset or another value of 64 bits is compared by its lower half. 0x1_0000_0000 is then as good as \
          0: a limit is passed by who sets a bit of the upper half, and a value that is allowed stands for four \
          thousand million others.",
    not_when: "Bits of the lower half are tested, such as flags: what the rule looks for is that bit 31 decides and no bit \
               above it does. fcntl's third argument is left out, since the kernel takes it for an int. Pointers are \
               ARG07's.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == write {
    A = lo32(count)
    if A > 4096 { return errno EPERM }
    return allow
}
return errno ENOSYS",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == write {
    A = hi32(count)
    if A != 0 { return errno EPERM }
    A = lo32(count)
    if A > 4096 { return errno EPERM }
    return allow
}
return errno ENOSYS",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        if surface.abi.register_bits() != 64 {
            return Ok(());
        }
        for (call, argument) in look.asked(&surface.calls) {
            let name = call.name();
            let flags = argument.arg.flags.and_then(flag_set);
            let flags = flags.is_some_and(|set| matches!(set.kind, SetKind::Flags { .. }));
            if argument.read != 64 || argument.arg.kind.is_pointer() || flags || name == "fcntl" {
                continue;
            }
            let runs = look.split(call.decision)?.runs;
            let (sign, above) = (argument.level(31), argument.level(32));
            let d = look.d();
            if !d.looks_at(runs, sign..sign + 1) || d.looks_at(runs, argument.upper()) {
                continue;
            }
            let large = d.bit(above)?;
            let Some(witness) = look.running(&call, large)? else { continue };
            let of = argument.arg.name;
            look.find(Found {
                severity: Severity::Warning,
                abi: surface.abi,
                message: format!(
                    "{name}: {of} has 64 bits, and the filter compares the lower 32: {:#x} runs as {:#x} does",
                    witness.args[argument.place as usize],
                    witness.args[argument.place as usize] as u32
                ),
                calls: vec![name],
                fix: format!("compare the upper half of {of} too"),
                witness,
            });
        }
        Ok(())
    })
}
