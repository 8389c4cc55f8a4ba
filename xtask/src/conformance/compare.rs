//! What came of the things that a suite tries, natively and supervised.

use std::collections::{BTreeMap, BTreeSet};

/// Of each name everything that came of it, in whichever round.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Outcomes(BTreeMap<String, BTreeSet<String>>);

/// A name of which something else came supervised than ever natively.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Difference {
    pub(super) name: String,
    pub(super) native: String,
    pub(super) supervised: String,
}

impl Outcomes {
    /// The lines of a driver: a name, a tab, what came of it. What comes of one name several times is one outcome.
    pub(super) fn of(text: &str) -> Outcomes {
        let mut lines: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for line in text.lines() {
            let (name, outcome) = line.split_once('\t').unwrap_or((line, ""));
            // The first word names a test, what follows describes a part of it.
            let (test, part) = name.split_at(name.find(' ').unwrap_or(name.len()));
            lines.entry(test.to_owned() + &steady(part)).or_default().push(steady(outcome));
        }
        let joined = |mut outcomes: Vec<String>| {
            outcomes.sort();
            BTreeSet::from([outcomes.join("; ")])
        };
        Outcomes(lines.into_iter().map(|(name, outcomes)| (name, joined(outcomes))).collect())
    }

    /// Notes one outcome more.
    pub(super) fn add(&mut self, name: &str, outcome: String) {
        self.0.entry(name.to_owned()).or_default().insert(outcome);
    }

    /// What another round gave.
    pub(super) fn merge(&mut self, other: Outcomes) {
        for (name, outcomes) in other.0 {
            self.0.entry(name).or_default().extend(outcomes);
        }
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// What `supervised` gave and this never did.
    pub(super) fn differences(&self, supervised: &Outcomes) -> Vec<Difference> {
        let nothing = BTreeSet::from(["nothing".to_owned()]);
        let names: BTreeSet<&String> = self.0.keys().chain(supervised.0.keys()).collect();
        let differing = names.into_iter().filter_map(|name| {
            let native = self.0.get(name).unwrap_or(&nothing);
            let other = supervised.0.get(name).unwrap_or(&nothing);
            let words = |outcomes: &BTreeSet<String>| {
                outcomes.iter().map(String::as_str).collect::<Vec<_>>().join(" | ")
            };
            (!other.is_subset(native)).then(|| Difference {
                name: name.clone(),
                native: words(native),
                supervised: words(other),
            })
        });
        differing.collect()
    }
}

/// Without what differs from run to run: numbers above 9 (pids, ports, times, addresses) and made-up names.
fn steady(text: &str) -> String {
    let mut steady = String::with_capacity(text.len());
    for word in text.split_inclusive(|c: char| !c.is_ascii_alphanumeric() && c != '_') {
        let end = word.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(word.len());
        let (body, rest) = word.split_at(end);
        let digits = body.bytes().filter(u8::is_ascii_digit).count();
        let number = digits > 1 && body.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'x');
        let made_up = body.starts_with("tmp") && body.len() == 11;
        steady.push_str(if number || made_up { "#" } else { body });
        steady.push_str(rest);
    }
    steady
}

#[cfg(test)]
mod tests {
    use super::Outcomes;

    fn differing(native: &str, supervised: &str) -> Vec<String> {
        let differences = Outcomes::of(native).differences(&Outcomes::of(supervised));
        differences
            .into_iter()
            .map(|one| format!("{}: {}, {}", one.name, one.native, one.supervised))
            .collect()
    }

    #[test]
    fn what_supervised_alone_gave() {
        assert!(differing("a\tok\nb\tfailed", "b\tfailed\na\tok").is_empty());
        assert_eq!(differing("a\tok", "a\tfailed"), ["a: ok, failed"]);
        assert_eq!(differing("a\tok", ""), ["a: ok, nothing"]);
        assert_eq!(differing("", "a\tok"), ["a: nothing, ok"]);
        assert_eq!(differing("a\tok\na\tok", "a\tok"), ["a: ok; ok, ok"], "how often counts too");
    }

    #[test]
    fn what_was_seen_natively_in_some_round_is_no_difference() {
        let mut native = Outcomes::of("a\tok");
        native.merge(Outcomes::of("a\tfailed"));
        assert!(native.differences(&Outcomes::of("a\tfailed")).is_empty());
        assert_eq!(native.differences(&Outcomes::of("a\tskipped")).len(), 1);
    }

    #[test]
    fn numbers_and_made_up_names() {
        assert!(differing("a\tpid 4711 at 0x7f00", "a\tpid 12 at 0x12").is_empty());
        assert!(differing("a\t/tmp/tmpabcd1234/x", "a\t/tmp/tmp_5678zz_/x").is_empty());
        assert_eq!(differing("a\terrno 2", "a\terrno 1").len(), 1);
        assert_eq!(differing("f.12\tok", "f.13\tok").len(), 2, "a test's name");
        assert!(differing("f (pid=12)\tok", "f (pid=13)\tok").is_empty());
    }
}
