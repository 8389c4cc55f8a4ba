//! libseccomp as a second witness of what profiles mean, where its own filters can be relied on: one
//! rule under any conditions on different arguments, or any number that test bits under masks.

use crate::{Outcome, filter, imported, said};
use callgate_abi::{Abi, Endian};
use callgate_analyze::{Limits, Machine, Reference, Space};
use callgate_bpf::Program;
use callgate_tests::seed;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const CASES: usize = 60;

/// Calls that every ABI here has, apart from those that have another door on i386.
const CALLS: &[&str] =
    &["close", "dup3", "fcntl", "ioctl", "lseek", "mprotect", "personality", "read", "sched_yield", "write"];
/// Name in a profile, return value.
const ACTIONS: &[(&str, u32)] = &[
    ("\"SCMP_ACT_ALLOW\"", 0x7fff_0000),
    ("\"SCMP_ACT_LOG\"", 0x7ffc_0000),
    ("\"SCMP_ACT_ERRNO\", \"errnoRet\": 38", 0x0005_0026),
    ("\"SCMP_ACT_KILL_PROCESS\"", 0x8000_0000),
    ("\"SCMP_ACT_TRAP\"", 0x0003_0000),
];
const OPERATORS: &[&str] = &["", "NE", "LT", "LE", "EQ", "GE", "GT", "MASKED_EQ"];
const EQUAL: usize = 4;
const MASKED: usize = 7;

/// Argument, operator, value, second value.
type Test = (u8, usize, u64, u64);
/// A call's rules: one action, alternatives of tests.
type Rules = (&'static str, (&'static str, u32), Vec<Vec<Test>>);

fn test(bits: bool, wide: bool) -> impl Strategy<Value = (usize, u64, u64)> {
    let ops = if bits { vec![EQUAL, MASKED] } else { (1..OPERATORS.len()).collect() };
    let mut values = vec![0, 1, 2, 5, 0xff, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff];
    if wide {
        values.extend([1 << 32, (1 << 32) + 5, (7 << 32) + 0xff, 1 << 63, u64::MAX - 1, u64::MAX]);
    }
    let value = || prop::sample::select(values.clone());
    (prop::sample::select(ops), value(), value())
}

fn conjunction(bits: bool, wide: bool) -> impl Strategy<Value = Vec<Test>> {
    let args = prop::sample::subsequence(vec![0u8, 1, 2], 1..=3);
    (args, prop::collection::vec(test(bits, wide), 3)).prop_map(|(args, tests)| {
        args.into_iter().zip(tests).map(|(arg, (op, value, two))| (arg, op, value, two)).collect()
    })
}

fn rules(name: &'static str, wide: bool) -> impl Strategy<Value = Rules> {
    let shapes = prop_oneof![
        2 => Just(vec![vec![]]),
        2 => conjunction(false, wide).prop_map(|tests| vec![tests]),
        1 => prop::collection::vec(conjunction(true, wide), 2..6),
    ];
    (prop::sample::select(ACTIONS.to_vec()), shapes).prop_map(move |(action, shapes)| (name, action, shapes))
}

