//! Hidden names: not there for any call that looks a name up, and nothing else is different.

use crate::case::Case;
use callgate_tests::{Need, Outcome, Scene, Variant};
use rustix::fs::XattrFlags;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];
const IA32: &[Need] = &[Need::Notify, Need::Addfd, Need::Ia32];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/hides/as-if-absent", needs: NOTIFY, run: |scene| absent(scene, Variant::Dynamic) },
    Case { name: "user/hides/as-if-absent-i386", needs: IA32, run: |scene| absent(scene, Variant::I386) },
    Case { name: "root/hides/as-if-absent", needs: NOTIFY, run: |scene| absent(scene, Variant::Dynamic) },
    Case {
        name: "user/hides/the-rest-is-as-it-was",
        needs: NOTIFY,
        run: |scene| rest(scene, Variant::Dynamic),
    },
    Case {
        name: "user/hides/the-rest-is-as-it-was-i386",
        needs: IA32,
        run: |scene| rest(scene, Variant::I386),
    },
    Case { name: "user/hides/exceptions", needs: NOTIFY, run: exceptions },
    Case { name: "user/hides/nothing-is-made-there", needs: NOTIFY, run: made },
    Case { name: "user/hides/sockets", needs: NOTIFY, run: sockets },
    Case { name: "user/hides/reported", needs: NOTIFY, run: reported },
    Case { name: "user/hides/own-links-of-proc", needs: NOTIFY, run: proc_links },
    Case { name: "root/hides/rights", needs: NOTIFY, run: rights },
];

const POLICY: &str = "callgate = 1\ndefault = \"allow\"\n[fs]\nhide = [\"**/hidden*\"]\n";

fn tree(scene: &Scene) {
    scene.put("file", "a file\n");
    scene.put("folder/file", "another\n");
    symlink("file", scene.work().join("link")).expect("a link");
    symlink("hidden/file", scene.work().join("into")).expect("a link");
    symlink("hidden", scene.work().join("onto")).expect("a link");
    symlink("folder/../hidden-file", scene.work().join("winding")).expect("a link");
}

fn hidden(scene: &Scene) {
    scene.put("hidden/file", "in a hidden folder\n");
    scene.put("hidden/folder/deep", "deep\n");
    scene.put("hidden-file", "a hidden file\n");
    symlink("file", scene.work().join("hidden-link")).expect("a link");
    symlink("hidden-loop", scene.work().join("hidden-loop")).expect("a link");
}

/// Each way to a hidden name; natively nothing is there.
const NAMES: &[&str] = &[
    "hidden",
    "hidden/",
    "hidden/.",
    "hidden/..",
    "hidden/../file",
    "hidden/file",
    "hidden/missing",
    "hidden/file/beyond",
    "hidden/folder/../../file",
    "./folder/.././hidden/folder/deep",
    "hidden-file",
    "hidden-file/",
    "hidden-file/x",
    "hidden-file/../file",
    "hidden-link",
    "hidden-link/x",
    "hidden-loop",
    "hidden-closed/x",
    "hidden-closed/..",
    "into",
    "onto",
    "onto/",
    "winding",
    "/proc/self/cwd/hidden-file",
    "/proc/self/cwd/hidden/..",
];

/// What is hidden is to every call what is not there at all: its output is compared with that of a native run
/// where nothing is.
fn absent(scene: &Scene, variant: Variant) {
    let program = scene.guests.find("looks", variant);
    let arguments = [&["all"][..], NAMES].concat();
    tree(scene);
    // The first run settles access times.
    scene.native(&program, &arguments);
    let native = scene.native(&program, &arguments);
    native.prints("hidden/file lstat n, b, 0, 0, 0: -ENOENT");
    hidden(scene);
    let closed = scene.work().join("hidden-closed");
    std::fs::create_dir(&closed).expect("a folder");
    std::fs::set_permissions(closed, std::fs::Permissions::from_mode(0o000)).expect("own folder");
    let supervised = scene.supervised(POLICY, &program, &arguments);
    assert_same(&native, &supervised);
    let kept = std::fs::read_to_string(scene.work().join("hidden-file")).unwrap_or_default();
    assert_eq!(kept, "a hidden file\n");
    // It was there: without the rule it is found.
    scene.native(&program, &["look", "hidden-file"]).prints("hidden-file access n, F_OK, 0, 0, 0: 0");
}

