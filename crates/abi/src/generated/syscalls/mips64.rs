//! Generated from facts/syscalls.tsv by `cargo xtask tables`; edit the facts.

use super::CALLS;
use crate::syscalls::NONE;

pub(super) static NUMBERS: [u32; CALLS] = [
    NONE, // _llseek
    5022, // _newselect
    5152, // _sysctl
    5042, // accept
    5293, // accept4
    5020, // access
    5158, // acct
    5239, // add_key
    5154, // adjtimex
    5176, // afs_syscall
    5037, // alarm
    NONE, // arch_prctl
    NONE, // arm_fadvise64_64
    NONE, // arm_sync_file_range
    NONE, // atomic_barrier
    NONE, // atomic_cmpxchg_32
    NONE, // bdflush
    5048, // bind
    5315, // bpf
    NONE, // break
    NONE, // breakpoint
    5012, // brk
    5198, // cachectl
    5197, // cacheflush
    5451, // cachestat
    5123, // capget
    5124, // capset
    5078, // chdir
    5088, // chmod
    5090, // chown
    NONE, // chown32
    5156, // chroot
    5300, // clock_adjtime
    NONE, // clock_adjtime64
    5223, // clock_getres
    NONE, // clock_getres_time64
    5222, // clock_gettime
    NONE, // clock_gettime64
    5224, // clock_nanosleep
    NONE, // clock_nanosleep_time64
    5221, // clock_settime
    NONE, // clock_settime64
    5055, // clone
    5435, // clone3
    5003, // close
    5436, // close_range
    5041, // connect
    5320, // copy_file_range
    5083, // creat
    5167, // create_module
    5169, // delete_module
    5031, // dup
    5032, // dup2
    5286, // dup3
    5207, // epoll_create
    5285, // epoll_create1
    5208, // epoll_ctl
    NONE, // epoll_ctl_old
    5272, // epoll_pwait
    5441, // epoll_pwait2
    5209, // epoll_wait
    NONE, // epoll_wait_old
    5278, // eventfd
    5284, // eventfd2
    5057, // execve
    5316, // execveat
    5058, // exit
    5205, // exit_group
    5259, // faccessat
    5439, // faccessat2
    5215, // fadvise64
    NONE, // fadvise64_64
    5279, // fallocate
    5295, // fanotify_init
    5296, // fanotify_mark
    5079, // fchdir
    5089, // fchmod
    5258, // fchmodat
    5452, // fchmodat2
    5091, // fchown
    NONE, // fchown32
    5250, // fchownat
    5070, // fcntl
    NONE, // fcntl64
    5073, // fdatasync
    5185, // fgetxattr
    5468, // file_getattr
    5469, // file_setattr
    5307, // finit_module
    5188, // flistxattr
    5071, // flock
    5056, // fork
    5191, // fremovexattr
    5431, // fsconfig
    5182, // fsetxattr
    5432, // fsmount
    5430, // fsopen
    5433, // fspick
    5005, // fstat
    NONE, // fstat64
    NONE, // fstatat64
    5135, // fstatfs
    NONE, // fstatfs64
    5072, // fsync
    NONE, // ftime
    5075, // ftruncate
    NONE, // ftruncate64
    5194, // futex
    5456, // futex_requeue
    NONE, // futex_time64
    5455, // futex_wait
    5449, // futex_waitv
    5454, // futex_wake
    5251, // futimesat
    5170, // get_kernel_syms
    5228, // get_mempolicy
    5269, // get_robust_list
    NONE, // get_thread_area
    NONE, // get_tls
    5271, // getcpu
    5077, // getcwd
    5076, // getdents
    5308, // getdents64
    5106, // getegid
    NONE, // getegid32
    5105, // geteuid
    NONE, // geteuid32
    5102, // getgid
    NONE, // getgid32
    5113, // getgroups
    NONE, // getgroups32
    5035, // getitimer
    NONE, // getpagesize
    5051, // getpeername
    5119, // getpgid
    5109, // getpgrp
    5038, // getpid
    5174, // getpmsg
    5108, // getppid
    5137, // getpriority
    5313, // getrandom
    5118, // getresgid
    NONE, // getresgid32
    5116, // getresuid
    NONE, // getresuid32
    5095, // getrlimit
    5096, // getrusage
    5122, // getsid
    5050, // getsockname
    5054, // getsockopt
    5178, // gettid
    5094, // gettimeofday
    5100, // getuid
    NONE, // getuid32
    5183, // getxattr
    5464, // getxattrat
    NONE, // gtty
    NONE, // idle
    5168, // init_module
    5244, // inotify_add_watch
    5243, // inotify_init
    5288, // inotify_init1
    5245, // inotify_rm_watch
    5204, // io_cancel
    5201, // io_destroy
    5202, // io_getevents
    5328, // io_pgetevents
    NONE, // io_pgetevents_time64
    5200, // io_setup
    5203, // io_submit
    5426, // io_uring_enter
    5427, // io_uring_register
    5425, // io_uring_setup
    5015, // ioctl
    NONE, // ioperm
    NONE, // iopl
    5274, // ioprio_get
    5273, // ioprio_set
    NONE, // ipc
    5306, // kcmp
    NONE, // kexec_file_load
    5270, // kexec_load
    5241, // keyctl
    5060, // kill
    5445, // landlock_add_rule
    5444, // landlock_create_ruleset
    5446, // landlock_restrict_self
    5092, // lchown
    NONE, // lchown32
    5184, // lgetxattr
    5084, // link
    5255, // linkat
    5049, // listen
    5458, // listmount
    5470, // listns
    5186, // listxattr
    5465, // listxattrat
    5187, // llistxattr
    NONE, // lock
    5206, // lookup_dcookie
    5190, // lremovexattr
    5008, // lseek
    5181, // lsetxattr
    5459, // lsm_get_self_attr
    5461, // lsm_list_modules
    5460, // lsm_set_self_attr
    5006, // lstat
    NONE, // lstat64
    5027, // madvise
    5453, // map_shadow_stack
    5227, // mbind
    5318, // membarrier
    5314, // memfd_create
    NONE, // memfd_secret
    5246, // migrate_pages
    5026, // mincore
    5081, // mkdir
    5248, // mkdirat
    5131, // mknod
    5249, // mknodat
    5146, // mlock
    5319, // mlock2
    5148, // mlockall
    5009, // mmap
    NONE, // mmap2
    NONE, // modify_ldt
    5160, // mount
    5442, // mount_setattr
    5429, // move_mount
    5267, // move_pages
    5010, // mprotect
    NONE, // mpx
    5235, // mq_getsetattr
    5234, // mq_notify
    5230, // mq_open
    5233, // mq_timedreceive
    NONE, // mq_timedreceive_time64
    5232, // mq_timedsend
    NONE, // mq_timedsend_time64
    5231, // mq_unlink
    5024, // mremap
    5462, // mseal
    5069, // msgctl
    5066, // msgget
    5068, // msgrcv
    5067, // msgsnd
    5025, // msync
    NONE, // multiplexer
    5147, // munlock
    5149, // munlockall
    5011, // munmap
    5298, // name_to_handle_at
    5034, // nanosleep
    5252, // newfstatat
    5173, // nfsservctl
    NONE, // nice
    NONE, // oldfstat
    NONE, // oldlstat
    NONE, // oldolduname
    NONE, // oldstat
    NONE, // olduname
    5002, // open
    5299, // open_by_handle_at
    5428, // open_tree
    5467, // open_tree_attr
    5247, // openat
    5437, // openat2
    5033, // pause
    NONE, // pciconfig_iobase
    NONE, // pciconfig_read
    NONE, // pciconfig_write
    5292, // perf_event_open
    5132, // personality
    5438, // pidfd_getfd
    5434, // pidfd_open
    5424, // pidfd_send_signal
    5021, // pipe
    5287, // pipe2
    5151, // pivot_root
    5324, // pkey_alloc
    5325, // pkey_free
    5323, // pkey_mprotect
    5007, // poll
    5261, // ppoll
    NONE, // ppoll_time64
    5153, // prctl
    5016, // pread64
    5289, // preadv
    5321, // preadv2
    5297, // prlimit64
    5440, // process_madvise
    5448, // process_mrelease
    5304, // process_vm_readv
    5305, // process_vm_writev
    NONE, // prof
    NONE, // profil
    5260, // pselect6
    NONE, // pselect6_time64
    5099, // ptrace
    5175, // putpmsg
    5017, // pwrite64
    5290, // pwritev
    5322, // pwritev2
    5171, // query_module
    5172, // quotactl
    5443, // quotactl_fd
    5000, // read
    5179, // readahead
    NONE, // readdir
    5087, // readlink
    5257, // readlinkat
    5018, // readv
    5164, // reboot
    NONE, // recv
    5044, // recvfrom
    5294, // recvmmsg
    NONE, // recvmmsg_time64
    5046, // recvmsg
    5210, // remap_file_pages
    5189, // removexattr
    5466, // removexattrat
    5080, // rename
    5254, // renameat
    5311, // renameat2
    5240, // request_key
    5213, // restart_syscall
    NONE, // riscv_flush_icache
    NONE, // riscv_hwprobe
    5082, // rmdir
    5327, // rseq
    5471, // rseq_slice_yield
    5013, // rt_sigaction
    5125, // rt_sigpending
    5014, // rt_sigprocmask
    5127, // rt_sigqueueinfo
    5211, // rt_sigreturn
    5128, // rt_sigsuspend
    5126, // rt_sigtimedwait
    NONE, // rt_sigtimedwait_time64
    5291, // rt_tgsigqueueinfo
    NONE, // rtas
    NONE, // s390_guarded_storage
    NONE, // s390_pci_mmio_read
    NONE, // s390_pci_mmio_write
    NONE, // s390_runtime_instr
    NONE, // s390_sthyi
    5143, // sched_get_priority_max
    5144, // sched_get_priority_min
    5196, // sched_getaffinity
    5310, // sched_getattr
    5140, // sched_getparam
    5142, // sched_getscheduler
    5145, // sched_rr_get_interval
    NONE, // sched_rr_get_interval_time64
    5195, // sched_setaffinity
    5309, // sched_setattr
    5139, // sched_setparam
    5141, // sched_setscheduler
    5023, // sched_yield
    5312, // seccomp
    NONE, // security
    NONE, // select
    5064, // semctl
    5062, // semget
    5063, // semop
    5214, // semtimedop
    NONE, // semtimedop_time64
    NONE, // send
    5039, // sendfile
    NONE, // sendfile64
    5302, // sendmmsg
    5045, // sendmsg
    5043, // sendto
    5229, // set_mempolicy
    5450, // set_mempolicy_home_node
    5268, // set_robust_list
    5242, // set_thread_area
    5212, // set_tid_address
    NONE, // set_tls
    5166, // setdomainname
    5121, // setfsgid
    NONE, // setfsgid32
    5120, // setfsuid
    NONE, // setfsuid32
    5104, // setgid
    NONE, // setgid32
    5114, // setgroups
    NONE, // setgroups32
    5165, // sethostname
    5036, // setitimer
    5303, // setns
    5107, // setpgid
    5138, // setpriority
    5112, // setregid
    NONE, // setregid32
    5117, // setresgid
    NONE, // setresgid32
    5115, // setresuid
    NONE, // setresuid32
    5111, // setreuid
    NONE, // setreuid32
    5155, // setrlimit
    5110, // setsid
    5053, // setsockopt
    5159, // settimeofday
    5103, // setuid
    NONE, // setuid32
    5180, // setxattr
    5463, // setxattrat
    NONE, // sgetmask
    5029, // shmat
    5030, // shmctl
    5065, // shmdt
    5028, // shmget
    5047, // shutdown
    NONE, // sigaction
    5129, // sigaltstack
    NONE, // signal
    5276, // signalfd
    5283, // signalfd4
    NONE, // sigpending
    NONE, // sigprocmask
    NONE, // sigreturn
    NONE, // sigsuspend
    5040, // socket
    NONE, // socketcall
    5052, // socketpair
    5263, // splice
    NONE, // spu_create
    NONE, // spu_run
    NONE, // ssetmask
    5004, // stat
    NONE, // stat64
    5134, // statfs
    NONE, // statfs64
    5457, // statmount
    5326, // statx
    NONE, // stime
    NONE, // stty
    NONE, // subpage_prot
    NONE, // swapcontext
    5163, // swapoff
    5162, // swapon
    NONE, // switch_endian
    5086, // symlink
    5256, // symlinkat
    5157, // sync
    5264, // sync_file_range
    NONE, // sync_file_range2
    5301, // syncfs
    NONE, // sys_debug_setcontext
    NONE, // syscall
    5136, // sysfs
    5097, // sysinfo
    5101, // syslog
    5199, // sysmips
    5265, // tee
    5225, // tgkill
    NONE, // time
    5216, // timer_create
    5220, // timer_delete
    5219, // timer_getoverrun
    5218, // timer_gettime
    NONE, // timer_gettime64
    5217, // timer_settime
    NONE, // timer_settime64
    5277, // timerfd
    5280, // timerfd_create
    5281, // timerfd_gettime
    NONE, // timerfd_gettime64
    5282, // timerfd_settime
    NONE, // timerfd_settime64
    5098, // times
    5192, // tkill
    5074, // truncate
    NONE, // truncate64
    NONE, // tuxcall
    NONE, // ugetrlimit
    NONE, // ulimit
    5093, // umask
    NONE, // umount
    5161, // umount2
    5061, // uname
    5085, // unlink
    5253, // unlinkat
    5262, // unshare
    NONE, // uprobe
    NONE, // uretprobe
    NONE, // uselib
    5317, // userfaultfd
    NONE, // usr26
    NONE, // usr32
    5133, // ustat
    5130, // utime
    5275, // utimensat
    NONE, // utimensat_time64
    5226, // utimes
    NONE, // vfork
    5150, // vhangup
    NONE, // vm86
    NONE, // vm86old
    5266, // vmsplice
    5236, // vserver
    5059, // wait4
    5237, // waitid
    NONE, // waitpid
    5001, // write
    5019, // writev
];

