//! File calls that rustix lacks.

use crate::errno::check;
use callgate_abi::Errno;
use std::ffi::CString;

/// Sets the length of the file at `path`, as truncate(2): the caller needs to be allowed to write it, and
/// opens nothing. EINVAL for a path with a NUL byte.
pub fn truncate(path: &str, length: i64) -> Result<(), Errno> {
    let path = CString::new(path).map_err(|_| Errno::EINVAL)?;
    // SAFETY: the pointer is to a NUL-terminated string that lives during the call.
    check(unsafe { libc::truncate64(path.as_ptr(), length) }.into()).map(drop)
}

#[cfg(test)]
mod tests {
    use super::truncate;
    use callgate_abi::Errno;

    #[test]
    fn sets_the_length() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let path = file.path().to_str().unwrap();
        truncate(path, 7).unwrap();
        assert_eq!(file.as_file().metadata().unwrap().len(), 7);
        assert_eq!(truncate("/nonexistent/file", 0), Err(Errno::ENOENT));
        assert_eq!(truncate(path, -1), Err(Errno::EINVAL));
    }
}
