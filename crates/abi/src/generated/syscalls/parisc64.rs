//! Generated from facts/syscalls.tsv by `cargo xtask tables`; edit the facts.

use super::CALLS;
use crate::syscalls::NONE;

pub(super) static NUMBERS: [u32; CALLS] = [
    NONE, // _llseek
    142, // _newselect
    149, // _sysctl
    35, // accept
    320, // accept4
    33, // access
    51, // acct
    264, // add_key
    124, // adjtimex
    NONE, // afs_syscall
    27, // alarm
    NONE, // arch_prctl
    NONE, // arm_fadvise64_64
    NONE, // arm_sync_file_range
    NONE, // atomic_barrier
    NONE, // atomic_cmpxchg_32
    134, // bdflush
    22, // bind
    341, // bpf
    NONE, // break
    NONE, // breakpoint
    45, // brk
    NONE, // cachectl
    356, // cacheflush
    451, // cachestat
    106, // capget
    107, // capset
    12, // chdir
    15, // chmod
    180, // chown
    NONE, // chown32
    61, // chroot
    324, // clock_adjtime
    NONE, // clock_adjtime64
    257, // clock_getres
    NONE, // clock_getres_time64
    256, // clock_gettime
    NONE, // clock_gettime64
    258, // clock_nanosleep
    NONE, // clock_nanosleep_time64
    255, // clock_settime
    NONE, // clock_settime64
    120, // clone
    435, // clone3
    6, // close
    436, // close_range
    31, // connect
    346, // copy_file_range
    8, // creat
    NONE, // create_module
    129, // delete_module
    41, // dup
    63, // dup2
    312, // dup3
    224, // epoll_create
    311, // epoll_create1
    225, // epoll_ctl
    NONE, // epoll_ctl_old
    297, // epoll_pwait
    441, // epoll_pwait2
    226, // epoll_wait
    NONE, // epoll_wait_old
    304, // eventfd
    310, // eventfd2
    11, // execve
    342, // execveat
    1, // exit
    222, // exit_group
    287, // faccessat
    439, // faccessat2
    NONE, // fadvise64
    236, // fadvise64_64
    305, // fallocate
    322, // fanotify_init
    323, // fanotify_mark
    133, // fchdir
    94, // fchmod
    286, // fchmodat
    452, // fchmodat2
    95, // fchown
    NONE, // fchown32
    278, // fchownat
    55, // fcntl
    202, // fcntl64
    148, // fdatasync
    243, // fgetxattr
    468, // file_getattr
    469, // file_setattr
    333, // finit_module
    246, // flistxattr
    143, // flock
    2, // fork
    249, // fremovexattr
    431, // fsconfig
    240, // fsetxattr
    432, // fsmount
    430, // fsopen
    433, // fspick
    28, // fstat
    112, // fstat64
    280, // fstatat64
    100, // fstatfs
    299, // fstatfs64
    118, // fsync
    NONE, // ftime
    93, // ftruncate
    200, // ftruncate64
    210, // futex
    456, // futex_requeue
    NONE, // futex_time64
    455, // futex_wait
    449, // futex_waitv
    454, // futex_wake
    279, // futimesat
    NONE, // get_kernel_syms
    261, // get_mempolicy
    290, // get_robust_list
    NONE, // get_thread_area
    NONE, // get_tls
    296, // getcpu
    110, // getcwd
    141, // getdents
    201, // getdents64
    50, // getegid
    NONE, // getegid32
    49, // geteuid
    NONE, // geteuid32
    47, // getgid
    NONE, // getgid32
    80, // getgroups
    NONE, // getgroups32
    105, // getitimer
    NONE, // getpagesize
    53, // getpeername
    132, // getpgid
    65, // getpgrp
    20, // getpid
    NONE, // getpmsg
    64, // getppid
    96, // getpriority
    339, // getrandom
    171, // getresgid
    NONE, // getresgid32
    165, // getresuid
    NONE, // getresuid32
    76, // getrlimit
    77, // getrusage
    147, // getsid
    44, // getsockname
    182, // getsockopt
    206, // gettid
    78, // gettimeofday
    24, // getuid
    NONE, // getuid32
    241, // getxattr
    464, // getxattrat
    NONE, // gtty
    NONE, // idle
    128, // init_module
    270, // inotify_add_watch
    269, // inotify_init
    314, // inotify_init1
    271, // inotify_rm_watch
    219, // io_cancel
    216, // io_destroy
    217, // io_getevents
    350, // io_pgetevents
    NONE, // io_pgetevents_time64
    215, // io_setup
    218, // io_submit
    426, // io_uring_enter
    427, // io_uring_register
    425, // io_uring_setup
    54, // ioctl
    NONE, // ioperm
    NONE, // iopl
    268, // ioprio_get
    267, // ioprio_set
    NONE, // ipc
    332, // kcmp
    355, // kexec_file_load
    300, // kexec_load
    266, // keyctl
    37, // kill
    445, // landlock_add_rule
    444, // landlock_create_ruleset
    446, // landlock_restrict_self
    16, // lchown
    NONE, // lchown32
    242, // lgetxattr
    9, // link
    283, // linkat
    32, // listen
    458, // listmount
    470, // listns
    244, // listxattr
    465, // listxattrat
    245, // llistxattr
    NONE, // lock
    223, // lookup_dcookie
    248, // lremovexattr
    19, // lseek
    239, // lsetxattr
    459, // lsm_get_self_attr
    461, // lsm_list_modules
    460, // lsm_set_self_attr
    84, // lstat
    198, // lstat64
    119, // madvise
    453, // map_shadow_stack
    260, // mbind
    343, // membarrier
    340, // memfd_create
    NONE, // memfd_secret
    272, // migrate_pages
    72, // mincore
    39, // mkdir
    276, // mkdirat
    14, // mknod
    277, // mknodat
    150, // mlock
    345, // mlock2
    152, // mlockall
    90, // mmap
    89, // mmap2
    NONE, // modify_ldt
    21, // mount
    442, // mount_setattr
    429, // move_mount
    295, // move_pages
    125, // mprotect
    NONE, // mpx
    234, // mq_getsetattr
    233, // mq_notify
    229, // mq_open
    232, // mq_timedreceive
    NONE, // mq_timedreceive_time64
    231, // mq_timedsend
    NONE, // mq_timedsend_time64
    230, // mq_unlink
    163, // mremap
    462, // mseal
    191, // msgctl
    190, // msgget
    189, // msgrcv
    188, // msgsnd
    144, // msync
    NONE, // multiplexer
    151, // munlock
    153, // munlockall
    91, // munmap
    325, // name_to_handle_at
    162, // nanosleep
    NONE, // newfstatat
    NONE, // nfsservctl
    34, // nice
    NONE, // oldfstat
    NONE, // oldlstat
    NONE, // oldolduname
    NONE, // oldstat
    NONE, // olduname
    5, // open
    326, // open_by_handle_at
    428, // open_tree
    467, // open_tree_attr
    275, // openat
    437, // openat2
    29, // pause
    NONE, // pciconfig_iobase
    NONE, // pciconfig_read
    NONE, // pciconfig_write
    318, // perf_event_open
    136, // personality
    438, // pidfd_getfd
    434, // pidfd_open
    424, // pidfd_send_signal
    42, // pipe
    313, // pipe2
    67, // pivot_root
    352, // pkey_alloc
    353, // pkey_free
    351, // pkey_mprotect
    168, // poll
    274, // ppoll
    NONE, // ppoll_time64
    172, // prctl
    108, // pread64
    315, // preadv
    347, // preadv2
    321, // prlimit64
    440, // process_madvise
    448, // process_mrelease
    330, // process_vm_readv
    331, // process_vm_writev
    NONE, // prof
    NONE, // profil
    273, // pselect6
    NONE, // pselect6_time64
    26, // ptrace
    NONE, // putpmsg
    109, // pwrite64
    316, // pwritev
    348, // pwritev2
    NONE, // query_module
    131, // quotactl
    443, // quotactl_fd
    3, // read
    207, // readahead
    NONE, // readdir
    85, // readlink
    285, // readlinkat
    145, // readv
    88, // reboot
    98, // recv
    123, // recvfrom
    319, // recvmmsg
    NONE, // recvmmsg_time64
    184, // recvmsg
    227, // remap_file_pages
    247, // removexattr
    466, // removexattrat
    38, // rename
    282, // renameat
    337, // renameat2
    265, // request_key
    0, // restart_syscall
    NONE, // riscv_flush_icache
    NONE, // riscv_hwprobe
    40, // rmdir
    354, // rseq
    471, // rseq_slice_yield
    174, // rt_sigaction
    176, // rt_sigpending
    175, // rt_sigprocmask
    178, // rt_sigqueueinfo
    173, // rt_sigreturn
    179, // rt_sigsuspend
    177, // rt_sigtimedwait
    NONE, // rt_sigtimedwait_time64
    317, // rt_tgsigqueueinfo
    NONE, // rtas
    NONE, // s390_guarded_storage
    NONE, // s390_pci_mmio_read
    NONE, // s390_pci_mmio_write
    NONE, // s390_runtime_instr
    NONE, // s390_sthyi
    159, // sched_get_priority_max
    160, // sched_get_priority_min
    212, // sched_getaffinity
    335, // sched_getattr
    155, // sched_getparam
    157, // sched_getscheduler
    161, // sched_rr_get_interval
    NONE, // sched_rr_get_interval_time64
    211, // sched_setaffinity
    334, // sched_setattr
    154, // sched_setparam
    156, // sched_setscheduler
    158, // sched_yield
    338, // seccomp
    NONE, // security
    NONE, // select
    187, // semctl
    186, // semget
    185, // semop
    228, // semtimedop
    NONE, // semtimedop_time64
    58, // send
    122, // sendfile
    209, // sendfile64
    329, // sendmmsg
    183, // sendmsg
    82, // sendto
    262, // set_mempolicy
    450, // set_mempolicy_home_node
    289, // set_robust_list
    NONE, // set_thread_area
    237, // set_tid_address
    NONE, // set_tls
    121, // setdomainname
    139, // setfsgid
    NONE, // setfsgid32
    138, // setfsuid
    NONE, // setfsuid32
    46, // setgid
    NONE, // setgid32
    81, // setgroups
    NONE, // setgroups32
    74, // sethostname
    104, // setitimer
    328, // setns
    57, // setpgid
    97, // setpriority
    71, // setregid
    NONE, // setregid32
    170, // setresgid
    NONE, // setresgid32
    164, // setresuid
    NONE, // setresuid32
    70, // setreuid
    NONE, // setreuid32
    75, // setrlimit
    66, // setsid
    181, // setsockopt
    79, // settimeofday
    23, // setuid
    NONE, // setuid32
    238, // setxattr
    463, // setxattrat
    68, // sgetmask
    192, // shmat
    195, // shmctl
    193, // shmdt
    194, // shmget
    117, // shutdown
    NONE, // sigaction
    166, // sigaltstack
    48, // signal
    302, // signalfd
    309, // signalfd4
    73, // sigpending
    126, // sigprocmask
    NONE, // sigreturn
    NONE, // sigsuspend
    17, // socket
    NONE, // socketcall
    56, // socketpair
    291, // splice
    NONE, // spu_create
    NONE, // spu_run
    69, // ssetmask
    18, // stat
    101, // stat64
    99, // statfs
    298, // statfs64
    457, // statmount
    349, // statx
    25, // stime
    NONE, // stty
    NONE, // subpage_prot
    NONE, // swapcontext
    115, // swapoff
    87, // swapon
    NONE, // switch_endian
    83, // symlink
    284, // symlinkat
    36, // sync
    292, // sync_file_range
    NONE, // sync_file_range2
    327, // syncfs
    NONE, // sys_debug_setcontext
    NONE, // syscall
    135, // sysfs
    116, // sysinfo
    103, // syslog
    NONE, // sysmips
    293, // tee
    259, // tgkill
    13, // time
    250, // timer_create
    254, // timer_delete
    253, // timer_getoverrun
    252, // timer_gettime
    NONE, // timer_gettime64
    251, // timer_settime
    NONE, // timer_settime64
    NONE, // timerfd
    306, // timerfd_create
    308, // timerfd_gettime
    NONE, // timerfd_gettime64
    307, // timerfd_settime
    NONE, // timerfd_settime64
    43, // times
    208, // tkill
    92, // truncate
    199, // truncate64
    NONE, // tuxcall
    NONE, // ugetrlimit
    NONE, // ulimit
    60, // umask
    NONE, // umount
    52, // umount2
    59, // uname
    10, // unlink
    281, // unlinkat
    288, // unshare
    NONE, // uprobe
    NONE, // uretprobe
    86, // uselib
    344, // userfaultfd
    NONE, // usr26
    NONE, // usr32
    62, // ustat
    30, // utime
    301, // utimensat
    NONE, // utimensat_time64
    336, // utimes
    113, // vfork
    111, // vhangup
    NONE, // vm86
    NONE, // vm86old
    294, // vmsplice
    NONE, // vserver
    114, // wait4
    235, // waitid
    7, // waitpid
    4, // write
    146, // writev
];

