//! Waiting for a run: signals, job control, kills, limits, and the end of the whole tree.

use crate::run::{Outcome, Running};
use crate::{kills, tree};
use callgate_abi::Errno;
use callgate_events::{Event, ExitEvent, Limit, LimitEvent, Status};
use callgate_sys::ptrace::{self, Stop, Stopped, Tracee, Waited};
use callgate_sys::signal::{self, SignalFd, SignalSet};
use callgate_sys::spawn::Guardian;
use callgate_sys::wait::{self, Change, Ending, Options, Which};
use rustix::event::{PollFd, PollFlags, Timespec};
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::Arc;
use std::time::{Duration, Instant};

const SIGHUP: i32 = 1;
const SIGINT: i32 = 2;
const SIGQUIT: i32 = 3;
const SIGUSR1: i32 = 10;
const SIGUSR2: i32 = 12;
const SIGALRM: i32 = 14;
const SIGTERM: i32 = 15;
pub(crate) const SIGCHLD: i32 = 17;
const SIGCONT: i32 = 18;
const SIGTSTP: i32 = 20;
const SIGTTIN: i32 = 21;
const SIGTTOU: i32 = 22;

/// The sender is a terminal or the kernel: the whole process group got the signal already.
const SI_KERNEL: i32 = 0x80;

/// Signals that a dedicated supervisor takes for its target. Block them (in every thread: before the
/// run starts) with [`signal::block`].
pub const FORWARDED: SignalSet = SignalSet::of(&[
    SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGTERM, SIGCHLD, SIGTSTP, SIGTTIN, SIGTTOU,
]);

/// After the target's end the remaining processes get this long between two sweeps.
pub(crate) const SWEEP: Duration = Duration::from_millis(10);

/// What becomes of processes that outlive the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leftover {
    /// They are killed.
    Kill,
    /// They are waited for, supervised.
    Keep,
}

/// Why a run is ended before its program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cut {
    /// `[limits] wall`.
    OutOfTime,
    /// Somebody killed the guardian.
    Unguarded,
}

/// What the loop knows so far.
#[derive(Default)]
struct State {
    ending: Option<Ending>,
    killed: bool,
    cut: Option<Cut>,
    /// No child is left.
    childless: bool,
}

impl Running {
    /// Waits for a dedicated run. The thread that started it must call this, with [`FORWARDED`]
    /// blocked; signals then go to the target, and when it stops this process stops too.
    pub fn wait(mut self, leftover: Leftover) -> Result<Outcome, Errno> {
        if let Some(settings) = self.traced.take() {
            return crate::tracer::wait(self, settings, leftover);
        }
        let signals = SignalFd::new(FORWARDED)?;
        let deadline = self.policy.limits.wall.map(|wall| self.started + wall);
        let traced = self.tracee.is_some();
        let mut state = State::default();
        if let Some(tracee) = self.tracee.take() {
            // Stopped at its exec. If it died there, the wait below tells.
            let _ = tracee.cont(0);
        }
        loop {
            self.drain(traced, &mut state)?;
            if state.ending.is_none() && state.childless {
                // Somebody else took the target's end.
                return Err(Errno::ECHILD);
            }
            if state.ending.is_some() {
                if state.childless {
                    break;
                }
                if leftover == Leftover::Kill {
                    self.kill_all();
                }
            }
            let now = Instant::now();
            if state.cut.is_none() && deadline.is_some_and(|deadline| now >= deadline) {
                state.cut = Some(Cut::OutOfTime);
                let value = self.policy.limits.wall.map_or(0, |wall| wall.as_millis() as u64);
                self.emit(Event::Limit(LimitEvent { limit: Limit::Wall, pid: None, value }));
            }
            if state.cut.is_some() {
                self.kill_all();
            }
            let sweeping = state.cut.is_some() || (state.ending.is_some() && leftover == Leftover::Kill);
            let timeout = if sweeping {
                Some(SWEEP)
            } else {
                deadline.map(|deadline| deadline.saturating_duration_since(now))
            };
            self.await_signals(&signals, timeout, &mut state)?;
        }
        // What ended the program may have come to this process too: it is not to die by it once its mask is gone.
        forward(&signals, self.pidfd.as_fd());
        self.finish();
        let ending = state.ending.unwrap_or(Ending::Exited(0));
        let mut outcome = self.outcome(ending, state.killed, state.cut == Some(Cut::OutOfTime));
        outcome.guardian = self.guardian.take().map(Arc::new);
        Ok(outcome)
    }

    /// Waits for the target of a host program: its other children are left alone, and what else the
    /// target started stays supervised until it ends.
    pub fn wait_target(self) -> Result<Outcome, Errno> {
        loop {
            match wait::wait(Which::Pid(self.pid), Options::default()) {
                Ok(Some((_, Change::Ended(ending)))) => {
                    return Ok(self.outcome(ending, false, false));
                }
                Ok(_) | Err(Errno::EINTR) => {}
                Err(errno) => return Err(errno),
            }
        }
    }

