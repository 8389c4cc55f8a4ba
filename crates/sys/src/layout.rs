//! The kernel's structs and numbers, written by hand; `tests/headers.rs` compares each with the headers.
//!
//! libc has some of them, others not or only for some C libraries; written here they are in one
//! place and are checked the same way. Sizes are in bytes.

use callgate_abi::SeccompData;

/// One call waiting for an answer: C's `struct seccomp_notif` (`linux/seccomp.h`, since 5.0), 80 bytes.
#[derive(Debug, Clone, Copy, Default)]
#[repr(C)]
pub struct SeccompNotif {
    /// The notification's number, unique among those of one filter.
    pub id: u64,
    /// The calling thread, in the listener's pid namespace; 0 when it is not visible there.
    pub pid: u32,
    /// Always 0 so far.
    pub flags: u32,
    /// The call.
    pub data: SeccompData,
}

/// An answer: C's `struct seccomp_notif_resp` (`linux/seccomp.h`, since 5.0), 24 bytes.
#[derive(Debug, Clone, Copy, Default)]
#[repr(C)]
pub struct SeccompNotifResp {
    /// The notification answered.
    pub id: u64,
    /// The call's result when `error` is 0.
    pub val: i64,
    /// 0 or a negative errno.
    pub error: i32,
    /// 0 or `SECCOMP_USER_NOTIF_FLAG_CONTINUE`.
    pub flags: u32,
}

/// A descriptor to put into the target: C's `struct seccomp_notif_addfd` (`linux/seccomp.h`, since
/// 5.9), 24 bytes.
#[derive(Debug, Clone, Copy, Default)]
#[repr(C)]
pub struct SeccompNotifAddfd {
    /// The notification it belongs to.
    pub id: u64,
    /// `SECCOMP_ADDFD_FLAG_*`.
    pub flags: u32,
    /// The supervisor's descriptor.
    pub srcfd: u32,
    /// The number in the target, with `SECCOMP_ADDFD_FLAG_SETFD`; else 0.
    pub newfd: u32,
    /// 0 or `O_CLOEXEC`.
    pub newfd_flags: u32,
}

/// The sizes of the kernel's own structs: C's `struct seccomp_notif_sizes` (`linux/seccomp.h`, since
/// 5.0), 6 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(C)]
pub struct SeccompNotifSizes {
    /// `struct seccomp_notif`.
    pub seccomp_notif: u16,
    /// `struct seccomp_notif_resp`.
    pub seccomp_notif_resp: u16,
    /// `struct seccomp_data`.
    pub seccomp_data: u16,
}

/// A filter as it is handed over: C's `struct sock_fprog` (`linux/filter.h`), 16 bytes on 64-bit machines.
#[derive(Debug, Clone, Copy)]
#[repr(C)]
pub struct SockFprog {
    /// Number of instructions.
    pub len: u16,
    /// The instructions, `struct sock_filter[len]`.
    pub filter: *const callgate_bpf::Insn,
}

/// How to open: C's `struct open_how` (`linux/openat2.h`, since 5.6), 24 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(C)]
pub struct OpenHow {
    /// `O_*`.
    pub flags: u64,
    /// Permission bits, only with `O_CREAT` or `O_TMPFILE`.
    pub mode: u64,
    /// `RESOLVE_*`.
    pub resolve: u64,
}

/// Arguments of clone3(2): C's `struct clone_args` (`linux/sched.h`, since 5.3, grown in 5.5 and 5.7),
/// 88 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(C)]
#[expect(missing_docs, reason = "the fields are those of clone(2)")]
pub struct CloneArgs {
    pub flags: u64,
    pub pidfd: u64,
    pub child_tid: u64,
    pub parent_tid: u64,
    pub exit_signal: u64,
    pub stack: u64,
    pub stack_size: u64,
    pub tls: u64,
    pub set_tid: u64,
    pub set_tid_size: u64,
    pub cgroup: u64,
}

/// What a tracer learns of a stopped call: C's `struct ptrace_syscall_info` (`linux/ptrace.h`, since
/// 5.3), with its union as words; 88 bytes (84 and padding).
#[derive(Debug, Clone, Copy, Default)]
#[repr(C)]
pub struct PtraceSyscallInfo {
    /// `PTRACE_SYSCALL_INFO_*`.
    pub op: u8,
    /// Padding, or `reserved` and `flags` since 6.16.
    pub pad: [u8; 3],
    /// `AUDIT_ARCH_*`.
    pub arch: u32,
    /// Address of the instruction after the call.
    pub instruction_pointer: u64,
    /// The stack pointer.
    pub stack_pointer: u64,
    /// entry and seccomp: the number, six arguments, and (seccomp) the filter's data;
    /// exit: the result and a byte that says whether it is an error.
    pub words: [u64; 8],
}

/// The head of capget(2): C's `struct __user_cap_header_struct` (`linux/capability.h`), 8 bytes.
#[derive(Debug, Clone, Copy)]
#[repr(C)]
pub struct CapHeader {
    /// `_LINUX_CAPABILITY_VERSION_3`.
    pub version: u32,
    /// The thread, 0 for the calling one.
    pub pid: i32,
}

