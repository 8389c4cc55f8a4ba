//! Calls for which the kernel has to run the filter.

use super::prelude::*;
use crate::cached::{has_bitmap, is_constant_allow};

pub(crate) static RULE: Rule = Rule {
    code: "STR04",
    title: "calls that are allowed, but not from the kernel's bitmap",
    severity: Severity::Note,
    why: "Since Linux 5.11 the kernel finds out which numbers a filter always allows, and does not run it for them any more. \
          It follows loads of `nr` and `arch`, comparisons with constants, AND and jumps, up to `return 0x7fff0000`; \
          anything else on the way, such as loading an argument before the number was decided, and the filter runs on \
          every call.",
    not_when: "The calls are rare. Of a call that is decided by its arguments it is found only if it is one of those that \
               programs make most.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = lo32(args[0])
X = A
A = nr
if A == read { return allow }
if A == write { return allow }
return kill",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == read { return allow }
if A == write { return allow }
return kill",
    ),
    check,
};

/// The calls that programs make most.
pub(crate) const HOT: [&str; 17] = [
    "read",
    "write",
    "readv",
    "writev",
    "pread64",
    "pwrite64",
    "recvfrom",
    "sendto",
    "recvmsg",
    "sendmsg",
    "futex",
    "epoll_wait",
    "epoll_pwait",
    "poll",
    "ppoll",
    "clock_gettime",
    "lseek",
];

/// Whether the kernel allows a call without running any of the filters.
pub(crate) fn is_cached(look: &Look<'_>, call: &Call) -> bool {
    let (arch, nr) = (call.sysno.abi.audit_arch(), call.sysno.nr);
    has_bitmap(call.sysno.abi)
        && look.programs().iter().all(|(_, program)| is_constant_allow(program, arch, nr))
}

fn check(look: &mut Look<'_>) -> Bounded<()> {
    if look.programs().is_empty() {
        return Ok(());
    }
    look.each_surface(|look, surface| {
        if !has_bitmap(surface.abi) {
            return Ok(());
        }
        let (mut always, mut some): (Vec<Call>, Vec<Call>) = (Vec::new(), Vec::new());
        for call in &surface.calls {
            if look.always(call.decision) == Some(Action::Allow) {
                always.extend((!is_cached(look, call)).then_some(*call));
            } else if HOT.contains(&call.name().as_str()) && look.split(call.decision)?.runs != Ref::FALSE {
                some.push(*call);
            }
        }
        for (calls, message, fix) in [
            (
                always,
                "always allowed, but the kernel cannot see it and runs the filter every time",
                "decide by number before anything else is loaded, and return exactly 0x7fff0000",
            ),
            (
                some,
                "allowed by arguments, so that the filter runs every time",
                "let calls that are made so often run whatever their arguments, if that is bearable",
            ),
        ] {
            let Some(first) = calls.first() else { continue };
            let Some(witness) = look.running(first, Ref::TRUE)? else { continue };
            let names: Vec<String> = calls.iter().map(Call::name).collect();
            look.find(Found {
                severity: Severity::Note,
                abi: surface.abi,
                message: format!("{} {} {message}", listed(&names), verb(names.len(), "is", "are")),
                calls: names,
                fix: fix.into(),
                witness,
            });
        }
        Ok(())
    })
}
