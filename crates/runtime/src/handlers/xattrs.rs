//! setxattr, removexattr and their l and at forms.

use super::{Calls, entry, metadata};
use crate::answer::{Answer, Call};
use crate::path::AT_FDCWD;
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::Errno;
use rustix::fs::{AtFlags, OFlags, XattrFlags};
use std::os::fd::OwnedFd;

pub(super) const CALLS: Calls = &[
    ("setxattr", setxattr),
    ("lsetxattr", lsetxattr),
    ("setxattrat", setxattrat),
    ("removexattr", removexattr),
    ("lremovexattr", lremovexattr),
    ("removexattrat", removexattrat),
];

/// `XATTR_NAME_MAX` of `linux/limits.h`, without the NUL.
const NAME_MAX: usize = 255;
/// `XATTR_SIZE_MAX` of `linux/limits.h`.
const SIZE_MAX: u64 = 65536;
/// `struct xattr_args` of `linux/xattr.h`, since 6.13: a u64 pointer, a u32 size, u32 flags.
const ARGS_SIZE: usize = 16;
/// The kernel takes at most a page (`copy_struct_from_user`).
const PAGE: u64 = 4096;

/// Which file: a folder descriptor, a path's address, AT_* flags.
#[derive(Debug, Clone, Copy)]
struct Where {
    dirfd: i32,
    path: u64,
    flags: AtFlags,
}

impl Where {
    fn path(path: u64, flags: AtFlags) -> Where {
        Where { dirfd: AT_FDCWD, path, flags }
    }
}

/// The value to set, still in the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Value {
    address: u64,
    size: u64,
    flags: u32,
}

fn setxattr(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, name, address, size, flags, ..] = call.data().args;
    let value = Value { address, size, flags: flags as u32 };
    set(worker, &call.target(), Where::path(path, AtFlags::empty()), name, value)
}

fn lsetxattr(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, name, address, size, flags, ..] = call.data().args;
    let value = Value { address, size, flags: flags as u32 };
    set(worker, &call.target(), Where::path(path, AtFlags::SYMLINK_NOFOLLOW), name, value)
}

fn setxattrat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, flags, name, arguments, size] = call.data().args;
    if size < ARGS_SIZE as u64 {
        return Err(Stop::Errno(Errno::EINVAL));
    }
    if size > PAGE {
        return Err(Stop::Errno(Errno::E2BIG));
    }
    let target = call.target();
    let value = decode(&target.bytes(arguments, size as usize)?)?;
    let place = Where { dirfd: dirfd as i32, path, flags: AtFlags::from_bits_retain(flags as u32) };
    set(worker, &target, place, name, value)
}

/// E2BIG when a member that this kernel interface does not know is set.
fn decode(bytes: &[u8]) -> Result<Value, Errno> {
    let Some((known, unknown)) = bytes.split_first_chunk::<ARGS_SIZE>() else { return Err(Errno::EINVAL) };
    if unknown.iter().any(|byte| *byte != 0) {
        return Err(Errno::E2BIG);
    }
    let half = |at: usize| known[at..].first_chunk().map_or(0, |word| u32::from_ne_bytes(*word));
    let address = known.first_chunk().map_or(0, |word| u64::from_ne_bytes(*word));
    Ok(Value { address, size: u64::from(half(8)), flags: half(12) })
}

fn removexattr(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, name, ..] = call.data().args;
    remove(worker, &call.target(), Where::path(path, AtFlags::empty()), name)
}

fn lremovexattr(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, name, ..] = call.data().args;
    remove(worker, &call.target(), Where::path(path, AtFlags::SYMLINK_NOFOLLOW), name)
}

fn removexattrat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, flags, name, ..] = call.data().args;
    let place = Where { dirfd: dirfd as i32, path, flags: AtFlags::from_bits_retain(flags as u32) };
    remove(worker, &call.target(), place, name)
}

