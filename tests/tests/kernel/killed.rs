//! Programs that are killed at every stop that a tracer sees, and abilities that a container denies: no hang, no orphan, and
//! a reason.

use crate::case::Case;
use callgate_tests::{Need, Outcome, Scene, Variant};
use std::path::Path;

const PTRACE: &[Need] = &[Need::Notify, Need::Addfd, Need::Ptrace];
const LANDLOCK: &[Need] = &[Need::Notify, Need::Addfd, Need::Ptrace, Need::Landlock(6)];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/killed/in-an-open", needs: PTRACE, run: |scene| swept(scene, "open") },
    Case { name: "user/killed/in-a-call-on-names", needs: PTRACE, run: |scene| swept(scene, "make") },
    Case { name: "user/killed/in-an-execution", needs: PTRACE, run: |scene| swept(scene, "exec") },
    Case {
        name: "user/killed/in-an-execution-by-a-thread",
        needs: PTRACE,
        run: |scene| swept(scene, "thread-exec"),
    },
    Case { name: "user/killed/in-a-fork", needs: PTRACE, run: |scene| swept(scene, "fork") },
    Case { name: "user/killed/in-a-vfork", needs: PTRACE, run: |scene| swept(scene, "vfork") },
    Case { name: "user/killed/at-a-signal", needs: PTRACE, run: |scene| swept(scene, "signal") },
    Case { name: "user/killed/while-stopped", needs: PTRACE, run: |scene| swept(scene, "stop") },
    Case { name: "user/denied/abilities", needs: LANDLOCK, run: abilities },
    Case { name: "user/denied/older-kernels", needs: LANDLOCK, run: older },
    Case { name: "root/denied/the-capability-to-trace", needs: PTRACE, run: without_capability },
    Case { name: "user/denied/a-filter-by-the-older-call", needs: &[], run: older_call },
];

/// A policy by which executions are judged too, so that each kind of stop comes.
const JUDGED: &str = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"**/forbidden-*\"]\ndeny.exec = [\"/no/such/file\"]\n";

fn swept(scene: &Scene, what: &str) {
    scene.put("permitted-file", "in the open\n");
    let program = scene.guests.find("swept", Variant::Static);
    let outcome = scene.supervised(JUDGED, &program, &[what, "60"]);
    outcome.ends(0).prints("ended 60 of 60\nstill opens 1\n");
    outcome.never_says("failed");
}

/// Runs callgate in a run whose filter denies these calls, as a container's may.
fn inside(scene: &Scene, errno: &str, denied: &[&str], policy: &str) -> Outcome {
    scene.reset();
    let file = scene.path("policy/inner.toml");
    std::fs::write(&file, policy).expect("own file");
    let container = format!("callgate = 1\n[syscalls]\ndefault = \"allow\"\nerrno.{errno} = {denied:?}\n");
    let callgate = scene.stage.join("callgate");
    let words = ["run", "-p", file.to_str().expect("text"), "--", "/bin/echo", "it", "ran"];
    scene.supervised(&container, &callgate, &words)
}

/// What a container's filter may deny, what callgate then says, and what it does about each kind of policy: files and
/// addresses, executions, calls.
struct Denied {
    calls: &'static [&'static str],
    files: Option<&'static str>,
    executions: Option<&'static str>,
    of_calls: Option<&'static str>,
}

const fn denied(
    calls: &'static [&'static str],
    files: Option<&'static str>,
    executions: Option<&'static str>,
    of_calls: Option<&'static str>,
) -> Denied {
    Denied { calls, files, executions, of_calls }
}

const DENIED: &[Denied] = &[
    denied(&["seccomp"], Some("notification: "), Some("notification: "), None),
    denied(&["ptrace"], None, Some("fs.deny.exec[0]"), None),
    denied(&["pidfd_getfd"], Some("pidfd_getfd: "), Some("pidfd_getfd: "), None),
    denied(&["seccomp", "ptrace"], Some("notification: "), Some("fs.deny.exec[0]"), None),
    denied(&["seccomp", "pidfd_getfd"], Some("notification: "), Some("notification: "), None),
    denied(&["ptrace", "pidfd_getfd"], Some("pidfd_getfd: "), Some("fs.deny.exec[0]"), None),
    denied(&["seccomp", "ptrace", "pidfd_getfd"], Some("notification: "), Some("fs.deny.exec[0]"), None),
    denied(&["process_vm_readv"], Some("process_vm_readv: "), Some("process_vm_readv: "), None),
    denied(&["openat2"], Some("openat2: "), Some("openat2: "), None),
    denied(&["unshare"], Some("unshare: "), Some("unshare: "), None),
    denied(&["landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self"], None, None, None),
    denied(&["mseal", "memfd_create"], None, None, None),
];

