//! One suite, every engine: what `suite/objects.toml` says of files and addresses is asked of the supervisor, of the tracer
//! and of Landlock where it holds the rules, and inside another run; each says what the suite says.

use crate::case::Case;
use callgate_tests::{Need, Scene, Variant};
use std::path::Path;
use toml::{Table, Value};

const NEEDS: &[Need] = &[Need::Notify, Need::Addfd, Need::Ptrace, Need::Landlock(4)];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/engines/notification", needs: NEEDS, run: |scene| asked(scene, NOTIFICATION) },
    Case { name: "user/engines/ptrace", needs: NEEDS, run: |scene| asked(scene, PTRACE) },
    Case { name: "user/engines/cheapest", needs: NEEDS, run: |scene| asked(scene, CHEAPEST) },
    Case { name: "user/engines/inside-a-run", needs: NESTED, run: |scene| asked(scene, INSIDE) },
    Case { name: "root/engines/notification", needs: NEEDS, run: |scene| asked(scene, NOTIFICATION) },
    Case { name: "root/engines/ptrace", needs: NEEDS, run: |scene| asked(scene, PTRACE) },
    Case { name: "root/engines/cheapest", needs: NEEDS, run: |scene| asked(scene, CHEAPEST) },
];

const NESTED: &[Need] = &[Need::Notify, Need::Addfd, Need::Ptrace, Need::Landlock(6)];

/// The supervisor judges all it can; executions that it cannot judge are the tracer's.
const NOTIFICATION: &[&str] = &["--withhold", "landlock"];
const PTRACE: &[&str] = &["--engine", "ptrace"];
/// The tracer hands each call to the supervisor as it begins.
const INSIDE: &[&str] = &["--inside"];
/// Whatever is cheapest: Landlock where it holds the rules.
const CHEAPEST: &[&str] = &[];

const SUITE: &str = include_str!("../../suite/objects.toml");

/// Where the suite's names are in a scene: its start folder and home are, all else is beneath a folder of the scene's.
struct Names {
    work: String,
    home: String,
    rest: String,
}

impl Names {
    fn of(scene: &Scene) -> Names {
        let name = |below: &str| scene.path(below).display().to_string();
        Names { work: name("w"), home: name("home"), rest: name("tmp") }
    }

    fn path(&self, path: &str) -> String {
        if let Some(rest) = path.strip_prefix("/project") {
            format!("{}{rest}", self.work)
        } else if let Some(rest) = path.strip_prefix("/home/u") {
            format!("{}{rest}", self.home)
        } else {
            format!("{}{path}", self.rest)
        }
    }

    fn object(&self, object: &str) -> String {
        match object.strip_prefix("unix:") {
            Some(path) if path.starts_with('/') => format!("unix:{}", self.path(path)),
            _ if object.starts_with('/') => self.path(object),
            _ => object.to_owned(),
        }
    }

    /// The policy with its absolute names moved. Presets speak of the machine itself, and stay.
    fn policy(&self, text: &str) -> String {
        text.replace("\"./", "\"$CWD/")
            .replace("\"/", &format!("\"{}/", self.rest))
            .replace("\"unix:/", &format!("\"unix:{}/", self.rest))
            // All of them stay all of them.
            .replace(&format!("\"unix:{}/\"", self.rest), "\"unix:/\"")
    }
}

/// A line of the suite that can be asked here.
struct Asked {
    op: String,
    object: String,
    shown: String,
    /// The errno; `None` if it is allowed.
    denied: Option<String>,
}

fn lines(suite: &Table, names: &Names) -> Vec<Asked> {
    let uses_presets = suite["policy"].as_str().is_some_and(|policy| policy.contains("use = "));
    let cases = suite["case"].as_array().expect("a suite has cases");
    let asked = cases.iter().filter_map(|case| {
        let word = |key: &str| case.get(key).and_then(Value::as_str);
        let (op, object) = (word("op")?, word("object")?);
        // What a preset says of the machine's own files is not tried on them.
        let path = object.strip_prefix("unix:").unwrap_or(object);
        if uses_presets
            && path.starts_with('/')
            && !path.starts_with("/project")
            && !path.starts_with("/home/u")
        {
            return None;
        }
        let denied = (word("verdict") == Some("deny")).then(|| word("errno").unwrap_or("EACCES").to_owned());
        Some(Asked { op: op.to_owned(), object: names.object(object), shown: case.to_string(), denied })
    });
    asked.collect()
}

/// Makes every file that is asked about; those that are executed end at once.
fn make(scene: &Scene, asked: &[Asked]) {
    let paths: Vec<&str> = asked.iter().map(|one| one.object.trim_start_matches("unix:")).collect();
    let program = scene.guests.find("asks", Variant::Static);
    for (one, path) in asked.iter().zip(&paths).filter(|(_, path)| path.starts_with('/')) {
        let folder = Path::new(path).parent().expect("no root");
        std::fs::create_dir_all(folder).expect("a folder of the scene");
        let has_more = paths.iter().any(|other| Path::new(other).starts_with(path) && other != path);
        if one.op.starts_with("net.") || Path::new(path).exists() {
            continue;
        }
        if has_more {
            std::fs::create_dir(path).expect("a folder of the scene");
        } else {
            std::fs::copy(&program, path).expect("a file of the scene");
        }
    }
}

fn asked(scene: &Scene, flags: &[&str]) {
    let names = Names::of(scene);
    let table: Table = SUITE.parse().expect("the suite is TOML");
    let (mut lines_asked, mut by_landlock) = (0, 0);
    for suite in table["suite"].as_array().expect("suites").iter().filter_map(Value::as_table) {
        scene.reset();
        let asked = lines(suite, &names);
        make(scene, &asked);
        let policy = scene.policy(&names.policy(suite["policy"].as_str().expect("a policy")));
        let mut command = scene.callgate();
        command.arg("run").arg("-p").arg(policy).arg("--json").arg(scene.path("events.jsonl"));
        if flags != INSIDE {
            command.args(flags);
        }
        // Where rules allow reading it: what a program is started from Landlock lets it read.
        let program = scene.put("public/asks", "");
        std::fs::copy(scene.guests.find("asks", Variant::Static), &program).expect("a file of the scene");
        command.arg("--").arg(program);
        for one in &asked {
            command.args([&one.op, &one.object]);
        }
        if flags == INSIDE {
            command = scene.inside(&command);
        }
        let outcome = scene.finish(&mut command);
        outcome.ends(0);
        let said: Vec<&str> = outcome.stdout.lines().collect();
        assert_eq!(said.len(), asked.len(), "{outcome}");
        for (one, line) in asked.iter().zip(said) {
            let answer = line.rsplit(": ").next().unwrap_or_default();
            let right = match &one.denied {
                Some(errno) => answer == format!("-{errno}"),
                // Nobody need be at an address that is allowed.
                None if one.op.starts_with("net.") => answer != "-EACCES",
                None => answer == "ok",
            };
            assert!(right, "{}: {line}, {flags:?}\n{outcome}", one.shown);
        }
        lines_asked += asked.len();
        let events = scene.events();
        let judged = events.last().and_then(|end| end["totals"]["notifications"].as_u64());
        if judged == Some(0) && events[0]["plan"]["rules"]["landlock"].as_u64() > Some(0) {
            by_landlock += asked.len();
        }
    }
    assert!(lines_asked >= 80, "only {lines_asked} lines were asked");
    assert_eq!(
        by_landlock,
        if flags.is_empty() { 28 } else { 0 },
        "{by_landlock} lines were asked of Landlock alone"
    );
}
