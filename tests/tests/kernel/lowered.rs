//! Rules that Landlock holds by itself: what they deny is denied, what they allow works, nothing comes to the supervisor,
//! and the program is told the same as where the supervisor judges.

use crate::case::Case;
use callgate_tests::{Need, Outcome, Scene, Variant};
use std::net::TcpListener;
use std::os::unix::fs::symlink;

const FILES: &[Need] = &[Need::Notify, Need::Addfd, Need::Landlock(3)];
const TCP: &[Need] = &[Need::Notify, Need::Addfd, Need::Landlock(4)];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/lowered/files", needs: FILES, run: files },
    Case { name: "root/lowered/files", needs: FILES, run: files },
    Case { name: "user/lowered/only-reads", needs: FILES, run: only_reads },
    Case { name: "user/lowered/only-writes", needs: FILES, run: only_writes },
    Case { name: "user/lowered/execution-listed-too", needs: FILES, run: with_execution },
    Case { name: "user/lowered/by-kernel", needs: FILES, run: by_kernel },
    Case { name: "user/lowered/tcp-ports", needs: TCP, run: ports },
    Case { name: "root/lowered/tcp-ports", needs: TCP, run: ports },
    Case { name: "user/lowered/an-older-landlock", needs: FILES, run: older },
    Case { name: "user/lowered/never-weaker", needs: FILES, run: never_weaker },
    Case { name: "root/lowered/processes-of-others", needs: FILES, run: processes },
    Case { name: "user/lowered/what-why-says", needs: FILES, run: why },
];

const HEAD: &str = "callgate = 1\ndefault = \"deny\"\nreport = \"none\"\n";
/// The folders of a scene: granted for reading and writing, once more, for reading, not at all.
const FOLDERS: [&str; 4] = ["in", "in2", "ro", "out"];
/// What moves from which to which; the first that may.
const PAIRS: [&str; 12] = ["in", "ro", "ro", "in", "in", "out", "out", "in", "in", "in2", "in2", "in"];

fn set_up(scene: &Scene) {
    for folder in FOLDERS {
        for file in ["file", "gone", "moving", "sub/file", "moving.d/file"] {
            scene.put(&format!("{folder}/{file}"), "some text\n");
        }
        symlink("../ro/file", scene.work().join(folder).join("link")).expect("a fresh folder");
    }
}

/// The rules on files, and what lets the guest start; without a rule of `fs.exec` nothing else may be executed.
fn rules(scene: &Scene) -> String {
    let guests = scene.stage.join("guests");
    format!(
        "[fs]\nread = [\"$CWD/in\", \"$CWD/in2\", \"$CWD/ro\", \"{}\"]\nwrite = [\"$CWD/in/*\", \"$CWD/in2/*\"]\n",
        guests.display()
    )
}

/// Runs the guest under a policy, its folders fresh, with further flags for `run`.
fn run(scene: &Scene, policy: &str, flags: &[&str], args: &[&str]) -> Outcome {
    scene.reset();
    set_up(scene);
    let file = scene.policy(policy);
    let mut command = scene.callgate();
    command.arg("run").arg("-p").arg(file).arg("--json").arg(scene.path("events.jsonl")).args(flags);
    command.arg("--").arg(scene.guests.find("grants", Variant::Static)).args(args);
    scene.finish(&mut command)
}

/// How many calls of the last run came to the supervisor, and what enforced how many rules.
fn end(scene: &Scene) -> (u64, serde_json::Value) {
    let events = scene.events();
    let notified = events.last().and_then(|end| end["totals"]["notifications"].as_u64());
    (notified.expect("an end event"), events[0]["plan"].clone())
}

