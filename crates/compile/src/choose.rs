//! The fewest tests that tell where one word leads.
//!
//! Ways that are weighed: a search by order, of the word or of some of its bits; a jump on some of its
//! bits; a comparison of some of its bits. What was written in the policy plays no part.

use crate::bits::{Bits, Branch, Leads, Size, TooMany};
use crate::graph::{Graph, NodeId};
use crate::mix::Mixed;
use crate::search::{Interval, search, tests};
use crate::word::{Operand, Relation, Word};
use std::collections::HashMap;

/// Bits of which each is tried as the first to be asked.
const MOST_TRIED: u32 = 10;
/// Diagrams for which all ways are weighed; for more of one word only the likeliest are.
const MOST_WEIGHED: usize = 400;
/// Intervals that are searched by order without a thought of bits.
const PLAINLY_ORDERED: usize = 64;
/// Diagrams of one word beyond which none is chosen for it.
const MOST_CHOICES: usize = 4000;
/// Places that are looked at for parts of a word that lead there, ways to one of them, and parts tried.
const MOST_EXITS: usize = 8;
const MOST_PATHS: usize = 8;
const MOST_CUBES: usize = 4;
/// The price of an instruction, in tests made on every way: size counts more than depth.
const INSTRUCTION: f64 = 4.0;

/// What to ask first.
#[derive(Debug, Clone)]
enum Ask {
    /// Nothing: it leads there.
    Nothing(NodeId),
    /// Which interval the bits of the mask are in.
    Order { mask: u32, intervals: Vec<Interval> },
    /// Whether one of these bits is set.
    AnyBit { bits: u32, set: Leads, clear: Leads },
    /// Whether these bits, some of them 1, are so.
    These { mask: u32, value: u32, yes: Leads, no: Leads },
}

impl Ask {
    /// What a question about bits costs at least.
    fn least(&self) -> usize {
        let more = |sides: [&Leads; 2]| sides.iter().filter(|side| matches!(side, Leads::By(_))).count();
        match self {
            Ask::Nothing(_) | Ask::Order { .. } => 0,
            Ask::AnyBit { set, clear, .. } => 1 + more([set, clear]),
            Ask::These { yes, no, .. } => 2 + 2 * more([yes, no]),
        }
    }
}

/// Chooses tests of one word.
pub(crate) struct Chooser<'b> {
    bits: &'b mut Bits,
    known: HashMap<Leads, (usize, Ask), Mixed>,
    weighed: usize,
}

