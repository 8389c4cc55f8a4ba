//! The five source documents, live: the policies and programs of `examples/`.

use crate::case::Case;
use crate::nets::free_port;
use callgate_tests::{Need, Scene, Variant};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Stdio;

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];
const IA32: &[Need] = &[Need::Notify, Need::Addfd, Need::Ia32];
const LANDLOCK: &[Need] = &[Need::Notify, Need::Addfd, Need::Landlock(1)];

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "root/documents/000-no-port-80",
        needs: &[Need::Notify, Need::Addfd, Need::Netns],
        run: port_80,
    },
    Case { name: "user/documents/000-no-such-port", needs: NOTIFY, run: other_port },
    Case { name: "user/documents/001-open-for", needs: LANDLOCK, run: open_for },
    Case {
        name: "user/documents/002-redirect",
        needs: NOTIFY,
        run: |scene| redirect(scene, &[Variant::Dynamic, Variant::Static]),
    },
    Case {
        name: "user/documents/002-redirect-i386",
        needs: IA32,
        run: |scene| redirect(scene, &[Variant::I386, Variant::I386Static]),
    },
    Case { name: "user/documents/003-orw", needs: &[Need::Ptrace], run: orw },
    Case {
        name: "user/documents/004-strict",
        needs: &[Need::Ptrace],
        run: |scene| strict(scene, Variant::Static),
    },
    Case {
        name: "user/documents/004-strict-i386",
        needs: &[Need::Ptrace, Need::Ia32],
        run: |scene| strict(scene, Variant::I386Static),
    },
];

/// A file of an example, compiled in: the unprivileged user may not be able to read the sources.
macro_rules! example {
    ($path:literal) => {
        include_str!(concat!("../../../examples/", $path))
    };
}

fn serve(scene: &Scene, policy: &str, denied: &str, allowed: &str) {
    let program = scene.guests.find("sockets", Variant::Dynamic);
    let mut command = scene.run_command(policy, &program, &["serve", denied, allowed]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("callgate starts");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
    let said: Vec<String> = lines.by_ref().take(4).collect();
    assert_eq!(said[1], format!("listen {denied}: -EACCES"));
    assert_eq!(said[3], format!("listen {allowed}: 0"));
    let mut stream = TcpStream::connect(format!("127.0.0.1:{allowed}")).expect("the server listens");
    stream.write_all(b"hello").expect("the server reads");
    let mut text = String::new();
    stream.read_to_string(&mut text).expect("the server answers");
    assert_eq!(text, "served hello");
    assert_eq!(child.wait().expect("it ends").code(), Some(7), "the server's status");
    let mut reported = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut reported).expect("text");
    for word in ["denied net.listen", &format!("tcp:0.0.0.0:{denied}"), "net.deny.listen[0]", "EACCES"] {
        assert!(reported.contains(word), "the report lacks {word}:\n{reported}");
    }
    assert!(!reported.contains(&format!("denied net.listen tcp:0.0.0.0:{allowed}")), "{reported}");
}

/// Ports 80 and 8080 in a network namespace of the case's own.
fn port_80(scene: &Scene) {
    if std::env::var_os("CALLGATE_OWN_NETWORK").is_none() {
        let itself = std::env::current_exe().expect("this binary");
        let status = std::process::Command::new("unshare")
            .args(["--net", "--"])
            .arg("/bin/sh")
            .args(["-c", "\"$0\" lo up && exec \"$1\"", &loopback(scene)])
            .arg(itself)
            .env("CALLGATE_OWN_NETWORK", "1")
            .status()
            .expect("unshare");
        assert!(status.success(), "in its own network: {status}");
        return;
    }
    serve(scene, example!("000-no-port-80/policy.toml"), "80", "8080");
}

/// A program that sets an interface up: iproute2 may not be there.
fn loopback(scene: &Scene) -> String {
    scene.guests.find("ifup", Variant::Static).to_str().expect("text").to_owned()
}

fn other_port(scene: &Scene) {
    let (denied, allowed) = (free_port(), free_port());
    let policy = example!("000-no-port-80/policy.toml").replace(":80\"", &format!(":{denied}\""));
    serve(scene, &policy, &denied, &allowed);
}

