//! Executions, side doors, and what no engine can enforce.

use crate::{DENY, ENGINE, NOTIFY, answer, args, errno, fs, net, policy, syscall_rule, syscalls};
use callgate_abi::{Abi, Action, Errno};
use callgate_plan::{Abilities, Engine, Mechanism, plan};
use callgate_policy::model::{DefaultDecision, Rule};
use callgate_policy::{Decision, Operation, Policy, Via};

#[test]
fn side_doors_close_under_any_resource_policy() {
    for open in [
        policy(DefaultDecision::Allow, vec![fs(&[Operation::FsRead], DENY, "/x")]),
        policy(DefaultDecision::Allow, vec![net(&[Operation::NetListen], DENY)]),
        policy(DefaultDecision::Deny, vec![]),
    ] {
        let plan = plan(&open, &Abilities::newest(), ENGINE);
        for abi in [Abi::X86_64, Abi::I386, Abi::Aarch64] {
            for (name, expected) in [
                ("io_uring_setup", Errno::ENOSYS),
                ("io_uring_enter", Errno::ENOSYS),
                ("io_uring_register", Errno::ENOSYS),
                ("open_by_handle_at", Errno::EPERM),
                ("clone3", Errno::ENOSYS),
                ("setns", Errno::EPERM),
                ("mount", Errno::EPERM),
                ("umount2", Errno::EPERM),
                ("pivot_root", Errno::EPERM),
                ("move_mount", Errno::EPERM),
                ("open_tree", Errno::EPERM),
                ("open_tree_attr", Errno::EPERM),
                ("fsopen", Errno::EPERM),
                ("fsmount", Errno::EPERM),
                ("fsconfig", Errno::EPERM),
                ("fspick", Errno::EPERM),
                ("mount_setattr", Errno::EPERM),
                ("userfaultfd", Errno::EPERM),
                ("bpf", Errno::EPERM),
                ("perf_event_open", Errno::EACCES),
            ] {
                assert_eq!(answer(&plan, abi, name, args([])), errno(expected), "{abi} {name}");
            }
            for flags in [0x1000_0000, 0x2_0000, 0x1002_0011, 0x1000_0000 | 1 << 40] {
                assert_eq!(answer(&plan, abi, "clone", args([flags])), errno(Errno::EPERM));
                assert_eq!(answer(&plan, abi, "unshare", args([flags])), errno(Errno::EPERM));
            }
            assert_eq!(answer(&plan, abi, "clone", args([0x4000_0011])), None);
            assert_eq!(answer(&plan, abi, "unshare", args([0x4000_0000])), None);
            assert_eq!(answer(&plan, abi, "ioctl", args([0, 0x5412])), errno(Errno::EPERM));
            assert_eq!(
                answer(&plan, abi, "ioctl", args([0, 0x541c | 1 << 32])),
                errno(Errno::EPERM),
                "32 bits count"
            );
            assert_eq!(answer(&plan, abi, "ioctl", args([0, 0x5401])), None);
            assert_eq!(answer(&plan, abi, "seccomp", args([1, 8])), errno(Errno::EBUSY));
            assert_eq!(answer(&plan, abi, "seccomp", args([1, 1])), None);
            assert_eq!(answer(&plan, abi, "seccomp", args([2, 8])), None);
            assert_eq!(answer(&plan, abi, "ptrace", args([])), None);
        }
        assert_eq!(
            answer(&plan, Abi::S390x, "clone", args([0, 0x1000_0000])),
            errno(Errno::EPERM),
            "flags come second"
        );
        assert_eq!(answer(&plan, Abi::S390x, "clone", args([0x1000_0000, 0x11])), None);
        assert_eq!(answer(&plan, Abi::Mips, "ioctl", args([0, 0x5472])), errno(Errno::EPERM));
    }
}

#[test]
fn without_resource_rules_nothing_is_treated() {
    let mut only_calls = Policy::default();
    only_calls.syscalls =
        Some(syscalls(Action::Errno(Errno::EPERM), vec![syscall_rule("read", Action::Allow, vec![])]));
    let everything_free = policy(DefaultDecision::Allow, vec![]);
    for policy in [only_calls, everything_free, Policy::default()] {
        let plan = plan(&policy, &Abilities { privileged: true, ..Abilities::newest() }, ENGINE);
        assert_eq!(plan.calls, []);
        assert_eq!(plan.unenforced, []);
        assert!(!plan.needs_listener && !plan.watches_kills);
    }
}

