//! The plan of a run that refuses nothing and reports what would have been refused.

use crate::abilities::{Abilities, Engine, Tracing};
use crate::anchors::Anchors;
use crate::concern::{Concerns, Execution};
use crate::landlock::WITH_REFER;
use crate::later::everything;
use crate::needs;
use crate::plan::{Mechanism, Plan, PlannedCall, Treatment, arches, plan, plan_on};
use callgate_abi::{Abi, Action, Errno, Sysno};
use callgate_policy::Policy;

const REASON: &str = "what it would refuse is reported, and performed";

/// The plan by which a policy is only observed. The supervisor is asked wherever [`plan()`] would have the filter or
/// Landlock refuse; the filter that goes with it is that of [`observing`].
///
/// Calls that get ENOSYS get it still: they would do what no filter sees (io_uring, clone3), programs do without
/// them, and what they then do is seen.
pub fn observe(policy: &Policy, abilities: &Abilities, engine: Engine, anchors: &Anchors) -> Plan {
    // Landlock refuses nothing here, so it makes no difference whether it is there.
    let landlock_abi = abilities.landlock_abi.max(WITH_REFER);
    let with_landlock = Abilities { landlock_abi, ..abilities.clone() };
    let without_tracer = Engine { landlock_execute: true, tracing: Tracing::Never, ..engine };
    let enforced = plan_on(policy, abilities, engine, anchors);
    let mut plan = plan(policy, &with_landlock, without_tracer);
    let is_open = |id: &str| enforced.unenforced.iter().any(|open| open.id == id);
    plan.unenforced.retain(|open| is_open(&open.id));
    let mut refused = Vec::new();
    for call in &mut plan.calls {
        if let Treatment::Errno(errno) = call.treatment
            && errno != Errno::ENOSYS
        {
            if !executes(call) {
                refused.push(call.clone());
            }
            call.treatment = Treatment::Notify;
        }
    }
    let concerns = Concerns::of(policy);
    if concerns.execute != Execution::Free {
        plan.calls.retain(|call| !executes(call));
        plan.calls.extend(arches(policy).iter().flat_map(|abi| executions(*abi)));
    }
    plan.landlock_execute = None;
    plan.gaps.clear();
    for lowered in &mut plan.rules {
        let reported = match lowered.mechanism {
            Mechanism::Nothing | Mechanism::Notification => false,
            Mechanism::Unenforced => !is_open(&policy.rules[lowered.rule].origin.id),
            _ => true,
        };
        if reported {
            lowered.mechanism = Mechanism::Notification;
            REASON.clone_into(&mut lowered.reason);
        }
        lowered.cheaper = None;
    }
    for lowered in &mut plan.syscalls {
        let action = policy.syscalls.as_ref().and_then(|syscalls| syscalls.rules.get(lowered.rule));
        if action.is_some_and(|rule| refuses(rule.action)) {
            lowered.mechanism = Mechanism::Notification;
            REASON.clone_into(&mut lowered.reason);
        }
    }
    plan.observed = Some(refused);
    plan.watches_kills = false;
    if !plan.needs_listener {
        plan.needs_listener = needs::listener(&observing(policy), &plan);
        needs::check(concerns, abilities, Err("a run that is only observed is not traced"), &mut plan);
    }
    plan
}

/// The policy as the filter of an observed run has it: where it refuses, it asks.
#[must_use]
pub fn observing(policy: &Policy) -> Policy {
    let ask = |action| if refuses(action) { Action::UserNotif } else { action };
    let mut syscalls = policy.syscalls.clone().unwrap_or_else(|| everything(policy));
    syscalls.bad_arch = ask(syscalls.bad_arch);
    syscalls.default = ask(syscalls.default);
    if let Some(unknown) = &mut syscalls.unknown {
        unknown.action = ask(unknown.action);
    }
    for rule in &mut syscalls.rules {
        rule.action = ask(rule.action);
    }
    let mut observing = policy.clone();
    observing.syscalls = Some(syscalls);
    observing
}

/// Whether a call that gets this from the filter is not performed.
pub fn refuses(action: Action) -> bool {
    matches!(action, Action::KillProcess | Action::KillThread | Action::Trap(_) | Action::Errno(_))
}

/// Executions are judged by their files, so that what is reported can be allowed.
fn executions(abi: Abi) -> impl Iterator<Item = PlannedCall> {
    ["execve", "execveat"].into_iter().filter_map(move |name| {
        Some(PlannedCall {
            sysno: Sysno::from_name(abi, name)?,
            treatment: Treatment::Notify,
            when: Vec::new(),
            reason: "the file that is executed is judged",
        })
    })
}

fn executes(call: &PlannedCall) -> bool {
    matches!(call.sysno.name(), Some("execve" | "execveat"))
}
