//! From merged parts to a [`Policy`]: variables replaced, patterns read, names looked up.

mod calls;
mod condition;
mod environment;
mod faults;
mod objects;
mod redirects;

use crate::check;
use crate::environment::Environment;
use crate::load::Purpose;
use crate::load::expand::{Definition, Variables};
use crate::load::findings::{Findings, Spot, Word};
use crate::load::merge::Merged;
use crate::load::part::{Body, Entry, Kind, Part, Setting};
use crate::model::{
    Ask, Decision, DefaultDecision, Expect, Limits, Matcher, Origin, Policy, Report, Rule, Source, Syscalls,
    Unknown, Via,
};
use crate::object::Operation;
use crate::pattern::PathPattern;
use callgate_abi::{Abi, Action, Errno};
use std::collections::{BTreeMap, BTreeSet};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// The id of the rules that protect callgate's own files (rule 10 of the language).
pub(crate) const POLICY_FILES: &str = "policy-files";

pub(crate) struct Lowering<'l> {
    environment: &'l Environment,
    parts: &'l [Part],
    findings: &'l mut Findings,
    variables: Variables<'l>,
    /// The ABIs the policy lists.
    arches: Vec<Abi>,
    policy: Policy,
    exceptions: BTreeMap<Spot, objects::Exception>,
    /// Where the calls of the newest source begin.
    newest_calls: calls::Newest,
}

/// Lowers everything. Whether the result may be used is for the caller to see from the findings.
pub(crate) fn lower(
    environment: &Environment,
    parts: &[Part],
    roots: &[usize],
    merged: &Merged,
    purpose: Purpose,
    findings: &mut Findings,
) -> Policy {
    let mut definitions = BTreeMap::new();
    for (name, setting) in &merged.settings.vars {
        if let Some(word) = merged.settings.words.get(&setting.spot) {
            let base = base_of(parts, &setting.spot);
            definitions.insert(name.clone(), Definition { word, base });
        }
    }
    let variables = Variables::new(environment, &definitions, findings);
    let arches = merged.settings.arches.as_ref().map(|setting| setting.value.clone());
    let mut lowering = Lowering {
        environment,
        parts,
        findings,
        variables,
        arches: arches.unwrap_or_else(|| Abi::NATIVE.family().to_vec()),
        policy: Policy { cwd: environment.cwd.clone(), ..Policy::default() },
        exceptions: BTreeMap::new(),
        newest_calls: calls::Newest::default(),
    };
    lowering.settings(merged);
    lowering.defaults(merged, roots, purpose);
    lowering.entries(merged, roots);
    if purpose == Purpose::Run {
        lowering.workspace_place(merged);
        lowering.policy_files(merged);
    }
    let Lowering { mut policy, findings, .. } = lowering;
    check::check(&mut policy, findings);
    policy
}

/// The folder of the text a place is in.
fn base_of<'p>(parts: &'p [Part], spot: &Spot) -> Option<&'p Path> {
    parts.iter().find(|part| part.source == spot.source).and_then(|part| part.base.as_deref())
}

