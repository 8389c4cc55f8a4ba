//! The links of /proc, which mean another thing to each reader.

use super::{Name, Viewer, name_of, pin};
use crate::stop::Stop;
use callgate_abi::Errno;
use rustix::fs::{Mode, OFlags, ResolveFlags};
use std::os::fd::{BorrowedFd, OwnedFd};

/// `PROC_SUPER_MAGIC` of `linux/magic.h`.
const PROC_SUPER_MAGIC: u64 = 0x9fa0;
/// `ST_NOSYMFOLLOW` of statfs(2), since 5.10.
const ST_NOSYMFOLLOW: u64 = 0x2000;
/// Inode of the root of a proc file system (`PROC_ROOT_INO`).
const PROC_ROOT_INO: u64 = 1;

/// What a symlink leads to.
pub(super) enum Link {
    /// This text, to be walked.
    Text(Vec<u8>),
    /// An object of this process, without any text: a magic link, still to be followed by [`magic`].
    Owned(u32),
    /// The object that one led to.
    Magic(OwnedFd),
}

/// Reads the symlink `link`, found as `name` in `folder`, as the thread `tid` would.
pub(super) fn read(
    link: BorrowedFd<'_>,
    folder: BorrowedFd<'_>,
    name: &[u8],
    tid: u32,
) -> Result<Link, Stop> {
    let filesystem = rustix::fs::fstatfs(link)?;
    if filesystem.f_flags as u64 & ST_NOSYMFOLLOW != 0 {
        return Err(Stop::Errno(Errno::ELOOP));
    }
    if filesystem.f_type as u64 == PROC_SUPER_MAGIC {
        if rustix::fs::fstat(folder)?.st_ino == PROC_ROOT_INO {
            match name {
                b"self" => return Ok(Link::Text(tgid(tid)?.to_string().into_bytes())),
                b"thread-self" => return Ok(Link::Text(format!("{}/task/{tid}", tgid(tid)?).into_bytes())),
                _ => {}
            }
        } else if is_magic(folder, name) {
            return owner(folder).map(Link::Owned);
        }
    }
    let text = rustix::fs::readlinkat(link, c"", Vec::with_capacity(256))?.into_bytes();
    if text.is_empty() { Err(Stop::Errno(Errno::ENOENT)) } else { Ok(Link::Text(text)) }
}

fn tgid(tid: u32) -> Result<u32, Stop> {
    crate::procfs::Status::of(tid).map(|status| status.tgid).map_err(|_| Stop::Gone)
}

/// The kernel refuses to pass a magic link under RESOLVE_NO_MAGICLINKS, and only that.
fn is_magic(folder: BorrowedFd<'_>, name: &[u8]) -> bool {
    if pin::is_supervised() {
        let holds = |path: &[u8]| [&b"/fd"[..], b"/ns", b"/map_files"].iter().any(|end| path.ends_with(end));
        return matches!(name, b"cwd" | b"root" | b"exe")
            || matches!(name_of(folder), Ok(Name::Path(path)) if holds(&path));
    }
    let flags = OFlags::PATH | OFlags::CLOEXEC;
    let opened = rustix::fs::openat2(folder, name, flags, Mode::empty(), ResolveFlags::NO_MAGICLINKS);
    // EACCES: a link of a process that this thread may not look into; texts in /proc are free to all.
    matches!(opened, Err(rustix::io::Errno::LOOP | rustix::io::Errno::ACCESS))
}

/// The process a magic link belongs to, which the folder's name in /proc says.
fn owner(folder: BorrowedFd<'_>) -> Result<u32, Stop> {
    let owner = match name_of(folder)? {
        Name::Path(path) => process_in(&path),
        Name::Anonymous => None,
    };
    owner.ok_or(Stop::Errno(Errno::EACCES))
}

fn process_in(path: &[u8]) -> Option<u32> {
    path.split(|byte| *byte == b'/').find_map(process_id)
}

/// What a symlink says to the thread `tid` whose root is at `root`, as readlink(2) gives it. `link` is open itself
/// (`O_PATH` and `O_NOFOLLOW`); ENOENT when it is something else.
pub fn link_text(
    link: BorrowedFd<'_>,
    tid: u32,
    root: Option<&[u8]>,
    viewer: &dyn Viewer,
) -> Result<Vec<u8>, Stop> {
    let read =
        || rustix::fs::readlinkat(link, c"", Vec::with_capacity(256)).map(std::ffi::CString::into_bytes);
    let path = match name_of(link)? {
        Name::Path(path) if rustix::fs::fstatfs(link)?.f_type as u64 == PROC_SUPER_MAGIC => path,
        _ => {
            let _acting = viewer.enter()?;
            return Ok(read()?);
        }
    };
    let own = std::process::id().to_string();
    let Some(owner) = process_in(&path) else {
        let _acting = viewer.enter()?;
        let text = read()?;
        // What the links self and thread-self say depends on who asks.
        return match text.strip_prefix(own.as_bytes()) {
            Some(b"") => Ok(tgid(tid)?.to_string().into_bytes()),
            Some(rest) if rest.starts_with(b"/task/") => {
                Ok(format!("{}/task/{tid}", tgid(tid)?).into_bytes())
            }
            _ => Ok(text),
        };
    };
    // The target may always look at its own, the supervisor by its own right to look into it.
    let _acting = if is_own(owner, tid)? { None } else { viewer.enter()? };
    let text = read()?;
    Ok(match root.and_then(|root| text.strip_prefix(root)) {
        Some(b"") => b"/".to_vec(),
        Some(beneath) if beneath[0] == b'/' => beneath.to_vec(),
        _ => text,
    })
}

/// Whether a process is the thread's own.
pub(super) fn is_own(owner: u32, tid: u32) -> Result<bool, Stop> {
    Ok(owner == tid || owner == tgid(tid)?)
}

/// Whether `folder` lies in /proc, in the folder of the thread's own process.
pub(super) fn is_own_folder(folder: BorrowedFd<'_>, tid: u32) -> Result<bool, Stop> {
    if rustix::fs::fstatfs(folder)?.f_type as u64 != PROC_SUPER_MAGIC {
        return Ok(false);
    }
    is_own(owner(folder)?, tid)
}

/// Follows a magic link. That of a process outside the run leads out of every rule and is refused.
pub(super) fn magic(folder: BorrowedFd<'_>, name: &[u8], owner: u32, tid: u32) -> Result<OwnedFd, Stop> {
    if !is_own(owner, tid)? && !crate::tree::is_descendant(owner) {
        return Err(Stop::Refused(
            Errno::EACCES,
            "links in /proc of a process outside the run lead past every rule",
        ));
    }
    let flags = OFlags::PATH | OFlags::CLOEXEC;
    // `folder` pins the process: were its id reused, the open would answer ENOENT or ESRCH.
    Ok(rustix::fs::openat(folder, name, flags, Mode::empty())?)
}

fn process_id(component: &[u8]) -> Option<u32> {
    std::str::from_utf8(component).ok().filter(|text| !text.starts_with('+'))?.parse().ok()
}
