//! Whether a filter is what a policy says.

use crate::difference::{Difference, Undecided};
use crate::limits::Limits;
use crate::reference::Reference;
use crate::space::{Space, Verdict};
use callgate_abi::{Action, SeccompData};
use callgate_bpf::{Program, interp};

/// What [`prove`] came to.
#[derive(Debug, Clone)]
pub enum Proof {
    /// Filter and policy agree on every call there is.
    Equal,
    /// They differ: the left action is the policy's, the right one the filter's. Each difference has a
    /// call, on which the interpreter was asked too.
    Differs(Vec<Difference>),
    /// No difference was found, but not everything was decided.
    Undecided(Vec<Undecided>),
}

/// Compares a filter with a policy on the whole input space: every architecture, number, instruction
/// pointer and argument.
///
/// Shares no code with the compiler: the policy's side is built from the policy's meaning, the filter's
/// by following its instructions.
pub fn prove(program: &Program, reference: &Reference<'_>, limits: Limits) -> Proof {
    let mut space = Space::new(limits);
    let expected = space.policy(reference);
    let found = space.filter(program);
    let mut diff = space.diff_briefly(expected, found);
    let by_filter = |call: &SeccompData| Some(Action::from_ret(interp::run(program, call)));
    diff.try_examples(|call| space.verdict(expected, call).action(), by_filter);
    if !diff.differences.is_empty() {
        debug_assert!(
            diff.differences.iter().all(|d| confirmed(d, program) && agrees(&space, expected, d)),
            "a witness is a call that really differs"
        );
        return Proof::Differs(diff.differences);
    }
    if diff.undecided.is_empty() { Proof::Equal } else { Proof::Undecided(diff.undecided) }
}

fn confirmed(difference: &Difference, program: &Program) -> bool {
    Action::from_ret(interp::run(program, &difference.witness)) == difference.right
}

fn agrees(space: &Space, expected: crate::Verdicts, difference: &Difference) -> bool {
    space.verdict(expected, &difference.witness) == Verdict::Known(difference.left)
}
