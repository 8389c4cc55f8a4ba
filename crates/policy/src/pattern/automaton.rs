//! Patterns as linear automata over bytes.
//!
//! A pattern is a row of positions; each position moves one further on some bytes, or stays on some,
//! and some may be skipped. A path is read as its bytes, the root `/` as no bytes at all, so that
//! every component begins with its `/`. "Everything beneath" is a `**` at the end.

use super::bytes::{Alphabet, ByteSet};
use super::glob::{Component, Token};
use std::ops::Range;

/// One position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Moves on with this byte.
    Byte(u8),
    /// Moves on with a byte of the set.
    Set(ByteSet),
    /// Stays with any byte but `/`; may be skipped.
    Star,
    /// Begins `**`: moves into the [`Step::Loop`] that follows with `/`; both may be skipped.
    Enter,
    /// Stays with any byte; may be skipped. After [`Step::Enter`] the rest of a `**`; in the name of an
    /// abstract socket, which has no components, a `*`.
    Loop,
    /// The end.
    Accept,
}

impl Step {
    pub(super) fn advances(self, byte: u8) -> bool {
        match self {
            Step::Byte(own) => own == byte,
            Step::Set(set) => set.contains(byte),
            Step::Enter => byte == b'/',
            Step::Star | Step::Loop | Step::Accept => false,
        }
    }

    pub(super) fn stays(self, byte: u8) -> bool {
        match self {
            Step::Star => byte != b'/',
            Step::Loop => true,
            Step::Byte(_) | Step::Set(_) | Step::Enter | Step::Accept => false,
        }
    }

    /// How far the position may be skipped without reading, 0 for not at all.
    pub(super) fn skip(self) -> u32 {
        match self {
            Step::Star | Step::Loop => 1,
            Step::Enter => 2,
            Step::Byte(_) | Step::Set(_) | Step::Accept => 0,
        }
    }

    /// A set that the step tells from the rest.
    pub(super) fn set(self) -> ByteSet {
        match self {
            Step::Byte(byte) => {
                let mut set = ByteSet::default();
                set.insert(byte);
                set
            }
            Step::Set(set) => set,
            Step::Star | Step::Enter => ByteSet::NAME,
            Step::Loop | Step::Accept => ByteSet::ALL,
        }
    }
}

/// The positions of a path pattern.
pub(super) fn path_steps<'a>(components: impl IntoIterator<Item = &'a Component>) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut deep = false;
    for component in components {
        match component {
            // Two in a row say no more than one, and at the end "beneath" has said it already.
            Component::Deep => deep = true,
            Component::Name(tokens) => {
                if std::mem::take(&mut deep) {
                    steps.extend([Step::Enter, Step::Loop]);
                }
                steps.push(Step::Byte(b'/'));
                steps.extend(tokens.iter().map(|token| match *token {
                    Token::Byte(byte) => Step::Byte(byte),
                    Token::Set(set) => Step::Set(set),
                    Token::Star => Step::Star,
                }));
            }
        }
    }
    steps.extend([Step::Enter, Step::Loop, Step::Accept]);
    steps
}

/// The positions of a pattern without components.
pub(super) fn flat_steps(tokens: &[Token]) -> Vec<Step> {
    let steps = tokens.iter().map(|token| match *token {
        Token::Byte(byte) => Step::Byte(byte),
        Token::Set(set) => Step::Set(set),
        Token::Star => Step::Loop,
    });
    steps.chain([Step::Accept]).collect()
}

/// How a pattern stands to what was read and what may follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    /// It matches nothing that begins so.
    Never,
    /// It does not match what was read, and may match something longer.
    Possible,
    /// It matches what was read.
    Matched,
    /// It matches what was read and whatever may follow.
    Always,
}

/// Several patterns side by side. A state is a sorted list of positions.
#[derive(Debug, Clone, Default)]
pub(super) struct Automaton {
    steps: Vec<Step>,
    /// First position of each pattern.
    starts: Vec<u32>,
    /// For a position that stays: the first position it makes superfluous (see [`Automaton::reduce`]).
    subsumes_from: Vec<u32>,
    /// For a position: its pattern.
    owner: Vec<u32>,
}

