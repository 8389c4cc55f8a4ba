//! Address patterns, and their exact algebra.

use crate::Target;
use callgate_policy::pattern::{AddressPattern, ParsedAddress};
use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

pub(crate) const TARGET: Target = Target {
    name: "addresses",
    about: "address patterns: parse, resolve, overlap, cover, with witnesses that the matcher confirms",
    longest: 128,
    run,
};

fn parse(text: &[u8]) -> Option<AddressPattern> {
    match AddressPattern::parse(text) {
        Ok(parsed) => resolved(parsed),
        Err(error) => {
            assert!(!error.to_string().is_empty());
            None
        }
    }
}

fn resolved(parsed: ParsedAddress) -> Option<AddressPattern> {
    let addresses = vec![IpAddr::V4(Ipv4Addr::new(192, 0, 2, 7)), IpAddr::V6(Ipv6Addr::LOCALHOST)];
    parsed.resolve(|_| Ok::<_, Infallible>(addresses.clone())).ok()
}

fn run(data: &[u8]) {
    let mut lines = data.split(|byte| *byte == b'\n');
    let mut pattern = || lines.next().and_then(parse);
    let (Some(a), Some(b)) = (pattern(), pattern()) else { return };
    if let Some(witness) = a.overlaps(&b) {
        assert!(a.matches(&witness) && b.matches(&witness), "a witness of the overlap is in both");
    }
    if let Ok(Some(witness)) = AddressPattern::witness(&[&b], &[&a]) {
        assert!(b.matches(&witness) && !a.matches(&witness));
        assert_eq!(a.covers(&b).ok(), Some(false));
    }
    assert!(a.covers(&a).unwrap_or(true), "whatever covers itself");
    for text in a.spelled() {
        assert!(parse(&text).is_some(), "{}", String::from_utf8_lossy(&text));
    }
}
