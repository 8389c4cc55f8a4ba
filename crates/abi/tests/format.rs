//! Calls as a person reads them.

use callgate_abi::{Abi, SeccompData, Sysno, format_call};

fn call(abi: Abi, name: &str, args: &[i64]) -> String {
    let nr = Sysno::from_name(abi, name).unwrap().nr as i32;
    let mut registers = [0; 6];
    for (register, arg) in registers.iter_mut().zip(args) {
        *register = *arg as u64;
    }
    format_call(&SeccompData { nr, arch: abi.audit_arch(), args: registers, ..Default::default() })
}

#[test]
fn calls_of_x86_64() {
    let native = |name, args: &[i64]| call(Abi::X86_64, name, args);
    assert_eq!(
        native("openat", &[-100, 0x7ffd_0000_1000, 0x8_0000, 0]),
        "openat(AT_FDCWD, 0x7ffd00001000, O_RDONLY|O_CLOEXEC, 0)"
    );
    assert_eq!(native("open", &[0, 0x241, 0o644]), "open(NULL, O_WRONLY|O_CREAT|O_TRUNC, 0644)");
    // A caller that does not extend the sign, and one that leaves rubbish in the high half.
    assert_eq!(native("openat", &[0xffff_ff9c, 1, 0, 0]), "openat(AT_FDCWD, 0x1, O_RDONLY, 0)");
    assert_eq!(native("close", &[0x5_ffff_ffff]), "close(-1)");
    assert_eq!(native("mknodat", &[3, 1, 0x1000 | 0o600, 0]), "mknodat(3, 0x1, S_IFIFO|0600, 0)");
    assert_eq!(native("socket", &[2, 0x8_0001, 0]), "socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP)");
    assert_eq!(native("kill", &[-1, 9]), "kill(-1, SIGKILL)");
    assert_eq!(native("kill", &[7, 0]), "kill(7, 0)");
    assert_eq!(native("ioctl", &[0, 0x5412, 0x10]), "ioctl(0, TIOCSTI, 0x10)");
    assert_eq!(native("ioctl", &[0, 0xdead, 0]), "ioctl(0, 0xdead, 0)");
    assert_eq!(
        native("mmap", &[0, 4096, 7, 0x22, -1, 0]),
        "mmap(NULL, 4096, PROT_READ|PROT_WRITE|PROT_EXEC, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0)"
    );
    assert_eq!(native("lseek", &[3, -5, 2]), "lseek(3, -5, SEEK_END)");
    assert_eq!(native("fchown", &[3, -1, 1000]), "fchown(3, -1, 1000)");
    assert_eq!(native("unlinkat", &[-100, 1, 0x200]), "unlinkat(AT_FDCWD, 0x1, AT_REMOVEDIR)");
    assert_eq!(native("getpid", &[]), "getpid()");
    assert_eq!(native("prctl", &[38, 1, 0, 0, 0]), "prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)");
    assert_eq!(native("clone", &[0x11, 0, 0, 0, 0]), "clone(SIGCHLD, NULL, NULL, NULL, 0)");
    assert_eq!(
        native("futex", &[16, 128, 2, 0, 0, 0]),
        "futex(0x10, FUTEX_WAIT|FUTEX_PRIVATE_FLAG, 2, NULL, NULL, 0)"
    );
}

#[test]
fn calls_of_other_abis() {
    assert_eq!(
        call(Abi::I386, "openat", &[0xffff_ff9c, 0x10, 0x8000, 0]),
        "openat(AT_FDCWD, 0x10, O_RDONLY|O_LARGEFILE, 0)"
    );
    assert_eq!(
        call(Abi::Aarch64, "openat", &[-100, 16, 0x4000, 0]),
        "openat(AT_FDCWD, 0x10, O_RDONLY|O_DIRECTORY, 0)"
    );
    assert_eq!(call(Abi::X32, "close", &[3]), "close(3)");
    assert_eq!(call(Abi::Arm, "truncate64", &[16, 0, 5, 0]), "truncate64(0x10, 5, 0)");
    assert_eq!(call(Abi::S390x, "clone", &[0, 0x11, 0, 0, 0]), "clone(NULL, SIGCHLD, NULL, NULL, 0)");
    assert_eq!(call(Abi::Mips, "socket", &[2, 2, 0]), "socket(AF_INET, SOCK_STREAM, IPPROTO_IP)");
}

#[test]
fn unknown_calls_show_their_registers() {
    let unknown = |nr, arch| {
        format_call(&SeccompData { nr, arch, args: [1, 2, 3, 4, 5, u64::MAX], ..Default::default() })
    };
    assert_eq!(
        unknown(999, Abi::X86_64.audit_arch()),
        "syscall_999(0x1, 0x2, 0x3, 0x4, 0x5, 0xffffffffffffffff)"
    );
    assert_eq!(
        unknown(-1, Abi::X86_64.audit_arch()),
        "syscall_-1(0x1, 0x2, 0x3, 0x4, 0x5, 0xffffffffffffffff)"
    );
    assert_eq!(unknown(1, 0x1234), "syscall_1(0x1, 0x2, 0x3, 0x4, 0x5, 0xffffffffffffffff)");
}
