//! The texts of the generated tables.
//!
//! Tables of string slices are tables of addresses, and a position-independent program has each of
//! them written into its memory, page after page copied, before `main`. So the texts are one string,
//! the tables hold the texts' numbers, and none of that costs anything until it is read.

use crate::generated::pool::{POOL, WORDS};

/// Where each text starts in `POOL`, and where the next one would.
static STARTS: [u16; WORDS + 1] = starts(POOL.as_bytes());

const fn starts(pool: &[u8]) -> [u16; WORDS + 1] {
    assert!(pool.len() <= u16::MAX as usize, "the pool has outgrown 16-bit offsets");
    let mut starts = [0; WORDS + 1];
    let (mut at, mut word) = (0, 0);
    while at < pool.len() {
        if pool[at] == b'\n' {
            word += 1;
            starts[word] = at as u16 + 1;
        }
        at += 1;
    }
    assert!(word == WORDS, "every text is a line");
    starts
}

/// The text of a number that a table holds.
pub(crate) fn word(number: u16) -> &'static str {
    let at = usize::from(number);
    &POOL[usize::from(STARTS[at])..usize::from(STARTS[at + 1]) - 1]
}

/// The number of a text; `None` for one that no table has.
pub(crate) fn number(text: &str) -> Option<u16> {
    let mut slot = slot(text.as_bytes());
    loop {
        match SLOTS[slot] {
            FREE => return None,
            number if word(number) == text => return Some(number),
            _ => slot = (slot + 1) % SLOT_COUNT,
        }
    }
}

/// Numbers by the hashes of their texts, each in the first free slot from its hash's on: a plan looks up
/// hundreds of calls when a program starts, and a binary search over texts takes many times as long.
static SLOTS: [u16; SLOT_COUNT] = slots();
const SLOT_COUNT: usize = (WORDS * 2).next_power_of_two();
/// In a slot without a number.
const FREE: u16 = u16::MAX;

const fn slots() -> [u16; SLOT_COUNT] {
    let mut slots = [FREE; SLOT_COUNT];
    let mut rest = POOL.as_bytes();
    let mut number = 0;
    while number < WORDS {
        let (text, after) = rest.split_at((STARTS[number + 1] - STARTS[number]) as usize);
        let mut slot = slot(text.split_at(text.len() - 1).0);
        while slots[slot] != FREE {
            slot = (slot + 1) % SLOT_COUNT;
        }
        slots[slot] = number as u16;
        rest = after;
        number += 1;
    }
    slots
}

/// The slot of a text's hash: 32-bit FNV-1a.
const fn slot(text: &[u8]) -> usize {
    let mut hash: u32 = 0x811c_9dc5;
    let mut at = 0;
    while at < text.len() {
        hash = (hash ^ text[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash ^ hash >> 16) as usize % SLOT_COUNT
}
