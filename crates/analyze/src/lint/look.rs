//! What a rule can ask of a subject, and how it says what it found.

use super::kernel::{Call, Kernel, Surface, kernels};
use super::registers::all_zero;
use super::report::{Report, Undecided};
use super::target::as_run;
use super::{Installed, Rule, Subject, Target};
use crate::answer::Permission;
use crate::diagram::{Bounded, Combine, Diagrams, Exhausted, Known, Leaf, Mixed, Ref, walk};
use crate::difference::Diff;
use crate::execute::follow;
use crate::followed::{Followed, Ways};
use crate::reference::{holds, possible};
use crate::space::{Space, Verdicts};
use callgate_abi::{Abi, Action, Endian, SeccompData, Sysno, constants, signature_on};
use callgate_bpf::Program;
use callgate_policy::Policy;
use callgate_policy::model::{Compare, Comparison, Width};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// States of filters that are kept, some megabytes; of further filters they are found once more.
const MOST_KEPT: usize = 1 << 17;

/// The leaves of a decision, each with its reference.
type Leaves = Rc<[(Ref, Leaf)]>;

/// A subject under the eyes of one rule after the other.
pub(crate) struct Look<'a> {
    space: &'a mut Space,
    verdicts: Verdicts,
    pub(super) returns: Ref,
    stack: &'a [Installed<'a>],
    policy: Option<&'a Policy>,
    target: Option<Target<'a>>,
    /// What calls get with the runtime.
    pub(super) with_runtime: Option<Verdicts>,
    kernels: Rc<[Kernel]>,
    splits: Known<Split>,
    leaves: RefCell<Known<Leaves>>,
    looked: HashMap<(Ref, u32), bool, Mixed>,
    /// The registers that calls can have, by ABI.
    possible: HashMap<Abi, Ref>,
    /// Those in which nothing is set that the kernel does not read.
    pub(crate) plain: HashMap<Sysno, Ref>,
    /// Filters whose ways are not known yet, by their place.
    followed: HashMap<usize, Followed<'a>>,
    ways: Vec<Option<Rc<Ways>>>,
    pub(super) rule: &'static Rule,
    pub(super) report: &'a mut Report,
}

/// A decision by who decides that the call runs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Split {
    /// The call runs.
    pub(crate) runs: Ref,
    /// It does not, or a tracer or listener is asked.
    pub(crate) stops: Ref,
}

