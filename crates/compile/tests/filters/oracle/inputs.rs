//! Calls on both sides of every edge of a policy.

use super::generate::{ABIS, Case};
use callgate_abi::{Abi, SeccompData, Sysno, syscalls};
use callgate_policy::model::{Comparison, Condition};
use std::collections::{BTreeMap, BTreeSet};

/// How many ways the other registers are filled while one goes through its edges.
const SETTINGS: usize = 6;

/// How many argument settings are tried with every number.
const BORROWED: usize = 64;

/// The calls worth asking about.
pub(crate) fn boundary(case: &Case) -> Vec<SeccompData> {
    // For each number the conditions that are said of it.
    let mut interesting: BTreeMap<(Abi, u32), Vec<Condition>> = BTreeMap::new();
    let syscalls = case.policy.syscalls.iter().flat_map(|syscalls| &syscalls.rules);
    for target in syscalls.flat_map(|rule| &rule.targets) {
        for nr in [*target.numbers.start(), *target.numbers.end()] {
            interesting.entry((target.abi, nr)).or_default().push(target.when.clone());
        }
    }
    for call in &case.plan.calls {
        interesting.entry((call.sysno.abi, call.sysno.nr)).or_default().push(call.when.clone().into());
    }
    let mut calls = Vec::new();
    let mut bases = Vec::new();
    for ((abi, nr), conditions) in &interesting {
        calls.extend(arguments(*abi, *nr, conditions, &mut bases));
    }
    let mut numbers: BTreeSet<u32> = interesting.keys().flat_map(|(_, nr)| around(*nr)).collect();
    for edge in [0, 0x3fff_ffff, 0x7fff_ffff, 0xbfff_ffff, u32::MAX, 500] {
        numbers.extend(around(edge));
    }
    let with_bit: Vec<u32> = numbers.iter().map(|nr| nr ^ Abi::X32_BIT).collect();
    numbers.extend(with_bit);
    // Of the ABIs in the policy and not, and of none at all.
    let mut arches: BTreeSet<u32> = ABIS.iter().flat_map(|abi| around(abi.audit_arch())).collect();
    arches.extend([0, 1, u32::MAX, Abi::Riscv64.audit_arch()]);
    // With arguments that mean something to another number: a search that goes astray ends there.
    let mut settings: BTreeSet<[u64; 6]> = BTreeSet::from([[0; 6]]);
    settings.extend(bases.iter().step_by((bases.len() / BORROWED).max(1)));
    for arch in arches {
        let listed = interesting.keys().any(|(abi, _)| abi.audit_arch() == arch);
        for nr in &numbers {
            for args in settings.iter().take(if listed { usize::MAX } else { 1 }) {
                calls.push(SeccompData { nr: *nr as i32, arch, instruction_pointer: 0, args: *args });
            }
        }
    }
    for (abi, nr) in edges_of_the_known(case) {
        for args in settings.iter().step_by((settings.len() / 4).max(1)) {
            let arch = abi.audit_arch();
            calls.push(SeccompData { nr: nr as i32, arch, instruction_pointer: 0, args: *args });
        }
    }
    calls
}

/// Where `unknown` begins and ends.
fn edges_of_the_known(case: &Case) -> BTreeSet<(Abi, u32)> {
    let mut edges = BTreeSet::new();
    let Some(syscalls) = &case.policy.syscalls else { return edges };
    let Some(unknown) = syscalls.unknown else { return edges };
    for abi in &syscalls.arches {
        let known: BTreeSet<u32> = syscalls::of_abi(*abi)
            .map(|(nr, _)| nr)
            .filter(|nr| unknown.knows(Sysno { abi: *abi, nr: *nr }))
            .collect();
        for nr in &known {
            for neighbour in [nr.wrapping_sub(1), nr.wrapping_add(1)] {
                if !known.contains(&neighbour) {
                    edges.extend([(*abi, *nr), (*abi, neighbour)]);
                }
            }
        }
    }
    edges
}

fn around(word: u32) -> [u32; 3] {
    [word.wrapping_sub(1), word, word.wrapping_add(1)]
}

