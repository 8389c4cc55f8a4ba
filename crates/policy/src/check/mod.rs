//! What can only be seen of a policy as a whole: contradictions, and rules without effect.

mod calls;
mod objects;
mod solve;

use crate::load::Findings;
use crate::model::{Condition, Policy};

/// Whether both can hold of one call; also where that is too much to decide.
pub(crate) fn together(one: &Condition, other: &Condition) -> bool {
    solve::solve(&[one, other]) != Ok(None)
}

/// Checks the policy, and drops rules that several texts have in common.
pub(crate) fn check(policy: &mut Policy, findings: &mut Findings) {
    objects::check(policy, findings);
    calls::check(policy, findings);
}
