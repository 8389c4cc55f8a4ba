//! The calls on extended attributes: set, remove, get, list, by path, by descriptor and in their at forms. Those
//! that only look are notified where names are hidden.

use super::Calls;
use super::entry::{self, Purpose};
use crate::answer::{Answer, Call};
use crate::path::AT_FDCWD;
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::Errno;
use rustix::fs::{AtFlags, XattrFlags};
use std::os::fd::OwnedFd;

pub(super) const CALLS: Calls = &[
    ("setxattr", setxattr),
    ("lsetxattr", lsetxattr),
    ("fsetxattr", fsetxattr),
    ("setxattrat", setxattrat),
    ("removexattr", removexattr),
    ("lremovexattr", lremovexattr),
    ("fremovexattr", fremovexattr),
    ("removexattrat", removexattrat),
    ("getxattr", getxattr),
    ("lgetxattr", lgetxattr),
    ("getxattrat", getxattrat),
    ("listxattr", listxattr),
    ("llistxattr", llistxattr),
    ("listxattrat", listxattrat),
];

/// `XATTR_NAME_MAX` of `linux/limits.h`, without the NUL.
const NAME_MAX: usize = 255;
/// `XATTR_SIZE_MAX` and `XATTR_LIST_MAX` of `linux/limits.h`.
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

    /// An open file: to the kernel the same as its at form with no path (`path_setxattrat`).
    fn open(fd: u64) -> Where {
        Where { dirfd: fd as i32, path: 0, flags: AtFlags::EMPTY_PATH }
    }

    fn at(dirfd: u64, path: u64, flags: u64) -> Where {
        Where { dirfd: dirfd as i32, path, flags: AtFlags::from_bits_retain(flags as u32) }
    }
}

/// A value in the target: to be set, or the room for one that is asked for.
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

fn fsetxattr(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [fd, name, address, size, flags, ..] = call.data().args;
    let value = Value { address, size, flags: flags as u32 };
    set(worker, &call.target(), Where::open(fd), name, value)
}

fn setxattrat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, flags, name, arguments, size] = call.data().args;
    let target = call.target();
    let value = value_at(&target, arguments, size)?;
    set(worker, &target, Where::at(dirfd, path, flags), name, value)
}

/// The `struct xattr_args` at an address.
fn value_at(target: &Target<'_>, arguments: u64, size: u64) -> Result<Value, Stop> {
    if size < ARGS_SIZE as u64 {
        return Err(Stop::Errno(Errno::EINVAL));
    }
    if size > PAGE {
        return Err(Stop::Errno(Errno::E2BIG));
    }
    Ok(decode(&target.bytes(arguments, size as usize)?)?)
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

fn fremovexattr(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [fd, name, ..] = call.data().args;
    remove(worker, &call.target(), Where::open(fd), name)
}

fn removexattrat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, flags, name, ..] = call.data().args;
    remove(worker, &call.target(), Where::at(dirfd, path, flags), name)
}

fn getxattr(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, name, address, size, ..] = call.data().args;
    get(worker, &call.target(), Where::path(path, AtFlags::empty()), name, (address, size))
}

fn lgetxattr(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, name, address, size, ..] = call.data().args;
    get(worker, &call.target(), Where::path(path, AtFlags::SYMLINK_NOFOLLOW), name, (address, size))
}

fn getxattrat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, flags, name, arguments, size] = call.data().args;
    let target = call.target();
    let room = value_at(&target, arguments, size)?;
    if room.flags != 0 {
        return Err(Stop::Errno(Errno::EINVAL));
    }
    get(worker, &target, Where::at(dirfd, path, flags), name, (room.address, room.size))
}

fn listxattr(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, address, size, ..] = call.data().args;
    list(worker, &call.target(), Where::path(path, AtFlags::empty()), (address, size))
}

fn llistxattr(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, address, size, ..] = call.data().args;
    list(worker, &call.target(), Where::path(path, AtFlags::SYMLINK_NOFOLLOW), (address, size))
}

fn listxattrat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, flags, address, size, ..] = call.data().args;
    list(worker, &call.target(), Where::at(dirfd, path, flags), (address, size))
}

