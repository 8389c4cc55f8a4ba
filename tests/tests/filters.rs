//! Our verifier and interpreter against the kernel: a program is taken by `Program::new` exactly when
//! the kernel takes it, and the interpreter's answer is what the kernel does.

use callgate_abi::Action;
use callgate_bpf::{Insn, Program, interp};
use callgate_tests::{Answer, Guests, Oracle, Question, Variant};
use std::path::{Path, PathBuf};

/// The oracle, compiled once for this binary.
fn oracle() -> PathBuf {
    Guests::cached(Path::new(env!("CARGO_TARGET_TMPDIR")), "oracle", Variant::Static)
        .expect("the oracle compiles")
}

/// xorshift64*: the same programs on every machine for the same seed, which failures print.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() >> 33) as usize % limit.max(1)
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    fn word(&mut self) -> u32 {
        match self.below(4) {
            0 => self.of(&[0, 1, 2, 31, 32, 33, 63, 64, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 0xffff_0000]),
            1 => self.below(16) as u32,
            2 => 1 << self.below(32),
            _ => self.next() as u32,
        }
    }
}

const RETURNS: &[u32] = &[
    0x7fff_0000,
    0x7fff_0001,
    0x7ffc_0000,
    0x7ff0_0007,
    0x7fc0_0000,
    0x0005_0000,
    0x0005_0001,
    0x0005_0fff,
    0x0005_1000,
    0x0005_ffff,
    0x0003_0000,
    0x0003_1234,
    0x0003_ffff,
    0x0000_0000,
    0x0000_0005,
    0x8000_0000,
    0x8000_0007,
    0x1234_0000,
    0x7fff_8000,
    0xffff_ffff,
    0x0004_0001,
    0x7ffe_0000,
];

/// A program the kernel takes, unless a division by a constant zero or the like slips in.
fn program(random: &mut Random) -> Vec<Insn> {
    let length = 1 + random.below(24);
    let mut insns = Vec::new();
    let mut stored = Vec::new();
    for index in 0..length {
        let left = length - index - 1;
        let insn = match random.below(12) {
            0..=2 => Insn::ld_abs(4 * random.below(16) as u32),
            3 if left > 0 => {
                let operation = random.of(&[0x10, 0x20, 0x30, 0x40]);
                let (jt, jf) = (random.below(left.min(255)) as u8, random.below(left.min(255)) as u8);
                let source = random.of(&[0, 8]);
                Insn::new(0x05 | operation | source, jt, jf, random.word())
            }
            4 if left > 0 => {
                let (jt, jf) = (random.below(left) as u8, random.below(left) as u8);
                Insn::new(0x15, jt, jf, random.below(4) as u32)
            }
            5 if left > 0 => Insn::ja(random.below(left) as u32),
            6 => {
                let operation = random.of(&[0x00, 0x10, 0x20, 0x30, 0x40, 0x50, 0x60, 0x70, 0xa0]);
                let source = random.of(&[0, 8]);
                let shift = operation == 0x60 || operation == 0x70;
                let k = if shift && source == 0 { random.below(32) as u32 } else { random.word().max(1) };
                Insn::new(0x04 | operation | source, 0, 0, k)
            }
            7 => random.of(&[Insn::new(0x84, 0, 0, 0), Insn::new(0x07, 0, 0, 0), Insn::new(0x87, 0, 0, 0)]),
            8 => {
                let cell = random.below(16) as u32;
                stored.push(cell);
                random.of(&[Insn::st(cell), Insn::stx(cell)])
            }
            9 if !stored.is_empty() => {
                let cell = random.of(&stored);
                random.of(&[Insn::ld_mem(cell), Insn::ldx_mem(cell)])
            }
            10 => random.of(&[
                Insn::ld_imm(1),
                Insn::ldx_imm(2),
                Insn::new(0x80, 0, 0, 0),
                Insn::new(0x81, 0, 0, 0),
            ]),
            _ => Insn::ldx_imm(random.word()),
        };
        insns.push(insn);
    }
    let last = if random.below(6) == 0 { Insn::new(0x16, 0, 0, 0) } else { Insn::ret(random.of(RETURNS)) };
    insns.push(last);
    for insn in &mut insns {
        // Returns in the middle, so that paths end apart.
        if insn.code == 0x01 && random.below(2) == 0 {
            *insn = Insn::ret(random.of(RETURNS));
        }
    }
    insns
}

