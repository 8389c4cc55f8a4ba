//! `callgate dump`.

use crate::cmd::asm::{Format as Written, write_file, written};
use crate::cmd::disasm;
use crate::failure::{Failure, errno_text, shown};
use crate::installs::{Filter, Install, Next, Outcome, Read, Request, StartError, Watch, status};
use crate::terminal::{self, BOLD, Out};
use crate::{exit, installed, program};
use callgate_abi::{Abi, Errno, constants};
use callgate_bpf::text::{asm::Style, write};
use callgate_bpf::{Insn, Program};
use callgate_events::Bytes;
use callgate_events::bytes::printable;
use callgate_sys::spawn::{SpawnError, Stage};
use callgate_sys::wait::Ending;
use clap::ValueHint;
use serde_json::{Value, json};
use std::ffi::{CString, OsStr, OsString};
use std::fmt::Write as _;
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// Show the filters that a program installs, or those of a running process
#[derive(Debug, clap::Args)]
#[command(
    after_help = "A program is run as it is, and every filter that it, its threads and children install is shown as it \
    comes, refused ones too. --pid wants CAP_SYS_ADMIN (sudo).\n\n\
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
    let mut sink = Sink {
        format: args.format,
        output: args.output.as_deref(),
        text: Vec::new(),
        json: Vec::new(),
        raw: 0,
    };
    if let Some(pid) = args.pid {
        return of_process(pid, sink, out);
    }
    if args.format == Format::Raw && args.output.is_none() {
        return Err(Failure::new("raw filters on standard output would mix with the program's own")
            .fix("name a file with -o"));
    }
    let watch = start(&args.command)?;
    let (mut seen, mut refused) = (0, 0);
    let outcome = watch.run(|install| {
        if install.only_asks() {
            return Ok(Next::On);
        }
        seen += 1;
        refused += u32::from(!install.succeeded());
        sink.install(seen, &install, out)?;
        Ok(if args.limit == Some(seen) { Next::End } else { Next::On })
    })?;
    let told = ended(&args.command, seen - refused, refused, &outcome);
    let command: Vec<Bytes> = args.command.iter().map(|word| word.as_os_str().into()).collect();
    sink.finish(&json!({ "command": command, "ending": ending_json(&outcome) }), out)?;
    out.flush()?;
    terminal::say(&format!("callgate: {told}\n"));
    Ok(if seen > 0 { exit::OK } else { exit::FINDINGS })
}

/// Where the filters go.
struct Sink<'a> {
    format: Format,
    output: Option<&'a Path>,
    /// What is for the file.
    text: Vec<u8>,
    json: Vec<Value>,
    /// How many raw filters were written.
    raw: usize,
}

