//! What a rename or a hard link would gain: rights under the new name that the old name refuses.

use crate::model::{Decision, DefaultDecision, Matcher, Policy, Rule};
use crate::object::{Object, Operation};
use crate::pattern::{Moved, Outlook, PathPattern, Residual, Standing, TooLarge, gained_beneath};

/// The operations whose rights follow a file to its new name.
const OPERATIONS: [Operation; 3] = [Operation::FsRead, Operation::FsWrite, Operation::FsExec];

/// A right that a file, or something beneath a folder, would get by a new name.
#[derive(Debug, Clone)]
pub struct Gain<'p> {
    /// What the old name refuses and the new one allows.
    pub operation: Operation,
    /// The rule that refuses it under the old name; `None` when the default does, or when the question
    /// was not decided.
    pub rule: Option<&'p Rule>,
    /// For a folder: a path under the old name that gains, the folder's own name if it does itself.
    /// `None` for a file, and for a folder when the policy's patterns are too intricate to tell
    /// ([`TooLarge`]): then a gain is assumed.
    pub beneath: Option<Vec<u8>>,
}

impl Policy {
    /// What a file would gain if it got the name `new` besides or instead of `old`, if anything: an
    /// operation of fs.read, fs.write and fs.exec that [`Policy::evaluate`] refuses (deny or ask) under
    /// `old` and performs (allow or log) under `new`.
    ///
    /// A folder takes all beneath it along, so with `folder` the question is whether there is any such
    /// path, existing or not: it is decided over all of them. Names are resolved absolute paths; an
    /// exchange of two names is two questions. Whether either name may be changed at all is not asked
    /// here.
    pub fn rename_gains(&self, old: &[u8], new: &[u8], folder: bool) -> Option<Gain<'_>> {
        if old == new {
            return None;
        }
        let rules = self.rules.iter().filter_map(PathRule::of);
        if !folder {
            let judged_alike = |rule: PathRule<'_>| rule.matches(old) == rule.matches(new);
            return if rules.into_iter().all(judged_alike) { None } else { self.gain_of(old, new, None) };
        }
        let moved: Vec<MovedRule<'_>> = rules.filter_map(|rule| rule.moved(old, new)).collect();
        // Most renames end here: siblings differ to few patterns.
        if !moved.iter().any(|rule| rule.changed) {
            return None;
        }
        self.gain_of(old, new, Some(old)).or_else(|| {
            OPERATIONS.into_iter().find_map(|operation| self.gain_beneath(operation, &moved, old, new))
        })
    }

    /// What the one path gains.
    fn gain_of(&self, old: &[u8], new: &[u8], beneath: Option<&[u8]>) -> Option<Gain<'_>> {
        let (from, to) = (Object::Path(old.to_vec()), Object::Path(new.to_vec()));
        OPERATIONS.into_iter().find_map(|operation| {
            let before = self.evaluate(operation, &from);
            let gains = !before.is_allowed() && self.evaluate(operation, &to).is_allowed();
            gains.then(|| Gain { operation, rule: before.rule, beneath: beneath.map(<[u8]>::to_vec) })
        })
    }

    /// What a path beneath the folder gains.
    fn gain_beneath(
        &self,
        operation: Operation,
        rules: &[MovedRule<'_>],
        old: &[u8],
        new: &[u8],
    ) -> Option<Gain<'_>> {
        let rules: Vec<&MovedRule<'_>> =
            rules.iter().filter(|rule| rule.hides() || rule.decides(operation)).collect();
        if !rules.iter().any(|rule| rule.changed) {
            return None;
        }
        let gains = |name: &[u8]| {
            let [from, to] = [old, new].map(|folder| Object::Path(joined(folder, name)));
            !self.evaluate(operation, &from).is_allowed() && self.evaluate(operation, &to).is_allowed()
        };
        // What refuses the same under both names can only take gains away (unless a rule of fs.hide, which
        // comes first, allows). There are often many such rules, and without them the search is small.
        let shows = rules.iter().any(|rule| rule.hides() && !rule.refuses());
        let telling: Vec<&MovedRule<'_>> =
            rules.iter().copied().filter(|rule| rule.changed || !rule.refuses() || shows).collect();
        let found = match self.search(operation, &telling) {
            Ok(None) => return None,
            Ok(Some(name)) if gains(&name) => Ok(Some(name)),
            found if telling.len() == rules.len() => found,
            _ => self.search(operation, &rules),
        };
        let Ok(name) = found else { return Some(Gain { operation, rule: None, beneath: None }) };
        name.map(|name| {
            let beneath = joined(old, &name);
            let rule = self.evaluate(operation, &Object::Path(beneath.clone())).rule;
            Gain { operation, rule, beneath: Some(beneath) }
        })
    }

    fn search(&self, operation: Operation, rules: &[&MovedRule<'_>]) -> Result<Option<Vec<u8>>, TooLarge> {
        let default_refuses = self.default == Some(DefaultDecision::Deny);
        let patterns: Vec<&Moved<'_>> = rules.iter().flat_map(|rule| &rule.patterns).collect();
        gained_beneath(&patterns, |standings| outlook(operation, rules, standings, default_refuses))
    }
}

