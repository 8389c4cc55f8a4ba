//! Generated from facts/syscalls.tsv by `cargo xtask tables`; edit the facts.

use crate::Abi;
use crate::syscalls::{KernelVersion, Table};

mod x86_64;
mod i386;
mod x32;
mod aarch64;
mod arm;
mod riscv64;
mod loongarch64;
mod s390x;
mod s390;
mod ppc64le;
mod ppc;
mod mips;
mod mips64;
mod mips64n32;
mod m68k;
mod sh;
mod parisc;
mod parisc64;

pub(crate) fn table(abi: Abi) -> &'static Table {
    match abi {
        Abi::X86_64 => &x86_64::TABLE,
        Abi::I386 => &i386::TABLE,
        Abi::X32 => &x32::TABLE,
        Abi::Aarch64 => &aarch64::TABLE,
        Abi::Arm => &arm::TABLE,
        Abi::Riscv64 => &riscv64::TABLE,
        Abi::Loongarch64 => &loongarch64::TABLE,
        Abi::S390x => &s390x::TABLE,
        Abi::S390 => &s390::TABLE,
        Abi::Ppc64le | Abi::Ppc64 => &ppc64le::TABLE,
        Abi::Ppc => &ppc::TABLE,
        Abi::Mips | Abi::Mipsel => &mips::TABLE,
        Abi::Mips64 | Abi::Mipsel64 => &mips64::TABLE,
        Abi::Mips64n32 | Abi::Mipsel64n32 => &mips64n32::TABLE,
        Abi::M68k => &m68k::TABLE,
        Abi::Sh => &sh::TABLE,
        Abi::Parisc => &parisc::TABLE,
        Abi::Parisc64 => &parisc64::TABLE,
    }
}

