//! chmod, chown and their kin by name.

use super::{Calls, entry::Entry};
use crate::answer::{Answer, Call};
use crate::path::AT_FDCWD;
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::{Errno, Sysno};
use rustix::fs::{AtFlags, Mode};
use rustix::process::{Gid, Uid};
use std::os::fd::OwnedFd;

pub(super) const CALLS: Calls = &[
    ("chmod", chmod),
    ("fchmodat", fchmodat),
    ("fchmodat2", fchmodat2),
    ("chown", chown),
    ("chown32", chown32),
    ("lchown", lchown),
    ("lchown32", lchown32),
    ("fchownat", fchownat),
];

fn chmod(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, mode, ..] = call.data().args;
    change_mode(worker, &call.target(), AT_FDCWD, path, mode as u32, AtFlags::empty())
}

fn fchmodat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, mode, ..] = call.data().args;
    change_mode(worker, &call.target(), dirfd as i32, path, mode as u32, AtFlags::empty())
}

fn fchmodat2(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, mode, flags, ..] = call.data().args;
    let flags = AtFlags::from_bits_retain(flags as u32);
    change_mode(worker, &call.target(), dirfd as i32, path, mode as u32, flags)
}

fn change_mode(
    worker: &Worker<'_>,
    target: &Target<'_>,
    dirfd: i32,
    path: u64,
    mode: u32,
    flags: AtFlags,
) -> Result<Answer, Stop> {
    let Some((entry, file)) = pinned(worker, target, dirfd, path, flags)? else {
        return Err(Stop::Errno(Errno::EINVAL));
    };
    let _acting = worker.supervisor().act_as(target)?;
    rustix::fs::chmod(super::entry::reach(&file).as_str(), Mode::from_bits_retain(mode & 0o7777))?;
    drop(entry);
    Ok(Answer::value(0))
}

fn chown(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    chown_path(worker, call, AtFlags::empty(), true)
}

fn lchown(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    chown_path(worker, call, AtFlags::SYMLINK_NOFOLLOW, true)
}

fn chown32(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    chown_path(worker, call, AtFlags::empty(), false)
}

fn lchown32(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    chown_path(worker, call, AtFlags::SYMLINK_NOFOLLOW, false)
}

/// `plain`: the call without a number in its name, which takes 16-bit ids on the ABIs that also have one
/// with.
fn chown_path(worker: &Worker<'_>, call: Call<'_>, flags: AtFlags, plain: bool) -> Result<Answer, Stop> {
    let [path, uid, gid, ..] = call.data().args;
    let short = plain && Sysno::from_name(call.abi(), "chown32").is_some();
    let id = |register: u64| if short { widened(register) } else { register as u32 };
    change_owner(worker, &call.target(), (AT_FDCWD, path), id(uid), id(gid), flags)
}

/// An id of 16 bits, whose −1 means the same as that of 32 (`low2highuid` of `linux/highuid.h`).
fn widened(register: u64) -> u32 {
    match register as u16 {
        u16::MAX => u32::MAX,
        id => u32::from(id),
    }
}

fn fchownat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, uid, gid, flags, ..] = call.data().args;
    let flags = AtFlags::from_bits_retain(flags as u32);
    change_owner(worker, &call.target(), (dirfd as i32, path), uid as u32, gid as u32, flags)
}

fn change_owner(
    worker: &Worker<'_>,
    target: &Target<'_>,
    (dirfd, path): (i32, u64),
    uid: u32,
    gid: u32,
    flags: AtFlags,
) -> Result<Answer, Stop> {
    let Some((entry, file)) = pinned(worker, target, dirfd, path, flags)? else {
        return Err(Stop::Errno(Errno::EINVAL));
    };
    // −1 leaves the id as it is.
    let uid = (uid != u32::MAX).then(|| Uid::from_raw(uid));
    let gid = (gid != u32::MAX).then(|| Gid::from_raw(gid));
    let _acting = worker.supervisor().act_as(target)?;
    rustix::fs::chownat(&file, c"", uid, gid, AtFlags::EMPTY_PATH)?;
    drop(entry);
    Ok(Answer::value(0))
}

/// The file that a call with AT_* flags is about, judged for writing and pinned; `None` for unknown flags.
pub(super) fn pinned(
    worker: &Worker<'_>,
    target: &Target<'_>,
    dirfd: i32,
    path: u64,
    flags: AtFlags,
) -> Result<Option<(Option<Entry>, OwnedFd)>, Stop> {
    if !(AtFlags::SYMLINK_NOFOLLOW | AtFlags::EMPTY_PATH).contains(flags) {
        return Ok(None);
    }
    if flags.contains(AtFlags::EMPTY_PATH) && target.string(path)?.is_empty() {
        return descriptor(worker, target, dirfd).map(|file| Some((None, file)));
    }
    let follow = !flags.contains(AtFlags::SYMLINK_NOFOLLOW);
    let entry = Entry::file(worker, target, dirfd, path, follow)?;
    if entry.kind().is_none() {
        return Err(Stop::Errno(Errno::ENOENT));
    }
    entry.may_write(worker, target)?;
    let _acting = worker.supervisor().act_as(target)?;
    let file = entry.pin(follow)?;
    Ok(Some((Some(entry), file)))
}

/// The file behind a descriptor of the target, judged for writing by the name it has now.
pub(super) fn descriptor(worker: &Worker<'_>, target: &Target<'_>, fd: i32) -> Result<OwnedFd, Stop> {
    use callgate_policy::{Object, Operation};
    let file = if fd == AT_FDCWD { target.cwd()? } else { target.descriptor(fd)? };
    if let crate::path::Name::Path(path) = crate::path::name_of(std::os::fd::AsFd::as_fd(&file))? {
        let object = Object::Path(path.clone());
        worker.supervisor().judge(target, &[Operation::FsWrite], &path, &object)?;
    }
    target.check()?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::widened;

    #[test]
    fn short_ids() {
        assert_eq!(widened(0xffff), u32::MAX, "leaves the id as it is");
        assert_eq!(widened(0xfffe), 0xfffe);
        assert_eq!(widened(0x1_0005), 5, "only 16 bits are looked at");
    }
}