fn abilities(scene: &Scene) {
    let files = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.write = [\"**/forbidden-*\"]\n[net]\ndeny.connect = [\"tcp:*:1\"]\n";
    let executions = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.write = [\"**/forbidden-*\"]\ndeny.exec = [\"/usr/bin/id\"]\n";
    let calls = "callgate = 1\n[syscalls]\ndefault = \"allow\"\nerrno.ENOSPC = [\"mkdir\"]\n";
    for denied in DENIED {
        for errno in ["EPERM", "ENOSYS"] {
            for (policy, refusal) in
                [(files, denied.files), (executions, denied.executions), (calls, denied.of_calls)]
            {
                let outcome = inside(scene, errno, denied.calls, policy);
                outcome.never_says("panicked");
                match refusal {
                    None => drop(outcome.ends(0).prints("it ran\n")),
                    Some(what) => {
                        outcome.ends(125).says(what).says("--allow-unenforced").says("profile that allows");
                        assert!(outcome.stdout.is_empty(), "{:?} {errno}\n{outcome}", denied.calls);
                    }
                }
            }
        }
    }
}

/// Kernels that lack something, by the switch that withholds it: what is enforced there is enforced exactly, and what is
/// not is not started.
fn older(scene: &Scene) {
    let denying = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.all = [\"**/forbidden-*\"]\n";
    let listed = "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [{ at = \"/\", except = [\"**/forbidden-*\"] }]\nexec = [\"/bin\", \"/usr\", \"/lib\", \"/lib64\"]\nwrite = [\"/dev/null\"]\n";
    let abilities = (0..=7).map(|version| format!("landlock={version}"));
    let abilities: Vec<String> =
        abilities.chain(["landlock", "mseal", "ia32", "ptrace"].map(str::to_owned)).collect();
    for ability in &abilities {
        for policy in [denying, listed] {
            scene.reset();
            scene.put("permitted-file", "in the open\n");
            scene.put("forbidden-file", "the secret\n");
            let mut command = scene.callgate();
            command.args(["run", "--withhold", ability, "-p"]).arg(scene.policy(policy));
            command.args(["--", "/bin/cat", "permitted-file", "forbidden-file"]);
            let outcome = scene.finish(&mut command);
            outcome.never_says("panicked");
            assert!(!outcome.stdout.contains("the secret"), "{ability}\n{outcome}");
            // Without Landlock 2 the list of what may be executed is the tracer's, if there is one.
            outcome.ends(1).prints("in the open").says("denied fs.read");
        }
    }
    let mut command = scene.callgate();
    command.args(["run", "--withhold", "landlock", "--withhold", "ptrace", "-p"]).arg(scene.policy(listed));
    let outcome = scene.finish(command.args(["--", "/bin/echo", "ran"]));
    outcome.ends(125).says("fs.exec[0]").says("Landlock 2").says("--allow-unenforced");
    assert!(outcome.stdout.is_empty(), "{outcome}");
}

/// Root in a container without CAP_SYS_PTRACE traces and reads its own children all the same.
fn without_capability(scene: &Scene) {
    scene.put("permitted-file", "in the open\n");
    scene.put("forbidden-file", "the secret\n");
    let policy = scene.policy(JUDGED);
    let callgate = scene.stage.join("callgate");
    for engine in ["notify", "ptrace"] {
        let mut command = scene.command(Path::new("/usr/bin/setpriv"));
        command.args(["--bounding-set", "-sys_ptrace", "--inh-caps", "-sys_ptrace"]).arg(&callgate);
        command.args(["run", "--allow-unenforced", "fs.deny.exec[0]", "--engine", engine, "-p"]).arg(&policy);
        command.args(["--", "/bin/cat", "permitted-file", "forbidden-file"]);
        let outcome = scene.finish(&mut command);
        outcome.ends(1).prints("in the open").says("denied fs.read");
        assert!(!outcome.stdout.contains("the secret"), "{outcome}");
    }
}

/// Where seccomp(2) alone is denied a filter is installed by prctl(2); where that is too, nothing starts.
fn older_call(scene: &Scene) {
    let calls = "callgate = 1\n[syscalls]\ndefault = \"allow\"\nerrno.ENOSPC = [\"write\"]\n";
    // It cannot even say so.
    inside(scene, "EPERM", &["seccomp"], calls).ends(1);
    let outcome = inside(scene, "EPERM", &["seccomp", "prctl(option == PR_SET_SECCOMP)"], calls);
    outcome.ends(125).says("filters: ").says("profile that allows");
    let script = Path::new("/bin/sh");
    let held = "callgate = 1\n[syscalls]\ndefault = \"allow\"\n";
    scene.supervised(held, script, &["-c", "echo on"]).ends(0).prints("on\n");
}
