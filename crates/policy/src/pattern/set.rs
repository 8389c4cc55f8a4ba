//! Many path patterns matched in one pass.

use super::automaton::{Automaton, Step};
use super::bytes::Alphabet;
use super::path::PathPattern;
use super::subsets::{StateId, Subsets};
use std::sync::{Arc, PoisonError, RwLock};

/// States kept; beyond them matching goes on without a table. Two thousand are about a megabyte, and
/// more than a policy of some dozen patterns has.
const KEPT_STATES: usize = 2048;

/// Path patterns compiled together: one walk over a path tells which of them match, one table look-up
/// a byte once paths like it have been seen. Clones share their tables, and so may threads.
#[derive(Debug, Clone)]
pub struct PathSet(Arc<Compiled>);

#[derive(Debug)]
struct Compiled {
    automaton: Automaton,
    alphabet: Alphabet,
    subsets: RwLock<Subsets>,
}

impl PathSet {
    /// The patterns, numbered from 0 in the order given.
    pub fn new<'p>(patterns: impl IntoIterator<Item = &'p PathPattern>) -> PathSet {
        let steps: Vec<Vec<Step>> = patterns.into_iter().map(PathPattern::steps).collect();
        let automaton = Automaton::new(steps.iter().map(Vec::as_slice));
        let alphabet = automaton.alphabet_with([]);
        let subsets = RwLock::new(Subsets::new(&automaton, &alphabet, KEPT_STATES));
        PathSet(Arc::new(Compiled { automaton, alphabet, subsets }))
    }

    /// The numbers, ascending, of the patterns that match a resolved absolute path: those whose
    /// [`PathPattern::matches`] is true.
    pub fn matching(&self, path: &[u8]) -> Vec<usize> {
        let path = if path == b"/" { b"" } else { path };
        let Compiled { automaton, alphabet, .. } = &*self.0;
        let (state, read) = self.walk_known(Subsets::START, path);
        let (state, read) = if read == path.len() { (state, read) } else { self.walk(state, path, read) };
        let mut positions = {
            let subsets = self.0.subsets.read().unwrap_or_else(PoisonError::into_inner);
            if read == path.len() {
                return accepted(automaton, subsets.positions(state));
            }
            subsets.positions(state).to_vec()
        };
        let mut next = Vec::new();
        for &byte in &path[read..] {
            // The class's own byte, so that tables and this agree by construction.
            automaton.advance(&positions, alphabet.representatives()[alphabet.class(byte)], &mut next);
            std::mem::swap(&mut positions, &mut next);
        }
        accepted(automaton, &positions)
    }

    /// As far as the tables go: the state reached and how many bytes were read.
    fn walk_known(&self, mut state: StateId, path: &[u8]) -> (StateId, usize) {
        let Compiled { alphabet, subsets, .. } = &*self.0;
        let subsets = subsets.read().unwrap_or_else(PoisonError::into_inner);
        for (read, &byte) in path.iter().enumerate() {
            match subsets.known(state, alphabet.class(byte), alphabet) {
                Some(next) => state = next,
                None => return (state, read),
            }
        }
        (state, path.len())
    }

    /// The same, adding to the tables; goes nowhere when another thread is using them, which costs
    /// less than to wait for it.
    fn walk(&self, mut state: StateId, path: &[u8], mut read: usize) -> (StateId, usize) {
        let Compiled { automaton, alphabet, subsets } = &*self.0;
        let Ok(mut subsets) = subsets.try_write() else { return (state, read) };
        while read < path.len() {
            match subsets.next(automaton, alphabet, state, alphabet.class(path[read])) {
                Some(next) => state = next,
                None => break,
            }
            read += 1;
        }
        (state, read)
    }
}

fn accepted(automaton: &Automaton, positions: &[u32]) -> Vec<usize> {
    automaton.accepted(positions).map(|pattern| pattern as usize).collect()
}
