//! A diagram for whoever makes filters: by architecture and number, below them by single bits.

use crate::diagram::{Interval, Known, Leaf, Ref, walk};
use crate::limits::Reason;
use crate::space::{Space, Verdicts};
use callgate_abi::Action;
use std::ops::RangeInclusive;

/// Intervals of numbers of one architecture, and of architectures, beyond which a table is too long.
const MOST: usize = 1 << 14;

/// What every call gets, as a table over architectures and numbers. Neighbouring ranges differ, and equal
/// decisions are one step: this is the shortest form that knows nothing but bits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The steps of all decisions; each leads to earlier ones.
    pub steps: Vec<Step>,
    /// All values of `arch`, ascending.
    pub arches: Vec<OfArches>,
}

/// Architectures whose calls are decided alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfArches {
    /// The values of `arch`.
    pub arches: RangeInclusive<u32>,
    /// All values of `nr`, ascending, and where they lead: an index into [`Decided::steps`].
    pub numbers: Vec<(RangeInclusive<u32>, usize)>,
}

/// A step of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The call gets this.
    Return(Action),
    /// A bit of an argument or of the instruction pointer decides where it goes on.
    Bit {
        /// The word at byte 4 × `word` of `struct seccomp_data`.
        word: u8,
        /// The bit, 0 the lowest.
        bit: u8,
        /// Where it goes on when the bit is 0.
        clear: usize,
        /// Where it goes on when the bit is 1.
        set: usize,
    },
}

impl Space {
    /// The table of what calls get; the reason why there is none if some call's answer is not known, or if
    /// numbers are told apart in more ways than can be listed.
    pub fn decided(&self, verdicts: Verdicts) -> Result<Decided, Reason> {
        let mut table = Table { space: self, steps: Vec::new(), known: Known::default() };
        let ranges = |from, level| self.d.intervals(from, level, 32, MOST).ok_or(Reason::Limits);
        let range = |interval: &Interval| interval.first as u32..=interval.last as u32;
        let mut arches = Vec::new();
        for arch in ranges(verdicts.0, walk::ARCH)? {
            let mut numbers = Vec::new();
            for number in ranges(arch.to, walk::NR)? {
                numbers.push((range(&number), table.step(number.to)?));
            }
            arches.push(OfArches { arches: range(&arch), numbers });
        }
        Ok(Decided { steps: table.steps, arches })
    }
}

struct Table<'s> {
    space: &'s Space,
    steps: Vec<Step>,
    known: Known<usize>,
}

impl Table<'_> {
    fn step(&mut self, at: Ref) -> Result<usize, Reason> {
        if let Some(known) = self.known.get(&at) {
            return Ok(*known);
        }
        let step = match (self.space.d.leaf_of(at), self.space.d.branch(at)) {
            (Some(Leaf::Ret(ret)), _) => Step::Return(Action::from_ret(ret)),
            (Some(Leaf::Unknown(reason)), _) => return Err(reason),
            (None, Some((level, low, high))) => {
                let (clear, set) = (self.step(low)?, self.step(high)?);
                let (word, bit) = walk::bit(level);
                Step::Bit { word, bit, clear, set }
            }
            _ => return Err(Reason::Limits),
        };
        self.steps.push(step);
        self.known.insert(at, self.steps.len() - 1);
        Ok(self.steps.len() - 1)
    }
}
