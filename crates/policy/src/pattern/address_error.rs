//! What can be wrong with an address pattern.

use super::error::PatternError;
use std::ops::Range;

/// Why a text is no address pattern. Spans count bytes of the expanded text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AddressError {
    /// It begins with no known transport.
    #[error(
        "an address begins with `tcp:`, `udp:` or `unix:`; write `tcp:HOST:PORT`, `udp:HOST:PORT`, `unix:/PATH` or `unix:@NAME`"
    )]
    UnknownTransport {
        /// What stands before the first colon.
        span: Range<usize>,
    },
    /// The path or name of a unix socket is no pattern.
    #[error("{0}")]
    Pattern(PatternError),
    /// `unix:@` and nothing else.
    #[error("the name after `@` is empty; write `unix:@NAME`, or `unix:@*` for every abstract socket")]
    EmptyName {
        /// The `@`.
        offset: usize,
    },
    /// No port.
    #[error("the port is missing; write `HOST:443`, `HOST:8000-8999`, or `HOST:*` for every port")]
    MissingPort {
        /// The end of the host.
        offset: usize,
    },
    /// No port number.
    #[error("a port is a number from 0 to 65535, a range such as `8000-8999`, or `*`")]
    BadPort {
        /// The port.
        span: Range<usize>,
    },
    /// `9-1`.
    #[error("the range of ports is backwards and matches nothing; write the lower one first")]
    ReversedPorts {
        /// The range.
        span: Range<usize>,
    },
    /// Nothing where the host should be.
    #[error("the host is missing; write an address, a name, or `*` for every host")]
    EmptyHost {
        /// Where it should be.
        offset: usize,
    },
    /// `*.example.com`.
    #[error(
        "host names cannot have wildcards: names are resolved when the run starts, and a socket call shows an address, never a name; list the hosts, or write a block such as `192.0.2.0/24`, or `*`"
    )]
    WildcardHost {
        /// The host.
        span: Range<usize>,
    },
    /// Neither an address nor a name.
    #[error("this is neither an IP address (`192.0.2.1`, `[2001:db8::1]`) nor a host name")]
    BadHost {
        /// The host.
        span: Range<usize>,
    },
    /// An IPv6 address without its brackets.
    #[error("an IPv6 address stands in brackets; write `{suggestion}`")]
    NeedsBrackets {
        /// The host.
        span: Range<usize>,
        /// With brackets.
        suggestion: String,
    },
    /// `[::1` without `]`.
    #[error("`[` opens an IPv6 address that is not closed; write `[2001:db8::1]:443`")]
    UnclosedBracket {
        /// The bracket.
        offset: usize,
    },
    /// `fe80::1%eth0`.
    #[error(
        "an address with a zone (`%…`) is not supported; leave the zone out: the rule then holds on every interface"
    )]
    Zone {
        /// The `%`.
        offset: usize,
    },
    /// The length of a block is no number or too large.
    #[error("the prefix length of a block is a number from 0 to {width}")]
    BadLength {
        /// The length.
        span: Range<usize>,
        /// The family's bits.
        width: u32,
    },
    /// A block that names a host within it.
    #[error(
        "the address has bits beyond its prefix length; the block is `{network}` (without `/…` it is the one host)"
    )]
    HostBits {
        /// The block.
        span: Range<usize>,
        /// The network's own address with the length.
        network: String,
    },
    /// A list of addresses that is not the whole host of `tcp:` or `udp:`.
    #[error("this variable is a list of addresses and can only be a whole host: `udp:$DNS:53`")]
    MisplacedAddresses {
        /// Where it stands.
        span: Range<usize>,
    },
}

impl AddressError {
    /// The bytes to underline, in the expanded text; `None` when it is the whole pattern.
    pub fn span(&self) -> Option<Range<usize>> {
        match self {
            AddressError::Pattern(error) => error.span(),
            AddressError::UnknownTransport { span }
            | AddressError::BadPort { span }
            | AddressError::ReversedPorts { span }
            | AddressError::WildcardHost { span }
            | AddressError::BadHost { span }
            | AddressError::NeedsBrackets { span, .. }
            | AddressError::BadLength { span, .. }
            | AddressError::HostBits { span, .. }
            | AddressError::MisplacedAddresses { span } => Some(span.clone()),
            AddressError::EmptyName { offset }
            | AddressError::MissingPort { offset }
            | AddressError::EmptyHost { offset }
            | AddressError::UnclosedBracket { offset }
            | AddressError::Zone { offset } => Some(*offset..*offset + 1),
        }
    }
}
