//! `callgate import`.

use crate::cmd::explain;
use crate::failure::Failure;
use crate::imports::{From, ImportArgs, is_policy};
use crate::terminal::{self, Colour, Out, stderr_colour};
use crate::{exit, input};
use callgate_analyze::{Limits, Space};
use callgate_bpf::Program;
use callgate_events::bytes::printable;
use callgate_policy::import::{self, Imported, NoteKind};
use clap::ValueHint;
use std::ffi::{OsStr, OsString};
use std::io::Write;

/// Print the policy that a profile of containers, a systemd unit, a seccompiler file or a filter stands for
///
/// What the policy does not say, and where a runtime would do otherwise, is said on standard error.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "What each format means is in docs/formats.md. compile, diff, explain, lint, check, show and run take \
    such files themselves.\nExit codes: 0, 1 a filter that no policy says exactly, 2 wrong usage or unreadable input, \
    3 a filter that could not be read back."
)]
pub(crate) struct Args {
    /// The file, `-` for standard input; of filters also `pid:N`, or several joined by `+`
    #[arg(value_hint = ValueHint::FilePath)]
    file: OsString,
    #[command(flatten)]
    import: ImportArgs,
}

pub(crate) fn run(args: &Args, colour: Colour, out: &mut Out) -> Result<u8, Failure> {
    if is_filter(args) {
        let stack: Vec<Program> = input::read_stack(&args.file)?;
        let mut space = Space::new(Limits::default());
        let verdicts = space.stack(&stack.iter().collect::<Vec<_>>());
        return explain::policy(&mut space, verdicts, out);
    }
    let imported = read(&args.file, &args.import, colour)?;
    tell(&imported);
    out.write_all(imported.policy.resolved_toml().as_bytes())?;
    Ok(exit::OK)
}

/// Whether the file is read as a filter.
fn is_filter(args: &Args) -> bool {
    match args.import.from {
        Some(from) => from == From::Raw,
        None => input::read_bytes(&args.file).map_or(true, |bytes| !is_policy(&bytes)),
    }
}

/// Reads a text; its mistakes are printed.
pub(crate) fn read(file: &OsStr, args: &ImportArgs, colour: Colour) -> Result<Imported, Failure> {
    let name = input::name_of(file);
    let bytes = input::read_bytes(file)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.split(|byte| *byte == b'\n').count();
        Failure::new(format!("{name}:{line} is not UTF-8, as every profile and unit is"))
    })?;
    import::import(&name, &text, &args.options()).map_err(|found| {
        terminal::say(&found.render(stderr_colour(colour)));
        let errors = found.items.len() as u64;
        Failure::new(format!("{name} is refused: {}", callgate_events::text::counted(errors, "error")))
    })
}

/// Says what the policy does not.
pub(crate) fn tell(imported: &Imported) {
    for note in &imported.notes {
        let place = note.place(&imported.policy.sources, 0);
        let kind = if note.kind == NoteKind::Consumer { "warning" } else { "note" };
        let name = printable(&place.name);
        let message = printable(&note.message);
        terminal::say(&format!("{name}:{}:{}: {kind}: {message}\n", place.line, place.column));
    }
}
