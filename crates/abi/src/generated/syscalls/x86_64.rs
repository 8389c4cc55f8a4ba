//! Generated from facts/syscalls.tsv by `cargo xtask tables`; edit the facts.

use super::CALLS;
use crate::syscalls::NONE;

pub(super) static NUMBERS: [u32; CALLS] = [
    NONE, // _llseek
    NONE, // _newselect
    156, // _sysctl
    43, // accept
    288, // accept4
    21, // access
    163, // acct
    248, // add_key
    159, // adjtimex
    183, // afs_syscall
    37, // alarm
    158, // arch_prctl
    NONE, // arm_fadvise64_64
    NONE, // arm_sync_file_range
    NONE, // atomic_barrier
    NONE, // atomic_cmpxchg_32
    NONE, // bdflush
    49, // bind
    321, // bpf
    NONE, // break
    NONE, // breakpoint
    12, // brk
    NONE, // cachectl
    NONE, // cacheflush
    451, // cachestat
    125, // capget
    126, // capset
    80, // chdir
    90, // chmod
    92, // chown
    NONE, // chown32
    161, // chroot
    305, // clock_adjtime
    NONE, // clock_adjtime64
    229, // clock_getres
    NONE, // clock_getres_time64
    228, // clock_gettime
    NONE, // clock_gettime64
    230, // clock_nanosleep
    NONE, // clock_nanosleep_time64
    227, // clock_settime
    NONE, // clock_settime64
    56, // clone
    435, // clone3
    3, // close
    436, // close_range
    42, // connect
    326, // copy_file_range
    85, // creat
    174, // create_module
    176, // delete_module
    32, // dup
    33, // dup2
    292, // dup3
    213, // epoll_create
    291, // epoll_create1
    233, // epoll_ctl
    214, // epoll_ctl_old
    281, // epoll_pwait
    441, // epoll_pwait2
    232, // epoll_wait
    215, // epoll_wait_old
    284, // eventfd
    290, // eventfd2
    59, // execve
    322, // execveat
    60, // exit
    231, // exit_group
    269, // faccessat
    439, // faccessat2
    221, // fadvise64
    NONE, // fadvise64_64
    285, // fallocate
    300, // fanotify_init
    301, // fanotify_mark
    81, // fchdir
    91, // fchmod
    268, // fchmodat
    452, // fchmodat2
    93, // fchown
    NONE, // fchown32
    260, // fchownat
    72, // fcntl
    NONE, // fcntl64
    75, // fdatasync
    193, // fgetxattr
    468, // file_getattr
    469, // file_setattr
    313, // finit_module
    196, // flistxattr
    73, // flock
    57, // fork
    199, // fremovexattr
    431, // fsconfig
    190, // fsetxattr
    432, // fsmount
    430, // fsopen
    433, // fspick
    5, // fstat
    NONE, // fstat64
    NONE, // fstatat64
    138, // fstatfs
    NONE, // fstatfs64
    74, // fsync
    NONE, // ftime
    77, // ftruncate
    NONE, // ftruncate64
    202, // futex
    456, // futex_requeue
    NONE, // futex_time64
    455, // futex_wait
    449, // futex_waitv
    454, // futex_wake
    261, // futimesat
    177, // get_kernel_syms
    239, // get_mempolicy
    274, // get_robust_list
    211, // get_thread_area
    NONE, // get_tls
    309, // getcpu
    79, // getcwd
    78, // getdents
    217, // getdents64
    108, // getegid
    NONE, // getegid32
    107, // geteuid
    NONE, // geteuid32
    104, // getgid
    NONE, // getgid32
    115, // getgroups
    NONE, // getgroups32
    36, // getitimer
    NONE, // getpagesize
    52, // getpeername
    121, // getpgid
    111, // getpgrp
    39, // getpid
    181, // getpmsg
    110, // getppid
    140, // getpriority
    318, // getrandom
    120, // getresgid
    NONE, // getresgid32
    118, // getresuid
    NONE, // getresuid32
    97, // getrlimit
    98, // getrusage
    124, // getsid
    51, // getsockname
    55, // getsockopt
    186, // gettid
    96, // gettimeofday
    102, // getuid
    NONE, // getuid32
    191, // getxattr
    464, // getxattrat
    NONE, // gtty
    NONE, // idle
    175, // init_module
    254, // inotify_add_watch
    253, // inotify_init
    294, // inotify_init1
    255, // inotify_rm_watch
    210, // io_cancel
    207, // io_destroy
    208, // io_getevents
    333, // io_pgetevents
    NONE, // io_pgetevents_time64
    206, // io_setup
    209, // io_submit
    426, // io_uring_enter
    427, // io_uring_register
    425, // io_uring_setup
    16, // ioctl
    173, // ioperm
    172, // iopl
    252, // ioprio_get
    251, // ioprio_set
    NONE, // ipc
    312, // kcmp
    320, // kexec_file_load
    246, // kexec_load
    250, // keyctl
    62, // kill
    445, // landlock_add_rule
    444, // landlock_create_ruleset
    446, // landlock_restrict_self
    94, // lchown
    NONE, // lchown32
    192, // lgetxattr
    86, // link
    265, // linkat
    50, // listen
    458, // listmount
    470, // listns
    194, // listxattr
    465, // listxattrat
    195, // llistxattr
    NONE, // lock
    212, // lookup_dcookie
    198, // lremovexattr
    8, // lseek
    189, // lsetxattr
    459, // lsm_get_self_attr
    461, // lsm_list_modules
    460, // lsm_set_self_attr
    6, // lstat
    NONE, // lstat64
    28, // madvise
    453, // map_shadow_stack
    237, // mbind
    324, // membarrier
    319, // memfd_create
    447, // memfd_secret
    256, // migrate_pages
    27, // mincore
    83, // mkdir
    258, // mkdirat
    133, // mknod
    259, // mknodat
    149, // mlock
    325, // mlock2
    151, // mlockall
    9, // mmap
    NONE, // mmap2
    154, // modify_ldt
    165, // mount
    442, // mount_setattr
    429, // move_mount
    279, // move_pages
    10, // mprotect
    NONE, // mpx
    245, // mq_getsetattr
    244, // mq_notify
    240, // mq_open
    243, // mq_timedreceive
    NONE, // mq_timedreceive_time64
    242, // mq_timedsend
    NONE, // mq_timedsend_time64
    241, // mq_unlink
    25, // mremap
    462, // mseal
    71, // msgctl
    68, // msgget
    70, // msgrcv
    69, // msgsnd
    26, // msync
    NONE, // multiplexer
    150, // munlock
    152, // munlockall
    11, // munmap
    303, // name_to_handle_at
    35, // nanosleep
    262, // newfstatat
    180, // nfsservctl
    NONE, // nice
    NONE, // oldfstat
    NONE, // oldlstat
    NONE, // oldolduname
    NONE, // oldstat
    NONE, // olduname
    2, // open
    304, // open_by_handle_at
    428, // open_tree
    467, // open_tree_attr
    257, // openat
    437, // openat2
    34, // pause
    NONE, // pciconfig_iobase
    NONE, // pciconfig_read
    NONE, // pciconfig_write
    298, // perf_event_open
    135, // personality
    438, // pidfd_getfd
    434, // pidfd_open
    424, // pidfd_send_signal
    22, // pipe
    293, // pipe2
    155, // pivot_root
    330, // pkey_alloc
    331, // pkey_free
    329, // pkey_mprotect
    7, // poll
    271, // ppoll
    NONE, // ppoll_time64
    157, // prctl
    17, // pread64
    295, // preadv
    327, // preadv2
    302, // prlimit64
    440, // process_madvise
    448, // process_mrelease
    310, // process_vm_readv
    311, // process_vm_writev
    NONE, // prof
    NONE, // profil
    270, // pselect6
    NONE, // pselect6_time64
    101, // ptrace
    182, // putpmsg
    18, // pwrite64
    296, // pwritev
    328, // pwritev2
    178, // query_module
    179, // quotactl
    443, // quotactl_fd
    0, // read
    187, // readahead
    NONE, // readdir
    89, // readlink
    267, // readlinkat
    19, // readv
    169, // reboot
    NONE, // recv
    45, // recvfrom
    299, // recvmmsg
    NONE, // recvmmsg_time64
    47, // recvmsg
    216, // remap_file_pages
    197, // removexattr
    466, // removexattrat
    82, // rename
    264, // renameat
    316, // renameat2
    249, // request_key
    219, // restart_syscall
    NONE, // riscv_flush_icache
    NONE, // riscv_hwprobe
    84, // rmdir
    334, // rseq
    471, // rseq_slice_yield
    13, // rt_sigaction
    127, // rt_sigpending
    14, // rt_sigprocmask
    129, // rt_sigqueueinfo
    15, // rt_sigreturn
    130, // rt_sigsuspend
    128, // rt_sigtimedwait
    NONE, // rt_sigtimedwait_time64
    297, // rt_tgsigqueueinfo
    NONE, // rtas
    NONE, // s390_guarded_storage
    NONE, // s390_pci_mmio_read
    NONE, // s390_pci_mmio_write
    NONE, // s390_runtime_instr
    NONE, // s390_sthyi
    146, // sched_get_priority_max
    147, // sched_get_priority_min
    204, // sched_getaffinity
    315, // sched_getattr
    143, // sched_getparam
    145, // sched_getscheduler
    148, // sched_rr_get_interval
    NONE, // sched_rr_get_interval_time64
    203, // sched_setaffinity
    314, // sched_setattr
    142, // sched_setparam
    144, // sched_setscheduler
    24, // sched_yield
    317, // seccomp
    185, // security
    23, // select
    66, // semctl
    64, // semget
    65, // semop
    220, // semtimedop
    NONE, // semtimedop_time64
    NONE, // send
    40, // sendfile
    NONE, // sendfile64
    307, // sendmmsg
    46, // sendmsg
    44, // sendto
    238, // set_mempolicy
    450, // set_mempolicy_home_node
    273, // set_robust_list
    205, // set_thread_area
    218, // set_tid_address
    NONE, // set_tls
    171, // setdomainname
    123, // setfsgid
    NONE, // setfsgid32
    122, // setfsuid
    NONE, // setfsuid32
    106, // setgid
    NONE, // setgid32
    116, // setgroups
    NONE, // setgroups32
    170, // sethostname
    38, // setitimer
    308, // setns
    109, // setpgid
    141, // setpriority
    114, // setregid
    NONE, // setregid32
    119, // setresgid
    NONE, // setresgid32
    117, // setresuid
    NONE, // setresuid32
    113, // setreuid
    NONE, // setreuid32
    160, // setrlimit
    112, // setsid
    54, // setsockopt
    164, // settimeofday
    105, // setuid
    NONE, // setuid32
    188, // setxattr
    463, // setxattrat
    NONE, // sgetmask
    30, // shmat
    31, // shmctl
    67, // shmdt
    29, // shmget
    48, // shutdown
    NONE, // sigaction
    131, // sigaltstack
    NONE, // signal
    282, // signalfd
    289, // signalfd4
    NONE, // sigpending
    NONE, // sigprocmask
    NONE, // sigreturn
    NONE, // sigsuspend
    41, // socket
    NONE, // socketcall
    53, // socketpair
    275, // splice
    NONE, // spu_create
    NONE, // spu_run
    NONE, // ssetmask
    4, // stat
    NONE, // stat64
    137, // statfs
    NONE, // statfs64
    457, // statmount
    332, // statx
    NONE, // stime
    NONE, // stty
    NONE, // subpage_prot
    NONE, // swapcontext
    168, // swapoff
    167, // swapon
    NONE, // switch_endian
    88, // symlink
    266, // symlinkat
    162, // sync
    277, // sync_file_range
    NONE, // sync_file_range2
    306, // syncfs
    NONE, // sys_debug_setcontext
    NONE, // syscall
    139, // sysfs
    99, // sysinfo
    103, // syslog
    NONE, // sysmips
    276, // tee
    234, // tgkill
    201, // time
    222, // timer_create
    226, // timer_delete
    225, // timer_getoverrun
    224, // timer_gettime
    NONE, // timer_gettime64
    223, // timer_settime
    NONE, // timer_settime64
    NONE, // timerfd
    283, // timerfd_create
    287, // timerfd_gettime
    NONE, // timerfd_gettime64
    286, // timerfd_settime
    NONE, // timerfd_settime64
    100, // times
    200, // tkill
    76, // truncate
    NONE, // truncate64
    184, // tuxcall
    NONE, // ugetrlimit
    NONE, // ulimit
    95, // umask
    NONE, // umount
    166, // umount2
    63, // uname
    87, // unlink
    263, // unlinkat
    272, // unshare
    336, // uprobe
    335, // uretprobe
    134, // uselib
    323, // userfaultfd
    NONE, // usr26
    NONE, // usr32
    136, // ustat
    132, // utime
    280, // utimensat
    NONE, // utimensat_time64
    235, // utimes
    58, // vfork
    153, // vhangup
    NONE, // vm86
    NONE, // vm86old
    278, // vmsplice
    236, // vserver
    61, // wait4
    247, // waitid
    NONE, // waitpid
    1, // write
    20, // writev
];