fn mutate(random: &mut Random, insns: &mut Vec<Insn>) {
    for _ in 0..=random.below(2) {
        let at = random.below(insns.len());
        match random.below(8) {
            0 => insns[at].code = random.next() as u16 & 0xff,
            1 => insns[at].code ^= 1 << random.below(16),
            2 => insns[at].jt = random.next() as u8,
            3 => insns[at].jf = random.next() as u8,
            4 => insns[at].k = random.word(),
            5 => {
                insns[at].k =
                    random.of(&[1, 2, 3, 60, 61, 64, 68, 0xffff_fffc, 0xffff_f000, 0xffff_f004, 16, 15]);
            }
            6 => {
                insns.pop();
            }
            _ => insns.swap(at, 0),
        }
        if insns.is_empty() {
            return;
        }
    }
}

fn bytes(insns: &[Insn]) -> Vec<u8> {
    insns.iter().flat_map(|insn| insn.to_bytes(callgate_abi::Abi::NATIVE.endian())).collect()
}

fn rounds() -> usize {
    std::env::var("CALLGATE_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(200) * 5
}

#[test]
fn verifier_takes_what_the_kernel_takes() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut programs = vec![vec![]];
    for length in [4095, 4096, 4097] {
        let mut long = vec![Insn::ld_abs(0); length - 1];
        long.push(Insn::ret(0x7fff_0000));
        programs.push(long);
    }
    // Every opcode there is, with harmless and with harmful operands.
    for code in 0..=0xff_u16 {
        for k in [0, 1, 4, 16, 64] {
            programs.push(vec![Insn::new(code, 0, 0, k), Insn::ret(0x7fff_0000)]);
            programs.push(vec![Insn::st(1), Insn::new(code, 0, 0, k), Insn::ret(0x7fff_0000)]);
            programs.push(vec![Insn::new(code, 0, 0, k)]);
        }
    }
    for _ in 0..rounds() {
        let mut insns = program(&mut random);
        if random.below(4) != 0 {
            mutate(&mut random, &mut insns);
        }
        programs.push(insns);
    }
    let questions: Vec<_> = programs
        .iter()
        .map(|insns| Question { filter: Some(bytes(insns)), install_only: true, ..Question::default() })
        .collect();
    let told = Oracle::ask(&oracle(), None, &questions).expect("the oracle answers");
    let mut taken = 0;
    for (insns, answer) in programs.into_iter().zip(told.answers) {
        let kernel_takes = match answer {
            Answer::Installed => true,
            Answer::Refused(22) => false,
            // A filter that has no room left behind others would be ENOMEM; these stand alone.
            other => panic!("the kernel said {other:?} to {insns:?}"),
        };
        taken += usize::from(kernel_takes);
        let ours = Program::new(insns.clone());
        assert!(
            ours.is_ok() == kernel_takes,
            "the kernel {} this program, we say {:?}:\n{insns:?}",
            if kernel_takes { "takes" } else { "refuses" },
            ours.map(|_| "fine").map_err(|error| error.to_string())
        );
    }
    assert!(taken > 100, "only {taken} valid programs: the generator is broken");
}

#[test]
fn interpreter_answers_as_the_kernel_acts() {
    let mut random = Random(0xdead_beef_0bad_cafe);
    let mut asked = Vec::new();
    let mut programs = Vec::new();
    while programs.len() < rounds() {
        let Ok(program) = Program::new(program(&mut random)) else { continue };
        let filter = Some(program.to_bytes());
        for _ in 0..3 {
            let constants: Vec<u32> = program.insns().iter().map(|insn| insn.k).collect();
            let mut argument = || {
                let near = |random: &mut Random| match random.below(3) {
                    0 => random.of(&constants).wrapping_add(random.below(3) as u32).wrapping_sub(1),
                    _ => random.word(),
                };
                u64::from(near(&mut random)) << 32 | u64::from(near(&mut random))
            };
            let args = [argument(), argument(), argument(), argument(), argument(), argument()];
            let nr = match random.below(4) {
                0 => 0x3fff_ffff,
                1 => random.of(&constants) | 0x2000,
                _ => 4096 + random.below(100_000) as u32,
            };
            // No kernel has a call of these numbers, and none is x32's.
            let nr = nr & 0x3fff_ffff | 0x1000;
            let int80 = cfg!(target_arch = "x86_64") && has_int80() && random.below(3) == 0;
            asked.push(Question { filter: filter.clone(), install_only: false, int80, nr, args });
            programs.push(program.clone());
        }
    }
    let told = Oracle::ask(&oracle(), None, &asked).expect("the oracle answers");
    for ((program, question), answer) in programs.iter().zip(&asked).zip(&told.answers) {
        let data = told.data(question);
        let ours = Action::from_ret(interp::run(program, &data));
        assert!(
            *answer == Answer::to_no_call(ours, &data),
            "the kernel: {answer:?}; the interpreter: {ours}\n{data:?}\n{}",
            callgate_bpf::disasm::listing(program)
        );
    }
}

