//! `callgate emu`.

use crate::cmd::syscalls::parse_abi;
use crate::failure::{Failure, quoted};
use crate::input::{self, Filter};
use crate::terminal::{BOLD, Colour, DIM, Out};
use crate::{action, exit, given_call, subject};
use callgate_abi::{Abi, Action, SeccompData, Sysno, format_call};
use callgate_bpf::interp::{self, Trace};
use callgate_bpf::text::asm::{self, Style};
use callgate_bpf::{Program, insn::code};
use clap::ValueHint;
use serde_json::{Value, json};
use std::ffi::OsString;
use std::io::Write;

/// Run filters on a call, exactly as the kernel does
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Several files are a stack, the first installed first: all run, the strictest answer wins. Arguments are \
    numbers, names or flags; a file with a call's name is written ./read.\n\n\
    Exit codes: 0 allow or log, 10 errno, 11 trace, 12 notify, 13 trap, 14 kill; 2 wrong usage or no filter.\n\n\
    Examples:\n  callgate emu filter.bpf openat AT_FDCWD 0x1000 'O_RDWR|O_CREAT'\n  \
    callgate emu a.bpf b.bpf i386.execve --trace"
)]
pub(crate) struct Args {
    /// Filters (files, pid:N, policies), then a call by name or number, then its arguments
    #[arg(
        value_name = "FILE|CALL|ARG",
        required = true,
        num_args = 1..,
        allow_negative_numbers = true,
        value_hint = ValueHint::FilePath
    )]
    words: Vec<OsString>,
    /// The ABI of the call [default: this machine's]
    #[arg(long, value_name = "ABI", value_parser = parse_abi)]
    arch: Option<Abi>,
    /// The instruction pointer
    #[arg(long, value_name = "ADDRESS", default_value = "0", value_parser = given_call::parse_number)]
    ip: u64,
    /// Show every instruction executed
    #[arg(long)]
    trace: bool,
    /// For machines
    #[arg(long)]
    json: bool,
}

struct Run {
    filter: Filter,
    trace: Trace,
}

impl Run {
    /// Whether the kernel keeps the verdict for all calls of this number and need not run the filter: `allow`, by what
    /// `seccomp_is_const_allow` (`kernel/seccomp.c`, since 5.11) follows.
    fn cacheable(&self) -> bool {
        const FOLLOWED: [u16; 8] = [0x20, 0x06, 0x05, 0x15, 0x25, 0x35, 0x45, 0x54];
        self.trace.ret == Action::Allow.to_ret()
            && !self.trace.reads_more_than_number()
            && self.trace.executed.iter().all(|pc| FOLLOWED.contains(&self.filter.found.insns[*pc].code))
    }
}

pub(crate) fn run(args: &Args, colour: Colour, out: &mut Out) -> Result<u8, Failure> {
    let (files, call, rest) = split(&args.words)?;
    let data = given_call::parse(call, &rest, args.arch, args.ip)?;
    let mut filters = Vec::new();
    for file in files {
        match subject::policy_filter(file, colour)? {
            Some(filter) => filters.push(filter),
            None => filters.extend(input::read_filters(file, args.arch.unwrap_or(Abi::NATIVE))?),
        }
    }
    let programs = filters.iter().map(input::verified).collect::<Result<Vec<Program>, Failure>>()?;
    let ret = interp::run_stack(&programs.iter().collect::<Vec<_>>(), &data);
    let runs: Vec<Run> = filters
        .into_iter()
        .zip(&programs)
        .map(|(filter, program)| Run { filter, trace: interp::run_traced(program, &data) })
        .collect();
    if args.json {
        json_answer(&data, ret, &runs, out)?;
    } else {
        answer(&data, ret, &runs, args.trace, out)?;
    }
    Ok(exit_code(Action::from_ret(ret)))
}

/// The exit code that stands for an answer.
fn exit_code(action: Action) -> u8 {
    match action {
        Action::Allow | Action::Log => exit::OK,
        Action::Errno(_) => exit::EMU_ERRNO,
        Action::Trace(_) => exit::EMU_TRACE,
        Action::UserNotif => exit::EMU_NOTIFY,
        Action::Trap(_) => exit::EMU_TRAP,
        Action::KillThread | Action::KillProcess => exit::EMU_KILL,
    }
}

/// The files, the call and its arguments: the first word behind a file that names a call is the call.
fn split(words: &[OsString]) -> Result<(&[OsString], &str, Vec<String>), Failure> {
    let call = words.iter().skip(1).position(|word| word.to_str().is_some_and(given_call::names_call));
    let Some(call) = call.map(|at| at + 1) else {
        let last = words.last().map(|word| word.to_string_lossy().into_owned()).unwrap_or_default();
        let failure = if words.len() < 2 {
            Failure::new("no call was given")
        } else {
            Failure::new(format!("no word behind the file names a call; the last is {}", quoted(&last)))
        };
        let near = words.iter().skip(1).find_map(|word| callgate_abi::syscalls::suggest(word.to_str()?));
        return Err(match near {
            Some(near) => failure.fix(format!("did you mean `{near}`?")),
            None => failure
                .fix("write the file, the call and its arguments: `callgate emu x.bpf write 1 0x1000 5`"),
        });
    };
    let word = |word: &OsString| {
        word.to_str().map(str::to_owned).ok_or_else(|| {
            Failure::new(format!("{} is no argument of a call", quoted(&word.to_string_lossy())))
        })
    };
    let rest = words[call + 1..].iter().map(word).collect::<Result<_, _>>()?;
    Ok((&words[..call], words[call].to_str().unwrap_or_default(), rest))
}

