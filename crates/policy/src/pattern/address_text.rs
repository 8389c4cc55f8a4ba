//! Reading address patterns.

use super::address::{AddressPattern, Form, Inet, NamedAddress, ParsedAddress};
use super::address_error::AddressError;
use super::hosts::Hosts;
use super::name::NamePattern;
use super::part::{Part, Symbol, spell};
use super::path::PathPattern;
use crate::object::Transport;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::ops::{Range, RangeInclusive};

/// The expanded text, with the place of a list of addresses in it.
struct Text<'a> {
    symbols: Vec<Symbol>,
    list: Option<(Range<usize>, &'a [IpAddr])>,
}

/// Reads a pattern from its parts.
pub(super) fn read(parts: &[Part<'_>]) -> Result<ParsedAddress, AddressError> {
    let mut text = Text { symbols: Vec::new(), list: None };
    for part in parts {
        let start = text.symbols.len();
        match *part {
            Part::Literal(bytes) => text.push(bytes, true),
            Part::Glob(bytes) => text.push(bytes, false),
            Part::Addresses(list) => {
                let spelled: Vec<String> = list.iter().map(IpAddr::to_string).collect();
                text.push(spelled.join(",").as_bytes(), true);
                let span = start..text.symbols.len();
                if text.list.is_some() {
                    return Err(AddressError::MisplacedAddresses { span });
                }
                text.list = Some((span, list));
            }
        }
    }
    let colon = text.symbols.iter().position(|symbol| symbol.byte == b':').unwrap_or(text.symbols.len());
    let bytes = text.bytes(0..colon);
    match &bytes[..] {
        b"unix" if colon < text.symbols.len() => read_unix(&text, colon + 1),
        b"tcp" if colon < text.symbols.len() => read_inet(&text, Transport::Tcp, colon + 1),
        b"udp" if colon < text.symbols.len() => read_inet(&text, Transport::Udp, colon + 1),
        _ => Err(AddressError::UnknownTransport { span: 0..colon }),
    }
}

impl Text<'_> {
    fn push(&mut self, bytes: &[u8], literal: bool) {
        self.symbols.extend(bytes.iter().map(|&byte| Symbol { byte, literal }));
    }

    fn bytes(&self, range: Range<usize>) -> Vec<u8> {
        self.symbols[range].iter().map(|symbol| symbol.byte).collect()
    }

    /// The range as text; hosts and ports are ASCII.
    fn ascii(&self, range: Range<usize>) -> Option<String> {
        let bytes = self.bytes(range);
        if bytes.is_ascii() { String::from_utf8(bytes).ok() } else { None }
    }

    fn find(&self, range: Range<usize>, byte: u8) -> Option<usize> {
        range.clone().find(|&at| self.symbols[at].byte == byte)
    }
}

fn read_unix(text: &Text<'_>, start: usize) -> Result<ParsedAddress, AddressError> {
    if let Some((span, _)) = &text.list {
        return Err(AddressError::MisplacedAddresses { span: span.clone() });
    }
    let rest = &text.symbols[start..];
    let (text, form) = if rest.first().is_some_and(|symbol| symbol.byte == b'@') {
        if rest.len() == 1 {
            return Err(AddressError::EmptyName { offset: start });
        }
        let name = NamePattern::from_symbols(&rest[1..]);
        let name = name.map_err(|error| AddressError::Pattern(error.shifted(start + 1)))?;
        (spell(&text.symbols), Form::UnixName(name))
    } else {
        let path = PathPattern::from_symbols(rest);
        let path = path.map_err(|error| AddressError::Pattern(error.shifted(start)))?;
        ([b"unix:", path.text()].concat(), Form::UnixPath(path))
    };
    Ok(ParsedAddress::Pattern(AddressPattern { text, host_name: None, form }))
}

fn read_inet(text: &Text<'_>, transport: Transport, start: usize) -> Result<ParsedAddress, AddressError> {
    let end = text.symbols.len();
    let listed = text.list.as_ref().map(|(span, list)| (span.clone(), *list));
    let bracketed = text.symbols.get(start).is_some_and(|symbol| symbol.byte == b'[');
    // The colon before the port is the last one, and after the bracket if there is one.
    let search_from = match (&listed, bracketed) {
        (Some((span, _)), _) => span.end.max(start),
        (None, true) => text.find(start..end, b']').ok_or(AddressError::UnclosedBracket { offset: start })?,
        (None, false) => start,
    };
    let Some(colon) = (search_from..end).rev().find(|&at| text.symbols[at].byte == b':') else {
        return Err(if start == end {
            AddressError::EmptyHost { offset: start - 1 }
        } else {
            AddressError::MissingPort { offset: end - 1 }
        });
    };
    let host = start..colon;
    if let Some((span, _)) = &listed
        && *span != host
    {
        return Err(AddressError::MisplacedAddresses { span: span.clone() });
    }
    let host = match listed {
        Some((_, list)) => Host::Known(Hosts::list(list)),
        None => read_host(text, host)?,
    };
    let ports = read_ports(text, colon + 1..end)?;
    let inet = |hosts| Form::Inet(Inet { transport, hosts, ports: ports.clone() });
    let spelled = text.bytes(0..end);
    Ok(match host {
        Host::Known(hosts) => {
            ParsedAddress::Pattern(AddressPattern { text: spelled, host_name: None, form: inet(hosts) })
        }
        Host::Name(name) => ParsedAddress::Named(NamedAddress { text: spelled, name, transport, ports }),
    })
}

