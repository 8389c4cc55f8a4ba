//! Tests that come to the same become one box: `nr` is one of these.

use super::{End, Graph, Node, To};
use std::collections::BTreeMap;

/// Folds chains of comparisons of one thing that lead to one place when they hold, and in which each follows when
/// the one before does not.
pub(super) fn fold(graph: &mut Graph) {
    let mut entries: BTreeMap<usize, usize> = BTreeMap::new();
    let ways = graph.nodes.values().flat_map(Node::ways).map(|(to, ..)| to).chain([graph.start]);
    for to in ways {
        if let To::Node(index) = to {
            *entries.entry(index).or_default() += 1;
        }
    }
    let indices: Vec<usize> = graph.nodes.keys().copied().collect();
    // From the end, so that a chain's tail is folded before its head takes it in.
    for index in indices.into_iter().rev() {
        let Some(End::Tests { no: To::Node(next), .. }) = graph.nodes.get(&index).map(|node| &node.end)
        else {
            continue;
        };
        let next = *next;
        if entries.get(&next) != Some(&1) || !alike(&graph.nodes[&index], graph.nodes.get(&next)) {
            continue;
        }
        let Some(tail) = graph.nodes.remove(&next) else { continue };
        let Some(head) = graph.nodes.get_mut(&index) else { continue };
        if let (End::Tests { operands, no, .. }, End::Tests { operands: more, no: other, .. }) =
            (&mut head.end, tail.end)
        {
            operands.extend(more);
            *no = other;
        }
        head.insns.extend(tail.insns);
        head.took_yes |= tail.took_yes;
        head.took_no = tail.took_no;
    }
}

fn alike(head: &Node, tail: Option<&Node>) -> bool {
    let Some(tail) = tail else { return false };
    match (&head.end, &tail.end) {
        (
            End::Tests { subject, operands, yes, .. },
            End::Tests { subject: other, operands: more, yes: also, .. },
        ) => {
            // A is whatever was computed before: the same word need not be the same thing.
            !operands.is_empty()
                && !more.is_empty()
                && subject == other
                && subject != "A"
                && !subject.starts_with("masked")
                && yes == also
                && tail.steps.is_empty()
        }
        _ => false,
    }
}
