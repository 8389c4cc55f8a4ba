//! Side doors of a resource policy (rule 7 of the language): each is gone through natively, and found shut
//! under a policy. `confine.rs` has the same calls with bad arguments.

use crate::case::Case;
use callgate_tests::{Need, Outcome, Scene, Variant};
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::os::fd::AsRawFd;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];
const URING: &[Need] = &[Need::Notify, Need::Addfd, Need::IoUring];
const USERNS: &[Need] = &[Need::Notify, Need::Addfd, Need::Userns];
const ADMIN: &[Need] = &[Need::Notify, Need::Addfd, Need::Admin];
const EXECUTE: &[Need] = &[Need::Notify, Need::Addfd, Need::Landlock(2)];
/// The scopes of signals and abstract sockets.
const SCOPES: &[Need] = &[Need::Notify, Need::Addfd, Need::Landlock(6)];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/doors/name", needs: NOTIFY, run: |scene| files(scene, &["name"]) },
    Case { name: "user/doors/io_uring", needs: URING, run: |scene| files(scene, &["io_uring"]) },
    Case { name: "root/doors/io_uring", needs: URING, run: |scene| files(scene, &["io_uring"]) },
    Case { name: "root/doors/open_by_handle_at", needs: ADMIN, run: |scene| files(scene, &["handle"]) },
    Case { name: "user/doors/user-namespaces", needs: USERNS, run: |scene| files(scene, USER_NAMESPACES) },
    Case { name: "root/doors/namespaces", needs: ADMIN, run: |scene| files(scene, NAMESPACES) },
    Case { name: "root/doors/mounts", needs: ADMIN, run: |scene| files(scene, MOUNTS) },
    Case { name: "user/doors/userfaultfd", needs: NOTIFY, run: |scene| files(scene, &["userfaultfd"]) },
    Case {
        name: "root/doors/kernel",
        needs: ADMIN,
        run: |scene| files(scene, &["bpf", "perf", "userfaultfd"]),
    },
    Case { name: "root/doors/terminal", needs: ADMIN, run: |scene| files(scene, &["TIOCSTI"]) },
    Case { name: "user/doors/listener", needs: NOTIFY, run: |scene| files(scene, &["listener"]) },
    Case { name: "user/doors/memfd", needs: EXECUTE, run: nameless_image },
    Case { name: "user/doors/processes", needs: NOTIFY, run: |scene| outsiders(scene, PROCESSES, POLICIES) },
    Case { name: "root/doors/processes", needs: NOTIFY, run: |scene| outsiders(scene, PROCESSES, POLICIES) },
    Case { name: "user/doors/proc", needs: NOTIFY, run: |scene| outsiders(scene, PROC, POLICIES) },
    Case { name: "root/doors/proc", needs: NOTIFY, run: |scene| outsiders(scene, PROC, POLICIES) },
    Case { name: "user/doors/signals", needs: SCOPES, run: |scene| outsiders(scene, SIGNALS, POLICIES) },
    Case { name: "root/doors/signals", needs: SCOPES, run: |scene| outsiders(scene, SIGNALS, POLICIES) },
    Case {
        name: "user/doors/abstract",
        needs: SCOPES,
        run: |scene| outsiders(scene, ABSTRACT, FILE_POLICIES),
    },
    Case {
        name: "root/doors/abstract",
        needs: SCOPES,
        run: |scene| outsiders(scene, ABSTRACT, FILE_POLICIES),
    },
    Case { name: "root/doors/fanotify", needs: ADMIN, run: fanotify },
    Case { name: "user/doors/core-file", needs: NOTIFY, run: core_file },
    Case { name: "user/doors/inherited", needs: NOTIFY, run: inherited },
];

const USER_NAMESPACES: &[&str] = &["user namespace", "clone", "clone3"];
const NAMESPACES: &[&str] = &["mount namespace", "user namespace", "clone", "clone3", "setns"];
const MOUNTS: &[&str] =
    &["bind mount", "open_tree", "fsmount", "umount", "mount_setattr", "pivot_root", "setns"];
