//! From the kernel's ways of saying "no" to [`Errno`].

use callgate_abi::Errno;

/// The calling thread's `errno`, after a libc function said that it failed.
pub(crate) fn last() -> Errno {
    Errno(std::io::Error::last_os_error().raw_os_error().unwrap_or(libc::EIO) as u16)
}

/// A libc result: negative means that `errno` tells why.
pub(crate) fn check(result: libc::c_long) -> Result<libc::c_long, Errno> {
    if result < 0 { Err(last()) } else { Ok(result) }
}

/// A raw system call's result: −4095 to −1 are errors.
pub(crate) fn check_raw(result: isize) -> Result<usize, Errno> {
    if (-4095..0).contains(&result) { Err(Errno((-result) as u16)) } else { Ok(result as usize) }
}

/// A rustix error.
pub(crate) fn of_rustix(error: rustix::io::Errno) -> Errno {
    Errno(error.raw_os_error() as u16)
}

/// A standard library error; EIO for the few that carry no number.
pub(crate) fn of_io(error: &std::io::Error) -> Errno {
    Errno(error.raw_os_error().unwrap_or(libc::EIO) as u16)
}

/// Repeats a call that a signal handler cut short before it had any effect.
pub(crate) fn retry<T>(mut call: impl FnMut() -> Result<T, Errno>) -> Result<T, Errno> {
    loop {
        match call() {
            Err(Errno::EINTR) => {}
            other => return other,
        }
    }
}
