//! From ordered nodes to instructions, written from the end so that every distance is known.

use crate::graph::{Graph, Node, NodeId};
use crate::word::{Operand, Relation};
use callgate_bpf::Insn;

/// Where a node can be entered, as counted from the end of the program: the position of the
/// instruction that loads the word, of the one that masks it, and of the test (or return) itself.
#[derive(Debug, Clone, Copy, Default)]
struct Entries {
    load: Option<usize>,
    mask: Option<usize>,
    test: Option<usize>,
}

/// How much of a test is still to do for whoever comes with a word loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Entry {
    Test,
    Mask,
    Load,
}

/// The entry to a node that needs `wanted`, for one who comes from a test of `held`.
fn entry(held: Operand, wanted: Operand) -> Entry {
    if held == wanted {
        Entry::Test
    } else if held.word == wanted.word && held.is_whole() {
        Entry::Mask
    } else {
        Entry::Load
    }
}

/// The instructions of the filter whose nodes come in this order, last first; the last node is the root.
pub(crate) fn assemble(graph: &Graph, order: &[NodeId]) -> Vec<Insn> {
    let mut writer = Writer {
        graph,
        reversed: Vec::new(),
        entries: vec![Entries::default(); graph.len()],
        needed: needed(graph, order),
    };
    for id in order {
        writer.node(*id);
    }
    writer.reversed.reverse();
    writer.reversed
}

/// The most that anybody who comes to a node still has to do there.
fn needed(graph: &Graph, order: &[NodeId]) -> Vec<Entry> {
    let mut needed = vec![Entry::Test; graph.len()];
    if let Some(root) = order.last() {
        needed[root.index()] = Entry::Load;
    }
    for id in order {
        let Node::Test { operand: held, yes, no, .. } = graph.node(*id) else { continue };
        for successor in [yes, no] {
            if let Node::Test { operand: wanted, .. } = graph.node(successor) {
                let most = &mut needed[successor.index()];
                *most = (*most).max(entry(held, wanted));
            }
        }
    }
    needed
}

struct Writer<'g> {
    graph: &'g Graph,
    reversed: Vec<Insn>,
    entries: Vec<Entries>,
    needed: Vec<Entry>,
}

impl Writer<'_> {
    /// Writes an instruction and says where it stands.
    fn push(&mut self, insn: Insn) -> usize {
        self.reversed.push(insn);
        self.reversed.len() - 1
    }

    fn node(&mut self, id: NodeId) {
        match self.graph.node(id) {
            Node::Answer(action) => {
                let at = self.push(Insn::ret(action.to_ret()));
                self.entries[id.index()].test = Some(at);
            }
            Node::Test { operand, relation, k, yes, no } => {
                // Bringing one target near moves the other away by an instruction, so ask twice.
                let mut jt = self.within_reach(yes, operand);
                let jf = self.within_reach(no, operand);
                if self.distance(jt) > MOST {
                    jt = self.within_reach(yes, operand);
                }
                let (jt, jf) = (self.distance(jt) as u8, self.distance(jf) as u8);
                let test = self.push(match relation {
                    Relation::Is => Insn::jeq(k, jt, jf),
                    Relation::AtLeast => Insn::jge(k, jt, jf),
                    Relation::HasBit => Insn::jset(k, jt, jf),
                });
                let mut entries = Entries { test: Some(test), ..Entries::default() };
                let needed = self.needed[id.index()];
                if needed >= Entry::Mask && !operand.is_whole() {
                    entries.mask = Some(self.push(Insn::and(operand.mask)));
                }
                if needed == Entry::Load {
                    entries.load = Some(self.push(Insn::ld_abs(operand.word.offset())));
                }
                self.entries[id.index()] = entries;
            }
        }
    }

    /// How many instructions a jump written next would skip to get to this position.
    fn distance(&self, position: usize) -> usize {
        self.reversed.len() - position - 1
    }

    /// The position of a successor for a jump that holds `held`; one that is too far away is
    /// brought near by a jump of its own, an answer by another return.
    fn within_reach(&mut self, id: NodeId, held: Operand) -> usize {
        let entry = match self.graph.node(id) {
            Node::Answer(_) => Entry::Test,
            Node::Test { operand, .. } => entry(held, operand),
        };
        let position = *self.position(id, entry);
        let position = position.expect("successors are written first, with every entry that is used");
        if self.distance(position) <= MOST {
            return position;
        }
        let bridge = match self.graph.node(id) {
            Node::Answer(action) => Insn::ret(action.to_ret()),
            Node::Test { .. } => Insn::ja(self.distance(position) as u32),
        };
        let bridge = self.push(bridge);
        *self.position(id, entry) = Some(bridge);
        bridge
    }

    fn position(&mut self, id: NodeId, entry: Entry) -> &mut Option<usize> {
        let entries = &mut self.entries[id.index()];
        match entry {
            Entry::Test => &mut entries.test,
            Entry::Mask => &mut entries.mask,
            Entry::Load => &mut entries.load,
        }
    }
}

/// The farthest a conditional jump reaches.
const MOST: usize = u8::MAX as usize;
