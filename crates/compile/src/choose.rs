//! The fewest tests that tell where one word leads.
//!
//! Ways that are weighed: a search by order, of the word or of some of its bits; a jump on some of its
//! bits; a comparison of some of its bits. What was written in the policy plays no part, but for how many
//! instructions that takes: whatever cannot be fewer is left as soon as that is known.

use crate::bits::{Bits, Branch, Leads, TooMany};
use crate::graph::{Graph, NodeId};
use crate::mix::Mixed;
use crate::order::{Order, most_spans};
use crate::word::{Operand, Relation, Word};
use std::collections::HashMap;

/// Diagrams of one word for which more is weighed than a search by order.
const MOST_CHOICES: usize = 200;

/// Places that are looked at for parts of a word that lead there, ways to one of them, and parts tried.
const MOST_EXITS: usize = 8;
const MOST_PATHS: usize = 8;
const MOST_CUBES: usize = 4;

/// What to ask first.
#[derive(Debug, Clone)]
enum Ask {
    /// Which interval the bits of the mask are in.
    Order { mask: u32, order: Order },
    /// Whether one of these bits is set.
    AnyBit { bits: u32, set: Leads, clear: Leads },
    /// Whether these bits, some of them 1, are so.
    These { mask: u32, value: u32, yes: Leads, no: Leads },
}

/// What was found for a diagram.
struct Weighed {
    /// How many instructions the way takes; where there is none, fewer there are none.
    price: usize,
    way: Option<Ask>,
}

/// Chooses tests of one word.
pub(crate) struct Chooser<'b> {
    bits: &'b mut Bits,
    known: HashMap<u32, Weighed, Mixed>,
    /// All exits, ascending.
    exits: Vec<NodeId>,
    left: usize,
}

