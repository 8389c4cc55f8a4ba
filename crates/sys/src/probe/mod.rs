//! What this kernel and container offer.
//!
//! [`quick`] is for the start of every run: it asks the kernel without side effects and without another
//! process. [`full`] is for `doctor`: it really does each thing, in processes made for it.

pub(crate) mod child;
mod trials;

use crate::landlock::abi_version;
use crate::layout::{SECCOMP_FILTER_FLAG_NEW_LISTENER, SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV};
use crate::{memory, pidfd, process, sealed, seccomp, thread};
use callgate_abi::{Action, Errno, KernelVersion};
use child::Outcome;
use std::fmt;
use std::os::fd::{AsFd, AsRawFd};
use std::sync::OnceLock;

macro_rules! abilities {
    ($($variant:ident $name:literal $major:literal $minor:literal $doc:literal;)*) => {
        /// What callgate can make use of.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Ability {
            $(#[doc = $doc] $variant,)*
        }

        impl Ability {
            /// Every one.
            pub const ALL: &[Ability] = &[$(Ability::$variant,)*];

            /// Its name in output and in `CALLGATE_EXPECT`.
            pub fn name(self) -> &'static str {
                match self { $(Ability::$variant => $name,)* }
            }

            /// The first kernel that has it.
            pub fn since(self) -> KernelVersion {
                match self { $(Ability::$variant => KernelVersion { major: $major, minor: $minor },)* }
            }

            /// What it is, for people.
            pub fn text(self) -> &'static str {
                match self { $(Ability::$variant => $doc,)* }
            }
        }
    };
}

abilities! {
    Notify "notify" 5 0 "Filters with a listener, which a supervisor answers.";
    Addfd "addfd" 5 9 "Descriptors put into the target.";
    AddfdSend "addfd_send" 5 14 "Descriptors put into the target as the call's result, in one step.";
    WaitKillable "wait_killable" 5 19 "Received calls that wait through signals that are not fatal.";
    SyncWakeUp "sync_wake_up" 6 6 "Answers that wake the other side on the same CPU.";
    PidfdGetfd "pidfd_getfd" 5 6 "Descriptors taken from the target.";
    PidfdThread "pidfd_thread" 6 9 "Descriptors of threads, not only of processes.";
    Openat2 "openat2" 5 6 "Opens that say how to resolve the path.";
    Landlock "landlock" 5 13 "Path rules that the kernel enforces itself.";
    Filters "filters" 3 5 "Filters of calls.";
    Unshare "unshare" 2 6 "Threads with a umask of their own.";
    Ia32 "ia32" 2 6 "32-bit programs.";
    Ptrace "ptrace" 3 4 "Threads that can be traced.";
    Mseal "mseal" 6 10 "Mappings that their owner cannot replace.";
    ProcessVmReadv "process_vm_readv" 3 2 "Other processes' memory, read in one call.";
    ListenerFree "listener_free" 5 0 "No supervisor listens to this process yet.";
}

impl fmt::Display for Ability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Something this kernel or container does not offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// What.
    pub ability: Ability,
    /// What was tried, what happened and what would help; a sentence for people.
    pub reason: String,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "one answer for each question")]
pub struct Found {
    /// The kernel's release.
    pub kernel: KernelVersion,
    /// Filters with a listener (5.0).
    pub notify: bool,
    /// Descriptors put into the target (5.9).
    pub addfd: bool,
    /// ... as the answer, in one step (5.14).
    pub addfd_send: bool,
    /// Received calls wait through signals that are not fatal (5.19).
    pub wait_killable: bool,
    /// Answers that wake the other side on the same CPU (6.6).
    pub sync_wake_up: bool,
    /// Descriptors taken from the target (5.6).
    pub pidfd_getfd: bool,
    /// pidfds of threads (6.9).
    pub pidfd_thread: bool,
    /// Opens that say how to resolve (5.6).
    pub openat2: bool,
    /// Filters can be installed, by seccomp(2) or by prctl(2) (3.5).
    pub filters: bool,
    /// A thread may have a umask of its own.
    pub unshare: bool,
    /// Landlock's version, 0 for none (1: 5.13).
    pub landlock_abi: u32,
    /// 32-bit programs run.
    pub ia32: bool,
    /// Threads can be seized.
    pub ptrace: bool,
    /// Other processes' memory can be read.
    pub process_vm_readv: bool,
    /// Mappings can be sealed (6.10).
    pub mseal: bool,
    /// No filter of this thread has a listener yet: a new one is possible.
    pub listener_free: bool,
    /// This process is root or has an effective capability.
    pub privileged: bool,
    /// Why each thing that is not there is not.
    pub missing: Vec<Missing>,
}

