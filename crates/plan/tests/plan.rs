//! Policies × abilities → plans.

use callgate_abi::{Abi, Action, Errno, KernelVersion, SeccompData, Sysno};
use callgate_plan::{Abilities, Engine, Mechanism, Plan, PlannedCall, Tracing, Treatment, plan};
use callgate_policy::model::{
    Compare, Comparison, DefaultDecision, FsRedirect, Matcher, Rule, SyscallRule, SyscallTarget, Syscalls,
    Width,
};
use callgate_policy::pattern::PathPattern;
use callgate_policy::{Decision, Operation, Origin, Policy, Report, Via};
use std::collections::BTreeMap;
use std::path::PathBuf;

const ENGINE: Engine = Engine { handler: false, landlock_execute: true, tracing: Tracing::Never };

fn abilities() -> Abilities {
    Abilities {
        kernel: KernelVersion { major: 6, minor: 18 },
        notify: true,
        addfd: true,
        addfd_send: true,
        wait_killable: true,
        sync_wake_up: true,
        pidfd_getfd: true,
        pidfd_thread: true,
        openat2: true,
        landlock_abi: 7,
        ia32: true,
        ptrace: true,
        mseal: true,
        listener_free: true,
        privileged: false,
    }
}

fn origin(id: &str) -> Origin {
    Origin { id: id.to_owned(), source: 0, line: 1, span: 0..1, text: String::new(), reason: None }
}

fn fs(operations: &[Operation], decision: Decision, at: &str) -> Rule {
    Rule {
        origin: origin(&format!("rule of {at}")),
        operations: operations.to_vec(),
        decision,
        matcher: Matcher::Path { at: PathPattern::parse(at.as_bytes()).unwrap(), except: vec![] },
        via: Via::Auto,
    }
}

/// What matters of a network rule here is its operation; its objects are the supervisor's business.
fn net(operations: &[Operation], decision: Decision) -> Rule {
    fs(operations, decision, "/some/socket")
}

fn policy(default: DefaultDecision, rules: Vec<Rule>) -> Policy {
    let mut policy = Policy::default();
    policy.default = Some(default);
    policy.syscalls = Some(syscalls(Action::Allow, vec![]));
    policy.rules = rules;
    policy
}

fn syscalls(default: Action, rules: Vec<SyscallRule>) -> Syscalls {
    Syscalls {
        arches: vec![Abi::X86_64, Abi::I386, Abi::Aarch64, Abi::Mips, Abi::S390x],
        bad_arch: Action::KillProcess,
        default,
        default_origin: None,
        unknown: None,
        rules,
        weights: BTreeMap::new(),
    }
}

fn syscall_rule(name: &str, action: Action, when: Vec<Comparison>) -> SyscallRule {
    let nr = Sysno::from_name(Abi::X86_64, name).unwrap().nr;
    let targets = vec![SyscallTarget { abi: Abi::X86_64, nr, when: when.into() }];
    SyscallRule { origin: origin(name), action, name: name.to_owned(), targets }
}

fn holds(comparison: &Comparison, data: &SeccompData) -> bool {
    let value = data.args[usize::from(comparison.arg)] & comparison.mask.unwrap_or(u64::MAX);
    let value = if comparison.width == Width::W32 { value & 0xffff_ffff } else { value };
    match comparison.op {
        Compare::Eq => value == comparison.value,
        Compare::Ne => value != comparison.value,
        other => panic!("the table has no {other:?}"),
    }
}

fn answer(plan: &Plan, abi: Abi, name: &str, args: [u64; 6]) -> Option<Treatment> {
    let sysno = Sysno::from_name(abi, name).unwrap_or_else(|| panic!("{abi} has no {name}"));
    let data = SeccompData { nr: sysno.nr as i32, arch: abi.audit_arch(), instruction_pointer: 0, args };
    let applies =
        |call: &&PlannedCall| call.sysno == sysno && call.when.iter().all(|test| holds(test, &data));
    let candidates: Vec<Treatment> = plan.calls.iter().filter(applies).map(|call| call.treatment).collect();
    // An errno is stricter than a notification, and the first errno wins.
    candidates.iter().copied().find(|t| *t != Treatment::Notify).or_else(|| candidates.first().copied())
}

