//! `explain --pfc` says what the filter does: its code is read back and run beside the interpreter.

use callgate_abi::{Abi, Action, Errno, SeccompData};
use callgate_bpf::{Insn, Program, interp};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What one line says.
#[derive(Debug)]
enum Statement {
    Action(Action),
    If { word: String, mask: u32, op: String, value: u32 },
    Else,
}

/// The lines that are no remarks, with their depth.
fn parse(text: &str) -> Vec<(usize, Statement)> {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
    lines.map(|line| ((line.len() - line.trim_start().len()) / 2, statement(line.trim()))).collect()
}

fn statement(line: &str) -> Statement {
    if line == "else" {
        return Statement::Else;
    }
    if let Some(word) = line.strip_prefix("action ") {
        return Statement::Action(action(word.strip_suffix(';').unwrap()));
    }
    let condition = line.strip_prefix("if (").unwrap().strip_suffix(')').unwrap();
    let (left, value) = condition.rsplit_once(' ').unwrap();
    let (left, op) = left.rsplit_once(' ').unwrap();
    let (word, mask) = match left.split_once(" & 0x") {
        Some((word, mask)) => (word, u32::from_str_radix(mask, 16).unwrap()),
        None => (left, u32::MAX),
    };
    Statement::If { word: word.to_owned(), mask, op: op.to_owned(), value: value.parse().unwrap() }
}

fn action(word: &str) -> Action {
    let (name, data) = match word.split_once('(') {
        Some((name, data)) => (name, data.trim_end_matches(')').parse().unwrap()),
        None => (word, 0),
    };
    match name {
        "ALLOW" => Action::Allow,
        "LOG" => Action::Log,
        "TRACE" => Action::Trace(data),
        "NOTIFY" => Action::UserNotif,
        "ERRNO" => Action::Errno(Errno(data)),
        "TRAP" => Action::Trap(data),
        "KILL" => Action::KillThread,
        "KILL_PROCESS" => Action::KillProcess,
        other => panic!("{other}"),
    }
}

fn word(name: &str, data: &SeccompData) -> u32 {
    let register = |name: &str| match name {
        "$ip" => data.instruction_pointer,
        name => data.args[name.strip_prefix("$a").unwrap().parse::<usize>().unwrap()],
    };
    match name.split_once('.') {
        Some((name, "hi32")) => (register(name) >> 32) as u32,
        Some((name, _)) => register(name) as u32,
        None if name == "$arch" => data.arch,
        None if name == "$syscall" => data.nr as u32,
        None => register(name) as u32,
    }
}

/// Runs the lines from `at` on that are as deep as the first.
fn run(code: &[(usize, Statement)], at: usize, data: &SeccompData) -> Option<Action> {
    let depth = code.get(at)?.0;
    let mut at = at;
    let mut held = false;
    while let Some((here, statement)) = code.get(at).filter(|(here, _)| *here >= depth) {
        if *here == depth {
            let enters = match statement {
                Statement::Action(action) => return Some(*action),
                Statement::If { word: name, mask, op, value } => {
                    let found = word(name, data) & mask;
                    held = match op.as_str() {
                        "==" => found == *value,
                        ">" => found > *value,
                        _ => found >= *value,
                    };
                    held
                }
                Statement::Else => !held,
            };
            let deeper = code.get(at + 1).is_some_and(|(next, _)| *next > depth);
            if enters
                && deeper
                && let Some(action) = run(code, at + 1, data)
            {
                return Some(action);
            }
        }
        at += 1;
    }
    None
}

