//! Generated from facts/syscalls.tsv by `cargo xtask tables`; edit the facts.

use super::CALLS;
use crate::syscalls::NONE;

pub(super) static NUMBERS: [u32; CALLS] = [
    NONE, // _llseek
    NONE, // _newselect
    NONE, // _sysctl
    1073741867, // accept
    1073742112, // accept4
    1073741845, // access
    1073741987, // acct
    1073742072, // add_key
    1073741983, // adjtimex
    1073742007, // afs_syscall
    1073741861, // alarm
    1073741982, // arch_prctl
    NONE, // arm_fadvise64_64
    NONE, // arm_sync_file_range
    NONE, // atomic_barrier
    NONE, // atomic_cmpxchg_32
    NONE, // bdflush
    1073741873, // bind
    1073742145, // bpf
    NONE, // break
    NONE, // breakpoint
    1073741836, // brk
    NONE, // cachectl
    NONE, // cacheflush
    1073742275, // cachestat
    1073741949, // capget
    1073741950, // capset
    1073741904, // chdir
    1073741914, // chmod
    1073741916, // chown
    NONE, // chown32
    1073741985, // chroot
    1073742129, // clock_adjtime
    NONE, // clock_adjtime64
    1073742053, // clock_getres
    NONE, // clock_getres_time64
    1073742052, // clock_gettime
    NONE, // clock_gettime64
    1073742054, // clock_nanosleep
    NONE, // clock_nanosleep_time64
    1073742051, // clock_settime
    NONE, // clock_settime64
    1073741880, // clone
    1073742259, // clone3
    1073741827, // close
    1073742260, // close_range
    1073741866, // connect
    1073742150, // copy_file_range
    1073741909, // creat
    NONE, // create_module
    1073742000, // delete_module
    1073741856, // dup
    1073741857, // dup2
    1073742116, // dup3
    1073742037, // epoll_create
    1073742115, // epoll_create1
    1073742057, // epoll_ctl
    NONE, // epoll_ctl_old
    1073742105, // epoll_pwait
    1073742265, // epoll_pwait2
    1073742056, // epoll_wait
    NONE, // epoll_wait_old
    1073742108, // eventfd
    1073742114, // eventfd2
    1073742344, // execve
    1073742369, // execveat
    1073741884, // exit
    1073742055, // exit_group
    1073742093, // faccessat
    1073742263, // faccessat2
    1073742045, // fadvise64
    NONE, // fadvise64_64
    1073742109, // fallocate
    1073742124, // fanotify_init
    1073742125, // fanotify_mark
    1073741905, // fchdir
    1073741915, // fchmod
    1073742092, // fchmodat
    1073742276, // fchmodat2
    1073741917, // fchown
    NONE, // fchown32
    1073742084, // fchownat
    1073741896, // fcntl
    NONE, // fcntl64
    1073741899, // fdatasync
    1073742017, // fgetxattr
    1073742292, // file_getattr
    1073742293, // file_setattr
    1073742137, // finit_module
    1073742020, // flistxattr
    1073741897, // flock
    1073741881, // fork
    1073742023, // fremovexattr
    1073742255, // fsconfig
    1073742014, // fsetxattr
    1073742256, // fsmount
    1073742254, // fsopen
    1073742257, // fspick
    1073741829, // fstat
    NONE, // fstat64
    NONE, // fstatat64
    1073741962, // fstatfs
    NONE, // fstatfs64
    1073741898, // fsync
    NONE, // ftime
    1073741901, // ftruncate
    NONE, // ftruncate64
    1073742026, // futex
    1073742280, // futex_requeue
    NONE, // futex_time64
    1073742279, // futex_wait
    1073742273, // futex_waitv
    1073742278, // futex_wake
    1073742085, // futimesat
    NONE, // get_kernel_syms
    1073742063, // get_mempolicy
    1073742355, // get_robust_list
    NONE, // get_thread_area
    NONE, // get_tls
    1073742133, // getcpu
    1073741903, // getcwd
    1073741902, // getdents
    1073742041, // getdents64
    1073741932, // getegid
    NONE, // getegid32
    1073741931, // geteuid
    NONE, // geteuid32
    1073741928, // getgid
    NONE, // getgid32
    1073741939, // getgroups
    NONE, // getgroups32
    1073741860, // getitimer
    NONE, // getpagesize
    1073741876, // getpeername
    1073741945, // getpgid
    1073741935, // getpgrp
    1073741863, // getpid
    1073742005, // getpmsg
    1073741934, // getppid
    1073741964, // getpriority
    1073742142, // getrandom
    1073741944, // getresgid
    NONE, // getresgid32
    1073741942, // getresuid
    NONE, // getresuid32
    1073741921, // getrlimit
    1073741922, // getrusage
    1073741948, // getsid
    1073741875, // getsockname
    1073742366, // getsockopt
    1073742010, // gettid
    1073741920, // gettimeofday
    1073741926, // getuid
    NONE, // getuid32
    1073742015, // getxattr
    1073742288, // getxattrat
    NONE, // gtty
    NONE, // idle
    1073741999, // init_module
    1073742078, // inotify_add_watch
    1073742077, // inotify_init
    1073742118, // inotify_init1
    1073742079, // inotify_rm_watch
    1073742034, // io_cancel
    1073742031, // io_destroy
    1073742032, // io_getevents
    1073742157, // io_pgetevents
    NONE, // io_pgetevents_time64
    1073742367, // io_setup
    1073742368, // io_submit
    1073742250, // io_uring_enter
    1073742251, // io_uring_register
    1073742249, // io_uring_setup
    1073742338, // ioctl
    1073741997, // ioperm
    1073741996, // iopl
    1073742076, // ioprio_get
    1073742075, // ioprio_set
    NONE, // ipc
    1073742136, // kcmp
    1073742144, // kexec_file_load
    1073742352, // kexec_load
    1073742074, // keyctl
    1073741886, // kill
    1073742269, // landlock_add_rule
    1073742268, // landlock_create_ruleset
    1073742270, // landlock_restrict_self
    1073741918, // lchown
    NONE, // lchown32
    1073742016, // lgetxattr
    1073741910, // link
    1073742089, // linkat
    1073741874, // listen
    1073742282, // listmount
    1073742294, // listns
    1073742018, // listxattr
    1073742289, // listxattrat
    1073742019, // llistxattr
    NONE, // lock
    1073742036, // lookup_dcookie
    1073742022, // lremovexattr
    1073741832, // lseek
    1073742013, // lsetxattr
    1073742283, // lsm_get_self_attr
    1073742285, // lsm_list_modules
    1073742284, // lsm_set_self_attr
    1073741830, // lstat
    NONE, // lstat64
    1073741852, // madvise
    1073742277, // map_shadow_stack
    1073742061, // mbind
    1073742148, // membarrier
    1073742143, // memfd_create
    1073742271, // memfd_secret
    1073742080, // migrate_pages
    1073741851, // mincore
    1073741907, // mkdir
    1073742082, // mkdirat
    1073741957, // mknod
    1073742083, // mknodat
    1073741973, // mlock
    1073742149, // mlock2
    1073741975, // mlockall
    1073741833, // mmap
    NONE, // mmap2
    1073741978, // modify_ldt
    1073741989, // mount
    1073742266, // mount_setattr
    1073742253, // move_mount
    1073742357, // move_pages
    1073741834, // mprotect
    NONE, // mpx
    1073742069, // mq_getsetattr
    1073742351, // mq_notify
    1073742064, // mq_open
    1073742067, // mq_timedreceive
    NONE, // mq_timedreceive_time64
    1073742066, // mq_timedsend
    NONE, // mq_timedsend_time64
    1073742065, // mq_unlink
    1073741849, // mremap
    1073742286, // mseal
    1073741895, // msgctl
    1073741892, // msgget
    1073741894, // msgrcv
    1073741893, // msgsnd
    1073741850, // msync
    NONE, // multiplexer
    1073741974, // munlock
    1073741976, // munlockall
    1073741835, // munmap
    1073742127, // name_to_handle_at
    1073741859, // nanosleep
    1073742086, // newfstatat
    NONE, // nfsservctl
    NONE, // nice
    NONE, // oldfstat
    NONE, // oldlstat
    NONE, // oldolduname
    NONE, // oldstat
    NONE, // olduname
    1073741826, // open
    1073742128, // open_by_handle_at
    1073742252, // open_tree
    1073742291, // open_tree_attr
    1073742081, // openat
    1073742261, // openat2
    1073741858, // pause
    NONE, // pciconfig_iobase
    NONE, // pciconfig_read
    NONE, // pciconfig_write
    1073742122, // perf_event_open
    1073741959, // personality
    1073742262, // pidfd_getfd
    1073742258, // pidfd_open
    1073742248, // pidfd_send_signal
    1073741846, // pipe
    1073742117, // pipe2
    1073741979, // pivot_root
    1073742154, // pkey_alloc
    1073742155, // pkey_free
    1073742153, // pkey_mprotect
    1073741831, // poll
    1073742095, // ppoll
    NONE, // ppoll_time64
    1073741981, // prctl
    1073741841, // pread64
    1073742358, // preadv
    1073742370, // preadv2
    1073742126, // prlimit64
    1073742264, // process_madvise
    1073742272, // process_mrelease
    1073742363, // process_vm_readv
    1073742364, // process_vm_writev
    NONE, // prof
    NONE, // profil
    1073742094, // pselect6
    NONE, // pselect6_time64
    1073742345, // ptrace
    1073742006, // putpmsg
    1073741842, // pwrite64
    1073742359, // pwritev
    1073742371, // pwritev2
    NONE, // query_module
    1073742003, // quotactl
    1073742267, // quotactl_fd
    1073741824, // read
    1073742011, // readahead
    NONE, // readdir
    1073741913, // readlink
    1073742091, // readlinkat
    1073742339, // readv
    1073741993, // reboot
    NONE, // recv
    1073742341, // recvfrom
    1073742361, // recvmmsg
    NONE, // recvmmsg_time64
    1073742343, // recvmsg
    1073742040, // remap_file_pages
    1073742021, // removexattr
    1073742290, // removexattrat
    1073741906, // rename
    1073742088, // renameat
    1073742140, // renameat2
    1073742073, // request_key
    1073742043, // restart_syscall
    NONE, // riscv_flush_icache
    NONE, // riscv_hwprobe
    1073741908, // rmdir
    1073742158, // rseq
    1073742295, // rseq_slice_yield
    1073742336, // rt_sigaction
    1073742346, // rt_sigpending
    1073741838, // rt_sigprocmask
    1073742348, // rt_sigqueueinfo
    1073742337, // rt_sigreturn
    1073741954, // rt_sigsuspend
    1073742347, // rt_sigtimedwait
    NONE, // rt_sigtimedwait_time64
    1073742360, // rt_tgsigqueueinfo
    NONE, // rtas
    NONE, // s390_guarded_storage
    NONE, // s390_pci_mmio_read
    NONE, // s390_pci_mmio_write
    NONE, // s390_runtime_instr
    NONE, // s390_sthyi
    1073741970, // sched_get_priority_max
    1073741971, // sched_get_priority_min
    1073742028, // sched_getaffinity
    1073742139, // sched_getattr
    1073741967, // sched_getparam
    1073741969, // sched_getscheduler
    1073741972, // sched_rr_get_interval
    NONE, // sched_rr_get_interval_time64
    1073742027, // sched_setaffinity
    1073742138, // sched_setattr
    1073741966, // sched_setparam
    1073741968, // sched_setscheduler
    1073741848, // sched_yield
    1073742141, // seccomp
    1073742009, // security
    1073741847, // select
    1073741890, // semctl
    1073741888, // semget
    1073741889, // semop
    1073742044, // semtimedop
    NONE, // semtimedop_time64
    NONE, // send
    1073741864, // sendfile
    NONE, // sendfile64
    1073742362, // sendmmsg
    1073742342, // sendmsg
    1073741868, // sendto
    1073742062, // set_mempolicy
    1073742274, // set_mempolicy_home_node
    1073742354, // set_robust_list
    NONE, // set_thread_area
    1073742042, // set_tid_address
    NONE, // set_tls
    1073741995, // setdomainname
    1073741947, // setfsgid
    NONE, // setfsgid32
    1073741946, // setfsuid
    NONE, // setfsuid32
    1073741930, // setgid
    NONE, // setgid32
    1073741940, // setgroups
    NONE, // setgroups32
    1073741994, // sethostname
    1073741862, // setitimer
    1073742132, // setns
    1073741933, // setpgid
    1073741965, // setpriority
    1073741938, // setregid
    NONE, // setregid32
    1073741943, // setresgid
    NONE, // setresgid32
    1073741941, // setresuid
    NONE, // setresuid32
    1073741937, // setreuid
    NONE, // setreuid32
    1073741984, // setrlimit
    1073741936, // setsid
    1073742365, // setsockopt
    1073741988, // settimeofday
    1073741929, // setuid
    NONE, // setuid32
    1073742012, // setxattr
    1073742287, // setxattrat
    NONE, // sgetmask
    1073741854, // shmat
    1073741855, // shmctl
    1073741891, // shmdt
    1073741853, // shmget
    1073741872, // shutdown
    NONE, // sigaction
    1073742349, // sigaltstack
    NONE, // signal
    1073742106, // signalfd
    1073742113, // signalfd4
    NONE, // sigpending
    NONE, // sigprocmask
    NONE, // sigreturn
    NONE, // sigsuspend
    1073741865, // socket
    NONE, // socketcall
    1073741877, // socketpair
    1073742099, // splice
    NONE, // spu_create
    NONE, // spu_run
    NONE, // ssetmask
    1073741828, // stat
    NONE, // stat64
    1073741961, // statfs
    NONE, // statfs64
    1073742281, // statmount
    1073742156, // statx
    NONE, // stime
    NONE, // stty
    NONE, // subpage_prot
    NONE, // swapcontext
    1073741992, // swapoff
    1073741991, // swapon
    NONE, // switch_endian
    1073741912, // symlink
    1073742090, // symlinkat
    1073741986, // sync
    1073742101, // sync_file_range
    NONE, // sync_file_range2
    1073742130, // syncfs
    NONE, // sys_debug_setcontext
    NONE, // syscall
    1073741963, // sysfs
    1073741923, // sysinfo
    1073741927, // syslog
    NONE, // sysmips
    1073742100, // tee
    1073742058, // tgkill
    1073742025, // time
    1073742350, // timer_create
    1073742050, // timer_delete
    1073742049, // timer_getoverrun
    1073742048, // timer_gettime
    NONE, // timer_gettime64
    1073742047, // timer_settime
    NONE, // timer_settime64
    NONE, // timerfd
    1073742107, // timerfd_create
    1073742111, // timerfd_gettime
    NONE, // timerfd_gettime64
    1073742110, // timerfd_settime
    NONE, // timerfd_settime64
    1073741924, // times
    1073742024, // tkill
    1073741900, // truncate
    NONE, // truncate64
    1073742008, // tuxcall
    NONE, // ugetrlimit
    NONE, // ulimit
    1073741919, // umask
    NONE, // umount
    1073741990, // umount2
    1073741887, // uname
    1073741911, // unlink
    1073742087, // unlinkat
    1073742096, // unshare
    1073742160, // uprobe
    1073742159, // uretprobe
    NONE, // uselib
    1073742147, // userfaultfd
    NONE, // usr26
    NONE, // usr32
    1073741960, // ustat
    1073741956, // utime
    1073742104, // utimensat
    NONE, // utimensat_time64
    1073742059, // utimes
    1073741882, // vfork
    1073741977, // vhangup
    NONE, // vm86
    NONE, // vm86old
    1073742356, // vmsplice
    NONE, // vserver
    1073741885, // wait4
    1073742353, // waitid
    NONE, // waitpid
    1073741825, // write
    1073742340, // writev
];

