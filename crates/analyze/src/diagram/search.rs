//! Regions of a diagram: where it leads to what, and a call that does.

use super::table::{Known, Seen};
use super::{Bounded, Diagrams, Exhausted, Leaf, Ref};
use callgate_abi::Action;

/// Levels and the bits that they must have.
pub(crate) type Cube = Vec<(u32, bool)>;

impl Diagrams {
    /// The diagrams below `level` that paths lead to, in the order of the numbers that lead there.
    pub(crate) fn exits(&self, from: Ref, level: u32) -> Vec<Ref> {
        let (mut exits, mut seen) = (Vec::new(), Seen::default());
        let mut pending = vec![from];
        while let Some(at) = pending.pop() {
            if !seen.insert(at) {
                continue;
            }
            if self.level(at) >= level {
                exits.push(at);
            } else {
                let node = self.nodes[at.0 as usize];
                pending.extend([node.high, node.low]);
            }
        }
        exits
    }

    /// How many nodes a diagram has; [`Exhausted`] when it has more than `most`.
    pub(crate) fn size(&self, from: Ref, most: usize) -> Bounded<usize> {
        let (mut seen, mut pending) = (Seen::default(), vec![from]);
        while let Some(at) = pending.pop() {
            if at.is_leaf() || !seen.insert(at) {
                continue;
            }
            if seen.len() > most {
                return Err(Exhausted);
            }
            let node = self.nodes[at.0 as usize];
            pending.extend([node.low, node.high]);
        }
        Ok(seen.len())
    }

    /// The leaves of a diagram.
    pub(crate) fn leaves_of(&self, from: Ref) -> Vec<(Ref, Leaf)> {
        let exits = self.exits(from, u32::MAX);
        exits.into_iter().filter_map(|at| Some((at, self.leaf_of(at)?))).collect()
    }

    /// Whether some path takes a node at a level of this range.
    pub(crate) fn looks_at(&self, from: Ref, levels: std::ops::Range<u32>) -> bool {
        let mut seen = Seen::default();
        let mut pending = vec![from];
        while let Some(at) = pending.pop() {
            if at.is_leaf() || self.level(at) >= levels.end || !seen.insert(at) {
                continue;
            }
            if levels.contains(&self.level(at)) {
                return true;
            }
            let node = self.nodes[at.0 as usize];
            pending.extend([node.low, node.high]);
        }
        false
    }

    /// The condition under which paths through the levels above `level` lead to `exit`.
    pub(crate) fn leading_to(&mut self, from: Ref, level: u32, exit: Ref) -> Bounded<Ref> {
        self.gather(from, level, &mut Known::default(), &|at| at == exit)
    }

    /// The condition under which paths through the levels above `level` lead to one of `exits`.
    pub(crate) fn leading_to_any(&mut self, from: Ref, level: u32, exits: &[Ref]) -> Bounded<Ref> {
        self.gather(from, level, &mut Known::default(), &|at| exits.contains(&at))
    }

    fn gather(
        &mut self,
        at: Ref,
        level: u32,
        known: &mut Known<Ref>,
        wanted: &impl Fn(Ref) -> bool,
    ) -> Bounded<Ref> {
        if self.level(at) >= level {
            return Ok(if wanted(at) { Ref::TRUE } else { Ref::FALSE });
        }
        if let Some(found) = known.get(&at) {
            return Ok(*found);
        }
        self.step()?;
        let node = self.nodes[at.0 as usize];
        let low = self.gather(node.low, level, known, wanted)?;
        let high = self.gather(node.high, level, known, wanted)?;
        let result = self.node(node.level, low, high)?;
        known.insert(at, result);
        Ok(result)
    }

    /// A filter's answers, with the number of the filter.
    pub(crate) fn of_filter(&mut self, at: Ref, filter: u16, known: &mut Known<Ref>) -> Bounded<Ref> {
        if let Some(leaf) = self.leaf_of(at) {
            let Leaf::Ret(ret) = leaf else { return Ok(at) };
            // Nothing is weaker than to allow, so nobody decides it.
            let allows = ret & Action::ACTION_FULL == Action::Allow.to_ret();
            return Ok(self.leaf(if allows {
                Leaf::By(Action::Allow.to_ret(), Leaf::NONE)
            } else {
                Leaf::By(ret, filter)
            }));
        }
        if let Some(found) = known.get(&at) {
            return Ok(*found);
        }
        self.step()?;
        let node = self.nodes[at.0 as usize];
        let low = self.of_filter(node.low, filter, known)?;
        let high = self.of_filter(node.high, filter, known)?;
        let result = self.node(node.level, low, high)?;
        known.insert(at, result);
        Ok(result)
    }

