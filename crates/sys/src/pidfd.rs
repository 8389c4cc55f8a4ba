//! Descriptors of processes and threads.

use crate::errno::{check, of_rustix};
use crate::layout::PIDFD_THREAD;
use callgate_abi::Errno;
use std::os::fd::{AsRawFd, BorrowedFd, FromRawFd, OwnedFd};

/// Opens a process (`thread` false: `tid` is its leader's) or any one thread (`thread` true).
///
/// C: `pidfd_open(tid, 0 or PIDFD_THREAD)`, since 5.3; threads since 6.9 (EINVAL before). ESRCH when it is
/// gone, EINVAL or ENOENT for a process pidfd of a thread that leads none. Close-on-exec is set.
pub fn open(tid: u32, thread: bool) -> Result<OwnedFd, Errno> {
    let flags = if thread { PIDFD_THREAD } else { 0 };
    // SAFETY: only numbers are passed.
    let fd = check(unsafe { libc::syscall(libc::SYS_pidfd_open, tid as i32, flags) })?;
    // SAFETY: on success the kernel returned a new descriptor, known to nobody else.
    Ok(unsafe { OwnedFd::from_raw_fd(fd as i32) })
}

/// Takes a copy of the target's descriptor `number`: the same open file, so offsets and locks are shared
/// while the copy lives.
///
/// C: `pidfd_getfd(pidfd, number, 0)`, since 5.6. EBADF where the target has none under that number;
/// EPERM where it may not be inspected; ESRCH when it is gone. Close-on-exec is set.
pub fn getfd(pidfd: BorrowedFd<'_>, number: i32) -> Result<OwnedFd, Errno> {
    // The wrapper asserts what the kernel would answer; the number is the target's, so it may be anything.
    if number < 0 {
        return Err(Errno::EBADF);
    }
    rustix::process::pidfd_getfd(pidfd, number, rustix::process::PidfdGetfdFlags::empty()).map_err(of_rustix)
}

/// Sends a signal to the process or thread behind a pidfd; 0 only asks whether it could.
///
/// C: `pidfd_send_signal(pidfd, signal, NULL, 0)`, since 5.1: never another process that took over the
/// number. ESRCH when it is gone.
pub fn send_signal(pidfd: BorrowedFd<'_>, signal: i32) -> Result<(), Errno> {
    // SAFETY: no memory is passed: the siginfo pointer is null, which means kill(2)'s.
    check(unsafe {
        libc::syscall(
            libc::SYS_pidfd_send_signal,
            pidfd.as_raw_fd(),
            signal,
            std::ptr::null::<libc::siginfo_t>(),
            0,
        )
    })
    .map(drop)
}
