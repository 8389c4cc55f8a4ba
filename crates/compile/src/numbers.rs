//! A value for every number of 32 bits, as few intervals as there are changes.

use std::collections::BTreeMap;

/// The map: each key starts an interval that reaches to the next key; the first key is 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Numbers<T> {
    starts: BTreeMap<u32, T>,
}

impl<T: Copy + Eq> Numbers<T> {
    pub(crate) fn all(value: T) -> Numbers<T> {
        Numbers { starts: BTreeMap::from([(0, value)]) }
    }

    pub(crate) fn get(&self, number: u32) -> T {
        let (_, value) = self.starts.range(..=number).next_back().expect("0 starts an interval");
        *value
    }

    /// Sets first to last, both included.
    pub(crate) fn set(&mut self, first: u32, last: u32, value: T) {
        if let Some(next) = last.checked_add(1) {
            let after = self.get(last);
            self.starts.entry(next).or_insert(after);
        }
        let inside: Vec<u32> = self.starts.range(first..=last).map(|(start, _)| *start).collect();
        for start in inside {
            self.starts.remove(&start);
        }
        self.starts.insert(first, value);
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
}
