//! Signal sets, masks and dispositions.

use crate::errno::{check, of_rustix};
use crate::layout::KernelSigaction;
use callgate_abi::Errno;
use std::marker::PhantomData;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};

/// A set of signals 1 to 64: bit `n − 1` is signal `n`, as in the kernel's `sigset_t` and the `SigBlk:`
/// line of `/proc/PID/status`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct SignalSet(pub u64);

impl SignalSet {
    /// No signal.
    pub const EMPTY: SignalSet = SignalSet(0);
    /// Every signal.
    pub const ALL: SignalSet = SignalSet(u64::MAX);

    /// The set of these signals; numbers outside 1 to 64 are left out.
    pub const fn of(signals: &[i32]) -> SignalSet {
        let mut set = SignalSet(0);
        let mut at = 0;
        while at < signals.len() {
            set = set.with(signals[at]);
            at += 1;
        }
        set
    }

    /// This set and one more signal.
    #[must_use]
    pub const fn with(self, signal: i32) -> SignalSet {
        SignalSet(self.0 | Self::bit(signal))
    }

    /// This set less one signal.
    #[must_use]
    pub const fn without(self, signal: i32) -> SignalSet {
        SignalSet(self.0 & !Self::bit(signal))
    }

    /// Whether a signal is in the set.
    pub const fn contains(self, signal: i32) -> bool {
        self.0 & Self::bit(signal) != 0
    }

    const fn bit(signal: i32) -> u64 {
        if signal >= 1 && signal <= 64 { 1 << (signal - 1) } else { 0 }
    }
}

/// Sets the calling thread's mask and returns the one before. `how` is `SIG_BLOCK` and so on.
fn change_mask(how: i32, set: SignalSet) -> SignalSet {
    let mut old = SignalSet::EMPTY;
    // SAFETY: the kernel reads and writes one 8-byte set each through the pointers, which are valid.
    // libc's wrapper is passed by since it keeps two signals of its own out of every mask.
    unsafe {
        libc::syscall(libc::SYS_rt_sigprocmask, how, &raw const set.0, &raw mut old.0, size_of::<u64>());
    }
    old
}

/// The calling thread's mask.
pub fn mask() -> SignalSet {
    change_mask(libc::SIG_BLOCK, SignalSet::EMPTY)
}

/// Sets the calling thread's mask and returns the one before. C: `rt_sigprocmask(SIG_SETMASK, …)`.
pub fn set_mask(set: SignalSet) -> SignalSet {
    change_mask(libc::SIG_SETMASK, set)
}

/// Blocks more signals in the calling thread until the guard is dropped.
pub fn block(set: SignalSet) -> Blocked {
    Blocked { before: change_mask(libc::SIG_BLOCK, set), thread: PhantomData }
}

/// Blocks every signal in the calling thread until the guard is dropped.
pub fn block_all() -> Blocked {
    block(SignalSet::ALL)
}

/// Restores the mask of the thread that made it when dropped; it stays in that thread.
#[derive(Debug)]
pub struct Blocked {
    before: SignalSet,
    thread: PhantomData<*const ()>,
}

impl Blocked {
    /// Runs a call during which one signal gets through, so that it can be interrupted.
    pub fn letting<T>(&self, signal: i32, call: impl FnOnce() -> T) -> T {
        change_mask(libc::SIG_UNBLOCK, SignalSet::EMPTY.with(signal));
        let result = call();
        change_mask(libc::SIG_BLOCK, SignalSet::EMPTY.with(signal));
        result
    }

    /// The mask as it was.
    pub fn before(&self) -> SignalSet {
        self.before
    }
}

impl Drop for Blocked {
    fn drop(&mut self) {
        set_mask(self.before);
    }
}

extern "C" fn nothing(_: i32) {}

/// Gives a signal a handler that does nothing, without `SA_RESTART`: it makes a blocked call of the thread
/// it is sent to fail with EINTR, and that is all. EINVAL for SIGKILL, SIGSTOP and numbers out of range.
pub fn set_interrupting(signal: i32) -> Result<(), Errno> {
    set_handler(signal, nothing as extern "C" fn(i32) as libc::sighandler_t)
}

/// Has a signal ignored. EINVAL as above.
pub fn ignore(signal: i32) -> Result<(), Errno> {
    set_handler(signal, libc::SIG_IGN)
}

/// Gives a signal its default effect. EINVAL as above.
pub fn set_default(signal: i32) -> Result<(), Errno> {
    set_handler(signal, libc::SIG_DFL)
}

fn set_handler(signal: i32, handler: libc::sighandler_t) -> Result<(), Errno> {
    // SAFETY: an all-zero sigaction is a valid one: no flags, an empty mask.
    let mut action: libc::sigaction = unsafe { std::mem::zeroed() };
    action.sa_sigaction = handler;
    // SAFETY: the handler is the default, ignoring, or `nothing`, which is safe in any context; the
    // pointer is valid during the call.
    check(unsafe { libc::sigaction(signal, &raw const action, std::ptr::null_mut()) }.into()).map(drop)
}

