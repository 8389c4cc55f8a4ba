//! The plan: which mechanism enforces which rule, which calls are treated, what stays open.

use crate::abilities::{Abilities, Engine};
use crate::anchors::Anchors;
use crate::calls::treated;
use crate::concern::{Concerns, Execution, Held};
use crate::landlock::{self, Landlock};
use crate::traced::{Traced, Traces};
use crate::{lower, needs, nested};
use callgate_abi::{Abi, Action, Errno, Sysno};
use callgate_policy::model::{Comparison, Origin};
use callgate_policy::{Operation, Policy};
use std::collections::BTreeSet;

/// How a policy is enforced here. Pure data: [`plan`] makes it, the compiler and the supervisor obey it.
#[expect(clippy::struct_excessive_bools, reason = "each is an independent fact about the run")]
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Plan {
    /// For each rule of `[fs]` and `[net]`, what enforces it; in the policy's order.
    pub rules: Vec<Lowered>,
    /// For each rule of `[syscalls]`, likewise.
    pub syscalls: Vec<Lowered>,
    /// The calls that the resource rules treat. Several of one call are alternatives; where more
    /// than one holds the strictest wins, among equal ones the first.
    pub calls: Vec<PlannedCall>,
    /// What cannot be enforced here: each stops the start unless its id is waived.
    pub unenforced: Vec<Unenforced>,
    /// What the chosen mechanisms leave open. `show` prints it; it does not stop the start.
    pub gaps: Vec<Unenforced>,
    /// The filter answers some call with a notification.
    pub needs_listener: bool,
    /// The run is traced: some calls are the tracer's ([`Treatment::Trace`]).
    pub traced: bool,
    /// Another supervisor listens already: the tracer sees every call at its entry ([`Treatment::Entry`]).
    pub nested: bool,
    /// The tracer may have the target map sealed memory: no rule refuses the calls for that, and it is safe there.
    pub seals: bool,
    /// The run is traced at its exits, to explain kills.
    pub watches_kills: bool,
    /// Execution is confined by Landlock to what these rules (indices into `policy.rules`) match;
    /// `None`: no Landlock on execution.
    pub landlock_execute: Option<Vec<usize>>,
    /// What else Landlock holds by itself: the supervisor is not asked, and nothing is reported.
    pub landlock: Landlock,
    /// Nothing is refused, only reported: here is what the filter would refuse by itself. `None`: all is enforced.
    pub observed: Option<Vec<PlannedCall>>,
}

impl Plan {
    /// The calls of an ABI that come to the supervisor or the tracer at all, by name; no other costs anything but what
    /// the filter does.
    pub fn notified(&self, abi: Abi) -> Vec<String> {
        let asked =
            |call: &&PlannedCall| call.sysno.abi == abi && !matches!(call.treatment, Treatment::Errno(_));
        let names: BTreeSet<String> =
            self.calls.iter().filter(asked).map(|call| call.sysno.to_string()).collect();
        names.into_iter().collect()
    }

    /// Whether a denial of the operation is the kernel's alone: nobody hears of it.
    pub fn denies_silently(&self, operation: Operation) -> bool {
        match operation {
            Operation::FsRead => self.landlock.read.is_some(),
            Operation::FsWrite => self.landlock.write.is_some(),
            Operation::FsExec => self.landlock_execute.is_some(),
            Operation::NetConnect => self.landlock.connect.is_some(),
            Operation::NetBind => self.landlock.bind.is_some(),
            Operation::FsHide | Operation::NetListen | Operation::NetSend => false,
        }
    }
}

/// A rule and what enforces it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lowered {
    /// Index into the policy's rules.
    pub rule: usize,
    /// What enforces it.
    pub mechanism: Mechanism,
    /// Why that.
    pub reason: String,
    /// What of it is reported.
    pub reported: Reported,
    /// What would make it cheaper: what is in the way of a cheaper mechanism, and what to write instead. `None` where
    /// nothing would.
    pub cheaper: Option<String>,
}

/// What is reported of the calls that a rule decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reported {
    /// Nothing.
    Nothing,
    /// Each call that is refused.
    Denials,
    /// Each call.
    Calls,
}

impl Reported {
    /// A word for tables: `nothing`, `denials`, `calls`.
    pub fn name(self) -> &'static str {
        match self {
            Reported::Nothing => "nothing",
            Reported::Denials => "denials",
            Reported::Calls => "calls",
        }
    }
}

/// What enforces a rule, cheapest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mechanism {
    /// Nothing needs to: what the rule says holds without it.
    Nothing,
    /// The filter, by the call's number alone: the kernel remembers allowed calls (5.11).
    BpfNumber,
    /// The filter, by argument registers.
    BpfArguments,
    /// Landlock.
    Landlock,
    /// The supervisor, which performs the call itself.
    Notification,
    /// The tracer: the target performs the call, with arguments that it cannot change.
    Ptrace,
    /// Nothing can; see [`Plan::unenforced`].
    Unenforced,
}

