//! Runs filters as the kernel does.

use crate::insn::code;
use crate::program::Program;
use crate::verify::DATA_SIZE;
use callgate_abi::{Action, Endian, SeccompData};

/// What a filter answers to a call, in the byte order that `data.arch` names
/// (`__AUDIT_ARCH_LE`, bit 30 of `AUDIT_ARCH_*`).
pub fn run(program: &Program, data: &SeccompData) -> u32 {
    run_with(program, data, byte_order(data))
}

/// [`run`] with the byte order said, for callers whose `arch` does not tell (big-endian aarch64).
pub fn run_with(program: &Program, data: &SeccompData, endian: Endian) -> u32 {
    execute(program, &words(data, endian), |_, _, _| {})
}

/// What the kernel answers to a call under several filters, the first installed first
/// (`seccomp_run_filters` in `kernel/seccomp.c`): all run, the lowest action as a signed number
/// wins, among equal ones the filter installed last. No filter at all allows.
pub fn run_stack(programs: &[&Program], data: &SeccompData) -> u32 {
    let words = words(data, byte_order(data));
    let mut winner = Action::Allow.to_ret();
    for program in programs.iter().rev() {
        let ret = execute(program, &words, |_, _, _| {});
        if action_only(ret) < action_only(winner) {
            winner = ret;
        }
    }
    winner
}

/// Which of the answers of a stack's filters, the first installed first, decides: as [`run_stack`] has it. None
/// where all allow.
pub fn decider(answers: &[u32]) -> Option<usize> {
    let mut winner = (Action::Allow.to_ret(), None);
    for (at, ret) in answers.iter().enumerate().rev() {
        if action_only(*ret) < action_only(winner.0) {
            winner = (*ret, Some(at));
        }
    }
    winner.1
}

fn action_only(ret: u32) -> i32 {
    (ret & Action::ACTION_FULL) as i32
}

/// How a filter came to its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// The answer.
    pub ret: u32,
    /// The instructions executed, in order, each counted from 0.
    pub executed: Vec<usize>,
    /// A and X before each of them.
    pub registers: Vec<[u32; 2]>,
    /// The words of `struct seccomp_data` read: bit n for the word at byte 4 × n.
    pub words_read: u16,
}

impl Trace {
    /// Whether an argument or the instruction pointer was looked at; without, the answer is the
    /// same for every call of this number and architecture.
    pub fn reads_more_than_number(&self) -> bool {
        self.words_read & !0b11 != 0
    }
}

/// [`run`], telling the way.
pub fn run_traced(program: &Program, data: &SeccompData) -> Trace {
    run_traced_with(program, data, byte_order(data))
}

/// [`run_with`], telling the way.
pub fn run_traced_with(program: &Program, data: &SeccompData, endian: Endian) -> Trace {
    let mut executed = Vec::new();
    let mut registers = Vec::new();
    let mut words_read = 0;
    let insns = program.insns();
    let ret = execute(program, &words(data, endian), |pc, a, x| {
        executed.push(pc);
        registers.push([a, x]);
        if insns[pc].code == code::LD_W_ABS {
            words_read |= 1 << (insns[pc].k / 4);
        }
    });
    Trace { ret, executed, registers, words_read }
}

/// The byte order of the kernel that reported this call.
pub fn byte_order(data: &SeccompData) -> Endian {
    const AUDIT_ARCH_LE: u32 = 0x4000_0000;
    if data.arch & AUDIT_ARCH_LE == 0 { Endian::Big } else { Endian::Little }
}

/// `struct seccomp_data` as the sixteen words a filter can load.
fn words(data: &SeccompData, endian: Endian) -> [u32; 16] {
    let mut words = [0; 16];
    words[0] = data.nr as u32;
    words[1] = data.arch;
    let long = std::iter::once(data.instruction_pointer).chain(data.args);
    for (pair, value) in words[2..].as_chunks_mut::<2>().0.iter_mut().zip(long) {
        let (high, low) = ((value >> 32) as u32, value as u32);
        *pair = match endian {
            Endian::Little => [low, high],
            Endian::Big => [high, low],
        };
    }
    words
}

fn execute(program: &Program, words: &[u32; 16], mut visit: impl FnMut(usize, u32, u32)) -> u32 {
    use code::{ADD, AND, DIV, JA, JEQ, JGE, JGT, JSET, LSH, MUL, NEG, OR, RSH, SUB, X, XOR};
    let insns = program.insns();
    let (mut a, mut x) = (0u32, 0u32);
    let mut scratch = [0u32; 16];
    let mut pc = 0;
    loop {
        visit(pc, a, x);
        let insn = insns[pc];
        pc += 1;
        match insn.code {
            code::LD_W_ABS => a = words[insn.k as usize / 4],
            code::LD_W_LEN => a = DATA_SIZE,
            code::LD_IMM => a = insn.k,
            code::LD_MEM => a = scratch[insn.k as usize],
            code::LDX_W_LEN => x = DATA_SIZE,
            code::LDX_IMM => x = insn.k,
            code::LDX_MEM => x = scratch[insn.k as usize],
            code::ST => scratch[insn.k as usize] = a,
            code::STX => scratch[insn.k as usize] = x,
            code::TAX => x = a,
            code::TXA => a = x,
            code::RET_K => return insn.k,
            code::RET_A => return a,
            operation if operation & 0x07 == code::ALU => {
                let operand = if operation & X == 0 { insn.k } else { x };
                a = match operation & 0xf0 {
                    ADD => a.wrapping_add(operand),
                    SUB => a.wrapping_sub(operand),
                    MUL => a.wrapping_mul(operand),
                    // Only X can be 0 here: the kernel then ends the filter with 0, which kills the thread.
                    DIV => match a.checked_div(operand) {
                        Some(quotient) => quotient,
                        None => return 0,
                    },
                    OR => a | operand,
                    AND => a & operand,
                    LSH => a.wrapping_shl(operand),
                    RSH => a.wrapping_shr(operand),
                    NEG => a.wrapping_neg(),
                    XOR => a ^ operand,
                    _ => unreachable!("verified programs have no other arithmetic"),
                };
            }
            operation => {
                let operand = if operation & X == 0 { insn.k } else { x };
                let holds = match operation & 0xf0 {
                    JA => {
                        pc += insn.k as usize;
                        continue;
                    }
                    JEQ => a == operand,
                    JGT => a > operand,
                    JGE => a >= operand,
                    JSET => a & operand != 0,
                    _ => unreachable!("verified programs have no other jump"),
                };
                pc += if holds { insn.jt } else { insn.jf } as usize;
            }
        }
    }
}
