//! `callgate explain`.

use crate::failure::Failure;
use crate::subject::{Meaning, Subject};
use crate::terminal::{BOLD, Colour, DIM, GREEN, Out, RED, YELLOW};
use crate::{calls, exit, policies};
use callgate_abi::{Abi, Action};
use callgate_analyze::{
    Calls, Group, Limits, Machine, Permission, Space, Verdict, Verdicts, is_constant_allow,
};
use callgate_bpf::Program;
use callgate_events::text::counted;
use clap::ValueHint;
use serde_json::{Value, json};
use std::ffi::OsString;
use std::io::Write;

/// Differences of a policy that are listed above it.
const MOST_DIFFERENCES: usize = 20;

/// Say what a filter does: for each ABI what every call gets, and under which conditions on its arguments
///
/// Exits 3 if part of it could not be decided.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Several files are one stack, the first installed first: what is said is what the kernel makes of \
    all of them. `lo32(x)` is the lower half of an argument: the upper half is not looked at; `(int)x` is that half as a signed number. `pid:N` is the filters \
    of a process; a policy (.toml, or `preset:NAME`) is explained by its meaning.\n\
    Exit codes: 0, 1 (--policy) the policy is only near to the filter, 2 wrong usage or unreadable input, 3 part \
    of it is undecided."
)]
pub(crate) struct Args {
    /// Filters in any format, `-`, `pid:N`; or a policy
    #[arg(required = true, value_hint = ValueHint::FilePath)]
    files: Vec<OsString>,
    /// Name all calls, those too that get what everything else gets
    #[arg(long, conflicts_with = "policy")]
    all: bool,
    /// Print a callgate policy that means the same
    #[arg(long, conflicts_with = "json")]
    policy: bool,
    /// For machines
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, colour: Colour, out: &mut Out) -> Result<u8, Failure> {
    let subject = Subject::stack(&args.files, colour)?;
    let mut space = Space::new(Limits::default());
    let verdicts = subject.verdicts(&mut space);
    if args.policy {
        return policy(&mut space, verdicts, out);
    }
    let groups = space.explain(verdicts).map_err(|reason| {
        Failure::new(format!("this cannot be explained: {reason}")).code(exit::UNDECIDED)
    })?;
    let undecided = groups
        .iter()
        .flat_map(|group| &group.outcomes)
        .any(|outcome| calls::unknown(outcome.verdict).is_some());
    let code = if undecided { exit::UNDECIDED } else { exit::OK };
    let programs: &[Program] = match &subject {
        Subject::Filters(programs) => programs,
        Subject::Policy(_) => &[],
    };
    let machines = by_machine(&groups);
    if args.json {
        let machines: Vec<Value> =
            machines.iter().map(|(machine, groups)| machine_json(*machine, groups, programs)).collect();
        out.json(&json!({
            "filters": programs.iter().map(Program::len).collect::<Vec<_>>(),
            "decided": !undecided,
            "machines": machines,
        }))?;
        return Ok(code);
    }
    writeln!(out, "{}", subject.describe())?;
    for (machine, groups) in &machines {
        writeln!(out, "\n{BOLD}{}{BOLD:#}", calls::machine(*machine))?;
        print(args, groups, out)?;
        cached(*machine, groups, programs, out)?;
    }
    Ok(code)
}

