//! `callgate lint`.

use crate::failure::{Failure, quoted};
use crate::imports::ImportArgs;
use crate::input::{self, Filter};
use crate::subject::{Subject, described, names_policy};
use crate::terminal::{self, BOLD, Colour, DIM, GREEN, Out, RED, YELLOW, stderr_colour};
use crate::{calls, exit, given_call};
use callgate_abi::format::arguments;
use callgate_abi::{Abi, SeccompData, Sysno};
use callgate_analyze::lint::{
    self, Example, Finding, Installed, RULES, Report, Rule, Severity, Undecided, Witness,
};
use callgate_analyze::{Limits, Reference, Space};
use callgate_bpf::{Program, VerifyError, interp};
use callgate_events::text::counted;
use callgate_policy::Diagnostics;
use callgate_policy::import::{self, Runtime};
use clap::ValueHint;
use serde_json::{Value, json};
use std::ffi::{OsStr, OsString};
use std::fmt::Write as _;
use std::io::Write;

/// Find what in a filter or policy is probably not what its author wants, each with a call that shows it
///
/// Exits 1 if there are errors or warnings, 3 if something could not be decided.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Each FILE is looked at by itself: a filter in any format, several joined by `+` (a stack, the first \
    installed first), `pid:N` (the filters of a process), a policy (a file ending in .toml), or `preset:NAME`.\n\
    Exit codes: 0 nothing but notes, 1 errors or warnings, 2 wrong usage or unreadable input, 3 part of it could not be \
    decided, whatever else was found."
)]
pub(crate) struct Args {
    /// Filters, stacks, policies
    #[arg(value_name = "FILE", required_unless_present_any = ["list", "explain"], value_hint = ValueHint::FilePath)]
    files: Vec<OsString>,
    /// Also what this runtime would do otherwise with the profile
    #[arg(long, value_name = "RUNTIME", value_enum)]
    target: Option<Target>,
    /// Notes are findings too: exit 1
    #[arg(long)]
    strict: bool,
    /// List all rules
    #[arg(long, conflicts_with = "files")]
    list: bool,
    /// Say why a rule is one, and show its examples
    #[arg(long, value_name = "CODE", conflicts_with_all = ["files", "list"])]
    explain: Option<String>,
    /// For machines
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args, colour: Colour, out: &mut Out) -> Result<u8, Failure> {
    if let Some(code) = &args.explain {
        return explain(code, args.json, out);
    }
    if args.list {
        return list(args.json, out);
    }
    let mut looked_at = Vec::new();
    for word in &args.files {
        looked_at.push(match args.target {
            Some(target) => Looked::profile(word, target.runtime(), colour)?,
            None => Looked::at(word, colour)?,
        });
    }
    if args.json {
        out.json(&document(&looked_at))?;
    } else {
        for (n, looked) in looked_at.iter().enumerate() {
            if n > 0 {
                writeln!(out)?;
            }
            looked.print(out)?;
        }
    }
    let found = |least| {
        looked_at.iter().flat_map(|looked| &looked.report.findings).any(|finding| finding.severity >= least)
    };
    let least = if args.strict { Severity::Note } else { Severity::Warning };
    // What is listed may not be all there is: that counts more than what is.
    Ok(if looked_at.iter().any(|looked| !looked.report.undecided.is_empty()) {
        exit::UNDECIDED
    } else if found(least) {
        exit::FINDINGS
    } else {
        exit::OK
    })
}

/// Who runs a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Target {
    /// Docker, with runc
    Docker,
    /// runc, as containerd and Kubernetes call it
    Runc,
    /// crun
    Crun,
    /// systemd
    Systemd,
}

impl Target {
    fn runtime(self) -> Runtime {
        match self {
            Target::Docker => Runtime::Docker,
            Target::Runc => Runtime::Runc,
            Target::Crun => Runtime::Crun,
            Target::Systemd => Runtime::Systemd,
        }
    }
}

/// One word of the command line, and what was found.
struct Looked {
    name: String,
    what: String,
    /// Whether the kernel, and so `emu`, takes it.
    taken: bool,
    report: Report,
}

