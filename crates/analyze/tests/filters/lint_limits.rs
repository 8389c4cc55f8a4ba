//! Where each rule is silent, and where it is not: what its `not_when` says.

use crate::lint::{assemble, codes, lint_policy, lint_profile, lint_stack, lint_stack_of};
use callgate_abi::Abi;
use callgate_analyze::lint::{RULES, Severity};
use callgate_bpf::text::asm;
use callgate_policy::import::Runtime;

/// Of x86-64 alone, without x32.
const X86_64: &str = ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
";

/// Of i386 alone.
const I386: &str = ".abi i386
A = arch
if A != i386 { return kill }
A = nr
";

const S390X: &str = ".abi s390x
A = arch
if A != s390x { return kill }
A = nr
";

#[derive(Clone, Copy)]
enum Kind {
    /// Behind a check of this architecture.
    Checked(&'static str),
    Whole,
    Policy,
}
use Kind::{Checked, Policy, Whole};

/// The gravest finding that a rule has, if any.
type Case = (&'static str, Kind, &'static str, Option<Severity>);

const ERROR: Option<Severity> = Some(Severity::Error);
const WARNING: Option<Severity> = Some(Severity::Warning);
const NOTE: Option<Severity> = Some(Severity::Note);

const CASES: &[Case] = &[
    // Numbers of different ranges, and no numbers at all.
    ("ABI01", Whole, ".abi mips64\nA = nr\nif A == read { return allow }\nreturn kill", None),
    ("ABI01", Whole, ".abi mips64\nA = nr\nif A == execve { return kill }\nreturn allow", ERROR),
    ("ABI01", Whole, ".abi riscv64\nA = nr\nif A == execve { return kill }\nreturn allow", None),
    ("ABI01", Whole, "return allow", None),
    ("ABI01", Whole, "return kill", None),
    ("ABI01", Whole, "A = nr\nif A == ioctl { A = lo32(request)\nif A == TIOCSTI { return kill }\n}\nreturn allow", ERROR),
    // The second filter has the other ABI.
    (
        "ABI02",
        Whole,
        ".abi x86_64\nA = arch\nif A != x86_64 { return allow }\nA = nr\nif A == ptrace { return kill }\nreturn allow
.abi i386\nA = arch\nif A != i386 { return allow }\nA = nr\nif A == ptrace { return kill }\nreturn allow",
        None,
    ),
    // A condition is a restriction too.
    (
        "ABI02",
        Whole,
        "A = arch\nif A != x86_64 { return allow }\nA = nr\nif A == mmap { A = lo32(prot)\nif A & PROT_EXEC { return kill }\n}\nreturn allow",
        ERROR,
    ),
    ("ABI02", Whole, "A = arch\nif A != x86_64 { return kill }\nA = nr\nif A == ptrace { return kill }\nreturn allow", None),
    // A list of what runs has no x32 in it.
    ("ABI03", Whole, "A = arch\nif A != x86_64 { return kill }\nA = nr\nif A == read { return allow }\nreturn kill", None),
    (
        "ABI03",
        Whole,
        "A = arch\nif A != x86_64 { return kill }\nA = nr\nif A == mmap { A = lo32(prot)\nif A & PROT_EXEC { return kill }\n}\nreturn allow",
        WARNING,
    ),
    // What is stopped for bits that the kernel does not read is no restriction.
    (
        "ABI03",
        Whole,
        "A = arch\nif A != x86_64 { return kill }\nA = nr\nif A == personality { A = hi32(persona)\nif A != 0 { return kill }\n}\nreturn allow",
        None,
    ),
    ("ABI04", Checked(X86_64), "if A == read { return allow }\nreturn kill", None),
    ("ABI04", Checked(X86_64), "if A == ptrace { return errno EPERM }\nreturn allow", NOTE),
    // Refused for nothing but that it is not listed.
    (
        "ABI05",
        Policy,
        "callgate = 1\n[syscalls]\narch = ['x86_64', 'i386']\ndefault = 'kill'\nallow = ['read']\nerrno.EPERM = ['ptrace']",
        None,
    ),
    (
        "ABI05",
        Whole,
        ".abi x86_64\nA = arch\nif A == i386 { A = nr\nif A == i386.read { return allow }\nif A == i386.write { return allow }\nreturn kill\n}
if A != x86_64 { return kill }\nA = nr\nif A == read { return allow }\nreturn kill",
        NOTE,
    ),
    // The same condition is compared, arguments in memory are not.
    (
        "ABI05",
        Whole,
        ".abi x86_64\nA = arch\nif A == i386 { A = nr\nif A == i386.ptrace { return kill }\nreturn allow\n}
if A != x86_64 { return kill }\nA = nr\nif A == ptrace { return kill }\nif A == ioctl { A = lo32(request)\nif A == TIOCSTI { return kill }\n}\nreturn allow",
        WARNING,
    ),
    (
        "ABI05",
        Whole,
        ".abi x86_64\nA = arch\nif A == i386 { A = nr\nif A == i386.ptrace { return kill }\nif A == i386.mmap { A = lo32(args[1])\nif A == 7 { return kill }\n}\nreturn allow\n}
if A != x86_64 { return kill }\nA = nr\nif A == ptrace { return kill }\nif A == mmap { A = lo32(prot)\nif A & PROT_EXEC { return kill }\n}\nreturn allow",
        None,
    ),
    ("ABI06", Checked(X86_64), "if A == read { return allow }\nreturn kill", None),
    ("ABI07", Checked(X86_64), "if A == read { return allow }\nreturn kill", None),
    ("ABI07", Checked(X86_64), "if A == read { return allow }\nreturn errno ENOSYS", NOTE),
    // That the upper half is 0 may be asked.
    (
        "ABI08",
        Checked(I386),
        "if A == setuid32 { A = hi32(uid)\nif A == 0 { A = lo32(uid)\nif A == 5 { return allow }\n}\nreturn errno EPERM\n}\nreturn allow",
        None,
    ),
    // A negative number has two usual spellings; refusing both is enough, an odd one evades.
    (
        "ARG01",
        Checked(X86_64),
        "if A == setuid { A = lo32(uid)\nif A == 5 { return kill }\n}\nreturn allow",
        None,
    ),
    (
        "ARG01",
        Checked(X86_64),
        "if A == setuid { A = hi32(uid)\nif A == 0 { A = lo32(uid)\nif A == 5 { return allow }\n}\nreturn kill\n}\nreturn allow",
        None,
    ),
    (
        "ARG01",
        Checked(X86_64),
        "if A == setuid { A = hi32(uid)\nif A == 0xffffffff { A = lo32(uid)\nif A == 0xffffffff { return kill }\n}\n}\nreturn allow",
        ERROR,
    ),
    // An order on 64 bits: the largest that are refused are evaded.
    (
        "ARG01",
        Checked(X86_64),
        "if A == socket { A = hi32(domain)\nif A != 0 { return allow }\nA = lo32(domain)\nif A > 40 { return allow }\nreturn errno EPERM\n}\nreturn allow",
        ERROR,
    ),
    // The kernel reads 16 bits of a mode, and of the old user ids.
    ("ARG01", Checked(X86_64), "if A == chmod { A = lo32(mode)\nif A == 0o4755 { return kill }\n}\nreturn allow", ERROR),
    ("ARG01", Checked(X86_64), "if A == chmod { A = lo32(mode)\nif A & 0o4000 { return kill }\n}\nreturn allow", None),
    ("ARG01", Checked(I386), "if A == setuid { A = lo32(uid)\nif A == 0 { return kill }\n}\nreturn allow", ERROR),
    ("ARG01", Checked(I386), "if A == setuid32 { A = lo32(uid)\nif A == 0 { return kill }\n}\nreturn allow", None),
    // A value that is not negative is not spelled otherwise by a compiler.
    (
        "ARG02",
        Checked(X86_64),
        "if A == socket { A = hi32(domain)\nif A == 0 { A = lo32(domain)\nif A == AF_UNIX { return allow }\n}\nreturn errno EPERM\n}\nreturn allow",
        NOTE,
    ),
    // A half of a value whose upper half means something; flags have no upper half.
    ("ARG03", Checked(X86_64), "if A == mmap { A = lo32(prot)\nif A == PROT_READ { return allow }\nreturn kill\n}\nreturn allow", None),
    ("ARG03", Checked(X86_64), "if A == lseek { A = lo32(offset)\nif A & 0xfff { return errno EINVAL }\n}\nreturn allow", None),
    ("ARG03", Checked(X86_64), "if A == fcntl { A = lo32(arg)\nif A == 2 { return allow }\nreturn kill\n}\nreturn allow", None),
    ("ARG03", Checked(X86_64), "if A == lseek { A = lo32(offset)\nif A == 0 { return allow }\nreturn kill\n}\nreturn allow", WARNING),
    ("ARG03", Checked(I386), "if A == write { A = lo32(count)\nif A > 4096 { return kill }\n}\nreturn allow", None),
    // A range of 64 bits as it should be compared, values one by one, masks.
    (
        "ARG04",
        Checked(X86_64),
        "if A == ftruncate { A = hi32(length)\nif A < 1 { return allow }\nif A > 3 { return kill }\nif A == 1 { A = lo32(length)\nif A < 5 { return allow }\nreturn kill\n}\n
if A == 3 { A = lo32(length)\nif A > 9 { return kill }\n}\n}\nreturn allow",
        None,
    ),
    (
        "ARG04",
        Checked(X86_64),
        "if A == ftruncate { A = hi32(length)\nif A == 0 goto low\nif A == 7 goto low\nreturn kill\nlow: A = lo32(length)\nif A == 5 { return allow }\nreturn kill\n}\nreturn allow",
        None,
    ),
    ("ARG04", Checked(X86_64), "if A == ftruncate { A = lo32(length)\nif A > 5 { return kill }\n}\nreturn allow", None),
    (
        "ARG04",
        Checked(S390X),
        "if A == ftruncate { A = hi32(length)\nif A > 2 { return kill }\nA = lo32(length)\nif A > 0x1000 { return kill }\n}\nreturn allow",
        WARNING,
    ),
    // Descriptors and constants; a test for one value is no order.
    ("ARG05", Checked(X86_64), "if A == read { A = lo32(fd)\nif A >= 3 { return allow }\nreturn kill\n}\nreturn allow", None),
    ("ARG05", Checked(X86_64), "if A == socket { A = lo32(domain)\nif A >= 3 { return allow }\nreturn kill\n}\nreturn allow", None),
    ("ARG05", Checked(X86_64), "if A == kill { A = lo32(pid)\nif A == 1 { return kill }\n}\nreturn allow", None),
    ("ARG05", Checked(X86_64), "if A == kill { A = lo32(pid)\nif A > 1 { return kill }\n}\nreturn allow", None),
    ("ARG05", Checked(X86_64), "if A == openat { A = lo32(dirfd)\nif A >= 3 { return allow }\nreturn kill\n}\nreturn allow", WARNING),
    ("ARG05", Checked(X86_64), "if A == setpriority { A = lo32(prio)\nif A >= 5 { return allow }\nreturn kill\n}\nreturn allow", WARNING),
    // The upper half of a size is one.
    ("ARG06", Checked(X86_64), "if A == write { A = hi32(count)\nif A != 0 { return kill }\n}\nreturn allow", None),
    ("ARG06", Checked(X86_64), "if A == socket { A = hi32(domain)\nif A != 0 { return kill }\n}\nreturn allow", ERROR),
    // Addresses of mappings, and what is only null or not.
    ("ARG07", Checked(X86_64), "if A == mmap { A = lo32(addr)\nif A == 0x601000 { return kill }\n}\nreturn allow", None),
    ("ARG07", Checked(I386), "if A == accept4 { A = lo32(addr)\nif A != 0 { return kill }\n}\nreturn allow", None),
    ("ARG07", Checked(S390X), "if A == openat { A = lo32(pathname)\nif A == 0x601000 { return kill }\n}\nreturn allow", WARNING),
    ("ARG08", Checked(X86_64), "if A == clone { A = lo32(flags)\nif A & CLONE_NEWUSER { return kill }\n}\nreturn allow", None),
    // The address decides about the error alone.
    ("ARG09", Checked(X86_64), "if A == ptrace { A = hi32(ip)\nif A == 0 { return errno EPERM }\nreturn kill\n}\nreturn allow", None),
    // A list of what runs means what it lists.
    ("SIB01", Checked(X86_64), "if A == read { return allow }\nif A == clone { return allow }\nreturn kill", None),
    ("SIB01", Checked(X86_64), "if A == clone3 { return errno ENOSYS }\nreturn allow", None),
    (
        "SIB01",
        Policy,
        "callgate = 1\n[syscalls]\ndefault = 'allow'\narch = ['x86_64']\nerrno.ENOSYS = ['clone3']\nerrno.EPERM = ['unshare', 'clone(flags & CLONE_NEWUSER != 0)']",
        NOTE,
    ),
    ("SIB02", Checked(X86_64), "if A == openat { return allow }\nreturn kill", None),
    ("SIB02", Checked(X86_64), "if A == open_by_handle_at { return errno EPERM }\nreturn allow", None),
    (
        "SIB02",
        Checked(X86_64),
        "if A == openat { A = lo32(flags)\nif A & O_CREAT { return kill }\nreturn allow\n}\nif A == creat { return allow }\nreturn kill",
        WARNING,
    ),
    ("SIB03", Checked(X86_64), "if A == execveat { return kill }\nreturn allow", None),
    ("SIB03", Checked(X86_64), "if A == execveat { return allow }\nreturn kill", None),
    ("SIB04", Checked(X86_64), "if A == chmod { return allow }\nreturn kill", None),
    ("SIB04", Checked(X86_64), "if A == fchmodat2 { return kill }\nreturn allow", None),
    ("SIB05", Checked(X86_64), "if A == fsopen { return kill }\nif A == fsmount { return kill }\nreturn allow", None),
    // read itself runs, or is like everything else.
    ("SIB06", Checked(X86_64), "if A == readv { return kill }\nif A == sendfile { return kill }\nreturn allow", None),
    ("SIB06", Checked(X86_64), "if A == writev { return allow }\nreturn kill", None),
    ("SIB06", Checked(X86_64), "if A == write { return errno EPERM }\nreturn allow", WARNING),
    ("SIB07", Checked(X86_64), "if A == init_module { return allow }\nreturn kill", None),
    ("SIB07", Checked(X86_64), "if A == finit_module { return errno EPERM }\nreturn allow", WARNING),
    ("SIB08", Checked(X86_64), "if A == kexec_load { return allow }\nreturn kill", None),
    ("SIB08", Checked(X86_64), "if A == kexec_file_load { return errno EPERM }\nreturn allow", WARNING),
    // x86-64 has one of them.
    ("SIB09", Checked(X86_64), "if A == umount2 { return errno EPERM }\nreturn allow", None),
    ("SIB10", Checked(I386), "if A == socketcall { return allow }\nif A == socket { return allow }\nreturn kill", None),
    // ipc takes the upper 16 bits of its number for a version: 0x20015 is shmat as well.
    (
        "SIB10",
        Checked(I386),
        "if A == shmat { return errno EPERM }\nif A == ipc { A = lo32(call)\nif A == 21 { return errno EPERM }\n}\nreturn allow",
        WARNING,
    ),
    (
        "SIB10",
        Checked(I386),
        "if A == shmat { return errno EPERM }\nif A == ipc { A = lo32(call)\nA &= 0xffff\nif A == 21 { return errno EPERM }\n}\nreturn allow",
        None,
    ),
    // One of the forms runs freely: the ring does no more.
    (
        "SIB11",
        Policy,
        "callgate = 1\n[syscalls]\ndefault = 'allow'\nerrno.EPERM = ['open', 'rename', 'unlink']",
        None,
    ),
    ("SIB11", Policy, "callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['@aio', 'read', 'write']", WARNING),
    ("SIB12", Checked(I386), "if A == clock_settime { return allow }\nreturn kill", None),
    ("SIB13", Checked(X86_64), "if A == sched_setscheduler { return errno EPERM }\nreturn allow", None),
    // A few calls refused have another purpose.
    ("RCH01", Checked(X86_64), "if A == sethostname { return kill }\nreturn allow", None),
    ("RCH02", Checked(X86_64), "if A == sethostname { return kill }\nreturn allow", None),
    ("RCH03", Checked(X86_64), "if A == sethostname { return kill }\nreturn allow", None),
    ("RCH03", Checked(X86_64), "if A == ioctl { return allow }\nreturn kill", NOTE),
    ("RCH04", Checked(X86_64), "if A == sethostname { return kill }\nreturn allow", None),
    ("RCH05", Checked(X86_64), "if A == sethostname { return kill }\nreturn allow", None),
    ("RCH05", Policy, "callgate = 1\n[syscalls]\ndefault = 'allow'\nerrno.EPERM = ['@network-io', '@mount']", NOTE),
    ("RCH06", Checked(X86_64), "if A == sethostname { return kill }\nreturn allow", None),
    ("RCH07", Checked(X86_64), "if A == sethostname { return kill }\nreturn allow", None),
    ("RCH08", Checked(X86_64), "if A == sethostname { return kill }\nreturn allow", None),
    ("RCH01", Policy, "callgate = 1\ndefault = 'deny'\n[fs]\nread = ['/usr']", None),
    // Nothing about memory is refused, or not for its sake.
    ("RCH09", Checked(X86_64), "if A == ptrace { return kill }\nreturn allow", None),
    ("RCH09", Checked(X86_64), "if A == shmat { return kill }\nif A == personality { return kill }\nreturn allow", None),
    // The old mmap of i386 has its arguments in memory.
    (
        "RCH09",
        Policy,
        "callgate = 1\n[syscalls]\ndefault = 'allow'\narch = ['i386']\nerrno.EPERM = ['mprotect(prot & PROT_EXEC != 0)', 'pkey_mprotect(prot & PROT_EXEC != 0)', 'mmap2(prot & PROT_EXEC != 0)', 'shmat', 'personality']",
        WARNING,
    ),
    ("ACT01", Policy, "callgate = 1\ndefault = 'deny'\n[fs]\nread = ['/usr']", None),
    ("ACT04", Checked(X86_64), "if A == clone { A = lo32(flags)\nif A & CLONE_THREAD { return kill-thread }\nreturn allow\n}\nif A == clone3 { return errno ENOSYS }\nif A == ptrace { return kill-thread }\nreturn allow", None),
    // Nothing to fall back to; a handler that may do anything.
    ("ACT05", Checked(X86_64), "if A == read { return allow }\nreturn errno EPERM", None),
    ("ACT05", Checked(X86_64), "if A == clone { return allow }\nreturn trap", None),
    ("ACT05", Checked(X86_64), "if A == openat { return allow }\nreturn errno EPERM", NOTE),
    ("ACT05", Checked(I386), "if A == clock_gettime { return allow }\nreturn errno EPERM", WARNING),
    ("ACT10", Checked(X86_64), "if A == read { return allow }\nreturn errno EPERM", None),
    ("ACT11", Checked(X86_64), "if A == read { return allow }\nreturn errno EPERM", None),
    // Decided by arguments, but rare.
    ("STR04", Checked(X86_64), "if A == openat { A = lo32(flags)\nif A & O_CREAT { return kill }\nreturn allow\n}\nreturn kill", None),
    ("STR04", Checked(X86_64), "if A == write { A = lo32(fd)\nif A == 1 { return allow }\n}\nreturn kill", NOTE),
    ("STR07", Policy, "callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read', 'write']", None),
    ("STR07", Policy, "callgate = 1\ndefault = 'deny'\n[fs]\nread = ['/usr']", None),
];

