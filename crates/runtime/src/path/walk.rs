//! The walk: component by component, each step on a pinned folder.

use super::proc::{self, Link};
use super::start::Root;
use super::{Name, Start, Viewer, lexical, name_of, pin};
use crate::stop::Stop;
use callgate_abi::Errno;
use callgate_sys::thread::Assumed;
use rustix::fs::{AtFlags, FileType, Mode, OFlags, ResolveFlags, Statx, StatxFlags};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::rc::Rc;

/// The folders in which `fs.protected_symlinks` speaks.
const STICKY_WORLD_WRITABLE: u32 = 0o1002;
/// How many symlinks one walk passes (`MAXSYMLINKS` of `linux/namei.h`).
const MAX_LINKS: u32 = 40;

/// How a path is to be walked.
#[derive(Debug, Clone, Copy)]
pub struct How {
    /// Whether a symlink in the last place is followed.
    pub follow: bool,
    /// Whether the call is about the last name itself, as unlink and rename are: it is never looked
    /// behind, whatever it is and even with a slash after it (the kernel's `LOOKUP_PARENT`).
    pub parent: bool,
    /// openat2's `RESOLVE_*`.
    pub resolve: ResolveFlags,
}

/// Where a walk ended.
#[derive(Debug)]
pub struct Place {
    /// The place itself.
    pub last: Last,
    /// Its name, to be judged.
    pub name: Name,
}

/// The end of a walk, pinned.
#[derive(Debug)]
pub enum Last {
    /// A name in a pinned folder.
    Entry {
        /// The folder.
        parent: OwnedFd,
        /// The name, without slashes.
        name: Vec<u8>,
        /// What is there now; `None` when nothing is, `Unknown` where that cannot be told.
        kind: Option<FileType>,
        /// Whether the path ended in a slash, so that only a folder will do.
        folder_wanted: bool,
    },
    /// A folder named by `/`, `.` or `..`.
    Folder(OwnedFd),
    /// What a magic link led to.
    Object(OwnedFd),
}

impl Place {
    /// The name as a path; `None` when the object has none.
    pub fn path(&self) -> Option<&[u8]> {
        match &self.name {
            Name::Path(path) => Some(path),
            Name::Anonymous => None,
        }
    }
}

impl Place {
    /// Whether anything is there.
    pub fn exists(&self) -> bool {
        !matches!(self.last, Last::Entry { kind: None, .. })
    }

    /// What is there, where the walk looked at it.
    pub fn kind(&self) -> Option<FileType> {
        match &self.last {
            Last::Entry { kind, .. } => *kind,
            Last::Folder(_) => Some(FileType::Directory),
            Last::Object(object) => kind_of(object.as_fd()).ok(),
        }
    }
}

/// One walk.
struct Walk<'a> {
    viewer: &'a dyn Viewer,
    /// The target's rights, put down only where the supervisor's own are needed.
    acting: Option<Assumed>,
    root: Root,
    current: Rc<OwnedFd>,
    /// The current folder, where it was reached by a name that is hidden: only what a rule excepts can be found
    /// from there.
    hidden: Option<Vec<u8>>,
    /// Components still to walk, the next one last.
    ahead: Vec<Vec<u8>>,
    links: u32,
    tid: u32,
    how: How,
    /// Whether the last component must be a folder.
    folder_wanted: bool,
    /// Mount of the start, under RESOLVE_NO_XDEV.
    mount: Option<u64>,
    /// Whether the kernel would have looked up the root by now: under RESOLVE_NO_XDEV an absolute symlink
    /// is EXDEV before that, whatever it leads to (`nd_jump_root`).
    rooted: bool,
}

/// What a component turned out to be.
enum Found {
    /// A folder that is entered, or a symlink whose text is now ahead.
    Ahead,
    /// A magic link, to this.
    Object(OwnedFd),
    /// The last name, of this kind; `None` where nothing has it.
    Name(Option<FileType>),
}

