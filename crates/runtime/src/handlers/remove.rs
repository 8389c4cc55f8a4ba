//! unlink, unlinkat, rmdir.

use super::{Calls, entry::Entry};
use crate::answer::{Answer, Call};
use crate::path::AT_FDCWD;
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::Errno;
use rustix::fs::AtFlags;

pub(super) const CALLS: Calls = &[("unlink", unlink), ("rmdir", rmdir), ("unlinkat", unlinkat)];

fn unlink(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let path = call.data().args[0];
    remove(worker, &call.target(), AT_FDCWD, path, AtFlags::empty())
}

fn rmdir(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let path = call.data().args[0];
    remove(worker, &call.target(), AT_FDCWD, path, AtFlags::REMOVEDIR)
}

fn unlinkat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, flags, ..] = call.data().args;
    let flags = flags as u32;
    if flags & !AtFlags::REMOVEDIR.bits() != 0 {
        return Err(Stop::Errno(Errno::EINVAL));
    }
    remove(worker, &call.target(), dirfd as i32, path, AtFlags::from_bits_retain(flags))
}

fn remove(
    worker: &Worker<'_>,
    target: &Target<'_>,
    dirfd: i32,
    path: u64,
    flags: AtFlags,
) -> Result<Answer, Stop> {
    let entry = Entry::name(worker, target, dirfd, path)?;
    if entry.kind().is_none() {
        return Err(Stop::Errno(Errno::ENOENT));
    }
    entry.may_write(worker, target)?;
    let _acting = worker.supervisor().act_as(target)?;
    let (folder, name) = entry.at();
    rustix::fs::unlinkat(folder, name, flags)?;
    Ok(Answer::value(0))
}
