//! Generated from facts/constants.txt by `cargo xtask tables`; edit the facts.

use crate::Abi;
use crate::arch::Abis;
use crate::constants::{Constant, Set, SetKind};

pub(crate) static CONSTANTS: [Constant; 1505] = [
    Constant { value: Some(0x200000), first: 0, count: 0 }, // ADDR_COMPAT_LAYOUT
    Constant { value: Some(0x800000), first: 0, count: 0 }, // ADDR_LIMIT_32BIT
    Constant { value: Some(0x8000000), first: 0, count: 0 }, // ADDR_LIMIT_3GB
    Constant { value: Some(0x40000), first: 0, count: 0 }, // ADDR_NO_RANDOMIZE
    Constant { value: Some(0x26), first: 0, count: 0 }, // AF_ALG
    Constant { value: Some(5), first: 0, count: 0 }, // AF_APPLETALK
    Constant { value: Some(0x12), first: 0, count: 0 }, // AF_ASH
    Constant { value: Some(8), first: 0, count: 0 }, // AF_ATMPVC
    Constant { value: Some(0x14), first: 0, count: 0 }, // AF_ATMSVC
    Constant { value: Some(3), first: 0, count: 0 }, // AF_AX25
    Constant { value: Some(0x1f), first: 0, count: 0 }, // AF_BLUETOOTH
    Constant { value: Some(7), first: 0, count: 0 }, // AF_BRIDGE
    Constant { value: Some(0x25), first: 0, count: 0 }, // AF_CAIF
    Constant { value: Some(0x1d), first: 0, count: 0 }, // AF_CAN
    Constant { value: Some(0xc), first: 0, count: 0 }, // AF_DECnet
    Constant { value: Some(0x13), first: 0, count: 0 }, // AF_ECONET
    Constant { value: Some(0x1b), first: 0, count: 0 }, // AF_IB
    Constant { value: Some(0x24), first: 0, count: 0 }, // AF_IEEE802154
    Constant { value: Some(2), first: 0, count: 0 }, // AF_INET
    Constant { value: Some(0xa), first: 0, count: 0 }, // AF_INET6
    Constant { value: Some(4), first: 0, count: 0 }, // AF_IPX
    Constant { value: Some(0x17), first: 0, count: 0 }, // AF_IRDA
    Constant { value: Some(0x22), first: 0, count: 0 }, // AF_ISDN
    Constant { value: Some(0x20), first: 0, count: 0 }, // AF_IUCV
    Constant { value: Some(0x29), first: 0, count: 0 }, // AF_KCM
    Constant { value: Some(0xf), first: 0, count: 0 }, // AF_KEY
    Constant { value: Some(0x1a), first: 0, count: 0 }, // AF_LLC
    Constant { value: Some(1), first: 0, count: 0 }, // AF_LOCAL
    Constant { value: Some(0x2d), first: 0, count: 0 }, // AF_MCTP
    Constant { value: Some(0x1c), first: 0, count: 0 }, // AF_MPLS
    Constant { value: Some(0xd), first: 0, count: 0 }, // AF_NETBEUI
    Constant { value: Some(0x10), first: 0, count: 0 }, // AF_NETLINK
    Constant { value: Some(6), first: 0, count: 0 }, // AF_NETROM
    Constant { value: Some(0x27), first: 0, count: 0 }, // AF_NFC
    Constant { value: Some(0x11), first: 0, count: 0 }, // AF_PACKET
    Constant { value: Some(0x23), first: 0, count: 0 }, // AF_PHONET
    Constant { value: Some(0x18), first: 0, count: 0 }, // AF_PPPOX
    Constant { value: Some(0x2a), first: 0, count: 0 }, // AF_QIPCRTR
    Constant { value: Some(0x15), first: 0, count: 0 }, // AF_RDS
    Constant { value: Some(0xb), first: 0, count: 0 }, // AF_ROSE
    Constant { value: Some(0x10), first: 0, count: 0 }, // AF_ROUTE
    Constant { value: Some(0x21), first: 0, count: 0 }, // AF_RXRPC
    Constant { value: Some(0xe), first: 0, count: 0 }, // AF_SECURITY
    Constant { value: Some(0x2b), first: 0, count: 0 }, // AF_SMC
    Constant { value: Some(0x16), first: 0, count: 0 }, // AF_SNA
    Constant { value: Some(0x1e), first: 0, count: 0 }, // AF_TIPC
    Constant { value: Some(1), first: 0, count: 0 }, // AF_UNIX
    Constant { value: Some(0), first: 0, count: 0 }, // AF_UNSPEC
    Constant { value: Some(0x28), first: 0, count: 0 }, // AF_VSOCK
    Constant { value: Some(0x19), first: 0, count: 0 }, // AF_WANPIPE
    Constant { value: Some(9), first: 0, count: 0 }, // AF_X25
    Constant { value: Some(0x2c), first: 0, count: 0 }, // AF_XDP
    Constant { value: Some(0x4002), first: 0, count: 0 }, // ARCH_ENABLE_TAGGED_ADDR
    Constant { value: Some(0x4004), first: 0, count: 0 }, // ARCH_FORCE_TAGGED_SVA
    Constant { value: Some(0x1011), first: 0, count: 0 }, // ARCH_GET_CPUID
    Constant { value: Some(0x1003), first: 0, count: 0 }, // ARCH_GET_FS
    Constant { value: Some(0x1004), first: 0, count: 0 }, // ARCH_GET_GS
    Constant { value: Some(0x4003), first: 0, count: 0 }, // ARCH_GET_MAX_TAG_BITS
    Constant { value: Some(0x4001), first: 0, count: 0 }, // ARCH_GET_UNTAG_MASK
    Constant { value: Some(0x1024), first: 0, count: 0 }, // ARCH_GET_XCOMP_GUEST_PERM
    Constant { value: Some(0x1022), first: 0, count: 0 }, // ARCH_GET_XCOMP_PERM
    Constant { value: Some(0x1021), first: 0, count: 0 }, // ARCH_GET_XCOMP_SUPP
    Constant { value: Some(0x2002), first: 0, count: 0 }, // ARCH_MAP_VDSO_32
    Constant { value: Some(0x2003), first: 0, count: 0 }, // ARCH_MAP_VDSO_64
    Constant { value: Some(0x2001), first: 0, count: 0 }, // ARCH_MAP_VDSO_X32
    Constant { value: Some(0x1025), first: 0, count: 0 }, // ARCH_REQ_XCOMP_GUEST_PERM
    Constant { value: Some(0x1023), first: 0, count: 0 }, // ARCH_REQ_XCOMP_PERM
    Constant { value: Some(0x1012), first: 0, count: 0 }, // ARCH_SET_CPUID
    Constant { value: Some(0x1002), first: 0, count: 0 }, // ARCH_SET_FS
    Constant { value: Some(0x1001), first: 0, count: 0 }, // ARCH_SET_GS
    Constant { value: Some(0x5002), first: 0, count: 0 }, // ARCH_SHSTK_DISABLE
    Constant { value: Some(0x5001), first: 0, count: 0 }, // ARCH_SHSTK_ENABLE
    Constant { value: Some(0x5003), first: 0, count: 0 }, // ARCH_SHSTK_LOCK
    Constant { value: Some(0x5005), first: 0, count: 0 }, // ARCH_SHSTK_STATUS
    Constant { value: Some(0x5004), first: 0, count: 0 }, // ARCH_SHSTK_UNLOCK
    Constant { value: Some(0x200), first: 0, count: 0 }, // AT_EACCESS
    Constant { value: Some(0x1000), first: 0, count: 0 }, // AT_EMPTY_PATH
    Constant { value: Some(0x10000), first: 0, count: 0 }, // AT_EXECVE_CHECK
    Constant { value: Some(0xffffffffffffff9c), first: 0, count: 0 }, // AT_FDCWD
    Constant { value: Some(2), first: 0, count: 0 }, // AT_HANDLE_CONNECTABLE
    Constant { value: Some(0x200), first: 0, count: 0 }, // AT_HANDLE_FID
    Constant { value: Some(1), first: 0, count: 0 }, // AT_HANDLE_MNT_ID_UNIQUE
    Constant { value: Some(0x800), first: 0, count: 0 }, // AT_NO_AUTOMOUNT
    Constant { value: Some(0x8000), first: 0, count: 0 }, // AT_RECURSIVE
    Constant { value: Some(0x200), first: 0, count: 0 }, // AT_REMOVEDIR
    Constant { value: Some(0x4000), first: 0, count: 0 }, // AT_STATX_DONT_SYNC
    Constant { value: Some(0x2000), first: 0, count: 0 }, // AT_STATX_FORCE_SYNC
    Constant { value: Some(0), first: 0, count: 0 }, // AT_STATX_SYNC_AS_STAT
    Constant { value: Some(0x400), first: 0, count: 0 }, // AT_SYMLINK_FOLLOW
    Constant { value: Some(0x100), first: 0, count: 0 }, // AT_SYMLINK_NOFOLLOW
    Constant { value: Some(0xc00000b7), first: 0, count: 0 }, // AUDIT_ARCH_AARCH64
    Constant { value: Some(0x40000028), first: 0, count: 0 }, // AUDIT_ARCH_ARM
    Constant { value: Some(0x40000003), first: 0, count: 0 }, // AUDIT_ARCH_I386
    Constant { value: Some(0xc0000102), first: 0, count: 0 }, // AUDIT_ARCH_LOONGARCH64
    Constant { value: Some(4), first: 0, count: 0 }, // AUDIT_ARCH_M68K
    Constant { value: Some(8), first: 0, count: 0 }, // AUDIT_ARCH_MIPS
    Constant { value: Some(0x80000008), first: 0, count: 0 }, // AUDIT_ARCH_MIPS64
    Constant { value: Some(0xa0000008), first: 0, count: 0 }, // AUDIT_ARCH_MIPS64N32
    Constant { value: Some(0x40000008), first: 0, count: 0 }, // AUDIT_ARCH_MIPSEL
    Constant { value: Some(0xc0000008), first: 0, count: 0 }, // AUDIT_ARCH_MIPSEL64
    Constant { value: Some(0xe0000008), first: 0, count: 0 }, // AUDIT_ARCH_MIPSEL64N32
    Constant { value: Some(0xf), first: 0, count: 0 }, // AUDIT_ARCH_PARISC
    Constant { value: Some(0x8000000f), first: 0, count: 0 }, // AUDIT_ARCH_PARISC64
    Constant { value: Some(0x14), first: 0, count: 0 }, // AUDIT_ARCH_PPC
    Constant { value: Some(0x80000015), first: 0, count: 0 }, // AUDIT_ARCH_PPC64
    Constant { value: Some(0xc0000015), first: 0, count: 0 }, // AUDIT_ARCH_PPC64LE
    Constant { value: Some(0xc00000f3), first: 0, count: 0 }, // AUDIT_ARCH_RISCV64
    Constant { value: Some(0x16), first: 0, count: 0 }, // AUDIT_ARCH_S390
    Constant { value: Some(0x80000016), first: 0, count: 0 }, // AUDIT_ARCH_S390X
    Constant { value: Some(0x4000002a), first: 0, count: 0 }, // AUDIT_ARCH_SHEL
    Constant { value: Some(0xc000003e), first: 0, count: 0 }, // AUDIT_ARCH_X86_64
    Constant { value: Some(0x1277), first: 0, count: 1 }, // BLKDISCARD
    Constant { value: Some(0x1261), first: 1, count: 1 }, // BLKFLSBUF
    Constant { value: Some(0x1260), first: 2, count: 1 }, // BLKGETSIZE
    Constant { value: Some(0x80081272), first: 3, count: 3 }, // BLKGETSIZE64
    Constant { value: Some(0x125e), first: 6, count: 1 }, // BLKROGET
    Constant { value: Some(0x125d), first: 7, count: 1 }, // BLKROSET
    Constant { value: Some(0x125f), first: 8, count: 1 }, // BLKRRPART
    Constant { value: Some(0x1268), first: 9, count: 1 }, // BLKSSZGET
    Constant { value: Some(0x127f), first: 10, count: 1 }, // BLKZEROOUT
    Constant { value: Some(0x13), first: 11, count: 0 }, // BPF_BTF_GET_FD_BY_ID
    Constant { value: Some(0x17), first: 11, count: 0 }, // BPF_BTF_GET_NEXT_ID
    Constant { value: Some(0x12), first: 11, count: 0 }, // BPF_BTF_LOAD
    Constant { value: Some(0x20), first: 11, count: 0 }, // BPF_ENABLE_STATS
    Constant { value: Some(0x21), first: 11, count: 0 }, // BPF_ITER_CREATE
    Constant { value: Some(0x1c), first: 11, count: 0 }, // BPF_LINK_CREATE
    Constant { value: Some(0x22), first: 11, count: 0 }, // BPF_LINK_DETACH
    Constant { value: Some(0x1e), first: 11, count: 0 }, // BPF_LINK_GET_FD_BY_ID
    Constant { value: Some(0x1f), first: 11, count: 0 }, // BPF_LINK_GET_NEXT_ID
    Constant { value: Some(0x1d), first: 11, count: 0 }, // BPF_LINK_UPDATE
    Constant { value: Some(0), first: 11, count: 0 }, // BPF_MAP_CREATE
    Constant { value: Some(0x1b), first: 11, count: 0 }, // BPF_MAP_DELETE_BATCH
    Constant { value: Some(3), first: 11, count: 0 }, // BPF_MAP_DELETE_ELEM
    Constant { value: Some(0x16), first: 11, count: 0 }, // BPF_MAP_FREEZE
    Constant { value: Some(0xe), first: 11, count: 0 }, // BPF_MAP_GET_FD_BY_ID
    Constant { value: Some(0xc), first: 11, count: 0 }, // BPF_MAP_GET_NEXT_ID
    Constant { value: Some(4), first: 11, count: 0 }, // BPF_MAP_GET_NEXT_KEY
    Constant { value: Some(0x19), first: 11, count: 0 }, // BPF_MAP_LOOKUP_AND_DELETE_BATCH
    Constant { value: Some(0x15), first: 11, count: 0 }, // BPF_MAP_LOOKUP_AND_DELETE_ELEM
    Constant { value: Some(0x18), first: 11, count: 0 }, // BPF_MAP_LOOKUP_BATCH
    Constant { value: Some(1), first: 11, count: 0 }, // BPF_MAP_LOOKUP_ELEM
    Constant { value: Some(0x1a), first: 11, count: 0 }, // BPF_MAP_UPDATE_BATCH
    Constant { value: Some(2), first: 11, count: 0 }, // BPF_MAP_UPDATE_ELEM
    Constant { value: Some(7), first: 11, count: 0 }, // BPF_OBJ_GET
    Constant { value: Some(0xf), first: 11, count: 0 }, // BPF_OBJ_GET_INFO_BY_FD
    Constant { value: Some(6), first: 11, count: 0 }, // BPF_OBJ_PIN
    Constant { value: Some(8), first: 11, count: 0 }, // BPF_PROG_ATTACH
    Constant { value: Some(0x23), first: 11, count: 0 }, // BPF_PROG_BIND_MAP
    Constant { value: Some(9), first: 11, count: 0 }, // BPF_PROG_DETACH
    Constant { value: Some(0xd), first: 11, count: 0 }, // BPF_PROG_GET_FD_BY_ID
    Constant { value: Some(0xb), first: 11, count: 0 }, // BPF_PROG_GET_NEXT_ID
    Constant { value: Some(5), first: 11, count: 0 }, // BPF_PROG_LOAD
    Constant { value: Some(0x10), first: 11, count: 0 }, // BPF_PROG_QUERY
    Constant { value: Some(0xa), first: 11, count: 0 }, // BPF_PROG_TEST_RUN
    Constant { value: Some(0x11), first: 11, count: 0 }, // BPF_RAW_TRACEPOINT_OPEN
    Constant { value: Some(0x14), first: 11, count: 0 }, // BPF_TASK_FD_QUERY
    Constant { value: Some(0x24), first: 11, count: 0 }, // BPF_TOKEN_CREATE
    Constant { value: Some(0x50009401), first: 11, count: 1 }, // BTRFS_IOC_SNAP_CREATE
    Constant { value: Some(0x50009417), first: 12, count: 1 }, // BTRFS_IOC_SNAP_CREATE_V2
    Constant { value: Some(0x5000940f), first: 13, count: 1 }, // BTRFS_IOC_SNAP_DESTROY
    Constant { value: Some(0x5000943f), first: 14, count: 1 }, // BTRFS_IOC_SNAP_DESTROY_V2
    Constant { value: Some(0x5000940e), first: 15, count: 1 }, // BTRFS_IOC_SUBVOL_CREATE
    Constant { value: Some(0x50009418), first: 16, count: 1 }, // BTRFS_IOC_SUBVOL_CREATE_V2
    Constant { value: Some(0x4008941a), first: 17, count: 1 }, // BTRFS_IOC_SUBVOL_SETFLAGS
    Constant { value: Some(7), first: 18, count: 0 }, // CLOCK_BOOTTIME
    Constant { value: Some(9), first: 18, count: 0 }, // CLOCK_BOOTTIME_ALARM
    Constant { value: Some(1), first: 18, count: 0 }, // CLOCK_MONOTONIC
    Constant { value: Some(6), first: 18, count: 0 }, // CLOCK_MONOTONIC_COARSE
    Constant { value: Some(4), first: 18, count: 0 }, // CLOCK_MONOTONIC_RAW
    Constant { value: Some(2), first: 18, count: 0 }, // CLOCK_PROCESS_CPUTIME_ID
    Constant { value: Some(0), first: 18, count: 0 }, // CLOCK_REALTIME
    Constant { value: Some(8), first: 18, count: 0 }, // CLOCK_REALTIME_ALARM
    Constant { value: Some(5), first: 18, count: 0 }, // CLOCK_REALTIME_COARSE
    Constant { value: Some(0xa), first: 18, count: 0 }, // CLOCK_SGI_CYCLE
    Constant { value: Some(0xb), first: 18, count: 0 }, // CLOCK_TAI
    Constant { value: Some(3), first: 18, count: 0 }, // CLOCK_THREAD_CPUTIME_ID
    Constant { value: Some(0x200000), first: 18, count: 0 }, // CLONE_CHILD_CLEARTID
    Constant { value: Some(0x1000000), first: 18, count: 0 }, // CLONE_CHILD_SETTID
    Constant { value: Some(0x100000000), first: 18, count: 0 }, // CLONE_CLEAR_SIGHAND
    Constant { value: Some(0x400000), first: 18, count: 0 }, // CLONE_DETACHED
    Constant { value: Some(0x400), first: 18, count: 0 }, // CLONE_FILES
    Constant { value: Some(0x200), first: 18, count: 0 }, // CLONE_FS
    Constant { value: Some(0x200000000), first: 18, count: 0 }, // CLONE_INTO_CGROUP
    Constant { value: Some(0x80000000), first: 18, count: 0 }, // CLONE_IO
    Constant { value: Some(0x2000000), first: 18, count: 0 }, // CLONE_NEWCGROUP
    Constant { value: Some(0x8000000), first: 18, count: 0 }, // CLONE_NEWIPC
    Constant { value: Some(0x40000000), first: 18, count: 0 }, // CLONE_NEWNET
    Constant { value: Some(0x20000), first: 18, count: 0 }, // CLONE_NEWNS
    Constant { value: Some(0x20000000), first: 18, count: 0 }, // CLONE_NEWPID
    Constant { value: Some(0x80), first: 18, count: 0 }, // CLONE_NEWTIME
    Constant { value: Some(0x10000000), first: 18, count: 0 }, // CLONE_NEWUSER
    Constant { value: Some(0x4000000), first: 18, count: 0 }, // CLONE_NEWUTS
    Constant { value: Some(0x8000), first: 18, count: 0 }, // CLONE_PARENT
    Constant { value: Some(0x100000), first: 18, count: 0 }, // CLONE_PARENT_SETTID
    Constant { value: Some(0x1000), first: 18, count: 0 }, // CLONE_PIDFD
    Constant { value: Some(0x2000), first: 18, count: 0 }, // CLONE_PTRACE
    Constant { value: Some(0x80000), first: 18, count: 0 }, // CLONE_SETTLS
    Constant { value: Some(0x800), first: 18, count: 0 }, // CLONE_SIGHAND
    Constant { value: Some(0x40000), first: 18, count: 0 }, // CLONE_SYSVSEM
    Constant { value: Some(0x10000), first: 18, count: 0 }, // CLONE_THREAD
    Constant { value: Some(0x800000), first: 18, count: 0 }, // CLONE_UNTRACED
    Constant { value: Some(0x4000), first: 18, count: 0 }, // CLONE_VFORK
    Constant { value: Some(0x100), first: 18, count: 0 }, // CLONE_VM
    Constant { value: Some(4), first: 18, count: 0 }, // CLOSE_RANGE_CLOEXEC
    Constant { value: Some(2), first: 18, count: 0 }, // CLOSE_RANGE_UNSHARE
    Constant { value: Some(0xff), first: 18, count: 0 }, // CSIGNAL
    Constant { value: Some(0x80000), first: 18, count: 1 }, // EFD_CLOEXEC
    Constant { value: Some(0x800), first: 19, count: 2 }, // EFD_NONBLOCK
    Constant { value: Some(1), first: 21, count: 0 }, // EFD_SEMAPHORE
    Constant { value: Some(8), first: 21, count: 0 }, // EPOLLERR
    Constant { value: Some(0x80000000), first: 21, count: 0 }, // EPOLLET
    Constant { value: Some(0x10000000), first: 21, count: 0 }, // EPOLLEXCLUSIVE
    Constant { value: Some(0x10), first: 21, count: 0 }, // EPOLLHUP
    Constant { value: Some(1), first: 21, count: 0 }, // EPOLLIN
    Constant { value: Some(0x40000000), first: 21, count: 0 }, // EPOLLONESHOT
    Constant { value: Some(4), first: 21, count: 0 }, // EPOLLOUT
    Constant { value: Some(2), first: 21, count: 0 }, // EPOLLPRI
    Constant { value: Some(0x2000), first: 21, count: 0 }, // EPOLLRDHUP
    Constant { value: Some(0x20000000), first: 21, count: 0 }, // EPOLLWAKEUP
    Constant { value: Some(0x80000), first: 21, count: 1 }, // EPOLL_CLOEXEC
    Constant { value: Some(1), first: 22, count: 0 }, // EPOLL_CTL_ADD
    Constant { value: Some(2), first: 22, count: 0 }, // EPOLL_CTL_DEL
    Constant { value: Some(3), first: 22, count: 0 }, // EPOLL_CTL_MOD
    Constant { value: Some(0x40086604), first: 22, count: 3 }, // EXT4_IOC_SETVERSION
    Constant { value: Some(8), first: 25, count: 0 }, // FALLOC_FL_COLLAPSE_RANGE
    Constant { value: Some(0x20), first: 25, count: 0 }, // FALLOC_FL_INSERT_RANGE
    Constant { value: Some(1), first: 25, count: 0 }, // FALLOC_FL_KEEP_SIZE
    Constant { value: Some(4), first: 25, count: 0 }, // FALLOC_FL_NO_HIDE_STALE
    Constant { value: Some(2), first: 25, count: 0 }, // FALLOC_FL_PUNCH_HOLE
    Constant { value: Some(0x40), first: 25, count: 0 }, // FALLOC_FL_UNSHARE_RANGE
    Constant { value: Some(0x80), first: 25, count: 0 }, // FALLOC_FL_WRITE_ZEROES
    Constant { value: Some(0x10), first: 25, count: 0 }, // FALLOC_FL_ZERO_RANGE
    Constant { value: Some(1), first: 25, count: 0 }, // FAN_ACCESS
    Constant { value: Some(0x20000), first: 25, count: 0 }, // FAN_ACCESS_PERM
    Constant { value: Some(4), first: 25, count: 0 }, // FAN_ATTRIB
    Constant { value: Some(4), first: 25, count: 0 }, // FAN_CLASS_CONTENT
    Constant { value: Some(0), first: 25, count: 0 }, // FAN_CLASS_NOTIF
    Constant { value: Some(8), first: 25, count: 0 }, // FAN_CLASS_PRE_CONTENT
    Constant { value: Some(1), first: 25, count: 0 }, // FAN_CLOEXEC
    Constant { value: Some(0x10), first: 25, count: 0 }, // FAN_CLOSE_NOWRITE
    Constant { value: Some(8), first: 25, count: 0 }, // FAN_CLOSE_WRITE
    Constant { value: Some(0x100), first: 25, count: 0 }, // FAN_CREATE
    Constant { value: Some(0x200), first: 25, count: 0 }, // FAN_DELETE
    Constant { value: Some(0x400), first: 25, count: 0 }, // FAN_DELETE_SELF
    Constant { value: Some(0x40), first: 25, count: 0 }, // FAN_ENABLE_AUDIT
    Constant { value: Some(0x8000000), first: 25, count: 0 }, // FAN_EVENT_ON_CHILD
    Constant { value: Some(0x8000), first: 25, count: 0 }, // FAN_FS_ERROR
    Constant { value: Some(1), first: 25, count: 0 }, // FAN_MARK_ADD
    Constant { value: Some(4), first: 25, count: 0 }, // FAN_MARK_DONT_FOLLOW
    Constant { value: Some(0x200), first: 25, count: 0 }, // FAN_MARK_EVICTABLE
    Constant { value: Some(0x100), first: 25, count: 0 }, // FAN_MARK_FILESYSTEM
    Constant { value: Some(0x80), first: 25, count: 0 }, // FAN_MARK_FLUSH
    Constant { value: Some(0x400), first: 25, count: 0 }, // FAN_MARK_IGNORE
    Constant { value: Some(0x20), first: 25, count: 0 }, // FAN_MARK_IGNORED_MASK
    Constant { value: Some(0x40), first: 25, count: 0 }, // FAN_MARK_IGNORED_SURV_MODIFY
    Constant { value: Some(0), first: 25, count: 0 }, // FAN_MARK_INODE
    Constant { value: Some(0x10), first: 25, count: 0 }, // FAN_MARK_MOUNT
    Constant { value: Some(8), first: 25, count: 0 }, // FAN_MARK_ONLYDIR
    Constant { value: Some(2), first: 25, count: 0 }, // FAN_MARK_REMOVE
    Constant { value: Some(0x1000000), first: 25, count: 0 }, // FAN_MNT_ATTACH
    Constant { value: Some(0x2000000), first: 25, count: 0 }, // FAN_MNT_DETACH
    Constant { value: Some(2), first: 25, count: 0 }, // FAN_MODIFY
    Constant { value: Some(0x40), first: 25, count: 0 }, // FAN_MOVED_FROM
    Constant { value: Some(0x80), first: 25, count: 0 }, // FAN_MOVED_TO
    Constant { value: Some(0x800), first: 25, count: 0 }, // FAN_MOVE_SELF
    Constant { value: Some(2), first: 25, count: 0 }, // FAN_NONBLOCK
    Constant { value: Some(0x40000000), first: 25, count: 0 }, // FAN_ONDIR
    Constant { value: Some(0x20), first: 25, count: 0 }, // FAN_OPEN
    Constant { value: Some(0x1000), first: 25, count: 0 }, // FAN_OPEN_EXEC
    Constant { value: Some(0x40000), first: 25, count: 0 }, // FAN_OPEN_EXEC_PERM
    Constant { value: Some(0x10000), first: 25, count: 0 }, // FAN_OPEN_PERM
    Constant { value: Some(0x100000), first: 25, count: 0 }, // FAN_PRE_ACCESS
    Constant { value: Some(0x10000000), first: 25, count: 0 }, // FAN_RENAME
    Constant { value: Some(0x400), first: 25, count: 0 }, // FAN_REPORT_DIR_FID
    Constant { value: Some(0x2000), first: 25, count: 0 }, // FAN_REPORT_FD_ERROR
    Constant { value: Some(0x200), first: 25, count: 0 }, // FAN_REPORT_FID
    Constant { value: Some(0x4000), first: 25, count: 0 }, // FAN_REPORT_MNT
    Constant { value: Some(0x800), first: 25, count: 0 }, // FAN_REPORT_NAME
    Constant { value: Some(0x80), first: 25, count: 0 }, // FAN_REPORT_PIDFD
    Constant { value: Some(0x1000), first: 25, count: 0 }, // FAN_REPORT_TARGET_FID
    Constant { value: Some(0x100), first: 25, count: 0 }, // FAN_REPORT_TID
    Constant { value: Some(0x20), first: 25, count: 0 }, // FAN_UNLIMITED_MARKS
    Constant { value: Some(0x10), first: 25, count: 0 }, // FAN_UNLIMITED_QUEUE
    Constant { value: Some(0x2000), first: 25, count: 1 }, // FASYNC
    Constant { value: Some(0x80000), first: 26, count: 0 }, // FDPIC_FUNCPTRS
    Constant { value: Some(1), first: 26, count: 0 }, // FD_CLOEXEC
    Constant { value: Some(1), first: 26, count: 1 }, // FIBMAP
    Constant { value: Some(0x40049409), first: 27, count: 1 }, // FICLONE
    Constant { value: Some(0x4020940d), first: 28, count: 1 }, // FICLONERANGE
    Constant { value: Some(0xc0189436), first: 29, count: 0 }, // FIDEDUPERANGE
    Constant { value: Some(0xc0045877), first: 29, count: 0 }, // FIFREEZE
    Constant { value: Some(2), first: 29, count: 1 }, // FIGETBSZ
    Constant { value: Some(0x5452), first: 30, count: 3 }, // FIOASYNC
    Constant { value: Some(0x5451), first: 33, count: 2 }, // FIOCLEX
    Constant { value: Some(0x8903), first: 35, count: 2 }, // FIOGETOWN
    Constant { value: Some(0x5421), first: 37, count: 3 }, // FIONBIO
    Constant { value: Some(0x5450), first: 40, count: 2 }, // FIONCLEX
    Constant { value: Some(0x541b), first: 42, count: 3 }, // FIONREAD
    Constant { value: Some(0x5460), first: 45, count: 4 }, // FIOQSIZE
    Constant { value: Some(0x8901), first: 49, count: 2 }, // FIOSETOWN
    Constant { value: Some(0xc0045878), first: 51, count: 0 }, // FITHAW
    Constant { value: Some(0xc0185879), first: 51, count: 0 }, // FITRIM
    Constant { value: Some(6), first: 51, count: 0 }, // FSCONFIG_CMD_CREATE
    Constant { value: Some(8), first: 51, count: 0 }, // FSCONFIG_CMD_CREATE_EXCL
    Constant { value: Some(7), first: 51, count: 0 }, // FSCONFIG_CMD_RECONFIGURE
    Constant { value: Some(2), first: 51, count: 0 }, // FSCONFIG_SET_BINARY
    Constant { value: Some(5), first: 51, count: 0 }, // FSCONFIG_SET_FD
    Constant { value: Some(0), first: 51, count: 0 }, // FSCONFIG_SET_FLAG
    Constant { value: Some(3), first: 51, count: 0 }, // FSCONFIG_SET_PATH
    Constant { value: Some(4), first: 51, count: 0 }, // FSCONFIG_SET_PATH_EMPTY
    Constant { value: Some(1), first: 51, count: 0 }, // FSCONFIG_SET_STRING
    Constant { value: Some(1), first: 51, count: 0 }, // FSMOUNT_CLOEXEC
    Constant { value: Some(1), first: 51, count: 0 }, // FSOPEN_CLOEXEC
    Constant { value: Some(1), first: 51, count: 0 }, // FSPICK_CLOEXEC
    Constant { value: Some(8), first: 51, count: 0 }, // FSPICK_EMPTY_PATH
    Constant { value: Some(4), first: 51, count: 0 }, // FSPICK_NO_AUTOMOUNT
    Constant { value: Some(2), first: 51, count: 0 }, // FSPICK_SYMLINK_NOFOLLOW
    Constant { value: Some(0x40806685), first: 51, count: 1 }, // FS_IOC_ENABLE_VERITY
    Constant { value: Some(0xc020660b), first: 52, count: 0 }, // FS_IOC_FIEMAP
    Constant { value: Some(0x801c581f), first: 52, count: 1 }, // FS_IOC_FSGETXATTR
    Constant { value: Some(0x401c5820), first: 53, count: 1 }, // FS_IOC_FSSETXATTR
    Constant { value: Some(0x80086601), first: 54, count: 3 }, // FS_IOC_GETFLAGS
    Constant { value: Some(0x40086602), first: 57, count: 3 }, // FS_IOC_SETFLAGS
    Constant { value: Some(0x40087602), first: 60, count: 3 }, // FS_IOC_SETVERSION
    Constant { value: Some(0x800c6613), first: 63, count: 1 }, // FS_IOC_SET_ENCRYPTION_POLICY
    Constant { value: Some(8), first: 64, count: 0 }, // FUTEX2_MPOL
    Constant { value: Some(4), first: 64, count: 0 }, // FUTEX2_NUMA
    Constant { value: Some(0x80), first: 64, count: 0 }, // FUTEX2_PRIVATE
    Constant { value: Some(1), first: 64, count: 0 }, // FUTEX2_SIZE_U16
    Constant { value: Some(2), first: 64, count: 0 }, // FUTEX2_SIZE_U32
    Constant { value: Some(3), first: 64, count: 0 }, // FUTEX2_SIZE_U64
    Constant { value: Some(0), first: 64, count: 0 }, // FUTEX2_SIZE_U8
    Constant { value: Some(0xffffffff), first: 64, count: 0 }, // FUTEX_BITSET_MATCH_ANY
    Constant { value: Some(0x100), first: 64, count: 0 }, // FUTEX_CLOCK_REALTIME
    Constant { value: Some(0xfffffe7f), first: 64, count: 0 }, // FUTEX_CMD_MASK
    Constant { value: Some(4), first: 64, count: 0 }, // FUTEX_CMP_REQUEUE
    Constant { value: Some(0xc), first: 64, count: 0 }, // FUTEX_CMP_REQUEUE_PI
    Constant { value: Some(0x8c), first: 64, count: 0 }, // FUTEX_CMP_REQUEUE_PI_PRIVATE
    Constant { value: Some(0x84), first: 64, count: 0 }, // FUTEX_CMP_REQUEUE_PRIVATE
    Constant { value: Some(2), first: 64, count: 0 }, // FUTEX_FD
    Constant { value: Some(6), first: 64, count: 0 }, // FUTEX_LOCK_PI
    Constant { value: Some(0xd), first: 64, count: 0 }, // FUTEX_LOCK_PI2
    Constant { value: Some(0x8d), first: 64, count: 0 }, // FUTEX_LOCK_PI2_PRIVATE
    Constant { value: Some(0x86), first: 64, count: 0 }, // FUTEX_LOCK_PI_PRIVATE
    Constant { value: Some(0x80), first: 64, count: 0 }, // FUTEX_PRIVATE_FLAG
    Constant { value: Some(3), first: 64, count: 0 }, // FUTEX_REQUEUE
    Constant { value: Some(0x83), first: 64, count: 0 }, // FUTEX_REQUEUE_PRIVATE
    Constant { value: Some(8), first: 64, count: 0 }, // FUTEX_TRYLOCK_PI
    Constant { value: Some(0x88), first: 64, count: 0 }, // FUTEX_TRYLOCK_PI_PRIVATE
    Constant { value: Some(7), first: 64, count: 0 }, // FUTEX_UNLOCK_PI
    Constant { value: Some(0x87), first: 64, count: 0 }, // FUTEX_UNLOCK_PI_PRIVATE
    Constant { value: Some(0), first: 64, count: 0 }, // FUTEX_WAIT
    Constant { value: Some(9), first: 64, count: 0 }, // FUTEX_WAIT_BITSET
    Constant { value: Some(0x89), first: 64, count: 0 }, // FUTEX_WAIT_BITSET_PRIVATE
    Constant { value: Some(0x80), first: 64, count: 0 }, // FUTEX_WAIT_PRIVATE
    Constant { value: Some(0xb), first: 64, count: 0 }, // FUTEX_WAIT_REQUEUE_PI
    Constant { value: Some(0x8b), first: 64, count: 0 }, // FUTEX_WAIT_REQUEUE_PI_PRIVATE
    Constant { value: Some(1), first: 64, count: 0 }, // FUTEX_WAKE
    Constant { value: Some(0xa), first: 64, count: 0 }, // FUTEX_WAKE_BITSET
    Constant { value: Some(0x8a), first: 64, count: 0 }, // FUTEX_WAKE_BITSET_PRIVATE
    Constant { value: Some(5), first: 64, count: 0 }, // FUTEX_WAKE_OP
    Constant { value: Some(0x85), first: 64, count: 0 }, // FUTEX_WAKE_OP_PRIVATE
    Constant { value: Some(0x81), first: 64, count: 0 }, // FUTEX_WAKE_PRIVATE
    Constant { value: Some(0x409), first: 64, count: 0 }, // F_ADD_SEALS
    Constant { value: Some(0x405), first: 64, count: 0 }, // F_CANCELLK
    Constant { value: Some(0x404), first: 64, count: 0 }, // F_CREATED_QUERY
    Constant { value: Some(0), first: 64, count: 0 }, // F_DUPFD
    Constant { value: Some(0x406), first: 64, count: 0 }, // F_DUPFD_CLOEXEC
    Constant { value: Some(0x403), first: 64, count: 0 }, // F_DUPFD_QUERY
    Constant { value: Some(0x40f), first: 64, count: 0 }, // F_GETDELEG
    Constant { value: Some(1), first: 64, count: 0 }, // F_GETFD
    Constant { value: Some(3), first: 64, count: 0 }, // F_GETFL
    Constant { value: Some(0x401), first: 64, count: 0 }, // F_GETLEASE
    Constant { value: Some(5), first: 64, count: 1 }, // F_GETLK
    Constant { value: None, first: 65, count: 3 }, // F_GETLK64
    Constant { value: Some(9), first: 68, count: 2 }, // F_GETOWN
    Constant { value: Some(0x11), first: 70, count: 0 }, // F_GETOWNER_UIDS
    Constant { value: Some(0x10), first: 70, count: 0 }, // F_GETOWN_EX
    Constant { value: Some(0x408), first: 70, count: 0 }, // F_GETPIPE_SZ
    Constant { value: Some(0xb), first: 70, count: 1 }, // F_GETSIG
    Constant { value: Some(0x40d), first: 71, count: 0 }, // F_GET_FILE_RW_HINT
    Constant { value: Some(0x40b), first: 71, count: 0 }, // F_GET_RW_HINT
    Constant { value: Some(0x40a), first: 71, count: 0 }, // F_GET_SEALS
    Constant { value: Some(0x402), first: 71, count: 0 }, // F_NOTIFY
    Constant { value: Some(0x24), first: 71, count: 0 }, // F_OFD_GETLK
    Constant { value: Some(0x25), first: 71, count: 0 }, // F_OFD_SETLK
    Constant { value: Some(0x26), first: 71, count: 0 }, // F_OFD_SETLKW
    Constant { value: Some(0), first: 71, count: 0 }, // F_OK
    Constant { value: Some(0), first: 71, count: 1 }, // F_RDLCK
    Constant { value: Some(0x20), first: 72, count: 0 }, // F_SEAL_EXEC
    Constant { value: Some(0x10), first: 72, count: 0 }, // F_SEAL_FUTURE_WRITE
    Constant { value: Some(4), first: 72, count: 0 }, // F_SEAL_GROW
    Constant { value: Some(1), first: 72, count: 0 }, // F_SEAL_SEAL
    Constant { value: Some(2), first: 72, count: 0 }, // F_SEAL_SHRINK
    Constant { value: Some(8), first: 72, count: 0 }, // F_SEAL_WRITE
    Constant { value: Some(0x410), first: 72, count: 0 }, // F_SETDELEG
    Constant { value: Some(2), first: 72, count: 0 }, // F_SETFD
    Constant { value: Some(4), first: 72, count: 0 }, // F_SETFL
    Constant { value: Some(0x400), first: 72, count: 0 }, // F_SETLEASE
    Constant { value: Some(6), first: 72, count: 0 }, // F_SETLK
    Constant { value: None, first: 72, count: 3 }, // F_SETLK64
    Constant { value: Some(7), first: 75, count: 0 }, // F_SETLKW
    Constant { value: None, first: 75, count: 3 }, // F_SETLKW64
    Constant { value: Some(8), first: 78, count: 2 }, // F_SETOWN
    Constant { value: Some(0xf), first: 80, count: 0 }, // F_SETOWN_EX
    Constant { value: Some(0x407), first: 80, count: 0 }, // F_SETPIPE_SZ
    Constant { value: Some(0xa), first: 80, count: 1 }, // F_SETSIG
    Constant { value: Some(0x40e), first: 81, count: 0 }, // F_SET_FILE_RW_HINT
    Constant { value: Some(0x40c), first: 81, count: 0 }, // F_SET_RW_HINT
    Constant { value: Some(2), first: 81, count: 1 }, // F_UNLCK
    Constant { value: Some(1), first: 82, count: 1 }, // F_WRLCK
    Constant { value: Some(0xd), first: 83, count: 0 }, // GETALL
    Constant { value: Some(0xe), first: 83, count: 0 }, // GETNCNT
    Constant { value: Some(0xb), first: 83, count: 0 }, // GETPID
    Constant { value: Some(0xc), first: 83, count: 0 }, // GETVAL
    Constant { value: Some(0xf), first: 83, count: 0 }, // GETZCNT
    Constant { value: Some(4), first: 83, count: 0 }, // GRND_INSECURE
    Constant { value: Some(1), first: 83, count: 0 }, // GRND_NONBLOCK
    Constant { value: Some(2), first: 83, count: 0 }, // GRND_RANDOM
    Constant { value: Some(1), first: 83, count: 0 }, // IN_ACCESS
    Constant { value: Some(0xfff), first: 83, count: 0 }, // IN_ALL_EVENTS
    Constant { value: Some(4), first: 83, count: 0 }, // IN_ATTRIB
    Constant { value: Some(0x80000), first: 83, count: 1 }, // IN_CLOEXEC
    Constant { value: Some(0x18), first: 84, count: 0 }, // IN_CLOSE
    Constant { value: Some(0x10), first: 84, count: 0 }, // IN_CLOSE_NOWRITE
    Constant { value: Some(8), first: 84, count: 0 }, // IN_CLOSE_WRITE
    Constant { value: Some(0x100), first: 84, count: 0 }, // IN_CREATE
    Constant { value: Some(0x200), first: 84, count: 0 }, // IN_DELETE
    Constant { value: Some(0x400), first: 84, count: 0 }, // IN_DELETE_SELF
    Constant { value: Some(0x2000000), first: 84, count: 0 }, // IN_DONT_FOLLOW
    Constant { value: Some(0x4000000), first: 84, count: 0 }, // IN_EXCL_UNLINK
    Constant { value: Some(0x40000000), first: 84, count: 0 }, // IN_ISDIR
    Constant { value: Some(0x20000000), first: 84, count: 0 }, // IN_MASK_ADD
    Constant { value: Some(0x10000000), first: 84, count: 0 }, // IN_MASK_CREATE
    Constant { value: Some(2), first: 84, count: 0 }, // IN_MODIFY
    Constant { value: Some(0xc0), first: 84, count: 0 }, // IN_MOVE
    Constant { value: Some(0x40), first: 84, count: 0 }, // IN_MOVED_FROM
    Constant { value: Some(0x80), first: 84, count: 0 }, // IN_MOVED_TO
    Constant { value: Some(0x800), first: 84, count: 0 }, // IN_MOVE_SELF
    Constant { value: Some(0x800), first: 84, count: 2 }, // IN_NONBLOCK
    Constant { value: Some(0x80000000), first: 86, count: 0 }, // IN_ONESHOT
    Constant { value: Some(0x1000000), first: 86, count: 0 }, // IN_ONLYDIR
    Constant { value: Some(0x20), first: 86, count: 0 }, // IN_OPEN
    Constant { value: Some(2), first: 86, count: 0 }, // IOPRIO_WHO_PGRP
    Constant { value: Some(1), first: 86, count: 0 }, // IOPRIO_WHO_PROCESS
    Constant { value: Some(3), first: 86, count: 0 }, // IOPRIO_WHO_USER
    Constant { value: Some(0x20), first: 86, count: 0 }, // IORING_ENTER_ABS_TIMER
    Constant { value: Some(8), first: 86, count: 0 }, // IORING_ENTER_EXT_ARG
    Constant { value: Some(0x40), first: 86, count: 0 }, // IORING_ENTER_EXT_ARG_REG
    Constant { value: Some(1), first: 86, count: 0 }, // IORING_ENTER_GETEVENTS
    Constant { value: Some(0x80), first: 86, count: 0 }, // IORING_ENTER_NO_IOWAIT
    Constant { value: Some(0x10), first: 86, count: 0 }, // IORING_ENTER_REGISTERED_RING
    Constant { value: Some(4), first: 86, count: 0 }, // IORING_ENTER_SQ_WAIT
    Constant { value: Some(2), first: 86, count: 0 }, // IORING_ENTER_SQ_WAKEUP
    Constant { value: Some(0x100), first: 86, count: 0 }, // IPC_64
    Constant { value: Some(0x200), first: 86, count: 0 }, // IPC_CREAT
    Constant { value: Some(0x400), first: 86, count: 0 }, // IPC_EXCL
    Constant { value: Some(3), first: 86, count: 0 }, // IPC_INFO
    Constant { value: Some(0x800), first: 86, count: 0 }, // IPC_NOWAIT
    Constant { value: Some(0), first: 86, count: 0 }, // IPC_PRIVATE
    Constant { value: Some(0), first: 86, count: 0 }, // IPC_RMID
    Constant { value: Some(1), first: 86, count: 0 }, // IPC_SET
    Constant { value: Some(2), first: 86, count: 0 }, // IPC_STAT
    Constant { value: Some(0x33), first: 86, count: 0 }, // IPPROTO_AH
    Constant { value: Some(0x5e), first: 86, count: 0 }, // IPPROTO_BEETPH
    Constant { value: Some(0x6c), first: 86, count: 0 }, // IPPROTO_COMP
    Constant { value: Some(0x21), first: 86, count: 0 }, // IPPROTO_DCCP
    Constant { value: Some(8), first: 86, count: 0 }, // IPPROTO_EGP
    Constant { value: Some(0x62), first: 86, count: 0 }, // IPPROTO_ENCAP
    Constant { value: Some(0x32), first: 86, count: 0 }, // IPPROTO_ESP
    Constant { value: Some(0x8f), first: 86, count: 0 }, // IPPROTO_ETHERNET
    Constant { value: Some(0x2f), first: 86, count: 0 }, // IPPROTO_GRE
    Constant { value: Some(1), first: 86, count: 0 }, // IPPROTO_ICMP
    Constant { value: Some(0x3a), first: 86, count: 0 }, // IPPROTO_ICMPV6
    Constant { value: Some(0x16), first: 86, count: 0 }, // IPPROTO_IDP
    Constant { value: Some(2), first: 86, count: 0 }, // IPPROTO_IGMP
    Constant { value: Some(0), first: 86, count: 0 }, // IPPROTO_IP
    Constant { value: Some(4), first: 86, count: 0 }, // IPPROTO_IPIP
    Constant { value: Some(0x29), first: 86, count: 0 }, // IPPROTO_IPV6
    Constant { value: Some(0x73), first: 86, count: 0 }, // IPPROTO_L2TP
    Constant { value: Some(0x89), first: 86, count: 0 }, // IPPROTO_MPLS
    Constant { value: Some(0x106), first: 86, count: 0 }, // IPPROTO_MPTCP
    Constant { value: Some(0x5c), first: 86, count: 0 }, // IPPROTO_MTP
    Constant { value: Some(0x67), first: 86, count: 0 }, // IPPROTO_PIM
    Constant { value: Some(0xc), first: 86, count: 0 }, // IPPROTO_PUP
    Constant { value: Some(0xff), first: 86, count: 0 }, // IPPROTO_RAW
    Constant { value: Some(0x2e), first: 86, count: 0 }, // IPPROTO_RSVP
    Constant { value: Some(0x84), first: 86, count: 0 }, // IPPROTO_SCTP
    Constant { value: Some(0x100), first: 86, count: 0 }, // IPPROTO_SMC
    Constant { value: Some(6), first: 86, count: 0 }, // IPPROTO_TCP
    Constant { value: Some(0x1d), first: 86, count: 0 }, // IPPROTO_TP
    Constant { value: Some(0x11), first: 86, count: 0 }, // IPPROTO_UDP
    Constant { value: Some(0x88), first: 86, count: 0 }, // IPPROTO_UDPLITE
    Constant { value: Some(2), first: 86, count: 0 }, // ITIMER_PROF
    Constant { value: Some(0), first: 86, count: 0 }, // ITIMER_REAL
    Constant { value: Some(1), first: 86, count: 0 }, // ITIMER_VIRTUAL
    Constant { value: Some(7), first: 86, count: 0 }, // KCMP_EPOLL_TFD
    Constant { value: Some(0), first: 86, count: 0 }, // KCMP_FILE
    Constant { value: Some(2), first: 86, count: 0 }, // KCMP_FILES
    Constant { value: Some(3), first: 86, count: 0 }, // KCMP_FS
    Constant { value: Some(5), first: 86, count: 0 }, // KCMP_IO
    Constant { value: Some(4), first: 86, count: 0 }, // KCMP_SIGHAND
    Constant { value: Some(6), first: 86, count: 0 }, // KCMP_SYSVSEM
    Constant { value: Some(1), first: 86, count: 0 }, // KCMP_VM
    Constant { value: Some(8), first: 86, count: 0 }, // KEXEC_FILE_DEBUG
    Constant { value: Some(4), first: 86, count: 0 }, // KEXEC_FILE_NO_INITRAMFS
    Constant { value: Some(2), first: 86, count: 0 }, // KEXEC_FILE_ON_CRASH
    Constant { value: Some(1), first: 86, count: 0 }, // KEXEC_FILE_UNLOAD
    Constant { value: Some(1), first: 86, count: 0 }, // KEXEC_ON_CRASH
    Constant { value: Some(2), first: 86, count: 0 }, // KEXEC_PRESERVE_CONTEXT
    Constant { value: Some(4), first: 86, count: 0 }, // KEXEC_UPDATE_ELFCOREHDR
    Constant { value: Some(0x10), first: 86, count: 0 }, // KEYCTL_ASSUME_AUTHORITY
    Constant { value: Some(0x1f), first: 86, count: 0 }, // KEYCTL_CAPABILITIES
    Constant { value: Some(4), first: 86, count: 0 }, // KEYCTL_CHOWN
    Constant { value: Some(7), first: 86, count: 0 }, // KEYCTL_CLEAR
    Constant { value: Some(6), first: 86, count: 0 }, // KEYCTL_DESCRIBE
    Constant { value: Some(0x17), first: 86, count: 0 }, // KEYCTL_DH_COMPUTE
    Constant { value: Some(0), first: 86, count: 0 }, // KEYCTL_GET_KEYRING_ID
    Constant { value: Some(0x16), first: 86, count: 0 }, // KEYCTL_GET_PERSISTENT
    Constant { value: Some(0x11), first: 86, count: 0 }, // KEYCTL_GET_SECURITY
    Constant { value: Some(0xc), first: 86, count: 0 }, // KEYCTL_INSTANTIATE
    Constant { value: Some(0x14), first: 86, count: 0 }, // KEYCTL_INSTANTIATE_IOV
    Constant { value: Some(0x15), first: 86, count: 0 }, // KEYCTL_INVALIDATE
    Constant { value: Some(1), first: 86, count: 0 }, // KEYCTL_JOIN_SESSION_KEYRING
    Constant { value: Some(8), first: 86, count: 0 }, // KEYCTL_LINK
    Constant { value: Some(0x1e), first: 86, count: 0 }, // KEYCTL_MOVE
    Constant { value: Some(0xd), first: 86, count: 0 }, // KEYCTL_NEGATE
    Constant { value: Some(0x1a), first: 86, count: 0 }, // KEYCTL_PKEY_DECRYPT
    Constant { value: Some(0x19), first: 86, count: 0 }, // KEYCTL_PKEY_ENCRYPT
    Constant { value: Some(0x18), first: 86, count: 0 }, // KEYCTL_PKEY_QUERY
    Constant { value: Some(0x1b), first: 86, count: 0 }, // KEYCTL_PKEY_SIGN
    Constant { value: Some(0x1c), first: 86, count: 0 }, // KEYCTL_PKEY_VERIFY
    Constant { value: Some(0xb), first: 86, count: 0 }, // KEYCTL_READ
    Constant { value: Some(0x13), first: 86, count: 0 }, // KEYCTL_REJECT
    Constant { value: Some(0x1d), first: 86, count: 0 }, // KEYCTL_RESTRICT_KEYRING
    Constant { value: Some(3), first: 86, count: 0 }, // KEYCTL_REVOKE
    Constant { value: Some(0xa), first: 86, count: 0 }, // KEYCTL_SEARCH
    Constant { value: Some(0x12), first: 86, count: 0 }, // KEYCTL_SESSION_TO_PARENT
    Constant { value: Some(5), first: 86, count: 0 }, // KEYCTL_SETPERM
    Constant { value: Some(0xe), first: 86, count: 0 }, // KEYCTL_SET_REQKEY_KEYRING
    Constant { value: Some(0xf), first: 86, count: 0 }, // KEYCTL_SET_TIMEOUT
    Constant { value: Some(9), first: 86, count: 0 }, // KEYCTL_UNLINK
    Constant { value: Some(2), first: 86, count: 0 }, // KEYCTL_UPDATE
    Constant { value: Some(0x20), first: 86, count: 0 }, // KEYCTL_WATCH_KEY
    Constant { value: Some(0xfffffffffffffffa), first: 86, count: 0 }, // KEY_SPEC_GROUP_KEYRING
    Constant { value: Some(0xfffffffffffffffe), first: 86, count: 0 }, // KEY_SPEC_PROCESS_KEYRING
    Constant { value: Some(0xfffffffffffffff9), first: 86, count: 0 }, // KEY_SPEC_REQKEY_AUTH_KEY
    Constant { value: Some(0xfffffffffffffff8), first: 86, count: 0 }, // KEY_SPEC_REQUESTOR_KEYRING
    Constant { value: Some(0xfffffffffffffffd), first: 86, count: 0 }, // KEY_SPEC_SESSION_KEYRING
    Constant { value: Some(0xffffffffffffffff), first: 86, count: 0 }, // KEY_SPEC_THREAD_KEYRING
    Constant { value: Some(0xfffffffffffffffc), first: 86, count: 0 }, // KEY_SPEC_USER_KEYRING
    Constant { value: Some(0xfffffffffffffffb), first: 86, count: 0 }, // KEY_SPEC_USER_SESSION_KEYRING
    Constant { value: Some(1), first: 86, count: 0 }, // LANDLOCK_ACCESS_FS_EXECUTE
    Constant { value: Some(0x8000), first: 86, count: 0 }, // LANDLOCK_ACCESS_FS_IOCTL_DEV
    Constant { value: Some(0x800), first: 86, count: 0 }, // LANDLOCK_ACCESS_FS_MAKE_BLOCK
    Constant { value: Some(0x40), first: 86, count: 0 }, // LANDLOCK_ACCESS_FS_MAKE_CHAR
    Constant { value: Some(0x80), first: 86, count: 0 }, // LANDLOCK_ACCESS_FS_MAKE_DIR
    Constant { value: Some(0x400), first: 86, count: 0 }, // LANDLOCK_ACCESS_FS_MAKE_FIFO
    Constant { value: Some(0x100), first: 86, count: 0 }, // LANDLOCK_ACCESS_FS_MAKE_REG
    Constant { value: Some(0x200), first: 86, count: 0 }, // LANDLOCK_ACCESS_FS_MAKE_SOCK
    Constant { value: Some(0x1000), first: 86, count: 0 }, // LANDLOCK_ACCESS_FS_MAKE_SYM
    Constant { value: Some(8), first: 86, count: 0 }, // LANDLOCK_ACCESS_FS_READ_DIR
    Constant { value: Some(4), first: 86, count: 0 }, // LANDLOCK_ACCESS_FS_READ_FILE
    Constant { value: Some(0x2000), first: 86, count: 0 }, // LANDLOCK_ACCESS_FS_REFER
    Constant { value: Some(0x10), first: 86, count: 0 }, // LANDLOCK_ACCESS_FS_REMOVE_DIR
    Constant { value: Some(0x20), first: 86, count: 0 }, // LANDLOCK_ACCESS_FS_REMOVE_FILE
    Constant { value: Some(0x4000), first: 86, count: 0 }, // LANDLOCK_ACCESS_FS_TRUNCATE
    Constant { value: Some(2), first: 86, count: 0 }, // LANDLOCK_ACCESS_FS_WRITE_FILE
    Constant { value: Some(1), first: 86, count: 0 }, // LANDLOCK_ACCESS_NET_BIND_TCP
    Constant { value: Some(2), first: 86, count: 0 }, // LANDLOCK_ACCESS_NET_CONNECT_TCP
    Constant { value: Some(2), first: 86, count: 0 }, // LANDLOCK_CREATE_RULESET_ERRATA
    Constant { value: Some(1), first: 86, count: 0 }, // LANDLOCK_CREATE_RULESET_VERSION
    Constant { value: Some(2), first: 86, count: 0 }, // LANDLOCK_RESTRICT_SELF_LOG_NEW_EXEC_ON
    Constant { value: Some(1), first: 86, count: 0 }, // LANDLOCK_RESTRICT_SELF_LOG_SAME_EXEC_OFF
    Constant { value: Some(4), first: 86, count: 0 }, // LANDLOCK_RESTRICT_SELF_LOG_SUBDOMAINS_OFF
    Constant { value: Some(2), first: 86, count: 0 }, // LANDLOCK_RULE_NET_PORT
    Constant { value: Some(1), first: 86, count: 0 }, // LANDLOCK_RULE_PATH_BENEATH
    Constant { value: Some(1), first: 86, count: 0 }, // LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET
    Constant { value: Some(2), first: 86, count: 0 }, // LANDLOCK_SCOPE_SIGNAL
    Constant { value: Some(0), first: 86, count: 0 }, // LINUX_REBOOT_CMD_CAD_OFF
    Constant { value: Some(0x89abcdef), first: 86, count: 0 }, // LINUX_REBOOT_CMD_CAD_ON
    Constant { value: Some(0xcdef0123), first: 86, count: 0 }, // LINUX_REBOOT_CMD_HALT
    Constant { value: Some(0x45584543), first: 86, count: 0 }, // LINUX_REBOOT_CMD_KEXEC
    Constant { value: Some(0x4321fedc), first: 86, count: 0 }, // LINUX_REBOOT_CMD_POWER_OFF
    Constant { value: Some(0x1234567), first: 86, count: 0 }, // LINUX_REBOOT_CMD_RESTART
    Constant { value: Some(0xa1b2c3d4), first: 86, count: 0 }, // LINUX_REBOOT_CMD_RESTART2
    Constant { value: Some(0xd000fce2), first: 86, count: 0 }, // LINUX_REBOOT_CMD_SW_SUSPEND
    Constant { value: Some(0xfee1dead), first: 86, count: 0 }, // LINUX_REBOOT_MAGIC1
    Constant { value: Some(0x28121969), first: 86, count: 0 }, // LINUX_REBOOT_MAGIC2
    Constant { value: Some(0x5121996), first: 86, count: 0 }, // LINUX_REBOOT_MAGIC2A
    Constant { value: Some(0x16041998), first: 86, count: 0 }, // LINUX_REBOOT_MAGIC2B
    Constant { value: Some(0x20112000), first: 86, count: 0 }, // LINUX_REBOOT_MAGIC2C
    Constant { value: Some(1), first: 86, count: 0 }, // LISTMOUNT_REVERSE
    Constant { value: Some(2), first: 86, count: 0 }, // LOCK_EX
    Constant { value: Some(4), first: 86, count: 0 }, // LOCK_NB
    Constant { value: Some(1), first: 86, count: 0 }, // LOCK_SH
    Constant { value: Some(8), first: 86, count: 0 }, // LOCK_UN
    Constant { value: Some(0x64), first: 86, count: 0 }, // LSM_ATTR_CURRENT
    Constant { value: Some(0x65), first: 86, count: 0 }, // LSM_ATTR_EXEC
    Constant { value: Some(0x66), first: 86, count: 0 }, // LSM_ATTR_FSCREATE
    Constant { value: Some(0x67), first: 86, count: 0 }, // LSM_ATTR_KEYCREATE
    Constant { value: Some(0x68), first: 86, count: 0 }, // LSM_ATTR_PREV
    Constant { value: Some(0x69), first: 86, count: 0 }, // LSM_ATTR_SOCKCREATE
    Constant { value: Some(0x14), first: 86, count: 0 }, // MADV_COLD
    Constant { value: Some(0x19), first: 86, count: 1 }, // MADV_COLLAPSE
    Constant { value: Some(0x11), first: 87, count: 1 }, // MADV_DODUMP
    Constant { value: Some(0xb), first: 88, count: 0 }, // MADV_DOFORK
    Constant { value: Some(0x10), first: 88, count: 1 }, // MADV_DONTDUMP
    Constant { value: Some(0xa), first: 89, count: 0 }, // MADV_DONTFORK
    Constant { value: Some(4), first: 89, count: 0 }, // MADV_DONTNEED
    Constant { value: Some(0x18), first: 89, count: 0 }, // MADV_DONTNEED_LOCKED
    Constant { value: Some(8), first: 89, count: 0 }, // MADV_FREE
    Constant { value: Some(0x66), first: 89, count: 0 }, // MADV_GUARD_INSTALL
    Constant { value: Some(0x67), first: 89, count: 0 }, // MADV_GUARD_REMOVE
    Constant { value: Some(0xe), first: 89, count: 1 }, // MADV_HUGEPAGE
    Constant { value: Some(0x64), first: 90, count: 0 }, // MADV_HWPOISON
    Constant { value: Some(0x13), first: 90, count: 1 }, // MADV_KEEPONFORK
    Constant { value: Some(0xc), first: 91, count: 1 }, // MADV_MERGEABLE
    Constant { value: Some(0xf), first: 92, count: 1 }, // MADV_NOHUGEPAGE
    Constant { value: Some(0), first: 93, count: 0 }, // MADV_NORMAL
    Constant { value: Some(0x15), first: 93, count: 0 }, // MADV_PAGEOUT
    Constant { value: Some(0x16), first: 93, count: 0 }, // MADV_POPULATE_READ
    Constant { value: Some(0x17), first: 93, count: 0 }, // MADV_POPULATE_WRITE
    Constant { value: Some(1), first: 93, count: 0 }, // MADV_RANDOM
    Constant { value: Some(9), first: 93, count: 0 }, // MADV_REMOVE
    Constant { value: Some(2), first: 93, count: 0 }, // MADV_SEQUENTIAL
    Constant { value: Some(0x65), first: 93, count: 1 }, // MADV_SOFT_OFFLINE
    Constant { value: Some(0xd), first: 94, count: 1 }, // MADV_UNMERGEABLE
    Constant { value: Some(3), first: 95, count: 0 }, // MADV_WILLNEED
    Constant { value: Some(0x12), first: 95, count: 1 }, // MADV_WIPEONFORK
    Constant { value: None, first: 96, count: 1 }, // MAP_32BIT
    Constant { value: None, first: 97, count: 1 }, // MAP_ABOVE4G
    Constant { value: Some(0x20), first: 98, count: 2 }, // MAP_ANON
    Constant { value: Some(0x20), first: 100, count: 2 }, // MAP_ANONYMOUS
    Constant { value: Some(0x800), first: 102, count: 1 }, // MAP_DENYWRITE
    Constant { value: Some(8), first: 103, count: 0 }, // MAP_DROPPABLE
    Constant { value: Some(0x1000), first: 103, count: 1 }, // MAP_EXECUTABLE
    Constant { value: Some(0), first: 104, count: 0 }, // MAP_FILE
    Constant { value: Some(0x10), first: 104, count: 1 }, // MAP_FIXED
    Constant { value: Some(0x100000), first: 105, count: 0 }, // MAP_FIXED_NOREPLACE
    Constant { value: Some(0x100), first: 105, count: 2 }, // MAP_GROWSDOWN
    Constant { value: Some(0x40000), first: 107, count: 1 }, // MAP_HUGETLB
    Constant { value: Some(0x78000000), first: 108, count: 0 }, // MAP_HUGE_1GB
    Constant { value: Some(0x54000000), first: 108, count: 0 }, // MAP_HUGE_2MB
    Constant { value: Some(0x1a), first: 108, count: 0 }, // MAP_HUGE_SHIFT
    Constant { value: Some(0x2000), first: 108, count: 2 }, // MAP_LOCKED
    Constant { value: Some(0x10000), first: 110, count: 1 }, // MAP_NONBLOCK
    Constant { value: Some(0x4000), first: 111, count: 2 }, // MAP_NORESERVE
    Constant { value: Some(0x8000), first: 113, count: 1 }, // MAP_POPULATE
    Constant { value: Some(2), first: 114, count: 0 }, // MAP_PRIVATE
    Constant { value: Some(1), first: 114, count: 0 }, // MAP_SHARED
    Constant { value: Some(3), first: 114, count: 0 }, // MAP_SHARED_VALIDATE
    Constant { value: Some(0x20000), first: 114, count: 1 }, // MAP_STACK
    Constant { value: Some(0x80000), first: 115, count: 1 }, // MAP_SYNC
    Constant { value: Some(0xf), first: 116, count: 1 }, // MAP_TYPE
    Constant { value: Some(0x4000000), first: 117, count: 2 }, // MAP_UNINITIALIZED
    Constant { value: Some(1), first: 119, count: 1 }, // MCL_CURRENT
    Constant { value: Some(2), first: 120, count: 1 }, // MCL_FUTURE
    Constant { value: Some(4), first: 121, count: 1 }, // MCL_ONFAULT
    Constant { value: Some(1), first: 122, count: 0 }, // MEMBARRIER_CMD_FLAG_CPU
    Constant { value: Some(0x200), first: 122, count: 0 }, // MEMBARRIER_CMD_GET_REGISTRATIONS
    Constant { value: Some(1), first: 122, count: 0 }, // MEMBARRIER_CMD_GLOBAL
    Constant { value: Some(2), first: 122, count: 0 }, // MEMBARRIER_CMD_GLOBAL_EXPEDITED
    Constant { value: Some(8), first: 122, count: 0 }, // MEMBARRIER_CMD_PRIVATE_EXPEDITED
    Constant { value: Some(0x80), first: 122, count: 0 }, // MEMBARRIER_CMD_PRIVATE_EXPEDITED_RSEQ
    Constant { value: Some(0x20), first: 122, count: 0 }, // MEMBARRIER_CMD_PRIVATE_EXPEDITED_SYNC_CORE
    Constant { value: Some(0), first: 122, count: 0 }, // MEMBARRIER_CMD_QUERY
    Constant { value: Some(4), first: 122, count: 0 }, // MEMBARRIER_CMD_REGISTER_GLOBAL_EXPEDITED
    Constant { value: Some(0x10), first: 122, count: 0 }, // MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED
    Constant { value: Some(0x100), first: 122, count: 0 }, // MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_RSEQ
    Constant { value: Some(0x40), first: 122, count: 0 }, // MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_SYNC_CORE
    Constant { value: Some(2), first: 122, count: 0 }, // MFD_ALLOW_SEALING
    Constant { value: Some(1), first: 122, count: 0 }, // MFD_CLOEXEC
    Constant { value: Some(0x10), first: 122, count: 0 }, // MFD_EXEC
    Constant { value: Some(4), first: 122, count: 0 }, // MFD_HUGETLB
    Constant { value: Some(8), first: 122, count: 0 }, // MFD_NOEXEC_SEAL
    Constant { value: Some(1), first: 122, count: 0 }, // MLOCK_ONFAULT
    Constant { value: Some(0x100000), first: 122, count: 0 }, // MMAP_PAGE_ZERO
    Constant { value: Some(2), first: 122, count: 0 }, // MNT_DETACH
    Constant { value: Some(4), first: 122, count: 0 }, // MNT_EXPIRE
    Constant { value: Some(1), first: 122, count: 0 }, // MNT_FORCE
    Constant { value: Some(4), first: 122, count: 0 }, // MODULE_INIT_COMPRESSED_FILE
    Constant { value: Some(1), first: 122, count: 0 }, // MODULE_INIT_IGNORE_MODVERSIONS
    Constant { value: Some(2), first: 122, count: 0 }, // MODULE_INIT_IGNORE_VERMAGIC
    Constant { value: Some(0x100000), first: 122, count: 0 }, // MOUNT_ATTR_IDMAP
    Constant { value: Some(0x10), first: 122, count: 0 }, // MOUNT_ATTR_NOATIME
    Constant { value: Some(4), first: 122, count: 0 }, // MOUNT_ATTR_NODEV
    Constant { value: Some(0x80), first: 122, count: 0 }, // MOUNT_ATTR_NODIRATIME
    Constant { value: Some(8), first: 122, count: 0 }, // MOUNT_ATTR_NOEXEC
    Constant { value: Some(2), first: 122, count: 0 }, // MOUNT_ATTR_NOSUID
    Constant { value: Some(0x200000), first: 122, count: 0 }, // MOUNT_ATTR_NOSYMFOLLOW
    Constant { value: Some(1), first: 122, count: 0 }, // MOUNT_ATTR_RDONLY
    Constant { value: Some(0), first: 122, count: 0 }, // MOUNT_ATTR_RELATIME
    Constant { value: Some(0x20), first: 122, count: 0 }, // MOUNT_ATTR_STRICTATIME
    Constant { value: Some(0x200), first: 122, count: 0 }, // MOVE_MOUNT_BENEATH
    Constant { value: Some(2), first: 122, count: 0 }, // MOVE_MOUNT_F_AUTOMOUNTS
    Constant { value: Some(4), first: 122, count: 0 }, // MOVE_MOUNT_F_EMPTY_PATH
    Constant { value: Some(1), first: 122, count: 0 }, // MOVE_MOUNT_F_SYMLINKS
    Constant { value: Some(0x100), first: 122, count: 0 }, // MOVE_MOUNT_SET_GROUP
    Constant { value: Some(0x20), first: 122, count: 0 }, // MOVE_MOUNT_T_AUTOMOUNTS
    Constant { value: Some(0x40), first: 122, count: 0 }, // MOVE_MOUNT_T_EMPTY_PATH
    Constant { value: Some(0x10), first: 122, count: 0 }, // MOVE_MOUNT_T_SYMLINKS
    Constant { value: Some(2), first: 122, count: 0 }, // MPOL_BIND
    Constant { value: Some(0), first: 122, count: 0 }, // MPOL_DEFAULT
    Constant { value: Some(2), first: 122, count: 0 }, // MPOL_F_ADDR
    Constant { value: Some(4), first: 122, count: 0 }, // MPOL_F_MEMS_ALLOWED
    Constant { value: Some(1), first: 122, count: 0 }, // MPOL_F_NODE
    Constant { value: Some(0x2000), first: 122, count: 0 }, // MPOL_F_NUMA_BALANCING
    Constant { value: Some(0x4000), first: 122, count: 0 }, // MPOL_F_RELATIVE_NODES
    Constant { value: Some(0x8000), first: 122, count: 0 }, // MPOL_F_STATIC_NODES
    Constant { value: Some(3), first: 122, count: 0 }, // MPOL_INTERLEAVE
    Constant { value: Some(4), first: 122, count: 0 }, // MPOL_LOCAL
    Constant { value: Some(2), first: 122, count: 0 }, // MPOL_MF_MOVE
    Constant { value: Some(4), first: 122, count: 0 }, // MPOL_MF_MOVE_ALL
    Constant { value: Some(1), first: 122, count: 0 }, // MPOL_MF_STRICT
    Constant { value: Some(1), first: 122, count: 0 }, // MPOL_PREFERRED
    Constant { value: Some(5), first: 122, count: 0 }, // MPOL_PREFERRED_MANY
    Constant { value: Some(6), first: 122, count: 0 }, // MPOL_WEIGHTED_INTERLEAVE
    Constant { value: Some(4), first: 122, count: 0 }, // MREMAP_DONTUNMAP
    Constant { value: Some(2), first: 122, count: 0 }, // MREMAP_FIXED
    Constant { value: Some(1), first: 122, count: 0 }, // MREMAP_MAYMOVE
    Constant { value: Some(0xe), first: 122, count: 0 }, // MSGCTL
    Constant { value: Some(0xd), first: 122, count: 0 }, // MSGGET
    Constant { value: Some(0xc), first: 122, count: 0 }, // MSGRCV
    Constant { value: Some(0xb), first: 122, count: 0 }, // MSGSND
    Constant { value: Some(0x40000), first: 122, count: 0 }, // MSG_BATCH
    Constant { value: Some(0x40000000), first: 122, count: 0 }, // MSG_CMSG_CLOEXEC
    Constant { value: Some(0x800), first: 122, count: 0 }, // MSG_CONFIRM
    Constant { value: Some(0x4000), first: 122, count: 0 }, // MSG_COPY
    Constant { value: Some(8), first: 122, count: 0 }, // MSG_CTRUNC
    Constant { value: Some(4), first: 122, count: 0 }, // MSG_DONTROUTE
    Constant { value: Some(0x40), first: 122, count: 0 }, // MSG_DONTWAIT
    Constant { value: Some(0x80), first: 122, count: 0 }, // MSG_EOR
    Constant { value: Some(0x2000), first: 122, count: 0 }, // MSG_ERRQUEUE
    Constant { value: Some(0x2000), first: 122, count: 0 }, // MSG_EXCEPT
    Constant { value: Some(0x20000000), first: 122, count: 0 }, // MSG_FASTOPEN
    Constant { value: Some(0x200), first: 122, count: 0 }, // MSG_FIN
    Constant { value: Some(0xc), first: 122, count: 0 }, // MSG_INFO
    Constant { value: Some(0x8000), first: 122, count: 0 }, // MSG_MORE
    Constant { value: Some(0x1000), first: 122, count: 0 }, // MSG_NOERROR
    Constant { value: Some(0x4000), first: 122, count: 0 }, // MSG_NOSIGNAL
    Constant { value: Some(1), first: 122, count: 0 }, // MSG_OOB
    Constant { value: Some(2), first: 122, count: 0 }, // MSG_PEEK
    Constant { value: Some(0x10), first: 122, count: 0 }, // MSG_PROBE
    Constant { value: Some(0x1000), first: 122, count: 0 }, // MSG_RST
    Constant { value: Some(0x2000000), first: 122, count: 0 }, // MSG_SOCK_DEVMEM
    Constant { value: Some(0xb), first: 122, count: 0 }, // MSG_STAT
    Constant { value: Some(0xd), first: 122, count: 0 }, // MSG_STAT_ANY
    Constant { value: Some(0x400), first: 122, count: 0 }, // MSG_SYN
    Constant { value: Some(0x20), first: 122, count: 0 }, // MSG_TRUNC
    Constant { value: Some(0x100), first: 122, count: 0 }, // MSG_WAITALL
    Constant { value: Some(0x10000), first: 122, count: 0 }, // MSG_WAITFORONE
    Constant { value: Some(0x4000000), first: 122, count: 0 }, // MSG_ZEROCOPY
    Constant { value: Some(1), first: 122, count: 1 }, // MS_ASYNC
    Constant { value: Some(0x1000), first: 123, count: 0 }, // MS_BIND
    Constant { value: Some(0x80), first: 123, count: 0 }, // MS_DIRSYNC
    Constant { value: Some(2), first: 123, count: 1 }, // MS_INVALIDATE
    Constant { value: Some(0x800000), first: 124, count: 0 }, // MS_I_VERSION
    Constant { value: Some(0x400000), first: 124, count: 0 }, // MS_KERNMOUNT
    Constant { value: Some(0x2000000), first: 124, count: 0 }, // MS_LAZYTIME
    Constant { value: Some(0x40), first: 124, count: 0 }, // MS_MANDLOCK
    Constant { value: Some(0x2000), first: 124, count: 0 }, // MS_MOVE
    Constant { value: Some(0x400), first: 124, count: 0 }, // MS_NOATIME
    Constant { value: Some(4), first: 124, count: 0 }, // MS_NODEV
    Constant { value: Some(0x800), first: 124, count: 0 }, // MS_NODIRATIME
    Constant { value: Some(8), first: 124, count: 0 }, // MS_NOEXEC
    Constant { value: Some(2), first: 124, count: 0 }, // MS_NOSUID
    Constant { value: Some(0x100), first: 124, count: 0 }, // MS_NOSYMFOLLOW
    Constant { value: Some(0x10000), first: 124, count: 0 }, // MS_POSIXACL
    Constant { value: Some(0x40000), first: 124, count: 0 }, // MS_PRIVATE
    Constant { value: Some(1), first: 124, count: 0 }, // MS_RDONLY
    Constant { value: Some(0x4000), first: 124, count: 0 }, // MS_REC
    Constant { value: Some(0x200000), first: 124, count: 0 }, // MS_RELATIME
    Constant { value: Some(0x20), first: 124, count: 0 }, // MS_REMOUNT
    Constant { value: Some(0x100000), first: 124, count: 0 }, // MS_SHARED
    Constant { value: Some(0x8000), first: 124, count: 0 }, // MS_SILENT
    Constant { value: Some(0x80000), first: 124, count: 0 }, // MS_SLAVE
    Constant { value: Some(0x1000000), first: 124, count: 0 }, // MS_STRICTATIME
    Constant { value: Some(4), first: 124, count: 1 }, // MS_SYNC
    Constant { value: Some(0x10), first: 125, count: 0 }, // MS_SYNCHRONOUS
    Constant { value: Some(0x20000), first: 125, count: 0 }, // MS_UNBINDABLE
    Constant { value: Some(9), first: 125, count: 0 }, // NETLINK_AUDIT
    Constant { value: Some(0xb), first: 125, count: 0 }, // NETLINK_CONNECTOR
    Constant { value: Some(0x15), first: 125, count: 0 }, // NETLINK_CRYPTO
    Constant { value: Some(0xe), first: 125, count: 0 }, // NETLINK_DNRTMSG
    Constant { value: Some(0x13), first: 125, count: 0 }, // NETLINK_ECRYPTFS
    Constant { value: Some(0xa), first: 125, count: 0 }, // NETLINK_FIB_LOOKUP
    Constant { value: Some(3), first: 125, count: 0 }, // NETLINK_FIREWALL
    Constant { value: Some(0x10), first: 125, count: 0 }, // NETLINK_GENERIC
    Constant { value: Some(0xd), first: 125, count: 0 }, // NETLINK_IP6_FW
    Constant { value: Some(8), first: 125, count: 0 }, // NETLINK_ISCSI
    Constant { value: Some(0xf), first: 125, count: 0 }, // NETLINK_KOBJECT_UEVENT
    Constant { value: Some(0xc), first: 125, count: 0 }, // NETLINK_NETFILTER
    Constant { value: Some(5), first: 125, count: 0 }, // NETLINK_NFLOG
    Constant { value: Some(0x14), first: 125, count: 0 }, // NETLINK_RDMA
    Constant { value: Some(0), first: 125, count: 0 }, // NETLINK_ROUTE
    Constant { value: Some(0x12), first: 125, count: 0 }, // NETLINK_SCSITRANSPORT
    Constant { value: Some(7), first: 125, count: 0 }, // NETLINK_SELINUX
    Constant { value: Some(0x16), first: 125, count: 0 }, // NETLINK_SMC
    Constant { value: Some(4), first: 125, count: 0 }, // NETLINK_SOCK_DIAG
    Constant { value: Some(2), first: 125, count: 0 }, // NETLINK_USERSOCK
    Constant { value: Some(6), first: 125, count: 0 }, // NETLINK_XFRM
    Constant { value: Some(0x404), first: 125, count: 0 }, // NT_ARM_SYSTEM_CALL
    Constant { value: Some(0x401), first: 125, count: 0 }, // NT_ARM_TLS
    Constant { value: Some(2), first: 125, count: 0 }, // NT_PRFPREG
    Constant { value: Some(1), first: 125, count: 0 }, // NT_PRSTATUS
    Constant { value: Some(0x202), first: 125, count: 0 }, // NT_X86_XSTATE
    Constant { value: Some(0x80000), first: 125, count: 1 }, // OPEN_TREE_CLOEXEC
    Constant { value: Some(1), first: 126, count: 0 }, // OPEN_TREE_CLONE
    Constant { value: Some(3), first: 126, count: 0 }, // O_ACCMODE
    Constant { value: Some(0x400), first: 126, count: 1 }, // O_APPEND
    Constant { value: Some(0x2000), first: 127, count: 1 }, // O_ASYNC
    Constant { value: Some(0x80000), first: 128, count: 1 }, // O_CLOEXEC
    Constant { value: Some(0x40), first: 129, count: 1 }, // O_CREAT
    Constant { value: Some(0x4000), first: 130, count: 3 }, // O_DIRECT
    Constant { value: Some(0x10000), first: 133, count: 2 }, // O_DIRECTORY
    Constant { value: Some(0x1000), first: 135, count: 2 }, // O_DSYNC
    Constant { value: Some(0x80), first: 137, count: 1 }, // O_EXCL
    Constant { value: Some(0x8000), first: 138, count: 4 }, // O_LARGEFILE
    Constant { value: Some(0x800), first: 142, count: 2 }, // O_NDELAY
    Constant { value: Some(0x40000), first: 144, count: 1 }, // O_NOATIME
    Constant { value: Some(0x100), first: 145, count: 2 }, // O_NOCTTY
    Constant { value: Some(0x20000), first: 147, count: 2 }, // O_NOFOLLOW
    Constant { value: Some(0x800), first: 149, count: 2 }, // O_NONBLOCK
    Constant { value: Some(0x80), first: 151, count: 1 }, // O_NOTIFICATION_PIPE
    Constant { value: Some(0x200000), first: 152, count: 1 }, // O_PATH
    Constant { value: Some(0), first: 153, count: 0 }, // O_RDONLY
    Constant { value: Some(2), first: 153, count: 0 }, // O_RDWR
    Constant { value: Some(0x101000), first: 153, count: 2 }, // O_RSYNC
    Constant { value: Some(0x101000), first: 155, count: 2 }, // O_SYNC
    Constant { value: Some(0x410000), first: 157, count: 2 }, // O_TMPFILE
    Constant { value: Some(0x200), first: 159, count: 0 }, // O_TRUNC
    Constant { value: Some(1), first: 159, count: 0 }, // O_WRONLY
    Constant { value: Some(8), first: 159, count: 0 }, // PERF_FLAG_FD_CLOEXEC
    Constant { value: Some(1), first: 159, count: 0 }, // PERF_FLAG_FD_NO_GROUP
    Constant { value: Some(2), first: 159, count: 0 }, // PERF_FLAG_FD_OUTPUT
    Constant { value: Some(4), first: 159, count: 0 }, // PERF_FLAG_PID_CGROUP
    Constant { value: Some(6), first: 159, count: 0 }, // PER_BSD
    Constant { value: Some(5), first: 159, count: 0 }, // PER_ISCR4
    Constant { value: Some(0), first: 159, count: 0 }, // PER_LINUX
    Constant { value: Some(8), first: 159, count: 0 }, // PER_LINUX32
    Constant { value: Some(3), first: 159, count: 0 }, // PER_SCOSVR3
    Constant { value: Some(2), first: 159, count: 0 }, // PER_SVR3
    Constant { value: Some(1), first: 159, count: 0 }, // PER_SVR4
    Constant { value: Some(4), first: 159, count: 0 }, // PER_WYSEV386
    Constant { value: Some(0x26), first: 159, count: 0 }, // PF_ALG
    Constant { value: Some(5), first: 159, count: 0 }, // PF_APPLETALK
    Constant { value: Some(0x12), first: 159, count: 0 }, // PF_ASH
    Constant { value: Some(8), first: 159, count: 0 }, // PF_ATMPVC
    Constant { value: Some(0x14), first: 159, count: 0 }, // PF_ATMSVC
    Constant { value: Some(3), first: 159, count: 0 }, // PF_AX25
    Constant { value: Some(0x1f), first: 159, count: 0 }, // PF_BLUETOOTH
    Constant { value: Some(7), first: 159, count: 0 }, // PF_BRIDGE
    Constant { value: Some(0x25), first: 159, count: 0 }, // PF_CAIF
    Constant { value: Some(0x1d), first: 159, count: 0 }, // PF_CAN
    Constant { value: Some(0xc), first: 159, count: 0 }, // PF_DECnet
    Constant { value: Some(0x13), first: 159, count: 0 }, // PF_ECONET
    Constant { value: Some(0x1b), first: 159, count: 0 }, // PF_IB
    Constant { value: Some(0x24), first: 159, count: 0 }, // PF_IEEE802154
    Constant { value: Some(2), first: 159, count: 0 }, // PF_INET
    Constant { value: Some(0xa), first: 159, count: 0 }, // PF_INET6
    Constant { value: Some(4), first: 159, count: 0 }, // PF_IPX
    Constant { value: Some(0x17), first: 159, count: 0 }, // PF_IRDA
    Constant { value: Some(0x22), first: 159, count: 0 }, // PF_ISDN
    Constant { value: Some(0x20), first: 159, count: 0 }, // PF_IUCV
    Constant { value: Some(0x29), first: 159, count: 0 }, // PF_KCM
    Constant { value: Some(0xf), first: 159, count: 0 }, // PF_KEY
    Constant { value: Some(0x1a), first: 159, count: 0 }, // PF_LLC
    Constant { value: Some(1), first: 159, count: 0 }, // PF_LOCAL
    Constant { value: Some(0x2d), first: 159, count: 0 }, // PF_MCTP
    Constant { value: Some(0x1c), first: 159, count: 0 }, // PF_MPLS
    Constant { value: Some(0xd), first: 159, count: 0 }, // PF_NETBEUI
    Constant { value: Some(0x10), first: 159, count: 0 }, // PF_NETLINK
    Constant { value: Some(6), first: 159, count: 0 }, // PF_NETROM
    Constant { value: Some(0x27), first: 159, count: 0 }, // PF_NFC
    Constant { value: Some(0x11), first: 159, count: 0 }, // PF_PACKET
    Constant { value: Some(0x23), first: 159, count: 0 }, // PF_PHONET
    Constant { value: Some(0x18), first: 159, count: 0 }, // PF_PPPOX
    Constant { value: Some(0x2a), first: 159, count: 0 }, // PF_QIPCRTR
    Constant { value: Some(0x15), first: 159, count: 0 }, // PF_RDS
    Constant { value: Some(0xb), first: 159, count: 0 }, // PF_ROSE
    Constant { value: Some(0x10), first: 159, count: 0 }, // PF_ROUTE
    Constant { value: Some(0x21), first: 159, count: 0 }, // PF_RXRPC
    Constant { value: Some(0xe), first: 159, count: 0 }, // PF_SECURITY
    Constant { value: Some(0x2b), first: 159, count: 0 }, // PF_SMC
    Constant { value: Some(0x16), first: 159, count: 0 }, // PF_SNA
    Constant { value: Some(0x1e), first: 159, count: 0 }, // PF_TIPC
    Constant { value: Some(1), first: 159, count: 0 }, // PF_UNIX
    Constant { value: Some(0), first: 159, count: 0 }, // PF_UNSPEC
    Constant { value: Some(0x28), first: 159, count: 0 }, // PF_VSOCK
    Constant { value: Some(0x19), first: 159, count: 0 }, // PF_WANPIPE
    Constant { value: Some(9), first: 159, count: 0 }, // PF_X25
    Constant { value: Some(0x2c), first: 159, count: 0 }, // PF_XDP
    Constant { value: Some(0x800), first: 159, count: 2 }, // PIDFD_NONBLOCK
    Constant { value: Some(4), first: 161, count: 0 }, // PIDFD_SIGNAL_PROCESS_GROUP
    Constant { value: Some(1), first: 161, count: 0 }, // PIDFD_SIGNAL_THREAD
    Constant { value: Some(2), first: 161, count: 0 }, // PIDFD_SIGNAL_THREAD_GROUP
    Constant { value: Some(0x80), first: 161, count: 1 }, // PIDFD_THREAD
    Constant { value: Some(1), first: 162, count: 0 }, // PKEY_DISABLE_ACCESS
    Constant { value: Some(2), first: 162, count: 0 }, // PKEY_DISABLE_WRITE
    Constant { value: Some(4), first: 162, count: 1 }, // POSIX_FADV_DONTNEED
    Constant { value: Some(5), first: 163, count: 1 }, // POSIX_FADV_NOREUSE
    Constant { value: Some(0), first: 164, count: 0 }, // POSIX_FADV_NORMAL
    Constant { value: Some(1), first: 164, count: 0 }, // POSIX_FADV_RANDOM
    Constant { value: Some(2), first: 164, count: 0 }, // POSIX_FADV_SEQUENTIAL
    Constant { value: Some(3), first: 164, count: 0 }, // POSIX_FADV_WILLNEED
    Constant { value: Some(1), first: 164, count: 0 }, // PRIO_PGRP
    Constant { value: Some(0), first: 164, count: 0 }, // PRIO_PROCESS
    Constant { value: Some(2), first: 164, count: 0 }, // PRIO_USER
    Constant { value: None, first: 164, count: 1 }, // PROT_BTI
    Constant { value: Some(4), first: 165, count: 0 }, // PROT_EXEC
    Constant { value: Some(0x1000000), first: 165, count: 0 }, // PROT_GROWSDOWN
    Constant { value: Some(0x2000000), first: 165, count: 0 }, // PROT_GROWSUP
    Constant { value: None, first: 165, count: 1 }, // PROT_MTE
    Constant { value: Some(0), first: 166, count: 0 }, // PROT_NONE
    Constant { value: Some(1), first: 166, count: 0 }, // PROT_READ
    Constant { value: None, first: 166, count: 1 }, // PROT_SAO
    Constant { value: Some(8), first: 167, count: 1 }, // PROT_SEM
    Constant { value: Some(2), first: 168, count: 0 }, // PROT_WRITE
    Constant { value: Some(0x18), first: 168, count: 0 }, // PR_CAPBSET_DROP
    Constant { value: Some(0x17), first: 168, count: 0 }, // PR_CAPBSET_READ
    Constant { value: Some(0x2f), first: 168, count: 0 }, // PR_CAP_AMBIENT
    Constant { value: Some(4), first: 168, count: 0 }, // PR_CAP_AMBIENT_CLEAR_ALL
    Constant { value: Some(1), first: 168, count: 0 }, // PR_CAP_AMBIENT_IS_SET
    Constant { value: Some(3), first: 168, count: 0 }, // PR_CAP_AMBIENT_LOWER
    Constant { value: Some(2), first: 168, count: 0 }, // PR_CAP_AMBIENT_RAISE
    Constant { value: Some(0x4e), first: 168, count: 0 }, // PR_FUTEX_HASH
    Constant { value: Some(0x41555856), first: 168, count: 0 }, // PR_GET_AUXV
    Constant { value: Some(0x25), first: 168, count: 0 }, // PR_GET_CHILD_SUBREAPER
    Constant { value: Some(3), first: 168, count: 0 }, // PR_GET_DUMPABLE
    Constant { value: Some(0x13), first: 168, count: 0 }, // PR_GET_ENDIAN
    Constant { value: Some(9), first: 168, count: 0 }, // PR_GET_FPEMU
    Constant { value: Some(0xb), first: 168, count: 0 }, // PR_GET_FPEXC
    Constant { value: Some(0x2e), first: 168, count: 0 }, // PR_GET_FP_MODE
    Constant { value: Some(0x3a), first: 168, count: 0 }, // PR_GET_IO_FLUSHER
    Constant { value: Some(7), first: 168, count: 0 }, // PR_GET_KEEPCAPS
    Constant { value: Some(0x42), first: 168, count: 0 }, // PR_GET_MDWE
    Constant { value: Some(0x44), first: 168, count: 0 }, // PR_GET_MEMORY_MERGE
    Constant { value: Some(0x10), first: 168, count: 0 }, // PR_GET_NAME
    Constant { value: Some(0x27), first: 168, count: 0 }, // PR_GET_NO_NEW_PRIVS
    Constant { value: Some(2), first: 168, count: 0 }, // PR_GET_PDEATHSIG
    Constant { value: Some(0x15), first: 168, count: 0 }, // PR_GET_SECCOMP
    Constant { value: Some(0x1b), first: 168, count: 0 }, // PR_GET_SECUREBITS
    Constant { value: Some(0x4a), first: 168, count: 0 }, // PR_GET_SHADOW_STACK_STATUS
    Constant { value: Some(0x34), first: 168, count: 0 }, // PR_GET_SPECULATION_CTRL
    Constant { value: Some(0x38), first: 168, count: 0 }, // PR_GET_TAGGED_ADDR_CTRL
    Constant { value: Some(0x2a), first: 168, count: 0 }, // PR_GET_THP_DISABLE
    Constant { value: Some(0x28), first: 168, count: 0 }, // PR_GET_TID_ADDRESS
    Constant { value: Some(0x1e), first: 168, count: 0 }, // PR_GET_TIMERSLACK
    Constant { value: Some(0xd), first: 168, count: 0 }, // PR_GET_TIMING
    Constant { value: Some(0x19), first: 168, count: 0 }, // PR_GET_TSC
    Constant { value: Some(5), first: 168, count: 0 }, // PR_GET_UNALIGN
    Constant { value: Some(0x4c), first: 168, count: 0 }, // PR_LOCK_SHADOW_STACK_STATUS
    Constant { value: Some(0x21), first: 168, count: 0 }, // PR_MCE_KILL
    Constant { value: Some(0x22), first: 168, count: 0 }, // PR_MCE_KILL_GET
    Constant { value: Some(0x2c), first: 168, count: 0 }, // PR_MPX_DISABLE_MANAGEMENT
    Constant { value: Some(0x2b), first: 168, count: 0 }, // PR_MPX_ENABLE_MANAGEMENT
    Constant { value: Some(0x3d), first: 168, count: 0 }, // PR_PAC_GET_ENABLED_KEYS
    Constant { value: Some(0x36), first: 168, count: 0 }, // PR_PAC_RESET_KEYS
    Constant { value: Some(0x3c), first: 168, count: 0 }, // PR_PAC_SET_ENABLED_KEYS
    Constant { value: Some(0x48), first: 168, count: 0 }, // PR_PPC_GET_DEXCR
    Constant { value: Some(0x49), first: 168, count: 0 }, // PR_PPC_SET_DEXCR
    Constant { value: Some(0x47), first: 168, count: 0 }, // PR_RISCV_SET_ICACHE_FLUSH_CTX
    Constant { value: Some(0x46), first: 168, count: 0 }, // PR_RISCV_V_GET_CONTROL
    Constant { value: Some(0x45), first: 168, count: 0 }, // PR_RISCV_V_SET_CONTROL
    Constant { value: Some(0x3e), first: 168, count: 0 }, // PR_SCHED_CORE
    Constant { value: Some(0x24), first: 168, count: 0 }, // PR_SET_CHILD_SUBREAPER
    Constant { value: Some(4), first: 168, count: 0 }, // PR_SET_DUMPABLE
    Constant { value: Some(0x14), first: 168, count: 0 }, // PR_SET_ENDIAN
    Constant { value: Some(0xa), first: 168, count: 0 }, // PR_SET_FPEMU
    Constant { value: Some(0xc), first: 168, count: 0 }, // PR_SET_FPEXC
    Constant { value: Some(0x2d), first: 168, count: 0 }, // PR_SET_FP_MODE
    Constant { value: Some(0x39), first: 168, count: 0 }, // PR_SET_IO_FLUSHER
    Constant { value: Some(8), first: 168, count: 0 }, // PR_SET_KEEPCAPS
    Constant { value: Some(0x41), first: 168, count: 0 }, // PR_SET_MDWE
    Constant { value: Some(0x43), first: 168, count: 0 }, // PR_SET_MEMORY_MERGE
    Constant { value: Some(0x23), first: 168, count: 0 }, // PR_SET_MM
    Constant { value: Some(0xf), first: 168, count: 0 }, // PR_SET_NAME
    Constant { value: Some(0x26), first: 168, count: 0 }, // PR_SET_NO_NEW_PRIVS
    Constant { value: Some(1), first: 168, count: 0 }, // PR_SET_PDEATHSIG
    Constant { value: Some(0x59616d61), first: 168, count: 0 }, // PR_SET_PTRACER
    Constant { value: Some(0xffffffffffffffff), first: 168, count: 0 }, // PR_SET_PTRACER_ANY
    Constant { value: Some(0x16), first: 168, count: 0 }, // PR_SET_SECCOMP
    Constant { value: Some(0x1c), first: 168, count: 0 }, // PR_SET_SECUREBITS
    Constant { value: Some(0x4b), first: 168, count: 0 }, // PR_SET_SHADOW_STACK_STATUS
    Constant { value: Some(0x35), first: 168, count: 0 }, // PR_SET_SPECULATION_CTRL
    Constant { value: Some(0x3b), first: 168, count: 0 }, // PR_SET_SYSCALL_USER_DISPATCH
    Constant { value: Some(0x37), first: 168, count: 0 }, // PR_SET_TAGGED_ADDR_CTRL
    Constant { value: Some(0x29), first: 168, count: 0 }, // PR_SET_THP_DISABLE
    Constant { value: Some(0x1d), first: 168, count: 0 }, // PR_SET_TIMERSLACK
    Constant { value: Some(0xe), first: 168, count: 0 }, // PR_SET_TIMING
    Constant { value: Some(0x1a), first: 168, count: 0 }, // PR_SET_TSC
    Constant { value: Some(6), first: 168, count: 0 }, // PR_SET_UNALIGN
    Constant { value: Some(0x53564d41), first: 168, count: 0 }, // PR_SET_VMA
    Constant { value: Some(0), first: 168, count: 0 }, // PR_SET_VMA_ANON_NAME
    Constant { value: Some(0x40), first: 168, count: 0 }, // PR_SME_GET_VL
    Constant { value: Some(0x3f), first: 168, count: 0 }, // PR_SME_SET_VL
    Constant { value: Some(0x33), first: 168, count: 0 }, // PR_SVE_GET_VL
    Constant { value: Some(0x32), first: 168, count: 0 }, // PR_SVE_SET_VL
    Constant { value: Some(0x1f), first: 168, count: 0 }, // PR_TASK_PERF_EVENTS_DISABLE
    Constant { value: Some(0x20), first: 168, count: 0 }, // PR_TASK_PERF_EVENTS_ENABLE
    Constant { value: Some(0x4d), first: 168, count: 0 }, // PR_TIMER_CREATE_RESTORE_IDS
    Constant { value: None, first: 168, count: 1 }, // PTRACE_ARCH_PRCTL
    Constant { value: Some(0x10), first: 169, count: 0 }, // PTRACE_ATTACH
    Constant { value: Some(7), first: 169, count: 0 }, // PTRACE_CONT
    Constant { value: Some(0x11), first: 169, count: 0 }, // PTRACE_DETACH
    Constant { value: Some(0x4201), first: 169, count: 0 }, // PTRACE_GETEVENTMSG
    Constant { value: Some(0xe), first: 169, count: 1 }, // PTRACE_GETFPREGS
    Constant { value: None, first: 170, count: 1 }, // PTRACE_GETFPXREGS
    Constant { value: Some(0xc), first: 171, count: 2 }, // PTRACE_GETREGS
    Constant { value: Some(0x4204), first: 173, count: 0 }, // PTRACE_GETREGSET
    Constant { value: Some(0x4202), first: 173, count: 0 }, // PTRACE_GETSIGINFO
    Constant { value: Some(0x420a), first: 173, count: 0 }, // PTRACE_GETSIGMASK
    Constant { value: Some(0x420f), first: 173, count: 0 }, // PTRACE_GET_RSEQ_CONFIGURATION
    Constant { value: Some(0x420e), first: 173, count: 0 }, // PTRACE_GET_SYSCALL_INFO
    Constant { value: Some(0x4211), first: 173, count: 0 }, // PTRACE_GET_SYSCALL_USER_DISPATCH_CONFIG
    Constant { value: None, first: 173, count: 2 }, // PTRACE_GET_THREAD_AREA
    Constant { value: Some(0x4207), first: 175, count: 0 }, // PTRACE_INTERRUPT
    Constant { value: Some(8), first: 175, count: 0 }, // PTRACE_KILL
    Constant { value: Some(0x4208), first: 175, count: 0 }, // PTRACE_LISTEN
    Constant { value: Some(0x100000), first: 175, count: 0 }, // PTRACE_O_EXITKILL
    Constant { value: Some(0x200000), first: 175, count: 0 }, // PTRACE_O_SUSPEND_SECCOMP
    Constant { value: Some(8), first: 175, count: 0 }, // PTRACE_O_TRACECLONE
    Constant { value: Some(0x10), first: 175, count: 0 }, // PTRACE_O_TRACEEXEC
    Constant { value: Some(0x40), first: 175, count: 0 }, // PTRACE_O_TRACEEXIT
    Constant { value: Some(2), first: 175, count: 0 }, // PTRACE_O_TRACEFORK
    Constant { value: Some(0x80), first: 175, count: 0 }, // PTRACE_O_TRACESECCOMP
    Constant { value: Some(1), first: 175, count: 0 }, // PTRACE_O_TRACESYSGOOD
    Constant { value: Some(4), first: 175, count: 0 }, // PTRACE_O_TRACEVFORK
    Constant { value: Some(0x20), first: 175, count: 0 }, // PTRACE_O_TRACEVFORKDONE
    Constant { value: Some(2), first: 175, count: 0 }, // PTRACE_PEEKDATA
    Constant { value: Some(0x4209), first: 175, count: 0 }, // PTRACE_PEEKSIGINFO
    Constant { value: Some(1), first: 175, count: 0 }, // PTRACE_PEEKTEXT
    Constant { value: Some(3), first: 175, count: 0 }, // PTRACE_PEEKUSR
    Constant { value: Some(5), first: 175, count: 0 }, // PTRACE_POKEDATA
    Constant { value: Some(4), first: 175, count: 0 }, // PTRACE_POKETEXT
    Constant { value: Some(6), first: 175, count: 0 }, // PTRACE_POKEUSR
    Constant { value: Some(0x420c), first: 175, count: 0 }, // PTRACE_SECCOMP_GET_FILTER
    Constant { value: Some(0x420d), first: 175, count: 0 }, // PTRACE_SECCOMP_GET_METADATA
    Constant { value: Some(0x4206), first: 175, count: 0 }, // PTRACE_SEIZE
    Constant { value: Some(0xf), first: 175, count: 1 }, // PTRACE_SETFPREGS
    Constant { value: None, first: 176, count: 1 }, // PTRACE_SETFPXREGS
    Constant { value: Some(0x4200), first: 177, count: 0 }, // PTRACE_SETOPTIONS
    Constant { value: Some(0xd), first: 177, count: 2 }, // PTRACE_SETREGS
    Constant { value: Some(0x4205), first: 179, count: 0 }, // PTRACE_SETREGSET
    Constant { value: Some(0x4203), first: 179, count: 0 }, // PTRACE_SETSIGINFO
    Constant { value: Some(0x420b), first: 179, count: 0 }, // PTRACE_SETSIGMASK
    Constant { value: Some(0x4212), first: 179, count: 0 }, // PTRACE_SET_SYSCALL_INFO
    Constant { value: Some(0x4210), first: 179, count: 0 }, // PTRACE_SET_SYSCALL_USER_DISPATCH_CONFIG
    Constant { value: None, first: 179, count: 1 }, // PTRACE_SET_THREAD_AREA
    Constant { value: None, first: 180, count: 3 }, // PTRACE_SINGLEBLOCK
    Constant { value: Some(9), first: 183, count: 0 }, // PTRACE_SINGLESTEP
    Constant { value: Some(0x18), first: 183, count: 0 }, // PTRACE_SYSCALL
    Constant { value: None, first: 183, count: 2 }, // PTRACE_SYSEMU
    Constant { value: None, first: 185, count: 2 }, // PTRACE_SYSEMU_SINGLESTEP
    Constant { value: Some(0), first: 187, count: 0 }, // PTRACE_TRACEME
    Constant { value: Some(0), first: 187, count: 0 }, // P_ALL
    Constant { value: Some(2), first: 187, count: 0 }, // P_PGID
    Constant { value: Some(1), first: 187, count: 0 }, // P_PID
    Constant { value: Some(3), first: 187, count: 0 }, // P_PIDFD
    Constant { value: Some(0x400000), first: 187, count: 0 }, // READ_IMPLIES_EXEC
    Constant { value: Some(2), first: 187, count: 0 }, // RENAME_EXCHANGE
    Constant { value: Some(1), first: 187, count: 0 }, // RENAME_NOREPLACE
    Constant { value: Some(4), first: 187, count: 0 }, // RENAME_WHITEOUT
    Constant { value: Some(8), first: 187, count: 0 }, // RESOLVE_BENEATH
    Constant { value: Some(0x20), first: 187, count: 0 }, // RESOLVE_CACHED
    Constant { value: Some(0x10), first: 187, count: 0 }, // RESOLVE_IN_ROOT
    Constant { value: Some(2), first: 187, count: 0 }, // RESOLVE_NO_MAGICLINKS
    Constant { value: Some(4), first: 187, count: 0 }, // RESOLVE_NO_SYMLINKS
    Constant { value: Some(1), first: 187, count: 0 }, // RESOLVE_NO_XDEV
    Constant { value: Some(9), first: 187, count: 1 }, // RLIMIT_AS
    Constant { value: Some(4), first: 188, count: 0 }, // RLIMIT_CORE
    Constant { value: Some(0), first: 188, count: 0 }, // RLIMIT_CPU
    Constant { value: Some(2), first: 188, count: 0 }, // RLIMIT_DATA
    Constant { value: Some(1), first: 188, count: 0 }, // RLIMIT_FSIZE
    Constant { value: Some(0xa), first: 188, count: 0 }, // RLIMIT_LOCKS
    Constant { value: Some(8), first: 188, count: 1 }, // RLIMIT_MEMLOCK
    Constant { value: Some(0xc), first: 189, count: 0 }, // RLIMIT_MSGQUEUE
    Constant { value: Some(0xd), first: 189, count: 0 }, // RLIMIT_NICE
    Constant { value: Some(7), first: 189, count: 1 }, // RLIMIT_NOFILE
    Constant { value: Some(6), first: 190, count: 1 }, // RLIMIT_NPROC
    Constant { value: Some(5), first: 191, count: 1 }, // RLIMIT_RSS
    Constant { value: Some(0xe), first: 192, count: 0 }, // RLIMIT_RTPRIO
    Constant { value: Some(0xf), first: 192, count: 0 }, // RLIMIT_RTTIME
    Constant { value: Some(0xb), first: 192, count: 0 }, // RLIMIT_SIGPENDING
    Constant { value: Some(3), first: 192, count: 0 }, // RLIMIT_STACK
    Constant { value: Some(1), first: 192, count: 0 }, // RSEQ_FLAG_UNREGISTER
    Constant { value: Some(0xffffffffffffffff), first: 192, count: 0 }, // RUSAGE_CHILDREN
    Constant { value: Some(0), first: 192, count: 0 }, // RUSAGE_SELF
    Constant { value: Some(1), first: 192, count: 0 }, // RUSAGE_THREAD
    Constant { value: Some(0x10), first: 192, count: 0 }, // RWF_APPEND
    Constant { value: Some(0x40), first: 192, count: 0 }, // RWF_ATOMIC
    Constant { value: Some(0x80), first: 192, count: 0 }, // RWF_DONTCACHE
    Constant { value: Some(2), first: 192, count: 0 }, // RWF_DSYNC
    Constant { value: Some(1), first: 192, count: 0 }, // RWF_HIPRI
    Constant { value: Some(0x20), first: 192, count: 0 }, // RWF_NOAPPEND
    Constant { value: Some(8), first: 192, count: 0 }, // RWF_NOWAIT
    Constant { value: Some(4), first: 192, count: 0 }, // RWF_SYNC
    Constant { value: Some(4), first: 192, count: 0 }, // R_OK
    Constant { value: Some(1), first: 192, count: 1 }, // SA_NOCLDSTOP
    Constant { value: Some(2), first: 193, count: 2 }, // SA_NOCLDWAIT
    Constant { value: Some(0x40000000), first: 195, count: 1 }, // SA_NODEFER
    Constant { value: Some(0x8000000), first: 196, count: 1 }, // SA_ONSTACK
    Constant { value: Some(0x80000000), first: 197, count: 1 }, // SA_RESETHAND
    Constant { value: Some(0x10000000), first: 198, count: 1 }, // SA_RESTART
    Constant { value: Some(4), first: 199, count: 2 }, // SA_SIGINFO
    Constant { value: Some(3), first: 201, count: 0 }, // SCHED_BATCH
    Constant { value: Some(6), first: 201, count: 0 }, // SCHED_DEADLINE
    Constant { value: Some(7), first: 201, count: 0 }, // SCHED_EXT
    Constant { value: Some(1), first: 201, count: 0 }, // SCHED_FIFO
    Constant { value: Some(5), first: 201, count: 0 }, // SCHED_IDLE
    Constant { value: Some(0), first: 201, count: 0 }, // SCHED_NORMAL
    Constant { value: Some(0), first: 201, count: 0 }, // SCHED_OTHER
    Constant { value: Some(0x40000000), first: 201, count: 0 }, // SCHED_RESET_ON_FORK
    Constant { value: Some(2), first: 201, count: 0 }, // SCHED_RR
    Constant { value: Some(2), first: 201, count: 0 }, // SECCOMP_ADDFD_FLAG_SEND
    Constant { value: Some(1), first: 201, count: 0 }, // SECCOMP_ADDFD_FLAG_SETFD
    Constant { value: Some(2), first: 201, count: 0 }, // SECCOMP_FILTER_FLAG_LOG
    Constant { value: Some(8), first: 201, count: 0 }, // SECCOMP_FILTER_FLAG_NEW_LISTENER
    Constant { value: Some(4), first: 201, count: 0 }, // SECCOMP_FILTER_FLAG_SPEC_ALLOW
    Constant { value: Some(1), first: 201, count: 0 }, // SECCOMP_FILTER_FLAG_TSYNC
    Constant { value: Some(0x10), first: 201, count: 0 }, // SECCOMP_FILTER_FLAG_TSYNC_ESRCH
    Constant { value: Some(0x20), first: 201, count: 0 }, // SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV
    Constant { value: Some(2), first: 201, count: 0 }, // SECCOMP_GET_ACTION_AVAIL
    Constant { value: Some(3), first: 201, count: 0 }, // SECCOMP_GET_NOTIF_SIZES
    Constant { value: Some(0), first: 201, count: 0 }, // SECCOMP_MODE_DISABLED
    Constant { value: Some(2), first: 201, count: 0 }, // SECCOMP_MODE_FILTER
    Constant { value: Some(1), first: 201, count: 0 }, // SECCOMP_MODE_STRICT
    Constant { value: Some(0x7fff0000), first: 201, count: 0 }, // SECCOMP_RET_ACTION
    Constant { value: Some(0xffff0000), first: 201, count: 0 }, // SECCOMP_RET_ACTION_FULL
    Constant { value: Some(0x7fff0000), first: 201, count: 0 }, // SECCOMP_RET_ALLOW
    Constant { value: Some(0xffff), first: 201, count: 0 }, // SECCOMP_RET_DATA
    Constant { value: Some(0x50000), first: 201, count: 0 }, // SECCOMP_RET_ERRNO
    Constant { value: Some(0), first: 201, count: 0 }, // SECCOMP_RET_KILL
    Constant { value: Some(0x80000000), first: 201, count: 0 }, // SECCOMP_RET_KILL_PROCESS
    Constant { value: Some(0), first: 201, count: 0 }, // SECCOMP_RET_KILL_THREAD
    Constant { value: Some(0x7ffc0000), first: 201, count: 0 }, // SECCOMP_RET_LOG
    Constant { value: Some(0x7ff00000), first: 201, count: 0 }, // SECCOMP_RET_TRACE
    Constant { value: Some(0x30000), first: 201, count: 0 }, // SECCOMP_RET_TRAP
    Constant { value: Some(0x7fc00000), first: 201, count: 0 }, // SECCOMP_RET_USER_NOTIF
    Constant { value: Some(1), first: 201, count: 0 }, // SECCOMP_SET_MODE_FILTER
    Constant { value: Some(0), first: 201, count: 0 }, // SECCOMP_SET_MODE_STRICT
    Constant { value: Some(1), first: 201, count: 0 }, // SECCOMP_USER_NOTIF_FLAG_CONTINUE
    Constant { value: Some(1), first: 201, count: 0 }, // SEEK_CUR
    Constant { value: Some(3), first: 201, count: 0 }, // SEEK_DATA
    Constant { value: Some(2), first: 201, count: 0 }, // SEEK_END
    Constant { value: Some(4), first: 201, count: 0 }, // SEEK_HOLE
    Constant { value: Some(0), first: 201, count: 0 }, // SEEK_SET
    Constant { value: Some(3), first: 201, count: 0 }, // SEMCTL
    Constant { value: Some(2), first: 201, count: 0 }, // SEMGET
    Constant { value: Some(1), first: 201, count: 0 }, // SEMOP
    Constant { value: Some(4), first: 201, count: 0 }, // SEMTIMEDOP
    Constant { value: Some(0x13), first: 201, count: 0 }, // SEM_INFO
    Constant { value: Some(0x12), first: 201, count: 0 }, // SEM_STAT
    Constant { value: Some(0x14), first: 201, count: 0 }, // SEM_STAT_ANY
    Constant { value: Some(0x11), first: 201, count: 0 }, // SETALL
    Constant { value: Some(0x10), first: 201, count: 0 }, // SETVAL
    Constant { value: Some(0x80000), first: 201, count: 1 }, // SFD_CLOEXEC
    Constant { value: Some(0x800), first: 202, count: 2 }, // SFD_NONBLOCK
    Constant { value: Some(2), first: 204, count: 0 }, // SHADOW_STACK_SET_MARKER
    Constant { value: Some(1), first: 204, count: 0 }, // SHADOW_STACK_SET_TOKEN
    Constant { value: Some(0x15), first: 204, count: 0 }, // SHMAT
    Constant { value: Some(0x18), first: 204, count: 0 }, // SHMCTL
    Constant { value: Some(0x16), first: 204, count: 0 }, // SHMDT
    Constant { value: Some(0x17), first: 204, count: 0 }, // SHMGET
    Constant { value: Some(0x8000), first: 204, count: 0 }, // SHM_EXEC
    Constant { value: Some(0x800), first: 204, count: 0 }, // SHM_HUGETLB
    Constant { value: Some(0xe), first: 204, count: 0 }, // SHM_INFO
    Constant { value: Some(0xb), first: 204, count: 0 }, // SHM_LOCK
    Constant { value: Some(0x1000), first: 204, count: 0 }, // SHM_NORESERVE
    Constant { value: Some(0x1000), first: 204, count: 0 }, // SHM_RDONLY
    Constant { value: Some(0x4000), first: 204, count: 0 }, // SHM_REMAP
    Constant { value: Some(0x2000), first: 204, count: 0 }, // SHM_RND
    Constant { value: Some(0xd), first: 204, count: 0 }, // SHM_STAT
    Constant { value: Some(0xf), first: 204, count: 0 }, // SHM_STAT_ANY
    Constant { value: Some(0xc), first: 204, count: 0 }, // SHM_UNLOCK
    Constant { value: Some(0x1000000), first: 204, count: 0 }, // SHORT_INODE
    Constant { value: Some(0), first: 204, count: 0 }, // SHUT_RD
    Constant { value: Some(2), first: 204, count: 0 }, // SHUT_RDWR
    Constant { value: Some(1), first: 204, count: 0 }, // SHUT_WR
    Constant { value: Some(6), first: 204, count: 0 }, // SIGABRT
    Constant { value: Some(0xe), first: 204, count: 0 }, // SIGALRM
    Constant { value: Some(7), first: 204, count: 1 }, // SIGBUS
    Constant { value: Some(0x11), first: 205, count: 1 }, // SIGCHLD
    Constant { value: Some(0x11), first: 206, count: 1 }, // SIGCLD
    Constant { value: Some(0x12), first: 207, count: 2 }, // SIGCONT
    Constant { value: Some(8), first: 209, count: 0 }, // SIGFPE
    Constant { value: Some(1), first: 209, count: 0 }, // SIGHUP
    Constant { value: Some(4), first: 209, count: 0 }, // SIGILL
    Constant { value: Some(2), first: 209, count: 0 }, // SIGINT
    Constant { value: Some(0x1d), first: 209, count: 1 }, // SIGIO
    Constant { value: Some(6), first: 210, count: 0 }, // SIGIOT
    Constant { value: Some(9), first: 210, count: 0 }, // SIGKILL
    Constant { value: Some(0xd), first: 210, count: 0 }, // SIGPIPE
    Constant { value: Some(0x1d), first: 210, count: 1 }, // SIGPOLL
    Constant { value: Some(0x1b), first: 211, count: 2 }, // SIGPROF
    Constant { value: Some(0x1e), first: 213, count: 1 }, // SIGPWR
    Constant { value: Some(3), first: 214, count: 0 }, // SIGQUIT
    Constant { value: Some(0x40), first: 214, count: 1 }, // SIGRTMAX
    Constant { value: Some(0x20), first: 215, count: 0 }, // SIGRTMIN
    Constant { value: Some(0xb), first: 215, count: 0 }, // SIGSEGV
    Constant { value: Some(0x10), first: 215, count: 2 }, // SIGSTKFLT
    Constant { value: Some(0x13), first: 217, count: 2 }, // SIGSTOP
    Constant { value: Some(0x1f), first: 219, count: 1 }, // SIGSYS
    Constant { value: Some(0xf), first: 220, count: 0 }, // SIGTERM
    Constant { value: Some(5), first: 220, count: 0 }, // SIGTRAP
    Constant { value: Some(0x14), first: 220, count: 2 }, // SIGTSTP
    Constant { value: Some(0x15), first: 222, count: 2 }, // SIGTTIN
    Constant { value: Some(0x16), first: 224, count: 2 }, // SIGTTOU
    Constant { value: Some(0x17), first: 226, count: 2 }, // SIGURG
    Constant { value: Some(0xa), first: 228, count: 1 }, // SIGUSR1
    Constant { value: Some(0xc), first: 229, count: 1 }, // SIGUSR2
    Constant { value: Some(0x1a), first: 230, count: 2 }, // SIGVTALRM
    Constant { value: Some(0x1c), first: 232, count: 2 }, // SIGWINCH
    Constant { value: Some(0x18), first: 234, count: 2 }, // SIGXCPU
    Constant { value: Some(0x19), first: 236, count: 2 }, // SIGXFSZ
    Constant { value: Some(0), first: 238, count: 1 }, // SIG_BLOCK
    Constant { value: Some(2), first: 239, count: 1 }, // SIG_SETMASK
    Constant { value: Some(1), first: 240, count: 1 }, // SIG_UNBLOCK
    Constant { value: Some(0x890b), first: 241, count: 0 }, // SIOCADDRT
    Constant { value: Some(0x8905), first: 241, count: 2 }, // SIOCATMARK
    Constant { value: Some(0x890c), first: 243, count: 0 }, // SIOCDELRT
    Constant { value: Some(0x8946), first: 243, count: 0 }, // SIOCETHTOOL
    Constant { value: Some(0x8915), first: 243, count: 0 }, // SIOCGIFADDR
    Constant { value: Some(0x8912), first: 243, count: 0 }, // SIOCGIFCONF
    Constant { value: Some(0x8913), first: 243, count: 0 }, // SIOCGIFFLAGS
    Constant { value: Some(0x8927), first: 243, count: 0 }, // SIOCGIFHWADDR
    Constant { value: Some(0x8933), first: 243, count: 0 }, // SIOCGIFINDEX
    Constant { value: Some(0x8921), first: 243, count: 0 }, // SIOCGIFMTU
    Constant { value: Some(0x8910), first: 243, count: 0 }, // SIOCGIFNAME
    Constant { value: Some(0x8904), first: 243, count: 2 }, // SIOCGPGRP
    Constant { value: Some(0x8916), first: 245, count: 0 }, // SIOCSIFADDR
    Constant { value: Some(0x8914), first: 245, count: 0 }, // SIOCSIFFLAGS
    Constant { value: Some(0x8902), first: 245, count: 2 }, // SIOCSPGRP
    Constant { value: Some(0x80000), first: 247, count: 1 }, // SOCK_CLOEXEC
    Constant { value: Some(6), first: 248, count: 0 }, // SOCK_DCCP
    Constant { value: Some(2), first: 248, count: 1 }, // SOCK_DGRAM
    Constant { value: Some(0x800), first: 249, count: 2 }, // SOCK_NONBLOCK
    Constant { value: Some(0xa), first: 251, count: 0 }, // SOCK_PACKET
    Constant { value: Some(3), first: 251, count: 0 }, // SOCK_RAW
    Constant { value: Some(4), first: 251, count: 0 }, // SOCK_RDM
    Constant { value: Some(5), first: 251, count: 0 }, // SOCK_SEQPACKET
    Constant { value: Some(1), first: 251, count: 1 }, // SOCK_STREAM
    Constant { value: Some(0x117), first: 252, count: 0 }, // SOL_ALG
    Constant { value: Some(0x112), first: 252, count: 0 }, // SOL_BLUETOOTH
    Constant { value: Some(0x3a), first: 252, count: 0 }, // SOL_ICMPV6
    Constant { value: Some(0), first: 252, count: 0 }, // SOL_IP
    Constant { value: Some(0x29), first: 252, count: 0 }, // SOL_IPV6
    Constant { value: Some(0x119), first: 252, count: 0 }, // SOL_KCM
    Constant { value: Some(0x11d), first: 252, count: 0 }, // SOL_MCTP
    Constant { value: Some(0x11c), first: 252, count: 0 }, // SOL_MPTCP
    Constant { value: Some(0x10e), first: 252, count: 0 }, // SOL_NETLINK
    Constant { value: Some(0x107), first: 252, count: 0 }, // SOL_PACKET
    Constant { value: Some(0xff), first: 252, count: 0 }, // SOL_RAW
    Constant { value: Some(0x114), first: 252, count: 0 }, // SOL_RDS
    Constant { value: Some(0x84), first: 252, count: 0 }, // SOL_SCTP
    Constant { value: Some(0x11e), first: 252, count: 0 }, // SOL_SMC
    Constant { value: Some(1), first: 252, count: 1 }, // SOL_SOCKET
    Constant { value: Some(6), first: 253, count: 0 }, // SOL_TCP
    Constant { value: Some(0x10f), first: 253, count: 0 }, // SOL_TIPC
    Constant { value: Some(0x11a), first: 253, count: 0 }, // SOL_TLS
    Constant { value: Some(0x11), first: 253, count: 0 }, // SOL_UDP
    Constant { value: Some(0x88), first: 253, count: 0 }, // SOL_UDPLITE
    Constant { value: Some(0x11f), first: 253, count: 0 }, // SOL_VSOCK
    Constant { value: Some(0x11b), first: 253, count: 0 }, // SOL_XDP
    Constant { value: Some(0x1e), first: 253, count: 2 }, // SO_ACCEPTCONN
    Constant { value: Some(0x32), first: 255, count: 1 }, // SO_ATTACH_BPF
    Constant { value: Some(0x1a), first: 256, count: 1 }, // SO_ATTACH_FILTER
    Constant { value: Some(0x33), first: 257, count: 1 }, // SO_ATTACH_REUSEPORT_CBPF
    Constant { value: Some(0x34), first: 258, count: 1 }, // SO_ATTACH_REUSEPORT_EBPF
    Constant { value: Some(0x19), first: 259, count: 1 }, // SO_BINDTODEVICE
    Constant { value: Some(0x3e), first: 260, count: 1 }, // SO_BINDTOIFINDEX
    Constant { value: Some(0x30), first: 261, count: 1 }, // SO_BPF_EXTENSIONS
    Constant { value: Some(6), first: 262, count: 1 }, // SO_BROADCAST
    Constant { value: Some(0xe), first: 263, count: 1 }, // SO_BSDCOMPAT
    Constant { value: Some(0x48), first: 264, count: 1 }, // SO_BUF_LOCK
    Constant { value: Some(0x2e), first: 265, count: 1 }, // SO_BUSY_POLL
    Constant { value: Some(0x46), first: 266, count: 1 }, // SO_BUSY_POLL_BUDGET
    Constant { value: Some(0x35), first: 267, count: 1 }, // SO_CNX_ADVICE
    Constant { value: Some(0x39), first: 268, count: 1 }, // SO_COOKIE
    Constant { value: Some(1), first: 269, count: 0 }, // SO_DEBUG
    Constant { value: Some(0x1b), first: 269, count: 1 }, // SO_DETACH_BPF
    Constant { value: Some(0x1b), first: 270, count: 1 }, // SO_DETACH_FILTER
    Constant { value: Some(0x44), first: 271, count: 1 }, // SO_DETACH_REUSEPORT_BPF
    Constant { value: Some(0x27), first: 272, count: 1 }, // SO_DOMAIN
    Constant { value: Some(5), first: 273, count: 1 }, // SO_DONTROUTE
    Constant { value: Some(4), first: 274, count: 1 }, // SO_ERROR
    Constant { value: Some(0x31), first: 275, count: 1 }, // SO_INCOMING_CPU
    Constant { value: Some(0x38), first: 276, count: 1 }, // SO_INCOMING_NAPI_ID
    Constant { value: Some(9), first: 277, count: 1 }, // SO_KEEPALIVE
    Constant { value: Some(0xd), first: 278, count: 1 }, // SO_LINGER
    Constant { value: Some(0x2c), first: 279, count: 1 }, // SO_LOCK_FILTER
    Constant { value: Some(0x24), first: 280, count: 1 }, // SO_MARK
    Constant { value: Some(0x2f), first: 281, count: 1 }, // SO_MAX_PACING_RATE
    Constant { value: Some(0x37), first: 282, count: 1 }, // SO_MEMINFO
    Constant { value: Some(0x47), first: 283, count: 1 }, // SO_NETNS_COOKIE
    Constant { value: Some(0x2b), first: 284, count: 1 }, // SO_NOFCS
    Constant { value: Some(0xb), first: 285, count: 1 }, // SO_NO_CHECK
    Constant { value: Some(0xa), first: 286, count: 1 }, // SO_OOBINLINE
    Constant { value: Some(0x10), first: 287, count: 3 }, // SO_PASSCRED
    Constant { value: Some(0x22), first: 290, count: 1 }, // SO_PASSSEC
    Constant { value: Some(0x2a), first: 291, count: 1 }, // SO_PEEK_OFF
    Constant { value: Some(0x11), first: 292, count: 3 }, // SO_PEERCRED
    Constant { value: Some(0x3b), first: 295, count: 1 }, // SO_PEERGROUPS
    Constant { value: Some(0x1c), first: 296, count: 1 }, // SO_PEERNAME
    Constant { value: Some(0x1f), first: 297, count: 2 }, // SO_PEERSEC
    Constant { value: Some(0x45), first: 299, count: 1 }, // SO_PREFER_BUSY_POLL
    Constant { value: Some(0xc), first: 300, count: 1 }, // SO_PRIORITY
    Constant { value: Some(0x26), first: 301, count: 1 }, // SO_PROTOCOL
    Constant { value: Some(8), first: 302, count: 1 }, // SO_RCVBUF
    Constant { value: Some(0x21), first: 303, count: 1 }, // SO_RCVBUFFORCE
    Constant { value: Some(0x12), first: 304, count: 2 }, // SO_RCVLOWAT
    Constant { value: Some(0x4b), first: 306, count: 1 }, // SO_RCVMARK
    Constant { value: Some(0x14), first: 307, count: 2 }, // SO_RCVTIMEO
    Constant { value: Some(0x42), first: 309, count: 1 }, // SO_RCVTIMEO_NEW
    Constant { value: Some(0x14), first: 310, count: 2 }, // SO_RCVTIMEO_OLD
    Constant { value: Some(0x49), first: 312, count: 1 }, // SO_RESERVE_MEM
    Constant { value: Some(2), first: 313, count: 1 }, // SO_REUSEADDR
    Constant { value: Some(0xf), first: 314, count: 1 }, // SO_REUSEPORT
    Constant { value: Some(0x28), first: 315, count: 1 }, // SO_RXQ_OVFL
    Constant { value: Some(0x2d), first: 316, count: 1 }, // SO_SELECT_ERR_QUEUE
    Constant { value: Some(7), first: 317, count: 1 }, // SO_SNDBUF
    Constant { value: Some(0x20), first: 318, count: 2 }, // SO_SNDBUFFORCE
    Constant { value: Some(0x13), first: 320, count: 2 }, // SO_SNDLOWAT
    Constant { value: Some(0x15), first: 322, count: 2 }, // SO_SNDTIMEO
    Constant { value: Some(0x43), first: 324, count: 1 }, // SO_SNDTIMEO_NEW
    Constant { value: Some(0x15), first: 325, count: 2 }, // SO_SNDTIMEO_OLD
    Constant { value: Some(0x4a), first: 327, count: 1 }, // SO_TXREHASH
    Constant { value: Some(0x3d), first: 328, count: 1 }, // SO_TXTIME
    Constant { value: Some(3), first: 329, count: 1 }, // SO_TYPE
    Constant { value: Some(0x29), first: 330, count: 1 }, // SO_WIFI_STATUS
    Constant { value: Some(0x3c), first: 331, count: 1 }, // SO_ZEROCOPY
    Constant { value: Some(8), first: 332, count: 0 }, // SPLICE_F_GIFT
    Constant { value: Some(4), first: 332, count: 0 }, // SPLICE_F_MORE
    Constant { value: Some(1), first: 332, count: 0 }, // SPLICE_F_MOVE
    Constant { value: Some(2), first: 332, count: 0 }, // SPLICE_F_NONBLOCK
    Constant { value: Some(1), first: 332, count: 0 }, // STATMOUNT_BY_FD
    Constant { value: Some(0xfff), first: 332, count: 0 }, // STATX_ALL
    Constant { value: Some(0x20), first: 332, count: 0 }, // STATX_ATIME
    Constant { value: Some(0x7ff), first: 332, count: 0 }, // STATX_BASIC_STATS
    Constant { value: Some(0x400), first: 332, count: 0 }, // STATX_BLOCKS
    Constant { value: Some(0x800), first: 332, count: 0 }, // STATX_BTIME
    Constant { value: Some(0x80), first: 332, count: 0 }, // STATX_CTIME
    Constant { value: Some(0x2000), first: 332, count: 0 }, // STATX_DIOALIGN
    Constant { value: Some(0x20000), first: 332, count: 0 }, // STATX_DIO_READ_ALIGN
    Constant { value: Some(0x10), first: 332, count: 0 }, // STATX_GID
    Constant { value: Some(0x100), first: 332, count: 0 }, // STATX_INO
    Constant { value: Some(0x1000), first: 332, count: 0 }, // STATX_MNT_ID
    Constant { value: Some(0x4000), first: 332, count: 0 }, // STATX_MNT_ID_UNIQUE
    Constant { value: Some(2), first: 332, count: 0 }, // STATX_MODE
    Constant { value: Some(0x40), first: 332, count: 0 }, // STATX_MTIME
    Constant { value: Some(4), first: 332, count: 0 }, // STATX_NLINK
    Constant { value: Some(0x200), first: 332, count: 0 }, // STATX_SIZE
    Constant { value: Some(0x8000), first: 332, count: 0 }, // STATX_SUBVOL
    Constant { value: Some(1), first: 332, count: 0 }, // STATX_TYPE
    Constant { value: Some(8), first: 332, count: 0 }, // STATX_UID
    Constant { value: Some(0x10000), first: 332, count: 0 }, // STATX_WRITE_ATOMIC
    Constant { value: Some(0x4000000), first: 332, count: 0 }, // STICKY_TIMEOUTS
    Constant { value: Some(0x10000), first: 332, count: 0 }, // SWAP_FLAG_DISCARD
    Constant { value: Some(0x20000), first: 332, count: 0 }, // SWAP_FLAG_DISCARD_ONCE
    Constant { value: Some(0x40000), first: 332, count: 0 }, // SWAP_FLAG_DISCARD_PAGES
    Constant { value: Some(0x8000), first: 332, count: 0 }, // SWAP_FLAG_PREFER
    Constant { value: Some(4), first: 332, count: 0 }, // SYNC_FILE_RANGE_WAIT_AFTER
    Constant { value: Some(1), first: 332, count: 0 }, // SYNC_FILE_RANGE_WAIT_BEFORE
    Constant { value: Some(2), first: 332, count: 0 }, // SYNC_FILE_RANGE_WRITE
    Constant { value: Some(5), first: 332, count: 0 }, // SYS_ACCEPT
    Constant { value: Some(0x12), first: 332, count: 0 }, // SYS_ACCEPT4
    Constant { value: Some(2), first: 332, count: 0 }, // SYS_BIND
    Constant { value: Some(3), first: 332, count: 0 }, // SYS_CONNECT
    Constant { value: Some(7), first: 332, count: 0 }, // SYS_GETPEERNAME
    Constant { value: Some(6), first: 332, count: 0 }, // SYS_GETSOCKNAME
    Constant { value: Some(0xf), first: 332, count: 0 }, // SYS_GETSOCKOPT
    Constant { value: Some(4), first: 332, count: 0 }, // SYS_LISTEN
    Constant { value: Some(0xa), first: 332, count: 0 }, // SYS_RECV
    Constant { value: Some(0xc), first: 332, count: 0 }, // SYS_RECVFROM
    Constant { value: Some(0x13), first: 332, count: 0 }, // SYS_RECVMMSG
    Constant { value: Some(0x11), first: 332, count: 0 }, // SYS_RECVMSG
    Constant { value: Some(9), first: 332, count: 0 }, // SYS_SEND
    Constant { value: Some(0x14), first: 332, count: 0 }, // SYS_SENDMMSG
    Constant { value: Some(0x10), first: 332, count: 0 }, // SYS_SENDMSG
    Constant { value: Some(0xb), first: 332, count: 0 }, // SYS_SENDTO
    Constant { value: Some(0xe), first: 332, count: 0 }, // SYS_SETSOCKOPT
    Constant { value: Some(0xd), first: 332, count: 0 }, // SYS_SHUTDOWN
    Constant { value: Some(1), first: 332, count: 0 }, // SYS_SOCKET
    Constant { value: Some(8), first: 332, count: 0 }, // SYS_SOCKETPAIR
    Constant { value: Some(0x6000), first: 332, count: 0 }, // S_IFBLK
    Constant { value: Some(0x2000), first: 332, count: 0 }, // S_IFCHR
    Constant { value: Some(0x4000), first: 332, count: 0 }, // S_IFDIR
    Constant { value: Some(0x1000), first: 332, count: 0 }, // S_IFIFO
    Constant { value: Some(0xa000), first: 332, count: 0 }, // S_IFLNK
    Constant { value: Some(0xf000), first: 332, count: 0 }, // S_IFMT
    Constant { value: Some(0x8000), first: 332, count: 0 }, // S_IFREG
    Constant { value: Some(0xc000), first: 332, count: 0 }, // S_IFSOCK
    Constant { value: Some(0x20), first: 332, count: 0 }, // S_IRGRP
    Constant { value: Some(4), first: 332, count: 0 }, // S_IROTH
    Constant { value: Some(0x100), first: 332, count: 0 }, // S_IRUSR
    Constant { value: Some(0x38), first: 332, count: 0 }, // S_IRWXG
    Constant { value: Some(7), first: 332, count: 0 }, // S_IRWXO
    Constant { value: Some(0x1c0), first: 332, count: 0 }, // S_IRWXU
    Constant { value: Some(0x400), first: 332, count: 0 }, // S_ISGID
    Constant { value: Some(0x800), first: 332, count: 0 }, // S_ISUID
    Constant { value: Some(0x200), first: 332, count: 0 }, // S_ISVTX
    Constant { value: Some(0x10), first: 332, count: 0 }, // S_IWGRP
    Constant { value: Some(2), first: 332, count: 0 }, // S_IWOTH
    Constant { value: Some(0x80), first: 332, count: 0 }, // S_IWUSR
    Constant { value: Some(8), first: 332, count: 0 }, // S_IXGRP
    Constant { value: Some(1), first: 332, count: 0 }, // S_IXOTH
    Constant { value: Some(0x40), first: 332, count: 0 }, // S_IXUSR
    Constant { value: Some(0x540b), first: 332, count: 3 }, // TCFLSH
    Constant { value: Some(0x5405), first: 335, count: 4 }, // TCGETA
    Constant { value: Some(0x5401), first: 339, count: 3 }, // TCGETS
    Constant { value: Some(0x802c542a), first: 342, count: 3 }, // TCGETS2
    Constant { value: Some(0xd), first: 345, count: 0 }, // TCP_CONGESTION
    Constant { value: Some(3), first: 345, count: 0 }, // TCP_CORK
    Constant { value: Some(9), first: 345, count: 0 }, // TCP_DEFER_ACCEPT
    Constant { value: Some(0x17), first: 345, count: 0 }, // TCP_FASTOPEN
    Constant { value: Some(0x1e), first: 345, count: 0 }, // TCP_FASTOPEN_CONNECT
    Constant { value: Some(0xb), first: 345, count: 0 }, // TCP_INFO
    Constant { value: Some(6), first: 345, count: 0 }, // TCP_KEEPCNT
    Constant { value: Some(4), first: 345, count: 0 }, // TCP_KEEPIDLE
    Constant { value: Some(5), first: 345, count: 0 }, // TCP_KEEPINTVL
    Constant { value: Some(8), first: 345, count: 0 }, // TCP_LINGER2
    Constant { value: Some(2), first: 345, count: 0 }, // TCP_MAXSEG
    Constant { value: Some(0xe), first: 345, count: 0 }, // TCP_MD5SIG
    Constant { value: Some(1), first: 345, count: 0 }, // TCP_NODELAY
    Constant { value: Some(0xc), first: 345, count: 0 }, // TCP_QUICKACK
    Constant { value: Some(0x13), first: 345, count: 0 }, // TCP_REPAIR
    Constant { value: Some(7), first: 345, count: 0 }, // TCP_SYNCNT
    Constant { value: Some(0x1f), first: 345, count: 0 }, // TCP_ULP
    Constant { value: Some(0x12), first: 345, count: 0 }, // TCP_USER_TIMEOUT
    Constant { value: Some(0xa), first: 345, count: 0 }, // TCP_WINDOW_CLAMP
    Constant { value: Some(0x5409), first: 345, count: 3 }, // TCSBRK
    Constant { value: Some(0x5425), first: 348, count: 2 }, // TCSBRKP
    Constant { value: Some(0x5406), first: 350, count: 4 }, // TCSETA
    Constant { value: Some(0x5408), first: 354, count: 4 }, // TCSETAF
    Constant { value: Some(0x5407), first: 358, count: 4 }, // TCSETAW
    Constant { value: Some(0x5402), first: 362, count: 3 }, // TCSETS
    Constant { value: Some(0x402c542b), first: 365, count: 3 }, // TCSETS2
    Constant { value: Some(0x5404), first: 368, count: 3 }, // TCSETSF
    Constant { value: Some(0x402c542d), first: 371, count: 3 }, // TCSETSF2
    Constant { value: Some(0x5403), first: 374, count: 3 }, // TCSETSW
    Constant { value: Some(0x402c542c), first: 377, count: 3 }, // TCSETSW2
    Constant { value: Some(0x540a), first: 380, count: 3 }, // TCXONC
    Constant { value: Some(0x80000), first: 383, count: 1 }, // TFD_CLOEXEC
    Constant { value: Some(0x800), first: 384, count: 2 }, // TFD_NONBLOCK
    Constant { value: Some(1), first: 386, count: 0 }, // TFD_TIMER_ABSTIME
    Constant { value: Some(2), first: 386, count: 0 }, // TFD_TIMER_CANCEL_ON_SET
    Constant { value: Some(1), first: 386, count: 0 }, // TIMER_ABSTIME
    Constant { value: Some(0x5428), first: 386, count: 0 }, // TIOCCBRK
    Constant { value: Some(0x541d), first: 386, count: 1 }, // TIOCCONS
    Constant { value: Some(0x540c), first: 387, count: 1 }, // TIOCEXCL
    Constant { value: Some(0x80045432), first: 388, count: 1 }, // TIOCGDEV
    Constant { value: Some(0x5424), first: 389, count: 2 }, // TIOCGETD
    Constant { value: Some(0x80045440), first: 391, count: 1 }, // TIOCGEXCL
    Constant { value: Some(0x540f), first: 392, count: 3 }, // TIOCGPGRP
    Constant { value: Some(0x80045438), first: 395, count: 1 }, // TIOCGPKT
    Constant { value: Some(0x80045439), first: 396, count: 1 }, // TIOCGPTLCK
    Constant { value: Some(0x80045430), first: 397, count: 1 }, // TIOCGPTN
    Constant { value: Some(0x5441), first: 398, count: 1 }, // TIOCGPTPEER
    Constant { value: Some(0x542e), first: 399, count: 3 }, // TIOCGRS485
    Constant { value: Some(0x541e), first: 402, count: 2 }, // TIOCGSERIAL
    Constant { value: Some(0x5429), first: 404, count: 3 }, // TIOCGSID
    Constant { value: Some(0x5419), first: 407, count: 2 }, // TIOCGSOFTCAR
    Constant { value: Some(0x5413), first: 409, count: 2 }, // TIOCGWINSZ
    Constant { value: Some(0x541b), first: 411, count: 3 }, // TIOCINQ
    Constant { value: Some(0x541c), first: 414, count: 1 }, // TIOCLINUX
    Constant { value: Some(0x5417), first: 415, count: 2 }, // TIOCMBIC
    Constant { value: Some(0x5416), first: 417, count: 2 }, // TIOCMBIS
    Constant { value: Some(0x5415), first: 419, count: 2 }, // TIOCMGET
    Constant { value: Some(0x5418), first: 421, count: 2 }, // TIOCMSET
    Constant { value: Some(0x5422), first: 423, count: 1 }, // TIOCNOTTY
    Constant { value: Some(0x540d), first: 424, count: 1 }, // TIOCNXCL
    Constant { value: Some(0x5411), first: 425, count: 3 }, // TIOCOUTQ
    Constant { value: Some(0x5420), first: 428, count: 2 }, // TIOCPKT
    Constant { value: Some(0x5427), first: 430, count: 0 }, // TIOCSBRK
    Constant { value: Some(0x540e), first: 430, count: 1 }, // TIOCSCTTY
    Constant { value: Some(0x5423), first: 431, count: 2 }, // TIOCSETD
    Constant { value: Some(0x40045436), first: 433, count: 1 }, // TIOCSIG
    Constant { value: Some(0x5410), first: 434, count: 3 }, // TIOCSPGRP
    Constant { value: Some(0x40045431), first: 437, count: 1 }, // TIOCSPTLCK
    Constant { value: Some(0x542f), first: 438, count: 2 }, // TIOCSRS485
    Constant { value: Some(0x541f), first: 440, count: 2 }, // TIOCSSERIAL
    Constant { value: Some(0x541a), first: 442, count: 2 }, // TIOCSSOFTCAR
    Constant { value: Some(0x5412), first: 444, count: 2 }, // TIOCSTI
    Constant { value: Some(0x5414), first: 446, count: 2 }, // TIOCSWINSZ
    Constant { value: Some(0x5437), first: 448, count: 0 }, // TIOCVHANGUP
    Constant { value: Some(0x400454ca), first: 448, count: 1 }, // TUNSETIFF
    Constant { value: Some(1), first: 449, count: 0 }, // UFFD_USER_MODE_ONLY
    Constant { value: Some(8), first: 449, count: 0 }, // UMOUNT_NOFOLLOW
    Constant { value: Some(0x20000), first: 449, count: 0 }, // UNAME26
    Constant { value: Some(8), first: 449, count: 0 }, // WCONTINUED
    Constant { value: Some(4), first: 449, count: 0 }, // WEXITED
    Constant { value: Some(0x2000000), first: 449, count: 0 }, // WHOLE_SECONDS
    Constant { value: Some(1), first: 449, count: 0 }, // WNOHANG
    Constant { value: Some(0x1000000), first: 449, count: 0 }, // WNOWAIT
    Constant { value: Some(2), first: 449, count: 0 }, // WSTOPPED
    Constant { value: Some(2), first: 449, count: 0 }, // WUNTRACED
    Constant { value: Some(2), first: 449, count: 0 }, // W_OK
    Constant { value: Some(1), first: 449, count: 0 }, // XATTR_CREATE
    Constant { value: Some(2), first: 449, count: 0 }, // XATTR_REPLACE
    Constant { value: Some(0xc038586b), first: 449, count: 1 }, // XFS_IOC_OPEN_BY_HANDLE
    Constant { value: Some(1), first: 450, count: 0 }, // X_OK
    Constant { value: Some(0x40000000), first: 450, count: 0 }, // __WALL
    Constant { value: Some(0x80000000), first: 450, count: 0 }, // __WCLONE
    Constant { value: Some(0x20000000), first: 450, count: 0 }, // __WNOTHREAD
];

