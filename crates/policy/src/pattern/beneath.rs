//! What lies beneath a folder under two names: is there a path that the patterns judge otherwise?
//!
//! Breadth first over pairs of states, one for each name of the folder, so that the first answer is a
//! shortest one. Both are followed as the set of all positions, exactly, and so the search is bounded.

use super::automaton::{Automaton, Standing, Step};
use super::bytes::{Alphabet, ByteSet};
use super::path::PathPattern;
use super::residual::Residual;
use super::search::{Place, STATE_LIMIT, TooLarge};
use super::subsets::{StateId, Subsets};
use std::collections::HashSet;

/// A pattern, and what is left of it beneath the old and the new name of a folder.
#[derive(Debug, Clone)]
pub(crate) struct Moved<'p> {
    pub(crate) pattern: &'p PathPattern,
    pub(crate) old: Residual,
    pub(crate) new: Residual,
}

/// What the patterns together say of a path and of what may follow it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Outlook {
    /// The path is refused.
    pub(crate) refused: bool,
    /// It is, or something that begins so may be.
    pub(crate) refusable: bool,
    /// It is not refused, or something that begins so may not be.
    pub(crate) allowable: bool,
}

/// A shortest name beneath the folder, at least one component, that is refused under the old name and
/// not under the new. `judge` is given the patterns' standings in their order.
pub(crate) fn gained_beneath(
    patterns: &[&Moved<'_>],
    judge: impl Fn(&[Standing]) -> Outlook,
) -> Result<Option<Vec<u8>>, TooLarge> {
    let (automaton, old, new) = both(patterns);
    let reserved = [0, b'/', b'.'].map(|byte| Step::Byte(byte).set());
    let alphabet = automaton.alphabet_with(reserved.into_iter().chain([ByteSet::NAME]));
    let mut subsets = Subsets::empty(STATE_LIMIT);
    let (old, new) = (subsets.intern(old, &alphabet), subsets.intern(new, &alphabet));
    let bytes = alphabet.readable_first();
    let mut search = Search {
        automaton,
        alphabet,
        subsets,
        outlooks: Vec::new(),
        pairs: Vec::new(),
        seen: HashSet::new(),
    };
    search.add(old, new, Place::AfterSlash, None, &judge);
    let mut at = 0;
    while let Some(&Pair { old, new, place, .. }) = search.pairs.get(at) {
        if search.pairs.len() > STATE_LIMIT {
            return Err(TooLarge);
        }
        for &byte in &bytes {
            let Some(place) = place.next(byte) else { continue };
            let (old, new) = (search.after(old, byte)?, search.after(new, byte)?);
            if search.add(old, new, place, Some((at as u32, byte)), &judge) {
                return Ok(Some(search.text(search.pairs.len() - 1)));
            }
        }
        at += 1;
    }
    Ok(None)
}

/// The patterns side by side without what was read of all of them, and the states beneath both names.
fn both(patterns: &[&Moved<'_>]) -> (Automaton, Vec<u32>, Vec<u32>) {
    let mut parts: Vec<Vec<Step>> = Vec::new();
    let mut starts: [Vec<(usize, u32)>; 2] = [Vec::new(), Vec::new()];
    for (index, moved) in patterns.iter().enumerate() {
        let mut steps = moved.pattern.steps();
        let forever = steps.len() as u32 - 2;
        let positions = [&moved.old, &moved.new].map(|residual| match residual {
            Residual::Nothing => Vec::new(),
            Residual::Everything => vec![forever],
            Residual::Beneath(positions) => positions.clone(),
        });
        let first = positions.iter().flatten().copied().min().unwrap_or(forever);
        steps.drain(..first as usize);
        parts.push(steps);
        for (starts, positions) in starts.iter_mut().zip(positions) {
            starts.extend(positions.into_iter().map(|position| (index, position - first)));
        }
    }
    let automaton = Automaton::new(parts.iter().map(Vec::as_slice));
    let [old, new] = starts.map(|starts| {
        automaton.state(starts.into_iter().map(|(index, position)| automaton.start_of(index) + position))
    });
    (automaton, old, new)
}

/// The states beneath both names when the same was read.
#[derive(Debug, Clone, Copy)]
struct Pair {
    old: StateId,
    new: StateId,
    place: Place,
    /// The pair before, and the byte that led here.
    from: Option<(u32, u8)>,
}

struct Search {
    automaton: Automaton,
    alphabet: Alphabet,
    subsets: Subsets,
    /// By state, once known.
    outlooks: Vec<Option<Outlook>>,
    /// In the order found.
    pairs: Vec<Pair>,
    seen: HashSet<(StateId, StateId, Place)>,
}

impl Search {
    fn after(&mut self, state: StateId, byte: u8) -> Result<StateId, TooLarge> {
        let class = self.alphabet.class(byte);
        self.subsets.next(&self.automaton, &self.alphabet, state, class).ok_or(TooLarge)
    }

    fn outlook(&mut self, state: StateId, judge: impl Fn(&[Standing]) -> Outlook) -> Outlook {
        let index = state as usize;
        if self.outlooks.len() <= index {
            self.outlooks.resize(index + 1, None);
        }
        *self.outlooks[index]
            .get_or_insert_with(|| judge(&self.automaton.standings(self.subsets.positions(state))))
    }

    /// Adds a pair unless it is known or leads nowhere; true when it is what is sought.
    fn add(
        &mut self,
        old: StateId,
        new: StateId,
        place: Place,
        from: Option<(u32, u8)>,
        judge: impl Fn(&[Standing]) -> Outlook,
    ) -> bool {
        // Equal states judge alike whatever follows.
        if old == new || self.seen.contains(&(old, new, place)) {
            return false;
        }
        let (before, after) = (self.outlook(old, &judge), self.outlook(new, &judge));
        if !before.refusable || !after.allowable {
            return false;
        }
        self.seen.insert((old, new, place));
        self.pairs.push(Pair { old, new, place, from });
        place.may_end() && before.refused && !after.refused
    }

    fn text(&self, mut index: usize) -> Vec<u8> {
        let mut text = Vec::new();
        while let Some((before, byte)) = self.pairs[index].from {
            text.push(byte);
            index = before as usize;
        }
        text.reverse();
        text
    }
}
