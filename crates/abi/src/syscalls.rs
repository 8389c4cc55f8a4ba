//! System calls by name and by number, on every ABI.
//!
//! The tables are generated from `facts/syscalls.tsv`; a name is
//! looked up by its hash and a number by binary search, in arrays that need no preparation.

use crate::Abi;
use crate::generated::syscalls::{CALLS, SINCE, table};
use crate::pool::{number, word};
use crate::suggest::nearest;
use std::fmt;
use std::str::FromStr;

/// One ABI's calls. A call is known by its place among the sorted names of all calls, which is also
/// its name's number in the pool.
pub(crate) struct Table {
    /// `seccomp_data.nr` of every call, or `NONE`.
    pub(crate) numbers: &'static [u32; CALLS],
    /// (`seccomp_data.nr`, call) of the calls the ABI has, by number.
    pub(crate) by_number: &'static [(u32, u16)],
}

/// Stands for a number where an ABI lacks the call: that of a call skipped by a tracer.
pub(crate) const NONE: u32 = u32::MAX;

/// A release of Linux by its first two numbers.
///
/// All of 2.6.x counts as 2.6, and what is older than 1.1 as 1.0: seccomp filters are of 3.5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KernelVersion {
    /// The first number.
    pub major: u8,
    /// The second number.
    pub minor: u8,
}

impl fmt::Display for KernelVersion {
    /// `5.10`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

/// The text is no `5.10`, with or without more after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoRelease;

impl FromStr for KernelVersion {
    type Err = NoRelease;

    /// `5.10`, or a whole release such as `5.10.0-28-amd64`.
    fn from_str(release: &str) -> Result<KernelVersion, NoRelease> {
        let mut numbers = release.split(['.', '-', '+', '_', '~']);
        let mut next = || {
            let digits = numbers.next().filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
            digits.and_then(|digits| digits.parse().ok()).ok_or(NoRelease)
        };
        Ok(KernelVersion { major: next()?, minor: next()? })
    }
}

/// A call's number together with the ABI in which it has that meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sysno {
    /// The calling convention.
    pub abi: Abi,
    /// The number as in `seccomp_data.nr`: with bit 30 on x32, with its base on mips. It need not
    /// have a name: a policy may speak of calls younger than these tables.
    pub nr: u32,
}

/// Calls that an ABI's headers know by the generic name too: ABI, generic name, the ABI's own.
/// A policy that denies the generic name must not miss them.
const SYNONYMS: &[(Abi, &str, &str)] =
    &[(Abi::Arm, "fadvise64_64", "arm_fadvise64_64"), (Abi::Arm, "sync_file_range2", "arm_sync_file_range")];

impl Sysno {
    /// The number of a call on an ABI; `None` where the ABI lacks the call or nobody knows it.
    ///
    /// ```
    /// use callgate_abi::{Abi, Sysno};
    /// assert_eq!(Sysno::from_name(Abi::Arm, "openat").map(|call| call.nr), Some(322));
    /// assert_eq!(Sysno::from_name(Abi::Aarch64, "open"), None);
    /// ```
    pub fn from_name(abi: Abi, name: &str) -> Option<Sysno> {
        let nr = table(abi).numbers[usize::from(index(own_name(abi, name))?)];
        (nr != NONE).then_some(Sysno { abi, nr })
    }

    /// The call's name as in syscalls(2); `None` for a number without one.
    pub fn name(self) -> Option<&'static str> {
        let calls = table(self.abi).by_number;
        let at = calls.binary_search_by_key(&self.nr, |(nr, _)| *nr).ok()?;
        Some(word(calls[at].1))
    }
}

impl fmt::Display for Sysno {
    /// The name, or `syscall_999` (the number as in `seccomp_data.nr`) where there is none.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            Some(name) => f.write_str(name),
            None => write!(f, "syscall_{}", self.nr),
        }
    }
}

/// An ABI's own name of a call that it knows by the generic one too.
pub(crate) fn own_name(abi: Abi, name: &str) -> &str {
    let synonym = SYNONYMS.iter().find(|(on, generic, _)| *on == abi && *generic == name);
    synonym.map_or(name, |(_, _, own)| *own)
}

/// A call's place among all calls.
pub(crate) fn index(name: &str) -> Option<u16> {
    number(name).filter(|call| usize::from(*call) < CALLS)
}

/// A call on whatever ABI has it. Looking a name up takes longer than asking each ABI for its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Call(u16);

impl Call {
    /// How many calls there are: [`Call::index`] is below it.
    pub const COUNT: usize = CALLS;

    /// The call of a name; `None` for one that no ABI has.
    ///
    /// ```
    /// use callgate_abi::{Abi, Call};
    /// let open = Call::from_name("open").unwrap();
    /// assert_eq!((open.on(Abi::X86_64).map(|call| call.nr), open.on(Abi::Aarch64)), (Some(2), None));
    /// ```
    pub fn from_name(name: &str) -> Option<Call> {
        index(name).map(Call)
    }

    /// Its place among all calls.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// Its number on an ABI; `None` where the ABI lacks it.
    pub fn on(self, abi: Abi) -> Option<Sysno> {
        // Only arm has names of its own.
        if abi == Abi::Arm {
            return Sysno::from_name(abi, word(self.0));
        }
        let nr = table(abi).numbers[self.index()];
        (nr != NONE).then_some(Sysno { abi, nr })
    }
}

/// Every call of every ABI, sorted by name.
pub fn names() -> impl Iterator<Item = &'static str> {
    (0..CALLS as u16).map(word)
}

/// Whether some ABI has a call of this name.
pub fn exists(name: &str) -> bool {
    index(name).is_some()
}

/// The calls of an ABI: number as in `seccomp_data.nr` and name, by number.
pub fn of_abi(abi: Abi) -> impl Iterator<Item = (u32, &'static str)> {
    table(abi).by_number.iter().map(|(nr, call)| (*nr, word(*call)))
}

/// The release that first had the call on some ABI; `None` for a name nobody knows.
pub fn since(name: &str) -> Option<KernelVersion> {
    index(name).map(|call| SINCE[usize::from(call)])
}

/// C library functions whose system call has another name.
const LIBRARY_NAMES: &[(&str, &str)] = &[
    ("fstatat", "newfstatat"),
    ("posix_fadvise", "fadvise64"),
    ("pread", "pread64"),
    ("prlimit", "prlimit64"),
    ("pselect", "pselect6"),
    ("pwrite", "pwrite64"),
    ("sigqueue", "rt_sigqueueinfo"),
    ("umount", "umount2"),
];

/// The known name nearest to a mistaken one, and the call behind a C library's function; `None` when
/// nothing is near.
///
/// ```
/// assert_eq!(callgate_abi::syscalls::suggest("opennat"), Some("openat"));
/// ```
pub fn suggest(name: &str) -> Option<&'static str> {
    let behind = LIBRARY_NAMES.iter().find(|(function, _)| *function == name);
    behind.map(|(_, call)| *call).or_else(|| nearest(name, names()))
}
