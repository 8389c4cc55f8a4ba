//! mkdir, mknod, symlink and their at forms.

use super::{Calls, entry::Entry};
use crate::answer::{Answer, Call};
use crate::path::AT_FDCWD;
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::Errno;
use rustix::fs::{FileType, Mode};

pub(super) const CALLS: Calls = &[
    ("mkdir", mkdir),
    ("mkdirat", mkdirat),
    ("mknod", mknod),
    ("mknodat", mknodat),
    ("symlink", symlink),
    ("symlinkat", symlinkat),
];

fn mkdir(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, mode, ..] = call.data().args;
    make_folder(worker, &call.target(), AT_FDCWD, path, mode as u32)
}

fn mkdirat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, mode, ..] = call.data().args;
    make_folder(worker, &call.target(), dirfd as i32, path, mode as u32)
}

fn mknod(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, mode, device, ..] = call.data().args;
    make_node(worker, &call.target(), AT_FDCWD, path, mode as u32, device as u32)
}

fn mknodat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, mode, device, ..] = call.data().args;
    make_node(worker, &call.target(), dirfd as i32, path, mode as u32, device as u32)
}

fn symlink(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [text, path, ..] = call.data().args;
    make_symlink(worker, &call.target(), text, AT_FDCWD, path)
}

fn symlinkat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [text, dirfd, path, ..] = call.data().args;
    make_symlink(worker, &call.target(), text, dirfd as i32, path)
}

/// The new name, judged. What exists already is EEXIST whatever the rules say of it, as `mkdir -p` needs.
pub(super) fn new_name(
    worker: &Worker<'_>,
    target: &Target<'_>,
    dirfd: i32,
    path: u64,
) -> Result<Entry, Stop> {
    let entry = Entry::name(worker, target, dirfd, path)?;
    if entry.exists() {
        return Err(Stop::Errno(Errno::EEXIST));
    }
    entry.may_write(worker, target)?;
    Ok(entry)
}

fn make_folder(
    worker: &Worker<'_>,
    target: &Target<'_>,
    dirfd: i32,
    path: u64,
    mode: u32,
) -> Result<Answer, Stop> {
    let entry = new_name(worker, target, dirfd, path)?;
    let _acting = worker.supervisor().act_as(target)?;
    callgate_sys::thread::set_umask(target.umask()?);
    let (folder, name) = entry.at();
    rustix::fs::mkdirat(folder, name, Mode::from_bits_retain(mode))?;
    Ok(Answer::value(0))
}

fn make_node(
    worker: &Worker<'_>,
    target: &Target<'_>,
    dirfd: i32,
    path: u64,
    mode: u32,
    device: u32,
) -> Result<Answer, Stop> {
    const S_IFMT: u32 = 0o170_000;
    // The kernel looks at the type before the name (`may_mknod`).
    let kind = match mode & S_IFMT {
        0 => FileType::RegularFile,
        kind => match FileType::from_raw_mode(kind) {
            FileType::Directory => return Err(Stop::Errno(Errno::EPERM)),
            FileType::Symlink | FileType::Unknown => return Err(Stop::Errno(Errno::EINVAL)),
            kind => kind,
        },
    };
    let entry = new_name(worker, target, dirfd, path)?;
    let _acting = worker.supervisor().act_as(target)?;
    callgate_sys::thread::set_umask(target.umask()?);
    let (folder, name) = entry.at();
    let mode = Mode::from_bits_retain(mode & !S_IFMT);
    rustix::fs::mknodat(folder, name, kind, mode, device_number(device))?;
    Ok(Answer::value(0))
}

/// The kernel's 32-bit device number (`new_decode_dev`) as the 64-bit one of the C library.
fn device_number(device: u32) -> u64 {
    let major = (device & 0xfff00) >> 8;
    let minor = (device & 0xff) | ((device >> 12) & 0xfff00);
    rustix::fs::makedev(major, minor)
}

fn make_symlink(
    worker: &Worker<'_>,
    target: &Target<'_>,
    text: u64,
    dirfd: i32,
    path: u64,
) -> Result<Answer, Stop> {
    let text = target.string(text)?;
    if text.is_empty() {
        return Err(Stop::Errno(Errno::ENOENT));
    }
    let entry = new_name(worker, target, dirfd, path)?;
    let _acting = worker.supervisor().act_as(target)?;
    let (folder, name) = entry.at();
    rustix::fs::symlinkat(text.as_slice(), folder, name)?;
    Ok(Answer::value(0))
}