#[test]
fn rules_are_silent_where_they_say_so() {
    let mut wrong = Vec::new();
    for (at, (code, kind, text, expected)) in CASES.iter().enumerate() {
        let report = match kind {
            Checked(check) => lint_stack(&assemble(&format!("{check}{text}")), None),
            Whole => {
                let abi = asm::read_all(text, Abi::X86_64).expect("assembly")[0].abi;
                lint_stack_of(&assemble(text), None, abi)
            }
            Policy => lint_policy(text),
        };
        let found = report.findings.iter().filter(|finding| finding.rule.code == *code);
        let found: Option<Severity> = found.map(|finding| finding.severity).max();
        if found != *expected || !report.undecided.is_empty() {
            wrong
                .push(format!("{at} {code}: {found:?}, not {expected:?}, of {:?}\n{text}\n", codes(&report)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Rules whose `not_when` is about the system and not about the filter, or whose clean example is all there is to say.
const NOTHING_TO_SAY: [&str; 11] =
    ["ACT02", "ACT03", "ACT06", "ACT07", "ACT08", "ACT09", "STR01", "STR02", "STR03", "STR05", "STR06"];

#[test]
fn every_rule_has_its_limits_tested() {
    for rule in RULES {
        let tested = CASES.iter().any(|(code, ..)| *code == rule.code)
            || NOTHING_TO_SAY.contains(&rule.code)
            || rule.code == "STR08"
            || rule.code.starts_with("TGT");
        assert!(tested, "{}", rule.code);
    }
}

const PROFILE: &str = r#"{"defaultAction": "SCMP_ACT_ERRNO", "archMap": [{"architecture": "SCMP_ARCH_X86_64"}],
    "syscalls": [{"names": ["read", "clone"], "action": "SCMP_ACT_ALLOW"},
        {"names": ["socket"], "action": "SCMP_ACT_ALLOW", "args": [{"index": 0, "op": "SCMP_CMP_EQ", "value": 1}]},
        {"names": ["clone3"], "action": "SCMP_ACT_ERRNO", "errnoRet": 38, "excludes": {"caps": ["CAP_SYS_ADMIN"]}},
        {"names": ["mount"], "action": "SCMP_ACT_ALLOW", "includes": {"caps": ["CAP_SYS_ADMIN"]}}]}"#;

#[test]
fn runtimes_make_different_things_of_one_profile() {
    let found = |runtime, code: &str| {
        let report = lint_profile(PROFILE, runtime);
        assert!(report.undecided.is_empty(), "{:?}", report.undecided);
        let found = report.findings.into_iter().filter(|finding| finding.rule.code == code);
        found.flat_map(|finding| finding.calls).collect::<Vec<_>>()
    };
    // Docker resolves the gates, runc and crun drop them, systemd has no conditions.
    assert!(found(Runtime::Docker, "TGT01").is_empty());
    assert_eq!(found(Runtime::Runc, "TGT01"), ["mount"]);
    assert_eq!(found(Runtime::Crun, "TGT01"), ["mount"]);
    assert_eq!(found(Runtime::Systemd, "TGT01"), ["socket"]);
    // Numbers above the greatest that is named, which is clone3's.
    assert!(found(Runtime::Docker, "TGT02").contains(&"openat2".to_owned()));
    assert!(found(Runtime::Crun, "TGT02").is_empty());
    for (runtime, refused) in [(Runtime::Docker, 0), (Runtime::Crun, 0), (Runtime::Systemd, 1)] {
        let report = lint_profile(PROFILE, runtime);
        let refusals = report.findings.iter().filter(|finding| finding.rule.code == "TGT03");
        assert_eq!(refusals.count(), refused);
    }
    // Without a runtime in mind nothing is said of any.
    let report = lint_policy("callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read']");
    assert!(!codes(&report).iter().any(|code| code.starts_with("TGT")));
}

/// Flags that are not known are not judged.
#[test]
fn unknown_flags() {
    let stack = assemble("return allow");
    assert!(!codes(&lint_stack(&stack, None)).contains("STR08"));
    let gravest = |flags| {
        let report = lint_stack(&stack, Some(flags));
        report.findings.iter().filter(|found| found.rule.code == "STR08").map(|found| found.severity).max()
    };
    // TSYNC, LOG, SPEC_ALLOW.
    assert_eq!([0, 1, 3, 4, 7].map(gravest), [NOTE, NOTE, None, WARNING, WARNING]);
}