/// The filter that decides, of several.
fn decider(runs: &[Run]) -> Option<usize> {
    interp::decider(&runs.iter().map(|run| run.trace.ret).collect::<Vec<_>>())
}

fn answer(data: &SeccompData, ret: u32, runs: &[Run], trace: bool, out: &mut Out) -> Result<(), Failure> {
    let style = action::style(Action::from_ret(ret));
    let abi = data.abi().map_or_else(|| format!("{:#010x}", data.arch), |abi| abi.name().to_owned());
    writeln!(out, "{style}{}{style:#}  {BOLD}{}{BOLD:#} on {abi}", action::words(ret), format_call(data))?;
    let decider = decider(runs);
    for (at, run) in runs.iter().enumerate() {
        let last = run.trace.executed.last().copied().unwrap_or(0);
        if runs.len() > 1 || trace {
            let style = action::style(Action::from_ret(run.trace.ret));
            writeln!(
                out,
                "  {}: {style}{}{style:#} at {last}, instruction {} of the way{}{}",
                run.filter.name,
                action::words(run.trace.ret),
                run.trace.executed.len(),
                if runs.len() > 1 && decider == Some(at) { "; this decides" } else { "" },
                if run.cacheable() { "; the kernel can cache it" } else { "" }
            )?;
        }
        if trace {
            steps(run, out)?;
        }
    }
    Ok(())
}

/// Classes of instructions: loads of A and of X.
const LD: u16 = 0x00;
const LDX: u16 = 0x01;

fn steps(run: &Run, out: &mut Out) -> Result<(), Failure> {
    let lines = asm::lines(&run.filter.found.insns, run.filter.found.abi, Style::Named);
    let executed = &run.trace.executed;
    for (at, pc) in executed.iter().enumerate() {
        let line = &lines[*pc];
        let after = run.trace.registers.get(at + 1);
        let [a, x] = run.trace.registers[at];
        let insn = line.insn;
        let told = match after {
            None if insn.code == code::ALU | code::DIV | code::X && x == 0 => {
                "X is 0: the kernel ends the filter with 0".to_owned()
            }
            None if insn.code == code::RET_A => format!("A is {}: {}", number(a), action::words(a)),
            Some(_) if insn.is_conditional_jump() => {
                let operand =
                    if insn.code & code::X == 0 { String::new() } else { format!(", X is {}", number(x)) };
                format!("A is {}{operand}: to {}", number(a), executed[at + 1])
            }
            Some([new_a, new_x]) => match insn.code & 0x07 {
                LD | code::ALU => format!("A = {}", number(*new_a)),
                LDX => format!("X = {}", number(*new_x)),
                _ if insn.code == code::TXA => format!("A = {}", number(*new_a)),
                _ if insn.code == code::TAX => format!("X = {}", number(*new_x)),
                _ => String::new(),
            },
            None => String::new(),
        };
        let text = format!("    {:4}: {}", line.index, line.text);
        let pad = 50_usize.saturating_sub(text.chars().count());
        if told.is_empty() {
            writeln!(out, "{text}")?;
        } else {
            writeln!(out, "{text}{:pad$} {DIM}{told}{DIM:#}", "")?;
        }
    }
    Ok(())
}

fn number(value: u32) -> String {
    if value < 10 { value.to_string() } else { format!("{value:#x}") }
}

fn json_answer(data: &SeccompData, ret: u32, runs: &[Run], out: &mut Out) -> Result<(), Failure> {
    let abi = data.abi();
    let name = abi.and_then(|abi| Sysno { abi, nr: data.nr as u32 }.name());
    let filters: Vec<Value> = runs
        .iter()
        .map(|run| {
            let registers = run.trace.registers.iter();
            let steps: Vec<Value> = run
                .trace
                .executed
                .iter()
                .zip(registers)
                .map(|(pc, [a, x])| json!({ "index": pc, "a": a, "x": x }))
                .collect();
            json!({
                "name": run.filter.name, "ret": run.trace.ret,
                "action": Action::from_ret(run.trace.ret).to_string(),
                "cacheable": run.cacheable(), "steps": steps,
            })
        })
        .collect();
    out.json(&json!({
        "call": {
            "abi": abi.map(Abi::name), "name": name, "nr": data.nr, "arch": data.arch,
            "instruction_pointer": data.instruction_pointer, "args": data.args, "text": format_call(data),
        },
        "ret": ret,
        "action": Action::from_ret(ret).to_string(),
        "errno": match Action::from_ret(ret) { Action::Errno(errno) => Some(errno.0), _ => None },
        "filters": filters,
        "decided_by": decider(runs).map(|at| at + 1),
    }))?;
    Ok(())
}
