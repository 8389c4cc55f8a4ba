//! Policies and plans that no loader would write, but the compiler must get right all the same.

use callgate_abi::{Abi, Action, Errno, KernelVersion, Sysno};
use callgate_plan::{Plan, PlannedCall, Treatment};
use callgate_policy::model::{
    Compare, Comparison, Condition, SyscallRule, SyscallTarget, Syscalls, Unknown, Width,
};
use callgate_policy::{Origin, Policy};
use callgate_tests::seed;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::collections::BTreeMap;

/// ABIs of both byte orders and widths, and two that share an architecture.
pub(crate) const ABIS: &[Abi] =
    &[Abi::X86_64, Abi::I386, Abi::X32, Abi::S390x, Abi::S390, Abi::Arm, Abi::Aarch64, Abi::Mips64];

/// So many cases, of the seed that `CALLGATE_SEED` gives or of one that is always the same.
pub(crate) fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(seed()),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// A policy and a plan for it.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    /// With `[syscalls]` only.
    pub(crate) policy: Policy,
    /// With `calls` only.
    pub(crate) plan: Plan,
}

fn action() -> impl Strategy<Value = Action> {
    prop_oneof![
        3 => Just(Action::Allow),
        1 => Just(Action::Log),
        1 => (0u16..3).prop_map(Action::Trace),
        1 => Just(Action::UserNotif),
        3 => prop_oneof![Just(0u16), Just(1), Just(38), Just(4095)].prop_map(|n| Action::Errno(Errno(n))),
        1 => (0u16..3).prop_map(Action::Trap),
        1 => Just(Action::KillThread),
        1 => Just(Action::KillProcess),
    ]
}

/// Values on which carries, signs and halves turn.
fn word() -> impl Strategy<Value = u64> {
    let edges = vec![
        0,
        1,
        2,
        0x7fff_fffe,
        0x7fff_ffff,
        0x8000_0000,
        0x8000_0001,
        0xffff_fffe,
        0xffff_ffff,
        0x1_0000_0000,
        0x1_0000_0001,
        0x5_0000_0007,
        0x7fff_ffff_0000_0000,
        0x7fff_ffff_ffff_ffff,
        0x8000_0000_0000_0000,
        0x8000_0000_0000_0001,
        0xffff_ffff_0000_0000,
        0xffff_ffff_7fff_ffff,
        0xffff_ffff_8000_0000,
        u64::MAX - 1,
        u64::MAX,
    ];
    prop_oneof![4 => prop::sample::select(edges), 2 => 0u64..16, 1 => any::<u64>()]
}

fn comparison() -> impl Strategy<Value = Comparison> {
    let op = prop::sample::select(Compare::ALL.to_vec());
    let mask = prop_oneof![
        3 => Just(None),
        2 => word().prop_map(Some),
        1 => (0u32..64).prop_map(|bit| Some(1u64 << bit)),
    ];
    (0u8..6, any::<bool>(), any::<bool>(), mask, op, word()).prop_map(
        |(arg, wide, signed, mask, op, value)| {
            let (width, value) = if wide { (Width::W64, value) } else { (Width::W32, value & 0xffff_ffff) };
            Comparison { arg, width, signed, mask, op, value }
        },
    )
}

fn conjunction() -> impl Strategy<Value = Vec<Comparison>> {
    // Few registers, so that conditions meet on the same one.
    prop_oneof![2 => Just(vec![]), 5 => prop::collection::vec(comparison(), 1..4)].prop_map(|mut when| {
        for comparison in &mut when {
            comparison.arg %= 3;
        }
        when
    })
}

/// Conjunctions, and trees of them.
fn condition() -> impl Strategy<Value = Condition> {
    let leaf = conjunction().prop_map(Condition::from).boxed();
    let tree = leaf.clone().prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(Condition::any),
            prop::collection::vec(inner.clone(), 1..3).prop_map(Condition::all),
            inner.prop_map(|one| one.negated()),
        ]
    });
    prop_oneof![6 => leaf, 2 => tree, 1 => orders(), 1 => sets()]
}

/// Alternatives of inequalities on one register, as they stand or all turned over.
fn orders() -> impl Strategy<Value = Condition> {
    let op = prop::sample::select(vec![Compare::Lt, Compare::Le, Compare::Gt, Compare::Ge, Compare::Ne]);
    let order = (any::<bool>(), op, word());
    (0u8..3, any::<bool>(), prop::collection::vec(order, 2..5)).prop_map(|(arg, negated, orders)| {
        let order =
            |(signed, op, value)| Comparison { arg, width: Width::W64, signed, mask: None, op, value };
        let any = Condition::any(orders.into_iter().map(order).map(Condition::Is));
        if negated { any.negated() } else { any }
    })
}

