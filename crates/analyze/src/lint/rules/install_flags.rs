//! The flags that a filter is installed with.

use super::prelude::*;
use callgate_abi::constants;

pub(crate) static RULE: Rule = Rule {
    code: "STR08",
    title: "the filter is installed with SPEC_ALLOW, or without TSYNC or LOG",
    severity: Severity::Warning,
    why: "SPEC_ALLOW switches the protection against speculative execution off that a filter brings (before 5.16, and \
          where it is configured since). Without TSYNC the filter holds for the thread that installs it and those it \
          makes later, and not for those that run already. Without LOG nothing but kills is in the audit log.",
    not_when: "The program has one thread when it installs the filter, and nobody reads the log: so TSYNC and LOG are a note. \
               The rule needs to know the flags: `callgate dump --format json` writes them down, other formats have \
               none.",
    triggering: Example::Installed(".abi x86_64\nA = nr\nif A == ptrace { return kill }\nreturn allow", 4),
    clean: Example::Installed(".abi x86_64\nA = nr\nif A == ptrace { return kill }\nreturn allow", 3),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    for (place, filter) in look.stack().iter().enumerate() {
        let (Some(flags), Ok(_)) = (filter.flags, filter.program) else { continue };
        let has = |name: &str| {
            constants::value(Abi::NATIVE, name).is_some_and(|value| u64::from(flags) & value != 0)
        };
        let missing: Vec<&str> = [("TSYNC", "SECCOMP_FILTER_FLAG_TSYNC"), ("LOG", "SECCOMP_FILTER_FLAG_LOG")]
            .into_iter()
            .filter(|(_, name)| !has(name))
            .map(|(short, _)| short)
            .collect();
        let mut found = Vec::new();
        if has("SECCOMP_FILTER_FLAG_SPEC_ALLOW") {
            found.push((
                Severity::Warning,
                "is installed with SPEC_ALLOW: the program loses protection against speculative execution"
                    .to_owned(),
                "leave SECCOMP_FILTER_FLAG_SPEC_ALLOW out",
            ));
        }
        if !missing.is_empty() {
            found.push((
                Severity::Note,
                format!("is installed without {}: {}", listed(&missing), meaning(&missing)),
                "install it before the first thread is made, or with seccomp(2) and these flags",
            ));
        }
        for (severity, message, fix) in found {
            let Some(witness) = look.example_of(Ref::TRUE)? else { continue };
            let abi = look.kernels()[0].main.abi;
            let message = format!("filter {} {message}", place + 1);
            let found = Found { severity, abi, calls: Vec::new(), message, fix: fix.into(), witness };
            look.find_at(found, Some(Passed { filter: place, instruction: 0 }));
        }
    }
    Ok(())
}

fn meaning(missing: &[&str]) -> &'static str {
    match missing {
        ["TSYNC"] => "threads that run already are not restricted",
        ["LOG"] => "refusals are not in the audit log",
        _ => "threads that run already are not restricted, and refusals are not in the audit log",
    }
}
