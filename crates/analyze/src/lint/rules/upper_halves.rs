//! Upper halves of registers that have none.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "ABI08",
    title: "an upper half is compared on a 32-bit ABI, where it is always 0",
    severity: Severity::Warning,
    why: "On a 32-bit ABI the kernel shows arguments with an upper half of 0, negative ones too: -1 is \
          0x00000000ffffffff. A rule that asks for another upper half, such as a 64-bit comparison with -1, never \
          takes effect there.",
    not_when: "The rule is meant for the 64-bit ABI alone and shared by both lists. That an upper half is asked to be \
               0 is not found: it costs instructions, and changes nothing.",
    triggering: Example::Filter(
        ".abi i386
A = arch
if A != i386 { return kill }
A = nr
if A == setuid32 {
    A = hi32(uid)
    if A == 0xffffffff { return errno EPERM }
}
return allow",
    ),
    clean: Example::Filter(
        ".abi i386
A = arch
if A != i386 { return kill }
A = nr
if A == setuid32 {
    A = lo32(uid)
    if A == 0xffffffff { return errno EPERM }
}
return allow",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        if surface.abi.register_bits() == 64 {
            return Ok(());
        }
        for (call, argument) in look.asked(&surface.calls) {
            let upper = argument.upper();
            if !look.d().looks_at(call.decision, upper.clone()) {
                continue;
            }
            // A single upper half other than 0 that leads elsewhere than others do.
            let mut wanted = None;
            for from in look.d().exits(call.decision, upper.start) {
                for to in look.d().exits(from, upper.end) {
                    let halves = look.d().leading_to(from, upper.end, to)?;
                    if look.d().count(halves, upper.start, 32) == 1
                        && look.d().follow(from, upper.start, 32, 0) != to
                        && let Some(ones) = look.d().first_path(halves)
                    {
                        wanted = Some(
                            ones.iter().fold(0u32, |half, level| half | 1 << (31 - (level - upper.start))),
                        );
                    }
                }
            }
            let (Some(half), Some(witness)) = (wanted, look.example(&call, Ref::TRUE)?) else { continue };
            let (name, of) = (call.name(), argument.arg.name);
            look.find(Found {
                severity: Severity::Warning,
                abi: surface.abi,
                message: format!(
                    "{name}: a rule asks whether the upper half of {of} is {half:#x}; it is always 0"
                ),
                calls: vec![name],
                fix: "compare the lower half alone on this ABI".into(),
                witness,
            });
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::walk;
    use callgate_abi::Endian;

    #[test]
    fn a_half_stands_where_the_byte_order_has_it() {
        let sysno = callgate_abi::Sysno::from_name(Abi::S390, "setuid32").unwrap();
        let argument = crate::lint::registers::arguments(sysno)[0];
        assert_eq!((Abi::S390.endian(), argument.upper().start), (Endian::Big, walk::REGISTERS + 32));
    }
}
