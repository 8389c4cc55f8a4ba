//! A call typed on the command line: `openat AT_FDCWD 0x1000 'O_RDWR|O_CREAT'`.

use crate::failure::{Failure, quoted};
use callgate_abi::{Abi, Arg, SeccompData, Sysno, constants, signature_on, syscalls};

/// Whether a word names a call, or is a number.
pub(crate) fn names_call(word: &str) -> bool {
    syscalls::exists(word) || number(word).is_some() || qualified(word).is_some()
}

/// `i386.open`.
fn qualified(word: &str) -> Option<(Abi, &str)> {
    let (abi, name) = word.split_once('.')?;
    Some((Abi::from_name(abi)?, name)).filter(|(_, name)| syscalls::exists(name))
}

/// The call as a filter sees it. `abi` is that of `--arch`; a call may name its own.
pub(crate) fn parse(
    call: &str,
    args: &[String],
    abi: Option<Abi>,
    instruction_pointer: u64,
) -> Result<SeccompData, Failure> {
    let (abi, name) = match qualified(call) {
        Some((own, name)) => (own, name),
        None => (abi.unwrap_or(Abi::NATIVE), call),
    };
    let nr = match number(name) {
        Some(nr) => {
            u32::try_from(nr).or_else(|_| i32::try_from(nr as i64).map(|nr| nr as u32)).map_err(|_| {
                Failure::new(format!("{} is no call's number: numbers have 32 bits", quoted(name)))
            })?
        }
        None => sysno(abi, name)?.nr,
    };
    // A number with x32's bit is a call of x32, however it was named.
    let abi =
        Abi::of_call(abi.audit_arch(), nr).filter(|own| own.audit_arch() == abi.audit_arch()).unwrap_or(abi);
    let signature = Sysno { abi, nr }.name().and_then(|name| signature_on(abi, name));
    if args.len() > 6 {
        return Err(Failure::new(format!("{} arguments were given; a call has at most 6", args.len())));
    }
    let mut registers = [0; 6];
    for (at, word) in args.iter().enumerate() {
        registers[at] = register(abi, word, signature.and_then(|signature| signature.args.get(at)))?;
    }
    Ok(SeccompData { nr: nr as i32, arch: abi.audit_arch(), instruction_pointer, args: registers })
}

fn sysno(abi: Abi, name: &str) -> Result<Sysno, Failure> {
    Sysno::from_name(abi, name).ok_or_else(|| {
        if syscalls::exists(name) {
            return Failure::new(format!("{abi} has no call {}", quoted(name)))
                .fix(format!("`callgate syscalls {name}` says which ABIs have it; --arch names one"));
        }
        let failure = Failure::new(format!("no ABI has a call {}", quoted(name)));
        match syscalls::suggest(name) {
            Some(near) => failure.fix(format!("did you mean `{near}`?")),
            None => failure.fix("`callgate syscalls` lists them; a number is taken too"),
        }
    })
}

/// One argument's register. An argument that the kernel reads as 32 bits gets its upper half cleared when it is
/// a name or a negative number, as compilers do; a larger number is kept as it is.
fn register(abi: Abi, word: &str, arg: Option<&Arg>) -> Result<u64, Failure> {
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
            return Err(unknown(abi, part, arg));
        }
    }
    let bits = arg.map_or(64, |arg| arg.kind.bits(abi));
    if abi.register_bits() == 32 {
        if wide {
            return Err(Failure::new(format!(
                "{} does not fit a register of {abi}, which has 32 bits",
                quoted(word)
            )));
        }
        return Ok(value & 0xffff_ffff);
    }
    Ok(if bits == 32 && !wide { value & 0xffff_ffff } else { value })
}

fn unknown(abi: Abi, part: &str, arg: Option<&Arg>) -> Failure {
    let place = arg.map_or_else(String::new, |arg| format!(" for `{}`", arg.name));
    if constants::exists(part) {
        return Failure::new(format!("{abi} has no constant {}{place}", quoted(part)));
    }
    let failure = Failure::new(format!("{} is neither a number nor a constant{place}", quoted(part)));
    match constants::suggest(part) {
        Some(near) => failure.fix(format!("did you mean `{near}`?")),
        None => failure.fix("write numbers, or constants joined by |; a pointer is its address, as 0x1000"),
    }
}

/// Decimal, 0x…, 0o…, 0b…, octal with a 0 in front as C has it; with a sign.
fn number(word: &str) -> Option<u64> {
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

/// A number for an option, as `--ip 0x401000`.
pub(crate) fn parse_number(word: &str) -> Result<u64, String> {
    number(word).ok_or_else(|| "a number is wanted: decimal, or hex as 0x401000".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(words: &[&str], abi: Option<Abi>) -> Result<SeccompData, String> {
        let args: Vec<String> = words[1..].iter().map(|word| (*word).to_owned()).collect();
        parse(words[0], &args, abi, 0).map_err(|failure| failure.render())
    }

    #[test]
    fn names_and_flags() {
        let data = call(&["openat", "AT_FDCWD", "0x1000", "O_RDWR|O_CREAT", "0644"], None).unwrap();
        assert_eq!(data.args, [0xffff_ff9c, 0x1000, 0o102, 0o644, 0, 0]);
        let data = call(&["openat", "AT_FDCWD", "0x1000", "O_DIRECTORY"], Some(Abi::Aarch64)).unwrap();
        assert_eq!((data.nr, data.args[2]), (56, 0o40_000));
        let data = call(&["i386.open", "1"], None).unwrap();
        assert_eq!((data.nr, data.arch), (5, Abi::I386.audit_arch()));
        let data = call(&["0x40000000"], None).unwrap();
        assert_eq!(data.abi(), Some(Abi::X32));
        let data = call(&["-1"], None).unwrap();
        assert_eq!((data.nr, data.arch), (-1, Abi::X86_64.audit_arch()));
    }

    #[test]
    fn registers() {
        assert_eq!(call(&["ioctl", "0", "0x100005412"], None).unwrap().args[1], 0x1_0000_5412);
        assert_eq!(call(&["ioctl", "-1", "TIOCSTI"], None).unwrap().args[..2], [0xffff_ffff, 0x5412]);
        assert_eq!(call(&["lseek", "3", "-1"], None).unwrap().args[1], u64::MAX);
        assert_eq!(call(&["lseek", "3", "-1"], Some(Abi::I386)).unwrap().args[1], 0xffff_ffff);
        assert!(call(&["lseek", "3", "0x100000000"], Some(Abi::I386)).unwrap_err().contains("32 bits"));
    }

    #[test]
    fn mistakes() {
        assert!(call(&["opennat"], None).unwrap_err().contains("did you mean `openat`"));
        assert!(call(&["open"], Some(Abi::Aarch64)).unwrap_err().contains("aarch64 has no call"));
        assert!(call(&["openat", "AT_FDCWD", "0", "O_RDWRR"], None).unwrap_err().contains("O_RDWR`?"));
        assert!(call(&["read", "1", "2", "3", "4", "5", "6", "7"], None).unwrap_err().contains("at most 6"));
    }
}
