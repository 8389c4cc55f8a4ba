//! Calls that are younger than the filter.

use super::prelude::*;
use crate::answer::Permission;
use crate::lint::kernel::Kernel;
use callgate_abi::syscalls;

pub(crate) static RULE: Rule = Rule {
    code: "STR07",
    title: "the kernel has calls that the filter does not know",
    severity: Severity::Note,
    why: "A filter is as old as the youngest call that it names. Calls of later kernels get what nothing is said of: a list \
          of what runs keeps programs from using them, a list of what is refused lets them run unseen.",
    not_when: "The younger calls are not wanted, or the filter answers them with ENOSYS, as a kernel would that lacks them; \
               that is not found. A filter that names less than 20 calls speaks of its own subject only.",
    triggering: Example::Policy(
        "callgate = 1
[syscalls]
arch = ['x86_64']
default = 'errno.EPERM'
allow = ['@basic-io', '@signal', 'exit_group']
",
    ),
    clean: Example::Policy(
        "callgate = 1
[syscalls]
arch = ['x86_64']
default = 'errno.ENOSYS'
allow = ['@basic-io', '@signal', 'exit_group']
",
    ),
    check,
};

/// The least number of calls that a filter names which is to speak of all.
const FEW: usize = 20;

fn check(look: &mut Look<'_>) -> Bounded<()> {
    if look.is_resource_policy() {
        return Ok(());
    }
    let since = |call: &Call| call.sysno.name().and_then(syscalls::since);
    let (mut youngest, mut surfaces) = (None, Vec::new());
    let kernels = look.kernels();
    for surface in kernels.iter().flat_map(Kernel::surfaces).filter(|surface| surface.is_active()) {
        let named = surface.calls.iter().filter(|call| call.decision != surface.default);
        youngest = youngest.max(named.filter_map(since).max());
        let default = look.always(surface.next.decision).filter(|default| !says_missing(*default));
        if surface.spoken_of() >= FEW {
            surfaces.extend(default.map(|default| (surface, default)));
        }
    }
    let Some(youngest) = youngest else { return Ok(()) };
    let mut answers: Vec<Action> = Vec::new();
    for (_, default) in &surfaces {
        if !answers.contains(default) {
            answers.push(*default);
        }
    }
    for answer in answers {
        let alike = surfaces.iter().filter(|(_, default)| *default == answer);
        let younger =
            alike.flat_map(|(surface, _)| &surface.calls).filter(|call| since(call) > Some(youngest));
        let mut parts = Vec::new();
        for call in younger {
            parts.extend(look.example(call, Ref::TRUE)?.map(|data| (*call, data)));
        }
        let gets = match Permission::of(answer) {
            Permission::Runs => "run".to_owned(),
            _ => format!("get {answer}"),
        };
        look.find_all(
            Severity::Note,
            &parts,
            |names| {
                let later = verb(names.len(), "the one", "those");
                format!(
                    "no call younger than Linux {youngest} is named; {later} after it {gets}: {}",
                    listed(names)
                )
            },
            "look at the younger calls, and answer ENOSYS to those that come after them",
        );
    }
    Ok(())
}
