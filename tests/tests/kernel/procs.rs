//! Threads, forks, daemons, zombies, exec; and that nothing is left.

use crate::case::Case;
use callgate_tests::scene::JUDGE_ALL;
use callgate_tests::{Need, Scene, Variant};
use std::path::Path;

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];
const IA32: &[Need] = &[Need::Notify, Need::Addfd, Need::Ia32];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/procs/threads", needs: NOTIFY, run: |scene| same(scene, &["threads", "16"]) },
    Case { name: "user/procs/forks", needs: NOTIFY, run: |scene| same(scene, &["forks", "40"]) },
    Case { name: "user/procs/threads-and-forks", needs: NOTIFY, run: |scene| same(scene, &["mixed", "10"]) },
    Case { name: "user/procs/leader-has-ended", needs: NOTIFY, run: |scene| same(scene, &["leader"]) },
    Case { name: "user/procs/unshared-file-table", needs: NOTIFY, run: |scene| same(scene, &["table"]) },
    Case { name: "user/procs/zombie", needs: NOTIFY, run: |scene| same(scene, &["zombie"]) },
    Case { name: "user/procs/files-of-a-child", needs: NOTIFY, run: |scene| same(scene, &["child-proc"]) },
    Case { name: "user/procs/exec", needs: NOTIFY, run: |scene| same(scene, &["exec"]) },
    Case {
        name: "user/procs/i386",
        needs: IA32,
        run: |scene| {
            for args in [&["threads", "8"][..], &["forks", "8"], &["leader"], &["zombie"], &["exec"]] {
                scene.same("procs", &[Variant::I386], args, &|_| ());
            }
        },
    },
    Case {
        name: "user/procs/killed-in-the-middle",
        needs: NOTIFY,
        run: |scene| same(scene, &["dies", "60"]),
    },
    Case { name: "user/procs/daemon-ends-with-the-run", needs: NOTIFY, run: daemon },
    Case { name: "user/procs/daemon-is-waited-for", needs: NOTIFY, run: kept_daemon },
    Case { name: "user/procs/pipelines-in-dash", needs: NOTIFY, run: pipeline },
    Case { name: "root/procs/threads", needs: NOTIFY, run: |scene| same(scene, &["threads", "8"]) },
];

fn same(scene: &Scene, args: &[&str]) {
    scene.same("procs", &[Variant::Dynamic], args, &|_| ());
}

/// By default nothing of the run lives on; the harness fails the case if something does.
fn daemon(scene: &Scene) {
    let program = scene.guests.find("procs", Variant::Dynamic);
    scene.supervised(JUDGE_ALL, &program, &["daemon"]).ends(5).prints("parent ends");
}

fn kept_daemon(scene: &Scene) {
    let program = scene.guests.find("procs", Variant::Dynamic);
    let policy = scene.policy(JUDGE_ALL);
    let mut command = scene.callgate();
    command.args(["run", "--keep-children", "-p"]).arg(policy).arg("--").arg(&program).arg("daemon");
    scene.finish(&mut command).ends(5);
    let text = std::fs::read_to_string(scene.work().join("from-daemon")).expect("the daemon wrote");
    assert_eq!(text, "10\n", "the daemon's own opens");
}

fn pipeline(scene: &Scene) {
    let script = "seq 1 1000 | sort -rn | head -3; cat /etc/hostname | cat | wc -l; for i in 1 2 3; do (cat /etc/hostname; exit $i); \
        echo $?; done | grep -c .; sleep 100 & kill $!; wait $! ; echo \"$?\"; trap 'echo trapped' USR1; kill -USR1 $$; echo end";
    let native = scene.native(Path::new("/bin/dash"), &["-c", script]);
    let supervised = scene.supervised(JUDGE_ALL, Path::new("/bin/dash"), &["-c", script]);
    assert_eq!(native.stdout, supervised.stdout, "{supervised}");
}
