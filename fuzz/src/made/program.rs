//! Programs that the kernel takes, and calls on which they turn.

use crate::choices::Choices;
use callgate_abi::{Abi, SeccompData};
use callgate_bpf::insn::code;
use callgate_bpf::{Insn, Program};

/// Return values of every action, with data and without, and of none.
const RETURNS: [u32; 16] = [
    0x7fff_0000,
    0x0005_0001,
    0,
    0x8000_0000,
    0x7ffc_0000,
    0x7ff0_0007,
    0x7fc0_0000,
    0x0005_0000,
    0x0005_0026,
    0x0005_1fff,
    0x0003_0000,
    0x0003_1234,
    0x1234_0000,
    0x7fff_0001,
    0xffff_ffff,
    0x0000_0005,
];

/// How programs are made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    /// The most instructions.
    pub(crate) longest: usize,
    /// The words of the call that are loaded.
    pub(crate) words: &'static [u32],
    /// What of each is looked at: all, or these bits only.
    pub(crate) mask: Option<u32>,
}

/// Any word, all of it.
pub(crate) const ANY: Shape =
    Shape { longest: 40, words: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], mask: None };

/// A program; none where the choices come to one that the kernel refuses.
pub(crate) fn program(c: &mut Choices<'_>, shape: Shape) -> Option<Program> {
    let len = 1 + c.below(shape.longest);
    // Scratch words are written first, so that reads of them are taken.
    let mut insns = vec![Insn::st(0), Insn::stx(1)];
    let mut body = 0;
    while body < len && !c.is_empty() {
        push(c, shape, len - body, &mut insns);
        body += 1;
    }
    insns.push(Insn::ret(c.of(&RETURNS)));
    // Jumps are cut to the end, since some choices came to two instructions and the input may end early.
    let last = insns.len() - 1;
    for (at, insn) in insns.iter_mut().enumerate() {
        let most = last.saturating_sub(at + 1);
        if insn.is_conditional_jump() {
            insn.jt = insn.jt.min(most.min(255) as u8);
            insn.jf = insn.jf.min(most.min(255) as u8);
        } else if insn.is_unconditional_jump() {
            insn.k = insn.k.min(most as u32);
        }
    }
    Program::new(insns).ok()
}

fn push(c: &mut Choices<'_>, shape: Shape, left: usize, insns: &mut Vec<Insn>) {
    const OPERATIONS: [u16; 9] = [0x00, 0x10, 0x20, 0x30, 0x40, 0x50, 0x60, 0x70, 0xa0];
    let insn = match c.below(16) {
        0..=3 => {
            insns.push(Insn::ld_abs(4 * c.of(shape.words)));
            let Some(mask) = shape.mask else { return };
            Insn::and(mask)
        }
        4..=7 => {
            let operation = c.of(&[code::JEQ, code::JGT, code::JGE, code::JSET]);
            let source = if c.below(4) == 0 { code::X } else { 0 };
            let (jt, jf) = (c.below(left.min(8)) as u8, c.below(left.min(8)) as u8);
            Insn::new(code::JMP | operation | source, jt, jf, constant(c, shape))
        }
        8 | 9 => {
            let operation = c.of(&OPERATIONS);
            let source = if c.bool() { code::X } else { 0 };
            let k = constant(c, shape);
            let k = match operation {
                code::LSH | code::RSH if source == 0 => k % 32,
                code::DIV if source == 0 => k.max(1),
                _ => k,
            };
            Insn::new(code::ALU | operation | source, 0, 0, k)
        }
        10 => c.of(&[Insn::tax(), Insn::txa(), Insn::neg()]),
        11 => c.of(&[Insn::st(0), Insn::stx(1), Insn::ld_mem(0), Insn::ldx_mem(1), Insn::ld_mem(1)]),
        12 => match c.below(4) {
            0 => Insn::ld_imm(constant(c, shape)),
            1 => Insn::ldx_imm(constant(c, shape)),
            2 => Insn::new(code::LD_W_LEN, 0, 0, 0),
            _ => Insn::new(code::LDX_W_LEN, 0, 0, 0),
        },
        13 => Insn::ja(c.below(left.min(8)) as u32),
        14 => Insn::ret(c.of(&RETURNS)),
        _ => Insn::ret_a(),
    };
    insns.push(insn);
}

fn constant(c: &mut Choices<'_>, shape: Shape) -> u32 {
    match shape.mask {
        None => c.word(),
        // Small ones, mostly.
        Some(mask) => match c.byte() {
            choice @ 0..200 => u32::from(choice) % (mask + 3),
            _ => c.word(),
        },
    }
}

/// A call near to what a program compares.
pub(crate) fn call(c: &mut Choices<'_>, program: &Program) -> SeccompData {
    let constants: Vec<u32> = program.insns().iter().map(|insn| insn.k).collect();
    let word = |c: &mut Choices<'_>| match c.below(4) {
        0 => c.word(),
        1 => c.u32(),
        _ => {
            let near = constants[c.below(constants.len())];
            near.wrapping_add(c.below(3) as u32).wrapping_sub(1)
        }
    };
    let arch = match c.below(4) {
        0 | 1 => Abi::X86_64.audit_arch(),
        2 => c.of(Abi::ALL).audit_arch(),
        _ => word(c),
    };
    let nr = word(c) as i32;
    let mut long = || u64::from(word(c)) << 32 | u64::from(word(c));
    SeccompData { nr, arch, instruction_pointer: long(), args: std::array::from_fn(|_| long()) }
}
