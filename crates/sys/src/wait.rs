//! Waiting for children that are not traced.

use crate::errno::{check, retry};
use callgate_abi::Errno;
use std::os::fd::{AsRawFd, BorrowedFd};

/// How a process ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ending {
    /// By exit(2) with this status, 0 to 255.
    Exited(u8),
    /// By this signal.
    Signaled {
        /// Which.
        signal: i32,
        /// A core was dumped.
        core: bool,
    },
}

impl Ending {
    /// The ending in a wait(2) status; `None` for a stop or a continuation.
    pub fn of_status(status: i32) -> Option<Ending> {
        if libc::WIFEXITED(status) {
            return Some(Ending::Exited(libc::WEXITSTATUS(status) as u8));
        }
        libc::WIFSIGNALED(status)
            .then(|| Ending::Signaled { signal: libc::WTERMSIG(status), core: libc::WCOREDUMP(status) })
    }
}

/// What happened to a child.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It ended, and is reaped.
    Ended(Ending),
    /// It was stopped by this signal.
    Stopped(i32),
    /// It goes on after SIGCONT.
    Continued,
}

/// Which child.
#[derive(Debug, Clone, Copy)]
pub enum Which<'fd> {
    /// The child with this process id.
    Pid(u32),
    /// The child behind a pidfd; since 5.4.
    Pidfd(BorrowedFd<'fd>),
    /// Any child whose end is announced by SIGCHLD, as that of every process is that has exec'd or lost its parent: so
    /// no [`crate::spawn::Guardian`]. For a process that has no children but those it waits for.
    Any,
}

/// What to wait for besides the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Also stops (`WSTOPPED`) and continuations (`WCONTINUED`).
    pub job_control: bool,
    /// Do not sleep (`WNOHANG`).
    pub no_hang: bool,
    /// Leave it to be waited for again (`WNOWAIT`).
    pub keep: bool,
}

/// Waits for a child; the process id and what happened, or `None` when nothing has (only with `no_hang`).
///
/// C: waitid(2) with `WEXITED`, and with `__WALL` but for [`Which::Any`]. ECHILD when there is no such child. A signal handler's EINTR comes
/// through, so that a supervisor can look at what the signal was for.
pub fn wait(which: Which<'_>, options: Options) -> Result<Option<(u32, Change)>, Errno> {
    let (id_type, id) = match which {
        Which::Pid(pid) => (libc::P_PID, pid),
        Which::Pidfd(fd) => (libc::P_PIDFD, fd.as_raw_fd() as u32),
        Which::Any => (libc::P_ALL, 0),
    };
    let mut flags = libc::WEXITED;
    if !matches!(which, Which::Any) {
        flags |= libc::__WALL;
    }
    if options.job_control {
        flags |= libc::WSTOPPED | libc::WCONTINUED;
    }
    if options.no_hang {
        flags |= libc::WNOHANG;
    }
    if options.keep {
        flags |= libc::WNOWAIT;
    }
    // SAFETY: an all-zero siginfo_t is a valid one; si_pid stays 0 when nothing happened.
    let mut info: libc::siginfo_t = unsafe { std::mem::zeroed() };
    // SAFETY: the kernel writes one siginfo_t to the pointer, which is valid for it.
    check(unsafe { libc::waitid(id_type, id, &raw mut info, flags) }.into())?;
    // SAFETY: waitid fills the fields of SIGCHLD, or leaves the zeros.
    let (pid, value) = unsafe { (info.si_pid(), info.si_status()) };
    if pid == 0 {
        return Ok(None);
    }
    let change = match info.si_code {
        libc::CLD_EXITED => Change::Ended(Ending::Exited(value as u8)),
        libc::CLD_KILLED => Change::Ended(Ending::Signaled { signal: value, core: false }),
        libc::CLD_DUMPED => Change::Ended(Ending::Signaled { signal: value, core: true }),
        libc::CLD_CONTINUED => Change::Continued,
        _ => Change::Stopped(value),
    };
    Ok(Some((pid as u32, change)))
}

/// Reaps a child that has ended or is about to, whatever its ending; `None` when another wait took it.
pub fn reap(pid: u32) -> Option<Ending> {
    match retry(|| wait(Which::Pid(pid), Options::default())) {
        Ok(Some((_, Change::Ended(ending)))) => Some(ending),
        _ => None,
    }
}
