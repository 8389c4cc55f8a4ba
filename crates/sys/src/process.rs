//! Properties of this process.

use crate::errno::check;
use crate::layout::{
    CAPABILITY_VERSION_3, CapData, CapHeader, PR_GET_DUMPABLE, PR_GET_NO_NEW_PRIVS, PR_SET_CHILD_SUBREAPER,
    PR_SET_DUMPABLE, PR_SET_NAME, PR_SET_NO_NEW_PRIVS,
};
use callgate_abi::Errno;
use std::ffi::CStr;

fn prctl(option: u32, argument: usize) -> Result<libc::c_long, Errno> {
    // SAFETY: only options whose argument is a number, or (PR_SET_NAME) a pointer checked by its
    // caller below, come here; the unused arguments are zero, as several options demand.
    check(unsafe { libc::syscall(libc::SYS_prctl, option, argument, 0_usize, 0_usize, 0_usize) })
}

/// Has all threads allocate from one heap: for a program whose threads allocate little, a heap for each costs
/// more than waiting for each other. To be called before there are threads. C: `mallopt(M_ARENA_MAX, 1)`; no effect
/// with another allocator than glibc's.
pub fn share_heap() {
    #[cfg(target_env = "gnu")]
    // SAFETY: only numbers are passed; the option concerns heaps that are made later.
    unsafe {
        libc::mallopt(libc::M_ARENA_MAX, 1);
    }
}

/// Makes exec grant nothing to the calling thread and its children from now on: no set-user-ID, no file
/// capabilities. C: `prctl(PR_SET_NO_NEW_PRIVS, 1)`, since 3.5. There is no way back.
pub fn set_no_new_privs() -> Result<(), Errno> {
    prctl(PR_SET_NO_NEW_PRIVS, 1).map(drop)
}

/// Whether exec grants nothing to the calling thread. C: `prctl(PR_GET_NO_NEW_PRIVS)`, since 3.5.
pub fn no_new_privs() -> Result<bool, Errno> {
    prctl(PR_GET_NO_NEW_PRIVS, 0).map(|value| value == 1)
}

/// Makes this process the parent of orphans among its descendants. C: `prctl(PR_SET_CHILD_SUBREAPER)`,
/// since 3.4.
pub fn set_child_subreaper(on: bool) -> Result<(), Errno> {
    prctl(PR_SET_CHILD_SUBREAPER, usize::from(on)).map(drop)
}

/// Says whether other processes of the same user may inspect this one (ptrace, `/proc/PID/mem`, core
/// dumps). C: `prctl(PR_SET_DUMPABLE)`.
///
/// Once off, an ordinary user cannot seize a child that still shares this process's memory: call it after
/// a [`crate::spawn`] that holds for a tracer.
pub fn set_dumpable(on: bool) -> Result<(), Errno> {
    prctl(PR_SET_DUMPABLE, usize::from(on)).map(drop)
}

/// Whether others may inspect this process. C: `prctl(PR_GET_DUMPABLE)`.
pub fn dumpable() -> Result<bool, Errno> {
    prctl(PR_GET_DUMPABLE, 0).map(|value| value == 1)
}

/// Names the calling thread; what is over 15 bytes is cut off. C: `prctl(PR_SET_NAME)`.
pub fn set_thread_name(name: &CStr) -> Result<(), Errno> {
    prctl(PR_SET_NAME, name.as_ptr().addr()).map(drop)
}

/// The soft limit on open files of a thread's process. C: `prlimit(RLIMIT_NOFILE)`, since 2.6.36. EPERM for a process
/// of another user without `CAP_SYS_RESOURCE`, ESRCH for a thread that is gone.
pub fn open_file_limit(tid: u32) -> Result<u64, Errno> {
    let mut limit = libc::rlimit64 { rlim_cur: 0, rlim_max: 0 };
    let new = std::ptr::null();
    // SAFETY: the kernel writes one rlimit64 to the pointer, valid during the call; nothing is set.
    check(unsafe { libc::prlimit64(tid as i32, libc::RLIMIT_NOFILE, new, &raw mut limit) }.into())?;
    Ok(limit.rlim_cur)
}

/// The capability sets of a thread, one bit per capability (capabilities(7)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Capabilities {
    /// What the kernel checks.
    pub effective: u64,
    /// What may be made effective.
    pub permitted: u64,
    /// What may pass an exec.
    pub inheritable: u64,
}

impl Capabilities {
    /// The calling thread's. C: capget(2), version 3.
    pub fn of_this_thread() -> Result<Capabilities, Errno> {
        let header = CapHeader { version: CAPABILITY_VERSION_3, pid: 0 };
        let mut halves = [CapData::default(); 2];
        // SAFETY: with version 3 the kernel reads the header and writes two halves; both are valid.
        check(unsafe { libc::syscall(libc::SYS_capget, &raw const header, halves.as_mut_ptr()) })?;
        let join = |low: u32, high: u32| u64::from(low) | (u64::from(high) << 32);
        let [low, high] = halves;
        Ok(Capabilities {
            effective: join(low.effective, high.effective),
            permitted: join(low.permitted, high.permitted),
            inheritable: join(low.inheritable, high.inheritable),
        })
    }

    /// Gives the calling thread, and no other, these sets. C: capset(2), version 3. EPERM for what is not
    /// permitted.
    pub fn apply_to_this_thread(self) -> Result<(), Errno> {
        let header = CapHeader { version: CAPABILITY_VERSION_3, pid: 0 };
        let half = |shift: u32| CapData {
            effective: (self.effective >> shift) as u32,
            permitted: (self.permitted >> shift) as u32,
            inheritable: (self.inheritable >> shift) as u32,
        };
        let halves = [half(0), half(32)];
        // SAFETY: with version 3 the kernel reads the header and two halves; both are valid.
        check(unsafe { libc::syscall(libc::SYS_capset, &raw const header, halves.as_ptr()) }).map(drop)
    }
}

/// Whether this process may do what an ordinary user may not: it is root, or has an effective capability.
pub fn privileged() -> bool {
    rustix::process::geteuid().is_root()
        || Capabilities::of_this_thread().is_ok_and(|capabilities| capabilities.effective != 0)
}
