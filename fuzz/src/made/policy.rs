//! Policies as texts: calls with conditions of every form, defaults, architectures, and rules on objects.

use crate::choices::Choices;
use callgate_abi::Abi;
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
/// These oftener than any other.
const COMMON: [Abi; 8] =
    [Abi::X86_64, Abi::I386, Abi::X32, Abi::Aarch64, Abi::S390x, Abi::Arm, Abi::Mips64, Abi::Ppc64];

/// A call, and some of its arguments.
type Call = (&'static str, &'static [&'static str]);

const CALLS: [Call; 16] = [
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
    ("fallocate", &["fd", "mode", "offset", "len"]),
    ("copy_file_range", &["fd_in", "len", "flags"]),
];
/// Calls with arguments of 64 bits.
const WIDE: [Call; 6] = [
    ("lseek", &["offset"]),
    ("pread64", &["offset", "count"]),
    ("mmap", &["offset", "length"]),
    ("fallocate", &["offset", "len"]),
    ("clone", &["flags"]),
    ("ioctl", &["reg2", "reg1"]),
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
        let arches: Vec<String> = (0..count).map(|_| format!("'{}'", arch(c).name())).collect();
        let _ = writeln!(text, "arch = [{}]", arches.join(", "));
    }
    if c.bool() {
        let _ = writeln!(text, "bad-arch = '{}'", c.of(&ACTIONS));
    }
    let _ = writeln!(text, "default = '{}'", c.of(&ACTIONS));
    if c.below(4) == 0 {
        let _ = writeln!(text, "unknown = '{}'", c.of(&ACTIONS));
        let _ = writeln!(text, "known-since = '{}'", c.of(&["2.6.12", "3.17", "4.3", "5.10", "6.1"]));
    }
    // Entries of few calls overlap.
    let calls: Vec<Call> = match c.below(3) {
        0 => CALLS.to_vec(),
        1 => (0..=c.below(2)).map(|_| c.of(&CALLS)).collect(),
        _ => (0..=c.below(2)).map(|_| c.of(&WIDE)).collect(),
    };
    let mut said = Vec::new();
    for _ in 0..=c.below(6) {
        let action = c.of(&ACTIONS);
        if said.contains(&action) {
            continue;
        }
        said.push(action);
        let entries: Vec<String> = match c.below(6) {
            0 => (0..20 + c.below(60)).map(|_| format!("'{}'", short(c, calls[0].0))).collect(),
            _ => (0..=c.below(5)).map(|_| format!("'{}'", entry(c, &calls))).collect(),
        };
        let _ = writeln!(text, "{action} = [{}]", entries.join(", "));
    }
    if c.below(4) == 0 {
        text.push_str("[syscalls.weights]\n");
        let _ = writeln!(text, "{} = {}", calls[0].0, c.byte());
        text.push_str("getpid = 2.5\n");
    }
    text
}

fn arch(c: &mut Choices<'_>) -> Abi {
    if c.bool() { c.of(&COMMON) } else { c.of(Abi::ALL) }
}

fn entry(c: &mut Choices<'_>, calls: &[Call]) -> String {
    if c.below(4) == 0 {
        return c.of(&NAMES).to_owned();
    }
    let (name, arguments) = c.of(calls);
    match c.below(8) {
        0 => name.to_owned(),
        1 | 2 => format!("{name}({})", any_of_one(c, arguments)),
        _ => format!("{name}({})", condition(c, arguments, 0)),
    }
}

/// One of many entries of a call, of few bytes.
fn short(c: &mut Choices<'_>, name: &str) -> String {
    let mut test = || {
        let byte = c.byte();
        let value = [0, 1, 2, 3, 7, 0x1_0000_0001, 0x8000_0000, u64::MAX][usize::from(byte >> 5)];
        let op = ["==", "==", "!=", ">="][usize::from(byte >> 3 & 3)];
        let register = [0, 0, 1, 1, 2, 2, 0, 5][usize::from(byte & 7)];
        format!("reg{register}{} {op} {value}", if byte & 7 == 6 { " & 0xffff0000" } else { "" })
    };
    match (test(), test()) {
        (one, other) if one == other => format!("{name}({one})"),
        (one, other) => format!("{name}({one} && {other})"),
    }
}

/// Several comparisons of one argument, of which one suffices.
fn any_of_one(c: &mut Choices<'_>, arguments: &[&str]) -> String {
    let argument = argument(c, arguments);
    let count = 2 + c.below(5);
    let tests: Vec<String> = (0..count)
        .map(|_| match c.below(6) {
            0 => format!("{argument} in {}..={}", value(c), value(c)),
            1 => format!("{argument} & {} == {}", value(c), value(c)),
            2 => format!("({argument} > {0} && {argument} < {1})", value(c), value(c)),
            _ => format!("{argument} {} {}", c.of(&["<", ">", "<=", ">=", "!=", "=="]), value(c)),
        })
        .collect();
    tests.join(" || ")
}

fn condition(c: &mut Choices<'_>, arguments: &[&str], depth: usize) -> String {
    match c.below(if depth > 2 { 4 } else { 8 }) {
        4 | 5 => format!("{} && {}", condition(c, arguments, depth + 1), condition(c, arguments, depth + 1)),
        6 => format!("({} || {})", condition(c, arguments, depth + 1), condition(c, arguments, depth + 1)),
        7 => format!("!({})", condition(c, arguments, depth + 1)),
        _ => test(c, arguments),
    }
}

fn argument(c: &mut Choices<'_>, arguments: &[&str]) -> String {
    match c.below(6) {
        0 => format!("{}{}", c.of(&["arg", "reg"]), c.below(6)),
        _ => c.of(arguments).to_owned(),
    }
}

/// A number or a constant: one that means something, the neighbour of an edge, or any.
fn value(c: &mut Choices<'_>) -> String {
    match c.below(4) {
        0 | 1 => c.of(&VALUES).to_owned(),
        2 => (u64::from(c.word()) << 32 | u64::from(c.word())).to_string(),
        _ => c.word().to_string(),
    }
}

fn test(c: &mut Choices<'_>, arguments: &[&str]) -> String {
    let argument = argument(c, arguments);
    let masked = match c.below(4) {
        0 => format!("{argument} & {}", value(c)),
        _ => argument,
    };
    match c.below(8) {
        0 => format!("{masked} in {}..={}", value(c), value(c)),
        1 => format!("{masked} in {{{}, {}, {}}}", value(c), value(c), value(c)),
        _ => format!("{masked} {} {}", c.of(&["==", "!=", "<", "<=", ">", ">="]), value(c)),
    }
}
