//! Policies out of what other programs read: container runtimes, systemd, seccompiler.
//!
//! An import means what its own consumer does with the text, as far as a policy can say it; where the
//! two part, and what is left out, is in [`Imported::notes`]. The reasons are in `docs/formats.md`.

mod capabilities;
mod document;
mod json;
mod multiplexed;
mod oci;
mod rules;
mod runtime;
mod seccompiler;
mod systemd;
mod test;

pub use capabilities::{UnknownCapability, capability};
pub use multiplexed::{Door, door};
pub use oci::arch_name as oci_arch_name;
pub use runtime::{AsRun, Runtime};
pub use systemd::{arch_name as systemd_arch_name, local_arches as systemd_arches};
pub use test::Test;

use crate::diagnostic::{Diagnostics, Place, position};
use crate::load::{Findings, Spot};
use crate::model::{Policy, Source, Syscalls};
use callgate_abi::{Abi, KernelVersion};
use std::fmt;
use std::ops::Range;

/// The longest text that is read, in bytes.
const LONGEST_TEXT: usize = 4 << 20;

/// Whose text it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// A profile as a runtime reads it (runtime-spec, `linux.seccomp`), or a whole `config.json`.
    Oci,
    /// The same with what Docker and Podman resolve before: `archMap`, `includes`, `excludes`, `errno`.
    Docker,
    /// The `SystemCall…=` lines of a unit (systemd.exec(5)).
    Systemd,
    /// The filters of the seccompiler crate.
    Seccompiler,
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Format::Oci => "OCI",
            Format::Docker => "Docker",
            Format::Systemd => "systemd",
            Format::Seccompiler => "seccompiler",
        })
    }
}

/// What the text's consumer would know besides the text.
#[derive(Debug, Clone)]
pub struct Options {
    /// Whose text it is; `None`: as it looks.
    pub format: Option<Format>,
    /// The machine: what `archMap`, `includes.arches` and `native` are about.
    pub native: Abi,
    /// The ABIs of the policy, instead of those that the text names.
    pub arches: Option<Vec<Abi>>,
    /// The capabilities of the container, by their names, `CAP_SYS_ADMIN`.
    pub capabilities: Vec<String>,
    /// The kernel that `minKernel` is compared with.
    pub kernel: KernelVersion,
    /// Which filter of a seccompiler text that has several.
    pub filter: Option<String>,
    /// A profile's rule with two conditions on one argument is a rule for each of its conditions, as runc and crun
    /// make it.
    pub each_condition_alone: bool,
}

impl Options {
    /// Those of a container without capabilities on this kernel, on the machine that callgate was built for.
    pub fn new(kernel: KernelVersion) -> Options {
        Options {
            format: None,
            native: Abi::NATIVE,
            arches: None,
            capabilities: Vec::new(),
            kernel,
            filter: None,
            each_condition_alone: false,
        }
    }
}

/// A text read.
#[derive(Debug, Clone)]
pub struct Imported {
    /// Whose text it was.
    pub format: Format,
    /// What it says: `[syscalls]` alone. Each rule's place is the one in the text, and its text is the
    /// entry of the language.
    pub policy: Policy,
    /// What was left out or is not said as it was, in the order of the text.
    pub notes: Vec<ImportNote>,
}

/// Something about a text that its policy does not show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportNote {
    /// Where in the text, in bytes.
    pub span: Range<usize>,
    /// What sort of thing.
    pub kind: NoteKind,
    /// What, in a sentence without a full stop.
    pub message: String,
}

/// What an [`ImportNote`] is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoteKind {
    /// The policy does not say this.
    Dropped,
    /// A rule that does not apply here: for other capabilities, another kernel, another machine.
    NotHere,
    /// A consumer of the text does otherwise than the text reads.
    Consumer,
}

impl ImportNote {
    /// The place as a person reads it.
    pub fn place(&self, sources: &[Source], source: usize) -> Place {
        let (name, text) =
            sources.get(source).map_or(("", ""), |source| (source.name.as_str(), source.text.as_str()));
        let (line, column) = position(text, self.span.start);
        Place { source, name: name.to_owned(), line, column, span: self.span.clone() }
    }
}

/// Whose text this is, by its looks; `None` for a policy of the language and everything else.
pub fn detect(text: &str) -> Option<Format> {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with('{') {
        return oci::looks_like(start).or_else(|| seccompiler::looks_like(start));
    }
    systemd::looks_like(text).then_some(Format::Systemd)
}

