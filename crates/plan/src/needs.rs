//! What a plan asks of the kernel.

use crate::abilities::{Abilities, Engine, Tracing};
use crate::concern::Concerns;
use crate::plan::{Plan, Treatment, Unenforced};
use crate::traced::Traces;
use callgate_abi::Action;
use callgate_policy::Policy;

/// Whether the filter notifies anybody.
pub(crate) fn listener(policy: &Policy, plan: &Plan) -> bool {
    let asks = |action: Action| action == Action::UserNotif;
    plan.calls.iter().any(|call| call.treatment == Treatment::Notify)
        || policy.syscalls.as_ref().is_some_and(|syscalls| {
            asks(syscalls.default)
                || asks(syscalls.bad_arch)
                || syscalls.rules.iter().any(|rule| asks(rule.action))
        })
}

/// Whether kills are to be explained: some rule kills, none allows ptrace (a watching tracer would
/// be in the way of a debugger inside, unless the run is traced for other reasons), and we may trace.
pub(crate) fn watching(policy: &Policy, abilities: &Abilities, traced: bool) -> bool {
    let Some(syscalls) = &policy.syscalls else { return false };
    let kills = |action: Action| matches!(action, Action::KillProcess | Action::KillThread);
    let some_kill = kills(syscalls.default) || syscalls.rules.iter().any(|rule| kills(rule.action));
    let runs = |action: Action| matches!(action, Action::Allow | Action::Log);
    let mut on_ptrace = syscalls.rules.iter().filter(|rule| rule.speaks_of("ptrace")).peekable();
    let ptrace_runs = if on_ptrace.peek().is_none() {
        runs(syscalls.default)
    } else {
        on_ptrace.any(|rule| runs(rule.action))
    };
    abilities.ptrace && some_kill && (traced || !ptrace_runs)
}

/// Names what the plan needs and the kernel or the place lacks.
///
/// `nested` says whether calls can be judged without a listener of our own, or why not.
pub(crate) fn check(
    concerns: Concerns,
    abilities: &Abilities,
    nested: Result<(), &'static str>,
    plan: &mut Plan,
) {
    let filtered = plan.needs_listener || plan.traced || !plan.calls.is_empty() || !plan.syscalls.is_empty();
    let mut lack = |id: &str, reason: &str| plan.unenforced.push(Unenforced::ability(id, reason));
    if filtered && !abilities.filters {
        lack(
            "filters",
            "no filter can be installed: this container's own filter denies seccomp and prctl(PR_SET_SECCOMP). Start it \
             with a profile that allows one of them",
        );
        return;
    }
    if !plan.needs_listener {
        return;
    }
    if !abilities.notify {
        lack(
            "notification",
            "these rules need user notification (Linux 5.0), which this kernel does not have or this container's own filter \
             denies (seccomp): start it with a profile that allows seccomp",
        );
        return;
    }
    if !abilities.listener_free
        && let Err(reason) = nested
    {
        lack(
            "listener",
            &format!(
                "another supervisor already listens on this process, and Linux allows one only; judging calls as they \
                 begin, by ptrace, is not possible either: {reason}. Start from outside it, or keep to a policy of \
                 [syscalls] alone, which needs no supervisor"
            ),
        );
    }
    if (concerns.asks_reads() || concerns.asks_writes() || concerns.redirect) && !abilities.addfd {
        lack("addfd", "opening files for the target needs SECCOMP_IOCTL_NOTIF_ADDFD (Linux 5.9)");
    }
    if (concerns.net() || (concerns.write && !concerns.held.metadata)) && !abilities.pidfd_getfd {
        lack(
            "pidfd_getfd",
            "acting on the target's open files and sockets needs pidfd_getfd (Linux 5.6), which this kernel lacks or this container \
             forbids: start it with a profile that allows pidfd_getfd",
        );
    }
    if !abilities.process_vm_readv {
        lack(
            "process_vm_readv",
            "the names and addresses that calls are about are read from the program by process_vm_readv, which this \
             container forbids or Yama (kernel.yama.ptrace_scope above 1) keeps from all but administrators: start it \
             with a profile that allows process_vm_readv, or with the capability CAP_SYS_PTRACE",
        );
    }
    if (concerns.fs() || concerns.net()) && !abilities.openat2 {
        lack(
            "openat2",
            "names are resolved by openat2 (Linux 5.6), without being led elsewhere; this kernel lacks it or this \
             container forbids it: start it with a profile that allows openat2",
        );
    }
    if !abilities.unshare {
        lack(
            "unshare",
            "files are made with the program's umask, for which callgate's threads need their own by \
             unshare(CLONE_FS); this container forbids that: start it with a profile that allows unshare",
        );
    }
}

/// What was asked of the tracer and cannot be; and what it leaves open.
pub(crate) fn tracer(engine: Engine, abilities: &Abilities, traces: Traces, plan: &mut Plan) {
    if engine.tracing == Tracing::Preferred && !abilities.ptrace {
        plan.unenforced.push(Unenforced::ability(
            "ptrace",
            "the ptrace engine was asked for, and this kernel or container does not let callgate trace its children",
        ));
    }
    if !plan.traced {
        return;
    }
    if engine.tracing == Tracing::Preferred && !traces.opens && abilities.listener_free {
        plan.gaps.push(Unenforced::ability(
            "sealed arguments",
            if abilities.mseal {
                "opens stay with user notification: [syscalls] refuses openat2, mmap, mseal or close, by which the tracer \
                 would have the program perform them"
            } else {
                "opens stay with user notification: mappings that the program cannot replace need mseal (Linux 6.10)"
            },
        ));
    }
    plan.gaps.push(Unenforced::ability(
        "debuggers",
        "the run is traced, and a program has one tracer: gdb and strace do not work inside",
    ));
}
