//! From `-p` and the flags to a checked policy.

use crate::cmd::presets::unknown;
use crate::failure::{Failure, reason, shown};
use crate::flags::PolicyArgs;
use crate::imports::{self, ImportArgs};
use crate::terminal::{self, Colour, stderr_colour};
use crate::{input, live};
use callgate_abi::{Abi, Errno};
use callgate_events::bytes::printable;
use callgate_events::{RuleRef, text};
use callgate_policy::flags::text as toml_string;
use callgate_policy::model::{Matcher, Source};
use callgate_policy::pattern::PathPattern;
use callgate_policy::{
    Decision, Diagnostic, Diagnostics, Environment, Flags, Loader, Operation, Origin, Policy, Purpose, Rule,
    Severity, Via, presets,
};
use serde_json::{Value, json};
use std::ffi::OsStr;
use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::net::{IpAddr, Ipv6Addr};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// The preset that is used when no `-p` is given.
pub(crate) const DEFAULT_PRESET: &str = "workspace";

/// What the loader said of one policy.
pub(crate) struct Checked {
    /// The policy, if nothing refused it.
    pub(crate) policy: Option<Policy>,
    /// What was found.
    pub(crate) diagnostics: Diagnostics,
}

/// Whether a value of `-p` names a preset: no preset has a dot or a slash in its name.
fn is_preset(name: &str) -> bool {
    !name.contains(['/', '.']) && name != "-"
}

/// Whether a value of `-p` is a fragment: it can be looked at, but not run alone.
fn is_fragment(name: &str) -> bool {
    is_preset(name) && presets::preset(name).is_some_and(|preset| preset.fragment)
}

/// Loads one policy for `check`: its mistakes are the result, and only an unreadable file is a failure.
/// Host names are not looked up: a policy is right or wrong without the network.
pub(crate) fn check(name: &str, fragment: bool) -> Result<Checked, Failure> {
    let mut environment = environment()?;
    environment.resolver = stand_in;
    let mut loader = Loader::new(&environment);
    loader.imports(ImportArgs::default().options());
    add(&mut loader, name)?;
    let purpose = if fragment || is_fragment(name) { Purpose::Fragment } else { Purpose::Run };
    Ok(match loader.finish(purpose) {
        Ok((policy, diagnostics)) => Checked { policy: Some(policy), diagnostics },
        Err(diagnostics) => Checked { policy: None, diagnostics },
    })
}

/// An address that stands for a host: another one for each name, all of the discard prefix (RFC 6666), so
/// that no address in a policy can mean one.
#[expect(clippy::unnecessary_wraps, reason = "the type of a resolver")]
fn stand_in(host: &str) -> std::io::Result<Vec<IpAddr>> {
    let mut hasher = DefaultHasher::new();
    host.hash(&mut hasher);
    let prefix = u128::from(0x0100_0000_0000_0000_u64) << 64;
    Ok(vec![Ipv6Addr::from(prefix | u128::from(hasher.finish())).into()])
}

/// Loads a text that callgate itself wrote; `None` when it is refused.
pub(crate) fn of_text(name: &str, toml: &str) -> Option<Policy> {
    let environment = Environment::new("/", "/");
    let mut loader = Loader::new(&environment);
    loader.text(name, toml, Path::new("/"));
    loader.finish(Purpose::Run).ok().map(|(policy, _)| policy)
}

/// Loads one policy for `test`.
pub(crate) fn load_one(name: &str, fragment: bool, colour: Colour) -> Result<Policy, Failure> {
    let Checked { policy, diagnostics } = check(name, fragment)?;
    policy.ok_or_else(|| refused(&diagnostics, colour))
}

/// Loads one policy for these ABIs instead of its own.
pub(crate) fn load_one_for(name: &str, arches: Option<Vec<Abi>>, colour: Colour) -> Result<Policy, Failure> {
    let environment = environment()?;
    let mut loader = Loader::new(&environment);
    loader.imports(ImportArgs::default().options());
    add(&mut loader, name)?;
    finish_for(loader, arches, colour)
}

/// Loads a text for these ABIs instead of its own.
pub(crate) fn load_text_for(
    name: &str,
    toml: &str,
    arches: Option<Vec<Abi>>,
    colour: Colour,
) -> Result<Policy, Failure> {
    let environment = environment()?;
    let mut loader = Loader::new(&environment);
    loader.text(name, toml, Path::new("/"));
    finish_for(loader, arches, colour)
}

