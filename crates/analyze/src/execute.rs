//! From a filter to the states that the machine can be in, each once however many ways lead to it.

use crate::diagram::word::{Operation, Test, Value, Words};
use crate::diagram::{Bounded, Diagrams, Exhausted, Leaf, Mixed, Ref};
use crate::followed::{Followed, Outcome, StateNumber};
use crate::limits::Reason;
use crate::machine::{Live, Machine, operation_of, targets, test_of};
use callgate_bpf::insn::code;
use callgate_bpf::{Insn, Program};
use std::collections::HashMap;

/// What one instruction may take of what all have.
const NODES_OF_ONE: usize = 1 << 17;
pub(crate) const STEPS_OF_ONE: u64 = 600_000;
/// Values that a computed return may have.
const MOST_RETURNS: usize = 1 << 12;
/// The bytes of `struct seccomp_data`, which is what `BPF_LEN` loads.
const LENGTH: u32 = 64;

/// Follows all inputs through a filter, as far as they can be followed.
pub(crate) fn follow<'p>(
    d: &mut Diagrams,
    program: &'p Program,
    most_states: usize,
) -> Bounded<Followed<'p>> {
    let mut run = Run::new(d, program, most_states)?;
    run.forward();
    let starts = run.states.iter().map(|(pc, _)| *pc).collect();
    Ok(Followed { insns: run.insns, starts, ends: run.ends, outcomes: run.outcomes })
}

/// The return values whose bits are these conditions, for the inputs of which `here` holds. Bits depend on each other,
/// so that there are fewer values than they could make; `left` is how many more may be found.
fn returned(d: &mut Diagrams, open: &[(u32, Ref)], here: Ref, value: u32, left: &mut usize) -> Bounded<Ref> {
    let Some(((bit, condition), rest)) = open.split_first() else {
        *left = left.checked_sub(1).ok_or(Exhausted)?;
        return Ok(d.leaf(Leaf::Ret(value)));
    };
    let ones = d.and(here, *condition)?;
    if ones == here {
        return returned(d, rest, here, value | 1 << bit, left);
    }
    if ones == Ref::FALSE {
        return returned(d, rest, here, value, left);
    }
    let zeros = d.choose(*condition, Ref::FALSE, here)?;
    let one = returned(d, rest, ones, value | 1 << bit, left)?;
    let zero = returned(d, rest, zeros, value, left)?;
    d.choose(*condition, one, zero)
}

struct Run<'d, 'p> {
    d: &'d mut Diagrams,
    insns: &'p [Insn],
    words: Words,
    loads: Vec<Value>,
    live: Vec<Live>,
    targets: Vec<bool>,
    states: Vec<(usize, Machine)>,
    numbers: HashMap<(usize, Machine), StateNumber, Mixed>,
    /// The states that wait at each instruction.
    waiting: Vec<Vec<StateNumber>>,
    outcomes: Vec<Outcome>,
    /// The last instruction that each state executes.
    ends: Vec<usize>,
    /// The instruction that is being followed.
    at: usize,
    /// Instructions whose work was in vain.
    in_vain: u32,
    most_states: usize,
}

impl<'d, 'p> Run<'d, 'p> {
    fn new(d: &'d mut Diagrams, program: &'p Program, most_states: usize) -> Bounded<Run<'d, 'p>> {
        let mut words = Words::default();
        let mut loads = Vec::new();
        for index in 0..16 {
            loads.push(words.load(d, index)?);
        }
        let mut run = Run {
            d,
            insns: program.insns(),
            words,
            loads,
            live: Live::before_each(program),
            targets: targets(program),
            states: Vec::new(),
            numbers: HashMap::default(),
            waiting: vec![Vec::new(); program.len()],
            outcomes: Vec::new(),
            ends: Vec::new(),
            at: 0,
            in_vain: 0,
            most_states,
        };
        run.state(0, Machine::new());
        Ok(run)
    }