impl Found {
    /// Whether received calls that wait through signals may, rarely, be made twice: before 6.17 a reply that
    /// comes while a signal arrives can be lost, and the kernel then restarts the call.
    pub fn wait_killable_races(&self) -> bool {
        self.wait_killable && self.kernel < KernelVersion { major: 6, minor: 17 }
    }
}

/// The kernel's release, asked for once. A release that is not two numbers counts as 0.0: as very old.
pub fn kernel_version() -> KernelVersion {
    static VERSION: OnceLock<KernelVersion> = OnceLock::new();
    *VERSION.get_or_init(|| {
        let uname = rustix::system::uname();
        let release = uname.release().to_str().unwrap_or_default();
        release.parse().unwrap_or(KernelVersion { major: 0, minor: 0 })
    })
}

/// What can be found without another process, in well under a millisecond.
///
/// What only a listener could tell (`addfd`, `addfd_send`, `sync_wake_up`) is taken from the kernel's release.
/// Only where this thread is under a filter already, a child is made to see whether that has a listener.
pub fn quick() -> Found {
    let mut found = Finder::new();
    let notify = seccomp::action_available(Action::UserNotif)
        .and_then(|()| seccomp::flags_known(SECCOMP_FILTER_FLAG_NEW_LISTENER));
    let notify = found.called(Ability::Notify, "seccomp(2)", notify.map(drop));
    let addfd = notify && found.of_release(Ability::Addfd);
    let addfd_send = notify && found.of_release(Ability::AddfdSend);
    let sync_wake_up = notify && found.of_release(Ability::SyncWakeUp);
    let killable = SECCOMP_FILTER_FLAG_NEW_LISTENER | SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV;
    let wait_killable = notify
        && match seccomp::flags_known(killable) {
            Ok(true) => true,
            Ok(false) => found.too_old(Ability::WaitKillable),
            Err(errno) => found.called(Ability::WaitKillable, "seccomp(2)", Err(errno)),
        };
    let filters = notify || found.called(Ability::Filters, "seccomp(2)", seccomp::installable());
    let unshare = found.called(Ability::Unshare, "unshare(2)", thread::unshare_nothing());
    let reads = !Finder::keeps_others_away(&yama());
    let pidfd_getfd = if reads {
        found.called(Ability::PidfdGetfd, "pidfd_getfd(2)", take_own_descriptor())
    } else {
        found.lacks(Ability::PidfdGetfd, YAMA.to_owned())
    };
    let thread = pidfd::open(thread::gettid(), true).map(drop);
    let pidfd_thread = found.called(Ability::PidfdThread, "pidfd_open(2) with PIDFD_THREAD", thread);
    let openat2 = found.called(Ability::Openat2, "openat2(2)", knows_openat2());
    let landlock_abi = match abi_version() {
        Ok(version) => version,
        Err(errno) => {
            found.landlock_missing(errno);
            0
        }
    };
    let ia32 = found.ia32_by_sysctl();
    let process_vm_readv = if reads {
        found.called(Ability::ProcessVmReadv, "process_vm_readv(2)", read_own_memory())
    } else {
        found.lacks(Ability::ProcessVmReadv, YAMA.to_owned())
    };
    let ptrace = found.ptrace_allowed();
    let mseal = found.called(Ability::Mseal, "mseal(2)", sealed::try_mseal());
    let listener_free = !notify || !under_filter() || found.listener(trials::listener());
    Found {
        kernel: kernel_version(),
        notify,
        addfd,
        addfd_send,
        wait_killable,
        sync_wake_up,
        pidfd_getfd,
        pidfd_thread,
        openat2,
        filters,
        unshare,
        landlock_abi,
        ia32,
        ptrace,
        process_vm_readv,
        mseal,
        listener_free,
        privileged: process::privileged(),
        missing: found.missing,
    }
}

