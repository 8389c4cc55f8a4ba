//! Generated from facts/syscalls.tsv by `cargo xtask tables`; edit the facts.

use super::CALLS;
use crate::syscalls::NONE;

pub(super) static NUMBERS: [u32; CALLS] = [
    4140, // _llseek
    4142, // _newselect
    4153, // _sysctl
    4168, // accept
    4334, // accept4
    4033, // access
    4051, // acct
    4280, // add_key
    4124, // adjtimex
    4137, // afs_syscall
    4027, // alarm
    NONE, // arch_prctl
    NONE, // arm_fadvise64_64
    NONE, // arm_sync_file_range
    NONE, // atomic_barrier
    NONE, // atomic_cmpxchg_32
    4134, // bdflush
    4169, // bind
    4355, // bpf
    4017, // break
    NONE, // breakpoint
    4045, // brk
    4148, // cachectl
    4147, // cacheflush
    4451, // cachestat
    4204, // capget
    4205, // capset
    4012, // chdir
    4015, // chmod
    4202, // chown
    NONE, // chown32
    4061, // chroot
    4341, // clock_adjtime
    4405, // clock_adjtime64
    4264, // clock_getres
    4406, // clock_getres_time64
    4263, // clock_gettime
    4403, // clock_gettime64
    4265, // clock_nanosleep
    4407, // clock_nanosleep_time64
    4262, // clock_settime
    4404, // clock_settime64
    4120, // clone
    4435, // clone3
    4006, // close
    4436, // close_range
    4170, // connect
    4360, // copy_file_range
    4008, // creat
    4127, // create_module
    4129, // delete_module
    4041, // dup
    4063, // dup2
    4327, // dup3
    4248, // epoll_create
    4326, // epoll_create1
    4249, // epoll_ctl
    NONE, // epoll_ctl_old
    4313, // epoll_pwait
    4441, // epoll_pwait2
    4250, // epoll_wait
    NONE, // epoll_wait_old
    4319, // eventfd
    4325, // eventfd2
    4011, // execve
    4356, // execveat
    4001, // exit
    4246, // exit_group
    4300, // faccessat
    4439, // faccessat2
    4254, // fadvise64
    NONE, // fadvise64_64
    4320, // fallocate
    4336, // fanotify_init
    4337, // fanotify_mark
    4133, // fchdir
    4094, // fchmod
    4299, // fchmodat
    4452, // fchmodat2
    4095, // fchown
    NONE, // fchown32
    4291, // fchownat
    4055, // fcntl
    4220, // fcntl64
    4152, // fdatasync
    4229, // fgetxattr
    4468, // file_getattr
    4469, // file_setattr
    4348, // finit_module
    4232, // flistxattr
    4143, // flock
    4002, // fork
    4235, // fremovexattr
    4431, // fsconfig
    4226, // fsetxattr
    4432, // fsmount
    4430, // fsopen
    4433, // fspick
    4108, // fstat
    4215, // fstat64
    4293, // fstatat64
    4100, // fstatfs
    4256, // fstatfs64
    4118, // fsync
    4035, // ftime
    4093, // ftruncate
    4212, // ftruncate64
    4238, // futex
    4456, // futex_requeue
    4422, // futex_time64
    4455, // futex_wait
    4449, // futex_waitv
    4454, // futex_wake
    4292, // futimesat
    4130, // get_kernel_syms
    4269, // get_mempolicy
    4310, // get_robust_list
    NONE, // get_thread_area
    NONE, // get_tls
    4312, // getcpu
    4203, // getcwd
    4141, // getdents
    4219, // getdents64
    4050, // getegid
    NONE, // getegid32
    4049, // geteuid
    NONE, // geteuid32
    4047, // getgid
    NONE, // getgid32
    4080, // getgroups
    NONE, // getgroups32
    4105, // getitimer
    NONE, // getpagesize
    4171, // getpeername
    4132, // getpgid
    4065, // getpgrp
    4020, // getpid
    4208, // getpmsg
    4064, // getppid
    4096, // getpriority
    4353, // getrandom
    4191, // getresgid
    NONE, // getresgid32
    4186, // getresuid
    NONE, // getresuid32
    4076, // getrlimit
    4077, // getrusage
    4151, // getsid
    4172, // getsockname
    4173, // getsockopt
    4222, // gettid
    4078, // gettimeofday
    4024, // getuid
    NONE, // getuid32
    4227, // getxattr
    4464, // getxattrat
    4032, // gtty
    4112, // idle
    4128, // init_module
    4285, // inotify_add_watch
    4284, // inotify_init
    4329, // inotify_init1
    4286, // inotify_rm_watch
    4245, // io_cancel
    4242, // io_destroy
    4243, // io_getevents
    4368, // io_pgetevents
    4416, // io_pgetevents_time64
    4241, // io_setup
    4244, // io_submit
    4426, // io_uring_enter
    4427, // io_uring_register
    4425, // io_uring_setup
    4054, // ioctl
    4101, // ioperm
    4110, // iopl
    4315, // ioprio_get
    4314, // ioprio_set
    4117, // ipc
    4347, // kcmp
    NONE, // kexec_file_load
    4311, // kexec_load
    4282, // keyctl
    4037, // kill
    4445, // landlock_add_rule
    4444, // landlock_create_ruleset
    4446, // landlock_restrict_self
    4016, // lchown
    NONE, // lchown32
    4228, // lgetxattr
    4009, // link
    4296, // linkat
    4174, // listen
    4458, // listmount
    4470, // listns
    4230, // listxattr
    4465, // listxattrat
    4231, // llistxattr
    4053, // lock
    4247, // lookup_dcookie
    4234, // lremovexattr
    4019, // lseek
    4225, // lsetxattr
    4459, // lsm_get_self_attr
    4461, // lsm_list_modules
    4460, // lsm_set_self_attr
    4107, // lstat
    4214, // lstat64
    4218, // madvise
    4453, // map_shadow_stack
    4268, // mbind
    4358, // membarrier
    4354, // memfd_create
    NONE, // memfd_secret
    4287, // migrate_pages
    4217, // mincore
    4039, // mkdir
    4289, // mkdirat
    4014, // mknod
    4290, // mknodat
    4154, // mlock
    4359, // mlock2
    4156, // mlockall
    4090, // mmap
    4210, // mmap2
    4123, // modify_ldt
    4021, // mount
    4442, // mount_setattr
    4429, // move_mount
    4308, // move_pages
    4125, // mprotect
    4056, // mpx
    4276, // mq_getsetattr
    4275, // mq_notify
    4271, // mq_open
    4274, // mq_timedreceive
    4419, // mq_timedreceive_time64
    4273, // mq_timedsend
    4418, // mq_timedsend_time64
    4272, // mq_unlink
    4167, // mremap
    4462, // mseal
    4402, // msgctl
    4399, // msgget
    4401, // msgrcv
    4400, // msgsnd
    4144, // msync
    NONE, // multiplexer
    4155, // munlock
    4157, // munlockall
    4091, // munmap
    4339, // name_to_handle_at
    4166, // nanosleep
    NONE, // newfstatat
    4189, // nfsservctl
    4034, // nice
    NONE, // oldfstat
    NONE, // oldlstat
    NONE, // oldolduname
    NONE, // oldstat
    NONE, // olduname
    4005, // open
    4340, // open_by_handle_at
    4428, // open_tree
    4467, // open_tree_attr
    4288, // openat
    4437, // openat2
    4029, // pause
    NONE, // pciconfig_iobase
    NONE, // pciconfig_read
    NONE, // pciconfig_write
    4333, // perf_event_open
    4136, // personality
    4438, // pidfd_getfd
    4434, // pidfd_open
    4424, // pidfd_send_signal
    4042, // pipe
    4328, // pipe2
    4216, // pivot_root
    4364, // pkey_alloc
    4365, // pkey_free
    4363, // pkey_mprotect
    4188, // poll
    4302, // ppoll
    4414, // ppoll_time64
    4192, // prctl
    4200, // pread64
    4330, // preadv
    4361, // preadv2
    4338, // prlimit64
    4440, // process_madvise
    4448, // process_mrelease
    4345, // process_vm_readv
    4346, // process_vm_writev
    4044, // prof
    4098, // profil
    4301, // pselect6
    4413, // pselect6_time64
    4026, // ptrace
    4209, // putpmsg
    4201, // pwrite64
    4331, // pwritev
    4362, // pwritev2
    4187, // query_module
    4131, // quotactl
    4443, // quotactl_fd
    4003, // read
    4223, // readahead
    4089, // readdir
    4085, // readlink
    4298, // readlinkat
    4145, // readv
    4088, // reboot
    4175, // recv
    4176, // recvfrom
    4335, // recvmmsg
    4417, // recvmmsg_time64
    4177, // recvmsg
    4251, // remap_file_pages
    4233, // removexattr
    4466, // removexattrat
    4038, // rename
    4295, // renameat
    4351, // renameat2
    4281, // request_key
    4253, // restart_syscall
    NONE, // riscv_flush_icache
    NONE, // riscv_hwprobe
    4040, // rmdir
    4367, // rseq
    4471, // rseq_slice_yield
    4194, // rt_sigaction
    4196, // rt_sigpending
    4195, // rt_sigprocmask
    4198, // rt_sigqueueinfo
    4193, // rt_sigreturn
    4199, // rt_sigsuspend
    4197, // rt_sigtimedwait
    4421, // rt_sigtimedwait_time64
    4332, // rt_tgsigqueueinfo
    NONE, // rtas
    NONE, // s390_guarded_storage
    NONE, // s390_pci_mmio_read
    NONE, // s390_pci_mmio_write
    NONE, // s390_runtime_instr
    NONE, // s390_sthyi
    4163, // sched_get_priority_max
    4164, // sched_get_priority_min
    4240, // sched_getaffinity
    4350, // sched_getattr
    4159, // sched_getparam
    4161, // sched_getscheduler
    4165, // sched_rr_get_interval
    4423, // sched_rr_get_interval_time64
    4239, // sched_setaffinity
    4349, // sched_setattr
    4158, // sched_setparam
    4160, // sched_setscheduler
    4162, // sched_yield
    4352, // seccomp
    NONE, // security
    NONE, // select
    4394, // semctl
    4393, // semget
    NONE, // semop
    NONE, // semtimedop
    4420, // semtimedop_time64
    4178, // send
    4207, // sendfile
    4237, // sendfile64
    4343, // sendmmsg
    4179, // sendmsg
    4180, // sendto
    4270, // set_mempolicy
    4450, // set_mempolicy_home_node
    4309, // set_robust_list
    4283, // set_thread_area
    4252, // set_tid_address
    NONE, // set_tls
    4121, // setdomainname
    4139, // setfsgid
    NONE, // setfsgid32
    4138, // setfsuid
    NONE, // setfsuid32
    4046, // setgid
    NONE, // setgid32
    4081, // setgroups
    NONE, // setgroups32
    4074, // sethostname
    4104, // setitimer
    4344, // setns
    4057, // setpgid
    4097, // setpriority
    4071, // setregid
    NONE, // setregid32
    4190, // setresgid
    NONE, // setresgid32
    4185, // setresuid
    NONE, // setresuid32
    4070, // setreuid
    NONE, // setreuid32
    4075, // setrlimit
    4066, // setsid
    4181, // setsockopt
    4079, // settimeofday
    4023, // setuid
    NONE, // setuid32
    4224, // setxattr
    4463, // setxattrat
    4068, // sgetmask
    4397, // shmat
    4396, // shmctl
    4398, // shmdt
    4395, // shmget
    4182, // shutdown
    4067, // sigaction
    4206, // sigaltstack
    4048, // signal
    4317, // signalfd
    4324, // signalfd4
    4073, // sigpending
    4126, // sigprocmask
    4119, // sigreturn
    4072, // sigsuspend
    4183, // socket
    4102, // socketcall
    4184, // socketpair
    4304, // splice
    NONE, // spu_create
    NONE, // spu_run
    4069, // ssetmask
    4106, // stat
    4213, // stat64
    4099, // statfs
    4255, // statfs64
    4457, // statmount
    4366, // statx
    4025, // stime
    4031, // stty
    NONE, // subpage_prot
    NONE, // swapcontext
    4115, // swapoff
    4087, // swapon
    NONE, // switch_endian
    4083, // symlink
    4297, // symlinkat
    4036, // sync
    4305, // sync_file_range
    NONE, // sync_file_range2
    4342, // syncfs
    NONE, // sys_debug_setcontext
    4000, // syscall
    4135, // sysfs
    4116, // sysinfo
    4103, // syslog
    4149, // sysmips
    4306, // tee
    4266, // tgkill
    4013, // time
    4257, // timer_create
    4261, // timer_delete
    4260, // timer_getoverrun
    4259, // timer_gettime
    4408, // timer_gettime64
    4258, // timer_settime
    4409, // timer_settime64
    4318, // timerfd
    4321, // timerfd_create
    4322, // timerfd_gettime
    4410, // timerfd_gettime64
    4323, // timerfd_settime
    4411, // timerfd_settime64
    4043, // times
    4236, // tkill
    4092, // truncate
    4211, // truncate64
    NONE, // tuxcall
    NONE, // ugetrlimit
    4058, // ulimit
    4060, // umask
    4022, // umount
    4052, // umount2
    4122, // uname
    4010, // unlink
    4294, // unlinkat
    4303, // unshare
    NONE, // uprobe
    NONE, // uretprobe
    4086, // uselib
    4357, // userfaultfd
    NONE, // usr26
    NONE, // usr32
    4062, // ustat
    4030, // utime
    4316, // utimensat
    4412, // utimensat_time64
    4267, // utimes
    NONE, // vfork
    4111, // vhangup
    4113, // vm86
    NONE, // vm86old
    4307, // vmsplice
    4277, // vserver
    4114, // wait4
    4278, // waitid
    4007, // waitpid
    4004, // write
    4146, // writev
];

