//! Address patterns.

use super::address_error::AddressError;
use super::address_text;
use super::automaton::Step;
use super::hosts::Hosts;
use super::name::NamePattern;
use super::part::Part;
use super::path::PathPattern;
use super::search::{TooLarge, Universe, search};
use crate::object::{Object, Transport, write_escaped};
use std::fmt;
use std::net::IpAddr;
use std::ops::RangeInclusive;

/// A set of socket addresses.
///
/// - `tcp:HOST:PORT` and `udp:HOST:PORT`. HOST is an IPv4 address, an IPv6 address in brackets, a
///   block (`10.0.0.0/8`, `[fd00::]/8`), a name, or `*` for every address of both families. PORT is a
///   number, `LOW-HIGH`, or `*`. Port 0 is in `*`; in bind(2) it is a port of the kernel's choice.
/// - `unix:PATH` with a [`PathPattern`], everything beneath included.
/// - `unix:@NAME`, the abstract namespace, with `*`, `?` and `[…]`, which match `/` and NUL too.
///
/// An IPv4-mapped IPv6 address is the IPv4 address it reaches, in patterns and in objects; the other
/// IPv6 blocks, `[::]/0` too, hold no IPv4 address.
///
/// ```
/// use callgate_policy::pattern::{AddressPattern, ParsedAddress};
/// let parsed = AddressPattern::parse(b"tcp:localhost:8000-8999")?;
/// assert_eq!(parsed.host_name(), Some("localhost"));
/// let local = parsed.resolve(|_| Ok::<_, std::convert::Infallible>(vec!["127.0.0.1".parse().unwrap()]))?;
/// let Ok(ParsedAddress::Pattern(web)) = AddressPattern::parse(b"tcp:*:8080") else { unreachable!() };
/// assert_eq!(local.overlaps(&web).unwrap().to_string(), "tcp:127.0.0.1:8080");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct AddressPattern {
    pub(super) text: Vec<u8>,
    pub(super) host_name: Option<String>,
    pub(super) form: Form,
}

#[derive(Debug, Clone)]
pub(super) enum Form {
    Inet(Inet),
    UnixPath(PathPattern),
    UnixName(NamePattern),
}

#[derive(Debug, Clone)]
pub(super) struct Inet {
    pub(super) transport: Transport,
    pub(super) hosts: Hosts,
    pub(super) ports: RangeInclusive<u16>,
}

/// What [`AddressPattern::parse`] found: names are for the caller to resolve.
#[derive(Debug, Clone)]
pub enum ParsedAddress {
    /// A complete pattern.
    Pattern(AddressPattern),
    /// The host is a name.
    Named(NamedAddress),
}

impl ParsedAddress {
    /// The name to resolve, if there is one; `localhost` is one too.
    pub fn host_name(&self) -> Option<&str> {
        match self {
            ParsedAddress::Pattern(_) => None,
            ParsedAddress::Named(named) => Some(named.name()),
        }
    }

    /// The pattern, its name looked up with `lookup` if it has one.
    pub fn resolve<E>(
        self,
        lookup: impl FnOnce(&str) -> Result<Vec<IpAddr>, E>,
    ) -> Result<AddressPattern, E> {
        match self {
            ParsedAddress::Pattern(pattern) => Ok(pattern),
            ParsedAddress::Named(named) => {
                let addresses = lookup(named.name())?;
                Ok(named.with_addresses(&addresses))
            }
        }
    }
}

/// A pattern whose host is a name: it matches nothing before it has addresses.
#[derive(Debug, Clone)]
pub struct NamedAddress {
    pub(super) text: Vec<u8>,
    pub(super) name: String,
    pub(super) transport: Transport,
    pub(super) ports: RangeInclusive<u16>,
}

impl NamedAddress {
    /// The name, as written.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The pattern of these addresses; it is displayed with the name. With none it matches nothing.
    pub fn with_addresses(self, addresses: &[IpAddr]) -> AddressPattern {
        let hosts = Hosts::list(addresses);
        AddressPattern {
            text: self.text,
            host_name: Some(self.name),
            form: Form::Inet(Inet { transport: self.transport, hosts, ports: self.ports }),
        }
    }
}

