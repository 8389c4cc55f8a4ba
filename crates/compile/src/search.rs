//! The best search of a word for the interval that it is in.
//!
//! A dynamic program over intervals that are next to each other: each range is either cut in two by one
//! JGE, or asked for its single values one after the other by JEQ, where all else in it comes to
//! the same. A range's price is the tests made in it, each with the weight of what comes by it, and the
//! instructions it takes.

use crate::graph::{Graph, NodeId};
use crate::word::{Operand, Relation};

/// Values of a word that lead to the same; it reaches to the next interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Interval {
    /// The first value.
    pub(crate) first: u32,
    /// Whether that is the only one.
    pub(crate) single: bool,
    /// Where it leads.
    pub(crate) to: NodeId,
    /// How often it comes.
    pub(crate) weight: f64,
}

/// The most single values asked for one by one.
const CHAIN: usize = 16;
/// A test that everything makes, in whole numbers: of a table's ranges none comes to 1000 of these.
const UNIT: u32 = 1 << 20;

/// The node that finds the interval which a word, masked, is in. `instruction` is the price of one, in tests of
/// weight 1; more than `most` intervals are halved first, for the time grows with their cube. May emit JGE and JEQ of the operand, and leads to the intervals' nodes.
pub(crate) fn search(
    graph: &mut Graph,
    operand: Operand,
    intervals: &[Interval],
    instruction: f64,
    most: usize,
) -> NodeId {
    if intervals.len() > most {
        let (below, above) = intervals.split_at(intervals.len() / 2);
        let start = above[0].first;
        let below = search(graph, operand, below, instruction, most);
        let above = search(graph, operand, above, instruction, most);
        return graph.test(operand, Relation::AtLeast, start, above, below);
    }
    let table = Table::new(intervals, instruction);
    table.build(graph, operand, 0, intervals.len() - 1)
}

/// The prices of the best ways for every range of intervals.
struct Table<'i> {
    intervals: &'i [Interval],
    /// By the range's first interval and its last, and by its last and its first, so that the two parts of all
    /// cuts are read in a row.
    by_first: Vec<i32>,
    by_last: Vec<i32>,
    /// Which are asked one by one.
    chains: Vec<bool>,
}

impl<'i> Table<'i> {
    fn new(intervals: &'i [Interval], instruction: f64) -> Table<'i> {
        let count = intervals.len();
        let all: f64 = intervals.iter().map(|interval| interval.weight).sum();
        // Whole numbers add up the same in every order, and many are compared at once.
        let unit = f64::from(UNIT) / (all + instruction);
        let price = |weight: f64| (weight * unit) as i32;
        let (by_first, by_last) = (vec![0; count * count], vec![0; count * count]);
        let mut table = Table { intervals, by_first, by_last, chains: vec![false; count * count] };
        for first in (0..count).rev() {
            let mut weight = intervals[first].weight;
            let mut chain = Chain::new(intervals[first]);
            for last in first + 1..count {
                weight += intervals[last].weight;
                let best =
                    table.cuts(first, last).fold(i32::MAX, |best, cut| if cut < best { cut } else { best });
                let mut least = best + price(weight + instruction);
                chain.add(&intervals[first..=last]);
                if let Some(price) =
                    chain.price(weight, instruction).map(price).filter(|price| *price <= least)
                {
                    least = price;
                    table.chains[first * count + last] = true;
                }
                table.by_first[first * count + last] = least;
                table.by_last[last * count + first] = least;
            }
        }
        table
    }

    /// What the two parts of a range cost together, for each place where it can be cut.
    fn cuts(&self, first: usize, last: usize) -> impl Iterator<Item = i32> {
        let count = self.intervals.len();
        let below = &self.by_first[first * count + first..first * count + last];
        let above = &self.by_last[last * count + first + 1..=last * count + last];
        below.iter().zip(above).map(|(below, above)| below + above)
    }

    /// The first interval above the best cut of a range.
    fn cut(&self, first: usize, last: usize) -> usize {
        let best = self.cuts(first, last).enumerate().min_by_key(|(_, price)| *price);
        first + 1 + best.map_or(0, |(at, _)| at)
    }

    fn is_chain(&self, first: usize, last: usize) -> bool {
        self.chains[first * self.intervals.len() + last]
    }

    /// The chain of a range that is best asked one by one.
    fn chain(&self, first: usize, last: usize) -> Chain {
        let range = &self.intervals[first..=last];
        let mut chain = Chain::new(range[0]);
        for end in 1..range.len() {
            chain.add(&range[..=end]);
        }
        chain
    }

    fn build(&self, graph: &mut Graph, operand: Operand, first: usize, last: usize) -> NodeId {
        if first == last {
            return self.intervals[first].to;
        }
        if self.is_chain(first, last) {
            let Chain { background, singles, .. } = self.chain(first, last);
            return singles.iter().rev().fold(background, |otherwise, single| {
                graph.test(operand, Relation::Is, single.first, single.to, otherwise)
            });
        }
        let cut = self.cut(first, last);
        let below = self.build(graph, operand, first, cut - 1);
        let above = self.build(graph, operand, cut, last);
        graph.test(operand, Relation::AtLeast, self.intervals[cut].first, above, below)
    }
}

/// Asking for single values one after the other, the heaviest first, where all others of a range lead to
/// one node.
struct Chain {
    background: NodeId,
    /// Some interval of the background is not single.
    wide: bool,
    singles: Vec<Interval>,
    /// The range has more than a chain can tell.
    ended: bool,
}

impl Chain {
    fn new(interval: Interval) -> Chain {
        Chain { background: interval.to, wide: !interval.single, singles: Vec::new(), ended: false }
    }

