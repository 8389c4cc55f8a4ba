//! What the calls on names share: find the name as the target would, judge it, and act on it in its
//! pinned folder.

use crate::path::{AT_FDCWD, How, Last, Name, Place, Start, is_unlinked, name_of, pin, walk};
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use crate::view::{Rights, View};
use callgate_abi::Errno;
use callgate_policy::{Object, Operation};
use rustix::fs::{AtFlags, FileType, OFlags, ResolveFlags};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};

/// A name that a call is about.
pub(super) struct Entry {
    /// As the target gave it.
    pub(super) given: Vec<u8>,
    /// Where it was found.
    place: Place,
    /// The name as it goes to the kernel, relative to the pinned folder: with its trailing slash.
    name: Vec<u8>,
}

impl Entry {
    /// Finds the name at the address `path`, not looking behind it: for calls that make, remove or
    /// rename it.
    pub(super) fn name(
        worker: &Worker<'_>,
        target: &Target<'_>,
        dirfd: i32,
        path: u64,
    ) -> Result<Entry, Stop> {
        let how = How { follow: false, parent: true, resolve: ResolveFlags::empty() };
        Entry::find(worker, target, dirfd, target.string(path)?, how, Rights::Effective)
    }

    /// Finds the file at the address `path`: for calls that change what it holds or says.
    pub(super) fn file(
        worker: &Worker<'_>,
        target: &Target<'_>,
        dirfd: i32,
        path: u64,
        follow: bool,
    ) -> Result<Entry, Stop> {
        Entry::seen(worker, target, dirfd, path, follow, Rights::Effective)
    }

    /// The same with these rights.
    pub(super) fn seen(
        worker: &Worker<'_>,
        target: &Target<'_>,
        dirfd: i32,
        path: u64,
        follow: bool,
        rights: Rights,
    ) -> Result<Entry, Stop> {
        let how = How { follow, parent: false, resolve: ResolveFlags::empty() };
        Entry::find(worker, target, dirfd, target.string(path)?, how, rights)
    }

    fn find(
        worker: &Worker<'_>,
        target: &Target<'_>,
        dirfd: i32,
        given: Vec<u8>,
        how: How,
        rights: Rights,
    ) -> Result<Entry, Stop> {
        if given.is_empty() {
            return Err(Stop::Errno(Errno::ENOENT));
        }
        let supervisor = worker.supervisor();
        let start = Start::of(target, dirfd, &given, supervisor.own_root())?;
        let place = walk(start, &given, how, &View::new(supervisor, target, &given, rights))?;
        let name = match &place.last {
            Last::Entry { name, folder_wanted: true, .. } => [name, &b"/"[..]].concat(),
            Last::Entry { name, .. } => name.clone(),
            // Only errors come of a call on the name of a root folder: the kernel says which.
            Last::Folder(_) | Last::Object(_) => b"/".to_vec(),
        };
        Ok(Entry { given, place, name })
    }

    /// Judges a change of the name, or of what it names. Names that are no object of a rule (`.`, `..`,
    /// `/`) are left to the kernel, which refuses them all.
    pub(super) fn may_write(&self, worker: &Worker<'_>, target: &Target<'_>) -> Result<(), Stop> {
        match self.path() {
            Some(path) if !self.is_dots() => {
                let object = Object::Path(path.to_vec());
                worker.supervisor().judge(target, &[Operation::FsWrite], &self.given, &object)?;
            }
            _ => {}
        }
        target.check()
    }

    /// Whether the name is `.`, `..` or that of a root folder, which no call makes, removes or renames.
    pub(super) fn is_dots(&self) -> bool {
        matches!(self.name.as_slice(), b"." | b".." | b"./" | b"../" | b"/")
    }

    /// The resolved name; `None` for what has none (a memfd by /proc/self/fd).
    pub(super) fn path(&self) -> Option<&[u8]> {
        self.place.path()
    }

    /// What is there now; `None` when nothing is.
    pub(super) fn kind(&self) -> Option<FileType> {
        self.place.kind()
    }

    /// The file for calls that take a folder, a path and AT_* flags: no symlink that comes in between is followed.
    pub(super) fn here(&self) -> (BorrowedFd<'_>, &[u8], u32) {
        match &self.place.last {
            Last::Entry { parent, .. } => (parent.as_fd(), &self.name, AtFlags::SYMLINK_NOFOLLOW.bits()),
            Last::Folder(fd) | Last::Object(fd) => (fd.as_fd(), b"", AtFlags::EMPTY_PATH.bits()),
        }
    }

    /// Whether something is there for sure.
    pub(super) fn exists(&self) -> bool {
        !matches!(&self.place.last, Last::Entry { kind: None | Some(FileType::Unknown), .. })
    }

    /// The pinned folder and the name in it.
    pub(super) fn at(&self) -> (BorrowedFd<'_>, &[u8]) {
        match &self.place.last {
            Last::Entry { parent, .. } => (parent.as_fd(), &self.name),
            Last::Folder(fd) | Last::Object(fd) => (fd.as_fd(), &self.name),
        }
    }

