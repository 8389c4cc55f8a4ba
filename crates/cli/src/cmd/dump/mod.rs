//! `callgate dump`.

mod running;
mod sink;
mod together;
mod words;

use crate::cmd::asm::file;
use crate::failure::{Failure, errno_text, shown};
use crate::installs::{Next, Outcome, StartError, Watch};
use crate::terminal::{self, Out};
use crate::{exit, program};
use callgate_abi::{Abi, Errno, constants};
use callgate_bpf::Insn;
use callgate_events::Bytes;
use callgate_sys::spawn::{SpawnError, Stage};
use callgate_sys::wait::Ending;
use clap::ValueHint;
use rustix::fs::{Access, AtFlags, CWD, FileType};
use serde_json::{Value, json};
use sink::Sink;
use std::collections::BTreeMap;
use std::ffi::{CString, OsStr, OsString};
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// Show the filters that a program installs, or those of a running process
#[derive(Debug, clap::Args)]
#[command(
    after_help = "A program is run as it is, and every filter that it, its threads and children install is shown as it \
    comes, refused ones too; at the end, what filters come to that were in force together. --pid wants CAP_SYS_ADMIN (sudo).\n\n\
    Exit codes: 0 when there was a filter, 1 when there was none; 2 wrong usage, 126 and 127 as for run.\n\n\
    Examples:\n  callgate dump ./vul\n  callgate dump -o filter.bpf --format raw --limit 1 -- ./vul arg"
)]
pub(crate) struct Args {
    /// End the program after so many filters
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..), conflicts_with = "pid")]
    limit: Option<u32>,
    /// Read the filters of a process, its threads and all its descendants
    #[arg(long, value_name = "PID", value_parser = clap::value_parser!(u32).range(1..), conflicts_with = "command")]
    pid: Option<u32>,
    /// How to show them
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Write to this file, in raw form to FILE, FILE.1, FILE.2 … [default: standard output]
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    output: Option<PathBuf>,
    /// The program and its arguments
    #[arg(
        value_name = "COMMAND",
        trailing_var_arg = true,
        required_unless_present = "pid",
        value_hint = ValueHint::CommandWithArguments
    )]
    command: Vec<OsString>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
enum Format {
    /// In words
    #[default]
    Disasm,
    /// struct sock_filter[]
    Raw,
    /// Hex digits
    Hex,
    /// C arrays
    C,
    /// JSON, at the end
    Json,
}

pub(crate) fn run(args: &Args, out: &mut Out) -> Result<u8, Failure> {
    // Before the program has run in vain.
    let output = file(args.output.as_deref());
    output.map_or(Ok(()), writable)?;
    let mut sink = Sink::new(args.format, output);
    if let Some(pid) = args.pid {
        return running::show(pid, sink, out);
    }
    if args.format == Format::Raw && output.is_none() {
        return Err(Failure::new("raw filters on standard output would mix with the program's own")
            .fix("name a file with -o"));
    }
    let watch = start(&args.command)?;
    let (mut seen, mut refused) = (0, 0);
    let mut in_force: BTreeMap<u32, Vec<Insn>> = BTreeMap::new();
    let outcome = watch.run(|install| {
        if install.only_asks() {
            return Ok(Next::On);
        }
        seen += 1;
        refused += u32::from(!install.succeeded());
        if let (Some(insns), true) = (install.insns(), install.succeeded()) {
            in_force.insert(install.seq, insns.to_vec());
        }
        sink.install(&install, out)?;
        Ok(if args.limit == Some(seen) { Next::End } else { Next::On })
    })?;
    stacks(&outcome, &in_force, &mut sink, out)?;
    let told = ended(&args.command, seen - refused, refused, &outcome);
    let command: Vec<Bytes> = args.command.iter().map(|word| word.as_os_str().into()).collect();
    sink.finish(&json!({ "command": command, "ending": ending_json(&outcome) }), out)?;
    out.flush()?;
    terminal::say(&format!("callgate: {told}\n"));
    Ok(if seen > 0 { exit::OK } else { exit::FINDINGS })
}

/// Whether a file could be written, by what its folder and permissions say.
fn writable(path: &Path) -> Result<(), Failure> {
    let parent = match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    let found = match rustix::fs::stat(path) {
        Ok(stat) if FileType::from_raw_mode(stat.st_mode) == FileType::Directory => {
            Err(rustix::io::Errno::ISDIR)
        }
        Ok(_) => rustix::fs::accessat(CWD, path, Access::WRITE_OK, AtFlags::EACCESS),
        Err(rustix::io::Errno::NOENT) => {
            rustix::fs::accessat(CWD, parent, Access::WRITE_OK, AtFlags::EACCESS)
        }
        Err(error) => Err(error),
    };
    found.map_err(|error| {
        let errno = errno_text(Errno(error.raw_os_error() as u16));
        Failure::new(format!("cannot write {}: {errno}", shown(path)))
    })
}

