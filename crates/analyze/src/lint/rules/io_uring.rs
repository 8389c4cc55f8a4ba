//! io_uring beside calls that are refused.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "SIB11",
    title: "io_uring runs, and calls that it can make are refused",
    severity: Severity::Warning,
    why: "io_uring takes its work from memory that it shares with the program, and the kernel does it without a system \
          call: no filter is asked. Whatever the filter refuses of opening, reading, connecting and the like can be had \
          through a ring. Its own record of holes made many refuse it altogether.",
    not_when: "The ring's operations were limited before the program got it (IORING_REGISTER_RESTRICTIONS), or \
               kernel.io_uring_disabled is set.",
    triggering: Example::Filter(
        ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A >= 0x40000000 { return kill }
if A == socket { return errno EAFNOSUPPORT }
return allow",
    ),
    clean: Example::Policy(
        "callgate = 1
[syscalls]
default = 'allow'
errno.EAFNOSUPPORT = ['socket']
errno.ENOSYS = ['io_uring_setup', 'io_uring_enter', 'io_uring_register']
",
    ),
    check,
};

/// What a ring does, each with the calls that do the same.
const OPERATIONS: [&[&str]; 20] = [
    &["openat", "open", "openat2"],
    &["read", "pread64", "readv", "preadv", "preadv2"],
    &["write", "pwrite64", "writev", "pwritev", "pwritev2"],
    &["socket"],
    &["connect"],
    &["bind"],
    &["listen"],
    &["accept4", "accept"],
    &["sendmsg", "sendto", "send"],
    &["recvmsg", "recvfrom", "recv"],
    &["renameat2", "renameat", "rename"],
    &["unlinkat", "unlink"],
    &["mkdirat", "mkdir"],
    &["symlinkat", "symlink"],
    &["linkat", "link"],
    &["statx", "newfstatat", "fstatat64", "stat", "stat64"],
    &["ftruncate", "ftruncate64"],
    &["splice", "tee"],
    &["epoll_ctl"],
    &["setxattr", "fsetxattr"],
];

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        let Some(setup) = surface.call("io_uring_setup") else { return Ok(()) };
        let Some(witness) = look.running(&setup, Ref::TRUE)? else { return Ok(()) };
        let mut names = Vec::new();
        for forms in OPERATIONS {
            let calls: Vec<Call> = forms.iter().filter_map(|name| surface.call(name)).collect();
            let mut free = false;
            for call in &calls {
                free |= look.split(call.decision)?.stops == Ref::FALSE;
            }
            if let (Some(first), false) = (calls.first(), free) {
                names.push(first.name());
            }
        }
        if names.is_empty() {
            return Ok(());
        }
        look.find(Found {
            severity: Severity::Warning,
            abi: surface.abi,
            message: format!("io_uring runs, and does what the filter refuses or limits: {}", listed(&names)),
            calls: names,
            fix: "let io_uring_setup fail with ENOSYS".into(),
            witness,
        });
        Ok(())
    })
}
