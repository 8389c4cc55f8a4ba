//! An ABI that the filter leaves to itself.

use super::compat_looser::evading;
use super::prelude::*;
use crate::answer::Permission;

pub(crate) static RULE: Rule = Rule {
    code: "ABI02",
    title: "another ABI of the same kernel may do everything",
    severity: Severity::Error,
    why: "The filter restricts one ABI and lets every call of another run that the same kernel has. A 64-bit process \
          gets there with one instruction (`int 0x80` on x86), so that nothing is refused to whoever wants to get \
          around the filter.",
    not_when: "Another filter of the same process has the other ABI: systemd and firejail install one filter for \
               each. Lint the whole stack (`callgate lint a+b`), or the process (`pid:N`).",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return allow }
A = nr
if A >= 0x40000000 { return kill }
if A == ptrace { return errno EPERM }
return allow",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A == i386 {
    A = nr
    if A == i386.ptrace { return errno EPERM }
    return allow
}
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == ptrace { return errno EPERM }
return allow",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    for kernel in look.kernels().iter() {
        let open = |surface: &&Surface| surface.uniform == Some(Permission::Runs) && surface.abi != Abi::X32;
        for open in kernel.surfaces().filter(open) {
            let restricted = kernel.surfaces().filter(|surface| surface.is_active());
            for restricted in restricted.filter(|surface| surface.abi.audit_arch() != open.abi.audit_arch()) {
                let mut shown = None;
                for call in restricted.notable_first() {
                    let same = call.sysno.name().and_then(|name| open.call(name));
                    if let Some(same) = same
                        && let Some(witness) = evading(look, &call, &same)?
                    {
                        shown = Some((call.name(), witness));
                        break;
                    }
                }
                let Some((name, witness)) = shown else { continue };
                let abi = open.abi;
                look.find(Found {
                    severity: Severity::Error,
                    abi,
                    message: format!(
                        "every call of {abi} runs, {name} too, which {} may not freely do",
                        restricted.abi
                    ),
                    calls: vec![name],
                    fix: format!(
                        "refuse {abi}, or restrict it alike; if another filter does, lint them together"
                    ),
                    witness,
                });
                break;
            }
        }
    }
    Ok(())
}
