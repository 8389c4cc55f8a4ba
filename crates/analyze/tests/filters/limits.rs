//! Filters made to exhaust whoever reads them end with "unknown", and say where.

use callgate_abi::{Abi, Action, SeccompData};
use callgate_analyze::{Limits, Reason, Space, Verdict};
use callgate_bpf::insn::code;
use callgate_bpf::{Insn, Program};

/// Multiplies arguments with one another, over and over.
fn products() -> Program {
    let mut insns = vec![Insn::ld_abs(16)];
    for n in 0..1360 {
        insns.extend([Insn::tax(), Insn::ld_abs(16 + 4 * (n % 12)), Insn::alu_x(code::MUL)]);
    }
    insns.extend([Insn::jeq(0x1234_5677, 0, 1), Insn::ret(0), Insn::ret(0x7fff_0000)]);
    Program::new(insns).unwrap()
}

/// Adds another number on every one of 2^n ways.
fn ways() -> Program {
    let mut insns = vec![Insn::ldx_imm(0)];
    for n in 0..500u32 {
        let k = n.wrapping_mul(0x9e37_79b9) | 1;
        insns.extend([
            Insn::ld_abs(16 + 4 * (n % 12)),
            Insn::jset(1 << (n % 31), 0, 3),
            Insn::txa(),
            Insn::alu_k(code::ADD, k),
            Insn::tax(),
        ]);
    }
    insns.extend([Insn::txa(), Insn::jeq(77, 0, 1), Insn::ret(0), Insn::ret(0x7fff_0000)]);
    Program::new(insns).unwrap()
}

/// Compares the product of two arguments, but for one number.
fn one_number_is_sound() -> Program {
    Program::new(vec![
        Insn::ld_abs(0),
        Insn::jeq(1, 5, 0),
        Insn::ld_abs(16),
        Insn::tax(),
        Insn::ld_abs(24),
        Insn::alu_x(code::MUL),
        Insn::jeq(0x1234_5677, 0, 1),
        Insn::ret(0),
        Insn::ret(0x7fff_0000),
    ])
    .unwrap()
}

/// Asks for random masks of all arguments, one after the other.
fn masks() -> Program {
    let mut state = 1u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state
    };
    let mut insns = Vec::new();
    for n in 0..1000u32 {
        insns.extend([Insn::ld_abs(16 + 4 * (next() >> 8) % 12), Insn::and(next()), Insn::jeq(0, 0, 1)]);
        insns.push(Insn::ret([0, 0x0005_0001, 0x7fff_0000][n as usize % 3]));
    }
    insns.push(Insn::ret(0x7fff_0000));
    Program::new(insns).unwrap()
}

#[test]
fn a_computed_answer_is_listed_in_part() {
    let program = Program::new(vec![
        Insn::ld_abs(16),
        Insn::and(0xfff),
        Insn::alu_k(code::OR, 0x0005_0000),
        Insn::ret_a(),
    ])
    .unwrap();
    let mut space = Space::new(Limits::default());
    let verdicts = space.filter(&program);
    let groups = space.explain(verdicts).unwrap();
    assert!(groups.iter().all(|group| group.outcomes.len() + group.unlisted == 4096));
    let allow = space.stack(&[]);
    let diff = space.diff(allow, verdicts);
    assert!(diff.unlisted > 0 && !diff.differences.is_empty() && diff.undecided.is_empty());
}

/// Many bits, few values: each is told.
#[test]
fn a_computed_answer_of_few_values_is_exact() {
    let program = Program::new(vec![
        Insn::ld_abs(16),
        Insn::and(3),
        Insn::new(code::ALU | code::NEG, 0, 0, 0),
        Insn::ret_a(),
    ])
    .unwrap();
    let mut space = Space::new(Limits::default());
    let verdicts = space.filter(&program);
    for arg in 0..9 {
        let data = SeccompData { args: [arg; 6], arch: Abi::X86_64.audit_arch(), ..SeccompData::default() };
        let expected = Action::from_ret(callgate_bpf::interp::run(&program, &data));
        assert_eq!(space.verdict(verdicts, &data), Verdict::Known(expected), "{arg}");
    }
}

