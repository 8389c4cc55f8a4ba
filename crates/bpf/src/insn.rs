//! One instruction of classic BPF.

use callgate_abi::Endian;
use thiserror::Error;

/// One instruction: C's `struct sock_filter` (`linux/filter.h`), 8 bytes, fields in native byte order.
///
/// `code` is a class, with a size and a mode (loads) or an operation and a source (arithmetic and
/// jumps) OR-ed to it; see [`code`]. `jt` and `jf` count instructions behind the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(C)]
pub struct Insn {
    /// Operation, see [`code`].
    pub code: u16,
    /// Instructions to skip when a conditional jump's test holds.
    pub jt: u8,
    /// Instructions to skip when it does not.
    pub jf: u8,
    /// The constant: an offset, an operand, a distance or a return value.
    pub k: u32,
}

/// Operation codes (`linux/bpf_common.h`, `linux/filter.h`), combined as the kernel's filters use them.
pub mod code {
    /// `BPF_LD | BPF_W | BPF_ABS`: A = the word at offset k.
    pub const LD_W_ABS: u16 = 0x20;
    /// `BPF_LD | BPF_H | BPF_ABS`: a half word; not for seccomp.
    pub const LD_H_ABS: u16 = 0x28;
    /// `BPF_LD | BPF_B | BPF_ABS`: a byte; not for seccomp.
    pub const LD_B_ABS: u16 = 0x30;
    /// `BPF_LD | BPF_W | BPF_IND`: A = the word at X + k; not for seccomp.
    pub const LD_W_IND: u16 = 0x40;
    /// `BPF_LD | BPF_H | BPF_IND`: not for seccomp.
    pub const LD_H_IND: u16 = 0x48;
    /// `BPF_LD | BPF_B | BPF_IND`: not for seccomp.
    pub const LD_B_IND: u16 = 0x50;
    /// `BPF_LD | BPF_W | BPF_LEN`: A = 64, the size of `struct seccomp_data`.
    pub const LD_W_LEN: u16 = 0x80;
    /// `BPF_LD | BPF_IMM`: A = k.
    pub const LD_IMM: u16 = 0x00;
    /// `BPF_LD | BPF_MEM`: A = M\[k\].
    pub const LD_MEM: u16 = 0x60;
    /// `BPF_LDX | BPF_W | BPF_LEN`: X = 64.
    pub const LDX_W_LEN: u16 = 0x81;
    /// `BPF_LDX | BPF_B | BPF_MSH`: X = 4 × (byte at k & 15); not for seccomp.
    pub const LDX_B_MSH: u16 = 0xb1;
    /// `BPF_LDX | BPF_IMM`: X = k.
    pub const LDX_IMM: u16 = 0x01;
    /// `BPF_LDX | BPF_MEM`: X = M\[k\].
    pub const LDX_MEM: u16 = 0x61;
    /// `BPF_ST`: M\[k\] = A.
    pub const ST: u16 = 0x02;
    /// `BPF_STX`: M\[k\] = X.
    pub const STX: u16 = 0x03;
    /// `BPF_ALU`: the class of arithmetic; OR an operation and a source to it.
    pub const ALU: u16 = 0x04;
    /// `BPF_JMP`: the class of jumps; OR an operation and a source to it.
    pub const JMP: u16 = 0x05;
    /// `BPF_K`: the operand is k.
    pub const K: u16 = 0x00;
    /// `BPF_X`: the operand is X.
    pub const X: u16 = 0x08;
    /// `BPF_ADD`
    pub const ADD: u16 = 0x00;
    /// `BPF_SUB`
    pub const SUB: u16 = 0x10;
    /// `BPF_MUL`
    pub const MUL: u16 = 0x20;
    /// `BPF_DIV`
    pub const DIV: u16 = 0x30;
    /// `BPF_OR`
    pub const OR: u16 = 0x40;
    /// `BPF_AND`
    pub const AND: u16 = 0x50;
    /// `BPF_LSH`
    pub const LSH: u16 = 0x60;
    /// `BPF_RSH`
    pub const RSH: u16 = 0x70;
    /// `BPF_NEG`
    pub const NEG: u16 = 0x80;
    /// `BPF_MOD`: not for seccomp.
    pub const MOD: u16 = 0x90;
    /// `BPF_XOR`
    pub const XOR: u16 = 0xa0;
    /// `BPF_JA`
    pub const JA: u16 = 0x00;
    /// `BPF_JEQ`
    pub const JEQ: u16 = 0x10;
    /// `BPF_JGT`
    pub const JGT: u16 = 0x20;
    /// `BPF_JGE`
    pub const JGE: u16 = 0x30;
    /// `BPF_JSET`
    pub const JSET: u16 = 0x40;
    /// `BPF_RET | BPF_K`: return k.
    pub const RET_K: u16 = 0x06;
    /// `BPF_RET | BPF_A`: return A.
    pub const RET_A: u16 = 0x16;
    /// `BPF_MISC | BPF_TAX`: X = A.
    pub const TAX: u16 = 0x07;
    /// `BPF_MISC | BPF_TXA`: A = X.
    pub const TXA: u16 = 0x87;
}