/// Prints the policy, and proves or denies that it means the same.
fn policy(space: &mut Space, verdicts: Verdicts, out: &mut Out) -> Result<u8, Failure> {
    let lifted = space.lift(verdicts).map_err(|reason| {
        Failure::new(format!("no policy can be written: {reason}")).code(exit::UNDECIDED)
    })?;
    let meaning = policies::of_text("lifted", &lifted.toml).map(Meaning::without_plan);
    let diff = meaning.map(|meaning| {
        let meant = space.policy(&meaning.reference());
        space.diff_briefly(verdicts, meant)
    });
    let (verdict, code) = match &diff {
        None => ("The language refuses this text: take it as a draft.".to_owned(), exit::FINDINGS),
        Some(diff) if diff.is_empty() => {
            ("Proven: this means the same as the filter for every call.".to_owned(), exit::OK)
        }
        Some(diff) if diff.differences.is_empty() => {
            ("Whether this means the same was not decided.".to_owned(), exit::UNDECIDED)
        }
        Some(diff) => {
            let n = counted(diff.differences.len() as u64, "difference");
            (format!("This is near to the filter, but not the same: {n}."), exit::FINDINGS)
        }
    };
    writeln!(out, "# {verdict}")?;
    for line in &lifted.unsaid {
        writeln!(out, "#   {line}")?;
    }
    for difference in diff.iter().flat_map(|diff| diff.differences.iter().take(MOST_DIFFERENCES)) {
        writeln!(
            out,
            "# {} {}: {} by the filter, {} by this, as {}",
            calls::machine(difference.calls.machine),
            calls::brief(&difference.calls),
            difference.left,
            difference.right,
            calls::call(&difference.witness)
        )?;
    }
    if diff.is_some_and(|diff| diff.differences.len() > MOST_DIFFERENCES) {
        writeln!(out, "# … and more")?;
    }
    out.write_all(lifted.toml.as_bytes())?;
    Ok(code)
}

fn by_machine(groups: &[Group]) -> Vec<(Machine, Vec<&Group>)> {
    let mut machines: Vec<(Machine, Vec<&Group>)> = Vec::new();
    for group in groups {
        match machines.last_mut() {
            Some((machine, list)) if *machine == group.calls.machine => list.push(group),
            _ => machines.push((group.calls.machine, vec![group])),
        }
    }
    for (_, list) in &mut machines {
        // What is decided by the number alone first, what most numbers get last among it.
        list.sort_by_key(|group| (group.always().is_none(), size(&group.calls), group.calls.example()));
    }
    machines
}

/// How many numbers there are, roughly: enough to find the default.
fn size(calls: &Calls) -> u64 {
    if calls.scattered {
        return u64::from(u32::MAX);
    }
    let numbers: u64 = calls.numbers.iter().map(|range| u64::from(range.end() - range.start()) + 1).sum();
    // Among the listed ones their order is by number.
    if numbers > 1 << 24 { numbers } else { 0 }
}

fn style(verdict: Verdict) -> anstyle::Style {
    match verdict {
        Verdict::Known(action) => match Permission::of(action) {
            Permission::Runs => GREEN,
            Permission::Asked => YELLOW,
            Permission::Refused => RED,
        },
        Verdict::Unknown(_) => YELLOW,
    }
}

fn print(args: &Args, groups: &[&Group], out: &mut Out) -> Result<(), Failure> {
    let mut said = false;
    for group in groups {
        let most = size(&group.calls) > 0;
        let names = group.calls.names();
        let which = if most && !args.all {
            match (groups.len(), names.len() as u64) {
                (1, _) => "every call".to_owned(),
                (_, 0) => "everything else".to_owned(),
                (_, n) => format!("everything else ({})", counted(n, "named call")),
            }
        } else {
            calls::calls(&group.calls)
        };
        if let Some(verdict) = group.always() {
            let style = style(verdict);
            writeln!(out, "  {style}{}{style:#}", calls::verdict(verdict))?;
            wrapped(&which, out)?;
            if let Some(reason) = calls::unknown(verdict) {
                writeln!(out, "      {DIM}{reason}{DIM:#}")?;
            }
            continue;
        }
        if !std::mem::replace(&mut said, true) {
            writeln!(out, "  {BOLD}by arguments{BOLD:#}")?;
        }
        wrapped(&which, out)?;
        outcomes(group, out)?;
    }
    Ok(())
}

