//! A real terminal: whose it is, its keys, job control.

use crate::case::Case;
use callgate_tests::scene::{JUDGE_ALL, Outcome};
use callgate_tests::{Need, Scene, Variant};
use std::path::Path;

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "user/terminal/belongs-to-the-target",
        needs: NOTIFY,
        run: |scene| same(scene, "facts", &["eof"]),
    },
    Case { name: "user/terminal/new-session", needs: NOTIFY, run: new_session },
    Case {
        name: "user/terminal/ctrl-c-is-the-targets",
        needs: NOTIFY,
        run: |scene| same(scene, "catch", &["expect:ready", "send:^C", "eof"]),
    },
    Case {
        name: "user/terminal/ctrl-c-ends-the-run",
        needs: NOTIFY,
        run: |scene| ends(scene, "wait", &["expect:ready", "send:^C", "eof"], 2),
    },
    Case {
        name: "user/terminal/ctrl-backslash-ends-the-run",
        needs: NOTIFY,
        run: |scene| ends(scene, "wait", &["expect:ready", "send:^\\", "eof"], 3),
    },
    Case {
        name: "user/terminal/ctrl-c-on-a-fifo",
        needs: NOTIFY,
        run: |scene| ends(scene, "fifo", &["expect:ready", "send:^C", "eof"], 2),
    },
    Case {
        name: "user/terminal/input",
        needs: NOTIFY,
        run: |scene| same(scene, "read", &["expect:ready", "send:typed^M", "eof"]),
    },
    Case { name: "user/terminal/no-injection", needs: NOTIFY, run: injection },
    Case { name: "user/terminal/stop-and-go-on", needs: NOTIFY, run: job_control },
    Case { name: "user/terminal/a-shell-inside", needs: NOTIFY, run: shell_inside },
];

/// Plays the script to the command on a terminal of its own.
fn play(scene: &Scene, steps: &[&str], command: &[std::ffi::OsString]) -> Outcome {
    let mut player = scene.command(&scene.guests.find("ptyrun", Variant::Dynamic));
    scene.finish(player.args(steps).arg("--").args(command))
}

fn supervised(scene: &Scene, program: &Path, args: &[&str]) -> Vec<std::ffi::OsString> {
    // Reports go to the terminal as well: -q keeps what is compared the target's own.
    let command = scene.run_command(JUDGE_ALL, program, args);
    let mut words = vec![command.get_program().to_owned()];
    words.extend(command.get_args().map(std::ffi::OsStr::to_owned));
    words.insert(2, "--quiet".into());
    words
}

fn set_up(scene: &Scene) {
    scene.reset();
    let fifo = scene.work().join("fifo");
    rustix::fs::mknodat(rustix::fs::CWD, fifo, rustix::fs::FileType::Fifo, rustix::fs::Mode::from(0o600), 0)
        .expect("a fifo");
}

fn same(scene: &Scene, what: &str, steps: &[&str]) {
    let program = scene.guests.find("terminal", Variant::Dynamic);
    set_up(scene);
    let native = play(scene, steps, &[program.clone().into_os_string(), what.into()]);
    native.ends(0);
    set_up(scene);
    let under = play(scene, steps, &supervised(scene, &program, &[what]));
    assert_eq!(native.stdout, under.stdout, "{under}");
}

/// A terminal that a session leader opens does not become its controlling one if callgate opens it for the program:
/// `docs/semantics.md`.
fn new_session(scene: &Scene) {
    let program = scene.guests.find("terminal", Variant::Dynamic);
    set_up(scene);
    let native = play(scene, &["eof"], &[program.clone().into_os_string(), "new-session".into()]);
    native.ends(0).prints("ctty: ok");
    set_up(scene);
    let under = play(scene, &["eof"], &supervised(scene, &program, &["new-session"]));
    let expected = match callgate_tests::scene::engine().as_deref() {
        Some("ptrace") => native.stdout,
        _ => native.stdout.replace("ctty: ok", "ctty: ENXIO"),
    };
    assert_eq!(expected, under.stdout, "{under}");
}

/// The program dies by the signal, and callgate answers 128 and its number.
fn ends(scene: &Scene, what: &str, steps: &[&str], signal: i32) {
    let program = scene.guests.find("terminal", Variant::Dynamic);
    set_up(scene);
    let native = play(scene, steps, &[program.clone().into_os_string(), what.into()]);
    native.ends(0).prints(&format!("signal {signal}"));
    set_up(scene);
    let under = play(scene, steps, &supervised(scene, &program, &[what]));
    under.ends(0).prints(&format!("exit {}", 128 + signal));
}

fn injection(scene: &Scene) {
    let program = scene.guests.find("terminal", Variant::Dynamic);
    let policy_runs = play(scene, &["eof"], &supervised(scene, &program, &["inject"]));
    policy_runs.prints("TIOCSTI: -EPERM");
}

/// Ctrl-Z stops callgate and its target as one job; fg goes on.
fn job_control(scene: &Scene) {
    let program = scene.guests.find("terminal", Variant::Dynamic);
    set_up(scene);
    let words = supervised(scene, &program, &["read"]);
    let line: Vec<String> = words.iter().map(|word| format!("'{}'", word.to_string_lossy())).collect();
    let typed = format!("send:{}^M", line.join(" "));
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
    let mut player = scene.command(&scene.guests.find("ptyrun", Variant::Dynamic));
    player.env("PS1", "$ ").args(steps).args(["--", "/bin/dash", "-i", "-m"]);
    scene.finish(&mut player).ends(0);
}

fn shell_inside(scene: &Scene) {
    let words = supervised(scene, Path::new("/bin/dash"), &["-i", "-m"]);
    let program = scene.guests.find("terminal", Variant::Dynamic);
    let start = format!("send:{} read^M", program.display());
    let wait = format!("send:{} wait^M", program.display());
    let steps = [
        "expect:$ ",
        &start,
        "expect:ready",
        "send:^Z",
        "expect:$ ",
        "send:jobs | wc -l; fg^M",
        "send:hello^M",
        "expect:read hello",
        "expect:$ ",
        &wait,
        "expect:ready",
        "send:^C",
        "expect:$ ",
        "send:echo after $?^M",
        "expect:after 130",
        "send:exit 6^M",
        "eof",
    ];
    let mut player = scene.command(&scene.guests.find("ptyrun", Variant::Dynamic));
    player.env("PS1", "$ ").args(steps).arg("--").args(words);
    scene.finish(&mut player).ends(0).prints("exit 6");
}
