//! Constants of system calls by their C names, and the sets in which arguments are written.
//!
//! The tables are generated from `facts/constants.txt`; the values are the kernel's headers' (so
//! `O_LARGEFILE` is a bit on every ABI, and `SIGRTMIN` is 32).

use crate::Abi;
use crate::arch::Abis;
use crate::generated::constants::{CONSTANTS, DIFFERING, MEMBERS, SETS};
use crate::generated::syscalls::CALLS;
use crate::pool::{number, word};
use crate::suggest::nearest;
use std::sync::LazyLock;

/// A constant: its value, and the ABIs where it differs or (None) does not exist.
pub(crate) struct Constant {
    pub(crate) value: Option<u64>,
    /// The first of its rows of `DIFFERING`.
    pub(crate) first: u16,
    /// How many rows those are.
    pub(crate) count: u8,
}

impl Constant {
    fn on(&self, abi: Abi) -> Option<u64> {
        let differing = &DIFFERING[usize::from(self.first)..][..usize::from(self.count)];
        let differing = differing.iter().find(|(abis, _): &&(Abis, _)| abis.contains(abi));
        differing.map_or(self.value, |(_, value)| *value)
    }
}

/// How the constants of a set make up a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetKind {
    /// Bits or-ed together. Within the mask `field` (0 for none) stands an enumerated number instead:
    /// `O_ACCMODE` of open's flags, 0xf of socket's type, the signal of clone's.
    Flags {
        /// The mask of the enumerated number.
        field: u64,
    },
    /// One of the constants.
    Values,
}

/// A set as the tables have it.
pub(crate) struct Set {
    /// A number in the pool.
    pub(crate) name: u16,
    pub(crate) kind: SetKind,
    /// The first of its rows of `MEMBERS`.
    pub(crate) first: u16,
    /// How many rows those are.
    pub(crate) count: u16,
}

/// The sets, made when one is first asked for.
static FLAG_SETS: LazyLock<Vec<FlagSet>> = LazyLock::new(|| {
    let members = |set: &Set| &MEMBERS[usize::from(set.first)..][..usize::from(set.count)];
    SETS.iter().map(|set| FlagSet { name: word(set.name), kind: set.kind, members: members(set) }).collect()
});

/// The constants an argument is written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FlagSet {
    /// The set's name, as in [`crate::Arg::flags`].
    pub name: &'static str,
    /// How its constants make up a number.
    pub kind: SetKind,
    /// Indices into `CONSTANTS`.
    pub(crate) members: &'static [u16],
}

impl FlagSet {
    /// The constants' names, in the order of the facts.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.members.iter().map(|at| name_of(usize::from(*at)))
    }

    /// The constants and their values on an ABI, without those it lacks.
    pub fn on(&self, abi: Abi) -> impl Iterator<Item = (&'static str, u64)> {
        self.members.iter().filter_map(move |at| {
            let constant = &CONSTANTS[usize::from(*at)];
            constant.on(abi).map(|value| (name_of(usize::from(*at)), value))
        })
    }

    /// Every bit a constant of the set has on an ABI, and the field's.
    pub fn mask(&self, abi: Abi) -> u64 {
        let field = match self.kind {
            SetKind::Flags { field } => field,
            SetKind::Values => 0,
        };
        self.on(abi).fold(field, |mask, (_, value)| mask | value)
    }

    /// The number in the set's constants, `O_WRONLY|O_CREAT`; bits without a name follow in hex. A value
    /// that no constant of an enumeration has is `None`, and so is a zero that has no name.
    ///
    /// `bits` (32 or 64) is the width at which values are compared.
    pub fn spell(&self, abi: Abi, value: u64, bits: u32) -> Option<String> {
        let mask = if bits >= 64 { u64::MAX } else { (1 << bits) - 1 };
        let value = value & mask;
        let SetKind::Flags { field } = self.kind else {
            return self.on(abi).find(|(_, known)| known & mask == value).map(|(name, _)| name.into());
        };
        let mut words: Vec<String> = Vec::new();
        let mut rest = value & !field;
        if field != 0 {
            let enumerated = value & field;
            match self.on(abi).find(|(_, known)| known & !field == 0 && *known == enumerated) {
                Some((name, _)) => words.push(name.into()),
                None => rest |= enumerated,
            }
        }
        // A composite such as O_SYNC goes before the bits it is made of.
        let mut found: Vec<(usize, &str, u64)> = Vec::new();
        let mut flags: Vec<(usize, (&str, u64))> = self.on(abi).enumerate().collect();
        flags.sort_by_key(|(at, (_, known))| (std::cmp::Reverse(known.count_ones()), *at));
        for (at, (name, known)) in flags {
            if known & !field != 0 && rest & known == known {
                found.push((at, name, known));
                rest &= !known;
            }
        }
        found.sort_unstable_by_key(|(at, ..)| *at);
        words.extend(found.iter().map(|(_, name, _)| (*name).to_string()));
        if rest != 0 {
            words.push(format!("{rest:#x}"));
        }
        if words.is_empty() {
            return self.on(abi).find(|(_, known)| *known == 0).map(|(name, _)| name.into());
        }
        Some(words.join("|"))
    }
}

/// A constant's value on an ABI; `None` for a name nobody knows and where the ABI lacks it.
///
/// Negative ones (`AT_FDCWD`) are in two's complement of 64 bits: cut to the argument's width.
///
/// ```
/// use callgate_abi::{Abi, constants::value};
/// assert_eq!(value(Abi::X86_64, "O_DIRECTORY"), Some(0o200_000));
/// assert_eq!(value(Abi::Aarch64, "O_DIRECTORY"), Some(0o40_000));
/// ```
pub fn value(abi: Abi, name: &str) -> Option<u64> {
    CONSTANTS[index(name)?].on(abi)
}

fn index(name: &str) -> Option<usize> {
    let at = usize::from(number(name)?).checked_sub(CALLS)?;
    (at < CONSTANTS.len()).then_some(at)
}

/// The name of the constant in a row. They are sorted by name and follow the calls in the pool.
fn name_of(at: usize) -> &'static str {
    word((CALLS + at) as u16)
}

/// Whether some ABI has a constant of this name.
pub fn exists(name: &str) -> bool {
    index(name).is_some()
}

/// Every constant, sorted by name.
pub fn names() -> impl Iterator<Item = &'static str> {
    (0..CONSTANTS.len()).map(name_of)
}

/// The constant nearest to a mistaken name.
///
/// ```
/// assert_eq!(callgate_abi::constants::suggest("O_CLOEXC"), Some("O_CLOEXEC"));
/// ```
pub fn suggest(name: &str) -> Option<&'static str> {
    nearest(name, names())
}

/// A set by its name.
pub fn flag_set(name: &str) -> Option<&'static FlagSet> {
    let at = SETS.binary_search_by(|set| word(set.name).cmp(name)).ok()?;
    FLAG_SETS.get(at)
}

/// Every set, sorted by name.
pub fn flag_sets() -> &'static [FlagSet] {
    &FLAG_SETS
}
