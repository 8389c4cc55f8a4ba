//! The flags that file systems keep of a file (chattr(1)): ioctls on an open file, and calls by name since 6.17.

use crate::errno::check;
use crate::layout::{FS_IOC_FSSETXATTR, FS_IOC_SETFLAGS, FS_IOC32_SETFLAGS};
use callgate_abi::Errno;
use std::ffi::CString;
use std::os::fd::{AsRawFd, BorrowedFd};

/// Bytes of `struct fsxattr` (`linux/fs.h`).
pub const FSXATTR: usize = 28;
/// Numbers of calls younger than the C library's headers, the same on every ABI.
const FILE_GETATTR: libc::c_long = 468;
const FILE_SETATTR: libc::c_long = 469;

/// Sets the inode flags (`FS_IMMUTABLE_FL` and so on) of an open file.
///
/// C: `ioctl(file, FS_IOC_SETFLAGS, &flags)`, or with `narrow` `FS_IOC32_SETFLAGS`, which from a 64-bit program means
/// nothing to most file systems. ENOTTY where the file system has none; EPERM for what takes `CAP_LINUX_IMMUTABLE`.
pub fn set_flags(file: BorrowedFd<'_>, flags: u32, narrow: bool) -> Result<(), Errno> {
    let command = if narrow { FS_IOC32_SETFLAGS } else { FS_IOC_SETFLAGS };
    let flags = u64::from(flags);
    // SAFETY: the kernel reads an int through the pointer (`ioctl_setflags` of `fs/file_attr.c`); a driver
    // that took it for a long, as the command's size says, would find 8 bytes.
    check(unsafe { libc::ioctl(file.as_raw_fd(), command.into(), &raw const flags) }.into()).map(drop)
}

/// Sets the extended flags, project and extent size hints of an open file.
/// C: `ioctl(file, FS_IOC_FSSETXATTR, &fsxattr)`, since 4.5.
pub fn set_fsxattr(file: BorrowedFd<'_>, fsxattr: &[u8; FSXATTR]) -> Result<(), Errno> {
    // SAFETY: the command carries its size, 28 bytes, which the kernel reads from the array.
    check(unsafe { libc::ioctl(file.as_raw_fd(), FS_IOC_FSSETXATTR.into(), fsxattr.as_ptr()) }.into())
        .map(drop)
}

fn terminated(path: Option<&[u8]>) -> Result<Option<CString>, Errno> {
    path.map(CString::new).transpose().map_err(|_| Errno::EINVAL)
}

/// Reads `struct file_attr` (`linux/fs.h`) of `path` in `folder` into `attributes`, all of which is written.
///
/// C: `file_getattr(folder, path, attributes, length, flags)`, since 6.17 (ENOSYS before). No path is the null
/// pointer. EINVAL for a short length, E2BIG for one above a page.
pub fn get(
    folder: BorrowedFd<'_>,
    path: Option<&[u8]>,
    attributes: &mut [u8],
    flags: u32,
) -> Result<(), Errno> {
    let path = terminated(path)?;
    check(
        // SAFETY: the path is null or NUL-terminated; the kernel writes at most the length that it is told.
        unsafe {
            libc::syscall(
                FILE_GETATTR,
                folder.as_raw_fd(),
                path.as_ref().map_or(std::ptr::null(), |path| path.as_ptr()),
                attributes.as_mut_ptr(),
                attributes.len(),
                flags,
            )
        },
    )
    .map(drop)
}

/// Sets them. C: `file_setattr(folder, path, attributes, length, flags)`, since 6.17. E2BIG also where a member that
/// this kernel does not know is set.
pub fn set(folder: BorrowedFd<'_>, path: Option<&[u8]>, attributes: &[u8], flags: u32) -> Result<(), Errno> {
    let path = terminated(path)?;
    check(
        // SAFETY: the path is null or NUL-terminated; the kernel reads at most the length that it is told.
        unsafe {
            libc::syscall(
                FILE_SETATTR,
                folder.as_raw_fd(),
                path.as_ref().map_or(std::ptr::null(), |path| path.as_ptr()),
                attributes.as_ptr(),
                attributes.len(),
                flags,
            )
        },
    )
    .map(drop)
}

#[cfg(test)]
mod tests {
    use super::{FSXATTR, get, set, set_flags, set_fsxattr};
    use callgate_abi::Errno;
    use std::os::fd::AsFd;

    #[test]
    fn pipes_have_no_attributes() {
        let (reader, _writer) = rustix::pipe::pipe().unwrap();
        assert_eq!(set_flags(reader.as_fd(), 0, false), Err(Errno::ENOTTY));
        assert_eq!(set_fsxattr(reader.as_fd(), &[0; FSXATTR]), Err(Errno::ENOTTY));
    }

    #[test]
    fn by_name() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("file"), "").unwrap();
        let top = std::fs::File::open(folder.path()).unwrap();
        let mut attributes = [0; 24];
        match get(top.as_fd(), Some(b"file"), &mut attributes, 0) {
            // Before 6.17, or a file system without them.
            Err(Errno::ENOSYS | Errno::EOPNOTSUPP | Errno::ENOTTY) => {}
            result => {
                assert_eq!(result, Ok(()));
                assert_eq!(get(top.as_fd(), Some(b"none"), &mut attributes, 0), Err(Errno::ENOENT));
                assert_eq!(get(top.as_fd(), None, &mut attributes, 0), Err(Errno::EFAULT));
                assert_eq!(set(top.as_fd(), Some(b"file"), &attributes[..8], 0), Err(Errno::EINVAL));
                assert_eq!(set(top.as_fd(), Some(b"file"), &[0xff; 32], 0), Err(Errno::E2BIG));
            }
        }
    }
}
