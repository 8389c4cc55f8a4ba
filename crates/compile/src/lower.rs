//! From a policy and its plan to one decision for every number of every ABI.

use crate::decisions::Decisions;
use crate::graph::{Graph, Node, NodeId};
use crate::numbers::Numbers;
use crate::{CompileError, HeavyCall, Launch, condition};
use callgate_abi::{Abi, Action, Endian, Sysno, syscalls};
use callgate_plan::{Plan, PlannedCall, arches};
use callgate_policy::Policy;
use callgate_policy::model::{Compare, Comparison, SyscallRule, SyscallTarget, Unknown, Width};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Lowers. `launch` concerns the ABI this program was built for. May emit tests of arguments only.
pub(crate) fn lower(
    policy: &Policy,
    plan: &Plan,
    launch: Option<&Launch>,
) -> Result<Decisions, CompileError> {
    let (bad_arch, default) = match &policy.syscalls {
        Some(syscalls) => (syscalls.bad_arch, syscalls.default),
        None => (Action::KillProcess, Action::Allow),
    };
    let mut decisions = Decisions::new(bad_arch);
    let default = decisions.graph.answer(default);
    let mut listed: Vec<Abi> = Vec::new();
    for abi in arches(policy) {
        if !listed.contains(abi) {
            listed.push(*abi);
            calls_of_abi(&mut decisions, *abi, policy, plan, default);
        }
    }
    if let Some(launch) = launch {
        allow_launch(&mut decisions, launch)?;
    }
    Ok(decisions)
}

/// Something said of a number.
#[derive(Clone, Copy)]
enum Said<'a> {
    Rule(&'a SyscallRule, &'a SyscallTarget),
    Planned(&'a PlannedCall),
}

impl Said<'_> {
    /// The order in which what is said of a number is put together: rules from the weakest to the
    /// strictest, so that the strictest is asked first, then what the plan makes stricter. Of two rules of one
    /// rank the first written decides, as [`callgate_policy::Syscalls::evaluate`] has it.
    fn turn(&self, other: &Said<'_>) -> Ordering {
        match (self, other) {
            (Said::Rule(a, _), Said::Rule(b, _)) => {
                let place = |rule: &SyscallRule| (rule.origin.source, rule.origin.span.start);
                let ranks = a.action.rank().cmp(&b.action.rank());
                ranks.then_with(|| place(b).cmp(&place(a))).then_with(|| b.origin.text.cmp(&a.origin.text))
            }
            (Said::Rule(..), Said::Planned(_)) => Ordering::Less,
            (Said::Planned(_), Said::Rule(..)) => Ordering::Greater,
            (Said::Planned(_), Said::Planned(_)) => Ordering::Equal,
        }
    }
}