#[test]
fn identities_are_watched_only_where_they_can_change() {
    let policy = policy(DefaultDecision::Deny, vec![]);
    let privileged = plan(&policy, &Abilities { privileged: true, ..Abilities::newest() }, ENGINE);
    let plain = plan(&policy, &Abilities::newest(), ENGINE);
    for name in [
        "setuid",
        "setgid",
        "setreuid",
        "setregid",
        "setresuid",
        "setresgid",
        "setfsuid",
        "setfsgid",
        "setgroups",
        "capset",
        "chroot",
    ] {
        assert_eq!(answer(&privileged, Abi::X86_64, name, args([])), NOTIFY, "{name}");
        assert_eq!(answer(&plain, Abi::X86_64, name, args([])), None, "{name}");
    }
    assert_eq!(answer(&privileged, Abi::I386, "setuid32", args([])), NOTIFY);
}

#[test]
fn execution_is_refused_confined_or_free() {
    let refused = plan(&policy(DefaultDecision::Deny, vec![]), &Abilities::newest(), ENGINE);
    for name in ["execve", "execveat"] {
        assert_eq!(answer(&refused, Abi::X86_64, name, args([])), errno(Errno::EACCES));
    }
    assert_eq!(refused.landlock_execute, None);

    let exec = |at| fs(&[Operation::FsExec, Operation::FsRead], Decision::Allow, at);
    let listed = policy(
        DefaultDecision::Deny,
        vec![exec("/usr/bin"), fs(&[Operation::FsRead], Decision::Allow, "/srv")],
    );
    let confined = plan(&listed, &Abilities::newest(), ENGINE);
    assert_eq!(confined.landlock_execute, Some(vec![0]));
    assert_eq!(confined.unenforced, []);
    assert_eq!(confined.gaps.len(), 1, "the dynamic linker");
    assert_eq!(answer(&confined, Abi::X86_64, "execve", args([])), None);
    assert_eq!(answer(&confined, Abi::X86_64, "memfd_create", args([0, 1])), errno(Errno::EACCES));
    assert_eq!(answer(&confined, Abi::X86_64, "memfd_create", args([0, 9])), None);

    let writable = [Operation::FsWrite, Operation::FsRead];
    let movable =
        policy(DefaultDecision::Deny, vec![exec("/project/bin"), fs(&writable, Decision::Allow, "/project")]);
    let movable = plan(&movable, &Abilities::newest(), ENGINE);
    assert_eq!(movable.gaps.len(), 2, "a renamed folder stays executable");

    for (abilities, engine) in [
        (Abilities { landlock_abi: 1, ..Abilities::newest() }, ENGINE),
        (Abilities::newest(), Engine { landlock_execute: false, ..ENGINE }),
    ] {
        let unconfined = plan(&listed, &abilities, engine);
        assert_eq!(unconfined.landlock_execute, None);
        let ids: Vec<_> = unconfined.unenforced.iter().map(|u| u.id.as_str()).collect();
        assert_eq!(ids, ["rule of /usr/bin"]);
        assert_eq!(unconfined.rules[0].mechanism, Mechanism::Unenforced);
    }
    let glob = plan(&policy(DefaultDecision::Deny, vec![exec("/usr/*/x")]), &Abilities::newest(), ENGINE);
    assert_eq!(glob.rules[0].mechanism, Mechanism::Unenforced);

    // A denial of execution holds where Landlock grants nothing of it.
    let all = [Operation::FsRead, Operation::FsWrite, Operation::FsExec];
    let denied = policy(
        DefaultDecision::Deny,
        vec![exec("/usr/bin"), fs(&all, DENY, "/home"), fs(&[Operation::FsExec], DENY, "/usr/bin/su")],
    );
    let denied = plan(&denied, &Abilities::newest(), ENGINE);
    assert_eq!(denied.rules[1].mechanism, Mechanism::Notification);
    assert_eq!(denied.rules[2].mechanism, Mechanism::Unenforced);
    assert_eq!(denied.unenforced.len(), 1);
    // A rule that denies more than execution does what it can, and the rest is said.
    let free = plan(
        &policy(DefaultDecision::Allow, vec![fs(&all, DENY, "/home/u/.ssh")]),
        &Abilities::newest(),
        ENGINE,
    );
    assert_eq!(free.rules[0].mechanism, Mechanism::Notification);
    assert_eq!(free.unenforced, []);
    assert_eq!(free.gaps.len(), 1);
}