fn finish_for(mut loader: Loader<'_>, arches: Option<Vec<Abi>>, colour: Colour) -> Result<Policy, Failure> {
    if let Some(arches) = arches {
        loader.arches(arches);
    }
    match loader.finish(Purpose::Run) {
        Ok((policy, found)) => {
            terminal::say(&found.at_least(Severity::Warning).render(stderr_colour(colour)));
            Ok(policy)
        }
        Err(found) => Err(refused(&found, colour)),
    }
}

/// Loads the policy of `show` and `why`; warnings are printed.
pub(crate) fn load(args: &PolicyArgs, colour: Colour) -> Result<Policy, Failure> {
    let fragment = !args.policies.is_empty() && args.policies.iter().all(|name| is_fragment(name));
    let purpose = if fragment && args.default.is_none() { Purpose::Fragment } else { Purpose::Run };
    load_for(args, purpose, false, colour)
}

/// Loads the policy of `run`; warnings are printed, but not those of a quiet run.
pub(crate) fn load_for(
    args: &PolicyArgs,
    purpose: Purpose,
    quiet: bool,
    colour: Colour,
) -> Result<Policy, Failure> {
    let environment = environment()?;
    let mut loader = Loader::new(&environment);
    loader.imports(ImportArgs::default().options());
    if args.policies.is_empty() {
        if !quiet {
            terminal::say(&format!(
                "callgate: no -p was given, so this is preset {DEFAULT_PRESET}{}\n",
                if args.has_rules() { " and the flags" } else { "" }
            ));
        }
        loader.preset(DEFAULT_PRESET);
    }
    for name in &args.policies {
        add(&mut loader, name)?;
    }
    loader.flags(&flags(args));
    for id in &args.without {
        loader.without(id);
    }
    match loader.finish(purpose) {
        Ok((policy, found)) => {
            if !quiet {
                terminal::say(&found.at_least(Severity::Warning).render(stderr_colour(colour)));
            }
            Ok(policy)
        }
        Err(found) => Err(refused(&found, colour)),
    }
}

/// The policy flags as the policy language takes them.
pub(crate) fn flags(args: &PolicyArgs) -> Flags {
    let args = args.clone();
    Flags {
        read: args.read,
        write: args.write,
        exec: args.exec,
        hide: args.hide,
        listen: args.listen,
        bind: args.bind,
        connect: args.connect,
        send: args.send,
        deny: args.deny,
        ask: args.ask,
        log: args.log,
        redirect: args.redirect,
        fault: args.fault,
        syscall: args.syscall,
        default: args.default,
    }
}

/// The policy text that equals `-p` and the flags.
pub(crate) fn to_toml(args: &PolicyArgs) -> Result<String, Failure> {
    let uses = uses(args)?;
    let flags = flags(args).to_toml();
    let (version, rest) = flags.split_once('\n').unwrap_or((&flags, ""));
    Ok(format!("{version}\nuse = {uses}\n{rest}"))
}

/// The value of `use` that equals `-p` and `--without`.
pub(crate) fn uses(args: &PolicyArgs) -> Result<String, Failure> {
    let default = [DEFAULT_PRESET.to_owned()];
    let names: &[String] = if args.policies.is_empty() { &default } else { &args.policies };
    let without: Vec<String> = args.without.iter().map(|id| toml_string(id)).collect();
    let without =
        if without.is_empty() { String::new() } else { format!(", without = [{}]", without.join(", ")) };
    let mut uses = Vec::new();
    for name in names {
        let (key, value) = if is_preset(name) {
            ("preset", name.clone())
        } else {
            // The text may be saved anywhere, and `./` would name its folder.
            let path = std::path::absolute(name).map_err(|error| {
                Failure::new(format!("cannot name {} in full: {}", printable(name), reason(&error)))
            })?;
            ("file", path.to_string_lossy().into_owned())
        };
        uses.push(format!("{{ {key} = {}{without} }}", toml_string(&value)));
    }
    Ok(format!("[{}]", uses.join(", ")))
}

/// The surroundings of policies here.
pub(crate) fn environment() -> Result<Environment, Failure> {
    Environment::of_this_process().map_err(|error| Failure::new(error.to_string()))
}

