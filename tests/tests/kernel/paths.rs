//! Walking names as the target: dirfds, `..`, links, /proc, roots, mounts, and what rules then see.

use crate::case::Case;
use callgate_tests::{Need, Scene, Variant};
use std::os::unix::fs::symlink;
use std::path::Path;

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];
const IA32: &[Need] = &[Need::Notify, Need::Addfd, Need::Ia32];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/paths/walk", needs: NOTIFY, run: |scene| walk(scene, Variant::Dynamic) },
    Case { name: "user/paths/walk-static", needs: NOTIFY, run: |scene| walk(scene, Variant::Static) },
    Case { name: "user/paths/walk-i386", needs: IA32, run: |scene| walk(scene, Variant::I386) },
    Case { name: "root/paths/walk", needs: NOTIFY, run: |scene| walk(scene, Variant::Dynamic) },
    Case { name: "user/paths/rules-see-the-resolved-file", needs: NOTIFY, run: resolved },
    Case { name: "user/paths/rules-reach-through-proc", needs: NOTIFY, run: through_proc },
    Case { name: "user/paths/the-policy-file-is-write-denied", needs: NOTIFY, run: own_files },
    Case { name: "user/paths/hard-links-follow-the-file-that-is-denied", needs: NOTIFY, run: hard_link },
    Case { name: "root/paths/chroot", needs: NOTIFY, run: chroot },
    Case { name: "root/paths/credentials", needs: NOTIFY, run: credentials },
    Case { name: "user/paths/strange-start-folder", needs: NOTIFY, run: strange_folder },
];

fn walk(scene: &Scene, variant: Variant) {
    scene.same("paths", &[variant], &[], &|_| ());
}

/// Denies one file and tries it under every name it has.
fn resolved(scene: &Scene) {
    let policy = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"$CWD/secret\"]\n";
    scene.put("secret/key", "the secret\n");
    scene.put("open/file", "in the open\n");
    symlink("secret/key", scene.work().join("link")).expect("a link");
    symlink(scene.work().join("secret"), scene.work().join("open/folder")).expect("a link");
    symlink("/proc/self/cwd/secret/key", scene.work().join("magic")).expect("a link");
    let cwd = scene.work().to_str().expect("text").to_owned();
    let absolute = format!("{cwd}/secret/key");
    let names = [
        "secret/key",
        "./secret/./key",
        "open/../secret/key",
        "link",
        "open/folder/key",
        "magic",
        "/proc/self/cwd/secret/key",
        "/proc/self/root/../secret/key",
        "secret/../secret/key",
        "open/folder/../secret/key",
        "secret//key",
        absolute.as_str(),
    ];
    let cat = scene.guests.find("cat", Variant::Dynamic);
    for name in names {
        let native = scene.native(&cat, &[name]);
        let outcome = scene.supervised(policy, &cat, &[name]);
        if native.stdout.contains("ENOENT") {
            assert!(!outcome.stdout.contains("the secret"), "{name}\n{outcome}");
            continue;
        }
        native.prints("the secret");
        outcome.prints("-EACCES").ends(1).says("fs.read").says("secret/key").says("fs.deny.all[0]");
    }
    scene.supervised(policy, &cat, &["open/file"]).prints("in the open").ends(0);
}

