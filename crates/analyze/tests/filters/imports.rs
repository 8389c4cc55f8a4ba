//! Imports: their filters are what they say, what is written from them says the same, and units of
//! systemd mean what systemd makes of them.

use crate::corpus;
use crate::policies::assert_equal;
use callgate_abi::{Abi, Action, Call, Errno, KernelVersion, syscalls};
use callgate_analyze::{Limits, Machine, Reference, Space};
use callgate_compile::emit::{self, Format};
use callgate_compile::{Options, compile};
use callgate_plan::Plan;
use callgate_policy::import::{self, capability, import};
use callgate_policy::{Environment, Loader, Policy, Purpose};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Podman's default profile (Debian: golang-github-containers-common).
const PODMAN: &str = "/usr/share/containers/seccomp.json";

fn options(capabilities: &[&str]) -> import::Options {
    let capabilities = capabilities.iter().map(|name| capability(name).unwrap()).collect();
    let kernel = KernelVersion { major: 6, minor: 18 };
    import::Options { native: Abi::X86_64, capabilities, ..import::Options::new(kernel) }
}

fn load(name: &str, toml: &str) -> Policy {
    let environment = Environment::new("/", "/");
    let mut loader = Loader::new(&environment);
    loader.text(name, toml, Path::new("/"));
    loader.finish(Purpose::Run).unwrap_or_else(|found| panic!("{name}: {}", found.render(false))).0
}

fn meaning(policy: &Policy) -> Reference<'_> {
    Reference { policy, treatments: &[], launch: None }
}

/// The filter of a policy is what the policy says; so is that of the policy as it is printed, and that
/// of every profile that can be written from it, read again.
fn prove_all(name: &str, policy: &Policy) -> usize {
    let filter = compile(policy, &Plan::default(), &Options::default()).expect("small enough");
    assert_equal(&filter, &meaning(policy), name);
    let printed = policy.resolved_toml();
    let again = load(&format!("{name}, printed"), &printed);
    assert_equal(&filter, &meaning(&again), &format!("{name}, printed:\n{printed}"));
    let native = policy.syscalls.as_ref().unwrap().arches[0];
    let mut written = 0;
    for format in [Format::Oci, Format::Docker, Format::Systemd] {
        let Ok(text) = emit::write(policy, format, &emit::Options::default()) else { continue };
        let text = String::from_utf8(text.bytes).unwrap();
        let read = import(name, &text, &import::Options { native, ..options(&[]) });
        let read = read.unwrap_or_else(|found| panic!("{name} as {format}: {}", found.render(false)));
        assert_equal(&filter, &meaning(&read.policy), &format!("{name} as {format}:\n{text}"));
        written += 1;
    }
    written
}

/// Profiles of this machine, and of the folder that `CALLGATE_PROFILES` names.
fn profiles() -> Vec<PathBuf> {
    let mut found = vec![PathBuf::from(PODMAN)];
    if let Some(folder) = std::env::var_os("CALLGATE_PROFILES") {
        let entries = std::fs::read_dir(&folder).expect("the folder of CALLGATE_PROFILES");
        found.extend(entries.map(|entry| entry.unwrap().path()));
    }
    found
}

#[test]
fn profiles_of_container_engines() {
    for path in profiles() {
        let text = std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}: is the package installed?", path.display()));
        for capabilities in [
            &[][..],
            &["CAP_SYS_ADMIN"],
            &["CAP_SYS_ADMIN", "CAP_AUDIT_WRITE", "CAP_SYS_PTRACE", "CAP_BPF", "CAP_SYS_BOOT"],
        ] {
            let name = format!("{} with {capabilities:?}", path.display());
            let imported = import("profile", &text, &options(capabilities));
            let imported = imported.unwrap_or_else(|found| panic!("{name}: {}", found.render(false)));
            assert!(prove_all(&name, &imported.policy) >= 2, "{name}: profiles are written again");
            for native in [Abi::Aarch64, Abi::S390x, Abi::Riscv64] {
                let options = import::Options { native, ..options(capabilities) };
                let imported = import("profile", &text, &options).expect("on every machine");
                prove_all(&format!("{name} on {native}"), &imported.policy);
            }
        }
    }
}

