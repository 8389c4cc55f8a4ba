//! open, openat, openat2, creat: the supervisor opens the file it judged and hands it over.

use super::Calls;
use crate::answer::{Answer, Call};
use crate::path::{How, Last, Place, Start, lexical, walk};
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::{Abi, Errno};
use callgate_policy::{Object, Operation, Via};
use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags, ResolveFlags};
use std::os::fd::{AsRawFd, BorrowedFd, OwnedFd};

pub(super) const CALLS: Calls = &[("open", open), ("creat", creat), ("openat", openat), ("openat2", openat2)];

/// How often a walk is repeated when somebody swaps a symlink in between the walk and the open.
const RETRIES: u32 = 64;
/// `VALID_OPEN_FLAGS` of `linux/fcntl.h`: open and openat ignore all others, openat2 refuses them.
const VALID_FLAGS: u32 = 0o3 // access mode
    | 0o100 | 0o200 | 0o400 | 0o1000 | 0o2000 | 0o4000 // CREAT EXCL NOCTTY TRUNC APPEND NONBLOCK
    | 0o10000 | 0o4000000 // DSYNC and the rest of SYNC
    | 0o20000 | 0o40000 | 0o100000 | 0o200000 | 0o400000 // ASYNC DIRECT LARGEFILE DIRECTORY NOFOLLOW
    | 0o1000000 | 0o2000000 | 0o10000000 | 0o20000000; // NOATIME CLOEXEC PATH TMPFILE
/// The flags that O_PATH leaves in force (`O_PATH_FLAGS`).
const PATH_FLAGS: u32 = 0o200000 | 0o400000 | 0o2000000 | 0o10000000;
/// `O_CREAT` and `__O_TMPFILE`: the flags that make the mode count.
const CREATING: u32 = 0o100 | 0o20000000;

/// What a call asks to open.
struct Request {
    dirfd: i32,
    path: Vec<u8>,
    flags: OFlags,
    mode: Mode,
    resolve: ResolveFlags,
}

fn open(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, flags, mode, ..] = call.data().args;
    serve(worker, &call.target(), crate::path::AT_FDCWD, path, flags as u32, mode as u32)
}

fn creat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, mode, ..] = call.data().args;
    let flags = (OFlags::CREATE | OFlags::WRONLY | OFlags::TRUNC).bits();
    serve(worker, &call.target(), crate::path::AT_FDCWD, path, flags, mode as u32)
}

fn openat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, flags, mode, ..] = call.data().args;
    serve(worker, &call.target(), dirfd as i32, path, flags as u32, mode as u32)
}

fn serve(
    worker: &Worker<'_>,
    target: &Target<'_>,
    dirfd: i32,
    path: u64,
    flags: u32,
    mode: u32,
) -> Result<Answer, Stop> {
    let mut flags = native_flags(target.abi(), flags) & VALID_FLAGS;
    if flags & OFlags::PATH.bits() != 0 {
        flags &= PATH_FLAGS;
    }
    let mode = if flags & CREATING != 0 { mode & 0o7777 } else { 0 };
    check_combination(flags)?;
    let request = Request {
        dirfd,
        path: target.string(path)?,
        flags: OFlags::from_bits_retain(flags),
        mode: Mode::from_bits_retain(mode),
        resolve: ResolveFlags::empty(),
    };
    perform(worker, target, &request)
}

/// The flag words of x86-64, i386 and the generic ABIs are the same; others differ in a few bits.
fn native_flags(_abi: Abi, flags: u32) -> u32 {
    flags
}

/// `struct open_how` of openat2(2), since 5.6.
const OPEN_HOW_SIZE: u64 = 24;
/// The kernel takes at most a page (`copy_struct_from_user`).
const PAGE: u64 = 4096;

