//! Inside another supervisor's run. The kernel takes one listener a thread, and a notification outranks the stop that a
//! filter asks for; but a tracer that stops a thread at the entry of each call sees it before any filter does. So calls
//! that elsewhere come as notifications come to the supervisor from the tracer.

use crate::abilities::{Abilities, Engine, Tracing};
use crate::plan::{Mechanism, Plan, Treatment, Unenforced, arches};
use crate::traced;
use callgate_abi::{Abi, Action};
use callgate_policy::Policy;

/// From this version (Linux 6.12) on a domain keeps the program from its supervisor by signals too. Here it is the only
/// thing that does: the outer supervisor must be able to read this one's memory, and so could the program.
const WITH_SCOPES: u32 = 6;

/// What keeps a rule from a cheaper mechanism, if nothing else does.
const CHEAPER: &str = "started outside of the other supervisor it would be a notification";

/// Whether calls can be judged at their entry; why not, if not.
pub(crate) fn is_possible(
    policy: &Policy,
    abilities: &Abilities,
    engine: Engine,
) -> Result<(), &'static str> {
    let asks = |action: Action| action == Action::UserNotif;
    let handled = policy.syscalls.as_ref().is_some_and(|syscalls| {
        asks(syscalls.default)
            || asks(syscalls.bad_arch)
            || syscalls.rules.iter().any(|rule| asks(rule.action))
    });
    if handled || engine.tracing == Tracing::Never {
        return Err("whoever starts the run does not trace it");
    }
    if !abilities.ptrace {
        return Err("callgate may not trace its children here");
    }
    if !abilities.pidfd_getfd || !abilities.process_vm_readv {
        return Err("pidfd_getfd (Linux 5.6) or process_vm_readv is missing or forbidden here");
    }
    if abilities.landlock_abi < WITH_SCOPES {
        return Err(
            "there is no Landlock 6 (Linux 6.12), which would keep the program from callgate's own memory",
        );
    }
    if !arches(policy).iter().all(|abi| !traced::can_seal(*abi) || lets_receive(policy, *abi)) {
        return Err(
            "[syscalls] refuses mmap, munmap, socketpair, recvmsg, dup3 or close, by which the program would receive its files",
        );
    }
    Ok(())
}

/// Has the tracer see what would have been notified.
pub(crate) fn adapt(policy: &Policy, abilities: &Abilities, plan: &mut Plan) {
    plan.nested = true;
    plan.needs_listener = false;
    plan.seals = abilities.mseal && traced::lets_seal(policy);
    for call in &mut plan.calls {
        call.treatment = match call.treatment {
            Treatment::Notify => Treatment::Entry(None),
            Treatment::Trace(traced) => Treatment::Entry(Some(traced)),
            other => other,
        };
    }
    for lowered in &mut plan.rules {
        if lowered.mechanism == Mechanism::Notification {
            lowered.mechanism = Mechanism::Ptrace;
            "another supervisor listens: judged when the call begins".clone_into(&mut lowered.reason);
            lowered.cheaper.get_or_insert_with(|| CHEAPER.to_owned());
        }
    }
    plan.gaps.push(Unenforced::ability(
        "another supervisor",
        "it listens to this process already, so that every call of the run stops twice, some 10 microseconds, and a \
         judged one several times: run callgate outside of it where time matters",
    ));
}

/// Whether `[syscalls]` lets the program receive a file by calls that the tracer has it make.
fn lets_receive(policy: &Policy, abi: Abi) -> bool {
    let mmap = if abi == Abi::I386 { "mmap2" } else { "mmap" };
    let page = 4096;
    let private_anonymous = 0x22;
    let nowhere = u64::from(u32::MAX);
    let (unix, datagrams, cloexec) = (1, 2, 0o2_000_000);
    [
        (mmap, [0, page, 3, private_anonymous, nowhere, 0]),
        ("socketpair", [unix, datagrams | cloexec, 0, 0, 0, 0]),
        ("recvmsg", [4, 0, 0x4000_0040, 0, 0, 0]),
        ("dup3", [5, 3, cloexec, 0, 0, 0]),
        ("dup3", [5, 3, 0, 0, 0, 0]),
        ("close", [4, 0, 0, 0, 0, 0]),
        ("munmap", [0, page, 0, 0, 0, 0]),
    ]
    .into_iter()
    .all(|(name, args)| traced::allows(policy, abi, name, args))
}
