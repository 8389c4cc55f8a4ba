//! Calls of the kernel's own probes.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "ACT11",
    title: "uretprobe or uprobe is refused, which newer kernels do not ask about",
    severity: Severity::Note,
    why: "uretprobe (6.11) and uprobe (6.18) are made by code that the kernel itself puts into a probed program. Kernels of \
          today let them pass without asking any filter; the first ones that had uretprobe asked, and a refusal there \
          kills a program as soon as somebody attaches a probe to it.",
    not_when: "Nothing is probed. That they are refused for no other reason than that nothing is said of them is not \
               found.",
    triggering: Example::Policy(
        "callgate = 1\n[syscalls]\ndefault = 'allow'\nkill = ['uretprobe']\narch = ['x86_64']\n",
    ),
    clean: Example::Policy(
        "callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read', 'uretprobe']\narch = ['x86_64']\n",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        for call in ["uretprobe", "uprobe"].iter().filter_map(|name| surface.call(name)) {
            if !look.is_refused(&call) || look.denied(surface, &call, Ref::TRUE)?.is_none() {
                continue;
            }
            let Some(witness) = look.example(&call, Ref::TRUE)? else { continue };
            let name = call.name();
            look.find(Found {
                severity: Severity::Note,
                abi: surface.abi,
                message: format!(
                    "{name} is refused: newer kernels do not ask, older ones kill probed programs"
                ),
                calls: vec![name],
                fix: "let it run: the kernel refuses it to everybody but its own probes".into(),
                witness,
            });
        }
        Ok(())
    })
}
