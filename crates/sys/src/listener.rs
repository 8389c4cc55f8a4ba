//! The supervisor's end of a filter: calls come in, answers go out.
//!
//! A [`Notification`] is one call of a target that waits. It is not `Clone`, and answering consumes it:
//!
//! ```compile_fail,E0382
//! use callgate_sys::listener::{Notification, Response};
//! fn twice(notification: Notification<'_>) {
//!     notification.respond(Response::Value(0));
//!     notification.respond(Response::Value(1));
//! }
//! ```
//! ```compile_fail,E0382
//! use callgate_sys::listener::{Notification, Response};
//! fn after_the_descriptor(notification: Notification<'_>, file: std::os::fd::BorrowedFd<'_>) {
//!     let _ = notification.send_fd(file, true);
//!     notification.respond(Response::Value(0));
//! }
//! ```
//! ```compile_fail,E0599
//! use callgate_sys::listener::Notification;
//! fn copied<'l>(notification: &Notification<'l>) -> Notification<'l> {
//!     notification.clone()
//! }
//! ```
//! Nor does one outlive its listener:
//! ```compile_fail,E0505
//! use callgate_sys::listener::{Listener, Received};
//! fn kept(listener: Listener) {
//!     let received = listener.recv();
//!     drop(listener);
//!     drop(received);
//! }
//! ```

use crate::errno::{check, last, of_rustix, retry};
use crate::layout::{
    SECCOMP_ADDFD_FLAG_SEND, SECCOMP_ADDFD_FLAG_SETFD, SECCOMP_IOCTL_NOTIF_ADDFD,
    SECCOMP_IOCTL_NOTIF_ID_VALID, SECCOMP_IOCTL_NOTIF_RECV, SECCOMP_IOCTL_NOTIF_SEND,
    SECCOMP_IOCTL_NOTIF_SET_FLAGS, SECCOMP_USER_NOTIF_FD_SYNC_WAKE_UP, SECCOMP_USER_NOTIF_FLAG_CONTINUE,
    SeccompNotif, SeccompNotifAddfd, SeccompNotifResp,
};
use crate::probe::kernel_version;
use crate::seccomp::notif_sizes;
use crate::signal::block_all;
use callgate_abi::{Errno, KernelVersion, SeccompData};
use rustix::event::{PollFd, PollFlags, poll};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};

/// Room on the stack for the kernel's structs, in words. Both are smaller today (10 and 3 words).
const NOTIF_WORDS: usize = 32;
const RESP_WORDS: usize = 16;

/// The descriptor that `SECCOMP_FILTER_FLAG_NEW_LISTENER` gave. Since 5.0.
///
/// Several threads may receive from one listener. When the last copy is closed, waiting and later
/// calls fail with ENOSYS in the target: they are never let through.
#[derive(Debug)]
pub struct Listener {
    fd: OwnedFd,
    notif_words: usize,
    resp_words: usize,
    /// RECV itself ends when no user is left; older kernels sleep on, so they are polled first.
    recv_ends: bool,
}

/// What [`Listener::recv`] brought.
#[derive(Debug)]
pub enum Received<'l> {
    /// A call that waits for an answer.
    Notification(Notification<'l>),
    /// A call came, and its thread died or was interrupted before it could be taken. Receive again.
    Gone,
    /// A signal handler of the supervisor ran. Nothing was taken.
    Interrupted,
    /// No thread uses the filter any more: nothing will ever come.
    Closed,
}

/// What [`Listener::poll`] saw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Readiness {
    /// A call waits to be received.
    pub readable: bool,
    /// No thread uses the filter any more.
    pub hangup: bool,
}

impl Listener {
    /// Takes over a listener's descriptor. The kernel's struct sizes are asked for once, here.
    ///
    /// The errors are those of [`notif_sizes`].
    pub fn new(fd: OwnedFd) -> Result<Listener, Errno> {
        let sizes = notif_sizes()?;
        let words = |bytes: u16, ours: usize| usize::from(bytes).max(ours).div_ceil(8);
        Ok(Listener {
            fd,
            notif_words: words(sizes.seccomp_notif, size_of::<SeccompNotif>()),
            resp_words: words(sizes.seccomp_notif_resp, size_of::<SeccompNotifResp>()),
            recv_ends: kernel_version() >= KernelVersion { major: 6, minor: 11 },
        })
    }