/// A rule for files.
#[derive(Debug, Clone, Copy)]
struct PathRule<'p> {
    rule: &'p Rule,
    at: &'p PathPattern,
    except: &'p [PathPattern],
}

impl<'p> PathRule<'p> {
    fn of(rule: &'p Rule) -> Option<PathRule<'p>> {
        let Matcher::Path { at, except } = &rule.matcher else { return None };
        Some(PathRule { rule, at, except })
    }

    fn matches(self, path: &[u8]) -> bool {
        self.at.matches(path) && !self.except.iter().any(|except| except.matches(path))
    }

    /// What is left of the rule beneath both names; `None` when it is nothing.
    fn moved(self, old: &[u8], new: &[u8]) -> Option<MovedRule<'p>> {
        let moved = |pattern: &'p PathPattern| Moved {
            pattern,
            old: pattern.residual(old),
            new: pattern.residual(new),
        };
        let at = moved(self.at);
        if at.old == Residual::Nothing && at.new == Residual::Nothing {
            return None;
        }
        let patterns: Vec<Moved<'p>> = std::iter::once(at).chain(self.except.iter().map(moved)).collect();
        let changed = patterns.iter().any(|moved| moved.old != moved.new);
        Some(MovedRule { rule: self.rule, patterns, changed })
    }
}

/// A rule that speaks of something beneath the folder, under one of its names or both.
struct MovedRule<'p> {
    rule: &'p Rule,
    /// `at`, then each `except`.
    patterns: Vec<Moved<'p>>,
    /// Whether it might speak of other paths beneath the new name than beneath the old.
    changed: bool,
}

impl MovedRule<'_> {
    fn hides(&self) -> bool {
        self.rule.operations.contains(&Operation::FsHide)
    }

    fn decides(&self, operation: Operation) -> bool {
        self.rule.operations.contains(&operation)
    }

    fn refuses(&self) -> bool {
        matches!(self.rule.decision, Decision::Ask | Decision::Deny(_))
    }

    /// How the rule stands, its exceptions taken off, given how its patterns do.
    fn standing(patterns: &[Standing]) -> Standing {
        let [at, except @ ..] = patterns else { return Standing::Never };
        match (*at, except.iter().copied().max().unwrap_or(Standing::Never)) {
            (Standing::Never, _) | (_, Standing::Always) => Standing::Never,
            (at, Standing::Never) => at,
            (at, Standing::Possible) => at.min(Standing::Matched),
            (_, Standing::Matched) => Standing::Possible,
        }
    }
}

/// What the rules together say, in the order of [`Policy::evaluate`]: what hides comes first, then what
/// refuses, then what allows, then the default.
fn outlook(
    operation: Operation,
    rules: &[&MovedRule<'_>],
    standings: &[Standing],
    default_refuses: bool,
) -> Outlook {
    // The furthest standing of the rules that hide and of the others, of those that allow and of those
    // that refuse.
    let mut hiding = [Standing::Never; 2];
    let mut deciding = [Standing::Never; 2];
    let mut rest = standings;
    for rule in rules {
        let (own, others) = rest.split_at(rule.patterns.len());
        rest = others;
        let standing = MovedRule::standing(own);
        let refuses = usize::from(rule.refuses());
        if rule.hides() {
            hiding[refuses] = hiding[refuses].max(standing);
        }
        if rule.decides(operation) {
            deciding[refuses] = deciding[refuses].max(standing);
        }
    }
    let [shown, hidden] = hiding;
    let [allowed, denied] = deciding;
    let matches = |standing| standing >= Standing::Matched;
    let refused = if matches(hidden) || matches(shown) {
        matches(hidden)
    } else {
        matches(denied) || default_refuses && !matches(allowed)
    };
    let never_refused =
        hidden.max(denied) == Standing::Never && (!default_refuses || shown.max(allowed) == Standing::Always);
    let always_refused = hidden == Standing::Always
        || shown == Standing::Never
            && (denied == Standing::Always || default_refuses && allowed == Standing::Never);
    Outlook { refused, refusable: !never_refused, allowable: !always_refused }
}

/// A name beneath a folder.
fn joined(folder: &[u8], name: &[u8]) -> Vec<u8> {
    let folder = if folder == b"/" { b"" } else { folder };
    [folder, b"/", name].concat()
}
