//! A call as a person reads it, from its registers alone.

use crate::constants::{self, flag_set};
use crate::{Abi, Arg, ArgKind, SeccompData, Sysno, signature_on};
use std::fmt::Write as _;

/// A call in the manner of strace(1): `openat(AT_FDCWD, 0x7ffd1000, O_RDONLY|O_CLOEXEC, 0)`.
///
/// Nothing in the caller's memory is read: pointers are shown in hex. A call without a signature, or of
/// an architecture callgate does not know, shows its number and six registers: `syscall_999(0x1, …)`.
///
/// ```
/// use callgate_abi::{Abi, SeccompData, format_call};
/// let data = SeccompData { nr: 3, arch: Abi::X86_64.audit_arch(), args: [7, 0, 0, 0, 0, 0], ..Default::default() };
/// assert_eq!(format_call(&data), "close(7)");
/// ```
pub fn format_call(data: &SeccompData) -> String {
    let name = data.abi().and_then(|abi| {
        let name = Sysno { abi, nr: data.nr as u32 }.name()?;
        signature_on(abi, name)
    });
    let name = name.map_or_else(|| format!("syscall_{}", data.nr), |signature| signature.name.to_owned());
    format!("{name}({})", arguments(data, None).join(", "))
}

/// The arguments of such a line, one by one. `path`, when given, stands for the first path argument, in
/// quotes, bytes that are no printable UTF-8 escaped.
pub fn arguments(data: &SeccompData, path: Option<&[u8]>) -> Vec<String> {
    let named = data.abi().and_then(|abi| {
        let name = Sysno { abi, nr: data.nr as u32 }.name()?;
        Some((abi, signature_on(abi, name)?))
    });
    let Some((abi, signature)) = named else {
        return data.args.iter().map(|arg| format!("{arg:#x}")).collect();
    };
    let mut path = path;
    signature
        .args
        .iter()
        .zip(data.args)
        .filter(|(arg, _)| arg.name != "pad")
        .map(|(arg, register)| match (arg.kind, path.take_if(|_| arg.kind == ArgKind::Path)) {
            (ArgKind::Path, Some(path)) => format!("\"{}\"", path.escape_ascii()),
            _ => format_arg(abi, arg, register),
        })
        .collect()
}

/// One argument of such a line: signed numbers signed, modes octal, constants by name, pointers in hex.
pub fn format_arg(abi: Abi, arg: &Arg, register: u64) -> String {
    let value = arg.kind.read(abi, register);
    let bits = arg.kind.bits(abi);
    if let Some(text) = arg.flags.and_then(flag_set).and_then(|set| set.spell(abi, value, bits)) {
        return text;
    }
    match arg.kind {
        ArgKind::Pointer | ArgKind::Path if value == 0 => "NULL".into(),
        ArgKind::Pointer | ArgKind::Path => format!("{value:#x}"),
        ArgKind::Mode => mode(abi, value),
        ArgKind::DirFd if Some(value) == constants::value(abi, "AT_FDCWD") => "AT_FDCWD".into(),
        ArgKind::Signal => flag_set("signals")
            .and_then(|set| set.spell(abi, value, bits))
            .unwrap_or_else(|| (value as i64).to_string()),
        ArgKind::Uid | ArgKind::Gid if value as u32 == u32::MAX => "-1".into(),
        ArgKind::Ulong | ArgKind::Ulong64 if value > 9 => format!("{value:#x}"),
        _ if arg.flags.is_some() && value > 9 && !arg.kind.signed() => format!("{value:#x}"),
        _ if arg.kind.signed() => (value as i64).to_string(),
        _ => value.to_string(),
    }
}

/// Octal with a leading 0, the file type by name: `S_IFIFO|0644`.
fn mode(abi: Abi, value: u64) -> String {
    const FILE_TYPE: u64 = 0xf000;
    let kind = flag_set("mode")
        .into_iter()
        .flat_map(|set| set.on(abi))
        .find(|(_, known)| known & FILE_TYPE != 0 && *known == value & FILE_TYPE);
    let (mut out, rest) = match kind {
        Some((name, _)) => (format!("{name}|"), value & !FILE_TYPE),
        None => (String::new(), value),
    };
    // Writing into a String cannot fail.
    let _ = if rest == 0 { out.write_str("0") } else { write!(out, "0{rest:o}") };
    out
}
