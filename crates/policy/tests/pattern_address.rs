//! Address patterns against enumeration of small universes.
use callgate_policy::pattern::{AddressError, AddressPattern, NamedAddress, ParsedAddress, Part};
use callgate_policy::{Object, Transport};
use proptest::prelude::*;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// A pattern's meaning apart from its text.
#[derive(Debug, Clone)]
enum Meaning {
    Inet { transport: Transport, v6: Option<bool>, low: u128, high: u128, ports: (u16, u16) },
    Path(String),
    Name(Vec<char>),
}

const FIRST_V6: u128 = 0xfd00 << 112;

impl Meaning {
    fn text(&self) -> String {
        match self {
            Meaning::Inet { transport, v6, low, high, ports } => {
                let transport = if *transport == Transport::Tcp { "tcp" } else { "udp" };
                let bits = (high - low + 1).trailing_zeros();
                let host = match v6 {
                    None => "*".to_owned(),
                    Some(false) if bits == 0 => Ipv4Addr::from_bits(*low as u32).to_string(),
                    Some(false) if *low & 16 == 0 => {
                        format!("{}/{}", Ipv4Addr::from_bits(*low as u32), 32 - bits)
                    }
                    Some(false) => format!("[::ffff:{}]/{}", Ipv4Addr::from_bits(*low as u32), 128 - bits),
                    Some(true) => format!("[{}/{}]", Ipv6Addr::from_bits(FIRST_V6 + low), 128 - bits),
                };
                let port = |port: u16| if port == 9 { u16::MAX } else { port };
                match (ports.0, port(ports.1)) {
                    (0, u16::MAX) => format!("{transport}:{host}:*"),
                    (low, high) if low == high => format!("{transport}:{host}:{low}"),
                    (low, high) => format!("{transport}:{host}:{low}-{high}"),
                }
            }
            Meaning::Path(path) => format!("unix:{path}"),
            Meaning::Name(tokens) => format!("unix:@{}", tokens.iter().collect::<String>()),
        }
    }

    fn holds(&self, object: &Object) -> bool {
        match (self, object) {
            (Meaning::Inet { transport, v6, low, high, ports }, Object::Inet(of, address, port)) => {
                let (is_v6, number) = match address.to_canonical() {
                    IpAddr::V4(address) => (false, Some(u128::from(address.to_bits()))),
                    IpAddr::V6(address) => (true, address.to_bits().checked_sub(FIRST_V6)),
                };
                let host = match v6 {
                    None => true,
                    Some(v6) => *v6 == is_v6 && number.is_some_and(|number| (*low..=*high).contains(&number)),
                };
                transport == of && host && (ports.0..=ports.1).contains(&(*port).min(9))
            }
            // The matching of paths has its own test.
            (Meaning::Path(path), Object::UnixPath(given)) => {
                path == "/"
                    || given
                        .strip_prefix(path.as_bytes())
                        .is_some_and(|rest| matches!(rest.first(), None | Some(b'/')))
            }
            (Meaning::Name(tokens), Object::UnixAbstract(name)) => naive_name(tokens, name),
            _ => false,
        }
    }
}

fn naive_name(wanted: &[char], name: &[u8]) -> bool {
    match (wanted, name) {
        ([], name) => name.is_empty(),
        (['*', rest @ ..], name) => {
            naive_name(rest, name) || !name.is_empty() && naive_name(wanted, &name[1..])
        }
        (_, []) => false,
        (['?', rest @ ..], [_, name @ ..]) => naive_name(rest, name),
        ([own, rest @ ..], [first, name @ ..]) => *own as u32 == u32::from(*first) && naive_name(rest, name),
    }
}

/// Ports from 9 on count as one: no pattern here has an edge beyond.
fn meaning() -> impl Strategy<Value = Meaning> {
    let transport = prop::sample::select(&[Transport::Tcp, Transport::Udp][..]);
    let block = (0u32..=5, 0u128..32).prop_map(|(bits, start)| {
        let low = start >> bits << bits;
        (low, low + (1 << bits) - 1)
    });
    let family = prop_oneof![2 => Just(Some(false)), 2 => Just(Some(true)), 1 => Just(None)];
    let ports = (0u16..10, 0u16..10)
        .prop_map(|(a, b)| (a.min(b), a.max(b)))
        .prop_map(|(low, high)| if low == 9 { (8, high) } else { (low, high) });
    let inet = (transport, family, block, ports)
        .prop_map(|(transport, v6, (low, high), ports)| Meaning::Inet { transport, v6, low, high, ports });
    prop_oneof![
        8 => inet,
        1 => prop::sample::select(&["/", "/a", "/a/b", "/b"][..]).prop_map(|path| Meaning::Path(path.to_owned())),
        2 => prop::collection::vec(prop::sample::select(&['a', 'b', '/', '*', '?'][..]), 1..5).prop_map(Meaning::Name),
    ]
}

