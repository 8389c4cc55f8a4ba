//! A checked policy: everything expanded, every name resolved, no contradiction left.

mod condition;

pub use condition::{Compare, Comparison, Condition, Width};

use crate::object::Operation;
use crate::pattern::{AddressPattern, PathPattern};
use callgate_abi::{Abi, Action, Errno, KernelVersion, Sysno};
use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};
use std::path::PathBuf;
use std::time::Duration;

/// A checked policy. Only [`crate::Loader`] makes one, so whoever holds it may trust it.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Policy {
    /// Shown in reports.
    pub name: Option<String>,
    /// Every file, preset and flag that spoke, the including one first; [`Origin::source`] points here.
    pub sources: Vec<Source>,
    /// What `default` says of fs.* and net.*; `None` when no part speaks of resources, and then
    /// resources are not judged at all.
    pub default: Option<DefaultDecision>,
    /// Where `default` was written.
    pub default_origin: Option<Origin>,
    /// What must be reported.
    pub report: Report,
    /// The `[syscalls]` part.
    pub syscalls: Option<Syscalls>,
    /// The `[fs]` and `[net]` parts, in the order written; order carries no meaning.
    pub rules: Vec<Rule>,
    /// `[[fs.redirect]]`.
    pub fs_redirects: Vec<FsRedirect>,
    /// `[[net.redirect]]`.
    pub net_redirects: Vec<NetRedirect>,
    /// `[faults] seed`.
    pub fault_seed: Option<u64>,
    /// `[[fault]]`.
    pub faults: Vec<Fault>,
    /// `[env]`.
    pub env: Env,
    /// `[limits]`.
    pub limits: Limits,
    /// `[ask]`.
    pub ask: Ask,
    /// `[[expect]]`.
    pub expects: Vec<Expect>,
    /// The start folder: `$CWD`.
    pub cwd: PathBuf,
    /// Made by the first evaluation; rules are not to be exchanged afterwards.
    pub(crate) file_index: std::sync::OnceLock<crate::evaluate::FileIndex>,
}

/// A text that contributed rules.
#[derive(Debug, Clone)]
pub struct Source {
    /// What reports call it: the file as the user named it, `preset:base`, or `flags`.
    pub name: String,
    /// The file on disk, absolute; such files are write-denied to the target.
    pub path: Option<PathBuf>,
    /// The whole text, for quoting lines.
    pub text: String,
}

/// Where a rule was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Stable id: the key path with its index, `fs.deny.all[1]`; presets name theirs, `secrets`.
    pub id: String,
    /// Index into [`Policy::sources`].
    pub source: usize,
    /// Line, from 1.
    pub line: u32,
    /// Byte range in the source's text.
    pub span: Range<usize>,
    /// The rule as written (`~/.ssh`, `mprotect(prot & PROT_EXEC == 0)`).
    pub text: String,
    /// Why a preset has it.
    pub reason: Option<String>,
}

/// `default`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DefaultDecision {
    /// What no rule allows is denied with EACCES.
    Deny,
    /// What no rule denies is allowed.
    Allow,
}

/// `report`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Report {
    /// Every judged call.
    All,
    /// Refusals, redirects and faults.
    #[default]
    Denials,
    /// Nothing but start and end.
    None,
}

/// Who performs an allowed call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Via {
    /// The plan chooses.
    #[default]
    Auto,
    /// The kernel itself (BPF, Landlock): no notification.
    Kernel,
    /// The supervisor, with its own rights: the only rule that grants more than the target has.
    Supervisor,
    /// The ptrace engine.
    Ptrace,
}

/// What a rule says of the objects it matches, weakest first: of all matching rules the greatest wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Decision {
    /// Perform it.
    Allow,
    /// Perform it and report it.
    Log,
    /// Ask the user.
    Ask,
    /// Answer this errno.
    Deny(Errno),
}

impl Decision {
    /// Place in the order allow < log < ask < deny.
    pub fn rank(self) -> u8 {
        match self {
            Decision::Allow => 0,
            Decision::Log => 1,
            Decision::Ask => 2,
            Decision::Deny(_) => 3,
        }
    }
}

/// One entry of `[fs]` or `[net]`.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Where it stands.
    pub origin: Origin,
    /// The operations it decides, after implication: an allow of fs.write lists fs.read too,
    /// `deny.all` lists all of fs.*.
    pub operations: Vec<Operation>,
    /// What it decides.
    pub decision: Decision,
    /// The objects it matches.
    pub matcher: Matcher,
    /// Who performs it.
    pub via: Via,
}

/// The objects of a rule.
#[derive(Debug, Clone)]
pub enum Matcher {
    /// Files.
    Path {
        /// `at`.
        at: PathPattern,
        /// `except`.
        except: Vec<PathPattern>,
    },
    /// Socket addresses.
    Address {
        /// `at`.
        at: AddressPattern,
        /// `except`.
        except: Vec<AddressPattern>,
    },
}

/// The `[syscalls]` part.
#[derive(Debug, Clone)]
pub struct Syscalls {
    /// The ABIs the policy lists (default: the host's family).
    pub arches: Vec<Abi>,
    /// What calls of any other ABI get (`bad-arch`).
    pub bad_arch: Action,
    /// What calls that no rule matches get.
    pub default: Action,
    /// Where the default stands.
    pub default_origin: Option<Origin>,
    /// What calls get that are younger than the policy, where it says so.
    pub unknown: Option<Unknown>,
    /// The rules.
    pub rules: Vec<SyscallRule>,
    /// `[syscalls.weights]`: how often a call is made, compared with the others, by its name. They
    /// shape the filter and change nothing that it answers.
    pub weights: BTreeMap<String, f64>,
}

