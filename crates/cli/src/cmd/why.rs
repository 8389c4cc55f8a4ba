//! `callgate why`.

use crate::failure::{Failure, errno_text, quoted};
use crate::flags::PolicyArgs;
use crate::terminal::{BOLD, Colour, DIM, GREEN, Out, RED, YELLOW};
use crate::{enforce, exit, live, policies, state};
use callgate_events::bytes::printable;
use callgate_events::{Bytes, CallEvent, Event, Fold, Folder, Mode, Record, Repeated, Status, text};
use callgate_policy::{Decision, Object, Operation, Policy, Rule, Transport, Verdict};
use serde_json::{Value, json};
use std::ffi::{OsStr, OsString};
use std::io::Write;
use std::net::ToSocketAddrs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// Explain the denials of the last run; or what a policy says of an object, with its links followed
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// What would be done: fs.read, fs.write, fs.exec, net.connect, net.bind, net.listen, net.send
    #[arg(value_name = "OP", requires = "object")]
    op: Option<String>,
    /// To what: a path, `tcp:HOST:PORT`, `udp:HOST:PORT`, `unix:PATH`, `unix:@NAME`
    object: Option<OsString>,
    /// Explain this event log (of `run --json`) instead of the last run
    #[arg(long, value_name = "FILE", conflicts_with = "op")]
    events: Option<PathBuf>,
    /// For machines
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    policy: PolicyArgs,
}

pub(crate) fn run(args: &Args, colour: Colour, out: &mut Out) -> Result<u8, Failure> {
    if let (Some(op), Some(object)) = (&args.op, &args.object) {
        return query(op, object, args, colour, out);
    }
    if !args.policy.policies.is_empty() || args.policy.has_rules() {
        return Err(Failure::new("a policy alone asks nothing")
            .fix("add an operation and an object: callgate why -p x.toml fs.read ~/.ssh/id"));
    }
    let records = match &args.events {
        Some(path) => state::read(path)?,
        None => state::read_last()?,
    };
    explain(&records, args.json, out)
}

/// Tells of each denial of a run.
fn explain(records: &[Record], machine: bool, out: &mut Out) -> Result<u8, Failure> {
    let mut folder = Folder::new();
    let mut total = 0;
    for record in records {
        if let Event::Call(call) = &record.event
            && call.verdict.is_refusal()
        {
            total += call.count.max(1);
            let _: Fold = folder.see(call);
        }
    }
    let denials = folder.distinct();
    if machine {
        let denials: Vec<Value> = denials
            .iter()
            .map(|Repeated { event, more }| json!({ "event": event, "times": more + 1 }))
            .collect();
        let find = |wanted: fn(&Event) -> bool| records.iter().map(|r| &r.event).find(|e| wanted(e));
        out.json(&json!({
            "start": find(|e| matches!(e, Event::Start(_))),
            "end": find(|e| matches!(e, Event::End(_))),
            "denials": denials,
        }))?;
        return Ok(exit::OK);
    }
    headline(records, out)?;
    let silent = silent(records);
    if denials.is_empty() {
        let known = if silent.is_some() { " as far as anybody was told" } else { "" };
        writeln!(out, "Nothing was denied{known}.")?;
    }
    for Repeated { event, more } in denials {
        writeln!(out)?;
        denial(event, more + 1, out)?;
    }
    if total > 0 {
        let kinds = if denials.len() as u64 == total {
            String::new()
        } else {
            format!(", {} of them different", denials.len())
        };
        writeln!(out, "\n{}{kinds}.", text::counted(total, "denial"))?;
    }
    if let Some(silent) = silent {
        writeln!(out, "\n{silent}")?;
    }
    for record in records {
        if matches!(record.event, Event::Limit(_))
            && let Some(line) = text::line(&record.event, false)
        {
            writeln!(out, "{line}")?;
        }
    }
    Ok(exit::OK)
}