/// The filters of the corpus that systemd made of a call list, and the lines that say the same. systemd
/// makes one filter for each ABI; `.02` is that of x86_64, `.01` of x32, `.00` of i386.
const UNITS: &[(&str, &str)] = &[
    ("systemd-allowsystem-service", "SystemCallFilter=@system-service\nSystemCallErrorNumber=EPERM\n"),
    ("systemd-allowknown", "SystemCallFilter=@known\nSystemCallErrorNumber=EPERM\n"),
    ("systemd-setsystem-service", "SystemCallFilter=~@system-service\nSystemCallErrorNumber=EPERM\n"),
    ("systemd-setdefault", "SystemCallFilter=~@default\nSystemCallErrorNumber=EPERM\n"),
];

/// The last release whose calls libseccomp 2.5.4 has names for: it makes no rule of others.
const LIBSECCOMP_KNOWS: KernelVersion = KernelVersion { major: 5, minor: 17 };

#[test]
fn units_mean_what_systemd_makes_of_them() {
    let corpus = corpus::all();
    for (name, lines) in UNITS {
        let imported = import(name, lines, &options(&[])).expect("sound lines");
        for (number, abi) in [("02", Abi::X86_64), ("01", Abi::X32), ("00", Abi::I386)] {
            let filter = &corpus[&format!("{name}.{number}.sysd.bpf")];
            let mut space = Space::new(Limits::default());
            let (ours, theirs) = (space.policy(&meaning(&imported.policy)), space.filter(filter));
            let diff = space.diff(ours, theirs);
            assert!(diff.undecided.is_empty());
            for difference in diff.differences.iter().filter(|found| found.calls.machine == Machine::Abi(abi))
            {
                // Above all numbers libseccomp sees x32, whose own filter speaks of them.
                let numbers =
                    difference.calls.numbers.iter().flat_map(|range| [*range.start(), *range.end()]);
                if abi == Abi::X86_64 && numbers.clone().all(|nr| nr >= 0x8000_0000) {
                    continue;
                }
                let young = |call: &&str| syscalls::since(call).is_some_and(|since| since > LIBSECCOMP_KNOWS);
                let names = difference.calls.names();
                assert!(
                    !names.is_empty() && names.iter().all(young) && difference.calls.unnamed().is_empty(),
                    "{name} on {abi}: {names:?}: {} by the lines, {} by systemd: {:?}",
                    difference.left,
                    difference.right,
                    difference.witness
                );
            }
        }
        prove_all(name, &imported.policy);
    }
}

#[test]
fn units_are_written_again() {
    for lines in [
        "SystemCallFilter=read write\nSystemCallArchitectures=native\n",
        "SystemCallFilter=~@module reboot:EPERM mount:kill\nSystemCallArchitectures=native x86\n",
        "SystemCallFilter=@basic-io\nSystemCallLog=write ioctl\nSystemCallErrorNumber=4000\n",
        "SystemCallLog=~read\nSystemCallFilter=~write:0\n",
        "SystemCallFilter=@default\nSystemCallFilter=~@default\n",
        "SystemCallArchitectures=native x32 x86\n",
    ] {
        let imported = import("unit", lines, &options(&[])).expect("sound lines");
        let filter = compile(&imported.policy, &Plan::default(), &Options::default()).unwrap();
        let text = emit::write(&imported.policy, Format::Systemd, &emit::Options::default());
        let text = String::from_utf8(text.unwrap_or_else(|error| panic!("{lines}: {error}")).bytes).unwrap();
        let again = import("unit", &text, &options(&[])).unwrap();
        assert_equal(&filter, &meaning(&again.policy), &format!("{lines} written as\n{text}"));
    }
}

/// Policies that no profile says outright: widths, signs, ranges, `!=` under masks, several answers.
#[test]
fn conditions_become_rules_of_profiles() {
    for entries in [
        "allow = ['socket(domain == AF_UNIX)', 'read']",
        "allow = ['socket(domain != 40)']",
        "allow = ['mprotect(prot & PROT_EXEC == 0)', 'close(fd >= 3)', 'lseek(whence in {0, 1, 2})']",
        "allow = ['munmap(length > 0x10000 && addr != 0)']",
        "allow = ['lseek(fd in 3..=900)', 'munmap(length < 0x123456789)']",
        "allow = ['close(fd < 0 || fd == 7)', 'fcntl(fd != 3 && cmd in {F_GETFD, F_SETFD})']",
        "allow = ['ioctl', 'close']\nerrno.EIO = ['ioctl(request == TIOCSTI)']\nkill = ['ioctl(request == 0x5423)']",
        "allow = ['socket(!(domain in {AF_INET, AF_INET6} && type & 0xf == SOCK_RAW))']",
        "log = ['clone(flags & 0x7e020000 == 0)']\nnotify = ['mkdirat']\ntrap = ['ptrace(request != 0)']",
        "unknown = 'errno.ENOSYS'\nknown-since = '5.10'\nallow = ['read', 'close(fd == 3)', 'mseal(reg0 == 1)']",
        "allow = ['dup(reg0 > 0x100000000)', 'dup2(reg0 & 0xff00000000 != 0x1100000000)']",
    ] {
        for arches in ["'x86_64'", "'x86_64', 'x32'", "'s390x'", "'i386'"] {
            let toml =
                format!("callgate = 1\n[syscalls]\narch = [{arches}]\ndefault = 'errno.EPERM'\n{entries}\n");
            if arches.contains("i386") && entries.contains("0x1") {
                continue;
            }
            let policy = load("policy", &toml);
            // libseccomp compares 32 bits on x32, where words have 64.
            let words_of_x32 =
                arches.contains("x32") && (entries.contains("length") || entries.contains("ptrace"));
            // There `socketcall` is another way to it, of which these say nothing.
            let other_door = entries.contains("socket") && !arches.contains("x86_64");
            assert!(prove_all(&toml, &policy) >= 2 || words_of_x32 || other_door, "{toml}: not written");
        }
    }
}

