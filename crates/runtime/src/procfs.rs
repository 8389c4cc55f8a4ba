//! What /proc says of a thread.

use callgate_sys::spawn::GUARDIAN_NAME;
use callgate_sys::thread::Credentials;
use std::fs;
use std::io;

/// The fields of /proc/TID/status that decide how a call is performed (proc(5)).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Status {
    /// Thread group id.
    pub tgid: u32,
    /// Parent process.
    pub ppid: u32,
    /// File mode creation mask.
    pub umask: u32,
    /// Real uid.
    pub ruid: u32,
    /// Effective uid.
    pub euid: u32,
    /// File system uid.
    pub fsuid: u32,
    /// Real gid.
    pub rgid: u32,
    /// Effective gid.
    pub egid: u32,
    /// File system gid.
    pub fsgid: u32,
    /// Supplementary groups, as the kernel sorts them.
    pub groups: Vec<u32>,
    /// Permitted capabilities.
    pub cap_permitted: u64,
    /// Effective capabilities.
    pub cap_effective: u64,
    /// Signals pending to the thread or its process, not blocked.
    pub deliverable: u64,
    /// Signals that are ignored on purpose.
    pub ignored: u64,
    /// Signals that a handler catches.
    pub caught: u64,
    /// How many filters judge its calls (since 5.9).
    pub filters: u32,
    /// Whether it has the name of a run's guardian. Others may take that name, and gain nothing by it.
    pub guardian: bool,
}

impl Status {
    /// Reads the status of a thread; NotFound when it is gone.
    pub fn of(tid: u32) -> io::Result<Status> {
        Ok(Status::parse(&read(&format!("/proc/{tid}/status"))?))
    }

    fn parse(text: &str) -> Status {
        let mut status = Status::default();
        let (mut pending, mut shared, mut blocked) = (0u64, 0u64, 0u64);
        for line in text.lines() {
            let Some((key, rest)) = line.split_once(':') else { continue };
            let rest = rest.trim();
            let hex = || u64::from_str_radix(rest, 16).unwrap_or(0);
            let field = |index: usize| {
                rest.split_whitespace().nth(index).and_then(|word| word.parse().ok()).unwrap_or(u32::MAX)
            };
            match key {
                "Name" => status.guardian = rest.as_bytes() == GUARDIAN_NAME.to_bytes(),
                "Tgid" => status.tgid = field(0),
                "PPid" => status.ppid = field(0),
                "Umask" => status.umask = u32::from_str_radix(rest, 8).unwrap_or(0o777),
                "Uid" => (status.ruid, status.euid, status.fsuid) = (field(0), field(1), field(3)),
                "Gid" => (status.rgid, status.egid, status.fsgid) = (field(0), field(1), field(3)),
                "Groups" => {
                    status.groups = rest.split_whitespace().filter_map(|word| word.parse().ok()).collect();
                }
                "CapPrm" => status.cap_permitted = hex(),
                "CapEff" => status.cap_effective = hex(),
                "SigPnd" => pending = hex(),
                "ShdPnd" => shared = hex(),
                "SigBlk" => blocked = hex(),
                "SigIgn" => status.ignored = hex(),
                "SigCgt" => status.caught = hex(),
                "Seccomp_filters" => status.filters = field(0),
                _ => {}
            }
        }
        status.deliverable = (pending | shared) & !blocked;
        status
    }

    /// Who nearly every call is made as.
    pub(crate) fn effective_rights(&self) -> Credentials {
        let groups = self.groups.clone();
        Credentials { uid: self.euid, gid: self.egid, groups, capabilities: self.cap_effective }
    }

    /// Who access(2) asks for.
    pub(crate) fn real_rights(&self) -> Credentials {
        let capabilities = if self.ruid == 0 { self.cap_permitted } else { 0 };
        Credentials { uid: self.ruid, gid: self.rgid, groups: self.groups.clone(), capabilities }
    }

