//! Calls: conditions on their arguments, and what they answer.

use crate::surroundings::{findings, load, policy};
use crate::{call, matches};
use callgate_abi::{Abi, Action, Errno, SeccompData};

#[test]
fn conditions_are_trees() {
    let lseek =
        |entry: &str, fd: u64, whence: u64| matches(entry, Abi::X86_64, "lseek", [fd, 0, whence, 0, 0, 0]);
    let entry = "lseek(fd == 1 || fd == 2 && whence == 3)";
    assert!(lseek(entry, 1, 9) && lseek(entry, 2, 3) && !lseek(entry, 2, 9) && !lseek(entry, 3, 3));
    let entry = "lseek((fd == 1 || fd == 2) && whence == 3)";
    assert!(!lseek(entry, 1, 9) && lseek(entry, 1, 3) && lseek(entry, 2, 3));
    let entry = "lseek(!(fd == 1 || whence == 3))";
    assert!(lseek(entry, 0, 0) && !lseek(entry, 1, 0) && !lseek(entry, 0, 3));
    let entry = "lseek(fd in {0, 7..=9, 1|4})";
    for (fd, expected) in [(0, true), (1, false), (5, true), (6, false), (7, true), (9, true), (10, false)] {
        assert_eq!(lseek(entry, fd, 0), expected, "{fd}");
    }
    // An int is a signed number of 32 bits, whatever the upper half holds.
    let entry = "lseek(fd in -2..=1)";
    assert!(lseek(entry, 0xffff_fffe, 0) && lseek(entry, u64::MAX, 0) && lseek(entry, 5 << 32 | 1, 0));
    assert!(!lseek(entry, 2, 0) && !lseek(entry, 0xffff_fffd, 0));
    let entry = "lseek(whence & 0xf in {SEEK_CUR, SEEK_END})";
    assert!(lseek(entry, 0, 0x71) && lseek(entry, 0, 2) && !lseek(entry, 0, 3));
}

#[test]
fn whole_registers() {
    let socket = |abi, entry: &str, family: u64| matches(entry, abi, "socket", [family, 0, 0, 0, 0, 0]);
    let upper = 1 << 32 | 2;
    assert!(socket(Abi::X86_64, "socket(domain == 2)", upper));
    assert!(!socket(Abi::X86_64, "socket(reg0 == 2)", upper));
    assert!(socket(Abi::X86_64, "socket(reg0 == 0x100000002)", upper));
    assert!(socket(Abi::S390x, "socket(reg0 == 0x100000002)", upper));
    // x32 and the 32-bit ABIs have no such numbers.
    assert!(socket(Abi::X32, "socket(reg0 == 2)", upper));
    assert!(!socket(Abi::I386, "socket(reg0 == 0x100000002)", 2));
    assert!(socket(Abi::I386, "socket(reg0 != 0x100000002)", 2));
    assert!(!socket(Abi::I386, "socket(reg0 == -1)", 0xffff_ffff));
    assert!(socket(Abi::I386, "socket(domain == -1)", 0xffff_ffff));
    // Unsigned, whatever the argument is.
    assert!(matches("close(reg0 > 5)", Abi::X86_64, "close", [u64::MAX, 0, 0, 0, 0, 0]));
    assert!(!matches("close(fd > 5)", Abi::X86_64, "close", [u64::MAX, 0, 0, 0, 0, 0]));
}

/// An argument in two registers is not equal when either half is not.
#[test]
fn arguments_in_two_registers() {
    let advise =
        |entry: &str, low: u64, high: u64| matches(entry, Abi::I386, "truncate64", [0, low, high, 0, 0, 0]);
    assert!(advise("truncate64(length == 0x200000001)", 1, 2));
    assert!(!advise("truncate64(length == 0x200000001)", 1, 0));
    assert!(advise("truncate64(length != 0x200000001)", 1, 0));
    assert!(!advise("truncate64(!(length == 0x200000001))", 1, 2));
}

#[test]
fn calls_younger_than_the_policy() {
    let text = "callgate = 1\n[syscalls]\narch = [\"x86_64\", \"i386\"]\ndefault = \"errno.EPERM\"\nunknown = \"errno.ENOSYS\"\nknown-since = \"5.10\"\nallow = [\"read\", \"futex_wait\"]\n";
    let policy = policy(text);
    let (unknown, default) = (Action::Errno(Errno::ENOSYS), Action::Errno(Errno::EPERM));
    let on = |name: &str| call(&policy, Abi::X86_64, name, [0; 6]);
    assert_eq!(on("read"), Action::Allow);
    assert_eq!(on("futex_wait"), Action::Allow, "a rule speaks of it");
    assert_eq!(on("write"), default);
    assert_eq!(on("process_madvise"), default, "of 5.10");
    assert_eq!(on("epoll_pwait2"), unknown, "of 5.11");
    assert_eq!(on("mseal"), unknown);
    let number = |nr: i32, arch| {
        let data = SeccompData { nr, arch, ..SeccompData::default() };
        policy.syscalls.as_ref().unwrap().evaluate(&data).action
    };
    assert_eq!(number(4000, Abi::I386.audit_arch()), unknown, "a number without a name");
    assert_eq!(number(-1, Abi::X86_64.audit_arch()), unknown);
    assert_eq!(number(0, Abi::Arm.audit_arch()), Action::KillProcess);
    assert!(policy.resolved_toml().contains("unknown = \"errno.ENOSYS\"\nknown-since = \"5.10\"\n"));
    let alone = |line: &str| findings(&format!("callgate = 1\n[syscalls]\ndefault = \"kill\"\n{line}\n"));
    assert!(alone("unknown = \"kill\"").contains("expected `known-since` beside it"));
    assert!(alone("known-since = \"5.10\"").contains("expected `unknown` beside it"));
    assert!(alone("known-since = \"five\"").contains("is no release of Linux"));
}

