//! Generated from facts/syscalls.tsv by `cargo xtask tables`; edit the facts.

use super::CALLS;
use crate::syscalls::NONE;

pub(super) static NUMBERS: [u32; CALLS] = [
    NONE, // _llseek
    NONE, // _newselect
    NONE, // _sysctl
    202, // accept
    242, // accept4
    NONE, // access
    89, // acct
    217, // add_key
    171, // adjtimex
    NONE, // afs_syscall
    NONE, // alarm
    NONE, // arch_prctl
    NONE, // arm_fadvise64_64
    NONE, // arm_sync_file_range
    NONE, // atomic_barrier
    NONE, // atomic_cmpxchg_32
    NONE, // bdflush
    200, // bind
    280, // bpf
    NONE, // break
    NONE, // breakpoint
    214, // brk
    NONE, // cachectl
    NONE, // cacheflush
    451, // cachestat
    90, // capget
    91, // capset
    49, // chdir
    NONE, // chmod
    NONE, // chown
    NONE, // chown32
    51, // chroot
    266, // clock_adjtime
    NONE, // clock_adjtime64
    114, // clock_getres
    NONE, // clock_getres_time64
    113, // clock_gettime
    NONE, // clock_gettime64
    115, // clock_nanosleep
    NONE, // clock_nanosleep_time64
    112, // clock_settime
    NONE, // clock_settime64
    220, // clone
    435, // clone3
    57, // close
    436, // close_range
    203, // connect
    285, // copy_file_range
    NONE, // creat
    NONE, // create_module
    106, // delete_module
    23, // dup
    NONE, // dup2
    24, // dup3
    NONE, // epoll_create
    20, // epoll_create1
    21, // epoll_ctl
    NONE, // epoll_ctl_old
    22, // epoll_pwait
    441, // epoll_pwait2
    NONE, // epoll_wait
    NONE, // epoll_wait_old
    NONE, // eventfd
    19, // eventfd2
    221, // execve
    281, // execveat
    93, // exit
    94, // exit_group
    48, // faccessat
    439, // faccessat2
    223, // fadvise64
    NONE, // fadvise64_64
    47, // fallocate
    262, // fanotify_init
    263, // fanotify_mark
    50, // fchdir
    52, // fchmod
    53, // fchmodat
    452, // fchmodat2
    55, // fchown
    NONE, // fchown32
    54, // fchownat
    25, // fcntl
    NONE, // fcntl64
    83, // fdatasync
    10, // fgetxattr
    468, // file_getattr
    469, // file_setattr
    273, // finit_module
    13, // flistxattr
    32, // flock
    NONE, // fork
    16, // fremovexattr
    431, // fsconfig
    7, // fsetxattr
    432, // fsmount
    430, // fsopen
    433, // fspick
    80, // fstat
    NONE, // fstat64
    NONE, // fstatat64
    44, // fstatfs
    NONE, // fstatfs64
    82, // fsync
    NONE, // ftime
    46, // ftruncate
    NONE, // ftruncate64
    98, // futex
    456, // futex_requeue
    NONE, // futex_time64
    455, // futex_wait
    449, // futex_waitv
    454, // futex_wake
    NONE, // futimesat
    NONE, // get_kernel_syms
    236, // get_mempolicy
    100, // get_robust_list
    NONE, // get_thread_area
    NONE, // get_tls
    168, // getcpu
    17, // getcwd
    NONE, // getdents
    61, // getdents64
    177, // getegid
    NONE, // getegid32
    175, // geteuid
    NONE, // geteuid32
    176, // getgid
    NONE, // getgid32
    158, // getgroups
    NONE, // getgroups32
    102, // getitimer
    NONE, // getpagesize
    205, // getpeername
    155, // getpgid
    NONE, // getpgrp
    172, // getpid
    NONE, // getpmsg
    173, // getppid
    141, // getpriority
    278, // getrandom
    150, // getresgid
    NONE, // getresgid32
    148, // getresuid
    NONE, // getresuid32
    NONE, // getrlimit
    165, // getrusage
    156, // getsid
    204, // getsockname
    209, // getsockopt
    178, // gettid
    169, // gettimeofday
    174, // getuid
    NONE, // getuid32
    8, // getxattr
    464, // getxattrat
    NONE, // gtty
    NONE, // idle
    105, // init_module
    27, // inotify_add_watch
    NONE, // inotify_init
    26, // inotify_init1
    28, // inotify_rm_watch
    3, // io_cancel
    1, // io_destroy
    4, // io_getevents
    292, // io_pgetevents
    NONE, // io_pgetevents_time64
    0, // io_setup
    2, // io_submit
    426, // io_uring_enter
    427, // io_uring_register
    425, // io_uring_setup
    29, // ioctl
    NONE, // ioperm
    NONE, // iopl
    31, // ioprio_get
    30, // ioprio_set
    NONE, // ipc
    272, // kcmp
    294, // kexec_file_load
    104, // kexec_load
    219, // keyctl
    129, // kill
    445, // landlock_add_rule
    444, // landlock_create_ruleset
    446, // landlock_restrict_self
    NONE, // lchown
    NONE, // lchown32
    9, // lgetxattr
    NONE, // link
    37, // linkat
    201, // listen
    458, // listmount
    470, // listns
    11, // listxattr
    465, // listxattrat
    12, // llistxattr
    NONE, // lock
    18, // lookup_dcookie
    15, // lremovexattr
    62, // lseek
    6, // lsetxattr
    459, // lsm_get_self_attr
    461, // lsm_list_modules
    460, // lsm_set_self_attr
    NONE, // lstat
    NONE, // lstat64
    233, // madvise
    453, // map_shadow_stack
    235, // mbind
    283, // membarrier
    279, // memfd_create
    NONE, // memfd_secret
    238, // migrate_pages
    232, // mincore
    NONE, // mkdir
    34, // mkdirat
    NONE, // mknod
    33, // mknodat
    228, // mlock
    284, // mlock2
    230, // mlockall
    222, // mmap
    NONE, // mmap2
    NONE, // modify_ldt
    40, // mount
    442, // mount_setattr
    429, // move_mount
    239, // move_pages
    226, // mprotect
    NONE, // mpx
    185, // mq_getsetattr
    184, // mq_notify
    180, // mq_open
    183, // mq_timedreceive
    NONE, // mq_timedreceive_time64
    182, // mq_timedsend
    NONE, // mq_timedsend_time64
    181, // mq_unlink
    216, // mremap
    462, // mseal
    187, // msgctl
    186, // msgget
    188, // msgrcv
    189, // msgsnd
    227, // msync
    NONE, // multiplexer
    229, // munlock
    231, // munlockall
    215, // munmap
    264, // name_to_handle_at
    101, // nanosleep
    79, // newfstatat
    42, // nfsservctl
    NONE, // nice
    NONE, // oldfstat
    NONE, // oldlstat
    NONE, // oldolduname
    NONE, // oldstat
    NONE, // olduname
    NONE, // open
    265, // open_by_handle_at
    428, // open_tree
    467, // open_tree_attr
    56, // openat
    437, // openat2
    NONE, // pause
    NONE, // pciconfig_iobase
    NONE, // pciconfig_read
    NONE, // pciconfig_write
    241, // perf_event_open
    92, // personality
    438, // pidfd_getfd
    434, // pidfd_open
    424, // pidfd_send_signal
    NONE, // pipe
    59, // pipe2
    41, // pivot_root
    289, // pkey_alloc
    290, // pkey_free
    288, // pkey_mprotect
    NONE, // poll
    73, // ppoll
    NONE, // ppoll_time64
    167, // prctl
    67, // pread64
    69, // preadv
    286, // preadv2
    261, // prlimit64
    440, // process_madvise
    448, // process_mrelease
    270, // process_vm_readv
    271, // process_vm_writev
    NONE, // prof
    NONE, // profil
    72, // pselect6
    NONE, // pselect6_time64
    117, // ptrace
    NONE, // putpmsg
    68, // pwrite64
    70, // pwritev
    287, // pwritev2
    NONE, // query_module
    60, // quotactl
    443, // quotactl_fd
    63, // read
    213, // readahead
    NONE, // readdir
    NONE, // readlink
    78, // readlinkat
    65, // readv
    142, // reboot
    NONE, // recv
    207, // recvfrom
    243, // recvmmsg
    NONE, // recvmmsg_time64
    212, // recvmsg
    234, // remap_file_pages
    14, // removexattr
    466, // removexattrat
    NONE, // rename
    NONE, // renameat
    276, // renameat2
    218, // request_key
    128, // restart_syscall
    NONE, // riscv_flush_icache
    NONE, // riscv_hwprobe
    NONE, // rmdir
    293, // rseq
    471, // rseq_slice_yield
    134, // rt_sigaction
    136, // rt_sigpending
    135, // rt_sigprocmask
    138, // rt_sigqueueinfo
    139, // rt_sigreturn
    133, // rt_sigsuspend
    137, // rt_sigtimedwait
    NONE, // rt_sigtimedwait_time64
    240, // rt_tgsigqueueinfo
    NONE, // rtas
    NONE, // s390_guarded_storage
    NONE, // s390_pci_mmio_read
    NONE, // s390_pci_mmio_write
    NONE, // s390_runtime_instr
    NONE, // s390_sthyi
    125, // sched_get_priority_max
    126, // sched_get_priority_min
    123, // sched_getaffinity
    275, // sched_getattr
    121, // sched_getparam
    120, // sched_getscheduler
    127, // sched_rr_get_interval
    NONE, // sched_rr_get_interval_time64
    122, // sched_setaffinity
    274, // sched_setattr
    118, // sched_setparam
    119, // sched_setscheduler
    124, // sched_yield
    277, // seccomp
    NONE, // security
    NONE, // select
    191, // semctl
    190, // semget
    193, // semop
    192, // semtimedop
    NONE, // semtimedop_time64
    NONE, // send
    71, // sendfile
    NONE, // sendfile64
    269, // sendmmsg
    211, // sendmsg
    206, // sendto
    237, // set_mempolicy
    450, // set_mempolicy_home_node
    99, // set_robust_list
    NONE, // set_thread_area
    96, // set_tid_address
    NONE, // set_tls
    162, // setdomainname
    152, // setfsgid
    NONE, // setfsgid32
    151, // setfsuid
    NONE, // setfsuid32
    144, // setgid
    NONE, // setgid32
    159, // setgroups
    NONE, // setgroups32
    161, // sethostname
    103, // setitimer
    268, // setns
    154, // setpgid
    140, // setpriority
    143, // setregid
    NONE, // setregid32
    149, // setresgid
    NONE, // setresgid32
    147, // setresuid
    NONE, // setresuid32
    145, // setreuid
    NONE, // setreuid32
    NONE, // setrlimit
    157, // setsid
    208, // setsockopt
    170, // settimeofday
    146, // setuid
    NONE, // setuid32
    5, // setxattr
    463, // setxattrat
    NONE, // sgetmask
    196, // shmat
    195, // shmctl
    197, // shmdt
    194, // shmget
    210, // shutdown
    NONE, // sigaction
    132, // sigaltstack
    NONE, // signal
    NONE, // signalfd
    74, // signalfd4
    NONE, // sigpending
    NONE, // sigprocmask
    NONE, // sigreturn
    NONE, // sigsuspend
    198, // socket
    NONE, // socketcall
    199, // socketpair
    76, // splice
    NONE, // spu_create
    NONE, // spu_run
    NONE, // ssetmask
    NONE, // stat
    NONE, // stat64
    43, // statfs
    NONE, // statfs64
    457, // statmount
    291, // statx
    NONE, // stime
    NONE, // stty
    NONE, // subpage_prot
    NONE, // swapcontext
    225, // swapoff
    224, // swapon
    NONE, // switch_endian
    NONE, // symlink
    36, // symlinkat
    81, // sync
    84, // sync_file_range
    NONE, // sync_file_range2
    267, // syncfs
    NONE, // sys_debug_setcontext
    NONE, // syscall
    NONE, // sysfs
    179, // sysinfo
    116, // syslog
    NONE, // sysmips
    77, // tee
    131, // tgkill
    NONE, // time
    107, // timer_create
    111, // timer_delete
    109, // timer_getoverrun
    108, // timer_gettime
    NONE, // timer_gettime64
    110, // timer_settime
    NONE, // timer_settime64
    NONE, // timerfd
    85, // timerfd_create
    87, // timerfd_gettime
    NONE, // timerfd_gettime64
    86, // timerfd_settime
    NONE, // timerfd_settime64
    153, // times
    130, // tkill
    45, // truncate
    NONE, // truncate64
    NONE, // tuxcall
    NONE, // ugetrlimit
    NONE, // ulimit
    166, // umask
    NONE, // umount
    39, // umount2
    160, // uname
    NONE, // unlink
    35, // unlinkat
    97, // unshare
    NONE, // uprobe
    NONE, // uretprobe
    NONE, // uselib
    282, // userfaultfd
    NONE, // usr26
    NONE, // usr32
    NONE, // ustat
    NONE, // utime
    88, // utimensat
    NONE, // utimensat_time64
    NONE, // utimes
    NONE, // vfork
    58, // vhangup
    NONE, // vm86
    NONE, // vm86old
    75, // vmsplice
    NONE, // vserver
    260, // wait4
    95, // waitid
    NONE, // waitpid
    64, // write
    66, // writev
];

