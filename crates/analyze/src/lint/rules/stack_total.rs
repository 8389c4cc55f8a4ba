//! The room for all filters of a thread.

use super::prelude::*;
use callgate_bpf::STACK_LIMIT;

pub(crate) static RULE: Rule = Rule {
    code: "STR06",
    title: "the stack is near the kernel's limit",
    severity: Severity::Error,
    why: "All filters of a thread together may have 32768 instructions as the kernel converts them, four more for each \
          filter. The one that goes beyond is refused with ENOMEM, and a program that inherits a full stack cannot \
          install its own.",
    not_when: "Nothing else will be installed. It is an error above the limit, and a warning from three quarters of it on.",
    triggering: Example::Repeated(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == ptrace { return kill }
return allow",
        2000,
    ),
    clean: Example::Repeated(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == ptrace { return kill }
return allow",
        20,
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    let total: usize = look.programs().iter().map(|(_, program)| program.converted_len() + 4).sum();
    let (severity, what) = match total {
        total if total > STACK_LIMIT => (Severity::Error, "the last of them cannot be installed (ENOMEM)"),
        total if total > STACK_LIMIT / 4 * 3 => (Severity::Warning, "little is left for others"),
        _ => return Ok(()),
    };
    let Some(witness) = look.example_of(Ref::TRUE)? else { return Ok(()) };
    let abi = look.kernels()[0].main.abi;
    let found = Found {
        severity,
        abi,
        calls: Vec::new(),
        message: format!("the filters have {total} of {STACK_LIMIT} instructions as the kernel counts: {what}"),
        fix: "install fewer or smaller filters; one filter that does the work of several is smaller than they are".into(),
        witness,
    };
    // Every call passes the first instruction of the first filter, and so of all.
    look.find_at(
        found,
        look.programs().first().map(|(filter, _)| Passed { filter: *filter, instruction: 0 }),
    );
    Ok(())
}
