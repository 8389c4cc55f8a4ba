//! Exact differences beside brute force: programs that look at two bits of each of four words.

use crate::Target;
use crate::choices::Choices;
use crate::made::program::{Shape, program};
use callgate_abi::{Action, SeccompData};
use callgate_analyze::{Limits, Permission, Space, Verdict};
use callgate_bpf::{Program, interp};

pub(crate) const TARGET: Target = Target {
    name: "differences",
    about: "differences and weaknesses of small programs are those of brute force over all that they look at",
    longest: 256,
    run,
};

/// The number, the architecture, and the first words of two arguments.
const SHAPE: Shape = Shape { longest: 24, words: &[0, 1, 4, 6], mask: Some(3) };
/// Whose low half comes first.
const LITTLE: u32 = 0x4000_0000;

/// Every call that such a program can tell from others.
fn calls() -> Vec<SeccompData> {
    let mut calls = Vec::new();
    for choice in 0..256_u32 {
        let bits = |place: u32| choice >> (2 * place) & 3;
        calls.push(SeccompData {
            nr: bits(0) as i32,
            arch: LITTLE | bits(1),
            instruction_pointer: 0,
            args: [bits(2).into(), bits(3).into(), 0, 0, 0, 0],
        });
    }
    calls
}

fn run(data: &[u8]) {
    let mut choices = Choices::new(data);
    let (Some(left), Some(right)) = (program(&mut choices, SHAPE), program(&mut choices, SHAPE)) else {
        return;
    };
    let mut space = Space::new(Limits { nodes: 1 << 18, steps: 3_000_000, states: 1 << 12 });
    let (a, b) = (space.filter(&left), space.filter(&right));
    let answer = |program: &Program, call: &SeccompData| Action::from_ret(interp::run(program, call));
    let (mut differ, mut weaker) = (0, 0);
    for call in calls() {
        let (x, y) = (answer(&left, &call), answer(&right, &call));
        assert_eq!(space.verdict(a, &call), Verdict::Known(x), "{call:?}\n{left:?}");
        assert_eq!(space.verdict(b, &call), Verdict::Known(y), "{call:?}\n{right:?}");
        differ += usize::from(x != y);
        weaker += usize::from(Permission::of(y) > Permission::of(x));
    }
    let diff = space.diff(a, b);
    assert!(diff.undecided.is_empty(), "{diff:?}\n{left:?}\n{right:?}");
    assert_eq!(diff.differences.is_empty(), differ == 0, "{left:?}\n{right:?}");
    for difference in &diff.differences {
        let answers = (answer(&left, &difference.witness), answer(&right, &difference.witness));
        assert_eq!(answers, (difference.left, difference.right), "{difference:?}");
    }
    let diff = space.weaker(a, b);
    assert!(diff.undecided.is_empty());
    assert_eq!(diff.differences.is_empty(), weaker == 0, "{left:?}\n{right:?}");
    for difference in &diff.differences {
        let permission = |program| Permission::of(answer(program, &difference.witness));
        assert!(permission(&right) > permission(&left), "{difference:?}");
    }
}