/// What has to be known of a run in which the kernel denied by itself.
fn silent(records: &[Record]) -> Option<String> {
    let start = records.iter().find_map(|record| match &record.event {
        Event::Start(start) => Some(start),
        _ => None,
    })?;
    let rules = start.plan.rules.get("landlock").copied().filter(|rules| *rules > 0)?;
    // What the command line said, and what protects the policy's own files, no `-p` names.
    let named = start.policy.iter().filter(|name| !["flags", "callgate"].contains(&name.as_str()));
    let policies: Vec<String> = named.map(|name| format!("-p {}", printable(name))).collect();
    Some(format!(
        "Landlock enforced {}, and what it denies it tells nobody: an EACCES that the program met (for hard links and some\n\
         renames EXDEV) may be its. To see each denial: callgate run --report denials …; to ask about one object:\n\
         callgate why {} OP OBJECT",
        text::counted(rules, "rule"),
        policies.join(" ")
    ))
}

fn headline(records: &[Record], out: &mut Out) -> Result<(), Failure> {
    for record in records {
        match &record.event {
            Event::Start(start) => {
                let command: Vec<String> = start.command.iter().map(Bytes::to_string).collect();
                let policy: Vec<String> = start.policy.iter().map(|p| printable(p)).collect();
                writeln!(out, "{BOLD}{}{BOLD:#}", command.join(" "))?;
                let observed =
                    if start.mode == Mode::Observe { ", only observed: nothing was refused" } else { "" };
                writeln!(out, "{DIM}started {} under {}{observed}{DIM:#}", record.ts, policy.join(", "))?;
            }
            Event::End(end) => {
                let how = match end.status {
                    Some(Status::Code(code)) => format!("exited with {code}"),
                    Some(Status::Signal(signal)) => format!("was ended by {}", text::signal_name(signal)),
                    None => "did not start".to_owned(),
                };
                writeln!(
                    out,
                    "{DIM}{how} after {}; callgate's exit code {}{DIM:#}",
                    text::duration(end.us),
                    end.exit
                )?;
                if let Some(error) = &end.error {
                    writeln!(out, "{}", printable(error))?;
                }
            }
            _ => {}
        }
    }
    if !records.iter().any(|r| matches!(r.event, Event::End(_))) {
        writeln!(
            out,
            "{YELLOW}The log has no end: the run is still going on, or callgate was killed.{YELLOW:#}"
        )?;
    }
    Ok(())
}

/// One denial as a paragraph.
fn denial(event: &CallEvent, times: u64, out: &mut Out) -> Result<(), Failure> {
    let what = match (event.op, &event.target) {
        (Some(op), Some(target)) => format!("{op} {}", target.resolved),
        _ => text::call_text(&event.call),
    };
    let would = if event.mode == Mode::Observe { "would " } else { "" };
    writeln!(out, "{RED}{would}{}{RED:#} {BOLD}{what}{BOLD:#}", event.verdict.name())?;
    let who = event.exe.as_ref().map_or_else(|| "process".to_owned(), Bytes::to_string);
    row(out, "program", &format!("{who}[{}]", event.pid))?;
    row(out, "call", &format!("{} on {}", text::call_text(&event.call), printable(&event.call.arch)))?;
    if let Some(target) = event.target.as_ref().filter(|t| t.given != t.resolved) {
        row(out, "given", &target.given.to_string())?;
    }
    match &event.rule {
        Some(rule) => {
            row(out, "rule", &text::rule_text(rule).replacen("rule ", "", 1))?;
            if !rule.text.is_empty() {
                row(out, "", &printable(&rule.text))?;
            }
            if let Some(reason) = &rule.reason {
                row(out, "reason", &printable(reason))?;
            }
        }
        None => row(out, "rule", "none allows it, and the default is deny")?,
    }
    if let Some(errno) = event.errno {
        row(out, "result", &errno_text(errno))?;
    }
    if let Some(at) = &event.at {
        let place =
            at.file.as_ref().map_or_else(String::new, |file| format!(" in {file} at {:#x}", at.offset));
        row(out, "from", &format!("{:#x}{place}", at.address))?;
    }
    if times > 1 {
        row(out, "times", &times.to_string())?;
    }
    if let Some(fix) = &event.fix {
        row(out, "allow", &format!("{GREEN}{}{GREEN:#}", printable(fix)))?;
    }
    Ok(())
}

