//! Policies of thousands of rules: a filter, or at once why there is none.

use callgate_abi::{Abi, SeccompData};
use callgate_analyze::{Limits, Proof, Reference, prove};
use callgate_bpf::Program;
use callgate_bpf::interp::run;
use callgate_compile::{CompileError, Options, compile};
use callgate_plan::Plan;
use callgate_policy::{Environment, Loader, Policy, Purpose};
use std::fmt::Write as _;

/// A policy of these lists of entries, each with its answer.
fn policy(lists: &[(&str, Vec<String>)]) -> Policy {
    let environment = Environment::new("/project", "/home/u");
    let mut loader = Loader::new(&environment);
    let mut text = String::from("callgate = 1\n[syscalls]\narch = ['x86_64']\ndefault = 'errno.EPERM'\n");
    for (answer, entries) in lists {
        let _ = writeln!(text, "{answer} = [\n'{}'\n]", entries.join("',\n'"));
    }
    loader.text("many.toml", &text, "/project".as_ref());
    match loader.finish(Purpose::Run) {
        Ok((policy, _)) => policy,
        Err(found) => panic!("{}", found.render(false)),
    }
}

fn of(lists: &[(&str, Vec<String>)]) -> Result<Program, CompileError> {
    compile(&policy(lists), &Plan::default(), &Options::default())
}

/// A policy of these entries, each allowed.
fn of_entries(entries: impl Iterator<Item = String>) -> Result<Program, CompileError> {
    let entries: Vec<String> = entries.collect();
    assert_eq!(entries.len(), 10_000);
    of(&[("allow", entries)])
}

/// Numbers that look like any.
struct Any(u64);

impl Any {
    fn u32(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 32) as u32
    }

    fn below(&mut self, limit: u32) -> u32 {
        self.u32() % limit
    }
}

fn pairs(any: &mut Any, count: usize) -> Vec<(u32, u32)> {
    (0..count).map(|_| (any.u32(), any.u32() >> 1)).collect()
}

fn ioctls(pairs: &[(u32, u32)]) -> Vec<String> {
    pairs.iter().map(|(request, fd)| format!("ioctl(request == {request} && fd == {fd})")).collect()
}

fn ioctl(program: &Program, request: u32, fd: u32) -> u32 {
    let args = [fd.into(), request.into(), 0, 0, 0, 0];
    run(program, &SeccompData { nr: 16, arch: Abi::X86_64.audit_arch(), args, ..SeccompData::default() })
}

const ALLOW: u32 = 0x7fff_0000;
const EPERM: u32 = 0x0005_0001;

fn equal(policy: &Policy, program: &Program) {
    let reference = Reference { policy, treatments: &[], launch: None };
    let proof = prove(program, &reference, Limits::default());
    assert!(matches!(proof, Proof::Equal), "{proof:?}");
}

fn refused(entries: impl Iterator<Item = String>) -> (String, Vec<String>) {
    let refused = of_entries(entries).expect_err("no filter holds so many");
    let said = refused.to_string();
    match refused {
        CompileError::TooLong { instructions, limit: 4096, heaviest } if instructions > 4096 => {
            (said, heaviest.into_iter().map(|call| call.call).collect())
        }
        CompileError::TooMuch { tests, limit: 8192, heaviest } if tests > 8192 => {
            (said, heaviest.into_iter().map(|call| call.call).collect())
        }
        other => panic!("{other}"),
    }
}

#[test]
fn ten_thousand_rules_that_are_few_ranges() {
    let numbers = (0..10_000).map(|nr| (if nr < 9_000 { nr } else { nr + 500 }).to_string());
    let program = of_entries(numbers).expect("small enough");
    assert!(program.len() < 16, "{}", program.len());
    for (nr, expected) in [
        (0, 0x7fff_0000),
        (8_999, 0x7fff_0000),
        (9_000, 0x0005_0001),
        (9_499, 0x0005_0001),
        (9_500, 0x7fff_0000),
    ] {
        let data = SeccompData { nr, arch: Abi::X86_64.audit_arch(), ..SeccompData::default() };
        assert_eq!(run(&program, &data), expected, "{nr}");
    }
}

#[test]
fn several_calls_beyond_the_budget() {
    let entries = (0..10_000u64).map(|n| match n % 10 {
        0 => format!("fcntl(cmd == {n} && fd == {})", n * 7 + 1),
        1 => format!("socket(domain == {n})"),
        _ => format!("ioctl(request == {} && fd == {n})", n * 0x10001 % 0xffff_fff1),
    });
    let (said, heaviest) = refused(entries);
    assert!(said.contains("Linux takes 4096"), "{said}");
    assert_eq!(heaviest, ["x86_64 ioctl", "x86_64 fcntl", "x86_64 socket"]);
}

#[test]
fn random_pairs_beyond_the_budget() {
    let mut any = Any(1);
    let (said, heaviest) = refused(ioctls(&pairs(&mut any, 10_000)).into_iter());
    assert!(
        said.contains("Linux takes 4096") && said.contains("fewer conditions help most on x86_64 ioctl"),
        "{said}"
    );
    assert_eq!(heaviest, ["x86_64 ioctl"]);
}

