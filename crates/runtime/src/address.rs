//! Socket addresses as the kernel reads them.

use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::Errno;
use callgate_policy::{Object, Operation, Transport};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::os::fd::BorrowedFd;

/// `sizeof(struct sockaddr_storage)`: the kernel takes no longer address.
const SOCKADDR_MAX: usize = 128;
const AF_UNSPEC: u16 = 0;
const AF_UNIX: u16 = 1;
const AF_INET: u16 = 2;
const AF_INET6: u16 = 10;
const AF_NETLINK: u16 = 16;
const SOCK_STREAM: i32 = 1;
const SOCK_DGRAM: i32 = 2;
const SOCK_SEQPACKET: i32 = 5;

/// `sizeof(struct sockaddr_in)`, and `SIN6_LEN_RFC2133`, the least that serves for IPv6.
const SOCKADDR_IN: usize = 16;
const SOCKADDR_IN6: usize = 24;

/// What kind of socket a descriptor is. It cannot change, but for a connected IPv6 socket that becomes an
/// IPv4 one (IPV6_ADDRFORM).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kind {
    domain: i32,
    kind: i32,
}

impl Kind {
    /// A byte stream: TCP, a unix stream.
    pub(crate) fn is_stream(self) -> bool {
        self.kind == SOCK_STREAM
    }

    /// Datagrams: connecting only notes the address.
    pub(crate) fn is_datagram(self) -> bool {
        self.kind == SOCK_DGRAM
    }

    /// Unix packets in sequence: connected only, their sends ignore an address.
    pub(crate) fn is_unix_sequence(self) -> bool {
        self.is_unix() && self.kind == SOCK_SEQPACKET
    }

    /// A unix socket.
    pub(crate) fn is_unix(self) -> bool {
        self.domain as u16 == AF_UNIX
    }

    /// An IPv4 or IPv6 socket.
    pub(crate) fn is_internet(self) -> bool {
        matches!(self.domain as u16, AF_INET | AF_INET6)
    }

    /// Whether the kernel lets such a socket listen at all.
    pub(crate) fn can_listen(self) -> bool {
        matches!(self.kind, SOCK_STREAM | SOCK_SEQPACKET)
    }

    /// A netlink socket.
    pub(crate) fn is_netlink(self) -> bool {
        self.domain as u16 == AF_NETLINK
    }
}

/// What an address names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Address {
    /// Something no rule speaks of and that reaches nobody: a disconnect, an unnamed unix socket,
    /// netlink.
    Unjudged,
    /// An internet address or an abstract unix name.
    Object(Object),
    /// A unix path as given, still to be walked.
    UnixPath(Vec<u8>),
}

/// The kind of a socket; ENOTSOCK for anything else.
pub(crate) fn kind_of(socket: BorrowedFd<'_>) -> Result<Kind, Stop> {
    let (domain, kind) = callgate_sys::socket::kind(socket)?;
    Ok(Kind { domain, kind })
}

/// Copies an address from the target, once: EINVAL and EFAULT as natively (`move_addr_to_kernel`).
pub(crate) fn read(target: &Target<'_>, address: u64, length: i32) -> Result<Vec<u8>, Stop> {
    match usize::try_from(length) {
        Ok(0) => Ok(Vec::new()),
        Ok(length) if length <= SOCKADDR_MAX => target.bytes(address, length),
        _ => Err(Stop::Errno(Errno::EINVAL)),
    }
}

/// An address of the same family and length that leads nowhere: the kernel finds the same wrong with it.
pub(crate) fn harmless(raw: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0; raw.len().max(1)];
    // No length at all cannot be passed on; one is as short.
    let family = raw.len().min(2);
    bytes[..family].copy_from_slice(&raw[..family]);
    bytes
}

/// A `sockaddr_un` for a path.
pub(crate) fn unix(path: &[u8]) -> Vec<u8> {
    let mut raw = AF_UNIX.to_ne_bytes().to_vec();
    raw.extend_from_slice(path);
    raw.push(0);
    raw
}

/// What `raw` names as the destination of a connect or a send. The any-address means this host there: it is
/// replaced, so that what is judged is what is reached, and what `raw` says from here on.
pub(crate) fn destination(
    socket: BorrowedFd<'_>,
    kind: Kind,
    raw: &mut [u8],
    operation: Operation,
) -> Result<Address, Stop> {
    if kind.is_internet() && any_address(raw).is_some() {
        let local = callgate_sys::socket::local_address(socket)?;
        replace_any(raw, &local);
    }
    decode(kind, raw, operation)
}