impl Looked {
    fn at(word: &OsStr, colour: Colour) -> Result<Looked, Failure> {
        let name = word.to_string_lossy().into_owned();
        if names_policy(word).is_some() {
            let subject = Subject::read(word, colour)?;
            let mut space = Space::new(Limits::default());
            let report = match &subject {
                Subject::Policy(meaning) => {
                    lint::lint(&mut space, &lint::Subject::Policy(&meaning.reference()), Abi::NATIVE)
                }
                Subject::Filters(_) => Report::default(),
            };
            let verdicts = subject.verdicts(&mut space);
            confirm(&report, |call| subject.answer(&space, verdicts, call))?;
            return Ok(Looked { name, what: subject.describe(), taken: true, report });
        }
        let filters = input::read_filters(word, Abi::NATIVE)?;
        let programs: Vec<Result<Program, VerifyError>> =
            filters.iter().map(|filter| Program::new(filter.found.insns.clone())).collect();
        let installed: Vec<Installed<'_>> = programs
            .iter()
            .zip(&filters)
            .map(|(program, filter)| Installed { program: program.as_ref(), flags: filter.flags })
            .collect();
        let mut space = Space::new(Limits::default());
        let report = lint::lint(&mut space, &lint::Subject::Filters(&installed), assumed(&filters));
        let taken: Vec<&Program> = programs.iter().flatten().collect();
        confirm(&report, |call| Some(callgate_abi::Action::from_ret(interp::run_stack(&taken, call))))?;
        let lengths: Vec<usize> = filters.iter().map(|filter| filter.found.insns.len()).collect();
        Ok(Looked { name, what: described(&lengths), taken: taken.len() == filters.len(), report })
    }

    /// A profile or a unit, and what the runtime makes of it.
    fn profile(word: &OsStr, runtime: Runtime, colour: Colour) -> Result<Looked, Failure> {
        let name = word.to_string_lossy().into_owned();
        let text =
            String::from_utf8(input::read_bytes(word)?).ok().filter(|text| import::detect(text).is_some());
        let Some(text) = text else {
            return Err(Failure::new(format!("{} is no profile and no unit of systemd", printable(&name)))
                .fix("--target is about these alone; leave it out for filters and policies"));
        };
        let refused = |found: Diagnostics| {
            terminal::say(&found.render(stderr_colour(colour)));
            let errors = counted(found.items.len() as u64, "error");
            Failure::new(format!("{} is refused: {errors}", printable(&name)))
        };
        let options = ImportArgs::default().options();
        let imported = import::import(&name, &text, &options).map_err(refused)?;
        let run = runtime.run(&name, &text, &options).map_err(refused)?;
        let reference = Reference { policy: &imported.policy, treatments: &[], launch: None };
        let target = lint::Target { runtime, run: &run };
        let mut space = Space::new(Limits::default());
        let report = lint::lint(&mut space, &lint::Subject::Profile(&reference, target), Abi::NATIVE);
        let verdicts = space.policy(&reference);
        confirm(&report, |call| space.verdict(verdicts, call).action())?;
        let what = format!("a profile of {}, with {}", imported.format, runtime.name());
        Ok(Looked { name, what, taken: true, report })
    }

    fn print(&self, out: &mut Out) -> Result<(), Failure> {
        writeln!(out, "{BOLD}{}{BOLD:#}: {}", printable(&self.name), self.what)?;
        for finding in &self.report.findings {
            self.finding(finding, out)?;
        }
        for line in unknown(&self.report.undecided) {
            writeln!(out, "{YELLOW}unknown{YELLOW:#}: {line}")?;
        }
        let count =
            |severity| self.report.findings.iter().filter(|finding| finding.severity == severity).count();
        let mut counts = Vec::new();
        for (severity, word) in
            [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Note, "note")]
        {
            match count(severity) {
                0 => {}
                n => counts.push(counted(n as u64, word)),
            }
        }
        if !self.report.undecided.is_empty() {
            counts.push("not all decided".to_owned());
        }
        if counts.is_empty() {
            writeln!(out, "{GREEN}nothing found{GREEN:#}")?;
        } else {
            writeln!(out, "{}", counts.join(", "))?;
        }
        Ok(())
    }

    fn finding(&self, finding: &Finding, out: &mut Out) -> Result<(), Failure> {
        let style = match finding.severity {
            Severity::Error => RED,
            Severity::Warning => YELLOW,
            Severity::Note => DIM,
        };
        let abis: Vec<&str> = finding.abis.iter().map(|abi| abi.name()).collect();
        let abis = if abis.is_empty() { String::new() } else { format!(" ({})", abis.join(", ")) };
        writeln!(
            out,
            "{style}{}{style:#}{BOLD}[{}]{BOLD:#} {}{abis}",
            finding.severity, finding.rule.code, finding.message
        )?;
        if let Some(witness) = &finding.witness {
            let gets = witness.gets;
            match self.emu(witness) {
                Some(line) => writeln!(out, "    {line}  {DIM}# {gets}{DIM:#}")?,
                None => writeln!(out, "    {DIM}as {}: {gets}{DIM:#}", calls::call(&witness.call))?,
            }
        }
        writeln!(out, "    {DIM}fix:{DIM:#} {}", finding.fix)?;
        Ok(())
    }

    /// The command that shows what a call gets; `None` for an architecture without a name, and where the kernel
    /// refuses one of the filters.
    fn emu(&self, witness: &Witness) -> Option<String> {
        let call = emu_call(&witness.call).filter(|_| self.taken)?;
        let trace = if witness.passes.is_some() { " --trace" } else { "" };
        Some(format!("callgate emu {} {call}{trace}", in_shell(&self.name)))
    }
}