pub(super) static BY_NUMBER: [(u32, u16); 437] = [
    (4000, 451), // syscall
    (4001, 66), // exit
    (4002, 91), // fork
    (4003, 306), // read
    (4004, 506), // write
    (4005, 261), // open
    (4006, 44), // close
    (4007, 505), // waitpid
    (4008, 48), // creat
    (4009, 190), // link
    (4010, 483), // unlink
    (4011, 64), // execve
    (4012, 27), // chdir
    (4013, 458), // time
    (4014, 218), // mknod
    (4015, 28), // chmod
    (4016, 187), // lchown
    (4017, 19), // break
    (4019, 201), // lseek
    (4020, 136), // getpid
    (4021, 226), // mount
    (4022, 480), // umount
    (4023, 405), // setuid
    (4024, 152), // getuid
    (4025, 437), // stime
    (4026, 298), // ptrace
    (4027, 10), // alarm
    (4029, 267), // pause
    (4030, 493), // utime
    (4031, 438), // stty
    (4032, 156), // gtty
    (4033, 5), // access
    (4034, 255), // nice
    (4035, 104), // ftime
    (4036, 446), // sync
    (4037, 183), // kill
    (4038, 321), // rename
    (4039, 216), // mkdir
    (4040, 328), // rmdir
    (4041, 51), // dup
    (4042, 276), // pipe
    (4043, 472), // times
    (4044, 294), // prof
    (4045, 21), // brk
    (4046, 384), // setgid
    (4047, 127), // getgid
    (4048, 417), // signal
    (4049, 125), // geteuid
    (4050, 123), // getegid
    (4051, 6), // acct
    (4052, 481), // umount2
    (4053, 198), // lock
    (4054, 173), // ioctl
    (4055, 82), // fcntl
    (4056, 231), // mpx
    (4057, 391), // setpgid
    (4058, 478), // ulimit
    (4060, 479), // umask
    (4061, 31), // chroot
    (4062, 492), // ustat
    (4063, 52), // dup2
    (4064, 138), // getppid
    (4065, 135), // getpgrp
    (4066, 402), // setsid
    (4067, 415), // sigaction
    (4068, 409), // sgetmask
    (4069, 430), // ssetmask
    (4070, 399), // setreuid
    (4071, 393), // setregid
    (4072, 423), // sigsuspend
    (4073, 420), // sigpending
    (4074, 388), // sethostname
    (4075, 401), // setrlimit
    (4076, 145), // getrlimit
    (4077, 146), // getrusage
    (4078, 151), // gettimeofday
    (4079, 404), // settimeofday
    (4080, 129), // getgroups
    (4081, 386), // setgroups
    (4083, 444), // symlink
    (4085, 309), // readlink
    (4086, 488), // uselib
    (4087, 442), // swapon
    (4088, 312), // reboot
    (4089, 308), // readdir
    (4090, 223), // mmap
    (4091, 250), // munmap
    (4092, 474), // truncate
    (4093, 105), // ftruncate
    (4094, 76), // fchmod
    (4095, 79), // fchown
    (4096, 139), // getpriority
    (4097, 392), // setpriority
    (4098, 295), // profil
    (4099, 433), // statfs
    (4100, 101), // fstatfs
    (4101, 174), // ioperm
    (4102, 425), // socketcall
    (4103, 454), // syslog
    (4104, 389), // setitimer
    (4105, 131), // getitimer
    (4106, 431), // stat
    (4107, 206), // lstat
    (4108, 98), // fstat
    (4110, 175), // iopl
    (4111, 498), // vhangup
    (4112, 157), // idle
    (4113, 499), // vm86
    (4114, 503), // wait4
    (4115, 441), // swapoff
    (4116, 453), // sysinfo
    (4117, 178), // ipc
    (4118, 103), // fsync
    (4119, 422), // sigreturn
    (4120, 42), // clone
    (4121, 379), // setdomainname
    (4122, 482), // uname
    (4123, 225), // modify_ldt
    (4124, 8), // adjtimex
    (4125, 230), // mprotect
    (4126, 421), // sigprocmask
    (4127, 49), // create_module
    (4128, 158), // init_module
    (4129, 50), // delete_module
    (4130, 114), // get_kernel_syms
    (4131, 304), // quotactl
    (4132, 134), // getpgid
    (4133, 75), // fchdir
    (4134, 16), // bdflush
    (4135, 452), // sysfs
    (4136, 272), // personality
    (4137, 9), // afs_syscall
    (4138, 382), // setfsuid
    (4139, 380), // setfsgid
    (4140, 0), // _llseek
    (4141, 121), // getdents
    (4142, 1), // _newselect
    (4143, 90), // flock
    (4144, 246), // msync
    (4145, 311), // readv
    (4146, 507), // writev
    (4147, 23), // cacheflush
    (4148, 22), // cachectl
    (4149, 455), // sysmips
    (4151, 147), // getsid
    (4152, 84), // fdatasync
    (4153, 2), // _sysctl
    (4154, 220), // mlock
    (4155, 248), // munlock
    (4156, 222), // mlockall
    (4157, 249), // munlockall
    (4158, 356), // sched_setparam
    (4159, 350), // sched_getparam
    (4160, 357), // sched_setscheduler
    (4161, 351), // sched_getscheduler
    (4162, 358), // sched_yield
    (4163, 346), // sched_get_priority_max
    (4164, 347), // sched_get_priority_min
    (4165, 352), // sched_rr_get_interval
    (4166, 252), // nanosleep
    (4167, 240), // mremap
    (4168, 3), // accept
    (4169, 17), // bind
    (4170, 46), // connect
    (4171, 133), // getpeername
    (4172, 148), // getsockname
    (4173, 149), // getsockopt
    (4174, 192), // listen
    (4175, 313), // recv
    (4176, 314), // recvfrom
    (4177, 317), // recvmsg
    (4178, 367), // send
    (4179, 371), // sendmsg
    (4180, 372), // sendto
    (4181, 403), // setsockopt
    (4182, 414), // shutdown
    (4183, 424), // socket
    (4184, 426), // socketpair
    (4185, 397), // setresuid
    (4186, 143), // getresuid
    (4187, 303), // query_module
    (4188, 282), // poll
    (4189, 254), // nfsservctl
    (4190, 395), // setresgid
    (4191, 141), // getresgid
    (4192, 285), // prctl
    (4193, 335), // rt_sigreturn
    (4194, 331), // rt_sigaction
    (4195, 333), // rt_sigprocmask
    (4196, 332), // rt_sigpending
    (4197, 337), // rt_sigtimedwait
    (4198, 334), // rt_sigqueueinfo
    (4199, 336), // rt_sigsuspend
    (4200, 286), // pread64
    (4201, 300), // pwrite64
    (4202, 29), // chown
    (4203, 120), // getcwd
    (4204, 25), // capget
    (4205, 26), // capset
    (4206, 416), // sigaltstack
    (4207, 368), // sendfile
    (4208, 137), // getpmsg
    (4209, 299), // putpmsg
    (4210, 224), // mmap2
    (4211, 475), // truncate64
    (4212, 106), // ftruncate64
    (4213, 432), // stat64
    (4214, 207), // lstat64
    (4215, 99), // fstat64
    (4216, 278), // pivot_root
    (4217, 215), // mincore
    (4218, 208), // madvise
    (4219, 122), // getdents64
    (4220, 83), // fcntl64
    (4222, 150), // gettid
    (4223, 307), // readahead
    (4224, 407), // setxattr
    (4225, 202), // lsetxattr
    (4226, 94), // fsetxattr
    (4227, 154), // getxattr
    (4228, 189), // lgetxattr
    (4229, 85), // fgetxattr
    (4230, 195), // listxattr
    (4231, 197), // llistxattr
    (4232, 89), // flistxattr
    (4233, 319), // removexattr
    (4234, 200), // lremovexattr
    (4235, 92), // fremovexattr
    (4236, 473), // tkill
    (4237, 369), // sendfile64
    (4238, 107), // futex
    (4239, 354), // sched_setaffinity
    (4240, 348), // sched_getaffinity
    (4241, 168), // io_setup
    (4242, 164), // io_destroy
    (4243, 165), // io_getevents
    (4244, 169), // io_submit
    (4245, 163), // io_cancel
    (4246, 67), // exit_group
    (4247, 199), // lookup_dcookie
    (4248, 54), // epoll_create
    (4249, 56), // epoll_ctl
    (4250, 60), // epoll_wait
    (4251, 318), // remap_file_pages
    (4252, 377), // set_tid_address
    (4253, 325), // restart_syscall
    (4254, 70), // fadvise64
    (4255, 434), // statfs64
    (4256, 102), // fstatfs64
    (4257, 459), // timer_create
    (4258, 464), // timer_settime
    (4259, 462), // timer_gettime
    (4260, 461), // timer_getoverrun
    (4261, 460), // timer_delete
    (4262, 40), // clock_settime
    (4263, 36), // clock_gettime
    (4264, 34), // clock_getres
    (4265, 38), // clock_nanosleep
    (4266, 457), // tgkill
    (4267, 496), // utimes
    (4268, 210), // mbind
    (4269, 115), // get_mempolicy
    (4270, 373), // set_mempolicy
    (4271, 234), // mq_open
    (4272, 239), // mq_unlink
    (4273, 237), // mq_timedsend
    (4274, 235), // mq_timedreceive
    (4275, 233), // mq_notify
    (4276, 232), // mq_getsetattr
    (4277, 502), // vserver
    (4278, 504), // waitid
    (4280, 7), // add_key
    (4281, 324), // request_key
    (4282, 182), // keyctl
    (4283, 376), // set_thread_area
    (4284, 160), // inotify_init
    (4285, 159), // inotify_add_watch
    (4286, 162), // inotify_rm_watch
    (4287, 214), // migrate_pages
    (4288, 265), // openat
    (4289, 217), // mkdirat
    (4290, 219), // mknodat
    (4291, 81), // fchownat
    (4292, 113), // futimesat
    (4293, 100), // fstatat64
    (4294, 484), // unlinkat
    (4295, 322), // renameat
    (4296, 191), // linkat
    (4297, 445), // symlinkat
    (4298, 310), // readlinkat
    (4299, 77), // fchmodat
    (4300, 68), // faccessat
    (4301, 296), // pselect6
    (4302, 283), // ppoll
    (4303, 485), // unshare
    (4304, 427), // splice
    (4305, 447), // sync_file_range
    (4306, 456), // tee
    (4307, 501), // vmsplice
    (4308, 229), // move_pages
    (4309, 375), // set_robust_list
    (4310, 116), // get_robust_list
    (4311, 181), // kexec_load
    (4312, 119), // getcpu
    (4313, 58), // epoll_pwait
    (4314, 177), // ioprio_set
    (4315, 176), // ioprio_get
    (4316, 494), // utimensat
    (4317, 418), // signalfd
    (4318, 466), // timerfd
    (4319, 62), // eventfd
    (4320, 72), // fallocate
    (4321, 467), // timerfd_create
    (4322, 468), // timerfd_gettime
    (4323, 470), // timerfd_settime
    (4324, 419), // signalfd4
    (4325, 63), // eventfd2
    (4326, 55), // epoll_create1
    (4327, 53), // dup3
    (4328, 277), // pipe2
    (4329, 161), // inotify_init1
    (4330, 287), // preadv
    (4331, 301), // pwritev
    (4332, 339), // rt_tgsigqueueinfo
    (4333, 271), // perf_event_open
    (4334, 4), // accept4
    (4335, 315), // recvmmsg
    (4336, 73), // fanotify_init
    (4337, 74), // fanotify_mark
    (4338, 289), // prlimit64
    (4339, 251), // name_to_handle_at
    (4340, 262), // open_by_handle_at
    (4341, 32), // clock_adjtime
    (4342, 449), // syncfs
    (4343, 370), // sendmmsg
    (4344, 390), // setns
    (4345, 292), // process_vm_readv
    (4346, 293), // process_vm_writev
    (4347, 179), // kcmp
    (4348, 88), // finit_module
    (4349, 355), // sched_setattr
    (4350, 349), // sched_getattr
    (4351, 323), // renameat2
    (4352, 359), // seccomp
    (4353, 140), // getrandom
    (4354, 212), // memfd_create
    (4355, 18), // bpf
    (4356, 65), // execveat
    (4357, 489), // userfaultfd
    (4358, 211), // membarrier
    (4359, 221), // mlock2
    (4360, 47), // copy_file_range
    (4361, 288), // preadv2
    (4362, 302), // pwritev2
    (4363, 281), // pkey_mprotect
    (4364, 279), // pkey_alloc
    (4365, 280), // pkey_free
    (4366, 436), // statx
    (4367, 329), // rseq
    (4368, 166), // io_pgetevents
    (4393, 363), // semget
    (4394, 362), // semctl
    (4395, 413), // shmget
    (4396, 411), // shmctl
    (4397, 410), // shmat
    (4398, 412), // shmdt
    (4399, 243), // msgget
    (4400, 245), // msgsnd
    (4401, 244), // msgrcv
    (4402, 242), // msgctl
    (4403, 37), // clock_gettime64
    (4404, 41), // clock_settime64
    (4405, 33), // clock_adjtime64
    (4406, 35), // clock_getres_time64
    (4407, 39), // clock_nanosleep_time64
    (4408, 463), // timer_gettime64
    (4409, 465), // timer_settime64
    (4410, 469), // timerfd_gettime64
    (4411, 471), // timerfd_settime64
    (4412, 495), // utimensat_time64
    (4413, 297), // pselect6_time64
    (4414, 284), // ppoll_time64
    (4416, 167), // io_pgetevents_time64
    (4417, 316), // recvmmsg_time64
    (4418, 238), // mq_timedsend_time64
    (4419, 236), // mq_timedreceive_time64
    (4420, 366), // semtimedop_time64
    (4421, 338), // rt_sigtimedwait_time64
    (4422, 109), // futex_time64
    (4423, 353), // sched_rr_get_interval_time64
    (4424, 275), // pidfd_send_signal
    (4425, 172), // io_uring_setup
    (4426, 170), // io_uring_enter
    (4427, 171), // io_uring_register
    (4428, 263), // open_tree
    (4429, 228), // move_mount
    (4430, 96), // fsopen
    (4431, 93), // fsconfig
    (4432, 95), // fsmount
    (4433, 97), // fspick
    (4434, 274), // pidfd_open
    (4435, 43), // clone3
    (4436, 45), // close_range
    (4437, 266), // openat2
    (4438, 273), // pidfd_getfd
    (4439, 69), // faccessat2
    (4440, 290), // process_madvise
    (4441, 59), // epoll_pwait2
    (4442, 227), // mount_setattr
    (4443, 305), // quotactl_fd
    (4444, 185), // landlock_create_ruleset
    (4445, 184), // landlock_add_rule
    (4446, 186), // landlock_restrict_self
    (4448, 291), // process_mrelease
    (4449, 111), // futex_waitv
    (4450, 374), // set_mempolicy_home_node
    (4451, 24), // cachestat
    (4452, 78), // fchmodat2
    (4453, 209), // map_shadow_stack
    (4454, 112), // futex_wake
    (4455, 110), // futex_wait
    (4456, 108), // futex_requeue
    (4457, 435), // statmount
    (4458, 193), // listmount
    (4459, 203), // lsm_get_self_attr
    (4460, 205), // lsm_set_self_attr
    (4461, 204), // lsm_list_modules
    (4462, 241), // mseal
    (4463, 408), // setxattrat
    (4464, 155), // getxattrat
    (4465, 196), // listxattrat
    (4466, 320), // removexattrat
    (4467, 264), // open_tree_attr
    (4468, 86), // file_getattr
    (4469, 87), // file_setattr
    (4470, 194), // listns
    (4471, 330), // rseq_slice_yield
];