    /// Whether [`Listener::recv`] polls before it receives, which [`Listener::new`] decides by the kernel's
    /// release: a kernel before 6.11 never ends a RECV when no user is left.
    pub fn set_poll_first(&mut self, on: bool) {
        self.recv_ends = !on;
    }

    /// Has the kernel wake the other side on the CPU of the waker: much less waiting where both
    /// take turns. C: `SECCOMP_IOCTL_NOTIF_SET_FLAGS` with `SECCOMP_USER_NOTIF_FD_SYNC_WAKE_UP`, since 6.6
    /// (EINVAL before).
    pub fn set_sync_wake_up(&self) -> Result<(), Errno> {
        // SAFETY: this ioctl takes its word by value; no memory is passed.
        check(
            unsafe {
                libc::ioctl(
                    self.fd.as_raw_fd(),
                    SECCOMP_IOCTL_NOTIF_SET_FLAGS as _,
                    SECCOMP_USER_NOTIF_FD_SYNC_WAKE_UP,
                )
            }
            .into(),
        )
        .map(drop)
    }

    /// Takes the next waiting call; sleeps until there is one.
    ///
    /// C: `SECCOMP_IOCTL_NOTIF_RECV`. Dying targets, signals and the end are results, not errors. Before
    /// 6.11 a thread that sleeps here while another takes the last call is not woken by the end:
    /// with such a kernel receive from one thread.
    pub fn recv(&self) -> Result<Received<'_>, Errno> {
        if !self.recv_ends {
            match self.poll(None) {
                Ok(Readiness { readable: false, hangup: true }) => return Ok(Received::Closed),
                Ok(_) => {}
                Err(Errno::EINTR) => return Ok(Received::Interrupted),
                Err(other) => return Err(other),
            }
        }
        let mut small = [0_u64; NOTIF_WORDS];
        let mut large = Vec::new();
        // The kernel refuses a buffer that is not all zero (EINVAL).
        let buffer: &mut [u64] = if let Some(buffer) = small.get_mut(..self.notif_words) {
            buffer
        } else {
            large.resize(self.notif_words, 0);
            &mut large
        };
        // SAFETY: the buffer has at least the kernel's own sizeof(struct seccomp_notif) bytes, as
        // asked in `new`, is aligned for u64, and lives during the call.
        let result = check(
            unsafe { libc::ioctl(self.fd.as_raw_fd(), SECCOMP_IOCTL_NOTIF_RECV as _, buffer.as_mut_ptr()) }
                .into(),
        );
        match result {
            Ok(_) => {
                // SAFETY: the buffer is at least SeccompNotif long and aligned (`new` takes the
                // maximum of both sizes), and every bit pattern is a SeccompNotif.
                let notif = unsafe { buffer.as_ptr().cast::<SeccompNotif>().read() };
                Ok(Received::Notification(Notification { listener: self, notif }))
            }
            Err(Errno::EINTR) => Ok(Received::Interrupted),
            // Either the one call that waited is gone, or everything is; POLLHUP tells which.
            Err(Errno::ENOENT) => match retry(|| self.poll(Some(0)))? {
                Readiness { readable: false, hangup: true } => Ok(Received::Closed),
                _ => Ok(Received::Gone),
            },
            Err(other) => Err(other),
        }
    }

    /// Whether the call with this id still waits for its answer.
    ///
    /// C: `SECCOMP_IOCTL_NOTIF_ID_VALID`.
    pub fn id_valid(&self, id: u64) -> bool {
        retry(|| {
            // SAFETY: the kernel reads one u64 from the pointer, which is valid during the call.
            check(
                unsafe { libc::ioctl(self.fd.as_raw_fd(), SECCOMP_IOCTL_NOTIF_ID_VALID as _, &raw const id) }
                    .into(),
            )
        })
        .is_ok()
    }

    /// Waits until a call waits or no user is left; `timeout` in milliseconds, none for ever.
    ///
    /// C: poll(2); the hang-up since 5.8. EINTR when a signal handler ran.
    pub fn poll(&self, timeout: Option<u32>) -> Result<Readiness, Errno> {
        let timeout = timeout.map(|ms| rustix::time::Timespec {
            tv_sec: i64::from(ms / 1000),
            tv_nsec: i64::from(ms % 1000) * 1_000_000,
        });
        let mut fds = [PollFd::new(&self.fd, PollFlags::IN)];
        poll(&mut fds, timeout.as_ref()).map_err(of_rustix)?;
        let seen = fds[0].revents();
        Ok(Readiness {
            readable: seen.contains(PollFlags::IN),
            hangup: seen.intersects(PollFlags::HUP | PollFlags::ERR),
        })
    }

    /// Whether no thread uses the filter any more.
    pub fn hung_up(&self) -> Result<bool, Errno> {
        Ok(retry(|| self.poll(Some(0)))?.hangup)
    }
}

