//! Conditions: arguments to registers, constants to values, on one ABI.

use crate::condition::{Item, Relation, Syntax, Term, Test, Value};
use crate::diagnostic::quoted;
use crate::model::{Compare, Comparison, Condition, Width};
use callgate_abi::{Abi, Arg, constants, signature_on};
use std::ops::Range;

/// What a condition comes to on one ABI.
pub(super) struct Lowered {
    /// What holds where, of what has a meaning.
    pub(super) when: Condition,
    pub(super) mistakes: Vec<Mistake>,
}

/// Why a comparison has no meaning; the place is in the entry's text.
pub(super) struct Mistake {
    /// Whether the argument exists, but not where a filter on this ABI could see it.
    pub(super) hidden: bool,
    pub(super) at: Range<usize>,
    pub(super) message: String,
    pub(super) expected: String,
    pub(super) near: Option<&'static str>,
    pub(super) help: Option<String>,
}

/// An argument as an ABI's calls have it.
#[derive(Clone, Copy)]
enum Place {
    One {
        register: u8,
        width: Width,
        signed: bool,
        /// Whether it has 64 bits on some other ABI.
        wide_elsewhere: bool,
        /// Whether it is the register and not an argument: no sign is extended to it.
        whole: bool,
    },
    /// A 64-bit value in two registers of 32 bits.
    Halves { low: u8, high: u8 },
}

/// Lowers a condition of a call. Every mistake is found, not only the first.
pub(super) fn lower(text: &str, written: &Syntax, abi: Abi, call: &str) -> Lowered {
    let mut mistakes = Vec::new();
    let when = Tests { text, abi, call }.lower(written, &mut mistakes);
    Lowered { when, mistakes }
}

/// Where tests stand, and what they are of.
#[derive(Clone, Copy)]
struct Tests<'t> {
    text: &'t str,
    abi: Abi,
    call: &'t str,
}

impl Tests<'_> {
    fn lower(self, written: &Syntax, mistakes: &mut Vec<Mistake>) -> Condition {
        let mut each = |parts: &[Syntax]| -> Vec<Condition> {
            parts.iter().map(|part| self.lower(part, mistakes)).collect()
        };
        match written {
            Syntax::All(parts) => Condition::all(each(parts)),
            Syntax::Any(parts) => Condition::any(each(parts)),
            Syntax::Not(inner) => self.lower(inner, mistakes).negated(),
            Syntax::Test(test) => self.test(test).unwrap_or_else(|mistake| {
                mistakes.push(mistake);
                Condition::ALWAYS
            }),
        }
    }

    fn test(self, test: &Test) -> Result<Condition, Mistake> {
        let place = argument(self.text, test, self.abi, self.call)?;
        let mask = match &test.mask {
            Some(mask) => Some((evaluate(self.text, mask, self.abi)?, mask)),
            None => None,
        };
        let of = Operand { tests: self, test, place, mask: mask.map(|(mask, _)| mask) };
        let of = of.with_mask_of_its_width(mask.map(|(_, written)| written))?;
        match &test.relation {
            Relation::Compare(op, value) => of.compare(*op, value),
            Relation::In(items) => {
                let items = items.iter().map(|item| of.item(item));
                Ok(Condition::any(items.collect::<Result<Vec<_>, _>>()?))
            }
        }
    }
}

/// What a test looks at.
#[derive(Clone, Copy)]
struct Operand<'t> {
    tests: Tests<'t>,
    test: &'t Test,
    place: Place,
    mask: Option<u64>,
}