#[test]
fn hopeless_filters_are_unknown_within_the_limits() {
    for program in [products(), ways(), masks()] {
        let mut space = Space::new(Limits::default());
        let verdicts = space.filter(&program);
        assert!(space.nodes() <= Limits::default().nodes);
        let call = SeccompData { arch: Abi::X86_64.audit_arch(), ..SeccompData::default() };
        assert!(matches!(space.verdict(verdicts, &call), Verdict::Unknown(_)));
        let diff = space.diff(verdicts, verdicts);
        assert!(!diff.undecided.is_empty(), "unknown is not the same as unknown");
    }
}

#[test]
fn what_can_be_decided_beside_it_is() {
    let mut space = Space::new(Limits::default());
    let verdicts = space.filter(&one_number_is_sound());
    let mut call = SeccompData { arch: Abi::X86_64.audit_arch(), nr: 1, ..SeccompData::default() };
    assert_eq!(space.verdict(verdicts, &call), Verdict::Known(Action::KillThread));
    call.nr = 2;
    assert_eq!(space.verdict(verdicts, &call), Verdict::Unknown(Reason::Arithmetic { index: 5 }));
}

/// Two arguments are compared: which answer that gives is unknown, but what does not depend on it is known.
#[test]
fn two_words_compared() {
    let program = Program::new(vec![
        Insn::ld_abs(16),
        Insn::tax(),
        Insn::ld_abs(24),
        Insn::new(code::JMP | code::JEQ | code::X, 0, 3, 0),
        Insn::ld_abs(0),
        Insn::jeq(1, 0, 4),
        Insn::ret(0),
        Insn::ld_abs(0),
        Insn::jeq(1, 0, 1),
        Insn::ret(0x0005_0001),
        Insn::ret(0x7fff_0000),
    ])
    .unwrap();
    let mut space = Space::new(Limits::default());
    let verdicts = space.filter(&program);
    let call = |nr| SeccompData { arch: Abi::X86_64.audit_arch(), nr, ..SeccompData::default() };
    assert_eq!(space.verdict(verdicts, &call(2)), Verdict::Known(Action::Allow));
    assert_eq!(space.verdict(verdicts, &call(1)), Verdict::Unknown(Reason::TwoWords { index: 3 }));
    assert!(space.nodes() < 10_000, "hopeless comparisons are not tried");
}

/// What was not followed is no obstacle once it is out of the registers.
#[test]
fn an_unknown_value_is_forgotten() {
    let program = Program::new(vec![
        Insn::ld_abs(16),
        Insn::tax(),
        Insn::ld_abs(24),
        Insn::alu_x(code::MUL),
        Insn::jeq(0x1234_5677, 0, 0),
        Insn::ld_abs(0),
        Insn::jeq(1, 0, 1),
        Insn::ret(0),
        Insn::ret(0x7fff_0000),
    ])
    .unwrap();
    let mut space = Space::new(Limits::default());
    let verdicts = space.filter(&program);
    for (nr, action) in [(1, Action::KillThread), (2, Action::Allow)] {
        let call = SeccompData { arch: Abi::X86_64.audit_arch(), nr, ..SeccompData::default() };
        assert_eq!(space.verdict(verdicts, &call), Verdict::Known(action));
    }
}

#[test]
fn sums_masks_and_quotients_are_exact() {
    // (args[0] + 5) / 3 >= 7, args[0] of 32 bits.
    let program = Program::new(vec![
        Insn::ld_abs(16),
        Insn::alu_k(code::ADD, 5),
        Insn::alu_k(code::DIV, 3),
        Insn::jge(7, 0, 1),
        Insn::ret(0),
        Insn::ret(0x7fff_0000),
    ])
    .unwrap();
    let same = Program::new(vec![
        Insn::ld_abs(16),
        Insn::jge(0xffff_fffb, 1, 0),
        Insn::jge(16, 0, 1),
        Insn::ret(0),
        Insn::ret(0x7fff_0000),
    ]);
    let mut space = Space::new(Limits::default());
    let a = space.filter(&program);
    for arg in [0u64, 15, 16, 17, 0xffff_fffa, 0xffff_fffb, 0xffff_ffff] {
        let data = SeccompData { args: [arg, 0, 0, 0, 0, 0], arch: 0x4000_0000, ..SeccompData::default() };
        let expected = Action::from_ret(callgate_bpf::interp::run(&program, &data));
        assert_eq!(space.verdict(a, &data), Verdict::Known(expected), "{arg}");
    }
    assert!(same.is_ok());
}
