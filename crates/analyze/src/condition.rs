//! From a set of inputs back to comparisons of arguments, as short as they can be said.

use crate::diagram::{Bounded, Diagrams, Known, Ref, walk};
use callgate_abi::Endian;
use callgate_policy::model::Compare;

/// What a filter can look at beside architecture and number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Register {
    /// An argument, 0 to 5.
    Argument(u8),
    /// The address of the instruction after the call.
    InstructionPointer,
}

/// The part of a 64-bit register that is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// All 64 bits.
    Whole,
    /// The lower 32.
    Low,
    /// The upper 32.
    High,
}

/// One comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Test {
    /// Of what.
    pub register: Register,
    /// How much of it.
    pub part: Part,
    /// AND-ed first.
    pub mask: Option<u64>,
    /// Whether an order is that of signed numbers of the part's width.
    pub signed: bool,
    /// How.
    pub op: Compare,
    /// With what.
    pub value: u64,
}

/// Alternatives, each of which asks for all its tests. No alternative: never; an alternative without
/// tests: always.
pub type Cases = Vec<Vec<Test>>;

/// Intervals, cubes and alternatives beyond which a set is not said in words.
const MOST: usize = 96;
/// Masks in one set beyond which nobody reads them.
const MOST_MASKS: usize = 16;
/// What two tests cost: nothing shorter is looked for.
const SHORT: usize = 8;
/// Neighbouring values that are rather listed than called an interval, where they are names.
const FEW: u64 = 8;

/// How the registers are best spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Style {
    /// Where an argument's low half lies.
    pub(crate) endian: Endian,
    /// Arguments that are numbers for something rather than bits: a mask of them says nothing.
    pub(crate) enumerated: [bool; 6],
    /// In which order arguments may be compared.
    pub(crate) orders: [Order; 6],
}

/// The orders of a word's values that may be spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// Whichever is shorter.
    Any,
    /// As unsigned numbers.
    Unsigned,
    /// The lower half as signed numbers.
    Signed32,
    /// All of it as signed numbers, a half as unsigned ones.
    Signed64,
}

/// The alternatives under which a condition on registers holds; `None` when there are too many to say.
pub(crate) fn cases(d: &mut Diagrams, condition: Ref, style: Style) -> Bounded<Option<Cases>> {
    d.bounded(usize::MAX / 2, 400_000, |d| told(d, condition, style)).or(Ok(None))
}

fn told(d: &mut Diagrams, condition: Ref, style: Style) -> Bounded<Option<Cases>> {
    match condition {
        Ref::TRUE => return Ok(Some(vec![Vec::new()])),
        Ref::FALSE => return Ok(Some(Vec::new())),
        _ => {}
    }
    let Some(register) = (0..=walk::IP).find(|n| {
        let first = walk::register(*n);
        d.looks_at(condition, first..first + 64)
    }) else {
        return Ok(None);
    };
    let end = walk::register(register) + 64;
    let exits: Vec<Ref> = d.exits(condition, end).into_iter().filter(|exit| *exit != Ref::FALSE).collect();
    let mut all: Cases = Vec::new();
    for exit in &exits {
        // Values for which more may hold lose nothing by being asked for less.
        let mut wider = Vec::new();
        for other in &exits {
            let both = d.and(*exit, *other)?;
            if both == *exit {
                wider.push(*other);
            }
        }
        let exact = d.leading_to(condition, end, *exit)?;
        let relaxed = d.leading_to_any(condition, end, &wider)?;
        let mut here = set(d, exact, register, style)?;
        if relaxed != exact && here.as_ref().is_none_or(|here| cost(here, style) > SHORT) {
            let other = set(d, relaxed, register, style)?;
            here = shorter(here, other, style);
        }
        let (Some(here), Some(below)) = (here, told(d, *exit, style)?) else { return Ok(None) };
        all.extend(product(&here, &below));
        if all.len() > MOST {
            return Ok(None);
        }
    }
    Ok(Some(all))
}

fn product(left: &Cases, right: &Cases) -> Cases {
    let pairs = left.iter().flat_map(|l| right.iter().map(move |r| (l, r)));
    pairs.take(MOST + 1).map(|(l, r)| l.iter().chain(r).copied().collect()).collect()
}

fn shorter(left: Option<Cases>, right: Option<Cases>, style: Style) -> Option<Cases> {
    [left, right].into_iter().flatten().min_by_key(|cases| cost(cases, style))
}

fn cost(cases: &Cases, style: Style) -> usize {
    let mut listed = false;
    let mut total = 0;
    for case in cases {
        // Single values are said in one list.
        let single = matches!(&case[..], [test] if test.op == Compare::Eq && test.mask.is_none());
        total += if single && listed {
            1
        } else {
            2 + case.iter().map(|test| cost_of(test, style)).sum::<usize>()
        };
        listed |= single;
    }
    total
}