impl Insn {
    /// An instruction from its four fields, as C's `BPF_JUMP` makes it.
    pub const fn new(code: u16, jt: u8, jf: u8, k: u32) -> Insn {
        Insn { code, jt, jf, k }
    }

    /// A = the word of `struct seccomp_data` at this byte offset.
    pub const fn ld_abs(offset: u32) -> Insn {
        Insn::new(code::LD_W_ABS, 0, 0, offset)
    }

    /// A = the constant.
    pub const fn ld_imm(k: u32) -> Insn {
        Insn::new(code::LD_IMM, 0, 0, k)
    }

    /// X = the constant.
    pub const fn ldx_imm(k: u32) -> Insn {
        Insn::new(code::LDX_IMM, 0, 0, k)
    }

    /// A = scratch word `cell`, 0 to 15.
    pub const fn ld_mem(cell: u32) -> Insn {
        Insn::new(code::LD_MEM, 0, 0, cell)
    }

    /// X = scratch word `cell`.
    pub const fn ldx_mem(cell: u32) -> Insn {
        Insn::new(code::LDX_MEM, 0, 0, cell)
    }

    /// Scratch word `cell` = A.
    pub const fn st(cell: u32) -> Insn {
        Insn::new(code::ST, 0, 0, cell)
    }

    /// Scratch word `cell` = X.
    pub const fn stx(cell: u32) -> Insn {
        Insn::new(code::STX, 0, 0, cell)
    }

    /// A = A `operation` k, with an operation such as [`code::ADD`].
    pub const fn alu_k(operation: u16, k: u32) -> Insn {
        Insn::new(code::ALU | operation | code::K, 0, 0, k)
    }

    /// A = A `operation` X.
    pub const fn alu_x(operation: u16) -> Insn {
        Insn::new(code::ALU | operation | code::X, 0, 0, 0)
    }

    /// A = A & k.
    pub const fn and(k: u32) -> Insn {
        Insn::alu_k(code::AND, k)
    }

    /// A = −A.
    pub const fn neg() -> Insn {
        Insn::new(code::ALU | code::NEG, 0, 0, 0)
    }

    /// Skip `distance` instructions.
    pub const fn ja(distance: u32) -> Insn {
        Insn::new(code::JMP | code::JA, 0, 0, distance)
    }

    /// Skip `jt` instructions if A == k, else `jf`.
    pub const fn jeq(k: u32, jt: u8, jf: u8) -> Insn {
        Insn::new(code::JMP | code::JEQ | code::K, jt, jf, k)
    }

