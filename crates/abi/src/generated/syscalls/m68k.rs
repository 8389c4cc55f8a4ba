//! Generated from facts/syscalls.tsv by `cargo xtask tables`; edit the facts.

use super::CALLS;
use crate::syscalls::NONE;

pub(super) static NUMBERS: [u32; CALLS] = [
    140, // _llseek
    142, // _newselect
    149, // _sysctl
    NONE, // accept
    361, // accept4
    33, // access
    51, // acct
    279, // add_key
    124, // adjtimex
    NONE, // afs_syscall
    27, // alarm
    NONE, // arch_prctl
    NONE, // arm_fadvise64_64
    NONE, // arm_sync_file_range
    336, // atomic_barrier
    335, // atomic_cmpxchg_32
    134, // bdflush
    358, // bind
    354, // bpf
    NONE, // break
    NONE, // breakpoint
    45, // brk
    NONE, // cachectl
    123, // cacheflush
    451, // cachestat
    184, // capget
    185, // capset
    12, // chdir
    15, // chmod
    16, // chown
    198, // chown32
    61, // chroot
    342, // clock_adjtime
    405, // clock_adjtime64
    261, // clock_getres
    406, // clock_getres_time64
    260, // clock_gettime
    403, // clock_gettime64
    262, // clock_nanosleep
    407, // clock_nanosleep_time64
    259, // clock_settime
    404, // clock_settime64
    120, // clone
    435, // clone3
    6, // close
    436, // close_range
    359, // connect
    376, // copy_file_range
    8, // creat
    127, // create_module
    129, // delete_module
    41, // dup
    63, // dup2
    326, // dup3
    249, // epoll_create
    325, // epoll_create1
    250, // epoll_ctl
    NONE, // epoll_ctl_old
    315, // epoll_pwait
    441, // epoll_pwait2
    251, // epoll_wait
    NONE, // epoll_wait_old
    319, // eventfd
    324, // eventfd2
    11, // execve
    355, // execveat
    1, // exit
    247, // exit_group
    300, // faccessat
    439, // faccessat2
    246, // fadvise64
    267, // fadvise64_64
    320, // fallocate
    337, // fanotify_init
    338, // fanotify_mark
    133, // fchdir
    94, // fchmod
    299, // fchmodat
    452, // fchmodat2
    95, // fchown
    207, // fchown32
    291, // fchownat
    55, // fcntl
    239, // fcntl64
    148, // fdatasync
    228, // fgetxattr
    468, // file_getattr
    469, // file_setattr
    348, // finit_module
    231, // flistxattr
    143, // flock
    2, // fork
    234, // fremovexattr
    431, // fsconfig
    225, // fsetxattr
    432, // fsmount
    430, // fsopen
    433, // fspick
    108, // fstat
    197, // fstat64
    293, // fstatat64
    100, // fstatfs
    264, // fstatfs64
    118, // fsync
    NONE, // ftime
    93, // ftruncate
    194, // ftruncate64
    235, // futex
    456, // futex_requeue
    422, // futex_time64
    455, // futex_wait
    449, // futex_waitv
    454, // futex_wake
    292, // futimesat
    130, // get_kernel_syms
    269, // get_mempolicy
    305, // get_robust_list
    333, // get_thread_area
    NONE, // get_tls
    314, // getcpu
    183, // getcwd
    141, // getdents
    220, // getdents64
    50, // getegid
    202, // getegid32
    49, // geteuid
    201, // geteuid32
    47, // getgid
    200, // getgid32
    80, // getgroups
    205, // getgroups32
    105, // getitimer
    166, // getpagesize
    365, // getpeername
    132, // getpgid
    65, // getpgrp
    20, // getpid
    188, // getpmsg
    64, // getppid
    96, // getpriority
    352, // getrandom
    171, // getresgid
    211, // getresgid32
    165, // getresuid
    209, // getresuid32
    76, // getrlimit
    77, // getrusage
    147, // getsid
    364, // getsockname
    362, // getsockopt
    221, // gettid
    78, // gettimeofday
    24, // getuid
    199, // getuid32
    226, // getxattr
    464, // getxattrat
    NONE, // gtty
    NONE, // idle
    128, // init_module
    285, // inotify_add_watch
    284, // inotify_init
    328, // inotify_init1
    286, // inotify_rm_watch
    245, // io_cancel
    242, // io_destroy
    243, // io_getevents
    NONE, // io_pgetevents
    416, // io_pgetevents_time64
    241, // io_setup
    244, // io_submit
    426, // io_uring_enter
    427, // io_uring_register
    425, // io_uring_setup
    54, // ioctl
    NONE, // ioperm
    NONE, // iopl
    283, // ioprio_get
    282, // ioprio_set
    117, // ipc
    347, // kcmp
    NONE, // kexec_file_load
    313, // kexec_load
    281, // keyctl
    37, // kill
    445, // landlock_add_rule
    444, // landlock_create_ruleset
    446, // landlock_restrict_self
    182, // lchown
    212, // lchown32
    227, // lgetxattr
    9, // link
    296, // linkat
    360, // listen
    458, // listmount
    470, // listns
    229, // listxattr
    465, // listxattrat
    230, // llistxattr
    NONE, // lock
    248, // lookup_dcookie
    233, // lremovexattr
    19, // lseek
    224, // lsetxattr
    459, // lsm_get_self_attr
    461, // lsm_list_modules
    460, // lsm_set_self_attr
    107, // lstat
    196, // lstat64
    238, // madvise
    453, // map_shadow_stack
    268, // mbind
    374, // membarrier
    353, // memfd_create
    NONE, // memfd_secret
    287, // migrate_pages
    237, // mincore
    39, // mkdir
    289, // mkdirat
    14, // mknod
    290, // mknodat
    150, // mlock
    375, // mlock2
    152, // mlockall
    90, // mmap
    192, // mmap2
    NONE, // modify_ldt
    21, // mount
    442, // mount_setattr
    429, // move_mount
    310, // move_pages
    125, // mprotect
    NONE, // mpx
    276, // mq_getsetattr
    275, // mq_notify
    271, // mq_open
    274, // mq_timedreceive
    419, // mq_timedreceive_time64
    273, // mq_timedsend
    418, // mq_timedsend_time64
    272, // mq_unlink
    163, // mremap
    462, // mseal
    402, // msgctl
    399, // msgget
    401, // msgrcv
    400, // msgsnd
    144, // msync
    NONE, // multiplexer
    151, // munlock
    153, // munlockall
    91, // munmap
    340, // name_to_handle_at
    162, // nanosleep
    NONE, // newfstatat
    169, // nfsservctl
    34, // nice
    28, // oldfstat
    84, // oldlstat
    NONE, // oldolduname
    18, // oldstat
    NONE, // olduname
    5, // open
    341, // open_by_handle_at
    428, // open_tree
    467, // open_tree_attr
    288, // openat
    437, // openat2
    29, // pause
    NONE, // pciconfig_iobase
    NONE, // pciconfig_read
    NONE, // pciconfig_write
    332, // perf_event_open
    136, // personality
    438, // pidfd_getfd
    434, // pidfd_open
    424, // pidfd_send_signal
    42, // pipe
    327, // pipe2
    217, // pivot_root
    382, // pkey_alloc
    383, // pkey_free
    381, // pkey_mprotect
    168, // poll
    302, // ppoll
    414, // ppoll_time64
    172, // prctl
    180, // pread64
    329, // preadv
    377, // preadv2
    339, // prlimit64
    440, // process_madvise
    448, // process_mrelease
    345, // process_vm_readv
    346, // process_vm_writev
    NONE, // prof
    NONE, // profil
    301, // pselect6
    413, // pselect6_time64
    26, // ptrace
    189, // putpmsg
    181, // pwrite64
    330, // pwritev
    378, // pwritev2
    167, // query_module
    131, // quotactl
    443, // quotactl_fd
    3, // read
    240, // readahead
    89, // readdir
    85, // readlink
    298, // readlinkat
    145, // readv
    88, // reboot
    NONE, // recv
    368, // recvfrom
    371, // recvmmsg
    417, // recvmmsg_time64
    369, // recvmsg
    252, // remap_file_pages
    232, // removexattr
    466, // removexattrat
    38, // rename
    295, // renameat
    351, // renameat2
    280, // request_key
    0, // restart_syscall
    NONE, // riscv_flush_icache
    NONE, // riscv_hwprobe
    40, // rmdir
    384, // rseq
    471, // rseq_slice_yield
    174, // rt_sigaction
    176, // rt_sigpending
    175, // rt_sigprocmask
    178, // rt_sigqueueinfo
    173, // rt_sigreturn
    179, // rt_sigsuspend
    177, // rt_sigtimedwait
    421, // rt_sigtimedwait_time64
    331, // rt_tgsigqueueinfo
    NONE, // rtas
    NONE, // s390_guarded_storage
    NONE, // s390_pci_mmio_read
    NONE, // s390_pci_mmio_write
    NONE, // s390_runtime_instr
    NONE, // s390_sthyi
    159, // sched_get_priority_max
    160, // sched_get_priority_min
    312, // sched_getaffinity
    350, // sched_getattr
    155, // sched_getparam
    157, // sched_getscheduler
    161, // sched_rr_get_interval
    423, // sched_rr_get_interval_time64
    311, // sched_setaffinity
    349, // sched_setattr
    154, // sched_setparam
    156, // sched_setscheduler
    158, // sched_yield
    380, // seccomp
    NONE, // security
    82, // select
    394, // semctl
    393, // semget
    NONE, // semop
    NONE, // semtimedop
    420, // semtimedop_time64
    NONE, // send
    187, // sendfile
    236, // sendfile64
    372, // sendmmsg
    367, // sendmsg
    366, // sendto
    270, // set_mempolicy
    450, // set_mempolicy_home_node
    304, // set_robust_list
    334, // set_thread_area
    253, // set_tid_address
    NONE, // set_tls
    121, // setdomainname
    139, // setfsgid
    216, // setfsgid32
    138, // setfsuid
    215, // setfsuid32
    46, // setgid
    214, // setgid32
    81, // setgroups
    206, // setgroups32
    74, // sethostname
    104, // setitimer
    344, // setns
    57, // setpgid
    97, // setpriority
    71, // setregid
    204, // setregid32
    170, // setresgid
    210, // setresgid32
    164, // setresuid
    208, // setresuid32
    70, // setreuid
    203, // setreuid32
    75, // setrlimit
    66, // setsid
    363, // setsockopt
    79, // settimeofday
    23, // setuid
    213, // setuid32
    223, // setxattr
    463, // setxattrat
    68, // sgetmask
    397, // shmat
    396, // shmctl
    398, // shmdt
    395, // shmget
    370, // shutdown
    67, // sigaction
    186, // sigaltstack
    48, // signal
    317, // signalfd
    323, // signalfd4
    73, // sigpending
    126, // sigprocmask
    119, // sigreturn
    72, // sigsuspend
    356, // socket
    102, // socketcall
    357, // socketpair
    306, // splice
    NONE, // spu_create
    NONE, // spu_run
    69, // ssetmask
    106, // stat
    195, // stat64
    99, // statfs
    263, // statfs64
    457, // statmount
    379, // statx
    25, // stime
    NONE, // stty
    NONE, // subpage_prot
    NONE, // swapcontext
    115, // swapoff
    87, // swapon
    NONE, // switch_endian
    83, // symlink
    297, // symlinkat
    36, // sync
    307, // sync_file_range
    NONE, // sync_file_range2
    343, // syncfs
    NONE, // sys_debug_setcontext
    NONE, // syscall
    135, // sysfs
    116, // sysinfo
    103, // syslog
    NONE, // sysmips
    308, // tee
    265, // tgkill
    13, // time
    254, // timer_create
    258, // timer_delete
    257, // timer_getoverrun
    256, // timer_gettime
    408, // timer_gettime64
    255, // timer_settime
    409, // timer_settime64
    NONE, // timerfd
    318, // timerfd_create
    322, // timerfd_gettime
    410, // timerfd_gettime64
    321, // timerfd_settime
    411, // timerfd_settime64
    43, // times
    222, // tkill
    92, // truncate
    193, // truncate64
    NONE, // tuxcall
    191, // ugetrlimit
    NONE, // ulimit
    60, // umask
    22, // umount
    52, // umount2
    122, // uname
    10, // unlink
    294, // unlinkat
    303, // unshare
    NONE, // uprobe
    NONE, // uretprobe
    86, // uselib
    373, // userfaultfd
    NONE, // usr26
    NONE, // usr32
    62, // ustat
    30, // utime
    316, // utimensat
    412, // utimensat_time64
    266, // utimes
    190, // vfork
    111, // vhangup
    NONE, // vm86
    NONE, // vm86old
    309, // vmsplice
    NONE, // vserver
    114, // wait4
    277, // waitid
    7, // waitpid
    4, // write
    146, // writev
];

