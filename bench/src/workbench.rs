//! The filter workbench: every command on real filters, as whole processes, beside the tools that read filters too.

use crate::measure::{Bench, Cost};
use crate::table::Table;
use anyhow::{Context, ensure};
use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Filters of a stack.
const STACKED: usize = 20;
/// What a command may take.
const ASKED: &str = "under 50 ms and 50 MB";
/// The call that filters are run on.
const CALL: [&str; 4] = ["openat", "AT_FDCWD", "0x1000", "O_RDWR"];

/// A filter in the forms that commands take.
struct Filter {
    name: String,
    raw: PathBuf,
    /// callgate's listing.
    listing: PathBuf,
    /// Another filter that has nothing to do with it.
    other: PathBuf,
    instructions: u64,
}

/// Words of a command, and what it reads as standard input.
struct Words {
    words: Vec<OsString>,
    input: Option<PathBuf>,
}

impl Words {
    fn of<W: Into<OsString>>(words: impl IntoIterator<Item = W>) -> Words {
        Words { words: words.into_iter().map(Into::into).collect(), input: None }
    }
}

type Task = fn(&Filter, &Path) -> Words;

/// What callgate does with each filter; the second argument is a file to write.
const TASKS: &[(&str, Task)] = &[
    ("disasm", |filter, _| Words::of(["disasm".into(), filter.raw.clone()])),
    ("asm", |filter, out| {
        Words::of(["asm".into(), filter.listing.clone(), "-o".into(), out.with_extension("bpf")])
    }),
    ("emu", |filter, _| {
        let mut words = Words::of(["emu".into(), filter.raw.clone()]);
        words.words.extend(CALL.map(OsString::from));
        words
    }),
    ("explain", |filter, _| Words::of(["explain".into(), filter.raw.clone()])),
    ("explain --policy", |filter, _| Words::of(["explain".into(), "--policy".into(), filter.raw.clone()])),
    ("diff with another", |filter, _| Words::of(["diff".into(), filter.raw.clone(), filter.other.clone()])),
    ("lint", |filter, _| Words::of(["lint".into(), filter.raw.clone()])),
    ("graph, SVG", |filter, out| {
        Words::of(["graph".into(), filter.raw.clone(), "-o".into(), out.with_extension("svg")])
    }),
    ("optimize", |filter, out| {
        Words::of(["optimize".into(), filter.raw.clone(), "-o".into(), out.with_extension("bpf")])
    }),
];

/// Measures callgate and its peers; the figures are a table of their own.
pub(crate) fn measure(bench: &Bench) -> anyhow::Result<Table> {
    let filters = filters(bench)?;
    let mut table = Table::new(&["command", "median", "worst", "of", "most memory", "asked"]);
    let out = bench.folder().join("out");
    for (name, task) in TASKS {
        let title = format!("{name}, {} filters", filters.len());
        let words = |filter: &Filter| callgate(bench, task(filter, &out));
        table.add(row(bench, &title, &filters, words, 2)?.cells(ASKED));
    }
    stacks(bench, &filters, &out, &mut table)?;
    unrelated(bench, &mut table)?;
    hard(bench, &out, &mut table)?;
    peers(bench, &filters, &out, &mut table)?;
    Ok(table)
}

fn callgate(bench: &Bench, words: Words) -> Words {
    let mut all = vec![bench.callgate().into()];
    all.extend(words.words);
    Words { words: all, input: words.input }
}

/// What commands cost that are of one kind.
struct Row {
    title: String,
    /// By the time that each took.
    costs: Vec<(Cost, String)>,
}

impl Row {
    fn cells(&self, asked: &str) -> Vec<String> {
        let (Some((median, _)), Some((worst, of))) =
            (self.costs.get(self.costs.len() / 2), self.costs.last())
        else {
            return vec![self.title.clone()];
        };
        let most = self.costs.iter().map(|(cost, _)| cost.kilobytes).max().unwrap_or(0);
        vec![
            self.title.clone(),
            format!("{:.1} ms", median.nanoseconds / 1e6),
            format!("{:.1} ms", worst.nanoseconds / 1e6),
            of.clone(),
            format!("{} MB", most.div_ceil(1024)),
            asked.to_owned(),
        ]
    }
}

