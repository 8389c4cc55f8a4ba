//! The call tables against three witnesses, each with its known defects.

use callgate_abi::{Abi, KernelVersion, Sysno, syscalls};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::Command;

/// A witness's calls on one ABI.
type Calls = BTreeMap<String, u32>;

/// Differences that are no defects of our tables.
struct Exception {
    witness: &'static str,
    /// ABIs, or `*`.
    on: &'static str,
    calls: &'static str,
    why: &'static str,
}

const EXCEPTIONS: &[Exception] = &[
    Exception {
        witness: "syscall-numbers",
        on: "*",
        calls: "rseq_slice_yield",
        why: "younger than the witness",
    },
    Exception {
        witness: "syscall-numbers",
        on: "i386 arm ppc mips mips64n32 m68k sh",
        calls: "clock_getres clock_gettime clock_nanosleep clock_settime gettimeofday \
                settimeofday timer_gettime timer_settime timerfd_gettime timerfd_settime \
                gettimeofday_time32 settimeofday_time32 timerfd_gettime32 timerfd_settime32",
        why: "it names 32-bit-time calls as musl does",
    },
    Exception {
        witness: "syscall-numbers",
        on: "arm ppc mips mips64n32 m68k sh",
        calls: "clock_getres_time32 clock_gettime32 clock_nanosleep_time32 clock_settime32 \
                timer_gettime32 timer_settime32",
        why: "it names 32-bit-time calls as musl does; on i386 it leaves these out",
    },
    Exception {
        witness: "syscall-numbers",
        on: "i386",
        calls: "getrlimit mq_getsetattr mq_notify mq_timedreceive mq_timedsend mq_unlink \
                timer_delete timer_getoverrun",
        why: "it leaves them out",
    },
    Exception {
        witness: "syscall-numbers",
        on: "arm",
        calls: "arm_fadvise64_64 arm_sync_file_range fadvise64_64 sync_file_range2",
        why: "it knows their numbers by the generic names only; we take those as synonyms",
    },
    Exception {
        witness: "syscall-numbers",
        on: "arm",
        calls: "breakpoint cacheflush get_tls set_tls usr26 usr32",
        why: "calls private to Arm, which it leaves out",
    },
    Exception {
        witness: "syscall-numbers",
        on: "riscv64 loongarch64",
        calls: "arch_specific_syscall",
        why: "a base for private numbers, not a call",
    },
    Exception {
        witness: "syscall-numbers",
        on: "riscv64",
        calls: "riscv_flush_icache riscv_hwprobe",
        why: "it leaves private calls out",
    },
    Exception {
        witness: "syscall-numbers",
        on: "loongarch64",
        calls: "fadvise64 fcntl fstat fstatfs ftruncate lseek mmap newfstatat sendfile statfs \
                truncate",
        why: "it leaves out names that the generic header defines by another macro",
    },
    Exception {
        witness: "syscall-numbers",
        on: "mips",
        calls: "reserved82 reserved221 unused18 unused28 unused59 unused84 unused109 unused150",
        why: "gaps of the table, not calls",
    },
    Exception {
        witness: "syscall-numbers",
        on: "mips64 mips64n32",
        calls: "reserved177 reserved193",
        why: "gaps of the table, not calls",
    },
    Exception {
        witness: "syscall-numbers",
        on: "sh",
        calls: "clone3",
        why: "the kernel reserves the number and has no such call there",
    },
    Exception {
        witness: "syscalls",
        on: "*",
        calls: "file_setattr listns rseq_slice_yield",
        why: "it lacks file_setattr and is older than the other two",
    },
    Exception {
        witness: "syscalls",
        on: "aarch64 loongarch64",
        calls: "clock_adjtime64 clock_getres_time64 clock_gettime64 clock_nanosleep_time64 \
                clock_settime64 futex_time64 io_pgetevents_time64 mq_timedreceive_time64 \
                mq_timedsend_time64 ppoll_time64 pselect6_time64 recvmmsg_time64 \
                rt_sigtimedwait_time64 sched_rr_get_interval_time64 semtimedop_time64 \
                timer_gettime64 timer_settime64 timerfd_gettime64 timerfd_settime64 \
                utimensat_time64",
        why: "calls of 32-bit ABIs, which these kernels do not have",
    },
    Exception {
        witness: "syscalls",
        on: "aarch64 loongarch64",
        calls: "fstatat newfstatat",
        why: "the kernel calls it newfstatat",
    },
    Exception {
        witness: "syscalls",
        on: "loongarch64",
        calls: "getrlimit memfd_secret renameat setrlimit",
        why: "the kernel leaves these out on LoongArch",
    },
    Exception {
        witness: "syscalls",
        on: "arm",
        calls: "breakpoint cacheflush get_tls set_tls usr26 usr32",
        why: "calls private to Arm, which it leaves out",
    },
    Exception {
        witness: "syscalls",
        on: "mips",
        calls: "reserved82 reserved221 unused18 unused28 unused59 unused84 unused109 unused150",
        why: "gaps of the table, not calls",
    },
    Exception {
        witness: "syscalls",
        on: "mips64",
        calls: "reserved177 reserved193",
        why: "gaps of the table, not calls",
    },
    Exception {
        witness: "syscalls",
        on: "mips64",
        calls: "set_mempolicy_home_node",
        why: "the witness leaves it out; the two others have it",
    },
    Exception {
        witness: "linux-raw-sys",
        on: "*",
        calls: "listns rseq_slice_yield",
        why: "younger than the witness",
    },
    Exception {
        witness: "linux-raw-sys",
        on: "x86_64 x32",
        calls: "uprobe",
        why: "younger than the witness",
    },
    Exception {
        witness: "linux-raw-sys",
        on: "arm",
        calls: "OABI_SYSCALL_BASE SYSCALL_BASE SYSCALL_MASK",
        why: "macros of the header, not calls",
    },
    Exception {
        witness: "linux-raw-sys",
        on: "arm",
        calls: "sync_file_range2",
        why: "a second name of arm_sync_file_range; we take it as a synonym",
    },
    Exception {
        witness: "linux-raw-sys",
        on: "arm",
        calls: "breakpoint cacheflush get_tls set_tls usr26 usr32",
        why: "calls private to Arm, which it leaves out",
    },
    Exception {
        witness: "linux-raw-sys",
        on: "mips mips64",
        calls: "Linux",
        why: "the base of the numbers, not a call",
    },
    Exception {
        witness: "linux-raw-sys",
        on: "mips",
        calls: "reserved82 reserved221 unused18 unused28 unused59 unused84 unused109 unused150",
        why: "gaps of the table, not calls",
    },
    Exception {
        witness: "linux-raw-sys",
        on: "mips64",
        calls: "reserved177 reserved193",
        why: "gaps of the table, not calls",
    },
];