impl AddressPattern {
    /// Reads a pattern in which no variable is left and none was replaced.
    pub fn parse(expanded: &[u8]) -> Result<ParsedAddress, AddressError> {
        Self::from_parts(&[Part::Glob(expanded)])
    }

    /// Reads a pattern with values of variables among its parts; those are never wildcards. A host
    /// that is wholly a variable may be an IPv6 address without brackets, or a list of addresses.
    pub fn from_parts(parts: &[Part<'_>]) -> Result<ParsedAddress, AddressError> {
        address_text::read(parts)
    }

    /// Whether the pattern matches. Nothing is allocated.
    pub fn matches(&self, object: &Object) -> bool {
        match (&self.form, object) {
            (Form::Inet(inet), Object::Inet(transport, address, port)) => {
                inet.transport == *transport && inet.ports.contains(port) && inet.hosts.contains(*address)
            }
            (Form::UnixPath(pattern), Object::UnixPath(path)) => pattern.matches(path),
            (Form::UnixName(pattern), Object::UnixAbstract(name)) => pattern.matches(name),
            _ => false,
        }
    }

    /// An address that both match, if there is one. Always decided.
    pub fn overlaps(&self, other: &AddressPattern) -> Option<Object> {
        witness(&[self, other], &[]).ok().flatten()
    }

    /// Whether every address that `other` matches is matched by this pattern too.
    pub fn covers(&self, other: &AddressPattern) -> Result<bool, TooLarge> {
        if let (Form::UnixPath(own), Form::UnixPath(other)) = (&self.form, &other.form) {
            return own.covers(other);
        }
        Self::witness(&[other], &[self]).map(|found| found.is_none())
    }

    /// An address that every pattern of `include` matches and none of `exclude`, if there is one; with
    /// nothing to include, any address that is not excluded.
    pub fn witness(
        include: &[&AddressPattern],
        exclude: &[&AddressPattern],
    ) -> Result<Option<Object>, TooLarge> {
        witness(include, exclude)
    }

    /// The transport of a `tcp:` or `udp:` pattern.
    pub fn transport(&self) -> Option<Transport> {
        self.inet().map(|inet| inet.transport)
    }

    /// The ports of a `tcp:` or `udp:` pattern.
    pub fn ports(&self) -> Option<RangeInclusive<u16>> {
        self.inet().map(|inet| inet.ports.clone())
    }

    /// Whether it is a `tcp:` or `udp:` pattern of every host of both families.
    pub fn is_every_host(&self) -> bool {
        self.inet().is_some_and(|inet| inet.hosts == Hosts::every())
    }

    /// The paths of a `unix:PATH` pattern.
    pub fn unix_path(&self) -> Option<&PathPattern> {
        if let Form::UnixPath(path) = &self.form { Some(path) } else { None }
    }

    /// The ports of a `tcp:` pattern, and whether they are those of every address of both families.
    pub fn tcp_ports(&self) -> Option<(bool, RangeInclusive<u16>)> {
        let inet = self.inet().filter(|inet| inet.transport == Transport::Tcp)?;
        Some((inet.hosts == Hosts::every(), inet.ports.clone()))
    }

    /// Whether it is a `unix:@NAME` pattern.
    pub fn is_abstract(&self) -> bool {
        matches!(self.form, Form::UnixName(_))
    }

    /// The name its addresses were looked up for.
    pub fn host_name(&self) -> Option<&str> {
        self.host_name.as_deref()
    }

    /// Patterns without names or lists that together are this one, in the policy language: one for
    /// each address or block (`tcp:192.0.2.1:443`, `tcp:[2001:db8::]/32:*`).
    pub fn spelled(&self) -> Vec<Vec<u8>> {
        let Some(inet) = self.inet() else { return vec![self.text.clone()] };
        let transport = match inet.transport {
            Transport::Tcp => "tcp",
            Transport::Udp => "udp",
        };
        let ports = match (*inet.ports.start(), *inet.ports.end()) {
            (0, u16::MAX) => "*".to_owned(),
            (low, high) if low == high => low.to_string(),
            (low, high) => format!("{low}-{high}"),
        };
        let hosts = inet.hosts.spelled().into_iter();
        hosts.map(|host| format!("{transport}:{host}:{ports}").into_bytes()).collect()
    }

    /// The pattern as written, variables replaced.
    pub fn text(&self) -> &[u8] {
        &self.text
    }

    fn inet(&self) -> Option<&Inet> {
        if let Form::Inet(inet) = &self.form { Some(inet) } else { None }
    }
}

impl PartialEq for AddressPattern {
    /// Same text and, behind a name, same addresses.
    fn eq(&self, other: &AddressPattern) -> bool {
        let hosts = |pattern: &AddressPattern| pattern.inet().map(|inet| inet.hosts.clone());
        self.text == other.text && hosts(self) == hosts(other)
    }
}

impl Eq for AddressPattern {}

impl fmt::Display for AddressPattern {
    /// [`AddressPattern::text`], with control characters and bytes that are no UTF-8 escaped.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_escaped(f, &self.text)
    }
}

