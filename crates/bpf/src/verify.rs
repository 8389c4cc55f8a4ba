//! The checks the kernel makes before it takes a filter.
//!
//! Accepts exactly what `bpf_check_classic` (`net/core/filter.c`) followed by
//! `seccomp_check_filter` (`kernel/seccomp.c`) accept. The kernel answers every refusal with
//! EINVAL; here the reason is said.

use crate::disasm;
use crate::insn::{Insn, code};
use std::fmt;
use thiserror::Error;

/// The most instructions one filter may have: `BPF_MAXINSNS`.
pub const MAX_INSNS: usize = 4096;
/// The number of scratch words: `BPF_MEMWORDS`.
pub const MEM_WORDS: u32 = 16;
/// The size of `struct seccomp_data`, bytes.
pub const DATA_SIZE: u32 = 64;

/// Why the kernel would refuse a filter, and where.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}", self.describe())]
pub struct VerifyError {
    /// The instruction at fault, counted from 0; 0 when the filter as a whole is.
    pub index: usize,
    /// That instruction; `None` when the filter as a whole is at fault.
    pub insn: Option<Insn>,
    /// What is wrong.
    pub reason: Reason,
}

impl VerifyError {
    fn describe(&self) -> String {
        match self.insn {
            Some(insn) => format!(
                "instruction {} ({}): {}",
                self.index,
                disasm::instruction(self.index, insn),
                self.reason
            ),
            None => self.reason.to_string(),
        }
    }
}

/// What the kernel refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// No instruction at all.
    Empty,
    /// More than [`MAX_INSNS`] instructions; how many there are.
    TooLong(usize),
    /// A code that classic BPF does not have.
    UnknownCode,
    /// Division or remainder by the constant 0.
    DivisionByZero,
    /// A shift by a constant of 32 or more.
    ShiftTooFar,
    /// A scratch word other than 0 to 15.
    ScratchIndex,
    /// A scratch word that is not written on every path to this read.
    ScratchUninitialized,
    /// A jump behind the last instruction.
    JumpOutOfRange,
    /// The last instruction does not return.
    NoReturn,
    /// Classic BPF, but not taken by seccomp: remainder, byte and half-word and indirect loads.
    NotForSeccomp,
    /// A load outside the 64 bytes of `struct seccomp_data`, ancillary data included.
    LoadOutOfBounds,
    /// A load that is not at a multiple of 4.
    LoadUnaligned,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::Empty => f.write_str("the filter has no instructions"),
            Reason::TooLong(len) => {
                write!(f, "the filter has {len} instructions; the kernel takes at most {MAX_INSNS}")
            }
            Reason::UnknownCode => f.write_str("no operation of classic BPF has this code"),
            Reason::DivisionByZero => f.write_str("divides by the constant 0"),
            Reason::ShiftTooFar => f.write_str("shifts by 32 or more"),
            Reason::ScratchIndex => f.write_str("there are scratch words 0 to 15 only"),
            Reason::ScratchUninitialized => {
                f.write_str("reads a scratch word that is not written on every path here")
            }
            Reason::JumpOutOfRange => f.write_str("jumps behind the last instruction"),
            Reason::NoReturn => f.write_str("the last instruction must return"),
            Reason::NotForSeccomp => f.write_str("classic BPF has this operation, but seccomp refuses it"),
            Reason::LoadOutOfBounds => f.write_str("loads from outside the 64 bytes of struct seccomp_data"),
            Reason::LoadUnaligned => f.write_str("loads from an offset that is no multiple of 4"),
        }
    }
}

/// Runs all checks, in the kernel's order.
pub(crate) fn verify(insns: &[Insn]) -> Result<(), VerifyError> {
    let whole = |reason| Err(VerifyError { index: 0, insn: None, reason });
    if insns.is_empty() {
        return whole(Reason::Empty);
    }
    if insns.len() > MAX_INSNS {
        return whole(Reason::TooLong(insns.len()));
    }
    let at = |index: usize, reason| VerifyError { index, insn: Some(insns[index]), reason };
    for (index, insn) in insns.iter().enumerate() {
        check_classic(insns.len(), index, *insn).map_err(|reason| at(index, reason))?;
    }
    let last = insns.len() - 1;
    if !insns[last].is_return() {
        return Err(at(last, Reason::NoReturn));
    }
    check_scratch(insns).map_err(|index| at(index, Reason::ScratchUninitialized))?;
    for (index, insn) in insns.iter().enumerate() {
        check_seccomp(*insn).map_err(|reason| at(index, reason))?;
    }
    Ok(())
}

