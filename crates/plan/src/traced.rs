//! What the ptrace engine does with a call.

use crate::abilities::{Abilities, Engine, Tracing};
use crate::concern::{Concerns, Execution};
use crate::landlock::WITH_REFER;
use crate::lower::reachable;
use crate::plan::{PlannedCall, Treatment, arches};
use callgate_abi::{Abi, Action, Errno, SeccompData, Sysno, constants};
use callgate_policy::model::{Compare, Comparison, Matcher, Rule, Width};
use callgate_policy::{Decision, Operation, Policy, Via};

/// What the tracer is to do with a call. The filter's answer carries it (`SECCOMP_RET_TRACE` and this number), so that
/// the tracer need not look for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u16)]
pub enum Traced {
    /// The file is judged, and the target opens it by a checked path that it cannot change.
    Open = 1,
    /// The image and its interpreters are judged, before the call and once more before the new program's first
    /// instruction.
    Exec = 2,
    /// chdir of a redirected folder.
    Enter = 3,
    /// clone by which the child would leave the tracer: it stays.
    Clone = 4,
    /// The target adds a filter of its own: from then on no number of its calls is changed.
    Filter = 5,
}

impl Traced {
    const ALL: [Traced; 5] = [Traced::Open, Traced::Exec, Traced::Enter, Traced::Clone, Traced::Filter];

    /// The data of the filter's answer: numbers that filters with other purposes hardly use.
    pub fn number(self) -> u16 {
        0xca00 | self as u16
    }

    /// From the data of an answer; `None` for a number that no plan uses.
    pub fn from_number(number: u16) -> Option<Traced> {
        Traced::ALL.into_iter().find(|traced| traced.number() == number)
    }
}

/// With this in the low half of the sixth argument, which none of the traced calls has, a traced call goes to the
/// supervisor instead: where the tracer cannot have the target perform it, it sends it there. It is no secret:
/// whoever else writes it is judged by the supervisor, by the same rules.
pub const DIVERTED: u32 = 0x6361_6c6c;

/// The call with that mark.
fn diverted(sysno: Sysno) -> PlannedCall {
    let mark = Comparison {
        arg: 5,
        width: Width::W32,
        signed: false,
        mask: None,
        op: Compare::Eq,
        value: u64::from(DIVERTED),
    };
    PlannedCall {
        sysno,
        treatment: Treatment::Notify,
        when: vec![mark],
        reason: "what the tracer cannot have the program do exactly, the supervisor does",
    }
}

/// What the tracer does in a run.
#[expect(clippy::struct_excessive_bools, reason = "each is an independent kind of call")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Traces {
    /// Opens are its.
    pub(crate) opens: bool,
    /// Executions are.
    pub(crate) executions: bool,
    /// Entering folders is: some are redirected.
    enters: bool,
    /// It may map sealed memory.
    pub(crate) seals: bool,
    /// It may send a call to the supervisor.
    diverts: bool,
}

impl Traces {
    pub(crate) fn of(policy: &Policy, concerns: Concerns, abilities: &Abilities, engine: Engine) -> Traces {
        if engine.tracing == Tracing::Never || !abilities.ptrace {
            return Traces::default();
        }
        let preferred = engine.tracing == Tracing::Preferred;
        // A diverted call needs a listener of ours, and so does the descriptor of sealed memory.
        let seals = abilities.listener_free
            && abilities.mseal
            && arches(policy).iter().all(|abi| lets_map(policy, *abi));
        let asked = policy
            .rules
            .iter()
            .any(|rule| rule.via == Via::Ptrace && rule.operations.iter().copied().any(opens));
        let redirects = preferred && concerns.redirect && abilities.listener_free;
        let ruled = policy.rules.iter().any(|rule| {
            rule.operations.contains(&Operation::FsExec)
                && needs_tracer(policy, concerns, abilities, engine, rule)
        });
        Traces {
            opens: seals
                && (preferred || asked)
                && (concerns.read || concerns.write || concerns.redirect)
                && arches(policy).iter().all(|abi| lets_open(policy, *abi)),
            executions: concerns.execute != Execution::Refused && (ruled || redirects),
            enters: redirects,
            seals,
            diverts: abilities.listener_free,
        }
    }

