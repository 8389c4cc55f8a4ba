//! sendto, sendmsg, sendmmsg, performed on the supervisor's duplicate of the target's socket with one copy
//! of the address, of the control data and of each part of the message.

use super::message::{Ancillary, Header, MAX_SEGMENTS, Segments, decode_control, encode_control};
use super::{Calls, entry, sockets};
use crate::address::{self, Address, Kind};
use crate::answer::{Answer, Call};
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::Errno;
use callgate_policy::{Object, Operation};
use callgate_sys::process::Capabilities;
use rustix::fs::{Access, AtFlags, CWD, OFlags};
use std::io::IoSlice;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};

pub(super) const CALLS: Calls = &[("sendto", sendto), ("sendmsg", sendmsg), ("sendmmsg", sendmmsg)];

const MSG_OOB: u32 = 0x1;
const MSG_DONTWAIT: u32 = 0x40;
const MSG_EOR: u32 = 0x80;
const MSG_NOSIGNAL: u32 = 0x4000;
const MSG_ZEROCOPY: u32 = 0x400_0000;
const MSG_FASTOPEN: u32 = 0x2000_0000;
/// The kernel's own mark of a 32-bit caller: refused from others.
const MSG_CMSG_COMPAT: u32 = 0x8000_0000;
const SOL_SOCKET: i32 = 1;
const SCM_RIGHTS: i32 = 1;
const SCM_CREDENTIALS: i32 = 2;
/// `SCM_MAX_FD` of `net/scm.h`.
const MAX_PASSED: usize = 253;
/// `sizeof(struct sockaddr_storage)`: sendmsg cuts a longer address, sendto refuses it.
const NAME_MAX: i32 = 128;
/// More control data than any kernel takes (net.core.optmem_max is 128 KiB and rarely raised).
const CONTROL_MAX: u64 = 1 << 20;
/// A stream is sent in parts of this size: what a blocked sender holds of the supervisor's memory.
const PART: u64 = 256 * 1024;
/// Longer datagrams than this are refused unread: above what any socket's buffer takes.
const DATAGRAM_MAX: u64 = 64 << 20;
/// What UDP takes at most, checked before anything else (`udp_sendmsg`).
const UDP_MAX: u64 = 0xffff;
const CAP_SYS_ADMIN: u32 = 21;
const SIGPIPE: i32 = 13;

fn sendto(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let arguments = call.data().args;
    serve_sendto(worker, &call.target(), arguments)
}

fn sendmsg(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [fd, header, flags, ..] = call.data().args;
    serve_sendmsg(worker, &call.target(), fd as i32, header, flags as u32)
}

fn sendmmsg(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [fd, vector, count, flags, ..] = call.data().args;
    serve_sendmmsg(worker, &call.target(), fd as i32, vector, count as u32, flags as u32)
}

/// sendto(2) with its six arguments.
pub(super) fn serve_sendto(
    worker: &Worker<'_>,
    target: &Target<'_>,
    [fd, data, length, flags, name, name_length]: [u64; 6],
) -> Result<Answer, Stop> {
    let outlet = Outlet::of(target, fd as i32)?;
    let name = match name {
        0 => None,
        name => Some(address::read(target, name, name_length as i32)?),
    };
    let message = Message {
        name,
        segments: Segments::one(data, length),
        control: Vec::new(),
        flags: flags as u32 & !MSG_CMSG_COMPAT,
    };
    outlet.send(worker, target, &message).map(|sent| Answer::value(sent as i64))
}

/// sendmsg(2) with a header at the address `header`.
pub(super) fn serve_sendmsg(
    worker: &Worker<'_>,
    target: &Target<'_>,
    fd: i32,
    header: u64,
    flags: u32,
) -> Result<Answer, Stop> {
    let flags = acceptable(flags, is_wide(target))?;
    let outlet = Outlet::of(target, fd)?;
    let message = Message::read(target, header, flags, 0)?;
    outlet.send(worker, target, &message).map(|sent| Answer::value(sent as i64))
}

