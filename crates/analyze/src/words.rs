//! Conditions in words: arguments by their names, values by their constants.

use crate::condition::{Cases, Order, Part, Register, Style, Test};
use crate::numbers::{Calls, Machine};
use callgate_abi::constants::{FlagSet, SetKind, flag_set};
use callgate_abi::{Abi, Arg, ArgKind, Endian, Sysno, format_arg, signature_on};
use callgate_policy::model::Compare;

/// Whose arguments are spoken of.
#[derive(Debug, Clone, Copy)]
pub struct Naming {
    abi: Option<Abi>,
    args: &'static [Arg],
}

impl Naming {
    /// By the names of one call's arguments.
    pub fn of_call(sysno: Sysno) -> Naming {
        let signature = sysno.name().and_then(|name| signature_on(sysno.abi, name));
        Naming { abi: Some(sysno.abi), args: signature.map_or(&[], |signature| signature.args) }
    }

    /// By the names of these calls' arguments, as far as all have the same; from there on `arg0` to `arg5`.
    pub fn of_calls(calls: &Calls) -> Naming {
        let Machine::Abi(abi) = calls.machine else { return Naming { abi: None, args: &[] } };
        let mut signatures =
            calls.names().into_iter().map(|name| signature_on(abi, name).map_or(&[][..], |known| known.args));
        let first = signatures.next().filter(|_| calls.unnamed().is_empty()).unwrap_or_default();
        let common = signatures.fold(first.len(), |common, args| {
            let same = |(one, other): &(&Arg, &Arg)| {
                (one.name, one.kind, one.flags) == (other.name, other.kind, other.flags)
            };
            common.min(first.iter().zip(args).take_while(same).count())
        });
        Naming { abi: Some(abi), args: &first[..common] }
    }

    pub(crate) fn style(&self, endian: Endian) -> Style {
        let enumerated = std::array::from_fn(|n| {
            let Some(arg) = self.args.get(n) else { return false };
            match arg.flags.and_then(flag_set).map(|set| set.kind) {
                Some(SetKind::Flags { .. }) => false,
                Some(SetKind::Values) => true,
                None => !matches!(
                    arg.kind,
                    ArgKind::Uint
                        | ArgKind::Ulong
                        | ArgKind::Ulong64
                        | ArgKind::Size
                        | ArgKind::Pointer
                        | ArgKind::Path
                        | ArgKind::Mode
                ),
            }
        });
        Style { endian, enumerated, orders: [Order::Any; 6] }
    }