    /// Whether the run is traced at all.
    pub(crate) fn any(self) -> bool {
        self.opens || self.executions || self.enters
    }

    /// Whether a rule that asks for the tracer gets it.
    pub(crate) fn can_enforce(self, rule: &Rule) -> Result<(), &'static str> {
        let lacking = rule.operations.iter().find(|operation| match operation {
            Operation::FsRead | Operation::FsWrite => !self.opens,
            Operation::FsExec => !self.executions,
            _ => true,
        });
        match lacking {
            None => Ok(()),
            Some(Operation::FsRead | Operation::FsWrite | Operation::FsExec) => Err(
                "the ptrace engine needs the right to trace, mseal (Linux 6.10), and a policy that lets the program call \
                 openat2, mmap, mseal and close; `--engine notify` switches it off",
            ),
            Some(_) => {
                Err("the ptrace engine opens and executes files: leave out `via` for other operations")
            }
        }
    }

    /// Gives the tracer its calls.
    pub(crate) fn apply(self, arches: &[Abi], calls: &mut Vec<PlannedCall>) {
        if !self.any() {
            return;
        }
        let mut own = Vec::new();
        for call in calls.iter_mut() {
            if self.opens && call.treatment == Treatment::Notify && is_open(call.sysno) {
                call.treatment = Treatment::Trace(Traced::Open);
                own.push(call.sysno);
            }
        }
        for abi in arches.iter().copied().filter(|abi| can_seal(*abi)) {
            for (name, traced, reason) in SEALED {
                let wanted = match traced {
                    Traced::Exec => self.executions,
                    Traced::Enter => self.enters,
                    _ => false,
                };
                let Some(sysno) = Sysno::from_name(abi, name).filter(|_| wanted) else { continue };
                calls.push(PlannedCall { sysno, treatment: Treatment::Trace(traced), when: vec![], reason });
                own.push(sysno);
            }
        }
        own.sort_unstable();
        own.dedup();
        if self.diverts {
            calls.extend(own.into_iter().map(diverted));
        }
        for abi in arches.iter().copied().filter(|abi| can_seal(*abi)) {
            calls.extend(ways_out(abi));
        }
    }
}

/// The calls whose arguments the tracer seals, what it does with each, and why it has it.
pub(crate) const SEALED: [(&str, Traced, &str); 7] = [
    ("open", Traced::Open, "the file is judged, and the program opens it itself"),
    ("openat", Traced::Open, "the file is judged, and the program opens it itself"),
    ("openat2", Traced::Open, "the file is judged, and the program opens it itself"),
    ("creat", Traced::Open, "the file is judged, and the program opens it itself"),
    ("execve", Traced::Exec, "the file that is executed is judged"),
    ("execveat", Traced::Exec, "the file that is executed is judged"),
    ("chdir", Traced::Enter, "the folder may be redirected"),
];

/// What would lead out of the tracer's sight, or make it change what a filter of the target's own sees.
fn ways_out(abi: Abi) -> impl Iterator<Item = PlannedCall> {
    let low = |arg, mask, op, name| {
        let value = constants::value(abi, name)?;
        let (mask, value) = if mask { (Some(value), 0) } else { (None, value) };
        Some(Comparison { arg, width: Width::W32, signed: false, mask, op, value })
    };
    let call = move |name, treatment, when: Vec<Option<Comparison>>, reason| {
        // A constant that was lacking would leave its test out: the safe side.
        let when = when.into_iter().flatten().collect();
        Some(PlannedCall { sysno: Sysno::from_name(abi, name)?, treatment, when, reason })
    };
    let untraced = low(0, true, Compare::Ne, "CLONE_UNTRACED");
    let by_seccomp = low(0, false, Compare::Eq, "SECCOMP_SET_MODE_FILTER");
    let by_prctl = low(0, false, Compare::Eq, "PR_SET_SECCOMP");
    let filter = Treatment::Trace(Traced::Filter);
    [
        call("clone", Treatment::Trace(Traced::Clone), vec![untraced], "the child would leave the tracer"),
        call("seccomp", filter, vec![by_seccomp], "calls with a filter of their own are not rewritten"),
        call("prctl", filter, vec![by_prctl], "calls with a filter of their own are not rewritten"),
        call("ptrace", Treatment::Errno(Errno::EPERM), vec![], "a program has one tracer, and this one has"),
    ]
    .into_iter()
    .flatten()
}

