//! Sets of IP addresses as intervals.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::ops::RangeInclusive;

/// The IPv4-mapped block of IPv6, `::ffff:0:0/96`. Its addresses are the IPv4 addresses they reach.
const MAPPED: RangeInclusive<u128> = 0xffff_0000_0000..=0xffff_ffff_ffff;

/// Addresses a reader knows, the ones reserved for documentation first.
const FAMILIAR: &[IpAddr] = &[
    IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1)),
    IpAddr::V4(Ipv4Addr::LOCALHOST),
    IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1)),
    IpAddr::V6(Ipv6Addr::LOCALHOST),
];

/// An interval of addresses of one family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    v6: bool,
    low: u128,
    high: u128,
}

impl Span {
    /// The address of the interval that reads best, and how well it reads: less is better.
    pub(super) fn example(self) -> (usize, IpAddr) {
        for (rank, &address) in FAMILIAR.iter().enumerate() {
            if self.contains(number(address)) {
                return (rank, address);
            }
        }
        // The lowest address of a block names the network.
        let low = if self.low < self.high { self.low + 1 } else { self.low };
        (FAMILIAR.len(), address(self.v6, low))
    }

    /// An address of the interval; all of it is inside or outside of a set it was cut by.
    pub(super) fn first(self) -> IpAddr {
        address(self.v6, self.low)
    }

    fn contains(self, (v6, number): (bool, u128)) -> bool {
        self.v6 == v6 && (self.low..=self.high).contains(&number)
    }
}

/// A set of addresses: sorted, disjoint intervals, the mapped block of IPv6 never among them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Hosts(Vec<Span>);

impl Hosts {
    /// Every address of both families.
    pub(super) fn every() -> Hosts {
        let v4 = Span { v6: false, low: 0, high: u32::MAX.into() };
        Hosts::new(vec![v4, Span { v6: true, low: 0, high: u128::MAX }])
    }

    /// These addresses.
    pub(super) fn list(addresses: &[IpAddr]) -> Hosts {
        let single = |address: &IpAddr| {
            let (v6, number) = number(*address);
            Span { v6, low: number, high: number }
        };
        Hosts::new(addresses.iter().map(single).collect())
    }

    /// The block of addresses that share the first `length` bits with `base`, or the network's base
    /// address if `base` has other bits set. A block of mapped addresses is the IPv4 block.
    /// `length` is at most the family's width.
    pub(super) fn block(base: IpAddr, length: u32) -> Result<Hosts, Network> {
        let (v6, low, width) = match base {
            IpAddr::V4(base) => (false, u128::from(base.to_bits()), 32),
            IpAddr::V6(base) => (true, base.to_bits(), 128),
        };
        let rest = width - length.min(width);
        let mask = if rest == 128 { u128::MAX } else { (1u128 << rest) - 1 };
        if low & mask != 0 {
            return Err(Network { base: plain(v6, low & !mask), length });
        }
        let high = low | mask;
        if v6 && MAPPED.contains(&low) && MAPPED.contains(&high) {
            let (low, high) = (low - MAPPED.start(), high - MAPPED.start());
            return Ok(Hosts::new(vec![Span { v6: false, low, high }]));
        }
        Ok(Hosts::new(vec![Span { v6, low, high }]))
    }

    fn new(spans: Vec<Span>) -> Hosts {
        let mut cut = Vec::new();
        for span in spans {
            if span.v6 && span.low <= *MAPPED.end() && span.high >= *MAPPED.start() {
                if span.low < *MAPPED.start() {
                    cut.push(Span { high: MAPPED.start() - 1, ..span });
                }
                if span.high > *MAPPED.end() {
                    cut.push(Span { low: MAPPED.end() + 1, ..span });
                }
            } else {
                cut.push(span);
            }
        }
        cut.sort_unstable();
        let mut spans: Vec<Span> = Vec::new();
        for span in cut {
            match spans.last_mut() {
                Some(last) if last.v6 == span.v6 && span.low <= last.high.saturating_add(1) => {
                    last.high = last.high.max(span.high);
                }
                _ => spans.push(span),
            }
        }
        Hosts(spans)
    }

    pub(super) fn contains(&self, address: IpAddr) -> bool {
        let number = number(address);
        self.0.iter().any(|span| span.contains(number))
    }

    /// The addresses of both sets.
    pub(super) fn intersection(&self, other: &Hosts) -> Hosts {
        let mut spans = Vec::new();
        for one in &self.0 {
            for two in other.0.iter().filter(|two| two.v6 == one.v6) {
                let (low, high) = (one.low.max(two.low), one.high.min(two.high));
                if low <= high {
                    spans.push(Span { v6: one.v6, low, high });
                }
            }
        }
        Hosts::new(spans)
    }

