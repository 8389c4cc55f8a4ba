//! Signals, passed on exactly: each arrives as it would without us, and no call is interrupted by one that natively would
//! not be.

use super::Tracer;
use super::thread::Phase;
use crate::procfs::Status;
use callgate_abi::{Abi, SeccompData, Sysno};
use callgate_sys::arch::Regs;
use callgate_sys::ptrace::{Stopped, TraceError, Tracee};
use callgate_sys::signal::SignalSet;

/// `-ERESTARTSYS`: the call is restarted, or fails with EINTR when a handler without `SA_RESTART` runs.
const RESTART_UNLESS_HANDLED: i64 = -512;
/// `-ERESTARTNOINTR`: the call is restarted whatever runs.
const RESTART: i64 = -513;
const EINTR: i64 = -4;

/// Signals that have no effect unless somebody wants one: SIGCHLD, SIGCONT, SIGURG, SIGWINCH.
const IGNORED_BY_DEFAULT: SignalSet = SignalSet::of(&[17, 18, 23, 28]);

impl Tracer {
    /// A signal is about to be delivered.
    pub(super) fn signalled(&mut self, tracee: Tracee<Stopped>, signal: i32) -> Result<(), TraceError> {
        let tid = tracee.tid();
        let Some(thread) = self.threads.get_mut(&tid) else { return self.resume(tracee, signal) };
        // All that can be blocked is blocked there; what comes nevertheless waits for nobody.
        if !matches!(thread.phase, Phase::Mapping(_) | Phase::Receiving(_)) {
            let mut regs = tracee.regs()?;
            let changed = thread.undo(&mut regs);
            if self.spares_call(tid, signal, &mut regs) || changed {
                tracee.set_regs(&regs)?;
            }
        }
        self.resume(tracee, signal)
    }

    /// Has a call restarted that only we made interruptible.
    fn spares_call(&self, tid: u32, signal: i32, regs: &mut Regs) -> bool {
        if regs.number() < 0 {
            return false;
        }
        let mut data = regs.call(false);
        if regs.is_compat() {
            data.arch = Abi::I386.audit_arch();
        }
        let spared = match regs.result() {
            RESTART_UNLESS_HANDLED => self.waited_for_us(tid, &data),
            // A traced thread is woken by ignored signals too (`sig_ignored` of `kernel/signal.c`).
            EINTR => sleeps_for_good(&data) && is_ignored(tid, signal),
            _ => false,
        };
        if spared {
            regs.set_result(RESTART);
        }
        spared
    }

    /// Whether an interrupted call had not yet reached the supervisor: natively it would not have waited there. Where it
    /// had, the supervisor gives it back only for a signal that interrupts it natively too.
    fn waited_for_us(&self, tid: u32, data: &SeccompData) -> bool {
        let asked = |call: &callgate_plan::PlannedCall| {
            data.abi().is_some_and(|abi| call.sysno == Sysno { abi, nr: data.nr as u32 })
                && call.when.iter().all(|comparison| comparison.holds(&data.args))
        };
        self.settings.notified.iter().any(asked) && !self.supervisor.post.was_restarted(tid)
    }

    /// A diverted call was interrupted: likewise.
    pub(super) fn spares_diverted(&self, tid: u32, regs: &mut Regs) {
        if regs.result() == RESTART_UNLESS_HANDLED && !self.supervisor.post.was_restarted(tid) {
            regs.set_result(RESTART);
        }
    }
}

/// Calls that fail with EINTR whatever woke them, where they wait without end; with a time to wait for they would start
/// again from its beginning.
fn sleeps_for_good(data: &SeccompData) -> bool {
    let [.., third, fourth, _, _] = data.args;
    match data.abi().and_then(|abi| (Sysno { abi, nr: data.nr as u32 }).name()) {
        Some("epoll_wait" | "epoll_pwait") => (fourth as u32).cast_signed() < 0,
        Some("epoll_pwait2" | "semtimedop" | "semtimedop_time64") => fourth == 0,
        Some("rt_sigtimedwait" | "rt_sigtimedwait_time64") => third == 0,
        Some("semop") => true,
        _ => false,
    }
}

fn is_ignored(tid: u32, signal: i32) -> bool {
    let Ok(status) = Status::of(tid) else { return false };
    let by_default = IGNORED_BY_DEFAULT.contains(signal) && !SignalSet(status.caught).contains(signal);
    by_default || SignalSet(status.ignored).contains(signal)
}
