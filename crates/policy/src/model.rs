//! A checked policy: everything expanded, every name resolved, no contradiction left.

use crate::object::Operation;
use crate::pattern::{AddressPattern, PathPattern};
use callgate_abi::{Abi, Action, Errno};
use std::ops::Range;
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
    /// The rules.
    pub rules: Vec<SyscallRule>,
}

/// One entry of a `[syscalls]` list, a `@group` already split into its calls.
#[derive(Debug, Clone)]
pub struct SyscallRule {
    /// Where it stands.
    pub origin: Origin,
    /// What it answers.
    pub action: Action,
    /// The call's name; raw numbers are written in decimal.
    pub name: String,
    /// The number on each listed ABI that has the call, x32 with its bit, and the condition there.
    pub targets: Vec<SyscallTarget>,
}

/// A call on one ABI, under a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyscallTarget {
    /// The ABI.
    pub abi: Abi,
    /// The number as `seccomp_data.nr` shows it.
    pub nr: u32,
    /// All of these must hold; empty: always.
    pub when: Vec<Comparison>,
}

/// One comparison of an argument register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Comparison {
    /// Register, 0 to 5.
    pub arg: u8,
    /// How many low bits are looked at: 32, or 64.
    pub width: Width,
    /// Whether `<`, `<=`, `>`, `>=` compare as signed numbers of that width.
    pub signed: bool,
    /// AND-ed to the argument first.
    pub mask: Option<u64>,
    /// The comparison.
    pub op: Compare,
    /// The datum, cut to the width (a signed −1 of width 32 is 0xffff_ffff).
    pub value: u64,
}

/// Width of a comparison, from the argument's C type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Width {
    /// The low 32 bits: `int`, `unsigned`, `mode_t`; and everything on a 32-bit ABI.
    W32,
    /// All 64: pointers, `long`, `size_t` on a 64-bit ABI.
    W64,
}

/// A comparison operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Compare {
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
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