pub(crate) static NAMES: &[&str] = &[
    "_llseek",
    "_newselect",
    "_sysctl",
    "accept",
    "accept4",
    "access",
    "acct",
    "add_key",
    "adjtimex",
    "afs_syscall",
    "alarm",
    "arch_prctl",
    "arm_fadvise64_64",
    "arm_sync_file_range",
    "atomic_barrier",
    "atomic_cmpxchg_32",
    "bdflush",
    "bind",
    "bpf",
    "break",
    "breakpoint",
    "brk",
    "cachectl",
    "cacheflush",
    "cachestat",
    "capget",
    "capset",
    "chdir",
    "chmod",
    "chown",
    "chown32",
    "chroot",
    "clock_adjtime",
    "clock_adjtime64",
    "clock_getres",
    "clock_getres_time64",
    "clock_gettime",
    "clock_gettime64",
    "clock_nanosleep",
    "clock_nanosleep_time64",
    "clock_settime",
    "clock_settime64",
    "clone",
    "clone3",
    "close",
    "close_range",
    "connect",
    "copy_file_range",
    "creat",
    "create_module",
    "delete_module",
    "dup",
    "dup2",
    "dup3",
    "epoll_create",
    "epoll_create1",
    "epoll_ctl",
    "epoll_ctl_old",
    "epoll_pwait",
    "epoll_pwait2",
    "epoll_wait",
    "epoll_wait_old",
    "eventfd",
    "eventfd2",
    "execve",
    "execveat",
    "exit",
    "exit_group",
    "faccessat",
    "faccessat2",
    "fadvise64",
    "fadvise64_64",
    "fallocate",
    "fanotify_init",
    "fanotify_mark",
    "fchdir",
    "fchmod",
    "fchmodat",
    "fchmodat2",
    "fchown",
    "fchown32",
    "fchownat",
    "fcntl",
    "fcntl64",
    "fdatasync",
    "fgetxattr",
    "file_getattr",
    "file_setattr",
    "finit_module",
    "flistxattr",
    "flock",
    "fork",
    "fremovexattr",
    "fsconfig",
    "fsetxattr",
    "fsmount",
    "fsopen",
    "fspick",
    "fstat",
    "fstat64",
    "fstatat64",
    "fstatfs",
    "fstatfs64",
    "fsync",
    "ftime",
    "ftruncate",
    "ftruncate64",
    "futex",
    "futex_requeue",
    "futex_time64",
    "futex_wait",
    "futex_waitv",
    "futex_wake",
    "futimesat",
    "get_kernel_syms",
    "get_mempolicy",
    "get_robust_list",
    "get_thread_area",
    "get_tls",
    "getcpu",
    "getcwd",
    "getdents",
    "getdents64",
    "getegid",
    "getegid32",
    "geteuid",
    "geteuid32",
    "getgid",
    "getgid32",
    "getgroups",
    "getgroups32",
    "getitimer",
    "getpagesize",
    "getpeername",
    "getpgid",
    "getpgrp",
    "getpid",
    "getpmsg",
    "getppid",
    "getpriority",
    "getrandom",
    "getresgid",
    "getresgid32",
    "getresuid",
    "getresuid32",
    "getrlimit",
    "getrusage",
    "getsid",
    "getsockname",
    "getsockopt",
    "gettid",
    "gettimeofday",
    "getuid",
    "getuid32",
    "getxattr",
    "getxattrat",
    "gtty",
    "idle",
    "init_module",
    "inotify_add_watch",
    "inotify_init",
    "inotify_init1",
    "inotify_rm_watch",
    "io_cancel",
    "io_destroy",
    "io_getevents",
    "io_pgetevents",
    "io_pgetevents_time64",
    "io_setup",
    "io_submit",
    "io_uring_enter",
    "io_uring_register",
    "io_uring_setup",
    "ioctl",
    "ioperm",
    "iopl",
    "ioprio_get",
    "ioprio_set",
    "ipc",
    "kcmp",
    "kexec_file_load",
    "kexec_load",
    "keyctl",
    "kill",
    "landlock_add_rule",
    "landlock_create_ruleset",
    "landlock_restrict_self",
    "lchown",
    "lchown32",
    "lgetxattr",
    "link",
    "linkat",
    "listen",
    "listmount",
    "listns",
    "listxattr",
    "listxattrat",
    "llistxattr",
    "lock",
    "lookup_dcookie",
    "lremovexattr",
    "lseek",
    "lsetxattr",
    "lsm_get_self_attr",
    "lsm_list_modules",
    "lsm_set_self_attr",
    "lstat",
    "lstat64",
    "madvise",
    "map_shadow_stack",
    "mbind",
    "membarrier",
    "memfd_create",
    "memfd_secret",
    "migrate_pages",
    "mincore",
    "mkdir",
    "mkdirat",
    "mknod",
    "mknodat",
    "mlock",
    "mlock2",
    "mlockall",
    "mmap",
    "mmap2",
    "modify_ldt",
    "mount",
    "mount_setattr",
    "move_mount",
    "move_pages",
    "mprotect",
    "mpx",
    "mq_getsetattr",
    "mq_notify",
    "mq_open",
    "mq_timedreceive",
    "mq_timedreceive_time64",
    "mq_timedsend",
    "mq_timedsend_time64",
    "mq_unlink",
    "mremap",
    "mseal",
    "msgctl",
    "msgget",
    "msgrcv",
    "msgsnd",
    "msync",
    "multiplexer",
    "munlock",
    "munlockall",
    "munmap",
    "name_to_handle_at",
    "nanosleep",
    "newfstatat",
    "nfsservctl",
    "nice",
    "oldfstat",
    "oldlstat",
    "oldolduname",
    "oldstat",
    "olduname",
    "open",
    "open_by_handle_at",
    "open_tree",
    "open_tree_attr",
    "openat",
    "openat2",
    "pause",
    "pciconfig_iobase",
    "pciconfig_read",
    "pciconfig_write",
    "perf_event_open",
    "personality",
    "pidfd_getfd",
    "pidfd_open",
    "pidfd_send_signal",
    "pipe",
    "pipe2",
    "pivot_root",
    "pkey_alloc",
    "pkey_free",
    "pkey_mprotect",
    "poll",
    "ppoll",
    "ppoll_time64",
    "prctl",
    "pread64",
    "preadv",
    "preadv2",
    "prlimit64",
    "process_madvise",
    "process_mrelease",
    "process_vm_readv",
    "process_vm_writev",
    "prof",
    "profil",
    "pselect6",
    "pselect6_time64",
    "ptrace",
    "putpmsg",
    "pwrite64",
    "pwritev",
    "pwritev2",
    "query_module",
    "quotactl",
    "quotactl_fd",
    "read",
    "readahead",
    "readdir",
    "readlink",
    "readlinkat",
    "readv",
    "reboot",
    "recv",
    "recvfrom",
    "recvmmsg",
    "recvmmsg_time64",
    "recvmsg",
    "remap_file_pages",
    "removexattr",
    "removexattrat",
    "rename",
    "renameat",
    "renameat2",
    "request_key",
    "restart_syscall",
    "riscv_flush_icache",
    "riscv_hwprobe",
    "rmdir",
    "rseq",
    "rseq_slice_yield",
    "rt_sigaction",
    "rt_sigpending",
    "rt_sigprocmask",
    "rt_sigqueueinfo",
    "rt_sigreturn",
    "rt_sigsuspend",
    "rt_sigtimedwait",
    "rt_sigtimedwait_time64",
    "rt_tgsigqueueinfo",
    "rtas",
    "s390_guarded_storage",
    "s390_pci_mmio_read",
    "s390_pci_mmio_write",
    "s390_runtime_instr",
    "s390_sthyi",
    "sched_get_priority_max",
    "sched_get_priority_min",
    "sched_getaffinity",
    "sched_getattr",
    "sched_getparam",
    "sched_getscheduler",
    "sched_rr_get_interval",
    "sched_rr_get_interval_time64",
    "sched_setaffinity",
    "sched_setattr",
    "sched_setparam",
    "sched_setscheduler",
    "sched_yield",
    "seccomp",
    "security",
    "select",
    "semctl",
    "semget",
    "semop",
    "semtimedop",
    "semtimedop_time64",
    "send",
    "sendfile",
    "sendfile64",
    "sendmmsg",
    "sendmsg",
    "sendto",
    "set_mempolicy",
    "set_mempolicy_home_node",
    "set_robust_list",
    "set_thread_area",
    "set_tid_address",
    "set_tls",
    "setdomainname",
    "setfsgid",
    "setfsgid32",
    "setfsuid",
    "setfsuid32",
    "setgid",
    "setgid32",
    "setgroups",
    "setgroups32",
    "sethostname",
    "setitimer",
    "setns",
    "setpgid",
    "setpriority",
    "setregid",
    "setregid32",
    "setresgid",
    "setresgid32",
    "setresuid",
    "setresuid32",
    "setreuid",
    "setreuid32",
    "setrlimit",
    "setsid",
    "setsockopt",
    "settimeofday",
    "setuid",
    "setuid32",
    "setxattr",
    "setxattrat",
    "sgetmask",
    "shmat",
    "shmctl",
    "shmdt",
    "shmget",
    "shutdown",
    "sigaction",
    "sigaltstack",
    "signal",
    "signalfd",
    "signalfd4",
    "sigpending",
    "sigprocmask",
    "sigreturn",
    "sigsuspend",
    "socket",
    "socketcall",
    "socketpair",
    "splice",
    "spu_create",
    "spu_run",
    "ssetmask",
    "stat",
    "stat64",
    "statfs",
    "statfs64",
    "statmount",
    "statx",
    "stime",
    "stty",
    "subpage_prot",
    "swapcontext",
    "swapoff",
    "swapon",
    "switch_endian",
    "symlink",
    "symlinkat",
    "sync",
    "sync_file_range",
    "sync_file_range2",
    "syncfs",
    "sys_debug_setcontext",
    "syscall",
    "sysfs",
    "sysinfo",
    "syslog",
    "sysmips",
    "tee",
    "tgkill",
    "time",
    "timer_create",
    "timer_delete",
    "timer_getoverrun",
    "timer_gettime",
    "timer_gettime64",
    "timer_settime",
    "timer_settime64",
    "timerfd",
    "timerfd_create",
    "timerfd_gettime",
    "timerfd_gettime64",
    "timerfd_settime",
    "timerfd_settime64",
    "times",
    "tkill",
    "truncate",
    "truncate64",
    "tuxcall",
    "ugetrlimit",
    "ulimit",
    "umask",
    "umount",
    "umount2",
    "uname",
    "unlink",
    "unlinkat",
    "unshare",
    "uprobe",
    "uretprobe",
    "uselib",
    "userfaultfd",
    "usr26",
    "usr32",
    "ustat",
    "utime",
    "utimensat",
    "utimensat_time64",
    "utimes",
    "vfork",
    "vhangup",
    "vm86",
    "vm86old",
    "vmsplice",
    "vserver",
    "wait4",
    "waitid",
    "waitpid",
    "write",
    "writev",
];

