//! Programs that people run, under the policies of `examples/`: natively each one's attack succeeds, supervised
//! the transcript in its README is what is printed, and the work is done.

use crate::case::Case;
use crate::nets::free_port;
use callgate_tests::example::{Example, Started};
use callgate_tests::{Need, Scene};
use rustix::process::Signal;
use std::fs;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];
/// Their presets confine execution to a list.
const EXECUTE: &[Need] = &[Need::Notify, Need::Addfd, Need::Landlock(2)];
/// Their transcripts show what Landlock's scopes refuse.
const SCOPES: &[Need] = &[Need::Notify, Need::Addfd, Need::Landlock(6)];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/programs/npm-install", needs: EXECUTE, run: npm_install },
    Case { name: "root/programs/npm-install", needs: EXECUTE, run: npm_install },
    Case { name: "user/programs/git-clone", needs: NOTIFY, run: git_clone },
    Case { name: "root/programs/git-clone", needs: NOTIFY, run: git_clone },
    Case { name: "user/programs/cargo-build", needs: EXECUTE, run: cargo_build },
    Case { name: "root/programs/cargo-build", needs: EXECUTE, run: cargo_build },
    Case { name: "user/programs/http-server", needs: EXECUTE, run: http_server },
    Case { name: "root/programs/http-server", needs: EXECUTE, run: http_server },
    Case { name: "user/programs/shell", needs: SCOPES, run: shell },
    Case { name: "root/programs/shell", needs: SCOPES, run: shell },
    Case { name: "user/programs/tar", needs: NOTIFY, run: tar },
    Case { name: "root/programs/tar", needs: NOTIFY, run: tar },
    Case { name: "user/programs/go-server", needs: EXECUTE, run: go_server },
    Case { name: "root/programs/go-server", needs: EXECUTE, run: go_server },
    Case { name: "user/programs/node-server", needs: EXECUTE, run: node_server },
    Case { name: "root/programs/node-server", needs: EXECUTE, run: node_server },
    Case { name: "user/programs/pip-install", needs: EXECUTE, run: pip_install },
    Case { name: "root/programs/pip-install", needs: EXECUTE, run: pip_install },
];

const KEY: &str = "the key\n";

/// Where the attacks send what they found.
struct Collector {
    port: String,
    arrived: Receiver<String>,
}

impl Collector {
    fn open() -> Collector {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port().to_string();
        let (arrive, arrived) = channel();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.expect("a connection");
                let _ =
                    stream.write_all(b"from the collector").and_then(|()| stream.shutdown(Shutdown::Write));
                let mut text = String::new();
                let _ = stream.read_to_string(&mut text);
                if arrive.send(text).is_err() {
                    return;
                }
            }
        });
        Collector { port, arrived }
    }

    fn got(&self, text: &str) {
        assert_eq!(self.arrived.recv().expect("the collector runs"), text);
    }

    /// Connections arrive in their order: ours is the first, so there was none before.
    fn got_nothing(&self) {
        let mut stream = TcpStream::connect(format!("127.0.0.1:{}", self.port)).expect("it listens");
        stream.write_all(b"nothing").expect("it reads");
        drop(stream);
        self.got("nothing");
    }
}

fn exists(folder: &Path, name: &str) -> bool {
    folder.join(name).exists()
}

fn run(scene: &Scene, program: &str, args: &[&str]) {
    let outcome = scene.native(Path::new(program), args);
    assert!(
        outcome.code == 0,
        "{program} {args:?}: {outcome}\n(tests/debian-packages names what must be installed)"
    );
}

fn npm_install(scene: &Scene) {
    let collector = Collector::open();
    let example = || Example::new(scene, "005-npm-install", &[("4444", &collector.port)]);
    let native = example();
    native.natively(scene).end();
    collector.got(KEY);
    assert!(exists(&native.home, ".bashrc"));
    let supervised = example();
    supervised.plays(scene);
    collector.got_nothing();
    assert!(!exists(&supervised.home, ".bashrc"));
}