pub(super) static BY_NUMBER: [(u32, u16); 386] = [
    (0, 325), // restart_syscall
    (1, 66), // exit
    (2, 91), // fork
    (3, 306), // read
    (4, 506), // write
    (5, 261), // open
    (6, 44), // close
    (7, 505), // waitpid
    (8, 48), // creat
    (9, 190), // link
    (10, 483), // unlink
    (11, 64), // execve
    (12, 27), // chdir
    (13, 458), // time
    (14, 218), // mknod
    (15, 28), // chmod
    (16, 187), // lchown
    (17, 424), // socket
    (18, 431), // stat
    (19, 201), // lseek
    (20, 136), // getpid
    (21, 226), // mount
    (22, 17), // bind
    (23, 405), // setuid
    (24, 152), // getuid
    (25, 437), // stime
    (26, 298), // ptrace
    (27, 10), // alarm
    (28, 98), // fstat
    (29, 267), // pause
    (30, 493), // utime
    (31, 46), // connect
    (32, 192), // listen
    (33, 5), // access
    (34, 255), // nice
    (35, 3), // accept
    (36, 446), // sync
    (37, 183), // kill
    (38, 321), // rename
    (39, 216), // mkdir
    (40, 328), // rmdir
    (41, 51), // dup
    (42, 276), // pipe
    (43, 472), // times
    (44, 148), // getsockname
    (45, 21), // brk
    (46, 384), // setgid
    (47, 127), // getgid
    (48, 417), // signal
    (49, 125), // geteuid
    (50, 123), // getegid
    (51, 6), // acct
    (52, 481), // umount2
    (53, 133), // getpeername
    (54, 173), // ioctl
    (55, 82), // fcntl
    (56, 426), // socketpair
    (57, 391), // setpgid
    (58, 367), // send
    (59, 482), // uname
    (60, 479), // umask
    (61, 31), // chroot
    (62, 492), // ustat
    (63, 52), // dup2
    (64, 138), // getppid
    (65, 135), // getpgrp
    (66, 402), // setsid
    (67, 278), // pivot_root
    (68, 409), // sgetmask
    (69, 430), // ssetmask
    (70, 399), // setreuid
    (71, 393), // setregid
    (72, 215), // mincore
    (73, 420), // sigpending
    (74, 388), // sethostname
    (75, 401), // setrlimit
    (76, 145), // getrlimit
    (77, 146), // getrusage
    (78, 151), // gettimeofday
    (79, 404), // settimeofday
    (80, 129), // getgroups
    (81, 386), // setgroups
    (82, 372), // sendto
    (83, 444), // symlink
    (84, 206), // lstat
    (85, 309), // readlink
    (86, 488), // uselib
    (87, 442), // swapon
    (88, 312), // reboot
    (89, 224), // mmap2
    (90, 223), // mmap
    (91, 250), // munmap
    (92, 474), // truncate
    (93, 105), // ftruncate
    (94, 76), // fchmod
    (95, 79), // fchown
    (96, 139), // getpriority
    (97, 392), // setpriority
    (98, 313), // recv
    (99, 433), // statfs
    (100, 101), // fstatfs
    (101, 432), // stat64
    (103, 454), // syslog
    (104, 389), // setitimer
    (105, 131), // getitimer
    (106, 25), // capget
    (107, 26), // capset
    (108, 286), // pread64
    (109, 300), // pwrite64
    (110, 120), // getcwd
    (111, 498), // vhangup
    (112, 99), // fstat64
    (113, 497), // vfork
    (114, 503), // wait4
    (115, 441), // swapoff
    (116, 453), // sysinfo
    (117, 414), // shutdown
    (118, 103), // fsync
    (119, 208), // madvise
    (120, 42), // clone
    (121, 379), // setdomainname
    (122, 368), // sendfile
    (123, 314), // recvfrom
    (124, 8), // adjtimex
    (125, 230), // mprotect
    (126, 421), // sigprocmask
    (128, 158), // init_module
    (129, 50), // delete_module
    (131, 304), // quotactl
    (132, 134), // getpgid
    (133, 75), // fchdir
    (134, 16), // bdflush
    (135, 452), // sysfs
    (136, 272), // personality
    (138, 382), // setfsuid
    (139, 380), // setfsgid
    (141, 121), // getdents
    (142, 1), // _newselect
    (143, 90), // flock
    (144, 246), // msync
    (145, 311), // readv
    (146, 507), // writev
    (147, 147), // getsid
    (148, 84), // fdatasync
    (149, 2), // _sysctl
    (150, 220), // mlock
    (151, 248), // munlock
    (152, 222), // mlockall
    (153, 249), // munlockall
    (154, 356), // sched_setparam
    (155, 350), // sched_getparam
    (156, 357), // sched_setscheduler
    (157, 351), // sched_getscheduler
    (158, 358), // sched_yield
    (159, 346), // sched_get_priority_max
    (160, 347), // sched_get_priority_min
    (161, 352), // sched_rr_get_interval
    (162, 252), // nanosleep
    (163, 240), // mremap
    (164, 397), // setresuid
    (165, 143), // getresuid
    (166, 416), // sigaltstack
    (168, 282), // poll
    (170, 395), // setresgid
    (171, 141), // getresgid
    (172, 285), // prctl
    (173, 335), // rt_sigreturn
    (174, 331), // rt_sigaction
    (175, 333), // rt_sigprocmask
    (176, 332), // rt_sigpending
    (177, 337), // rt_sigtimedwait
    (178, 334), // rt_sigqueueinfo
    (179, 336), // rt_sigsuspend
    (180, 29), // chown
    (181, 403), // setsockopt
    (182, 149), // getsockopt
    (183, 371), // sendmsg
    (184, 317), // recvmsg
    (185, 364), // semop
    (186, 363), // semget
    (187, 362), // semctl
    (188, 245), // msgsnd
    (189, 244), // msgrcv
    (190, 243), // msgget
    (191, 242), // msgctl
    (192, 410), // shmat
    (193, 412), // shmdt
    (194, 413), // shmget
    (195, 411), // shmctl
    (198, 207), // lstat64
    (199, 475), // truncate64
    (200, 106), // ftruncate64
    (201, 122), // getdents64
    (202, 83), // fcntl64
    (206, 150), // gettid
    (207, 307), // readahead
    (208, 473), // tkill
    (209, 369), // sendfile64
    (210, 107), // futex
    (211, 354), // sched_setaffinity
    (212, 348), // sched_getaffinity
    (215, 168), // io_setup
    (216, 164), // io_destroy
    (217, 165), // io_getevents
    (218, 169), // io_submit
    (219, 163), // io_cancel
    (222, 67), // exit_group
    (223, 199), // lookup_dcookie
    (224, 54), // epoll_create
    (225, 56), // epoll_ctl
    (226, 60), // epoll_wait
    (227, 318), // remap_file_pages
    (228, 365), // semtimedop
    (229, 234), // mq_open
    (230, 239), // mq_unlink
    (231, 237), // mq_timedsend
    (232, 235), // mq_timedreceive
    (233, 233), // mq_notify
    (234, 232), // mq_getsetattr
    (235, 504), // waitid
    (236, 71), // fadvise64_64
    (237, 377), // set_tid_address
    (238, 407), // setxattr
    (239, 202), // lsetxattr
    (240, 94), // fsetxattr
    (241, 154), // getxattr
    (242, 189), // lgetxattr
    (243, 85), // fgetxattr
    (244, 195), // listxattr
    (245, 197), // llistxattr
    (246, 89), // flistxattr
    (247, 319), // removexattr
    (248, 200), // lremovexattr
    (249, 92), // fremovexattr
    (250, 459), // timer_create
    (251, 464), // timer_settime
    (252, 462), // timer_gettime
    (253, 461), // timer_getoverrun
    (254, 460), // timer_delete
    (255, 40), // clock_settime
    (256, 36), // clock_gettime
    (257, 34), // clock_getres
    (258, 38), // clock_nanosleep
    (259, 457), // tgkill
    (260, 210), // mbind
    (261, 115), // get_mempolicy
    (262, 373), // set_mempolicy
    (264, 7), // add_key
    (265, 324), // request_key
    (266, 182), // keyctl
    (267, 177), // ioprio_set
    (268, 176), // ioprio_get
    (269, 160), // inotify_init
    (270, 159), // inotify_add_watch
    (271, 162), // inotify_rm_watch
    (272, 214), // migrate_pages
    (273, 296), // pselect6
    (274, 283), // ppoll
    (275, 265), // openat
    (276, 217), // mkdirat
    (277, 219), // mknodat
    (278, 81), // fchownat
    (279, 113), // futimesat
    (280, 100), // fstatat64
    (281, 484), // unlinkat
    (282, 322), // renameat
    (283, 191), // linkat
    (284, 445), // symlinkat
    (285, 310), // readlinkat
    (286, 77), // fchmodat
    (287, 68), // faccessat
    (288, 485), // unshare
    (289, 375), // set_robust_list
    (290, 116), // get_robust_list
    (291, 427), // splice
    (292, 447), // sync_file_range
    (293, 456), // tee
    (294, 501), // vmsplice
    (295, 229), // move_pages
    (296, 119), // getcpu
    (297, 58), // epoll_pwait
    (298, 434), // statfs64
    (299, 102), // fstatfs64
    (300, 181), // kexec_load
    (301, 494), // utimensat
    (302, 418), // signalfd
    (304, 62), // eventfd
    (305, 72), // fallocate
    (306, 467), // timerfd_create
    (307, 470), // timerfd_settime
    (308, 468), // timerfd_gettime
    (309, 419), // signalfd4
    (310, 63), // eventfd2
    (311, 55), // epoll_create1
    (312, 53), // dup3
    (313, 277), // pipe2
    (314, 161), // inotify_init1
    (315, 287), // preadv
    (316, 301), // pwritev
    (317, 339), // rt_tgsigqueueinfo
    (318, 271), // perf_event_open
    (319, 315), // recvmmsg
    (320, 4), // accept4
    (321, 289), // prlimit64
    (322, 73), // fanotify_init
    (323, 74), // fanotify_mark
    (324, 32), // clock_adjtime
    (325, 251), // name_to_handle_at
    (326, 262), // open_by_handle_at
    (327, 449), // syncfs
    (328, 390), // setns
    (329, 370), // sendmmsg
    (330, 292), // process_vm_readv
    (331, 293), // process_vm_writev
    (332, 179), // kcmp
    (333, 88), // finit_module
    (334, 355), // sched_setattr
    (335, 349), // sched_getattr
    (336, 496), // utimes
    (337, 323), // renameat2
    (338, 359), // seccomp
    (339, 140), // getrandom
    (340, 212), // memfd_create
    (341, 18), // bpf
    (342, 65), // execveat
    (343, 211), // membarrier
    (344, 489), // userfaultfd
    (345, 221), // mlock2
    (346, 47), // copy_file_range
    (347, 288), // preadv2
    (348, 302), // pwritev2
    (349, 436), // statx
    (350, 166), // io_pgetevents
    (351, 281), // pkey_mprotect
    (352, 279), // pkey_alloc
    (353, 280), // pkey_free
    (354, 329), // rseq
    (355, 180), // kexec_file_load
    (356, 23), // cacheflush
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
