//! The commands, one file each: its arguments, and what it does with them.
pub(crate) mod asm;
pub(crate) mod check;
pub(crate) mod compile;
pub(crate) mod completions;
pub(crate) mod diff;
pub(crate) mod disasm;
pub(crate) mod doctor;
pub(crate) mod dump;
pub(crate) mod emu;
pub(crate) mod explain;
pub(crate) mod graph;
pub(crate) mod groups;
pub(crate) mod import;
pub(crate) mod lint;
pub(crate) mod man;
pub(crate) mod optimize;
pub(crate) mod presets;
pub(crate) mod run;
pub(crate) mod schema;
pub(crate) mod show;
pub(crate) mod syscalls;
pub(crate) mod test;
pub(crate) mod why;

use crate::args::{Cli, Command};
use crate::failure::Failure;
use crate::terminal::Out;

/// Does what the command line says; the exit code.
pub(crate) fn run(cli: Cli, out: &mut Out) -> Result<u8, Failure> {
    match cli.command {
        Command::Run(args) => run::run(*args, cli.colour, out),
        Command::Check(args) => check::run(&args, cli.colour, out),
        Command::Test(args) => test::run(&args, cli.colour, out),
        Command::Show(args) => show::run(&args, cli.colour, out),
        Command::Why(args) => why::run(&args, cli.colour, out),
        Command::Compile(args) => compile::run(&args, cli.colour, out),
        Command::Import(args) => import::run(&args, cli.colour, out),
        Command::Explain(args) => explain::run(&args, cli.colour, out),
        Command::Diff(args) => diff::run(&args, cli.colour, out),
        Command::Lint(args) => lint::run(&args, cli.colour, out),
        Command::Dump(args) => dump::run(&args, out),
        Command::Disasm(args) => disasm::run(&args, out),
        Command::Asm(args) => asm::run(&args, out),
        Command::Graph(args) => graph::run(&args, out),
        Command::Optimize(args) => optimize::run(&args, out),
        Command::Emu(args) => emu::run(&args, cli.colour, out),
        Command::Presets(args) => presets::run(&args, out),
        Command::Groups(args) => groups::run(&args, out),
        Command::Syscalls(args) => syscalls::run(&args, out),
        Command::Doctor(args) => doctor::run(&args, out),
        Command::Completions(args) => completions::run(&args, out),
        Command::Man(args) => man::run(&args, out),
        Command::Schema(args) => schema::run(&args, out),
    }
}