pub(crate) static DIFFERING: [(Abis, Option<u64>); 450] = [
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x20001277)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x20001261)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x20001260)),
    (Abis::of(&[Abi::I386, Abi::Arm, Abi::S390, Abi::M68k, Abi::Sh]), Some(0x80041272)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Mips64, Abi::Mipsel64, Abi::Parisc64]), Some(0x40081272)),
    (Abis::of(&[Abi::Ppc, Abi::Mips, Abi::Mipsel, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc]), Some(0x40041272)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x2000125e)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x2000125d)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x2000125f)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x20001268)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x2000127f)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Parisc, Abi::Parisc64]), Some(0x90009401)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Parisc, Abi::Parisc64]), Some(0x90009417)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Parisc, Abi::Parisc64]), Some(0x9000940f)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Parisc, Abi::Parisc64]), Some(0x9000943f)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Parisc, Abi::Parisc64]), Some(0x9000940e)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Parisc, Abi::Parisc64]), Some(0x90009418)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Parisc, Abi::Parisc64]), Some(0x8008941a)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x200000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x80)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x10000)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x200000)),
    (Abis::of(&[Abi::I386, Abi::Arm, Abi::S390, Abi::M68k, Abi::Sh]), Some(0x40046604)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Mips64, Abi::Mipsel64, Abi::Parisc64]), Some(0x80086604)),
    (Abis::of(&[Abi::Ppc, Abi::Mips, Abi::Mipsel, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc]), Some(0x80046604)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x1000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x20000001)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Parisc, Abi::Parisc64]), Some(0x80049409)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Parisc, Abi::Parisc64]), Some(0x8020940d)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x20000002)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x8004667d)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x667d)),
    (Abis::of(&[Abi::Sh]), Some(0x4004667d)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x20006601)),
    (Abis::of(&[Abi::Sh, Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x6601)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x4004667b)),
    (Abis::of(&[Abi::Sh]), Some(0x8004667b)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x8004667e)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x667e)),
    (Abis::of(&[Abi::Sh]), Some(0x4004667e)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x20006602)),
    (Abis::of(&[Abi::Sh, Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x6602)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x4004667f)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x467f)),
    (Abis::of(&[Abi::Sh]), Some(0x8004667f)),
    (Abis::of(&[Abi::Arm, Abi::M68k, Abi::S390x, Abi::S390]), Some(0x545e)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x40086680)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x667f)),
    (Abis::of(&[Abi::Sh]), Some(0x80086680)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x8004667c)),
    (Abis::of(&[Abi::Sh]), Some(0x4004667c)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Parisc, Abi::Parisc64]), Some(0x80806685)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Parisc, Abi::Parisc64]), Some(0x401c581f)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Parisc, Abi::Parisc64]), Some(0x801c5820)),
    (Abis::of(&[Abi::I386, Abi::Arm, Abi::S390, Abi::M68k, Abi::Sh]), Some(0x80046601)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Mips64, Abi::Mipsel64, Abi::Parisc64]), Some(0x40086601)),
    (Abis::of(&[Abi::Ppc, Abi::Mips, Abi::Mipsel, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc]), Some(0x40046601)),
    (Abis::of(&[Abi::I386, Abi::Arm, Abi::S390, Abi::M68k, Abi::Sh]), Some(0x40046602)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Mips64, Abi::Mipsel64, Abi::Parisc64]), Some(0x80086602)),
    (Abis::of(&[Abi::Ppc, Abi::Mips, Abi::Mipsel, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc]), Some(0x80046602)),
    (Abis::of(&[Abi::I386, Abi::Arm, Abi::S390, Abi::M68k, Abi::Sh]), Some(0x40047602)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Mips64, Abi::Mipsel64, Abi::Parisc64]), Some(0x80087602)),
    (Abis::of(&[Abi::Ppc, Abi::Mips, Abi::Mipsel, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc]), Some(0x80047602)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Parisc, Abi::Parisc64]), Some(0x400c6613)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0xe)),
    (Abis::of(&[Abi::I386, Abi::X32, Abi::Arm, Abi::S390, Abi::Ppc, Abi::M68k, Abi::Sh]), Some(0xc)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x21)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(8)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x17)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0xb)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0xe)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(1)),
    (Abis::of(&[Abi::I386, Abi::X32, Abi::Arm, Abi::S390, Abi::Ppc, Abi::M68k, Abi::Sh]), Some(0xd)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x22)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(9)),
    (Abis::of(&[Abi::I386, Abi::X32, Abi::Arm, Abi::S390, Abi::Ppc, Abi::M68k, Abi::Sh]), Some(0xe)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x23)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0xa)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x18)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0xc)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0xd)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(3)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(2)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x200000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x80)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x10000)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x49)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x46)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x45)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x43)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x48)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x41)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x44)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), None),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x42)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x47)),
    (Abis::of(&[Abi::X86_64, Abi::I386, Abi::X32]), Some(0x40)),
    (Abis::of(&[Abi::X86_64, Abi::I386, Abi::X32]), Some(0x80)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x800)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x10)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x800)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x10)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x2000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x4000)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(4)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x1000)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x8000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x80000)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x80)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x8000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x20000)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x40)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x400)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x10000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x40000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), None),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x2b)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), None),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x2000)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x4000)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x8000)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(2)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(4)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(1)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x200000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(8)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x1000)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x200000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x100)),
    (Abis::of(&[Abi::Aarch64, Abi::Arm, Abi::M68k]), Some(0x10000)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x20000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x8000)),
    (Abis::of(&[Abi::Aarch64, Abi::Arm, Abi::M68k, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x4000)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x1000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x10)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x40000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x400)),
    (Abis::of(&[Abi::Aarch64, Abi::Arm, Abi::M68k]), Some(0x20000)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x10000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x2000)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x800)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x80)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x10000)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x100000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x800)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x20000)),
    (Abis::of(&[Abi::Aarch64, Abi::Arm, Abi::M68k, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x8000)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x80)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x80)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x10000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x400)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x400000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x4010)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x48000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x4010)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x48000)),
    (Abis::of(&[Abi::Aarch64, Abi::Arm, Abi::M68k, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x404000)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x801000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x80)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x10000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x400)),
    (Abis::of(&[Abi::S390x, Abi::S390]), Some(6)),
    (Abis::of(&[Abi::S390x, Abi::S390]), Some(7)),
    (Abis::of(&[Abi::Aarch64]), Some(0x10)),
    (Abis::of(&[Abi::Aarch64]), Some(0x20)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x10)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x10)),
    (Abis::of(&[Abi::X86_64, Abi::I386, Abi::X32]), Some(0x1e)),
    (Abis::of(&[Abi::Aarch64, Abi::Riscv64, Abi::Loongarch64, Abi::S390x, Abi::S390]), None),
    (Abis::of(&[Abi::X86_64, Abi::I386, Abi::X32]), Some(0x12)),
    (Abis::of(&[Abi::Aarch64, Abi::Riscv64, Abi::Loongarch64, Abi::S390x, Abi::S390]), None),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x12)),
    (Abis::of(&[Abi::X86_64, Abi::I386, Abi::X32, Abi::M68k, Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x19)),
    (Abis::of(&[Abi::Arm]), Some(0x16)),
    (Abis::of(&[Abi::Aarch64, Abi::Riscv64, Abi::Loongarch64, Abi::S390x, Abi::S390]), None),
    (Abis::of(&[Abi::X86_64, Abi::I386, Abi::X32]), Some(0x13)),
    (Abis::of(&[Abi::Aarch64, Abi::Riscv64, Abi::Loongarch64, Abi::S390x, Abi::S390]), None),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x13)),
    (Abis::of(&[Abi::X86_64, Abi::I386, Abi::X32, Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x1a)),
    (Abis::of(&[Abi::X86_64, Abi::I386, Abi::X32, Abi::M68k]), Some(0x21)),
    (Abis::of(&[Abi::S390x, Abi::S390, Abi::Parisc, Abi::Parisc64]), Some(0xc)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x100)),
    (Abis::of(&[Abi::X86_64, Abi::I386, Abi::X32, Abi::Aarch64, Abi::Loongarch64, Abi::S390x, Abi::S390]), Some(0x1f)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x1d)),
    (Abis::of(&[Abi::X86_64, Abi::I386, Abi::X32, Abi::Aarch64, Abi::Loongarch64, Abi::S390x, Abi::S390]), Some(0x20)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x1e)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(6)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(9)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(5)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(8)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(7)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(8)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x10000)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x80)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x20)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(1)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(4)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x40)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(8)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x10)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x200000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x80)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x10000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0xa)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x12)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x12)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x19)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x1a)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x16)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x16)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x1d)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x15)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x13)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x80)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), None),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(7)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x17)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x18)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0xc)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x18)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x19)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x1a)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x1b)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x1b)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x1c)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x15)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x1d)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x10)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x11)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x1c)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x14)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x14)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x17)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x1e)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0xc)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x1f)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x1e)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(1)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(3)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(2)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x40047307)),
    (Abis::of(&[Abi::Sh]), Some(0x80047307)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x40047309)),
    (Abis::of(&[Abi::Sh]), Some(0x80047309)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x80047308)),
    (Abis::of(&[Abi::Sh]), Some(0x40047308)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x200000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(1)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x80)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x40000000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(2)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0xffff)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x1009)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x401c)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x402b)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x401a)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x402c)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x402d)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4019)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4037)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4029)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x20)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x400e)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4046)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4027)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4044)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x402e)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4032)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x401b)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x401b)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4042)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x1029)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x10)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x1007)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x402a)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4031)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(8)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x80)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4025)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x401f)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4028)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4030)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4045)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4024)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x400b)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x100)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x14)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x11)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4010)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x401e)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4023)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x15)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x12)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4011)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4034)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x2000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x1e)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x401d)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4043)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x400c)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x1028)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x1002)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x100b)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x10)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x1004)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4049)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x12)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x1006)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4040)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x12)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x1006)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4047)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(4)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x200)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4021)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4026)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x1001)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x1f)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x100a)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x11)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x1003)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x13)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x1005)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4041)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x13)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x1005)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4048)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4036)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x1008)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4022)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4035)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x2000741f)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x5407)),
    (Abis::of(&[Abi::Sh]), Some(0x741f)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x40147417)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x5401)),
    (Abis::of(&[Abi::Sh]), Some(0x80127417)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x40125401)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x402c7413)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x540d)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x40245410)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x402c7413)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x4030542a)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x402c542a)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x2000741d)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x5405)),
    (Abis::of(&[Abi::Sh]), Some(0x741d)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x5486)),
    (Abis::of(&[Abi::Sh]), Some(0x40045425)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x80147418)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x5402)),
    (Abis::of(&[Abi::Sh]), Some(0x40127418)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x80125402)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x8014741c)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x5404)),
    (Abis::of(&[Abi::Sh]), Some(0x4012741c)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x80125404)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x80147419)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x5403)),
    (Abis::of(&[Abi::Sh]), Some(0x40127419)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x80125403)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x802c7414)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x540e)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x80245411)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x802c7414)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x8030542b)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x802c542b)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x802c7416)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x5410)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x80245413)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x802c7416)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x8030542d)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x802c542d)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x802c7415)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x540f)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x80245412)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x802c7415)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x8030542c)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x802c542c)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x2000741e)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc, Abi::Parisc64]), Some(0x5406)),
    (Abis::of(&[Abi::Sh]), Some(0x741e)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x200000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x80)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x10000)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x80047478)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x740d)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Parisc, Abi::Parisc64]), Some(0x40045432)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x7400)),
    (Abis::of(&[Abi::Sh]), Some(0x80045424)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Parisc, Abi::Parisc64]), Some(0x40045440)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x40047477)),
    (Abis::of(&[Abi::Sh]), Some(0x80047477)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4004541e)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Parisc, Abi::Parisc64]), Some(0x40045438)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Parisc, Abi::Parisc64]), Some(0x40045439)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Parisc, Abi::Parisc64]), Some(0x40045430)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x20005441)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), None),
    (Abis::of(&[Abi::Sh]), Some(0x8020542e)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x4020542e)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x5484)),
    (Abis::of(&[Abi::Sh]), Some(0x803c541e)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x7416)),
    (Abis::of(&[Abi::Sh]), Some(0x80045429)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x40045414)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x5481)),
    (Abis::of(&[Abi::Sh]), Some(0x80045419)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x40087468)),
    (Abis::of(&[Abi::Sh]), Some(0x80087468)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x4004667f)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x467f)),
    (Abis::of(&[Abi::Sh]), Some(0x8004667f)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x5483)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x741c)),
    (Abis::of(&[Abi::Sh]), Some(0x40045417)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x741b)),
    (Abis::of(&[Abi::Sh]), Some(0x40045416)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x741d)),
    (Abis::of(&[Abi::Sh]), Some(0x80045415)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x741a)),
    (Abis::of(&[Abi::Sh]), Some(0x40045418)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x5471)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x740e)),
    (Abis::of(&[Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x40047473)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x7472)),
    (Abis::of(&[Abi::Sh]), Some(0x80047473)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x5470)),
    (Abis::of(&[Abi::Sh]), Some(0x40045420)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x5480)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x7401)),
    (Abis::of(&[Abi::Sh]), Some(0x40045423)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Parisc, Abi::Parisc64]), Some(0x80045436)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x80047476)),
    (Abis::of(&[Abi::Sh]), Some(0x40047476)),
    (Abis::of(&[Abi::Parisc, Abi::Parisc64]), Some(0x8004541d)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Parisc, Abi::Parisc64]), Some(0x80045431)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), None),
    (Abis::of(&[Abi::Sh, Abi::Parisc, Abi::Parisc64]), Some(0xc020542f)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x5485)),
    (Abis::of(&[Abi::Sh]), Some(0x403c541f)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x5482)),
    (Abis::of(&[Abi::Sh]), Some(0x4004541a)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32]), Some(0x5472)),
    (Abis::of(&[Abi::Sh]), Some(0x40015412)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc]), Some(0x80087467)),
    (Abis::of(&[Abi::Sh]), Some(0x40087467)),
    (Abis::of(&[Abi::Mips, Abi::Mipsel, Abi::Mips64, Abi::Mipsel64, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Ppc64le, Abi::Ppc64, Abi::Ppc, Abi::Parisc, Abi::Parisc64]), Some(0x800454ca)),
    (Abis::of(&[Abi::I386, Abi::Arm, Abi::S390, Abi::M68k, Abi::Sh, Abi::Ppc, Abi::Mips, Abi::Mipsel, Abi::Mips64n32, Abi::Mipsel64n32, Abi::Parisc]), Some(0xc01c586b)),
];

