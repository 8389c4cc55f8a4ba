//! inotify_add_watch and name_to_handle_at, notified where names are hidden.

use super::Calls;
use super::entry::{Entry, Purpose, descriptor, pinned, reach};
use crate::answer::{Answer, Call};
use crate::path::AT_FDCWD;
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::Errno;
use callgate_sys::{handle, watch};
use rustix::fs::{AtFlags, CWD};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd};

pub(super) const CALLS: Calls =
    &[("inotify_add_watch", inotify_add_watch), ("name_to_handle_at", name_to_handle_at)];

/// `IN_DONT_FOLLOW` and `IN_UNMOUNT` of `linux/inotify.h`.
const IN_DONT_FOLLOW: u32 = 0x0200_0000;
const IN_UNMOUNT: u32 = 0x2000;
/// `AT_HANDLE_MNT_ID_UNIQUE` of `linux/fcntl.h`, since 6.12.
const AT_HANDLE_MNT_ID_UNIQUE: u32 = 1;

/// The watch is added to the target's own inotify instance, by the supervisor's duplicate of it.
fn inotify_add_watch(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [fd, path, mask, ..] = call.data().args;
    let mask = mask as u32;
    let target = call.target();
    let instance = match target.descriptor(fd as i32) {
        Err(Stop::Errno(Errno::EBADF)) => {
            // The mask is looked at first.
            return Err(watch::add(-1, None, mask).err().unwrap_or(Errno::EBADF).into());
        }
        instance => instance?,
    };
    match watch::add(instance.as_raw_fd(), None, mask) {
        // It only lacks a path.
        Err(Errno::EFAULT) => {}
        Err(errno) => return Err(errno.into()),
        Ok(_) => return Err(Stop::Errno(Errno::EFAULT)),
    }
    let flags = if mask & IN_DONT_FOLLOW == 0 { AtFlags::empty() } else { AtFlags::SYMLINK_NOFOLLOW };
    let file = pinned(worker, &target, AT_FDCWD, path, flags, Purpose::Look)?;
    let _acting = worker.supervisor().act_as(&target)?;
    // By the pinned file: the link that leads to it is to be followed. A mask of no events is allowed, one of no bits
    // at all is not; the bit for unmounts is set anyway.
    let mask = mask & !IN_DONT_FOLLOW | IN_UNMOUNT;
    let watch = watch::add(instance.as_raw_fd(), Some(&reach(&file)), mask)?;
    Ok(Answer::value(watch.into()))
}

/// `do_sys_name_to_handle` of `fs/fhandle.c`. The handle itself leads nowhere: open_by_handle_at is refused.
fn name_to_handle_at(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, to, mount, flags, ..] = call.data().args;
    let (dirfd, flags) = (dirfd as i32, flags as u32);
    let (follow, empty) = (AtFlags::SYMLINK_FOLLOW.bits(), AtFlags::EMPTY_PATH.bits());
    // The kernel says whether it knows the flags; a root folder is always there.
    if handle::of(CWD, b"/", 0, flags).0 == Err(Errno::EINVAL) {
        return Err(Stop::Errno(Errno::EINVAL));
    }
    let target = call.target();
    if flags & empty != 0 && target.string(path)?.is_empty() {
        let file = descriptor(worker, &target, dirfd, Purpose::Look)?;
        return encode(&target, (file.as_fd(), b"", flags), to, mount);
    }
    let entry = Entry::file(worker, &target, dirfd, path, flags & follow != 0)?;
    if entry.kind().is_none() {
        return Err(Stop::Errno(Errno::ENOENT));
    }
    let _acting = worker.supervisor().act_as(&target)?;
    let (folder, name, more) = entry.here();
    let flags = flags & !(follow | empty);
    if more & empty == 0 {
        return encode(&target, (folder, name, flags), to, mount);
    }
    // A handle that can be connected is not to be had of a bare descriptor.
    let file = entry.pin(true)?;
    encode(&target, (CWD, reach(&file).as_bytes(), flags | follow), to, mount)
}

fn encode(
    target: &Target<'_>,
    (folder, name, flags): (BorrowedFd<'_>, &[u8], u32),
    to: u64,
    mount: u64,
) -> Result<Answer, Stop> {
    let head = target.bytes(to, handle::HEAD);
    if head == Err(Stop::Errno(Errno::EFAULT)) {
        // Whether the file system has handles is asked first.
        let (result, _) = handle::of(folder, name, 0, flags);
        return Err(result.err().filter(|errno| *errno == Errno::EOPNOTSUPP).unwrap_or(Errno::EFAULT).into());
    }
    let (result, handle) = handle::of(folder, name, room_of(&head?) as u32, flags);
    if !matches!(result, Ok(()) | Err(Errno::EOVERFLOW)) {
        return Err(result.err().unwrap_or(Errno::EINVAL).into());
    }
    let mount_size = if flags & AT_HANDLE_MNT_ID_UNIQUE == 0 { 4 } else { 8 };
    target.write(mount, &handle.mount[..mount_size])?;
    // Where it was too long, its length is told and nothing of it.
    let length = if result.is_ok() { handle::HEAD + room_of(&handle.bytes) } else { handle::HEAD };
    target.write(to, &handle.bytes[..length.min(handle.bytes.len())])?;
    result?;
    Ok(Answer::value(0))
}

fn room_of(bytes: &[u8]) -> usize {
    bytes.first_chunk().map_or(0, |word| u32::from_ne_bytes(*word) as usize)
}
