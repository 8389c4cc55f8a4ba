//! `use`: the union of what several texts say.

use crate::diagnostic::{Place, quoted};
use crate::load::findings::{Findings, Spot};
use crate::load::part::{Part, Setting, Settings};
use crate::model::DefaultDecision;
use callgate_abi::Action;
use callgate_abi::suggest::nearest;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// An entry: its part, and its place in the part.
pub(crate) type EntryRef = (usize, usize);

/// What a text and all it uses say together.
#[derive(Debug, Default)]
pub(crate) struct Merged {
    pub(crate) settings: Settings,
    /// Own entries first; an entry reached on several ways once.
    pub(crate) entries: Vec<EntryRef>,
    /// The parts reached.
    pub(crate) parts: BTreeSet<usize>,
}

/// One text that is used, and the ids left out of it.
pub(crate) struct Included {
    pub(crate) part: usize,
    /// Each with its place, if it stands in a text.
    pub(crate) without: Vec<(String, Option<Spot>)>,
}

/// Merges parts; each part's own result is computed once.
pub(crate) struct Merger<'p> {
    parts: &'p [Part],
    done: BTreeMap<usize, Rc<Merged>>,
}

impl<'p> Merger<'p> {
    pub(crate) fn new(parts: &'p [Part]) -> Merger<'p> {
        Merger { parts, done: BTreeMap::new() }
    }

    /// A part with what it uses. Parts never use themselves: the loader refuses cycles.
    fn part(&mut self, index: usize, findings: &mut Findings) -> Rc<Merged> {
        if let Some(done) = self.done.get(&index) {
            return Rc::clone(done);
        }
        let part = &self.parts[index];
        let uses = part.uses.iter().filter_map(|one| {
            let without = one.without.iter().map(|id| (id.text.clone(), Some(id.spot.clone()))).collect();
            Some(Included { part: one.part?, without })
        });
        let merged = Rc::new(self.union(Some(index), &uses.collect::<Vec<_>>(), findings));
        self.done.insert(index, Rc::clone(&merged));
        merged
    }

    /// `own`, which overrides, and everything it includes.
    pub(crate) fn union(
        &mut self,
        own: Option<usize>,
        included: &[Included],
        findings: &mut Findings,
    ) -> Merged {
        let mut merged = Merged::default();
        let mut seen = BTreeSet::new();
        let nothing = Settings::default();
        if let Some(index) = own {
            merged.parts.insert(index);
            for entry in 0..self.parts[index].entries.len() {
                seen.insert((index, entry));
                merged.entries.push((index, entry));
            }
        }
        let mut others = Vec::new();
        for one in included {
            let other = self.part(one.part, findings);
            let ids = |entry: &EntryRef| self.parts[entry.0].entries[entry.1].id.as_str();
            for (id, spot) in &one.without {
                if !other.entries.iter().any(|entry| ids(entry) == id) {
                    unknown_id(id, spot.as_ref(), other.entries.iter().map(ids), findings);
                }
            }
            for entry in &other.entries {
                let left_out = one.without.iter().any(|(id, _)| id == ids(entry));
                if !left_out && seen.insert(*entry) {
                    merged.entries.push(*entry);
                }
            }
            merged.parts.extend(&other.parts);
            others.push(other);
        }
        let settings: Vec<&Settings> = others.iter().map(|other| &other.settings).collect();
        let own = own.map_or(&nothing, |index| &self.parts[index].settings);
        merged.settings = merge_settings(own, &settings, findings);
        merged
    }
}

fn unknown_id<'i>(
    id: &str,
    spot: Option<&Spot>,
    ids: impl Iterator<Item = &'i str>,
    findings: &mut Findings,
) {
    let ids: BTreeSet<&str> = ids.collect();
    let near = nearest(id, ids.iter().copied());
    let message = format!("no rule has the id {}", quoted(id));
    let finding = match spot {
        Some(spot) => findings.error(spot, message),
        None => findings.failure(message),
    };
    let named: Vec<&str> = ids.iter().copied().filter(|id| !id.contains('[')).collect();
    if !named.is_empty() {
        finding.note(format!("ids here: {}", named.join(", ")));
    }
    finding.expected("expected the id of a rule in the text that is used").did_you_mean(near, None);
}