/// Whether this kernel answers `int 0x80` at all; without IA32 emulation it is a fault.
fn has_int80() -> bool {
    use std::sync::OnceLock;
    static HAS: OnceLock<bool> = OnceLock::new();
    *HAS.get_or_init(|| {
        let question = Question { int80: true, nr: 5000, ..Question::default() };
        Oracle::ask(&oracle(), None, &[question]).is_ok_and(|told| told.answers[0] == Answer::Value(-38))
    })
}

/// The filters of source document 003, byte for byte: the two raw ones as the page has them, and what
/// libseccomp makes of its two calls to it (libseccomp 2.5, x86-64).
#[cfg(target_arch = "x86_64")]
#[test]
fn filters_of_document_003() {
    use callgate_abi::Abi;
    const READ: u32 = 0;
    const WRITE: u32 = 1;
    const OPEN: u32 = 2;
    const CLOSE: u32 = 3;
    const MPROTECT: u32 = 10;
    const GETUID: u32 = 102;
    const EXECVE: u32 = 59;
    const EXIT_GROUP: u32 = 231;
    let data_folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let load = |name: &str| {
        let raw = std::fs::read(data_folder.join(name)).expect("test data");
        let program = Program::from_bytes(&raw, Abi::X86_64.endian()).expect("the kernel takes it, so do we");
        assert_eq!(program.to_bytes(), raw, "{name} survives reading and writing");
        program
    };
    let native = |nr: u32, args: [u64; 6]| Question { nr, args, ..Question::default() };
    let int80 = |nr: u32| Question { int80: true, nr, ..Question::default() };
    let none = [0; 6];
    let bad_fd = |count: u64| [999, 0, count, 0, 0, 0];
    // A call, and whether the page's text lets it pass; what passes is then done by the kernel.
    let cases: &[(&str, Vec<(Question, bool)>)] = &[
        (
            "003-prctl.bpf",
            vec![
                (native(WRITE, bad_fd(24)), true),
                (native(WRITE, bad_fd(16)), false),
                (native(WRITE, bad_fd(1 << 32 | 16)), true),
                (native(EXECVE, none), false),
                (native(EXECVE | 0x4000_0000, none), false),
                (native(READ, bad_fd(16)), true),
                (native(GETUID, none), true),
                (native(u32::MAX, none), false),
                (int80(20), false),
            ],
        ),
        (
            "003-orw-mprotect.bpf",
            vec![
                (native(READ, bad_fd(1)), true),
                (native(WRITE, bad_fd(16)), true),
                (native(OPEN, none), true),
                (native(CLOSE, bad_fd(0)), true),
                (native(MPROTECT, none), true),
                (native(EXIT_GROUP, [5, 0, 0, 0, 0, 0]), true),
                (native(EXECVE, none), false),
                (native(GETUID, none), false),
                (native(READ | 0x4000_0000, none), false),
                (native(u32::MAX, none), false),
                (int80(3), false),
            ],
        ),
        (
            "003-orw.bpf",
            vec![
                (native(READ, bad_fd(1)), true),
                (native(WRITE, bad_fd(1)), true),
                (native(OPEN, none), true),
                (native(EXECVE, none), false),
                (native(EXIT_GROUP, none), false),
                (native(OPEN | 0x4000_0000, none), false),
                (int80(5), false),
            ],
        ),
        (
            "003-execve.bpf",
            vec![
                (native(EXECVE, none), true),
                (native(WRITE, bad_fd(24)), false),
                (native(EXECVE | 0x4000_0000, none), false),
                (int80(11), false),
            ],
        ),
    ];
    for (name, calls) in cases {
        let program = load(name);
        let natively: Vec<Question> = calls.iter().map(|(question, _)| question.clone()).collect();
        let filtered: Vec<Question> = natively
            .iter()
            .map(|question| Question { filter: Some(program.to_bytes()), ..question.clone() })
            .collect();
        let free = Oracle::ask(&oracle(), None, &natively).expect("the oracle answers");
        let held = Oracle::ask(&oracle(), None, &filtered).expect("the oracle answers");
        for (index, (question, passes)) in calls.iter().enumerate() {
            let data = held.data(question);
            let action = Action::from_ret(interp::run(&program, &data));
            let expected = if *passes { Action::Allow } else { Action::KillThread };
            assert_eq!(action, expected, "{name}: {data:?}");
            if *passes {
                assert_eq!(held.answers[index], free.answers[index], "{name}: {data:?}");
            } else if !question.int80 || has_int80() {
                assert_eq!(held.answers[index], Answer::Signal(31), "{name}: {data:?}");
            }
        }
    }
}
