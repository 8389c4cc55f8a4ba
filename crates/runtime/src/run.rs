//! A run from its start to its end.

use crate::backstop;
use crate::desk::{Desk, Intake};
use crate::observe::Observing;
use crate::report::{Reporter, Sink};
use crate::supervisor::{Handler, Supervisor};
use crate::watchdog::Watchdog;
use callgate_abi::Errno;
use callgate_bpf::Program;
use callgate_events::{self as events, Event, Mode};
use callgate_plan::{Abilities, Plan};
use callgate_policy::Policy;
use callgate_policy::model::Limits;
use callgate_sys::listener::Listener;
use callgate_sys::spawn::{self, Guardian, Limit, Spawn, SpawnError, Spawned};
use callgate_sys::wait::Ending;
use std::ffi::CString;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

/// What to run and under what.
pub struct Run<'a> {
    /// The policy, checked.
    pub policy: Arc<Policy>,
    /// Its plan for this kernel.
    pub plan: &'a Plan,
    /// What this kernel offers; the plan was made for it.
    pub abilities: &'a Abilities,
    /// The filter compiled from both, with the launch exception for [`Run::nonce`]; `None` when the policy
    /// restricts nothing.
    pub program: Option<&'a Program>,
    /// The secret number of the launch exception.
    pub nonce: u64,
    /// The program's file, absolute or relative to `cwd`.
    pub path: CString,
    /// Its arguments, the name first.
    pub argv: Vec<CString>,
    /// Its environment.
    pub envp: Vec<CString>,
    /// Where it starts; `None` here.
    pub cwd: Option<PathBuf>,
    /// Its descriptors 0, 1, 2; `None` are this process's.
    pub stdio: [Option<BorrowedFd<'a>>; 3],
    /// Answers the calls of the policy's `notify` lists.
    pub handler: Option<Arc<dyn Handler>>,
    /// Where events go.
    pub sink: Arc<dyn Sink>,
    /// Whether this process exists for the run alone: it adopts the run's daemons, passes signals on, stops
    /// and continues with its target. A library leaves all that to its host.
    pub dedicated: bool,
    /// The signals blocked in the program; `None` leaves this thread's mask.
    pub signal_mask: Option<callgate_sys::SignalSet>,
}

/// Why a run did not start. Nothing is left of it.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The target could not be started.
    #[error(transparent)]
    Spawn(#[from] SpawnError),
    /// The Landlock domain beneath the rules could not be built.
    #[error("the Landlock ruleset cannot be built: {} ({errno})", .errno.text())]
    Landlock {
        /// Why.
        errno: Errno,
    },
    /// A folder in a rule of fs.exec does not exist, or cannot be opened.
    #[error("{} cannot be opened for the Landlock ruleset: {} ({errno})", .path.display(), .errno.text())]
    Anchor {
        /// The folder or file.
        path: PathBuf,
        /// Why.
        errno: Errno,
    },
    /// The supervisor could not set itself up.
    #[error("cannot {what}: {} ({errno})", .errno.text())]
    Supervisor {
        /// What it wanted.
        what: &'static str,
        /// Why not.
        errno: Errno,
    },
    /// A host program's other threads and children are not the tracer's.
    #[error("the ptrace engine needs a process of its own, which `callgate run` is")]
    Traced,
    /// A path or an argument holds a NUL byte.
    #[error("{0} holds a NUL byte")]
    Nul(&'static str),
}

/// The signal by which the watchdog interrupts a blocked worker: a real-time one that nothing else uses.
pub(crate) const INTERRUPT: i32 = 61;

/// A run under way.
pub struct Running {
    pub(crate) pid: u32,
    pub(crate) pidfd: OwnedFd,
    pub(crate) supervisor: Option<Arc<Supervisor>>,
    pub(crate) reporter: Arc<Reporter>,
    pub(crate) policy: Arc<Policy>,
    pub(crate) tracee: Option<callgate_sys::ptrace::Tracee<callgate_sys::ptrace::Stopped>>,
    pub(crate) guardian: Option<Guardian>,
    /// What the ptrace engine is to know of it, where it has one.
    pub(crate) traced: Option<crate::tracer::Settings>,
    pub(crate) started: Instant,
    pub(crate) dedicated: bool,
}

/// How a run ended.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// How the program ended.
    pub ending: Ending,
    /// What was counted.
    pub totals: events::Totals,
    /// Whether a rule that kills ended the program.
    pub killed_by_policy: bool,
    /// Whether `[limits] wall` ended the run.
    pub out_of_time: bool,
    /// Why the supervision itself failed, if it did: then supervised calls were refused from there on.
    pub failure: Option<String>,
    /// From start to end.
    pub duration: std::time::Duration,
    /// The guardian, which was told to leave. It is waited for when all is done, since it takes its time.
    pub(crate) guardian: Option<Arc<Guardian>>,
}

