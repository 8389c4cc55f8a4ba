//! The constants that the table of calls compares registers with, and where ABIs differ in them.

use callgate_abi::Abi;

pub(crate) const O_ACCMODE: u64 = 3;
pub(crate) const O_WRONLY: u64 = 1;
pub(crate) const CLONE_NEWNS: u64 = 0x0002_0000;
pub(crate) const CLONE_NEWUSER: u64 = 0x1000_0000;
pub(crate) const AF_UNIX: u64 = 1;
pub(crate) const AF_INET: u64 = 2;
pub(crate) const AF_INET6: u64 = 10;
pub(crate) const AF_NETLINK: u64 = 16;
pub(crate) const AF_SMC: u64 = 43;
/// The bits of socket(2)'s second argument that are the type; the rest are flags.
pub(crate) const SOCK_TYPE_MASK: u64 = 0xf;
pub(crate) const SOCK_SEQPACKET: u64 = 5;
pub(crate) const SOCK_DCCP: u64 = 6;
pub(crate) const IPPROTO_TCP: u64 = 6;
pub(crate) const IPPROTO_UDP: u64 = 17;
pub(crate) const IPPROTO_DCCP: u64 = 33;
pub(crate) const IPPROTO_SCTP: u64 = 132;
pub(crate) const IPPROTO_SMC: u64 = 256;
pub(crate) const IPPROTO_MPTCP: u64 = 262;
pub(crate) const SECCOMP_SET_MODE_FILTER: u64 = 1;
pub(crate) const SECCOMP_FILTER_FLAG_NEW_LISTENER: u64 = 8;
pub(crate) const MFD_NOEXEC_SEAL: u64 = 8;
/// The calls that socketcall(2) multiplexes: `SYS_SOCKET` … of `linux/net.h`.
pub(crate) const SYS_SOCKET: u64 = 1;
pub(crate) const SYS_BIND: u64 = 2;
pub(crate) const SYS_CONNECT: u64 = 3;
pub(crate) const SYS_LISTEN: u64 = 4;
pub(crate) const SYS_SENDTO: u64 = 11;
pub(crate) const SYS_SENDMSG: u64 = 16;
pub(crate) const SYS_SENDMMSG: u64 = 20;

fn is_mips(abi: Abi) -> bool {
    matches!(abi, Abi::Mips | Abi::Mipsel | Abi::Mips64 | Abi::Mipsel64 | Abi::Mips64n32 | Abi::Mipsel64n32)
}

fn is_parisc(abi: Abi) -> bool {
    matches!(abi, Abi::Parisc | Abi::Parisc64)
}

/// `O_CREAT | O_TRUNC | __O_TMPFILE`: opens that change something whatever their access mode.
pub(crate) fn open_changes(abi: Abi) -> u64 {
    if is_mips(abi) {
        0x100 | 0x200 | 0x40_0000
    } else if is_parisc(abi) {
        0x100 | 0x200 | 0x80_0000
    } else {
        0x40 | 0x200 | 0x40_0000
    }
}

/// `O_PATH`.
pub(crate) fn o_path(abi: Abi) -> u64 {
    if is_parisc(abi) { 0x40_0000 } else { 0x20_0000 }
}

/// `SOCK_STREAM`: mips has it and the next exchanged.
pub(crate) fn sock_stream(abi: Abi) -> u64 {
    if is_mips(abi) { 2 } else { 1 }
}

/// `SOCK_DGRAM`.
pub(crate) fn sock_dgram(abi: Abi) -> u64 {
    if is_mips(abi) { 1 } else { 2 }
}

/// `TIOCSTI`: put a byte into a terminal's input.
pub(crate) fn tiocsti(abi: Abi) -> u64 {
    match abi {
        Abi::Sh => 0x4001_5412,
        _ if is_mips(abi) => 0x5472,
        _ => 0x5412,
    }
}

/// `TIOCLINUX`: paste the console's selection, among others.
pub(crate) fn tioclinux(abi: Abi) -> u64 {
    match abi {
        Abi::Sh => 0x4001_541c,
        _ if is_mips(abi) => 0x5483,
        _ => 0x541c,
    }
}

/// The register with clone(2)'s flags: s390 takes the stack first.
pub(crate) fn clone_flags_register(abi: Abi) -> u8 {
    u8::from(matches!(abi, Abi::S390 | Abi::S390x))
}