/// What filters come to that a thread had together.
fn stacks(
    outcome: &Outcome,
    in_force: &BTreeMap<u32, Vec<Insn>>,
    sink: &mut Sink<'_>,
    out: &mut Out,
) -> Result<(), Failure> {
    const MOST: usize = 16;
    let stacks: Vec<_> = outcome.stacks.iter().filter(|stack| stack.filters.len() > 1).collect();
    for stack in stacks.iter().take(MOST) {
        let numbers: Vec<String> = stack.filters.iter().map(u32::to_string).collect();
        let tids: Vec<String> = stack.tids.iter().map(u32::to_string).collect();
        let (word, tids) = (if tids.len() == 1 { "thread" } else { "threads" }, words::listed(&tids));
        let heading = format!("filters {} together, of {word} {tids}", numbers.join(", "));
        let filters: Vec<&[Insn]> =
            stack.filters.iter().filter_map(|seq| Some(in_force.get(seq)?.as_slice())).collect();
        sink.together(&heading, &filters, json!({ "filters": stack.filters, "tids": stack.tids }), out)?;
    }
    match stacks.len().saturating_sub(MOST) {
        0 => {}
        more => terminal::say(&format!("callgate: {more} more stacks of filters are not shown together\n")),
    }
    Ok(())
}

/// Starts the program of a command.
fn start(command: &[OsString]) -> Result<Watch, Failure> {
    let found = program::find(command, std::env::var_os("PATH").as_deref())?;
    let c_string = |word: &OsStr| {
        CString::new(word.as_bytes())
            .map_err(|_| Failure::new(format!("{} holds a NUL byte", Bytes::from(word))))
    };
    let path = c_string(found.path.as_os_str())?;
    let argv = found.argv.iter().map(|word| c_string(word)).collect::<Result<Vec<_>, _>>()?;
    let variables = std::env::vars_os().map(|(mut name, value)| {
        name.push("=");
        name.push(value);
        name
    });
    let envp = variables.map(|variable| c_string(&variable)).collect::<Result<Vec<_>, _>>()?;
    Watch::start(&path, &argv, &envp).map_err(|error| match error {
        StartError::Failed(failure) => failure,
        StartError::Spawn(error) => not_started(&found.path, &error),
    })
}

fn not_started(path: &Path, error: &SpawnError) -> Failure {
    let failure = Failure::new(format!("{} did not start: {error}", shown(path)));
    match error {
        SpawnError::Failed { stage: Stage::Exec, errno } => {
            let code = if *errno == Errno::ENOENT { exit::NOT_FOUND } else { exit::CANNOT_EXECUTE };
            failure.code(code)
        }
        SpawnError::Failed { stage: Stage::Seize, .. } => failure.fix(
            "tracing is not allowed here: look at /proc/sys/kernel/yama/ptrace_scope, and whether this is traced itself",
        ),
        _ => failure.fix("`callgate doctor` shows what this machine lacks"),
    }
}

/// What is said at the end.
fn ended(command: &[OsString], installed: u32, refused: u32, outcome: &Outcome) -> String {
    let name = command.first().map_or_else(String::new, |word| Bytes::from(word.as_os_str()).to_string());
    let ending = match outcome.ending {
        Some(Ending::Exited(code)) => format!("{name} exited with {code}"),
        Some(Ending::Signaled { signal, core }) => {
            let signals = constants::flag_set("signals");
            let known = signals.and_then(|set| set.spell(Abi::NATIVE, signal as u64, 32));
            let core = if core { ", its core was dumped" } else { "" };
            format!("{name} was ended by {}{core}", known.unwrap_or_else(|| format!("signal {signal}")))
        }
        None => format!("{name} was ended, as asked"),
    };
    let installed = match installed {
        0 => "no filter".to_owned(),
        1 => "1 filter".to_owned(),
        n => format!("{n} filters"),
    };
    let refused = match refused {
        0 => String::new(),
        1 => ", and 1 was refused".to_owned(),
        n => format!(", and {n} were refused"),
    };
    format!("{ending}; it installed {installed}{refused}")
}

fn ending_json(outcome: &Outcome) -> Value {
    match outcome.ending {
        Some(Ending::Exited(code)) => json!({ "code": code }),
        Some(Ending::Signaled { signal, core }) => json!({ "signal": signal, "core": core }),
        None => Value::Null,
    }
}
