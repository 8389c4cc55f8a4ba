//! Generated from facts/syscalls.tsv by `cargo xtask tables`; edit the facts.

use super::CALLS;
use crate::syscalls::NONE;

pub(super) static NUMBERS: [u32; CALLS] = [
    NONE, // _llseek
    6022, // _newselect
    6152, // _sysctl
    6042, // accept
    6297, // accept4
    6020, // access
    6158, // acct
    6243, // add_key
    6154, // adjtimex
    6176, // afs_syscall
    6037, // alarm
    NONE, // arch_prctl
    NONE, // arm_fadvise64_64
    NONE, // arm_sync_file_range
    NONE, // atomic_barrier
    NONE, // atomic_cmpxchg_32
    NONE, // bdflush
    6048, // bind
    6319, // bpf
    NONE, // break
    NONE, // breakpoint
    6012, // brk
    6198, // cachectl
    6197, // cacheflush
    6451, // cachestat
    6123, // capget
    6124, // capset
    6078, // chdir
    6088, // chmod
    6090, // chown
    NONE, // chown32
    6156, // chroot
    6305, // clock_adjtime
    6405, // clock_adjtime64
    6227, // clock_getres
    6406, // clock_getres_time64
    6226, // clock_gettime
    6403, // clock_gettime64
    6228, // clock_nanosleep
    6407, // clock_nanosleep_time64
    6225, // clock_settime
    6404, // clock_settime64
    6055, // clone
    6435, // clone3
    6003, // close
    6436, // close_range
    6041, // connect
    6324, // copy_file_range
    6083, // creat
    6167, // create_module
    6169, // delete_module
    6031, // dup
    6032, // dup2
    6290, // dup3
    6207, // epoll_create
    6289, // epoll_create1
    6208, // epoll_ctl
    NONE, // epoll_ctl_old
    6276, // epoll_pwait
    6441, // epoll_pwait2
    6209, // epoll_wait
    NONE, // epoll_wait_old
    6282, // eventfd
    6288, // eventfd2
    6057, // execve
    6320, // execveat
    6058, // exit
    6205, // exit_group
    6263, // faccessat
    6439, // faccessat2
    6216, // fadvise64
    NONE, // fadvise64_64
    6283, // fallocate
    6300, // fanotify_init
    6301, // fanotify_mark
    6079, // fchdir
    6089, // fchmod
    6262, // fchmodat
    6452, // fchmodat2
    6091, // fchown
    NONE, // fchown32
    6254, // fchownat
    6070, // fcntl
    6212, // fcntl64
    6073, // fdatasync
    6185, // fgetxattr
    6468, // file_getattr
    6469, // file_setattr
    6312, // finit_module
    6188, // flistxattr
    6071, // flock
    6056, // fork
    6191, // fremovexattr
    6431, // fsconfig
    6182, // fsetxattr
    6432, // fsmount
    6430, // fsopen
    6433, // fspick
    6005, // fstat
    NONE, // fstat64
    NONE, // fstatat64
    6135, // fstatfs
    6218, // fstatfs64
    6072, // fsync
    NONE, // ftime
    6075, // ftruncate
    NONE, // ftruncate64
    6194, // futex
    6456, // futex_requeue
    6422, // futex_time64
    6455, // futex_wait
    6449, // futex_waitv
    6454, // futex_wake
    6255, // futimesat
    6170, // get_kernel_syms
    6232, // get_mempolicy
    6273, // get_robust_list
    NONE, // get_thread_area
    NONE, // get_tls
    6275, // getcpu
    6077, // getcwd
    6076, // getdents
    6299, // getdents64
    6106, // getegid
    NONE, // getegid32
    6105, // geteuid
    NONE, // geteuid32
    6102, // getgid
    NONE, // getgid32
    6113, // getgroups
    NONE, // getgroups32
    6035, // getitimer
    NONE, // getpagesize
    6051, // getpeername
    6119, // getpgid
    6109, // getpgrp
    6038, // getpid
    6174, // getpmsg
    6108, // getppid
    6137, // getpriority
    6317, // getrandom
    6118, // getresgid
    NONE, // getresgid32
    6116, // getresuid
    NONE, // getresuid32
    6095, // getrlimit
    6096, // getrusage
    6122, // getsid
    6050, // getsockname
    6054, // getsockopt
    6178, // gettid
    6094, // gettimeofday
    6100, // getuid
    NONE, // getuid32
    6183, // getxattr
    6464, // getxattrat
    NONE, // gtty
    NONE, // idle
    6168, // init_module
    6248, // inotify_add_watch
    6247, // inotify_init
    6292, // inotify_init1
    6249, // inotify_rm_watch
    6204, // io_cancel
    6201, // io_destroy
    6202, // io_getevents
    6332, // io_pgetevents
    6416, // io_pgetevents_time64
    6200, // io_setup
    6203, // io_submit
    6426, // io_uring_enter
    6427, // io_uring_register
    6425, // io_uring_setup
    6015, // ioctl
    NONE, // ioperm
    NONE, // iopl
    6278, // ioprio_get
    6277, // ioprio_set
    NONE, // ipc
    6311, // kcmp
    NONE, // kexec_file_load
    6274, // kexec_load
    6245, // keyctl
    6060, // kill
    6445, // landlock_add_rule
    6444, // landlock_create_ruleset
    6446, // landlock_restrict_self
    6092, // lchown
    NONE, // lchown32
    6184, // lgetxattr
    6084, // link
    6259, // linkat
    6049, // listen
    6458, // listmount
    6470, // listns
    6186, // listxattr
    6465, // listxattrat
    6187, // llistxattr
    NONE, // lock
    6206, // lookup_dcookie
    6190, // lremovexattr
    6008, // lseek
    6181, // lsetxattr
    6459, // lsm_get_self_attr
    6461, // lsm_list_modules
    6460, // lsm_set_self_attr
    6006, // lstat
    NONE, // lstat64
    6027, // madvise
    6453, // map_shadow_stack
    6231, // mbind
    6322, // membarrier
    6318, // memfd_create
    NONE, // memfd_secret
    6250, // migrate_pages
    6026, // mincore
    6081, // mkdir
    6252, // mkdirat
    6131, // mknod
    6253, // mknodat
    6146, // mlock
    6323, // mlock2
    6148, // mlockall
    6009, // mmap
    NONE, // mmap2
    NONE, // modify_ldt
    6160, // mount
    6442, // mount_setattr
    6429, // move_mount
    6271, // move_pages
    6010, // mprotect
    NONE, // mpx
    6239, // mq_getsetattr
    6238, // mq_notify
    6234, // mq_open
    6237, // mq_timedreceive
    6419, // mq_timedreceive_time64
    6236, // mq_timedsend
    6418, // mq_timedsend_time64
    6235, // mq_unlink
    6024, // mremap
    6462, // mseal
    6069, // msgctl
    6066, // msgget
    6068, // msgrcv
    6067, // msgsnd
    6025, // msync
    NONE, // multiplexer
    6147, // munlock
    6149, // munlockall
    6011, // munmap
    6303, // name_to_handle_at
    6034, // nanosleep
    6256, // newfstatat
    6173, // nfsservctl
    NONE, // nice
    NONE, // oldfstat
    NONE, // oldlstat
    NONE, // oldolduname
    NONE, // oldstat
    NONE, // olduname
    6002, // open
    6304, // open_by_handle_at
    6428, // open_tree
    6467, // open_tree_attr
    6251, // openat
    6437, // openat2
    6033, // pause
    NONE, // pciconfig_iobase
    NONE, // pciconfig_read
    NONE, // pciconfig_write
    6296, // perf_event_open
    6132, // personality
    6438, // pidfd_getfd
    6434, // pidfd_open
    6424, // pidfd_send_signal
    6021, // pipe
    6291, // pipe2
    6151, // pivot_root
    6328, // pkey_alloc
    6329, // pkey_free
    6327, // pkey_mprotect
    6007, // poll
    6265, // ppoll
    6414, // ppoll_time64
    6153, // prctl
    6016, // pread64
    6293, // preadv
    6325, // preadv2
    6302, // prlimit64
    6440, // process_madvise
    6448, // process_mrelease
    6309, // process_vm_readv
    6310, // process_vm_writev
    NONE, // prof
    NONE, // profil
    6264, // pselect6
    6413, // pselect6_time64
    6099, // ptrace
    6175, // putpmsg
    6017, // pwrite64
    6294, // pwritev
    6326, // pwritev2
    6171, // query_module
    6172, // quotactl
    6443, // quotactl_fd
    6000, // read
    6179, // readahead
    NONE, // readdir
    6087, // readlink
    6261, // readlinkat
    6018, // readv
    6164, // reboot
    NONE, // recv
    6044, // recvfrom
    6298, // recvmmsg
    6417, // recvmmsg_time64
    6046, // recvmsg
    6210, // remap_file_pages
    6189, // removexattr
    6466, // removexattrat
    6080, // rename
    6258, // renameat
    6315, // renameat2
    6244, // request_key
    6214, // restart_syscall
    NONE, // riscv_flush_icache
    NONE, // riscv_hwprobe
    6082, // rmdir
    6331, // rseq
    6471, // rseq_slice_yield
    6013, // rt_sigaction
    6125, // rt_sigpending
    6014, // rt_sigprocmask
    6127, // rt_sigqueueinfo
    6211, // rt_sigreturn
    6128, // rt_sigsuspend
    6126, // rt_sigtimedwait
    6421, // rt_sigtimedwait_time64
    6295, // rt_tgsigqueueinfo
    NONE, // rtas
    NONE, // s390_guarded_storage
    NONE, // s390_pci_mmio_read
    NONE, // s390_pci_mmio_write
    NONE, // s390_runtime_instr
    NONE, // s390_sthyi
    6143, // sched_get_priority_max
    6144, // sched_get_priority_min
    6196, // sched_getaffinity
    6314, // sched_getattr
    6140, // sched_getparam
    6142, // sched_getscheduler
    6145, // sched_rr_get_interval
    6423, // sched_rr_get_interval_time64
    6195, // sched_setaffinity
    6313, // sched_setattr
    6139, // sched_setparam
    6141, // sched_setscheduler
    6023, // sched_yield
    6316, // seccomp
    NONE, // security
    NONE, // select
    6064, // semctl
    6062, // semget
    6063, // semop
    6215, // semtimedop
    6420, // semtimedop_time64
    NONE, // send
    6039, // sendfile
    6219, // sendfile64
    6307, // sendmmsg
    6045, // sendmsg
    6043, // sendto
    6233, // set_mempolicy
    6450, // set_mempolicy_home_node
    6272, // set_robust_list
    6246, // set_thread_area
    6213, // set_tid_address
    NONE, // set_tls
    6166, // setdomainname
    6121, // setfsgid
    NONE, // setfsgid32
    6120, // setfsuid
    NONE, // setfsuid32
    6104, // setgid
    NONE, // setgid32
    6114, // setgroups
    NONE, // setgroups32
    6165, // sethostname
    6036, // setitimer
    6308, // setns
    6107, // setpgid
    6138, // setpriority
    6112, // setregid
    NONE, // setregid32
    6117, // setresgid
    NONE, // setresgid32
    6115, // setresuid
    NONE, // setresuid32
    6111, // setreuid
    NONE, // setreuid32
    6155, // setrlimit
    6110, // setsid
    6053, // setsockopt
    6159, // settimeofday
    6103, // setuid
    NONE, // setuid32
    6180, // setxattr
    6463, // setxattrat
    NONE, // sgetmask
    6029, // shmat
    6030, // shmctl
    6065, // shmdt
    6028, // shmget
    6047, // shutdown
    NONE, // sigaction
    6129, // sigaltstack
    NONE, // signal
    6280, // signalfd
    6287, // signalfd4
    NONE, // sigpending
    NONE, // sigprocmask
    NONE, // sigreturn
    NONE, // sigsuspend
    6040, // socket
    NONE, // socketcall
    6052, // socketpair
    6267, // splice
    NONE, // spu_create
    NONE, // spu_run
    NONE, // ssetmask
    6004, // stat
    NONE, // stat64
    6134, // statfs
    6217, // statfs64
    6457, // statmount
    6330, // statx
    NONE, // stime
    NONE, // stty
    NONE, // subpage_prot
    NONE, // swapcontext
    6163, // swapoff
    6162, // swapon
    NONE, // switch_endian
    6086, // symlink
    6260, // symlinkat
    6157, // sync
    6268, // sync_file_range
    NONE, // sync_file_range2
    6306, // syncfs
    NONE, // sys_debug_setcontext
    NONE, // syscall
    6136, // sysfs
    6097, // sysinfo
    6101, // syslog
    6199, // sysmips
    6269, // tee
    6229, // tgkill
    NONE, // time
    6220, // timer_create
    6224, // timer_delete
    6223, // timer_getoverrun
    6222, // timer_gettime
    6408, // timer_gettime64
    6221, // timer_settime
    6409, // timer_settime64
    6281, // timerfd
    6284, // timerfd_create
    6285, // timerfd_gettime
    6410, // timerfd_gettime64
    6286, // timerfd_settime
    6411, // timerfd_settime64
    6098, // times
    6192, // tkill
    6074, // truncate
    NONE, // truncate64
    NONE, // tuxcall
    NONE, // ugetrlimit
    NONE, // ulimit
    6093, // umask
    NONE, // umount
    6161, // umount2
    6061, // uname
    6085, // unlink
    6257, // unlinkat
    6266, // unshare
    NONE, // uprobe
    NONE, // uretprobe
    NONE, // uselib
    6321, // userfaultfd
    NONE, // usr26
    NONE, // usr32
    6133, // ustat
    6130, // utime
    6279, // utimensat
    6412, // utimensat_time64
    6230, // utimes
    NONE, // vfork
    6150, // vhangup
    NONE, // vm86
    NONE, // vm86old
    6270, // vmsplice
    6240, // vserver
    6059, // wait4
    6241, // waitid
    NONE, // waitpid
    6001, // write
    6019, // writev
];

