//! A policy written out after presets, includes, variables and names (`show --resolved`).

use crate::flags::text;
use crate::load::SIGNALS;
use crate::load::quantity::write_duration;
use crate::model::{
    Decision, DefaultDecision, ExpectedVerdict, Fault, FaultCount, FaultEffect, Matcher, Nth, Origin, Policy,
    Report, Rule, Syscalls, Unknown, Via,
};
use crate::object::Operation;
use crate::pattern::AddressPattern;
use std::fmt::Write;

impl Policy {
    /// The policy as one text that uses nothing and leaves nothing implied: it loads to a policy that
    /// says the same of every object and call. Each rule stands on a line with the place it came from.
    pub fn resolved_toml(&self) -> String {
        let mut out = String::from("callgate = 1\n");
        if let Some(name) = &self.name {
            let _ = writeln!(out, "name = {}", text(name));
        }
        if let Some(default) = self.default {
            let place = self.default_origin.as_ref().map(|origin| self.comment(origin)).unwrap_or_default();
            let _ = writeln!(out, "default = \"{}\"{place}", word(default));
        }
        let report = match self.report {
            Report::All => "all",
            Report::Denials => "denials",
            Report::None => "none",
        };
        let _ = writeln!(out, "report = \"{report}\"");
        if let Some(calls) = &self.syscalls {
            self.write_calls(&mut out, calls);
        }
        for (family, fs) in [("fs", true), ("net", false)] {
            self.write_rules(&mut out, family, fs);
        }
        self.write_redirects(&mut out);
        self.write_faults(&mut out);
        self.write_settings(&mut out);
        self.write_expects(&mut out);
        out
    }

    /// ` # npm.toml:14`, with the reason where there is one.
    fn comment(&self, origin: &Origin) -> String {
        let name = self.sources.get(origin.source).map_or("", |source| source.name.as_str());
        let mut comment = format!("  # {name}:{}", origin.line);
        if let Some(reason) = &origin.reason {
            let _ = write!(comment, " {reason}");
        }
        // A control character would end the comment, or reach the terminal.
        comment.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
    }

    fn write_calls(&self, out: &mut String, calls: &Syscalls) {
        let arches: Vec<String> = calls.arches.iter().map(|abi| text(abi.name())).collect();
        let place = calls.default_origin.as_ref().map(|origin| self.comment(origin)).unwrap_or_default();
        let _ = writeln!(out, "\n[syscalls]\narch = [{}]", arches.join(", "));
        let _ = writeln!(out, "bad-arch = \"{}\"", calls.bad_arch);
        let _ = writeln!(out, "default = \"{}\"{place}", calls.default);
        if let Some(Unknown { action, known_since }) = calls.unknown {
            let _ = writeln!(out, "unknown = \"{action}\"\nknown-since = \"{known_since}\"");
        }
        let mut lists: Vec<(String, Vec<String>)> = Vec::new();
        for rule in &calls.rules {
            let condition = rule.origin.text.find('(').map_or("", |open| &rule.origin.text[open..]);
            let call = text(&format!("{}{condition}", rule.name));
            let entry = match named(&rule.origin) {
                Some(id) => format!("{{ call = {call}, id = {} }}", text(id)),
                None => call,
            };
            // `trace(7)` is no bare key.
            let key = rule.action.to_string();
            let key = if key.contains('(') { text(&key) } else { key };
            push(&mut lists, key, format!("  {entry},{}", self.comment(&rule.origin)));
        }
        write_lists(out, &lists);
        if !calls.weights.is_empty() {
            out.push_str("\n[syscalls.weights]\n");
            for (name, weight) in &calls.weights {
                let _ = writeln!(out, "{name} = {weight:?}");
            }
        }
    }

    fn write_rules(&self, out: &mut String, family: &str, fs: bool) {
        let mut lists: Vec<(String, Vec<String>)> = Vec::new();
        for rule in &self.rules {
            if rule.operations.first().is_some_and(|operation| operation.is_fs() == fs) {
                let host = match &rule.matcher {
                    Matcher::Address { at, .. } => at.host_name(),
                    Matcher::Path { .. } => None,
                };
                let host = host.map(|host| format!(" ({host} when loaded)")).unwrap_or_default();
                let line = format!("  {},{}{host}", entry(rule), self.comment(&rule.origin));
                push(&mut lists, list_key(rule), line);
            }
        }
        if !lists.is_empty() {
            let _ = writeln!(out, "\n[{family}]");
            write_lists(out, &lists);
        }
    }

