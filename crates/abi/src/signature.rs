//! The arguments of system calls: names, C types, and how the kernel reads each register.
//!
//! The tables are generated from `facts/signatures.tsv`, whose sources are the manual pages of section 2
//! and the kernel's `SYSCALL_DEFINE`s.

use crate::Abi;
use crate::arch::Abis;
use crate::generated::signatures::{ARGS, DIFFERING, USUAL};
use crate::generated::syscalls::CALLS;
use crate::pool::word;
use crate::suggest::nearest;
use crate::syscalls::{index, own_name};
use std::sync::OnceLock;

/// A call's arguments in register order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signature {
    /// The call's name as in syscalls(2).
    pub name: &'static str,
    /// At most six; none for calls that take none and for those no kernel of today implements.
    pub args: &'static [Arg],
}

/// One argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arg {
    /// The name in the manual page's synopsis. Halves of a split 64-bit value end in `_low` and
    /// `_high`; a register that only keeps a pair aligned is `pad`.
    pub name: &'static str,
    /// The name in the kernel's definition; the same as `name` where they agree.
    pub alias: &'static str,
    /// The C type, `const char *`.
    pub ctype: &'static str,
    /// How the register is read.
    pub kind: ArgKind,
    /// The set of constants it is written with: a name for [`crate::constants::flag_set`].
    pub flags: Option<&'static str>,
}

/// An argument as the tables have it; texts are numbers in the pool.
pub(crate) struct ArgRow {
    pub(crate) name: u16,
    pub(crate) alias: u16,
    pub(crate) ctype: u16,
    pub(crate) kind: ArgKind,
    pub(crate) flags: Option<u16>,
}

/// A signature that is not the usual one.
pub(crate) struct Differing {
    /// The call's place among all calls; the rows are in this order.
    pub(crate) call: u16,
    pub(crate) abis: Abis,
    /// The first of its rows of `ARGS`, and how many they are.
    pub(crate) args: (u16, u8),
}

/// The usual signatures and the differing ones, each made when it is first asked for: a policy speaks of
/// few calls' arguments, and all of them would fill more memory than the tables.
static USUAL_MADE: [OnceLock<Signature>; CALLS] = [const { OnceLock::new() }; CALLS];
static DIFFERING_MADE: [OnceLock<Signature>; DIFFERING.len()] = [const { OnceLock::new() }; DIFFERING.len()];

/// A call's signature from its rows of `ARGS`.
fn made(call: u16, (first, count): (u16, u8)) -> Signature {
    let rows = &ARGS[usize::from(first)..][..usize::from(count)];
    let args: Vec<Arg> = rows
        .iter()
        .map(|row| Arg {
            name: word(row.name),
            alias: word(row.alias),
            ctype: word(row.ctype),
            kind: row.kind,
            flags: row.flags.map(word),
        })
        .collect();
    Signature { name: word(call), args: args.leak() }
}

/// How the kernel reads an argument's register, and what the number means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ArgKind {
    /// `int`: the low 32 bits, signed.
    Int,
    /// `unsigned int`: the low 32 bits.
    Uint,
    /// `long`: the whole register, signed.
    Long,
    /// `unsigned long`: the whole register.
    Ulong,
    /// `size_t`: the whole register, a count.
    Size,
    /// `loff_t` in one register: 64 bits, signed. ABIs with narrower registers split it.
    Long64,
    /// `u64` in one register. ABIs with narrower registers split it.
    Ulong64,
    /// Address of something in the caller's memory.
    Pointer,
    /// Address of a path that the kernel resolves, ended by a zero byte.
    Path,
    /// A file descriptor: the low 32 bits.
    Fd,
    /// A folder's descriptor or `AT_FDCWD`: the low 32 bits.
    DirFd,
    /// `mode_t`. The kernel keeps the low 16 bits of the 32 (`umode_t`).
    Mode,
    /// `pid_t`: the low 32 bits, signed.
    Pid,
    /// `uid_t`: the low 32 bits; −1 often means "leave". Calls with a `32` twin read 16 bits.
    Uid,
    /// `gid_t`: as `Uid`.
    Gid,
    /// A signal's number: `int`.
    Signal,
}

