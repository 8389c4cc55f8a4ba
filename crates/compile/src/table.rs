//! Many rules of one call as one diagram that asks each word once, in one order.
//!
//! A node of it tells in which interval a word is. Rules are put together by halves, so that ten thousand of them take
//! little more than reading them; equal parts are one. Tests of some of a word's bits are not intervals: with those,
//! or where the diagram grows beyond measure, there is none.

use crate::graph::{Graph, NodeId};
use crate::mix::Mixed;
use crate::order::{Order, Span};
use crate::word::{Operand, Relation, Word};
use crate::words::least_tests;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// Intervals looked at before a diagram is given up, and before those of some rules only are.
const MOST_INTERVALS: usize = 1_000_000;
const MOST_OF_SOME: usize = 10_000;

/// A place in a [`Table`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Place(u32);

/// The intervals of a word by their first values, neighbours different.
type Intervals = Rc<[(u32, Place)]>;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Node {
    /// The rules so far say nothing.
    Open,
    Leads(NodeId),
    Asks(Word, Intervals),
}

/// The diagrams of one call's rules.
#[derive(Debug)]
pub(crate) struct Table {
    nodes: Vec<Node>,
    places: HashMap<Node, Place, Mixed>,
    /// The words in the order in which they are asked.
    words: Vec<Word>,
    joined: HashMap<(Place, Place), Place, Mixed>,
    left: usize,
    failed: bool,
}

/// It cannot be said in intervals, or in too many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooMany;

impl Table {
    /// Nothing is said.
    pub(crate) const OPEN: Place = Place(0);

    pub(crate) fn new() -> Table {
        Table {
            nodes: vec![Node::Open],
            places: HashMap::from_iter([(Node::Open, Table::OPEN)]),
            words: Vec::new(),
            joined: HashMap::default(),
            left: MOST_INTERVALS,
            failed: false,
        }
    }

    /// Leads to a node of the graph.
    pub(crate) fn leads(&mut self, to: NodeId) -> Place {
        self.intern(Node::Leads(to))
    }

    fn intern(&mut self, node: Node) -> Place {
        let next = Place(self.nodes.len() as u32);
        let place = *self.places.entry(node.clone()).or_insert(next);
        if place == next {
            self.nodes.push(node);
        }
        place
    }

    /// A test, as [`Graph::test`] makes one.
    pub(crate) fn test(
        &mut self,
        operand: Operand,
        relation: Relation,
        k: u32,
        yes: Place,
        no: Place,
    ) -> Place {
        let mask = operand.mask;
        // The lowest bit that counts; those above must all count.
        let step = mask & mask.wrapping_neg();
        let (first, last) = match relation {
            _ if yes == no => return yes,
            Relation::Is if k & !mask != 0 => return no,
            Relation::Is if mask == 0 => return yes,
            Relation::HasBit if mask & k == 0 => return no,
            Relation::AtLeast if k == 0 => return yes,
            Relation::AtLeast if k > mask => return no,
            Relation::HasBit => {
                let bits = mask & k;
                let lowest = bits & bits.wrapping_neg();
                self.failed |= bits != lowest.wrapping_neg();
                (lowest, u32::MAX)
            }
            _ if mask != step.wrapping_neg() => {
                self.failed = true;
                return no;
            }
            Relation::Is => (k, k | !mask),
            // Values between two that can be are at least the lower one only.
            Relation::AtLeast => (k.div_ceil(step) * step, u32::MAX),
        };
        if !self.words.contains(&operand.word) {
            // Conditions are made from their ends, so that what comes later is asked before.
            self.words.insert(0, operand.word);
        }
        self.select(operand.word, first, last, yes, no)
    }

    /// The word's turn; what asks nothing has none.
    fn turn(&self, place: Place) -> usize {
        match &self.nodes[place.0 as usize] {
            Node::Asks(word, _) => self.words.iter().position(|other| other == word).unwrap_or(usize::MAX),
            Node::Open | Node::Leads(_) => usize::MAX,
        }
    }

