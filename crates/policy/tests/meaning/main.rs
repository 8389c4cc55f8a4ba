//! The rules of meaning of the language, each by its number.

mod calls;
mod flags;
mod rules;
#[path = "../surroundings/mod.rs"]
mod surroundings;

use callgate_abi::{Abi, Action, Errno, SeccompData, Sysno};
use callgate_policy::{Decision, Object, Operation, Policy};
use surroundings::policy;

const DENY: Decision = Decision::Deny(Errno::EACCES);

fn file(policy: &Policy, operation: Operation, path: &str) -> Decision {
    policy.evaluate(operation, &Object::Path(path.as_bytes().to_vec())).decision
}

fn read(policy: &Policy, path: &str) -> Decision {
    file(policy, Operation::FsRead, path)
}

fn call(policy: &Policy, abi: Abi, name: &str, args: [u64; 6]) -> Action {
    let nr = Sysno::from_name(abi, name).unwrap().nr as i32;
    let data = SeccompData { nr, arch: abi.audit_arch(), instruction_pointer: 0, args };
    policy.syscalls.as_ref().unwrap().evaluate(&data).action
}

fn net(policy: &Policy, operation: Operation, address: &str) -> Decision {
    let object = if let Some(path) = address.strip_prefix("unix:") {
        Object::UnixPath(path.as_bytes().to_vec())
    } else {
        let (transport, address) = address.split_once(':').unwrap();
        let transport = if transport == "tcp" {
            callgate_policy::Transport::Tcp
        } else {
            callgate_policy::Transport::Udp
        };
        Object::inet(transport, address.parse().unwrap())
    };
    policy.evaluate(operation, &object).decision
}

/// What a program gets of a call under one entry that denies it with EPERM.
fn matches(entry: &str, abi: Abi, name: &str, args: [u64; 6]) -> bool {
    let arches = "arch = [\"x86_64\", \"i386\", \"x32\", \"s390x\", \"arm\"]";
    let text =
        format!("callgate = 1\n[syscalls]\n{arches}\ndefault = \"allow\"\nerrno.EPERM = [\"{entry}\"]\n");
    call(&policy(&text), abi, name, args) == Action::Errno(Errno::EPERM)
}