    /// Adds the last of these intervals; the others were added before.
    fn add(&mut self, range: &[Interval]) {
        let Some(added) = range.last().filter(|_| !self.ended) else { return };
        if !self.wide {
            // Which node is the background is decided anew.
            self.settle(range);
        } else if added.to != self.background {
            self.ended = !added.single;
            self.push(*added);
        }
    }

    fn settle(&mut self, range: &[Interval]) {
        let wide = range.iter().find(|interval| !interval.single);
        self.wide = wide.is_some();
        self.background = wide.map_or_else(
            || {
                // All are single: the one that would take most tests.
                let count = |to| range.iter().filter(|interval| interval.to == to).count();
                let nodes = range.iter().map(|interval| interval.to);
                nodes.max_by_key(|to| (count(*to), std::cmp::Reverse(*to))).unwrap_or(self.background)
            },
            |wide| wide.to,
        );
        self.singles.clear();
        let background = self.background;
        for interval in range.iter().filter(|interval| interval.to != background) {
            self.push(*interval);
        }
    }

    fn push(&mut self, single: Interval) {
        self.ended |= self.singles.len() == CHAIN;
        let at = self.singles.partition_point(|other| other.weight >= single.weight);
        self.singles.insert(at, single);
    }

    fn price(&self, weight: f64, instruction: f64) -> Option<f64> {
        let count = self.singles.len();
        // Whoever is found early is not asked about the rest.
        let found = self
            .singles
            .iter()
            .enumerate()
            .map(|(at, single)| f64::from((count - 1 - at) as u32) * single.weight);
        (!self.ended).then(|| f64::from(count as u32) * (weight + instruction) - found.sum::<f64>())
    }
}

#[cfg(test)]
mod tests {
    use super::{Interval, search};
    use crate::graph::{Graph, Node, NodeId};
    use crate::shortest;
    use crate::word::{Operand, Relation, Word};
    use callgate_abi::Action;

    const NUMBER: Operand = Operand::whole(Word::NUMBER);

    /// Intervals by their lengths and answers.
    fn intervals(graph: &mut Graph, of: &[(u32, u16)]) -> Vec<Interval> {
        let mut first = 0;
        let mut made: Vec<Interval> = Vec::new();
        for (length, ret) in of {
            let to = graph.answer(Action::Trap(*ret));
            made.push(Interval { first, single: *length == 1, to, weight: 0.01 });
            first += length;
        }
        made
    }

