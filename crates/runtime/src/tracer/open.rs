//! Opens: judged here, performed by the target, by a resolved path in which the kernel follows no symlink.

use crate::opening::{Request, makes};
use crate::path::{AT_FDCWD, Last};
use crate::stop::Stop;
use crate::supervisor::Supervisor;
use crate::target::Target;
use callgate_abi::Errno;
use callgate_policy::Via;
use callgate_sys::layout::OpenHow;
use rustix::fs::{FileType, OFlags, ResolveFlags};

/// How an allowed open is performed.
pub(super) enum Opening {
    /// By openat2 of the target itself.
    Sealed(By),
    /// By the supervisor: the file has no name by which the target could open it, or not by its own rights.
    Diverted,
}

/// The arguments of an openat2.
pub(super) struct By {
    pub(super) dirfd: i32,
    pub(super) path: Vec<u8>,
    pub(super) how: OpenHow,
    /// Results that say that something else was found than was judged: then the call is looked at again …
    pub(super) again_at: [u16; 3],
    /// … for this time.
    pub(super) attempt: u32,
}

/// Judges an open. `attempt` counts the times that the same call came back.
pub(super) fn judge(supervisor: &Supervisor, target: &Target<'_>, attempt: u32) -> Result<Opening, Stop> {
    let Some(request) = Request::of(target)? else { return Err(Stop::Errno(Errno::ENOSYS)) };
    if request.flags.contains(OFlags::PATH) {
        // It reads and writes nothing, so only its flags matter.
        return Ok(Opening::Sealed(By {
            dirfd: request.dirfd,
            how: how(&request, request.flags, request.resolve),
            path: request.path,
            again_at: [0; 3],
            attempt: 0,
        }));
    }
    if attempt == 0
        && let Some(path) = request.plain_path(supervisor)
        && let Some(path) = request.silently_allowed(supervisor, path)
    {
        return Ok(Opening::Sealed(By {
            dirfd: AT_FDCWD,
            path,
            how: how(&request, request.flags, ResolveFlags::NO_SYMLINKS),
            again_at: [Errno::ELOOP.0, 0, 0],
            attempt: 1,
        }));
    }
    if attempt > 1 || !supervisor.own_root() {
        return Ok(Opening::Diverted);
    }
    match by_walking(supervisor, target, &request) {
        // Natively the number of the new descriptor comes first, and so does its want.
        Err(Stop::Errno(errno)) => target.has_room().and(Err(Stop::Errno(errno))),
        result => result,
    }
}

fn by_walking(supervisor: &Supervisor, target: &Target<'_>, request: &Request) -> Result<Opening, Stop> {
    let place = request.locate(supervisor, target)?;
    let permitted = request.judge(supervisor, target, place)?;
    let place = &permitted.place;
    let Some(path) = place.path().filter(|_| permitted.via != Via::Supervisor) else {
        return Ok(Opening::Diverted);
    };
    let mut path = path.to_vec();
    let mut flags = request.flags;
    match &place.last {
        Last::Object(_) => return Ok(Opening::Diverted),
        Last::Folder(_) => {}
        Last::Entry { kind, folder_wanted, .. } => {
            if *folder_wanted {
                path.push(b'/');
            }
            if kind.is_some() && !flags.contains(OFlags::EXCL) {
                // It was judged as existing: should it vanish now, nothing is to be created.
                flags -= OFlags::CREATE;
            }
        }
    }
    // The folders above the target's own, through which a relative path does not go, may be closed to it or gone.
    let mut again_at = [Errno::EACCES.0, Errno::ENOENT.0, Errno::ELOOP.0];
    if place.kind() == Some(FileType::Symlink) {
        // That it is one is what the program is told.
        again_at[2] = 0;
    }
    let how = how(request, flags, ResolveFlags::NO_SYMLINKS);
    Ok(Opening::Sealed(By { dirfd: AT_FDCWD, path, how, again_at, attempt: 2 }))
}

fn how(request: &Request, flags: OFlags, resolve: ResolveFlags) -> OpenHow {
    let mode = if makes(flags) { request.mode.bits() } else { 0 };
    OpenHow { flags: flags.bits().into(), mode: mode.into(), resolve: resolve.bits() }
}
