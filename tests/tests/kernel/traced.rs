//! The ptrace engine: the same programs, told the same; and what it alone has to withstand.

use crate::case::Case;

/// The subjects whose cases run under the ptrace engine too.
const BOTH: &[&str] = &[
    "opens",
    "paths",
    "writes",
    "nets",
    "procs",
    "signals",
    "terminal",
    "races",
    "confine",
    "doors",
    "reports",
    "launch",
    "kill",
    "ends",
    "documents",
    "programs",
    "presets",
];

/// Cases about the other engine: a traced run has no guardian, and its calls never fail for want of a supervisor, since it
/// ends with its tracer.
const NOT: &[&str] = &[
    "user/opens/openat2-may-fall-back",
    "user/ends/killed-guardian",
    "root/ends/killed-guardian",
    "user/ends/guardian-leaves-with-the-run",
    "user/ends/unsupervised-calls-fail",
];

/// Whether a case is to run once more under the ptrace engine.
pub(crate) fn is_for_both(case: &Case) -> bool {
    let subject = case.name.split('/').nth(1).unwrap_or_default();
    BOTH.contains(&subject) && !NOT.contains(&case.name)
}

pub(crate) const CASES: &[Case] = &[];
