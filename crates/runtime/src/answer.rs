//! What a handler answers, and the types that keep CONTINUE away from verdicts that read memory.

use crate::observe::Observing;
use crate::target::{Caller, Target};
use callgate_abi::{Abi, Errno, SeccompData};
use callgate_sys::listener::{ContinueReason, Delivery, Notification, Response};
use std::os::fd::{AsFd, OwnedFd};

/// A handler's answer. CONTINUE can only come from [`Call::pass`], which consumes the call before any
/// of its memory was read; or in an observed run, where no verdict is enforced.
#[derive(Debug)]
pub struct Answer(Kind);

#[derive(Debug)]
enum Kind {
    Value(i64),
    Errno(Errno),
    Fd { fd: OwnedFd, cloexec: bool },
    FdAt { fd: OwnedFd, number: u32, cloexec: bool },
    Restart,
    Continue(ContinueReason),
    Silence,
}

impl Answer {
    /// The call returns this.
    pub fn value(value: i64) -> Answer {
        Answer(Kind::Value(value))
    }

    /// The call fails with this.
    pub fn errno(errno: Errno) -> Answer {
        Answer(Kind::Errno(errno))
    }

    /// The call returns a new descriptor for this file, at the lowest number free in the target. When the
    /// target goes on, the supervisor holds the file no more: nobody who waits for the last holder to let go
    /// (the other end of a FIFO, an exec of a file open for writing) can tell the difference.
    ///
    /// That takes two kernel calls. `SECCOMP_ADDFD_FLAG_SEND` does it in one, but then the target wakes up
    /// wherever the kernel likes, mostly on another CPU, which costs more than the call that it saves.
    pub fn fd(fd: OwnedFd, cloexec: bool) -> Answer {
        Answer(Kind::Fd { fd, cloexec })
    }

    /// The call returns this descriptor number, which refers to this file from then on: what the target
    /// had there is closed, as by dup2(2). C: `SECCOMP_ADDFD_FLAG_SETFD`, since 5.9.
    pub fn fd_at(fd: OwnedFd, number: u32, cloexec: bool) -> Answer {
        Answer(Kind::FdAt { fd, number, cloexec })
    }

    /// −ERESTARTSYS: only while the caller has a signal pending that it will handle (trap 8).
    pub(crate) fn restart() -> Answer {
        Answer(Kind::Restart)
    }

    /// The kernel runs the call, whatever was looked at and found: nothing is enforced.
    pub(crate) fn observed(_: &Observing) -> Answer {
        Answer(Kind::Continue(ContinueReason::Observe))
    }

    /// Nobody waits any more.
    pub(crate) fn silence() -> Answer {
        Answer(Kind::Silence)
    }

    /// Whether the kernel is to run the call.
    pub(crate) fn passes(&self) -> bool {
        matches!(self.0, Kind::Continue(_))
    }

    /// What it means for a thread that its tracer holds.
    pub(crate) fn effect(self) -> Effect {
        match self.0 {
            Kind::Value(value) => Effect::Returns(value),
            Kind::Errno(errno) => Effect::Returns(-i64::from(errno.0)),
            Kind::Restart => Effect::Returns(RESTARTSYS),
            Kind::Continue(_) => Effect::Passes,
            Kind::Fd { fd, cloexec } => Effect::Receives { fd, cloexec },
            // Only a host program's own handler answers so, and its runs are not traced.
            Kind::FdAt { .. } => Effect::Returns(-i64::from(Errno::ENOSYS.0)),
            Kind::Silence => Effect::Returns(-i64::from(Errno::EINTR.0)),
        }
    }

    /// Sends the answer. A target that died meanwhile is normal and no error.
    pub(crate) fn send(self, notification: Notification<'_>) -> Delivery {
        match self.0 {
            Kind::Value(value) => notification.respond(Response::Value(value)),
            Kind::Errno(errno) => notification.respond(Response::Errno(errno)),
            Kind::Restart => notification.respond(Response::RestartSys),
            Kind::Continue(reason) => notification.respond(Response::Continue(reason)),
            Kind::Fd { fd, cloexec } => {
                let added = notification.add_fd(fd.as_fd(), cloexec, None);
                drop(fd);
                notification.respond(match added {
                    Ok(number) => Response::Value(i64::from(number)),
                    // The target's own limits speak (EMFILE by its RLIMIT_NOFILE): pass them on.
                    Err(errno) => Response::Errno(errno),
                })
            }
            Kind::FdAt { fd, number, cloexec } => {
                let response = match notification.add_fd(fd.as_fd(), cloexec, Some(number)) {
                    Ok(number) => Response::Value(i64::from(number)),
                    Err(errno) => Response::Errno(errno),
                };
                notification.respond(response)
            }
            Kind::Silence => Delivery::TargetGone,
        }
    }
}

/// `-ERESTARTSYS` (`linux/errno.h`).
const RESTARTSYS: i64 = -512;

/// An answer to a thread that its tracer holds.
#[derive(Debug)]
pub(crate) enum Effect {
    /// The call returns this, a negative errno for an error.
    Returns(i64),
    /// It returns a new descriptor.
    Receives {
        /// For this file.
        fd: OwnedFd,
        /// Close-on-exec.
        cloexec: bool,
    },
    /// The kernel runs it.
    Passes,
}

/// A received call of which only the registers were looked at.
pub struct Call<'n> {
    caller: Caller<'n>,
    abi: Abi,
}

impl<'n> Call<'n> {
    pub(crate) fn new(caller: Caller<'n>, abi: Abi) -> Self {
        Call { caller, abi }
    }

    /// The registers.
    pub fn data(&self) -> &SeccompData {
        self.caller.data()
    }

    /// The ABI that made the call.
    pub fn abi(&self) -> Abi {
        self.abi
    }

    /// Lets the kernel run the call. Consumes it, so that no verdict that read memory, a file
    /// descriptor or anything else the target can change ends here: registers only.
    pub fn pass(self, reason: ContinueReason) -> Answer {
        Answer(Kind::Continue(reason))
    }

    /// Goes on to the target's memory and objects; from here on there is no CONTINUE.
    pub fn target(self) -> Target<'n> {
        Target::of(self.caller, self.abi)
    }
}
