//! seccomp(2): filters, listeners and what the kernel offers.

use crate::errno::{check, last};
use crate::layout::{
    SECCOMP_FILTER_FLAG_LOG, SECCOMP_FILTER_FLAG_NEW_LISTENER, SECCOMP_FILTER_FLAG_SPEC_ALLOW,
    SECCOMP_FILTER_FLAG_TSYNC, SECCOMP_FILTER_FLAG_TSYNC_ESRCH, SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV,
    SECCOMP_GET_ACTION_AVAIL, SECCOMP_GET_NOTIF_SIZES, SECCOMP_SET_MODE_FILTER, SECCOMP_SET_MODE_STRICT,
    SeccompNotifSizes, SockFprog,
};
use callgate_abi::{Action, Errno};
use callgate_bpf::Program;
use std::os::fd::{FromRawFd, OwnedFd};

/// How a filter is installed: the `SECCOMP_FILTER_FLAG_*` that callers choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct InstallFlags {
    /// All threads of this process, or ESRCH when one cannot follow (`TSYNC`, since 3.17).
    pub tsync: bool,
    /// Log every answer but allow (`LOG`, since 4.14).
    pub log: bool,
    /// Leave the mitigation of speculative store bypass off (`SPEC_ALLOW`, since 4.17).
    pub spec_allow: bool,
}

impl InstallFlags {
    /// The flags as the kernel takes them.
    pub fn bits(self) -> u32 {
        let mut bits = 0;
        if self.tsync {
            // With ESRCH, since a thread's number as result reads like success to a caller in haste.
            bits |= SECCOMP_FILTER_FLAG_TSYNC;
        }
        if self.log {
            bits |= SECCOMP_FILTER_FLAG_LOG;
        }
        if self.spec_allow {
            bits |= SECCOMP_FILTER_FLAG_SPEC_ALLOW;
        }
        bits
    }
}

/// The program as the kernel takes it; valid as long as the program is borrowed.
pub(crate) fn fprog(program: &Program) -> SockFprog {
    SockFprog { len: program.len() as u16, filter: program.insns().as_ptr() }
}

/// Installs a filter on the calling thread, or on all threads of the process.
///
/// C: `seccomp(SECCOMP_SET_MODE_FILTER, flags, &prog)`, since 3.17. EACCES without
/// no-new-privileges ([`crate::process::set_no_new_privs`]) or `CAP_SYS_ADMIN`; ENOMEM when the thread's
/// filters become too long together; ESRCH when a thread could not follow (`tsync`).
pub fn install(program: &Program, flags: InstallFlags) -> Result<(), Errno> {
    let prog = fprog(program);
    // SAFETY: `prog` points at `program`'s instructions, which outlive the call; the kernel copies
    // them. The program has passed the kernel's own checks.
    let result = check(unsafe {
        libc::syscall(libc::SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags.bits(), &raw const prog)
    })?;
    // With TSYNC a positive result is the thread that could not follow; nothing was installed.
    if result > 0 { Err(Errno::ESRCH) } else { Ok(()) }
}

/// Installs a filter on the calling thread and returns its listener.
///
/// C: `seccomp(SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER | …, &prog)`, since 5.0;
/// `wait_killable` since 5.19 (EINVAL before). EBUSY when a filter of this thread has a listener
/// already. With `tsync` all threads follow, or ESRCH (since 5.7).
pub fn install_with_listener(
    program: &Program,
    wait_killable: bool,
    flags: InstallFlags,
) -> Result<OwnedFd, Errno> {
    let prog = fprog(program);
    let bits = listener_bits(wait_killable, flags);
    // SAFETY: as in `install`.
    let fd =
        check(unsafe { libc::syscall(libc::SYS_seccomp, SECCOMP_SET_MODE_FILTER, bits, &raw const prog) })?;
    // SAFETY: on success the kernel returned a descriptor that nobody else knows of yet; a thread's
    // number is never returned, since TSYNC goes with TSYNC_ESRCH.
    Ok(unsafe { OwnedFd::from_raw_fd(fd as i32) })
}

