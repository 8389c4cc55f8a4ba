//! Names for numbers and numbers for names, by what is known at an instruction.
//!
//! The disassembler prints a name only where this very table reads it back as the same number.

use crate::disasm::field;
use crate::flow::{State, Value};
use callgate_abi::constants::{self, FlagSet, SetKind};
use callgate_abi::{Abi, Arg, ArgKind, Endian, Sysno, signature_on, syscalls};

/// What a name can be looked up in: the state before an instruction.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scope<'s> {
    /// `None` where no call gets: then nothing is known.
    pub(crate) state: Option<&'s State>,
    /// The ABI of calls whose architecture is not checked; its byte order is the program's.
    pub(crate) assumed: Abi,
}

/// Why a name has no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unnamed {
    /// Nobody knows it; the nearest that somebody does.
    Unknown(Option<&'static str>),
    /// A call, but of no one ABI here.
    WhichAbi,
    /// The ABI lacks it.
    NotOn(Abi),
    /// It is 64 bits wide, and which half is meant cannot be told.
    WhichHalf,
}

/// Byte offset of the low or high half of an argument (0 to 5), or of the instruction pointer (`None`).
pub(crate) fn half_offset(arg: Option<usize>, high: bool, endian: Endian) -> u32 {
    let first = arg.map_or(8, |arg| 16 + 8 * arg as u32);
    first + if high == (endian == Endian::Little) { 4 } else { 0 }
}

/// The argument (`None`: the instruction pointer) and whether it is the high half, of a word from 8 on.
pub(crate) fn half_of(offset: u32, endian: Endian) -> Option<(Option<usize>, bool)> {
    if !(8..64).contains(&offset) || !offset.is_multiple_of(4) {
        return None;
    }
    let arg = (offset >= 16).then(|| (offset as usize - 16) / 8);
    Some((arg, (offset % 8 == 4) == (endian == Endian::Little)))
}