impl Sink<'_> {
    /// A filter, with what is known of it.
    fn filter(
        &mut self,
        insns: &[Insn],
        abi: Abi,
        heading: &[String],
        facts: Value,
        out: &mut Out,
    ) -> Result<(), Failure> {
        match (self.format, self.output) {
            (Format::Json, _) => {
                let mut facts = facts;
                facts["abi"] = json!(abi.name());
                facts["len"] = json!(insns.len());
                facts["raw"] = json!(write::hex(insns, abi.endian()).replace('\n', ""));
                facts["refused"] = json!(Program::new(insns.to_vec()).err().map(|error| error.to_string()));
                self.json.push(facts);
            }
            (Format::Raw, Some(path)) => {
                let bytes = written(insns, abi, Written::Raw);
                let path = match self.raw {
                    0 => path.to_owned(),
                    n => {
                        let mut name = path.as_os_str().to_owned();
                        name.push(format!(".{n}"));
                        name.into()
                    }
                };
                self.raw += 1;
                write_file(&path, &bytes)?;
            }
            (Format::Raw, None) => out.write_all(&written(insns, abi, Written::Raw))?,
            (Format::Hex, _) => {
                self.text(&with_heading("; ", heading, &written(insns, abi, Written::Hex)), out)?;
            }
            (Format::C, _) => {
                let array = String::from_utf8_lossy(&written(insns, abi, Written::C)).into_owned();
                self.raw += 1;
                let array = match self.raw {
                    1 => array,
                    n => array.replacen("filter[]", &format!("filter_{n}[]"), 1),
                };
                self.text(&with_heading("// ", heading, array.as_bytes()), out)?;
            }
            (Format::Disasm, Some(_)) => {
                self.text(&with_heading("; ", heading, &written(insns, abi, Written::Asm)), out)?;
            }
            (Format::Disasm, None) => {
                say_heading(heading, out)?;
                let error = Program::new(insns.to_vec()).err();
                disasm::print(insns, abi, Style::Named, error.as_ref(), out)?;
                writeln!(out)?;
                out.flush()?;
            }
        }
        Ok(())
    }

    /// What is no filter: strict mode, and what could not be read.
    fn other(&mut self, heading: &[String], facts: Value, out: &mut Out) -> Result<(), Failure> {
        match (self.format, self.output) {
            (Format::Json, _) => self.json.push(facts),
            (Format::Raw | Format::Hex, _) => {
                for line in heading {
                    terminal::say(&format!("callgate: {line}\n"));
                }
            }
            (Format::C, _) => self.text(&with_heading("// ", heading, b""), out)?,
            (Format::Disasm, Some(_)) => self.text(&with_heading("; ", heading, b""), out)?,
            (Format::Disasm, None) => {
                say_heading(heading, out)?;
                writeln!(out)?;
                out.flush()?;
            }
        }
        Ok(())
    }

    fn text(&mut self, bytes: &[u8], out: &mut Out) -> Result<(), Failure> {
        if self.output.is_some() {
            self.text.extend_from_slice(bytes);
        } else {
            out.write_all(bytes)?;
            out.flush()?;
        }
        Ok(())
    }

    fn install(&mut self, seq: u32, install: &Install, out: &mut Out) -> Result<(), Failure> {
        let abi = install.call.abi().unwrap_or(Abi::NATIVE);
        let heading = heading(seq, install, abi);
        let facts = facts(seq, install, abi);
        match &install.request {
            Request::Filter(Filter { insns: Read::Insns(insns), .. }) => {
                self.filter(insns, abi, &heading, facts, out)
            }
            _ => self.other(&heading, facts, out),
        }
    }

    /// Writes what was kept for the end.
    fn finish(self, about: &Value, out: &mut Out) -> Result<(), Failure> {
        let bytes = if self.format == Format::Json {
            let mut about = about.clone();
            about["filters"] = Value::Array(self.json);
            let mut text = format!("{about:#}").into_bytes();
            text.push(b'\n');
            text
        } else {
            self.text
        };
        match self.output {
            Some(_) if self.format == Format::Raw => Ok(()),
            Some(path) => write_file(path, &bytes),
            None => Ok(out.write_all(&bytes)?),
        }
    }
}

fn with_heading(mark: &str, heading: &[String], body: &[u8]) -> Vec<u8> {
    let mut text = String::new();
    for line in heading {
        let _ = writeln!(text, "{mark}{line}");
    }
    let mut bytes = text.into_bytes();
    bytes.extend_from_slice(body);
    bytes.push(b'\n');
    bytes
}

fn say_heading(heading: &[String], out: &mut Out) -> Result<(), Failure> {
    for (at, line) in heading.iter().enumerate() {
        let style = if at == 0 { BOLD } else { anstyle::Style::new() };
        writeln!(out, "{style}; {line}{style:#}")?;
    }
    Ok(())
}

fn counted(insns: usize) -> String {
    if insns == 1 { "1 instruction".to_owned() } else { format!("{insns} instructions") }
}

/// The call as a person writes it, and its answer.
fn call(install: &Install) -> String {
    let by_prctl = install.call.abi().and_then(|abi| {
        callgate_abi::Sysno { abi, nr: install.call.nr as u32 }.name().map(|name| name == "prctl")
    });
    let address = install.call.args[2];
    let call = match (&install.request, by_prctl) {
        (Request::Filter(_), Some(true)) => {
            format!("prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, {address:#x})")
        }
        (Request::Filter(filter), _) => {
            format!("seccomp(SECCOMP_SET_MODE_FILTER, {}, {address:#x})", flags(filter.flags))
        }
        (_, Some(true)) => "prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT)".to_owned(),
        _ => "seccomp(SECCOMP_SET_MODE_STRICT, 0, NULL)".to_owned(),
    };
    let answer = match install.result {
        None => "the thread ended in it".to_owned(),
        Some(result @ -4095..0) => format!("= -1, {}", errno_text(Errno(-result as u16))),
        Some(result) => format!("= {result}"),
    };
    format!("{call} {answer}")
}

/// `SECCOMP_FILTER_FLAG_LOG|SECCOMP_FILTER_FLAG_TSYNC`.
fn flags(flags: u32) -> String {
    let (mut names, rest) = flag_names(flags);
    if rest != 0 || names.is_empty() {
        names.push(if rest == 0 { "0".to_owned() } else { format!("{rest:#x}") });
    }
    names.join("|")
}

fn flag_names(flags: u32) -> (Vec<String>, u32) {
    let mut rest = flags;
    let mut names = Vec::new();
    for name in constants::names().filter(|name| name.starts_with("SECCOMP_FILTER_FLAG_")) {
        let Some(value) = constants::value(Abi::NATIVE, name) else { continue };
        if value != 0 && u64::from(rest) & value == value {
            names.push(name.to_owned());
            rest &= !(value as u32);
        }
    }
    (names, rest)
}