fn objects() -> Vec<Object> {
    let hosts = (0..33u32).map(|n| IpAddr::from(Ipv4Addr::from_bits(n)));
    let hosts = hosts.chain((0..33u128).map(|n| IpAddr::from(Ipv6Addr::from_bits(FIRST_V6 + n))));
    let hosts: Vec<IpAddr> = hosts.collect();
    let mut objects = Vec::new();
    for transport in [Transport::Tcp, Transport::Udp] {
        for host in &hosts {
            objects.extend((0..11).map(|port| Object::Inet(transport, *host, port)));
        }
    }
    objects.extend(["/", "/a", "/a/b", "/a/c", "/b", "/ab"].map(|path| Object::UnixPath(path.into())));
    let mut names = vec![Vec::new()];
    for length in 0..4 {
        for name in names.clone() {
            if name.len() == length {
                names.extend(b"ab/".iter().map(|&byte| [name.as_slice(), &[byte]].concat()));
            }
        }
    }
    objects.extend(names.into_iter().map(Object::UnixAbstract));
    objects
}

fn parse(text: &str) -> AddressPattern {
    match AddressPattern::parse(text.as_bytes()) {
        Ok(ParsedAddress::Pattern(pattern)) => pattern,
        Ok(ParsedAddress::Named(named)) => panic!("{text}: name {}", named.name()),
        Err(error) => panic!("{text}: {error}"),
    }
}

