//! Attacks between the check and the use. Natively each gets through, which shows that it is one.

use crate::case::Case;
use crate::nets::free_port;
use callgate_tests::scene::rounds;
use callgate_tests::{Need, Scene, Variant};

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];
const IA32: &[Need] = &[Need::Notify, Need::Addfd, Need::Ia32];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/races/name", needs: NOTIFY, run: |scene| file(scene, "name", Variant::Dynamic) },
    Case {
        name: "user/races/name-of-another-process",
        needs: NOTIFY,
        run: |scene| file(scene, "fork-name", Variant::Dynamic),
    },
    Case { name: "user/races/symlink", needs: NOTIFY, run: |scene| file(scene, "link", Variant::Dynamic) },
    Case {
        name: "user/races/symlinked-folder",
        needs: NOTIFY,
        run: |scene| file(scene, "dir-link", Variant::Dynamic),
    },
    Case { name: "user/races/dirfd", needs: NOTIFY, run: |scene| file(scene, "dirfd", Variant::Dynamic) },
    Case {
        name: "user/races/openat2-structure",
        needs: NOTIFY,
        run: |scene| file(scene, "how", Variant::Dynamic),
    },
    Case { name: "user/races/name-i386", needs: IA32, run: |scene| file(scene, "name", Variant::I386) },
    Case { name: "user/races/symlink-i386", needs: IA32, run: |scene| file(scene, "link", Variant::I386) },
    Case { name: "user/races/fchmod", needs: NOTIFY, run: |scene| file(scene, "fchmod", Variant::Dynamic) },
    Case { name: "user/races/stat-of-a-hidden-name", needs: NOTIFY, run: stat },
    Case { name: "user/races/connect-port", needs: NOTIFY, run: |scene| port(scene, "port", "connect") },
    Case { name: "user/races/listen-socket", needs: NOTIFY, run: |scene| port(scene, "listen", "listen") },
];

fn set_up(scene: &Scene) {
    scene.reset();
    for (permitted, forbidden) in
        [("permitted-file", "forbidden-file"), ("permitted-folder/file", "forbidden-folder/file")]
    {
        scene.put(permitted, "in the open\n");
        scene.put(forbidden, "the secret\n");
    }
    scene.put("readonly-file", "kept\n");
}

fn file(scene: &Scene, attack: &str, variant: Variant) {
    let policy = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"$CWD/forbidden-*\"]\ndeny.write = [\"$CWD/readonly-file\"]\n";
    under(scene, policy, attack, variant);
}

fn stat(scene: &Scene) {
    let policy = "callgate = 1\ndefault = \"allow\"\n[fs]\nhide = [\"$CWD/forbidden-*\"]\n";
    under(scene, policy, "stat", Variant::Dynamic);
}

fn under(scene: &Scene, policy: &str, attack: &str, variant: Variant) {
    let program = scene.guests.find("race", variant);
    set_up(scene);
    let native = scene.native(&program, &[attack, "0"]);
    assert!(!native.stdout.contains("reached 0"), "the attack is none\n{native}");
    set_up(scene);
    let outcome = scene.supervised(policy, &program, &[attack, &rounds().to_string()]);
    outcome.ends(0).prints("reached 0\nnot idle 1\n");
    let text = std::fs::read_to_string(scene.work().join("readonly-file")).expect("it is there");
    assert_eq!(text, "kept\n", "{outcome}");
}

fn port(scene: &Scene, attack: &str, operation: &str) {
    let program = scene.guests.find("race", Variant::Dynamic);
    let denied = free_port();
    let native = scene.native(&program, &[attack, "0", &denied]);
    assert!(!native.stdout.contains("reached 0"), "the attack is none\n{native}");
    let policy =
        format!("callgate = 1\ndefault = \"allow\"\n[net]\ndeny.{operation} = [\"tcp:*:{denied}\"]\n");
    // The race program itself needs the denied port listening for its connect attack: only the attacked
    // operation is denied.
    let outcome = scene.supervised(&policy, &program, &[attack, &rounds().to_string(), &denied]);
    outcome.ends(0).prints("reached 0\nnot idle 1\n");
}
