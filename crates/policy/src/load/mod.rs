//! Loading: from files, presets, texts and flags to one checked policy.

mod document;
mod expand;
mod findings;
mod imported;
mod lower;
mod merge;
mod part;
pub(crate) mod quantity;
mod read;

pub(crate) use findings::{Findings, Spot};
pub(crate) use lower::POLICY_FILES;
pub(crate) use read::SIGNALS;

use crate::diagnostic::{Diagnostics, quoted};
use crate::environment::Environment;
use crate::flags::Flags;
use crate::import;
use crate::model::{Policy, Source};
use crate::presets::{PRESETS, preset};
use callgate_abi::suggest::nearest;
use callgate_abi::{Abi, KernelVersion};
use expand::Variables;
use merge::{Included, Merger};
use part::{Kind, Part, Setting, Target};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

/// What a policy is loaded for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To be run: it must say everything that a run needs, and its own files are write-denied.
    Run,
    /// To be looked at, or used by another: `default` and `syscalls.default` may be missing, and then
    /// mean deny and kill.
    Fragment,
}

/// The deepest chain of files that use files.
const DEEPEST_USE: usize = 32;
/// The longest policy text, in bytes.
const LONGEST_TEXT: usize = 4 << 20;

/// Collects texts, and makes a [`Policy`] of them.
///
/// What is added first stands first in the policy's sources; otherwise the order means nothing.
/// Mistakes are kept until [`Loader::finish`], which reports all of them.
///
/// ```
/// use callgate_policy::{Environment, Loader, Object, Operation, Purpose};
/// let environment = Environment::new("/project", "/home/u");
/// let mut loader = Loader::new(&environment);
/// let text = "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [\"$CWD/public\"]\n";
/// loader.text("web.toml", text, "/project".as_ref());
/// let (policy, findings) = loader.finish(Purpose::Run).expect("a sound policy");
/// assert!(findings.items.is_empty());
/// let file = Object::Path(b"/project/public/index.html".to_vec());
/// assert!(policy.evaluate(Operation::FsRead, &file).is_allowed());
/// ```
pub struct Loader<'e> {
    environment: &'e Environment,
    findings: Findings,
    parts: Vec<Part>,
    /// Parts by what identifies their text: the resolved file, or the preset.
    known: BTreeMap<Identity, usize>,
    roots: Vec<usize>,
    flags: Vec<usize>,
    without: Vec<String>,
    imports: import::Options,
    arches: Option<Vec<Abi>>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Identity {
    Preset(String),
    File(PathBuf),
}

