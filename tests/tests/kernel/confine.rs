//! Side doors of a resource policy, and what stays open.

use crate::case::Case;
use callgate_tests::scene::{ALLOW_LIST, JUDGE_ALL};
use callgate_tests::{Need, Scene, Variant};
use std::process::{Command, Stdio};

const NOTIFY: &[Need] = &[Need::Notify, Need::Addfd];

pub(crate) const CASES: &[Case] = &[
    Case { name: "user/confine/side-doors", needs: NOTIFY, run: side_doors },
    Case { name: "root/confine/side-doors", needs: NOTIFY, run: side_doors },
    Case { name: "user/confine/no-new-privileges", needs: NOTIFY, run: no_new_privileges },
];

/// What each door answers, whoever asks.
const DOORS: &[(&str, &str)] = &[
    ("io_uring_setup", "-ENOSYS"),
    ("io_uring_enter", "-ENOSYS"),
    ("io_uring_register", "-ENOSYS"),
    ("open_by_handle_at", "-EPERM"),
    ("unshare user", "-EPERM"),
    ("unshare mount", "-EPERM"),
    ("unshare user and net", "-EPERM"),
    ("clone user", "-EPERM"),
    ("clone mount", "-EPERM"),
    ("clone3", "-ENOSYS"),
    ("setns", "-EPERM"),
    ("mount", "-EPERM"),
    ("umount2", "-EPERM"),
    ("pivot_root", "-EPERM"),
    ("open_tree", "-EPERM"),
    ("move_mount", "-EPERM"),
    ("fsopen", "-EPERM"),
    ("fsconfig", "-EPERM"),
    ("fsmount", "-EPERM"),
    ("fspick", "-EPERM"),
    ("mount_setattr", "-EPERM"),
    ("userfaultfd", "-EPERM"),
    ("bpf", "-EPERM"),
    ("perf_event_open", "-EACCES"),
    ("init_module", "-EPERM"),
    ("finit_module", "-EPERM"),
    ("delete_module", "-EPERM"),
    ("kexec_load", "-EPERM"),
    ("ioperm", "-EPERM"),
    ("iopl", "-EPERM"),
    ("fanotify_init", "-EPERM"),
    ("TIOCSTI", "-EPERM"),
    ("TIOCLINUX", "-EPERM"),
    ("socket mptcp", "-EPROTONOSUPPORT"),
    ("socket sctp", "-EPROTONOSUPPORT"),
    ("socket tcp", "ok"),
    ("socket unix", "ok"),
    ("socket netlink", "ok"),
    ("new listener", "-EBUSY"),
    ("own filter", "0"),
    ("own filter works", "1"),
];

/// Further ones under default deny.
const DENY_DOORS: &[(&str, &str)] = &[
    ("socket packet", "-EAFNOSUPPORT"),
    ("socket vsock", "-EAFNOSUPPORT"),
    ("socket alg", "-EAFNOSUPPORT"),
    ("socket smc", "-EAFNOSUPPORT"),
];

/// Where the family as such is allowed, what would connect past the rules is not.
const ALLOW_DOORS: &[(&str, &str)] = &[("socket smc", "-EPROTONOSUPPORT")];

/// Doors to a process outside the run: any refusal will do, success will not.
const OUTWARD: &[&str] = &[
    "process_vm_readv outside",
    "process_vm_writev outside",
    "ptrace outside",
    "pidfd_getfd outside",
    "kill outside",
];

fn side_doors(scene: &Scene) {
    let program = scene.guests.find("doors", Variant::Dynamic);
    // Somebody of the same user who is not of the run.
    let mut outsider = Command::new("/bin/cat").stdin(Stdio::piped()).spawn().expect("cat");
    let pid = outsider.id().to_string();
    for (policy, more) in [(JUDGE_ALL, ALLOW_DOORS), (ALLOW_LIST, DENY_DOORS)] {
        let outcome = scene.supervised(policy, &program, &[pid.as_str()]);
        let mut wrong = Vec::new();
        for (door, answer) in DOORS.iter().chain(more) {
            let line = format!("{door}: {answer}");
            if !outcome.stdout.lines().any(|said| said == line) {
                wrong.push(line);
            }
        }
        for door in OUTWARD {
            let open = outcome
                .stdout
                .lines()
                .any(|said| said.strip_prefix(door).is_some_and(|rest| !rest.starts_with(": -")));
            if open {
                wrong.push(format!("{door}: refused"));
            }
        }
        for line in outcome.stdout.lines().filter(|line| line.ends_with(": OPEN")) {
            wrong.push(format!("not {line}"));
        }
        assert!(wrong.is_empty(), "expected under\n{policy}\n{}\n{outcome}", wrong.join("\n"));
    }
    drop(outsider.stdin.take());
    outsider.wait().expect("cat ends");
}

fn no_new_privileges(scene: &Scene) {
    let script = "grep -E '^(NoNewPrivs|Seccomp):' /proc/self/status | tr -s '\\t ' ' '";
    let outcome = scene.supervised(JUDGE_ALL, "/bin/sh".as_ref(), &["-c", script]);
    assert_eq!(outcome.stdout, "NoNewPrivs: 1\nSeccomp: 2\n", "{outcome}");
}