impl Listener {
    /// Lets go of the listener for good: calls that wait, and those to come, fail with ENOSYS. What is asked of it from
    /// here on finds nothing. C: close(2), by putting another file under the listener's number.
    pub fn abandon(&self) -> Result<(), Errno> {
        let nothing = rustix::event::eventfd(0, rustix::event::EventfdFlags::CLOEXEC).map_err(of_rustix)?;
        // SAFETY: both numbers are open descriptors that this process owns; the one that is replaced stays valid and
        // owned by `self`, and nobody relies on what it refers to.
        check(unsafe { libc::dup3(nothing.as_raw_fd(), self.fd.as_raw_fd(), libc::O_CLOEXEC) }.into())
            .map(drop)
    }
}

impl AsFd for Listener {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.fd.as_fd()
    }
}

impl From<Listener> for OwnedFd {
    fn from(listener: Listener) -> OwnedFd {
        listener.fd
    }
}

/// An answer to a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Response {
    /// The call's result.
    Value(i64),
    /// The call fails.
    Errno(Errno),
    /// The call is as if a signal had interrupted it: the kernel restarts it or makes it EINTR, by the
    /// handler's `SA_RESTART` (error −512, `ERESTARTSYS`). Only when the thread has a signal
    /// pending that it does not block: else the number 512 would reach the program.
    RestartSys,
    /// The kernel runs the call as it stands. Since 5.5.
    Continue(ContinueReason),
}

/// Why a call may be run by the kernel after the supervisor looked at it.
///
/// Memory, and descriptors behind their numbers, can change between the look and the run; so there is
/// no reason here for a verdict that depended on either.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContinueReason {
    /// The verdict depended on registers alone. Descriptor numbers do not count as such.
    ScalarOnly,
    /// Nothing is enforced: the run only records.
    Observe,
    /// The one exec by which callgate itself starts the target.
    Launch,
}

/// Whether an answer arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use = "an effect that was performed for a target that is gone may have to be undone or reported"]
pub enum Delivery {
    /// The target has it.
    Done,
    /// The call does not wait any more: its thread died or was interrupted.
    TargetGone,
}

/// Whether a descriptor arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use = "an open that was performed for a target that is gone may have to be undone or reported"]
pub enum FdDelivery {
    /// The target has it under this number, and its call returned that.
    Done(u32),
    /// The call does not wait any more.
    TargetGone,
}

/// A call that waits. Dropped without an answer it fails with EIO, so that nothing hangs.
#[derive(Debug)]
#[must_use = "an unanswered call fails with EIO"]
pub struct Notification<'l> {
    listener: &'l Listener,
    notif: SeccompNotif,
}