impl<'e> Loader<'e> {
    /// A loader without any text.
    pub fn new(environment: &'e Environment) -> Loader<'e> {
        Loader {
            environment,
            findings: Findings::default(),
            parts: Vec::new(),
            known: BTreeMap::new(),
            roots: Vec::new(),
            flags: Vec::new(),
            without: Vec::new(),
            imports: import::Options::new(KernelVersion { major: 0, minor: 0 }),
            arches: None,
        }
    }

    /// The ABIs of the policy, whatever the texts say of that.
    pub fn arches(&mut self, arches: Vec<Abi>) {
        self.arches = Some(arches);
    }

    /// How texts of other formats ([`import`]) are read. Without it: for a container without capabilities,
    /// and for a kernel that no rule was written for.
    pub fn imports(&mut self, options: import::Options) {
        self.imports = import::Options { format: None, ..options };
    }

    /// Adds a file, and what it uses: a policy, or a text that [`import`] reads. A relative path is taken from [`Environment::cwd`].
    pub fn file(&mut self, path: &Path) {
        let whole = self.environment.cwd.join(path);
        if let Some(part) = self.load_file(&whole, &path.display().to_string(), None, &mut Vec::new()) {
            self.roots.push(part);
        }
    }

    /// Adds a preset by name.
    pub fn preset(&mut self, name: &str) {
        match self.load_preset(name, &mut Vec::new()) {
            Some(part) => self.roots.push(part),
            None => {
                let near = nearest(name, PRESETS.iter().map(|preset| preset.name));
                let names: Vec<&str> = PRESETS.iter().map(|preset| preset.name).collect();
                self.findings
                    .failure(format!("there is no preset {}", quoted(name)))
                    .note(format!("presets: {}", names.join(", ")))
                    .note("a value with `/` or `.toml` is a file")
                    .did_you_mean(near, None);
            }
        }
    }

    /// Adds a text. `name` is what findings call it, `base` the folder that `./` names in it.
    pub fn text(&mut self, name: &str, toml: &str, base: &Path) {
        let part = self.add(name, None, toml, Kind::File, None, Some(base.to_path_buf()), &mut Vec::new());
        self.roots.push(part);
    }

    /// Adds a text that may not be UTF-8, as [`Loader::text`].
    pub fn bytes(&mut self, name: &str, toml: &[u8], base: &Path) {
        match decode(toml) {
            Ok(text) => self.text(name, text, base),
            Err(reason) => {
                self.findings.failure(format!("{} cannot be read: {reason}", quoted(name)));
            }
        }
    }

    /// Adds the policy flags of a command line; they override scalars of the other texts.
    pub fn flags(&mut self, flags: &Flags) {
        if flags.is_empty() {
            return;
        }
        let base = Some(self.environment.cwd.clone());
        let part = self.add("flags", None, &flags.to_toml(), Kind::Flags, None, base, &mut Vec::new());
        self.flags.push(part);
    }

    /// Leaves out the rules with this id of every file, preset and text, but not of the flags.
    pub fn without(&mut self, id: &str) {
        self.without.push(id.to_owned());
    }

    /// Checks everything and makes the policy. In the `Ok` case the findings are warnings and notes.
    pub fn finish(self, purpose: Purpose) -> Result<(Policy, Diagnostics), Diagnostics> {
        let Loader { environment, mut findings, parts, roots, flags, without, arches, .. } = self;
        let policy = {
            let mut merger = Merger::new(&parts);
            let ids: Vec<_> = without.iter().map(|id| (id.clone(), None)).collect();
            let mut included: Vec<Included> =
                roots.iter().map(|part| Included { part: *part, without: ids.clone() }).collect();
            // An id need be in one of several texts only.
            if included.len() > 1 {
                included = narrow(&parts, &mut merger, included, &mut findings);
            }
            let own = flags.first().copied();
            included.extend(flags.iter().skip(1).map(|part| Included { part: *part, without: Vec::new() }));
            let mut merged = merger.union(own, &included, &mut findings);
            if let Some(value) = arches {
                merged.settings.arches = Some(Setting { value, spot: Spot::new(0, &(0..0)) });
            }
            lower::lower(environment, &parts, &roots, &merged, purpose, &mut findings)
        };
        let diagnostics = findings.finish();
        if diagnostics.has_errors() {
            return Err(diagnostics);
        }
        let mut policy = policy;
        policy.sources.clone_from(&diagnostics.sources);
        Ok((policy, diagnostics))
    }

    fn load_preset(&mut self, name: &str, open: &mut Vec<Identity>) -> Option<usize> {
        let identity = Identity::Preset(name.to_owned());
        if let Some(part) = self.known.get(&identity) {
            return Some(*part);
        }
        let preset = preset(name)?;
        let title = format!("preset:{name}");
        open.push(identity.clone());
        let part = self.add(&title, None, preset.text, Kind::Preset, Some(name.to_owned()), None, open);
        open.pop();
        self.known.insert(identity, part);
        Some(part)
    }

    fn load_file(
        &mut self,
        path: &Path,
        title: &str,
        spot: Option<&Spot>,
        open: &mut Vec<Identity>,
    ) -> Option<usize> {
        let problem = match read_bounded(path) {
            Ok((bytes, real)) => {
                let identity = Identity::File(real.clone().unwrap_or_else(|| path.to_path_buf()));
                if open.contains(&identity) {
                    if let Some(spot) = spot {
                        self.findings
                            .error(spot, format!("{} uses itself by way of this", quoted(title)))
                            .expected("expected a file that does not lead back here");
                    }
                    return None;
                }
                if let Some(part) = self.known.get(&identity) {
                    return Some(*part);
                }
                match decode(&bytes) {
                    Ok(text) => {
                        let base = real.as_deref().unwrap_or(path).parent().map(Path::to_path_buf);
                        open.push(identity.clone());
                        let part = self.add(title, real, text, Kind::File, None, base, open);
                        open.pop();
                        self.known.insert(identity, part);
                        return Some(part);
                    }
                    Err(reason) => reason,
                }
            }
            Err(error) => reason(&error),
        };
        let message = format!("the policy {} cannot be read: {problem}", quoted(title));
        match spot {
            Some(spot) => {
                self.findings.error(spot, message).expected("expected a policy file that can be read")
            }
            None => self
                .findings
                .failure(message)
                .help("name a policy file, or a preset (see `callgate presets`)"),
        };
        None
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "each says one thing about the text, and no two travel together"
    )]
    fn add(
        &mut self,
        title: &str,
        path: Option<PathBuf>,
        text: &str,
        kind: Kind,
        preset: Option<String>,
        base: Option<PathBuf>,
        open: &mut Vec<Identity>,
    ) -> usize {
        let source = self.findings.sources.len();
        self.findings.sources.push(Source { name: title.to_owned(), path, text: text.to_owned() });
        let mut part = match self.imports.format.or_else(|| import::detect(text)) {
            Some(_) if kind == Kind::File => imported::part(&mut self.findings, source, &self.imports, base),
            _ => read::read(&mut self.findings, source, kind, preset, base),
        };
        let mut uses = std::mem::take(&mut part.uses);
        let base = part.base.clone();
        let index = self.parts.len();
        self.parts.push(part);
        for one in &mut uses {
            one.part = self.follow(&one.target, base.as_deref(), open);
        }
        self.parts[index].uses = uses;
        index
    }

