//! Whether conditions over registers can hold together, by example.
//!
//! Of each register only so much matters as its comparisons tell apart. First each register for
//! itself: which of its comparisons hold together, and for which value ([`outcomes`]). Then one such
//! outcome is chosen for each register, and given up as soon as the conditions cannot hold any more.

use crate::model::{Compare, Comparison, Condition, Width};
use std::collections::BTreeMap;

/// States followed for one register; each comparison under a mask that is undecided at once can
/// double them, and what people write stays far below.
const MOST_STATES: usize = 1 << 14;
/// Outcomes tried.
const MOST_TRIES: usize = 1 << 16;

/// The search grew beyond its bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Undecided;

/// Registers for which all conditions hold, if there are any. Registers nothing is said of are 0.
pub(crate) fn solve(conditions: &[&Condition]) -> Result<Option<[u64; 6]>, Undecided> {
    let mut tree = Tree::default();
    tree.roots = conditions.iter().map(|condition| tree.add(condition, true)).collect();
    let mut registers = Vec::new();
    for number in 0..6 {
        let own = |leaf: &&Leaf| usize::from(leaf.comparison.arg) == number;
        if tree.leaves.iter().any(|leaf| own(&leaf)) {
            let places = tree.leaves.iter().enumerate().filter(|(_, leaf)| own(leaf)).map(|(at, _)| at);
            let own: Vec<Leaf> = tree.leaves.iter().filter(own).copied().collect();
            registers.push((number, places.collect::<Vec<_>>(), outcomes(&own)?));
        }
    }
    let mut args = [0; 6];
    let mut known = vec![None; tree.leaves.len()];
    let mut tries = 0;
    let found = tree.search(&registers, &mut known, &mut args, &mut tries)?;
    Ok(found.then_some(args))
}

/// A comparison, and whether nothing can hold without it.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Leaf {
    comparison: Comparison,
    required: bool,
}

#[derive(Debug)]
enum Node {
    Leaf(usize),
    All(Vec<Node>),
    Any(Vec<Node>),
}

/// The conditions, equal comparisons counted once.
#[derive(Debug, Default)]
struct Tree {
    leaves: Vec<Leaf>,
    roots: Vec<Node>,
}

/// A value of a register, and which of its comparisons hold for it.
type Outcome = (u64, Vec<bool>);
/// A register, where its comparisons stand among the leaves, and what they can come to.
type Register = (usize, Vec<usize>, Vec<Outcome>);

impl Tree {
    fn add(&mut self, condition: &Condition, required: bool) -> Node {
        match condition {
            Condition::Is(comparison) => {
                let known = self.leaves.iter().position(|leaf| leaf.comparison == *comparison);
                let at = known.unwrap_or(self.leaves.len());
                if at == self.leaves.len() {
                    self.leaves.push(Leaf { comparison: *comparison, required });
                }
                self.leaves[at].required |= required;
                Node::Leaf(at)
            }
            Condition::All(parts) => Node::All(parts.iter().map(|part| self.add(part, required)).collect()),
            Condition::Any(parts) => Node::Any(parts.iter().map(|part| self.add(part, false)).collect()),
        }
    }

    /// Chooses an outcome for each of these registers. Smaller values come first: the smallest
    /// example is the one a person reads best.
    fn search(
        &self,
        registers: &[Register],
        known: &mut [Option<bool>],
        args: &mut [u64; 6],
        tries: &mut usize,
    ) -> Result<bool, Undecided> {
        *tries += 1;
        if *tries > MOST_TRIES {
            return Err(Undecided);
        }
        match all(&self.roots, known) {
            Some(false) => return Ok(false),
            Some(true) => return Ok(true),
            None => {}
        }
        let Some(((number, places, outcomes), rest)) = registers.split_first() else { return Ok(false) };
        for (value, holding) in outcomes {
            for (place, holds) in places.iter().zip(holding) {
                known[*place] = Some(*holds);
            }
            args[*number] = *value;
            if self.search(rest, known, args, tries)? {
                return Ok(true);
            }
        }
        for place in places {
            known[*place] = None;
        }
        args[*number] = 0;
        Ok(false)
    }
}

/// Whether a node holds, as far as is known.
fn holds(node: &Node, known: &[Option<bool>]) -> Option<bool> {
    match node {
        Node::Leaf(at) => known[*at],
        Node::All(parts) => all(parts, known),
        Node::Any(parts) => {
            let mut open = false;
            for part in parts {
                match holds(part, known) {
                    Some(true) => return Some(true),
                    Some(false) => {}
                    None => open = true,
                }
            }
            if open { None } else { Some(false) }
        }
    }
}

