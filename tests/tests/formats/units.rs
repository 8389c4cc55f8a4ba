//! Lines that systemd itself reads.

use crate::{Outcome, imported, said, written};
use callgate_abi::{KernelVersion, syscalls};
use callgate_compile::emit::Format;
use std::path::Path;
use std::process::Command;

/// The last release whose calls Debian 12's systemd has names for.
const KNOWN: KernelVersion = KernelVersion { major: 5, minor: 17 };

/// Lines, and the same written from the policy they stand for: systemd finds nothing to complain of,
/// and holds both for the same lists.
pub(super) fn taken() -> Outcome {
    let folder = tempfile::tempdir()?;
    for lines in [
        "SystemCallFilter=@system-service\nSystemCallErrorNumber=EPERM\nSystemCallArchitectures=native\n",
        "SystemCallFilter=~@module @mount reboot:EPERM swapon:kill\nSystemCallArchitectures=native x86\n",
        "SystemCallFilter=@basic-io @process\nSystemCallFilter=~kill\nSystemCallLog=write\nSystemCallErrorNumber=ENOSYS\n",
        "SystemCallFilter=~@swap\nSystemCallLog=~read write\n",
    ] {
        let again = written(&imported("unit", lines).policy, Format::Systemd);
        let own = judged(folder.path(), "own", &format!("[Service]\n{lines}"))?;
        let ours = judged(folder.path(), "ours", &again)?;
        if own != ours {
            return Err(format!("systemd takes\n{lines}for\n{own}but\n{again}for\n{ours}").into());
        }
    }
    Ok(())
}

/// What systemd says of the lists of a unit.
fn judged(folder: &Path, name: &str, service: &str) -> Result<String, libtest_mimic::Failed> {
    let unit = folder.join(format!("callgate-{name}.service"));
    std::fs::write(&unit, service.replace("[Service]\n", "[Service]\nExecStart=/bin/true\n"))?;
    let output = Command::new("systemd-analyze").args(["verify", "--man=no"]).arg(&unit).output()?;
    let complaints = String::from_utf8_lossy(&output.stderr);
    // Of other units of the machine it may say what it likes, and it skips calls younger than itself.
    let young = |line: &str| {
        let call = line.rsplit(' ').next().and_then(syscalls::since);
        line.contains("Failed to parse system call") && call.is_some_and(|since| since > KNOWN)
    };
    let own = format!("callgate-{name}.service");
    if let Some(complaint) = complaints.lines().find(|line| line.contains(&own) && !young(line)) {
        return Err(format!("{complaint}\n{service}").into());
    }
    let exposure =
        said(Command::new("systemd-analyze").args(["security", "--offline=yes", "--json=short"]).arg(&unit))?;
    let found: Vec<serde_json::Value> = serde_json::from_str(&exposure)?;
    let of_calls =
        found.iter().filter(|line| line["name"].as_str().is_some_and(|name| name.starts_with("SystemCall")));
    let lines = of_calls.map(|line| format!("{}: {} {}\n", line["name"], line["set"], line["description"]));
    let lines: String = lines.collect::<Vec<_>>().concat();
    if lines.is_empty() { Err("systemd says nothing of call lists".into()) } else { Ok(lines) }
}
