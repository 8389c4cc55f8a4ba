//! From a request to a verdict, reported when it must be.

use crate::address::Address;
use crate::stop::Stop;
use crate::supervisor::Supervisor;
use crate::target::Target;
use callgate_abi::{Abi, Errno, SeccompData};
use callgate_events as events;
use callgate_policy::model::DefaultDecision;
use callgate_policy::{Decision, Object, Operation, Report, Rule, Via};

/// The strictest verdict over what one call does.
struct Judged<'p> {
    operation: Operation,
    decision: Decision,
    rule: Option<&'p Rule>,
    via: Via,
}

impl Supervisor {
    fn strictest(&self, operations: &[Operation], object: &Object) -> Option<Judged<'_>> {
        let mut strictest: Option<Judged<'_>> = None;
        for operation in operations {
            let verdict = self.policy.evaluate(*operation, object);
            if strictest.as_ref().is_none_or(|judged| verdict.decision.rank() > judged.decision.rank()) {
                // A hidden name is hidden from every operation.
                let hides = |rule: &Rule| rule.operations == [Operation::FsHide];
                let operation = if verdict.rule.is_some_and(hides) { Operation::FsHide } else { *operation };
                strictest = Some(Judged {
                    operation,
                    decision: verdict.decision,
                    rule: verdict.rule,
                    via: verdict.via,
                });
            }
        }
        strictest
    }

    /// Whether the object is allowed without anything to report, and performed in the ordinary way.
    pub(crate) fn silently_allows(&self, operations: &[Operation], object: &Object) -> bool {
        self.policy.report != Report::All
            && operations.iter().all(|operation| {
                let verdict = self.policy.evaluate(*operation, object);
                verdict.decision == Decision::Allow && verdict.via != Via::Supervisor
            })
            && !matches!(object, Object::Path(path) if crate::outsider::is_process_file(path))
            && self.reporter.count_allowed()
    }

    /// What no rule can name is left alone where the default allows what no rule names.
    pub(crate) fn unless_free(&self, decoded: Result<Address, Stop>) -> Result<Address, Stop> {
        match decoded {
            Err(Stop::Refused(..)) if self.policy.default == Some(DefaultDecision::Allow) => {
                Ok(Address::Unjudged)
            }
            decoded => decoded,
        }
    }

    /// Whether any file is redirected, so that each path has to be compared.
    pub(crate) fn has_redirects(&self) -> bool {
        !self.policy.fs_redirects.is_empty()
    }

    /// Judges an object by its resolved form; an error is the refusal, already reported. In an observed run a refusal
    /// is reported, and none.
    pub(crate) fn judge(
        &self,
        target: &Target<'_>,
        operations: &[Operation],
        given: &[u8],
        object: &Object,
    ) -> Result<Via, Stop> {
        if let Object::Path(path) = object {
            crate::outsider::refuse(target, operations, path)?;
        }
        let Some(judged) = self.strictest(operations, object) else { return Ok(Via::Auto) };
        self.conclude(target, &judged, given, object, None).map(|()| judged.via)
    }

    /// The name a redirect leads away from: only a rule that denies it counts, a default does not.
    pub(crate) fn judge_redirected(
        &self,
        target: &Target<'_>,
        operations: &[Operation],
        given: &[u8],
        object: &Object,
    ) -> Result<(), Stop> {
        match self.strictest(operations, object) {
            Some(judged) if matches!(judged.decision, Decision::Deny(_)) && judged.rule.is_some() => {
                self.conclude(target, &judged, given, object, None)
            }
            _ => Ok(()),
        }
    }

    /// The object a redirect leads to, away from `from`.
    pub(crate) fn judge_onto(
        &self,
        target: &Target<'_>,
        operations: &[Operation],
        given: &[u8],
        from: &Object,
        object: &Object,
    ) -> Result<(), Stop> {
        let Some(judged) = self.strictest(operations, object) else { return Ok(()) };
        self.conclude(target, &judged, given, object, Some(from))
    }

    /// A file must not gain rights by a new name (trap 6): the new name may grant nothing that the old one
    /// lacks, for a folder at no path beneath it.
    pub(crate) fn may_rename(
        &self,
        target: &Target<'_>,
        old: &[u8],
        new: &[u8],
        folder: bool,
    ) -> Result<(), Stop> {
        let Some(gain) = self.policy.rename_gains(old, new, folder) else { return Ok(()) };
        let object = Object::Path(gain.beneath.unwrap_or_else(|| old.to_vec()));
        let judged = Judged {
            operation: gain.operation,
            decision: Decision::Deny(Errno::EACCES),
            rule: gain.rule,
            via: Via::Auto,
        };
        self.conclude(target, &judged, old, &object, None)
    }

    /// A process was killed at its first stop as another program, which is not allowed. `call` tells how it came to it.
    pub(crate) fn killed_at_exec(&self, tid: u32, call: Option<(&SeccompData, Abi, &[u8])>, file: Vec<u8>) {
        let object = Object::Path(file);
        let verdict = self.policy.evaluate(Operation::FsExec, &object);
        let rule = verdict.rule.map(|rule| &rule.origin).or(self.policy.default_origin.as_ref());
        let fix = self.policy.denial_fix(Operation::FsExec, &object);
        let unknown = SeccompData::default();
        let (data, abi, given) = call.unwrap_or((&unknown, Abi::NATIVE, b""));
        let target = Target::stopped(tid, data, abi);
        self.reporter.count_killed();
        let kill = events::Verdict::Kill;
        self.reporter.judged(&target, Operation::FsExec, given, &object, kill, None, rule, None, Some(fix));
    }

    fn conclude(
        &self,
        target: &Target<'_>,
        judged: &Judged<'_>,
        given: &[u8],
        object: &Object,
        redirected_from: Option<&Object>,
    ) -> Result<(), Stop> {
        let (verdict, errno) = match judged.decision {
            Decision::Allow => (events::Verdict::Allow, None),
            Decision::Log => (events::Verdict::Log, None),
            // Nobody can be asked yet, and a plan that asks does not start: fail closed.
            Decision::Ask => (events::Verdict::Deny, Some(Errno::EACCES)),
            Decision::Deny(errno) => (events::Verdict::Deny, Some(errno)),
        };
        let wanted = match verdict {
            events::Verdict::Allow => self.policy.report == Report::All || redirected_from.is_some(),
            events::Verdict::Log => true,
            _ => self.policy.report != Report::None,
        };
        if errno.is_some() {
            self.reporter.count_denied();
        } else {
            self.reporter.count_allowed();
        }
        if wanted {
            let fix = errno.map(|_| self.policy.denial_fix(judged.operation, object));
            let rule = judged.rule.map(|rule| &rule.origin).or(self.policy.default_origin.as_ref());
            let (found, used) = match redirected_from {
                Some(from) => (from, Some(object)),
                None => (object, None),
            };
            self.reporter.judged(target, judged.operation, given, found, verdict, errno, rule, used, fix);
        }
        match errno {
            Some(errno) if self.observing().is_none() => Err(Stop::Errno(errno)),
            _ => Ok(()),
        }
    }
}