pub(crate) static SETS: [Set; 138] = [
    Set { name: 3, kind: SetKind::Flags { field: 0 }, first: 0, count: 2 }, // accept
    Set { name: 5, kind: SetKind::Flags { field: 0 }, first: 2, count: 4 }, // access
    Set { name: 2013, kind: SetKind::Values, first: 6, count: 46 }, // af
    Set { name: 11, kind: SetKind::Values, first: 52, count: 23 }, // arch_prctl
    Set { name: 2014, kind: SetKind::Flags { field: 0 }, first: 75, count: 4 }, // at
    Set { name: 2015, kind: SetKind::Values, first: 79, count: 21 }, // audit_arch
    Set { name: 18, kind: SetKind::Values, first: 100, count: 37 }, // bpf
    Set { name: 2016, kind: SetKind::Values, first: 137, count: 12 }, // clock
    Set { name: 42, kind: SetKind::Flags { field: 0xff }, first: 149, count: 55 }, // clone
    Set { name: 45, kind: SetKind::Flags { field: 0 }, first: 204, count: 2 }, // close_range
    Set { name: 50, kind: SetKind::Flags { field: 0 }, first: 206, count: 2 }, // delete_module
    Set { name: 53, kind: SetKind::Flags { field: 0 }, first: 208, count: 1 }, // dup3
    Set { name: 54, kind: SetKind::Flags { field: 0 }, first: 209, count: 1 }, // epoll_create
    Set { name: 56, kind: SetKind::Values, first: 210, count: 3 }, // epoll_ctl
    Set { name: 2017, kind: SetKind::Flags { field: 0 }, first: 213, count: 10 }, // epoll_events
    Set { name: 62, kind: SetKind::Flags { field: 0 }, first: 223, count: 3 }, // eventfd
    Set { name: 65, kind: SetKind::Flags { field: 0 }, first: 226, count: 3 }, // execveat
    Set { name: 68, kind: SetKind::Flags { field: 0 }, first: 229, count: 3 }, // faccessat
    Set { name: 2018, kind: SetKind::Values, first: 232, count: 6 }, // fadvise
    Set { name: 72, kind: SetKind::Flags { field: 0 }, first: 238, count: 8 }, // fallocate
    Set { name: 73, kind: SetKind::Flags { field: 0xc }, first: 246, count: 16 }, // fanotify_init
    Set { name: 74, kind: SetKind::Flags { field: 0 }, first: 262, count: 12 }, // fanotify_mark
    Set { name: 2019, kind: SetKind::Flags { field: 0 }, first: 274, count: 23 }, // fanotify_mask
    Set { name: 82, kind: SetKind::Values, first: 297, count: 38 }, // fcntl
    Set { name: 88, kind: SetKind::Flags { field: 0 }, first: 335, count: 3 }, // finit_module
    Set { name: 90, kind: SetKind::Flags { field: 0xb }, first: 338, count: 4 }, // flock
    Set { name: 93, kind: SetKind::Values, first: 342, count: 9 }, // fsconfig
    Set { name: 95, kind: SetKind::Flags { field: 0 }, first: 351, count: 1 }, // fsmount
    Set { name: 96, kind: SetKind::Flags { field: 0 }, first: 352, count: 1 }, // fsopen
    Set { name: 97, kind: SetKind::Flags { field: 0 }, first: 353, count: 4 }, // fspick
    Set { name: 107, kind: SetKind::Flags { field: 0x7f }, first: 357, count: 16 }, // futex
    Set { name: 2020, kind: SetKind::Flags { field: 0x3 }, first: 373, count: 7 }, // futex2
    Set { name: 115, kind: SetKind::Flags { field: 0 }, first: 380, count: 3 }, // get_mempolicy
    Set { name: 140, kind: SetKind::Flags { field: 0 }, first: 383, count: 3 }, // getrandom
    Set { name: 2021, kind: SetKind::Values, first: 386, count: 4 }, // idtype
    Set { name: 2022, kind: SetKind::Flags { field: 0 }, first: 390, count: 19 }, // inotify
    Set { name: 160, kind: SetKind::Flags { field: 0 }, first: 409, count: 2 }, // inotify_init
    Set { name: 170, kind: SetKind::Flags { field: 0 }, first: 411, count: 8 }, // io_uring_enter
    Set { name: 173, kind: SetKind::Values, first: 419, count: 111 }, // ioctl
    Set { name: 2023, kind: SetKind::Values, first: 530, count: 3 }, // ioprio_who
    Set { name: 178, kind: SetKind::Values, first: 533, count: 12 }, // ipc
    Set { name: 2024, kind: SetKind::Values, first: 545, count: 7 }, // ipc_cmd
    Set { name: 2025, kind: SetKind::Flags { field: 0 }, first: 552, count: 4 }, // ipc_get
    Set { name: 2026, kind: SetKind::Values, first: 556, count: 30 }, // ipproto
    Set { name: 2027, kind: SetKind::Values, first: 586, count: 3 }, // itimer
    Set { name: 179, kind: SetKind::Values, first: 589, count: 8 }, // kcmp
    Set { name: 2028, kind: SetKind::Flags { field: 0 }, first: 597, count: 3 }, // kexec
    Set { name: 2029, kind: SetKind::Flags { field: 0 }, first: 600, count: 4 }, // kexec_file
    Set { name: 182, kind: SetKind::Values, first: 604, count: 33 }, // keyctl
    Set { name: 2030, kind: SetKind::Values, first: 637, count: 8 }, // keyring
    Set { name: 2031, kind: SetKind::Flags { field: 0 }, first: 645, count: 2 }, // landlock_create
    Set { name: 2032, kind: SetKind::Flags { field: 0 }, first: 647, count: 16 }, // landlock_fs
    Set { name: 2033, kind: SetKind::Flags { field: 0 }, first: 663, count: 2 }, // landlock_net
    Set { name: 2034, kind: SetKind::Flags { field: 0 }, first: 665, count: 3 }, // landlock_restrict
    Set { name: 2035, kind: SetKind::Values, first: 668, count: 2 }, // landlock_rule
    Set { name: 2036, kind: SetKind::Flags { field: 0 }, first: 670, count: 2 }, // landlock_scope
    Set { name: 191, kind: SetKind::Flags { field: 0 }, first: 672, count: 2 }, // linkat
    Set { name: 193, kind: SetKind::Flags { field: 0 }, first: 674, count: 1 }, // listmount
    Set { name: 2037, kind: SetKind::Values, first: 675, count: 6 }, // lsm_attr
    Set { name: 208, kind: SetKind::Values, first: 681, count: 27 }, // madvise
    Set { name: 210, kind: SetKind::Flags { field: 0 }, first: 708, count: 3 }, // mbind
    Set { name: 211, kind: SetKind::Values, first: 711, count: 11 }, // membarrier
    Set { name: 2038, kind: SetKind::Flags { field: 0 }, first: 722, count: 1 }, // membarrier_flags
    Set { name: 2039, kind: SetKind::Flags { field: 0 }, first: 723, count: 5 }, // memfd
    Set { name: 213, kind: SetKind::Flags { field: 0 }, first: 728, count: 1 }, // memfd_secret
    Set { name: 221, kind: SetKind::Flags { field: 0 }, first: 729, count: 1 }, // mlock2
    Set { name: 222, kind: SetKind::Flags { field: 0 }, first: 730, count: 3 }, // mlockall
    Set { name: 223, kind: SetKind::Flags { field: 0xf }, first: 733, count: 20 }, // mmap
    Set { name: 2040, kind: SetKind::Flags { field: 0xf000 }, first: 753, count: 22 }, // mode
    Set { name: 226, kind: SetKind::Flags { field: 0 }, first: 775, count: 25 }, // mount
    Set { name: 2041, kind: SetKind::Flags { field: 0x70 }, first: 800, count: 10 }, // mount_attr
    Set { name: 227, kind: SetKind::Flags { field: 0 }, first: 810, count: 4 }, // mount_setattr
    Set { name: 228, kind: SetKind::Flags { field: 0 }, first: 814, count: 8 }, // move_mount
    Set { name: 2042, kind: SetKind::Flags { field: 0xf }, first: 822, count: 10 }, // mpol
    Set { name: 240, kind: SetKind::Flags { field: 0 }, first: 832, count: 3 }, // mremap
    Set { name: 2043, kind: SetKind::Flags { field: 0 }, first: 835, count: 22 }, // msg
    Set { name: 2044, kind: SetKind::Flags { field: 0 }, first: 857, count: 4 }, // msg_ipc
    Set { name: 246, kind: SetKind::Flags { field: 0 }, first: 861, count: 3 }, // msync
    Set { name: 2045, kind: SetKind::Flags { field: 0 }, first: 864, count: 5 }, // name_to_handle
    Set { name: 2046, kind: SetKind::Values, first: 869, count: 21 }, // netlink
    Set { name: 2047, kind: SetKind::Flags { field: 0 }, first: 890, count: 14 }, // ns
    Set { name: 2048, kind: SetKind::Values, first: 904, count: 5 }, // nt
    Set { name: 261, kind: SetKind::Flags { field: 0x3 }, first: 909, count: 20 }, // open
    Set { name: 263, kind: SetKind::Flags { field: 0 }, first: 929, count: 6 }, // open_tree
    Set { name: 2049, kind: SetKind::Flags { field: 0 }, first: 935, count: 4 }, // perf_event
    Set { name: 272, kind: SetKind::Flags { field: 0xff }, first: 939, count: 19 }, // personality
    Set { name: 274, kind: SetKind::Flags { field: 0 }, first: 958, count: 2 }, // pidfd_open
    Set { name: 275, kind: SetKind::Flags { field: 0 }, first: 960, count: 3 }, // pidfd_send_signal
    Set { name: 277, kind: SetKind::Flags { field: 0 }, first: 963, count: 4 }, // pipe2
    Set { name: 2050, kind: SetKind::Flags { field: 0 }, first: 967, count: 2 }, // pkey
    Set { name: 285, kind: SetKind::Values, first: 969, count: 77 }, // prctl
    Set { name: 2051, kind: SetKind::Values, first: 1046, count: 3 }, // prio
    Set { name: 2052, kind: SetKind::Flags { field: 0 }, first: 1049, count: 10 }, // prot
    Set { name: 298, kind: SetKind::Values, first: 1059, count: 44 }, // ptrace
    Set { name: 2053, kind: SetKind::Flags { field: 0 }, first: 1103, count: 10 }, // ptrace_options
    Set { name: 312, kind: SetKind::Values, first: 1113, count: 8 }, // reboot
    Set { name: 2054, kind: SetKind::Values, first: 1121, count: 1 }, // reboot_magic
    Set { name: 2055, kind: SetKind::Values, first: 1122, count: 4 }, // reboot_magic2
    Set { name: 321, kind: SetKind::Flags { field: 0 }, first: 1126, count: 3 }, // rename
    Set { name: 2056, kind: SetKind::Flags { field: 0 }, first: 1129, count: 6 }, // resolve
    Set { name: 2057, kind: SetKind::Values, first: 1135, count: 16 }, // rlimit
    Set { name: 329, kind: SetKind::Flags { field: 0 }, first: 1151, count: 1 }, // rseq
    Set { name: 2058, kind: SetKind::Values, first: 1152, count: 3 }, // rusage
    Set { name: 2059, kind: SetKind::Flags { field: 0 }, first: 1155, count: 8 }, // rwf
    Set { name: 2060, kind: SetKind::Flags { field: 0xf }, first: 1163, count: 8 }, // sched
    Set { name: 2061, kind: SetKind::Flags { field: 0 }, first: 1171, count: 6 }, // seals
    Set { name: 359, kind: SetKind::Values, first: 1177, count: 4 }, // seccomp
    Set { name: 2062, kind: SetKind::Flags { field: 0 }, first: 1181, count: 6 }, // seccomp_filter
    Set { name: 2063, kind: SetKind::Values, first: 1187, count: 5 }, // seek
    Set { name: 2064, kind: SetKind::Values, first: 1192, count: 14 }, // sem_cmd
    Set { name: 2065, kind: SetKind::Flags { field: 0 }, first: 1206, count: 2 }, // shadow_stack
    Set { name: 2066, kind: SetKind::Values, first: 1208, count: 5 }, // shm_cmd
    Set { name: 410, kind: SetKind::Flags { field: 0 }, first: 1213, count: 4 }, // shmat
    Set { name: 414, kind: SetKind::Values, first: 1217, count: 3 }, // shutdown
    Set { name: 2067, kind: SetKind::Flags { field: 0 }, first: 1220, count: 7 }, // sigaction_flags
    Set { name: 418, kind: SetKind::Flags { field: 0 }, first: 1227, count: 2 }, // signalfd
    Set { name: 2068, kind: SetKind::Values, first: 1229, count: 31 }, // signals
    Set { name: 421, kind: SetKind::Values, first: 1260, count: 3 }, // sigprocmask
    Set { name: 2069, kind: SetKind::Values, first: 1263, count: 64 }, // so
    Set { name: 2070, kind: SetKind::Flags { field: 0xf }, first: 1327, count: 9 }, // sock
    Set { name: 425, kind: SetKind::Values, first: 1336, count: 20 }, // socketcall
    Set { name: 2071, kind: SetKind::Values, first: 1356, count: 22 }, // sol
    Set { name: 427, kind: SetKind::Flags { field: 0 }, first: 1378, count: 4 }, // splice
    Set { name: 435, kind: SetKind::Flags { field: 0 }, first: 1382, count: 1 }, // statmount
    Set { name: 436, kind: SetKind::Flags { field: 0 }, first: 1383, count: 20 }, // statx
    Set { name: 2072, kind: SetKind::Flags { field: 0x6000 }, first: 1403, count: 6 }, // statx_at
    Set { name: 442, kind: SetKind::Flags { field: 0 }, first: 1409, count: 4 }, // swapon
    Set { name: 447, kind: SetKind::Flags { field: 0 }, first: 1413, count: 3 }, // sync_file_range
    Set { name: 2073, kind: SetKind::Values, first: 1416, count: 19 }, // tcp
    Set { name: 2074, kind: SetKind::Flags { field: 0 }, first: 1435, count: 1 }, // timer_abstime
    Set { name: 467, kind: SetKind::Flags { field: 0 }, first: 1436, count: 2 }, // timerfd_create
    Set { name: 470, kind: SetKind::Flags { field: 0 }, first: 1438, count: 2 }, // timerfd_settime
    Set { name: 480, kind: SetKind::Flags { field: 0 }, first: 1440, count: 4 }, // umount
    Set { name: 484, kind: SetKind::Flags { field: 0 }, first: 1444, count: 1 }, // unlinkat
    Set { name: 489, kind: SetKind::Flags { field: 0 }, first: 1445, count: 3 }, // userfaultfd
    Set { name: 503, kind: SetKind::Flags { field: 0 }, first: 1448, count: 6 }, // wait4
    Set { name: 504, kind: SetKind::Flags { field: 0 }, first: 1454, count: 8 }, // waitid
    Set { name: 2075, kind: SetKind::Flags { field: 0 }, first: 1462, count: 2 }, // xattr
];