/// Walks `path` from `start` as `viewer` sees it. The errno is the kernel's own for the same path, were the hidden
/// names not there.
pub fn walk(start: Start, path: &[u8], how: How, viewer: &dyn Viewer) -> Result<Place, Stop> {
    if path.is_empty() {
        return Err(Stop::Errno(Errno::ENOENT));
    }
    let absolute = path[0] == b'/';
    if absolute && how.resolve.contains(ResolveFlags::BENEATH) {
        return Err(Stop::Errno(Errno::EXDEV));
    }
    let mut root = start.root;
    let current = match start.base {
        Some(base) => {
            let scoped = how.resolve.intersects(ResolveFlags::BENEATH | ResolveFlags::IN_ROOT);
            // Where the last name is looked up by others, or `..` may not leave the start, nobody else would say so
            // in time (`path_init`).
            if (how.parent || scoped) && kind_of(base.as_fd())? != FileType::Directory {
                return Err(Stop::Errno(Errno::ENOTDIR));
            }
            let base = Rc::new(base);
            if scoped {
                root = Root::Pinned(Rc::clone(&base));
            }
            base
        }
        None => root.folder()?,
    };
    let mut walk = Walk {
        viewer,
        acting: viewer.enter()?,
        root,
        current,
        hidden: None,
        ahead: Vec::new(),
        links: 0,
        tid: start.tid,
        how,
        folder_wanted: false,
        mount: None,
        rooted: absolute || how.resolve.intersects(ResolveFlags::BENEATH | ResolveFlags::IN_ROOT),
    };
    if how.resolve.contains(ResolveFlags::NO_XDEV) {
        walk.mount = Some(mount_of(walk.current.as_fd())?);
    }
    walk.push(path);
    walk.folder_wanted = path.last() == Some(&b'/');
    walk.shortcut()?;
    walk.finish()
}

