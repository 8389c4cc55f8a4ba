//! `callgate completions`.

use crate::args::Cli;
use crate::exit;
use crate::failure::Failure;
use crate::terminal::Out;
use clap::CommandFactory;
use std::io::Write;

/// Print a shell's completions
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: clap_complete::Shell,
}

pub(crate) fn run(args: &Args, out: &mut Out) -> Result<u8, Failure> {
    // The generator panics when it cannot write, so it writes to memory.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "callgate", &mut script);
    out.write_all(&script)?;
    Ok(exit::OK)
}
