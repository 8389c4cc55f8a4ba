//! `callgate optimize`.

use crate::cmd::asm::{Format, file, write_file, written};
use crate::failure::Failure;
use crate::terminal::{self, Out};
use crate::{exit, input, profile};
use callgate::optimize::{OptimizeError, Optimized, optimize};
use callgate_abi::{Abi, Sysno};
use callgate_analyze::Limits;
use callgate_bpf::{Program, STACK_LIMIT};
use callgate_compile::{CompileError, Weights};
use callgate_events::text::counted;
use clap::ValueHint;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;

/// Make one smaller filter of a filter or a stack that does exactly the same
///
/// Several files are a stack, the first installed first: they are merged into one filter.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "FILE is a filter in any format, several joined by `+`, or `pid:N` (the filters of a process). The \
    new filter is proven equal on every call before it is written. Exit codes: 0, 2 unreadable input, 3 the proof \
    was not possible."
)]
pub(crate) struct Args {
    /// The filters, the first installed first; `-` for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath, required = true)]
    files: Vec<OsString>,
    /// Write to this file [default: standard output]
    #[arg(short, long, value_name = "OUT", value_hint = ValueHint::FilePath)]
    output: Option<PathBuf>,
    /// What to write [default: raw, and assembly to a terminal]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// An event log, as `run --events` writes it: the calls that are frequent there are decided by few tests
    #[arg(long, value_name = "EVENTS", value_hint = ValueHint::FilePath)]
    profile: Option<PathBuf>,
}

pub(crate) fn run(args: &Args, out: &mut Out) -> Result<u8, Failure> {
    let mut filters = Vec::new();
    for file in &args.files {
        filters.extend(input::read_filters(file, Abi::NATIVE)?);
    }
    let Some(abi) = filters.first().map(|filter| filter.found.abi) else {
        return Err(Failure::new("there is no filter to make smaller"));
    };
    if filters.iter().any(|filter| filter.found.abi.endian() != abi.endian()) {
        return Err(Failure::new("the filters are of machines of different byte orders"));
    }
    let programs = filters.iter().map(input::verified).collect::<Result<Vec<_>, _>>()?;
    let stack: Vec<&Program> = programs.iter().collect();
    let weights = args.profile.as_ref().map_or_else(|| Ok(Weights::usual()), |path| profile::read(path))?;
    let optimized = optimize(&stack, &weights, Limits::default()).map_err(|error| failure(&error))?;
    let terminal = file(args.output.as_deref()).is_none() && terminal::stdout_is_terminal();
    let format = args.format.unwrap_or(if terminal { Format::Asm } else { Format::Raw });
    let bytes = written(optimized.program.insns(), abi, format);
    let report = report(&optimized, &stack, abi);
    if let Some(path) = file(args.output.as_deref()) {
        write_file(path, &bytes)?;
        out.write_all(report.as_bytes())?;
    } else {
        terminal::say(&report);
        out.raw(&bytes)?;
    }
    Ok(exit::OK)
}

fn failure(error: &OptimizeError) -> Failure {
    let failure = Failure::new(error.to_string());
    match error {
        OptimizeError::Undecided(_) => failure.code(exit::UNDECIDED),
        OptimizeError::Compile(CompileError::TooLong { .. }) => failure.fix("install them as a stack"),
        OptimizeError::Compile(_) | OptimizeError::Differs => failure,
    }
}

/// What was gained.
fn report(optimized: &Optimized, stack: &[&Program], abi: Abi) -> String {
    let (before, after) = (optimized.before, optimized.program.len());
    let from = match stack.len() {
        1 => String::new(),
        several => format!(" of {several} filters"),
    };
    let mut text = match before.saturating_sub(after) {
        0 => format!("{}{from}: nothing to gain", counted(before as u64, "instruction")),
        fewer => format!(
            "{}{from} became {after}, {} % fewer",
            counted(before as u64, "instruction"),
            fewer * 100 / before
        ),
    };
    text.push_str("; proven equal on every call\n");
    let converted: usize = stack.iter().map(|filter| filter.converted_len() + 4).sum();
    // Writing into a String cannot fail.
    let _ = writeln!(
        text,
        "as the kernel counts, {} of the {STACK_LIMIT} that a thread's filters may have; before {converted}",
        optimized.program.converted_len() + 4
    );
    for family in abi.family() {
        let of_abi = optimized.remembered.iter().filter(|call| call.abi == *family);
        let names: Vec<String> = of_abi.map(Sysno::to_string).collect();
        if !names.is_empty() {
            let _ = writeln!(
                text,
                "the kernel now allows {} of {family} without running a filter: {}",
                counted(names.len() as u64, "more call"),
                names.join(" ")
            );
        }
    }
    text
}