/// Names that are not hidden: every byte is as natively, inode numbers and times included.
fn rest(scene: &Scene, variant: Variant) {
    let names = [
        "file",
        "folder",
        "folder/",
        ".",
        "/",
        "",
        "link",
        "folder/..",
        "file/x",
        "missing",
        "/proc/version",
    ];
    let arguments = [&["look"][..], &names].concat();
    let program = scene.guests.find("looks", variant);
    tree(scene);
    let mark = rustix::fs::setxattr(scene.work().join("file"), "user.mark", b"a mark", XattrFlags::empty());
    // Not every file system keeps them; the answer is compared all the same.
    assert!(matches!(mark, Ok(()) | Err(rustix::io::Errno::OPNOTSUPP)), "{mark:?}");
    // The first run settles access times.
    scene.native(&program, &arguments);
    let native = scene.native(&program, &arguments);
    native.prints("link readlink n, b, 100, 0, 0: 4 66696c65");
    assert_same(&native, &scene.supervised(POLICY, &program, &arguments));
}

#[track_caller]
fn assert_same(native: &Outcome, supervised: &Outcome) {
    for (left, right) in native.stdout.lines().zip(supervised.stdout.lines()) {
        assert_eq!(left, right, "natively the former\n{}", supervised.stderr);
    }
    assert_eq!(native.stdout.lines().count(), supervised.stdout.lines().count(), "{supervised}");
}

/// What a rule excepts is found, through a folder that is not.
fn exceptions(scene: &Scene) {
    let policy = "callgate = 1\ndefault = \"allow\"\n[fs]\n\
        hide = [{ at = \"$CWD/h\", except = [\"$CWD/h/open\", \"$CWD/h/link\"] }]\n";
    scene.put("h/open/file", "found\n");
    scene.put("h/shut/file", "hidden\n");
    scene.put("other", "beside\n");
    symlink("../other", scene.work().join("h/link")).expect("a link");
    let script = "cat h/open/file h/link; stat -c %n h/open h/open/../open/file; \
        for f in h h/ h/. h/shut h/shut/file h/open/../shut/file h/.. h/open/../../other; do stat -c %n $f; done";
    let outcome = scene.supervised(policy, Path::new("/bin/sh"), &["-c", script]);
    assert_eq!(
        outcome.stdout, "found\nbeside\nh/open\nh/open/../open/file\nh/open/../../other\n",
        "{outcome}"
    );
}

/// A name that does not exist cannot be made either: somebody might be there.
fn made(scene: &Scene) {
    let tries = [
        "echo x > hidden-new",
        "echo x > hidden-file",
        "echo x >> hidden-file",
        "mkdir hidden-new",
        "mkdir hidden",
        "mkdir -p hidden/new",
        "touch hidden-new",
        "ln -s file hidden-new",
        "ln file hidden-new",
        "mv file hidden-new",
        "mv file hidden-file",
        "mv file hidden/",
        "cp file hidden-new",
        "cp file hidden",
        "mkfifo hidden-new",
        "mknod hidden-new p",
        "rm hidden-file",
        "rm -r hidden",
        "rmdir hidden/folder",
        "mv hidden-file seen",
        "mv hidden seen",
        "ln hidden-file seen",
        "cat hidden-file",
        "cat < hidden-file",
        "ls hidden",
    ];
    for script in tries {
        scene.reset();
        tree(scene);
        hidden(scene);
        let names = |folder: &Path| std::fs::read_dir(folder).map_or(0, Iterator::count);
        let before = (names(&scene.work()), names(&scene.work().join("hidden")));
        let outcome = scene.supervised(POLICY, Path::new("/bin/sh"), &["-c", script]);
        assert!(outcome.code != 0, "`{script}` thinks it worked\n{outcome}");
        let text = std::fs::read_to_string(scene.work().join("hidden-file")).unwrap_or_default();
        let after = (names(&scene.work()), names(&scene.work().join("hidden")));
        assert!(text == "a hidden file\n" && before == after, "`{script}` changed something\n{outcome}");
        for word in ["a hidden file", "in a hidden folder"] {
            assert!(!outcome.stdout.contains(word), "`{script}`\n{outcome}");
        }
    }
    // Nor does it get another name by way of a folder above it.
    let policy = "callgate = 1\ndefault = \"allow\"\n[fs]\nhide = [\"$CWD/a/b/secret\"]\n";
    for script in ["mv a x; cat x/b/secret", "mv a/b y; cat y/secret", "ln a/b/secret z; cat z"] {
        scene.reset();
        scene.put("a/b/secret", "the secret\n");
        let outcome = scene.supervised(policy, Path::new("/bin/sh"), &["-c", script]);
        assert!(!outcome.stdout.contains("the secret"), "`{script}`\n{outcome}");
    }
}

