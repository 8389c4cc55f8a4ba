//! `callgate compile`.

use crate::cmd::asm::{file, write_file};
use crate::cmd::import;
use crate::failure::Failure;
use crate::imports::{From, ImportArgs};
use crate::subject::names_policy;
use crate::terminal::{self, Colour, Out};
use crate::{exit, imports, input, policies};
use callgate_compile::emit::{self, Format, WriteError};
use callgate_policy::Policy;
use clap::ValueHint;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Compile the `[syscalls]` of a policy to a filter, a source, a profile or a unit
///
/// What a format cannot say is refused, and the rule named.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "What each format can say is in docs/formats.md. A policy for files or addresses has no filter of its \
    own: `callgate run` enforces it.\nExit codes: 0, or 2 when the policy is wrong or the format cannot say it."
)]
pub(crate) struct Args {
    /// A policy (.toml), `preset:NAME`, a profile, a unit, or a filter; `-` is standard input
    #[arg(value_name = "POLICY", value_hint = ValueHint::FilePath)]
    policy: OsString,
    /// What to write [default: raw, and hex to a terminal]
    #[arg(long, value_parser = format())]
    to: Option<Format>,
    /// Write to this file [default: standard output]
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    output: Option<PathBuf>,
    /// Where the format cannot say something, say what is stricter
    #[arg(long)]
    stricter: bool,
    #[command(flatten)]
    import: ImportArgs,
}

/// The formats by their names.
fn format() -> impl TypedValueParser<Value = Format> {
    let values = Format::ALL.iter().map(|format| PossibleValue::new(format.name()).help(format.about()));
    PossibleValuesParser::new(values)
        .try_map(|name| Format::ALL.iter().copied().find(|format| format.name() == name).ok_or("no format"))
}

pub(crate) fn run(args: &Args, colour: Colour, out: &mut Out) -> Result<u8, Failure> {
    let policy = load(args, colour)?;
    let terminal = file(args.output.as_deref()).is_none() && terminal::stdout_is_terminal();
    let format = args.to.unwrap_or(if terminal { Format::Hex } else { Format::Raw });
    if terminal && format == Format::Raw {
        return Err(Failure::new("raw bytes are nothing for a terminal")
            .fix("name a file with -o, or a text with --to hex"));
    }
    let options = emit::Options { stricter: args.stricter, weights: None };
    let written = emit::write(&policy, format, &options).map_err(|error| refused(&policy, &error))?;
    for remark in &written.remarks {
        terminal::say(&format!("callgate: {remark}\n"));
    }
    match file(args.output.as_deref()) {
        None => out.raw(&written.bytes)?,
        Some(path) => write_file(path, &written.bytes)?,
    }
    Ok(exit::OK)
}

/// The policy that the word names, for the ABIs that are asked for.
fn load(args: &Args, colour: Colour) -> Result<Policy, Failure> {
    if is_import(args) {
        let imported = import::read(&args.policy, &args.import, colour)?;
        import::tell(&imported);
        return Ok(imported.policy);
    }
    let arches = (!args.import.arch.is_empty()).then(|| args.import.arch.clone());
    if let Some(name) = names_policy(&args.policy).filter(|_| args.import.from.is_none()) {
        return policies::load_one_for(&name, arches, colour);
    }
    let text = imports::exact_text(&args.policy)?;
    policies::load_text_for(&input::name_of(&args.policy), &text, arches, colour)
}

/// Whether the word names a text of another program.
fn is_import(args: &Args) -> bool {
    if let Some(from) = args.import.from {
        return from != From::Raw;
    }
    let is_toml = Path::new(&args.policy).extension().is_some_and(|extension| extension == "toml");
    let bytes = if is_toml { Vec::new() } else { input::read_bytes(&args.policy).unwrap_or_default() };
    std::str::from_utf8(&bytes).is_ok_and(|text| callgate_policy::import::detect(text).is_some())
}

/// Why nothing was written, with the rule's place.
fn refused(policy: &Policy, error: &WriteError) -> Failure {
    match error {
        WriteError::Compile(error) => {
            Failure::new(format!("the policy has no filter: {error}")).fix("split it, or leave rules out")
        }
        WriteError::Unsayable { format, rule, what, fix } => {
            let place =
                rule.as_ref().map(|rule| format!("{} ({}): ", policies::place(policy, rule), rule.id));
            Failure::new(format!("{}--to {format} cannot say it: {what}", place.unwrap_or_default())).fix(fix)
        }
    }
}
