//! callgate's compiler beside others: how long a filter takes to make, how long it is, and what calls cost under it.
//!
//! callgate, seccompiler and kafel start from a text each of its own, libseccomp from rules that were read before the
//! clock ran. seccompiler and kafel make filters for one ABI that do not tell x32 from it; what they have no words for is
//! left out of theirs.

use crate::measure::{c_program, figure, median};
use crate::peers::{self, number};
use crate::table::Table;
use anyhow::{Context, bail, ensure};
use callgate_abi::{Abi, Action, Endian, KernelVersion, SeccompData};
use callgate_bpf::{Program, interp};
use callgate_compile::{Options, compile};
use callgate_plan::Plan;
use callgate_policy::import::{self, import};
use callgate_policy::model::Syscalls;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// Filters made in a row; the median counts.
const BUILDS: usize = 101;
/// Turns that each filter takes; the median counts.
const TURNS: usize = 31;
/// Calls a turn.
const CALLS: u32 = 200_000;
/// Podman's default profile, which Debian has.
const PODMAN: &str = "/usr/share/containers/seccomp.json";

/// A call that does next to nothing, and its first arguments.
type Measured = (&'static str, [u64; 3]);

/// A profile, and calls of which no number alone decides.
struct Subject {
    name: String,
    text: String,
    uncached: &'static [Measured],
}

/// A call that every profile allows by its number.
const CACHED: Measured = ("getppid", [0, 0, 0]);
/// Of a container's profile: `socket` of a type that there is not, and asking for the personality.
const OF_CONTAINERS: &[Measured] = &[("socket", [1, 0xfff, 0]), ("personality", [0xffff_ffff, 0, 0])];

fn subjects() -> anyhow::Result<Vec<Subject>> {
    let read = |path: &Path| std::fs::read_to_string(path).with_context(|| path.display().to_string());
    let mut subjects = Vec::new();
    if let Some(folder) = std::env::var_os("CALLGATE_PROFILES") {
        let mut paths = std::fs::read_dir(&folder)?
            .map(|entry| Ok(entry?.path()))
            .collect::<std::io::Result<Vec<PathBuf>>>()?;
        paths.sort();
        for path in paths {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            subjects.push(Subject { name, text: read(&path)?, uncached: OF_CONTAINERS });
        }
    }
    let podman =
        read(Path::new(PODMAN)).context("Debian's package golang-github-containers-common has it")?;
    subjects.push(Subject { name: "Podman's default".to_owned(), text: podman, uncached: OF_CONTAINERS });
    let own: [(&str, &str, &'static [Measured]); 3] = [
        ("a list of 40 calls", include_str!("../profiles/allow-list.json"), &[("getuid", [0, 0, 0])]),
        ("open, read, write", include_str!("../profiles/orw.json"), &[("getuid", [0, 0, 0])]),
        (
            "calls by arguments",
            include_str!("../profiles/arguments.json"),
            &[("lseek", [999, 0, 1]), ("socket", [1, 0xfff, 0])],
        ),
    ];
    for (name, text, uncached) in own {
        subjects.push(Subject { name: name.to_owned(), text: text.to_owned(), uncached });
    }
    Ok(subjects)
}

/// A filter, and what it took.
struct Made {
    by: &'static str,
    /// Nanoseconds.
    build: f64,
    filter: Program,
}

/// Adds the figures of all profiles.
pub(crate) fn measure(table: &mut Table) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let folder = folder.path();
    let libseccomp = c_program(folder, "libseccomp", &["-lseccomp"])?;
    let filtered = c_program(folder, "filtered", &[])?;
    for subject in subjects()? {
        for arches in [&[Abi::X86_64][..], &[Abi::X86_64, Abi::I386, Abi::X32]] {
            let made = make_all(folder, &libseccomp, &subject, arches)
                .with_context(|| format!("the profile {}", subject.name))?;
            let names: Vec<&str> = arches.iter().map(|abi| abi.name()).collect();
            let of = format!("{}, {}", subject.name, names.join("+"));
            tell(table, &of, &made);
            if let [_] = arches {
                for call in subject.uncached.iter().chain([&CACHED]) {
                    cost(folder, &filtered, table, &of, &made, *call)?;
                }
            }
        }
    }
    Ok(())
}

fn tell(table: &mut Table, of: &str, made: &[Made]) {
    let (own, shortest) = (made[0].build, made[0].filter.len());
    for one in made {
        let ratio = Some(one.build / own);
        table.row(&format!("{of}: built by {}", one.by), one.build / 1e3, "µs", ratio, None);
    }
    for one in made {
        table.count(&format!("{of}: length by {}", one.by), one.filter.len(), shortest);
    }
}

/// Everybody's filter of one profile, callgate's first. Those who know one ABI are left out where there are several.
fn make_all(
    folder: &Path,
    libseccomp: &Path,
    subject: &Subject,
    arches: &[Abi],
) -> anyhow::Result<Vec<Made>> {
    let options = import::Options {
        native: Abi::X86_64,
        arches: Some(arches.to_vec()),
        ..import::Options::new(KernelVersion { major: 6, minor: 1 })
    };
    let read = || match import("profile", &subject.text, &options) {
        Ok(imported) => Ok(imported.policy),
        Err(found) => bail!("{}", found.render(false)),
    };
    let own = || Ok(compile(&read()?, &Plan::default(), &Options::default())?.to_bytes());
    let mut made = vec![timed("callgate", own)?];
    let policy = read()?;
    let syscalls = policy.syscalls.as_ref().context("a profile has calls")?;
    let alone = matches!(arches, [_]);
    let rules = peers::rules(syscalls, alone);
    for (by, optimize) in [("libseccomp", "1"), ("libseccomp, OPTIMIZE=2", "2")] {
        let (lines, out) = (folder.join("rules"), folder.join("filter"));
        std::fs::write(&lines, peers::libseccomp(syscalls, &rules))?;
        let mut command = Command::new(libseccomp);
        let build = figure(command.arg(&lines).args([optimize, &BUILDS.to_string()]).arg(&out))?;
        made.push(Made { by, build, filter: program(&std::fs::read(&out)?)? });
    }
    if alone {
        let text = peers::seccompiler(syscalls, &rules, knows_seccompiler);
        made.push(timed("seccompiler", || of_seccompiler(&text))?);
        let text = peers::kafel(syscalls, &rules, |name| kafel::resolve_syscall(name).is_ok());
        made.push(timed("kafel", || of_kafel(&text))?);
    }
    for one in &made {
        agrees(subject, syscalls, one)?;
    }
    Ok(made)
}

fn timed(by: &'static str, mut make: impl FnMut() -> anyhow::Result<Vec<u8>>) -> anyhow::Result<Made> {
    let mut turns = Vec::new();
    let mut bytes = Vec::new();
    for _ in 0..BUILDS {
        let start = Instant::now();
        bytes = make().context(by)?;
        turns.push(start.elapsed().as_secs_f64() * 1e9);
    }
    Ok(Made { by, build: median(turns), filter: program(&bytes)? })
}

fn program(bytes: &[u8]) -> anyhow::Result<Program> {
    Ok(Program::from_bytes(bytes, Endian::Little)?)
}

fn of_seccompiler(text: &str) -> anyhow::Result<Vec<u8>> {
    let mut filters = seccompiler::compile_from_json(text.as_bytes(), seccompiler::TargetArch::x86_64)?;
    let filter = filters.remove("main").context("the filter")?;
    let bytes = |insn: &seccompiler::sock_filter| encoded(insn.code, insn.jt, insn.jf, insn.k);
    Ok(filter.iter().flat_map(bytes).collect())
}

fn of_kafel(text: &str) -> anyhow::Result<Vec<u8>> {
    let program = kafel::compile(text).map_err(|error| anyhow::anyhow!("{error}"))?;
    let insns = program.instructions().iter();
    Ok(insns.flat_map(|insn| encoded(insn.code, insn.jt, insn.jf, insn.k)).collect())
}

fn encoded(code: u16, jt: u8, jf: u8, k: u32) -> [u8; 8] {
    callgate_bpf::Insn::new(code, jt, jf, k).to_bytes(Endian::Little)
}

/// seccompiler says which names it knows only by refusing a filter.
fn knows_seccompiler(name: &str) -> bool {
    let text = format!(
        r#"{{"main": {{"mismatch_action": "trap", "match_action": "allow", "filter": [{{"syscall": "{name}"}}]}}}}"#
    );
    seccompiler::compile_from_json(text.as_bytes(), seccompiler::TargetArch::x86_64).is_ok()
}

/// That a filter answers what is measured as the profile does: else another thing would be measured.
fn agrees(subject: &Subject, syscalls: &Syscalls, made: &Made) -> anyhow::Result<()> {
    for (name, args) in subject.uncached.iter().chain([&CACHED]) {
        let nr = number(name).context("a call")?;
        let args = [args[0], args[1], args[2], 0, 0, 0];
        let data =
            SeccompData { nr: nr as i32, arch: Abi::X86_64.audit_arch(), instruction_pointer: 0, args };
        let (expected, found) =
            (syscalls.evaluate(&data).action, Action::from_ret(interp::run(&made.filter, &data)));
        ensure!(
            expected == found,
            "{name} gets {found} from the filter of {}, and {expected} by the profile",
            made.by
        );
    }
    Ok(())
}

/// What one call costs under each of the filters, by turns.
fn cost(
    folder: &Path,
    filtered: &Path,
    table: &mut Table,
    of: &str,
    made: &[Made],
    (name, args): Measured,
) -> anyhow::Result<()> {
    let nr = number(name).context("a call")?.to_string();
    let mut files = vec![("no filter", PathBuf::from("-"))];
    for (at, one) in made.iter().enumerate() {
        let file = folder.join(format!("filter-{at}"));
        std::fs::write(&file, one.filter.to_bytes())?;
        files.push((one.by, file));
    }
    let mut turns = vec![Vec::new(); files.len()];
    for _ in 0..TURNS {
        for (at, (_, file)) in files.iter().enumerate() {
            let mut command = Command::new(filtered);
            command.arg(file).args(["0", &CALLS.to_string(), &nr]);
            turns[at].push(figure(command.args(args.map(|arg| arg.to_string())))?);
        }
    }
    let medians: Vec<f64> = turns.into_iter().map(median).collect();
    let best = medians[1..].iter().copied().fold(f64::INFINITY, f64::min);
    for (at, ((by, _), ns)) in files.iter().zip(&medians).enumerate() {
        let asked = (at == 1).then_some("within 2 ns of the best");
        table.row(&format!("{of}: {name}, {by}"), *ns, "ns", (at > 0).then_some(ns / best), asked);
    }
    Ok(())
}