/// An address field that holds the any-address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Any {
    /// 0.0.0.0 in a `sockaddr_in`.
    V4,
    /// :: in a `sockaddr_in6`.
    V6,
    /// ::ffff:0.0.0.0 in a `sockaddr_in6`.
    Mapped,
}

/// The first twelve bytes of an IPv4-mapped address.
const MAPPED: [u8; 12] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];

fn any_address(raw: &[u8]) -> Option<Any> {
    match (family_of(raw)?, raw.get(4..8), raw.get(8..24)) {
        // AF_UNSPEC counts as AF_INET where a datagram is sent, and elsewhere its bytes are not looked at.
        (AF_INET | AF_UNSPEC, Some([0, 0, 0, 0]), _) => Some(Any::V4),
        (AF_INET6, _, Some(bytes)) if bytes == [0; 16] => Some(Any::V6),
        (AF_INET6, _, Some(bytes)) if bytes[..12] == MAPPED && bytes[12..] == [0; 4] => Some(Any::Mapped),
        _ => None,
    }
}

fn family_of(raw: &[u8]) -> Option<u16> {
    match raw {
        [low, high, ..] => Some(u16::from_ne_bytes([*low, *high])),
        _ => None,
    }
}

/// Puts in the address that the kernel would take: for 0.0.0.0 the socket's own if it has one, else
/// 127.0.0.1 (`ip_route_output_key_hash_rcu`); for :: ::1, or 127.0.0.1 when the socket is bound to IPv4
/// (`tcp_v6_connect`, `__ip6_datagram_connect`).
fn replace_any(raw: &mut [u8], local: &[u8]) {
    const LOOPBACK: [u8; 4] = [127, 0, 0, 1];
    let bound = match (family_of(local), local.get(4..8), local.get(8..24)) {
        (Some(AF_INET), Some(v4), _) => Some([v4[0], v4[1], v4[2], v4[3]]),
        (Some(AF_INET6), _, Some(v6)) if v6[..12] == MAPPED => Some([v6[12], v6[13], v6[14], v6[15]]),
        _ => None,
    };
    let unicast = bound.filter(|own| {
        let own = Ipv4Addr::from(*own);
        !own.is_unspecified() && !own.is_multicast() && !own.is_broadcast()
    });
    match any_address(raw) {
        None => {}
        Some(Any::V4) => raw[4..8].copy_from_slice(&unicast.unwrap_or(LOOPBACK)),
        Some(Any::Mapped) => raw[20..24].copy_from_slice(&unicast.unwrap_or(LOOPBACK)),
        Some(Any::V6) if bound.is_some() && family_of(local) == Some(AF_INET6) => {
            raw[8..20].copy_from_slice(&MAPPED);
            raw[20..24].copy_from_slice(&LOOPBACK);
        }
        Some(Any::V6) => raw[23] = 1,
    }
}

/// What `raw` names for a socket of this kind. An address of a family that the socket does not take is
/// answered as the kernel answers it, without asking the kernel.
pub(crate) fn decode(kind: Kind, raw: &[u8], operation: Operation) -> Result<Address, Stop> {
    let Some(family) = family_of(raw) else { return Err(Stop::Errno(Errno::EINVAL)) };
    match kind.domain as u16 {
        AF_UNIX => unix_address(family, raw),
        AF_INET | AF_INET6 => {
            let transport = match kind.kind {
                SOCK_STREAM => Transport::Tcp,
                SOCK_DGRAM => Transport::Udp,
                // Raw and packet sockets reach everybody: no rule allows them.
                _ => return Err(Stop::Refused(Errno::EACCES, "no rule can speak of raw sockets")),
            };
            internet_address(kind, transport, family, raw, operation)
        }
        AF_NETLINK => Ok(Address::Unjudged),
        _ => Err(Stop::Refused(Errno::EAFNOSUPPORT, "no rule can speak of this socket family")),
    }
}

fn unix_address(family: u16, raw: &[u8]) -> Result<Address, Stop> {
    if family == AF_UNSPEC {
        return Ok(Address::Unjudged);
    }
    if family != AF_UNIX || raw.len() > 110 {
        return Err(Stop::Errno(Errno::EINVAL));
    }
    match &raw[2..] {
        // No name at all: bind picks an abstract one (autobind).
        [] => Ok(Address::Unjudged),
        [0, name @ ..] => Ok(Address::Object(Object::UnixAbstract(name.to_vec()))),
        path => {
            let end = path.iter().position(|byte| *byte == 0).unwrap_or(path.len());
            Ok(Address::UnixPath(path[..end].to_vec()))
        }
    }
}