/// Values and ranges of a register, or of some of its bits: `arg in {1, 5..=9}`.
fn sets() -> impl Strategy<Value = Condition> {
    let mask = prop_oneof![2 => Just(None), 1 => word().prop_map(Some)];
    (0u8..3, any::<bool>(), mask, prop::collection::vec((word(), word()), 1..6)).prop_map(
        |(arg, signed, mask, ranges)| {
            let test =
                |op, value| Condition::Is(Comparison { arg, width: Width::W64, signed, mask, op, value });
            Condition::any(ranges.into_iter().map(|(first, last)| {
                if first > last {
                    return test(Compare::Eq, first);
                }
                Condition::all([test(Compare::Ge, first), test(Compare::Le, last)])
            }))
        },
    )
}

fn number(abi: Abi) -> impl Strategy<Value = u32> {
    let plain = prop_oneof![8 => 0u32..12, 2 => prop::sample::select(vec![59, 255, 256, 322, 0x3fff_ffff, 0x8000_0000, u32::MAX])];
    plain.prop_map(move |nr| if abi == Abi::X32 { nr | Abi::X32_BIT } else { nr })
}

/// One call on one ABI of the list, or several.
fn target(abis: Vec<Abi>) -> impl Strategy<Value = SyscallTarget> {
    prop::sample::select(abis)
        .prop_flat_map(|abi| {
            let one = number(abi).prop_map(|nr| nr..=nr);
            let range = (number(abi), number(abi)).prop_map(|(one, other)| one.min(other)..=one.max(other));
            (Just(abi), prop_oneof![5 => one, 1 => range], condition())
        })
        .prop_map(|(abi, numbers, when)| SyscallTarget { abi, numbers, when })
}

/// A call as a plan treats it.
fn planned(abis: Vec<Abi>) -> impl Strategy<Value = PlannedCall> {
    let treatment =
        prop_oneof![Just(Treatment::Notify), (1u16..3).prop_map(|errno| Treatment::Errno(Errno(errno)))];
    let call = prop::sample::select(abis).prop_flat_map(|abi| (Just(abi), number(abi)));
    (treatment, call, conjunction()).prop_map(|(treatment, (abi, nr), when)| PlannedCall {
        sysno: Sysno { abi, nr },
        treatment,
        when,
        reason: "generated",
    })
}

fn unknown() -> impl Strategy<Value = Option<Unknown>> {
    let release = prop::sample::select(vec![(2, 0), (2, 6), (4, 3), (5, 10)]);
    let unknown = (action(), release)
        .prop_map(|(action, (major, minor))| Unknown { action, known_since: KernelVersion { major, minor } });
    prop::option::weighted(0.2, unknown)
}

/// Rules and treatments that overlap as much as they can.
pub(crate) fn case() -> impl Strategy<Value = Case> {
    case_of(ABIS)
}

/// The same on some of these ABIs.
pub(crate) fn case_of(abis: &'static [Abi]) -> impl Strategy<Value = Case> {
    prop::sample::subsequence(abis.to_vec(), 1..=abis.len().min(7)).prop_shuffle().prop_flat_map(|abis| {
        let rule = (action(), prop::collection::vec(target(abis.clone()), 1..5));
        (
            Just(abis.clone()),
            action(),
            (action(), unknown()),
            prop::collection::vec(rule, 0..12),
            prop::collection::vec(planned(abis.clone()), 0..6),
        )
            .prop_map(|(abis, bad_arch, default, rules, planned)| {
                build(abis, bad_arch, default, rules, planned)
            })
    })
}

fn build(
    arches: Vec<Abi>,
    bad_arch: Action,
    (default, unknown): (Action, Option<Unknown>),
    rules: Vec<(Action, Vec<SyscallTarget>)>,
    planned: Vec<PlannedCall>,
) -> Case {
    let rules = rules
        .into_iter()
        .map(|(action, targets)| SyscallRule { origin: origin(), action, name: "some".to_owned(), targets })
        .collect();
    let mut policy = Policy::default();
    let weights = BTreeMap::new();
    policy.syscalls =
        Some(Syscalls { arches, bad_arch, default, default_origin: None, unknown, rules, weights });
    let mut plan = Plan::default();
    plan.calls = planned;
    Case { policy, plan }
}

/// An origin nobody reads.
pub(crate) fn origin() -> Origin {
    Origin { id: String::new(), source: 0, line: 1, span: 0..0, text: String::new(), reason: None }
}