    /// The diagram of the inputs whose bits at these levels are 0.
    pub(crate) fn with_zero(
        &mut self,
        at: Ref,
        zero: &impl Fn(u32) -> bool,
        known: &mut Known<Ref>,
    ) -> Bounded<Ref> {
        if at.is_leaf() {
            return Ok(at);
        }
        if let Some(found) = known.get(&at) {
            return Ok(*found);
        }
        self.step()?;
        let node = self.nodes[at.0 as usize];
        let low = self.with_zero(node.low, zero, known)?;
        let result = if zero(node.level) {
            low
        } else {
            let high = self.with_zero(node.high, zero, known)?;
            self.node(node.level, low, high)?
        };
        known.insert(at, result);
        Ok(result)
    }

    /// The condition that this one holds for some value of the bits at these levels.
    pub(crate) fn exists(
        &mut self,
        at: Ref,
        over: &impl Fn(u32) -> bool,
        known: &mut Known<Ref>,
    ) -> Bounded<Ref> {
        if at.is_leaf() {
            return Ok(at);
        }
        if let Some(found) = known.get(&at) {
            return Ok(*found);
        }
        self.step()?;
        let node = self.nodes[at.0 as usize];
        let low = self.exists(node.low, over, known)?;
        let high = self.exists(node.high, over, known)?;
        let result = if over(node.level) { self.or(low, high)? } else { self.node(node.level, low, high)? };
        known.insert(at, result);
        Ok(result)
    }

    /// The same condition on other bits: levels are moved by `by`, which keeps their order.
    pub(crate) fn shifted(&mut self, at: Ref, by: i32, known: &mut Known<Ref>) -> Bounded<Ref> {
        if at.is_leaf() || by == 0 {
            return Ok(at);
        }
        if let Some(found) = known.get(&at) {
            return Ok(*found);
        }
        let node = self.nodes[at.0 as usize];
        let low = self.shifted(node.low, by, known)?;
        let high = self.shifted(node.high, by, known)?;
        let result = self.node(node.level.wrapping_add_signed(by), low, high)?;
        known.insert(at, result);
        Ok(result)
    }

    /// Follows the bits of a word of `levels` levels that begins at `level`.
    pub(crate) fn follow(&self, from: Ref, level: u32, levels: u32, word: u64) -> Ref {
        let mut at = from;
        while !at.is_leaf() {
            let node = self.nodes[at.0 as usize];
            if node.level >= level + levels {
                break;
            }
            let bit = levels - 1 - (node.level - level);
            at = if word >> bit & 1 == 0 { node.low } else { node.high };
        }
        at
    }

    /// The smallest input under which a condition holds, levels first to last, as the levels whose
    /// bits are 1; `None` if it never holds.
    pub(crate) fn first_path(&self, condition: Ref) -> Option<Vec<u32>> {
        let mut ones = Vec::new();
        let mut at = condition;
        while !at.is_leaf() {
            let node = self.nodes[at.0 as usize];
            if node.low == Ref::FALSE {
                ones.push(node.level);
                at = node.high;
            } else {
                at = node.low;
            }
        }
        (at == Ref::TRUE).then_some(ones)
    }

