//! What an open asks for and whether it may: what all engines share of open, openat, openat2 and creat.

use crate::path::{AT_FDCWD, How, Name, Place, Start, lexical, name_of, walk};
use crate::stop::Stop;
use crate::supervisor::Supervisor;
use crate::target::Target;
use crate::view::{Rights, View};
use callgate_abi::{Abi, Errno, Sysno};
use callgate_policy::{Object, Operation, Via};
use rustix::fs::{CWD, FileType, Mode, OFlags, ResolveFlags};
use std::os::fd::{AsFd, OwnedFd};

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
/// `struct open_how` of openat2(2), since 5.6.
const OPEN_HOW_SIZE: u64 = 24;
/// The kernel takes at most a page (`copy_struct_from_user`).
const PAGE: u64 = 4096;

/// What a call asks to open.
pub(crate) struct Request {
    /// Where a relative path begins.
    pub(crate) dirfd: i32,
    /// The path as given.
    pub(crate) path: Vec<u8>,
    /// Only flags that open(2) knows.
    pub(crate) flags: OFlags,
    /// Empty where nothing can be created.
    pub(crate) mode: Mode,
    /// openat2's `RESOLVE_*`.
    pub(crate) resolve: ResolveFlags,
}

/// A place that may be opened.
pub(crate) struct Permitted {
    /// Where; for a redirected open, where it leads to.
    pub(crate) place: Place,
    /// Who opens it.
    pub(crate) via: Via,
}

impl Request {
    /// What the target's call asks for; its errors are the kernel's own, in its order. `None` when it is another call.
    pub(crate) fn of(target: &Target<'_>) -> Result<Option<Request>, Stop> {
        let data = target.data();
        let [first, second, third, fourth, ..] = data.args;
        let request = match (Sysno { abi: target.abi(), nr: data.nr as u32 }).name() {
            Some("open") => Request::plain_call(target, AT_FDCWD, first, second as u32, third as u32)?,
            Some("creat") => {
                let flags = (OFlags::CREATE | OFlags::WRONLY | OFlags::TRUNC).bits();
                Request::plain_call(target, AT_FDCWD, first, flags, second as u32)?
            }
            Some("openat") => Request::plain_call(target, first as i32, second, third as u32, fourth as u32)?,
            Some("openat2") => Request::with_how(target, first as i32, second, third, fourth)?,
            _ => return Ok(None),
        };
        Ok(Some(request))
    }

    fn plain_call(
        target: &Target<'_>,
        dirfd: i32,
        path: u64,
        flags: u32,
        mode: u32,
    ) -> Result<Request, Stop> {
        let mut flags = native_flags(target.abi(), flags) & VALID_FLAGS;
        if flags & OFlags::PATH.bits() != 0 {
            flags &= PATH_FLAGS;
        }
        let mode = if flags & CREATING != 0 { mode & 0o7777 } else { 0 };
        check_combination(flags)?;
        Ok(Request {
            dirfd,
            path: target.string(path)?,
            flags: OFlags::from_bits_retain(flags),
            mode: Mode::from_bits_retain(mode),
            resolve: ResolveFlags::empty(),
        })
    }

    fn with_how(target: &Target<'_>, dirfd: i32, path: u64, how: u64, size: u64) -> Result<Request, Stop> {
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
        Ok(Request {
            dirfd,
            path: target.string(path)?,
            flags: OFlags::from_bits_retain(flags as u32),
            mode: Mode::from_bits_retain(mode as u32),
            resolve,
        })
    }

    /// The path folded, where it can be judged as it is written, provided that the kernel finds no symlink in it.
    pub(crate) fn plain_path(&self, supervisor: &Supervisor) -> Option<Vec<u8>> {
        if self.must_walk(supervisor) || (self.flags.contains(OFlags::CREATE) && self.path.ends_with(b"/")) {
            return None;
        }
        lexical::plain(&self.path).map(std::borrow::Cow::into_owned)
    }

    /// Of a relative path the folder where it begins, pinned, and what it names there, likewise.
    pub(crate) fn plain_below(
        &self,
        supervisor: &Supervisor,
        target: &Target<'_>,
    ) -> Result<Option<(OwnedFd, Vec<u8>)>, Stop> {
        if self.must_walk(supervisor) || !lexical::is_plain_below(&self.path) {
            return Ok(None);
        }
        let folder = Start::base_of(target, self.dirfd)?;
        Ok(match name_of(folder.as_fd())? {
            Name::Path(name) => Some((folder, lexical::below(&name, &self.path))),
            Name::Anonymous => None,
        })
    }