/// Adds a value of `-p`. What cannot be found or read fails here, apart from the mistakes in a text.
fn add(loader: &mut Loader<'_>, name: &str) -> Result<(), Failure> {
    if is_preset(name) {
        if presets::preset(name).is_none() {
            return Err(unknown(name));
        }
        loader.preset(name);
        return Ok(());
    }
    if name == "-" {
        let bytes = input::read_bytes(OsStr::new(name))?;
        if imports::is_filter(&bytes) {
            loader.text("standard input", &imports::exact_text(OsStr::new(name))?, Path::new("/"));
        } else {
            loader.bytes("standard input", &bytes, Path::new("."));
        }
        return Ok(());
    }
    let path = Path::new(name);
    let readable = File::open(path).and_then(|file| {
        if file.metadata()?.is_dir() { Err(std::io::ErrorKind::IsADirectory.into()) } else { Ok(()) }
    });
    readable.map_err(|error| {
        Failure::new(format!("cannot read the policy {}: {}", printable(name), reason(&error)))
            .fix("check the name; a preset is given without slash and .toml (`callgate presets` lists them)")
    })?;
    // A filter is a policy too, where the language can say it.
    if path.extension().is_none_or(|extension| extension != "toml")
        && input::read_bytes(path.as_os_str()).is_ok_and(|bytes| imports::is_filter(&bytes))
    {
        loader.text(name, &imports::exact_text(path.as_os_str())?, Path::new("/"));
        return Ok(());
    }
    loader.file(path);
    Ok(())
}

/// Rule 10 of the language: the program may not write what callgate itself writes. Devices and pipes
/// are no logs that could be rewritten.
pub(crate) fn protect(policy: &mut Policy, paths: &[PathBuf]) {
    if policy.default.is_none() {
        return;
    }
    for path in paths {
        let Ok(path) = live::resolve(path, &policy.cwd) else { continue };
        if path.metadata().is_ok_and(|found| !found.is_file() && !found.is_dir()) {
            continue;
        }
        let Ok(at) = PathPattern::literal(path.as_os_str().as_bytes()) else { continue };
        policy.sources.push(Source { name: "callgate".to_owned(), path: None, text: String::new() });
        policy.rules.push(Rule {
            origin: Origin {
                id: "policy-files".to_owned(),
                source: policy.sources.len() - 1,
                line: 0,
                span: 0..0,
                text: shown(&path),
                reason: Some("a program must not rewrite what is told of it".to_owned()),
            },
            operations: vec![Operation::FsWrite],
            decision: Decision::Deny(Errno::EACCES),
            matcher: Matcher::Path { at, except: Vec::new() },
            via: Via::Auto,
        });
    }
}

/// Prints what is wrong, and ends the command.
fn refused(found: &Diagnostics, colour: Colour) -> Failure {
    terminal::say(&found.at_least(Severity::Warning).render(stderr_colour(colour)));
    let errors = found.count(Severity::Error) as u64;
    Failure::new(format!("the policy is refused: {}", text::counted(errors, "error")))
}

/// `file:line` of a rule.
pub(crate) fn place(policy: &Policy, origin: &Origin) -> String {
    let name = policy.sources.get(origin.source).map_or("?", |source| source.name.as_str());
    if origin.line == 0 { printable(name) } else { format!("{}:{}", printable(name), origin.line) }
}

/// A rule as events have it.
pub(crate) fn rule_ref(policy: &Policy, origin: &Origin) -> RuleRef {
    RuleRef {
        id: origin.id.clone(),
        file: policy.sources.get(origin.source).map_or_else(String::new, |source| source.name.clone()),
        line: origin.line,
        text: origin.text.clone(),
        reason: origin.reason.clone(),
    }
}

/// A finding for machines.
pub(crate) fn finding_json(finding: &Diagnostic) -> Value {
    json!({
        "severity": finding.severity.name(),
        "message": finding.message,
        "file": finding.place.as_ref().map(|place| &place.name),
        "line": finding.place.as_ref().map(|place| place.line),
        "column": finding.place.as_ref().map(|place| place.column),
        "span": finding.place.as_ref().map(|place| [place.span.start, place.span.end]),
        "expected": finding.expected,
        "related": finding.related.iter().map(|(place, text)| {
            json!({ "file": place.name, "line": place.line, "column": place.column, "message": text })
        }).collect::<Vec<_>>(),
        "notes": finding.notes,
        "suggestion": finding.suggestion.as_ref().map(|s| &s.message),
    })
}
