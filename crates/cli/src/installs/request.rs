//! What a stopped call asks for, from its registers and the caller's memory.

use callgate_abi::{Abi, SeccompData, Sysno};
use callgate_bpf::{Insn, MAX_INSNS};
use callgate_sys::memory;

const PR_GET_SECCOMP: u32 = 21;
const PR_SET_SECCOMP: u32 = 22;
const PR_SET_NO_NEW_PRIVS: u32 = 38;
const PR_GET_NO_NEW_PRIVS: u32 = 39;
const SECCOMP_MODE_STRICT: u64 = 1;
const SECCOMP_MODE_FILTER: u64 = 2;
const SECCOMP_SET_MODE_STRICT: u32 = 0;
const SECCOMP_SET_MODE_FILTER: u32 = 1;
/// `SECCOMP_FILTER_FLAG_TSYNC`.
const TSYNC: u32 = 1;

/// What a call asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Request {
    /// A filter.
    Filter(Filter),
    /// Strict mode.
    Strict,
    /// `PR_SET_NO_NEW_PRIVS`, as the kernel takes it.
    SetNoNewPrivs,
    /// `PR_GET_NO_NEW_PRIVS`, as the kernel takes it.
    GetNoNewPrivs,
    /// `PR_GET_SECCOMP`.
    GetMode,
    /// Anything else, which is the kernel's to answer.
    Other,
}

/// A filter about to be installed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Filter {
    /// `SECCOMP_FILTER_FLAG_*`.
    pub(crate) flags: u32,
    /// Its instructions.
    pub(crate) insns: Read,
}

/// A filter read from a caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Read {
    /// As the kernel will read it.
    Insns(Vec<Insn>),
    /// A length that the kernel refuses.
    Length(u16),
    /// At an address that cannot be read.
    Fault,
}

impl Filter {
    /// Whether all threads get it.
    pub(crate) fn tsync(&self) -> bool {
        self.flags & TSYNC != 0
    }
}

/// What the call of a thread asks for.
pub(crate) fn of_call(tid: u32, data: &SeccompData) -> Request {
    let Some(abi) = data.abi() else { return Request::Other };
    let low = |at: usize| data.args[at] as u32;
    let zeros = |from: usize, to: usize| data.args[from..=to].iter().all(|arg| register(abi, *arg) == 0);
    match (Sysno { abi, nr: data.nr as u32 }.name(), low(0)) {
        (Some("seccomp"), SECCOMP_SET_MODE_STRICT) if low(1) == 0 && zeros(2, 2) => Request::Strict,
        (Some("seccomp"), SECCOMP_SET_MODE_FILTER) => {
            Request::Filter(Filter { flags: low(1), insns: read(tid, abi, data.args[2]) })
        }
        (Some("prctl"), PR_SET_SECCOMP) => match register(abi, data.args[1]) {
            SECCOMP_MODE_STRICT => Request::Strict,
            SECCOMP_MODE_FILTER => Request::Filter(Filter { flags: 0, insns: read(tid, abi, data.args[2]) }),
            _ => Request::Other,
        },
        (Some("prctl"), PR_GET_SECCOMP) => Request::GetMode,
        (Some("prctl"), PR_SET_NO_NEW_PRIVS) if register(abi, data.args[1]) == 1 && zeros(2, 4) => {
            Request::SetNoNewPrivs
        }
        (Some("prctl"), PR_GET_NO_NEW_PRIVS) if zeros(1, 4) => Request::GetNoNewPrivs,
        _ => Request::Other,
    }
}

/// A register as the kernel reads a `long` of the ABI.
fn register(abi: Abi, value: u64) -> u64 {
    if abi.register_bits() == 32 { value & 0xffff_ffff } else { value }
}

/// Reads a `struct sock_fprog` and what it points at. Callers with 32-bit pointers have a layout of their own.
fn read(tid: u32, abi: Abi, address: u64) -> Read {
    let wide = abi.word_bits() == 64;
    let mut fprog = [0; 16];
    let size = if wide { 16 } else { 8 };
    if memory::read_exact(tid, register(abi, address), &mut fprog[..size]).is_err() {
        return Read::Fault;
    }
    let len = u16::from_ne_bytes([fprog[0], fprog[1]]);
    if len == 0 || usize::from(len) > MAX_INSNS {
        return Read::Length(len);
    }
    let address = if wide {
        fprog.last_chunk::<8>().map_or(0, |word| u64::from_ne_bytes(*word))
    } else {
        let [.., a, b, c, d] = [fprog[4], fprog[5], fprog[6], fprog[7]];
        u64::from(u32::from_ne_bytes([a, b, c, d]))
    };
    let mut bytes = vec![0; usize::from(len) * 8];
    if memory::read_exact(tid, address, &mut bytes).is_err() {
        return Read::Fault;
    }
    let chunks = bytes.as_chunks::<8>().0.iter();
    Read::Insns(chunks.map(|chunk| Insn::from_bytes(*chunk, Abi::NATIVE.endian())).collect())
}
