//! Rules of `[syscalls]`: names to numbers, arguments to registers, constants to values, on each ABI.

use super::Lowering;
use crate::condition::{self, CallEntry, Term, Test, Value};
use crate::diagnostic::quoted;
use crate::load::findings::Word;
use crate::load::part::{Entry, Kind};
use crate::model::{Compare, Comparison, SyscallRule, SyscallTarget, Width};
use callgate_abi::suggest::nearest;
use callgate_abi::{Abi, Action, Arg, Sysno, constants, groups, signature_on, syscalls};
use std::ops::Range;

/// What a comparison comes to on one ABI.
enum Lowered {
    /// These must hold.
    Tests(Vec<Comparison>),
    /// It holds for every value the register can have.
    Always,
    /// It holds for none.
    Never,
}

/// Why a comparison has no meaning; the place is in the entry's text.
struct Mistake {
    /// Whether the argument exists, but not where a filter on this ABI could see it.
    hidden: bool,
    at: Range<usize>,
    message: String,
    expected: String,
    near: Option<&'static str>,
    help: Option<String>,
}

/// An argument as an ABI's calls have it.
#[derive(Clone, Copy)]
enum Place {
    One {
        register: u8,
        width: Width,
        signed: bool,
    },
    /// A 64-bit value in two registers of 32 bits.
    Halves {
        low: u8,
        high: u8,
    },
}

