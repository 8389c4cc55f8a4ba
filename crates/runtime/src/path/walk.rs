//! The walk: component by component, each step on a pinned folder.

use super::proc::{self, Link};
use super::start::Root;
use super::{Name, Start, lexical, name_of};
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
        /// What is there now; `None` when nothing is.
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
            Last::Object(_) => None,
        }
    }
}

/// Takes the target's rights on, for as long as the guard lives; nothing where they are the supervisor's.
pub type Enter<'a> = &'a dyn Fn() -> Result<Option<Assumed>, Stop>;

/// One walk.
struct Walk<'a> {
    enter: Enter<'a>,
    /// The target's rights, put down only where the supervisor's own are needed.
    acting: Option<Assumed>,
    root: Root,
    current: Rc<OwnedFd>,
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

/// What the last component turned out to be.
enum Found {
    /// A symlink, whose text is now ahead.
    Text,
    /// A magic link, to this.
    Object(OwnedFd),
    /// A name, of this kind; `None` where nothing has it.
    Name(Option<FileType>),
}

/// Walks `path` from `start` with the target's rights. The errno is the kernel's own for the same path.
pub fn walk(start: Start, path: &[u8], how: How, enter: Enter<'_>) -> Result<Place, Stop> {
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
            let base = Rc::new(base);
            if how.resolve.intersects(ResolveFlags::BENEATH | ResolveFlags::IN_ROOT) {
                root = Root::Pinned(Rc::clone(&base));
            }
            base
        }
        None => root.folder()?,
    };
    let mut walk = Walk {
        enter,
        acting: enter()?,
        root,
        current,
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
        if count < 2 || self.ahead.iter().any(|component| component == b"..") {
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
                Ok(())
            }
            Err(rustix::io::Errno::LOOP | rustix::io::Errno::AGAIN | rustix::io::Errno::ACCESS) => Ok(()),
            Err(errno) => Err(errno.into()),
        }
    }

    fn finish(mut self) -> Result<Place, Stop> {
        while let Some(component) = self.ahead.pop() {
            let last = self.ahead.is_empty();
            match component.as_slice() {
                name if last && self.how.parent => {
                    let kind = self.kind_at(name)?;
                    return self.entry(name, kind);
                }
                b"." => {
                    // Natively "x/." needs search permission on x like any name in it.
                    self.step(b".")?;
                }
                b".." => self.up()?,
                name if last => match self.last(name)? {
                    Found::Text => {}
                    Found::Object(object) => {
                        let name = name_of(object.as_fd())?;
                        return Ok(Place { last: Last::Object(object), name });
                    }
                    Found::Name(kind) => return self.entry(name, kind),
                },
                name => self.down(name)?,
            }
        }
        let name = name_of(self.current.as_fd())?;
        Ok(Place { last: Last::Folder(unwrap(self.current)?), name })
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
            self.acting = (self.enter)()?;
        }
        Ok(())
    }

    fn step(&mut self, name: &[u8]) -> Result<(), Stop> {
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        self.current = Rc::new(rustix::fs::openat(&*self.current, name, flags, Mode::empty())?);
        Ok(())
    }

    fn up(&mut self) -> Result<(), Stop> {
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
            FileType::Directory => {
                self.current = Rc::new(next);
                self.same_mount()
            }
            FileType::Symlink => match self.follow(next.as_fd(), name)? {
                None => Ok(()),
                Some(object) if kind_of(object.as_fd())? == FileType::Directory => {
                    self.current = Rc::new(object);
                    self.same_mount()
                }
                Some(_) => Err(Stop::Errno(Errno::ENOTDIR)),
            },
            _ => Err(Stop::Errno(Errno::ENOTDIR)),
        }
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
            return Ok(self.follow(found.as_fd(), name)?.map_or(Found::Text, Found::Object));
        }
        if let (Some(found), Some(mount)) = (&found, self.mount)
            && mount_of(found.as_fd())? != mount
        {
            return Err(Stop::Errno(Errno::EXDEV));
        }
        Ok(Found::Name(kind))
    }

    /// What `name` in the current folder is, without looking behind it.
    fn kind_at(&self, name: &[u8]) -> Result<Option<FileType>, Stop> {
        match rustix::fs::statat(&*self.current, name, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(stat) => Ok(Some(FileType::from_raw_mode(stat.st_mode))),
            Err(rustix::io::Errno::NOENT) => Ok(None),
            Err(errno) => Err(errno.into()),
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
fn mount_of(fd: BorrowedFd<'_>) -> Result<u64, Stop> {
    Ok(status_of(fd, StatxFlags::MNT_ID)?.stx_mnt_id)
}

/// Whether two folders are the same one, on the same mount.
fn same(one: BorrowedFd<'_>, other: BorrowedFd<'_>) -> Result<bool, Stop> {
    let mask = StatxFlags::INO | StatxFlags::MNT_ID;
    let (one, other) = (status_of(one, mask)?, status_of(other, mask)?);
    Ok((one.stx_ino, one.stx_dev_major, one.stx_dev_minor, one.stx_mnt_id)
        == (other.stx_ino, other.stx_dev_major, other.stx_dev_minor, other.stx_mnt_id))
}
