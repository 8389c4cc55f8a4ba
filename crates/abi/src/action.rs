//! What a filter answers.

use crate::Errno;
use std::fmt;

/// The action of a filter's return value (seccomp(2); `SECCOMP_RET_*` of `linux/seccomp.h`).
///
/// `Ord` is the kernel's precedence over a stack of filters: the greater one wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Run the call. `SECCOMP_RET_ALLOW`, exactly 0x7fff0000 when callgate writes it.
    Allow,
    /// Run the call and log it. Since 4.14.
    Log,
    /// Ask the tracer; ENOSYS without one. The number reaches it by `PTRACE_GETEVENTMSG`.
    Trace(u16),
    /// Ask the listener. Since 5.0.
    UserNotif,
    /// Answer an error without running the call. `Errno(0)` answers 0; above 4095 the kernel caps.
    Errno(Errno),
    /// Send SIGSYS with this `si_errno`.
    Trap(u16),
    /// End the calling thread.
    KillThread,
    /// End the whole process. Since 4.14.
    KillProcess,
}

impl Action {
    /// Mask of the action in a return value: `SECCOMP_RET_ACTION_FULL`.
    pub const ACTION_FULL: u32 = 0xffff_0000;
    /// Mask of the data in a return value: `SECCOMP_RET_DATA`.
    pub const DATA: u32 = 0x0000_ffff;

    /// The filter's return value.
    pub fn to_ret(self) -> u32 {
        match self {
            Action::KillProcess => 0x8000_0000,
            Action::KillThread => 0,
            Action::Trap(data) => 0x0003_0000 | u32::from(data),
            Action::Errno(errno) => 0x0005_0000 | u32::from(errno.0),
            Action::UserNotif => 0x7fc0_0000,
            Action::Trace(data) => 0x7ff0_0000 | u32::from(data),
            Action::Log => 0x7ffc_0000,
            Action::Allow => 0x7fff_0000,
        }
    }

    /// The action the kernel takes for a return value. Unknown actions kill the process
    /// (`__seccomp_filter` in `kernel/seccomp.c`).
    pub fn from_ret(ret: u32) -> Action {
        let data = (ret & Self::DATA) as u16;
        match ret & Self::ACTION_FULL {
            0 => Action::KillThread,
            0x0003_0000 => Action::Trap(data),
            0x0005_0000 => Action::Errno(Errno(data.min(4095))),
            0x7fc0_0000 => Action::UserNotif,
            0x7ff0_0000 => Action::Trace(data),
            0x7ffc_0000 => Action::Log,
            0x7fff_0000 => Action::Allow,
            _ => Action::KillProcess,
        }
    }

    /// Place in the kernel's precedence, 0 (allow) to 7 (kill-process).
    pub fn rank(self) -> u8 {
        match self {
            Action::Allow => 0,
            Action::Log => 1,
            Action::Trace(_) => 2,
            Action::UserNotif => 3,
            Action::Errno(_) => 4,
            Action::Trap(_) => 5,
            Action::KillThread => 6,
            Action::KillProcess => 7,
        }
    }
}

impl fmt::Display for Action {
    /// The word of the policy language: `allow`, `log`, `trace`, `notify`, `errno.EPERM`, `trap`,
    /// `kill-thread`, `kill`; `errno.200`, `trace(7)` and `trap(7)` where there is no name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Action::Allow => f.write_str("allow"),
            Action::Log => f.write_str("log"),
            Action::Trace(0) => f.write_str("trace"),
            Action::Trace(data) => write!(f, "trace({data})"),
            Action::UserNotif => f.write_str("notify"),
            Action::Errno(errno) => match errno.name() {
                Some(name) => write!(f, "errno.{name}"),
                None => write!(f, "errno.{}", errno.0),
            },
            Action::Trap(0) => f.write_str("trap"),
            Action::Trap(data) => write!(f, "trap({data})"),
            Action::KillThread => f.write_str("kill-thread"),
            Action::KillProcess => f.write_str("kill"),
        }
    }
}
