//! How often calls are made, so that those which run the filter find their verdict soon.

use callgate_abi::{Abi, Sysno};
use std::borrow::Cow;

/// How often calls are made, in any unit.
///
/// What the kernel allows from its bitmap runs no filter: of the others, the frequent ones are put where few
/// tests lead to them. Weights never change what a filter answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// On every ABI that has a call of this name.
    named: Vec<(Cow<'static, str>, f64)>,
    /// Of one ABI each.
    numbered: Vec<(Sysno, f64)>,
    /// What part of these a call is made that is always refused.
    pub(crate) refused: f64,
}

/// A program that is refused a call learns to do without.
const SELDOM: f64 = 1.0 / 64.0;

impl Default for Weights {
    fn default() -> Self {
        Weights::usual()
    }
}

impl Weights {
    /// How often the calls of common programs are: `facts/frequency.tsv`, which says how it was counted.
    /// Calls that are always refused are taken to be rare.
    pub fn usual() -> Weights {
        let lines = include_str!("../facts/frequency.tsv").lines().filter(|line| !line.starts_with('#'));
        let named = lines.filter_map(|line| {
            let (name, share) = line.split_once('\t')?;
            Some((Cow::Borrowed(name), share.parse::<u32>().ok()?.into()))
        });
        Weights { named: named.collect(), numbered: Vec::new(), refused: SELDOM }
    }

    /// Calls by name, on every ABI that has them. What is negative or no number counts as 0.
    pub fn of_names(named: impl IntoIterator<Item = (String, f64)>) -> Weights {
        let named = named.into_iter().map(|(name, weight)| (Cow::Owned(name), weight));
        Weights { named: named.collect(), numbered: Vec::new(), refused: 1.0 }
    }

    /// Calls of one ABI each, as counted in a run.
    pub fn of_calls(calls: impl IntoIterator<Item = (Sysno, f64)>) -> Weights {
        Weights { named: Vec::new(), numbered: calls.into_iter().collect(), refused: 1.0 }
    }

    /// The numbers of an ABI and how often they come.
    pub(crate) fn on(&self, abi: Abi) -> impl Iterator<Item = (u32, f64)> {
        let sound = |weight: f64| if weight.is_finite() { weight.max(0.0) } else { 0.0 };
        let named = self
            .named
            .iter()
            .filter_map(move |(name, weight)| Some((Sysno::from_name(abi, name)?.nr, sound(*weight))));
        let numbered = self.numbered.iter().filter(move |(sysno, _)| sysno.abi == abi);
        named.chain(numbered.map(move |(sysno, weight)| (sysno.nr, sound(*weight))))
    }
}

#[cfg(test)]
mod tests {
    use super::Weights;
    use callgate_abi::{Abi, Sysno, syscalls};

    #[test]
    fn the_table_is_sound() {
        let usual = Weights::usual();
        assert!(usual.named.len() > 80);
        for (name, weight) in &usual.named {
            assert!(syscalls::exists(name) && *weight > 0.0, "{name}");
        }
        assert!(usual.on(Abi::I386).any(|(nr, _)| nr == 3), "read of i386");
    }

    #[test]
    fn what_is_no_frequency_counts_nothing() {
        let weights = [("read", f64::NAN), ("write", -1.0), ("open", f64::INFINITY), ("close", 2.0)];
        let weights = Weights::of_names(weights.map(|(name, weight)| (name.to_owned(), weight)));
        let counted: Vec<f64> =
            weights.on(Abi::X86_64).map(|(_, weight)| weight).filter(|weight| *weight > 0.0).collect();
        assert_eq!(format!("{counted:?}"), "[2.0]");
        let x32 = Sysno { abi: Abi::X32, nr: 0x4000_0001 };
        assert_eq!(Weights::of_calls([(x32, 1.0)]).on(Abi::X86_64).count(), 0);
    }
}
