//! Opens, names and metadata.

use crate::{
    DENY, ENGINE, HIDE, NOTIFY, O_CLOEXEC, O_CREAT, O_PATH, O_RDWR, O_TMPFILE, O_TRUNC, O_WRONLY, answer,
    args, errno, fs, opens, origin, policy,
};
use callgate_abi::{Abi, Errno};
use callgate_plan::{Abilities, Mechanism, Plan, plan};
use callgate_policy::model::{DefaultDecision, FsRedirect};
use callgate_policy::pattern::PathPattern;
use callgate_policy::{Decision, Operation, Policy, Report};
use std::path::PathBuf;

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

    let of = |policy: &Policy| plan(policy, &Abilities::newest(), ENGINE);
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
    let plan = plan(&writes, &Abilities::newest(), ENGINE);
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
    let plan = plan(&reads_free, &Abilities::newest(), ENGINE);
    assert!(!opens(&plan, 0) && opens(&plan, O_WRONLY));
    assert_eq!(answer(&plan, Abi::X86_64, "execve", args([])), None);
    assert_eq!(plan.rules[0].mechanism, Mechanism::Nothing);
    assert_eq!(plan.unenforced, []);
}

#[test]
fn names_and_metadata_follow_writes() {
    let writes = plan(&policy(DefaultDecision::Deny, vec![]), &Abilities::newest(), ENGINE);
    let reads = policy(DefaultDecision::Allow, vec![fs(&[Operation::FsRead], DENY, "**/.env")]);
    let reads = plan(&reads, &Abilities::newest(), ENGINE);
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
    let (writes, reads) =
        (plan(&writes, &Abilities::newest(), ENGINE), plan(&reads, &Abilities::newest(), ENGINE));
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
    let hidden = plan(&hidden, &Abilities::newest(), ENGINE);
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
    let listed = plan(&policy(DefaultDecision::Deny, rules), &Abilities::newest(), ENGINE);
    assert_eq!(listed.unenforced, []);
    let gaps: Vec<_> = listed.gaps.iter().map(|gap| gap.id.as_str()).collect();
    assert_eq!(gaps, ["looking names up", "execution by interpreter"]);

    let nothing = policy(DefaultDecision::Deny, vec![]);
    let nothing = plan(&nothing, &Abilities::newest(), ENGINE);
    for name in ["stat", "statx", "access", "readlink", "getxattr", "inotify_add_watch", "fanotify_mark"] {
        assert_eq!(
            answer(&nothing, Abi::X86_64, name, args([])),
            None,
            "{name} is free where nothing is hidden"
        );
    }
    // FAN_REPORT_FID: its events name files, and open none.
    assert_eq!(answer(&nothing, Abi::X86_64, "fanotify_init", args([0x200])), None);
    let opening = answer(&nothing, Abi::X86_64, "fanotify_init", args([]));
    assert_eq!(opening, errno(Errno::EPERM));
}
