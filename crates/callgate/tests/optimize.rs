//! Filters of real programs made smaller: none grows, all together lose most, and each does what it did.

use callgate::optimize::{OptimizeError, optimize};
use callgate_abi::{Abi, Action, Endian, SeccompData, Sysno, syscalls};
use callgate_analyze::Limits;
use callgate_bpf::insn::code;
use callgate_bpf::{Insn, Program, interp};
use callgate_compile::Weights;
use std::collections::BTreeMap;
use std::path::Path;

const ALLOW: u32 = 0x7fff_0000;

/// Every filter of the corpus, by name.
fn corpus() -> BTreeMap<String, Program> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../analyze/tests/data/corpus");
    let entries = std::fs::read_dir(folder).unwrap();
    let filter = |path: &Path| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, Program::from_bytes(&std::fs::read(path).unwrap(), Endian::Little).unwrap())
    };
    entries.map(|entry| filter(&entry.unwrap().path())).collect()
}

/// Calls around all constants of these filters, on three ABIs and none.
fn calls(programs: &[&Program]) -> Vec<SeccompData> {
    let constants = programs.iter().flat_map(|program| program.insns());
    let mut words: Vec<u32> = constants
        .flat_map(|insn| [insn.k.wrapping_sub(1), insn.k, insn.k.wrapping_add(1)])
        .chain([0, u32::MAX])
        .collect();
    words.sort_unstable();
    words.dedup();
    let numbers = syscalls::of_abi(Abi::X86_64).map(|(nr, _)| nr).chain(words.iter().copied());
    let mut calls = Vec::new();
    for (n, nr) in numbers.enumerate() {
        for (turn, arch) in
            [Abi::X86_64.audit_arch(), Abi::I386.audit_arch(), words[n % words.len()]].into_iter().enumerate()
        {
            let pick = |at: usize| {
                let word = |at: usize| u64::from(words[at % words.len()]);
                let high = if (n + at + turn).is_multiple_of(3) { word(n * 3 + at) } else { 0 };
                high << 32 | word(n * 7 + at * 31 + turn * 101)
            };
            let args = std::array::from_fn(pick);
            calls.push(SeccompData { nr: nr as i32, arch, instruction_pointer: pick(9), args });
        }
    }
    calls
}

/// What the new filter must be, the proof apart.
fn check(name: &str, stack: &[&Program], new: &Program) {
    for call in calls(stack) {
        let expected = Action::from_ret(interp::run_stack(stack, &call));
        assert_eq!(Action::from_ret(interp::run(new, &call)), expected, "{name}: {call:?}");
    }
}

#[test]
fn the_corpus() {
    let corpus = corpus();
    assert_eq!(corpus.len(), 43);
    let (mut before, mut after) = (0, 0);
    for (name, program) in &corpus {
        let optimized = optimize(&[program], &Weights::usual(), Limits::default()).expect(name);
        assert!(optimized.program.len() <= program.len(), "{name} grew");
        check(name, &[program], &optimized.program);
        // Once is enough.
        let again = optimize(&[&optimized.program], &Weights::usual(), Limits::default()).expect(name);
        assert!(again.program.len() <= optimized.program.len(), "{name} grew the second time");
        before += program.len();
        after += optimized.program.len();
    }
    assert!(after * 100 <= before * 40, "{after} of {before} instructions are left");
}

/// The filters that systemd installs one upon the other, one an architecture.
#[test]
fn stacks() {
    let corpus = corpus();
    let mut stacks: BTreeMap<&str, Vec<&Program>> = BTreeMap::new();
    for (name, program) in &corpus {
        stacks.entry(name.split('.').next().unwrap()).or_default().push(program);
    }
    stacks.retain(|_, stack| stack.len() > 1);
    assert!(stacks.len() > 10);
    for (name, stack) in stacks {
        let optimized = optimize(&stack, &Weights::usual(), Limits::default()).expect(name);
        assert_eq!(optimized.before, stack.iter().map(|filter| filter.len()).sum::<usize>());
        assert!(optimized.program.len() < optimized.before, "{name}");
        check(name, &stack, &optimized.program);
    }
}

#[test]
fn no_filter_allows_everything() {
    let optimized = optimize(&[], &Weights::usual(), Limits::default()).unwrap();
    assert_eq!(optimized.program.insns(), [Insn::ret(ALLOW)]);
}

/// An argument that is loaded for every call, and data that the kernel ignores, keep it from remembering.
#[test]
fn calls_become_remembered() {
    let by_argument = Program::new(vec![
        Insn::ld_abs(16),
        Insn::jeq(7, 0, 2),
        Insn::ld_abs(0),
        Insn::jeq(1, 1, 0),
        Insn::ret(ALLOW | 5),
        Insn::ret(0),
    ])
    .unwrap();
    let optimized = optimize(&[&by_argument], &Weights::usual(), Limits::default()).unwrap();
    let call = |name| Sysno::from_name(Abi::X86_64, name).unwrap();
    assert!(optimized.remembered.contains(&call("read")));
    assert!(!optimized.remembered.contains(&call("write")), "it depends on its argument");
    let mut both = calls(&[&by_argument]);
    both.push(SeccompData { nr: 1, args: [7, 0, 0, 0, 0, 0], ..SeccompData::default() });
    for call in both {
        let expected = Action::from_ret(interp::run(&by_argument, &call));
        assert_eq!(Action::from_ret(interp::run(&optimized.program, &call)), expected);
    }
    let again = optimize(&[&optimized.program], &Weights::usual(), Limits::default()).unwrap();
    assert!(again.remembered.is_empty());
}

/// A product of two arguments has no diagram of bearable size: then nothing is rewritten.
#[test]
fn what_is_not_decided_is_not_rewritten() {
    let product = Program::new(vec![
        Insn::ld_abs(16),
        Insn::tax(),
        Insn::ld_abs(24),
        Insn::alu_x(code::MUL),
        Insn::jeq(0x1234_5677, 0, 1),
        Insn::ret(0),
        Insn::ret(ALLOW),
    ])
    .unwrap();
    let limits = Limits { nodes: 1 << 14, steps: 200_000, states: 1 << 10 };
    let error = optimize(&[&product], &Weights::usual(), limits).unwrap_err();
    assert!(matches!(error, OptimizeError::Undecided(_)), "{error}");
    assert!(error.to_string().starts_with("the filter cannot be rewritten: instruction 3"), "{error}");
}

/// Filters of machines of both byte orders are words in places: nothing is swapped.
#[test]
fn big_endian() {
    // args[0] == 5 on s390x: the high word comes first.
    let filter = Program::new(vec![
        Insn::ld_abs(4),
        Insn::jeq(Abi::S390x.audit_arch(), 0, 6),
        Insn::ld_abs(16),
        Insn::jeq(0, 0, 3),
        Insn::ld_abs(20),
        Insn::jeq(5, 0, 1),
        Insn::ret(0x0005_0001),
        Insn::ret(ALLOW),
        Insn::ret(0),
    ])
    .unwrap();
    let optimized = optimize(&[&filter], &Weights::usual(), Limits::default()).unwrap();
    let ask = |first| {
        let args = [first, 0, 0, 0, 0, 0];
        let data = SeccompData { nr: 3, arch: Abi::S390x.audit_arch(), instruction_pointer: 0, args };
        interp::run(&optimized.program, &data)
    };
    assert_eq!((ask(5), ask(5 << 32), ask(6)), (0x0005_0001, ALLOW, ALLOW));
    assert_eq!(optimized.program.len(), 9, "there is nothing to gain");
}