impl Operand<'_> {
    fn with_mask_of_its_width(mut self, written: Option<&Value>) -> Result<Self, Mistake> {
        let (Place::One { width: Width::W32, wide_elsewhere, .. }, Some(mask), Some(written)) =
            (self.place, self.mask, written)
        else {
            return Ok(self);
        };
        // Upper bits that are all alike are the sign of a number or the other side of a `~`; where the
        // argument is a word, the upper half that other ABIs have is zero here.
        if ![0, u32::MAX].contains(&((mask >> 32) as u32)) && !wide_elsewhere {
            return Err(Mistake {
                hidden: false,
                at: written.whole.clone(),
                message: String::from("the mask looks at bits that the argument does not have"),
                expected: String::from("expected a mask of 32 bits"),
                near: None,
                help: None,
            });
        }
        self.mask = Some(mask & u64::from(u32::MAX));
        Ok(self)
    }

    fn item(self, item: &Item) -> Result<Condition, Mistake> {
        let Some(last) = &item.last else { return self.compare(Compare::Eq, &item.first) };
        let range = [self.compare(Compare::Ge, &item.first)?, self.compare(Compare::Le, last)?];
        let [first, end] = [&item.first, last].map(|value| evaluate(self.tests.text, value, self.tests.abi));
        let (first, end) = (first?, end?);
        let empty = match self.place {
            Place::One { signed: true, width: Width::W32, .. } => first as i32 > end as i32,
            Place::One { signed: true, width: Width::W64, .. } => first as i64 > end as i64,
            _ => first > end,
        };
        if empty {
            return Err(Mistake {
                hidden: false,
                at: item.first.whole.start..last.whole.end,
                message: String::from("the range is empty: its first value is greater than its last"),
                expected: String::from("expected the smaller value first"),
                near: None,
                help: None,
            });
        }
        Ok(Condition::all(range))
    }

    fn compare(self, op: Compare, written: &Value) -> Result<Condition, Mistake> {
        let value = evaluate(self.tests.text, written, self.tests.abi)?;
        let (register, width, signed, wide_elsewhere, whole) = match self.place {
            Place::One { register, width, signed, wide_elsewhere, whole } => {
                (register, width, signed, wide_elsewhere, whole)
            }
            Place::Halves { low, high } => return self.halves(op, low, high, value),
        };
        let comparison =
            |value| Condition::Is(Comparison { arg: register, width, signed, mask: self.mask, op, value });
        if width == Width::W64 {
            return Ok(comparison(value));
        }
        if fits(value) && (!whole || u32::try_from(value).is_ok()) {
            return Ok(comparison(value & u64::from(u32::MAX)));
        }
        if !wide_elsewhere {
            let argument = quoted(&self.tests.text[self.test.argument.clone()]);
            return Err(Mistake {
                hidden: false,
                at: written.whole.clone(),
                message: format!("{argument} never holds this value"),
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
        Ok(match op {
            Compare::Eq | Compare::Gt | Compare::Ge => Condition::NEVER,
            Compare::Ne | Compare::Lt | Compare::Le => Condition::ALWAYS,
        })
    }

    /// A 64-bit value in two registers can be compared for equality there.
    fn halves(self, op: Compare, low: u8, high: u8, value: u64) -> Result<Condition, Mistake> {
        let half = |arg, shift: u32| {
            Condition::Is(Comparison {
                arg,
                width: Width::W32,
                signed: false,
                mask: self.mask.map(|mask| (mask >> shift) & u64::from(u32::MAX)),
                op: Compare::Eq,
                value: (value >> shift) & u64::from(u32::MAX),
            })
        };
        let equal = Condition::all([half(low, 0), half(high, 32)]);
        match op {
            Compare::Eq => Ok(equal),
            Compare::Ne => Ok(equal.negated()),
            _ => Err(Mistake {
                hidden: false,
                at: self.test.whole.clone(),
                message: format!(
                    "on {} this argument lies in two registers, where only `==` and `!=` can be decided",
                    self.tests.abi
                ),
                expected: String::from("expected `==` or `!=`"),
                near: None,
                help: Some(String::from("compare `…_low` and `…_high`, or leave this ABI out of `arch`")),
            }),
        }
    }
}

/// Whether a 64-bit number is one of 32 bits, as unsigned or sign-extended.
fn fits(value: u64) -> bool {
    u32::try_from(value).is_ok() || value >= 0xffff_ffff_8000_0000
}

/// Whether the argument is a word that has 64 bits on some other ABI.
fn wide_somewhere(abi: Abi, call: &str, register: usize) -> bool {
    let kind = signature_on(abi, call).and_then(|signature| signature.args.get(register));
    kind.is_none_or(|arg| arg.kind.bits(Abi::X86_64) == 64)
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
        let wide_elsewhere = wide_somewhere(abi, call, register);
        Place::One { register: register as u8, width, signed, wide_elsewhere, whole: false }
    };
    let whole = |register: usize| Place::One {
        register: register as u8,
        width: if abi.word_bits() == 64 { Width::W64 } else { Width::W32 },
        signed: false,
        wide_elsewhere: true,
        whole: true,
    };
    let register = |prefix| name.strip_prefix(prefix).and_then(|number| number.parse::<usize>().ok());
    if let Some(number) = register("reg").filter(|number| *number < 6) {
        return Ok(whole(number));
    }
    if let Some(number) = register("arg") {
        // prctl(2) and keyctl(2) count their arguments from 1.
        let named = signature.and_then(|signature| signature.position(name));
        if let Some(named) = named.filter(|named| *named != number) {
            return Err(Mistake {
                hidden: false,
                at: test.argument.clone(),
                message: format!(
                    "{} is ambiguous: the manual page of {} calls register {named} so, which counted from 0 is `arg{named}`",
                    quoted(name),
                    quoted(call)
                ),
                expected: format!("expected `reg{named}`, the manual page's, or `reg{number}`"),
                near: None,
                help: None,
            });
        }
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
