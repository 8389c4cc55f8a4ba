//! Calls that Linux does not have yet: whatever they will do, no rule is asked about it.

use crate::concern::Concerns;
use crate::plan::arches;
use callgate_abi::{Abi, Action, Errno, KernelVersion, syscalls};
use callgate_policy::Policy;
use callgate_policy::model::{Syscalls, Unknown};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The policy as the filter of its plan has it: where files or addresses are judged, numbers that no call has which this
/// version knows get ENOSYS, as from a kernel that has none there, and programs do without. What `[syscalls]` itself says
/// of them (`unknown`, a default that refuses, a number that a rule names) stays.
#[must_use]
pub fn closing(policy: &Policy) -> Cow<'_, Policy> {
    let open = policy.syscalls.as_ref().is_none_or(|syscalls| {
        syscalls.unknown.is_none() && matches!(syscalls.default, Action::Allow | Action::Log)
    });
    if !open || !Concerns::of(policy).resources() {
        return Cow::Borrowed(policy);
    }
    let mut syscalls = policy.syscalls.clone().unwrap_or_else(|| everything(policy));
    syscalls.unknown = Some(Unknown { action: Action::Errno(Errno::ENOSYS), known_since: newest() });
    // Nothing else of a policy is the filter's business.
    let mut closing = Policy::default();
    closing.syscalls = Some(syscalls);
    Cow::Owned(closing)
}

/// `[syscalls]` of a policy that says nothing of calls.
pub(crate) fn everything(policy: &Policy) -> Syscalls {
    Syscalls {
        arches: arches(policy).to_vec(),
        bad_arch: Action::KillProcess,
        default: Action::Allow,
        default_origin: None,
        unknown: None,
        rules: Vec::new(),
        weights: BTreeMap::new(),
    }
}

/// The release that had the youngest call of all.
fn newest() -> KernelVersion {
    let since = syscalls::of_abi(Abi::NATIVE).filter_map(|(_, name)| syscalls::since(name));
    since.max().unwrap_or(KernelVersion { major: 0, minor: 0 })
}