fn calls_of_abi(decisions: &mut Decisions, abi: Abi, policy: &Policy, plan: &Plan, default: NodeId) {
    let machines = decisions.apart(abi.audit_arch()..=abi.audit_arch());
    let Decisions { graph, machines: all, .. } = decisions;
    let numbers = &mut all[machines[0]];
    let unknown = policy.syscalls.as_ref().and_then(|syscalls| syscalls.unknown);
    open(graph, numbers, abi, default, unknown);
    let mut said: Vec<(RangeInclusive<u32>, Said<'_>)> = Vec::new();
    // Backwards, so that of rules from one place the first is asked first.
    for rule in policy.syscalls.iter().flat_map(|syscalls| syscalls.rules.iter().rev()) {
        for target in rule.targets.iter().rev().filter(|target| target.abi == abi) {
            let said_of = |numbers| (numbers, Said::Rule(rule, target));
            said.extend(possible(abi, &target.numbers).map(said_of));
        }
    }
    for call in plan.calls.iter().filter(|call| call.sysno.abi == abi) {
        let number = call.sysno.nr..=call.sysno.nr;
        said.extend(possible(abi, &number).map(|number| (number, Said::Planned(call))));
    }
    said.sort_by(|(_, a), (_, b)| a.turn(b));
    // Where something begins or ends to be said.
    let starts = said.iter().map(|(range, _)| *range.start());
    let ends = said.iter().filter_map(|(range, _)| range.end().checked_add(1));
    let mut parts: BTreeMap<u32, Vec<Said<'_>>> =
        starts.chain(ends).map(|start| (start, Vec::new())).collect();
    for (range, said) in &said {
        parts.range_mut(range.clone()).for_each(|(_, here)| here.push(*said));
    }
    let lasts: Vec<u32> = parts.keys().skip(1).map(|next| next - 1).chain([u32::MAX]).collect();
    for ((first, said), last) in parts.iter().zip(lasts).filter(|((_, said), _)| !said.is_empty()) {
        numbers.change_within(*first, last, |default| decide(graph, abi.endian(), said, default));
    }
}

/// Those numbers of a range that the ABI's calls can have: others (x32's bit on x86-64) never come with it.
fn possible(abi: Abi, range: &RangeInclusive<u32>) -> impl Iterator<Item = RangeInclusive<u32>> {
    let shared = |own: &RangeInclusive<u32>| *own.start().max(range.start())..=*own.end().min(range.end());
    abi.numbers().iter().map(shared).filter(|shared| !shared.is_empty())
}

/// Gives every number that the ABI's calls can have the default, or what is said of unknown ones.
fn open(
    graph: &mut Graph,
    numbers: &mut Numbers<NodeId>,
    abi: Abi,
    default: NodeId,
    unknown: Option<Unknown>,
) {
    let all = unknown.map_or(default, |unknown| graph.answer(unknown.action));
    for range in abi.numbers() {
        numbers.set(*range.start(), *range.end(), all);
    }
    if let Some(unknown) = unknown {
        for (nr, _) in syscalls::of_abi(abi).filter(|(nr, _)| unknown.knows(Sysno { abi, nr: *nr })) {
            numbers.set(nr, nr, default);
        }
    }
}

/// Of the rules that match the strictest decides, the default where none matches; the plan's
/// treatments can only make that stricter.
fn decide(graph: &mut Graph, endian: Endian, said: &[Said<'_>], default: NodeId) -> NodeId {
    said.iter().fold(default, |decision, said| match said {
        Said::Rule(rule, target) => {
            let answer = graph.answer(rule.action);
            condition::decide(graph, endian, &target.when, answer, decision)
        }
        Said::Planned(planned) => {
            let action = planned.treatment.action();
            let stricter = graph
                .map_answers(decision, |other| if other.rank() < action.rank() { action } else { other });
            condition::all(graph, endian, &planned.when, stricter, decision)
        }
    })
}

/// A launching call with the nonce passes, whatever the policy says of it.
fn allow_launch(decisions: &mut Decisions, launch: &Launch) -> Result<(), CompileError> {
    let abi = Abi::NATIVE;
    let machines = decisions.apart(abi.audit_arch()..=abi.audit_arch());
    let Decisions { graph, machines: all, .. } = decisions;
    let numbers = &mut all[machines[0]];
    let allow = graph.answer(Action::Allow);
    let knows_nonce = Comparison {
        arg: 5,
        width: Width::W64,
        signed: false,
        mask: None,
        op: Compare::Eq,
        value: launch.nonce,
    };
    for name in launch.calls {
        let Sysno { nr, .. } =
            Sysno::from_name(abi, name).ok_or(CompileError::UnknownLaunchCall { name, abi })?;
        let otherwise = numbers.get(nr);
        let decision = condition::compare(graph, abi.endian(), &knows_nonce, allow, otherwise);
        numbers.set(nr, nr, decision);
    }
    Ok(())
}

/// The calls whose decisions take the most tests.
pub(crate) fn heaviest(decisions: &Decisions, count: usize) -> Vec<HeavyCall> {
    let mut calls = Vec::new();
    for (arch, machine) in decisions.arches.intervals() {
        for (nr, decision) in decisions.machines[machine].intervals() {
            let is_test = |id: &NodeId| matches!(decisions.graph.node(*id), Node::Test { .. });
            let tests = decisions.graph.reachable(decision).iter().filter(|id| is_test(id)).count();
            if let Some(abi) = Abi::of_call(arch, nr).filter(|_| tests > 0) {
                calls.push(HeavyCall { call: format!("{abi} {}", Sysno { abi, nr }), tests });
            }
        }
    }
    calls.sort_by_key(|call| std::cmp::Reverse(call.tests));
    calls.truncate(count);
    calls
}
