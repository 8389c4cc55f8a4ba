//! Filters as libseccomp's pseudo filter code, as `seccomp_export_pfc(3)` writes it: for each architecture and call
//! nested comparisons of the halves of its arguments, and what they lead to.
//!
//! What libseccomp has no words for is said in the same style: ranges of numbers and x32 by comparisons of `$syscall`, the
//! instruction pointer as `$ip`.

use crate::calls;
use callgate_abi::{Abi, Action};
use callgate_analyze::{Calls, Cases, Group, Machine, Part, Register, Test, Verdict};
use callgate_policy::model::Compare;
use std::fmt::Write as _;

/// Lines beyond which nobody reads them; some conditions multiply.
const MOST_LINES: usize = 200_000;
/// Neighbouring numbers that are written one by one.
const FEW: u32 = 64;

/// The code of all groups of a filter or policy; or why it cannot be written.
pub(crate) fn write(groups: &[Group]) -> Result<String, String> {
    let text = String::from("#\n# pseudo filter code start\n#\n");
    let mut code = Code { text, lines: 0, swapped: false };
    let mut machines: Vec<Machine> = groups.iter().map(|group| group.calls.machine).collect();
    machines.dedup();
    let of =
        |machine: Machine| groups.iter().filter(|group| group.calls.machine == machine).collect::<Vec<_>>();
    let mut others = None;
    for machine in &machines {
        match machine {
            // Within x86-64, whose architecture it shares.
            Machine::Abi(Abi::X32) if machines.contains(&Machine::Abi(Abi::X86_64)) => {}
            Machine::Abi(abi) => {
                code.line(0, &format!("# filter for arch {} ({})", arch_name(*abi), abi.audit_arch()))?;
                code.line(0, &format!("if ($arch == {})", abi.audit_arch()))?;
                let x32 = of(Machine::Abi(Abi::X32));
                if *abi == Abi::X86_64 && !x32.is_empty() {
                    code.line(1, "# filter for the calls of x32")?;
                    code.line(1, "if ($syscall & 0x40000000 == 1073741824)")?;
                    code.line(2, "if ($syscall == 4294967295)")?;
                    code.line(2, "else")?;
                    code.calls(3, Abi::X32.word_bits(), &x32)?;
                }
                code.calls(1, abi.register_bits(), &of(*machine))?;
            }
            Machine::Others(_) if others.replace(*machine).is_some() => {
                return Err("it tells architectures apart that have no names".to_owned());
            }
            Machine::Others(_) => {}
        }
    }
    if let Some(machine) = others {
        code.line(0, "# invalid architecture action")?;
        code.others(machine, &of(machine))?;
    }
    code.text.push_str("#\n# pseudo filter code end\n#\n");
    Ok(code.text)
}

/// libseccomp's name.
fn arch_name(abi: Abi) -> &'static str {
    match abi {
        Abi::I386 => "x86",
        other => other.name(),
    }
}

fn action(verdict: Verdict) -> Result<String, String> {
    let word = match verdict {
        Verdict::Unknown(reason) => return Err(reason.to_string()),
        Verdict::Known(Action::Allow) => "ALLOW".to_owned(),
        Verdict::Known(Action::Log) => "LOG".to_owned(),
        Verdict::Known(Action::Trace(data)) => format!("TRACE({data})"),
        Verdict::Known(Action::UserNotif) => "NOTIFY".to_owned(),
        Verdict::Known(Action::Errno(errno)) => format!("ERRNO({})", errno.0),
        // libseccomp writes no data.
        Verdict::Known(Action::Trap(0)) => "TRAP".to_owned(),
        Verdict::Known(Action::Trap(data)) => format!("TRAP({data})"),
        Verdict::Known(Action::KillThread) => "KILL".to_owned(),
        Verdict::Known(Action::KillProcess) => "KILL_PROCESS".to_owned(),
    };
    Ok(format!("action {word};"))
}

/// Text with so many lines.
struct Code {
    text: String,
    lines: usize,
    /// The halves of registers have each other's names.
    swapped: bool,
}

