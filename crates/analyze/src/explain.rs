//! What a filter, a stack or a policy does, call by call.

use crate::condition::{Cases, cases};
use crate::diagram::{Bounded, Known, Leaf, Ref, walk};
use crate::difference::endian_of;
use crate::limits::Reason;
use crate::numbers::{Calls, Machine};
use crate::region::Region;
use crate::space::{Deciders, Space, Verdict, Verdicts};
use crate::words::Naming;
use callgate_abi::{Action, SeccompData};

/// Calls of one ABI that are decided alike.
#[derive(Debug, Clone)]
pub struct Group {
    /// Which calls.
    pub calls: Calls,
    /// What they get, under which conditions: one entry for each answer. Exactly one holds for every
    /// call. The last one's condition is what the others leave.
    pub outcomes: Vec<Outcome>,
    /// How many more answers there are that are not listed: a filter may compute its answer.
    pub unlisted: usize,
}

/// One answer, and when it is given.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The answer.
    pub verdict: Verdict,
    /// Under which conditions on the arguments; `None` when these are too many to say.
    pub when: Option<Cases>,
    /// A call that gets it.
    pub example: SeccompData,
    /// The filters of the stack that decide it, counted from 0, each for some of the calls. Empty where
    /// that was not asked for, is not known, or all filters allow.
    pub deciders: Vec<usize>,
}

/// Answers of one call that are listed.
pub(crate) const MOST_ANSWERS: usize = 64;

impl Group {
    /// The answer, if it is the same for all arguments.
    pub fn always(&self) -> Option<Verdict> {
        match &self.outcomes[..] {
            [only] if self.unlisted == 0 => Some(only.verdict),
            _ => None,
        }
    }
}

impl Space {
    /// Every call there is, in groups that are decided alike. The ABIs that the filter tells apart
    /// come in the order of [`callgate_abi::Abi::ALL`], then the other architectures.
    ///
    /// # Errors
    ///
    /// [`Reason::Limits`] when the groups could not be listed within the limits.
    pub fn explain(&mut self, verdicts: Verdicts) -> Result<Vec<Group>, Reason> {
        self.groups(verdicts, None).map_err(|_| Reason::Limits)
    }

    /// [`Space::explain`] of a stack, with the filters that decide.
    ///
    /// # Errors
    ///
    /// As for [`Space::explain`].
    pub fn explain_stack(&mut self, verdicts: Verdicts, deciders: Deciders) -> Result<Vec<Group>, Reason> {
        self.groups(verdicts, Some(deciders)).map_err(|_| Reason::Limits)
    }

    /// Under which conditions on their arguments calls that are decided alike get an action: no case is never, a case
    /// without tests always; `None` when they are too many to say. The first number stands for all.
    pub fn when(&mut self, verdicts: Verdicts, action: Action, calls: &Calls) -> Option<Cases> {
        let (arch, example) = match calls.machine {
            Machine::Abi(abi) => (abi.audit_arch(), calls.example()),
            Machine::Others(arch) => (arch, calls.example()),
        };
        let here = self.d.follow(verdicts.0, walk::ARCH, 32, u64::from(arch));
        let here = self.d.follow(here, walk::NR, 32, u64::from(example));
        let wanted = self.d.leaf(Leaf::Ret(action.to_ret()));
        let when = self.d.leading_to(here, u32::MAX, wanted).ok()?;
        let data = SeccompData { arch, nr: example as i32, ..SeccompData::default() };
        cases(&mut self.d, when, Naming::of_calls(calls).style(endian_of(calls, &data))).ok()?
    }

    fn groups(&mut self, verdicts: Verdicts, deciders: Option<Deciders>) -> Bounded<Vec<Group>> {
        let mut groups = Vec::new();
        for region in self.regions(verdicts.0)? {
            groups.push(self.group(&region, deciders)?);
        }
        Ok(groups)
    }

    /// The filters that decide the calls of a condition.
    fn deciders(&mut self, condition: Ref, deciders: Deciders) -> Bounded<Vec<usize>> {
        let here = self.d.choose(condition, deciders.0, Ref::SAME)?;
        let mut filters = Vec::new();
        for (_, leaf) in self.d.leaves_of(here) {
            match leaf {
                Leaf::By(_, filter) if filter != Leaf::NONE => filters.push(usize::from(filter)),
                Leaf::By(..) | Leaf::Same => {}
                _ => return Ok(Vec::new()),
            }
        }
        filters.sort_unstable();
        filters.dedup();
        Ok(filters)
    }

    fn group(&mut self, region: &Region, deciders: Option<Deciders>) -> Bounded<Group> {
        let mut leaves = self.d.leaves_of(region.decision);
        // What is unknown is listed in any case.
        leaves.sort_by_key(|(_, leaf)| !matches!(leaf, Leaf::Unknown(_)));
        let unlisted = leaves.len().saturating_sub(MOST_ANSWERS);
        leaves.truncate(MOST_ANSWERS);
        let number = self.d.word_is(walk::NR, region.calls.example())?;
        let shown = self.d.and(region.condition, number)?;
        let shown = if region.calls.scattered { region.condition } else { shown };
        let mut outcomes = Vec::new();
        for (at, leaf) in leaves {
            let verdict = match leaf {
                Leaf::Ret(ret) => Verdict::Known(Action::from_ret(ret)),
                Leaf::Unknown(reason) => Verdict::Unknown(reason),
                _ => continue,
            };
            let here = self.d.leading_to(region.decision, u32::MAX, at)?;
            let wanted = self.d.and(shown, here)?;
            let example = self.d.first_path(wanted).map(|ones| walk::call(&ones)).unwrap_or_default();
            let deciders = match deciders {
                Some(deciders) if verdict != Verdict::Known(Action::Allow) => {
                    let all = self.d.and(region.condition, here)?;
                    self.deciders(all, deciders)?
                }
                _ => Vec::new(),
            };
            let endian = endian_of(&region.calls, &example);
            let when = if unlisted > 0 {
                None
            } else {
                cases(&mut self.d, here, Naming::of_calls(&region.calls).style(endian))?
            };
            let fraction = self.d.fraction(here, &mut Known::default());
            outcomes.push((fraction, Outcome { verdict, when, example, deciders }));
        }
        // What most inputs get is said as what the others leave.
        outcomes.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        let outcomes = outcomes.into_iter().map(|(_, outcome)| outcome).collect();
        Ok(Group { calls: region.calls.clone(), outcomes, unlisted })
    }
}
