//! open, openat, openat2, creat: the supervisor opens the file it judged and hands it over.

use super::Calls;
use crate::answer::{Answer, Call};
use crate::opening::{Permitted, Request, makes};
use crate::path::Last;
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::Errno;
use callgate_policy::Via;
use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags, ResolveFlags};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd};

pub(super) const CALLS: Calls = &[("open", open), ("creat", open), ("openat", open), ("openat2", open)];

/// How often a walk is repeated when somebody swaps a symlink in between the walk and the open.
const RETRIES: u32 = 64;

fn open(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let target = call.target();
    let request = Request::of(&target)?.ok_or(Stop::Errno(Errno::ENOSYS))?;
    if request.flags.contains(OFlags::PATH) {
        return Err(Stop::Refused(
            Errno::ENOSYS,
            "an O_PATH descriptor cannot be handed over (SECCOMP_IOCTL_NOTIF_ADDFD); openat(2) with O_PATH works",
        ));
    }
    match open_request(worker, &target, &request) {
        // Natively the number of the new descriptor comes first, and so does its want.
        Err(Stop::Errno(errno)) => target.has_room().and(Err(Stop::Errno(errno))),
        result => result,
    }
}

fn open_request(worker: &Worker<'_>, target: &Target<'_>, request: &Request) -> Result<Answer, Stop> {
    if let Some(answer) = shortcut(worker, target, request)? {
        return Ok(answer);
    }
    for _ in 0..RETRIES {
        let place = request.locate(worker.supervisor(), target)?;
        let permitted = request.judge(worker.supervisor(), target, place)?;
        match open_place(worker, target, request, &permitted)? {
            Some(answer) => return Ok(answer),
            // A symlink came or went since the walk: walk again.
            None => target.check()?,
        }
    }
    Err(Stop::Errno(Errno::ELOOP))
}

/// The common case: a path that the policy allows as it is written, and that the kernel finds free of symlinks,
/// costs one openat2.
fn shortcut(worker: &Worker<'_>, target: &Target<'_>, request: &Request) -> Result<Option<Answer>, Stop> {
    let supervisor = worker.supervisor();
    let plain = match request.plain_path(supervisor) {
        Some(path) => Some((None, path)),
        None => request.plain_below(supervisor, target)?.map(|(folder, path)| (Some(folder), path)),
    };
    let Some((folder, name)) = plain.filter(|(_, name)| !is_terminal_alias(name)) else { return Ok(None) };
    let Some(name) = request.silently_allowed(supervisor, name) else { return Ok(None) };
    let acting = supervisor.act_as(target)?;
    if request.flags.intersects(OFlags::CREATE | OFlags::TRUNC | OFlags::TMPFILE) {
        target.has_room()?;
        set_umask(target, request)?;
    }
    target.check()?;
    let (folder, path) = match &folder {
        Some(folder) => (folder.as_fd(), request.path.as_slice()),
        None => (CWD, name.as_slice()),
    };
    let call = || {
        let flags = request.flags | OFlags::NOCTTY;
        rustix::fs::openat2(folder, path, flags, request.mode, ResolveFlags::NO_SYMLINKS)
    };
    // What is made anew blocks nobody.
    let is_new = request.flags.contains(OFlags::CREATE | OFlags::EXCL);
    let blocks = !is_new && may_block(kind_at(folder, path), request.flags);
    let opened = if blocks { worker.blocking(call) } else { call().map_err(Stop::from) };
    drop(acting);
    match opened {
        Ok(fd) => Ok(Some(Answer::fd(fd, request.flags.contains(OFlags::CLOEXEC)))),
        Err(Stop::Errno(Errno::ELOOP | Errno::EAGAIN)) => Ok(None),
        Err(stop) => Err(stop),
    }
}

