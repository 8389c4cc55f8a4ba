//! Chooses anew how each word is asked.
//!
//! Tests of one word that follow each other are one question, where that word leads. They are
//! replaced by the fewest tests that answer it, if those are fewer.

use crate::bits::{Bits, Leads, TooMany};
use crate::choose::Chooser;
use crate::graph::{Graph, Node, NodeId};
use crate::mix::Mixed;
use crate::order::Order;
use crate::sweep;
use crate::word::{Operand, Word};
use std::collections::{HashMap, HashSet};

/// Tests of one word for which nothing but its order is thought of, if they ask for that only.
const MOST_BITWISE: usize = 64;

/// The fewest tests that are found for a word of so many intervals that leads to so many places: each test tells two
/// places apart, and by order it cuts off two intervals at most.
pub(crate) fn least_tests(intervals: usize, exits: usize) -> usize {
    let by_order = (intervals - 1) / 2;
    if by_order > MOST_BITWISE { by_order.max(exits - 1) } else { exits - 1 }
}

/// About how many instructions it takes from here: the tests, and a load wherever one comes from another word.
pub(crate) fn size(graph: &Graph, root: NodeId) -> usize {
    let nodes = graph.reachable(root);
    nodes.len() + entries(graph, &nodes, root).len()
}

/// Tests that are looked at for one filter, a hundred times what one may have: what needs more will not fit, and is soon
/// said not to.
const MOST_LOOKED_AT: usize = 100 * callgate_bpf::MAX_INSNS;

/// How many tests may still be looked at.
pub(crate) struct Effort(usize);

impl Default for Effort {
    fn default() -> Effort {
        Effort(MOST_LOOKED_AT)
    }
}

/// The same decisions with fewer tests, as far as the effort goes. May emit any test of the words that were tested.
pub(crate) fn rechoose(graph: &mut Graph, root: NodeId, effort: &mut Effort) -> NodeId {
    if graph.is_shallow(root) {
        return root;
    }
    let mut pass = Pass { kept: HashMap::default(), new: HashMap::default() };
    let nodes = graph.reachable(root);
    let entries = entries(graph, &nodes, root);
    for id in nodes {
        let Node::Test { operand, relation, k, yes, no } = graph.node(id) else {
            pass.new.insert(id, id);
            continue;
        };
        let (yes, no) = (pass.side(graph, operand.word, yes), pass.side(graph, operand.word, no));
        let kept = graph.test(operand, relation, k, yes, no);
        pass.kept.insert(id, kept);
        if entries.contains(&id) {
            let chosen = chosen(graph, operand.word, kept, effort).unwrap_or_default();
            pass.new.insert(id, chosen.unwrap_or(kept));
        }
    }
    pass.new[&root]
}

struct Pass {
    /// Each test on its new successors.
    kept: HashMap<NodeId, NodeId, Mixed>,
    /// What stands for a node where its word is entered.
    new: HashMap<NodeId, NodeId, Mixed>,
}

impl Pass {
    /// A successor of a test of this word.
    fn side(&self, graph: &Graph, word: Word, to: NodeId) -> NodeId {
        match graph.node(to) {
            Node::Test { operand, .. } if operand.word == word => self.kept[&to],
            _ => self.new[&to],
        }
    }
}

/// The nodes that are come to from another word.
fn entries(graph: &Graph, nodes: &[NodeId], root: NodeId) -> HashSet<NodeId, Mixed> {
    let word = |id| match graph.node(id) {
        Node::Answer(_) => None,
        Node::Test { operand, .. } => Some(operand.word),
    };
    let mut entries = HashSet::from_iter([root]);
    for id in nodes {
        if let Node::Test { yes, no, .. } = graph.node(*id) {
            entries.extend([yes, no].into_iter().filter(|to| word(*to) != word(*id)));
        }
    }
    entries
}

