//! What becomes of each call under resource policies: the two tables, and what the tracer adds, in one.

use crate::calls;
use crate::plan::Treatment;
use crate::traced;
use crate::untouched::UNTOUCHED;
use callgate_abi::Errno;

/// What a call gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// The supervisor judges it and performs it for the program.
    Performed,
    /// The supervisor hears of it, and the kernel performs it: it is of numbers alone.
    Watched,
    /// Under the tracer: the program performs it, with checked arguments that it cannot change.
    Sealed,
    /// The filter refuses it by its number, or by numbers among its arguments.
    Refused(Errno),
    /// Nothing.
    Untouched,
}

/// One line about a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its name.
    pub name: &'static str,
    /// What it gets.
    pub way: Way,
    /// Under which policies.
    pub under: &'static str,
    /// Only with certain arguments.
    pub sometimes: bool,
    /// Why.
    pub reason: &'static str,
}

/// All lines about all calls; several about one call are alternatives.
pub fn listing() -> Vec<Listed> {
    let mut lines: Vec<Listed> = Vec::new();
    for (name, treatment, under, sometimes, reason) in calls::rows() {
        let way = match treatment {
            Treatment::Errno(errno) => Way::Refused(errno),
            _ if under == calls::PRIVILEGED => Way::Watched,
            _ => Way::Performed,
        };
        let line = Listed { name, way, under, sometimes, reason };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    let sealed = traced::SEALED.into_iter().map(|(name, _, reason)| Listed {
        name,
        way: Way::Sealed,
        under: "the run is traced",
        sometimes: false,
        reason,
    });
    lines.extend(sealed);
    let untouched = UNTOUCHED.iter().flat_map(|(reason, names)| {
        let line =
            |name: &&'static str| Listed { name, way: Way::Untouched, under: "", sometimes: false, reason };
        names.iter().map(line)
    });
    lines.extend(untouched);
    lines.sort_by_key(|line| line.name);
    lines
}

#[cfg(test)]
mod tests {
    use super::{Way, listing};
    use crate::untouched::UNTOUCHED;
    use callgate_abi::{Abi, syscalls};

    #[test]
    fn every_call_stands_somewhere() {
        let listing = listing();
        for abi in [Abi::X86_64, Abi::I386] {
            for (_, name) in syscalls::of_abi(abi) {
                let lines: Vec<_> = listing.iter().filter(|line| line.name == name).collect();
                assert!(!lines.is_empty(), "{name} of {abi} is in neither calls.rs nor untouched.rs");
                let untouched = lines.iter().filter(|line| line.way == Way::Untouched).count();
                assert!(untouched == 0 || lines.len() == 1, "{name} is treated, and said not to be");
            }
        }
    }

    #[test]
    fn every_name_is_a_call() {
        for (reason, names) in UNTOUCHED {
            for name in *names {
                assert!(syscalls::exists(name), "{name}: {reason}");
            }
        }
    }
}
