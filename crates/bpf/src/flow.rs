//! What is known before each instruction, on every way there: which architecture was checked, which
//! numbers the call can have, what the registers hold.
//!
//! Jumps of classic BPF lead forward only, so one pass in order sees every way to an instruction before the
//! instruction itself. What is known is a safe side: an instruction said to be out of reach is.

use crate::insn::{Insn, code};
use callgate_abi::{Abi, Sysno};

/// What is known of the architecture of the calls that get here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arch {
    /// Nothing has looked, or what looked has not ruled out the ABI assumed.
    Unchecked,
    /// This `AUDIT_ARCH_*`.
    Is(u32),
    /// Several, or others than the one assumed.
    Mixed,
}

/// What a register or a scratch word holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// Something.
    Unknown,
    /// The word of `struct seccomp_data` at this byte offset.
    Word(u32),
    /// Some bits of that word.
    Masked(u32),
    /// This number.
    Number(u32),
}

impl Value {
    /// The word of `struct seccomp_data` it is, or has bits of.
    pub fn word(self) -> Option<u32> {
        match self {
            Value::Word(offset) | Value::Masked(offset) => Some(offset),
            Value::Unknown | Value::Number(_) => None,
        }
    }
}

/// What is known before one instruction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The accumulator.
    pub a: Value,
    /// The index register.
    pub x: Value,
    /// The scratch words.
    pub scratch: [Value; 16],
    /// The architecture.
    pub arch: Arch,
    /// The numbers that the call can have, sorted; `None` for too many to list.
    pub numbers: Option<Vec<u32>>,
    /// The least and the greatest of them.
    pub bounds: (u32, u32),
}

/// The most numbers that are kept apart.
const MOST_NUMBERS: usize = 32;

impl State {
    /// Before the first instruction.
    pub fn start() -> State {
        State {
            // The kernel clears A and X; scratch words cannot be read before they are written.
            a: Value::Number(0),
            x: Value::Number(0),
            scratch: [Value::Unknown; 16],
            arch: Arch::Unchecked,
            numbers: None,
            bounds: (0, u32::MAX),
        }
    }

    /// The ABI whose names hold here, if `assumed` is that of calls whose architecture is not checked.
    pub fn abi(&self, assumed: Abi) -> Option<Abi> {
        match self.arch {
            Arch::Unchecked => Some(assumed),
            Arch::Is(arch) if arch == assumed.audit_arch() => Some(assumed),
            Arch::Is(arch) => Abi::ALL.iter().copied().find(|abi| abi.audit_arch() == arch),
            Arch::Mixed => None,
        }
    }

    /// The calls that can get here, if they are few and known by name.
    pub fn calls(&self, assumed: Abi) -> Option<Vec<Sysno>> {
        let abi = self.abi(assumed)?;
        let numbers = self.numbers.as_ref()?;
        numbers
            .iter()
            .map(|nr| Abi::of_call(abi.audit_arch(), *nr).map(|abi| Sysno { abi, nr: *nr }))
            .collect()
    }

    fn join(&mut self, other: &State, assumed: Abi) {
        let join = |one: &mut Value, two: Value| {
            if *one != two {
                *one = match (one.word(), two.word()) {
                    (Some(left), Some(right)) if left == right => Value::Masked(left),
                    _ => Value::Unknown,
                };
            }
        };
        join(&mut self.a, other.a);
        join(&mut self.x, other.x);
        for (cell, value) in self.scratch.iter_mut().zip(other.scratch) {
            join(cell, value);
        }
        if self.arch != other.arch {
            let assumed = Arch::Is(assumed.audit_arch());
            self.arch = match (self.arch, other.arch) {
                (Arch::Unchecked, arch) | (arch, Arch::Unchecked) if arch == assumed => Arch::Unchecked,
                _ => Arch::Mixed,
            };
        }
        self.bounds = (self.bounds.0.min(other.bounds.0), self.bounds.1.max(other.bounds.1));
        self.numbers = match (self.numbers.take(), &other.numbers) {
            (Some(mut numbers), Some(more)) => {
                numbers.extend_from_slice(more);
                numbers.sort_unstable();
                numbers.dedup();
                (numbers.len() <= MOST_NUMBERS).then_some(numbers)
            }
            _ => None,
        };
    }

    /// The state after a test of A came out as `holds`; `None` when it cannot.
    fn tested(&self, insn: Insn, holds: bool, assumed: Abi) -> Option<State> {
        let Some(operand) = self.operand(insn) else { return Some(self.clone()) };
        let passes = |value: u32| test(insn.code, value, operand) == holds;
        let equal = insn.code & 0xf0 == code::JEQ;
        let mut state = self.clone();
        match self.a {
            Value::Number(number) if !passes(number) => return None,
            Value::Word(0) => match &mut state.numbers {
                Some(numbers) => {
                    numbers.retain(|number| passes(*number));
                    if numbers.is_empty() {
                        return None;
                    }
                }
                None => state.narrow(insn.code, operand, holds)?,
            },
            Value::Word(4) => match self.arch {
                Arch::Is(arch) if !passes(arch) => return None,
                Arch::Is(_) => {}
                _ if equal && holds => state.arch = Arch::Is(operand),
                // What is left is another than the one assumed.
                Arch::Unchecked if !passes(assumed.audit_arch()) => state.arch = Arch::Mixed,
                _ => {}
            },
            _ => {}
        }
        Some(state)
    }

