//! A value for every number of 32 bits, as few intervals as there are changes.

/// The map: each entry's number starts an interval that reaches to the next entry; the first is 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Numbers<T> {
    starts: Vec<(u32, T)>,
}

impl<T: Copy + Eq> Numbers<T> {
    pub(crate) fn all(value: T) -> Numbers<T> {
        Numbers { starts: vec![(0, value)] }
    }

    /// The place of the interval that a number is in.
    fn place(&self, number: u32) -> usize {
        self.starts.partition_point(|(start, _)| *start <= number) - 1
    }

    pub(crate) fn get(&self, number: u32) -> T {
        self.starts[self.place(number)].1
    }

    /// Sets first to last, both included.
    pub(crate) fn set(&mut self, first: u32, last: u32, value: T) {
        let (from, to) = (self.place(first), self.place(last));
        let (before, after) = (self.starts[from], self.starts[to]);
        let left = (before.0 < first).then_some(before);
        let right =
            last.checked_add(1).filter(|next| self.starts.get(to + 1).is_none_or(|(start, _)| start != next));
        let new = left.into_iter().chain([(first, value)]).chain(right.map(|next| (next, after.1)));
        self.starts.splice(from..=to, new);
    }

    /// Replaces the values of first to last, both included; up to the first error.
    pub(crate) fn change_within<E>(
        &mut self,
        first: u32,
        last: u32,
        mut change: impl FnMut(T) -> Result<T, E>,
    ) -> Result<(), E> {
        let places = self.place(first)..=self.place(last);
        let parts: Vec<(u32, T)> = self.starts[places].to_vec();
        let ends = parts.iter().skip(1).map(|(next, _)| next - 1).chain([last]);
        for ((start, value), end) in parts.iter().zip(ends) {
            self.set((*start).max(first), end, change(*value)?);
        }
        Ok(())
    }

    /// Replaces the values.
    pub(crate) fn change(&mut self, mut change: impl FnMut(T) -> T) {
        for (_, value) in &mut self.starts {
            *value = change(*value);
        }
    }

    /// The intervals' starts and values, ascending, neighbours different.
    pub(crate) fn intervals(&self) -> Vec<(u32, T)> {
        let mut intervals: Vec<(u32, T)> = Vec::with_capacity(self.starts.len());
        for (start, value) in &self.starts {
            if intervals.last().is_none_or(|(_, last)| last != value) {
                intervals.push((*start, *value));
            }
        }
        intervals
    }
}

#[cfg(test)]
mod tests {
    use super::Numbers;

    #[test]
    fn sets_and_merges() {
        let mut numbers = Numbers::all('a');
        numbers.set(5, 5, 'b');
        numbers.set(6, 9, 'b');
        numbers.set(0x4000_0000, 0x7fff_ffff, 'x');
        numbers.set(u32::MAX, u32::MAX, 'z');
        assert_eq!(
            numbers.intervals(),
            [(0, 'a'), (5, 'b'), (10, 'a'), (0x4000_0000, 'x'), (0x8000_0000, 'a'), (u32::MAX, 'z')]
        );
        numbers.set(3, 7, 'c');
        assert_eq!(numbers.get(2), 'a');
        assert_eq!(numbers.get(7), 'c');
        assert_eq!(numbers.get(8), 'b');
        numbers.set(0, u32::MAX, 'a');
        assert_eq!(numbers.intervals(), [(0, 'a')]);
    }

    #[test]
    fn agrees_with_a_list() {
        // Every pair of intervals among the first and the last numbers.
        let edges = [0, 1, 2, 3, u32::MAX - 1, u32::MAX];
        for first in edges {
            for last in edges.into_iter().filter(|last| *last >= first) {
                for from in edges {
                    for to in edges.into_iter().filter(|to| *to >= from) {
                        let mut numbers = Numbers::all(0);
                        numbers.set(first, last, 1);
                        numbers.set(from, to, 2);
                        for n in edges {
                            let expected = match n {
                                n if (from..=to).contains(&n) => 2,
                                n if (first..=last).contains(&n) => 1,
                                _ => 0,
                            };
                            assert_eq!(numbers.get(n), expected, "{first} {last} {from} {to} {n}");
                        }
                        assert!(numbers.intervals().is_sorted_by_key(|(start, _)| *start));
                    }
                }
            }
        }
    }
}
