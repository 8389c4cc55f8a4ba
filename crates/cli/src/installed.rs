//! Filters that are in force: read from a running thread by the kernel's own word.

use crate::failure::{Failure, errno_text};
use crate::installs::status::Status;
use callgate_abi::Errno;
use callgate_bpf::Insn;
use callgate_sys::ptrace::{self, Stop, Stopped, TraceError, Tracee, Waited};
use std::path::Path;

/// The filters of a thread, the first installed first; none where it has none.
///
/// The thread is stopped for it, for some microseconds.
pub(crate) fn of_thread(tid: u32) -> Result<Vec<Vec<Insn>>, Failure> {
    if !Path::new(&format!("/proc/{tid}")).exists() {
        return Err(gone(tid));
    }
    match Status::of(tid).and_then(|status| status.seccomp_mode()) {
        Some(0) => return Ok(Vec::new()),
        Some(1) => {
            return Err(Failure::new(format!(
                "thread {tid} is in strict mode, which has no filter: it may read, write, exit and return from signals"
            )));
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
        Err(TraceError::Died(_)) => Err(gone(tid)),
        Err(TraceError::Refused(errno)) => Err(match errno {
            Errno::EACCES => Failure::new(format!("cannot read the filters of thread {tid}: {}", errno_text(errno)))
                .fix("the kernel wants CAP_SYS_ADMIN for it, and a reader that is under no filter itself: run it with sudo"),
            Errno::EIO => Failure::new("this kernel cannot tell the filters of a thread")
                .fix("it was built without CONFIG_CHECKPOINT_RESTORE; start the program under `callgate dump` instead"),
            Errno::EMEDIUMTYPE => Failure::new(format!("a filter of thread {tid} is no classic BPF, and cannot be read")),
            other => Failure::new(format!("cannot read the filters of thread {tid}: {}", errno_text(other))),
        }),
    }
}

/// Stops a thread; the signal that was about to be delivered goes with it.
fn stop(tid: u32) -> Result<(Tracee<Stopped>, i32), Failure> {
    let running = ptrace::seize(tid, 0).map_err(|errno| match errno {
        Errno::ESRCH => gone(tid),
        errno => Failure::new(format!("cannot attach to thread {tid}: {}", errno_text(errno)))
            .fix("it is another user's, hardened, or traced already: run it with sudo, and without a second tracer"),
    })?;
    running.interrupt().map_err(|_| gone(tid))?;
    loop {
        match ptrace::wait_for(tid) {
            Ok(Waited::Stopped(stopped, stop)) => {
                let signal = if let Stop::Signal(signal) = stop { signal } else { 0 };
                return Ok((stopped, signal));
            }
            Err(Errno::EINTR) => {}
            Ok(Waited::Ended(..)) | Err(_) => return Err(gone(tid)),
        }
    }
}

/// That a thread is not there.
pub(crate) fn gone(tid: u32) -> Failure {
    Failure::new(format!("there is no process or thread {tid}"))
        .fix("it may have ended; `ps -e` lists those that run")
}
