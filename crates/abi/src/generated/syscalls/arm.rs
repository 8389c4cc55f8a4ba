//! Generated from facts/syscalls.tsv by `cargo xtask tables`; edit the facts.

use super::CALLS;
use crate::syscalls::NONE;

pub(super) static NUMBERS: [u32; CALLS] = [
    140, // _llseek
    142, // _newselect
    149, // _sysctl
    285, // accept
    366, // accept4
    33, // access
    51, // acct
    309, // add_key
    124, // adjtimex
    NONE, // afs_syscall
    NONE, // alarm
    NONE, // arch_prctl
    270, // arm_fadvise64_64
    341, // arm_sync_file_range
    NONE, // atomic_barrier
    NONE, // atomic_cmpxchg_32
    134, // bdflush
    282, // bind
    386, // bpf
    NONE, // break
    983041, // breakpoint
    45, // brk
    NONE, // cachectl
    983042, // cacheflush
    451, // cachestat
    184, // capget
    185, // capset
    12, // chdir
    15, // chmod
    182, // chown
    212, // chown32
    61, // chroot
    372, // clock_adjtime
    405, // clock_adjtime64
    264, // clock_getres
    406, // clock_getres_time64
    263, // clock_gettime
    403, // clock_gettime64
    265, // clock_nanosleep
    407, // clock_nanosleep_time64
    262, // clock_settime
    404, // clock_settime64
    120, // clone
    435, // clone3
    6, // close
    436, // close_range
    283, // connect
    391, // copy_file_range
    8, // creat
    NONE, // create_module
    129, // delete_module
    41, // dup
    63, // dup2
    358, // dup3
    250, // epoll_create
    357, // epoll_create1
    251, // epoll_ctl
    NONE, // epoll_ctl_old
    346, // epoll_pwait
    441, // epoll_pwait2
    252, // epoll_wait
    NONE, // epoll_wait_old
    351, // eventfd
    356, // eventfd2
    11, // execve
    387, // execveat
    1, // exit
    248, // exit_group
    334, // faccessat
    439, // faccessat2
    NONE, // fadvise64
    NONE, // fadvise64_64
    352, // fallocate
    367, // fanotify_init
    368, // fanotify_mark
    133, // fchdir
    94, // fchmod
    333, // fchmodat
    452, // fchmodat2
    95, // fchown
    207, // fchown32
    325, // fchownat
    55, // fcntl
    221, // fcntl64
    148, // fdatasync
    231, // fgetxattr
    468, // file_getattr
    469, // file_setattr
    379, // finit_module
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
    327, // fstatat64
    100, // fstatfs
    267, // fstatfs64
    118, // fsync
    NONE, // ftime
    93, // ftruncate
    194, // ftruncate64
    240, // futex
    456, // futex_requeue
    422, // futex_time64
    455, // futex_wait
    449, // futex_waitv
    454, // futex_wake
    326, // futimesat
    NONE, // get_kernel_syms
    320, // get_mempolicy
    339, // get_robust_list
    NONE, // get_thread_area
    983046, // get_tls
    345, // getcpu
    183, // getcwd
    141, // getdents
    217, // getdents64
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
    287, // getpeername
    132, // getpgid
    65, // getpgrp
    20, // getpid
    NONE, // getpmsg
    64, // getppid
    96, // getpriority
    384, // getrandom
    171, // getresgid
    211, // getresgid32
    165, // getresuid
    209, // getresuid32
    NONE, // getrlimit
    77, // getrusage
    147, // getsid
    286, // getsockname
    295, // getsockopt
    224, // gettid
    78, // gettimeofday
    24, // getuid
    199, // getuid32
    229, // getxattr
    464, // getxattrat
    NONE, // gtty
    NONE, // idle
    128, // init_module
    317, // inotify_add_watch
    316, // inotify_init
    360, // inotify_init1
    318, // inotify_rm_watch
    247, // io_cancel
    244, // io_destroy
    245, // io_getevents
    399, // io_pgetevents
    416, // io_pgetevents_time64
    243, // io_setup
    246, // io_submit
    426, // io_uring_enter
    427, // io_uring_register
    425, // io_uring_setup
    54, // ioctl
    NONE, // ioperm
    NONE, // iopl
    315, // ioprio_get
    314, // ioprio_set
    NONE, // ipc
    378, // kcmp
    401, // kexec_file_load
    347, // kexec_load
    311, // keyctl
    37, // kill
    445, // landlock_add_rule
    444, // landlock_create_ruleset
    446, // landlock_restrict_self
    16, // lchown
    198, // lchown32
    230, // lgetxattr
    9, // link
    330, // linkat
    284, // listen
    458, // listmount
    470, // listns
    232, // listxattr
    465, // listxattrat
    233, // llistxattr
    NONE, // lock
    249, // lookup_dcookie
    236, // lremovexattr
    19, // lseek
    227, // lsetxattr
    459, // lsm_get_self_attr
    461, // lsm_list_modules
    460, // lsm_set_self_attr
    107, // lstat
    196, // lstat64
    220, // madvise
    453, // map_shadow_stack
    319, // mbind
    389, // membarrier
    385, // memfd_create
    NONE, // memfd_secret
    400, // migrate_pages
    219, // mincore
    39, // mkdir
    323, // mkdirat
    14, // mknod
    324, // mknodat
    150, // mlock
    390, // mlock2
    152, // mlockall
    NONE, // mmap
    192, // mmap2
    NONE, // modify_ldt
    21, // mount
    442, // mount_setattr
    429, // move_mount
    344, // move_pages
    125, // mprotect
    NONE, // mpx
    279, // mq_getsetattr
    278, // mq_notify
    274, // mq_open
    277, // mq_timedreceive
    419, // mq_timedreceive_time64
    276, // mq_timedsend
    418, // mq_timedsend_time64
    275, // mq_unlink
    163, // mremap
    462, // mseal
    304, // msgctl
    303, // msgget
    302, // msgrcv
    301, // msgsnd
    144, // msync
    NONE, // multiplexer
    151, // munlock
    153, // munlockall
    91, // munmap
    370, // name_to_handle_at
    162, // nanosleep
    NONE, // newfstatat
    169, // nfsservctl
    34, // nice
    NONE, // oldfstat
    NONE, // oldlstat
    NONE, // oldolduname
    NONE, // oldstat
    NONE, // olduname
    5, // open
    371, // open_by_handle_at
    428, // open_tree
    467, // open_tree_attr
    322, // openat
    437, // openat2
    29, // pause
    271, // pciconfig_iobase
    272, // pciconfig_read
    273, // pciconfig_write
    364, // perf_event_open
    136, // personality
    438, // pidfd_getfd
    434, // pidfd_open
    424, // pidfd_send_signal
    42, // pipe
    359, // pipe2
    218, // pivot_root
    395, // pkey_alloc
    396, // pkey_free
    394, // pkey_mprotect
    168, // poll
    336, // ppoll
    414, // ppoll_time64
    172, // prctl
    180, // pread64
    361, // preadv
    392, // preadv2
    369, // prlimit64
    440, // process_madvise
    448, // process_mrelease
    376, // process_vm_readv
    377, // process_vm_writev
    NONE, // prof
    NONE, // profil
    335, // pselect6
    413, // pselect6_time64
    26, // ptrace
    NONE, // putpmsg
    181, // pwrite64
    362, // pwritev
    393, // pwritev2
    NONE, // query_module
    131, // quotactl
    443, // quotactl_fd
    3, // read
    225, // readahead
    NONE, // readdir
    85, // readlink
    332, // readlinkat
    145, // readv
    88, // reboot
    291, // recv
    292, // recvfrom
    365, // recvmmsg
    417, // recvmmsg_time64
    297, // recvmsg
    253, // remap_file_pages
    235, // removexattr
    466, // removexattrat
    38, // rename
    329, // renameat
    382, // renameat2
    310, // request_key
    0, // restart_syscall
    NONE, // riscv_flush_icache
    NONE, // riscv_hwprobe
    40, // rmdir
    398, // rseq
    471, // rseq_slice_yield
    174, // rt_sigaction
    176, // rt_sigpending
    175, // rt_sigprocmask
    178, // rt_sigqueueinfo
    173, // rt_sigreturn
    179, // rt_sigsuspend
    177, // rt_sigtimedwait
    421, // rt_sigtimedwait_time64
    363, // rt_tgsigqueueinfo
    NONE, // rtas
    NONE, // s390_guarded_storage
    NONE, // s390_pci_mmio_read
    NONE, // s390_pci_mmio_write
    NONE, // s390_runtime_instr
    NONE, // s390_sthyi
    159, // sched_get_priority_max
    160, // sched_get_priority_min
    242, // sched_getaffinity
    381, // sched_getattr
    155, // sched_getparam
    157, // sched_getscheduler
    161, // sched_rr_get_interval
    423, // sched_rr_get_interval_time64
    241, // sched_setaffinity
    380, // sched_setattr
    154, // sched_setparam
    156, // sched_setscheduler
    158, // sched_yield
    383, // seccomp
    NONE, // security
    NONE, // select
    300, // semctl
    299, // semget
    298, // semop
    312, // semtimedop
    420, // semtimedop_time64
    289, // send
    187, // sendfile
    239, // sendfile64
    374, // sendmmsg
    296, // sendmsg
    290, // sendto
    321, // set_mempolicy
    450, // set_mempolicy_home_node
    338, // set_robust_list
    NONE, // set_thread_area
    256, // set_tid_address
    983045, // set_tls
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
    375, // setns
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
    294, // setsockopt
    79, // settimeofday
    23, // setuid
    213, // setuid32
    226, // setxattr
    463, // setxattrat
    NONE, // sgetmask
    305, // shmat
    308, // shmctl
    306, // shmdt
    307, // shmget
    293, // shutdown
    67, // sigaction
    186, // sigaltstack
    NONE, // signal
    349, // signalfd
    355, // signalfd4
    73, // sigpending
    126, // sigprocmask
    119, // sigreturn
    72, // sigsuspend
    281, // socket
    NONE, // socketcall
    288, // socketpair
    340, // splice
    NONE, // spu_create
    NONE, // spu_run
    NONE, // ssetmask
    106, // stat
    195, // stat64
    99, // statfs
    266, // statfs64
    457, // statmount
    397, // statx
    NONE, // stime
    NONE, // stty
    NONE, // subpage_prot
    NONE, // swapcontext
    115, // swapoff
    87, // swapon
    NONE, // switch_endian
    83, // symlink
    331, // symlinkat
    36, // sync
    NONE, // sync_file_range
    NONE, // sync_file_range2
    373, // syncfs
    NONE, // sys_debug_setcontext
    NONE, // syscall
    135, // sysfs
    116, // sysinfo
    103, // syslog
    NONE, // sysmips
    342, // tee
    268, // tgkill
    NONE, // time
    257, // timer_create
    261, // timer_delete
    260, // timer_getoverrun
    259, // timer_gettime
    408, // timer_gettime64
    258, // timer_settime
    409, // timer_settime64
    NONE, // timerfd
    350, // timerfd_create
    354, // timerfd_gettime
    410, // timerfd_gettime64
    353, // timerfd_settime
    411, // timerfd_settime64
    43, // times
    238, // tkill
    92, // truncate
    193, // truncate64
    NONE, // tuxcall
    191, // ugetrlimit
    NONE, // ulimit
    60, // umask
    NONE, // umount
    52, // umount2
    122, // uname
    10, // unlink
    328, // unlinkat
    337, // unshare
    NONE, // uprobe
    NONE, // uretprobe
    86, // uselib
    388, // userfaultfd
    983043, // usr26
    983044, // usr32
    62, // ustat
    NONE, // utime
    348, // utimensat
    412, // utimensat_time64
    269, // utimes
    190, // vfork
    111, // vhangup
    NONE, // vm86
    NONE, // vm86old
    343, // vmsplice
    313, // vserver
    114, // wait4
    280, // waitid
    NONE, // waitpid
    4, // write
    146, // writev
];

