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
const SOCK_STREAM: i32 = 1;
const SOCK_DGRAM: i32 = 2;

/// What kind of socket a descriptor is; it cannot change.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kind {
    domain: i32,
    kind: i32,
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

/// A `sockaddr_un` for a path.
pub(crate) fn unix(path: &[u8]) -> Vec<u8> {
    let mut raw = AF_UNIX.to_ne_bytes().to_vec();
    raw.extend_from_slice(path);
    raw.push(0);
    raw
}

/// What `raw` names for a socket of this kind. An address of a family that the socket does not take is
/// answered as the kernel answers it, without asking the kernel.
pub(crate) fn decode(kind: &Kind, raw: &[u8], operation: Operation) -> Result<Address, Stop> {
    let family = match raw {
        [low, high, ..] => u16::from_ne_bytes([*low, *high]),
        _ => return Err(Stop::Errno(Errno::EINVAL)),
    };
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
        16 => Ok(Address::Unjudged),
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
    kind: &Kind,
    transport: Transport,
    family: u16,
    raw: &[u8],
    operation: Operation,
) -> Result<Address, Stop> {
    let port = |raw: &[u8]| u16::from_be_bytes([raw[2], raw[3]]);
    let v4 = |raw: &[u8]| IpAddr::V4(Ipv4Addr::new(raw[4], raw[5], raw[6], raw[7]));
    let object = |ip, port| Ok(Address::Object(Object::inet(transport, SocketAddr::new(ip, port))));
    match family {
        AF_INET if raw.len() >= 16 => object(v4(raw), port(raw)),
        AF_INET6 if raw.len() >= 24 => {
            let mut bytes = [0; 16];
            bytes.copy_from_slice(&raw[8..24]);
            object(IpAddr::V6(Ipv6Addr::from(bytes)), port(raw))
        }
        AF_INET | AF_INET6 => Err(Stop::Errno(Errno::EINVAL)),
        // connect(AF_UNSPEC) dissolves an association.
        AF_UNSPEC if operation == Operation::NetConnect => Ok(Address::Unjudged),
        // bind(AF_UNSPEC) with the any-address counts as AF_INET (`__inet_bind`).
        AF_UNSPEC if kind.domain as u16 == AF_INET && raw.len() >= 16 => object(v4(raw), port(raw)),
        _ => Err(Stop::Errno(Errno::EAFNOSUPPORT)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, Kind, decode, unix};
    use callgate_policy::{Object, Operation};

    const TCP4: Kind = Kind { domain: 2, kind: 1 };
    const TCP6: Kind = Kind { domain: 10, kind: 1 };
    const UNIX: Kind = Kind { domain: 1, kind: 1 };

    fn v4(port: u16) -> Vec<u8> {
        let mut raw = 2u16.to_ne_bytes().to_vec();
        raw.extend(port.to_be_bytes());
        raw.extend([127, 0, 0, 1]);
        raw.extend([0; 8]);
        raw
    }

    fn text(kind: Kind, raw: &[u8], operation: Operation) -> String {
        match decode(&kind, raw, operation) {
            Ok(Address::Object(object)) => object.to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn internet() {
        assert_eq!(text(TCP4, &v4(80), Operation::NetBind), "tcp:127.0.0.1:80");
        assert!(decode(&TCP4, &v4(80)[..15], Operation::NetBind).is_err(), "too short");
        assert_eq!(decode(&TCP4, &[0; 16], Operation::NetConnect), Ok(Address::Unjudged));
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
            decode(&UNIX, &unix(b"/run/x"), Operation::NetConnect),
            Ok(Address::UnixPath(b"/run/x".to_vec()))
        );
        let mut raw = 1u16.to_ne_bytes().to_vec();
        raw.extend(b"\0abc");
        assert_eq!(
            decode(&UNIX, &raw, Operation::NetBind),
            Ok(Address::Object(Object::UnixAbstract(b"abc".to_vec())))
        );
        assert_eq!(decode(&UNIX, &1u16.to_ne_bytes(), Operation::NetBind), Ok(Address::Unjudged));
    }
}
