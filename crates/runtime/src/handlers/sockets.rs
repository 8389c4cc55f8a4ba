//! bind, connect, listen, performed on the supervisor's duplicate of the target's socket: the very object
//! that was judged, which no dup2 in the target can replace.

use super::Calls;
use crate::address::{self, Address};
use crate::answer::{Answer, Call};
use crate::path::{How, Last, Place, Start, walk};
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use crate::view::{Rights, View};
use callgate_abi::Errno;
use callgate_policy::{Object, Operation};
use rustix::fs::{AtFlags, FileType, OFlags, ResolveFlags};
use std::os::fd::{AsFd, AsRawFd, OwnedFd};

pub(super) const CALLS: Calls = &[("bind", bind), ("connect", connect), ("listen", listen)];

fn bind(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [fd, address, length, ..] = call.data().args;
    serve_bind(worker, &call.target(), fd as i32, address, length as i32)
}

fn connect(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [fd, address, length, ..] = call.data().args;
    serve_connect(worker, &call.target(), fd as i32, address, length as i32)
}

fn listen(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [fd, backlog, ..] = call.data().args;
    serve_listen(worker, &call.target(), fd as i32, backlog as i32)
}

pub(super) fn serve_bind(
    worker: &Worker<'_>,
    target: &Target<'_>,
    fd: i32,
    address: u64,
    length: i32,
) -> Result<Answer, Stop> {
    let socket = target.descriptor(fd)?;
    let kind = address::kind_of(socket.as_fd())?;
    let raw = address::read(target, address, length)?;
    let supervisor = worker.supervisor();
    match supervisor.unless_free(address::decode(kind, &raw, Operation::NetBind))? {
        Address::Unjudged => {}
        Address::Object(object) => {
            supervisor.judge(target, &[Operation::NetBind], object.to_string().as_bytes(), &object)?;
        }
        Address::UnixPath(path) => return bind_unix(worker, target, &socket, &raw, &path),
    }
    target.check()?;
    let _acting = supervisor.act_as(target)?;
    callgate_sys::socket::bind(socket.as_fd(), &raw)?;
    Ok(Answer::value(0))
}

/// Binds a unix socket to a name. The kernel walks the path as the target gave it, so that getsockname
/// shows it; what keeps the walk on the judged folder is a Landlock domain on a throw-away thread that
/// may make sockets there and nowhere else.
fn bind_unix(
    worker: &Worker<'_>,
    target: &Target<'_>,
    socket: &OwnedFd,
    raw: &[u8],
    path: &[u8],
) -> Result<Answer, Stop> {
    let supervisor = worker.supervisor();
    let place = locate(worker, target, path, false)?;
    let Some(name) = place.path().map(<[u8]>::to_vec) else { return Err(Stop::Errno(Errno::EADDRINUSE)) };
    let object = Object::UnixPath(name.clone());
    supervisor.judge(target, &[Operation::NetBind], path, &object)?;
    // The socket is a new name in a folder: a rule that denies writing there holds for it too.
    supervisor.judge_redirected(target, &[Operation::FsWrite], path, &Object::Path(name))?;
    let Last::Entry { parent, kind: None, .. } = place.last else {
        return Err(Stop::Errno(Errno::EADDRINUSE));
    };
    // The path of a program that changed its root folder means another one here.
    let cwd = if supervisor.own_root() { Some(target.cwd()?) } else { None };
    let umask = target.umask()?;
    target.check()?;
    let _acting = supervisor.act_as(target)?;
    let cwd = cwd.as_ref().map(OwnedFd::as_fd);
    callgate_sys::socket::bind_beneath(socket.as_fd(), raw, parent.as_fd(), cwd, umask)?;
    Ok(Answer::value(0))
}

pub(super) fn serve_connect(
    worker: &Worker<'_>,
    target: &Target<'_>,
    fd: i32,
    address: u64,
    length: i32,
) -> Result<Answer, Stop> {
    let socket = target.descriptor(fd)?;
    let status = rustix::fs::fcntl_getfl(&socket)?;
    if status.contains(OFlags::PATH) {
        return Err(Stop::Errno(Errno::EBADF));
    }
    let mut raw = address::read(target, address, length)?;
    let kind = address::kind_of(socket.as_fd())?;
    let supervisor = worker.supervisor();
    let mut pinned = None;
    let mut odd = None;
    let found = match address::destination(socket.as_fd(), kind, &mut raw, Operation::NetConnect) {
        // What is wrong with it the kernel says when it comes to it: the state of the socket is looked at first, and a
        // port may be taken.
        Err(Stop::Errno(errno)) => {
            odd = Some(errno);
            raw = address::harmless(&raw);
            Address::Unjudged
        }
        found => supervisor.unless_free(found)?,
    };
    match found {
        Address::Unjudged => {}
        Address::Object(object) => {
            supervisor.judge(target, &[Operation::NetConnect], object.to_string().as_bytes(), &object)?;
        }
        Address::UnixPath(path) => {
            let place = locate(worker, target, &path, true)?;
            let object = pin(worker, target, &place)?;
            if let Some(name) = place.path() {
                let object = Object::UnixPath(name.to_vec());
                supervisor.judge(target, &[Operation::NetConnect], &path, &object)?;
            }
            raw = address::unix(format!("/proc/self/fd/{}", object.as_raw_fd()).as_bytes());
            pinned = Some(object);
        }
    }
    target.check()?;
    let _acting = supervisor.act_as(target)?;
    let call = || callgate_sys::socket::connect(socket.as_fd(), &raw).map_err(raw_errno);
    // What cannot wait need not give the receiver's place away.
    let waits = !kind.is_datagram() && !status.contains(OFlags::NONBLOCK);
    let result = if waits { worker.blocking(call) } else { call().map_err(Stop::from) };
    drop(pinned);
    match (result, odd) {
        (Ok(()), Some(errno)) => Err(Stop::Errno(errno)),
        (result, _) => result.map(|()| Answer::value(0)),
    }
}