/// A profile, and the lines of the same for libseccomp.
fn profile() -> impl Strategy<Value = (String, String)> {
    prop::sample::subsequence(vec![("SCMP_ARCH_X86", "x86"), ("SCMP_ARCH_X32", "x32")], 0..=2).prop_flat_map(|arches| {
        // On 32-bit ABIs libseccomp cuts greater numbers off, where no register can have them.
        let wide = arches.is_empty();
        let calls: Vec<_> = CALLS.iter().map(|name| rules(name, wide)).collect();
        let chosen = prop::sample::subsequence((0..CALLS.len()).collect::<Vec<_>>(), 1..6);
        (Just(arches), prop::sample::select(ACTIONS.to_vec()), calls, chosen).prop_map(|(arches, default, calls, chosen)| {
            let (mut json, mut lines) = (String::new(), format!("default {:x}\n", default.1));
            let _ = write!(json, "{{\"defaultAction\": {}, \"architectures\": [\"SCMP_ARCH_X86_64\"", default.0.replace("errnoRet", "defaultErrnoRet"));
            for (name, arch) in arches {
                let _ = write!(json, ", \"{name}\"");
                let _ = writeln!(lines, "arch {arch}");
            }
            json.push_str("], \"syscalls\": [");
            let mut separator = "";
            for (name, action, shapes) in chosen.into_iter().map(|at| &calls[at]) {
                for tests in shapes.iter().filter(|_| action.1 != default.1) {
                    let of_json: Vec<String> = tests.iter().map(|(arg, op, value, two)| {
                        format!("{{\"index\": {arg}, \"op\": \"SCMP_CMP_{}\", \"value\": {value}, \"valueTwo\": {two}}}", OPERATORS[*op])
                    }).collect();
                    let _ = write!(json, "{separator}\n{{\"names\": [\"{name}\"], \"action\": {}, \"args\": [{}]}}", action.0, of_json.join(", "));
                    let _ = write!(lines, "rule {:x} {name}", action.1);
                    for (arg, op, value, two) in tests {
                        let _ = write!(lines, " {arg:x} {op:x} {value:x} {two:x}");
                    }
                    lines.push('\n');
                    separator = ",";
                }
            }
            json.push_str("]}");
            (json, lines)
        })
    })
}

/// The C program that asks libseccomp.
fn compiled(folder: &Path) -> Result<PathBuf, libtest_mimic::Failed> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("witness/libseccomp.c");
    let program = folder.join("libseccomp");
    said(Command::new("gcc").args(["-Wall", "-Werror", "-o"]).arg(&program).arg(source).arg("-lseccomp"))?;
    Ok(program)
}

fn asked(program: &Path, lines: &str) -> Result<Program, libtest_mimic::Failed> {
    let mut child = Command::new(program).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    child.stdin.take().ok_or("no pipe")?.write_all(lines.as_bytes())?;
    let output = child.wait_with_output()?;
    if !output.status.success() {
        return Err(format!("libseccomp: {}\n{lines}", output.status).into());
    }
    Ok(Program::from_bytes(&output.stdout, Endian::Little).map_err(|error| error.to_string())?)
}

pub(super) fn profiles() -> Outcome {
    let folder = tempfile::tempdir()?;
    let program = compiled(folder.path())?;
    let mut runner = TestRunner::new(Config { rng_seed: RngSeed::Fixed(seed()), ..Config::default() });
    for _ in 0..CASES {
        let (json, lines) = profile().new_tree(&mut runner).expect("nothing is rejected").current();
        let theirs = asked(&program, &lines)?;
        let ours = imported("profile", &json);
        let mut space = Space::new(Limits::default());
        let policy = space.policy(&Reference { policy: &ours.policy, treatments: &[], launch: None });
        if space.filter(&filter(&ours.policy)) != policy {
            return Err(format!("the filter is not the policy:\n{json}").into());
        }
        let theirs = space.filter(&theirs);
        let diff = space.diff(policy, theirs);
        // Numbers with bit 31 are of x86-64 by the kernel's own test, and x32's by libseccomp's.
        let beyond = |numbers: &[std::ops::RangeInclusive<u32>]| {
            numbers.iter().all(|range| *range.start() >= 0x8000_0000)
        };
        let x86 = |machine| matches!(machine, Machine::Abi(Abi::X86_64 | Abi::X32));
        let found =
            diff.differences.iter().find(|found| !(x86(found.calls.machine) && beyond(&found.calls.numbers)));
        if let Some(found) = found {
            return Err(format!(
                "{} by the profile, {} by libseccomp, as {:x?}\n{json}",
                found.left, found.right, found.witness
            )
            .into());
        }
        if let Some(undecided) = diff.undecided.first() {
            return Err(format!("undecided: {}\n{json}", undecided.reason).into());
        }
    }
    Ok(())
}
