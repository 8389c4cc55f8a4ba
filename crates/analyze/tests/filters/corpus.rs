//! Filters of real programs: every verdict as the interpreter has it, every filter equal to itself alone.

use callgate_abi::{Abi, Action, Endian, SeccompData, syscalls};
use callgate_analyze::{Limits, Space, Verdict};
use callgate_bpf::{Program, interp};
use std::collections::BTreeMap;
use std::path::Path;

/// Every filter of the corpus, by name.
pub(crate) fn all() -> BTreeMap<String, Program> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/corpus");
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let program = Program::from_bytes(&std::fs::read(&path).unwrap(), Endian::Little).unwrap();
        found.insert(name, program);
    }
    assert_eq!(found.len(), 43);
    found
}

/// Calls at the edges of what filters compare with.
pub(crate) fn edges(programs: &[&Program]) -> Vec<SeccompData> {
    let mut constants: Vec<u32> = programs
        .iter()
        .flat_map(|program| program.insns())
        .flat_map(|insn| [insn.k.wrapping_sub(1), insn.k, insn.k.wrapping_add(1)])
        .chain([0, 1, u32::MAX])
        .collect();
    constants.sort_unstable();
    constants.dedup();
    let mut calls = Vec::new();
    for abi in [Abi::X86_64, Abi::I386, Abi::S390x] {
        let numbers = syscalls::of_abi(abi).map(|(nr, _)| nr).chain(constants.iter().copied());
        for (n, nr) in numbers.enumerate() {
            for turn in 0..3 {
                let pick = |at: usize| {
                    let low = constants[(n * 7 + at * 31 + turn * 101) % constants.len()];
                    let high = if (n + at + turn).is_multiple_of(3) {
                        constants[(n + at) % constants.len()]
                    } else {
                        0
                    };
                    u64::from(high) << 32 | u64::from(low)
                };
                let arch = if turn == 2 { constants[n % constants.len()] } else { abi.audit_arch() };
                let args = std::array::from_fn(pick);
                calls.push(SeccompData { nr: nr as i32, arch, instruction_pointer: pick(9), args });
            }
        }
    }
    calls
}

#[test]
fn verdicts_are_the_interpreters() {
    for (name, program) in all() {
        let mut space = Space::new(Limits::default());
        let verdicts = space.filter(&program);
        for data in edges(&[&program]) {
            let expected = Action::from_ret(interp::run(&program, &data));
            assert_eq!(space.verdict(verdicts, &data), Verdict::Known(expected), "{name}: {data:?}");
        }
    }
}

#[test]
fn the_whole_corpus_as_one_stack() {
    let corpus = all();
    let programs: Vec<&Program> = corpus.values().collect();
    for stack in programs.chunks(20) {
        let mut space = Space::new(Limits::default());
        let verdicts = space.stack(stack);
        for data in edges(&stack[..3]) {
            let expected = Action::from_ret(interp::run_stack(stack, &data));
            assert_eq!(space.verdict(verdicts, &data), Verdict::Known(expected), "{data:?}");
        }
    }
}

#[test]
fn differences_are_confirmed() {
    let corpus = all();
    let programs: Vec<(&String, &Program)> = corpus.iter().collect();
    let mut found = 0;
    for pair in programs.windows(2) {
        let [(left_name, left), (right_name, right)] = pair else { unreachable!() };
        let mut space = Space::new(Limits::default());
        let (a, b) = (space.filter(left), space.filter(right));
        let diff = space.diff(a, b);
        assert!(diff.undecided.is_empty());
        for difference in &diff.differences {
            let answers = [left, right].map(|program| interp::run(program, &difference.witness));
            assert_eq!(
                answers.map(Action::from_ret),
                [difference.left, difference.right],
                "{left_name} {right_name} {difference:?}"
            );
            found += 1;
        }
        assert_eq!(diff.differences.is_empty(), a == b);
        // Where no region says so, they agree.
        let weaker = space.weaker(a, b);
        assert!(weaker.differences.len() <= diff.differences.len());
        assert!(space.diff(a, a).is_empty() && space.weaker(b, b).is_empty());
    }
    assert!(found > 300, "{found}");
}
