//! The sample policies and the presets load without a finding that would trouble their reader.

use callgate_policy::{Environment, Loader, PRESETS, Purpose, Severity};
use std::net::IpAddr;
use std::path::{Path, PathBuf};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/policies")
}

fn environment() -> Environment {
    let mut environment = Environment::new("/home/u/tree", "/home/u");
    environment.resolver = |_| Ok(vec![IpAddr::from([192, 0, 2, 1])]);
    environment
}

#[test]
fn every_sample_loads() {
    let mut samples: Vec<PathBuf> = std::fs::read_dir(data())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    samples.sort();
    assert_eq!(samples.len(), 12);
    for sample in samples {
        let environment = environment();
        let mut loader = Loader::new(&environment);
        loader.file(&sample);
        match loader.finish(Purpose::Run) {
            Ok((_, findings)) => {
                let warnings = findings.at_least(Severity::Warning);
                println!("{}\n{warnings}", sample.display());
            }
            Err(findings) => panic!("{}:\n{findings}", sample.display()),
        }
    }
}

#[test]
fn every_preset_loads() {
    for preset in PRESETS {
        let environment = environment();
        let mut loader = Loader::new(&environment);
        loader.preset(preset.name);
        match loader.finish(Purpose::Run) {
            Ok((_, findings)) => {
                let warnings = findings.at_least(Severity::Warning);
                assert!(warnings.items.is_empty(), "{}:\n{warnings}", preset.name);
            }
            Err(findings) => panic!("{}:\n{findings}", preset.name),
        }
    }
}
