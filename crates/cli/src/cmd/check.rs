//! `callgate check`.

use crate::failure::Failure;
use crate::policies::{self, Checked};
use crate::subject::Meaning;
use crate::terminal::{self, Colour, GREEN, Out, RED};
use crate::{calls, enforce, exit, terminal::stderr_colour};
use callgate_abi::{Abi, Sysno};
use callgate_analyze::{Difference, LaunchException, Limits, Proof, Reference, Undecided};
use callgate_compile::Launch;
use callgate_events::text::counted;
use callgate_policy::{Policy, Severity};
use callgate_sys::spawn::launch_calls;
use serde_json::{Value, json};
use std::io::Write;

/// Check policies: every mistake of a file with its line, what was expected, and a suggestion
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(crate) struct Args {
    /// Policy files or presets
    #[arg(required = true, value_name = "FILE|PRESET")]
    policies: Vec<String>,
    /// The files are fragments, meant for `use`: no `default` is needed
    #[arg(long)]
    fragment: bool,
    /// Warnings are findings too: exit 1
    #[arg(long)]
    strict: bool,
    /// Notes too
    #[arg(short, long)]
    verbose: bool,
    /// Prove that the filter of each policy is the policy, on every call there is: exit 3 if that is undecided
    #[arg(long)]
    prove: bool,
    /// For machines
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, colour: Colour, out: &mut Out) -> Result<u8, Failure> {
    let (mut found, mut undecided) = (false, false);
    let mut results = Vec::new();
    for name in &args.policies {
        let Checked { policy, diagnostics } = policies::check(name, args.fragment)?;
        let least = if args.verbose { Severity::Note } else { Severity::Warning };
        let shown = diagnostics.at_least(least);
        let (errors, warnings) = (diagnostics.count(Severity::Error), diagnostics.count(Severity::Warning));
        let refused = policy.is_none() || (args.strict && warnings > 0);
        found |= refused;
        let proven = match policy.filter(|_| args.prove && !refused) {
            Some(policy) => prove(policy)?,
            None => Proven::NotAsked,
        };
        found |= matches!(proven, Proven::Differs(..));
        undecided |= matches!(proven, Proven::Undecided(..));
        if args.json {
            let mut result = json!({
                "policy": name, "ok": !refused, "errors": errors, "warnings": warnings,
                "findings": shown.items.iter().map(policies::finding_json).collect::<Vec<Value>>(),
            });
            if args.prove {
                result["proof"] = proven.json();
            }
            results.push(result);
            continue;
        }
        terminal::say(&shown.render(stderr_colour(colour)));
        let mut counts = Vec::new();
        for (n, word) in [(errors, "error"), (warnings, "warning")] {
            if n > 0 {
                counts.push(counted(n as u64, word));
            }
        }
        let counts = counts.join(", ");
        let name = callgate_events::bytes::printable(name);
        match (refused, counts.is_empty()) {
            (true, _) => writeln!(out, "{name}: {RED}refused{RED:#}: {counts}")?,
            (false, false) => writeln!(out, "{name}: {GREEN}good{GREEN:#}, {counts}")?,
            (false, true) => writeln!(out, "{name}: {GREEN}good{GREEN:#}")?,
        }
        proven.print(out)?;
    }
    if args.json {
        out.json(&json!({ "policies": results }))?;
    }
    Ok(match (found, undecided) {
        (true, _) => exit::FINDINGS,
        (false, true) => exit::UNDECIDED,
        (false, false) => exit::OK,
    })
}

/// What `--prove` came to.
enum Proven {
    NotAsked,
    /// The policy restricts nothing that a filter could.
    NoFilter,
    /// Instructions of the filter, and of the one that `run` installs.
    Equal {
        filter: usize,
        installed: usize,
    },
    Differs(Vec<Difference>),
    Undecided(Vec<Undecided>),
}

/// Proves the filter alone, and the one that `run` installs: it lets the calls pass that start the program, when
/// they know a secret number.
fn prove(policy: Policy) -> Result<Proven, Failure> {
    /// Any number will do: it is a constant of the filter like others.
    const NONCE: u64 = 0x9e37_79b9_7f4a_7c15;
    let meaning = Meaning::of(policy);
    let Some(filter) = enforce::filter(&meaning.policy, &meaning.plan)? else {
        return Ok(Proven::NoFilter);
    };
    let calls = launch_calls(meaning.plan.needs_listener);
    let installed =
        enforce::filter_with(&meaning.policy, &meaning.plan, Some(Launch { nonce: NONCE, calls }))?;
    let numbers = calls.iter().filter_map(|call| Sysno::from_name(Abi::NATIVE, call)).map(|sysno| sysno.nr);
    let launch = LaunchException { nonce: NONCE, numbers: numbers.collect() };
    for (filter, launch) in [(&filter, None), (&installed, Some(&launch))] {
        let reference = Reference { launch, ..meaning.reference() };
        match callgate_analyze::prove(filter, &reference, Limits::default()) {
            Proof::Equal => {}
            Proof::Differs(differences) => return Ok(Proven::Differs(differences)),
            Proof::Undecided(undecided) => return Ok(Proven::Undecided(undecided)),
        }
    }
    Ok(Proven::Equal { filter: filter.len(), installed: installed.len() })
}

impl Proven {
    fn print(&self, out: &mut Out) -> Result<(), Failure> {
        match self {
            Proven::NotAsked => {}
            Proven::NoFilter => writeln!(out, "  there is no filter to prove: nothing is for it to refuse")?,
            Proven::Equal { filter, installed } => {
                let filter = counted(*filter as u64, "instruction");
                writeln!(
                    out,
                    "  {GREEN}proven{GREEN:#}: its filter of {filter} is the policy on every call; so is \
                     the one that `run` installs ({installed}), but for the start itself"
                )?;
            }
            Proven::Differs(differences) => {
                writeln!(out, "  {RED}the filter is not the policy{RED:#}, which is a fault of callgate:")?;
                for difference in differences {
                    writeln!(
                        out,
                        "    {}: {} by the policy, {} by the filter, as {}",
                        calls::brief(&difference.calls),
                        difference.left,
                        difference.right,
                        calls::call(&difference.witness)
                    )?;
                }
            }
            Proven::Undecided(undecided) => {
                for undecided in undecided {
                    writeln!(
                        out,
                        "  undecided for {}: {}",
                        calls::brief(&undecided.calls),
                        undecided.reason
                    )?;
                }
            }
        }
        Ok(())
    }

    fn json(&self) -> Value {
        match self {
            Proven::NotAsked => Value::Null,
            Proven::NoFilter => json!({ "result": "no-filter" }),
            Proven::Equal { filter, installed } => {
                json!({ "result": "equal", "instructions": filter, "installed": installed })
            }
            Proven::Differs(differences) => {
                let witnesses = differences.iter().map(|d| calls::call_json(&d.witness));
                json!({ "result": "differs", "witnesses": witnesses.collect::<Vec<_>>() })
            }
            Proven::Undecided(undecided) => {
                let reasons = undecided.iter().map(|u| u.reason.to_string());
                json!({ "result": "undecided", "reasons": reasons.collect::<Vec<_>>() })
            }
        }
    }
}