    fn write_redirects(&self, out: &mut String) {
        for redirect in &self.fs_redirects {
            let from = text(&escaped(redirect.from.text()));
            let to = text(&redirect.to.display().to_string());
            let place = self.comment(&redirect.origin);
            let _ = writeln!(out, "\n[[fs.redirect]]{place}\nfrom = {from}\nto = {to}");
        }
        for redirect in &self.net_redirects {
            let operation = redirect.operation.name().trim_start_matches("net.");
            for from in redirect.from.spelled() {
                let from = text(&escaped(&from));
                let place = self.comment(&redirect.origin);
                let _ = writeln!(
                    out,
                    "\n[[net.redirect]]{place}\nop = \"{operation}\"\nfrom = {from}\nto = {}",
                    text(&redirect.to)
                );
            }
        }
    }

    fn write_faults(&self, out: &mut String) {
        if let Some(seed) = self.fault_seed {
            let _ = writeln!(out, "\n[faults]\nseed = {seed}");
        }
        for fault in &self.faults {
            let _ = writeln!(out, "\n[[fault]]{}", self.comment(&fault.origin));
            write_fault(out, fault);
        }
    }

    fn write_settings(&self, out: &mut String) {
        let names = |names: &[String]| names.iter().map(|name| text(name)).collect::<Vec<_>>().join(", ");
        let env = &self.env;
        if env.keep.is_some() || !env.set.is_empty() || !env.drop.is_empty() {
            out.push_str("\n[env]\n");
            if let Some(keep) = &env.keep {
                let _ = writeln!(out, "keep = [{}]", names(keep));
            }
            if !env.drop.is_empty() {
                let _ = writeln!(out, "drop = [{}]", names(&env.drop));
            }
            for (name, value) in &env.set {
                let _ = writeln!(out, "set.{} = {}", text(name), text(value));
            }
        }
        let limits = &self.limits;
        if *limits != crate::model::Limits::default() {
            out.push_str("\n[limits]\n");
            for (key, duration) in [("wall", limits.wall), ("cpu", limits.cpu)] {
                if let Some(duration) = duration {
                    let _ = writeln!(out, "{key} = \"{}\"", write_duration(duration));
                }
            }
            let numbers = [
                ("memory", limits.memory),
                ("processes", limits.processes),
                ("open-files", limits.open_files),
            ];
            for (key, number) in numbers {
                if let Some(number) = number {
                    let _ = writeln!(out, "{key} = {number}");
                }
            }
        }
        let asks = self.rules.iter().any(|rule| rule.decision == Decision::Ask);
        if asks || self.ask != crate::model::Ask::default() {
            out.push_str("\n[ask]\n");
            if let Some(timeout) = self.ask.timeout {
                let _ = writeln!(out, "timeout = \"{}\"", write_duration(timeout));
            }
            let _ = writeln!(out, "otherwise = \"{}\"", word(self.ask.otherwise));
        }
    }

    fn write_expects(&self, out: &mut String) {
        for expect in &self.expects {
            let verdict = match expect.verdict {
                ExpectedVerdict::Allow => "allow",
                ExpectedVerdict::Deny => "deny",
                ExpectedVerdict::Ask => "ask",
            };
            let object = text(&format!("{} {}", expect.operation, expect.object));
            let _ = writeln!(out, "\n[[expect]]{}\n{verdict} = {object}", self.comment(&expect.origin));
        }
    }
}

fn word(decision: DefaultDecision) -> &'static str {
    match decision {
        DefaultDecision::Allow => "allow",
        DefaultDecision::Deny => "deny",
    }
}

/// An id that was given, and not made from the key path.
fn named(origin: &Origin) -> Option<&str> {
    (!origin.id.contains(['[', '.'])).then_some(origin.id.as_str())
}

fn push(lists: &mut Vec<(String, Vec<String>)>, key: String, entry: String) {
    match lists.iter_mut().find(|(known, _)| *known == key) {
        Some((_, entries)) => entries.push(entry),
        None => lists.push((key, vec![entry])),
    }
}

fn write_lists(out: &mut String, lists: &[(String, Vec<String>)]) {
    for (key, entries) in lists {
        let _ = writeln!(out, "{key} = [\n{}\n]", entries.join("\n"));
    }
}