/// The ABI of filters that tell no architectures apart: the one that their file names.
fn assumed(filters: &[Filter]) -> Abi {
    filters.first().map_or(Abi::NATIVE, |filter| filter.found.abi)
}

/// Has every call that shows a finding run.
fn confirm(
    report: &Report,
    answer: impl Fn(&SeccompData) -> Option<callgate_abi::Action>,
) -> Result<(), Failure> {
    for witness in report.findings.iter().filter_map(|finding| finding.witness) {
        if answer(&witness.call) != Some(witness.gets) {
            return Err(Failure::new(format!(
                "a call does not get what was worked out for it, which is a fault of callgate: {}",
                calls::call(&witness.call)
            )));
        }
    }
    Ok(())
}

/// A call as `callgate emu` takes it: by names where these come to exactly this call.
fn emu_call(data: &SeccompData) -> Option<String> {
    let abi = data.abi()?;
    let nr = data.nr as u32;
    let name = Sysno { abi, nr }.name();
    let call = match name {
        Some(name) if abi == Abi::NATIVE => name.to_owned(),
        Some(name) => format!("{abi}.{name}"),
        None if nr == u32::MAX => "-1".to_owned(),
        None => format!("{nr:#x}"),
    };
    let last = data.args.iter().rposition(|arg| *arg != 0).map_or(0, |last| last + 1);
    let numbers: Vec<String> = data.args[..last].iter().map(|arg| number(*arg)).collect();
    let mut words = numbers.clone();
    for (word, text) in words.iter_mut().zip(arguments(data, None)) {
        if text.chars().next().is_some_and(|first| first.is_ascii_uppercase()) {
            *word = text;
        }
    }
    let assumed = if name.is_none() { Some(abi) } else { None };
    let ip = data.instruction_pointer;
    let same =
        |words: &[String]| given_call::parse(&call, words, assumed, ip).is_ok_and(|parsed| parsed == *data);
    let words = if same(&words) { words } else { numbers };
    if !same(&words) {
        return None;
    }
    let mut line = call.clone();
    for word in &words {
        line.push(' ');
        line.push_str(&in_shell(word));
    }
    if name.is_none() && abi != Abi::NATIVE && !(abi == Abi::X32 && Abi::NATIVE == Abi::X86_64) {
        let _ = write!(line, " --arch {abi}");
    }
    if ip != 0 {
        let _ = write!(line, " --ip {ip:#x}");
    }
    Some(line)
}

fn number(value: u64) -> String {
    if value < 10 { value.to_string() } else { format!("{value:#x}") }
}

