//! What can only be seen of a policy as a whole: contradictions, and rules without effect.

mod calls;
mod objects;
mod solve;

use crate::load::Findings;
use crate::model::Policy;

/// Checks the policy, and drops rules that several texts have in common.
pub(crate) fn check(policy: &mut Policy, findings: &mut Findings) {
    objects::check(policy, findings);
    calls::check(policy, findings);
}