/// The key of the list a rule stands in: implied operations come after the written one.
fn list_key(rule: &Rule) -> String {
    let Some(first) = rule.operations.first() else { return String::from("read") };
    let name = first.name().split_once('.').map_or("", |(_, name)| name);
    let all = if first.is_fs() { 3 } else { 4 };
    let name = if rule.operations.len() == all { "all" } else { name };
    match rule.decision {
        _ if *first == Operation::FsHide => String::from("hide"),
        Decision::Allow => name.to_owned(),
        Decision::Log => format!("log.{name}"),
        Decision::Ask => format!("ask.{name}"),
        Decision::Deny(_) => format!("deny.{name}"),
    }
}

fn entry(rule: &Rule) -> String {
    let list = |patterns: Vec<String>| match &patterns[..] {
        [one] => one.clone(),
        many => format!("[{}]", many.join(", ")),
    };
    let addresses = |pattern: &AddressPattern| {
        pattern.spelled().iter().map(|one| text(&escaped(one))).collect::<Vec<_>>()
    };
    let (at, except) = match &rule.matcher {
        Matcher::Path { at, except } => (
            vec![text(&escaped(at.text()))],
            except.iter().map(|except| text(&escaped(except.text()))).collect::<Vec<_>>(),
        ),
        Matcher::Address { at, except } => (addresses(at), except.iter().flat_map(addresses).collect()),
    };
    let mut keys = Vec::new();
    if !except.is_empty() {
        keys.push(format!("except = [{}]", except.join(", ")));
    }
    if let Decision::Deny(errno) = rule.decision
        && errno != callgate_abi::Errno::EACCES
        && rule.operations.first() != Some(&Operation::FsHide)
    {
        keys.push(format!("errno = \"{errno}\""));
    }
    let via = match rule.via {
        Via::Auto => None,
        Via::Kernel => Some("kernel"),
        Via::Supervisor => Some("supervisor"),
        Via::Ptrace => Some("ptrace"),
    };
    keys.extend(via.map(|via| format!("via = \"{via}\"")));
    keys.extend(named(&rule.origin).map(|id| format!("id = {}", text(id))));
    if keys.is_empty() && at.len() == 1 {
        return list(at);
    }
    format!("{{ at = {}{}{} }}", list(at), if keys.is_empty() { "" } else { ", " }, keys.join(", "))
}

/// A pattern's text as a policy holds it: `$` escaped, for what looks like a variable is none here.
/// Bytes that are no UTF-8, which TOML cannot hold, become `?`.
fn escaped(pattern: &[u8]) -> String {
    let mut out = String::new();
    let mut after_backslash = false;
    for chunk in pattern.utf8_chunks() {
        for c in chunk.valid().chars() {
            if c == '$' && !after_backslash {
                out.push('\\');
            }
            after_backslash = c == '\\' && !after_backslash;
            out.push(c);
        }
        out.extend(chunk.invalid().iter().map(|_| '?'));
    }
    out
}

fn write_fault(out: &mut String, fault: &Fault) {
    let key = if fault.subject.contains('.') { "op" } else { "call" };
    let _ = writeln!(out, "{key} = {}", text(&fault.subject));
    match &fault.matcher {
        Some(Matcher::Path { at, .. }) => {
            let _ = writeln!(out, "path = {}", text(&escaped(at.text())));
        }
        Some(Matcher::Address { at, .. }) => {
            let _ = writeln!(out, "at = {}", text(&escaped(at.text())));
        }
        None => {}
    }
    let _ = match fault.nth {
        Some(Nth::Only(nth)) => writeln!(out, "nth = \"{nth}\""),
        Some(Nth::From(nth)) => writeln!(out, "nth = \"{nth}+\""),
        Some(Nth::Every(nth)) => writeln!(out, "nth = \"every {nth}\""),
        None => Ok(()),
    };
    if let Some(chance) = fault.chance {
        let _ = writeln!(out, "chance = {chance:?}");
    }
    let _ = match fault.effect {
        FaultEffect::Errno(errno) => writeln!(out, "errno = \"{errno}\""),
        FaultEffect::Return(value) => writeln!(out, "return = {value}"),
        FaultEffect::Delay(delay) => writeln!(out, "delay = \"{}\"", write_duration(delay)),
        FaultEffect::Short(bytes) => writeln!(out, "short = {bytes}"),
        FaultEffect::Signal(signal) => match SIGNALS.iter().find(|(_, number)| *number == signal) {
            Some((name, _)) => writeln!(out, "signal = \"{name}\""),
            None => writeln!(out, "signal = {signal}"),
        },
    };
    let count = match fault.count {
        FaultCount::Run => "run",
        FaultCount::Process => "process",
        FaultCount::Thread => "thread",
    };
    let _ = writeln!(out, "count = \"{count}\"");
}