impl Run<'_> {
    /// Starts the program. When this returns it runs, supervised from its first instruction.
    pub fn start(self) -> Result<Running, StartError> {
        if self.plan.traced && !self.dedicated {
            return Err(StartError::Traced);
        }
        callgate_sys::signal::set_interrupting(INTERRUPT)
            .map_err(|errno| StartError::Supervisor { what: "install a signal handler", errno })?;
        let cwd = match &self.cwd {
            Some(cwd) => Some(
                CString::new(cwd.as_os_str().as_bytes()).map_err(|_| StartError::Nul("the start folder"))?,
            ),
            None => None,
        };
        let program = std::path::Path::new(std::ffi::OsStr::from_bytes(self.path.to_bytes()));
        let domain = backstop::ruleset(&self.policy, self.plan, self.abilities, program)?;
        let guardians = backstop::guardians(domain.as_ref(), self.abilities)?;
        let launched = if self.plan.observed.is_some() { backstop::real_images(program) } else { Vec::new() };
        let mut rlimits = rlimits(&self.policy.limits);
        if backstop::leaves_core_files(self.plan, domain.as_ref()) {
            const CORE: u32 = 4;
            rlimits.push(Limit { resource: CORE, soft: 0, hard: 0 });
        }
        let mut spawn = Spawn::new(&self.path, &self.argv, &self.envp);
        spawn.filter = self.program;
        spawn.listener = self.plan.needs_listener;
        spawn.wait_killable = self.abilities.wait_killable;
        spawn.nonce = self.nonce;
        // The kernel ends a traced run with its tracer.
        spawn.guardian = guardians.as_ref().map(AsFd::as_fd).filter(|_| !self.plan.traced);
        spawn.landlock = domain.as_ref().map(AsFd::as_fd);
        spawn.stdio = self.stdio;
        spawn.cwd = cwd.as_deref();
        spawn.rlimits = &rlimits;
        spawn.signal_mask = self.signal_mask;
        let traced = self.plan.traced.then(|| crate::tracer::Settings::of(self.plan, program));
        if traced.is_some() {
            spawn.hold_for_tracer = Some(crate::tracer::OPTIONS);
        } else if self.plan.watches_kills && self.abilities.ptrace {
            spawn.hold_for_tracer = Some(crate::kills::OPTIONS);
        }
        if self.dedicated {
            callgate_sys::process::share_heap();
            callgate_sys::process::set_child_subreaper(true)
                .map_err(|errno| StartError::Supervisor { what: "adopt the run's daemons", errno })?;
            // A parent may have left SIGCHLD ignored: then no child could be waited for.
            callgate_sys::signal::set_default(crate::wait::SIGCHLD)
                .map_err(|errno| StartError::Supervisor { what: "wait for children", errno })?;
        }
        let Spawned { pid, pidfd, listener, tracee, guardian } = spawn::spawn(&spawn)?;
        if self.dedicated {
            harden(self.plan);
        }
        let mode = if self.plan.observed.is_some() { Mode::Observe } else { Mode::Enforce };
        let reporter = Arc::new(Reporter::new(self.sink, Arc::clone(&self.policy), mode));
        let observing = self.plan.observed.clone().map(|refused| Observing { refused, launched });
        // A host's run may go on after its program has ended, as long as anybody serves it: so long it is guarded.
        let (guardian, served) = if self.dedicated { (guardian, None) } else { (None, guardian) };
        let intake = match listener {
            Some(listener) => Some(Listener::new(listener).map(Intake::Listener)),
            None if self.plan.nested => Some(Desk::new().map(Intake::Desk)),
            None => None,
        };
        let supervisor = match intake {
            Some(intake) => {
                Some(
                    intake
                        .and_then(|intake| {
                            supervise(
                                &self.policy,
                                intake,
                                self.abilities,
                                &reporter,
                                self.handler,
                                observing,
                                served,
                            )
                        })
                        .map_err(|errno| {
                            // Its calls would wait for nobody: end it before the listener closes.
                            let _ = callgate_sys::pidfd::send_signal(pidfd.as_fd(), 9);
                            callgate_sys::wait::reap(pid);
                            StartError::Supervisor { what: "start the supervisor's threads", errno }
                        })?,
                )
            }
            None => None,
        };
        Ok(Running {
            pid,
            pidfd,
            supervisor,
            reporter,
            policy: self.policy,
            tracee,
            guardian,
            traced,
            started: Instant::now(),
            dedicated: self.dedicated,
        })
    }
}

