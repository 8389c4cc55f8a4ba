//! Every struct, size and number that sys writes by hand, compared with the kernel's own headers.
//!
//! A C program is compiled against linux-libc-dev; it prints what the headers say, line by line. Numbers that
//! are younger than the headers of Debian 12 (Linux 6.1), and those that no exported header has, are listed in
//! `MAY_BE_ABSENT`: where the headers have them they are compared too.

use callgate_abi::SeccompData;
use callgate_bpf::Insn;
use callgate_sys::arch::X86_64Regs;
use callgate_sys::layout::{
    CapData, CapHeader, CloneArgs, NUMBERS, OpenHow, PtraceSyscallInfo, SeccompNotif, SeccompNotifAddfd,
    SeccompNotifResp, SeccompNotifSizes, SockFprog,
};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::mem::offset_of;
use std::process::Command;

/// And since which kernel the headers have them.
const MAY_BE_ABSENT: &[(&str, &str)] = &[
    ("SECCOMP_USER_NOTIF_FD_SYNC_WAKE_UP", "6.6"),
    ("SECCOMP_IOCTL_NOTIF_SET_FLAGS", "6.6"),
    ("PIDFD_THREAD", "6.9"),
    ("MFD_NOEXEC_SEAL", "6.3"),
];

/// Numbers whose name in C differs.
fn c_name(name: &str) -> &str {
    match name {
        "CAPABILITY_VERSION_3" => "_LINUX_CAPABILITY_VERSION_3",
        other => other,
    }
}

macro_rules! layouts {
    ($($rust:ty = $c:literal { $($field:ident = $member:literal),* $(,)? };)*) => {
        /// (what, value here, expression in C)
        fn layouts() -> Vec<(String, u64, String)> {
            let mut lines = Vec::new();
            $(
                lines.push((concat!("sizeof ", $c).to_owned(), size_of::<$rust>() as u64,
                    concat!("sizeof(", $c, ")").to_owned()));
                $(
                    lines.push((concat!($c, " ", $member).to_owned(), offset_of!($rust, $field) as u64,
                        concat!("offsetof(", $c, ", ", $member, ")").to_owned()));
                )*
            )*
            lines
        }
    };
}

layouts! {
    SeccompData = "struct seccomp_data" {
        nr = "nr", arch = "arch", instruction_pointer = "instruction_pointer", args = "args",
    };
    SeccompNotif = "struct seccomp_notif" { id = "id", pid = "pid", flags = "flags", data = "data" };
    SeccompNotifResp = "struct seccomp_notif_resp" { id = "id", val = "val", error = "error", flags = "flags" };
    SeccompNotifAddfd = "struct seccomp_notif_addfd" {
        id = "id", flags = "flags", srcfd = "srcfd", newfd = "newfd", newfd_flags = "newfd_flags",
    };
    SeccompNotifSizes = "struct seccomp_notif_sizes" {
        seccomp_notif = "seccomp_notif", seccomp_notif_resp = "seccomp_notif_resp", seccomp_data = "seccomp_data",
    };
    Insn = "struct sock_filter" { code = "code", jt = "jt", jf = "jf", k = "k" };
    SockFprog = "struct sock_fprog" { len = "len", filter = "filter" };
    OpenHow = "struct open_how" { flags = "flags", mode = "mode", resolve = "resolve" };
    CloneArgs = "struct clone_args" {
        flags = "flags", pidfd = "pidfd", child_tid = "child_tid", parent_tid = "parent_tid",
        exit_signal = "exit_signal", stack = "stack", stack_size = "stack_size", tls = "tls", set_tid = "set_tid",
        set_tid_size = "set_tid_size", cgroup = "cgroup",
    };
    PtraceSyscallInfo = "struct ptrace_syscall_info" {
        op = "op", arch = "arch", instruction_pointer = "instruction_pointer", stack_pointer = "stack_pointer",
        words = "entry",
    };
    CapHeader = "struct __user_cap_header_struct" { version = "version", pid = "pid" };
    CapData = "struct __user_cap_data_struct" {
        effective = "effective", permitted = "permitted", inheritable = "inheritable",
    };
    X86_64Regs = "struct user_regs_struct" {
        r15 = "r15", r14 = "r14", r13 = "r13", r12 = "r12", rbp = "rbp", rbx = "rbx", r11 = "r11", r10 = "r10",
        r9 = "r9", r8 = "r8", rax = "rax", rcx = "rcx", rdx = "rdx", rsi = "rsi", rdi = "rdi",
        orig_rax = "orig_rax", rip = "rip", cs = "cs", eflags = "eflags", rsp = "rsp", ss = "ss",
        fs_base = "fs_base", gs_base = "gs_base", ds = "ds", es = "es", fs = "fs", gs = "gs",
    };
}

