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
    // A number that this ABI's calls cannot have (x32's bit on x86-64) never comes with it.
    let possible = |nr| Abi::of_call(abi.audit_arch(), nr) == Some(abi);
    let mut said: Vec<(u32, Said<'_>)> = Vec::new();
    // Backwards, so that of rules from one place the first is asked first.
    for rule in policy.syscalls.iter().flat_map(|syscalls| syscalls.rules.iter().rev()) {
        let targets = rule.targets.iter().rev().filter(|target| target.abi == abi && possible(target.nr));
        said.extend(targets.map(|target| (target.nr, Said::Rule(rule, target))));
    }
    let planned = plan.calls.iter().filter(|call| call.sysno.abi == abi && possible(call.sysno.nr));
    said.extend(planned.map(|call| (call.sysno.nr, Said::Planned(call))));
    said.sort_by(|(a_nr, a), (b_nr, b)| a_nr.cmp(b_nr).then_with(|| a.turn(b)));
    for of_number in said.chunk_by(|a, b| a.0 == b.0) {
        let nr = of_number[0].0;
        let decision = decide(graph, abi.endian(), of_number, numbers.get(nr));
        numbers.set(nr, nr, decision);
    }
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
    for (first, last) in number_ranges(abi) {
        numbers.set(first, last, all);
    }
    if let Some(unknown) = unknown {
        for (nr, _) in syscalls::of_abi(abi).filter(|(nr, _)| unknown.knows(Sysno { abi, nr: *nr })) {
            numbers.set(nr, nr, default);
        }
    }
}

/// Of the rules that match the strictest decides, the default where none matches; the plan's
/// treatments can only make that stricter.
fn decide(graph: &mut Graph, endian: Endian, said: &[(u32, Said<'_>)], default: NodeId) -> NodeId {
    said.iter().fold(default, |decision, (_, said)| match said {
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

/// The numbers that calls of an ABI can have: x32's have bit 30, but −1 is a skipped native call.
fn number_ranges(abi: Abi) -> Vec<(u32, u32)> {
    match abi {
        Abi::X86_64 => {
            vec![(0, 0x3fff_ffff), (0x8000_0000, 0xbfff_ffff), (u32::MAX, u32::MAX)]
        }
        Abi::X32 => vec![(0x4000_0000, 0x7fff_ffff), (0xc000_0000, u32::MAX - 1)],
        _ => vec![(0, u32::MAX)],
    }
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