impl Lowering<'_> {
    pub(super) fn call(&mut self, entry: &Entry, action: Action, word: &Word, kind: Kind) {
        let parsed = match condition::parse(&word.text) {
            Ok(parsed) => parsed,
            Err(error) => {
                let finding = self
                    .findings
                    .error(&word.part(&error.at), format!("{}: {}", quoted(&word.text), error.message));
                finding.expected(error.expected);
                if let Some(help) = error.help {
                    finding.help(help);
                }
                return;
            }
        };
        let name = &word.text[parsed.name.clone()];
        if name.starts_with('@') {
            self.group(entry, action, word, &parsed);
        } else if let Some(number) = raw_number(name) {
            self.raw(entry, action, word, &parsed, number);
        } else if syscalls::exists(name) {
            let name = name.to_owned();
            self.named(entry, action, word, &parsed, &name, kind);
        } else {
            self.unknown_call(word, &parsed.name);
        }
    }

    pub(super) fn unknown_call(&mut self, word: &Word, range: &Range<usize>) {
        let name = &word.text[range.clone()];
        if groups::find(&format!("@{name}")).is_some() {
            let group = format!("@{name}");
            let edit = word.edit(range, &group);
            self.findings
                .error(&word.part(range), format!("{} is a group of calls", quoted(name)))
                .expected("expected groups with their `@`")
                .mend(format!("write {}", quoted(&group)), edit);
            return;
        }
        let near = syscalls::suggest(name);
        let edit = near.and_then(|near| word.edit(range, near));
        self.findings
            .error(&word.part(range), format!("unknown system call {}", quoted(name)))
            .expected("expected a call of syscalls(2), a number, or a @group")
            .did_you_mean(near, edit.map(|(span, _)| span));
    }

    fn group(&mut self, entry: &Entry, action: Action, word: &Word, parsed: &CallEntry) {
        let name = &word.text[parsed.name.clone()];
        let Some(members) = groups::members(name) else {
            let near = groups::suggest(name);
            let edit = near.and_then(|near| word.edit(&parsed.name, near));
            self.findings
                .error(&word.part(&parsed.name), format!("unknown group {}", quoted(name)))
                .expected("expected a group that `callgate groups` lists")
                .did_you_mean(near, edit.map(|(span, _)| span));
            return;
        };
        if let Some(test) = parsed.tests.first() {
            self.findings
                .error(&word.part(&test.whole), "a group has no arguments in common")
                .expected("expected the group alone")
                .help("name the calls one by one, each with its condition");
            return;
        }
        for member in members {
            let targets = self.numbers(member).into_iter();
            let targets: Vec<_> =
                targets.map(|(abi, nr)| SyscallTarget { abi, nr, when: Vec::new() }).collect();
            if !targets.is_empty() {
                let origin = self.origin(entry, &word.text);
                self.push(SyscallRule { origin, action, name: member.to_owned(), targets });
            }
        }
    }

    /// The listed ABIs that have the call.
    fn numbers(&self, name: &str) -> Vec<(Abi, u32)> {
        let numbers = self.arches.iter().filter_map(|abi| Some((*abi, Sysno::from_name(*abi, name)?.nr)));
        numbers.collect()
    }

    fn raw(&mut self, entry: &Entry, action: Action, word: &Word, parsed: &CallEntry, number: u32) {
        let x32 = number & Abi::X32_BIT != 0 && number != u32::MAX;
        let abis: Vec<Abi> = self.arches.iter().copied().filter(|abi| (*abi == Abi::X32) == x32).collect();
        if abis.is_empty() {
            self.findings
                .error(
                    &word.part(&parsed.name),
                    format!("{number} is a number of x32, which `arch` does not list"),
                )
                .expected("expected a number of a listed ABI, or `x32` in `arch`");
            return;
        }
        if abis.len() > 1 {
            let names: Vec<&str> = abis.iter().map(|abi| abi.name()).collect();
            self.findings.remark(
                &word.part(&parsed.name),
                format!(
                    "the number {number} is taken on each of {}, where it may be another call",
                    names.join(", ")
                ),
            );
        }
        let numbers = abis.into_iter().map(|abi| (abi, number)).collect();
        self.targets(entry, action, word, parsed, &number.to_string(), numbers);
    }

    fn named(
        &mut self,
        entry: &Entry,
        action: Action,
        word: &Word,
        parsed: &CallEntry,
        name: &str,
        kind: Kind,
    ) {
        let numbers = self.numbers(name);
        let missing: Vec<&str> = self
            .arches
            .iter()
            .filter(|abi| !numbers.iter().any(|(has, _)| has == *abi))
            .map(|abi| abi.name())
            .collect();
        if numbers.is_empty() {
            // Presets name what any ABI needs; a user's own policy names what its ABIs have.
            if kind == Kind::Preset {
                return;
            }
            let listed = self.arches.iter().flat_map(|abi| syscalls::of_abi(*abi).map(|(_, name)| name));
            let near =
                modern(name).filter(|name| !self.numbers(name).is_empty()).or_else(|| nearest(name, listed));
            let having: Vec<&str> = Abi::ALL
                .iter()
                .filter(|abi| Sysno::from_name(**abi, name).is_some())
                .map(|abi| abi.name())
                .collect();
            let edit = near.and_then(|near| word.edit(&parsed.name, near));
            self.findings
                .error(
                    &word.part(&parsed.name),
                    format!("{} exists on none of the listed ABIs ({})", quoted(name), missing.join(", ")),
                )
                .expected("expected a call that one of them has")
                .note(format!("it exists on {}", having.join(", ")))
                .did_you_mean(near, edit.map(|(span, _)| span));
            return;
        }
        if !missing.is_empty() && kind != Kind::Preset {
            self.findings.remark(
                &word.part(&parsed.name),
                format!("{} does not exist on {}", quoted(name), missing.join(", ")),
            );
        }
        self.targets(entry, action, word, parsed, name, numbers);
    }

    fn targets(
        &mut self,
        entry: &Entry,
        action: Action,
        word: &Word,
        parsed: &CallEntry,
        name: &str,
        numbers: Vec<(Abi, u32)>,
    ) {
        let mut targets = Vec::new();
        let mut sound = true;
        for (abi, nr) in numbers {
            let called = Sysno { abi, nr }.name().unwrap_or(name);
            let mut when = Some(Vec::new());
            for test in &parsed.tests {
                match lower_test(&word.text, test, abi, called) {
                    Ok(Lowered::Tests(tests)) => {
                        if let Some(when) = &mut when {
                            when.extend(tests);
                        }
                    }
                    Ok(Lowered::Always) => {}
                    Ok(Lowered::Never) => {
                        when = None;
                        self.findings.remark(
                            &word.part(&test.whole),
                            format!("this can never hold on {abi}, whose registers are narrower"),
                        );
                    }
                    // Without the rule the call gets the default there, which is stricter.
                    Err(mistake) if mistake.hidden && action.rank() < self.default_rank() => {
                        when = None;
                        let message = format!("{}: not {action} there", mistake.message);
                        self.findings.remark(&word.part(&mistake.at), message);
                    }
                    Err(mistake) => {
                        sound = false;
                        let edit = mistake.near.and_then(|near| word.edit(&mistake.at, near));
                        let finding = self.findings.error(&word.part(&mistake.at), mistake.message);
                        finding.expected(mistake.expected);
                        finding.did_you_mean(mistake.near, edit.map(|(span, _)| span));
                        if let Some(help) = mistake.help {
                            finding.help(help);
                        }
                    }
                }
            }
            if let Some(when) = when {
                targets.push(SyscallTarget { abi, nr, when });
            }
        }
        if sound && !targets.is_empty() {
            let origin = self.origin(entry, &word.text);
            self.push(SyscallRule { origin, action, name: name.to_owned(), targets });
        }
    }

    fn default_rank(&self) -> u8 {
        self.policy.syscalls.as_ref().map_or(0, |calls| calls.default.rank())
    }

    fn push(&mut self, rule: SyscallRule) {
        let Some(calls) = &mut self.policy.syscalls else { return };
        let twin = |known: &SyscallRule| {
            known.action == rule.action && known.name == rule.name && known.targets == rule.targets
        };
        // What several texts say alike is one rule of their union; within a text it is for the
        // check to remark on.
        if !calls.rules.iter().any(|known| known.origin.source != rule.origin.source && twin(known)) {
            calls.rules.push(rule);
        }
    }
}

