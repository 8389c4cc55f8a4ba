//! Generated from facts/syscalls.tsv by `cargo xtask tables`; edit the facts.

use super::CALLS;
use crate::syscalls::NONE;

pub(super) static NUMBERS: [u32; CALLS] = [
    140, // _llseek
    142, // _newselect
    149, // _sysctl
    330, // accept
    344, // accept4
    33, // access
    51, // acct
    269, // add_key
    124, // adjtimex
    137, // afs_syscall
    27, // alarm
    NONE, // arch_prctl
    NONE, // arm_fadvise64_64
    NONE, // arm_sync_file_range
    NONE, // atomic_barrier
    NONE, // atomic_cmpxchg_32
    134, // bdflush
    327, // bind
    361, // bpf
    17, // break
    NONE, // breakpoint
    45, // brk
    NONE, // cachectl
    NONE, // cacheflush
    451, // cachestat
    183, // capget
    184, // capset
    12, // chdir
    15, // chmod
    181, // chown
    NONE, // chown32
    61, // chroot
    347, // clock_adjtime
    NONE, // clock_adjtime64
    247, // clock_getres
    NONE, // clock_getres_time64
    246, // clock_gettime
    NONE, // clock_gettime64
    248, // clock_nanosleep
    NONE, // clock_nanosleep_time64
    245, // clock_settime
    NONE, // clock_settime64
    120, // clone
    435, // clone3
    6, // close
    436, // close_range
    328, // connect
    379, // copy_file_range
    8, // creat
    127, // create_module
    129, // delete_module
    41, // dup
    63, // dup2
    316, // dup3
    236, // epoll_create
    315, // epoll_create1
    237, // epoll_ctl
    NONE, // epoll_ctl_old
    303, // epoll_pwait
    441, // epoll_pwait2
    238, // epoll_wait
    NONE, // epoll_wait_old
    307, // eventfd
    314, // eventfd2
    11, // execve
    362, // execveat
    1, // exit
    234, // exit_group
    298, // faccessat
    439, // faccessat2
    233, // fadvise64
    NONE, // fadvise64_64
    309, // fallocate
    323, // fanotify_init
    324, // fanotify_mark
    133, // fchdir
    94, // fchmod
    297, // fchmodat
    452, // fchmodat2
    95, // fchown
    NONE, // fchown32
    289, // fchownat
    55, // fcntl
    NONE, // fcntl64
    148, // fdatasync
    214, // fgetxattr
    468, // file_getattr
    469, // file_setattr
    353, // finit_module
    217, // flistxattr
    143, // flock
    2, // fork
    220, // fremovexattr
    431, // fsconfig
    211, // fsetxattr
    432, // fsmount
    430, // fsopen
    433, // fspick
    108, // fstat
    NONE, // fstat64
    NONE, // fstatat64
    100, // fstatfs
    253, // fstatfs64
    118, // fsync
    35, // ftime
    93, // ftruncate
    NONE, // ftruncate64
    221, // futex
    456, // futex_requeue
    NONE, // futex_time64
    455, // futex_wait
    449, // futex_waitv
    454, // futex_wake
    290, // futimesat
    130, // get_kernel_syms
    260, // get_mempolicy
    299, // get_robust_list
    NONE, // get_thread_area
    NONE, // get_tls
    302, // getcpu
    182, // getcwd
    141, // getdents
    202, // getdents64
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
    332, // getpeername
    132, // getpgid
    65, // getpgrp
    20, // getpid
    187, // getpmsg
    64, // getppid
    96, // getpriority
    359, // getrandom
    170, // getresgid
    NONE, // getresgid32
    165, // getresuid
    NONE, // getresuid32
    76, // getrlimit
    77, // getrusage
    147, // getsid
    331, // getsockname
    340, // getsockopt
    207, // gettid
    78, // gettimeofday
    24, // getuid
    NONE, // getuid32
    212, // getxattr
    464, // getxattrat
    32, // gtty
    112, // idle
    128, // init_module
    276, // inotify_add_watch
    275, // inotify_init
    318, // inotify_init1
    277, // inotify_rm_watch
    231, // io_cancel
    228, // io_destroy
    229, // io_getevents
    388, // io_pgetevents
    NONE, // io_pgetevents_time64
    227, // io_setup
    230, // io_submit
    426, // io_uring_enter
    427, // io_uring_register
    425, // io_uring_setup
    54, // ioctl
    101, // ioperm
    110, // iopl
    274, // ioprio_get
    273, // ioprio_set
    117, // ipc
    354, // kcmp
    382, // kexec_file_load
    268, // kexec_load
    271, // keyctl
    37, // kill
    445, // landlock_add_rule
    444, // landlock_create_ruleset
    446, // landlock_restrict_self
    16, // lchown
    NONE, // lchown32
    213, // lgetxattr
    9, // link
    294, // linkat
    329, // listen
    458, // listmount
    470, // listns
    215, // listxattr
    465, // listxattrat
    216, // llistxattr
    53, // lock
    235, // lookup_dcookie
    219, // lremovexattr
    19, // lseek
    210, // lsetxattr
    459, // lsm_get_self_attr
    461, // lsm_list_modules
    460, // lsm_set_self_attr
    107, // lstat
    NONE, // lstat64
    205, // madvise
    453, // map_shadow_stack
    259, // mbind
    365, // membarrier
    360, // memfd_create
    NONE, // memfd_secret
    258, // migrate_pages
    206, // mincore
    39, // mkdir
    287, // mkdirat
    14, // mknod
    288, // mknodat
    150, // mlock
    378, // mlock2
    152, // mlockall
    90, // mmap
    NONE, // mmap2
    123, // modify_ldt
    21, // mount
    442, // mount_setattr
    429, // move_mount
    301, // move_pages
    125, // mprotect
    56, // mpx
    267, // mq_getsetattr
    266, // mq_notify
    262, // mq_open
    265, // mq_timedreceive
    NONE, // mq_timedreceive_time64
    264, // mq_timedsend
    NONE, // mq_timedsend_time64
    263, // mq_unlink
    163, // mremap
    462, // mseal
    402, // msgctl
    399, // msgget
    401, // msgrcv
    400, // msgsnd
    144, // msync
    201, // multiplexer
    151, // munlock
    153, // munlockall
    91, // munmap
    345, // name_to_handle_at
    162, // nanosleep
    291, // newfstatat
    168, // nfsservctl
    34, // nice
    28, // oldfstat
    84, // oldlstat
    59, // oldolduname
    18, // oldstat
    109, // olduname
    5, // open
    346, // open_by_handle_at
    428, // open_tree
    467, // open_tree_attr
    286, // openat
    437, // openat2
    29, // pause
    200, // pciconfig_iobase
    198, // pciconfig_read
    199, // pciconfig_write
    319, // perf_event_open
    136, // personality
    438, // pidfd_getfd
    434, // pidfd_open
    424, // pidfd_send_signal
    42, // pipe
    317, // pipe2
    203, // pivot_root
    384, // pkey_alloc
    385, // pkey_free
    386, // pkey_mprotect
    167, // poll
    281, // ppoll
    NONE, // ppoll_time64
    171, // prctl
    179, // pread64
    320, // preadv
    380, // preadv2
    325, // prlimit64
    440, // process_madvise
    448, // process_mrelease
    351, // process_vm_readv
    352, // process_vm_writev
    44, // prof
    98, // profil
    280, // pselect6
    NONE, // pselect6_time64
    26, // ptrace
    188, // putpmsg
    180, // pwrite64
    321, // pwritev
    381, // pwritev2
    166, // query_module
    131, // quotactl
    443, // quotactl_fd
    3, // read
    191, // readahead
    89, // readdir
    85, // readlink
    296, // readlinkat
    145, // readv
    88, // reboot
    336, // recv
    337, // recvfrom
    343, // recvmmsg
    NONE, // recvmmsg_time64
    342, // recvmsg
    239, // remap_file_pages
    218, // removexattr
    466, // removexattrat
    38, // rename
    293, // renameat
    357, // renameat2
    270, // request_key
    0, // restart_syscall
    NONE, // riscv_flush_icache
    NONE, // riscv_hwprobe
    40, // rmdir
    387, // rseq
    471, // rseq_slice_yield
    173, // rt_sigaction
    175, // rt_sigpending
    174, // rt_sigprocmask
    177, // rt_sigqueueinfo
    172, // rt_sigreturn
    178, // rt_sigsuspend
    176, // rt_sigtimedwait
    NONE, // rt_sigtimedwait_time64
    322, // rt_tgsigqueueinfo
    255, // rtas
    NONE, // s390_guarded_storage
    NONE, // s390_pci_mmio_read
    NONE, // s390_pci_mmio_write
    NONE, // s390_runtime_instr
    NONE, // s390_sthyi
    159, // sched_get_priority_max
    160, // sched_get_priority_min
    223, // sched_getaffinity
    356, // sched_getattr
    155, // sched_getparam
    157, // sched_getscheduler
    161, // sched_rr_get_interval
    NONE, // sched_rr_get_interval_time64
    222, // sched_setaffinity
    355, // sched_setattr
    154, // sched_setparam
    156, // sched_setscheduler
    158, // sched_yield
    358, // seccomp
    NONE, // security
    82, // select
    394, // semctl
    393, // semget
    NONE, // semop
    392, // semtimedop
    NONE, // semtimedop_time64
    334, // send
    186, // sendfile
    NONE, // sendfile64
    349, // sendmmsg
    341, // sendmsg
    335, // sendto
    261, // set_mempolicy
    450, // set_mempolicy_home_node
    300, // set_robust_list
    NONE, // set_thread_area
    232, // set_tid_address
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
    350, // setns
    57, // setpgid
    97, // setpriority
    71, // setregid
    NONE, // setregid32
    169, // setresgid
    NONE, // setresgid32
    164, // setresuid
    NONE, // setresuid32
    70, // setreuid
    NONE, // setreuid32
    75, // setrlimit
    66, // setsid
    339, // setsockopt
    79, // settimeofday
    23, // setuid
    NONE, // setuid32
    209, // setxattr
    463, // setxattrat
    68, // sgetmask
    397, // shmat
    396, // shmctl
    398, // shmdt
    395, // shmget
    338, // shutdown
    67, // sigaction
    185, // sigaltstack
    48, // signal
    305, // signalfd
    313, // signalfd4
    73, // sigpending
    126, // sigprocmask
    119, // sigreturn
    72, // sigsuspend
    326, // socket
    102, // socketcall
    333, // socketpair
    283, // splice
    279, // spu_create
    278, // spu_run
    69, // ssetmask
    106, // stat
    NONE, // stat64
    99, // statfs
    252, // statfs64
    457, // statmount
    383, // statx
    25, // stime
    31, // stty
    310, // subpage_prot
    249, // swapcontext
    115, // swapoff
    87, // swapon
    363, // switch_endian
    83, // symlink
    295, // symlinkat
    36, // sync
    NONE, // sync_file_range
    308, // sync_file_range2
    348, // syncfs
    256, // sys_debug_setcontext
    NONE, // syscall
    135, // sysfs
    116, // sysinfo
    103, // syslog
    NONE, // sysmips
    284, // tee
    250, // tgkill
    13, // time
    240, // timer_create
    244, // timer_delete
    243, // timer_getoverrun
    242, // timer_gettime
    NONE, // timer_gettime64
    241, // timer_settime
    NONE, // timer_settime64
    NONE, // timerfd
    306, // timerfd_create
    312, // timerfd_gettime
    NONE, // timerfd_gettime64
    311, // timerfd_settime
    NONE, // timerfd_settime64
    43, // times
    208, // tkill
    92, // truncate
    NONE, // truncate64
    225, // tuxcall
    190, // ugetrlimit
    58, // ulimit
    60, // umask
    22, // umount
    52, // umount2
    122, // uname
    10, // unlink
    292, // unlinkat
    282, // unshare
    NONE, // uprobe
    NONE, // uretprobe
    86, // uselib
    364, // userfaultfd
    NONE, // usr26
    NONE, // usr32
    62, // ustat
    30, // utime
    304, // utimensat
    NONE, // utimensat_time64
    251, // utimes
    189, // vfork
    111, // vhangup
    113, // vm86
    NONE, // vm86old
    285, // vmsplice
    NONE, // vserver
    114, // wait4
    272, // waitid
    7, // waitpid
    4, // write
    146, // writev
];