fn cost_of(test: &Test, style: Style) -> usize {
    let enumerated = match test.register {
        Register::Argument(n) => style.enumerated.get(usize::from(n)).copied().unwrap_or(false),
        Register::InstructionPointer => false,
    };
    match (test.part, test.mask) {
        (_, None) => 2,
        (_, Some(_)) if enumerated => 9,
        // Two tests in one: better said apart.
        (Part::Whole, Some(mask)) if mask >> 32 == u64::from(u32::MAX) => 7,
        (_, Some(_)) => 3,
    }
}

/// The alternatives for one register.
fn set(d: &mut Diagrams, set: Ref, register: u32, style: Style) -> Bounded<Option<Cases>> {
    let first = walk::register(register);
    let set = match style.endian {
        Endian::Little => set,
        Endian::Big => swapped(d, set, first)?,
    };
    let name = match register {
        walk::IP => Register::InstructionPointer,
        n => Register::Argument(n as u8),
    };
    let (high, low) = (d.looks_at(set, first..first + 32), d.looks_at(set, first + 32..first + 64));
    match (high, low) {
        (false, _) => {
            field(d, set, &Field { register: name, part: Part::Low, level: first + 32, bits: 32, style })
        }
        (true, false) => {
            field(d, set, &Field { register: name, part: Part::High, level: first, bits: 32, style })
        }
        (true, true) => {
            let whole = Field { register: name, part: Part::Whole, level: first, bits: 64, style };
            let whole = field(d, set, &whole)?;
            if whole.as_ref().is_some_and(|whole| cost(whole, style) <= SHORT) {
                return Ok(whole);
            }
            let halves = halves(d, set, name, first, style)?;
            Ok(shorter(whole, halves, style))
        }
    }
}

/// The alternatives, upper and lower half apart.
fn halves(
    d: &mut Diagrams,
    set: Ref,
    register: Register,
    first: u32,
    style: Style,
) -> Bounded<Option<Cases>> {
    let mut all = Cases::new();
    for below in d.exits(set, first + 32) {
        if below == Ref::FALSE {
            continue;
        }
        let above = d.leading_to(set, first + 32, below)?;
        let high = field(d, above, &Field { register, part: Part::High, level: first, bits: 32, style })?;
        let low = field(d, below, &Field { register, part: Part::Low, level: first + 32, bits: 32, style })?;
        let (Some(high), Some(low)) = (high, low) else { return Ok(None) };
        all.extend(product(&high, &low));
        if all.len() > MOST {
            return Ok(None);
        }
    }
    Ok(Some(all))
}

/// A set of a register's values with its words in the other order.
pub(crate) fn swapped(d: &mut Diagrams, set: Ref, first: u32) -> Bounded<Ref> {
    let mut all = Ref::FALSE;
    for below in d.exits(set, first + 32) {
        let above = d.leading_to(set, first + 32, below)?;
        let above = d.shifted(above, 32, &mut Known::default())?;
        let below = d.shifted(below, -32, &mut Known::default())?;
        let both = d.and(above, below)?;
        all = d.or(all, both)?;
    }
    Ok(all)
}

/// Some bits of a register.
struct Field {
    register: Register,
    part: Part,
    level: u32,
    bits: u32,
    style: Style,
}

impl Field {
    fn shorter(&self, left: Option<Cases>, right: Option<Cases>) -> Option<Cases> {
        shorter(left, right, self.style)
    }

    fn is_short(&self, cases: Option<&Cases>) -> bool {
        cases.is_some_and(|cases| cost(cases, self.style) <= SHORT)
    }

    fn enumerated(&self) -> bool {
        matches!(self.register, Register::Argument(n) if self.style.enumerated[usize::from(n)])
    }

    /// Whether unsigned and signed order may be spoken of.
    fn orders(&self) -> (bool, bool) {
        let order = match self.register {
            Register::Argument(n) => self.style.orders[usize::from(n)],
            Register::InstructionPointer => Order::Any,
        };
        match (order, self.part) {
            (Order::Any, _) => (true, true),
            (Order::Signed32, Part::Low) | (Order::Signed64, Part::Whole) => (false, true),
            _ => (true, false),
        }
    }

    fn ones(&self) -> u64 {
        u64::MAX >> (64 - self.bits)
    }

    fn test(&self, op: Compare, value: u64) -> Test {
        Test { register: self.register, part: self.part, mask: None, signed: false, op, value }
    }

    fn signed(&self, op: Compare, value: u64) -> Test {
        Test { signed: true, ..self.test(op, value) }
    }

    fn cube(&self, op: Compare, cube: &[(u32, bool)]) -> Test {
        let (mut mask, mut value) = (0, 0);
        for (level, bit) in cube {
            let place = 1 << (self.level + self.bits - 1 - level);
            mask |= place;
            value |= if *bit { place } else { 0 };
        }
        Test { mask: (mask != self.ones()).then_some(mask), ..self.test(op, value) }
    }

    /// A number with the sign's bit turned over, which makes signed order unsigned order.
    fn turned(&self, value: u64) -> u64 {
        value ^ (1 << (self.bits - 1))
    }
}

