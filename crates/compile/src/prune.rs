//! Leaves out tests that earlier ones on the way have decided.
//!
//! Facts flow from the root along all ways to every node; where ways meet only what holds on all of
//! them is kept, so that nothing is made twice. Each jump then skips the tests that its facts decide.

use crate::facts::Facts;
use crate::graph::{Graph, Node, NodeId};
use crate::mix::Mixed;
use std::collections::HashMap;

/// Rounds after which no more is gained in practice: a jump that skips a meeting of ways leaves more
/// facts there.
const ROUNDS: usize = 4;

/// Tests that one jump skips. Thousands of rules on one argument are skipped in turns.
const MOST_SKIPPED: usize = 64;

/// The same decisions with no test that is decided already. May emit any node, never more than there were.
pub(crate) fn prune(graph: &mut Graph, root: NodeId) -> NodeId {
    let mut root = root;
    if graph.is_shallow(root) {
        return root;
    }
    for _ in 0..ROUNDS {
        let Some(pruned) = round(graph, root, MOST_SKIPPED, usize::MAX) else { break };
        if pruned == root {
            break;
        }
        debug_assert!(graph.reachable(pruned).len() <= graph.reachable(root).len(), "pruning adds no node");
        root = pruned;
    }
    root
}

/// The same decisions without those tests that one look decides, if no more than `most` are left; soon told if not.
pub(crate) fn within(graph: &mut Graph, root: NodeId, most: usize) -> Option<NodeId> {
    const SKIPPED: usize = 4;
    round(graph, root, SKIPPED, most)
}

fn round(graph: &mut Graph, root: NodeId, skipped: usize, most: usize) -> Option<NodeId> {
    let nodes = graph.reachable(root);
    let mut known: HashMap<NodeId, Facts, Mixed> = HashMap::default();
    let mut jumps: HashMap<NodeId, (NodeId, NodeId), Mixed> = HashMap::default();
    known.insert(root, Facts::default());
    // Larger ids first: whoever leads to a node comes before it.
    for id in nodes.iter().rev() {
        let Node::Test { operand, relation, k, yes, no } = graph.node(*id) else { continue };
        // Only those that some jump still leads to.
        let Some(facts) = known.remove(id) else { continue };
        if jumps.len() == most {
            return None;
        }
        let mut jump = |outcome: bool, to: NodeId| {
            let after = facts.after(operand, relation, k, outcome);
            let to = skip(graph, to, &after, skipped);
            if let Node::Test { .. } = graph.node(to) {
                let met = known.get(&to).map(|other| other.either(&after));
                known.insert(to, met.unwrap_or(after));
            }
            to
        };
        // Where a walk ended early, what is known here decides this test.
        let targets = match facts.decides(operand, relation, k) {
            None => (jump(true, yes), jump(false, no)),
            Some(outcome) => {
                let only = jump(outcome, if outcome { yes } else { no });
                (only, only)
            }
        };
        jumps.insert(*id, targets);
    }
    let mut rebuilt: HashMap<NodeId, NodeId, Mixed> = HashMap::default();
    for id in nodes {
        let new = match (graph.node(id), jumps.get(&id)) {
            (Node::Test { operand, relation, k, .. }, Some((yes, no))) => {
                graph.test(operand, relation, k, rebuilt[yes], rebuilt[no])
            }
            _ => id,
        };
        rebuilt.insert(id, new);
    }
    Some(rebuilt[&root])
}

/// The first node from here that these facts do not decide, or one on the way to it.
fn skip(graph: &Graph, mut at: NodeId, facts: &Facts, most: usize) -> NodeId {
    for _ in 0..most {
        let Node::Test { operand, relation, k, yes, no } = graph.node(at) else { break };
        match facts.decides(operand, relation, k) {
            Some(outcome) => at = if outcome { yes } else { no },
            None => break,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::prune;
    use crate::graph::{Graph, Node, NodeId};
    use crate::word::{Operand, Relation, Word};
    use callgate_abi::Action;

    fn whole(index: u8) -> Operand {
        Operand::whole(Word::new(index).unwrap())
    }

    fn tests(graph: &Graph, root: NodeId) -> usize {
        graph.reachable(root).iter().filter(|id| matches!(graph.node(**id), Node::Test { .. })).count()
    }

    /// `domain < 38 || domain == 39 || domain > 40` on 64 bits, as three rules.
    #[test]
    fn alternatives_on_one_argument() {
        let mut graph = Graph::default();
        let (allow, deny) = (graph.answer(Action::Trap(1)), graph.answer(Action::Trap(2)));
        let (low, high) = (whole(4), whole(5));
        let low_above = graph.test(low, Relation::AtLeast, 41, allow, deny);
        let above = graph.test(high, Relation::Is, 0, low_above, allow);
        let low_is = graph.test(low, Relation::Is, 39, allow, above);
        let is = graph.test(high, Relation::Is, 0, low_is, above);
        let low_below = graph.test(low, Relation::AtLeast, 38, is, allow);
        let root = graph.test(high, Relation::Is, 0, low_below, is);
        let pruned = prune(&mut graph, root);
        assert_eq!((tests(&graph, root), tests(&graph, pruned)), (6, 4));
        for (high, low) in [(0, 0), (0, 37), (0, 38), (0, 39), (0, 40), (0, 41), (1, 38), (1, 40), (1, 0)] {
            let mut words = [0; Word::COUNT];
            (words[4], words[5]) = (low, high);
            assert_eq!(graph.follow(pruned, &words), graph.follow(root, &words), "{high} {low}");
        }
    }

    #[test]
    fn a_meeting_keeps_what_both_ways_know() {
        let mut graph = Graph::default();
        let (a, b, c) =
            (graph.answer(Action::Trap(1)), graph.answer(Action::Trap(2)), graph.answer(Action::Trap(3)));
        // One way excludes 5 by its order, the other by itself.
        let last = graph.test(whole(4), Relation::Is, 5, a, b);
        let other = graph.test(whole(6), Relation::Is, 1, last, c);
        let below = graph.test(whole(4), Relation::AtLeast, 5, c, other);
        let not = graph.test(whole(4), Relation::Is, 5, c, other);
        let root = graph.test(whole(8), Relation::HasBit, 1, below, not);
        let pruned = prune(&mut graph, root);
        assert!(!graph.reachable(pruned).contains(&a), "5 is excluded");
        assert_eq!(tests(&graph, pruned), 4);
    }
}
