//! `callgate man`.

use crate::args::Cli;
use crate::exit;
use crate::failure::{Failure, quoted};
use crate::terminal::Out;
use clap::CommandFactory;

/// Print a manual page: `callgate man run | man -l -`
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The command; without one, the page of callgate itself
    command: Option<String>,
}

pub(crate) fn run(args: &Args, out: &mut Out) -> Result<u8, Failure> {
    let mut callgate = Cli::command();
    callgate.build();
    let command = match &args.command {
        None => callgate,
        Some(name) => {
            let Some(found) = callgate.find_subcommand(name) else {
                let names: Vec<&str> = callgate.get_subcommands().map(clap::Command::get_name).collect();
                return Err(Failure::new(format!("callgate has no command {}", quoted(name)))
                    .fix(format!("its commands are {}", names.join(", "))));
            };
            found.clone()
        }
    };
    let version = concat!("callgate ", env!("CARGO_PKG_VERSION"));
    clap_mangen::Man::new(command).source(version).render(out)?;
    Ok(exit::OK)
}