/// Reads a text of another format as a policy.
///
/// ```
/// use callgate_abi::{Abi, Action, KernelVersion, SeccompData};
/// use callgate_policy::import::{Options, import};
/// let text = r#"{"defaultAction": "SCMP_ACT_ERRNO", "syscalls": [{"names": ["read"], "action": "SCMP_ACT_ALLOW"}]}"#;
/// let imported = import("seccomp.json", text, &Options::new(KernelVersion { major: 6, minor: 1 }))?;
/// let calls = imported.policy.syscalls.expect("every import has calls");
/// let other = SeccompData { nr: -1, arch: Abi::NATIVE.audit_arch(), ..SeccompData::default() };
/// assert_eq!(calls.evaluate(&other).action.to_string(), "errno.EPERM");
/// assert_eq!((calls.rules[0].name.as_str(), calls.rules[0].action), ("read", Action::Allow));
/// # Ok::<(), callgate_policy::Diagnostics>(())
/// ```
///
/// # Errors
///
/// Everything that is wrong with the text, each with its place.
pub fn import(name: &str, text: &str, options: &Options) -> Result<Imported, Diagnostics> {
    let mut findings = Findings::default();
    findings.sources.push(Source { name: name.to_owned(), path: None, text: text.to_owned() });
    let read = read(text, 0, options, &mut findings);
    let (Some((format, syscalls, notes)), false) = (read, findings.has_errors()) else {
        return Err(findings.finish());
    };
    let policy = Policy { syscalls: Some(syscalls), sources: findings.sources, ..Policy::default() };
    Ok(Imported { format, policy, notes })
}

/// Reads a text that is one of the findings' sources. What is found of it is an error.
pub(crate) fn read(
    text: &str,
    source: usize,
    options: &Options,
    findings: &mut Findings,
) -> Option<(Format, Syscalls, Vec<ImportNote>)> {
    if text.len() > LONGEST_TEXT {
        findings
            .failure("the text is longer than 4 MiB")
            .help("nobody writes profiles of that size; is it the right file?");
        return None;
    }
    let Some(format) = options.format.or_else(|| detect(text)) else {
        findings.error(&Spot::new(source, &(0..0)), "this is in no format that can be imported").expected(
            "expected a profile of a container runtime, lines of a systemd unit, or filters of seccompiler",
        );
        return None;
    };
    let mut reader = Reader { text, source, options, findings, notes: Vec::new(), mistakes: 0, unnoted: 0 };
    let syscalls = match format {
        Format::Oci | Format::Docker => oci::read(&mut reader, format),
        Format::Systemd => systemd::read(&mut reader),
        Format::Seccompiler => seccompiler::read(&mut reader),
    };
    let notes = reader.finish();
    Some((format, syscalls?, notes))
}

/// Mistakes that are told one by one.
const MOST_TOLD: usize = 64;
/// Notes that are.
const MOST_NOTED: usize = 256;

/// A text being read.
struct Reader<'r> {
    text: &'r str,
    source: usize,
    options: &'r Options,
    findings: &'r mut Findings,
    notes: Vec<ImportNote>,
    mistakes: usize,
    unnoted: usize,
}

impl Reader<'_> {
    /// Reports a mistake, unless there were too many.
    fn mistake(&mut self, span: &Range<usize>, message: impl Into<String>, expected: impl Into<String>) {
        self.mistake_near(span, message, expected, None);
    }

    fn mistake_near(
        &mut self,
        span: &Range<usize>,
        message: impl Into<String>,
        expected: impl Into<String>,
        near: Option<&str>,
    ) {
        self.mistakes += 1;
        if self.mistakes <= MOST_TOLD {
            let spot = Spot::new(self.source, span);
            self.findings.error(&spot, message).expected(expected).did_you_mean(near, None);
        }
    }

    /// Whether a further note would be left out, and so need not be worded.
    fn has_noted_enough(&mut self) -> bool {
        let enough = self.notes.len() >= MOST_NOTED;
        self.unnoted += usize::from(enough);
        enough
    }

    fn note(&mut self, kind: NoteKind, span: &Range<usize>, message: impl Into<String>) {
        if self.notes.len() < MOST_NOTED {
            self.notes.push(ImportNote { span: span.clone(), kind, message: message.into() });
        } else {
            self.unnoted += 1;
        }
    }

    fn finish(self) -> Vec<ImportNote> {
        if self.mistakes > MOST_TOLD {
            let more = self.mistakes - MOST_TOLD;
            self.findings.failure(format!("{more} more mistakes like these are not shown"));
        }
        let mut notes = self.notes;
        notes.sort_by_key(|note| note.span.start);
        if self.unnoted > 0 {
            let message = format!("{} more notes are left out", self.unnoted);
            let end = self.text.len();
            notes.push(ImportNote { span: end..end, kind: NoteKind::Dropped, message });
        }
        notes
    }
}