/// The union's members, which are words here.
const UNION: &[(&str, u64)] = &[
    ("offsetof(struct ptrace_syscall_info, entry.nr)", 24),
    ("offsetof(struct ptrace_syscall_info, entry.args)", 32),
    ("offsetof(struct ptrace_syscall_info, exit.rval)", 24),
    ("offsetof(struct ptrace_syscall_info, seccomp.nr)", 24),
    ("offsetof(struct ptrace_syscall_info, seccomp.args)", 32),
    ("offsetof(struct ptrace_syscall_info, seccomp.ret_data)", 80),
];

const INCLUDES: &str = "
#include <stddef.h>
#include <stdio.h>
#include <elf.h>
#include <sys/types.h>
#include <sys/user.h>
#include <linux/types.h>
#include <linux/ioctl.h>
#include <linux/ptrace.h>
#include <linux/seccomp.h>
#include <linux/filter.h>
#include <linux/openat2.h>
#include <linux/sched.h>
#include <linux/capability.h>
#include <linux/close_range.h>
#include <linux/prctl.h>
#include <linux/futex.h>
#include <linux/landlock.h>
#include <linux/memfd.h>
#include <linux/pidfd.h>
#include <linux/fs.h>
";

fn source() -> String {
    let mut source = format!("{INCLUDES}int main(void) {{\n");
    for (what, _, expression) in layouts() {
        let _ = writeln!(source, "printf(\"{what}=%llu\\n\", (unsigned long long)({expression}));");
    }
    for (expression, _) in UNION {
        let _ = writeln!(source, "printf(\"{expression}=%llu\\n\", (unsigned long long)({expression}));");
    }
    for (name, _) in NUMBERS {
        let c = c_name(name);
        let line = format!("printf(\"{name}=%llu\\n\", (unsigned long long)({c}));");
        if MAY_BE_ABSENT.iter().any(|(absent, _)| absent == name) {
            let _ = writeln!(source, "#ifdef {c}\n{line}\n#endif");
        } else {
            let _ = writeln!(source, "{line}");
        }
    }
    source.push_str("return 0; }\n");
    source
}

#[test]
fn as_in_the_kernels_headers() {
    let folder = tempfile::tempdir().unwrap();
    let (file, program) = (folder.path().join("probe.c"), folder.path().join("probe"));
    std::fs::write(&file, source()).unwrap();
    let compiled = match Command::new("cc").arg("-o").arg(&program).arg(&file).output() {
        Ok(output) => output,
        Err(error) => {
            panic!("cannot run cc ({error}): install the packages gcc, libc6-dev and linux-libc-dev")
        }
    };
    assert!(
        compiled.status.success(),
        "cc failed; are libc6-dev and linux-libc-dev installed?\n{}",
        String::from_utf8_lossy(&compiled.stderr)
    );
    let printed = String::from_utf8(Command::new(&program).output().unwrap().stdout).unwrap();
    let theirs: BTreeMap<&str, u64> = printed
        .lines()
        .filter_map(|line| line.rsplit_once('='))
        .map(|(what, value)| (what, value.parse().unwrap()))
        .collect();

    let layouts = layouts();
    let ours = layouts
        .iter()
        .map(|(what, value, _)| (what.as_str(), *value))
        .chain(UNION.iter().copied())
        .chain(NUMBERS.iter().copied());
    let mut wrong = Vec::new();
    for (what, value) in ours {
        match theirs.get(what) {
            Some(theirs) if *theirs == value => {}
            Some(theirs) => wrong.push(format!("{what}: {value} here, {theirs} in the headers")),
            None if MAY_BE_ABSENT.iter().any(|(absent, _)| *absent == what) => {}
            None => wrong.push(format!("{what}: not printed")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What newer headers define, by the definitions in the kernel's source.
#[test]
fn numbers_younger_than_the_headers() {
    let number = |name: &str| NUMBERS.iter().find(|(known, _)| *known == name).unwrap().1;
    assert_eq!(number("SECCOMP_IOCTL_NOTIF_SET_FLAGS"), 0x4008_2104, "_IOW('!', 4, __u64)");
    assert_eq!(number("SECCOMP_USER_NOTIF_FD_SYNC_WAKE_UP"), 1);
    assert_eq!(number("PIDFD_THREAD"), number_of_o_excl(), "O_EXCL");
}

fn number_of_o_excl() -> u64 {
    u64::from(rustix::fs::OFlags::EXCL.bits())
}

/// Every entry of the list of exceptions is a number of ours.
#[test]
fn no_stale_exception() {
    for (name, _) in MAY_BE_ABSENT {
        assert!(NUMBERS.iter().any(|(known, _)| known == name), "{name}");
    }
}
