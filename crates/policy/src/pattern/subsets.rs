//! The deterministic automaton of several patterns, made state by state as it is walked.

use super::automaton::Automaton;
use super::bytes::Alphabet;
use std::collections::HashMap;

/// A state; [`Subsets::START`] is the first.
pub(super) type StateId = u32;

const UNKNOWN: StateId = StateId::MAX;

/// The states found so far.
#[derive(Debug, Clone)]
pub(super) struct Subsets {
    states: Vec<Box<[u32]>>,
    ids: HashMap<Box<[u32]>, StateId>,
    /// One row per state, one column per class of bytes.
    transitions: Vec<StateId>,
    scratch: Vec<u32>,
    limit: usize,
}

impl Subsets {
    /// Where reading begins.
    pub(super) const START: StateId = 0;

    /// The automaton's first state; no more than `limit` will be made.
    pub(super) fn new(automaton: &Automaton, alphabet: &Alphabet, limit: usize) -> Subsets {
        let mut subsets = Subsets::empty(limit);
        subsets.add(automaton.start().into(), alphabet);
        subsets
    }

    /// No state yet; [`Subsets::intern`] gives those to begin with, and there is no
    /// [`Subsets::START`]. No more than `limit` will be made by reading.
    pub(super) fn empty(limit: usize) -> Subsets {
        Subsets {
            states: Vec::new(),
            ids: HashMap::new(),
            transitions: Vec::new(),
            scratch: Vec::new(),
            limit,
        }
    }

    /// The state of these positions, which are as [`Automaton::state`] gives them.
    pub(super) fn intern(&mut self, positions: Vec<u32>, alphabet: &Alphabet) -> StateId {
        match self.ids.get(&positions[..]) {
            Some(&id) => id,
            None => self.add(positions.into(), alphabet),
        }
    }

    /// The positions of a state.
    pub(super) fn positions(&self, state: StateId) -> &[u32] {
        &self.states[state as usize]
    }

    /// The state after a byte of `class`, if it was ever asked for.
    pub(super) fn known(&self, state: StateId, class: usize, alphabet: &Alphabet) -> Option<StateId> {
        let next = self.transitions[state as usize * alphabet.len() + class];
        (next != UNKNOWN).then_some(next)
    }

    /// The state after a byte of `class`; `None` when it would be one too many.
    pub(super) fn next(
        &mut self,
        automaton: &Automaton,
        alphabet: &Alphabet,
        state: StateId,
        class: usize,
    ) -> Option<StateId> {
        if let Some(next) = self.known(state, class, alphabet) {
            return Some(next);
        }
        let byte = alphabet.representatives()[class];
        let mut scratch = std::mem::take(&mut self.scratch);
        automaton.advance(&self.states[state as usize], byte, &mut scratch);
        let next = match self.ids.get(&scratch[..]) {
            Some(&id) => Some(id),
            None if self.states.len() >= self.limit => None,
            None => Some(self.add(scratch.as_slice().into(), alphabet)),
        };
        self.scratch = scratch;
        if let Some(next) = next {
            self.transitions[state as usize * alphabet.len() + class] = next;
        }
        next
    }

    fn add(&mut self, positions: Box<[u32]>, alphabet: &Alphabet) -> StateId {
        let id = self.states.len() as StateId;
        self.states.push(positions.clone());
        self.ids.insert(positions, id);
        self.transitions.resize(self.states.len() * alphabet.len(), UNKNOWN);
        id
    }
}
