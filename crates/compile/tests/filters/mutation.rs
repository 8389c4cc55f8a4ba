//! A checker that misses an injected fault is no checker: the differential test's inputs must tell
//! a damaged filter from the right one.

use crate::oracle::generate::{Case, case};
use crate::oracle::{inputs, reference};
use callgate_abi::SeccompData;
use callgate_bpf::interp::run;
use callgate_bpf::{Insn, Program, disasm};
use callgate_compile::{Options, compile};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::collections::BTreeSet;

/// Policies whose filters are damaged.
const CASES: usize = 5;

/// Every way to damage one instruction that still gives a filter the kernel takes.
fn mutants(program: &Program) -> Vec<Program> {
    let mut mutants = Vec::new();
    for (index, insn) in program.insns().iter().enumerate() {
        let mut damaged = Vec::new();
        if insn.is_conditional_jump() {
            damaged.push(Insn { jt: insn.jf, jf: insn.jt, ..*insn });
            for (jt, jf) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
                if let (Some(jt), Some(jf)) = (insn.jt.checked_add_signed(jt), insn.jf.checked_add_signed(jf))
                {
                    damaged.push(Insn { jt, jf, ..*insn });
                }
            }
            // Another test of the same numbers: == >= > &.
            for operation in [0x10, 0x20, 0x30, 0x40] {
                damaged.push(Insn { code: insn.code & !0xf0 | operation, ..*insn });
            }
        }
        if insn.is_unconditional_jump() {
            damaged.extend([Insn { k: insn.k + 1, ..*insn }, Insn { k: insn.k.wrapping_sub(1), ..*insn }]);
        } else if insn.code == callgate_bpf::insn::code::LD_W_ABS {
            // The other half, the neighbour.
            damaged.extend([Insn { k: insn.k ^ 4, ..*insn }, Insn { k: insn.k + 8, ..*insn }]);
        } else {
            damaged.extend([1, 1 << 16, 1 << 31].map(|bit| Insn { k: insn.k ^ bit, ..*insn }));
            damaged.push(Insn { k: insn.k.wrapping_add(1), ..*insn });
        }
        for insn_damaged in damaged.into_iter().filter(|damaged| damaged != insn) {
            let mut insns = program.insns().to_vec();
            insns[index] = insn_damaged;
            mutants.extend(Program::new(insns));
        }
    }
    mutants
}

/// The boundary inputs, and calls around every constant of the filters themselves.
fn inputs_for(case: &Case, programs: [&Program; 2]) -> Vec<SeccompData> {
    let boundary = inputs::boundary(case);
    let constants: BTreeSet<u32> = programs
        .iter()
        .flat_map(|program| program.insns())
        .flat_map(|insn| [insn.k.wrapping_sub(1), insn.k, insn.k.wrapping_add(1), !insn.k])
        .collect();
    let mut inputs = Vec::new();
    for base in boundary.iter().step_by((boundary.len() / 12).max(1)) {
        for constant in &constants {
            inputs.push(SeccompData { nr: *constant as i32, ..*base });
            for arg in 0..6 {
                for value in [u64::from(*constant), u64::from(*constant) << 32] {
                    let mut data = *base;
                    data.args[arg] =
                        value | base.args[arg] & !(u64::from(u32::MAX) * (1 + (value >> 32).min(1)));
                    inputs.push(data);
                }
            }
        }
    }
    inputs
}

#[test]
fn damaged_filters_are_told_from_right_ones() {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let (mut killed, mut equal, mut missed) = (0usize, 0usize, Vec::new());
    for _ in 0..CASES {
        let case = case().new_tree(&mut runner).expect("no case is rejected").current();
        let program = compile(&case.policy, &case.plan, &Options::default()).expect("small enough");
        let inputs = inputs::boundary(&case);
        let expected: Vec<u32> = inputs
            .iter()
            .map(|data| reference::answer(&case.policy, &case.plan, None, data).to_ret())
            .collect();
        for mutant in mutants(&program) {
            if inputs.iter().zip(&expected).any(|(data, expected)| run(&mutant, data) != *expected) {
                killed += 1;
                continue;
            }
            // What the boundary inputs do not tell apart should be the same filter in other words.
            let differs = |data: &SeccompData| run(&mutant, data) != run(&program, data);
            match inputs_for(&case, [&program, &mutant]).iter().find(|data| differs(data)) {
                None => equal += 1,
                Some(data) => missed.push(report(&program, &mutant, data)),
            }
        }
    }
    let all = killed + equal + missed.len();
    assert!(
        missed.len() * 200 <= all,
        "{} of {all} faults were missed:\n{}",
        missed.len(),
        missed.join("\n")
    );
    assert!(equal * 10 <= all, "{equal} of {all} changes had no effect: the filters are badly compiled");
}

fn report(program: &Program, mutant: &Program, data: &SeccompData) -> String {
    let lines = program.insns().iter().zip(mutant.insns()).enumerate();
    let changed: Vec<String> = lines
        .filter(|(_, (right, wrong))| right != wrong)
        .map(|(at, (right, wrong))| {
            format!("{at}: {} became {}", disasm::instruction(at, *right), disasm::instruction(at, *wrong))
        })
        .collect();
    format!("{} shows for {data:?}", changed.join("; "))
}