    /// The state's number; `None` when there is no room for another.
    fn state(&mut self, pc: usize, mut machine: Machine) -> Option<StateNumber> {
        machine.forget(self.live[pc]);
        let key = (pc, machine);
        if let Some(known) = self.numbers.get(&key) {
            return Some(*known);
        }
        if self.states.len() >= self.most_states {
            return None;
        }
        let number = self.states.len();
        self.waiting[pc].push(number);
        self.states.push(key.clone());
        self.outcomes.push(Outcome::Answer(Ref::FALSE));
        self.ends.push(pc);
        self.numbers.insert(key, number);
        Some(number)
    }

    fn unknown(&mut self, reason: Reason) -> Outcome {
        Outcome::Answer(self.d.leaf(Leaf::Unknown(reason)))
    }

    fn forward(&mut self) {
        for pc in 0..self.insns.len() {
            // Jumps lead forward only: whoever waits here is complete.
            for number in std::mem::take(&mut self.waiting[pc]) {
                let machine = self.states[number].1.clone();
                self.outcomes[number] = self.advance(pc, machine);
                self.ends[number] = self.at;
            }
        }
    }

    fn on(&mut self, pc: usize, machine: Machine) -> Outcome {
        match self.state(pc, machine) {
            Some(number) => Outcome::On(number),
            None => self.unknown(Reason::TooManyWays { index: pc as u16 }),
        }
    }

    /// Runs to the next parting or meeting of ways.
    fn advance(&mut self, start: usize, mut machine: Machine) -> Outcome {
        let mut pc = start;
        loop {
            if pc != start && self.targets[pc] {
                return self.on(pc, machine);
            }
            self.at = pc;
            let insn = self.insns[pc];
            let operand = if insn.code & code::X == 0 { Value::Constant(insn.k) } else { machine.x };
            match insn.code {
                code::LD_W_ABS => machine.a = self.loads[insn.k as usize / 4],
                code::LD_W_LEN => machine.a = Value::Constant(LENGTH),
                code::LD_IMM => machine.a = Value::Constant(insn.k),
                code::LD_MEM => machine.a = machine.scratch[insn.k as usize],
                code::LDX_W_LEN => machine.x = Value::Constant(LENGTH),
                code::LDX_IMM => machine.x = Value::Constant(insn.k),
                code::LDX_MEM => machine.x = machine.scratch[insn.k as usize],
                code::ST => machine.scratch[insn.k as usize] = machine.a,
                code::STX => machine.scratch[insn.k as usize] = machine.x,
                code::TAX => machine.x = machine.a,
                code::TXA => machine.a = machine.x,
                code::RET_K => return Outcome::Answer(self.d.leaf(Leaf::Ret(insn.k))),
                code::RET_A => return self.computed_return(pc, machine.a),
                _ if insn.is_unconditional_jump() => return self.on(pc + 1 + insn.k as usize, machine),
                _ if insn.is_conditional_jump() => return self.jump(pc, insn, operand, &machine),
                _ => match self.compute(pc, insn, operand, machine) {
                    Ok(computed) => machine = computed,
                    Err(outcome) => return outcome,
                },
            }
            pc += 1;
        }
    }

    /// Works within what one instruction may take; less, when others of this filter were in vain.
    fn bounded<T>(&mut self, work: impl FnOnce(&mut Diagrams, &mut Words) -> Bounded<T>) -> Bounded<T> {
        let words = &mut self.words;
        let steps = STEPS_OF_ONE >> self.in_vain.min(8);
        let done = self.d.bounded(NODES_OF_ONE, steps, |d| work(d, words));
        self.in_vain += u32::from(done.is_err());
        done
    }

    /// Why a comparison is not followed, if that is known before.
    fn not_compared(&self, pc: usize, test: Test, left: Value, right: Value) -> Option<Reason> {
        if let Some(reason) = left.unknown().or(right.unknown()) {
            return Some(reason);
        }
        let two = left != right && self.loads.contains(&left) && self.loads.contains(&right);
        (two && test != Test::AnyBit).then_some(Reason::TwoWords { index: pc as u16 })
    }

