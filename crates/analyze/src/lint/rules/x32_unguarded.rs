//! x32: the same architecture, other numbers.

use super::compat_looser::evading;
use super::prelude::*;
use crate::answer::Permission;

pub(crate) static RULE: Rule = Rule {
    code: "ABI03",
    title: "calls of x32 run that x86-64 is refused",
    severity: Severity::Warning,
    why: "x32 has x86-64's `arch` and sets bit 30 of the number. A filter that lists what is refused by x86-64's \
          numbers and does not ask for that bit lets the same calls run as `nr | 0x40000000`.",
    not_when: "The kernel is built without x32 (CONFIG_X86_X32_ABI), as many are, or has it switched off: then the \
               numbers are refused by the kernel itself.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == ptrace { return kill }
return allow",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == ptrace { return kill }
return allow",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    for kernel in look.kernels().iter().filter(|kernel| kernel.main.is_active()) {
        let Some(x32) = kernel.others.iter().find(|other| other.abi == Abi::X32) else { continue };
        let (mut names, mut witness) = (Vec::new(), None);
        for call in kernel.main.notable_first() {
            let Some(same) = call.sysno.name().and_then(|name| x32.call(name)) else { continue };
            if names.contains(&call.name()) {
                continue;
            }
            let Some(data) = evading(look, &call, &same)? else { continue };
            names.push(call.name());
            witness.get_or_insert(data);
        }
        let Some(witness) = witness else { continue };
        let every = if x32.uniform == Some(Permission::Runs) { "every call of x32 runs: " } else { "" };
        let message = format!(
            "{every}{} {} as x32 and {} restricted on x86_64",
            listed(&names),
            verb(names.len(), "runs", "run"),
            verb(names.len(), "is", "are")
        );
        look.find(Found {
            severity: Severity::Warning,
            abi: Abi::X32,
            calls: names,
            message,
            fix: "refuse numbers from 0x40000000 on, but for 0xffffffff".into(),
            witness,
        });
    }
    Ok(())
}
