//! Profiles that a runtime does not take.

use super::prelude::*;
use callgate_policy::import::Runtime;

pub(crate) static RULE: Rule = Rule {
    code: "TGT03",
    title: "the runtime does not take the profile",
    severity: Severity::Error,
    why: "runc refuses SCMP_ACT_NOTIFY as the default, for write, and without a `listenerPath`; crun installs no filter with \
          TSYNC that notifies. A container with such a profile does not start. Units of systemd are nothing to the runtimes \
          of containers, and their profiles nothing to systemd.",
    not_when: "Another version of the runtime is used: these are runc 1.1 to 1.3 and crun 1.8 to 1.28. Only with --target, \
               which says whose runtime it is.",
    triggering: Example::Profile(
        r#"{
  "defaultAction": "SCMP_ACT_ALLOW",
  "architectures": ["SCMP_ARCH_X86_64"],
  "syscalls": [ { "names": ["mkdir"], "action": "SCMP_ACT_NOTIFY" } ]
}"#,
        Runtime::Runc,
    ),
    clean: Example::Profile(
        r#"{
  "defaultAction": "SCMP_ACT_ALLOW",
  "architectures": ["SCMP_ARCH_X86_64"],
  "listenerPath": "/run/agent.sock",
  "syscalls": [ { "names": ["mkdir"], "action": "SCMP_ACT_NOTIFY" } ]
}"#,
        Runtime::Runc,
    ),
    check,
};

#[expect(clippy::unnecessary_wraps, reason = "the type of a check")]
fn check(look: &mut Look<'_>) -> Bounded<()> {
    let Some(target) = look.target() else { return Ok(()) };
    for refusal in &target.run.refusals {
        let fix = format!("change the profile, or run it with something else than {}", target.runtime.name());
        look.find_without_call(Severity::Error, refusal.clone(), fix);
    }
    Ok(())
}
