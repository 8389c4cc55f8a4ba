//! Deciding: is there a text that all of some patterns match and none of others?
//!
//! Breadth first over the product of the patterns, so that the first answer is a shortest one. What
//! must match is followed position by position, which is polynomial; what must not match as the set of
//! all its positions, which is exact but can grow, and so is bounded.

use super::automaton::{Automaton, Step};
use super::bytes::ByteSet;
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
pub(super) const STATE_LIMIT: usize = 400_000;

/// What the texts are among which one is sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Universe {
    /// Resolved absolute paths, the root as no bytes.
    Paths,
    /// Any bytes.
    Names,
}

/// Where reading stands within a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
enum Place {
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
    fn next(self, byte: u8) -> Option<Place> {
        match (self, byte) {
            (_, 0) | (Place::AfterSlash | Place::AfterDot | Place::AfterDotDot, b'/') => None,
            (Place::Root | Place::InName, b'/') => Some(Place::AfterSlash),
            (Place::Root, _) => None,
            (Place::AfterSlash, b'.') => Some(Place::AfterDot),
            (Place::AfterDot, b'.') => Some(Place::AfterDotDot),
            _ => Some(Place::InName),
        }
    }

    fn may_end(self) -> bool {
        matches!(self, Place::Root | Place::InName)
    }
}

/// A shortest text of the universe that every pattern of `include` matches and none of `exclude`.
/// At most `limit` states are visited.
pub(super) fn search(
    include: &[&[Step]],
    exclude: &[&[Step]],
    universe: Universe,
    limit: usize,
) -> Result<Option<Vec<u8>>, TooLarge> {
    let includes: Vec<Automaton> = include.iter().map(|steps| Automaton::new([*steps])).collect();
    let excludes = Automaton::new(exclude.iter().copied());
    let mut sets: Vec<ByteSet> = includes.iter().flat_map(Automaton::sets).collect();
    if universe == Universe::Paths {
        for byte in [0, b'/', b'.'] {
            sets.push(Step::Byte(byte).set());
        }
    }
    let alphabet = excludes.alphabet_with(sets);
    let bytes = alphabet.readable_first();
    let mut excluded = Subsets::new(&excludes, &alphabet, usize::MAX);

    let mut found =
        Found { width: includes.len() + 2, keys: Vec::new(), from: Vec::new(), seen: HashSet::new() };
    let first_place = if universe == Universe::Paths { Place::Root } else { Place::InName };
    let starts: Vec<Vec<u32>> = includes.iter().map(Automaton::start).collect();
    found.add_all(&starts, first_place, Subsets::START, None);

    let mut next_positions: Vec<Vec<u32>> = vec![Vec::new(); includes.len()];
    let mut at = 0;
    while at < found.from.len() {
        if found.from.len() > limit {
            return Err(TooLarge);
        }
        let key = found.key(at).to_vec();
        let (positions, rest) = key.split_at(includes.len());
        let (place, exclusion) = (Place::ALL[rest[0] as usize], rest[1]);
        if place.may_end()
            && !excludes.accepts(excluded.positions(exclusion))
            && positions.iter().zip(&includes).all(|(&position, automaton)| automaton.accepts(&[position]))
        {
            return Ok(Some(found.text(at)));
        }
        if !excludes.accepts_all_beyond(excluded.positions(exclusion)) {
            for &byte in &bytes {
                let next_place = match universe {
                    Universe::Paths => place.next(byte),
                    Universe::Names => Some(place),
                };
                let Some(next_place) = next_place else { continue };
                for ((automaton, &position), next) in includes.iter().zip(positions).zip(&mut next_positions)
                {
                    automaton.advance(&[position], byte, next);
                }
                if next_positions.iter().any(Vec::is_empty) {
                    continue;
                }
                let next = excluded.next(&excludes, &alphabet, exclusion, alphabet.class(byte));
                let next = next.ok_or(TooLarge)?;
                found.add_all(&next_positions, next_place, next, Some((at as u32, byte)));
            }
        }
        at += 1;
    }
    Ok(None)
}

/// The states of the product in the order found: one position of each included pattern, the place,
/// and the excluded patterns' state.
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

    /// Adds every choice of one position from each list.
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