/// `231` or `0xe7`.
fn raw_number(name: &str) -> Option<u32> {
    match name.strip_prefix("0x") {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => name.parse().ok(),
    }
}

/// What newer ABIs have instead of a call they never had.
fn modern(name: &str) -> Option<&'static str> {
    const MODERN: &[(&str, &str)] = &[
        ("access", "faccessat"),
        ("chmod", "fchmodat"),
        ("chown", "fchownat"),
        ("creat", "openat"),
        ("dup2", "dup3"),
        ("epoll_create", "epoll_create1"),
        ("epoll_wait", "epoll_pwait"),
        ("eventfd", "eventfd2"),
        ("fork", "clone"),
        ("getdents", "getdents64"),
        ("inotify_init", "inotify_init1"),
        ("link", "linkat"),
        ("lstat", "newfstatat"),
        ("mkdir", "mkdirat"),
        ("mknod", "mknodat"),
        ("open", "openat"),
        ("pipe", "pipe2"),
        ("poll", "ppoll"),
        ("readlink", "readlinkat"),
        ("rename", "renameat2"),
        ("rmdir", "unlinkat"),
        ("select", "pselect6"),
        ("sigreturn", "rt_sigreturn"),
        ("stat", "newfstatat"),
        ("symlink", "symlinkat"),
        ("unlink", "unlinkat"),
        ("utimes", "utimensat"),
        ("vfork", "clone"),
    ];
    MODERN.iter().find(|(old, _)| *old == name).map(|(_, new)| *new)
}

fn lower_test(text: &str, test: &Test, abi: Abi, call: &str) -> Result<Lowered, Mistake> {
    let place = argument(text, test, abi, call)?;
    let value = evaluate(text, &test.value, abi)?;
    let mask = match &test.mask {
        Some(mask) => Some((evaluate(text, mask, abi)?, mask)),
        None => None,
    };
    let (register, width, signed) = match place {
        Place::One { register, width, signed } => (register, width, signed),
        Place::Halves { low, high } => {
            return halves(test, abi, low, high, value, mask.map(|(mask, _)| mask));
        }
    };
    let mask = match mask {
        None => None,
        Some((mask, _)) if width == Width::W64 => Some(mask),
        // Upper bits that are all alike are the sign of a number or the other side of a `~`; where the
        // argument is a word, the upper half that other ABIs have is zero here.
        Some((mask, _))
            if [0, u32::MAX].contains(&((mask >> 32) as u32)) || wide_somewhere(abi, call, register) =>
        {
            Some(mask & u64::from(u32::MAX))
        }
        Some((_, written)) => {
            return Err(Mistake {
                hidden: false,
                at: written.whole.clone(),
                message: String::from("the mask looks at bits that the argument does not have"),
                expected: String::from("expected a mask of 32 bits"),
                near: None,
                help: None,
            });
        }
    };
    let comparison = |value| Comparison { arg: register, width, signed, mask, op: test.op, value };
    if width == Width::W64 {
        return Ok(Lowered::Tests(vec![comparison(value)]));
    }
    if fits(value) {
        return Ok(Lowered::Tests(vec![comparison(value & u64::from(u32::MAX))]));
    }
    if !wide_somewhere(abi, call, register) {
        return Err(Mistake {
            hidden: false,
            at: test.value.whole.clone(),
            message: format!("{} never holds this value", quoted(&text[test.argument.clone()])),
            expected: String::from(if signed {
                "expected a number from -2^31 to 2^32-1"
            } else {
                "expected a number of 32 bits"
            }),
            near: None,
            help: None,
        });
    }
    // A word that is wide on other ABIs: the value lies above all that the register holds here.
    Ok(match test.op {
        Compare::Eq | Compare::Gt | Compare::Ge => Lowered::Never,
        Compare::Ne | Compare::Lt | Compare::Le => Lowered::Always,
    })
}

/// Whether a 64-bit number is one of 32 bits, as unsigned or sign-extended.
fn fits(value: u64) -> bool {
    u32::try_from(value).is_ok() || value >= 0xffff_ffff_8000_0000
}

/// Whether the argument is a word that has 64 bits on some other ABI.
fn wide_somewhere(abi: Abi, call: &str, register: u8) -> bool {
    let kind = signature_on(abi, call).and_then(|signature| signature.args.get(usize::from(register)));
    kind.is_none_or(|arg| arg.kind.bits(Abi::X86_64) == 64)
}

