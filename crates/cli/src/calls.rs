//! Calls, conditions and numbers as lines of a terminal and as JSON.

use callgate_abi::{Abi, SeccompData, format_call};
use callgate_analyze::{Calls, Cases, Machine, Naming, Part, Reason, Register, Test, Verdict};
use serde_json::{Value, json};

/// `x86_64`, `other architectures`.
pub(crate) fn machine(machine: Machine) -> String {
    match machine {
        Machine::Abi(abi) => abi.name().to_owned(),
        Machine::Others(arch) => format!("other architectures (as {arch:#010x})"),
    }
}

/// As [`calls`], but of many only the first, and `every call` for all.
pub(crate) fn brief(which: &Calls) -> String {
    const MANY: usize = 40;
    const FIRST: usize = 12;
    let numbers: u64 = which.numbers.iter().map(|range| u64::from(range.end() - range.start()) + 1).sum();
    // x32 has the numbers with bit 30 but -1, x86-64 the others.
    let all = match which.machine {
        Machine::Abi(Abi::X86_64) => (1 << 31) + 1,
        Machine::Abi(Abi::X32) => (1 << 31) - 1,
        _ => 1 << 32,
    };
    let names = which.names();
    if numbers == all && !which.scattered {
        return "every call".to_owned();
    }
    if names.len() <= MANY {
        return calls(which);
    }
    let unnamed = if which.unnamed().is_empty() { "" } else { ", and numbers without a name" };
    format!("{} and {} more{unnamed}", names[..FIRST].join(" "), names.len() - FIRST)
}

/// `read write, numbers 335-386`.
pub(crate) fn calls(calls: &Calls) -> String {
    let mut text = calls.names().join(" ");
    let unnamed = calls.unnamed();
    if calls.scattered {
        return if text.is_empty() {
            "numbers by their bits".to_owned()
        } else {
            format!("{text}, and more")
        };
    }
    if let Some(numbers) = ranges(&unnamed) {
        text = if text.is_empty() { numbers } else { format!("{text}, {numbers}") };
    }
    text
}

fn ranges(unnamed: &[std::ops::RangeInclusive<u32>]) -> Option<String> {
    const MOST: usize = 6;
    let range = |range: &std::ops::RangeInclusive<u32>| {
        if range.start() == range.end() {
            nr(*range.start())
        } else {
            format!("{}-{}", nr(*range.start()), nr(*range.end()))
        }
    };
    let shown: Vec<String> = unnamed.iter().take(MOST).map(range).collect();
    let more = if unnamed.len() > MOST { " …" } else { "" };
    match unnamed {
        [] => None,
        [all] if (*all.start(), *all.end()) == (0, u32::MAX) => Some("all numbers".to_owned()),
        [one] if one.start() == one.end() => Some(format!("number {}", shown[0])),
        _ => Some(format!("numbers {}{more}", shown.join(", "))),
    }
}

fn nr(nr: u32) -> String {
    if nr < 0x10000 { nr.to_string() } else { format!("{nr:#x}") }
}

/// The conditions, each alternative a text; `None` when they are too many to say.
pub(crate) fn when(calls: &Calls, cases: Option<&Cases>) -> Option<Vec<String>> {
    cases.map(|cases| Naming::of_calls(calls).cases(cases))
}

/// A call as a person reads it, with its ABI where that is not this machine's.
pub(crate) fn call(data: &SeccompData) -> String {
    let ip = match data.instruction_pointer {
        0 => String::new(),
        ip => format!(", called from {ip:#x}"),
    };
    match data.abi() {
        Some(Abi::NATIVE) => format!("{}{ip}", registers(data)),
        Some(abi) => format!("{} on {abi}{ip}", registers(data)),
        None => format!("{} on architecture {:#010x}{ip}", registers(data), data.arch),
    }
}

/// The call's text, and its registers where bits that the text does not show could matter.
fn registers(data: &SeccompData) -> String {
    let nr = data.nr as u32;
    let text = format_call(data).replacen(&format!("syscall_{}(", data.nr), &format!("syscall_{nr:#x}("), 1);
    let last = data.args.iter().rposition(|arg| *arg > u64::from(u32::MAX));
    match last {
        None => text,
        Some(last) => {
            let all: Vec<String> = data.args[..=last].iter().map(|arg| format!("{arg:#x}")).collect();
            format!("{text} [registers {}]", all.join(", "))
        }
    }
}

/// What a call gets, in a word or two.
pub(crate) fn verdict(verdict: Verdict) -> String {
    match verdict {
        Verdict::Known(action) => action.to_string(),
        Verdict::Unknown(_) => "unknown".to_owned(),
    }
}

/// Why a verdict is not known.
pub(crate) fn unknown(verdict: Verdict) -> Option<Reason> {
    match verdict {
        Verdict::Known(_) => None,
        Verdict::Unknown(reason) => Some(reason),
    }
}

pub(crate) fn calls_json(calls: &Calls) -> Value {
    let (abi, arch) = match calls.machine {
        Machine::Abi(abi) => (Some(abi.name()), abi.audit_arch()),
        Machine::Others(arch) => (None, arch),
    };
    let ranges: Vec<[u32; 2]> = calls.numbers.iter().map(|range| [*range.start(), *range.end()]).collect();
    json!({
        "abi": abi, "arch": arch, "names": calls.names(), "numbers": ranges,
        "incomplete": calls.scattered,
    })
}

pub(crate) fn when_json(calls: &Calls, cases: Option<&Cases>) -> Value {
    let Some(cases) = cases else { return Value::Null };
    let tests = |all: &Vec<Test>| all.iter().map(test_json).collect::<Vec<_>>();
    json!({
        "text": Naming::of_calls(calls).cases(cases),
        "any": cases.iter().map(tests).collect::<Vec<_>>(),
    })
}

fn test_json(test: &Test) -> Value {
    json!({
        "register": match test.register {
            Register::Argument(n) => format!("arg{n}"),
            Register::InstructionPointer => "instruction_pointer".to_owned(),
        },
        "part": match test.part {
            Part::Whole => "whole",
            Part::Low => "lo32",
            Part::High => "hi32",
        },
        "mask": test.mask,
        "signed": test.signed,
        "op": test.op.sign(),
        "value": test.value,
    })
}

pub(crate) fn call_json(data: &SeccompData) -> Value {
    json!({
        "arch": data.arch, "nr": data.nr as u32, "instruction_pointer": data.instruction_pointer,
        "args": data.args, "text": call(data),
    })
}
