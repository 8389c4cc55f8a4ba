//! Sockets.

use crate::{DENY, ENGINE, NOTIFY, answer, args, errno, net, policy};
use callgate_abi::{Abi, Errno};
use callgate_plan::{Abilities, Mechanism, plan};
use callgate_policy::Operation;
use callgate_policy::model::DefaultDecision;

#[test]
fn a_denied_port_notifies_listen_and_nothing_of_files() {
    let only_listen = policy(DefaultDecision::Allow, vec![net(&[Operation::NetListen], DENY)]);
    let plan = plan(&only_listen, &Abilities::newest(), ENGINE);
    assert_eq!(answer(&plan, Abi::X86_64, "listen", args([])), NOTIFY);
    assert_eq!(answer(&plan, Abi::I386, "listen", args([])), NOTIFY);
    assert_eq!(answer(&plan, Abi::I386, "socketcall", args([4])), NOTIFY);
    assert_eq!(answer(&plan, Abi::I386, "socketcall", args([1])), NOTIFY, "the protocol is in memory");
    for name in ["connect", "bind", "sendmsg", "open", "openat", "rename", "execve", "setuid"] {
        assert_eq!(answer(&plan, Abi::X86_64, name, args([])), None, "{name}");
    }
    for call in [2, 3, 5, 11, 16] {
        assert_eq!(answer(&plan, Abi::I386, "socketcall", args([call])), None, "socketcall {call}");
    }
    assert!(plan.needs_listener && !plan.watches_kills);
    assert_eq!(plan.unenforced, []);
    assert_eq!(plan.rules[0].mechanism, Mechanism::Notification);
}

#[test]
fn sockets_under_default_deny() {
    let plan = plan(&policy(DefaultDecision::Deny, vec![]), &Abilities::newest(), ENGINE);
    let socket =
        |family, kind, protocol| answer(&plan, Abi::X86_64, "socket", args([family, kind, protocol]));
    let (stream, dgram, raw, seqpacket, cloexec) = (1, 2, 3, 5, 0o2_000_000);
    for (family, kind, protocol) in [
        (1, stream, 0),
        (1, seqpacket, 0),
        (2, stream, 0),
        (2, stream | cloexec, 6),
        (10, stream, 6),
        (2, dgram, 0),
        (10, dgram | cloexec, 17),
        (16, raw, 0),
        (0xffff_ffff_0000_0002, stream, 0),
    ] {
        assert_eq!(socket(family, kind, protocol), None, "{family} {kind} {protocol}");
    }
    for family in [0, 3, 17, 29, 38, 40, 43, 44, 0x1_0000_0028] {
        assert_eq!(socket(family, stream, 0), errno(Errno::EAFNOSUPPORT), "{family}");
    }
    for (family, kind, protocol) in [
        (2, stream, 262),
        (10, stream, 262),
        (2, stream, 132),
        (2, stream, 256),
        (2, dgram, 136),
        (2, dgram, 1),
        (2, raw, 1),
        (2, seqpacket, 0),
        (10, 6, 33),
    ] {
        assert_eq!(
            socket(family, kind, protocol),
            errno(Errno::EPROTONOSUPPORT),
            "{family} {kind} {protocol}"
        );
    }
    // mips numbers the types the other way round.
    assert_eq!(answer(&plan, Abi::Mips, "socket", args([2, 2, 6])), None);
    assert_eq!(answer(&plan, Abi::Mips, "socket", args([2, 1, 6])), errno(Errno::EPROTONOSUPPORT));

    assert_eq!(answer(&plan, Abi::X86_64, "sendto", args([3, 0, 0, 0, 0, 16])), None, "no address");
    assert_eq!(answer(&plan, Abi::X86_64, "sendto", args([3, 0, 0, 0, 1 << 32, 16])), NOTIFY);
    assert_eq!(answer(&plan, Abi::I386, "sendto", args([3, 0, 0, 0, 0x8000_0000, 16])), NOTIFY);
    for name in ["connect", "bind", "listen", "sendmsg", "sendmmsg"] {
        assert_eq!(answer(&plan, Abi::X86_64, name, args([])), NOTIFY, "{name}");
    }
    for call in [1, 2, 3, 4, 11, 16, 20] {
        assert_eq!(answer(&plan, Abi::I386, "socketcall", args([call])), NOTIFY, "socketcall {call}");
    }
    for call in [5, 6, 7, 8, 9, 10, 12, 17] {
        assert_eq!(answer(&plan, Abi::I386, "socketcall", args([call])), None, "socketcall {call}");
    }
}

#[test]
fn sockets_under_default_allow() {
    let connects = policy(DefaultDecision::Allow, vec![net(&[Operation::NetConnect], DENY)]);
    let plan = plan(&connects, &Abilities::newest(), ENGINE);
    let socket =
        |family, kind, protocol| answer(&plan, Abi::X86_64, "socket", args([family, kind, protocol]));
    for (family, kind, protocol) in
        [(2, 1, 262), (10, 1, 262), (2, 1, 256), (2, 1, 132), (2, 5, 0), (43, 1, 0)]
    {
        assert_eq!(
            socket(family, kind, protocol),
            errno(Errno::EPROTONOSUPPORT),
            "{family} {kind} {protocol}"
        );
    }
    for (family, kind, protocol) in [(2, 1, 6), (2, 2, 1), (2, 3, 1), (17, 3, 3), (40, 1, 0), (1, 5, 0)] {
        assert_eq!(socket(family, kind, protocol), None, "{family} {kind} {protocol}");
    }
    assert_eq!(
        answer(&plan, Abi::X86_64, "sendto", args([3, 0, 0, 0, 1, 16])),
        NOTIFY,
        "MSG_FASTOPEN connects"
    );
}
