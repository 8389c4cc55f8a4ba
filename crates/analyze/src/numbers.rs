//! Sets of call numbers, as a person reads them.

use callgate_abi::{Abi, Sysno, syscalls};
use std::ops::RangeInclusive;

/// Calls of one architecture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calls {
    /// Whose calls they are.
    pub machine: Machine,
    /// Their numbers as `seccomp_data.nr` has them, ascending. When [`Calls::scattered`], only the first
    /// of many.
    pub numbers: Vec<RangeInclusive<u32>>,
    /// There are more ranges than can be listed, because numbers are chosen by their bits.
    pub scattered: bool,
}

/// Whose calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Machine {
    /// An ABI's.
    Abi(Abi),
    /// Every architecture's that is not told apart by the filter; an example's `AUDIT_ARCH_*`.
    Others(u32),
}

impl Calls {
    /// The names of the calls that have one, by number.
    pub fn names(&self) -> Vec<&'static str> {
        self.named().map(|(_, name)| name).collect()
    }

    fn named(&self) -> impl Iterator<Item = (u32, &'static str)> {
        let abi = match self.machine {
            Machine::Abi(abi) => Some(abi),
            Machine::Others(_) => None,
        };
        abi.into_iter().flat_map(syscalls::of_abi).filter(|(nr, _)| self.contains(*nr))
    }

    /// Whether a number is one of them.
    pub fn contains(&self, nr: u32) -> bool {
        let at = self.numbers.partition_point(|range| *range.end() < nr);
        self.numbers.get(at).is_some_and(|range| range.contains(&nr))
    }

    /// The numbers that no name stands for, in ranges that may hold named ones of these calls between them.
    pub fn unnamed(&self) -> Vec<RangeInclusive<u32>> {
        let Machine::Abi(abi) = self.machine else { return self.numbers.clone() };
        let mut found: Vec<RangeInclusive<u32>> = Vec::new();
        for range in &self.numbers {
            let (mut first, mut last) = (*range.start(), *range.end());
            let named = |nr| Sysno { abi, nr }.name().is_some();
            while first < last && named(first) {
                first += 1;
            }
            while last > first && named(last) {
                last -= 1;
            }
            if !named(first) {
                found.push(first..=last);
            }
        }
        found
    }

    /// The number to show: one with a name if there is one.
    pub fn example(&self) -> u32 {
        let named = self.named().next().map(|(nr, _)| nr);
        named.or_else(|| self.numbers.first().map(|range| *range.start())).unwrap_or(0)
    }
}
