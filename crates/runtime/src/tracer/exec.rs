//! Executions: judged by name before the call, so that a refusal is an errno; and once more at the new program's
//! first stop (`PTRACE_EVENT_EXEC`), before its first instruction, when the kernel has said what it really started.
//!
//! Between the two another thread can replace a component of the path by a symlink. Then the second look finds
//! another file than the first; one that no rule allows is killed, for the old program is gone.

use crate::image::Image;
use crate::path::{AT_FDCWD, How, Last, Name, Place, Start, name_of, pin, walk};
use crate::procfs;
use crate::stop::Stop;
use crate::supervisor::Supervisor;
use crate::target::Target;
use crate::view::{Rights, View};
use callgate_abi::{Abi, Errno, SeccompData, Sysno};
use callgate_policy::{Object, Operation};
use rustix::fs::{CWD, Mode, OFlags, ResolveFlags};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

const AT_SYMLINK_NOFOLLOW: u64 = 0x100;
const AT_EMPTY_PATH: u64 = 0x1000;
/// Since 6.14: asks whether the file could be executed, and executes nothing.
const AT_EXECVE_CHECK: u64 = 0x1_0000;
/// How many interpreters are looked at: the kernel's own limit of nested `#!` lines, and a loader.
const MAX_INTERPRETERS: usize = 6;
/// `AT_BASE` of getauxval(3): where the loader was put.
const AT_BASE: u64 = 7;

const NAMELESS: Stop = Stop::Refused(
    Errno::EACCES,
    "a file without a name (memfd_create) was to be executed: no rule can speak of it",
);
const LOADER: Stop = Stop::Refused(
    Errno::EACCES,
    "a loader was to be executed as a program: it would run any file that may be read",
);

/// A file, whatever its name: device and inode.
type Identity = (u64, u64);

/// What a judged execution is to start.
#[derive(Debug)]
pub(super) struct Expected {
    data: SeccompData,
    abi: Abi,
    given: Vec<u8>,
    image: Identity,
    loader: Option<Vec<u8>>,
}

/// A judged execution.
pub(super) struct Execution {
    /// The path for the target to use; `None` where it names the file by a descriptor.
    pub(super) path: Option<Vec<u8>>,
    /// Which argument that is.
    pub(super) argument: usize,
    pub(super) expected: Expected,
}

/// Who judges executions in a run.
#[derive(Debug)]
pub(super) struct Executions {
    /// The program that the user started, its interpreters and its loader: they need no rule.
    free: Vec<Identity>,
}

/// A file on its way to be executed.
struct File {
    name: Name,
    file: OwnedFd,
}

impl Executions {
    /// For a run of this program.
    pub(super) fn of(images: &[PathBuf]) -> Executions {
        let identity = |path: &PathBuf| rustix::fs::stat(path).ok().map(|stat| (stat.st_dev, stat.st_ino));
        Executions { free: images.iter().filter_map(identity).collect() }
    }

    /// Judges an execve or execveat at its entry.
    pub(super) fn judge(&self, supervisor: &Supervisor, target: &Target<'_>) -> Result<Execution, Stop> {
        let data = target.data();
        let [first, second, .., fifth, _] = data.args;
        let (dirfd, path, flags, argument) = match (Sysno { abi: target.abi(), nr: data.nr as u32 }).name() {
            Some("execve") => (AT_FDCWD, first, 0, 0),
            Some("execveat") => (first as i32, second, u64::from(fifth as u32), 1),
            _ => return Err(Stop::Errno(Errno::ENOSYS)),
        };
        let given = target.string(path)?;
        if flags & !(AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH | AT_EXECVE_CHECK) != 0 {
            return Err(Stop::Errno(Errno::EINVAL));
        }
        let mut sealed = None;
        let file = if given.is_empty() && flags & AT_EMPTY_PATH != 0 {
            let file = if dirfd == AT_FDCWD { target.cwd()? } else { target.descriptor(dirfd)? };
            let file = File { name: name_of(file.as_fd())?, file };
            self.may_execute(supervisor, target, &given, &file)?;
            file
        } else {
            let start = Start::of(target, dirfd, &given, supervisor.own_root())?;
            let place = find(supervisor, target, start, &given, flags & AT_SYMLINK_NOFOLLOW == 0)?;
            let (file, path) = self.may_go(supervisor, target, &given, place)?;
            sealed = Some(path);
            file
        };
        let (image, loader) = self.interpreters(supervisor, target, file)?;
        let expected = Expected { data: *data, abi: target.abi(), given, image, loader };
        Ok(Execution { path: sealed, argument, expected })
    }

    /// Judges the file that a path leads to, or the one that a redirect leads to instead; and the path to use.
    fn may_go(
        &self,
        supervisor: &Supervisor,
        target: &Target<'_>,
        given: &[u8],
        place: Place,
    ) -> Result<(File, Vec<u8>), Stop> {
        if let Some((to, _)) = place.path().and_then(|path| supervisor.policy.redirect(path)) {
            let from = Object::Path(place.path().unwrap_or_default().to_vec());
            supervisor.judge_redirected(target, &[Operation::FsExec], given, &from)?;
            let start = Start { base: None, root: Start::root(target, true)?, tid: target.tid() };
            let file = pinned(find(supervisor, target, start, &to, true)?)?;
            let Name::Path(path) = &file.name else { return Err(NAMELESS) };
            let object = Object::Path(path.clone());
            supervisor.judge_onto(target, &[Operation::FsExec], given, &from, &object)?;
            return Ok((file, to));
        }
        let file = pinned(place)?;
        self.may_execute(supervisor, target, given, &file)?;
        // A script is told the path by which it was started, and a program its name.
        Ok((file, given.to_vec()))
    }

