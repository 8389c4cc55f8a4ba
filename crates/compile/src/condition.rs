//! Conditions over 64-bit arguments as tests of 32-bit words.

use crate::graph::{Graph, NodeId};
use crate::table::{Place, Table};
use crate::word::{Operand, Relation, Word};
use callgate_abi::Endian;
use callgate_policy::model::{Compare, Comparison, Condition, Width};

/// What tests are made in.
pub(crate) trait Tests {
    /// Where a test leads.
    type At: Copy + PartialEq;
    /// A test that leads to `yes` or to `no`.
    fn test(&mut self, operand: Operand, relation: Relation, k: u32, yes: Self::At, no: Self::At)
    -> Self::At;
}

impl Tests for Graph {
    type At = NodeId;
    fn test(&mut self, operand: Operand, relation: Relation, k: u32, yes: NodeId, no: NodeId) -> NodeId {
        Graph::test(self, operand, relation, k, yes, no)
    }
}

impl Tests for Table {
    type At = Place;
    fn test(&mut self, operand: Operand, relation: Relation, k: u32, yes: Place, no: Place) -> Place {
        Table::test(self, operand, relation, k, yes, no)
    }
}

/// The condition holds: `yes`; else `no`.
pub(crate) fn decide<T: Tests>(
    graph: &mut T,
    endian: Endian,
    when: &Condition,
    yes: T::At,
    no: T::At,
) -> T::At {
    match when {
        Condition::Is(comparison) => compare(graph, endian, comparison, yes, no),
        Condition::All(parts) => {
            parts.iter().rev().fold(yes, |yes, part| decide(graph, endian, part, yes, no))
        }
        Condition::Any(parts) => parts.iter().rev().fold(no, |no, part| decide(graph, endian, part, yes, no)),
    }
}

/// All comparisons hold: `yes`; else `no`.
pub(crate) fn all<T: Tests>(
    graph: &mut T,
    endian: Endian,
    when: &[Comparison],
    yes: T::At,
    no: T::At,
) -> T::At {
    when.iter().rev().fold(yes, |yes, comparison| compare(graph, endian, comparison, yes, no))
}

/// One comparison. May emit tests of the argument's two words.
pub(crate) fn compare<T: Tests>(
    graph: &mut T,
    endian: Endian,
    comparison: &Comparison,
    yes: T::At,
    no: T::At,
) -> T::At {
    let (low, high) = halves(endian, comparison.arg, comparison.mask.unwrap_or(u64::MAX));
    let Comparison { width, signed, value, .. } = *comparison;
    // !=, <= and < are ==, > and >= the other way round; > is >= of the next number, if there is one.
    let (op, yes, no) = match comparison.op {
        Compare::Eq => (Compare::Eq, yes, no),
        Compare::Ne => (Compare::Eq, no, yes),
        Compare::Ge => (Compare::Ge, yes, no),
        Compare::Lt => (Compare::Ge, no, yes),
        Compare::Gt => (Compare::Gt, yes, no),
        Compare::Le => (Compare::Gt, no, yes),
    };
    let value = if width == Width::W32 { value & u64::from(u32::MAX) } else { value };
    let value = match (op, width, signed) {
        (Compare::Gt, Width::W32, false) if value == u64::from(u32::MAX) => return no,
        (Compare::Gt, Width::W32, true) if value == i32::MAX as u64 => return no,
        (Compare::Gt, Width::W64, false) if value == u64::MAX => return no,
        (Compare::Gt, Width::W64, true) if value == i64::MAX as u64 => return no,
        (Compare::Gt, ..) => value.wrapping_add(1),
        _ => value,
    };
    let (value_high, value_low) = ((value >> 32) as u32, value as u32);
    match (width, op) {
        (Width::W32, Compare::Eq) => graph.test(low, Relation::Is, value_low, yes, no),
        (Width::W32, _) => at_least(graph, low, value_low, signed, yes, no),
        (Width::W64, Compare::Eq) => {
            let rest = graph.test(low, Relation::Is, value_low, yes, no);
            graph.test(high, Relation::Is, value_high, rest, no)
        }
        (Width::W64, _) => {
            let rest = graph.test(low, Relation::AtLeast, value_low, yes, no);
            if rest == yes {
                return at_least(graph, high, value_high, signed, yes, no);
            }
            let same = graph.test(high, Relation::Is, value_high, rest, no);
            let greatest = if signed { i32::MAX as u32 } else { u32::MAX };
            if value_high == greatest {
                return same;
            }
            at_least(graph, high, value_high.wrapping_add(1), signed, yes, same)
        }
    }
}

/// The words of an argument with the low and the high half of its value.
fn halves(endian: Endian, arg: u8, mask: u64) -> (Operand, Operand) {
    let (low, high) = Word::halves(endian, arg);
    (Operand { word: low, mask: mask as u32 }, Operand { word: high, mask: (mask >> 32) as u32 })
}

/// `operand >= value`, as 32-bit numbers.
fn at_least<T: Tests>(
    graph: &mut T,
    operand: Operand,
    value: u32,
    signed: bool,
    yes: T::At,
    no: T::At,
) -> T::At {
    const SIGN: u32 = 1 << 31;
    let above = |graph: &mut T| graph.test(operand, Relation::AtLeast, value, yes, no);
    if !signed {
        return above(graph);
    }
    // Negative numbers are the upper half of the unsigned ones.
    let (negative, positive) = if value & SIGN == 0 { (no, above(graph)) } else { (above(graph), yes) };
    graph.test(operand, Relation::HasBit, SIGN, negative, positive)
}
