//! The socket a message goes out by.

use super::ancillary::Control;
use super::send::{Controls, Message};
use super::{entry, sockets};
use crate::address::{self, Address, Kind};
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::Errno;
use callgate_policy::{Object, Operation};
use callgate_sys::socket::{self, Payload};
use rustix::fs::{Access, AtFlags, CWD, OFlags};
use std::os::fd::{AsFd, AsRawFd, OwnedFd};

const MSG_OOB: u32 = 0x1;
const MSG_PROBE: u32 = 0x10;
const MSG_DONTWAIT: u32 = 0x40;
pub(super) const MSG_EOR: u32 = 0x80;
const MSG_NOSIGNAL: u32 = 0x4000;
const MSG_ZEROCOPY: u32 = 0x400_0000;
const MSG_FASTOPEN: u32 = 0x2000_0000;
/// A stream is sent in parts of this size: what a blocked sender holds of the supervisor's memory.
const PART: u64 = 256 * 1024;
/// Longer datagrams than this are not read: above what any socket's buffer takes.
const DATAGRAM_MAX: u64 = 64 << 20;
/// What UDP takes at most, checked before anything else (`udp_sendmsg`).
const UDP_MAX: u64 = 0xffff;
const SIGPIPE: i32 = 13;

/// Where a message goes, judged: what the kernel is told of the destination.
#[derive(Default)]
struct Goal {
    /// The raw address; empty for none.
    name: Vec<u8>,
    /// The unix socket that the address leads to by /proc/self/fd.
    _pinned: Option<OwnedFd>,
}

impl Goal {
    fn raw(name: Vec<u8>) -> Goal {
        Goal { name, _pinned: None }
    }
}

/// A duplicate of the target's socket.
pub(super) struct Outlet {
    socket: OwnedFd,
    kind: Kind,
}

impl Outlet {
    /// EBADF, ENOTSOCK as natively.
    pub(super) fn of(target: &Target<'_>, fd: i32) -> Result<Outlet, Stop> {
        let socket = target.descriptor(fd)?;
        let kind = address::kind_of(socket.as_fd())?;
        Ok(Outlet { socket, kind })
    }

    /// Judges one message and sends it; returns how many bytes went.
    pub(super) fn send(
        &self,
        worker: &Worker<'_>,
        target: &Target<'_>,
        message: &Message,
    ) -> Result<u64, Stop> {
        let flags = self.flags(message.flags)?;
        let sent = self.judge_and_send(worker, target, message, flags);
        if sent == Err(Stop::Errno(Errno::EPIPE)) && self.raises_sigpipe() && flags & MSG_NOSIGNAL == 0 {
            let tgid = target.status()?.tgid;
            target.check()?;
            // It fails when the thread died: then nobody waits for the answer either.
            let _ = callgate_sys::thread::tgkill(tgid, target.tid(), SIGPIPE);
        }
        sent
    }

    fn judge_and_send(
        &self,
        worker: &Worker<'_>,
        target: &Target<'_>,
        message: &Message,
        flags: u32,
    ) -> Result<u64, Stop> {
        let total = message.segments.total();
        // Of the address only what is looked at before it is used: with it nobody is reached.
        let harmless = message.name.as_deref().map(address::harmless).unwrap_or_default();
        let opinion = |control: &[u8]| self.opinion(worker, target, &harmless, control, flags, total);
        let control = match &message.control {
            Controls::Odd(bytes) => return Err(opinion(bytes)?.unwrap_or(Errno::EINVAL).into()),
            Controls::Read(all) => match Control::of(worker, target, self.kind, all) {
                // Packets in sequence are refused before that where nobody is connected.
                Err(Stop::Errno(errno)) if self.kind.is_unix_sequence() => {
                    let unconnected = opinion(&[])? == Some(Errno::ENOTCONN);
                    return Err(if unconnected { Errno::ENOTCONN } else { errno }.into());
                }
                control => control?,
            },
        };
        let most = if self.kind.is_internet() { UDP_MAX } else { DATAGRAM_MAX };
        if !self.kind.is_stream() && total > most {
            return Err(opinion(&control.encode(true, true))?.unwrap_or(Errno::EMSGSIZE).into());
        }
        match self.aim(worker, target, message) {
            Ok(goal) => self.transmit(worker, target, message, flags, &goal, &control),
            // A unix socket is looked up when all else is done, the data copied too.
            Err(Stop::Errno(errno)) if self.kind.is_unix() => {
                let said = opinion(&control.encode(true, true))?;
                let (_, missing) = message.part(target, 0, total)?;
                Err(said.unwrap_or(if missing == 0 { errno } else { Errno::EFAULT }).into())
            }
            Err(stop) => Err(stop),
        }
    }

