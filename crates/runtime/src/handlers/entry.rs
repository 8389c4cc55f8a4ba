//! What the calls on names share: find the name as the target would, judge it, and act on it in its
//! pinned folder.

use crate::path::{How, Last, Place, Start, walk};
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::Errno;
use callgate_policy::{Object, Operation};
use rustix::fs::{FileType, Mode, OFlags, ResolveFlags};
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
        Entry::find(worker, target, dirfd, target.string(path)?, how)
    }

    /// Finds the file at the address `path`: for calls that change what it holds or says.
    pub(super) fn file(
        worker: &Worker<'_>,
        target: &Target<'_>,
        dirfd: i32,
        path: u64,
        follow: bool,
    ) -> Result<Entry, Stop> {
        let how = How { follow, parent: false, resolve: ResolveFlags::empty() };
        Entry::find(worker, target, dirfd, target.string(path)?, how)
    }

    fn find(
        worker: &Worker<'_>,
        target: &Target<'_>,
        dirfd: i32,
        given: Vec<u8>,
        how: How,
    ) -> Result<Entry, Stop> {
        if given.is_empty() {
            return Err(Stop::Errno(Errno::ENOENT));
        }
        let supervisor = worker.supervisor();
        let start = Start::of(target, dirfd, &given, supervisor.own_root())?;
        let place = walk(start, &given, how, &|| supervisor.act_as(target))?;
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
            Some(path) if !is_dots(&self.name) => {
                let object = Object::Path(path.to_vec());
                worker.supervisor().judge(target, &[Operation::FsWrite], &self.given, &object)?;
            }
            _ => {}
        }
        target.check()
    }

    /// The resolved name; `None` for what has none (a memfd by /proc/self/fd).
    pub(super) fn path(&self) -> Option<&[u8]> {
        self.place.path()
    }

    /// What is there now; `None` when nothing is.
    pub(super) fn kind(&self) -> Option<FileType> {
        match &self.place.last {
            Last::Entry { kind, .. } => *kind,
            Last::Folder(_) => Some(FileType::Directory),
            Last::Object(_) => Some(FileType::Unknown),
        }
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
                let (flags, resolve) = if follow {
                    (OFlags::PATH | OFlags::CLOEXEC, ResolveFlags::NO_SYMLINKS)
                } else {
                    (OFlags::PATH | OFlags::CLOEXEC | OFlags::NOFOLLOW, ResolveFlags::empty())
                };
                Ok(rustix::fs::openat2(parent, self.name.as_slice(), flags, Mode::empty(), resolve)?)
            }
            Last::Folder(fd) | Last::Object(fd) => Ok(rustix::io::fcntl_dupfd_cloexec(fd, 3)?),
        }
    }
}

/// The path by which the supervisor itself reaches a pinned file.
pub(super) fn reach(fd: &OwnedFd) -> String {
    format!("/proc/self/fd/{}", fd.as_raw_fd())
}

fn is_dots(name: &[u8]) -> bool {
    matches!(name, b"." | b".." | b"./" | b"../" | b"/")
}
