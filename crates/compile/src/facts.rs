//! What is known of a call's words at a place of the graph: intervals, bits, excluded values.

use crate::word::{Operand, Relation, Word};

/// Excluded values that are remembered of one word; more only make fewer tests decided.
const MOST_EXCLUDED: usize = 64;

/// What is known of one word. Some word always fits: ways that cannot be are left before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fact {
    min: u32,
    max: u32,
    /// The bits that are known, and their values; no others are set.
    known: u32,
    bits: u32,
    /// Ascending; each within the interval and of the known bits.
    excluded: Vec<u32>,
}

impl Fact {
    const NONE: Fact = Fact { min: 0, max: u32::MAX, known: 0, bits: 0, excluded: Vec::new() };

    fn allows(&self, word: u32) -> bool {
        self.min <= word
            && word <= self.max
            && (word ^ self.bits) & self.known == 0
            && self.excluded.binary_search(&word).is_err()
    }

    /// The outcome of a test that is decided.
    pub(crate) fn decides(&self, mask: u32, relation: Relation, k: u32) -> Option<bool> {
        let open = mask & !self.known;
        let least = self.bits & mask;
        let (mut low, mut high) = (least, least | open);
        if mask == u32::MAX {
            (low, high) = (low.max(self.min), high.min(self.max));
        } else {
            high = high.min(self.max);
        }
        match relation {
            Relation::Is => {
                let impossible = k < low
                    || k > high
                    || (k ^ self.bits) & self.known & mask != 0
                    || (mask == u32::MAX && !self.allows(k));
                if impossible { Some(false) } else { (low == high).then_some(true) }
            }
            Relation::AtLeast => match () {
                () if low >= k => Some(true),
                () if high < k => Some(false),
                () => None,
            },
            Relation::HasBit => match () {
                () if self.bits & k != 0 => Some(true),
                () if open & k == 0 => Some(false),
                () => None,
            },
        }
    }

    /// What is known after a test of this outcome, which was not decided before.
    #[must_use]
    pub(crate) fn after(&self, mask: u32, relation: Relation, k: u32, outcome: bool) -> Fact {
        let mut fact = self.clone();
        match (relation, outcome) {
            (Relation::Is, true) => {
                fact.known |= mask;
                fact.bits = fact.bits & !mask | k;
            }
            (Relation::Is, false) if mask == u32::MAX => fact.exclude(k),
            (Relation::Is, false) => {
                // The last open bit is the other one.
                let open = mask & !fact.known;
                if open.is_power_of_two() {
                    fact.known |= open;
                    fact.bits |= !k & open;
                }
            }
            (Relation::AtLeast, true) => fact.min = fact.min.max(k),
            (Relation::AtLeast, false) if mask == u32::MAX => fact.max = fact.max.min(k - 1),
            (Relation::AtLeast, false) => {}
            (Relation::HasBit, false) => fact.known |= k & mask,
            (Relation::HasBit, true) => {
                let open = k & mask & !fact.known;
                if open.is_power_of_two() {
                    fact.known |= open;
                    fact.bits |= open;
                }
                fact.min = fact.min.max(1 << (k & mask).trailing_zeros().min(31));
            }
        }
        fact.tighten();
        fact
    }

    fn exclude(&mut self, k: u32) {
        if let Err(at) = self.excluded.binary_search(&k)
            && self.excluded.len() < MOST_EXCLUDED
        {
            self.excluded.insert(at, k);
        }
    }

    /// Lets interval, bits and excluded values learn from each other.
    fn tighten(&mut self) {
        loop {
            let before = (self.min, self.max, self.known);
            self.min = self.min.max(self.bits);
            self.max = self.max.min(self.bits | !self.known);
            // Bits above the highest in which the ends differ are the same all between.
            let common = !(u32::MAX.checked_shr((self.min ^ self.max).leading_zeros()).unwrap_or(0));
            self.known |= common;
            self.bits |= self.min & common;
            while self.min < self.max && self.excluded.binary_search(&self.min).is_ok() {
                self.min += 1;
            }
            while self.min < self.max && self.excluded.binary_search(&self.max).is_ok() {
                self.max -= 1;
            }
            if before == (self.min, self.max, self.known) {
                break;
            }
        }
        let Fact { min, max, known, bits, .. } = *self;
        self.excluded.retain(|k| min <= *k && *k <= max && (k ^ bits) & known == 0);
    }

    /// What is known where ways with these facts meet.
    fn either(&self, other: &Fact) -> Fact {
        let known = self.known & other.known & !(self.bits ^ other.bits);
        let both = self.excluded.iter().chain(&other.excluded);
        let mut excluded: Vec<u32> =
            both.copied().filter(|k| !self.allows(*k) && !other.allows(*k)).collect();
        excluded.sort_unstable();
        excluded.dedup();
        excluded.truncate(MOST_EXCLUDED);
        let (min, max) = (self.min.min(other.min), self.max.max(other.max));
        let mut fact = Fact { min, max, known, bits: self.bits & known, excluded };
        fact.tighten();
        fact
    }
}

/// What is known of all words. Those of which nothing is known are not listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Facts(Vec<(Word, Fact)>);

impl Facts {
    fn of(&self, word: Word) -> &Fact {
        static NOTHING: Fact = Fact::NONE;
        self.0.iter().find(|(known, _)| *known == word).map_or(&NOTHING, |(_, fact)| fact)
    }

    pub(crate) fn decides(&self, operand: Operand, relation: Relation, k: u32) -> Option<bool> {
        self.of(operand.word).decides(operand.mask, relation, k)
    }

