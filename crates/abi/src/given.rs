//! Calls as people type them: `openat AT_FDCWD 0x1000 'O_RDWR|O_CREAT'`.

use crate::{Abi, Arg, SeccompData, Sysno, constants, signature_on, syscalls};
use thiserror::Error;

/// Why words are no call.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum GivenError {
    /// A number that is too large.
    #[error("`{word}` is no call's number: numbers have 32 bits")]
    Number {
        /// As typed.
        word: String,
    },
    /// The ABI has no such call; others have.
    #[error("{abi} has no call `{word}`")]
    NotOnAbi {
        /// The ABI that was asked for.
        abi: Abi,
        /// The call's name.
        word: String,
    },
    /// No ABI has such a call.
    #[error("no ABI has a call `{word}`")]
    NoCall {
        /// As typed.
        word: String,
    },
    /// More than six arguments.
    #[error("{count} arguments were given; a call has at most 6")]
    TooMany {
        /// How many.
        count: usize,
    },
    /// An argument too large for the ABI's registers.
    #[error("`{word}` does not fit a register of {abi}, which has 32 bits")]
    Wide {
        /// As typed.
        word: String,
        /// The ABI.
        abi: Abi,
    },
    /// The ABI has no such constant; others have.
    #[error("{abi} has no constant `{word}`{}", of(*.argument))]
    ConstantNotOnAbi {
        /// The ABI.
        abi: Abi,
        /// As typed.
        word: String,
        /// The name of the argument that it was given for.
        argument: Option<&'static str>,
    },
    /// Neither a number nor a constant.
    #[error("`{word}` is neither a number nor a constant{}", of(*.argument))]
    NoConstant {
        /// As typed.
        word: String,
        /// The name of the argument that it was given for.
        argument: Option<&'static str>,
    },
}

fn of(argument: Option<&'static str>) -> String {
    argument.map_or_else(String::new, |name| format!(" for `{name}`"))
}

impl GivenError {
    /// A name that was probably meant.
    pub fn suggestion(&self) -> Option<&'static str> {
        match self {
            GivenError::NoCall { word } => syscalls::suggest(word),
            GivenError::NoConstant { word, .. } => constants::suggest(word),
            _ => None,
        }
    }
}

/// Whether a word names a call, or is a number.
pub fn names_call(word: &str) -> bool {
    syscalls::exists(word) || number(word).is_some() || qualified(word).is_some()
}

/// `i386.open`.
fn qualified(word: &str) -> Option<(Abi, &str)> {
    let (abi, name) = word.split_once('.')?;
    Some((Abi::from_name(abi)?, name)).filter(|(_, name)| syscalls::exists(name))
}

/// The call as a filter sees it: a name, `ABI.NAME` or a number, then at most six arguments as numbers, constants, or
/// these joined by `|`. `abi` is for a call that does not say its own; else the native one is meant.
///
/// ```
/// use callgate_abi::{Abi, given};
/// let words = ["AT_FDCWD", "0x1000", "O_RDWR|O_CREAT"].map(str::to_owned);
/// let data = given::call("openat", &words, Some(Abi::X86_64), 0)?;
/// assert_eq!((data.nr, data.args[2]), (257, 0o102));
/// # Ok::<(), callgate_abi::given::GivenError>(())
/// ```
pub fn call(
    call: &str,
    args: &[String],
    abi: Option<Abi>,
    instruction_pointer: u64,
) -> Result<SeccompData, GivenError> {
    let (abi, name) = match qualified(call) {
        Some((own, name)) => (own, name),
        None => (abi.unwrap_or(Abi::NATIVE), call),
    };
    let nr = match number(name) {
        Some(nr) => u32::try_from(nr)
            .or_else(|_| i32::try_from(nr as i64).map(|nr| nr as u32))
            .map_err(|_| GivenError::Number { word: name.to_owned() })?,
        None => sysno(abi, name)?.nr,
    };
    // A number with x32's bit is a call of x32, however it was named.
    let abi =
        Abi::of_call(abi.audit_arch(), nr).filter(|own| own.audit_arch() == abi.audit_arch()).unwrap_or(abi);
    let signature = Sysno { abi, nr }.name().and_then(|name| signature_on(abi, name));
    if args.len() > 6 {
        return Err(GivenError::TooMany { count: args.len() });
    }
    let mut registers = [0; 6];
    for (at, word) in args.iter().enumerate() {
        registers[at] = register(abi, word, signature.and_then(|signature| signature.args.get(at)))?;
    }
    Ok(SeccompData { nr: nr as i32, arch: abi.audit_arch(), instruction_pointer, args: registers })
}

fn sysno(abi: Abi, name: &str) -> Result<Sysno, GivenError> {
    let word = name.to_owned();
    Sysno::from_name(abi, name).ok_or_else(|| {
        if syscalls::exists(name) { GivenError::NotOnAbi { abi, word } } else { GivenError::NoCall { word } }
    })
}