/// sendmmsg(2) with `count` headers at the address `vector`: the number that went, or the first one's error
/// (`__sys_sendmmsg`).
pub(super) fn serve_sendmmsg(
    worker: &Worker<'_>,
    target: &Target<'_>,
    fd: i32,
    vector: u64,
    count: u32,
    flags: u32,
) -> Result<Answer, Stop> {
    let wide = is_wide(target);
    let flags = acceptable(flags, wide)?;
    let outlet = Outlet::of(target, fd)?;
    let count = u64::from(count).min(MAX_SEGMENTS);
    let mut done = 0;
    while done < count {
        let at = vector.wrapping_add(done * Header::stride(wide) as u64);
        let result = Message::read(target, at, flags, MSG_EOR).and_then(|message| {
            let sent = outlet.send(worker, target, &message)?;
            target.write(at.wrapping_add(Header::size(wide) as u64), &(sent as u32).to_ne_bytes())?;
            Ok(sent == message.segments.total())
        });
        match result {
            Ok(whole) => {
                done += 1;
                if !whole {
                    break;
                }
            }
            Err(Stop::Gone) => return Err(Stop::Gone),
            Err(_) if done > 0 => break,
            Err(stop) => return Err(stop),
        }
    }
    Ok(Answer::value(done as i64))
}

fn is_wide(target: &Target<'_>) -> bool {
    target.abi().word_bits() == 64
}

fn acceptable(flags: u32, wide: bool) -> Result<u32, Errno> {
    if wide && flags & MSG_CMSG_COMPAT != 0 { Err(Errno::EINVAL) } else { Ok(flags & !MSG_CMSG_COMPAT) }
}

/// What is to be sent; only the payload is still in the target.
struct Message {
    /// The destination; empty only by a sendto with an address of no length.
    name: Option<Vec<u8>>,
    segments: Segments,
    control: Vec<Ancillary>,
    flags: u32,
}

impl Message {
    /// Copies a `struct msghdr` and what it points to, in the kernel's order (`__copy_msghdr`,
    /// `____sys_sendmsg`). `own`: the flags that the header itself may add.
    fn read(target: &Target<'_>, address: u64, flags: u32, own: u32) -> Result<Message, Stop> {
        let wide = is_wide(target);
        let header = Header::decode(&target.bytes(address, Header::size(wide))?, wide);
        let name = match (header.name, header.name_length) {
            (0, _) | (_, 0) => None,
            (name, length) => Some(address::read(target, name, length.min(NAME_MAX))?),
        };
        if header.count > MAX_SEGMENTS {
            return Err(Stop::Errno(Errno::EMSGSIZE));
        }
        let length = header.count as usize * Segments::stride(wide);
        let segments = Segments::decode(&target.bytes(header.segments, length)?, wide)?;
        if header.control_length > CONTROL_MAX {
            return Err(Stop::Errno(Errno::ENOBUFS));
        }
        let control = target.bytes(header.control, header.control_length as usize)?;
        let control = decode_control(&control, wide)?;
        Ok(Message { name, segments, control, flags: flags | header.flags & own })
    }

    /// Up to `limit` bytes of the payload from `offset` on. Fewer when memory ends there and `partial`
    /// will do; EFAULT when it will not, or when nothing at all is readable.
    fn part(&self, target: &Target<'_>, offset: u64, limit: u64, partial: bool) -> Result<Vec<u8>, Stop> {
        let mut bytes = Vec::new();
        for segment in self.segments.range(offset, limit) {
            let start = bytes.len();
            bytes.resize(start + segment.length as usize, 0);
            let count = match target.fill(segment.address, &mut bytes[start..]) {
                Err(Stop::Errno(Errno::EFAULT)) => 0,
                result => result?,
            };
            bytes.truncate(start + count);
            if (count as u64) < segment.length {
                if !partial || bytes.is_empty() {
                    return Err(Stop::Errno(Errno::EFAULT));
                }
                break;
            }
        }
        target.check()?;
        Ok(bytes)
    }
}

/// Where a message goes, judged.
#[derive(Default)]
struct Aim {
    /// The raw address for the kernel; empty for none.
    name: Vec<u8>,
    /// The unix socket that the address leads to by /proc/self/fd.
    _pinned: Option<OwnedFd>,
}

/// The control data as the supervisor sends it.
struct Control {
    all: Vec<Ancillary>,
    /// The sender's credentials where the program named none.
    implied: Option<Ancillary>,
    /// Whether the message may go without them.
    dispensable: bool,
    /// Whether the target is named as the sender: then the supervisor sends with its own rights, which it
    /// needs to name another, and the address was judged with the target's.
    named: bool,
    /// The descriptors that are passed on.
    _passed: Vec<OwnedFd>,
}