fn excused(witness: &str, abi: Abi, name: &str) -> Option<(usize, &'static str)> {
    EXCEPTIONS.iter().enumerate().find_map(|(at, exception)| {
        let on = exception.on == "*" || exception.on.split(' ').any(|one| one == abi.name());
        let call = exception.calls.split_whitespace().find(|call| *call == name)?;
        (exception.witness == witness && on).then_some((at, call))
    })
}

/// Compares, and fails on what no exception explains and on exceptions that explain nothing.
fn compare(witness: &str, tables: &[(Abi, Calls)]) {
    let mut wrong = Vec::new();
    let mut used = BTreeSet::new();
    for (abi, theirs) in tables {
        let ours: Calls = syscalls::of_abi(*abi).map(|(nr, name)| (name.to_string(), nr)).collect();
        assert!(theirs.len() > 300, "{witness} has only {} calls on {}", theirs.len(), abi.name());
        for name in ours.keys().chain(theirs.keys()).collect::<BTreeSet<_>>() {
            if ours.get(name) == theirs.get(name) {
                continue;
            }
            match excused(witness, *abi, name) {
                Some(exception) => drop(used.insert(exception)),
                None => wrong.push(format!(
                    "{} {name}: ours {:?}, theirs {:?}",
                    abi.name(),
                    ours.get(name),
                    theirs.get(name)
                )),
            }
        }
    }
    for (at, exception) in EXCEPTIONS.iter().enumerate().filter(|(_, of)| of.witness == witness) {
        for call in exception.calls.split_whitespace().filter(|call| !used.contains(&(at, *call))) {
            wrong.push(format!("{call} is no exception any more ({})", exception.why));
        }
    }
    assert!(wrong.is_empty(), "{witness}:\n{}", wrong.join("\n"));
}