/// Runs the guest with Landlock and without, and fails the case unless it was told the same. Returns what it was told, and
/// how many calls were notified with Landlock.
#[track_caller]
fn same(scene: &Scene, policy: &str, args: &[&str]) -> (Outcome, u64) {
    let judged = run(scene, policy, &["--withhold", "landlock"], args);
    assert!(end(scene).1["rules"]["landlock"].is_null(), "{}", end(scene).1);
    let lowered = run(scene, policy, &[], args);
    let (notified, plan) = end(scene);
    assert!(plan["rules"]["landlock"].as_u64() > Some(0), "nothing was lowered: {plan}\n{lowered}");
    assert_eq!((&lowered.stdout, lowered.code), (&judged.stdout, judged.code), "{args:?} under\n{policy}");
    lowered.ends(0);
    (lowered, notified)
}

fn files(scene: &Scene) {
    let policy = format!("{HEAD}{}", rules(scene));
    let words = |first: &'static str, more: &[&'static str]| [&[first], more].concat();
    let (said, notified) = same(scene, &policy, &words("files", &FOLDERS));
    for allowed in [
        "read in",
        "write in",
        "create in",
        "truncate and read in2",
        "list in",
        "mkdir in",
        "unlink in2",
        "read ro",
    ] {
        said.prints(&format!("{allowed}: ok\n"));
    }
    for denied in [
        "write ro",
        "create ro",
        "truncate ro",
        "list out",
        "read out",
        "unlink a file ro",
        "rename within ro",
        "mkdir out",
    ] {
        said.prints(&format!("{denied}: -EACCES\n"));
    }
    for itself in ["remove the folder itself in", "rename the folder itself in"] {
        said.prints(&format!("{itself}: -EACCES\n"));
    }
    said.prints("read what is not there out: -ENOENT\n");
    assert_eq!(notified, 0, "Landlock alone decides\n{said}");
    let (said, notified) = same(scene, &policy, &words("pairs", &PAIRS));
    said.prints("rename from in to in2: ok\n").prints("write there in2 to in: ok\n");
    said.prints("rename from in to out: -EACCES\n").prints("rename a folder from ro to in: -EACCES\n");
    assert_eq!(notified, 0, "Landlock alone decides\n{said}");
    // What Landlock does not know, or would answer otherwise, is judged all the same.
    let (said, notified) = same(scene, &policy, &words("rest", &FOLDERS));
    said.prints("chmod in: ok\n").prints("chmod ro: -EACCES\n").prints("futimens ro: -EACCES\n");
    said.prints("nameless in: -EACCES\n").prints("nameless beneath in: ok\n").prints("link ro: -EACCES\n");
    assert!(notified > 0, "{said}");
}

/// Writes are the supervisor's, since a pattern is in the way; reads are not.
fn only_reads(scene: &Scene) {
    let policy =
        format!("{HEAD}{}", rules(scene).replace("\"$CWD/in2/*\"", "\"$CWD/in?/*\", \"$CWD/ro/*.log\""));
    let policy = policy.replace("\"$CWD/in\", \"$CWD/in2\", ", "\"$CWD\", ");
    // The rules on writes allow reading too, but only where it is allowed anyway; yet one with a pattern is no grant.
    let said = run(scene, &policy, &[], &["files", "in"]);
    said.ends(0).prints("write in: ok\n");
    assert!(end(scene).0 > 0, "{said}");
    let words: Vec<&str> = std::iter::once("files").chain(FOLDERS).collect();
    let judged = run(scene, &policy, &["--withhold", "landlock"], &words);
    assert_eq!(run(scene, &policy, &[], &words).stdout, judged.stdout);
}

/// Every file may be read, so only the opens that write are anybody's question.
fn only_writes(scene: &Scene) {
    let policy =
        format!("{HEAD}[fs]\nread = [\"/\"]\nexec = [\"/\"]\nwrite = [\"$CWD/in/*\", \"$CWD/in2/*\"]\n");
    let words: Vec<&str> = std::iter::once("files").chain(FOLDERS).collect();
    let (said, notified) = same(scene, &policy, &words);
    said.prints("read out: ok\n").prints("write out: -EACCES\n").prints("create in: ok\n");
    assert_eq!(notified, 0, "{said}");
}

