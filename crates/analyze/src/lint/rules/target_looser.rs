//! What a runtime lets run beyond its profile.

use super::prelude::*;
use callgate_policy::import::Runtime;

pub(crate) static RULE: Rule = Rule {
    code: "TGT01",
    title: "the runtime lets calls run that the profile refuses",
    severity: Severity::Warning,
    why: "A runtime reads a profile in its own way, and says nothing where it leaves something out. Docker's `includes` and \
          `excludes` are nothing to containerd, Kubernetes, runc and crun: a rule for containers with a capability \
          is there a rule for all. Two conditions on one argument are two rules for libseccomp's users: one of them is \
          enough. systemd has no conditions on arguments at all.",
    not_when: "The container has the capabilities that the rules ask for; the profile is read as for one that has none. Only \
               with --target, which says whose runtime it is.",
    triggering: Example::Profile(
        r#"{
  "defaultAction": "SCMP_ACT_ERRNO",
  "architectures": ["SCMP_ARCH_X86_64"],
  "syscalls": [
    { "names": ["read", "write", "exit_group"], "action": "SCMP_ACT_ALLOW" },
    { "names": ["socket"], "action": "SCMP_ACT_ALLOW", "args": [
      { "index": 0, "op": "SCMP_CMP_GE", "value": 1 },
      { "index": 0, "op": "SCMP_CMP_LE", "value": 2 } ] }
  ]
}"#,
        Runtime::Runc,
    ),
    clean: Example::Profile(
        r#"{
  "defaultAction": "SCMP_ACT_ERRNO",
  "architectures": ["SCMP_ARCH_X86_64"],
  "syscalls": [
    { "names": ["read", "write", "exit_group"], "action": "SCMP_ACT_ALLOW" },
    { "names": ["socket"], "action": "SCMP_ACT_ALLOW", "args": [ { "index": 0, "op": "SCMP_CMP_EQ", "value": 1 } ] },
    { "names": ["socket"], "action": "SCMP_ACT_ALLOW", "args": [ { "index": 0, "op": "SCMP_CMP_EQ", "value": 2 } ] }
  ]
}"#,
        Runtime::Runc,
    ),
    check,
};

#[expect(clippy::unnecessary_wraps, reason = "the type of a check")]
fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.find_differences(true, Severity::Warning, "write one rule for each value, with one condition on each argument, and nothing that only Docker resolves");
    Ok(())
}