fn row(out: &mut Out, name: &str, text: &str) -> Result<(), Failure> {
    writeln!(out, "  {name:<8} {text}")?;
    Ok(())
}

/// What a policy says of an object.
fn query(op: &str, object: &OsStr, args: &Args, colour: Colour, out: &mut Out) -> Result<u8, Failure> {
    let Some(op) = Operation::from_name(op) else {
        let names: Vec<&str> = Operation::ALL.iter().map(|op| op.name()).collect();
        return Err(Failure::new(format!("{} is no operation", quoted(op)))
            .fix(format!("operations are {}", names.join(", "))));
    };
    let policy = policies::load(&args.policy, colour)?;
    let objects = objects(op, object, &policy.cwd)?;
    let anchors = callgate::anchors(&policy, None);
    let plan = callgate::plan_for(&policy, &callgate::abilities(), &anchors, enforce::ENGINE, Mode::Enforce);
    let silent = plan.denies_silently(op);
    let mut answers = Vec::new();
    for object in objects {
        let redirect = match &object {
            Object::Path(path) if op.is_fs() => policy.redirect(path),
            _ => None,
        };
        let before = policy.evaluate(op, &object);
        // A redirect grants nothing by itself: the name given must not be denied by a rule, and the
        // file used instead must be allowed.
        let (judged, verdict) = match &redirect {
            Some((to, _)) if !(before.rule.is_some() && matches!(before.decision, Decision::Deny(_))) => {
                let to = Object::Path(to.clone());
                let verdict = policy.evaluate(op, &to);
                (to, verdict)
            }
            _ => (object.clone(), before),
        };
        if args.json {
            answers.push(answer_json(&policy, op, silent, &object, &judged, &verdict));
        } else {
            answer(&policy, op, silent, &object, &judged, &verdict, out)?;
        }
    }
    if args.json {
        out.json(&json!({ "op": op.name(), "given": Bytes::from(object), "answers": answers }))?;
    }
    Ok(exit::OK)
}

fn answer(
    policy: &Policy,
    op: Operation,
    silent: bool,
    found: &Object,
    judged: &Object,
    verdict: &Verdict<'_>,
    out: &mut Out,
) -> Result<(), Failure> {
    let style = match verdict.decision {
        Decision::Allow | Decision::Log => GREEN,
        Decision::Ask => YELLOW,
        Decision::Deny(_) => RED,
    };
    writeln!(out, "{style}{}{style:#} {BOLD}{op} {}{BOLD:#}", word(verdict.decision), Bytes::from(found))?;
    if judged != found {
        row(out, "used", &format!("{}, by a redirect", Bytes::from(judged)))?;
    }
    match verdict.rule {
        Some(rule) => rule_rows(policy, rule, out)?,
        None if policy.default.is_none() => {
            row(out, "rule", "none: the policy does not judge files and addresses")?;
        }
        None => row(out, "rule", "none; the default decides")?,
    }
    if let Decision::Deny(errno) = verdict.decision {
        row(out, "result", &errno_text(errno))?;
        if silent {
            row(out, "told", "nobody: Landlock denies it here by itself; `run --report denials` tells")?;
        }
        row(out, "allow", &format!("{GREEN}{}{GREEN:#}", printable(&policy.denial_fix(op, judged))))?;
    }
    Ok(())
}

