//! Whether comparisons of registers can hold together, by example.
//!
//! A register is decided bit by bit from the top. Of each comparison only one thing matters of the
//! bits seen so far: whether they already make the (masked) register less or greater than the value,
//! or leave both equal. States that agree in that are one state.

use crate::model::{Compare, Comparison, Width};
use std::collections::BTreeMap;

/// States followed for one register; each comparison that is undecided at once can double them, and
/// what people write stays far below.
const MOST_STATES: usize = 1 << 14;

/// The search grew beyond its bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Undecided;

/// Registers for which all comparisons hold, if there are any. Registers nothing is said of are 0.
pub(crate) fn solve(comparisons: &[Comparison]) -> Result<Option<[u64; 6]>, Undecided> {
    let mut args = [0; 6];
    for (number, register) in args.iter_mut().enumerate() {
        let own: Vec<&Comparison> =
            comparisons.iter().filter(|comparison| usize::from(comparison.arg) == number).collect();
        if own.is_empty() {
            continue;
        }
        match solve_register(&own)? {
            Some(value) => *register = value,
            None => return Ok(None),
        }
    }
    Ok(Some(args))
}

/// How the bits seen so far compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    Equal,
    Less,
    Greater,
}

fn solve_register(comparisons: &[&Comparison]) -> Result<Option<u64>, Undecided> {
    let mut states: BTreeMap<Vec<Order>, u64> = BTreeMap::new();
    states.insert(vec![Order::Equal; comparisons.len()], 0);
    for bit in (0..64).rev() {
        let mut next: BTreeMap<Vec<Order>, u64> = BTreeMap::new();
        for (state, value) in &states {
            // Zero first: the smallest example is the one a person reads best.
            for choice in [0, 1] {
                let mut reached = state.clone();
                let mut alive = true;
                for (order, comparison) in reached.iter_mut().zip(comparisons) {
                    *order = step(*order, comparison, bit, choice);
                    alive &= !hopeless(*order, comparison.op);
                }
                if alive {
                    let value = value | (choice << bit);
                    let known = next.entry(reached).or_insert(value);
                    *known = value.min(*known);
                }
            }
        }
        if next.len() > MOST_STATES {
            return Err(Undecided);
        }
        states = next;
    }
    let holds =
        |state: &Vec<Order>| state.iter().zip(comparisons).all(|(order, one)| accepts(*order, one.op));
    Ok(states.iter().filter(|(state, _)| holds(state)).map(|(_, value)| *value).min())
}

fn step(order: Order, comparison: &Comparison, bit: u32, choice: u64) -> Order {
    let top = match comparison.width {
        Width::W32 => 31,
        Width::W64 => 63,
    };
    if order != Order::Equal || bit > top {
        return order;
    }
    let mask = comparison.mask.map_or(1, |mask| (mask >> bit) & 1);
    let (mut found, mut value) = (choice & mask, (comparison.value >> bit) & 1);
    if comparison.signed && bit == top {
        // A set sign bit makes a number the smaller one.
        (found, value) = (found ^ 1, value ^ 1);
    }
    match found.cmp(&value) {
        std::cmp::Ordering::Less => Order::Less,
        std::cmp::Ordering::Equal => Order::Equal,
        std::cmp::Ordering::Greater => Order::Greater,
    }
}

/// Whether no further bits can make it hold.
fn hopeless(order: Order, op: Compare) -> bool {
    order != Order::Equal && !accepts(order, op)
}

fn accepts(order: Order, op: Compare) -> bool {
    match op {
        Compare::Eq => order == Order::Equal,
        Compare::Ne => order != Order::Equal,
        Compare::Lt => order == Order::Less,
        Compare::Le => order != Order::Greater,
        Compare::Gt => order == Order::Greater,
        Compare::Ge => order != Order::Less,
    }
}

/// The comparison that holds exactly where this one does not.
pub(crate) fn negated(comparison: &Comparison) -> Comparison {
    let op = match comparison.op {
        Compare::Eq => Compare::Ne,
        Compare::Ne => Compare::Eq,
        Compare::Lt => Compare::Ge,
        Compare::Le => Compare::Gt,
        Compare::Gt => Compare::Le,
        Compare::Ge => Compare::Lt,
    };
    Comparison { op, ..*comparison }
}

#[cfg(test)]
mod tests {
    use super::solve;
    use crate::model::{Compare, Comparison, Width};
    use proptest::prelude::*;

    fn any_comparison() -> impl Strategy<Value = Comparison> {
        let op = prop_oneof![
            Just(Compare::Eq),
            Just(Compare::Ne),
            Just(Compare::Lt),
            Just(Compare::Le),
            Just(Compare::Gt),
            Just(Compare::Ge)
        ];
        // Values of few bits, some at the sign of either width, so that edges meet.
        let value = (0_u64..8, prop_oneof![Just(0_u64), Just(1 << 31), Just(1 << 63), Just(1 << 32)]);
        let value = value.prop_map(|(low, high)| low | high).boxed();
        (prop::bool::ANY, prop::bool::ANY, prop::option::of(value.clone()), op, value).prop_map(
            |(wide, signed, mask, op, value)| {
                let width = if wide { Width::W64 } else { Width::W32 };
                let ones = if wide { u64::MAX } else { u64::from(u32::MAX) };
                Comparison { arg: 1, width, signed, mask, op, value: value & ones }
            },
        )
    }

    proptest! {
        #[test]
        fn agrees_with_trying(comparisons in prop::collection::vec(any_comparison(), 1..5)) {
            let mut candidates = Vec::new();
            for high in [0_u64, 1 << 63, 1 << 32, (1 << 63) | (1 << 32), u64::MAX << 32] {
                for middle in [0_u64, 1 << 31, 0x7fff_fff0, 0xffff_fff0] {
                    candidates.extend((0..16).map(|low| high | middle | low));
                }
            }
            let holds = |value: u64| comparisons.iter().all(|one| one.holds(&[0, value, 0, 0, 0, 0]));
            match solve(&comparisons).unwrap() {
                Some(args) => prop_assert!(holds(args[1]), "{args:x?} {comparisons:?}"),
                None => prop_assert!(!candidates.into_iter().any(holds), "{comparisons:?}"),
            }
        }
    }

    #[test]
    fn masks_and_ranges_together() {
        let one = |mask, op, value| Comparison { arg: 0, width: Width::W32, signed: false, mask, op, value };
        let even_above_4 = [one(Some(1), Compare::Eq, 0), one(None, Compare::Gt, 4)];
        assert_eq!(solve(&even_above_4).unwrap().unwrap()[0], 6);
        assert_eq!(solve(&[one(Some(4), Compare::Eq, 1)]).unwrap(), None);
    }
}