fn with_execution(scene: &Scene) {
    let policy = format!("{HEAD}{}exec = [\"{}\"]\n", rules(scene), scene.stage.join("guests").display());
    let words: Vec<&str> = std::iter::once("pairs").chain(PAIRS).collect();
    let (said, notified) = same(scene, &policy, &words);
    said.prints("rename from in to in2: ok\n").prints("rename from in to out: -EACCES\n");
    assert!(notified > 0, "a rename may not make a file executable\n{said}");
    let (said, notified) = same(scene, &policy, &["files", "in", "ro", "out"]);
    // Four renames in each of the folders, and one of each folder.
    assert_eq!(notified, 15, "{said}");
}

/// `via = "kernel"`: nothing at all is asked, and what that leaves open has to be named.
fn by_kernel(scene: &Scene) {
    let policy = "callgate = 1\ndefault = \"deny\"\n[fs]\nexec = [\"/\"]\nwrite = [{ at = \"$CWD/in\", via = \"kernel\" }]\n";
    let refused = run(scene, policy, &[], &["rest", "in"]);
    refused.ends(125).says("metadata").says("--allow-unenforced metadata");
    let waived = ["--allow-unenforced", "metadata"];
    let said = run(scene, policy, &waived, &["files", "in", "out"]);
    said.ends(0)
        .prints("write in: ok\n")
        .prints("write out: -EACCES\n")
        .prints("remove the folder itself in: -EACCES\n");
    said.never_says("callgate: denied");
    assert_eq!(end(scene).0, 0, "{said}");
    let said = run(scene, policy, &waived, &["rest", "in", "out"]);
    said.prints("chmod out: ok\n").prints("link out: -EACCES\n");
    // The supervisor is still asked for the bind: default deny is of addresses too.
    assert_eq!(end(scene).0, 2, "{said}");
    let too_old = run(scene, policy, &["--withhold", "landlock=2", waived[0], waived[1]], &["files", "in"]);
    too_old
        .ends(125)
        .says("fs.write[0]")
        .says("it needs Landlock 3 (Linux 6.2), and here is Landlock 2")
        .says("leave out `via`");
}

fn ports(scene: &Scene) {
    let (granted, other) = (TcpListener::bind("127.0.0.1:0"), TcpListener::bind("127.0.0.1:0"));
    let (granted, other) = (granted.expect("a port"), other.expect("a port"));
    let port = |listener: &TcpListener| listener.local_addr().expect("bound").port().to_string();
    let (granted, other) = (port(&granted), port(&other));
    let addresses = format!("[\"tcp:*:{granted}\", \"udp:*:*\", \"unix:/\", \"unix:@*\"]");
    let policy = format!(
        "{HEAD}[fs]\nexec = [\"/\"]\nwrite = [\"$CWD/in/*\"]\n[net]\nconnect = {addresses}\nbind = {addresses}\nsend = [\"unix:/\", \"unix:@*\"]\n"
    );
    let (said, notified) = same(scene, &policy, &["tcp", &granted]);
    said.prints("connect: ok\n")
        .prints("connect by IPv6: ok\n")
        .prints("bind: ok\n")
        .prints("send that connects: ok\n");
    // Landlock does not see what sending connects: those two are asked about.
    assert_eq!(notified, 2, "{said}");
    let (said, notified) = same(scene, &policy, &["tcp", &other]);
    for denied in ["connect", "connect by IPv6", "send that connects", "message that connects", "bind"] {
        said.prints(&format!("{denied}: -EACCES\n"));
    }
    said.prints("connect by UDP: ok\n");
    assert_eq!(notified, 2, "{said}");
}

/// Rules that an older Landlock cannot hold go to the supervisor, and mean the same.
fn older(scene: &Scene) {
    let policy = format!("{HEAD}{}", rules(scene));
    let words: Vec<&str> = std::iter::once("files").chain(FOLDERS).collect();
    let told = run(scene, &policy, &[], &words);
    for version in ["0", "1", "2"] {
        let said = run(scene, &policy, &["--withhold", &format!("landlock={version}")], &words);
        assert_eq!(said.stdout, told.stdout, "Landlock {version}");
        let (notified, plan) = end(scene);
        assert!(notified > 0, "Landlock {version}: {plan}");
        // Version 2 still holds reads.
        assert_eq!(plan["rules"]["landlock"].is_null(), version != "2", "{plan}");
    }
}

