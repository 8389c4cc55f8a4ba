//! One test of an argument register, as the formats that know arguments have it.

use crate::model::{Compare, Comparison, Condition, Width};
use callgate_abi::constants::{self, FlagSet, flag_set};
use callgate_abi::{Abi, Arg, Sysno, signature_on};

/// A comparison of a register as an unsigned number of the ABI's width, or of its lower half: what
/// container runtimes and seccompiler can ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Test {
    /// Register, 0 to 5.
    pub arg: u8,
    /// Only the lower 32 bits are looked at.
    pub low: bool,
    /// AND-ed to the register first.
    pub mask: Option<u64>,
    /// The comparison.
    pub op: Compare,
    /// The datum.
    pub value: u64,
}

const LOW: u64 = u32::MAX as u64;

impl Test {
    fn width(self, abi: Abi) -> Width {
        // libseccomp compares 32 bits on x32 and n32 too.
        if self.low || abi.word_bits() == 32 { Width::W32 } else { Width::W64 }
    }

    /// What it asks on an ABI: where registers have 32 bits, none holds a greater number.
    pub fn on(self, abi: Abi) -> Condition {
        let Test { arg, mask, op, .. } = self;
        let width = self.width(abi);
        let (mask, value) = match width {
            Width::W64 => (mask, self.value),
            Width::W32 if self.low => (mask.map(|mask| mask & LOW), self.value & LOW),
            // The register has no such numbers.
            Width::W32 if self.value > LOW => {
                return match op {
                    Compare::Eq | Compare::Gt | Compare::Ge => Condition::NEVER,
                    Compare::Ne | Compare::Lt | Compare::Le => Condition::ALWAYS,
                };
            }
            Width::W32 => (mask.map(|mask| mask & LOW), self.value),
        };
        Condition::Is(Comparison { arg, width, signed: false, mask, op, value })
    }

    /// As an entry of the language says it: by the argument's name where its own width and sign make
    /// no difference, else by its register.
    pub(super) fn text(self, call: &str, arches: &[Abi]) -> String {
        let having = || arches.iter().copied().filter(|abi| Sysno::from_name(*abi, call).is_some());
        let own = |abi| signature_on(abi, call)?.args.get(usize::from(self.arg));
        let first: Option<&Arg> = having().next().and_then(own);
        let named = first.filter(|first| {
            having()
                .all(|abi| own(abi).is_some_and(|arg| arg.name == first.name && self.is_read_as(arg, abi)))
        });
        let op = self.op.sign();
        let Some(arg) = named else {
            let mask = if self.low { Some(self.mask.unwrap_or(LOW) & LOW) } else { self.mask };
            let value = number(if self.low { self.value & LOW } else { self.value });
            return match mask {
                Some(mask) => format!("reg{} & {} {op} {value}", self.arg, number(mask)),
                None => format!("reg{} {op} {value}", self.arg),
            };
        };
        let set = arg.flags.and_then(flag_set);
        let spelled = |value: u64| set.and_then(|set| spelled(set, value, having())).unwrap_or(number(value));
        match self.mask {
            None => format!("{} {op} {}", arg.name, spelled(self.value)),
            Some(mask) => {
                let mask = spelled(mask);
                let mask = if mask.contains('|') { format!("({mask})") } else { mask };
                let value = if self.value == 0 { String::from("0") } else { spelled(self.value) };
                format!("{} & {mask} {op} {value}", arg.name)
            }
        }
    }

    /// Whether an entry that names the argument compares the same bits in the same order.
    fn is_read_as(self, arg: &Arg, abi: Abi) -> bool {
        let equality = matches!(self.op, Compare::Eq | Compare::Ne);
        let small = self.mask.is_some_and(|mask| mask <= LOW) && self.value <= LOW;
        let width = if arg.kind.bits(abi) == 64 { Width::W64 } else { Width::W32 };
        let fits = width == Width::W64 || self.value <= LOW && self.mask.is_none_or(|mask| mask <= LOW);
        (equality || !arg.kind.signed()) && (width == self.width(abi) && fits || equality && small)
    }
}

/// The words of a number, if they mean it on all these ABIs.
fn spelled(set: &FlagSet, value: u64, mut arches: impl Iterator<Item = Abi>) -> Option<String> {
    let first = arches.next()?;
    let text = set.spell(first, value, 64)?;
    let means = |abi| {
        text.split('|').try_fold(0, |sum, word| {
            let known = constants::value(abi, word).or_else(|| {
                let hex = word.strip_prefix("0x")?;
                u64::from_str_radix(hex, 16).ok()
            });
            Some(sum | known?)
        })
    };
    (means(first) == Some(value) && arches.all(|abi| means(abi) == Some(value))).then_some(text)
}

fn number(value: u64) -> String {
    if value < 4096 { value.to_string() } else { format!("{value:#x}") }
}

#[cfg(test)]
mod tests {
    use super::Test;
    use crate::model::Compare;
    use callgate_abi::Abi;

    #[test]
    fn texts() {
        let pair = &[Abi::X86_64, Abi::I386][..];
        let test = |arg, mask, op, value| Test { arg, low: false, mask, op, value };
        let flags = test(0, Some(0x7e02_0000), Compare::Eq, 0);
        assert_eq!(
            flags.text("clone", pair),
            "flags & (CLONE_NEWNS|CLONE_NEWCGROUP|CLONE_NEWUTS|CLONE_NEWIPC|CLONE_NEWUSER|CLONE_NEWPID|CLONE_NEWNET) == 0"
        );
        // An int of 32 bits is not the whole register.
        assert_eq!(test(0, None, Compare::Ne, 40).text("socket", &[Abi::X86_64]), "reg0 != 40");
        assert_eq!(test(0, None, Compare::Ne, 40).text("socket", &[Abi::I386]), "domain != AF_VSOCK");
        let low = Test { low: true, ..test(0, None, Compare::Ne, 40) };
        assert_eq!(low.text("socket", &[Abi::X86_64]), "domain != AF_VSOCK");
        // A descriptor is signed, and seccomp's comparisons are not.
        let less = Test { low: true, ..test(0, None, Compare::Lt, 3) };
        assert_eq!(less.text("close", &[Abi::X86_64]), "reg0 & 0xffffffff < 3");
        assert_eq!(
            test(1, None, Compare::Gt, 1 << 40).text("munmap", &[Abi::X86_64]),
            "length > 0x10000000000"
        );
        assert_eq!(test(5, None, Compare::Eq, 1).text("close", &[Abi::X86_64]), "reg5 == 1");
    }
}
