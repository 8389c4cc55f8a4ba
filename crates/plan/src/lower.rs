//! From each rule to the mechanism that enforces it.

use crate::abilities::Engine;
use crate::concern::{Concerns, Execution, allows, hides};
use crate::landlock::Lowering;
use crate::plan::{Lowered, Mechanism, Plan, Reported, Unenforced};
use crate::traced::Traces;
use callgate_abi::Action;
use callgate_policy::model::{Matcher, Rule, SyscallRule};
use callgate_policy::pattern::PathPattern;
use callgate_policy::{Decision, Object, Operation, Policy, Report, Via};
use std::borrow::Cow;

/// A mechanism and why.
type Choice = (Mechanism, Cow<'static, str>);

/// `[fs]` and `[net]`.
pub(crate) fn resources(
    policy: &Policy,
    concerns: Concerns,
    traces: Traces,
    lowering: &Lowering,
    plan: &mut Plan,
) {
    for (index, rule) in policy.rules.iter().enumerate() {
        let (mechanism, reason) = match resource(policy, concerns, traces, lowering, rule, plan) {
            Ok(choice) => {
                if let Some(list) = &mut plan.landlock_execute
                    && allows(rule, Operation::FsExec)
                {
                    list.push(index);
                    if can_be_renamed(policy, rule) {
                        plan.gaps.push(Unenforced::rule(
                            &rule.origin,
                            "the target may rename it, and Landlock then lets it be executed under its new name",
                        ));
                    }
                }
                choice
            }
            Err(reason) => {
                plan.unenforced.push(Unenforced::rule(&rule.origin, reason.clone()));
                (Mechanism::Unenforced, reason)
            }
        };
        plan.rules.push(Lowered {
            rule: index,
            mechanism,
            reason: reason.into_owned(),
            reported: reported(policy, mechanism, rule.decision),
            cheaper: cheaper(policy, concerns, lowering, mechanism, index),
        });
    }
    for (index, remark) in &lowering.stricter {
        if let Some(rule) = policy.rules.get(*index) {
            plan.gaps.push(Unenforced::rule(&rule.origin, remark.clone()));
        }
    }
    if concerns.held.metadata {
        plan.unenforced.push(Unenforced::ability(
            "metadata",
            "with via = \"kernel\" in each rule on writes nobody judges who changes mode, owner, times and attributes of \
             files that may not be written: Landlock does not know these calls. Leave `via` out in one rule and say \
             report = \"none\": then they come to the supervisor, and nothing else does",
        ));
    }
    if concerns.hide {
        plan.gaps.push(Unenforced::ability(
            "looking names up",
            "chdir, chroot and open with O_PATH change the caller itself and cannot be performed for it: they find hidden \
             names; what is opened or looked up from there is judged. Listings of folders are not filtered",
        ));
    }
    if plan.landlock_execute.is_some() {
        plan.gaps.push(Unenforced::ability(
            "execution by interpreter",
            "a file that may be executed and loads others (a dynamic linker, a shell) can run any file that may be read",
        ));
    }
}

/// What is reported of a rule of `[fs]` or `[net]`.
fn reported(policy: &Policy, mechanism: Mechanism, decision: Decision) -> Reported {
    match (mechanism, decision) {
        (Mechanism::Notification | Mechanism::Ptrace, Decision::Log) => Reported::Calls,
        (Mechanism::Notification | Mechanism::Ptrace, _) if policy.report == Report::All => Reported::Calls,
        (Mechanism::Notification | Mechanism::Ptrace, Decision::Deny(_) | Decision::Ask)
            if policy.report == Report::Denials =>
        {
            Reported::Denials
        }
        _ => Reported::Nothing,
    }
}

/// What keeps a rule from a cheaper mechanism.
fn cheaper(
    policy: &Policy,
    concerns: Concerns,
    lowering: &Lowering,
    mechanism: Mechanism,
    index: usize,
) -> Option<String> {
    let rule = &policy.rules[index];
    match mechanism {
        Mechanism::Ptrace if rule.operations == [Operation::FsExec] || rule.operations == EXECUTES => {
            return Some(
                "Landlock would confine execution to files and folders that rules name without wildcards, exceptions and \
                 denials"
                    .to_owned(),
            );
        }
        Mechanism::Notification => {}
        _ => return None,
    }
    let asked = |op: &&Operation| concerns.operation(**op) && !lowering.holds(**op);
    let blocked = rule.operations.iter().filter(asked).find_map(|op| lowering.blocked(*op))?;
    let at = match blocked.rule.filter(|other| *other != index).and_then(|other| policy.rules.get(other)) {
        Some(other) => format!(" (rule {})", other.origin.id),
        None => String::new(),
    };
    let instead = blocked.instead.as_ref().map_or_else(String::new, |text| format!("; instead: {text}"));
    Some(format!("Landlock would hold it, but {}{at}{instead}", blocked.why))
}

/// What a rule of `fs.exec` decides.
const EXECUTES: [Operation; 2] = [Operation::FsExec, Operation::FsRead];

/// Whether a granted file or folder itself, not only what is beneath, may be changed: Landlock's
/// grants are of what had the name at the start.
fn can_be_renamed(policy: &Policy, grant: &Rule) -> bool {
    let Matcher::Path { at, .. } = &grant.matcher else { return false };
    at.is_literal().is_some_and(|path| {
        let object = Object::Path(path.to_vec());
        path != b"/" && policy.evaluate(Operation::FsWrite, &object).is_allowed()
    })
}

fn resource(
    policy: &Policy,
    concerns: Concerns,
    traces: Traces,
    lowering: &Lowering,
    rule: &Rule,
    plan: &mut Plan,
) -> Result<Choice, Cow<'static, str>> {
    if rule.via == Via::Ptrace {
        traces.can_enforce(rule)?;
    }
    if rule.decision == Decision::Ask {
        return Err("this version cannot ask: allow or deny it".into());
    }
    let judged: Vec<Operation> = rule
        .operations
        .iter()
        .copied()
        .filter(|op| *op != Operation::FsExec && *op != Operation::FsHide)
        .collect();
    if judged.is_empty() && hides(rule) {
        if rule.via == Via::Kernel {
            return Err("the kernel hides no names: leave out `via`".into());
        }
        if !traces.executions
            && matches!(&rule.matcher, Matcher::Path { at, .. } if reachable(policy, concerns, at))
        {
            plan.gaps.push(Unenforced::rule(
                &rule.origin,
                "the kernel can still be asked to execute it (execve by name): allow executing only what lies elsewhere",
            ));
        }
        return Ok((
            Mechanism::Notification,
            "names are looked up for the target, and these are not found".into(),
        ));
    }
    let executes = rule.operations.contains(&Operation::FsExec);
    let execution = if executes { Some(execution(policy, concerns, traces, rule, plan)) } else { None };
    if rule.via == Via::Kernel {
        by_kernel(concerns, lowering, &judged)?;
        if matches!(execution, Some(Ok((Mechanism::Ptrace, _)))) {
            return Err("only the ptrace engine can enforce it: leave out `via`".into());
        }
    }
    let with_reason = |(mechanism, reason): (Mechanism, &'static str)| (mechanism, reason.into());
    if judged.is_empty() {
        return match execution {
            None => Ok((Mechanism::Nothing, "it names no operation".into())),
            Some(execution) => execution.map(with_reason).map_err(Cow::from),
        };
    }
    match execution {
        // The rule's other operations are enforced, so it cannot simply be called unenforced …
        Some(Err(reason)) if rule.decision != Decision::Allow => {
            plan.gaps.push(Unenforced::rule(&rule.origin, reason));
        }
        // … but an allow-list that lets everything through is.
        Some(Err(reason)) => return Err(reason.into()),
        _ => {}
    }
    let executed = match execution {
        Some(Ok((mechanism, reason))) if mechanism != Mechanism::Nothing => Some((mechanism, reason)),
        _ => None,
    };
    let opens = |op: &Operation| matches!(op, Operation::FsRead | Operation::FsWrite);
    if traces.opens
        && rule.via != Via::Supervisor
        && judged.iter().any(|op| opens(op) && concerns.operation(*op))
    {
        return Ok((
            Mechanism::Ptrace,
            "files are judged by resolved name, and the program opens them itself; names are changed by the supervisor"
                .into(),
        ));
    }
    if judged.iter().any(|op| concerns.operation(*op) && !lowering.holds(*op)) {
        let reason = match (rule.via, rule.decision, &rule.matcher) {
            (Via::Supervisor, ..) => "opened with the supervisor's rights",
            (_, Decision::Log, _) => "each matching call is reported",
            (.., Matcher::Path { .. }) => "files are judged by resolved name, and opened for the target",
            (.., Matcher::Address { .. }) => "addresses are in memory, so the supervisor performs the call",
        };
        return Ok((Mechanism::Notification, reason.into()));
    }
    if judged.iter().any(|op| lowering.holds(*op) && !lowering.is_free(*op)) {
        return Ok((Mechanism::Landlock, held(concerns, rule, &judged).into()));
    }
    Ok(executed.map_or((Mechanism::Nothing, "nothing denies what it allows".into()), with_reason))
}

/// Why Landlock serves.
fn held(concerns: Concerns, rule: &Rule, judged: &[Operation]) -> &'static str {
    if rule.decision != Decision::Allow {
        return "no rule allows it, and Landlock denies what none allows";
    }
    match rule.matcher {
        Matcher::Path { .. } if !judged.contains(&Operation::FsWrite) => {
            "a file or folder with all beneath it, which is just what Landlock grants"
        }
        Matcher::Path { .. } if concerns.held.metadata => {
            "a file or folder with all beneath it, which is just what Landlock grants; mode, owner, times and attributes \
             nobody judges"
        }
        Matcher::Path { .. } => {
            "a file or folder with all beneath it, which is just what Landlock grants; mode, owner, times and attributes \
             the supervisor judges"
        }
        Matcher::Address { .. } => {
            "TCP ports of every address, which is just what Landlock grants; all else is free"
        }
    }
}

