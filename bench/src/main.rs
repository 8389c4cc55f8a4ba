//! Prints the figures of `docs/performance.md` as a table: callgate beside the C floor.
//!
//! `cargo run --release -p callgate-bench`. Every pair that is compared is measured alternately in one
//! run, and the median of each is taken, so that the machine's moods fall on both.

mod measure;
mod table;

use anyhow::Context;
use measure::Bench;
use table::Table;

fn main() -> anyhow::Result<()> {
    let bench = Bench::prepare().context("preparing the benchmark")?;
    let mut table = Table::default();
    for pinned in [true, false] {
        let place = if pinned { "both on one CPU" } else { "placed by the kernel" };
        let figures = bench.opens(pinned)?;
        table.row(&format!("open, native, {place}"), figures.native, "ns", None, None);
        table.row(&format!("open, the C floor, {place}"), figures.floor, "ns", None, None);
        let ratio = figures.supervised / figures.floor;
        table.row(
            &format!("open, callgate, {place}"),
            figures.supervised,
            "ns",
            Some(ratio),
            Some("at most 1.3 × the floor"),
        );
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
    let figures = bench.start()?;
    table.row("start of /bin/true, native", figures.native / 1e6, "ms", None, None);
    let over = (figures.supervised - figures.native) / 1e6;
    table.row("start of /bin/true, callgate run", figures.supervised / 1e6, "ms", None, None);
    table.row("… over native", over, "ms", None, Some("at most 2 ms"));
    table.row("supervisor with 100 processes", bench.memory()?, "MB", None, Some("under 10 MB"));
    std::io::Write::write_all(&mut std::io::stdout(), table.to_string().as_bytes())?;
    Ok(())
}