    #[must_use]
    pub(crate) fn after(&self, operand: Operand, relation: Relation, k: u32, outcome: bool) -> Facts {
        let fact = self.of(operand.word).after(operand.mask, relation, k, outcome);
        let mut facts = self.clone();
        facts.0.retain(|(word, _)| *word != operand.word);
        facts.0.push((operand.word, fact));
        facts
    }

    /// What is known where two ways meet.
    #[must_use]
    pub(crate) fn either(&self, other: &Facts) -> Facts {
        let both = self.0.iter().map(|(word, fact)| (*word, fact.either(other.of(*word))));
        Facts(both.filter(|(_, fact)| *fact != Fact::NONE).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::{Fact, Facts};
    use crate::word::{Operand, Relation, Word};
    use Relation::{AtLeast, HasBit, Is};

    const ALL: u32 = u32::MAX;

    #[test]
    fn intervals() {
        let fact = Fact::NONE.after(ALL, AtLeast, 10, true).after(ALL, AtLeast, 20, false);
        for (relation, k, decided) in [
            (AtLeast, 10, Some(true)),
            (AtLeast, 11, None),
            (AtLeast, 20, Some(false)),
            (Is, 9, Some(false)),
            (Is, 10, None),
            (Is, 20, Some(false)),
            (HasBit, 0x20, Some(false)),
            (HasBit, 0x10, None),
        ] {
            assert_eq!(fact.decides(ALL, relation, k), decided, "{relation:?} {k}");
        }
    }

    #[test]
    fn excluded_values_move_the_ends() {
        let fact =
            (10..13).fold(Fact::NONE.after(ALL, AtLeast, 14, false), |fact, k| fact.after(ALL, Is, k, false));
        assert_eq!(fact.decides(ALL, AtLeast, 11), None);
        let fact = fact.after(ALL, AtLeast, 10, true);
        assert_eq!(fact.decides(ALL, Is, 13), Some(true), "only 13 is left");
    }

    #[test]
    fn bits() {
        let fact = Fact::NONE.after(ALL, HasBit, 0xf0, false);
        assert_eq!(fact.decides(0xff, AtLeast, 0x10), Some(false));
        assert_eq!(fact.decides(0xf0, Is, 0), Some(true));
        assert_eq!(fact.decides(ALL, Is, 0x11), Some(false));
        assert_eq!(fact.decides(ALL, HasBit, 0x11), None);
        let fact = fact.after(ALL, HasBit, 0x11, true);
        assert_eq!(fact.decides(1, Is, 1), Some(true), "bit 4 is known to be 0");
        let either = Fact::NONE.after(3, Is, 1, true).either(&Fact::NONE.after(3, Is, 3, true));
        assert_eq!((either.decides(1, Is, 1), either.decides(2, Is, 2)), (Some(true), None));
    }

    #[test]
    fn what_both_ways_exclude() {
        let left = Fact::NONE.after(ALL, Is, 7, false);
        let right = Fact::NONE.after(ALL, AtLeast, 5, false);
        assert_eq!(left.either(&right).decides(ALL, Is, 7), Some(false));
        assert_eq!(left.either(&right).decides(ALL, Is, 6), None);
    }

    /// Every decision is right for every word that can be there, and every word that fits what was
    /// tested is still thought possible.
    #[test]
    fn no_decision_is_wrong() {
        // A small machine of 5 bits, all tests in pairs and triples.
        let words: Vec<u32> = (0..32).collect();
        let tests: Vec<(u32, Relation, u32)> = [ALL, 0x1e, 0x05, 0x18]
            .into_iter()
            .flat_map(|mask| [Is, AtLeast, HasBit].map(|relation| (mask, relation)))
            .flat_map(|(mask, relation)| [1, 4, 5, 8, 24].map(|k| (mask, relation, k & mask)))
            .filter(|(_, relation, k)| *relation == Is || *k != 0)
            .collect();
        let five_bits = Fact::NONE.after(ALL, AtLeast, 32, false);
        let holds = |word: u32, (mask, relation, k): (u32, Relation, u32)| relation.holds(word & mask, k);
        let mut decided = 0;
        for first in &tests {
            for second in &tests {
                for outcomes in 0..4u32 {
                    let mut facts = five_bits.clone();
                    let mut left = words.clone();
                    for (test, outcome) in [(first, outcomes & 1 != 0), (second, outcomes & 2 != 0)] {
                        let known = facts.decides(test.0, test.1, test.2);
                        left.retain(|word| holds(*word, *test) == outcome);
                        if known == Some(!outcome) {
                            assert!(left.is_empty(), "{first:?} {second:?} {outcomes}");
                        } else if known.is_none() {
                            facts = facts.after(test.0, test.1, test.2, outcome);
                        }
                    }
                    for word in &left {
                        assert!(facts.allows(*word), "{word} {facts:?} {first:?} {second:?} {outcomes}");
                    }
                    for test in tests.iter().filter(|_| !left.is_empty()) {
                        if let Some(outcome) = facts.decides(test.0, test.1, test.2) {
                            decided += 1;
                            assert!(left.iter().all(|word| holds(*word, *test) == outcome));
                        }
                    }
                }
            }
        }
        assert!(decided > 10_000, "{decided}");
    }

    #[test]
    fn words_apart() {
        let (a, b) = (Word::new(4).unwrap(), Word::new(5).unwrap());
        let facts =
            Facts::default().after(Operand::whole(a), Is, 5, true).after(Operand::whole(b), Is, 6, true);
        assert_eq!(facts.decides(Operand::whole(a), Is, 5), Some(true));
        assert_eq!(facts.decides(Operand { word: b, mask: 3 }, Is, 2), Some(true));
        let other = Facts::default().after(Operand::whole(a), Is, 5, true);
        assert_eq!(facts.either(&other), other);
    }
}