    fn arg(&self, register: Register) -> Option<&'static Arg> {
        match register {
            Register::Argument(n) => self.args.get(usize::from(n)),
            Register::InstructionPointer => None,
        }
    }

    fn name(&self, test: &Test) -> String {
        let name = match (test.register, self.arg(test.register)) {
            (_, Some(arg)) => arg.name.to_owned(),
            (Register::Argument(n), None) => format!("arg{n}"),
            (Register::InstructionPointer, None) => "instruction_pointer".to_owned(),
        };
        match test.part {
            // C's casts: the lower half as an int.
            Part::Whole if test.signed => format!("(long){name}"),
            Part::Low if test.signed => format!("(int){name}"),
            Part::High if test.signed => format!("(int)hi32({name})"),
            Part::Whole => name,
            Part::Low => format!("lo32({name})"),
            Part::High => format!("hi32({name})"),
        }
    }

    fn set(&self, test: &Test) -> Option<(Abi, &'static FlagSet)> {
        if test.part == Part::High {
            return None;
        }
        Some((self.abi?, flag_set(self.arg(test.register)?.flags?)?))
    }

    fn value(&self, test: &Test) -> String {
        let (value, narrow) = (test.value, test.part != Part::Whole);
        if test.mask.is_some() {
            return self.bits(test, value);
        }
        if test.signed {
            let signed = if narrow { i64::from(value as u32 as i32) } else { value as i64 };
            return signed.to_string();
        }
        let by_name = self.abi.zip(self.arg(test.register)).filter(|_| test.part != Part::High);
        if let Some((abi, arg)) = by_name
            && arg.kind.read(abi, value) as u128 & ones(test) as u128 == u128::from(value)
            && matches!(test.op, Compare::Eq | Compare::Ne)
        {
            let text = format_arg(abi, arg, value);
            // A name for some of the bits hides the others.
            return if text.contains("|0x") { number(value) } else { text };
        }
        number(value)
    }

    /// Some bits of an argument.
    fn bits(&self, test: &Test, value: u64) -> String {
        if let Some((abi, set)) = self.set(test)
            && value != 0
            && let Some(text) = set.spell(abi, value, 64)
            && !text.contains("0x")
        {
            // The name of an enumerated 0 says nothing beside bits.
            return match (set.kind, text.split_once('|')) {
                (SetKind::Flags { field }, Some((_, bits))) if field != 0 && value & field == 0 => {
                    bits.to_owned()
                }
                _ => text,
            };
        }
        match self.arg(test.register).map(|arg| arg.kind) {
            Some(ArgKind::Mode) => format!("{value:#o}"),
            _ if value > 9 => format!("{value:#x}"),
            _ => value.to_string(),
        }
    }

    fn mask(&self, test: &Test, mask: u64) -> String {
        // An enumerated number among flags has a mask of its own.
        if let Some((_, FlagSet { kind: SetKind::Flags { field }, .. })) = self.set(test)
            && *field != 0
            && mask & field != 0
            && mask & !field == 0
        {
            return format!("{mask:#x}");
        }
        let text = self.bits(test, mask);
        if text.contains('|') {
            return format!("({text})");
        }
        let others = !mask & ones(test);
        if text.starts_with("0x") && others != 0 && others.count_ones() < mask.count_ones() {
            let text = self.bits(test, others);
            return if text.contains('|') { format!("~({text})") } else { format!("~{text}") };
        }
        text
    }

    /// One comparison: `lo32(domain) == AF_UNIX`.
    pub fn test(&self, test: &Test) -> String {
        let name = self.name(test);
        let Some(mask) = test.mask else {
            return format!("{name} {} {}", test.op.sign(), self.value(test));
        };
        let masked = format!("{name} & {}", self.mask(test, mask));
        let one_bit = mask.is_power_of_two() && test.value == mask;
        match test.op {
            Compare::Eq if one_bit => format!("{masked} != 0"),
            Compare::Ne if one_bit => format!("{masked} == 0"),
            op => format!("{masked} {} {}", op.sign(), self.value(test)),
        }
    }

    /// Tests that must all hold: `a == 1 && b & 2 != 0`; `always` without any.
    pub fn all(&self, tests: &[Test]) -> String {
        if tests.is_empty() {
            return "always".to_owned();
        }
        let mut said: Vec<String> = Vec::new();
        let mut listed: Vec<Test> = Vec::new();
        for test in tests {
            if test.op != Compare::Ne || test.mask.is_some() {
                said.push(self.test(test));
                continue;
            }
            let field = Test { value: 0, ..*test };
            if listed.contains(&field) {
                continue;
            }
            listed.push(field);
            let alike = tests.iter().filter(|other| Test { value: 0, ..**other } == field);
            let values: Vec<String> = alike.map(|other| self.value(other)).collect();
            said.push(match &values[..] {
                [_] => self.test(test),
                values => format!("{} not in {{{}}}", self.name(test), values.join(", ")),
            });
        }
        said.join(" && ")
    }

    /// Each alternative in words; those that differ in one value only are one.
    pub fn cases(&self, cases: &Cases) -> Vec<String> {
        let mut said: Vec<(Vec<Test>, Option<Test>, Vec<u64>)> = Vec::new();
        for case in cases {
            let (last, before) = match case.split_last() {
                Some((last, before)) if last.op == Compare::Eq && last.mask.is_none() => {
                    (Some(Test { value: 0, ..*last }), before)
                }
                _ => (None, &case[..]),
            };
            let value = case.last().map_or(0, |test| test.value);
            match said.iter_mut().find(|(b, l, _)| l.is_some() && *l == last && b == before) {
                Some((_, _, values)) => values.push(value),
                None => said.push((before.to_vec(), last, vec![value])),
            }
        }
        let words = |(before, last, values): (Vec<Test>, Option<Test>, Vec<u64>)| {
            let Some(last) = last else { return self.all(&before) };
            let values: Vec<String> =
                values.into_iter().map(|value| self.value(&Test { value, ..last })).collect();
            let end = match &values[..] {
                [value] => format!("{} == {value}", self.name(&last)),
                values => format!("{} in {{{}}}", self.name(&last), values.join(", ")),
            };
            if before.is_empty() { end } else { format!("{} && {end}", self.all(&before)) }
        };
        said.into_iter().map(words).collect()
    }
}

fn ones(test: &Test) -> u64 {
    if test.part == Part::Whole { u64::MAX } else { u64::from(u32::MAX) }
}

/// Small numbers in decimal, others in hex.
pub(crate) fn number(value: u64) -> String {
    if value < 4096 { value.to_string() } else { format!("{value:#x}") }
}