impl Walk<'_> {
    fn push(&mut self, path: &[u8]) {
        let components = path.split(|byte| *byte == b'/').filter(|component| !component.is_empty());
        self.ahead.extend(components.rev().map(<[u8]>::to_vec));
    }

    /// The common case costs one call: all components but the last, when none of them is a symlink or `..`.
    fn shortcut(&mut self) -> Result<(), Stop> {
        let count = self.ahead.len();
        if count < 2 || pin::is_supervised() || self.ahead.iter().any(|component| component == b"..") {
            return Ok(());
        }
        let parent = self.ahead[1..].iter().rev().fold(Vec::new(), |mut path, component| {
            if !path.is_empty() {
                path.push(b'/');
            }
            path.extend_from_slice(component);
            path
        });
        let resolve = ResolveFlags::NO_SYMLINKS
            | ResolveFlags::NO_MAGICLINKS
            | (self.how.resolve & ResolveFlags::NO_XDEV);
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
        match rustix::fs::openat2(&*self.current, parent, flags, Mode::empty(), resolve) {
            Ok(folder) => {
                self.current = Rc::new(folder);
                self.rooted |= self.ahead[1..].iter().any(|component| component == b"..");
                self.ahead.truncate(1);
                self.look()
            }
            Err(rustix::io::Errno::LOOP | rustix::io::Errno::AGAIN | rustix::io::Errno::ACCESS) => Ok(()),
            // Which name it was decides whether that may be said.
            Err(_) if self.viewer.hides_some() => Ok(()),
            Err(errno) => Err(errno.into()),
        }
    }

    fn finish(mut self) -> Result<Place, Stop> {
        let viewer = self.viewer;
        while let Some(component) = self.ahead.pop() {
            let last = self.ahead.is_empty();
            match self.advance(&component, last) {
                Ok(Found::Ahead) => {}
                Ok(Found::Object(object)) => {
                    drop(self);
                    let name = name_of(object.as_fd())?;
                    return shown(viewer, Place { last: Last::Object(object), name });
                }
                Ok(Found::Name(kind)) => return shown(viewer, self.entry(&component, kind)?),
                Err(Stop::Errno(errno)) if errno != Errno::ENOENT => {
                    // What goes wrong behind a hidden name would tell that the name is there.
                    if let Some(path) = self.hidden.take() {
                        self.refuse(&path)?;
                    }
                    return Err(Stop::Errno(errno));
                }
                Err(stop) => return Err(stop),
            }
        }
        let name = name_of(self.current.as_fd())?;
        shown(viewer, Place { last: Last::Folder(unwrap(self.current)?), name })
    }

    /// Walks one component.
    fn advance(&mut self, component: &[u8], last: bool) -> Result<Found, Stop> {
        match component {
            name if last && self.how.parent => self.kind_at(name).map(Found::Name),
            // Natively "x/." needs search permission on x like any name in it.
            b"." => self.step(b".").map(|()| Found::Ahead),
            b".." => self.up().map(|()| Found::Ahead),
            name if last => self.last(name),
            name => self.down(name).map(|()| Found::Ahead),
        }
    }

    /// Asks whether the folder that was just entered by its name is hidden.
    fn look(&mut self) -> Result<(), Stop> {
        if self.viewer.hides_some() {
            self.hidden = match name_of(self.current.as_fd())? {
                Name::Path(path) if self.viewer.hides(&path) => Some(path),
                _ => None,
            };
        }
        Ok(())
    }

    /// Reports with the supervisor's own rights that a hidden name was looked at.
    fn refuse(&mut self, path: &[u8]) -> Result<(), Stop> {
        self.acting = None;
        self.viewer.refuse(path)?;
        self.act_again()
    }

    /// ENOENT for a name in the current folder that is there, is no folder, and is hidden.
    fn not_hidden(&mut self, name: &[u8]) -> Result<(), Stop> {
        if self.viewer.hides_some()
            && let Name::Path(folder) = name_of(self.current.as_fd())?
        {
            let path = lexical::join(&folder, name);
            if self.viewer.hides(&path) {
                return self.refuse(&path);
            }
        }
        Ok(())
    }

    /// Opens a name in the current folder. A program that changed its rights may still look into its own
    /// /proc/self/fd (`proc_fd_permission`), where its new rights do not lead: there the supervisor looks by its own.
    fn open(&mut self, name: &[u8], flags: OFlags) -> Result<OwnedFd, Stop> {
        match rustix::fs::openat(&*self.current, name, flags, Mode::empty()) {
            Err(rustix::io::Errno::ACCESS)
                if self.acting.is_some() && proc::is_own_folder(self.current.as_fd(), self.tid)? =>
            {
                self.acting = None;
                let opened = rustix::fs::openat(&*self.current, name, flags, Mode::empty());
                self.act_again()?;
                Ok(opened?)
            }
            opened => Ok(opened?),
        }
    }

    fn act_again(&mut self) -> Result<(), Stop> {
        if self.acting.is_none() {
            self.acting = self.viewer.enter()?;
        }
        Ok(())
    }

    fn step(&mut self, name: &[u8]) -> Result<(), Stop> {
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        self.current = Rc::new(rustix::fs::openat(&*self.current, name, flags, Mode::empty())?);
        Ok(())
    }

    fn up(&mut self) -> Result<(), Stop> {
        if let Some(path) = self.hidden.take() {
            // There is no way back out of what is not there.
            self.refuse(&path)?;
        }
        self.rooted = true;
        let root = self.root.folder()?;
        if same(self.current.as_fd(), root.as_fd())? {
            return if self.how.resolve.contains(ResolveFlags::BENEATH) {
                Err(Stop::Errno(Errno::EXDEV))
            } else {
                self.step(b".")
            };
        }
        self.step(b"..")?;
        self.same_mount()
    }

    /// Enters a folder, or follows a symlink, in the middle of the path.
    fn down(&mut self, name: &[u8]) -> Result<(), Stop> {
        let flags = OFlags::PATH | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let next = self.open(name, flags)?;
        match kind_of(next.as_fd())? {
            FileType::Directory => self.into(next),
            FileType::Symlink => match self.follow(next.as_fd(), name)? {
                None => Ok(()),
                Some(object) if kind_of(object.as_fd())? == FileType::Directory => self.into(object),
                Some(_) => Err(Stop::Errno(Errno::ENOTDIR)),
            },
            _ => {
                self.not_hidden(name)?;
                Err(Stop::Errno(Errno::ENOTDIR))
            }
        }
    }

    fn into(&mut self, folder: OwnedFd) -> Result<(), Stop> {
        self.current = Rc::new(folder);
        self.look()?;
        self.same_mount()
    }

    /// The last component.
    fn last(&mut self, name: &[u8]) -> Result<Found, Stop> {
        let flags = OFlags::PATH | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let found = match self.open(name, flags) {
            Ok(found) => Some(found),
            Err(Stop::Errno(Errno::ENOENT)) => None,
            Err(stop) => return Err(stop),
        };
        let kind = found.as_ref().map(|found| kind_of(found.as_fd())).transpose()?;
        if let (Some(found), Some(FileType::Symlink)) = (&found, kind)
            && (self.how.follow || self.folder_wanted)
        {
            return match self.follow(found.as_fd(), name)? {
                None => Ok(Found::Ahead),
                Some(object) if self.folder_wanted && kind_of(object.as_fd())? != FileType::Directory => {
                    Err(Stop::Errno(Errno::ENOTDIR))
                }
                Some(object) => Ok(Found::Object(object)),
            };
        }
        if self.folder_wanted && kind.is_some_and(|kind| kind != FileType::Directory) {
            self.not_hidden(name)?;
            return Err(Stop::Errno(Errno::ENOTDIR));
        }
        if let (Some(found), Some(mount)) = (&found, self.mount)
            && mount_of(found.as_fd())? != mount
        {
            return Err(Stop::Errno(Errno::EXDEV));
        }
        Ok(Found::Name(kind))
    }

    /// What `name` in the current folder is, without looking behind it. The kernel looks it up only after it has
    /// walked all paths of the call up to their last names: where it cannot be (`Unknown`), the call itself is to say
    /// why. Whether the folder may be searched is part of the walk (`link_path_walk`).
    fn kind_at(&self, name: &[u8]) -> Result<Option<FileType>, Stop> {
        match rustix::fs::statat(&*self.current, name, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(stat) => Ok(Some(FileType::from_raw_mode(stat.st_mode))),
            Err(rustix::io::Errno::NOENT) => Ok(None),
            Err(rustix::io::Errno::ACCESS) => Err(Stop::Errno(Errno::EACCES)),
            Err(_) => Ok(Some(FileType::Unknown)),
        }
    }

    /// The walk's end at a name in the current folder.
    fn entry(self, name: &[u8], kind: Option<FileType>) -> Result<Place, Stop> {
        let path = match name_of(self.current.as_fd())? {
            Name::Path(folder) => Name::Path(lexical::join(&folder, name)),
            Name::Anonymous => Name::Anonymous,
        };
        let folder_wanted = self.folder_wanted;
        let parent = unwrap(self.current)?;
        Ok(Place { last: Last::Entry { parent, name: name.to_vec(), kind, folder_wanted }, name: path })
    }

    /// Follows a symlink: its text goes ahead, or a magic link's object comes back.
    fn follow(&mut self, link: BorrowedFd<'_>, name: &[u8]) -> Result<Option<OwnedFd>, Stop> {
        self.not_hidden(name)?;
        // What a link says is no name that the target gave.
        self.hidden = None;
        self.links += 1;
        if self.links > MAX_LINKS || self.how.resolve.contains(ResolveFlags::NO_SYMLINKS) {
            return Err(Stop::Errno(Errno::ELOOP));
        }
        self.may_follow(link)?;
        let link = match proc::read(link, self.current.as_fd(), name, self.tid)? {
            Link::Owned(owner) => {
                // The target may always follow its own; the supervisor by its own right to look into it.
                if proc::is_own(owner, self.tid)? {
                    self.acting = None;
                }
                let object = proc::magic(self.current.as_fd(), name, owner, self.tid)?;
                self.act_again()?;
                Link::Magic(object)
            }
            link => link,
        };
        match link {
            Link::Owned(_) => Err(Stop::Errno(Errno::EACCES)),
            Link::Magic(object) => {
                if self.how.resolve.contains(ResolveFlags::NO_MAGICLINKS) {
                    return Err(Stop::Errno(Errno::ELOOP));
                }
                if self.how.resolve.intersects(ResolveFlags::BENEATH | ResolveFlags::IN_ROOT) {
                    return Err(Stop::Errno(Errno::EXDEV));
                }
                Ok(Some(object))
            }
            Link::Text(text) => {
                if text[0] == b'/' {
                    if self.how.resolve.contains(ResolveFlags::BENEATH) {
                        return Err(Stop::Errno(Errno::EXDEV));
                    }
                    if self.mount.is_some() && !self.rooted {
                        return Err(Stop::Errno(Errno::EXDEV));
                    }
                    self.rooted = true;
                    self.current = self.root.folder()?;
                    self.same_mount()?;
                }
                if self.ahead.is_empty() && text.last() == Some(&b'/') {
                    self.folder_wanted = true;
                }
                self.push(&text);
                Ok(None)
            }
        }
    }

    /// `fs.protected_symlinks` (proc(5)): the kernel asks this of whoever follows; here that is us.
    fn may_follow(&self, link: BorrowedFd<'_>) -> Result<(), Stop> {
        let folder = rustix::fs::fstat(&*self.current)?;
        if folder.st_mode & STICKY_WORLD_WRITABLE != STICKY_WORLD_WRITABLE {
            return Ok(());
        }
        let link = rustix::fs::fstat(link)?;
        let follower = crate::procfs::Status::of(self.tid).map_err(|_| Stop::Gone)?.fsuid;
        if link.st_uid == follower || link.st_uid == folder.st_uid {
            return Ok(());
        }
        match std::fs::read_to_string("/proc/sys/fs/protected_symlinks") {
            Ok(text) if text.trim() == "0" => Ok(()),
            _ => Err(Stop::Errno(Errno::EACCES)),
        }
    }

    fn same_mount(&self) -> Result<(), Stop> {
        match self.mount {
            Some(mount) if mount_of(self.current.as_fd())? != mount => Err(Stop::Errno(Errno::EXDEV)),
            _ => Ok(()),
        }
    }
}