    fn jump(&mut self, pc: usize, insn: Insn, operand: Value, machine: &Machine) -> Outcome {
        let (yes, no) = (pc + 1 + insn.jt as usize, pc + 1 + insn.jf as usize);
        if yes == no {
            return self.on(yes, machine.clone());
        }
        let (test, a) = (test_of(insn), machine.a);
        let condition = match self.not_compared(pc, test, a, operand) {
            Some(reason) => Err(reason),
            None => self
                .bounded(|d, words| words.test(d, test, a, operand))
                .map_err(|Exhausted| Reason::Comparison { index: pc as u16 }),
        };
        match condition {
            Ok(Ref::TRUE) => self.on(yes, machine.clone()),
            Ok(Ref::FALSE) => self.on(no, machine.clone()),
            condition => {
                let states = (self.state(yes, machine.clone()), self.state(no, machine.clone()));
                match (states, condition) {
                    ((Some(then), Some(otherwise)), Ok(condition)) => {
                        Outcome::Choice { condition, then, otherwise }
                    }
                    ((Some(then), Some(otherwise)), Err(reason)) => {
                        Outcome::Either { then, otherwise, reason }
                    }
                    _ => self.unknown(Reason::TooManyWays { index: pc as u16 }),
                }
            }
        }
    }

    /// The machine after an arithmetic instruction, or what ends the run there.
    fn compute(
        &mut self,
        pc: usize,
        insn: Insn,
        operand: Value,
        mut machine: Machine,
    ) -> Result<Machine, Outcome> {
        let a = machine.a;
        let index = pc as u16;
        if insn.code == code::ALU | code::NEG {
            machine.a = match a.unknown() {
                Some(_) => a,
                None => self.value(index, |d, words| words.negate(d, a)),
            };
            return Ok(machine);
        }
        let operation = operation_of(insn);
        let not_known = a.unknown().or(operand.unknown());
        let value = |run: &mut Run<'_, '_>| match not_known {
            // Bits that are cleared are known whatever they were.
            Some(_) if operation == Operation::And && operand == Value::Constant(0) => operand,
            Some(reason) => Value::Unknown(reason),
            None => run.value(index, |d, words| words.compute(d, operation, a, operand)),
        };
        if operation != Operation::Divide || matches!(operand, Value::Constant(1..)) {
            machine.a = value(self);
            return Ok(machine);
        }
        let none = Value::Constant(0);
        let zero = match operand.unknown() {
            Some(reason) => Err(reason),
            None => self
                .bounded(|d, words| words.test(d, Test::Equal, operand, none))
                .map_err(|Exhausted| Reason::Arithmetic { index }),
        };
        if zero == Ok(Ref::TRUE) {
            return Err(Outcome::Answer(self.d.leaf(Leaf::Ret(0))));
        }
        machine.a = value(self);
        if zero == Ok(Ref::FALSE) {
            return Ok(machine);
        }
        Err(match (self.state(pc + 1, machine), zero) {
            (Some(otherwise), Ok(zero)) => Outcome::Guarded { zero, otherwise },
            (Some(otherwise), Err(reason)) => Outcome::EitherKill { otherwise, reason },
            (None, _) => self.unknown(Reason::TooManyWays { index }),
        })
    }

    /// What is worked out; unknown where that takes too much.
    fn value(&mut self, index: u16, work: impl FnOnce(&mut Diagrams, &mut Words) -> Bounded<Value>) -> Value {
        self.bounded(work).unwrap_or(Value::Unknown(Reason::Arithmetic { index }))
    }

    fn computed_return(&mut self, pc: usize, value: Value) -> Outcome {
        if let Value::Constant(ret) = value {
            return Outcome::Answer(self.d.leaf(Leaf::Ret(ret)));
        }
        if let Some(reason) = value.unknown() {
            return self.unknown(reason);
        }
        let (fixed, mut open) = self.words.parts(value);
        // The action's bits first.
        open.reverse();
        let found = self.d.bounded(NODES_OF_ONE, STEPS_OF_ONE, |d| {
            returned(d, &open, Ref::TRUE, fixed, &mut { MOST_RETURNS })
        });
        match found {
            Ok(answers) => Outcome::Answer(answers),
            Err(Exhausted) => self.unknown(Reason::ComputedReturn { index: pc as u16 }),
        }
    }
}
