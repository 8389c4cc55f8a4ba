//! What the child does between clone and exec.
//!
//! It shares its parent's memory, and in the held form runs beside the parent's thread whose thread-local
//! storage it sees: so raw calls only (no `errno`), no allocation, no panic, no lock.

use super::{Limit, Stage, guardian};
use crate::arch::syscall6;
use crate::errno::check_raw;
use crate::layout::{
    CLOSE_RANGE_CLOEXEC, CLOSE_RANGE_UNSHARE, FUTEX_PRIVATE_FLAG, FUTEX_WAIT, FUTEX_WAKE, KernelSigaction,
    PR_SET_NO_NEW_PRIVS, PR_SET_PDEATHSIG, SECCOMP_SET_MODE_FILTER, SockFprog,
};
use crate::signal::SignalSet;
use callgate_abi::Errno;
use std::ffi::{c_char, c_int, c_void};
use std::os::fd::RawFd;
use std::sync::atomic::{AtomicI32, AtomicU32, Ordering};

/// What the child tells its parent, in the memory they share.
pub(super) struct Report {
    stage: AtomicU32,
    errno: AtomicU32,
    listener: AtomicI32,
    /// The guardian's process id, 0 before.
    guardian: AtomicU32,
    /// 0 while a held child waits, then [`GO`] or [`LEAVE`].
    gate: AtomicU32,
}

const GO: u32 = 1;
const LEAVE: u32 = 2;

impl Report {
    pub(super) fn new() -> Report {
        Report {
            stage: AtomicU32::new(Stage::Hold as u32),
            errno: AtomicU32::new(0),
            listener: AtomicI32::new(-1),
            guardian: AtomicU32::new(0),
            gate: AtomicU32::new(0),
        }
    }

    /// The step the child came to.
    pub(super) fn stage(&self) -> Stage {
        Stage::from_number(self.stage.load(Ordering::Acquire))
    }

    /// Whether all steps before the exec succeeded.
    pub(super) fn reached_exec(&self) -> bool {
        self.stage() == Stage::Exec
    }

    /// The step that failed and why.
    pub(super) fn failure(&self) -> Option<(Stage, Errno)> {
        match self.errno.load(Ordering::Acquire) {
            0 => None,
            errno => Some((self.stage(), Errno(errno as u16))),
        }
    }

    /// The listener's number.
    pub(super) fn listener(&self) -> Option<RawFd> {
        let number = self.listener.load(Ordering::Acquire);
        (number >= 0).then_some(number)
    }

    /// The guardian's process id, once it was started.
    pub(super) fn guardian(&self) -> Option<u32> {
        Some(self.guardian.load(Ordering::Acquire)).filter(|pid| *pid != 0)
    }

    /// Lets a held child go on, or leave.
    pub(super) fn open_gate(&self, go: bool) {
        self.gate.store(if go { GO } else { LEAVE }, Ordering::Release);
        // SAFETY: the futex word is this struct's; waking uses its address only.
        unsafe {
            syscall6(
                libc::SYS_futex,
                [self.gate.as_ptr().addr(), (FUTEX_WAKE | FUTEX_PRIVATE_FLAG) as usize, 1, 0, 0, 0],
            );
        }
    }

    fn reach(&self, stage: Stage) {
        self.stage.store(stage as u32, Ordering::Release);
    }
}

/// Everything the child needs, made before the clone.
pub(super) struct Orders<'a> {
    pub(super) report: *const Report,
    pub(super) hold: bool,
    pub(super) parent: u32,
    pub(super) process_group: Option<u32>,
    pub(super) parent_death_signal: Option<i32>,
    pub(super) default_signals: SignalSet,
    pub(super) mask: SignalSet,
    pub(super) limits: &'a [Limit],
    /// Null for none, here and for the filter.
    pub(super) cwd: *const c_char,
    pub(super) no_new_privs: bool,
    pub(super) guardian: Option<guardian::Orders>,
    pub(super) landlock: Option<RawFd>,
    pub(super) filter: *const SockFprog,
    pub(super) filter_bits: u32,
    /// The table of descriptors is shared with the parent, and the filter has a listener.
    pub(super) listener: bool,
    /// Sources, all above 2.
    pub(super) stdio: [Option<RawFd>; 3],
    /// Ranges of descriptors to mark close-on-exec.
    pub(super) cloexec_ranges: &'a [(u32, u32)],
    pub(super) nonce: u64,
    pub(super) path: *const c_char,
    pub(super) argv: *const *const c_char,
    pub(super) shell_argv: *const *const c_char,
    pub(super) envp: *const *const c_char,
}