const PROCESSES: &[&str] =
    &["process_vm_readv", "process_vm_writev", "PTRACE_SEIZE", "PTRACE_ATTACH", "pidfd_getfd"];
const PROC: &[&str] = &[
    "mem",
    "mem written",
    "environ",
    "environ of the thread",
    "maps",
    "smaps",
    "auxv",
    "fd",
    "cwd",
    "root",
    "below root",
    "exe",
];
const SIGNALS: &[&str] = &["kill", "SIGCONT", "tgkill", "tkill", "sigqueue", "pidfd_send_signal", "F_SETOWN"];
const ABSTRACT: &[&str] = &["abstract stream", "abstract datagram"];

/// One file is denied, by what allows all else and by what lists it; only writes are judged; only addresses are.
const DENIED: &str = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"$CWD/denied\"]\n";
const LISTED: &str =
    "callgate = 1\ndefault = \"deny\"\n[fs]\nexec = [\"/\"]\nwrite = [\"/\"]\ndeny.all = [\"$CWD/denied\"]\n";
const WRITES: &str = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.write = [\"$CWD/denied\"]\n";
const ADDRESSES: &str = "callgate = 1\ndefault = \"allow\"\n[net]\ndeny.connect = [\"tcp:*:1\"]\n";
const POLICIES: &[&str] = &[DENIED, LISTED, WRITES, ADDRESSES];
/// Where addresses are judged, the rules speak of abstract sockets; elsewhere Landlock's scope does.
const FILE_POLICIES: &[&str] = &[DENIED, WRITES];

/// The kernel writes a core file with the program's rights, and removes what has its name.
fn core_file(scene: &Scene) {
    scene.reset();
    let kept = scene.put("denied/core", SECRET);
    let crash = "ulimit -c unlimited 2>/dev/null; cd denied && kill -ABRT $$";
    let outcome = scene.supervised(WRITES, Path::new("/bin/sh"), &["-c", crash]);
    outcome.ends(128 + 6);
    let names: Vec<_> = fs::read_dir(scene.work().join("denied")).expect("a folder").collect();
    assert!(names.len() == 1, "{names:?}");
    assert_eq!(fs::read_to_string(kept).expect("it is there still"), SECRET);
}

/// What an outsider prints last.
const UNTOUCHED: &str = "memory: kept here\n";

const SECRET: &str = "what the policy denies";

/// Folders on mounts of their own, in a mount namespace of the command's own.
const IN_MOUNTS: &str = "mount --bind denied denied && mount --bind other other && exec \"$@\"";

/// Runs a door of `through.c`, natively or under a policy; root's in mounts that nobody else sees.
fn go(scene: &Scene, policy: Option<&str>, door: &str) -> Outcome {
    scene.reset();
    let file = scene.put("denied/file", SECRET);
    scene.put("other/empty", "");
    let mut words: Vec<OsString> = Vec::new();
    if rustix::process::geteuid().is_root() {
        words.extend(["unshare", "--mount", "sh", "-c", IN_MOUNTS, "sh"].map(OsString::from));
    }
    if let Some(policy) = policy {
        words.extend([scene.stage.join("callgate").into(), "run".into(), "-q".into(), "-p".into()]);
        words.extend([scene.policy(policy).into(), "--".into()]);
    }
    words.extend([scene.guests.find("through", Variant::Dynamic).into(), door.into(), file.into()]);
    scene.finish(scene.command(words[0].as_ref()).args(&words[1..]))
}

fn files(scene: &Scene, doors: &[&str]) {
    for door in doors {
        let native = go(scene, None, door);
        assert!(native.stdout.starts_with("through: "), "natively {door} is not open\n{native}");
        for policy in [DENIED, LISTED] {
            let outcome = go(scene, Some(policy), door);
            let shut = outcome.stdout.starts_with("shut: ") && !outcome.stdout.contains("through");
            assert!(shut, "{door} is open under\n{policy}\n{outcome}");
        }
    }
}

/// What somebody outside opens, the kernel opens for the watcher too.
fn fanotify(scene: &Scene) {
    let path = scene.work().join("denied/file");
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                // It is made anew for each run.
                let _ = fs::read(&path);
                std::thread::yield_now();
            }
        });
        let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| files(scene, &["fanotify"])));
        over.store(true, Ordering::Relaxed);
        done.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
    });
}

