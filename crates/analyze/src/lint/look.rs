//! What a rule can ask of a subject, and how it says what it found.

use super::kernel::{Call, Kernel, Surface, kernels};
use super::registers::plainly_spelled;
use super::report::{Finding, Passed, Report, Severity, Undecided, Witness};
use super::{Installed, Rule, Subject};
use crate::answer::Permission;
use crate::diagram::{Bounded, Diagrams, Leaf, Ref, walk};
use crate::execute::{Ways, ways};
use crate::limits::Reason;
use crate::reference::{holds, possible};
use crate::space::{Space, Verdicts};
use callgate_abi::{Abi, Action, Endian, Errno, SeccompData, Sysno, constants, signature_on};
use callgate_bpf::Program;
use callgate_policy::Policy;
use callgate_policy::model::{Compare, Comparison, Width};
use std::collections::HashMap;
use std::rc::Rc;

/// A subject under the eyes of one rule after the other.
pub(crate) struct Look<'a> {
    space: &'a mut Space,
    verdicts: Verdicts,
    returns: Ref,
    stack: &'a [Installed<'a>],
    policy: Option<&'a Policy>,
    kernels: Rc<[Kernel]>,
    splits: HashMap<Ref, Split>,
    ways: Vec<Option<Rc<Ways>>>,
    rule: &'static Rule,
    report: &'a mut Report,
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

/// What is to be said.
pub(crate) struct Found {
    pub(crate) severity: Severity,
    pub(crate) abi: Abi,
    pub(crate) calls: Vec<String>,
    pub(crate) message: String,
    pub(crate) fix: String,
    pub(crate) witness: SeccompData,
}

impl<'a> Look<'a> {
    pub(crate) fn new(
        space: &'a mut Space,
        subject: &'a Subject<'a>,
        assumed: Abi,
        report: &'a mut Report,
    ) -> Bounded<Look<'a>> {
        let (verdicts, returns, stack, policy): (_, _, &[Installed<'_>], _) = match subject {
            Subject::Filters(stack) => {
                let programs: Vec<&Program> = stack.iter().filter_map(|filter| filter.program.ok()).collect();
                let returns = space.returns(&programs);
                (space.normal(returns), returns, stack, None)
            }
            Subject::Policy(reference) => {
                let verdicts = space.policy(reference);
                (verdicts, verdicts.0, &[], Some(reference.policy))
            }
        };
        let unknown_machine = space.unknown_machine(verdicts.0)?;
        let kernels = kernels(&mut space.d, verdicts.0, unknown_machine, assumed)?.into();
        let ways = vec![None; stack.len()];
        let splits = HashMap::new();
        let rule = super::RULES[0];
        Ok(Look { space, verdicts, returns, stack, policy, kernels, splits, ways, rule, report })
    }

    pub(crate) fn turn_to(&mut self, rule: &'static Rule) {
        self.rule = rule;
    }

