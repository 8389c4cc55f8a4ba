//! Where a walk starts.

use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::Errno;
use rustix::fs::{CWD, Mode, OFlags};
use std::os::fd::OwnedFd;
use std::rc::Rc;

/// The pinned folders of a walk, fetched with the supervisor's own rights before it acts as the target.
#[derive(Debug)]
pub struct Start {
    /// Where a relative path begins; `None` for an absolute one.
    pub base: Option<OwnedFd>,
    /// The target's root.
    pub root: Root,
    /// The target's thread group and thread, for /proc/self and /proc/thread-self.
    pub tid: u32,
}

/// The root folder of a walk. Most walks never need it.
#[derive(Debug, Clone)]
pub enum Root {
    /// The supervisor's own.
    Own,
    /// This one.
    Pinned(Rc<OwnedFd>),
}

/// `AT_FDCWD` of `linux/fcntl.h`.
pub const AT_FDCWD: i32 = -100;

impl Start {
    /// Pins what `path` starts from in the target: its root, its current folder or its `dirfd`.
    /// An absolute path ignores `dirfd`, as the kernel does.
    pub fn of(target: &Target<'_>, dirfd: i32, path: &[u8], own_root: bool) -> Result<Start, Stop> {
        let base = if path.first() == Some(&b'/') {
            None
        } else if dirfd == AT_FDCWD {
            Some(target.cwd()?)
        } else {
            Some(target.descriptor(dirfd)?)
        };
        Ok(Start { base, root: Start::root(target, own_root)?, tid: target.tid() })
    }

    /// The folder that `dirfd` names, for calls that treat it as the root of the walk (RESOLVE_IN_ROOT).
    pub fn base_of(target: &Target<'_>, dirfd: i32) -> Result<OwnedFd, Stop> {
        if dirfd == AT_FDCWD { target.cwd() } else { target.descriptor(dirfd) }
    }

    /// The target's root. `own_root` says that it cannot differ from the supervisor's, which spares a look.
    pub fn root(target: &Target<'_>, own_root: bool) -> Result<Root, Stop> {
        if own_root { Ok(Root::Own) } else { target.root().map(|root| Root::Pinned(Rc::new(root))) }
    }
}

impl Root {
    /// The folder itself.
    pub(super) fn folder(&mut self) -> Result<Rc<OwnedFd>, Stop> {
        if let Root::Pinned(folder) = self {
            return Ok(Rc::clone(folder));
        }
        let folder = rustix::fs::openat(CWD, c"/", OFlags::PATH | OFlags::CLOEXEC, Mode::empty())
            .map_err(|_| Stop::Errno(Errno::EACCES))?;
        let folder = Rc::new(folder);
        *self = Root::Pinned(Rc::clone(&folder));
        Ok(folder)
    }
}