    /// The file itself, pinned. ENOENT when there is none; ELOOP when a symlink came in between.
    pub(super) fn pin(&self, follow: bool) -> Result<OwnedFd, Stop> {
        match &self.place.last {
            Last::Entry { parent, .. } => {
                let flags = if follow { OFlags::empty() } else { OFlags::NOFOLLOW };
                Ok(pin(parent.as_fd(), &self.name, flags)?)
            }
            Last::Folder(fd) | Last::Object(fd) => Ok(rustix::io::fcntl_dupfd_cloexec(fd, 3)?),
        }
    }
}

/// What a call does with the file that it finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Changes what it holds or says: judged as a write.
    Change,
    /// Only looks: free, where it is not hidden.
    Look,
}

/// The file that a call with AT_* flags is about, judged and pinned; EINVAL for unknown flags.
pub(super) fn pinned(
    worker: &Worker<'_>,
    target: &Target<'_>,
    dirfd: i32,
    path: u64,
    flags: AtFlags,
    purpose: Purpose,
) -> Result<OwnedFd, Stop> {
    check_at(flags)?;
    if flags.contains(AtFlags::EMPTY_PATH) && target.string(path)?.is_empty() {
        return descriptor(worker, target, dirfd, purpose);
    }
    let follow = !flags.contains(AtFlags::SYMLINK_NOFOLLOW);
    let entry = Entry::file(worker, target, dirfd, path, follow)?;
    if entry.kind().is_none() {
        return Err(Stop::Errno(Errno::ENOENT));
    }
    if purpose == Purpose::Change {
        entry.may_write(worker, target)?;
    }
    let _acting = worker.supervisor().act_as(target)?;
    entry.pin(follow)
}

/// EINVAL for AT_* flags that few calls know.
pub(super) fn check_at(flags: AtFlags) -> Result<(), Stop> {
    if (AtFlags::SYMLINK_NOFOLLOW | AtFlags::EMPTY_PATH).contains(flags) {
        Ok(())
    } else {
        Err(Stop::Errno(Errno::EINVAL))
    }
}

/// Whether a younger call names no file but `dirfd` itself: with AT_EMPTY_PATH an empty path, or none at all.
pub(super) fn is_unnamed(target: &Target<'_>, path: u64, flags: AtFlags) -> Result<bool, Stop> {
    Ok(flags.contains(AtFlags::EMPTY_PATH) && (path == 0 || target.string(path)?.is_empty()))
}

/// As [`pinned`] for younger calls, which with AT_EMPTY_PATH take no path at all for an empty one, and an open file
/// then, no `O_PATH` descriptor (`getname_maybe_null`).
pub(super) fn maybe_unnamed(
    worker: &Worker<'_>,
    target: &Target<'_>,
    dirfd: i32,
    path: u64,
    flags: AtFlags,
    purpose: Purpose,
) -> Result<OwnedFd, Stop> {
    if !is_unnamed(target, path, flags)? {
        pinned(worker, target, dirfd, path, flags - AtFlags::EMPTY_PATH, purpose)
    } else if dirfd < 0 {
        descriptor(worker, target, dirfd, purpose)
    } else {
        opened(worker, target, dirfd, purpose)
    }
}

/// The file behind a descriptor of the target, or its current folder, judged by the name it has now.
pub(super) fn descriptor(
    worker: &Worker<'_>,
    target: &Target<'_>,
    fd: i32,
    purpose: Purpose,
) -> Result<OwnedFd, Stop> {
    let file = if fd == AT_FDCWD { target.cwd()? } else { target.descriptor(fd)? };
    allowed(worker, target, file, purpose)
}

/// The same for calls that take an open file only: EBADF for an `O_PATH` descriptor. The file is the supervisor's
/// duplicate, which no dup2 in the target can replace.
pub(super) fn opened(
    worker: &Worker<'_>,
    target: &Target<'_>,
    fd: i32,
    purpose: Purpose,
) -> Result<OwnedFd, Stop> {
    let file = target.descriptor(fd)?;
    if rustix::fs::fcntl_getfl(&file)?.contains(OFlags::PATH) {
        return Err(Stop::Errno(Errno::EBADF));
    }
    allowed(worker, target, file, purpose)
}

/// Judges an open file. One that has no name (any more) is nobody's but the holder's.
pub(super) fn allowed(
    worker: &Worker<'_>,
    target: &Target<'_>,
    file: OwnedFd,
    purpose: Purpose,
) -> Result<OwnedFd, Stop> {
    if purpose == Purpose::Change
        && let Name::Path(path) = name_of(file.as_fd())?
        && !is_unlinked(file.as_fd())?
    {
        let object = Object::Path(path.clone());
        worker.supervisor().judge(target, &[Operation::FsWrite], &path, &object)?;
    }
    target.check()?;
    Ok(file)
}

/// The path by which the supervisor itself reaches a pinned file.
pub(super) fn reach(fd: &OwnedFd) -> String {
    format!("/proc/self/fd/{}", fd.as_raw_fd())
}
