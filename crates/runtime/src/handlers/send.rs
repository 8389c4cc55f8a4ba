//! sendto, sendmsg, sendmmsg, performed on the supervisor's duplicate of the target's socket with one copy
//! of the address, of the control data and of each part of the message.

use super::Calls;
use super::message::{Ancillary, Header, MAX_SEGMENTS, Segments, decode_control};
use super::outlet::{MSG_EOR, Outlet};
use crate::address;
use crate::answer::{Answer, Call};
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::Errno;

pub(super) const CALLS: Calls = &[("sendto", sendto), ("sendmsg", sendmsg), ("sendmmsg", sendmmsg)];

/// The kernel's own mark of a 32-bit caller: refused from others.
const MSG_CMSG_COMPAT: u32 = 0x8000_0000;
/// `sizeof(struct sockaddr_storage)`: sendmsg cuts a longer address, sendto refuses it.
const NAME_MAX: i32 = 128;
/// Bytes of `struct compat_cmsghdr`.
const COMPAT_HEAD: u64 = 12;
/// More control data than any kernel takes (net.core.optmem_max is 128 KiB and rarely raised).
const CONTROL_MAX: u64 = 1 << 20;

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
    if is_wide(target) {
        callgate_sys::socket::importable(data, length)?;
    }
    let outlet = Outlet::of(target, fd as i32)?;
    let name = match name {
        0 => None,
        name => Some(address::read(target, name, name_length as i32)?),
    };
    let message = Message {
        name,
        segments: Segments::one(data, length),
        control: Controls::Read(Vec::new()),
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
            Ok(outlet.took(&message, sent) == message.segments.total())
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
pub(super) struct Message {
    /// The destination; empty only by a sendto with an address of no length.
    pub(super) name: Option<Vec<u8>>,
    pub(super) segments: Segments,
    pub(super) control: Controls,
    pub(super) flags: u32,
}

/// The control data of a message.
pub(super) enum Controls {
    /// Well formed.
    Read(Vec<Ancillary>),
    /// Not so: the protocols find that out each at another moment.
    Odd(Vec<u8>),
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
        if wide {
            for segment in segments.all() {
                callgate_sys::socket::importable(segment.address, segment.length)?;
            }
        }
        if header.control_length > CONTROL_MAX {
            return Err(Stop::Errno(Errno::ENOBUFS));
        }
        if !wide && header.control_length > 0 && (header.control == 0 || header.control_length < COMPAT_HEAD)
        {
            // Nothing to convert, which is not even read (`cmsghdr_from_user_compat_to_kern`).
            return Err(Stop::Errno(Errno::EINVAL));
        }
        let control = target.bytes(header.control, header.control_length as usize)?;
        let control = match decode_control(&control, wide) {
            Err(_) if wide => Controls::Odd(control),
            decoded => Controls::Read(decoded?),
        };
        Ok(Message { name, segments, control, flags: flags | header.flags & own })
    }

    /// Up to `limit` bytes of the payload from `offset` on, and how many of them are lacking because memory ends.
    pub(super) fn part(&self, target: &Target<'_>, offset: u64, limit: u64) -> Result<(Vec<u8>, u64), Stop> {
        let wanted = limit.min(self.segments.total() - offset);
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
                break;
            }
        }
        target.check()?;
        let missing = wanted - bytes.len() as u64;
        Ok((bytes, missing))
    }
}

#[cfg(test)]
mod tests {
    use super::{MSG_CMSG_COMPAT, acceptable};
    use crate::handlers::outlet::MSG_EOR;
    use callgate_abi::Errno;

    #[test]
    fn the_mark_of_a_32_bit_caller() {
        assert_eq!(acceptable(MSG_CMSG_COMPAT, true), Err(Errno::EINVAL));
        assert_eq!(acceptable(MSG_CMSG_COMPAT | MSG_EOR, false), Ok(MSG_EOR));
        assert_eq!(acceptable(MSG_EOR, true), Ok(MSG_EOR));
    }
}
