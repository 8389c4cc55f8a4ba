//! The thread that made the call: its memory, its descriptors, its place in the file system.

use crate::callers;
use crate::procfs::Status;
use crate::stop::Stop;
use callgate_abi::{Abi, Errno, SeccompData};
use callgate_events::Mechanism;
use callgate_sys::listener::Notification;
use callgate_sys::{memory, pidfd};
use rustix::fs::{CWD, Mode, OFlags};
use std::cell::OnceCell;
use std::os::fd::{AsFd, OwnedFd};
use std::time::{Duration, Instant};

/// The longest path with its NUL (`PATH_MAX` of `linux/limits.h`).
pub const PATH_MAX: usize = 4096;

/// A waiting caller. Each read of its memory, descriptors or /proc files is followed by a check that it still
/// waits, so a reused thread id is [`Stop::Gone`] and never another process's data.
pub struct Target<'n> {
    caller: Caller<'n>,
    abi: Abi,
    status: OnceCell<Status>,
    since: Instant,
}

/// What the caller waits for.
#[derive(Clone, Copy)]
pub(crate) enum Caller<'n> {
    /// The answer to its notification.
    Notified(&'n Notification<'n>),
    /// To be resumed by its tracer, who has not reaped it: its id is nobody else's.
    Stopped(u32, &'n SeccompData),
}

impl<'n> Caller<'n> {
    /// The calling thread's id.
    pub(crate) fn tid(self) -> u32 {
        match self {
            Caller::Notified(notification) => notification.tid(),
            Caller::Stopped(tid, _) => tid,
        }
    }

    /// The registers.
    pub(crate) fn data(self) -> &'n SeccompData {
        match self {
            Caller::Notified(notification) => notification.data(),
            Caller::Stopped(_, data) => data,
        }
    }

    /// How the call came to the supervisor.
    pub(crate) fn via(self) -> Mechanism {
        match self {
            Caller::Notified(_) => Mechanism::Notify,
            Caller::Stopped(..) => Mechanism::Ptrace,
        }
    }
}

impl<'n> Target<'n> {
    /// A thread that its tracer holds at a call.
    pub(crate) fn stopped(tid: u32, data: &'n SeccompData, abi: Abi) -> Self {
        Target::of(Caller::Stopped(tid, data), abi)
    }

    pub(crate) fn of(caller: Caller<'n>, abi: Abi) -> Self {
        Target { caller, abi, status: OnceCell::new(), since: Instant::now() }
    }

    /// The calling thread's id, in the supervisor's pid namespace.
    pub fn tid(&self) -> u32 {
        self.caller.tid()
    }

    /// How the call came to the supervisor.
    pub(crate) fn via(&self) -> Mechanism {
        self.caller.via()
    }

    /// How long the supervisor has been working on the call.
    pub fn age(&self) -> Duration {
        self.since.elapsed()
    }

    /// The registers.
    pub fn data(&self) -> &SeccompData {
        self.caller.data()
    }

    /// The ABI of the call.
    pub fn abi(&self) -> Abi {
        self.abi
    }

    /// An argument register as a signed int.
    pub fn int(&self, index: usize) -> i32 {
        self.data().args[index] as i32
    }

    /// [`Stop::Gone`] when the caller no longer waits.
    pub fn check(&self) -> Result<(), Stop> {
        match self.caller {
            Caller::Notified(notification) if !notification.still_valid() => Err(Stop::Gone),
            _ => Ok(()),
        }
    }

    /// The NUL-terminated string at `address`, without its NUL. EFAULT, ENAMETOOLONG as natively.
    ///
    /// The id is not checked here: what depends on the string is answered through the notification,
    /// which fails when the id died, and callers check before they act with an effect.
    pub fn string(&self, address: u64) -> Result<Vec<u8>, Stop> {
        self.string_of(address, PATH_MAX)
    }

    /// The same for a string of at most `max` bytes with its NUL.
    pub(crate) fn string_of(&self, address: u64, max: usize) -> Result<Vec<u8>, Stop> {
        let mut buffer = Vec::with_capacity(256);
        memory::read_cstr(self.tid(), address, max, &mut buffer).map_err(Self::unreadable)?;
        Ok(buffer)
    }

    /// `length` bytes at `address`; EFAULT when any of them is unmapped.
    pub fn bytes(&self, address: u64, length: usize) -> Result<Vec<u8>, Stop> {
        let mut buffer = vec![0; length];
        memory::read_exact(self.tid(), address, &mut buffer).map_err(Self::unreadable)?;
        self.check()?;
        Ok(buffer)
    }