    /// Keeps the numbers for which a test came out so; `None` when none is left. Tests of single numbers and bits in the
    /// midst narrow nothing: that is the safe side.
    fn narrow(&mut self, code: u16, operand: u32, holds: bool) -> Option<()> {
        let (low, high) = &mut self.bounds;
        match (code & 0xf0, holds) {
            (code::JEQ, true) => {
                *low = (*low).max(operand);
                *high = (*high).min(operand);
            }
            (code::JGE, true) => *low = (*low).max(operand),
            (code::JGE, false) => *high = (*high).min(operand.checked_sub(1)?),
            (code::JGT, true) => *low = (*low).max(operand.checked_add(1)?),
            (code::JGT, false) => *high = (*high).min(operand),
            _ => {}
        }
        if low > high {
            return None;
        }
        if (*high - *low) < MOST_NUMBERS as u32 {
            self.numbers = Some((*low..=*high).collect());
        }
        Some(())
    }

    fn operand(&self, insn: Insn) -> Option<u32> {
        match (insn.code & code::X, self.x) {
            (0, _) => Some(insn.k),
            (_, Value::Number(number)) => Some(number),
            _ => None,
        }
    }
}

/// Whether a conditional jump's test holds.
pub(crate) fn test(code: u16, value: u32, operand: u32) -> bool {
    match code & 0xf0 {
        code::JEQ => value == operand,
        code::JGT => value > operand,
        code::JGE => value >= operand,
        _ => value & operand != 0,
    }
}

/// The states before the instructions of a program.
#[derive(Debug, Clone)]
pub struct Flow {
    before: Vec<Option<State>>,
    assumed: Abi,
}

impl Flow {
    /// Of all instructions, verified or not; `assumed` is the ABI of calls whose architecture is not checked.
    ///
    /// ```
    /// use callgate_abi::Abi;
    /// use callgate_bpf::{Insn, flow::Flow};
    /// let insns = [Insn::ld_abs(0), Insn::jeq(1, 0, 1), Insn::ret(0), Insn::ret(0x7fff_0000)];
    /// let flow = Flow::of(&insns, Abi::X86_64);
    /// assert_eq!(flow.before(2).unwrap().numbers, Some(vec![1]));
    /// ```
    pub fn of(insns: &[Insn], assumed: Abi) -> Flow {
        let mut flow = Flow::start(insns.len(), assumed);
        for (index, insn) in insns.iter().enumerate() {
            flow.step(index, *insn);
        }
        flow
    }

    /// Of a program of this length, of which nothing is known yet but where it begins.
    pub(crate) fn start(len: usize, assumed: Abi) -> Flow {
        let mut before = vec![None; len];
        if let Some(first) = before.first_mut() {
            *first = Some(State::start());
        }
        Flow { before, assumed }
    }

    /// What is known before an instruction; `None` where no call gets.
    pub fn before(&self, index: usize) -> Option<&State> {
        self.before.get(index)?.as_ref()
    }

    /// The ABI of calls whose architecture is not checked.
    pub fn assumed(&self) -> Abi {
        self.assumed
    }

    /// Goes on over an instruction, in order.
    pub(crate) fn step(&mut self, index: usize, insn: Insn) {
        let Some(state) = self.before[index].clone() else { return };
        let next = index + 1;
        if insn.is_unconditional_jump() {
            self.reach(next.saturating_add(insn.k as usize), state);
        } else if insn.is_conditional_jump() {
            for (holds, distance) in [(true, insn.jt), (false, insn.jf)] {
                if let Some(after) = state.tested(insn, holds, self.assumed) {
                    self.reach(next + usize::from(distance), after);
                }
            }
        } else if !insn.is_return() {
            self.reach(next, after(state, insn));
        }
    }

    fn reach(&mut self, index: usize, state: State) {
        let assumed = self.assumed;
        match self.before.get_mut(index) {
            Some(Some(before)) => before.join(&state, assumed),
            Some(empty) => *empty = Some(state),
            // Behind the end: the verifier's business.
            None => {}
        }
    }
}

fn after(mut state: State, insn: Insn) -> State {
    let cell = insn.k as usize % 16;
    match insn.code {
        code::LD_W_ABS => state.a = loaded(insn.k),
        code::LD_IMM => state.a = Value::Number(insn.k),
        code::LD_W_LEN => state.a = Value::Number(64),
        code::LD_MEM => state.a = state.scratch[cell],
        code::LDX_IMM => state.x = Value::Number(insn.k),
        code::LDX_W_LEN => state.x = Value::Number(64),
        code::LDX_MEM => state.x = state.scratch[cell],
        code::ST => state.scratch[cell] = state.a,
        code::STX => state.scratch[cell] = state.x,
        code::TAX => state.x = state.a,
        code::TXA => state.a = state.x,
        operation if operation & 0x07 == code::ALU => {
            state.a = match (state.a, operation & 0xf0) {
                (Value::Word(word) | Value::Masked(word), code::AND) => Value::Masked(word),
                _ => Value::Unknown,
            };
        }
        operation if operation & 0x07 == 0x01 => state.x = Value::Unknown,
        _ => state.a = Value::Unknown,
    }
    state
}

/// What a load brings.
fn loaded(offset: u32) -> Value {
    if offset.is_multiple_of(4) && offset < 64 { Value::Word(offset) } else { Value::Unknown }
}