pub(super) static BY_NUMBER: [(u32, u16); 397] = [
    (6000, 306), // read
    (6001, 506), // write
    (6002, 261), // open
    (6003, 44), // close
    (6004, 431), // stat
    (6005, 98), // fstat
    (6006, 206), // lstat
    (6007, 282), // poll
    (6008, 201), // lseek
    (6009, 223), // mmap
    (6010, 230), // mprotect
    (6011, 250), // munmap
    (6012, 21), // brk
    (6013, 331), // rt_sigaction
    (6014, 333), // rt_sigprocmask
    (6015, 173), // ioctl
    (6016, 286), // pread64
    (6017, 300), // pwrite64
    (6018, 311), // readv
    (6019, 507), // writev
    (6020, 5), // access
    (6021, 276), // pipe
    (6022, 1), // _newselect
    (6023, 358), // sched_yield
    (6024, 240), // mremap
    (6025, 246), // msync
    (6026, 215), // mincore
    (6027, 208), // madvise
    (6028, 413), // shmget
    (6029, 410), // shmat
    (6030, 411), // shmctl
    (6031, 51), // dup
    (6032, 52), // dup2
    (6033, 267), // pause
    (6034, 252), // nanosleep
    (6035, 131), // getitimer
    (6036, 389), // setitimer
    (6037, 10), // alarm
    (6038, 136), // getpid
    (6039, 368), // sendfile
    (6040, 424), // socket
    (6041, 46), // connect
    (6042, 3), // accept
    (6043, 372), // sendto
    (6044, 314), // recvfrom
    (6045, 371), // sendmsg
    (6046, 317), // recvmsg
    (6047, 414), // shutdown
    (6048, 17), // bind
    (6049, 192), // listen
    (6050, 148), // getsockname
    (6051, 133), // getpeername
    (6052, 426), // socketpair
    (6053, 403), // setsockopt
    (6054, 149), // getsockopt
    (6055, 42), // clone
    (6056, 91), // fork
    (6057, 64), // execve
    (6058, 66), // exit
    (6059, 503), // wait4
    (6060, 183), // kill
    (6061, 482), // uname
    (6062, 363), // semget
    (6063, 364), // semop
    (6064, 362), // semctl
    (6065, 412), // shmdt
    (6066, 243), // msgget
    (6067, 245), // msgsnd
    (6068, 244), // msgrcv
    (6069, 242), // msgctl
    (6070, 82), // fcntl
    (6071, 90), // flock
    (6072, 103), // fsync
    (6073, 84), // fdatasync
    (6074, 474), // truncate
    (6075, 105), // ftruncate
    (6076, 121), // getdents
    (6077, 120), // getcwd
    (6078, 27), // chdir
    (6079, 75), // fchdir
    (6080, 321), // rename
    (6081, 216), // mkdir
    (6082, 328), // rmdir
    (6083, 48), // creat
    (6084, 190), // link
    (6085, 483), // unlink
    (6086, 444), // symlink
    (6087, 309), // readlink
    (6088, 28), // chmod
    (6089, 76), // fchmod
    (6090, 29), // chown
    (6091, 79), // fchown
    (6092, 187), // lchown
    (6093, 479), // umask
    (6094, 151), // gettimeofday
    (6095, 145), // getrlimit
    (6096, 146), // getrusage
    (6097, 453), // sysinfo
    (6098, 472), // times
    (6099, 298), // ptrace
    (6100, 152), // getuid
    (6101, 454), // syslog
    (6102, 127), // getgid
    (6103, 405), // setuid
    (6104, 384), // setgid
    (6105, 125), // geteuid
    (6106, 123), // getegid
    (6107, 391), // setpgid
    (6108, 138), // getppid
    (6109, 135), // getpgrp
    (6110, 402), // setsid
    (6111, 399), // setreuid
    (6112, 393), // setregid
    (6113, 129), // getgroups
    (6114, 386), // setgroups
    (6115, 397), // setresuid
    (6116, 143), // getresuid
    (6117, 395), // setresgid
    (6118, 141), // getresgid
    (6119, 134), // getpgid
    (6120, 382), // setfsuid
    (6121, 380), // setfsgid
    (6122, 147), // getsid
    (6123, 25), // capget
    (6124, 26), // capset
    (6125, 332), // rt_sigpending
    (6126, 337), // rt_sigtimedwait
    (6127, 334), // rt_sigqueueinfo
    (6128, 336), // rt_sigsuspend
    (6129, 416), // sigaltstack
    (6130, 493), // utime
    (6131, 218), // mknod
    (6132, 272), // personality
    (6133, 492), // ustat
    (6134, 433), // statfs
    (6135, 101), // fstatfs
    (6136, 452), // sysfs
    (6137, 139), // getpriority
    (6138, 392), // setpriority
    (6139, 356), // sched_setparam
    (6140, 350), // sched_getparam
    (6141, 357), // sched_setscheduler
    (6142, 351), // sched_getscheduler
    (6143, 346), // sched_get_priority_max
    (6144, 347), // sched_get_priority_min
    (6145, 352), // sched_rr_get_interval
    (6146, 220), // mlock
    (6147, 248), // munlock
    (6148, 222), // mlockall
    (6149, 249), // munlockall
    (6150, 498), // vhangup
    (6151, 278), // pivot_root
    (6152, 2), // _sysctl
    (6153, 285), // prctl
    (6154, 8), // adjtimex
    (6155, 401), // setrlimit
    (6156, 31), // chroot
    (6157, 446), // sync
    (6158, 6), // acct
    (6159, 404), // settimeofday
    (6160, 226), // mount
    (6161, 481), // umount2
    (6162, 442), // swapon
    (6163, 441), // swapoff
    (6164, 312), // reboot
    (6165, 388), // sethostname
    (6166, 379), // setdomainname
    (6167, 49), // create_module
    (6168, 158), // init_module
    (6169, 50), // delete_module
    (6170, 114), // get_kernel_syms
    (6171, 303), // query_module
    (6172, 304), // quotactl
    (6173, 254), // nfsservctl
    (6174, 137), // getpmsg
    (6175, 299), // putpmsg
    (6176, 9), // afs_syscall
    (6178, 150), // gettid
    (6179, 307), // readahead
    (6180, 407), // setxattr
    (6181, 202), // lsetxattr
    (6182, 94), // fsetxattr
    (6183, 154), // getxattr
    (6184, 189), // lgetxattr
    (6185, 85), // fgetxattr
    (6186, 195), // listxattr
    (6187, 197), // llistxattr
    (6188, 89), // flistxattr
    (6189, 319), // removexattr
    (6190, 200), // lremovexattr
    (6191, 92), // fremovexattr
    (6192, 473), // tkill
    (6194, 107), // futex
    (6195, 354), // sched_setaffinity
    (6196, 348), // sched_getaffinity
    (6197, 23), // cacheflush
    (6198, 22), // cachectl
    (6199, 455), // sysmips
    (6200, 168), // io_setup
    (6201, 164), // io_destroy
    (6202, 165), // io_getevents
    (6203, 169), // io_submit
    (6204, 163), // io_cancel
    (6205, 67), // exit_group
    (6206, 199), // lookup_dcookie
    (6207, 54), // epoll_create
    (6208, 56), // epoll_ctl
    (6209, 60), // epoll_wait
    (6210, 318), // remap_file_pages
    (6211, 335), // rt_sigreturn
    (6212, 83), // fcntl64
    (6213, 377), // set_tid_address
    (6214, 325), // restart_syscall
    (6215, 365), // semtimedop
    (6216, 70), // fadvise64
    (6217, 434), // statfs64
    (6218, 102), // fstatfs64
    (6219, 369), // sendfile64
    (6220, 459), // timer_create
    (6221, 464), // timer_settime
    (6222, 462), // timer_gettime
    (6223, 461), // timer_getoverrun
    (6224, 460), // timer_delete
    (6225, 40), // clock_settime
    (6226, 36), // clock_gettime
    (6227, 34), // clock_getres
    (6228, 38), // clock_nanosleep
    (6229, 457), // tgkill
    (6230, 496), // utimes
    (6231, 210), // mbind
    (6232, 115), // get_mempolicy
    (6233, 373), // set_mempolicy
    (6234, 234), // mq_open
    (6235, 239), // mq_unlink
    (6236, 237), // mq_timedsend
    (6237, 235), // mq_timedreceive
    (6238, 233), // mq_notify
    (6239, 232), // mq_getsetattr
    (6240, 502), // vserver
    (6241, 504), // waitid
    (6243, 7), // add_key
    (6244, 324), // request_key
    (6245, 182), // keyctl
    (6246, 376), // set_thread_area
    (6247, 160), // inotify_init
    (6248, 159), // inotify_add_watch
    (6249, 162), // inotify_rm_watch
    (6250, 214), // migrate_pages
    (6251, 265), // openat
    (6252, 217), // mkdirat
    (6253, 219), // mknodat
    (6254, 81), // fchownat
    (6255, 113), // futimesat
    (6256, 253), // newfstatat
    (6257, 484), // unlinkat
    (6258, 322), // renameat
    (6259, 191), // linkat
    (6260, 445), // symlinkat
    (6261, 310), // readlinkat
    (6262, 77), // fchmodat
    (6263, 68), // faccessat
    (6264, 296), // pselect6
    (6265, 283), // ppoll
    (6266, 485), // unshare
    (6267, 427), // splice
    (6268, 447), // sync_file_range
    (6269, 456), // tee
    (6270, 501), // vmsplice
    (6271, 229), // move_pages
    (6272, 375), // set_robust_list
    (6273, 116), // get_robust_list
    (6274, 181), // kexec_load
    (6275, 119), // getcpu
    (6276, 58), // epoll_pwait
    (6277, 177), // ioprio_set
    (6278, 176), // ioprio_get
    (6279, 494), // utimensat
    (6280, 418), // signalfd
    (6281, 466), // timerfd
    (6282, 62), // eventfd
    (6283, 72), // fallocate
    (6284, 467), // timerfd_create
    (6285, 468), // timerfd_gettime
    (6286, 470), // timerfd_settime
    (6287, 419), // signalfd4
    (6288, 63), // eventfd2
    (6289, 55), // epoll_create1
    (6290, 53), // dup3
    (6291, 277), // pipe2
    (6292, 161), // inotify_init1
    (6293, 287), // preadv
    (6294, 301), // pwritev
    (6295, 339), // rt_tgsigqueueinfo
    (6296, 271), // perf_event_open
    (6297, 4), // accept4
    (6298, 315), // recvmmsg
    (6299, 122), // getdents64
    (6300, 73), // fanotify_init
    (6301, 74), // fanotify_mark
    (6302, 289), // prlimit64
    (6303, 251), // name_to_handle_at
    (6304, 262), // open_by_handle_at
    (6305, 32), // clock_adjtime
    (6306, 449), // syncfs
    (6307, 370), // sendmmsg
    (6308, 390), // setns
    (6309, 292), // process_vm_readv
    (6310, 293), // process_vm_writev
    (6311, 179), // kcmp
    (6312, 88), // finit_module
    (6313, 355), // sched_setattr
    (6314, 349), // sched_getattr
    (6315, 323), // renameat2
    (6316, 359), // seccomp
    (6317, 140), // getrandom
    (6318, 212), // memfd_create
    (6319, 18), // bpf
    (6320, 65), // execveat
    (6321, 489), // userfaultfd
    (6322, 211), // membarrier
    (6323, 221), // mlock2
    (6324, 47), // copy_file_range
    (6325, 288), // preadv2
    (6326, 302), // pwritev2
    (6327, 281), // pkey_mprotect
    (6328, 279), // pkey_alloc
    (6329, 280), // pkey_free
    (6330, 436), // statx
    (6331, 329), // rseq
    (6332, 166), // io_pgetevents
    (6403, 37), // clock_gettime64
    (6404, 41), // clock_settime64
    (6405, 33), // clock_adjtime64
    (6406, 35), // clock_getres_time64
    (6407, 39), // clock_nanosleep_time64
    (6408, 463), // timer_gettime64
    (6409, 465), // timer_settime64
    (6410, 469), // timerfd_gettime64
    (6411, 471), // timerfd_settime64
    (6412, 495), // utimensat_time64
    (6413, 297), // pselect6_time64
    (6414, 284), // ppoll_time64
    (6416, 167), // io_pgetevents_time64
    (6417, 316), // recvmmsg_time64
    (6418, 238), // mq_timedsend_time64
    (6419, 236), // mq_timedreceive_time64
    (6420, 366), // semtimedop_time64
    (6421, 338), // rt_sigtimedwait_time64
    (6422, 109), // futex_time64
    (6423, 353), // sched_rr_get_interval_time64
    (6424, 275), // pidfd_send_signal
    (6425, 172), // io_uring_setup
    (6426, 170), // io_uring_enter
    (6427, 171), // io_uring_register
    (6428, 263), // open_tree
    (6429, 228), // move_mount
    (6430, 96), // fsopen
    (6431, 93), // fsconfig
    (6432, 95), // fsmount
    (6433, 97), // fspick
    (6434, 274), // pidfd_open
    (6435, 43), // clone3
    (6436, 45), // close_range
    (6437, 266), // openat2
    (6438, 273), // pidfd_getfd
    (6439, 69), // faccessat2
    (6440, 290), // process_madvise
    (6441, 59), // epoll_pwait2
    (6442, 227), // mount_setattr
    (6443, 305), // quotactl_fd
    (6444, 185), // landlock_create_ruleset
    (6445, 184), // landlock_add_rule
    (6446, 186), // landlock_restrict_self
    (6448, 291), // process_mrelease
    (6449, 111), // futex_waitv
    (6450, 374), // set_mempolicy_home_node
    (6451, 24), // cachestat
    (6452, 78), // fchmodat2
    (6453, 209), // map_shadow_stack
    (6454, 112), // futex_wake
    (6455, 110), // futex_wait
    (6456, 108), // futex_requeue
    (6457, 435), // statmount
    (6458, 193), // listmount
    (6459, 203), // lsm_get_self_attr
    (6460, 205), // lsm_set_self_attr
    (6461, 204), // lsm_list_modules
    (6462, 241), // mseal
    (6463, 408), // setxattrat
    (6464, 155), // getxattrat
    (6465, 196), // listxattrat
    (6466, 320), // removexattrat
    (6467, 264), // open_tree_attr
    (6468, 86), // file_getattr
    (6469, 87), // file_setattr
    (6470, 194), // listns
    (6471, 330), // rseq_slice_yield
];
