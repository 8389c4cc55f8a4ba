//! Filters that nobody would write: every instruction the kernel takes, on few constants.

use crate::corpus::edges;
use callgate_abi::{Action, SeccompData};
use callgate_analyze::{Limits, Space, Verdict};
use callgate_bpf::insn::code;
use callgate_bpf::{Insn, Program, interp};
use proptest::prelude::*;

/// An instruction that fits at `left` instructions before the end.
fn insn(left: usize) -> impl Strategy<Value = Insn> {
    let k = prop_oneof![
        Just(0u32),
        Just(1),
        Just(5),
        Just(0x7fff_ffff),
        Just(0x8000_0000),
        Just(u32::MAX),
        Just(0xc000_003e),
        0u32..64,
        any::<u32>()
    ];
    let most = left.min(6) as u8;
    let operations = [0x00u16, 0x10, 0x20, 0x30, 0x40, 0x50, 0x60, 0x70, 0x80, 0xa0];
    prop_oneof![
        4 => (0u32..16).prop_map(|word| Insn::ld_abs(4 * word)),
        1 => k.clone().prop_map(Insn::ld_imm),
        1 => k.clone().prop_map(Insn::ldx_imm),
        1 => (0u32..2).prop_map(Insn::st),
        1 => (0u32..2).prop_map(Insn::stx),
        1 => (0u32..2).prop_map(Insn::ld_mem),
        1 => (0u32..2).prop_map(Insn::ldx_mem),
        1 => Just(Insn::tax()),
        1 => Just(Insn::txa()),
        1 => Just(Insn::new(code::LD_W_LEN, 0, 0, 0)),
        3 => (prop::sample::select(operations.to_vec()), any::<bool>(), k.clone()).prop_map(|(op, by_x, k)| {
            match (op, by_x) {
                (0x80, _) => Insn::neg(),
                (op, true) => Insn::alu_x(op),
                (0x60 | 0x70, false) => Insn::alu_k(op, k % 32),
                (0x20, false) => Insn::alu_k(op, k % 9),
                (0x30, false) => Insn::alu_k(op, (k % 9).max(1)),
                (op, false) => Insn::alu_k(op, k),
            }
        }),
        6 => (1u16..5, any::<bool>(), 0..=most, 0..=most, k.clone()).prop_map(|(op, by_x, jt, jf, k)| {
            Insn::new(code::JMP | op << 4 | if by_x { code::X } else { 0 }, jt, jf, k)
        }),
        1 => (0..=u32::from(most)).prop_map(Insn::ja),
        1 => prop::sample::select(vec![0, 0x0005_0001, 0x7fff_0000, 0x7ffc_0000, 0xffff_0000]).prop_map(Insn::ret),
        1 => Just(Insn::ret_a()),
    ]
}

fn program() -> impl Strategy<Value = Program> {
    (1usize..24)
        .prop_flat_map(|len| {
            let body: Vec<_> = (0..len).map(|at| insn(len - at - 1).boxed()).collect();
            (body, prop::sample::select(vec![0x7fff_0000u32, 0x0005_0026]))
        })
        .prop_filter_map("the kernel refuses it", |(body, end)| {
            // Scratch words are written first, so that reads of them are taken.
            let mut insns = vec![Insn::st(0), Insn::stx(1)];
            insns.extend(body);
            insns.push(Insn::ret(end));
            Program::new(insns).ok()
        })
}

fn call() -> impl Strategy<Value = SeccompData> {
    let word =
        || prop_oneof![Just(0u64), Just(1), Just(5), Just(u64::MAX), Just(1 << 32), 0u64..64, any::<u64>()];
    (
        prop_oneof![Just(0xc000_003eu32), Just(0x16), any::<u32>()],
        any::<i32>(),
        word(),
        prop::array::uniform6(word()),
    )
        .prop_map(|(arch, nr, instruction_pointer, args)| SeccompData {
            nr,
            arch,
            instruction_pointer,
            args,
        })
}

fn small() -> Limits {
    Limits { nodes: 1 << 18, steps: 1_000_000, states: 1 << 10 }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn never_silently_wrong(program in program(), calls in prop::collection::vec(call(), 40)) {
        let mut space = Space::new(small());
        let verdicts = space.filter(&program);
        for data in calls.into_iter().chain(edges(&[&program]).into_iter().step_by(17)) {
            let expected = Action::from_ret(interp::run(&program, &data));
            if let Verdict::Known(action) = space.verdict(verdicts, &data) {
                prop_assert_eq!(action, expected, "{:?}", data);
            }
        }
    }

    #[test]
    fn every_difference_is_real(left in program(), right in program()) {
        let mut space = Space::new(small());
        let (a, b) = (space.filter(&left), space.filter(&right));
        let diff = space.diff(a, b);
        for difference in diff.differences {
            let answers = [&left, &right].map(|p| Action::from_ret(interp::run(p, &difference.witness)));
            prop_assert_eq!(answers, [difference.left, difference.right]);
        }
        for difference in space.weaker(a, b).differences {
            prop_assert!(interp::run(&left, &difference.witness) != interp::run(&right, &difference.witness));
        }
    }
}