    /// Says what no rule could look at, and puts the findings in order.
    pub(crate) fn finish(&mut self) {
        let unknown = |leaf: &(Ref, Leaf)| matches!(leaf.1, Leaf::Unknown(_));
        if self.space.d.leaves_of(self.verdicts.0).iter().any(unknown) {
            match self.space.regions(self.verdicts.0) {
                Err(_) => self.undecided(Reason::Limits),
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
        let stack = self.stack.iter().enumerate();
        stack.filter_map(|(place, filter)| Some((place, filter.program.ok()?))).collect()
    }

    /// Which inputs get where in one of the filters.
    pub(crate) fn ways(&mut self, place: usize, program: &Program) -> Bounded<Rc<Ways>> {
        if let Some(known) = &self.ways[place] {
            return Ok(Rc::clone(known));
        }
        let states = self.space.limits.states;
        let ways = Rc::new(ways(&mut self.space.d, program, states)?);
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

    /// The actions that a decision comes to, each with its leaf.
    pub(crate) fn actions(&self, decision: Ref) -> Vec<(Ref, Action)> {
        let leaves = self.space.d.leaves_of(decision).into_iter();
        let known = |(at, leaf)| match leaf {
            Leaf::Ret(ret) => Some((at, Action::from_ret(ret))),
            _ => None,
        };
        leaves.filter_map(known).collect()
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
        let leaves = self.space.d.leaves_of(call.decision);
        leaves.iter().all(|(_, leaf)| match leaf {
            Leaf::Ret(ret) => Permission::of(Action::from_ret(*ret)) == Permission::Refused,
            _ => false,
        })
    }

    /// The registers that a call of an ABI can have: those of 32 bits have no upper half.
    pub(crate) fn possible(&mut self, abi: Abi) -> Bounded<Ref> {
        let mut all = Ref::TRUE;
        if abi.register_bits() == 32 {
            let upper = if abi.endian() == Endian::Little { 0 } else { 32 };
            for register in (0..walk::IP).rev() {
                for level in (0..32).rev() {
                    let bit = self.d().bit(walk::register(register) + upper + level)?;
                    all = self.d().choose(bit, Ref::FALSE, all)?;
                }
            }
        }
        Ok(all)
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
        let mut all = plainly_spelled(self.d(), sysno)?;
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

    pub(crate) fn find(&mut self, found: Found) {
        self.find_at(found, None);
    }

    /// Says what was found; of several ABIs once.
    pub(crate) fn find_at(&mut self, found: Found, passes: Option<Passed>) {
        let Found { severity, abi, calls, message, fix, witness } = found;
        let rule = self.rule;
        let known = self.report.findings.iter_mut().find(|known| {
            known.rule.code == rule.code
                && known.severity == severity
                && known.calls == calls
                && known.message == message
                && known.fix == fix
        });
        if let Some(known) = known {
            if !known.abis.contains(&abi) {
                known.abis.push(abi);
            }
            return;
        }
        let Some(gets) = self.action(&witness) else { return };
        let witness = Some(Witness { call: witness, gets, passes });
        let abis = if passes.is_some() { Vec::new() } else { vec![abi] };
        self.report.findings.push(Finding { rule, severity, abis, calls, message, fix, witness });
    }

    /// Says what no call can show.
    pub(crate) fn find_without_call(&mut self, severity: Severity, message: String, fix: String) {
        let rule = self.rule;
        let (abis, calls) = (Vec::new(), Vec::new());
        self.report.findings.push(Finding { rule, severity, abis, calls, message, fix, witness: None });
    }

    /// Says which calls get an action of a kind.
    pub(crate) fn find_action(
        &mut self,
        wanted: impl Fn(Action) -> bool + Copy,
        severity: Severity,
        one: &str,
        several: &str,
        fix: &str,
    ) -> Bounded<()> {
        self.each_surface(|look, surface| look.find_action_on(surface, wanted, severity, [one, several], fix))
    }

    /// Says which calls of an ABI get an action of a kind.
    pub(crate) fn find_action_on(
        &mut self,
        surface: &Surface,
        wanted: impl Fn(Action) -> bool + Copy,
        severity: Severity,
        [one, several]: [&str; 2],
        fix: &str,
    ) -> Bounded<()> {
        let (mut names, mut witness) = (Vec::new(), None);
        let by_default = self.actions(surface.default).into_iter().any(|(_, action)| wanted(action));
        for call in surface.notable_first() {
            let gets = self.actions(call.decision).into_iter().any(|(_, action)| wanted(action));
            if !gets || names.contains(&call.name()) {
                continue;
            }
            let Some(data) = self.getting(&call, wanted)? else { continue };
            witness.get_or_insert(data);
            if !by_default || call.decision != surface.default {
                names.push(call.name());
            }
        }
        if witness.is_none() {
            witness = self.getting(&surface.next, wanted)?;
        }
        let Some(witness) = witness else { return Ok(()) };
        let what = match (by_default, names.is_empty()) {
            (true, true) => "calls that the filter does not name".to_owned(),
            (true, false) => format!("calls that the filter does not name, and {}", listed(&names)),
            (false, _) => listed(&names),
        };
        let does = if by_default || names.len() > 1 { several } else { one };
        let message = format!("{what} {does}");
        self.find(Found { severity, abi: surface.abi, calls: names, message, fix: fix.to_owned(), witness });
        Ok(())
    }

    /// Says which calls get a return value of a kind, as the filter has it.
    pub(crate) fn find_returns(
        &mut self,
        wanted: impl Fn(u32) -> bool,
        severity: Severity,
        say: impl Fn(u32) -> String,
        fix: &str,
    ) -> Bounded<()> {
        for (at, leaf) in self.space.d.leaves_of(self.returns) {
            let Leaf::Ret(ret) = leaf else { continue };
            if !wanted(ret) {
                continue;
            }
            let condition = self.space.d.leading_to(self.returns, u32::MAX, at)?;
            let Some(witness) = self.example_of(condition)? else { continue };
            let call = witness.abi().map(|abi| Sysno { abi, nr: witness.nr as u32 });
            let name = call.map_or_else(|| format!("number {}", witness.nr), |call| call.to_string());
            let abi = witness.abi().unwrap_or(self.kernels[0].main.abi);
            let message = format!("{name}, for one, gets {}", say(ret));
            self.find(Found { severity, abi, calls: vec![name], message, fix: fix.to_owned(), witness });
        }
        Ok(())
    }

    /// Whether a finding of this area names a call already.
    pub(crate) fn is_found(&self, area: &str, abi: Abi, call: &str) -> bool {
        self.report.findings.iter().any(|found| {
            found.rule.code.starts_with(area)
                && found.abis.contains(&abi)
                && found.calls.iter().any(|known| known == call)
        })
    }

    /// Says which of these calls run: a note, for calls that are dangerous whatever else is refused.
    pub(crate) fn find_running(&mut self, names: &[&str], what: &str, fix: &str) -> Bounded<()> {
        let mut parts = Vec::new();
        self.each_surface(|look, surface| {
            if look.is_general(surface) {
                parts.extend(look.running_of(surface, names)?);
            }
            Ok(())
        })?;
        let say =
            |names: &[String]| format!("{} {}: {what}", listed(names), verb(names.len(), "runs", "run"));
        self.find_all(Severity::Note, &parts, say, fix);
        Ok(())
    }

    /// Says one thing of calls of several ABIs.
    pub(crate) fn find_all(
        &mut self,
        severity: Severity,
        parts: &[(Call, SeccompData)],
        say: impl Fn(&[String]) -> String,
        fix: &str,
    ) {
        let mut calls: Vec<String> = Vec::new();
        for (call, _) in parts {
            if !calls.contains(&call.name()) {
                calls.push(call.name());
            }
        }
        // Of nothing nothing is said.
        let message = if calls.is_empty() { return } else { say(&calls) };
        for (call, witness) in parts {
            self.find(Found {
                severity,
                abi: call.sysno.abi,
                calls: calls.clone(),
                message: message.clone(),
                fix: fix.to_owned(),
                witness: *witness,
            });
        }
    }

    /// Says that the rule could not be judged.
    pub(crate) fn undecided(&mut self, reason: Reason) {
        let rule = self.rule;
        let known =
            self.report.undecided.iter_mut().find(|known| known.calls.is_none() && known.reason == reason);
        match known {
            Some(known) if known.rules.iter().any(|known| known.code == rule.code) => {}
            Some(known) => known.rules.push(rule),
            None => self.report.undecided.push(Undecided { rules: vec![rule], calls: None, reason }),
        }
    }
}

/// Whether an errno tells a library that the kernel lacks the call.
pub(crate) fn says_missing(action: Action) -> bool {
    action == Action::Errno(Errno::ENOSYS)
}

/// Names for a message, of many only the first.
pub(crate) fn listed<S: AsRef<str>>(names: &[S]) -> String {
    const MOST: usize = 8;
    let shown: Vec<&str> = names.iter().take(MOST).map(AsRef::as_ref).collect();
    match names.len().saturating_sub(MOST) {
        0 => match &shown[..] {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [all @ .., last] => format!("{} and {last}", all.join(", ")),
        },
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

/// `runs` for one, `run` for several.
pub(crate) fn verb<'w>(count: usize, one: &'w str, several: &'w str) -> &'w str {
    if count == 1 { one } else { several }
}

/// Numbers for a message, those that follow one another as one range.
pub(crate) fn ranges(numbers: &[usize]) -> String {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => ranges.push((*number, *number)),
        }
    }
    let range = |(first, last): &(usize, usize)| {
        if first == last { first.to_string() } else { format!("{first}-{last}") }
    };
    listed(&ranges.iter().map(range).collect::<Vec<_>>())
}
