//! The interpreter against the words of the kernel's documentation.

use callgate_abi::{Endian, SeccompData};
use callgate_bpf::insn::code;
use callgate_bpf::interp::{decider, run, run_stack, run_traced, run_with};
use callgate_bpf::{Insn, Program, disasm};

fn program(insns: &[Insn]) -> Program {
    Program::new(insns.to_vec()).unwrap()
}

fn data() -> SeccompData {
    SeccompData {
        nr: -1,
        arch: 0xc000_003e,
        instruction_pointer: 0x0102_0304_0506_0708,
        args: [0xa000_0000_0000_0001, 0xa100_0000_0000_0002, 0, 0, 0, 0xa500_0000_0000_0006],
    }
}

fn result(insns: &[Insn]) -> u32 {
    run(&program(insns), &data())
}

/// A after `a op x`, with the operands in registers.
fn alu_x(operation: u16, a: u32, x: u32) -> u32 {
    result(&[Insn::ldx_imm(x), Insn::ld_imm(a), Insn::alu_x(operation), Insn::ret_a()])
}

fn alu_k(operation: u16, a: u32, k: u32) -> u32 {
    result(&[Insn::ld_imm(a), Insn::alu_k(operation, k), Insn::ret_a()])
}

#[test]
fn arithmetic_wraps_and_is_unsigned() {
    for alu in [alu_x, alu_k] {
        assert_eq!(alu(code::ADD, u32::MAX, 2), 1);
        assert_eq!(alu(code::SUB, 1, 2), u32::MAX);
        assert_eq!(alu(code::MUL, 0x8000_0001, 2), 2);
        assert_eq!(alu(code::DIV, u32::MAX, 2), 0x7fff_ffff);
        assert_eq!(alu(code::OR, 0xf0, 0x0f), 0xff);
        assert_eq!(alu(code::AND, 0xf0, 0x3c), 0x30);
        assert_eq!(alu(code::XOR, 0xf0, 0x3c), 0xcc);
        assert_eq!(alu(code::LSH, 1, 31), 0x8000_0000);
        assert_eq!(alu(code::RSH, 0x8000_0000, 31), 1);
    }
    assert_eq!(result(&[Insn::ld_imm(1), Insn::neg(), Insn::ret_a()]), u32::MAX);
    assert_eq!(result(&[Insn::ld_imm(0), Insn::neg(), Insn::ret_a()]), 0);
}

#[test]
fn shifts_by_x_use_its_low_five_bits() {
    assert_eq!(alu_x(code::LSH, 1, 32), 1);
    assert_eq!(alu_x(code::LSH, 1, 33), 2);
    assert_eq!(alu_x(code::RSH, 4, u32::MAX), 0);
    assert_eq!(alu_x(code::RSH, 4, 0xffff_ffe1), 2);
}

#[test]
fn division_by_a_zero_x_ends_the_filter_with_zero() {
    let insns = [Insn::ld_imm(5), Insn::alu_x(code::DIV), Insn::ret(0x7fff_0000)];
    assert_eq!(result(&insns), 0, "0 kills the thread");
    assert_eq!(run_traced(&program(&insns), &data()).executed, [0, 1]);
}

#[test]
fn registers_and_scratch_words() {
    assert_eq!(result(&[Insn::ret_a()]), 0, "A is 0 at the start");
    assert_eq!(result(&[Insn::txa(), Insn::ret_a()]), 0, "and X");
    let insns = [
        Insn::ld_imm(7),
        Insn::tax(),
        Insn::st(0),
        Insn::ld_imm(1),
        Insn::st(15),
        Insn::stx(1),
        Insn::ld_mem(15),
    ];
    let sum = [Insn::ldx_mem(1), Insn::alu_x(code::ADD), Insn::ret_a()];
    assert_eq!(result(&[&insns[..], &sum[..]].concat()), 8);
    let lengths =
        [Insn::new(code::LD_W_LEN, 0, 0, 0), Insn::new(code::LDX_W_LEN, 0, 0, 0), Insn::alu_x(code::ADD)];
    assert_eq!(result(&[&lengths[..], &[Insn::ret_a()]].concat()), 128);
}

#[test]
fn jumps() {
    let taken = |insn: Insn, a, x| {
        result(&[Insn::ldx_imm(x), Insn::ld_imm(a), insn, Insn::ret(0), Insn::ret(1)]) == 1
    };
    let by_k = |insn: fn(u32, u8, u8) -> Insn, a, k| taken(insn(k, 1, 0), a, 0);
    let by_x = |operation, a, x| taken(Insn::jump_x(operation, 1, 0), a, x);
    for (a, b) in [(0, 0), (0, 1), (1, 0), (u32::MAX, 0), (0, u32::MAX), (0x8000_0000, 0x7fff_ffff), (6, 3)] {
        assert_eq!(by_k(Insn::jeq, a, b), a == b);
        assert_eq!(by_k(Insn::jgt, a, b), a > b);
        assert_eq!(by_k(Insn::jge, a, b), a >= b);
        assert_eq!(by_k(Insn::jset, a, b), a & b != 0);
        assert_eq!(by_x(code::JEQ, a, b), a == b);
        assert_eq!(by_x(code::JGT, a, b), a > b);
        assert_eq!(by_x(code::JGE, a, b), a >= b);
        assert_eq!(by_x(code::JSET, a, b), a & b != 0);
    }
    assert_eq!(result(&[Insn::ja(1), Insn::ret(0), Insn::ret(1)]), 1);
}

