//! How much an analysis may cost, and what remains unknown when that is not enough.

use std::fmt;

/// How much one [`crate::Space`] may use for everything that is asked of it.
///
/// The standard limits bound an analysis to about 45 MB and, on a machine of today, a second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Nodes of decision diagrams; each takes about 24 bytes with its place in the tables.
    pub nodes: usize,
    /// Steps of their operations; some ten million take a second.
    pub steps: u64,
    /// Machine states (place, registers, scratch words) of one filter.
    pub states: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { nodes: 1 << 20, steps: 12_000_000, states: 1 << 15 }
    }
}

/// Why it was not decided what a filter answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// Arithmetic on words that are both unknown, or with a constant, of which no diagram of bearable
    /// size exists: a product of two arguments, most often.
    Arithmetic {
        /// The instruction.
        index: u16,
    },
    /// A jump compares what cannot be compared in bearable size.
    Comparison {
        /// The instruction.
        index: u16,
    },
    /// A jump compares two words of the call with each other, which no diagram of bearable size does.
    TwoWords {
        /// The instruction.
        index: u16,
    },
    /// The return value is computed from the call, and takes too many values.
    ComputedReturn {
        /// The instruction.
        index: u16,
    },
    /// The ways from this instruction on are too many to tell apart.
    TooManyWays {
        /// The instruction.
        index: u16,
    },
    /// The analysis as a whole reached its [`Limits`].
    Limits,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::Arithmetic { index } => {
                write!(f, "instruction {index} computes a value that is too intricate to follow")
            }
            Reason::Comparison { index } => {
                write!(f, "instruction {index} compares values in a way that is too intricate to follow")
            }
            Reason::TwoWords { index } => {
                write!(f, "instruction {index} compares two arguments with each other, which is not followed")
            }
            Reason::ComputedReturn { index } => {
                write!(f, "instruction {index} returns a value computed from the call")
            }
            Reason::TooManyWays { index } => {
                write!(f, "the ways from instruction {index} on are too many to tell apart")
            }
            Reason::Limits => f.write_str("the analysis reached its limits of time and memory"),
        }
    }
}
