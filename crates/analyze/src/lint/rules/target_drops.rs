//! What a runtime drops without a word.

use super::prelude::*;
use callgate_policy::import::Runtime;

pub(crate) static RULE: Rule = Rule {
    code: "TGT04",
    title: "the runtime leaves out parts of the profile",
    severity: Severity::Note,
    why: "Runtimes skip names of calls that they do not know, and keys that are not theirs, and say nothing. A misspelt name \
          in a list of what is refused is a call that runs.",
    not_when: "The name is of another architecture or of a kernel to come, or the key is for somebody else. callgate's own \
               list of names is that of Linux 7.1; a runtime's libseccomp may know fewer. Only with --target, which says \
               whose runtime it is.",
    triggering: Example::Profile(
        r#"{
  "defaultAction": "SCMP_ACT_ALLOW",
  "architectures": ["SCMP_ARCH_X86_64"],
  "syscalls": [ { "names": ["ptrace", "kexec_laod"], "action": "SCMP_ACT_ERRNO" } ]
}"#,
        Runtime::Runc,
    ),
    clean: Example::Profile(
        r#"{
  "defaultAction": "SCMP_ACT_ALLOW",
  "architectures": ["SCMP_ARCH_X86_64"],
  "syscalls": [ { "names": ["ptrace", "kexec_load"], "action": "SCMP_ACT_ERRNO" } ]
}"#,
        Runtime::Runc,
    ),
    check,
};

#[expect(clippy::unnecessary_wraps, reason = "the type of a check")]
fn check(look: &mut Look<'_>) -> Bounded<()> {
    let Some(target) = look.target() else { return Ok(()) };
    let mut told: Vec<(&str, Vec<u32>)> = Vec::new();
    for note in &target.run.notes {
        let line = note.place(&target.run.policy.sources, 0).line;
        match told.iter_mut().find(|(message, _)| *message == note.message) {
            Some((_, lines)) => lines.push(line),
            None => told.push((&note.message, vec![line])),
        }
    }
    for (message, lines) in told {
        let lines: Vec<usize> = lines.into_iter().map(|line| line as usize).collect();
        let message = format!("{} {}: {message}", verb(lines.len(), "line", "lines"), ranges(&lines));
        look.find_without_call(Severity::Note, message, "see whether that is meant".into());
    }
    Ok(())
}
