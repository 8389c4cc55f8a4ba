//! From each rule to the mechanism that enforces it.

use crate::abilities::Engine;
use crate::concern::{Concerns, Execution, allows, hides};
use crate::plan::{Lowered, Mechanism, Plan, Unenforced};
use crate::traced::Traces;
use callgate_abi::Action;
use callgate_policy::model::{Matcher, Rule, SyscallRule};
use callgate_policy::pattern::PathPattern;
use callgate_policy::{Decision, Object, Operation, Policy, Via};

/// The first revision of Landlock (Linux 5.19) under which renaming between folders can stay allowed.
pub(crate) const LANDLOCK_WITH_REFER: u32 = 2;

/// `[fs]` and `[net]`.
pub(crate) fn resources(policy: &Policy, concerns: Concerns, traces: Traces, plan: &mut Plan) {
    for (index, rule) in policy.rules.iter().enumerate() {
        let (mechanism, reason) = match resource(policy, concerns, traces, rule, plan) {
            Ok((mechanism, reason)) => {
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
                (mechanism, reason.to_owned())
            }
            Err(reason) => {
                plan.unenforced.push(Unenforced::rule(&rule.origin, reason));
                (Mechanism::Unenforced, reason.to_owned())
            }
        };
        plan.rules.push(Lowered { rule: index, mechanism, reason });
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
    rule: &Rule,
    plan: &mut Plan,
) -> Result<(Mechanism, &'static str), &'static str> {
    match rule.via {
        Via::Kernel => {
            return Err("this version has no kernel-only enforcement of resource rules: leave out `via`");
        }
        Via::Ptrace => traces.can_enforce(rule)?,
        Via::Auto | Via::Supervisor => {}
    }
    if rule.decision == Decision::Ask {
        return Err("this version cannot ask: allow or deny it");
    }
    let judged: Vec<Operation> = rule
        .operations
        .iter()
        .copied()
        .filter(|op| *op != Operation::FsExec && *op != Operation::FsHide)
        .collect();
    if judged.is_empty() && hides(rule) {
        if !traces.executions
            && matches!(&rule.matcher, Matcher::Path { at, .. } if reachable(policy, concerns, at))
        {
            plan.gaps.push(Unenforced::rule(
                &rule.origin,
                "the kernel can still be asked to execute it (execve by name): allow executing only what lies elsewhere",
            ));
        }
        return Ok((Mechanism::Notification, "names are looked up for the target, and these are not found"));
    }
    let executes = rule.operations.contains(&Operation::FsExec);
    let execution = if executes { Some(execution(policy, concerns, traces, rule, plan)) } else { None };
    if judged.is_empty() {
        return execution.unwrap_or(Ok((Mechanism::Nothing, "it names no operation")));
    }
    match execution {
        // The rule's other operations are enforced, so it cannot simply be called unenforced …
        Some(Err(reason)) if rule.decision != Decision::Allow => {
            plan.gaps.push(Unenforced::rule(&rule.origin, reason));
        }
        // … but an allow-list that lets everything through is.
        Some(Err(reason)) => return Err(reason),
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
            "files are judged by resolved name, and the program opens them itself; names are changed by the supervisor",
        ));
    }
    if judged.iter().any(|op| concerns.operation(*op)) {
        return Ok((
            Mechanism::Notification,
            match (rule.via, rule.decision, &rule.matcher) {
                (Via::Supervisor, ..) => "opened with the supervisor's rights",
                (_, Decision::Log, _) => "each matching call is reported",
                (.., Matcher::Path { .. }) => "files are judged by resolved name, and opened for the target",
                (.., Matcher::Address { .. }) => {
                    "addresses are in memory, so the supervisor performs the call"
                }
            },
        ));
    }
    Ok(executed.unwrap_or((Mechanism::Nothing, "nothing denies what it allows")))
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
                "wildcards and `except` in fs.exec need the ptrace engine, which is switched off or not permitted here: without it Landlock confines execution to whole folders and files",
            );
        }
        return Ok((Mechanism::Landlock, "execution is confined to a list of files and folders"));
    }
    if rule.decision == Decision::Log {
        return Err(
            "reporting executions needs the ptrace engine, which is switched off or not permitted here",
        );
    }
    if reachable(policy, concerns, at) {
        return Err(
            "denying the execution of a file where others may be executed needs the ptrace engine, which is switched off or not permitted here",
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
        plan.syscalls.push(Lowered { rule: index, mechanism, reason: reason.to_owned() });
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
