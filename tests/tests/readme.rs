//! The README's tour: every command in it is run, and prints what the README says.

use callgate_tests::program;
use std::path::Path;

#[test]
fn tour() {
    let callgate = program::callgate(Path::new(env!("CARGO_TARGET_TMPDIR"))).expect("callgate builds");
    // The tour's own state: the last run that `why` explains is the tour's.
    let state = tempfile::tempdir().expect("a temporary folder");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the project's folder");
    std::env::set_current_dir(&root).expect("it is there");
    trycmd::TestCases::new()
        .register_bin("callgate", callgate.as_path())
        .env("XDG_STATE_HOME", state.path().to_str().expect("text"))
        .env("LC_ALL", "C")
        .case(root.join("README.md"))
        .run();
}