fn sockets(scene: &Scene) {
    let client = scene.guests.find("sockets", Variant::Dynamic);
    let server = UnixListener::bind(scene.work().join("hidden-agent")).expect("a socket");
    server.set_nonblocking(true).expect("own socket");
    symlink("hidden-agent", scene.work().join("agent")).expect("a link");
    for name in ["hidden-agent", "./hidden-agent", "agent"] {
        scene.native(&client, &["client", "unix", name]).ends(0);
        server.accept().expect("natively it connects");
        let outcome = scene.supervised(POLICY, &client, &["client", "unix", name]);
        outcome.ends(1).prints("connect: -ENOENT").says("fs.hide[0]");
        assert!(server.accept().is_err(), "connected to a hidden socket by {name}");
    }
    let script = "import socket\ns = socket.socket(socket.AF_UNIX)\ns.bind('hidden-new')\n";
    let outcome = scene.supervised(POLICY, Path::new("/usr/bin/python3"), &["-c", script]);
    outcome.says("No such file");
    assert!(!scene.work().join("hidden-new").exists(), "{outcome}");
}

fn reported(scene: &Scene) {
    hidden(scene);
    let script = "stat hidden-file; stat hidden/missing; stat hidden-nothing; test -e hidden-link";
    let outcome = scene.supervised(POLICY, Path::new("/bin/sh"), &["-c", script]);
    outcome.says("fs.hide").says("fs.hide[0]").says("ENOENT");
    let events = scene.events();
    let resolved: Vec<_> = events
        .iter()
        .filter(|event| event["op"] == "fs.hide")
        .map(|event| {
            event["target"]["resolved"].as_str().unwrap_or_default().rsplit('/').next().unwrap_or_default()
        })
        .collect();
    assert_eq!(resolved, ["hidden-file", "hidden-link"], "what was never there is no refusal\n{outcome}");
    assert!(events.iter().all(|event| event["type"] != "call" || event["errno"] == "ENOENT"), "{outcome}");
}

fn proc_links(scene: &Scene) {
    let set_up = |scene: &Scene| tree(scene);
    for variant in [Variant::Dynamic, Variant::I386] {
        if scene.guests.has("looks", variant) {
            let native = scene.same_under(&[POLICY], "looks", &[variant], &["self"], &set_up);
            native.prints("self 1").prints("thread-self 1").prints("an open self 1").prints("cwd 1");
        }
    }
}

fn rights(scene: &Scene) {
    let set_up = |scene: &Scene| {
        scene.put("closed/file", "root's\n");
        scene.put("world", "everybody's\n");
        symlink("file", scene.work().join("closed/link")).expect("a link");
        for (name, mode) in
            [("closed/file", 0o600), ("closed", 0o700), ("world", 0o644), ("", 0o755), ("..", 0o755)]
        {
            let path = scene.work().join(name);
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("own files");
        }
    };
    let native = scene.same_under(&[POLICY], "looks", &[Variant::Dynamic], &["rights"], &set_up);
    native.prints("real ids: 0").prints("effective ids: -EACCES").prints("real user: -EACCES");
}