/// One number, with each register at each of its edges, while the others are such that one of the
/// conditions hangs on it.
/// The settings of the others are added to `bases`.
fn arguments(abi: Abi, nr: u32, conditions: &[Condition], bases: &mut Vec<[u64; 6]>) -> Vec<SeccompData> {
    let mut values: [BTreeSet<u64>; 6] = std::array::from_fn(|_| BTreeSet::from([0, u64::MAX]));
    for comparison in conditions.iter().flat_map(Condition::comparisons) {
        values[usize::from(comparison.arg)].extend(edges(comparison));
    }
    let values: Vec<Vec<u64>> = values.into_iter().map(|edges| edges.into_iter().collect()).collect();
    let call = |args| SeccompData { nr: nr as i32, arch: abi.audit_arch(), instruction_pointer: 0, args };
    let mut calls = vec![call([0; 6])];
    for condition in conditions {
        // The edges of each register on which its part of the condition holds, as far as it has one; if
        // none, all.
        let fitting: Vec<Vec<u64>> = (0u8..6)
            .map(|arg| {
                let fits = |value: &&u64| own_part_holds(condition, arg, **value);
                let edges = &values[usize::from(arg)];
                let fitting: Vec<u64> = edges.iter().filter(fits).copied().collect();
                if fitting.is_empty() { edges.clone() } else { fitting }
            })
            .collect();
        for setting in 0..SETTINGS {
            // Scattered, but the same in every run.
            let pick = |arg: usize| {
                let candidates = &fitting[arg];
                candidates[scatter(setting * 6 + arg) % candidates.len()]
            };
            let base: [u64; 6] = std::array::from_fn(pick);
            for (arg, edges) in values.iter().enumerate().filter(|(_, edges)| edges.len() > 2) {
                for value in edges {
                    let mut args = base;
                    args[arg] = *value;
                    calls.push(call(args));
                }
            }
            calls.push(call(base));
            bases.push(base);
        }
    }
    calls
}

/// Whether a condition can hold as far as one register is asked, the others being as it wants them.
fn own_part_holds(condition: &Condition, arg: u8, value: u64) -> bool {
    match condition {
        Condition::Is(comparison) => comparison.arg != arg || comparison.holds(&[value; 6]),
        Condition::All(parts) => parts.iter().all(|part| own_part_holds(part, arg, value)),
        Condition::Any(parts) => parts.iter().any(|part| own_part_holds(part, arg, value)),
    }
}

/// A number far from its neighbours' (the finalizer of splitmix64).
fn scatter(index: usize) -> usize {
    let mixed = (index as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed ^ mixed >> 31) as usize
}

/// Values just below, at and just above what a comparison compares with, half by half; at the ends
/// and at the change of sign; with the bits outside the mask set and clear, and with one bit of it flipped.
fn edges(comparison: &Comparison) -> BTreeSet<u64> {
    // The last tells a comparison from a test of the same bits.
    let turns = |word: u32| [0, u32::MAX, 0x7fff_ffff, 0x8000_0000, word << 1];
    let (value, mask) = (comparison.value, comparison.mask.unwrap_or(u64::MAX));
    let (high, low) = ((value >> 32) as u32, value as u32);
    let join = |high: u32, low: u32| u64::from(high) << 32 | u64::from(low);
    let mut edges = BTreeSet::new();
    for high in around(high) {
        edges.extend(around(low).into_iter().chain(turns(low)).map(|low| join(high, low)));
    }
    for low in around(low) {
        edges.extend(turns(high).map(|high| join(high, low)));
    }
    edges.insert(value.rotate_left(32));
    let unmasked: Vec<u64> = edges.iter().copied().collect();
    if comparison.mask.is_some() {
        edges.extend(unmasked.iter().map(|edge| edge & mask));
        edges.extend(unmasked.iter().map(|edge| edge | !mask));
        let lowest = mask & mask.wrapping_neg();
        let highest = 1u64 << 63 >> mask.leading_zeros().min(63);
        for flip in [lowest, highest, mask, lowest << 1, highest >> 1] {
            edges.extend([value ^ flip, !value ^ flip]);
        }
    }
    edges
}
