//! Observed runs: nothing is refused, and what would have been is reported. What the supervisor performs it performs all
//! the same; what the filter or Landlock would have refused comes as a notification, and the kernel runs it.

use crate::report::Reporter;
use callgate_abi::{Abi, Action, Errno, SeccompData};
use callgate_events::Verdict;
use callgate_plan::{PlannedCall, Treatment};
use callgate_policy::Policy;
use std::path::PathBuf;

/// What the supervisor of an observed run knows besides. Whoever holds it may let a call pass after looking at its
/// memory ([`crate::Answer`]): nothing that it decides is enforced.
#[derive(Debug)]
pub(crate) struct Observing {
    /// What the filter would refuse by itself, but for the rules of `[syscalls]`.
    pub(crate) refused: Vec<PlannedCall>,
    /// The program that was started, its interpreters and its loader: they need no rule.
    pub(crate) launched: Vec<PathBuf>,
}

impl Observing {
    /// Reports a call that the filter would have refused without asking.
    pub(crate) fn report(&self, policy: &Policy, reporter: &Reporter, tid: u32, data: &SeccompData) {
        let Some(syscalls) = &policy.syscalls else {
            if data.abi().is_some_and(|abi| Abi::NATIVE.family().contains(&abi)) {
                self.report_planned(reporter, tid, data);
            } else {
                reporter.would_refuse(tid, data, Verdict::Kill, None, None, None);
            }
            return;
        };
        let verdict = syscalls.evaluate(data);
        let (kind, errno) = match verdict.action {
            Action::KillProcess => (Verdict::Kill, None),
            Action::KillThread => (Verdict::KillThread, None),
            Action::Trap(_) => (Verdict::Trap, None),
            Action::Errno(errno) => (Verdict::Deny, Some(errno)),
            _ => return self.report_planned(reporter, tid, data),
        };
        let rule = verdict.rule.map(|rule| &rule.origin).or(syscalls.default_origin.as_ref());
        let fix = crate::kills::fix(syscalls, data, verdict.rule);
        reporter.would_refuse(tid, data, kind, errno, rule, fix);
    }

    fn report_planned(&self, reporter: &Reporter, tid: u32, data: &SeccompData) {
        let Some((call, errno)) = self.refused(data) else { return };
        reporter.refused_by(callgate_events::Mechanism::Bpf, tid, data, errno, call.reason);
    }

    fn refused(&self, data: &SeccompData) -> Option<(&PlannedCall, Errno)> {
        let abi = data.abi()?;
        let of_call = |call: &&PlannedCall| {
            (call.sysno.abi, call.sysno.nr) == (abi, data.nr as u32)
                && call.when.iter().all(|comparison| comparison.holds(&data.args))
        };
        self.refused.iter().filter(of_call).find_map(|call| match call.treatment {
            Treatment::Errno(errno) => Some((call, errno)),
            Treatment::Notify | Treatment::Trace(_) | Treatment::Entry(_) => None,
        })
    }
}