/// Runs a command on each filter; exit code `failed` is none that a figure could be taken of.
fn row(
    bench: &Bench,
    title: &str,
    filters: &[Filter],
    words: impl Fn(&Filter) -> Words,
    failed: i32,
) -> anyhow::Result<Row> {
    let mut costs = Vec::new();
    for filter in filters {
        let Words { words, input } = words(filter);
        let cost = bench.cost(&words, input.as_deref())?;
        ensure!(cost.code >= 0 && cost.code != failed, "{words:?} ends with {}", cost.code);
        costs.push((cost, format!("{} ({})", filter.name, filter.instructions)));
    }
    costs.sort_by(|(left, _), (right, _)| left.nanoseconds.total_cmp(&right.nanoseconds));
    Ok(Row { title: title.to_owned(), costs })
}

/// The corpus.
fn filters(bench: &Bench) -> anyhow::Result<Vec<Filter>> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/analyze/tests/data/corpus");
    let mut paths = Vec::new();
    for entry in fs::read_dir(corpus)? {
        paths.push(entry?.path().canonicalize()?);
    }
    paths.sort();
    // A name with a capture's number; the program's is in it twice.
    let name =
        |path: &Path| path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let mut filters = Vec::new();
    for (at, raw) in paths.iter().enumerate() {
        let listing = bench.folder().join(name(raw)).with_extension("asm");
        run(bench.command(bench.callgate()).arg("disasm").arg(raw), &listing)?;
        let short: Vec<&str> =
            raw.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().split('.').collect();
        filters.push(Filter {
            name: short[..short.len().min(2)].join("."),
            raw: raw.clone(),
            listing,
            other: paths[(at + paths.len() / 2) % paths.len()].clone(),
            instructions: fs::metadata(raw)?.len() / 8,
        });
    }
    Ok(filters)
}

/// Writes a command's output down.
fn run(command: &mut Command, to: &Path) -> anyhow::Result<()> {
    let output = command.output().with_context(|| format!("{command:?}"))?;
    ensure!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(fs::write(to, output.stdout)?)
}

/// The longest filters of the corpus as one stack.
fn stacks(bench: &Bench, filters: &[Filter], out: &Path, table: &mut Table) -> anyhow::Result<()> {
    let mut longest: Vec<&Filter> = filters.iter().collect();
    longest.sort_by_key(|filter| std::cmp::Reverse(filter.instructions));
    let join = |filters: &[&Filter]| {
        filters.iter().map(|filter| filter.raw.to_string_lossy()).collect::<Vec<_>>().join("+").into()
    };
    let stack = Filter {
        name: format!("the {STACKED} longest"),
        raw: join(&longest[..STACKED]),
        listing: PathBuf::new(),
        other: join(&longest[1..=STACKED]),
        instructions: longest[..STACKED].iter().map(|filter| filter.instructions).sum(),
    };
    for (name, task) in TASKS.iter().filter(|(name, _)| !matches!(*name, "asm" | "graph, SVG")) {
        let title = format!("{name}, a stack");
        let words = |filter: &Filter| callgate(bench, task(filter, out));
        table.add(row(bench, &title, std::slice::from_ref(&stack), words, 2)?.cells(ASKED));
    }
    Ok(())
}

/// Two filters of a thousand instructions that have nothing to do with each other, of several ABIs each.
fn unrelated(bench: &Bench, table: &mut Table) -> anyhow::Result<()> {
    let (left, right) = (bench.folder().join("left.asm"), bench.folder().join("right.asm"));
    for (path, seed) in [(&left, 1), (&right, 77)] {
        fs::write(path, long_filter(seed)?)?;
    }
    let words = callgate(bench, Words::of(["diff".into(), left, right]));
    let cost = bench.cost(&words.words, None)?;
    ensure!(cost.code == 1, "the filters differ, and diff ends with {}", cost.code);
    let row = Row {
        title: "diff of two unrelated filters".to_owned(),
        costs: vec![(cost, "1000 instructions each".to_owned())],
    };
    table.add(row.cells("under 1 s"));
    Ok(())
}

/// Of eight architectures a dozen calls each, most by their arguments: 1000 instructions in all.
fn long_filter(seed: u32) -> anyhow::Result<String> {
    let mut state = seed;
    let mut next = |limit: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % limit
    };
    let mut text = String::from("A = arch\n");
    let mut length = 1;
    for arch in ["x86_64", "i386", "aarch64", "arm", "riscv64", "s390x", "ppc64le", "mips64"] {
        writeln!(text, "if A != {arch} goto not_{arch}\nA = nr")?;
        length += 3;
        for call in 0..20 {
            let (nr, arg, value) = (next(400), next(6), next(64));
            let test = ["==", "!=", ">", "&"][next(4) as usize];
            let answer = ["allow", "errno 1", "errno 38", "trap 0", "log"][next(5) as usize];
            writeln!(text, "if A != {nr} goto {arch}_{call}\nA = lo32(args[{arg}])")?;
            writeln!(text, "if A {test} {value} {{ return {answer} }}\nreturn kill\n{arch}_{call}: A = nr")?;
            length += 6;
        }
        let answer = ["allow", "errno 1"][next(2) as usize];
        writeln!(text, "return {answer}\nnot_{arch}: A = arch")?;
        length += 1;
    }
    for _ in length..999 {
        writeln!(text, "A = lo32(args[{}])", next(6))?;
    }
    writeln!(text, "return kill")?;
    Ok(text)
}