    /// An input under which a condition holds, another for every seed: levels that do not matter are
    /// chosen too.
    pub(crate) fn some_path(&self, condition: Ref, seed: u64) -> Option<Vec<u32>> {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut toss = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            // Few ones among some seeds' bits: small numbers are what filters ask for.
            state.is_multiple_of(1 + seed % 7)
        };
        let mut ones = Vec::new();
        let mut at = condition;
        for level in 0..512 {
            let one = toss();
            if self.level(at) != level {
                ones.extend(one.then_some(level));
                continue;
            }
            let node = self.nodes[at.0 as usize];
            let one = node.low == Ref::FALSE || one && node.high != Ref::FALSE;
            ones.extend(one.then_some(level));
            at = if one { node.high } else { node.low };
        }
        (at == Ref::TRUE).then_some(ones)
    }

    /// The intervals of a word of 32 or 64 levels beginning at `level`, ascending, with the diagram
    /// that each leads to; neighbours differ. `None` when there are more than `most`.
    pub(crate) fn intervals(&self, from: Ref, level: u32, levels: u32, most: usize) -> Option<Vec<Interval>> {
        let mut found: Vec<Interval> = Vec::new();
        // (diagram, levels left, first number)
        let mut pending = vec![(from, levels, 0u64)];
        while let Some((at, left, first)) = pending.pop() {
            let here = level + levels - left;
            if self.level(at) >= level + levels {
                let last = first | low_bits(left);
                if let Some(previous) = found.last_mut().filter(|previous| previous.to == at) {
                    previous.last = last;
                } else if found.len() == most {
                    return None;
                } else {
                    found.push(Interval { first, last, to: at });
                }
                continue;
            }
            // A bit that is not looked at doubles what follows: bounded by `most`, since both halves
            // have two intervals at least.
            let (low, high) = self.split(at, here);
            pending.push((high, left - 1, first | 1 << (left - 1)));
            pending.push((low, left - 1, first));
        }
        Some(found)
    }

    /// The size of a set of words of `levels` levels beginning at `level`.
    pub(crate) fn count(&self, set: Ref, level: u32, levels: u32) -> u128 {
        fn below(diagrams: &Diagrams, at: Ref, end: u32, known: &mut Known<u128>) -> (u128, u32) {
            if at == Ref::FALSE {
                return (0, end);
            }
            if at.is_leaf() || diagrams.level(at) >= end {
                return (1, end);
            }
            let node = diagrams.nodes[at.0 as usize];
            if let Some(known) = known.get(&at) {
                return (*known, node.level);
            }
            let mut total = 0;
            for side in [node.low, node.high] {
                let (count, level) = below(diagrams, side, end, known);
                total += count << (level - node.level - 1);
            }
            known.insert(at, total);
            (total, node.level)
        }
        let (count, first) = below(self, set, level + levels, &mut Known::default());
        count << (first - level)
    }

    /// The part of all inputs, 0 to 1, under which a condition holds; for ordering only.
    pub(crate) fn fraction(&self, condition: Ref, known: &mut Known<f64>) -> f64 {
        if condition.is_leaf() {
            return if condition == Ref::TRUE { 1.0 } else { 0.0 };
        }
        if let Some(found) = known.get(&condition) {
            return *found;
        }
        let node = self.nodes[condition.0 as usize];
        let fraction = f64::midpoint(self.fraction(node.low, known), self.fraction(node.high, known));
        known.insert(condition, fraction);
        fraction
    }

    /// Few cubes that together are a set between two bounds: each is the levels it asks for, and
    /// their bits (Minato and Morreale's irredundant sums of products). [`Exhausted`] when there
    /// are more than `most`.
    pub(crate) fn cubes(&mut self, least: Ref, largest: Ref, most: usize) -> Bounded<Vec<Cube>> {
        let (_, cubes) = self.cover(least, largest, most)?;
        Ok(cubes)
    }

    fn cover(&mut self, least: Ref, largest: Ref, most: usize) -> Bounded<(Ref, Vec<Cube>)> {
        if least == Ref::FALSE {
            return Ok((Ref::FALSE, Vec::new()));
        }
        if largest == Ref::TRUE {
            return Ok((Ref::TRUE, vec![Vec::new()]));
        }
        self.step()?;
        let level = self.level(least).min(self.level(largest));
        let ((l0, l1), (u0, u1)) = (self.split(least, level), self.split(largest, level));
        let mut cubes = Vec::new();
        // What needs the bit to be 0, and to be 1.
        let not_u1 = self.not(u1)?;
        let only0 = self.and(l0, not_u1)?;
        let (covered0, with0) = self.cover(only0, u0, most)?;
        let not_u0 = self.not(u0)?;
        let only1 = self.and(l1, not_u0)?;
        let (covered1, with1) = self.cover(only1, u1, most)?;
        for (bit, with) in [(false, with0), (true, with1)] {
            cubes.extend(with.into_iter().map(|mut cube| {
                cube.push((level, bit));
                cube
            }));
        }
        // The rest, whatever the bit is.
        let (not0, not1) = (self.not(covered0)?, self.not(covered1)?);
        let (rest0, rest1) = (self.and(l0, not0)?, self.and(l1, not1)?);
        let rest = self.or(rest0, rest1)?;
        let both = self.and(u0, u1)?;
        let (covered, without) = self.cover(rest, both, most)?;
        cubes.extend(without);
        if cubes.len() > most {
            return Err(Exhausted);
        }
        let (low, high) = (self.or(covered0, covered)?, self.or(covered1, covered)?);
        Ok((self.node(level, low, high)?, cubes))
    }
}

/// Numbers from first to last that lead to the same diagram.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Interval {
    pub(crate) first: u64,
    pub(crate) last: u64,
    pub(crate) to: Ref,
}

fn low_bits(count: u32) -> u64 {
    if count == 0 { 0 } else { u64::MAX >> (64 - count) }
}