    /// Where a place leads by the word whose turn this is.
    fn by(&self, turn: usize, place: Place) -> Intervals {
        match &self.nodes[place.0 as usize] {
            Node::Asks(word, intervals) if self.words[turn] == *word => Rc::clone(intervals),
            _ => Rc::new([(0, place)]),
        }
    }

    /// A node of these intervals, or what they all lead to.
    fn asks(&mut self, word: Word, mut intervals: Vec<(u32, Place)>) -> Place {
        intervals.dedup_by_key(|(_, to)| *to);
        self.left = self.left.saturating_sub(intervals.len());
        match intervals[..] {
            [(_, to)] => to,
            _ => self.intern(Node::Asks(word, intervals.into())),
        }
    }

    /// `yes` where the word is in the interval; else `no`.
    fn select(&mut self, word: Word, first: u32, last: u32, yes: Place, no: Place) -> Place {
        if self.left == 0 || self.failed || yes == no {
            return no;
        }
        let own = self.words.iter().position(|other| *other == word).unwrap_or(usize::MAX);
        let turn = own.min(self.turn(yes)).min(self.turn(no));
        let (yes, no) = (self.by(turn, yes), self.by(turn, no));
        let mut intervals = Vec::with_capacity(yes.len() + no.len() + 1);
        if turn == own {
            // The pieces of `no` before, of `yes` within, of `no` after.
            let pieces = [
                (first.checked_sub(1).map(|end| (0, end)), &no),
                (Some((first, last)), &yes),
                (last.checked_add(1).map(|start| (start, u32::MAX)), &no),
            ];
            for ((start, end), of) in pieces.into_iter().filter_map(|(part, of)| Some((part?, of))) {
                let from = of.partition_point(|(at, _)| *at <= start) - 1;
                let inside = of[from..].iter().take_while(|(at, _)| *at <= end);
                intervals.extend(inside.map(|(at, to)| ((*at).max(start), *to)));
            }
        } else {
            for (at, yes, no) in Both::new(&yes, &no) {
                intervals.push((at, self.select(word, first, last, yes, no)));
            }
        }
        let word = self.words[turn];
        self.asks(word, intervals)
    }

    /// What `first` says, and `second` where that says nothing.
    fn join(&mut self, first: Place, second: Place) -> Place {
        match &self.nodes[first.0 as usize] {
            Node::Open => return second,
            Node::Leads(_) => return first,
            Node::Asks(..) if first == second || second == Table::OPEN => return first,
            Node::Asks(..) => {}
        }
        if let Some(known) = self.joined.get(&(first, second)) {
            return *known;
        }
        if self.left == 0 {
            return first;
        }
        let turn = self.turn(first).min(self.turn(second));
        let (of_first, of_second) = (self.by(turn, first), self.by(turn, second));
        let mut intervals = Vec::with_capacity(of_first.len() + of_second.len());
        for (at, first, second) in Both::new(&of_first, &of_second) {
            intervals.push((at, self.join(first, second)));
        }
        let word = self.words[turn];
        let joined = self.asks(word, intervals);
        self.joined.insert((first, second), joined);
        joined
    }

    /// [`Table::first_of`] of some rules: rules of different shapes multiply, which is seen soon.
    pub(crate) fn first_of_some(&mut self, rules: &[Place]) -> Result<Place, TooMany> {
        let left = std::mem::replace(&mut self.left, MOST_OF_SOME);
        let joined = self.first_of(rules);
        self.left = left;
        joined
    }

    /// Of these, asked one after the other, the first that says something.
    pub(crate) fn first_of(&mut self, rules: &[Place]) -> Result<Place, TooMany> {
        let joined = self.halves(rules);
        if self.failed || self.left == 0 { Err(TooMany) } else { Ok(joined) }
    }

    fn halves(&mut self, rules: &[Place]) -> Place {
        match rules {
            [] => Table::OPEN,
            [one] => *one,
            _ => {
                let (before, after) = rules.split_at(rules.len() / 2);
                let (before, after) = (self.halves(before), self.halves(after));
                self.join(before, after)
            }
        }
    }

