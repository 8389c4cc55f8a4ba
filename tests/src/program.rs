//! The program under test, as plain `cargo test` leaves it: built once when the tests start.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Builds `callgate` with the profile of the running test and returns where it lies. Cargo decides
/// whether anything is stale, so the binary is always that of the sources under test.
///
/// `CALLGATE_BIN` names a binary to test instead (a release build, a package).
pub fn callgate(target_tmpdir: &Path) -> io::Result<PathBuf> {
    if let Some(path) = std::env::var_os("CALLGATE_BIN") {
        return PathBuf::from(path).canonicalize();
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let target = target_tmpdir.parent().ok_or_else(|| io::Error::other("no target folder"))?;
    let mut command = Command::new(cargo);
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["build", "--locked", "--quiet", "--package", "callgate-cli", "--bin", "callgate"])
        .args(["--message-format", "json-render-diagnostics", "--target-dir"])
        .arg(target)
        .stdin(Stdio::null())
        .stderr(Stdio::inherit());
    if !cfg!(debug_assertions) {
        command.arg("--release");
    }
    let output = command.output()?;
    if !output.status.success() {
        return Err(io::Error::other("cargo could not build callgate-cli"));
    }
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .find_map(|message| message.get("executable")?.as_str().map(PathBuf::from))
        .ok_or_else(|| io::Error::other("cargo built callgate-cli but named no executable"))
}
