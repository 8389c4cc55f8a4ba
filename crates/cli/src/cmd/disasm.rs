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
use serde::Serialize;
use std::collections::BTreeMap;
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
        let named = |filter: &Filter| asm::lines(&filter.found.insns, filter.found.abi, Style::Named);
        let lines: Vec<Vec<Line>> = filters.iter().map(named).collect();
        let filters: Vec<FilterJson<'_>> =
            filters.iter().zip(&lines).map(|(filter, lines)| filter_json(filter, lines)).collect();
        out.json(&BTreeMap::from([("filters", filters)]))?;
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
#[derive(Serialize)]
struct FilterJson<'f> {
    abi: &'static str,
    insns: Vec<LineJson<'f>>,
    name: &'f str,
    raw: String,
    refused: Option<RefusedJson>,
}

#[derive(Serialize)]
struct RefusedJson {
    index: Option<usize>,
    reason: String,
}

/// An instruction for machines. Its fields are written as they are: a tree of values first would take most of the time.
#[derive(Serialize)]
struct LineJson<'f> {
    abi: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    action: Option<String>,
    calls: Option<Vec<String>>,
    code: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    goto: Option<usize>,
    index: usize,
    jf: u8,
    jt: u8,
    k: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    no: Option<usize>,
    reachable: bool,
    remark: Option<&'f str>,
    target: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    test: Option<&'f str>,
    text: &'f str,
    #[serde(skip_serializing_if = "Option::is_none")]
    yes: Option<usize>,
}

fn filter_json<'f>(filter: &'f Filter, lines: &'f [Line]) -> FilterJson<'f> {
    let found = &filter.found;
    let error = Program::new(found.insns.clone()).err();
    FilterJson {
        abi: found.abi.name(),
        insns: lines.iter().map(line_json).collect(),
        name: &filter.name,
        raw: write::hex(&found.insns, found.abi.endian()).replace('\n', ""),
        refused: error.map(|error| RefusedJson {
            index: error.insn.map(|_| error.index),
            reason: error.reason.to_string(),
        }),
    }
}

fn line_json(line: &Line) -> LineJson<'_> {
    let mut json = LineJson {
        abi: line.abi.map(Abi::name),
        action: None,
        calls: line.calls.as_ref().map(|calls| calls.iter().map(ToString::to_string).collect()),
        code: line.insn.code,
        goto: None,
        index: line.index,
        jf: line.insn.jf,
        jt: line.insn.jt,
        k: line.insn.k,
        no: None,
        reachable: line.reachable,
        remark: line.remark.as_deref(),
        target: line.targeted,
        test: None,
        text: &line.text,
        yes: None,
    };
    match &line.shape {
        Shape::Straight => {}
        Shape::Goto(to) => json.goto = Some(*to),
        Shape::Test { holds, yes, no, .. } => {
            json.test = Some(holds);
            (json.yes, json.no) = (Some(*yes), Some(*no));
        }
        Shape::Return(ret) => json.action = Some(callgate_abi::Action::from_ret(*ret).to_string()),
        Shape::ReturnA => json.action = Some("A".to_owned()),
    }
    json
}
