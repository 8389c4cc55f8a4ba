//! The meaning of a policy and its plan: the evaluator's word on calls, and the plan's treatments on top.

use callgate_abi::{Abi, Action, SeccompData, Sysno};
use callgate_compile::Launch;
use callgate_plan::{Plan, arches};
use callgate_policy::Policy;

/// The answer of the filter that [`callgate_compile::compile`] should make.
pub(crate) fn answer(policy: &Policy, plan: &Plan, launch: Option<&Launch>, data: &SeccompData) -> Action {
    let abi = data.abi();
    let call = abi.map(|abi| Sysno { abi, nr: data.nr as u32 });
    if let Some(launch) = launch.filter(|launch| data.args[5] == launch.nonce) {
        let named = |name: &&str| Sysno::from_name(Abi::NATIVE, name) == call;
        if call.is_some() && launch.calls.iter().any(named) {
            return Action::Allow;
        }
    }
    let listed = abi.is_some_and(|abi| arches(policy).contains(&abi));
    let mut answer = match &policy.syscalls {
        Some(syscalls) => syscalls.evaluate(data).action,
        None if listed => Action::Allow,
        None => Action::KillProcess,
    };
    for treated in plan.calls.iter().filter(|treated| listed && Some(treated.sysno) == call) {
        let action = treated.treatment.action();
        if treated.when.iter().all(|comparison| comparison.holds(&data.args)) && action.rank() > answer.rank()
        {
            answer = action;
        }
    }
    answer
}
