//! `run --suggest`: the file that the rules go to.

use crate::failure::{Failure, reason, shown};
use crate::flags::PolicyArgs;
use crate::policies;
use callgate::{Places, Suggestion, Surroundings};
use callgate_events::{Bytes, Event};
use callgate_policy::{Decision, Environment, Flags, Loader, Object, Policy, Purpose, Verdict, presets};
use rustix::fs::{CWD, RenameFlags};
use std::fs::{self, File};
use std::io::{self, Write};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// A suggestion on its way to its file.
pub(crate) struct Suggesting {
    file: PathBuf,
    uses: String,
    flags: Flags,
    environment: Environment,
    suggestion: Mutex<Suggestion>,
}

impl Suggesting {
    /// Nothing was denied yet. A file that exists is refused, before anything runs: rules that somebody may have
    /// edited are not overwritten.
    pub(crate) fn new(file: &Path, args: &PolicyArgs, policy: &Policy) -> Result<Suggesting, Failure> {
        if fs::symlink_metadata(file).is_ok() {
            return Err(exists(file));
        }
        let folder = folder_of(file);
        let usable = fs::metadata(folder)
            .and_then(|found| if found.is_dir() { Ok(()) } else { Err(io::ErrorKind::NotADirectory.into()) });
        usable.map_err(|error| cannot_write(file, &error))?;
        let environment = policies::environment()?;
        let mut places = Places::from(&environment);
        if let Some(ephemeral) = ephemeral_ports() {
            places.ephemeral = ephemeral;
        }
        Ok(Suggesting {
            file: std::path::absolute(file).map_err(|error| cannot_write(file, &error))?,
            uses: policies::uses(args)?,
            flags: policies::flags(args),
            environment,
            suggestion: Mutex::new(Suggestion::new(places, policy)),
        })
    }

    /// Takes an event.
    pub(crate) fn see(&self, event: &Event) {
        if let Event::Call(call) = event {
            self.suggestion.lock().unwrap_or_else(PoisonError::into_inner).see(call);
        }
    }

    /// Writes the file, in one step; returns the line that says so.
    pub(crate) fn write(&self, command: &[Bytes]) -> Result<String, Failure> {
        let secrets = self.secrets();
        let kept = |operation, object: &Object| {
            let verdict = secrets.as_ref()?.evaluate(operation, object);
            denied_by_name(&verdict)
        };
        let suggestion = self.suggestion.lock().unwrap_or_else(PoisonError::into_inner);
        let text =
            suggestion.to_toml(&Surroundings { command, uses: &self.uses, flags: &self.flags, kept: &kept });
        self.place(text.as_bytes()).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => exists(&self.file),
            _ => cannot_write(&self.file, &error),
        })?;
        let file = shown(&self.file);
        Ok(format!(
            "callgate: the rules that this run lacked are in {file}: read them, then run with -p {file}\n"
        ))
    }

    /// What nobody's program is to read or write unasked, whatever the policy of the run: what the preset for untrusted
    /// work denies by name.
    fn secrets(&self) -> Option<Policy> {
        let mut environment = self.environment.clone();
        if environment.cwd == Path::new("/") || environment.cwd == environment.home {
            // The preset refuses to work there, and what it denies does not depend on it.
            environment.cwd = PathBuf::from("/nonexistent");
        }
        let mut loader = Loader::new(&environment);
        loader.preset(presets::preset(policies::DEFAULT_PRESET)?.name);
        loader.finish(Purpose::Run).ok().map(|(policy, _)| policy)
    }

    /// A new file under the name, whole or not at all.
    fn place(&self, text: &[u8]) -> io::Result<()> {
        let name = self.file.file_name().unwrap_or_default().to_string_lossy();
        let temporary = folder_of(&self.file).join(format!(".{name}.{}", std::process::id()));
        let written = File::create_new(&temporary).and_then(|mut file| file.write_all(text)).and_then(|()| {
            match rustix::fs::renameat_with(CWD, &temporary, CWD, &self.file, RenameFlags::NOREPLACE) {
                // A file system that cannot: the name was free when the run began, and kept from the program.
                Err(rustix::io::Errno::INVAL) => fs::rename(&temporary, &self.file),
                renamed => renamed.map_err(io::Error::from),
            }
        });
        if written.is_err() {
            let _ = fs::remove_file(&temporary);
        }
        written
    }
}

/// Why the preset denies it, where one of its rules does.
fn denied_by_name(verdict: &Verdict<'_>) -> Option<String> {
    let rule = verdict.rule.filter(|_| matches!(verdict.decision, Decision::Deny(_)))?;
    let reason = rule.origin.reason.as_deref().unwrap_or(&rule.origin.id);
    Some(format!("preset {} denies it: {reason}", policies::DEFAULT_PRESET))
}

fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// `net.ipv4.ip_local_port_range`.
fn ephemeral_ports() -> Option<RangeInclusive<u16>> {
    let text = fs::read_to_string("/proc/sys/net/ipv4/ip_local_port_range").ok()?;
    let mut numbers = text.split_whitespace().map(str::parse);
    Some(numbers.next()?.ok()?..=numbers.next()?.ok()?)
}

fn exists(file: &Path) -> Failure {
    Failure::new(format!("--suggest {}: the file exists, and rules are not overwritten", shown(file)))
        .fix("give another name, or remove the file")
}

fn cannot_write(file: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("cannot write the suggested rules to {}: {}", shown(file), reason(error)))
        .fix("give --suggest a file in a folder that you may write")
}
