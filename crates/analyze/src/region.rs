//! Cutting a diagram by architecture and number into the decisions on arguments below them.

use crate::diagram::{Bounded, Known, Ref, walk};
use crate::numbers::{Calls, Machine};
use crate::reference::{possible, x32_numbers};
use crate::space::Space;
use callgate_abi::Abi;

/// Ranges of numbers that are listed of one decision.
const MOST_RANGES: usize = 1024;

/// Calls that are decided alike.
#[derive(Debug, Clone)]
pub(crate) struct Region {
    pub(crate) calls: Calls,
    /// The decision on arguments.
    pub(crate) decision: Ref,
    /// The condition that a call, of any architecture and number, is one of these.
    pub(crate) condition: Ref,
}

impl Space {
    /// All calls by what decides them. The ABIs that callgate knows are apart where they differ from
    /// the architectures that it does not know. Every call is in exactly one region.
    pub(crate) fn regions(&mut self, from: Ref) -> Bounded<Vec<Region>> {
        let mut regions = Vec::new();
        let mut rest = Ref::TRUE;
        let unknown = self.unknown_machine(from)?;
        let mut seen: Vec<u32> = Vec::new();
        let below =
            |space: &Space, abi: Abi| space.d.follow(from, walk::ARCH, 32, u64::from(abi.audit_arch()));
        let mut apart: Vec<Abi> =
            Abi::ALL.iter().copied().filter(|abi| Some(below(self, *abi)) != unknown).collect();
        if apart.is_empty() {
            // Whoever does not look at the architecture thinks of one: the names of this one's calls help.
            apart.extend(Abi::NATIVE.family());
            apart.extend(apart.contains(&Abi::X86_64).then_some(Abi::X32));
        }
        for abi in &apart {
            let arch = abi.audit_arch();
            let below = below(self, *abi);
            let here = possible(&mut self.d, *abi)?;
            if !seen.contains(&arch) {
                seen.push(arch);
                let whole = self.d.word_is(walk::ARCH, arch)?;
                let not = self.d.not(whole)?;
                rest = self.d.and(rest, not)?;
            }
            self.cut(Machine::Abi(*abi), below, here, &mut regions)?;
        }
        for below in self.d.exits(from, walk::NR) {
            let condition = self.d.leading_to(from, walk::NR, below)?;
            let condition = self.d.and(condition, rest)?;
            if let Some(ones) = self.d.first_path(condition) {
                self.cut(Machine::Others(walk::call(&ones).arch), below, condition, &mut regions)?;
            }
        }
        Ok(regions)
    }

    /// What decides the calls of most architectures that callgate does not know.
    pub(crate) fn unknown_machine(&mut self, from: Ref) -> Bounded<Option<Ref>> {
        let mut largest = None;
        for below in self.d.exits(from, walk::NR) {
            let condition = self.d.leading_to(from, walk::NR, below)?;
            let size = self.d.count(condition, walk::ARCH, 32);
            if largest.is_none_or(|(most, _)| size > most) {
                largest = Some((size, below));
            }
        }
        Ok(largest.map(|(_, below)| below))
    }

    fn cut(&mut self, machine: Machine, below: Ref, here: Ref, regions: &mut Vec<Region>) -> Bounded<()> {
        let numbers_here = match machine {
            Machine::Abi(Abi::X32) => x32_numbers(&mut self.d)?,
            Machine::Abi(Abi::X86_64) => {
                let x32 = x32_numbers(&mut self.d)?;
                self.d.not(x32)?
            }
            _ => Ref::TRUE,
        };
        let mut ranges: Known<Vec<_>> = Known::default();
        let all = self.d.choose(numbers_here, below, Ref::SAME)?;
        // One walk lists the ranges of all decisions, unless there are too many.
        let intervals = self.d.intervals(all, walk::NR, 32, 8 * MOST_RANGES);
        for interval in intervals.iter().flatten() {
            ranges.entry(interval.to).or_default().push(interval.first as u32..=interval.last as u32);
        }
        for decision in self.d.exits(below, walk::REGISTERS) {
            let numbers = self.d.leading_to(below, walk::REGISTERS, decision)?;
            let numbers = self.d.and(numbers, numbers_here)?;
            if numbers == Ref::FALSE || decision == Ref::SAME {
                continue;
            }
            let condition = self.d.and(numbers, here)?;
            let known = ranges.remove(&decision).filter(|known| known.len() <= MOST_RANGES);
            let scattered = known.is_none();
            let numbers = known.unwrap_or_else(|| {
                let first = self.d.first_path(numbers).map_or(0, |ones| walk::call(&ones).nr as u32);
                vec![first..=first]
            });
            let calls = Calls { machine, numbers, scattered };
            regions.push(Region { calls, decision, condition });
        }
        Ok(())
    }
}
