//! Filters that the command line names: a file in any format, `-`, the filters of a process, or a stack of these.

use crate::failure::{Failure, quoted, reason, shown};
use crate::installed;
use callgate_abi::{Abi, Endian};
use callgate_bpf::{Program, VerifyError, text};
use std::ffi::OsStr;
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// The largest file that is read, bytes. The longest filter in the most verbose format has half of it.
const LARGEST: u64 = 4 << 20;

/// What a file holds, as it is.
pub(crate) struct File {
    /// Its name for messages.
    pub(crate) name: String,
    /// All of it.
    pub(crate) bytes: Vec<u8>,
}

/// One filter, not verified, and where it is from.
pub(crate) struct Filter {
    /// Its file, with its number where the file has several.
    pub(crate) name: String,
    /// Its instructions, and their lines.
    pub(crate) found: text::Found,
}

/// The one filter that a word names: a file in any format, `-` for standard input, or `pid:N`.
pub(crate) fn read_program(word: &OsStr) -> Result<Program, Failure> {
    read_program_for(word, Abi::NATIVE)
}

/// [`read_program`] for a file of this ABI: of its byte order, with its names.
pub(crate) fn read_program_for(word: &OsStr, abi: Abi) -> Result<Program, Failure> {
    let mut programs = read_stack_for(word, abi)?;
    match (programs.pop(), programs.len()) {
        (Some(program), 0) => Ok(program),
        (_, more) => Err(Failure::new(format!("{} holds {} filters", shown(Path::new(word)), more + 1))
            .fix("one is wanted here; `callgate disasm` shows all of them")),
    }
}

/// The filters that a word names, the first installed first: `FILE`, `-`, `pid:N`, or several joined by `+`.
pub(crate) fn read_stack(word: &OsStr) -> Result<Vec<Program>, Failure> {
    read_stack_for(word, Abi::NATIVE)
}

/// [`read_stack`] for files of this ABI.
pub(crate) fn read_stack_for(word: &OsStr, abi: Abi) -> Result<Vec<Program>, Failure> {
    let bytes = word.as_bytes();
    if bytes.contains(&b'+') && !Path::new(word).exists() {
        let mut stack = Vec::new();
        for part in bytes.split(|byte| *byte == b'+') {
            stack.extend(read_stack_for(OsStr::from_bytes(part), abi)?);
        }
        return Ok(stack);
    }
    if let Some(pid) = pid_of(word)? {
        return installed::of_thread(pid);
    }
    let filters = read_filters(&read_file(word)?, abi)?.1;
    filters.into_iter().map(|filter| verified(&filter)).collect()
}

/// The process that `pid:N` names; `None` for other words.
pub(crate) fn pid_of(word: &OsStr) -> Result<Option<u32>, Failure> {
    let Some(number) = word.as_bytes().strip_prefix(b"pid:") else { return Ok(None) };
    let number = std::str::from_utf8(number).ok().and_then(|digits| digits.parse().ok());
    match number {
        Some(pid) if pid > 0 => Ok(Some(pid)),
        _ => Err(Failure::new(format!("{} names no process", quoted(&word.to_string_lossy())))
            .fix("write pid: and the number of a process or thread, as `pid:1234`")),
    }
}

/// All that a file or standard input holds.
pub(crate) fn read_file(word: &OsStr) -> Result<File, Failure> {
    let path = Path::new(word);
    let name = if word == "-" { "standard input".to_owned() } else { shown(path) };
    let failed = |error| Failure::new(format!("cannot read {name}: {}", reason(&error)));
    let mut bytes = Vec::new();
    if word == "-" {
        std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    } else {
        let file = std::fs::File::open(path).map_err(failed)?;
        file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    }
    if bytes.len() as u64 > LARGEST {
        return Err(Failure::new(format!("{name} has more than {} MiB", LARGEST >> 20))
            .fix("a filter has at most 4096 instructions of 8 bytes: this is something else"));
    }
    Ok(File { name, bytes })
}

/// The filters in a file, not verified, and its format.
pub(crate) fn read_filters(file: &File, abi: Abi) -> Result<(text::Format, Vec<Filter>), Failure> {
    let (format, found) =
        text::read(&file.bytes, abi).map_err(|error| unreadable(&file.name, &file.bytes, &error))?;
    let several = found.len() > 1;
    let name =
        |at: usize| if several { format!("{} (filter {})", file.name, at + 1) } else { file.name.clone() };
    let filters = found.into_iter().enumerate().map(|(at, found)| Filter { name: name(at), found });
    Ok((format, filters.collect()))
}

/// Why a file holds no filter, with the line in question.
pub(crate) fn unreadable(name: &str, bytes: &[u8], error: &text::TextError) -> Failure {
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
            failure.fix("say for which machine it is, as `--arch s390x`, where the command has --arch")
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
