//! Filters that are in force: read from a running thread by the kernel's own word.

use crate::failure::{Failure, errno_text};
use crate::installs::status::Status;
use callgate_abi::Errno;
use callgate_bpf::Insn;
use callgate_sys::ptrace::{self, Stop, Stopped, TraceError, Tracee, Waited};
use callgate_sys::signal;
use std::time::Duration;

const SIGCHLD: i32 = 17;
/// A thread that runs stops within microseconds; one that must wait for a CPU, within some time.
const LONGEST: Duration = Duration::from_secs(10);
/// A thread that waits for the kernel without an end in sight.
const LONGEST_ASLEEP: Duration = Duration::from_secs(1);
/// How often its state is looked at meanwhile.
const LOOK: Duration = Duration::from_millis(100);

/// Why a thread's filters were not read.
#[derive(Debug)]
pub(crate) enum Unread {
    /// It is not there, or no more.
    Gone,
    /// It does not stop for it.
    Stuck(Failure),
    /// It may not be read, and others probably neither.
    Refused(Failure),
}

impl Unread {
    /// The failure of a command that is about this thread.
    pub(crate) fn failure(self, tid: u32) -> Failure {
        match self {
            Unread::Gone => gone(tid),
            Unread::Stuck(failure) | Unread::Refused(failure) => failure,
        }
    }
}

/// The filters of a thread, the first installed first; none where it has none.
///
/// The thread is stopped for it, for some microseconds.
pub(crate) fn of_thread(tid: u32) -> Result<Vec<Vec<Insn>>, Unread> {
    let status = Status::of(tid).ok_or(Unread::Gone)?;
    match (status.state(), status.seccomp_mode()) {
        (Some('Z' | 'X'), _) => return Err(Unread::Gone),
        (_, Some(0)) => return Ok(Vec::new()),
        (_, Some(1)) => {
            return Err(Unread::Refused(Failure::new(format!(
                "thread {tid} is in strict mode, which has no filter: it may read, write, exit and return from signals"
            ))));
        }
        _ => {}
    }
    let (stopped, signal) = stop(tid)?;
    let mut filters = Vec::new();
    let result = loop {
        match stopped.seccomp_filter(filters.len()) {
            Ok(Some(insns)) => filters.push(insns),
            // EINVAL: it has none.
            Ok(None) | Err(TraceError::Refused(Errno::EINVAL)) => break Ok(()),
            Err(error) => break Err(error),
        }
    };
    // It may have been killed meanwhile.
    let _ = stopped.detach(signal);
    match result {
        Ok(()) => Ok(filters),
        Err(TraceError::Died(_)) => Err(Unread::Gone),
        Err(TraceError::Refused(errno)) => Err(Unread::Refused(match errno {
            Errno::EACCES => Failure::new(format!("cannot read the filters of thread {tid}: {}", errno_text(errno)))
                .fix("the kernel wants CAP_SYS_ADMIN for it, and a reader that is under no filter itself: run it with sudo"),
            Errno::EIO => Failure::new("this kernel cannot tell the filters of a thread")
                .fix("it was built without CONFIG_CHECKPOINT_RESTORE; start the program under `callgate dump` instead"),
            Errno::EMEDIUMTYPE => Failure::new(format!("a filter of thread {tid} is no classic BPF, and cannot be read")),
            other => Failure::new(format!("cannot read the filters of thread {tid}: {}", errno_text(other))),
        })),
    }
}

/// Stops a thread; the signal that was about to be delivered goes with it.
fn stop(tid: u32) -> Result<(Tracee<Stopped>, i32), Unread> {
    // A parent may have left it ignored: then the stop would not be told.
    let _ = signal::set_default(SIGCHLD);
    let running = ptrace::seize(tid, 0).map_err(|errno| match errno {
        Errno::ESRCH => Unread::Gone,
        errno => Unread::Refused(
            Failure::new(format!("cannot attach to thread {tid}: {}", errno_text(errno)))
                .fix("it is another user's, hardened, or traced already: run it with sudo, and without a second tracer"),
        ),
    })?;
    running.interrupt().map_err(|_| Unread::Gone)?;
    let (mut waited, mut asleep) = (Duration::ZERO, Duration::ZERO);
    loop {
        match ptrace::wait_for_within(tid, LOOK) {
            Ok(Some(Waited::Stopped(stopped, stop))) => {
                let signal = if let Stop::Signal(signal) = stop { signal } else { 0 };
                return Ok((stopped, signal));
            }
            Ok(None) => {
                let sleeps = Status::of(tid).and_then(|status| status.state()) == Some('D');
                waited += LOOK;
                asleep = if sleeps { asleep + LOOK } else { Duration::ZERO };
                if waited >= LONGEST || asleep >= LONGEST_ASLEEP {
                    // The tracing of it ends with this process.
                    return Err(Unread::Stuck(stuck(tid, sleeps)));
                }
            }
            Err(Errno::EINTR) => {}
            Ok(Some(Waited::Ended(..))) | Err(_) => return Err(Unread::Gone),
        }
    }
}

fn stuck(tid: u32, sleeps: bool) -> Failure {
    let why = if sleeps { ": it waits in the kernel, uninterruptibly (state D)" } else { "" };
    Failure::new(format!("thread {tid} does not stop, so its filters cannot be read{why}")).fix(format!(
        "try again when its call is done; /proc/{tid}/wchan and /proc/{tid}/stack say where it is"
    ))
}

/// That a thread is not there.
pub(crate) fn gone(tid: u32) -> Failure {
    Failure::new(format!("there is no process or thread {tid}"))
        .fix("it may have ended; `ps -e` lists those that run")
}
