//! `callgate diff`.

use crate::failure::Failure;
use crate::kernel::{Asked, Word};
use crate::subject::Subject;
use crate::terminal::{BOLD, Colour, DIM, GREEN, Out, RED, YELLOW};
use crate::{calls, exit};
use callgate_analyze::{Diff, Difference, Limits, Machine, Permission, Space};
use callgate_events::text::counted;
use clap::ValueHint;
use serde_json::{Value, json};
use std::ffi::OsString;
use std::io::Write;

/// Compare two filters, stacks or policies exactly: every call that gets something else, with an example
///
/// Exits 0 if they are the same, 1 if they differ, 3 if that was not decided.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "A and B are each a filter in any format, several joined by `+` (a stack, the first installed \
    first), `pid:N` (the filters of a process), a policy (a file ending in .toml), or `preset:NAME`. --live never \
    makes the calls: a child process stands at each with the filters in force, and is stopped before it would run.\n\
    Exit codes: 0 the same (or, with --not-weaker, B is not weaker), 1 they differ, 2 wrong usage or \
    unreadable input, 3 undecided."
)]
pub(crate) struct Args {
    /// The left side
    #[arg(value_hint = ValueHint::FilePath)]
    a: OsString,
    /// The right side
    #[arg(value_hint = ValueHint::FilePath)]
    b: OsString,
    /// Only what B lets through more readily than A: exit 0 exactly when B allows nothing that A did not
    #[arg(long)]
    not_weaker: bool,
    /// Ask the running kernel about each example too
    #[arg(long)]
    live: bool,
    /// For machines
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, colour: Colour, out: &mut Out) -> Result<u8, Failure> {
    let (left, right) = (Subject::read(&args.a, colour)?, Subject::read(&args.b, colour)?);
    let mut diff = Diff::default();
    if !same_filters(&left, &right) {
        let mut space = Space::new(Limits::default());
        let (a, b) = (left.verdicts(&mut space), right.verdicts(&mut space));
        diff = if args.not_weaker { space.weaker(a, b) } else { space.diff(a, b) };
        let weaker = args.not_weaker;
        // What a side that lets less through answers is no finding under --not-weaker.
        let relevant = |call: &_| {
            let (x, y) = (left.answer(&space, a, call)?, right.answer(&space, b, call)?);
            let found = if weaker { Permission::of(y) > Permission::of(x) } else { x != y };
            found.then_some((x, y))
        };
        diff.try_examples(
            |call| relevant(call).map(|(left, _)| left),
            |call| relevant(call).map(|(_, right)| right),
        );
        for difference in &diff.differences {
            let answers =
                (left.answer(&space, a, &difference.witness), right.answer(&space, b, &difference.witness));
            if answers != (Some(difference.left), Some(difference.right)) {
                return Err(Failure::new(format!(
                    "an example does not get what was worked out for it, which is a fault of callgate: {}",
                    calls::call(&difference.witness)
                )));
            }
        }
    }
    let words = if args.live { ask(&left, &right, &diff)? } else { Vec::new() };
    let code = match (diff.differences.is_empty(), diff.undecided.is_empty()) {
        (false, _) => exit::FINDINGS,
        (true, false) => exit::UNDECIDED,
        (true, true) => exit::OK,
    };
    if args.json {
        out.json(&document(args, &diff, &words, code))?;
        return Ok(code);
    }
    text(args, &diff, &words, out)?;
    Ok(code)
}

/// Filters instruction by instruction the same need no looking at.
fn same_filters(left: &Subject, right: &Subject) -> bool {
    matches!((left, right), (Subject::Filters(left), Subject::Filters(right)) if left == right)
}

/// The kernel's word on each difference; one that contradicts is an error.
fn ask(left: &Subject, right: &Subject, diff: &Diff) -> Result<Vec<Word>, Failure> {
    let (left, right) = (Asked::of(left)?, Asked::of(right)?);
    let mut words = Vec::new();
    for difference in &diff.differences {
        let mut word = left.about(&difference.witness, difference.left);
        let mut expected = difference.left;
        if word == Word::Same {
            word = right.about(&difference.witness, difference.right);
            expected = difference.right;
        }
        if let Word::Other(action) = word {
            return Err(Failure::new(format!(
                "the kernel answers {action} where {expected} was worked out, which is a fault of callgate: {}",
                calls::call(&difference.witness)
            )));
        }
        words.push(word);
    }
    Ok(words)
}

