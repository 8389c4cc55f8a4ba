//! What happens in a run.

use crate::Bytes;
use callgate_abi::Errno;
use callgate_policy::Operation;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One thing that happened; `type` in JSON.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Event {
    /// The run begins; the first event.
    Start(StartEvent),
    /// A call was judged.
    Call(CallEvent),
    /// The user was asked.
    Ask(AskEvent),
    /// A process of the run runs another program.
    Exec(ExecEvent),
    /// A process of the run ended.
    Exit(ExitEvent),
    /// A limit of `[limits]` was reached.
    Limit(LimitEvent),
    /// The run is over; the last event, and the authority on how it ended.
    End(EndEvent),
}

/// The run begins.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StartEvent {
    /// callgate's version, `0.1.0`.
    pub version: String,
    /// Program and arguments.
    pub command: Vec<Bytes>,
    /// Every file, preset and `flags` that contributed, the including one first.
    pub policy: Vec<String>,
    /// The policy's `name`.
    pub name: Option<String>,
    /// Process id of the program.
    pub pid: Option<u32>,
    /// Where the program starts.
    pub cwd: Bytes,
    /// Whether refusals are carried out.
    pub mode: Mode,
    /// Which mechanisms enforce it.
    pub plan: PlanSummary,
    /// Seed of `[faults]`, when there are any.
    pub seed: Option<u64>,
}

/// The plan in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PlanSummary {
    /// How many rules each mechanism enforces, by its name (`bpf`, `landlock`, `notify`, `ptrace`).
    pub rules: BTreeMap<String, u64>,
    /// Calls that notify the supervisor, by name.
    pub notified: Vec<String>,
    /// Instructions of the filter in the kernel.
    pub instructions: u32,
    /// Ids of the rules that are not enforced because `--allow-unenforced` named them.
    pub unenforced: Vec<String>,
}

/// A call was judged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CallEvent {
    /// The calling process.
    pub pid: u32,
    /// The calling thread.
    pub tid: u32,
    /// The program that the process runs; null when it could not be read any more.
    pub exe: Option<Bytes>,
    /// The call.
    pub call: Call,
    /// What the call does to its object; null when a rule of `[syscalls]` decided on the call itself.
    #[serde(with = "crate::names::operation")]
    pub op: Option<Operation>,
    /// The object; null when the call has none.
    pub target: Option<Target>,
    /// What was used instead of the object, by a redirect.
    pub redirect: Option<Bytes>,
    /// Id of the `[[fault]]` that was injected.
    pub fault: Option<String>,
    /// What was decided.
    pub verdict: Verdict,
    /// What the call returned to the target, where callgate chose the error; in an observed run, what it would have.
    #[serde(with = "crate::names::errno")]
    pub errno: Option<Errno>,
    /// The rule that decided; null for the default.
    pub rule: Option<RuleRef>,
    /// The mechanism that decided.
    pub via: Mechanism,
    /// Whether the refusal was carried out.
    pub mode: Mode,
    /// Microseconds from the notification to the answer.
    pub us: u64,
    /// How many equal events in a row this one stands for.
    pub count: u64,
    /// The flag or the edit that would allow it; only on refusals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<String>,
    /// Where the call was made from; only where the call was its process's last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<CodeAddress>,
}

/// A call and its arguments.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Call {
    /// `openat`; `syscall_999` when it has no name.
    pub name: String,
    /// The ABI: `x86_64`, `i386`, …
    pub arch: String,
    /// The arguments, decoded: `AT_FDCWD`, `"/etc/passwd"`, `O_RDONLY|O_CLOEXEC`.
    pub args: Vec<String>,
}

/// An object as it was given and as it was found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Target {
    /// As the target wrote it: `../.ssh/config`.
    pub given: Bytes,
    /// As it was judged: `/home/u/.ssh/config`, `tcp:127.0.0.1:80`.
    pub resolved: Bytes,
}

/// Which rule decided.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RuleRef {
    /// `fs.deny.all[1]`, or the id a preset gives it: `secrets`. The default's is `default`.
    pub id: String,
    /// The file as the user named it, `preset:base`, or `flags`.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
    /// The rule as written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Why a preset has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// An address in the code of a process.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CodeAddress {
    /// The address, `0x…`.
    #[serde(with = "crate::names::hex")]
    pub address: u64,
    /// What is mapped there: a file, `[vdso]`, `[stack]`; null for anonymous memory.
    pub file: Option<Bytes>,
    /// The offset in that file, `0x…`.
    #[serde(with = "crate::names::hex")]
    pub offset: u64,
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Performed.
    Allow,
    /// Performed, and a rule wants it reported.
    Log,
    /// Refused with an errno.
    Deny,
    /// Answered with SIGSYS, which the target may handle.
    Trap,
    /// The thread was killed.
    KillThread,
    /// The process was killed.
    Kill,
}

