//! Generated from facts/signatures.tsv by `cargo xtask tables`; edit the facts.

use super::syscalls::CALLS;
use crate::Abi;
use crate::arch::Abis;
use crate::signature::{ArgKind, ArgRow, Differing};

pub(crate) static USUAL: [(u16, u8); CALLS] = [
    (0, 5), // _llseek
    (5, 5), // _newselect
    (10, 1), // _sysctl
    (11, 3), // accept
    (14, 4), // accept4
    (18, 2), // access
    (20, 1), // acct
    (21, 5), // add_key
    (26, 1), // adjtimex
    (27, 0), // afs_syscall
    (27, 1), // alarm
    (28, 2), // arch_prctl
    (30, 4), // arm_fadvise64_64
    (40, 4), // arm_sync_file_range
    (50, 0), // atomic_barrier
    (50, 6), // atomic_cmpxchg_32
    (56, 2), // bdflush
    (58, 3), // bind
    (61, 3), // bpf
    (64, 0), // break
    (64, 0), // breakpoint
    (64, 1), // brk
    (65, 3), // cachectl
    (68, 3), // cacheflush
    (81, 4), // cachestat
    (85, 2), // capget
    (87, 2), // capset
    (89, 1), // chdir
    (90, 2), // chmod
    (92, 3), // chown
    (95, 3), // chown32
    (98, 1), // chroot
    (99, 2), // clock_adjtime
    (101, 2), // clock_adjtime64
    (103, 2), // clock_getres
    (105, 2), // clock_getres_time64
    (107, 2), // clock_gettime
    (109, 2), // clock_gettime64
    (111, 4), // clock_nanosleep
    (115, 4), // clock_nanosleep_time64
    (119, 2), // clock_settime
    (121, 2), // clock_settime64
    (123, 5), // clone
    (138, 2), // clone3
    (140, 1), // close
    (141, 3), // close_range
    (144, 3), // connect
    (147, 6), // copy_file_range
    (153, 2), // creat
    (155, 2), // create_module
    (157, 2), // delete_module
    (159, 1), // dup
    (160, 2), // dup2
    (162, 3), // dup3
    (165, 1), // epoll_create
    (166, 1), // epoll_create1
    (167, 4), // epoll_ctl
    (171, 0), // epoll_ctl_old
    (171, 6), // epoll_pwait
    (177, 6), // epoll_pwait2
    (183, 4), // epoll_wait
    (187, 0), // epoll_wait_old
    (187, 1), // eventfd
    (188, 2), // eventfd2
    (190, 3), // execve
    (193, 5), // execveat
    (198, 1), // exit
    (199, 1), // exit_group
    (200, 3), // faccessat
    (203, 4), // faccessat2
    (207, 4), // fadvise64
    (239, 4), // fadvise64_64
    (262, 4), // fallocate
    (278, 2), // fanotify_init
    (280, 5), // fanotify_mark
    (297, 1), // fchdir
    (298, 2), // fchmod
    (300, 3), // fchmodat
    (303, 4), // fchmodat2
    (307, 3), // fchown
    (310, 3), // fchown32
    (313, 5), // fchownat
    (318, 3), // fcntl
    (321, 3), // fcntl64
    (324, 1), // fdatasync
    (325, 4), // fgetxattr
    (329, 5), // file_getattr
    (334, 5), // file_setattr
    (339, 3), // finit_module
    (342, 3), // flistxattr
    (345, 2), // flock
    (347, 0), // fork
    (347, 2), // fremovexattr
    (349, 5), // fsconfig
    (354, 5), // fsetxattr
    (359, 3), // fsmount
    (362, 2), // fsopen
    (364, 3), // fspick
    (367, 2), // fstat
    (369, 2), // fstat64
    (371, 4), // fstatat64
    (375, 2), // fstatfs
    (377, 3), // fstatfs64
    (380, 1), // fsync
    (381, 0), // ftime
    (381, 2), // ftruncate
    (383, 2), // ftruncate64
    (399, 6), // futex
    (405, 4), // futex_requeue
    (409, 6), // futex_time64
    (415, 6), // futex_wait
    (421, 5), // futex_waitv
    (426, 4), // futex_wake
    (430, 3), // futimesat
    (433, 1), // get_kernel_syms
    (434, 5), // get_mempolicy
    (439, 3), // get_robust_list
    (442, 1), // get_thread_area
    (443, 0), // get_tls
    (443, 3), // getcpu
    (446, 2), // getcwd
    (448, 3), // getdents
    (451, 3), // getdents64
    (454, 0), // getegid
    (454, 0), // getegid32
    (454, 0), // geteuid
    (454, 0), // geteuid32
    (454, 0), // getgid
    (454, 0), // getgid32
    (454, 2), // getgroups
    (456, 2), // getgroups32
    (458, 2), // getitimer
    (460, 0), // getpagesize
    (460, 3), // getpeername
    (463, 1), // getpgid
    (464, 0), // getpgrp
    (464, 0), // getpid
    (464, 0), // getpmsg
    (464, 0), // getppid
    (464, 2), // getpriority
    (466, 3), // getrandom
    (469, 3), // getresgid
    (472, 3), // getresgid32
    (475, 3), // getresuid
    (478, 3), // getresuid32
    (481, 2), // getrlimit
    (483, 2), // getrusage
    (485, 1), // getsid
    (486, 3), // getsockname
    (489, 5), // getsockopt
    (494, 0), // gettid
    (494, 2), // gettimeofday
    (496, 0), // getuid
    (496, 0), // getuid32
    (496, 4), // getxattr
    (500, 6), // getxattrat
    (506, 0), // gtty
    (506, 0), // idle
    (506, 3), // init_module
    (509, 3), // inotify_add_watch
    (512, 0), // inotify_init
    (512, 1), // inotify_init1
    (513, 2), // inotify_rm_watch
    (515, 3), // io_cancel
    (518, 1), // io_destroy
    (519, 5), // io_getevents
    (524, 6), // io_pgetevents
    (530, 6), // io_pgetevents_time64
    (536, 2), // io_setup
    (538, 3), // io_submit
    (541, 6), // io_uring_enter
    (547, 4), // io_uring_register
    (551, 2), // io_uring_setup
    (553, 3), // ioctl
    (556, 3), // ioperm
    (559, 1), // iopl
    (560, 2), // ioprio_get
    (562, 3), // ioprio_set
    (565, 6), // ipc
    (571, 5), // kcmp
    (576, 5), // kexec_file_load
    (581, 4), // kexec_load
    (585, 5), // keyctl
    (590, 2), // kill
    (592, 4), // landlock_add_rule
    (596, 3), // landlock_create_ruleset
    (599, 2), // landlock_restrict_self
    (601, 3), // lchown
    (604, 3), // lchown32
    (607, 4), // lgetxattr
    (611, 2), // link
    (613, 5), // linkat
    (618, 2), // listen
    (620, 4), // listmount
    (624, 4), // listns
    (628, 3), // listxattr
    (631, 5), // listxattrat
    (636, 3), // llistxattr
    (639, 0), // lock
    (639, 3), // lookup_dcookie
    (650, 2), // lremovexattr
    (652, 3), // lseek
    (655, 5), // lsetxattr
    (660, 4), // lsm_get_self_attr
    (664, 3), // lsm_list_modules
    (667, 4), // lsm_set_self_attr
    (671, 2), // lstat
    (673, 2), // lstat64
    (675, 3), // madvise
    (678, 3), // map_shadow_stack
    (681, 6), // mbind
    (687, 3), // membarrier
    (690, 2), // memfd_create
    (692, 1), // memfd_secret
    (693, 4), // migrate_pages
    (697, 3), // mincore
    (700, 2), // mkdir
    (702, 3), // mkdirat
    (705, 3), // mknod
    (708, 4), // mknodat
    (712, 2), // mlock
    (714, 3), // mlock2
    (717, 1), // mlockall
    (718, 6), // mmap
    (725, 6), // mmap2
    (731, 3), // modify_ldt
    (734, 5), // mount
    (739, 5), // mount_setattr
    (744, 5), // move_mount
    (749, 6), // move_pages
    (755, 3), // mprotect
    (758, 0), // mpx
    (758, 3), // mq_getsetattr
    (761, 2), // mq_notify
    (763, 4), // mq_open
    (767, 5), // mq_timedreceive
    (772, 5), // mq_timedreceive_time64
    (777, 5), // mq_timedsend
    (782, 5), // mq_timedsend_time64
    (787, 1), // mq_unlink
    (788, 5), // mremap
    (793, 3), // mseal
    (796, 3), // msgctl
    (799, 2), // msgget
    (801, 5), // msgrcv
    (806, 4), // msgsnd
    (810, 3), // msync
    (813, 0), // multiplexer
    (813, 2), // munlock
    (815, 0), // munlockall
    (815, 2), // munmap
    (817, 5), // name_to_handle_at
    (822, 2), // nanosleep
    (824, 4), // newfstatat
    (828, 3), // nfsservctl
    (831, 1), // nice
    (832, 2), // oldfstat
    (834, 2), // oldlstat
    (836, 1), // oldolduname
    (837, 2), // oldstat
    (839, 1), // olduname
    (840, 3), // open
    (843, 3), // open_by_handle_at
    (846, 3), // open_tree
    (849, 5), // open_tree_attr
    (854, 4), // openat
    (858, 4), // openat2
    (862, 0), // pause
    (862, 3), // pciconfig_iobase
    (865, 5), // pciconfig_read
    (870, 5), // pciconfig_write
    (875, 5), // perf_event_open
    (880, 1), // personality
    (881, 3), // pidfd_getfd
    (884, 2), // pidfd_open
    (886, 4), // pidfd_send_signal
    (890, 1), // pipe
    (891, 2), // pipe2
    (893, 2), // pivot_root
    (895, 2), // pkey_alloc
    (897, 1), // pkey_free
    (898, 4), // pkey_mprotect
    (902, 3), // poll
    (905, 5), // ppoll
    (910, 5), // ppoll_time64
    (915, 5), // prctl
    (920, 4), // pread64
    (946, 5), // preadv
    (951, 6), // preadv2
    (957, 4), // prlimit64
    (961, 5), // process_madvise
    (966, 2), // process_mrelease
    (968, 6), // process_vm_readv
    (974, 6), // process_vm_writev
    (980, 0), // prof
    (980, 0), // profil
    (980, 6), // pselect6
    (986, 6), // pselect6_time64
    (992, 4), // ptrace
    (996, 0), // putpmsg
    (996, 4), // pwrite64
    (1022, 5), // pwritev
    (1027, 6), // pwritev2
    (1033, 5), // query_module
    (1038, 4), // quotactl
    (1042, 4), // quotactl_fd
    (1046, 3), // read
    (1049, 3), // readahead
    (1070, 3), // readdir
    (1073, 3), // readlink
    (1076, 4), // readlinkat
    (1080, 3), // readv
    (1083, 4), // reboot
    (1087, 4), // recv
    (1091, 6), // recvfrom
    (1097, 5), // recvmmsg
    (1102, 5), // recvmmsg_time64
    (1107, 3), // recvmsg
    (1110, 5), // remap_file_pages
    (1115, 2), // removexattr
    (1117, 4), // removexattrat
    (1121, 2), // rename
    (1123, 4), // renameat
    (1127, 5), // renameat2
    (1132, 4), // request_key
    (1136, 0), // restart_syscall
    (1136, 3), // riscv_flush_icache
    (1139, 5), // riscv_hwprobe
    (1144, 1), // rmdir
    (1145, 4), // rseq
    (1149, 0), // rseq_slice_yield
    (1149, 4), // rt_sigaction
    (1153, 2), // rt_sigpending
    (1155, 4), // rt_sigprocmask
    (1159, 3), // rt_sigqueueinfo
    (1162, 0), // rt_sigreturn
    (1162, 2), // rt_sigsuspend
    (1164, 4), // rt_sigtimedwait
    (1168, 4), // rt_sigtimedwait_time64
    (1172, 4), // rt_tgsigqueueinfo
    (1176, 1), // rtas
    (1177, 2), // s390_guarded_storage
    (1179, 3), // s390_pci_mmio_read
    (1182, 3), // s390_pci_mmio_write
    (1185, 2), // s390_runtime_instr
    (1187, 4), // s390_sthyi
    (1191, 1), // sched_get_priority_max
    (1192, 1), // sched_get_priority_min
    (1193, 3), // sched_getaffinity
    (1196, 4), // sched_getattr
    (1200, 2), // sched_getparam
    (1202, 1), // sched_getscheduler
    (1203, 2), // sched_rr_get_interval
    (1205, 2), // sched_rr_get_interval_time64
    (1207, 3), // sched_setaffinity
    (1210, 3), // sched_setattr
    (1213, 2), // sched_setparam
    (1215, 3), // sched_setscheduler
    (1218, 0), // sched_yield
    (1218, 3), // seccomp
    (1221, 0), // security
    (1221, 5), // select
    (1227, 4), // semctl
    (1231, 3), // semget
    (1234, 3), // semop
    (1237, 4), // semtimedop
    (1241, 4), // semtimedop_time64
    (1245, 4), // send
    (1249, 4), // sendfile
    (1253, 4), // sendfile64
    (1257, 4), // sendmmsg
    (1261, 3), // sendmsg
    (1264, 6), // sendto
    (1270, 3), // set_mempolicy
    (1273, 4), // set_mempolicy_home_node
    (1277, 2), // set_robust_list
    (1279, 1), // set_thread_area
    (1281, 1), // set_tid_address
    (1282, 1), // set_tls
    (1283, 2), // setdomainname
    (1285, 1), // setfsgid
    (1286, 1), // setfsgid32
    (1287, 1), // setfsuid
    (1288, 1), // setfsuid32
    (1289, 1), // setgid
    (1290, 1), // setgid32
    (1291, 2), // setgroups
    (1293, 2), // setgroups32
    (1295, 2), // sethostname
    (1297, 3), // setitimer
    (1300, 2), // setns
    (1302, 2), // setpgid
    (1304, 3), // setpriority
    (1307, 2), // setregid
    (1309, 2), // setregid32
    (1311, 3), // setresgid
    (1314, 3), // setresgid32
    (1317, 3), // setresuid
    (1320, 3), // setresuid32
    (1323, 2), // setreuid
    (1325, 2), // setreuid32
    (1327, 2), // setrlimit
    (1329, 0), // setsid
    (1329, 5), // setsockopt
    (1334, 2), // settimeofday
    (1336, 1), // setuid
    (1337, 1), // setuid32
    (1338, 5), // setxattr
    (1343, 6), // setxattrat
    (1349, 0), // sgetmask
    (1349, 3), // shmat
    (1352, 3), // shmctl
    (1355, 1), // shmdt
    (1356, 3), // shmget
    (1359, 2), // shutdown
    (1361, 3), // sigaction
    (1364, 2), // sigaltstack
    (1366, 2), // signal
    (1368, 3), // signalfd
    (1371, 4), // signalfd4
    (1375, 1), // sigpending
    (1376, 3), // sigprocmask
    (1379, 0), // sigreturn
    (1379, 1), // sigsuspend
    (1384, 3), // socket
    (1387, 2), // socketcall
    (1389, 4), // socketpair
    (1393, 6), // splice
    (1399, 4), // spu_create
    (1403, 3), // spu_run
    (1406, 1), // ssetmask
    (1407, 2), // stat
    (1409, 2), // stat64
    (1411, 2), // statfs
    (1413, 3), // statfs64
    (1416, 4), // statmount
    (1420, 5), // statx
    (1425, 1), // stime
    (1426, 0), // stty
    (1426, 3), // subpage_prot
    (1429, 3), // swapcontext
    (1432, 1), // swapoff
    (1433, 2), // swapon
    (1435, 0), // switch_endian
    (1435, 2), // symlink
    (1437, 3), // symlinkat
    (1440, 0), // sync
    (1440, 4), // sync_file_range
    (1468, 4), // sync_file_range2
    (1484, 1), // syncfs
    (1485, 3), // sys_debug_setcontext
    (1488, 6), // syscall
    (1494, 3), // sysfs
    (1497, 1), // sysinfo
    (1498, 3), // syslog
    (1501, 3), // sysmips
    (1504, 4), // tee
    (1508, 3), // tgkill
    (1511, 1), // time
    (1512, 3), // timer_create
    (1515, 1), // timer_delete
    (1516, 1), // timer_getoverrun
    (1517, 2), // timer_gettime
    (1519, 2), // timer_gettime64
    (1521, 4), // timer_settime
    (1525, 4), // timer_settime64
    (1529, 0), // timerfd
    (1529, 2), // timerfd_create
    (1531, 2), // timerfd_gettime
    (1533, 2), // timerfd_gettime64
    (1535, 4), // timerfd_settime
    (1539, 4), // timerfd_settime64
    (1543, 1), // times
    (1544, 2), // tkill
    (1546, 2), // truncate
    (1548, 2), // truncate64
    (1564, 0), // tuxcall
    (1564, 2), // ugetrlimit
    (1566, 0), // ulimit
    (1566, 1), // umask
    (1567, 1), // umount
    (1568, 2), // umount2
    (1570, 1), // uname
    (1571, 1), // unlink
    (1572, 3), // unlinkat
    (1575, 1), // unshare
    (1576, 0), // uprobe
    (1576, 0), // uretprobe
    (1576, 1), // uselib
    (1577, 1), // userfaultfd
    (1578, 0), // usr26
    (1578, 0), // usr32
    (1578, 2), // ustat
    (1580, 2), // utime
    (1582, 4), // utimensat
    (1586, 4), // utimensat_time64
    (1590, 2), // utimes
    (1592, 0), // vfork
    (1592, 0), // vhangup
    (1592, 2), // vm86
    (1594, 1), // vm86old
    (1595, 4), // vmsplice
    (1599, 0), // vserver
    (1599, 4), // wait4
    (1603, 5), // waitid
    (1608, 3), // waitpid
    (1611, 3), // write
    (1614, 3), // writev
];

pub(crate) static DIFFERING: [Differing; 53] = [
    Differing { call: 12, abis: Abis::of(&[Abi::Arm]), args: (34, 6) }, // arm_fadvise64_64
    Differing { call: 13, abis: Abis::of(&[Abi::Arm]), args: (44, 6) }, // arm_sync_file_range
    Differing { call: 23, abis: Abis::of(&[Abi::M68k]), args: (71, 4) }, // cacheflush
    Differing { call: 23, abis: Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), args: (75, 3) }, // cacheflush
    Differing { call: 23, abis: Abis::of(&[Abi::Sh]), args: (78, 3) }, // cacheflush
    Differing { call: 42, abis: Abis::of(&[Abi::I386, Abi::Aarch64, Abi::Arm, Abi::Riscv64, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), args: (128, 5) }, // clone
    Differing { call: 42, abis: Abis::of(&[Abi::S390x, Abi::S390]), args: (133, 5) }, // clone
    Differing { call: 70, abis: Abis::of(&[Abi::I386, Abi::Sh]), args: (211, 5) }, // fadvise64
    Differing { call: 70, abis: Abis::of(&[Abi::Mips]), args: (216, 6) }, // fadvise64
    Differing { call: 70, abis: Abis::of(&[Abi::Mipsel]), args: (222, 6) }, // fadvise64
    Differing { call: 70, abis: Abis::of(&[Abi::Ppc]), args: (228, 6) }, // fadvise64
    Differing { call: 70, abis: Abis::of(&[Abi::S390, Abi::M68k]), args: (234, 5) }, // fadvise64
    Differing { call: 71, abis: Abis::of(&[Abi::I386, Abi::Sh]), args: (243, 6) }, // fadvise64_64
    Differing { call: 71, abis: Abis::of(&[Abi::M68k, Abi::Parisc]), args: (249, 6) }, // fadvise64_64
    Differing { call: 71, abis: Abis::of(&[Abi::Ppc]), args: (255, 6) }, // fadvise64_64
    Differing { call: 71, abis: Abis::of(&[Abi::S390]), args: (261, 1) }, // fadvise64_64
    Differing { call: 72, abis: Abis::of(&[Abi::I386, Abi::Arm, Abi::Mipsel, Abi::Sh]), args: (266, 6) }, // fallocate
    Differing { call: 72, abis: Abis::of(&[Abi::S390, Abi::Ppc, Abi::Mips, Abi::M68k, Abi::Parisc]), args: (272, 6) }, // fallocate
    Differing { call: 74, abis: Abis::of(&[Abi::I386, Abi::Arm, Abi::Mipsel, Abi::Sh]), args: (285, 6) }, // fanotify_mark
    Differing { call: 74, abis: Abis::of(&[Abi::S390, Abi::Ppc, Abi::Mips, Abi::M68k, Abi::Parisc]), args: (291, 6) }, // fanotify_mark
    Differing { call: 106, abis: Abis::of(&[Abi::Arm, Abi::Mipsel]), args: (385, 4) }, // ftruncate64
    Differing { call: 106, abis: Abis::of(&[Abi::I386, Abi::Sh]), args: (389, 3) }, // ftruncate64
    Differing { call: 106, abis: Abis::of(&[Abi::Ppc, Abi::Mips]), args: (392, 4) }, // ftruncate64
    Differing { call: 106, abis: Abis::of(&[Abi::S390, Abi::M68k, Abi::Parisc]), args: (396, 3) }, // ftruncate64
    Differing { call: 199, abis: Abis::of(&[Abi::I386, Abi::Arm, Abi::Mipsel, Abi::Sh]), args: (642, 4) }, // lookup_dcookie
    Differing { call: 199, abis: Abis::of(&[Abi::S390, Abi::Ppc, Abi::Mips, Abi::M68k, Abi::Parisc]), args: (646, 4) }, // lookup_dcookie
    Differing { call: 223, abis: Abis::of(&[Abi::I386, Abi::S390x, Abi::S390, Abi::M68k]), args: (724, 1) }, // mmap
    Differing { call: 286, abis: Abis::of(&[Abi::Arm, Abi::Mipsel, Abi::Sh]), args: (924, 6) }, // pread64
    Differing { call: 286, abis: Abis::of(&[Abi::I386]), args: (930, 5) }, // pread64
    Differing { call: 286, abis: Abis::of(&[Abi::Ppc, Abi::Mips]), args: (935, 6) }, // pread64
    Differing { call: 286, abis: Abis::of(&[Abi::S390, Abi::M68k, Abi::Parisc]), args: (941, 5) }, // pread64
    Differing { call: 300, abis: Abis::of(&[Abi::Arm, Abi::Mipsel, Abi::Sh]), args: (1000, 6) }, // pwrite64
    Differing { call: 300, abis: Abis::of(&[Abi::I386]), args: (1006, 5) }, // pwrite64
    Differing { call: 300, abis: Abis::of(&[Abi::Ppc, Abi::Mips]), args: (1011, 6) }, // pwrite64
    Differing { call: 300, abis: Abis::of(&[Abi::S390, Abi::M68k, Abi::Parisc]), args: (1017, 5) }, // pwrite64
    Differing { call: 307, abis: Abis::of(&[Abi::Arm, Abi::Mipsel]), args: (1052, 5) }, // readahead
    Differing { call: 307, abis: Abis::of(&[Abi::I386, Abi::Sh]), args: (1057, 4) }, // readahead
    Differing { call: 307, abis: Abis::of(&[Abi::Ppc, Abi::Mips]), args: (1061, 5) }, // readahead
    Differing { call: 307, abis: Abis::of(&[Abi::S390, Abi::M68k, Abi::Parisc]), args: (1066, 4) }, // readahead
    Differing { call: 361, abis: Abis::of(&[Abi::I386, Abi::M68k, Abi::Arm]), args: (1226, 1) }, // select
    Differing { call: 376, abis: Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::M68k]), args: (1280, 1) }, // set_thread_area
    Differing { call: 423, abis: Abis::of(&[Abi::I386, Abi::Arm, Abi::S390, Abi::M68k]), args: (1380, 3) }, // sigsuspend
    Differing { call: 423, abis: Abis::of(&[Abi::Mips, Abi::Mipsel]), args: (1383, 1) }, // sigsuspend
    Differing { call: 447, abis: Abis::of(&[Abi::I386, Abi::Sh]), args: (1444, 6) }, // sync_file_range
    Differing { call: 447, abis: Abis::of(&[Abi::Mips]), args: (1450, 6) }, // sync_file_range
    Differing { call: 447, abis: Abis::of(&[Abi::Mipsel]), args: (1456, 6) }, // sync_file_range
    Differing { call: 447, abis: Abis::of(&[Abi::S390, Abi::M68k, Abi::Parisc]), args: (1462, 6) }, // sync_file_range
    Differing { call: 448, abis: Abis::of(&[Abi::Ppc]), args: (1472, 6) }, // sync_file_range2
    Differing { call: 448, abis: Abis::of(&[Abi::Sh]), args: (1478, 6) }, // sync_file_range2
    Differing { call: 475, abis: Abis::of(&[Abi::Arm, Abi::Mipsel]), args: (1550, 4) }, // truncate64
    Differing { call: 475, abis: Abis::of(&[Abi::I386, Abi::Sh]), args: (1554, 3) }, // truncate64
    Differing { call: 475, abis: Abis::of(&[Abi::Ppc, Abi::Mips]), args: (1557, 4) }, // truncate64
    Differing { call: 475, abis: Abis::of(&[Abi::S390, Abi::M68k, Abi::Parisc]), args: (1561, 3) }, // truncate64
];