fn args<const N: usize>(given: [u64; N]) -> [u64; 6] {
    let mut args = [0; 6];
    args[..N].copy_from_slice(&given);
    args
}

const NOTIFY: Option<Treatment> = Some(Treatment::Notify);
#[expect(clippy::unnecessary_wraps, reason = "compared with what `answer` gives")]
fn errno(errno: Errno) -> Option<Treatment> {
    Some(Treatment::Errno(errno))
}

const O_WRONLY: u64 = 1;
const O_RDWR: u64 = 2;
const O_CREAT: u64 = 0o100;
const O_TRUNC: u64 = 0o1000;
const O_PATH: u64 = 0o10_000_000;
const O_TMPFILE: u64 = 0o20_200_000;
const O_CLOEXEC: u64 = 0o2_000_000;
const DENY: Decision = Decision::Deny(Errno::EACCES);
const HIDE: Decision = Decision::Deny(Errno::ENOENT);

/// Which opens are notified, asked of open, openat and openat2 alike.
fn opens(plan: &Plan, flags: u64) -> bool {
    for abi in [Abi::X86_64, Abi::I386, Abi::S390x] {
        let by_open = answer(plan, abi, "open", args([0, flags]));
        // Upper bits that the kernel does not look at change nothing.
        let by_openat = answer(plan, abi, "openat", args([u64::MAX, 0, flags | 0xdead << 32]));
        assert_eq!(by_open, by_openat);
    }
    let answer = answer(plan, Abi::Aarch64, "openat", args([0, 0, flags]));
    assert!(answer.is_none() || answer == NOTIFY);
    answer == NOTIFY
}

#[test]
fn opens_are_notified_when_a_rule_can_concern_them() {
    let reads = policy(DefaultDecision::Allow, vec![fs(&[Operation::FsRead], DENY, "/etc/shadow")]);
    let writes = policy(DefaultDecision::Allow, vec![fs(&[Operation::FsWrite], DENY, "/etc")]);
    let both = policy(DefaultDecision::Deny, vec![fs(&[Operation::FsRead], Decision::Allow, "/srv")]);
    let mut redirected = policy(DefaultDecision::Allow, vec![]);
    let from = PathPattern::parse(b"/a").unwrap();
    redirected.fs_redirects.push(FsRedirect { origin: origin("r"), from, to: PathBuf::from("/b") });
    let mut reported = policy(DefaultDecision::Allow, vec![]);
    reported.report = Report::All;
    let free = policy(DefaultDecision::Allow, vec![fs(&[Operation::FsRead], Decision::Allow, "/srv")]);
    let write_flags = [O_WRONLY, O_RDWR, O_WRONLY | O_CREAT, O_RDWR | O_TRUNC, 3];
    let changing_flags = [O_CREAT, O_TRUNC, O_TMPFILE | O_RDWR, O_CREAT | O_CLOEXEC];

    let of = |policy: &Policy| plan(policy, &abilities(), ENGINE);
    for flags in write_flags {
        assert!(opens(&of(&writes), flags) && opens(&of(&both), flags), "{flags:o}");
        assert_eq!(opens(&of(&reads), flags), flags & 3 != O_WRONLY, "{flags:o}");
    }
    for flags in changing_flags {
        assert!(opens(&of(&writes), flags) && opens(&of(&reads), flags) && opens(&of(&both), flags));
    }
    for flags in [0, O_CLOEXEC, 0o200_000] {
        assert!(!opens(&of(&writes), flags), "read-only opens pass where only writes are restricted");
        assert!(opens(&of(&reads), flags));
    }
    for flags in [0, O_WRONLY, O_RDWR | O_CREAT] {
        assert!(opens(&of(&redirected), flags) && opens(&of(&reported), flags) && !opens(&of(&free), flags));
    }
    for policy in [&reads, &writes, &both, &redirected, &reported] {
        for flags in [O_PATH, O_PATH | O_WRONLY, O_PATH | O_CREAT, O_PATH | O_CLOEXEC] {
            assert!(!opens(&of(policy), flags), "O_PATH opens pass");
        }
        assert_eq!(answer(&of(policy), Abi::X86_64, "openat2", args([])), NOTIFY);
    }
    let creat = |policy: &Policy| answer(&of(policy), Abi::I386, "creat", args([]));
    assert_eq!(creat(&writes), NOTIFY);
    assert_eq!(creat(&both), NOTIFY);
    assert_eq!(creat(&redirected), NOTIFY);
    assert_eq!(creat(&reads), None, "creat opens for writing only");
}

