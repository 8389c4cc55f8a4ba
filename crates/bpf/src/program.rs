//! A filter the kernel takes.

use crate::insn::{Insn, RaggedBytes, code};
use crate::verify::{VerifyError, verify};
use callgate_abi::Endian;
use thiserror::Error;

/// A filter that passed the kernel's own checks: C's `struct sock_fprog` with a promise.
///
/// There is no other way to one than [`Program::new`], so whoever holds a `Program` may run,
/// print or install it without looking again.
///
/// ```
/// use callgate_bpf::{Insn, Program};
/// let allow_all = Program::new(vec![Insn::ret(0x7fff_0000)])?;
/// assert_eq!(allow_all.len(), 1);
/// let error = Program::new(vec![Insn::ld_abs(64), Insn::ret(0)]).unwrap_err();
/// assert_eq!(error.index, 0);
/// # Ok::<(), callgate_bpf::VerifyError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Program(Vec<Insn>);

impl Program {
    /// Verifies the instructions as `seccomp(SECCOMP_SET_MODE_FILTER)` would.
    pub fn new(insns: Vec<Insn>) -> Result<Program, VerifyError> {
        verify(&insns)?;
        Ok(Program(insns))
    }

    /// The instructions.
    pub fn insns(&self) -> &[Insn] {
        &self.0
    }

    /// How many instructions there are, 1 to 4096. A program is never empty.
    #[expect(clippy::len_without_is_empty, reason = "the kernel refuses an empty filter, so there is none")]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Reads a raw filter (`struct sock_filter[]`) of this byte order.
    pub fn from_bytes(bytes: &[u8], endian: Endian) -> Result<Program, ReadError> {
        Ok(Program::new(Insn::list_from_bytes(bytes, endian)?)?)
    }

    /// The raw filter in the byte order of this machine, as the kernel takes it.
    pub fn to_bytes(&self) -> Vec<u8> {
        let native = if cfg!(target_endian = "big") { Endian::Big } else { Endian::Little };
        self.to_bytes_in(native)
    }

    /// The raw filter in this byte order.
    pub fn to_bytes_in(&self, endian: Endian) -> Vec<u8> {
        self.0.iter().flat_map(|insn| insn.to_bytes(endian)).collect()
    }

    /// The filter's length once the kernel has converted it to eBPF instructions
    /// (`bpf_convert_filter` in `net/core/filter.c`).
    ///
    /// Filters stacked on one thread may have [`STACK_LIMIT`] of these together, each filter
    /// counted with 4 more than its own (`seccomp_attach_filter`); beyond that is ENOMEM.
    pub fn converted_len(&self) -> usize {
        // The prologue clears A and X and saves the pointer to the data.
        3 + self.0.iter().map(|insn| converted(*insn)).sum::<usize>()
    }
}

/// The most converted instructions that the filters of one thread may have together:
/// `MAX_INSNS_PER_PATH` (`kernel/seccomp.c`).
pub const STACK_LIMIT: usize = 32768;

fn converted(insn: Insn) -> usize {
    const DIV_X: u16 = code::ALU | code::DIV | code::X;
    const JSET: u16 = code::JMP | code::JSET;
    match insn.code {
        code::RET_K => 2,
        // Division by X comes with a test of X and a way out.
        DIV_X => 5,
        _ if insn.is_conditional_jump() => {
            let by_constant = insn.code & code::X == 0;
            // A constant with the top bit goes through a register, because eBPF would extend its sign.
            let constant = usize::from(by_constant && (insn.k as i32) < 0);
            let invertible = insn.code & !code::X != JSET;
            let jumps = if insn.jf == 0 || (insn.jt == 0 && invertible) { 1 } else { 2 };
            constant + jumps
        }
        _ => 1,
    }
}

/// Why bytes are not a filter.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    /// Not a whole number of instructions.
    #[error(transparent)]
    Ragged(#[from] RaggedBytes),
    /// The kernel would refuse it.
    #[error("the kernel would refuse this filter: {0}")]
    Refused(#[from] VerifyError),
}
