//! Conditions as alternatives of bits that are fixed and bits that are free.
//!
//! Container runtimes make a filter of what libseccomp makes of a profile, and that is right for rules
//! that test bits under masks, in any number. Of alternatives with inequalities it loses some
//! (`docs/formats.md`), so these are taken apart into masks too: `x < 6` is `x & !3 == 0` or
//! `x & !1 == 4`.

use callgate_policy::import::Test;
use callgate_policy::model::{Compare, Comparison, Condition, Width};

/// More alternatives than a profile should have for one call.
const MOST: usize = 256;

/// Some bits of each register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Cube {
    masks: [u64; 6],
    values: [u64; 6],
}

impl Cube {
    const ALL: Cube = Cube { masks: [0; 6], values: [0; 6] };

    fn and(&self, other: &Cube) -> Option<Cube> {
        let mut both = *self;
        for n in 0..6 {
            let common = self.masks[n] & other.masks[n];
            if (self.values[n] ^ other.values[n]) & common != 0 {
                return None;
            }
            both.masks[n] |= other.masks[n];
            both.values[n] |= other.values[n];
        }
        Some(both)
    }

    fn contains(&self, other: &Cube) -> bool {
        (0..6).all(|n| {
            self.masks[n] & !other.masks[n] == 0 && (self.values[n] ^ other.values[n]) & self.masks[n] == 0
        })
    }

    /// As tests that must all hold.
    pub(super) fn tests(&self) -> Vec<Test> {
        let fixed = (0..6).filter(|n| self.masks[*n] != 0);
        let test = |n: usize| Test {
            arg: n as u8,
            low: false,
            mask: Some(self.masks[n]).filter(|mask| *mask != u64::MAX),
            op: Compare::Eq,
            value: self.values[n],
        };
        fixed.map(test).collect()
    }
}

/// The alternatives that make up a condition; `None`: too many.
pub(super) fn cubes(condition: &Condition) -> Option<Vec<Cube>> {
    match condition {
        Condition::Is(comparison) => Some(of_comparison(comparison)),
        Condition::Any(parts) => {
            let mut all = Vec::new();
            for part in parts {
                add(&mut all, cubes(part)?)?;
            }
            Some(all)
        }
        Condition::All(parts) => {
            let mut all = vec![Cube::ALL];
            for part in parts {
                let part = cubes(part)?;
                let mut next = Vec::new();
                for cube in &all {
                    add(&mut next, part.iter().filter_map(|other| cube.and(other)).collect())?;
                }
                all = next;
            }
            Some(all)
        }
    }
}

/// Adds alternatives, without those that others contain.
fn add(all: &mut Vec<Cube>, more: Vec<Cube>) -> Option<()> {
    for cube in more {
        if !all.iter().any(|known| known.contains(&cube)) {
            all.retain(|known| !cube.contains(known));
            all.push(cube);
        }
    }
    (all.len() <= MOST).then_some(())
}

/// From the highest bit down: either a bit decides, or it is equal and the next one may.
fn of_comparison(comparison: &Comparison) -> Vec<Cube> {
    let Comparison { arg, width, signed, mask, op, value } = *comparison;
    let ones = if width == Width::W32 { u64::from(u32::MAX) } else { u64::MAX };
    let (mask, value, top) = (mask.unwrap_or(u64::MAX) & ones, value & ones, (ones >> 1) + 1);
    let cube = |fixed: u64, bits: u64| {
        let mut cube = Cube::ALL;
        cube.masks[usize::from(arg)] = fixed & mask;
        cube.values[usize::from(arg)] = bits & fixed & mask;
        cube
    };
    let (mut less, mut greater, mut equal) = (Vec::new(), Vec::new(), true);
    for n in (0..64).rev().map(|n| 1u64 << n).filter(|bit| bit & ones != 0) {
        // This bit, and all above it.
        let upper = !(n - 1);
        let wanted = value & n != 0;
        // A set sign bit makes a number the smaller one.
        let upside_down = signed && n == top;
        let (if_clear, if_set) =
            if upside_down { (&mut greater, &mut less) } else { (&mut less, &mut greater) };
        let other = if wanted { if_clear } else { if_set };
        if mask & n != 0 {
            other.push(cube(upper, value ^ n));
        } else if wanted {
            // The masked register's bit is clear, whatever the register's is.
            other.push(cube(upper, value));
            equal = false;
            break;
        }
    }
    let equal = if equal { vec![cube(ones, value)] } else { Vec::new() };
    match op {
        Compare::Eq => equal,
        Compare::Ne => [less, greater].concat(),
        Compare::Lt => less,
        Compare::Le => [less, equal].concat(),
        Compare::Gt => greater,
        Compare::Ge => [greater, equal].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Cube, cubes};
    use callgate_policy::model::{Compare, Comparison, Condition, Width};
    use proptest::prelude::*;

    fn holds(cubes: &[Cube], args: &[u64; 6]) -> bool {
        cubes.iter().any(|cube| (0..6).all(|n| args[n] & cube.masks[n] == cube.values[n]))
    }

    fn comparison() -> impl Strategy<Value = Comparison> {
        let op = prop::sample::select(Compare::ALL.to_vec());
        let word = || {
            prop_oneof![
                0u64..9,
                (0u32..64).prop_map(|bit| 1 << bit),
                any::<u64>(),
                prop::sample::select(vec![
                    u64::MAX,
                    1 << 63,
                    (1 << 63) - 1,
                    1 << 31,
                    0xffff_ffff,
                    0xffff_fffe
                ])
            ]
        };
        (0u8..2, any::<bool>(), any::<bool>(), prop::option::of(word()), op, word()).prop_map(
            |(arg, wide, signed, mask, op, value)| {
                let (width, value) =
                    if wide { (Width::W64, value) } else { (Width::W32, value & 0xffff_ffff) };
                Comparison { arg, width, signed, mask, op, value }
            },
        )
    }

    proptest! {
        #[test]
        fn mean_the_comparison(one in comparison(), other in comparison(), near in any::<[i8; 2]>(), far in any::<[u64; 2]>()) {
            for condition in [
                Condition::Is(one),
                Condition::all([one.into(), other.into()]),
                Condition::any([one.into(), other.into()]),
            ] {
                let Some(found) = cubes(&condition) else { continue };
                let bases = [one.value, other.value, one.value ^ one.mask.unwrap_or(0), 0, 1 << 63, far[0]];
                for base in bases {
                    let args = [base.wrapping_add_signed(near[0].into()), base ^ far[1], 0, 0, 0, 0];
                    for args in [args, [args[0]; 6], [args[1]; 6], [base; 6], [!base; 6]] {
                        prop_assert_eq!(holds(&found, &args), condition.holds(&args), "{:x?} {:?}", args, condition);
                    }
                }
            }
        }
    }

    #[test]
    fn few() {
        let count = |op, value| {
            let comparison = Comparison { arg: 0, width: Width::W64, signed: false, mask: None, op, value };
            cubes(&comparison.into()).map(|cubes| cubes.len())
        };
        assert_eq!(count(Compare::Eq, 5), Some(1));
        assert_eq!(count(Compare::Lt, 6), Some(2));
        assert_eq!(count(Compare::Ne, 0), Some(64));
        assert_eq!(count(Compare::Lt, 0), Some(0));
        let tests = (0..6).map(|arg| Comparison {
            arg,
            width: Width::W64,
            signed: false,
            mask: None,
            op: Compare::Ne,
            value: 9,
        });
        assert_eq!(cubes(&Condition::all(tests.map(Condition::Is))), None);
    }
}
