//! `run --suggest`: a run under what it writes succeeds, and is allowed no more than that.

use crate::case::Case;
use callgate_tests::scene::Outcome;
use callgate_tests::{Need, Scene, Variant};
use std::path::{Path, PathBuf};

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];
/// With what confines execution.
const LANDLOCK: &[Need] = &[Need::Notify, Need::Addfd, Need::Landlock(2)];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/suggest/python", needs: LANDLOCK, run: python },
    Case { name: "root/suggest/python", needs: LANDLOCK, run: python },
    Case { name: "user/suggest/shell", needs: LANDLOCK, run: shell },
    Case { name: "user/suggest/tar", needs: LANDLOCK, run: tar },
    Case { name: "user/suggest/denial-by-denial", needs: LANDLOCK, run: step_by_step },
    Case { name: "user/suggest/secrets-stay-denied", needs: NOTIFY, run: secrets },
    Case { name: "user/suggest/calls", needs: NOTIFY, run: calls },
    Case { name: "user/suggest/its-file", needs: NOTIFY, run: file },
];

/// What denies every file and address: the run starts from nothing but the launch.
const DENY_ALL: &str = "callgate = 1\nname = \"nothing\"\ndefault = \"deny\"\n";

struct Suggested {
    file: PathBuf,
    text: String,
    outcome: Outcome,
}

/// Runs under the policy with `--suggest`, and more flags.
fn suggest(scene: &Scene, policy: &Path, more: &[&str], program: &Path, args: &[&str]) -> Suggested {
    let file = scene.path("suggested.toml");
    let _ = std::fs::remove_file(&file);
    let mut command = scene.callgate();
    command.arg("run").args(more).arg("-p").arg(policy).arg("--suggest").arg(&file);
    let outcome = scene.finish(command.arg("--").arg(program).args(args));
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{error}\n{outcome}"));
    Suggested { file, text, outcome }
}

/// Runs under these policies.
fn again(scene: &Scene, policies: &[&Path], program: &Path, args: &[&str]) -> Outcome {
    let mut command = scene.callgate();
    command.arg("run").arg("--json").arg(scene.path("events.jsonl"));
    for policy in policies {
        command.arg("-p").arg(policy);
    }
    scene.finish(command.arg("--").arg(program).args(args))
}

/// One observed run says all that the program needs: under that alone, and with the policy it ran under, it does what
/// it does natively, and nothing is denied.
fn learns(scene: &Scene, program: &Path, args: &[&str], set_up: &dyn Fn()) -> Suggested {
    scene.reset();
    set_up();
    let native = scene.native(program, args);
    assert_eq!(native.code, 0, "{native}");
    scene.reset();
    set_up();
    let policy = scene.policy(DENY_ALL);
    let denied = again(scene, &[&policy], program, args);
    assert_ne!(denied.code, 0, "the policy denies nothing\n{denied}");
    let suggested = suggest(scene, &policy, &["--observe"], program, args);
    assert_eq!((&native.stdout, native.code), (&suggested.outcome.stdout, suggested.outcome.code));
    suggested.outcome.says("suggested.toml");
    assert!(!suggested.text.lines().any(|line| line.trim() == "\"/\","), "{}", suggested.text);
    for policies in [&[suggested.file.as_path()][..], &[policy.as_path(), suggested.file.as_path()]] {
        scene.reset();
        set_up();
        let outcome = again(scene, policies, program, args);
        assert_eq!(
            (&native.stdout, native.code),
            (&outcome.stdout, outcome.code),
            "{outcome}\n{}",
            suggested.text
        );
        let end = scene.events().pop().expect("an end");
        assert_eq!(end["totals"]["denied"], 0, "{outcome}\n{}", suggested.text);
        // What was not needed is still denied.
        std::fs::write(scene.path("home/never-asked-for"), "x").expect("own file");
        let other = scene.path("home/never-asked-for");
        let other = again(scene, policies, Path::new("/bin/cat"), &[other.to_str().expect("text")]);
        assert_ne!(other.code, 0, "{other}\n{}", suggested.text);
    }
    suggested
}

/// Files by name and by made-up names, folders, a server and its client, another program.
const SCRIPT: &str = r#"
import json, os, socket, subprocess, tempfile
os.makedirs("out/deep", exist_ok=True)
for name in ("a", "b", "c"):
    with open(f"out/{name}.json", "w") as file:
        json.dump({"name": name}, file)
