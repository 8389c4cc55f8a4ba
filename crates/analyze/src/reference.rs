//! What a policy says calls get, built from its meaning alone: nothing of the compiler is used.

use crate::diagram::{Bounded, Combine, Diagrams, Leaf, Ref, walk};
use crate::limits::Reason;
use crate::space::{Space, Verdicts};
use callgate_abi::{Abi, Action, Endian, Sysno, syscalls};
use callgate_policy::model::{Compare, Comparison, Condition, SyscallRule, Width};
use callgate_policy::{Origin, Policy};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// A call that something besides `[syscalls]` treats: the plan of a resource policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Treatment {
    /// Which call.
    pub sysno: Sysno,
    /// What it gets; a stricter answer of the policy stays.
    pub action: Action,
    /// All of these must hold; empty: always.
    pub when: Vec<Comparison>,
}

/// The exception for starting the program: on the native ABI these calls pass when all 64 bits of
/// `args[5]` are the nonce.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaunchException {
    /// The secret number.
    pub nonce: u64,
    /// The calls' numbers on [`Abi::NATIVE`].
    pub numbers: Vec<u32>,
}

/// What a filter must be equal to.
#[derive(Debug, Clone, Copy)]
pub struct Reference<'a> {
    /// The policy; only its `[syscalls]` is looked at.
    pub policy: &'a Policy,
    /// What else is treated, in the plan's order.
    pub treatments: &'a [Treatment],
    /// The exception for the launch, if there is one.
    pub launch: Option<&'a LaunchException>,
}

impl Space {
    /// What calls get by a policy: the strictest matching rule of `[syscalls]`, else its default or `unknown`,
    /// other ABIs `bad-arch`; then what the treatments make stricter; then the launch's exception.
    /// Without `[syscalls]` the native family is allowed and other ABIs are killed.
    pub fn policy(&mut self, reference: &Reference<'_>) -> Verdicts {
        let built = build(&mut self.d, reference);
        let answers = built.unwrap_or_else(|_| self.d.leaf(Leaf::Unknown(Reason::Limits)));
        self.normal(answers)
    }
}

fn build(d: &mut Diagrams, reference: &Reference<'_>) -> Bounded<Ref> {
    let (arches, bad_arch, default) = match &reference.policy.syscalls {
        Some(calls) => (calls.arches.as_slice(), calls.bad_arch, calls.default),
        None => (Abi::NATIVE.family(), Action::KillProcess, Action::Allow),
    };
    let bad_arch = answer(d, bad_arch);
    let default = answer(d, default);
    let mut all = bad_arch;
    let mut listed: Vec<Abi> = Vec::new();
    for abi in arches {
        if !listed.contains(abi) {
            listed.push(*abi);
        }
    }
    for abi in listed {
        let unknown = reference.policy.syscalls.as_ref().and_then(|calls| calls.unknown);
        let mut numbers = unknown.map_or(default, |unknown| answer(d, unknown.action));
        let known = |nr| unknown.is_none_or(|unknown| unknown.knows(Sysno { abi, nr }));
        if unknown.is_some() {
            for (nr, _) in syscalls::of_abi(abi).filter(|(nr, _)| known(*nr)) {
                numbers = d.with_word(walk::NR, nr, default, numbers)?;
            }
        }
        let younger = unknown.map_or(default, |unknown| answer(d, unknown.action));
        for (range, call) in calls_of(abi, reference) {
            let (first, last) = (*range.start(), *range.end());
            if first == last {
                let decision = call.decide(d, abi.endian(), if known(first) { default } else { younger })?;
                numbers = d.with_word(walk::NR, first, decision, numbers)?;
            } else {
                let decision = call.decide(d, abi.endian(), numbers)?;
                let within = d.word_within(walk::NR, first, last)?;
                numbers = d.choose(within, decision, numbers)?;
            }
        }
        let possible = possible(d, abi)?;
        all = d.choose(possible, numbers, all)?;
    }
    if let Some(launch) = reference.launch {
        let allow = answer(d, Action::Allow);
        let value = launch.nonce;
        let test =
            Comparison { arg: 5, width: Width::W64, signed: false, mask: None, op: Compare::Eq, value };
        let knows = holds(d, Abi::NATIVE.endian(), &test)?;
        for nr in &launch.numbers {
            let here = d.word_is(walk::ARCH, Abi::NATIVE.audit_arch())?;
            let number = d.word_is(walk::NR, *nr)?;
            let number = d.and(here, number)?;
            let passes = d.and(number, knows)?;
            all = d.choose(passes, allow, all)?;
        }
    }
    Ok(all)
}