impl Control {
    /// Adds the credentials that the kernel would attach by itself for a receiver with SO_PASSCRED. They
    /// would be the supervisor's, who performs the call: a privileged one names the program instead. An
    /// ordinary one cannot, so such a receiver sees the supervisor's pid (the user and the group are the
    /// same).
    fn imply(&mut self, worker: &Worker<'_>, target: &Target<'_>) -> Result<(), Stop> {
        let changed = worker.supervisor().act_as(target)?.is_some();
        // Without them the kernel attaches the real ids, and those stay the supervisor's while it acts as
        // the target: a program that gave up its rights must not send with them.
        self.dispensable = !changed;
        self.named = may_name_others()?;
        if self.named {
            self.implied = Some(own_credentials(target)?.encode());
        } else if changed {
            let pid = std::process::id();
            self.implied = Some(Ucred { pid, ..own_credentials(target)? }.encode());
        }
        Ok(())
    }

    /// The bytes for the first part of a stream, or for a later one: descriptors are passed once.
    fn encode(&self, first: bool, implied: bool) -> Vec<u8> {
        let rights = |one: &Ancillary| one.level == SOL_SOCKET && one.kind == SCM_RIGHTS;
        let implied = self.implied.as_ref().filter(|_| implied);
        encode_control(self.all.iter().filter(|one| first || !rights(one)).chain(implied))
    }
}

/// A duplicate of the target's socket.
struct Outlet {
    socket: OwnedFd,
    kind: Kind,
}

impl Outlet {
    fn of(target: &Target<'_>, fd: i32) -> Result<Outlet, Stop> {
        let socket = target.descriptor(fd)?;
        let kind = address::kind_of(socket.as_fd())?;
        Ok(Outlet { socket, kind })
    }