fn git_clone(scene: &Scene) {
    let example = || {
        let example = Example::new(scene, "006-git-clone", &[]);
        run(scene, "git", &["init", "--quiet"]);
        run(scene, "git", &["init", "--quiet", "upstream"]);
        fs::write(example.folder.join("upstream/file"), "text\n").expect("own file");
        run(scene, "git", &["-C", "upstream", "add", "file"]);
        let author = ["-c", "user.name=n", "-c", "user.email=n@example.com"];
        let commit = ["commit", "--quiet", "-m", "the first commit"];
        run(scene, "git", &[&["-C", "upstream"], &author[..], &commit[..]].concat());
        example
    };
    let native = example();
    native.natively(scene).end();
    assert_eq!(fs::read_to_string(native.folder.join("deps/one/loot")).expect("the hook ran"), KEY);
    assert!(exists(&native.folder, ".git/hooks/pre-commit"));
    let supervised = example();
    supervised.plays(scene);
    for clone in ["deps/one", "deps/two"] {
        let text = fs::read_to_string(supervised.folder.join(clone).join("file"));
        assert_eq!(text.expect("a clone"), "text\n");
    }
    assert!(!exists(&supervised.folder, ".git/hooks/pre-commit"));
    let config = fs::read_to_string(supervised.folder.join(".git/config")).expect("it is there");
    assert!(!config.contains("fsmonitor"), "{config}");
}

fn cargo_build(scene: &Scene) {
    let collector = Collector::open();
    let home = if rustix::process::geteuid().is_root() { "root" } else { "user" };
    let home = scene.stage.join("homes").join(home);
    // The toolchain in it is large, so the engines share one: each its turn.
    let turn = fs::File::create(home.join(".turn")).expect("own folder");
    turn.lock().expect("a lock");
    let example = || {
        let mut example =
            Example::new(scene, "007-cargo-build", &[("4444", &collector.port)]).at_home(home.clone());
        let _ = fs::remove_file(home.join(".cargo/bin/ls"));
        example.set("CARGO_REGISTRY_TOKEN", "the token");
        example
    };
    let native = example();
    native.natively(scene).end();
    collector.got(&format!("Ok(\"the token\") {KEY}"));
    assert!(exists(&home, ".cargo/bin/ls"));
    example().plays(scene);
    collector.got_nothing();
    assert!(!exists(&home, ".cargo/bin/ls"));
}

fn http_server(scene: &Scene) {
    let port = free_port();
    let visit = |native: bool| {
        let example = Example::new(scene, "008-http-server", &[("8080", &port)]);
        std::os::unix::fs::symlink(example.home.join(".ssh"), example.folder.join("public/keys"))
            .expect("a link");
        let server = if native { example.natively(scene) } else { example.serve(scene) };
        let served = get(&port, "/index.html");
        assert!(served.ends_with("<p>Hello from this folder.</p>\n"), "{served}");
        let stolen = get(&port, "/keys/id_ed25519");
        server.signal(Signal::INT);
        let printed = server.end();
        assert_eq!(printed.code, 0, "{}", printed.text);
        (example, printed, stolen)
    };
    assert!(visit(true).2.ends_with(KEY));
    let (example, printed, stolen) = visit(false);
    assert!(stolen.starts_with("HTTP/1.0 404"), "{stolen}");
    example.served(&printed);
}

fn shell(scene: &Scene) {
    let example = || {
        let mut example = Example::new(scene, "009-shell", &[]);
        run(scene, "git", &["init", "--quiet"]);
        fs::write(example.folder.join(".env"), "PASSWORD=secret\n").expect("own file");
        example.set("AWS_SECRET_ACCESS_KEY", "secret too");
        example
    };
    let native = example();
    let printed = native.natively(scene).end();
    for stolen in ["the key", "PASSWORD=secret", "is 'secret too'", "CALLGATE_STAGE=", "a signal left"] {
        assert!(printed.text.contains(stolen), "natively it does not print {stolen}\n{}", printed.text);
    }
    assert!(exists(&native.home, ".bashrc") && exists(&native.folder, ".git/hooks/pre-commit"));
    let supervised = example();
    supervised.plays(scene);
    assert!(!exists(&supervised.home, ".bashrc") && !exists(&supervised.folder, ".git/hooks/pre-commit"));
}