    fn await_signals(
        &self,
        signals: &SignalFd,
        timeout: Option<Duration>,
        state: &mut State,
    ) -> Result<(), Errno> {
        let timeout = timeout.map(|timeout| Timespec {
            tv_sec: timeout.as_secs() as i64,
            tv_nsec: i64::from(timeout.subsec_nanos()),
        });
        let guardian = self.guardian.as_ref().and_then(Guardian::pidfd);
        let mut polled = [signals.as_fd(), guardian.unwrap_or(signals.as_fd())]
            .map(|fd| PollFd::from_borrowed_fd(fd, PollFlags::IN));
        match rustix::event::poll(&mut polled, timeout.as_ref()) {
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(errno) => return Err(crate::stop::errno_of(errno)),
        }
        if guardian.is_some() && polled[1].revents().contains(PollFlags::IN) {
            // Should this process be killed now, the run would outlive it.
            state.cut = Some(Cut::Unguarded);
            self.reporter.failed("somebody killed the run's guardian, and so the run was ended", None);
        }
        forward(signals, self.pidfd.as_fd());
        Ok(())
    }

    /// Takes every change of a child that there is.
    fn drain(&self, traced: bool, state: &mut State) -> Result<(), Errno> {
        loop {
            let change = if traced {
                match ptrace::wait_any(true) {
                    Ok(Some(Waited::Ended(pid, ending))) => Some((pid, Change::Ended(ending))),
                    Ok(Some(Waited::Stopped(tracee, stop))) => {
                        self.stopped(tracee, stop, state);
                        continue;
                    }
                    Ok(None) => None,
                    Err(Errno::ECHILD) => {
                        state.childless = true;
                        None
                    }
                    Err(Errno::EINTR) => continue,
                    Err(errno) => return Err(errno),
                }
            } else {
                let options = Options { job_control: true, no_hang: true, keep: false };
                match wait::wait(Which::Any, options) {
                    Ok(change) => change,
                    Err(Errno::ECHILD) => {
                        state.childless = true;
                        None
                    }
                    Err(Errno::EINTR) => continue,
                    Err(errno) => return Err(errno),
                }
            };
            match change {
                None => return Ok(()),
                Some((pid, Change::Ended(ending))) if pid == self.pid => {
                    state.ending = Some(ending);
                    self.report_end(ending);
                }
                Some((pid, Change::Stopped(signal))) if pid == self.pid => self.stop_with_target(signal),
                Some(_) => {}
            }
        }
    }

    /// Reports the program's end.
    pub(crate) fn report_end(&self, ending: Ending) {
        let status = match ending {
            Ending::Exited(code) => Status::Code(i32::from(code)),
            Ending::Signaled { signal, .. } => Status::Signal(signal),
        };
        self.emit(Event::Exit(ExitEvent { pid: self.pid, exe: None, status }));
    }

    /// One stop of a traced thread: explained if it is a kill, and resumed.
    fn stopped(&self, tracee: Tracee<Stopped>, stop: Stop, state: &mut State) {
        let main = tracee.tid() == self.pid;
        let resumed = match stop {
            Stop::Signal(signal) => tracee.cont(signal),
            Stop::Group(signal) => {
                let listening = tracee.listen();
                if main {
                    self.stop_with_target(signal);
                }
                listening
            }
            Stop::Exit => {
                if kills::explain(&tracee, &self.reporter, &self.policy) && main {
                    state.killed = true;
                }
                tracee.cont(0)
            }
            _ => tracee.cont(0),
        };
        // A thread that died meanwhile is reported by the next wait.
        drop(resumed);
    }

    /// Kills every process of the run: all at once where it has a guardian; else those that come up meanwhile are
    /// for the next sweep.
    fn kill_all(&mut self) {
        if let Some(guardian) = self.guardian.take() {
            guardian.end_run();
        }
        kill_descendants();
    }

    /// The target stopped (Ctrl-Z): the shell waits for this process, so it stops too, and both go on
    /// together.
    pub(crate) fn stop_with_target(&self, by: i32) {
        if !self.dedicated {
            return;
        }
        let stopped = match by {
            SIGTSTP | SIGTTIN | SIGTTOU => signal::stop_by(by),
            _ => signal::raise_stop(),
        };
        if stopped.is_ok() {
            let _ = callgate_sys::pidfd::send_signal(self.pidfd.as_fd(), SIGCONT);
        }
    }
}

/// Passes signals on to the target that were meant for it.
pub(crate) fn forward(signals: &SignalFd, target: BorrowedFd<'_>) {
    // Where they cannot be read any more, none comes.
    while let Ok(Some(arrived)) = signals.read() {
        if arrived.signal != SIGCHLD && arrived.code != SI_KERNEL {
            // The target may have ended meanwhile.
            let _ = callgate_sys::pidfd::send_signal(target, arrived.signal);
        }
    }
}

/// Kills every process below this one; those that come up meanwhile are for the next sweep.
pub(crate) fn kill_descendants() {
    for pid in tree::descendants() {
        if let Some(pid) = i32::try_from(pid).ok().and_then(rustix::process::Pid::from_raw) {
            // It may have ended: then there is nothing to kill.
            let _ = rustix::process::kill_process(pid, rustix::process::Signal::KILL);
        }
    }
}

/// The exit code that stands for an ending: the target's own, or 128 + signal.
pub fn exit_code(ending: Ending) -> u8 {
    match ending {
        Ending::Exited(code) => code,
        Ending::Signaled { signal, .. } => 128 + signal as u8,
    }
}