pub(super) static BY_NUMBER: [(u32, u16); 323] = [
    (0, 168), // io_setup
    (1, 164), // io_destroy
    (2, 169), // io_submit
    (3, 163), // io_cancel
    (4, 165), // io_getevents
    (5, 407), // setxattr
    (6, 202), // lsetxattr
    (7, 94), // fsetxattr
    (8, 154), // getxattr
    (9, 189), // lgetxattr
    (10, 85), // fgetxattr
    (11, 195), // listxattr
    (12, 197), // llistxattr
    (13, 89), // flistxattr
    (14, 319), // removexattr
    (15, 200), // lremovexattr
    (16, 92), // fremovexattr
    (17, 120), // getcwd
    (18, 199), // lookup_dcookie
    (19, 63), // eventfd2
    (20, 55), // epoll_create1
    (21, 56), // epoll_ctl
    (22, 58), // epoll_pwait
    (23, 51), // dup
    (24, 53), // dup3
    (25, 82), // fcntl
    (26, 161), // inotify_init1
    (27, 159), // inotify_add_watch
    (28, 162), // inotify_rm_watch
    (29, 173), // ioctl
    (30, 177), // ioprio_set
    (31, 176), // ioprio_get
    (32, 90), // flock
    (33, 219), // mknodat
    (34, 217), // mkdirat
    (35, 484), // unlinkat
    (36, 445), // symlinkat
    (37, 191), // linkat
    (39, 481), // umount2
    (40, 226), // mount
    (41, 278), // pivot_root
    (42, 254), // nfsservctl
    (43, 433), // statfs
    (44, 101), // fstatfs
    (45, 474), // truncate
    (46, 105), // ftruncate
    (47, 72), // fallocate
    (48, 68), // faccessat
    (49, 27), // chdir
    (50, 75), // fchdir
    (51, 31), // chroot
    (52, 76), // fchmod
    (53, 77), // fchmodat
    (54, 81), // fchownat
    (55, 79), // fchown
    (56, 265), // openat
    (57, 44), // close
    (58, 498), // vhangup
    (59, 277), // pipe2
    (60, 304), // quotactl
    (61, 122), // getdents64
    (62, 201), // lseek
    (63, 306), // read
    (64, 506), // write
    (65, 311), // readv
    (66, 507), // writev
    (67, 286), // pread64
    (68, 300), // pwrite64
    (69, 287), // preadv
    (70, 301), // pwritev
    (71, 368), // sendfile
    (72, 296), // pselect6
    (73, 283), // ppoll
    (74, 419), // signalfd4
    (75, 501), // vmsplice
    (76, 427), // splice
    (77, 456), // tee
    (78, 310), // readlinkat
    (79, 253), // newfstatat
    (80, 98), // fstat
    (81, 446), // sync
    (82, 103), // fsync
    (83, 84), // fdatasync
    (84, 447), // sync_file_range
    (85, 467), // timerfd_create
    (86, 470), // timerfd_settime
    (87, 468), // timerfd_gettime
    (88, 494), // utimensat
    (89, 6), // acct
    (90, 25), // capget
    (91, 26), // capset
    (92, 272), // personality
    (93, 66), // exit
    (94, 67), // exit_group
    (95, 504), // waitid
    (96, 377), // set_tid_address
    (97, 485), // unshare
    (98, 107), // futex
    (99, 375), // set_robust_list
    (100, 116), // get_robust_list
    (101, 252), // nanosleep
    (102, 131), // getitimer
    (103, 389), // setitimer
    (104, 181), // kexec_load
    (105, 158), // init_module
    (106, 50), // delete_module
    (107, 459), // timer_create
    (108, 462), // timer_gettime
    (109, 461), // timer_getoverrun
    (110, 464), // timer_settime
    (111, 460), // timer_delete
    (112, 40), // clock_settime
    (113, 36), // clock_gettime
    (114, 34), // clock_getres
    (115, 38), // clock_nanosleep
    (116, 454), // syslog
    (117, 298), // ptrace
    (118, 356), // sched_setparam
    (119, 357), // sched_setscheduler
    (120, 351), // sched_getscheduler
    (121, 350), // sched_getparam
    (122, 354), // sched_setaffinity
    (123, 348), // sched_getaffinity
    (124, 358), // sched_yield
    (125, 346), // sched_get_priority_max
    (126, 347), // sched_get_priority_min
    (127, 352), // sched_rr_get_interval
    (128, 325), // restart_syscall
    (129, 183), // kill
    (130, 473), // tkill
    (131, 457), // tgkill
    (132, 416), // sigaltstack
    (133, 336), // rt_sigsuspend
    (134, 331), // rt_sigaction
    (135, 333), // rt_sigprocmask
    (136, 332), // rt_sigpending
    (137, 337), // rt_sigtimedwait
    (138, 334), // rt_sigqueueinfo
    (139, 335), // rt_sigreturn
    (140, 392), // setpriority
    (141, 139), // getpriority
    (142, 312), // reboot
    (143, 393), // setregid
    (144, 384), // setgid
    (145, 399), // setreuid
    (146, 405), // setuid
    (147, 397), // setresuid
    (148, 143), // getresuid
    (149, 395), // setresgid
    (150, 141), // getresgid
    (151, 382), // setfsuid
    (152, 380), // setfsgid
    (153, 472), // times
    (154, 391), // setpgid
    (155, 134), // getpgid
    (156, 147), // getsid
    (157, 402), // setsid
    (158, 129), // getgroups
    (159, 386), // setgroups
    (160, 482), // uname
    (161, 388), // sethostname
    (162, 379), // setdomainname
    (165, 146), // getrusage
    (166, 479), // umask
    (167, 285), // prctl
    (168, 119), // getcpu
    (169, 151), // gettimeofday
    (170, 404), // settimeofday
    (171, 8), // adjtimex
    (172, 136), // getpid
    (173, 138), // getppid
    (174, 152), // getuid
    (175, 125), // geteuid
    (176, 127), // getgid
    (177, 123), // getegid
    (178, 150), // gettid
    (179, 453), // sysinfo
    (180, 234), // mq_open
    (181, 239), // mq_unlink
    (182, 237), // mq_timedsend
    (183, 235), // mq_timedreceive
    (184, 233), // mq_notify
    (185, 232), // mq_getsetattr
    (186, 243), // msgget
    (187, 242), // msgctl
    (188, 244), // msgrcv
    (189, 245), // msgsnd
    (190, 363), // semget
    (191, 362), // semctl
    (192, 365), // semtimedop
    (193, 364), // semop
    (194, 413), // shmget
    (195, 411), // shmctl
    (196, 410), // shmat
    (197, 412), // shmdt
    (198, 424), // socket
    (199, 426), // socketpair
    (200, 17), // bind
    (201, 192), // listen
    (202, 3), // accept
    (203, 46), // connect
    (204, 148), // getsockname
    (205, 133), // getpeername
    (206, 372), // sendto
    (207, 314), // recvfrom
    (208, 403), // setsockopt
    (209, 149), // getsockopt
    (210, 414), // shutdown
    (211, 371), // sendmsg
    (212, 317), // recvmsg
    (213, 307), // readahead
    (214, 21), // brk
    (215, 250), // munmap
    (216, 240), // mremap
    (217, 7), // add_key
    (218, 324), // request_key
    (219, 182), // keyctl
    (220, 42), // clone
    (221, 64), // execve
    (222, 223), // mmap
    (223, 70), // fadvise64
    (224, 442), // swapon
    (225, 441), // swapoff
    (226, 230), // mprotect
    (227, 246), // msync
    (228, 220), // mlock
    (229, 248), // munlock
    (230, 222), // mlockall
    (231, 249), // munlockall
    (232, 215), // mincore
    (233, 208), // madvise
    (234, 318), // remap_file_pages
    (235, 210), // mbind
    (236, 115), // get_mempolicy
    (237, 373), // set_mempolicy
    (238, 214), // migrate_pages
    (239, 229), // move_pages
    (240, 339), // rt_tgsigqueueinfo
    (241, 271), // perf_event_open
    (242, 4), // accept4
    (243, 315), // recvmmsg
    (260, 503), // wait4
    (261, 289), // prlimit64
    (262, 73), // fanotify_init
    (263, 74), // fanotify_mark
    (264, 251), // name_to_handle_at
    (265, 262), // open_by_handle_at
    (266, 32), // clock_adjtime
    (267, 449), // syncfs
    (268, 390), // setns
    (269, 370), // sendmmsg
    (270, 292), // process_vm_readv
    (271, 293), // process_vm_writev
    (272, 179), // kcmp
    (273, 88), // finit_module
    (274, 355), // sched_setattr
    (275, 349), // sched_getattr
    (276, 323), // renameat2
    (277, 359), // seccomp
    (278, 140), // getrandom
    (279, 212), // memfd_create
    (280, 18), // bpf
    (281, 65), // execveat
    (282, 489), // userfaultfd
    (283, 211), // membarrier
    (284, 221), // mlock2
    (285, 47), // copy_file_range
    (286, 288), // preadv2
    (287, 302), // pwritev2
    (288, 281), // pkey_mprotect
    (289, 279), // pkey_alloc
    (290, 280), // pkey_free
    (291, 436), // statx
    (292, 166), // io_pgetevents
    (293, 329), // rseq
    (294, 180), // kexec_file_load
    (424, 275), // pidfd_send_signal
    (425, 172), // io_uring_setup
    (426, 170), // io_uring_enter
    (427, 171), // io_uring_register
    (428, 263), // open_tree
    (429, 228), // move_mount
    (430, 96), // fsopen
    (431, 93), // fsconfig
    (432, 95), // fsmount
    (433, 97), // fspick
    (434, 274), // pidfd_open
    (435, 43), // clone3
    (436, 45), // close_range
    (437, 266), // openat2
    (438, 273), // pidfd_getfd
    (439, 69), // faccessat2
    (440, 290), // process_madvise
    (441, 59), // epoll_pwait2
    (442, 227), // mount_setattr
    (443, 305), // quotactl_fd
    (444, 185), // landlock_create_ruleset
    (445, 184), // landlock_add_rule
    (446, 186), // landlock_restrict_self
    (448, 291), // process_mrelease
    (449, 111), // futex_waitv
    (450, 374), // set_mempolicy_home_node
    (451, 24), // cachestat
    (452, 78), // fchmodat2
    (453, 209), // map_shadow_stack
    (454, 112), // futex_wake
    (455, 110), // futex_wait
    (456, 108), // futex_requeue
    (457, 435), // statmount
    (458, 193), // listmount
    (459, 203), // lsm_get_self_attr
    (460, 205), // lsm_set_self_attr
    (461, 204), // lsm_list_modules
    (462, 241), // mseal
    (463, 408), // setxattrat
    (464, 155), // getxattrat
    (465, 196), // listxattrat
    (466, 320), // removexattrat
    (467, 264), // open_tree_attr
    (468, 86), // file_getattr
    (469, 87), // file_setattr
    (470, 194), // listns
    (471, 330), // rseq_slice_yield
];