    /// The set cut at the edges of others, so that each piece is inside or outside of each of them.
    pub(super) fn cut_by<'a>(&self, others: impl Iterator<Item = &'a Hosts>) -> Vec<Span> {
        let mut starts: Vec<(bool, u128)> = Vec::new();
        for span in others.flat_map(|other| &other.0) {
            starts.push((span.v6, span.low));
            starts.extend(span.high.checked_add(1).map(|next| (span.v6, next)));
        }
        starts.sort_unstable();
        starts.dedup();
        let mut pieces = Vec::new();
        for span in &self.0 {
            let mut low = span.low;
            let first = starts.partition_point(|&start| start <= (span.v6, span.low));
            for &(v6, start) in &starts[first..] {
                if v6 != span.v6 || start > span.high {
                    break;
                }
                pieces.push(Span { v6, low, high: start - 1 });
                low = start;
            }
            pieces.push(Span { low, ..*span });
        }
        pieces
    }

    /// The set in the policy language: `*`, or addresses and blocks.
    pub(super) fn spelled(&self) -> Vec<String> {
        if *self == Hosts::every() {
            return vec!["*".to_owned()];
        }
        let mut blocks = Vec::new();
        for span in &self.0 {
            // What was cut out of a block that holds the mapped addresses is put back: the same set.
            let width = if span.v6 { 128 } else { 32 };
            let mut low = span.low;
            loop {
                let room = span.high - low;
                let aligned = low.trailing_zeros().min(width);
                let fitting = if room == u128::MAX { 128 } else { (room + 1).ilog2() };
                let rest = aligned.min(fitting);
                let base = plain(span.v6, low);
                if rest == 0 {
                    blocks.push(bracketed(base));
                } else {
                    blocks.push(Network { base, length: width - rest }.to_string());
                }
                let last = low | if rest == 128 { u128::MAX } else { (1u128 << rest) - 1 };
                if last >= span.high {
                    break;
                }
                low = last + 1;
            }
        }
        blocks
    }
}

/// A block as CIDR notation has it: `10.0.0.0/8`, `[fd00::]/8`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Network {
    base: IpAddr,
    length: u32,
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", bracketed(self.base), self.length)
    }
}

fn bracketed(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    }
}

/// Family and number of an address, mapped addresses taken as IPv4.
fn number(address: IpAddr) -> (bool, u128) {
    match address.to_canonical() {
        IpAddr::V4(address) => (false, address.to_bits().into()),
        IpAddr::V6(address) => (true, address.to_bits()),
    }
}

fn address(v6: bool, number: u128) -> IpAddr {
    plain(v6, number).to_canonical()
}

fn plain(v6: bool, number: u128) -> IpAddr {
    if v6 { Ipv6Addr::from_bits(number).into() } else { Ipv4Addr::from_bits(number as u32).into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn every_address_is_in_exactly_one_family() {
        let every = Hosts::every();
        for text in ["0.0.0.0", "255.255.255.255", "::", "::1", "ffff::", "::ffff:1.2.3.4"] {
            assert!(every.contains(ip(text)), "{text}");
        }
        assert_eq!(every.0.len(), 3);
        assert_eq!(every.spelled(), ["*"]);
    }

    #[test]
    fn mapped_addresses_are_ipv4() {
        let mapped = Hosts::block(ip("::ffff:10.0.0.0"), 104).unwrap();
        assert_eq!(mapped, Hosts::block(ip("10.0.0.0"), 8).unwrap());
        assert!(mapped.contains(ip("::ffff:10.1.2.3")));
        let all_v6 = Hosts::block(ip("::"), 0).unwrap();
        assert!(!all_v6.contains(ip("::ffff:10.1.2.3")) && all_v6.contains(ip("::fffe:10.1.2.3")));
    }

    #[test]
    fn host_bits_name_the_network() {
        assert_eq!(Hosts::block(ip("10.1.2.3"), 8).unwrap_err().to_string(), "10.0.0.0/8");
        assert_eq!(Hosts::block(ip("fd00::1"), 8).unwrap_err().to_string(), "[fd00::]/8");
        assert_eq!(Hosts::block(ip("::1"), 0).unwrap_err().to_string(), "[::]/0");
        assert!(Hosts::block(ip("10.1.2.3"), 32).is_ok());
    }

    #[test]
    fn spelled_blocks_add_up() {
        let hosts = Hosts::new(vec![Span { v6: false, low: 1, high: 6 }]);
        assert_eq!(hosts.spelled(), ["0.0.0.1", "0.0.0.2/31", "0.0.0.4/31", "0.0.0.6"]);
        let v4 = Hosts::block(ip("0.0.0.0"), 0).unwrap();
        assert_eq!(v4.spelled(), ["0.0.0.0/0"]);
        let top = Hosts::block(ip("ffff::"), 16).unwrap();
        assert_eq!(top.spelled(), ["[ffff::]/16"]);
        let two = Hosts::list(&[ip("::1"), ip("::ffff:1.2.3.4")]);
        assert_eq!(two.spelled(), ["1.2.3.4", "[::1]"]);
    }
}
