//! Lines for the `[Service]` section of a unit (systemd.exec(5)).

use super::calls::{Said, doors, said};
use super::{Format, Options, WriteError, Written, other_arches, unsayable};
use callgate_abi::{Abi, Action, Errno, Sysno, groups};
use callgate_policy::import::{systemd_arch_name, systemd_arches};
use callgate_policy::{Origin, Syscalls};
use std::fmt::Write as _;

const FORMAT: Format = Format::Systemd;
/// Lists go on on a further line of their own after so many bytes.
const LINE: usize = 100;

pub(super) fn write(calls: &Syscalls, options: &Options) -> Result<Written, WriteError> {
    let mut remarks = Vec::new();
    let mut lines = String::from("[Service]\n");
    let native = calls.arches.first().copied().unwrap_or(Abi::NATIVE);
    architectures(calls, native, options, &mut remarks, &mut lines)?;
    if let Some(unknown) = calls.unknown {
        let what =
            format!("`unknown` is {}: a unit has one answer for all calls it does not list", unknown.action);
        return Err(unsayable(FORMAT, None, what, "leave `unknown` and `known-since` out"));
    }
    let (refused, allows) = match calls.default {
        Action::Allow | Action::Log => (None, false),
        Action::KillProcess => (Some("kill".to_owned()), true),
        Action::Errno(errno) => (Some(spelled(errno)), true),
        other => return Err(no_word(other, calls.default_origin.as_ref())),
    };
    let (mut listed, mut denied, mut logged, mut unlogged) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let all = said(calls, FORMAT)?;
    doors(&all, calls, FORMAT, options, &mut remarks)?;
    for said in all {
        match (answer(&said)?, calls.default) {
            (None, _) => {}
            (Some(Action::Allow), Action::Log) => unlogged.push(said.name.to_owned()),
            (Some(Action::Allow), _) => listed.push(said.name.to_owned()),
            (Some(Action::Log), _) => {
                listed.push(said.name.to_owned());
                logged.push(said.name.to_owned());
            }
            (Some(action), _) if allows => {
                let what = format!(
                    "{} gets {action}: where calls are allowed by a list, all others get one answer",
                    said.name
                );
                return Err(unsayable(
                    FORMAT,
                    Some(said.rule),
                    what,
                    "give it the default, or allow by default",
                ));
            }
            (Some(Action::Errno(errno)), _) => denied.push(format!("{}:{}", said.name, spelled(errno))),
            (Some(Action::KillProcess), _) => denied.push(format!("{}:kill", said.name)),
            (Some(other), _) => return Err(no_word(other, Some(said.rule))),
        }
    }
    let here = |name: &&str| calls.arches.iter().any(|abi| Sysno::from_name(*abi, name).is_some());
    let default: Vec<String> =
        groups::members("@default").unwrap_or_default().into_iter().filter(here).map(str::to_owned).collect();
    let Some(refused) = refused else {
        list(&mut lines, "SystemCallFilter", "~", &denied);
        if calls.default == Action::Log && unlogged.is_empty() {
            let what = String::from("every call is logged: a unit must except one at least");
            return Err(unsayable(FORMAT, calls.default_origin.as_ref(), what, "allow a call"));
        }
        list(&mut lines, "SystemCallLog", "~", &unlogged);
        list(&mut lines, "SystemCallLog", "", &logged);
        return Ok(Written { bytes: lines.into_bytes(), remarks });
    };
    if !listed.iter().any(|name| name == "execve") {
        remarks
            .push(String::from("systemd starts a service under its own filter, and execve is not allowed"));
    }
    // A list must name something to be one, and allows this group by itself.
    let words = if listed.is_empty() { vec![String::from("@default")] } else { listed.clone() };
    list(&mut lines, "SystemCallFilter", "", &words);
    let taken: Vec<String> = default.into_iter().filter(|name| !listed.contains(name)).collect();
    list(&mut lines, "SystemCallFilter", "~", &taken);
    let _ = writeln!(lines, "SystemCallErrorNumber={refused}");
    list(&mut lines, "SystemCallLog", "", &logged);
    Ok(Written { bytes: lines.into_bytes(), remarks })
}

/// What a call gets on all ABIs; `None`: the default.
fn answer(said: &Said<'_>) -> Result<Option<Action>, WriteError> {
    let mut found: Option<Option<Action>> = None;
    for (abi, places) in &said.on {
        let here = match &places[..] {
            [] => None,
            [(action, when)] if when.is_always() => Some(*action),
            _ => {
                let what = format!("{} is answered by its arguments, which a unit cannot look at", said.name);
                return Err(unsayable(FORMAT, Some(said.rule), what, "name the call without a condition"));
            }
        };
        if found.is_some_and(|found| found != here) {
            let what = format!("{} is not answered on {abi} as on the other ABIs", said.name);
            return Err(unsayable(FORMAT, Some(said.rule), what, "leave ABIs out of `arch`"));
        }
        found = Some(here);
    }
    Ok(found.flatten())
}

/// Without the key systemd filters every ABI of the machine and lets others be; with it, others lose
/// the thread.
fn architectures(
    calls: &Syscalls,
    native: Abi,
    options: &Options,
    remarks: &mut Vec<String>,
    lines: &mut String,
) -> Result<(), WriteError> {
    let local = systemd_arches(native);
    if let Some(other) = calls.arches.iter().find(|abi| !local.contains(abi)) {
        let what = format!("{native} and {other} are not of one machine");
        return Err(unsayable(FORMAT, None, what, "write a unit for each machine with --arch"));
    }
    if calls.bad_arch == Action::Allow && local.iter().all(|abi| calls.arches.contains(abi)) {
        return Ok(());
    }
    other_arches(calls.bad_arch, Action::KillThread, FORMAT, options, remarks)?;
    let others = calls.arches.iter().filter(|abi| **abi != native);
    let names: Vec<&str> =
        std::iter::once("native").chain(others.filter_map(|abi| systemd_arch_name(*abi))).collect();
    let _ = writeln!(lines, "SystemCallArchitectures={}", names.join(" "));
    Ok(())
}

/// One assignment or several, which systemd joins; none for no words.
fn list(lines: &mut String, key: &str, sign: &str, words: &[String]) {
    let mut line = String::new();
    for word in words {
        if line.len() + word.len() > LINE {
            let _ = writeln!(lines, "{key}={sign}{}", line.trim_end());
            line.clear();
        }
        line.push_str(word);
        line.push(' ');
    }
    if !line.is_empty() {
        let _ = writeln!(lines, "{key}={sign}{}", line.trim_end());
    }
}

fn spelled(errno: Errno) -> String {
    errno.name().map_or_else(|| errno.0.to_string(), str::to_owned)
}

fn no_word(action: Action, rule: Option<&Origin>) -> WriteError {
    let what = format!("a unit has no word for {action}");
    unsayable(FORMAT, rule, what, "answer an errno or kill, or log it")
}
