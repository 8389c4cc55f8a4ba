//! The kernel's answers about calls that are never made.

use crate::guest::{filter, number};
use crate::{Case, no_child_is_left};
use callgate_abi::{Abi, Action, Errno, SeccompData};
use callgate_bpf::insn::code;
use callgate_bpf::{Insn, Program, interp};
use callgate_sys::verdict::{AskError, ask, is_hidden};

pub(crate) const CASES: &[Case] = &[
    ("user/verdict/every_action", every_action),
    ("user/verdict/nothing_runs", nothing_runs),
    ("any/verdict/stacks", stacks),
    ("user/verdict/every_word", every_word),
    ("user/verdict/other_abis", other_abis),
    ("user/verdict/what_cannot_be_asked", what_cannot_be_asked),
    ("user/verdict/as_the_interpreter", as_the_interpreter),
];

fn native(name: &str) -> SeccompData {
    SeccompData { nr: number(name) as i32, arch: Abi::NATIVE.audit_arch(), ..SeccompData::default() }
}

fn every_action() {
    let call = native("getppid");
    for action in [
        Action::Allow,
        Action::Trace(0),
        Action::Trace(1),
        Action::Trace(2),
        Action::Trace(0xffff),
        Action::UserNotif,
        Action::Errno(Errno(0)),
        Action::Errno(Errno::EPERM),
        Action::Errno(Errno::ENOSYS),
        Action::Errno(Errno(4095)),
        Action::Trap(0),
        Action::Trap(7),
        Action::KillThread,
        Action::KillProcess,
    ] {
        assert_eq!(ask(&[&filter(&["getppid"], action)], &call), Ok(action));
        assert_eq!(ask(&[&filter(&["getppid"], action)], &native("getpid")), Ok(Action::Allow));
    }
    let log = filter(&["getppid"], Action::Log);
    assert_eq!(ask(&[&log], &call), Ok(Action::Allow), "log is allow that is logged");
    assert_eq!(ask(&[], &call), Ok(Action::Allow));
    // Unknown ones: stronger than trace, so seen to kill; weaker, so not seen.
    for (ret, hidden) in
        [(0x7fc1_0000, false), (0x7ff1_0000, true), (0x7ffe_ffff, true), (0x7fff_0001, false)]
    {
        let unknown = Program::new(vec![
            Insn::ld_abs(0),
            Insn::jeq(libc::SYS_getppid as u32, 0, 1),
            Insn::ret(ret),
            Insn::ret(Action::Allow.to_ret()),
        ])
        .unwrap();
        let expected = if hidden { Action::Allow } else { Action::from_ret(ret) };
        assert_eq!((ask(&[&unknown], &call), is_hidden(ret)), (Ok(expected), hidden), "{ret:#x}");
    }
    no_child_is_left();
}

/// Were a call made, the file, the test's process or its status would be gone.
fn nothing_runs() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let path = std::ffi::CString::new(file.path().to_str().unwrap()).unwrap();
    let own = u64::from(std::process::id());
    let allow = Program::new(vec![Insn::ret(Action::Allow.to_ret())]).unwrap();
    let log = Program::new(vec![Insn::ret(Action::Log.to_ret())]).unwrap();
    let trace = Program::new(vec![Insn::ret(Action::Trace(9).to_ret())]).unwrap();
    for (filter, action) in [(allow, Action::Allow), (log, Action::Allow), (trace, Action::Trace(9))] {
        for (name, args) in [
            ("unlink", [path.as_ptr().addr() as u64, 0]),
            ("truncate", [path.as_ptr().addr() as u64, 4]),
            ("kill", [own, libc::SIGKILL as u64]),
            ("tkill", [own, libc::SIGSTOP as u64]),
            ("exit_group", [0, 0]),
            ("pause", [0, 0]),
            ("munmap", [0, 1 << 47]),
            ("rt_sigreturn", [0, 0]),
            ("vfork", [0, 0]),
        ] {
            let mut call = native(name);
            call.args[..2].copy_from_slice(&args);
            assert_eq!(ask(&[&filter], &call), Ok(action), "{name}");
        }
    }
    assert_eq!(std::fs::metadata(file.path()).unwrap().len(), 0);
    no_child_is_left();
}

fn stacks() {
    let call = native("getppid");
    let of = |actions: &[Action]| {
        let filters: Vec<Program> = actions.iter().map(|action| filter(&["getppid"], *action)).collect();
        let stack: Vec<&Program> = filters.iter().collect();
        let expected = Action::from_ret(interp::run_stack(&stack, &call));
        assert_eq!(ask(&stack, &call), Ok(expected), "{actions:?}");
    };
    let errno = |number| Action::Errno(Errno(number));
    of(&[errno(1), errno(2)]);
    of(&[Action::UserNotif, errno(38)]);
    of(&[errno(38), Action::UserNotif, Action::UserNotif]);
    of(&[Action::Trace(1), Action::Trace(2)]);
    of(&[Action::Trace(2), Action::Trace(1), Action::Log]);
    of(&[Action::KillThread, Action::KillProcess]);
    of(&[Action::Trap(3), Action::KillThread, Action::Allow]);
    of(&[Action::Trap(3), Action::Trap(4), Action::Trace(1)]);
}

