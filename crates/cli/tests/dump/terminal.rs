//! The terminal is the program's: its keys, its job control.

use crate::bench::{Bench, User, users};
use std::path::Path;

fn bench() -> Bench {
    let bench = Bench::new();
    for name in ["ptyrun", "terminal"] {
        assert!(bench.compile_from(&format!("tests/guests/{name}.c"), name, &[]), "{name} compiles");
    }
    bench
}

/// What the terminal showed while the steps were played, without callgate's own last line and the ending.
fn played(bench: &Bench, user: User, steps: &[&str], command: &[&str]) -> String {
    let mut player = bench.command(&bench.path("ptyrun"), user);
    let output = player.env("PS1", "$ ").args(steps).arg("--").args(command).output().unwrap();
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0), "{shown}{}", String::from_utf8_lossy(&output.stderr));
    let lines = shown.lines().filter(|line| !line.starts_with("callgate: "));
    let mut lines: Vec<&str> = lines.map(str::trim_end).collect();
    lines.pop();
    lines.join("\n")
}

const DUMP: [&str; 6] = ["./callgate", "dump", "--format", "json", "-o", "dump.json"];

#[test]
fn keys() {
    let bench = bench();
    for user in users() {
        for (what, steps) in [
            ("facts", &["eof"][..]),
            ("catch", &["expect:ready", "send:^C", "eof"]),
            ("catch", &["expect:ready", "send:^\\", "eof"]),
            ("wait", &["expect:ready", "send:^C", "eof"]),
            ("read", &["expect:ready", "send:typed^M", "eof"]),
        ] {
            let alone = played(&bench, *user, steps, &["./terminal", what]);
            let _ = std::fs::remove_file(bench.path("dump.json"));
            let watched = played(&bench, *user, steps, &[&DUMP[..], &["./terminal", what]].concat());
            assert_eq!(alone, watched, "{what}");
        }
    }
}

/// Ctrl-Z stops callgate and the program as one job; fg goes on.
#[test]
fn stop_and_go_on() {
    let bench = bench();
    for user in users() {
        let _ = std::fs::remove_file(bench.path("dump.json"));
        let typed = format!("send:{} ./terminal read^M", DUMP.join(" "));
        let steps = [
            "expect:$ ",
            &typed,
            "expect:ready",
            "send:^Z",
            "expect:$ ",
            "send:echo stopped $?; fg^M",
            "expect:stopped 148",
            "send:typed^M",
            "expect:read typed",
            "send:exit 0^M",
            "eof",
        ];
        played(&bench, *user, &steps, &["/bin/dash", "-i", "-m"]);
        assert!(Path::new(&bench.path("dump.json")).exists());
    }
}
