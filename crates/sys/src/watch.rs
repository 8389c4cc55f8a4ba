//! inotify(7), since 2.6.13.

use crate::errno::check;
use callgate_abi::Errno;
use std::ffi::CString;

/// Watches the file at `path`; returns the watch's number.
///
/// C: `inotify_add_watch(instance, path, mask)`. The instance is a bare number and the path may be missing (a
/// null pointer), so that the kernel can be asked what it says of a call whose arguments are wrong: it looks at
/// the mask first, then at the instance, then at the path.
pub fn add(instance: i32, path: Option<&str>, mask: u32) -> Result<i32, Errno> {
    let path = path.map(CString::new).transpose().map_err(|_| Errno::EINVAL)?;
    let pointer = path.as_ref().map_or(std::ptr::null(), |path| path.as_ptr());
    // SAFETY: the path is null or NUL-terminated and lives during the call; an instance that is none of this
    // process's is EBADF or EINVAL and nothing else happens.
    check(unsafe { libc::inotify_add_watch(instance, pointer, mask) }.into()).map(|watch| watch as i32)
}

#[cfg(test)]
mod tests {
    use super::add;
    use callgate_abi::Errno;
    use std::os::fd::AsRawFd;

    const IN_CREATE: u32 = 0x100;

    #[test]
    fn the_kernels_order() {
        let instance = rustix::fs::inotify::init(rustix::fs::inotify::CreateFlags::CLOEXEC).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_str().unwrap();
        assert_eq!(add(-1, None, 0), Err(Errno::EINVAL));
        assert_eq!(add(-1, None, IN_CREATE), Err(Errno::EBADF));
        assert_eq!(add(instance.as_raw_fd(), None, IN_CREATE), Err(Errno::EFAULT));
        let watch = add(instance.as_raw_fd(), Some(path), IN_CREATE).unwrap();
        assert_eq!(add(instance.as_raw_fd(), Some(path), IN_CREATE), Ok(watch));
        assert_eq!(add(instance.as_raw_fd(), Some("/nonexistent/file"), IN_CREATE), Err(Errno::ENOENT));
    }
}
