//! What the compiler makes is what the policy says: presets, samples, resource policies.

use callgate_abi::{Abi, Sysno};
use callgate_analyze::{LaunchException, Limits, Proof, Reference, Treatment, prove};
use callgate_bpf::Program;
use callgate_compile::{Launch, Options, compile};
use callgate_plan::{Abilities, Engine, Plan, Tracing, plan};
use callgate_policy::{Environment, Loader, PRESETS, Policy, Purpose};
use std::path::Path;

pub(crate) fn abilities() -> Abilities {
    Abilities { privileged: true, ..Abilities::newest() }
}

/// The plan's treatments as the analyzer takes them.
pub(crate) fn treatments(plan: &Plan) -> Vec<Treatment> {
    plan.calls
        .iter()
        .map(|call| Treatment { sysno: call.sysno, action: call.treatment.action(), when: call.when.clone() })
        .collect()
}

pub(crate) fn load(load: impl Fn(&mut Loader<'_>)) -> Option<(Policy, Plan)> {
    let mut environment = Environment::new("/project", "/home/u");
    environment.vars.insert("PORT".into(), "80".into());
    let mut loader = Loader::new(&environment);
    load(&mut loader);
    let (policy, _) = loader.finish(Purpose::Run).ok()?;
    let plan = plan(
        &policy,
        &abilities(),
        Engine { handler: false, landlock_execute: true, tracing: Tracing::Never },
    );
    Some((policy, plan))
}

pub(crate) fn assert_equal(program: &Program, reference: &Reference<'_>, name: &str) {
    match prove(program, reference, Limits::default()) {
        Proof::Equal => {}
        Proof::Differs(differences) => panic!("{name}: {:?}", differences[0]),
        Proof::Undecided(undecided) => panic!("{name}: {:?}", undecided[0]),
    }
}

/// Compiles with and without the launch's exception, and proves both.
fn check(name: &str, policy: &Policy, plan: &Plan) {
    let treatments = treatments(plan);
    let program = compile(policy, plan, &Options::default()).expect("small enough");
    let reference = Reference { policy, treatments: &treatments, launch: None };
    assert_equal(&program, &reference, name);
    let launch = Launch { nonce: 0x1234_5678_9abc_def0, calls: &["execveat", "dup3"] };
    let numbers = launch.calls.iter().map(|call| Sysno::from_name(Abi::NATIVE, call).unwrap().nr).collect();
    let exception = LaunchException { nonce: launch.nonce, numbers };
    let launching =
        compile(policy, plan, &Options { launch: Some(launch), hurried: true, ..Options::default() })
            .expect("small enough");
    let reference = Reference { policy, treatments: &treatments, launch: Some(&exception) };
    assert_equal(&launching, &reference, name);
    assert!(!matches!(prove(&program, &reference, Limits::default()), Proof::Undecided(_)));
}

#[test]
fn presets() {
    for preset in PRESETS {
        let (policy, plan) = load(|loader| {
            loader.preset(preset.name);
            if preset.fragment {
                loader.text("rest.toml", "callgate = 1\ndefault = 'deny'\n", "/project".as_ref());
            }
        })
        .expect(preset.name);
        check(preset.name, &policy, &plan);
    }
}

/// Those that speak of calls alone are for every machine.
#[test]
fn presets_of_calls_on_every_abi() {
    for name in ["strict", "strict-exit-group", "orw", "orw-mprotect"] {
        for abi in Abi::ALL {
            let (policy, plan) = load(|loader| {
                loader.preset(name);
                loader.arches(vec![*abi]);
            })
            .unwrap_or_else(|| panic!("{name} on {abi}"));
            check(&format!("{name} on {abi}"), &policy, &plan);
        }
    }
}

#[test]
fn samples() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../policy/tests/data/policies");
    let mut proven = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if let Some((policy, plan)) = load(|loader| loader.file(&path)).filter(|_| path.is_file()) {
            check(&path.display().to_string(), &policy, &plan);
            proven += 1;
        }
    }
    assert!(proven >= 8, "{proven} samples were proven");
}

#[test]
fn every_kind_of_condition() {
    let text = "callgate = 1
default = 'deny'
[fs]
read = ['/usr']
[syscalls]
arch = ['x86_64', 'i386', 'x32', 'aarch64', 's390x', 's390', 'mips64']
bad-arch = 'errno.ENOSYS'
default = 'errno.ENOSYS'
allow = ['@system-service', 'openat(flags & O_CREAT == 0)', 'ioctl(request != TCGETS)']
errno.EPERM = ['@module', 'rename', 'mprotect(prot & PROT_EXEC != 0)', 'lseek(offset < -5)', 'fcntl(fd >= 3)']
kill = ['ptrace', 'open(flags > 3)', 'socket(domain == AF_UNIX && type & 0xf != SOCK_STREAM)']
log = ['write(fd > 2)', 'read(count <= 0x100000000)', 'mmap(arg0 & 0x100000001 == 0x100000001)']
";
    let (policy, plan) =
        load(|loader| loader.text("test.toml", text, "/project".as_ref())).expect("a sound policy");
    check("conditions", &policy, &plan);
}
