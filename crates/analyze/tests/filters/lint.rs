//! Every rule finds what its example shows, and nothing in the clean one; every call that a finding shows is one that
//! the interpreter confirms.

use crate::{corpus, policies};
use callgate_abi::{Abi, Action, Errno};
use callgate_analyze::lint::{
    Example, Finding, Installed, RULES, Report, Severity, Subject, Target, lint, rule,
};
use callgate_analyze::{Limits, Reference, Space};
use callgate_bpf::insn::code;
use callgate_bpf::{Insn, Program, VerifyError, interp, text::asm};
use callgate_plan::Plan;
use callgate_policy::import::{Options, Runtime, import};
use callgate_policy::{PRESETS, Policy};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Filters, as the kernel takes or refuses them.
pub(crate) type Stack = Vec<Result<Program, VerifyError>>;

pub(crate) fn lint_stack(stack: &Stack, flags: Option<u32>) -> Report {
    lint_stack_of(stack, flags, Abi::X86_64)
}

/// Of filters that mean this ABI where they tell none apart.
pub(crate) fn lint_stack_of(stack: &Stack, flags: Option<u32>, assumed: Abi) -> Report {
    let installed: Vec<Installed<'_>> =
        stack.iter().map(|program| Installed { program: program.as_ref(), flags }).collect();
    let report = lint(&mut Space::new(Limits::default()), &Subject::Filters(&installed), assumed);
    for finding in &report.findings {
        confirm(finding, stack);
    }
    report
}

/// The call of a finding gets what is said, and passes the instruction that is named.
fn confirm(finding: &Finding, stack: &Stack) {
    let programs: Vec<&Program> = stack.iter().flatten().collect();
    let Some(witness) = finding.witness else {
        assert!(programs.len() < stack.len(), "only what the kernel refuses has no call: {finding:?}");
        return;
    };
    let ret = interp::run_stack(&programs, &witness.call);
    assert_eq!(Action::from_ret(ret), witness.gets, "{finding:?}");
    if let Some(passed) = witness.passes {
        let program = stack[passed.filter].as_ref().expect("a filter that runs");
        let trace = interp::run_traced(program, &witness.call);
        assert!(trace.executed.contains(&passed.instruction), "{finding:?}");
    } else {
        assert_eq!(witness.call.abi(), finding.abis.first().copied(), "{finding:?}");
    }
}

pub(crate) fn assemble(text: &str) -> Stack {
    let found = asm::read_all(text, Abi::X86_64).unwrap_or_else(|error| panic!("{error:?}\n{text}"));
    found.into_iter().map(|filter| Program::new(filter.insns)).collect()
}

fn lint_example(example: Example) -> Report {
    match example {
        Example::Filter(text) => lint_stack(&assemble(text), None),
        Example::Installed(text, flags) => lint_stack(&assemble(text), Some(flags)),
        Example::Repeated(text, times) => {
            let stack = assemble(text);
            lint_stack(&stack.iter().cycle().take(stack.len() * times).cloned().collect(), None)
        }
        Example::Policy(text) => lint_policy(text),
        Example::Profile(text, runtime) => lint_profile(text, runtime),
    }
}

/// A profile, with this runtime.
pub(crate) fn lint_profile(text: &str, runtime: Runtime) -> Report {
    let options = Options { native: Abi::X86_64, ..Options::new(policies::abilities().kernel) };
    let imported = import("profile.json", text, &options).expect("a sound profile");
    let run = runtime.run("profile.json", text, &options).expect("a sound profile");
    let reference = Reference { policy: &imported.policy, treatments: &[], launch: None };
    let target = Target { runtime, run: &run };
    let report = lint(&mut Space::new(Limits::default()), &Subject::Profile(&reference, target), Abi::X86_64);
    let calls = imported.policy.syscalls.as_ref().expect("every import has calls");
    let with = run.policy.syscalls.as_ref().expect("every import has calls");
    for finding in &report.findings {
        let Some(witness) = finding.witness else { continue };
        assert_eq!(calls.evaluate(&witness.call).action, witness.gets, "{finding:?}");
        if matches!(finding.rule.code, "TGT01" | "TGT02") {
            let above =
                |(abi, last): &(Abi, u32)| witness.call.abi() == Some(*abi) && witness.call.nr as u32 > *last;
            let missing = run.missing_above.iter().any(above);
            let runs =
                if missing { Action::Errno(Errno::ENOSYS) } else { with.evaluate(&witness.call).action };
            assert_ne!(runs, witness.gets, "{finding:?}");
        }
    }
    report
}