impl Code {
    fn line(&mut self, level: usize, words: &str) -> Result<(), String> {
        self.lines += 1;
        if self.lines > MOST_LINES {
            return Err("its conditions are too many to write down".to_owned());
        }
        let _ = writeln!(self.text, "{:1$}{words}", "", 2 * level);
        Ok(())
    }

    /// Architectures without names are of both byte orders: a filter looks at the same bytes, which are the other halves
    /// of the other order's registers.
    fn others(&mut self, machine: Machine, groups: &[&Group]) -> Result<(), String> {
        const LITTLE: u32 = 0x4000_0000;
        let Machine::Others(example) = machine else { return Ok(()) };
        if groups.iter().any(|group| group.always().is_none()) {
            self.line(0, "# other byte order")?;
            self.line(0, &format!("if ($arch & {LITTLE:#010x} == {})", LITTLE & !example))?;
            self.swapped = true;
            self.calls(1, 64, groups)?;
            self.swapped = false;
        }
        self.calls(0, 64, groups)
    }

    /// All calls of a machine: those that differ from what most numbers get, then that.
    fn calls(&mut self, level: usize, bits: u32, groups: &[&Group]) -> Result<(), String> {
        let Some(default) = groups.iter().max_by_key(|group| numbers(&group.calls)) else { return Ok(()) };
        let mut listed: Vec<(u32, u32, &Group)> = Vec::new();
        for group in groups.iter().filter(|group| !std::ptr::eq(**group, *default)) {
            if group.calls.scattered {
                return Err("it chooses numbers by their bits".to_owned());
            }
            listed.extend(group.calls.numbers.iter().map(|range| (*range.start(), *range.end(), *group)));
        }
        listed.sort_unstable_by_key(|(from, ..)| *from);
        for (from, to, group) in listed {
            if to - from >= FEW {
                self.line(level, &format!("# filter for the numbers {from} to {to}"))?;
                self.line(level, &format!("if ($syscall >= {from})"))?;
                self.line(level + 1, &format!("if ($syscall > {to})"))?;
                self.line(level + 1, "else")?;
                self.outcomes(level + 2, bits, group)?;
                continue;
            }
            for nr in from..=to {
                let one = Calls { numbers: vec![nr..=nr], ..group.calls.clone() };
                let name = one.names().first().copied().unwrap_or("UNKNOWN");
                self.line(level, &format!("# filter for syscall \"{name}\" ({nr})"))?;
                self.line(level, &format!("if ($syscall == {nr})"))?;
                self.outcomes(level + 1, bits, group)?;
            }
        }
        self.line(level, "# default action")?;
        self.outcomes(level, bits, default)
    }

    /// What the calls of a group get: exactly one outcome holds, so the last needs no condition.
    fn outcomes(&mut self, level: usize, bits: u32, group: &Group) -> Result<(), String> {
        if group.unlisted > 0 {
            return Err(format!("{} has answers that are computed", calls::brief(&group.calls)));
        }
        let Some((last, others)) = group.outcomes.split_last() else { return Ok(()) };
        for outcome in others {
            let Some(cases) = &outcome.when else {
                return Err(format!("{} has conditions too many to say", calls::brief(&group.calls)));
            };
            self.cases(level, bits, cases, &action(outcome.verdict)?)?;
        }
        self.line(level, &action(last.verdict)?)
    }

    fn cases(&mut self, level: usize, bits: u32, cases: &Cases, action: &str) -> Result<(), String> {
        for case in cases {
            let tree = case.iter().rev().fold(Tree::Action, |then, test| lowered(test, then, Tree::Nothing));
            self.tree(level, bits, &tree, action)?;
        }
        Ok(())
    }

    fn tree(&mut self, level: usize, bits: u32, tree: &Tree, action: &str) -> Result<(), String> {
        match tree {
            Tree::Nothing => Ok(()),
            Tree::Action => self.line(level, action),
            Tree::If(word, yes, no) => {
                let word = Word { high: word.high != self.swapped, ..*word };
                self.line(level, &format!("if ({})", word.text(bits)))?;
                self.tree(level + 1, bits, yes, action)?;
                if **no != Tree::Nothing {
                    self.line(level, "else")?;
                    self.tree(level + 1, bits, no, action)?;
                }
                Ok(())
            }
        }
    }
}

