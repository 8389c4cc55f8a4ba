//! What can only be seen of a policy as a whole: contradictions, and rules without effect.

mod beside;
mod calls;
mod objects;
mod solve;

use crate::load::Findings;
use crate::model::{Condition, Policy};

impl Condition {
    /// Whether some call satisfies both; also where that is too much to decide.
    pub fn meets(&self, other: &Condition) -> bool {
        solve::solve(&[self, other]) != Ok(None)
    }

    /// Whether both hold of the same calls; not where that is too much to decide.
    pub fn is_equal_to(&self, other: &Condition) -> bool {
        !self.meets(&other.negated()) && !other.meets(&self.negated())
    }
}

/// Checks the policy, and drops rules that several texts have in common.
pub(crate) fn check(policy: &mut Policy, findings: &mut Findings) {
    objects::check(policy, findings);
    calls::check(policy, findings);
}
