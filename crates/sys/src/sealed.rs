//! Memory that this process writes and other processes can only read.
//!
//! What a tracer puts into a target's registers must point at memory that the target cannot change: a memfd,
//! mapped writable here before it was sealed against further writing. It has to be mapped `MAP_SHARED` there:
//! a private mapping is written by whoever may use `/proc/PID/mem`, which copies the page (`FOLL_FORCE`).

use crate::errno::{check, of_rustix};
use crate::layout::MFD_NOEXEC_SEAL;
use callgate_abi::Errno;
use rustix::fs::{MemfdFlags, SealFlags};
use rustix::mm::{MapFlags, ProtFlags};
use std::os::fd::OwnedFd;

/// A memfd's only writable mapping.
#[derive(Debug)]
pub struct SealedMemory {
    base: *mut u8,
    len: usize,
    device: u64,
    inode: u64,
}

impl SealedMemory {
    /// `len` bytes of zeros, and the descriptor by which others map them to read or to execute. It is
    /// close-on-exec.
    ///
    /// C: memfd_create(2) with `F_SEAL_FUTURE_WRITE` (since 5.1), `SHRINK`, `GROW` and `SEAL`. EMFILE, ENFILE,
    /// ENOMEM as natively, EINVAL before 5.1.
    pub fn new(len: usize) -> Result<(SealedMemory, OwnedFd), Errno> {
        let file = memfd().map_err(of_rustix)?;
        rustix::fs::ftruncate(&file, len as u64).map_err(of_rustix)?;
        let stat = rustix::fs::fstat(&file).map_err(of_rustix)?;
        let access = ProtFlags::READ | ProtFlags::WRITE;
        // SAFETY: a new mapping at an address of the kernel's choice touches nothing that exists. The file is
        // this function's own, has `len` bytes and cannot shrink once it is sealed below.
        let base = unsafe { rustix::mm::mmap(std::ptr::null_mut(), len, access, MapFlags::SHARED, &file, 0) }
            .map_err(of_rustix)?;
        let memory = SealedMemory { base: base.cast(), len, device: stat.st_dev, inode: stat.st_ino };
        let seals = SealFlags::FUTURE_WRITE | SealFlags::SHRINK | SealFlags::GROW | SealFlags::SEAL;
        rustix::fs::fcntl_add_seals(&file, seals).map_err(of_rustix)?;
        Ok((memory, file))
    }

    /// Its size in bytes.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether it has no bytes.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The file's device and inode, as `/proc/PID/maps` shows them of a mapping.
    pub fn identity(&self) -> (u64, u64) {
        (self.device, self.inode)
    }

    /// Writes bytes at an offset. EFAULT, and nothing is written, when they do not fit.
    ///
    /// Others may be reading: what they see is theirs to order, as by a system call.
    pub fn write(&mut self, offset: usize, bytes: &[u8]) -> Result<(), Errno> {
        if offset.checked_add(bytes.len()).is_none_or(|end| end > self.len) {
            return Err(Errno::EFAULT);
        }
        // SAFETY: the range lies within the mapping, as just checked; the mapping is this value's own, so
        // that nothing in this process refers to it, and `bytes` is elsewhere.
        unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), self.base.add(offset), bytes.len()) };
        Ok(())
    }
}

/// Not executable as a program where the kernel knows how to say so (6.3); it can be mapped executable all the same.
fn memfd() -> rustix::io::Result<OwnedFd> {
    let flags = MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING;
    let create = |flags| rustix::fs::memfd_create(c"callgate", flags);
    match create(flags | MemfdFlags::from_bits_retain(MFD_NOEXEC_SEAL)) {
        Err(rustix::io::Errno::INVAL) => create(flags),
        other => other,
    }
}

impl Drop for SealedMemory {
    fn drop(&mut self) {
        // SAFETY: the mapping is this value's own and nothing refers to it. Should it fail, it merely stays.
        let _ = unsafe { rustix::mm::munmap(self.base.cast(), self.len) };
    }
}

/// Tries whether mappings can be sealed here, so that their owner can neither unmap nor replace them. C: `mseal(2)`, since
/// 6.10; asked for no bytes, so that nothing is sealed.
pub(crate) fn try_mseal() -> Result<(), Errno> {
    // SAFETY: a range of no bytes at an address that is page-aligned: the call has no effect.
    check(unsafe { libc::syscall(MSEAL, 0_usize, 0_usize, 0_usize) }).map(drop)
}

