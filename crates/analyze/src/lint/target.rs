//! A profile as its runtime runs it.

use super::look::Look;
use super::tell::{Found, listed};
use super::{Severity, Target};
use crate::answer::Permission;
use crate::diagram::{Bounded, Combine, Diagrams, Leaf, Ref, walk};
use crate::difference::{Diff, Difference};
use crate::numbers::{Calls, Machine};
use crate::reference::Reference;
use crate::space::{Space, Verdicts};
use callgate_abi::{Abi, Action, Errno};

/// What calls get with the runtime.
pub(crate) fn as_run(space: &mut Space, target: &Target<'_>) -> Bounded<Verdicts> {
    let reference = Reference { policy: &target.run.policy, treatments: &[], launch: None };
    let mut all = space.policy(&reference).0;
    let missing = space.d.leaf(Leaf::Ret(Action::Errno(Errno::ENOSYS).to_ret()));
    for (abi, last) in &target.run.missing_above {
        let mut here = space.d.word_is(walk::ARCH, abi.audit_arch())?;
        // Of x86-64's calls the runtime knows x32's by their bit alone, -1 among them.
        if matches!(abi, Abi::X86_64 | Abi::X32) {
            let marked = space.d.bit(walk::NR + 1)?;
            let own = if *abi == Abi::X32 { marked } else { space.d.not(marked)? };
            here = space.d.and(here, own)?;
        }
        let above = above(&mut space.d, *last)?;
        let here = space.d.and(here, above)?;
        all = space.d.choose(here, missing, all)?;
    }
    Ok(Verdicts(all))
}

/// The condition that the number is greater.
fn above(d: &mut Diagrams, last: u32) -> Bounded<Ref> {
    let mut greater = Ref::FALSE;
    for n in 0..32 {
        let bit = d.bit(walk::NR + 31 - n)?;
        greater = if last >> n & 1 == 1 { d.and(bit, greater)? } else { d.or(bit, greater)? };
    }
    Ok(greater)
}

impl Look<'_> {
    /// Where the runtime answers otherwise than the profile says: more readily, or in another way. What ends the
    /// program either way is the same.
    fn differences(&mut self, looser: bool) -> Vec<Difference> {
        let Some(with) = self.with_runtime else { return Vec::new() };
        let how = if looser { Combine::Weaker } else { Combine::Difference };
        let Diff { mut differences, undecided, .. } = self.compare(how, with);
        for undecided in undecided {
            self.undecided(undecided.reason);
        }
        let ends = |action| matches!(action, Action::KillThread | Action::KillProcess);
        differences.retain(|difference| {
            let weaker = Permission::of(difference.right) > Permission::of(difference.left);
            weaker == looser && !(ends(difference.left) && ends(difference.right))
        });
        differences
    }

    /// Says what the runtime does otherwise, of all calls that get the same instead of the same at once: where it is
    /// looser, or where it is not.
    pub(crate) fn find_differences(&mut self, looser: bool, severity: Severity, fix: &str) {
        let Some(runtime) = self.target().map(|target| target.runtime) else { return };
        let differences = self.differences(looser);
        let mut told: Vec<(Action, Action)> = Vec::new();
        for first in &differences {
            let answers = (first.left, first.right);
            if told.contains(&answers) {
                continue;
            }
            told.push(answers);
            let alike = || differences.iter().filter(|other| (other.left, other.right) == answers);
            let mut names: Vec<String> = Vec::new();
            for name in alike().flat_map(|difference| names_of(&difference.calls)) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            let (left, right) = answers;
            let message = format!(
                "{} answers {right} to {}, where the profile says {left}",
                runtime.name(),
                listed(&names)
            );
            for difference in alike() {
                let Machine::Abi(abi) = difference.calls.machine else { continue };
                self.find(Found {
                    severity,
                    abi,
                    calls: names.clone(),
                    message: message.clone(),
                    fix: fix.to_owned(),
                    witness: difference.witness,
                });
            }
        }
    }
}

/// The names of calls; where none has a name, a number.
fn names_of(calls: &Calls) -> Vec<String> {
    let names = calls.names();
    match (&names[..], calls.machine) {
        ([], Machine::Abi(abi)) => {
            let number = calls.example();
            let bare = if abi == Abi::X32 { number & !Abi::X32_BIT } else { number };
            vec![format!("number {bare}")]
        }
        (names, _) => names.iter().map(|name| (*name).to_owned()).collect(),
    }
}
