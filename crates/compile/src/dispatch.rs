//! From numbers to a search: first the architecture, then the number.
//!
//! Until a number's decision only number and architecture are looked at, by instructions that the kernel
//! can follow by itself, so that it computes the verdicts that need no more once and for all.

use crate::decisions::Decisions;
use crate::graph::{Graph, Node, NodeId};
use crate::search::{Interval, search};
use crate::weights::Weights;
use crate::word::{Operand, Relation, Word};
use callgate_abi::{Abi, Action};

/// The price of an instruction, in tests made by an average call that runs the filter.
const INSTRUCTION: f64 = 0.05;
/// What all calls together weigh whose frequency is not known, beside those of known frequency.
const UNKNOWN: f64 = 0.1;

/// Intervals that one table of prices is made for.
const TABLE: usize = 128;
const HURRIED: usize = 32;

/// The filter's first node. May emit JEQ and JGE of number and architecture, and JSET of x32's bit.
/// `hurried` looks at fewer ways.
pub(crate) fn root(decisions: &mut Decisions, weights: &Weights, hurried: bool) -> NodeId {
    let table = if hurried { HURRIED } else { TABLE };
    let Decisions { graph, arches, machines } = decisions;
    let arches = arches.intervals();
    let mut intervals = Vec::new();
    for (at, (first, machine)) in arches.iter().enumerate() {
        let single = is_single(&arches, at);
        let to = number(graph, machines[*machine].intervals(), single.then_some(*first), weights, table);
        let native = single && *first == Abi::NATIVE.audit_arch();
        let weight = if native { 1.0 } else { 1.0 / 64.0 };
        if intervals.last().is_none_or(|last: &Interval| last.to != to) {
            intervals.push(Interval { first: *first, single, to, weight });
        } else if let Some(last) = intervals.last_mut() {
            last.single = false;
        }
    }
    search(graph, Operand::whole(Word::ARCH), &intervals, INSTRUCTION, table)
}

fn is_single<T>(intervals: &[(u32, T)], at: usize) -> bool {
    match intervals.get(at + 1) {
        Some((next, _)) => next - intervals[at].0 == 1,
        None => intervals[at].0 == u32::MAX,
    }
}

/// The search for a number; its architecture is known unless several share these intervals.
fn number(
    graph: &mut Graph,
    intervals: Vec<(u32, NodeId)>,
    arch: Option<u32>,
    weights: &Weights,
    table: usize,
) -> NodeId {
    let operand = Operand::whole(Word::NUMBER);
    let intervals = match arch {
        Some(arch) if arch == Abi::X86_64.audit_arch() => x32_apart(graph, intervals, table),
        _ => intervals,
    };
    let weighted = weighted(graph, &intervals, arch, weights);
    search(graph, operand, &weighted, INSTRUCTION, table)
}

/// The intervals of x86-64's own numbers only, if x32's can be told apart by their bit in the last of them.
fn x32_apart(graph: &mut Graph, intervals: Vec<(u32, NodeId)>, table: usize) -> Vec<(u32, NodeId)> {
    const BIT: u32 = Abi::X32_BIT;
    const TOP: u32 = 1 << 31;
    let within = |first: u32, last: u32| -> Vec<(u32, NodeId)> {
        let from = intervals.partition_point(|(start, _)| *start <= first) - 1;
        let inside = intervals[from..].iter().take_while(|(start, _)| *start <= last);
        inside.map(|(start, to)| ((*start).max(first), *to)).collect()
    };
    let mut own = within(0, BIT - 1);
    let mut x32 = within(BIT, TOP - 1);
    let (own_high, x32_high) = (within(TOP, TOP + BIT - 1), within(TOP + BIT, u32::MAX - 1));
    let skipped = within(u32::MAX, u32::MAX);
    let ([(_, own_high)], [(_, x32_high)], [(_, skipped)]) = (&own_high[..], &x32_high[..], &skipped[..])
    else {
        return intervals;
    };
    let (Some((start, own_last)), Some((_, x32_last))) = (own.pop(), x32.last()) else { return intervals };
    if own_last != *own_high || x32_last != x32_high {
        return intervals;
    }
    if skipped != x32_high {
        x32.push((u32::MAX, *skipped));
    }
    // x32 runs the filter for every call, whatever it comes to; few programs use it.
    let alike: Vec<Interval> = x32
        .iter()
        .enumerate()
        .map(|(at, (first, to))| Interval {
            first: *first,
            single: is_single(&x32, at),
            to: *to,
            weight: UNKNOWN / f64::from(x32.len() as u32),
        })
        .collect();
    let x32 = search(graph, Operand::whole(Word::NUMBER), &alike, INSTRUCTION, table);
    let last = graph.test(Operand::whole(Word::NUMBER), Relation::HasBit, BIT, x32, own_last);
    own.push((start, last));
    own
}

/// Each interval with how often its calls run the filter.
fn weighted(
    graph: &Graph,
    intervals: &[(u32, NodeId)],
    arch: Option<u32>,
    weights: &Weights,
) -> Vec<Interval> {
    let mut counts = vec![0.0; intervals.len()];
    let abi = arch.and_then(|arch| Abi::ALL.iter().find(|abi| abi.audit_arch() == arch));
    for (nr, weight) in abi.into_iter().flat_map(|abi| weights.on(*abi)) {
        let at = intervals.partition_point(|(start, _)| *start <= nr) - 1;
        counts[at] += weight * runs(graph, intervals[at].1, weights);
    }
    let all: f64 = counts.iter().sum();
    let scale = if all > 0.0 { (1.0 - UNKNOWN) / all } else { 0.0 };
    let weighted = intervals.iter().zip(counts).enumerate();
    weighted
        .map(|(at, ((first, to), count))| Interval {
            first: *first,
            single: is_single(intervals, at),
            to: *to,
            weight: count * scale + UNKNOWN / f64::from(intervals.len() as u32),
        })
        .collect()
}

/// What part of such calls runs the filter: none if the kernel allows them from its bitmap, which it does
/// where the answer is a plain allow that needs no argument.
fn runs(graph: &Graph, to: NodeId, weights: &Weights) -> f64 {
    let Node::Answer(action) = graph.node(to) else { return 1.0 };
    match action {
        Action::Allow => 0.0,
        Action::Errno(_) | Action::Trap(_) | Action::KillThread | Action::KillProcess => weights.refused,
        Action::Log | Action::Trace(_) | Action::UserNotif => 1.0,
    }
}