/// Only a list of programs may be executed, and a file without a name is on no list.
fn nameless_image(scene: &Scene) {
    let native = go(scene, None, "memfd");
    assert_eq!(native.stdout, "through: executed\n", "{native}");
    let guests = scene.stage.join("guests");
    let policy = format!(
        "callgate = 1\ndefault = \"deny\"\nuse = [\"base\"]\n[fs]\nread = [\"{0}\"]\nexec = [\"{0}\"]\n",
        guests.display()
    );
    let outcome = go(scene, Some(&policy), "memfd");
    assert_eq!(outcome.stdout, "shut: EACCES\n", "{outcome}");
}

/// Goes through each door to a process of the same user that is not of the run.
fn outsiders(scene: &Scene, doors: &[&str], policies: &[&str]) {
    let program = scene.guests.find("outsider", Variant::Dynamic);
    let visit = |policy: Option<&str>, door: &str| {
        let mut command = scene.command(&program);
        command.arg("wait").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut outsider = command.spawn().expect("the guest starts");
        let mut output = BufReader::new(outsider.stdout.take().expect("a pipe"));
        let mut line = String::new();
        output.read_line(&mut line).expect("its first line");
        let args: Vec<&str> = [door].into_iter().chain(line.split_whitespace()).collect();
        let outcome = match policy {
            Some(policy) => scene.supervised(policy, &program, &args),
            None => scene.native(&program, &args),
        };
        drop(outsider.stdin.take());
        let mut after = String::new();
        output.read_to_string(&mut after).expect("text");
        outsider.wait().expect("our child");
        (outcome, after)
    };
    for door in doors {
        let (native, after) = visit(None, door);
        assert!(native.stdout.starts_with("through: "), "natively {door} is not open\n{native}");
        let touches = SIGNALS.contains(door) && *door != "SIGCONT" || *door == "process_vm_writev";
        assert_eq!(after != UNTOUCHED, touches, "natively {door}: {after}");
        for policy in policies {
            let (outcome, after) = visit(Some(policy), door);
            // Nobody is told that a signal of fcntl(2) was kept back.
            let shut = outcome.stdout.starts_with("shut: ") || *door == "F_SETOWN";
            assert!(
                shut && after == UNTOUCHED,
                "{door} is open under\n{policy}\n{outcome}\noutside: {after}"
            );
        }
    }
}

/// Descriptors that callgate itself inherited: a directory from which everything can be opened.
fn inherited(scene: &Scene) {
    let script = "cat <&\"$0\" 2>/dev/null || echo closed";
    let file = fs::File::open(scene.put("denied/file", SECRET)).expect("own file");
    rustix::io::fcntl_setfd(&file, rustix::io::FdFlags::empty()).expect("own descriptor");
    let number = file.as_raw_fd().to_string();
    assert!(file.as_raw_fd() > 2);
    let run = |command: &mut Command| scene.finish(command.args(["/bin/bash", "-c", script, &number]));
    let native = run(&mut scene.command("/usr/bin/env".as_ref()));
    assert_eq!(native.stdout, SECRET, "{native}");
    for policy in [DENIED, WRITES, ADDRESSES] {
        let policy = scene.policy(policy);
        let outcome = run(scene.callgate().args(["run", "-q", "-p"]).arg(policy).arg("--"));
        assert_eq!(outcome.stdout, "closed\n", "{outcome}");
    }
}