/// What an argument must be.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Need {
    /// The argument of this name is this constant.
    Is(&'static str, &'static str),
    /// It has all bits of this constant.
    Has(&'static str, &'static str),
    /// It has all these bits.
    Bits(&'static str, u64),
    /// It is this number.
    Value(&'static str, u64),
}

/// The filters that the kernel takes, each with its place in the stack.
fn taken<'a>(stack: &'a [Installed<'a>]) -> impl Iterator<Item = (usize, &'a Program)> {
    stack.iter().enumerate().filter_map(|(place, filter)| Some((place, filter.program.ok()?)))
}

impl<'a> Look<'a> {
    pub(crate) fn new(
        space: &'a mut Space,
        subject: &'a Subject<'a>,
        assumed: Abi,
        report: &'a mut Report,
    ) -> Bounded<Look<'a>> {
        let (mut target, mut with_runtime) = (None, None);
        let mut followed = HashMap::new();
        let (verdicts, returns, stack, policy): (_, _, &[Installed<'_>], _) = match subject {
            Subject::Filters(stack) => {
                let (places, programs): (Vec<usize>, Vec<&'a Program>) = taken(stack).unzip();
                let mut states = 0;
                let returns = space.returns_and(&programs, |at, filter| {
                    states += filter.starts.len();
                    if states < MOST_KEPT {
                        followed.insert(places[at], filter);
                    }
                });
                (space.normal(returns), returns, stack, None)
            }
            Subject::Policy(reference) => {
                let verdicts = space.policy(reference);
                (verdicts, verdicts.0, &[], Some(reference.policy))
            }
            Subject::Profile(reference, of) => {
                let verdicts = space.policy(reference);
                target = Some(*of);
                with_runtime = Some(as_run(space, of)?);
                (verdicts, verdicts.0, &[], Some(reference.policy))
            }
        };
        let unknown_machine = space.unknown_machine(verdicts.0)?;
        let kernels: Rc<[Kernel]> = kernels(&mut space.d, verdicts.0, unknown_machine, assumed)?.into();
        bound_decisions(&space.d, &kernels)?;
        let ways = vec![None; stack.len()];
        let splits = Known::default();
        let rule = super::RULES[0];
        let (possible, plain, looked) = (HashMap::new(), HashMap::new(), HashMap::default());
        let leaves = RefCell::new(Known::default());
        Ok(Look {
            space,
            verdicts,
            returns,
            stack,
            policy,
            target,
            with_runtime,
            kernels,
            splits,
            leaves,
            looked,
            possible,
            plain,
            followed,
            ways,
            rule,
            report,
        })
    }

    pub(crate) fn turn_to(&mut self, rule: &'static Rule) {
        self.rule = rule;
    }

    /// Says what no rule could look at, and puts the findings in order.
    pub(crate) fn finish(&mut self) {
        let unknown = |leaf: &(Ref, Leaf)| matches!(leaf.1, Leaf::Unknown(_));
        if self.space.d.leaves_of(self.verdicts.0).iter().any(unknown) {
            match self.space.regions(self.verdicts.0) {
                Err(_) => self.all_undecided(),
                Ok(regions) => {
                    for region in regions {
                        for (_, leaf) in self.space.d.leaves_of(region.decision) {
                            if let Leaf::Unknown(reason) = leaf {
                                let calls = Some(region.calls.clone());
                                self.report.undecided.push(Undecided { rules: Vec::new(), calls, reason });
                            }
                        }
                    }
                }
            }
        }
        self.report.findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    }

    pub(crate) fn d(&mut self) -> &mut Diagrams {
        &mut self.space.d
    }

    /// The runtime that a profile is for.
    pub(crate) fn target(&self) -> Option<Target<'a>> {
        self.target
    }

    /// Where other verdicts differ from the subject's.
    pub(super) fn compare(&mut self, how: Combine, with: Verdicts) -> Diff {
        self.space.compare(how, self.verdicts, with, false)
    }

    pub(crate) fn is_policy(&self) -> bool {
        self.policy.is_some()
    }

    /// Whether it is a policy that speaks of files and addresses alone.
    pub(crate) fn is_resource_policy(&self) -> bool {
        self.policy.is_some_and(|policy| policy.syscalls.is_none())
    }

    /// Whether the subject decides what a program may do at all. A policy of files and addresses does, by other means
    /// than its filter.
    pub(crate) fn is_general(&self, surface: &Surface) -> bool {
        surface.speaks_of_all() && !self.is_resource_policy()
    }

    /// The filters, those too that the kernel refuses.
    pub(crate) fn stack(&self) -> &'a [Installed<'a>] {
        self.stack
    }

    /// The filters that the kernel takes, each with its place in the stack.
    pub(crate) fn programs(&self) -> Vec<(usize, &'a Program)> {
        taken(self.stack).collect()
    }

    /// Which inputs get where in one of the filters.
    pub(crate) fn ways(&mut self, place: usize, program: &'a Program) -> Bounded<Rc<Ways>> {
        if let Some(known) = &self.ways[place] {
            return Ok(Rc::clone(known));
        }
        let states = self.space.limits.states;
        let followed = match self.followed.remove(&place) {
            Some(followed) => followed,
            None => follow(&mut self.space.d, program, states)?,
        };
        let ways = Rc::new(followed.ways(&mut self.space.d)?);
        self.ways[place] = Some(Rc::clone(&ways));
        Ok(ways)
    }

    pub(crate) fn kernels(&self) -> Rc<[Kernel]> {
        Rc::clone(&self.kernels)
    }

    /// The decision on any number of an ABI.
    pub(crate) fn call(&self, abi: Abi, nr: u32) -> Call {
        let at = self.space.d.follow(self.verdicts.0, walk::ARCH, 32, u64::from(abi.audit_arch()));
        Call { sysno: Sysno { abi, nr }, decision: self.space.d.follow(at, walk::NR, 32, u64::from(nr)) }
    }

    /// Runs a check on every ABI of which the subject says something.
    pub(crate) fn each_surface(
        &mut self,
        mut check: impl FnMut(&mut Self, &Surface) -> Bounded<()>,
    ) -> Bounded<()> {
        let kernels = self.kernels();
        for surface in kernels.iter().flat_map(Kernel::surfaces).filter(|surface| surface.is_active()) {
            check(self, surface)?;
        }
        Ok(())
    }

    /// The leaves of a decision.
    fn leaves(&self, decision: Ref) -> Leaves {
        let mut known = self.leaves.borrow_mut();
        Rc::clone(known.entry(decision).or_insert_with(|| self.space.d.leaves_of(decision).into()))
    }

    /// The actions that a decision comes to, each with its leaf.
    pub(crate) fn actions(&self, decision: Ref) -> Vec<(Ref, Action)> {
        let leaves = self.leaves(decision);
        let known = |(at, leaf): &(Ref, Leaf)| match leaf {
            Leaf::Ret(ret) => Some((*at, Action::from_ret(*ret))),
            _ => None,
        };
        leaves.iter().filter_map(known).collect()
    }

    /// Whether a decision looks at a register.
    pub(crate) fn looks_at_register(&mut self, decision: Ref, place: u32) -> bool {
        let first = walk::register(place);
        let d = &self.space.d;
        *self.looked.entry((decision, place)).or_insert_with(|| d.looks_at(decision, first..first + 64))
    }

    /// The action that a decision always comes to.
    pub(crate) fn always(&self, decision: Ref) -> Option<Action> {
        match self.space.d.leaf_of(decision) {
            Some(Leaf::Ret(ret)) => Some(Action::from_ret(ret)),
            _ => None,
        }
    }

    pub(crate) fn split(&mut self, decision: Ref) -> Bounded<Split> {
        if let Some(known) = self.splits.get(&decision) {
            return Ok(*known);
        }
        let (mut runs, mut stops) = (Vec::new(), Vec::new());
        for (at, action) in self.actions(decision) {
            if Permission::of(action) == Permission::Runs { runs.push(at) } else { stops.push(at) }
        }
        let split = Split {
            runs: self.space.d.leading_to_any(decision, u32::MAX, &runs)?,
            stops: self.space.d.leading_to_any(decision, u32::MAX, &stops)?,
        };
        self.splits.insert(decision, split);
        Ok(split)
    }

    /// Whether nothing that callers of a call can do makes it run or asks somebody.
    pub(crate) fn is_refused(&self, call: &Call) -> bool {
        let leaves = self.leaves(call.decision);
        leaves.iter().all(|(_, leaf)| match leaf {
            Leaf::Ret(ret) => Permission::of(Action::from_ret(*ret)) == Permission::Refused,
            _ => false,
        })
    }

    /// The registers that a call of an ABI can have: those of 32 bits have no upper half.
    pub(crate) fn possible(&mut self, abi: Abi) -> Bounded<Ref> {
        if abi.register_bits() == 64 {
            return Ok(Ref::TRUE);
        }
        if let Some(known) = self.possible.get(&abi) {
            return Ok(*known);
        }
        let upper = if abi.endian() == Endian::Little { 0 } else { 32 };
        let half = |register| (0..32).map(move |level| walk::register(register) + upper + level);
        let possible = all_zero(self.d(), (0..walk::IP).flat_map(half).collect())?;
        self.possible.insert(abi, possible);
        Ok(possible)
    }

    /// A call under a condition on its registers; `None` if there is none.
    pub(crate) fn example(&mut self, call: &Call, condition: Ref) -> Bounded<Option<SeccompData>> {
        let possible = self.possible(call.sysno.abi)?;
        let condition = self.d().and(condition, possible)?;
        let Some(mut ones) = self.d().first_path(condition) else { return Ok(None) };
        for (first, word) in [(walk::ARCH, call.sysno.abi.audit_arch()), (walk::NR, call.sysno.nr)] {
            ones.extend((0..32).filter(|n| word >> (31 - n) & 1 == 1).map(|n| first + n));
        }
        Ok(Some(walk::call(&ones)))
    }

    /// A call under a condition on all of it, of the main ABI if there is one.
    pub(crate) fn example_of(&mut self, condition: Ref) -> Bounded<Option<SeccompData>> {
        let kernels = self.kernels();
        for surface in kernels.iter().flat_map(Kernel::surfaces) {
            let here = possible(self.d(), surface.abi)?;
            let registers = self.possible(surface.abi)?;
            let here = self.d().and(here, registers)?;
            let here = self.d().and(here, condition)?;
            if let Some(ones) = self.d().first_path(here) {
                return Ok(Some(walk::call(&ones)));
            }
        }
        Ok(self.d().first_path(condition).map(|ones| walk::call(&ones)))
    }

    /// A call that runs under a condition on its registers.
    pub(crate) fn running(&mut self, call: &Call, condition: Ref) -> Bounded<Option<SeccompData>> {
        let runs = self.split(call.decision)?.runs;
        let condition = self.d().and(runs, condition)?;
        self.example(call, condition)
    }

    /// A call that gets an action of this kind.
    pub(crate) fn getting(
        &mut self,
        call: &Call,
        wanted: impl Fn(Action) -> bool,
    ) -> Bounded<Option<SeccompData>> {
        let leaves = self.actions(call.decision).into_iter();
        let leaves: Vec<Ref> = leaves.filter(|(_, action)| wanted(*action)).map(|(at, _)| at).collect();
        if leaves.is_empty() {
            return Ok(None);
        }
        let condition = self.d().leading_to_any(call.decision, u32::MAX, &leaves)?;
        self.example(call, condition)
    }

    /// Every call of these names that runs under no condition or some, each with an example.
    pub(crate) fn running_of(
        &mut self,
        surface: &Surface,
        names: &[&str],
    ) -> Bounded<Vec<(Call, SeccompData)>> {
        let mut found = Vec::new();
        for call in names.iter().filter_map(|name| surface.call(name)) {
            if let Some(data) = self.running(&call, Ref::TRUE)? {
                found.push((call, data));
            }
        }
        Ok(found)
    }

    /// The condition that a call's arguments are as needed, in their plain spelling; `None` where the ABI lacks an
    /// argument or a constant.
    pub(crate) fn needed(&mut self, sysno: Sysno, needs: &[Need]) -> Bounded<Option<Ref>> {
        let mut all = self.plainly_spelled(sysno)?;
        for need in needs {
            let (Need::Is(name, _) | Need::Has(name, _) | Need::Bits(name, _) | Need::Value(name, _)) = need;
            let constant = match need {
                Need::Is(_, constant) | Need::Has(_, constant) => constants::value(sysno.abi, constant),
                Need::Bits(_, number) | Need::Value(_, number) => Some(*number),
            };
            let signature = sysno.name().and_then(|name| signature_on(sysno.abi, name));
            let place = signature.and_then(|signature| Some((signature, signature.position(name)?)));
            let (Some(constant), Some((signature, at))) = (constant, place) else { return Ok(None) };
            let wide = signature.args[at].kind.bits(sysno.abi) == 64;
            let value = if wide { constant } else { constant & 0xffff_ffff };
            let comparison = Comparison {
                arg: at as u8,
                width: if wide { Width::W64 } else { Width::W32 },
                signed: false,
                mask: matches!(need, Need::Has(..) | Need::Bits(..)).then_some(value),
                op: Compare::Eq,
                value,
            };
            let condition = holds(self.d(), sysno.abi.endian(), &comparison)?;
            all = self.d().and(all, condition)?;
        }
        Ok(Some(all))
    }

    /// Whether a call is refused under a condition, and meant to be: what is refused for no other reason than that
    /// nothing is said of it shows no intent.
    pub(crate) fn denied(
        &mut self,
        surface: &Surface,
        call: &Call,
        condition: Ref,
    ) -> Bounded<Option<Action>> {
        let possible = self.possible(surface.abi)?;
        let condition = self.d().and(condition, possible)?;
        let here = self.d().choose(condition, call.decision, Ref::SAME)?;
        let leaves = self.space.d.leaves_of(here);
        let mut refusal = None;
        for (_, leaf) in leaves.into_iter().filter(|(at, _)| *at != Ref::SAME) {
            let Leaf::Ret(ret) = leaf else { return Ok(None) };
            let action = Action::from_ret(ret);
            if Permission::of(action) != Permission::Refused {
                return Ok(None);
            }
            refusal = Some(action);
        }
        let Some(action) = refusal else { return Ok(None) };
        let default = self.always(surface.default);
        let listed = default.is_none_or(|default| Permission::of(default) != Permission::Refused);
        let told_apart = default.is_some_and(|default| default != action);
        let by_arguments = self.split(call.decision)?.runs != Ref::FALSE;
        Ok((listed || told_apart || by_arguments).then_some(action))
    }

    /// What a call gets.
    pub(crate) fn action(&self, data: &SeccompData) -> Option<Action> {
        self.space.verdict(self.verdicts, data).action()
    }
}

/// Ends it where the decisions of all calls have so many nodes that looking at them again and again takes longer than
/// anybody waits.
fn bound_decisions(d: &Diagrams, kernels: &[Kernel]) -> Bounded<()> {
    const MOST: usize = 300_000;
    const MOST_WITH_REPETITIONS: usize = 8_000_000;
    let mut sizes = Known::default();
    let (mut left, mut total) = (MOST, 0);
    for call in kernels.iter().flat_map(Kernel::surfaces).flat_map(|surface| &surface.calls) {
        let size = if let Some(known) = sizes.get(&call.decision) {
            *known
        } else {
            let size = d.size(call.decision, left)?;
            left -= size;
            sizes.insert(call.decision, size);
            size
        };
        total += size;
        if total > MOST_WITH_REPETITIONS {
            return Err(Exhausted);
        }
    }
    Ok(())
}
