//! Calls that make, change and remove names: as natively where allowed, refused where not.

use crate::case::Case;
use callgate_tests::{Need, Scene, Variant};
use std::path::Path;

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];
const IA32: &[Need] = &[Need::Notify, Need::Addfd, Need::Ia32];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/writes/names-and-metadata", needs: NOTIFY, run: |scene| all(scene, Variant::Dynamic) },
    Case { name: "user/writes/names-and-metadata-i386", needs: IA32, run: |scene| all(scene, Variant::I386) },
    Case { name: "root/writes/names-and-metadata", needs: NOTIFY, run: |scene| all(scene, Variant::Dynamic) },
    Case { name: "user/writes/denied-everywhere", needs: NOTIFY, run: denied },
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