/// `__NR_mseal`, the same number on every ABI; libc does not know it everywhere.
const MSEAL: libc::c_long = 462;

/// Which file a process has mapped at an address: device, inode, offset in bytes, and whether the mapping is shared and
/// not writable. `None` where nothing starts at that address, or the process is gone.
///
/// From `/proc/TID/maps`.
pub fn mapped_at(tid: u32, address: u64) -> Option<MappedFile> {
    let maps = std::fs::read_to_string(format!("/proc/{tid}/maps")).ok()?;
    maps.lines().find_map(|line| MappedFile::parse(line, address))
}

/// A line of `/proc/PID/maps`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MappedFile {
    /// Bytes mapped.
    pub len: u64,
    /// Where in the file, in bytes.
    pub offset: u64,
    /// The file's device and inode.
    pub identity: (u64, u64),
    /// Shared, and not writable.
    pub shared_read_only: bool,
}

impl MappedFile {
    fn parse(line: &str, address: u64) -> Option<MappedFile> {
        let mut fields = line.split_ascii_whitespace();
        let (start, end) = fields.next()?.split_once('-')?;
        let hex = |text: &str| u64::from_str_radix(text, 16).ok();
        if hex(start)? != address {
            return None;
        }
        let access = fields.next()?.as_bytes();
        let offset = hex(fields.next()?)?;
        let (major, minor) = fields.next()?.split_once(':')?;
        let device = rustix::fs::makedev(hex(major)? as u32, hex(minor)? as u32);
        let inode = fields.next()?.parse().ok()?;
        Some(MappedFile {
            len: hex(end)? - address,
            offset,
            identity: (device, inode),
            shared_read_only: access.get(1) == Some(&b'-') && access.get(3) == Some(&b's'),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{MappedFile, SealedMemory, mapped_at};
    use callgate_abi::Errno;
    use rustix::mm::{MapFlags, ProtFlags};
    use std::os::fd::AsFd;

    fn map(file: std::os::fd::BorrowedFd<'_>, access: ProtFlags) -> rustix::io::Result<*mut u8> {
        // SAFETY: a new mapping at an address of the kernel's choice.
        let base = unsafe { rustix::mm::mmap(std::ptr::null_mut(), 4096, access, MapFlags::SHARED, file, 0) };
        base.map(<*mut _>::cast)
    }

    #[test]
    fn others_read_what_only_its_maker_writes() {
        let (mut memory, file) = SealedMemory::new(4096).unwrap();
        let reader = map(file.as_fd(), ProtFlags::READ | ProtFlags::EXEC).unwrap();
        memory.write(4090, b"sealed").unwrap();
        // SAFETY: the page was just mapped readable and is not written meanwhile.
        let seen = unsafe { std::slice::from_raw_parts(reader.add(4090), 6) };
        assert_eq!(seen, b"sealed");
        assert_eq!(memory.write(4091, b"sealed"), Err(Errno::EFAULT), "beyond its end");
        assert_eq!(map(file.as_fd(), ProtFlags::WRITE), Err(rustix::io::Errno::PERM));
        assert_eq!(rustix::io::write(&file, b"x"), Err(rustix::io::Errno::PERM));
        assert_eq!(rustix::fs::ftruncate(&file, 0), Err(rustix::io::Errno::PERM));
        // SAFETY: the page is this test's own.
        let widened = unsafe { rustix::mm::mprotect(reader.cast(), 4096, rustix::mm::MprotectFlags::WRITE) };
        assert_eq!(widened, Err(rustix::io::Errno::ACCESS), "not even afterwards");
    }

    #[test]
    fn a_mapping_is_known_by_its_file() {
        let (memory, file) = SealedMemory::new(4096).unwrap();
        let base = map(file.as_fd(), ProtFlags::READ).unwrap().addr() as u64;
        let found = mapped_at(std::process::id(), base).unwrap();
        assert_eq!((found.identity, found.len, found.offset), (memory.identity(), 4096, 0));
        assert!(found.shared_read_only);
        assert_eq!(mapped_at(std::process::id(), base + 1), None);
        let private = "7f0000000000-7f0000001000 r-xp 00002000 fe:00 12  /usr/lib/a b";
        let parsed = MappedFile::parse(private, 0x7f00_0000_0000).unwrap();
        assert!(!parsed.shared_read_only);
        assert_eq!((parsed.offset, parsed.identity.1), (0x2000, 12));
    }
}