fn exported(file: &Path) -> String {
    let output =
        Command::new(env!("CARGO_BIN_EXE_callgate")).args(["explain", "--pfc"]).arg(file).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Calls on both sides of what a program compares: each constant as number and as halves of each register.
fn calls(program: &Program) -> Vec<SeccompData> {
    let mut constants: Vec<u32> = vec![0, 1, u32::MAX, 0x4000_0000, 0x8000_0000];
    for insn in program.insns() {
        constants.extend([insn.k.wrapping_sub(1), insn.k, insn.k.wrapping_add(1)]);
    }
    constants.sort_unstable();
    constants.dedup();
    let mut calls = Vec::new();
    for arch in [Abi::X86_64, Abi::I386, Abi::Aarch64, Abi::S390x].map(Abi::audit_arch) {
        for nr in &constants {
            let base = SeccompData { nr: *nr as i32, arch, ..SeccompData::default() };
            calls.push(base);
            calls.push(SeccompData { args: [u64::MAX; 6], instruction_pointer: u64::MAX, ..base });
        }
    }
    let few: Vec<SeccompData> = calls.iter().copied().step_by(calls.len() / 97 + 1).collect();
    for (at, base) in few.into_iter().enumerate() {
        let step = constants.len() / 100 + 1;
        for constant in constants.iter().skip(at % step).step_by(step) {
            for high in [0, 1, u64::from(*constant)] {
                let value = high << 32 | u64::from(*constant);
                calls.push(SeccompData { args: [value; 6], instruction_pointer: value, ..base });
            }
        }
    }
    calls
}

fn agrees(name: &str, file: &Path, program: &Program) {
    let text = exported(file);
    let code = parse(&text);
    for data in calls(program) {
        let expected = Action::from_ret(interp::run(program, &data));
        assert_eq!(run(&code, 0, &data), Some(expected), "{name}: {data:?}\n{text}");
    }
}

fn corpus() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../analyze/tests/data/corpus");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn real_filters() {
    let files = corpus();
    assert!(files.len() > 40);
    for file in files {
        let program = Program::from_bytes(&std::fs::read(&file).unwrap(), Abi::NATIVE.endian()).unwrap();
        agrees(&file.display().to_string(), &file, &program);
    }
}

/// Every kind of comparison: orders of whole registers, signed ones, masks, the instruction pointer, x32.
#[test]
fn comparisons() {
    let dir = tempfile::tempdir().unwrap();
    let texts = [
        "A = hi32(args[1])\nif A > 5 { return errno EPERM }\nif A < 5 { return allow }\nA = lo32(args[1])\n\
         if A >= 77 { return errno EPERM }\nreturn allow",
        "A = lo32(args[0])\nif A >= 0x80000000 { return errno 1 }\nif A > 2 { return allow }\nreturn errno 1",
        "A = lo32(args[0])\nif A >= 0x80000000 { return allow }\nif A > 2 { return allow }\nreturn kill",
        "A = hi32(args[0])\nif A >= 0x80000000 { return trap 7 }\nif A > 2 { return trace 9 }\nreturn log",
        "A = lo32(args[3])\nA &= 0xf0\nif A == 0x30 { return notify }\nreturn kill-thread",
        "A = hi32(ip)\nif A == 0 { return allow }\nreturn trap",
        "A = nr\nif A >= 1000 { return errno ENOSYS }\nreturn allow",
        "A = nr\nif A & 0x40000000 { return errno ENOSYS }\nif A == 3 { return kill }\nreturn allow",
        "A = arch\nif A != x86_64 { return kill }\nA = nr\nif A == 0x40000003 { return errno 3 }\nreturn allow",
        "A = arch\nif A == i386 { A = hi32(args[0])\nif A != 0 { return kill }\nA = lo32(args[0])\n\
         if A == 4 { return kill } }\nreturn allow",
        "A = arch\nif A == s390x { A = hi32(args[0])\nif A == 5 { return kill }\nA = lo32(args[0])\n\
         if A == 6 { return kill } }\nreturn allow",
        "A = lo32(args[0])\nif A == 7 { return errno 0 }\nif A != 9 { return allow }\nA = hi32(args[0])\n\
         if A != 9 { return allow }\nreturn errno 4095",
    ];
    for (at, text) in texts.iter().enumerate() {
        let file = dir.path().join(format!("{at}.asm"));
        std::fs::write(&file, text).unwrap();
        let found = callgate_bpf::text::asm::read(text, Abi::NATIVE).unwrap();
        agrees(text, &file, &Program::new(found.insns).unwrap());
    }
}

#[test]
fn what_cannot_be_written_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("computed.bpf");
    let program = Program::new(vec![Insn::ld_abs(16), Insn::ret_a()]).unwrap();
    std::fs::write(&file, program.to_bytes()).unwrap();
    let output =
        Command::new(env!("CARGO_BIN_EXE_callgate")).args(["explain", "--pfc"]).arg(&file).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(output.stdout.is_empty());
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("no pseudo filter code can be written: "), "{told}");
}
