//! Stacks of processes that share this one's memory.

use crate::errno::of_rustix;
use callgate_abi::Errno;
use rustix::mm::{MapFlags, MprotectFlags, ProtFlags, mmap_anonymous, mprotect, munmap};
use std::ffi::c_void;

/// Enough for a child that only makes calls, in debug builds too.
const SIZE: usize = 64 * 1024;

/// A mapping of its own with an inaccessible page at its low end.
#[derive(Debug)]
pub(super) struct Stack {
    base: *mut c_void,
    len: usize,
}

impl Stack {
    pub(super) fn new() -> Result<Stack, Errno> {
        let page = rustix::param::page_size();
        let len = SIZE.next_multiple_of(page) + page;
        // SAFETY: a new private mapping at an address of the kernel's choice touches nothing that exists.
        let base = unsafe {
            mmap_anonymous(
                std::ptr::null_mut(),
                len,
                ProtFlags::READ | ProtFlags::WRITE,
                MapFlags::PRIVATE | MapFlags::STACK | MapFlags::NORESERVE,
            )
        }
        .map_err(of_rustix)?;
        let stack = Stack { base, len };
        // SAFETY: the page is the first of the mapping just made, and nothing uses it.
        unsafe { mprotect(stack.base, page, MprotectFlags::empty()) }.map_err(of_rustix)?;
        Ok(stack)
    }

    /// The address just above it; page-aligned, so aligned for any ABI.
    pub(super) fn top(&self) -> *mut c_void {
        self.base.wrapping_byte_add(self.len)
    }
}

// SAFETY: a mapping belongs to the process, and nothing here depends on the thread that made it.
unsafe impl Send for Stack {}
// SAFETY: the value is never changed and its memory is reached by raw pointers only.
unsafe impl Sync for Stack {}

impl Drop for Stack {
    fn drop(&mut self) {
        // SAFETY: the mapping is this value's own, and whoever ran on it has exec'd or ended before it is dropped. Should it fail, the mapping merely stays.
        let _ = unsafe { munmap(self.base, self.len) };
    }
}