pub(super) static BY_NUMBER: [(u32, u16); 373] = [
    (5000, 306), // read
    (5001, 506), // write
    (5002, 261), // open
    (5003, 44), // close
    (5004, 431), // stat
    (5005, 98), // fstat
    (5006, 206), // lstat
    (5007, 282), // poll
    (5008, 201), // lseek
    (5009, 223), // mmap
    (5010, 230), // mprotect
    (5011, 250), // munmap
    (5012, 21), // brk
    (5013, 331), // rt_sigaction
    (5014, 333), // rt_sigprocmask
    (5015, 173), // ioctl
    (5016, 286), // pread64
    (5017, 300), // pwrite64
    (5018, 311), // readv
    (5019, 507), // writev
    (5020, 5), // access
    (5021, 276), // pipe
    (5022, 1), // _newselect
    (5023, 358), // sched_yield
    (5024, 240), // mremap
    (5025, 246), // msync
    (5026, 215), // mincore
    (5027, 208), // madvise
    (5028, 413), // shmget
    (5029, 410), // shmat
    (5030, 411), // shmctl
    (5031, 51), // dup
    (5032, 52), // dup2
    (5033, 267), // pause
    (5034, 252), // nanosleep
    (5035, 131), // getitimer
    (5036, 389), // setitimer
    (5037, 10), // alarm
    (5038, 136), // getpid
    (5039, 368), // sendfile
    (5040, 424), // socket
    (5041, 46), // connect
    (5042, 3), // accept
    (5043, 372), // sendto
    (5044, 314), // recvfrom
    (5045, 371), // sendmsg
    (5046, 317), // recvmsg
    (5047, 414), // shutdown
    (5048, 17), // bind
    (5049, 192), // listen
    (5050, 148), // getsockname
    (5051, 133), // getpeername
    (5052, 426), // socketpair
    (5053, 403), // setsockopt
    (5054, 149), // getsockopt
    (5055, 42), // clone
    (5056, 91), // fork
    (5057, 64), // execve
    (5058, 66), // exit
    (5059, 503), // wait4
    (5060, 183), // kill
    (5061, 482), // uname
    (5062, 363), // semget
    (5063, 364), // semop
    (5064, 362), // semctl
    (5065, 412), // shmdt
    (5066, 243), // msgget
    (5067, 245), // msgsnd
    (5068, 244), // msgrcv
    (5069, 242), // msgctl
    (5070, 82), // fcntl
    (5071, 90), // flock
    (5072, 103), // fsync
    (5073, 84), // fdatasync
    (5074, 474), // truncate
    (5075, 105), // ftruncate
    (5076, 121), // getdents
    (5077, 120), // getcwd
    (5078, 27), // chdir
    (5079, 75), // fchdir
    (5080, 321), // rename
    (5081, 216), // mkdir
    (5082, 328), // rmdir
    (5083, 48), // creat
    (5084, 190), // link
    (5085, 483), // unlink
    (5086, 444), // symlink
    (5087, 309), // readlink
    (5088, 28), // chmod
    (5089, 76), // fchmod
    (5090, 29), // chown
    (5091, 79), // fchown
    (5092, 187), // lchown
    (5093, 479), // umask
    (5094, 151), // gettimeofday
    (5095, 145), // getrlimit
    (5096, 146), // getrusage
    (5097, 453), // sysinfo
    (5098, 472), // times
    (5099, 298), // ptrace
    (5100, 152), // getuid
    (5101, 454), // syslog
    (5102, 127), // getgid
    (5103, 405), // setuid
    (5104, 384), // setgid
    (5105, 125), // geteuid
    (5106, 123), // getegid
    (5107, 391), // setpgid
    (5108, 138), // getppid
    (5109, 135), // getpgrp
    (5110, 402), // setsid
    (5111, 399), // setreuid
    (5112, 393), // setregid
    (5113, 129), // getgroups
    (5114, 386), // setgroups
    (5115, 397), // setresuid
    (5116, 143), // getresuid
    (5117, 395), // setresgid
    (5118, 141), // getresgid
    (5119, 134), // getpgid
    (5120, 382), // setfsuid
    (5121, 380), // setfsgid
    (5122, 147), // getsid
    (5123, 25), // capget
    (5124, 26), // capset
    (5125, 332), // rt_sigpending
    (5126, 337), // rt_sigtimedwait
    (5127, 334), // rt_sigqueueinfo
    (5128, 336), // rt_sigsuspend
    (5129, 416), // sigaltstack
    (5130, 493), // utime
    (5131, 218), // mknod
    (5132, 272), // personality
    (5133, 492), // ustat
    (5134, 433), // statfs
    (5135, 101), // fstatfs
    (5136, 452), // sysfs
    (5137, 139), // getpriority
    (5138, 392), // setpriority
    (5139, 356), // sched_setparam
    (5140, 350), // sched_getparam
    (5141, 357), // sched_setscheduler
    (5142, 351), // sched_getscheduler
    (5143, 346), // sched_get_priority_max
    (5144, 347), // sched_get_priority_min
    (5145, 352), // sched_rr_get_interval
    (5146, 220), // mlock
    (5147, 248), // munlock
    (5148, 222), // mlockall
    (5149, 249), // munlockall
    (5150, 498), // vhangup
    (5151, 278), // pivot_root
    (5152, 2), // _sysctl
    (5153, 285), // prctl
    (5154, 8), // adjtimex
    (5155, 401), // setrlimit
    (5156, 31), // chroot
    (5157, 446), // sync
    (5158, 6), // acct
    (5159, 404), // settimeofday
    (5160, 226), // mount
    (5161, 481), // umount2
    (5162, 442), // swapon
    (5163, 441), // swapoff
    (5164, 312), // reboot
    (5165, 388), // sethostname
    (5166, 379), // setdomainname
    (5167, 49), // create_module
    (5168, 158), // init_module
    (5169, 50), // delete_module
    (5170, 114), // get_kernel_syms
    (5171, 303), // query_module
    (5172, 304), // quotactl
    (5173, 254), // nfsservctl
    (5174, 137), // getpmsg
    (5175, 299), // putpmsg
    (5176, 9), // afs_syscall
    (5178, 150), // gettid
    (5179, 307), // readahead
    (5180, 407), // setxattr
    (5181, 202), // lsetxattr
    (5182, 94), // fsetxattr
    (5183, 154), // getxattr
    (5184, 189), // lgetxattr
    (5185, 85), // fgetxattr
    (5186, 195), // listxattr
    (5187, 197), // llistxattr
    (5188, 89), // flistxattr
    (5189, 319), // removexattr
    (5190, 200), // lremovexattr
    (5191, 92), // fremovexattr
    (5192, 473), // tkill
    (5194, 107), // futex
    (5195, 354), // sched_setaffinity
    (5196, 348), // sched_getaffinity
    (5197, 23), // cacheflush
    (5198, 22), // cachectl
    (5199, 455), // sysmips
    (5200, 168), // io_setup
    (5201, 164), // io_destroy
    (5202, 165), // io_getevents
    (5203, 169), // io_submit
    (5204, 163), // io_cancel
    (5205, 67), // exit_group
    (5206, 199), // lookup_dcookie
    (5207, 54), // epoll_create
    (5208, 56), // epoll_ctl
    (5209, 60), // epoll_wait
    (5210, 318), // remap_file_pages
    (5211, 335), // rt_sigreturn
    (5212, 377), // set_tid_address
    (5213, 325), // restart_syscall
    (5214, 365), // semtimedop
    (5215, 70), // fadvise64
    (5216, 459), // timer_create
    (5217, 464), // timer_settime
    (5218, 462), // timer_gettime
    (5219, 461), // timer_getoverrun
    (5220, 460), // timer_delete
    (5221, 40), // clock_settime
    (5222, 36), // clock_gettime
    (5223, 34), // clock_getres
    (5224, 38), // clock_nanosleep
    (5225, 457), // tgkill
    (5226, 496), // utimes
    (5227, 210), // mbind
    (5228, 115), // get_mempolicy
    (5229, 373), // set_mempolicy
    (5230, 234), // mq_open
    (5231, 239), // mq_unlink
    (5232, 237), // mq_timedsend
    (5233, 235), // mq_timedreceive
    (5234, 233), // mq_notify
    (5235, 232), // mq_getsetattr
    (5236, 502), // vserver
    (5237, 504), // waitid
    (5239, 7), // add_key
    (5240, 324), // request_key
    (5241, 182), // keyctl
    (5242, 376), // set_thread_area
    (5243, 160), // inotify_init
    (5244, 159), // inotify_add_watch
    (5245, 162), // inotify_rm_watch
    (5246, 214), // migrate_pages
    (5247, 265), // openat
    (5248, 217), // mkdirat
    (5249, 219), // mknodat
    (5250, 81), // fchownat
    (5251, 113), // futimesat
    (5252, 253), // newfstatat
    (5253, 484), // unlinkat
    (5254, 322), // renameat
    (5255, 191), // linkat
    (5256, 445), // symlinkat
    (5257, 310), // readlinkat
    (5258, 77), // fchmodat
    (5259, 68), // faccessat
    (5260, 296), // pselect6
    (5261, 283), // ppoll
    (5262, 485), // unshare
    (5263, 427), // splice
    (5264, 447), // sync_file_range
    (5265, 456), // tee
    (5266, 501), // vmsplice
    (5267, 229), // move_pages
    (5268, 375), // set_robust_list
    (5269, 116), // get_robust_list
    (5270, 181), // kexec_load
    (5271, 119), // getcpu
    (5272, 58), // epoll_pwait
    (5273, 177), // ioprio_set
    (5274, 176), // ioprio_get
    (5275, 494), // utimensat
    (5276, 418), // signalfd
    (5277, 466), // timerfd
    (5278, 62), // eventfd
    (5279, 72), // fallocate
    (5280, 467), // timerfd_create
    (5281, 468), // timerfd_gettime
    (5282, 470), // timerfd_settime
    (5283, 419), // signalfd4
    (5284, 63), // eventfd2
    (5285, 55), // epoll_create1
    (5286, 53), // dup3
    (5287, 277), // pipe2
    (5288, 161), // inotify_init1
    (5289, 287), // preadv
    (5290, 301), // pwritev
    (5291, 339), // rt_tgsigqueueinfo
    (5292, 271), // perf_event_open
    (5293, 4), // accept4
    (5294, 315), // recvmmsg
    (5295, 73), // fanotify_init
    (5296, 74), // fanotify_mark
    (5297, 289), // prlimit64
    (5298, 251), // name_to_handle_at
    (5299, 262), // open_by_handle_at
    (5300, 32), // clock_adjtime
    (5301, 449), // syncfs
    (5302, 370), // sendmmsg
    (5303, 390), // setns
    (5304, 292), // process_vm_readv
    (5305, 293), // process_vm_writev
    (5306, 179), // kcmp
    (5307, 88), // finit_module
    (5308, 122), // getdents64
    (5309, 355), // sched_setattr
    (5310, 349), // sched_getattr
    (5311, 323), // renameat2
    (5312, 359), // seccomp
    (5313, 140), // getrandom
    (5314, 212), // memfd_create
    (5315, 18), // bpf
    (5316, 65), // execveat
    (5317, 489), // userfaultfd
    (5318, 211), // membarrier
    (5319, 221), // mlock2
    (5320, 47), // copy_file_range
    (5321, 288), // preadv2
    (5322, 302), // pwritev2
    (5323, 281), // pkey_mprotect
    (5324, 279), // pkey_alloc
    (5325, 280), // pkey_free
    (5326, 436), // statx
    (5327, 329), // rseq
    (5328, 166), // io_pgetevents
    (5424, 275), // pidfd_send_signal
    (5425, 172), // io_uring_setup
    (5426, 170), // io_uring_enter
    (5427, 171), // io_uring_register
    (5428, 263), // open_tree
    (5429, 228), // move_mount
    (5430, 96), // fsopen
    (5431, 93), // fsconfig
    (5432, 95), // fsmount
    (5433, 97), // fspick
    (5434, 274), // pidfd_open
    (5435, 43), // clone3
    (5436, 45), // close_range
    (5437, 266), // openat2
    (5438, 273), // pidfd_getfd
    (5439, 69), // faccessat2
    (5440, 290), // process_madvise
    (5441, 59), // epoll_pwait2
    (5442, 227), // mount_setattr
    (5443, 305), // quotactl_fd
    (5444, 185), // landlock_create_ruleset
    (5445, 184), // landlock_add_rule
    (5446, 186), // landlock_restrict_self
    (5448, 291), // process_mrelease
    (5449, 111), // futex_waitv
    (5450, 374), // set_mempolicy_home_node
    (5451, 24), // cachestat
    (5452, 78), // fchmodat2
    (5453, 209), // map_shadow_stack
    (5454, 112), // futex_wake
    (5455, 110), // futex_wait
    (5456, 108), // futex_requeue
    (5457, 435), // statmount
    (5458, 193), // listmount
    (5459, 203), // lsm_get_self_attr
    (5460, 205), // lsm_set_self_attr
    (5461, 204), // lsm_list_modules
    (5462, 241), // mseal
    (5463, 408), // setxattrat
    (5464, 155), // getxattrat
    (5465, 196), // listxattrat
    (5466, 320), // removexattrat
    (5467, 264), // open_tree_attr
    (5468, 86), // file_getattr
    (5469, 87), // file_setattr
    (5470, 194), // listns
    (5471, 330), // rseq_slice_yield
];