pub(super) static BY_NUMBER: [(u32, u16); 430] = [
    (0, 325), // restart_syscall
    (1, 66), // exit
    (2, 91), // fork
    (3, 306), // read
    (4, 506), // write
    (5, 261), // open
    (6, 44), // close
    (8, 48), // creat
    (9, 190), // link
    (10, 483), // unlink
    (11, 64), // execve
    (12, 27), // chdir
    (14, 218), // mknod
    (15, 28), // chmod
    (16, 187), // lchown
    (19, 201), // lseek
    (20, 136), // getpid
    (21, 226), // mount
    (23, 405), // setuid
    (24, 152), // getuid
    (26, 298), // ptrace
    (29, 267), // pause
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
    (70, 399), // setreuid
    (71, 393), // setregid
    (72, 423), // sigsuspend
    (73, 420), // sigpending
    (74, 388), // sethostname
    (75, 401), // setrlimit
    (77, 146), // getrusage
    (78, 151), // gettimeofday
    (79, 404), // settimeofday
    (80, 129), // getgroups
    (81, 386), // setgroups
    (83, 444), // symlink
    (85, 309), // readlink
    (86, 488), // uselib
    (87, 442), // swapon
    (88, 312), // reboot
    (91, 250), // munmap
    (92, 474), // truncate
    (93, 105), // ftruncate
    (94, 76), // fchmod
    (95, 79), // fchown
    (96, 139), // getpriority
    (97, 392), // setpriority
    (99, 433), // statfs
    (100, 101), // fstatfs
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
    (118, 103), // fsync
    (119, 422), // sigreturn
    (120, 42), // clone
    (121, 379), // setdomainname
    (122, 482), // uname
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
    (217, 122), // getdents64
    (218, 278), // pivot_root
    (219, 215), // mincore
    (220, 208), // madvise
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
    (243, 168), // io_setup
    (244, 164), // io_destroy
    (245, 165), // io_getevents
    (246, 169), // io_submit
    (247, 163), // io_cancel
    (248, 67), // exit_group
    (249, 199), // lookup_dcookie
    (250, 54), // epoll_create
    (251, 56), // epoll_ctl
    (252, 60), // epoll_wait
    (253, 318), // remap_file_pages
    (256, 377), // set_tid_address
    (257, 459), // timer_create
    (258, 464), // timer_settime
    (259, 462), // timer_gettime
    (260, 461), // timer_getoverrun
    (261, 460), // timer_delete
    (262, 40), // clock_settime
    (263, 36), // clock_gettime
    (264, 34), // clock_getres
    (265, 38), // clock_nanosleep
    (266, 434), // statfs64
    (267, 102), // fstatfs64
    (268, 457), // tgkill
    (269, 496), // utimes
    (270, 12), // arm_fadvise64_64
    (271, 268), // pciconfig_iobase
    (272, 269), // pciconfig_read
    (273, 270), // pciconfig_write
    (274, 234), // mq_open
    (275, 239), // mq_unlink
    (276, 237), // mq_timedsend
    (277, 235), // mq_timedreceive
    (278, 233), // mq_notify
    (279, 232), // mq_getsetattr
    (280, 504), // waitid
    (281, 424), // socket
    (282, 17), // bind
    (283, 46), // connect
    (284, 192), // listen
    (285, 3), // accept
    (286, 148), // getsockname
    (287, 133), // getpeername
    (288, 426), // socketpair
    (289, 367), // send
    (290, 372), // sendto
    (291, 313), // recv
    (292, 314), // recvfrom
    (293, 414), // shutdown
    (294, 403), // setsockopt
    (295, 149), // getsockopt
    (296, 371), // sendmsg
    (297, 317), // recvmsg
    (298, 364), // semop
    (299, 363), // semget
    (300, 362), // semctl
    (301, 245), // msgsnd
    (302, 244), // msgrcv
    (303, 243), // msgget
    (304, 242), // msgctl
    (305, 410), // shmat
    (306, 412), // shmdt
    (307, 413), // shmget
    (308, 411), // shmctl
    (309, 7), // add_key
    (310, 324), // request_key
    (311, 182), // keyctl
    (312, 365), // semtimedop
    (313, 502), // vserver
    (314, 177), // ioprio_set
    (315, 176), // ioprio_get
    (316, 160), // inotify_init
    (317, 159), // inotify_add_watch
    (318, 162), // inotify_rm_watch
    (319, 210), // mbind
    (320, 115), // get_mempolicy
    (321, 373), // set_mempolicy
    (322, 265), // openat
    (323, 217), // mkdirat
    (324, 219), // mknodat
    (325, 81), // fchownat
    (326, 113), // futimesat
    (327, 100), // fstatat64
    (328, 484), // unlinkat
    (329, 322), // renameat
    (330, 191), // linkat
    (331, 445), // symlinkat
    (332, 310), // readlinkat
    (333, 77), // fchmodat
    (334, 68), // faccessat
    (335, 296), // pselect6
    (336, 283), // ppoll
    (337, 485), // unshare
    (338, 375), // set_robust_list
    (339, 116), // get_robust_list
    (340, 427), // splice
    (341, 13), // arm_sync_file_range
    (342, 456), // tee
    (343, 501), // vmsplice
    (344, 229), // move_pages
    (345, 119), // getcpu
    (346, 58), // epoll_pwait
    (347, 181), // kexec_load
    (348, 494), // utimensat
    (349, 418), // signalfd
    (350, 467), // timerfd_create
    (351, 62), // eventfd
    (352, 72), // fallocate
    (353, 470), // timerfd_settime
    (354, 468), // timerfd_gettime
    (355, 419), // signalfd4
    (356, 63), // eventfd2
    (357, 55), // epoll_create1
    (358, 53), // dup3
    (359, 277), // pipe2
    (360, 161), // inotify_init1
    (361, 287), // preadv
    (362, 301), // pwritev
    (363, 339), // rt_tgsigqueueinfo
    (364, 271), // perf_event_open
    (365, 315), // recvmmsg
    (366, 4), // accept4
    (367, 73), // fanotify_init
    (368, 74), // fanotify_mark
    (369, 289), // prlimit64
    (370, 251), // name_to_handle_at
    (371, 262), // open_by_handle_at
    (372, 32), // clock_adjtime
    (373, 449), // syncfs
    (374, 370), // sendmmsg
    (375, 390), // setns
    (376, 292), // process_vm_readv
    (377, 293), // process_vm_writev
    (378, 179), // kcmp
    (379, 88), // finit_module
    (380, 355), // sched_setattr
    (381, 349), // sched_getattr
    (382, 323), // renameat2
    (383, 359), // seccomp
    (384, 140), // getrandom
    (385, 212), // memfd_create
    (386, 18), // bpf
    (387, 65), // execveat
    (388, 489), // userfaultfd
    (389, 211), // membarrier
    (390, 221), // mlock2
    (391, 47), // copy_file_range
    (392, 288), // preadv2
    (393, 302), // pwritev2
    (394, 281), // pkey_mprotect
    (395, 279), // pkey_alloc
    (396, 280), // pkey_free
    (397, 436), // statx
    (398, 329), // rseq
    (399, 166), // io_pgetevents
    (400, 214), // migrate_pages
    (401, 180), // kexec_file_load
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
    (983041, 20), // breakpoint
    (983042, 23), // cacheflush
    (983043, 490), // usr26
    (983044, 491), // usr32
    (983045, 378), // set_tls
    (983046, 118), // get_tls
];
