//! What goes out is taken by those it is for, and what comes in is what they make of it: C and Rust
//! compilers, runc, crun, systemd, libseccomp, seccompiler, the kernel.
//!
//! `root/…` cases need root and are ignored with that reason otherwise; what they need besides is in
//! `debian-packages`, and its lack is a failure.

mod containers;
mod seccompiler;
mod sources;
mod units;
mod witness;

use callgate_abi::{Abi, Action, KernelVersion, SeccompData, Sysno};
use callgate_bpf::Program;
use callgate_compile::emit::{self, Format};
use callgate_compile::{Options, compile};
use callgate_plan::Plan;
use callgate_policy::import::{self, Imported};
use callgate_policy::{Environment, Loader, Policy, Purpose};
use callgate_tests::{Answer, Guests, Oracle, Question, Variant};
use libtest_mimic::{Arguments, Completion, Failed, Trial};
use std::path::Path;
use std::process::{Command, ExitCode};

/// Podman's default profile.
const PODMAN: &str = "/usr/share/containers/seccomp.json";

type Outcome = Result<(), Failed>;
type Case = (&'static str, fn() -> Outcome);

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let cases: &[Case] = &[
        ("user/formats/c-source", sources::c),
        ("user/formats/rust-source", sources::rust),
        ("user/formats/texts-of-filters", sources::texts),
        ("user/formats/units-are-taken-by-systemd", units::taken),
        ("user/formats/profiles-beside-libseccomp", witness::profiles),
        ("user/formats/filters-beside-seccompiler", seccompiler::filters),
        ("user/formats/a-profile-in-the-kernel", in_the_kernel),
        ("root/formats/runc", containers::runc),
        ("root/formats/crun", containers::crun),
        ("root/formats/crun-annotation", containers::annotation),
    ];
    let root = rustix::process::geteuid().is_root();
    let trials = cases.iter().map(|(name, case)| {
        Trial::ignorable_test(*name, move || {
            if name.starts_with("root/") && !root {
                return Ok(Completion::ignored_with("needs root"));
            }
            case().map(|()| Completion::Completed)
        })
    });
    libtest_mimic::run(&arguments, trials.collect()).exit_code()
}

fn load(toml: &str) -> Policy {
    let environment = Environment::new("/", "/");
    let mut loader = Loader::new(&environment);
    loader.text("policy.toml", toml, Path::new("/"));
    loader.finish(Purpose::Run).unwrap_or_else(|found| panic!("{}", found.render(false))).0
}

fn filter(policy: &Policy) -> Program {
    compile(policy, &Plan::default(), &Options::default()).expect("small enough")
}

fn written(policy: &Policy, format: Format) -> String {
    let written = emit::write(policy, format, &emit::Options::default());
    String::from_utf8(written.unwrap_or_else(|error| panic!("{error}")).bytes).expect("a text")
}

fn imported(name: &str, text: &str) -> Imported {
    let options = import::Options::new(KernelVersion { major: 6, minor: 1 });
    import::import(name, text, &options).unwrap_or_else(|found| panic!("{}", found.render(false)))
}

/// Runs a program that must end well; what it prints.
fn said(command: &mut Command) -> Result<String, Failed> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("{name}: {error}: is its package installed?"))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        return Err(
            format!("{name}: {}\n{said}{}", output.status, String::from_utf8_lossy(&output.stderr)).into()
        );
    }
    Ok(said)
}

/// Calls that no harm comes of, made under the filter of Podman's profile.
fn in_the_kernel() -> Outcome {
    let text = std::fs::read_to_string(PODMAN)
        .map_err(|error| format!("{PODMAN}: {error}: is its package installed?"))?;
    let policy = imported(PODMAN, &text).policy;
    let calls = policy.syscalls.as_ref().ok_or("a profile has calls")?;
    let bytes = filter(&policy).to_bytes();
    let guest = Guests::cached(Path::new(env!("CARGO_TARGET_TMPDIR")), "oracle", Variant::Static)?;
    let mut questions = Vec::new();
    let mut expected = Vec::new();
    let cases: &[(&str, [u64; 3])] = &[
        ("getppid", [0, 0, 0]),
        ("personality", [0xffff_ffff, 0, 0]),
        ("personality", [0x1_ffff_ffff, 0, 0]),
        ("personality", [7, 0, 0]),
        ("socket", [16, 3, 9]),
        ("socket", [16, 3, 0]),
        ("socket", [1, 1, 0]),
        ("reboot", [1, 2, 3]),
        ("kexec_load", [0, 0, 0]),
        ("delete_module", [0, 0, 0]),
        ("lookup_dcookie", [0, 0, 0]),
    ];
    for (name, args) in cases {
        let Some(Sysno { nr, .. }) = Sysno::from_name(Abi::NATIVE, name) else { continue };
        let args = [args[0], args[1], args[2], 0, 0, 0];
        let data =
            SeccompData { nr: nr as i32, arch: Abi::NATIVE.audit_arch(), instruction_pointer: 0, args };
        let native = Question { nr, args, ..Question::default() };
        questions.push(Question { filter: Some(bytes.clone()), ..native.clone() });
        questions.push(native);
        expected.push((name, calls.evaluate(&data).action));
    }
    let user = rustix::process::geteuid().is_root().then_some(64_321);
    let told = Oracle::ask(&guest, user, &questions)?;
    for ((name, action), answers) in expected.iter().zip(told.answers.chunks(2)) {
        // Two calls of one number may get different descriptors, or nothing at all.
        let same = match action {
            Action::Allow | Action::Log => {
                answers[0] == answers[1] || matches!(answers[0], Answer::Value(n) if n >= 0)
            }
            Action::Errno(errno) => answers[0] == Answer::Value(-i64::from(errno.0)),
            _ => false,
        };
        if !same {
            return Err(format!("{name}: {action} by the profile, {:?} by the kernel", answers[0]).into());
        }
    }
    Ok(())
}
