//! What a kernel, and the place we run in, offer.

use callgate_abi::KernelVersion;

/// What can be used here. `callgate-sys` probes it; tests make it up.
#[expect(clippy::struct_excessive_bools, reason = "each is an independent fact about the kernel")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Abilities {
    /// The running kernel. Distributions backport: each ability below is probed, not derived from it.
    pub kernel: KernelVersion,
    /// `SECCOMP_RET_USER_NOTIF`; since 5.0.
    pub notify: bool,
    /// `SECCOMP_IOCTL_NOTIF_ADDFD`: put a file into the target; since 5.9.
    pub addfd: bool,
    /// `SECCOMP_ADDFD_FLAG_SEND`: put a file and answer with its number at once; since 5.14.
    pub addfd_send: bool,
    /// `SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV`; since 5.19.
    pub wait_killable: bool,
    /// `SECCOMP_USER_NOTIF_FD_SYNC_WAKE_UP`; since 6.6.
    pub sync_wake_up: bool,
    /// pidfd_getfd(2) is there and permitted; since 5.6.
    pub pidfd_getfd: bool,
    /// `PIDFD_THREAD`; since 6.9.
    pub pidfd_thread: bool,
    /// Filters can be installed; since 3.5.
    pub filters: bool,
    /// process_vm_readv(2) of children is there and permitted; since 3.2.
    pub process_vm_readv: bool,
    /// A thread may have a umask and a folder of its own (unshare(2)).
    pub unshare: bool,
    /// openat2(2); since 5.6.
    pub openat2: bool,
    /// The revision of Landlock; 0 without it.
    pub landlock_abi: u32,
    /// The kernel runs 32-bit programs of this machine's family.
    pub ia32: bool,
    /// ptrace(2) of children is permitted.
    pub ptrace: bool,
    /// mseal(2): mappings that their owner cannot replace; since 6.10.
    pub mseal: bool,
    /// No filter on this thread has a listener yet: a second one is refused with EBUSY.
    pub listener_free: bool,
    /// Effective user 0, or any effective capability: the target can change its credentials.
    pub privileged: bool,
}

impl Abilities {
    /// All that the newest kernel known here offers an ordinary user, with nothing in the way: for plans that are made
    /// for no machine in particular, and to withhold from.
    pub fn newest() -> Abilities {
        Abilities {
            kernel: KernelVersion { major: 6, minor: 18 },
            notify: true,
            addfd: true,
            addfd_send: true,
            wait_killable: true,
            sync_wake_up: true,
            pidfd_getfd: true,
            pidfd_thread: true,
            filters: true,
            process_vm_readv: true,
            unshare: true,
            openat2: true,
            landlock_abi: 7,
            ia32: true,
            ptrace: true,
            mseal: true,
            listener_free: true,
            privileged: false,
        }
    }
}

/// What the program that will enforce the plan can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Engine {
    /// It answers the calls of `notify` lists itself (a handler of the library is installed).
    pub handler: bool,
    /// It confines execution by Landlock as [`crate::Plan::landlock_execute`] says.
    pub landlock_execute: bool,
    /// It traces the run, and when.
    pub tracing: Tracing,
}

/// When a run is traced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tracing {
    /// Not at all.
    #[default]
    Never,
    /// Where a rule needs it: what may be executed is said by a wildcard, an exception or a denial, or the rule asks for
    /// it.
    Needed,
    /// For whatever it can enforce.
    Preferred,
}
