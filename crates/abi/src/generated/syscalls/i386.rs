//! Generated from facts/syscalls.tsv by `cargo xtask tables`; edit the facts.

use super::CALLS;
use crate::syscalls::NONE;

pub(super) static NUMBERS: [u32; CALLS] = [
    140, // _llseek
    142, // _newselect
    149, // _sysctl
    NONE, // accept
    364, // accept4
    33, // access
    51, // acct
    286, // add_key
    124, // adjtimex
    137, // afs_syscall
    27, // alarm
    384, // arch_prctl
    NONE, // arm_fadvise64_64
    NONE, // arm_sync_file_range
    NONE, // atomic_barrier
    NONE, // atomic_cmpxchg_32
    134, // bdflush
    361, // bind
    357, // bpf
    17, // break
    NONE, // breakpoint
    45, // brk
    NONE, // cachectl
    NONE, // cacheflush
    451, // cachestat
    184, // capget
    185, // capset
    12, // chdir
    15, // chmod
    182, // chown
    212, // chown32
    61, // chroot
    343, // clock_adjtime
    405, // clock_adjtime64
    266, // clock_getres
    406, // clock_getres_time64
    265, // clock_gettime
    403, // clock_gettime64
    267, // clock_nanosleep
    407, // clock_nanosleep_time64
    264, // clock_settime
    404, // clock_settime64
    120, // clone
    435, // clone3
    6, // close
    436, // close_range
    362, // connect
    377, // copy_file_range
    8, // creat
    127, // create_module
    129, // delete_module
    41, // dup
    63, // dup2
    330, // dup3
    254, // epoll_create
    329, // epoll_create1
    255, // epoll_ctl
    NONE, // epoll_ctl_old
    319, // epoll_pwait
    441, // epoll_pwait2
    256, // epoll_wait
    NONE, // epoll_wait_old
    323, // eventfd
    328, // eventfd2
    11, // execve
    358, // execveat
    1, // exit
    252, // exit_group
    307, // faccessat
    439, // faccessat2
    250, // fadvise64
    272, // fadvise64_64
    324, // fallocate
    338, // fanotify_init
    339, // fanotify_mark
    133, // fchdir
    94, // fchmod
    306, // fchmodat
    452, // fchmodat2
    95, // fchown
    207, // fchown32
    298, // fchownat
    55, // fcntl
    221, // fcntl64
    148, // fdatasync
    231, // fgetxattr
    468, // file_getattr
    469, // file_setattr
    350, // finit_module
    234, // flistxattr
    143, // flock
    2, // fork
    237, // fremovexattr
    431, // fsconfig
    228, // fsetxattr
    432, // fsmount
    430, // fsopen
    433, // fspick
    108, // fstat
    197, // fstat64
    300, // fstatat64
    100, // fstatfs
    269, // fstatfs64
    118, // fsync
    35, // ftime
    93, // ftruncate
    194, // ftruncate64
    240, // futex
    456, // futex_requeue
    422, // futex_time64
    455, // futex_wait
    449, // futex_waitv
    454, // futex_wake
    299, // futimesat
    130, // get_kernel_syms
    275, // get_mempolicy
    312, // get_robust_list
    244, // get_thread_area
    NONE, // get_tls
    318, // getcpu
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
    NONE, // getpagesize
    368, // getpeername
    132, // getpgid
    65, // getpgrp
    20, // getpid
    188, // getpmsg
    64, // getppid
    96, // getpriority
    355, // getrandom
    171, // getresgid
    211, // getresgid32
    165, // getresuid
    209, // getresuid32
    76, // getrlimit
    77, // getrusage
    147, // getsid
    367, // getsockname
    365, // getsockopt
    224, // gettid
    78, // gettimeofday
    24, // getuid
    199, // getuid32
    229, // getxattr
    464, // getxattrat
    32, // gtty
    112, // idle
    128, // init_module
    292, // inotify_add_watch
    291, // inotify_init
    332, // inotify_init1
    293, // inotify_rm_watch
    249, // io_cancel
    246, // io_destroy
    247, // io_getevents
    385, // io_pgetevents
    416, // io_pgetevents_time64
    245, // io_setup
    248, // io_submit
    426, // io_uring_enter
    427, // io_uring_register
    425, // io_uring_setup
    54, // ioctl
    101, // ioperm
    110, // iopl
    290, // ioprio_get
    289, // ioprio_set
    117, // ipc
    349, // kcmp
    NONE, // kexec_file_load
    283, // kexec_load
    288, // keyctl
    37, // kill
    445, // landlock_add_rule
    444, // landlock_create_ruleset
    446, // landlock_restrict_self
    16, // lchown
    198, // lchown32
    230, // lgetxattr
    9, // link
    303, // linkat
    363, // listen
    458, // listmount
    470, // listns
    232, // listxattr
    465, // listxattrat
    233, // llistxattr
    53, // lock
    253, // lookup_dcookie
    236, // lremovexattr
    19, // lseek
    227, // lsetxattr
    459, // lsm_get_self_attr
    461, // lsm_list_modules
    460, // lsm_set_self_attr
    107, // lstat
    196, // lstat64
    219, // madvise
    453, // map_shadow_stack
    274, // mbind
    375, // membarrier
    356, // memfd_create
    447, // memfd_secret
    294, // migrate_pages
    218, // mincore
    39, // mkdir
    296, // mkdirat
    14, // mknod
    297, // mknodat
    150, // mlock
    376, // mlock2
    152, // mlockall
    90, // mmap
    192, // mmap2
    123, // modify_ldt
    21, // mount
    442, // mount_setattr
    429, // move_mount
    317, // move_pages
    125, // mprotect
    56, // mpx
    282, // mq_getsetattr
    281, // mq_notify
    277, // mq_open
    280, // mq_timedreceive
    419, // mq_timedreceive_time64
    279, // mq_timedsend
    418, // mq_timedsend_time64
    278, // mq_unlink
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
    341, // name_to_handle_at
    162, // nanosleep
    NONE, // newfstatat
    169, // nfsservctl
    34, // nice
    28, // oldfstat
    84, // oldlstat
    59, // oldolduname
    18, // oldstat
    109, // olduname
    5, // open
    342, // open_by_handle_at
    428, // open_tree
    467, // open_tree_attr
    295, // openat
    437, // openat2
    29, // pause
    NONE, // pciconfig_iobase
    NONE, // pciconfig_read
    NONE, // pciconfig_write
    336, // perf_event_open
    136, // personality
    438, // pidfd_getfd
    434, // pidfd_open
    424, // pidfd_send_signal
    42, // pipe
    331, // pipe2
    217, // pivot_root
    381, // pkey_alloc
    382, // pkey_free
    380, // pkey_mprotect
    168, // poll
    309, // ppoll
    414, // ppoll_time64
    172, // prctl
    180, // pread64
    333, // preadv
    378, // preadv2
    340, // prlimit64
    440, // process_madvise
    448, // process_mrelease
    347, // process_vm_readv
    348, // process_vm_writev
    44, // prof
    98, // profil
    308, // pselect6
    413, // pselect6_time64
    26, // ptrace
    189, // putpmsg
    181, // pwrite64
    334, // pwritev
    379, // pwritev2
    167, // query_module
    131, // quotactl
    443, // quotactl_fd
    3, // read
    225, // readahead
    89, // readdir
    85, // readlink
    305, // readlinkat
    145, // readv
    88, // reboot
    NONE, // recv
    371, // recvfrom
    337, // recvmmsg
    417, // recvmmsg_time64
    372, // recvmsg
    257, // remap_file_pages
    235, // removexattr
    466, // removexattrat
    38, // rename
    302, // renameat
    353, // renameat2
    287, // request_key
    0, // restart_syscall
    NONE, // riscv_flush_icache
    NONE, // riscv_hwprobe
    40, // rmdir
    386, // rseq
    471, // rseq_slice_yield
    174, // rt_sigaction
    176, // rt_sigpending
    175, // rt_sigprocmask
    178, // rt_sigqueueinfo
    173, // rt_sigreturn
    179, // rt_sigsuspend
    177, // rt_sigtimedwait
    421, // rt_sigtimedwait_time64
    335, // rt_tgsigqueueinfo
    NONE, // rtas
    NONE, // s390_guarded_storage
    NONE, // s390_pci_mmio_read
    NONE, // s390_pci_mmio_write
    NONE, // s390_runtime_instr
    NONE, // s390_sthyi
    159, // sched_get_priority_max
    160, // sched_get_priority_min
    242, // sched_getaffinity
    352, // sched_getattr
    155, // sched_getparam
    157, // sched_getscheduler
    161, // sched_rr_get_interval
    423, // sched_rr_get_interval_time64
    241, // sched_setaffinity
    351, // sched_setattr
    154, // sched_setparam
    156, // sched_setscheduler
    158, // sched_yield
    354, // seccomp
    NONE, // security
    82, // select
    394, // semctl
    393, // semget
    NONE, // semop
    NONE, // semtimedop
    420, // semtimedop_time64
    NONE, // send
    187, // sendfile
    239, // sendfile64
    345, // sendmmsg
    370, // sendmsg
    369, // sendto
    276, // set_mempolicy
    450, // set_mempolicy_home_node
    311, // set_robust_list
    243, // set_thread_area
    258, // set_tid_address
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
    346, // setns
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
    366, // setsockopt
    79, // settimeofday
    23, // setuid
    213, // setuid32
    226, // setxattr
    463, // setxattrat
    68, // sgetmask
    397, // shmat
    396, // shmctl
    398, // shmdt
    395, // shmget
    373, // shutdown
    67, // sigaction
    186, // sigaltstack
    48, // signal
    321, // signalfd
    327, // signalfd4
    73, // sigpending
    126, // sigprocmask
    119, // sigreturn
    72, // sigsuspend
    359, // socket
    102, // socketcall
    360, // socketpair
    313, // splice
    NONE, // spu_create
    NONE, // spu_run
    69, // ssetmask
    106, // stat
    195, // stat64
    99, // statfs
    268, // statfs64
    457, // statmount
    383, // statx
    25, // stime
    31, // stty
    NONE, // subpage_prot
    NONE, // swapcontext
    115, // swapoff
    87, // swapon
    NONE, // switch_endian
    83, // symlink
    304, // symlinkat
    36, // sync
    314, // sync_file_range
    NONE, // sync_file_range2
    344, // syncfs
    NONE, // sys_debug_setcontext
    NONE, // syscall
    135, // sysfs
    116, // sysinfo
    103, // syslog
    NONE, // sysmips
    315, // tee
    270, // tgkill
    13, // time
    259, // timer_create
    263, // timer_delete
    262, // timer_getoverrun
    261, // timer_gettime
    408, // timer_gettime64
    260, // timer_settime
    409, // timer_settime64
    NONE, // timerfd
    322, // timerfd_create
    326, // timerfd_gettime
    410, // timerfd_gettime64
    325, // timerfd_settime
    411, // timerfd_settime64
    43, // times
    238, // tkill
    92, // truncate
    193, // truncate64
    NONE, // tuxcall
    191, // ugetrlimit
    58, // ulimit
    60, // umask
    22, // umount
    52, // umount2
    122, // uname
    10, // unlink
    301, // unlinkat
    310, // unshare
    NONE, // uprobe
    NONE, // uretprobe
    86, // uselib
    374, // userfaultfd
    NONE, // usr26
    NONE, // usr32
    62, // ustat
    30, // utime
    320, // utimensat
    412, // utimensat_time64
    271, // utimes
    190, // vfork
    111, // vhangup
    166, // vm86
    113, // vm86old
    316, // vmsplice
    273, // vserver
    114, // wait4
    284, // waitid
    7, // waitpid
    4, // write
    146, // writev
];