/// What keeps a rule from the kernel that asks for it.
fn by_kernel(concerns: Concerns, lowering: &Lowering, judged: &[Operation]) -> Result<(), Cow<'static, str>> {
    let asked = |op: &&Operation| concerns.operation(**op) && !lowering.holds(**op);
    match judged.iter().find(asked) {
        None => Ok(()),
        Some(op) => Err(match lowering.blocked(*op) {
            None => format!("the kernel alone cannot enforce {op}: leave out `via`").into(),
            Some(blocked) => {
                let instead =
                    blocked.instead.as_ref().map_or_else(String::new, |text| format!(", or write {text}"));
                format!("the kernel alone cannot enforce {op}: {}; leave out `via`{instead}", blocked.why)
                    .into()
            }
        }),
    }
}

/// What enforces a rule's word on execution.
fn execution(
    policy: &Policy,
    concerns: Concerns,
    traces: Traces,
    rule: &Rule,
    plan: &Plan,
) -> Result<(Mechanism, &'static str), &'static str> {
    let Matcher::Path { at, except } = &rule.matcher else {
        return Ok((Mechanism::Nothing, "addresses are not executed"));
    };
    if concerns.execute == Execution::Refused {
        return Ok((Mechanism::BpfNumber, "no rule allows executing anything"));
    }
    if traces.executions {
        return Ok((
            Mechanism::Ptrace,
            "each execution is judged, before it and once more when the file has started",
        ));
    }
    if rule.decision == Decision::Allow {
        if concerns.execute == Execution::Free {
            return Ok((Mechanism::Nothing, "everything may be executed"));
        }
        if plan.landlock_execute.is_none() {
            return Err(
                "this version or this kernel (Landlock 2, Linux 5.19) cannot confine execution to a list: \
                        allow executing everything (exec = [\"/\"]), or nothing",
            );
        }
        if at.is_literal().is_none() || !except.is_empty() {
            return Err(
                "wildcards and `except` in fs.exec need the ptrace engine, which is switched off or not permitted here (the capability CAP_SYS_PTRACE, or a profile that allows ptrace, permits it): without it Landlock confines execution to whole folders and files",
            );
        }
        return Ok((Mechanism::Landlock, "execution is confined to a list of files and folders"));
    }
    if rule.decision == Decision::Log {
        return Err(
            "reporting executions needs the ptrace engine, which is switched off or not permitted here (the capability CAP_SYS_PTRACE, or a profile that allows ptrace, permits it)",
        );
    }
    if reachable(policy, concerns, at) {
        return Err(
            "denying the execution of a file where others may be executed needs the ptrace engine, which is switched off or not permitted here (the capability CAP_SYS_PTRACE, or a profile that allows ptrace, permits it)",
        );
    }
    Ok((Mechanism::Landlock, "no rule allows executing it"))
}

/// Whether something that a pattern matches may be executed, as far as allow rules go.
pub(crate) fn reachable(policy: &Policy, concerns: Concerns, at: &PathPattern) -> bool {
    concerns.execute == Execution::Free
        || policy.rules.iter().filter(|other| allows(other, Operation::FsExec)).any(|other| {
            matches!(&other.matcher, Matcher::Path { at: granted, .. } if granted.overlaps(at).is_some())
        })
}

/// `[syscalls]`.
pub(crate) fn syscalls(policy: &Policy, engine: Engine, plan: &mut Plan) {
    let Some(syscalls) = &policy.syscalls else { return };
    for (index, rule) in syscalls.rules.iter().enumerate() {
        let (mechanism, reason) = match answered_elsewhere(rule.action, engine) {
            Some(reason) => {
                plan.unenforced.push(Unenforced::rule(&rule.origin, reason));
                (Mechanism::Unenforced, reason)
            }
            None => filter_mechanism(rule),
        };
        plan.syscalls.push(Lowered {
            rule: index,
            mechanism,
            reason: reason.to_owned(),
            reported: Reported::Nothing,
            cheaper: None,
        });
    }
    for action in [syscalls.default, syscalls.bad_arch] {
        if let Some(reason) = answered_elsewhere(action, engine) {
            plan.unenforced.push(match &syscalls.default_origin {
                Some(origin) => Unenforced::rule(origin, reason),
                None => Unenforced::ability("syscalls.default", reason),
            });
        }
    }
}

/// Actions that need somebody to answer who is not there.
fn answered_elsewhere(action: Action, engine: Engine) -> Option<&'static str> {
    match action {
        Action::Trace(_) => Some("this version has no tracer: traced calls would fail with ENOSYS"),
        Action::UserNotif if !engine.handler => {
            Some("nothing answers notified calls here: a program that uses the library does, with a handler")
        }
        _ => None,
    }
}

fn filter_mechanism(rule: &SyscallRule) -> (Mechanism, &'static str) {
    match rule.action {
        Action::UserNotif => (Mechanism::Notification, "a handler of the program answers"),
        _ if rule.targets.iter().all(|target| target.when.is_always()) => {
            (Mechanism::BpfNumber, "decided by number")
        }
        _ => (Mechanism::BpfArguments, "decided by argument registers"),
    }
}

/// The sections that parse and check but have no engine yet.
pub(crate) fn without_engine(policy: &Policy, plan: &mut Plan) {
    for redirect in &policy.net_redirects {
        plan.unenforced.push(Unenforced::rule(&redirect.origin, "this version cannot redirect addresses"));
    }
    for fault in &policy.faults {
        plan.unenforced.push(Unenforced::rule(&fault.origin, "this version cannot inject faults"));
    }
}