    /// Judges one message and sends it; returns how many bytes went.
    fn send(&self, worker: &Worker<'_>, target: &Target<'_>, message: &Message) -> Result<u64, Stop> {
        let most = if self.kind.is_internet() { UDP_MAX } else { DATAGRAM_MAX };
        if !self.kind.is_stream() && message.segments.total() > most {
            return Err(Stop::Errno(Errno::EMSGSIZE));
        }
        let flags = self.flags(message.flags)?;
        let control = self.control(worker, target, &message.control)?;
        let aim = self.aim(worker, target, message)?;
        let sent = self.transmit(worker, target, message, flags, &aim, &control);
        if sent == Err(Stop::Errno(Errno::EPIPE)) && self.raises_sigpipe() && flags & MSG_NOSIGNAL == 0 {
            let tgid = target.status()?.tgid;
            target.check()?;
            // It fails when the thread died: then nobody waits for the answer either.
            let _ = callgate_sys::thread::tgkill(tgid, target.tid(), SIGPIPE);
        }
        sent
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

    /// The control data with descriptors and credentials made the supervisor's to send.
    fn control(
        &self,
        worker: &Worker<'_>,
        target: &Target<'_>,
        given: &[Ancillary],
    ) -> Result<Control, Stop> {
        let mut passed = Vec::new();
        let mut all = Vec::with_capacity(given.len());
        let mut credentials_given = false;
        for one in given {
            let mut one = one.clone();
            match (one.level, one.kind) {
                (SOL_SOCKET, SCM_RIGHTS) if self.kind.is_unix() => {
                    one.data = duplicates(target, &one.data, &mut passed)?;
                }
                (SOL_SOCKET, SCM_CREDENTIALS) if self.kind.is_unix() || self.kind.is_netlink() => {
                    check_credentials(target, &one.data)?;
                    credentials_given = true;
                }
                _ => {}
            }
            all.push(one);
        }
        let mut control = Control {
            all,
            implied: None,
            dispensable: true,
            named: credentials_given && self.kind.is_unix(),
            _passed: passed,
        };
        if self.kind.is_unix() && !credentials_given {
            control.imply(worker, target)?;
        }
        Ok(control)
    }

    /// Judges the destination. What the kernel ignores is not judged and not passed on.
    fn aim(&self, worker: &Worker<'_>, target: &Target<'_>, message: &Message) -> Result<Aim, Stop> {
        let Some(given) = &message.name else { return Ok(Aim::default()) };
        let kind = self.kind;
        let operation = match (kind.is_stream(), kind.is_internet()) {
            // Only MSG_FASTOPEN makes TCP look at an address: then sending connects (trap 5).
            (true, true) if message.flags & MSG_FASTOPEN == 0 => return Ok(Aim::default()),
            (true, true) => Operation::NetConnect,
            // Whatever it is, the kernel refuses it: EISCONN, EOPNOTSUPP.
            (true, false) if kind.is_unix() => return Ok(Aim { name: given.clone(), _pinned: None }),
            _ if kind.is_unix_sequence() => return Ok(Aim::default()),
            _ => Operation::NetSend,
        };
        if given.is_empty() {
            return if kind.is_internet() { Err(Stop::Errno(Errno::EINVAL)) } else { Ok(Aim::default()) };
        }
        let supervisor = worker.supervisor();
        let mut name = given.clone();
        match address::destination(self.socket.as_fd(), kind, &mut name, operation)? {
            // The kernel drops such an address. To pass it on would be to trust the socket's family, which
            // IPV6_ADDRFORM can change in between: an IPv4 socket reads the same bytes as an address.
            Address::Unjudged if kind.is_internet() && operation == Operation::NetSend => Ok(Aim::default()),
            Address::Unjudged => Ok(Aim { name, _pinned: None }),
            Address::Object(object) => {
                supervisor.judge(target, &[operation], object.to_string().as_bytes(), &object)?;
                Ok(Aim { name, _pinned: None })
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
                Ok(Aim { name, _pinned: Some(pinned) })
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
        aim: &Aim,
        control: &Control,
    ) -> Result<u64, Stop> {
        let stream = self.kind.is_stream();
        let total = message.segments.total();
        let mut sent = 0;
        loop {
            let first = sent == 0;
            let limit = if stream { PART } else { total };
            let result = message.part(target, sent, limit, stream).and_then(|data| {
                // Only now: reading another's memory takes rights that the target may lack.
                let _acting = if control.named { None } else { worker.supervisor().act_as(target)? };
                let last = sent + data.len() as u64 == total;
                let name = if first { aim.name.as_slice() } else { &[] };
                self.transmit_part(worker, name, &data, control, first, part_flags(flags, first, last))
            });
            match result {
                Ok(count) => {
                    sent += count;
                    if !stream || count == 0 || sent >= total {
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
        data: &[u8],
        control: &Control,
        first: bool,
        flags: u32,
    ) -> Result<u64, Stop> {
        let socket = self.socket.as_fd();
        let data = [IoSlice::new(data)];
        let full = control.encode(first, true);
        let send = |flags: u32| {
            let result = callgate_sys::socket::sendmsg(socket, name, &data, &full, flags as i32);
            if result == Err(Errno::EPERM) && control.implied.is_some() && control.dispensable {
                // A user namespace that does not own the pid namespace: nobody else can be named.
                let bare = control.encode(first, false);
                return callgate_sys::socket::sendmsg(socket, name, &data, &bare, flags as i32);
            }
            result
        };
        let patient = flags & MSG_DONTWAIT == 0;
        // Mostly there is room, and then nobody has to take the receiver's place. A fast open connects: its
        // second attempt would find the first.
        if !patient || flags & MSG_FASTOPEN == 0 {
            match send(flags | MSG_DONTWAIT) {
                Err(Errno::EAGAIN)
                    if patient && !rustix::fs::fcntl_getfl(socket)?.contains(OFlags::NONBLOCK) => {}
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

/// Duplicates the target's descriptors of one SCM_RIGHTS into `passed`; returns the duplicates' numbers.
fn duplicates(target: &Target<'_>, data: &[u8], passed: &mut Vec<OwnedFd>) -> Result<Vec<u8>, Stop> {
    let numbers = data.as_chunks::<4>().0;
    if passed.len() + numbers.len() > MAX_PASSED {
        return Err(Stop::Errno(Errno::EINVAL));
    }
    let mut own = Vec::with_capacity(data.len());
    for number in numbers {
        let fd = target.descriptor(i32::from_ne_bytes(*number))?;
        own.extend(fd.as_raw_fd().to_ne_bytes());
        passed.push(fd);
    }
    Ok(own)
}

/// `struct ucred`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Ucred {
    pid: u32,
    uid: u32,
    gid: u32,
}

impl Ucred {
    fn decode(data: &[u8]) -> Option<Ucred> {
        let (words, []) = data.as_chunks::<4>() else { return None };
        let [pid, uid, gid] = words else { return None };
        Some(Ucred {
            pid: u32::from_ne_bytes(*pid),
            uid: u32::from_ne_bytes(*uid),
            gid: u32::from_ne_bytes(*gid),
        })
    }

    fn encode(self) -> Ancillary {
        let data = [self.pid, self.uid, self.gid].iter().flat_map(|word| word.to_ne_bytes()).collect();
        Ancillary { level: SOL_SOCKET, kind: SCM_CREDENTIALS, data }
    }
}

/// The target's own credentials, by its effective ids.
fn own_credentials(target: &Target<'_>) -> Result<Ucred, Stop> {
    let status = target.status()?;
    Ok(Ucred { pid: status.tgid, uid: status.euid, gid: status.egid })
}

fn has(capabilities: u64, capability: u32) -> bool {
    capabilities & 1 << capability != 0
}

/// SCM_CREDENTIALS that the program names itself. The kernel would compare them with the supervisor: so they
/// are compared here, and pass where the supervisor may speak for another process.
fn check_credentials(target: &Target<'_>, data: &[u8]) -> Result<(), Stop> {
    let Some(named) = Ucred::decode(data) else { return Err(Stop::Errno(Errno::EINVAL)) };
    if named != own_credentials(target)? {
        return Err(if has(target.status()?.cap_effective, CAP_SYS_ADMIN) {
            Stop::Refused(Errno::EPERM, "a supervised program can name no other credentials than its own")
        } else {
            Stop::Errno(Errno::EPERM)
        });
    }
    if may_name_others()? {
        return Ok(());
    }
    Err(Stop::Refused(
        Errno::EPERM,
        "credentials in a message cannot be passed on: the kernel lets only a privileged supervisor name another process",
    ))
}

/// Whether the supervisor may send with another's credentials.
fn may_name_others() -> Result<bool, Stop> {
    Ok(has(Capabilities::of_this_thread()?.effective, CAP_SYS_ADMIN))
}

#[cfg(test)]
mod tests {
    use super::{
        Ancillary, Control, MSG_CMSG_COMPAT, MSG_DONTWAIT, MSG_EOR, MSG_FASTOPEN, MSG_OOB, SCM_CREDENTIALS,
        SCM_RIGHTS, SOL_SOCKET, Ucred, acceptable, part_flags,
    };
    use crate::handlers::message::{decode_control, encode_control};
    use callgate_abi::Errno;

    #[test]
    fn parts_of_a_stream() {
        let all = MSG_FASTOPEN | MSG_OOB | MSG_EOR | MSG_DONTWAIT;
        assert_eq!(part_flags(all, true, true), all);
        assert_eq!(part_flags(all, true, false), MSG_FASTOPEN | MSG_DONTWAIT);
        assert_eq!(part_flags(all, false, true), MSG_OOB | MSG_EOR | MSG_DONTWAIT);
        assert_eq!(part_flags(all, false, false), MSG_DONTWAIT);
    }

    #[test]
    fn the_mark_of_a_32_bit_caller() {
        assert_eq!(acceptable(MSG_CMSG_COMPAT, true), Err(Errno::EINVAL));
        assert_eq!(acceptable(MSG_CMSG_COMPAT | MSG_EOR, false), Ok(MSG_EOR));
        assert_eq!(acceptable(MSG_EOR, true), Ok(MSG_EOR));
    }

    #[test]
    fn credentials() {
        let own = Ucred { pid: 12, uid: 1000, gid: 100 };
        let ancillary = own.encode();
        assert_eq!((ancillary.level, ancillary.kind), (SOL_SOCKET, SCM_CREDENTIALS));
        assert_eq!(Ucred::decode(&ancillary.data), Some(own));
        for wrong in [&ancillary.data[..11], &[0; 16], &[0; 13], &[]] {
            assert_eq!(Ucred::decode(wrong), None);
        }
    }

    #[test]
    fn descriptors_go_with_the_first_part_only() {
        let rights = Ancillary { level: SOL_SOCKET, kind: SCM_RIGHTS, data: vec![3, 0, 0, 0] };
        let other = Ancillary { level: 41, kind: 50, data: vec![1; 20] };
        let implied = Ucred { pid: 1, uid: 2, gid: 3 }.encode();
        let control = Control {
            all: vec![rights.clone(), other.clone()],
            implied: Some(implied.clone()),
            dispensable: true,
            named: true,
            _passed: Vec::new(),
        };
        let list =
            |first, with| decode_control(&control.encode(first, with), size_of::<usize>() == 8).unwrap();
        assert_eq!(list(true, true), [rights.clone(), other.clone(), implied.clone()]);
        assert_eq!(list(true, false), [rights, other.clone()]);
        assert_eq!(list(false, true), [other, implied]);
        assert_eq!(encode_control([]), [0; 0]);
    }
}
