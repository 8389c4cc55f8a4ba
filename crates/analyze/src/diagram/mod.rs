//! Decision diagrams over the 512 bits of `struct seccomp_data`.
//!
//! A diagram is an ordered, reduced graph of tests of single bits with answers at its leaves. For a given
//! function there is exactly one diagram, so two functions are equal when their references are, every
//! path of a diagram can be taken, and a call that leads to a leaf is found by walking to it. Whatever
//! a filter does with its words (masks, orders, sums) is exact here; what would take too many nodes
//! ends with [`Exhausted`], never with a wrong answer.

mod search;
mod table;
pub(crate) mod walk;
pub(crate) mod word;

use crate::limits::Reason;
pub(crate) use search::Interval;
use std::collections::HashMap;
use table::{Cache, Unique};
pub(crate) use table::{Known, Mixed};

/// A diagram: a node, or a leaf.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Ref(u32);

impl Ref {
    const LEAF: u32 = 0x8000_0000;
    /// The condition that never holds.
    pub(crate) const FALSE: Ref = Ref(Ref::LEAF);
    /// The condition that always holds.
    pub(crate) const TRUE: Ref = Ref(Ref::LEAF | 1);
    /// The leaf of inputs on which two diagrams agree.
    pub(crate) const SAME: Ref = Ref(Ref::LEAF | 2);

    pub(crate) fn is_leaf(self) -> bool {
        self.0 & Ref::LEAF != 0
    }
}

/// The end of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Leaf {
    /// Of conditions.
    Bool(bool),
    /// Of comparisons: both agree.
    Same,
    /// A filter's return value.
    Ret(u32),
    /// Which return value it is was not decided.
    Unknown(Reason),
    /// Of comparisons: the two return values.
    Differ(u32, u32),
    /// A stack's return value and the filter it is from, [`Leaf::NONE`] where all allow.
    By(u32, u16),
}

impl Leaf {
    /// No filter, in [`Leaf::By`].
    pub(crate) const NONE: u16 = u16::MAX;
}

/// A test of the bit at `level`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Node {
    level: u32,
    low: Ref,
    high: Ref,
}

/// What two diagrams are combined by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Combine {
    /// The kernel's precedence; the left filter was installed later.
    Stack,
    /// The same of [`Leaf::By`].
    Deciders,
    /// Return values become those that callgate writes for the action the kernel takes; the right
    /// diagram is not looked at.
    Normal,
    /// Whether two answers are the same, as a condition.
    Agree,
    /// Of two normal answers the stricter, the left among equal ones.
    Stricter,
    /// Where two normal diagrams differ.
    Difference,
    /// Where the right one lets a call through that the left one does not.
    Weaker,
}

/// Nodes, steps or memory ran out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Exhausted;

/// What forgetting costs beside the work that was in vain: the cache is lost.
const STEPS_TO_FORGET: u64 = 20_000;

pub(crate) type Bounded<T> = Result<T, Exhausted>;

/// Nodes, and the operations on them.
#[derive(Debug)]
pub(crate) struct Diagrams {
    nodes: Vec<Node>,
    leaves: Vec<Leaf>,
    leaf_numbers: HashMap<Leaf, u32, Mixed>,
    unique: Unique,
    cache: Cache,
    most_nodes: usize,
    steps_left: u64,
}

/// What [`Diagrams::bounded`] goes back to.
struct Mark {
    nodes: usize,
    most_nodes: usize,
    steps_left: u64,
}

impl Diagrams {
    pub(crate) fn new(most_nodes: usize, steps: u64) -> Diagrams {
        let mut diagrams = Diagrams {
            nodes: Vec::new(),
            leaves: Vec::new(),
            leaf_numbers: HashMap::default(),
            unique: Unique::default(),
            cache: Cache::default(),
            most_nodes,
            steps_left: steps,
        };
        for leaf in [Leaf::Bool(false), Leaf::Bool(true), Leaf::Same] {
            diagrams.leaf(leaf);
        }
        diagrams
    }