/// The order of `path_setxattrat` (`fs/xattr.c`): flags, name, value, file.
fn set(
    worker: &Worker<'_>,
    target: &Target<'_>,
    place: Where,
    name: u64,
    value: Value,
) -> Result<Answer, Stop> {
    check_at(place.flags)?;
    if value.flags & !(XattrFlags::CREATE | XattrFlags::REPLACE).bits() != 0 {
        return Err(Stop::Errno(Errno::EINVAL));
    }
    let name = name_at(target, name)?;
    if value.size > SIZE_MAX {
        return Err(Stop::Errno(Errno::E2BIG));
    }
    let bytes = target.bytes(value.address, value.size as usize)?;
    let file = find(worker, target, place)?;
    let _acting = worker.supervisor().act_as(target)?;
    let flags = XattrFlags::from_bits_retain(value.flags);
    rustix::fs::setxattr(entry::reach(&file).as_str(), name.as_slice(), &bytes, flags)?;
    Ok(Answer::value(0))
}

fn remove(worker: &Worker<'_>, target: &Target<'_>, place: Where, name: u64) -> Result<Answer, Stop> {
    check_at(place.flags)?;
    let name = name_at(target, name)?;
    let file = find(worker, target, place)?;
    let _acting = worker.supervisor().act_as(target)?;
    rustix::fs::removexattr(entry::reach(&file).as_str(), name.as_slice())?;
    Ok(Answer::value(0))
}

fn check_at(flags: AtFlags) -> Result<(), Stop> {
    if (AtFlags::SYMLINK_NOFOLLOW | AtFlags::EMPTY_PATH).contains(flags) {
        Ok(())
    } else {
        Err(Stop::Errno(Errno::EINVAL))
    }
}

/// The attribute's name; ERANGE for an empty and for a long one (`import_xattr_name`).
fn name_at(target: &Target<'_>, address: u64) -> Result<Vec<u8>, Stop> {
    match target.string_of(address, NAME_MAX + 1) {
        Ok(name) if name.is_empty() => Err(Stop::Errno(Errno::ERANGE)),
        Err(Stop::Errno(Errno::ENAMETOOLONG)) => Err(Stop::Errno(Errno::ERANGE)),
        result => result,
    }
}

/// The file, judged for writing and pinned.
fn find(worker: &Worker<'_>, target: &Target<'_>, place: Where) -> Result<OwnedFd, Stop> {
    let Where { dirfd, path, flags } = place;
    // Unlike older calls these take no path at all for an empty one (`getname_maybe_null`).
    let unnamed = flags.contains(AtFlags::EMPTY_PATH) && (path == 0 || target.string(path)?.is_empty());
    if unnamed {
        let file = metadata::descriptor(worker, target, dirfd)?;
        if dirfd >= 0 && rustix::fs::fcntl_getfl(&file)?.contains(OFlags::PATH) {
            return Err(Stop::Errno(Errno::EBADF));
        }
        return Ok(file);
    }
    let flags = flags - AtFlags::EMPTY_PATH;
    match metadata::pinned(worker, target, dirfd, path, flags)? {
        Some((_, file)) => Ok(file),
        None => Err(Stop::Errno(Errno::EINVAL)),
    }
}

#[cfg(test)]
mod tests {
    use super::{ARGS_SIZE, Value, decode};
    use callgate_abi::Errno;

    fn arguments(address: u64, size: u32, flags: u32) -> Vec<u8> {
        let mut bytes = address.to_ne_bytes().to_vec();
        bytes.extend(size.to_ne_bytes());
        bytes.extend(flags.to_ne_bytes());
        bytes
    }

    #[test]
    fn the_struct_of_setxattrat() {
        let value = Value { address: 0x7fff_0000_1234, size: 0xffff_ffff, flags: 2 };
        let bytes = arguments(value.address, u32::MAX, 2);
        assert_eq!(bytes.len(), ARGS_SIZE);
        assert_eq!(decode(&bytes), Ok(value));
        let mut longer = bytes.clone();
        longer.extend([0; 8]);
        assert_eq!(decode(&longer), Ok(value), "a newer caller that asks for nothing new");
        longer[20] = 1;
        assert_eq!(decode(&longer), Err(Errno::E2BIG));
        assert_eq!(decode(&bytes[..15]), Err(Errno::EINVAL));
    }
}