/// Filters made to be hard.
fn hard(bench: &Bench, out: &Path, table: &mut Table) -> anyhow::Result<()> {
    let mut filters = Vec::new();
    for (name, bytes) in callgate_tests::hard::filters() {
        let raw = bench.folder().join(name).with_extension("hard");
        fs::write(&raw, &bytes)?;
        let listing = raw.with_extension("asm");
        run(bench.command(bench.callgate()).arg("disasm").arg(&raw), &listing)?;
        filters.push(Filter {
            name: name.to_owned(),
            other: raw.clone(),
            raw,
            listing,
            instructions: bytes.len() as u64 / 8,
        });
    }
    for at in 0..filters.len() {
        let next = filters[(at + 1) % filters.len()].raw.clone();
        filters[at].other = next;
    }
    for (name, task) in TASKS {
        let title = format!("{name}, {} filters made to be hard", filters.len());
        table.add(row(bench, &title, &filters, |filter| callgate(bench, task(filter, out)), 2)?.cells(""));
    }
    Ok(())
}

/// A tool that does what one of our commands does.
struct Peer {
    program: &'static str,
    title: &'static str,
    words: fn(&Filter, &Path) -> Words,
    /// The same filters as text of the tool's own.
    own_text: bool,
}

const PEERS: &[Peer] = &[
    Peer {
        program: "ceccomp",
        title: "ceccomp disasm",
        words: |filter, _| Words::of(["ceccomp".into(), "disasm".into(), filter.raw.clone()]),
        own_text: false,
    },
    Peer {
        program: "ceccomp",
        title: "ceccomp asm",
        words: |_, text| {
            Words::of(["ceccomp".into(), "asm".into(), "-f".into(), "raw".into(), text.to_owned()])
        },
        own_text: true,
    },
    Peer {
        program: "ceccomp",
        title: "ceccomp emu",
        words: |_, text| {
            Words::of(["ceccomp".into(), "emu".into(), "-q".into(), text.to_owned(), "openat".into()])
        },
        own_text: true,
    },
    Peer {
        program: "seccomp-tools",
        title: "seccomp-tools disasm",
        words: |filter, _| Words::of(["seccomp-tools".into(), "disasm".into(), filter.raw.clone()]),
        own_text: false,
    },
    Peer {
        program: "seccomp-tools",
        title: "seccomp-tools emu",
        words: |filter, _| {
            Words::of(["seccomp-tools".into(), "emu".into(), filter.raw.clone(), "openat".into()])
        },
        own_text: false,
    },
    Peer {
        program: "scmp_bpf_disasm",
        title: "libseccomp's scmp_bpf_disasm",
        words: |filter, _| Words { words: vec!["scmp_bpf_disasm".into()], input: Some(filter.raw.clone()) },
        own_text: false,
    },
    Peer {
        program: "scmp_bpf_sim",
        title: "libseccomp's scmp_bpf_sim",
        words: |filter, _| {
            let words = ["scmp_bpf_sim", "-a", "x86_64", "-s", "257", "-f"];
            let mut words = Words::of(words);
            words.words.push(filter.raw.clone().into());
            words
        },
        own_text: false,
    },
];

fn peers(bench: &Bench, filters: &[Filter], out: &Path, table: &mut Table) -> anyhow::Result<()> {
    let search = std::env::var_os("PATH").unwrap_or_default();
    for Peer { program, title, words, own_text } in PEERS {
        if !std::env::split_paths(&search).any(|folder| folder.join(program).is_file()) {
            table.add(vec![(*title).to_owned(), "not here".to_owned()]);
            continue;
        }
        let text = |filter: &Filter| out.with_file_name(format!("{}.{program}", filter.name));
        if *own_text {
            for filter in filters {
                run(bench.command(program).arg("disasm").arg(&filter.raw), &text(filter))?;
            }
        }
        let title = format!("{title}, {} filters", filters.len());
        table.add(row(bench, &title, filters, |filter| words(filter, &text(filter)), 127)?.cells(""));
    }
    Ok(())
}
