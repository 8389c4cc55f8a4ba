//! Filters that the command line names: a file in any format, `-`, the filters of a process, or a stack of these.

use crate::failure::{Failure, quoted, reason, shown};
use crate::installed;
use crate::subject::names_policy;
use callgate_abi::{Abi, Endian};
use callgate_bpf::{MAX_INSNS, Program, VerifyError, text};
use callgate_events::bytes::printable;
use serde_json::Value;
use std::ffi::OsStr;
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// The largest file that is read, bytes. The longest filter in the most verbose format has half of it.
const LARGEST: u64 = 4 << 20;

/// The longest filter that is looked at, and the most in one file: what the kernel would not take is shown too, but not
/// what nobody takes for a filter.
const MOST: usize = 2 * MAX_INSNS;

/// One filter, not verified, and where it is from.
pub(crate) struct Filter {
    /// Its file, with its number where the file has several.
    pub(crate) name: String,
    /// Its instructions, and their lines.
    pub(crate) found: text::Found,
    /// The flags of seccomp(2) that it was installed with, where the file says so.
    pub(crate) flags: Option<u32>,
}

/// The one filter that a word names, not verified: a file in any format, `-` for standard input, or `pid:N`.
pub(crate) fn read_one(word: &OsStr, abi: Abi) -> Result<Filter, Failure> {
    let mut filters = read_filters(word, abi)?;
    match (filters.pop(), filters.len()) {
        (Some(filter), 0) => Ok(filter),
        (None, _) => Err(Failure::new(format!("{} has no filter", shown(Path::new(word))))),
        (Some(_), more) => Err(Failure::new(format!("{} has {} filters", shown(Path::new(word)), more + 1))
            .fix("one is wanted here; `callgate disasm` shows all of them")),
    }
}

/// The filters that a word names, the first installed first: `FILE`, `-`, `pid:N`, or several joined by `+`.
pub(crate) fn read_stack(word: &OsStr) -> Result<Vec<Program>, Failure> {
    read_filters(word, Abi::NATIVE)?.iter().map(verified).collect()
}

/// The filters that a word names as for [`read_stack`], not verified; files are taken to be for this ABI: of its
/// byte order, with its names.
pub(crate) fn read_filters(word: &OsStr, abi: Abi) -> Result<Vec<Filter>, Failure> {
    if let Some(parts) = parts(word) {
        let mut stack = Vec::new();
        for part in parts {
            if let Some(policy) = names_policy(part) {
                return Err(Failure::new(format!(
                    "{} is a policy, and stacks are made of filters",
                    printable(&policy)
                ))
                .fix("name its filter, which `callgate compile` writes"));
            }
            stack.extend(read_filters(part, abi)?);
        }
        return Ok(stack);
    }
    if let Some(pid) = pid_of(word)? {
        let filter = |(at, insns)| Filter {
            name: format!("pid:{pid} (filter {})", at + 1),
            found: text::Found { insns, lines: Vec::new(), abi: Abi::NATIVE },
            flags: None,
        };
        let filters = installed::of_thread(pid).map_err(|unread| unread.failure(pid))?;
        return Ok(filters.into_iter().enumerate().map(filter).collect());
    }
    let name = name_of(word);
    let bytes = read_bytes(word)?;
    let found = if let Some(found) = of_json(&bytes, abi) {
        found
    } else {
        let found = text::read(&bytes, abi).map_err(|error| unreadable(&name, &bytes, &error))?.1;
        found.into_iter().map(|found| (found, None)).collect()
    };
    let most = found.iter().map(|(found, _)| found.insns.len()).max().unwrap_or(0);
    if most > MOST || found.len() > MOST {
        let what = if most > MOST {
            format!("{most} instructions; the kernel takes at most {MAX_INSNS}")
        } else {
            format!("{} filters; more than {MOST} are not looked at", found.len())
        };
        return Err(Failure::new(format!("{name} has {what}")).fix("is it the right file?"));
    }
    let several = found.len() > 1;
    let name = |at: usize| if several { format!("{name} (filter {})", at + 1) } else { name.clone() };
    let filter = |(at, (found, flags))| Filter { name: name(at), found, flags };
    Ok(found.into_iter().enumerate().map(filter).collect())
}

/// The filters of a stack that one word names, `A+B`; `None` for other words, and for files with such names.
pub(crate) fn parts(word: &OsStr) -> Option<impl Iterator<Item = &OsStr>> {
    let bytes = word.as_bytes();
    let stack = bytes.contains(&b'+') && !Path::new(word).exists();
    stack.then(|| bytes.split(|byte| *byte == b'+').map(OsStr::from_bytes))
}