    /// How many tests a diagram takes at least, however its words are asked.
    pub(crate) fn least(&self, root: Place) -> usize {
        let below = self.below(root);
        below.into_iter().map(least_of).sum()
    }

    /// How many intervals a diagram cuts off.
    pub(crate) fn cuts(&self, root: Place) -> usize {
        self.below(root).into_iter().map(|intervals| intervals.len() - 1).sum()
    }

    /// The nodes of a diagram that ask something.
    fn below(&self, root: Place) -> Vec<&[(u32, Place)]> {
        let mut seen = vec![false; self.nodes.len()];
        let mut pending = vec![root];
        let mut found = Vec::new();
        while let Some(place) = pending.pop() {
            if std::mem::replace(&mut seen[place.0 as usize], true) {
                continue;
            }
            if let Node::Asks(_, intervals) = &self.nodes[place.0 as usize] {
                found.push(&intervals[..]);
                pending.extend(intervals.iter().map(|(_, to)| *to));
            }
        }
        found
    }

    /// The node of the graph that asks what a diagram asks, something being said everywhere, and of each node of it how
    /// many tests it takes at least. May emit JGE and JEQ of whole words.
    pub(crate) fn build(&self, graph: &mut Graph, root: Place) -> (NodeId, Vec<(NodeId, usize)>) {
        let mut built: HashMap<Place, NodeId, Mixed> = HashMap::default();
        let mut least = Vec::new();
        let node = self.built(graph, root, &mut built, &mut least);
        (node, least)
    }

    fn built(
        &self,
        graph: &mut Graph,
        place: Place,
        built: &mut HashMap<Place, NodeId, Mixed>,
        least: &mut Vec<(NodeId, usize)>,
    ) -> NodeId {
        if let Some(known) = built.get(&place) {
            return *known;
        }
        let node = match &self.nodes[place.0 as usize] {
            Node::Open => unreachable!("something is said everywhere"),
            Node::Leads(to) => *to,
            Node::Asks(word, intervals) => {
                let mut spans: Vec<Span> = Vec::with_capacity(intervals.len());
                for (at, (first, to)) in intervals.iter().enumerate() {
                    let to = self.built(graph, *to, built, least);
                    let last = intervals.get(at + 1).map_or(u32::MAX, |(next, _)| next - 1);
                    match spans.last_mut().filter(|span| span.to == to) {
                        Some(span) => span.single = false,
                        None => spans.push(Span { first: *first, single: *first == last, to }),
                    }
                }
                let node = Order::new(spans).build(graph, Operand::whole(*word));
                least.push((node, least_of(intervals)));
                node
            }
        };
        built.insert(place, node);
        node
    }
}

fn least_of(intervals: &[(u32, Place)]) -> usize {
    let exits: HashSet<Place, Mixed> = intervals.iter().map(|(_, to)| *to).collect();
    least_tests(intervals.len(), exits.len())
}

/// The intervals of two lists at once.
struct Both<'a> {
    lists: [&'a [(u32, Place)]; 2],
    next: Option<u32>,
}

impl Both<'_> {
    fn new<'a>(first: &'a [(u32, Place)], second: &'a [(u32, Place)]) -> Both<'a> {
        Both { lists: [first, second], next: Some(0) }
    }
}

impl Iterator for Both<'_> {
    type Item = (u32, Place, Place);

    fn next(&mut self) -> Option<(u32, Place, Place)> {
        let at = self.next?;
        for list in &mut self.lists {
            while list.get(1).is_some_and(|(start, _)| *start <= at) {
                *list = &list[1..];
            }
        }
        let [first, second] = self.lists;
        self.next = [first, second].into_iter().filter_map(|list| Some(list.get(1)?.0)).min();
        Some((at, first[0].1, second[0].1))
    }
}

