//! Inode flags: ioctls on an open file, read-only or not, and file_getattr and file_setattr (since 6.17).

use super::Calls;
use super::entry::{Purpose, allowed, check_at, maybe_unnamed, opened, reach};
use crate::answer::{Answer, Call};
use crate::pool::Worker;
use crate::stop::Stop;
use callgate_abi::{Abi, Errno};
use callgate_sys::attributes::{self as kernel, FSXATTR};
use callgate_sys::layout::{FS_IOC_FSSETXATTR, FS_IOC_SETFLAGS, FS_IOC32_SETFLAGS};
use callgate_sys::listener::ContinueReason;
use rustix::fs::{AtFlags, CWD};
use std::os::fd::AsFd;

pub(super) const CALLS: Calls =
    &[("ioctl", ioctl), ("file_getattr", file_getattr), ("file_setattr", file_setattr)];

/// The kernel takes at most a page (`copy_struct_from_user`).
const PAGE: u64 = 4096;

/// The filter asks about commands that change a file's flags, and a program's own handler may have let others
/// through.
fn ioctl(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [fd, command, address, ..] = call.data().args;
    let (fd, command) = (fd as i32, command as u32);
    if !matches!(command, FS_IOC_SETFLAGS | FS_IOC32_SETFLAGS | FS_IOC_FSSETXATTR) {
        return Ok(call.pass(ContinueReason::ScalarOnly));
    }
    let target = call.target();
    let file = opened(worker, &target, fd, Purpose::Look)?;
    // A 64-bit program's use of the other number is nothing the kernel itself knows: it does not read flags for it.
    let narrow = command == FS_IOC32_SETFLAGS && target.abi() == Abi::X86_64;
    let size = if command == FS_IOC_FSSETXATTR { FSXATTR } else { 4 };
    let bytes = if narrow { Vec::new() } else { target.bytes(address, size)? };
    let file = allowed(worker, &target, file, Purpose::Change)?;
    let _acting = worker.supervisor().act_as(&target)?;
    if let Some(fsxattr) = bytes.first_chunk::<FSXATTR>() {
        kernel::set_fsxattr(file.as_fd(), fsxattr)?;
    } else {
        let flags = bytes.first_chunk().map_or(0, |word| u32::from_ne_bytes(*word));
        kernel::set_flags(file.as_fd(), flags, narrow)?;
    }
    Ok(Answer::value(0))
}

fn file_getattr(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, to, size, flags, ..] = call.data().args;
    let mut attributes = vec![0; checked(size, flags as u32)?];
    let target = call.target();
    let flags = AtFlags::from_bits_retain(flags as u32);
    let file = maybe_unnamed(worker, &target, dirfd as i32, path, flags, Purpose::Look)?;
    let acting = worker.supervisor().act_as(&target)?;
    kernel::get(CWD, Some(reach(&file).as_bytes()), &mut attributes, 0)?;
    drop(acting);
    target.write(to, &attributes)?;
    Ok(Answer::value(0))
}

fn file_setattr(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, from, size, flags, ..] = call.data().args;
    let size = checked(size, flags as u32)?;
    let target = call.target();
    let attributes = target.bytes(from, size)?;
    // What the kernel says of them without a file: EFAULT where only that is wrong.
    match kernel::set(CWD, None, &attributes, 0) {
        Err(Errno::EFAULT) | Ok(()) => {}
        Err(errno) => return Err(errno.into()),
    }
    let flags = AtFlags::from_bits_retain(flags as u32);
    let file = maybe_unnamed(worker, &target, dirfd as i32, path, flags, Purpose::Change)?;
    let _acting = worker.supervisor().act_as(&target)?;
    kernel::set(CWD, Some(reach(&file).as_bytes()), &attributes, 0)?;
    Ok(Answer::value(0))
}

/// The kernel's first checks (`fs/file_attr.c`), and whether it has the calls at all; the size of the struct.
fn checked(size: u64, flags: u32) -> Result<usize, Stop> {
    /// `FILE_ATTR_SIZE_VER0`.
    const SMALLEST: u64 = 24;
    if kernel::get(CWD, None, &mut [], 0) == Err(Errno::ENOSYS) {
        return Err(Stop::Errno(Errno::ENOSYS));
    }
    check_at(AtFlags::from_bits_retain(flags))?;
    if size > PAGE {
        return Err(Stop::Errno(Errno::E2BIG));
    }
    if size < SMALLEST {
        return Err(Stop::Errno(Errno::EINVAL));
    }
    Ok(size as usize)
}
