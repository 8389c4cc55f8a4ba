//! Whole programs: natively, over the C floor, under callgate's preset `workspace`, under policies that Landlock holds, and
//! under other tools.

use crate::measure::Bench;
use crate::runners::{Runner, held_by_landlock};
use crate::table::Table;
use anyhow::{Context, ensure};
use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Turns that each runner takes at each program; the median of them counts.
const TURNS: usize = 3;
/// Files of the archive.
const FILES: usize = 20_000;
/// Who runs the programs when root runs the benchmark, unless `CALLGATE_BENCH_UID` says otherwise: the figures
/// are an ordinary user's.
const ORDINARY: u32 = 65_534;

/// A program that people run.
struct Workload {
    name: &'static str,
    /// What is asked of callgate, as a ratio to native.
    asked: f64,
    /// The same of policies that Landlock holds.
    asked_of_landlock: Option<f64>,
    folder: &'static str,
    command: &'static str,
    /// What a turn leaves, to be removed before the next.
    made: &'static [&'static str],
}

const WORKLOADS: &[Workload] = &[
    Workload {
        name: "tar x of 20,000 files",
        asked: 2.2,
        asked_of_landlock: Some(1.03),
        folder: "tar",
        command: "tar xf archive.tar",
        made: &["many"],
    },
    Workload {
        name: "git clone",
        asked: 1.5,
        asked_of_landlock: Some(1.03),
        folder: "git",
        command: "git clone --quiet upstream clone",
        made: &["clone"],
    },
    Workload {
        name: "python importing 20 packages",
        asked: 1.3,
        asked_of_landlock: None,
        folder: "python",
        command: "/usr/bin/python3 import.py",
        made: &[],
    },
    Workload {
        name: "cargo build",
        asked: 1.3,
        asked_of_landlock: Some(1.03),
        folder: "cargo",
        command: "cargo build --quiet --offline",
        made: &["target", "Cargo.lock"],
    },
];

const PACKAGES: &str = "asyncio, argparse, concurrent.futures, ctypes, csv, decimal, email.message, html.parser, \
    http.client, importlib.metadata, inspect, json, logging.config, multiprocessing, pydoc, sqlite3, tarfile, \
    unittest.mock, urllib.request, xml.dom.minidom";

/// Where the programs run, and by what.
pub(crate) struct Programs<'b> {
    bench: &'b Bench,
    folder: PathBuf,
    home: PathBuf,
    /// The user that root becomes.
    user: Option<u32>,
    runners: Vec<Runner>,
}