#[test]
fn open_flags_are_those_of_the_abi() {
    let writes = policy(DefaultDecision::Allow, vec![fs(&[Operation::FsWrite], DENY, "/etc")]);
    let plan = plan(&writes, &abilities(), ENGINE);
    let mips = |flags| answer(&plan, Abi::Mips, "open", args([0, flags]));
    assert_eq!(mips(0x100), NOTIFY, "O_CREAT of mips");
    assert_eq!(mips(0x40), None, "O_NOCTTY or so, nothing that writes");
    assert_eq!(answer(&plan, Abi::X86_64, "open", args([0, 0x40])), NOTIFY, "O_CREAT elsewhere");
}

#[test]
fn an_allowance_of_everything_lifts_the_default() {
    let reads_free = policy(
        DefaultDecision::Deny,
        vec![
            fs(&[Operation::FsRead], Decision::Allow, "/"),
            fs(&[Operation::FsExec, Operation::FsRead], Decision::Allow, "/**"),
        ],
    );
    let plan = plan(&reads_free, &abilities(), ENGINE);
    assert!(!opens(&plan, 0) && opens(&plan, O_WRONLY));
    assert_eq!(answer(&plan, Abi::X86_64, "execve", args([])), None);
    assert_eq!(plan.rules[0].mechanism, Mechanism::Nothing);
    assert_eq!(plan.unenforced, []);
}

#[test]
fn names_and_metadata_follow_writes() {
    let writes = plan(&policy(DefaultDecision::Deny, vec![]), &abilities(), ENGINE);
    let reads = policy(DefaultDecision::Allow, vec![fs(&[Operation::FsRead], DENY, "**/.env")]);
    let reads = plan(&reads, &abilities(), ENGINE);
    for name in [
        "unlink",
        "unlinkat",
        "rmdir",
        "mkdir",
        "mkdirat",
        "mknod",
        "mknodat",
        "symlink",
        "symlinkat",
        "truncate",
        "chmod",
        "fchmodat",
        "fchmodat2",
        "chown",
        "lchown",
        "fchownat",
        "utime",
        "utimes",
        "futimesat",
        "utimensat",
        "setxattr",
        "lsetxattr",
        "removexattr",
        "lremovexattr",
        "setxattrat",
        "removexattrat",
    ] {
        assert_eq!(answer(&writes, Abi::X86_64, name, args([])), NOTIFY, "{name}");
        assert_eq!(answer(&writes, Abi::I386, name, args([])), NOTIFY, "{name}");
        assert_eq!(answer(&reads, Abi::X86_64, name, args([])), None, "{name}");
    }
    for name in ["chown32", "lchown32", "truncate64", "utimensat_time64"] {
        assert_eq!(answer(&writes, Abi::I386, name, args([])), NOTIFY, "{name}");
    }
    for name in ["rename", "renameat", "renameat2", "link", "linkat"] {
        assert_eq!(answer(&writes, Abi::X86_64, name, args([])), NOTIFY, "{name}");
        assert_eq!(
            answer(&reads, Abi::X86_64, name, args([])),
            NOTIFY,
            "{name} gives a denied file a free name"
        );
    }
    for name in ["stat", "access", "readlink", "chdir", "read", "write", "close", "fork", "getdents"] {
        assert_eq!(answer(&writes, Abi::X86_64, name, args([])), None, "{name} is free");
    }
    assert_eq!(answer(&writes, Abi::X86_64, "bind", args([])), NOTIFY, "a unix socket is a new name");
    assert_eq!(answer(&writes, Abi::I386, "socketcall", args([2])), NOTIFY);
    assert_eq!(answer(&reads, Abi::X86_64, "bind", args([])), None);
}