impl Mechanism {
    /// What it adds to a call that it allows, in words; the figures are those of the machine of `docs/performance.md`.
    pub fn cost(self) -> &'static str {
        match self {
            Mechanism::Nothing => "nothing",
            Mechanism::BpfNumber => "nothing: the kernel remembers the number",
            Mechanism::BpfArguments => "tens of nanoseconds",
            Mechanism::Landlock => "less than a microsecond",
            Mechanism::Notification => "about 20 microseconds: two changes of process",
            Mechanism::Ptrace => "about 20 microseconds: two changes of process, and each signal stops too",
            Mechanism::Unenforced => "-",
        }
    }

    /// A word for tables: `bpf`, `bpf-arguments`, `landlock`, `notify`, `ptrace`, `-`, `unenforced`.
    pub fn name(self) -> &'static str {
        match self {
            Mechanism::Nothing => "-",
            Mechanism::BpfNumber => "bpf",
            Mechanism::BpfArguments => "bpf-arguments",
            Mechanism::Landlock => "landlock",
            Mechanism::Notification => "notify",
            Mechanism::Ptrace => "ptrace",
            Mechanism::Unenforced => "unenforced",
        }
    }
}

/// A call that the resource rules treat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedCall {
    /// Which call.
    pub sysno: Sysno,
    /// What it gets.
    pub treatment: Treatment,
    /// All of these must hold; empty: always.
    pub when: Vec<Comparison>,
    /// Why.
    pub reason: &'static str,
}

/// What a treated call gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Treatment {
    /// The supervisor is asked.
    Notify,
    /// This error, from the filter itself.
    Errno(Errno),
    /// The tracer is asked.
    Trace(Traced),
    /// The tracer is asked at the call's entry, before any filter; with `None` it has the supervisor perform the call.
    Entry(Option<Traced>),
}

impl Treatment {
    /// The filter's answer.
    pub fn action(self) -> Action {
        match self {
            Treatment::Notify => Action::UserNotif,
            Treatment::Errno(errno) => Action::Errno(errno),
            Treatment::Trace(traced) => Action::Trace(traced.number()),
            // It was asked before: what it lets come to the filter may go on.
            Treatment::Entry(_) => Action::Allow,
        }
    }
}

/// What is not enforced, or not wholly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unenforced {
    /// The rule's id, or the name of the missing ability: what `--allow-unenforced` takes.
    pub id: String,
    /// Where the rule stands; `None` when the kernel, not a rule, is at fault.
    pub origin: Option<Origin>,
    /// Why, and what would help.
    pub reason: String,
}

impl Unenforced {
    pub(crate) fn rule(origin: &Origin, reason: impl Into<String>) -> Unenforced {
        Unenforced { id: origin.id.clone(), origin: Some(origin.clone()), reason: reason.into() }
    }

    pub(crate) fn ability(id: &str, reason: impl Into<String>) -> Unenforced {
        Unenforced { id: id.to_owned(), origin: None, reason: reason.into() }
    }
}

/// The ABIs whose calls the filter judges; every other gets `bad-arch`.
pub fn arches(policy: &Policy) -> &[Abi] {
    policy.syscalls.as_ref().map_or(Abi::NATIVE.family(), |syscalls| &syscalls.arches)
}

/// Chooses a mechanism for every rule, with nothing known of the files that rules name.
pub fn plan(policy: &Policy, abilities: &Abilities, engine: Engine) -> Plan {
    plan_on(policy, abilities, engine, &Anchors::default())
}

/// Chooses a mechanism for every rule.
pub fn plan_on(policy: &Policy, abilities: &Abilities, engine: Engine, anchors: &Anchors) -> Plan {
    let mut concerns = Concerns::of(policy);
    let possible = nested::is_possible(policy, abilities, engine);
    let traces = Traces::of(policy, concerns, abilities, engine);
    concerns.executions = traces.executions;
    let lowering = landlock::lower(policy, concerns, abilities, engine, traces, anchors);
    let writes = lowering.holds(Operation::FsWrite);
    concerns.held = Held {
        read: lowering.holds(Operation::FsRead),
        write: writes,
        renames: landlock::holds_renames(&lowering, concerns),
        metadata: writes && lowering.writes_by_kernel,
        nameless: writes && lowering.inside,
        connect: lowering.holds(Operation::NetConnect),
        connects_anywhere: lowering.is_free(Operation::NetConnect),
        bind: lowering.holds(Operation::NetBind),
        listen: lowering.holds(Operation::NetListen),
        send: lowering.holds(Operation::NetSend),
    };
    let confined = concerns.execute == Execution::Listed
        && !traces.executions
        && engine.landlock_execute
        && abilities.landlock_abi >= landlock::WITH_REFER;
    let mut plan = Plan {
        calls: treated(concerns, abilities, confined, arches(policy)),
        landlock_execute: confined.then(Vec::new),
        traced: traces.any(),
        seals: traces.seals,
        landlock: lowering.landlock(),
        ..Plan::default()
    };
    traces.apply(arches(policy), &mut plan.calls);
    lower::resources(policy, concerns, traces, &lowering, &mut plan);
    lower::syscalls(policy, engine, &mut plan);
    lower::without_engine(policy, &mut plan);
    plan.needs_listener = needs::listener(policy, &plan);
    if !plan.needs_listener && !plan.traced {
        // Nobody answers whose place a listener of the target's own could take: errors outrank its answers.
        plan.calls.retain(|call| call.sysno.name() != Some("seccomp"));
    }
    let nested = plan.needs_listener && !abilities.listener_free && possible.is_ok();
    plan.traced |= nested;
    plan.watches_kills = needs::watching(policy, abilities, plan.traced);
    needs::check(concerns, abilities, possible, &mut plan);
    needs::tracer(engine, abilities, traces, &mut plan);
    if nested {
        nested::adapt(policy, abilities, &mut plan);
    }
    plan
}