pub(crate) static SINCE: &[KernelVersion] = &[
    KernelVersion { major: 1, minor: 2 }, // _llseek
    KernelVersion { major: 2, minor: 0 }, // _newselect
    KernelVersion { major: 2, minor: 0 }, // _sysctl
    KernelVersion { major: 2, minor: 0 }, // accept
    KernelVersion { major: 2, minor: 6 }, // accept4
    KernelVersion { major: 1, minor: 0 }, // access
    KernelVersion { major: 1, minor: 0 }, // acct
    KernelVersion { major: 2, minor: 6 }, // add_key
    KernelVersion { major: 1, minor: 0 }, // adjtimex
    KernelVersion { major: 1, minor: 0 }, // afs_syscall
    KernelVersion { major: 1, minor: 0 }, // alarm
    KernelVersion { major: 2, minor: 6 }, // arch_prctl
    KernelVersion { major: 2, minor: 6 }, // arm_fadvise64_64
    KernelVersion { major: 2, minor: 6 }, // arm_sync_file_range
    KernelVersion { major: 2, minor: 6 }, // atomic_barrier
    KernelVersion { major: 2, minor: 6 }, // atomic_cmpxchg_32
    KernelVersion { major: 1, minor: 2 }, // bdflush
    KernelVersion { major: 2, minor: 0 }, // bind
    KernelVersion { major: 3, minor: 18 }, // bpf
    KernelVersion { major: 1, minor: 0 }, // break
    KernelVersion { major: 2, minor: 2 }, // breakpoint
    KernelVersion { major: 1, minor: 0 }, // brk
    KernelVersion { major: 2, minor: 2 }, // cachectl
    KernelVersion { major: 1, minor: 2 }, // cacheflush
    KernelVersion { major: 6, minor: 5 }, // cachestat
    KernelVersion { major: 2, minor: 2 }, // capget
    KernelVersion { major: 2, minor: 2 }, // capset
    KernelVersion { major: 1, minor: 0 }, // chdir
    KernelVersion { major: 1, minor: 0 }, // chmod
    KernelVersion { major: 2, minor: 2 }, // chown
    KernelVersion { major: 2, minor: 4 }, // chown32
    KernelVersion { major: 1, minor: 0 }, // chroot
    KernelVersion { major: 2, minor: 6 }, // clock_adjtime
    KernelVersion { major: 5, minor: 1 }, // clock_adjtime64
    KernelVersion { major: 2, minor: 6 }, // clock_getres
    KernelVersion { major: 5, minor: 1 }, // clock_getres_time64
    KernelVersion { major: 2, minor: 6 }, // clock_gettime
    KernelVersion { major: 5, minor: 1 }, // clock_gettime64
    KernelVersion { major: 2, minor: 6 }, // clock_nanosleep
    KernelVersion { major: 5, minor: 1 }, // clock_nanosleep_time64
    KernelVersion { major: 2, minor: 6 }, // clock_settime
    KernelVersion { major: 5, minor: 1 }, // clock_settime64
    KernelVersion { major: 1, minor: 0 }, // clone
    KernelVersion { major: 5, minor: 3 }, // clone3
    KernelVersion { major: 1, minor: 0 }, // close
    KernelVersion { major: 5, minor: 9 }, // close_range
    KernelVersion { major: 2, minor: 0 }, // connect
    KernelVersion { major: 4, minor: 5 }, // copy_file_range
    KernelVersion { major: 1, minor: 0 }, // creat
    KernelVersion { major: 1, minor: 0 }, // create_module
    KernelVersion { major: 1, minor: 0 }, // delete_module
    KernelVersion { major: 1, minor: 0 }, // dup
    KernelVersion { major: 1, minor: 0 }, // dup2
    KernelVersion { major: 2, minor: 6 }, // dup3
    KernelVersion { major: 2, minor: 6 }, // epoll_create
    KernelVersion { major: 2, minor: 6 }, // epoll_create1
    KernelVersion { major: 2, minor: 6 }, // epoll_ctl
    KernelVersion { major: 2, minor: 6 }, // epoll_ctl_old
    KernelVersion { major: 2, minor: 6 }, // epoll_pwait
    KernelVersion { major: 5, minor: 11 }, // epoll_pwait2
    KernelVersion { major: 2, minor: 6 }, // epoll_wait
    KernelVersion { major: 2, minor: 6 }, // epoll_wait_old
    KernelVersion { major: 2, minor: 6 }, // eventfd
    KernelVersion { major: 2, minor: 6 }, // eventfd2
    KernelVersion { major: 1, minor: 0 }, // execve
    KernelVersion { major: 3, minor: 19 }, // execveat
    KernelVersion { major: 1, minor: 0 }, // exit
    KernelVersion { major: 2, minor: 6 }, // exit_group
    KernelVersion { major: 2, minor: 6 }, // faccessat
    KernelVersion { major: 5, minor: 8 }, // faccessat2
    KernelVersion { major: 2, minor: 6 }, // fadvise64
    KernelVersion { major: 2, minor: 6 }, // fadvise64_64
    KernelVersion { major: 2, minor: 6 }, // fallocate
    KernelVersion { major: 2, minor: 6 }, // fanotify_init
    KernelVersion { major: 2, minor: 6 }, // fanotify_mark
    KernelVersion { major: 1, minor: 0 }, // fchdir
    KernelVersion { major: 1, minor: 0 }, // fchmod
    KernelVersion { major: 2, minor: 6 }, // fchmodat
    KernelVersion { major: 6, minor: 6 }, // fchmodat2
    KernelVersion { major: 1, minor: 0 }, // fchown
    KernelVersion { major: 2, minor: 4 }, // fchown32
    KernelVersion { major: 2, minor: 6 }, // fchownat
    KernelVersion { major: 1, minor: 0 }, // fcntl
    KernelVersion { major: 2, minor: 4 }, // fcntl64
    KernelVersion { major: 2, minor: 0 }, // fdatasync
    KernelVersion { major: 2, minor: 6 }, // fgetxattr
    KernelVersion { major: 6, minor: 17 }, // file_getattr
    KernelVersion { major: 6, minor: 17 }, // file_setattr
    KernelVersion { major: 3, minor: 8 }, // finit_module
    KernelVersion { major: 2, minor: 6 }, // flistxattr
    KernelVersion { major: 2, minor: 0 }, // flock
    KernelVersion { major: 1, minor: 0 }, // fork
    KernelVersion { major: 2, minor: 6 }, // fremovexattr
    KernelVersion { major: 5, minor: 2 }, // fsconfig
    KernelVersion { major: 2, minor: 6 }, // fsetxattr
    KernelVersion { major: 5, minor: 2 }, // fsmount
    KernelVersion { major: 5, minor: 2 }, // fsopen
    KernelVersion { major: 5, minor: 2 }, // fspick
    KernelVersion { major: 1, minor: 0 }, // fstat
    KernelVersion { major: 2, minor: 4 }, // fstat64
    KernelVersion { major: 2, minor: 6 }, // fstatat64
    KernelVersion { major: 1, minor: 0 }, // fstatfs
    KernelVersion { major: 2, minor: 6 }, // fstatfs64
    KernelVersion { major: 1, minor: 0 }, // fsync
    KernelVersion { major: 1, minor: 0 }, // ftime
    KernelVersion { major: 1, minor: 0 }, // ftruncate
    KernelVersion { major: 2, minor: 4 }, // ftruncate64
    KernelVersion { major: 2, minor: 6 }, // futex
    KernelVersion { major: 6, minor: 7 }, // futex_requeue
    KernelVersion { major: 5, minor: 1 }, // futex_time64
    KernelVersion { major: 6, minor: 7 }, // futex_wait
    KernelVersion { major: 5, minor: 16 }, // futex_waitv
    KernelVersion { major: 6, minor: 7 }, // futex_wake
    KernelVersion { major: 2, minor: 6 }, // futimesat
    KernelVersion { major: 1, minor: 0 }, // get_kernel_syms
    KernelVersion { major: 2, minor: 6 }, // get_mempolicy
    KernelVersion { major: 2, minor: 6 }, // get_robust_list
    KernelVersion { major: 2, minor: 6 }, // get_thread_area
    KernelVersion { major: 4, minor: 15 }, // get_tls
    KernelVersion { major: 2, minor: 6 }, // getcpu
    KernelVersion { major: 2, minor: 2 }, // getcwd
    KernelVersion { major: 2, minor: 0 }, // getdents
    KernelVersion { major: 2, minor: 4 }, // getdents64
    KernelVersion { major: 1, minor: 0 }, // getegid
    KernelVersion { major: 2, minor: 4 }, // getegid32
    KernelVersion { major: 1, minor: 0 }, // geteuid
    KernelVersion { major: 2, minor: 4 }, // geteuid32
    KernelVersion { major: 1, minor: 0 }, // getgid
    KernelVersion { major: 2, minor: 4 }, // getgid32
    KernelVersion { major: 1, minor: 0 }, // getgroups
    KernelVersion { major: 2, minor: 4 }, // getgroups32
    KernelVersion { major: 1, minor: 0 }, // getitimer
    KernelVersion { major: 2, minor: 0 }, // getpagesize
    KernelVersion { major: 2, minor: 0 }, // getpeername
    KernelVersion { major: 1, minor: 0 }, // getpgid
    KernelVersion { major: 1, minor: 0 }, // getpgrp
    KernelVersion { major: 1, minor: 0 }, // getpid
    KernelVersion { major: 2, minor: 2 }, // getpmsg
    KernelVersion { major: 1, minor: 0 }, // getppid
    KernelVersion { major: 1, minor: 0 }, // getpriority
    KernelVersion { major: 3, minor: 17 }, // getrandom
    KernelVersion { major: 2, minor: 2 }, // getresgid
    KernelVersion { major: 2, minor: 4 }, // getresgid32
    KernelVersion { major: 2, minor: 2 }, // getresuid
    KernelVersion { major: 2, minor: 4 }, // getresuid32
    KernelVersion { major: 1, minor: 0 }, // getrlimit
    KernelVersion { major: 1, minor: 0 }, // getrusage
    KernelVersion { major: 2, minor: 0 }, // getsid
    KernelVersion { major: 2, minor: 0 }, // getsockname
    KernelVersion { major: 2, minor: 0 }, // getsockopt
    KernelVersion { major: 2, minor: 4 }, // gettid
    KernelVersion { major: 1, minor: 0 }, // gettimeofday
    KernelVersion { major: 1, minor: 0 }, // getuid
    KernelVersion { major: 2, minor: 4 }, // getuid32
    KernelVersion { major: 2, minor: 6 }, // getxattr
    KernelVersion { major: 6, minor: 13 }, // getxattrat
    KernelVersion { major: 1, minor: 0 }, // gtty
    KernelVersion { major: 1, minor: 0 }, // idle
    KernelVersion { major: 1, minor: 0 }, // init_module
    KernelVersion { major: 2, minor: 6 }, // inotify_add_watch
    KernelVersion { major: 2, minor: 6 }, // inotify_init
    KernelVersion { major: 2, minor: 6 }, // inotify_init1
    KernelVersion { major: 2, minor: 6 }, // inotify_rm_watch
    KernelVersion { major: 2, minor: 6 }, // io_cancel
    KernelVersion { major: 2, minor: 6 }, // io_destroy
    KernelVersion { major: 2, minor: 6 }, // io_getevents
    KernelVersion { major: 4, minor: 18 }, // io_pgetevents
    KernelVersion { major: 5, minor: 1 }, // io_pgetevents_time64
    KernelVersion { major: 2, minor: 6 }, // io_setup
    KernelVersion { major: 2, minor: 6 }, // io_submit
    KernelVersion { major: 5, minor: 1 }, // io_uring_enter
    KernelVersion { major: 5, minor: 1 }, // io_uring_register
    KernelVersion { major: 5, minor: 1 }, // io_uring_setup
    KernelVersion { major: 1, minor: 0 }, // ioctl
    KernelVersion { major: 1, minor: 0 }, // ioperm
    KernelVersion { major: 1, minor: 0 }, // iopl
    KernelVersion { major: 2, minor: 6 }, // ioprio_get
    KernelVersion { major: 2, minor: 6 }, // ioprio_set
    KernelVersion { major: 1, minor: 0 }, // ipc
    KernelVersion { major: 3, minor: 5 }, // kcmp
    KernelVersion { major: 3, minor: 17 }, // kexec_file_load
    KernelVersion { major: 2, minor: 6 }, // kexec_load
    KernelVersion { major: 2, minor: 6 }, // keyctl
    KernelVersion { major: 1, minor: 0 }, // kill
    KernelVersion { major: 5, minor: 13 }, // landlock_add_rule
    KernelVersion { major: 5, minor: 13 }, // landlock_create_ruleset
    KernelVersion { major: 5, minor: 13 }, // landlock_restrict_self
    KernelVersion { major: 1, minor: 0 }, // lchown
    KernelVersion { major: 2, minor: 4 }, // lchown32
    KernelVersion { major: 2, minor: 6 }, // lgetxattr
    KernelVersion { major: 1, minor: 0 }, // link
    KernelVersion { major: 2, minor: 6 }, // linkat
    KernelVersion { major: 2, minor: 0 }, // listen
    KernelVersion { major: 6, minor: 8 }, // listmount
    KernelVersion { major: 6, minor: 19 }, // listns
    KernelVersion { major: 2, minor: 6 }, // listxattr
    KernelVersion { major: 6, minor: 13 }, // listxattrat
    KernelVersion { major: 2, minor: 6 }, // llistxattr
    KernelVersion { major: 1, minor: 0 }, // lock
    KernelVersion { major: 2, minor: 6 }, // lookup_dcookie
    KernelVersion { major: 2, minor: 6 }, // lremovexattr
    KernelVersion { major: 1, minor: 0 }, // lseek
    KernelVersion { major: 2, minor: 6 }, // lsetxattr
    KernelVersion { major: 6, minor: 8 }, // lsm_get_self_attr
    KernelVersion { major: 6, minor: 8 }, // lsm_list_modules
    KernelVersion { major: 6, minor: 8 }, // lsm_set_self_attr
    KernelVersion { major: 1, minor: 0 }, // lstat
    KernelVersion { major: 2, minor: 4 }, // lstat64
    KernelVersion { major: 2, minor: 4 }, // madvise
    KernelVersion { major: 6, minor: 6 }, // map_shadow_stack
    KernelVersion { major: 2, minor: 6 }, // mbind
    KernelVersion { major: 3, minor: 17 }, // membarrier
    KernelVersion { major: 3, minor: 17 }, // memfd_create
    KernelVersion { major: 5, minor: 14 }, // memfd_secret
    KernelVersion { major: 2, minor: 6 }, // migrate_pages
    KernelVersion { major: 2, minor: 4 }, // mincore
    KernelVersion { major: 1, minor: 0 }, // mkdir
    KernelVersion { major: 2, minor: 6 }, // mkdirat
    KernelVersion { major: 1, minor: 0 }, // mknod
    KernelVersion { major: 2, minor: 6 }, // mknodat
    KernelVersion { major: 2, minor: 0 }, // mlock
    KernelVersion { major: 4, minor: 4 }, // mlock2
    KernelVersion { major: 2, minor: 0 }, // mlockall
    KernelVersion { major: 1, minor: 0 }, // mmap
    KernelVersion { major: 2, minor: 4 }, // mmap2
    KernelVersion { major: 1, minor: 0 }, // modify_ldt
    KernelVersion { major: 1, minor: 0 }, // mount
    KernelVersion { major: 5, minor: 12 }, // mount_setattr
    KernelVersion { major: 5, minor: 2 }, // move_mount
    KernelVersion { major: 2, minor: 6 }, // move_pages
    KernelVersion { major: 1, minor: 0 }, // mprotect
    KernelVersion { major: 1, minor: 0 }, // mpx
    KernelVersion { major: 2, minor: 6 }, // mq_getsetattr
    KernelVersion { major: 2, minor: 6 }, // mq_notify
    KernelVersion { major: 2, minor: 6 }, // mq_open
    KernelVersion { major: 2, minor: 6 }, // mq_timedreceive
    KernelVersion { major: 5, minor: 1 }, // mq_timedreceive_time64
    KernelVersion { major: 2, minor: 6 }, // mq_timedsend
    KernelVersion { major: 5, minor: 1 }, // mq_timedsend_time64
    KernelVersion { major: 2, minor: 6 }, // mq_unlink
    KernelVersion { major: 2, minor: 0 }, // mremap
    KernelVersion { major: 6, minor: 10 }, // mseal
    KernelVersion { major: 2, minor: 0 }, // msgctl
    KernelVersion { major: 2, minor: 0 }, // msgget
    KernelVersion { major: 2, minor: 0 }, // msgrcv
    KernelVersion { major: 2, minor: 0 }, // msgsnd
    KernelVersion { major: 2, minor: 0 }, // msync
    KernelVersion { major: 2, minor: 6 }, // multiplexer
    KernelVersion { major: 2, minor: 0 }, // munlock
    KernelVersion { major: 2, minor: 0 }, // munlockall
    KernelVersion { major: 1, minor: 0 }, // munmap
    KernelVersion { major: 2, minor: 6 }, // name_to_handle_at
    KernelVersion { major: 2, minor: 0 }, // nanosleep
    KernelVersion { major: 2, minor: 6 }, // newfstatat
    KernelVersion { major: 2, minor: 2 }, // nfsservctl
    KernelVersion { major: 1, minor: 0 }, // nice
    KernelVersion { major: 1, minor: 0 }, // oldfstat
    KernelVersion { major: 1, minor: 0 }, // oldlstat
    KernelVersion { major: 1, minor: 0 }, // oldolduname
    KernelVersion { major: 1, minor: 0 }, // oldstat
    KernelVersion { major: 1, minor: 0 }, // olduname
    KernelVersion { major: 1, minor: 0 }, // open
    KernelVersion { major: 2, minor: 6 }, // open_by_handle_at
    KernelVersion { major: 5, minor: 2 }, // open_tree
    KernelVersion { major: 6, minor: 15 }, // open_tree_attr
    KernelVersion { major: 2, minor: 6 }, // openat
    KernelVersion { major: 5, minor: 6 }, // openat2
    KernelVersion { major: 1, minor: 0 }, // pause
    KernelVersion { major: 2, minor: 2 }, // pciconfig_iobase
    KernelVersion { major: 2, minor: 0 }, // pciconfig_read
    KernelVersion { major: 2, minor: 0 }, // pciconfig_write
    KernelVersion { major: 2, minor: 6 }, // perf_event_open
    KernelVersion { major: 1, minor: 2 }, // personality
    KernelVersion { major: 5, minor: 6 }, // pidfd_getfd
    KernelVersion { major: 5, minor: 3 }, // pidfd_open
    KernelVersion { major: 5, minor: 1 }, // pidfd_send_signal
    KernelVersion { major: 1, minor: 0 }, // pipe
    KernelVersion { major: 2, minor: 6 }, // pipe2
    KernelVersion { major: 2, minor: 4 }, // pivot_root
    KernelVersion { major: 4, minor: 8 }, // pkey_alloc
    KernelVersion { major: 4, minor: 8 }, // pkey_free
    KernelVersion { major: 4, minor: 8 }, // pkey_mprotect
    KernelVersion { major: 2, minor: 0 }, // poll
    KernelVersion { major: 2, minor: 6 }, // ppoll
    KernelVersion { major: 5, minor: 1 }, // ppoll_time64
    KernelVersion { major: 2, minor: 2 }, // prctl
    KernelVersion { major: 2, minor: 2 }, // pread64
    KernelVersion { major: 2, minor: 6 }, // preadv
    KernelVersion { major: 4, minor: 6 }, // preadv2
    KernelVersion { major: 2, minor: 6 }, // prlimit64
    KernelVersion { major: 5, minor: 10 }, // process_madvise
    KernelVersion { major: 5, minor: 15 }, // process_mrelease
    KernelVersion { major: 3, minor: 2 }, // process_vm_readv
    KernelVersion { major: 3, minor: 2 }, // process_vm_writev
    KernelVersion { major: 1, minor: 0 }, // prof
    KernelVersion { major: 1, minor: 0 }, // profil
    KernelVersion { major: 2, minor: 6 }, // pselect6
    KernelVersion { major: 5, minor: 1 }, // pselect6_time64
    KernelVersion { major: 1, minor: 0 }, // ptrace
    KernelVersion { major: 2, minor: 2 }, // putpmsg
    KernelVersion { major: 2, minor: 2 }, // pwrite64
    KernelVersion { major: 2, minor: 6 }, // pwritev
    KernelVersion { major: 4, minor: 6 }, // pwritev2
    KernelVersion { major: 2, minor: 2 }, // query_module
    KernelVersion { major: 1, minor: 0 }, // quotactl
    KernelVersion { major: 5, minor: 14 }, // quotactl_fd
    KernelVersion { major: 1, minor: 0 }, // read
    KernelVersion { major: 2, minor: 4 }, // readahead
    KernelVersion { major: 1, minor: 0 }, // readdir
    KernelVersion { major: 1, minor: 0 }, // readlink
    KernelVersion { major: 2, minor: 6 }, // readlinkat
    KernelVersion { major: 2, minor: 0 }, // readv
    KernelVersion { major: 1, minor: 0 }, // reboot
    KernelVersion { major: 2, minor: 0 }, // recv
    KernelVersion { major: 2, minor: 0 }, // recvfrom
    KernelVersion { major: 2, minor: 6 }, // recvmmsg
    KernelVersion { major: 5, minor: 1 }, // recvmmsg_time64
    KernelVersion { major: 2, minor: 0 }, // recvmsg
    KernelVersion { major: 2, minor: 6 }, // remap_file_pages
    KernelVersion { major: 2, minor: 6 }, // removexattr
    KernelVersion { major: 6, minor: 13 }, // removexattrat
    KernelVersion { major: 1, minor: 0 }, // rename
    KernelVersion { major: 2, minor: 6 }, // renameat
    KernelVersion { major: 3, minor: 15 }, // renameat2
    KernelVersion { major: 2, minor: 6 }, // request_key
    KernelVersion { major: 2, minor: 6 }, // restart_syscall
    KernelVersion { major: 4, minor: 15 }, // riscv_flush_icache
    KernelVersion { major: 6, minor: 4 }, // riscv_hwprobe
    KernelVersion { major: 1, minor: 0 }, // rmdir
    KernelVersion { major: 4, minor: 18 }, // rseq
    KernelVersion { major: 7, minor: 0 }, // rseq_slice_yield
    KernelVersion { major: 2, minor: 2 }, // rt_sigaction
    KernelVersion { major: 2, minor: 2 }, // rt_sigpending
    KernelVersion { major: 2, minor: 2 }, // rt_sigprocmask
    KernelVersion { major: 2, minor: 2 }, // rt_sigqueueinfo
    KernelVersion { major: 2, minor: 2 }, // rt_sigreturn
    KernelVersion { major: 2, minor: 2 }, // rt_sigsuspend
    KernelVersion { major: 2, minor: 2 }, // rt_sigtimedwait
    KernelVersion { major: 5, minor: 1 }, // rt_sigtimedwait_time64
    KernelVersion { major: 2, minor: 6 }, // rt_tgsigqueueinfo
    KernelVersion { major: 2, minor: 6 }, // rtas
    KernelVersion { major: 4, minor: 12 }, // s390_guarded_storage
    KernelVersion { major: 3, minor: 19 }, // s390_pci_mmio_read
    KernelVersion { major: 3, minor: 19 }, // s390_pci_mmio_write
    KernelVersion { major: 3, minor: 7 }, // s390_runtime_instr
    KernelVersion { major: 4, minor: 15 }, // s390_sthyi
    KernelVersion { major: 2, minor: 0 }, // sched_get_priority_max
    KernelVersion { major: 2, minor: 0 }, // sched_get_priority_min
    KernelVersion { major: 2, minor: 6 }, // sched_getaffinity
    KernelVersion { major: 3, minor: 14 }, // sched_getattr
    KernelVersion { major: 2, minor: 0 }, // sched_getparam
    KernelVersion { major: 2, minor: 0 }, // sched_getscheduler
    KernelVersion { major: 2, minor: 0 }, // sched_rr_get_interval
    KernelVersion { major: 5, minor: 1 }, // sched_rr_get_interval_time64
    KernelVersion { major: 2, minor: 6 }, // sched_setaffinity
    KernelVersion { major: 3, minor: 14 }, // sched_setattr
    KernelVersion { major: 2, minor: 0 }, // sched_setparam
    KernelVersion { major: 2, minor: 0 }, // sched_setscheduler
    KernelVersion { major: 2, minor: 0 }, // sched_yield
    KernelVersion { major: 3, minor: 17 }, // seccomp
    KernelVersion { major: 2, minor: 4 }, // security
    KernelVersion { major: 1, minor: 0 }, // select
    KernelVersion { major: 2, minor: 0 }, // semctl
    KernelVersion { major: 2, minor: 0 }, // semget
    KernelVersion { major: 2, minor: 0 }, // semop
    KernelVersion { major: 2, minor: 6 }, // semtimedop
    KernelVersion { major: 5, minor: 1 }, // semtimedop_time64
    KernelVersion { major: 2, minor: 0 }, // send
    KernelVersion { major: 2, minor: 2 }, // sendfile
    KernelVersion { major: 2, minor: 6 }, // sendfile64
    KernelVersion { major: 3, minor: 0 }, // sendmmsg
    KernelVersion { major: 2, minor: 0 }, // sendmsg
    KernelVersion { major: 2, minor: 0 }, // sendto
    KernelVersion { major: 2, minor: 6 }, // set_mempolicy
    KernelVersion { major: 5, minor: 17 }, // set_mempolicy_home_node
    KernelVersion { major: 2, minor: 6 }, // set_robust_list
    KernelVersion { major: 2, minor: 6 }, // set_thread_area
    KernelVersion { major: 2, minor: 6 }, // set_tid_address
    KernelVersion { major: 2, minor: 6 }, // set_tls
    KernelVersion { major: 1, minor: 0 }, // setdomainname
    KernelVersion { major: 1, minor: 2 }, // setfsgid
    KernelVersion { major: 2, minor: 4 }, // setfsgid32
    KernelVersion { major: 1, minor: 2 }, // setfsuid
    KernelVersion { major: 2, minor: 4 }, // setfsuid32
    KernelVersion { major: 1, minor: 0 }, // setgid
    KernelVersion { major: 2, minor: 4 }, // setgid32
    KernelVersion { major: 1, minor: 0 }, // setgroups
    KernelVersion { major: 2, minor: 4 }, // setgroups32
    KernelVersion { major: 1, minor: 0 }, // sethostname
    KernelVersion { major: 1, minor: 0 }, // setitimer
    KernelVersion { major: 3, minor: 0 }, // setns
    KernelVersion { major: 1, minor: 0 }, // setpgid
    KernelVersion { major: 1, minor: 0 }, // setpriority
    KernelVersion { major: 1, minor: 0 }, // setregid
    KernelVersion { major: 2, minor: 4 }, // setregid32
    KernelVersion { major: 2, minor: 2 }, // setresgid
    KernelVersion { major: 2, minor: 4 }, // setresgid32
    KernelVersion { major: 2, minor: 2 }, // setresuid
    KernelVersion { major: 2, minor: 4 }, // setresuid32
    KernelVersion { major: 1, minor: 0 }, // setreuid
    KernelVersion { major: 2, minor: 4 }, // setreuid32
    KernelVersion { major: 1, minor: 0 }, // setrlimit
    KernelVersion { major: 1, minor: 0 }, // setsid
    KernelVersion { major: 2, minor: 0 }, // setsockopt
    KernelVersion { major: 1, minor: 0 }, // settimeofday
    KernelVersion { major: 1, minor: 0 }, // setuid
    KernelVersion { major: 2, minor: 4 }, // setuid32
    KernelVersion { major: 2, minor: 6 }, // setxattr
    KernelVersion { major: 6, minor: 13 }, // setxattrat
    KernelVersion { major: 1, minor: 0 }, // sgetmask
    KernelVersion { major: 2, minor: 0 }, // shmat
    KernelVersion { major: 2, minor: 0 }, // shmctl
    KernelVersion { major: 2, minor: 0 }, // shmdt
    KernelVersion { major: 2, minor: 0 }, // shmget
    KernelVersion { major: 2, minor: 0 }, // shutdown
    KernelVersion { major: 1, minor: 0 }, // sigaction
    KernelVersion { major: 2, minor: 2 }, // sigaltstack
    KernelVersion { major: 1, minor: 0 }, // signal
    KernelVersion { major: 2, minor: 6 }, // signalfd
    KernelVersion { major: 2, minor: 6 }, // signalfd4
    KernelVersion { major: 1, minor: 0 }, // sigpending
    KernelVersion { major: 1, minor: 0 }, // sigprocmask
    KernelVersion { major: 1, minor: 0 }, // sigreturn
    KernelVersion { major: 1, minor: 0 }, // sigsuspend
    KernelVersion { major: 2, minor: 0 }, // socket
    KernelVersion { major: 1, minor: 0 }, // socketcall
    KernelVersion { major: 2, minor: 0 }, // socketpair
    KernelVersion { major: 2, minor: 6 }, // splice
    KernelVersion { major: 2, minor: 6 }, // spu_create
    KernelVersion { major: 2, minor: 6 }, // spu_run
    KernelVersion { major: 1, minor: 0 }, // ssetmask
    KernelVersion { major: 1, minor: 0 }, // stat
    KernelVersion { major: 2, minor: 4 }, // stat64
    KernelVersion { major: 1, minor: 0 }, // statfs
    KernelVersion { major: 2, minor: 6 }, // statfs64
    KernelVersion { major: 6, minor: 8 }, // statmount
    KernelVersion { major: 4, minor: 11 }, // statx
    KernelVersion { major: 1, minor: 0 }, // stime
    KernelVersion { major: 1, minor: 0 }, // stty
    KernelVersion { major: 2, minor: 6 }, // subpage_prot
    KernelVersion { major: 2, minor: 6 }, // swapcontext
    KernelVersion { major: 1, minor: 0 }, // swapoff
    KernelVersion { major: 1, minor: 0 }, // swapon
    KernelVersion { major: 4, minor: 1 }, // switch_endian
    KernelVersion { major: 1, minor: 0 }, // symlink
    KernelVersion { major: 2, minor: 6 }, // symlinkat
    KernelVersion { major: 1, minor: 0 }, // sync
    KernelVersion { major: 2, minor: 6 }, // sync_file_range
    KernelVersion { major: 2, minor: 6 }, // sync_file_range2
    KernelVersion { major: 2, minor: 6 }, // syncfs
    KernelVersion { major: 2, minor: 6 }, // sys_debug_setcontext
    KernelVersion { major: 1, minor: 0 }, // syscall
    KernelVersion { major: 1, minor: 2 }, // sysfs
    KernelVersion { major: 1, minor: 0 }, // sysinfo
    KernelVersion { major: 1, minor: 0 }, // syslog
    KernelVersion { major: 2, minor: 6 }, // sysmips
    KernelVersion { major: 2, minor: 6 }, // tee
    KernelVersion { major: 2, minor: 6 }, // tgkill
    KernelVersion { major: 1, minor: 0 }, // time
    KernelVersion { major: 2, minor: 6 }, // timer_create
    KernelVersion { major: 2, minor: 6 }, // timer_delete
    KernelVersion { major: 2, minor: 6 }, // timer_getoverrun
    KernelVersion { major: 2, minor: 6 }, // timer_gettime
    KernelVersion { major: 5, minor: 1 }, // timer_gettime64
    KernelVersion { major: 2, minor: 6 }, // timer_settime
    KernelVersion { major: 5, minor: 1 }, // timer_settime64
    KernelVersion { major: 2, minor: 6 }, // timerfd
    KernelVersion { major: 2, minor: 6 }, // timerfd_create
    KernelVersion { major: 2, minor: 6 }, // timerfd_gettime
    KernelVersion { major: 5, minor: 1 }, // timerfd_gettime64
    KernelVersion { major: 2, minor: 6 }, // timerfd_settime
    KernelVersion { major: 5, minor: 1 }, // timerfd_settime64
    KernelVersion { major: 1, minor: 0 }, // times
    KernelVersion { major: 2, minor: 6 }, // tkill
    KernelVersion { major: 1, minor: 0 }, // truncate
    KernelVersion { major: 2, minor: 4 }, // truncate64
    KernelVersion { major: 2, minor: 4 }, // tuxcall
    KernelVersion { major: 2, minor: 4 }, // ugetrlimit
    KernelVersion { major: 1, minor: 0 }, // ulimit
    KernelVersion { major: 1, minor: 0 }, // umask
    KernelVersion { major: 1, minor: 0 }, // umount
    KernelVersion { major: 2, minor: 2 }, // umount2
    KernelVersion { major: 1, minor: 0 }, // uname
    KernelVersion { major: 1, minor: 0 }, // unlink
    KernelVersion { major: 2, minor: 6 }, // unlinkat
    KernelVersion { major: 2, minor: 6 }, // unshare
    KernelVersion { major: 6, minor: 18 }, // uprobe
    KernelVersion { major: 6, minor: 11 }, // uretprobe
    KernelVersion { major: 1, minor: 0 }, // uselib
    KernelVersion { major: 4, minor: 3 }, // userfaultfd
    KernelVersion { major: 2, minor: 4 }, // usr26
    KernelVersion { major: 2, minor: 4 }, // usr32
    KernelVersion { major: 1, minor: 0 }, // ustat
    KernelVersion { major: 1, minor: 0 }, // utime
    KernelVersion { major: 2, minor: 6 }, // utimensat
    KernelVersion { major: 5, minor: 1 }, // utimensat_time64
    KernelVersion { major: 2, minor: 2 }, // utimes
    KernelVersion { major: 2, minor: 2 }, // vfork
    KernelVersion { major: 1, minor: 0 }, // vhangup
    KernelVersion { major: 2, minor: 0 }, // vm86
    KernelVersion { major: 1, minor: 0 }, // vm86old
    KernelVersion { major: 2, minor: 6 }, // vmsplice
    KernelVersion { major: 2, minor: 6 }, // vserver
    KernelVersion { major: 1, minor: 0 }, // wait4
    KernelVersion { major: 2, minor: 6 }, // waitid
    KernelVersion { major: 1, minor: 0 }, // waitpid
    KernelVersion { major: 1, minor: 0 }, // write
    KernelVersion { major: 2, minor: 0 }, // writev
];
