//! The compiled filter, run by the interpreter, against the meaning of the policy.

use crate::oracle::generate::{Case, case, config, origin};
use crate::oracle::{inputs, reference};
use callgate_abi::{Abi, Action, Errno, SeccompData, Sysno};
use callgate_bpf::interp::{run, run_traced};
use callgate_bpf::{Program, disasm};
use callgate_compile::{Launch, Options, compile};
use callgate_plan::{Plan, PlannedCall, Treatment};
use callgate_policy::Policy;
use callgate_policy::model::{Compare, Comparison, SyscallRule, SyscallTarget, Syscalls, Width};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn check(
    case: &Case,
    launch: Option<&Launch>,
    program: &Program,
    data: &SeccompData,
) -> Result<(), TestCaseError> {
    let expected = reference::answer(&case.policy, &case.plan, launch, data);
    let got = run(program, data);
    prop_assert_eq!(
        got,
        expected.to_ret(),
        "{:?}: {} instead of {}\n{}",
        data,
        Action::from_ret(got),
        expected,
        disasm::listing(program)
    );
    Ok(())
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn every_edge_of_every_policy(case in case()) {
        let program = compile(&case.policy, &case.plan, &Options::default()).expect("small enough");
        for data in inputs::boundary(&case) {
            check(&case, None, &program, &data)?;
        }
    }

    #[test]
    fn the_launch_passes_and_nothing_else(case in case(), nonce in any::<u64>()) {
        let launch = Launch { nonce, calls: &["execveat", "dup3"] };
        let options = Options { launch: Some(launch.clone()), hurried: true, ..Options::default() };
        let program = compile(&case.policy, &case.plan, &options).expect("small enough");
        let mut inputs = inputs::boundary(&case);
        inputs.truncate(2000);
        for name in ["execveat", "dup3", "execve", "close_range"] {
            for abi in [Abi::NATIVE, Abi::I386, Abi::X32] {
                let nr = Sysno::from_name(abi, name).unwrap().nr;
                inputs.push(SeccompData { nr: nr as i32, arch: abi.audit_arch(), ..SeccompData::default() });
            }
        }
        for mut data in inputs {
            for sixth in [nonce, nonce ^ 1, nonce ^ 1 << 32, nonce ^ 1 << 63, nonce.rotate_left(32), 0] {
                data.args[5] = sixth;
                check(&case, Some(&launch), &program, &data)?;
            }
        }
    }
}

fn policy(arches: &[Abi], default: Action, rules: Vec<SyscallRule>) -> Policy {
    let mut policy = Policy::default();
    let bad_arch = Action::KillProcess;
    policy.syscalls = Some(Syscalls {
        arches: arches.to_vec(),
        bad_arch,
        default,
        default_origin: None,
        unknown: None,
        rules,
        weights: BTreeMap::new(),
    });
    policy
}

fn rule(action: Action, targets: Vec<SyscallTarget>) -> SyscallRule {
    SyscallRule { origin: origin(), action, name: "some".to_owned(), targets }
}

fn target(abi: Abi, nr: u32, when: Vec<Comparison>) -> SyscallTarget {
    SyscallTarget::new(Sysno { abi, nr }, when.into())
}

fn low(arg: u8, op: Compare, value: u64) -> Comparison {
    Comparison { arg, width: Width::W32, signed: false, mask: None, op, value }
}

/// Numbers and conditions in the hundreds, so that jumps do not reach and are bridged.
#[test]
fn long_filters() {
    let mut rules = Vec::new();
    for nr in 0..300u32 {
        let action = if nr % 3 == 0 { Action::Errno(Errno(1 + nr as u16 % 40)) } else { Action::Allow };
        let when = if nr % 2 == 0 {
            vec![low((nr % 6) as u8, Compare::Ge, nr.into()), low(1, Compare::Ne, 7)]
        } else {
            vec![]
        };
        for abi in [Abi::X86_64, Abi::I386, Abi::X32] {
            let nr = if abi == Abi::X32 { nr | Abi::X32_BIT } else { nr };
            rules.push(rule(action, vec![target(abi, nr, when.clone())]));
        }
    }
    for value in 0..700 {
        let when = vec![low(1, Compare::Eq, value * 3), low(2, Compare::Eq, value)];
        rules.push(rule(Action::Errno(Errno(3)), vec![target(Abi::X86_64, 16, when)]));
    }
    let policy = policy(&[Abi::X86_64, Abi::I386, Abi::X32], Action::KillThread, rules);
    let case = Case { policy, plan: Plan::default() };
    let program = compile(&case.policy, &case.plan, &Options::default()).unwrap();
    assert!(program.len() > 2000, "{}", program.len());
    for nr in (0..310).flat_map(|nr| [nr, nr | Abi::X32_BIT]) {
        for abi in [Abi::X86_64, Abi::I386, Abi::Arm] {
            for first in [0, 6, 21, u64::from(nr), u64::from(nr) + 1] {
                let args = [first, first, first / 3, 9, first, 1 << 40];
                let data =
                    SeccompData { nr: nr as i32, arch: abi.audit_arch(), instruction_pointer: 0, args };
                check(&case, None, &program, &data).unwrap();
            }
        }
    }
}