impl<'b> Programs<'b> {
    /// Makes an archive, a repository, a script and a crate, all of the user who is to run the programs.
    pub(crate) fn prepare(bench: &'b Bench) -> anyhow::Result<Programs<'b>> {
        let folder = bench.folder().join("programs");
        let home = bench.folder().join("home");
        let writable = [folder.as_path(), &home.join("tmp"), &home.join(".cargo")];
        for folder in writable {
            fs::create_dir_all(folder)?;
        }
        let held = [bench.folder().join("landlock.toml"), bench.folder().join("landlock-alone.toml")];
        fs::write(&held[0], held_by_landlock(&writable, ""))?;
        fs::write(&held[1], held_by_landlock(&writable, ", via = \"kernel\""))?;
        let runners = Runner::all(bench, &writable, [&held[0], &held[1]]);
        let mut programs = Programs { bench, folder, home, user: ordinary_user()?, runners };
        for workload in WORKLOADS {
            fs::create_dir_all(programs.folder.join(workload.folder))?;
        }
        archive(&programs.folder.join("tar"))?;
        fs::write(programs.folder.join("python/import.py"), format!("import {PACKAGES}\n"))?;
        krate(&programs.folder.join("cargo"))?;
        if let Some(owner) = programs.user {
            callgate_tests::tools::rust_home(&programs.home, owner).context("a toolchain for the user")?;
            programs.shell(&format!("chown -R {owner}:{owner} ."), bench.folder())?;
        }
        programs.repository()?;
        for policy in &held {
            programs.is_held(policy)?;
        }
        for index in 0..programs.runners.len() {
            let runner = &programs.runners[index];
            if let Err(error) = programs.run(runner, "/bin/true", &programs.folder) {
                ensure!(!runner.is_callgate(), error);
                eprintln!("{} is left out: {error}", runner.name);
                programs.runners[index].runs = false;
            }
        }
        Ok(programs)
    }

    /// Landlock must hold what is measured as held by it.
    fn is_held(&self, policy: &Path) -> anyhow::Result<()> {
        let mut command = self.bench.command(self.bench.callgate().as_os_str());
        command.args(["show", "--plan"]).arg(policy).current_dir(&self.folder).env("HOME", &self.home);
        self.as_user(&mut command)?;
        let output = command.output()?;
        let plan = String::from_utf8_lossy(&output.stdout);
        ensure!(plan.contains("denials of fs.write by Landlock"), "{}: {plan}", policy.display());
        Ok(())
    }

    /// Runs everything by turns and adds the medians.
    pub(crate) fn measure(&self, table: &mut Table) -> anyhow::Result<()> {
        for workload in WORKLOADS {
            let mut turns: Vec<Vec<Duration>> = vec![Vec::new(); self.runners.len()];
            for turn in 1..=TURNS {
                eprintln!("{}: turn {turn} of {TURNS}", workload.name);
                for (runner, turns) in self.runners.iter().zip(&mut turns) {
                    if runner.runs {
                        turns.push(self.turn(workload, runner)?);
                    }
                }
            }
            let medians: Vec<Option<f64>> = turns.into_iter().map(median).collect();
            for (runner, median) in self.runners.iter().zip(&medians) {
                eprintln!("{}, {}: {:.3} s", workload.name, runner.name, median.unwrap_or(f64::NAN));
            }
            let native = medians[0].context("native ran")?;
            for (runner, median) in self.runners.iter().zip(medians) {
                let what = format!("{}, {}", workload.name, runner.name);
                let Some(median) = median else {
                    table.missing(&what, "does not run here");
                    continue;
                };
                let asked = match (runner.is_callgate(), runner.is_landlock()) {
                    (true, _) => Some(workload.asked),
                    (_, true) => workload.asked_of_landlock,
                    _ => None,
                };
                let asked = asked.map(|asked| format!("at most {asked} × native"));
                let ratio = (runner.name != "native").then_some(median / native);
                table.row(&what, median * 1e3, "ms", ratio, asked.as_deref());
            }
        }
        Ok(())
    }

    /// Starts /bin/true by each runner and adds the medians.
    pub(crate) fn starts(&self, table: &mut Table) -> anyhow::Result<()> {
        const STARTS: usize = 30;
        let mut turns: Vec<Vec<Duration>> = vec![Vec::new(); self.runners.len()];
        for _ in 0..STARTS {
            for (runner, turns) in self.runners.iter().zip(&mut turns) {
                if runner.runs {
                    turns.push(self.run(runner, "/bin/true", &self.folder.join("python"))?);
                }
            }
        }
        for (runner, turns) in self.runners.iter().zip(turns) {
            let what = format!("start of /bin/true, {}", runner.name);
            match median(turns) {
                Some(median) => {
                    let asked = runner.is_callgate().then_some("below bwrap");
                    table.row(&what, median * 1e3, "ms", None, asked);
                }
                None => table.missing(&what, "does not run here"),
            }
        }
        Ok(())
    }

    fn turn(&self, workload: &Workload, runner: &Runner) -> anyhow::Result<Duration> {
        let folder = self.folder.join(workload.folder);
        for made in workload.made {
            let made = folder.join(made);
            if made.is_dir() {
                fs::remove_dir_all(&made)?;
            } else if made.exists() {
                fs::remove_file(&made)?;
            }
        }
        let took = self.run(runner, workload.command, &folder)?;
        for made in workload.made {
            ensure!(folder.join(made).exists(), "{} did not make {made}", runner.name);
        }
        Ok(took)
    }

    /// Runs a command by a runner, as the ordinary user, and says how long it took.
    fn run(&self, runner: &Runner, command: &str, folder: &Path) -> anyhow::Result<Duration> {
        let mut words: Vec<OsString> = runner.words.clone();
        words.extend(command.split(' ').map(OsString::from));
        let mut command = self.bench.command(&words[0]);
        command.args(&words[1..]).current_dir(folder).env("HOME", &self.home);
        command.env("TMPDIR", self.home.join("tmp"));
        self.as_user(&mut command)?;
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let start = Instant::now();
        let output = command.output().with_context(|| format!("{command:?}"))?;
        let took = start.elapsed();
        ensure!(
            output.status.success(),
            "{command:?}: {}\n{}",
            output.status,
            String::from_utf8_lossy(&output.stderr)
        );
        Ok(took)
    }

    fn as_user(&self, command: &mut Command) -> anyhow::Result<()> {
        use std::os::unix::process::CommandExt;
        if let Some(user) = self.user {
            let toolchain = self.home.join(".rustup/toolchains/stable/bin");
            let search = std::env::var_os("PATH").unwrap_or_default();
            let search = [toolchain].into_iter().chain(std::env::split_paths(&search));
            command.env("PATH", std::env::join_paths(search)?).uid(user).gid(user);
        }
        Ok(())
    }

    /// A repository of 1,000 files and 20 commits.
    fn repository(&self) -> anyhow::Result<()> {
        let script = "git init --quiet upstream && cd upstream && git config user.name n && git config user.email n@example.com && \
            for commit in $(seq 20); do mkdir part-$commit && for file in $(seq 50); do \
            echo \"file $file of $commit\" >part-$commit/file-$file; done && git add . && git commit --quiet -m $commit; done && git gc --quiet";
        self.shell(script, &self.folder.join("git"))
    }

    fn shell(&self, script: &str, folder: &Path) -> anyhow::Result<()> {
        let mut command = self.bench.command("sh");
        command.args(["-ec", script]).current_dir(folder).env("HOME", &self.home);
        if !script.starts_with("chown") {
            self.as_user(&mut command)?;
        }
        let status = command.status()?;
        ensure!(status.success(), "{script}: {status}");
        Ok(())
    }
}

fn ordinary_user() -> anyhow::Result<Option<u32>> {
    use std::os::unix::fs::MetadataExt;
    if fs::metadata("/proc/self")?.uid() != 0 {
        return Ok(None);
    }
    let wanted = std::env::var("CALLGATE_BENCH_UID").ok();
    let wanted = wanted.map(|text| text.parse().context("CALLGATE_BENCH_UID is a number")).transpose()?;
    Ok(Some(wanted.unwrap_or(ORDINARY)))
}

fn median(mut turns: Vec<Duration>) -> Option<f64> {
    turns.sort_unstable();
    turns.get(turns.len() / 2).map(Duration::as_secs_f64)
}

fn archive(folder: &Path) -> anyhow::Result<()> {
    let tree = folder.join("many");
    for part in 0..FILES / 100 {
        let part = tree.join(format!("part-{part}"));
        fs::create_dir_all(&part)?;
        for file in 0..100 {
            fs::write(part.join(format!("file-{file}")), "A line of text.\n".repeat(8))?;
        }
    }
    let status = Command::new("tar").args(["cf", "archive.tar", "many"]).current_dir(folder).status()?;
    ensure!(status.success(), "tar: {status}");
    Ok(fs::remove_dir_all(tree)?)
}

/// A crate of 40 modules with a build script and a dependency.
fn krate(folder: &Path) -> anyhow::Result<()> {
    let manifest = |name: &str, more: &str| {
        format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n{more}")
    };
    for part in ["src", "helper/src"] {
        fs::create_dir_all(folder.join(part))?;
    }
    let more = "[dependencies]\nhelper = { path = \"helper\" }\n[workspace]\n";
    fs::write(folder.join("Cargo.toml"), manifest("program", more))?;
    fs::write(folder.join("helper/Cargo.toml"), manifest("helper", ""))?;
    fs::write(
        folder.join("helper/build.rs"),
        "fn main() { println!(\"cargo:rerun-if-changed=build.rs\"); }\n",
    )?;
    fs::write(folder.join("helper/src/lib.rs"), "pub fn help(n: u64) -> u64 { n + 1 }\n")?;
    let (mut modules, mut calls) = (String::new(), String::new());
    for module in 0..40 {
        writeln!(modules, "mod m{module};")?;
        writeln!(calls, "    println!(\"{{}}\", m{module}::sum({module}));")?;
        let text = "pub fn sum(n: u64) -> String { (0..n).map(helper::help).map(|n| n.to_string()).collect::<Vec<_>>().join(\" \") }\n";
        fs::write(folder.join(format!("src/m{module}.rs")), text)?;
    }
    Ok(fs::write(folder.join("src/main.rs"), format!("{modules}fn main() {{\n{calls}}}\n"))?)
}
