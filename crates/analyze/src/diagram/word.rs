//! Words of 32 bits, each bit a condition on the input: what the machine's registers hold.

use super::table::Mixed;
use super::{Bounded, Diagrams, Ref, walk};
use crate::limits::Reason;
use std::collections::HashMap;
use std::rc::Rc;

/// The bits of a word, the lowest first.
type Bits = [Ref; 32];

/// What a register holds. Equal functions of the input are equal values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Value {
    /// The same for every input.
    Constant(u32),
    /// Index into [`Words`].
    Computed(u32),
    /// Too intricate to follow, and why: any value.
    Unknown(Reason),
}

impl Value {
    /// Why it is not known, if it is not.
    pub(crate) fn unknown(self) -> Option<Reason> {
        match self {
            Value::Unknown(reason) => Some(reason),
            Value::Constant(_) | Value::Computed(_) => None,
        }
    }
}

/// The computed words of one analysis.
#[derive(Debug, Default)]
pub(crate) struct Words {
    known: Vec<Rc<Bits>>,
    numbers: HashMap<Rc<Bits>, u32, Mixed>,
}

/// Jumps' tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Test {
    Equal,
    Greater,
    GreaterOrEqual,
    AnyBit,
}

/// Arithmetic on two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operation {
    Add,
    Subtract,
    Multiply,
    Divide,
    Or,
    And,
    Xor,
    ShiftLeft,
    ShiftRight,
}

impl Words {
    fn bits(&self, value: Value) -> Bits {
        match value {
            Value::Constant(k) => constant(k),
            Value::Computed(at) => *self.known[at as usize],
            Value::Unknown(_) => unreachable!("nothing is worked out of what is not known"),
        }
    }

    fn value(&mut self, bits: &Bits) -> Value {
        let mut word = 0;
        for (n, bit) in bits.iter().enumerate() {
            match *bit {
                Ref::FALSE => {}
                Ref::TRUE => word |= 1 << n,
                _ => return self.computed(bits),
            }
        }
        Value::Constant(word)
    }

    fn computed(&mut self, bits: &Bits) -> Value {
        if let Some(at) = self.numbers.get(bits) {
            return Value::Computed(*at);
        }
        let at = self.known.len() as u32;
        let bits = Rc::new(*bits);
        self.known.push(Rc::clone(&bits));
        self.numbers.insert(bits, at);
        Value::Computed(at)
    }

    /// The word of the data at byte 4 × `index`.
    pub(crate) fn load(&mut self, d: &mut Diagrams, index: u32) -> Bounded<Value> {
        let mut bits = constant(0);
        for (bit, level) in bits.iter_mut().rev().zip(walk::word(index)..) {
            *bit = d.bit(level)?;
        }
        Ok(self.value(&bits))
    }

    /// The bits of a value that are not constant, and the value with 0 for them.
    pub(crate) fn parts(&self, value: Value) -> (u32, Vec<(u32, Ref)>) {
        let (mut fixed, mut open) = (0, Vec::new());
        for (n, bit) in self.bits(value).into_iter().enumerate() {
            match bit {
                Ref::FALSE => {}
                Ref::TRUE => fixed |= 1 << n,
                bit => open.push((n as u32, bit)),
            }
        }
        (fixed, open)
    }

    pub(crate) fn test(&mut self, d: &mut Diagrams, test: Test, left: Value, right: Value) -> Bounded<Ref> {
        let (a, b) = (self.bits(left), self.bits(right));
        let both = a.into_iter().zip(b);
        match test {
            Test::Equal => both.into_iter().try_fold(Ref::TRUE, |rest, (a, b)| {
                let differ = d.xor(a, b)?;
                d.choose(differ, Ref::FALSE, rest)
            }),
            Test::AnyBit => both.into_iter().try_fold(Ref::FALSE, |rest, (a, b)| {
                let set = d.and(a, b)?;
                d.or(set, rest)
            }),
            Test::Greater => greater(d, &a, &b, Ref::FALSE),
            Test::GreaterOrEqual => greater(d, &a, &b, Ref::TRUE),
        }
    }

    /// A = −A.
    pub(crate) fn negate(&mut self, d: &mut Diagrams, value: Value) -> Bounded<Value> {
        self.compute(d, Operation::Subtract, Value::Constant(0), value)
    }