/// Tests of a word that take fewer instructions than those from this node on.
fn chosen(
    graph: &mut Graph,
    word: Word,
    root: NodeId,
    effort: &mut Effort,
) -> Result<Option<NodeId>, TooMany> {
    if effort.0 == 0 {
        return Ok(None);
    }
    let nodes = graph.of_one_word(root);
    effort.0 = effort.0.saturating_sub(nodes.len());
    let limit = instructions(graph, &nodes);
    let mut exits = Vec::new();
    for id in &nodes {
        if let Node::Test { yes, no, .. } = graph.node(*id) {
            exits.extend([yes, no].into_iter().filter(|to| nodes.binary_search(to).is_err()));
        }
    }
    exits.sort_unstable();
    exits.dedup();
    // Each test tells two places apart.
    if limit < exits.len() {
        return Ok(None);
    }
    if nodes.len() > MOST_BITWISE
        && let Some(spans) = sweep::spans(graph, &nodes)
    {
        let order = Order::new(spans);
        return Ok((order.tests < limit).then(|| order.build(graph, Operand::whole(word))));
    }
    let mut bits = Bits::default();
    let mut leads: HashMap<NodeId, Leads, Mixed> = HashMap::default();
    for id in nodes {
        let Node::Test { operand, relation, k, yes, no } = graph.node(id) else { continue };
        let [yes, no] = [yes, no].map(|to| leads.get(&to).copied().unwrap_or(Leads::To(to)));
        let here = bits.test(operand.mask, relation, k, yes, no)?;
        leads.insert(id, here);
    }
    let Some(at) = leads.get(&root) else { return Ok(None) };
    Chooser::new(&mut bits, exits).build(graph, word, *at, limit)
}

/// How many instructions these tests of one word, the first one last, take, its first load not counted: a jump each,
/// an AND wherever one comes with the word masked otherwise, and a load where it was masked before.
fn instructions(graph: &Graph, tests: &[NodeId]) -> usize {
    let mut masks: HashSet<NodeId, Mixed> = HashSet::default();
    let mut loads: HashSet<NodeId, Mixed> = HashSet::default();
    for (at, id) in tests.iter().enumerate() {
        let Node::Test { operand: held, yes, no, .. } = graph.node(*id) else { continue };
        if at + 1 == tests.len() && !held.is_whole() {
            masks.insert(*id);
        }
        for to in [yes, no] {
            if let Node::Test { operand: wanted, .. } = graph.node(to)
                && wanted.word == held.word
                && wanted != held
            {
                if !wanted.is_whole() {
                    masks.insert(to);
                }
                if !held.is_whole() {
                    loads.insert(to);
                }
            }
        }
    }
    tests.len() + masks.len() + loads.len()
}

#[cfg(test)]
mod tests {
    use super::{Effort, instructions, rechoose};
    use crate::graph::{Graph, NodeId};
    use crate::word::{Operand, Relation, Word};
    use Relation::{AtLeast, HasBit, Is};
    use callgate_abi::Action;

    fn word() -> Word {
        Word::new(4).unwrap()
    }

    fn part(mask: u32) -> Operand {
        Operand { word: word(), mask }
    }

    /// Rechooses, compares on words around all constants, and says how many instructions there were and are.
    fn rechosen(build: impl Fn(&mut Graph, [NodeId; 3]) -> NodeId, constants: &[u32]) -> (usize, usize) {
        let mut graph = Graph::default();
        let answers = [1, 2, 3].map(|data| graph.answer(Action::Trap(data)));
        let root = build(&mut graph, answers);
        let new = rechoose(&mut graph, root, &mut Effort::default());
        let near = |k: &u32| {
            (0..32)
                .map(|bit| k ^ 1 << bit)
                .chain([*k, k.wrapping_add(1), k.wrapping_sub(1)])
                .collect::<Vec<_>>()
        };
        for value in constants.iter().flat_map(near).chain([0, u32::MAX]) {
            let mut words = [0; Word::COUNT];
            words[4] = value;
            assert_eq!(graph.follow(new, &words), graph.follow(root, &words), "{value:#x}");
        }
        let count = |root| instructions(&graph, &graph.of_one_word(root));
        (count(root), count(new))
    }

