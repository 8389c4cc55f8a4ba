//! The denials of the presets, rule by rule: natively possible, refused under the preset with the rule's
//! id, possible again without it.

use crate::case::Case;
use callgate_tests::{Need, Outcome, Scene, Variant};
use std::fs;
use std::io;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/presets/secrets", needs: NOTIFY, run: secrets },
    Case { name: "root/presets/secrets", needs: NOTIFY, run: secrets },
    Case { name: "user/presets/git-hooks", needs: NOTIFY, run: git_hooks },
    Case { name: "root/presets/git-hooks", needs: NOTIFY, run: git_hooks },
    Case { name: "user/presets/agent-sockets", needs: NOTIFY, run: agent_sockets },
    Case {
        name: "root/presets/system-sockets",
        needs: &[Need::Notify, Need::Addfd, Need::Admin],
        run: system_sockets,
    },
    Case { name: "user/presets/sockets-elsewhere", needs: NOTIFY, run: sockets_elsewhere },
    Case { name: "user/presets/variables", needs: NOTIFY, run: variables },
    Case { name: "user/presets/defaults", needs: NOTIFY, run: defaults },
    Case { name: "user/presets/exceptions", needs: NOTIFY, run: exceptions },
    Case { name: "user/presets/workspace-in-home", needs: NOTIFY, run: no_workspace },
];

const WORKSPACE: &str = include_str!("../../../crates/policy/presets/workspace.toml");
const CARGO: &str = include_str!("../../../crates/policy/presets/cargo.toml");

/// What the rules of `section.key` with this id name, and what they leave out.
fn named(preset: &str, section: &[&str], id: &str) -> (Vec<String>, Vec<String>) {
    let document: toml::Table = preset.parse().expect("a preset is TOML");
    let mut rules = &toml::Value::Table(document);
    for key in section {
        rules = rules.get(key).unwrap_or_else(|| panic!("no {section:?} in the preset"));
    }
    let texts = |value: Option<&toml::Value>| match value {
        Some(toml::Value::Array(all)) => {
            all.iter().filter_map(|text| text.as_str().map(str::to_owned)).collect()
        }
        Some(toml::Value::String(one)) => vec![one.clone()],
        _ => Vec::new(),
    };
    let (mut named, mut except) = (Vec::new(), Vec::new());
    for rule in rules.as_array().expect("a list of rules") {
        if rule.get("id").and_then(toml::Value::as_str) == Some(id) {
            named.extend(texts(rule.get("at").or(rule.get("name"))));
            except.extend(texts(rule.get("except")));
        }
    }
    assert!(!named.is_empty(), "no rule {id}");
    (named, except)
}

/// A path that a pattern matches.
fn example_of(scene: &Scene, pattern: &str) -> PathBuf {
    let home = scene.path("home");
    let work = scene.work();
    let path = pattern
        .replace("**", &work.join("deep").to_string_lossy())
        .replace('*', "x")
        .replace("$CWD", &work.to_string_lossy())
        .replace('~', &home.to_string_lossy());
    PathBuf::from(path)
}

/// The file itself, or one in it where the pattern means a folder.
fn put(path: &Path, text: &str) -> PathBuf {
    let is_file = path.extension().is_some()
        || path.file_name().is_some_and(|name| {
            let name = name.to_string_lossy();
            name.starts_with('.') && (name.contains("rc") || name.contains("history") || name.contains("env"))
                || name.contains("credentials")
                || name.contains("history")
        });
    let file = if is_file { path.to_owned() } else { path.join("file") };
    fs::create_dir_all(file.parent().expect("not the root")).expect("a folder");
    fs::write(&file, text).expect("a file");
    file
}

fn under(scene: &Scene, preset: &[&str], program: &str, args: &[&str]) -> Outcome {
    let mut command = scene.callgate();
    command.arg("run").args(preset).arg("--").arg(program).args(args);
    scene.finish(&mut command)
}

fn text(path: &Path) -> &str {
    path.to_str().expect("text")
}

fn secrets(scene: &Scene) {
    let (patterns, except) = named(WORKSPACE, &["fs", "deny", "all"], "secrets");
    assert!(patterns.len() > 30 && except.len() > 3, "{patterns:?} {except:?}");
    for pattern in &patterns {
        let file = put(&example_of(scene, pattern), "a secret\n");
        let file = text(&file);
        assert_eq!(scene.native(Path::new("cat"), &[file]).stdout, "a secret\n", "{pattern}");
        let outcome = under(scene, &["-p", "workspace"], "cat", &[file]);
        outcome
            .ends(1)
            .says(&format!("denied fs.read {file} to cat["))
            .says("rule secrets at preset:workspace:");
        assert_eq!(outcome.stdout, "", "{pattern}");
        let outcome = under(scene, &["-p", "workspace", "--without", "secrets"], "cat", &[file]);
        assert_eq!(outcome.stdout, "a secret\n", "{pattern}\n{outcome}");
    }
    for pattern in &except {
        let file = put(&example_of(scene, pattern), "an example\n");
        let outcome = under(scene, &["-p", "workspace"], "cat", &[text(&file)]);
        assert_eq!(outcome.stdout, "an example\n", "{pattern}\n{outcome}");
    }
    // The names are free, as the language says; what is behind them is not.
    let outcome = under(scene, &["-p", "workspace"], "stat", &["-c", "%n", text(&scene.path("home/.netrc"))]);
    outcome.ends(0);
}

