//! The decision graph: tests of words, and answers, each made once.

use std::collections::HashMap;

/// Byte offsets in `struct seccomp_data` (`linux/seccomp.h`).
pub(crate) const NR: u8 = 0;
/// See [`NR`].
pub(crate) const ARCH: u8 = 4;
/// See [`NR`]; the first argument's 8 bytes.
pub(crate) const ARGS: u8 = 16;

/// Names a node of a [`Graph`]. A node's successors have smaller ids than it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct NodeId(u32);

impl NodeId {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// What is tested: a word of the data, of which these bits count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Operand {
    pub(crate) offset: u8,
    pub(crate) mask: u32,
}

impl Operand {
    pub(crate) const fn whole(offset: u8) -> Operand {
        Operand { offset, mask: u32::MAX }
    }

    pub(crate) fn is_whole(self) -> bool {
        self.mask == u32::MAX
    }
}

/// The tests a filter can make in one jump. Greater-than is at-least of the number above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Relation {
    /// It is k.
    Is,
    /// It is at least k, unsigned.
    AtLeast,
    /// It has a bit of k.
    HasBit,
}

/// A node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Node {
    /// The filter's return value.
    Answer(u32),
    /// Goes on at `yes` or at `no`.
    Test { operand: Operand, relation: Relation, k: u32, yes: NodeId, no: NodeId },
}

/// Nodes, equal ones only once, so that equal parts of a policy are shared by all calls and all ABIs.
#[derive(Debug, Default)]
pub(crate) struct Graph {
    nodes: Vec<Node>,
    ids: HashMap<Node, NodeId>,
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

    pub(crate) fn answer(&mut self, ret: u32) -> NodeId {
        self.intern(Node::Answer(ret))
    }

    /// A test; what is decided already is left out, and of several spellings one is chosen.
    pub(crate) fn test(
        &mut self,
        operand: Operand,
        relation: Relation,
        k: u32,
        yes: NodeId,
        no: NodeId,
    ) -> NodeId {
        let mask = operand.mask;
        if yes == no {
            return yes;
        }
        match relation {
            Relation::Is if k & !mask != 0 => no,
            Relation::Is if mask == 0 => yes,
            // A test for bits needs no AND, and leaves the word as it is for the next test.
            Relation::Is if k == 0 && !operand.is_whole() => self.has_bit(operand.offset, mask, no, yes),
            Relation::Is if k == mask && mask.is_power_of_two() => {
                self.has_bit(operand.offset, mask, yes, no)
            }
            Relation::AtLeast if k == 0 => yes,
            Relation::AtLeast if k > mask => no,
            Relation::AtLeast if k == 1 => self.test(operand, Relation::Is, 0, no, yes),
            Relation::HasBit => self.has_bit(operand.offset, mask & k, yes, no),
            Relation::Is | Relation::AtLeast => self.intern(Node::Test { operand, relation, k, yes, no }),
        }
    }

    fn has_bit(&mut self, offset: u8, bits: u32, yes: NodeId, no: NodeId) -> NodeId {
        let operand = Operand::whole(offset);
        match bits {
            0 => no,
            u32::MAX => self.intern(Node::Test { operand, relation: Relation::Is, k: 0, yes: no, no: yes }),
            bits => self.intern(Node::Test { operand, relation: Relation::HasBit, k: bits, yes, no }),
        }
    }

    /// The nodes that can be reached, by ascending id, so that successors come first.
    pub(crate) fn reachable(&self, root: NodeId) -> Vec<NodeId> {
        let mut seen = vec![false; root.index() + 1];
        seen[root.index()] = true;
        let mut found = Vec::new();
        for index in (0..=root.index()).rev() {
            if !seen[index] {
                continue;
            }
            found.push(NodeId(index as u32));
            if let Node::Test { yes, no, .. } = self.nodes[index] {
                seen[yes.index()] = true;
                seen[no.index()] = true;
            }
        }
        found.reverse();
        found
    }

    /// The same decisions with other answers.
    pub(crate) fn map_answers(&mut self, root: NodeId, change: impl Fn(u32) -> u32) -> NodeId {
        let mut changed: HashMap<NodeId, NodeId> = HashMap::new();
        for id in self.reachable(root) {
            let new = match self.node(id) {
                Node::Answer(ret) => self.answer(change(ret)),
                Node::Test { operand, relation, k, yes, no } => {
                    self.test(operand, relation, k, changed[&yes], changed[&no])
                }
            };
            changed.insert(id, new);
        }
        changed[&root]
    }
}