pub(crate) static MEMBERS: [u16; 1464] = [
    1237, 1234, 387, 1501, 1497, 1098, 47, 46, 18, 9, 20, 5, 32, 11, 7, 50,
    19, 39, 14, 30, 42, 25, 31, 34, 6, 15, 8, 38, 44, 21, 36, 49,
    26, 16, 29, 13, 45, 10, 23, 41, 22, 35, 17, 12, 4, 33, 48, 24,
    37, 43, 51, 28, 69, 68, 55, 56, 54, 67, 61, 60, 66, 59, 65, 64,
    62, 63, 58, 52, 57, 53, 71, 70, 72, 74, 73, 89, 88, 82, 76, 110,
    92, 90, 91, 106, 93, 108, 107, 105, 104, 103, 95, 98, 96, 99, 97, 100,
    94, 109, 101, 102, 130, 140, 142, 132, 136, 151, 145, 143, 146, 148, 153, 150,
    135, 149, 134, 144, 152, 154, 122, 120, 155, 138, 133, 121, 139, 137, 141, 131,
    125, 129, 127, 128, 123, 124, 126, 147, 156, 170, 166, 169, 175, 168, 172, 167,
    164, 171, 165, 173, 174, 202, 181, 180, 197, 194, 195, 201, 192, 199, 187, 198,
    196, 193, 176, 179, 200, 177, 184, 191, 185, 190, 188, 186, 183, 1187, 1189, 1197,
    1188, 1205, 1180, 1182, 1186, 1192, 1210, 1200, 1211, 1193, 1181, 1204, 1201, 1183, 1185, 1202,
    1206, 1207, 1208, 1209, 1214, 1215, 1212, 1195, 1213, 1190, 1196, 1203, 204, 203, 823, 831,
    812, 219, 220, 221, 222, 213, 216, 215, 209, 212, 217, 211, 218, 214, 210, 208,
    206, 207, 89, 76, 77, 89, 75, 76, 902, 903, 904, 905, 900, 901, 226, 228,
    227, 224, 231, 225, 229, 230, 236, 235, 237, 238, 265, 282, 281, 244, 278, 280,
    275, 273, 277, 279, 274, 276, 255, 247, 258, 248, 257, 256, 253, 254, 251, 250,
    249, 252, 232, 261, 234, 240, 239, 267, 262, 263, 241, 242, 243, 264, 268, 246,
    270, 233, 269, 271, 259, 260, 245, 272, 266, 366, 370, 396, 371, 397, 373, 399,
    401, 403, 375, 406, 379, 404, 377, 376, 374, 400, 402, 384, 385, 386, 398, 372,
    364, 367, 383, 405, 378, 363, 382, 381, 408, 380, 407, 368, 365, 369, 395, 682,
    683, 681, 595, 593, 596, 594, 307, 310, 305, 308, 309, 306, 302, 304, 303, 311,
    312, 313, 316, 315, 314, 351, 357, 339, 345, 335, 360, 340, 349, 347, 352, 358,
    355, 336, 341, 344, 333, 331, 328, 329, 330, 326, 325, 327, 706, 704, 705, 417,
    418, 416, 1056, 1058, 1057, 1059, 419, 434, 421, 425, 424, 442, 436, 437, 426, 427,
    428, 438, 441, 429, 430, 433, 432, 431, 440, 422, 439, 449, 453, 452, 447, 451,
    446, 448, 450, 1410, 1436, 1440, 1438, 1409, 1433, 1435, 1434, 1431, 1442, 1408, 1450, 1471,
    1475, 1454, 1478, 1472, 1483, 1463, 1484, 1468, 1467, 1466, 1469, 1462, 1482, 297, 1465, 1449,
    1460, 1481, 1473, 295, 1470, 1476, 1452, 1432, 1474, 1448, 1461, 1411, 1437, 1441, 1439, 1459,
    1480, 1457, 1479, 1451, 1477, 1485, 1455, 1456, 1453, 1458, 296, 293, 292, 298, 291, 286,
    287, 288, 289, 290, 300, 301, 321, 322, 318, 319, 320, 323, 223, 317, 324, 157,
    161, 159, 158, 162, 160, 1500, 163, 116, 115, 117, 113, 112, 118, 114, 111, 119,
    1229, 1224, 1225, 1232, 1223, 1231, 1228, 1226, 1227, 1222, 1219, 1221, 1220, 1230, 1233, 299,
    294, 1486, 444, 443, 445, 1150, 1149, 1148, 1151, 724, 723, 722, 721, 1161, 1163, 1164,
    1162, 460, 461, 462, 457, 746, 737, 747, 455, 456, 458, 1169, 476, 472, 475, 477,
    489, 467, 484, 491, 474, 490, 466, 478, 486, 471, 469, 463, 473, 482, 464, 468,
    483, 465, 479, 487, 492, 480, 470, 485, 488, 481, 494, 495, 493, 497, 503, 498,
    499, 501, 500, 502, 496, 508, 509, 510, 507, 506, 505, 504, 517, 523, 542, 535,
    513, 538, 515, 514, 524, 541, 536, 532, 520, 526, 539, 540, 511, 519, 537, 533,
    521, 522, 518, 516, 529, 528, 527, 530, 531, 534, 525, 512, 543, 549, 545, 548,
    550, 551, 544, 546, 547, 571, 570, 552, 567, 562, 561, 564, 565, 555, 556, 558,
    559, 557, 554, 560, 563, 566, 553, 568, 569, 573, 572, 574, 576, 575, 577, 578,
    88, 76, 592, 597, 598, 599, 600, 601, 602, 619, 623, 625, 628, 609, 611, 624,
    608, 606, 615, 626, 617, 627, 614, 618, 607, 605, 629, 616, 603, 620, 621, 622,
    610, 604, 612, 613, 714, 712, 713, 666, 661, 662, 667, 663, 668, 665, 670, 664,
    669, 660, 659, 672, 671, 674, 675, 673, 285, 676, 656, 657, 658, 650, 649, 651,
    638, 633, 640, 634, 636, 645, 647, 648, 646, 652, 641, 653, 639, 655, 635, 630,
    631, 1388, 1386, 1387, 1385, 1391, 1389, 1392, 1400, 1399, 1401, 1398, 1395, 1404, 1407, 1396,
    1393, 1402, 1405, 1397, 1394, 1403, 1406, 770, 766, 763, 765, 779, 773, 760, 755, 767,
    762, 764, 754, 761, 771, 775, 768, 780, 769, 776, 774, 772, 758, 757, 777, 759,
    692, 685, 693, 691, 689, 686, 688, 687, 684, 690, 89, 82, 76, 83, 697, 695,
    696, 701, 699, 700, 698, 694, 703, 715, 702, 710, 711, 716, 717, 707, 708, 709,
    720, 719, 718, 741, 742, 730, 729, 743, 749, 731, 732, 750, 736, 748, 727, 744,
    733, 740, 738, 751, 725, 745, 752, 735, 726, 458, 739, 734, 728, 753, 756, 778,
    81, 79, 80, 88, 76, 795, 800, 787, 799, 793, 801, 797, 790, 781, 786, 782,
    792, 789, 784, 791, 788, 796, 785, 794, 783, 798, 189, 202, 181, 180, 197, 199,
    187, 198, 184, 191, 185, 190, 188, 186, 805, 804, 806, 803, 802, 826, 832, 827,
    813, 817, 821, 831, 810, 823, 829, 816, 283, 814, 818, 815, 822, 820, 812, 825,
    830, 808, 807, 89, 82, 76, 83, 834, 835, 836, 833, 839, 843, 842, 841, 844,
    838, 837, 840, 1489, 3, 284, 677, 0, 1060, 1, 1176, 1492, 1357, 2, 893, 897,
    895, 896, 894, 812, 823, 814, 824, 898, 899, 979, 940, 929, 967, 951, 992, 935,
    973, 931, 969, 932, 970, 949, 990, 977, 938, 930, 968, 941, 982, 920, 919, 950,
    991, 942, 983, 989, 948, 999, 1000, 953, 954, 976, 966, 928, 978, 939, 947, 988,
    946, 956, 955, 971, 933, 921, 998, 997, 944, 985, 958, 987, 945, 972, 934, 986,
    959, 957, 965, 996, 995, 974, 936, 975, 937, 964, 963, 962, 960, 961, 943, 984,
    952, 1001, 926, 993, 927, 980, 907, 906, 908, 914, 915, 918, 910, 917, 911, 912,
    909, 913, 916, 1055, 1032, 1030, 1033, 1035, 1034, 1036, 1004, 1018, 1051, 1009, 1043, 1007,
    1040, 1003, 1005, 1008, 1041, 1052, 1016, 1049, 1002, 1053, 1054, 1050, 1042, 1006, 1011, 1045,
    1010, 1044, 1039, 1017, 1019, 1031, 1012, 1046, 1037, 1038, 1014, 1013, 1048, 1015, 1047, 1027,
    1025, 1028, 1022, 1023, 1029, 1024, 1026, 1020, 1021, 584, 581, 580, 579, 583, 585, 586,
    582, 587, 588, 589, 590, 591, 1062, 1061, 1063, 1069, 1067, 1068, 1064, 1066, 1065, 1072,
    1074, 1073, 1085, 1071, 1081, 1080, 1079, 1076, 1070, 1075, 1084, 1077, 1078, 1082, 1083, 1086,
    1088, 1087, 1089, 1094, 1093, 1097, 1096, 1090, 1095, 1091, 1092, 1112, 1109, 1114, 1106, 1110,
    1107, 1108, 1113, 392, 393, 391, 394, 390, 389, 1141, 1140, 1123, 1124, 1120, 1117, 1119,
    1118, 1121, 1122, 1147, 1143, 1145, 1144, 1146, 460, 461, 462, 457, 413, 414, 411, 412,
    415, 1156, 1155, 1153, 1152, 1154, 1160, 1159, 1168, 1175, 1173, 1167, 1174, 1170, 1172, 1171,
    1165, 1177, 1179, 1178, 1099, 1100, 1105, 1102, 1104, 1101, 1103, 1157, 1158, 1187, 1189, 1197,
    1188, 1205, 1180, 1182, 1186, 1192, 1210, 1200, 1211, 1193, 1181, 1204, 1201, 1183, 1185, 1202,
    1206, 1207, 1208, 1209, 1214, 1215, 1212, 1195, 1213, 1190, 1196, 1203, 1216, 1218, 1217, 1280,
    1317, 1329, 1286, 1285, 1273, 1321, 1309, 1289, 1298, 1297, 1307, 1290, 1274, 1318, 1299, 1302,
    1311, 1323, 1315, 1326, 1270, 1267, 1282, 1304, 1265, 1305, 1322, 1310, 1300, 1292, 1308, 1284,
    1319, 1330, 1301, 1296, 1291, 1320, 1276, 1293, 1272, 1287, 1266, 1268, 1269, 1278, 1294, 1288,
    1279, 1303, 1331, 1328, 1271, 1314, 1325, 1283, 1306, 1277, 1295, 1275, 1316, 1327, 1312, 1242,
    1236, 1239, 1240, 1241, 1235, 1238, 1237, 1234, 1383, 1367, 1368, 1372, 1365, 1370, 1369, 1384,
    1377, 1373, 1380, 1374, 1382, 1381, 1371, 1379, 1376, 1366, 1375, 1378, 1246, 1257, 1258, 1261,
    1247, 1245, 1255, 1262, 1253, 1252, 1251, 1254, 1243, 1248, 1260, 1264, 1250, 1249, 1256, 1263,
    1244, 1259, 1334, 1335, 1333, 1332, 1336, 1354, 1349, 1351, 1355, 1345, 1338, 1350, 1342, 1346,
    1352, 1340, 1339, 1341, 1337, 1347, 1343, 1348, 1353, 1356, 1344, 87, 86, 85, 89, 82,
    76, 1361, 1358, 1359, 1360, 1363, 1364, 1362, 1424, 1422, 1413, 1419, 1420, 1418, 1427, 1421,
    1414, 1430, 1417, 1425, 1412, 1423, 1429, 1426, 1415, 1428, 1416, 1447, 1443, 1444, 1445, 1446,
    680, 678, 679, 1488, 84, 812, 823, 1487, 1493, 1496, 1490, 1504, 1502, 1503, 1493, 1495,
    1491, 1490, 1494, 1504, 1502, 1503, 1498, 1499,
];
