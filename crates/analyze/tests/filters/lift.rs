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
    let (mut exact, mut near) = (0, Vec::new());
    for (name, program) in corpus::all() {
        let back = there_and_back(&name, &[&program]);
        assert_eq!(back.exact, back.said_all, "{name} says whether something is lost:\n{}", back.toml);
        if back.exact { exact += 1 } else { near.push(name) }
    }
    assert_eq!(exact, 31, "{near:?}");
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