/// The order of `path_setxattrat` (`fs/xattr.c`): flags, name, value, file.
fn set(
    worker: &Worker<'_>,
    target: &Target<'_>,
    place: Where,
    name: u64,
    value: Value,
) -> Result<Answer, Stop> {
    entry::check_at(place.flags)?;
    if value.flags & !(XattrFlags::CREATE | XattrFlags::REPLACE).bits() != 0 {
        return Err(Stop::Errno(Errno::EINVAL));
    }
    let name = name_at(target, name)?;
    if value.size > SIZE_MAX {
        return Err(Stop::Errno(Errno::E2BIG));
    }
    let bytes = target.bytes(value.address, value.size as usize)?;
    let file = find(worker, target, place, Purpose::Change)?;
    let _acting = worker.supervisor().act_as(target)?;
    let flags = XattrFlags::from_bits_retain(value.flags);
    rustix::fs::setxattr(entry::reach(&file).as_str(), name.as_slice(), &bytes, flags)?;
    Ok(Answer::value(0))
}

fn remove(worker: &Worker<'_>, target: &Target<'_>, place: Where, name: u64) -> Result<Answer, Stop> {
    entry::check_at(place.flags)?;
    let name = name_at(target, name)?;
    let file = find_strictly(worker, target, place, Purpose::Change)?;
    let _acting = worker.supervisor().act_as(target)?;
    rustix::fs::removexattr(entry::reach(&file).as_str(), name.as_slice())?;
    Ok(Answer::value(0))
}

/// A size of 0 asks for the length.
fn get(
    worker: &Worker<'_>,
    target: &Target<'_>,
    place: Where,
    name: u64,
    (address, size): (u64, u64),
) -> Result<Answer, Stop> {
    entry::check_at(place.flags)?;
    let name = name_at(target, name)?;
    let file = find(worker, target, place, Purpose::Look)?;
    let mut value = vec![0; size.min(SIZE_MAX) as usize];
    let acting = worker.supervisor().act_as(target)?;
    let (path, name) = (entry::reach(&file), name.as_slice());
    let length = match value.as_mut_slice() {
        [] => rustix::fs::getxattr_query(path.as_str(), name)?,
        value => rustix::fs::getxattr(path.as_str(), name, value)?,
    };
    drop(acting);
    hand_back(target, address, &value, length)
}

/// The names of all attributes, or the length that they take.
fn list(
    worker: &Worker<'_>,
    target: &Target<'_>,
    place: Where,
    (address, size): (u64, u64),
) -> Result<Answer, Stop> {
    entry::check_at(place.flags)?;
    let file = find_strictly(worker, target, place, Purpose::Look)?;
    let mut names = vec![0; size.min(SIZE_MAX) as usize];
    let acting = worker.supervisor().act_as(target)?;
    let path = entry::reach(&file);
    let length = match names.as_mut_slice() {
        [] => rustix::fs::listxattr_query(path.as_str())?,
        names => rustix::fs::listxattr(path.as_str(), names)?,
    };
    drop(acting);
    hand_back(target, address, &names, length)
}

/// Writes the `length` bytes that the kernel gave into the target, unless only the length was asked for.
fn hand_back(target: &Target<'_>, address: u64, bytes: &[u8], length: usize) -> Result<Answer, Stop> {
    if let Some(bytes) = bytes.get(..length).filter(|bytes| !bytes.is_empty()) {
        target.write(address, bytes)?;
    }
    Ok(Answer::value(length as i64))
}

/// The attribute's name; ERANGE for an empty and for a long one (`import_xattr_name`).
fn name_at(target: &Target<'_>, address: u64) -> Result<Vec<u8>, Stop> {
    match target.string_of(address, NAME_MAX + 1) {
        Ok(name) if name.is_empty() => Err(Stop::Errno(Errno::ERANGE)),
        Err(Stop::Errno(Errno::ENAMETOOLONG)) => Err(Stop::Errno(Errno::ERANGE)),
        result => result,
    }
}

/// The file, judged and pinned.
fn find(worker: &Worker<'_>, target: &Target<'_>, place: Where, purpose: Purpose) -> Result<OwnedFd, Stop> {
    entry::maybe_unnamed(worker, target, place.dirfd, place.path, place.flags, purpose)
}

/// The same for the calls that do not take the current folder for an open file (`path_removexattrat`,
/// `path_listxattrat`).
fn find_strictly(
    worker: &Worker<'_>,
    target: &Target<'_>,
    place: Where,
    purpose: Purpose,
) -> Result<OwnedFd, Stop> {
    if entry::is_unnamed(target, place.path, place.flags)? {
        return entry::opened(worker, target, place.dirfd, purpose);
    }
    find(worker, target, place, purpose)
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