    /// Whether a call made with these credentials gets the same rights as one made with `other`'s.
    pub fn same_rights(&self, other: &Status) -> bool {
        (self.euid, self.fsuid, self.egid, self.fsgid, self.cap_effective)
            == (other.euid, other.fsuid, other.egid, other.fsgid, other.cap_effective)
            && self.groups == other.groups
    }
}

/// The file mode creation mask of a thread, which stands at the top of its status: little of the text has to be
/// copied, though the kernel composes it all.
pub(crate) fn umask(tid: u32) -> Option<u32> {
    // The name before it has at most 15 bytes, each of which may be written as four.
    let mut top = [0; 128];
    let count = crate::callers::status(tid, &mut top).ok()?;
    let line = top[..count].split(|byte| *byte == b'\n').find_map(|line| line.strip_prefix(b"Umask:"))?;
    u32::from_str_radix(std::str::from_utf8(line).ok()?.trim(), 8).ok()
}

/// A file of /proc in one read as a rule: its length shows only at its end, and each read composes it anew.
fn read(path: &str) -> io::Result<String> {
    use std::io::Read;
    let mut file = fs::File::open(path)?;
    let mut bytes = vec![0; 4096];
    let mut length = 0;
    loop {
        match file.read(&mut bytes[length..])? {
            // A read that leaves room has reached the end.
            count if length + count < bytes.len() => {
                bytes.truncate(length + count);
                return Ok(String::from_utf8_lossy(&bytes).into_owned());
            }
            count => {
                length += count;
                bytes.resize(length + 4096, 0);
            }
        }
    }
}

/// What a thread has mapped somewhere (`/proc/TID/maps`, proc(5)).
pub(crate) struct Mapped {
    /// Where the mapping starts.
    pub(crate) start: u64,
    /// What of the file is there, in bytes.
    pub(crate) offset: u64,
    /// The file, or a name in brackets; `None` for anonymous memory.
    pub(crate) name: Option<Vec<u8>>,
}

/// The mapping an address lies in.
pub(crate) fn mapped(tid: u32, address: u64) -> Option<Mapped> {
    let maps = fs::read(format!("/proc/{tid}/maps")).ok()?;
    maps.split(|byte| *byte == b'\n').find_map(|line| {
        let mut fields = line.splitn(6, |byte| *byte == b' ');
        let text = |field: Option<&[u8]>| std::str::from_utf8(field?).ok().map(str::to_owned);
        let hex = |text: &str| u64::from_str_radix(text, 16).ok();
        let range = text(fields.next())?;
        let (start, end) = range.split_once('-')?;
        let (start, end) = (hex(start)?, hex(end)?);
        if !(start..end).contains(&address) {
            return None;
        }
        let offset = hex(&text(fields.nth(1))?)?;
        // A path may hold blanks: it is all that follows the inode.
        let name = fields.nth(2).map(<[u8]>::trim_ascii_start).filter(|name| !name.is_empty());
        Some(Mapped { start, offset, name: name.map(<[u8]>::to_vec) })
    })
}

/// The number of an auxiliary vector's entry (getauxval(3)) of a thread's program; `None` without one.
pub(crate) fn auxiliary(tid: u32, wide: bool, wanted: u64) -> Option<u64> {
    let bytes = fs::read(format!("/proc/{tid}/auxv")).ok()?;
    let word = if wide { 8 } else { 4 };
    let number = |bytes: &[u8]| bytes.iter().rev().fold(0, |value, byte| value << 8 | u64::from(*byte));
    bytes
        .chunks_exact(2 * word)
        .find(|entry| number(&entry[..word]) == wanted)
        .map(|entry| number(&entry[word..]))
}

/// The program a thread runs, as /proc/TID/exe names it; `?` when it cannot be read.
pub(crate) fn executable(tid: u32) -> Vec<u8> {
    rustix::fs::readlink(format!("/proc/{tid}/exe"), Vec::new())
        .map_or_else(|_| b"?".to_vec(), std::ffi::CString::into_bytes)
}

