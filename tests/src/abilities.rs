//! What this kernel offers to the tests, and what `CALLGATE_EXPECT` says it must offer, so that a
//! case that was skipped for want of an ability is a failure where the ability was promised.

use crate::guest::{Guests, Variant};
use std::collections::BTreeMap;
use std::process::Command;

/// An ability that a case needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// `SECCOMP_RET_USER_NOTIF`, since 5.0.
    Notify,
    /// `SECCOMP_IOCTL_NOTIF_ADDFD` with SEND, since 5.14.
    Addfd,
    /// Landlock, at least this ABI.
    Landlock(u32),
    /// ptrace of one's own children.
    Ptrace,
    /// 32-bit x86 programs run, and gcc -m32 makes them.
    Ia32,
    /// A user may make network namespaces; root always may.
    Netns,
    /// An ordinary user may make user and mount namespaces.
    Userns,
    /// Root has the right to mount (`CAP_SYS_ADMIN`), which containers take away.
    Admin,
    /// An ordinary user may use io_uring.
    IoUring,
}

impl Need {
    fn word(self) -> &'static str {
        match self {
            Need::Notify => "notify",
            Need::Addfd => "addfd",
            Need::Landlock(_) => "landlock",
            Need::Ptrace => "ptrace",
            Need::Ia32 => "ia32",
            Need::Netns => "netns",
            Need::Userns => "userns",
            Need::Admin => "admin",
            Need::IoUring => "io_uring",
        }
    }
}

/// What was found: a word and a level (1, or Landlock's ABI).
#[derive(Debug, Clone, Default)]
pub struct Abilities {
    found: BTreeMap<String, u32>,
}

impl Abilities {
    /// Asks the kernel through `guests/abilities.c`, not through callgate: a probe that lies must not
    /// skip its own test.
    pub fn probe(guests: &Guests) -> Abilities {
        let mut found = BTreeMap::new();
        if let Ok(output) = Command::new(guests.find("abilities", Variant::Dynamic)).output() {
            for word in String::from_utf8_lossy(&output.stdout).split_whitespace() {
                let (name, level) = word.split_once('=').unwrap_or((word, "1"));
                found.insert(name.to_owned(), level.parse().unwrap_or(0));
            }
        }
        let runs_i386 = guests.has("abilities", Variant::I386)
            && Command::new(guests.find("abilities", Variant::I386))
                .output()
                .is_ok_and(|output| output.status.success());
        if runs_i386 {
            found.insert("ia32".to_owned(), 1);
        }
        Abilities { found }
    }

    /// `None` when the need is met, else why not.
    pub fn lacks(&self, need: Need) -> Option<String> {
        let level = self.found.get(need.word()).copied().unwrap_or(0);
        match need {
            Need::Landlock(abi) if level < abi => {
                Some(format!("needs Landlock ABI {abi}, this kernel has {level}"))
            }
            _ if level == 0 => Some(format!("needs {}, not found here", need.word())),
            _ => None,
        }
    }

    /// The promises of `CALLGATE_EXPECT` (`notify,addfd,landlock=7,ptrace,ia32`) that are not kept.
    pub fn broken_promises(&self, expect: &str) -> Vec<String> {
        expect
            .split(',')
            .filter(|word| !word.is_empty())
            .filter_map(|word| {
                let (name, level) = word.split_once('=').unwrap_or((word, "1"));
                let level: u32 = level.parse().unwrap_or(1);
                let found = self.found.get(name).copied().unwrap_or(0);
                (found < level).then(|| format!("CALLGATE_EXPECT promises {word}, found {found}"))
            })
            .collect()
    }
}