/// What is found by doing each thing, in processes made for it: a listener that answers a value and puts in
/// descriptors, a tracee, a 32-bit call. A few milliseconds.
pub fn full() -> Found {
    let mut found = quick();
    let mut finder = Finder { missing: std::mem::take(&mut found.missing) };
    if found.notify {
        let tried = trials::notification();
        found.listener_free = finder.retried(Ability::ListenerFree, |f| f.listener(tried.installed));
        if tried.installed == Outcome::Done {
            found.notify = finder.retried(Ability::Notify, |f| f.tried(Ability::Notify, tried.answered));
            found.addfd = finder.retried(Ability::Addfd, |f| f.tried(Ability::Addfd, tried.added));
            found.addfd_send =
                finder.retried(Ability::AddfdSend, |f| f.tried(Ability::AddfdSend, tried.sent));
            found.sync_wake_up =
                finder.retried(Ability::SyncWakeUp, |f| f.tried(Ability::SyncWakeUp, tried.synced));
        }
    }
    found.ptrace = finder.retried(Ability::Ptrace, |f| f.tried(Ability::Ptrace, trials::seize()));
    found.process_vm_readv =
        finder.retried(Ability::ProcessVmReadv, |f| f.tried(Ability::ProcessVmReadv, trials::read_child()));
    found.ia32 = finder.retried(Ability::Ia32, |f| f.ia32(trials::ia32()));
    found.missing = finder.missing;
    found
}

/// Why a child's memory and descriptors are out of reach.
const YAMA: &str = "Yama lets only administrators look into other processes: set kernel.yama.ptrace_scope to 1 or 0 (once \
                    it is 3, that takes a reboot)";

/// The scope to which Yama restricts tracing, 0 to 3; empty where there is no Yama.
fn yama() -> String {
    let scope = std::fs::read_to_string("/proc/sys/kernel/yama/ptrace_scope").unwrap_or_default();
    scope.trim().to_owned()
}

fn take_own_descriptor() -> Result<(), Errno> {
    let own = pidfd::open(std::process::id(), false)?;
    pidfd::getfd(own.as_fd(), own.as_raw_fd()).map(drop)
}

/// Opens nothing: with a size of 0 the kernel, and whoever stands in for it, answers EINVAL if it knows the call.
fn knows_openat2() -> Result<(), Errno> {
    // SAFETY: with a size of 0 nothing is read from the null pointers.
    let answer = unsafe {
        libc::syscall(
            libc::SYS_openat2,
            libc::AT_FDCWD,
            std::ptr::null::<u8>(),
            std::ptr::null::<u8>(),
            0_usize,
        )
    };
    match crate::errno::check(answer) {
        Err(Errno::EINVAL) => Ok(()),
        other => other.map(drop),
    }
}

fn read_own_memory() -> Result<(), Errno> {
    let word = 0x5eed_u16;
    let mut copy = [0; 2];
    memory::read_exact(std::process::id(), (&raw const word).addr() as u64, &mut copy)
}

/// Whether this thread is under a filter; yes where that cannot be told. C: `prctl(PR_GET_SECCOMP)`, since
/// 2.6.23; a filter may refuse it.
fn under_filter() -> bool {
    // SAFETY: only numbers are passed.
    crate::errno::check(unsafe { libc::prctl(libc::PR_GET_SECCOMP, 0, 0, 0, 0) }.into()) != Ok(0)
}

/// Collects what is missing and why.
struct Finder {
    missing: Vec<Missing>,
}

impl Finder {
    fn new() -> Finder {
        Finder { missing: Vec::new() }
    }

    /// Notes a thing as missing; the answer to whether it is there.
    fn lacks(&mut self, ability: Ability, reason: String) -> bool {
        self.missing.push(Missing { ability, reason });
        false
    }

    /// Asks again, more thoroughly.
    fn retried(&mut self, ability: Ability, ask: impl FnOnce(&mut Finder) -> bool) -> bool {
        self.missing.retain(|missing| missing.ability != ability);
        ask(self)
    }

    fn too_old(&mut self, ability: Ability) -> bool {
        let reason = format!("it needs Linux {}; this is {}", ability.since(), kernel_version());
        self.lacks(ability, reason)
    }

    fn of_release(&mut self, ability: Ability) -> bool {
        kernel_version() >= ability.since() || self.too_old(ability)
    }