/// How many numbers there are.
fn numbers(calls: &Calls) -> u64 {
    calls.numbers.iter().map(|range| u64::from(range.end() - range.start()) + 1).sum()
}

/// Nested comparisons of words.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Tree {
    /// On to what follows.
    Nothing,
    /// The action.
    Action,
    /// A comparison, and what follows when it holds and when not.
    If(Word, Box<Tree>, Box<Tree>),
}

/// A comparison of one half of a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Word {
    register: Register,
    high: bool,
    mask: u32,
    op: Op,
    value: u32,
}

/// libseccomp's comparisons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Op {
    Equal,
    Greater,
    GreaterOrEqual,
}

impl Word {
    fn text(&self, bits: u32) -> String {
        let name = match self.register {
            Register::Argument(n) => format!("$a{n}"),
            Register::InstructionPointer => "$ip".to_owned(),
        };
        let half = match (bits, self.high) {
            (_, true) => ".hi32",
            (32, false) => "",
            (_, false) => ".lo32",
        };
        let op = match self.op {
            Op::Equal => "==",
            Op::Greater => ">",
            Op::GreaterOrEqual => ">=",
        };
        let mask = if self.mask == u32::MAX { String::new() } else { format!(" & {:#010x}", self.mask) };
        format!("{name}{half}{mask} {op} {}", self.value)
    }

    fn then(self, yes: Tree, no: Tree) -> Tree {
        if yes == no {
            return yes;
        }
        Tree::If(self, Box::new(yes), Box::new(no))
    }
}

/// A test as comparisons of words.
fn lowered(test: &Test, yes: Tree, no: Tree) -> Tree {
    match test.op {
        Compare::Ne => return equal(test, no, &yes),
        Compare::Eq => return equal(test, yes, &no),
        _ => {}
    }
    // x <= v is no x > v.
    let (strict, yes, no) = match test.op {
        Compare::Gt => (true, yes, no),
        Compare::Le => (true, no, yes),
        Compare::Lt => (false, no, yes),
        _ => (false, yes, no),
    };
    let (high, low) = words(test);
    let last = |word: Word, signed: bool, yes: Tree, no: Tree| ordered(word, strict, signed, yes, no);
    match (high, low) {
        (Some(high), Some(low)) => {
            let equal = high.then(last(low, false, yes.clone(), no.clone()), no);
            ordered(high, true, test.signed, yes, equal)
        }
        (Some(word), None) | (None, Some(word)) => last(word, test.signed, yes, no),
        (None, None) => no,
    }
}

/// The words of a test, each compared for equality with its part of the value.
fn words(test: &Test) -> (Option<Word>, Option<Word>) {
    let mask = test.mask.unwrap_or(u64::MAX);
    let word = |high: bool, mask: u64, value: u64| {
        let (mask, value) = (mask as u32, value as u32);
        Word { register: test.register, high, mask, op: Op::Equal, value }
    };
    match test.part {
        Part::Whole => (Some(word(true, mask >> 32, test.value >> 32)), Some(word(false, mask, test.value))),
        Part::High => (Some(word(true, mask, test.value)), None),
        Part::Low => (None, Some(word(false, mask, test.value))),
    }
}

fn equal(test: &Test, yes: Tree, no: &Tree) -> Tree {
    let (high, low) = words(test);
    // What is masked out altogether says nothing.
    let asked = |word: &Word| word.mask != 0;
    [low.filter(asked), high.filter(asked)]
        .into_iter()
        .flatten()
        .fold(yes, |then, word| word.then(then, no.clone()))
}

/// `word > value` or `word >= value`.
fn ordered(word: Word, strict: bool, signed: bool, yes: Tree, no: Tree) -> Tree {
    const SIGN: u32 = 1 << 31;
    let compared = Word { op: if strict { Op::Greater } else { Op::GreaterOrEqual }, ..word };
    if !signed {
        return compared.then(yes, no);
    }
    let negative = Word { op: Op::GreaterOrEqual, value: SIGN, ..word };
    if word.value < SIGN {
        // Up to the largest positive one.
        return compared.then(negative.then(no.clone(), yes), no);
    }
    compared.then(yes.clone(), negative.then(no, yes))
}
