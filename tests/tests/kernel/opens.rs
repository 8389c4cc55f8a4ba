//! Opens: flags, modes, descriptors, as natively.

use crate::case::Case;
use callgate_tests::{Need, Scene, Variant};

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];
const IA32: &[Need] = &[Need::Notify, Need::Addfd, Need::Ia32];
const NATIVE: &[Variant] = &[Variant::Dynamic, Variant::Static];
const COMPAT: &[Variant] = &[Variant::I386, Variant::I386Static];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/opens/open", needs: NOTIFY, run: |scene| call(scene, "open", NATIVE) },
    Case { name: "user/opens/openat", needs: NOTIFY, run: |scene| call(scene, "openat", NATIVE) },
    Case { name: "user/opens/creat", needs: NOTIFY, run: |scene| call(scene, "creat", NATIVE) },
    Case { name: "user/opens/openat2", needs: NOTIFY, run: |scene| call(scene, "openat2", NATIVE) },
    Case { name: "user/opens/open-i386", needs: IA32, run: |scene| call(scene, "open", COMPAT) },
    Case { name: "user/opens/openat-i386", needs: IA32, run: |scene| call(scene, "openat", COMPAT) },
    Case { name: "user/opens/creat-i386", needs: IA32, run: |scene| call(scene, "creat", COMPAT) },
    Case { name: "user/opens/openat2-i386", needs: IA32, run: |scene| call(scene, "openat2", COMPAT) },
    Case { name: "root/opens/openat", needs: NOTIFY, run: |scene| call(scene, "openat", NATIVE) },
    Case { name: "root/opens/openat2", needs: NOTIFY, run: |scene| call(scene, "openat2", NATIVE) },
    Case {
        name: "user/opens/pointers-and-lengths",
        needs: NOTIFY,
        run: |scene| guest(scene, "strings", NATIVE),
    },
    Case {
        name: "user/opens/pointers-and-lengths-i386",
        needs: IA32,
        run: |scene| guest(scene, "strings", COMPAT),
    },
    Case {
        name: "user/opens/openat2-structure",
        needs: NOTIFY,
        run: |scene| guest(scene, "openat2", NATIVE),
    },
    Case { name: "user/opens/openat2-may-fall-back", needs: NOTIFY, run: fall_back },
    Case {
        name: "user/opens/openat2-structure-i386",
        needs: IA32,
        run: |scene| guest(scene, "openat2", COMPAT),
    },
    Case { name: "user/opens/umask-acl-limits", needs: NOTIFY, run: |scene| guest(scene, "limits", NATIVE) },
    Case {
        name: "user/opens/umask-acl-limits-i386",
        needs: IA32,
        run: |scene| guest(scene, "limits", COMPAT),
    },
    Case { name: "root/opens/umask-acl-limits", needs: NOTIFY, run: |scene| guest(scene, "limits", NATIVE) },
    Case {
        name: "user/opens/other-end-of-a-terminal",
        needs: NOTIFY,
        run: |scene| unnamed(scene, "terminal"),
    },
    Case { name: "root/opens/message-queue", needs: NOTIFY, run: |scene| unnamed(scene, "queue") },
    Case { name: "user/opens/fifo-pair", needs: NOTIFY, run: |scene| fifo(scene, &["pair"]) },
    Case { name: "user/opens/fifo-200-blocked", needs: NOTIFY, run: |scene| fifo(scene, &["many", "200"]) },
    Case { name: "user/opens/fifo-threads", needs: NOTIFY, run: |scene| fifo(scene, &["threads"]) },
    Case { name: "user/opens/fifo-signals", needs: NOTIFY, run: |scene| fifo(scene, &["signals"]) },
];

fn call(scene: &Scene, name: &str, variants: &[Variant]) {
    scene.same("opens", variants, &[name], &|_| ());
    scene.same("opens", variants, &[name, "absolute"], &|_| ());
}

fn guest(scene: &Scene, name: &str, variants: &[Variant]) {
    scene.same(name, variants, &[], &|_| ());
}

fn fifo(scene: &Scene, args: &[&str]) {
    scene.same("fifo", &[Variant::Dynamic], args, &|_| ());
}

/// What is opened without a path, where no path may be opened but by the supervisor. File systems of message queues
/// need not be mounted; here one is.
fn unnamed(scene: &Scene, what: &str) {
    let program = scene.guests.find("unnamed", Variant::Dynamic);
    let run = |command: &std::process::Command| {
        if what == "terminal" {
            return scene.finish(scene.command(command.get_program().as_ref()).args(command.get_args()));
        }
        let mounted = "mkdir -p queues && mount -t mqueue none queues && exec \"$@\"";
        let mut inside = scene.command(std::path::Path::new("/usr/bin/unshare"));
        inside.args(["--mount", "sh", "-c", mounted, "sh"]).arg(command.get_program());
        scene.finish(inside.args(command.get_args()))
    };
    let native = run(scene.command(&program).arg(what));
    native.ends(0).prints("for writing: ok");
    for policy in [callgate_tests::scene::JUDGE_ALL, callgate_tests::scene::ALLOW_LIST] {
        let supervised = run(&scene.run_command(policy, &program, &[what]));
        assert_eq!(supervised.stdout, native.stdout, "{supervised}");
    }
}

/// What openat2(2) lets a kernel refuse, callgate refuses: an O_PATH descriptor cannot be handed over,
/// and nothing is promised of caches.
fn fall_back(scene: &Scene) {
    let program = scene.guests.find("openat2", Variant::Dynamic);
    let outcome = scene.supervised(callgate_tests::scene::JUDGE_ALL, &program, &["fall-back"]);
    outcome.ends(0).prints("path b/deep flags 200000 mode 0 resolve 0: -ENOSYS");
    let cached = outcome.stdout.lines().find(|line| line.starts_with("cached")).unwrap_or_default();
    assert!(cached.ends_with(": -EAGAIN") || cached.contains(": fd "), "{outcome}");
}