/// Policies in which something is in the way keep the supervisor, whatever is reported.
fn never_weaker(scene: &Scene) {
    let outside = scene.stage.join("guests");
    let guests = outside.display();
    let read = format!("read = [\"$CWD\", \"{guests}\"]");
    for (fs, denied) in [
        // The policy's own file lies in what may be written.
        (
            format!("{read}\nwrite = [\"$CWD/in/*\", \"{}/*\"]", scene.path("policy").display()),
            "write ro: -EACCES\n",
        ),
        // The folder itself may be removed and made anew.
        (format!("{read}\nwrite = [\"$CWD/in\"]"), "write ro: -EACCES\n"),
        // Something is denied of what is allowed.
        (
            format!("{read}\nwrite = [\"$CWD/in/*\"]\ndeny.write = [\"$CWD/in/sub\"]"),
            "exchange in: -EACCES\n",
        ),
        (
            format!("{read}\nwrite = [{{ at = \"$CWD/in/*\", except = [\"$CWD/in/file\"] }}]"),
            "write in: -EACCES\n",
        ),
        (format!("{read}\nwrite = [\"$CWD/in/*\", \"$CWD/not-there/*\"]"), "write ro: -EACCES\n"),
        (format!("{read}\nwrite = [\"$CWD/in/*\"]\nhide = [\"$CWD/out\"]"), "read out: -ENOENT\n"),
    ] {
        let said = run(scene, &format!("{HEAD}[fs]\n{fs}\n"), &[], &["files", "in", "ro", "out"]);
        said.ends(0).prints(denied);
        assert!(end(scene).0 > 0, "{fs}\n{said}");
    }
    // The folder that is made anew is granted like the old one.
    let policy = format!("{HEAD}[fs]\n{read}\nwrite = [\"$CWD/in2\"]\n");
    std::fs::remove_dir_all(scene.work())
        .and_then(|()| std::fs::create_dir(scene.work()))
        .expect("a fresh folder");
    let said = run(scene, &policy, &[], &["files", "in2"]);
    said.ends(0).prints("rename the folder itself in2: -EACCES\n");
}

/// A capability reads what Landlock's domain keeps shut, so root's reads of /proc are the supervisor's.
fn processes(scene: &Scene) {
    let guests = scene.stage.join("guests");
    let policy = format!("{HEAD}[fs]\nread = [\"/proc\", \"{}\"]\n", guests.display());
    let environment = format!("/proc/{}/environ", std::process::id());
    let file = scene.policy(&policy);
    let mut command = scene.callgate();
    command.arg("run").arg("-p").arg(file).arg("--json").arg(scene.path("events.jsonl")).arg("--");
    command.arg(scene.guests.find("cat", Variant::Static)).args([&environment]);
    let said = scene.finish(&mut command);
    said.ends(1).prints(": -EACCES");
    assert!(end(scene).0 > 0, "{said}");
}

/// After a denial of which nobody told, `why` says whose it may be.
fn why(scene: &Scene) {
    let policy = format!("{HEAD}{}", rules(scene));
    run(scene, &policy, &[], &["files", "out"])
        .prints("read out: -EACCES\n")
        .says("what Landlock denied is not counted");
    let said = scene.finish(scene.callgate().arg("why"));
    said.ends(0).prints("Landlock").prints("--report denials").prints("callgate why");
    // Who wants to know whether anything was denied has the supervisor judge.
    run(scene, &policy, &["--fail-on-deny"], &["files", "out"]).ends(120).never_says("read out");
    let mut question = scene.callgate();
    question.arg("why").arg("-p").arg(scene.path("policy/policy.toml")).args(["fs.read", "out/file"]);
    let said = scene.finish(&mut question);
    said.ends(0).prints("deny").prints("Landlock").prints("EACCES");
}