/// The target denies itself the file by its own Landlock domain; the rule has it opened nevertheless.
fn open_for(scene: &Scene) {
    let inbox = scene.path("policy/inbox");
    std::fs::create_dir_all(&inbox).expect("a folder");
    std::fs::write(inbox.join("letter"), "a letter").expect("own file");
    let keys = scene.path("home/keys");
    std::fs::create_dir_all(&keys).expect("a folder");
    std::fs::write(keys.join("app.pem"), "the key").expect("own file");
    std::fs::write(keys.join("other.pem"), "another key").expect("own file");
    let text = |path: PathBuf| path.to_str().expect("text").to_owned();
    let (letter, key, other) =
        (text(inbox.join("letter")), text(keys.join("app.pem")), text(keys.join("other.pem")));
    let program = scene.guests.find("landlocked", Variant::Dynamic);
    let args = [text(inbox), letter.clone(), key.clone(), other.clone()];
    let native = scene.native(&program, &args);
    native.prints(&format!("{letter}: a letter")).prints(&format!("{key}: -EACCES"));
    let guests =
        program.parent().and_then(Path::parent).expect("the stage").to_str().expect("text").to_owned();
    let policy = example!("001-open-for/policy.toml").replace("/srv/keys/app.pem", &key);
    let policy = format!("{policy}exec = [\"{guests}\"]\n");
    let outcome = scene.supervised(&policy, &program, &args);
    outcome.prints(&format!("{letter}: a letter")).prints(&format!("{key}: the key"));
    outcome.prints(&format!("{other}: -EACCES"));
    outcome.prints("unreadable pointer: -EFAULT").prints("over-long: -ENAMETOOLONG");
    outcome.ends(0).says("other.pem");
}

fn redirect(scene: &Scene, variants: &[Variant]) {
    let policy = example!("002-redirect/policy.toml");
    scene.put("ONE.txt", "This is ONE.txt\n");
    scene.put("TWO.txt", "This is TWO.txt\n");
    for &variant in variants {
        let cat = scene.guests.find("cat", variant);
        scene.native(&cat, &["TWO.txt"]).prints("This is TWO.txt");
        // By openat, by open, and under another name of the same file.
        let absolute = scene.work().join("TWO.txt");
        for args in [
            &["TWO.txt"][..],
            &["ONE.txt", "TWO.txt"],
            &["./x/../TWO.txt"],
            &[absolute.to_str().expect("text")],
        ] {
            std::fs::create_dir_all(scene.work().join("x")).expect("a folder");
            let outcome = scene.supervised(policy, &cat, args);
            outcome.ends(0).prints("This is ONE.txt").says("redirected");
            assert!(!outcome.stdout.contains("TWO"), "{outcome}");
        }
    }
    let outcome = scene.supervised(policy, Path::new("/bin/cat"), &["TWO.txt"]);
    assert_eq!(outcome.stdout, "This is ONE.txt\n", "{outcome}");
}

/// The presets that do what that page's typical filters do.
fn orw(scene: &Scene) {
    scene.put("file", "flag{text}\n");
    let program = scene.guests.find("bare", Variant::Static);
    let run = |preset: &str, args: &[&str]| {
        let mut command = scene.callgate();
        command.args(["run", "-p", preset, "--"]).arg(&program).args(args);
        scene.finish(&mut command)
    };
    for preset in ["orw", "orw-mprotect"] {
        run(preset, &["o", "file"]).ends(3).prints("alive\nflag{text}\n");
        run(preset, &["a", "file"]).ends(3).prints("alive\nflag{text}\n");
        run(preset, &["c"]).ends(121).says("execve");
        run(preset, &["p"]).ends(121).says("getppid");
    }
    run("orw", &["m"]).ends(121).says("mprotect");
    run("orw-mprotect", &["m"]).ends(3).prints("alive\n0\n");
}

fn strict(scene: &Scene, variant: Variant) {
    let program = scene.guests.find("bare", variant);
    let folder = scene.path("policy");
    std::fs::write(folder.join("strict.toml"), example!("004-strict/strict.toml")).expect("own file");
    std::fs::write(folder.join("strict-exit-group.toml"), example!("004-strict/strict-exit-group.toml"))
        .expect("own file");
    let run = |policy: &str, args: &[&str]| {
        let mut command = scene.callgate();
        command.args(["run", "-p", policy, "--"]).arg(&program).args(args);
        scene.finish(&mut command)
    };
    let own = folder.join("strict.toml");
    let with_exit = folder.join("strict-exit-group.toml");
    for policy in ["strict", own.to_str().expect("text")] {
        run(policy, &["g"]).ends(121).prints("alive\n").says("exit_group(3)");
        run(policy, &["e"]).ends(3).prints("alive\n");
        run(policy, &["b"]).ends(121).says("brk");
    }
    for policy in ["strict-exit-group", with_exit.to_str().expect("text")] {
        run(policy, &["g"]).ends(3).prints("alive\n");
        run(policy, &["b"]).ends(121).says("brk");
    }
    // An ordinary static program dies in its start-up code, and the report says at which call.
    let ordinary = scene.guests.find("cat", variant);
    let mut command = scene.callgate();
    command.args(["run", "-p", "strict", "--"]).arg(&ordinary);
    scene.finish(&mut command).ends(121).says("killed");
}
