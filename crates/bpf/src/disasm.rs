//! Filters as text.

use crate::insn::{Insn, code};
use crate::program::Program;
use callgate_abi::{Abi, Action, Endian};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The name of a word of `struct seccomp_data` by its byte offset, in this byte order:
/// `nr`, `arch`, `lo32(ip)`, `hi32(args[0])` …; `None` for what no filter can load.
pub fn field(offset: u32, endian: Endian) -> Option<&'static str> {
    const LITTLE: [&str; 16] = [
        "nr",
        "arch",
        "lo32(ip)",
        "hi32(ip)",
        "lo32(args[0])",
        "hi32(args[0])",
        "lo32(args[1])",
        "hi32(args[1])",
        "lo32(args[2])",
        "hi32(args[2])",
        "lo32(args[3])",
        "hi32(args[3])",
        "lo32(args[4])",
        "hi32(args[4])",
        "lo32(args[5])",
        "hi32(args[5])",
    ];
    if !offset.is_multiple_of(4) {
        return None;
    }
    let word = offset as usize / 4;
    let word = if endian == Endian::Big && word >= 2 { word ^ 1 } else { word };
    LITTLE.get(word).copied()
}

/// A program of a little-endian machine, one instruction a line, a label wherever a jump leads.
///
/// ```
/// use callgate_bpf::{Insn, Program, disasm};
/// let program =
///     Program::new(vec![Insn::ld_abs(0), Insn::jeq(39, 0, 1), Insn::ret(0x7fff_0000), Insn::ret(0)])?;
/// assert_eq!(
///     disasm::listing(&program),
///     "   0       A = nr\n   \
///        1       if A == 39 goto 2 else goto 3\n   \
///        2  >    return allow\n   \
///        3  >    return kill-thread\n"
/// );
/// # Ok::<(), callgate_bpf::VerifyError>(())
/// ```
pub fn listing(program: &Program) -> String {
    listing_in(program, Endian::Little)
}

/// [`listing`] for a machine of this byte order, which decides the names of argument halves.
pub fn listing_in(program: &Program, endian: Endian) -> String {
    let insns = program.insns();
    let mut targets = BTreeSet::new();
    for (index, insn) in insns.iter().enumerate() {
        if insn.is_unconditional_jump() {
            targets.insert(index + 1 + insn.k as usize);
        } else if insn.is_conditional_jump() {
            targets.insert(index + 1 + insn.jt as usize);
            targets.insert(index + 1 + insn.jf as usize);
        }
    }
    let loaded = loaded_words(insns);
    let mut text = String::new();
    for (index, insn) in insns.iter().enumerate() {
        let mark = if targets.contains(&index) { '>' } else { ' ' };
        let _ = writeln!(text, "{index:4}  {mark}    {}", words(index, *insn, endian, loaded[index]));
    }
    text
}

/// Which word of the data A holds before each instruction, where every way there agrees.
fn loaded_words(insns: &[Insn]) -> Vec<Option<u32>> {
    // Outer `None`: no way there seen yet. Jumps lead forward only, so one pass sees all ways.
    let mut before: Vec<Option<Option<u32>>> = vec![None; insns.len()];
    before[0] = Some(None);
    for (index, insn) in insns.iter().enumerate() {
        let Some(held) = before[index] else { continue };
        let mut reach = |target: usize, held| {
            before[target] = match before[target] {
                Some(other) if other != held => Some(None),
                _ => Some(held),
            }
        };
        let next = index + 1;
        if insn.is_unconditional_jump() {
            reach(next + insn.k as usize, held);
        } else if insn.is_conditional_jump() {
            reach(next + insn.jt as usize, held);
            reach(next + insn.jf as usize, held);
        } else if !insn.is_return() {
            reach(next, if insn.code == code::LD_W_ABS { Some(insn.k) } else { None });
        }
    }
    before.into_iter().map(Option::flatten).collect()
}

/// One instruction in words, whether or not the kernel would take it. `index` is its place, from
/// which its jumps' targets are counted.
pub fn instruction(index: usize, insn: Insn) -> String {
    words(index, insn, Endian::Little, None)
}

