//! Fuzz targets: functions of bytes that panic when something is wrong.
//!
//! `cargo xtask fuzz TARGET SECONDS` runs one under libFuzzer, with coverage feedback (rustc's own instrumentation, no
//! nightly, no sanitizer: there is nothing unsafe to find but in `sys`); what it finds anew it keeps in
//! `target/fuzz/corpus`. The corpora in `corpus/TARGET/` are small and committed, and `cargo test -p callgate-fuzz`
//! replays them. A finding is mended, and its input added there.

mod choices;
mod made;
mod targets;

/// One target.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name, and its corpus's folder.
    pub name: &'static str,
    /// What it looks at, for people.
    pub about: &'static str,
    /// The longest input worth trying, in bytes.
    pub longest: usize,
    /// Panics when something is wrong.
    pub run: fn(&[u8]),
}

/// Every target.
pub const TARGETS: &[Target] = &[
    targets::texts::TARGET,
    targets::assembly::TARGET,
    targets::listing::TARGET,
    targets::policy::TARGET,
    targets::imports::TARGET,
    targets::call::TARGET,
    targets::paths::TARGET,
    targets::addresses::TARGET,
    targets::log::TARGET,
    targets::verifier::TARGET,
    targets::kernel::TARGET,
    targets::verdicts::TARGET,
    targets::differences::TARGET,
    targets::lifted::TARGET,
    targets::compiler::TARGET,
];

/// The target of this name.
pub fn target(name: &str) -> Option<Target> {
    TARGETS.iter().find(|target| target.name == name).copied()
}
