//! Calls that make, change and remove names: as natively where allowed, refused where not.

use crate::case::Case;
use callgate_tests::scene::JUDGE_ALL;
use callgate_tests::{Need, Scene, Variant};
use std::path::Path;

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];
const IA32: &[Need] = &[Need::Notify, Need::Addfd, Need::Ia32];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/writes/names-and-metadata", needs: NOTIFY, run: |scene| all(scene, Variant::Dynamic) },
    Case { name: "user/writes/names-and-metadata-i386", needs: IA32, run: |scene| all(scene, Variant::I386) },
    Case { name: "root/writes/names-and-metadata", needs: NOTIFY, run: |scene| all(scene, Variant::Dynamic) },
    Case { name: "user/writes/denied-everywhere", needs: NOTIFY, run: denied },
    Case { name: "user/writes/open-files", needs: NOTIFY, run: |scene| open_files(scene, Variant::Dynamic) },
    Case { name: "user/writes/open-files-i386", needs: IA32, run: |scene| open_files(scene, Variant::I386) },
    Case {
        name: "user/writes/read-only-descriptors",
        needs: NOTIFY,
        run: |scene| read_only(scene, Variant::Dynamic),
    },
    Case {
        name: "user/writes/read-only-descriptors-i386",
        needs: IA32,
        run: |scene| read_only(scene, Variant::I386),
    },
    Case {
        name: "root/writes/read-only-descriptors",
        needs: NOTIFY,
        run: |scene| read_only(scene, Variant::Dynamic),
    },
    Case { name: "user/writes/a-socket-is-a-name", needs: NOTIFY, run: socket },
    Case { name: "root/writes/a-socket-of-another-user", needs: NOTIFY, run: foreign_socket },
    Case { name: "user/writes/both-names-of-a-rename", needs: NOTIFY, run: rename },
    Case { name: "user/writes/an-ancestor-is-not-renamed", needs: NOTIFY, run: ancestor },
];

fn all(scene: &Scene, variant: Variant) {
    scene.same("writes", &[variant], &[], &|_| ());
}

