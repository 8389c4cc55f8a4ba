//! Which of many conditions can hold together with one, as far as a value that they want says it.

use crate::model::{Compare, Comparison, Condition};
use std::collections::HashMap;

/// Conditions by the value that they want of one register, the one that most of them fix.
pub(super) struct Beside {
    register: u8,
    wanted: HashMap<u32, Vec<usize>>,
    others: Vec<usize>,
    count: usize,
}

impl Beside {
    /// Of these conditions, each named by its place.
    pub(super) fn new<'c>(conditions: impl Iterator<Item = &'c Condition> + Clone) -> Beside {
        let fixing = |register: &u8| {
            conditions.clone().filter(|condition| wants(condition, *register).is_some()).count()
        };
        let register = (0..6).max_by_key(fixing).unwrap_or(0);
        let mut beside = Beside { register, wanted: HashMap::new(), others: Vec::new(), count: 0 };
        for condition in conditions {
            match wants(condition, register) {
                Some(value) => beside.wanted.entry(value).or_default().push(beside.count),
                None => beside.others.push(beside.count),
            }
            beside.count += 1;
        }
        beside
    }

    /// The places of those that may hold together with this one, ascending; those that cannot may be among them.
    pub(super) fn of(&self, condition: &Condition) -> Vec<usize> {
        let Some(value) = wants(condition, self.register) else { return (0..self.count).collect() };
        let equal = self.wanted.get(&value).map_or(&[][..], Vec::as_slice);
        let mut places = [equal, &self.others].concat();
        places.sort_unstable();
        places
    }
}

/// The lower half of the only value of a register for which a condition can hold, if it says so at once.
fn wants(condition: &Condition, register: u8) -> Option<u32> {
    let of = |comparison: &Comparison| {
        let whole = comparison.mask.is_none_or(|mask| mask & u64::from(u32::MAX) == u64::from(u32::MAX));
        (comparison.arg == register && comparison.op == Compare::Eq && whole)
            .then_some(comparison.value as u32)
    };
    match condition {
        Condition::Is(comparison) => of(comparison),
        Condition::All(parts) => parts.iter().find_map(|part| wants(part, register)),
        Condition::Any(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Beside;
    use crate::model::{Compare, Comparison, Condition, Width};

    fn is(arg: u8, value: u64) -> Condition {
        Condition::Is(Comparison {
            arg,
            width: Width::W64,
            signed: false,
            mask: None,
            op: Compare::Eq,
            value,
        })
    }

    #[test]
    fn who_wants_another_value_is_not_beside() {
        let of = [
            is(0, 1),
            Condition::All(vec![is(1, 7), is(0, 2)]),
            Condition::Any(vec![is(0, 1), is(0, 3)]),
            is(0, 1),
            is(0, 0x1_0000_0001),
            is(1, 2),
        ];
        let beside = Beside::new(of.iter());
        assert_eq!(beside.of(&is(0, 1)), [0, 2, 3, 4, 5], "upper halves are not looked at");
        assert_eq!(beside.of(&of[1]), [1, 2, 5]);
        assert_eq!(beside.of(&of[2]), [0, 1, 2, 3, 4, 5]);
        assert_eq!(beside.of(&is(0, 9)), [2, 5]);
    }
}