#[cfg(test)]
mod tests {
    use super::{Place, Table};
    use crate::graph::{Graph, NodeId};
    use crate::word::Relation::{AtLeast, HasBit, Is};
    use crate::word::{Operand, Relation, Word};
    use callgate_abi::Action;

    const TOP: u32 = 1 << 31;

    fn operand(at: usize, mask: u32) -> Operand {
        Operand { word: Word::new(4 + at as u8).unwrap(), mask }
    }

    /// Rules of up to three tests on three words lead where asking them one after the other leads.
    #[test]
    fn rules_together_are_rules_one_by_one() {
        let tests: [(u32, Relation, u32); 10] = [
            (u32::MAX, Is, 2),
            (u32::MAX, Is, 3),
            (u32::MAX, Is, u32::MAX),
            (u32::MAX, AtLeast, 3),
            (u32::MAX, AtLeast, u32::MAX),
            (u32::MAX, HasBit, TOP),
            (!3, Is, 4),
            (!3, AtLeast, 5),
            (0, Is, 0),
            (!1, HasBit, u32::MAX),
        ];
        let values = [0, 1, 2, 3, 4, 5, 7, 8, 9, TOP - 1, TOP, u32::MAX - 1, u32::MAX];
        let mut random = 1u32;
        let mut pick = |below: usize| {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (random >> 8) as usize % below
        };
        for _ in 0..200 {
            let mut graph = Graph::default();
            let mut table = Table::new();
            let answers: Vec<NodeId> = (0..4).map(|data| graph.answer(Action::Trap(data))).collect();
            let mut written = answers[0];
            let mut places: Vec<Place> = Vec::new();
            for _ in 0..=pick(9) {
                let answer = answers[1 + pick(3)];
                let (mut node, mut place) = (answer, table.leads(answer));
                for _ in 0..=pick(3) {
                    let ((mask, relation, k), at) = (tests[pick(tests.len())], pick(3));
                    let not = pick(4) == 0;
                    let [yes, no] = if not { [written, node] } else { [node, written] };
                    node = graph.test(operand(at, mask), relation, k, yes, no);
                    let [yes, no] = if not { [Table::OPEN, place] } else { [place, Table::OPEN] };
                    place = table.test(operand(at, mask), relation, k, yes, no);
                }
                written = node;
                places.insert(0, place);
            }
            places.push(table.leads(answers[0]));
            let root = table.first_of(&places).unwrap();
            let (built, least) = table.build(&mut graph, root);
            let all = graph.reachable(built).len();
            assert!(least.iter().map(|(_, tests)| tests).sum::<usize>() <= all);
            for a in values {
                for (b, c) in values.iter().flat_map(|b| values.map(|c| (*b, c))) {
                    let mut words = [0; Word::COUNT];
                    (words[4], words[5], words[6]) = (a, b, c);
                    let expected = graph.follow(written, &words);
                    assert_eq!(graph.follow(built, &words), expected, "{a:#x} {b:#x} {c:#x}");
                }
            }
        }
    }

    #[test]
    fn bits_are_no_intervals() {
        for (mask, relation, k) in [(0xff, Is, 1), (u32::MAX, HasBit, 4), (0xff0, AtLeast, 0x20)] {
            let mut graph = Graph::default();
            let mut table = Table::new();
            let answer = table.leads(graph.answer(Action::Allow));
            let rule = table.test(operand(0, mask), relation, k, answer, Table::OPEN);
            assert!(table.first_of(&[rule]).is_err());
        }
    }

    /// Each of many values of one word with each of many of another is not multiplied out.
    #[test]
    fn what_grows_beyond_measure_is_given_up() {
        let mut graph = Graph::default();
        let mut table = Table::new();
        let rules: Vec<Place> = (0..2000u32)
            .map(|n| {
                let answer = table.leads(graph.answer(Action::Trap(n as u16)));
                table.test(operand(n as usize % 3, u32::MAX), Is, n, answer, Table::OPEN)
            })
            .collect();
        assert!(table.first_of(&rules).is_err());
    }
}