pub(super) static BY_NUMBER: [(u32, u16); 424] = [
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
    (113, 499), // vm86
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
    (166, 303), // query_module
    (167, 282), // poll
    (168, 254), // nfsservctl
    (169, 395), // setresgid
    (170, 141), // getresgid
    (171, 285), // prctl
    (172, 335), // rt_sigreturn
    (173, 331), // rt_sigaction
    (174, 333), // rt_sigprocmask
    (175, 332), // rt_sigpending
    (176, 337), // rt_sigtimedwait
    (177, 334), // rt_sigqueueinfo
    (178, 336), // rt_sigsuspend
    (179, 286), // pread64
    (180, 300), // pwrite64
    (181, 29), // chown
    (182, 120), // getcwd
    (183, 25), // capget
    (184, 26), // capset
    (185, 416), // sigaltstack
    (186, 368), // sendfile
    (187, 137), // getpmsg
    (188, 299), // putpmsg
    (189, 497), // vfork
    (190, 477), // ugetrlimit
    (191, 307), // readahead
    (198, 269), // pciconfig_read
    (199, 270), // pciconfig_write
    (200, 268), // pciconfig_iobase
    (201, 247), // multiplexer
    (202, 122), // getdents64
    (203, 278), // pivot_root
    (205, 208), // madvise
    (206, 215), // mincore
    (207, 150), // gettid
    (208, 473), // tkill
    (209, 407), // setxattr
    (210, 202), // lsetxattr
    (211, 94), // fsetxattr
    (212, 154), // getxattr
    (213, 189), // lgetxattr
    (214, 85), // fgetxattr
    (215, 195), // listxattr
    (216, 197), // llistxattr
    (217, 89), // flistxattr
    (218, 319), // removexattr
    (219, 200), // lremovexattr
    (220, 92), // fremovexattr
    (221, 107), // futex
    (222, 354), // sched_setaffinity
    (223, 348), // sched_getaffinity
    (225, 476), // tuxcall
    (227, 168), // io_setup
    (228, 164), // io_destroy
    (229, 165), // io_getevents
    (230, 169), // io_submit
    (231, 163), // io_cancel
    (232, 377), // set_tid_address
    (233, 70), // fadvise64
    (234, 67), // exit_group
    (235, 199), // lookup_dcookie
    (236, 54), // epoll_create
    (237, 56), // epoll_ctl
    (238, 60), // epoll_wait
    (239, 318), // remap_file_pages
    (240, 459), // timer_create
    (241, 464), // timer_settime
    (242, 462), // timer_gettime
    (243, 461), // timer_getoverrun
    (244, 460), // timer_delete
    (245, 40), // clock_settime
    (246, 36), // clock_gettime
    (247, 34), // clock_getres
    (248, 38), // clock_nanosleep
    (249, 440), // swapcontext
    (250, 457), // tgkill
    (251, 496), // utimes
    (252, 434), // statfs64
    (253, 102), // fstatfs64
    (255, 340), // rtas
    (256, 450), // sys_debug_setcontext
    (258, 214), // migrate_pages
    (259, 210), // mbind
    (260, 115), // get_mempolicy
    (261, 373), // set_mempolicy
    (262, 234), // mq_open
    (263, 239), // mq_unlink
    (264, 237), // mq_timedsend
    (265, 235), // mq_timedreceive
    (266, 233), // mq_notify
    (267, 232), // mq_getsetattr
    (268, 181), // kexec_load
    (269, 7), // add_key
    (270, 324), // request_key
    (271, 182), // keyctl
    (272, 504), // waitid
    (273, 177), // ioprio_set
    (274, 176), // ioprio_get
    (275, 160), // inotify_init
    (276, 159), // inotify_add_watch
    (277, 162), // inotify_rm_watch
    (278, 429), // spu_run
    (279, 428), // spu_create
    (280, 296), // pselect6
    (281, 283), // ppoll
    (282, 485), // unshare
    (283, 427), // splice
    (284, 456), // tee
    (285, 501), // vmsplice
    (286, 265), // openat
    (287, 217), // mkdirat
    (288, 219), // mknodat
    (289, 81), // fchownat
    (290, 113), // futimesat
    (291, 253), // newfstatat
    (292, 484), // unlinkat
    (293, 322), // renameat
    (294, 191), // linkat
    (295, 445), // symlinkat
    (296, 310), // readlinkat
    (297, 77), // fchmodat
    (298, 68), // faccessat
    (299, 116), // get_robust_list
    (300, 375), // set_robust_list
    (301, 229), // move_pages
    (302, 119), // getcpu
    (303, 58), // epoll_pwait
    (304, 494), // utimensat
    (305, 418), // signalfd
    (306, 467), // timerfd_create
    (307, 62), // eventfd
    (308, 448), // sync_file_range2
    (309, 72), // fallocate
    (310, 439), // subpage_prot
    (311, 470), // timerfd_settime
    (312, 468), // timerfd_gettime
    (313, 419), // signalfd4
    (314, 63), // eventfd2
    (315, 55), // epoll_create1
    (316, 53), // dup3
    (317, 277), // pipe2
    (318, 161), // inotify_init1
    (319, 271), // perf_event_open
    (320, 287), // preadv
    (321, 301), // pwritev
    (322, 339), // rt_tgsigqueueinfo
    (323, 73), // fanotify_init
    (324, 74), // fanotify_mark
    (325, 289), // prlimit64
    (326, 424), // socket
    (327, 17), // bind
    (328, 46), // connect
    (329, 192), // listen
    (330, 3), // accept
    (331, 148), // getsockname
    (332, 133), // getpeername
    (333, 426), // socketpair
    (334, 367), // send
    (335, 372), // sendto
    (336, 313), // recv
    (337, 314), // recvfrom
    (338, 414), // shutdown
    (339, 403), // setsockopt
    (340, 149), // getsockopt
    (341, 371), // sendmsg
    (342, 317), // recvmsg
    (343, 315), // recvmmsg
    (344, 4), // accept4
    (345, 251), // name_to_handle_at
    (346, 262), // open_by_handle_at
    (347, 32), // clock_adjtime
    (348, 449), // syncfs
    (349, 370), // sendmmsg
    (350, 390), // setns
    (351, 292), // process_vm_readv
    (352, 293), // process_vm_writev
    (353, 88), // finit_module
    (354, 179), // kcmp
    (355, 355), // sched_setattr
    (356, 349), // sched_getattr
    (357, 323), // renameat2
    (358, 359), // seccomp
    (359, 140), // getrandom
    (360, 212), // memfd_create
    (361, 18), // bpf
    (362, 65), // execveat
    (363, 443), // switch_endian
    (364, 489), // userfaultfd
    (365, 211), // membarrier
    (378, 221), // mlock2
    (379, 47), // copy_file_range
    (380, 288), // preadv2
    (381, 302), // pwritev2
    (382, 180), // kexec_file_load
    (383, 436), // statx
    (384, 279), // pkey_alloc
    (385, 280), // pkey_free
    (386, 281), // pkey_mprotect
    (387, 329), // rseq
    (388, 166), // io_pgetevents
    (392, 365), // semtimedop
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
