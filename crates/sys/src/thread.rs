//! Properties of the calling thread alone.
//!
//! Root, working directory and umask belong to a thread once it has unshared them; credentials always do in
//! the kernel, and only libc's wrappers change them for the whole process. Workers that act for a target
//! need them for themselves, so everything here is the raw call.

use crate::errno::{check, last};
use crate::process::Capabilities;
use callgate_abi::Errno;
use std::marker::PhantomData;

/// Gives the calling thread its own root, working directory and umask. C: `unshare(CLONE_FS)`, since 2.6.16.
pub fn unshare_fs() -> Result<(), Errno> {
    // SAFETY: from here on chdir and umask of this thread and of the others no longer affect each
    // other, which no Rust invariant depends on.
    check(unsafe { libc::unshare(libc::CLONE_FS) }.into()).map(drop)
}

/// Whether unshare(2) is permitted at all: nothing is unshared.
pub(crate) fn unshare_nothing() -> Result<(), Errno> {
    // SAFETY: without flags the call does nothing.
    check(unsafe { libc::unshare(0) }.into()).map(drop)
}

/// Sets the umask of the calling thread (and of those it shares it with, until [`unshare_fs`]); returns the
/// one before. C: umask(2).
pub fn set_umask(mask: u32) -> u32 {
    // SAFETY: only a number is passed, and the call cannot fail.
    unsafe { libc::umask(mask & 0o777) }
}

/// The calling thread's number.
pub fn gettid() -> u32 {
    rustix::thread::gettid().as_raw_nonzero().get() as u32
}

/// Sends a signal to one thread of one process. C: tgkill(2). ESRCH when that thread is gone.
pub fn tgkill(tgid: u32, tid: u32, signal: i32) -> Result<(), Errno> {
    // SAFETY: only numbers are passed.
    check(unsafe { libc::syscall(libc::SYS_tgkill, tgid as i32, tid as i32, signal) }).map(drop)
}

/// Whether a thread belongs to this process.
pub fn is_of_this_process(tid: u32) -> bool {
    tgkill(std::process::id(), tid, 0).is_ok()
}

/// Leaves an id as it is, in setresuid and setresgid.
const KEEP: u32 = u32::MAX;

/// Who a thread is when it opens, creates and connects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credentials {
    /// The user that file access is checked for and that files are created as (fsuid).
    pub uid: u32,
    /// The group likewise (fsgid).
    pub gid: u32,
    /// The supplementary groups, in the kernel's order (ascending).
    pub groups: Vec<u32>,
    /// The effective capabilities, one bit each.
    pub capabilities: u64,
}

impl Credentials {
    /// The calling thread's.
    pub fn of_this_thread() -> Result<Credentials, Errno> {
        Ok(Credentials {
            uid: rustix::process::geteuid().as_raw(),
            gid: rustix::process::getegid().as_raw(),
            groups: groups()?,
            capabilities: Capabilities::of_this_thread()?.effective,
        })
    }

    /// Another thread's, from the text of `/proc/TID/status`; `None` when it is not such a text.
    pub fn from_status(status: &str) -> Option<Credentials> {
        let line = |name: &str| status.lines().find_map(|line| line.strip_prefix(name));
        let last_number = |name: &str| line(name)?.split_ascii_whitespace().nth(3)?.parse().ok();
        Some(Credentials {
            uid: last_number("Uid:")?,
            gid: last_number("Gid:")?,
            groups: line("Groups:")?
                .split_ascii_whitespace()
                .map(str::parse)
                .collect::<Result<_, _>>()
                .ok()?,
            capabilities: u64::from_str_radix(line("CapEff:")?.trim(), 16).ok()?,
        })
    }

    /// Makes the calling thread act with these until the guard is dropped: effective user and group (fsuid
    /// and fsgid follow), supplementary groups, effective capabilities.
    ///
    /// Real and saved ids stay, so that nobody but root can signal or trace the thread. Equal credentials
    /// cost a few reads and no change. EPERM where this process may not become that user or lacks one of the
    /// capabilities; everything is as before then.
    ///
    /// Changing the user makes this process non-dumpable, as the kernel does at every such change.
    pub fn assume(&self) -> Result<Assumed, Errno> {
        let before = Credentials::of_this_thread()?;
        if *self == before {
            return Ok(Assumed { before: None, thread: PhantomData });
        }
        // From here on every way out, by error too, restores through this guard.
        let guard = Assumed { before: Some(before), thread: PhantomData };
        self.set_groups_and_ids()?;
        let capabilities = Capabilities::of_this_thread()?;
        if self.capabilities & !capabilities.permitted != 0 {
            return Err(Errno::EPERM);
        }
        Capabilities { effective: self.capabilities, ..capabilities }.apply_to_this_thread()?;
        Ok(guard)
    }

    fn set_groups_and_ids(&self) -> Result<(), Errno> {
        if groups()? != self.groups {
            // SAFETY: the kernel reads `len` numbers from the pointer, valid during the call.
            check(unsafe { libc::syscall(libc::SYS_setgroups, self.groups.len(), self.groups.as_ptr()) })?;
        }
        // SAFETY: only numbers are passed, here and below.
        check(unsafe { libc::syscall(libc::SYS_setresgid, KEEP, self.gid, KEEP) })?;
        // SAFETY: as above.
        check(unsafe { libc::syscall(libc::SYS_setresuid, KEEP, self.uid, KEEP) }).map(drop)
    }

    /// Back from another user: capabilities first, for they permit the rest.
    fn restore(&self) -> Result<(), Errno> {
        let now = Capabilities::of_this_thread()?;
        Capabilities { effective: now.permitted, ..now }.apply_to_this_thread()?;
        self.set_groups_and_ids()?;
        let now = Capabilities::of_this_thread()?;
        Capabilities { effective: self.capabilities, ..now }.apply_to_this_thread()
    }
}

/// The calling thread acts as another until this is dropped; it stays in that thread.
///
/// When the way back fails the process is aborted: a thread of the supervisor that goes on with a target's
/// rights (or a target's call that is later performed with the supervisor's) would be a hole that
/// nothing reports, and the way back cannot fail unless something else broke the process's credentials.
/// The supervisor's end is safe: supervised calls then fail with ENOSYS.
#[derive(Debug)]
#[must_use = "the credentials are assumed only while the guard lives"]
pub struct Assumed {
    before: Option<Credentials>,
    thread: PhantomData<*const ()>,
}

impl Drop for Assumed {
    fn drop(&mut self) {
        if let Some(before) = &self.before
            && before.restore().is_err()
        {
            std::process::abort();
        }
    }
}

/// The calling thread's supplementary groups. C: getgroups(2).
pub fn groups() -> Result<Vec<u32>, Errno> {
    // Most have few; the count can grow between the two calls, hence the loop.
    let mut list = vec![0_u32; 64];
    loop {
        // SAFETY: the kernel writes at most `len` numbers to the vector of that length.
        let count =
            unsafe { libc::syscall(libc::SYS_getgroups, list.len() as libc::c_int, list.as_mut_ptr()) };
        if count >= 0 {
            list.truncate(count as usize);
            return Ok(list);
        }
        match last() {
            Errno::EINVAL if list.len() < 65536 => list.resize(list.len() * 4, 0),
            other => return Err(other),
        }
    }
}
