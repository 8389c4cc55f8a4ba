//! Sockets that lead into the kernel.

use super::prelude::*;

pub(crate) static RULE: Rule = Rule {
    code: "RCH08",
    title: "sockets of families with much kernel behind them can be made",
    severity: Severity::Note,
    why: "AF_ALG reaches the kernel's ciphers, AF_PACKET the network below addresses, AF_VSOCK the host of a virtual \
          machine, AF_NETLINK the configuration of the network: each is a large part of the kernel that few programs \
          need, and each had its holes.",
    not_when: "The program needs the family: AF_NETLINK is used by getaddrinfo and if_nameindex. AF_PACKET asks for \
               CAP_NET_RAW. A filter that lets run what it does not name, and names less than 20 calls, has another \
               purpose, and is not found: ACT01 says what runs.",
    triggering: Example::Policy(
        "callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read', 'write', 'socket']\n",
    ),
    clean: Example::Policy(
        "callgate = 1\n[syscalls]\ndefault = 'kill'\nallow = ['read', 'socket(domain == AF_UNIX)', 'socket(domain == AF_INET)']\n",
    ),
    check,
};

const FAMILIES: [&str; 4] = ["AF_ALG", "AF_PACKET", "AF_VSOCK", "AF_NETLINK"];

fn check(look: &mut Look<'_>) -> Bounded<()> {
    look.each_surface(|look, surface| {
        let Some(socket) = surface.call("socket").filter(|_| look.is_general(surface)) else { return Ok(()) };
        let mut open = Vec::new();
        for family in FAMILIES {
            let Some(condition) = look.needed(socket.sysno, &[Need::Is("domain", family)])? else { continue };
            if let Some(data) = look.running(&socket, condition)? {
                open.push((family, data));
            }
        }
        let Some((_, witness)) = open.first() else { return Ok(()) };
        let names: Vec<&str> = open.iter().map(|(name, _)| *name).collect();
        look.find(Found {
            severity: Severity::Note,
            abi: surface.abi,
            calls: vec!["socket".into()],
            message: format!("socket runs with {}", listed(&names)),
            fix: "let the families run that the program needs: socket(domain == AF_UNIX), AF_INET, AF_INET6"
                .into(),
            witness: *witness,
        });
        Ok(())
    })
}
