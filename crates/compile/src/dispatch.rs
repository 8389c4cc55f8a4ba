//! From numbers to a search: first the architecture, then the number.

use crate::graph::{ARCH, Graph, NR, NodeId, Operand, Relation};
use crate::lower::Decisions;

/// The filter's first node. Until a number's decision only number and architecture are looked at,
/// so that the kernel can compute the verdicts that need no more once and for all.
pub(crate) fn root(decisions: &mut Decisions) -> NodeId {
    let Decisions { graph, machines, bad_arch } = decisions;
    machines.iter().rev().fold(*bad_arch, |otherwise, machine| {
        let search = search(graph, &machine.numbers.intervals());
        graph.test(Operand::whole(ARCH), Relation::Is, machine.audit_arch, search, otherwise)
    })
}

/// The most numbers asked for one by one where halving would need twice as many tests.
const CHAIN: usize = 3;

/// Which interval the number is in. The intervals reach up to whatever the caller excluded.
fn search(graph: &mut Graph, intervals: &[(u32, NodeId)]) -> NodeId {
    let number = Operand::whole(NR);
    if let [(_, only)] = intervals {
        return *only;
    }
    if let Some((background, singles)) = exceptions(intervals) {
        return singles.iter().rev().fold(background, |otherwise, (nr, decision)| {
            graph.test(number, Relation::Is, *nr, *decision, otherwise)
        });
    }
    let middle = intervals.len() / 2;
    let (below, above) = intervals.split_at(middle);
    let start = above[0].0;
    let (below, above) = (search(graph, below), search(graph, above));
    graph.test(number, Relation::AtLeast, start, above, below)
}

/// One decision for all but a few single numbers, if that is how the intervals are.
fn exceptions(intervals: &[(u32, NodeId)]) -> Option<(NodeId, Vec<(u32, NodeId)>)> {
    let is_single = |at: usize| intervals.get(at + 1).is_some_and(|next| next.0 - intervals[at].0 == 1);
    // The last interval's end is the caller's, so it counts as wide.
    let background = (0..intervals.len()).find(|at| !is_single(*at)).map(|at| intervals[at].1)?;
    let mut singles = Vec::new();
    for (at, (start, decision)) in intervals.iter().enumerate() {
        if *decision == background {
            continue;
        }
        if !is_single(at) || singles.len() == CHAIN {
            return None;
        }
        singles.push((*start, *decision));
    }
    Some((background, singles))
}