    /// Division is by what is not 0: the machine ends before it divides by that.
    pub(crate) fn compute(
        &mut self,
        d: &mut Diagrams,
        operation: Operation,
        left: Value,
        right: Value,
    ) -> Bounded<Value> {
        if let (Value::Constant(a), Value::Constant(b)) = (left, right) {
            return Ok(Value::Constant(match operation {
                Operation::Add => a.wrapping_add(b),
                Operation::Subtract => a.wrapping_sub(b),
                Operation::Multiply => a.wrapping_mul(b),
                Operation::Divide => a.checked_div(b).unwrap_or(0),
                Operation::Or => a | b,
                Operation::And => a & b,
                Operation::Xor => a ^ b,
                Operation::ShiftLeft => a.wrapping_shl(b),
                Operation::ShiftRight => a.wrapping_shr(b),
            }));
        }
        let (a, b) = (self.bits(left), self.bits(right));
        let bits = match operation {
            Operation::And => bitwise(d, &a, &b, Diagrams::and)?,
            Operation::Or => bitwise(d, &a, &b, Diagrams::or)?,
            Operation::Xor => bitwise(d, &a, &b, Diagrams::xor)?,
            Operation::Add => add(d, &a, &b, Ref::FALSE)?,
            Operation::Subtract => subtract(d, &a, &b)?,
            Operation::Multiply => multiply(d, &a, &b)?,
            Operation::Divide => divide(d, &a, &b)?,
            Operation::ShiftLeft => shift(d, &a, &b, shifted_left)?,
            Operation::ShiftRight => shift(d, &a, &b, shifted_right)?,
        };
        Ok(self.value(&bits))
    }
}

fn constant(k: u32) -> Bits {
    std::array::from_fn(|n| if k >> n & 1 == 0 { Ref::FALSE } else { Ref::TRUE })
}

fn bitwise(
    d: &mut Diagrams,
    a: &Bits,
    b: &Bits,
    mut operation: impl FnMut(&mut Diagrams, Ref, Ref) -> Bounded<Ref>,
) -> Bounded<Bits> {
    let mut bits = *a;
    for (bit, other) in bits.iter_mut().zip(b) {
        *bit = operation(d, *bit, *other)?;
    }
    Ok(bits)
}

/// a > b, or what `equal` says where they are equal.
fn greater(d: &mut Diagrams, a: &Bits, b: &Bits, equal: Ref) -> Bounded<Ref> {
    a.iter().zip(b).try_fold(equal, |rest, (a, b)| {
        let if_one = d.choose(*b, rest, Ref::TRUE)?;
        let if_zero = d.choose(*b, Ref::FALSE, rest)?;
        d.choose(*a, if_one, if_zero)
    })
}

fn add(d: &mut Diagrams, a: &Bits, b: &Bits, mut carry: Ref) -> Bounded<Bits> {
    let mut sum = *a;
    for (a, b) in sum.iter_mut().zip(b) {
        let half = d.xor(*a, *b)?;
        let next = d.choose(half, carry, *a)?;
        *a = d.xor(half, carry)?;
        carry = next;
    }
    Ok(sum)
}

fn subtract(d: &mut Diagrams, a: &Bits, b: &Bits) -> Bounded<Bits> {
    let mut inverse = *b;
    for bit in &mut inverse {
        *bit = d.not(*bit)?;
    }
    add(d, a, &inverse, Ref::TRUE)
}

fn multiply(d: &mut Diagrams, a: &Bits, b: &Bits) -> Bounded<Bits> {
    // Fewer sums when the constant bits choose them.
    let constants = |bits: &Bits| bits.iter().filter(|bit| bit.is_leaf()).count();
    let (a, b) = if constants(a) > constants(b) { (b, a) } else { (a, b) };
    let mut product = constant(0);
    for (n, chosen) in b.iter().enumerate().filter(|(_, chosen)| **chosen != Ref::FALSE) {
        let mut row = shifted_left(a, n);
        for bit in &mut row {
            *bit = d.and(*bit, *chosen)?;
        }
        product = add(d, &product, &row, Ref::FALSE)?;
    }
    Ok(product)
}

/// Long division, the highest bit first.
fn divide(d: &mut Diagrams, a: &Bits, b: &Bits) -> Bounded<Bits> {
    let (mut quotient, mut rest) = (constant(0), constant(0));
    for n in (0..32).rev() {
        let overflow = rest[31];
        rest = shifted_left(&rest, 1);
        rest[0] = a[n];
        let fits = greater(d, &rest, b, Ref::TRUE)?;
        let fits = d.or(fits, overflow)?;
        quotient[n] = fits;
        let less = subtract(d, &rest, b)?;
        for (bit, less) in rest.iter_mut().zip(less) {
            *bit = d.choose(fits, less, *bit)?;
        }
    }
    Ok(quotient)
}

/// The kernel looks at the low five bits of the distance.
fn shift(
    d: &mut Diagrams,
    a: &Bits,
    distance: &Bits,
    shifted: impl Fn(&Bits, usize) -> Bits,
) -> Bounded<Bits> {
    let mut bits = *a;
    for (n, by) in distance[..5].iter().enumerate() {
        let further = shifted(&bits, 1 << n);
        for (bit, further) in bits.iter_mut().zip(further) {
            *bit = d.choose(*by, further, *bit)?;
        }
    }
    Ok(bits)
}

fn shifted_left(bits: &Bits, by: usize) -> Bits {
    std::array::from_fn(|n| if n < by { Ref::FALSE } else { bits[n - by] })
}

fn shifted_right(bits: &Bits, by: usize) -> Bits {
    std::array::from_fn(|n| bits.get(n + by).copied().unwrap_or(Ref::FALSE))
}
