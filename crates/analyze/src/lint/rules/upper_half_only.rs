//! The half of a register that the kernel does not read.

use super::prelude::*;
use callgate_abi::Endian;

pub(crate) static RULE: Rule = Rule {
    code: "ARG06",
    title: "only the upper half of a 32-bit value is compared",
    severity: Severity::Error,
    why: "On big-endian machines an argument's lower half is its second word (byte 20 for the first argument), on \
          little-endian ones its first (byte 16). A filter written for the one compares the upper half on the other, \
          which the kernel does not read: the rule decides nothing, and whoever calls chooses the outcome.",
    not_when: "Never: the lower half, which is all that the kernel reads, does not matter to the filter.",
    triggering: Example::Filter(
        ".abi s390x
A = arch
if A != s390x { return kill }
A = nr
if A == socket {
    A = data[16]
    if A == AF_NETLINK { return errno EPERM }
}
return allow",
    ),
    clean: Example::Filter(
        ".abi s390x
A = arch
if A != s390x { return kill }
A = nr
if A == socket {
    A = lo32(domain)
    if A == AF_NETLINK { return errno EPERM }
}
return allow",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        if surface.abi.register_bits() != 64 {
            return Ok(());
        }
        for (call, argument) in look.asked(&surface.calls) {
            let split = look.split(call.decision)?;
            let looks = look.d().looks_at(split.runs, argument.upper());
            if argument.read > 32 || !looks || look.d().looks_at(split.runs, argument.lower()) {
                continue;
            }
            let stops = argument.for_some(look.d(), split.stops)?;
            let Some(witness) = look.running(&call, stops)? else { continue };
            let (name, of) = (call.name(), argument.arg.name);
            let place = match surface.abi.endian() {
                Endian::Big => "on big-endian machines it is the second word of an argument",
                Endian::Little => "on little-endian machines it is the first word of an argument",
            };
            look.find(Found {
                severity: Severity::Error,
                abi: surface.abi,
                message: format!(
                    "{name}: the filter compares the upper half of {of}, which the kernel does not read"
                ),
                calls: vec![name],
                fix: format!("compare the lower half of {of}; {place}"),
                witness,
            });
        }
        Ok(())
    })
}
