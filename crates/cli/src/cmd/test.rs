//! `callgate test`.

use crate::exit;
use crate::failure::Failure;
use crate::policies;
use crate::terminal::{Colour, GREEN, Out, RED};
use callgate_events::Bytes;
use callgate_events::bytes::printable;
use callgate_policy::Decision;
use callgate_policy::model::ExpectedVerdict;
use serde_json::json;
use std::io::Write;

/// Run the `[[expect]]` tests inside policies. Names are taken as they are; `why` looks at real files
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Policy files or presets
    #[arg(required = true, value_name = "FILE|PRESET")]
    policies: Vec<String>,
    /// The files are fragments, meant for `use`: no `default` is needed
    #[arg(long)]
    fragment: bool,
    /// For machines
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, colour: Colour, out: &mut Out) -> Result<u8, Failure> {
    let (mut passed, mut failed) = (0_u64, 0_u64);
    let mut results = Vec::new();
    for name in &args.policies {
        let policy = policies::load_one(name, args.fragment, colour)?;
        let shown = printable(name);
        for expect in &policy.expects {
            let verdict = policy.evaluate(expect.operation, &expect.object);
            let wanted = match expect.verdict {
                ExpectedVerdict::Allow => "allow",
                ExpectedVerdict::Deny => "deny",
                ExpectedVerdict::Ask => "ask",
            };
            let got = match verdict.decision {
                Decision::Allow | Decision::Log => "allow",
                Decision::Ask => "ask",
                Decision::Deny(_) => "deny",
            };
            let rule = verdict.rule.map_or_else(
                || "no rule".to_owned(),
                |rule| {
                    format!(
                        "rule {} at {}",
                        printable(&rule.origin.id),
                        policies::place(&policy, &rule.origin)
                    )
                },
            );
            let what = format!("{} {}", expect.operation, Bytes::from(&expect.object));
            let place = policies::place(&policy, &expect.origin);
            let ok = wanted == got;
            *(if ok { &mut passed } else { &mut failed }) += 1;
            if args.json {
                results.push(json!({
                    "policy": name, "place": place, "op": expect.operation.name(),
                    "object": Bytes::from(&expect.object), "expected": wanted, "got": got,
                    "rule": verdict.rule.map(|rule| &rule.origin.id), "ok": ok,
                }));
            } else if ok {
                writeln!(out, "{GREEN}ok{GREEN:#}    {place}: {wanted} {what}")?;
            } else {
                writeln!(out, "{RED}FAIL{RED:#}  {place}: {wanted} {what}: got {got}, by {rule}")?;
            }
        }
        if policy.expects.is_empty() && !args.json {
            writeln!(out, "{shown}: has no [[expect]]")?;
        }
    }
    if args.json {
        out.json(&json!({ "passed": passed, "failed": failed, "expects": results }))?;
    } else {
        writeln!(out, "{passed} passed, {failed} failed")?;
    }
    Ok(if failed > 0 { exit::FINDINGS } else { exit::OK })
}