fn tar(scene: &Scene) {
    let path = |below: &str| scene.path(below).to_str().expect("text").to_owned();
    // The bait alone, for the run without callgate, and with 20,000 files.
    let (small, large) = (path("small.tar"), path("large.tar"));
    let example = |archive: &str| {
        let example = Example::new(scene, "010-tar", &[]);
        fs::create_dir(example.folder.join("out")).expect("a folder");
        if Path::new(archive).exists() {
            fs::hard_link(archive, example.folder.join("archive.tar")).expect("a link");
        }
        example
    };
    let bait = example(&small).folder.join("bait");
    fs::write(bait, "cat ~/.ssh/*\n").expect("a file");
    run(scene, "tar", &["cPf", &small, "--transform", "s,^bait$,../../home/.bashrc,", "bait"]);
    let tree = scene.path("tree");
    for folder in 0..200 {
        let folder = tree.join(format!("folder-{folder}"));
        fs::create_dir_all(&folder).expect("a folder");
        for file in 0..100 {
            fs::write(folder.join(format!("file-{file}")), "text\n").expect("a file");
        }
    }
    run(scene, "tar", &["cf", &large, "-C", &path("tree"), "."]);
    run(scene, "tar", &["Af", &large, &small]);
    let native = example(&small);
    native.natively(scene).end();
    assert!(exists(&native.home, ".bashrc"));
    let supervised = example(&large);
    supervised.plays(scene);
    assert!(!exists(&supervised.home, ".bashrc"));
}

fn go_server(scene: &Scene) {
    let (collector, port) = (Collector::open(), free_port());
    let visit = |native: bool| {
        let example = Example::new(scene, "011-go-server", &[("8080", &port), ("4444", &collector.port)]);
        fs::copy(scene.stage.join("go-server"), example.folder.join("server")).expect("it was built");
        let server = if native { example.natively(scene) } else { example.serve(scene) };
        assert!(get(&port, "/file?name=hello.txt").ends_with("Hello from Go.\n"));
        let worked = get(&port, "/work");
        assert!(worked.ends_with("\n1000 opens, 0 interrupted\n"), "{worked}");
        let key = get(&port, "/file?name=../../home/.ssh/id_ed25519");
        let fetched = get(&port, &format!("/fetch?from=127.0.0.1:{}", collector.port));
        (example, stop(server), key, fetched)
    };
    let (_, _, key, fetched) = visit(true);
    assert!(key.ends_with(KEY) && fetched.ends_with("from the collector"), "{key}\n{fetched}");
    collector.got("");
    let (example, printed, key, fetched) = visit(false);
    assert!(key.starts_with("HTTP/1.0 403") && fetched.starts_with("HTTP/1.0 502"), "{key}\n{fetched}");
    collector.got_nothing();
    example.served(&printed);
}

fn node_server(scene: &Scene) {
    let port = free_port();
    let visit = |native: bool| {
        let example = Example::new(scene, "012-node-server", &[("8080", &port)]);
        let server = if native { example.natively(scene) } else { example.serve(scene) };
        assert!(get(&port, "/?name=hello.txt").ends_with("Hello from Node.\n"));
        let key = get(&port, "/?name=../../home/.ssh/id_ed25519");
        let injected = get(&port, "/count?name=hello.txt;touch$IFS$9planted");
        (exists(&example.folder, "planted"), stop(server), example, key, injected)
    };
    let (planted, _, _, key, _) = visit(true);
    assert!(planted && key.ends_with(KEY), "{key}");
    let (planted, printed, example, key, injected) = visit(false);
    assert!(
        !planted && key.ends_with("failed: EACCES") && injected.ends_with("failed: EACCES"),
        "{key}\n{injected}"
    );
    example.served(&printed);
}

fn pip_install(scene: &Scene) {
    let collector = Collector::open();
    let example = || Example::new(scene, "013-pip-install", &[("4444", &collector.port)]);
    let native = example();
    native.natively(scene).end();
    collector.got(KEY);
    assert!(exists(&native.home, ".profile"));
    // setup.py runs a second time to build what it described.
    collector.got(KEY);
    let supervised = example();
    supervised.plays(scene);
    collector.got_nothing();
    assert!(!exists(&supervised.home, ".profile"));
}

/// One request to a server that may still be starting.
fn get(port: &str, path: &str) -> String {
    let mut stream = loop {
        match TcpStream::connect(format!("127.0.0.1:{port}")) {
            Ok(stream) => break stream,
            // The case's watchdog bounds this.
            Err(_) => std::thread::yield_now(),
        }
    };
    write!(stream, "GET {path} HTTP/1.0\r\n\r\n").expect("it reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    answer.replace("\r\n", "\n")
}

fn stop(server: Started) -> callgate_tests::example::Printed {
    server.signal(Signal::TERM);
    let printed = server.end();
    assert_eq!(printed.code, 0, "{}", printed.text);
    printed
}