pub(crate) static ARGS: [ArgRow; 1617] = [
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // _llseek: fd int fd
    ArgRow { name: 2078, alias: 2078, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // _llseek: ulong unsigned long offset_high
    ArgRow { name: 2080, alias: 2080, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // _llseek: ulong unsigned long offset_low
    ArgRow { name: 2081, alias: 2081, ctype: 2082, kind: ArgKind::Pointer, flags: None }, // _llseek: pointer loff_t *result
    ArgRow { name: 2083, alias: 2083, ctype: 2084, kind: ArgKind::Uint, flags: Some(2063) }, // _llseek: uint unsigned int whence = seek
    ArgRow { name: 2085, alias: 2086, ctype: 2077, kind: ArgKind::Int, flags: None }, // _newselect: int int nfds/n
    ArgRow { name: 2087, alias: 2088, ctype: 2089, kind: ArgKind::Pointer, flags: None }, // _newselect: pointer fd_set *readfds/inp
    ArgRow { name: 2090, alias: 2091, ctype: 2089, kind: ArgKind::Pointer, flags: None }, // _newselect: pointer fd_set *writefds/outp
    ArgRow { name: 2092, alias: 2093, ctype: 2089, kind: ArgKind::Pointer, flags: None }, // _newselect: pointer fd_set *exceptfds/exp
    ArgRow { name: 2094, alias: 2095, ctype: 2096, kind: ArgKind::Pointer, flags: None }, // _newselect: pointer struct timeval *timeout/tvp
    ArgRow { name: 2097, alias: 2097, ctype: 2098, kind: ArgKind::Pointer, flags: None }, // _sysctl: pointer struct __sysctl_args *args
    ArgRow { name: 2099, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // accept: fd int sockfd/fd
    ArgRow { name: 2100, alias: 2101, ctype: 2102, kind: ArgKind::Pointer, flags: None }, // accept: pointer struct sockaddr *addr/upeer_sockaddr
    ArgRow { name: 2103, alias: 2104, ctype: 2105, kind: ArgKind::Pointer, flags: None }, // accept: pointer int *addrlen/upeer_addrlen
    ArgRow { name: 2099, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // accept4: fd int sockfd/fd
    ArgRow { name: 2100, alias: 2101, ctype: 2102, kind: ArgKind::Pointer, flags: None }, // accept4: pointer struct sockaddr *addr/upeer_sockaddr
    ArgRow { name: 2103, alias: 2104, ctype: 2105, kind: ArgKind::Pointer, flags: None }, // accept4: pointer int *addrlen/upeer_addrlen
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(3) }, // accept4: int int flags = accept
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // access: path const char *pathname/filename
    ArgRow { name: 2040, alias: 2040, ctype: 2077, kind: ArgKind::Int, flags: Some(5) }, // access: int int mode = access
    ArgRow { name: 2108, alias: 2110, ctype: 2109, kind: ArgKind::Path, flags: None }, // acct: path const char *filename/name
    ArgRow { name: 2111, alias: 2112, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // add_key: pointer const char *type/_type
    ArgRow { name: 2113, alias: 2114, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // add_key: pointer const char *description/_description
    ArgRow { name: 2115, alias: 2116, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // add_key: pointer const void *payload/_payload
    ArgRow { name: 2118, alias: 2118, ctype: 2119, kind: ArgKind::Size, flags: None }, // add_key: size size_t plen
    ArgRow { name: 2030, alias: 2120, ctype: 2121, kind: ArgKind::Int, flags: Some(2030) }, // add_key: int key_serial_t keyring/ringid = keyring
    ArgRow { name: 2122, alias: 2123, ctype: 2124, kind: ArgKind::Pointer, flags: None }, // adjtimex: pointer struct timex *buf/txc_p
    ArgRow { name: 2125, alias: 2125, ctype: 2084, kind: ArgKind::Uint, flags: None }, // alarm: uint unsigned int seconds
    ArgRow { name: 2126, alias: 2127, ctype: 2077, kind: ArgKind::Int, flags: Some(11) }, // arch_prctl: int int code/option = arch_prctl
    ArgRow { name: 2100, alias: 2128, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // arch_prctl: ulong unsigned long addr/arg2
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // arm_fadvise64_64: fd int fd
    ArgRow { name: 2129, alias: 2129, ctype: 2077, kind: ArgKind::Int, flags: Some(2018) }, // arm_fadvise64_64: int int advice = fadvise
    ArgRow { name: 2130, alias: 2130, ctype: 2131, kind: ArgKind::Long64, flags: None }, // arm_fadvise64_64: long64 loff_t offset
    ArgRow { name: 2132, alias: 2132, ctype: 2131, kind: ArgKind::Long64, flags: None }, // arm_fadvise64_64: long64 loff_t len
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // arm_fadvise64_64: fd int fd
    ArgRow { name: 2129, alias: 2129, ctype: 2077, kind: ArgKind::Int, flags: Some(2018) }, // arm_fadvise64_64: int int advice = fadvise
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // arm_fadvise64_64: uint unsigned int offset_low
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // arm_fadvise64_64: uint unsigned int offset_high
    ArgRow { name: 2133, alias: 2133, ctype: 2084, kind: ArgKind::Uint, flags: None }, // arm_fadvise64_64: uint unsigned int len_low
    ArgRow { name: 2134, alias: 2134, ctype: 2084, kind: ArgKind::Uint, flags: None }, // arm_fadvise64_64: uint unsigned int len_high
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // arm_sync_file_range: fd int fd
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(447) }, // arm_sync_file_range: uint unsigned int flags = sync_file_range
    ArgRow { name: 2130, alias: 2130, ctype: 2131, kind: ArgKind::Long64, flags: None }, // arm_sync_file_range: long64 loff_t offset
    ArgRow { name: 2135, alias: 2135, ctype: 2131, kind: ArgKind::Long64, flags: None }, // arm_sync_file_range: long64 loff_t nbytes
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // arm_sync_file_range: fd int fd
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(447) }, // arm_sync_file_range: uint unsigned int flags = sync_file_range
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // arm_sync_file_range: uint unsigned int offset_low
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // arm_sync_file_range: uint unsigned int offset_high
    ArgRow { name: 2136, alias: 2136, ctype: 2084, kind: ArgKind::Uint, flags: None }, // arm_sync_file_range: uint unsigned int nbytes_low
    ArgRow { name: 2137, alias: 2137, ctype: 2084, kind: ArgKind::Uint, flags: None }, // arm_sync_file_range: uint unsigned int nbytes_high
    ArgRow { name: 2138, alias: 2138, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // atomic_cmpxchg_32: ulong unsigned long newval
    ArgRow { name: 2139, alias: 2139, ctype: 2077, kind: ArgKind::Int, flags: None }, // atomic_cmpxchg_32: int int oldval
    ArgRow { name: 2140, alias: 2140, ctype: 2077, kind: ArgKind::Int, flags: None }, // atomic_cmpxchg_32: int int d3
    ArgRow { name: 2141, alias: 2141, ctype: 2077, kind: ArgKind::Int, flags: None }, // atomic_cmpxchg_32: int int d4
    ArgRow { name: 2142, alias: 2142, ctype: 2077, kind: ArgKind::Int, flags: None }, // atomic_cmpxchg_32: int int d5
    ArgRow { name: 2143, alias: 2143, ctype: 2144, kind: ArgKind::Pointer, flags: None }, // atomic_cmpxchg_32: pointer unsigned long *mem
    ArgRow { name: 2145, alias: 2145, ctype: 2077, kind: ArgKind::Int, flags: None }, // bdflush: int int func
    ArgRow { name: 2146, alias: 2146, ctype: 2147, kind: ArgKind::Long, flags: None }, // bdflush: long long data
    ArgRow { name: 2099, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // bind: fd int sockfd/fd
    ArgRow { name: 2100, alias: 2148, ctype: 2149, kind: ArgKind::Pointer, flags: None }, // bind: pointer const struct sockaddr *addr/umyaddr
    ArgRow { name: 2103, alias: 2103, ctype: 2077, kind: ArgKind::Int, flags: None }, // bind: int int addrlen
    ArgRow { name: 2150, alias: 2150, ctype: 2077, kind: ArgKind::Int, flags: Some(18) }, // bpf: int int cmd = bpf
    ArgRow { name: 2151, alias: 2152, ctype: 2153, kind: ArgKind::Pointer, flags: None }, // bpf: pointer union bpf_attr *attr/uattr
    ArgRow { name: 2154, alias: 2154, ctype: 2084, kind: ArgKind::Uint, flags: None }, // bpf: uint unsigned int size
    ArgRow { name: 2100, alias: 21, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // brk: pointer void *addr/brk
    ArgRow { name: 2100, alias: 2100, ctype: 2156, kind: ArgKind::Pointer, flags: None }, // cachectl: pointer char *addr
    ArgRow { name: 2135, alias: 2135, ctype: 2077, kind: ArgKind::Int, flags: None }, // cachectl: int int nbytes
    ArgRow { name: 2157, alias: 2157, ctype: 2077, kind: ArgKind::Int, flags: None }, // cachectl: int int op
    ArgRow { name: 2100, alias: 2158, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // cacheflush: ulong unsigned long addr/start
    ArgRow { name: 2159, alias: 2159, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // cacheflush: ulong unsigned long end
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: None }, // cacheflush: int int flags
    ArgRow { name: 2100, alias: 2100, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // cacheflush: ulong unsigned long addr
    ArgRow { name: 2160, alias: 2160, ctype: 2077, kind: ArgKind::Int, flags: None }, // cacheflush: int int scope
    ArgRow { name: 2161, alias: 2161, ctype: 2077, kind: ArgKind::Int, flags: None }, // cacheflush: int int cache
    ArgRow { name: 2132, alias: 2132, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // cacheflush: ulong unsigned long len
    ArgRow { name: 2100, alias: 2100, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // cacheflush: pointer void *addr
    ArgRow { name: 2135, alias: 2162, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // cacheflush: ulong unsigned long nbytes/bytes
    ArgRow { name: 2161, alias: 2161, ctype: 2084, kind: ArgKind::Uint, flags: None }, // cacheflush: uint unsigned int cache
    ArgRow { name: 2100, alias: 2100, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // cacheflush: ulong unsigned long addr
    ArgRow { name: 2132, alias: 2132, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // cacheflush: ulong unsigned long len
    ArgRow { name: 2157, alias: 2157, ctype: 2077, kind: ArgKind::Int, flags: None }, // cacheflush: int int op
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // cachestat: fd int fd
    ArgRow { name: 2163, alias: 2163, ctype: 2164, kind: ArgKind::Pointer, flags: None }, // cachestat: pointer struct cachestat_range *cstat_range
    ArgRow { name: 2165, alias: 2165, ctype: 2166, kind: ArgKind::Pointer, flags: None }, // cachestat: pointer struct cachestat *cstat
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: None }, // cachestat: uint unsigned int flags
    ArgRow { name: 2167, alias: 2168, ctype: 2169, kind: ArgKind::Pointer, flags: None }, // capget: pointer struct __user_cap_header_struct *hdrp/header
    ArgRow { name: 2170, alias: 2171, ctype: 2172, kind: ArgKind::Pointer, flags: None }, // capget: pointer struct __user_cap_data_struct *datap/dataptr
    ArgRow { name: 2167, alias: 2168, ctype: 2169, kind: ArgKind::Pointer, flags: None }, // capset: pointer struct __user_cap_header_struct *hdrp/header
    ArgRow { name: 2170, alias: 2146, ctype: 2173, kind: ArgKind::Pointer, flags: None }, // capset: pointer const struct __user_cap_data_struct *datap/data
    ArgRow { name: 2174, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // chdir: path const char *path/filename
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // chmod: path const char *pathname/filename
    ArgRow { name: 2040, alias: 2040, ctype: 2175, kind: ArgKind::Mode, flags: None }, // chmod: mode mode_t mode
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // chown: path const char *pathname/filename
    ArgRow { name: 2176, alias: 2177, ctype: 2178, kind: ArgKind::Uid, flags: None }, // chown: uid uid_t owner/user
    ArgRow { name: 2179, alias: 2179, ctype: 2180, kind: ArgKind::Gid, flags: None }, // chown: gid gid_t group
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // chown32: path const char *pathname/filename
    ArgRow { name: 2176, alias: 2177, ctype: 2178, kind: ArgKind::Uid, flags: None }, // chown32: uid uid_t owner/user
    ArgRow { name: 2179, alias: 2179, ctype: 2180, kind: ArgKind::Gid, flags: None }, // chown32: gid gid_t group
    ArgRow { name: 2174, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // chroot: path const char *path/filename
    ArgRow { name: 2181, alias: 2182, ctype: 2077, kind: ArgKind::Int, flags: Some(2016) }, // clock_adjtime: int int clk_id/which_clock = clock
    ArgRow { name: 2122, alias: 2183, ctype: 2124, kind: ArgKind::Pointer, flags: None }, // clock_adjtime: pointer struct timex *buf/utx
    ArgRow { name: 2181, alias: 2182, ctype: 2077, kind: ArgKind::Int, flags: Some(2016) }, // clock_adjtime64: int int clk_id/which_clock = clock
    ArgRow { name: 2122, alias: 2183, ctype: 2184, kind: ArgKind::Pointer, flags: None }, // clock_adjtime64: pointer struct __kernel_timex *buf/utx
    ArgRow { name: 2185, alias: 2182, ctype: 2077, kind: ArgKind::Int, flags: Some(2016) }, // clock_getres: int int clockid/which_clock = clock
    ArgRow { name: 2186, alias: 2187, ctype: 2188, kind: ArgKind::Pointer, flags: None }, // clock_getres: pointer struct timespec *res/tp
    ArgRow { name: 2185, alias: 2182, ctype: 2077, kind: ArgKind::Int, flags: Some(2016) }, // clock_getres_time64: int int clockid/which_clock = clock
    ArgRow { name: 2186, alias: 2187, ctype: 2189, kind: ArgKind::Pointer, flags: None }, // clock_getres_time64: pointer struct __kernel_timespec *res/tp
    ArgRow { name: 2185, alias: 2182, ctype: 2077, kind: ArgKind::Int, flags: Some(2016) }, // clock_gettime: int int clockid/which_clock = clock
    ArgRow { name: 2187, alias: 2187, ctype: 2188, kind: ArgKind::Pointer, flags: None }, // clock_gettime: pointer struct timespec *tp
    ArgRow { name: 2185, alias: 2182, ctype: 2077, kind: ArgKind::Int, flags: Some(2016) }, // clock_gettime64: int int clockid/which_clock = clock
    ArgRow { name: 2187, alias: 2187, ctype: 2189, kind: ArgKind::Pointer, flags: None }, // clock_gettime64: pointer struct __kernel_timespec *tp
    ArgRow { name: 2185, alias: 2182, ctype: 2077, kind: ArgKind::Int, flags: Some(2016) }, // clock_nanosleep: int int clockid/which_clock = clock
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(2074) }, // clock_nanosleep: int int flags = timer_abstime
    ArgRow { name: 2190, alias: 2191, ctype: 2192, kind: ArgKind::Pointer, flags: None }, // clock_nanosleep: pointer const struct timespec *request/rqtp
    ArgRow { name: 2193, alias: 2194, ctype: 2188, kind: ArgKind::Pointer, flags: None }, // clock_nanosleep: pointer struct timespec *remain/rmtp
    ArgRow { name: 2185, alias: 2182, ctype: 2077, kind: ArgKind::Int, flags: Some(2016) }, // clock_nanosleep_time64: int int clockid/which_clock = clock
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(2074) }, // clock_nanosleep_time64: int int flags = timer_abstime
    ArgRow { name: 2190, alias: 2191, ctype: 2195, kind: ArgKind::Pointer, flags: None }, // clock_nanosleep_time64: pointer const struct __kernel_timespec *request/rqtp
    ArgRow { name: 2193, alias: 2194, ctype: 2189, kind: ArgKind::Pointer, flags: None }, // clock_nanosleep_time64: pointer struct __kernel_timespec *remain/rmtp
    ArgRow { name: 2185, alias: 2182, ctype: 2077, kind: ArgKind::Int, flags: Some(2016) }, // clock_settime: int int clockid/which_clock = clock
    ArgRow { name: 2187, alias: 2187, ctype: 2192, kind: ArgKind::Pointer, flags: None }, // clock_settime: pointer const struct timespec *tp
    ArgRow { name: 2185, alias: 2182, ctype: 2077, kind: ArgKind::Int, flags: Some(2016) }, // clock_settime64: int int clockid/which_clock = clock
    ArgRow { name: 2187, alias: 2187, ctype: 2195, kind: ArgKind::Pointer, flags: None }, // clock_settime64: pointer const struct __kernel_timespec *tp
    ArgRow { name: 2106, alias: 2196, ctype: 2079, kind: ArgKind::Ulong, flags: Some(42) }, // clone: ulong unsigned long flags/clone_flags = clone
    ArgRow { name: 2197, alias: 2198, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // clone: pointer void *stack/newsp
    ArgRow { name: 2199, alias: 2200, ctype: 2105, kind: ArgKind::Pointer, flags: None }, // clone: pointer int *parent_tid/parent_tidptr
    ArgRow { name: 2201, alias: 2202, ctype: 2105, kind: ArgKind::Pointer, flags: None }, // clone: pointer int *child_tid/child_tidptr
    ArgRow { name: 2203, alias: 2203, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // clone: ulong unsigned long tls
    ArgRow { name: 2106, alias: 2196, ctype: 2079, kind: ArgKind::Ulong, flags: Some(42) }, // clone: ulong unsigned long flags/clone_flags = clone
    ArgRow { name: 2197, alias: 2198, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // clone: pointer void *stack/newsp
    ArgRow { name: 2199, alias: 2200, ctype: 2105, kind: ArgKind::Pointer, flags: None }, // clone: pointer int *parent_tid/parent_tidptr
    ArgRow { name: 2203, alias: 2203, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // clone: ulong unsigned long tls
    ArgRow { name: 2201, alias: 2202, ctype: 2105, kind: ArgKind::Pointer, flags: None }, // clone: pointer int *child_tid/child_tidptr
    ArgRow { name: 2197, alias: 2198, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // clone: pointer void *stack/newsp
    ArgRow { name: 2106, alias: 2196, ctype: 2079, kind: ArgKind::Ulong, flags: Some(42) }, // clone: ulong unsigned long flags/clone_flags = clone
    ArgRow { name: 2199, alias: 2200, ctype: 2105, kind: ArgKind::Pointer, flags: None }, // clone: pointer int *parent_tid/parent_tidptr
    ArgRow { name: 2201, alias: 2202, ctype: 2105, kind: ArgKind::Pointer, flags: None }, // clone: pointer int *child_tid/child_tidptr
    ArgRow { name: 2203, alias: 2203, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // clone: ulong unsigned long tls
    ArgRow { name: 2204, alias: 2205, ctype: 2206, kind: ArgKind::Pointer, flags: None }, // clone3: pointer struct clone_args *cl_args/uargs
    ArgRow { name: 2154, alias: 2154, ctype: 2119, kind: ArgKind::Size, flags: None }, // clone3: size size_t size
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // close: fd int fd
    ArgRow { name: 2207, alias: 2076, ctype: 2084, kind: ArgKind::Uint, flags: None }, // close_range: uint unsigned int first/fd
    ArgRow { name: 2208, alias: 2209, ctype: 2084, kind: ArgKind::Uint, flags: None }, // close_range: uint unsigned int last/max_fd
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(45) }, // close_range: uint unsigned int flags = close_range
    ArgRow { name: 2099, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // connect: fd int sockfd/fd
    ArgRow { name: 2100, alias: 2210, ctype: 2149, kind: ArgKind::Pointer, flags: None }, // connect: pointer const struct sockaddr *addr/uservaddr
    ArgRow { name: 2103, alias: 2103, ctype: 2077, kind: ArgKind::Int, flags: None }, // connect: int int addrlen
    ArgRow { name: 2211, alias: 2211, ctype: 2077, kind: ArgKind::Fd, flags: None }, // copy_file_range: fd int fd_in
    ArgRow { name: 2212, alias: 2212, ctype: 2213, kind: ArgKind::Pointer, flags: None }, // copy_file_range: pointer off64_t *off_in
    ArgRow { name: 2214, alias: 2214, ctype: 2077, kind: ArgKind::Fd, flags: None }, // copy_file_range: fd int fd_out
    ArgRow { name: 2215, alias: 2215, ctype: 2213, kind: ArgKind::Pointer, flags: None }, // copy_file_range: pointer off64_t *off_out
    ArgRow { name: 2132, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // copy_file_range: size size_t len
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: None }, // copy_file_range: uint unsigned int flags
    ArgRow { name: 2107, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // creat: path const char *pathname
    ArgRow { name: 2040, alias: 2040, ctype: 2175, kind: ArgKind::Mode, flags: None }, // creat: mode mode_t mode
    ArgRow { name: 2110, alias: 2110, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // create_module: pointer const char *name
    ArgRow { name: 2154, alias: 2154, ctype: 2119, kind: ArgKind::Size, flags: None }, // create_module: size size_t size
    ArgRow { name: 2110, alias: 2216, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // delete_module: pointer const char *name/name_user
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(50) }, // delete_module: uint unsigned int flags = delete_module
    ArgRow { name: 2217, alias: 2218, ctype: 2077, kind: ArgKind::Fd, flags: None }, // dup: fd int oldfd/fildes
    ArgRow { name: 2217, alias: 2217, ctype: 2077, kind: ArgKind::Fd, flags: None }, // dup2: fd int oldfd
    ArgRow { name: 2219, alias: 2219, ctype: 2077, kind: ArgKind::Fd, flags: None }, // dup2: fd int newfd
    ArgRow { name: 2217, alias: 2217, ctype: 2077, kind: ArgKind::Fd, flags: None }, // dup3: fd int oldfd
    ArgRow { name: 2219, alias: 2219, ctype: 2077, kind: ArgKind::Fd, flags: None }, // dup3: fd int newfd
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(53) }, // dup3: int int flags = dup3
    ArgRow { name: 2154, alias: 2154, ctype: 2077, kind: ArgKind::Int, flags: None }, // epoll_create: int int size
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(54) }, // epoll_create1: int int flags = epoll_create
    ArgRow { name: 2220, alias: 2220, ctype: 2077, kind: ArgKind::Fd, flags: None }, // epoll_ctl: fd int epfd
    ArgRow { name: 2157, alias: 2157, ctype: 2077, kind: ArgKind::Int, flags: Some(56) }, // epoll_ctl: int int op = epoll_ctl
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // epoll_ctl: fd int fd
    ArgRow { name: 2221, alias: 2221, ctype: 2222, kind: ArgKind::Pointer, flags: None }, // epoll_ctl: pointer struct epoll_event *event
    ArgRow { name: 2220, alias: 2220, ctype: 2077, kind: ArgKind::Fd, flags: None }, // epoll_pwait: fd int epfd
    ArgRow { name: 2223, alias: 2223, ctype: 2222, kind: ArgKind::Pointer, flags: None }, // epoll_pwait: pointer struct epoll_event *events
    ArgRow { name: 2224, alias: 2224, ctype: 2077, kind: ArgKind::Int, flags: None }, // epoll_pwait: int int maxevents
    ArgRow { name: 2094, alias: 2094, ctype: 2077, kind: ArgKind::Int, flags: None }, // epoll_pwait: int int timeout
    ArgRow { name: 2225, alias: 2225, ctype: 2226, kind: ArgKind::Pointer, flags: None }, // epoll_pwait: pointer const sigset_t *sigmask
    ArgRow { name: 2227, alias: 2227, ctype: 2119, kind: ArgKind::Size, flags: None }, // epoll_pwait: size size_t sigsetsize
    ArgRow { name: 2220, alias: 2220, ctype: 2077, kind: ArgKind::Fd, flags: None }, // epoll_pwait2: fd int epfd
    ArgRow { name: 2223, alias: 2223, ctype: 2222, kind: ArgKind::Pointer, flags: None }, // epoll_pwait2: pointer struct epoll_event *events
    ArgRow { name: 2224, alias: 2224, ctype: 2077, kind: ArgKind::Int, flags: None }, // epoll_pwait2: int int maxevents
    ArgRow { name: 2094, alias: 2094, ctype: 2192, kind: ArgKind::Pointer, flags: None }, // epoll_pwait2: pointer const struct timespec *timeout
    ArgRow { name: 2225, alias: 2225, ctype: 2226, kind: ArgKind::Pointer, flags: None }, // epoll_pwait2: pointer const sigset_t *sigmask
    ArgRow { name: 2227, alias: 2227, ctype: 2119, kind: ArgKind::Size, flags: None }, // epoll_pwait2: size size_t sigsetsize
    ArgRow { name: 2220, alias: 2220, ctype: 2077, kind: ArgKind::Fd, flags: None }, // epoll_wait: fd int epfd
    ArgRow { name: 2223, alias: 2223, ctype: 2222, kind: ArgKind::Pointer, flags: None }, // epoll_wait: pointer struct epoll_event *events
    ArgRow { name: 2224, alias: 2224, ctype: 2077, kind: ArgKind::Int, flags: None }, // epoll_wait: int int maxevents
    ArgRow { name: 2094, alias: 2094, ctype: 2077, kind: ArgKind::Int, flags: None }, // epoll_wait: int int timeout
    ArgRow { name: 2228, alias: 2229, ctype: 2084, kind: ArgKind::Uint, flags: None }, // eventfd: uint unsigned int initval/count
    ArgRow { name: 2228, alias: 2229, ctype: 2084, kind: ArgKind::Uint, flags: None }, // eventfd2: uint unsigned int initval/count
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(62) }, // eventfd2: int int flags = eventfd
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // execve: path const char *pathname/filename
    ArgRow { name: 2230, alias: 2230, ctype: 2231, kind: ArgKind::Pointer, flags: None }, // execve: pointer char *const *argv
    ArgRow { name: 2232, alias: 2232, ctype: 2231, kind: ArgKind::Pointer, flags: None }, // execve: pointer char *const *envp
    ArgRow { name: 2233, alias: 2076, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // execveat: dirfd int dirfd/fd
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // execveat: path const char *pathname/filename
    ArgRow { name: 2230, alias: 2230, ctype: 2231, kind: ArgKind::Pointer, flags: None }, // execveat: pointer char *const *argv
    ArgRow { name: 2232, alias: 2232, ctype: 2231, kind: ArgKind::Pointer, flags: None }, // execveat: pointer char *const *envp
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(65) }, // execveat: int int flags = execveat
    ArgRow { name: 2234, alias: 2235, ctype: 2077, kind: ArgKind::Int, flags: None }, // exit: int int status/error_code
    ArgRow { name: 2234, alias: 2235, ctype: 2077, kind: ArgKind::Int, flags: None }, // exit_group: int int status/error_code
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // faccessat: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // faccessat: path const char *pathname/filename
    ArgRow { name: 2040, alias: 2040, ctype: 2077, kind: ArgKind::Int, flags: Some(5) }, // faccessat: int int mode = access
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // faccessat2: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // faccessat2: path const char *pathname/filename
    ArgRow { name: 2040, alias: 2040, ctype: 2077, kind: ArgKind::Int, flags: Some(5) }, // faccessat2: int int mode = access
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(68) }, // faccessat2: int int flags = faccessat
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fadvise64: fd int fd
    ArgRow { name: 2130, alias: 2130, ctype: 2131, kind: ArgKind::Long64, flags: None }, // fadvise64: long64 loff_t offset
    ArgRow { name: 2132, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // fadvise64: size size_t len
    ArgRow { name: 2129, alias: 2129, ctype: 2077, kind: ArgKind::Int, flags: Some(2018) }, // fadvise64: int int advice = fadvise
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fadvise64: fd int fd
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64: uint unsigned int offset_low
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64: uint unsigned int offset_high
    ArgRow { name: 2132, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // fadvise64: size size_t len
    ArgRow { name: 2129, alias: 2129, ctype: 2077, kind: ArgKind::Int, flags: Some(2018) }, // fadvise64: int int advice = fadvise
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fadvise64: fd int fd
    ArgRow { name: 2237, alias: 2237, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64: uint unsigned int pad
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64: uint unsigned int offset_high
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64: uint unsigned int offset_low
    ArgRow { name: 2134, alias: 2134, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64: uint unsigned int len_high
    ArgRow { name: 2133, alias: 2133, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64: uint unsigned int len_low
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fadvise64: fd int fd
    ArgRow { name: 2237, alias: 2237, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64: uint unsigned int pad
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64: uint unsigned int offset_low
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64: uint unsigned int offset_high
    ArgRow { name: 2133, alias: 2133, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64: uint unsigned int len_low
    ArgRow { name: 2134, alias: 2134, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64: uint unsigned int len_high
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fadvise64: fd int fd
    ArgRow { name: 2237, alias: 2237, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64: uint unsigned int pad
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64: uint unsigned int offset_high
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64: uint unsigned int offset_low
    ArgRow { name: 2132, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // fadvise64: size size_t len
    ArgRow { name: 2129, alias: 2129, ctype: 2077, kind: ArgKind::Int, flags: Some(2018) }, // fadvise64: int int advice = fadvise
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fadvise64: fd int fd
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64: uint unsigned int offset_high
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64: uint unsigned int offset_low
    ArgRow { name: 2132, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // fadvise64: size size_t len
    ArgRow { name: 2129, alias: 2129, ctype: 2077, kind: ArgKind::Int, flags: Some(2018) }, // fadvise64: int int advice = fadvise
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fadvise64_64: fd int fd
    ArgRow { name: 2130, alias: 2130, ctype: 2131, kind: ArgKind::Long64, flags: None }, // fadvise64_64: long64 loff_t offset
    ArgRow { name: 2132, alias: 2132, ctype: 2131, kind: ArgKind::Long64, flags: None }, // fadvise64_64: long64 loff_t len
    ArgRow { name: 2129, alias: 2129, ctype: 2077, kind: ArgKind::Int, flags: Some(2018) }, // fadvise64_64: int int advice = fadvise
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fadvise64_64: fd int fd
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64_64: uint unsigned int offset_low
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64_64: uint unsigned int offset_high
    ArgRow { name: 2133, alias: 2133, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64_64: uint unsigned int len_low
    ArgRow { name: 2134, alias: 2134, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64_64: uint unsigned int len_high
    ArgRow { name: 2129, alias: 2129, ctype: 2077, kind: ArgKind::Int, flags: Some(2018) }, // fadvise64_64: int int advice = fadvise
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fadvise64_64: fd int fd
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64_64: uint unsigned int offset_high
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64_64: uint unsigned int offset_low
    ArgRow { name: 2134, alias: 2134, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64_64: uint unsigned int len_high
    ArgRow { name: 2133, alias: 2133, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64_64: uint unsigned int len_low
    ArgRow { name: 2129, alias: 2129, ctype: 2077, kind: ArgKind::Int, flags: Some(2018) }, // fadvise64_64: int int advice = fadvise
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fadvise64_64: fd int fd
    ArgRow { name: 2129, alias: 2129, ctype: 2077, kind: ArgKind::Int, flags: Some(2018) }, // fadvise64_64: int int advice = fadvise
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64_64: uint unsigned int offset_high
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64_64: uint unsigned int offset_low
    ArgRow { name: 2134, alias: 2134, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64_64: uint unsigned int len_high
    ArgRow { name: 2133, alias: 2133, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fadvise64_64: uint unsigned int len_low
    ArgRow { name: 2097, alias: 2097, ctype: 2238, kind: ArgKind::Pointer, flags: None }, // fadvise64_64: pointer struct fadvise64_64_args *args
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fallocate: fd int fd
    ArgRow { name: 2040, alias: 2040, ctype: 2077, kind: ArgKind::Int, flags: Some(72) }, // fallocate: int int mode = fallocate
    ArgRow { name: 2130, alias: 2130, ctype: 2131, kind: ArgKind::Long64, flags: None }, // fallocate: long64 loff_t offset
    ArgRow { name: 2132, alias: 2132, ctype: 2131, kind: ArgKind::Long64, flags: None }, // fallocate: long64 loff_t len
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fallocate: fd int fd
    ArgRow { name: 2040, alias: 2040, ctype: 2077, kind: ArgKind::Int, flags: Some(72) }, // fallocate: int int mode = fallocate
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fallocate: uint unsigned int offset_low
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fallocate: uint unsigned int offset_high
    ArgRow { name: 2133, alias: 2133, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fallocate: uint unsigned int len_low
    ArgRow { name: 2134, alias: 2134, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fallocate: uint unsigned int len_high
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fallocate: fd int fd
    ArgRow { name: 2040, alias: 2040, ctype: 2077, kind: ArgKind::Int, flags: Some(72) }, // fallocate: int int mode = fallocate
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fallocate: uint unsigned int offset_high
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fallocate: uint unsigned int offset_low
    ArgRow { name: 2134, alias: 2134, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fallocate: uint unsigned int len_high
    ArgRow { name: 2133, alias: 2133, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fallocate: uint unsigned int len_low
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(73) }, // fanotify_init: uint unsigned int flags = fanotify_init
    ArgRow { name: 2239, alias: 2239, ctype: 2084, kind: ArgKind::Uint, flags: Some(261) }, // fanotify_init: uint unsigned int event_f_flags = open
    ArgRow { name: 2240, alias: 2240, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fanotify_mark: fd int fanotify_fd
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(74) }, // fanotify_mark: uint unsigned int flags = fanotify_mark
    ArgRow { name: 2241, alias: 2241, ctype: 2242, kind: ArgKind::Ulong64, flags: Some(2019) }, // fanotify_mark: ulong64 uint64_t mask = fanotify_mask
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // fanotify_mark: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // fanotify_mark: path const char *pathname
    ArgRow { name: 2240, alias: 2240, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fanotify_mark: fd int fanotify_fd
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(74) }, // fanotify_mark: uint unsigned int flags = fanotify_mark
    ArgRow { name: 2243, alias: 2243, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fanotify_mark: uint unsigned int mask_low
    ArgRow { name: 2244, alias: 2244, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fanotify_mark: uint unsigned int mask_high
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // fanotify_mark: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // fanotify_mark: path const char *pathname
    ArgRow { name: 2240, alias: 2240, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fanotify_mark: fd int fanotify_fd
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(74) }, // fanotify_mark: uint unsigned int flags = fanotify_mark
    ArgRow { name: 2244, alias: 2244, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fanotify_mark: uint unsigned int mask_high
    ArgRow { name: 2243, alias: 2243, ctype: 2084, kind: ArgKind::Uint, flags: None }, // fanotify_mark: uint unsigned int mask_low
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // fanotify_mark: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // fanotify_mark: path const char *pathname
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fchdir: fd int fd
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fchmod: fd int fd
    ArgRow { name: 2040, alias: 2040, ctype: 2175, kind: ArgKind::Mode, flags: None }, // fchmod: mode mode_t mode
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // fchmodat: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // fchmodat: path const char *pathname/filename
    ArgRow { name: 2040, alias: 2040, ctype: 2175, kind: ArgKind::Mode, flags: None }, // fchmodat: mode mode_t mode
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // fchmodat2: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // fchmodat2: path const char *pathname/filename
    ArgRow { name: 2040, alias: 2040, ctype: 2175, kind: ArgKind::Mode, flags: None }, // fchmodat2: mode mode_t mode
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(2014) }, // fchmodat2: uint unsigned int flags = at
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fchown: fd int fd
    ArgRow { name: 2176, alias: 2177, ctype: 2178, kind: ArgKind::Uid, flags: None }, // fchown: uid uid_t owner/user
    ArgRow { name: 2179, alias: 2179, ctype: 2180, kind: ArgKind::Gid, flags: None }, // fchown: gid gid_t group
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fchown32: fd int fd
    ArgRow { name: 2176, alias: 2177, ctype: 2178, kind: ArgKind::Uid, flags: None }, // fchown32: uid uid_t owner/user
    ArgRow { name: 2179, alias: 2179, ctype: 2180, kind: ArgKind::Gid, flags: None }, // fchown32: gid gid_t group
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // fchownat: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // fchownat: path const char *pathname/filename
    ArgRow { name: 2176, alias: 2177, ctype: 2178, kind: ArgKind::Uid, flags: None }, // fchownat: uid uid_t owner/user
    ArgRow { name: 2179, alias: 2179, ctype: 2180, kind: ArgKind::Gid, flags: None }, // fchownat: gid gid_t group
    ArgRow { name: 2106, alias: 2245, ctype: 2077, kind: ArgKind::Int, flags: Some(2014) }, // fchownat: int int flags/flag = at
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fcntl: fd int fd
    ArgRow { name: 2150, alias: 2150, ctype: 2084, kind: ArgKind::Uint, flags: Some(82) }, // fcntl: uint unsigned int cmd = fcntl
    ArgRow { name: 2246, alias: 2246, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // fcntl: ulong unsigned long arg
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fcntl64: fd int fd
    ArgRow { name: 2150, alias: 2150, ctype: 2084, kind: ArgKind::Uint, flags: Some(82) }, // fcntl64: uint unsigned int cmd = fcntl
    ArgRow { name: 2246, alias: 2246, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // fcntl64: ulong unsigned long arg
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fdatasync: fd int fd
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fgetxattr: fd int fd
    ArgRow { name: 2110, alias: 2110, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // fgetxattr: pointer const char *name
    ArgRow { name: 2247, alias: 2247, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // fgetxattr: pointer void *value
    ArgRow { name: 2154, alias: 2154, ctype: 2119, kind: ArgKind::Size, flags: None }, // fgetxattr: size size_t size
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // file_getattr: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // file_getattr: path const char *pathname/filename
    ArgRow { name: 2151, alias: 2248, ctype: 2249, kind: ArgKind::Pointer, flags: None }, // file_getattr: pointer struct file_attr *attr/ufattr
    ArgRow { name: 2154, alias: 2250, ctype: 2119, kind: ArgKind::Size, flags: None }, // file_getattr: size size_t size/usize
    ArgRow { name: 2106, alias: 2251, ctype: 2084, kind: ArgKind::Uint, flags: Some(2014) }, // file_getattr: uint unsigned int flags/at_flags = at
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // file_setattr: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // file_setattr: path const char *pathname/filename
    ArgRow { name: 2151, alias: 2248, ctype: 2249, kind: ArgKind::Pointer, flags: None }, // file_setattr: pointer struct file_attr *attr/ufattr
    ArgRow { name: 2154, alias: 2250, ctype: 2119, kind: ArgKind::Size, flags: None }, // file_setattr: size size_t size/usize
    ArgRow { name: 2106, alias: 2251, ctype: 2084, kind: ArgKind::Uint, flags: Some(2014) }, // file_setattr: uint unsigned int flags/at_flags = at
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // finit_module: fd int fd
    ArgRow { name: 2252, alias: 2205, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // finit_module: pointer const char *param_values/uargs
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(88) }, // finit_module: int int flags = finit_module
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // flistxattr: fd int fd
    ArgRow { name: 2253, alias: 2253, ctype: 2156, kind: ArgKind::Pointer, flags: None }, // flistxattr: pointer char *list
    ArgRow { name: 2154, alias: 2154, ctype: 2119, kind: ArgKind::Size, flags: None }, // flistxattr: size size_t size
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // flock: fd int fd
    ArgRow { name: 2254, alias: 2150, ctype: 2084, kind: ArgKind::Uint, flags: Some(90) }, // flock: uint unsigned int operation/cmd = flock
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fremovexattr: fd int fd
    ArgRow { name: 2110, alias: 2110, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // fremovexattr: pointer const char *name
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fsconfig: fd int fd
    ArgRow { name: 2150, alias: 2150, ctype: 2084, kind: ArgKind::Uint, flags: Some(93) }, // fsconfig: uint unsigned int cmd = fsconfig
    ArgRow { name: 2255, alias: 2256, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // fsconfig: pointer const char *key/_key
    ArgRow { name: 2247, alias: 2257, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // fsconfig: pointer const void *value/_value
    ArgRow { name: 2258, alias: 2258, ctype: 2077, kind: ArgKind::Int, flags: None }, // fsconfig: int int aux
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fsetxattr: fd int fd
    ArgRow { name: 2110, alias: 2110, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // fsetxattr: pointer const char *name
    ArgRow { name: 2247, alias: 2247, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // fsetxattr: pointer const void *value
    ArgRow { name: 2154, alias: 2154, ctype: 2119, kind: ArgKind::Size, flags: None }, // fsetxattr: size size_t size
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(2075) }, // fsetxattr: int int flags = xattr
    ArgRow { name: 2259, alias: 2259, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fsmount: fd int fs_fd
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(95) }, // fsmount: uint unsigned int flags = fsmount
    ArgRow { name: 2260, alias: 2260, ctype: 2084, kind: ArgKind::Uint, flags: Some(2041) }, // fsmount: uint unsigned int attr_flags = mount_attr
    ArgRow { name: 2261, alias: 2262, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // fsopen: pointer const char *fsname/_fs_name
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(96) }, // fsopen: uint unsigned int flags = fsopen
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // fspick: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2174, ctype: 2109, kind: ArgKind::Path, flags: None }, // fspick: path const char *pathname/path
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(97) }, // fspick: uint unsigned int flags = fspick
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fstat: fd int fd
    ArgRow { name: 2263, alias: 2263, ctype: 2264, kind: ArgKind::Pointer, flags: None }, // fstat: pointer struct stat *statbuf
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fstat64: fd int fd
    ArgRow { name: 2263, alias: 2263, ctype: 2265, kind: ArgKind::Pointer, flags: None }, // fstat64: pointer struct stat64 *statbuf
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // fstatat64: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // fstatat64: path const char *pathname/filename
    ArgRow { name: 2263, alias: 2263, ctype: 2265, kind: ArgKind::Pointer, flags: None }, // fstatat64: pointer struct stat64 *statbuf
    ArgRow { name: 2106, alias: 2245, ctype: 2077, kind: ArgKind::Int, flags: Some(2014) }, // fstatat64: int int flags/flag = at
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fstatfs: fd int fd
    ArgRow { name: 2122, alias: 2122, ctype: 2266, kind: ArgKind::Pointer, flags: None }, // fstatfs: pointer struct statfs *buf
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fstatfs64: fd int fd
    ArgRow { name: 2267, alias: 2267, ctype: 2119, kind: ArgKind::Size, flags: None }, // fstatfs64: size size_t sz
    ArgRow { name: 2122, alias: 2122, ctype: 2268, kind: ArgKind::Pointer, flags: None }, // fstatfs64: pointer struct statfs64 *buf
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // fsync: fd int fd
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // ftruncate: fd int fd
    ArgRow { name: 2269, alias: 2269, ctype: 2270, kind: ArgKind::Long, flags: None }, // ftruncate: long off_t length
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // ftruncate64: fd int fd
    ArgRow { name: 2269, alias: 2269, ctype: 2131, kind: ArgKind::Long64, flags: None }, // ftruncate64: long64 loff_t length
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // ftruncate64: fd int fd
    ArgRow { name: 2237, alias: 2237, ctype: 2084, kind: ArgKind::Uint, flags: None }, // ftruncate64: uint unsigned int pad
    ArgRow { name: 2271, alias: 2271, ctype: 2084, kind: ArgKind::Uint, flags: None }, // ftruncate64: uint unsigned int length_low
    ArgRow { name: 2272, alias: 2272, ctype: 2084, kind: ArgKind::Uint, flags: None }, // ftruncate64: uint unsigned int length_high
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // ftruncate64: fd int fd
    ArgRow { name: 2271, alias: 2271, ctype: 2084, kind: ArgKind::Uint, flags: None }, // ftruncate64: uint unsigned int length_low
    ArgRow { name: 2272, alias: 2272, ctype: 2084, kind: ArgKind::Uint, flags: None }, // ftruncate64: uint unsigned int length_high
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // ftruncate64: fd int fd
    ArgRow { name: 2237, alias: 2237, ctype: 2084, kind: ArgKind::Uint, flags: None }, // ftruncate64: uint unsigned int pad
    ArgRow { name: 2272, alias: 2272, ctype: 2084, kind: ArgKind::Uint, flags: None }, // ftruncate64: uint unsigned int length_high
    ArgRow { name: 2271, alias: 2271, ctype: 2084, kind: ArgKind::Uint, flags: None }, // ftruncate64: uint unsigned int length_low
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // ftruncate64: fd int fd
    ArgRow { name: 2272, alias: 2272, ctype: 2084, kind: ArgKind::Uint, flags: None }, // ftruncate64: uint unsigned int length_high
    ArgRow { name: 2271, alias: 2271, ctype: 2084, kind: ArgKind::Uint, flags: None }, // ftruncate64: uint unsigned int length_low
    ArgRow { name: 2273, alias: 2273, ctype: 2274, kind: ArgKind::Pointer, flags: None }, // futex: pointer uint32_t *uaddr
    ArgRow { name: 2275, alias: 2157, ctype: 2077, kind: ArgKind::Int, flags: Some(107) }, // futex: int int futex_op/op = futex
    ArgRow { name: 2276, alias: 2276, ctype: 2084, kind: ArgKind::Uint, flags: None }, // futex: uint unsigned int val
    ArgRow { name: 2094, alias: 493, ctype: 2192, kind: ArgKind::Pointer, flags: None }, // futex: pointer const struct timespec *timeout/utime
    ArgRow { name: 2277, alias: 2277, ctype: 2274, kind: ArgKind::Pointer, flags: None }, // futex: pointer uint32_t *uaddr2
    ArgRow { name: 2278, alias: 2278, ctype: 2084, kind: ArgKind::Uint, flags: None }, // futex: uint unsigned int val3
    ArgRow { name: 2279, alias: 2279, ctype: 2280, kind: ArgKind::Pointer, flags: None }, // futex_requeue: pointer struct futex_waitv *waiters
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: None }, // futex_requeue: uint unsigned int flags
    ArgRow { name: 2281, alias: 2281, ctype: 2077, kind: ArgKind::Int, flags: None }, // futex_requeue: int int nr_wake
    ArgRow { name: 2282, alias: 2282, ctype: 2077, kind: ArgKind::Int, flags: None }, // futex_requeue: int int nr_requeue
    ArgRow { name: 2273, alias: 2273, ctype: 2274, kind: ArgKind::Pointer, flags: None }, // futex_time64: pointer uint32_t *uaddr
    ArgRow { name: 2275, alias: 2157, ctype: 2077, kind: ArgKind::Int, flags: Some(107) }, // futex_time64: int int futex_op/op = futex
    ArgRow { name: 2276, alias: 2276, ctype: 2084, kind: ArgKind::Uint, flags: None }, // futex_time64: uint unsigned int val
    ArgRow { name: 2094, alias: 493, ctype: 2195, kind: ArgKind::Pointer, flags: None }, // futex_time64: pointer const struct __kernel_timespec *timeout/utime
    ArgRow { name: 2277, alias: 2277, ctype: 2274, kind: ArgKind::Pointer, flags: None }, // futex_time64: pointer uint32_t *uaddr2
    ArgRow { name: 2278, alias: 2278, ctype: 2084, kind: ArgKind::Uint, flags: None }, // futex_time64: uint unsigned int val3
    ArgRow { name: 2273, alias: 2273, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // futex_wait: pointer void *uaddr
    ArgRow { name: 2276, alias: 2276, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // futex_wait: ulong unsigned long val
    ArgRow { name: 2241, alias: 2241, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // futex_wait: ulong unsigned long mask
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(2020) }, // futex_wait: uint unsigned int flags = futex2
    ArgRow { name: 2094, alias: 2094, ctype: 2189, kind: ArgKind::Pointer, flags: None }, // futex_wait: pointer struct __kernel_timespec *timeout
    ArgRow { name: 2185, alias: 2185, ctype: 2077, kind: ArgKind::Int, flags: Some(2016) }, // futex_wait: int int clockid = clock
    ArgRow { name: 2279, alias: 2279, ctype: 2280, kind: ArgKind::Pointer, flags: None }, // futex_waitv: pointer struct futex_waitv *waiters
    ArgRow { name: 2283, alias: 2283, ctype: 2084, kind: ArgKind::Uint, flags: None }, // futex_waitv: uint unsigned int nr_futexes
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: None }, // futex_waitv: uint unsigned int flags
    ArgRow { name: 2094, alias: 2094, ctype: 2189, kind: ArgKind::Pointer, flags: None }, // futex_waitv: pointer struct __kernel_timespec *timeout
    ArgRow { name: 2185, alias: 2185, ctype: 2077, kind: ArgKind::Int, flags: Some(2016) }, // futex_waitv: int int clockid = clock
    ArgRow { name: 2273, alias: 2273, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // futex_wake: pointer void *uaddr
    ArgRow { name: 2241, alias: 2241, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // futex_wake: ulong unsigned long mask
    ArgRow { name: 2284, alias: 2284, ctype: 2077, kind: ArgKind::Int, flags: None }, // futex_wake: int int nr
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(2020) }, // futex_wake: uint unsigned int flags = futex2
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // futimesat: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // futimesat: path const char *pathname/filename
    ArgRow { name: 472, alias: 496, ctype: 2285, kind: ArgKind::Pointer, flags: None }, // futimesat: pointer const struct timeval *times/utimes
    ArgRow { name: 2286, alias: 2286, ctype: 2287, kind: ArgKind::Pointer, flags: None }, // get_kernel_syms: pointer struct kernel_sym *table
    ArgRow { name: 2040, alias: 2288, ctype: 2105, kind: ArgKind::Pointer, flags: None }, // get_mempolicy: pointer int *mode/policy
    ArgRow { name: 2289, alias: 2290, ctype: 2144, kind: ArgKind::Pointer, flags: None }, // get_mempolicy: pointer unsigned long *nodemask/nmask
    ArgRow { name: 2291, alias: 2291, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // get_mempolicy: ulong unsigned long maxnode
    ArgRow { name: 2100, alias: 2100, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // get_mempolicy: pointer void *addr
    ArgRow { name: 2106, alias: 2106, ctype: 2079, kind: ArgKind::Ulong, flags: Some(115) }, // get_mempolicy: ulong unsigned long flags = get_mempolicy
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // get_robust_list: pid pid_t pid
    ArgRow { name: 2294, alias: 2294, ctype: 2295, kind: ArgKind::Pointer, flags: None }, // get_robust_list: pointer struct robust_list_head **head_ptr
    ArgRow { name: 2296, alias: 2296, ctype: 2297, kind: ArgKind::Pointer, flags: None }, // get_robust_list: pointer size_t *len_ptr
    ArgRow { name: 2298, alias: 2298, ctype: 2299, kind: ArgKind::Pointer, flags: None }, // get_thread_area: pointer struct user_desc *u_info
    ArgRow { name: 2300, alias: 2301, ctype: 2302, kind: ArgKind::Pointer, flags: None }, // getcpu: pointer unsigned int *cpu/cpup
    ArgRow { name: 2303, alias: 2304, ctype: 2302, kind: ArgKind::Pointer, flags: None }, // getcpu: pointer unsigned int *node/nodep
    ArgRow { name: 2305, alias: 2306, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // getcpu: pointer void *tcache/unused
    ArgRow { name: 2122, alias: 2122, ctype: 2156, kind: ArgKind::Pointer, flags: None }, // getcwd: pointer char *buf
    ArgRow { name: 2154, alias: 2154, ctype: 2119, kind: ArgKind::Size, flags: None }, // getcwd: size size_t size
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // getdents: fd int fd
    ArgRow { name: 2307, alias: 2308, ctype: 2309, kind: ArgKind::Pointer, flags: None }, // getdents: pointer struct linux_dirent *dirp/dirent
    ArgRow { name: 2229, alias: 2229, ctype: 2084, kind: ArgKind::Uint, flags: None }, // getdents: uint unsigned int count
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // getdents64: fd int fd
    ArgRow { name: 2307, alias: 2308, ctype: 2310, kind: ArgKind::Pointer, flags: None }, // getdents64: pointer struct linux_dirent64 *dirp/dirent
    ArgRow { name: 2229, alias: 2229, ctype: 2084, kind: ArgKind::Uint, flags: None }, // getdents64: uint unsigned int count
    ArgRow { name: 2154, alias: 2311, ctype: 2077, kind: ArgKind::Int, flags: None }, // getgroups: int int size/gidsetsize
    ArgRow { name: 2253, alias: 2312, ctype: 2313, kind: ArgKind::Pointer, flags: None }, // getgroups: pointer gid_t *list/grouplist
    ArgRow { name: 2154, alias: 2311, ctype: 2077, kind: ArgKind::Int, flags: None }, // getgroups32: int int size/gidsetsize
    ArgRow { name: 2253, alias: 2312, ctype: 2313, kind: ArgKind::Pointer, flags: None }, // getgroups32: pointer gid_t *list/grouplist
    ArgRow { name: 2314, alias: 2314, ctype: 2077, kind: ArgKind::Int, flags: Some(2027) }, // getitimer: int int which = itimer
    ArgRow { name: 2315, alias: 2247, ctype: 2316, kind: ArgKind::Pointer, flags: None }, // getitimer: pointer struct itimerval *curr_value/value
    ArgRow { name: 2099, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // getpeername: fd int sockfd/fd
    ArgRow { name: 2100, alias: 2317, ctype: 2102, kind: ArgKind::Pointer, flags: None }, // getpeername: pointer struct sockaddr *addr/usockaddr
    ArgRow { name: 2103, alias: 2318, ctype: 2105, kind: ArgKind::Pointer, flags: None }, // getpeername: pointer int *addrlen/usockaddr_len
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // getpgid: pid pid_t pid
    ArgRow { name: 2314, alias: 2314, ctype: 2077, kind: ArgKind::Int, flags: Some(2051) }, // getpriority: int int which = prio
    ArgRow { name: 2319, alias: 2319, ctype: 2077, kind: ArgKind::Int, flags: None }, // getpriority: int int who
    ArgRow { name: 2122, alias: 2320, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // getrandom: pointer void *buf/ubuf
    ArgRow { name: 2321, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // getrandom: size size_t buflen/len
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(140) }, // getrandom: uint unsigned int flags = getrandom
    ArgRow { name: 2322, alias: 2323, ctype: 2313, kind: ArgKind::Pointer, flags: None }, // getresgid: pointer gid_t *rgid/rgidp
    ArgRow { name: 2324, alias: 2325, ctype: 2313, kind: ArgKind::Pointer, flags: None }, // getresgid: pointer gid_t *egid/egidp
    ArgRow { name: 2326, alias: 2327, ctype: 2313, kind: ArgKind::Pointer, flags: None }, // getresgid: pointer gid_t *sgid/sgidp
    ArgRow { name: 2322, alias: 2323, ctype: 2313, kind: ArgKind::Pointer, flags: None }, // getresgid32: pointer gid_t *rgid/rgidp
    ArgRow { name: 2324, alias: 2325, ctype: 2313, kind: ArgKind::Pointer, flags: None }, // getresgid32: pointer gid_t *egid/egidp
    ArgRow { name: 2326, alias: 2327, ctype: 2313, kind: ArgKind::Pointer, flags: None }, // getresgid32: pointer gid_t *sgid/sgidp
    ArgRow { name: 2328, alias: 2329, ctype: 2330, kind: ArgKind::Pointer, flags: None }, // getresuid: pointer uid_t *ruid/ruidp
    ArgRow { name: 2331, alias: 2332, ctype: 2330, kind: ArgKind::Pointer, flags: None }, // getresuid: pointer uid_t *euid/euidp
    ArgRow { name: 2333, alias: 2334, ctype: 2330, kind: ArgKind::Pointer, flags: None }, // getresuid: pointer uid_t *suid/suidp
    ArgRow { name: 2328, alias: 2329, ctype: 2330, kind: ArgKind::Pointer, flags: None }, // getresuid32: pointer uid_t *ruid/ruidp
    ArgRow { name: 2331, alias: 2332, ctype: 2330, kind: ArgKind::Pointer, flags: None }, // getresuid32: pointer uid_t *euid/euidp
    ArgRow { name: 2333, alias: 2334, ctype: 2330, kind: ArgKind::Pointer, flags: None }, // getresuid32: pointer uid_t *suid/suidp
    ArgRow { name: 2335, alias: 2335, ctype: 2084, kind: ArgKind::Uint, flags: Some(2057) }, // getrlimit: uint unsigned int resource = rlimit
    ArgRow { name: 2336, alias: 2336, ctype: 2337, kind: ArgKind::Pointer, flags: None }, // getrlimit: pointer struct rlimit *rlim
    ArgRow { name: 2319, alias: 2319, ctype: 2077, kind: ArgKind::Int, flags: Some(2058) }, // getrusage: int int who = rusage
    ArgRow { name: 2338, alias: 2339, ctype: 2340, kind: ArgKind::Pointer, flags: None }, // getrusage: pointer struct rusage *usage/ru
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // getsid: pid pid_t pid
    ArgRow { name: 2099, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // getsockname: fd int sockfd/fd
    ArgRow { name: 2100, alias: 2317, ctype: 2102, kind: ArgKind::Pointer, flags: None }, // getsockname: pointer struct sockaddr *addr/usockaddr
    ArgRow { name: 2103, alias: 2318, ctype: 2105, kind: ArgKind::Pointer, flags: None }, // getsockname: pointer int *addrlen/usockaddr_len
    ArgRow { name: 2099, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // getsockopt: fd int sockfd/fd
    ArgRow { name: 2341, alias: 2341, ctype: 2077, kind: ArgKind::Int, flags: Some(2071) }, // getsockopt: int int level = sol
    ArgRow { name: 2342, alias: 2342, ctype: 2077, kind: ArgKind::Int, flags: None }, // getsockopt: int int optname
    ArgRow { name: 2343, alias: 2343, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // getsockopt: pointer void *optval
    ArgRow { name: 2344, alias: 2344, ctype: 2105, kind: ArgKind::Pointer, flags: None }, // getsockopt: pointer int *optlen
    ArgRow { name: 2345, alias: 2345, ctype: 2096, kind: ArgKind::Pointer, flags: None }, // gettimeofday: pointer struct timeval *tv
    ArgRow { name: 2346, alias: 2346, ctype: 2347, kind: ArgKind::Pointer, flags: None }, // gettimeofday: pointer struct timezone *tz
    ArgRow { name: 2174, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // getxattr: path const char *path/pathname
    ArgRow { name: 2110, alias: 2110, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // getxattr: pointer const char *name
    ArgRow { name: 2247, alias: 2247, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // getxattr: pointer void *value
    ArgRow { name: 2154, alias: 2154, ctype: 2119, kind: ArgKind::Size, flags: None }, // getxattr: size size_t size
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // getxattrat: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // getxattrat: path const char *pathname
    ArgRow { name: 2251, alias: 2251, ctype: 2084, kind: ArgKind::Uint, flags: Some(2014) }, // getxattrat: uint unsigned int at_flags = at
    ArgRow { name: 2110, alias: 2110, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // getxattrat: pointer const char *name
    ArgRow { name: 2097, alias: 2205, ctype: 2348, kind: ArgKind::Pointer, flags: None }, // getxattrat: pointer struct xattr_args *args/uargs
    ArgRow { name: 2154, alias: 2250, ctype: 2119, kind: ArgKind::Size, flags: None }, // getxattrat: size size_t size/usize
    ArgRow { name: 2349, alias: 2350, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // init_module: pointer void *module_image/umod
    ArgRow { name: 2132, alias: 2132, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // init_module: ulong unsigned long len
    ArgRow { name: 2252, alias: 2205, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // init_module: pointer const char *param_values/uargs
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // inotify_add_watch: fd int fd
    ArgRow { name: 2107, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // inotify_add_watch: path const char *pathname
    ArgRow { name: 2241, alias: 2241, ctype: 2084, kind: ArgKind::Uint, flags: Some(2022) }, // inotify_add_watch: uint unsigned int mask = inotify
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(160) }, // inotify_init1: int int flags = inotify_init
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // inotify_rm_watch: fd int fd
    ArgRow { name: 2351, alias: 2351, ctype: 2077, kind: ArgKind::Int, flags: None }, // inotify_rm_watch: int int wd
    ArgRow { name: 2352, alias: 2352, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // io_cancel: ulong unsigned long ctx_id
    ArgRow { name: 2353, alias: 2353, ctype: 2354, kind: ArgKind::Pointer, flags: None }, // io_cancel: pointer struct iocb *iocb
    ArgRow { name: 2081, alias: 2081, ctype: 2355, kind: ArgKind::Pointer, flags: None }, // io_cancel: pointer struct io_event *result
    ArgRow { name: 2352, alias: 2356, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // io_destroy: ulong unsigned long ctx_id/ctx
    ArgRow { name: 2352, alias: 2352, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // io_getevents: ulong unsigned long ctx_id
    ArgRow { name: 2357, alias: 2357, ctype: 2147, kind: ArgKind::Long, flags: None }, // io_getevents: long long min_nr
    ArgRow { name: 2284, alias: 2284, ctype: 2147, kind: ArgKind::Long, flags: None }, // io_getevents: long long nr
    ArgRow { name: 2223, alias: 2223, ctype: 2355, kind: ArgKind::Pointer, flags: None }, // io_getevents: pointer struct io_event *events
    ArgRow { name: 2094, alias: 2094, ctype: 2188, kind: ArgKind::Pointer, flags: None }, // io_getevents: pointer struct timespec *timeout
    ArgRow { name: 2352, alias: 2352, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // io_pgetevents: ulong unsigned long ctx_id
    ArgRow { name: 2357, alias: 2357, ctype: 2147, kind: ArgKind::Long, flags: None }, // io_pgetevents: long long min_nr
    ArgRow { name: 2284, alias: 2284, ctype: 2147, kind: ArgKind::Long, flags: None }, // io_pgetevents: long long nr
    ArgRow { name: 2223, alias: 2223, ctype: 2355, kind: ArgKind::Pointer, flags: None }, // io_pgetevents: pointer struct io_event *events
    ArgRow { name: 2094, alias: 2094, ctype: 2188, kind: ArgKind::Pointer, flags: None }, // io_pgetevents: pointer struct timespec *timeout
    ArgRow { name: 2358, alias: 2358, ctype: 2359, kind: ArgKind::Pointer, flags: None }, // io_pgetevents: pointer const struct __aio_sigset *usig
    ArgRow { name: 2352, alias: 2352, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // io_pgetevents_time64: ulong unsigned long ctx_id
    ArgRow { name: 2357, alias: 2357, ctype: 2147, kind: ArgKind::Long, flags: None }, // io_pgetevents_time64: long long min_nr
    ArgRow { name: 2284, alias: 2284, ctype: 2147, kind: ArgKind::Long, flags: None }, // io_pgetevents_time64: long long nr
    ArgRow { name: 2223, alias: 2223, ctype: 2355, kind: ArgKind::Pointer, flags: None }, // io_pgetevents_time64: pointer struct io_event *events
    ArgRow { name: 2094, alias: 2094, ctype: 2189, kind: ArgKind::Pointer, flags: None }, // io_pgetevents_time64: pointer struct __kernel_timespec *timeout
    ArgRow { name: 2358, alias: 2358, ctype: 2359, kind: ArgKind::Pointer, flags: None }, // io_pgetevents_time64: pointer const struct __aio_sigset *usig
    ArgRow { name: 2360, alias: 2360, ctype: 2084, kind: ArgKind::Uint, flags: None }, // io_setup: uint unsigned int nr_events
    ArgRow { name: 2361, alias: 2362, ctype: 2363, kind: ArgKind::Pointer, flags: None }, // io_setup: pointer aio_context_t *ctx_idp/ctxp
    ArgRow { name: 2352, alias: 2352, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // io_submit: ulong unsigned long ctx_id
    ArgRow { name: 2284, alias: 2284, ctype: 2147, kind: ArgKind::Long, flags: None }, // io_submit: long long nr
    ArgRow { name: 2364, alias: 2364, ctype: 2365, kind: ArgKind::Pointer, flags: None }, // io_submit: pointer struct iocb **iocbpp
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // io_uring_enter: fd int fd
    ArgRow { name: 2366, alias: 2366, ctype: 2084, kind: ArgKind::Uint, flags: None }, // io_uring_enter: uint unsigned int to_submit
    ArgRow { name: 2367, alias: 2367, ctype: 2084, kind: ArgKind::Uint, flags: None }, // io_uring_enter: uint unsigned int min_complete
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(170) }, // io_uring_enter: uint unsigned int flags = io_uring_enter
    ArgRow { name: 2368, alias: 2369, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // io_uring_enter: pointer const void *sig/argp
    ArgRow { name: 2370, alias: 2371, ctype: 2119, kind: ArgKind::Size, flags: None }, // io_uring_enter: size size_t sigsz/argsz
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // io_uring_register: fd int fd
    ArgRow { name: 2372, alias: 2372, ctype: 2084, kind: ArgKind::Uint, flags: None }, // io_uring_register: uint unsigned int opcode
    ArgRow { name: 2246, alias: 2246, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // io_uring_register: pointer void *arg
    ArgRow { name: 2373, alias: 2373, ctype: 2084, kind: ArgKind::Uint, flags: None }, // io_uring_register: uint unsigned int nr_args
    ArgRow { name: 2374, alias: 2374, ctype: 2084, kind: ArgKind::Uint, flags: None }, // io_uring_setup: uint unsigned int entries
    ArgRow { name: 2375, alias: 2376, ctype: 2377, kind: ArgKind::Pointer, flags: None }, // io_uring_setup: pointer struct io_uring_params *p/params
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // ioctl: fd int fd
    ArgRow { name: 2190, alias: 2150, ctype: 2084, kind: ArgKind::Uint, flags: Some(173) }, // ioctl: uint unsigned int request/cmd = ioctl
    ArgRow { name: 2369, alias: 2246, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // ioctl: ulong unsigned long argp/arg
    ArgRow { name: 2378, alias: 2378, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // ioperm: ulong unsigned long from
    ArgRow { name: 2379, alias: 2379, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // ioperm: ulong unsigned long num
    ArgRow { name: 2380, alias: 2380, ctype: 2077, kind: ArgKind::Int, flags: None }, // ioperm: int int turn_on
    ArgRow { name: 2341, alias: 2341, ctype: 2084, kind: ArgKind::Uint, flags: None }, // iopl: uint unsigned int level
    ArgRow { name: 2314, alias: 2314, ctype: 2077, kind: ArgKind::Int, flags: Some(2023) }, // ioprio_get: int int which = ioprio_who
    ArgRow { name: 2319, alias: 2319, ctype: 2077, kind: ArgKind::Int, flags: None }, // ioprio_get: int int who
    ArgRow { name: 2314, alias: 2314, ctype: 2077, kind: ArgKind::Int, flags: Some(2023) }, // ioprio_set: int int which = ioprio_who
    ArgRow { name: 2319, alias: 2319, ctype: 2077, kind: ArgKind::Int, flags: None }, // ioprio_set: int int who
    ArgRow { name: 2381, alias: 2381, ctype: 2077, kind: ArgKind::Int, flags: None }, // ioprio_set: int int ioprio
    ArgRow { name: 2382, alias: 2382, ctype: 2084, kind: ArgKind::Uint, flags: Some(178) }, // ipc: uint unsigned int call = ipc
    ArgRow { name: 2207, alias: 2207, ctype: 2077, kind: ArgKind::Int, flags: None }, // ipc: int int first
    ArgRow { name: 2383, alias: 2383, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // ipc: ulong unsigned long second
    ArgRow { name: 2384, alias: 2384, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // ipc: ulong unsigned long third
    ArgRow { name: 2385, alias: 2385, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // ipc: pointer void *ptr
    ArgRow { name: 2386, alias: 2386, ctype: 2147, kind: ArgKind::Long, flags: None }, // ipc: long long fifth
    ArgRow { name: 2387, alias: 2387, ctype: 2293, kind: ArgKind::Pid, flags: None }, // kcmp: pid pid_t pid1
    ArgRow { name: 2388, alias: 2388, ctype: 2293, kind: ArgKind::Pid, flags: None }, // kcmp: pid pid_t pid2
    ArgRow { name: 2111, alias: 2111, ctype: 2077, kind: ArgKind::Int, flags: Some(179) }, // kcmp: int int type = kcmp
    ArgRow { name: 2389, alias: 2389, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // kcmp: ulong unsigned long idx1
    ArgRow { name: 2390, alias: 2390, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // kcmp: ulong unsigned long idx2
    ArgRow { name: 2391, alias: 2391, ctype: 2077, kind: ArgKind::Fd, flags: None }, // kexec_file_load: fd int kernel_fd
    ArgRow { name: 2392, alias: 2392, ctype: 2077, kind: ArgKind::Fd, flags: None }, // kexec_file_load: fd int initrd_fd
    ArgRow { name: 2393, alias: 2393, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // kexec_file_load: ulong unsigned long cmdline_len
    ArgRow { name: 2394, alias: 2395, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // kexec_file_load: pointer const char *cmdline/cmdline_ptr
    ArgRow { name: 2106, alias: 2106, ctype: 2079, kind: ArgKind::Ulong, flags: Some(2029) }, // kexec_file_load: ulong unsigned long flags = kexec_file
    ArgRow { name: 2396, alias: 2396, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // kexec_load: ulong unsigned long entry
    ArgRow { name: 2397, alias: 2397, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // kexec_load: ulong unsigned long nr_segments
    ArgRow { name: 2398, alias: 2398, ctype: 2399, kind: ArgKind::Pointer, flags: None }, // kexec_load: pointer struct kexec_segment *segments
    ArgRow { name: 2106, alias: 2106, ctype: 2079, kind: ArgKind::Ulong, flags: Some(2028) }, // kexec_load: ulong unsigned long flags = kexec
    ArgRow { name: 2254, alias: 2127, ctype: 2077, kind: ArgKind::Int, flags: Some(182) }, // keyctl: int int operation/option = keyctl
    ArgRow { name: 2128, alias: 2128, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // keyctl: ulong unsigned long arg2
    ArgRow { name: 2400, alias: 2400, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // keyctl: ulong unsigned long arg3
    ArgRow { name: 2401, alias: 2401, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // keyctl: ulong unsigned long arg4
    ArgRow { name: 2402, alias: 2402, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // keyctl: ulong unsigned long arg5
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // kill: pid pid_t pid
    ArgRow { name: 2368, alias: 2368, ctype: 2077, kind: ArgKind::Signal, flags: None }, // kill: signal int sig
    ArgRow { name: 2403, alias: 2403, ctype: 2077, kind: ArgKind::Fd, flags: None }, // landlock_add_rule: fd int ruleset_fd
    ArgRow { name: 2404, alias: 2404, ctype: 2077, kind: ArgKind::Int, flags: Some(2035) }, // landlock_add_rule: int int rule_type = landlock_rule
    ArgRow { name: 2405, alias: 2405, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // landlock_add_rule: pointer const void *rule_attr
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: None }, // landlock_add_rule: uint unsigned int flags
    ArgRow { name: 2151, alias: 2151, ctype: 2406, kind: ArgKind::Pointer, flags: None }, // landlock_create_ruleset: pointer const struct landlock_ruleset_attr *attr
    ArgRow { name: 2154, alias: 2154, ctype: 2119, kind: ArgKind::Size, flags: None }, // landlock_create_ruleset: size size_t size
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(2031) }, // landlock_create_ruleset: uint unsigned int flags = landlock_create
    ArgRow { name: 2403, alias: 2403, ctype: 2077, kind: ArgKind::Fd, flags: None }, // landlock_restrict_self: fd int ruleset_fd
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(2034) }, // landlock_restrict_self: uint unsigned int flags = landlock_restrict
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // lchown: path const char *pathname/filename
    ArgRow { name: 2176, alias: 2177, ctype: 2178, kind: ArgKind::Uid, flags: None }, // lchown: uid uid_t owner/user
    ArgRow { name: 2179, alias: 2179, ctype: 2180, kind: ArgKind::Gid, flags: None }, // lchown: gid gid_t group
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // lchown32: path const char *pathname/filename
    ArgRow { name: 2176, alias: 2177, ctype: 2178, kind: ArgKind::Uid, flags: None }, // lchown32: uid uid_t owner/user
    ArgRow { name: 2179, alias: 2179, ctype: 2180, kind: ArgKind::Gid, flags: None }, // lchown32: gid gid_t group
    ArgRow { name: 2174, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // lgetxattr: path const char *path/pathname
    ArgRow { name: 2110, alias: 2110, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // lgetxattr: pointer const char *name
    ArgRow { name: 2247, alias: 2247, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // lgetxattr: pointer void *value
    ArgRow { name: 2154, alias: 2154, ctype: 2119, kind: ArgKind::Size, flags: None }, // lgetxattr: size size_t size
    ArgRow { name: 2407, alias: 2408, ctype: 2109, kind: ArgKind::Path, flags: None }, // link: path const char *oldpath/oldname
    ArgRow { name: 2409, alias: 2410, ctype: 2109, kind: ArgKind::Path, flags: None }, // link: path const char *newpath/newname
    ArgRow { name: 2411, alias: 2412, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // linkat: dirfd int olddirfd/olddfd
    ArgRow { name: 2407, alias: 2408, ctype: 2109, kind: ArgKind::Path, flags: None }, // linkat: path const char *oldpath/oldname
    ArgRow { name: 2413, alias: 2414, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // linkat: dirfd int newdirfd/newdfd
    ArgRow { name: 2409, alias: 2410, ctype: 2109, kind: ArgKind::Path, flags: None }, // linkat: path const char *newpath/newname
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(191) }, // linkat: int int flags = linkat
    ArgRow { name: 2099, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // listen: fd int sockfd/fd
    ArgRow { name: 2415, alias: 2415, ctype: 2077, kind: ArgKind::Int, flags: None }, // listen: int int backlog
    ArgRow { name: 2416, alias: 2416, ctype: 2417, kind: ArgKind::Pointer, flags: None }, // listmount: pointer const struct mnt_id_req *req
    ArgRow { name: 2418, alias: 2418, ctype: 2419, kind: ArgKind::Pointer, flags: None }, // listmount: pointer uint64_t *mnt_ids
    ArgRow { name: 2420, alias: 2420, ctype: 2119, kind: ArgKind::Size, flags: None }, // listmount: size size_t nr_mnt_ids
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(193) }, // listmount: uint unsigned int flags = listmount
    ArgRow { name: 2416, alias: 2416, ctype: 2421, kind: ArgKind::Pointer, flags: None }, // listns: pointer const struct ns_id_req *req
    ArgRow { name: 2422, alias: 2422, ctype: 2419, kind: ArgKind::Pointer, flags: None }, // listns: pointer uint64_t *ns_ids
    ArgRow { name: 2423, alias: 2423, ctype: 2119, kind: ArgKind::Size, flags: None }, // listns: size size_t nr_ns_ids
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: None }, // listns: uint unsigned int flags
    ArgRow { name: 2174, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // listxattr: path const char *path/pathname
    ArgRow { name: 2253, alias: 2253, ctype: 2156, kind: ArgKind::Pointer, flags: None }, // listxattr: pointer char *list
    ArgRow { name: 2154, alias: 2154, ctype: 2119, kind: ArgKind::Size, flags: None }, // listxattr: size size_t size
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // listxattrat: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // listxattrat: path const char *pathname
    ArgRow { name: 2251, alias: 2251, ctype: 2084, kind: ArgKind::Uint, flags: Some(2014) }, // listxattrat: uint unsigned int at_flags = at
    ArgRow { name: 2253, alias: 2253, ctype: 2156, kind: ArgKind::Pointer, flags: None }, // listxattrat: pointer char *list
    ArgRow { name: 2154, alias: 2154, ctype: 2119, kind: ArgKind::Size, flags: None }, // listxattrat: size size_t size
    ArgRow { name: 2174, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // llistxattr: path const char *path/pathname
    ArgRow { name: 2253, alias: 2253, ctype: 2156, kind: ArgKind::Pointer, flags: None }, // llistxattr: pointer char *list
    ArgRow { name: 2154, alias: 2154, ctype: 2119, kind: ArgKind::Size, flags: None }, // llistxattr: size size_t size
    ArgRow { name: 2424, alias: 2425, ctype: 2242, kind: ArgKind::Ulong64, flags: None }, // lookup_dcookie: ulong64 uint64_t cookie/cookie64
    ArgRow { name: 2426, alias: 2122, ctype: 2156, kind: ArgKind::Pointer, flags: None }, // lookup_dcookie: pointer char *buffer/buf
    ArgRow { name: 2132, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // lookup_dcookie: size size_t len
    ArgRow { name: 2427, alias: 2428, ctype: 2084, kind: ArgKind::Uint, flags: None }, // lookup_dcookie: uint unsigned int cookie_low/cookie64_low
    ArgRow { name: 2429, alias: 2430, ctype: 2084, kind: ArgKind::Uint, flags: None }, // lookup_dcookie: uint unsigned int cookie_high/cookie64_high
    ArgRow { name: 2426, alias: 2122, ctype: 2156, kind: ArgKind::Pointer, flags: None }, // lookup_dcookie: pointer char *buffer/buf
    ArgRow { name: 2132, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // lookup_dcookie: size size_t len
    ArgRow { name: 2429, alias: 2430, ctype: 2084, kind: ArgKind::Uint, flags: None }, // lookup_dcookie: uint unsigned int cookie_high/cookie64_high
    ArgRow { name: 2427, alias: 2428, ctype: 2084, kind: ArgKind::Uint, flags: None }, // lookup_dcookie: uint unsigned int cookie_low/cookie64_low
    ArgRow { name: 2426, alias: 2122, ctype: 2156, kind: ArgKind::Pointer, flags: None }, // lookup_dcookie: pointer char *buffer/buf
    ArgRow { name: 2132, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // lookup_dcookie: size size_t len
    ArgRow { name: 2174, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // lremovexattr: path const char *path/pathname
    ArgRow { name: 2110, alias: 2110, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // lremovexattr: pointer const char *name
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // lseek: fd int fd
    ArgRow { name: 2130, alias: 2130, ctype: 2270, kind: ArgKind::Long, flags: None }, // lseek: long off_t offset
    ArgRow { name: 2083, alias: 2083, ctype: 2084, kind: ArgKind::Uint, flags: Some(2063) }, // lseek: uint unsigned int whence = seek
    ArgRow { name: 2174, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // lsetxattr: path const char *path/pathname
    ArgRow { name: 2110, alias: 2110, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // lsetxattr: pointer const char *name
    ArgRow { name: 2247, alias: 2247, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // lsetxattr: pointer const void *value
    ArgRow { name: 2154, alias: 2154, ctype: 2119, kind: ArgKind::Size, flags: None }, // lsetxattr: size size_t size
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(2075) }, // lsetxattr: int int flags = xattr
    ArgRow { name: 2151, alias: 2151, ctype: 2084, kind: ArgKind::Uint, flags: Some(2037) }, // lsm_get_self_attr: uint unsigned int attr = lsm_attr
    ArgRow { name: 2356, alias: 2356, ctype: 2431, kind: ArgKind::Pointer, flags: None }, // lsm_get_self_attr: pointer struct lsm_ctx *ctx
    ArgRow { name: 2154, alias: 2154, ctype: 2274, kind: ArgKind::Pointer, flags: None }, // lsm_get_self_attr: pointer uint32_t *size
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: None }, // lsm_get_self_attr: uint unsigned int flags
    ArgRow { name: 2432, alias: 2432, ctype: 2419, kind: ArgKind::Pointer, flags: None }, // lsm_list_modules: pointer uint64_t *ids
    ArgRow { name: 2154, alias: 2154, ctype: 2274, kind: ArgKind::Pointer, flags: None }, // lsm_list_modules: pointer uint32_t *size
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: None }, // lsm_list_modules: uint unsigned int flags
    ArgRow { name: 2151, alias: 2151, ctype: 2084, kind: ArgKind::Uint, flags: Some(2037) }, // lsm_set_self_attr: uint unsigned int attr = lsm_attr
    ArgRow { name: 2356, alias: 2356, ctype: 2431, kind: ArgKind::Pointer, flags: None }, // lsm_set_self_attr: pointer struct lsm_ctx *ctx
    ArgRow { name: 2154, alias: 2154, ctype: 2084, kind: ArgKind::Uint, flags: None }, // lsm_set_self_attr: uint unsigned int size
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: None }, // lsm_set_self_attr: uint unsigned int flags
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // lstat: path const char *pathname/filename
    ArgRow { name: 2263, alias: 2263, ctype: 2264, kind: ArgKind::Pointer, flags: None }, // lstat: pointer struct stat *statbuf
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // lstat64: path const char *pathname/filename
    ArgRow { name: 2263, alias: 2263, ctype: 2265, kind: ArgKind::Pointer, flags: None }, // lstat64: pointer struct stat64 *statbuf
    ArgRow { name: 2100, alias: 2158, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // madvise: pointer void *addr/start
    ArgRow { name: 2269, alias: 2433, ctype: 2119, kind: ArgKind::Size, flags: None }, // madvise: size size_t length/len_in
    ArgRow { name: 2129, alias: 2434, ctype: 2077, kind: ArgKind::Int, flags: Some(208) }, // madvise: int int advice/behavior = madvise
    ArgRow { name: 2100, alias: 2100, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // map_shadow_stack: ulong unsigned long addr
    ArgRow { name: 2154, alias: 2154, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // map_shadow_stack: ulong unsigned long size
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(2065) }, // map_shadow_stack: uint unsigned int flags = shadow_stack
    ArgRow { name: 2100, alias: 2158, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // mbind: pointer void *addr/start
    ArgRow { name: 2132, alias: 2132, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // mbind: ulong unsigned long len
    ArgRow { name: 2040, alias: 2040, ctype: 2079, kind: ArgKind::Ulong, flags: Some(2042) }, // mbind: ulong unsigned long mode = mpol
    ArgRow { name: 2289, alias: 2290, ctype: 2435, kind: ArgKind::Pointer, flags: None }, // mbind: pointer const unsigned long *nodemask/nmask
    ArgRow { name: 2291, alias: 2291, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // mbind: ulong unsigned long maxnode
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(210) }, // mbind: uint unsigned int flags = mbind
    ArgRow { name: 2150, alias: 2150, ctype: 2077, kind: ArgKind::Int, flags: Some(211) }, // membarrier: int int cmd = membarrier
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(2038) }, // membarrier: uint unsigned int flags = membarrier_flags
    ArgRow { name: 2436, alias: 2436, ctype: 2077, kind: ArgKind::Int, flags: None }, // membarrier: int int cpu_id
    ArgRow { name: 2110, alias: 482, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // memfd_create: pointer const char *name/uname
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(2039) }, // memfd_create: uint unsigned int flags = memfd
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(213) }, // memfd_secret: uint unsigned int flags = memfd_secret
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // migrate_pages: pid pid_t pid
    ArgRow { name: 2291, alias: 2291, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // migrate_pages: ulong unsigned long maxnode
    ArgRow { name: 2437, alias: 2437, ctype: 2435, kind: ArgKind::Pointer, flags: None }, // migrate_pages: pointer const unsigned long *old_nodes
    ArgRow { name: 2438, alias: 2438, ctype: 2435, kind: ArgKind::Pointer, flags: None }, // migrate_pages: pointer const unsigned long *new_nodes
    ArgRow { name: 2100, alias: 2158, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // mincore: pointer void *addr/start
    ArgRow { name: 2269, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // mincore: size size_t length/len
    ArgRow { name: 2439, alias: 2439, ctype: 2440, kind: ArgKind::Pointer, flags: None }, // mincore: pointer unsigned char *vec
    ArgRow { name: 2107, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // mkdir: path const char *pathname
    ArgRow { name: 2040, alias: 2040, ctype: 2175, kind: ArgKind::Mode, flags: None }, // mkdir: mode mode_t mode
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // mkdirat: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // mkdirat: path const char *pathname
    ArgRow { name: 2040, alias: 2040, ctype: 2175, kind: ArgKind::Mode, flags: None }, // mkdirat: mode mode_t mode
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // mknod: path const char *pathname/filename
    ArgRow { name: 2040, alias: 2040, ctype: 2175, kind: ArgKind::Mode, flags: None }, // mknod: mode mode_t mode
    ArgRow { name: 2441, alias: 2441, ctype: 2084, kind: ArgKind::Uint, flags: None }, // mknod: uint unsigned int dev
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // mknodat: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // mknodat: path const char *pathname/filename
    ArgRow { name: 2040, alias: 2040, ctype: 2175, kind: ArgKind::Mode, flags: None }, // mknodat: mode mode_t mode
    ArgRow { name: 2441, alias: 2441, ctype: 2084, kind: ArgKind::Uint, flags: None }, // mknodat: uint unsigned int dev
    ArgRow { name: 2100, alias: 2158, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // mlock: pointer const void *addr/start
    ArgRow { name: 2132, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // mlock: size size_t len
    ArgRow { name: 2100, alias: 2158, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // mlock2: pointer const void *addr/start
    ArgRow { name: 2132, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // mlock2: size size_t len
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(221) }, // mlock2: int int flags = mlock2
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(222) }, // mlockall: int int flags = mlockall
    ArgRow { name: 2100, alias: 2100, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // mmap: pointer void *addr
    ArgRow { name: 2269, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // mmap: size size_t length/len
    ArgRow { name: 2052, alias: 2052, ctype: 2079, kind: ArgKind::Ulong, flags: Some(2052) }, // mmap: ulong unsigned long prot = prot
    ArgRow { name: 2106, alias: 2106, ctype: 2079, kind: ArgKind::Ulong, flags: Some(223) }, // mmap: ulong unsigned long flags = mmap
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // mmap: fd int fd
    ArgRow { name: 2130, alias: 2442, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // mmap: ulong unsigned long offset/off
    ArgRow { name: 2097, alias: 2246, ctype: 2443, kind: ArgKind::Pointer, flags: None }, // mmap: pointer struct mmap_arg_struct *args/arg
    ArgRow { name: 2100, alias: 2100, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // mmap2: pointer void *addr
    ArgRow { name: 2269, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // mmap2: size size_t length/len
    ArgRow { name: 2052, alias: 2052, ctype: 2079, kind: ArgKind::Ulong, flags: Some(2052) }, // mmap2: ulong unsigned long prot = prot
    ArgRow { name: 2106, alias: 2106, ctype: 2079, kind: ArgKind::Ulong, flags: Some(223) }, // mmap2: ulong unsigned long flags = mmap
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // mmap2: fd int fd
    ArgRow { name: 2444, alias: 2445, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // mmap2: ulong unsigned long pgoffset/pgoff
    ArgRow { name: 2145, alias: 2145, ctype: 2077, kind: ArgKind::Int, flags: None }, // modify_ldt: int int func
    ArgRow { name: 2385, alias: 2385, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // modify_ldt: pointer void *ptr
    ArgRow { name: 2446, alias: 2446, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // modify_ldt: ulong unsigned long bytecount
    ArgRow { name: 2447, alias: 2448, ctype: 2109, kind: ArgKind::Path, flags: None }, // mount: path const char *source/dev_name
    ArgRow { name: 2449, alias: 2450, ctype: 2109, kind: ArgKind::Path, flags: None }, // mount: path const char *target/dir_name
    ArgRow { name: 2451, alias: 2111, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // mount: pointer const char *filesystemtype/type
    ArgRow { name: 2452, alias: 2106, ctype: 2079, kind: ArgKind::Ulong, flags: Some(226) }, // mount: ulong unsigned long mountflags/flags = mount
    ArgRow { name: 2146, alias: 2146, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // mount: pointer const void *data
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // mount_setattr: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2174, ctype: 2109, kind: ArgKind::Path, flags: None }, // mount_setattr: path const char *pathname/path
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(227) }, // mount_setattr: uint unsigned int flags = mount_setattr
    ArgRow { name: 2151, alias: 2152, ctype: 2453, kind: ArgKind::Pointer, flags: None }, // mount_setattr: pointer struct mount_attr *attr/uattr
    ArgRow { name: 2154, alias: 2250, ctype: 2119, kind: ArgKind::Size, flags: None }, // mount_setattr: size size_t size/usize
    ArgRow { name: 2454, alias: 2455, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // move_mount: dirfd int from_dirfd/from_dfd
    ArgRow { name: 2456, alias: 2456, ctype: 2109, kind: ArgKind::Path, flags: None }, // move_mount: path const char *from_pathname
    ArgRow { name: 2457, alias: 2458, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // move_mount: dirfd int to_dirfd/to_dfd
    ArgRow { name: 2459, alias: 2459, ctype: 2109, kind: ArgKind::Path, flags: None }, // move_mount: path const char *to_pathname
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(228) }, // move_mount: uint unsigned int flags = move_mount
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // move_pages: pid pid_t pid
    ArgRow { name: 2229, alias: 2460, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // move_pages: ulong unsigned long count/nr_pages
    ArgRow { name: 2461, alias: 2461, ctype: 2462, kind: ArgKind::Pointer, flags: None }, // move_pages: pointer const void **pages
    ArgRow { name: 2463, alias: 2463, ctype: 2464, kind: ArgKind::Pointer, flags: None }, // move_pages: pointer const int *nodes
    ArgRow { name: 2234, alias: 2234, ctype: 2105, kind: ArgKind::Pointer, flags: None }, // move_pages: pointer int *status
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(210) }, // move_pages: int int flags = mbind
    ArgRow { name: 2100, alias: 2158, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // mprotect: pointer void *addr/start
    ArgRow { name: 2132, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // mprotect: size size_t len
    ArgRow { name: 2052, alias: 2052, ctype: 2079, kind: ArgKind::Ulong, flags: Some(2052) }, // mprotect: ulong unsigned long prot = prot
    ArgRow { name: 2465, alias: 2465, ctype: 2077, kind: ArgKind::Fd, flags: None }, // mq_getsetattr: fd int mqdes
    ArgRow { name: 2466, alias: 2467, ctype: 2468, kind: ArgKind::Pointer, flags: None }, // mq_getsetattr: pointer const struct mq_attr *newattr/u_mqstat
    ArgRow { name: 2469, alias: 2470, ctype: 2471, kind: ArgKind::Pointer, flags: None }, // mq_getsetattr: pointer struct mq_attr *oldattr/u_omqstat
    ArgRow { name: 2465, alias: 2465, ctype: 2077, kind: ArgKind::Fd, flags: None }, // mq_notify: fd int mqdes
    ArgRow { name: 2472, alias: 2473, ctype: 2474, kind: ArgKind::Pointer, flags: None }, // mq_notify: pointer const struct sigevent *sevp/u_notification
    ArgRow { name: 2110, alias: 2475, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // mq_open: pointer const char *name/u_name
    ArgRow { name: 2476, alias: 2476, ctype: 2077, kind: ArgKind::Int, flags: Some(261) }, // mq_open: int int oflag = open
    ArgRow { name: 2040, alias: 2040, ctype: 2175, kind: ArgKind::Mode, flags: None }, // mq_open: mode mode_t mode
    ArgRow { name: 2151, alias: 2477, ctype: 2471, kind: ArgKind::Pointer, flags: None }, // mq_open: pointer struct mq_attr *attr/u_attr
    ArgRow { name: 2465, alias: 2465, ctype: 2077, kind: ArgKind::Fd, flags: None }, // mq_timedreceive: fd int mqdes
    ArgRow { name: 2478, alias: 2479, ctype: 2156, kind: ArgKind::Pointer, flags: None }, // mq_timedreceive: pointer char *msg_ptr/u_msg_ptr
    ArgRow { name: 2480, alias: 2480, ctype: 2119, kind: ArgKind::Size, flags: None }, // mq_timedreceive: size size_t msg_len
    ArgRow { name: 2481, alias: 2482, ctype: 2302, kind: ArgKind::Pointer, flags: None }, // mq_timedreceive: pointer unsigned int *msg_prio/u_msg_prio
    ArgRow { name: 2483, alias: 2484, ctype: 2192, kind: ArgKind::Pointer, flags: None }, // mq_timedreceive: pointer const struct timespec *abs_timeout/u_abs_timeout
    ArgRow { name: 2465, alias: 2465, ctype: 2077, kind: ArgKind::Fd, flags: None }, // mq_timedreceive_time64: fd int mqdes
    ArgRow { name: 2478, alias: 2479, ctype: 2156, kind: ArgKind::Pointer, flags: None }, // mq_timedreceive_time64: pointer char *msg_ptr/u_msg_ptr
    ArgRow { name: 2480, alias: 2480, ctype: 2119, kind: ArgKind::Size, flags: None }, // mq_timedreceive_time64: size size_t msg_len
    ArgRow { name: 2481, alias: 2482, ctype: 2302, kind: ArgKind::Pointer, flags: None }, // mq_timedreceive_time64: pointer unsigned int *msg_prio/u_msg_prio
    ArgRow { name: 2483, alias: 2484, ctype: 2195, kind: ArgKind::Pointer, flags: None }, // mq_timedreceive_time64: pointer const struct __kernel_timespec *abs_timeout/u_abs_timeout
    ArgRow { name: 2465, alias: 2465, ctype: 2077, kind: ArgKind::Fd, flags: None }, // mq_timedsend: fd int mqdes
    ArgRow { name: 2478, alias: 2479, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // mq_timedsend: pointer const char *msg_ptr/u_msg_ptr
    ArgRow { name: 2480, alias: 2480, ctype: 2119, kind: ArgKind::Size, flags: None }, // mq_timedsend: size size_t msg_len
    ArgRow { name: 2481, alias: 2481, ctype: 2084, kind: ArgKind::Uint, flags: None }, // mq_timedsend: uint unsigned int msg_prio
    ArgRow { name: 2483, alias: 2484, ctype: 2192, kind: ArgKind::Pointer, flags: None }, // mq_timedsend: pointer const struct timespec *abs_timeout/u_abs_timeout
    ArgRow { name: 2465, alias: 2465, ctype: 2077, kind: ArgKind::Fd, flags: None }, // mq_timedsend_time64: fd int mqdes
    ArgRow { name: 2478, alias: 2479, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // mq_timedsend_time64: pointer const char *msg_ptr/u_msg_ptr
    ArgRow { name: 2480, alias: 2480, ctype: 2119, kind: ArgKind::Size, flags: None }, // mq_timedsend_time64: size size_t msg_len
    ArgRow { name: 2481, alias: 2481, ctype: 2084, kind: ArgKind::Uint, flags: None }, // mq_timedsend_time64: uint unsigned int msg_prio
    ArgRow { name: 2483, alias: 2484, ctype: 2195, kind: ArgKind::Pointer, flags: None }, // mq_timedsend_time64: pointer const struct __kernel_timespec *abs_timeout/u_abs_timeout
    ArgRow { name: 2110, alias: 2475, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // mq_unlink: pointer const char *name/u_name
    ArgRow { name: 2485, alias: 2100, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // mremap: pointer void *old_address/addr
    ArgRow { name: 2486, alias: 2487, ctype: 2119, kind: ArgKind::Size, flags: None }, // mremap: size size_t old_size/old_len
    ArgRow { name: 2488, alias: 2489, ctype: 2119, kind: ArgKind::Size, flags: None }, // mremap: size size_t new_size/new_len
    ArgRow { name: 2106, alias: 2106, ctype: 2079, kind: ArgKind::Ulong, flags: Some(240) }, // mremap: ulong unsigned long flags = mremap
    ArgRow { name: 2490, alias: 2491, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // mremap: pointer void *new_address/new_addr
    ArgRow { name: 2100, alias: 2158, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // mseal: pointer void *addr/start
    ArgRow { name: 2132, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // mseal: size size_t len
    ArgRow { name: 2106, alias: 2106, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // mseal: ulong unsigned long flags
    ArgRow { name: 2492, alias: 2492, ctype: 2077, kind: ArgKind::Int, flags: None }, // msgctl: int int msqid
    ArgRow { name: 2150, alias: 2150, ctype: 2077, kind: ArgKind::Int, flags: Some(2024) }, // msgctl: int int cmd = ipc_cmd
    ArgRow { name: 2122, alias: 2122, ctype: 2493, kind: ArgKind::Pointer, flags: None }, // msgctl: pointer struct msqid_ds *buf
    ArgRow { name: 2255, alias: 2255, ctype: 2077, kind: ArgKind::Int, flags: None }, // msgget: int int key
    ArgRow { name: 2494, alias: 2494, ctype: 2077, kind: ArgKind::Int, flags: Some(2025) }, // msgget: int int msgflg = ipc_get
    ArgRow { name: 2492, alias: 2492, ctype: 2077, kind: ArgKind::Int, flags: None }, // msgrcv: int int msqid
    ArgRow { name: 2495, alias: 2495, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // msgrcv: pointer void *msgp
    ArgRow { name: 2496, alias: 2496, ctype: 2119, kind: ArgKind::Size, flags: None }, // msgrcv: size size_t msgsz
    ArgRow { name: 2497, alias: 2497, ctype: 2147, kind: ArgKind::Long, flags: None }, // msgrcv: long long msgtyp
    ArgRow { name: 2494, alias: 2494, ctype: 2077, kind: ArgKind::Int, flags: Some(2044) }, // msgrcv: int int msgflg = msg_ipc
    ArgRow { name: 2492, alias: 2492, ctype: 2077, kind: ArgKind::Int, flags: None }, // msgsnd: int int msqid
    ArgRow { name: 2495, alias: 2495, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // msgsnd: pointer const void *msgp
    ArgRow { name: 2496, alias: 2496, ctype: 2119, kind: ArgKind::Size, flags: None }, // msgsnd: size size_t msgsz
    ArgRow { name: 2494, alias: 2494, ctype: 2077, kind: ArgKind::Int, flags: Some(2044) }, // msgsnd: int int msgflg = msg_ipc
    ArgRow { name: 2100, alias: 2158, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // msync: pointer void *addr/start
    ArgRow { name: 2269, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // msync: size size_t length/len
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(246) }, // msync: int int flags = msync
    ArgRow { name: 2100, alias: 2158, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // munlock: pointer const void *addr/start
    ArgRow { name: 2132, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // munlock: size size_t len
    ArgRow { name: 2100, alias: 2100, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // munmap: pointer void *addr
    ArgRow { name: 2269, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // munmap: size size_t length/len
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // name_to_handle_at: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2110, ctype: 2109, kind: ArgKind::Path, flags: None }, // name_to_handle_at: path const char *pathname/name
    ArgRow { name: 2498, alias: 2498, ctype: 2499, kind: ArgKind::Pointer, flags: None }, // name_to_handle_at: pointer struct file_handle *handle
    ArgRow { name: 2500, alias: 2501, ctype: 2105, kind: ArgKind::Pointer, flags: None }, // name_to_handle_at: pointer int *mount_id/mnt_id
    ArgRow { name: 2106, alias: 2245, ctype: 2077, kind: ArgKind::Int, flags: Some(2045) }, // name_to_handle_at: int int flags/flag = name_to_handle
    ArgRow { name: 2416, alias: 2191, ctype: 2192, kind: ArgKind::Pointer, flags: None }, // nanosleep: pointer const struct timespec *req/rqtp
    ArgRow { name: 2502, alias: 2194, ctype: 2188, kind: ArgKind::Pointer, flags: None }, // nanosleep: pointer struct timespec *rem/rmtp
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // newfstatat: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // newfstatat: path const char *pathname/filename
    ArgRow { name: 2263, alias: 2263, ctype: 2264, kind: ArgKind::Pointer, flags: None }, // newfstatat: pointer struct stat *statbuf
    ArgRow { name: 2106, alias: 2245, ctype: 2077, kind: ArgKind::Int, flags: Some(2014) }, // newfstatat: int int flags/flag = at
    ArgRow { name: 2150, alias: 2150, ctype: 2077, kind: ArgKind::Int, flags: None }, // nfsservctl: int int cmd
    ArgRow { name: 2369, alias: 2369, ctype: 2503, kind: ArgKind::Pointer, flags: None }, // nfsservctl: pointer struct nfsctl_arg *argp
    ArgRow { name: 2504, alias: 2504, ctype: 2505, kind: ArgKind::Pointer, flags: None }, // nfsservctl: pointer union nfsctl_res *resp
    ArgRow { name: 2506, alias: 2507, ctype: 2077, kind: ArgKind::Int, flags: None }, // nice: int int inc/increment
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // oldfstat: fd int fd
    ArgRow { name: 2263, alias: 2263, ctype: 2508, kind: ArgKind::Pointer, flags: None }, // oldfstat: pointer struct __old_kernel_stat *statbuf
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // oldlstat: path const char *pathname/filename
    ArgRow { name: 2263, alias: 2263, ctype: 2508, kind: ArgKind::Pointer, flags: None }, // oldlstat: pointer struct __old_kernel_stat *statbuf
    ArgRow { name: 2122, alias: 2110, ctype: 2509, kind: ArgKind::Pointer, flags: None }, // oldolduname: pointer struct oldold_utsname *buf/name
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // oldstat: path const char *pathname/filename
    ArgRow { name: 2263, alias: 2263, ctype: 2508, kind: ArgKind::Pointer, flags: None }, // oldstat: pointer struct __old_kernel_stat *statbuf
    ArgRow { name: 2122, alias: 2110, ctype: 2510, kind: ArgKind::Pointer, flags: None }, // olduname: pointer struct old_utsname *buf/name
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // open: path const char *pathname/filename
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(261) }, // open: int int flags = open
    ArgRow { name: 2040, alias: 2040, ctype: 2175, kind: ArgKind::Mode, flags: None }, // open: mode mode_t mode
    ArgRow { name: 2511, alias: 2512, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // open_by_handle_at: dirfd int mount_fd/mountdirfd
    ArgRow { name: 2498, alias: 2498, ctype: 2499, kind: ArgKind::Pointer, flags: None }, // open_by_handle_at: pointer struct file_handle *handle
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(261) }, // open_by_handle_at: int int flags = open
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // open_tree: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // open_tree: path const char *pathname/filename
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(263) }, // open_tree: uint unsigned int flags = open_tree
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // open_tree_attr: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // open_tree_attr: path const char *pathname/filename
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(263) }, // open_tree_attr: uint unsigned int flags = open_tree
    ArgRow { name: 2151, alias: 2152, ctype: 2453, kind: ArgKind::Pointer, flags: None }, // open_tree_attr: pointer struct mount_attr *attr/uattr
    ArgRow { name: 2154, alias: 2250, ctype: 2119, kind: ArgKind::Size, flags: None }, // open_tree_attr: size size_t size/usize
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // openat: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // openat: path const char *pathname/filename
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(261) }, // openat: int int flags = open
    ArgRow { name: 2040, alias: 2040, ctype: 2175, kind: ArgKind::Mode, flags: None }, // openat: mode mode_t mode
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // openat2: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // openat2: path const char *pathname/filename
    ArgRow { name: 2513, alias: 2513, ctype: 2514, kind: ArgKind::Pointer, flags: None }, // openat2: pointer struct open_how *how
    ArgRow { name: 2154, alias: 2250, ctype: 2119, kind: ArgKind::Size, flags: None }, // openat2: size size_t size/usize
    ArgRow { name: 2314, alias: 2314, ctype: 2147, kind: ArgKind::Long, flags: None }, // pciconfig_iobase: long long which
    ArgRow { name: 2515, alias: 2516, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // pciconfig_iobase: ulong unsigned long bus/in_bus
    ArgRow { name: 2517, alias: 2518, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // pciconfig_iobase: ulong unsigned long devfn/in_devfn
    ArgRow { name: 2515, alias: 2515, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // pciconfig_read: ulong unsigned long bus
    ArgRow { name: 2519, alias: 2519, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // pciconfig_read: ulong unsigned long dfn
    ArgRow { name: 2442, alias: 2442, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // pciconfig_read: ulong unsigned long off
    ArgRow { name: 2132, alias: 2132, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // pciconfig_read: ulong unsigned long len
    ArgRow { name: 2122, alias: 2122, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // pciconfig_read: pointer void *buf
    ArgRow { name: 2515, alias: 2515, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // pciconfig_write: ulong unsigned long bus
    ArgRow { name: 2519, alias: 2519, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // pciconfig_write: ulong unsigned long dfn
    ArgRow { name: 2442, alias: 2442, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // pciconfig_write: ulong unsigned long off
    ArgRow { name: 2132, alias: 2132, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // pciconfig_write: ulong unsigned long len
    ArgRow { name: 2122, alias: 2122, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // pciconfig_write: pointer void *buf
    ArgRow { name: 2151, alias: 2520, ctype: 2521, kind: ArgKind::Pointer, flags: None }, // perf_event_open: pointer struct perf_event_attr *attr/attr_uptr
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // perf_event_open: pid pid_t pid
    ArgRow { name: 2300, alias: 2300, ctype: 2077, kind: ArgKind::Int, flags: None }, // perf_event_open: int int cpu
    ArgRow { name: 2522, alias: 2522, ctype: 2077, kind: ArgKind::Fd, flags: None }, // perf_event_open: fd int group_fd
    ArgRow { name: 2106, alias: 2106, ctype: 2079, kind: ArgKind::Ulong, flags: Some(2049) }, // perf_event_open: ulong unsigned long flags = perf_event
    ArgRow { name: 2523, alias: 272, ctype: 2084, kind: ArgKind::Uint, flags: Some(272) }, // personality: uint unsigned int persona/personality = personality
    ArgRow { name: 2524, alias: 2524, ctype: 2077, kind: ArgKind::Fd, flags: None }, // pidfd_getfd: fd int pidfd
    ArgRow { name: 2525, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // pidfd_getfd: fd int targetfd/fd
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: None }, // pidfd_getfd: uint unsigned int flags
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // pidfd_open: pid pid_t pid
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(274) }, // pidfd_open: uint unsigned int flags = pidfd_open
    ArgRow { name: 2524, alias: 2524, ctype: 2077, kind: ArgKind::Fd, flags: None }, // pidfd_send_signal: fd int pidfd
    ArgRow { name: 2368, alias: 2368, ctype: 2077, kind: ArgKind::Signal, flags: None }, // pidfd_send_signal: signal int sig
    ArgRow { name: 2526, alias: 2526, ctype: 2527, kind: ArgKind::Pointer, flags: None }, // pidfd_send_signal: pointer siginfo_t *info
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(275) }, // pidfd_send_signal: uint unsigned int flags = pidfd_send_signal
    ArgRow { name: 2528, alias: 2218, ctype: 2105, kind: ArgKind::Pointer, flags: None }, // pipe: pointer int *pipefd/fildes
    ArgRow { name: 2528, alias: 2218, ctype: 2105, kind: ArgKind::Pointer, flags: None }, // pipe2: pointer int *pipefd/fildes
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(277) }, // pipe2: int int flags = pipe2
    ArgRow { name: 2529, alias: 2529, ctype: 2109, kind: ArgKind::Path, flags: None }, // pivot_root: path const char *new_root
    ArgRow { name: 2530, alias: 2530, ctype: 2109, kind: ArgKind::Path, flags: None }, // pivot_root: path const char *put_old
    ArgRow { name: 2106, alias: 2106, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // pkey_alloc: ulong unsigned long flags
    ArgRow { name: 2531, alias: 2532, ctype: 2079, kind: ArgKind::Ulong, flags: Some(2050) }, // pkey_alloc: ulong unsigned long access_rights/init_val = pkey
    ArgRow { name: 2050, alias: 2050, ctype: 2077, kind: ArgKind::Int, flags: None }, // pkey_free: int int pkey
    ArgRow { name: 2100, alias: 2158, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // pkey_mprotect: pointer void *addr/start
    ArgRow { name: 2132, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // pkey_mprotect: size size_t len
    ArgRow { name: 2052, alias: 2052, ctype: 2079, kind: ArgKind::Ulong, flags: Some(2052) }, // pkey_mprotect: ulong unsigned long prot = prot
    ArgRow { name: 2050, alias: 2050, ctype: 2077, kind: ArgKind::Int, flags: None }, // pkey_mprotect: int int pkey
    ArgRow { name: 2533, alias: 2534, ctype: 2535, kind: ArgKind::Pointer, flags: None }, // poll: pointer struct pollfd *fds/ufds
    ArgRow { name: 2085, alias: 2085, ctype: 2084, kind: ArgKind::Uint, flags: None }, // poll: uint unsigned int nfds
    ArgRow { name: 2094, alias: 2536, ctype: 2077, kind: ArgKind::Int, flags: None }, // poll: int int timeout/timeout_msecs
    ArgRow { name: 2533, alias: 2534, ctype: 2535, kind: ArgKind::Pointer, flags: None }, // ppoll: pointer struct pollfd *fds/ufds
    ArgRow { name: 2085, alias: 2085, ctype: 2084, kind: ArgKind::Uint, flags: None }, // ppoll: uint unsigned int nfds
    ArgRow { name: 2537, alias: 2538, ctype: 2188, kind: ArgKind::Pointer, flags: None }, // ppoll: pointer struct timespec *tmo_p/tsp
    ArgRow { name: 2225, alias: 2225, ctype: 2226, kind: ArgKind::Pointer, flags: None }, // ppoll: pointer const sigset_t *sigmask
    ArgRow { name: 2227, alias: 2227, ctype: 2119, kind: ArgKind::Size, flags: None }, // ppoll: size size_t sigsetsize
    ArgRow { name: 2533, alias: 2534, ctype: 2535, kind: ArgKind::Pointer, flags: None }, // ppoll_time64: pointer struct pollfd *fds/ufds
    ArgRow { name: 2085, alias: 2085, ctype: 2084, kind: ArgKind::Uint, flags: None }, // ppoll_time64: uint unsigned int nfds
    ArgRow { name: 2537, alias: 2538, ctype: 2189, kind: ArgKind::Pointer, flags: None }, // ppoll_time64: pointer struct __kernel_timespec *tmo_p/tsp
    ArgRow { name: 2225, alias: 2225, ctype: 2226, kind: ArgKind::Pointer, flags: None }, // ppoll_time64: pointer const sigset_t *sigmask
    ArgRow { name: 2227, alias: 2227, ctype: 2119, kind: ArgKind::Size, flags: None }, // ppoll_time64: size size_t sigsetsize
    ArgRow { name: 2127, alias: 2127, ctype: 2077, kind: ArgKind::Int, flags: Some(285) }, // prctl: int int option = prctl
    ArgRow { name: 2128, alias: 2128, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // prctl: ulong unsigned long arg2
    ArgRow { name: 2400, alias: 2400, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // prctl: ulong unsigned long arg3
    ArgRow { name: 2401, alias: 2401, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // prctl: ulong unsigned long arg4
    ArgRow { name: 2402, alias: 2402, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // prctl: ulong unsigned long arg5
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // pread64: fd int fd
    ArgRow { name: 2122, alias: 2122, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // pread64: pointer void *buf
    ArgRow { name: 2229, alias: 2229, ctype: 2119, kind: ArgKind::Size, flags: None }, // pread64: size size_t count
    ArgRow { name: 2130, alias: 2539, ctype: 2131, kind: ArgKind::Long64, flags: None }, // pread64: long64 loff_t offset/pos
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // pread64: fd int fd
    ArgRow { name: 2122, alias: 2122, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // pread64: pointer void *buf
    ArgRow { name: 2229, alias: 2229, ctype: 2119, kind: ArgKind::Size, flags: None }, // pread64: size size_t count
    ArgRow { name: 2237, alias: 2237, ctype: 2084, kind: ArgKind::Uint, flags: None }, // pread64: uint unsigned int pad
    ArgRow { name: 2080, alias: 2540, ctype: 2084, kind: ArgKind::Uint, flags: None }, // pread64: uint unsigned int offset_low/pos_low
    ArgRow { name: 2078, alias: 2541, ctype: 2084, kind: ArgKind::Uint, flags: None }, // pread64: uint unsigned int offset_high/pos_high
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // pread64: fd int fd
    ArgRow { name: 2122, alias: 2122, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // pread64: pointer void *buf
    ArgRow { name: 2229, alias: 2229, ctype: 2119, kind: ArgKind::Size, flags: None }, // pread64: size size_t count
    ArgRow { name: 2080, alias: 2540, ctype: 2084, kind: ArgKind::Uint, flags: None }, // pread64: uint unsigned int offset_low/pos_low
    ArgRow { name: 2078, alias: 2541, ctype: 2084, kind: ArgKind::Uint, flags: None }, // pread64: uint unsigned int offset_high/pos_high
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // pread64: fd int fd
    ArgRow { name: 2122, alias: 2122, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // pread64: pointer void *buf
    ArgRow { name: 2229, alias: 2229, ctype: 2119, kind: ArgKind::Size, flags: None }, // pread64: size size_t count
    ArgRow { name: 2237, alias: 2237, ctype: 2084, kind: ArgKind::Uint, flags: None }, // pread64: uint unsigned int pad
    ArgRow { name: 2078, alias: 2541, ctype: 2084, kind: ArgKind::Uint, flags: None }, // pread64: uint unsigned int offset_high/pos_high
    ArgRow { name: 2080, alias: 2540, ctype: 2084, kind: ArgKind::Uint, flags: None }, // pread64: uint unsigned int offset_low/pos_low
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // pread64: fd int fd
    ArgRow { name: 2122, alias: 2122, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // pread64: pointer void *buf
    ArgRow { name: 2229, alias: 2229, ctype: 2119, kind: ArgKind::Size, flags: None }, // pread64: size size_t count
    ArgRow { name: 2078, alias: 2541, ctype: 2084, kind: ArgKind::Uint, flags: None }, // pread64: uint unsigned int offset_high/pos_high
    ArgRow { name: 2080, alias: 2540, ctype: 2084, kind: ArgKind::Uint, flags: None }, // pread64: uint unsigned int offset_low/pos_low
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // preadv: fd int fd
    ArgRow { name: 2542, alias: 2439, ctype: 2543, kind: ArgKind::Pointer, flags: None }, // preadv: pointer const struct iovec *iov/vec
    ArgRow { name: 2544, alias: 2545, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // preadv: ulong unsigned long iovcnt/vlen
    ArgRow { name: 2546, alias: 2546, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // preadv: ulong unsigned long pos_l
    ArgRow { name: 2547, alias: 2547, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // preadv: ulong unsigned long pos_h
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // preadv2: fd int fd
    ArgRow { name: 2542, alias: 2439, ctype: 2543, kind: ArgKind::Pointer, flags: None }, // preadv2: pointer const struct iovec *iov/vec
    ArgRow { name: 2544, alias: 2545, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // preadv2: ulong unsigned long iovcnt/vlen
    ArgRow { name: 2546, alias: 2546, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // preadv2: ulong unsigned long pos_l
    ArgRow { name: 2547, alias: 2547, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // preadv2: ulong unsigned long pos_h
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(2059) }, // preadv2: int int flags = rwf
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // prlimit64: pid pid_t pid
    ArgRow { name: 2335, alias: 2335, ctype: 2084, kind: ArgKind::Uint, flags: Some(2057) }, // prlimit64: uint unsigned int resource = rlimit
    ArgRow { name: 2548, alias: 2549, ctype: 2550, kind: ArgKind::Pointer, flags: None }, // prlimit64: pointer const struct rlimit64 *new_limit/new_rlim
    ArgRow { name: 2551, alias: 2552, ctype: 2553, kind: ArgKind::Pointer, flags: None }, // prlimit64: pointer struct rlimit64 *old_limit/old_rlim
    ArgRow { name: 2524, alias: 2524, ctype: 2077, kind: ArgKind::Fd, flags: None }, // process_madvise: fd int pidfd
    ArgRow { name: 2554, alias: 2439, ctype: 2543, kind: ArgKind::Pointer, flags: None }, // process_madvise: pointer const struct iovec *iovec/vec
    ArgRow { name: 2545, alias: 2545, ctype: 2119, kind: ArgKind::Size, flags: None }, // process_madvise: size size_t vlen
    ArgRow { name: 2129, alias: 2434, ctype: 2077, kind: ArgKind::Int, flags: Some(208) }, // process_madvise: int int advice/behavior = madvise
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: None }, // process_madvise: uint unsigned int flags
    ArgRow { name: 2524, alias: 2524, ctype: 2077, kind: ArgKind::Fd, flags: None }, // process_mrelease: fd int pidfd
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: None }, // process_mrelease: uint unsigned int flags
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // process_vm_readv: pid pid_t pid
    ArgRow { name: 2555, alias: 2556, ctype: 2543, kind: ArgKind::Pointer, flags: None }, // process_vm_readv: pointer const struct iovec *local_iov/lvec
    ArgRow { name: 2557, alias: 2557, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // process_vm_readv: ulong unsigned long liovcnt
    ArgRow { name: 2558, alias: 2559, ctype: 2543, kind: ArgKind::Pointer, flags: None }, // process_vm_readv: pointer const struct iovec *remote_iov/rvec
    ArgRow { name: 2560, alias: 2560, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // process_vm_readv: ulong unsigned long riovcnt
    ArgRow { name: 2106, alias: 2106, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // process_vm_readv: ulong unsigned long flags
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // process_vm_writev: pid pid_t pid
    ArgRow { name: 2555, alias: 2556, ctype: 2543, kind: ArgKind::Pointer, flags: None }, // process_vm_writev: pointer const struct iovec *local_iov/lvec
    ArgRow { name: 2557, alias: 2557, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // process_vm_writev: ulong unsigned long liovcnt
    ArgRow { name: 2558, alias: 2559, ctype: 2543, kind: ArgKind::Pointer, flags: None }, // process_vm_writev: pointer const struct iovec *remote_iov/rvec
    ArgRow { name: 2560, alias: 2560, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // process_vm_writev: ulong unsigned long riovcnt
    ArgRow { name: 2106, alias: 2106, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // process_vm_writev: ulong unsigned long flags
    ArgRow { name: 2085, alias: 2086, ctype: 2077, kind: ArgKind::Int, flags: None }, // pselect6: int int nfds/n
    ArgRow { name: 2087, alias: 2088, ctype: 2089, kind: ArgKind::Pointer, flags: None }, // pselect6: pointer fd_set *readfds/inp
    ArgRow { name: 2090, alias: 2091, ctype: 2089, kind: ArgKind::Pointer, flags: None }, // pselect6: pointer fd_set *writefds/outp
    ArgRow { name: 2092, alias: 2093, ctype: 2089, kind: ArgKind::Pointer, flags: None }, // pselect6: pointer fd_set *exceptfds/exp
    ArgRow { name: 2094, alias: 2538, ctype: 2188, kind: ArgKind::Pointer, flags: None }, // pselect6: pointer struct timespec *timeout/tsp
    ArgRow { name: 2225, alias: 2368, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // pselect6: pointer void *sigmask/sig
    ArgRow { name: 2085, alias: 2086, ctype: 2077, kind: ArgKind::Int, flags: None }, // pselect6_time64: int int nfds/n
    ArgRow { name: 2087, alias: 2088, ctype: 2089, kind: ArgKind::Pointer, flags: None }, // pselect6_time64: pointer fd_set *readfds/inp
    ArgRow { name: 2090, alias: 2091, ctype: 2089, kind: ArgKind::Pointer, flags: None }, // pselect6_time64: pointer fd_set *writefds/outp
    ArgRow { name: 2092, alias: 2093, ctype: 2089, kind: ArgKind::Pointer, flags: None }, // pselect6_time64: pointer fd_set *exceptfds/exp
    ArgRow { name: 2094, alias: 2538, ctype: 2189, kind: ArgKind::Pointer, flags: None }, // pselect6_time64: pointer struct __kernel_timespec *timeout/tsp
    ArgRow { name: 2225, alias: 2368, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // pselect6_time64: pointer void *sigmask/sig
    ArgRow { name: 2190, alias: 2190, ctype: 2147, kind: ArgKind::Long, flags: Some(298) }, // ptrace: long long request = ptrace
    ArgRow { name: 2292, alias: 2292, ctype: 2147, kind: ArgKind::Long, flags: None }, // ptrace: long long pid
    ArgRow { name: 2100, alias: 2100, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // ptrace: ulong unsigned long addr
    ArgRow { name: 2146, alias: 2146, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // ptrace: ulong unsigned long data
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // pwrite64: fd int fd
    ArgRow { name: 2122, alias: 2122, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // pwrite64: pointer const void *buf
    ArgRow { name: 2229, alias: 2229, ctype: 2119, kind: ArgKind::Size, flags: None }, // pwrite64: size size_t count
    ArgRow { name: 2130, alias: 2539, ctype: 2131, kind: ArgKind::Long64, flags: None }, // pwrite64: long64 loff_t offset/pos
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // pwrite64: fd int fd
    ArgRow { name: 2122, alias: 2122, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // pwrite64: pointer const void *buf
    ArgRow { name: 2229, alias: 2229, ctype: 2119, kind: ArgKind::Size, flags: None }, // pwrite64: size size_t count
    ArgRow { name: 2237, alias: 2237, ctype: 2084, kind: ArgKind::Uint, flags: None }, // pwrite64: uint unsigned int pad
    ArgRow { name: 2080, alias: 2540, ctype: 2084, kind: ArgKind::Uint, flags: None }, // pwrite64: uint unsigned int offset_low/pos_low
    ArgRow { name: 2078, alias: 2541, ctype: 2084, kind: ArgKind::Uint, flags: None }, // pwrite64: uint unsigned int offset_high/pos_high
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // pwrite64: fd int fd
    ArgRow { name: 2122, alias: 2122, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // pwrite64: pointer const void *buf
    ArgRow { name: 2229, alias: 2229, ctype: 2119, kind: ArgKind::Size, flags: None }, // pwrite64: size size_t count
    ArgRow { name: 2080, alias: 2540, ctype: 2084, kind: ArgKind::Uint, flags: None }, // pwrite64: uint unsigned int offset_low/pos_low
    ArgRow { name: 2078, alias: 2541, ctype: 2084, kind: ArgKind::Uint, flags: None }, // pwrite64: uint unsigned int offset_high/pos_high
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // pwrite64: fd int fd
    ArgRow { name: 2122, alias: 2122, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // pwrite64: pointer const void *buf
    ArgRow { name: 2229, alias: 2229, ctype: 2119, kind: ArgKind::Size, flags: None }, // pwrite64: size size_t count
    ArgRow { name: 2237, alias: 2237, ctype: 2084, kind: ArgKind::Uint, flags: None }, // pwrite64: uint unsigned int pad
    ArgRow { name: 2078, alias: 2541, ctype: 2084, kind: ArgKind::Uint, flags: None }, // pwrite64: uint unsigned int offset_high/pos_high
    ArgRow { name: 2080, alias: 2540, ctype: 2084, kind: ArgKind::Uint, flags: None }, // pwrite64: uint unsigned int offset_low/pos_low
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // pwrite64: fd int fd
    ArgRow { name: 2122, alias: 2122, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // pwrite64: pointer const void *buf
    ArgRow { name: 2229, alias: 2229, ctype: 2119, kind: ArgKind::Size, flags: None }, // pwrite64: size size_t count
    ArgRow { name: 2078, alias: 2541, ctype: 2084, kind: ArgKind::Uint, flags: None }, // pwrite64: uint unsigned int offset_high/pos_high
    ArgRow { name: 2080, alias: 2540, ctype: 2084, kind: ArgKind::Uint, flags: None }, // pwrite64: uint unsigned int offset_low/pos_low
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // pwritev: fd int fd
    ArgRow { name: 2542, alias: 2439, ctype: 2543, kind: ArgKind::Pointer, flags: None }, // pwritev: pointer const struct iovec *iov/vec
    ArgRow { name: 2544, alias: 2545, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // pwritev: ulong unsigned long iovcnt/vlen
    ArgRow { name: 2546, alias: 2546, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // pwritev: ulong unsigned long pos_l
    ArgRow { name: 2547, alias: 2547, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // pwritev: ulong unsigned long pos_h
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // pwritev2: fd int fd
    ArgRow { name: 2542, alias: 2439, ctype: 2543, kind: ArgKind::Pointer, flags: None }, // pwritev2: pointer const struct iovec *iov/vec
    ArgRow { name: 2544, alias: 2545, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // pwritev2: ulong unsigned long iovcnt/vlen
    ArgRow { name: 2546, alias: 2546, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // pwritev2: ulong unsigned long pos_l
    ArgRow { name: 2547, alias: 2547, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // pwritev2: ulong unsigned long pos_h
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(2059) }, // pwritev2: int int flags = rwf
    ArgRow { name: 2110, alias: 2110, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // query_module: pointer const char *name
    ArgRow { name: 2314, alias: 2314, ctype: 2077, kind: ArgKind::Int, flags: None }, // query_module: int int which
    ArgRow { name: 2122, alias: 2122, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // query_module: pointer void *buf
    ArgRow { name: 2561, alias: 2561, ctype: 2119, kind: ArgKind::Size, flags: None }, // query_module: size size_t bufsize
    ArgRow { name: 2562, alias: 2562, ctype: 2297, kind: ArgKind::Pointer, flags: None }, // query_module: pointer size_t *ret
    ArgRow { name: 2150, alias: 2150, ctype: 2084, kind: ArgKind::Uint, flags: None }, // quotactl: uint unsigned int cmd
    ArgRow { name: 2563, alias: 2563, ctype: 2109, kind: ArgKind::Path, flags: None }, // quotactl: path const char *special
    ArgRow { name: 2564, alias: 2564, ctype: 2084, kind: ArgKind::Uint, flags: None }, // quotactl: uint unsigned int id
    ArgRow { name: 2100, alias: 2100, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // quotactl: pointer void *addr
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // quotactl_fd: fd int fd
    ArgRow { name: 2150, alias: 2150, ctype: 2084, kind: ArgKind::Uint, flags: None }, // quotactl_fd: uint unsigned int cmd
    ArgRow { name: 2564, alias: 2564, ctype: 2084, kind: ArgKind::Uint, flags: None }, // quotactl_fd: uint unsigned int id
    ArgRow { name: 2100, alias: 2100, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // quotactl_fd: pointer void *addr
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // read: fd int fd
    ArgRow { name: 2122, alias: 2122, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // read: pointer void *buf
    ArgRow { name: 2229, alias: 2229, ctype: 2119, kind: ArgKind::Size, flags: None }, // read: size size_t count
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // readahead: fd int fd
    ArgRow { name: 2130, alias: 2130, ctype: 2131, kind: ArgKind::Long64, flags: None }, // readahead: long64 loff_t offset
    ArgRow { name: 2229, alias: 2229, ctype: 2119, kind: ArgKind::Size, flags: None }, // readahead: size size_t count
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // readahead: fd int fd
    ArgRow { name: 2237, alias: 2237, ctype: 2084, kind: ArgKind::Uint, flags: None }, // readahead: uint unsigned int pad
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // readahead: uint unsigned int offset_low
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // readahead: uint unsigned int offset_high
    ArgRow { name: 2229, alias: 2229, ctype: 2119, kind: ArgKind::Size, flags: None }, // readahead: size size_t count
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // readahead: fd int fd
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // readahead: uint unsigned int offset_low
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // readahead: uint unsigned int offset_high
    ArgRow { name: 2229, alias: 2229, ctype: 2119, kind: ArgKind::Size, flags: None }, // readahead: size size_t count
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // readahead: fd int fd
    ArgRow { name: 2237, alias: 2237, ctype: 2084, kind: ArgKind::Uint, flags: None }, // readahead: uint unsigned int pad
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // readahead: uint unsigned int offset_high
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // readahead: uint unsigned int offset_low
    ArgRow { name: 2229, alias: 2229, ctype: 2119, kind: ArgKind::Size, flags: None }, // readahead: size size_t count
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // readahead: fd int fd
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // readahead: uint unsigned int offset_high
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // readahead: uint unsigned int offset_low
    ArgRow { name: 2229, alias: 2229, ctype: 2119, kind: ArgKind::Size, flags: None }, // readahead: size size_t count
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // readdir: fd int fd
    ArgRow { name: 2307, alias: 2308, ctype: 2565, kind: ArgKind::Pointer, flags: None }, // readdir: pointer struct old_linux_dirent *dirp/dirent
    ArgRow { name: 2229, alias: 2229, ctype: 2084, kind: ArgKind::Uint, flags: None }, // readdir: uint unsigned int count
    ArgRow { name: 2107, alias: 2174, ctype: 2109, kind: ArgKind::Path, flags: None }, // readlink: path const char *pathname/path
    ArgRow { name: 2122, alias: 2122, ctype: 2156, kind: ArgKind::Pointer, flags: None }, // readlink: pointer char *buf
    ArgRow { name: 2566, alias: 2566, ctype: 2077, kind: ArgKind::Int, flags: None }, // readlink: int int bufsiz
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // readlinkat: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // readlinkat: path const char *pathname
    ArgRow { name: 2122, alias: 2122, ctype: 2156, kind: ArgKind::Pointer, flags: None }, // readlinkat: pointer char *buf
    ArgRow { name: 2566, alias: 2566, ctype: 2077, kind: ArgKind::Int, flags: None }, // readlinkat: int int bufsiz
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // readv: fd int fd
    ArgRow { name: 2542, alias: 2439, ctype: 2543, kind: ArgKind::Pointer, flags: None }, // readv: pointer const struct iovec *iov/vec
    ArgRow { name: 2544, alias: 2545, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // readv: ulong unsigned long iovcnt/vlen
    ArgRow { name: 2567, alias: 2568, ctype: 2077, kind: ArgKind::Int, flags: Some(2054) }, // reboot: int int magic/magic1 = reboot_magic
    ArgRow { name: 2569, alias: 2569, ctype: 2077, kind: ArgKind::Int, flags: Some(2055) }, // reboot: int int magic2 = reboot_magic2
    ArgRow { name: 2150, alias: 2150, ctype: 2084, kind: ArgKind::Uint, flags: Some(312) }, // reboot: uint unsigned int cmd = reboot
    ArgRow { name: 2246, alias: 2246, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // reboot: pointer void *arg
    ArgRow { name: 2099, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // recv: fd int sockfd/fd
    ArgRow { name: 2122, alias: 2320, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // recv: pointer void *buf/ubuf
    ArgRow { name: 2132, alias: 2154, ctype: 2119, kind: ArgKind::Size, flags: None }, // recv: size size_t len/size
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(2043) }, // recv: uint unsigned int flags = msg
    ArgRow { name: 2099, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // recvfrom: fd int sockfd/fd
    ArgRow { name: 2122, alias: 2320, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // recvfrom: pointer void *buf/ubuf
    ArgRow { name: 2132, alias: 2154, ctype: 2119, kind: ArgKind::Size, flags: None }, // recvfrom: size size_t len/size
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(2043) }, // recvfrom: uint unsigned int flags = msg
    ArgRow { name: 2570, alias: 2100, ctype: 2102, kind: ArgKind::Pointer, flags: None }, // recvfrom: pointer struct sockaddr *src_addr/addr
    ArgRow { name: 2103, alias: 2571, ctype: 2105, kind: ArgKind::Pointer, flags: None }, // recvfrom: pointer int *addrlen/addr_len
    ArgRow { name: 2099, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // recvmmsg: fd int sockfd/fd
    ArgRow { name: 2572, alias: 2573, ctype: 2574, kind: ArgKind::Pointer, flags: None }, // recvmmsg: pointer struct mmsghdr *msgvec/mmsg
    ArgRow { name: 2545, alias: 2545, ctype: 2084, kind: ArgKind::Uint, flags: None }, // recvmmsg: uint unsigned int vlen
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(2043) }, // recvmmsg: uint unsigned int flags = msg
    ArgRow { name: 2094, alias: 2094, ctype: 2188, kind: ArgKind::Pointer, flags: None }, // recvmmsg: pointer struct timespec *timeout
    ArgRow { name: 2099, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // recvmmsg_time64: fd int sockfd/fd
    ArgRow { name: 2572, alias: 2573, ctype: 2574, kind: ArgKind::Pointer, flags: None }, // recvmmsg_time64: pointer struct mmsghdr *msgvec/mmsg
    ArgRow { name: 2545, alias: 2545, ctype: 2084, kind: ArgKind::Uint, flags: None }, // recvmmsg_time64: uint unsigned int vlen
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(2043) }, // recvmmsg_time64: uint unsigned int flags = msg
    ArgRow { name: 2094, alias: 2094, ctype: 2189, kind: ArgKind::Pointer, flags: None }, // recvmmsg_time64: pointer struct __kernel_timespec *timeout
    ArgRow { name: 2099, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // recvmsg: fd int sockfd/fd
    ArgRow { name: 2043, alias: 2043, ctype: 2575, kind: ArgKind::Pointer, flags: None }, // recvmsg: pointer struct msghdr *msg
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(2043) }, // recvmsg: uint unsigned int flags = msg
    ArgRow { name: 2100, alias: 2158, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // remap_file_pages: pointer void *addr/start
    ArgRow { name: 2154, alias: 2154, ctype: 2119, kind: ArgKind::Size, flags: None }, // remap_file_pages: size size_t size
    ArgRow { name: 2052, alias: 2052, ctype: 2079, kind: ArgKind::Ulong, flags: Some(2052) }, // remap_file_pages: ulong unsigned long prot = prot
    ArgRow { name: 2445, alias: 2445, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // remap_file_pages: ulong unsigned long pgoff
    ArgRow { name: 2106, alias: 2106, ctype: 2079, kind: ArgKind::Ulong, flags: Some(223) }, // remap_file_pages: ulong unsigned long flags = mmap
    ArgRow { name: 2174, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // removexattr: path const char *path/pathname
    ArgRow { name: 2110, alias: 2110, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // removexattr: pointer const char *name
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // removexattrat: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // removexattrat: path const char *pathname
    ArgRow { name: 2251, alias: 2251, ctype: 2084, kind: ArgKind::Uint, flags: Some(2014) }, // removexattrat: uint unsigned int at_flags = at
    ArgRow { name: 2110, alias: 2110, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // removexattrat: pointer const char *name
    ArgRow { name: 2407, alias: 2408, ctype: 2109, kind: ArgKind::Path, flags: None }, // rename: path const char *oldpath/oldname
    ArgRow { name: 2409, alias: 2410, ctype: 2109, kind: ArgKind::Path, flags: None }, // rename: path const char *newpath/newname
    ArgRow { name: 2411, alias: 2412, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // renameat: dirfd int olddirfd/olddfd
    ArgRow { name: 2407, alias: 2408, ctype: 2109, kind: ArgKind::Path, flags: None }, // renameat: path const char *oldpath/oldname
    ArgRow { name: 2413, alias: 2414, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // renameat: dirfd int newdirfd/newdfd
    ArgRow { name: 2409, alias: 2410, ctype: 2109, kind: ArgKind::Path, flags: None }, // renameat: path const char *newpath/newname
    ArgRow { name: 2411, alias: 2412, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // renameat2: dirfd int olddirfd/olddfd
    ArgRow { name: 2407, alias: 2408, ctype: 2109, kind: ArgKind::Path, flags: None }, // renameat2: path const char *oldpath/oldname
    ArgRow { name: 2413, alias: 2414, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // renameat2: dirfd int newdirfd/newdfd
    ArgRow { name: 2409, alias: 2410, ctype: 2109, kind: ArgKind::Path, flags: None }, // renameat2: path const char *newpath/newname
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(321) }, // renameat2: uint unsigned int flags = rename
    ArgRow { name: 2111, alias: 2112, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // request_key: pointer const char *type/_type
    ArgRow { name: 2113, alias: 2114, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // request_key: pointer const char *description/_description
    ArgRow { name: 2576, alias: 2577, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // request_key: pointer const char *callout_info/_callout_info
    ArgRow { name: 2578, alias: 2579, ctype: 2121, kind: ArgKind::Int, flags: Some(2030) }, // request_key: int key_serial_t dest_keyring/destringid = keyring
    ArgRow { name: 2158, alias: 2158, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // riscv_flush_icache: ulong unsigned long start
    ArgRow { name: 2159, alias: 2159, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // riscv_flush_icache: ulong unsigned long end
    ArgRow { name: 2106, alias: 2106, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // riscv_flush_icache: ulong unsigned long flags
    ArgRow { name: 2580, alias: 2580, ctype: 2581, kind: ArgKind::Pointer, flags: None }, // riscv_hwprobe: pointer struct riscv_hwprobe *pairs
    ArgRow { name: 2582, alias: 2582, ctype: 2119, kind: ArgKind::Size, flags: None }, // riscv_hwprobe: size size_t pair_count
    ArgRow { name: 2583, alias: 2584, ctype: 2119, kind: ArgKind::Size, flags: None }, // riscv_hwprobe: size size_t cpusetsize/cpu_count
    ArgRow { name: 2585, alias: 2586, ctype: 2144, kind: ArgKind::Pointer, flags: None }, // riscv_hwprobe: pointer unsigned long *cpus/cpumask
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: None }, // riscv_hwprobe: uint unsigned int flags
    ArgRow { name: 2107, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // rmdir: path const char *pathname
    ArgRow { name: 329, alias: 329, ctype: 2587, kind: ArgKind::Pointer, flags: None }, // rseq: pointer struct rseq *rseq
    ArgRow { name: 2588, alias: 2588, ctype: 2084, kind: ArgKind::Uint, flags: None }, // rseq: uint unsigned int rseq_len
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(329) }, // rseq: int int flags = rseq
    ArgRow { name: 2368, alias: 2368, ctype: 2084, kind: ArgKind::Uint, flags: None }, // rseq: uint unsigned int sig
    ArgRow { name: 2589, alias: 2368, ctype: 2077, kind: ArgKind::Signal, flags: None }, // rt_sigaction: signal int signum/sig
    ArgRow { name: 2590, alias: 2590, ctype: 2591, kind: ArgKind::Pointer, flags: None }, // rt_sigaction: pointer const struct sigaction *act
    ArgRow { name: 2592, alias: 2593, ctype: 2594, kind: ArgKind::Pointer, flags: None }, // rt_sigaction: pointer struct sigaction *oldact/oact
    ArgRow { name: 2227, alias: 2227, ctype: 2119, kind: ArgKind::Size, flags: None }, // rt_sigaction: size size_t sigsetsize
    ArgRow { name: 2595, alias: 2596, ctype: 2597, kind: ArgKind::Pointer, flags: None }, // rt_sigpending: pointer sigset_t *set/uset
    ArgRow { name: 2227, alias: 2227, ctype: 2119, kind: ArgKind::Size, flags: None }, // rt_sigpending: size size_t sigsetsize
    ArgRow { name: 2513, alias: 2513, ctype: 2077, kind: ArgKind::Int, flags: Some(421) }, // rt_sigprocmask: int int how = sigprocmask
    ArgRow { name: 2595, alias: 2598, ctype: 2226, kind: ArgKind::Pointer, flags: None }, // rt_sigprocmask: pointer const sigset_t *set/nset
    ArgRow { name: 2599, alias: 2600, ctype: 2597, kind: ArgKind::Pointer, flags: None }, // rt_sigprocmask: pointer sigset_t *oldset/oset
    ArgRow { name: 2227, alias: 2227, ctype: 2119, kind: ArgKind::Size, flags: None }, // rt_sigprocmask: size size_t sigsetsize
    ArgRow { name: 2601, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // rt_sigqueueinfo: pid pid_t tgid/pid
    ArgRow { name: 2368, alias: 2368, ctype: 2077, kind: ArgKind::Signal, flags: None }, // rt_sigqueueinfo: signal int sig
    ArgRow { name: 2526, alias: 2602, ctype: 2527, kind: ArgKind::Pointer, flags: None }, // rt_sigqueueinfo: pointer siginfo_t *info/uinfo
    ArgRow { name: 2241, alias: 2603, ctype: 2226, kind: ArgKind::Pointer, flags: None }, // rt_sigsuspend: pointer const sigset_t *mask/unewset
    ArgRow { name: 2227, alias: 2227, ctype: 2119, kind: ArgKind::Size, flags: None }, // rt_sigsuspend: size size_t sigsetsize
    ArgRow { name: 2595, alias: 2604, ctype: 2226, kind: ArgKind::Pointer, flags: None }, // rt_sigtimedwait: pointer const sigset_t *set/uthese
    ArgRow { name: 2526, alias: 2602, ctype: 2527, kind: ArgKind::Pointer, flags: None }, // rt_sigtimedwait: pointer siginfo_t *info/uinfo
    ArgRow { name: 2094, alias: 2605, ctype: 2192, kind: ArgKind::Pointer, flags: None }, // rt_sigtimedwait: pointer const struct timespec *timeout/uts
    ArgRow { name: 2227, alias: 2227, ctype: 2119, kind: ArgKind::Size, flags: None }, // rt_sigtimedwait: size size_t sigsetsize
    ArgRow { name: 2595, alias: 2604, ctype: 2226, kind: ArgKind::Pointer, flags: None }, // rt_sigtimedwait_time64: pointer const sigset_t *set/uthese
    ArgRow { name: 2526, alias: 2602, ctype: 2527, kind: ArgKind::Pointer, flags: None }, // rt_sigtimedwait_time64: pointer siginfo_t *info/uinfo
    ArgRow { name: 2094, alias: 2605, ctype: 2195, kind: ArgKind::Pointer, flags: None }, // rt_sigtimedwait_time64: pointer const struct __kernel_timespec *timeout/uts
    ArgRow { name: 2227, alias: 2227, ctype: 2119, kind: ArgKind::Size, flags: None }, // rt_sigtimedwait_time64: size size_t sigsetsize
    ArgRow { name: 2601, alias: 2601, ctype: 2293, kind: ArgKind::Pid, flags: None }, // rt_tgsigqueueinfo: pid pid_t tgid
    ArgRow { name: 2606, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // rt_tgsigqueueinfo: pid pid_t tid/pid
    ArgRow { name: 2368, alias: 2368, ctype: 2077, kind: ArgKind::Signal, flags: None }, // rt_tgsigqueueinfo: signal int sig
    ArgRow { name: 2526, alias: 2602, ctype: 2527, kind: ArgKind::Pointer, flags: None }, // rt_tgsigqueueinfo: pointer siginfo_t *info/uinfo
    ArgRow { name: 2097, alias: 2205, ctype: 2607, kind: ArgKind::Pointer, flags: None }, // rtas: pointer struct rtas_args *args/uargs
    ArgRow { name: 2608, alias: 2608, ctype: 2077, kind: ArgKind::Int, flags: None }, // s390_guarded_storage: int int command
    ArgRow { name: 2609, alias: 2609, ctype: 2610, kind: ArgKind::Pointer, flags: None }, // s390_guarded_storage: pointer struct gs_cb *gs_cb
    ArgRow { name: 2611, alias: 2611, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // s390_pci_mmio_read: ulong unsigned long mmio_addr
    ArgRow { name: 2612, alias: 2612, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // s390_pci_mmio_read: pointer void *user_buffer
    ArgRow { name: 2269, alias: 2269, ctype: 2119, kind: ArgKind::Size, flags: None }, // s390_pci_mmio_read: size size_t length
    ArgRow { name: 2611, alias: 2611, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // s390_pci_mmio_write: ulong unsigned long mmio_addr
    ArgRow { name: 2612, alias: 2612, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // s390_pci_mmio_write: pointer const void *user_buffer
    ArgRow { name: 2269, alias: 2269, ctype: 2119, kind: ArgKind::Size, flags: None }, // s390_pci_mmio_write: size size_t length
    ArgRow { name: 2608, alias: 2608, ctype: 2077, kind: ArgKind::Int, flags: None }, // s390_runtime_instr: int int command
    ArgRow { name: 2589, alias: 2589, ctype: 2077, kind: ArgKind::Signal, flags: None }, // s390_runtime_instr: signal int signum
    ArgRow { name: 2613, alias: 2613, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // s390_sthyi: ulong unsigned long function_code
    ArgRow { name: 2614, alias: 2426, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // s390_sthyi: pointer void *resp_buffer/buffer
    ArgRow { name: 2615, alias: 2615, ctype: 2419, kind: ArgKind::Pointer, flags: None }, // s390_sthyi: pointer uint64_t *return_code
    ArgRow { name: 2106, alias: 2106, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // s390_sthyi: ulong unsigned long flags
    ArgRow { name: 2288, alias: 2288, ctype: 2077, kind: ArgKind::Int, flags: Some(2060) }, // sched_get_priority_max: int int policy = sched
    ArgRow { name: 2288, alias: 2288, ctype: 2077, kind: ArgKind::Int, flags: Some(2060) }, // sched_get_priority_min: int int policy = sched
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // sched_getaffinity: pid pid_t pid
    ArgRow { name: 2583, alias: 2132, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sched_getaffinity: uint unsigned int cpusetsize/len
    ArgRow { name: 2241, alias: 2616, ctype: 2144, kind: ArgKind::Pointer, flags: None }, // sched_getaffinity: pointer unsigned long *mask/user_mask_ptr
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // sched_getattr: pid pid_t pid
    ArgRow { name: 2151, alias: 2152, ctype: 2617, kind: ArgKind::Pointer, flags: None }, // sched_getattr: pointer struct sched_attr *attr/uattr
    ArgRow { name: 2154, alias: 2250, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sched_getattr: uint unsigned int size/usize
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sched_getattr: uint unsigned int flags
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // sched_getparam: pid pid_t pid
    ArgRow { name: 2618, alias: 2618, ctype: 2619, kind: ArgKind::Pointer, flags: None }, // sched_getparam: pointer struct sched_param *param
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // sched_getscheduler: pid pid_t pid
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // sched_rr_get_interval: pid pid_t pid
    ArgRow { name: 2187, alias: 2620, ctype: 2188, kind: ArgKind::Pointer, flags: None }, // sched_rr_get_interval: pointer struct timespec *tp/interval
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // sched_rr_get_interval_time64: pid pid_t pid
    ArgRow { name: 2187, alias: 2620, ctype: 2189, kind: ArgKind::Pointer, flags: None }, // sched_rr_get_interval_time64: pointer struct __kernel_timespec *tp/interval
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // sched_setaffinity: pid pid_t pid
    ArgRow { name: 2583, alias: 2132, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sched_setaffinity: uint unsigned int cpusetsize/len
    ArgRow { name: 2241, alias: 2616, ctype: 2435, kind: ArgKind::Pointer, flags: None }, // sched_setaffinity: pointer const unsigned long *mask/user_mask_ptr
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // sched_setattr: pid pid_t pid
    ArgRow { name: 2151, alias: 2152, ctype: 2617, kind: ArgKind::Pointer, flags: None }, // sched_setattr: pointer struct sched_attr *attr/uattr
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sched_setattr: uint unsigned int flags
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // sched_setparam: pid pid_t pid
    ArgRow { name: 2618, alias: 2618, ctype: 2621, kind: ArgKind::Pointer, flags: None }, // sched_setparam: pointer const struct sched_param *param
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // sched_setscheduler: pid pid_t pid
    ArgRow { name: 2288, alias: 2288, ctype: 2077, kind: ArgKind::Int, flags: Some(2060) }, // sched_setscheduler: int int policy = sched
    ArgRow { name: 2618, alias: 2618, ctype: 2621, kind: ArgKind::Pointer, flags: None }, // sched_setscheduler: pointer const struct sched_param *param
    ArgRow { name: 2254, alias: 2157, ctype: 2084, kind: ArgKind::Uint, flags: Some(359) }, // seccomp: uint unsigned int operation/op = seccomp
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(2062) }, // seccomp: uint unsigned int flags = seccomp_filter
    ArgRow { name: 2097, alias: 2205, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // seccomp: pointer void *args/uargs
    ArgRow { name: 2085, alias: 2086, ctype: 2077, kind: ArgKind::Int, flags: None }, // select: int int nfds/n
    ArgRow { name: 2087, alias: 2088, ctype: 2089, kind: ArgKind::Pointer, flags: None }, // select: pointer fd_set *readfds/inp
    ArgRow { name: 2090, alias: 2091, ctype: 2089, kind: ArgKind::Pointer, flags: None }, // select: pointer fd_set *writefds/outp
    ArgRow { name: 2092, alias: 2093, ctype: 2089, kind: ArgKind::Pointer, flags: None }, // select: pointer fd_set *exceptfds/exp
    ArgRow { name: 2094, alias: 2095, ctype: 2096, kind: ArgKind::Pointer, flags: None }, // select: pointer struct timeval *timeout/tvp
    ArgRow { name: 2097, alias: 2246, ctype: 2622, kind: ArgKind::Pointer, flags: None }, // select: pointer struct sel_arg_struct *args/arg
    ArgRow { name: 2623, alias: 2623, ctype: 2077, kind: ArgKind::Int, flags: None }, // semctl: int int semid
    ArgRow { name: 2624, alias: 2624, ctype: 2077, kind: ArgKind::Int, flags: None }, // semctl: int int semnum
    ArgRow { name: 2150, alias: 2150, ctype: 2077, kind: ArgKind::Int, flags: Some(2064) }, // semctl: int int cmd = sem_cmd
    ArgRow { name: 2246, alias: 2246, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // semctl: ulong unsigned long arg
    ArgRow { name: 2255, alias: 2255, ctype: 2077, kind: ArgKind::Int, flags: None }, // semget: int int key
    ArgRow { name: 2625, alias: 2625, ctype: 2077, kind: ArgKind::Int, flags: None }, // semget: int int nsems
    ArgRow { name: 2626, alias: 2626, ctype: 2077, kind: ArgKind::Int, flags: Some(2025) }, // semget: int int semflg = ipc_get
    ArgRow { name: 2623, alias: 2623, ctype: 2077, kind: ArgKind::Int, flags: None }, // semop: int int semid
    ArgRow { name: 2627, alias: 2628, ctype: 2629, kind: ArgKind::Pointer, flags: None }, // semop: pointer struct sembuf *sops/tsops
    ArgRow { name: 2630, alias: 2630, ctype: 2084, kind: ArgKind::Uint, flags: None }, // semop: uint unsigned int nsops
    ArgRow { name: 2623, alias: 2623, ctype: 2077, kind: ArgKind::Int, flags: None }, // semtimedop: int int semid
    ArgRow { name: 2627, alias: 2628, ctype: 2629, kind: ArgKind::Pointer, flags: None }, // semtimedop: pointer struct sembuf *sops/tsops
    ArgRow { name: 2630, alias: 2630, ctype: 2084, kind: ArgKind::Uint, flags: None }, // semtimedop: uint unsigned int nsops
    ArgRow { name: 2094, alias: 2094, ctype: 2192, kind: ArgKind::Pointer, flags: None }, // semtimedop: pointer const struct timespec *timeout
    ArgRow { name: 2623, alias: 2623, ctype: 2077, kind: ArgKind::Int, flags: None }, // semtimedop_time64: int int semid
    ArgRow { name: 2627, alias: 2628, ctype: 2629, kind: ArgKind::Pointer, flags: None }, // semtimedop_time64: pointer struct sembuf *sops/tsops
    ArgRow { name: 2630, alias: 2630, ctype: 2084, kind: ArgKind::Uint, flags: None }, // semtimedop_time64: uint unsigned int nsops
    ArgRow { name: 2094, alias: 2094, ctype: 2195, kind: ArgKind::Pointer, flags: None }, // semtimedop_time64: pointer const struct __kernel_timespec *timeout
    ArgRow { name: 2099, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // send: fd int sockfd/fd
    ArgRow { name: 2122, alias: 2631, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // send: pointer const void *buf/buff
    ArgRow { name: 2132, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // send: size size_t len
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(2043) }, // send: uint unsigned int flags = msg
    ArgRow { name: 2632, alias: 2632, ctype: 2077, kind: ArgKind::Fd, flags: None }, // sendfile: fd int out_fd
    ArgRow { name: 2633, alias: 2633, ctype: 2077, kind: ArgKind::Fd, flags: None }, // sendfile: fd int in_fd
    ArgRow { name: 2130, alias: 2130, ctype: 2634, kind: ArgKind::Pointer, flags: None }, // sendfile: pointer off_t *offset
    ArgRow { name: 2229, alias: 2229, ctype: 2119, kind: ArgKind::Size, flags: None }, // sendfile: size size_t count
    ArgRow { name: 2632, alias: 2632, ctype: 2077, kind: ArgKind::Fd, flags: None }, // sendfile64: fd int out_fd
    ArgRow { name: 2633, alias: 2633, ctype: 2077, kind: ArgKind::Fd, flags: None }, // sendfile64: fd int in_fd
    ArgRow { name: 2130, alias: 2130, ctype: 2082, kind: ArgKind::Pointer, flags: None }, // sendfile64: pointer loff_t *offset
    ArgRow { name: 2229, alias: 2229, ctype: 2119, kind: ArgKind::Size, flags: None }, // sendfile64: size size_t count
    ArgRow { name: 2099, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // sendmmsg: fd int sockfd/fd
    ArgRow { name: 2572, alias: 2573, ctype: 2574, kind: ArgKind::Pointer, flags: None }, // sendmmsg: pointer struct mmsghdr *msgvec/mmsg
    ArgRow { name: 2545, alias: 2545, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sendmmsg: uint unsigned int vlen
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(2043) }, // sendmmsg: uint unsigned int flags = msg
    ArgRow { name: 2099, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // sendmsg: fd int sockfd/fd
    ArgRow { name: 2043, alias: 2043, ctype: 2635, kind: ArgKind::Pointer, flags: None }, // sendmsg: pointer const struct msghdr *msg
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(2043) }, // sendmsg: uint unsigned int flags = msg
    ArgRow { name: 2099, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // sendto: fd int sockfd/fd
    ArgRow { name: 2122, alias: 2631, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // sendto: pointer const void *buf/buff
    ArgRow { name: 2132, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // sendto: size size_t len
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(2043) }, // sendto: uint unsigned int flags = msg
    ArgRow { name: 2636, alias: 2100, ctype: 2149, kind: ArgKind::Pointer, flags: None }, // sendto: pointer const struct sockaddr *dest_addr/addr
    ArgRow { name: 2103, alias: 2571, ctype: 2077, kind: ArgKind::Int, flags: None }, // sendto: int int addrlen/addr_len
    ArgRow { name: 2040, alias: 2040, ctype: 2077, kind: ArgKind::Int, flags: Some(2042) }, // set_mempolicy: int int mode = mpol
    ArgRow { name: 2289, alias: 2290, ctype: 2435, kind: ArgKind::Pointer, flags: None }, // set_mempolicy: pointer const unsigned long *nodemask/nmask
    ArgRow { name: 2291, alias: 2291, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // set_mempolicy: ulong unsigned long maxnode
    ArgRow { name: 2100, alias: 2158, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // set_mempolicy_home_node: pointer void *addr/start
    ArgRow { name: 2132, alias: 2132, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // set_mempolicy_home_node: ulong unsigned long len
    ArgRow { name: 2637, alias: 2637, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // set_mempolicy_home_node: ulong unsigned long home_node
    ArgRow { name: 2106, alias: 2106, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // set_mempolicy_home_node: ulong unsigned long flags
    ArgRow { name: 2638, alias: 2638, ctype: 2639, kind: ArgKind::Pointer, flags: None }, // set_robust_list: pointer struct robust_list_head *head
    ArgRow { name: 2132, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // set_robust_list: size size_t len
    ArgRow { name: 2298, alias: 2298, ctype: 2299, kind: ArgKind::Pointer, flags: None }, // set_thread_area: pointer struct user_desc *u_info
    ArgRow { name: 2187, alias: 2100, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // set_thread_area: ulong unsigned long tp/addr
    ArgRow { name: 2640, alias: 2640, ctype: 2105, kind: ArgKind::Pointer, flags: None }, // set_tid_address: pointer int *tidptr
    ArgRow { name: 2187, alias: 2276, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // set_tls: ulong unsigned long tp/val
    ArgRow { name: 2110, alias: 2110, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // setdomainname: pointer const char *name
    ArgRow { name: 2132, alias: 2132, ctype: 2077, kind: ArgKind::Int, flags: None }, // setdomainname: int int len
    ArgRow { name: 2641, alias: 2642, ctype: 2180, kind: ArgKind::Gid, flags: None }, // setfsgid: gid gid_t fsgid/gid
    ArgRow { name: 2641, alias: 2642, ctype: 2180, kind: ArgKind::Gid, flags: None }, // setfsgid32: gid gid_t fsgid/gid
    ArgRow { name: 2643, alias: 2644, ctype: 2178, kind: ArgKind::Uid, flags: None }, // setfsuid: uid uid_t fsuid/uid
    ArgRow { name: 2643, alias: 2644, ctype: 2178, kind: ArgKind::Uid, flags: None }, // setfsuid32: uid uid_t fsuid/uid
    ArgRow { name: 2642, alias: 2642, ctype: 2180, kind: ArgKind::Gid, flags: None }, // setgid: gid gid_t gid
    ArgRow { name: 2642, alias: 2642, ctype: 2180, kind: ArgKind::Gid, flags: None }, // setgid32: gid gid_t gid
    ArgRow { name: 2154, alias: 2311, ctype: 2077, kind: ArgKind::Int, flags: None }, // setgroups: int int size/gidsetsize
    ArgRow { name: 2253, alias: 2312, ctype: 2645, kind: ArgKind::Pointer, flags: None }, // setgroups: pointer const gid_t *list/grouplist
    ArgRow { name: 2154, alias: 2311, ctype: 2077, kind: ArgKind::Int, flags: None }, // setgroups32: int int size/gidsetsize
    ArgRow { name: 2253, alias: 2312, ctype: 2645, kind: ArgKind::Pointer, flags: None }, // setgroups32: pointer const gid_t *list/grouplist
    ArgRow { name: 2110, alias: 2110, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // sethostname: pointer const char *name
    ArgRow { name: 2132, alias: 2132, ctype: 2077, kind: ArgKind::Int, flags: None }, // sethostname: int int len
    ArgRow { name: 2314, alias: 2314, ctype: 2077, kind: ArgKind::Int, flags: Some(2027) }, // setitimer: int int which = itimer
    ArgRow { name: 2646, alias: 2247, ctype: 2647, kind: ArgKind::Pointer, flags: None }, // setitimer: pointer const struct itimerval *new_value/value
    ArgRow { name: 2648, alias: 2649, ctype: 2316, kind: ArgKind::Pointer, flags: None }, // setitimer: pointer struct itimerval *old_value/ovalue
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // setns: fd int fd
    ArgRow { name: 2650, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(2047) }, // setns: int int nstype/flags = ns
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // setpgid: pid pid_t pid
    ArgRow { name: 2651, alias: 2651, ctype: 2293, kind: ArgKind::Pid, flags: None }, // setpgid: pid pid_t pgid
    ArgRow { name: 2314, alias: 2314, ctype: 2077, kind: ArgKind::Int, flags: Some(2051) }, // setpriority: int int which = prio
    ArgRow { name: 2319, alias: 2319, ctype: 2077, kind: ArgKind::Int, flags: None }, // setpriority: int int who
    ArgRow { name: 2051, alias: 2652, ctype: 2077, kind: ArgKind::Int, flags: None }, // setpriority: int int prio/niceval
    ArgRow { name: 2322, alias: 2322, ctype: 2180, kind: ArgKind::Gid, flags: None }, // setregid: gid gid_t rgid
    ArgRow { name: 2324, alias: 2324, ctype: 2180, kind: ArgKind::Gid, flags: None }, // setregid: gid gid_t egid
    ArgRow { name: 2322, alias: 2322, ctype: 2180, kind: ArgKind::Gid, flags: None }, // setregid32: gid gid_t rgid
    ArgRow { name: 2324, alias: 2324, ctype: 2180, kind: ArgKind::Gid, flags: None }, // setregid32: gid gid_t egid
    ArgRow { name: 2322, alias: 2322, ctype: 2180, kind: ArgKind::Gid, flags: None }, // setresgid: gid gid_t rgid
    ArgRow { name: 2324, alias: 2324, ctype: 2180, kind: ArgKind::Gid, flags: None }, // setresgid: gid gid_t egid
    ArgRow { name: 2326, alias: 2326, ctype: 2180, kind: ArgKind::Gid, flags: None }, // setresgid: gid gid_t sgid
    ArgRow { name: 2322, alias: 2322, ctype: 2180, kind: ArgKind::Gid, flags: None }, // setresgid32: gid gid_t rgid
    ArgRow { name: 2324, alias: 2324, ctype: 2180, kind: ArgKind::Gid, flags: None }, // setresgid32: gid gid_t egid
    ArgRow { name: 2326, alias: 2326, ctype: 2180, kind: ArgKind::Gid, flags: None }, // setresgid32: gid gid_t sgid
    ArgRow { name: 2328, alias: 2328, ctype: 2178, kind: ArgKind::Uid, flags: None }, // setresuid: uid uid_t ruid
    ArgRow { name: 2331, alias: 2331, ctype: 2178, kind: ArgKind::Uid, flags: None }, // setresuid: uid uid_t euid
    ArgRow { name: 2333, alias: 2333, ctype: 2178, kind: ArgKind::Uid, flags: None }, // setresuid: uid uid_t suid
    ArgRow { name: 2328, alias: 2328, ctype: 2178, kind: ArgKind::Uid, flags: None }, // setresuid32: uid uid_t ruid
    ArgRow { name: 2331, alias: 2331, ctype: 2178, kind: ArgKind::Uid, flags: None }, // setresuid32: uid uid_t euid
    ArgRow { name: 2333, alias: 2333, ctype: 2178, kind: ArgKind::Uid, flags: None }, // setresuid32: uid uid_t suid
    ArgRow { name: 2328, alias: 2328, ctype: 2178, kind: ArgKind::Uid, flags: None }, // setreuid: uid uid_t ruid
    ArgRow { name: 2331, alias: 2331, ctype: 2178, kind: ArgKind::Uid, flags: None }, // setreuid: uid uid_t euid
    ArgRow { name: 2328, alias: 2328, ctype: 2178, kind: ArgKind::Uid, flags: None }, // setreuid32: uid uid_t ruid
    ArgRow { name: 2331, alias: 2331, ctype: 2178, kind: ArgKind::Uid, flags: None }, // setreuid32: uid uid_t euid
    ArgRow { name: 2335, alias: 2335, ctype: 2084, kind: ArgKind::Uint, flags: Some(2057) }, // setrlimit: uint unsigned int resource = rlimit
    ArgRow { name: 2336, alias: 2336, ctype: 2653, kind: ArgKind::Pointer, flags: None }, // setrlimit: pointer const struct rlimit *rlim
    ArgRow { name: 2099, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // setsockopt: fd int sockfd/fd
    ArgRow { name: 2341, alias: 2341, ctype: 2077, kind: ArgKind::Int, flags: Some(2071) }, // setsockopt: int int level = sol
    ArgRow { name: 2342, alias: 2342, ctype: 2077, kind: ArgKind::Int, flags: None }, // setsockopt: int int optname
    ArgRow { name: 2343, alias: 2343, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // setsockopt: pointer const void *optval
    ArgRow { name: 2344, alias: 2344, ctype: 2077, kind: ArgKind::Int, flags: None }, // setsockopt: int int optlen
    ArgRow { name: 2345, alias: 2345, ctype: 2285, kind: ArgKind::Pointer, flags: None }, // settimeofday: pointer const struct timeval *tv
    ArgRow { name: 2346, alias: 2346, ctype: 2654, kind: ArgKind::Pointer, flags: None }, // settimeofday: pointer const struct timezone *tz
    ArgRow { name: 2644, alias: 2644, ctype: 2178, kind: ArgKind::Uid, flags: None }, // setuid: uid uid_t uid
    ArgRow { name: 2644, alias: 2644, ctype: 2178, kind: ArgKind::Uid, flags: None }, // setuid32: uid uid_t uid
    ArgRow { name: 2174, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // setxattr: path const char *path/pathname
    ArgRow { name: 2110, alias: 2110, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // setxattr: pointer const char *name
    ArgRow { name: 2247, alias: 2247, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // setxattr: pointer const void *value
    ArgRow { name: 2154, alias: 2154, ctype: 2119, kind: ArgKind::Size, flags: None }, // setxattr: size size_t size
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(2075) }, // setxattr: int int flags = xattr
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // setxattrat: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // setxattrat: path const char *pathname
    ArgRow { name: 2251, alias: 2251, ctype: 2084, kind: ArgKind::Uint, flags: Some(2014) }, // setxattrat: uint unsigned int at_flags = at
    ArgRow { name: 2110, alias: 2110, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // setxattrat: pointer const char *name
    ArgRow { name: 2097, alias: 2205, ctype: 2655, kind: ArgKind::Pointer, flags: None }, // setxattrat: pointer const struct xattr_args *args/uargs
    ArgRow { name: 2154, alias: 2250, ctype: 2119, kind: ArgKind::Size, flags: None }, // setxattrat: size size_t size/usize
    ArgRow { name: 2656, alias: 2656, ctype: 2077, kind: ArgKind::Int, flags: None }, // shmat: int int shmid
    ArgRow { name: 2657, alias: 2657, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // shmat: pointer const void *shmaddr
    ArgRow { name: 2658, alias: 2658, ctype: 2077, kind: ArgKind::Int, flags: Some(410) }, // shmat: int int shmflg = shmat
    ArgRow { name: 2656, alias: 2656, ctype: 2077, kind: ArgKind::Int, flags: None }, // shmctl: int int shmid
    ArgRow { name: 2150, alias: 2150, ctype: 2077, kind: ArgKind::Int, flags: Some(2024) }, // shmctl: int int cmd = ipc_cmd
    ArgRow { name: 2122, alias: 2122, ctype: 2659, kind: ArgKind::Pointer, flags: None }, // shmctl: pointer struct shmid_ds *buf
    ArgRow { name: 2657, alias: 2657, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // shmdt: pointer const void *shmaddr
    ArgRow { name: 2255, alias: 2255, ctype: 2077, kind: ArgKind::Int, flags: None }, // shmget: int int key
    ArgRow { name: 2154, alias: 2154, ctype: 2119, kind: ArgKind::Size, flags: None }, // shmget: size size_t size
    ArgRow { name: 2658, alias: 2658, ctype: 2077, kind: ArgKind::Int, flags: Some(2025) }, // shmget: int int shmflg = ipc_get
    ArgRow { name: 2099, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // shutdown: fd int sockfd/fd
    ArgRow { name: 2513, alias: 2513, ctype: 2077, kind: ArgKind::Int, flags: Some(414) }, // shutdown: int int how = shutdown
    ArgRow { name: 2589, alias: 2368, ctype: 2077, kind: ArgKind::Signal, flags: None }, // sigaction: signal int signum/sig
    ArgRow { name: 2590, alias: 2590, ctype: 2660, kind: ArgKind::Pointer, flags: None }, // sigaction: pointer const struct old_sigaction *act
    ArgRow { name: 2592, alias: 2593, ctype: 2661, kind: ArgKind::Pointer, flags: None }, // sigaction: pointer struct old_sigaction *oldact/oact
    ArgRow { name: 2662, alias: 2663, ctype: 2664, kind: ArgKind::Pointer, flags: None }, // sigaltstack: pointer const stack_t *ss/uss
    ArgRow { name: 2665, alias: 2666, ctype: 2667, kind: ArgKind::Pointer, flags: None }, // sigaltstack: pointer stack_t *old_ss/uoss
    ArgRow { name: 2589, alias: 2368, ctype: 2077, kind: ArgKind::Signal, flags: None }, // signal: signal int signum/sig
    ArgRow { name: 2668, alias: 2668, ctype: 2155, kind: ArgKind::Pointer, flags: None }, // signal: pointer void *handler
    ArgRow { name: 2076, alias: 2669, ctype: 2077, kind: ArgKind::Fd, flags: None }, // signalfd: fd int fd/ufd
    ArgRow { name: 2241, alias: 2670, ctype: 2226, kind: ArgKind::Pointer, flags: None }, // signalfd: pointer const sigset_t *mask/user_mask
    ArgRow { name: 2671, alias: 2671, ctype: 2119, kind: ArgKind::Size, flags: None }, // signalfd: size size_t sizemask
    ArgRow { name: 2076, alias: 2669, ctype: 2077, kind: ArgKind::Fd, flags: None }, // signalfd4: fd int fd/ufd
    ArgRow { name: 2241, alias: 2670, ctype: 2226, kind: ArgKind::Pointer, flags: None }, // signalfd4: pointer const sigset_t *mask/user_mask
    ArgRow { name: 2671, alias: 2671, ctype: 2119, kind: ArgKind::Size, flags: None }, // signalfd4: size size_t sizemask
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(418) }, // signalfd4: int int flags = signalfd
    ArgRow { name: 2595, alias: 2596, ctype: 2672, kind: ArgKind::Pointer, flags: None }, // sigpending: pointer old_sigset_t *set/uset
    ArgRow { name: 2513, alias: 2513, ctype: 2077, kind: ArgKind::Int, flags: Some(421) }, // sigprocmask: int int how = sigprocmask
    ArgRow { name: 2595, alias: 2598, ctype: 2673, kind: ArgKind::Pointer, flags: None }, // sigprocmask: pointer const old_sigset_t *set/nset
    ArgRow { name: 2599, alias: 2600, ctype: 2672, kind: ArgKind::Pointer, flags: None }, // sigprocmask: pointer old_sigset_t *oldset/oset
    ArgRow { name: 2241, alias: 2241, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // sigsuspend: ulong unsigned long mask
    ArgRow { name: 2674, alias: 2674, ctype: 2077, kind: ArgKind::Int, flags: None }, // sigsuspend: int int unused1
    ArgRow { name: 2675, alias: 2675, ctype: 2077, kind: ArgKind::Int, flags: None }, // sigsuspend: int int unused2
    ArgRow { name: 2241, alias: 2241, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // sigsuspend: ulong unsigned long mask
    ArgRow { name: 2241, alias: 2596, ctype: 2226, kind: ArgKind::Pointer, flags: None }, // sigsuspend: pointer const sigset_t *mask/uset
    ArgRow { name: 2676, alias: 2677, ctype: 2077, kind: ArgKind::Int, flags: Some(2013) }, // socket: int int domain/family = af
    ArgRow { name: 2111, alias: 2111, ctype: 2077, kind: ArgKind::Int, flags: Some(2070) }, // socket: int int type = sock
    ArgRow { name: 2678, alias: 2678, ctype: 2077, kind: ArgKind::Int, flags: Some(2026) }, // socket: int int protocol = ipproto
    ArgRow { name: 2382, alias: 2382, ctype: 2077, kind: ArgKind::Int, flags: Some(425) }, // socketcall: int int call = socketcall
    ArgRow { name: 2097, alias: 2097, ctype: 2144, kind: ArgKind::Pointer, flags: None }, // socketcall: pointer unsigned long *args
    ArgRow { name: 2676, alias: 2677, ctype: 2077, kind: ArgKind::Int, flags: Some(2013) }, // socketpair: int int domain/family = af
    ArgRow { name: 2111, alias: 2111, ctype: 2077, kind: ArgKind::Int, flags: Some(2070) }, // socketpair: int int type = sock
    ArgRow { name: 2678, alias: 2678, ctype: 2077, kind: ArgKind::Int, flags: Some(2026) }, // socketpair: int int protocol = ipproto
    ArgRow { name: 2679, alias: 2680, ctype: 2105, kind: ArgKind::Pointer, flags: None }, // socketpair: pointer int *sv/usockvec
    ArgRow { name: 2211, alias: 2211, ctype: 2077, kind: ArgKind::Fd, flags: None }, // splice: fd int fd_in
    ArgRow { name: 2212, alias: 2212, ctype: 2082, kind: ArgKind::Pointer, flags: None }, // splice: pointer loff_t *off_in
    ArgRow { name: 2214, alias: 2214, ctype: 2077, kind: ArgKind::Fd, flags: None }, // splice: fd int fd_out
    ArgRow { name: 2215, alias: 2215, ctype: 2082, kind: ArgKind::Pointer, flags: None }, // splice: pointer loff_t *off_out
    ArgRow { name: 2132, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // splice: size size_t len
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(427) }, // splice: uint unsigned int flags = splice
    ArgRow { name: 2107, alias: 2110, ctype: 2109, kind: ArgKind::Path, flags: None }, // spu_create: path const char *pathname/name
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: None }, // spu_create: uint unsigned int flags
    ArgRow { name: 2040, alias: 2040, ctype: 2175, kind: ArgKind::Mode, flags: None }, // spu_create: mode mode_t mode
    ArgRow { name: 2681, alias: 2681, ctype: 2077, kind: ArgKind::Fd, flags: None }, // spu_create: fd int neighbor_fd
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // spu_run: fd int fd
    ArgRow { name: 2682, alias: 2683, ctype: 2274, kind: ArgKind::Pointer, flags: None }, // spu_run: pointer uint32_t *npc/unpc
    ArgRow { name: 2221, alias: 2684, ctype: 2274, kind: ArgKind::Pointer, flags: None }, // spu_run: pointer uint32_t *event/ustatus
    ArgRow { name: 2685, alias: 2685, ctype: 2077, kind: ArgKind::Int, flags: None }, // ssetmask: int int newmask
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // stat: path const char *pathname/filename
    ArgRow { name: 2263, alias: 2263, ctype: 2264, kind: ArgKind::Pointer, flags: None }, // stat: pointer struct stat *statbuf
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // stat64: path const char *pathname/filename
    ArgRow { name: 2263, alias: 2263, ctype: 2265, kind: ArgKind::Pointer, flags: None }, // stat64: pointer struct stat64 *statbuf
    ArgRow { name: 2174, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // statfs: path const char *path/pathname
    ArgRow { name: 2122, alias: 2122, ctype: 2266, kind: ArgKind::Pointer, flags: None }, // statfs: pointer struct statfs *buf
    ArgRow { name: 2174, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // statfs64: path const char *path/pathname
    ArgRow { name: 2267, alias: 2267, ctype: 2119, kind: ArgKind::Size, flags: None }, // statfs64: size size_t sz
    ArgRow { name: 2122, alias: 2122, ctype: 2268, kind: ArgKind::Pointer, flags: None }, // statfs64: pointer struct statfs64 *buf
    ArgRow { name: 2416, alias: 2416, ctype: 2417, kind: ArgKind::Pointer, flags: None }, // statmount: pointer const struct mnt_id_req *req
    ArgRow { name: 2122, alias: 2122, ctype: 2686, kind: ArgKind::Pointer, flags: None }, // statmount: pointer struct statmount *buf
    ArgRow { name: 2561, alias: 2561, ctype: 2119, kind: ArgKind::Size, flags: None }, // statmount: size size_t bufsize
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(435) }, // statmount: uint unsigned int flags = statmount
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // statx: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // statx: path const char *pathname/filename
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(2072) }, // statx: uint unsigned int flags = statx_at
    ArgRow { name: 2241, alias: 2241, ctype: 2084, kind: ArgKind::Uint, flags: Some(436) }, // statx: uint unsigned int mask = statx
    ArgRow { name: 2687, alias: 2426, ctype: 2688, kind: ArgKind::Pointer, flags: None }, // statx: pointer struct statx *statxbuf/buffer
    ArgRow { name: 2689, alias: 2690, ctype: 2691, kind: ArgKind::Pointer, flags: None }, // stime: pointer const time_t *t/tptr
    ArgRow { name: 2100, alias: 2100, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // subpage_prot: ulong unsigned long addr
    ArgRow { name: 2132, alias: 2132, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // subpage_prot: ulong unsigned long len
    ArgRow { name: 2692, alias: 2692, ctype: 2274, kind: ArgKind::Pointer, flags: None }, // subpage_prot: pointer uint32_t *map
    ArgRow { name: 2693, alias: 2693, ctype: 2694, kind: ArgKind::Pointer, flags: None }, // swapcontext: pointer struct ucontext *old_ctx
    ArgRow { name: 2695, alias: 2695, ctype: 2694, kind: ArgKind::Pointer, flags: None }, // swapcontext: pointer struct ucontext *new_ctx
    ArgRow { name: 2696, alias: 2696, ctype: 2147, kind: ArgKind::Long, flags: None }, // swapcontext: long long ctx_size
    ArgRow { name: 2174, alias: 2697, ctype: 2109, kind: ArgKind::Path, flags: None }, // swapoff: path const char *path/specialfile
    ArgRow { name: 2174, alias: 2697, ctype: 2109, kind: ArgKind::Path, flags: None }, // swapon: path const char *path/specialfile
    ArgRow { name: 2698, alias: 2699, ctype: 2077, kind: ArgKind::Int, flags: Some(442) }, // swapon: int int swapflags/swap_flags = swapon
    ArgRow { name: 2449, alias: 2408, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // symlink: pointer const char *target/oldname
    ArgRow { name: 2700, alias: 2410, ctype: 2109, kind: ArgKind::Path, flags: None }, // symlink: path const char *linkpath/newname
    ArgRow { name: 2449, alias: 2408, ctype: 2109, kind: ArgKind::Pointer, flags: None }, // symlinkat: pointer const char *target/oldname
    ArgRow { name: 2413, alias: 2414, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // symlinkat: dirfd int newdirfd/newdfd
    ArgRow { name: 2700, alias: 2410, ctype: 2109, kind: ArgKind::Path, flags: None }, // symlinkat: path const char *linkpath/newname
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // sync_file_range: fd int fd
    ArgRow { name: 2130, alias: 2130, ctype: 2131, kind: ArgKind::Long64, flags: None }, // sync_file_range: long64 loff_t offset
    ArgRow { name: 2135, alias: 2135, ctype: 2131, kind: ArgKind::Long64, flags: None }, // sync_file_range: long64 loff_t nbytes
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(447) }, // sync_file_range: uint unsigned int flags = sync_file_range
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // sync_file_range: fd int fd
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range: uint unsigned int offset_low
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range: uint unsigned int offset_high
    ArgRow { name: 2136, alias: 2136, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range: uint unsigned int nbytes_low
    ArgRow { name: 2137, alias: 2137, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range: uint unsigned int nbytes_high
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(447) }, // sync_file_range: uint unsigned int flags = sync_file_range
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // sync_file_range: fd int fd
    ArgRow { name: 2237, alias: 2237, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range: uint unsigned int pad
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range: uint unsigned int offset_high
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range: uint unsigned int offset_low
    ArgRow { name: 2137, alias: 2137, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range: uint unsigned int nbytes_high
    ArgRow { name: 2136, alias: 2136, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range: uint unsigned int nbytes_low
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // sync_file_range: fd int fd
    ArgRow { name: 2237, alias: 2237, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range: uint unsigned int pad
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range: uint unsigned int offset_low
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range: uint unsigned int offset_high
    ArgRow { name: 2136, alias: 2136, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range: uint unsigned int nbytes_low
    ArgRow { name: 2137, alias: 2137, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range: uint unsigned int nbytes_high
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // sync_file_range: fd int fd
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range: uint unsigned int offset_high
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range: uint unsigned int offset_low
    ArgRow { name: 2137, alias: 2137, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range: uint unsigned int nbytes_high
    ArgRow { name: 2136, alias: 2136, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range: uint unsigned int nbytes_low
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(447) }, // sync_file_range: uint unsigned int flags = sync_file_range
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // sync_file_range2: fd int fd
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(447) }, // sync_file_range2: uint unsigned int flags = sync_file_range
    ArgRow { name: 2130, alias: 2130, ctype: 2131, kind: ArgKind::Long64, flags: None }, // sync_file_range2: long64 loff_t offset
    ArgRow { name: 2135, alias: 2135, ctype: 2131, kind: ArgKind::Long64, flags: None }, // sync_file_range2: long64 loff_t nbytes
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // sync_file_range2: fd int fd
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(447) }, // sync_file_range2: uint unsigned int flags = sync_file_range
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range2: uint unsigned int offset_high
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range2: uint unsigned int offset_low
    ArgRow { name: 2137, alias: 2137, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range2: uint unsigned int nbytes_high
    ArgRow { name: 2136, alias: 2136, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range2: uint unsigned int nbytes_low
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // sync_file_range2: fd int fd
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(447) }, // sync_file_range2: uint unsigned int flags = sync_file_range
    ArgRow { name: 2080, alias: 2080, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range2: uint unsigned int offset_low
    ArgRow { name: 2078, alias: 2078, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range2: uint unsigned int offset_high
    ArgRow { name: 2136, alias: 2136, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range2: uint unsigned int nbytes_low
    ArgRow { name: 2137, alias: 2137, ctype: 2084, kind: ArgKind::Uint, flags: None }, // sync_file_range2: uint unsigned int nbytes_high
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // syncfs: fd int fd
    ArgRow { name: 2356, alias: 2356, ctype: 2694, kind: ArgKind::Pointer, flags: None }, // sys_debug_setcontext: pointer struct ucontext *ctx
    ArgRow { name: 2701, alias: 2701, ctype: 2077, kind: ArgKind::Int, flags: None }, // sys_debug_setcontext: int int ndbg
    ArgRow { name: 2702, alias: 2702, ctype: 2703, kind: ArgKind::Pointer, flags: None }, // sys_debug_setcontext: pointer struct sig_dbg_op *dbg
    ArgRow { name: 2704, alias: 2704, ctype: 2147, kind: ArgKind::Long, flags: None }, // syscall: long long number
    ArgRow { name: 2705, alias: 2705, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // syscall: ulong unsigned long arg1
    ArgRow { name: 2128, alias: 2128, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // syscall: ulong unsigned long arg2
    ArgRow { name: 2400, alias: 2400, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // syscall: ulong unsigned long arg3
    ArgRow { name: 2401, alias: 2401, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // syscall: ulong unsigned long arg4
    ArgRow { name: 2402, alias: 2402, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // syscall: ulong unsigned long arg5
    ArgRow { name: 2127, alias: 2127, ctype: 2077, kind: ArgKind::Int, flags: None }, // sysfs: int int option
    ArgRow { name: 2705, alias: 2705, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // sysfs: ulong unsigned long arg1
    ArgRow { name: 2128, alias: 2128, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // sysfs: ulong unsigned long arg2
    ArgRow { name: 2526, alias: 2526, ctype: 2706, kind: ArgKind::Pointer, flags: None }, // sysinfo: pointer struct sysinfo *info
    ArgRow { name: 2111, alias: 2111, ctype: 2077, kind: ArgKind::Int, flags: None }, // syslog: int int type
    ArgRow { name: 2707, alias: 2122, ctype: 2156, kind: ArgKind::Pointer, flags: None }, // syslog: pointer char *bufp/buf
    ArgRow { name: 2132, alias: 2132, ctype: 2077, kind: ArgKind::Int, flags: None }, // syslog: int int len
    ArgRow { name: 2150, alias: 2150, ctype: 2147, kind: ArgKind::Long, flags: None }, // sysmips: long long cmd
    ArgRow { name: 2705, alias: 2705, ctype: 2147, kind: ArgKind::Long, flags: None }, // sysmips: long long arg1
    ArgRow { name: 2128, alias: 2128, ctype: 2147, kind: ArgKind::Long, flags: None }, // sysmips: long long arg2
    ArgRow { name: 2211, alias: 2708, ctype: 2077, kind: ArgKind::Fd, flags: None }, // tee: fd int fd_in/fdin
    ArgRow { name: 2214, alias: 2709, ctype: 2077, kind: ArgKind::Fd, flags: None }, // tee: fd int fd_out/fdout
    ArgRow { name: 2132, alias: 2132, ctype: 2119, kind: ArgKind::Size, flags: None }, // tee: size size_t len
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(427) }, // tee: uint unsigned int flags = splice
    ArgRow { name: 2601, alias: 2601, ctype: 2293, kind: ArgKind::Pid, flags: None }, // tgkill: pid pid_t tgid
    ArgRow { name: 2606, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // tgkill: pid pid_t tid/pid
    ArgRow { name: 2368, alias: 2368, ctype: 2077, kind: ArgKind::Signal, flags: None }, // tgkill: signal int sig
    ArgRow { name: 2710, alias: 2710, ctype: 2711, kind: ArgKind::Pointer, flags: None }, // time: pointer time_t *tloc
    ArgRow { name: 2185, alias: 2182, ctype: 2077, kind: ArgKind::Int, flags: Some(2016) }, // timer_create: int int clockid/which_clock = clock
    ArgRow { name: 2472, alias: 2712, ctype: 2713, kind: ArgKind::Pointer, flags: None }, // timer_create: pointer struct sigevent *sevp/timer_event_spec
    ArgRow { name: 2714, alias: 2715, ctype: 2716, kind: ArgKind::Pointer, flags: None }, // timer_create: pointer timer_t *timerid/created_timer_id
    ArgRow { name: 2714, alias: 2717, ctype: 2077, kind: ArgKind::Int, flags: None }, // timer_delete: int int timerid/timer_id
    ArgRow { name: 2714, alias: 2717, ctype: 2077, kind: ArgKind::Int, flags: None }, // timer_getoverrun: int int timerid/timer_id
    ArgRow { name: 2714, alias: 2717, ctype: 2077, kind: ArgKind::Int, flags: None }, // timer_gettime: int int timerid/timer_id
    ArgRow { name: 2315, alias: 2718, ctype: 2719, kind: ArgKind::Pointer, flags: None }, // timer_gettime: pointer struct itimerspec *curr_value/setting
    ArgRow { name: 2714, alias: 2717, ctype: 2077, kind: ArgKind::Int, flags: None }, // timer_gettime64: int int timerid/timer_id
    ArgRow { name: 2315, alias: 2718, ctype: 2720, kind: ArgKind::Pointer, flags: None }, // timer_gettime64: pointer struct __kernel_itimerspec *curr_value/setting
    ArgRow { name: 2714, alias: 2717, ctype: 2077, kind: ArgKind::Int, flags: None }, // timer_settime: int int timerid/timer_id
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(2074) }, // timer_settime: int int flags = timer_abstime
    ArgRow { name: 2646, alias: 2721, ctype: 2722, kind: ArgKind::Pointer, flags: None }, // timer_settime: pointer const struct itimerspec *new_value/new_setting
    ArgRow { name: 2648, alias: 2723, ctype: 2719, kind: ArgKind::Pointer, flags: None }, // timer_settime: pointer struct itimerspec *old_value/old_setting
    ArgRow { name: 2714, alias: 2717, ctype: 2077, kind: ArgKind::Int, flags: None }, // timer_settime64: int int timerid/timer_id
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(2074) }, // timer_settime64: int int flags = timer_abstime
    ArgRow { name: 2646, alias: 2721, ctype: 2724, kind: ArgKind::Pointer, flags: None }, // timer_settime64: pointer const struct __kernel_itimerspec *new_value/new_setting
    ArgRow { name: 2648, alias: 2723, ctype: 2720, kind: ArgKind::Pointer, flags: None }, // timer_settime64: pointer struct __kernel_itimerspec *old_value/old_setting
    ArgRow { name: 2185, alias: 2185, ctype: 2077, kind: ArgKind::Int, flags: Some(2016) }, // timerfd_create: int int clockid = clock
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(467) }, // timerfd_create: int int flags = timerfd_create
    ArgRow { name: 2076, alias: 2669, ctype: 2077, kind: ArgKind::Fd, flags: None }, // timerfd_gettime: fd int fd/ufd
    ArgRow { name: 2315, alias: 2725, ctype: 2719, kind: ArgKind::Pointer, flags: None }, // timerfd_gettime: pointer struct itimerspec *curr_value/otmr
    ArgRow { name: 2076, alias: 2669, ctype: 2077, kind: ArgKind::Fd, flags: None }, // timerfd_gettime64: fd int fd/ufd
    ArgRow { name: 2315, alias: 2725, ctype: 2720, kind: ArgKind::Pointer, flags: None }, // timerfd_gettime64: pointer struct __kernel_itimerspec *curr_value/otmr
    ArgRow { name: 2076, alias: 2669, ctype: 2077, kind: ArgKind::Fd, flags: None }, // timerfd_settime: fd int fd/ufd
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(470) }, // timerfd_settime: int int flags = timerfd_settime
    ArgRow { name: 2646, alias: 2726, ctype: 2722, kind: ArgKind::Pointer, flags: None }, // timerfd_settime: pointer const struct itimerspec *new_value/utmr
    ArgRow { name: 2648, alias: 2725, ctype: 2719, kind: ArgKind::Pointer, flags: None }, // timerfd_settime: pointer struct itimerspec *old_value/otmr
    ArgRow { name: 2076, alias: 2669, ctype: 2077, kind: ArgKind::Fd, flags: None }, // timerfd_settime64: fd int fd/ufd
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(470) }, // timerfd_settime64: int int flags = timerfd_settime
    ArgRow { name: 2646, alias: 2726, ctype: 2724, kind: ArgKind::Pointer, flags: None }, // timerfd_settime64: pointer const struct __kernel_itimerspec *new_value/utmr
    ArgRow { name: 2648, alias: 2725, ctype: 2720, kind: ArgKind::Pointer, flags: None }, // timerfd_settime64: pointer struct __kernel_itimerspec *old_value/otmr
    ArgRow { name: 2122, alias: 2727, ctype: 2728, kind: ArgKind::Pointer, flags: None }, // times: pointer struct tms *buf/tbuf
    ArgRow { name: 2606, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // tkill: pid pid_t tid/pid
    ArgRow { name: 2368, alias: 2368, ctype: 2077, kind: ArgKind::Signal, flags: None }, // tkill: signal int sig
    ArgRow { name: 2174, alias: 2174, ctype: 2109, kind: ArgKind::Path, flags: None }, // truncate: path const char *path
    ArgRow { name: 2269, alias: 2269, ctype: 2270, kind: ArgKind::Long, flags: None }, // truncate: long off_t length
    ArgRow { name: 2174, alias: 2174, ctype: 2109, kind: ArgKind::Path, flags: None }, // truncate64: path const char *path
    ArgRow { name: 2269, alias: 2269, ctype: 2131, kind: ArgKind::Long64, flags: None }, // truncate64: long64 loff_t length
    ArgRow { name: 2174, alias: 2174, ctype: 2109, kind: ArgKind::Path, flags: None }, // truncate64: path const char *path
    ArgRow { name: 2237, alias: 2237, ctype: 2084, kind: ArgKind::Uint, flags: None }, // truncate64: uint unsigned int pad
    ArgRow { name: 2271, alias: 2271, ctype: 2084, kind: ArgKind::Uint, flags: None }, // truncate64: uint unsigned int length_low
    ArgRow { name: 2272, alias: 2272, ctype: 2084, kind: ArgKind::Uint, flags: None }, // truncate64: uint unsigned int length_high
    ArgRow { name: 2174, alias: 2174, ctype: 2109, kind: ArgKind::Path, flags: None }, // truncate64: path const char *path
    ArgRow { name: 2271, alias: 2271, ctype: 2084, kind: ArgKind::Uint, flags: None }, // truncate64: uint unsigned int length_low
    ArgRow { name: 2272, alias: 2272, ctype: 2084, kind: ArgKind::Uint, flags: None }, // truncate64: uint unsigned int length_high
    ArgRow { name: 2174, alias: 2174, ctype: 2109, kind: ArgKind::Path, flags: None }, // truncate64: path const char *path
    ArgRow { name: 2237, alias: 2237, ctype: 2084, kind: ArgKind::Uint, flags: None }, // truncate64: uint unsigned int pad
    ArgRow { name: 2272, alias: 2272, ctype: 2084, kind: ArgKind::Uint, flags: None }, // truncate64: uint unsigned int length_high
    ArgRow { name: 2271, alias: 2271, ctype: 2084, kind: ArgKind::Uint, flags: None }, // truncate64: uint unsigned int length_low
    ArgRow { name: 2174, alias: 2174, ctype: 2109, kind: ArgKind::Path, flags: None }, // truncate64: path const char *path
    ArgRow { name: 2272, alias: 2272, ctype: 2084, kind: ArgKind::Uint, flags: None }, // truncate64: uint unsigned int length_high
    ArgRow { name: 2271, alias: 2271, ctype: 2084, kind: ArgKind::Uint, flags: None }, // truncate64: uint unsigned int length_low
    ArgRow { name: 2335, alias: 2335, ctype: 2084, kind: ArgKind::Uint, flags: Some(2057) }, // ugetrlimit: uint unsigned int resource = rlimit
    ArgRow { name: 2336, alias: 2336, ctype: 2337, kind: ArgKind::Pointer, flags: None }, // ugetrlimit: pointer struct rlimit *rlim
    ArgRow { name: 2241, alias: 2241, ctype: 2175, kind: ArgKind::Mode, flags: None }, // umask: mode mode_t mask
    ArgRow { name: 2449, alias: 2110, ctype: 2109, kind: ArgKind::Path, flags: None }, // umount: path const char *target/name
    ArgRow { name: 2449, alias: 2110, ctype: 2109, kind: ArgKind::Path, flags: None }, // umount2: path const char *target/name
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(480) }, // umount2: int int flags = umount
    ArgRow { name: 2122, alias: 2110, ctype: 2729, kind: ArgKind::Pointer, flags: None }, // uname: pointer struct utsname *buf/name
    ArgRow { name: 2107, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // unlink: path const char *pathname
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // unlinkat: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2107, ctype: 2109, kind: ArgKind::Path, flags: None }, // unlinkat: path const char *pathname
    ArgRow { name: 2106, alias: 2245, ctype: 2077, kind: ArgKind::Int, flags: Some(484) }, // unlinkat: int int flags/flag = unlinkat
    ArgRow { name: 2106, alias: 2730, ctype: 2079, kind: ArgKind::Ulong, flags: Some(2047) }, // unshare: ulong unsigned long flags/unshare_flags = ns
    ArgRow { name: 2731, alias: 2731, ctype: 2109, kind: ArgKind::Path, flags: None }, // uselib: path const char *library
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(489) }, // userfaultfd: int int flags = userfaultfd
    ArgRow { name: 2441, alias: 2441, ctype: 2084, kind: ArgKind::Uint, flags: None }, // ustat: uint unsigned int dev
    ArgRow { name: 2320, alias: 2320, ctype: 2732, kind: ArgKind::Pointer, flags: None }, // ustat: pointer struct ustat *ubuf
    ArgRow { name: 2108, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // utime: path const char *filename
    ArgRow { name: 472, alias: 472, ctype: 2733, kind: ArgKind::Pointer, flags: None }, // utime: pointer const struct utimbuf *times
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // utimensat: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // utimensat: path const char *pathname/filename
    ArgRow { name: 472, alias: 496, ctype: 2192, kind: ArgKind::Pointer, flags: None }, // utimensat: pointer const struct timespec *times/utimes
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(2014) }, // utimensat: int int flags = at
    ArgRow { name: 2233, alias: 2236, ctype: 2077, kind: ArgKind::DirFd, flags: None }, // utimensat_time64: dirfd int dirfd/dfd
    ArgRow { name: 2107, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // utimensat_time64: path const char *pathname/filename
    ArgRow { name: 472, alias: 496, ctype: 2195, kind: ArgKind::Pointer, flags: None }, // utimensat_time64: pointer const struct __kernel_timespec *times/utimes
    ArgRow { name: 2106, alias: 2106, ctype: 2077, kind: ArgKind::Int, flags: Some(2014) }, // utimensat_time64: int int flags = at
    ArgRow { name: 2108, alias: 2108, ctype: 2109, kind: ArgKind::Path, flags: None }, // utimes: path const char *filename
    ArgRow { name: 472, alias: 496, ctype: 2285, kind: ArgKind::Pointer, flags: None }, // utimes: pointer const struct timeval *times/utimes
    ArgRow { name: 2734, alias: 2150, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // vm86: ulong unsigned long fn/cmd
    ArgRow { name: 2735, alias: 2246, ctype: 2736, kind: ArgKind::Pointer, flags: None }, // vm86: pointer struct vm86plus_struct *v86/arg
    ArgRow { name: 2526, alias: 2737, ctype: 2738, kind: ArgKind::Pointer, flags: None }, // vm86old: pointer struct vm86_struct *info/user_vm86
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // vmsplice: fd int fd
    ArgRow { name: 2542, alias: 2739, ctype: 2543, kind: ArgKind::Pointer, flags: None }, // vmsplice: pointer const struct iovec *iov/uiov
    ArgRow { name: 2740, alias: 2740, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // vmsplice: ulong unsigned long nr_segs
    ArgRow { name: 2106, alias: 2106, ctype: 2084, kind: ArgKind::Uint, flags: Some(427) }, // vmsplice: uint unsigned int flags = splice
    ArgRow { name: 2292, alias: 2741, ctype: 2293, kind: ArgKind::Pid, flags: None }, // wait4: pid pid_t pid/upid
    ArgRow { name: 2742, alias: 2743, ctype: 2105, kind: ArgKind::Pointer, flags: None }, // wait4: pointer int *wstatus/stat_addr
    ArgRow { name: 2744, alias: 2744, ctype: 2077, kind: ArgKind::Int, flags: Some(503) }, // wait4: int int options = wait4
    ArgRow { name: 2058, alias: 2339, ctype: 2340, kind: ArgKind::Pointer, flags: None }, // wait4: pointer struct rusage *rusage/ru
    ArgRow { name: 2021, alias: 2314, ctype: 2077, kind: ArgKind::Int, flags: Some(2021) }, // waitid: int int idtype/which = idtype
    ArgRow { name: 2564, alias: 2741, ctype: 2293, kind: ArgKind::Pid, flags: None }, // waitid: pid pid_t id/upid
    ArgRow { name: 2745, alias: 2745, ctype: 2527, kind: ArgKind::Pointer, flags: None }, // waitid: pointer siginfo_t *infop
    ArgRow { name: 2744, alias: 2744, ctype: 2077, kind: ArgKind::Int, flags: Some(504) }, // waitid: int int options = waitid
    ArgRow { name: 2058, alias: 2339, ctype: 2340, kind: ArgKind::Pointer, flags: None }, // waitid: pointer struct rusage *rusage/ru
    ArgRow { name: 2292, alias: 2292, ctype: 2293, kind: ArgKind::Pid, flags: None }, // waitpid: pid pid_t pid
    ArgRow { name: 2742, alias: 2743, ctype: 2105, kind: ArgKind::Pointer, flags: None }, // waitpid: pointer int *wstatus/stat_addr
    ArgRow { name: 2744, alias: 2744, ctype: 2077, kind: ArgKind::Int, flags: Some(503) }, // waitpid: int int options = wait4
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // write: fd int fd
    ArgRow { name: 2122, alias: 2122, ctype: 2117, kind: ArgKind::Pointer, flags: None }, // write: pointer const void *buf
    ArgRow { name: 2229, alias: 2229, ctype: 2119, kind: ArgKind::Size, flags: None }, // write: size size_t count
    ArgRow { name: 2076, alias: 2076, ctype: 2077, kind: ArgKind::Fd, flags: None }, // writev: fd int fd
    ArgRow { name: 2542, alias: 2439, ctype: 2543, kind: ArgKind::Pointer, flags: None }, // writev: pointer const struct iovec *iov/vec
    ArgRow { name: 2544, alias: 2545, ctype: 2079, kind: ArgKind::Ulong, flags: None }, // writev: ulong unsigned long iovcnt/vlen
];
