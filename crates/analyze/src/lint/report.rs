//! What linting finds.

use super::Rule;
use crate::limits::Reason;
use crate::numbers::Calls;
use callgate_abi::{Abi, Action, SeccompData};
use std::fmt;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; many sound filters have it.
    Note,
    /// Probably not what was meant, or more open than it looks.
    Warning,
    /// What the filter refuses can be had all the same, or the filter does not do what it says.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        })
    }
}

/// What was found, graver findings first, then by rule.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The findings.
    pub findings: Vec<Finding>,
    /// What no rule could judge.
    pub undecided: Vec<Undecided>,
}

/// One finding.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// How grave; at most the rule's.
    pub severity: Severity,
    /// The ABIs of which it holds.
    pub abis: Vec<Abi>,
    /// The calls concerned, by name, or by number where they have none.
    pub calls: Vec<String>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub fix: String,
    /// A call that shows it, on the first of the ABIs; `None` where no call can: the kernel refuses the
    /// filter, or the finding is about a profile's text.
    pub witness: Option<Witness>,
}

/// A call that shows a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Witness {
    /// The call.
    pub call: SeccompData,
    /// What it gets.
    pub gets: Action,
    /// An instruction that it passes, where the finding is about instructions.
    pub passes: Option<Passed>,
}

/// An instruction of a stack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passed {
    /// The filter's place in the stack, from 0.
    pub filter: usize,
    /// The instruction's place in the filter, from 0.
    pub instruction: usize,
}

/// What was not decided.
#[derive(Debug, Clone)]
pub struct Undecided {
    /// The rules that could not be judged; none when all could, but for these calls.
    pub rules: Vec<&'static Rule>,
    /// Calls of which it is not known what they get.
    pub calls: Option<Calls>,
    /// Why.
    pub reason: Reason,
}
