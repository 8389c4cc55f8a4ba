//! `callgate explain`.

use crate::explanation::Explanation;
use crate::failure::Failure;
use crate::imports::ReadBack;
use crate::subject::Subject;
use crate::terminal::{Colour, Out};
use crate::{calls, exit, pfc};
use callgate_analyze::{Limits, Space, Verdicts};
use callgate_bpf::Program;
use callgate_events::text::counted;
use clap::ValueHint;
use serde_json::json;
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
    of a process; a policy (.toml, or `preset:NAME`) is explained by its meaning. `by filter 2` is the second of a \
    stack: the one whose answer counts.\n\
    Exit codes: 0, 1 (--policy) the policy is only near to the filter, 2 wrong usage or unreadable input, 3 part \
    of it is undecided."
)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
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
    /// Print it as libseccomp's pseudo filter code
    #[arg(long, conflicts_with_all = ["json", "policy", "all"])]
    pfc: bool,
    /// For machines
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, colour: Colour, out: &mut Out) -> Result<u8, Failure> {
    let subject = Subject::stack(&args.files, colour)?;
    let mut space = Space::new(Limits::default());
    if args.policy {
        let verdicts = subject.verdicts(&mut space);
        return policy(&mut space, verdicts, out);
    }
    let explanation = Explanation::of(&mut space, &subject)?;
    if args.pfc {
        let code = pfc::write(explanation.groups()).map_err(|why| {
            Failure::new(format!("no pseudo filter code can be written: {why}")).code(exit::UNDECIDED)
        })?;
        out.write_all(code.as_bytes())?;
        return Ok(exit::OK);
    }
    let undecided = explanation.is_undecided();
    let code = if undecided { exit::UNDECIDED } else { exit::OK };
    if args.json {
        let filters = match &subject {
            Subject::Filters(programs) => programs.iter().map(Program::len).collect(),
            Subject::Policy(_) => Vec::new(),
        };
        out.json(&json!({ "filters": filters, "decided": !undecided, "machines": explanation.json() }))?;
        return Ok(code);
    }
    writeln!(out, "{}\n", subject.describe())?;
    explanation.print(args.all, out)?;
    Ok(code)
}

/// Prints the policy, and proves or denies that it means the same.
pub(crate) fn policy(space: &mut Space, verdicts: Verdicts, out: &mut Out) -> Result<u8, Failure> {
    let ReadBack { lifted, diff } = ReadBack::of(space, verdicts)?;
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
