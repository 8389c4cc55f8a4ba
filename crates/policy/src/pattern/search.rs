//! Deciding: is there a text that all of some patterns match and none of others?
//!
//! Breadth first over the product of the patterns, so that the first answer is a shortest one. What
//! must not match is followed as the set of all its positions, which is exact but can grow without
//! measure, and so the search is bounded.

use super::automaton::{Automaton, Step};
use super::bytes::{Alphabet, ByteSet};
use super::subsets::Subsets;
use std::collections::HashSet;

/// The question was not decided: the product of the patterns has more states than are searched.
/// Ordinary policies stay thousands of times below the bound; patterns such as `*a????????????????` to
/// be excluded reach it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "these patterns are too intricate together to be compared exactly; write them with fewer `?` after a `*`"
)]
pub struct TooLarge;

/// How many states of a product are visited before [`TooLarge`].
pub(super) const STATE_LIMIT: usize = 50_000;

/// What the texts are among which one is sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Universe {
    /// Resolved absolute paths, the root as no bytes.
    Paths,
    /// Any bytes.
    Names,
}

/// Where reading stands within a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u32)]
pub(super) enum Place {
    Root,
    AfterSlash,
    AfterDot,
    AfterDotDot,
    InName,
}

impl Place {
    const ALL: [Place; 5] =
        [Place::Root, Place::AfterSlash, Place::AfterDot, Place::AfterDotDot, Place::InName];

    /// The place after `byte`; `None` when no path continues so.
    pub(super) fn next(self, byte: u8) -> Option<Place> {
        match (self, byte) {
            (Place::Root | Place::InName, b'/') => Some(Place::AfterSlash),
            (Place::Root, _) | (_, 0 | b'/') => None,
            (Place::AfterSlash, b'.') => Some(Place::AfterDot),
            (Place::AfterDot, b'.') => Some(Place::AfterDotDot),
            _ => Some(Place::InName),
        }
    }

    pub(super) fn may_end(self) -> bool {
        matches!(self, Place::Root | Place::InName)
    }
}

/// A shortest text of the universe that every pattern of `include` matches and none of `exclude`.
pub(super) fn search(
    include: &[&[Step]],
    exclude: &[&[Step]],
    universe: Universe,
) -> Result<Option<Vec<u8>>, TooLarge> {
    // Sets of positions are usually far fewer than the positions' combinations; when they explode, the
    // combinations may still be few.
    match Product::new(include, exclude, universe, Follow::Together).search(STATE_LIMIT) {
        Err(TooLarge) => {
            // Without exclusions, two patterns have at most the product of their lengths.
            let limit = if exclude.is_empty() && include.len() <= 2 { usize::MAX } else { STATE_LIMIT };
            Product::new(include, exclude, universe, Follow::Apart).search(limit)
        }
        decided => decided,
    }
}

/// How the positions of an included pattern are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Follow {
    /// All that a text reaches as one state.
    Together,
    /// Each as a state of its own.
    Apart,
}

/// An included pattern.
struct Included {
    automaton: Automaton,
    subsets: Subsets,
}

/// The patterns side by side.
struct Product {
    follow: Follow,
    universe: Universe,
    alphabet: Alphabet,
    included: Vec<Included>,
    excludes: Automaton,
    excluded: Subsets,
}

impl Product {
    fn new(include: &[&[Step]], exclude: &[&[Step]], universe: Universe, follow: Follow) -> Product {
        let includes: Vec<Automaton> = include.iter().map(|steps| Automaton::new([*steps])).collect();
        let excludes = Automaton::new(exclude.iter().copied());
        let mut sets: Vec<ByteSet> = includes.iter().flat_map(Automaton::sets).collect();
        if universe == Universe::Paths {
            sets.extend([0, b'/', b'.'].map(|byte| Step::Byte(byte).set()));
        }
        let alphabet = excludes.alphabet_with(sets);
        let subsets = |automaton: &Automaton| Subsets::new(automaton, &alphabet, usize::MAX);
        let excluded = subsets(&excludes);
        let included = includes.into_iter().map(|automaton| {
            let subsets = subsets(&automaton);
            Included { automaton, subsets }
        });
        Product { follow, universe, included: included.collect(), excludes, excluded, alphabet }
    }

    fn search(mut self, limit: usize) -> Result<Option<Vec<u8>>, TooLarge> {
        let width = self.included.len();
        let bytes = self.alphabet.readable_first();
        let mut found = Found { width: width + 2, keys: Vec::new(), from: Vec::new(), seen: HashSet::new() };
        let place = if self.universe == Universe::Paths { Place::Root } else { Place::InName };
        let starts: Vec<Vec<u32>> = self.included.iter().map(|included| self.start(included)).collect();
        found.add_all(&starts, place, Subsets::START, None);

        let mut choices: Vec<Vec<u32>> = vec![Vec::new(); width];
        let mut at = 0;
        while at < found.from.len() {
            if found.from.len() > limit {
                return Err(TooLarge);
            }
            let key = found.key(at).to_vec();
            let (states, rest) = key.split_at(width);
            let (place, exclusion) = (Place::ALL[rest[0] as usize], rest[1]);
            if place.may_end() && self.accepts(states, exclusion) {
                return Ok(Some(found.text(at)));
            }
            let hopeless = self.excludes.accepts_all_beyond(self.excluded.positions(exclusion));
            for &byte in if hopeless { &[][..] } else { &bytes[..] } {
                let next_place = match self.universe {
                    Universe::Paths => place.next(byte),
                    Universe::Names => Some(place),
                };
                let Some(next_place) = next_place else { continue };
                let alive = (0..width).all(|index| {
                    self.advance(index, states[index], byte, &mut choices[index]);
                    !choices[index].is_empty()
                });
                if alive {
                    let class = self.alphabet.class(byte);
                    let next = self.excluded.next(&self.excludes, &self.alphabet, exclusion, class);
                    found.add_all(&choices, next_place, next.ok_or(TooLarge)?, Some((at as u32, byte)));
                }
            }
            at += 1;
        }
        Ok(None)
    }