#[test]
fn open_files_change_only_where_writes_are_free() {
    let writes = policy(DefaultDecision::Allow, vec![fs(&[Operation::FsWrite], DENY, "/etc")]);
    let reads = policy(DefaultDecision::Allow, vec![fs(&[Operation::FsRead], DENY, "**/.env")]);
    let (writes, reads) = (plan(&writes, &abilities(), ENGINE), plan(&reads, &abilities(), ENGINE));
    for name in ["fchmod", "fchown", "fsetxattr", "fremovexattr", "file_setattr"] {
        for abi in [Abi::X86_64, Abi::I386] {
            assert_eq!(answer(&writes, abi, name, args([])), NOTIFY, "{name}");
            assert_eq!(answer(&reads, abi, name, args([])), None, "{name}");
        }
    }
    let ioctl = |plan: &Plan, abi, request: u64| answer(plan, abi, "ioctl", args([3, request]));
    for abi in [Abi::X86_64, Abi::I386, Abi::Mips, Abi::S390x] {
        // FS_IOC_SETFLAGS of programs of either width; the kernel takes both from both.
        let direction = if abi == Abi::Mips { 0x8000_0000 } else { 0x4000_0000 };
        for request in [0x0008_6602, 0x0004_6602, 0x001c_5820] {
            assert_eq!(ioctl(&writes, abi, direction | request), NOTIFY, "{abi} {request:#x}");
            assert_eq!(ioctl(&reads, abi, direction | request), None);
        }
        for request in [0x8008_6601, 0x5401, 0x541b] {
            assert_eq!(ioctl(&writes, abi, request), None, "{abi} {request:#x} changes nothing");
        }
    }
    for request in [0x4008_7602, 0x4008_6604, 0x4080_6685, 0x800c_6613, 0x4008_941a] {
        assert_eq!(ioctl(&writes, Abi::X86_64, request), errno(Errno::EPERM), "{request:#x}");
        assert_eq!(ioctl(&reads, Abi::X86_64, request), None, "{request:#x}");
    }
    // A snapshot shows a denied file under another name.
    for request in [0x5000_9401, 0x5000_9417] {
        assert_eq!(ioctl(&reads, Abi::X86_64, request), errno(Errno::EPERM), "{request:#x}");
    }
}

/// Every call that takes a path is treated where names are hidden, but for those that nobody can perform for
/// another process.
#[test]
fn hidden_names_are_found_by_no_call() {
    let hidden = policy(DefaultDecision::Allow, vec![fs(&[Operation::FsHide], HIDE, "/home/u/.ssh")]);
    let hidden = plan(&hidden, &abilities(), ENGINE);
    let left_open = ["chdir", "chroot", "execve", "execveat"];
    // Of no kernel for x86.
    let foreign = ["spu_create"];
    for abi in [Abi::X86_64, Abi::I386] {
        for (_, name) in callgate_abi::syscalls::of_abi(abi) {
            let Some(signature) = callgate_abi::signature::signature_on(abi, name) else { continue };
            let takes_a_path =
                signature.args.iter().any(|arg| arg.kind == callgate_abi::signature::ArgKind::Path);
            if takes_a_path && !left_open.contains(&name) && !foreign.contains(&name) {
                assert!(answer(&hidden, abi, name, args([])).is_some(), "{name} on {abi}");
            }
        }
        for name in ["connect", "bind", "sendmsg", "sendmmsg"] {
            assert_eq!(answer(&hidden, abi, name, args([])), NOTIFY, "{name}: a unix socket has a name");
        }
        for name in left_open {
            assert_eq!(answer(&hidden, abi, name, args([])), None, "{name}");
        }
        for name in ["fstat", "fstatfs", "fgetxattr", "fchdir", "getdents64", "read"] {
            assert_eq!(answer(&hidden, abi, name, args([])), None, "{name}: who has it open knows it");
        }
    }
    assert_eq!(hidden.rules[0].mechanism, Mechanism::Notification);
    assert_eq!(hidden.unenforced, []);
    let gaps: Vec<_> = hidden.gaps.iter().map(|gap| gap.id.as_str()).collect();
    assert_eq!(gaps, ["rule of /home/u/.ssh", "looking names up"]);

    // Where nothing hidden may be executed that gap is closed.
    let rules = vec![
        fs(&[Operation::FsHide], HIDE, "/home/u/.ssh"),
        fs(&[Operation::FsExec, Operation::FsRead], Decision::Allow, "/usr"),
    ];
    let listed = plan(&policy(DefaultDecision::Deny, rules), &abilities(), ENGINE);
    assert_eq!(listed.unenforced, []);
    let gaps: Vec<_> = listed.gaps.iter().map(|gap| gap.id.as_str()).collect();
    assert_eq!(gaps, ["looking names up", "execution by interpreter"]);

    let nothing = policy(DefaultDecision::Deny, vec![]);
    let nothing = plan(&nothing, &abilities(), ENGINE);
    for name in ["stat", "statx", "access", "readlink", "getxattr", "inotify_add_watch", "fanotify_init"] {
        assert_eq!(
            answer(&nothing, Abi::X86_64, name, args([])),
            None,
            "{name} is free where nothing is hidden"
        );
    }
}