impl Notification<'_> {
    /// The notification's number, unique among those of the listener.
    pub fn id(&self) -> u64 {
        self.notif.id
    }

    /// The calling thread in the supervisor's pid namespace; 0 when it is not visible there.
    pub fn tid(&self) -> u32 {
        self.notif.pid
    }

    /// The notification's flags, 0 so far.
    pub fn flags(&self) -> u32 {
        self.notif.flags
    }

    /// The call.
    pub fn data(&self) -> &SeccompData {
        &self.notif.data
    }

    /// Whether the call still waits. Between two times it did, [`Notification::tid`] was this very
    /// thread: ask after each opening of `/proc/TID` and each read of its memory.
    ///
    /// C: `SECCOMP_IOCTL_NOTIF_ID_VALID`.
    pub fn still_valid(&self) -> bool {
        self.listener.id_valid(self.notif.id)
    }

    /// Answers the call. C: `SECCOMP_IOCTL_NOTIF_SEND`.
    pub fn respond(self, response: Response) -> Delivery {
        let delivery = self.send(response);
        std::mem::forget(self);
        delivery
    }

    fn send(&self, response: Response) -> Delivery {
        let mut resp = SeccompNotifResp { id: self.notif.id, ..SeccompNotifResp::default() };
        match response {
            Response::Value(value) => resp.val = value,
            Response::Errno(errno) => resp.error = -i32::from(errno.0),
            Response::RestartSys => resp.error = -512,
            Response::Continue(_) => resp.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE,
        }
        match retry(|| self.send_raw(&resp)) {
            // EINPROGRESS: it has been answered (an interrupted ADDFD had already marked it so).
            Ok(()) | Err(Errno::EINPROGRESS) => Delivery::Done,
            Err(_) => Delivery::TargetGone,
        }
    }

    fn send_raw(&self, resp: &SeccompNotifResp) -> Result<(), Errno> {
        let mut small = [0_u64; RESP_WORDS];
        let mut large = Vec::new();
        let buffer: &mut [u64] = if let Some(buffer) = small.get_mut(..self.listener.resp_words) {
            buffer
        } else {
            large.resize(self.listener.resp_words, 0);
            &mut large
        };
        // SAFETY: the buffer is at least SeccompNotifResp long (`Listener::new` takes the maximum of
        // both sizes) and aligned for u64, the strictest of its fields.
        unsafe { buffer.as_mut_ptr().cast::<SeccompNotifResp>().write(*resp) };
        // SAFETY: the kernel reads and writes its own sizeof(struct seccomp_notif_resp) bytes, no
        // more than the buffer has, and the buffer lives during the call.
        check(
            unsafe {
                libc::ioctl(self.listener.fd.as_raw_fd(), SECCOMP_IOCTL_NOTIF_SEND as _, buffer.as_mut_ptr())
            }
            .into(),
        )
        .map(drop)
    }

    /// Puts a copy of `fd` into the target under its lowest free number, and answers the call with that
    /// number, in one step. C: `SECCOMP_IOCTL_NOTIF_ADDFD` with `SECCOMP_ADDFD_FLAG_SEND`, since 5.14.
    ///
    /// An error gives the notification back, to be answered: EMFILE by the target's
    /// `RLIMIT_NOFILE`, EBADF for an `O_PATH` descriptor, EINVAL before 5.14.
    ///
    /// Signals are blocked meanwhile: the kernel waits for the target here, and when a signal cuts that wait
    /// short it leaves the call answered with 0 and no descriptor added (seen on 6.18: every tenth call under
    /// a timer). SIGSTOP and a freezer cannot be blocked; EINPROGRESS then tells that this happened.
    pub fn send_fd(self, fd: BorrowedFd<'_>, cloexec: bool) -> Result<FdDelivery, (Self, Errno)> {
        let _blocked = block_all();
        match self.addfd(fd, cloexec, SECCOMP_ADDFD_FLAG_SEND, 0) {
            Ok(number) => {
                std::mem::forget(self);
                Ok(FdDelivery::Done(number))
            }
            Err(Errno::ENOENT) => {
                std::mem::forget(self);
                Ok(FdDelivery::TargetGone)
            }
            Err(other) => Err((self, other)),
        }
    }

    /// Puts a copy of `fd` into the target, at a given number (replacing what is there, like dup2) or at
    /// its lowest free one; returns the number. The call still waits. C: `SECCOMP_IOCTL_NOTIF_ADDFD`,
    /// with `SECCOMP_ADDFD_FLAG_SETFD` for a given number; since 5.9.
    ///
    /// ENOENT when the call does not wait any more; EMFILE, EBADF as above.
    pub fn add_fd(&self, fd: BorrowedFd<'_>, cloexec: bool, at: Option<u32>) -> Result<u32, Errno> {
        let (flags, number) = at.map_or((0, 0), |number| (SECCOMP_ADDFD_FLAG_SETFD, number));
        // Interrupted it has been withdrawn, so it may be asked again.
        retry(|| self.addfd(fd, cloexec, flags, number))
    }

    fn addfd(&self, fd: BorrowedFd<'_>, cloexec: bool, flags: u32, newfd: u32) -> Result<u32, Errno> {
        let addfd = SeccompNotifAddfd {
            id: self.notif.id,
            flags,
            srcfd: fd.as_raw_fd() as u32,
            newfd,
            newfd_flags: if cloexec { libc::O_CLOEXEC as u32 } else { 0 },
        };
        // SAFETY: the kernel reads as many bytes as the request number says, the size of the struct
        // behind the pointer, which is valid during the call.
        let result = unsafe {
            libc::ioctl(self.listener.fd.as_raw_fd(), SECCOMP_IOCTL_NOTIF_ADDFD as _, &raw const addfd)
        };
        if result < 0 { Err(last()) } else { Ok(result as u32) }
    }
}

impl Drop for Notification<'_> {
    fn drop(&mut self) {
        let _: Delivery = self.send(Response::Errno(Errno::EIO));
    }
}
