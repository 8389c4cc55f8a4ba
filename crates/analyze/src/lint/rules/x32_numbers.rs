//! Numbers 512 to 547, which old kernels took from anybody.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "ABI04",
    title: "numbers 512 to 547 run on kernels before 5.4",
    severity: Severity::Note,
    why: "x32 has calls of its own at 512 to 547, execve (520) and ptrace (521) among them. Before Linux 5.4 the \
          kernel took these numbers without x32's bit too, from any process of x86-64. A filter that lists what is \
          refused by the usual numbers does not see them.",
    not_when: "The kernel is 5.4 or newer, or has no x32.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == execve { return kill }
return allow",
    ),
    clean: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 512 { return errno ENOSYS }
if A == execve { return kill }
return allow",
    ),
    check,
};

fn check(look: &mut Look<'_>) -> Bounded<()> {
    for kernel in look.kernels().iter().filter(|kernel| kernel.main.is_active()) {
        let Some(x32) = kernel.others.iter().find(|other| other.abi == Abi::X32) else { continue };
        let (mut names, mut witness) = (Vec::new(), None);
        for call in x32.notable_first() {
            let number = call.sysno.nr & !Abi::X32_BIT;
            let Some(same) = call.sysno.name().and_then(|name| kernel.main.call(name)) else { continue };
            if !(512..548).contains(&number) || names.contains(&call.name()) {
                continue;
            }
            let bare = look.call(kernel.main.abi, number);
            let stops = look.split(same.decision)?.stops;
            let plain = look.plainly_spelled(same.sysno)?;
            let stops = look.d().and(stops, plain)?;
            let Some(data) = look.running(&bare, stops)? else { continue };
            names.push(call.name());
            witness.get_or_insert(data);
        }
        let Some(witness) = witness else { continue };
        let message = format!(
            "before Linux 5.4 {} {} by the number of x32 without its bit, as {}",
            listed(&names),
            verb(names.len(), "runs", "run"),
            witness.nr
        );
        look.find(Found {
            severity: Severity::Note,
            abi: kernel.main.abi,
            calls: names,
            message,
            fix: "refuse numbers 512 to 547 on x86_64".into(),
            witness,
        });
    }
    Ok(())
}