#[test]
fn a_denied_port_notifies_listen_and_nothing_of_files() {
    let only_listen = policy(DefaultDecision::Allow, vec![net(&[Operation::NetListen], DENY)]);
    let plan = plan(&only_listen, &abilities(), ENGINE);
    assert_eq!(answer(&plan, Abi::X86_64, "listen", args([])), NOTIFY);
    assert_eq!(answer(&plan, Abi::I386, "listen", args([])), NOTIFY);
    assert_eq!(answer(&plan, Abi::I386, "socketcall", args([4])), NOTIFY);
    assert_eq!(answer(&plan, Abi::I386, "socketcall", args([1])), NOTIFY, "the protocol is in memory");
    for name in ["connect", "bind", "sendmsg", "open", "openat", "rename", "execve", "setuid"] {
        assert_eq!(answer(&plan, Abi::X86_64, name, args([])), None, "{name}");
    }
    for call in [2, 3, 5, 11, 16] {
        assert_eq!(answer(&plan, Abi::I386, "socketcall", args([call])), None, "socketcall {call}");
    }
    assert!(plan.needs_listener && !plan.watches_kills);
    assert_eq!(plan.unenforced, []);
    assert_eq!(plan.rules[0].mechanism, Mechanism::Notification);
}

#[test]
fn sockets_under_default_deny() {
    let plan = plan(&policy(DefaultDecision::Deny, vec![]), &abilities(), ENGINE);
    let socket =
        |family, kind, protocol| answer(&plan, Abi::X86_64, "socket", args([family, kind, protocol]));
    let (stream, dgram, raw, seqpacket, cloexec) = (1, 2, 3, 5, 0o2_000_000);
    for (family, kind, protocol) in [
        (1, stream, 0),
        (1, seqpacket, 0),
        (2, stream, 0),
        (2, stream | cloexec, 6),
        (10, stream, 6),
        (2, dgram, 0),
        (10, dgram | cloexec, 17),
        (16, raw, 0),
        (0xffff_ffff_0000_0002, stream, 0),
    ] {
        assert_eq!(socket(family, kind, protocol), None, "{family} {kind} {protocol}");
    }
    for family in [0, 3, 17, 29, 38, 40, 43, 44, 0x1_0000_0028] {
        assert_eq!(socket(family, stream, 0), errno(Errno::EAFNOSUPPORT), "{family}");
    }
    for (family, kind, protocol) in [
        (2, stream, 262),
        (10, stream, 262),
        (2, stream, 132),
        (2, stream, 256),
        (2, dgram, 136),
        (2, dgram, 1),
        (2, raw, 1),
        (2, seqpacket, 0),
        (10, 6, 33),
    ] {
        assert_eq!(
            socket(family, kind, protocol),
            errno(Errno::EPROTONOSUPPORT),
            "{family} {kind} {protocol}"
        );
    }
    // mips numbers the types the other way round.
    assert_eq!(answer(&plan, Abi::Mips, "socket", args([2, 2, 6])), None);
    assert_eq!(answer(&plan, Abi::Mips, "socket", args([2, 1, 6])), errno(Errno::EPROTONOSUPPORT));

    assert_eq!(answer(&plan, Abi::X86_64, "sendto", args([3, 0, 0, 0, 0, 16])), None, "no address");
    assert_eq!(answer(&plan, Abi::X86_64, "sendto", args([3, 0, 0, 0, 1 << 32, 16])), NOTIFY);
    assert_eq!(answer(&plan, Abi::I386, "sendto", args([3, 0, 0, 0, 0x8000_0000, 16])), NOTIFY);
    for name in ["connect", "bind", "listen", "sendmsg", "sendmmsg"] {
        assert_eq!(answer(&plan, Abi::X86_64, name, args([])), NOTIFY, "{name}");
    }
    for call in [1, 2, 3, 4, 11, 16, 20] {
        assert_eq!(answer(&plan, Abi::I386, "socketcall", args([call])), NOTIFY, "socketcall {call}");
    }
    for call in [5, 6, 7, 8, 9, 10, 12, 17] {
        assert_eq!(answer(&plan, Abi::I386, "socketcall", args([call])), None, "socketcall {call}");
    }
}

