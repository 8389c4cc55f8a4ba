//! From a policy to what enforces it here.

use callgate_bpf::Program;
use callgate_compile::{CompileError, Launch, Options, compile};
use callgate_events::Mode;
use callgate_plan::{Abilities, Anchors, Engine, Plan, Unenforced, closing, observe, observing, plan_on};
use callgate_policy::Policy;
use callgate_sys::probe::{self, Found};
use std::io::Read;
use std::sync::Arc;

/// A policy with its plan and its filter for this kernel.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The policy.
    pub policy: Arc<Policy>,
    /// What this kernel offers.
    pub abilities: Abilities,
    /// What enforces what.
    pub plan: Plan,
    /// The filter; `None` when the policy restricts nothing.
    pub program: Option<Program>,
    /// The secret number by which the filter lets the launch pass.
    pub nonce: u64,
}

/// Why a policy cannot be enforced here.
#[derive(Debug, thiserror::Error)]
pub enum PrepareError {
    /// Rules that no mechanism here enforces, and that were not waived.
    #[error("{}", unenforced_text(.0))]
    Unenforced(Vec<Unenforced>),
    /// The filter cannot be made.
    #[error(transparent)]
    Compile(#[from] CompileError),
    /// No random number for the launch.
    #[error("cannot read /dev/urandom, and the launch needs a secret number ({})", .0.kind())]
    Random(std::io::Error),
}

fn unenforced_text(unenforced: &[Unenforced]) -> String {
    let mut text = String::from("this policy cannot be enforced here:");
    for rule in unenforced {
        let line = rule.origin.as_ref().map_or_else(String::new, |origin| format!(" (line {})", origin.line));
        text.push_str("\n  ");
        text.push_str(&rule.id);
        text.push_str(&line);
        text.push_str(": ");
        text.push_str(&rule.reason);
    }
    text
}

/// Plans and compiles a policy, to be enforced or only observed. `anchors` is what stands at its rules' names
/// ([`anchors`]). Rules whose ids stand in `waived` may stay unenforced.
pub fn prepare(
    policy: Arc<Policy>,
    abilities: Abilities,
    anchors: &Anchors,
    engine: Engine,
    mode: Mode,
    waived: &[String],
) -> Result<Prepared, PrepareError> {
    let plan = plan_for(&policy, &abilities, anchors, engine, mode);
    let refused: Vec<Unenforced> =
        plan.unenforced.iter().filter(|rule| !waived.contains(&rule.id)).cloned().collect();
    if !refused.is_empty() {
        return Err(PrepareError::Unenforced(refused));
    }
    let nonce = random().map_err(PrepareError::Random)?;
    let program = if policy.syscalls.is_none() && plan.calls.is_empty() {
        None
    } else {
        let calls = callgate_sys::spawn::launch_calls(plan.needs_listener);
        let options = Options { launch: Some(Launch { nonce, calls }), hurried: true, ..Options::default() };
        Some(filter(&policy, &plan, &options)?)
    };
    Ok(Prepared { policy, abilities, plan, program, nonce })
}

/// The plan of a policy that is enforced, or only observed.
pub fn plan_for(
    policy: &Policy,
    abilities: &Abilities,
    anchors: &Anchors,
    engine: Engine,
    mode: Mode,
) -> Plan {
    match mode {
        Mode::Enforce => plan_on(policy, abilities, engine, anchors),
        Mode::Observe => observe(policy, abilities, engine, anchors),
    }
}

/// The filter of a plan.
pub fn filter(policy: &Policy, plan: &Plan, options: &Options) -> Result<Program, CompileError> {
    match plan.observed {
        None => compile(&closing(policy), plan, options),
        Some(_) => compile(&closing(&observing(policy)), plan, options),
    }
}

fn random() -> std::io::Result<u64> {
    let mut bytes = [0; 8];
    std::fs::File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(u64::from_ne_bytes(bytes))
}

/// What this kernel offers, found in well under a millisecond.
pub fn abilities() -> Abilities {
    abilities_of(&probe::quick())
}

/// The plan's view of what was probed.
pub fn abilities_of(found: &Found) -> Abilities {
    Abilities {
        kernel: found.kernel,
        notify: found.notify,
        addfd: found.addfd,
        addfd_send: found.addfd_send,
        wait_killable: found.wait_killable,
        sync_wake_up: found.sync_wake_up,
        pidfd_getfd: found.pidfd_getfd,
        pidfd_thread: found.pidfd_thread,
        filters: found.filters,
        process_vm_readv: found.process_vm_readv,
        unshare: found.unshare,
        openat2: found.openat2,
        landlock_abi: found.landlock_abi,
        ia32: found.ia32,
        ptrace: found.ptrace,
        mseal: found.mseal,
        listener_free: found.listener_free,
        privileged: found.privileged,
    }
}