/// What a form cannot say is refused, and the rule named.
#[test]
fn what_cannot_be_said() {
    let refused = |entries: &str, format: Format| {
        let policy = load("p.toml", &format!("callgate = 1\n{entries}\n"));
        match emit::write(&policy, format, &emit::Options::default()) {
            Err(emit::WriteError::Unsayable { rule, what, .. }) => {
                format!("{what} [{}]", rule.map_or_else(String::new, |rule| rule.id))
            }
            other => panic!("{entries} as {format}: {other:?}"),
        }
    };
    let calls =
        |entries: &str| format!("[syscalls]\narch = ['x86_64', 'i386']\ndefault = 'errno.EPERM'\n{entries}");
    for (entries, format, part) in [
        (
            "default = 'deny'\n[fs]\nread = ['/x']".to_owned(),
            Format::Raw,
            "files or addresses, which no filter sees [fs.read[0]]",
        ),
        (calls("bad-arch = 'allow'"), Format::Oci, "other architectures get kill there"),
        (
            calls("allow = ['close(fd == 1)', 'lseek(offset == 5)']\narch2 = 1").replace("\narch2 = 1", ""),
            Format::Systemd,
            "kill-thread there, and `bad-arch` is kill",
        ),
        (
            calls("bad-arch = 'kill-thread'\nallow = ['read', 'close(fd == 1)']"),
            Format::Systemd,
            "close is answered by its arguments, which a unit cannot look at [syscalls.allow[1]]",
        ),
        (
            calls("bad-arch = 'kill-thread'\nerrno.EIO = ['read']"),
            Format::Systemd,
            "all others get one answer [syscalls.errno.EIO[0]]",
        ),
        (calls("allow = [400]"), Format::Docker, "has no name that is known"),
        (calls("\"trap(3)\" = ['read']"), Format::Oci, "no number of one's own [syscalls.trap(3)[0]]"),
        (
            calls("allow = ['socket']"),
            Format::Oci,
            "on i386 socketcall(call == 1) is socket too, and libseccomp answers both alike [syscalls.allow[0]]",
        ),
        (
            calls("allow = ['ioctl(request != 5 && fd != 6 && argp != 7)']"),
            Format::Oci,
            "take too many rules",
        ),
    ] {
        let found = refused(&entries, format);
        assert!(found.contains(part), "{entries} as {format}: {found}");
    }
    // Numbers of constants differ between ABIs, and a profile has one number for all.
    let policy = load(
        "p.toml",
        "callgate = 1\n[syscalls]\narch = ['x86_64', 'mips']\ndefault = 'kill'\nallow = ['openat(flags & O_CREAT == 0)']\n",
    );
    let error = emit::write(&policy, Format::Oci, &emit::Options::default()).unwrap_err();
    assert!(error.to_string().contains("openat is not answered on mips as on the other ABIs"), "{error}");
    // What is stricter is taken where it is wanted, and said.
    let policy =
        load("p.toml", "callgate = 1\n[syscalls]\narch = ['x86_64']\ndefault = 'kill'\nbad-arch = 'allow'\n");
    let written =
        emit::write(&policy, Format::Oci, &emit::Options { stricter: true, weights: None }).unwrap();
    assert_eq!(written.remarks, ["other architectures get kill there, not allow"]);
}

