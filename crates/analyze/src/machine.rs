//! The machine's state while a filter runs on every input at once.

use crate::diagram::word::{Operation, Test, Value};
use callgate_bpf::insn::code;
use callgate_bpf::{Insn, Program};

/// Registers and scratch words.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Machine {
    pub(crate) a: Value,
    pub(crate) x: Value,
    pub(crate) scratch: [Value; 16],
}

impl Machine {
    /// What the kernel starts with.
    pub(crate) fn new() -> Machine {
        let zero = Value::Constant(0);
        Machine { a: zero, x: zero, scratch: [zero; 16] }
    }

    /// Forgets what nothing reads any more, so that states which differ only there are one.
    pub(crate) fn forget(&mut self, live: Live) {
        let zero = Value::Constant(0);
        if live.0 & Live::A == 0 {
            self.a = zero;
        }
        if live.0 & Live::X == 0 {
            self.x = zero;
        }
        for (n, word) in self.scratch.iter_mut().enumerate() {
            if live.0 & (1 << n) == 0 {
                *word = zero;
            }
        }
    }
}

/// The parts of a machine that are read later: scratch words by their bits, then A and X.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Live(u32);

impl Live {
    const A: u32 = 1 << 16;
    const X: u32 = 1 << 17;

    /// For each instruction, what it and those after it read before they write it.
    pub(crate) fn before_each(program: &Program) -> Vec<Live> {
        let insns = program.insns();
        let mut live = vec![Live(0); insns.len() + 1];
        for (pc, insn) in insns.iter().enumerate().rev() {
            let after = if insn.is_return() {
                0
            } else if insn.is_unconditional_jump() {
                live[pc + 1 + insn.k as usize].0
            } else if insn.is_conditional_jump() {
                live[pc + 1 + insn.jt as usize].0 | live[pc + 1 + insn.jf as usize].0
            } else {
                live[pc + 1].0
            };
            let (reads, writes) = reads_and_writes(*insn);
            live[pc] = Live(after & !writes | reads);
        }
        live
    }
}

fn reads_and_writes(insn: Insn) -> (u32, u32) {
    let (a, x) = (Live::A, Live::X);
    let operand = if insn.code & code::X == 0 { 0 } else { x };
    match insn.code {
        code::LD_W_ABS | code::LD_W_LEN | code::LD_IMM => (0, a),
        code::LD_MEM => (1 << insn.k, a),
        code::LDX_W_LEN | code::LDX_IMM => (0, x),
        code::LDX_MEM => (1 << insn.k, x),
        code::ST => (a, 1 << insn.k),
        code::STX => (x, 1 << insn.k),
        code::TAX => (a, x),
        code::TXA => (x, a),
        code::RET_A => (a, 0),
        code::RET_K => (0, 0),
        _ if insn.is_unconditional_jump() => (0, 0),
        _ if insn.is_conditional_jump() => (a | operand, 0),
        _ => (a | operand, a),
    }
}

/// The instructions that jumps lead to.
pub(crate) fn targets(program: &Program) -> Vec<bool> {
    let mut targets = vec![false; program.len()];
    for (pc, insn) in program.insns().iter().enumerate() {
        if insn.is_unconditional_jump() {
            targets[pc + 1 + insn.k as usize] = true;
        } else if insn.is_conditional_jump() {
            targets[pc + 1 + insn.jt as usize] = true;
            targets[pc + 1 + insn.jf as usize] = true;
        }
    }
    targets
}

/// What a conditional jump compares.
pub(crate) fn test_of(insn: Insn) -> Test {
    match insn.code & 0xf0 {
        code::JEQ => Test::Equal,
        code::JGT => Test::Greater,
        code::JGE => Test::GreaterOrEqual,
        _ => Test::AnyBit,
    }
}

/// What an arithmetic instruction with two operands does.
pub(crate) fn operation_of(insn: Insn) -> Operation {
    match insn.code & 0xf0 {
        code::ADD => Operation::Add,
        code::SUB => Operation::Subtract,
        code::MUL => Operation::Multiply,
        code::DIV => Operation::Divide,
        code::OR => Operation::Or,
        code::AND => Operation::And,
        code::LSH => Operation::ShiftLeft,
        code::RSH => Operation::ShiftRight,
        _ => Operation::Xor,
    }
}
