//! Bits that the kernel does not read, in a rule that refuses.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "ARG01",
    title: "a refusal looks at bits that the kernel ignores",
    severity: Severity::Error,
    why: "The kernel reads 32 bits of an `int`, 16 of a `mode_t`, and of the old user and group ids of 32-bit ABIs, and \
          throws the rest of the register away. A refusal that compares the whole register is evaded by setting one \
          of the other bits: the filter sees another value, the kernel the one that was to be refused. So \
          TIOCSTI came through Flatpak (CVE-2019-10063) and snapd (CVE-2019-7303).",
    not_when: "Never: the call shown runs, and the kernel takes it for the one that is refused. Spellings that the \
               compiler makes (the upper half 0, or all ones for a negative number) are no evasion, see ARG02.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == ioctl {
    A = hi32(request)
    if A != 0 { return allow }
    A = lo32(request)
    if A == TIOCSTI { return errno EPERM }
}
return allow",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == ioctl {
    A = lo32(request)
    if A == TIOCSTI { return errno EPERM }
}
return allow",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        for (call, argument) in look.asked(&surface.calls) {
            if !argument.has_unread() {
                continue;
            }
            let possible = look.possible(surface.abi)?;
            let split = look.split(call.decision)?;
            let d = look.d();
            let spelled = argument.spelled(d)?;
            let odd = d.not(spelled)?;
            let stops = d.and(split.stops, spelled)?;
            let stops = d.exists(stops, &|level| argument.is_unread(level), &mut Known::default())?;
            let evades = d.and(split.runs, odd)?;
            let evades = d.and(evades, stops)?;
            let evades = d.and(evades, possible)?;
            let Some(witness) = look.example(&call, evades)? else { continue };
            let (name, of, read) = (call.name(), argument.arg.name, argument.read);
            look.find(Found {
                severity: Severity::Error,
                abi: surface.abi,
                message: format!(
                    "{name}: the kernel reads the lower {read} bits of {of}, and the filter looks at others: with {of} \
                     {:#x} the call runs, and does what is refused with {:#x}",
                    witness.args[argument.place as usize],
                    witness.args[argument.place as usize] & ((1 << read) - 1)
                ),
                calls: vec![name],
                fix: format!(
                    "compare the lower {read} bits of {of} alone; with libseccomp, SCMP_CMP32 or a mask of {:#x}",
                    (1_u64 << read) - 1
                ),
                witness,
            });
        }
        Ok(())
    })
}