    fn must_walk(&self, supervisor: &Supervisor) -> bool {
        !supervisor.own_root() || !self.resolve.is_empty() || supervisor.has_redirects()
    }

    /// Whether the open is allowed at such a path, with nothing to report and in the ordinary way.
    pub(crate) fn silently_allowed(&self, supervisor: &Supervisor, path: Vec<u8>) -> Option<Vec<u8>> {
        let object = Object::Path(path);
        if !supervisor.silently_allows(&operations_of(self.flags, false), &object) {
            return None;
        }
        let Object::Path(path) = object else { return None };
        Some(path)
    }

    /// Walks the path as the target would.
    pub(crate) fn locate(&self, supervisor: &Supervisor, target: &Target<'_>) -> Result<Place, Stop> {
        if self.path.is_empty() {
            // Before the folder is looked at, as natively.
            return Err(Stop::Errno(Errno::ENOENT));
        }
        let mut start = Start::of(target, self.dirfd, &self.path, supervisor.own_root())?;
        if self.resolve.contains(ResolveFlags::IN_ROOT) && start.base.is_none() {
            start.base = Some(Start::base_of(target, self.dirfd)?);
        }
        let exclusive = self.flags.contains(OFlags::CREATE | OFlags::EXCL);
        // No file is created under a name with a slash behind it, whatever is there (`open_last_lookups`).
        let never = self.flags.contains(OFlags::CREATE) && ends_with_slash(&self.path);
        let how = How {
            follow: !self.flags.contains(OFlags::NOFOLLOW) && !exclusive,
            parent: never,
            resolve: self.resolve,
        };
        let view = View::new(supervisor, target, &self.path, Rights::Effective);
        let place = walk(start, &self.path, how, &view)?;
        if never { Err(Stop::Errno(Errno::EISDIR)) } else { Ok(place) }
    }

    /// Judges a place, or the one that a redirect leads to instead.
    pub(crate) fn judge(
        &self,
        supervisor: &Supervisor,
        target: &Target<'_>,
        place: Place,
    ) -> Result<Permitted, Stop> {
        let mut place = place;
        let creating = self.flags.contains(OFlags::CREATE);
        if !place.exists() && !creating {
            // Names are free to look up: what does not exist is ENOENT, whatever the rules say of it.
            return Err(Stop::Errno(Errno::ENOENT));
        }
        let operations = operations_of(self.flags, place.exists());
        let mut via = Via::Auto;
        if let Some(path) = place.path() {
            if let Some((to, _)) = supervisor.policy.redirect(path) {
                let from = Object::Path(path.to_vec());
                supervisor.judge_redirected(target, &operations, &self.path, &from)?;
                place = self.redirected(supervisor, target, &to)?;
                // What the call does is asked of the file that is used: it may have to be created.
                if !place.exists() && !creating {
                    return Err(Stop::Errno(Errno::ENOENT));
                }
                let object = Object::Path(place.path().map_or(to, <[u8]>::to_vec));
                let operations = operations_of(self.flags, place.exists());
                supervisor.judge_onto(target, &operations, &self.path, &from, &object)?;
            } else {
                let object = Object::Path(path.to_vec());
                via = supervisor.judge(target, &operations, &self.path, &object)?;
            }
        }
        if creating && place.kind() == Some(FileType::Directory) && !self.flags.contains(OFlags::EXCL) {
            return Err(Stop::Errno(Errno::EISDIR));
        }
        Ok(Permitted { place, via })
    }

    /// The place a redirect leads to: written in the policy, found from the supervisor's root.
    fn redirected(&self, supervisor: &Supervisor, target: &Target<'_>, to: &[u8]) -> Result<Place, Stop> {
        let start = Start { base: None, root: Start::root(target, true)?, tid: target.tid() };
        let how = How {
            follow: !self.flags.contains(OFlags::NOFOLLOW),
            parent: false,
            resolve: ResolveFlags::NO_MAGICLINKS,
        };
        walk(start, to, how, &View::new(supervisor, target, to, Rights::Effective))
    }
}

/// Whether flags make the mode count.
pub(crate) fn makes(flags: OFlags) -> bool {
    flags.bits() & CREATING != 0
}

/// The flag words of x86-64, i386 and the generic ABIs are the same; others differ in a few bits.
fn native_flags(_abi: Abi, flags: u32) -> u32 {
    flags
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
