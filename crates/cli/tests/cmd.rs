//! Each command's output, word for word where it does not depend on the machine.

/// Cases run without the variables of whoever runs them.
#[test]
fn commands() {
    trycmd::TestCases::new()
        .env("HOME", "/home/nobody-of-the-tests")
        .env("XDG_STATE_HOME", "/nonexistent/state")
        .env("TMPDIR", "/tmp")
        .env("NO_COLOR", "1")
        .case("tests/cmd/*.trycmd");
}
