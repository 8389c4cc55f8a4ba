//! `cargo xtask conformance`: real suites natively and supervised, under a policy that allows what they do and has
//! callgate judge it. Programs must be unable to tell the difference.

mod compare;
mod stage;
mod suites;

use anyhow::{Context, Result, bail, ensure};
use compare::{Difference, Outcomes};
use stage::{Stage, Way};
use std::collections::BTreeSet;
use std::path::Path;
use suites::{Known, Unit};

/// How often what differed is run again, alone: what came once only was the machine's load.
const ROUNDS: usize = 3;
const ENGINES: [&str; 2] = ["notify", "ptrace"];

/// What was asked for.
#[derive(Debug, Default)]
struct Asked<'a> {
    engines: Vec<&'a str>,
    install: bool,
    as_root: bool,
    /// Suites and units; empty: all.
    wanted: Vec<&'a str>,
}

impl Asked<'_> {
    fn of<'a>(args: &[&'a str]) -> Result<Asked<'a>> {
        let mut asked = Asked::default();
        let mut args = args.iter().copied();
        while let Some(arg) = args.next() {
            match arg {
                "--install" => asked.install = true,
                "--as-root" => asked.as_root = true,
                "--engine" => {
                    let engine = args.next().filter(|name| ENGINES.contains(name));
                    asked.engines.push(engine.context("--engine is notify or ptrace")?);
                }
                _ if arg.starts_with('-') => bail!("unknown option {arg}"),
                _ => asked.wanted.push(arg),
            }
        }
        if asked.engines.is_empty() {
            asked.engines = ENGINES.to_vec();
        }
        Ok(asked)
    }
}

/// Runs what the arguments ask for; fails when something differs that is not known to.
pub(crate) fn run(root: &Path, args: &[&str]) -> Result<()> {
    let asked = Asked::of(args)?;
    let folder = root.join("tests/conformance");
    let units = suites::units(&folder, &asked.wanted)?;
    let known = suites::known(&folder)?;
    if asked.install {
        stage::install(root)?;
    }
    let stage = Stage::set(root, asked.as_root)?;
    let (mut unexplained, mut explained, mut compared) = (0, 0, 0);
    for unit in &units {
        let native = stage.run(unit, &[], Way::Natively)?;
        ensure!(native.len() > 1, "{} tried nothing natively", unit.name);
        for engine in &asked.engines {
            let differences = supervise(&stage, unit, engine, native.clone())?;
            compared += native.len();
            let count = differences.len();
            let line =
                format!("{} {} {engine}: {} compared, {count} differ", unit.suite, unit.name, native.len());
            // Of what is the same only who waits wants to hear.
            if count == 0 {
                eprintln!("{line}");
            } else {
                say(&line);
            }
            let concerned: Vec<&Known> = known.iter().filter(|known| known.concerns(unit, engine)).collect();
            for known in &concerned {
                if !differences.iter().any(|difference| known.explains(unit, engine, difference)) {
                    say(&format!("  no longer differs: {known}"));
                }
            }
            for difference in &differences {
                let Difference { name, native, supervised } = difference;
                say(&format!("  {name}\n    natively   {native}\n    supervised {supervised}"));
                match concerned.iter().find(|known| known.explains(unit, engine, difference)) {
                    Some(known) => {
                        explained += 1;
                        say(&format!("    known: {}", known.reason));
                    }
                    None => unexplained += 1,
                }
            }
        }
    }
    say(&format!(
        "{compared} compared, {explained} differ as docs/semantics.md says, {unexplained} differ otherwise"
    ));
    ensure!(unexplained == 0, "{unexplained} differences are not explained in tests/conformance/known.tsv");
    Ok(())
}

fn say(line: &str) {
    use std::io::Write;
    // Nobody reads on: the exit code still tells.
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// What differs under an engine, and goes on to.
fn supervise(stage: &Stage, unit: &Unit, engine: &str, mut native: Outcomes) -> Result<Vec<Difference>> {
    let first = stage.run(unit, &[], Way::Supervised(engine))?;
    let names: Vec<String> =
        native.differences(&first).into_iter().map(|difference| difference.name).collect();
    if names.is_empty() {
        return Ok(Vec::new());
    }
    // The end of the whole comes only of the whole; a part of a test only with the test.
    let tests = names.iter().filter(|name| **name != unit.name).filter_map(|name| name.split(' ').next());
    let alone: BTreeSet<String> = tests.map(str::to_owned).collect();
    let alone: Vec<String> = alone.into_iter().collect();
    let mut supervised = Outcomes::default();
    for _ in 0..ROUNDS {
        native.merge(stage.run(unit, &alone, Way::Natively)?);
        supervised.merge(stage.run(unit, &alone, Way::Supervised(engine))?);
    }
    let differences = native.differences(&supervised);
    Ok(differences.into_iter().filter(|difference| names.contains(&difference.name)).collect())
}

#[cfg(test)]
mod tests {
    use super::Asked;

    #[test]
    fn arguments() {
        let asked = Asked::of(&["--engine", "ptrace", "test_os", "--as-root"]).unwrap();
        assert_eq!((asked.engines, asked.wanted), (vec!["ptrace"], vec!["test_os"]));
        assert!(asked.as_root && !asked.install);
        assert_eq!(Asked::of(&[]).unwrap().engines, ["notify", "ptrace"]);
        for wrong in [&["--engine"][..], &["--engine", "none"], &["--root"]] {
            assert!(Asked::of(wrong).is_err(), "{wrong:?}");
        }
    }
}