fn merge_settings(own: &Settings, others: &[&Settings], findings: &mut Findings) -> Settings {
    macro_rules! scalars {
        ($($field:ident $name:literal)*) => {
            Settings {
                $($field: {
                    let others = others.iter().filter_map(|settings| settings.$field.as_ref());
                    scalar($name, own.$field.as_ref(), others, findings)
                },)*
                name: name(own, others),
                default: {
                    let all = || std::iter::once(own).chain(others.iter().copied()).filter_map(|s| s.default.as_ref());
                    all().find(|setting| setting.value == DefaultDecision::Deny).or_else(|| all().next()).cloned()
                },
                call_default: {
                    let all = || std::iter::once(own).chain(others.iter().copied()).filter_map(|s| s.call_default.as_ref());
                    let strictest = all().map(|setting| setting.value.rank()).max();
                    let equal = |setting: &&Setting<Action>| Some(setting.value.rank()) == strictest;
                    let own = own.call_default.as_ref().filter(equal);
                    let others = others.iter().filter_map(|settings| settings.call_default.as_ref()).filter(equal);
                    scalar("syscalls.default", own, others, findings)
                },
                weights: map("weight of", &own.weights, others.iter().map(|settings| &settings.weights), findings),
                vars: map("variable", &own.vars, others.iter().map(|settings| &settings.vars), findings),
                env_set: map("env.set", &own.env_set, others.iter().map(|settings| &settings.env_set), findings),
                words: {
                    let all = std::iter::once(own).chain(others.iter().copied());
                    all.flat_map(|settings| settings.words.clone()).collect()
                },
            }
        };
    }
    scalars! {
        report "report"
        bad_arch "bad-arch"
        unknown "unknown"
        known_since "known-since"
        arches "arch"
        seed "faults.seed"
        wall "limits.wall"
        cpu "limits.cpu"
        memory "limits.memory"
        processes "limits.processes"
        open_files "limits.open-files"
        ask_timeout "ask.timeout"
        ask_otherwise "ask.otherwise"
    }
}

/// The own name, or those of the texts that are used: several `-p` are no disagreement about a name.
fn name(own: &Settings, others: &[&Settings]) -> Option<Setting<String>> {
    if own.name.is_some() {
        return own.name.clone();
    }
    let mut joined: Option<Setting<String>> = None;
    for name in others.iter().filter_map(|settings| settings.name.as_ref()) {
        match &mut joined {
            None => joined = Some(name.clone()),
            Some(joined) if joined.value != name.value => {
                joined.value.push('+');
                joined.value.push_str(&name.value);
            }
            Some(_) => {}
        }
    }
    joined
}

fn scalar<'s, T: Clone + PartialEq + 's>(
    name: &str,
    own: Option<&Setting<T>>,
    others: impl Iterator<Item = &'s Setting<T>>,
    findings: &mut Findings,
) -> Option<Setting<T>> {
    if own.is_some() {
        return own.cloned();
    }
    let mut first: Option<&Setting<T>> = None;
    for other in others {
        match first {
            None => first = Some(other),
            Some(first) if first.value != other.value => {
                let place: Place = findings.place(&first.spot);
                findings
                    .error(&other.spot, format!("two texts that are used disagree on {}", quoted(name)))
                    .related(place, "the other value")
                    .help(format!("say {} in the text that uses both: it overrides them", quoted(name)));
            }
            Some(_) => {}
        }
    }
    first.cloned()
}

fn map<'s, T: Clone + PartialEq + 's>(
    what: &str,
    own: &BTreeMap<String, Setting<T>>,
    others: impl Iterator<Item = &'s BTreeMap<String, Setting<T>>>,
    findings: &mut Findings,
) -> BTreeMap<String, Setting<T>> {
    let others: Vec<_> = others.collect();
    let keys: BTreeSet<&String> = own.keys().chain(others.iter().flat_map(|other| other.keys())).collect();
    let mut out = BTreeMap::new();
    for key in keys {
        let values = others.iter().filter_map(|other| other.get(key));
        if let Some(setting) = scalar(&format!("{what} {key}"), own.get(key), values, findings) {
            out.insert(key.clone(), setting);
        }
    }
    out
}
