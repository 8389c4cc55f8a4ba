//! Matching one glob: all positions at once, a bit each, so that the time is the length of the path
//! times the words the pattern fills (one for most), whatever the pattern.

use super::automaton::Step;
use super::bytes::Alphabet;

/// More positions than this are refused when a pattern is parsed.
pub(super) const MAX_POSITIONS: usize = 1024;
const MAX_WORDS: usize = MAX_POSITIONS / 64;

/// What [`Matcher::beneath`] finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reached {
    /// The pattern matches whatever follows.
    Everything,
    /// The positions reached, ascending; none when nothing that follows can match.
    Positions(Vec<u32>),
}

/// A pattern's tables.
#[derive(Debug, Clone)]
pub(super) struct Matcher {
    words: usize,
    alphabet: Alphabet,
    /// For each class of bytes, `words` words of the positions that move on and as many of those that stay.
    moves: Vec<u64>,
    /// Positions that may be skipped to the next one, and to the one after it.
    skip_one: Vec<u64>,
    skip_two: Vec<u64>,
    start: Vec<u64>,
    accept: usize,
    /// The loop that accepts whatever follows, if the pattern has one.
    forever: Option<usize>,
}

impl Matcher {
    /// Tables of at most [`MAX_POSITIONS`] steps, the last of them [`Step::Accept`].
    pub(super) fn new(steps: &[Step]) -> Matcher {
        debug_assert!(steps.len() <= MAX_POSITIONS);
        let words = steps.len().div_ceil(64);
        let alphabet = Alphabet::new(steps.iter().map(|step| step.set()));
        let mut moves = vec![0; words * 2 * alphabet.len()];
        let mut skip_one = vec![0; words];
        let mut skip_two = vec![0; words];
        for (position, step) in steps.iter().enumerate() {
            let (word, bit) = (position / 64, 1u64 << (position % 64));
            for (class, &byte) in alphabet.representatives().iter().enumerate() {
                let row = class * 2 * words;
                if step.advances(byte) {
                    moves[row + word] |= bit;
                }
                if step.stays(byte) {
                    moves[row + words + word] |= bit;
                }
            }
            match step.skip() {
                1 => skip_one[word] |= bit,
                2 => skip_two[word] |= bit,
                _ => {}
            }
        }
        let mut start = vec![0; words];
        if let Some(first) = start.first_mut() {
            *first = 1;
        }
        let accept = steps.len().saturating_sub(1);
        let forever = accept.checked_sub(1).filter(|&position| steps[position] == Step::Loop);
        let mut matcher = Matcher { words, alphabet, moves, skip_one, skip_two, start, accept, forever };
        let mut start = std::mem::take(&mut matcher.start);
        matcher.close(&mut start);
        matcher.start = start;
        matcher
    }

    /// Whether the whole of `text` matches.
    pub(super) fn matches(&self, text: &[u8]) -> bool {
        if self.words == 1 { self.matches_narrow(text) } else { self.matches_wide(text) }
    }

    fn matches_narrow(&self, text: &[u8]) -> bool {
        self.read_narrow(self.start[0], text) & (1 << self.accept) != 0
    }

    fn matches_wide(&self, text: &[u8]) -> bool {
        let mut buffer = [0u64; MAX_WORDS];
        let state = &mut buffer[..self.words];
        state.copy_from_slice(&self.start);
        self.read_wide(state, text);
        holds(state, self.accept)
    }

    /// What is reached when `text` and then a `/` was read: a bit for each position, or
    /// [`Reached::Everything`] when whatever may follow is matched.
    pub(super) fn beneath(&self, text: &[u8]) -> Reached {
        let mut buffer = [0u64; MAX_WORDS];
        let state = &mut buffer[..self.words];
        state.copy_from_slice(&self.start);
        if self.words == 1 {
            state[0] = self.read_narrow(self.read_narrow(state[0], text), b"/");
        } else {
            self.read_wide(state, text);
            self.read_wide(state, b"/");
        }
        if self.forever.is_some_and(|position| holds(state, position)) {
            return Reached::Everything;
        }
        let words = state.iter().enumerate();
        Reached::Positions(
            words.flat_map(|(index, &word)| ones(word).map(move |bit| index as u32 * 64 + bit)).collect(),
        )
    }

    /// The state after `text`, or an earlier one that decides.
    fn read_narrow(&self, mut state: u64, text: &[u8]) -> u64 {
        let (one, two) = (self.skip_one[0], self.skip_two[0]);
        let forever = self.forever.map_or(0, |position| 1 << position);
        for &byte in text {
            // Whoever is here has also skipped to the end.
            if state & forever != 0 || state == 0 {
                break;
            }
            let row = self.alphabet.class(byte) * 2;
            state = (state & self.moves[row]) << 1 | (state & self.moves[row + 1]);
            state |= (state & one) << 1;
            state |= (state & two) << 2;
        }
        state
    }

    /// The same.
    fn read_wide(&self, state: &mut [u64], text: &[u8]) {
        for &byte in text {
            if self.forever.is_some_and(|position| holds(state, position))
                || state.iter().all(|&word| word == 0)
            {
                break;
            }
            let row = self.alphabet.class(byte) * 2 * self.words;
            let (advances, stays) = self.moves[row..row + 2 * self.words].split_at(self.words);
            let mut carry = 0;
            for (word, (advance, stay)) in state.iter_mut().zip(advances.iter().zip(stays)) {
                let moved = *word & advance;
                *word = moved << 1 | carry | (*word & stay);
                carry = moved >> 63;
            }
            self.close(state);
        }
    }

    /// Adds what is reached by skipping. Once each is enough: no position that may be skipped follows
    /// another of its kind, and only after a `*` can a `**` begin.
    fn close(&self, state: &mut [u64]) {
        for (skippable, by) in [(&self.skip_one, 1), (&self.skip_two, 2)] {
            let mut carry = 0;
            for (word, mask) in state.iter_mut().zip(skippable) {
                let skipped = *word & mask;
                *word |= skipped << by | carry;
                carry = skipped >> (64 - by);
            }
        }
    }
}

fn holds(state: &[u64], position: usize) -> bool {
    state[position / 64] >> (position % 64) & 1 != 0
}

/// The places of the bits that are set, ascending.
fn ones(mut word: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = (word != 0).then(|| word.trailing_zeros())?;
        word &= word - 1;
        Some(bit)
    })
}