fn confirm(found: Option<Object>, wanted: impl Fn(&Object) -> bool) -> Result<(), TestCaseError> {
    if let Some(found) = found {
        prop_assert!(wanted(&found), "{found} is no witness");
    } else {
        let missed = objects().into_iter().find(wanted);
        prop_assert!(missed.is_none(), "{missed:?} was missed");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn matches_as_meant(meaning in meaning()) {
        let pattern = parse(&meaning.text());
        for object in objects() {
            prop_assert_eq!(pattern.matches(&object), meaning.holds(&object), "{} on {}", pattern, object);
            if let Object::Inet(transport, IpAddr::V4(address), port) = object {
                let mapped = Object::Inet(transport, address.to_ipv6_mapped().into(), port);
                prop_assert_eq!(pattern.matches(&mapped), meaning.holds(&object));
            }
        }
    }

    #[test]
    fn overlap_and_coverage_are_decided(one in meaning(), two in meaning()) {
        let (a, b) = (parse(&one.text()), parse(&two.text()));
        confirm(a.overlaps(&b), |object| one.holds(object) && two.holds(object))?;
        let gap = AddressPattern::witness(&[&b], &[&a]).unwrap();
        prop_assert_eq!(a.covers(&b).unwrap(), gap.is_none());
        confirm(gap, |object| two.holds(object) && !one.holds(object))?;
    }

    #[test]
    fn witnesses_of_sets(
        include in prop::collection::vec(meaning(), 0..3),
        exclude in prop::collection::vec(meaning(), 0..8),
    ) {
        let patterns = |meanings: &[Meaning]| meanings.iter().map(|meaning| parse(&meaning.text())).collect::<Vec<_>>();
        let (wanted, unwanted) = (patterns(&include), patterns(&exclude));
        let found = AddressPattern::witness(
            &wanted.iter().collect::<Vec<_>>(),
            &unwanted.iter().collect::<Vec<_>>(),
        ).unwrap();
        confirm(found, |object| {
            include.iter().all(|meaning| meaning.holds(object)) && !exclude.iter().any(|meaning| meaning.holds(object))
        })?;
    }

    #[test]
    fn spelled_patterns_add_up(meaning in meaning(), more in prop::collection::vec(0u32..40, 0..6)) {
        let addresses: Vec<IpAddr> = more.iter().map(|&n| Ipv4Addr::from_bits(n).into()).collect();
        let list = ready(AddressPattern::from_parts(
            &[Part::Glob(b"udp:"), Part::Addresses(&addresses), Part::Glob(b":53")],
        ).unwrap());
        for pattern in [parse(&meaning.text()), list] {
            let spelled: Vec<AddressPattern> =
                pattern.spelled().iter().map(|text| parse(std::str::from_utf8(text).unwrap())).collect();
            prop_assert_eq!(AddressPattern::witness(&[&pattern], &spelled.iter().collect::<Vec<_>>()), Ok(None));
            for one in &spelled {
                prop_assert!(pattern.covers(one).unwrap());
            }
        }
    }

    #[test]
    fn no_bytes_make_it_panic(
        start in prop::sample::select(&["tcp:", "udp:", "unix:", "unix:@", ""][..]),
        text in prop::collection::vec(prop_oneof![4 => prop::sample::select(&b"/*?[]:.-%019af@"[..]), 1 => any::<u8>()], 0..20),
        value in prop::collection::vec(any::<u8>(), 0..8),
    ) {
        let list = [IpAddr::from([1, 1, 1, 1]), IpAddr::from(Ipv6Addr::LOCALHOST)];
        let start = Part::Glob(start.as_bytes());
        for parts in [
            vec![start, Part::Glob(&text)],
            vec![start, Part::Literal(&text)],
            vec![start, Part::Literal(&value), Part::Glob(&text)],
            vec![start, Part::Addresses(&list), Part::Glob(&text)],
            vec![start, Part::Glob(&text), Part::Addresses(&list), Part::Glob(b":53")],
        ] {
            match AddressPattern::from_parts(&parts) {
                Ok(parsed) => {
                    let pattern = parsed.resolve(|_| Ok::<_, ()>(list.to_vec())).unwrap();
                    let example = AddressPattern::witness(&[&pattern], &[]).unwrap();
                    prop_assert!(example.is_some_and(|object| pattern.matches(&object)));
                    prop_assert!(!pattern.to_string().is_empty());
                }
                Err(error) => {
                    prop_assert!(!error.to_string().is_empty());
                    prop_assert!(error.span().is_none_or(|span| span.start <= span.end));
                }
            }
        }
    }
}

fn ready(parsed: ParsedAddress) -> AddressPattern {
    match parsed {
        ParsedAddress::Pattern(pattern) => pattern,
        ParsedAddress::Named(named) => panic!("name {}", named.name()),
    }
}

fn named(text: &str) -> NamedAddress {
    match AddressPattern::parse(text.as_bytes()) {
        Ok(ParsedAddress::Named(named)) => named,
        other => panic!("{text}: {other:?}"),
    }
}

fn tcp(address: &str) -> Object {
    Object::inet(Transport::Tcp, address.parse().unwrap())
}

#[test]
fn names_are_for_the_caller() {
    for (text, name) in [
        ("tcp:registry.npmjs.org:443", "registry.npmjs.org"),
        ("tcp:localhost:*", "localhost"),
        ("tcp:a_b-c.:1-2", "a_b-c."),
    ] {
        assert_eq!(named(text).name(), name);
    }
    let pattern = named("tcp:github.com:443")
        .with_addresses(&["192.0.2.7".parse().unwrap(), "2001:db8::7".parse().unwrap()]);
    assert_eq!(pattern.to_string(), "tcp:github.com:443");
    assert_eq!(pattern.host_name(), Some("github.com"));
    assert!(pattern.matches(&tcp("192.0.2.7:443")) && pattern.matches(&tcp("[2001:db8::7]:443")));
    assert!(!pattern.matches(&tcp("192.0.2.8:443")) && !pattern.matches(&tcp("192.0.2.7:80")));
    assert_eq!(pattern.spelled(), [&b"tcp:192.0.2.7:443"[..], b"tcp:[2001:db8::7]:443"]);
    let nothing = named("tcp:nowhere.invalid:443").with_addresses(&[]);
    assert_eq!(AddressPattern::witness(&[&nothing], &[]), Ok(None));
    let failed = AddressPattern::parse(b"tcp:x:1").unwrap().resolve(|_| Err("no resolver"));
    assert_eq!(failed, Err("no resolver"));
}

#[test]
fn variables_stand_for_hosts() {
    let servers: [IpAddr; 2] = ["1.1.1.1".parse().unwrap(), "fd00::1".parse().unwrap()];
    let dns = [Part::Glob(b"udp:"), Part::Addresses(&servers), Part::Glob(b":53")];
    let pattern = ready(AddressPattern::from_parts(&dns).unwrap());
    for server in servers {
        assert!(pattern.matches(&Object::Inet(Transport::Udp, server, 53)));
    }
    assert_eq!(pattern.spelled(), [&b"udp:1.1.1.1:53"[..], b"udp:[fd00::1]:53"]);
    let one = [Part::Glob(b"tcp:"), Part::Literal(b"fd00::1"), Part::Glob(b":443")];
    assert!(ready(AddressPattern::from_parts(&one).unwrap()).matches(&tcp("[fd00::1]:443")));
    let star = [Part::Glob(b"tcp:"), Part::Literal(b"*"), Part::Glob(b":443")];
    assert!(matches!(AddressPattern::from_parts(&star), Err(AddressError::BadHost { .. })));
    let folder = [Part::Glob(b"unix:"), Part::Literal(b"/run/user/1000*"), Part::Glob(b"/*.sock")];
    let folder = ready(AddressPattern::from_parts(&folder).unwrap());
    assert!(folder.matches(&Object::UnixPath(b"/run/user/1000*/x.sock".to_vec())));
    assert!(!folder.matches(&Object::UnixPath(b"/run/user/10001/x.sock".to_vec())));
}

#[test]
fn forms_and_families() {
    let every = parse("tcp:*:*");
    assert!(
        every.is_every_host()
            && every.ports() == Some(0..=u16::MAX)
            && every.transport() == Some(Transport::Tcp)
    );
    assert!(every.matches(&tcp("0.0.0.0:0")) && every.matches(&tcp("[::]:65535")));
    for text in ["tcp:[fd00::]/8:443", "tcp:[fd00::/8]:443"] {
        assert!(parse(text).matches(&tcp("[fdff::1]:443")) && !parse(text).matches(&tcp("[fe00::1]:443")));
    }
    for text in ["tcp:[::ffff:192.0.2.1]:80", "tcp:[::ffff:c000:201]:80", "tcp:192.0.2.1:80"] {
        assert!(
            parse(text).matches(&tcp("192.0.2.1:80")) && parse(text).matches(&tcp("[::ffff:192.0.2.1]:80"))
        );
    }
    assert!(!parse("tcp:[::]/0:*").matches(&tcp("192.0.2.1:80")), "IPv6 blocks hold no IPv4 address");
    assert!(
        parse("tcp:*:8000-8999").matches(&tcp("10.0.0.1:8000"))
            && !parse("tcp:*:8000-8999").matches(&tcp("10.0.0.1:9000"))
    );
    let both = [parse("tcp:0.0.0.0/0:*"), parse("tcp:[::]/0:*")];
    assert_eq!(AddressPattern::witness(&[&every], &[&both[0], &both[1]]), Ok(None));
    let socket = parse("unix:/run/*.sock");
    assert!(socket.unix_path().is_some() && socket.matches(&Object::UnixPath(b"/run/a.sock".to_vec())));
    assert!(!socket.matches(&Object::UnixAbstract(b"/run/a.sock".to_vec())));
    let x11 = parse("unix:@/tmp/.X11-unix/*");
    assert!(x11.is_abstract() && x11.matches(&Object::UnixAbstract(b"/tmp/.X11-unix/X0".to_vec())));
    assert!(parse("unix:@a*").matches(&Object::UnixAbstract(b"a/\0/\xff".to_vec())));
    assert!(!parse("unix:@a").matches(&Object::UnixAbstract(b"a/b".to_vec())), "names have no beneath");
    assert!(parse("unix:@**").matches(&Object::UnixAbstract(Vec::new())));
}

#[test]
fn witnesses_are_readable() {
    let overlap = |a: &str, b: &str| parse(a).overlaps(&parse(b)).map(|object| object.to_string());
    assert_eq!(overlap("tcp:*:443", "tcp:*:1-1000").unwrap(), "tcp:192.0.2.1:443");
    assert_eq!(overlap("tcp:10.0.0.0/8:*", "tcp:*:80").unwrap(), "tcp:10.0.0.1:80");
    assert_eq!(overlap("tcp:[fd00::]/8:*", "tcp:*:5000-6000").unwrap(), "tcp:[fd00::1]:5000");
    assert_eq!(overlap("tcp:*:0", "tcp:127.0.0.0/8:*").unwrap(), "tcp:127.0.0.1:0");
    assert_eq!(overlap("unix:@dbus-*", "unix:@*x").unwrap(), "unix:@dbus-x");
    assert_eq!(overlap("unix:/run/**", "unix:**/docker.sock").unwrap(), "unix:/run/docker.sock");
    assert_eq!(overlap("tcp:*:80", "udp:*:80"), None);
    assert_eq!(overlap("tcp:*:80", "unix:**"), None);
}

#[test]
fn mistakes_say_why() {
    for (text, expected) in [
        ("example.com:443", "begins with `tcp:`"),
        ("http:x:1", "begins with `tcp:`"),
        ("tcp", "begins with `tcp:`"),
        ("tcp:example.com", "port is missing"),
        ("tcp:", "host is missing"),
        ("tcp::80", "host is missing"),
        ("tcp:example.com:", "port is missing"),
        ("tcp:[::1]", "port is missing"),
        ("tcp:*:http", "from 0 to 65535"),
        ("tcp:*:65536", "from 0 to 65535"),
        ("tcp:*:+80", "from 0 to 65535"),
        ("tcp:*:1-", "from 0 to 65535"),
        ("tcp:*:9-1", "backwards"),
        ("tcp:*.example.com:443", "resolved when the run starts"),
        ("tcp:example.*:443", "resolved when the run starts"),
        ("tcp:fd00::1:443", "write `[fd00::1]`"),
        ("tcp:fd00::/8:443", "write `[fd00::]/8`"),
        ("tcp:fe80::a:b", "write `[fe80::a]`"),
        ("tcp:1:2:3:4:5:6:7:8", "write `[1:2:3:4:5:6:7:8]:443`"),
        ("tcp:[::1:80", "not closed"),
        ("tcp:[fe80::1%eth0]:80", "zone"),
        ("tcp:10.0.0.1/8:80", "the block is `10.0.0.0/8`"),
        ("tcp:[fd00::1]/8:80", "the block is `[fd00::]/8`"),
        ("tcp:10.0.0.0/33:80", "from 0 to 32"),
        ("tcp:[::]/129:80", "from 0 to 128"),
        ("tcp:256.1.1.1:80", "neither an IP address"),
        ("tcp:127.1:80", "neither an IP address"),
        ("tcp:010.0.0.1:80", "neither an IP address"),
        ("tcp:0x7f000001:80", "neither an IP address"),
        ("tcp:exa mple.com:80", "neither an IP address"),
        ("tcp:example.com/24:80", "neither an IP address"),
        ("tcp:[::1]x:80", "neither an IP address"),
        ("tcp:é.example:80", "neither an IP address"),
        ("unix:run/x", "begins with neither `/` nor `**/`"),
        ("unix:@", "name after `@` is empty"),
        ("unix:@a[", "not closed"),
        ("unix:/run/a**b", "whole component"),
    ] {
        let error = AddressPattern::parse(text.as_bytes()).expect_err(text);
        assert!(error.to_string().contains(expected), "{text}: {error}");
    }
    let spans = |text: &str| {
        AddressPattern::parse(text.as_bytes()).unwrap_err().span().map(|span| text[span].to_owned())
    };
    assert_eq!(spans("unix:/run/a**b").as_deref(), Some("**"));
    assert_eq!(spans("tcp:*.example.com:443").as_deref(), Some("*.example.com"));
    assert_eq!(spans("tcp:*:70000").as_deref(), Some("70000"));
    let list = [IpAddr::from(Ipv4Addr::LOCALHOST)];
    for parts in [
        [Part::Glob(b"unix:/"), Part::Addresses(&list), Part::Glob(b"/x")],
        [Part::Glob(b"udp:x"), Part::Addresses(&list), Part::Glob(b":53")],
        [Part::Glob(b"udp:"), Part::Addresses(&list), Part::Glob(b"x:53")],
    ] {
        assert!(matches!(AddressPattern::from_parts(&parts), Err(AddressError::MisplacedAddresses { .. })));
    }
}
