//! The filter of a policy, as the kernel gets it.

use callgate::events::Mode;
use callgate::{filter, plan_for};
use callgate_abi::{Abi, Action, Errno, SeccompData};
use callgate_bpf::interp;
use callgate_compile::Options;
use callgate_plan::{Abilities, Anchors, Engine, Tracing};
use callgate_policy::{Environment, Loader, Policy, Purpose};
use std::path::Path;

/// Whatever a call will do that this version does not know, it is not there where files or addresses are judged.
#[test]
fn calls_to_come_are_not_there() {
    let judged = policy("callgate = 1\ndefault = \"allow\"\n[fs]\ndeny.read = [\"/etc/shadow\"]\n");
    let unjudged = policy("callgate = 1\n[syscalls]\ndefault = \"allow\"\nerrno.EPERM = [\"reboot\"]\n");
    let none = Action::Errno(Errno::ENOSYS).to_ret();
    let allow = Action::Allow.to_ret();
    for mode in [Mode::Enforce, Mode::Observe] {
        for abi in [Abi::X86_64, Abi::I386] {
            for nr in [600, 4096, 0x3fff_ffff] {
                assert_eq!(answer(&judged, mode, abi, nr), none, "{nr} of {abi}");
                assert_eq!(answer(&unjudged, mode, abi, nr), allow, "{nr} of {abi}");
            }
            let write = if abi == Abi::I386 { 4 } else { 1 };
            assert_eq!(answer(&judged, mode, abi, write), allow, "write is known");
        }
    }
}

fn policy(text: &str) -> Policy {
    let environment = Environment::new("/project", "/home/u");
    let mut loader = Loader::new(&environment);
    loader.text("policy.toml", text, Path::new("/project"));
    loader.finish(Purpose::Run).unwrap_or_else(|findings| panic!("{}", findings.render(false))).0
}

fn answer(policy: &Policy, mode: Mode, abi: Abi, nr: u32) -> u32 {
    let engine = Engine { handler: false, landlock_execute: true, tracing: Tracing::Needed };
    let plan = plan_for(policy, &Abilities::newest(), &Anchors::default(), engine, mode);
    let program = filter(policy, &plan, &Options::default()).expect("small enough");
    let data = SeccompData { nr: nr as i32, arch: abi.audit_arch(), ..SeccompData::default() };
    interp::run(&program, &data)
}