#[test]
fn too_long_says_what_is() {
    let rules = (0..3000)
        .map(|value| {
            let when = vec![low(1, Compare::Eq, value), low(2, Compare::Eq, value)];
            rule(Action::Allow, vec![target(Abi::X86_64, 16, when)])
        })
        .collect();
    let policy = policy(&[Abi::X86_64], Action::KillProcess, rules);
    let error = compile(&policy, &Plan::default(), &Options::default()).unwrap_err().to_string();
    assert!(error.starts_with("the filter would have ") && error.contains("Linux takes 4096"), "{error}");
    assert!(error.contains("fewer conditions help most on x86_64 ioctl (6000 tests)"), "{error}");
}

/// The kernel remembers a verdict only if number and architecture decide it, and only a plain allow.
#[test]
fn allows_by_number_keep_the_kernels_bitmap() {
    let nowhere = vec![low(0, Compare::Eq, 1)];
    let rules = vec![
        rule(Action::Allow, (0..100).map(|nr| target(Abi::X86_64, nr * 2, vec![])).collect()),
        rule(Action::Allow, vec![target(Abi::X86_64, 41, nowhere)]),
    ];
    let policy = policy(&[Abi::X86_64, Abi::I386], Action::Errno(Errno::EPERM), rules);
    let launch = Some(Launch { nonce: 77, calls: &["execveat"] });
    let program = compile(&policy, &Plan::default(), &Options { launch, ..Options::default() }).unwrap();
    for nr in 0..250u32 {
        let data = SeccompData { nr: nr as i32, arch: Abi::X86_64.audit_arch(), ..SeccompData::default() };
        let trace = run_traced(&program, &data);
        assert_eq!(trace.reads_more_than_number(), nr == 41, "{nr}");
        if nr % 2 == 0 && nr < 200 {
            assert_eq!(trace.ret, 0x7fff_0000);
        }
    }
}

#[test]
fn x32_is_refused_unless_listed_and_a_skipped_call_is_not_x32() {
    let policy = policy(&[Abi::X86_64], Action::Errno(Errno::ENOSYS), vec![]);
    let program = compile(&policy, &Plan::default(), &Options::default()).unwrap();
    let ask =
        |nr: u32| run(&program, &SeccompData { nr: nr as i32, arch: 0xc000_003e, ..SeccompData::default() });
    let (default, kill) = (Action::Errno(Errno::ENOSYS).to_ret(), Action::KillProcess.to_ret());
    for (nr, expected) in [
        (0, default),
        (0x3fff_ffff, default),
        (0x4000_0000, kill),
        (0x7fff_ffff, kill),
        (0x8000_0000, default),
        (0xbfff_ffff, default),
        (0xc000_0000, kill),
        (0xffff_fffe, kill),
        (0xffff_ffff, default),
    ] {
        assert_eq!(ask(nr), expected, "{nr:#x}");
    }
}

#[test]
fn the_launch_passes_where_the_native_abi_is_refused() {
    let policy = policy(&[Abi::I386], Action::Allow, vec![]);
    let options =
        Options { launch: Some(Launch { nonce: 5 << 32, calls: &["execveat"] }), ..Options::default() };
    let program = compile(&policy, &Plan::default(), &options).unwrap();
    let nr = Sysno::from_name(Abi::NATIVE, "execveat").unwrap().nr as i32;
    let ask = |sixth| {
        let args = [0, 0, 0, 0, 0, sixth];
        run(&program, &SeccompData { nr, arch: Abi::NATIVE.audit_arch(), instruction_pointer: 0, args })
    };
    assert_eq!(ask(5 << 32), Action::Allow.to_ret());
    assert_eq!(ask(5), Action::KillProcess.to_ret());
    let unknown = Options { launch: Some(Launch { nonce: 0, calls: &["execvat"] }), ..Options::default() };
    let error = compile(&policy, &Plan::default(), &unknown).unwrap_err();
    assert_eq!(error.to_string(), format!("the launching call `execvat` does not exist on {}", Abi::NATIVE));
}

/// The words of a filter that a person can check by reading.
#[test]
fn a_small_filter() {
    let rules = vec![
        rule(Action::Allow, vec![target(Abi::X86_64, 0, vec![]), target(Abi::X86_64, 60, vec![])]),
        rule(Action::Allow, vec![target(Abi::X86_64, 1, vec![low(0, Compare::Le, 2)])]),
    ];
    let policy = policy(&[Abi::X86_64], Action::KillProcess, rules);
    let mut plan = Plan::default();
    plan.calls.push(PlannedCall {
        sysno: Sysno { abi: Abi::X86_64, nr: 0 },
        treatment: Treatment::Notify,
        when: vec![low(2, Compare::Ne, 0)],
        reason: "an example",
    });
    let program = compile(&policy, &plan, &Options::default()).unwrap();
    let expected = "   0       A = arch
   1       if A == x86_64 goto 2 else goto 12
   2  >    A = nr
   3       if A == 0 goto 4 else goto 7
   4  >    A = lo32(args[2])
   5       if A == 0 goto 11 else goto 6
   6  >    return notify
   7  >    if A == 1 goto 9 else goto 8
   8  >    if A == 60 goto 11 else goto 12
   9  >    A = lo32(args[0])
  10       if A >= 3 goto 12 else goto 11
  11  >    return allow
  12  >    return kill
";
    assert_eq!(disasm::listing(&program), expected);
}
