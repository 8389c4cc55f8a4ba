//! From a policy to what enforces it on this kernel.

use crate::failure::{Failure, reason};
use callgate_abi::Action;
use callgate_bpf::Program;
use callgate_compile::{Launch, Options, compile};
use callgate_events::PlanSummary;
use callgate_plan::{Abilities, Mechanism, Plan, Treatment};
use callgate_policy::Policy;
use callgate_sys::spawn::launch_calls;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;

/// What this kernel offers, as the plan takes it.
pub(crate) fn abilities() -> Abilities {
    let found = callgate_sys::probe::quick();
    Abilities {
        kernel: found.kernel,
        notify: found.notify,
        addfd: found.addfd,
        addfd_send: found.addfd_send,
        wait_killable: found.wait_killable,
        sync_wake_up: found.sync_wake_up,
        pidfd_getfd: found.pidfd_getfd,
        pidfd_thread: found.pidfd_thread,
        openat2: found.openat2,
        landlock_abi: found.landlock_abi,
        ia32: found.ia32,
        ptrace: found.ptrace,
        listener_free: found.listener_free,
        privileged: found.privileged,
    }
}

/// A secret number that the program cannot guess: it lets only the launch's own calls pass the filter.
pub(crate) fn nonce() -> Result<u64, Failure> {
    let mut bytes = [0; 8];
    File::open("/dev/urandom").and_then(|mut file| file.read_exact(&mut bytes)).map_err(|error| {
        Failure::new(format!("cannot read /dev/urandom: {}", reason(&error)))
            .fix("the launch needs a secret number: make /dev/urandom available here")
    })?;
    Ok(u64::from_ne_bytes(bytes))
}

/// The filter of a policy, with the launch's exception for a nonce; none where nothing is restricted.
pub(crate) fn filter(policy: &Policy, plan: &Plan, nonce: Option<u64>) -> Result<Option<Program>, Failure> {
    if policy.syscalls.is_none() && plan.calls.is_empty() {
        return Ok(None);
    }
    let launch = nonce.map(|nonce| Launch { nonce, calls: launch_calls(plan.needs_listener) });
    compile(policy, plan, &Options { launch }).map(Some).map_err(|error| {
        Failure::new(format!("the policy has no filter: {error}")).fix("split it, or leave rules out")
    })
}

/// Whether the filter answers anything by killing or by SIGSYS.
pub(crate) fn can_kill(policy: &Policy, filtered: bool) -> bool {
    let kills = |action: Action| matches!(action, Action::KillProcess | Action::KillThread | Action::Trap(_));
    match &policy.syscalls {
        None => filtered,
        Some(syscalls) => {
            kills(syscalls.default)
                || kills(syscalls.bad_arch)
                || syscalls.rules.iter().any(|rule| kills(rule.action))
        }
    }
}

/// The plan in numbers, for the log.
pub(crate) fn summary(plan: &Plan, filter: Option<&Program>, waived: &[String]) -> PlanSummary {
    let mut summary = PlanSummary::default();
    for lowered in plan.rules.iter().chain(&plan.syscalls) {
        if lowered.mechanism != Mechanism::Nothing {
            *summary.rules.entry(lowered.mechanism.name().to_owned()).or_default() += 1;
        }
    }
    let notified = plan.calls.iter().filter(|call| call.treatment == Treatment::Notify);
    summary.notified =
        notified.map(|call| call.sysno.to_string()).collect::<BTreeSet<_>>().into_iter().collect();
    summary.instructions = filter.map_or(0, |filter| filter.len() as u32);
    let unenforced = plan.unenforced.iter().map(|u| &u.id).filter(|id| waived.contains(id));
    summary.unenforced = unenforced.cloned().collect();
    summary
}
