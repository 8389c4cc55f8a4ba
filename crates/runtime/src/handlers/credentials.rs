//! Calls after which a target's rights or root may differ from the supervisor's. They run as they are
//! (the supervisor only has to know), and only notify when the supervisor has rights to lose.

use super::Calls;
use crate::answer::{Answer, Call};
use crate::pool::Worker;
use crate::stop::Stop;
use callgate_sys::listener::ContinueReason;

pub(super) const CALLS: Calls = &[
    ("setuid", rights),
    ("setuid32", rights),
    ("setgid", rights),
    ("setgid32", rights),
    ("setreuid", rights),
    ("setreuid32", rights),
    ("setregid", rights),
    ("setregid32", rights),
    ("setresuid", rights),
    ("setresuid32", rights),
    ("setresgid", rights),
    ("setresgid32", rights),
    ("setfsuid", rights),
    ("setfsuid32", rights),
    ("setfsgid", rights),
    ("setfsgid32", rights),
    ("setgroups", rights),
    ("setgroups32", rights),
    ("capset", rights),
    ("chroot", root),
];

#[expect(clippy::unnecessary_wraps, reason = "the signature of every handler")]
fn rights(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    worker.supervisor().credentials_may_differ();
    Ok(call.pass(ContinueReason::ScalarOnly))
}

#[expect(clippy::unnecessary_wraps, reason = "the signature of every handler")]
fn root(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    worker.supervisor().root_may_differ();
    Ok(call.pass(ContinueReason::ScalarOnly))
}