pub(super) static BY_NUMBER: [(u32, u16); 374] = [
    (1073741824, 306), // read
    (1073741825, 506), // write
    (1073741826, 261), // open
    (1073741827, 44), // close
    (1073741828, 431), // stat
    (1073741829, 98), // fstat
    (1073741830, 206), // lstat
    (1073741831, 282), // poll
    (1073741832, 201), // lseek
    (1073741833, 223), // mmap
    (1073741834, 230), // mprotect
    (1073741835, 250), // munmap
    (1073741836, 21), // brk
    (1073741838, 333), // rt_sigprocmask
    (1073741841, 286), // pread64
    (1073741842, 300), // pwrite64
    (1073741845, 5), // access
    (1073741846, 276), // pipe
    (1073741847, 361), // select
    (1073741848, 358), // sched_yield
    (1073741849, 240), // mremap
    (1073741850, 246), // msync
    (1073741851, 215), // mincore
    (1073741852, 208), // madvise
    (1073741853, 413), // shmget
    (1073741854, 410), // shmat
    (1073741855, 411), // shmctl
    (1073741856, 51), // dup
    (1073741857, 52), // dup2
    (1073741858, 267), // pause
    (1073741859, 252), // nanosleep
    (1073741860, 131), // getitimer
    (1073741861, 10), // alarm
    (1073741862, 389), // setitimer
    (1073741863, 136), // getpid
    (1073741864, 368), // sendfile
    (1073741865, 424), // socket
    (1073741866, 46), // connect
    (1073741867, 3), // accept
    (1073741868, 372), // sendto
    (1073741872, 414), // shutdown
    (1073741873, 17), // bind
    (1073741874, 192), // listen
    (1073741875, 148), // getsockname
    (1073741876, 133), // getpeername
    (1073741877, 426), // socketpair
    (1073741880, 42), // clone
    (1073741881, 91), // fork
    (1073741882, 497), // vfork
    (1073741884, 66), // exit
    (1073741885, 503), // wait4
    (1073741886, 183), // kill
    (1073741887, 482), // uname
    (1073741888, 363), // semget
    (1073741889, 364), // semop
    (1073741890, 362), // semctl
    (1073741891, 412), // shmdt
    (1073741892, 243), // msgget
    (1073741893, 245), // msgsnd
    (1073741894, 244), // msgrcv
    (1073741895, 242), // msgctl
    (1073741896, 82), // fcntl
    (1073741897, 90), // flock
    (1073741898, 103), // fsync
    (1073741899, 84), // fdatasync
    (1073741900, 474), // truncate
    (1073741901, 105), // ftruncate
    (1073741902, 121), // getdents
    (1073741903, 120), // getcwd
    (1073741904, 27), // chdir
    (1073741905, 75), // fchdir
    (1073741906, 321), // rename
    (1073741907, 216), // mkdir
    (1073741908, 328), // rmdir
    (1073741909, 48), // creat
    (1073741910, 190), // link
    (1073741911, 483), // unlink
    (1073741912, 444), // symlink
    (1073741913, 309), // readlink
    (1073741914, 28), // chmod
    (1073741915, 76), // fchmod
    (1073741916, 29), // chown
    (1073741917, 79), // fchown
    (1073741918, 187), // lchown
    (1073741919, 479), // umask
    (1073741920, 151), // gettimeofday
    (1073741921, 145), // getrlimit
    (1073741922, 146), // getrusage
    (1073741923, 453), // sysinfo
    (1073741924, 472), // times
    (1073741926, 152), // getuid
    (1073741927, 454), // syslog
    (1073741928, 127), // getgid
    (1073741929, 405), // setuid
    (1073741930, 384), // setgid
    (1073741931, 125), // geteuid
    (1073741932, 123), // getegid
    (1073741933, 391), // setpgid
    (1073741934, 138), // getppid
    (1073741935, 135), // getpgrp
    (1073741936, 402), // setsid
    (1073741937, 399), // setreuid
    (1073741938, 393), // setregid
    (1073741939, 129), // getgroups
    (1073741940, 386), // setgroups
    (1073741941, 397), // setresuid
    (1073741942, 143), // getresuid
    (1073741943, 395), // setresgid
    (1073741944, 141), // getresgid
    (1073741945, 134), // getpgid
    (1073741946, 382), // setfsuid
    (1073741947, 380), // setfsgid
    (1073741948, 147), // getsid
    (1073741949, 25), // capget
    (1073741950, 26), // capset
    (1073741954, 336), // rt_sigsuspend
    (1073741956, 493), // utime
    (1073741957, 218), // mknod
    (1073741959, 272), // personality
    (1073741960, 492), // ustat
    (1073741961, 433), // statfs
    (1073741962, 101), // fstatfs
    (1073741963, 452), // sysfs
    (1073741964, 139), // getpriority
    (1073741965, 392), // setpriority
    (1073741966, 356), // sched_setparam
    (1073741967, 350), // sched_getparam
    (1073741968, 357), // sched_setscheduler
    (1073741969, 351), // sched_getscheduler
    (1073741970, 346), // sched_get_priority_max
    (1073741971, 347), // sched_get_priority_min
    (1073741972, 352), // sched_rr_get_interval
    (1073741973, 220), // mlock
    (1073741974, 248), // munlock
    (1073741975, 222), // mlockall
    (1073741976, 249), // munlockall
    (1073741977, 498), // vhangup
    (1073741978, 225), // modify_ldt
    (1073741979, 278), // pivot_root
    (1073741981, 285), // prctl
    (1073741982, 11), // arch_prctl
    (1073741983, 8), // adjtimex
    (1073741984, 401), // setrlimit
    (1073741985, 31), // chroot
    (1073741986, 446), // sync
    (1073741987, 6), // acct
    (1073741988, 404), // settimeofday
    (1073741989, 226), // mount
    (1073741990, 481), // umount2
    (1073741991, 442), // swapon
    (1073741992, 441), // swapoff
    (1073741993, 312), // reboot
    (1073741994, 388), // sethostname
    (1073741995, 379), // setdomainname
    (1073741996, 175), // iopl
    (1073741997, 174), // ioperm
    (1073741999, 158), // init_module
    (1073742000, 50), // delete_module
    (1073742003, 304), // quotactl
    (1073742005, 137), // getpmsg
    (1073742006, 299), // putpmsg
    (1073742007, 9), // afs_syscall
    (1073742008, 476), // tuxcall
    (1073742009, 360), // security
    (1073742010, 150), // gettid
    (1073742011, 307), // readahead
    (1073742012, 407), // setxattr
    (1073742013, 202), // lsetxattr
    (1073742014, 94), // fsetxattr
    (1073742015, 154), // getxattr
    (1073742016, 189), // lgetxattr
    (1073742017, 85), // fgetxattr
    (1073742018, 195), // listxattr
    (1073742019, 197), // llistxattr
    (1073742020, 89), // flistxattr
    (1073742021, 319), // removexattr
    (1073742022, 200), // lremovexattr
    (1073742023, 92), // fremovexattr
    (1073742024, 473), // tkill
    (1073742025, 458), // time
    (1073742026, 107), // futex
    (1073742027, 354), // sched_setaffinity
    (1073742028, 348), // sched_getaffinity
    (1073742031, 164), // io_destroy
    (1073742032, 165), // io_getevents
    (1073742034, 163), // io_cancel
    (1073742036, 199), // lookup_dcookie
    (1073742037, 54), // epoll_create
    (1073742040, 318), // remap_file_pages
    (1073742041, 122), // getdents64
    (1073742042, 377), // set_tid_address
    (1073742043, 325), // restart_syscall
    (1073742044, 365), // semtimedop
    (1073742045, 70), // fadvise64
    (1073742047, 464), // timer_settime
    (1073742048, 462), // timer_gettime
    (1073742049, 461), // timer_getoverrun
    (1073742050, 460), // timer_delete
    (1073742051, 40), // clock_settime
    (1073742052, 36), // clock_gettime
    (1073742053, 34), // clock_getres
    (1073742054, 38), // clock_nanosleep
    (1073742055, 67), // exit_group
    (1073742056, 60), // epoll_wait
    (1073742057, 56), // epoll_ctl
    (1073742058, 457), // tgkill
    (1073742059, 496), // utimes
    (1073742061, 210), // mbind
    (1073742062, 373), // set_mempolicy
    (1073742063, 115), // get_mempolicy
    (1073742064, 234), // mq_open
    (1073742065, 239), // mq_unlink
    (1073742066, 237), // mq_timedsend
    (1073742067, 235), // mq_timedreceive
    (1073742069, 232), // mq_getsetattr
    (1073742072, 7), // add_key
    (1073742073, 324), // request_key
    (1073742074, 182), // keyctl
    (1073742075, 177), // ioprio_set
    (1073742076, 176), // ioprio_get
    (1073742077, 160), // inotify_init
    (1073742078, 159), // inotify_add_watch
    (1073742079, 162), // inotify_rm_watch
    (1073742080, 214), // migrate_pages
    (1073742081, 265), // openat
    (1073742082, 217), // mkdirat
    (1073742083, 219), // mknodat
    (1073742084, 81), // fchownat
    (1073742085, 113), // futimesat
    (1073742086, 253), // newfstatat
    (1073742087, 484), // unlinkat
    (1073742088, 322), // renameat
    (1073742089, 191), // linkat
    (1073742090, 445), // symlinkat
    (1073742091, 310), // readlinkat
    (1073742092, 77), // fchmodat
    (1073742093, 68), // faccessat
    (1073742094, 296), // pselect6
    (1073742095, 283), // ppoll
    (1073742096, 485), // unshare
    (1073742099, 427), // splice
    (1073742100, 456), // tee
    (1073742101, 447), // sync_file_range
    (1073742104, 494), // utimensat
    (1073742105, 58), // epoll_pwait
    (1073742106, 418), // signalfd
    (1073742107, 467), // timerfd_create
    (1073742108, 62), // eventfd
    (1073742109, 72), // fallocate
    (1073742110, 470), // timerfd_settime
    (1073742111, 468), // timerfd_gettime
    (1073742112, 4), // accept4
    (1073742113, 419), // signalfd4
    (1073742114, 63), // eventfd2
    (1073742115, 55), // epoll_create1
    (1073742116, 53), // dup3
    (1073742117, 277), // pipe2
    (1073742118, 161), // inotify_init1
    (1073742122, 271), // perf_event_open
    (1073742124, 73), // fanotify_init
    (1073742125, 74), // fanotify_mark
    (1073742126, 289), // prlimit64
    (1073742127, 251), // name_to_handle_at
    (1073742128, 262), // open_by_handle_at
    (1073742129, 32), // clock_adjtime
    (1073742130, 449), // syncfs
    (1073742132, 390), // setns
    (1073742133, 119), // getcpu
    (1073742136, 179), // kcmp
    (1073742137, 88), // finit_module
    (1073742138, 355), // sched_setattr
    (1073742139, 349), // sched_getattr
    (1073742140, 323), // renameat2
    (1073742141, 359), // seccomp
    (1073742142, 140), // getrandom
    (1073742143, 212), // memfd_create
    (1073742144, 180), // kexec_file_load
    (1073742145, 18), // bpf
    (1073742147, 489), // userfaultfd
    (1073742148, 211), // membarrier
    (1073742149, 221), // mlock2
    (1073742150, 47), // copy_file_range
    (1073742153, 281), // pkey_mprotect
    (1073742154, 279), // pkey_alloc
    (1073742155, 280), // pkey_free
    (1073742156, 436), // statx
    (1073742157, 166), // io_pgetevents
    (1073742158, 329), // rseq
    (1073742159, 487), // uretprobe
    (1073742160, 486), // uprobe
    (1073742248, 275), // pidfd_send_signal
    (1073742249, 172), // io_uring_setup
    (1073742250, 170), // io_uring_enter
    (1073742251, 171), // io_uring_register
    (1073742252, 263), // open_tree
    (1073742253, 228), // move_mount
    (1073742254, 96), // fsopen
    (1073742255, 93), // fsconfig
    (1073742256, 95), // fsmount
    (1073742257, 97), // fspick
    (1073742258, 274), // pidfd_open
    (1073742259, 43), // clone3
    (1073742260, 45), // close_range
    (1073742261, 266), // openat2
    (1073742262, 273), // pidfd_getfd
    (1073742263, 69), // faccessat2
    (1073742264, 290), // process_madvise
    (1073742265, 59), // epoll_pwait2
    (1073742266, 227), // mount_setattr
    (1073742267, 305), // quotactl_fd
    (1073742268, 185), // landlock_create_ruleset
    (1073742269, 184), // landlock_add_rule
    (1073742270, 186), // landlock_restrict_self
    (1073742271, 213), // memfd_secret
    (1073742272, 291), // process_mrelease
    (1073742273, 111), // futex_waitv
    (1073742274, 374), // set_mempolicy_home_node
    (1073742275, 24), // cachestat
    (1073742276, 78), // fchmodat2
    (1073742277, 209), // map_shadow_stack
    (1073742278, 112), // futex_wake
    (1073742279, 110), // futex_wait
    (1073742280, 108), // futex_requeue
    (1073742281, 435), // statmount
    (1073742282, 193), // listmount
    (1073742283, 203), // lsm_get_self_attr
    (1073742284, 205), // lsm_set_self_attr
    (1073742285, 204), // lsm_list_modules
    (1073742286, 241), // mseal
    (1073742287, 408), // setxattrat
    (1073742288, 155), // getxattrat
    (1073742289, 196), // listxattrat
    (1073742290, 320), // removexattrat
    (1073742291, 264), // open_tree_attr
    (1073742292, 86), // file_getattr
    (1073742293, 87), // file_setattr
    (1073742294, 194), // listns
    (1073742295, 330), // rseq_slice_yield
    (1073742336, 331), // rt_sigaction
    (1073742337, 335), // rt_sigreturn
    (1073742338, 173), // ioctl
    (1073742339, 311), // readv
    (1073742340, 507), // writev
    (1073742341, 314), // recvfrom
    (1073742342, 371), // sendmsg
    (1073742343, 317), // recvmsg
    (1073742344, 64), // execve
    (1073742345, 298), // ptrace
    (1073742346, 332), // rt_sigpending
    (1073742347, 337), // rt_sigtimedwait
    (1073742348, 334), // rt_sigqueueinfo
    (1073742349, 416), // sigaltstack
    (1073742350, 459), // timer_create
    (1073742351, 233), // mq_notify
    (1073742352, 181), // kexec_load
    (1073742353, 504), // waitid
    (1073742354, 375), // set_robust_list
    (1073742355, 116), // get_robust_list
    (1073742356, 501), // vmsplice
    (1073742357, 229), // move_pages
    (1073742358, 287), // preadv
    (1073742359, 301), // pwritev
    (1073742360, 339), // rt_tgsigqueueinfo
    (1073742361, 315), // recvmmsg
    (1073742362, 370), // sendmmsg
    (1073742363, 292), // process_vm_readv
    (1073742364, 293), // process_vm_writev
    (1073742365, 403), // setsockopt
    (1073742366, 149), // getsockopt
    (1073742367, 168), // io_setup
    (1073742368, 169), // io_submit
    (1073742369, 65), // execveat
    (1073742370, 288), // preadv2
    (1073742371, 302), // pwritev2
];