#[test]
fn what_has_no_engine_is_named() {
    let mut policy = policy(
        DefaultDecision::Allow,
        vec![
            fs(&[Operation::FsRead], Decision::Ask, "/a"),
            Rule { via: Via::Kernel, ..fs(&[Operation::FsRead], Decision::Allow, "/c") },
            Rule { via: Via::Ptrace, ..fs(&[Operation::FsRead], Decision::Allow, "/d") },
            Rule { via: Via::Supervisor, ..fs(&[Operation::FsRead], Decision::Allow, "/e") },
            fs(&[Operation::FsRead], Decision::Log, "/f"),
        ],
    );
    policy.syscalls = Some(syscalls(
        Action::Allow,
        vec![
            syscall_rule("read", Action::UserNotif, vec![]),
            syscall_rule("write", Action::Trace(1), vec![]),
            syscall_rule("close", Action::Errno(Errno::EPERM), vec![]),
        ],
    ));
    let without = plan(&policy, &Abilities::newest(), ENGINE);
    let ids: Vec<_> = without.unenforced.iter().map(|u| u.id.as_str()).collect();
    assert_eq!(ids, ["rule of /a", "rule of /c", "rule of /d", "read", "write"]);
    assert_eq!(without.rules.iter().map(|l| l.rule).collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
    assert_eq!(without.rules[3].mechanism, Mechanism::Notification);
    assert_eq!(without.rules[4].mechanism, Mechanism::Notification);
    assert_eq!(without.syscalls[2].mechanism, Mechanism::BpfNumber);
    let with = plan(&policy, &Abilities::newest(), Engine { handler: true, ..ENGINE });
    assert!(with.unenforced.iter().all(|u| u.id != "read"));
    assert_eq!(with.syscalls[0].mechanism, Mechanism::Notification);
}

#[test]
fn missing_abilities_are_named() {
    let both = policy(
        DefaultDecision::Allow,
        vec![fs(&[Operation::FsRead], DENY, "/x"), net(&[Operation::NetConnect], DENY)],
    );
    let lacking = |abilities: Abilities| -> Vec<String> {
        plan(&both, &abilities, ENGINE).unenforced.into_iter().map(|u| u.id).collect()
    };
    assert!(lacking(Abilities::newest()).is_empty());
    assert_eq!(lacking(Abilities { notify: false, ..Abilities::newest() }), ["notification"]);
    assert_eq!(
        lacking(Abilities { listener_free: false, ..Abilities::newest() }),
        ["listener"],
        "not traced"
    );
    assert_eq!(lacking(Abilities { filters: false, notify: false, ..Abilities::newest() }), ["filters"]);
    assert_eq!(lacking(Abilities { process_vm_readv: false, ..Abilities::newest() }), ["process_vm_readv"]);
    assert_eq!(lacking(Abilities { openat2: false, ..Abilities::newest() }), ["openat2"]);
    assert_eq!(lacking(Abilities { unshare: false, ..Abilities::newest() }), ["unshare"]);
    assert!(lacking(Abilities { ia32: false, ..Abilities::newest() }).is_empty(), "nothing needs it");
    assert_eq!(lacking(Abilities { addfd: false, ..Abilities::newest() }), ["addfd"]);
    assert_eq!(lacking(Abilities { pidfd_getfd: false, ..Abilities::newest() }), ["pidfd_getfd"]);
    // Without a rule that notifies nothing of it is missed.
    let calls = policy(DefaultDecision::Allow, vec![]);
    let nothing = Abilities { notify: false, addfd: false, listener_free: false, ..Abilities::newest() };
    assert_eq!(plan(&calls, &nothing, ENGINE).unenforced, []);
}

#[test]
fn kills_are_watched_unless_a_debugger_may_run_inside() {
    let watched = |default, rules, abilities: &Abilities| {
        let mut policy = Policy::default();
        policy.syscalls = Some(syscalls(default, rules));
        plan(&policy, abilities, ENGINE).watches_kills
    };
    let kill = |name| syscall_rule(name, Action::KillProcess, vec![]);
    let allow = |name| syscall_rule(name, Action::Allow, vec![]);
    assert!(watched(Action::KillProcess, vec![allow("read")], &Abilities::newest()));
    assert!(watched(Action::Errno(Errno::EPERM), vec![kill("mount")], &Abilities::newest()));
    assert!(!watched(Action::KillProcess, vec![allow("ptrace")], &Abilities::newest()));
    assert!(!watched(Action::Allow, vec![kill("mount")], &Abilities::newest()));
    assert!(watched(Action::Allow, vec![kill("ptrace")], &Abilities::newest()));
    assert!(!watched(Action::Errno(Errno::EPERM), vec![allow("read")], &Abilities::newest()));
    assert!(!watched(Action::KillProcess, vec![], &Abilities { ptrace: false, ..Abilities::newest() }));
}