#[test]
fn weights_are_kept() {
    let text = "callgate = 1\n[syscalls]\ndefault = \"kill\"\nallow = [\"read\"]\n[syscalls.weights]\nread = 5\nwrite = 0.5\n";
    let loaded = policy(text);
    let weights = &loaded.syscalls.as_ref().unwrap().weights;
    assert_eq!(
        weights.iter().map(|(name, weight)| (name.as_str(), *weight)).collect::<Vec<_>>(),
        [("read", 5.0), ("write", 0.5)]
    );
    let again = policy(&loaded.resolved_toml());
    assert_eq!(&again.syscalls.unwrap().weights, weights);
}

/// Answers that have no name: an errno without one, data for the tracer.
#[test]
fn answers_by_number() {
    let text = "callgate = 1\n[syscalls]\ndefault = \"errno.4095\"\nbad-arch = \"trap(3)\"\nerrno.0 = [\"read\"]\ntrace = [\"open\"]\n\"trace(7)\" = [\"write\"]\n";
    let policies = [policy(text), policy(&policy(text).resolved_toml())];
    for policy in policies {
        let on = |name: &str| call(&policy, Abi::X86_64, name, [0; 6]);
        assert_eq!(on("read"), Action::Errno(Errno(0)));
        assert_eq!(on("write"), Action::Trace(7));
        assert_eq!(on("open"), Action::Trace(0));
        assert_eq!(on("close"), Action::Errno(Errno(4095)));
        assert_eq!(policy.syscalls.as_ref().unwrap().bad_arch, Action::Trap(3));
    }
    let wrong = |word: &str| load(&format!("callgate = 1\n[syscalls]\ndefault = \"{word}\"\n")).is_err();
    assert!(
        wrong("errno.4096")
            && wrong("errno.+1")
            && wrong("trace(65536)")
            && wrong("trace()")
            && wrong("trap(+1)")
    );
}

/// Contradictions are found through `||` and `!`, with a call that shows them.
#[test]
fn contradictions_between_trees() {
    let both = |first: &str, second: &str| {
        findings(&format!(
            "callgate = 1\n[syscalls]\narch = [\"x86_64\"]\ndefault = \"allow\"\nerrno.EPERM = [\"{first}\"]\nerrno.EACCES = [\"{second}\"]\n"
        ))
    };
    let found = both("lseek(fd == 1 || whence == 2)", "lseek(!(fd == 1))");
    assert!(found.contains("two rules match `lseek(0, 0, SEEK_END)`"), "{found}");
    assert_eq!(both("lseek(fd in {1, 3})", "lseek(fd in {2, 4} || fd < 1)"), "");
    assert_eq!(both("lseek(fd == 1 || whence == 2)", "lseek(!(fd == 1 || whence == 2))"), "");
}

#[test]
fn rule_2_calls_in_the_kernels_order() {
    let policy = policy(
        "callgate = 1\n[syscalls]\ndefault = \"allow\"\nlog = [\"read\"]\ntrace = [\"read(fd == 1)\"]\n\
         notify = [\"read(fd == 2)\"]\nerrno.EIO = [\"read(fd < 3)\"]\ntrap = [\"read(fd == 4)\"]\n\
         kill-thread = [\"read(fd == 5)\"]\nkill = [\"read(fd > 4)\"]\n",
    );
    for (fd, action) in [
        (0, Action::Errno(Errno::EIO)),
        (1, Action::Errno(Errno::EIO)),
        (3, Action::Log),
        (4, Action::Trap(0)),
        (5, Action::KillProcess),
        (u64::from(u32::MAX), Action::Errno(Errno::EIO)),
    ] {
        assert_eq!(call(&policy, Abi::NATIVE, "read", [fd, 0, 0, 0, 0, 0]), action, "fd {fd}");
    }
}