pub(super) static BY_NUMBER: [(u32, u16); 385] = [
    (0, 306), // read
    (1, 506), // write
    (2, 261), // open
    (3, 44), // close
    (4, 431), // stat
    (5, 98), // fstat
    (6, 206), // lstat
    (7, 282), // poll
    (8, 201), // lseek
    (9, 223), // mmap
    (10, 230), // mprotect
    (11, 250), // munmap
    (12, 21), // brk
    (13, 331), // rt_sigaction
    (14, 333), // rt_sigprocmask
    (15, 335), // rt_sigreturn
    (16, 173), // ioctl
    (17, 286), // pread64
    (18, 300), // pwrite64
    (19, 311), // readv
    (20, 507), // writev
    (21, 5), // access
    (22, 276), // pipe
    (23, 361), // select
    (24, 358), // sched_yield
    (25, 240), // mremap
    (26, 246), // msync
    (27, 215), // mincore
    (28, 208), // madvise
    (29, 413), // shmget
    (30, 410), // shmat
    (31, 411), // shmctl
    (32, 51), // dup
    (33, 52), // dup2
    (34, 267), // pause
    (35, 252), // nanosleep
    (36, 131), // getitimer
    (37, 10), // alarm
    (38, 389), // setitimer
    (39, 136), // getpid
    (40, 368), // sendfile
    (41, 424), // socket
    (42, 46), // connect
    (43, 3), // accept
    (44, 372), // sendto
    (45, 314), // recvfrom
    (46, 371), // sendmsg
    (47, 317), // recvmsg
    (48, 414), // shutdown
    (49, 17), // bind
    (50, 192), // listen
    (51, 148), // getsockname
    (52, 133), // getpeername
    (53, 426), // socketpair
    (54, 403), // setsockopt
    (55, 149), // getsockopt
    (56, 42), // clone
    (57, 91), // fork
    (58, 497), // vfork
    (59, 64), // execve
    (60, 66), // exit
    (61, 503), // wait4
    (62, 183), // kill
    (63, 482), // uname
    (64, 363), // semget
    (65, 364), // semop
    (66, 362), // semctl
    (67, 412), // shmdt
    (68, 243), // msgget
    (69, 245), // msgsnd
    (70, 244), // msgrcv
    (71, 242), // msgctl
    (72, 82), // fcntl
    (73, 90), // flock
    (74, 103), // fsync
    (75, 84), // fdatasync
    (76, 474), // truncate
    (77, 105), // ftruncate
    (78, 121), // getdents
    (79, 120), // getcwd
    (80, 27), // chdir
    (81, 75), // fchdir
    (82, 321), // rename
    (83, 216), // mkdir
    (84, 328), // rmdir
    (85, 48), // creat
    (86, 190), // link
    (87, 483), // unlink
    (88, 444), // symlink
    (89, 309), // readlink
    (90, 28), // chmod
    (91, 76), // fchmod
    (92, 29), // chown
    (93, 79), // fchown
    (94, 187), // lchown
    (95, 479), // umask
    (96, 151), // gettimeofday
    (97, 145), // getrlimit
    (98, 146), // getrusage
    (99, 453), // sysinfo
    (100, 472), // times
    (101, 298), // ptrace
    (102, 152), // getuid
    (103, 454), // syslog
    (104, 127), // getgid
    (105, 405), // setuid
    (106, 384), // setgid
    (107, 125), // geteuid
    (108, 123), // getegid
    (109, 391), // setpgid
    (110, 138), // getppid
    (111, 135), // getpgrp
    (112, 402), // setsid
    (113, 399), // setreuid
    (114, 393), // setregid
    (115, 129), // getgroups
    (116, 386), // setgroups
    (117, 397), // setresuid
    (118, 143), // getresuid
    (119, 395), // setresgid
    (120, 141), // getresgid
    (121, 134), // getpgid
    (122, 382), // setfsuid
    (123, 380), // setfsgid
    (124, 147), // getsid
    (125, 25), // capget
    (126, 26), // capset
    (127, 332), // rt_sigpending
    (128, 337), // rt_sigtimedwait
    (129, 334), // rt_sigqueueinfo
    (130, 336), // rt_sigsuspend
    (131, 416), // sigaltstack
    (132, 493), // utime
    (133, 218), // mknod
    (134, 488), // uselib
    (135, 272), // personality
    (136, 492), // ustat
    (137, 433), // statfs
    (138, 101), // fstatfs
    (139, 452), // sysfs
    (140, 139), // getpriority
    (141, 392), // setpriority
    (142, 356), // sched_setparam
    (143, 350), // sched_getparam
    (144, 357), // sched_setscheduler
    (145, 351), // sched_getscheduler
    (146, 346), // sched_get_priority_max
    (147, 347), // sched_get_priority_min
    (148, 352), // sched_rr_get_interval
    (149, 220), // mlock
    (150, 248), // munlock
    (151, 222), // mlockall
    (152, 249), // munlockall
    (153, 498), // vhangup
    (154, 225), // modify_ldt
    (155, 278), // pivot_root
    (156, 2), // _sysctl
    (157, 285), // prctl
    (158, 11), // arch_prctl
    (159, 8), // adjtimex
    (160, 401), // setrlimit
    (161, 31), // chroot
    (162, 446), // sync
    (163, 6), // acct
    (164, 404), // settimeofday
    (165, 226), // mount
    (166, 481), // umount2
    (167, 442), // swapon
    (168, 441), // swapoff
    (169, 312), // reboot
    (170, 388), // sethostname
    (171, 379), // setdomainname
    (172, 175), // iopl
    (173, 174), // ioperm
    (174, 49), // create_module
    (175, 158), // init_module
    (176, 50), // delete_module
    (177, 114), // get_kernel_syms
    (178, 303), // query_module
    (179, 304), // quotactl
    (180, 254), // nfsservctl
    (181, 137), // getpmsg
    (182, 299), // putpmsg
    (183, 9), // afs_syscall
    (184, 476), // tuxcall
    (185, 360), // security
    (186, 150), // gettid
    (187, 307), // readahead
    (188, 407), // setxattr
    (189, 202), // lsetxattr
    (190, 94), // fsetxattr
    (191, 154), // getxattr
    (192, 189), // lgetxattr
    (193, 85), // fgetxattr
    (194, 195), // listxattr
    (195, 197), // llistxattr
    (196, 89), // flistxattr
    (197, 319), // removexattr
    (198, 200), // lremovexattr
    (199, 92), // fremovexattr
    (200, 473), // tkill
    (201, 458), // time
    (202, 107), // futex
    (203, 354), // sched_setaffinity
    (204, 348), // sched_getaffinity
    (205, 376), // set_thread_area
    (206, 168), // io_setup
    (207, 164), // io_destroy
    (208, 165), // io_getevents
    (209, 169), // io_submit
    (210, 163), // io_cancel
    (211, 117), // get_thread_area
    (212, 199), // lookup_dcookie
    (213, 54), // epoll_create
    (214, 57), // epoll_ctl_old
    (215, 61), // epoll_wait_old
    (216, 318), // remap_file_pages
    (217, 122), // getdents64
    (218, 377), // set_tid_address
    (219, 325), // restart_syscall
    (220, 365), // semtimedop
    (221, 70), // fadvise64
    (222, 459), // timer_create
    (223, 464), // timer_settime
    (224, 462), // timer_gettime
    (225, 461), // timer_getoverrun
    (226, 460), // timer_delete
    (227, 40), // clock_settime
    (228, 36), // clock_gettime
    (229, 34), // clock_getres
    (230, 38), // clock_nanosleep
    (231, 67), // exit_group
    (232, 60), // epoll_wait
    (233, 56), // epoll_ctl
    (234, 457), // tgkill
    (235, 496), // utimes
    (236, 502), // vserver
    (237, 210), // mbind
    (238, 373), // set_mempolicy
    (239, 115), // get_mempolicy
    (240, 234), // mq_open
    (241, 239), // mq_unlink
    (242, 237), // mq_timedsend
    (243, 235), // mq_timedreceive
    (244, 233), // mq_notify
    (245, 232), // mq_getsetattr
    (246, 181), // kexec_load
    (247, 504), // waitid
    (248, 7), // add_key
    (249, 324), // request_key
    (250, 182), // keyctl
    (251, 177), // ioprio_set
    (252, 176), // ioprio_get
    (253, 160), // inotify_init
    (254, 159), // inotify_add_watch
    (255, 162), // inotify_rm_watch
    (256, 214), // migrate_pages
    (257, 265), // openat
    (258, 217), // mkdirat
    (259, 219), // mknodat
    (260, 81), // fchownat
    (261, 113), // futimesat
    (262, 253), // newfstatat
    (263, 484), // unlinkat
    (264, 322), // renameat
    (265, 191), // linkat
    (266, 445), // symlinkat
    (267, 310), // readlinkat
    (268, 77), // fchmodat
    (269, 68), // faccessat
    (270, 296), // pselect6
    (271, 283), // ppoll
    (272, 485), // unshare
    (273, 375), // set_robust_list
    (274, 116), // get_robust_list
    (275, 427), // splice
    (276, 456), // tee
    (277, 447), // sync_file_range
    (278, 501), // vmsplice
    (279, 229), // move_pages
    (280, 494), // utimensat
    (281, 58), // epoll_pwait
    (282, 418), // signalfd
    (283, 467), // timerfd_create
    (284, 62), // eventfd
    (285, 72), // fallocate
    (286, 470), // timerfd_settime
    (287, 468), // timerfd_gettime
    (288, 4), // accept4
    (289, 419), // signalfd4
    (290, 63), // eventfd2
    (291, 55), // epoll_create1
    (292, 53), // dup3
    (293, 277), // pipe2
    (294, 161), // inotify_init1
    (295, 287), // preadv
    (296, 301), // pwritev
    (297, 339), // rt_tgsigqueueinfo
    (298, 271), // perf_event_open
    (299, 315), // recvmmsg
    (300, 73), // fanotify_init
    (301, 74), // fanotify_mark
    (302, 289), // prlimit64
    (303, 251), // name_to_handle_at
    (304, 262), // open_by_handle_at
    (305, 32), // clock_adjtime
    (306, 449), // syncfs
    (307, 370), // sendmmsg
    (308, 390), // setns
    (309, 119), // getcpu
    (310, 292), // process_vm_readv
    (311, 293), // process_vm_writev
    (312, 179), // kcmp
    (313, 88), // finit_module
    (314, 355), // sched_setattr
    (315, 349), // sched_getattr
    (316, 323), // renameat2
    (317, 359), // seccomp
    (318, 140), // getrandom
    (319, 212), // memfd_create
    (320, 180), // kexec_file_load
    (321, 18), // bpf
    (322, 65), // execveat
    (323, 489), // userfaultfd
    (324, 211), // membarrier
    (325, 221), // mlock2
    (326, 47), // copy_file_range
    (327, 288), // preadv2
    (328, 302), // pwritev2
    (329, 281), // pkey_mprotect
    (330, 279), // pkey_alloc
    (331, 280), // pkey_free
    (332, 436), // statx
    (333, 166), // io_pgetevents
    (334, 329), // rseq
    (335, 487), // uretprobe
    (336, 486), // uprobe
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
