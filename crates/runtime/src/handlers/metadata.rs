//! chmod, chown and their kin, by name and by descriptor.

use super::Calls;
use super::entry::{Purpose, opened, pinned};
use crate::answer::{Answer, Call};
use crate::path::AT_FDCWD;
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::{Abi, Sysno};
use rustix::fs::{AtFlags, Mode};
use rustix::process::{Gid, Uid};

pub(super) const CALLS: Calls = &[
    ("chmod", chmod),
    ("fchmod", fchmod),
    ("fchmodat", fchmodat),
    ("fchmodat2", fchmodat2),
    ("chown", chown),
    ("chown32", chown32),
    ("fchown", fchown),
    ("fchown32", fchown32),
    ("lchown", lchown),
    ("lchown32", lchown32),
    ("fchownat", fchownat),
];

fn chmod(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [path, mode, ..] = call.data().args;
    change_mode(worker, &call.target(), AT_FDCWD, path, mode as u32, AtFlags::empty())
}

fn fchmod(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [fd, mode, ..] = call.data().args;
    let target = call.target();
    let file = opened(worker, &target, fd as i32, Purpose::Change)?;
    let _acting = worker.supervisor().act_as(&target)?;
    rustix::fs::fchmod(&file, Mode::from_bits_retain(mode as u32 & 0o7777))?;
    Ok(Answer::value(0))
}

fn fchmodat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, mode, ..] = call.data().args;
    change_mode(worker, &call.target(), dirfd as i32, path, mode as u32, AtFlags::empty())
}

fn fchmodat2(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, mode, flags, ..] = call.data().args;
    let flags = AtFlags::from_bits_retain(flags as u32);
    change_mode(worker, &call.target(), dirfd as i32, path, mode as u32, flags)
}

fn change_mode(
    worker: &Worker<'_>,
    target: &Target<'_>,
    dirfd: i32,
    path: u64,
    mode: u32,
    flags: AtFlags,
) -> Result<Answer, Stop> {
    let file = pinned(worker, target, dirfd, path, flags, Purpose::Change)?;
    let _acting = worker.supervisor().act_as(target)?;
    rustix::fs::chmod(super::entry::reach(&file).as_str(), Mode::from_bits_retain(mode & 0o7777))?;
    Ok(Answer::value(0))
}

fn chown(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    chown_path(worker, call, AtFlags::empty(), true)
}

fn lchown(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    chown_path(worker, call, AtFlags::SYMLINK_NOFOLLOW, true)
}

fn chown32(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    chown_path(worker, call, AtFlags::empty(), false)
}

fn lchown32(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    chown_path(worker, call, AtFlags::SYMLINK_NOFOLLOW, false)
}

/// `plain`: the call without a number in its name, which takes 16-bit ids on the ABIs that also have one
/// with.
fn chown_path(worker: &Worker<'_>, call: Call<'_>, flags: AtFlags, plain: bool) -> Result<Answer, Stop> {
    let [path, uid, gid, ..] = call.data().args;
    let ids = ids(call.abi(), plain, uid, gid);
    change_owner(worker, &call.target(), (AT_FDCWD, path), ids, flags)
}

fn fchown(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    chown_open(worker, call, true)
}

fn fchown32(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    chown_open(worker, call, false)
}

fn chown_open(worker: &Worker<'_>, call: Call<'_>, plain: bool) -> Result<Answer, Stop> {
    let [fd, uid, gid, ..] = call.data().args;
    let (uid, gid) = ids(call.abi(), plain, uid, gid);
    let target = call.target();
    let file = opened(worker, &target, fd as i32, Purpose::Change)?;
    let _acting = worker.supervisor().act_as(&target)?;
    rustix::fs::fchown(&file, uid, gid)?;
    Ok(Answer::value(0))
}

/// The two ids as registers have them; `None` (−1) leaves an id as it is.
fn ids(abi: Abi, plain: bool, uid: u64, gid: u64) -> (Option<Uid>, Option<Gid>) {
    let short = plain && Sysno::from_name(abi, "chown32").is_some();
    let id = |register: u64| if short { widened(register) } else { register as u32 };
    let given = |id: u32| (id != u32::MAX).then_some(id);
    (given(id(uid)).map(Uid::from_raw), given(id(gid)).map(Gid::from_raw))
}

/// An id of 16 bits, whose −1 means the same as that of 32 (`low2highuid` of `linux/highuid.h`).
fn widened(register: u64) -> u32 {
    match register as u16 {
        u16::MAX => u32::MAX,
        id => u32::from(id),
    }
}

fn fchownat(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [dirfd, path, uid, gid, flags, ..] = call.data().args;
    let flags = AtFlags::from_bits_retain(flags as u32);
    let ids = ids(call.abi(), false, uid, gid);
    change_owner(worker, &call.target(), (dirfd as i32, path), ids, flags)
}

fn change_owner(
    worker: &Worker<'_>,
    target: &Target<'_>,
    (dirfd, path): (i32, u64),
    (uid, gid): (Option<Uid>, Option<Gid>),
    flags: AtFlags,
) -> Result<Answer, Stop> {
    let file = pinned(worker, target, dirfd, path, flags, Purpose::Change)?;
    let _acting = worker.supervisor().act_as(target)?;
    rustix::fs::chownat(&file, c"", uid, gid, AtFlags::EMPTY_PATH)?;
    Ok(Answer::value(0))
}

#[cfg(test)]
mod tests {
    use super::widened;

    #[test]
    fn short_ids() {
        assert_eq!(widened(0xffff), u32::MAX, "leaves the id as it is");
        assert_eq!(widened(0xfffe), 0xfffe);
        assert_eq!(widened(0x1_0005), 5, "only 16 bits are looked at");
    }
}
