//! The control data of a message that the supervisor sends for the target: its descriptors, its credentials.

use super::message::{Ancillary, encode_control};
use crate::address::Kind;
use crate::pool::Worker;
use crate::stop::Stop;
use crate::target::Target;
use callgate_abi::Errno;
use callgate_sys::process::Capabilities;
use std::os::fd::{AsRawFd, OwnedFd};

const SOL_SOCKET: i32 = 1;
const SCM_RIGHTS: i32 = 1;
const SCM_CREDENTIALS: i32 = 2;
/// `SCM_MAX_FD` of `net/scm.h`.
const MAX_PASSED: usize = 253;
const CAP_SYS_ADMIN: u32 = 21;

/// The control data as the supervisor sends it.
pub(super) struct Control {
    all: Vec<Ancillary>,
    /// The sender's credentials where the program named none.
    pub(super) implied: Option<Ancillary>,
    /// Whether the message may go without them.
    pub(super) dispensable: bool,
    /// Whether the target is named as the sender: then the supervisor sends with its own rights, which it
    /// needs to name another, and the address was judged with the target's.
    pub(super) named: bool,
    /// The descriptors that are passed on.
    _passed: Vec<OwnedFd>,
}

impl Control {
    /// The given control data, for a socket of this kind, with descriptors and credentials made the supervisor's to
    /// send: EBADF and EINVAL as natively before anything else.
    pub(super) fn of(
        worker: &Worker<'_>,
        target: &Target<'_>,
        kind: Kind,
        given: &[Ancillary],
    ) -> Result<Control, Stop> {
        let mut passed = Vec::new();
        let mut all = Vec::with_capacity(given.len());
        let mut credentials_given = false;
        for one in given {
            let mut one = one.clone();
            match (one.level, one.kind) {
                (SOL_SOCKET, SCM_RIGHTS) if kind.is_unix() => {
                    one.data = duplicates(target, &one.data, &mut passed)?;
                }
                (SOL_SOCKET, SCM_CREDENTIALS) if kind.is_unix() || kind.is_netlink() => {
                    check_credentials(target, &one.data)?;
                    credentials_given = true;
                }
                _ => {}
            }
            all.push(one);
        }
        let mut control = Control {
            all,
            implied: None,
            dispensable: true,
            named: credentials_given && kind.is_unix(),
            _passed: passed,
        };
        if kind.is_unix() && !credentials_given {
            control.imply(worker, target)?;
        }
        Ok(control)
    }

    /// Adds the credentials that the kernel would attach by itself for a receiver with SO_PASSCRED. They
    /// would be the supervisor's, who performs the call: a privileged one names the program instead. An
    /// ordinary one cannot, so such a receiver sees the supervisor's pid (the user and the group are the
    /// same).
    fn imply(&mut self, worker: &Worker<'_>, target: &Target<'_>) -> Result<(), Stop> {
        let changed = worker.supervisor().act_as(target)?.is_some();
        // Without them the kernel attaches the real ids, and those stay the supervisor's while it acts as
        // the target: a program that gave up its rights must not send with them.
        self.dispensable = !changed;
        self.named = may_name_others()?;
        if self.named {
            self.implied = Some(own_credentials(target)?.encode());
        } else if changed {
            let pid = std::process::id();
            self.implied = Some(Ucred { pid, ..own_credentials(target)? }.encode());
        }
        Ok(())
    }

    /// The bytes for the first part of a stream, or for a later one: descriptors are passed once.
    pub(super) fn encode(&self, first: bool, implied: bool) -> Vec<u8> {
        let rights = |one: &Ancillary| one.level == SOL_SOCKET && one.kind == SCM_RIGHTS;
        let implied = self.implied.as_ref().filter(|_| implied);
        encode_control(self.all.iter().filter(|one| first || !rights(one)).chain(implied))
    }
}

/// Duplicates the target's descriptors of one SCM_RIGHTS into `passed`; returns the duplicates' numbers.
fn duplicates(target: &Target<'_>, data: &[u8], passed: &mut Vec<OwnedFd>) -> Result<Vec<u8>, Stop> {
    let numbers = data.as_chunks::<4>().0;
    if passed.len() + numbers.len() > MAX_PASSED {
        return Err(Stop::Errno(Errno::EINVAL));
    }
    let mut own = Vec::with_capacity(data.len());
    for number in numbers {
        let fd = target.descriptor(i32::from_ne_bytes(*number))?;
        own.extend(fd.as_raw_fd().to_ne_bytes());
        passed.push(fd);
    }
    Ok(own)
}