fn through_proc(scene: &Scene) {
    // The descriptor was inherited, but reopening it by name is an open of the file.
    let policy = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.write = [\"$CWD/readonly\"]\n";
    scene.put("readonly", "kept\n");
    let script = "exec 5<readonly; (echo changed > /proc/self/fd/5) 2>/dev/null && echo written; cat readonly; \
        (echo changed > /dev/fd/5) 2>/dev/null && echo written; cat <&5";
    let outcome = scene.supervised(policy, Path::new("/bin/sh"), &["-c", script]);
    assert_eq!(outcome.stdout, "kept\nkept\n", "{outcome}");
}

fn own_files(scene: &Scene) {
    let script = "p=$(dirname \"$PWD\")/policy/policy.toml; (echo '# more' >> $p) 2>/dev/null && echo appended; \
        rm -f $p 2>/dev/null && echo removed; mv $p $p.old 2>/dev/null && echo renamed; cat $p | head -1";
    let outcome =
        scene.supervised("callgate = 1\ndefault = \"allow\"\n", Path::new("/bin/sh"), &["-c", script]);
    assert_eq!(outcome.stdout, "callgate = 1\n", "{outcome}");
}

fn hard_link(scene: &Scene) {
    let policy = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"$CWD/secret\"]\n";
    scene.put("secret", "the secret\n");
    let script = "ln secret other 2>/dev/null && cat other; mv secret moved 2>/dev/null && cat moved; \
        mkdir d; mv secret d/ 2>/dev/null && cat d/secret; cat secret 2>/dev/null; echo end";
    scene.native(Path::new("/bin/sh"), &["-c", script]).prints("the secret");
    scene.reset();
    scene.put("secret", "the secret\n");
    let outcome = scene.supervised(policy, Path::new("/bin/sh"), &["-c", script]);
    assert_eq!(outcome.stdout, "end\n", "{outcome}");
}

fn chroot(scene: &Scene) {
    let set_up = |scene: &Scene| {
        scene.put("jail/file", "inside the jail\n");
        scene.put("jail/etc/hostname", "jailed\n");
        std::fs::create_dir_all(scene.work().join("jail/bin")).expect("a folder");
        std::fs::copy("/bin/busybox", scene.work().join("jail/bin/busybox")).expect("busybox-static");
        symlink("/file", scene.work().join("jail/absolute")).expect("a link");
        symlink("../../../../file", scene.work().join("jail/etc/escape")).expect("a link");
    };
    let script = "b=/bin/busybox; for f in /file /etc/hostname /absolute /etc/escape /../../file; do $b cat $f; done; cd /etc; \
        $b cat ../file ../../../file; echo written > /new; $b cat new ../new 2>&1";
    set_up(scene);
    let jail = "chroot jail /bin/busybox sh -c";
    let line = format!("{jail} '{script}'");
    let native = scene.native(Path::new("/bin/sh"), &["-c", &line]);
    native.prints("inside the jail").prints("jailed");
    scene.reset();
    set_up(scene);
    // A root target may chroot; names are then walked from its root.
    let outcome = scene.supervised(callgate_tests::scene::JUDGE_ALL, Path::new("/bin/sh"), &["-c", &line]);
    assert_eq!(native.stdout, outcome.stdout, "{outcome}");
}

fn credentials(scene: &Scene) {
    use std::os::unix::fs::PermissionsExt;
    let file = scene.put("closed", "root only\n");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).expect("own file");
    for folder in [scene.work(), scene.path("")] {
        std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o755)).expect("own folder");
    }
    // The target gives up root: from then on it must not open what its own user may not.
    let script = "cat closed; setpriv --reuid 64321 --regid 64321 --clear-groups cat closed 2>&1; \
        setpriv --reuid 64321 --regid 64321 --clear-groups head -1 /proc/kallsyms | cut -c1-16; \
        setpriv --reuid 64321 --regid 64321 --clear-groups cat /etc/shadow 2>&1 | head -1; \
        setpriv --reuid 64321 --regid 64321 --clear-groups sh -c 'echo x > /root/callgate-test' 2>&1; \
        setpriv --bounding-set=-all --inh-caps=-all --reuid 0 cat closed";
    let native = scene.native(Path::new("/bin/sh"), &["-c", script]);
    native.prints("root only").prints("denied");
    let outcome = scene.supervised(callgate_tests::scene::JUDGE_ALL, Path::new("/bin/sh"), &["-c", script]);
    assert_eq!(native.stdout, outcome.stdout, "{outcome}");
}

fn strange_folder(scene: &Scene) {
    let folder = scene.work().join("a b\n'\"$HOME*[x]");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("file"), "found\n").expect("a file");
    let policy = "callgate = 1\ndefault = \"deny\"\nuse = [\"base\"]\n[fs]\nread = [\"$CWD\"]\nexec = [\"/usr\", \"/bin\"]\n";
    let mut command = scene.run_command(policy, Path::new("/bin/cat"), &["file"]);
    let outcome = scene.finish(command.current_dir(&folder));
    outcome.prints("found").ends(0);
}