/// The calls that can be of an ABI: its architecture, and on x86-64 whether bit 30 says x32.
pub(crate) fn possible(d: &mut Diagrams, abi: Abi) -> Bounded<Ref> {
    let arch = d.word_is(walk::ARCH, abi.audit_arch())?;
    let x32 = x32_numbers(d)?;
    let numbers = match abi {
        Abi::X86_64 => d.not(x32)?,
        Abi::X32 => x32,
        _ => Ref::TRUE,
    };
    d.and(arch, numbers)
}

/// Numbers with x32's bit; −1 is a skipped call of x86-64.
pub(crate) fn x32_numbers(d: &mut Diagrams) -> Bounded<Ref> {
    let marked = d.bit(walk::NR + 1)?;
    let skipped = d.word_is(walk::NR, u32::MAX)?;
    d.choose(skipped, Ref::FALSE, marked)
}

fn answer(d: &mut Diagrams, action: Action) -> Ref {
    d.leaf(Leaf::Ret(action.to_ret()))
}

/// Everything that is said of one number.
#[derive(Default)]
struct Call<'a> {
    rules: Vec<(&'a SyscallRule, &'a Condition)>,
    treatments: Vec<&'a Treatment>,
}

/// What is said of the numbers of an ABI, in ranges of which the same is said.
fn calls_of<'a>(abi: Abi, reference: &Reference<'a>) -> Vec<(RangeInclusive<u32>, Call<'a>)> {
    let rules = || reference.policy.syscalls.iter().flat_map(|calls| &calls.rules);
    let of_rules = rules().flat_map(|rule| &rule.targets).filter(|target| target.abi == abi);
    let treatments = || reference.treatments.iter().filter(|treatment| treatment.sysno.abi == abi);
    let of_treatments = treatments().map(|treatment| treatment.sysno.nr..=treatment.sysno.nr);
    let mut starts: BTreeSet<u32> = BTreeSet::new();
    for range in of_rules.map(|target| target.numbers.clone()).chain(of_treatments) {
        starts.insert(*range.start());
        starts.extend(range.end().checked_add(1));
    }
    let mut calls: BTreeMap<u32, Call<'a>> =
        starts.into_iter().map(|start| (start, Call::default())).collect();
    for rule in rules() {
        for target in rule.targets.iter().filter(|target| target.abi == abi) {
            let here = calls.range_mut(target.numbers.clone());
            here.for_each(|(_, call)| call.rules.push((rule, &target.when)));
        }
    }
    for treatment in treatments() {
        calls.entry(treatment.sysno.nr).or_default().treatments.push(treatment);
    }
    let ends: Vec<u32> = calls.keys().skip(1).map(|next| next - 1).chain([u32::MAX]).collect();
    let calls = calls.into_iter().zip(ends).map(|((first, call), last)| (first..=last, call));
    calls.filter(|(_, call)| !call.rules.is_empty() || !call.treatments.is_empty()).collect()
}

/// Which of two rules of one rank decides, as [`callgate_policy::Syscalls::evaluate`] has it.
fn precedence(origin: &Origin) -> (usize, usize, &str) {
    (origin.source, origin.span.start, &origin.text)
}

impl Call<'_> {
    fn decide(mut self, d: &mut Diagrams, endian: Endian, default: Ref) -> Bounded<Ref> {
        // What decides is chosen last. The sort is stable, and of equal ones the first decides.
        self.rules.sort_by(|(a, _), (b, _)| {
            let key = |rule: &SyscallRule| std::cmp::Reverse(rule.action.rank());
            key(a).cmp(&key(b)).then_with(|| precedence(&a.origin).cmp(&precedence(&b.origin)))
        });
        let mut decision = default;
        for (rule, when) in self.rules.into_iter().rev() {
            let condition = satisfied(d, endian, when)?;
            let decides = answer(d, rule.action);
            decision = d.choose(condition, decides, decision)?;
        }
        for treatment in self.treatments {
            let condition = all_hold(d, endian, &treatment.when)?;
            let treated = answer(d, treatment.action);
            let stricter = d.combine(Combine::Stricter, decision, treated)?;
            decision = d.choose(condition, stricter, decision)?;
        }
        Ok(decision)
    }
}

