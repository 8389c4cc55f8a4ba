//! What the kernel says of a file, as the bytes it wrote: nothing of it is lost or translated on the way.

use crate::errno::check;
use callgate_abi::Errno;
use std::ffi::CString;
use std::os::fd::{AsRawFd, BorrowedFd};

/// Bytes of x86-64's `struct stat` (`asm/stat.h`).
pub const STAT: usize = 144;
/// Bytes of `struct statx` (`linux/stat.h`).
pub const STATX: usize = 256;
/// Bytes of x86-64's `struct statfs` (`asm/statfs.h`).
pub const STATFS: usize = 120;

/// A path for the kernel: `None` is the null pointer, which newer kernels take for an empty one.
/// EINVAL for a NUL byte in it.
fn terminated(path: Option<&[u8]>) -> Result<Option<CString>, Errno> {
    path.map(CString::new).transpose().map_err(|_| Errno::EINVAL)
}

fn pointer(path: Option<&CString>) -> *const libc::c_char {
    path.map_or(std::ptr::null(), |path| path.as_ptr())
}

/// The `struct stat` of `path` in `folder`. C: `newfstatat(folder, path, &stat, flags)`, since 2.6.16; with
/// `AT_EMPTY_PATH` and no path, of `folder` itself (an empty path since 2.6.39, a null one since 6.11).
pub fn stat(folder: BorrowedFd<'_>, path: Option<&[u8]>, flags: u32) -> Result<[u8; STAT], Errno> {
    let path = terminated(path)?;
    let mut bytes = [0; STAT];
    check(
        // SAFETY: the path is null or NUL-terminated and lives during the call; the kernel writes one `struct
        // stat`, for which there is room.
        unsafe {
            libc::syscall(
                libc::SYS_newfstatat,
                folder.as_raw_fd(),
                pointer(path.as_ref()),
                bytes.as_mut_ptr(),
                flags,
            )
        },
    )?;
    Ok(bytes)
}

/// The `struct statx` of `path` in `folder`. C: `statx(folder, path, flags, mask, &statx)`, since 4.11; no path as
/// for [`stat`].
pub fn statx(
    folder: BorrowedFd<'_>,
    path: Option<&[u8]>,
    flags: u32,
    mask: u32,
) -> Result<[u8; STATX], Errno> {
    let path = terminated(path)?;
    let mut bytes = [0; STATX];
    check(
        // SAFETY: as in `stat`, with a `struct statx`.
        unsafe {
            libc::syscall(
                libc::SYS_statx,
                folder.as_raw_fd(),
                pointer(path.as_ref()),
                flags,
                mask,
                bytes.as_mut_ptr(),
            )
        },
    )?;
    Ok(bytes)
}

/// The `struct statfs` of the file system that `file` lies on; an `O_PATH` descriptor will do. C: fstatfs(2).
pub fn statfs(file: BorrowedFd<'_>) -> Result<[u8; STATFS], Errno> {
    let mut bytes = [0; STATFS];
    // SAFETY: the kernel writes one `struct statfs`, for which there is room.
    check(unsafe { libc::syscall(libc::SYS_fstatfs, file.as_raw_fd(), bytes.as_mut_ptr()) })?;
    Ok(bytes)
}

/// Whether `path` in `folder` may be used so (`R_OK`, `W_OK`, `X_OK`, or 0 for mere existence).
///
/// C: `faccessat2(folder, path, mode, flags)`, since 5.8: the kernel asks for the real ids unless
/// `AT_EACCESS` is among the flags.
pub fn access(folder: BorrowedFd<'_>, path: &[u8], mode: u32, flags: u32) -> Result<(), Errno> {
    let path = terminated(Some(path))?;
    check(
        // SAFETY: the path is NUL-terminated and lives during the call.
        unsafe {
            libc::syscall(libc::SYS_faccessat2, folder.as_raw_fd(), pointer(path.as_ref()), mode, flags)
        },
    )
    .map(drop)
}

#[cfg(test)]
mod tests {
    use super::{STAT, access, stat, statfs, statx};
    use callgate_abi::Errno;
    use std::fs::File;
    use std::os::fd::AsFd;
    use std::os::unix::fs::MetadataExt;

    const AT_EMPTY_PATH: u32 = 0x1000;

    fn word(bytes: &[u8], at: usize) -> u64 {
        u64::from_ne_bytes(bytes[at..at + 8].try_into().unwrap())
    }

    #[test]
    fn a_file_by_name_and_by_descriptor() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("file"), "four").unwrap();
        let (top, file) =
            (File::open(folder.path()).unwrap(), File::open(folder.path().join("file")).unwrap());
        let metadata = file.metadata().unwrap();
        let named = stat(top.as_fd(), Some(b"file"), 0).unwrap();
        assert_eq!(word(&named, 8), metadata.ino());
        assert_eq!(word(&named, 48), 4, "the size");
        assert_eq!(stat(file.as_fd(), Some(b""), AT_EMPTY_PATH).unwrap(), named);
        assert_eq!(named.len(), STAT);
        let more = statx(top.as_fd(), Some(b"file"), 0, 0x7ff).unwrap();
        assert_eq!(word(&more, 32), metadata.ino());
        assert_eq!(word(&more, 40), 4, "the size");
        assert_eq!(
            word(&statfs(file.as_fd()).unwrap(), 8),
            rustix::fs::fstatfs(&file).unwrap().f_bsize as u64
        );
        assert_eq!(stat(top.as_fd(), Some(b"none"), 0), Err(Errno::ENOENT));
        assert_eq!(stat(top.as_fd(), Some(b"file"), 1 << 30), Err(Errno::EINVAL));
        assert_eq!(statx(top.as_fd(), Some(b"file"), 0, 1 << 31).map(drop), Err(Errno::EINVAL));
        assert_eq!(stat(top.as_fd(), Some(b"a\0b"), 0), Err(Errno::EINVAL));
    }

    #[test]
    fn access_asks_the_kernel() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("file"), "").unwrap();
        let top = File::open(folder.path()).unwrap();
        assert_eq!(access(top.as_fd(), b"file", 4, 0), Ok(()));
        assert_eq!(
            access(top.as_fd(), b"file", 1, 0),
            Err(Errno::EACCES),
            "not executable, for root neither"
        );
        assert_eq!(access(top.as_fd(), b"none", 0, 0), Err(Errno::ENOENT));
        assert_eq!(access(top.as_fd(), b"file", 8, 0), Err(Errno::EINVAL));
    }
}