    fn check(graph: &mut Graph, intervals: &[Interval], instruction: f64) -> NodeId {
        let root = search(graph, NUMBER, intervals, instruction, 128);
        for (at, interval) in intervals.iter().enumerate() {
            let end = intervals.get(at + 1).map_or(u32::MAX, |next| next.first - 1);
            for number in [interval.first, if interval.single { interval.first } else { end }] {
                let mut words = [0; Word::COUNT];
                words[0] = number;
                assert_eq!(Node::Answer(graph.follow(root, &words)), graph.node(interval.to), "{number}");
            }
        }
        root
    }

    /// How many tests are made, equal ones once.
    fn tests(graph: &mut Graph, intervals: &[Interval], instruction: f64) -> usize {
        let root = check(graph, intervals, instruction);
        graph.reachable(root).iter().filter(|id| matches!(graph.node(**id), Node::Test { .. })).count()
    }

    #[test]
    fn exceptions_take_one_test_each() {
        let mut graph = Graph::default();
        let of = intervals(&mut graph, &[(9, 1), (1, 2), (9, 1), (1, 3), (9, 1), (1, 2), (1, 3), (9, 1)]);
        assert_eq!(tests(&mut graph, &of, 1.0), 4);
    }

    #[test]
    fn ranges_are_cut_once_each() {
        let mut graph = Graph::default();
        let of = intervals(&mut graph, &[(9, 1), (5, 2), (9, 1), (7, 2), (9, 3)]);
        assert_eq!(tests(&mut graph, &of, 1.0), 4);
    }

    #[test]
    fn alternating_single_values() {
        let mut graph = Graph::default();
        let of = intervals(&mut graph, &[(1, 1), (1, 2), (1, 1), (1, 2), (1, 1), (9, 3)]);
        assert_eq!(tests(&mut graph, &of, 1.0), 3, "two are asked for, one cut");
    }

    #[test]
    fn the_heaviest_is_found_first() {
        let mut graph = Graph::default();
        let mut of = intervals(&mut graph, &[(9, 1), (1, 2), (9, 1), (1, 3), (9, 1)]);
        of[3].weight = 1.0;
        let root = check(&mut graph, &of, 1.0);
        assert!(matches!(graph.node(root), Node::Test { relation: Relation::Is, k: 19, .. }));
        let wide: Vec<(u32, u16)> = (0..40).map(|n| (5, n % 2)).collect();
        let mut of = intervals(&mut graph, &wide);
        of[39].weight = 10.0;
        let root = check(&mut graph, &of, 1.0);
        assert!(matches!(graph.node(root), Node::Test { relation: Relation::AtLeast, k: 195, .. }));
    }

    /// A frequent single value is found soon and costs the others nothing.
    #[test]
    fn a_frequent_value_among_rare_ones() {
        let mut graph = Graph::default();
        let of = [
            (2, 1),
            (1, 2),
            (1, 1),
            (1, 2),
            (1, 1),
            (54, 2),
            (1, 1),
            (170, 2),
            (1, 1),
            (25, 2),
            (1, 3),
            (9, 2),
        ];
        let mut of = intervals(&mut graph, &of);
        for interval in &mut of {
            interval.weight = 0.1 / 12.0;
        }
        of[10].weight = 0.9;
        assert_eq!(tests(&mut graph, &of, 0.05), 6);
    }

    #[test]
    fn thousands_of_intervals() {
        let mut graph = Graph::default();
        let of: Vec<(u32, u16)> = (0..3000u32).map(|n| (1 + n % 3, (n * n % 5) as u16)).collect();
        let of = intervals(&mut graph, &of);
        assert!(tests(&mut graph, &of, 1.0) < 3000);
    }

    /// The program finds what trying everything finds, for all short lists.
    #[test]
    fn nothing_shorter_is_missed() {
        let mut graph = Graph::default();
        for made in shortest::lists() {
            let intervals = intervals(&mut graph, &made);
            assert!(tests(&mut graph, &intervals, 1.0) <= shortest::tests(&made), "{made:?}");
        }
    }
}
