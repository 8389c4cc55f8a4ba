//! Generated from facts/syscalls.tsv by `cargo xtask tables`; edit the facts.

use super::CALLS;
use crate::syscalls::NONE;

pub(super) static NUMBERS: [u32; CALLS] = [
    NONE, // _llseek
    NONE, // _newselect
    149, // _sysctl
    NONE, // accept
    364, // accept4
    33, // access
    51, // acct
    278, // add_key
    124, // adjtimex
    137, // afs_syscall
    27, // alarm
    NONE, // arch_prctl
    NONE, // arm_fadvise64_64
    NONE, // arm_sync_file_range
    NONE, // atomic_barrier
    NONE, // atomic_cmpxchg_32
    134, // bdflush
    361, // bind
    351, // bpf
    NONE, // break
    NONE, // breakpoint
    45, // brk
    NONE, // cachectl
    NONE, // cacheflush
    451, // cachestat
    184, // capget
    185, // capset
    12, // chdir
    15, // chmod
    212, // chown
    NONE, // chown32
    61, // chroot
    337, // clock_adjtime
    NONE, // clock_adjtime64
    261, // clock_getres
    NONE, // clock_getres_time64
    260, // clock_gettime
    NONE, // clock_gettime64
    262, // clock_nanosleep
    NONE, // clock_nanosleep_time64
    259, // clock_settime
    NONE, // clock_settime64
    120, // clone
    435, // clone3
    6, // close
    436, // close_range
    362, // connect
    375, // copy_file_range
    8, // creat
    127, // create_module
    129, // delete_module
    41, // dup
    63, // dup2
    326, // dup3
    249, // epoll_create
    327, // epoll_create1
    250, // epoll_ctl
    NONE, // epoll_ctl_old
    312, // epoll_pwait
    441, // epoll_pwait2
    251, // epoll_wait
    NONE, // epoll_wait_old
    318, // eventfd
    323, // eventfd2
    11, // execve
    354, // execveat
    1, // exit
    248, // exit_group
    300, // faccessat
    439, // faccessat2
    253, // fadvise64
    NONE, // fadvise64_64
    314, // fallocate
    332, // fanotify_init
    333, // fanotify_mark
    133, // fchdir
    94, // fchmod
    299, // fchmodat
    452, // fchmodat2
    207, // fchown
    NONE, // fchown32
    291, // fchownat
    55, // fcntl
    NONE, // fcntl64
    148, // fdatasync
    229, // fgetxattr
    468, // file_getattr
    469, // file_setattr
    344, // finit_module
    232, // flistxattr
    143, // flock
    2, // fork
    235, // fremovexattr
    431, // fsconfig
    226, // fsetxattr
    432, // fsmount
    430, // fsopen
    433, // fspick
    108, // fstat
    NONE, // fstat64
    NONE, // fstatat64
    100, // fstatfs
    266, // fstatfs64
    118, // fsync
    NONE, // ftime
    93, // ftruncate
    NONE, // ftruncate64
    238, // futex
    456, // futex_requeue
    NONE, // futex_time64
    455, // futex_wait
    449, // futex_waitv
    454, // futex_wake
    292, // futimesat
    130, // get_kernel_syms
    269, // get_mempolicy
    305, // get_robust_list
    NONE, // get_thread_area
    NONE, // get_tls
    311, // getcpu
    183, // getcwd
    141, // getdents
    220, // getdents64
    202, // getegid
    NONE, // getegid32
    201, // geteuid
    NONE, // geteuid32
    200, // getgid
    NONE, // getgid32
    205, // getgroups
    NONE, // getgroups32
    105, // getitimer
    NONE, // getpagesize
    368, // getpeername
    132, // getpgid
    65, // getpgrp
    20, // getpid
    188, // getpmsg
    64, // getppid
    96, // getpriority
    349, // getrandom
    211, // getresgid
    NONE, // getresgid32
    209, // getresuid
    NONE, // getresuid32
    191, // getrlimit
    77, // getrusage
    147, // getsid
    367, // getsockname
    365, // getsockopt
    236, // gettid
    78, // gettimeofday
    199, // getuid
    NONE, // getuid32
    227, // getxattr
    464, // getxattrat
    NONE, // gtty
    112, // idle
    128, // init_module
    285, // inotify_add_watch
    284, // inotify_init
    324, // inotify_init1
    286, // inotify_rm_watch
    247, // io_cancel
    244, // io_destroy
    245, // io_getevents
    382, // io_pgetevents
    NONE, // io_pgetevents_time64
    243, // io_setup
    246, // io_submit
    426, // io_uring_enter
    427, // io_uring_register
    425, // io_uring_setup
    54, // ioctl
    NONE, // ioperm
    NONE, // iopl
    283, // ioprio_get
    282, // ioprio_set
    117, // ipc
    343, // kcmp
    381, // kexec_file_load
    277, // kexec_load
    280, // keyctl
    37, // kill
    445, // landlock_add_rule
    444, // landlock_create_ruleset
    446, // landlock_restrict_self
    198, // lchown
    NONE, // lchown32
    228, // lgetxattr
    9, // link
    296, // linkat
    363, // listen
    458, // listmount
    470, // listns
    230, // listxattr
    465, // listxattrat
    231, // llistxattr
    NONE, // lock
    110, // lookup_dcookie
    234, // lremovexattr
    19, // lseek
    225, // lsetxattr
    459, // lsm_get_self_attr
    461, // lsm_list_modules
    460, // lsm_set_self_attr
    107, // lstat
    NONE, // lstat64
    219, // madvise
    453, // map_shadow_stack
    268, // mbind
    356, // membarrier
    350, // memfd_create
    447, // memfd_secret
    287, // migrate_pages
    218, // mincore
    39, // mkdir
    289, // mkdirat
    14, // mknod
    290, // mknodat
    150, // mlock
    374, // mlock2
    152, // mlockall
    90, // mmap
    NONE, // mmap2
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
    NONE, // mq_timedreceive_time64
    273, // mq_timedsend
    NONE, // mq_timedsend_time64
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
    335, // name_to_handle_at
    162, // nanosleep
    293, // newfstatat
    169, // nfsservctl
    34, // nice
    NONE, // oldfstat
    NONE, // oldlstat
    NONE, // oldolduname
    NONE, // oldstat
    NONE, // olduname
    5, // open
    336, // open_by_handle_at
    428, // open_tree
    467, // open_tree_attr
    288, // openat
    437, // openat2
    29, // pause
    NONE, // pciconfig_iobase
    NONE, // pciconfig_read
    NONE, // pciconfig_write
    331, // perf_event_open
    136, // personality
    438, // pidfd_getfd
    434, // pidfd_open
    424, // pidfd_send_signal
    42, // pipe
    325, // pipe2
    217, // pivot_root
    385, // pkey_alloc
    386, // pkey_free
    384, // pkey_mprotect
    168, // poll
    302, // ppoll
    NONE, // ppoll_time64
    172, // prctl
    180, // pread64
    328, // preadv
    376, // preadv2
    334, // prlimit64
    440, // process_madvise
    448, // process_mrelease
    340, // process_vm_readv
    341, // process_vm_writev
    NONE, // prof
    NONE, // profil
    301, // pselect6
    NONE, // pselect6_time64
    26, // ptrace
    189, // putpmsg
    181, // pwrite64
    329, // pwritev
    377, // pwritev2
    167, // query_module
    131, // quotactl
    443, // quotactl_fd
    3, // read
    222, // readahead
    89, // readdir
    85, // readlink
    298, // readlinkat
    145, // readv
    88, // reboot
    NONE, // recv
    371, // recvfrom
    357, // recvmmsg
    NONE, // recvmmsg_time64
    372, // recvmsg
    267, // remap_file_pages
    233, // removexattr
    466, // removexattrat
    38, // rename
    295, // renameat
    347, // renameat2
    279, // request_key
    7, // restart_syscall
    NONE, // riscv_flush_icache
    NONE, // riscv_hwprobe
    40, // rmdir
    383, // rseq
    471, // rseq_slice_yield
    174, // rt_sigaction
    176, // rt_sigpending
    175, // rt_sigprocmask
    178, // rt_sigqueueinfo
    173, // rt_sigreturn
    179, // rt_sigsuspend
    177, // rt_sigtimedwait
    NONE, // rt_sigtimedwait_time64
    330, // rt_tgsigqueueinfo
    NONE, // rtas
    378, // s390_guarded_storage
    353, // s390_pci_mmio_read
    352, // s390_pci_mmio_write
    342, // s390_runtime_instr
    380, // s390_sthyi
    159, // sched_get_priority_max
    160, // sched_get_priority_min
    240, // sched_getaffinity
    346, // sched_getattr
    155, // sched_getparam
    157, // sched_getscheduler
    161, // sched_rr_get_interval
    NONE, // sched_rr_get_interval_time64
    239, // sched_setaffinity
    345, // sched_setattr
    154, // sched_setparam
    156, // sched_setscheduler
    158, // sched_yield
    348, // seccomp
    NONE, // security
    142, // select
    394, // semctl
    393, // semget
    NONE, // semop
    392, // semtimedop
    NONE, // semtimedop_time64
    NONE, // send
    187, // sendfile
    NONE, // sendfile64
    358, // sendmmsg
    370, // sendmsg
    369, // sendto
    270, // set_mempolicy
    450, // set_mempolicy_home_node
    304, // set_robust_list
    NONE, // set_thread_area
    252, // set_tid_address
    NONE, // set_tls
    121, // setdomainname
    216, // setfsgid
    NONE, // setfsgid32
    215, // setfsuid
    NONE, // setfsuid32
    214, // setgid
    NONE, // setgid32
    206, // setgroups
    NONE, // setgroups32
    74, // sethostname
    104, // setitimer
    339, // setns
    57, // setpgid
    97, // setpriority
    204, // setregid
    NONE, // setregid32
    210, // setresgid
    NONE, // setresgid32
    208, // setresuid
    NONE, // setresuid32
    203, // setreuid
    NONE, // setreuid32
    75, // setrlimit
    66, // setsid
    366, // setsockopt
    79, // settimeofday
    213, // setuid
    NONE, // setuid32
    224, // setxattr
    463, // setxattrat
    NONE, // sgetmask
    397, // shmat
    396, // shmctl
    398, // shmdt
    395, // shmget
    373, // shutdown
    67, // sigaction
    186, // sigaltstack
    48, // signal
    316, // signalfd
    322, // signalfd4
    73, // sigpending
    126, // sigprocmask
    119, // sigreturn
    72, // sigsuspend
    359, // socket
    102, // socketcall
    360, // socketpair
    306, // splice
    NONE, // spu_create
    NONE, // spu_run
    NONE, // ssetmask
    106, // stat
    NONE, // stat64
    99, // statfs
    265, // statfs64
    457, // statmount
    379, // statx
    NONE, // stime
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
    338, // syncfs
    NONE, // sys_debug_setcontext
    NONE, // syscall
    135, // sysfs
    116, // sysinfo
    103, // syslog
    NONE, // sysmips
    308, // tee
    241, // tgkill
    NONE, // time
    254, // timer_create
    258, // timer_delete
    257, // timer_getoverrun
    256, // timer_gettime
    NONE, // timer_gettime64
    255, // timer_settime
    NONE, // timer_settime64
    317, // timerfd
    319, // timerfd_create
    321, // timerfd_gettime
    NONE, // timerfd_gettime64
    320, // timerfd_settime
    NONE, // timerfd_settime64
    43, // times
    237, // tkill
    92, // truncate
    NONE, // truncate64
    NONE, // tuxcall
    NONE, // ugetrlimit
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
    355, // userfaultfd
    NONE, // usr26
    NONE, // usr32
    62, // ustat
    30, // utime
    315, // utimensat
    NONE, // utimensat_time64
    313, // utimes
    190, // vfork
    111, // vhangup
    NONE, // vm86
    NONE, // vm86old
    309, // vmsplice
    NONE, // vserver
    114, // wait4
    281, // waitid
    NONE, // waitpid
    4, // write
    146, // writev
];

