//! The kernel tests: real programs under real supervision.
//!
//! Each case is its own process. `user/…` cases run as an unprivileged user (as root, the harness
//! drops to one); `root/…` cases need root and are ignored with that reason otherwise. A watchdog
//! ends a case after a minute and prints what every process of it was waiting for.

mod case;
mod confine;
mod counts;
mod documents;
mod doors;
mod ends;
mod engines;
mod exec;
mod hides;
mod inside;
mod kill;
mod killed;
mod launch;
mod limits;
mod lowered;
mod nets;
mod observe;
mod opens;
mod paths;
mod presets;
mod procs;
mod programs;
mod races;
mod randoms;
mod refuse;
mod reports;
mod signals;
mod suggest;
mod terminal;
mod traced;
mod writes;

use callgate_tests::{Abilities, Guests, Scene, example, program, tools};
use case::Case;
use libtest_mimic::{Arguments, Trial};
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn cases() -> Vec<Case> {
    [
        launch::CASES,
        opens::CASES,
        paths::CASES,
        writes::CASES,
        hides::CASES,
        nets::CASES,
        procs::CASES,
        ends::CASES,
        engines::CASES,
        signals::CASES,
        terminal::CASES,
        races::CASES,
        randoms::CASES,
        confine::CASES,
        counts::CASES,
        doors::CASES,
        presets::CASES,
        kill::CASES,
        killed::CASES,
        inside::CASES,
        refuse::CASES,
        reports::CASES,
        limits::CASES,
        lowered::CASES,
        observe::CASES,
        suggest::CASES,
        documents::CASES,
        programs::CASES,
        exec::CASES,
        traced::CASES,
    ]
    .concat()
}

fn main() {
    if let Some(name) = std::env::var_os("CALLGATE_RUN_CASE") {
        let name = name.to_string_lossy();
        let stage = PathBuf::from(std::env::var_os("CALLGATE_STAGE").expect("the harness sets the stage"));
        let case = cases().into_iter().find(|case| case.name == name).expect("a case of that name");
        (case.run)(&Scene::new(&stage));
        return;
    }
    let arguments = Arguments::from_args();
    let stage = if arguments.list { None } else { Some(Arc::new(set_stage())) };
    let mut trials = Vec::new();
    if let Some(stage) = &stage
        && let Ok(expect) = std::env::var("CALLGATE_EXPECT")
    {
        let broken = stage.abilities.broken_promises(&expect);
        trials.push(Trial::test("expected-abilities", move || {
            if broken.is_empty() { Ok(()) } else { Err(broken.join("; ").into()) }
        }));
    }
    for case in cases() {
        for &engine in traced::engines(&case) {
            let stage = stage.clone();
            let name = engine.map_or(case.name.to_owned(), |engine| format!("{}+{engine}", case.name));
            trials.push(Trial::ignorable_test(name, move || match stage {
                Some(stage) => case::supervise(&case, engine, &stage),
                None => Ok(libtest_mimic::Completion::ignored()),
            }));
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    drop(stage);
    conclusion.exit();
}

/// What the cases share: a folder any user may read, with the program, the guests and this binary.
struct Stage {
    folder: tempfile::TempDir,
    abilities: Abilities,
    root: bool,
}

fn set_stage() -> Stage {
    let folder = tempfile::Builder::new().prefix("callgate-stage-").tempdir().expect("a temporary folder");
    open_to_all(folder.path());
    let cache = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let built = program::callgate(cache).expect("callgate builds");
    let itself = std::env::current_exe().expect("this binary");
    for (from, name) in [(built, "callgate"), (itself, "cases")] {
        let to = folder.path().join(name);
        std::fs::copy(&from, &to).expect("the stage has room");
        open_to_all(&to);
    }
    let guests = Guests::build(cache, &folder.path().join("guests")).expect("the guests compile");
    open_to_all(&folder.path().join("guests"));
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples");
    example::copy_folder(&examples, &folder.path().join("examples")).expect("the stage has room");
    tools::go_program(cache, &examples.join("011-go-server/server.go"), &folder.path().join("go-server"))
        .expect("the server in Go compiles");
    let itself = rustix::process::geteuid().as_raw();
    for (name, owner) in [("root", itself), ("user", if itself == 0 { case::UNPRIVILEGED } else { itself })] {
        tools::rust_home(&folder.path().join("homes").join(name), owner).expect("the stage has room");
    }
    let abilities = Abilities::probe(&guests);
    Stage { folder, abilities, root: rustix::process::geteuid().is_root() }
}

fn open_to_all(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).expect("own files");
}
