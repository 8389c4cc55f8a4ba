//! The command line. Parsed arguments do nothing.

use crate::terminal::Colour;
use crate::{cmd, exit, terminal};
use clap::error::ErrorKind;
use clap::{Parser, Subcommand};
use std::ffi::OsString;

/// Runs a program under a policy for its system calls, and explains every refusal.
#[derive(Debug, Parser)]
#[command(
    name = "callgate",
    bin_name = "callgate",
    version,
    disable_help_subcommand = true,
    max_term_width = 100,
    after_help = "A first try:\n  callgate run -- ls\n  callgate run --read . --write /tmp/out -- make\n  callgate why"
)]
pub(crate) struct Cli {
    /// When to use colours
    #[arg(
        long = "color",
        value_name = "WHEN",
        global = true,
        value_enum,
        default_value_t,
        hide_possible_values = true
    )]
    pub(crate) colour: Colour,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Run a program under a policy
    Run(Box<cmd::run::Args>),
    /// Check policies: every mistake with its place
    Check(cmd::check::Args),
    /// Run the `[[expect]]` tests inside policies
    Test(cmd::test::Args),
    /// Show what a policy means: rules, plan, filter
    Show(Box<cmd::show::Args>),
    /// Explain the denials of the last run, or what a policy says of an object
    Why(Box<cmd::why::Args>),
    /// Compile a policy to a filter, a source, a profile or a unit
    Compile(cmd::compile::Args),
    /// Turn a profile, a unit or a filter into a policy
    Import(cmd::import::Args),
    /// Say what a seccomp filter does, call by call
    Explain(cmd::explain::Args),
    /// Compare two filters, stacks or policies exactly
    Diff(cmd::diff::Args),
    /// Find what in a filter or policy is probably not meant
    Lint(cmd::lint::Args),
    /// Show the filters that a program installs
    Dump(cmd::dump::Args),
    /// Print a filter in words
    Disasm(cmd::disasm::Args),
    /// Assemble a filter, or convert one
    Asm(cmd::asm::Args),
    /// Draw a filter
    Graph(cmd::graph::Args),
    /// Make one smaller filter of one or several that does the same
    Optimize(cmd::optimize::Args),
    /// Run filters on a call as the kernel does
    Emu(cmd::emu::Args),
    /// List the presets, or print one
    Presets(cmd::presets::Args),
    /// List the groups of calls, or the calls of one
    Groups(cmd::groups::Args),
    /// List the system calls, or show one: numbers, arguments, since which kernel
    Syscalls(cmd::syscalls::Args),
    /// Show what this kernel and container offer, and what callgate does about what is missing
    Doctor(cmd::doctor::Args),
    /// Print a shell's completions
    Completions(cmd::completions::Args),
    /// Print a manual page
    Man(cmd::man::Args),
    /// Print a JSON Schema
    Schema(cmd::schema::Args),
}

/// The command line of `run` alone: what it takes is what [`Cli`] takes, but the other commands are not even
/// described, which is a good part of the time that a start takes.
#[derive(Debug, Parser)]
#[command(name = "callgate", bin_name = "callgate")]
struct RunLine {
    #[arg(long = "color", global = true, value_enum, default_value_t)]
    colour: Colour,
    #[command(subcommand)]
    command: RunOnly,
}

#[derive(Debug, Subcommand)]
enum RunOnly {
    Run(Box<cmd::run::Args>),
}

impl Command {
    /// The exit code when the command fails without saying which.
    pub(crate) fn failure_code(&self) -> u8 {
        if matches!(self, Command::Run(_)) { exit::FAILED } else { exit::USAGE }
    }
}

/// Parses the command line. Help and version are printed, wrong usage is explained; then the exit code
/// is returned.
pub(crate) fn parse(args: impl Iterator<Item = OsString>) -> Result<Cli, u8> {
    let args: Vec<OsString> = args.collect();
    // Whatever is wrong with it, and its help, is for the whole command line to say.
    if args.get(1).is_some_and(|word| word == "run")
        && let Ok(RunLine { colour, command: RunOnly::Run(run) }) = RunLine::try_parse_from(&args)
    {
        return Ok(Cli { colour, command: Command::Run(run) });
    }
    Cli::try_parse_from(&args).map_err(|error| {
        let shown = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
        // A closed pipe is no reason to complain.
        let _ = error.print();
        if shown {
            exit::OK
        } else if is_run(&args) {
            exit::FAILED
        } else {
            exit::USAGE
        }
    })
}

/// Whether the command is `run`, in a command line that could not be parsed.
fn is_run(args: &[OsString]) -> bool {
    let mut words = args.iter().skip(1);
    while let Some(word) = words.next() {
        if word == "--color" {
            words.next();
        } else if !word.as_encoded_bytes().starts_with(b"-") {
            return word == "run";
        }
    }
    false
}

/// What a person at a terminal sees before a long list, and nothing else does.
pub(crate) fn hint(text: &str) {
    if terminal::stderr_is_terminal() {
        terminal::say(&format!("{text}\n"));
    }
}
