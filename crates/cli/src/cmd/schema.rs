//! `callgate schema`: the shape of what callgate writes, for programs.

use crate::exit;
use crate::failure::Failure;
use crate::terminal::Out;

/// Print a JSON Schema
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Of what
    #[arg(value_enum)]
    what: What,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum What {
    /// One line of an event log (`run --json`)
    Events,
}

pub(crate) fn run(args: &Args, out: &mut Out) -> Result<u8, Failure> {
    match args.what {
        What::Events => out.json(&callgate_events::schema::events())?,
    }
    Ok(exit::OK)
}
