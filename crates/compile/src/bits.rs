//! Where the 32 bits of one word lead, however that was asked: an ordered, reduced diagram of single bits.
//!
//! Equal functions are one diagram, so that tests of one word can be chosen anew without regard to those
//! that were written.

use crate::graph::NodeId;
use crate::mix::Mixed;
use crate::order::Span;
use crate::word::Relation;
use std::collections::HashMap;

/// A diagram: where it leads for every word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Leads {
    /// Always here.
    To(NodeId),
    /// By bits: a node of [`Bits`].
    By(u32),
}

/// A test of one bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Branch {
    pub(crate) bit: u8,
    pub(crate) clear: Leads,
    pub(crate) set: Leads,
}

/// The nodes of diagrams. Those of a function of lower bits have lower numbers than what leads to them.
#[derive(Debug, Default)]
pub(crate) struct Bits {
    nodes: Vec<(Branch, Below)>,
    numbers: HashMap<Branch, u32, Mixed>,
}

/// What is below a place of a diagram.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Below {
    /// The bits that are asked for.
    pub(crate) support: u32,
    /// The exits it leads to, each a bit by its id modulo 64: never more of them than there are.
    exits: u64,
}

impl Below {
    /// Each test tells two places apart: so many are needed at least.
    pub(crate) fn least(self) -> usize {
        self.exits.count_ones() as usize - 1
    }
}

/// More nodes than it is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooMany;

const MOST: usize = 1 << 17;

/// A test under way from the highest bit to the lowest.
struct Asked {
    mask: u32,
    relation: Relation,
    k: u32,
    /// Diagrams from a bit on that were met before; without it masks would double them.
    known: HashMap<(u8, Leads, Leads), Leads, Mixed>,
}

impl Bits {
    pub(crate) fn branch(&self, node: u32) -> Branch {
        self.nodes[node as usize].0
    }

    /// What is below this place.
    pub(crate) fn below(&self, at: Leads) -> Below {
        match at {
            Leads::To(to) => Below { support: 0, exits: 1 << (to.index() % 64) },
            Leads::By(node) => self.nodes[node as usize].1,
        }
    }

    /// Whether an exit may be below this place; no only if it is not.
    pub(crate) fn may_lead(&self, at: Leads, exit: NodeId) -> bool {
        self.below(at).exits >> (exit.index() % 64) & 1 == 1
    }

    /// The diagram that asks for this bit, higher than those of its sides, first.
    pub(crate) fn branching(&mut self, bit: u8, clear: Leads, set: Leads) -> Result<Leads, TooMany> {
        if clear == set {
            return Ok(clear);
        }
        if self.nodes.len() >= MOST {
            return Err(TooMany);
        }
        let branch = Branch { bit, clear, set };
        let next = self.nodes.len() as u32;
        let number = *self.numbers.entry(branch).or_insert(next);
        if number == next {
            let (below, above) = (self.below(clear), self.below(set));
            let support = below.support | above.support | 1 << bit;
            self.nodes.push((branch, Below { support, exits: below.exits | above.exits }));
        }
        Ok(Leads::By(number))
    }

    /// Where a diagram leads with this bit clear and set; no higher bit may be asked in it.
    fn split(&self, at: Leads, bit: u8) -> (Leads, Leads) {
        match at {
            Leads::By(node) if self.branch(node).bit == bit => {
                let Branch { clear, set, .. } = self.branch(node);
                (clear, set)
            }
            _ => (at, at),
        }
    }

    /// `yes` where the word, masked, stands in the relation to k; `no` elsewhere.
    pub(crate) fn test(
        &mut self,
        mask: u32,
        relation: Relation,
        k: u32,
        yes: Leads,
        no: Leads,
    ) -> Result<Leads, TooMany> {
        let mut asked = Asked { mask, relation, k, known: HashMap::default() };
        self.asked(&mut asked, 31, yes, no)
    }

    fn asked(&mut self, asked: &mut Asked, bit: u8, yes: Leads, no: Leads) -> Result<Leads, TooMany> {
        if yes == no {
            return Ok(yes);
        }
        let ((yes0, yes1), (no0, no1)) = (self.split(yes, bit), self.split(no, bit));
        let (counts, one) = (asked.mask >> bit & 1 == 1, asked.k >> bit & 1 == 1);
        // What a clear and a set bit decide: some outcome, or nothing yet.
        let decided = match (asked.relation, counts, one) {
            (Relation::Is, true, true) => [Some(false), None],
            (Relation::Is, true, false) => [None, Some(false)],
            (Relation::AtLeast, _, true) => [Some(false), if counts { None } else { Some(false) }],
            (Relation::AtLeast, true, false) | (Relation::HasBit, true, true) => [None, Some(true)],
            _ => [None, None],
        };
        // Only where both sides are asked on are there more ways than bits.
        let both = decided == [None, None];
        if let Some(known) = asked.known.get(&(bit, yes, no)).filter(|_| both) {
            return Ok(*known);
        }
        let mut sides =
            [(decided[0], yes0, no0), (decided[1], yes1, no1)].into_iter().map(|(decided, yes, no)| {
                match decided {
                    Some(true) => Ok(yes),
                    Some(false) => Ok(no),
                    None if bit > 0 => self.asked(asked, bit - 1, yes, no),
                    // All bits were seen: they are the same, or none of them is set.
                    None => Ok(if asked.relation == Relation::HasBit { no } else { yes }),
                }
            });
        let (clear, set) = (sides.next().unwrap_or(Ok(no))?, sides.next().unwrap_or(Ok(yes))?);
        let result = self.branching(bit, clear, set)?;
        if both {
            asked.known.insert((bit, yes, no), result);
        }
        Ok(result)
    }

