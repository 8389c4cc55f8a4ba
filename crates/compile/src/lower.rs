//! From a policy and its plan to one decision for every number of every ABI.

use crate::decisions::Decisions;
use crate::graph::{Graph, Node, NodeId};
use crate::mix::Mixed;
use crate::numbers::Numbers;
use crate::table::{Place, Table, TooMany};
use crate::{CompileError, HeavyCall, Launch, condition, prune, words};
use callgate_abi::{Abi, Action, Endian, Sysno, syscalls};
use callgate_bpf::MAX_INSNS;
use callgate_plan::{Plan, PlannedCall, arches};
use callgate_policy::Policy;
use callgate_policy::model::{Compare, Comparison, Condition, SyscallRule, SyscallTarget, Unknown, Width};
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};
use std::ops::RangeInclusive;

/// Rules of one call from which on they are put together in a [`Table`].
const MANY: usize = 48;
/// Rules that tell whether a table is worth making of all, and what it may cut off for each comparison: of 64 bits there
/// are two words with two ends.
const SAMPLE: usize = 64;
const CUTS: usize = 4;
/// Tests of one call that are worked on, twice what a filter may have, where no table says how many are needed.
const MOST_TESTS: usize = 2 * MAX_INSNS;

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
    let mut least = Least::default();
    for abi in arches(policy) {
        if !listed.contains(abi) {
            listed.push(*abi);
            let lowered = calls_of_abi(&mut decisions, *abi, policy, plan, default, &mut least);
            lowered.map_err(|need| need.refused(policy))?;
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

/// How many instructions a filter has at least: of nodes that nothing changes any more how many tests each takes.
#[derive(Default)]
struct Least {
    of: HashMap<NodeId, usize, Mixed>,
    sum: usize,
}

impl Least {
    /// Counts a diagram, what was counted before not again.
    fn count(&mut self, graph: &mut Graph, table: &Table, root: Place) -> Result<NodeId, Need> {
        let own = table.least(root);
        if own > MAX_INSNS {
            return Err(Need::Instructions(own));
        }
        let (node, tests) = table.build(graph, root);
        for (node, tests) in tests {
            if self.of.insert(node, tests).is_none() {
                self.sum += tests;
            }
        }
        if self.sum > MAX_INSNS { Err(Need::Instructions(self.sum)) } else { Ok(node) }
    }
}

/// What no filter has room for.
enum Need {
    /// At least so many instructions.
    Instructions(usize),
    /// Work on so many tests.
    Tests(usize),
}

impl Need {
    fn refused(self, policy: &Policy) -> CompileError {
        let heaviest = most_written(policy, 3);
        match self {
            Need::Instructions(instructions) => {
                CompileError::TooLong { instructions, limit: MAX_INSNS, heaviest }
            }
            Need::Tests(tests) => CompileError::TooMuch { tests, limit: MOST_TESTS, heaviest },
        }
    }
}

fn calls_of_abi(
    decisions: &mut Decisions,
    abi: Abi,
    policy: &Policy,
    plan: &Plan,
    default: NodeId,
    least: &mut Least,
) -> Result<(), Need> {
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
        let decided = |default| decide(graph, abi.endian(), said, default, least);
        numbers.change_within(*first, last, decided)?;
    }
    Ok(())
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
fn decide(
    graph: &mut Graph,
    endian: Endian,
    said: &[Said<'_>],
    default: NodeId,
    least: &mut Least,
) -> Result<NodeId, Need> {
    let (rules, planned) = said.split_at(said.partition_point(|said| matches!(said, Said::Rule(..))));
    let rules: Vec<(Action, &Condition)> = rules
        .iter()
        .filter_map(|said| match said {
            Said::Rule(rule, target) => Some((rule.action, &target.when)),
            Said::Planned(_) => None,
        })
        .collect();
    let decision = match rules.len() {
        0..MANY => one_by_one(graph, endian, &rules, default),
        _ => together(graph, endian, &rules, default, planned.is_empty().then_some(least))?,
    };
    Ok(planned.iter().fold(decision, |decision, said| match said {
        Said::Rule(..) => decision,
        Said::Planned(planned) => {
            let action = planned.treatment.action();
            let stricter = graph
                .map_answers(decision, |other| if other.rank() < action.rank() { action } else { other });
            condition::all(graph, endian, &planned.when, stricter, decision)
        }
    }))
}

/// Rules as they are written, the last asked first.
fn one_by_one(graph: &mut Graph, endian: Endian, rules: &[(Action, &Condition)], default: NodeId) -> NodeId {
    rules.iter().fold(default, |decision, (action, when)| {
        let answer = graph.answer(*action);
        condition::decide(graph, endian, when, answer, decision)
    })
}

/// Many rules, by a table if that is no longer than they are one by one; `least` counts them if they are all that
/// is said.
fn together(
    graph: &mut Graph,
    endian: Endian,
    rules: &[(Action, &Condition)],
    default: NodeId,
    least: Option<&mut Least>,
) -> Result<NodeId, Need> {
    let mut table = Table::new();
    let places: Vec<_> = rules
        .iter()
        .rev()
        .map(|(action, when)| {
            let answer = table.leads(graph.answer(*action));
            condition::decide(&mut table, endian, when, answer, Table::OPEN)
        })
        .collect();
    let otherwise = table.leads(default);
    let some = places.len().min(SAMPLE);
    let worth = |table: &Table, root: Place, count: usize| {
        let written: usize = rules.iter().rev().take(count).map(|(_, when)| comparisons(when)).sum();
        table.cuts(root) <= CUTS * written
    };
    let joined = match table.first_of_some(&places[..some]) {
        Ok(sample) if worth(&table, sample, some) => {
            table.first_of(&places[some..]).and_then(|rest| table.first_of(&[sample, rest, otherwise]))
        }
        _ => Err(TooMany),
    };
    let table = joined.ok().filter(|root| worth(&table, *root, rules.len())).map(|root| (table, root));
    let written: usize = rules.iter().map(|(_, when)| comparisons(when)).sum();
    if let Some((table, root)) = &table {
        if written <= MOST_TESTS {
            let apart = one_by_one(graph, endian, rules, default);
            let (together, _) = table.build(graph, *root);
            if words::size(graph, apart) < words::size(graph, together) {
                return Ok(apart);
            }
        }
        return match least {
            Some(least) => least.count(graph, table, *root),
            None => Ok(table.build(graph, *root).0),
        };
    }
    let root = one_by_one(graph, endian, rules, default);
    let tests = graph.reachable(root).len();
    if tests <= MOST_TESTS {
        return Ok(root);
    }
    prune::within(graph, root, MOST_TESTS).ok_or(Need::Tests(tests))
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

fn comparisons(condition: &Condition) -> usize {
    match condition {
        Condition::Is(_) => 1,
        Condition::All(parts) | Condition::Any(parts) => parts.iter().map(comparisons).sum(),
    }
}

/// The calls with the most comparisons in their rules; of a range of numbers the first.
fn most_written(policy: &Policy, count: usize) -> Vec<HeavyCall> {
    let mut written: BTreeMap<Sysno, usize> = BTreeMap::new();
    for target in policy.syscalls.iter().flat_map(|syscalls| &syscalls.rules).flat_map(|rule| &rule.targets) {
        let first = Sysno { abi: target.abi, nr: *target.numbers.start() };
        *written.entry(first).or_default() += comparisons(&target.when);
    }
    let mut calls: Vec<HeavyCall> = written
        .into_iter()
        .filter(|(_, tests)| *tests > 0)
        .map(|(sysno, tests)| HeavyCall { call: format!("{} {sysno}", sysno.abi), tests })
        .collect();
    calls.sort_by_key(|call| std::cmp::Reverse(call.tests));
    calls.truncate(count);
    calls
}