#[test]
fn sockets_under_default_allow() {
    let connects = policy(DefaultDecision::Allow, vec![net(&[Operation::NetConnect], DENY)]);
    let plan = plan(&connects, &abilities(), ENGINE);
    let socket =
        |family, kind, protocol| answer(&plan, Abi::X86_64, "socket", args([family, kind, protocol]));
    for (family, kind, protocol) in
        [(2, 1, 262), (10, 1, 262), (2, 1, 256), (2, 1, 132), (2, 5, 0), (43, 1, 0)]
    {
        assert_eq!(
            socket(family, kind, protocol),
            errno(Errno::EPROTONOSUPPORT),
            "{family} {kind} {protocol}"
        );
    }
    for (family, kind, protocol) in [(2, 1, 6), (2, 2, 1), (2, 3, 1), (17, 3, 3), (40, 1, 0), (1, 5, 0)] {
        assert_eq!(socket(family, kind, protocol), None, "{family} {kind} {protocol}");
    }
    assert_eq!(
        answer(&plan, Abi::X86_64, "sendto", args([3, 0, 0, 0, 1, 16])),
        NOTIFY,
        "MSG_FASTOPEN connects"
    );
}

#[test]
fn side_doors_close_under_any_resource_policy() {
    for open in [
        policy(DefaultDecision::Allow, vec![fs(&[Operation::FsRead], DENY, "/x")]),
        policy(DefaultDecision::Allow, vec![net(&[Operation::NetListen], DENY)]),
        policy(DefaultDecision::Deny, vec![]),
    ] {
        let plan = plan(&open, &abilities(), ENGINE);
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
        let plan = plan(&policy, &Abilities { privileged: true, ..abilities() }, ENGINE);
        assert_eq!(plan.calls, []);
        assert_eq!(plan.unenforced, []);
        assert!(!plan.needs_listener && !plan.watches_kills);
    }
}