    /// The intervals of words with no bits but these, which are all that are asked for: `None` when there
    /// are more than `most`.
    pub(crate) fn intervals(&self, at: Leads, bits: u32, most: usize) -> Option<Vec<Span>> {
        let mut found: Vec<Span> = Vec::new();
        // The diagram, the bits still to be gone through, the first word.
        let mut pending = vec![(at, bits, 0u32)];
        while let Some((at, rest, first)) = pending.pop() {
            match at {
                Leads::To(to) => {
                    let count = found.len();
                    match found.last_mut().filter(|last| last.to == to) {
                        Some(last) => last.single = false,
                        None if count == most => return None,
                        None => found.push(Span { first, single: rest == 0, to }),
                    }
                }
                Leads::By(node) => {
                    let highest = 31 - rest.leading_zeros() as u8;
                    let (clear, set) = self.split(at, highest);
                    debug_assert!(self.branch(node).bit <= highest, "the bits are all that are asked for");
                    let rest = rest & !(1 << highest);
                    pending.extend([(set, rest, first | 1 << highest), (clear, rest, first)]);
                }
            }
        }
        Some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::{Bits, Leads};
    use crate::graph::{Graph, NodeId};
    use crate::order::Span;
    use crate::word::Relation::{self, AtLeast, HasBit, Is};
    use callgate_abi::Action;

    fn exits() -> [NodeId; 3] {
        let mut graph = Graph::default();
        [1, 2, 3].map(|data| graph.answer(Action::Trap(data)))
    }

    fn follow(bits: &Bits, mut at: Leads, word: u32) -> NodeId {
        loop {
            match at {
                Leads::To(to) => return to,
                Leads::By(node) => {
                    let branch = bits.branch(node);
                    at = if word >> branch.bit & 1 == 1 { branch.set } else { branch.clear };
                }
            }
        }
    }

    #[test]
    fn tests_are_what_they_say() {
        let [a, b, c] = exits();
        let tests: Vec<(u32, Relation, u32)> = vec![
            (u32::MAX, Is, 5),
            (u32::MAX, AtLeast, 0x8000_0001),
            (u32::MAX, HasBit, 0x8000_0010),
            (0xf0, Is, 0x30),
            (0xf0, AtLeast, 0x21),
            (0xf0, AtLeast, 0x20),
            (0xf0f0, AtLeast, 0x0f00),
            (7, Is, 7),
        ];
        let words: Vec<u32> = tests
            .iter()
            .flat_map(|(mask, _, k)| [*k, k ^ mask, k.wrapping_add(1), k.wrapping_sub(1), !mask, mask & !k])
            .chain([0, u32::MAX, 0x20, 0x2f, 0x1f])
            .collect();
        for first in &tests {
            for second in &tests {
                let mut bits = Bits::default();
                let inner = bits.test(second.0, second.1, second.2, Leads::To(b), Leads::To(c)).unwrap();
                let at = bits.test(first.0, first.1, first.2, Leads::To(a), inner).unwrap();
                for word in &words {
                    let expected = match () {
                        () if first.1.holds(word & first.0, first.2) => a,
                        () if second.1.holds(word & second.0, second.2) => b,
                        () => c,
                    };
                    assert_eq!(follow(&bits, at, *word), expected, "{first:x?} {second:x?} {word:#x}");
                }
            }
        }
    }

    #[test]
    fn equal_functions_are_one() {
        let [a, b, _] = exits();
        let (a, b) = (Leads::To(a), Leads::To(b));
        let mut bits = Bits::default();
        let masked = bits.test(0x60, Is, 0x60, a, b).unwrap();
        let one = bits.test(u32::MAX, HasBit, 0x20, a, b).unwrap();
        let both = bits.test(u32::MAX, HasBit, 0x40, one, b).unwrap();
        assert_eq!(masked, both);
        assert_eq!((bits.below(both).support, bits.below(both).least()), (0x60, 1));
    }

    #[test]
    fn intervals_of_all_and_of_some_bits() {
        let spans = |of: [(u32, bool, NodeId); 3]| {
            Some(of.map(|(first, single, to)| Span { first, single, to }).to_vec())
        };
        let [a, b, _] = exits();
        let mut bits = Bits::default();
        let at = bits.test(u32::MAX, Is, 7, Leads::To(a), Leads::To(b)).unwrap();
        let all = bits.intervals(at, u32::MAX, 9);
        assert_eq!(all, spans([(0, false, b), (7, true, a), (8, false, b)]));
        assert_eq!(bits.intervals(at, u32::MAX, 2), None);
        let at = bits.test(0xf0, Is, 0x20, Leads::To(a), Leads::To(b)).unwrap();
        let masked = bits.intervals(at, 0xf0, 9);
        assert_eq!(masked, spans([(0, false, b), (0x20, true, a), (0x30, false, b)]));
    }
}
