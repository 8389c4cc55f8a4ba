//! The program `callgate`: one file per command in `cmd`, rendering, exit codes.
mod action;
mod args;
mod calls;
mod cmd;
mod enforce;
mod exit;
mod explanation;
mod failure;
mod flags;
mod given_call;
mod graph;
mod imports;
mod input;
mod installed;
mod installs;
mod kernel;
mod live;
mod panic;
mod pfc;
mod policies;
mod profile;
mod program;
mod report;
mod state;
mod subject;
mod suggest;
mod terminal;
mod withheld;

use failure::Failure;
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    panic::install();
    let cli = match args::parse(std::env::args_os()) {
        Ok(cli) => cli,
        Err(code) => return ExitCode::from(code),
    };
    let mut out = terminal::Out::new(cli.colour);
    let own = cli.command.failure_code();
    let done = cmd::run(cli, &mut out).and_then(|code| {
        out.flush()?;
        Ok(code)
    });
    ExitCode::from(match done {
        Ok(code) => code,
        Err(failure) => told(&failure, own, &mut out),
    })
}

/// Tells why a command ended early; what it had to say so far goes first.
fn told(failure: &Failure, own: u8, out: &mut terminal::Out) -> u8 {
    let _ = out.flush();
    terminal::say(&failure.render());
    failure.code.unwrap_or(own)
}
