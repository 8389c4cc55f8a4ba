//! The disassembler: instructions in the assembly language, with what a reader wants to know beside them.

use super::assemble::is_bits;
use super::names::Scope;
use crate::flow::{Flow, Value};
use crate::insn::{Insn, code};
use callgate_abi::{Abi, Action, Errno, Sysno};
use std::fmt::Write as _;

/// How a listing is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// Names for numbers, remarks, and what no call reaches marked.
    #[default]
    Named,
    /// The numbers as they are, and nothing else.
    Plain,
}

/// What an instruction does to the flow of control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// The next one follows.
    Straight,
    /// A jump to this instruction.
    Goto(usize),
    /// A test.
    Test {
        /// What is tested, with the name of what A holds for A: `lo32(flags) & O_CREAT`.
        holds: String,
        /// The opposite.
        fails: String,
        /// Where it goes on when the test holds.
        yes: usize,
        /// Where it goes on when it does not.
        no: usize,
    },
    /// The end with this answer.
    Return(u32),
    /// The end with A as answer.
    ReturnA,
}

/// One instruction of a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its place, which is its label too.
    pub index: usize,
    /// It.
    pub insn: Insn,
    /// It in words, as the assembler reads it.
    pub text: String,
    /// What a reader wants to know.
    pub remark: Option<String>,
    /// What it does to the flow of control.
    pub shape: Shape,
    /// Whether a call can get here.
    pub reachable: bool,
    /// Whether a jump leads here.
    pub targeted: bool,
    /// The ABI whose names hold here.
    pub abi: Option<Abi>,
    /// The calls that get here, if they are few.
    pub calls: Option<Vec<Sysno>>,
}

/// The instructions one by one, verified or not.
pub fn lines(insns: &[Insn], assumed: Abi, style: Style) -> Vec<Line> {
    let flow = Flow::of(insns, assumed);
    let mut targeted = vec![false; insns.len()];
    for (index, insn) in insns.iter().enumerate() {
        for target in targets(index, *insn) {
            if let Some(mark) = targeted.get_mut(target) {
                *mark = true;
            }
        }
    }
    insns
        .iter()
        .enumerate()
        .map(|(index, insn)| {
            let scope = Scope { state: flow.before(index), assumed };
            let printer = Printer { insns, index, insn: *insn, scope, style };
            let (text, shape) = printer.words();
            let reachable = scope.state.is_some();
            Line {
                index,
                insn: *insn,
                text,
                remark: if style == Style::Plain { None } else { printer.remark(reachable) },
                shape,
                reachable,
                targeted: targeted[index],
                abi: scope.abi(),
                calls: scope.calls(),
            }
        })
        .collect()
}

/// Where an instruction jumps, counted as the kernel does: behind the next one.
fn targets(index: usize, insn: Insn) -> Vec<usize> {
    let next = index + 1;
    if insn.is_unconditional_jump() {
        vec![next.saturating_add(insn.k as usize)]
    } else if insn.is_conditional_jump() {
        vec![next + usize::from(insn.jt), next + usize::from(insn.jf)]
    } else {
        Vec::new()
    }
}

/// The column where remarks begin.
pub(super) const REMARKS: usize = 46;

/// All of it as a text that [`super::read`] assembles to the same instructions.
pub fn listing(insns: &[Insn], assumed: Abi, style: Style) -> String {
    let mut text = String::new();
    if style == Style::Named {
        let _ = writeln!(text, ".abi {assumed}");
    }
    for line in lines(insns, assumed, style) {
        let mut row = format!("{:4}: {}", line.index, line.text);
        if let Some(remark) = &line.remark {
            let _ = write!(row, "{:1$} ; {remark}", "", REMARKS.saturating_sub(row.chars().count()));
        }
        text.push_str(&row);
        text.push('\n');
    }
    text
}

struct Printer<'p> {
    insns: &'p [Insn],
    index: usize,
    insn: Insn,
    scope: Scope<'p>,
    style: Style,
}