fn rule_rows(policy: &Policy, rule: &Rule, out: &mut Out) -> Result<(), Failure> {
    let origin = &rule.origin;
    row(out, "rule", &format!("{} at {}", printable(&origin.id), policies::place(policy, origin)))?;
    row(out, "", &printable(&origin.text))?;
    if let Some(reason) = &origin.reason {
        row(out, "reason", &printable(reason))?;
    }
    Ok(())
}

fn answer_json(
    policy: &Policy,
    op: Operation,
    silent: bool,
    found: &Object,
    judged: &Object,
    verdict: &Verdict<'_>,
) -> Value {
    let denied = match verdict.decision {
        Decision::Deny(errno) => Some(errno),
        _ => None,
    };
    json!({
        "resolved": Bytes::from(found),
        "redirect": (judged != found).then(|| Bytes::from(judged)),
        "verdict": word(verdict.decision),
        "errno": denied.map(|errno| errno.to_string()),
        "silent": denied.is_some() && silent,
        "rule": verdict.rule.map(|rule| policies::rule_ref(policy, &rule.origin)),
        "fix": denied.map(|_| policy.denial_fix(op, judged)),
    })
}

fn word(decision: Decision) -> &'static str {
    match decision {
        Decision::Allow => "allow",
        Decision::Log => "log",
        Decision::Ask => "ask",
        Decision::Deny(_) => "deny",
    }
}

/// The objects that a word of the command line means: a path resolved on the live file system, an
/// address with its host looked up.
fn objects(op: Operation, word: &OsStr, cwd: &Path) -> Result<Vec<Object>, Failure> {
    if op.is_fs() {
        return Ok(vec![Object::Path(path(word.as_bytes(), cwd)?)]);
    }
    let wrong = || {
        Failure::new(format!("`{}` is no address", Bytes::from(word)))
            .fix("write tcp:HOST:PORT, udp:HOST:PORT, unix:PATH or unix:@NAME; IPv6 in brackets")
    };
    let bytes = word.as_bytes();
    if let Some(name) = bytes.strip_prefix(b"unix:@") {
        return Ok(vec![Object::UnixAbstract(name.to_vec())]);
    }
    if let Some(name) = bytes.strip_prefix(b"unix:") {
        return Ok(vec![Object::UnixPath(path(name, cwd)?)]);
    }
    let text = word.to_str().ok_or_else(wrong)?;
    let (transport, address) = match text.split_once(':').ok_or_else(wrong)? {
        ("tcp", address) => (Transport::Tcp, address),
        ("udp", address) => (Transport::Udp, address),
        _ => return Err(wrong()),
    };
    let valid =
        address.rsplit_once(':').is_some_and(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok());
    if !valid {
        return Err(wrong());
    }
    let found = address.to_socket_addrs().map_err(|error| {
        Failure::new(format!("cannot look up the host of {}: {error}", quoted(text)))
            .fix("give its address instead")
    })?;
    let mut objects: Vec<Object> = found.map(|address| Object::inet(transport, address)).collect();
    objects.dedup();
    Ok(objects)
}

fn path(given: &[u8], cwd: &Path) -> Result<Vec<u8>, Failure> {
    let home = || std::env::var_os("HOME").map(PathBuf::from);
    let expanded = match given.strip_prefix(b"~") {
        Some(rest) if rest.is_empty() || rest[0] == b'/' => {
            home().map(|home| home.join(OsStr::from_bytes(rest.strip_prefix(b"/").unwrap_or(rest))))
        }
        _ => None,
    };
    let given = expanded.unwrap_or_else(|| PathBuf::from(OsStr::from_bytes(given)));
    if given.as_os_str().is_empty() {
        return Err(Failure::new("the object is empty").fix("give a path"));
    }
    let resolved = live::resolve(&given, cwd).map_err(|errno| {
        Failure::new(format!("cannot resolve {}: {}", Bytes::from(given.as_path()), errno_text(errno)))
    })?;
    Ok(resolved.into_os_string().into_encoded_bytes())
}
