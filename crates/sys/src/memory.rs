//! Reading and writing another thread's memory, by process_vm_readv(2) and process_vm_writev(2).
//!
//! Since 3.2. The caller must be allowed to ptrace the target. Errors: EFAULT where nothing is mapped
//! (or not readable, not writable), ESRCH for a thread that is gone, EPERM for one that may not
//! be inspected (`PR_SET_DUMPABLE` 0, other credentials), ENOSYS where the kernel was built without.
//!
//! What is read can change at once: act on the copy, and ask
//! [`crate::listener::Notification::still_valid`] before trusting that it was this thread's.

use crate::errno::check;
use callgate_abi::Errno;

/// The longest path of Linux in bytes, NUL included: `PATH_MAX`.
pub const PATH_MAX: usize = 4096;

/// Reads up to `buffer.len()` bytes at `address`; returns how many came before the first unreadable
/// page, EFAULT when none did.
pub fn read(tid: u32, address: u64, buffer: &mut [u8]) -> Result<usize, Errno> {
    // SAFETY: pointer and length are those of an exclusive slice, valid for writes.
    unsafe { read_raw(tid, address, buffer.as_mut_ptr(), buffer.len()) }
}

/// Reads exactly `buffer.len()` bytes at `address`, or EFAULT.
pub fn read_exact(tid: u32, address: u64, buffer: &mut [u8]) -> Result<(), Errno> {
    if read(tid, address, buffer)? == buffer.len() { Ok(()) } else { Err(Errno::EFAULT) }
}

/// # Safety
/// `to` is valid for writes of `len` bytes.
unsafe fn read_raw(tid: u32, address: u64, to: *mut u8, len: usize) -> Result<usize, Errno> {
    if len == 0 {
        return Ok(0);
    }
    let local = libc::iovec { iov_base: to.cast(), iov_len: len };
    let remote = libc::iovec { iov_base: remote_pointer(address)?, iov_len: len };
    // SAFETY: the kernel writes at most `len` bytes to `to`, which the caller vouches for; the
    // remote address is only ever used in the target's address space, where the kernel checks it.
    let count =
        check(unsafe { libc::process_vm_readv(tid as i32, &raw const local, 1, &raw const remote, 1, 0) }
            as libc::c_long)?;
    Ok(count as usize)
}

fn remote_pointer(address: u64) -> Result<*mut libc::c_void, Errno> {
    let address = usize::try_from(address).map_err(|_| Errno::EFAULT)?;
    Ok(std::ptr::without_provenance_mut(address))
}

/// Reads a NUL-terminated string at `address` into `string`, without its NUL, as the kernel's
/// `strncpy_from_user` does: at most `max` bytes with the NUL ([`PATH_MAX`] for a path).
///
/// It reads a little, then to the end of the page, and on only where there was no NUL: a string that ends just
/// before an unmapped page is read, and mostly one call does. EFAULT where memory ends before the
/// string; ENAMETOOLONG without a NUL in `max` bytes.
pub fn read_cstr(tid: u32, address: u64, max: usize, string: &mut Vec<u8>) -> Result<(), Errno> {
    /// Longer than most strings are, and less to copy than a page.
    const FIRST: usize = 256;
    let page = rustix::param::page_size() as u64;
    string.clear();
    while string.len() < max {
        let at = address.checked_add(string.len() as u64).ok_or(Errno::EFAULT)?;
        let before = string.len();
        let most = if before == 0 { FIRST } else { max };
        let want = (max - before).min((page - at % page) as usize).min(most);
        string.reserve(want);
        // SAFETY: `reserve` made room for `want` bytes behind the `before` that are there.
        let count = unsafe { read_raw(tid, at, string.as_mut_ptr().add(before), want)? };
        // SAFETY: the kernel has written these `count` <= `want` bytes.
        unsafe { string.set_len(before + count) };
        if let Some(end) = string[before..].iter().position(|byte| *byte == 0) {
            string.truncate(before + end);
            return Ok(());
        }
        if count < want {
            return Err(Errno::EFAULT);
        }
    }
    Err(Errno::ENAMETOOLONG)
}

/// Writes up to `bytes.len()` bytes at `address`; returns how many went before the first unwritable
/// page, EFAULT when none did. A page that the target may not write is not written.
///
/// EINVAL for a thread of this very process: its memory belongs to Rust.
pub fn write(tid: u32, address: u64, bytes: &[u8]) -> Result<usize, Errno> {
    if bytes.is_empty() {
        return Ok(0);
    }
    if crate::thread::is_of_this_process(tid) {
        return Err(Errno::EINVAL);
    }
    // The kernel only reads through it; `iovec` has no const form.
    let local = libc::iovec { iov_base: bytes.as_ptr().cast_mut().cast(), iov_len: bytes.len() };
    let remote = libc::iovec { iov_base: remote_pointer(address)?, iov_len: bytes.len() };
    // SAFETY: the kernel reads `bytes`, valid during the call; it writes only into the address space
    // of `tid`, which is another process's as just checked, after checking the address there.
    let count =
        check(unsafe { libc::process_vm_writev(tid as i32, &raw const local, 1, &raw const remote, 1, 0) }
            as libc::c_long)?;
    Ok(count as usize)
}

/// Writes all of `bytes` at `address`, or EFAULT; a part may have been written then.
pub fn write_exact(tid: u32, address: u64, bytes: &[u8]) -> Result<(), Errno> {
    if write(tid, address, bytes)? == bytes.len() { Ok(()) } else { Err(Errno::EFAULT) }
}
