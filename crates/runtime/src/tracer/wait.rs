//! Waiting for a traced run.
//!
//! This thread traces, and sleeps in wait4(2) for the next stop. What else a run needs while it waits (signals to pass
//! on, the end of its time, what outlives the program) is another thread's.

use super::{Settings, Tracer};
use crate::kills;
use crate::report::Reporter;
use crate::run::{Outcome, Running};
use crate::wait::{FORWARDED, Leftover, SIGCHLD, SWEEP, forward, kill_descendants};
use callgate_abi::Errno;
use callgate_events::{Event, Limit, LimitEvent};
use callgate_sys::ptrace::{self, Stop, Stopped, TraceError, Tracee, Waited};
use callgate_sys::signal::{SignalFd, SignalSet};
use callgate_sys::wait::Ending;
use rustix::event::{EventfdFlags, PollFd, PollFlags, eventfd, poll};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

const SIGKILL: i32 = 9;

/// Waits for a traced run. The thread that started it must call this.
pub(crate) fn wait(mut running: Running, settings: Settings, leftover: Leftover) -> Result<Outcome, Errno> {
    let supervisor = running.supervisor.clone().ok_or(Errno::EINVAL)?;
    let attendant = Attendant::new(&running)?;
    let mut tracer = Tracer::new(Arc::clone(&supervisor), running.pid, settings);
    if let Some(tracee) = running.tracee.take() {
        // Stopped at its exec. If it died there, the wait below tells.
        let _ = tracer.resume(tracee, 0);
    }
    let mut state = State::default();
    let waited = thread::scope(|scope| {
        let attending = thread::Builder::new()
            .name("callgate-attend".into())
            .stack_size(128 * 1024)
            .spawn_scoped(scope, || attendant.attend())
            .map_err(|_| Errno::EAGAIN);
        let waited = match attending {
            Ok(_) if supervisor.intake.desk().is_some() => {
                state.follow_both(&running, &mut tracer, &attendant, leftover)
            }
            Ok(_) => state.follow(&running, &mut tracer, &attendant, leftover),
            Err(errno) => Err(errno),
        };
        attendant.dismiss();
        waited
    });
    if waited.is_err() {
        // Nobody resumes its threads any more, so it cannot go on.
        kill_descendants();
    }
    running.finish();
    waited?;
    let out_of_time = attendant.out_of_time.load(Ordering::SeqCst);
    let ending = state.ending.unwrap_or(Ending::Exited(0));
    Ok(running.outcome(ending, state.killed, out_of_time))
}

/// What the loop knows so far.
#[derive(Default)]
struct State {
    ending: Option<Ending>,
    killed: bool,
}

impl State {
    /// Takes every stop and every end until none can come any more.
    fn follow(
        &mut self,
        running: &Running,
        tracer: &mut Tracer,
        attendant: &Attendant,
        leftover: Leftover,
    ) -> Result<(), Errno> {
        loop {
            match ptrace::wait_own() {
                Ok(waited) => self.take(running, tracer, attendant, leftover, waited),
                Err(Errno::EINTR) => {}
                // Somebody else took the target's end, if it is not known.
                Err(Errno::ECHILD) => return self.ending.map(drop).ok_or(Errno::ECHILD),
                Err(errno) => return Err(errno),
            }
        }
    }

    /// [`State::follow`] where answers come from the supervisor's desk too.
    fn follow_both(
        &mut self,
        running: &Running,
        tracer: &mut Tracer,
        attendant: &Attendant,
        leftover: Leftover,
    ) -> Result<(), Errno> {
        let children = SignalFd::new(SignalSet::of(&[SIGCHLD]))?;
        loop {
            // Before the wait below: what happens after it brings another.
            while children.read()?.is_some() {}
            match ptrace::wait_own_now() {
                Ok(Some(waited)) => {
                    self.take(running, tracer, attendant, leftover, waited);
                    continue;
                }
                Ok(None) => {}
                Err(Errno::EINTR) => continue,
                Err(Errno::ECHILD) => return self.ending.map(drop).ok_or(Errno::ECHILD),
                Err(errno) => return Err(errno),
            }
            if tracer.hear(|process, tid, errno| lost(running, process, tid, errno)) {
                continue;
            }
            let Some(desk) = tracer.desk() else { return Err(Errno::EINVAL) };
            let mut polled = [children.as_fd(), desk].map(|fd| PollFd::from_borrowed_fd(fd, PollFlags::IN));
            match poll(&mut polled, None) {
                Ok(_) | Err(rustix::io::Errno::INTR) => {}
                Err(errno) => return Err(crate::stop::errno_of(errno)),
            }
        }
    }

