//! Policies read back from filters: where nothing is left unsaid they mean the same, compiled too.

use crate::corpus;
use crate::policies::{load, treatments};
use callgate_analyze::{Limits, Reference, Space};
use callgate_bpf::Program;
use callgate_compile::{Options, compile};

struct Back {
    exact: bool,
    said_all: bool,
    toml: String,
}

fn there_and_back(name: &str, stack: &[&Program]) -> Back {
    let mut space = Space::new(Limits::default());
    let verdicts = space.stack(stack);
    let lifted = space.lift(verdicts).unwrap();
    let (policy, plan) = load(|loader| loader.text("lifted.toml", &lifted.toml, "/".as_ref()))
        .unwrap_or_else(|| panic!("{name} is refused:\n{}", lifted.toml));
    let treatments = treatments(&plan);
    let meant = space.policy(&Reference { policy: &policy, treatments: &treatments, launch: None });
    let compiled = compile(&policy, &plan, &Options::default()).unwrap();
    let compiled = space.filter(&compiled);
    assert_eq!(compiled, meant, "{name}");
    let exact = space.diff(verdicts, meant).is_empty();
    Back { exact, said_all: lifted.unsaid.is_empty(), toml: lifted.toml }
}

#[test]
fn policies_of_the_corpus() {
    let corpus = corpus::all();
    assert_eq!(corpus.len(), 43);
    for (name, program) in corpus {
        let back = there_and_back(&name, &[&program]);
        assert!(back.exact && back.said_all, "{name}:\n{}", back.toml);
    }
}

/// Whole registers, numbers of answers, and names that are another register's too.
#[test]
fn registers_and_numbers() {
    let text = ".abi x86_64
A = arch
if A != x86_64 { return kill }
A = nr
if A & 0x40000000 { return kill }
if A == ioctl {
    A = hi32(request)
    if A != 0 { return trap 7 }
    A = lo32(request)
    if A == TIOCSTI { return errno 200 }
    return allow
}
if A == prctl {
    A = lo32(option)
    if A != PR_SET_NAME { return trace 3 }
    A = lo32(args[1])
    if A == 1 { return errno 0 }
    return allow
}
return trap 9";
    let program = callgate_bpf::text::asm::read(text, callgate_abi::Abi::X86_64).unwrap();
    let back = there_and_back("registers", &[&Program::new(program.insns).unwrap()]);
    assert!(back.exact && back.said_all, "{}", back.toml);
    for said in [
        "default = \"trap(9)\"",
        "\"trap(7)\" = [",
        "errno.200 = [",
        "reg1",
        "\"trace(3)\" = [",
        "errno.0 = [",
    ] {
        assert!(back.toml.contains(said), "{said} in {}", back.toml);
    }
}

#[test]
fn a_policy_of_a_stack() {
    let corpus = corpus::all();
    let stack: Vec<&Program> =
        ["systemd-hostname.02.sysd.bpf", "systemd-suid.02.sysd.bpf"].map(|name| &corpus[name]).into();
    let back = there_and_back("stack", &stack);
    assert!(back.exact && back.toml.contains("\"sethostname\""), "{}", back.toml);
}

#[test]
fn orders_and_masks_of_every_width() {
    let text = "callgate = 1
[syscalls]
arch = ['x86_64', 'i386', 's390x']
default = 'errno.EPERM'
allow = ['read', 'exit', 'lseek(whence < -5)', 'fcntl(fd >= 3 && cmd != F_SETFL)', 'write(count <= 0x100000000)',
 'openat(flags & O_CREAT == 0)', 'dup3(oldfd <= 2 && flags & ~O_CLOEXEC == 0)', 'kill(sig == SIGTERM)']
kill = ['ptrace', 'socket(domain != AF_UNIX && domain != AF_INET)']
log = ['getpid']
";
    let (policy, _) = load(|loader| loader.text("test.toml", text, "/".as_ref())).unwrap();
    let mut space = Space::new(Limits::default());
    let meant = space.policy(&Reference { policy: &policy, treatments: &[], launch: None });
    let lifted = space.lift(meant).unwrap();
    let (again, _) = load(|loader| loader.text("lifted.toml", &lifted.toml, "/".as_ref())).unwrap();
    let again = space.policy(&Reference { policy: &again, treatments: &[], launch: None });
    let diff = space.diff(meant, again);
    assert!(diff.is_empty() && lifted.unsaid.is_empty(), "{:?}\n{}\n{diff:#?}", lifted.unsaid, lifted.toml);
}

/// ABIs apart: defaults of each, weaker and stricter than other answers, ranges, and calls that only one treats so.
#[test]
fn entries_of_one_abi() {
    for (lists, expected) in [
        (
            "default = 'errno.EPERM'\nallow = ['x86_64:*', 'i386:read']\nlog = ['x32:*']\nkill = ['x86_64:ptrace']",
            "x86_64:*",
        ),
        (
            "default = 'allow'\nerrno.EPERM = ['i386:*']\nallow = ['read']\nkill = ['i386:read', 'x32:write']",
            "x86_64:*",
        ),
        (
            "default = 'kill'\nallow = ['read', 'x86_64:400..=0x10000000', '500']\nlog = ['x86_64:600..=700(arg0 == 7)']",
            "..=",
        ),
        (
            "default = 'allow'\ntrap = ['x32:*']\nkill = ['i386:0..=0xffffffff', 'socket(domain == 3)']",
            "x86_64:*",
        ),
        (
            "default = 'kill'\nerrno.EPERM = ['i386:0..=2', 'i386:4..=0xffffffff', 'x86_64:read']\nallow = ['i386:read']",
            "i386:",
        ),
    ] {
        let text = format!(
            "callgate = 1\n[syscalls]\narch = ['x86_64', 'i386', 'x32']\nbad-arch = 'trap(10)'\n{lists}\n"
        );
        let (policy, _) = load(|loader| loader.text("test.toml", &text, "/".as_ref())).unwrap();
        let mut space = Space::new(Limits::default());
        let meant = space.policy(&Reference { policy: &policy, treatments: &[], launch: None });
        let lifted = space.lift(meant).unwrap();
        let (again, _) = load(|loader| loader.text("lifted.toml", &lifted.toml, "/".as_ref()))
            .unwrap_or_else(|| panic!("{}", lifted.toml));
        let again = space.policy(&Reference { policy: &again, treatments: &[], launch: None });
        let diff = space.diff(meant, again);
        assert!(
            diff.is_empty() && lifted.unsaid.is_empty(),
            "{:?}\n{}\n{diff:#?}",
            lifted.unsaid,
            lifted.toml
        );
        assert!(lifted.toml.contains(expected), "{}", lifted.toml);
    }
}
