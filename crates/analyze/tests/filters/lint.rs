//! Every rule finds what its example shows, and nothing in the clean one; every call that a finding shows is one that
//! the interpreter confirms.

use crate::policies;
use callgate_abi::{Abi, Action};
use callgate_analyze::lint::{Example, Finding, Installed, RULES, Report, Subject, lint, rule};
use callgate_analyze::{Limits, Reference, Space};
use callgate_bpf::{Program, VerifyError, interp, text::asm};
use std::collections::BTreeSet;

/// Filters, as the kernel takes or refuses them.
type Stack = Vec<Result<Program, VerifyError>>;

fn lint_stack(stack: &Stack, flags: Option<u32>) -> Report {
    let installed: Vec<Installed<'_>> =
        stack.iter().map(|program| Installed { program: program.as_ref(), flags }).collect();
    let report = lint(&mut Space::new(Limits::default()), &Subject::Filters(&installed), Abi::X86_64);
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

fn assemble(text: &str) -> Stack {
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
    }
}

fn lint_policy(text: &str) -> Report {
    let (policy, plan) = policies::load(|loader| loader.text("example.toml", text, "/project".as_ref()))
        .unwrap_or_else(|| panic!("a sound policy:\n{text}"));
    let treatments = policies::treatments(&plan);
    let reference = Reference { policy: &policy, treatments: &treatments, launch: None };
    lint(&mut Space::new(Limits::default()), &Subject::Policy(&reference), Abi::X86_64)
}

fn codes(report: &Report) -> BTreeSet<&str> {
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