pub(super) static BY_NUMBER: [(u32, u16); 443] = [
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
    (16, 29), // chown
    (18, 259), // oldstat
    (19, 201), // lseek
    (20, 136), // getpid
    (21, 226), // mount
    (22, 480), // umount
    (23, 405), // setuid
    (24, 152), // getuid
    (25, 437), // stime
    (26, 298), // ptrace
    (27, 10), // alarm
    (28, 256), // oldfstat
    (29, 267), // pause
    (30, 493), // utime
    (33, 5), // access
    (34, 255), // nice
    (36, 446), // sync
    (37, 183), // kill
    (38, 321), // rename
    (39, 216), // mkdir
    (40, 328), // rmdir
    (41, 51), // dup
    (42, 276), // pipe
    (43, 472), // times
    (45, 21), // brk
    (46, 384), // setgid
    (47, 127), // getgid
    (48, 417), // signal
    (49, 125), // geteuid
    (50, 123), // getegid
    (51, 6), // acct
    (52, 481), // umount2
    (54, 173), // ioctl
    (55, 82), // fcntl
    (57, 391), // setpgid
    (60, 479), // umask
    (61, 31), // chroot
    (62, 492), // ustat
    (63, 52), // dup2
    (64, 138), // getppid
    (65, 135), // getpgrp
    (66, 402), // setsid
    (67, 415), // sigaction
    (68, 409), // sgetmask
    (69, 430), // ssetmask
    (70, 399), // setreuid
    (71, 393), // setregid
    (72, 423), // sigsuspend
    (73, 420), // sigpending
    (74, 388), // sethostname
    (75, 401), // setrlimit
    (76, 145), // getrlimit
    (77, 146), // getrusage
    (78, 151), // gettimeofday
    (79, 404), // settimeofday
    (80, 129), // getgroups
    (81, 386), // setgroups
    (82, 361), // select
    (83, 444), // symlink
    (84, 257), // oldlstat
    (85, 309), // readlink
    (86, 488), // uselib
    (87, 442), // swapon
    (88, 312), // reboot
    (89, 308), // readdir
    (90, 223), // mmap
    (91, 250), // munmap
    (92, 474), // truncate
    (93, 105), // ftruncate
    (94, 76), // fchmod
    (95, 79), // fchown
    (96, 139), // getpriority
    (97, 392), // setpriority
    (99, 433), // statfs
    (100, 101), // fstatfs
    (102, 425), // socketcall
    (103, 454), // syslog
    (104, 389), // setitimer
    (105, 131), // getitimer
    (106, 431), // stat
    (107, 206), // lstat
    (108, 98), // fstat
    (111, 498), // vhangup
    (114, 503), // wait4
    (115, 441), // swapoff
    (116, 453), // sysinfo
    (117, 178), // ipc
    (118, 103), // fsync
    (119, 422), // sigreturn
    (120, 42), // clone
    (121, 379), // setdomainname
    (122, 482), // uname
    (123, 23), // cacheflush
    (124, 8), // adjtimex
    (125, 230), // mprotect
    (126, 421), // sigprocmask
    (127, 49), // create_module
    (128, 158), // init_module
    (129, 50), // delete_module
    (130, 114), // get_kernel_syms
    (131, 304), // quotactl
    (132, 134), // getpgid
    (133, 75), // fchdir
    (134, 16), // bdflush
    (135, 452), // sysfs
    (136, 272), // personality
    (138, 382), // setfsuid
    (139, 380), // setfsgid
    (140, 0), // _llseek
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
    (166, 132), // getpagesize
    (167, 303), // query_module
    (168, 282), // poll
    (169, 254), // nfsservctl
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
    (180, 286), // pread64
    (181, 300), // pwrite64
    (182, 187), // lchown
    (183, 120), // getcwd
    (184, 25), // capget
    (185, 26), // capset
    (186, 416), // sigaltstack
    (187, 368), // sendfile
    (188, 137), // getpmsg
    (189, 299), // putpmsg
    (190, 497), // vfork
    (191, 477), // ugetrlimit
    (192, 224), // mmap2
    (193, 475), // truncate64
    (194, 106), // ftruncate64
    (195, 432), // stat64
    (196, 207), // lstat64
    (197, 99), // fstat64
    (198, 30), // chown32
    (199, 153), // getuid32
    (200, 128), // getgid32
    (201, 126), // geteuid32
    (202, 124), // getegid32
    (203, 400), // setreuid32
    (204, 394), // setregid32
    (205, 130), // getgroups32
    (206, 387), // setgroups32
    (207, 80), // fchown32
    (208, 398), // setresuid32
    (209, 144), // getresuid32
    (210, 396), // setresgid32
    (211, 142), // getresgid32
    (212, 188), // lchown32
    (213, 406), // setuid32
    (214, 385), // setgid32
    (215, 383), // setfsuid32
    (216, 381), // setfsgid32
    (217, 278), // pivot_root
    (220, 122), // getdents64
    (221, 150), // gettid
    (222, 473), // tkill
    (223, 407), // setxattr
    (224, 202), // lsetxattr
    (225, 94), // fsetxattr
    (226, 154), // getxattr
    (227, 189), // lgetxattr
    (228, 85), // fgetxattr
    (229, 195), // listxattr
    (230, 197), // llistxattr
    (231, 89), // flistxattr
    (232, 319), // removexattr
    (233, 200), // lremovexattr
    (234, 92), // fremovexattr
    (235, 107), // futex
    (236, 369), // sendfile64
    (237, 215), // mincore
    (238, 208), // madvise
    (239, 83), // fcntl64
    (240, 307), // readahead
    (241, 168), // io_setup
    (242, 164), // io_destroy
    (243, 165), // io_getevents
    (244, 169), // io_submit
    (245, 163), // io_cancel
    (246, 70), // fadvise64
    (247, 67), // exit_group
    (248, 199), // lookup_dcookie
    (249, 54), // epoll_create
    (250, 56), // epoll_ctl
    (251, 60), // epoll_wait
    (252, 318), // remap_file_pages
    (253, 377), // set_tid_address
    (254, 459), // timer_create
    (255, 464), // timer_settime
    (256, 462), // timer_gettime
    (257, 461), // timer_getoverrun
    (258, 460), // timer_delete
    (259, 40), // clock_settime
    (260, 36), // clock_gettime
    (261, 34), // clock_getres
    (262, 38), // clock_nanosleep
    (263, 434), // statfs64
    (264, 102), // fstatfs64
    (265, 457), // tgkill
    (266, 496), // utimes
    (267, 71), // fadvise64_64
    (268, 210), // mbind
    (269, 115), // get_mempolicy
    (270, 373), // set_mempolicy
    (271, 234), // mq_open
    (272, 239), // mq_unlink
    (273, 237), // mq_timedsend
    (274, 235), // mq_timedreceive
    (275, 233), // mq_notify
    (276, 232), // mq_getsetattr
    (277, 504), // waitid
    (279, 7), // add_key
    (280, 324), // request_key
    (281, 182), // keyctl
    (282, 177), // ioprio_set
    (283, 176), // ioprio_get
    (284, 160), // inotify_init
    (285, 159), // inotify_add_watch
    (286, 162), // inotify_rm_watch
    (287, 214), // migrate_pages
    (288, 265), // openat
    (289, 217), // mkdirat
    (290, 219), // mknodat
    (291, 81), // fchownat
    (292, 113), // futimesat
    (293, 100), // fstatat64
    (294, 484), // unlinkat
    (295, 322), // renameat
    (296, 191), // linkat
    (297, 445), // symlinkat
    (298, 310), // readlinkat
    (299, 77), // fchmodat
    (300, 68), // faccessat
    (301, 296), // pselect6
    (302, 283), // ppoll
    (303, 485), // unshare
    (304, 375), // set_robust_list
    (305, 116), // get_robust_list
    (306, 427), // splice
    (307, 447), // sync_file_range
    (308, 456), // tee
    (309, 501), // vmsplice
    (310, 229), // move_pages
    (311, 354), // sched_setaffinity
    (312, 348), // sched_getaffinity
    (313, 181), // kexec_load
    (314, 119), // getcpu
    (315, 58), // epoll_pwait
    (316, 494), // utimensat
    (317, 418), // signalfd
    (318, 467), // timerfd_create
    (319, 62), // eventfd
    (320, 72), // fallocate
    (321, 470), // timerfd_settime
    (322, 468), // timerfd_gettime
    (323, 419), // signalfd4
    (324, 63), // eventfd2
    (325, 55), // epoll_create1
    (326, 53), // dup3
    (327, 277), // pipe2
    (328, 161), // inotify_init1
    (329, 287), // preadv
    (330, 301), // pwritev
    (331, 339), // rt_tgsigqueueinfo
    (332, 271), // perf_event_open
    (333, 117), // get_thread_area
    (334, 376), // set_thread_area
    (335, 15), // atomic_cmpxchg_32
    (336, 14), // atomic_barrier
    (337, 73), // fanotify_init
    (338, 74), // fanotify_mark
    (339, 289), // prlimit64
    (340, 251), // name_to_handle_at
    (341, 262), // open_by_handle_at
    (342, 32), // clock_adjtime
    (343, 449), // syncfs
    (344, 390), // setns
    (345, 292), // process_vm_readv
    (346, 293), // process_vm_writev
    (347, 179), // kcmp
    (348, 88), // finit_module
    (349, 355), // sched_setattr
    (350, 349), // sched_getattr
    (351, 323), // renameat2
    (352, 140), // getrandom
    (353, 212), // memfd_create
    (354, 18), // bpf
    (355, 65), // execveat
    (356, 424), // socket
    (357, 426), // socketpair
    (358, 17), // bind
    (359, 46), // connect
    (360, 192), // listen
    (361, 4), // accept4
    (362, 149), // getsockopt
    (363, 403), // setsockopt
    (364, 148), // getsockname
    (365, 133), // getpeername
    (366, 372), // sendto
    (367, 371), // sendmsg
    (368, 314), // recvfrom
    (369, 317), // recvmsg
    (370, 414), // shutdown
    (371, 315), // recvmmsg
    (372, 370), // sendmmsg
    (373, 489), // userfaultfd
    (374, 211), // membarrier
    (375, 221), // mlock2
    (376, 47), // copy_file_range
    (377, 288), // preadv2
    (378, 302), // pwritev2
    (379, 436), // statx
    (380, 359), // seccomp
    (381, 281), // pkey_mprotect
    (382, 279), // pkey_alloc
    (383, 280), // pkey_free
    (384, 329), // rseq
    (393, 363), // semget
    (394, 362), // semctl
    (395, 413), // shmget
    (396, 411), // shmctl
    (397, 410), // shmat
    (398, 412), // shmdt
    (399, 243), // msgget
    (400, 245), // msgsnd
    (401, 244), // msgrcv
    (402, 242), // msgctl
    (403, 37), // clock_gettime64
    (404, 41), // clock_settime64
    (405, 33), // clock_adjtime64
    (406, 35), // clock_getres_time64
    (407, 39), // clock_nanosleep_time64
    (408, 463), // timer_gettime64
    (409, 465), // timer_settime64
    (410, 469), // timerfd_gettime64
    (411, 471), // timerfd_settime64
    (412, 495), // utimensat_time64
    (413, 297), // pselect6_time64
    (414, 284), // ppoll_time64
    (416, 167), // io_pgetevents_time64
    (417, 316), // recvmmsg_time64
    (418, 238), // mq_timedsend_time64
    (419, 236), // mq_timedreceive_time64
    (420, 366), // semtimedop_time64
    (421, 338), // rt_sigtimedwait_time64
    (422, 109), // futex_time64
    (423, 353), // sched_rr_get_interval_time64
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
