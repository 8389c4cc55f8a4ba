//! The calls that no resource policy treats, and why they need no treatment. With `calls.rs` every call of x86-64 and i386
//! stands somewhere: a test walks the tables.

/// Why, and which calls.
type Group = (&'static str, &'static [&'static str]);

#[rustfmt::skip]
pub(crate) static UNTOUCHED: &[Group] = &[
    ("an open file: what it may be used for was judged when it was opened", &[
        "_llseek", "cachestat", "close", "close_range", "copy_file_range", "dup", "dup2", "dup3", "fadvise64",
        "fadvise64_64", "fallocate", "fcntl", "fcntl64", "fdatasync", "fgetxattr", "flistxattr", "flock", "fstat",
        "fstat64", "fstatfs", "fstatfs64", "fsync", "ftruncate", "ftruncate64", "getdents", "getdents64", "lseek",
        "oldfstat", "pread64", "preadv", "preadv2", "pwrite64", "pwritev", "pwritev2", "quotactl_fd", "read", "readahead",
        "readdir", "readv", "sendfile", "sendfile64", "splice", "sync_file_range", "syncfs", "tee", "vmsplice", "write",
        "writev",
    ]),
    ("makes a file that has no name", &[
        "epoll_create", "epoll_create1", "eventfd", "eventfd2", "inotify_init", "inotify_init1", "memfd_secret", "pipe",
        "pipe2", "signalfd", "signalfd4", "socketpair", "timerfd_create",
    ]),
    ("waits for files, or sets what is waited for", &[
        "_newselect", "epoll_ctl", "epoll_ctl_old", "epoll_pwait", "epoll_pwait2", "epoll_wait", "epoll_wait_old",
        "inotify_rm_watch", "io_cancel", "io_destroy", "io_getevents", "io_pgetevents", "io_pgetevents_time64", "io_setup",
        "poll", "ppoll", "ppoll_time64", "pselect6", "pselect6_time64", "select", "timerfd_gettime", "timerfd_gettime64",
        "timerfd_settime", "timerfd_settime64",
    ]),
    ("reads and writes open files only, unlike io_uring", &["io_submit"]),
    ("a socket that is connected or bound already; its address was judged then", &[
        "accept", "accept4", "getpeername", "getsockname", "getsockopt", "recvfrom", "recvmmsg", "recvmmsg_time64",
        "recvmsg", "setsockopt", "shutdown",
    ]),
    ("the folder is open already, and what is opened from there is judged", &["fchdir", "getcwd"]),
    ("tells of file systems, not of names", &["listmount", "statmount", "sysfs", "ustat"]),
    ("writes back what was written already", &["bdflush", "sync"]),
    ("memory between processes with names of their own, which are no files", &[
        "ipc", "mq_getsetattr", "mq_notify", "mq_open", "mq_timedreceive", "mq_timedreceive_time64", "mq_timedsend",
        "mq_timedsend_time64", "mq_unlink", "msgctl", "msgget", "msgrcv", "msgsnd", "semctl", "semget", "semop",
        "semtimedop", "semtimedop_time64", "shmat", "shmctl", "shmdt", "shmget",
    ]),
    ("the caller's own memory", &[
        "brk", "get_mempolicy", "madvise", "map_shadow_stack", "mbind", "membarrier", "mincore", "mlock", "mlock2",
        "mlockall", "mmap", "mmap2", "modify_ldt", "mprotect", "mremap", "mseal", "msync", "munlock", "munlockall",
        "munmap", "pkey_alloc", "pkey_free", "pkey_mprotect", "remap_file_pages", "set_mempolicy",
        "set_mempolicy_home_node",
    ]),
    ("another process: Landlock's domain keeps to the run's own, whose calls are judged alike", &[
        "kcmp", "kill", "migrate_pages", "move_pages", "pidfd_getfd", "pidfd_open", "pidfd_send_signal", "process_madvise",
        "process_mrelease", "process_vm_readv", "process_vm_writev", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "tgkill",
        "tkill",
    ]),
    ("traces processes, which Landlock's domain keeps to the run's own; a traced run refuses it", &["ptrace"]),
    ("a process, a thread and its end", &[
        "exit", "exit_group", "fork", "restart_syscall", "set_robust_list", "get_robust_list", "set_tid_address", "vfork",
        "wait4", "waitid", "waitpid", "rseq", "rseq_slice_yield", "uprobe", "uretprobe",
    ]),
    ("who the caller is, and of which group and session", &[
        "capget", "getegid", "getegid32", "geteuid", "geteuid32", "getgid", "getgid32", "getgroups", "getgroups32",
        "getpgid", "getpgrp", "getpid", "getppid", "getresgid", "getresgid32", "getresuid", "getresuid32", "getsid",
        "gettid", "getuid", "getuid32", "setpgid", "setsid",
    ]),
    ("the caller's own state", &[
        "arch_prctl", "get_thread_area", "getcpu", "getpriority", "getrandom", "getrlimit", "getrusage", "ioprio_get",
        "ioprio_set", "nice", "personality", "prlimit64", "sched_get_priority_max", "sched_get_priority_min",
        "sched_getaffinity", "sched_getattr", "sched_getparam", "sched_getscheduler", "sched_rr_get_interval",
        "sched_rr_get_interval_time64", "sched_setaffinity", "sched_setattr", "sched_setparam", "sched_setscheduler",
        "sched_yield", "set_thread_area", "setpriority", "setrlimit", "ugetrlimit", "umask", "vm86", "vm86old",
    ]),
    ("prctl: what it changes is the caller's own state, which callgate reads at each call (a traced run looks at filters)",
        &["prctl"]),
    ("signals of the caller's own", &[
        "pause", "rt_sigaction", "rt_sigpending", "rt_sigprocmask", "rt_sigreturn", "rt_sigsuspend", "rt_sigtimedwait",
        "rt_sigtimedwait_time64", "sgetmask", "sigaction", "sigaltstack", "signal", "sigpending", "sigprocmask",
        "sigreturn", "sigsuspend", "ssetmask",
    ]),
    ("waits, and wakes who waits", &[
        "clock_nanosleep", "clock_nanosleep_time64", "futex", "futex_requeue", "futex_time64", "futex_wait", "futex_waitv",
        "futex_wake", "nanosleep",
    ]),
    ("time", &[
        "adjtimex", "alarm", "clock_adjtime", "clock_adjtime64", "clock_getres", "clock_getres_time64", "clock_gettime",
        "clock_gettime64", "clock_settime", "clock_settime64", "getitimer", "gettimeofday", "setitimer", "settimeofday",
        "stime", "time", "timer_create", "timer_delete", "timer_getoverrun", "timer_gettime", "timer_gettime64",
        "timer_settime", "timer_settime64", "times",
    ]),
    ("the machine as a whole, which has rights of its own and no names of files", &[
        "lookup_dcookie", "oldolduname", "olduname", "reboot", "setdomainname", "sethostname", "sysinfo", "syslog", "uname",
        "vhangup",
    ]),
    ("keys have no names that rules know", &["add_key", "keyctl", "request_key"]),
    ("restricts the caller further, or tells how it is restricted", &[
        "landlock_add_rule", "landlock_create_ruleset", "landlock_restrict_self", "lsm_get_self_attr", "lsm_list_modules",
        "lsm_set_self_attr",
    ]),
    ("tells which namespaces there are; they are entered by setns", &["listns"]),
    ("Linux has it no longer, or never had", &[
        "_sysctl", "afs_syscall", "break", "create_module", "ftime", "get_kernel_syms", "getpmsg", "gtty", "idle", "lock",
        "mpx", "nfsservctl", "prof", "profil", "putpmsg", "query_module", "security", "stty", "tuxcall", "ulimit",
        "vserver",
    ]),
];