#[test]
fn agrees_with_syscall_numbers() {
    use syscall_numbers as w;
    type Name = fn(core::ffi::c_long) -> Option<&'static str>;
    let modules: &[(Abi, Name)] = &[
        (Abi::X86_64, w::x86_64::sys_call_name),
        (Abi::I386, w::x86::sys_call_name),
        (Abi::X32, w::x32::sys_call_name),
        (Abi::Aarch64, w::aarch64::sys_call_name),
        (Abi::Arm, w::arm::sys_call_name),
        (Abi::Riscv64, w::riscv64::sys_call_name),
        (Abi::Loongarch64, w::loongarch64::sys_call_name),
        (Abi::S390x, w::s390x::sys_call_name),
        (Abi::Ppc64le, w::powerpc64::sys_call_name),
        (Abi::Ppc64, w::powerpc64::sys_call_name),
        (Abi::Ppc, w::powerpc::sys_call_name),
        (Abi::Mips, w::mips::sys_call_name),
        (Abi::Mips64, w::mips64::sys_call_name),
        (Abi::Mips64n32, w::mipsn32::sys_call_name),
        (Abi::M68k, w::m68k::sys_call_name),
        (Abi::Sh, w::sh::sys_call_name),
    ];
    let numbers = || (0..8000).chain(0x4000_0000..0x4000_0400);
    let tables: Vec<(Abi, Calls)> = modules
        .iter()
        .map(|(abi, name)| {
            let calls = numbers().filter_map(|nr| Some((name(nr)?.to_string(), nr as u32)));
            (*abi, calls.collect())
        })
        .collect();
    compare("syscall-numbers", &tables);
}

#[test]
fn agrees_with_syscalls() {
    macro_rules! tables {
        ($($abi:ident $module:ident;)*) => {
            [$((
                Abi::$abi,
                ::syscalls::$module::Sysno::iter()
                    .map(|call| (call.name().trim_start_matches("r#").to_string(), call.id() as u32))
                    .collect::<Calls>(),
            ),)*]
        };
    }
    let tables = tables! {
        X86_64 x86_64; I386 x86; Aarch64 aarch64; Arm arm; Riscv64 riscv64; Loongarch64 loongarch64;
        S390x s390x; Ppc64le powerpc64; Ppc powerpc; Mips mips; Mips64 mips64;
    };
    compare("syscalls", &tables);
}

#[test]
fn agrees_with_linux_raw_sys() {
    let folder = linux_raw_sys();
    let modules = [
        (Abi::X86_64, "x86_64"),
        (Abi::I386, "x86"),
        (Abi::X32, "x32"),
        (Abi::Aarch64, "aarch64"),
        (Abi::Arm, "arm"),
        (Abi::Riscv64, "riscv64"),
        (Abi::Loongarch64, "loongarch64"),
        (Abi::S390x, "s390x"),
        (Abi::Ppc64le, "powerpc64"),
        (Abi::Ppc, "powerpc"),
        (Abi::Mips, "mips"),
        (Abi::Mips64, "mips64"),
        (Abi::M68k, "m68k"),
    ];
    let tables: Vec<(Abi, Calls)> = modules
        .iter()
        .map(|(abi, module)| {
            let text = std::fs::read_to_string(folder.join(module).join("general.rs")).unwrap();
            let calls = text.lines().filter_map(|line| {
                let (name, rest) = line.strip_prefix("pub const __NR_")?.split_once(": u32 = ")?;
                Some((name.to_string(), rest.strip_suffix(';')?.parse().ok()?))
            });
            (*abi, calls.collect())
        })
        .collect();
    compare("linux-raw-sys", &tables);
}

/// Where cargo keeps the witness's source: it compiles only the build's architecture.
fn linux_raw_sys() -> PathBuf {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--offline", "--filter-platform"])
        .arg(format!("{}-unknown-linux-gnu", std::env::consts::ARCH))
        .arg("--manifest-path")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let wanted = |package: &&serde_json::Value| {
        let version = package["version"].as_str().unwrap_or_default();
        package["name"] == "linux-raw-sys" && version.starts_with("0.12.")
    };
    let package = metadata["packages"].as_array().unwrap().iter().find(wanted).unwrap();
    PathBuf::from(package["manifest_path"].as_str().unwrap()).parent().unwrap().join("src")
}

