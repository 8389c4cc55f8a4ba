//! What the presets allow, on every ABI.

mod surroundings;

use callgate_abi::{Abi, Action, SeccompData, Sysno, constants, syscalls};
use callgate_policy::{Object, Operation, Policy, Syscalls};
use surroundings::policy;

fn preset(name: &str, abi: Abi) -> Policy {
    policy(&format!("callgate = 1\nuse = [\"{name}\"]\n[syscalls]\narch = [\"{abi}\"]\n"))
}

fn action(calls: &Syscalls, abi: Abi, nr: u32, args: [u64; 6]) -> Action {
    calls
        .evaluate(&SeccompData { nr: nr as i32, arch: abi.audit_arch(), instruction_pointer: 0, args })
        .action
}

fn allowed(name: &str, abi: Abi) -> Vec<&'static str> {
    let policy = preset(name, abi);
    let calls = policy.syscalls.as_ref().unwrap();
    let mut allowed: Vec<&str> = syscalls::of_abi(abi)
        .filter(|(nr, _)| action(calls, abi, *nr, [0; 6]) == Action::Allow)
        .map(|(_, name)| name)
        .collect();
    allowed.sort_unstable();
    allowed
}

#[test]
fn strict_is_the_kernels_strict_mode() {
    for abi in Abi::ALL {
        let exists = |name: &&str| Sysno::from_name(*abi, name).is_some();
        let strict: Vec<&str> =
            ["exit", "read", "rt_sigreturn", "sigreturn", "write"].into_iter().filter(exists).collect();
        assert_eq!(allowed("strict", *abi), strict, "{abi}");
        let lives = ["exit", "exit_group", "read", "rt_sigreturn", "sigreturn", "write"];
        let lives: Vec<&str> = lives.into_iter().filter(exists).collect();
        assert_eq!(allowed("strict-exit-group", *abi), lives, "{abi}");
        let calls = preset("strict", *abi).syscalls.unwrap();
        assert_eq!((calls.default, calls.bad_arch), (Action::KillProcess, Action::KillProcess));
    }
    assert_eq!(allowed("strict", Abi::I386).len(), 5);
    assert_eq!(allowed("strict", Abi::X86_64).len(), 4);
}

#[test]
fn orw_opens_reads_writes_on_every_abi() {
    for abi in Abi::ALL {
        let orw = allowed("orw", *abi);
        for name in ["openat", "read", "write", "close", "exit_group", "brk"] {
            // The tables of some rare ABIs have no numbers at all.
            if Sysno::from_name(*abi, name).is_some() {
                assert!(orw.contains(&name), "{name} on {abi}");
            }
        }
        for name in ["execve", "socket", "ptrace", "fork", "clone", "mmap", "kill"] {
            assert!(!orw.contains(&name), "{name} on {abi}");
        }
    }
}

