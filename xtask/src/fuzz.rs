//! Fuzz targets under libFuzzer, on the stable compiler: LLVM's coverage instrumentation is a pass like others, and
//! there is no sanitizer that would need more.

use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What `cargo fuzz` passes, without a sanitizer.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing";
/// The build scripts and macros are not instrumented, since these are for the named target only.
const HOST: &str = "x86_64-unknown-linux-gnu";

/// Runs a target for so many seconds. What it finds anew is kept under the build's folder.
pub(crate) fn run(root: &Path, name: &str, seconds: &str) -> Result<()> {
    ensure!(seconds.parse::<u32>().is_ok(), "{seconds} is no number of seconds");
    let (mut command, folders) = driver(root, name)?;
    command.arg(format!("-max_total_time={seconds}"));
    command.args(["-max_len=4096", "-timeout=20", "-rss_limit_mb=4096", "-print_final_stats=1"]);
    command.arg(format!("-artifact_prefix={}/", folders.findings.display()));
    command.arg(&folders.found).arg(&folders.committed);
    let status = command.status().context("starting the target")?;
    ensure!(status.success(), "{name} found something: see {}", folders.findings.display());
    Ok(())
}

/// Adds to the committed corpus what covers more than it does.
pub(crate) fn merge(root: &Path, name: &str) -> Result<()> {
    let (mut command, folders) = driver(root, name)?;
    command.args(["-merge=1", "-max_len=4096"]).arg(&folders.committed).arg(&folders.found);
    ensure!(command.status().context("starting the target")?.success(), "{name} was not merged");
    Ok(())
}

struct Folders {
    committed: PathBuf,
    found: PathBuf,
    findings: PathBuf,
}

/// Builds the driver.
fn driver(root: &Path, name: &str) -> Result<(Command, Folders)> {
    let names = names(root)?;
    ensure!(names.iter().any(|known| known == name), "there is no target {name}, but {}", names.join(", "));
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from).join("fuzz");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    build.current_dir(root).env("RUSTFLAGS", FLAGS).env("CARGO_TARGET_DIR", &target);
    // Fast to build, and every check on.
    build.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    build
        .env("CARGO_PROFILE_RELEASE_DEBUG_ASSERTIONS", "true")
        .env("CARGO_PROFILE_RELEASE_OVERFLOW_CHECKS", "true");
    build.args(["build", "--release", "--locked", "--package", "callgate-fuzz", "--features", "libfuzzer"]);
    build.args(["--bin", "fuzz", "--target", HOST]);
    ensure!(build.status().context("starting cargo")?.success(), "the driver does not build");
    let folders = Folders {
        committed: root.join("fuzz/corpus").join(name),
        found: target.join("corpus").join(name),
        findings: target.join("findings").join(name),
    };
    for folder in [&folders.found, &folders.findings] {
        std::fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    let mut command = Command::new(target.join(HOST).join("release/fuzz"));
    command.env("CALLGATE_FUZZ_TARGET", name);
    Ok((command, folders))
}

/// The folders of the corpora, which a test compares with the targets.
fn names(root: &Path) -> Result<Vec<String>> {
    let folder = root.join("fuzz/corpus");
    let entries = std::fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}