/// `struct ucred`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Ucred {
    pid: u32,
    uid: u32,
    gid: u32,
}

impl Ucred {
    fn decode(data: &[u8]) -> Option<Ucred> {
        let (words, []) = data.as_chunks::<4>() else { return None };
        let [pid, uid, gid] = words else { return None };
        Some(Ucred {
            pid: u32::from_ne_bytes(*pid),
            uid: u32::from_ne_bytes(*uid),
            gid: u32::from_ne_bytes(*gid),
        })
    }

    fn encode(self) -> Ancillary {
        let data = [self.pid, self.uid, self.gid].iter().flat_map(|word| word.to_ne_bytes()).collect();
        Ancillary { level: SOL_SOCKET, kind: SCM_CREDENTIALS, data }
    }
}

/// The target's own credentials, by its effective ids.
fn own_credentials(target: &Target<'_>) -> Result<Ucred, Stop> {
    let status = target.status()?;
    Ok(Ucred { pid: status.tgid, uid: status.euid, gid: status.egid })
}

fn has(capabilities: u64, capability: u32) -> bool {
    capabilities & 1 << capability != 0
}

/// SCM_CREDENTIALS that the program names itself. The kernel would compare them with the supervisor: so they
/// are compared here, and pass where the supervisor may speak for another process.
fn check_credentials(target: &Target<'_>, data: &[u8]) -> Result<(), Stop> {
    let Some(named) = Ucred::decode(data) else { return Err(Stop::Errno(Errno::EINVAL)) };
    if named != own_credentials(target)? {
        return Err(if has(target.status()?.cap_effective, CAP_SYS_ADMIN) {
            Stop::Refused(Errno::EPERM, "a supervised program can name no other credentials than its own")
        } else {
            Stop::Errno(Errno::EPERM)
        });
    }
    if may_name_others()? {
        return Ok(());
    }
    Err(Stop::Refused(
        Errno::EPERM,
        "credentials in a message cannot be passed on: the kernel lets only a privileged supervisor name another process",
    ))
}

/// Whether the supervisor may send with another's credentials.
fn may_name_others() -> Result<bool, Stop> {
    Ok(has(Capabilities::of_this_thread()?.effective, CAP_SYS_ADMIN))
}

#[cfg(test)]
mod tests {
    use super::{Ancillary, Control, SCM_CREDENTIALS, SCM_RIGHTS, SOL_SOCKET, Ucred};
    use crate::handlers::message::{decode_control, encode_control};

    #[test]
    fn credentials() {
        let own = Ucred { pid: 12, uid: 1000, gid: 100 };
        let ancillary = own.encode();
        assert_eq!((ancillary.level, ancillary.kind), (SOL_SOCKET, SCM_CREDENTIALS));
        assert_eq!(Ucred::decode(&ancillary.data), Some(own));
        for wrong in [&ancillary.data[..11], &[0; 16], &[0; 13], &[]] {
            assert_eq!(Ucred::decode(wrong), None);
        }
    }

    #[test]
    fn descriptors_go_with_the_first_part_only() {
        let rights = Ancillary { level: SOL_SOCKET, kind: SCM_RIGHTS, data: vec![3, 0, 0, 0] };
        let other = Ancillary { level: 41, kind: 50, data: vec![1; 20] };
        let implied = Ucred { pid: 1, uid: 2, gid: 3 }.encode();
        let control = Control {
            all: vec![rights.clone(), other.clone()],
            implied: Some(implied.clone()),
            dispensable: true,
            named: true,
            _passed: Vec::new(),
        };
        let list =
            |first, with| decode_control(&control.encode(first, with), size_of::<usize>() == 8).unwrap();
        assert_eq!(list(true, true), [rights.clone(), other.clone(), implied.clone()]);
        assert_eq!(list(true, false), [rights, other.clone()]);
        assert_eq!(list(false, true), [other, implied]);
        assert_eq!(encode_control([]), [0; 0]);
    }
}