/// The calls of static C programs (glibc 2.36) that read a file and print it, as strace showed them.
#[test]
fn static_programs_start_under_orw() {
    let empty_path = constants::value(Abi::X86_64, "AT_EMPTY_PATH").unwrap();
    let x86_64: &[(&str, [u64; 6])] = &[
        ("brk", [0; 6]),
        ("arch_prctl", [0x1002, 0x3e23_7380, 0, 0, 0, 0]),
        ("set_tid_address", [0x3e23_7650, 0, 0, 0, 0, 0]),
        ("set_robust_list", [0x3e23_7660, 24, 0, 0, 0, 0]),
        ("rseq", [0x3e23_7ca0, 0x20, 0, 0x5305_3053, 0, 0]),
        ("prlimit64", [0, 3, 0, 0x7ff0, 0, 0]),
        ("readlink", [0x49_0000, 0x7ff0, 4096, 0, 0, 0]),
        ("getrandom", [0x7ff0, 8, 1, 0, 0, 0]),
        ("mprotect", [0x4a_1000, 16384, 1, 0, 0, 0]),
        ("openat", [0xffff_ff9c, 0x7ff0, 0, 0, 0, 0]),
        ("newfstatat", [3, 0x49_0000, 0x7ff0, empty_path, 0, 0]),
        ("read", [3, 0x3e23_8000, 4096, 0, 0, 0]),
        ("ioctl", [1, 0x5401, 0x7ff0, 0, 0, 0]),
        ("write", [1, 0x3e23_8000, 6, 0, 0, 0]),
        ("exit_group", [0; 6]),
    ];
    let i386: &[(&str, [u64; 6])] = &[
        ("brk", [0; 6]),
        ("set_thread_area", [0xffd0_0000, 0, 0, 0, 0, 0]),
        ("set_tid_address", [0x84d_e3e8, 0, 0, 0, 0, 0]),
        ("set_robust_list", [0x84d_e3ec, 12, 0, 0, 0, 0]),
        ("rseq", [0x84d_e820, 0x20, 0, 0x5305_3053, 0, 0]),
        ("ugetrlimit", [3, 0xffd0_0000, 0, 0, 0, 0]),
        ("readlink", [0x80e_0000, 0xffd0_0000, 4096, 0, 0, 0]),
        ("getrandom", [0x80e_0000, 4, 1, 0, 0, 0]),
        ("mprotect", [0x80e_9000, 12288, 1, 0, 0, 0]),
        ("openat", [0xffff_ff9c, 0xffd0_0000, 0, 0, 0, 0]),
        ("statx", [3, 0x80e_0000, 0x800 | empty_path, 0x7ff, 0xffd0_0000, 0]),
        ("read", [3, 0x84e_0000, 4096, 0, 0, 0]),
        ("write", [1, 0x84e_0000, 6, 0, 0, 0]),
        ("exit_group", [0; 6]),
    ];
    for preset_name in ["orw", "orw-mprotect"] {
        for (abi, trace) in [(Abi::X86_64, x86_64), (Abi::I386, i386)] {
            let policy = preset(preset_name, abi);
            let calls = policy.syscalls.as_ref().unwrap();
            for (name, args) in trace {
                let nr = Sysno::from_name(abi, name).unwrap().nr;
                let answer = action(calls, abi, nr, *args);
                let lives = answer == Action::Allow || matches!(answer, Action::Errno(_));
                assert!(lives, "{preset_name}: {name} on {abi} gets {answer}");
            }
            let mprotect = Sysno::from_name(abi, "mprotect").unwrap().nr;
            let executable = action(calls, abi, mprotect, [0x1000, 0x1000, 5, 0, 0, 0]);
            assert_eq!(executable == Action::Allow, preset_name == "orw-mprotect");
        }
    }
}

#[test]
fn base_lets_a_program_start_and_no_more() {
    let base = policy("callgate = 1\ndefault = \"deny\"\nuse = [\"base\"]\n");
    let may = |operation, path: &str| {
        base.evaluate(operation, &Object::Path(path.as_bytes().to_vec())).is_allowed()
    };
    for path in [
        "/etc/ld.so.cache",
        "/usr/lib/x86_64-linux-gnu/libc.so.6",
        "/usr/share/zoneinfo/UTC",
        "/etc/ssl/certs/ca.pem",
        "/proc/4242/status",
        "/dev/urandom",
        "/etc/resolv.conf",
        "/sys/devices/system/cpu/online",
    ] {
        assert!(may(Operation::FsRead, path), "{path}");
    }
    for path in [
        "/etc/shadow",
        "/etc/ssl/private/key.pem",
        "/home/u/x",
        "/root",
        "/proc/sysrq-trigger",
        "/etc/pki/tls/private/k",
    ] {
        assert!(!may(Operation::FsRead, path), "{path}");
    }
    assert!(may(Operation::FsWrite, "/dev/null"));
    assert!(!may(Operation::FsWrite, "/usr/bin/x") && !may(Operation::FsWrite, "/tmp/x"));
    assert!(may(Operation::FsExec, "/usr/bin/env"));
}

#[test]
fn workspace_keeps_agents_and_secrets_away() {
    let workspace = policy("callgate = 1\nuse = [\"workspace\"]\n");
    let connect = |object| workspace.evaluate(Operation::NetConnect, &object).is_allowed();
    assert!(connect(Object::UnixPath(b"/home/u/tree/dev.sock".to_vec())));
    assert!(connect(Object::UnixPath(b"/tmp/my.sock".to_vec())));
    for path in ["/run/docker.sock", "/run/user/1000/bus", "/tmp/ssh-abc/agent.1", "/tmp/.X11-unix/X0"] {
        assert!(!connect(Object::UnixPath(path.as_bytes().to_vec())), "{path}");
    }
    assert!(!connect(Object::UnixAbstract(b"/tmp/.X11-unix/X0".to_vec())));
    assert!(!connect(Object::Inet(callgate_policy::Transport::Tcp, "127.0.0.1".parse().unwrap(), 80)));
    for (name, kept) in
        [("PATH", true), ("NPM_TOKEN", false), ("AWS_REGION", false), ("SSH_AUTH_SOCK", false)]
    {
        assert_eq!(workspace.env.keeps(name.as_ref()), kept, "{name}");
    }
}
