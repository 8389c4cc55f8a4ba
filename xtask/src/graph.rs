//! The arrows between the crates are those of the design, and no others.

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// Crate and the crates of this workspace it may use. Dev-dependencies are exempt: tests look wherever they must.
const ARROWS: &[(&str, &[&str])] = &[
    ("callgate-abi", &[]),
    ("callgate-bpf", &["callgate-abi"]),
    ("callgate-policy", &["callgate-abi"]),
    ("callgate-events", &["callgate-abi", "callgate-policy"]),
    ("callgate-plan", &["callgate-abi", "callgate-policy"]),
    ("callgate-compile", &["callgate-abi", "callgate-bpf", "callgate-policy", "callgate-plan"]),
    ("callgate-analyze", &["callgate-abi", "callgate-bpf", "callgate-policy"]),
    ("callgate-sys", &["callgate-abi", "callgate-bpf"]),
    (
        "callgate-runtime",
        &[
            "callgate-abi",
            "callgate-bpf",
            "callgate-policy",
            "callgate-events",
            "callgate-plan",
            "callgate-sys",
        ],
    ),
    (
        "callgate",
        &[
            "callgate-abi",
            "callgate-bpf",
            "callgate-policy",
            "callgate-events",
            "callgate-plan",
            "callgate-compile",
            "callgate-analyze",
            "callgate-sys",
            "callgate-runtime",
        ],
    ),
    (
        "callgate-cli",
        &[
            "callgate-abi",
            "callgate-bpf",
            "callgate-policy",
            "callgate-events",
            "callgate-plan",
            "callgate-compile",
            "callgate-analyze",
            "callgate-sys",
            "callgate-runtime",
            "callgate",
        ],
    ),
];

/// Packages that stand beside the crates and may use all of them.
const EXEMPT: &[&str] = &["callgate-tests", "callgate-bench", "callgate-fuzz", "xtask"];

/// Reads `cargo metadata` and fails on any other arrow.
pub(crate) fn check(root: &Path) -> Result<()> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version=1", "--no-deps", "--offline"])
        .current_dir(root)
        .output()
        .context("running cargo metadata")?;
    ensure!(
        output.status.success(),
        "cargo metadata failed: {}",
        String::from_utf8_lossy(&output.stderr).trim()
    );
    let metadata: Value = serde_json::from_slice(&output.stdout).context("reading cargo metadata")?;
    let wrong = wrong_arrows(&metadata)?;
    if wrong.is_empty() {
        return Ok(());
    }
    bail!("{}; the allowed arrows stand in xtask/src/graph.rs", wrong.join("; "))
}

fn wrong_arrows(metadata: &Value) -> Result<Vec<String>> {
    let packages = metadata["packages"].as_array().context("no packages in cargo metadata")?;
    let names: Vec<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    let mut wrong = Vec::new();
    for package in packages {
        let name = package["name"].as_str().context("a package without a name")?;
        if EXEMPT.contains(&name) {
            continue;
        }
        let Some((_, allowed)) = ARROWS.iter().find(|(from, _)| *from == name) else {
            wrong.push(format!("package {name} has no place in the crate graph"));
            continue;
        };
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let to = dependency["name"].as_str().unwrap_or_default();
            let dev = dependency["kind"].as_str() == Some("dev");
            if !dev && names.contains(&to) && !allowed.contains(&to) {
                wrong.push(format!("{name} must not use {to}"));
            }
        }
    }
    Ok(wrong)
}

#[cfg(test)]
mod tests {
    use super::wrong_arrows;
    use serde_json::json;

    #[test]
    fn only_the_arrows_of_the_design_pass() {
        let package = |name: &str, uses: &str, kind: Option<&str>| json!({"name": name, "dependencies": [{"name": uses, "kind": kind}, {"name": "libc", "kind": null}]});
        let with = |packages: Vec<serde_json::Value>| wrong_arrows(&json!({ "packages": packages })).unwrap();
        let abi = || package("callgate-abi", "bitflags", None);
        assert!(with(vec![abi(), package("callgate-bpf", "callgate-abi", None)]).is_empty());
        assert_eq!(
            with(vec![package("callgate-abi", "callgate-bpf", None), package("callgate-bpf", "x", None)]),
            ["callgate-abi must not use callgate-bpf"]
        );
        assert!(with(vec![abi(), package("callgate-sys", "callgate-abi", Some("dev"))]).is_empty());
        assert_eq!(
            with(vec![
                package("callgate-abi", "callgate-bpf", Some("build")),
                package("callgate-bpf", "x", None)
            ]),
            ["callgate-abi must not use callgate-bpf"]
        );
        assert!(with(vec![abi(), package("callgate-tests", "callgate-abi", None)]).is_empty());
        assert_eq!(with(vec![package("callgate-new", "x", None)]).len(), 1);
    }
}