#[test]
fn every_number_leads_to_its_name_and_back() {
    for abi in Abi::ALL {
        for (nr, name) in syscalls::of_abi(*abi) {
            let call = Sysno { abi: *abi, nr };
            assert_eq!(call.name(), Some(name));
            assert_eq!(Sysno::from_name(*abi, name), Some(call));
            assert_eq!(Abi::of_call(abi.audit_arch(), nr), Some(*abi), "{name}");
        }
    }
}

#[test]
fn bases_are_part_of_the_number() {
    let nr = |abi, name| Sysno::from_name(abi, name).map(|call| call.nr);
    assert_eq!(nr(Abi::X32, "read"), Some(0x4000_0000));
    assert_eq!(nr(Abi::X32, "execve"), Some(0x4000_0000 + 520));
    assert_eq!(nr(Abi::Mipsel, "openat"), Some(4288));
    assert_eq!(nr(Abi::Mipsel64, "openat"), Some(5247));
    assert_eq!(nr(Abi::Mipsel64n32, "openat"), Some(6251));
    assert_eq!(nr(Abi::Arm, "cacheflush"), Some(0x000f_0002));
    assert_eq!(nr(Abi::Ppc64le, "openat"), nr(Abi::Ppc64, "openat"));
    assert_eq!(nr(Abi::Arm, "sync_file_range2"), nr(Abi::Arm, "arm_sync_file_range"));
    assert_eq!(nr(Abi::Arm, "fadvise64_64"), Some(270));
    assert_eq!(nr(Abi::X86_64, "sync_file_range2"), None);
    assert_eq!(Sysno { abi: Abi::X32, nr: 0 }.name(), None);
    assert_eq!(Sysno { abi: Abi::X86_64, nr: 999 }.name(), None);
    assert_eq!(Sysno { abi: Abi::X86_64, nr: 999 }.to_string(), "syscall_999");
}

#[test]
fn knows_the_newest_calls() {
    let newest = [
        ("mseal", 462, (6, 10)),
        ("listxattrat", 465, (6, 13)),
        ("open_tree_attr", 467, (6, 15)),
        ("file_getattr", 468, (6, 17)),
        ("file_setattr", 469, (6, 17)),
        ("listns", 470, (6, 19)),
        ("uretprobe", 335, (6, 11)),
        ("uprobe", 336, (6, 18)),
    ];
    for (name, nr, (major, minor)) in newest {
        assert_eq!(Sysno::from_name(Abi::X86_64, name).map(|call| call.nr), Some(nr), "{name}");
        assert_eq!(syscalls::since(name), Some(KernelVersion { major, minor }), "{name}");
    }
    assert_eq!(Sysno::from_name(Abi::Aarch64, "uretprobe"), None);
    assert!(!syscalls::exists("opennat"));
}

#[test]
fn calls_are_as_old_as_the_kernel_says() {
    let since = |name| syscalls::since(name).unwrap().to_string();
    assert_eq!(since("read"), "1.0");
    assert_eq!(since("openat"), "2.6");
    assert_eq!(since("seccomp"), "3.17");
    assert_eq!(since("openat2"), "5.6");
    assert_eq!(syscalls::since("nonsense"), None);
    // A uniform number says the order in which calls came.
    let mut last = syscalls::since("pidfd_send_signal").unwrap();
    for (nr, name) in syscalls::of_abi(Abi::X86_64).filter(|(nr, _)| (424..512).contains(nr)) {
        // Numbers reserved while the call was under review: close_range and quotactl_fd came late.
        if [436, 443].contains(&nr) {
            continue;
        }
        let this = syscalls::since(name).unwrap();
        assert!(this >= last, "{name}: {this} before {last}");
        last = this;
    }
}

#[test]
fn a_mistaken_name_has_a_suggestion() {
    assert_eq!(syscalls::suggest("opennat"), Some("openat"));
    assert_eq!(syscalls::suggest("exec"), Some("execve"));
    assert_eq!(syscalls::suggest("pread"), Some("pread64"));
    assert_eq!(syscalls::suggest("fstatat"), Some("newfstatat"));
    assert_eq!(syscalls::suggest("completely-different"), None);
}