os.rename("out/a.json", "out/deep/a.json")
with tempfile.TemporaryDirectory() as folder:
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        file.write(b"text")
server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen()
client = socket.create_connection(server.getsockname())
server.accept()[0].sendall(b"hello")
print(client.recv(5).decode())
print(subprocess.run(["sort", "data/words"], capture_output=True, text=True).stdout)
print(sorted(os.listdir("out")))
"#;

fn python(scene: &Scene) {
    let set_up = || {
        scene.put("script.py", SCRIPT);
        scene.put("data/words", "two\none\n");
    };
    let suggested = learns(scene, Path::new("/usr/bin/python3"), &["script.py"], &set_up);
    for rule in ["\"$CWD/out\",", "\"$TMPDIR\",", "\"tcp:127.0.0.1:0\",", "# python3"] {
        assert!(suggested.text.contains(rule), "no {rule} in\n{}", suggested.text);
    }
}

fn shell(scene: &Scene) {
    let script = "set -e; mkdir -p build; for i in 1 2 3 4; do echo $i > build/$i; done; cat build/* | tr -d '\\n'; \
        sed -i s/1/one/ build/1; t=$(mktemp); cp build/1 $t; cat $t; rm $t; find build -type f | wc -l; . ./settings; \
        (cd build && tar cf ../build.tar .); mv build.tar done.tar; ln -s build link; ls link/; echo $SETTING";
    let set_up = || {
        scene.put("settings", "SETTING=value\n");
    };
    let suggested = learns(scene, Path::new("/bin/sh"), &["-c", script], &set_up);
    assert!(suggested.text.contains("\"$CWD\","), "a folder and three files of it\n{}", suggested.text);
}

fn tar(scene: &Scene) {
    let pack = || {
        for folder in 0..5 {
            for file in 0..10 {
                scene.put(&format!("in/{folder}/file-{file}"), "text\n");
            }
        }
        let script = "tar cf in.tar in && rm -r in";
        scene.native(Path::new("/bin/sh"), &["-c", script]).ends(0);
    };
    let suggested = learns(scene, Path::new("/bin/tar"), &["xvf", "in.tar"], &pack);
    assert!(suggested.text.contains("\"$CWD/in\","), "fifty files are one folder\n{}", suggested.text);
}

/// Without --observe each run says what stopped it, and the next comes further.
fn step_by_step(scene: &Scene) {
    let policy = scene.policy("callgate = 1\nuse = [\"base\"]\ndefault = \"deny\"\n");
    scene.put("data/words", "two\none\n");
    let script = "sort data/words > sorted && cat sorted && mkdir d && mv sorted d";
    let mut current = policy;
    for round in 0..12 {
        let suggested = suggest(scene, &current, &[], Path::new("/bin/sh"), &["-c", script]);
        if suggested.outcome.code == 0 {
            suggested.outcome.prints("one\ntwo\n");
            assert!(round > 1, "the policy denied nothing");
            assert!(suggested.text.contains("# Nothing was denied."), "{}", suggested.text);
            return;
        }
        current = scene.path(&format!("policy/round-{round}.toml"));
        std::fs::rename(suggested.file, &current).expect("own files");
    }
    panic!("the suggested rules do not help:\n{}", std::fs::read_to_string(current).expect("text"));
}

/// What a rule denies is listed and stays denied; so does what looks like a secret where no rule names it.
fn secrets(scene: &Scene) {
    let folder = scene.path("home/.ssh");
    std::fs::create_dir_all(&folder).expect("own folder");
    std::fs::write(folder.join("id_ed25519"), "the key\n").expect("own file");
    scene.put("kept", "kept by a rule\n");
    scene.put("plain", "plain\n");
    let script = "cat ~/.ssh/id_ed25519 kept plain";
    for policy in
        ["use = [\"base\"]\ndefault = \"deny\"\n[fs]\n", "use = [\"workspace\"]\n[fs]\nread = [\"/\"]\n"]
    {
        let policy = scene.policy(&format!("callgate = 1\n{policy}deny.read = [\"$CWD/kept\"]\n"));
        let suggested = suggest(scene, &policy, &["--observe"], Path::new("/bin/sh"), &["-c", script]);
        suggested.outcome.ends(0).prints("the key");
        let listed: Vec<&str> = suggested.text.lines().filter(|line| line.starts_with("#   ")).collect();
        for object in [".ssh/id_ed25519", "/kept"] {
            assert!(listed.iter().any(|line| line.contains(object)), "{object}\n{}", suggested.text);
        }
        let outcome = again(scene, &[&suggested.file], Path::new("/bin/sh"), &["-c", script]);
        outcome.ends(1).prints("plain").says("denied fs.read");
        assert!(!outcome.stdout.contains("the key") && !outcome.stdout.contains("by a rule"), "{outcome}");
    }
}