/// What a signal does in this process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disposition {
    /// Its default effect.
    Default,
    /// Nothing.
    Ignored,
    /// A handler runs.
    Handled,
}

/// What a signal does in this process. EINVAL for a number out of range.
pub fn disposition(signal: i32) -> Result<Disposition, Errno> {
    let mut action = KernelSigaction::default();
    // SAFETY: the kernel writes one struct kernel_sigaction to the pointer, which is valid for it.
    check(unsafe {
        libc::syscall(
            libc::SYS_rt_sigaction,
            signal,
            std::ptr::null::<KernelSigaction>(),
            &raw mut action,
            size_of::<u64>(),
        )
    })?;
    Ok(match action.handler {
        libc::SIG_DFL => Disposition::Default,
        libc::SIG_IGN => Disposition::Ignored,
        _ => Disposition::Handled,
    })
}

/// Stops this whole process as SIGSTOP does, so that a shell sees the job stopped; returns after SIGCONT.
pub fn raise_stop() -> Result<(), Errno> {
    rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::STOP).map_err(of_rustix)
}

/// Stops this whole process by a signal of job control (SIGTSTP, SIGTTIN, SIGTTOU), so that a shell sees the
/// very stop that the target had; returns after SIGCONT. The signal may be blocked, and is again afterwards.
pub fn stop_by(signal: i32) -> Result<(), Errno> {
    set_default(signal)?;
    crate::thread::tgkill(std::process::id(), crate::thread::gettid(), signal)?;
    // The pending signal stops the process at the end of this call.
    let before = change_mask(libc::SIG_UNBLOCK, SignalSet::EMPTY.with(signal));
    set_mask(before);
    Ok(())
}

/// Ends this process as `signal` does by default, so that the waiting parent sees that very status.
///
/// The disposition becomes the default and the signal is unblocked; core dumps are switched off, since the
/// core would be of this process and not of the target. It returns when the signal did not end it.
pub fn die_of(signal: i32) -> Result<(), Errno> {
    let none = rustix::process::Rlimit { current: Some(0), maximum: None };
    let _ = rustix::process::setrlimit(rustix::process::Resource::Core, none);
    // SIGKILL and SIGSTOP have nothing but their default.
    let _ = set_default(signal);
    // SAFETY: only numbers are passed; the effect, the end of this process, is what is asked for.
    check(unsafe { libc::kill(libc::getpid(), signal) }.into())?;
    change_mask(libc::SIG_UNBLOCK, SignalSet::EMPTY.with(signal));
    Ok(())
}

/// Signals as a descriptor to poll: C's `signalfd4(-1, set, SFD_CLOEXEC | SFD_NONBLOCK)`, since 2.6.27.
///
/// The signals must be blocked in every thread, else they take their usual effect.
#[derive(Debug)]
pub struct SignalFd(OwnedFd);

/// One signal read from a [`SignalFd`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrived {
    /// Which.
    pub signal: i32,
    /// The sending process, 0 for the kernel (a terminal).
    pub sender: u32,
    /// `SI_USER`, `SI_KERNEL` and so on.
    pub code: i32,
}

impl SignalFd {
    /// Opens one for a set.
    pub fn new(set: SignalSet) -> Result<SignalFd, Errno> {
        // SAFETY: the kernel reads one 8-byte set from the pointer, which is valid during the call.
        let fd = check(unsafe {
            libc::syscall(
                libc::SYS_signalfd4,
                -1,
                &raw const set.0,
                size_of::<u64>(),
                libc::SFD_CLOEXEC | libc::SFD_NONBLOCK,
            )
        })?;
        // SAFETY: on success the kernel returned a new descriptor, known to nobody else.
        Ok(SignalFd(unsafe { OwnedFd::from_raw_fd(fd as i32) }))
    }

    /// The next signal that arrived, if one did.
    pub fn read(&self) -> Result<Option<Arrived>, Errno> {
        // SAFETY: an all-zero signalfd_siginfo is a valid one.
        let mut info: libc::signalfd_siginfo = unsafe { std::mem::zeroed() };
        let size = size_of::<libc::signalfd_siginfo>();
        // SAFETY: the kernel writes at most `size` bytes to the struct of that size.
        match check(unsafe { libc::read(self.0.as_raw_fd(), (&raw mut info).cast(), size) } as libc::c_long) {
            Ok(_) => {
                Ok(Some(Arrived { signal: info.ssi_signo as i32, sender: info.ssi_pid, code: info.ssi_code }))
            }
            Err(Errno::EAGAIN) => Ok(None),
            Err(other) => Err(other),
        }
    }
}

impl std::os::fd::AsFd for SignalFd {
    fn as_fd(&self) -> std::os::fd::BorrowedFd<'_> {
        self.0.as_fd()
    }
}