pub(crate) fn listener_bits(wait_killable: bool, flags: InstallFlags) -> u32 {
    let mut bits = flags.bits() | SECCOMP_FILTER_FLAG_NEW_LISTENER;
    if flags.tsync {
        bits |= SECCOMP_FILTER_FLAG_TSYNC_ESRCH;
    }
    if wait_killable {
        bits |= SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV;
    }
    bits
}

/// Puts the calling thread into strict mode: read, write, exit and sigreturn, for ever.
///
/// C: `seccomp(SECCOMP_SET_MODE_STRICT, 0, NULL)`, since 3.17. EINVAL where a filter is installed.
pub fn set_strict() -> Result<(), Errno> {
    // SAFETY: no pointers are passed.
    check(unsafe { libc::syscall(libc::SYS_seccomp, SECCOMP_SET_MODE_STRICT, 0, 0) }).map(drop)
}

/// Whether the kernel knows an action; data bits do not matter.
///
/// C: `seccomp(SECCOMP_GET_ACTION_AVAIL, 0, &action)`, since 4.14. EOPNOTSUPP where it does not; EINVAL
/// or ENOSYS before; EPERM where a container denies seccomp(2).
pub fn action_available(action: Action) -> Result<(), Errno> {
    let word: u32 = action.to_ret() & Action::ACTION_FULL;
    // SAFETY: the kernel reads one u32 from the pointer, which is valid during the call.
    check(unsafe { libc::syscall(libc::SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &raw const word) }).map(drop)
}

/// Whether filters can be installed, by seccomp(2) or, where that alone is denied, by prctl(2): without a program both
/// fail with EFAULT. The error of prctl(2) where neither can.
pub(crate) fn installable() -> Result<(), Errno> {
    if flags_known(0).is_ok() {
        return Ok(());
    }
    let nothing = std::ptr::null::<u8>();
    // SAFETY: the null pointer is the point: the kernel cannot read a program and gives EFAULT.
    let result = unsafe { libc::prctl(libc::PR_SET_SECCOMP, libc::SECCOMP_MODE_FILTER, nothing) };
    match check(result.into()) {
        Ok(_) | Err(Errno::EFAULT) => Ok(()),
        Err(errno) => Err(errno),
    }
}

/// Whether the kernel knows these filter flags, found without installing anything: with a null
/// program a known flag gives EFAULT and an unknown one EINVAL (seccomp(2), "Checking").
pub fn flags_known(bits: u32) -> Result<bool, Errno> {
    // SAFETY: the null pointer is the point: the kernel cannot read a program and gives EFAULT.
    let result =
        unsafe { libc::syscall(libc::SYS_seccomp, SECCOMP_SET_MODE_FILTER, bits, std::ptr::null::<u8>()) };
    if result >= 0 {
        return Ok(true);
    }
    match last() {
        // EBUSY: the kernel looks at the program first, so only an outer callgate's filter says it here.
        Errno::EFAULT | Errno::EBUSY => Ok(true),
        Errno::EINVAL => Ok(false),
        other => Err(other),
    }
}

/// The sizes of the kernel's notification structs, in bytes; at least those of [`crate::layout`].
///
/// C: `seccomp(SECCOMP_GET_NOTIF_SIZES, 0, &sizes)`, since 5.0 (EINVAL before).
pub fn notif_sizes() -> Result<SeccompNotifSizes, Errno> {
    let mut sizes = SeccompNotifSizes::default();
    // SAFETY: the kernel writes one struct of three u16 to the pointer, which is valid for it.
    check(unsafe { libc::syscall(libc::SYS_seccomp, SECCOMP_GET_NOTIF_SIZES, 0, &raw mut sizes) })?;
    Ok(sizes)
}
