//! An install in words, and for machines.

use crate::failure::errno_text;
use crate::installs::{Filter, Install, Read, Request};
use callgate_abi::{Abi, Errno, constants};
use callgate_events::Bytes;
use callgate_events::bytes::printable;
use serde_json::{Value, json};

/// The first of many, and how many more there are.
pub(super) fn listed(names: &[String]) -> String {
    const FIRST: usize = 8;
    match names.len().saturating_sub(FIRST) {
        0 => names.join(", "),
        more => format!("{} and {more} more", names[..FIRST].join(", ")),
    }
}

pub(super) fn counted(insns: usize) -> String {
    if insns == 1 { "1 instruction".to_owned() } else { format!("{insns} instructions") }
}

/// The call as a person writes it, and its answer.
fn call(install: &Install) -> String {
    let by_prctl = install.call.abi().and_then(|abi| {
        callgate_abi::Sysno { abi, nr: install.call.nr as u32 }.name().map(|name| name == "prctl")
    });
    let address = install.call.args[2];
    let call = match (&install.request, by_prctl) {
        (Request::Filter(_), Some(true)) => {
            format!("prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, {address:#x})")
        }
        (Request::Filter(filter), _) => {
            format!("seccomp(SECCOMP_SET_MODE_FILTER, {}, {address:#x})", flags(filter.flags))
        }
        (_, Some(true)) => "prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT)".to_owned(),
        _ => "seccomp(SECCOMP_SET_MODE_STRICT, 0, NULL)".to_owned(),
    };
    let answer = match install.result {
        None => "the thread ended in it".to_owned(),
        Some(result @ -4095..0) => format!("= -1, {}", errno_text(Errno(-result as u16))),
        Some(result) => format!("= {result}"),
    };
    format!("{call} {answer}")
}

/// `SECCOMP_FILTER_FLAG_LOG|SECCOMP_FILTER_FLAG_TSYNC`.
fn flags(flags: u32) -> String {
    let (mut names, rest) = flag_names(flags);
    if rest != 0 || names.is_empty() {
        names.push(if rest == 0 { "0".to_owned() } else { format!("{rest:#x}") });
    }
    names.join("|")
}

fn flag_names(flags: u32) -> (Vec<String>, u32) {
    let mut rest = flags;
    let mut names = Vec::new();
    for name in constants::names().filter(|name| name.starts_with("SECCOMP_FILTER_FLAG_")) {
        let Some(value) = constants::value(Abi::NATIVE, name) else { continue };
        if value != 0 && u64::from(rest) & value == value {
            names.push(name.to_owned());
            rest &= !(value as u32);
        }
    }
    (names, rest)
}

pub(super) fn heading(install: &Install, abi: Abi) -> Vec<String> {
    let name = install.exe.as_deref().map_or_else(|| "?".to_owned(), |exe| printable(&exe.to_string_lossy()));
    let thread = if install.pid == install.tid { String::new() } else { format!(" thread {}", install.tid) };
    let what = match &install.request {
        Request::Filter(Filter { insns: Read::Insns(insns), .. }) => counted(insns.len()),
        Request::Filter(Filter { insns: Read::Length(len), .. }) => {
            format!("length {len}: the kernel takes 1 to 4096 instructions")
        }
        Request::Filter(_) => "at an address that cannot be read".to_owned(),
        _ => "strict mode: read, write, exit and sigreturn, and SIGKILL for all others".to_owned(),
    };
    let after = install.after.as_secs_f64() * 1000.0;
    vec![
        format!("{}: {}", install.seq, call(install)),
        format!("   {name}[{}]{thread}, {abi}, after {after:.1} ms: {what}", install.pid),
    ]
}

pub(super) fn facts(install: &Install, abi: Abi) -> Value {
    let (mode, flags, problem) = match &install.request {
        Request::Filter(filter) => {
            let problem = match &filter.insns {
                Read::Insns(_) => None,
                Read::Length(len) => Some(format!("length {len}")),
                Read::Fault => Some("unreadable".to_owned()),
            };
            ("filter", Some(filter.flags), problem)
        }
        _ => ("strict", None, None),
    };
    let errno =
        install.result.filter(|result| (-4095..0).contains(result)).map(|result| Errno(-result as u16));
    json!({
        "seq": install.seq, "mode": mode, "pid": install.pid, "tid": install.tid,
        "exe": install.exe.as_deref().map(Bytes::from),
        "abi": abi.name(), "call": call(install),
        "flags": flags, "flag_names": flags.map(|flags| flag_names(flags).0), "problem": problem,
        "result": install.result, "errno": errno.map(|errno| errno.to_string()), "in_force": install.succeeded(),
        "us": install.after.as_micros() as u64,
    })
}
