//! What is asked of a policy: an operation on an object.

use std::fmt;
use std::net::{IpAddr, SocketAddr};

/// What a call does to an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Operation {
    /// Open for reading, list a directory.
    FsRead,
    /// Change contents, a name, or metadata.
    FsWrite,
    /// Execute.
    FsExec,
    /// Not an operation of a call: a rule of fs.hide makes the name nonexistent.
    FsHide,
    /// connect(2).
    NetConnect,
    /// bind(2).
    NetBind,
    /// listen(2).
    NetListen,
    /// sendto(2) and its kin with an address.
    NetSend,
}

impl Operation {
    /// All of them.
    pub const ALL: &[Operation] = &[
        Operation::FsRead,
        Operation::FsWrite,
        Operation::FsExec,
        Operation::FsHide,
        Operation::NetConnect,
        Operation::NetBind,
        Operation::NetListen,
        Operation::NetSend,
    ];

    /// `fs.read` … `net.send`.
    pub fn name(self) -> &'static str {
        match self {
            Operation::FsRead => "fs.read",
            Operation::FsWrite => "fs.write",
            Operation::FsExec => "fs.exec",
            Operation::FsHide => "fs.hide",
            Operation::NetConnect => "net.connect",
            Operation::NetBind => "net.bind",
            Operation::NetListen => "net.listen",
            Operation::NetSend => "net.send",
        }
    }

    /// The operation of a name.
    pub fn from_name(name: &str) -> Option<Operation> {
        Self::ALL.iter().copied().find(|op| op.name() == name)
    }

    /// Whether its objects are files.
    pub fn is_fs(self) -> bool {
        matches!(self, Operation::FsRead | Operation::FsWrite | Operation::FsExec | Operation::FsHide)
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Transport of an internet address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Transport {
    /// `tcp:`
    Tcp,
    /// `udp:`
    Udp,
}

/// What an operation is about, as plain bytes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Object {
    /// A file by its resolved absolute name: no `.`, `..`, doubled or trailing slash; `/` is the root.
    Path(Vec<u8>),
    /// An internet address. An IPv4-mapped IPv6 address is given as IPv4.
    Inet(Transport, IpAddr, u16),
    /// A unix socket by its resolved absolute name.
    UnixPath(Vec<u8>),
    /// A unix socket in the abstract namespace, without the leading NUL.
    UnixAbstract(Vec<u8>),
}

impl Object {
    /// An internet object, IPv4-mapped addresses taken as the IPv4 address they reach.
    pub fn inet(transport: Transport, address: SocketAddr) -> Object {
        Object::Inet(transport, address.ip().to_canonical(), address.port())
    }
}

impl fmt::Display for Object {
    /// As the policy language writes it: a path, `tcp:1.2.3.4:80`, `tcp:[::1]:80`, `unix:/run/x`, `unix:@x`.
    /// Bytes that are no printable UTF-8 are escaped as `\xNN`, control characters too, so that a
    /// file name cannot write to a terminal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Object::Path(path) => write_escaped(f, path),
            Object::Inet(transport, ip, port) => {
                let transport = match transport {
                    Transport::Tcp => "tcp",
                    Transport::Udp => "udp",
                };
                write!(f, "{transport}:{}", SocketAddr::new(*ip, *port))
            }
            Object::UnixPath(path) => {
                f.write_str("unix:")?;
                write_escaped(f, path)
            }
            Object::UnixAbstract(name) => {
                f.write_str("unix:@")?;
                write_escaped(f, name)
            }
        }
    }
}

pub(crate) fn write_escaped(f: &mut fmt::Formatter<'_>, bytes: &[u8]) -> fmt::Result {
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            if c.is_control() {
                write!(f, "{}", c.escape_default())?;
            } else {
                write!(f, "{c}")?;
            }
        }
        for byte in chunk.invalid() {
            write!(f, "\\x{byte:02x}")?;
        }
    }
    Ok(())
}
