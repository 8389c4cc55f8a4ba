//! Chores of the workspace: `cargo xtask tables [--check]`, `cargo xtask graph`, `cargo xtask fuzz`,
//! `cargo xtask conformance`.

mod conformance;
mod constants;
mod fuzz;
mod graph;
mod groups;
mod pool;
mod signatures;
mod syscalls;
mod tables;

use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask tables            write crates/abi/src/generated from crates/abi/facts
       cargo xtask tables --check    fail when they differ
       cargo xtask graph             fail when a crate uses one that design does not let it use
       cargo xtask fuzz NAME SECONDS run one, with coverage feedback
       cargo xtask fuzz NAME merge   add to fuzz/corpus what it found that covers more
       cargo xtask conformance [--engine notify|ptrace] [--as-root] [--install] [SUITE|UNIT ...]
                                     fail when programs can tell a supervised run from a native one";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[&str]) -> Result<()> {
    match args {
        ["tables"] => tables::write(&root()),
        ["tables", "--check"] => tables::check(&root()),
        ["graph"] => graph::check(&root()),
        ["conformance", args @ ..] => conformance::run(&root(), args),
        ["fuzz", name, "merge"] => fuzz::merge(&root(), name),
        ["fuzz", name, seconds] => fuzz::run(&root(), name, seconds),
        _ => bail!("unknown arguments\n{USAGE}"),
    }
}

/// The workspace's folder.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}