/// Half of a thread's capabilities: C's `struct __user_cap_data_struct` (`linux/capability.h`), 12 bytes.
#[derive(Debug, Clone, Copy, Default)]
#[repr(C)]
#[expect(missing_docs, reason = "the three sets of capabilities(7)")]
pub struct CapData {
    pub effective: u32,
    pub permitted: u32,
    pub inheritable: u32,
}

/// A signal's handling as the kernel takes it on x86-64: `struct kernel_sigaction`, 32 bytes. Not in
/// the exported headers; libc's own struct differs from it.
#[derive(Debug, Clone, Copy, Default)]
#[repr(C)]
pub struct KernelSigaction {
    /// 0 for the default, 1 to ignore, else the handler's address.
    pub handler: usize,
    /// `SA_*`.
    pub flags: u64,
    /// The trampoline.
    pub restorer: usize,
    /// Signals blocked while the handler runs.
    pub mask: u64,
}

macro_rules! numbers {
    ($($(#[$attr:meta])* $name:ident: $type:ty = $value:expr, $text:literal;)*) => {
        $($(#[$attr])* #[doc = $text] pub const $name: $type = $value;)*

        /// Every number of this file by its name in C, for the comparison with the headers.
        pub const NUMBERS: &[(&str, u64)] = &[$((stringify!($name), $name as u64),)*];
    };
}

const fn ioctl(direction: u64, number: u64, size: usize) -> u64 {
    (direction << 30) | ((size as u64) << 16) | (0x21 << 8) | number
}

numbers! {
    SECCOMP_SET_MODE_STRICT: u32 = 0, "seccomp(2): strict mode.";
    SECCOMP_SET_MODE_FILTER: u32 = 1, "seccomp(2): install a filter.";
    SECCOMP_GET_ACTION_AVAIL: u32 = 2, "seccomp(2): is an action known? Since 4.14.";
    SECCOMP_GET_NOTIF_SIZES: u32 = 3, "seccomp(2): sizes of the notification structs. Since 5.0.";
    SECCOMP_FILTER_FLAG_TSYNC: u32 = 1, "All threads of the process. Since 3.17.";
    SECCOMP_FILTER_FLAG_LOG: u32 = 1 << 1, "Log what the filter refuses. Since 4.14.";
    SECCOMP_FILTER_FLAG_SPEC_ALLOW: u32 = 1 << 2, "Leave speculative store bypass on. Since 4.17.";
    SECCOMP_FILTER_FLAG_NEW_LISTENER: u32 = 1 << 3, "Return a listener. Since 5.0.";
    SECCOMP_FILTER_FLAG_TSYNC_ESRCH: u32 = 1 << 4, "TSYNC failing with ESRCH. Since 5.7.";
    SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV: u32 = 1 << 5, "Once received, only a fatal signal ends the wait. Since 5.19.";
    SECCOMP_USER_NOTIF_FLAG_CONTINUE: u32 = 1, "Let the kernel run the call. Since 5.5.";
    SECCOMP_ADDFD_FLAG_SETFD: u32 = 1, "At the given number. Since 5.9.";
    SECCOMP_ADDFD_FLAG_SEND: u32 = 1 << 1, "Answer with the number. Since 5.14.";
    SECCOMP_USER_NOTIF_FD_SYNC_WAKE_UP: u64 = 1, "Wake the other side on this CPU. Since 6.6.";
    SECCOMP_IOCTL_NOTIF_RECV: u64 = ioctl(3, 0, size_of::<SeccompNotif>()), "Take a notification. Since 5.0.";
    SECCOMP_IOCTL_NOTIF_SEND: u64 = ioctl(3, 1, size_of::<SeccompNotifResp>()), "Answer one. Since 5.0.";
    SECCOMP_IOCTL_NOTIF_ID_VALID: u64 = ioctl(1, 2, 8), "Is it still waiting? Since 5.0 (until 5.16 as a read).";
    SECCOMP_IOCTL_NOTIF_ADDFD: u64 = ioctl(1, 3, size_of::<SeccompNotifAddfd>()), "Put in a descriptor. Since 5.9.";
    SECCOMP_IOCTL_NOTIF_SET_FLAGS: u64 = ioctl(1, 4, 8), "Set the listener's flags. Since 6.6.";
    PIDFD_THREAD: u32 = 0o200, "pidfd_open(2) of a thread: O_EXCL's value. Since 6.9.";
    PTRACE_SEIZE: u32 = 0x4206, "Attach without a stop. Since 3.4.";
    PTRACE_INTERRUPT: u32 = 0x4207, "Stop a seized thread. Since 3.4.";
    PTRACE_LISTEN: u32 = 0x4208, "Leave a group stop in force. Since 3.4.";
    PTRACE_GETSIGMASK: u32 = 0x420a, "A thread's blocked signals. Since 3.11.";
    PTRACE_SETSIGMASK: u32 = 0x420b, "Sets them. Since 3.11.";
    PTRACE_SECCOMP_GET_FILTER: u32 = 0x420c, "A thread's classic filter. Since 4.4.";
    PTRACE_GET_SYSCALL_INFO: u32 = 0x420e, "What a call's stop is about. Since 5.3.";
    PTRACE_SYSCALL_INFO_NONE: u8 = 0, "Not at a call.";
    PTRACE_SYSCALL_INFO_ENTRY: u8 = 1, "Before the call.";
    PTRACE_SYSCALL_INFO_EXIT: u8 = 2, "After the call.";
    PTRACE_SYSCALL_INFO_SECCOMP: u8 = 3, "A filter answered trace.";
    PTRACE_EVENT_FORK: u32 = 1, "After fork.";
    PTRACE_EVENT_VFORK: u32 = 2, "After vfork.";
    PTRACE_EVENT_CLONE: u32 = 3, "After clone.";
    PTRACE_EVENT_EXEC: u32 = 4, "After a successful exec.";
    PTRACE_EVENT_VFORK_DONE: u32 = 5, "The vforked child is gone or has exec'd.";
    PTRACE_EVENT_EXIT: u32 = 6, "Before the thread's end.";
    PTRACE_EVENT_SECCOMP: u32 = 7, "A filter answered trace.";
    PTRACE_EVENT_STOP: u32 = 128, "Interrupt, group stop or a new thread.";
    PTRACE_O_TRACESYSGOOD: u32 = 1, "Mark stops of calls with bit 7.";
    PTRACE_O_TRACEFORK: u32 = 1 << 1, "Follow fork.";
    PTRACE_O_TRACEVFORK: u32 = 1 << 2, "Follow vfork.";
    PTRACE_O_TRACECLONE: u32 = 1 << 3, "Follow clone.";
    PTRACE_O_TRACEEXEC: u32 = 1 << 4, "Stop after exec.";
    PTRACE_O_TRACEVFORKDONE: u32 = 1 << 5, "Stop when a vfork is done.";
    PTRACE_O_TRACEEXIT: u32 = 1 << 6, "Stop before the end.";
    PTRACE_O_TRACESECCOMP: u32 = 1 << 7, "Stop where a filter answers trace.";
    PTRACE_O_EXITKILL: u32 = 1 << 20, "The tracer's end kills.";
    MFD_NOEXEC_SEAL: u32 = 8, "memfd_create(2): never a program. Since 6.3.";
    NT_PRSTATUS: u32 = 1, "The regset of general registers.";
    CLOSE_RANGE_UNSHARE: u32 = 1 << 1, "close_range(2): first take a table of one's own. Since 5.9.";
    CLOSE_RANGE_CLOEXEC: u32 = 1 << 2, "close_range(2): mark instead of closing. Since 5.11.";
    CLONE_FS: u64 = 0x200, "clone(2): share root, cwd and umask.";
    CLONE_VM: u64 = 0x100, "clone(2): share memory.";
    CLONE_FILES: u64 = 0x400, "clone(2): share descriptors.";
    CLONE_PIDFD: u64 = 0x1000, "clone(2): a pidfd for the parent. Since 5.2.";
    CLONE_VFORK: u64 = 0x4000, "clone(2): the parent waits for the exec.";
    CLONE_PARENT: u64 = 0x8000, "clone(2): a sibling instead of a child.";
    CLONE_UNTRACED: u64 = 0x80_0000, "clone(2): not followed by a tracer.";
    PR_SET_PDEATHSIG: u32 = 1, "prctl(2): signal at the parent thread's end.";
    PR_GET_DUMPABLE: u32 = 3, "prctl(2): may this process be inspected?";
    PR_SET_DUMPABLE: u32 = 4, "prctl(2): may this process be inspected?";
    PR_SET_NAME: u32 = 15, "prctl(2): the thread's name.";
    PR_SET_CHILD_SUBREAPER: u32 = 36, "prctl(2): adopt orphans. Since 3.4.";
    PR_SET_NO_NEW_PRIVS: u32 = 38, "prctl(2): exec grants nothing. Since 3.5.";
    PR_GET_NO_NEW_PRIVS: u32 = 39, "prctl(2): exec grants nothing. Since 3.5.";
    LANDLOCK_CREATE_RULESET_VERSION: u32 = 1, "landlock_create_ruleset(2): ask for the ABI. Since 5.13.";
    CAPABILITY_VERSION_3: u32 = 0x2008_0522, "capget(2) with 64 capabilities.";
    FS_IOC_SETFLAGS: u32 = 0x4008_6602, "ioctl(2): set a file's flags, as 64-bit programs number it.";
    FS_IOC32_SETFLAGS: u32 = 0x4004_6602, "The same of 32-bit programs.";
    FS_IOC_FSSETXATTR: u32 = 0x401c_5820, "ioctl(2): set a file's extended flags. Since 4.5.";
    FUTEX_WAIT: u32 = 0, "futex(2): sleep while the word has a value.";
    FUTEX_WAKE: u32 = 1, "futex(2): wake sleepers.";
    FUTEX_PRIVATE_FLAG: u32 = 128, "futex(2): within one address space.";
}