fn git_hooks(scene: &Scene) {
    let (patterns, _) = named(WORKSPACE, &["fs", "deny", "write"], "git-hooks");
    for pattern in patterns {
        let path = example_of(scene, &pattern);
        let file = if pattern.ends_with("hooks") { path.join("pre-commit") } else { path };
        fs::create_dir_all(file.parent().expect("a folder")).expect("own folder");
        let script = format!("echo planted >>{}", file.display());
        let planted = || fs::read_to_string(&file).is_ok_and(|text| text == "planted\n");
        scene.native(Path::new("sh"), &["-c", &script]).ends(0);
        assert!(planted(), "{pattern}");
        fs::remove_file(&file).expect("own file");
        let outcome = under(scene, &["-p", "workspace"], "sh", &["-c", &script]);
        outcome.ends(2).says(&format!("denied fs.write {}", file.display())).says("rule git-hooks at");
        assert!(!file.exists(), "{pattern}");
        under(scene, &["-p", "workspace", "--without", "git-hooks"], "sh", &["-c", &script]).ends(0);
        assert!(planted(), "{pattern}");
    }
}

/// Listeners of the user's agents in the temporary folder, where they live; each case makes its own names.
fn agent_sockets(scene: &Scene) {
    let (patterns, _) = named(WORKSPACE, &["net", "deny", "all"], "agent-sockets");
    let client = scene.guests.find("sockets", Variant::Dynamic);
    let own = format!("callgate-{}", std::process::id());
    for pattern in patterns {
        let path = pattern.strip_prefix("unix:").expect("an address");
        let folder = PathBuf::from(path.replace('*', &own));
        let made = make_folder(&folder).expect("a folder in /tmp");
        let socket = folder.join(&own);
        let listener = UnixListener::bind(&socket).expect("a socket");
        let connect = |preset: &[&str]| {
            let mut command = scene.callgate();
            command.arg("run").args(preset).arg("--").arg(&client).args(["client", "unix"]).arg(&socket);
            scene.finish(command.env("TMPDIR", "/tmp"))
        };
        scene.native(&client, &["client", "unix", text(&socket)]).ends(0);
        let outcome = connect(&["-p", "workspace"]);
        outcome.ends(1).says("denied net.connect unix:").says("rule agent-sockets at preset:workspace:");
        connect(&["-p", "workspace", "--without", "agent-sockets"]).ends(0);
        drop(listener);
        fs::remove_file(&socket).expect("own socket");
        if made {
            let _ = fs::remove_dir(&folder);
        }
    }
}

/// True when it was not there.
fn make_folder(folder: &Path) -> io::Result<bool> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        made => made.map(|()| true),
    }
}

/// docker.sock and the system bus, in a /run that only this case sees.
fn system_sockets(scene: &Scene) {
    if std::env::var_os("CALLGATE_OWN_RUN").is_none() {
        let itself = std::env::current_exe().expect("this binary");
        let status = std::process::Command::new("unshare")
            .args(["--mount", "sh", "-c", "mount -t tmpfs tmpfs /run && mkdir /run/dbus && exec \"$0\""])
            .arg(itself)
            .env("CALLGATE_OWN_RUN", "1")
            .status()
            .expect("unshare");
        assert!(status.success(), "in its own /run: {status}");
        return;
    }
    refused_sockets(scene, &["/run/docker.sock", "/run/dbus/system_bus_socket", "/run/containerd.sock"]);
}

/// The session's bus in XDG_RUNTIME_DIR, an agent in the home folder, and one anywhere else.
fn sockets_elsewhere(scene: &Scene) {
    fs::create_dir_all(scene.path("run/user")).expect("a folder");
    let sockets = ["run/user/bus", "home/.agent", "elsewhere"].map(|below| scene.path(below));
    refused_sockets(scene, &sockets.each_ref().map(|path| text(path)));
}