/// A 64-bit value in two registers can be compared for equality there.
fn halves(
    test: &Test,
    abi: Abi,
    low: u8,
    high: u8,
    value: u64,
    mask: Option<u64>,
) -> Result<Lowered, Mistake> {
    if test.op != Compare::Eq {
        return Err(Mistake {
            hidden: false,
            at: test.whole.clone(),
            message: format!("on {abi} this argument lies in two registers, where only `==` can be decided"),
            expected: String::from("expected `==`"),
            near: None,
            help: Some(String::from("compare `…_low` and `…_high`, or leave this ABI out of `arch`")),
        });
    }
    let half = |arg, shift: u32| Comparison {
        arg,
        width: Width::W32,
        signed: false,
        mask: mask.map(|mask| (mask >> shift) & u64::from(u32::MAX)),
        op: Compare::Eq,
        value: (value >> shift) & u64::from(u32::MAX),
    };
    Ok(Lowered::Tests(vec![half(low, 0), half(high, 32)]))
}

fn argument(text: &str, test: &Test, abi: Abi, call: &str) -> Result<Place, Mistake> {
    let name = &text[test.argument.clone()];
    let signature = signature_on(abi, call);
    let args: &[Arg] = signature.map_or(&[], |signature| signature.args);
    let place = |register: usize| {
        let word = if abi.register_bits() == 64 { Width::W64 } else { Width::W32 };
        let (width, signed) = args.get(register).map_or((word, false), |arg| {
            (if arg.kind.bits(abi) == 64 { Width::W64 } else { Width::W32 }, arg.kind.signed())
        });
        Place::One { register: register as u8, width, signed }
    };
    if let Some(number) = name.strip_prefix("arg").and_then(|number| number.parse::<usize>().ok()) {
        if number < 6 {
            return Ok(place(number));
        }
        return Err(Mistake {
            hidden: false,
            at: test.argument.clone(),
            message: format!("{} does not exist: a call has six argument registers", quoted(name)),
            expected: String::from("expected `arg0` to `arg5`"),
            near: None,
            help: None,
        });
    }
    if let Some(register) = signature.and_then(|signature| signature.position(name)) {
        return Ok(place(register));
    }
    let half = |suffix: &str| signature.and_then(|signature| signature.position(&format!("{name}{suffix}")));
    if let (Some(low), Some(high)) = (half("_low"), half("_high")) {
        return Ok(Place::Halves { low: low as u8, high: high as u8 });
    }
    if abi != Abi::X86_64 && callgate_abi::signature(call).is_some_and(|usual| usual.position(name).is_some())
    {
        return Err(Mistake {
            hidden: true,
            at: test.argument.clone(),
            message: format!(
                "on {abi} {} is not in a register of {}, where a filter could see it",
                quoted(name),
                quoted(call)
            ),
            expected: String::from("expected an argument that every listed ABI has in a register"),
            near: None,
            help: Some(format!("leave {abi} out of `arch`, or name the call there without a condition")),
        });
    }
    let names: Vec<&str> = args.iter().map(|arg| arg.name).collect();
    let expected = match &names[..] {
        [] => String::from("expected `arg0` to `arg5`: the arguments of this call have no names here"),
        names => format!(
            "expected {} or `arg0` to `arg5`",
            names.iter().map(|n| quoted(n)).collect::<Vec<_>>().join(", ")
        ),
    };
    Err(Mistake {
        hidden: false,
        at: test.argument.clone(),
        message: format!("{} has no argument {}", quoted(call), quoted(name)),
        expected,
        near: signature.and_then(|signature| signature.suggest(name)),
        help: None,
    })
}

fn evaluate(text: &str, value: &Value, abi: Abi) -> Result<u64, Mistake> {
    let mut out = 0;
    for term in &value.terms {
        out |= match term {
            Term::Number(number) => *number,
            Term::Not(inner) => !evaluate(text, inner, abi)?,
            Term::Name(at) => {
                let name = &text[at.clone()];
                constants::value(abi, name).ok_or_else(|| unknown_constant(name, at, abi))?
            }
        };
    }
    Ok(out)
}

fn unknown_constant(name: &str, at: &Range<usize>, abi: Abi) -> Mistake {
    if constants::exists(name) {
        return Mistake {
            hidden: false,
            at: at.clone(),
            message: format!("the constant {} does not exist on {abi}", quoted(name)),
            expected: format!("expected a constant that {abi} has, or a number"),
            near: None,
            help: Some(format!("leave {abi} out of `arch`, or write the number")),
        };
    }
    Mistake {
        hidden: false,
        at: at.clone(),
        message: format!("unknown constant {}", quoted(name)),
        expected: String::from("expected a constant such as `PROT_EXEC`, or a number"),
        near: constants::suggest(name),
        help: None,
    }
}
