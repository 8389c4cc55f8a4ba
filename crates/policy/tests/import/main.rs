//! Profiles and units of other programs: what they mean as policies, and what is said of the rest.

mod policies;
mod profiles;
mod seccompiler;
mod units;

use callgate_abi::{Abi, Action, Errno, KernelVersion, SeccompData, Sysno};
use callgate_policy::Policy;
use callgate_policy::import::{Imported, NoteKind, Options, import};

const EPERM: Action = Action::Errno(Errno::EPERM);

fn options() -> Options {
    Options { native: Abi::X86_64, ..Options::new(KernelVersion { major: 6, minor: 1 }) }
}

fn read_with(text: &str, options: &Options) -> Imported {
    import("profile", text, options).unwrap_or_else(|found| panic!("{}", found.render(false)))
}

fn read(text: &str) -> Imported {
    read_with(text, &options())
}

fn mistakes(text: &str) -> String {
    import("profile", text, &options()).map_or_else(|found| found.render(false), |_| String::new())
}

fn on(policy: &Policy, abi: Abi, name: &str, args: [u64; 6]) -> Action {
    let nr = Sysno::from_name(abi, name).unwrap_or_else(|| panic!("{name} on {abi}")).nr as i32;
    let data = SeccompData { nr, arch: abi.audit_arch(), instruction_pointer: 0, args };
    policy.syscalls.as_ref().unwrap().evaluate(&data).action
}

fn native(imported: &Imported, name: &str, args: &[u64]) -> Action {
    let mut all = [0; 6];
    all[..args.len()].copy_from_slice(args);
    on(&imported.policy, Abi::X86_64, name, all)
}

/// A profile with this default and these rules.
fn oci(default: &str, rules: &str) -> String {
    format!("{{\"defaultAction\": \"{default}\", \"syscalls\": [{rules}]}}")
}

fn rule(names: &str, rest: &str) -> String {
    format!("{{\"names\": [{names}], {rest}}}")
}

const ALLOW: &str = r#""action": "SCMP_ACT_ALLOW""#;

/// The texts of the notes of a kind.
fn notes(imported: &Imported, kind: NoteKind) -> Vec<&str> {
    imported.notes.iter().filter(|note| note.kind == kind).map(|note| note.message.as_str()).collect()
}