    /// The states in which an included pattern begins.
    fn start(&self, included: &Included) -> Vec<u32> {
        match self.follow {
            Follow::Together => vec![Subsets::START],
            Follow::Apart => included.automaton.start(),
        }
    }

    /// The states of an included pattern after `byte`; none when it cannot match any more.
    fn advance(&mut self, index: usize, state: u32, byte: u8, next: &mut Vec<u32>) {
        let Included { automaton, subsets } = &mut self.included[index];
        match self.follow {
            Follow::Apart => automaton.advance(&[state], byte, next),
            Follow::Together => {
                next.clear();
                let class = self.alphabet.class(byte);
                let set = subsets.next(automaton, &self.alphabet, state, class);
                next.extend(set.filter(|&set| !subsets.positions(set).is_empty()));
            }
        }
    }

    fn accepts(&self, states: &[u32], exclusion: u32) -> bool {
        let mut included = self.included.iter().zip(states);
        !self.excludes.accepts(self.excluded.positions(exclusion))
            && included.all(|(Included { automaton, subsets }, &state)| match self.follow {
                Follow::Together => automaton.accepts(subsets.positions(state)),
                Follow::Apart => automaton.accepts(&[state]),
            })
    }
}

/// The states of the product in the order found: a state of each included pattern, the place, and the
/// excluded patterns' state.
struct Found {
    width: usize,
    keys: Vec<u32>,
    /// The state before, and the byte that led here.
    from: Vec<Option<(u32, u8)>>,
    seen: HashSet<Box<[u32]>>,
}

impl Found {
    fn key(&self, index: usize) -> &[u32] {
        &self.keys[index * self.width..(index + 1) * self.width]
    }

    /// Adds every choice of one state from each list.
    fn add_all(&mut self, choices: &[Vec<u32>], place: Place, exclusion: u32, from: Option<(u32, u8)>) {
        let mut key = vec![0; self.width];
        key[choices.len()] = place as u32;
        key[choices.len() + 1] = exclusion;
        let mut chosen = vec![0usize; choices.len()];
        loop {
            for (slot, (list, &index)) in key.iter_mut().zip(choices.iter().zip(&chosen)) {
                *slot = list[index];
            }
            if !self.seen.contains(&key[..]) {
                self.seen.insert(key.as_slice().into());
                self.keys.extend_from_slice(&key);
                self.from.push(from);
            }
            // Counts up, the first list fastest.
            let Some(digit) = (0..choices.len()).find(|&digit| chosen[digit] + 1 < choices[digit].len())
            else {
                return;
            };
            chosen[digit] += 1;
            chosen[..digit].fill(0);
        }
    }

    fn text(&self, mut index: usize) -> Vec<u8> {
        let mut text = Vec::new();
        while let Some((before, byte)) = self.from[index] {
            text.push(byte);
            index = before as usize;
        }
        text.reverse();
        text
    }
}

#[cfg(test)]
mod tests {
    use super::super::path::PathPattern;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn both_ways_to_follow_agree(
            include in prop::collection::vec("(/(\\*\\*|[ab?*][ab?]{0,2}\\*?)){1,3}", 0..3),
            exclude in prop::collection::vec("(/(\\*\\*|[ab?*][ab?]{0,2}\\*?)){1,3}", 0..3),
            names in any::<bool>(),
        ) {
            let steps = |texts: &[String]| -> Vec<Vec<Step>> {
                texts.iter().filter_map(|text| PathPattern::parse(text.as_bytes()).ok()).map(|p| p.steps()).collect()
            };
            let (include, exclude) = (steps(&include), steps(&exclude));
            let include: Vec<&[Step]> = include.iter().map(Vec::as_slice).collect();
            let exclude: Vec<&[Step]> = exclude.iter().map(Vec::as_slice).collect();
            let universe = if names { Universe::Names } else { Universe::Paths };
            let [together, apart] = [Follow::Together, Follow::Apart].map(|follow| {
                let found = Product::new(&include, &exclude, universe, follow).search(usize::MAX);
                found.map(|found| found.map(|text| text.len()))
            });
            prop_assert_eq!(together, apart);
        }
    }

    #[test]
    fn only_resolved_paths_are_found() {
        let dots = PathPattern::parse(b"/?").unwrap().steps();
        let not_dot = PathPattern::parse(b"/[!.]").unwrap().steps();
        assert_eq!(search(&[&dots], &[&not_dot], Universe::Paths), Ok(None));
        assert_eq!(search(&[&dots], &[&not_dot], Universe::Names), Ok(Some(b"/.".to_vec())));
        assert_eq!(search(&[], &[], Universe::Paths), Ok(Some(Vec::new())));
    }
}