/// Of many calls no one is too much, but all together are.
#[test]
fn many_calls_beyond_the_budget() {
    let mut any = Any(2);
    let calls = ["read", "write", "lseek", "ioctl", "socket", "fcntl", "prctl", "kill", "dup2", "bind"];
    let entries =
        (0..10_000).map(|n| format!("{}(reg0 == {} && reg1 == {})", calls[n % 10], any.u32(), any.u32()));
    let (said, heaviest) = refused(entries.collect::<Vec<_>>().into_iter());
    assert!(said.contains("Linux takes 4096"), "{said}");
    assert_eq!(heaviest.len(), 3);
}

/// What no table says is not worked on for long.
#[test]
fn bits_beyond_the_budget() {
    let mut any = Any(3);
    let entries: Vec<String> = (0..10_000)
        .map(|_| format!("ioctl(request & {} == 1 && fd & {} == 1)", any.u32() | 1, any.u32() >> 1 | 1))
        .collect();
    let (said, heaviest) = refused(entries.into_iter());
    assert!(said.contains("the compiler works on 8192"), "{said}");
    assert_eq!(heaviest, ["x86_64 ioctl"]);
}

/// Three instructions each and the search.
#[test]
fn as_many_pairs_as_fit() {
    let mut any = Any(4);
    let pairs = pairs(&mut any, 1_200);
    let policy = policy(&[("allow", ioctls(&pairs))]);
    let program = compile(&policy, &Plan::default(), &Options::default()).expect("small enough");
    assert!(program.len() <= 3 * 1_200 + 300, "{}", program.len());
    for window in pairs.windows(2) {
        let [(request, fd), (_, other)] = window else { continue };
        assert_eq!(ioctl(&program, *request, *fd), ALLOW);
        assert_eq!(ioctl(&program, *request, *other), EPERM);
        assert_eq!(ioctl(&program, request.wrapping_add(1), *fd), EPERM);
    }
}

/// What ten thousand rules come to may be little: each of a hundred numbers with each of a hundred others.
#[test]
fn a_grid_is_two_searches() {
    let mut any = Any(5);
    let mut entries: Vec<(u32, u32)> = (0..10_000).map(|n| (n / 100 * 7, n % 100 * 3)).collect();
    for at in (1..entries.len()).rev() {
        entries.swap(at, any.below(at as u32 + 1) as usize);
    }
    let policy = policy(&[("allow", ioctls(&entries))]);
    let program = compile(&policy, &Plan::default(), &Options::default()).expect("small enough");
    assert!(program.len() < 250, "{}", program.len());
    equal(&policy, &program);
}

/// Of halves of 64 bits, of inequalities, of rules that overlap: a table is what the rules say.
#[test]
fn many_rules_of_every_kind_are_proven() {
    for seed in 10..22 {
        let mut any = Any(seed);
        let mut entry = || {
            let argument = ["reg0", "reg1", "fd", "arg2"];
            let ops = ["==", "==", "==", "!=", "<", "<=", ">", ">="];
            let mut test = || {
                let argument = argument[any.below(4) as usize];
                let value = match any.below(3) {
                    0 => u64::from(any.below(4)),
                    1 => u64::from(any.below(4)) << 32 | u64::from(any.below(4)),
                    _ => u64::from(any.below(40)),
                };
                let value = if argument == "fd" { value & 0x7fff_ffff } else { value };
                let masked = if seed % 4 == 3 && any.below(9) == 0 { " & 0xff00" } else { "" };
                format!("{argument}{masked} {} {value}", ops[any.below(8) as usize])
            };
            let (a, b, c) = (test(), test(), test());
            match seed % 3 {
                0 => format!("ioctl({a} && {b} && {c})"),
                1 => format!("ioctl({a} && ({b} || {c}))"),
                _ => format!("ioctl(!({a}) && {b} && {c})"),
            }
        };
        let lists = [("allow", 40), ("kill", 12), ("log", 25)];
        let lists: Vec<(&str, Vec<String>)> = lists
            .into_iter()
            .map(|(answer, count)| (answer, (0..count).map(|_| entry()).collect()))
            .collect();
        let policy = policy(&lists);
        let program = compile(&policy, &Plan::default(), &Options::default()).expect("small enough");
        equal(&policy, &program);
    }
}

/// Thousands of answers that contradict each other nowhere are compared soon.
#[test]
fn answers_of_one_rank() {
    let mut any = Any(6);
    let lists = ["errno.EACCES", "errno.EIO"].map(|answer| (answer, ioctls(&pairs(&mut any, 2_500))));
    let refused = of(&lists).expect_err("no filter holds so many");
    assert!(refused.to_string().contains("Linux takes 4096"), "{refused}");
    let lists = ["allow", "log", "trap"].map(|answer| (answer, ioctls(&pairs(&mut any, 330))));
    let program = of(&lists).expect("small enough");
    for ((_, entries), expected) in lists.iter().zip([ALLOW, 0x7ffc_0000, 0x0003_0000]) {
        let words: Vec<u32> =
            entries[7].split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
        assert_eq!(ioctl(&program, words[0], words[1]), expected);
    }
}
