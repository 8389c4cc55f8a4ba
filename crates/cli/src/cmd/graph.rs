//! `callgate graph`.

use crate::cmd::asm::write_file;
use crate::cmd::syscalls::parse_abi;
use crate::failure::{Failure, shown};
use crate::graph::{Graph, dot, svg};
use crate::terminal::Out;
use crate::{exit, given_call, input};
use callgate_abi::{Abi, format_call};
use callgate_bpf::interp;
use clap::ValueHint;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Draw a filter: its tests in words, its answers in colours, and the way a call takes
#[derive(Debug, clap::Args)]
#[command(after_help = "Exit codes: 0, or 2.\n\nExamples:\n  callgate graph filter.bpf -o filter.svg\n  \
    callgate graph filter.bpf -o filter.dot --call openat AT_FDCWD 0x1000 O_RDWR")]
pub(crate) struct Args {
    /// The filter's file, `-` for standard input, or pid:N
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: OsString,
    /// The drawing: a name ending in .svg or .dot; - is SVG on standard output
    #[arg(short, long, value_name = "OUT", value_hint = ValueHint::FilePath)]
    output: PathBuf,
    /// A call and its arguments, whose way is highlighted
    #[arg(long, value_name = "CALL|ARG", num_args = 1..=7, allow_negative_numbers = true)]
    call: Vec<String>,
    /// The ABI of its names where it checks no architecture, of its byte order, and of the call [default: this machine's]
    #[arg(long, value_name = "ABI", value_parser = parse_abi)]
    arch: Option<Abi>,
}

pub(crate) fn run(args: &Args, out: &mut Out) -> Result<u8, Failure> {
    let name = args.output.extension().and_then(|extension| extension.to_str());
    let render = match name {
        Some("svg") => svg::render,
        Some("dot" | "gv") => dot::render,
        None if args.output == Path::new("-") => svg::render,
        _ => {
            return Err(Failure::new(format!("{} ends in neither .svg nor .dot", shown(&args.output)))
                .fix("the ending of the name chooses the format"));
        }
    };
    let filter = input::read_one(&args.file, args.arch.unwrap_or(Abi::NATIVE))?;
    let program = input::verified(&filter)?;
    let mut title = match program.len() {
        1 => format!("{}: 1 instruction", filter.name),
        n => format!("{}: {n} instructions", filter.name),
    };
    let mut executed = Vec::new();
    if let Some((call, words)) = args.call.split_first() {
        let data = given_call::parse(call, words, args.arch, 0)?;
        let trace = interp::run_traced(&program, &data);
        let verdict = crate::action::words(trace.ret);
        title = format!("{title}; {} gets {verdict}", format_call(&data));
        executed = trace.executed;
    }
    let graph = Graph::of(&program, filter.found.abi, &executed);
    let text = render(&graph, &title);
    if args.output == Path::new("-") {
        out.write_all(text.as_bytes())?;
    } else {
        write_file(&args.output, text.as_bytes())?;
    }
    Ok(exit::OK)
}
