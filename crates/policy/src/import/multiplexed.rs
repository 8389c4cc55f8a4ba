//! Calls that some ABIs also offer behind another: `socketcall(2)` and `ipc(2)`.
//!
//! Who denies `socket` on i386 means that door too, and who allows it needs it: older C libraries know
//! no other. libseccomp opens and closes it along, and so do imports.

use callgate_abi::{Abi, Call, Sysno};

/// Another way to a call (`linux/net.h`, `linux/ipc.h`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Door {
    /// The call behind which it stands: `socketcall` or `ipc`.
    pub call: &'static str,
    /// The bits of that call's first argument that the kernel looks at; `None`: all.
    pub mask: Option<u64>,
    /// What they are.
    pub number: u64,
}

/// The other way to a call on an ABI.
pub fn door(abi: Abi, name: &str) -> Option<Door> {
    Doors::on(&[abi]).to(Call::from_name(name)?)
}

const SOCKETCALL: &[&str] = &[
    "socket",
    "bind",
    "connect",
    "listen",
    "accept",
    "getsockname",
    "getpeername",
    "socketpair",
    "send",
    "recv",
    "sendto",
    "recvfrom",
    "shutdown",
    "setsockopt",
    "getsockopt",
    "sendmsg",
    "recvmsg",
    "accept4",
    "recvmmsg",
    "sendmmsg",
];
const IPC: &[(&str, u64)] = &[
    ("semop", 1),
    ("semget", 2),
    ("semctl", 3),
    ("semtimedop", 4),
    ("msgsnd", 11),
    ("msgrcv", 12),
    ("msgget", 13),
    ("msgctl", 14),
    ("shmat", 21),
    ("shmdt", 22),
    ("shmget", 23),
    ("shmctl", 24),
];

/// The doors to calls.
pub(super) struct Doors(Vec<Option<Door>>);

impl Doors {
    /// Those that any of these ABIs has.
    pub(super) fn on(arches: &[Abi]) -> Doors {
        let mut doors = Doors(vec![None; Call::COUNT]);
        let here = |call: &str| arches.iter().any(|abi| Sysno::from_name(*abi, call).is_some());
        if here("socketcall") {
            for (at, name) in SOCKETCALL.iter().enumerate() {
                doors.open(name, Door { call: "socketcall", mask: None, number: at as u64 + 1 });
            }
        }
        if here("ipc") {
            for (name, number) in IPC {
                // The upper half is the version of the structures, which the kernel takes off.
                doors.open(name, Door { call: "ipc", mask: Some(0xffff), number: *number });
            }
        }
        doors
    }

    fn open(&mut self, name: &str, door: Door) {
        if let Some(call) = Call::from_name(name) {
            self.0[call.index()] = Some(door);
        }
    }

    /// The other way to a call.
    pub(super) fn to(&self, call: Call) -> Option<Door> {
        self.0[call.index()]
    }
}

#[cfg(test)]
mod tests {
    use super::Doors;
    use callgate_abi::{Abi, Call};

    #[test]
    fn numbers_of_the_headers() {
        let door = |arches: &[Abi], name| {
            let door = Doors::on(arches).to(Call::from_name(name)?)?;
            Some((door.call, door.number))
        };
        let both = &[Abi::X86_64, Abi::I386];
        assert_eq!(door(both, "socket"), Some(("socketcall", 1)));
        assert_eq!(door(both, "accept4"), Some(("socketcall", 18)));
        assert_eq!(door(both, "sendmmsg"), Some(("socketcall", 20)));
        assert_eq!(door(both, "shmctl"), Some(("ipc", 24)));
        assert_eq!(door(both, "read"), None);
        assert_eq!(door(&[Abi::X86_64, Abi::X32, Abi::Aarch64], "socket"), None);
    }
}
