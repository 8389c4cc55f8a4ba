//! From the addresses that were needed to patterns.

use super::evidence::Evidence;
use super::files::{self, Subject};
use super::names;
use super::places::Places;
use callgate_policy::{Object, Operation, Transport, literal};
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};

/// The patterns that one operation needs, as the language writes them.
pub(super) fn generalize(
    operation: Operation,
    needed: &[(&Object, &Evidence)],
    places: &Places,
) -> BTreeMap<String, Evidence> {
    let mut found: BTreeMap<String, Evidence> = BTreeMap::new();
    let mut add = |text: String, evidence: &Evidence| {
        found.entry(text).and_modify(|known| known.join(evidence)).or_insert_with(|| evidence.clone());
    };
    let mut sockets = Vec::new();
    for (object, evidence) in needed {
        match object {
            Object::Inet(transport, ip, port) => {
                add(internet(operation, *transport, *ip, *port, places), evidence);
            }
            Object::UnixAbstract(name) => add(format!("unix:@{}", abstract_name(name)), evidence),
            Object::UnixPath(path) => sockets.push((path.as_slice(), *evidence)),
            Object::Path(_) => {}
        }
    }
    // Sockets are made like files, under names like theirs.
    for (subject, evidence) in files::generalize(Operation::FsWrite, &sockets, &[], places) {
        match subject {
            Subject::Path(path) | Subject::Folder(path) => {
                add(format!("unix:{}", places.text(&path)), &evidence);
            }
            Subject::Pattern(pattern) => add(format!("unix:{pattern}"), &evidence),
        }
    }
    found
}

fn internet(operation: Operation, transport: Transport, ip: IpAddr, port: u16, places: &Places) -> String {
    let name = if transport == Transport::Tcp { "tcp" } else { "udp" };
    let own = matches!(operation, Operation::NetBind | Operation::NetListen);
    // A port that the kernel chose: the next run gets another.
    let chosen = places.ephemeral.contains(&port) && (own || ip.is_loopback());
    if chosen {
        let host = match ip {
            IpAddr::V4(ip) => ip.to_string(),
            IpAddr::V6(ip) => format!("[{ip}]"),
        };
        return format!("{name}:{host}:{}-{}", places.ephemeral.start(), places.ephemeral.end());
    }
    if !own && port == 53 && places.dns.contains(&ip) {
        return format!("{name}:$DNS:53");
    }
    format!("{name}:{}", SocketAddr::new(ip, port))
}

/// A name of the abstract namespace, its made-up part as a wildcard.
fn abstract_name(name: &[u8]) -> String {
    let last = name.rsplit(|byte| *byte == b'/').next().unwrap_or_default();
    if !names::is_made_up(last, true) {
        return literal(name);
    }
    let fixed = &name[..name.len() - last.len() + names::fixed_part(last).len()];
    format!("{}*", literal(fixed))
}
