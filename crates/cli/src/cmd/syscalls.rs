//! `callgate syscalls`.

use crate::failure::{Failure, quoted};
use crate::terminal::{BOLD, Out};
use crate::{args, exit};
use callgate_abi::{Abi, Sysno, signature, syscalls};
use serde_json::{Value, json};
use std::io::Write;

/// List the system calls, or show one: its numbers on every ABI, its arguments, since which kernel
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A call's name, or a number (decimal, 0x… or 0…) as seccomp sees it
    #[arg(value_name = "NAME|NR")]
    call: Option<String>,
    /// The ABI of the list, or of the number [default: this machine's]
    #[arg(long, value_parser = parse_abi)]
    abi: Option<Abi>,
    /// For machines
    #[arg(long)]
    json: bool,
}

/// An ABI of the command line.
pub(crate) fn parse_abi(name: &str) -> Result<Abi, String> {
    Abi::from_name(name).ok_or_else(|| {
        let names: Vec<&str> = Abi::ALL.iter().map(|abi| abi.name()).collect();
        format!("no such ABI; callgate knows {}", names.join(", "))
    })
}

pub(crate) fn run(args: &Args, out: &mut Out) -> Result<u8, Failure> {
    match &args.call {
        None => list(args.abi.unwrap_or(Abi::NATIVE), args.json, out),
        Some(word) => match number(word) {
            Some(nr) => of_number(nr, args.abi, args.json, out),
            None => of_name(word, args.json, out),
        },
    }
}

fn number(word: &str) -> Option<u32> {
    if let Some(digits) = word.strip_prefix("0x").or_else(|| word.strip_prefix("0X")) {
        return u32::from_str_radix(digits, 16).ok();
    }
    word.parse().ok()
}

fn list(abi: Abi, machine: bool, out: &mut Out) -> Result<u8, Failure> {
    if machine {
        let calls: Vec<Value> = syscalls::of_abi(abi)
            .map(|(nr, name)| json!({ "nr": nr, "name": name, "since": since(name) }))
            .collect();
        out.json(&json!({ "abi": abi.name(), "calls": calls }))?;
        return Ok(exit::OK);
    }
    args::hint(&format!("calls of {abi}; `callgate syscalls NAME` shows one on every ABI"));
    let rows: Vec<Vec<String>> = syscalls::of_abi(abi)
        .map(|(nr, name)| vec![nr.to_string(), name.to_owned(), since(name), prototype(name)])
        .collect();
    out.table(&rows)?;
    Ok(exit::OK)
}

fn of_number(nr: u32, abi: Option<Abi>, machine: bool, out: &mut Out) -> Result<u8, Failure> {
    let calls: Vec<(Abi, &str)> = Abi::ALL
        .iter()
        .filter(|a| abi.is_none_or(|wanted| wanted == **a))
        .filter_map(|&abi| Some((abi, Sysno { abi, nr }.name()?)))
        .collect();
    if calls.is_empty() {
        let place = abi.map_or_else(|| "any ABI".to_owned(), |abi| abi.name().to_owned());
        return Err(Failure::new(format!("no call of {place} has the number {nr}"))
            .fix("the number is the one seccomp sees: with bit 30 on x32, from 4000, 5000 or 6000 on mips"));
    }
    if machine {
        let calls: Vec<Value> =
            calls.iter().map(|(abi, name)| json!({ "abi": abi.name(), "name": name })).collect();
        out.json(&json!({ "nr": nr, "calls": calls }))?;
        return Ok(exit::OK);
    }
    let rows: Vec<Vec<String>> =
        calls.iter().map(|(abi, name)| vec![abi.name().to_owned(), prototype(name)]).collect();
    out.table(&rows)?;
    Ok(exit::OK)
}

fn of_name(name: &str, machine: bool, out: &mut Out) -> Result<u8, Failure> {
    if !syscalls::exists(name) {
        let failure = Failure::new(format!("no ABI has a call {}", quoted(name)));
        return Err(match syscalls::suggest(name) {
            Some(near) => failure.fix(format!("did you mean `{near}`?")),
            None => failure.fix("`callgate syscalls` lists them"),
        });
    }
    let numbers: Vec<(Abi, u32)> =
        Abi::ALL.iter().filter_map(|&abi| Some((abi, Sysno::from_name(abi, name)?.nr))).collect();
    let groups: Vec<&str> = callgate_abi::groups::all()
        .iter()
        .map(|group| group.name)
        .filter(|group| callgate_abi::groups::members(group).is_some_and(|calls| calls.contains(&name)))
        .collect();
    if machine {
        let numbers: serde_json::Map<String, Value> =
            numbers.iter().map(|(abi, nr)| (abi.name().to_owned(), json!(nr))).collect();
        let arguments: Option<Vec<Value>> = signature(name).map(|signature| {
            let args = signature.args.iter();
            args.map(|arg| json!({ "name": arg.name, "alias": arg.alias, "type": arg.ctype })).collect()
        });
        out.json(&json!({
            "name": name, "since": since(name), "args": arguments, "numbers": numbers, "groups": groups,
        }))?;
        return Ok(exit::OK);
    }
    writeln!(out, "{BOLD}{}{BOLD:#}", prototype(name))?;
    writeln!(out, "  since   Linux {}", since(name))?;
    if !groups.is_empty() {
        writeln!(out, "  groups  {}", groups.join(" "))?;
    }
    if let Some(signature) = signature(name) {
        for (n, arg) in signature.args.iter().enumerate().filter(|(_, arg)| arg.alias != arg.name) {
            writeln!(out, "  arg{n}    {} is called {} in the kernel", arg.name, arg.alias)?;
        }
    }
    let rows: Vec<Vec<String>> = numbers
        .iter()
        .map(|(abi, nr)| {
            let hex = if *nr >= Abi::X32_BIT { format!("{nr:#x}") } else { String::new() };
            vec![format!("  {abi}"), nr.to_string(), hex]
        })
        .collect();
    out.table(&rows)?;
    Ok(exit::OK)
}

fn since(name: &str) -> String {
    syscalls::since(name).map_or_else(|| "?".to_owned(), |version| version.to_string())
}

/// `int openat(int dirfd, …)` without the result: C's declaration of the arguments.
fn prototype(name: &str) -> String {
    match signature(name) {
        None => format!("{name}(…)"),
        Some(signature) if signature.args.is_empty() => format!("{name}(void)"),
        Some(signature) => {
            let args: Vec<String> = signature
                .args
                .iter()
                .map(|arg| match arg.ctype.strip_suffix('*') {
                    Some(pointee) => format!("{} *{}", pointee.trim_end(), arg.name),
                    None => format!("{} {}", arg.ctype, arg.name),
                })
                .collect();
            format!("{name}({})", args.join(", "))
        }
    }
}