impl Verdict {
    /// As in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Allow => "allow",
            Verdict::Log => "log",
            Verdict::Deny => "deny",
            Verdict::Trap => "trap",
            Verdict::KillThread => "kill-thread",
            Verdict::Kill => "kill",
        }
    }

    /// Whether the call was not performed.
    pub fn is_refusal(self) -> bool {
        !matches!(self, Verdict::Allow | Verdict::Log)
    }

    /// Whether a thread or process died of it.
    pub fn is_kill(self) -> bool {
        matches!(self, Verdict::Kill | Verdict::KillThread)
    }
}

/// What decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mechanism {
    /// The filter in the kernel alone.
    Bpf,
    /// Landlock.
    Landlock,
    /// The supervisor, asked by a notification.
    Notify,
    /// The ptrace engine.
    Ptrace,
}

impl Mechanism {
    /// As in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Mechanism::Bpf => "bpf",
            Mechanism::Landlock => "landlock",
            Mechanism::Notify => "notify",
            Mechanism::Ptrace => "ptrace",
        }
    }
}

/// Whether refusals are carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// They are.
    #[default]
    Enforce,
    /// They are only reported.
    Observe,
}

/// The user was asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AskEvent {
    /// The calling process.
    pub pid: u32,
    /// The calling thread.
    pub tid: u32,
    /// The program that the process runs.
    pub exe: Option<Bytes>,
    /// What it wants to do.
    #[serde(with = "crate::names::operation")]
    pub op: Option<Operation>,
    /// To what.
    pub target: Option<Target>,
    /// The rule that asks.
    pub rule: Option<RuleRef>,
    /// The answer.
    pub answer: Answer,
    /// Who gave it.
    pub by: AskedBy,
    /// Microseconds until the answer.
    pub us: u64,
}

/// An answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// Perform it.
    Allow,
    /// Refuse it.
    Deny,
}

/// Who answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AskedBy {
    /// A person.
    User,
    /// Nobody in time: `[ask] otherwise`.
    Timeout,
}

/// A process of the run runs another program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExecEvent {
    /// The process.
    pub pid: u32,
    /// The program's file.
    pub exe: Bytes,
    /// Its arguments, the zeroth included.
    pub argv: Vec<Bytes>,
}

/// A process of the run ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExitEvent {
    /// The process.
    pub pid: u32,
    /// The program that it ran.
    pub exe: Option<Bytes>,
    /// How.
    pub status: Status,
}

/// How a process ended: `{"code":1}` or `{"signal":31}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It exited with this status, 0 to 255.
    Code(i32),
    /// A signal killed it.
    Signal(i32),
}

/// A limit was reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LimitEvent {
    /// Which.
    pub limit: Limit,
    /// The process, where only one is concerned.
    pub pid: Option<u32>,
    /// The limit as the policy has it: milliseconds for times, bytes for memory, else a number.
    pub value: u64,
}

/// A limit of `[limits]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Limit {
    /// Wall time of the run.
    Wall,
    /// CPU time of a process.
    Cpu,
    /// Address space of a process.
    Memory,
    /// Number of processes.
    Processes,
    /// Open files of a process.
    OpenFiles,
}

impl Limit {
    /// As in JSON and in `[limits]`.
    pub fn name(self) -> &'static str {
        match self {
            Limit::Wall => "wall",
            Limit::Cpu => "cpu",
            Limit::Memory => "memory",
            Limit::Processes => "processes",
            Limit::OpenFiles => "open-files",
        }
    }
}

/// The run is over.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct EndEvent {
    /// How the program ended; null when it never started.
    pub status: Option<Status>,
    /// callgate's own exit code.
    pub exit: u8,
    /// Whether refusals were carried out.
    #[serde(default)]
    pub mode: Mode,
    /// What was counted.
    pub totals: Totals,
    /// Microseconds from start to end.
    pub us: u64,
    /// Why callgate ended with an exit code of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// What was counted in a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Totals {
    /// Calls the supervisor judged.
    pub judged: u64,
    /// Of them, refused; and calls the filter is known to have refused by killing. In an observed run, those that
    /// would have been.
    pub denied: u64,
    /// Threads and processes killed by the policy.
    pub killed: u64,
    /// Notifications received, also those whose caller died meanwhile.
    pub notifications: u64,
}
