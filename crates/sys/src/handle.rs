//! File handles: open_by_handle_at(2), since 2.6.39.

use crate::errno::check;
use callgate_abi::Errno;
use std::ffi::CString;
use std::os::fd::{AsRawFd, BorrowedFd};

/// Bytes of `struct file_handle` before the handle itself: its length and its type (`linux/fcntl.h`).
pub const HEAD: usize = 8;
/// `MAX_HANDLE_SZ` of `linux/exportfs.h`: no handle is longer.
pub const MAX: usize = 128;

/// What name_to_handle_at(2) wrote.
#[derive(Debug, Clone)]
pub struct Handle {
    /// `struct file_handle` with [`MAX`] bytes of handle; its first word says how many count.
    pub bytes: [u8; HEAD + MAX],
    /// The mount's id: 4 bytes, or 8 with `AT_HANDLE_MNT_ID_UNIQUE` (since 6.12).
    pub mount: [u8; 8],
}

/// The handle of `path` in `folder`, for which there is room for `room` bytes.
///
/// C: `name_to_handle_at(folder, path, …, flags)`: a symlink is not followed without `AT_SYMLINK_FOLLOW`. The error
/// comes with what was written nevertheless: on EOVERFLOW the length that it would have taken, and the mount's
/// id. EINVAL for a room beyond [`MAX`] and for a path with a NUL byte, EOPNOTSUPP where the file system has no
/// handles.
pub fn of(folder: BorrowedFd<'_>, path: &[u8], room: u32, flags: u32) -> (Result<(), Errno>, Handle) {
    let mut handle = Handle { bytes: [0; HEAD + MAX], mount: [0; 8] };
    handle.bytes[..4].copy_from_slice(&room.to_ne_bytes());
    let Ok(path) = CString::new(path) else { return (Err(Errno::EINVAL), handle) };
    let result = check(
        // SAFETY: the path is NUL-terminated and lives during the call. The kernel writes at most `room` bytes
        // behind the head and refuses a room above MAX, for which there is space; the mount's id has 4 or 8 bytes.
        unsafe {
            libc::syscall(
                libc::SYS_name_to_handle_at,
                folder.as_raw_fd(),
                path.as_ptr(),
                handle.bytes.as_mut_ptr(),
                handle.mount.as_mut_ptr(),
                flags,
            )
        },
    );
    (result.map(drop), handle)
}

#[cfg(test)]
mod tests {
    use super::of;
    use callgate_abi::Errno;
    use std::os::fd::AsFd;

    #[test]
    fn lengths() {
        let folder = std::fs::File::open("/").unwrap();
        let of = |room, flags| of(folder.as_fd(), b".", room, flags);
        assert_eq!(of(129, 0).0, Err(Errno::EINVAL));
        assert_eq!(of(128, 1 << 30).0, Err(Errno::EINVAL));
        let (result, handle) = of(0, 0);
        let needed = u32::from_ne_bytes(handle.bytes[..4].try_into().unwrap());
        match result {
            Err(Errno::EOVERFLOW) => {
                assert!(needed > 0);
                assert_eq!(of(needed, 0).0, Ok(()));
            }
            // An overlay or the like without handles.
            other => assert_eq!(other, Err(Errno::EOPNOTSUPP)),
        }
    }
}
