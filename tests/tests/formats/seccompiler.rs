//! Filters of the seccompiler crate, as it compiles them and as they are imported.

use crate::{Outcome, filter, imported};
use callgate_abi::{Abi, Endian};
use callgate_analyze::{Limits, Machine, Reference, Space};
use callgate_bpf::{Insn, Program};
use callgate_tests::seed;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngSeed, TestRunner};

const CASES: usize = 60;
const CALLS: &[&str] = &["read", "lseek", "ioctl", "socket", "mprotect", "clone", "getpid"];
const ACTIONS: &[&str] = &[
    "\"allow\"",
    "\"log\"",
    "\"trap\"",
    "\"kill_thread\"",
    "\"kill_process\"",
    "{\"errno\": 13}",
    "{\"trace\": 5}",
];

/// A condition in JSON.
fn condition() -> impl Strategy<Value = String> {
    let value = || {
        prop::sample::select(vec![
            0u64,
            1,
            2,
            0x7fff_ffff,
            0x8000_0000,
            0xffff_ffff,
            1 << 32,
            (5 << 32) + 7,
            u64::MAX,
        ])
    };
    let op = prop_oneof![
        3 => prop::sample::select(vec!["eq", "ge", "gt", "le", "lt", "ne"]).prop_map(|op| format!("\"{op}\"")),
        1 => value().prop_map(|mask| format!("{{\"masked_eq\": {mask}}}")),
    ];
    (0u8..3, any::<bool>(), op, value()).prop_map(|(index, wide, op, value)| {
        // In a dword a greater number is a mistake.
        let (kind, value) = if wide { ("qword", value) } else { ("dword", value & 0xffff_ffff) };
        format!("{{\"index\": {index}, \"type\": \"{kind}\", \"op\": {op}, \"val\": {value}}}")
    })
}

fn text() -> impl Strategy<Value = String> {
    let conditions = prop_oneof![
        1 => Just(String::new()),
        3 => prop::collection::vec(condition(), 1..4)
            .prop_map(|conditions| format!(", \"args\": [{}]", conditions.join(", "))),
    ];
    let rule = (prop::sample::select(CALLS), conditions)
        .prop_map(|(call, conditions)| format!("{{\"syscall\": \"{call}\"{conditions}}}"));
    let actions = prop::sample::subsequence(ACTIONS, 2).prop_shuffle();
    (actions, prop::collection::vec(rule, 0..10)).prop_map(|(actions, rules)| {
        format!(
            "{{\"main\": {{\"mismatch_action\": {}, \"match_action\": {}, \"filter\": [{}]}}}}",
            actions[0],
            actions[1],
            rules.join(",\n")
        )
    })
}

/// As the crate compiles it.
fn theirs(text: &str) -> Result<Program, Box<dyn std::error::Error>> {
    let mut filters = seccompiler::compile_from_json(text.as_bytes(), seccompiler::TargetArch::x86_64)?;
    let filter = filters.remove("main").ok_or("no filter")?;
    let insns = filter.iter().map(|insn| Insn::new(insn.code, insn.jt, insn.jf, insn.k));
    let bytes: Vec<u8> = insns.flat_map(|insn| insn.to_bytes(Endian::Little)).collect();
    Ok(Program::from_bytes(&bytes, Endian::Little)?)
}

pub(super) fn filters() -> Outcome {
    let mut runner = TestRunner::new(Config { rng_seed: RngSeed::Fixed(seed()), ..Config::default() });
    for _ in 0..CASES {
        let text = text().new_tree(&mut runner).expect("nothing is rejected").current();
        let theirs = theirs(&text).map_err(|error| format!("{error}\n{text}"))?;
        let ours = imported("filters", &text);
        let mut space = Space::new(Limits::default());
        let policy = space.policy(&Reference { policy: &ours.policy, treatments: &[], launch: None });
        if space.filter(&filter(&ours.policy)) != policy {
            return Err(format!("the filter is not the policy:\n{text}").into());
        }
        let theirs = space.filter(&theirs);
        let diff = space.diff(policy, theirs);
        // Of x32 it knows nothing, which is noted.
        let differences = diff.differences.iter();
        let mut others = differences.filter(|found| found.calls.machine != Machine::Abi(Abi::X32));
        if let Some(found) = others.next() {
            return Err(format!(
                "{} by the import, {} by seccompiler, as {:x?}\n{text}",
                found.left, found.right, found.witness
            )
            .into());
        }
        if let Some(undecided) = diff.undecided.first() {
            return Err(format!("undecided: {}\n{text}", undecided.reason).into());
        }
    }
    Ok(())
}
