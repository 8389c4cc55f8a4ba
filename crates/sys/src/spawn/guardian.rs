//! The guardian: a process that ends the run when its supervisor is killed.
//!
//! The descendants of a process that is gone can be found by its ancestors only, and the supervisor's are not
//! callgate's. So the guardian does not look for them. The run lives in a Landlock domain whose processes reach no
//! others by signals (`LANDLOCK_SCOPE_SIGNAL`, since 6.12); the guardian is in it too, but not in the domain
//! within, which is the target's. So its one `kill(-1)` reaches every process of the run and no other, and all at
//! once: the kernel holds the list of processes meanwhile, and gives up a fork whose parent was just killed. The
//! target, one domain further in, can neither signal the guardian nor trace it.
//!
//! It shares the supervisor's memory (a fork would cost three times as much), runs on a stack of its own, and holds
//! no descriptor: whoever held the listener would turn calls that fail into calls that hang.

use super::stack::Stack;
use crate::arch::{clone_onto, syscall6};
use crate::errno::check_raw;
use crate::layout::{
    CLONE_FILES, CLONE_PARENT, CLONE_UNTRACED, CLONE_VM, CLOSE_RANGE_UNSHARE, PR_SET_NAME, PR_SET_PDEATHSIG,
};
use callgate_abi::Errno;
use std::ffi::{CStr, c_int};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd, RawFd};

/// The guardian's name in `/proc/PID/comm`, by which it is known although it is the supervisor's child: its
/// memory is the supervisor's.
pub const GUARDIAN_NAME: &CStr = c"callgate-guard";

/// The signal that tells the guardian of its parent's end, and the one by which the parent has it end the run. Like all
/// others they are blocked, and only waited for.
const PARENT_ENDED: c_int = libc::SIGTERM;
const END_RUN: c_int = libc::SIGUSR1;

/// A guardian that watches. Dropping it ends it, and leaves the run as it is.
#[derive(Debug)]
pub struct Guardian {
    pid: u32,
    pidfd: Option<OwnedFd>,
    /// Freed after the guardian's end; `None` once it was waited for.
    stack: Option<Stack>,
}

impl Guardian {
    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.pid
    }

    /// Its pidfd, readable once it has ended; close-on-exec.
    pub fn pidfd(&self) -> Option<BorrowedFd<'_>> {
        self.pidfd.as_ref().map(AsFd::as_fd)
    }

    /// Kills every process of the run, at once: those that fork as fast as they are killed do not get away.
    pub fn end_run(mut self) {
        // Should somebody have stopped it, it is to go on.
        if self.send(END_RUN) && self.send(libc::SIGCONT) {
            crate::wait::reap(self.pid);
            self.stack = None;
        }
    }

    /// Tells the guardian to leave, without waiting until it has; dropping it waits.
    pub fn dismiss(&self) {
        self.send(libc::SIGKILL);
    }

    /// Whether the guardian, which is not reaped yet, could be sent a signal.
    fn send(&self, signal: c_int) -> bool {
        // SAFETY: only numbers are passed; an unreaped child keeps its number.
        unsafe { libc::kill(self.pid as i32, signal) == 0 }
    }

    /// The guardian that [`start`] made.
    pub(super) fn new(pid: u32, stack: Stack) -> Guardian {
        Guardian { pid, pidfd: crate::pidfd::open(pid, false).ok(), stack: Some(stack) }
    }
}

impl Drop for Guardian {
    fn drop(&mut self) {
        let Some(stack) = self.stack.take() else { return };
        if self.send(libc::SIGKILL) {
            crate::wait::reap(self.pid);
        } else {
            // It may run on: then its stack stays.
            std::mem::forget(stack);
        }
    }
}

/// What the target's child needs to start a guardian.
pub(super) struct Orders {
    /// A ruleset that keeps signals inside.
    pub(super) ruleset: RawFd,
    /// The end of a stack that lives as long as the guardian.
    pub(super) stack_top: *mut std::ffi::c_void,
}

/// Enters the outer domain and starts a guardian in it, which becomes a child of this one's parent. The descriptors
/// must be shared with the parent. Called between clone and exec, so: raw calls only.
pub(super) fn start(orders: &Orders, parent: u32) -> Result<u32, Errno> {
    // SAFETY: only numbers are passed; the restriction is of this task alone.
    let restricted =
        unsafe { syscall6(libc::SYS_landlock_restrict_self, [orders.ruleset as usize, 0, 0, 0, 0, 0]) };
    check_raw(restricted)?;
    // Only a domain that the parent is outside of may be killed as a whole: without one, a guardian would kill
    // everything there is.
    // SAFETY: only numbers are passed, and signal 0 does nothing.
    match check_raw(unsafe { syscall6(libc::SYS_kill, [parent as usize, 0, 0, 0, 0, 0]) }) {
        Err(Errno::EPERM) => {}
        Err(errno) => return Err(errno),
        Ok(_) => return Err(Errno::EOPNOTSUPP),
    }
    // The guardian inherits the name; this process loses it at its exec.
    // SAFETY: the pointer is that of a static text of less than 16 bytes.
    unsafe {
        syscall6(libc::SYS_prctl, [PR_SET_NAME as usize, GUARDIAN_NAME.as_ptr().addr(), 0, 0, 0, 0]);
    }
    let flags = CLONE_VM | CLONE_FILES | CLONE_PARENT | CLONE_UNTRACED;
    // SAFETY: the guardian shares the memory as this child does, on a mapping of its own that `Guardian` frees only
    // after its end; `watch` makes raw calls on nothing but its stack, and never returns.
    let pid = check_raw(unsafe { clone_onto(flags, orders.stack_top, watch, parent as usize) })?;
    Ok(pid as u32)
}

/// The guardian: waits for its parent's end, and then kills the domain. All signals are blocked from its start on.
extern "C" fn watch(parent: usize) -> ! {
    let awaited: u64 = 1 << (PARENT_ENDED - 1) | 1 << (END_RUN - 1);
    // SAFETY: numbers are passed, and to rt_sigtimedwait the address of a set that is valid during the call. What
    // the calls change is the guardian's own: close_range first takes it a table of its own, an empty one.
    unsafe {
        let unshare = CLOSE_RANGE_UNSHARE as usize;
        syscall6(libc::SYS_close_range, [0, u32::MAX as usize, unshare, 0, 0, 0]);
        // What is sent to the run's process group, or by its terminal, is not for the guardian.
        syscall6(libc::SYS_setsid, [0; 6]);
        syscall6(libc::SYS_prctl, [PR_SET_PDEATHSIG as usize, PARENT_ENDED as usize, 0, 0, 0, 0]);
        // The end of each thread is announced, if the guardian is its child at that time.
        while syscall6(libc::SYS_getppid, [0; 6]) == parent as isize {
            let set = (&raw const awaited).addr();
            let signal = syscall6(libc::SYS_rt_sigtimedwait, [set, 0, 0, size_of::<u64>(), 0, 0]);
            if signal == END_RUN as isize {
                break;
            }
        }
        syscall6(libc::SYS_kill, [usize::MAX, libc::SIGKILL as usize, 0, 0, 0, 0]);
        loop {
            syscall6(libc::SYS_exit_group, [0; 6]);
        }
    }
}
