//! The fewest tests by order that tell which interval a word is in, where all come equally often.
//!
//! Neighbouring intervals make groups: in a group all but single values lead to one node, so that it takes a
//! JEQ for each of those; between groups it takes a JGE. How to group is a dynamic program along the intervals.

use crate::graph::{Graph, NodeId};
use crate::word::{Operand, Relation};

/// Values of a word that lead to the same; it reaches to the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    /// The first value.
    pub(crate) first: u32,
    /// Whether that is the only one.
    pub(crate) single: bool,
    /// Where it leads.
    pub(crate) to: NodeId,
}

/// The most single values asked for one by one.
const CHAIN: usize = 16;

/// The most intervals that so few tests can tell apart: a JEQ cuts an interval in three.
pub(crate) fn most_spans(tests: usize) -> usize {
    tests.saturating_mul(2).saturating_add(1)
}

/// Intervals in groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Order {
    spans: Vec<Span>,
    groups: Vec<Group>,
    /// How many tests it takes.
    pub(crate) tests: usize,
}

/// Neighbouring intervals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Group {
    first: usize,
    /// The first interval after it.
    end: usize,
    /// Where all of them lead but single ones.
    background: NodeId,
}

impl Order {
    /// Groups these intervals, which are all values, neighbours different.
    pub(crate) fn new(spans: Vec<Span>) -> Order {
        // For the intervals before each place: the fewest tests, and the last group.
        let mut best: Vec<(usize, Option<Group>)> = vec![(usize::MAX, None); spans.len() + 1];
        best[0].0 = 0;
        for first in 0..spans.len() {
            let before = best[first].0 + usize::from(first > 0);
            let mut growing = Growing::new();
            for (at, span) in spans.iter().enumerate().skip(first) {
                let Some((background, singles)) = growing.add(*span) else { break };
                if before + singles < best[at + 1].0 {
                    best[at + 1] = (before + singles, Some(Group { first, end: at + 1, background }));
                }
            }
        }
        let tests = best[spans.len()].0;
        let mut groups = Vec::new();
        let mut end = spans.len();
        while let Some(group) = best[end].1 {
            groups.push(group);
            end = group.first;
        }
        groups.reverse();
        Order { spans, groups, tests }
    }

    /// The node that asks. May emit JGE and JEQ of the operand, and leads to the intervals' nodes.
    pub(crate) fn build(&self, graph: &mut Graph, operand: Operand) -> NodeId {
        self.part(graph, operand, &self.groups)
    }

    fn part(&self, graph: &mut Graph, operand: Operand, groups: &[Group]) -> NodeId {
        let [Group { first, end, background }] = groups else {
            let (below, above) = groups.split_at(groups.len() / 2);
            let start = self.spans[above[0].first].first;
            let below = self.part(graph, operand, below);
            let above = self.part(graph, operand, above);
            return graph.test(operand, Relation::AtLeast, start, above, below);
        };
        let singles = self.spans[*first..*end].iter().rev().filter(|span| span.to != *background);
        singles.fold(*background, |otherwise, single| {
            graph.test(operand, Relation::Is, single.first, single.to, otherwise)
        })
    }
}

/// A group while intervals are added.
struct Growing {
    /// Where the intervals that are not single lead.
    wide: Option<NodeId>,
    /// How many single intervals lead to each place.
    singles: Vec<(NodeId, usize)>,
    count: usize,
}

impl Growing {
    fn new() -> Growing {
        Growing { wide: None, singles: Vec::new(), count: 0 }
    }

    /// Adds an interval, and says where all but single ones lead and how many those are; `None` if the
    /// group would be none.
    fn add(&mut self, span: Span) -> Option<(NodeId, usize)> {
        if span.single {
            self.count += 1;
            match self.singles.iter_mut().find(|(to, _)| *to == span.to) {
                Some((_, count)) => *count += 1,
                None => self.singles.push((span.to, 1)),
            }
        } else {
            if self.wide.is_some_and(|wide| wide != span.to) {
                return None;
            }
            self.wide = Some(span.to);
        }
        // Where all are single: what would take most tests.
        let of = |wide| self.singles.iter().find(|(to, _)| *to == wide).copied().unwrap_or((wide, 0));
        let most = || self.singles.iter().copied().max_by_key(|(to, count)| (*count, std::cmp::Reverse(*to)));
        let (background, saved) = self.wide.map(of).or_else(most)?;
        let singles = self.count - saved;
        (singles <= CHAIN).then_some((background, singles))
    }
}

#[cfg(test)]
mod tests {
    use super::{Order, Span};
    use crate::graph::{Graph, Node};
    use crate::shortest;
    use crate::word::{Operand, Word};
    use callgate_abi::Action;

    const OPERAND: Operand = Operand::whole(Word::NUMBER);

    /// Intervals by their lengths and answers, equal neighbours joined.
    fn spans(graph: &mut Graph, of: &[(u32, u16)]) -> Vec<Span> {
        let mut first = 0;
        let mut made: Vec<Span> = Vec::new();
        for (length, ret) in of {
            let to = graph.answer(Action::Trap(*ret));
            match made.last_mut().filter(|last| last.to == to) {
                Some(last) => last.single = false,
                None => made.push(Span { first, single: *length == 1, to }),
            }
            first += length;
        }
        made
    }

    fn tests(of: &[(u32, u16)]) -> usize {
        let mut graph = Graph::default();
        let spans = spans(&mut graph, of);
        let order = Order::new(spans.clone());
        let root = order.build(&mut graph, OPERAND);
        let nodes = graph.reachable(root);
        let made = nodes.iter().filter(|id| matches!(graph.node(**id), Node::Test { .. })).count();
        assert!(made <= order.tests, "equal tests may be one");
        for (at, span) in spans.iter().enumerate() {
            let end = spans.get(at + 1).map_or(u32::MAX, |next| next.first - 1);
            for number in [span.first, if span.single { span.first } else { end }] {
                let mut words = [0; Word::COUNT];
                words[0] = number;
                assert_eq!(Node::Answer(graph.follow(root, &words)), graph.node(span.to), "{number}");
            }
        }
        order.tests
    }

    #[test]
    fn exceptions_take_one_test_each() {
        assert_eq!(tests(&[(9, 1), (1, 2), (9, 1), (1, 3), (9, 1), (1, 2), (1, 3), (9, 1)]), 4);
    }

    #[test]
    fn ranges_are_cut_once_each() {
        assert_eq!(tests(&[(9, 1), (5, 2), (9, 1), (7, 2), (9, 3)]), 4);
    }

    #[test]
    fn alternating_single_values() {
        assert_eq!(tests(&[(1, 1), (1, 2), (1, 1), (1, 2), (1, 1), (9, 3)]), 3, "two are asked for, one cut");
        assert_eq!(tests(&[(9, 1)]), 0);
    }

    #[test]
    fn thousands_of_intervals() {
        let of: Vec<(u32, u16)> = (0..3000u32).map(|n| (1 + n % 3, (n * n % 5) as u16)).collect();
        assert!(tests(&of) < 3000);
        let values: Vec<(u32, u16)> = (0..3000u32).map(|n| (1 + n % 2 * 6, (n % 2) as u16)).collect();
        let made = tests(&values);
        assert!((1500..=1500 + 1500 / 16).contains(&made), "at most a cut for each sixteen: {made}");
    }

    /// It finds what trying everything finds, for all short lists.
    #[test]
    fn nothing_shorter_is_missed() {
        for of in shortest::lists() {
            assert_eq!(tests(&of), shortest::tests(&of), "{of:?}");
        }
    }
}