/// Whether nothing else enforces a rule's word on execution.
fn needs_tracer(
    policy: &Policy,
    concerns: Concerns,
    abilities: &Abilities,
    engine: Engine,
    rule: &Rule,
) -> bool {
    if rule.via == Via::Ptrace || engine.tracing == Tracing::Preferred {
        return rule.decision != Decision::Allow || concerns.execute == Execution::Listed;
    }
    let Matcher::Path { at, except } = &rule.matcher else { return false };
    if rule.decision != Decision::Allow {
        // A rule that denies more than execution is not worth a tracer: what it leaves open is a gap of the plan.
        return !rule.operations.contains(&Operation::FsWrite)
            && (rule.decision == Decision::Log || reachable(policy, concerns, at));
    }
    let by_landlock = engine.landlock_execute && abilities.landlock_abi >= WITH_REFER;
    concerns.execute == Execution::Listed && (!by_landlock || at.is_literal().is_none() || !except.is_empty())
}

fn opens(operation: Operation) -> bool {
    matches!(operation, Operation::FsRead | Operation::FsWrite)
}

fn is_open(sysno: Sysno) -> bool {
    can_seal(sysno.abi)
        && SEALED.iter().any(|(name, traced, _)| *traced == Traced::Open && sysno.name() == Some(name))
}

/// The ABIs for which there is code that leads back from a rewritten call.
pub(crate) fn can_seal(abi: Abi) -> bool {
    matches!(abi, Abi::X86_64 | Abi::I386)
}

/// Whether `[syscalls]` lets the target map sealed memory, and open files by it.
pub(crate) fn lets_seal(policy: &Policy) -> bool {
    arches(policy).iter().all(|abi| lets_map(policy, *abi) && lets_open(policy, *abi))
}

/// Whether `[syscalls]` lets the target map sealed memory.
fn lets_map(policy: &Policy, abi: Abi) -> bool {
    let mmap = if abi == Abi::I386 { "mmap2" } else { "mmap" };
    let len = 65536;
    let read_and_execute = 0x1 | 0x4;
    let shared_and_present = 0x1 | 0x8000;
    !can_seal(abi)
        || (allows(policy, abi, mmap, [0, len, read_and_execute, shared_and_present, 3, 0])
            && allows(policy, abi, "mseal", [0, len, 0, 0, 0, 0])
            && allows(policy, abi, "close", [3, 0, 0, 0, 0, 0]))
}

fn lets_open(policy: &Policy, abi: Abi) -> bool {
    !can_seal(abi) || allows(policy, abi, "openat2", [0, 0, 0, 24, 0, 0])
}

/// Whether `[syscalls]` lets this call through.
pub(crate) fn allows(policy: &Policy, abi: Abi, name: &str, args: [u64; 6]) -> bool {
    let Some(syscalls) = &policy.syscalls else { return true };
    let Some(Sysno { nr, .. }) = Sysno::from_name(abi, name) else { return false };
    let data = SeccompData { nr: nr as i32, arch: abi.audit_arch(), args, ..SeccompData::default() };
    matches!(syscalls.evaluate(&data).action, Action::Allow | Action::Log)
}

#[cfg(test)]
mod tests {
    use super::Traced;

    #[test]
    fn numbers_lead_back() {
        for traced in Traced::ALL {
            assert_eq!(Traced::from_number(traced.number()), Some(traced));
        }
        for other in [0, 1, 0xca00, 0xca06] {
            assert_eq!(Traced::from_number(other), None, "what filters with other purposes answer");
        }
    }
}
