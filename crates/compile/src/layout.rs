//! The order of the nodes, last instruction first.

use crate::graph::{Graph, Node, NodeId};
use crate::word::Word;

/// The nodes to emit, successors before what leads to them.
///
/// Of two successors the one emitted last is next to the test and costs no jump, and the other is
/// as far away as that one is long: so the smaller is put next. After the test of an architecture
/// that is its own part, whatever its size: the native calls fall through.
pub(crate) fn order(graph: &Graph, root: NodeId) -> Vec<NodeId> {
    let sizes = sizes(graph, root);
    let mut order = Vec::new();
    let mut done = vec![false; graph.len()];
    // An explicit stack: a call with thousands of conditions is as deep as it is long.
    let mut stack = vec![(root, false)];
    while let Some((id, expanded)) = stack.pop() {
        if done[id.index()] {
            continue;
        }
        match graph.node(id) {
            Node::Test { operand, yes, no, .. } if !expanded => {
                let yes_next = operand.word == Word::ARCH || sizes[yes.index()] < sizes[no.index()];
                let (far, next) = if yes_next { (no, yes) } else { (yes, no) };
                stack.extend([(id, true), (next, false), (far, false)]);
            }
            _ => {
                done[id.index()] = true;
                order.push(id);
            }
        }
    }
    order
}

/// How many nodes each node leads to, shared ones counted as often as there are ways.
fn sizes(graph: &Graph, root: NodeId) -> Vec<usize> {
    let mut sizes = vec![0usize; graph.len()];
    for id in graph.reachable(root) {
        sizes[id.index()] = match graph.node(id) {
            Node::Answer(_) => 1,
            Node::Test { yes, no, .. } => {
                sizes[yes.index()].saturating_add(sizes[no.index()]).saturating_add(1)
            }
        };
    }
    sizes
}
