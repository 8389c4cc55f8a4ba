//! Policies × abilities → plans.

mod engines;
mod files;
mod sockets;

use callgate_abi::{Abi, Action, Errno, SeccompData, Sysno};
use callgate_plan::{Engine, Plan, PlannedCall, Tracing, Treatment};
use callgate_policy::model::{
    Compare, Comparison, DefaultDecision, Matcher, Rule, SyscallRule, SyscallTarget, Syscalls, Width,
};
use callgate_policy::pattern::PathPattern;
use callgate_policy::{Decision, Operation, Origin, Policy, Via};
use std::collections::BTreeMap;

const ENGINE: Engine = Engine { handler: false, landlock_execute: true, tracing: Tracing::Never };

fn origin(id: &str) -> Origin {
    Origin { id: id.to_owned(), source: 0, line: 1, span: 0..1, text: String::new(), reason: None }
}

fn fs(operations: &[Operation], decision: Decision, at: &str) -> Rule {
    Rule {
        origin: origin(&format!("rule of {at}")),
        operations: operations.to_vec(),
        decision,
        matcher: Matcher::Path { at: PathPattern::parse(at.as_bytes()).unwrap(), except: vec![] },
        via: Via::Auto,
    }
}

/// What matters of a network rule here is its operation; its objects are the supervisor's business.
fn net(operations: &[Operation], decision: Decision) -> Rule {
    fs(operations, decision, "/some/socket")
}

fn policy(default: DefaultDecision, rules: Vec<Rule>) -> Policy {
    let mut policy = Policy::default();
    policy.default = Some(default);
    policy.syscalls = Some(syscalls(Action::Allow, vec![]));
    policy.rules = rules;
    policy
}

fn syscalls(default: Action, rules: Vec<SyscallRule>) -> Syscalls {
    Syscalls {
        arches: vec![Abi::X86_64, Abi::I386, Abi::Aarch64, Abi::Mips, Abi::S390x],
        bad_arch: Action::KillProcess,
        default,
        default_origin: None,
        unknown: None,
        rules,
        weights: BTreeMap::new(),
    }
}

fn syscall_rule(name: &str, action: Action, when: Vec<Comparison>) -> SyscallRule {
    let nr = Sysno::from_name(Abi::X86_64, name).unwrap().nr;
    let targets = vec![SyscallTarget::new(Sysno { abi: Abi::X86_64, nr }, when.into())];
    SyscallRule { origin: origin(name), action, name: name.to_owned(), targets }
}

fn holds(comparison: &Comparison, data: &SeccompData) -> bool {
    let value = data.args[usize::from(comparison.arg)] & comparison.mask.unwrap_or(u64::MAX);
    let value = if comparison.width == Width::W32 { value & 0xffff_ffff } else { value };
    match comparison.op {
        Compare::Eq => value == comparison.value,
        Compare::Ne => value != comparison.value,
        other => panic!("the table has no {other:?}"),
    }
}

fn answer(plan: &Plan, abi: Abi, name: &str, args: [u64; 6]) -> Option<Treatment> {
    let sysno = Sysno::from_name(abi, name).unwrap_or_else(|| panic!("{abi} has no {name}"));
    let data = SeccompData { nr: sysno.nr as i32, arch: abi.audit_arch(), instruction_pointer: 0, args };
    let applies =
        |call: &&PlannedCall| call.sysno == sysno && call.when.iter().all(|test| holds(test, &data));
    let candidates: Vec<Treatment> = plan.calls.iter().filter(applies).map(|call| call.treatment).collect();
    // An errno is stricter than a notification, and the first errno wins.
    candidates.iter().copied().find(|t| *t != Treatment::Notify).or_else(|| candidates.first().copied())
}

fn args<const N: usize>(given: [u64; N]) -> [u64; 6] {
    let mut args = [0; 6];
    args[..N].copy_from_slice(&given);
    args
}

const NOTIFY: Option<Treatment> = Some(Treatment::Notify);

#[expect(clippy::unnecessary_wraps, reason = "compared with what `answer` gives")]
fn errno(errno: Errno) -> Option<Treatment> {
    Some(Treatment::Errno(errno))
}

const O_WRONLY: u64 = 1;

const O_RDWR: u64 = 2;

const O_CREAT: u64 = 0o100;

const O_TRUNC: u64 = 0o1000;

const O_PATH: u64 = 0o10_000_000;

const O_TMPFILE: u64 = 0o20_200_000;

const O_CLOEXEC: u64 = 0o2_000_000;

const DENY: Decision = Decision::Deny(Errno::EACCES);

const HIDE: Decision = Decision::Deny(Errno::ENOENT);

/// Which opens are notified, asked of open, openat and openat2 alike.
fn opens(plan: &Plan, flags: u64) -> bool {
    for abi in [Abi::X86_64, Abi::I386, Abi::S390x] {
        let by_open = answer(plan, abi, "open", args([0, flags]));
        // Upper bits that the kernel does not look at change nothing.
        let by_openat = answer(plan, abi, "openat", args([u64::MAX, 0, flags | 0xdead << 32]));
        assert_eq!(by_open, by_openat);
    }
    let answer = answer(plan, Abi::Aarch64, "openat", args([0, 0, flags]));
    assert!(answer.is_none() || answer == NOTIFY);
    answer == NOTIFY
}
