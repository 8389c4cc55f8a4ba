//! Reading and writing another process's memory, at its edges.

use crate::Case;
use crate::guest::{ending, fork};
use callgate_abi::Errno;
use callgate_sys::memory::{PATH_MAX, read, read_cstr, read_exact, write, write_exact};
use rustix::mm::{MapFlags, MprotectFlags, ProtFlags, mmap_anonymous, mprotect, munmap};

pub(crate) const CASES: &[Case] = &[
    ("user/memory/strings", strings),
    ("user/memory/ends_of_mappings", ends_of_mappings),
    ("user/memory/writes", writes),
    ("user/memory/not_inspectable", not_inspectable),
];

const PAGE: usize = 4096;

/// `pages` pages, readable and writable, and an unmapped one after them.
fn mapping(pages: usize) -> &'static mut [u8] {
    // SAFETY: a new mapping of the kernel's choice; its last page is unmapped and never used.
    unsafe {
        let base = mmap_anonymous(
            std::ptr::null_mut(),
            (pages + 1) * PAGE,
            ProtFlags::READ | ProtFlags::WRITE,
            MapFlags::PRIVATE,
        )
        .unwrap();
        munmap(base.add(pages * PAGE), PAGE).unwrap();
        std::slice::from_raw_parts_mut(base.cast(), pages * PAGE)
    }
}

fn address(bytes: &[u8], at: usize) -> u64 {
    (bytes.as_ptr().addr() + at) as u64
}

/// A guest with a copy of this process's memory that waits to be killed.
fn waiting_guest() -> u32 {
    fork(|| {
        loop {
            // SAFETY: it only sleeps.
            unsafe { libc::pause() };
        }
    })
}

fn kill(pid: u32) {
    // SAFETY: kills the guest, which is not reaped yet.
    unsafe { libc::kill(pid as i32, libc::SIGKILL) };
    ending(pid);
}

fn strings() {
    let memory = mapping(2);
    memory.fill(b'x');
    let short = b"/etc/hostname\0";
    memory[100..100 + short.len()].copy_from_slice(short);
    // One that crosses a page, one that ends with the mapping, and one of the greatest length.
    memory[PAGE - 3..PAGE + 4].copy_from_slice(b"/a/b/c\0");
    memory[2 * PAGE - 1] = 0;
    let pid = waiting_guest();
    let mut string = Vec::new();
    read_cstr(pid, address(memory, 100), PATH_MAX, &mut string).unwrap();
    assert_eq!(string, b"/etc/hostname");
    read_cstr(pid, address(memory, PAGE - 3), PATH_MAX, &mut string).unwrap();
    assert_eq!(string, b"/a/b/c");
    read_cstr(pid, address(memory, 2 * PAGE - 5), PATH_MAX, &mut string).unwrap();
    assert_eq!(string, b"xxxx");
    read_cstr(pid, address(memory, 2 * PAGE - 1), PATH_MAX, &mut string).unwrap();
    assert_eq!(string, b"");
    kill(pid);

    memory.fill(b'x');
    memory[10 + PATH_MAX - 1] = 0;
    let pid = waiting_guest();
    read_cstr(pid, address(memory, 10), PATH_MAX, &mut string).unwrap();
    assert_eq!(string.len(), PATH_MAX - 1, "the longest path the kernel takes");
    assert_eq!(read_cstr(pid, address(memory, 9), PATH_MAX, &mut string), Err(Errno::ENAMETOOLONG));
    let capacity = string.capacity();
    assert_eq!(read_cstr(pid, address(memory, 9), PATH_MAX, &mut string), Err(Errno::ENAMETOOLONG));
    assert_eq!(string.capacity(), capacity, "it is reused");
    // No NUL before the mapping's end: the kernel says EFAULT, not ENAMETOOLONG.
    assert_eq!(read_cstr(pid, address(memory, 2 * PAGE - 5), PATH_MAX, &mut string), Err(Errno::EFAULT));
    assert_eq!(read_cstr(pid, 0, PATH_MAX, &mut string), Err(Errno::EFAULT));
    assert_eq!(read_cstr(pid, u64::MAX, PATH_MAX, &mut string), Err(Errno::EFAULT));
    kill(pid);
    assert_eq!(read_cstr(pid, address(memory, 10), PATH_MAX, &mut string), Err(Errno::ESRCH));
}

fn ends_of_mappings() {
    let memory = mapping(1);
    memory.fill(7);
    let pid = waiting_guest();
    let mut buffer = [0; 64];
    assert_eq!(read(pid, address(memory, PAGE - 10), &mut buffer), Ok(10));
    assert_eq!(buffer[..11], [7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 0]);
    assert_eq!(read_exact(pid, address(memory, PAGE - 10), &mut buffer), Err(Errno::EFAULT));
    assert_eq!(read(pid, address(memory, PAGE - 1) + 1, &mut buffer), Err(Errno::EFAULT));
    assert_eq!(read(pid, address(memory, 0), &mut []), Ok(0));
    kill(pid);
}

fn writes() {
    let memory = mapping(2);
    // SAFETY: the page is this mapping's second; from here on it is only read.
    unsafe { mprotect(memory.as_mut_ptr().add(PAGE).cast(), PAGE, MprotectFlags::READ).unwrap() };
    let pid = waiting_guest();
    assert_eq!(write(pid, address(memory, 8), b"hello"), Ok(5));
    let mut buffer = [0; 5];
    read_exact(pid, address(memory, 8), &mut buffer).unwrap();
    assert_eq!(&buffer, b"hello");
    assert_eq!(memory[8], 0, "only the guest's copy");
    assert_eq!(write(pid, address(memory, PAGE), b"hello"), Err(Errno::EFAULT), "it may not write there");
    assert_eq!(write(pid, address(memory, PAGE - 2), b"hello"), Ok(2));
    assert_eq!(write_exact(pid, address(memory, PAGE - 2), b"hello"), Err(Errno::EFAULT));
    assert_eq!(write(std::process::id(), address(memory, 8), b"hello"), Err(Errno::EINVAL), "our own memory");
    assert_eq!(write(pid, address(memory, 8), b""), Ok(0));
    kill(pid);
}

fn not_inspectable() {
    let memory = mapping(1);
    let (mut told, tell) = std::io::pipe().unwrap();
    let pid = fork(|| {
        callgate_sys::process::set_dumpable(false).unwrap();
        drop(tell);
        // SAFETY: it only sleeps.
        unsafe { libc::pause() };
    });
    std::io::Read::read_to_end(&mut told, &mut Vec::new()).unwrap_or_default();
    let mut buffer = [0; 4];
    assert_eq!(read(pid, address(memory, 0), &mut buffer), Err(Errno::EPERM));
    kill(pid);
}
