//! The sample policies and the presets load without a finding that would trouble their reader.

mod surroundings;

use callgate_policy::{Loader, PRESETS, Policy, Purpose, Severity};
use std::path::{Path, PathBuf};
use surroundings::environment;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/policies")
}

fn samples() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(data()).unwrap().map(|entry| entry.unwrap().path());
    let mut samples: Vec<PathBuf> = entries.filter(|path| path.is_file()).collect();
    samples.sort();
    assert_eq!(samples.len(), 12);
    samples
}

fn load(sample: &Path) -> Policy {
    let environment = environment();
    let mut loader = Loader::new(&environment);
    loader.file(sample);
    match loader.finish(Purpose::Run) {
        Ok((policy, findings)) => {
            let warnings = findings.at_least(Severity::Warning);
            // The one warning of the samples is true: `*a*c*e*` holds every `*a*b*c*d*e*f*`.
            let expected = usize::from(sample.ends_with("99-pathological-globs.toml"));
            assert_eq!(warnings.items.len(), expected, "{}:\n{warnings}", sample.display());
            policy
        }
        Err(findings) => panic!("{}:\n{findings}", sample.display()),
    }
}

#[test]
fn every_sample_loads() {
    for sample in samples() {
        load(&sample);
    }
}

#[test]
fn every_expectation_of_the_samples_holds() {
    let mut count = 0;
    for sample in samples() {
        let policy = load(&sample);
        for outcome in policy.run_expects() {
            count += 1;
            assert!(outcome.passed, "{}: {}", sample.display(), outcome.expect.origin.text);
        }
    }
    assert_eq!(count, 6);
}

#[test]
fn every_preset_loads() {
    for preset in PRESETS {
        let environment = environment();
        let mut loader = Loader::new(&environment);
        loader.preset(preset.name);
        match loader.finish(Purpose::Run) {
            Ok((policy, findings)) => {
                let warnings = findings.at_least(Severity::Warning);
                assert!(warnings.items.is_empty(), "{}:\n{warnings}", preset.name);
                let calls = policy.syscalls.iter().flat_map(|calls| &calls.rules).map(|rule| &rule.origin);
                for origin in policy.rules.iter().map(|rule| &rule.origin).chain(calls) {
                    assert!(!origin.id.contains('['), "{}: {} has no id", preset.name, origin.text);
                    assert!(origin.reason.is_some(), "{}: {} has no reason", preset.name, origin.text);
                }
            }
            Err(findings) => panic!("{}:\n{findings}", preset.name),
        }
    }
}

/// What is written out loads to a policy that says the same.
#[test]
fn resolved_texts_say_the_same() {
    for sample in samples() {
        let policy = load(&sample);
        let text = policy.resolved_toml();
        let environment = environment();
        let mut loader = Loader::new(&environment);
        loader.text("resolved", &text, Path::new("/elsewhere"));
        let again = match loader.finish(Purpose::Run) {
            Ok((again, _)) => again,
            Err(findings) => panic!("{}:\n{text}\n{findings}", sample.display()),
        };
        for (operation, object) in surroundings::questions() {
            let (one, other) = (policy.evaluate(operation, &object), again.evaluate(operation, &object));
            assert_eq!((one.decision, one.via), (other.decision, other.via), "{operation} {object}:\n{text}");
        }
        for data in surroundings::calls() {
            let action = |policy: &Policy| policy.syscalls.as_ref().map(|calls| calls.evaluate(&data).action);
            assert_eq!(action(&policy), action(&again), "{data:?}:\n{text}");
        }
        assert_eq!(
            (policy.limits, policy.ask, policy.fault_seed),
            (again.limits, again.ask, again.fault_seed)
        );
        assert_eq!(policy.env, again.env);
        assert_eq!(policy.faults.len(), again.faults.len());
        assert_eq!(policy.expects.len(), again.expects.len());
    }
}
