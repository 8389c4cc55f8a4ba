//! `callgate asm`.

use crate::cmd::syscalls::parse_abi;
use crate::failure::{Failure, reason, shown};
use crate::terminal::{self, Out};
use crate::{exit, input};
use callgate_abi::Abi;
use callgate_bpf::Insn;
use callgate_bpf::text::{asm, write};
use clap::ValueHint;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Assemble a filter, or convert one from any format to another
#[derive(Debug, clap::Args)]
#[command(
    after_help = "The language is in docs/assembly.md; what `callgate disasm` prints is in it. Exit codes: 0, or 2 \
    when the text is wrong or the kernel would refuse the filter."
)]
pub(crate) struct Args {
    /// The assembly (or a filter in any other format), `-` for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath, default_value = "-", hide_default_value = true)]
    file: OsString,
    /// Write to this file [default: standard output]
    #[arg(short, long, value_name = "OUT", value_hint = ValueHint::FilePath)]
    output: Option<PathBuf>,
    /// What to write [default: raw, and hex to a terminal]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// The ABI of its names where it checks no architecture, and its byte order; an `.abi` line says so too
    #[arg(long, value_name = "ABI", value_parser = parse_abi)]
    arch: Option<Abi>,
    /// Write it although the kernel would refuse it
    #[arg(long)]
    force: bool,
}

/// Formats to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// struct sock_filter[]
    Raw,
    /// Hex digits, an instruction a line
    Hex,
    /// A C array
    C,
    /// A Rust array of libc::sock_filter
    Rust,
    /// Assembly
    Asm,
    /// A string of `\x` escapes
    Escaped,
    /// seccomp-tools' table
    Tools,
}

/// A filter in a format.
pub(crate) fn written(insns: &[Insn], abi: Abi, format: Format) -> Vec<u8> {
    match format {
        Format::Raw => write::raw(insns, abi.endian()),
        Format::Hex => write::hex(insns, abi.endian()).into_bytes(),
        Format::C => write::c(insns, abi).into_bytes(),
        Format::Rust => write::rust(insns, abi).into_bytes(),
        Format::Asm => asm::listing(insns, abi, asm::Style::Named).into_bytes(),
        Format::Escaped => write::escaped(insns, abi.endian()).into_bytes(),
        Format::Tools => write::tools(insns, abi).into_bytes(),
    }
}

pub(crate) fn run(args: &Args, out: &mut Out) -> Result<u8, Failure> {
    let filter = input::read_one(&args.file, args.arch.unwrap_or(Abi::NATIVE))?;
    if let Err(error) = callgate_bpf::Program::new(filter.found.insns.clone()) {
        let failure = input::refused(&filter, &error);
        if !args.force {
            return Err(failure.fix("mend it, or write it all the same with --force"));
        }
        terminal::say(&failure.render());
    }
    let terminal = file(args.output.as_deref()).is_none() && terminal::stdout_is_terminal();
    let format = args.format.unwrap_or(if terminal { Format::Hex } else { Format::Raw });
    if terminal && format == Format::Raw {
        return Err(Failure::new("raw bytes are nothing for a terminal")
            .fix("name a file with -o, or a text with --format hex"));
    }
    let bytes = written(&filter.found.insns, filter.found.abi, format);
    match file(args.output.as_deref()) {
        None => out.raw(&bytes)?,
        Some(path) => write_file(path, &bytes)?,
    }
    Ok(exit::OK)
}

/// The file that `-o` names; `-` is standard output.
pub(crate) fn file(output: Option<&Path>) -> Option<&Path> {
    output.filter(|path| *path != Path::new("-"))
}

/// Writes a file that the command line names.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::write(path, bytes)
        .map_err(|error| Failure::new(format!("cannot write {}: {}", shown(path), reason(&error))))
}