impl Chooser<'_> {
    /// `exits` are all places that the word can lead to.
    pub(crate) fn new(bits: &mut Bits, exits: Vec<NodeId>) -> Chooser<'_> {
        Chooser { bits, known: HashMap::default(), exits, left: MOST_CHOICES }
    }

    /// The node that asks a word where this diagram leads, if that takes less than `limit` instructions from
    /// where the word is loaded. May emit tests of this word, masked or not, and leads to the diagram's exits.
    pub(crate) fn build(
        &mut self,
        graph: &mut Graph,
        word: Word,
        at: Leads,
        limit: usize,
    ) -> Result<Option<NodeId>, TooMany> {
        let price = self.weigh(at, limit)?;
        Ok((price < limit).then(|| self.chosen(graph, word, at)))
    }

    fn chosen(&self, graph: &mut Graph, word: Word, at: Leads) -> NodeId {
        let node = match at {
            Leads::To(to) => return to,
            Leads::By(node) => node,
        };
        // Whatever a choice leads to was chosen before it.
        match self.known[&node].way.as_ref().expect("a way was found") {
            Ask::Order { mask, order } => order.build(graph, Operand { word, mask: *mask }),
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

    /// How many instructions it takes from where the word is loaded, if less than `limit`; else some number
    /// from `limit` on that it takes at least, in the ways that are weighed.
    fn weigh(&mut self, at: Leads, limit: usize) -> Result<usize, TooMany> {
        let Leads::By(node) = at else { return Ok(0) };
        let below = self.bits.below(at);
        let least = below.least();
        if least >= limit {
            return Ok(least);
        }
        if let Some(Weighed { price, way }) = self.known.get(&node)
            && (way.is_some() || *price >= limit)
        {
            return Ok(*price);
        }
        let (mut price, mut way) = (limit, None);
        let whole = (below.support != u32::MAX).then_some(u32::MAX);
        for mask in whole.into_iter().chain([below.support]) {
            let masking = usize::from(mask != u32::MAX);
            let Some(tests) = price.checked_sub(masking + 1) else { continue };
            if let Some(spans) = self.bits.intervals(at, mask, most_spans(tests)) {
                let order = Order::new(spans);
                if masking + order.tests < price {
                    price = masking + order.tests;
                    way = Some(Ask::Order { mask, order });
                }
            }
        }
        if price > least && self.left > 0 {
            self.left -= 1;
            for ask in self.bitwise(at, node)? {
                if let Some(found) = self.ask(&ask, price)? {
                    price = found;
                    way = Some(ask);
                }
                if price == least {
                    break;
                }
            }
        }
        self.known.insert(node, Weighed { price, way });
        Ok(price)
    }

    /// How many instructions this way takes, if less than `limit`.
    fn ask(&mut self, ask: &Ask, limit: usize) -> Result<Option<usize>, TooMany> {
        let (own, sides) = match *ask {
            Ask::AnyBit { set, clear, .. } => (1, [set, clear]),
            Ask::These { mask, yes, no, .. } => {
                // Where the word was masked it is loaded again for more.
                let masking = usize::from(mask != u32::MAX);
                let more = [yes, no].iter().filter(|side| matches!(side, Leads::By(_))).count();
                (1 + masking + masking * more, [yes, no])
            }
            Ask::Order { .. } => return Ok(None),
        };
        let least = sides.map(|side| self.bits.below(side).least());
        let Some(first) = limit.checked_sub(own + least[1]).filter(|limit| *limit > least[0]) else {
            return Ok(None);
        };
        let first = self.weigh(sides[0], first)?;
        let Some(second) = limit.checked_sub(own + first).filter(|limit| *limit > least[1]) else {
            return Ok(None);
        };
        let second = self.weigh(sides[1], second)?;
        let price = own + first + second;
        Ok((price < limit).then_some(price))
    }

    /// The ways that ask for bits, the likeliest first.
    fn bitwise(&mut self, at: Leads, node: u32) -> Result<Vec<Ask>, TooMany> {
        let mut ways = Vec::new();
        if let Some((mask, value, rest, out)) = self.run(node) {
            ways.extend(these(mask, value, rest, Leads::To(out)));
        }
        for (mask, value, inside, outside) in self.cubes(at)? {
            ways.extend(these(mask, value, Leads::To(inside), outside));
        }
        let Branch { bit, clear, set } = self.bits.branch(node);
        ways.push(Ask::AnyBit { bits: 1 << bit, set, clear });
        Ok(ways)
    }

    /// Parts, given by a mask and a value, that lead to a place which few parts do, the largest first, and the
    /// diagram for what is outside of each.
    fn cubes(&mut self, at: Leads) -> Result<Vec<(u32, u32, NodeId, Leads)>, TooMany> {
        let mut paths: Vec<(u32, u32, NodeId)> = Vec::new();
        for exit in self.exits.iter().filter(|exit| self.bits.may_lead(at, **exit)).take(MOST_EXITS) {
            let before = paths.len();
            self.paths(at, *exit, (0, 0), before + MOST_PATHS, &mut paths);
            if paths.len() > before + MOST_PATHS {
                paths.truncate(before);
            }
        }
        paths.retain(|(mask, ..)| mask.count_ones() > 1);
        paths.sort_by_key(|(mask, ..)| mask.count_ones());
        paths.truncate(MOST_CUBES);
        let outside = |(mask, value, exit)| Ok((mask, value, exit, self.without(at, value)?));
        paths.into_iter().map(outside).collect()
    }

    /// The ways to an exit, as the bits they ask and their values, until there are more than `most` in all.
    fn paths(
        &self,
        at: Leads,
        exit: NodeId,
        (mask, value): (u32, u32),
        most: usize,
        found: &mut Vec<(u32, u32, NodeId)>,
    ) {
        if found.len() > most || !self.bits.may_lead(at, exit) {
            return;
        }
        match at {
            Leads::To(to) if to == exit => found.push((mask, value, exit)),
            Leads::To(_) => {}
            Leads::By(node) => {
                let Branch { bit, clear, set } = self.bits.branch(node);
                let mask = mask | 1 << bit;
                self.paths(clear, exit, (mask, value), most, found);
                self.paths(set, exit, (mask, value | 1 << bit), most, found);
            }
        }
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
