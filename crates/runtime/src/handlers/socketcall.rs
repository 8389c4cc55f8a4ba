//! socketcall, i386's multiplexer of the socket calls.

use super::{Calls, send, sockets};
use crate::answer::{Answer, Call};
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::Errno;
use callgate_policy::model::DefaultDecision;

pub(super) const CALLS: Calls = &[("socketcall", socketcall)];

/// `SYS_*` of `linux/net.h` and how many words each takes.
const SOCKET: u32 = 1;
const BIND: u32 = 2;
const CONNECT: u32 = 3;
const LISTEN: u32 = 4;
const SENDTO: u32 = 11;
const SENDMSG: u32 = 16;
const SENDMMSG: u32 = 20;

fn words(number: u32) -> Option<usize> {
    match number {
        LISTEN => Some(2),
        SOCKET | BIND | CONNECT | SENDMSG => Some(3),
        SENDMMSG => Some(4),
        SENDTO => Some(6),
        _ => None,
    }
}

/// The arguments lie in memory (socketcall(2)): they are read once, and the call is performed from what was
/// read.
fn socketcall(worker: &Worker<'_>, call: Call<'_>) -> Result<Answer, Stop> {
    let [number, arguments, ..] = call.data().args;
    let target = call.target();
    let number = number as u32;
    let Some(count) = words(number) else {
        return Err(Stop::Refused(
            Errno::ENOSYS,
            "this socketcall is not decoded; the direct system call works",
        ));
    };
    let bytes = target.bytes(arguments, count * 4)?;
    let word = |index: usize| bytes[index * 4..].first_chunk().map_or(0, |word| u32::from_ne_bytes(*word));
    let int = |index: usize| word(index) as i32;
    let pointer = |index: usize| u64::from(word(index));
    match number {
        SOCKET => create(worker, &target, int(0), int(1), int(2)),
        BIND => sockets::serve_bind(worker, &target, int(0), pointer(1), int(2)),
        CONNECT => sockets::serve_connect(worker, &target, int(0), pointer(1), int(2)),
        LISTEN => sockets::serve_listen(worker, &target, int(0), int(1)),
        SENDTO => {
            let arguments = [pointer(0), pointer(1), pointer(2), pointer(3), pointer(4), pointer(5)];
            send::serve_sendto(worker, &target, arguments)
        }
        SENDMSG => send::serve_sendmsg(worker, &target, int(0), pointer(1), word(2)),
        _ => send::serve_sendmmsg(worker, &target, int(0), pointer(1), word(2), word(3)),
    }
}

/// socket(2) by way of socketcall: the filter judges the direct call by its registers, here they are read.
fn create(
    worker: &Worker<'_>,
    target: &Target<'_>,
    domain: i32,
    kind: i32,
    protocol: i32,
) -> Result<Answer, Stop> {
    const SOCK_CLOEXEC: i32 = 0o2_000_000;
    let default_deny = worker.supervisor().policy.default != Some(DefaultDecision::Allow);
    if let Some(errno) = refusal(domain, kind, protocol, default_deny) {
        return Err(Stop::Errno(errno));
    }
    target.check()?;
    let _acting = worker.supervisor().act_as(target)?;
    let fd = callgate_sys::socket::socket(domain, kind, protocol)?;
    Ok(Answer::fd(fd, kind & SOCK_CLOEXEC != 0))
}

const AF_UNIX: i32 = 1;
const AF_INET: i32 = 2;
const AF_INET6: i32 = 10;
const AF_NETLINK: i32 = 16;
const AF_SMC: i32 = 43;
const SOCK_TYPE_MASK: i32 = 0xf;
const SOCK_STREAM: i32 = 1;
const SOCK_DGRAM: i32 = 2;
const SOCK_SEQPACKET: i32 = 5;
const SOCK_DCCP: i32 = 6;
const IPPROTO_IP: i32 = 0;
const IPPROTO_TCP: i32 = 6;
const IPPROTO_UDP: i32 = 17;
const IPPROTO_DCCP: i32 = 33;
const IPPROTO_SCTP: i32 = 132;
const IPPROTO_SMC: i32 = 256;
const IPPROTO_MPTCP: i32 = 262;

/// What the plan's rows for socket(2) say: families and protocols that no rule can speak of (trap 5).
fn refusal(domain: i32, kind: i32, protocol: i32, default_deny: bool) -> Option<Errno> {
    let internet = matches!(domain, AF_INET | AF_INET6);
    let own = match kind & SOCK_TYPE_MASK {
        SOCK_STREAM => Some(IPPROTO_TCP),
        SOCK_DGRAM => Some(IPPROTO_UDP),
        _ => None,
    };
    if default_deny {
        if !internet && !matches!(domain, AF_UNIX | AF_NETLINK) {
            return Some(Errno::EAFNOSUPPORT);
        }
        let plain = own.is_some_and(|own| protocol == IPPROTO_IP || protocol == own);
        return (internet && !plain).then_some(Errno::EPROTONOSUPPORT);
    }
    let other = domain == AF_SMC
        || matches!(protocol, IPPROTO_MPTCP | IPPROTO_SMC | IPPROTO_SCTP | IPPROTO_DCCP)
        || kind & SOCK_TYPE_MASK == SOCK_DCCP
        || (internet && kind & SOCK_TYPE_MASK == SOCK_SEQPACKET);
    other.then_some(Errno::EPROTONOSUPPORT)
}

#[cfg(test)]
mod tests {
    use super::{refusal, words};
    use callgate_abi::Errno;

    const CLOEXEC: i32 = 0o2_000_000;

    #[test]
    fn argument_counts() {
        // The kernel's own table (`nargs` of `net/socket.c`), in words.
        let known = [(1, 3), (2, 3), (3, 3), (4, 2), (11, 6), (16, 3), (20, 4)];
        for (number, count) in known {
            assert_eq!(words(number), Some(count));
        }
        for number in [0, 5, 9, 12, 17, 19, 21, u32::MAX] {
            assert_eq!(words(number), None);
        }
    }

    #[test]
    fn ordinary_sockets_are_made() {
        for default_deny in [false, true] {
            for (domain, kind, protocol) in
                [(1, 1, 0), (1, 5, 0), (2, 1, 0), (2, 1 | CLOEXEC, 6), (10, 2, 17), (16, 3, 0)]
            {
                assert_eq!(refusal(domain, kind, protocol, default_deny), None);
            }
        }
    }

    #[test]
    fn the_rest_is_not() {
        let protocol = Some(Errno::EPROTONOSUPPORT);
        for default_deny in [false, true] {
            for (domain, kind, number) in
                [(2, 1, 262), (2, 1 | CLOEXEC, 132), (2, 5, 0), (10, 5, 132), (2, 6, 33), (10, 1, 256)]
            {
                assert_eq!(refusal(domain, kind, number, default_deny), protocol);
            }
        }
        assert_eq!(refusal(2, 3, 1, true), protocol, "raw");
        assert_eq!(refusal(2, 2, 136, true), protocol, "UDP-Lite");
        assert_eq!(refusal(38, 5, 0, true), Some(Errno::EAFNOSUPPORT));
        assert_eq!(refusal(38, 5, 0, false), None);
        assert_eq!(refusal(43, 1, 0, false), protocol);
    }
}
