//! The twins of 32-bit calls that have times of 64 bits.

use super::prelude::*;
use crate::lint::gap::main;

pub(crate) static RULE: Rule = Rule {
    code: "SIB12",
    title: "a 32-bit call is refused and its twin with 64-bit times runs, or the other way round",
    severity: Severity::Warning,
    why: "Since Linux 5.1 the 32-bit ABIs have two calls wherever a time is passed: clock_settime and clock_settime64, \
          recvmmsg and recvmmsg_time64. Lists made by the names of a 64-bit ABI name only one of them.",
    not_when: "A filter that lists what runs and lacks the twin is not found here: the program fails then, and nothing \
               runs that should not (ACT05).",
    triggering: Example::Filter(
        ".abi i386
A = arch
if A != i386 { return kill }
A = nr
if A == clock_settime { return errno EPERM }
return allow",
    ),
    clean: Example::Filter(
        ".abi i386
A = arch
if A != i386 { return kill }
A = nr
if A == clock_settime { return errno EPERM }
if A == clock_settime64 { return errno EPERM }
return allow",
    ),
    check,
};

/// Calls and their twins.
pub(crate) const TWINS: [(&str, &str); 20] = [
    ("clock_adjtime", "clock_adjtime64"),
    ("clock_getres", "clock_getres_time64"),
    ("clock_gettime", "clock_gettime64"),
    ("clock_nanosleep", "clock_nanosleep_time64"),
    ("clock_settime", "clock_settime64"),
    ("futex", "futex_time64"),
    ("io_pgetevents", "io_pgetevents_time64"),
    ("mq_timedreceive", "mq_timedreceive_time64"),
    ("mq_timedsend", "mq_timedsend_time64"),
    ("ppoll", "ppoll_time64"),
    ("pselect6", "pselect6_time64"),
    ("recvmmsg", "recvmmsg_time64"),
    ("rt_sigtimedwait", "rt_sigtimedwait_time64"),
    ("sched_rr_get_interval", "sched_rr_get_interval_time64"),
    ("semtimedop", "semtimedop_time64"),
    ("timer_gettime", "timer_gettime64"),
    ("timer_settime", "timer_settime64"),
    ("timerfd_gettime", "timerfd_gettime64"),
    ("timerfd_settime", "timerfd_settime64"),
    ("utimensat", "utimensat_time64"),
];

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        if surface.abi.word_bits() == 64 {
            return Ok(());
        }
        for (old, young) in TWINS {
            if let Some(gap) = look.gap(surface, &[main(old), main(young)])? {
                look.find_gap(surface, &gap, "times of 32 and 64 bits", "refuse both alike");
            }
        }
        Ok(())
    })
}