/// The soft limit on open files of a thread's process (/proc/TID/limits); `None` when it cannot be read.
pub(crate) fn open_file_limit(tid: u32) -> Option<u64> {
    let text = read(&format!("/proc/{tid}/limits")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("Max open files"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// How many of a thread's open files have numbers below `limit`; 0 when that cannot be seen.
pub(crate) fn open_files_below(tid: u32, limit: u64) -> u64 {
    let Ok(folder) = fs::read_dir(format!("/proc/{tid}/fd")) else { return 0 };
    let number = |entry: io::Result<fs::DirEntry>| entry.ok()?.file_name().to_str()?.parse().ok();
    folder.filter_map(number).filter(|number: &u64| *number < limit).count() as u64
}

/// The controlling terminal of a thread's session (`tty_nr`, field 7 of /proc/TID/stat); 0 is none.
pub(crate) fn terminal(tid: u32) -> u64 {
    let Ok(text) = read(&format!("/proc/{tid}/stat")) else { return 0 };
    // The second field is the program's name in parentheses and may hold anything.
    let Some((_, rest)) = text.rsplit_once(')') else { return 0 };
    rest.split_whitespace()
        .nth(4)
        .and_then(|word| word.parse::<i64>().ok())
        .map_or(0, |tty| tty as u32 as u64)
}

#[cfg(test)]
mod tests {
    use super::Status;

    #[test]
    fn reads_what_the_kernel_prints() {
        let status = Status::parse(
            "Name:\ta\nUmask:\t0027\nTgid:\t12\nPPid:\t3\nUid:\t1\t2\t3\t4\nGid:\t5\t6\t7\t8\nGroups:\t9 10 \n\
             CapPrm:\t0000000000000fff\nCapEff:\t00000000000000ff\nSigPnd:\t0000000000000200\nShdPnd:\t0000000000000001\nSigBlk:\t0000000000000001\n\
             SigCgt:\t0000000000004000\nSeccomp:\t2\nSeccomp_filters:\t2\n",
        );
        assert_eq!((status.tgid, status.ppid, status.umask), (12, 3, 0o27));
        assert_eq!((status.euid, status.fsuid, status.egid, status.fsgid), (2, 4, 6, 8));
        let real = status.real_rights();
        assert_eq!((real.uid, real.gid, real.capabilities), (1, 5, 0), "capabilities are root's only");
        assert_eq!(status.groups, [9, 10]);
        assert_eq!(status.cap_effective, 0xff);
        assert_eq!(status.deliverable, 0x200, "a blocked signal is not deliverable");
        assert_eq!((status.caught, status.filters), (0x4000, 2));
        assert!(!status.guardian && Status::parse("Name:\tcallgate-guard\n").guardian);
    }

    #[test]
    fn what_lies_where() {
        let own = std::process::id();
        let here = what_lies_where as *const () as u64;
        let program = super::mapped(own, here).unwrap();
        let name = std::env::current_exe().unwrap().into_os_string().into_encoded_bytes();
        assert!(program.start <= here && program.name == Some(name));
        let at_base = 7;
        let loader = super::mapped(own, super::auxiliary(own, true, at_base).unwrap()).unwrap();
        assert!(loader.name.unwrap().starts_with(b"/") && loader.offset == 0);
        assert!(super::mapped(own, 0).is_none() && super::auxiliary(own, true, 12345).is_none());
    }

    #[test]
    fn this_thread_has_its_own_rights() {
        let tid = rustix::thread::gettid().as_raw_pid() as u32;
        let status = Status::of(tid).unwrap();
        assert_eq!(status.tgid, std::process::id());
        assert!(status.same_rights(&Status::of(std::process::id()).unwrap()));
        assert_eq!(super::umask(tid), Some(status.umask));
    }
}
