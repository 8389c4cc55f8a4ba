//! `callgate doctor`.

use crate::exit;
use crate::failure::Failure;
use crate::terminal::{BOLD, GREEN, Out, RED, YELLOW};
use callgate_abi::{Abi, KernelVersion};
use callgate_events::bytes::printable;
use callgate_sys::probe::{self, Ability, Found};
use serde_json::{Value, json};
use std::io::Write;

/// Show what this kernel and container offer, what is missing, and what callgate does about it
///
/// Exits with 0 if `run` works fully here, and with 1 if something it needs is missing.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// For machines
    #[arg(long)]
    json: bool,
}

/// What an ability is to `run`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    /// Without it some policies cannot be enforced, and are refused.
    Needed,
    /// Without it all is enforced, but slower or with less said.
    Welcome,
}

/// A row of the table.
struct Row {
    ability: Ability,
    name: &'static str,
    found: bool,
    detail: String,
    weight: Weight,
    purpose: &'static str,
    without: &'static str,
}

/// WAIT_KILLABLE_RECV lost answers before this release.
const KILLABLE_MENDED: KernelVersion = KernelVersion { major: 6, minor: 17 };

/// Landlock keeps signals inside a domain from this version on.
const GUARDED: u32 = 6;

pub(crate) fn run(args: &Args, out: &mut Out) -> Result<u8, Failure> {
    let found = probe::full();
    let rows = rows(&found);
    let full = rows.iter().all(|row| row.found || row.weight == Weight::Welcome);
    let code = if full { exit::OK } else { exit::FINDINGS };
    if args.json {
        out.json(&json(&found, &rows, full))?;
        return Ok(code);
    }
    writeln!(out, "{BOLD}Linux {} on {}{BOLD:#}", found.kernel, Abi::NATIVE)?;
    let table: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let mark = match (row.found, row.weight) {
                (true, _) => "yes".to_owned(),
                (false, Weight::Needed) => "NO".to_owned(),
                (false, Weight::Welcome) => "no".to_owned(),
            };
            let since = format!("Linux {}", row.ability.since());
            vec![format!("  {}", row.name), mark, row.detail.clone(), since, row.purpose.to_owned()]
        })
        .collect();
    out.table(&table)?;
    for row in rows.iter().filter(|row| !row.found) {
        let style = if row.weight == Weight::Needed { RED } else { YELLOW };
        writeln!(out, "\n{style}{} is missing{style:#}: {}", row.name, printable(&why(&found, row.ability)))?;
        writeln!(out, "  callgate then: {}", row.without)?;
    }
    for note in notes(&found) {
        writeln!(out, "\n{YELLOW}note{YELLOW:#}: {note}")?;
    }
    writeln!(out)?;
    if full {
        writeln!(out, "{GREEN}`callgate run` works fully here.{GREEN:#}")?;
    } else {
        writeln!(
            out,
            "{RED}`callgate run` works here in part{RED:#}: what it cannot enforce it refuses to start."
        )?;
    }
    Ok(code)
}

fn why(found: &Found, ability: Ability) -> String {
    found
        .missing
        .iter()
        .find(|missing| missing.ability == ability)
        .map_or_else(|| "the kernel does not offer it".to_owned(), |missing| missing.reason.clone())
}

fn notes(found: &Found) -> Vec<&'static str> {
    let mut notes = Vec::new();
    if found.wait_killable && found.kernel < KILLABLE_MENDED {
        notes.push(
            "before Linux 6.17 a signal that meets a fast answer may make a supervised call happen twice; callgate \
             uses the flag all the same, because without it programs with timers see calls fail with EINTR",
        );
    }
    if found.landlock_abi < GUARDED {
        notes.push(
            "before Linux 6.12 (Landlock 6) a run has no guardian: should callgate be killed by SIGKILL, the program \
             itself ends too, but other processes of the run live on, and their judged calls fail",
        );
    }
    if found.privileged {
        notes.push(
            "callgate runs with privileges here: the program can change its credentials, so each supervised call \
             asks for them first, and is a little slower",
        );
    }
    notes
}

/// Whether a run inside another supervisor's is judged all the same.
fn nests(found: &Found) -> bool {
    found.ptrace && found.pidfd_getfd && found.landlock_abi >= GUARDED
}

