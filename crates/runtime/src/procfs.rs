//! What /proc says of a thread.

use callgate_sys::spawn::GUARDIAN_NAME;
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
    /// Effective uid.
    pub euid: u32,
    /// File system uid.
    pub fsuid: u32,
    /// Effective gid.
    pub egid: u32,
    /// File system gid.
    pub fsgid: u32,
    /// Supplementary groups, as the kernel sorts them.
    pub groups: Vec<u32>,
    /// Effective capabilities.
    pub cap_effective: u64,
    /// Signals pending to the thread or its process, not blocked.
    pub deliverable: u64,
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
                "Uid" => (status.euid, status.fsuid) = (field(1), field(3)),
                "Gid" => (status.egid, status.fsgid) = (field(1), field(3)),
                "Groups" => {
                    status.groups = rest.split_whitespace().filter_map(|word| word.parse().ok()).collect();
                }
                "CapEff" => status.cap_effective = hex(),
                "SigPnd" => pending = hex(),
                "ShdPnd" => shared = hex(),
                "SigBlk" => blocked = hex(),
                _ => {}
            }
        }
        status.deliverable = (pending | shared) & !blocked;
        status
    }

    /// Whether a call made with these credentials gets the same rights as one made with `other`'s.
    pub fn same_rights(&self, other: &Status) -> bool {
        (self.euid, self.fsuid, self.egid, self.fsgid, self.cap_effective)
            == (other.euid, other.fsuid, other.egid, other.fsgid, other.cap_effective)
            && self.groups == other.groups
    }
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
             CapEff:\t00000000000000ff\nSigPnd:\t0000000000000200\nShdPnd:\t0000000000000001\nSigBlk:\t0000000000000001\n",
        );
        assert_eq!((status.tgid, status.ppid, status.umask), (12, 3, 0o27));
        assert_eq!((status.euid, status.fsuid, status.egid, status.fsgid), (2, 4, 6, 8));
        assert_eq!(status.groups, [9, 10]);
        assert_eq!(status.cap_effective, 0xff);
        assert_eq!(status.deliverable, 0x200, "a blocked signal is not deliverable");
        assert!(!status.guardian && Status::parse("Name:\tcallgate-guard\n").guardian);
    }

    #[test]
    fn this_thread_has_its_own_rights() {
        let tid = rustix::thread::gettid().as_raw_pid() as u32;
        let status = Status::of(tid).unwrap();
        assert_eq!(status.tgid, std::process::id());
        assert!(status.same_rights(&Status::of(std::process::id()).unwrap()));
    }
}