/// Only what lies in the start folder and the temporary one is granted; an own rule grants others.
fn refused_sockets(scene: &Scene, sockets: &[&str]) {
    let client = scene.guests.find("sockets", Variant::Dynamic);
    let args = |socket| ["client", "unix", socket];
    for socket in sockets {
        let listener = UnixListener::bind(socket).expect("a socket");
        scene.native(&client, &args(socket)).ends(0);
        let outcome = under(scene, &["-p", "workspace"], text(&client), &args(socket));
        outcome.ends(1).says("denied net.connect unix:").says("the default at preset:workspace:");
        let connect = format!("unix:{socket}");
        under(scene, &["-p", "workspace", "--connect", &connect], text(&client), &args(socket)).ends(0);
        drop(listener);
    }
    let own = text(&scene.work().join("own")).to_owned();
    let listener = UnixListener::bind(&own).expect("a socket");
    under(scene, &["-p", "workspace"], text(&client), &args(&own)).ends(0);
    drop(listener);
}

fn variables(scene: &Scene) {
    for (preset, text, id) in [
        ("workspace", WORKSPACE, "secret-variables"),
        ("workspace", WORKSPACE, "agents"),
        ("cargo", CARGO, "cargo-tokens"),
    ] {
        let (patterns, _) = named(text, &["env", "drop"], id);
        let names: Vec<String> = patterns.iter().map(|pattern| pattern.replace('*', "X")).collect();
        let print = |mut command: std::process::Command| {
            command.env("LC_MESSAGES", "kept").envs(names.iter().map(|name| (name, "a secret")));
            scene.finish(&mut command)
        };
        let has = |outcome: &Outcome| {
            let secret = |line: &&str| {
                line.strip_suffix("=a secret").is_some_and(|name| names.iter().any(|other| other == name))
            };
            outcome.stdout.lines().filter(secret).count()
        };
        let supervised = |more: &[&str]| {
            let mut command = scene.callgate();
            command.args(["run", "-p", preset]).args(more).args(["--default", "deny", "--", "env"]);
            print(command)
        };
        let native = print(scene.command(Path::new("env")));
        assert_eq!(has(&native), names.len(), "{native}");
        let outcome = supervised(&[]);
        outcome.ends(0).prints("LC_MESSAGES=kept");
        assert_eq!(has(&outcome), 0, "{id}: {outcome}");
        let outcome = supervised(&["--without", id]);
        assert_eq!(has(&outcome), names.len(), "{id}: {outcome}");
    }
}

/// What the fragments do not grant: the home folder, the temporary one, the network.
fn defaults(scene: &Scene) {
    let file = scene.path("home/notes");
    fs::write(&file, "private\n").expect("own file");
    let server = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = server.local_addr().expect("an address").port();
    let script = format!(
        "cat '{}'; echo >'{}/new'; echo </dev/tcp/127.0.0.1/{port}",
        file.display(),
        scene.path("tmp").display()
    );
    let native = scene.native(Path::new("bash"), &["-c", &script]);
    native.ends(0).prints("private");
    fs::remove_file(scene.path("tmp/new")).expect("it was written");
    for preset in ["base", "node", "python", "cargo"] {
        let outcome = under(scene, &["-p", preset, "--default", "deny"], "bash", &["-c", &script]);
        for denial in ["denied fs.read", "denied fs.write", "denied net.connect tcp:127.0.0.1:"] {
            outcome.says(denial);
        }
        assert!(
            !outcome.stdout.contains("private") && !scene.path("tmp/new").exists(),
            "{preset}: {outcome}"
        );
    }
}

/// What an allow rule of a preset leaves out.
fn exceptions(scene: &Scene) {
    for id in ["cargo-home", "git-settings"] {
        let (granted, except) = named(CARGO, &["fs", "read"], id);
        let beside = example_of(scene, &granted[0]);
        assert!(!except.is_empty() && beside.starts_with(scene.path("home")));
        for pattern in except {
            let file = put(&example_of(scene, &pattern), "a token\n");
            assert_eq!(scene.native(Path::new("cat"), &[text(&file)]).stdout, "a token\n");
            let outcome = under(scene, &["-p", "cargo", "--default", "deny"], "cat", &[text(&file)]);
            outcome.ends(1).says(&format!("denied fs.read {}", file.display()));
            let neighbour = file.with_file_name("config");
            fs::write(&neighbour, "settings\n").expect("own file");
            let outcome = under(scene, &["-p", "cargo", "--default", "deny"], "cat", &[text(&neighbour)]);
            assert_eq!(outcome.stdout, "settings\n", "{outcome}");
        }
    }
}

/// Where the start folder is the home folder or the root, the preset would grant writing everywhere.
fn no_workspace(scene: &Scene) {
    for folder in [scene.path("home"), PathBuf::from("/")] {
        let mut command = scene.callgate();
        command.args(["run", "-p", "workspace", "--", "true"]).current_dir(&folder);
        scene.finish(&mut command).ends(125).says("workspace").never_says("panicked");
    }
}