impl Chooser<'_> {
    pub(crate) fn new(bits: &mut Bits) -> Chooser<'_> {
        Chooser { bits, known: HashMap::default(), weighed: 0 }
    }

    /// The node that asks a word where this diagram leads. May emit tests of this word, masked or not, and
    /// leads to the diagram's exits.
    pub(crate) fn build(&mut self, graph: &mut Graph, word: Word, at: Leads) -> Result<NodeId, TooMany> {
        self.weigh(at)?;
        Ok(self.chosen(graph, word, at))
    }

    fn chosen(&self, graph: &mut Graph, word: Word, at: Leads) -> NodeId {
        // Whatever a choice leads to was weighed before it.
        match &self.known[&at].1 {
            Ask::Nothing(to) => *to,
            Ask::Order { mask, intervals } => {
                search(graph, Operand { word, mask: *mask }, intervals, INSTRUCTION)
            }
            Ask::AnyBit { bits, set, clear } => {
                let (set, clear) = (self.chosen(graph, word, *set), self.chosen(graph, word, *clear));
                graph.test(Operand::whole(word), Relation::HasBit, *bits, set, clear)
            }
            Ask::These { mask, value, yes, no } => {
                let (yes, no) = (self.chosen(graph, word, *yes), self.chosen(graph, word, *no));
                graph.test(Operand { word, mask: *mask }, Relation::Is, *value, yes, no)
            }
        }
    }

    /// How many instructions it takes from where the word is loaded.
    fn weigh(&mut self, at: Leads) -> Result<usize, TooMany> {
        let Leads::By(node) = at else {
            if let Leads::To(to) = at {
                self.known.insert(at, (0, Ask::Nothing(to)));
            }
            return Ok(0);
        };
        if let Some((price, _)) = self.known.get(&at) {
            return Ok(*price);
        }
        if self.known.len() > MOST_CHOICES {
            return Err(TooMany);
        }
        let size = self.bits.size(at);
        // Each test tells two places apart.
        let least = size.exits.len() - 1;
        let mut best: Option<(usize, Ask)> = None;
        let offer = |best: &mut Option<(usize, Ask)>, price: usize, ask: Ask| {
            if best.as_ref().is_none_or(|(known, _)| price < *known) {
                *best = Some((price, ask));
            }
            price == least
        };
        let support = size.support;
        let mut enough = false;
        for mask in [u32::MAX, support] {
            if enough || (mask != u32::MAX && support == u32::MAX) {
                continue;
            }
            // Where bits are asked for one by one there are more intervals than nodes.
            if let Some(intervals) = self.bits.intervals(at, mask, size.nodes + 2) {
                let weight = 1.0 / f64::from(intervals.len() as u32);
                let intervals: Vec<Interval> = intervals
                    .into_iter()
                    .map(|(first, single, to)| Interval { first, single, to, weight })
                    .collect();
                let masking = usize::from(mask != u32::MAX);
                enough |= intervals.len() > PLAINLY_ORDERED;
                enough |= offer(
                    &mut best,
                    masking + tests(&intervals, INSTRUCTION),
                    Ask::Order { mask, intervals },
                );
            }
        }
        if !enough {
            let is_ordered = best.is_some();
            for ask in self.bitwise(node, &size, is_ordered)? {
                let known = best.as_ref().map_or(usize::MAX, |(price, _)| *price);
                if ask.least() >= known {
                    continue;
                }
                let price = match ask {
                    Ask::AnyBit { set, clear, .. } => 1 + self.weigh(set)? + self.weigh(clear)?,
                    Ask::These { mask, yes, no, .. } => {
                        // Where the word was masked it is loaded again for more.
                        let masking = usize::from(mask != u32::MAX);
                        let more = [yes, no].iter().filter(|side| matches!(side, Leads::By(_))).count();
                        1 + masking + masking * more + self.weigh(yes)? + self.weigh(no)?
                    }
                    Ask::Nothing(_) | Ask::Order { .. } => continue,
                };
                if offer(&mut best, price, ask) {
                    break;
                }
            }
        }
        let (price, ask) = best.unwrap_or((0, Ask::Nothing(size.exits[0])));
        self.known.insert(at, (price, ask));
        Ok(price)
    }

    /// The ways that ask for bits, the likeliest first.
    fn bitwise(&mut self, node: u32, size: &Size, is_ordered: bool) -> Result<Vec<Ask>, TooMany> {
        self.weighed += 1;
        let at = Leads::By(node);
        let mut ways = Vec::new();
        if let Some((mask, value, rest, out)) = self.run(node) {
            ways.extend(these(mask, value, rest, Leads::To(out)));
        }
        for (mask, value, inside, outside) in self.cubes(at, &size.exits)? {
            ways.extend(these(mask, value, Leads::To(inside), outside));
        }
        let few = size.support.count_ones() <= MOST_TRIED && self.weighed <= MOST_WEIGHED;
        if !few && is_ordered {
            return Ok(ways);
        }
        let mut first = Vec::new();
        for bit in (0..32).rev().filter(|bit| size.support >> bit & 1 == 1) {
            let (clear, set) = (self.bits.with(at, bit, false)?, self.bits.with(at, bit, true)?);
            let left = self.bits.size(clear).nodes + self.bits.size(set).nodes;
            first.push((left, Ask::AnyBit { bits: 1 << bit, set, clear }));
        }
        first.sort_by_key(|(left, _)| *left);
        ways.extend(first.into_iter().map(|(_, ask)| ask).take(if few { 32 } else { 1 }));
        Ok(ways)
    }

    /// Parts, given by a mask and a value, that lead to a place which few parts do, the largest first, and the
    /// diagram for what is outside of each.
    fn cubes(&mut self, at: Leads, exits: &[NodeId]) -> Result<Vec<(u32, u32, NodeId, Leads)>, TooMany> {
        let mut paths: Vec<(u32, u32, NodeId)> = Vec::new();
        for exit in exits.iter().take(MOST_EXITS) {
            let mut found = Vec::new();
            self.paths(at, *exit, (0, 0), &mut HashMap::default(), &mut found);
            if found.len() <= MOST_PATHS {
                paths.extend(found.into_iter().map(|(mask, value)| (mask, value, *exit)));
            }
        }
        paths.retain(|(mask, ..)| mask.count_ones() > 1);
        paths.sort_by_key(|(mask, ..)| mask.count_ones());
        paths.truncate(MOST_CUBES);
        let outside = |(mask, value, exit)| Ok((mask, value, exit, self.without(at, value)?));
        paths.into_iter().map(outside).collect()
    }

    /// The ways to an exit, as the bits they ask and their values, until there are too many.
    fn paths(
        &self,
        at: Leads,
        exit: NodeId,
        (mask, value): (u32, u32),
        reached: &mut HashMap<u32, bool, Mixed>,
        found: &mut Vec<(u32, u32)>,
    ) {
        let Leads::By(node) = at else {
            if at == Leads::To(exit) {
                found.push((mask, value));
            }
            return;
        };
        if found.len() > MOST_PATHS || reached.get(&node) == Some(&false) {
            return;
        }
        let before = found.len();
        let Branch { bit, clear, set } = self.bits.branch(node);
        let mask = mask | 1 << bit;
        self.paths(clear, exit, (mask, value), reached, found);
        self.paths(set, exit, (mask, value | 1 << bit), reached, found);
        reached.insert(node, found.len() > before);
    }

    /// The diagram with the end of this value's path led to where its last bit's other side leads.
    fn without(&mut self, at: Leads, value: u32) -> Result<Leads, TooMany> {
        let Leads::By(node) = at else { return Ok(at) };
        let Branch { bit, clear, set } = self.bits.branch(node);
        match (value >> bit & 1 == 1, clear, set) {
            (true, _, Leads::To(_)) => Ok(clear),
            (false, Leads::To(_), _) => Ok(set),
            (true, ..) => {
                let set = self.without(set, value)?;
                self.bits.branching(bit, clear, set)
            }
            (false, ..) => {
                let clear = self.without(clear, value)?;
                self.bits.branching(bit, clear, set)
            }
        }
    }

    /// The longest run of bits from the highest asked on of which each, if it is not as wanted, leads to one
    /// and the same place: their mask, how they are wanted, what follows, and that place.
    fn run(&self, node: u32) -> Option<(u32, u32, Leads, NodeId)> {
        let sides = |branch: Branch| [(branch.clear, branch.set, 0), (branch.set, branch.clear, 1)];
        // Where both sides of the first bit end, the longer run is one bit either way.
        let first = self.bits.branch(node);
        let out = sides(first).into_iter().find_map(|(_, out, _)| match out {
            Leads::To(to) => Some(to),
            Leads::By(_) => None,
        })?;
        let (mut mask, mut value, mut at) = (0, 0, Leads::By(node));
        while let Leads::By(node) = at {
            let branch = self.bits.branch(node);
            let Some((rest, _, wanted)) =
                sides(branch).into_iter().find(|(_, side, _)| *side == Leads::To(out))
            else {
                break;
            };
            mask |= 1 << branch.bit;
            value |= wanted << branch.bit;
            at = rest;
        }
        (mask != 0).then_some((mask, value, at, out))
    }
}

/// The test whether some bits are so: a jump on them if all are 0.
fn these(mask: u32, value: u32, yes: Leads, no: Leads) -> Option<Ask> {
    match value {
        0 => Some(Ask::AnyBit { bits: mask, set: no, clear: yes }),
        _ if mask.is_power_of_two() => None,
        _ => Some(Ask::These { mask, value, yes, no }),
    }
}
