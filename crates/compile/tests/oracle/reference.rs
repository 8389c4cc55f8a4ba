//! The meaning of a policy and its plan, in the plainest words: no graph, no halves, no search.

use callgate_abi::{Abi, Action, SeccompData};
use callgate_compile::Launch;
use callgate_plan::{Plan, Treatment, arches};
use callgate_policy::Policy;
use callgate_policy::model::{Compare, Comparison, Width};

/// The answer of the filter that [`callgate_compile::compile`] should make.
pub(crate) fn answer(policy: &Policy, plan: &Plan, launch: Option<&Launch>, data: &SeccompData) -> Action {
    let nr = data.nr as u32;
    let abi = data.abi();
    if let (Some(launch), Some(abi)) = (launch, abi) {
        let named = |name: &&str| callgate_abi::Sysno::from_name(abi, name).is_some_and(|call| call.nr == nr);
        if abi == Abi::NATIVE && data.args[5] == launch.nonce && launch.calls.iter().any(named) {
            return Action::Allow;
        }
    }
    let bad_arch = policy.syscalls.as_ref().map_or(Action::KillProcess, |syscalls| syscalls.bad_arch);
    let Some(abi) = abi.filter(|abi| arches(policy).contains(abi)) else { return bad_arch };

    let all = |when: &[Comparison]| when.iter().all(|comparison| holds(comparison, data));
    let mut said: Option<Action> = None;
    if let Some(syscalls) = &policy.syscalls {
        for rule in &syscalls.rules {
            let matches = |target: &callgate_policy::model::SyscallTarget| {
                target.abi == abi && target.nr == nr && all(&target.when)
            };
            if rule.targets.iter().any(matches) {
                said = Some(stricter(said, rule.action));
            }
        }
    }
    let default = policy.syscalls.as_ref().map_or(Action::Allow, |syscalls| syscalls.default);
    let mut answer = said.unwrap_or(default);
    for call in &plan.calls {
        if call.sysno.abi == abi && call.sysno.nr == nr && all(&call.when) {
            answer = stricter(
                Some(answer),
                match call.treatment {
                    Treatment::Notify => Action::UserNotif,
                    Treatment::Errno(errno) => Action::Errno(errno),
                },
            );
        }
    }
    answer
}

/// The stricter one; of two equally strict ones the first.
fn stricter(first: Option<Action>, second: Action) -> Action {
    match first {
        Some(first) if first.rank() >= second.rank() => first,
        _ => second,
    }
}

/// Whether a comparison holds.
pub(crate) fn holds(comparison: &Comparison, data: &SeccompData) -> bool {
    let masked = data.args[usize::from(comparison.arg)] & comparison.mask.unwrap_or(u64::MAX);
    // As numbers that hold every value of either width and sign.
    let number = |bits: u64| match (comparison.width, comparison.signed) {
        (Width::W32, false) => i128::from(bits as u32),
        (Width::W32, true) => i128::from(bits as u32 as i32),
        (Width::W64, false) => i128::from(bits),
        (Width::W64, true) => i128::from(bits as i64),
    };
    let (left, right) = (number(masked), number(comparison.value));
    match comparison.op {
        Compare::Eq => left == right,
        Compare::Ne => left != right,
        Compare::Lt => left < right,
        Compare::Le => left <= right,
        Compare::Gt => left > right,
        Compare::Ge => left >= right,
    }
}
