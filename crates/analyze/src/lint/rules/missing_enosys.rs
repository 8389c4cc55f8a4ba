//! The wrong error for calls that libraries try first.

use super::prelude::*;
use super::time64::TWINS;

pub(crate) static RULE: Rule = Rule {
    code: "ACT05",
    title: "a new call is refused in a way that keeps libraries from using the old one",
    severity: Severity::Warning,
    why: "C libraries try the newer call first and fall back to the older one when the kernel lacks it, which they know by \
          ENOSYS. With EPERM they give up: threads cannot be made where clone3 gets EPERM (glibc 2.34), and access() \
          fails where faccessat2 does. Programs for 32-bit ABIs try the calls with 64-bit times first. \
          A filter that lists what runs must give ENOSYS to what it does not know.",
    not_when: "The older call is refused as well: then nothing is to fall back to. A trap is not found, since its handler \
               may answer anything. For newer calls that only few programs use it is a note.",
    triggering: Example::Policy(
        "callgate = 1\n[syscalls]\ndefault = 'errno.EPERM'\nallow = ['read', 'clone']\narch = ['x86_64']\n",
    ),
    clean: Example::Policy(
        "callgate = 1\n[syscalls]\ndefault = 'errno.EPERM'\nallow = ['read', 'clone']\nerrno.ENOSYS = ['clone3']\narch = ['x86_64']\n",
    ),
    check,
};

/// Calls that libraries try by themselves, and those that they fall back to.
const TRIED: [(&str, &[&str]); 2] = [("clone3", &["clone"]), ("faccessat2", &["faccessat"])];

/// Calls that programs try by themselves.
const ASKED_FOR: [(&str, &[&str]); 8] = [
    ("openat2", &["openat"]),
    ("statx", &["newfstatat", "fstatat64"]),
    ("fchmodat2", &["fchmodat"]),
    ("close_range", &["close"]),
    ("epoll_pwait2", &["epoll_pwait"]),
    ("preadv2", &["preadv"]),
    ("pwritev2", &["pwritev"]),
    ("renameat2", &["renameat"]),
];

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        let mut tried: Vec<(&str, &[&str])> = TRIED.to_vec();
        let twins: Vec<(&str, [&str; 1])> = TWINS.iter().map(|(old, young)| (*young, [*old])).collect();
        if surface.abi.word_bits() == 32 && surface.abi != Abi::X32 {
            tried.extend(twins.iter().map(|(young, old)| (*young, &old[..])));
        }
        for (severity, calls) in [(Severity::Warning, &tried[..]), (Severity::Note, &ASKED_FOR)] {
            let (mut names, mut answers, mut witness) = (Vec::new(), Vec::new(), None);
            for (young, old) in calls {
                let Some(call) = surface.call(young) else { continue };
                let Some(action) = look.always(call.decision) else { continue };
                let hard = match action {
                    Action::Errno(_) => !says_missing(action),
                    Action::KillProcess | Action::KillThread => true,
                    _ => false,
                };
                if !hard || look.running_of(surface, old)?.is_empty() {
                    continue;
                }
                if let Some(data) = look.example(&call, Ref::TRUE)? {
                    names.push((*young).to_owned());
                    witness.get_or_insert(data);
                    let answer = action.to_string();
                    if !answers.contains(&answer) {
                        answers.push(answer);
                    }
                }
            }
            let Some(witness) = witness else { continue };
            look.find(Found {
                severity,
                abi: surface.abi,
                message: format!(
                    "{} {} {} while {} older {}: who tries the new one does not fall back without ENOSYS",
                    listed(&names),
                    verb(names.len(), "gets", "get"),
                    listed(&answers),
                    verb(names.len(), "its", "their"),
                    verb(names.len(), "form runs", "forms run"),
                ),
                calls: names,
                fix: "answer ENOSYS".into(),
                witness,
            });
        }
        Ok(())
    })
}
