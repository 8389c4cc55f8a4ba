//! The calls the supervisor answers. A handler is one file here: its `CALLS` names the calls it
//! serves, and [`HANDLERS`] lists the files.

mod ancillary;
mod attributes;
mod credentials;
mod entry;
mod exec;
mod layouts;
mod lookups;
mod make;
mod message;
mod metadata;
mod open;
mod outlet;
mod remove;
mod rename;
mod send;
mod socketcall;
mod sockets;
mod stat;
mod times;
mod truncate;
mod watches;
mod xattrs;

use crate::answer::{Answer, Call};
use crate::pool::Worker;
use crate::stop::Stop;
use callgate_abi::{Abi, Sysno};

/// Serves one call.
pub(crate) type Serve = fn(&Worker<'_>, Call<'_>) -> Result<Answer, Stop>;

/// Which calls a handler serves, by name; a name that an ABI lacks is skipped there.
pub(crate) type Calls = &'static [(&'static str, Serve)];

const HANDLERS: &[Calls] = &[
    open::CALLS,
    remove::CALLS,
    make::CALLS,
    rename::CALLS,
    truncate::CALLS,
    metadata::CALLS,
    times::CALLS,
    xattrs::CALLS,
    attributes::CALLS,
    stat::CALLS,
    lookups::CALLS,
    watches::CALLS,
    sockets::CALLS,
    send::CALLS,
    socketcall::CALLS,
    credentials::CALLS,
    exec::CALLS,
];

/// The handlers of a run by ABI and number.
#[derive(Debug)]
pub(crate) struct Table {
    abis: Vec<(Abi, Vec<Option<Serve>>)>,
}

impl Table {
    /// The table for the ABIs of a policy.
    pub(crate) fn new(abis: &[Abi]) -> Table {
        let abis = abis.iter().map(|abi| (*abi, numbers(*abi))).collect();
        Table { abis }
    }

    /// The handler of a call.
    pub(crate) fn find(&self, abi: Abi, nr: u32) -> Option<Serve> {
        let (_, serves) = self.abis.iter().find(|(other, _)| *other == abi)?;
        *serves.get((nr & !Abi::X32_BIT) as usize)?
    }
}

fn numbers(abi: Abi) -> Vec<Option<Serve>> {
    let mut serves = Vec::new();
    for (name, serve) in HANDLERS.iter().copied().flatten() {
        if let Some(call) = Sysno::from_name(abi, name) {
            let index = (call.nr & !Abi::X32_BIT) as usize;
            if serves.len() <= index {
                serves.resize(index + 1, None);
            }
            serves[index] = Some(*serve);
        }
    }
    serves
}

/// Whether the call of this name is always passed on, for its registers alone.
pub(crate) fn passes(name: &str) -> bool {
    credentials::CALLS.iter().any(|(known, _)| *known == name)
}

/// Whether a handler serves the call of this name.
pub fn serves(name: &str) -> bool {
    HANDLERS.iter().copied().flatten().any(|(known, _)| *known == name)
}

#[cfg(test)]
mod tests {
    use super::{HANDLERS, Table};
    use callgate_abi::{Abi, Sysno, syscalls};

    #[test]
    fn every_name_is_a_call_and_stands_once() {
        let mut names: Vec<_> = HANDLERS.iter().copied().flatten().map(|(name, _)| *name).collect();
        for name in &names {
            assert!(syscalls::exists(name), "{name}");
        }
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count, "a call has two handlers");
    }

    #[test]
    fn found_by_number_on_each_abi() {
        let table = Table::new(&[Abi::X86_64, Abi::I386]);
        for abi in [Abi::X86_64, Abi::I386] {
            let nr = Sysno::from_name(abi, "openat").unwrap().nr;
            assert!(table.find(abi, nr).is_some());
        }
        assert!(table.find(Abi::X86_64, 0).is_none(), "read is never served");
        assert!(table.find(Abi::Aarch64, 56).is_none());
    }
}