    /// The result of a call that should succeed.
    fn called(&mut self, ability: Ability, call: &str, result: Result<(), Errno>) -> bool {
        let Err(errno) = result else { return true };
        if kernel_version() < ability.since() {
            return self.too_old(ability);
        }
        let why = match errno {
            Errno::EPERM | Errno::EACCES => {
                format!(
                    "{call} is denied here ({errno}): a container's own filter or a security module forbids it; \
                     start the container with a profile that allows it"
                )
            }
            Errno::ENOSYS => {
                format!(
                    "{call} does not exist here ({errno}): the kernel was built without it, or a container's \
                     filter hides it"
                )
            }
            other => format!("{call} failed: {} ({other})", other.text()),
        };
        self.lacks(ability, why)
    }

    fn landlock_missing(&mut self, errno: Errno) {
        if errno == Errno::EOPNOTSUPP {
            let reason =
                "Landlock is built in but was disabled at boot: add it to the kernel's lsm= parameter";
            self.lacks(Ability::Landlock, reason.to_owned());
        } else {
            self.called(Ability::Landlock, "landlock_create_ruleset(2)", Err(errno));
        }
    }

    /// The outcome of doing a thing in a child.
    fn tried(&mut self, ability: Ability, outcome: Outcome) -> bool {
        match outcome {
            Outcome::Done => true,
            Outcome::Failed(errno) => self.called(ability, ability.name(), Err(errno)),
            Outcome::Died(signal) => {
                let reason = format!("a process that tried it was killed by signal {signal}");
                self.lacks(ability, reason)
            }
        }
    }

    fn listener(&mut self, outcome: Outcome) -> bool {
        if outcome == Outcome::Failed(Errno::EBUSY) {
            let reason = "a supervisor is already listening to this process (EBUSY): the kernel allows one \
                          seccomp listener; start callgate outside of the other supervisor";
            return self.lacks(Ability::ListenerFree, reason.to_owned());
        }
        self.tried(Ability::ListenerFree, outcome)
    }

    /// Without a child: the file exists where 32-bit programs were built in. `full` really tries.
    fn ia32_by_sysctl(&mut self) -> bool {
        std::path::Path::new("/proc/sys/abi/vsyscall32").exists() || self.ia32(Outcome::Failed(Errno::ENOSYS))
    }

    fn ia32(&mut self, outcome: Outcome) -> bool {
        let reason = match outcome {
            Outcome::Done => return true,
            Outcome::Died(libc::SIGSYS) => "a filter that is already in force kills 32-bit calls".to_owned(),
            Outcome::Failed(Errno::ENOSYS) | Outcome::Died(libc::SIGSEGV) => {
                "the kernel runs no 32-bit programs (CONFIG_IA32_EMULATION, ia32_emulation=)".to_owned()
            }
            Outcome::Failed(errno) => format!("32-bit calls fail: {} ({errno})", errno.text()),
            Outcome::Died(signal) => format!("a 32-bit call was answered with signal {signal}"),
        };
        self.lacks(Ability::Ia32, reason)
    }

    /// Whether a scope of Yama keeps this process from the memory and descriptors even of its children.
    fn keeps_others_away(scope: &str) -> bool {
        scope == "3" || (scope == "2" && !process::privileged())
    }

    /// Without a child: a request on a thread that is no tracee gives ESRCH where ptrace is allowed at all.
    fn ptrace_allowed(&mut self) -> bool {
        match (yama().as_str(), trials::ptrace_call()) {
            ("3", _) => {
                let reason = "Yama forbids tracing until the next boot (kernel.yama.ptrace_scope is 3)";
                self.lacks(Ability::Ptrace, reason.to_owned())
            }
            ("2", _) if !process::privileged() => {
                let reason = "Yama lets only administrators trace: set kernel.yama.ptrace_scope to 1";
                self.lacks(Ability::Ptrace, reason.to_owned())
            }
            (_, Errno::ESRCH) => true,
            (_, errno) => self.called(Ability::Ptrace, "ptrace(2)", Err(errno)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Finder;

    #[test]
    fn yama_keeps_children_from_ordinary_users_from_scope_2_on() {
        let away = |scope| Finder::keeps_others_away(scope);
        assert_eq!(["", "0", "1"].map(away), [false; 3]);
        assert_eq!(away("2"), !super::process::privileged());
        assert!(away("3"), "root too");
    }
}