    #[test]
    fn holes_in_a_range_are_single_values() {
        let build = |graph: &mut Graph, [allow, deny, _]: [NodeId; 3]| {
            let above = graph.test(part(u32::MAX), AtLeast, 41, allow, deny);
            let is = graph.test(part(u32::MAX), Is, 39, allow, above);
            graph.test(part(u32::MAX), AtLeast, 38, is, allow)
        };
        assert_eq!(rechosen(build, &[38, 39, 40]), (3, 2));
    }

    #[test]
    fn single_bits_become_one_comparison() {
        // As they come from a diagram of bits.
        let equal = |graph: &mut Graph, [a, b, _]: [NodeId; 3]| {
            (0..32).fold(a, |rest, bit| {
                let (yes, no) = if 0x1234_5678 >> bit & 1 == 1 { (rest, b) } else { (b, rest) };
                graph.test(part(u32::MAX), HasBit, 1 << bit, yes, no)
            })
        };
        assert_eq!(rechosen(equal, &[0x1234_5678]), (32, 1));
        let none = |graph: &mut Graph, [a, b, _]: [NodeId; 3]| {
            [1, 4, 9, 30]
                .into_iter()
                .fold(a, |rest, bit| graph.test(part(u32::MAX), HasBit, 1 << bit, b, rest))
        };
        assert_eq!(rechosen(none, &[0, 2, 0x200]), (4, 1));
        let masked = |graph: &mut Graph, [a, b, _]: [NodeId; 3]| {
            (0..4).fold(a, |rest, bit| {
                let (yes, no) = if 5 >> bit & 1 == 1 { (rest, b) } else { (b, rest) };
                graph.test(part(u32::MAX), HasBit, 1 << bit, yes, no)
            })
        };
        assert_eq!(rechosen(masked, &[5, 0xf5]), (4, 2));
    }

    /// Two fields of one word, and a third answer.
    #[test]
    fn fields_are_compared_apart() {
        let build = |graph: &mut Graph, [a, b, c]: [NodeId; 3]| {
            let low = (0..4).fold(a, |rest, bit| {
                let (yes, no) = if 5 >> bit & 1 == 1 { (rest, b) } else { (b, rest) };
                graph.test(part(u32::MAX), HasBit, 1 << bit, yes, no)
            });
            (8..14).fold(low, |rest, bit| {
                let (yes, no) = if bit == 9 { (rest, c) } else { (c, rest) };
                graph.test(part(u32::MAX), HasBit, 1 << bit, yes, no)
            })
        };
        let (before, after) = rechosen(build, &[0x205, 0x200, 5]);
        assert_eq!((before, after), (10, 4), "AND, two JGE, JEQ");
    }

    /// A flag, then one of several others: two jumps on bits.
    #[test]
    fn flags() {
        let build = |graph: &mut Graph, [allow, notify, _]: [NodeId; 3]| {
            let changes = graph.test(part(0x240), Is, 0, allow, notify);
            let reads = graph.test(part(3), Is, 0, changes, notify);
            graph.test(part(0x20_0000), Is, 0x20_0000, allow, reads)
        };
        assert_eq!(rechosen(build, &[0, 1, 0x40, 0x20_0001]), (3, 2));
    }

    #[test]
    fn many_values_are_searched() {
        let build = |graph: &mut Graph, [a, b, _]: [NodeId; 3]| {
            (0..500u32).fold(b, |rest, n| graph.test(part(u32::MAX), Is, n * n, a, rest))
        };
        let squares: Vec<u32> = (0..500).map(|n| n * n).collect();
        let (before, after) = rechosen(build, &squares);
        assert_eq!(before, 500);
        assert!(after <= 500, "{after}");
    }
}
