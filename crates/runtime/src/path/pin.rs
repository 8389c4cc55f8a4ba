//! Names pinned by `O_PATH` descriptors, past no symlink.

use rustix::fs::{FileType, Mode, OFlags, ResolveFlags, fstat, openat, openat2};
use rustix::io::{Errno, Result};
use std::os::fd::{BorrowedFd, OwnedFd};
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether another supervisor performs this process's openat2, which it cannot for `O_PATH`.
static SUPERVISED: AtomicBool = AtomicBool::new(false);

/// From now on `O_PATH` descriptors are opened without openat2.
pub(crate) fn without_openat2() {
    SUPERVISED.store(true, Ordering::Relaxed);
}

/// Whether they are.
pub(crate) fn is_supervised() -> bool {
    SUPERVISED.load(Ordering::Relaxed)
}

/// Pins what one name in a folder means. ELOOP for a symlink, which is pinned itself where `flags` has `NOFOLLOW`; with a
/// slash behind the name ENOTDIR for what is no folder.
pub(crate) fn pin(folder: BorrowedFd<'_>, name: &[u8], flags: OFlags) -> Result<OwnedFd> {
    let flags = flags | OFlags::PATH | OFlags::CLOEXEC;
    if is_supervised() {
        by_openat(folder, name, flags)
    } else {
        openat2(folder, name, flags, Mode::empty(), ResolveFlags::NO_SYMLINKS)
    }
}

fn by_openat(folder: BorrowedFd<'_>, name: &[u8], flags: OFlags) -> Result<OwnedFd> {
    let (bare, slash) = match name {
        [bare @ .., b'/'] if !bare.is_empty() => (bare, true),
        name => (name, false),
    };
    let pinned = openat(folder, bare, flags | OFlags::NOFOLLOW, Mode::empty())?;
    match FileType::from_raw_mode(fstat(&pinned)?.st_mode) {
        FileType::Symlink if slash || !flags.contains(OFlags::NOFOLLOW) => Err(Errno::LOOP),
        FileType::Directory => Ok(pinned),
        _ if slash => Err(Errno::NOTDIR),
        _ => Ok(pinned),
    }
}

#[cfg(test)]
mod tests {
    use super::{by_openat, pin};
    use rustix::fs::{CWD, Mode, OFlags};
    use rustix::io::Errno;
    use std::os::fd::{AsFd, BorrowedFd, OwnedFd};

    #[test]
    fn with_and_without_openat2() {
        let scratch = tempfile::tempdir().unwrap();
        std::fs::create_dir(scratch.path().join("folder")).unwrap();
        std::fs::write(scratch.path().join("file"), "").unwrap();
        for (to, link) in [("folder", "to-folder"), ("file", "to-file")] {
            std::os::unix::fs::symlink(to, scratch.path().join(link)).unwrap();
        }
        let folder = rustix::fs::openat(CWD, scratch.path(), OFlags::PATH, Mode::empty()).unwrap();
        let look = |pin: fn(BorrowedFd<'_>, &[u8], OFlags) -> rustix::io::Result<OwnedFd>| {
            ["folder", "folder/", "file", "file/", "to-folder", "to-folder/", "to-file", "none"].map(|name| {
                [OFlags::empty(), OFlags::NOFOLLOW]
                    .map(|flags| pin(folder.as_fd(), name.as_bytes(), flags).map(drop).err())
            })
        };
        let by_openat2 = look(pin);
        assert_eq!(by_openat2[4], [Some(Errno::LOOP), None]);
        assert_eq!(look(|folder, name, flags| by_openat(folder, name, flags | OFlags::PATH)), by_openat2);
    }
}
