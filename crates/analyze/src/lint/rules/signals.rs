//! Signals to anybody.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "RCH07",
    title: "signals can be sent to other processes",
    severity: Severity::Note,
    why: "kill and its kin reach every process of the same user: they stop a supervisor, end a screen lock, confuse a \
          handler. A filter sees the process number, and can tie kill to the program's own only once it is known.",
    not_when: "The program has a user or a process namespace of its own, or Landlock (6.12) keeps signals inside. A \
               filter that lets run what it does not name, and names less than 20 calls, has another purpose, and \
               is not found: ACT01 says what runs.",
    triggering: Example::Policy(
        "callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read', 'write', 'kill']\n",
    ),
    clean: Example::Policy(
        "callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read', 'kill(pid == 77)']\n",
    ),
    check,
};

/// Calls, and the argument that says whom they reach.
const CALLS: [(&str, &str); 6] = [
    ("kill", "pid"),
    ("tkill", "tid"),
    ("tgkill", "tgid"),
    ("rt_sigqueueinfo", "tgid"),
    ("rt_tgsigqueueinfo", "tgid"),
    ("pidfd_send_signal", "pidfd"),
];

fn check(look: &mut Look<'_>) -> Bounded<()> {
    let mut running = Vec::new();
    look.each_surface(|look, surface| {
        for (name, whom) in CALLS {
            let Some(call) = surface.call(name).filter(|_| look.is_general(surface)) else { continue };
            // Process 1 is nobody's own.
            let Some(condition) = look.needed(call.sysno, &[Need::Value(whom, 1)])? else { continue };
            running.extend(look.running(&call, condition)?.map(|data| (call, data)));
        }
        Ok(())
    })?;
    look.find_all(
        Severity::Note,
        &running,
        |names| {
            let run = verb(names.len(), "runs", "run");
            format!(
                "{} {run} whatever process is meant: others of the same user can be sent signals",
                listed(names)
            )
        },
        "tie it to the program's own process number, or give the program a process namespace",
    );
    Ok(())
}
