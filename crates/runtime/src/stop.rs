//! Why a handler stops early.

use callgate_abi::Errno;

/// What ends a handler before it has an answer of its own; `?` carries it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// Answer this errno: what the kernel would have answered natively.
    Errno(Errno),
    /// The call cannot be performed exactly as the target would: refused, with the reason for the report.
    Refused(Errno, &'static str),
    /// The caller died or left the call: nobody waits for an answer.
    Gone,
    /// The caller has a signal to handle: answer −ERESTARTSYS, the kernel restarts or returns EINTR.
    Restart,
}

impl From<Errno> for Stop {
    fn from(errno: Errno) -> Self {
        Stop::Errno(errno)
    }
}

impl From<rustix::io::Errno> for Stop {
    fn from(errno: rustix::io::Errno) -> Self {
        Stop::Errno(errno_of(errno))
    }
}

/// rustix's errno as ours.
pub(crate) fn errno_of(errno: rustix::io::Errno) -> Errno {
    Errno(errno.raw_os_error().unsigned_abs() as u16)
}