#[test]
fn identities_are_watched_only_where_they_can_change() {
    let policy = policy(DefaultDecision::Deny, vec![]);
    let privileged = plan(&policy, &Abilities { privileged: true, ..abilities() }, ENGINE);
    let plain = plan(&policy, &abilities(), ENGINE);
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
    let refused = plan(&policy(DefaultDecision::Deny, vec![]), &abilities(), ENGINE);
    for name in ["execve", "execveat"] {
        assert_eq!(answer(&refused, Abi::X86_64, name, args([])), errno(Errno::EACCES));
    }
    assert_eq!(refused.landlock_execute, None);

    let exec = |at| fs(&[Operation::FsExec, Operation::FsRead], Decision::Allow, at);
    let listed = policy(
        DefaultDecision::Deny,
        vec![exec("/usr/bin"), fs(&[Operation::FsRead], Decision::Allow, "/srv")],
    );
    let confined = plan(&listed, &abilities(), ENGINE);
    assert_eq!(confined.landlock_execute, Some(vec![0]));
    assert_eq!(confined.unenforced, []);
    assert_eq!(confined.gaps.len(), 1, "the dynamic linker");
    assert_eq!(answer(&confined, Abi::X86_64, "execve", args([])), None);
    assert_eq!(answer(&confined, Abi::X86_64, "memfd_create", args([0, 1])), errno(Errno::EACCES));
    assert_eq!(answer(&confined, Abi::X86_64, "memfd_create", args([0, 9])), None);

    let writable = [Operation::FsWrite, Operation::FsRead];
    let movable =
        policy(DefaultDecision::Deny, vec![exec("/project/bin"), fs(&writable, Decision::Allow, "/project")]);
    let movable = plan(&movable, &abilities(), ENGINE);
    assert_eq!(movable.gaps.len(), 2, "a renamed folder stays executable");

    for (abilities, engine) in [
        (Abilities { landlock_abi: 1, ..abilities() }, ENGINE),
        (abilities(), Engine { landlock_execute: false, ..ENGINE }),
    ] {
        let unconfined = plan(&listed, &abilities, engine);
        assert_eq!(unconfined.landlock_execute, None);
        let ids: Vec<_> = unconfined.unenforced.iter().map(|u| u.id.as_str()).collect();
        assert_eq!(ids, ["rule of /usr/bin"]);
        assert_eq!(unconfined.rules[0].mechanism, Mechanism::Unenforced);
    }
    let glob = plan(&policy(DefaultDecision::Deny, vec![exec("/usr/*/x")]), &abilities(), ENGINE);
    assert_eq!(glob.rules[0].mechanism, Mechanism::Unenforced);

    // A denial of execution holds where Landlock grants nothing of it.
    let all = [Operation::FsRead, Operation::FsWrite, Operation::FsExec];
    let denied = policy(
        DefaultDecision::Deny,
        vec![exec("/usr/bin"), fs(&all, DENY, "/home"), fs(&[Operation::FsExec], DENY, "/usr/bin/su")],
    );
    let denied = plan(&denied, &abilities(), ENGINE);
    assert_eq!(denied.rules[1].mechanism, Mechanism::Notification);
    assert_eq!(denied.rules[2].mechanism, Mechanism::Unenforced);
    assert_eq!(denied.unenforced.len(), 1);
    // A rule that denies more than execution does what it can, and the rest is said.
    let free =
        plan(&policy(DefaultDecision::Allow, vec![fs(&all, DENY, "/home/u/.ssh")]), &abilities(), ENGINE);
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
    let without = plan(&policy, &abilities(), ENGINE);
    let ids: Vec<_> = without.unenforced.iter().map(|u| u.id.as_str()).collect();
    assert_eq!(ids, ["rule of /a", "rule of /c", "rule of /d", "read", "write"]);
    assert_eq!(without.rules.iter().map(|l| l.rule).collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
    assert_eq!(without.rules[3].mechanism, Mechanism::Notification);
    assert_eq!(without.rules[4].mechanism, Mechanism::Notification);
    assert_eq!(without.syscalls[2].mechanism, Mechanism::BpfNumber);
    let with = plan(&policy, &abilities(), Engine { handler: true, ..ENGINE });
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
    assert!(lacking(abilities()).is_empty());
    assert_eq!(lacking(Abilities { notify: false, ..abilities() }), ["notification"]);
    assert_eq!(lacking(Abilities { listener_free: false, ..abilities() }), ["listener"]);
    assert_eq!(lacking(Abilities { addfd: false, ..abilities() }), ["addfd"]);
    assert_eq!(lacking(Abilities { pidfd_getfd: false, ..abilities() }), ["pidfd_getfd"]);
    // Without a rule that notifies nothing of it is missed.
    let calls = policy(DefaultDecision::Allow, vec![]);
    let nothing = Abilities { notify: false, addfd: false, listener_free: false, ..abilities() };
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
    assert!(watched(Action::KillProcess, vec![allow("read")], &abilities()));
    assert!(watched(Action::Errno(Errno::EPERM), vec![kill("mount")], &abilities()));
    assert!(!watched(Action::KillProcess, vec![allow("ptrace")], &abilities()));
    assert!(!watched(Action::Allow, vec![kill("mount")], &abilities()));
    assert!(watched(Action::Allow, vec![kill("ptrace")], &abilities()));
    assert!(!watched(Action::Errno(Errno::EPERM), vec![allow("read")], &abilities()));
    assert!(!watched(Action::KillProcess, vec![], &Abilities { ptrace: false, ..abilities() }));
}
