//! access, readlink, statfs and their kin, notified where names are hidden.

use super::Calls;
use super::entry::{self, Entry};
use super::layouts::StatFs;
use crate::answer::{Answer, Call};
use crate::path::{AT_FDCWD, Name, Viewer, link_text, name_of};
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use crate::view::{Rights, View};
use callgate_abi::{Abi, Errno};
use callgate_policy::Operation;
use rustix::fs::{AtFlags, FileType};
use std::os::fd::AsFd;

pub(super) const CALLS: Calls = &[
    ("access", access),
    ("faccessat", faccessat),
    ("faccessat2", faccessat2),
    ("readlink", readlink),
    ("readlinkat", readlinkat),
    ("statfs", statfs),
    ("statfs64", statfs64),
];

/// `S_IRWXO`: the modes that access(2) takes.
const MODES: u32 = 7;

fn access(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, mode, ..] = call.data().args;
    may(worker, &call.target(), (AT_FDCWD, path), mode as u32, 0)
}

fn faccessat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, mode, ..] = call.data().args;
    may(worker, &call.target(), (dirfd as i32, path), mode as u32, 0)
}

fn faccessat2(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, mode, flags, ..] = call.data().args;
    may(worker, &call.target(), (dirfd as i32, path), mode as u32, flags as u32)
}

/// `do_faccessat` of `fs/open.c`: mode, flags, then the name, walked with the rights that are asked about.
fn may(
    worker: &Worker<'_>,
    target: &Target<'_>,
    (dirfd, path): (i32, u64),
    mode: u32,
    flags: u32,
) -> Result<Answer, Stop> {
    let known = AtFlags::EACCESS | AtFlags::SYMLINK_NOFOLLOW | AtFlags::EMPTY_PATH;
    if mode & !MODES != 0 || flags & !known.bits() != 0 {
        return Err(Stop::Errno(Errno::EINVAL));
    }
    let given = AtFlags::from_bits_retain(flags);
    let rights = if given.contains(AtFlags::EACCESS) { Rights::Effective } else { Rights::Real };
    let view = View::new(worker.supervisor(), target, &[], rights);
    // The rights asked about are those the worker acts with.
    let flags = flags | AtFlags::EACCESS.bits();
    if given.contains(AtFlags::EMPTY_PATH) && target.string(path)?.is_empty() {
        let file = if dirfd == AT_FDCWD { target.cwd()? } else { target.descriptor(dirfd)? };
        let _acting = view.enter()?;
        callgate_sys::stat::access(file.as_fd(), b"", mode, flags)?;
        return Ok(Answer::value(0));
    }
    let follow = !given.contains(AtFlags::SYMLINK_NOFOLLOW);
    let entry = Entry::seen(worker, target, dirfd, path, follow, rights)?;
    if entry.kind().is_none() {
        return Err(Stop::Errno(Errno::ENOENT));
    }
    let _acting = view.enter()?;
    let (folder, name, more) = entry.here();
    callgate_sys::stat::access(folder, name, mode, flags | more)?;
    Ok(Answer::value(0))
}

fn readlink(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, to, room, ..] = call.data().args;
    read_link(worker, &call.target(), (AT_FDCWD, path), to, room as i32)
}

fn readlinkat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, to, room, ..] = call.data().args;
    read_link(worker, &call.target(), (dirfd as i32, path), to, room as i32)
}

/// `do_readlinkat` of `fs/stat.c`.
fn read_link(
    worker: &Worker<'_>,
    target: &Target<'_>,
    (dirfd, path): (i32, u64),
    to: u64,
    room: i32,
) -> Result<Answer, Stop> {
    let Some(room) = usize::try_from(room).ok().filter(|room| *room > 0) else {
        return Err(Stop::Errno(Errno::EINVAL));
    };
    let supervisor = worker.supervisor();
    let link = if target.string(path)?.is_empty() {
        // Only a symlink that is open itself can be read so.
        if dirfd == AT_FDCWD { target.cwd()? } else { target.descriptor(dirfd)? }
    } else {
        let entry = Entry::file(worker, target, dirfd, path, false)?;
        if entry.kind().is_none() {
            return Err(Stop::Errno(Errno::ENOENT));
        }
        if entry.kind() != Some(FileType::Symlink) {
            return Err(Stop::Errno(Errno::EINVAL));
        }
        if let Some(path) = entry.path() {
            crate::outsider::refuse(target, &[Operation::FsRead], path)?;
        }
        let _acting = supervisor.act_as(target)?;
        entry.pin(false)?
    };
    let root = changed_root(worker, target)?;
    let view = View::new(supervisor, target, &[], Rights::Effective);
    let mut text = link_text(link.as_fd(), target.tid(), root.as_deref(), &view)?;
    text.truncate(room);
    target.write(to, &text)?;
    Ok(Answer::value(text.len() as i64))
}

/// The name of the target's root folder, where it is another than the supervisor's.
fn changed_root(worker: &Worker<'_>, target: &Target<'_>) -> Result<Option<Vec<u8>>, Stop> {
    if worker.supervisor().own_root() {
        return Ok(None);
    }
    match name_of(target.root()?.as_fd())? {
        Name::Path(root) => Ok(Some(root)),
        Name::Anonymous => Ok(None),
    }
}

fn statfs(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, to, ..] = call.data().args;
    let target = call.target();
    let bytes = file_system(worker, &target, path)?;
    if target.abi() == Abi::I386 {
        target.write(to, &StatFs::decode(&bytes).compat()?)?;
    } else {
        target.write(to, &bytes)?;
    }
    Ok(Answer::value(0))
}

/// Of 32-bit ABIs: the caller says how long its struct is.
fn statfs64(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, size, to, ..] = call.data().args;
    if size != StatFs::COMPAT64 {
        return Err(Stop::Errno(Errno::EINVAL));
    }
    let target = call.target();
    let bytes = file_system(worker, &target, path)?;
    target.write(to, &StatFs::decode(&bytes).compat64()?)?;
    Ok(Answer::value(0))
}

fn file_system(
    worker: &Worker<'_>,
    target: &Target<'_>,
    path: u64,
) -> Result<[u8; callgate_sys::stat::STATFS], Stop> {
    let file = entry::pinned(worker, target, AT_FDCWD, path, AtFlags::empty(), entry::Purpose::Look)?;
    let _acting = worker.supervisor().act_as(target)?;
    Ok(callgate_sys::stat::statfs(file.as_fd())?)
}