/// The shortest of several ways to say a set of values.
fn field(d: &mut Diagrams, set: Ref, field: &Field) -> Bounded<Option<Cases>> {
    if set == Ref::TRUE {
        return Ok(Some(vec![Vec::new()]));
    }
    let mut best = None;
    if let Some(intervals) = d.intervals(set, field.level, field.bits, 2 * MOST) {
        let inside = intervals.iter().filter(|interval| interval.to == Ref::TRUE);
        let inside: Vec<(u64, u64)> = inside.map(|interval| (interval.first, interval.last)).collect();
        let (unsigned, signed) = field.orders();
        if unsigned {
            best = field.shorter(best, Some(ordered(field, &inside)));
        }
        if signed {
            best = field.shorter(best, Some(ordered_signed(field, &inside)));
        }
        let outside: Vec<_> = intervals.iter().filter(|interval| interval.to == Ref::FALSE).collect();
        if outside.iter().all(|interval| interval.last - interval.first < FEW) {
            let values = outside.iter().flat_map(|interval| interval.first..=interval.last);
            let tests: Vec<Test> = values.map(|value| field.test(Compare::Ne, value)).collect();
            best = field.shorter(best, Some(vec![tests]));
        }
    }
    if field.is_short(best.as_ref()) {
        return Ok(best);
    }
    let not = d.not(set)?;
    // As masks.
    if let Ok(cubes) = d.cubes(set, set, MOST_MASKS) {
        best =
            field.shorter(best, Some(cubes.iter().map(|cube| vec![field.cube(Compare::Eq, cube)]).collect()));
        // What all have in common, without some.
        let common: Vec<(u32, bool)> = cubes.first().map_or_else(Vec::new, |first| {
            first.iter().copied().filter(|bit| cubes.iter().all(|cube| cube.contains(bit))).collect()
        });
        if !common.is_empty() {
            let mut hull = Ref::TRUE;
            for (level, bit) in &common {
                let here = d.bit(*level)?;
                let here = if *bit { here } else { d.not(here)? };
                hull = d.and(hull, here)?;
            }
            let least = d.and(hull, not)?;
            if let Ok(without) = d.cubes(least, not, MOST_MASKS) {
                let mut tests = vec![field.cube(Compare::Eq, &common)];
                tests.extend(without.iter().map(|cube| field.cube(Compare::Ne, cube)));
                best = field.shorter(best, Some(vec![tests]));
            }
        }
    }
    if !field.is_short(best.as_ref())
        && let Ok(without) = d.cubes(not, not, MOST_MASKS)
    {
        let tests = without.iter().map(|cube| field.cube(Compare::Ne, cube)).collect();
        best = field.shorter(best, Some(vec![tests]));
    }
    Ok(best.filter(|cases| cases.len() <= MOST))
}

fn ordered(field: &Field, intervals: &[(u64, u64)]) -> Cases {
    let case = |&(first, last): &(u64, u64)| match (first, last) {
        (0, last) => vec![field.test(Compare::Le, last)],
        (first, last) if last == field.ones() => vec![field.test(Compare::Ge, first)],
        (first, last) => vec![field.test(Compare::Ge, first), field.test(Compare::Le, last)],
    };
    let mut cases = Cases::new();
    for interval in intervals {
        let (first, last) = *interval;
        if first == last || field.enumerated() && last - first < FEW {
            cases.extend((first..=last).map(|value| vec![field.test(Compare::Eq, value)]));
        } else {
            cases.push(case(interval));
        }
    }
    cases
}

fn ordered_signed(field: &Field, intervals: &[(u64, u64)]) -> Cases {
    let sign = 1 << (field.bits - 1);
    // Cut at the sign, turn, and join again at 0.
    let mut turned: Vec<(u64, u64)> = Vec::new();
    for &(first, last) in intervals {
        if first < sign && last >= sign {
            turned.push((field.turned(first), field.turned(sign - 1)));
            turned.push((field.turned(sign), field.turned(last)));
        } else {
            turned.push((field.turned(first), field.turned(last)));
        }
    }
    turned.sort_unstable();
    let mut joined: Vec<(u64, u64)> = Vec::new();
    for (first, last) in turned {
        match joined.last_mut() {
            Some(previous) if previous.1.checked_add(1) == Some(first) => previous.1 = last,
            _ => joined.push((first, last)),
        }
    }
    let back = |value| field.turned(value);
    let case = |&(first, last): &(u64, u64)| match (first, last) {
        (first, last) if first == last => vec![field.test(Compare::Eq, back(first))],
        (0, last) => vec![field.signed(Compare::Le, back(last))],
        (first, last) if last == field.ones() => vec![field.signed(Compare::Ge, back(first))],
        (first, last) => {
            vec![field.signed(Compare::Ge, back(first)), field.signed(Compare::Le, back(last))]
        }
    };
    joined.iter().map(case).collect()
}
