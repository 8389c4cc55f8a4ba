//! What the kernel's checks refuse, rule by rule, and what they let pass.

use callgate_abi::{Endian, SeccompData};
use callgate_bpf::insn::code;
use callgate_bpf::interp::{run, run_traced};
use callgate_bpf::{Insn, MAX_INSNS, Program, ReadError, Reason, VerifyError};
use proptest::prelude::*;

const ALLOW: Insn = Insn::ret(0x7fff_0000);

fn refusal(insns: &[Insn]) -> (usize, Reason) {
    let VerifyError { index, reason, .. } = Program::new(insns.to_vec()).expect_err("must be refused");
    (index, reason)
}

fn accepted(insns: &[Insn]) {
    if let Err(error) = Program::new(insns.to_vec()) {
        panic!("must be accepted: {error}");
    }
}

#[test]
fn length() {
    assert_eq!(refusal(&[]), (0, Reason::Empty));
    accepted(&vec![ALLOW; MAX_INSNS]);
    assert_eq!(refusal(&vec![ALLOW; MAX_INSNS + 1]), (0, Reason::TooLong(MAX_INSNS + 1)));
}

#[test]
fn the_last_instruction_returns() {
    accepted(&[Insn::ret_a()]);
    assert_eq!(refusal(&[ALLOW, Insn::ld_abs(0)]), (1, Reason::NoReturn));
    assert_eq!(refusal(&[Insn::new(0x0e, 0, 0, 0)]), (0, Reason::UnknownCode), "BPF_RET | BPF_X");
}

#[test]
fn jumps_stay_inside() {
    accepted(&[Insn::ja(0), ALLOW]);
    assert_eq!(refusal(&[Insn::ja(1), ALLOW]), (0, Reason::JumpOutOfRange));
    assert_eq!(refusal(&[Insn::ja(u32::MAX), ALLOW]), (0, Reason::JumpOutOfRange), "no jump backwards");
    assert_eq!(refusal(&[ALLOW, Insn::ja(0)]), (1, Reason::JumpOutOfRange));
    for jump in [Insn::jeq, Insn::jgt, Insn::jge, Insn::jset] {
        accepted(&[jump(0, 1, 0), ALLOW, ALLOW]);
        assert_eq!(refusal(&[jump(0, 2, 0), ALLOW, ALLOW]), (0, Reason::JumpOutOfRange));
        assert_eq!(refusal(&[jump(0, 0, 2), ALLOW, ALLOW]), (0, Reason::JumpOutOfRange));
    }
    for operation in [code::JEQ, code::JGT, code::JGE, code::JSET] {
        accepted(&[Insn::jump_x(operation, 0, 0), ALLOW]);
        assert_eq!(refusal(&[Insn::jump_x(operation, 0, 1), ALLOW]), (0, Reason::JumpOutOfRange));
    }
}

#[test]
fn constant_operands() {
    assert_eq!(refusal(&[Insn::alu_k(code::DIV, 0), ALLOW]), (0, Reason::DivisionByZero));
    accepted(&[Insn::alu_k(code::DIV, 1), ALLOW]);
    accepted(&[Insn::alu_x(code::DIV), ALLOW]);
    assert_eq!(refusal(&[Insn::alu_k(code::MOD, 0), ALLOW]), (0, Reason::DivisionByZero));
    for shift in [code::LSH, code::RSH] {
        accepted(&[Insn::alu_k(shift, 31), ALLOW]);
        assert_eq!(refusal(&[Insn::alu_k(shift, 32), ALLOW]), (0, Reason::ShiftTooFar));
        accepted(&[Insn::alu_x(shift), ALLOW]);
    }
}