impl Lowering<'_> {
    fn settings(&mut self, merged: &Merged) {
        let settings = &merged.settings;
        self.policy.name = settings.name.as_ref().map(|name| name.value.clone());
        self.policy.report = value(settings.report.as_ref()).unwrap_or(Report::Denials);
        self.policy.fault_seed = value(settings.seed.as_ref());
        self.policy.limits = Limits {
            wall: value(settings.wall.as_ref()),
            cpu: value(settings.cpu.as_ref()),
            memory: value(settings.memory.as_ref()),
            processes: value(settings.processes.as_ref()),
            open_files: value(settings.open_files.as_ref()),
        };
        self.policy.ask = Ask {
            timeout: value(settings.ask_timeout.as_ref()),
            otherwise: value(settings.ask_otherwise.as_ref()).unwrap_or(DefaultDecision::Deny),
        };
        for (name, setting) in &settings.env_set {
            let Some(word) = settings.words.get(&setting.spot) else { continue };
            self.env_set(name, word);
        }
    }

    fn defaults(&mut self, merged: &Merged, roots: &[usize], purpose: Purpose) {
        let parts = || merged.parts.iter().map(|index| &self.parts[*index]);
        if let Some(default) = &merged.settings.default {
            self.policy.default = Some(default.value);
            self.policy.default_origin = Some(self.origin_at("default", &default.spot));
        } else if parts().any(|part| part.resources.is_some()) {
            // Only presets and flags: a fragment alone means deny.
            let file = parts().filter(|part| part.kind == Kind::File).find_map(|part| part.resources.clone());
            self.policy.default = Some(DefaultDecision::Deny);
            let meant = parts().any(|part| part.default_meant);
            if let Some(spot) = file.filter(|_| purpose == Purpose::Run && !meant) {
                self.findings
                    .error(&spot, "the policy has no `default`, which decides what no rule speaks of")
                    .expected(
                        "expected `default = \"deny\"` or `default = \"allow\"` above, or in a text it uses",
                    )
                    .help("write `default = \"deny\"` below `callgate = 1`");
            }
        }
        let calls = parts().find_map(|part| part.calls.clone());
        let Some(spot) = calls else { return };
        let (default, origin) = match &merged.settings.call_default {
            Some(default) => (default.value, Some(self.origin_at("syscalls.default", &default.spot))),
            None => {
                if purpose == Purpose::Run && !parts().any(|part| part.call_default_meant) {
                    let spot = roots.iter().find_map(|root| self.parts[*root].calls.clone()).unwrap_or(spot);
                    self.findings
                        .error(&spot, "`[syscalls]` has no `default`, which decides the calls no list names")
                        .expected("expected `default = \"kill\"` or the like in it, or in a text it uses")
                        .help("write `default = \"errno.EPERM\"`, `\"kill\"` or `\"allow\"`");
                }
                (Action::KillProcess, None)
            }
        };
        self.policy.syscalls = Some(Syscalls {
            arches: self.arches.clone(),
            bad_arch: merged.settings.bad_arch.as_ref().map_or(Action::KillProcess, |setting| setting.value),
            default,
            default_origin: origin,
            unknown: self.unknown(merged),
            rules: Vec::new(),
            weights: merged
                .settings
                .weights
                .iter()
                .map(|(name, weight)| (name.clone(), weight.value))
                .collect(),
        });
    }

    /// `unknown` and `known-since` mean something together only.
    fn unknown(&mut self, merged: &Merged) -> Option<Unknown> {
        match (&merged.settings.unknown, &merged.settings.known_since) {
            (Some(unknown), Some(known_since)) => {
                Some(Unknown { action: unknown.value, known_since: known_since.value })
            }
            (Some(unknown), None) => {
                self.findings
                    .error(&unknown.spot, "`unknown` does not say which calls are known")
                    .expected("expected `known-since` beside it")
                    .help(
                        "write `known-since = \"5.10\"`: the release whose calls the policy was written for",
                    );
                None
            }
            (None, Some(known_since)) => {
                self.findings
                    .error(&known_since.spot, "`known-since` does not say what younger calls get")
                    .expected("expected `unknown` beside it")
                    .help("write `unknown = \"errno.ENOSYS\"`, so that programs fall back to older calls");
                None
            }
            (None, None) => None,
        }
    }

    fn entries(&mut self, merged: &Merged, roots: &[usize]) {
        let parts = self.parts;
        let mut keep: Option<Vec<String>> = None;
        for (part, entry) in &merged.entries {
            let entry = &parts[*part].entries[*entry];
            match &entry.body {
                Body::Object(object) => self.object(entry, object),
                Body::Call { action, word } => self.call(entry, *action, word, parts[*part].kind),
                Body::FsRedirect { from, to } => self.fs_redirect(entry, from, to),
                Body::NetRedirect { operation, from, to } => self.net_redirect(entry, *operation, from, to),
                Body::Fault(fault) => self.fault(entry, fault),
                Body::EnvKeep(word) => {
                    let keep = keep.get_or_insert_default();
                    if !word.text.is_empty() && !keep.contains(&word.text) {
                        keep.push(word.text.clone());
                    }
                }
                Body::EnvDrop(word) => {
                    if !self.policy.env.drop.contains(&word.text) {
                        self.policy.env.drop.push(word.text.clone());
                    }
                }
                // What a text expects of itself need not hold where another text uses it.
                Body::Expect { verdict, word } if roots.contains(part) => {
                    if let Some((operation, object)) = self.question(word) {
                        let origin = self.origin(entry, &word.text);
                        self.policy.expects.push(Expect { origin, verdict: *verdict, operation, object });
                    }
                }
                Body::Expect { .. } => {}
            }
        }
        self.policy.env.keep = keep;
        self.useless_exceptions();
    }

    /// Rule 10: the target cannot rewrite the policy that judges it.
    fn policy_files(&mut self, merged: &Merged) {
        if self.policy.default.is_none() {
            return;
        }
        let sources: BTreeSet<usize> = merged.parts.iter().map(|part| self.parts[*part].source).collect();
        for source in sources {
            let Some(path) = self.findings.sources.get(source).and_then(|source| source.path.clone()) else {
                continue;
            };
            let Ok(at) = PathPattern::literal(path.as_os_str().as_bytes()) else { continue };
            let text = path.display().to_string();
            let origin = Origin {
                id: POLICY_FILES.to_owned(),
                source,
                line: 1,
                span: 0..0,
                text,
                reason: Some(String::from("a program that could rewrite its policy would not be held by it")),
            };
            self.policy.rules.push(Rule {
                origin,
                operations: vec![Operation::FsWrite],
                decision: Decision::Deny(Errno::EACCES),
                matcher: Matcher::Path { at, except: Vec::new() },
                via: Via::Auto,
            });
        }
    }

    /// `workspace` grants writing to the working folder, which must not be everything.
    fn workspace_place(&mut self, merged: &Merged) {
        let used = merged.parts.iter().any(|part| self.parts[*part].preset.as_deref() == Some("workspace"));
        let cwd = &self.environment.cwd;
        let whole = if cwd == Path::new("/") {
            "the root"
        } else if *cwd == self.environment.home {
            "your home folder"
        } else {
            return;
        };
        if used {
            self.findings
                .failure(format!(
                    "the preset `workspace` lets the program write to the current folder, and that is {whole}"
                ))
                .help("change to the folder of a project, or name another policy with -p");
        }
    }

    fn origin(&self, entry: &Entry, text: &str) -> Origin {
        let mut origin = self.origin_at(&entry.id, &entry.spot);
        text.clone_into(&mut origin.text);
        origin.reason.clone_from(&entry.reason);
        origin
    }

    /// An origin whose text is the source's own.
    fn origin_at(&self, id: &str, spot: &Spot) -> Origin {
        let source = self.findings.sources.get(spot.source);
        let text = source.map_or("", |source: &Source| source.text.as_str());
        let line = self.findings.line(spot);
        let own = text.get(spot.span()).unwrap_or_default().to_owned();
        Origin { id: id.to_owned(), source: spot.source, line, span: spot.span(), text: own, reason: None }
    }

    fn base(&self, word: &Word) -> Option<&Path> {
        base_of(self.parts, &word.spot)
    }
}

fn value<T: Copy>(setting: Option<&Setting<T>>) -> Option<T> {
    setting.map(|setting| setting.value)
}