fn openat2(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let target = call.target();
    let [dirfd, path, how, size, ..] = target.data().args;
    if size < OPEN_HOW_SIZE {
        return Err(Stop::Errno(Errno::EINVAL));
    }
    if size > PAGE {
        return Err(Stop::Errno(Errno::E2BIG));
    }
    let bytes = target.bytes(how, size as usize)?;
    let word = |at: usize| bytes[at..at + 8].try_into().map(u64::from_ne_bytes).unwrap_or_default();
    let (flags, mode, resolve) = (word(0), word(8), word(16));
    if bytes[OPEN_HOW_SIZE as usize..].iter().any(|byte| *byte != 0) {
        return Err(Stop::Errno(Errno::E2BIG));
    }
    check_how(flags, mode, resolve)?;
    check_combination(flags as u32)?;
    let resolve = ResolveFlags::from_bits_retain(resolve);
    if resolve.contains(ResolveFlags::CACHED) {
        // "Try without": what the kernel says whenever the answer is not at hand.
        return Err(Stop::Errno(Errno::EAGAIN));
    }
    if flags as u32 & OFlags::PATH.bits() != 0 {
        return Err(Stop::Refused(
            Errno::ENOSYS,
            "an O_PATH descriptor cannot be handed over (SECCOMP_IOCTL_NOTIF_ADDFD); openat(2) with O_PATH works",
        ));
    }
    let request = Request {
        dirfd: dirfd as i32,
        path: target.string(path)?,
        flags: OFlags::from_bits_retain(flags as u32),
        mode: Mode::from_bits_retain(mode as u32),
        resolve,
    };
    perform(worker, &target, &request)
}

/// openat2's own checks (`build_open_flags` of `fs/open.c`), in its order.
fn check_how(flags: u64, mode: u64, resolve: u64) -> Result<(), Stop> {
    const VALID_RESOLVE: u64 = 0x3f;
    let scoped = (ResolveFlags::BENEATH | ResolveFlags::IN_ROOT).bits();
    let creating = flags & u64::from(CREATING) != 0;
    let bad = flags & !u64::from(VALID_FLAGS) != 0
        || resolve & !VALID_RESOLVE != 0
        || resolve & scoped == scoped
        || (creating && mode & !0o7777 != 0)
        || (!creating && mode != 0)
        || (flags as u32 & OFlags::PATH.bits() != 0 && flags & !u64::from(PATH_FLAGS) != 0);
    if bad { Err(Stop::Errno(Errno::EINVAL)) } else { Ok(()) }
}

/// Combinations that are refused before any name is looked at (O_DIRECTORY with O_CREAT, O_TMPFILE
/// read-only): not by every kernel, so this one is asked, with a name that never exists.
fn check_combination(flags: u32) -> Result<(), Stop> {
    let folder_too = (OFlags::CREATE | OFlags::DIRECTORY).bits();
    if flags & folder_too != folder_too && flags & CREATING & !OFlags::CREATE.bits() == 0 {
        return Ok(());
    }
    match rustix::fs::openat(CWD, c"", OFlags::from_bits_retain(flags), Mode::empty()) {
        Err(rustix::io::Errno::INVAL) => Err(Stop::Errno(Errno::EINVAL)),
        _ => Ok(()),
    }
}

/// Whether the last component has a slash behind it, and is no `.` or `..`.
fn ends_with_slash(path: &[u8]) -> bool {
    let Some(end) = path.iter().rposition(|byte| *byte != b'/') else { return false };
    let start = path[..end].iter().rposition(|byte| *byte == b'/').map_or(0, |slash| slash + 1);
    end + 1 < path.len() && !matches!(&path[start..=end], b"." | b"..")
}

fn perform(worker: &Worker<'_>, target: &Target<'_>, request: &Request) -> Result<Answer, Stop> {
    match open_request(worker, target, request) {
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
        let place = locate(worker, target, request)?;
        match open_place(worker, target, request, place)? {
            Some(answer) => return Ok(answer),
            // A symlink came or went since the walk: walk again.
            None => target.check()?,
        }
    }
    Err(Stop::Errno(Errno::ELOOP))
}