pub(super) static BY_NUMBER: [(u32, u16); 390] = [
    (1, 66), // exit
    (2, 91), // fork
    (3, 306), // read
    (4, 506), // write
    (5, 261), // open
    (6, 44), // close
    (7, 325), // restart_syscall
    (8, 48), // creat
    (9, 190), // link
    (10, 483), // unlink
    (11, 64), // execve
    (12, 27), // chdir
    (14, 218), // mknod
    (15, 28), // chmod
    (19, 201), // lseek
    (20, 136), // getpid
    (21, 226), // mount
    (22, 480), // umount
    (26, 298), // ptrace
    (27, 10), // alarm
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
    (48, 417), // signal
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
    (72, 423), // sigsuspend
    (73, 420), // sigpending
    (74, 388), // sethostname
    (75, 401), // setrlimit
    (77, 146), // getrusage
    (78, 151), // gettimeofday
    (79, 404), // settimeofday
    (83, 444), // symlink
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
    (110, 199), // lookup_dcookie
    (111, 498), // vhangup
    (112, 157), // idle
    (114, 503), // wait4
    (115, 441), // swapoff
    (116, 453), // sysinfo
    (117, 178), // ipc
    (118, 103), // fsync
    (119, 422), // sigreturn
    (120, 42), // clone
    (121, 379), // setdomainname
    (122, 482), // uname
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
    (141, 121), // getdents
    (142, 361), // select
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
    (167, 303), // query_module
    (168, 282), // poll
    (169, 254), // nfsservctl
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
    (183, 120), // getcwd
    (184, 25), // capget
    (185, 26), // capset
    (186, 416), // sigaltstack
    (187, 368), // sendfile
    (188, 137), // getpmsg
    (189, 299), // putpmsg
    (190, 497), // vfork
    (191, 145), // getrlimit
    (198, 187), // lchown
    (199, 152), // getuid
    (200, 127), // getgid
    (201, 125), // geteuid
    (202, 123), // getegid
    (203, 399), // setreuid
    (204, 393), // setregid
    (205, 129), // getgroups
    (206, 386), // setgroups
    (207, 79), // fchown
    (208, 397), // setresuid
    (209, 143), // getresuid
    (210, 395), // setresgid
    (211, 141), // getresgid
    (212, 29), // chown
    (213, 405), // setuid
    (214, 384), // setgid
    (215, 382), // setfsuid
    (216, 380), // setfsgid
    (217, 278), // pivot_root
    (218, 215), // mincore
    (219, 208), // madvise
    (220, 122), // getdents64
    (222, 307), // readahead
    (224, 407), // setxattr
    (225, 202), // lsetxattr
    (226, 94), // fsetxattr
    (227, 154), // getxattr
    (228, 189), // lgetxattr
    (229, 85), // fgetxattr
    (230, 195), // listxattr
    (231, 197), // llistxattr
    (232, 89), // flistxattr
    (233, 319), // removexattr
    (234, 200), // lremovexattr
    (235, 92), // fremovexattr
    (236, 150), // gettid
    (237, 473), // tkill
    (238, 107), // futex
    (239, 354), // sched_setaffinity
    (240, 348), // sched_getaffinity
    (241, 457), // tgkill
    (243, 168), // io_setup
    (244, 164), // io_destroy
    (245, 165), // io_getevents
    (246, 169), // io_submit
    (247, 163), // io_cancel
    (248, 67), // exit_group
    (249, 54), // epoll_create
    (250, 56), // epoll_ctl
    (251, 60), // epoll_wait
    (252, 377), // set_tid_address
    (253, 70), // fadvise64
    (254, 459), // timer_create
    (255, 464), // timer_settime
    (256, 462), // timer_gettime
    (257, 461), // timer_getoverrun
    (258, 460), // timer_delete
    (259, 40), // clock_settime
    (260, 36), // clock_gettime
    (261, 34), // clock_getres
    (262, 38), // clock_nanosleep
    (265, 434), // statfs64
    (266, 102), // fstatfs64
    (267, 318), // remap_file_pages
    (268, 210), // mbind
    (269, 115), // get_mempolicy
    (270, 373), // set_mempolicy
    (271, 234), // mq_open
    (272, 239), // mq_unlink
    (273, 237), // mq_timedsend
    (274, 235), // mq_timedreceive
    (275, 233), // mq_notify
    (276, 232), // mq_getsetattr
    (277, 181), // kexec_load
    (278, 7), // add_key
    (279, 324), // request_key
    (280, 182), // keyctl
    (281, 504), // waitid
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
    (293, 253), // newfstatat
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
    (311, 119), // getcpu
    (312, 58), // epoll_pwait
    (313, 496), // utimes
    (314, 72), // fallocate
    (315, 494), // utimensat
    (316, 418), // signalfd
    (317, 466), // timerfd
    (318, 62), // eventfd
    (319, 467), // timerfd_create
    (320, 470), // timerfd_settime
    (321, 468), // timerfd_gettime
    (322, 419), // signalfd4
    (323, 63), // eventfd2
    (324, 161), // inotify_init1
    (325, 277), // pipe2
    (326, 53), // dup3
    (327, 55), // epoll_create1
    (328, 287), // preadv
    (329, 301), // pwritev
    (330, 339), // rt_tgsigqueueinfo
    (331, 271), // perf_event_open
    (332, 73), // fanotify_init
    (333, 74), // fanotify_mark
    (334, 289), // prlimit64
    (335, 251), // name_to_handle_at
    (336, 262), // open_by_handle_at
    (337, 32), // clock_adjtime
    (338, 449), // syncfs
    (339, 390), // setns
    (340, 292), // process_vm_readv
    (341, 293), // process_vm_writev
    (342, 344), // s390_runtime_instr
    (343, 179), // kcmp
    (344, 88), // finit_module
    (345, 355), // sched_setattr
    (346, 349), // sched_getattr
    (347, 323), // renameat2
    (348, 359), // seccomp
    (349, 140), // getrandom
    (350, 212), // memfd_create
    (351, 18), // bpf
    (352, 343), // s390_pci_mmio_write
    (353, 342), // s390_pci_mmio_read
    (354, 65), // execveat
    (355, 489), // userfaultfd
    (356, 211), // membarrier
    (357, 315), // recvmmsg
    (358, 370), // sendmmsg
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
    (374, 221), // mlock2
    (375, 47), // copy_file_range
    (376, 288), // preadv2
    (377, 302), // pwritev2
    (378, 341), // s390_guarded_storage
    (379, 436), // statx
    (380, 345), // s390_sthyi
    (381, 180), // kexec_file_load
    (382, 166), // io_pgetevents
    (383, 329), // rseq
    (384, 281), // pkey_mprotect
    (385, 279), // pkey_alloc
    (386, 280), // pkey_free
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