    /// What the kernel says of a message before it copies its data: the errors of its flags, its address, its control
    /// data, and of the state that the socket is in, which it may bind on the way. `None` when it would go on.
    fn opinion(
        &self,
        worker: &Worker<'_>,
        target: &Target<'_>,
        name: &[u8],
        control: &[u8],
        flags: u32,
        length: u64,
    ) -> Result<Option<Errno>, Stop> {
        target.check()?;
        let _acting = worker.supervisor().act_as(target)?;
        let (payload, flags) = (Payload { bytes: &[], missing: length.max(1) }, flags | MSG_DONTWAIT);
        let said = socket::sendmsg(self.socket.as_fd(), name, payload, control, flags as i32).err();
        Ok(said.filter(|errno| !matches!(*errno, Errno::EFAULT | Errno::EAGAIN)))
    }

    /// How much of a message was taken of which `sent` bytes were said to be sent: UDP that only probes the way takes
    /// nothing and says all (`ip_make_skb`).
    pub(super) fn took(&self, message: &Message, sent: u64) -> u64 {
        let probed = self.kind.is_internet() && self.kind.is_datagram() && message.flags & MSG_PROBE != 0;
        if probed { 0 } else { sent }
    }

    fn raises_sigpipe(&self) -> bool {
        self.kind.is_stream() && (self.kind.is_internet() || self.kind.is_unix())
    }

    /// Without MSG_ZEROCOPY, which sockets ignore that did not ask for it. With it the program awaits a
    /// completion for its own pages, and it is not its pages that are sent: "no memory for that" is an
    /// answer that such programs know.
    fn flags(&self, flags: u32) -> Result<u32, Stop> {
        if flags & MSG_ZEROCOPY != 0 && callgate_sys::socket::zerocopy(self.socket.as_fd())? {
            return Err(Stop::Refused(Errno::ENOBUFS, "a supervised send cannot use MSG_ZEROCOPY"));
        }
        Ok(flags & !MSG_ZEROCOPY)
    }

    /// Judges the destination. What the kernel ignores is not judged and not passed on.
    fn aim(&self, worker: &Worker<'_>, target: &Target<'_>, message: &Message) -> Result<Goal, Stop> {
        let Some(given) = &message.name else { return Ok(Goal::default()) };
        let kind = self.kind;
        let operation = match (kind.is_stream(), kind.is_internet()) {
            // Only MSG_FASTOPEN makes TCP look at an address: then sending connects (trap 5).
            (true, true) if message.flags & MSG_FASTOPEN == 0 => return Ok(Goal::default()),
            (true, true) => Operation::NetConnect,
            // Whatever it is, the kernel refuses it: EISCONN, EOPNOTSUPP.
            (true, false) if kind.is_unix() => return Ok(Goal::raw(given.clone())),
            _ if kind.is_unix_sequence() => return Ok(Goal::default()),
            _ => Operation::NetSend,
        };
        if given.is_empty() {
            let odd = kind.is_internet();
            return Ok(if odd { Goal::raw(address::harmless(given)) } else { Goal::default() });
        }
        let supervisor = worker.supervisor();
        let mut name = given.clone();
        let found = match address::destination(self.socket.as_fd(), kind, &mut name, operation) {
            // The kernel says what is wrong with it; a corked datagram does not look at it (`udp_sendmsg`).
            Err(Stop::Errno(_)) => return Ok(Goal::raw(address::harmless(given))),
            found => found?,
        };
        match found {
            // The kernel drops such an address. To pass it on would be to trust the socket's family, which
            // IPV6_ADDRFORM can change in between: an IPv4 socket reads the same bytes as an address.
            Address::Unjudged if kind.is_internet() && operation == Operation::NetSend => Ok(Goal::default()),
            Address::Unjudged => Ok(Goal::raw(name)),
            Address::Object(object) => {
                supervisor.judge(target, &[operation], object.to_string().as_bytes(), &object)?;
                Ok(Goal::raw(name))
            }
            Address::UnixPath(path) => {
                let place = sockets::locate(worker, target, &path, true)?;
                let pinned = sockets::pin(worker, target, &place)?;
                if let Some(name) = place.path() {
                    let object = Object::UnixPath(name.to_vec());
                    supervisor.judge(target, &[operation], &path, &object)?;
                }
                may_write_to(worker, target, &pinned)?;
                let name = address::unix(format!("/proc/self/fd/{}", pinned.as_raw_fd()).as_bytes());
                Ok(Goal { name, _pinned: Some(pinned) })
            }
        }
    }