impl Scope<'_> {
    /// The ABI whose names hold.
    pub(crate) fn abi(&self) -> Option<Abi> {
        self.state.map_or(Some(self.assumed), |state| state.abi(self.assumed))
    }

    /// The word that A holds.
    fn held(&self) -> Option<u32> {
        self.state?.a.word()
    }

    fn high_half_held(&self) -> Option<bool> {
        Some(half_of(self.held()?, self.assumed.endian())?.1)
    }

    /// The calls that get here.
    pub(crate) fn calls(&self) -> Option<Vec<Sysno>> {
        self.state?.calls(self.assumed)
    }

    /// The arguments at a position of all the calls that get here.
    fn args(&self, position: usize) -> Option<Vec<(Abi, &'static Arg)>> {
        let calls = self.calls()?;
        let arg = |call: &Sysno| Some((call.abi, signature_on(call.abi, call.name()?)?.args.get(position)?));
        calls.iter().map(arg).collect()
    }

    /// The position of an argument's name in all the calls that get here.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        let calls = self.calls()?;
        let mut positions = calls.iter().map(|call| signature_on(call.abi, call.name()?)?.position(name));
        let first = positions.next()??;
        positions.all(|position| position == Some(first)).then_some(first)
    }

    /// The position of an argument of a call named.
    pub(crate) fn position_in(&self, call: &str, name: &str) -> Option<usize> {
        signature_on(self.abi().unwrap_or(self.assumed), call)?.position(name)
    }

    /// The argument name nearest to a mistaken one.
    pub(crate) fn suggest_arg(&self, name: &str) -> Option<&'static str> {
        let call = *self.calls()?.first()?;
        signature_on(call.abi, call.name()?)?.suggest(name)
    }

    /// The name of the word at an offset: `nr`, `lo32(flags)`, `hi32(args[1])`.
    pub(crate) fn field(&self, offset: u32) -> Option<String> {
        let endian = self.assumed.endian();
        let plain = field(offset, endian)?;
        let named = || {
            let (position, high) = half_of(offset, endian)?;
            let position = position?;
            let args = self.args(position)?;
            let name = args.first()?.1.name;
            let agreed =
                args.iter().all(|(_, arg)| arg.name == name) && self.position(name) == Some(position);
            agreed.then(|| format!("{}({name})", if high { "hi32" } else { "lo32" }))
        };
        Some(named().unwrap_or_else(|| plain.to_owned()))
    }

    /// The set of constants with which the word in A is written.
    fn flags(&self) -> Option<(Abi, &'static FlagSet)> {
        let (position, high) = half_of(self.held()?, self.assumed.endian())?;
        if high {
            return None;
        }
        let args = self.args(position?)?;
        let set = |arg: &Arg| match arg.kind {
            ArgKind::Signal => arg.flags.or(Some("signals")),
            _ => arg.flags,
        };
        let (abi, first) = args.first()?;
        let name = set(first)?;
        let agreed = args.iter().all(|(_, arg)| set(arg) == Some(name));
        agreed.then(|| Some((*abi, constants::flag_set(name)?)))?
    }

    fn is_folder(&self) -> bool {
        let position = self.held().and_then(|offset| half_of(offset, self.assumed.endian()));
        let Some((Some(position), false)) = position else { return false };
        self.args(position).is_some_and(|args| args.iter().all(|(_, arg)| arg.kind == ArgKind::DirFd))
    }

    /// A name for what A is compared with; `bits` when it is a mask. `None` where a number reads best.
    pub(crate) fn spell(&self, k: u32, bits: bool) -> Option<String> {
        // Masked to nothing reads better than the name that 0 has among the flags.
        if k == 0 && matches!(self.state?.a, Value::Masked(_)) {
            return None;
        }
        let text = match self.held()? {
            0 if !bits => {
                let abi = Abi::of_call(self.abi()?.audit_arch(), k)?;
                let name = Sysno { abi, nr: k }.name()?;
                if Some(abi) == self.abi() { name.to_owned() } else { format!("{abi}.{name}") }
            }
            4 if !bits => Abi::ALL.iter().find(|abi| abi.audit_arch() == k)?.name().to_owned(),
            0 | 4 => return None,
            _ if !bits && self.is_folder() && k == AT_FDCWD => "AT_FDCWD".to_owned(),
            _ => {
                let (abi, set) = self.flags()?;
                if bits && set.kind == SetKind::Values {
                    return None;
                }
                let text = set.spell(abi, k.into(), 32)?;
                if text.contains("0x") {
                    return None;
                }
                text
            }
        };
        (self.value_of_text(&text) == Some(k)).then_some(text)
    }

    /// The number of names joined by `|`.
    fn value_of_text(&self, text: &str) -> Option<u32> {
        text.split('|').try_fold(0, |sum, name| {
            let value = match name.split_once('.') {
                Some((abi, name)) => call_on(abi, name),
                None => self.value(name),
            };
            Some(sum | value.ok()?)
        })
    }

    /// The number of a name in comparison with A, or as a constant.
    pub(crate) fn value(&self, name: &str) -> Result<u32, Unnamed> {
        match self.held() {
            Some(0) => self.call(name),
            Some(4) => audit_arch(name).ok_or(Unnamed::Unknown(None)),
            Some(_) => self.constant(name),
            None => match self.constant(name) {
                Err(Unnamed::Unknown(near)) => {
                    audit_arch(name).map_or_else(|| self.call(name), Ok).map_err(|other| {
                        if other == Unnamed::Unknown(None) { Unnamed::Unknown(near) } else { other }
                    })
                }
                found => found,
            },
        }
    }

    fn call(&self, name: &str) -> Result<u32, Unnamed> {
        match self.abi() {
            Some(abi) => number(abi, name),
            None if syscalls::exists(name) => Err(Unnamed::WhichAbi),
            None => Err(Unnamed::Unknown(syscalls::suggest(name))),
        }
    }

    fn constant(&self, name: &str) -> Result<u32, Unnamed> {
        let abi = self.abi().unwrap_or(self.assumed);
        if !constants::exists(name) {
            return Err(Unnamed::Unknown(constants::suggest(name)));
        }
        let value = constants::value(abi, name).ok_or(Unnamed::NotOn(abi))?;
        match self.high_half_held() {
            Some(true) => Ok((value >> 32) as u32),
            Some(false) => Ok(value as u32),
            None if u32::try_from(value).is_ok() || i32::try_from(value as i64).is_ok() => Ok(value as u32),
            None => Err(Unnamed::WhichHalf),
        }
    }
}

/// The number of a call of a named ABI: `i386.socketcall`.
pub(crate) fn call_on(abi: &str, name: &str) -> Result<u32, Unnamed> {
    let abi = Abi::from_name(abi).ok_or(Unnamed::Unknown(None))?;
    number(abi, name)
}

/// `AT_FDCWD`, the same on every ABI but parisc, cut to 32 bits.
const AT_FDCWD: u32 = -100_i32 as u32;

fn number(abi: Abi, name: &str) -> Result<u32, Unnamed> {
    match Sysno::from_name(abi, name) {
        Some(call) => Ok(call.nr),
        None if syscalls::exists(name) => Err(Unnamed::NotOn(abi)),
        None => Err(Unnamed::Unknown(syscalls::suggest(name))),
    }
}

/// An architecture by ABI name, or as C and seccomp-tools spell it: `AUDIT_ARCH_X86_64`, `ARCH_I386`.
pub(crate) fn audit_arch(name: &str) -> Option<u32> {
    let bare = name.strip_prefix("AUDIT_").unwrap_or(name);
    let abi = match bare.strip_prefix("ARCH_") {
        None => Abi::from_name(name),
        Some("MIPSEL64N32") => Some(Abi::Mipsel64n32),
        Some("PPC") => Some(Abi::Ppc),
        Some("PPC64LE") => Some(Abi::Ppc64le),
        Some(upper) => Abi::from_name(&upper.to_ascii_lowercase()),
    };
    abi.map(Abi::audit_arch)
}
