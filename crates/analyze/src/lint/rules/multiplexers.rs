//! One number for many calls, with the arguments in memory.

use super::prelude::*;
use crate::lint::gap::Gap;
use crate::lint::kernel::Kernel;
use crate::reference::holds;
use callgate_policy::model::{Compare, Comparison, Width};

pub(crate) static RULE: Rule = Rule {
    code: "SIB10",
    title: "socketcall or ipc runs, and a call that it can make is refused",
    severity: Severity::Warning,
    why: "On i386, s390, m68k and others socketcall(2) makes every socket call and ipc(2) every call of System V IPC. The \
          arguments stand in memory: a filter sees which call it is and nothing else. A refusal of `socket` with \
          AF_VSOCK, for example, does not hold for a program that uses socketcall, and a 64-bit program of x86 \
          can.",
    not_when: "socketcall and ipc are tied to the calls that are let through whatever their arguments (by `call`, the \
               first argument): that is looked at.",
    triggering: Example::Filter(
        ".abi i386
A = arch
if A != i386 { return kill }
A = nr
if A == socket {
    A = lo32(domain)
    if A == AF_NETLINK { return errno EPERM }
}
return allow",
    ),
    clean: Example::Filter(
        ".abi i386
A = arch
if A != i386 { return kill }
A = nr
if A == socket {
    A = lo32(domain)
    if A == AF_NETLINK { return errno EPERM }
} else if A == socketcall {
    A = lo32(call)
    if A == 1 { return errno EPERM }
}
return allow",
    ),
    check,
};

/// Multiplexer, the number of a call in it, the call.
const CALLS: &[(&str, u64, &str)] = &[
    ("socketcall", 1, "socket"),
    ("socketcall", 2, "bind"),
    ("socketcall", 3, "connect"),
    ("socketcall", 4, "listen"),
    ("socketcall", 5, "accept"),
    ("socketcall", 8, "socketpair"),
    ("socketcall", 11, "sendto"),
    ("socketcall", 12, "recvfrom"),
    ("socketcall", 14, "setsockopt"),
    ("socketcall", 16, "sendmsg"),
    ("socketcall", 17, "recvmsg"),
    ("socketcall", 18, "accept4"),
    ("socketcall", 19, "recvmmsg"),
    ("socketcall", 20, "sendmmsg"),
    ("ipc", 1, "semop"),
    ("ipc", 2, "semget"),
    ("ipc", 3, "semctl"),
    ("ipc", 11, "msgsnd"),
    ("ipc", 12, "msgrcv"),
    ("ipc", 13, "msgget"),
    ("ipc", 14, "msgctl"),
    ("ipc", 21, "shmat"),
    ("ipc", 23, "shmget"),
    ("ipc", 24, "shmctl"),
];

fn check(look: &mut Look<'_>) -> Bounded<()> {
    let kernels = look.kernels();
    for kernel in kernels.iter() {
        for surface in kernel.surfaces().filter(|surface| surface.is_active()) {
            for multiplexer in ["socketcall", "ipc"] {
                if let Some(gap) = gap(look, kernel, surface, multiplexer)? {
                    let fix = format!(
                        "refuse {multiplexer}, or these calls of it by its first argument; C libraries use the direct \
                         calls since Linux 4.3 (socket) and 5.1 (System V IPC)"
                    );
                    look.find_gap(surface, &gap, &format!("what {multiplexer} can do"), &fix);
                }
            }
        }
    }
    Ok(())
}

/// The calls that this ABI or another one of the kernel is denied, wholly or by their arguments, and the multiplexer
/// that makes them.
fn gap(look: &mut Look<'_>, kernel: &Kernel, surface: &Surface, multiplexer: &str) -> Bounded<Option<Gap>> {
    let mut gap = Gap { closed: Vec::new(), open: Vec::new() };
    let Some(call) = surface.call(multiplexer) else { return Ok(None) };
    for (_, number, name) in CALLS.iter().filter(|(of, ..)| *of == multiplexer) {
        let condition = numbered(look, &call, *number)?;
        let Some(data) = look.running(&call, condition)? else { continue };
        for other in kernel.surfaces().filter(|other| other.is_active() && other.abi != Abi::X32) {
            let Some(direct) = other.call(name) else { continue };
            let stops = look.split(direct.decision)?.stops;
            let partly = stops != Ref::TRUE && stops != Ref::FALSE;
            if partly || look.denied(other, &direct, Ref::TRUE)?.is_some() {
                gap.closed.push(direct);
                if gap.open.is_empty() {
                    gap.open.push((call, data));
                }
                break;
            }
        }
    }
    Ok((!gap.closed.is_empty()).then_some(gap))
}

/// The condition that a multiplexer's first argument names a call; of ipc(2)'s the kernel takes the upper 16 bits
/// for a version.
fn numbered(look: &mut Look<'_>, call: &Call, value: u64) -> Bounded<Ref> {
    let mask = (call.sysno.name() == Some("ipc")).then_some(0xffff);
    let (width, op) = (Width::W32, Compare::Eq);
    let comparison = Comparison { arg: 0, width, signed: false, mask, op, value };
    holds(look.d(), call.sysno.abi.endian(), &comparison)
}