/// ENOENT for a place that is hidden. What is not there yet is left to whoever would make it.
fn shown(viewer: &dyn Viewer, place: Place) -> Result<Place, Stop> {
    match place.path() {
        Some(path) if viewer.hides_some() && place.exists() && viewer.hides(path) => {
            viewer.refuse(path).map(|()| place)
        }
        _ => Ok(place),
    }
}

fn unwrap(fd: Rc<OwnedFd>) -> Result<OwnedFd, Stop> {
    match Rc::try_unwrap(fd) {
        Ok(fd) => Ok(fd),
        Err(shared) => Ok(rustix::io::fcntl_dupfd_cloexec(&*shared, 3)?),
    }
}

fn kind_of(fd: BorrowedFd<'_>) -> Result<FileType, Stop> {
    Ok(FileType::from_raw_mode(rustix::fs::fstat(fd)?.st_mode))
}

fn status_of(fd: BorrowedFd<'_>, mask: StatxFlags) -> Result<Statx, Stop> {
    Ok(rustix::fs::statx(fd, c"", AtFlags::EMPTY_PATH, mask)?)
}

/// The mount an object lies on (`STATX_MNT_ID`, since 5.8).
pub fn mount_of(fd: BorrowedFd<'_>) -> Result<u64, Stop> {
    Ok(status_of(fd, StatxFlags::MNT_ID)?.stx_mnt_id)
}

/// Whether two folders are the same one, on the same mount.
fn same(one: BorrowedFd<'_>, other: BorrowedFd<'_>) -> Result<bool, Stop> {
    let mask = StatxFlags::INO | StatxFlags::MNT_ID;
    let (one, other) = (status_of(one, mask)?, status_of(other, mask)?);
    Ok((one.stx_ino, one.stx_dev_major, one.stx_dev_minor, one.stx_mnt_id)
        == (other.stx_ino, other.stx_dev_major, other.stx_dev_minor, other.stx_mnt_id))
}