fn all(parts: &[Node], known: &[Option<bool>]) -> Option<bool> {
    let mut open = false;
    for part in parts {
        match holds(part, known) {
            Some(false) => return Some(false),
            Some(true) => {}
            None => open = true,
        }
    }
    if open { None } else { Some(true) }
}

/// What the comparisons of one register can come to together, each outcome with its smallest value,
/// by value. Where a required comparison fails, nothing is of interest.
fn outcomes(leaves: &[Leaf]) -> Result<Vec<Outcome>, Undecided> {
    let values = match edges(leaves) {
        Some(values) => values,
        None => by_bits(leaves)?,
    };
    let mut found: BTreeMap<Vec<bool>, u64> = BTreeMap::new();
    for value in values {
        let holding: Vec<bool> = leaves.iter().map(|leaf| leaf.comparison.holds(&[value; 6])).collect();
        if leaves.iter().zip(&holding).all(|(leaf, holds)| *holds || !leaf.required) {
            let known = found.entry(holding).or_insert(value);
            *known = value.min(*known);
        }
    }
    let mut outcomes: Vec<Outcome> = found.into_iter().map(|(holding, value)| (value, holding)).collect();
    outcomes.sort();
    Ok(outcomes)
}

/// Where comparisons turn that look at upper bits of a number only, or at all of it: every multiple of
/// the lowest bit they look at is on one side. `None`: some look at others.
fn edges(leaves: &[Leaf]) -> Option<Vec<u64>> {
    const LOW: u64 = u32::MAX as u64;
    let looked_at = |comparison: &Comparison| match comparison.width {
        Width::W32 => comparison.mask.unwrap_or(LOW) & LOW,
        Width::W64 => comparison.mask.unwrap_or(u64::MAX),
    };
    let is_low = |leaf: &Leaf| looked_at(&leaf.comparison) <= LOW;
    let ones = if leaves.iter().all(is_low) { LOW } else { u64::MAX };
    // The signs, wherever the comparisons see one.
    let mut values = vec![0, 1 << 31, (ones >> 1) + 1];
    for Leaf { comparison, .. } in leaves {
        let mask = looked_at(comparison);
        let step = mask & mask.wrapping_neg();
        if mask != ones & step.wrapping_neg()
            || comparison.signed && comparison.width == Width::W32 && ones != LOW
        {
            return None;
        }
        let at = comparison.value & mask;
        values.extend([at, at.wrapping_add(step) & ones]);
    }
    Some(values)
}

/// How the bits seen so far compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    Equal,
    Less,
    Greater,
}

