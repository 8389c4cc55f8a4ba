//! `./demo` is linted here; `.ci/run` runs it.

use std::path::Path;
use std::process::Command;

#[test]
fn scripts_are_clean() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let output = Command::new("shellcheck").current_dir(&root).args(["demo", ".ci/run"]).output();
    let output = output.expect("shellcheck is installed (tests/debian-packages)");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}
