//! stat and its kin by name, notified where names are hidden.

use super::Calls;
use super::entry::Entry;
use super::layouts::Stat;
use crate::answer::{Answer, Call};
use crate::path::AT_FDCWD;
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::{Abi, Errno};
use callgate_sys::stat as kernel;
use rustix::fs::{AtFlags, CWD, Mode, OFlags};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};

pub(super) const CALLS: Calls = &[
    ("stat", stat),
    ("lstat", lstat),
    ("newfstatat", newfstatat),
    ("stat64", stat64),
    ("lstat64", lstat64),
    ("fstatat64", fstatat64),
    ("statx", statx),
];

/// What is asked for, and how it goes into the target's memory.
#[derive(Debug, Clone, Copy)]
enum Form {
    /// The ABI's own `struct stat`.
    Plain,
    /// `struct stat64` of 32-bit ABIs.
    Large,
    /// `struct statx` with these members.
    Extended { mask: u32 },
}

/// One call.
struct Request {
    dirfd: i32,
    path: u64,
    flags: u32,
    form: Form,
    /// Where the answer goes.
    to: u64,
}

fn stat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    by_path(worker, call, AtFlags::empty(), Form::Plain)
}

fn lstat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    by_path(worker, call, AtFlags::SYMLINK_NOFOLLOW, Form::Plain)
}

fn stat64(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    by_path(worker, call, AtFlags::empty(), Form::Large)
}

fn lstat64(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    by_path(worker, call, AtFlags::SYMLINK_NOFOLLOW, Form::Large)
}

fn by_path(worker: &Worker<'_>, call: Call<'_>, flags: AtFlags, form: Form) -> Result<Answer, Stop> {
    let [path, to, ..] = call.data().args;
    let request = Request { dirfd: AT_FDCWD, path, flags: flags.bits(), form, to };
    serve(worker, &call.target(), &request)
}

fn newfstatat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    by_folder(worker, call, Form::Plain)
}

fn fstatat64(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    by_folder(worker, call, Form::Large)
}

fn by_folder(worker: &Worker<'_>, call: Call<'_>, form: Form) -> Result<Answer, Stop> {
    let [dirfd, path, to, flags, ..] = call.data().args;
    let request = Request { dirfd: dirfd as i32, path, flags: flags as u32, form, to };
    serve(worker, &call.target(), &request)
}

fn statx(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, flags, mask, to, ..] = call.data().args;
    let form = Form::Extended { mask: mask as u32 };
    let request = Request { dirfd: dirfd as i32, path, flags: flags as u32, form, to };
    serve(worker, &call.target(), &request)
}

fn serve(worker: &Worker<'_>, target: &Target<'_>, request: &Request) -> Result<Answer, Stop> {
    let Request { dirfd, path, flags, form, .. } = *request;
    let empty_allowed = flags & AtFlags::EMPTY_PATH.bits() != 0;
    if empty_allowed && path == 0 {
        return by_descriptor(target, request, None);
    }
    let given = target.string(path);
    if empty_allowed && given == Ok(Vec::new()) {
        return by_descriptor(target, request, Some(b""));
    }
    // Flags are looked at before the name, even one that could not be read.
    form.ask(CWD, Some(b"/"), flags)?;
    given?;
    let follow = flags & AtFlags::SYMLINK_NOFOLLOW.bits() == 0;
    let entry = Entry::file(worker, target, dirfd, path, follow)?;
    if entry.kind().is_none() {
        return Err(Stop::Errno(Errno::ENOENT));
    }
    let acting = worker.supervisor().act_as(target)?;
    let (folder, name, more) = entry.here();
    let found = form.ask(folder, Some(name), flags | more)?;
    drop(acting);
    hand_back(target, request, &found)
}

/// Of a file that the target has open, or of its current folder: nothing that could be hidden is named.
fn by_descriptor(target: &Target<'_>, request: &Request, path: Option<&[u8]>) -> Result<Answer, Stop> {
    let file = if request.dirfd == AT_FDCWD {
        request.form.ask(CWD, path, request.flags)?;
        target.cwd()?
    } else {
        match target.descriptor(request.dirfd) {
            Ok(file) => file,
            Err(Stop::Errno(Errno::EBADF)) => {
                request.form.ask(root()?.as_fd(), path, request.flags)?;
                return Err(Stop::Errno(Errno::EBADF));
            }
            Err(stop) => return Err(stop),
        }
    };
    let found = request.form.ask(file.as_fd(), path, request.flags)?;
    hand_back(target, request, &found)
}

/// Something to ask the kernel about when only its opinion of the other arguments matters.
fn root() -> Result<OwnedFd, Stop> {
    Ok(rustix::fs::openat(CWD, c"/", OFlags::PATH | OFlags::CLOEXEC, Mode::empty())?)
}

/// What the kernel said.
enum Found {
    Stat([u8; kernel::STAT]),
    Extended([u8; kernel::STATX]),
}

impl Form {
    fn ask(self, folder: BorrowedFd<'_>, path: Option<&[u8]>, flags: u32) -> Result<Found, Errno> {
        match self {
            Form::Plain | Form::Large => kernel::stat(folder, path, flags).map(Found::Stat),
            Form::Extended { mask } => kernel::statx(folder, path, flags, mask).map(Found::Extended),
        }
    }
}

fn hand_back(target: &Target<'_>, request: &Request, found: &Found) -> Result<Answer, Stop> {
    // x32 has the native one.
    let wide = target.abi() != Abi::I386;
    match (found, request.form) {
        (Found::Extended(bytes), _) => target.write(request.to, bytes)?,
        (Found::Stat(bytes), Form::Large) => {
            for (at, piece) in Stat::decode(bytes).compat64() {
                target.write(request.to.wrapping_add(at), &piece)?;
            }
        }
        (Found::Stat(bytes), _) if wide => target.write(request.to, bytes)?,
        (Found::Stat(bytes), _) => target.write(request.to, &Stat::decode(bytes).compat()?)?,
    }
    Ok(Answer::value(0))
}