    /// Sends: a datagram whole, a stream part by part until everything is queued, as a blocking send does
    /// natively. What went before an error counts.
    fn transmit(
        &self,
        worker: &Worker<'_>,
        target: &Target<'_>,
        message: &Message,
        flags: u32,
        goal: &Goal,
        control: &Control,
    ) -> Result<u64, Stop> {
        let stream = self.kind.is_stream();
        let total = message.segments.total();
        let mut sent = 0;
        loop {
            let first = sent == 0;
            let limit = if stream { PART } else { total };
            let (data, missing) = message.part(target, sent, limit)?;
            let payload = Payload { bytes: &data, missing };
            // Only now: reading another's memory takes rights that the target may lack.
            let acting = if control.named { None } else { worker.supervisor().act_as(target)? };
            let last = sent + data.len() as u64 + missing == total;
            let name = if first { goal.name.as_slice() } else { &[] };
            let flags = part_flags(flags, first, last);
            let result = self.transmit_part(worker, name, payload, control, first, flags);
            drop(acting);
            match result {
                Ok(count) => {
                    sent += count;
                    if !stream || count == 0 || missing > 0 || sent >= total {
                        return Ok(sent);
                    }
                }
                Err(Stop::Gone) => return Err(Stop::Gone),
                Err(_) if sent > 0 => return Ok(sent),
                Err(stop) => return Err(stop),
            }
        }
    }

    fn transmit_part(
        &self,
        worker: &Worker<'_>,
        name: &[u8],
        payload: Payload<'_>,
        control: &Control,
        first: bool,
        flags: u32,
    ) -> Result<u64, Stop> {
        let outlet = self.socket.as_fd();
        let full = control.encode(first, true);
        let send = |flags: u32| {
            let result = socket::sendmsg(outlet, name, payload, &full, flags as i32);
            if result == Err(Errno::EPERM) && control.implied.is_some() && control.dispensable {
                // A user namespace that does not own the pid namespace: nobody else can be named.
                let bare = control.encode(first, false);
                return socket::sendmsg(outlet, name, payload, &bare, flags as i32);
            }
            result
        };
        let patient = flags & MSG_DONTWAIT == 0;
        // Mostly there is room, and then nobody has to take the receiver's place. A fast open connects: its
        // second attempt would find the first.
        if !patient || flags & MSG_FASTOPEN == 0 {
            match send(flags | MSG_DONTWAIT) {
                Err(Errno::EAGAIN)
                    if patient && !rustix::fs::fcntl_getfl(outlet)?.contains(OFlags::NONBLOCK) => {}
                result => return Ok(result? as u64),
            }
        }
        worker.blocking(|| send(flags).map_err(sockets::raw_errno)).map(|count| count as u64)
    }
}

/// Sending to a unix path needs write permission on the socket file (`unix_find_bsd`): asked for with the
/// target's rights, since the message may go with the supervisor's.
fn may_write_to(worker: &Worker<'_>, target: &Target<'_>, pinned: &OwnedFd) -> Result<(), Stop> {
    let Some(_acting) = worker.supervisor().act_as(target)? else { return Ok(()) };
    let flags = AtFlags::EACCESS;
    Ok(rustix::fs::accessat(CWD, entry::reach(pinned).as_str(), Access::WRITE_OK, flags)?)
}

/// The flags of one part of a stream: connecting belongs to the first, urgent data and a record's end to the
/// last.
fn part_flags(flags: u32, first: bool, last: bool) -> u32 {
    let mut flags = flags;
    if !first {
        flags &= !MSG_FASTOPEN;
    }
    if !last {
        flags &= !(MSG_OOB | MSG_EOR);
    }
    flags
}

#[cfg(test)]
mod tests {
    use super::{MSG_DONTWAIT, MSG_EOR, MSG_FASTOPEN, MSG_OOB, part_flags};

    #[test]
    fn parts_of_a_stream() {
        let all = MSG_FASTOPEN | MSG_OOB | MSG_EOR | MSG_DONTWAIT;
        assert_eq!(part_flags(all, true, true), all);
        assert_eq!(part_flags(all, true, false), MSG_FASTOPEN | MSG_DONTWAIT);
        assert_eq!(part_flags(all, false, true), MSG_OOB | MSG_EOR | MSG_DONTWAIT);
        assert_eq!(part_flags(all, false, false), MSG_DONTWAIT);
    }
}
