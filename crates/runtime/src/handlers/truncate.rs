//! truncate.

use super::{Calls, entry::Entry};
use crate::answer::{Answer, Call};
use crate::path::AT_FDCWD;
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::Errno;
use rustix::fs::FileType;

pub(super) const CALLS: Calls = &[("truncate", truncate), ("truncate64", truncate64)];

fn truncate(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, length, ..] = call.data().args;
    // `long`: 32 bits on a 32-bit ABI.
    let length = if call.abi().word_bits() == 32 { i64::from(length as i32) } else { length as i64 };
    perform(worker, &call.target(), path, length)
}

/// i386: the length comes in two registers.
fn truncate64(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, low, high, ..] = call.data().args;
    let length = (u64::from(high as u32) << 32 | u64::from(low as u32)) as i64;
    perform(worker, &call.target(), path, length)
}

fn perform(worker: &Worker<'_>, target: &Target<'_>, path: u64, length: i64) -> Result<Answer, Stop> {
    if length < 0 {
        return Err(Stop::Errno(Errno::EINVAL));
    }
    let entry = Entry::file(worker, target, AT_FDCWD, path, true)?;
    match entry.kind() {
        None => return Err(Stop::Errno(Errno::ENOENT)),
        Some(FileType::Directory) => return Err(Stop::Errno(Errno::EISDIR)),
        Some(FileType::RegularFile | FileType::Unknown) => {}
        Some(_) => return Err(Stop::Errno(Errno::EINVAL)),
    }
    entry.may_write(worker, target)?;
    let _acting = worker.supervisor().act_as(target)?;
    // The walk followed every symlink: one that is there now was swapped in (ELOOP).
    let pinned = entry.pin(true)?;
    callgate_sys::file::truncate(&super::entry::reach(&pinned), length)?;
    Ok(Answer::value(0))
}