pub(super) static BY_NUMBER: [(u32, u16); 461] = [
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
    (17, 19), // break
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
    (31, 438), // stty
    (32, 156), // gtty
    (33, 5), // access
    (34, 255), // nice
    (35, 104), // ftime
    (36, 446), // sync
    (37, 183), // kill
    (38, 321), // rename
    (39, 216), // mkdir
    (40, 328), // rmdir
    (41, 51), // dup
    (42, 276), // pipe
    (43, 472), // times
    (44, 294), // prof
    (45, 21), // brk
    (46, 384), // setgid
    (47, 127), // getgid
    (48, 417), // signal
    (49, 125), // geteuid
    (50, 123), // getegid
    (51, 6), // acct
    (52, 481), // umount2
    (53, 198), // lock
    (54, 173), // ioctl
    (55, 82), // fcntl
    (56, 231), // mpx
    (57, 391), // setpgid
    (58, 478), // ulimit
    (59, 258), // oldolduname
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
    (98, 295), // profil
    (99, 433), // statfs
    (100, 101), // fstatfs
    (101, 174), // ioperm
    (102, 425), // socketcall
    (103, 454), // syslog
    (104, 389), // setitimer
    (105, 131), // getitimer
    (106, 431), // stat
    (107, 206), // lstat
    (108, 98), // fstat
    (109, 260), // olduname
    (110, 175), // iopl
    (111, 498), // vhangup
    (112, 157), // idle
    (113, 500), // vm86old
    (114, 503), // wait4
    (115, 441), // swapoff
    (116, 453), // sysinfo
    (117, 178), // ipc
    (118, 103), // fsync
    (119, 422), // sigreturn
    (120, 42), // clone
    (121, 379), // setdomainname
    (122, 482), // uname
    (123, 225), // modify_ldt
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
    (137, 9), // afs_syscall
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
    (166, 499), // vm86
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
    (182, 29), // chown
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
    (198, 188), // lchown32
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
    (212, 30), // chown32
    (213, 406), // setuid32
    (214, 385), // setgid32
    (215, 383), // setfsuid32
    (216, 381), // setfsgid32
    (217, 278), // pivot_root
    (218, 215), // mincore
    (219, 208), // madvise
    (220, 122), // getdents64
    (221, 83), // fcntl64
    (224, 150), // gettid
    (225, 307), // readahead
    (226, 407), // setxattr
    (227, 202), // lsetxattr
    (228, 94), // fsetxattr
    (229, 154), // getxattr
    (230, 189), // lgetxattr
    (231, 85), // fgetxattr
    (232, 195), // listxattr
    (233, 197), // llistxattr
    (234, 89), // flistxattr
    (235, 319), // removexattr
    (236, 200), // lremovexattr
    (237, 92), // fremovexattr
    (238, 473), // tkill
    (239, 369), // sendfile64
    (240, 107), // futex
    (241, 354), // sched_setaffinity
    (242, 348), // sched_getaffinity
    (243, 376), // set_thread_area
    (244, 117), // get_thread_area
    (245, 168), // io_setup
    (246, 164), // io_destroy
    (247, 165), // io_getevents
    (248, 169), // io_submit
    (249, 163), // io_cancel
    (250, 70), // fadvise64
    (252, 67), // exit_group
    (253, 199), // lookup_dcookie
    (254, 54), // epoll_create
    (255, 56), // epoll_ctl
    (256, 60), // epoll_wait
    (257, 318), // remap_file_pages
    (258, 377), // set_tid_address
    (259, 459), // timer_create
    (260, 464), // timer_settime
    (261, 462), // timer_gettime
    (262, 461), // timer_getoverrun
    (263, 460), // timer_delete
    (264, 40), // clock_settime
    (265, 36), // clock_gettime
    (266, 34), // clock_getres
    (267, 38), // clock_nanosleep
    (268, 434), // statfs64
    (269, 102), // fstatfs64
    (270, 457), // tgkill
    (271, 496), // utimes
    (272, 71), // fadvise64_64
    (273, 502), // vserver
    (274, 210), // mbind
    (275, 115), // get_mempolicy
    (276, 373), // set_mempolicy
    (277, 234), // mq_open
    (278, 239), // mq_unlink
    (279, 237), // mq_timedsend
    (280, 235), // mq_timedreceive
    (281, 233), // mq_notify
    (282, 232), // mq_getsetattr
    (283, 181), // kexec_load
    (284, 504), // waitid
    (286, 7), // add_key
    (287, 324), // request_key
    (288, 182), // keyctl
    (289, 177), // ioprio_set
    (290, 176), // ioprio_get
    (291, 160), // inotify_init
    (292, 159), // inotify_add_watch
    (293, 162), // inotify_rm_watch
    (294, 214), // migrate_pages
    (295, 265), // openat
    (296, 217), // mkdirat
    (297, 219), // mknodat
    (298, 81), // fchownat
    (299, 113), // futimesat
    (300, 100), // fstatat64
    (301, 484), // unlinkat
    (302, 322), // renameat
    (303, 191), // linkat
    (304, 445), // symlinkat
    (305, 310), // readlinkat
    (306, 77), // fchmodat
    (307, 68), // faccessat
    (308, 296), // pselect6
    (309, 283), // ppoll
    (310, 485), // unshare
    (311, 375), // set_robust_list
    (312, 116), // get_robust_list
    (313, 427), // splice
    (314, 447), // sync_file_range
    (315, 456), // tee
    (316, 501), // vmsplice
    (317, 229), // move_pages
    (318, 119), // getcpu
    (319, 58), // epoll_pwait
    (320, 494), // utimensat
    (321, 418), // signalfd
    (322, 467), // timerfd_create
    (323, 62), // eventfd
    (324, 72), // fallocate
    (325, 470), // timerfd_settime
    (326, 468), // timerfd_gettime
    (327, 419), // signalfd4
    (328, 63), // eventfd2
    (329, 55), // epoll_create1
    (330, 53), // dup3
    (331, 277), // pipe2
    (332, 161), // inotify_init1
    (333, 287), // preadv
    (334, 301), // pwritev
    (335, 339), // rt_tgsigqueueinfo
    (336, 271), // perf_event_open
    (337, 315), // recvmmsg
    (338, 73), // fanotify_init
    (339, 74), // fanotify_mark
    (340, 289), // prlimit64
    (341, 251), // name_to_handle_at
    (342, 262), // open_by_handle_at
    (343, 32), // clock_adjtime
    (344, 449), // syncfs
    (345, 370), // sendmmsg
    (346, 390), // setns
    (347, 292), // process_vm_readv
    (348, 293), // process_vm_writev
    (349, 179), // kcmp
    (350, 88), // finit_module
    (351, 355), // sched_setattr
    (352, 349), // sched_getattr
    (353, 323), // renameat2
    (354, 359), // seccomp
    (355, 140), // getrandom
    (356, 212), // memfd_create
    (357, 18), // bpf
    (358, 65), // execveat
    (359, 424), // socket
    (360, 426), // socketpair
    (361, 17), // bind
    (362, 46), // connect
    (363, 192), // listen
    (364, 4), // accept4
    (365, 149), // getsockopt
    (366, 403), // setsockopt
    (367, 148), // getsockname
    (368, 133), // getpeername
    (369, 372), // sendto
    (370, 371), // sendmsg
    (371, 314), // recvfrom
    (372, 317), // recvmsg
    (373, 414), // shutdown
    (374, 489), // userfaultfd
    (375, 211), // membarrier
    (376, 221), // mlock2
    (377, 47), // copy_file_range
    (378, 288), // preadv2
    (379, 302), // pwritev2
    (380, 281), // pkey_mprotect
    (381, 279), // pkey_alloc
    (382, 280), // pkey_free
    (383, 436), // statx
    (384, 11), // arch_prctl
    (385, 166), // io_pgetevents
    (386, 329), // rseq
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
    (447, 213), // memfd_secret
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
