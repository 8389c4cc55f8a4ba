//! Prints the figures of `docs/performance.md` as a table: callgate beside native runs, the C floor and
//! other tools.
//!
//! `cargo run --release -p callgate-bench [calls] [start] [programs] [compilers] [workbench]`; without a word all of
//! them. All that is compared is measured by turns in one run, and the median of each is taken, so that the machine's
//! moods fall on all sides. Profiles for the compilers are Podman's and those of the folder `CALLGATE_PROFILES`. The
//! peers are Debian's packages bubblewrap, proot, firejail and strace; firejail serves those who stand in
//! /etc/firejail/firejail.users. Those of the workbench are what `PATH` has of ceccomp, seccomp-tools and libseccomp's
//! tools.

mod compilers;
mod measure;
mod peers;
mod programs;
mod runners;
mod table;
mod workbench;

use anyhow::{Context, ensure};
use measure::Bench;
use programs::Programs;
use table::Table;

const PARTS: &[&str] = &["calls", "start", "programs", "compilers", "workbench"];

fn main() -> anyhow::Result<()> {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let unknown = wanted.iter().find(|word| !PARTS.contains(&word.as_str()));
    ensure!(unknown.is_none(), "the parts are {}", PARTS.join(", "));
    let wants = |part: &str| wanted.is_empty() || wanted.iter().any(|word| word == part);
    let mut table = Table::default();
    let mut of_workbench = None;
    if PARTS.iter().any(|part| *part != "compilers" && wants(part)) {
        let bench = Bench::prepare().context("preparing the benchmark")?;
        if wants("calls") {
            calls(&bench, &mut table)?;
        }
        if wants("start") {
            start(&bench, &mut table)?;
        }
        if wants("start") || wants("programs") {
            let programs = Programs::prepare(&bench).context("preparing the programs")?;
            if wants("start") {
                programs.starts(&mut table)?;
            }
            if wants("programs") {
                programs.measure(&mut table)?;
            }
        }
        if wants("workbench") {
            of_workbench = Some(workbench::measure(&bench)?);
        }
    }
    if wants("compilers") {
        compilers::measure(&mut table)?;
    }
    let of_workbench = of_workbench.map_or_else(String::new, |table| format!("\n{table}"));
    let tables = format!("{table}{of_workbench}");
    std::io::Write::write_all(&mut std::io::stdout(), tables.trim_start().as_bytes())?;
    Ok(())
}

/// Single calls.
fn calls(bench: &Bench, table: &mut Table) -> anyhow::Result<()> {
    for (engine, by, asked) in [("notify", "", 1.3), ("ptrace", " by ptrace", 1.15)] {
        for pinned in [true, false] {
            let place = if pinned { "both on one CPU" } else { "placed by the kernel" };
            let figures = bench.opens(engine, pinned)?;
            if engine == "notify" {
                table.row(&format!("open, native, {place}"), figures.native, "ns", None, None);
            }
            table.row(&format!("open{by}, the C floor, {place}"), figures.floor, "ns", None, None);
            let ratio = figures.supervised / figures.floor;
            let asked = format!("at most {asked} × the floor");
            let what = format!("open{by}, callgate, {place}");
            table.row(&what, figures.supervised, "ns", Some(ratio), Some(&asked));
        }
    }
    let figures = bench.allowed_by_number()?;
    table.row("getppid, no filter", figures.native, "ns", None, None);
    table.row("getppid, a filter that allows all", figures.floor, "ns", None, None);
    let ratio = figures.supervised / figures.floor;
    table.row(
        "getppid, allowed by number",
        figures.supervised,
        "ns",
        Some(ratio),
        Some("within noise of allow-all"),
    );
    Ok(())
}

/// Starts, and what a supervisor holds.
fn start(bench: &Bench, table: &mut Table) -> anyhow::Result<()> {
    let figures = bench.start()?;
    table.row("start of /bin/true by posix_spawn, native", figures.native / 1e6, "ms", None, None);
    let over = (figures.supervised - figures.native) / 1e6;
    table.row("the same, callgate run, one rule", figures.supervised / 1e6, "ms", None, None);
    table.row("… over native", over, "ms", None, Some("at most 2 ms"));
    table.row("supervisor with 100 processes", bench.memory()?, "MB", None, Some("under 10 MB"));
    Ok(())
}