#[test]
fn rule_6_widths_and_signs() {
    let policy = policy(
        "callgate = 1\n[syscalls]\narch = [\"x86_64\", \"i386\"]\ndefault = \"kill\"\n\
         allow = [\"write(fd == 1)\", \"mprotect(prot & PROT_EXEC == 0)\", \"openat(dirfd == AT_FDCWD)\", \
         \"socket(family == AF_UNIX && type & 0xf == SOCK_STREAM)\", \"lseek(arg2 <= 2)\", \"kill(pid > 0)\"]\n",
    );
    let x86 = |name: &str, args| call(&policy, Abi::X86_64, name, args);
    let (yes, no) = (Action::Allow, Action::KillProcess);
    assert_eq!(x86("write", [0xdead_0000_0001, 0, 0, 0, 0, 0]), yes, "upper bits of an int count nothing");
    assert_eq!(x86("write", [2, 0, 0, 0, 0, 0]), no);
    assert_eq!(x86("mprotect", [0, 0, 3, 0, 0, 0]), yes);
    assert_eq!(x86("mprotect", [0, 0, 7, 0, 0, 0]), no);
    assert_eq!(x86("openat", [0xffff_ff9c, 0, 0, 0, 0, 0]), yes);
    assert_eq!(x86("openat", [u64::MAX - 99, 0, 0, 0, 0, 0]), yes);
    assert_eq!(x86("socket", [1, 1 | 0o2_000_000, 0, 0, 0, 0]), yes);
    assert_eq!(x86("socket", [1, 2, 0, 0, 0, 0]), no);
    assert_eq!(x86("kill", [u64::from(u32::MAX), 9, 0, 0, 0, 0]), no, "a pid of -1 is not above 0");
    assert_eq!(call(&policy, Abi::I386, "write", [1, 0, 0, 0, 0, 0]), yes);
}

#[test]
fn rule_6_abis() {
    let text =
        "callgate = 1\n[syscalls]\narch = [\"x86_64\"]\nbad-arch = \"errno.ENOSYS\"\ndefault = \"allow\"\n";
    let policy = policy(text);
    assert_eq!(call(&policy, Abi::X86_64, "read", [0; 6]), Action::Allow);
    assert_eq!(call(&policy, Abi::X32, "read", [0; 6]), Action::Errno(Errno::ENOSYS));
    assert_eq!(call(&policy, Abi::I386, "read", [0; 6]), Action::Errno(Errno::ENOSYS));
    let calls = policy.syscalls.as_ref().unwrap();
    let odd = |nr, arch| calls.evaluate(&SeccompData { nr, arch, ..SeccompData::default() }).action;
    assert_eq!(odd(0, 0x1234_5678), Action::Errno(Errno::ENOSYS));
    assert_eq!(odd(-1, Abi::X86_64.audit_arch()), Action::Allow, "a skipped call is no x32 call");
    let missing = "callgate = 1\n[syscalls]\narch = [\"aarch64\"]\ndefault = \"kill\"\nallow = [\"open\"]\n";
    let missing = findings(missing);
    assert!(
        missing.contains("exists on none of the listed ABIs") && missing.contains("`openat`"),
        "{missing}"
    );
    let raw = crate::surroundings::policy(
        "callgate = 1\n[syscalls]\narch = [\"x86_64\"]\ndefault = \"kill\"\nallow = [\"0xe7\", 60, \"999(arg0 == 5)\"]\n",
    );
    assert_eq!(call(&raw, Abi::X86_64, "exit_group", [0; 6]), Action::Allow);
    assert_eq!(call(&raw, Abi::X86_64, "exit", [0; 6]), Action::Allow);
}

#[test]
fn rule_6_arguments_that_a_filter_cannot_see() {
    // The old mmap of i386 has its arguments behind a pointer. An allow-list can leave it out there; a
    // deny-list would let it through.
    let text = "callgate = 1\n[syscalls]\narch = [\"x86_64\", \"i386\"]\ndefault = \"kill\"\nallow = [\"mmap(prot & PROT_EXEC == 0)\"]\n";
    let allowing = policy(text);
    assert_eq!(call(&allowing, Abi::X86_64, "mmap", [0; 6]), Action::Allow);
    assert_eq!(call(&allowing, Abi::I386, "mmap", [0; 6]), Action::KillProcess);
    let denying = text.replace("\"kill\"", "\"allow\"").replace("allow = [", "kill = [");
    assert!(findings(&denying).contains("on i386 `prot` is not in a register"), "{}", findings(&denying));
    // 64-bit values in two registers compare by halves.
    let offset = "callgate = 1\n[syscalls]\narch = [\"x86_64\", \"i386\"]\ndefault = \"kill\"\nallow = [\"pread64(offset == 0x100000002)\"]\n";
    let offset = policy(offset);
    assert_eq!(call(&offset, Abi::X86_64, "pread64", [0, 0, 0, 0x1_0000_0002, 0, 0]), Action::Allow);
    assert_eq!(call(&offset, Abi::I386, "pread64", [0, 0, 0, 2, 1, 0]), Action::Allow);
    assert_eq!(call(&offset, Abi::I386, "pread64", [0, 0, 0, 2, 0, 0]), Action::KillProcess);
}