/// `unknown` and `known-since`: no rule speaks of the call, and Linux had no such call then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unknown {
    /// What such a call gets instead of the default.
    pub action: Action,
    /// The last release whose calls are all known.
    pub known_since: KernelVersion,
}

/// One entry of a `[syscalls]` list, a `@group` already split into its calls.
#[derive(Debug, Clone)]
pub struct SyscallRule {
    /// Where it stands.
    pub origin: Origin,
    /// What it answers.
    pub action: Action,
    /// The call's name, or the numbers as an entry writes them; with the ABI where the entry is for one.
    pub name: String,
    /// The numbers on each listed ABI that has them, x32's with its bit, and the condition there.
    pub targets: Vec<SyscallTarget>,
}

impl SyscallRule {
    /// Whether it speaks of a call on some ABI.
    pub fn speaks_of(&self, name: &str) -> bool {
        let is = |target: &SyscallTarget| {
            Sysno::from_name(target.abi, name).is_some_and(|call| target.numbers.contains(&call.nr))
        };
        self.targets.iter().any(is)
    }
}

/// A call on one ABI, or calls whose numbers follow each other, under a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyscallTarget {
    /// The ABI.
    pub abi: Abi,
    /// The numbers as `seccomp_data.nr` shows them; mostly it is one. Never empty.
    pub numbers: RangeInclusive<u32>,
    /// Under which arguments.
    pub when: Condition,
}

impl SyscallTarget {
    /// One call.
    pub fn new(call: Sysno, when: Condition) -> SyscallTarget {
        SyscallTarget { abi: call.abi, numbers: call.nr..=call.nr, when }
    }

    /// The call, where it is one.
    pub fn call(&self) -> Option<Sysno> {
        let nr = *self.numbers.start();
        (nr == *self.numbers.end()).then_some(Sysno { abi: self.abi, nr })
    }
}

/// `[[fs.redirect]]`: an open of what `from` matches opens `to` instead.
#[derive(Debug, Clone)]
pub struct FsRedirect {
    /// Where it stands.
    pub origin: Origin,
    /// What is matched, against the resolved name of the file as given.
    pub from: PathPattern,
    /// The file used instead, absolute. When `from` is a folder, what is below it maps below `to`.
    pub to: PathBuf,
}

/// `[[net.redirect]]`. Parsed and checked; no engine yet.
#[derive(Debug, Clone)]
pub struct NetRedirect {
    /// Where it stands.
    pub origin: Origin,
    /// bind, connect or send.
    pub operation: Operation,
    /// What is matched.
    pub from: AddressPattern,
    /// The address used instead.
    pub to: String,
}

/// `[[fault]]`. Parsed and checked; no engine yet.
#[derive(Debug, Clone)]
pub struct Fault {
    /// Where it stands.
    pub origin: Origin,
    /// `call` or `op`, as written.
    pub subject: String,
    /// `path` or `at`.
    pub matcher: Option<Matcher>,
    /// Which matching calls.
    pub nth: Option<Nth>,
    /// How likely, 0 to 1.
    pub chance: Option<f64>,
    /// What happens.
    pub effect: FaultEffect,
    /// What is counted together.
    pub count: FaultCount,
}

/// `nth` of a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nth {
    /// `"3"`: the third only.
    Only(u64),
    /// `"2+"`: the second and all later ones.
    From(u64),
    /// `"every 10"`.
    Every(u64),
}

/// What a fault does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultEffect {
    /// Answer this errno.
    Errno(Errno),
    /// Answer this value.
    Return(i64),
    /// Wait first.
    Delay(Duration),
    /// Transfer at most this many bytes.
    Short(u64),
    /// Send this signal.
    Signal(i32),
}

/// `count` of a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FaultCount {
    /// Over the whole run.
    #[default]
    Run,
    /// Per process.
    Process,
    /// Per thread.
    Thread,
}

/// `[env]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Env {
    /// Names kept (`*` at the end matches the rest); `None` keeps all.
    pub keep: Option<Vec<String>>,
    /// Names set.
    pub set: Vec<(String, String)>,
    /// Names dropped.
    pub drop: Vec<String>,
}

/// `[limits]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Limits {
    /// Wall time of the run.
    pub wall: Option<Duration>,
    /// CPU time of each process.
    pub cpu: Option<Duration>,
    /// RLIMIT_AS of each process, bytes.
    pub memory: Option<u64>,
    /// RLIMIT_NPROC.
    pub processes: Option<u64>,
    /// RLIMIT_NOFILE.
    pub open_files: Option<u64>,
}

/// `[ask]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ask {
    /// How long to wait for an answer.
    pub timeout: Option<Duration>,
    /// What then.
    pub otherwise: DefaultDecision,
}

impl Default for Ask {
    fn default() -> Self {
        Ask { timeout: None, otherwise: DefaultDecision::Deny }
    }
}

/// `[[expect]]`: a unit test inside a policy.
#[derive(Debug, Clone)]
pub struct Expect {
    /// Where it stands.
    pub origin: Origin,
    /// allow, deny or ask.
    pub verdict: ExpectedVerdict,
    /// The operation.
    pub operation: Operation,
    /// The object, expanded.
    pub object: crate::object::Object,
}

/// What an [`Expect`] expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpectedVerdict {
    /// allow or log.
    Allow,
    /// deny.
    Deny,
    /// ask.
    Ask,
}
