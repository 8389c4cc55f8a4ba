//! `callgate check`.

use crate::failure::Failure;
use crate::policies::{self, Checked};
use crate::terminal::{self, Colour, GREEN, Out, RED};
use crate::{exit, terminal::stderr_colour};
use callgate_policy::Severity;
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
    /// For machines
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, colour: Colour, out: &mut Out) -> Result<u8, Failure> {
    let mut found = false;
    let mut results = Vec::new();
    for name in &args.policies {
        let Checked { policy, diagnostics } = policies::check(name, args.fragment)?;
        let least = if args.verbose { Severity::Note } else { Severity::Warning };
        let shown = diagnostics.at_least(least);
        let (errors, warnings) = (diagnostics.count(Severity::Error), diagnostics.count(Severity::Warning));
        let refused = policy.is_none() || (args.strict && warnings > 0);
        found |= refused;
        if args.json {
            results.push(json!({
                "policy": name, "ok": !refused, "errors": errors, "warnings": warnings,
                "findings": shown.items.iter().map(policies::finding_json).collect::<Vec<Value>>(),
            }));
            continue;
        }
        terminal::say(&shown.render(stderr_colour(colour)));
        let mut counts = Vec::new();
        for (n, word) in [(errors, "error"), (warnings, "warning")] {
            if n > 0 {
                counts.push(callgate_events::text::counted(n as u64, word));
            }
        }
        let counts = counts.join(", ");
        let name = callgate_events::bytes::printable(name);
        match (refused, counts.is_empty()) {
            (true, _) => writeln!(out, "{name}: {RED}refused{RED:#}: {counts}")?,
            (false, false) => writeln!(out, "{name}: {GREEN}good{GREEN:#}, {counts}")?,
            (false, true) => writeln!(out, "{name}: {GREEN}good{GREEN:#}")?,
        }
    }
    if args.json {
        out.json(&json!({ "policies": results }))?;
    }
    Ok(if found { exit::FINDINGS } else { exit::OK })
}