/// A word as a shell takes it.
fn in_shell(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:+,@%=".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

fn printable(name: &str) -> String {
    callgate_events::bytes::printable(name)
}

/// What was not decided: of several machines once.
fn unknown(undecided: &[Undecided]) -> Vec<String> {
    let mut points: Vec<(String, Vec<String>, String)> = Vec::new();
    for undecided in undecided {
        let rules: Vec<&str> = undecided.rules.iter().map(|rule| rule.code).collect();
        let (what, machine) = match &undecided.calls {
            Some(which) => (calls::brief(which), Some(calls::machine(which.machine))),
            None if rules.len() == RULES.len() => ("all rules".to_owned(), None),
            None => (format!("what {} finds", rules.join(", ")), None),
        };
        let reason = undecided.reason.to_string();
        match points.iter_mut().find(|(known, _, why)| *known == what && *why == reason) {
            Some((_, machines, _)) => machines.extend(machine),
            None => points.push((what, machine.into_iter().collect(), reason)),
        }
    }
    let line = |(what, machines, reason): (String, Vec<String>, String)| match &machines[..] {
        [] => format!("{what}: {reason}"),
        machines => format!("{what} on {}: {reason}", machines.join(", ")),
    };
    points.into_iter().map(line).collect()
}

fn list(json: bool, out: &mut Out) -> Result<u8, Failure> {
    if json {
        out.json(
            &json!({ "version": 1, "rules": RULES.iter().map(|rule| rule_json(rule)).collect::<Vec<_>>() }),
        )?;
        return Ok(exit::OK);
    }
    let rows: Vec<Vec<String>> = RULES
        .iter()
        .map(|rule| vec![rule.code.to_owned(), rule.severity.to_string(), rule.title.to_owned()])
        .collect();
    out.table(&rows)?;
    Ok(exit::OK)
}

fn explain(code: &str, json: bool, out: &mut Out) -> Result<u8, Failure> {
    let rule = lint::rule(code).ok_or_else(|| {
        Failure::new(format!("there is no rule {}", quoted(code))).fix("`callgate lint --list` lists all")
    })?;
    if json {
        out.json(&rule_json(rule))?;
        return Ok(exit::OK);
    }
    writeln!(out, "{BOLD}{}{BOLD:#} ({}): {}", rule.code, rule.severity, rule.title)?;
    writeln!(out)?;
    paragraph(rule.why, out)?;
    writeln!(out, "\n{BOLD}No fault, or not seen{BOLD:#}")?;
    paragraph(rule.not_when, out)?;
    for (heading, example) in [("Found", rule.triggering), ("Not found", rule.clean)] {
        writeln!(out, "\n{BOLD}{heading}{BOLD:#}{}", how(example))?;
        for line in text(example).lines() {
            writeln!(out, "    {line}")?;
        }
    }
    Ok(exit::OK)
}

/// How an example is installed, where that matters.
fn how(example: Example) -> String {
    match example {
        Example::Filter(_) | Example::Policy(_) => String::new(),
        Example::Profile(_, runtime) => format!(", with --target {}", runtime.name()),
        Example::Repeated(_, times) => format!(", installed {times} times"),
        Example::Installed(_, flags) => format!(", installed with flags {flags:#x}"),
    }
}

fn text(example: Example) -> &'static str {
    match example {
        Example::Filter(text)
        | Example::Policy(text)
        | Example::Profile(text, _)
        | Example::Repeated(text, _)
        | Example::Installed(text, _) => text,
    }
}

fn paragraph(text: &str, out: &mut Out) -> Result<(), Failure> {
    const WIDTH: usize = 100;
    let mut line = String::new();
    for word in text.split(' ') {
        if !line.is_empty() && line.len() + word.len() >= WIDTH {
            writeln!(out, "{line}")?;
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    writeln!(out, "{line}")?;
    Ok(())
}

fn rule_json(rule: &Rule) -> Value {
    let example = |example: Example| {
        json!({
            "kind": match example {
                Example::Policy(_) => "policy",
                Example::Profile(..) => "profile",
                _ => "filter",
            },
            "target": match example { Example::Profile(_, runtime) => Some(runtime.name()), _ => None },
            "text": text(example),
            "times": match example { Example::Repeated(_, times) => times, _ => 1 },
            "flags": match example { Example::Installed(_, flags) => Some(flags), _ => None },
        })
    };
    json!({
        "code": rule.code, "severity": rule.severity.to_string(), "title": rule.title,
        "why": rule.why, "not_when": rule.not_when,
        "triggering": example(rule.triggering), "clean": example(rule.clean),
    })
}

fn document(looked_at: &[Looked]) -> Value {
    let count = |severity| {
        let findings = looked_at.iter().flat_map(|looked| &looked.report.findings);
        findings.filter(|finding| finding.severity == severity).count()
    };
    json!({
        "version": 1,
        "subjects": looked_at.iter().map(subject_json).collect::<Vec<_>>(),
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "notes": count(Severity::Note),
        "decided": looked_at.iter().all(|looked| looked.report.undecided.is_empty()),
    })
}

fn subject_json(looked: &Looked) -> Value {
    let findings: Vec<Value> = looked
        .report
        .findings
        .iter()
        .map(|finding| {
            json!({
                "code": finding.rule.code,
                "severity": finding.severity.to_string(),
                "title": finding.rule.title,
                "message": finding.message,
                "abis": finding.abis.iter().map(|abi| abi.name()).collect::<Vec<_>>(),
                "calls": finding.calls,
                "fix": finding.fix,
                "witness": finding.witness.map(|witness| json!({
                    "call": calls::call_json(&witness.call),
                    "gets": witness.gets.to_string(),
                    "passes": witness.passes.map(|passed| json!({
                        "filter": passed.filter, "instruction": passed.instruction,
                    })),
                    "emu": looked.emu(&witness),
                })),
            })
        })
        .collect();
    let undecided: Vec<Value> = looked
        .report
        .undecided
        .iter()
        .map(|undecided| {
            json!({
                "rules": undecided.rules.iter().map(|rule| rule.code).collect::<Vec<_>>(),
                "calls": undecided.calls.as_ref().map(calls::calls_json),
                "reason": undecided.reason.to_string(),
            })
        })
        .collect();
    json!({ "name": looked.name, "what": looked.what, "findings": findings, "undecided": undecided })
}