/// Opens a place that was judged. `None` when it changed meanwhile.
fn open_place(
    worker: &Worker<'_>,
    target: &Target<'_>,
    request: &Request,
    Permitted { place, via }: &Permitted,
) -> Result<Option<Answer>, Stop> {
    let supervisor = worker.supervisor();
    let creating = request.flags.contains(OFlags::CREATE);
    if request.flags.intersects(OFlags::CREATE | OFlags::TRUNC | OFlags::TMPFILE) {
        target.has_room()?;
    }
    target.check()?;
    let terminal = place.kind() == Some(FileType::CharacterDevice) && place.path() == Some(b"/dev/tty");
    if terminal {
        own_terminal(target)?;
    }
    let acting = if *via == Via::Supervisor { None } else { supervisor.act_as(target)? };
    set_umask(target, request)?;
    let opened = match &place.last {
        Last::Entry { parent, name, kind, folder_wanted } => {
            let mut name = name.clone();
            if *folder_wanted {
                name.push(b'/');
            }
            let mut flags = request.flags | OFlags::NOCTTY;
            if kind.is_some() && !request.flags.contains(OFlags::EXCL) {
                // It was judged as existing: should it vanish now, nothing is to be created.
                flags -= OFlags::CREATE;
            }
            let mode = if makes(flags) { request.mode } else { Mode::empty() };
            let call =
                || rustix::fs::openat2(parent, name.as_slice(), flags, mode, ResolveFlags::NO_SYMLINKS);
            let blocks = may_block(*kind, flags);
            let opened = if blocks { worker.blocking(call) } else { call().map_err(Stop::from) };
            match opened {
                Err(Stop::Errno(Errno::ELOOP)) if *kind != Some(FileType::Symlink) => return Ok(None),
                Err(Stop::Errno(Errno::ENOENT)) if creating && kind.is_some() => return Ok(None),
                Err(Stop::Errno(Errno::EAGAIN)) if !flags.contains(OFlags::NONBLOCK) => return Ok(None),
                other => other,
            }
        }
        Last::Folder(folder) => {
            let flags = request.flags | OFlags::NOCTTY;
            rustix::fs::openat2(folder, c".", flags, request.mode, ResolveFlags::empty()).map_err(Stop::from)
        }
        Last::Object(object) => {
            let flags = (request.flags | OFlags::NOCTTY) - OFlags::CREATE;
            // A link that was followed with O_NOFOLLOW had a slash behind it.
            let slash = if flags.contains(OFlags::NOFOLLOW) { "/" } else { "" };
            let link = format!("/proc/self/fd/{}{slash}", object.as_raw_fd());
            let call = || rustix::fs::openat(CWD, link.as_str(), flags, request.mode);
            if may_block(place.kind(), flags) { worker.blocking(call) } else { call().map_err(Stop::from) }
        }
    };
    drop(acting);
    opened.map(|fd| Some(Answer::fd(fd, request.flags.contains(OFlags::CLOEXEC))))
}

/// What `path` names now, if anything.
fn kind_at(folder: BorrowedFd<'_>, path: &[u8]) -> Option<FileType> {
    let stat = rustix::fs::statat(folder, path, AtFlags::SYMLINK_NOFOLLOW).ok()?;
    Some(FileType::from_raw_mode(stat.st_mode))
}

/// Whether opening such a file may wait for somebody. A wrong guess is mended by the watchdog.
fn may_block(kind: Option<FileType>, flags: OFlags) -> bool {
    !flags.contains(OFlags::NONBLOCK)
        && kind.is_some_and(|kind| {
            !matches!(kind, FileType::RegularFile | FileType::Directory | FileType::Symlink)
        })
}

fn is_terminal_alias(path: &[u8]) -> bool {
    path == b"/dev/tty"
}

/// /dev/tty is the controlling terminal of whoever opens it: the supervisor may only stand in for a
/// target of its own session.
fn own_terminal(target: &Target<'_>) -> Result<(), Stop> {
    let theirs = crate::procfs::terminal(target.tid());
    target.check()?;
    if theirs == 0 {
        return Err(Stop::Errno(Errno::ENXIO));
    }
    if theirs == crate::procfs::terminal(std::process::id()) {
        return Ok(());
    }
    Err(Stop::Refused(
        Errno::ENXIO,
        "/dev/tty of another session than the supervisor's cannot be opened for it",
    ))
}

/// Created modes are the target's: the worker has a umask of its own and takes the target's for this call.
fn set_umask(target: &Target<'_>, request: &Request) -> Result<(), Stop> {
    if makes(request.flags) {
        callgate_sys::thread::set_umask(target.umask()?);
    }
    Ok(())
}
