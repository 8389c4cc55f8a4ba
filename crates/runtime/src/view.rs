//! The file system as a target sees it: by its rights, and without the names that are hidden from it.

use crate::path::Viewer;
use crate::stop::Stop;
use crate::supervisor::Supervisor;
use crate::target::Target;
use callgate_policy::{Decision, Object, Operation, Policy};
use callgate_sys::thread::Assumed;

/// What one call of a target sees.
pub(crate) struct View<'a, 'n> {
    supervisor: &'a Supervisor,
    target: &'a Target<'n>,
    /// The path as the call gave it, for reports.
    given: &'a [u8],
    rights: Rights,
}

/// By which of its ids a target looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rights {
    /// As nearly every call does.
    Effective,
    /// As access(2) does.
    Real,
}

impl<'a, 'n> View<'a, 'n> {
    pub(crate) fn new(
        supervisor: &'a Supervisor,
        target: &'a Target<'n>,
        given: &'a [u8],
        rights: Rights,
    ) -> Self {
        View { supervisor, target, given, rights }
    }
}

impl Viewer for View<'_, '_> {
    fn enter(&self) -> Result<Option<Assumed>, Stop> {
        match self.rights {
            Rights::Effective => self.supervisor.act_as(self.target),
            Rights::Real => self.supervisor.act_as_real(self.target),
        }
    }

    fn hides_some(&self) -> bool {
        self.supervisor.hides_some
    }

    fn hides(&self, path: &[u8]) -> bool {
        let object = Object::Path(path.to_vec());
        matches!(self.supervisor.policy.evaluate(Operation::FsHide, &object).decision, Decision::Deny(_))
    }

    fn refuse(&self, path: &[u8]) -> Result<(), Stop> {
        let object = Object::Path(path.to_vec());
        self.supervisor.judge(self.target, &[Operation::FsHide], self.given, &object).map(drop)
    }
}

/// Whether a policy hides any name.
pub(crate) fn hides_some(policy: &Policy) -> bool {
    policy.rules.iter().any(|rule| rule.operations.contains(&Operation::FsHide))
}