/// A register decided bit by bit from the top. Of each comparison only one thing matters of the bits
/// seen so far: whether they already make the (masked) register less or greater than the value, or
/// leave both equal. States that agree in that are one state.
fn by_bits(leaves: &[Leaf]) -> Result<Vec<u64>, Undecided> {
    let mut states: BTreeMap<Vec<Order>, u64> = BTreeMap::new();
    states.insert(vec![Order::Equal; leaves.len()], 0);
    for bit in (0..64).rev() {
        let mut next: BTreeMap<Vec<Order>, u64> = BTreeMap::new();
        for (state, value) in &states {
            for choice in [0, 1] {
                let mut reached = state.clone();
                let mut alive = true;
                for (order, leaf) in reached.iter_mut().zip(leaves) {
                    *order = step(*order, &leaf.comparison, bit, choice);
                    alive &= !(leaf.required && hopeless(*order, leaf.comparison.op));
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
    Ok(states.into_values().collect())
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

#[cfg(test)]
mod tests {
    use super::solve;
    use crate::model::{Compare, Comparison, Condition, Width};
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

    fn any_condition() -> impl Strategy<Value = Condition> {
        let leaf = (0_u8..3, any_comparison()).prop_map(|(arg, one)| Comparison { arg, ..one }.into());
        leaf.prop_recursive(3, 12, 3, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Condition::All),
                prop::collection::vec(inner.clone(), 0..4).prop_map(Condition::Any),
                inner.prop_map(|one| one.negated()),
            ]
        })
    }

    fn candidates() -> Vec<u64> {
        let mut candidates = Vec::new();
        for high in [0_u64, 1 << 63, 1 << 32, (1 << 63) | (1 << 32), u64::MAX << 32] {
            for middle in [0_u64, 1 << 31, 0x7fff_fff0, 0xffff_fff0] {
                candidates.extend((0..16).map(|low| high | middle | low));
            }
        }
        candidates
    }

    proptest! {
        #[test]
        fn agrees_with_trying(comparisons in prop::collection::vec(any_comparison(), 1..5)) {
            let condition = Condition::from(comparisons);
            match solve(&[&condition]).unwrap() {
                Some(args) => prop_assert!(condition.holds(&args), "{args:x?} {condition:?}"),
                None => {
                    let found = candidates().into_iter().find(|value| condition.holds(&[*value; 6]));
                    prop_assert_eq!(found, None, "{:?}", condition);
                }
            }
        }

        #[test]
        fn trees_agree_with_trying(one in any_condition(), other in any_condition(), tries in prop::collection::vec(any::<[prop::sample::Index; 3]>(), 200)) {
            let candidates = candidates();
            match solve(&[&one, &other]).unwrap() {
                Some(args) => prop_assert!(one.holds(&args) && other.holds(&args), "{args:x?}"),
                None => for picks in tries {
                    let [a, b, c] = picks.map(|pick| *pick.get(&candidates));
                    let args = [a, b, c, 0, 0, 0];
                    prop_assert!(!(one.holds(&args) && other.holds(&args)), "{args:x?}");
                },
            }
        }

        #[test]
        fn negation_is_exact(condition in any_condition(), picks in any::<[prop::sample::Index; 3]>()) {
            let [a, b, c] = picks.map(|pick| *pick.get(&candidates()));
            let args = [a, b, c, 0, 0, 0];
            prop_assert_eq!(condition.holds(&args), !condition.negated().holds(&args));
            prop_assert_eq!(solve(&[&condition, &condition.negated()]).unwrap(), None);
        }
    }

    #[test]
    fn masks_and_ranges_together() {
        let one = |mask, op, value| {
            Condition::from(Comparison { arg: 0, width: Width::W32, signed: false, mask, op, value })
        };
        let (even, above_4) = (one(Some(1), Compare::Eq, 0), one(None, Compare::Gt, 4));
        assert_eq!(solve(&[&even, &above_4]).unwrap().unwrap()[0], 6);
        assert_eq!(solve(&[&one(Some(4), Compare::Eq, 1)]).unwrap(), None);
        assert_eq!(solve(&[]).unwrap(), Some([0; 6]));
        assert_eq!(solve(&[&Condition::NEVER]).unwrap(), None);
    }

    /// What a profile has of `!=` for hundreds of values, and of ranges.
    #[test]
    fn many_masks() {
        let is = |mask: u64, value: u64| {
            Condition::Is(Comparison {
                arg: 0,
                width: Width::W64,
                signed: false,
                mask: Some(mask),
                op: Compare::Eq,
                value,
            })
        };
        let apart = (0..64).map(|n| is(u64::MAX << n, (0x4d ^ 1 << n) & u64::MAX << n));
        let differs = Condition::any(apart);
        let equal = is(u64::MAX, 77);
        assert_eq!(solve(&[&differs, &equal]).unwrap(), None);
        assert_eq!(solve(&[&differs.negated(), &equal.negated()]).unwrap(), None);
        let lower = Condition::any(
            (0..32).map(|n| is(0xffff_ffff & u64::MAX << n, (0x4d ^ 1 << n) & 0xffff_ffff & u64::MAX << n)),
        );
        let low = |op| {
            Condition::Is(Comparison { arg: 0, width: Width::W32, signed: true, mask: None, op, value: 77 })
        };
        assert_eq!(solve(&[&lower, &low(Compare::Eq)]).unwrap(), None);
        assert_eq!(solve(&[&lower.negated(), &low(Compare::Ne)]).unwrap(), None);
    }

    /// Sets of hundreds of values are compared in no time.
    #[test]
    fn long_sets() {
        let set = |first: u64| {
            Condition::any((0..256).map(|n| {
                let value = first + 2 * n;
                let op = Compare::Eq;
                Comparison { arg: 2, width: Width::W64, signed: true, mask: None, op, value }.into()
            }))
        };
        assert_eq!(solve(&[&set(0), &set(1)]).unwrap(), None);
        assert_eq!(solve(&[&set(0), &set(510)]).unwrap().unwrap()[2], 510);
        assert_eq!(solve(&[&set(0).negated(), &set(0)]).unwrap(), None);
    }
}