impl Printer<'_> {
    fn words(&self) -> (String, Shape) {
        let Insn { code, jt, jf, k } = self.insn;
        let next = self.index + 1;
        let len = self.insns.len();
        // Fields that the operation does not use are kept by writing the instruction raw.
        let jumps = self.insn.is_conditional_jump();
        let odd_jumps = !jumps && (jt != 0 || jf != 0);
        if self.insn.is_unconditional_jump() {
            let target = next.saturating_add(k as usize);
            let text = if odd_jumps || target >= len { self.raw() } else { format!("goto {target}") };
            return (text, Shape::Goto(target));
        }
        if jumps {
            return self.branch(next + usize::from(jt), next + usize::from(jf));
        }
        let text = match self.straight() {
            Some(text) if !odd_jumps => text,
            _ => self.raw(),
        };
        let shape = match code {
            code::RET_K => Shape::Return(k),
            code::RET_A => Shape::ReturnA,
            _ => Shape::Straight,
        };
        (text, shape)
    }

    fn raw(&self) -> String {
        let Insn { code, jt, jf, k } = self.insn;
        format!("insn {code:#x}, {jt}, {jf}, {k:#x}")
    }

    fn branch(&self, yes: usize, no: usize) -> (String, Shape) {
        let by_x = self.insn.code & code::X != 0;
        let operand = if by_x { "X".to_owned() } else { self.operand() };
        let subject = match self.scope.state.map(|state| state.a) {
            Some(Value::Word(offset)) => self.scope.field(offset),
            Some(Value::Masked(offset)) => self.scope.field(offset).map(|field| format!("masked {field}")),
            _ => None,
        };
        let test = |subject: &str, holds: bool| match (self.insn.code & 0xf0, holds) {
            (code::JEQ, true) => format!("{subject} == {operand}"),
            (code::JEQ, false) => format!("{subject} != {operand}"),
            (code::JGT, true) => format!("{subject} > {operand}"),
            (code::JGT, false) => format!("{subject} <= {operand}"),
            (code::JGE, true) => format!("{subject} >= {operand}"),
            (code::JGE, false) => format!("{subject} < {operand}"),
            (_, true) => format!("{subject} & {operand}"),
            (_, false) => format!("!({subject} & {operand})"),
        };
        let subject = subject.as_deref().unwrap_or("A");
        let shape = Shape::Test { holds: test(subject, true), fails: test(subject, false), yes, no };
        let odd_k = by_x && self.insn.k != 0;
        if odd_k || yes.max(no) >= self.insns.len() {
            return (self.raw(), shape);
        }
        let next = self.index + 1;
        let text = if no == next && yes != next {
            format!("if {} goto {yes}", test("A", true))
        } else if yes == next && no != next {
            format!("if {} goto {no}", test("A", false))
        } else {
            format!("if {} goto {yes} else goto {no}", test("A", true))
        };
        (text, shape)
    }

    /// Everything but jumps; `None` where only the raw form keeps all bits.
    fn straight(&self) -> Option<String> {
        let Insn { code, k, .. } = self.insn;
        let unused = |text: &str| (k == 0).then(|| text.to_owned());
        let cell = || format!("M[{k}]");
        match code {
            code::LD_W_ABS => {
                let name = if self.style == Style::Named { self.scope.field(k) } else { None };
                Some(format!("A = {}", name.unwrap_or_else(|| format!("data[{k}]"))))
            }
            code::LD_H_ABS => Some(format!("A = half data[{k}]")),
            code::LD_B_ABS => Some(format!("A = byte data[{k}]")),
            code::LD_W_IND => Some(format!("A = data[X + {k}]")),
            code::LD_H_IND => Some(format!("A = half data[X + {k}]")),
            code::LD_B_IND => Some(format!("A = byte data[X + {k}]")),
            code::LD_W_LEN => unused("A = len"),
            code::LDX_W_LEN => unused("X = len"),
            code::LD_IMM => Some(format!("A = {}", number(k))),
            code::LDX_IMM => Some(format!("X = {}", number(k))),
            code::LD_MEM => Some(format!("A = {}", cell())),
            code::LDX_MEM => Some(format!("X = {}", cell())),
            code::ST => Some(format!("{} = A", cell())),
            code::STX => Some(format!("{} = X", cell())),
            code::TAX => unused("X = A"),
            code::TXA => unused("A = X"),
            code::RET_A => unused("return A"),
            code::RET_K => Some(format!("return {}", self.answer(k))),
            _ if code == code::ALU | code::NEG => unused("A = -A"),
            _ if code & 0x07 == code::ALU && code < 0xb0 => {
                let sign = operator(code & 0xf0)?;
                if code & code::X == 0 {
                    return Some(format!("A {sign}= {}", self.operand()));
                }
                unused(&format!("A {sign}= X"))
            }
            _ => None,
        }
    }

    fn operand(&self) -> String {
        let Insn { code, k, .. } = self.insn;
        let bits = is_bits(code);
        let equal = self.insn.is_conditional_jump() && code & 0xf0 == code::JEQ;
        if self.style == Style::Named
            && (bits || equal)
            && let Some(name) = self.scope.spell(k, bits)
        {
            return name;
        }
        if bits { format!("{k:#x}") } else { number(k) }
    }

    fn answer(&self, ret: u32) -> String {
        let data = ret & Action::DATA;
        let action = Action::from_ret(ret);
        match (ret & Action::ACTION_FULL, action) {
            _ if self.style == Style::Plain => format!("{ret:#010x}"),
            (0x0005_0000, _) => match Errno(data as u16).name() {
                Some(name) => format!("errno {name}"),
                None => format!("errno {data}"),
            },
            (_, Action::Trap(data)) => with_data("trap", data),
            (_, Action::Trace(data)) => with_data("trace", data),
            _ if action.to_ret() != ret => format!("{ret:#010x}"),
            (_, action) => action.to_string(),
        }
    }

    fn remark(&self, reachable: bool) -> Option<String> {
        let Insn { code, k, .. } = self.insn;
        if !reachable {
            return Some("no call gets here".to_owned());
        }
        match code {
            code::RET_K => answer_remark(k),
            code::LD_W_ABS if k >= 16 => {
                let calls = self.scope.calls()?;
                let names: Vec<String> = calls.iter().map(Sysno::to_string).collect();
                match names.as_slice() {
                    [] => None,
                    [one] => Some(format!("{one}, args[{}]", (k - 16) / 8)),
                    [..] if names.len() <= 4 => Some(names.join(", ")),
                    _ => Some(format!("{} calls", names.len())),
                }
            }
            _ if self.insn.is_conditional_jump() && code & code::X == 0 => {
                let held = self.scope.state?.a.word()?;
                let x32 = k == Abi::X32_BIT && self.scope.abi() == Some(Abi::X86_64);
                (held == 0 && x32).then(|| "the calls of x32".to_owned())
            }
            _ => None,
        }
    }
}

fn answer_remark(ret: u32) -> Option<String> {
    let action = Action::from_ret(ret);
    let data = ret & Action::DATA;
    if ret & Action::ACTION_FULL == 0x0005_0000 {
        return match data {
            0 => Some("succeeds with 0, and nothing is done".to_owned()),
            1..=4095 => None,
            _ => Some("the kernel answers errno 4095".to_owned()),
        };
    }
    if action == Action::KillProcess && ret & Action::ACTION_FULL != Action::KillProcess.to_ret() {
        return Some("no action: the kernel kills the process".to_owned());
    }
    (action.to_ret() != ret).then(|| format!("{action}; its data {data:#x} is not looked at"))
}

fn with_data(word: &str, data: u16) -> String {
    if data == 0 { word.to_owned() } else { format!("{word} {data}") }
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