    /// How many nodes there are, dead ones included.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(crate) fn leaf(&mut self, leaf: Leaf) -> Ref {
        let next = self.leaves.len() as u32;
        let number = *self.leaf_numbers.entry(leaf).or_insert(next);
        if number == next {
            self.leaves.push(leaf);
        }
        Ref(Ref::LEAF | number)
    }

    /// The leaf behind a reference to one.
    pub(crate) fn leaf_of(&self, at: Ref) -> Option<Leaf> {
        at.is_leaf().then(|| self.leaves[(at.0 & !Ref::LEAF) as usize])
    }

    /// The level that a node asks, and where it goes on for 0 and for 1.
    pub(crate) fn branch(&self, at: Ref) -> Option<(u32, Ref, Ref)> {
        let node = self.nodes.get((!at.is_leaf()).then_some(at.0 as usize)?)?;
        Some((node.level, node.low, node.high))
    }

    fn level(&self, at: Ref) -> u32 {
        if at.is_leaf() { u32::MAX } else { self.nodes[at.0 as usize].level }
    }

    /// The two sides of a diagram at a level that is not below its root.
    fn split(&self, at: Ref, level: u32) -> (Ref, Ref) {
        if at.is_leaf() {
            return (at, at);
        }
        let node = self.nodes[at.0 as usize];
        if node.level == level { (node.low, node.high) } else { (at, at) }
    }

    fn node(&mut self, level: u32, low: Ref, high: Ref) -> Bounded<Ref> {
        if low == high {
            return Ok(low);
        }
        let node = Node { level, low, high };
        if let Some(found) = self.unique.find(node, &self.nodes) {
            return Ok(Ref(found));
        }
        if self.nodes.len() >= self.most_nodes {
            return Err(Exhausted);
        }
        let at = self.nodes.len() as u32;
        self.nodes.push(node);
        self.unique.insert(at, &self.nodes);
        Ok(Ref(at))
    }

    fn step(&mut self) -> Bounded<()> {
        self.steps_left = self.steps_left.checked_sub(1).ok_or(Exhausted)?;
        Ok(())
    }

    /// Does something within a part of what is left, and forgets all nodes it made if that was not
    /// enough: one hopeless operation must not take what the others need.
    pub(crate) fn bounded<T>(
        &mut self,
        nodes: usize,
        steps: u64,
        work: impl FnOnce(&mut Diagrams) -> Bounded<T>,
    ) -> Bounded<T> {
        let mark = Mark { nodes: self.nodes.len(), most_nodes: self.most_nodes, steps_left: self.steps_left };
        self.most_nodes = mark.most_nodes.min(mark.nodes + nodes);
        self.steps_left = mark.steps_left.min(steps);
        let allowed = self.steps_left;
        let done = work(self);
        self.most_nodes = mark.most_nodes;
        self.steps_left = mark.steps_left - (allowed - self.steps_left);
        if done.is_err() && self.nodes.len() > mark.nodes {
            while self.nodes.len() > mark.nodes {
                self.unique.remove_last(&self.nodes);
                self.nodes.pop();
            }
            self.cache.clear();
            self.steps_left = self.steps_left.saturating_sub(STEPS_TO_FORGET);
        }
        done
    }

    /// The condition that the bit at this level is 1.
    pub(crate) fn bit(&mut self, level: u32) -> Bounded<Ref> {
        self.node(level, Ref::FALSE, Ref::TRUE)
    }

    /// `then` where the condition holds, `otherwise` elsewhere.
    pub(crate) fn choose(&mut self, condition: Ref, then: Ref, otherwise: Ref) -> Bounded<Ref> {
        if condition == Ref::TRUE || then == otherwise {
            return Ok(then);
        }
        if condition == Ref::FALSE {
            return Ok(otherwise);
        }
        if then == Ref::TRUE && otherwise == Ref::FALSE {
            return Ok(condition);
        }
        let key = [condition.0, then.0, otherwise.0];
        if let Some(found) = self.cache.get(key) {
            return Ok(Ref(found));
        }
        self.step()?;
        let level = self.level(condition).min(self.level(then)).min(self.level(otherwise));
        let ((c0, c1), (t0, t1), (o0, o1)) =
            (self.split(condition, level), self.split(then, level), self.split(otherwise, level));
        let low = self.choose(c0, t0, o0)?;
        let high = self.choose(c1, t1, o1)?;
        let result = self.node(level, low, high)?;
        self.cache.put(key, result.0, self.nodes.len());
        Ok(result)
    }

    pub(crate) fn not(&mut self, a: Ref) -> Bounded<Ref> {
        self.choose(a, Ref::FALSE, Ref::TRUE)
    }

    pub(crate) fn and(&mut self, a: Ref, b: Ref) -> Bounded<Ref> {
        // One order, so that the cache knows both.
        self.choose(a.min(b), a.max(b), Ref::FALSE)
    }

    pub(crate) fn or(&mut self, a: Ref, b: Ref) -> Bounded<Ref> {
        self.choose(a.min(b), Ref::TRUE, a.max(b))
    }

    pub(crate) fn xor(&mut self, a: Ref, b: Ref) -> Bounded<Ref> {
        if a == b {
            return Ok(Ref::FALSE);
        }
        let not_b = self.not(b)?;
        self.choose(a, not_b, b)
    }

    /// Combines two diagrams leaf by leaf.
    pub(crate) fn combine(&mut self, how: Combine, left: Ref, right: Ref) -> Bounded<Ref> {
        if let (Some(a), Some(b)) = (self.leaf_of(left), self.leaf_of(right)) {
            let leaf = how.leaves(a, b);
            return Ok(self.leaf(leaf));
        }
        let key = [Ref::LEAF | how as u32, left.0, right.0];
        if let Some(found) = self.cache.get(key) {
            return Ok(Ref(found));
        }
        self.step()?;
        let level = self.level(left).min(self.level(right));
        let ((l0, l1), (r0, r1)) = (self.split(left, level), self.split(right, level));
        let low = self.combine(how, l0, r0)?;
        let high = self.combine(how, l1, r1)?;
        let result = self.node(level, low, high)?;
        self.cache.put(key, result.0, self.nodes.len());
        Ok(result)
    }
}

#[cfg(test)]
mod tests {
    use super::{Diagrams, Exhausted, Ref};

    #[test]
    fn equal_functions_are_one_diagram() {
        let mut d = Diagrams::new(1000, 1000);
        let (a, b) = (d.bit(3).unwrap(), d.bit(7).unwrap());
        let (not_a, not_b) = (d.not(a).unwrap(), d.not(b).unwrap());
        let neither = d.and(not_a, not_b).unwrap();
        let some = d.or(a, b).unwrap();
        assert_eq!(d.not(some), Ok(neither));
        assert_eq!(d.xor(some, neither), Ok(Ref::TRUE));
    }

    #[test]
    fn what_does_not_fit_is_forgotten() {
        let mut d = Diagrams::new(1000, 1_000_000);
        let before = d.bit(0).unwrap();
        let fails = d.bounded(5, 1_000_000, |d| {
            (1..20).try_fold(before, |all, level| {
                let bit = d.bit(level)?;
                d.xor(all, bit)
            })
        });
        assert_eq!((fails, d.len()), (Err(Exhausted), 1));
        assert_eq!(d.bit(0), Ok(before));
        let bit = d.bit(9).unwrap();
        assert_eq!(d.xor(bit, bit), Ok(Ref::FALSE));
    }
}
