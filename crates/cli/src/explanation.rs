//! What filters do, call by call, as lines of a terminal and as JSON.

use crate::calls;
use crate::exit;
use crate::failure::Failure;
use crate::subject::Subject;
use crate::terminal::{BOLD, DIM, GREEN, RED, YELLOW};
use callgate_abi::Action;
use callgate_analyze::{
    Calls, Group, Machine, Outcome, Permission, Space, Verdict, has_bitmap, is_constant_allow,
};
use callgate_bpf::Program;
use callgate_events::text::counted;
use serde_json::{Value, json};
use std::io::{self, Write};

/// Every call there is, in groups that are decided alike.
pub(crate) struct Explanation<'s> {
    groups: Vec<Group>,
    /// The filters, where it is filters that are explained.
    programs: &'s [Program],
}

impl<'s> Explanation<'s> {
    /// Of a subject.
    pub(crate) fn of(space: &mut Space, subject: &'s Subject) -> Result<Explanation<'s>, Failure> {
        if let Subject::Filters(programs) = subject {
            return Explanation::of_filters(space, programs);
        }
        let verdicts = subject.verdicts(space);
        Ok(Explanation { groups: space.explain(verdicts).map_err(undecided)?, programs: &[] })
    }

    /// Of a stack, the first installed first.
    pub(crate) fn of_filters(space: &mut Space, programs: &'s [Program]) -> Result<Explanation<'s>, Failure> {
        let stack: Vec<&Program> = programs.iter().collect();
        let groups = if let [_, _, ..] = programs {
            let (verdicts, deciders) = space.stack_with_deciders(&stack);
            space.explain_stack(verdicts, deciders)
        } else {
            let verdicts = space.stack(&stack);
            space.explain(verdicts)
        };
        Ok(Explanation { groups: groups.map_err(undecided)?, programs })
    }

    /// The groups.
    pub(crate) fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Whether part of it could not be decided.
    pub(crate) fn is_undecided(&self) -> bool {
        let mut outcomes = self.groups.iter().flat_map(|group| &group.outcomes);
        outcomes.any(|outcome| calls::unknown(outcome.verdict).is_some())
    }

    /// Its lines; with `all` the calls are named that get what everything else gets.
    pub(crate) fn print(&self, all: bool, out: &mut impl Write) -> io::Result<()> {
        for (at, (machine, groups)) in by_machine(&self.groups).iter().enumerate() {
            if at > 0 {
                writeln!(out)?;
            }
            writeln!(out, "{BOLD}{}{BOLD:#}", calls::machine(*machine))?;
            print(all, groups, out)?;
            cached(*machine, groups, self.programs, out)?;
        }
        Ok(())
    }

    /// For machines: an entry for each ABI.
    pub(crate) fn json(&self) -> Vec<Value> {
        let machines = by_machine(&self.groups);
        machines.iter().map(|(machine, groups)| machine_json(*machine, groups, self.programs)).collect()
    }
}

fn undecided(reason: callgate_analyze::Reason) -> Failure {
    Failure::new(format!("this cannot be explained: {reason}")).code(exit::UNDECIDED)
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

fn print(all: bool, groups: &[&Group], out: &mut impl Write) -> io::Result<()> {
    let mut said = false;
    for group in groups {
        let most = size(&group.calls) > 0;
        let names = group.calls.names();
        let which = if most && !all {
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
            let by = group.outcomes.first().map_or_else(String::new, by);
            writeln!(out, "  {style}{}{style:#}{by}", calls::verdict(verdict))?;
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

fn outcomes(group: &Group, out: &mut impl Write) -> io::Result<()> {
    for (n, outcome) in group.outcomes.iter().enumerate() {
        let style = style(outcome.verdict);
        let verdict = calls::verdict(outcome.verdict);
        let last = n + 1 == group.outcomes.len() && group.unlisted == 0;
        let cases = calls::when(&group.calls, outcome.when.as_ref());
        let width = 14;
        let by = by(outcome);
        match cases {
            _ if last && n > 0 => writeln!(out, "      {style}{verdict:<width$}{style:#} otherwise{by}")?,
            None => writeln!(
                out,
                "      {style}{verdict:<width$}{style:#} under conditions too many to list, as {}{by}",
                calls::call(&outcome.example)
            )?,
            Some(cases) => {
                for (n, case) in cases.iter().enumerate() {
                    let (verdict, word, by) =
                        if n == 0 { (verdict.as_str(), "if", by.as_str()) } else { ("", "or", "") };
                    writeln!(out, "      {style}{verdict:<width$}{style:#} {word} {case}{by}")?;
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

/// The filters of a stack that decide, counted as they were installed.
fn by(outcome: &Outcome) -> String {
    let numbers: Vec<String> = outcome.deciders.iter().map(|filter| (filter + 1).to_string()).collect();
    match &numbers[..] {
        [] => String::new(),
        [one] => format!("  {DIM}by filter {one}{DIM:#}"),
        several => format!("  {DIM}by filters {}{DIM:#}", several.join(", ")),
    }
}

/// A paragraph of words.
fn wrapped(text: &str, out: &mut impl Write) -> io::Result<()> {
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
    if !has_bitmap(abi) || programs.is_empty() {
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

fn cached(machine: Machine, groups: &[&Group], programs: &[Program], out: &mut impl Write) -> io::Result<()> {
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
                        "decided_by": outcome.deciders.iter().map(|filter| filter + 1).collect::<Vec<_>>(),
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
