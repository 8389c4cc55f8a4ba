//! One run's supervisor: what all its workers share.

use crate::answer::{Answer, Call};
use crate::desk::{Held, Intake};
use crate::handlers::Table;
use crate::observe::Observing;
use crate::pool::{Pool, Worker};
use crate::procfs::Status;
use crate::report::Reporter;
use crate::stop::Stop;
use crate::target::{Caller, Target};
use crate::tracer::Post;
use crate::watchdog::Watchdog;
use callgate_abi::{Abi, Action, Errno, SeccompData};
use callgate_policy::Policy;
use callgate_sys::listener::Notification;
use callgate_sys::spawn::Guardian;
use callgate_sys::thread::{Assumed, Credentials};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

/// A Rust program's own answers to the calls that a policy's `notify` lists name.
pub trait Handler: Send + Sync {
    /// Answers one call. `call` shows registers only; [`Call::target`] leads to memory and descriptors
    /// and gives up CONTINUE. An [`Stop`] is answered as its errno.
    fn handle(&self, call: Call<'_>) -> Result<Answer, Stop>;
}

impl<F> Handler for F
where
    F: Fn(Call<'_>) -> Result<Answer, Stop> + Send + Sync,
{
    fn handle(&self, call: Call<'_>) -> Result<Answer, Stop> {
        self(call)
    }
}

/// What the workers of a run share.
pub(crate) struct Supervisor {
    pub(crate) policy: Arc<Policy>,
    pub(crate) intake: Intake,
    pub(crate) pool: Pool,
    pub(crate) watchdog: Watchdog,
    pub(crate) reporter: Arc<Reporter>,
    /// Whether the policy hides any name from the target.
    pub(crate) hides_some: bool,
    table: Table,
    handler: Option<Arc<dyn Handler>>,
    /// Nothing is refused, only reported.
    observing: Option<Observing>,
    /// The supervisor's own rights, which its targets start with.
    own: OnceLock<Status>,
    /// Whether some target may have changed its credentials: then each call looks.
    credentials_changed: AtomicBool,
    /// Whether some target may have changed its root folder.
    root_changed: AtomicBool,
    /// Between the tracer and the workers.
    pub(crate) post: Post,
    /// Ends with the last worker.
    _guardian: Option<Guardian>,
}

impl Supervisor {
    pub(crate) fn new(
        policy: Arc<Policy>,
        intake: Intake,
        reporter: Arc<Reporter>,
        handler: Option<Arc<dyn Handler>>,
        observing: Option<Observing>,
        guardian: Option<Guardian>,
    ) -> Supervisor {
        let abis: Vec<_> = match &policy.syscalls {
            Some(syscalls) => syscalls.arches.clone(),
            None => Abi::NATIVE.family().to_vec(),
        };
        Supervisor {
            hides_some: crate::view::hides_some(&policy),
            policy,
            intake,
            pool: Pool::default(),
            watchdog: Watchdog::default(),
            reporter,
            table: Table::new(&abis),
            handler,
            observing,
            own: OnceLock::new(),
            credentials_changed: AtomicBool::new(false),
            root_changed: AtomicBool::new(false),
            post: Post::default(),
            _guardian: guardian,
        }
    }

    /// Serves one notification to its end.
    pub(crate) fn serve(&self, worker: &Worker<'_>, notification: Notification<'_>) {
        let answer = self.answer_to(worker, Caller::Notified(&notification));
        // A caller that is gone by now was killed (WAIT_KILLABLE_RECV), or restarts the call: the effect
        // stands as if the signal had come right after it.
        let _delivered = answer.send(notification);
    }

    /// Serves one call of a thread that the tracer holds.
    pub(crate) fn serve_held(&self, worker: &Worker<'_>, held: Held<'_>) {
        let answer = self.answer_to(worker, Caller::Stopped(held.tid(), held.data()));
        held.answer(answer);
    }

    fn answer_to(&self, worker: &Worker<'_>, caller: Caller<'_>) -> Answer {
        self.reporter.notified();
        let Some(abi) = caller.data().abi() else { return self.foreign(caller) };
        match self.answer(worker, caller, abi) {
            Ok(answer) => answer,
            Err(Stop::Errno(errno)) => Answer::errno(errno),
            Err(Stop::Refused(errno, reason)) => {
                self.reporter.refused(caller, errno, reason);
                self.observing.as_ref().map_or_else(|| Answer::errno(errno), Answer::observed)
            }
            Err(Stop::Restart) => {
                self.post.restarts(caller.tid());
                Answer::restart()
            }
            Err(Stop::Gone) => Answer::silence(),
        }
    }

    /// A call of an architecture that callgate does not know: only an observed run hears of it.
    fn foreign(&self, caller: Caller<'_>) -> Answer {
        let Some(observing) = &self.observing else { return Answer::errno(Errno::ENOSYS) };
        observing.report(&self.policy, &self.reporter, caller.tid(), caller.data());
        Answer::observed(observing)
    }

    /// The host program's handler answers what the policy's `notify` lists name; what it lets pass is still
    /// judged by the resource rules, where they speak of the call.
    fn answer(&self, worker: &Worker<'_>, caller: Caller<'_>, abi: Abi) -> Result<Answer, Stop> {
        if let Some(file) = self.post.take(caller.tid()) {
            return Ok(Answer::fd(file, true));
        }
        if let Some(observing) = &self.observing {
            observing.report(&self.policy, &self.reporter, caller.tid(), caller.data());
        }
        let serve = self.table.find(abi, caller.data().nr as u32);
        if let Some(handler) = self.handler.as_ref().filter(|_| self.is_handlers(caller.data())) {
            let answer = handler.handle(Call::new(caller, abi))?;
            if serve.is_none() || !answer.passes() {
                return Ok(answer);
            }
        }
        match (serve, &self.observing) {
            (Some(serve), _) => serve(worker, Call::new(caller, abi)),
            (None, Some(observing)) => Ok(Answer::observed(observing)),
            (None, None) => Err(Stop::Refused(Errno::ENOSYS, "no handler knows this call")),
        }
    }

    fn is_handlers(&self, data: &SeccompData) -> bool {
        let syscalls = self.policy.syscalls.as_ref();
        syscalls.is_some_and(|syscalls| syscalls.evaluate(data).action == Action::UserNotif)
    }

    /// Whether the run is only observed.
    pub(crate) fn observing(&self) -> Option<&Observing> {
        self.observing.as_ref()
    }

    /// Whether a target's root folder is the supervisor's own.
    pub(crate) fn own_root(&self) -> bool {
        !self.root_changed.load(Ordering::Acquire)
    }

    /// Remembers that credentials or roots may differ from now on. Set before the call that changes them
    /// runs, so no later call of that thread is missed.
    pub(crate) fn credentials_may_differ(&self) {
        self.credentials_changed.store(true, Ordering::Release);
    }

    pub(crate) fn root_may_differ(&self) {
        self.root_changed.store(true, Ordering::Release);
    }

    /// The supervisor's rights: those of its first thread. It takes on others only where it traces, and asks before.
    pub(crate) fn own(&self) -> Result<&Status, Stop> {
        if let Some(own) = self.own.get() {
            return Ok(own);
        }
        let own = Status::of(std::process::id()).map_err(|_| Stop::Errno(Errno::EACCES))?;
        Ok(self.own.get_or_init(|| own))
    }

    /// Acts with the target's rights until the guard falls (trap 7: effective ids, groups and
    /// capabilities, for the opener's credentials stay in the file). Nothing to do while no target can
    /// have changed its own.
    pub(crate) fn act_as(&self, target: &Target<'_>) -> Result<Option<Assumed>, Stop> {
        if !self.credentials_changed.load(Ordering::Acquire) {
            return Ok(None);
        }
        let status = target.status()?;
        if self.own()?.same_rights(status) {
            return Ok(None);
        }
        if status.fsuid != status.euid || status.fsgid != status.egid {
            return Err(Stop::Refused(
                Errno::EPERM,
                "the program set a file system id apart from its effective id (setfsuid), which cannot be adopted exactly",
            ));
        }
        assume(target, &status.effective_rights())
    }

    /// Acts with the rights that access(2) asks for: those of the real ids, with capabilities only for root
    /// (`access_override_creds` of `fs/open.c`).
    pub(crate) fn act_as_real(&self, target: &Target<'_>) -> Result<Option<Assumed>, Stop> {
        let changed = self.credentials_changed.load(Ordering::Acquire);
        let theirs = if changed { target.status()? } else { self.own()? }.real_rights();
        if self.own()?.effective_rights() == theirs {
            return Ok(None);
        }
        assume(target, &theirs)
    }

    /// Says that the supervision itself failed.
    pub(crate) fn failed(&self, what: &'static str) {
        self.reporter.failed(what, None);
    }

    pub(crate) fn failed_with(&self, what: &'static str, errno: Errno) {
        self.reporter.failed(what, Some(errno));
    }

    /// The supervision failed: what it should judge from here on fails with ENOSYS, instead of waiting for ever.
    pub(crate) fn give_up(&self) {
        self.close();
        self.intake.abandon();
    }

    /// Nobody receives any more: the workers leave, blocked ones are interrupted, then the watchdog leaves.
    pub(crate) fn close(&self) {
        self.pool.close();
        self.intake.close();
        self.watchdog.rouse();
    }
}

fn assume(target: &Target<'_>, theirs: &Credentials) -> Result<Option<Assumed>, Stop> {
    let tid = target.tid();
    if user_namespace(tid) != user_namespace(std::process::id()) {
        return Err(Stop::Refused(Errno::EPERM, "the program lives in a user namespace of its own"));
    }
    target.check()?;
    theirs.assume().map(Some).map_err(|_| {
        Stop::Refused(
            Errno::EPERM,
            "the program changed its credentials and the supervisor cannot adopt them",
        )
    })
}

fn user_namespace(tid: u32) -> Option<Vec<u8>> {
    rustix::fs::readlink(format!("/proc/{tid}/ns/user"), Vec::new()).ok().map(std::ffi::CString::into_bytes)
}