    fn may_execute(
        &self,
        supervisor: &Supervisor,
        target: &Target<'_>,
        given: &[u8],
        file: &File,
    ) -> Result<(), Stop> {
        let Name::Path(path) = &file.name else { return Err(NAMELESS) };
        let object = Object::Path(path.clone());
        if self.free.contains(&identity(file.file.as_fd())?) {
            // What started the run may start again, unless a rule speaks against it.
            return supervisor.judge_redirected(target, &[Operation::FsExec], given, &object);
        }
        supervisor.judge(target, &[Operation::FsExec], given, &object).map(drop)
    }

    /// Judges all that the kernel will start beneath the file: the image it ends with, and the name of its loader.
    fn interpreters(
        &self,
        supervisor: &Supervisor,
        target: &Target<'_>,
        mut file: File,
    ) -> Result<(Identity, Option<Vec<u8>>), Stop> {
        for _ in 0..MAX_INTERPRETERS {
            let (name, loader) = match Image::of(file.file.as_fd()) {
                Image::Loader => return Err(LOADER),
                Image::Elf(Some(loader)) => (loader, true),
                Image::Script(interpreter) => (interpreter, false),
                Image::Elf(None) | Image::Other => break,
            };
            let name = name.as_os_str().as_bytes();
            let start = Start::of(target, AT_FDCWD, name, supervisor.own_root())?;
            let next = pinned(find(supervisor, target, start, name, true)?)?;
            self.may_execute(supervisor, target, name, &next)?;
            if loader {
                let Name::Path(path) = next.name else { return Err(NAMELESS) };
                return Ok((identity(file.file.as_fd())?, Some(path)));
            }
            file = next;
        }
        Ok((identity(file.file.as_fd())?, None))
    }

    /// Looks at what the kernel has started, before its first instruction. False when it must not run; that is reported.
    pub(super) fn may_run(
        &self,
        supervisor: &Supervisor,
        tid: u32,
        wide: bool,
        expected: Option<&Expected>,
    ) -> bool {
        let link = format!("/proc/{tid}/exe");
        let Ok(file) = rustix::fs::openat(CWD, link, OFlags::PATH | OFlags::CLOEXEC, Mode::empty()) else {
            return false;
        };
        let Ok(image) = identity(file.as_fd()) else { return false };
        let base = procfs::auxiliary(tid, wide, AT_BASE).filter(|base| *base != 0);
        let loader = match base.map(|base| procfs::mapped(tid, base)) {
            None => None,
            Some(Some(mapped)) if mapped.name.is_some() => mapped.name,
            Some(_) => return false,
        };
        if expected.is_some_and(|expected| (expected.image, &expected.loader) == (image, &loader)) {
            return true;
        }
        let name = match name_of(file.as_fd()) {
            Ok(Name::Path(name)) => name,
            _ => b"?".to_vec(),
        };
        let allowed = |path: &[u8], file: Option<Identity>| {
            let verdict = supervisor.policy.evaluate(Operation::FsExec, &Object::Path(path.to_vec()));
            verdict.is_allowed()
                || (verdict.rule.is_none() && file.is_some_and(|file| self.free.contains(&file)))
        };
        let refused = if !allowed(&name, Some(image)) || Image::of(file.as_fd()) == Image::Loader {
            name
        } else {
            match loader {
                Some(loader)
                    if !allowed(&loader, rustix::fs::stat(&*loader).ok().map(|s| (s.st_dev, s.st_ino))) =>
                {
                    loader
                }
                _ => return true,
            }
        };
        supervisor.killed_at_exec(tid, expected.map(Expected::call), refused);
        false
    }
}

impl Expected {
    /// The call and the path it gave.
    fn call(&self) -> (&SeccompData, Abi, &[u8]) {
        (&self.data, self.abi, &self.given)
    }
}

/// Walks a path to something that exists.
fn find(
    supervisor: &Supervisor,
    target: &Target<'_>,
    start: Start,
    path: &[u8],
    follow: bool,
) -> Result<Place, Stop> {
    let how = How { follow, parent: false, resolve: ResolveFlags::empty() };
    let place = walk(start, path, how, &View::new(supervisor, target, path, Rights::Effective))?;
    if place.exists() { Ok(place) } else { Err(Stop::Errno(Errno::ENOENT)) }
}

/// The file at a place. ELOOP for a symlink that is not followed, ENOTDIR for a file with a slash behind it.
fn pinned(place: Place) -> Result<File, Stop> {
    let file = match place.last {
        Last::Entry { parent, mut name, folder_wanted, .. } => {
            if folder_wanted {
                name.push(b'/');
            }
            pin(parent.as_fd(), &name, OFlags::empty())?
        }
        Last::Folder(file) | Last::Object(file) => file,
    };
    Ok(File { name: place.name, file })
}

fn identity(file: BorrowedFd<'_>) -> Result<Identity, Stop> {
    let stat = rustix::fs::fstat(file)?;
    Ok((stat.st_dev, stat.st_ino))
}