/// Nothing below `kept` may change, by any call.
fn denied(scene: &Scene) {
    let policy = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.write = [\"$CWD/kept\"]\n";
    let tries = [
        "echo x > kept/file",
        "echo x >> kept/file",
        "echo x > kept/new",
        "mkdir kept/d",
        "rmdir kept/empty",
        "rm kept/file",
        "mv kept/file away",
        "mv other kept/file",
        "ln kept/file link",
        "ln other kept/link",
        "ln -s x kept/symlink",
        "chmod 600 kept/file",
        "chown $(id -u) kept/file",
        "touch kept/file",
        "touch -h kept/file",
        "truncate -s 0 kept/file",
        "mkfifo kept/fifo",
        "mknod kept/node p",
        "cd kept; rm file",
        "cd kept; mv file ../away",
        "cp other kept/file",
        "dd if=/dev/null of=kept/file",
        "rm -rf kept",
        "mv kept elsewhere",
        "sed -i s/a/b/ kept/file",
    ];
    for script in tries {
        scene.reset();
        scene.put("kept/file", "kept\n");
        scene.put("other", "other\n");
        std::fs::create_dir_all(scene.work().join("kept/empty")).expect("a folder");
        let outcome = scene.supervised(policy, Path::new("/bin/sh"), &["-c", script]);
        let text = std::fs::read_to_string(scene.work().join("kept/file")).unwrap_or_default();
        let names = std::fs::read_dir(scene.work().join("kept")).map_or(0, Iterator::count);
        assert!(text == "kept\n" && names == 2, "`{script}` changed kept\n{outcome}");
        assert!(outcome.code != 0, "`{script}` thinks it worked\n{outcome}");
        outcome.says("fs.write").says("fs.deny.write[0]");
    }
}

/// Each kind of descriptor, and what may be done by it.
fn open_files(scene: &Scene, variant: Variant) {
    let set_up = |scene: &Scene| {
        scene.put("file", "x");
        scene.put("folder/file", "x");
    };
    let all = [
        "file",
        "folder",
        "pipe",
        "socket",
        "memfd",
        "deleted",
        "tmpfile",
        "closed",
        "negative",
        "cwd",
        "path:file",
        "path:folder",
        "/dev/null",
    ];
    let native = scene.same("descriptors", &[variant], &all, &set_up);
    native.prints("file fchmod: 0").prints("path:file fchmod: -EBADF").prints("closed fsetxattr: -EBADF");
    // What only some file systems know, and changes names or versions, is refused for all.
    let outcome = scene.supervised(JUDGE_ALL, &scene.guests.find("descriptors", variant), &["refused"]);
    for what in ["setversion", "setversion of ext4", "verity", "snapshot", "handle of xfs"] {
        outcome.prints(&format!("refused {what}: -EPERM"));
    }
}

/// A file that may only be read stays as it is, by whatever descriptor (the doors natively open).
fn read_only(scene: &Scene, variant: Variant) {
    use std::os::unix::fs::MetadataExt;
    let policy = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.write = [\"$CWD/kept\"]\n";
    let program = scene.guests.find("descriptors", variant);
    scene.put("kept/file", "x");
    let file = scene.work().join("kept/file");
    let before = std::fs::metadata(&file).expect("own file");
    let names = ["kept/file", "kept", "path:kept/file"];
    let outcome = scene.supervised(policy, &program, &names);
    let after = std::fs::metadata(&file).expect("own file");
    assert_eq!(
        (before.mode(), before.mtime(), before.ctime_nsec()),
        (after.mode(), after.mtime(), after.ctime_nsec())
    );
    outcome.says("fs.deny.write[0]");
    let native = scene.native(&program, &names);
    for (line, natively) in outcome.stdout.lines().zip(native.stdout.lines()) {
        let refused = line.ends_with(": -EACCES");
        // What is free or fails natively may say so; what works natively must not.
        let harmless = line.contains("unrelated") || line.contains(" mode ");
        assert!(refused || harmless || !natively.ends_with(": 0"), "{line}, natively {natively}\n{outcome}");
    }
    for door in ["fchmod", "fchown nothing", "futimens", "fsetxattr", "setflags", "fssetxattr"] {
        if native.stdout.contains(&format!("kept/file {door}: 0")) {
            outcome.prints(&format!("kept/file {door}: -EACCES"));
        }
    }
    native.prints("kept/file fchmod: 0").prints("kept/file futimens: 0");
    outcome.prints("path:kept/file fchmod: -EBADF");
}

/// Binding a unix socket makes a name, also where no rule speaks of addresses.
fn socket(scene: &Scene) {
    let policy = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.write = [\"$CWD/kept\"]\n";
    let program = scene.guests.find("descriptors", Variant::Dynamic);
    std::fs::create_dir_all(scene.work().join("kept")).expect("a folder");
    for (name, answer) in
        [("bind:kept/socket", "-EACCES"), ("bind:socket", "0"), ("bind:none/socket", "-ENOENT")]
    {
        let outcome = scene.supervised(policy, &program, &[name]);
        outcome.prints(&format!("{name} bind: {answer}"));
    }
    assert!(!scene.work().join("kept/socket").exists() && scene.work().join("socket").exists());
    scene.native(&program, &["bind:kept/socket"]).prints("bind: 0");
}

/// A program that gave up root, or that chose a root folder, binds what is its own.
fn foreign_socket(scene: &Scene) {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let policy = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.write = [\"$CWD/kept\"]\n";
    let program = scene.guests.find("descriptors", Variant::Static);
    std::fs::create_dir_all(scene.work().join("kept")).expect("a folder");
    for (folder, mode) in [(scene.path(""), 0o755), (scene.work(), 0o777), (scene.work().join("kept"), 0o777)]
    {
        std::fs::set_permissions(folder, std::fs::Permissions::from_mode(mode)).expect("own folder");
    }
    let script = format!(
        "setpriv --reuid 64321 --regid 64321 --clear-groups {0} bind:socket bind:kept/socket bind:/root/socket; \
            cp {0} bound; chroot . /bound bind:/chrooted bind:/kept/chrooted",
        program.display()
    );
    let outcome = scene.supervised(policy, Path::new("/bin/sh"), &["-c", &script]);
    let expected = "bind:socket bind: 0\nbind:kept/socket bind: -EACCES\nbind:/root/socket bind: -EACCES\n\
        bind:/chrooted bind: 0\nbind:/kept/chrooted bind: -EACCES\n";
    assert_eq!(outcome.stdout, expected, "{outcome}");
    let owner =
        |name: &str| std::fs::symlink_metadata(scene.work().join(name)).map(|metadata| metadata.uid()).ok();
    assert_eq!((owner("socket"), owner("chrooted"), owner("kept/socket")), (Some(64321), Some(0), None));
}

fn rename(scene: &Scene) {
    let policy = "callgate = 1\ndefault = \"deny\"\nuse = [\"base\"]\n[fs]\nread = [\"/\"]\nexec = [\"/\"]\nwrite = [\"$CWD/a\"]\n";
    for (script, works) in
        [("mv a/x a/y", true), ("mv a/x b/x", false), ("mv b/z a/z", false), ("ln b/z a/z", false)]
    {
        scene.reset();
        scene.put("a/x", "x");
        scene.put("b/z", "z");
        let outcome = scene.supervised(policy, Path::new("/bin/sh"), &["-c", script]);
        assert!((outcome.code == 0) == works, "`{script}`\n{outcome}");
        assert!(scene.work().join("b/z").exists(), "`{script}` moved b/z");
    }
}

fn ancestor(scene: &Scene) {
    // What is denied by name must not get another name by way of a folder above it.
    let policy = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"$CWD/a/b/secret\"]\n";
    let set_up = || {
        scene.put("a/b/secret", "the secret\n");
    };
    for script in ["mv a x; cat x/b/secret", "mv a/b y; cat y/secret", "mkdir n; mv a n/; cat n/a/b/secret"] {
        scene.reset();
        set_up();
        scene.native(Path::new("/bin/sh"), &["-c", script]).prints("the secret");
        scene.reset();
        set_up();
        let outcome = scene.supervised(policy, Path::new("/bin/sh"), &["-c", script]);
        assert!(!outcome.stdout.contains("the secret"), "`{script}`\n{outcome}");
    }
}
