//! Numbers are read without asking whose they are.

use super::compat_looser::evading;
use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "ABI01",
    title: "the architecture is not checked",
    severity: Severity::Error,
    why: "A call's number means something only together with the ABI it is made by. A process of x86-64 can make \
          calls of i386 at any time (`int 0x80`), and there 11 is execve, which on x86-64 is munmap. A filter that \
          compares numbers before it has compared `arch` refuses some calls of the other ABI by chance and lets \
          others run that it means to refuse.",
    not_when: "The kernel runs one ABI only (built without the 32-bit one). It is not found where no call that the \
               main ABI is refused can be had by another one: MIPS, whose ABIs have numbers of their own ranges.",
    triggering: Example::Filter(
        ".abi x86_64
A = nr
if A == execve { return kill }
if A == execveat { return kill }
return allow",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == execve { return kill }
if A == execveat { return kill }
return allow",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    for kernel in look.kernels().iter() {
        let main = &kernel.main;
        for other in kernel.others.iter().filter(|other| other.borrowed) {
            for call in main.notable_first() {
                let Some(same) = call.sysno.name().and_then(|name| other.call(name)) else { continue };
                let Some(witness) = evading(look, &call, &same)? else { continue };
                let (name, ours, theirs) = (call.name(), main.abi, other.abi);
                look.find(Found {
                    severity: Severity::Error,
                    abi: theirs,
                    message: format!(
                        "the architecture is not checked: calls of {theirs} are judged by the numbers of {ours}, and \
                         {name}, restricted there, runs as number {} of {theirs}",
                        same.sysno.nr
                    ),
                    calls: vec![name],
                    fix: format!("load `arch` first, and refuse what is not {ours}"),
                    witness,
                });
                break;
            }
        }
    }
    Ok(())
}