/// Our errno as rustix's, for [`Worker::blocking`].
pub(super) fn raw_errno(errno: Errno) -> rustix::io::Errno {
    rustix::io::Errno::from_raw_os_error(i32::from(errno.0))
}

/// Pins the socket a walk found, so that connecting to it cannot be led elsewhere. As `unix_find_bsd` does, what is no
/// socket is refused only to those who might write it.
pub(super) fn pin(worker: &Worker<'_>, target: &Target<'_>, place: &Place) -> Result<OwnedFd, Stop> {
    let _acting = worker.supervisor().act_as(target)?;
    let found = match &place.last {
        Last::Entry { kind: None, .. } => return Err(Stop::Errno(Errno::ENOENT)),
        Last::Entry { parent, name, .. } => crate::path::pin(parent.as_fd(), name, OFlags::NOFOLLOW)?,
        Last::Folder(file) | Last::Object(file) => file.try_clone().map_err(|_| Errno::EMFILE)?,
    };
    if place.kind() == Some(FileType::Socket) {
        return Ok(found);
    }
    let (write, effective) = (2, AtFlags::EACCESS | AtFlags::EMPTY_PATH);
    match callgate_sys::stat::access(found.as_fd(), b"", write, effective.bits()) {
        Err(Errno::EACCES) => Err(Stop::Errno(Errno::EACCES)),
        _ => Err(Stop::Errno(Errno::ECONNREFUSED)),
    }
}

/// Walks the path of a unix socket.
pub(super) fn locate(
    worker: &Worker<'_>,
    target: &Target<'_>,
    path: &[u8],
    follow: bool,
) -> Result<Place, Stop> {
    let supervisor = worker.supervisor();
    let start = Start::of(target, crate::path::AT_FDCWD, path, supervisor.own_root())?;
    let how = How { follow, parent: false, resolve: ResolveFlags::empty() };
    walk(start, path, how, &View::new(supervisor, target, path, Rights::Effective))
}

pub(super) fn serve_listen(
    worker: &Worker<'_>,
    target: &Target<'_>,
    fd: i32,
    backlog: i32,
) -> Result<Answer, Stop> {
    let socket = target.descriptor(fd)?;
    let kind = address::kind_of(socket.as_fd())?;
    let supervisor = worker.supervisor();
    if !kind.can_listen() {
        // No rule is asked about what the kernel never does (EOPNOTSUPP).
        callgate_sys::socket::listen(socket.as_fd(), backlog)?;
        return Ok(Answer::value(0));
    }
    let local = callgate_sys::socket::local_address(socket.as_fd())?;
    match supervisor.unless_free(address::decode(kind, &local, Operation::NetListen))? {
        Address::Unjudged => {}
        // Port 0 is a socket that was never bound: listening binds it (trap 5), so a rule must say so.
        Address::Object(object) => {
            supervisor.judge(target, &[Operation::NetListen], object.to_string().as_bytes(), &object)?;
        }
        Address::UnixPath(path) => judge_unix_listen(worker, target, &path)?,
    }
    target.check()?;
    let _acting = supervisor.act_as(target)?;
    callgate_sys::socket::listen(socket.as_fd(), backlog)?;
    Ok(Answer::value(0))
}

/// A bound unix socket shows the name it was given, which may be relative to a folder left since. bind
/// judged the name; here it is judged again where it can still be found.
fn judge_unix_listen(worker: &Worker<'_>, target: &Target<'_>, path: &[u8]) -> Result<(), Stop> {
    let Ok(place) = locate(worker, target, path, false) else { return Ok(()) };
    if let Some(name) = place.path() {
        let object = Object::UnixPath(name.to_vec());
        worker.supervisor().judge(target, &[Operation::NetListen], path, &object)?;
    }
    Ok(())
}
