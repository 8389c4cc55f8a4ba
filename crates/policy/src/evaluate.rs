//! The meaning of a policy: which decision an operation on an object, or a call, gets.
//!
//! One pure function, shared by the supervisor, `why`, `test` and the analyzer's oracle.

use crate::load::POLICY_FILES;
use crate::model::{
    Decision, DefaultDecision, FsRedirect, Matcher, Origin, Policy, Rule, SyscallRule, SyscallTarget,
    Syscalls, Unknown, Via,
};
use crate::object::{Object, Operation};
use crate::pattern::{PathPattern, PathSet};
use callgate_abi::{Action, Errno, SeccompData, Sysno, syscalls};
use std::os::unix::ffi::OsStrExt;

/// What a policy says of an operation on an object.
#[derive(Debug, Clone, Copy)]
pub struct Verdict<'p> {
    /// What is to happen.
    pub decision: Decision,
    /// The rule that made it; `None` when the default did.
    pub rule: Option<&'p Rule>,
    /// Who performs it, if it is performed.
    pub via: Via,
}

impl Verdict<'_> {
    /// Whether the operation is performed without a question: allow or log.
    pub fn is_allowed(&self) -> bool {
        matches!(self.decision, Decision::Allow | Decision::Log)
    }
}

/// What a policy says of a call.
#[derive(Debug, Clone, Copy)]
pub struct SyscallVerdict<'p> {
    /// What is to happen.
    pub action: Action,
    /// The rule that made it; `None` when `default`, `unknown` or `bad-arch` did.
    pub rule: Option<&'p SyscallRule>,
}

impl Rule {
    /// Whether the rule speaks of the object, exceptions taken off; operations are not looked at.
    pub fn matches(&self, object: &Object) -> bool {
        match (&self.matcher, object) {
            (Matcher::Path { at, .. }, Object::Path(path)) => at.matches(path) && !self.excepts(path),
            (Matcher::Address { at, except }, _) => {
                at.matches(object) && !except.iter().any(|except| except.matches(object))
            }
            _ => false,
        }
    }

    fn excepts(&self, path: &[u8]) -> bool {
        match &self.matcher {
            Matcher::Path { except, .. } => except.iter().any(|except| except.matches(path)),
            Matcher::Address { .. } => false,
        }
    }
}

/// A total order over rules that does not depend on the order they are kept in, for naming one of
/// several that decide alike. Rules of the user come before those that callgate adds.
fn precedence(origin: &Origin) -> (bool, usize, usize, &str) {
    (origin.id == POLICY_FILES, origin.source, origin.span.start, &origin.text)
}

/// The strictest of these rules that decides the operation.
fn strictest<'p>(matching: &[&'p Rule], operation: Operation) -> Option<&'p Rule> {
    let deciding = matching.iter().copied().filter(|rule| rule.operations.contains(&operation));
    deciding.min_by_key(|rule| (u8::MAX - rule.decision.rank(), precedence(&rule.origin)))
}

/// The mechanism that any rule that allows asks for: the check refuses policies in which two ask for
/// different ones.
fn via(matching: &[&Rule], operation: Operation, winner: &Rule) -> Via {
    if winner.decision.rank() > Decision::Log.rank() || winner.via != Via::Auto {
        return winner.via;
    }
    let deciding = matching.iter().filter(|rule| rule.operations.contains(&operation));
    deciding.map(|rule| rule.via).find(|via| *via != Via::Auto).unwrap_or_default()
}

/// The file rules of a policy compiled together, so that a path is read once however many there are.
#[derive(Debug, Clone)]
pub(crate) struct FileIndex {
    patterns: PathSet,
    /// The rule of each pattern.
    rules: Vec<usize>,
    /// How many rules the policy had.
    rules_known: usize,
}

impl FileIndex {
    fn new(all: &[Rule]) -> FileIndex {
        let paths = all.iter().enumerate().filter_map(|(number, rule)| match &rule.matcher {
            Matcher::Path { at, .. } => Some((number, at)),
            Matcher::Address { .. } => None,
        });
        let (rules, patterns): (Vec<usize>, Vec<&PathPattern>) = paths.unzip();
        FileIndex { patterns: PathSet::new(patterns), rules, rules_known: all.len() }
    }
}