fn rows(found: &Found) -> Vec<Row> {
    use Weight::{Needed, Welcome};
    let row = |ability, name, found, weight, purpose, without| Row {
        ability,
        name,
        found,
        detail: String::new(),
        weight,
        purpose,
        without,
    };
    let mut rows = vec![
        row(
            Ability::Notify,
            "user notification",
            found.notify,
            Needed,
            "asks the supervisor about files and addresses",
            "enforces policies of [syscalls] alone; [fs] and [net] are refused",
        ),
        row(
            Ability::ListenerFree,
            "a free listener",
            found.listener_free,
            if nests(found) { Welcome } else { Needed },
            "no other supervisor listens to this process",
            if nests(found) {
                "judges calls as they begin, by ptrace: exact, but each call of a run stops twice"
            } else {
                "enforces policies of [syscalls] alone; [fs] and [net] are refused, for judging calls by ptrace needs \
                 ptrace, pidfd_getfd and Landlock 6"
            },
        ),
        row(
            Ability::Addfd,
            "files into the program",
            found.addfd,
            Needed,
            "hands over what was opened on its behalf",
            "refuses [fs] rules",
        ),
        row(
            Ability::AddfdSend,
            "... in one step",
            found.addfd_send,
            Needed,
            "hands a file over and answers at once, so no signal comes between",
            "refuses [fs] rules",
        ),
        row(
            Ability::PidfdGetfd,
            "pidfd_getfd",
            found.pidfd_getfd,
            Needed,
            "acts on the program's own sockets and folders",
            "refuses [net] rules, and [fs] rules",
        ),
        row(
            Ability::ProcessVmReadv,
            "process_vm_readv",
            found.process_vm_readv,
            Needed,
            "reads paths and addresses from the program",
            "refuses [fs] and [net] rules",
        ),
        row(
            Ability::Openat2,
            "openat2",
            found.openat2,
            Needed,
            "resolves names without being led elsewhere",
            "refuses [fs] rules",
        ),
        row(
            Ability::Filters,
            "filters of calls",
            found.filters,
            Needed,
            "what all rules rest on",
            "refuses every policy",
        ),
        row(
            Ability::Unshare,
            "a umask for each thread",
            found.unshare,
            Needed,
            "makes files with the program's own umask",
            "refuses [fs] and [net] rules",
        ),
        row(
            Ability::PidfdThread,
            "pidfds of threads",
            found.pidfd_thread,
            Needed,
            "finds the right files where threads do not share them",
            "refuses calls of threads whose tables differ",
        ),
        row(
            Ability::WaitKillable,
            "waiting through signals",
            found.wait_killable,
            Needed,
            "a call being performed is not cut off by a signal",
            "works, but a program with timers may see EINTR where it would see none natively",
        ),
        row(
            Ability::Landlock,
            "Landlock",
            found.landlock_abi > 0,
            Needed,
            "confines execution, and is a second wall below the rules",
            "refuses rules of fs.exec; other rules are enforced without the second wall",
        ),
        row(
            Ability::Ptrace,
            "ptrace",
            found.ptrace,
            Needed,
            "judges executions by wildcards and denials, and tells which call a rule killed",
            "refuses such rules of fs.exec; kills, but reports only the signal",
        ),
        row(
            Ability::Mseal,
            "sealed mappings",
            found.mseal,
            Welcome,
            "the program opens judged files itself, under --engine ptrace",
            "opens files on the program's behalf, under either engine",
        ),
        row(
            Ability::SyncWakeUp,
            "synchronous wake-up",
            found.sync_wake_up,
            Welcome,
            "saves time in each supervised call",
            "the same, slower",
        ),
        row(
            Ability::Ia32,
            "32-bit programs",
            found.ia32,
            Welcome,
            "run under the same policy",
            "nothing: the kernel does not run them",
        ),
    ];
    for row in &mut rows {
        if row.ability == Ability::Landlock && row.found {
            row.detail = format!("version {}", found.landlock_abi);
        }
    }
    rows
}

fn json(found: &Found, rows: &[Row], full: bool) -> Value {
    let abilities: Vec<Value> = rows
        .iter()
        .map(|row| {
            json!({
                "ability": row.ability.name(),
                "found": row.found,
                "needed": row.weight == Weight::Needed,
                "since": row.ability.since().to_string(),
                "purpose": row.purpose,
                "reason": (!row.found).then(|| why(found, row.ability)),
                "without": (!row.found).then_some(row.without),
            })
        })
        .collect();
    json!({
        "kernel": found.kernel.to_string(),
        "arch": Abi::NATIVE.name(),
        "landlock": found.landlock_abi,
        "privileged": found.privileged,
        "full": full,
        "abilities": abilities,
        "notes": notes(found),
    })
}