/// A filter that returns its `word`th word of `struct seccomp_data`, 12 bits at a time, as an errno.
fn tells(word: u32, shift: u32) -> Program {
    let rsh = Insn::alu_k(code::RSH, shift);
    let errno = Insn::alu_k(code::OR, 0x0005_0000);
    Program::new(vec![Insn::ld_abs(4 * word), rsh, Insn::and(0x7ff), errno, Insn::ret_a()]).unwrap()
}

/// The kernel sees every word of the call as it was asked.
fn every_word() {
    let call = SeccompData {
        nr: 0x1234_5678,
        arch: Abi::NATIVE.audit_arch(),
        instruction_pointer: 0x7edc_ba98_7654_3210,
        args: [u64::MAX, 1, 0x8000_0000_0000_0000, 0x0123_4567_89ab_cdef, 0xffff_ffff, 0xfedc_ba98_0000_0000],
    };
    for nr in [0x1234_5678, -1, i32::MIN, 0x4000_0001] {
        for word in 0..16 {
            for shift in [0, 11, 22] {
                let program = tells(word, shift);
                let call = SeccompData { nr, ..call };
                let expected = Action::from_ret(interp::run(&program, &call));
                assert_eq!(ask(&[&program], &call), Ok(expected), "word {word} from bit {shift}");
            }
        }
    }
}

fn other_abis() {
    let call = SeccompData { nr: 20, arch: Abi::I386.audit_arch(), args: [9; 6], ..SeccompData::default() };
    let by_arch = Program::new(vec![
        Insn::ld_abs(4),
        Insn::jeq(Abi::I386.audit_arch(), 0, 1),
        Insn::ret(Action::Errno(Errno::EXDEV).to_ret()),
        Insn::ret(Action::Allow.to_ret()),
    ])
    .unwrap();
    match ask(&[&by_arch], &call) {
        Ok(action) => assert_eq!(action, Action::Errno(Errno::EXDEV)),
        // Without 32-bit emulation there is no such call.
        Err(error) => assert_eq!((error, callgate_sys::probe::full().ia32), (AskError::NotHere, false)),
    }
    let wide = SeccompData { args: [1 << 32 | 5; 6], ..call };
    for word in 0..16 {
        let program = tells(word, 0);
        // What a register holds beyond 32 bits either arrives or cannot be asked, never something else.
        match ask(&[&program], &wide) {
            Ok(action) => assert_eq!(action, Action::from_ret(interp::run(&program, &wide)), "word {word}"),
            Err(error) => assert_eq!(error, AskError::NotHere),
        }
    }
    no_child_is_left();
}

fn what_cannot_be_asked() {
    let foreign = SeccompData { arch: Abi::S390x.audit_arch(), ..SeccompData::default() };
    let allow = Program::new(vec![Insn::ret(Action::Allow.to_ret())]).unwrap();
    assert_eq!(ask(&[&allow], &foreign), Err(AskError::NotHere));
    let call = native("getppid");
    for action in [Action::Errno(Errno::EPERM), Action::KillProcess, Action::Trap(1), Action::KillThread] {
        let closed = filter(&["seccomp", "prctl"], action);
        assert_eq!(ask(&[&closed], &call), Ok(Action::Allow), "a last filter may be of any kind");
        let errno = if let Action::Errno(errno) = action { Some(errno) } else { None };
        let refused = AskError::NotInstalled { filter: 1, errno };
        assert_eq!(ask(&[&closed, &allow], &call), Err(refused));
        let half_open = filter(&["seccomp"], action);
        if let Action::Errno(_) | Action::Trap(_) = action {
            assert_eq!(ask(&[&half_open, &allow], &call), Ok(Action::Allow), "prctl is another way");
        }
    }
    let pretends = filter(&["seccomp", "prctl"], Action::Errno(Errno(0)));
    let refused = AskError::NotInstalled { filter: 1, errno: None };
    assert_eq!(ask(&[&pretends, &allow], &call), Err(refused), "errno 0 only looks like success");
    let traced = filter(&["seccomp"], Action::Trace(5));
    assert_eq!(ask(&[&traced, &allow], &native("seccomp")), Ok(Action::Trace(5)));
    let long = [vec![Insn::ld_abs(0); 4095], vec![Insn::ret(Action::Allow.to_ret())]].concat();
    let long = Program::new(long).unwrap();
    let full = ask(&[&long; 9], &call);
    assert!(matches!(full, Err(AskError::NotInstalled { errno: Some(Errno::ENOMEM), .. })), "{full:?}");
    no_child_is_left();
}

/// xorshift64*.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }
}

fn as_the_interpreter() {
    let mut random = Random(0x5eed_5eed_5eed_5eed);
    for _ in 0..200 {
        let word = (random.next() >> 33) as u32 % 16;
        let k = random.next() as u32;
        let ret = [0x7fff_0000, 0x0005_0009, 0x0003_0004, 0x7ff0_0001, 0, 0x8000_0000, 0x1234_0000]
            [(random.next() >> 33) as usize % 7];
        let program = Program::new(vec![
            Insn::ld_abs(4 * word),
            Insn::jge(k, 0, 1),
            Insn::ret(ret),
            Insn::ret(0x0005_0026),
        ])
        .unwrap();
        let call = SeccompData {
            nr: random.next() as i32,
            arch: Abi::NATIVE.audit_arch(),
            instruction_pointer: random.next(),
            args: std::array::from_fn(|_| random.next()),
        };
        let expected = Action::from_ret(interp::run(&program, &call));
        assert_eq!(ask(&[&program], &call), Ok(expected), "{call:?}");
    }
}