/// One argument's register. An argument that the kernel reads as 32 bits gets its upper half cleared when it is
/// a name or a negative number, as compilers do; a larger number is kept as it is.
fn register(abi: Abi, word: &str, arg: Option<&Arg>) -> Result<u64, GivenError> {
    let mut value = 0_u64;
    let mut wide = false;
    for part in word.split('|') {
        let part = part.trim();
        if let Some(number) = number(part) {
            wide |= !part.starts_with('-') && number >> 32 != 0;
            value |= number;
        } else if let Some(constant) = constants::value(abi, part) {
            value |= constant;
        } else {
            let (word, argument) = (part.to_owned(), arg.map(|arg| arg.name));
            return Err(if constants::exists(part) {
                GivenError::ConstantNotOnAbi { abi, word, argument }
            } else {
                GivenError::NoConstant { word, argument }
            });
        }
    }
    let bits = arg.map_or(64, |arg| arg.kind.bits(abi));
    if abi.register_bits() == 32 {
        if wide {
            return Err(GivenError::Wide { word: word.to_owned(), abi });
        }
        return Ok(value & 0xffff_ffff);
    }
    Ok(if bits == 32 && !wide { value & 0xffff_ffff } else { value })
}

/// Decimal, 0x…, 0o…, 0b…, octal with a 0 in front as C has it; with a sign.
pub fn number(word: &str) -> Option<u64> {
    let (negative, digits) = match word.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, word),
    };
    let lower = digits.to_ascii_lowercase();
    let value = if let Some(hex) = lower.strip_prefix("0x") {
        u64::from_str_radix(hex, 16).ok()?
    } else if let Some(octal) = lower.strip_prefix("0o") {
        u64::from_str_radix(octal, 8).ok()?
    } else if let Some(binary) = lower.strip_prefix("0b") {
        u64::from_str_radix(binary, 2).ok()?
    } else if lower.len() > 1 && lower.starts_with('0') {
        u64::from_str_radix(&lower, 8).ok()?
    } else if lower.starts_with(|c: char| c.is_ascii_digit()) {
        lower.parse().ok()?
    } else {
        return None;
    };
    Some(if negative { value.wrapping_neg() } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(words: &[&str], abi: Option<Abi>) -> Result<SeccompData, String> {
        let args: Vec<String> = words[1..].iter().map(|word| (*word).to_owned()).collect();
        call(words[0], &args, abi, 0)
            .map_err(|error| format!("{error} ({})", error.suggestion().unwrap_or_default()))
    }

    #[test]
    fn names_and_flags() {
        let data = given(&["openat", "AT_FDCWD", "0x1000", "O_RDWR|O_CREAT", "0644"], None).unwrap();
        assert_eq!(data.args, [0xffff_ff9c, 0x1000, 0o102, 0o644, 0, 0]);
        let data = given(&["openat", "AT_FDCWD", "0x1000", "O_DIRECTORY"], Some(Abi::Aarch64)).unwrap();
        assert_eq!((data.nr, data.args[2]), (56, 0o40_000));
        let data = given(&["i386.open", "1"], None).unwrap();
        assert_eq!((data.nr, data.arch), (5, Abi::I386.audit_arch()));
        let data = given(&["0x40000000"], None).unwrap();
        assert_eq!(data.abi(), Some(Abi::X32));
        let data = given(&["-1"], None).unwrap();
        assert_eq!((data.nr, data.arch), (-1, Abi::X86_64.audit_arch()));
    }

    #[test]
    fn registers() {
        assert_eq!(given(&["ioctl", "0", "0x100005412"], None).unwrap().args[1], 0x1_0000_5412);
        assert_eq!(given(&["ioctl", "-1", "TIOCSTI"], None).unwrap().args[..2], [0xffff_ffff, 0x5412]);
        assert_eq!(given(&["lseek", "3", "-1"], None).unwrap().args[1], u64::MAX);
        assert_eq!(given(&["lseek", "3", "-1"], Some(Abi::I386)).unwrap().args[1], 0xffff_ffff);
        assert!(given(&["lseek", "3", "0x100000000"], Some(Abi::I386)).unwrap_err().contains("32 bits"));
    }

    #[test]
    fn mistakes() {
        assert!(given(&["opennat"], None).unwrap_err().contains("(openat)"));
        assert!(given(&["open"], Some(Abi::Aarch64)).unwrap_err().contains("aarch64 has no call"));
        assert!(given(&["openat", "AT_FDCWD", "0", "O_RDWRR"], None).unwrap_err().contains("(O_RDWR)"));
        assert!(given(&["read", "1", "2", "3", "4", "5", "6", "7"], None).unwrap_err().contains("at most 6"));
        assert!(given(&["0x100000000"], None).unwrap_err().contains("32 bits"));
    }
}
