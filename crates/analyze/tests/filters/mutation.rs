//! A prover that misses an injected fault is no prover: each single changed instruction is proven to
//! change nothing, or caught with a call on which the interpreter sees the change.

use crate::corpus;
use crate::policies::{load, treatments};
use callgate_abi::{Action, SeccompData};
use callgate_analyze::{Limits, Reference, Space};
use callgate_bpf::{Insn, Program, interp};
use callgate_compile::{Options, compile};

/// Every field of an instruction changed in a few ways.
fn damaged(insn: Insn) -> Vec<Insn> {
    let mut all = Vec::new();
    for k in [
        insn.k ^ 1,
        insn.k ^ 4,
        insn.k ^ 1 << 16,
        insn.k ^ 1 << 31,
        insn.k.wrapping_add(1),
        insn.k.wrapping_sub(1),
        !insn.k,
        0,
    ] {
        all.push(Insn { k, ..insn });
    }
    for (jt, jf) in [
        (insn.jf, insn.jt),
        (insn.jt.wrapping_add(1), insn.jf),
        (insn.jt.wrapping_sub(1), insn.jf),
        (insn.jt, insn.jf.wrapping_add(1)),
        (insn.jt, insn.jf.wrapping_sub(1)),
        (0, insn.jf),
        (insn.jt, 0),
    ] {
        all.push(Insn { jt, jf, ..insn });
    }
    for bits in [0x10, 0x20, 0x30, 0x40, 0x50, 0x60, 0x70, 0x01, 0x02, 0x04, 0x08, 0x06] {
        all.push(Insn { code: insn.code ^ bits, ..insn });
    }
    all.retain(|other| *other != insn);
    all.sort_by_key(|insn| (insn.code, insn.jt, insn.jf, insn.k));
    all.dedup();
    all
}

/// What became of the mutants.
#[derive(Debug, Default, PartialEq, Eq)]
struct Count {
    refused: usize,
    equivalent: usize,
    caught: usize,
    undecided: usize,
}

fn answer(program: &Program, data: &SeccompData) -> Action {
    Action::from_ret(interp::run(program, data))
}

/// Mutants of one instruction in `step`.
fn mutate(program: &Program, step: usize, count: &mut Count) {
    let inputs = corpus::edges(&[program]);
    let mut space = Space::new(Limits::default());
    let mut original = space.filter(program);
    for (at, insn) in program.insns().iter().enumerate().step_by(step) {
        for changed in damaged(*insn) {
            let mut insns = program.insns().to_vec();
            insns[at] = changed;
            let Ok(mutant) = Program::new(insns) else {
                count.refused += 1;
                continue;
            };
            if space.nodes() > Limits::default().nodes / 2 {
                space = Space::new(Limits::default());
                original = space.filter(program);
            }
            let verdicts = space.filter(&mutant);
            let mut diff = space.diff(original, verdicts);
            diff.try_examples(|call| Some(answer(program, call)), |call| Some(answer(&mutant, call)));
            if let Some(difference) = diff.differences.first() {
                let witness = &difference.witness;
                assert_ne!(answer(program, witness), answer(&mutant, witness), "{at}: {changed:?}");
                count.caught += 1;
            } else if diff.is_empty() {
                for data in inputs.iter().step_by(13) {
                    assert_eq!(answer(program, data), answer(&mutant, data), "{at}: {changed:?} {data:?}");
                }
                count.equivalent += 1;
            } else {
                count.undecided += 1;
            }
        }
    }
}

#[test]
fn damaged_filters_of_the_corpus() {
    let corpus = corpus::all();
    let mut count = Count::default();
    for name in [
        "systemd-mdwx.02.sysd.bpf",
        "systemd-ns.00.sysd.bpf",
        "vsftpd.00.vsftpd.bpf",
        "firejail.01.firejail.bpf",
    ] {
        mutate(&corpus[name], 1, &mut count);
    }
    for name in ["chromium.01.chromium.bpf", "chrony.00.chronyd.bpf"] {
        mutate(&corpus[name], 23, &mut count);
    }
    assert_eq!(count, Count { refused: 2064, equivalent: 598, caught: 2487, undecided: 0 });
}

#[test]
fn damaged_filters_of_the_compiler() {
    let text = "callgate = 1
[syscalls]
arch = ['x86_64', 'i386', 'x32']
default = 'errno.EPERM'
allow = ['read', 'write', 'exit', 'openat(flags & O_ACCMODE == O_RDONLY)', 'lseek(offset >= -3)', 'mmap(length < 0x123456789)']
kill = ['ptrace', 'socket(domain != AF_UNIX)']
";
    let (policy, plan) = load(|loader| loader.text("test.toml", text, "/project".as_ref())).unwrap();
    let program = compile(&policy, &plan, &Options::default()).unwrap();
    let mut space = Space::new(Limits::default());
    let treatments = treatments(&plan);
    let expected = space.policy(&Reference { policy: &policy, treatments: &treatments, launch: None });
    let found = space.filter(&program);
    assert_eq!(expected, found, "equal functions are one diagram");
    let mut count = Count::default();
    mutate(&program, 1, &mut count);
    // A call number that is divided first is more than the limits take.
    assert!(count.undecided <= 1, "{count:?}");
    assert!(count.caught > 500, "{count:?}");
}