pub(crate) fn lint_policy(text: &str) -> Report {
    let loaded = policies::load(|loader| loader.text("example.toml", text, "/project".as_ref()));
    lint_loaded(loaded.unwrap_or_else(|| panic!("a sound policy:\n{text}")))
}

fn lint_loaded((policy, plan): (Policy, Plan)) -> Report {
    let treatments = policies::treatments(&plan);
    let reference = Reference { policy: &policy, treatments: &treatments, launch: None };
    lint(&mut Space::new(Limits::default()), &Subject::Policy(&reference), Abi::X86_64)
}

pub(crate) fn codes(report: &Report) -> BTreeSet<&str> {
    report.findings.iter().map(|finding| finding.rule.code).collect()
}

#[test]
fn every_rule_finds_its_example_and_passes_the_clean_one() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let triggered = lint_example(rule.triggering);
        let own = triggered.findings.iter().filter(|finding| finding.rule.code == rule.code);
        let gravest = own.map(|finding| finding.severity).max();
        if gravest != Some(rule.severity) {
            wrong.push(format!("{}: {gravest:?} of {:?}", rule.code, codes(&triggered)));
        }
        let clean = lint_example(rule.clean);
        for finding in clean.findings.iter().filter(|finding| finding.rule.code == rule.code) {
            wrong.push(format!("{}: not clean: {}", rule.code, finding.message));
        }
        assert!(triggered.undecided.is_empty() && clean.undecided.is_empty(), "{}", rule.code);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn codes_are_in_order_and_texts_are_whole() {
    for pair in RULES.windows(2) {
        let [one, two] = pair else { unreachable!() };
        let next = two.code.ends_with("01")
            || one.code[..3] == two.code[..3]
                && one.code[3..].parse::<u32>().unwrap() + 1 == two.code[3..].parse::<u32>().unwrap();
        assert!(next, "{} {}", one.code, two.code);
    }
    for known in RULES {
        assert_eq!(rule(&known.code.to_lowercase()).map(|found| found.code), Some(known.code));
        for text in [known.why, known.not_when] {
            assert!(text.ends_with('.') && !text.contains("  "), "{}: {text}", known.code);
        }
        assert!(!known.title.ends_with('.'), "{}", known.code);
    }
}

/// What real stacks are warned of, by name without their number.
const WARNED: [(&str, &[&str]); 17] = [
    ("apt", &[]),
    ("chromium", &[]),
    ("chrony", &["ACT04", "ACT05", "ARG02"]),
    ("firejail", &["ABI05", "SIB05", "SIB09", "SIB12"]),
    ("man", &["SIB10"]),
    ("sshd", &[]),
    ("systemd-allowknown", &["RCH05"]),
    ("systemd-allowsystem-service", &[]),
    ("systemd-hostname", &[]),
    ("systemd-lockpers", &[]),
    ("systemd-mdwx", &["ABI05", "RCH09", "SIB10"]),
    ("systemd-ns", &[]),
    ("systemd-rt", &["SIB13"]),
    ("systemd-setdefault", &["SIB03"]),
    ("systemd-setsystem-service", &["SIB02"]),
    ("systemd-suid", &["SIB11"]),
    ("systemd-sysctl", &[]),
];

#[test]
fn real_stacks_are_warned_of_what_they_have() {
    let mut stacks: BTreeMap<String, Stack> = BTreeMap::new();
    for (name, program) in corpus::all() {
        let name = name.split('.').next().expect("a name").to_owned();
        stacks.entry(name).or_default().push(Ok(program));
    }
    let warned = WARNED.iter().map(|(name, codes)| ((*name).to_owned(), codes.iter().copied().collect()));
    let mut expected: BTreeMap<String, BTreeSet<&str>> = warned.collect();
    // Of these the corpus has one filter of several.
    expected.insert("vsftpd".to_owned(), BTreeSet::new());
    let mut found = BTreeMap::new();
    for (name, stack) in &stacks {
        let report = lint_stack(stack, None);
        assert!(report.undecided.is_empty(), "{name}: {:?}", report.undecided);
        let grave = report.findings.iter().filter(|finding| finding.severity > Severity::Note);
        found.insert(name.clone(), grave.map(|finding| finding.rule.code).collect::<BTreeSet<_>>());
    }
    assert_eq!(found, expected);
}