fn text(args: &Args, diff: &Diff, words: &[Word], out: &mut Out) -> Result<(), Failure> {
    let mut last: Option<Machine> = None;
    for (at, difference) in diff.differences.iter().enumerate() {
        let machine = difference.calls.machine;
        if last != Some(machine) {
            writeln!(out, "{BOLD}{}{BOLD:#}", calls::machine(machine))?;
            last = Some(machine);
        }
        region(difference, out)?;
        match words.get(at) {
            None | Some(Word::Other(_)) => {}
            Some(Word::Same) => writeln!(out, "      {DIM}the kernel does so{DIM:#}")?,
            Some(Word::NotAsked(why)) => writeln!(out, "      {DIM}{why}{DIM:#}")?,
        }
    }
    if diff.unlisted > 0 {
        writeln!(out, "  … and {} of computed answers", counted(diff.unlisted as u64, "difference"))?;
    }
    for undecided in &diff.undecided {
        let machine = undecided.calls.machine;
        if last != Some(machine) {
            writeln!(out, "{BOLD}{}{BOLD:#}", calls::machine(machine))?;
            last = Some(machine);
        }
        writeln!(
            out,
            "  {YELLOW}undecided{YELLOW:#}  {}\n      {DIM}{}{DIM:#}",
            calls::brief(&undecided.calls),
            undecided.reason
        )?;
    }
    let undecided = match diff.undecided.len() as u64 {
        0 => String::new(),
        n => format!(", {} undecided", counted(n, "region")),
    };
    match ((diff.differences.len() + diff.unlisted) as u64, args.not_weaker) {
        (0, true) if diff.undecided.is_empty() => {
            writeln!(
                out,
                "{GREEN}not weaker{GREEN:#}: the second lets nothing through that the first does not"
            )?;
        }
        (0, false) if diff.undecided.is_empty() => {
            writeln!(out, "{GREEN}the same{GREEN:#}: every call gets the same from both")?;
        }
        (1, true) => writeln!(out, "1 weakness{undecided}")?,
        (n, true) => writeln!(out, "{n} weaknesses{undecided}")?,
        (n, false) => writeln!(out, "{}{undecided}", counted(n, "difference"))?,
    }
    Ok(())
}

fn region(difference: &Difference, out: &mut Out) -> Result<(), Failure> {
    let style = match Permission::of(difference.right).cmp(&Permission::of(difference.left)) {
        std::cmp::Ordering::Greater => RED,
        std::cmp::Ordering::Less => GREEN,
        std::cmp::Ordering::Equal => YELLOW,
    };
    writeln!(
        out,
        "  {style}{} -> {}{style:#}  {}",
        difference.left,
        difference.right,
        calls::brief(&difference.calls)
    )?;
    match calls::when(&difference.calls, difference.when.as_ref()) {
        Some(cases) if cases == ["always"] => {}
        Some(cases) => {
            for (n, case) in cases.iter().enumerate() {
                let word = if n == 0 { "if" } else { "or" };
                writeln!(out, "      {word} {case}")?;
            }
        }
        None => writeln!(out, "      under conditions too many to list")?,
    }
    writeln!(out, "      {DIM}as {}{DIM:#}", calls::call(&difference.witness))?;
    Ok(())
}

fn document(args: &Args, diff: &Diff, words: &[Word], code: u8) -> Value {
    let differences: Vec<Value> = diff
        .differences
        .iter()
        .enumerate()
        .map(|(at, difference)| {
            let live = words.get(at).map(|word| match word {
                Word::NotAsked(why) => json!({ "asked": false, "reason": why }),
                Word::Same | Word::Other(_) => json!({ "asked": true, "same": *word == Word::Same }),
            });
            json!({
                "calls": calls::calls_json(&difference.calls),
                "left": difference.left.to_string(),
                "right": difference.right.to_string(),
                "when": calls::when_json(&difference.calls, difference.when.as_ref()),
                "witness": calls::call_json(&difference.witness),
                "live": live,
            })
        })
        .collect();
    let undecided: Vec<Value> = diff
        .undecided
        .iter()
        .map(|undecided| {
            json!({
                "calls": calls::calls_json(&undecided.calls),
                "reason": undecided.reason.to_string(),
                "example": undecided.examples.first().map(calls::call_json),
            })
        })
        .collect();
    json!({
        "question": if args.not_weaker { "not-weaker" } else { "same" },
        "answer": match code {
            exit::OK => Some(true),
            exit::FINDINGS => Some(false),
            _ => None,
        },
        "differences": differences,
        "unlisted": diff.unlisted,
        "undecided": undecided,
    })
}