fn witness(include: &[&AddressPattern], exclude: &[&AddressPattern]) -> Result<Option<Object>, TooLarge> {
    if let ([one, other], []) = (include, exclude)
        && let (Form::UnixPath(one), Form::UnixPath(other)) = (&one.form, &other.form)
    {
        return Ok(one.overlaps(other).map(Object::UnixPath));
    }
    for transport in [Transport::Tcp, Transport::Udp] {
        let of = |pattern: &&AddressPattern| {
            let inet = pattern.inet().filter(|inet| inet.transport == transport);
            inet.cloned()
        };
        let included: Vec<Inet> = include.iter().filter_map(of).collect();
        if included.len() < include.len() {
            continue;
        }
        let excluded: Vec<Inet> = exclude.iter().filter_map(of).collect();
        if let Some((address, port)) = inet_witness(&included, &excluded) {
            return Ok(Some(Object::Inet(transport, address, port)));
        }
    }
    for universe in [Universe::Paths, Universe::Names] {
        let of = |pattern: &&AddressPattern| match (&pattern.form, universe) {
            (Form::UnixPath(path), Universe::Paths) => Some(path.steps()),
            (Form::UnixName(name), Universe::Names) => Some(name.steps().to_vec()),
            _ => None,
        };
        let included: Vec<Vec<Step>> = include.iter().filter_map(of).collect();
        if included.len() < include.len() {
            continue;
        }
        let excluded: Vec<Vec<Step>> = exclude.iter().filter_map(of).collect();
        let included: Vec<&[Step]> = included.iter().map(Vec::as_slice).collect();
        let excluded: Vec<&[Step]> = excluded.iter().map(Vec::as_slice).collect();
        if let Some(found) = search(&included, &excluded, universe)? {
            return Ok(Some(match universe {
                Universe::Paths if found.is_empty() => Object::UnixPath(b"/".to_vec()),
                Universe::Paths => Object::UnixPath(found),
                Universe::Names => Object::UnixAbstract(found),
            }));
        }
    }
    Ok(None)
}

/// Cuts the included addresses at every edge of an excluded set; within a piece only the ports differ.
fn inet_witness(include: &[Inet], exclude: &[Inet]) -> Option<(IpAddr, u16)> {
    let mut hosts = Hosts::every();
    let mut ports = 0..=u16::MAX;
    for inet in include {
        hosts = hosts.intersection(&inet.hosts);
        ports = *ports.start().max(inet.ports.start())..=*ports.end().min(inet.ports.end());
    }
    let mut pieces = hosts.cut_by(exclude.iter().map(|inet| &inet.hosts));
    pieces.sort_by_key(|piece| piece.example().0);
    pieces.into_iter().find_map(|piece| {
        let here = exclude.iter().filter(|inet| inet.hosts.contains(piece.first()));
        let taken: Vec<_> = here.map(|inet| inet.ports.clone()).collect();
        free_port(&ports, &taken).map(|port| (piece.example().1, port))
    })
}

/// A port of `among` that is in none of `taken`, a familiar one if possible, 0 only if it is the last.
fn free_port(among: &RangeInclusive<u16>, taken: &[RangeInclusive<u16>]) -> Option<u16> {
    // Besides the familiar ones only ports at an edge can be the first free one.
    let edges = taken.iter().filter_map(|range| range.end().checked_add(1));
    let first = *among.start();
    [80, 443, 8080, 53, 22, first.max(1)]
        .into_iter()
        .chain(edges)
        .chain([first])
        .find(|port| among.contains(port) && !taken.iter().any(|range| range.contains(port)))
}
