//! rename and link: a file must not get rights by a new name (supervision.md, trap 6).

use super::Calls;
use super::entry::{Entry, Purpose};
use crate::answer::{Answer, Call};
use crate::path::{AT_FDCWD, mount_of};
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::Errno;
use rustix::fs::{AtFlags, RenameFlags};

pub(super) const CALLS: Calls = &[
    ("rename", rename),
    ("renameat", renameat),
    ("renameat2", renameat2),
    ("link", link),
    ("linkat", linkat),
];

fn rename(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [old, new, ..] = call.data().args;
    perform_rename(worker, &call.target(), (AT_FDCWD, old), (AT_FDCWD, new), 0)
}

fn renameat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [old_dir, old, new_dir, new, ..] = call.data().args;
    perform_rename(worker, &call.target(), (old_dir as i32, old), (new_dir as i32, new), 0)
}

fn renameat2(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [old_dir, old, new_dir, new, flags, ..] = call.data().args;
    perform_rename(worker, &call.target(), (old_dir as i32, old), (new_dir as i32, new), flags as u32)
}

fn link(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [old, new, ..] = call.data().args;
    perform_link(worker, &call.target(), (AT_FDCWD, old), (AT_FDCWD, new), 0)
}

fn linkat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [old_dir, old, new_dir, new, flags, ..] = call.data().args;
    perform_link(worker, &call.target(), (old_dir as i32, old), (new_dir as i32, new), flags as u32)
}

fn perform_rename(
    worker: &Worker<'_>,
    target: &Target<'_>,
    (old_dir, old): (i32, u64),
    (new_dir, new): (i32, u64),
    flags: u32,
) -> Result<Answer, Stop> {
    let flags = RenameFlags::from_bits_retain(flags);
    let known = RenameFlags::NOREPLACE | RenameFlags::EXCHANGE | RenameFlags::WHITEOUT;
    let exclusive = RenameFlags::NOREPLACE | RenameFlags::WHITEOUT;
    if !known.contains(flags) || (flags.contains(RenameFlags::EXCHANGE) && flags.intersects(exclusive)) {
        return Err(Stop::Errno(Errno::EINVAL));
    }
    let old = Entry::name(worker, target, old_dir, old)?;
    let new = Entry::name(worker, target, new_dir, new)?;
    if old.kind().is_none() {
        return Err(nothing_to_rename(&old, &new, flags)?.into());
    }
    // `.`, `..` and `/` are never renamed: the kernel says why not.
    if !old.is_dots() && !new.is_dots() {
        old.may_write(worker, target)?;
        new.may_write(worker, target)?;
        may_move(worker, target, &old, &new)?;
        if flags.contains(RenameFlags::EXCHANGE) {
            may_move(worker, target, &new, &old)?;
        }
    }
    let _acting = worker.supervisor().act_as(target)?;
    let ((from, old_name), (to, new_name)) = (old.at(), new.at());
    rustix::fs::renameat_with(from, old_name, to, new_name, flags)?;
    Ok(Answer::value(0))
}

/// What the kernel says before it finds that the old name is not there (`do_renameat2`).
fn nothing_to_rename(old: &Entry, new: &Entry, flags: RenameFlags) -> Result<Errno, Stop> {
    if mount_of(old.at().0)? != mount_of(new.at().0)? {
        return Ok(Errno::EXDEV);
    }
    if !new.is_dots() {
        return Ok(Errno::ENOENT);
    }
    Ok(if flags.contains(RenameFlags::NOREPLACE) { Errno::EEXIST } else { Errno::EBUSY })
}

fn perform_link(
    worker: &Worker<'_>,
    target: &Target<'_>,
    (old_dir, old): (i32, u64),
    (new_dir, new): (i32, u64),
    flags: u32,
) -> Result<Answer, Stop> {
    let flags = AtFlags::from_bits_retain(flags);
    if !(AtFlags::SYMLINK_FOLLOW | AtFlags::EMPTY_PATH).contains(flags) {
        return Err(Stop::Errno(Errno::EINVAL));
    }
    if flags.contains(AtFlags::EMPTY_PATH) && target.string(old)?.is_empty() {
        return link_descriptor(worker, target, old_dir, (new_dir, new));
    }
    let follow = flags.contains(AtFlags::SYMLINK_FOLLOW);
    let old = Entry::file(worker, target, old_dir, old, follow)?;
    if old.kind().is_none() {
        return Err(Stop::Errno(Errno::ENOENT));
    }
    let new = super::make::new_name(worker, target, new_dir, new)?;
    if old.path().is_some() {
        old.may_write(worker, target)?;
    }
    // Folders have one name only, and what is linked is the very file that is pinned.
    if let (Some(from), Some(to)) = (old.path(), new.path()) {
        worker.supervisor().may_rename(target, from, to, false)?;
    }
    let _acting = worker.supervisor().act_as(target)?;
    let pinned = old.pin(follow)?;
    let (to, new_name) = new.at();
    // By the pinned file, which the walk judged: the link of an O_TMPFILE file comes this way too.
    let reached = super::entry::reach(&pinned);
    rustix::fs::linkat(rustix::fs::CWD, reached.as_str(), to, new_name, AtFlags::SYMLINK_FOLLOW)?;
    Ok(Answer::value(0))
}

/// linkat with AT_EMPTY_PATH: gives a name to an open file.
fn link_descriptor(
    worker: &Worker<'_>,
    target: &Target<'_>,
    fd: i32,
    (new_dir, new): (i32, u64),
) -> Result<Answer, Stop> {
    let file = super::entry::descriptor(worker, target, fd, Purpose::Change)?;
    let new = super::make::new_name(worker, target, new_dir, new)?;
    if let (crate::path::Name::Path(old), Some(new)) =
        (crate::path::name_of(std::os::fd::AsFd::as_fd(&file))?, new.path())
    {
        worker.supervisor().may_rename(target, &old, new, false)?;
    }
    let _acting = worker.supervisor().act_as(target)?;
    let (to, new_name) = new.at();
    let reached = super::entry::reach(&file);
    rustix::fs::linkat(rustix::fs::CWD, reached.as_str(), to, new_name, AtFlags::SYMLINK_FOLLOW)?;
    Ok(Answer::value(0))
}

fn may_move(worker: &Worker<'_>, target: &Target<'_>, old: &Entry, new: &Entry) -> Result<(), Stop> {
    match (old.path(), new.path()) {
        (Some(from), Some(to)) => {
            // As if it were a folder: a file could be swapped for one before the rename.
            worker.supervisor().may_rename(target, from, to, true)
        }
        _ => Ok(()),
    }
}
