//! Frequent calls at the end of a long list.

use super::not_cached::{HOT, is_cached};
use super::prelude::*;
use callgate_bpf::interp;

pub(crate) static RULE: Rule = Rule {
    code: "STR05",
    title: "a frequent call is decided late",
    severity: Severity::Note,
    why: "The filter compares the number with one after the other, and a call that programs make all the time comes late. \
          Every comparison costs about half a nanosecond on every such call.",
    not_when: "The kernel answers the call from its bitmap (5.11 and newer): then the filter is not run, and nothing is \
               found.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == 100 goto ok
if A == 101 goto ok
if A == 102 goto ok
if A == 103 goto ok
if A == 104 goto ok
if A == 105 goto ok
if A == 106 goto ok
if A == 107 goto ok
if A == 108 goto ok
if A == 109 goto ok
if A == 110 goto ok
if A == 111 goto ok
if A == 112 goto ok
if A == 113 goto ok
if A == 114 goto ok
if A == 115 goto ok
if A == 116 goto ok
if A == 117 goto ok
if A == 118 goto ok
if A == 119 goto ok
if A == 120 goto ok
if A == 121 goto ok
if A == 122 goto ok
if A == 123 goto ok
if A == 124 goto ok
if A == 125 goto ok
if A == 126 goto ok
if A == 127 goto ok
if A == 128 goto ok
if A == 129 goto ok
if A == 130 goto ok
if A == 131 goto ok
if A == 132 goto ok
if A == 133 goto ok
if A == 134 goto ok
if A == 135 goto ok
if A == 136 goto ok
if A == 137 goto ok
if A == 138 goto ok
if A == 139 goto ok
if A == 140 goto ok
if A == 141 goto ok
if A == write goto out
return kill
out: A = lo32(args[0])
if A == 1 goto ok
return kill
ok: return allow",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A == write goto out
if A >= 100 {
    if A < 142 goto ok
}
return kill
out: A = lo32(args[0])
if A == 1 goto ok
return kill
ok: return allow",
    ),
    check,
};

/// Executed instructions, of all filters, from which on a frequent call is late.
const LATE: usize = 40;

fn check(look: &mut Look<'_>) -> Bounded<()> {
    let programs = look.programs();
    look.each_surface(|look, surface| {
        let mut late: Vec<(usize, String, SeccompData)> = Vec::new();
        for call in HOT.iter().filter_map(|name| surface.call(name)) {
            if is_cached(look, &call) {
                continue;
            }
            let Some(data) = look.running(&call, Ref::TRUE)? else { continue };
            let executed =
                programs.iter().map(|(_, program)| interp::run_traced(program, &data).executed.len()).sum();
            if executed >= LATE {
                late.push((executed, call.name(), data));
            }
        }
        late.sort_by_key(|(executed, ..)| std::cmp::Reverse(*executed));
        let Some((executed, _, witness)) = late.first() else { return Ok(()) };
        let (executed, witness) = (*executed, *witness);
        let names: Vec<String> = late.into_iter().map(|(_, name, _)| name).collect();
        look.find(Found {
            severity: Severity::Note,
            abi: surface.abi,
            message: format!(
                "{} {} long in the filter on every call: {} executes {executed} instructions",
                listed(&names),
                verb(names.len(), "is", "are"),
                names[0]
            ),
            calls: names,
            fix: "test frequent calls first, or search by halves (`if A >= …`) instead of one by one".into(),
            witness,
        });
        Ok(())
    })
}