#[test]
fn real_filters_alone_are_open_to_the_other_abi() {
    let mut findings = 0;
    for (name, program) in corpus::all() {
        let report = lint_stack(&vec![Ok(program)], None);
        assert!(report.undecided.is_empty(), "{name}: {:?}", report.undecided);
        // systemd and firejail have a filter for each ABI.
        let one_of_several = name.starts_with("systemd") || name.starts_with("firejail");
        assert_eq!(codes(&report).contains("ABI02"), one_of_several, "{name}");
        findings += report.findings.len();
    }
    assert!(findings > 200, "{findings}");
}

#[test]
fn presets_have_notes_alone() {
    for preset in PRESETS {
        let loaded = policies::load(|loader| {
            loader.preset(preset.name);
            if preset.fragment {
                loader.text("rest.toml", "callgate = 1\ndefault = 'deny'\n", "/project".as_ref());
            }
        });
        let report = lint_loaded(loaded.expect(preset.name));
        let grave: Vec<_> =
            report.findings.iter().filter(|finding| finding.severity > Severity::Note).collect();
        assert!(grave.is_empty() && report.undecided.is_empty(), "{}: {grave:#?}", preset.name);
    }
}

/// Multiplies arguments until nobody can follow, but for one number.
fn hopeless_but_for(nr: u32) -> Program {
    let mut insns = vec![Insn::ld_abs(0), Insn::jeq(nr, 0, 1), Insn::ret(0x7fff_0000), Insn::ld_abs(16)];
    for n in 0..100 {
        insns.extend([Insn::tax(), Insn::ld_abs(16 + 4 * (n % 12)), Insn::alu_x(code::MUL)]);
    }
    insns.extend([Insn::jeq(0x1234_5677, 0, 1), Insn::ret(0), Insn::ret(0x7fff_0000)]);
    Program::new(insns).expect("a filter that the kernel takes")
}

#[test]
fn what_is_not_decided_is_said() {
    let report = lint_stack(&vec![Ok(hopeless_but_for(101))], None);
    let of_calls: Vec<_> = report.undecided.iter().filter_map(|undecided| undecided.calls.as_ref()).collect();
    assert!(of_calls.iter().any(|calls| calls.contains(59)), "{report:?}");
    assert!(of_calls.iter().all(|calls| !calls.contains(101)), "{report:?}");
    // What is decided beside it is found: 101 is ptrace.
    let whole = vec![Ok(hopeless_but_for(101)), assemble("return allow").remove(0)];
    assert!(!lint_stack(&whole, None).undecided.is_empty());
    // Where a strict filter outranks it, there is nothing undecided left but who gets where in it.
    let refused = vec![Ok(hopeless_but_for(101)), assemble("return kill").remove(0)];
    assert!(lint_stack(&refused, None).undecided.iter().all(|undecided| undecided.calls.is_none()));
}

#[test]
fn limits_end_in_undecided_and_not_in_silence() {
    let corpus = corpus::all();
    let program = &corpus["chromium.01.chromium.bpf"];
    let installed = [Installed { program: Ok(program), flags: None }];
    for steps in [0, 100, 1_000, 10_000] {
        let limits = Limits { steps, ..Limits::default() };
        let report = lint(&mut Space::new(limits), &Subject::Filters(&installed), Abi::X86_64);
        assert!(!report.undecided.is_empty(), "{steps}");
    }
}

#[test]
fn the_documented_table_is_that_of_the_rules() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/lint.md");
    let text = std::fs::read_to_string(path).expect("the page on lints");
    let rules = RULES.iter().map(|rule| format!("| {} | {} | {} |\n", rule.code, rule.severity, rule.title));
    let table = format!("| code | severity | what is found |\n|---|---|---|\n{}", rules.collect::<String>());
    assert!(text.contains(&format!("{table}\n")), "docs/lint.md must have this table:\n{table}");
}