impl Policy {
    /// What the policy says of an operation on an object: of all matching rules the strictest, else the
    /// default. Among the rules for files a match of `fs.hide` comes first: what does not exist can
    /// be neither denied nor allowed. Objects are taken as resolved; nothing is looked up.
    pub fn evaluate(&self, operation: Operation, object: &Object) -> Verdict<'_> {
        let matching = self.matching(object);
        if operation.is_fs()
            && let Some(rule) = strictest(&matching, Operation::FsHide)
        {
            return Verdict { decision: rule.decision, rule: Some(rule), via: Via::Auto };
        }
        let Some(rule) = strictest(&matching, operation) else {
            let decision = match self.default {
                Some(DefaultDecision::Deny) if operation != Operation::FsHide => {
                    Decision::Deny(Errno::EACCES)
                }
                _ => Decision::Allow,
            };
            return Verdict { decision, rule: None, via: Via::Auto };
        };
        Verdict { decision: rule.decision, rule: Some(rule), via: via(&matching, operation, rule) }
    }

    /// The rules that speak of the object, whatever the operation.
    fn matching(&self, object: &Object) -> Vec<&Rule> {
        let Object::Path(path) = object else {
            return self.rules.iter().filter(|rule| rule.matches(object)).collect();
        };
        let index = self.file_index.get_or_init(|| FileIndex::new(&self.rules));
        if index.rules_known != self.rules.len() {
            // Rules were added since; the index is only a shortcut.
            return self.rules.iter().filter(|rule| rule.matches(object)).collect();
        }
        let found = index.patterns.matching(path).into_iter().filter_map(|number| index.rules.get(number));
        let found = found.filter_map(|rule| self.rules.get(*rule));
        found.filter(|rule| !rule.excepts(path)).collect()
    }

    /// Where an open of this resolved path goes instead, with the rule; `None` when it goes where it
    /// was going. What lies beneath a redirected folder goes to the same name beneath the target. A
    /// redirect grants nothing: both names are still to be judged.
    pub fn redirect(&self, resolved: &[u8]) -> Option<(Vec<u8>, &FsRedirect)> {
        let redirect = self
            .fs_redirects
            .iter()
            .filter(|redirect| redirect.from.matches(resolved))
            .min_by_key(|redirect| precedence(&redirect.origin))?;
        let mut to = redirect.to.as_os_str().as_bytes().to_vec();
        if let Some(from) = redirect.from.is_literal()
            && let Some(beneath) = resolved.strip_prefix(from)
        {
            if to.last() == Some(&b'/') {
                to.pop();
            }
            if from.last() == Some(&b'/') && !beneath.is_empty() {
                to.push(b'/');
            }
            to.extend_from_slice(beneath);
        }
        Some((to, redirect))
    }

    /// Whether any file operation could be refused, asked, reported or redirected.
    pub fn judges_fs(&self) -> bool {
        self.default == Some(DefaultDecision::Deny)
            || !self.fs_redirects.is_empty()
            || self.judges(Operation::is_fs)
    }

    /// Whether any network operation could be refused, asked, reported or redirected.
    pub fn judges_net(&self) -> bool {
        self.default == Some(DefaultDecision::Deny)
            || !self.net_redirects.is_empty()
            || self.judges(|operation| !operation.is_fs())
    }

    fn judges(&self, family: impl Fn(Operation) -> bool) -> bool {
        let bites = |rule: &Rule| rule.decision != Decision::Allow || rule.via != Via::Auto;
        self.rules
            .iter()
            .any(|rule| bites(rule) && rule.operations.iter().any(|operation| family(*operation)))
    }
}

impl Syscalls {
    /// What the policy says of a call: `bad-arch` for an ABI it does not list (x32 and unknown
    /// architectures included), else the strictest matching rule in the kernel's order, else `default` or `unknown`.
    pub fn evaluate(&self, data: &SeccompData) -> SyscallVerdict<'_> {
        let Some(abi) = data.abi().filter(|abi| self.arches.contains(abi)) else {
            return SyscallVerdict { action: self.bad_arch, rule: None };
        };
        let matches = |target: &SyscallTarget| {
            target.abi == abi && target.numbers.contains(&(data.nr as u32)) && target.when.holds(&data.args)
        };
        let rule = self
            .rules
            .iter()
            .filter(|rule| rule.targets.iter().any(matches))
            .min_by_key(|rule| (u8::MAX - rule.action.rank(), precedence(&rule.origin)));
        let call = Sysno { abi, nr: data.nr as u32 };
        SyscallVerdict { action: rule.map_or_else(|| self.default_of(call), |rule| rule.action), rule }
    }

    /// What a call of a listed ABI gets that no rule matches: `default`, or `unknown`.
    pub fn default_of(&self, call: Sysno) -> Action {
        match self.unknown {
            Some(unknown) if !unknown.knows(call) => unknown.action,
            _ => self.default,
        }
    }
}

impl Unknown {
    /// Whether Linux had the call in [`Unknown::known_since`]. A number without a name is not known.
    pub fn knows(&self, call: Sysno) -> bool {
        call.name().and_then(syscalls::since).is_some_and(|since| since <= self.known_since)
    }
}
