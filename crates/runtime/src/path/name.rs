//! The name of a pinned object.

use crate::stop::Stop;
use callgate_abi::Errno;
use rustix::fs::{AtFlags, CWD, Mode, OFlags, StatxFlags};
use std::cell::OnceCell;
use std::os::fd::{AsRawFd, BorrowedFd, OwnedFd};

/// What the kernel calls an open object (`d_path`), as the supervisor sees the file system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// An absolute path. Of an unlinked object, the path it had.
    Path(Vec<u8>),
    /// No place in any file system: a pipe, a socket, a memfd.
    Anonymous,
}

thread_local! {
    /// This thread's /proc/self/fd, opened once: names are looked up all the time. Not the whole process's: a
    /// process that forked would go on with its parent's.
    static OWN_FILES: OnceCell<OwnedFd> = const { OnceCell::new() };
}

/// The text of the link to an open object.
fn link_of(fd: BorrowedFd<'_>) -> Result<Vec<u8>, Stop> {
    OWN_FILES.with(|own| {
        let folder = if let Some(folder) = own.get() {
            folder
        } else {
            let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
            let folder = rustix::fs::openat(CWD, c"/proc/self/fd", flags, Mode::empty())?;
            own.get_or_init(|| folder)
        };
        let text = rustix::fs::readlinkat(folder, fd.as_raw_fd().to_string(), Vec::with_capacity(256))?;
        Ok(text.into_bytes())
    })
}

const DELETED: &[u8] = b" (deleted)";

/// The name of what `fd` refers to. An object outside the supervisor's root has no name that a rule
/// could speak of: refused.
pub fn name_of(fd: BorrowedFd<'_>) -> Result<Name, Stop> {
    let mut name = link_of(fd)?;
    if name.first() != Some(&b'/') {
        if name.starts_with(b"(unreachable)") {
            return Err(Stop::Refused(Errno::EACCES, "the file lies outside the supervisor's root folder"));
        }
        return Ok(Name::Anonymous);
    }
    if name.ends_with(DELETED) && is_unlinked(fd)? {
        if name.starts_with(b"/memfd:") {
            return Ok(Name::Anonymous);
        }
        name.truncate(name.len() - DELETED.len());
    }
    Ok(Name::Path(name))
}

/// Whether an object has lost its last name. A file may really be called `x (deleted)`: only one without links has.
pub fn is_unlinked(fd: BorrowedFd<'_>) -> Result<bool, Stop> {
    let stat = rustix::fs::statx(fd, c"", AtFlags::EMPTY_PATH, StatxFlags::NLINK)?;
    Ok(stat.stx_nlink == 0)
}

#[cfg(test)]
mod tests {
    use super::{Name, name_of};
    use std::os::fd::AsFd;
    use std::os::unix::ffi::OsStrExt;

    #[test]
    fn a_file_that_is_called_deleted_keeps_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().canonicalize().unwrap();
        let path = folder.join("x (deleted)");
        let file = std::fs::File::create(&path).unwrap();
        assert_eq!(name_of(file.as_fd()).unwrap(), Name::Path(path.as_os_str().as_bytes().to_vec()));
        std::fs::remove_file(&path).unwrap();
        assert_eq!(name_of(file.as_fd()).unwrap(), Name::Path(path.as_os_str().as_bytes().to_vec()));
    }

    #[test]
    fn pipes_have_no_name() {
        let (reader, _writer) = rustix::pipe::pipe().unwrap();
        assert_eq!(name_of(reader.as_fd()).unwrap(), Name::Anonymous);
    }
}