/// The body of `bpf_check_classic`'s loop.
fn check_classic(len: usize, index: usize, insn: Insn) -> Result<(), Reason> {
    use code::{ALU, DIV, K, LD_MEM, LDX_MEM, LSH, MOD, RSH, ST, STX};
    const DIV_K: u16 = ALU | DIV | K;
    const MOD_K: u16 = ALU | MOD | K;
    const LSH_K: u16 = ALU | LSH | K;
    const RSH_K: u16 = ALU | RSH | K;
    if !is_classic(insn) {
        return Err(Reason::UnknownCode);
    }
    match insn.code {
        DIV_K | MOD_K if insn.k == 0 => Err(Reason::DivisionByZero),
        LSH_K | RSH_K if insn.k >= 32 => Err(Reason::ShiftTooFar),
        LD_MEM | LDX_MEM | ST | STX if insn.k >= MEM_WORDS => Err(Reason::ScratchIndex),
        _ if insn.is_unconditional_jump() && insn.k as usize >= len - index - 1 => {
            Err(Reason::JumpOutOfRange)
        }
        _ if insn.is_conditional_jump() && index + 1 + insn.jt.max(insn.jf) as usize >= len => {
            Err(Reason::JumpOutOfRange)
        }
        _ => Ok(()),
    }
}

/// `chk_code_allowed`.
fn is_classic(insn: Insn) -> bool {
    use code::{
        ADD, ALU, AND, DIV, K, LD_B_ABS, LD_B_IND, LD_H_ABS, LD_H_IND, LD_IMM, LD_MEM, LD_W_ABS, LD_W_IND,
        LD_W_LEN, LDX_B_MSH, LDX_IMM, LDX_MEM, LDX_W_LEN, LSH, MOD, MUL, NEG, OR, RET_A, RET_K, RSH, ST, STX,
        SUB, TAX, TXA, X, XOR,
    };
    let loads_stores_and_the_rest = [
        LD_W_ABS, LD_H_ABS, LD_B_ABS, LD_W_IND, LD_H_IND, LD_B_IND, LD_W_LEN, LD_IMM, LD_MEM, LDX_W_LEN,
        LDX_B_MSH, LDX_IMM, LDX_MEM, ST, STX, RET_K, RET_A, TAX, TXA,
    ];
    let arithmetic = [ADD, SUB, MUL, DIV, OR, AND, LSH, RSH, MOD, XOR];
    loads_stores_and_the_rest.contains(&insn.code)
        || insn.code == ALU | NEG
        || arithmetic.iter().any(|op| insn.code == ALU | op | K || insn.code == ALU | op | X)
        || insn.is_unconditional_jump()
        || insn.is_conditional_jump()
}

/// `check_load_and_stores`, with its imprecision: what follows a return inherits what held before it.
fn check_scratch(insns: &[Insn]) -> Result<(), usize> {
    let mut masks = vec![u16::MAX; insns.len()];
    let mut valid = 0u16;
    for (index, insn) in insns.iter().enumerate() {
        valid &= masks[index];
        match insn.code {
            code::ST | code::STX => valid |= 1 << insn.k,
            code::LD_MEM | code::LDX_MEM if valid & (1 << insn.k) == 0 => return Err(index),
            _ if insn.is_unconditional_jump() => {
                masks[index + 1 + insn.k as usize] &= valid;
                valid = u16::MAX;
            }
            _ if insn.is_conditional_jump() => {
                masks[index + 1 + insn.jt as usize] &= valid;
                masks[index + 1 + insn.jf as usize] &= valid;
                valid = u16::MAX;
            }
            _ => {}
        }
    }
    Ok(())
}

/// The body of `seccomp_check_filter`'s loop.
fn check_seccomp(insn: Insn) -> Result<(), Reason> {
    use code::{ALU, K, LD_B_ABS, LD_B_IND, LD_H_ABS, LD_H_IND, LD_W_IND, LDX_B_MSH, MOD, X};
    const MOD_K: u16 = ALU | MOD | K;
    const MOD_X: u16 = ALU | MOD | X;
    match insn.code {
        code::LD_W_ABS if insn.k >= DATA_SIZE => Err(Reason::LoadOutOfBounds),
        code::LD_W_ABS if insn.k & 3 != 0 => Err(Reason::LoadUnaligned),
        LD_H_ABS | LD_B_ABS | LD_W_IND | LD_H_IND | LD_B_IND | LDX_B_MSH | MOD_K | MOD_X => {
            Err(Reason::NotForSeccomp)
        }
        _ => Ok(()),
    }
}