impl ArgKind {
    /// Bits of the register that the kernel reads on this ABI: 32 or 64.
    ///
    /// x32 and MIPS n32 have 32-bit pointers in 64-bit registers, and the kernel reads all 64.
    pub fn bits(self, abi: Abi) -> u32 {
        match self {
            ArgKind::Long | ArgKind::Ulong | ArgKind::Size | ArgKind::Pointer | ArgKind::Path => {
                abi.register_bits()
            }
            ArgKind::Long64 | ArgKind::Ulong64 => 64,
            ArgKind::Int
            | ArgKind::Uint
            | ArgKind::Fd
            | ArgKind::DirFd
            | ArgKind::Mode
            | ArgKind::Pid
            | ArgKind::Uid
            | ArgKind::Gid
            | ArgKind::Signal => 32,
        }
    }

    /// Whether the number is compared and shown as a signed one.
    pub fn signed(self) -> bool {
        match self {
            ArgKind::Int
            | ArgKind::Long
            | ArgKind::Long64
            | ArgKind::Fd
            | ArgKind::DirFd
            | ArgKind::Pid
            | ArgKind::Signal => true,
            ArgKind::Uint
            | ArgKind::Ulong
            | ArgKind::Size
            | ArgKind::Ulong64
            | ArgKind::Pointer
            | ArgKind::Path
            | ArgKind::Mode
            | ArgKind::Uid
            | ArgKind::Gid => false,
        }
    }

    /// Whether it is an address in the caller's memory, so that a filter cannot see what it says.
    pub fn is_pointer(self) -> bool {
        matches!(self, ArgKind::Pointer | ArgKind::Path)
    }

    /// The part of a register the kernel reads, widened to 64 bits by its sign if it has one.
    ///
    /// ```
    /// use callgate_abi::{Abi, ArgKind};
    /// assert_eq!(ArgKind::Fd.read(Abi::X86_64, 0xffff_ffff) as i64, -1);
    /// assert_eq!(ArgKind::Uint.read(Abi::X86_64, 0x1_0000_0002), 2);
    /// ```
    pub fn read(self, abi: Abi, register: u64) -> u64 {
        match (self.bits(abi), self.signed()) {
            (32, true) => i64::from(register as i32) as u64,
            (32, false) => u64::from(register as u32),
            _ => register,
        }
    }
}

impl Signature {
    /// Where an argument stands, by its manual-page name or else by the kernel's.
    pub fn position(&self, arg: &str) -> Option<usize> {
        let by_name = self.args.iter().position(|candidate| candidate.name == arg);
        by_name.or_else(|| self.args.iter().position(|candidate| candidate.alias == arg))
    }

    /// The argument name nearest to a mistaken one.
    pub fn suggest(&self, arg: &str) -> Option<&'static str> {
        nearest(arg, self.args.iter().flat_map(|candidate| [candidate.name, candidate.alias]))
    }
}

/// A call's signature where it is the usual one; `None` for a name nobody knows.
///
/// ```
/// let openat = callgate_abi::signature("openat").unwrap();
/// assert_eq!(openat.position("flags"), Some(2));
/// ```
pub fn signature(name: &str) -> Option<&'static Signature> {
    index(name).map(usual)
}

/// A call's signature on an ABI: its own where the ABI takes the arguments in another order (clone),
/// behind one pointer (i386's mmap) or 64-bit values in two registers, and else the usual one. Whether
/// the ABI has the call is for [`crate::Sysno::from_name`] to say.
pub fn signature_on(abi: Abi, name: &str) -> Option<&'static Signature> {
    let call = index(own_name(abi, name))?;
    let first = DIFFERING.partition_point(|row| row.call < call);
    let own = DIFFERING[first..]
        .iter()
        .take_while(|row| row.call == call)
        .position(|row| row.abis.contains(abi))
        .map(|at| first + at);
    Some(match own {
        Some(at) => DIFFERING_MADE[at].get_or_init(|| made(call, DIFFERING[at].args)),
        None => usual(call),
    })
}

fn usual(call: u16) -> &'static Signature {
    let at = usize::from(call);
    USUAL_MADE[at].get_or_init(|| made(call, USUAL[at]))
}