/// The common case: an absolute path that the policy allows as it is written and that the kernel finds
/// free of symlinks costs one openat2.
fn shortcut(worker: &Worker<'_>, target: &Target<'_>, request: &Request) -> Result<Option<Answer>, Stop> {
    let supervisor = worker.supervisor();
    if !supervisor.own_root() || !request.resolve.is_empty() || supervisor.has_redirects() {
        return Ok(None);
    }
    if request.flags.contains(OFlags::CREATE) && request.path.ends_with(b"/") {
        return Ok(None);
    }
    let Some(plain) = lexical::plain(&request.path) else { return Ok(None) };
    if is_terminal_alias(&plain) {
        return Ok(None);
    }
    let operations = operations_of(request.flags, false);
    let object = Object::Path(plain.into_owned());
    if !supervisor.silently_allows(&operations, &object) {
        return Ok(None);
    }
    let acting = supervisor.act_as(target)?;
    let Object::Path(path) = object else { return Ok(None) };
    if request.flags.intersects(OFlags::CREATE | OFlags::TRUNC | OFlags::TMPFILE) {
        target.has_room()?;
        target.check()?;
        set_umask(target, request)?;
    }
    let call = || {
        let flags = request.flags | OFlags::NOCTTY;
        rustix::fs::openat2(CWD, path.as_slice(), flags, request.mode, ResolveFlags::NO_SYMLINKS)
    };
    let kind = kind_at(CWD, &path);
    let opened =
        if may_block(kind, request.flags) { worker.blocking(call) } else { call().map_err(Stop::from) };
    drop(acting);
    match opened {
        Ok(fd) => Ok(Some(hand_over(fd, request.flags, kind))),
        Err(Stop::Errno(Errno::ELOOP | Errno::EAGAIN)) => Ok(None),
        Err(stop) => Err(stop),
    }
}

/// Walks the request's path as the target would.
fn locate(worker: &Worker<'_>, target: &Target<'_>, request: &Request) -> Result<Place, Stop> {
    if request.path.is_empty() {
        // Before the folder is looked at, as natively.
        return Err(Stop::Errno(Errno::ENOENT));
    }
    let supervisor = worker.supervisor();
    let mut start = Start::of(target, request.dirfd, &request.path, supervisor.own_root())?;
    if request.resolve.contains(ResolveFlags::IN_ROOT) && start.base.is_none() {
        start.base = Some(Start::base_of(target, request.dirfd)?);
    }
    let exclusive = request.flags.contains(OFlags::CREATE | OFlags::EXCL);
    // No file is created under a name with a slash behind it, whatever is there (`open_last_lookups`).
    let never = request.flags.contains(OFlags::CREATE) && ends_with_slash(&request.path);
    let how = How {
        follow: !request.flags.contains(OFlags::NOFOLLOW) && !exclusive,
        parent: never,
        resolve: request.resolve,
    };
    let place = walk(start, &request.path, how, &|| supervisor.act_as(target))?;
    if never { Err(Stop::Errno(Errno::EISDIR)) } else { Ok(place) }
}

/// Judges a place and opens it. `None` when it changed meanwhile.
fn open_place(
    worker: &Worker<'_>,
    target: &Target<'_>,
    request: &Request,
    place: Place,
) -> Result<Option<Answer>, Stop> {
    let supervisor = worker.supervisor();
    let mut exists = place.exists();
    let creating = request.flags.contains(OFlags::CREATE);
    if !exists && !creating {
        // Names are free to look up: what does not exist is ENOENT, whatever the rules say of it.
        return Err(Stop::Errno(Errno::ENOENT));
    }
    let operations = operations_of(request.flags, exists);
    let mut place = place;
    let mut via = Via::Auto;
    if let Some(path) = place.path() {
        let redirect = supervisor.policy.redirect(path);
        if let Some((to, _)) = redirect {
            let from = Object::Path(path.to_vec());
            supervisor.judge_redirected(target, &operations, &request.path, &from)?;
            place = redirected(worker, target, request, &to)?;
            // What the call does is asked of the file that is used: it may have to be created.
            exists = place.exists();
            if !exists && !creating {
                return Err(Stop::Errno(Errno::ENOENT));
            }
            let object = Object::Path(place.path().map_or(to, <[u8]>::to_vec));
            let operations = operations_of(request.flags, exists);
            supervisor.judge_onto(target, &operations, &request.path, &from, &object)?;
        } else {
            let object = Object::Path(path.to_vec());
            via = supervisor.judge(target, &operations, &request.path, &object)?;
        }
    }
    let kind = place.kind();
    if creating && kind == Some(FileType::Directory) && !request.flags.contains(OFlags::EXCL) {
        return Err(Stop::Errno(Errno::EISDIR));
    }
    if request.flags.intersects(OFlags::CREATE | OFlags::TRUNC | OFlags::TMPFILE) {
        target.has_room()?;
    }
    target.check()?;
    let terminal = kind == Some(FileType::CharacterDevice) && place.path() == Some(b"/dev/tty");
    if terminal {
        own_terminal(target)?;
    }
    let acting = if via == Via::Supervisor { None } else { supervisor.act_as(target)? };
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
            let mode = if flags.bits() & CREATING == 0 { Mode::empty() } else { request.mode };
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
            let flags = (request.flags | OFlags::NOCTTY) - OFlags::CREATE - OFlags::NOFOLLOW;
            let link = format!("/proc/self/fd/{}", object.as_raw_fd());
            let call = || rustix::fs::openat(CWD, link.as_str(), flags, Mode::empty());
            if flags.contains(OFlags::NONBLOCK) { call().map_err(Stop::from) } else { worker.blocking(call) }
        }
    };
    drop(acting);
    opened.map(|fd| Some(hand_over(fd, request.flags, place.kind())))
}

