//! The last run's events: `$XDG_STATE_HOME/callgate/last.jsonl`.

use crate::failure::{Failure, reason, shown};
use callgate_events::{Event, Record, Writer};
use rustix::fs::{AtFlags, CWD, Mode, OFlags};
use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};

/// Name of the file in the folder.
const NAME: &str = "last.jsonl";
/// A program that is denied in a loop must not fill the disk: after so many bytes only `end` is kept.
const LIMIT: u64 = 16 << 20;

/// Why the last run is not kept.
#[derive(Debug)]
pub(crate) struct NotKept(pub(crate) String);

/// The folder: `$XDG_STATE_HOME/callgate`, where that is absolute; else `~/.local/state/callgate`.
pub(crate) fn folder(var: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let absolute = |name| var(name).map(PathBuf::from).filter(|p| p.is_absolute());
    let base =
        absolute("XDG_STATE_HOME").or_else(|| absolute("HOME").map(|home| home.join(".local/state")))?;
    Some(base.join("callgate"))
}

/// The folder for this process.
pub(crate) fn own_folder() -> Option<PathBuf> {
    folder(|name| std::env::var_os(name))
}

/// The log of this run, about to become the last.
#[derive(Debug)]
pub(crate) struct LastRun {
    writer: Writer<File>,
    written: u64,
}

impl LastRun {
    /// Starts the log. It is a new file that takes the old one's place in one step: a run that is still
    /// going on keeps its own, and a symbolic link by that name is replaced, never followed.
    pub(crate) fn start(folder: &Path) -> Result<LastRun, NotKept> {
        let not_kept = |doing: &str, error: rustix::io::Errno| {
            NotKept(format!("cannot {doing} {}: {}", shown(folder), reason(&io::Error::from(error))))
        };
        let dir = open_folder(folder)?;
        let temporary = format!(".{NAME}.{}", std::process::id());
        // Left over by a process with our id that was killed within the few calls below.
        let _ = rustix::fs::unlinkat(&dir, &temporary, AtFlags::empty());
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let file = rustix::fs::openat(&dir, &temporary, flags, Mode::RUSR | Mode::WUSR)
            .map_err(|e| not_kept("create a file in", e))?;
        if let Err(error) = rustix::fs::renameat(&dir, &temporary, &dir, NAME) {
            let _ = rustix::fs::unlinkat(&dir, &temporary, AtFlags::empty());
            return Err(not_kept(&format!("replace {NAME} in"), error));
        }
        Ok(LastRun { writer: Writer::new(file.into()), written: 0 })
    }

    /// Appends an event; an error is told once.
    pub(crate) fn append(&mut self, record: &Record) -> Result<(), NotKept> {
        if self.written > LIMIT && !matches!(record.event, Event::End(_)) {
            return Ok(());
        }
        self.written +=
            self.writer.append(record).map_err(|e| NotKept(format!("{NAME}: {}", reason(&e.0))))?;
        Ok(())
    }
}

/// Opens the folder, made with mode 0700 if needed. It must be a real folder of this user that nobody
/// else may write: a file name in it is about to be trusted.
fn open_folder(folder: &Path) -> Result<OwnedFd, NotKept> {
    let failed = |error: io::Error| NotKept(format!("{}: {}", shown(folder), reason(&error)));
    if let Some(parent) = folder.parent() {
        std::fs::create_dir_all(parent).map_err(failed)?;
    }
    match rustix::fs::mkdirat(CWD, folder, Mode::RWXU) {
        Ok(()) | Err(rustix::io::Errno::EXIST) => {}
        Err(error) => return Err(failed(error.into())),
    }
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
    let dir = rustix::fs::openat(CWD, folder, flags, Mode::empty()).map_err(|error| match error {
        rustix::io::Errno::LOOP | rustix::io::Errno::NOTDIR => {
            NotKept(format!("{} is a symbolic link or no folder", shown(folder)))
        }
        error => failed(error.into()),
    })?;
    let stat = rustix::fs::fstat(&dir).map_err(|e| failed(e.into()))?;
    if stat.st_uid != rustix::process::geteuid().as_raw() {
        return Err(NotKept(format!("{} belongs to another user", shown(folder))));
    }
    if stat.st_mode & 0o077 != 0 {
        rustix::fs::fchmod(&dir, Mode::RWXU).map_err(|e| failed(e.into()))?;
    }
    Ok(dir)
}

/// Reads the last run's events. A missing file is explained.
pub(crate) fn read_last() -> Result<Vec<Record>, Failure> {
    let Some(folder) = own_folder() else {
        return Err(Failure::new("neither XDG_STATE_HOME nor HOME is set, so no last run is kept").fix(
            "set HOME, or write the events with `run --json FILE` and give them to `why --events FILE`",
        ));
    };
    read(&folder.join(NAME))
}

/// Reads the events of a log.
pub(crate) fn read(path: &Path) -> Result<Vec<Record>, Failure> {
    let file = File::open(path).map_err(|error| {
        if error.kind() == io::ErrorKind::NotFound {
            Failure::new(format!("no run is kept in {}", shown(path)))
                .fix("run something first: callgate run -- ls")
        } else {
            Failure::new(format!("cannot read {}: {}", shown(path), reason(&error)))
        }
    })?;
    callgate_events::log::read(io::BufReader::new(file)).collect::<Result<_, _>>().map_err(|error| {
        Failure::new(format!("{}: {error}", shown(path)))
            .fix("it was changed or is of another version; a new `callgate run` replaces it")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use callgate_events::{EndEvent, Recorder};
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn mode(path: &Path) -> u32 {
        std::fs::symlink_metadata(path).unwrap().permissions().mode() & 0o7777
    }

    #[test]
    fn where_it_is() {
        let at = |state: Option<&str>, home: Option<&str>| {
            folder(|name| if name == "HOME" { home.map(Into::into) } else { state.map(Into::into) })
        };
        assert_eq!(at(Some("/s"), Some("/h")), Some("/s/callgate".into()));
        assert_eq!(at(Some("relative"), Some("/h")), Some("/h/.local/state/callgate".into()));
        assert_eq!(at(None, Some("/h")), Some("/h/.local/state/callgate".into()));
        assert_eq!(at(None, None), None);
    }

    #[test]
    fn private_and_replaced_in_one_step() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("state/callgate");
        let mut recorder = Recorder::new();
        for _ in 0..2 {
            let mut log = LastRun::start(&folder).unwrap();
            log.append(&recorder.record(Event::End(EndEvent::default()))).unwrap();
        }
        assert_eq!(mode(&folder), 0o700);
        assert_eq!(mode(&folder.join(NAME)), 0o600);
        assert_eq!(read(&folder.join(NAME)).unwrap().len(), 1);
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1, "nothing is left over");
    }

    #[test]
    fn links_are_not_followed() {
        let dir = tempfile::tempdir().unwrap();
        let victim = dir.path().join("victim");
        std::fs::write(&victim, "precious").unwrap();
        let folder = dir.path().join("callgate");
        std::fs::create_dir(&folder).unwrap();
        symlink(&victim, folder.join(NAME)).unwrap();
        LastRun::start(&folder).unwrap();
        assert_eq!(std::fs::read_to_string(&victim).unwrap(), "precious");
        assert_eq!(mode(&folder), 0o700, "made private");
        let link = dir.path().join("link");
        symlink(&folder, &link).unwrap();
        assert!(LastRun::start(&link).unwrap_err().0.contains("symbolic link"));
        assert!(LastRun::start(&victim).unwrap_err().0.contains("no folder"));
    }
}