/// The process that `pid:N` names; `None` for other words.
fn pid_of(word: &OsStr) -> Result<Option<u32>, Failure> {
    let Some(number) = word.as_bytes().strip_prefix(b"pid:") else { return Ok(None) };
    let number = std::str::from_utf8(number).ok().and_then(|digits| digits.parse().ok());
    match number {
        Some(pid) if pid > 0 => Ok(Some(pid)),
        _ => Err(Failure::new(format!("{} names no process", quoted(&word.to_string_lossy())))
            .fix("write pid: and the number of a process or thread, as `pid:1234`")),
    }
}

/// What reports call a file.
pub(crate) fn name_of(word: &OsStr) -> String {
    if word == "-" { "standard input".to_owned() } else { shown(Path::new(word)) }
}

/// All that a file or standard input holds; the latter is read once, however often it is asked for.
pub(crate) fn read_bytes(word: &OsStr) -> Result<Vec<u8>, Failure> {
    static STANDARD_INPUT: Mutex<Option<Vec<u8>>> = Mutex::new(None);
    let name = name_of(word);
    let failed = |error| Failure::new(format!("cannot read {name}: {}", reason(&error)));
    let mut bytes = Vec::new();
    if word == "-" {
        let mut kept = STANDARD_INPUT.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = &*kept {
            return Ok(kept.clone());
        }
        std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
        *kept = Some(bytes.clone());
    } else {
        let file = std::fs::File::open(word).map_err(failed)?;
        file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    }
    if bytes.len() as u64 > LARGEST {
        return Err(Failure::new(format!("{name} has more than {} MiB", LARGEST >> 20))
            .fix("a filter has at most 4096 instructions of 8 bytes, and nobody writes such profiles: is it the right file?"));
    }
    Ok(bytes)
}

/// The filters in the JSON that `dump` and `disasm` write: `filters`, each with its bytes as `raw`, and with the `flags`
/// that it was installed with.
fn of_json(bytes: &[u8], abi: Abi) -> Option<Vec<(text::Found, Option<u32>)>> {
    if !bytes.trim_ascii_start().starts_with(b"{") {
        return None;
    }
    let value: Value = serde_json::from_slice(bytes).ok()?;
    let filter = |filter: &Value| {
        let own = filter.get("abi").and_then(Value::as_str).and_then(Abi::from_name).unwrap_or(abi);
        let mut found = text::read_as(text::Format::Hex, filter.get("raw")?.as_str()?, own).ok()?;
        let flags = filter.get("flags").and_then(Value::as_u64).and_then(|flags| u32::try_from(flags).ok());
        Some((found.pop()?, flags))
    };
    let filters = value.get("filters")?.as_array()?;
    filters.iter().filter(|filter| !filter["raw"].is_null()).map(filter).collect()
}

/// Why a file holds no filter, with the line in question.
fn unreadable(name: &str, bytes: &[u8], error: &text::TextError) -> Failure {
    let mut what = match error.place {
        Some(place) => format!("{name}:{}:{}: {}", place.line, place.column, error.reason),
        None => format!("{name}: {}", error.reason),
    };
    if let Some(excerpt) = error.excerpt(&String::from_utf8_lossy(bytes)) {
        what = format!("{what}\n{excerpt}");
    }
    let failure = Failure::new(what);
    match &error.reason {
        text::Reason::OtherByteOrder(Endian::Big) => {
            failure.fix(format!(
                "if it is for such a machine, `callgate asm {name} --arch s390x --format asm` writes it as text that every \
                 command reads"
            ))
        }
        text::Reason::NoFilter { seems: None } => failure.fix(
            "formats are raw bytes, hex, `\\x` strings, C, the texts of seccomp-tools and strace, and assembly",
        ),
        _ => failure,
    }
}

/// The filter as the kernel takes it, or why it refuses.
pub(crate) fn verified(filter: &Filter) -> Result<Program, Failure> {
    Program::new(filter.found.insns.clone()).map_err(|error| refused(filter, &error))
}

/// That the kernel would refuse a filter: which instruction, and why.
pub(crate) fn refused(filter: &Filter, error: &VerifyError) -> Failure {
    let line = error.insn.and_then(|_| filter.found.lines.get(error.index));
    let place = line.map_or_else(|| filter.name.clone(), |line| format!("{}:{line}", filter.name));
    Failure::new(format!("{place}: the kernel would refuse this filter (EINVAL): {error}"))
}