/// The child's first function. It never returns.
pub(super) extern "C" fn main(orders: *mut c_void) -> c_int {
    // SAFETY: `clone_child` passes a pointer to `Orders` that outlives the child's use of it, and neither
    // side writes to it.
    let orders = unsafe { &*orders.cast::<Orders<'_>>() };
    // SAFETY: the report outlives the child's use of it likewise; its fields are atomics.
    let report = unsafe { &*orders.report };
    let errno = run(orders, report);
    report.errno.store(u32::from(errno.0), Ordering::Release);
    leave(orders.nonce)
}

/// A call whose unused sixth argument is the nonce.
///
/// # Safety
/// As for [`syscall6`].
unsafe fn call(nr: libc::c_long, arguments: [usize; 5], nonce: u64) -> Result<usize, Errno> {
    let [first, second, third, fourth, fifth] = arguments;
    // SAFETY: the caller's promise.
    check_raw(unsafe { syscall6(nr, [first, second, third, fourth, fifth, nonce as usize]) })
}

/// Does all steps; returns why one failed, or not at all.
fn run(orders: &Orders<'_>, report: &Report) -> Errno {
    match prepare(orders, report) {
        Ok(()) => execute(orders),
        Err(errno) => errno,
    }
}

fn prepare(orders: &Orders<'_>, report: &Report) -> Result<(), Errno> {
    if orders.hold {
        wait_for_gate(report)?;
    }
    let restricted = orders.guardian.is_some() || orders.landlock.is_some() || !orders.filter.is_null();
    if orders.no_new_privs && restricted {
        report.reach(Stage::NoNewPrivs);
        // SAFETY: only numbers are passed; the unused arguments are zero, as this option demands.
        unsafe { call(libc::SYS_prctl, [PR_SET_NO_NEW_PRIVS as usize, 1, 0, 0, 0], 0)? };
    }
    if let Some(guardian) = &orders.guardian {
        // While all signals are blocked: so they are in the guardian.
        report.reach(Stage::Guardian);
        report.guardian.store(guardian::start(guardian, orders.parent)?, Ordering::Release);
    }
    if let Some(group) = orders.process_group {
        report.reach(Stage::ProcessGroup);
        // SAFETY: only numbers are passed.
        unsafe { call(libc::SYS_setpgid, [0, group as usize, 0, 0, 0], 0)? };
    }
    if let Some(signal) = orders.parent_death_signal {
        report.reach(Stage::ParentDeath);
        // SAFETY: only numbers are passed, here and in the next call.
        unsafe { call(libc::SYS_prctl, [PR_SET_PDEATHSIG as usize, signal as usize, 0, 0, 0], 0)? };
        // Had the parent died before, no signal would ever come. 0 is a parent in an outer pid namespace.
        // SAFETY: no arguments.
        let parent = unsafe { call(libc::SYS_getppid, [0; 5], 0)? };
        if parent != 0 && parent != orders.parent as usize {
            return Err(Errno::ESRCH);
        }
    }
    report.reach(Stage::Signals);
    reset_signals(orders)?;
    report.reach(Stage::Limits);
    for limit in orders.limits {
        if !(orders.listener && limit.resource == libc::RLIMIT_NOFILE) {
            set_limit(*limit, 0)?;
        }
    }
    if !orders.cwd.is_null() {
        report.reach(Stage::Directory);
        // SAFETY: the pointer is that of a CStr which the parent keeps alive. CLONE_FS was not given, so the
        // directory is the child's own.
        unsafe { call(libc::SYS_chdir, [orders.cwd.addr(), 0, 0, 0, 0], 0)? };
    }
    if !orders.listener {
        descriptors(orders, report, 0)?;
    }
    if let Some(ruleset) = orders.landlock {
        report.reach(Stage::Landlock);
        // SAFETY: only numbers are passed; the restriction is of this task alone.
        unsafe { call(libc::SYS_landlock_restrict_self, [ruleset as usize, 0, 0, 0, 0], 0)? };
    }
    if !orders.filter.is_null() {
        report.reach(Stage::Filter);
        let arguments =
            [SECCOMP_SET_MODE_FILTER as usize, orders.filter_bits as usize, orders.filter.addr(), 0, 0];
        // SAFETY: the pointer is that of a sock_fprog whose instructions the parent keeps alive; the kernel
        // copies them. Without TSYNC the filter is this task's alone.
        let result = match unsafe { call(libc::SYS_seccomp, arguments, 0) } {
            // A container may deny this call alone. What needs no flag the older one does too.
            Err(Errno::EPERM | Errno::ENOSYS) if orders.filter_bits == 0 => {
                let mode = libc::SECCOMP_MODE_FILTER as usize;
                let arguments = [libc::PR_SET_SECCOMP as usize, mode, orders.filter.addr(), 0, 0];
                // SAFETY: as above.
                unsafe { call(libc::SYS_prctl, arguments, 0)? }
            }
            result => result?,
        };
        if orders.listener {
            report.listener.store(result as RawFd, Ordering::Release);
            descriptors(orders, report, orders.nonce)?;
            report.reach(Stage::FileLimit);
            for limit in orders.limits {
                if limit.resource == libc::RLIMIT_NOFILE {
                    set_limit(*limit, orders.nonce)?;
                }
            }
        }
    }
    report.reach(Stage::Exec);
    Ok(())
}

/// Sleeps until the parent opens the gate.
fn wait_for_gate(report: &Report) -> Result<(), Errno> {
    loop {
        match report.gate.load(Ordering::Acquire) {
            GO => return Ok(()),
            0 => {}
            _ => return Err(Errno::ECANCELED),
        }
        let operation = (FUTEX_WAIT | FUTEX_PRIVATE_FLAG) as usize;
        // SAFETY: the futex word is the report's, which the parent keeps alive; no timeout is given. Its
        // result does not matter: the word is looked at again.
        unsafe { syscall6(libc::SYS_futex, [report.gate.as_ptr().addr(), operation, 0, 0, 0, 0]) };
    }
}

/// No handler may run in this child, since it would run in the parent's memory: first the handlers go, then
/// the mask. The table of handlers is the child's own (no `CLONE_SIGHAND`).
fn reset_signals(orders: &Orders<'_>) -> Result<(), Errno> {
    const SET: usize = size_of::<u64>();
    let default = KernelSigaction::default();
    for signal in 1..=64_i32 {
        if signal == libc::SIGKILL || signal == libc::SIGSTOP {
            continue;
        }
        let mut reset = orders.default_signals.contains(signal);
        if !reset {
            let mut old = KernelSigaction::default();
            let arguments = [signal as usize, 0, (&raw mut old).addr(), SET, 0];
            // SAFETY: the kernel writes one struct kernel_sigaction to the pointer, which is valid for it.
            unsafe { call(libc::SYS_rt_sigaction, arguments, 0)? };
            reset = old.handler != libc::SIG_DFL && old.handler != libc::SIG_IGN;
        }
        if reset {
            let arguments = [signal as usize, (&raw const default).addr(), 0, SET, 0];
            // SAFETY: the kernel reads one struct kernel_sigaction that means the default.
            unsafe { call(libc::SYS_rt_sigaction, arguments, 0)? };
        }
    }
    let mask = orders.mask.0;
    let arguments = [libc::SIG_SETMASK as usize, (&raw const mask).addr(), 0, SET, 0];
    // SAFETY: the kernel reads one 8-byte set from the pointer, which is valid.
    unsafe { call(libc::SYS_rt_sigprocmask, arguments, 0).map(drop) }
}

fn set_limit(limit: Limit, nonce: u64) -> Result<(), Errno> {
    let values = [limit.soft, limit.hard];
    let arguments = [0, limit.resource as usize, values.as_ptr().addr(), 0, 0];
    // SAFETY: the kernel reads a struct rlimit64, two u64, from the pointer, which is valid.
    unsafe { call(libc::SYS_prlimit64, arguments, nonce).map(drop) }
}

/// Marks what is not to be inherited and connects the standard streams, in a table of the child's own.
fn descriptors(orders: &Orders<'_>, report: &Report, nonce: u64) -> Result<(), Errno> {
    const NOTHING: (u32, u32) = (u32::MAX, u32::MAX);
    report.reach(Stage::CloseInherited);
    // With UNSHARE the first call also gives the child its own table when it shares one: nothing after it
    // touches the parent's. Where only the streams change, an empty range does just that.
    let flags = (CLOSE_RANGE_UNSHARE | CLOSE_RANGE_CLOEXEC) as usize;
    let ranges = if orders.cloexec_ranges.is_empty() && orders.listener && orders.redirects() {
        &[NOTHING]
    } else {
        orders.cloexec_ranges
    };
    for (first, last) in ranges {
        // SAFETY: only marks, and only in the child's own table, by UNSHARE.
        unsafe {
            call(libc::SYS_close_range, [*first as usize, *last as usize, flags, 0, 0], nonce)?;
        }
    }
    report.reach(Stage::Streams);
    for (at, source) in orders.stdio.iter().enumerate() {
        if let Some(source) = source {
            // SAFETY: the table is the child's own: from the clone, or from the close_range above.
            unsafe { call(libc::SYS_dup3, [*source as usize, at, 0, 0, 0], nonce)? };
        }
    }
    Ok(())
}

impl Orders<'_> {
    fn redirects(&self) -> bool {
        self.stdio.iter().any(Option::is_some)
    }
}

/// Executes the program, or `/bin/sh` on it when the kernel does not know its format; returns the errno.
fn execute(orders: &Orders<'_>) -> Errno {
    let exec = |path: *const c_char, argv: *const *const c_char| {
        let arguments = [libc::AT_FDCWD as usize, path.addr(), argv.addr(), orders.envp.addr(), 0];
        // SAFETY: the strings and the null-terminated lists were made by the parent, which keeps them alive.
        // When it succeeds this memory is no longer the child's; when it fails nothing has changed.
        match unsafe { call(libc::SYS_execveat, arguments, orders.nonce) } {
            Err(errno) => errno,
            Ok(_) => Errno::EIO,
        }
    };
    match exec(orders.path, orders.argv) {
        Errno::ENOEXEC => exec(c"/bin/sh".as_ptr(), orders.shell_argv),
        errno => errno,
    }
}

/// Ends the child without running anything of the parent's.
fn leave(nonce: u64) -> ! {
    loop {
        // SAFETY: it ends this task alone: the child is a process of its own.
        unsafe {
            let _ = call(libc::SYS_exit_group, [127, 0, 0, 0, 0], nonce);
            let _ = call(libc::SYS_exit, [127, 0, 0, 0, 0], nonce);
        }
    }
}
