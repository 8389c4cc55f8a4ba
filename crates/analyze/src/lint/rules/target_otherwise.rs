//! What a runtime answers otherwise than its profile.

use super::prelude::*;
use callgate_policy::import::Runtime;

pub(crate) static RULE: Rule = Rule {
    code: "TGT02",
    title: "the runtime answers otherwise than the profile",
    severity: Severity::Note,
    why: "Where the runtime is not looser, it may still answer otherwise. runc, and Docker with it, lets numbers above the \
          greatest that the profile names fail with ENOSYS, so that libraries fall back; crun gives them the default. \
          Without a listener crun lets notified calls fail with ENOSYS, and goes on.",
    not_when: "The answer is welcome: ENOSYS for calls that are younger than the profile is. Only with --target, which says \
               whose runtime it is.",
    triggering: Example::Profile(
        r#"{
  "defaultAction": "SCMP_ACT_ERRNO",
  "architectures": ["SCMP_ARCH_X86_64"],
  "syscalls": [ { "names": ["read", "write", "exit_group"], "action": "SCMP_ACT_ALLOW" } ]
}"#,
        Runtime::Runc,
    ),
    clean: Example::Profile(
        r#"{
  "defaultAction": "SCMP_ACT_ERRNO",
  "defaultErrnoRet": 38,
  "architectures": ["SCMP_ARCH_X86_64"],
  "syscalls": [ { "names": ["read", "write", "exit_group"], "action": "SCMP_ACT_ALLOW" } ]
}"#,
        Runtime::Runc,
    ),
    check,
};

#[expect(clippy::unnecessary_wraps, reason = "the type of a check")]
fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.find_differences(
        false,
        Severity::Note,
        "say in the profile what is meant: name the calls, or give ENOSYS (38) as `defaultErrnoRet`",
    );
    Ok(())
}
