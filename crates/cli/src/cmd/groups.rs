//! `callgate groups`.

use crate::exit;
use crate::failure::{Failure, quoted};
use crate::terminal::{BOLD, Out};
use callgate_abi::groups;
use serde_json::{Value, json};
use std::io::Write;

/// List the groups of calls, or the calls of one
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The group, with or without its `@`
    group: Option<String>,
    /// For machines
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, out: &mut Out) -> Result<u8, Failure> {
    let Some(wanted) = &args.group else { return list(args.json, out) };
    let name = format!("@{}", wanted.trim_start_matches('@'));
    let Some((group, members)) = groups::find(&name).zip(groups::members(&name)) else {
        let failure = Failure::new(format!("there is no group {}", quoted(&name)));
        return Err(match groups::suggest(&name) {
            Some(near) => failure.fix(format!("did you mean `{near}`?")),
            None => failure.fix("`callgate groups` lists them"),
        });
    };
    if args.json {
        out.json(&json!({
            "name": group.name, "description": group.description, "entries": group.entries, "calls": members,
        }))?;
        return Ok(exit::OK);
    }
    writeln!(out, "{BOLD}{}{BOLD:#}: {}", group.name, group.description)?;
    for entry in group.entries {
        writeln!(out, "  {entry}")?;
    }
    if group.entries.iter().any(|entry| entry.starts_with('@')) {
        writeln!(out, "with the groups in it, {} calls:", members.len())?;
        for call in members {
            writeln!(out, "  {call}")?;
        }
    }
    Ok(exit::OK)
}

fn list(machine: bool, out: &mut Out) -> Result<u8, Failure> {
    let count = |name: &str| groups::members(name).map_or(0, |calls| calls.len());
    if machine {
        let all: Vec<Value> = groups::all()
            .iter()
            .map(|g| json!({ "name": g.name, "description": g.description, "calls": count(g.name) }))
            .collect();
        out.json(&json!({ "groups": all }))?;
        return Ok(exit::OK);
    }
    let rows: Vec<Vec<String>> = groups::all()
        .iter()
        .map(|g| vec![g.name.to_owned(), format!("{:>3}", count(g.name)), g.description.to_owned()])
        .collect();
    out.table(&rows)?;
    Ok(exit::OK)
}
