//! The verifier beside the kernel's.

use crate::Target;
use crate::choices::Choices;
use crate::made::program::{ANY, program};
use callgate_abi::Abi;
use callgate_bpf::{Insn, Program};
use callgate_tests::{Answer, Guests, Oracle, Question, Variant};
use std::path::PathBuf;
use std::sync::OnceLock;

pub(crate) const TARGET: Target = Target {
    name: "verifier",
    about: "a program is taken exactly when the kernel takes it",
    longest: 512,
    run,
};

/// The guest that asks the kernel, compiled once.
fn oracle() -> &'static PathBuf {
    static ORACLE: OnceLock<PathBuf> = OnceLock::new();
    ORACLE.get_or_init(|| {
        let folder = std::env::temp_dir().join("callgate-fuzz-guests");
        Guests::cached(&folder, "oracle", Variant::Static).expect("the oracle compiles")
    })
}

fn run(data: &[u8]) {
    let mut c = Choices::new(data);
    // A sound program with some of it changed, or anything at all.
    let mut insns = match c.byte() {
        0..200 => program(&mut c, ANY).map(|program| program.insns().to_vec()).unwrap_or_default(),
        _ => Vec::new(),
    };
    for _ in 0..c.below(4) {
        let at = c.below(insns.len());
        let code = if c.bool() { u16::from(c.byte()) } else { u16::from_le_bytes([c.byte(), c.byte()]) };
        let changed = match (c.below(6), insns.get(at)) {
            (0, Some(insn)) => Insn { code, ..*insn },
            (1, Some(insn)) => Insn { jt: c.byte(), ..*insn },
            (2, Some(insn)) => Insn { jf: c.byte(), ..*insn },
            (3, Some(insn)) => Insn { k: c.word(), ..*insn },
            _ => Insn::new(code, c.byte(), c.byte(), c.word()),
        };
        match insns.get_mut(at) {
            Some(insn) if c.bool() => *insn = changed,
            _ => insns.push(changed),
        }
    }
    let bytes = insns.iter().flat_map(|insn| insn.to_bytes(Abi::NATIVE.endian())).collect();
    let question = Question { filter: Some(bytes), install_only: true, ..Question::default() };
    let told = Oracle::ask(oracle(), None, &[question]).expect("the oracle answers");
    let taken = match told.answers[..] {
        [Answer::Installed] => true,
        [Answer::Refused(22)] => false,
        ref other => panic!("the kernel said {other:?} to {insns:?}"),
    };
    let ours = Program::new(insns.clone());
    assert!(ours.is_ok() == taken, "the kernel takes it: {taken}; we: {:?}\n{insns:?}", ours.err());
}
