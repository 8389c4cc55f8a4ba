//! The decision graph: tests of words, and answers, each made once.

use crate::mix::Mixed;
use crate::word::{Operand, Relation, Word};
use callgate_abi::Action;
use std::collections::HashMap;

/// Names a node of a [`Graph`]: an answer, or a test that goes on at one of two other nodes. A node's
/// successors have smaller ids than it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(u32);

impl NodeId {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Node {
    /// What the kernel does.
    Answer(Action),
    /// Goes on at `yes` or at `no`.
    Test { operand: Operand, relation: Relation, k: u32, yes: NodeId, no: NodeId },
}

/// Nodes, equal ones only once, so that equal parts are shared by all calls and by all ABIs of one byte
/// order.
///
/// ```
/// use callgate_abi::Action;
/// use callgate_compile::{Graph, Operand, Relation, Word};
/// let mut graph = Graph::default();
/// let (allow, kill) = (graph.answer(Action::Allow), graph.answer(Action::KillProcess));
/// let number = Operand::whole(Word::NUMBER);
/// let test = graph.test(number, Relation::Is, 39, allow, kill);
/// assert_eq!(graph.test(number, Relation::Is, 39, allow, kill), test);
/// assert_eq!(graph.test(number, Relation::AtLeast, 0, allow, kill), allow, "decided already");
/// ```
#[derive(Debug, Default)]
pub struct Graph {
    nodes: Vec<Node>,
    ids: HashMap<Node, NodeId, Mixed>,
}

impl Graph {
    pub(crate) fn node(&self, id: NodeId) -> Node {
        self.nodes[id.index()]
    }

    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    fn intern(&mut self, node: Node) -> NodeId {
        let next = NodeId(self.nodes.len() as u32);
        let id = *self.ids.entry(node).or_insert(next);
        if id == next {
            self.nodes.push(node);
        }
        id
    }

    /// The node that ends with an answer.
    pub fn answer(&mut self, action: Action) -> NodeId {
        self.intern(Node::Answer(action))
    }

    /// A test; what is decided already is left out, and of several spellings one is chosen.
    pub fn test(&mut self, operand: Operand, relation: Relation, k: u32, yes: NodeId, no: NodeId) -> NodeId {
        let mask = operand.mask;
        if yes == no {
            return yes;
        }
        match relation {
            Relation::Is if k & !mask != 0 => no,
            Relation::Is if mask == 0 => yes,
            // A test for bits needs no AND, and leaves the word as it is for the next test.
            Relation::Is if k == 0 && !operand.is_whole() => self.has_bit(operand.word, mask, no, yes),
            Relation::Is if k == mask && mask.is_power_of_two() => self.has_bit(operand.word, mask, yes, no),
            Relation::AtLeast if k == 0 => yes,
            Relation::AtLeast if k > mask => no,
            Relation::AtLeast if k == 1 => self.test(operand, Relation::Is, 0, no, yes),
            Relation::AtLeast if k == mask => self.test(operand, Relation::Is, k, yes, no),
            Relation::HasBit => self.has_bit(operand.word, mask & k, yes, no),
            Relation::Is | Relation::AtLeast => self.intern(Node::Test { operand, relation, k, yes, no }),
        }
    }

    fn has_bit(&mut self, word: Word, bits: u32, yes: NodeId, no: NodeId) -> NodeId {
        let operand = Operand::whole(word);
        match bits {
            0 => no,
            u32::MAX => self.intern(Node::Test { operand, relation: Relation::Is, k: 0, yes: no, no: yes }),
            bits => self.intern(Node::Test { operand, relation: Relation::HasBit, k: bits, yes, no }),
        }
    }

    /// The nodes that can be reached, by ascending id, so that successors come first.
    pub(crate) fn reachable(&self, root: NodeId) -> Vec<NodeId> {
        // A bit for each id up to the root's: no other can be reached.
        let mut marks = vec![0u64; root.index() / 64 + 1];
        let mut pending = vec![root];
        let mut count = 0;
        while let Some(id) = pending.pop() {
            let (mark, bit) = (&mut marks[id.index() / 64], 1 << (id.index() % 64));
            if *mark & bit != 0 {
                continue;
            }
            *mark |= bit;
            count += 1;
            if let Node::Test { yes, no, .. } = self.node(id) {
                pending.extend([yes, no]);
            }
        }
        let mut found = Vec::with_capacity(count);
        for (at, mut mark) in marks.into_iter().enumerate() {
            while mark != 0 {
                found.push(NodeId(64 * at as u32 + mark.trailing_zeros()));
                mark &= mark - 1;
            }
        }
        found
    }