    fn follow(&mut self, target: &Target, base: Option<&Path>, open: &mut Vec<Identity>) -> Option<usize> {
        match target {
            Target::Preset(word) => {
                let part = self.load_preset(&word.text, open);
                if part.is_none() {
                    let near = nearest(&word.text, PRESETS.iter().map(|preset| preset.name));
                    let names = PRESETS.iter().map(|preset| preset.name);
                    let edit = near.and_then(|near| word.edit(&(0..word.text.len()), near));
                    self.findings
                        .error(&word.spot, format!("there is no preset {}", quoted(&word.text)))
                        .expected("expected a preset, or a file such as `./x.toml`")
                        .note(format!("presets: {}", names.collect::<Vec<_>>().join(", ")))
                        .did_you_mean(near, edit.map(|(span, _)| span));
                }
                part
            }
            Target::File(word) => {
                if open.len() >= DEEPEST_USE {
                    self.findings
                        .error(&word.spot, "too many files use each other in a chain")
                        .expected("expected at most 32");
                    return None;
                }
                let variables = Variables::new(self.environment, &BTreeMap::new(), &mut self.findings);
                let expanded = variables.path(word, base, &mut self.findings)?.bytes()?;
                let path =
                    PathBuf::from(<std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(&expanded));
                let title = path.strip_prefix(&self.environment.cwd).unwrap_or(&path).display().to_string();
                self.load_file(&path, &title, Some(&word.spot), open)
            }
        }
    }
}

/// With several roots, an id is wanted in one of them: each root keeps the ids it has.
fn narrow(
    parts: &[Part],
    merger: &mut Merger<'_>,
    included: Vec<Included>,
    findings: &mut Findings,
) -> Vec<Included> {
    let mut unused: Vec<String> =
        included.first().map_or(Vec::new(), |one| one.without.iter().map(|(id, _)| id.clone()).collect());
    let mut out = Vec::new();
    for mut one in included {
        let alone =
            merger.union(None, &[Included { part: one.part, without: Vec::new() }], &mut Findings::default());
        let has = |id: &str| alone.entries.iter().any(|(part, entry)| parts[*part].entries[*entry].id == id);
        unused.retain(|id| !has(id));
        one.without.retain(|(id, _)| has(id));
        out.push(one);
    }
    for id in unused {
        findings
            .failure(format!("no rule has the id {}", quoted(&id)))
            .help("see the ids in `callgate show --resolved`");
    }
    out
}

/// A file's bytes, and its resolved name unless it is a pipe or the like.
fn read_bounded(path: &Path) -> std::io::Result<(Vec<u8>, Option<PathBuf>)> {
    let file = std::fs::File::open(path)?;
    let real = if file.metadata()?.is_file() { Some(std::fs::canonicalize(path)?) } else { None };
    let mut bytes = Vec::new();
    // One byte more than allowed, for `decode` to refuse.
    file.take(LONGEST_TEXT as u64 + 1).read_to_end(&mut bytes)?;
    Ok((bytes, real))
}

fn decode(bytes: &[u8]) -> Result<&str, String> {
    if bytes.len() > LONGEST_TEXT {
        return Err(String::from("it is longer than 4 MiB"));
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].split(|byte| *byte == b'\n').count();
        format!("line {line} is not UTF-8")
    })
}

fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => String::from("there is no such file"),
        std::io::ErrorKind::PermissionDenied => String::from("permission denied"),
        std::io::ErrorKind::IsADirectory => String::from("it is a folder"),
        _ => error.to_string(),
    }
}
