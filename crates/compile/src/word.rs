//! The words of `struct seccomp_data`, and what a filter can ask of one.

use callgate_abi::Endian;

/// One of the sixteen 32-bit words of `struct seccomp_data` (`linux/seccomp.h`): number, architecture,
/// two of the instruction pointer, two of each argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Word(u8);

impl Word {
    /// `nr`.
    pub const NUMBER: Word = Word(0);
    /// `arch`.
    pub const ARCH: Word = Word(1);
    /// How many there are.
    pub const COUNT: usize = 16;

    /// The word at byte 4 × `index`; `None` from 16 on.
    pub const fn new(index: u8) -> Option<Word> {
        if (index as usize) < Word::COUNT { Some(Word(index)) } else { None }
    }

    /// The words with the low and the high half of an argument, 0 to 5.
    pub const fn halves(endian: Endian, arg: u8) -> (Word, Word) {
        assert!(arg < 6, "a call has six arguments");
        let first = 4 + 2 * arg;
        match endian {
            Endian::Little => (Word(first), Word(first + 1)),
            Endian::Big => (Word(first + 1), Word(first)),
        }
    }

    /// Its place among the words.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// Its byte offset.
    pub const fn offset(self) -> u32 {
        4 * self.0 as u32
    }

    /// Whether the kernel knows it before any call is made: number and architecture, from which it
    /// computes the verdicts that it remembers.
    pub const fn is_constant(self) -> bool {
        self.0 <= Word::ARCH.0
    }
}

/// What is tested: a word of which these bits count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Operand {
    /// The word.
    pub word: Word,
    /// AND-ed to it first.
    pub mask: u32,
}

impl Operand {
    /// A word with all its bits.
    pub const fn whole(word: Word) -> Operand {
        Operand { word, mask: u32::MAX }
    }

    /// Whether all bits count, so that nothing needs to be masked.
    pub const fn is_whole(self) -> bool {
        self.mask == u32::MAX
    }
}

/// The tests a filter can make in one jump. Greater-than is at-least of the number above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// It is k.
    Is,
    /// It is at least k, unsigned.
    AtLeast,
    /// It has a bit of k.
    HasBit,
}

impl Relation {
    /// Whether a word, masked already, stands in this relation to k.
    pub const fn holds(self, word: u32, k: u32) -> bool {
        match self {
            Relation::Is => word == k,
            Relation::AtLeast => word >= k,
            Relation::HasBit => word & k != 0,
        }
    }
}
