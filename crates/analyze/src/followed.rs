//! What all inputs come to that were followed through a filter.
//!
//! Backward: from the returns, each state's diagram out of those it leads to. Forward: to each state those inputs that
//! get to it.

use crate::diagram::{Bounded, Combine, Diagrams, Exhausted, Leaf, Ref};
use crate::execute::STEPS_OF_ONE;
use crate::inputs::Inputs;
use crate::limits::Reason;
use callgate_bpf::Insn;

pub(crate) type StateNumber = usize;

/// What a state comes to.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Outcome {
    Answer(Ref),
    On(StateNumber),
    Choice {
        condition: Ref,
        then: StateNumber,
        otherwise: StateNumber,
    },
    /// Division by X, which may be 0: then the kernel returns 0.
    Guarded {
        zero: Ref,
        otherwise: StateNumber,
    },
    /// One of two, but which was not followed: known where both come to the same.
    Either {
        then: StateNumber,
        otherwise: StateNumber,
        reason: Reason,
    },
    /// Division by what was not followed.
    EitherKill {
        otherwise: StateNumber,
        reason: Reason,
    },
}

/// Which inputs get to which instructions.
#[derive(Debug)]
pub(crate) struct Ways {
    /// For each instruction inputs that execute it: some, if there are any.
    pub(crate) reach: Vec<Inputs>,
    /// For each conditional jump how its test comes out for those who get there.
    pub(crate) passes: Vec<Passes>,
    /// What could not be followed: instructions behind it may be reached by more.
    pub(crate) unknown: Option<Reason>,
}

/// How a test comes out, over all inputs that get to it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Passes {
    /// For some it holds.
    pub(crate) holds: bool,
    /// For some it does not.
    pub(crate) fails: bool,
}

/// The states that the machine can be in while a filter runs, by their numbers.
#[derive(Debug)]
pub(crate) struct Followed<'p> {
    pub(crate) insns: &'p [Insn],
    /// The first instruction that each state executes.
    pub(crate) starts: Vec<usize>,
    /// The last one.
    pub(crate) ends: Vec<usize>,
    pub(crate) outcomes: Vec<Outcome>,
}