/// The place a redirect leads to: written in the policy, found from the supervisor's root.
fn redirected(worker: &Worker<'_>, target: &Target<'_>, request: &Request, to: &[u8]) -> Result<Place, Stop> {
    let start = Start { base: None, root: Start::root(target, true)?, tid: target.tid() };
    let how = How {
        follow: !request.flags.contains(OFlags::NOFOLLOW),
        parent: false,
        resolve: ResolveFlags::NO_MAGICLINKS,
    };
    walk(start, to, how, &|| worker.supervisor().act_as(target))
}

/// Files that are only read are handed over the quick way: nobody waits for their last holder.
fn hand_over(fd: OwnedFd, flags: OFlags, kind: Option<FileType>) -> Answer {
    let cloexec = flags.contains(OFlags::CLOEXEC);
    let read_only = flags & OFlags::ACCMODE == OFlags::RDONLY;
    if read_only && matches!(kind, Some(FileType::RegularFile | FileType::Directory)) {
        Answer::fd_held_on(fd, cloexec)
    } else {
        Answer::fd(fd, cloexec)
    }
}

/// What an open does to its file. `exists` says that O_CREAT has nothing to create.
fn operations_of(flags: OFlags, exists: bool) -> Vec<Operation> {
    let access = flags.bits() & 0o3;
    let creates = flags.contains(OFlags::CREATE) && (!exists || flags.contains(OFlags::EXCL));
    let writes = access != 0 || creates || flags.intersects(OFlags::TRUNC);
    let mut operations = Vec::with_capacity(2);
    if access != 1 {
        operations.push(Operation::FsRead);
    }
    if writes {
        operations.push(Operation::FsWrite);
    }
    operations
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
    if request.flags.bits() & CREATING != 0 {
        callgate_sys::thread::set_umask(target.status()?.umask);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{check_how, operations_of};
    use callgate_policy::Operation::{FsRead, FsWrite};
    use rustix::fs::OFlags;

    #[test]
    fn what_an_open_does() {
        assert_eq!(operations_of(OFlags::RDONLY, true), [FsRead]);
        assert_eq!(operations_of(OFlags::WRONLY, true), [FsWrite]);
        assert_eq!(operations_of(OFlags::RDWR, true), [FsRead, FsWrite]);
        assert_eq!(operations_of(OFlags::CREATE, true), [FsRead], "nothing to create");
        assert_eq!(operations_of(OFlags::CREATE, false), [FsRead, FsWrite]);
        assert_eq!(operations_of(OFlags::TRUNC, true), [FsRead, FsWrite]);
        assert_eq!(operations_of(OFlags::from_bits_retain(3), true), [FsRead, FsWrite]);
    }

    #[test]
    fn slashes_at_the_end() {
        for path in ["a/", "a//", "/a/", "x/a/", "..a/", "a./"] {
            assert!(super::ends_with_slash(path.as_bytes()), "{path}");
        }
        for path in ["a", "/", "//", "", ".", "./", "../", "a/.", "a/./", "a/..//"] {
            assert!(!super::ends_with_slash(path.as_bytes()), "{path}");
        }
    }

    #[test]
    fn openat2_refuses_what_the_kernel_refuses() {
        assert!(check_how(0, 0, 0).is_ok());
        assert!(check_how(0, 0o644, 0).is_err(), "a mode without O_CREAT");
        assert!(check_how(0o100, 0o10000, 0).is_err(), "a mode out of range");
        assert!(check_how(1 << 40, 0, 0).is_err(), "an unknown flag");
        assert!(check_how(0, 0, 0x18).is_err(), "BENEATH and IN_ROOT");
        assert!(check_how(0, 0, 0x40).is_err(), "an unknown RESOLVE flag");
    }
}