#[test]
fn halves_follow_the_byte_order() {
    let word = |offset, endian| run_with(&program(&[Insn::ld_abs(offset), Insn::ret_a()]), &data(), endian);
    for endian in [Endian::Little, Endian::Big] {
        assert_eq!(word(0, endian), u32::MAX);
        assert_eq!(word(4, endian), 0xc000_003e);
    }
    assert_eq!(word(8, Endian::Little), 0x0506_0708);
    assert_eq!(word(8, Endian::Big), 0x0102_0304);
    assert_eq!(word(16, Endian::Little), 1);
    assert_eq!(word(20, Endian::Little), 0xa000_0000);
    assert_eq!(word(16, Endian::Big), 0xa000_0000);
    assert_eq!(word(60, Endian::Big), 6);
    // `run` takes the order from the architecture.
    let low_first = program(&[Insn::ld_abs(16), Insn::ret_a()]);
    assert_eq!(run(&low_first, &data()), 1);
    assert_eq!(run(&low_first, &SeccompData { arch: 0x8000_0016, ..data() }), 0xa000_0000);
}

#[test]
fn traces_tell_which_words_were_read() {
    let insns = [Insn::ld_abs(4), Insn::jeq(0, 1, 0), Insn::ld_abs(0), Insn::ret_a()];
    let trace = run_traced(&program(&insns), &data());
    assert_eq!((trace.ret, trace.words_read), (u32::MAX, 0b11));
    assert_eq!(trace.executed, [0, 1, 2, 3]);
    assert!(!trace.reads_more_than_number());
    assert!(run_traced(&program(&[Insn::ld_abs(60), Insn::ret_a()]), &data()).reads_more_than_number());
}

#[test]
fn the_strictest_of_a_stack_wins() {
    let ret = |k| program(&[Insn::ret(k)]);
    let stack = |rets: &[u32]| {
        let programs: Vec<_> = rets.iter().map(|k| ret(*k)).collect();
        run_stack(&programs.iter().collect::<Vec<_>>(), &data())
    };
    let by_precedence = [
        0x8000_0000,
        0x0000_0000,
        0x0003_0000,
        0x0005_0001,
        0x7fc0_0000,
        0x7ff0_0000,
        0x7ffc_0000,
        0x7fff_0000,
    ];
    for (rank, stricter) in by_precedence.iter().enumerate() {
        for weaker in &by_precedence[rank..] {
            assert_eq!(stack(&[*stricter, *weaker]), *stricter);
            assert_eq!(stack(&[*weaker, *stricter]), *stricter);
        }
    }
    assert_eq!(stack(&[0x0005_0001, 0x0005_000d]), 0x0005_000d, "among equals the newest");
    assert_eq!(stack(&[0x7fff_1234]), 0x7fff_0000, "an allow's data is dropped");
    assert_eq!(stack(&[]), 0x7fff_0000);
    assert_eq!(stack(&[0x0001_0000, 0x0003_0000]), 0x0001_0000, "unknown actions rank by their number");
    assert_eq!(stack(&[0xffff_0000, 0x8000_0000]), 0x8000_0000, "compared as signed numbers");
}

#[test]
fn who_decides() {
    assert_eq!(decider(&[0x7fff_0000, 0x0005_0001, 0x7ffc_0000]), Some(1));
    assert_eq!(decider(&[0x0005_0001, 0x0005_000d, 0x7fff_0000]), Some(1), "among equals the newest");
    assert_eq!(decider(&[0x7fff_1234, 0x7fff_0000]), None);
    assert_eq!(decider(&[]), None);
}

#[test]
fn listing_reads_well() {
    let insns = [
        Insn::ld_abs(4),
        Insn::jeq(0xc000_003e, 0, 5),
        Insn::ld_abs(0),
        Insn::jge(0x4000_0000, 3, 0),
        Insn::ld_abs(20),
        Insn::and(0x0f00),
        Insn::jset(0x1_0000, 0, 1),
        Insn::ret(0x0005_000d),
        Insn::ret(0x7fff_0001),
    ];
    let expected = "   0       A = arch
   1       if A == x86_64 goto 2 else goto 7
   2  >    A = nr
   3       if A >= 0x40000000 goto 7 else goto 4
   4  >    A = hi32(args[0])
   5       A &= 0xf00
   6       if A & 0x10000 goto 7 else goto 8
   7  >    return errno.EACCES
   8  >    return allow (0x7fff0001)
";
    assert_eq!(disasm::listing(&program(&insns)), expected);
    assert!(disasm::listing_in(&program(&insns), Endian::Big).contains("A = lo32(args[0])"));
}
