//! Where filters and policies are compared.

use crate::diagram::{Combine, Diagrams, Known, Leaf, Ref, walk};
use crate::execute;
use crate::followed::Followed;
use crate::limits::{Limits, Reason};
use callgate_abi::{Action, Endian, SeccompData};
use callgate_bpf::{Program, interp};

/// Holds what is known of filters and policies, so that they can be compared and explained.
///
/// One space has one budget, its [`Limits`]: what does not fit is [`Verdict::Unknown`].
///
/// ```
/// use callgate_analyze::{Limits, Space, Verdict};
/// use callgate_bpf::{Insn, Program};
/// use callgate_abi::{Action, SeccompData};
/// let filter = Program::new(vec![Insn::ld_abs(0), Insn::jeq(39, 0, 1), Insn::ret(0), Insn::ret(0x7fff_0000)])?;
/// let mut space = Space::new(Limits::default());
/// let verdicts = space.filter(&filter);
/// let getpid = SeccompData { nr: 39, ..SeccompData::default() };
/// assert_eq!(space.verdict(verdicts, &getpid), Verdict::Known(Action::KillThread));
/// # Ok::<(), callgate_bpf::VerifyError>(())
/// ```
#[derive(Debug)]
pub struct Space {
    pub(crate) d: Diagrams,
    pub(crate) limits: Limits,
}

/// What every call there is gets: from a filter, a stack of filters, or a policy. Belongs to the
/// [`Space`] that made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdicts(pub(crate) Ref);

/// Which filter of a stack decides each call. Belongs to the [`Space`] that made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deciders(pub(crate) Ref);

/// What one call gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// This.
    Known(Action),
    /// It was not decided.
    Unknown(Reason),
}

impl Space {
    /// An empty space.
    pub fn new(limits: Limits) -> Space {
        Space { d: Diagrams::new(limits.nodes, limits.steps), limits }
    }

    /// What calls get from one filter.
    pub fn filter(&mut self, program: &Program) -> Verdicts {
        self.stack(&[program])
    }

    /// What calls get from several filters, the first installed first, by the kernel's precedence
    /// (seccomp(2)). No filter allows everything.
    pub fn stack(&mut self, programs: &[&Program]) -> Verdicts {
        let returns = self.returns(programs);
        self.normal(returns)
    }

    /// The return values that win in a stack, as the filters have them.
    pub(crate) fn returns(&mut self, programs: &[&Program]) -> Ref {
        self.returns_and(programs, |_, _| {})
    }

    /// The same, and what `keep` does with each filter that was followed and its place.
    pub(crate) fn returns_and<'p>(
        &mut self,
        programs: &[&'p Program],
        mut keep: impl FnMut(usize, Followed<'p>),
    ) -> Ref {
        let mut all = self.d.leaf(Leaf::Ret(Action::Allow.to_ret()));
        for (place, program) in programs.iter().enumerate().rev() {
            let followed = self.follow(program);
            let answers = self.answers(followed.as_ref());
            all = self.combined(Combine::Stack, all, answers);
            if let Some(followed) = followed {
                keep(place, followed);
            }
        }
        all
    }

    fn answers(&mut self, followed: Option<&Followed<'_>>) -> Ref {
        match followed {
            Some(followed) => followed.answers(&mut self.d),
            None => self.d.leaf(Leaf::Unknown(Reason::Limits)),
        }
    }

    /// `None` where there is no room to begin.
    pub(crate) fn follow<'p>(&mut self, program: &'p Program) -> Option<Followed<'p>> {
        execute::follow(&mut self.d, program, self.limits.states).ok()
    }

    /// What a call gets.
    pub fn verdict(&self, verdicts: Verdicts, data: &SeccompData) -> Verdict {
        match self.d.leaf_of(self.at_call(verdicts.0, data)) {
            Some(Leaf::Ret(ret)) => Verdict::Known(Action::from_ret(ret)),
            Some(Leaf::Unknown(reason)) => Verdict::Unknown(reason),
            _ => Verdict::Unknown(Reason::Limits),
        }
    }

    /// [`Space::stack`], and which filter it is that decides: of those with the strictest action the one
    /// installed last, whose data counts. Where all allow, none does.
    pub fn stack_with_deciders(&mut self, programs: &[&Program]) -> (Verdicts, Deciders) {
        let allow = Action::Allow.to_ret();
        let mut all = self.d.leaf(Leaf::Ret(allow));
        let mut deciders = self.d.leaf(Leaf::By(allow, Leaf::NONE));
        for (at, program) in programs.iter().enumerate().rev() {
            let followed = self.follow(program);
            let answers = self.answers(followed.as_ref());
            all = self.combined(Combine::Stack, all, answers);
            let from = u16::try_from(at).unwrap_or(Leaf::NONE);
            deciders = match self.d.of_filter(answers, from, &mut Known::default()) {
                Ok(marked) => self.combined(Combine::Deciders, deciders, marked),
                Err(_) => self.d.leaf(Leaf::Unknown(Reason::Limits)),
            };
        }
        (self.normal(all), Deciders(deciders))
    }

    /// The conditional jumps of a filter whose tests come out the same for every call that gets to them, and how;
    /// none where not every way could be followed.
    pub fn fixed_jumps(&mut self, program: &Program) -> Vec<(usize, bool)> {
        let Some(Ok(ways)) = self.follow(program).map(|followed| followed.ways(&mut self.d)) else {
            return Vec::new();
        };
        if ways.unknown.is_some() {
            return Vec::new();
        }
        let jumps = program.insns().iter().enumerate().filter(|(_, insn)| insn.is_conditional_jump());
        jumps
            .filter(|(at, _)| ways.passes[*at].holds != ways.passes[*at].fails)
            .map(|(at, _)| (at, ways.passes[at].holds))
            .collect()
    }

    /// How many nodes were made so far, for figures.
    pub fn nodes(&self) -> usize {
        self.d.len()
    }

    pub(crate) fn normal(&mut self, answers: Ref) -> Verdicts {
        Verdicts(self.combined(Combine::Normal, answers, Ref::TRUE))
    }

    /// Two diagrams in one; unknown where that does not fit.
    pub(crate) fn combined(&mut self, how: Combine, left: Ref, right: Ref) -> Ref {
        match self.d.combine(how, left, right) {
            Ok(combined) => combined,
            Err(_) => self.d.leaf(Leaf::Unknown(Reason::Limits)),
        }
    }

    pub(crate) fn at_call(&self, from: Ref, data: &SeccompData) -> Ref {
        let at = self.d.follow(from, walk::ARCH, 32, u64::from(data.arch));
        let mut at = self.d.follow(at, walk::NR, 32, u64::from(data.nr as u32));
        let big = interp::byte_order(data) == Endian::Big;
        for (register, value) in data.args.into_iter().chain([data.instruction_pointer]).enumerate() {
            let value = if big { value.rotate_left(32) } else { value };
            at = self.d.follow(at, walk::register(register as u32), 64, value);
        }
        at
    }
}
