//! What the kernel does not take.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "STR01",
    title: "the kernel refuses the filter",
    severity: Severity::Error,
    why: "The kernel checks a filter before it takes it, and answers EINVAL without saying where. A program that does not \
          look at that error runs without the filter.",
    not_when: "Never: Linux takes no such filter. The message says which instruction, and why.",
    triggering: Example::Filter(".abi x86_64\nA = nr\nA %= 2\nif A == 0 { return kill }\nreturn allow"),
    clean: Example::Filter(".abi x86_64\nA = nr\nA &= 1\nif A == 0 { return kill }\nreturn allow"),
    check,
};

#[expect(clippy::unnecessary_wraps, reason = "the type of a check")]
fn check(look: &mut Look<'_>) -> Bounded<()> {
    let stack = look.stack();
    for (place, filter) in stack.iter().enumerate() {
        if let Err(error) = filter.program {
            let which =
                if stack.len() > 1 { format!("filter {} of the stack: ", place + 1) } else { String::new() };
            look.find_without_call(
                Severity::Error,
                format!("{which}the kernel refuses this filter (EINVAL): {error}"),
                "`callgate disasm` shows the filter with the instruction marked".into(),
            );
        }
    }
    Ok(())
}
