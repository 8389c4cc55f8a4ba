//! Units of systemd.

use crate::{EPERM, mistakes, native, notes, on, read};
use callgate_abi::{Abi, Action, Errno};
use callgate_policy::import::{Format, NoteKind};

#[test]
fn a_unit() {
    let unit = |lines: &str| read(&format!("[Service]\nExecStart=/bin/x\n{lines}\n"));
    let allow = unit("SystemCallFilter=read @aio ~write");
    assert_eq!(allow.format, Format::Systemd);
    let calls = allow.policy.syscalls.as_ref().unwrap();
    assert_eq!((calls.default, calls.bad_arch), (Action::KillProcess, Action::Allow));
    assert_eq!(calls.arches, [Abi::X86_64, Abi::I386, Abi::X32]);
    for name in ["read", "io_submit", "execve", "exit_group", "clock_nanosleep"] {
        assert_eq!(native(&allow, name, &[]), Action::Allow, "{name}");
    }
    assert_eq!(native(&allow, "write", &[]), Action::KillProcess);
    assert_eq!(notes(&allow, NoteKind::Dropped).len(), 1, "only the first `~` inverts");

    let deny = unit(
        "SystemCallFilter=~@module \\\n  reboot:ENOENT kexec_load:kill \\\n  # between\n  mount:7\nSystemCallErrorNumber=EACCES\nSystemCallFilter=delete_module",
    );
    assert_eq!(native(&deny, "init_module", &[]), Action::Errno(Errno::EACCES));
    assert_eq!(native(&deny, "reboot", &[]), Action::Errno(Errno::ENOENT));
    assert_eq!(native(&deny, "kexec_load", &[]), Action::KillProcess);
    assert_eq!(native(&deny, "mount", &[]), Action::Errno(Errno(7)));
    assert_eq!(native(&deny, "delete_module", &[]), Action::Allow, "taken off the list again");
    assert_eq!(native(&deny, "read", &[]), Action::Allow);
    let rules = &deny.policy.syscalls.as_ref().unwrap().rules;
    let mount = rules.iter().find(|rule| rule.name == "mount").unwrap();
    assert_eq!((mount.origin.line, mount.origin.text.as_str()), (6, "mount"));

    let merged =
        unit("SystemCallFilter=@default read\nSystemCallFilter=~read:EPERM\nSystemCallErrorNumber=1");
    assert_eq!(native(&merged, "read", &[]), EPERM, "taken off an allow list, it is as all others");
    assert_eq!(native(&merged, "execve", &[]), Action::Allow);
    let reset = unit("SystemCallFilter=@default\nSystemCallFilter=\nSystemCallFilter=~read");
    assert_eq!(
        (native(&reset, "read", &[]), native(&reset, "write", &[])),
        (Action::KillProcess, Action::Allow)
    );
    let skipped = unit("SystemCallFilter=read:EPERM");
    assert_eq!(native(&skipped, "read", &[]), Action::KillProcess);
    assert!(notes(&skipped, NoteKind::Dropped)[0].contains("only where calls are denied"));
    let others = unit("SystemCallFilter=~read\nRestrictNamespaces=yes\nNoSuchKey=1");
    assert!(notes(&others, NoteKind::Dropped)[0].contains("RestrictNamespaces= makes filters too"));
}

#[test]
fn a_units_architectures_and_log() {
    let unit = |lines: &str| read(lines);
    let only = unit("SystemCallArchitectures=native\n");
    let calls = only.policy.syscalls.as_ref().unwrap();
    assert_eq!(
        (&calls.arches[..], calls.bad_arch, calls.default),
        (&[Abi::X86_64][..], Action::KillThread, Action::Allow)
    );
    assert_eq!(on(&only.policy, Abi::I386, "read", [0; 6]), Action::KillThread);
    let both = unit("SystemCallArchitectures=x86\nSystemCallArchitectures=arm\n");
    assert_eq!(both.policy.syscalls.as_ref().unwrap().arches, [Abi::X86_64, Abi::I386]);
    assert_eq!(notes(&both, NoteKind::NotHere).len(), 1);

    let logged = unit("SystemCallFilter=~reboot\nSystemCallLog=reboot execve\n");
    assert_eq!(native(&logged, "execve", &[]), Action::Log);
    assert_eq!(native(&logged, "reboot", &[]), Action::KillProcess);
    assert_eq!(native(&logged, "read", &[]), Action::Allow);
    let others = unit("SystemCallFilter=execve read\nSystemCallLog=~execve\n");
    assert_eq!(native(&others, "execve", &[]), Action::Allow);
    assert_eq!(native(&others, "read", &[]), Action::Log);
    assert_eq!(native(&others, "write", &[]), Action::KillProcess);
    let all = unit("SystemCallLog=~execve\n");
    assert_eq!((native(&all, "execve", &[]), native(&all, "write", &[])), (Action::Allow, Action::Log));
    assert_eq!(native(&unit("SystemCallFilter=@known"), "mseal", &[]), Action::Allow);
}

#[test]
fn a_units_mistakes() {
    let found = mistakes(
        "[Service]\nSystemCallFilter=@modul ~x\nSystemCallFilter=~mount:EPREM\nSystemCallErrorNumber=EPERM kill\nSystemCallArchitectures=x86_64\nnonsense\n",
    );
    for part in [
        "unknown group `@modul`",
        "did you mean `@module`?",
        "unknown errno `EPREM`",
        "profile:3:25",
        "has several values",
        "unknown architecture `x86_64`",
        "did you mean `x86-64`?",
        "`nonsense` assigns nothing",
    ] {
        assert!(found.contains(part), "{part}:\n{found}");
    }
    let odd = read("SystemCallFilter=~raed read\n");
    assert!(notes(&odd, NoteKind::Dropped)[0].contains("did you mean `read`?"));
}