impl Automaton {
    /// The patterns with these positions, numbered in order.
    pub(super) fn new<'a>(patterns: impl IntoIterator<Item = &'a [Step]>) -> Automaton {
        let mut automaton = Automaton::default();
        for (index, steps) in patterns.into_iter().enumerate() {
            let start = automaton.steps.len() as u32;
            automaton.starts.push(start);
            let mut component = start;
            for &step in steps {
                let position = automaton.steps.len() as u32;
                automaton.subsumes_from.push(match step {
                    Step::Loop => start,
                    Step::Star => component,
                    _ => position,
                });
                automaton.owner.push(index as u32);
                automaton.steps.push(step);
                if step == Step::Byte(b'/') {
                    component = position + 1;
                }
            }
        }
        automaton
    }

    /// A partition of the bytes that no position looks into.
    pub(super) fn alphabet_with(&self, more: impl IntoIterator<Item = ByteSet>) -> Alphabet {
        Alphabet::new(self.sets().chain(more))
    }

    /// Every set of bytes a position looks at.
    pub(super) fn sets(&self) -> impl Iterator<Item = ByteSet> {
        let mut seen = std::collections::HashSet::new();
        self.steps.iter().map(|step| step.set()).filter(move |set| seen.insert(*set))
    }

    /// The state before any byte.
    pub(super) fn start(&self) -> Vec<u32> {
        self.state(self.starts.iter().copied())
    }

    /// The state of these positions and of what is reached from them without reading.
    pub(super) fn state(&self, positions: impl IntoIterator<Item = u32>) -> Vec<u32> {
        let mut state = Vec::new();
        for position in positions {
            self.reach(position, &mut state);
        }
        self.tidy(&mut state);
        state
    }

    /// The first position of a pattern.
    pub(super) fn start_of(&self, pattern: usize) -> u32 {
        self.starts[pattern]
    }

    /// The state after `byte`.
    pub(super) fn advance(&self, state: &[u32], byte: u8, next: &mut Vec<u32>) {
        next.clear();
        for &position in state {
            let step = self.steps[position as usize];
            if step.advances(byte) {
                self.reach(position + 1, next);
            } else if step.stays(byte) {
                self.reach(position, next);
            }
        }
        self.tidy(next);
    }

    /// The patterns that match what was read.
    pub(super) fn accepted<'a>(&'a self, state: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
        state
            .iter()
            .filter(|&&position| self.steps[position as usize] == Step::Accept)
            .map(|&position| self.owner[position as usize])
    }

    /// Whether a pattern matches what was read.
    pub(super) fn accepts(&self, state: &[u32]) -> bool {
        state.iter().any(|&position| self.steps[position as usize] == Step::Accept)
    }

    /// Whether a pattern matches what was read and whatever may follow.
    pub(super) fn accepts_all_beyond(&self, state: &[u32]) -> bool {
        state.iter().any(|&position| {
            let position = position as usize;
            self.steps[position] == Step::Loop && self.steps[position + 1] == Step::Accept
        })
    }

    /// How each pattern stands, by its number.
    pub(super) fn standings(&self, state: &[u32]) -> Vec<Standing> {
        let mut standings = vec![Standing::Never; self.starts.len()];
        for &position in state {
            let position = position as usize;
            let standing = match self.steps[position] {
                Step::Accept => Standing::Matched,
                Step::Loop if self.steps[position + 1] == Step::Accept => Standing::Always,
                _ => Standing::Possible,
            };
            let own = &mut standings[self.owner[position] as usize];
            *own = standing.max(*own);
        }
        standings
    }

    fn reach(&self, mut position: u32, state: &mut Vec<u32>) {
        loop {
            state.push(position);
            match self.steps[position as usize].skip() {
                0 => return,
                skip => position += skip,
            }
        }
    }

    fn tidy(&self, state: &mut Vec<u32>) {
        state.sort_unstable();
        state.dedup();
        self.reduce(state);
    }

    /// Leaves out positions that can accept nothing another one cannot. A position that stays on what
    /// lies before it reads everything an earlier one reads on its way there: a `**` makes the whole
    /// pattern before it superfluous, a `*` what lies before it in its component. This keeps the states of
    /// patterns such as `**/*a*b*c*` as few as they have positions.
    fn reduce(&self, state: &mut Vec<u32>) {
        let mut superfluous: Range<u32> = 0..0;
        let mut kept = state.len();
        for index in (0..state.len()).rev() {
            let position = state[index];
            if superfluous.contains(&position) {
                continue;
            }
            superfluous = self.subsumes_from[position as usize]..position;
            kept -= 1;
            state[kept] = position;
        }
        state.drain(..kept);
    }
}
