//! `callgate disasm`.

use crate::cmd::syscalls::parse_abi;
use crate::failure::Failure;
use crate::input::{self, Filter};
use crate::terminal::{BOLD, DIM, Out};
use crate::{action, exit};
use callgate_abi::Abi;
use callgate_bpf::text::asm::{self, Line, Shape, Style};
use callgate_bpf::text::write;
use callgate_bpf::{Program, VerifyError};
use clap::ValueHint;
use serde_json::{Value, json};
use std::ffi::OsString;
use std::io::Write;

/// Print a filter in words: assembly that `callgate asm` reads back byte for byte
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Reads raw filters, hex, `\\x` strings, C, seccomp-tools' tables, strace -v, assembly; \
    `pid:N` is the filters of a process. Exit codes: 0, or 2 when there is no filter or the kernel would refuse it."
)]
pub(crate) struct Args {
    /// The filter's file, `-` for standard input, or pid:N
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath, default_value = "-", hide_default_value = true)]
    file: OsString,
    /// The ABI of its names where it checks no architecture, and its byte order [default: this machine's]
    #[arg(long, value_name = "ABI", value_parser = parse_abi)]
    arch: Option<Abi>,
    /// For machines
    #[arg(long, conflicts_with = "plain")]
    json: bool,
    /// The bare numbers: no names, no remarks, no colours
    #[arg(long)]
    plain: bool,
}

pub(crate) fn run(args: &Args, out: &mut Out) -> Result<u8, Failure> {
    let filters = input::read_filters(&args.file, args.arch.unwrap_or(Abi::NATIVE))?;
    if filters.is_empty() {
        return Err(Failure::new(format!("{} has no filter", args.file.display())));
    }
    if args.json {
        let filters: Vec<Value> = filters.iter().map(filter_json).collect();
        out.json(&json!({ "filters": filters }))?;
    }
    let mut refused = None;
    let several = filters.len() > 1;
    for filter in &filters {
        let error = Program::new(filter.found.insns.clone()).err();
        if !args.json {
            if several {
                writeln!(out, "{BOLD}; {}{BOLD:#}", filter.name)?;
            }
            let style = if args.plain { Style::Plain } else { Style::Named };
            print(&filter.found.insns, filter.found.abi, style, error.as_ref(), out)?;
        }
        if let Some(error) = error {
            refused = refused.or_else(|| Some(input::refused(filter, &error)));
        }
    }
    refused.map_or(Ok(exit::OK), Err)
}

/// The column where remarks begin.
const REMARKS: usize = 46;

/// Prints a listing; an instruction that the kernel refuses is marked.
pub(crate) fn print(
    insns: &[callgate_bpf::Insn],
    abi: Abi,
    style: Style,
    error: Option<&VerifyError>,
    out: &mut Out,
) -> Result<(), Failure> {
    if style == Style::Named {
        writeln!(out, "{DIM}.abi {abi}{DIM:#}")?;
    }
    for line in asm::lines(insns, abi, style) {
        let wrong = error.filter(|error| error.insn.is_some() && error.index == line.index);
        let wrong = wrong.map(|error| format!("the kernel refuses this: {}", error.reason));
        let remark = if style == Style::Plain { None } else { wrong.or_else(|| line.remark.clone()) };
        let width = 6 + line.text.chars().count();
        let label = if line.targeted { BOLD } else { DIM };
        let body = match line.shape {
            _ if !line.reachable => DIM,
            Shape::Return(ret) => action::style(callgate_abi::Action::from_ret(ret)),
            _ => anstyle::Style::new(),
        };
        if style == Style::Plain {
            write!(out, "{:4}: {}", line.index, line.text)?;
        } else {
            write!(out, "{label}{:4}:{label:#} {body}{}{body:#}", line.index, line.text)?;
        }
        if let Some(remark) = remark {
            let pad = REMARKS.saturating_sub(width);
            write!(out, "{:pad$} {DIM}; {remark}{DIM:#}", "")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// A filter for machines.
pub(crate) fn filter_json(filter: &Filter) -> Value {
    let found = &filter.found;
    let lines = asm::lines(&found.insns, found.abi, Style::Named);
    let error = Program::new(found.insns.clone()).err();
    json!({
        "name": filter.name,
        "abi": found.abi.name(),
        "raw": write::hex(&found.insns, found.abi.endian()).replace('\n', ""),
        "refused": error.map(|error| json!({
            "index": error.insn.map(|_| error.index), "reason": error.reason.to_string(),
        })),
        "insns": lines.iter().map(line_json).collect::<Vec<Value>>(),
    })
}

fn line_json(line: &Line) -> Value {
    let mut value = json!({
        "index": line.index,
        "code": line.insn.code, "jt": line.insn.jt, "jf": line.insn.jf, "k": line.insn.k,
        "text": line.text, "remark": line.remark,
        "reachable": line.reachable, "target": line.targeted,
        "abi": line.abi.map(Abi::name),
        "calls": line.calls.as_ref().map(|calls| calls.iter().map(ToString::to_string).collect::<Vec<_>>()),
    });
    match &line.shape {
        Shape::Straight => {}
        Shape::Goto(to) => value["goto"] = json!(to),
        Shape::Test { holds, yes, no, .. } => {
            value["test"] = json!(holds);
            value["yes"] = json!(yes);
            value["no"] = json!(no);
        }
        Shape::Return(ret) => value["action"] = json!(callgate_abi::Action::from_ret(*ret).to_string()),
        Shape::ReturnA => value["action"] = json!("A"),
    }
    value
}
