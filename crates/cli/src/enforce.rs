//! From a policy to what enforces it on this kernel.

use crate::failure::Failure;
use callgate_abi::Action;
use callgate_bpf::Program;
use callgate_compile::{Launch, Options};
use callgate_events::PlanSummary;
use callgate_plan::{Engine, Mechanism, Plan, PlannedCall, Tracing, Treatment};
use callgate_policy::Policy;
use std::collections::BTreeSet;

/// What `run` can do if nothing else is asked of it.
pub(crate) const ENGINE: Engine = Engine { handler: false, landlock_execute: true, tracing: Tracing::Needed };

/// The filter of a policy without the exception for a launch; none where nothing is restricted.
pub(crate) fn filter(policy: &Policy, plan: &Plan) -> Result<Option<Program>, Failure> {
    if policy.syscalls.is_none() && plan.calls.is_empty() {
        return Ok(None);
    }
    filter_with(policy, plan, None).map(Some)
}

/// The filter of a policy, whatever it restricts; with a launch the one that `run` installs.
pub(crate) fn filter_with(policy: &Policy, plan: &Plan, launch: Option<Launch>) -> Result<Program, Failure> {
    let options = Options { hurried: launch.is_some(), launch, ..Options::default() };
    callgate::filter(policy, plan, &options).map_err(|error| {
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
    let asked = |call: &&PlannedCall| matches!(call.treatment, Treatment::Notify | Treatment::Entry(_));
    let notified = plan.calls.iter().filter(asked);
    summary.notified =
        notified.map(|call| call.sysno.to_string()).collect::<BTreeSet<_>>().into_iter().collect();
    summary.instructions = filter.map_or(0, |filter| filter.len() as u32);
    let unenforced = plan.unenforced.iter().map(|u| &u.id).filter(|id| waived.contains(id));
    summary.unenforced = unenforced.cloned().collect();
    summary
}