    fn take(
        &mut self,
        running: &Running,
        tracer: &mut Tracer,
        attendant: &Attendant,
        leftover: Leftover,
        waited: Waited,
    ) {
        match waited {
            Waited::Stopped(tracee, stop) => self.stopped(running, tracer, tracee, stop),
            Waited::Ended(tid, ending) => {
                tracer.ended(tid);
                if tid == running.pid {
                    self.ending = Some(ending);
                    running.report_end(ending);
                    if leftover == Leftover::Kill {
                        attendant.sweep();
                    }
                }
            }
        }
    }

    fn stopped(&mut self, running: &Running, tracer: &mut Tracer, tracee: Tracee<Stopped>, stop: Stop) {
        let tid = tracee.tid();
        if stop == Stop::Exit
            && tracer.explains_kills()
            && kills::explain(&tracee, &running.reporter, &running.policy)
            && tid == running.pid
        {
            self.killed = true;
        }
        match tracer.stopped(tracee, stop) {
            // The next wait tells of its end.
            Ok(()) | Err(TraceError::Died(_)) => {}
            Err(TraceError::Refused(errno)) => lost(running, tracer.process(tid), tid, errno),
        }
        if let Stop::Group(signal) = stop
            && tid == running.pid
        {
            running.stop_with_target(signal);
        }
        self.killed |= tracer.killed(running.pid);
    }
}

/// What cannot be followed must not go on: it stands in a stop, and its end is its process's.
fn lost(running: &Running, process: u32, tid: u32, errno: Errno) {
    running.reporter.failed("a thread of the run cannot be traced any more", Some(errno));
    let _ = callgate_sys::thread::tgkill(process, tid, SIGKILL);
}

/// The thread beside the tracer's.
struct Attendant {
    signals: SignalFd,
    target: OwnedFd,
    reporter: Arc<Reporter>,
    /// The length of the run at most, and when that is over.
    wall: Option<(Duration, Instant)>,
    /// Written to when one of the flags below has changed.
    changed: OwnedFd,
    out_of_time: AtomicBool,
    sweeping: AtomicBool,
    dismissed: AtomicBool,
}

impl Attendant {
    fn new(running: &Running) -> Result<Attendant, Errno> {
        let wall = running.policy.limits.wall.map(|wall| (wall, running.started + wall));
        Ok(Attendant {
            signals: SignalFd::new(FORWARDED.without(SIGCHLD))?,
            target: rustix::io::fcntl_dupfd_cloexec(&running.pidfd, 3).map_err(crate::stop::errno_of)?,
            reporter: Arc::clone(&running.reporter),
            wall,
            changed: eventfd(0, EventfdFlags::CLOEXEC).map_err(crate::stop::errno_of)?,
            out_of_time: AtomicBool::new(false),
            sweeping: AtomicBool::new(false),
            dismissed: AtomicBool::new(false),
        })
    }

    /// The program has ended: what outlives it is killed until nothing does.
    fn sweep(&self) {
        self.sweeping.store(true, Ordering::SeqCst);
        self.rouse();
    }

    fn dismiss(&self) {
        self.dismissed.store(true, Ordering::SeqCst);
        self.rouse();
    }

    fn rouse(&self) {
        // An eventfd that is full wakes its reader all the same.
        let _ = rustix::io::write(&self.changed, &1_u64.to_ne_bytes());
    }

    fn attend(&self) {
        while !self.dismissed.load(Ordering::SeqCst) {
            let now = Instant::now();
            if let Some((wall, end)) = self.wall
                && now >= end
                && !self.out_of_time.swap(true, Ordering::SeqCst)
            {
                let value = wall.as_millis() as u64;
                self.reporter.emit(Event::Limit(LimitEvent { limit: Limit::Wall, pid: None, value }));
            }
            let sweeping = self.out_of_time.load(Ordering::SeqCst) || self.sweeping.load(Ordering::SeqCst);
            if sweeping {
                kill_descendants();
            }
            let timeout = if sweeping {
                Some(SWEEP)
            } else {
                self.wall.map(|(_, end)| end.saturating_duration_since(now))
            };
            let timeout = timeout.and_then(|timeout| timeout.try_into().ok());
            let mut polled = [self.signals.as_fd(), self.changed.as_fd()]
                .map(|fd| PollFd::from_borrowed_fd(fd, PollFlags::IN));
            let polled_ok = poll(&mut polled, timeout.as_ref());
            if polled_ok.is_ok() && polled[1].revents().contains(PollFlags::IN) {
                let _ = rustix::io::read(&self.changed, &mut [0; 8]);
            }
            forward(&self.signals, self.target.as_fd());
        }
        // What ended the program may have come to this process too: it is not to die by it once its mask is gone.
        forward(&self.signals, self.target.as_fd());
    }
}