    /// Fills `buffer` from `address` as far as memory is readable; EFAULT when none of it is. Not
    /// followed by a check: callers check before they act.
    pub(crate) fn fill(&self, address: u64, buffer: &mut [u8]) -> Result<usize, Stop> {
        memory::read(self.tid(), address, buffer).map_err(Self::unreadable)
    }

    /// Writes all of `bytes` at `address`, or EFAULT.
    pub(crate) fn write(&self, address: u64, bytes: &[u8]) -> Result<(), Stop> {
        self.check()?;
        memory::write_exact(self.tid(), address, bytes).map_err(Self::unreadable)
    }

    /// A duplicate of the thread's descriptor `fd`; EBADF as natively.
    pub fn descriptor(&self, fd: i32) -> Result<OwnedFd, Stop> {
        let copy = match callers::descriptor(self.tid(), fd) {
            // Before 6.9 the leader's table serves, and unshared tables are refused by the plan.
            Err(Errno::EINVAL) => {
                pidfd::open(self.status()?.tgid, false).and_then(|process| pidfd::getfd(process.as_fd(), fd))
            }
            copy => copy,
        };
        let copy = copy.map_err(|errno| match errno {
            Errno::ESRCH => Stop::Gone,
            Errno::EPERM => Self::unreadable(errno),
            other => Stop::Errno(other),
        })?;
        self.check()?;
        Ok(copy)
    }

    /// The thread's current folder, pinned: it may be unlinked or renamed and still works.
    pub fn cwd(&self) -> Result<OwnedFd, Stop> {
        self.place("cwd")
    }

    /// The thread's root folder, pinned.
    pub fn root(&self) -> Result<OwnedFd, Stop> {
        self.place("root")
    }

    fn place(&self, link: &str) -> Result<OwnedFd, Stop> {
        let path = format!("/proc/{}/{link}", self.tid());
        let fd = rustix::fs::openat(CWD, path, OFlags::PATH | OFlags::CLOEXEC, Mode::empty()).map_err(
            |errno| match errno {
                rustix::io::Errno::NOENT | rustix::io::Errno::SRCH => Stop::Gone,
                rustix::io::Errno::ACCESS | rustix::io::Errno::PERM => Self::unreadable(Errno::EPERM),
                other => Stop::from(other),
            },
        )?;
        self.check()?;
        Ok(fd)
    }

    /// EMFILE when no number below the thread's RLIMIT_NOFILE is free. Natively the number is taken before
    /// anything is looked up or made. The size of /proc/PID/fd counts the open descriptors since 6.2; before
    /// it is 0 and the limit shows only when the descriptor is handed over. Callers check before they act.
    pub fn has_room(&self) -> Result<(), Stop> {
        let Ok(folder) = rustix::fs::stat(format!("/proc/{}/fd", self.tid())) else { return Ok(()) };
        let limit = match callgate_sys::process::open_file_limit(self.tid()) {
            // Of a thread that became another user its /proc file tells as much.
            Err(Errno::EPERM) => crate::procfs::open_file_limit(self.tid()),
            limit => limit.ok(),
        };
        let Some(limit) = limit else { return Ok(()) };
        let wanted = match self.caller {
            // The descriptor comes through a pair of sockets.
            Caller::Stopped(..) if crate::path::is_supervised() => 3,
            Caller::Notified(_) | Caller::Stopped(..) => 1,
        };
        // With few enough open, numbers are free. With more, some may lie above a limit that was lowered.
        let full = folder.st_size as u64 + wanted > limit
            && crate::procfs::open_files_below(self.tid(), limit) + wanted > limit;
        if full { Err(Stop::Errno(Errno::EMFILE)) } else { Ok(()) }
    }

    /// The thread's file mode creation mask.
    pub(crate) fn umask(&self) -> Result<u32, Stop> {
        let umask = crate::procfs::umask(self.tid()).ok_or(Stop::Gone)?;
        self.check()?;
        Ok(umask)
    }

    /// The thread's /proc status, read once a call.
    pub fn status(&self) -> Result<&Status, Stop> {
        if let Some(status) = self.status.get() {
            return Ok(status);
        }
        let status = Status::of(self.tid()).map_err(|_| Stop::Gone)?;
        self.check()?;
        Ok(self.status.get_or_init(|| status))
    }

    fn unreadable(errno: Errno) -> Stop {
        match errno {
            Errno::ESRCH => Stop::Gone,
            // ptrace access is refused: the program made itself non-dumpable (trap 13), or Yama did.
            Errno::EPERM | Errno::EACCES => Stop::Refused(
                Errno::EPERM,
                "the program's memory cannot be read: it made itself non-dumpable (PR_SET_DUMPABLE), or this system restricts ptrace",
            ),
            other => Stop::Errno(other),
        }
    }
}
