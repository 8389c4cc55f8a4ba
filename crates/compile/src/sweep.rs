//! Where the values of a word lead through tests that compare all of it, found without a look at its bits.

use crate::graph::{Graph, Node, NodeId};
use crate::mix::Mixed;
use crate::order::Span;
use crate::word::Relation;
use std::collections::{BTreeMap, HashMap};

/// Intervals moved, all in all, before it takes too long.
const MOST_MOVED: usize = 300_000;

/// Intervals, each by its first value and its last.
type Intervals = BTreeMap<u32, u32>;

/// The intervals of values, neighbours different, and where they lead through these tests of one word, the root
/// last; `None` if some test looks at bits, or if it takes too long.
pub(crate) fn spans(graph: &Graph, tests: &[NodeId]) -> Option<Vec<Span>> {
    let root = *tests.last()?;
    let mut reached: HashMap<NodeId, Intervals, Mixed> = HashMap::default();
    reached.insert(root, BTreeMap::from([(0, u32::MAX)]));
    let mut left = MOST_MOVED;
    for id in tests.iter().rev() {
        let Node::Test { operand, relation, k, yes, no } = graph.node(*id) else { return None };
        if !operand.is_whole() {
            return None;
        }
        let Some(mut outside) = reached.remove(id) else { continue };
        let inside = match relation {
            Relation::Is => cut(&mut outside, k, k),
            Relation::AtLeast => cut(&mut outside, k, u32::MAX),
            Relation::HasBit => return None,
        };
        for (to, mut more) in [(yes, inside), (no, outside)] {
            let known = reached.entry(to).or_default();
            if known.len() < more.len() {
                std::mem::swap(known, &mut more);
            }
            left = left.checked_sub(more.len())?;
            known.extend(more);
        }
    }
    let mut found: Vec<(u32, u32, NodeId)> = Vec::new();
    for (to, intervals) in reached {
        found.extend(intervals.into_iter().map(|(first, last)| (first, last, to)));
    }
    found.sort_unstable();
    let mut spans: Vec<Span> = Vec::new();
    for (first, last, to) in found {
        match spans.last_mut().filter(|span| span.to == to) {
            Some(span) => span.single = false,
            None => spans.push(Span { first, single: first == last, to }),
        }
    }
    Some(spans)
}

/// Takes the values from `first` to `last` out.
fn cut(intervals: &mut Intervals, first: u32, last: u32) -> Intervals {
    let mut taken = Intervals::new();
    if let Some((start, end)) = intervals.range_mut(..first).next_back()
        && *end >= first
    {
        let (start, before) = (*start, *end);
        intervals.insert(start, first - 1);
        intervals.insert(first, before);
    }
    if first == last {
        // Mostly: one value.
        if let Some(end) = intervals.remove(&first) {
            taken.insert(first, first);
            if end > first {
                intervals.insert(first + 1, end);
            }
        }
        return taken;
    }
    debug_assert!(last == u32::MAX, "one value, or all from one on");
    intervals.split_off(&first)
}

#[cfg(test)]
mod tests {
    use super::spans;
    use crate::graph::{Graph, NodeId};
    use crate::order::Span;
    use crate::word::Relation::{self, AtLeast, HasBit, Is};
    use crate::word::{Operand, Word};
    use callgate_abi::Action;

    fn tests(graph: &Graph, root: NodeId) -> Vec<NodeId> {
        let mut nodes = graph.reachable(root);
        nodes.retain(|id| matches!(graph.node(*id), crate::graph::Node::Test { .. }));
        nodes
    }

    /// Trees of all shapes over a few constants lead where they lead.
    #[test]
    fn every_value_leads_where_the_tests_lead() {
        let constants = [1, 2, 3, 7, u32::MAX - 1, u32::MAX];
        let words: Vec<u32> =
            constants.iter().flat_map(|k| [k.wrapping_sub(1), *k, k.wrapping_add(1)]).collect();
        for seed in 0..5000u32 {
            let mut graph = Graph::default();
            let mut nodes: Vec<NodeId> = (1..4).map(|data| graph.answer(Action::Trap(data))).collect();
            let mut random = seed;
            let mut pick = |below: usize| {
                random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (random >> 8) as usize % below
            };
            for _ in 0..8 {
                let relation: Relation = [Is, AtLeast][pick(2)];
                let (k, yes, no) = (constants[pick(6)], nodes[pick(nodes.len())], nodes[pick(nodes.len())]);
                nodes.push(graph.test(Operand::whole(Word::NUMBER), relation, k, yes, no));
            }
            let root = nodes[nodes.len() - 1];
            let tests = tests(&graph, root);
            let Some(spans) = spans(&graph, &tests) else {
                assert!(tests.is_empty());
                continue;
            };
            assert!(spans.windows(2).all(|pair| pair[0].first < pair[1].first && pair[0].to != pair[1].to));
            for word in &words {
                let at = spans.partition_point(|span| span.first <= *word) - 1;
                let Span { first, single, to } = spans[at];
                assert!(!single || first == *word || spans.get(at + 1).is_none(), "{word}");
                let mut values = [0; Word::COUNT];
                values[0] = *word;
                assert_eq!(graph.follow(to, &values), graph.follow(root, &values), "{seed}: {word:#x}");
            }
        }
    }

    #[test]
    fn bits_are_not_looked_at() {
        let mut graph = Graph::default();
        let [a, b] = [1, 2].map(|data| graph.answer(Action::Trap(data)));
        let bit = graph.test(Operand::whole(Word::NUMBER), HasBit, 4, a, b);
        let masked = graph.test(Operand { word: Word::NUMBER, mask: 6 }, Is, 2, a, b);
        for root in [bit, masked] {
            assert_eq!(spans(&graph, &tests(&graph, root)), None);
        }
    }
}
