//! `callgate presets`.

use crate::exit;
use crate::failure::{Failure, quoted};
use crate::terminal::Out;
use callgate_policy::presets;
use serde_json::{Value, json};
use std::io::Write;

/// List the presets, or print one
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The preset
    name: Option<String>,
    /// For machines
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, out: &mut Out) -> Result<u8, Failure> {
    let Some(name) = &args.name else {
        if args.json {
            let all: Vec<Value> = presets::PRESETS
                .iter()
                .map(|p| json!({ "name": p.name, "description": p.description, "fragment": p.fragment }))
                .collect();
            out.json(&json!({ "presets": all }))?;
        } else {
            let rows: Vec<Vec<String>> = presets::PRESETS
                .iter()
                .map(|p| {
                    let kind = if p.fragment { "fragment" } else { "policy" };
                    vec![p.name.to_owned(), kind.to_owned(), p.description.to_owned()]
                })
                .collect();
            out.table(&rows)?;
        }
        return Ok(exit::OK);
    };
    let preset = presets::preset(name).ok_or_else(|| unknown(name))?;
    if args.json {
        out.json(&json!({ "name": preset.name, "description": preset.description, "fragment": preset.fragment, "toml": preset.text }))?;
    } else {
        out.write_all(preset.text.as_bytes())?;
    }
    Ok(exit::OK)
}

/// There is no such preset.
pub(crate) fn unknown(name: &str) -> Failure {
    let failure = Failure::new(format!("there is no preset {}", quoted(name)));
    match callgate_abi::suggest::nearest(name, presets::PRESETS.iter().map(|p| p.name)) {
        Some(near) => {
            failure.fix(format!("did you mean `{near}`? A file is given with a slash or .toml: ./{name}"))
        }
        None => failure.fix(format!(
            "`callgate presets` lists them; a file is given with a slash or .toml: ./{}",
            callgate_events::bytes::printable(name)
        )),
    }
}
