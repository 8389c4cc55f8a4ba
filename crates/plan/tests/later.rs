//! Calls of Linux releases to come, where files or addresses are judged.

use callgate_abi::{Abi, Action, Errno, SeccompData, syscalls};
use callgate_plan::{closing, observing};
use callgate_policy::{Environment, Loader, Policy, Purpose};
use std::path::Path;

fn policy(text: &str) -> Policy {
    let environment = Environment::new("/project", "/home/u");
    let mut loader = Loader::new(&environment);
    loader.text("policy.toml", text, Path::new("/project"));
    loader.finish(Purpose::Run).unwrap_or_else(|findings| panic!("{}", findings.render(false))).0
}

/// What a number gets on both ABIs, from `[syscalls]` as the filter has it.
fn answer(policy: &Policy, nr: u32) -> Option<Action> {
    let syscalls = policy.syscalls.as_ref()?;
    let on = |abi: Abi| {
        let data = SeccompData { nr: nr as i32, arch: abi.audit_arch(), ..SeccompData::default() };
        syscalls.evaluate(&data).action
    };
    assert_eq!(on(Abi::X86_64), on(Abi::I386), "{nr}");
    Some(on(Abi::X86_64))
}

const NONE: Option<Action> = Some(Action::Errno(Errno::ENOSYS));
const FILES: &str = "callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.read = [\"/etc/shadow\"]\n";

#[test]
fn there_are_none() {
    let policy = policy(FILES);
    for policy in [closing(&policy).into_owned(), closing(&observing(&policy)).into_owned()] {
        for nr in [600, 1000, 0x3fff_ffff] {
            assert_eq!(answer(&policy, nr), NONE, "{nr}");
        }
        for abi in [Abi::X86_64, Abi::I386] {
            for (nr, name) in syscalls::of_abi(abi) {
                let data = SeccompData { nr: nr as i32, arch: abi.audit_arch(), ..SeccompData::default() };
                let action = policy.syscalls.as_ref().unwrap().evaluate(&data).action;
                assert_eq!(action, Action::Allow, "{name} is known");
            }
        }
    }
}

#[test]
fn what_the_policy_says_of_them_stays() {
    let unjudged = policy("callgate = 1\n[syscalls]\ndefault = \"allow\"\nkill = [\"reboot\"]\n");
    assert_eq!(answer(&closing(&unjudged), 600), Some(Action::Allow));
    let refused = policy(&format!("{FILES}[syscalls]\ndefault = \"errno.EACCES\"\nallow = [\"read\"]\n"));
    assert_eq!(answer(&closing(&refused), 600), Some(Action::Errno(Errno::EACCES)));
    let named = policy(&format!("{FILES}[syscalls]\ndefault = \"allow\"\nallow = [\"600\"]\n"));
    assert_eq!(answer(&closing(&named), 600), Some(Action::Allow));
    assert_eq!(answer(&closing(&named), 601), NONE);
}