    /// Skip `jt` instructions if A > k, else `jf`; unsigned.
    pub const fn jgt(k: u32, jt: u8, jf: u8) -> Insn {
        Insn::new(code::JMP | code::JGT | code::K, jt, jf, k)
    }

    /// Skip `jt` instructions if A >= k, else `jf`; unsigned.
    pub const fn jge(k: u32, jt: u8, jf: u8) -> Insn {
        Insn::new(code::JMP | code::JGE | code::K, jt, jf, k)
    }

    /// Skip `jt` instructions if A & k is not zero, else `jf`.
    pub const fn jset(k: u32, jt: u8, jf: u8) -> Insn {
        Insn::new(code::JMP | code::JSET | code::K, jt, jf, k)
    }

    /// A jump comparing A with X, with an operation such as [`code::JEQ`].
    pub const fn jump_x(operation: u16, jt: u8, jf: u8) -> Insn {
        Insn::new(code::JMP | operation | code::X, jt, jf, 0)
    }

    /// Return the constant.
    pub const fn ret(k: u32) -> Insn {
        Insn::new(code::RET_K, 0, 0, k)
    }

    /// Return A.
    pub const fn ret_a() -> Insn {
        Insn::new(code::RET_A, 0, 0, 0)
    }

    /// X = A.
    pub const fn tax() -> Insn {
        Insn::new(code::TAX, 0, 0, 0)
    }

    /// A = X.
    pub const fn txa() -> Insn {
        Insn::new(code::TXA, 0, 0, 0)
    }

    /// Whether this is one of the eight conditional jumps, the only instructions that use `jt` and `jf`.
    pub const fn is_conditional_jump(self) -> bool {
        self.code & 0x07 == code::JMP
            && self.code <= 0x4d
            && self.code & 0xf0 != 0
            && matches!(self.code & 0x0f, 0x05 | 0x0d)
    }

    /// Whether this is a jump that is always taken.
    pub const fn is_unconditional_jump(self) -> bool {
        self.code == code::JMP | code::JA
    }

    /// Whether this ends the filter.
    pub const fn is_return(self) -> bool {
        matches!(self.code, code::RET_K | code::RET_A)
    }

    /// The eight bytes of the instruction in this byte order.
    pub fn to_bytes(self, endian: Endian) -> [u8; 8] {
        let (code, k) = match endian {
            Endian::Little => (self.code.to_le_bytes(), self.k.to_le_bytes()),
            Endian::Big => (self.code.to_be_bytes(), self.k.to_be_bytes()),
        };
        [code[0], code[1], self.jt, self.jf, k[0], k[1], k[2], k[3]]
    }

    /// The instruction in eight bytes of this byte order.
    pub fn from_bytes(bytes: [u8; 8], endian: Endian) -> Insn {
        let [c0, c1, jt, jf, k0, k1, k2, k3] = bytes;
        let (code, k) = match endian {
            Endian::Little => (u16::from_le_bytes([c0, c1]), u32::from_le_bytes([k0, k1, k2, k3])),
            Endian::Big => (u16::from_be_bytes([c0, c1]), u32::from_be_bytes([k0, k1, k2, k3])),
        };
        Insn { code, jt, jf, k }
    }

    /// The instructions in a raw filter (`struct sock_filter[]`), not verified.
    pub fn list_from_bytes(bytes: &[u8], endian: Endian) -> Result<Vec<Insn>, RaggedBytes> {
        let (chunks, rest) = bytes.as_chunks::<8>();
        if !rest.is_empty() {
            return Err(RaggedBytes { bytes: bytes.len() });
        }
        Ok(chunks.iter().map(|chunk| Insn::from_bytes(*chunk, endian)).collect())
    }
}

/// A raw filter whose size is no multiple of an instruction's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "a raw filter is a sequence of 8-byte instructions, but this one has {bytes} bytes: it is cut off, or no filter"
)]
pub struct RaggedBytes {
    /// How many bytes were given.
    pub bytes: usize,
}