    /// The tests of a test's word that can be reached through tests of it, by ascending id: mostly few.
    pub(crate) fn of_one_word(&self, root: NodeId) -> Vec<NodeId> {
        let word = |id| match self.node(id) {
            Node::Answer(_) => None,
            Node::Test { operand, .. } => Some(operand.word),
        };
        let mut found: Vec<NodeId> = Vec::new();
        let mut pending = std::collections::BinaryHeap::from([root]);
        while let Some(id) = pending.pop() {
            if found.last() == Some(&id) {
                continue;
            }
            let Node::Test { operand, yes, no, .. } = self.node(id) else { continue };
            found.push(id);
            pending.extend([yes, no].into_iter().filter(|to| word(*to) == Some(operand.word)));
        }
        found.reverse();
        found
    }

    /// Whether a node is a test that leads to answers only, or is an answer.
    pub(crate) fn is_shallow(&self, root: NodeId) -> bool {
        let is_answer = |id| matches!(self.node(id), Node::Answer(_));
        match self.node(root) {
            Node::Answer(_) => true,
            Node::Test { yes, no, .. } => is_answer(yes) && is_answer(no),
        }
    }

    /// The same decisions with other answers.
    pub(crate) fn map_answers(&mut self, root: NodeId, change: impl Fn(Action) -> Action) -> NodeId {
        let mut changed: HashMap<NodeId, NodeId, Mixed> = HashMap::default();
        for id in self.reachable(root) {
            let new = match self.node(id) {
                Node::Answer(action) => self.answer(change(action)),
                Node::Test { operand, relation, k, yes, no } => {
                    self.test(operand, relation, k, changed[&yes], changed[&no])
                }
            };
            changed.insert(id, new);
        }
        changed[&root]
    }

    /// What a call comes to, by the values of its words.
    #[cfg(test)]
    pub(crate) fn follow(&self, root: NodeId, words: &[u32; Word::COUNT]) -> Action {
        let mut at = root;
        loop {
            match self.node(at) {
                Node::Answer(action) => return action,
                Node::Test { operand, relation, k, yes, no } => {
                    let word = words[operand.word.index()] & operand.mask;
                    at = if relation.holds(word, k) { yes } else { no };
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Graph, Node};
    use crate::word::{Operand, Relation, Word};
    use callgate_abi::Action;

    fn arg() -> Word {
        Word::new(4).unwrap()
    }

    #[test]
    fn equal_tests_are_one_node() {
        let mut graph = Graph::default();
        let (a, b) = (graph.answer(Action::Trap(1)), graph.answer(Action::Trap(2)));
        let whole = Operand::whole(arg());
        let above_zero = graph.test(whole, Relation::AtLeast, 1, a, b);
        assert_eq!(graph.test(whole, Relation::Is, 0, b, a), above_zero);
        let masked = Operand { word: arg(), mask: 8 };
        let bit = graph.test(masked, Relation::Is, 8, a, b);
        assert_eq!(graph.test(masked, Relation::Is, 0, b, a), bit);
        assert_eq!(graph.test(whole, Relation::HasBit, 8, a, b), bit);
        assert!(matches!(graph.node(bit), Node::Test { relation: Relation::HasBit, .. }));
    }

    #[test]
    fn impossible_tests_are_left_out() {
        let mut graph = Graph::default();
        let (a, b) = (graph.answer(Action::Trap(1)), graph.answer(Action::Trap(2)));
        let masked = Operand { word: arg(), mask: 6 };
        assert_eq!(graph.test(masked, Relation::Is, 1, a, b), b);
        assert_eq!(graph.test(masked, Relation::AtLeast, 7, a, b), b);
        assert_eq!(graph.test(masked, Relation::HasBit, 1, a, b), b);
        assert_eq!(graph.test(Operand { word: arg(), mask: 0 }, Relation::Is, 0, a, b), a);
        assert_eq!(graph.test(masked, Relation::Is, 2, a, a), a);
    }

    #[test]
    fn other_answers_on_the_same_ways() {
        let mut graph = Graph::default();
        let (a, b) = (graph.answer(Action::Trap(1)), graph.answer(Action::Trap(2)));
        let whole = Operand::whole(arg());
        let inner = graph.test(whole, Relation::AtLeast, 100, a, b);
        let root = graph.test(whole, Relation::HasBit, 4, inner, b);
        let other = |action| if action == Action::Trap(1) { Action::Trap(11) } else { Action::Trap(12) };
        let changed = graph.map_answers(root, other);
        for value in [0, 3, 4, 99, 100, 104, u32::MAX] {
            let mut words = [0; Word::COUNT];
            words[4] = value;
            assert_eq!(graph.follow(changed, &words), other(graph.follow(root, &words)));
        }
        assert_eq!(graph.map_answers(root, |_| Action::Log), graph.answer(Action::Log));
    }
}
