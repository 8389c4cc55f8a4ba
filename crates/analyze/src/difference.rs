//! Where two filters, stacks or policies answer differently.

use crate::condition::{Cases, cases};
use crate::diagram::{Bounded, Combine, Leaf, Ref, walk};
use crate::explain::MOST_ANSWERS;
use crate::limits::Reason;
use crate::numbers::{Calls, Machine};
use crate::space::{Space, Verdict, Verdicts};
use crate::words::Naming;
use callgate_abi::{Action, Endian, SeccompData};
use callgate_bpf::interp;

/// What [`Space::diff`] found.
#[derive(Debug, Clone, Default)]
pub struct Diff {
    /// The regions of calls that get something else.
    pub differences: Vec<Difference>,
    /// How many more differences the listed regions have that are not listed: a filter may compute its
    /// answer. None is unlisted of a region of which none is listed.
    pub unlisted: usize,
    /// The regions where that was not decided.
    pub undecided: Vec<Undecided>,
}

/// Calls that get one thing from the left and another from the right.
#[derive(Debug, Clone)]
pub struct Difference {
    /// Which calls.
    pub calls: Calls,
    /// What they get from the left.
    pub left: Action,
    /// What they get from the right.
    pub right: Action,
    /// Under which conditions on their arguments; `None` when those are too many to say, or not asked for.
    pub when: Option<Cases>,
    /// One of these calls.
    pub witness: SeccompData,
}

/// Calls of which it is not known whether they get the same. A difference found by
/// [`Diff::try_examples`] has no conditions.
#[derive(Debug, Clone)]
pub struct Undecided {
    /// Which calls.
    pub calls: Calls,
    /// Why.
    pub reason: Reason,
    /// Some of these calls, the smallest first.
    pub examples: Vec<SeccompData>,
}

/// Calls tried where nothing is proven: most real differences show in the first.
const EXAMPLES: u64 = 32;

impl Diff {
    /// Everything gets the same, for sure.
    pub fn is_empty(&self) -> bool {
        self.differences.is_empty() && self.undecided.is_empty()
    }

    /// Asks both sides about the examples of what was not decided: where one of them gets different
    /// actions, the region is a difference after all. That both agree on all examples proves nothing.
    pub fn try_examples(
        &mut self,
        left: impl Fn(&SeccompData) -> Option<Action>,
        right: impl Fn(&SeccompData) -> Option<Action>,
    ) {
        self.undecided.retain(|undecided| {
            let found = undecided.examples.iter().find_map(|call| {
                let (left, right) = (left(call)?, right(call)?);
                (left != right).then_some((*call, left, right))
            });
            let Some((witness, left, right)) = found else { return true };
            let calls = undecided.calls.clone();
            self.differences.push(Difference { calls, left, right, when: None, witness });
            false
        });
    }
}

impl Space {
    /// All calls that get different actions. Errno numbers and data count; what the kernel ignores
    /// (data of an allow) does not.
    pub fn diff(&mut self, left: Verdicts, right: Verdicts) -> Diff {
        self.compare(Combine::Difference, left, right, true)
    }

    /// [`Space::diff`] without the conditions on arguments, which take most of its time.
    pub fn diff_briefly(&mut self, left: Verdicts, right: Verdicts) -> Diff {
        self.compare(Combine::Difference, left, right, false)
    }

    /// All calls that `right` lets through more readily than `left` (see [`crate::Permission`]). Empty
    /// exactly when `right` is not weaker.
    pub fn weaker(&mut self, left: Verdicts, right: Verdicts) -> Diff {
        self.compare(Combine::Weaker, left, right, true)
    }

    pub(crate) fn compare(
        &mut self,
        how: Combine,
        left: Verdicts,
        right: Verdicts,
        conditions: bool,
    ) -> Diff {
        let compared = self.combined(how, left.0, right.0);
        let mut diff = Diff::default();
        if compared == Ref::SAME {
            return diff;
        }
        if self.list(compared, conditions, &mut diff).is_err() {
            // Not all regions could be listed: say that rather than pass over some.
            let calls = Calls { machine: Machine::Others(0), numbers: vec![0..=u32::MAX], scattered: true };
            let examples = vec![SeccompData::default()];
            diff.undecided.push(Undecided { calls, reason: Reason::Limits, examples });
        }
        diff
    }

    fn list(&mut self, compared: Ref, conditions: bool, diff: &mut Diff) -> Bounded<()> {
        for region in self.regions(compared)? {
            let mut leaves = self.d.leaves_of(region.decision);
            leaves.retain(|(_, leaf)| *leaf != Leaf::Same);
            leaves.sort_by_key(|(_, leaf)| !matches!(leaf, Leaf::Unknown(_)));
            diff.unlisted += leaves.len().saturating_sub(MOST_ANSWERS);
            leaves.truncate(MOST_ANSWERS);
            for (at, leaf) in leaves {
                let on_registers = self.d.leading_to(region.decision, u32::MAX, at)?;
                let wanted = self.d.and(region.condition, on_registers)?;
                // A call with a name, where there is one, says more.
                let named = self.d.word_is(walk::NR, region.calls.example())?;
                let named = self.d.and(wanted, named)?;
                let ones = self.d.first_path(named).or_else(|| self.d.first_path(wanted));
                let Some(call) = ones.map(|ones| walk::call(&ones)) else { continue };
                match leaf {
                    Leaf::Differ(left, right) => {
                        let endian = endian_of(&region.calls, &call);
                        let style = Naming::of_calls(&region.calls).style(endian);
                        let when = if conditions { cases(&mut self.d, on_registers, style)? } else { None };
                        diff.differences.push(Difference {
                            calls: region.calls.clone(),
                            left: Action::from_ret(left),
                            right: Action::from_ret(right),
                            when,
                            witness: call,
                        });
                    }
                    Leaf::Unknown(reason) => {
                        let mut examples = vec![call];
                        examples.extend(
                            (1..EXAMPLES)
                                .filter_map(|n| self.d.some_path(wanted, n))
                                .map(|ones| walk::call(&ones)),
                        );
                        diff.undecided.push(Undecided { calls: region.calls.clone(), reason, examples });
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    }
}

/// The byte order of a region's calls.
pub(crate) fn endian_of(calls: &Calls, example: &SeccompData) -> Endian {
    match calls.machine {
        Machine::Abi(abi) => abi.endian(),
        Machine::Others(_) => interp::byte_order(example),
    }
}

impl Verdict {
    /// The action, if it is known.
    pub fn action(self) -> Option<Action> {
        match self {
            Verdict::Known(action) => Some(action),
            Verdict::Unknown(_) => None,
        }
    }
}
