//! chdir of a redirected folder.

use crate::path::{AT_FDCWD, How, Start, walk};
use crate::stop::Stop;
use crate::supervisor::Supervisor;
use crate::target::Target;
use crate::view::{Rights, View};
use callgate_abi::Errno;
use rustix::fs::ResolveFlags;

/// Where a chdir leads instead; `None` when it goes where it was going. Entering folders is free, so nothing is judged,
/// and a path that changes meanwhile does no harm.
pub(super) fn redirected(supervisor: &Supervisor, target: &Target<'_>) -> Result<Option<Vec<u8>>, Stop> {
    let given = target.string(target.data().args[0])?;
    if given.is_empty() {
        return Err(Stop::Errno(Errno::ENOENT));
    }
    let start = Start::of(target, AT_FDCWD, &given, supervisor.own_root())?;
    let how = How { follow: true, parent: false, resolve: ResolveFlags::empty() };
    let place = walk(start, &given, how, &View::new(supervisor, target, &given, Rights::Effective))?;
    let redirect = place.path().and_then(|path| supervisor.policy.redirect(path));
    Ok(redirect.map(|(to, _)| to))
}