enum Host {
    Known(Hosts),
    Name(String),
}

fn read_host(text: &Text<'_>, host: Range<usize>) -> Result<Host, AddressError> {
    let symbols = &text.symbols[host.clone()];
    if symbols.is_empty() {
        return Err(AddressError::EmptyHost { offset: host.start });
    }
    if symbols.len() == 1 && symbols[0].is_special(b'*') {
        return Ok(Host::Known(Hosts::every()));
    }
    let bad = || AddressError::BadHost { span: host.clone() };
    let written = text.ascii(host.clone()).ok_or_else(bad)?;
    if let Some(zone) = written.find('%') {
        return Err(AddressError::Zone { offset: host.start + zone });
    }
    if let Some(inside) = written.strip_prefix('[') {
        return read_v6(inside, &host);
    }
    if symbols.iter().any(|symbol| symbol.is_special(b'*') || symbol.is_special(b'?')) {
        return Err(AddressError::WildcardHost { span: host });
    }
    let (address, length) = split_length(&written);
    if address.contains(':') {
        // The value of a variable is one host, so its colons cannot be mistaken for the port's.
        let given = symbols.iter().all(|symbol| symbol.literal);
        return match address.parse::<Ipv6Addr>() {
            Ok(address) if given => block(address.into(), length, &host),
            Ok(_) => Err(AddressError::NeedsBrackets {
                span: host,
                suggestion: match length {
                    Some(length) => format!("[{address}]/{length}"),
                    None => format!("[{address}]"),
                },
            }),
            // `tcp:fd00::1` without a port: its last number was taken for one.
            Err(_) => match text.ascii(host.start..text.symbols.len()).map(|whole| whole.parse::<Ipv6Addr>())
            {
                Some(Ok(address)) => Err(AddressError::NeedsBrackets {
                    span: host.start..text.symbols.len(),
                    suggestion: format!("[{address}]:443"),
                }),
                _ => Err(bad()),
            },
        };
    }
    if let Ok(address) = address.parse::<Ipv4Addr>() {
        return block(address.into(), length, &host);
    }
    if length.is_some() || !is_host_name(&written) {
        return Err(bad());
    }
    Ok(Host::Name(written))
}

/// `fd00::]`, `fd00::]/8` or `fd00::/8]`, the opening bracket taken off.
fn read_v6(inside: &str, host: &Range<usize>) -> Result<Host, AddressError> {
    let bad = || AddressError::BadHost { span: host.clone() };
    let (inside, after) = inside.split_once(']').ok_or_else(bad)?;
    let (address, within) = split_length(inside);
    let address: Ipv6Addr = address.parse().map_err(|_| bad())?;
    let length = match (within, after) {
        (within, "") => within,
        (None, after) => Some(after.strip_prefix('/').ok_or_else(bad)?),
        (Some(_), _) => return Err(bad()),
    };
    block(address.into(), length, host)
}

fn split_length(text: &str) -> (&str, Option<&str>) {
    match text.split_once('/') {
        Some((address, length)) => (address, Some(length)),
        None => (text, None),
    }
}

fn block(base: IpAddr, length: Option<&str>, host: &Range<usize>) -> Result<Host, AddressError> {
    let width = if base.is_ipv4() { 32 } else { 128 };
    let length = match length {
        None => width,
        Some(length) => {
            decimal(length, width).ok_or_else(|| AddressError::BadLength { span: host.clone(), width })?
        }
    };
    match Hosts::block(base, length) {
        Ok(hosts) => Ok(Host::Known(hosts)),
        Err(network) => Err(AddressError::HostBits { span: host.clone(), network: network.to_string() }),
    }
}

/// Whether a resolver can be asked for it. What ends in a number is refused: resolvers read `127.1`
/// and `0x7f000001` as addresses, a reader does not.
fn is_host_name(text: &str) -> bool {
    let name = text.strip_suffix('.').unwrap_or(text);
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    let last = name.rsplit('.').next().unwrap_or(name);
    let numeric = last.bytes().all(|byte| byte.is_ascii_digit())
        || last
            .strip_prefix("0x")
            .or(last.strip_prefix("0X"))
            .is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    name.len() <= 253 && name.split('.').all(label) && !numeric
}

fn read_ports(text: &Text<'_>, span: Range<usize>) -> Result<RangeInclusive<u16>, AddressError> {
    let symbols = &text.symbols[span.clone()];
    if symbols.is_empty() {
        return Err(AddressError::MissingPort { offset: span.start - 1 });
    }
    if symbols.len() == 1 && symbols[0].is_special(b'*') {
        return Ok(0..=u16::MAX);
    }
    let bad = || AddressError::BadPort { span: span.clone() };
    let written = text.ascii(span.clone()).ok_or_else(bad)?;
    let port = |text: &str| decimal(text, u16::MAX.into()).map(|port| port as u16).ok_or_else(bad);
    let (low, high) = match written.split_once('-') {
        Some((low, high)) => (port(low)?, port(high)?),
        None => (port(&written)?, port(&written)?),
    };
    if low > high {
        return Err(AddressError::ReversedPorts { span });
    }
    Ok(low..=high)
}

/// A number without sign, at most `max`.
fn decimal(text: &str, max: u32) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|&number| digits && number <= max)
}