fn internet_address(
    kind: Kind,
    transport: Transport,
    family: u16,
    raw: &[u8],
    operation: Operation,
) -> Result<Address, Stop> {
    let port = |raw: &[u8]| u16::from_be_bytes([raw[2], raw[3]]);
    let v4 = |raw: &[u8]| IpAddr::V4(Ipv4Addr::new(raw[4], raw[5], raw[6], raw[7]));
    let object = |ip, port| Ok(Address::Object(Object::inet(transport, SocketAddr::new(ip, port))));
    let wide = kind.domain as u16 == AF_INET6;
    match family {
        // connect(AF_UNSPEC) dissolves an association.
        AF_UNSPEC if operation == Operation::NetConnect => Ok(Address::Unjudged),
        // `udpv6_sendmsg` drops such an address and sends where the socket is connected to.
        AF_UNSPEC if operation == Operation::NetSend && wide => Ok(Address::Unjudged),
        // Datagram sockets of IPv6 take IPv4 destinations.
        AF_INET if wide && transport == Transport::Udp && operation != Operation::NetBind => {
            if raw.len() < SOCKADDR_IN {
                return Err(Stop::Errno(Errno::EINVAL));
            }
            object(v4(raw), port(raw))
        }
        // The length is looked at before the family, by the size of the socket's own.
        _ if raw.len() < if wide { SOCKADDR_IN6 } else { SOCKADDR_IN } => Err(Stop::Errno(Errno::EINVAL)),
        // bind(AF_UNSPEC) with the any-address counts as AF_INET (`__inet_bind`), as does a datagram's
        // destination (`udp_sendmsg`).
        AF_INET | AF_UNSPEC if !wide => object(v4(raw), port(raw)),
        AF_INET6 if wide => {
            let mut bytes = [0; 16];
            bytes.copy_from_slice(&raw[8..24]);
            object(IpAddr::V6(Ipv6Addr::from(bytes)), port(raw))
        }
        _ if operation == Operation::NetSend && wide => Err(Stop::Errno(Errno::EINVAL)),
        _ => Err(Stop::Errno(Errno::EAFNOSUPPORT)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, Kind, any_address, decode, replace_any, unix};
    use callgate_policy::{Object, Operation};
    use std::net::{Ipv6Addr, SocketAddrV4, SocketAddrV6};

    const TCP4: Kind = Kind { domain: 2, kind: 1 };
    const TCP6: Kind = Kind { domain: 10, kind: 1 };
    const UDP4: Kind = Kind { domain: 2, kind: 2 };
    const UDP6: Kind = Kind { domain: 10, kind: 2 };
    const UNIX: Kind = Kind { domain: 1, kind: 1 };

    fn inet(address: &str) -> Vec<u8> {
        let address: SocketAddrV4 = address.parse().unwrap();
        let mut raw = 2u16.to_ne_bytes().to_vec();
        raw.extend(address.port().to_be_bytes());
        raw.extend(address.ip().octets());
        raw.extend([0; 8]);
        raw
    }

    fn inet6(address: &str) -> Vec<u8> {
        let address: SocketAddrV6 = address.parse().unwrap();
        let mut raw = 10u16.to_ne_bytes().to_vec();
        raw.extend(address.port().to_be_bytes());
        raw.extend([0; 4]);
        raw.extend(address.ip().octets());
        raw.extend([0; 4]);
        raw
    }

    /// Where `raw` leads from a socket bound to `local`.
    fn led(kind: Kind, mut raw: Vec<u8>, local: &[u8], operation: Operation) -> String {
        replace_any(&mut raw, local);
        text(kind, &raw, operation)
    }

    #[test]
    fn the_any_address_is_this_host() {
        use Operation::{NetConnect, NetSend};
        let (any, any6) = (inet("0.0.0.0:0"), inet6("[::]:0"));
        assert_eq!(led(TCP4, inet("0.0.0.0:80"), &any, NetConnect), "tcp:127.0.0.1:80");
        assert_eq!(led(UDP4, inet("0.0.0.0:53"), &any, NetSend), "udp:127.0.0.1:53");
        assert_eq!(led(TCP6, inet6("[::]:80"), &any6, NetConnect), "tcp:[::1]:80");
        assert_eq!(led(UDP6, inet6("[::]:53"), &any6, NetSend), "udp:[::1]:53");
        assert_eq!(led(TCP6, inet6("[::ffff:0.0.0.0]:80"), &any6, NetConnect), "tcp:127.0.0.1:80");
        assert_eq!(led(UDP6, inet("0.0.0.0:53"), &any6, NetSend), "udp:127.0.0.1:53");
        // The kernel sees the rewritten bytes: they still spell a mapped address.
        let mut raw = inet6("[::ffff:0.0.0.0]:80");
        replace_any(&mut raw, &any6);
        assert_eq!(raw, inet6("[::ffff:127.0.0.1]:80"));
    }

    #[test]
    fn a_bound_socket_reaches_its_own_address() {
        let connect = Operation::NetConnect;
        assert_eq!(led(TCP4, inet("0.0.0.0:80"), &inet("10.0.0.5:1"), connect), "tcp:10.0.0.5:80");
        assert_eq!(led(TCP4, inet("0.0.0.0:80"), &inet("224.0.0.5:1"), connect), "tcp:127.0.0.1:80");
        let mapped = inet6("[::ffff:10.0.0.5]:1");
        assert_eq!(led(TCP6, inet6("[::ffff:0.0.0.0]:80"), &mapped, connect), "tcp:10.0.0.5:80");
        assert_eq!(led(TCP6, inet6("[::]:80"), &mapped, connect), "tcp:127.0.0.1:80");
        assert_eq!(led(TCP6, inet6("[::]:80"), &inet6("[fd00::1]:1"), connect), "tcp:[::1]:80");
    }

    #[test]
    fn other_addresses_stay() {
        for raw in [inet("10.0.0.1:80"), inet6("[fd00::1]:80"), inet6("[::ffff:10.0.0.1]:80"), unix(b"/x")] {
            assert_eq!(any_address(&raw), None);
            let mut same = raw.clone();
            replace_any(&mut same, &inet("10.0.0.5:1"));
            assert_eq!(same, raw);
        }
        for short in [&[][..], &[2], &[2, 0], &[10, 0, 0, 80]] {
            assert_eq!(any_address(short), None);
        }
    }

    #[test]
    fn sends_to_no_family() {
        let mut raw = inet("10.0.0.1:53");
        raw[..2].fill(0);
        assert_eq!(text(UDP4, &raw, Operation::NetSend), "udp:10.0.0.1:53");
        assert_eq!(decode(UDP6, &raw, Operation::NetSend), Ok(Address::Unjudged));
        let mapped = inet6("[::ffff:10.0.0.1]:53");
        assert_eq!(
            Ipv6Addr::from(<[u8; 16]>::try_from(&mapped[8..24]).unwrap()).to_canonical().to_string(),
            "10.0.0.1"
        );
        assert_eq!(text(UDP6, &mapped, Operation::NetSend), "udp:10.0.0.1:53");
    }

    fn v4(port: u16) -> Vec<u8> {
        let mut raw = 2u16.to_ne_bytes().to_vec();
        raw.extend(port.to_be_bytes());
        raw.extend([127, 0, 0, 1]);
        raw.extend([0; 8]);
        raw
    }

    fn text(kind: Kind, raw: &[u8], operation: Operation) -> String {
        match decode(kind, raw, operation) {
            Ok(Address::Object(object)) => object.to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn internet() {
        assert_eq!(text(TCP4, &v4(80), Operation::NetBind), "tcp:127.0.0.1:80");
        assert!(decode(TCP4, &v4(80)[..15], Operation::NetBind).is_err(), "too short");
        assert_eq!(decode(TCP4, &[0; 16], Operation::NetConnect), Ok(Address::Unjudged));
        assert_eq!(text(TCP4, &[0; 16], Operation::NetBind), "tcp:0.0.0.0:0");
    }

    #[test]
    fn mapped_addresses_are_what_they_reach() {
        let mut raw = 10u16.to_ne_bytes().to_vec();
        raw.extend(443u16.to_be_bytes());
        raw.extend([0; 4]);
        raw.extend([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 10, 0, 0, 1]);
        raw.extend([0; 4]);
        assert_eq!(text(TCP6, &raw, Operation::NetConnect), "tcp:10.0.0.1:443");
    }

    #[test]
    fn unix_names() {
        assert_eq!(
            decode(UNIX, &unix(b"/run/x"), Operation::NetConnect),
            Ok(Address::UnixPath(b"/run/x".to_vec()))
        );
        let mut raw = 1u16.to_ne_bytes().to_vec();
        raw.extend(b"\0abc");
        assert_eq!(
            decode(UNIX, &raw, Operation::NetBind),
            Ok(Address::Object(Object::UnixAbstract(b"abc".to_vec())))
        );
        assert_eq!(decode(UNIX, &1u16.to_ne_bytes(), Operation::NetBind), Ok(Address::Unjudged));
    }
}