impl Followed<'_> {
    /// The diagram of what the filter returns for every input. What could not be followed is a leaf that
    /// says so.
    pub(crate) fn answers(&self, d: &mut Diagrams) -> Ref {
        let kill = d.leaf(Leaf::Ret(0));
        let mut results = vec![Ref::FALSE; self.outcomes.len()];
        // A state leads to later instructions only.
        let mut order: Vec<StateNumber> = (0..self.starts.len()).collect();
        order.sort_by_key(|number| std::cmp::Reverse(self.starts[*number]));
        for number in order {
            let done = match self.outcomes[number] {
                Outcome::Answer(answers) => Ok(answers),
                Outcome::On(next) => Ok(results[next]),
                Outcome::Choice { condition, then, otherwise } => {
                    let (then, otherwise) = (results[then], results[otherwise]);
                    d.bounded(usize::MAX / 2, 4 * STEPS_OF_ONE, |d| d.choose(condition, then, otherwise))
                }
                Outcome::Guarded { zero, otherwise } => {
                    let otherwise = results[otherwise];
                    d.bounded(usize::MAX / 2, 4 * STEPS_OF_ONE, |d| d.choose(zero, kill, otherwise))
                }
                Outcome::Either { then, otherwise, reason } => {
                    Self::either(d, results[then], results[otherwise], reason)
                }
                Outcome::EitherKill { otherwise, reason } => {
                    Self::either(d, kill, results[otherwise], reason)
                }
            };
            let index = self.starts[number] as u16;
            results[number] =
                done.unwrap_or_else(|Exhausted| d.leaf(Leaf::Unknown(Reason::TooManyWays { index })));
        }
        results[0]
    }

    /// What both come to, where they agree.
    fn either(d: &mut Diagrams, then: Ref, otherwise: Ref, reason: Reason) -> Bounded<Ref> {
        let unknown = d.leaf(Leaf::Unknown(reason));
        d.bounded(usize::MAX / 2, 4 * STEPS_OF_ONE, |d| {
            let agree = d.combine(Combine::Agree, then, otherwise)?;
            d.choose(agree, then, unknown)
        })
    }

    /// Which inputs get to which instructions.
    pub(crate) fn ways(&self, d: &mut Diagrams) -> Bounded<Ways> {
        let len = self.insns.len();
        let mut ways =
            Ways { reach: vec![Inputs::NONE; len], passes: vec![Passes::default(); len], unknown: None };
        let mut inputs = vec![Inputs::NONE; self.starts.len()];
        inputs[0] = Inputs::ALL;
        // A state leads to later instructions only.
        let mut order: Vec<StateNumber> = (0..self.starts.len()).collect();
        order.sort_by_key(|number| self.starts[*number]);
        for number in order {
            let (here, end) = (inputs[number], self.ends[number]);
            if here.is_empty() {
                continue;
            }
            for reached in &mut ways.reach[self.starts[number]..=end] {
                if reached.is_empty() {
                    *reached = here;
                }
            }
            match self.outcomes[number] {
                Outcome::Answer(answers) => {
                    if let Some(Leaf::Unknown(reason)) = d.leaf_of(answers) {
                        ways.unknown = Some(reason);
                    }
                }
                Outcome::On(next) => {
                    let insn = self.insns[end];
                    if insn.is_conditional_jump() {
                        let holds = self.starts[next] == end + 1 + insn.jt as usize;
                        ways.passes[end].holds |= holds;
                        ways.passes[end].fails |= !holds;
                    }
                    self.enter(d, &mut inputs, next, here)?;
                }
                Outcome::Choice { condition, then, otherwise } => {
                    let passes = &mut ways.passes[end];
                    for (state, holds, seen) in
                        [(then, true, &mut passes.holds), (otherwise, false, &mut passes.fails)]
                    {
                        // Of a state that only answers it is enough to know some inputs.
                        let answers = matches!(self.outcomes[state], Outcome::Answer(_));
                        if answers && *seen && !inputs[state].is_empty() {
                            continue;
                        }
                        let those = here.that(d, condition, holds)?;
                        *seen |= !those.is_empty();
                        self.enter(d, &mut inputs, state, those)?;
                    }
                }
                // Which way is taken is not known: more than these may get there.
                Outcome::Either { reason, .. } | Outcome::EitherKill { reason, .. } => {
                    ways.unknown = Some(reason);
                }
                Outcome::Guarded { zero, otherwise } => {
                    let goes_on = here.that(d, zero, false)?;
                    self.enter(d, &mut inputs, otherwise, goes_on)?;
                }
            }
        }
        Ok(ways)
    }

    /// More inputs for a state.
    fn enter(
        &self,
        d: &mut Diagrams,
        inputs: &mut [Inputs],
        state: StateNumber,
        more: Inputs,
    ) -> Bounded<()> {
        let answers = matches!(self.outcomes[state], Outcome::Answer(_));
        if !answers || inputs[state].is_empty() {
            inputs[state] = inputs[state].and_those(d, more)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Passes;
    use crate::diagram::Ref;
    use crate::execute::follow;
    use crate::limits::Limits;
    use crate::space::Space;
    use callgate_abi::{Abi, SeccompData};
    use callgate_bpf::{Program, interp, text::asm};

    /// Tests of one word after another, one of them in vain, code that nobody gets to, a division that may end it all.
    const TEXT: &str = ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 8 {
    if A == 3 { return trap 1 }
    return log
}
if A == 2 {
    A = lo32(args[0])
    X = A
    A = 100
    A /= X
    if A > 20 { return allow }
    return errno EPERM
}
if A == 9 { return trap 2 }
return kill";

    #[test]
    fn instructions_are_reached_by_those_who_execute_them() {
        let program = Program::new(asm::read(TEXT, Abi::X86_64).unwrap().insns).unwrap();
        let mut space = Space::new(Limits::default());
        let ways = follow(&mut space.d, &program, 100).unwrap().ways(&mut space.d).unwrap();
        assert_eq!(ways.unknown, None);
        let mut executed = vec![false; program.len()];
        let mut passes = vec![Passes::default(); program.len()];
        let mut reach = Vec::new();
        for inputs in &ways.reach {
            reach.push(inputs.condition(&mut space.d).unwrap());
        }
        for arch in [Abi::X86_64, Abi::I386] {
            for (nr, arg) in (0..12).flat_map(|nr| [0, 1, 4, 5, 100, 101].map(|arg| (nr, arg))) {
                let args = [arg, 0, 0, 0, 0, 0];
                let data = SeccompData { nr, arch: arch.audit_arch(), args, ..SeccompData::default() };
                let trace = interp::run_traced(&program, &data);
                for (at, reach) in reach.iter().enumerate() {
                    let here = trace.executed.iter().position(|pc| *pc == at);
                    let reached = space.at_call(*reach, &data) == Ref::TRUE;
                    assert!(!reached || here.is_some(), "{at} {data:?}");
                    let Some(here) = here else { continue };
                    executed[at] = true;
                    let insn = program.insns()[at];
                    if insn.is_conditional_jump() && insn.jt != insn.jf {
                        let taken = trace.executed[here + 1] == at + 1 + insn.jt as usize;
                        passes[at].holds |= taken;
                        passes[at].fails |= !taken;
                    }
                }
            }
        }
        assert_eq!(ways.passes, passes);
        let dead: Vec<bool> = ways.reach.iter().map(|reach| reach.is_empty()).collect();
        assert_eq!(dead, executed.iter().map(|executed| !executed).collect::<Vec<_>>());
        assert_eq!(dead.iter().filter(|dead| **dead).count(), 2, "behind the tests that never hold");
    }
}