fn all_hold(d: &mut Diagrams, endian: Endian, when: &[Comparison]) -> Bounded<Ref> {
    let mut all = Ref::TRUE;
    for comparison in when {
        let condition = holds(d, endian, comparison)?;
        all = d.and(all, condition)?;
    }
    Ok(all)
}

fn satisfied(d: &mut Diagrams, endian: Endian, when: &Condition) -> Bounded<Ref> {
    match when {
        Condition::Is(comparison) => holds(d, endian, comparison),
        Condition::All(parts) => {
            let mut all = Ref::TRUE;
            for part in parts {
                let condition = satisfied(d, endian, part)?;
                all = d.and(all, condition)?;
            }
            Ok(all)
        }
        Condition::Any(parts) => {
            let mut any = Ref::FALSE;
            for part in parts {
                let condition = satisfied(d, endian, part)?;
                any = d.or(any, condition)?;
            }
            Ok(any)
        }
    }
}

/// The condition that a comparison holds, as [`Comparison::holds`] has it, bit by bit from the lowest.
pub(crate) fn holds(d: &mut Diagrams, endian: Endian, comparison: &Comparison) -> Bounded<Ref> {
    let Comparison { arg, width, signed, mask, op, value } = *comparison;
    let bits: u32 = match width {
        Width::W32 => 32,
        Width::W64 => 64,
    };
    let mask = mask.unwrap_or(u64::MAX);
    let (mut equal, mut greater) = (Ref::TRUE, Ref::FALSE);
    for n in 0..bits {
        let found = if mask >> n & 1 == 1 { d.bit(level(endian, arg, n))? } else { Ref::FALSE };
        let wanted = value >> n & 1 == 1;
        let agrees = if wanted { found } else { d.not(found)? };
        equal = d.and(agrees, equal)?;
        // The sign's order is the other way round.
        let upside_down = signed && n == bits - 1;
        greater = match (wanted, upside_down) {
            (true, false) => d.and(found, greater)?,
            (false, false) => d.or(found, greater)?,
            (true, true) => {
                let positive = d.not(found)?;
                d.or(positive, greater)?
            }
            (false, true) => {
                let positive = d.not(found)?;
                d.and(positive, greater)?
            }
        };
    }
    match op {
        Compare::Eq => Ok(equal),
        Compare::Ne => d.not(equal),
        Compare::Gt => Ok(greater),
        Compare::Le => d.not(greater),
        Compare::Ge => d.or(greater, equal),
        Compare::Lt => {
            let other = d.or(greater, equal)?;
            d.not(other)
        }
    }
}

/// Where a register's bit stands, counted from its lowest.
pub(crate) fn level(endian: Endian, arg: u8, bit: u32) -> u32 {
    let bit = match endian {
        Endian::Little => bit,
        Endian::Big => (bit + 32) % 64,
    };
    walk::register(u32::from(arg)) + 63 - bit
}

impl Diagrams {
    /// The condition that the word beginning at a level is this.
    pub(crate) fn word_is(&mut self, level: u32, word: u32) -> Bounded<Ref> {
        self.with_word(level, word, Ref::TRUE, Ref::FALSE)
    }

    /// The condition that the word beginning at a level is at least `first` and at most `last`.
    fn word_within(&mut self, level: u32, first: u32, last: u32) -> Bounded<Ref> {
        let (mut from, mut to) = (Ref::TRUE, Ref::TRUE);
        for n in 0..32 {
            let bit = self.bit(level + 31 - n)?;
            from = if first >> n & 1 == 1 { self.and(bit, from)? } else { self.or(bit, from)? };
            let clear = self.not(bit)?;
            to = if last >> n & 1 == 1 { self.or(clear, to)? } else { self.and(clear, to)? };
        }
        self.and(from, to)
    }

    /// `then` where the word beginning at a level is this, `otherwise` elsewhere.
    pub(crate) fn with_word(&mut self, level: u32, word: u32, then: Ref, otherwise: Ref) -> Bounded<Ref> {
        let mut is = Ref::TRUE;
        for n in 0..32 {
            let bit = self.bit(level + 31 - n)?;
            is = if word >> n & 1 == 1 {
                self.choose(bit, is, Ref::FALSE)?
            } else {
                self.choose(bit, Ref::FALSE, is)?
            };
        }
        self.choose(is, then, otherwise)
    }
}
