//! Policies as texts: calls with conditions of every form, defaults, architectures, and rules on objects.

use crate::choices::Choices;
use std::fmt::Write as _;

const ACTIONS: [&str; 10] = [
    "allow",
    "kill",
    "errno.EPERM",
    "log",
    "notify",
    "trace",
    "trap",
    "kill-thread",
    "errno.ENOSYS",
    "errno.13",
];
/// Of both byte orders, of 32 and of 64 bits, and those that share an architecture; the first ones oftener than others.
const ARCHES: [&str; 20] = [
    "x86_64",
    "i386",
    "x32",
    "aarch64",
    "s390x",
    "arm",
    "mips64",
    "ppc64le",
    "x86_64",
    "i386",
    "ppc64",
    "mips",
    "s390",
    "ppc",
    "mipsel",
    "mips64n32",
    "riscv64",
    "m68k",
    "sh",
    "parisc",
];

/// Calls, and some of their arguments.
const CALLS: [(&str, &[&str]); 14] = [
    ("read", &["fd", "count"]),
    ("write", &["fd", "buf", "count"]),
    ("openat", &["dirfd", "flags", "mode"]),
    ("ioctl", &["fd", "request"]),
    ("mmap", &["prot", "flags", "offset"]),
    ("mprotect", &["prot", "len"]),
    ("socket", &["domain", "type", "protocol"]),
    ("clone", &["flags"]),
    ("fcntl", &["fd", "cmd"]),
    ("lseek", &["fd", "offset", "whence"]),
    ("prctl", &["option", "arg2"]),
    ("kill", &["pid", "sig"]),
    ("personality", &["persona"]),
    ("pread64", &["fd", "offset"]),
];
const NAMES: [&str; 14] = [
    "getpid",
    "execve",
    "ptrace",
    "@file-system",
    "@module",
    "@network-io",
    "@system-service",
    "uname",
    "open",
    "fork",
    "io_uring_setup",
    "@process",
    "clock_gettime",
    "socketcall",
];
const VALUES: [&str; 24] = [
    "0",
    "1",
    "2",
    "3",
    "-1",
    "-5",
    "0x7fffffff",
    "0x80000000",
    "0xffffffff",
    "O_CREAT",
    "PROT_EXEC",
    "AF_UNIX",
    "SOCK_STREAM",
    "O_RDWR|O_CREAT",
    "~0x7f",
    "CLONE_NEWUSER",
    "TIOCSTI",
    "0x100000000",
    "0x7fffffffffffffff",
    "F_SETFL",
    "SIGKILL",
    "PROT_READ|PROT_WRITE",
    "4095",
    "17",
];
const OBJECTS: [&str; 9] = [
    "[fs]\nread = ['/usr', '/etc/*.conf']\n",
    "[fs]\nread = ['/']\nwrite = ['/tmp/**']\n",
    "[fs]\ndeny.read = ['~/.ssh']\n",
    "[fs]\ndeny.write = ['/etc']\nlog.read = ['/etc/passwd']\n",
    "[net]\ndeny.listen = ['tcp:*:80']\n",
    "[net]\nconnect = ['tcp:127.0.0.1:*', 'unix:/run/*']\n",
    "[[fs.redirect]]\nfrom = '/TWO'\nto = '/ONE'\n",
    "[fs]\nexec = ['/bin/*']\n",
    "[fs]\nread = [{ at = '/srv/**', except = ['/srv/key'] }]\n",
];

/// A policy's text.
pub(crate) fn text(c: &mut Choices<'_>) -> String {
    let mut text = String::from("callgate = 1\n");
    let _ = writeln!(text, "default = '{}'", c.of(&["allow", "deny"]));
    if c.below(4) == 0 {
        text.push_str(c.of(&OBJECTS));
    }
    text.push_str("[syscalls]\n");
    if c.bool() {
        let count = 1 + c.below(4);
        let arches: Vec<String> = (0..count).map(|_| format!("'{}'", c.of(&ARCHES))).collect();
        let _ = writeln!(text, "arch = [{}]", arches.join(", "));
    }
    if c.bool() {
        let _ = writeln!(text, "bad-arch = '{}'", c.of(&ACTIONS));
    }
    let _ = writeln!(text, "default = '{}'", c.of(&ACTIONS));
    let mut said = Vec::new();
    for _ in 0..=c.below(6) {
        let action = c.of(&ACTIONS);
        if said.contains(&action) {
            continue;
        }
        said.push(action);
        let count = 1 + c.below(5);
        let entries: Vec<String> = (0..count).map(|_| format!("'{}'", entry(c))).collect();
        let _ = writeln!(text, "{action} = [{}]", entries.join(", "));
    }
    text
}

fn entry(c: &mut Choices<'_>) -> String {
    if c.below(3) == 0 {
        return c.of(&NAMES).to_owned();
    }
    let (name, arguments) = c.of(&CALLS);
    if c.below(6) == 0 {
        return name.to_owned();
    }
    format!("{name}({})", condition(c, arguments, 0))
}

fn condition(c: &mut Choices<'_>, arguments: &[&str], depth: usize) -> String {
    match c.below(if depth > 2 { 4 } else { 8 }) {
        4 | 5 => format!("{} && {}", condition(c, arguments, depth + 1), condition(c, arguments, depth + 1)),
        6 => format!("({} || {})", condition(c, arguments, depth + 1), condition(c, arguments, depth + 1)),
        7 => format!("!({})", condition(c, arguments, depth + 1)),
        _ => test(c, arguments),
    }
}

fn test(c: &mut Choices<'_>, arguments: &[&str]) -> String {
    let argument = match c.below(6) {
        0 => format!("arg{}", c.below(6)),
        _ => c.of(arguments).to_owned(),
    };
    let masked = match c.below(4) {
        0 => format!("{argument} & {}", c.of(&VALUES)),
        _ => argument,
    };
    match c.below(8) {
        0 => format!("{masked} in {}..={}", c.of(&VALUES), c.of(&VALUES)),
        1 => format!("{masked} in {{{}, {}, {}}}", c.of(&VALUES), c.of(&VALUES), c.of(&VALUES)),
        _ => format!("{masked} {} {}", c.of(&["==", "!=", "<", "<=", ">", ">="]), c.of(&VALUES)),
    }
}