/// A profile with rules that meet as much as they can.
fn any_profile() -> impl Strategy<Value = String> {
    let action = || {
        prop::sample::select(vec![
            "\"SCMP_ACT_ALLOW\"",
            "\"SCMP_ACT_LOG\"",
            "\"SCMP_ACT_ERRNO\"",
            "\"SCMP_ACT_ERRNO\", \"errnoRet\": 13",
            "\"SCMP_ACT_KILL_PROCESS\"",
            "\"SCMP_ACT_TRACE\", \"errnoRet\": 5",
        ])
    };
    let word = || {
        prop::sample::select(vec![
            0,
            1,
            2,
            7,
            40,
            0x7fff_ffff,
            0x8000_0000,
            0xffff_ffff,
            1 << 32,
            (5 << 32) + 7,
            u64::MAX,
        ])
    };
    let op = prop::sample::select(vec!["NE", "LT", "LE", "EQ", "GE", "GT", "MASKED_EQ"]);
    let test = (0u8..3, op, word(), word()).prop_map(|(index, op, value, two)| {
        format!("{{\"index\": {index}, \"op\": \"SCMP_CMP_{op}\", \"value\": {value}, \"valueTwo\": {two}}}")
    });
    let name = prop::sample::select(vec![
        "read",
        "socket",
        "shmat",
        "close",
        "clone",
        "socketcall",
        "ipc",
        "mmap",
        "futex",
        "nonsense",
    ]);
    let rule = (prop::collection::vec(name, 1..3), action(), prop::collection::vec(test, 0..3)).prop_map(
        |(names, action, tests)| {
            let names: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
            format!(
                "{{\"names\": [{}], \"action\": {action}, \"args\": [{}]}}",
                names.join(", "),
                tests.join(", ")
            )
        },
    );
    let arches = prop::sample::subsequence(
        vec!["SCMP_ARCH_X86", "SCMP_ARCH_X32", "SCMP_ARCH_S390X", "SCMP_ARCH_MIPS64N32", "SCMP_ARCH_ARM"],
        0..4,
    );
    (action(), arches, prop::collection::vec(rule, 0..12)).prop_map(|(default, arches, rules)| {
        let mut text = format!(
            "{{\"defaultAction\": {}, \"architectures\": [\"SCMP_ARCH_X86_64\"",
            default.replace("errnoRet", "defaultErrnoRet")
        );
        for arch in arches {
            let _ = write!(text, ", \"{arch}\"");
        }
        let _ = write!(text, "], \"syscalls\": [{}]}}", rules.join(",\n"));
        text
    })
}

/// Each case is several proofs; PROPTEST_CASES asks for more of them.
fn few_cases() -> ProptestConfig {
    if std::env::var_os("PROPTEST_CASES").is_some() {
        ProptestConfig::default()
    } else {
        ProptestConfig::with_cases(12)
    }
}

proptest! {
    #![proptest_config(few_cases())]

    #[test]
    fn any_profile_is_its_filter(text in any_profile()) {
        let imported = import("profile", &text, &options(&[]));
        let imported = imported.unwrap_or_else(|found| panic!("{text}: {}", found.render(false)));
        prove_all(&text, &imported.policy);
    }
}

/// Two rules of equal rank meet at the door of s390x: printed, each has calls of its own.
#[test]
fn rules_that_meet_at_a_door() {
    let text = r#"{"defaultAction": "SCMP_ACT_TRACE", "architectures": ["SCMP_ARCH_X86_64", "SCMP_ARCH_S390X"], "syscalls": [
        {"names": ["ipc"], "action": "SCMP_ACT_ERRNO", "args": [{"index": 0, "op": "SCMP_CMP_NE", "value": 0}]},
        {"names": ["shmat"], "action": "SCMP_ACT_ERRNO", "errnoRet": 13}]}"#;
    let imported = import("profile", text, &options(&[])).unwrap();
    prove_all("profile", &imported.policy);
    let printed = imported.policy.resolved_toml();
    assert!(printed.contains("ipc(call & 0xffff == 21 && !(reg0 != 0))"), "{printed}");
}

/// The answers of the four forms of a call list, once more by hand.
#[test]
fn a_deny_list_of_systemd() {
    let lines = UNITS[3].1;
    let imported = import("unit", lines, &options(&[])).unwrap();
    let calls = imported.policy.syscalls.unwrap();
    let get = |name| {
        let nr = Call::from_name(name).unwrap().on(Abi::X86_64).unwrap().nr as i32;
        let data = callgate_abi::SeccompData { nr, arch: Abi::X86_64.audit_arch(), ..Default::default() };
        calls.evaluate(&data).action
    };
    assert_eq!((get("execve"), get("read")), (Action::Errno(Errno::EPERM), Action::Allow));
}