fn heading(seq: u32, install: &Install, abi: Abi) -> Vec<String> {
    let name = install.exe.as_deref().map_or_else(|| "?".to_owned(), |exe| printable(&exe.to_string_lossy()));
    let thread = if install.pid == install.tid { String::new() } else { format!(" thread {}", install.tid) };
    let what = match &install.request {
        Request::Filter(Filter { insns: Read::Insns(insns), .. }) => counted(insns.len()),
        Request::Filter(Filter { insns: Read::Length(len), .. }) => {
            format!("length {len}: the kernel takes 1 to 4096 instructions")
        }
        Request::Filter(_) => "at an address that cannot be read".to_owned(),
        _ => "strict mode: read, write, exit and sigreturn, and SIGKILL for all others".to_owned(),
    };
    let after = install.after.as_secs_f64() * 1000.0;
    vec![
        format!("{seq}: {}", call(install)),
        format!("   {name}[{}]{thread}, {abi}, after {after:.1} ms: {what}", install.pid),
    ]
}

fn facts(seq: u32, install: &Install, abi: Abi) -> Value {
    let (mode, flags, problem) = match &install.request {
        Request::Filter(filter) => {
            let problem = match &filter.insns {
                Read::Insns(_) => None,
                Read::Length(len) => Some(format!("length {len}")),
                Read::Fault => Some("unreadable".to_owned()),
            };
            ("filter", Some(filter.flags), problem)
        }
        _ => ("strict", None, None),
    };
    let errno =
        install.result.filter(|result| (-4095..0).contains(result)).map(|result| Errno(-result as u16));
    json!({
        "seq": seq, "mode": mode, "pid": install.pid, "tid": install.tid,
        "exe": install.exe.as_deref().map(Bytes::from),
        "abi": abi.name(), "call": call(install),
        "flags": flags, "flag_names": flags.map(|flags| flag_names(flags).0), "problem": problem,
        "result": install.result, "errno": errno.map(|errno| errno.to_string()), "in_force": install.succeeded(),
        "us": install.after.as_micros() as u64,
    })
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

/// Threads with the same filters.
struct Group {
    filters: Vec<Vec<Insn>>,
    strict: bool,
    tids: Vec<(u32, String)>,
}

/// The filters of a process, its threads and its descendants.
fn of_process(pid: u32, mut sink: Sink<'_>, out: &mut Out) -> Result<u8, Failure> {
    let mut groups: Vec<Group> = Vec::new();
    let mut any = false;
    for process in status::tree(pid) {
        for tid in status::threads(process) {
            let Some(status) = status::Status::of(tid) else { continue };
            any = true;
            let name = printable(status.name());
            let strict = status.seccomp_mode() == Some(1);
            let filters = if strict { Vec::new() } else { installed::of_thread(tid)? };
            match groups.iter_mut().find(|group| group.strict == strict && group.filters == filters) {
                Some(group) => group.tids.push((tid, name)),
                None => groups.push(Group { filters, strict, tids: vec![(tid, name)] }),
            }
        }
    }
    if !any {
        return Err(installed::gone(pid));
    }
    let mut seen = 0;
    for group in &groups {
        let tids: Vec<String> = group.tids.iter().map(|(tid, name)| format!("{name}[{tid}]")).collect();
        let tids = tids.join(", ");
        let numbers: Vec<u32> = group.tids.iter().map(|(tid, _)| *tid).collect();
        let total = group.filters.len();
        if group.strict {
            seen += 1;
            sink.other(
                &[format!("strict mode of {tids}")],
                json!({ "mode": "strict", "tids": numbers }),
                out,
            )?;
        }
        for (at, insns) in group.filters.iter().enumerate() {
            seen += 1;
            if sink.format == Format::Raw && sink.output.is_none() && seen > 1 {
                return Err(Failure::new("there are several filters, which raw bytes would run together")
                    .fix("name a file with -o: the others are FILE.1, FILE.2 …"));
            }
            let heading = [format!("{} of {total}: {}, of {tids}", at + 1, counted(insns.len()))];
            let facts = json!({ "mode": "filter", "nth": at + 1, "of": total, "tids": numbers });
            sink.filter(insns, Abi::NATIVE, &heading, facts, out)?;
        }
    }
    sink.finish(&json!({ "pid": pid }), out)?;
    if seen == 0 {
        out.flush()?;
        terminal::say(&format!("callgate: process {pid}, its threads and descendants have no filter\n"));
        return Ok(exit::FINDINGS);
    }
    Ok(exit::OK)
}