#[test]
fn scratch_words() {
    for insn in [Insn::st, Insn::stx, Insn::ld_mem, Insn::ldx_mem] {
        assert_eq!(refusal(&[insn(16), ALLOW]), (0, Reason::ScratchIndex));
    }
    accepted(&[Insn::st(15), Insn::ldx_mem(15), ALLOW]);
    assert_eq!(refusal(&[Insn::st(0), Insn::ld_mem(1), ALLOW]), (1, Reason::ScratchUninitialized));
    // Written on one of two ways only.
    let one_way = [Insn::jeq(0, 0, 1), Insn::st(3), Insn::ld_mem(3), Insn::ret_a()];
    assert_eq!(refusal(&one_way), (2, Reason::ScratchUninitialized));
    let both_ways =
        [Insn::jeq(0, 0, 2), Insn::st(3), Insn::ja(1), Insn::stx(3), Insn::ld_mem(3), Insn::ret_a()];
    accepted(&both_ways);
    // Code that no jump reaches counts as having everything written behind a jump …
    accepted(&[Insn::ja(1), Insn::ld_mem(3), ALLOW]);
    // … but behind a return as what held before it: the kernel's own imprecision.
    assert_eq!(refusal(&[ALLOW, Insn::ld_mem(3), ALLOW]), (1, Reason::ScratchUninitialized));
    accepted(&[Insn::st(3), ALLOW, Insn::ld_mem(3), ALLOW]);
}

#[test]
fn loads() {
    for offset in (0..64).step_by(4) {
        accepted(&[Insn::ld_abs(offset), ALLOW]);
    }
    for offset in [1, 2, 3, 6, 61, 63] {
        assert_eq!(refusal(&[Insn::ld_abs(offset), ALLOW]), (0, Reason::LoadUnaligned));
    }
    for offset in [64, 65, 0xffff_f000, 0xffff_f028, u32::MAX] {
        assert_eq!(refusal(&[Insn::ld_abs(offset), ALLOW]), (0, Reason::LoadOutOfBounds));
    }
    accepted(&[Insn::new(code::LD_W_LEN, 0, 0, 0), Insn::new(code::LDX_W_LEN, 0, 0, 0), ALLOW]);
}

#[test]
fn every_code() {
    let taken: Vec<u16> = (0..=u16::MAX)
        .filter(|code| {
            Program::new(vec![Insn::st(1), Insn::new(*code, 0, 0, 0), ALLOW, ALLOW]).is_ok()
                || Program::new(vec![Insn::st(1), Insn::new(*code, 0, 0, 1), ALLOW, ALLOW]).is_ok()
        })
        .collect();
    let mut expected =
        vec![0x00, 0x01, 0x02, 0x03, 0x06, 0x07, 0x16, 0x20, 0x60, 0x61, 0x80, 0x81, 0x84, 0x87];
    for operation in [0x00, 0x10, 0x20, 0x30, 0x40, 0x50, 0x60, 0x70, 0xa0] {
        expected.extend([0x04 | operation, 0x0c | operation]);
    }
    expected.push(0x05);
    for operation in [0x10, 0x20, 0x30, 0x40] {
        expected.extend([0x05 | operation, 0x0d | operation]);
    }
    expected.sort_unstable();
    assert_eq!(taken, expected);
    for code in [0x28, 0x30, 0x40, 0x48, 0x50, 0xb1, 0x94, 0x9c] {
        assert_eq!(refusal(&[Insn::new(code, 0, 0, 4), ALLOW]), (0, Reason::NotForSeccomp), "{code:#x}");
    }
}

#[test]
fn messages_name_the_instruction() {
    let error = Program::new(vec![Insn::ld_abs(0), Insn::jeq(59, 7, 0), ALLOW]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "instruction 1 (if A == 59 goto 9 else goto 2): jumps behind the last instruction"
    );
    let error = Program::new(vec![]).unwrap_err();
    assert_eq!(error.to_string(), "the filter has no instructions");
}

#[test]
fn bytes_in_both_orders() {
    let program =
        Program::new(vec![Insn::ld_abs(4), Insn::jeq(0xc000_003e, 0, 1), ALLOW, Insn::ret(0)]).unwrap();
    for endian in [Endian::Little, Endian::Big] {
        assert_eq!(Program::from_bytes(&program.to_bytes_in(endian), endian).unwrap(), program);
    }
    assert_eq!(
        program.to_bytes_in(Endian::Little)[..16],
        [0x20, 0, 0, 0, 4, 0, 0, 0, 0x15, 0, 0, 1, 0x3e, 0, 0, 0xc0]
    );
    assert_eq!(program.to_bytes_in(Endian::Big)[..8], [0, 0x20, 0, 0, 0, 0, 0, 4]);
    assert!(matches!(Program::from_bytes(&[0; 9], Endian::Little), Err(ReadError::Ragged(_))));
    assert!(matches!(Program::from_bytes(&[0; 8], Endian::Little), Err(ReadError::Refused(_))));
}