/// After the target has started, so that it inherits none of this: the supervisor cannot be traced or read
/// by a target of the same user, and many blocked callers do not use up its descriptors. Neither is a
/// condition of the run.
fn harden(plan: &Plan) {
    // A supervisor around this one must be able to read what this one asks for. Then it is the domain alone that keeps
    // the target from here.
    if plan.nested {
        crate::path::without_openat2();
    } else {
        let _ = callgate_sys::process::set_dumpable(false);
    }
    let limit = rustix::process::getrlimit(rustix::process::Resource::Nofile);
    let raised = rustix::process::Rlimit { current: limit.maximum, maximum: limit.maximum };
    let _ = rustix::process::setrlimit(rustix::process::Resource::Nofile, raised);
}

fn supervise(
    policy: &Arc<Policy>,
    intake: Intake,
    abilities: &Abilities,
    reporter: &Arc<Reporter>,
    handler: Option<Arc<dyn Handler>>,
    observing: Option<Observing>,
    guardian: Option<Guardian>,
) -> Result<Arc<Supervisor>, Errno> {
    let (policy, reporter) = (Arc::clone(policy), Arc::clone(reporter));
    if abilities.sync_wake_up
        && let Intake::Listener(listener) = &intake
    {
        listener.set_sync_wake_up()?;
    }
    let supervisor = Arc::new(Supervisor::new(policy, intake, reporter, handler, observing, guardian));
    if Watchdog::start(&supervisor) && supervisor.pool.start(&supervisor) {
        Ok(supervisor)
    } else {
        supervisor.close();
        Err(Errno::EAGAIN)
    }
}

fn rlimits(limits: &Limits) -> Vec<Limit> {
    const CPU: u32 = 0;
    const NPROC: u32 = 6;
    const NOFILE: u32 = 7;
    const AS: u32 = 9;
    let wanted = [
        (CPU, limits.cpu.map(|cpu| cpu.as_secs().max(1))),
        (NPROC, limits.processes),
        (NOFILE, limits.open_files),
        (AS, limits.memory),
    ];
    wanted
        .into_iter()
        .filter_map(|(resource, value)| value.map(|value| Limit { resource, soft: value, hard: value }))
        .collect()
}

impl Running {
    /// The program's process id.
    pub fn pid(&self) -> u32 {
        self.pid
    }

    /// The program's pidfd.
    pub fn pidfd(&self) -> BorrowedFd<'_> {
        self.pidfd.as_fd()
    }

    /// Ends the workers, and has the guardian leave, once no process of the run is left.
    pub(crate) fn finish(&mut self) {
        if let Some(guardian) = &self.guardian {
            guardian.dismiss();
        }
        if let Some(supervisor) = self.supervisor.take() {
            supervisor.close();
            supervisor.pool.settle();
        }
    }

    pub(crate) fn outcome(&self, ending: Ending, killed_by_policy: bool, out_of_time: bool) -> Outcome {
        Outcome {
            ending,
            totals: self.reporter.totals(),
            killed_by_policy,
            out_of_time,
            failure: self.reporter.failure().map(str::to_owned),
            duration: self.started.elapsed(),
            guardian: None,
        }
    }

    pub(crate) fn emit(&self, event: Event) {
        self.reporter.emit(event);
    }
}