// Operations on bits, whose constants read best in hex.
const BITS_AND: u16 = code::ALU | code::AND;
const BITS_OR: u16 = code::ALU | code::OR;
const BITS_XOR: u16 = code::ALU | code::XOR;
const BITS_TEST: u16 = code::JMP | code::JSET;

fn words(index: usize, insn: Insn, endian: Endian, loaded: Option<u32>) -> String {
    let Insn { code, jt, jf, k } = insn;
    let bits = matches!(code & 0xf7, BITS_AND | BITS_OR | BITS_XOR | BITS_TEST);
    let operand = || match code & code::X {
        0 if bits => format!("{k:#x}"),
        0 => number(k),
        _ => "X".to_owned(),
    };
    match code {
        code::LD_W_ABS => match field(k, endian) {
            Some(name) => format!("A = {name}"),
            None => format!("A = data[{k}]"),
        },
        code::LD_H_ABS => format!("A = half data[{k}]"),
        code::LD_B_ABS => format!("A = byte data[{k}]"),
        code::LD_W_IND => format!("A = data[X + {k}]"),
        code::LD_H_IND => format!("A = half data[X + {k}]"),
        code::LD_B_IND => format!("A = byte data[X + {k}]"),
        code::LD_W_LEN => "A = length".to_owned(),
        code::LD_IMM => format!("A = {}", number(k)),
        code::LD_MEM => format!("A = M[{k}]"),
        code::LDX_W_LEN => "X = length".to_owned(),
        code::LDX_B_MSH => format!("X = 4 * (byte data[{k}] & 15)"),
        code::LDX_IMM => format!("X = {}", number(k)),
        code::LDX_MEM => format!("X = M[{k}]"),
        code::ST => format!("M[{k}] = A"),
        code::STX => format!("M[{k}] = X"),
        code::TAX => "X = A".to_owned(),
        code::TXA => "A = X".to_owned(),
        code::RET_A => "return A".to_owned(),
        code::RET_K => format!("return {}", answer(k)),
        _ if insn.is_unconditional_jump() => format!("goto {}", index + 1 + k as usize),
        _ if insn.is_conditional_jump() => {
            let right = if loaded == Some(4) { architecture(k) } else { None }.unwrap_or_else(operand);
            let test = match code & 0xf0 {
                code::JEQ => format!("A == {right}"),
                code::JGT => format!("A > {right}"),
                code::JGE => format!("A >= {right}"),
                _ => format!("A & {right}"),
            };
            format!("if {test} goto {} else goto {}", index + 1 + jt as usize, index + 1 + jf as usize)
        }
        _ if code == code::ALU | code::NEG => "A = -A".to_owned(),
        _ if code & 0x07 == code::ALU && code < 0x100 => match operator(code & 0xf0) {
            Some(operator) => format!("A {operator}= {}", operand()),
            None => unknown(insn),
        },
        _ => unknown(insn),
    }
}

fn unknown(Insn { code, jt, jf, k }: Insn) -> String {
    format!("unknown code {code:#06x} jt {jt} jf {jf} k {k:#x}")
}

fn operator(operation: u16) -> Option<&'static str> {
    Some(match operation {
        code::ADD => "+",
        code::SUB => "-",
        code::MUL => "*",
        code::DIV => "/",
        code::OR => "|",
        code::AND => "&",
        code::LSH => "<<",
        code::RSH => ">>",
        code::MOD => "%",
        code::XOR => "^",
        _ => return None,
    })
}

/// Call numbers and small arguments read best in decimal, everything else in hex.
fn number(k: u32) -> String {
    if k < 4096 { k.to_string() } else { format!("{k:#x}") }
}

/// An architecture by name. x86-64 and x32 share theirs and are written as the former.
fn architecture(k: u32) -> Option<String> {
    Abi::ALL.iter().find(|abi| abi.audit_arch() == k).map(|abi| abi.name().to_owned())
}

/// A return value as the action the kernel takes for it; bits that the action does not use are shown.
fn answer(ret: u32) -> String {
    let action = Action::from_ret(ret);
    if action.to_ret() == ret { action.to_string() } else { format!("{action} ({ret:#010x})") }
}