fn outcomes(group: &Group, out: &mut Out) -> Result<(), Failure> {
    for (n, outcome) in group.outcomes.iter().enumerate() {
        let style = style(outcome.verdict);
        let verdict = calls::verdict(outcome.verdict);
        let last = n + 1 == group.outcomes.len() && group.unlisted == 0;
        let cases = calls::when(&group.calls, outcome.when.as_ref());
        let width = 14;
        match cases {
            _ if last && n > 0 => writeln!(out, "      {style}{verdict:<width$}{style:#} otherwise")?,
            None => writeln!(
                out,
                "      {style}{verdict:<width$}{style:#} under conditions too many to list, as {}",
                calls::call(&outcome.example)
            )?,
            Some(cases) => {
                for (n, case) in cases.iter().enumerate() {
                    let (verdict, word) = if n == 0 { (verdict.as_str(), "if") } else { ("", "or") };
                    writeln!(out, "      {style}{verdict:<width$}{style:#} {word} {case}")?;
                }
            }
        }
        if let Some(reason) = calls::unknown(outcome.verdict) {
            writeln!(out, "      {DIM}{reason}{DIM:#}")?;
        }
    }
    if group.unlisted > 0 {
        writeln!(out, "      … and {} that the filter computes", counted(group.unlisted as u64, "answer"))?;
    }
    Ok(())
}

/// A paragraph of words.
fn wrapped(text: &str, out: &mut Out) -> Result<(), Failure> {
    const WIDTH: usize = 100;
    let mut line = String::new();
    for word in text.split(' ') {
        if !line.is_empty() && line.len() + word.len() + 5 > WIDTH {
            writeln!(out, "    {line}")?;
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    writeln!(out, "    {line}")?;
    Ok(())
}

/// The named calls of a machine that are always allowed, and those of them that the kernel must run the
/// filter for; `None` where the kernel has no such cache.
fn allowed_and_run(
    machine: Machine,
    groups: &[&Group],
    programs: &[Program],
) -> Option<(u64, Vec<&'static str>)> {
    let Machine::Abi(abi) = machine else { return None };
    let none = matches!(
        abi,
        Abi::X32 | Abi::Mips | Abi::Mipsel | Abi::Mips64 | Abi::Mipsel64 | Abi::Mips64n32 | Abi::Mipsel64n32
    );
    if none || programs.is_empty() {
        return None;
    }
    let allow = Some(Verdict::Known(Action::Allow));
    let (mut allowed, mut run) = (0, Vec::new());
    for group in groups.iter().filter(|group| group.always() == allow) {
        for name in group.calls.names() {
            let Some(sysno) = callgate_abi::Sysno::from_name(abi, name) else { continue };
            allowed += 1;
            if !programs.iter().all(|program| is_constant_allow(program, abi.audit_arch(), sysno.nr)) {
                run.push(name);
            }
        }
    }
    Some((allowed, run))
}

fn cached(machine: Machine, groups: &[&Group], programs: &[Program], out: &mut Out) -> Result<(), Failure> {
    let Some((allowed, run)) = allowed_and_run(machine, groups, programs) else { return Ok(()) };
    if allowed == 0 {
        return Ok(());
    }
    let cached = allowed - run.len() as u64;
    if run.is_empty() {
        writeln!(
            out,
            "  {DIM}the kernel remembers all {} that are always allowed (5.11+){DIM:#}",
            counted(allowed, "call")
        )?;
    } else {
        writeln!(
            out,
            "  {DIM}the kernel remembers {cached} of the {} that are always allowed (5.11+); it runs the filter for{DIM:#}",
            counted(allowed, "call")
        )?;
        wrapped(&run.join(" "), out)?;
    }
    Ok(())
}

fn machine_json(machine: Machine, groups: &[&Group], programs: &[Program]) -> Value {
    let list: Vec<Value> = groups
        .iter()
        .map(|group| {
            let outcomes: Vec<Value> = group
                .outcomes
                .iter()
                .map(|outcome| {
                    json!({
                        "verdict": calls::verdict(outcome.verdict),
                        "reason": calls::unknown(outcome.verdict).map(|reason| reason.to_string()),
                        "when": calls::when_json(&group.calls, outcome.when.as_ref()),
                        "example": calls::call_json(&outcome.example),
                    })
                })
                .collect();
            json!({
                "calls": calls::calls_json(&group.calls), "outcomes": outcomes, "unlisted": group.unlisted,
            })
        })
        .collect();
    let run = allowed_and_run(machine, groups, programs);
    json!({
        "abi": match machine {
            Machine::Abi(abi) => Some(abi.name()),
            Machine::Others(_) => None,
        },
        "groups": list,
        "not_cached": run.map(|(_, run)| run),
    })
}
