//! Calls that put code into the kernel, or another kernel in its place.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "RCH05",
    title: "kernel modules or another kernel can be loaded",
    severity: Severity::Warning,
    why: "A module, or another kernel by kexec, is the end of every restriction. Only the capabilities CAP_SYS_MODULE and \
          CAP_SYS_BOOT stand before it.",
    not_when: "The program has neither capability, which no filter shows. Where the filter lets everything run that \
               it does not name, it is a note: it refuses something else. A filter that lets run what it does not \
               name, and names less than 20 calls, has another purpose, and is not found: ACT01 says what runs.",
    triggering: Example::Policy(
        "callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read', 'finit_module']\n",
    ),
    clean: Example::Policy("callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read', 'write']\n"),
    check,
};

const CALLS: [&str; 4] = ["init_module", "finit_module", "kexec_load", "kexec_file_load"];

fn check(look: &mut Look<'_>) -> Bounded<()> {
    let (mut meant, mut unsaid) = (Vec::new(), Vec::new());
    look.each_surface(|look, surface| {
        if look.is_general(surface) {
            let by_default = |call: &Call| surface.runs_by_default && call.decision == surface.default;
            let (by_default, listed): (Vec<_>, Vec<_>) =
                look.running_of(surface, &CALLS)?.into_iter().partition(|(call, _)| by_default(call));
            unsaid.extend(by_default);
            meant.extend(listed);
        }
        Ok(())
    })?;
    let say = |names: &[String]| {
        let runs = verb(names.len(), "runs", "run");
        format!("{} {runs}: code in the kernel, for who has the capability", listed(names))
    };
    let fix = "refuse @module, kexec_load and kexec_file_load";
    look.find_all(Severity::Warning, &meant, say, fix);
    look.find_all(Severity::Note, &unsaid, say, fix);
    Ok(())
}