#[test]
fn converted_length_counts_as_the_kernel_does() {
    let converted = |insns: &[Insn]| Program::new(insns.to_vec()).unwrap().converted_len() - 3;
    assert_eq!(converted(&[ALLOW]), 2);
    assert_eq!(converted(&[Insn::ret_a()]), 1);
    let jump = |insn| converted(&[insn, Insn::ret_a(), Insn::ret_a(), Insn::ret_a()]) - 3;
    assert_eq!(jump(Insn::jeq(1, 1, 0)), 1);
    assert_eq!(jump(Insn::jeq(1, 0, 1)), 1, "the test is inverted");
    assert_eq!(jump(Insn::jset(1, 0, 1)), 2, "this one cannot be");
    assert_eq!(jump(Insn::jeq(1, 1, 2)), 2);
    assert_eq!(jump(Insn::jeq(0xc000_003e, 1, 0)), 2, "a constant that looks negative takes a register");
    assert_eq!(converted(&[Insn::alu_x(code::DIV), Insn::ret_a()]), 6);
}

/// Instructions that are mostly valid by themselves, so that whole programs often are.
fn insn() -> impl Strategy<Value = Insn> {
    let k = prop_oneof![0u32..20, Just(31), Just(32), Just(60), Just(u32::MAX), any::<u32>()];
    let operation = (0u16..11).prop_map(|n| n << 4);
    prop_oneof![
        (0u32..17).prop_map(|word| Insn::ld_abs(word * 4)),
        (0u32..16).prop_map(Insn::st),
        (0u32..4).prop_map(Insn::stx),
        (0u32..4).prop_map(Insn::ld_mem),
        (0u32..4).prop_map(Insn::ldx_mem),
        (operation.clone(), k.clone()).prop_map(|(op, k)| Insn::alu_k(op, k)),
        operation.prop_map(Insn::alu_x),
        Just(Insn::tax()),
        Just(Insn::txa()),
        Just(Insn::ret_a()),
        (0u32..6).prop_map(Insn::ja),
        (1u16..5, 0u8..6, 0u8..6, k, any::<bool>()).prop_map(|(op, jt, jf, k, x)| {
            Insn::new(code::JMP | op << 4 | if x { code::X } else { 0 }, jt, jf, k)
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    /// A verified program runs to a return, never reads an unwritten scratch word, and does no
    /// operation that the interpreter lacks.
    #[test]
    fn verified_programs_run(
        body in prop::collection::vec(insn(), 0..24),
        nr in any::<i32>(),
        args in any::<[u64; 6]>(),
    ) {
        let mut insns = body;
        insns.push(Insn::ret_a());
        if let Ok(program) = Program::new(insns.clone()) {
            let data = SeccompData { nr, arch: 0xc000_003e, instruction_pointer: 1, args };
            let trace = run_traced(&program, &data);
            prop_assert_eq!(trace.ret, run(&program, &data));
            prop_assert!(trace.executed.is_sorted(), "filters only go forward");
            let mut written = 0u16;
            for pc in trace.executed {
                match insns[pc].code {
                    code::ST | code::STX => written |= 1 << insns[pc].k,
                    code::LD_MEM | code::LDX_MEM => prop_assert!(written & 1 << insns[pc].k != 0),
                    _ => {}
                }
            }
        }
    }

    /// Arbitrary bytes are refused or run, and never panic.
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        if let Ok(program) = Program::from_bytes(&bytes, Endian::Little) {
            run(&program, &SeccompData::default());
            callgate_bpf::disasm::listing(&program);
        } else if let Ok(insns) = Insn::list_from_bytes(&bytes, Endian::Little) {
            for (index, insn) in insns.iter().enumerate() {
                prop_assert!(!callgate_bpf::disasm::instruction(index, *insn).is_empty());
            }
        }
    }
}