/// Calls go by their names; a rule that refuses one is not overruled.
fn calls(scene: &Scene) {
    let program = scene.guests.find("procs", Variant::Static);
    let policy =
        "callgate = 1\n[syscalls]\ndefault = \"kill\"\nallow = [\"read\"]\nerrno.EPERM = [\"getuid\"]\n";
    let policy = scene.policy(policy);
    let args = ["forks", "3"];
    again(scene, &[&policy], &program, &args).ends(121);
    let suggested = suggest(scene, &policy, &["--observe"], &program, &args);
    let native = scene.native(&program, &args);
    let outcome = again(scene, &[&suggested.file], &program, &args);
    assert_eq!(
        (&native.stdout, native.code),
        (&outcome.stdout, outcome.code),
        "{outcome}\n{}",
        suggested.text
    );
    assert!(suggested.text.contains("\"exit_group\","), "{}", suggested.text);
    let suggested = suggest(scene, &policy, &["--observe"], Path::new("/bin/sh"), &["-c", "id -u"]);
    assert!(!suggested.text.contains("\"getuid\""), "{}", suggested.text);
    assert!(suggested.text.contains("#   getuid: rule syscalls.errno.EPERM[0]"), "{}", suggested.text);
}

/// Flags go on in the text; a file that exists is not touched; nothing starts where no file can be made.
fn file(scene: &Scene) {
    scene.put("a", "a\n");
    scene.put("b", "b\n");
    let policy = scene.policy("callgate = 1\nuse = [\"base\"]\ndefault = \"deny\"\n");
    let flags = ["--observe", "--read", "a", "--without", "terminal", "--report", "none"];
    let suggested = suggest(scene, &policy, &flags, Path::new("/bin/cat"), &["a", "b"]);
    suggested.outcome.ends(0).never_says("would deny");
    for line in ["  # given as a flag", "  \"$CWD/a\",", "  \"$CWD/b\",", "without = [\"terminal\"]"] {
        assert!(suggested.text.contains(line), "no {line} in\n{}", suggested.text);
    }
    again(scene, &[&suggested.file], Path::new("/bin/cat"), &["a", "b"]).ends(0).prints("a\nb\n");
    let try_file = |file: &Path| {
        let mut command = scene.callgate();
        command.args(["run", "--observe", "-p"]).arg(&policy).arg("--suggest").arg(file);
        scene.finish(command.args(["--", "/bin/sh", "-c", "echo started"]))
    };
    let outcome = try_file(&suggested.file);
    outcome.ends(125).says("the file exists");
    assert_eq!(outcome.stdout, "");
    assert_eq!(std::fs::read_to_string(&suggested.file).expect("text"), suggested.text);
    let outcome = try_file(&scene.path("no/such/folder/x.toml"));
    outcome.ends(125).says("cannot write");
    assert_eq!(outcome.stdout, "");
    // The program cannot plant the file that callgate is about to write.
    let planted = scene.work().join("planted.toml");
    let mut command = scene.callgate();
    command
        .args(["run", "-p"])
        .arg(scene.policy("callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.read = [\"/nowhere\"]\n"));
    command.arg("--suggest").arg(&planted).args(["--", "/bin/sh", "-c", "echo evil > planted.toml"]);
    scene.finish(&mut command).says("denied fs.write");
    let text = std::fs::read_to_string(&planted).expect("the suggestion");
    assert!(text.contains("callgate = 1") && !text.contains("evil\n"), "{text}");
    let left: Vec<_> = std::fs::read_dir(scene.work()).expect("own folder").flatten().collect();
    assert!(
        left.iter().all(|entry| !entry.file_name().to_string_lossy().starts_with(".planted")),
        "{left:?}"
    );
}
