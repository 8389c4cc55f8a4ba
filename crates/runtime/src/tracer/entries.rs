//! Calls at their entry, where another supervisor listens already: the thread stops before any filter sees the call.
//!
//! What the supervisor is to perform runs **hollow** first: with its own number, but without its pointers and descriptors,
//! so that nothing can come of it. Filters (the run's own, the outer supervisor's, the program's) see the call that
//! was made, and what they answer stands. If they let it through, the kernel finds nothing to act on; then the call is
//! laid on the supervisor's desk ([`crate::desk`]), and the thread stays at the exit of the call until the answer is there.
//! Opens the thread performs itself where it can, with sealed arguments, so that nothing has to be handed to it.

use super::Tracer;
use super::calls::{Next, keep_child};
use super::gift::{Gift, Given, Progress};
use super::space::AREA;
use super::thread::{Made, Phase, Sealed, Then, is_one_of};
use crate::answer::Effect;
use crate::desk::{Answered, Desk};
use crate::handlers;
use callgate_abi::{Abi, ArgKind, Errno, SeccompData, Sysno, signature_on};
use callgate_plan::{Plan, PlannedCall, Traced, Treatment};
use callgate_sys::memory::{self, PATH_MAX};
use callgate_sys::ptrace::{Stopped, SyscallInfo, TraceError, Tracee};
use callgate_sys::sealed::SealedMemory;
use rustix::fs::{AtFlags, CWD, FileType};
use std::collections::HashMap;
use std::os::fd::BorrowedFd;

/// The last page of all, where no process has anything mapped.
const NOWHERE: u64 = 0xffff_ffff_ffff_f000;
/// No descriptor, and not `AT_FDCWD`.
const NO_DESCRIPTOR: u64 = u32::MAX as u64;
/// `-ERESTARTSYS` and `-ERESTARTNOINTR` (`linux/errno.h`): restarted unless a handler runs, restarted whatever runs.
const RESTARTSYS: i64 = -512;
const RESTARTNOINTR: i64 = -513;

/// Who looks at a call.
#[derive(Debug, Clone, Copy)]
enum By {
    Supervisor,
    Tracer(Traced),
}

/// Which calls are looked at.
#[derive(Debug)]
pub(super) struct Entries(HashMap<Sysno, Vec<PlannedCall>>);

impl Entries {
    pub(super) fn of(plan: &Plan) -> Entries {
        let mut calls: HashMap<Sysno, Vec<PlannedCall>> = HashMap::new();
        for call in &plan.calls {
            calls.entry(call.sysno).or_default().push(call.clone());
        }
        Entries(calls)
    }

    /// Who looks at a call, if anybody; what the filter refuses is left to it.
    fn find(&self, data: &SeccompData, abi: Abi) -> Option<By> {
        let calls = self.0.get(&Sysno { abi, nr: data.nr as u32 })?;
        let mut found = None;
        for call in calls {
            if !call.when.iter().all(|comparison| comparison.holds(&data.args)) {
                continue;
            }
            match call.treatment {
                Treatment::Entry(traced) => found = found.or(Some(traced.map_or(By::Supervisor, By::Tracer))),
                _ => return None,
            }
        }
        found
    }
}

/// The call without its pointers and descriptors; `None` where it takes none, or is one that is always passed on.
fn hollow(data: &SeccompData, abi: Abi) -> Option<[u64; 6]> {
    let sysno = Sysno { abi, nr: data.nr as u32 };
    let name = sysno.name().filter(|name| !handlers::passes(name))?;
    let mut args = data.args;
    let mut takes_any = false;
    for (arg, value) in signature_on(abi, name)?.args.iter().zip(&mut args) {
        match arg.kind {
            ArgKind::Pointer | ArgKind::Path if arg.kind.bits(abi) == 32 => *value = NOWHERE & 0xffff_ffff,
            ArgKind::Pointer | ArgKind::Path => *value = NOWHERE,
            ArgKind::Fd | ArgKind::DirFd => *value = NO_DESCRIPTOR,
            _ => continue,
        }
        takes_any = true;
    }
    takes_any.then_some(args)
}

/// Whether opening the path at this address may natively wait for somebody, so that a signal may interrupt it.
fn may_wait(tid: u32, path: u64) -> bool {
    let mut name = Vec::new();
    memory::read_cstr(tid, path, PATH_MAX, &mut name).is_ok()
        && rustix::fs::statat(CWD, name.as_slice(), AtFlags::SYMLINK_NOFOLLOW).is_ok_and(|stat| {
            !matches!(
                FileType::from_raw_mode(stat.st_mode),
                FileType::RegularFile | FileType::Directory | FileType::Symlink
            )
        })
}

fn opens(data: &SeccompData, abi: Abi) -> bool {
    let name = (Sysno { abi, nr: data.nr as u32 }).name();
    matches!(name, Some("open" | "openat" | "openat2" | "creat"))
}

/// Whether a hollow call got as far as the kernel's own looking for what it lacks.
fn found_nothing(result: i64) -> bool {
    [Errno::EFAULT, Errno::EBADF].iter().any(|errno| result == -i64::from(errno.0))
}

impl Tracer {
    pub(super) fn at_entry_or_exit(&mut self, tracee: Tracee<Stopped>) -> Result<(), TraceError> {
        match tracee.syscall_info()? {
            SyscallInfo::Entry(data) => self.entered(tracee, data),
            SyscallInfo::Exit(result) => self.returned(tracee, result),
            _ => self.resume(tracee, 0),
        }
    }

    fn phase(&mut self, tid: u32) -> Phase {
        let thread = self.threads.get_mut(&tid);
        thread.map_or(Phase::Clear, |thread| std::mem::replace(&mut thread.phase, Phase::Clear))
    }

    fn set_phase(&mut self, tid: u32, phase: Phase) {
        if let Some(thread) = self.threads.get_mut(&tid) {
            thread.phase = phase;
        }
    }

    fn entered(&mut self, tracee: Tracee<Stopped>, data: SeccompData) -> Result<(), TraceError> {
        let tid = tracee.tid();
        let mut attempt = 0;
        match self.phase(tid) {
            Phase::Repeating(made, times) if made == data => attempt = times,
            Phase::Receiving(mut gift) => {
                if gift.begins(&data) {
                    self.set_phase(tid, Phase::Receiving(gift));
                    return self.resume(tracee, 0);
                }
                // Other code stands where the call was: it has no result any more.
                gift.abandon(&tracee)?;
            }
            Phase::Passing(passed) if passed == data => return self.resume(tracee, 0),
            _ => {}
        }
        let Some(abi) = data.abi() else { return self.resume(tracee, 0) };
        let Some(by) = self.settings.entries.as_ref().and_then(|entries| entries.find(&data, abi)) else {
            return self.resume(tracee, 0);
        };
        let made = Made { data, attempt };
        match by {
            By::Supervisor if opens(&data, abi) => self.open_sealed(tracee, &made, abi),
            By::Supervisor => match hollow(&data, abi) {
                Some(args) => self.run_hollow(tracee, &made, abi, &args, Then::Perform),
                None => self.lay_down(tracee, data),
            },
            By::Tracer(traced) => {
                self.supervisor.reporter.notified();
                let next = match traced {
                    Traced::Clone => keep_child(&made, abi),
                    traced => self.decide(tid, traced, &made, abi),
                };
                match next {
                    Next::Refuse(errno) => {
                        let args = hollow(&data, abi).unwrap_or(data.args);
                        self.run_hollow(tracee, &made, abi, &args, Then::Fail(errno))
                    }
                    Next::Change(index, value) => {
                        let mut args = data.args;
                        args[index] = value;
                        let mut regs = tracee.regs()?;
                        regs.set_arguments(abi, &args);
                        tracee.set_regs(&regs)?;
                        self.set_phase(tid, Phase::Restoring(data));
                        self.resume(tracee, 0)
                    }
                    Next::Pass | Next::Seal(..) | Next::Divert => self.resume(tracee, 0),
                }
            }
        }
    }

    /// An open, by the thread itself if it has sealed memory or can have some.
    fn open_sealed(&mut self, tracee: Tracee<Stopped>, made: &Made, abi: Abi) -> Result<(), TraceError> {
        let tid = tracee.tid();
        let mut regs = tracee.regs()?;
        let hollowed = hollow(&made.data, abi).unwrap_or(made.data.args);
        if self.lacks_slot(tid, &regs, abi) {
            return self.run_hollow(tracee, made, abi, &hollowed, Then::Map);
        }
        match self.decide(tid, Traced::Open, made, abi) {
            Next::Seal(nr, arguments, again_at, attempt) => {
                self.supervisor.reporter.notified();
                regs.set_call(abi, nr, &arguments);
                tracee.set_regs(&regs)?;
                self.set_phase(tid, Phase::Opening(Sealed { data: made.data, attempt, again_at }));
                self.resume(tracee, 0)
            }
            Next::Refuse(errno) => {
                self.supervisor.reporter.notified();
                self.run_hollow(tracee, made, abi, &hollowed, Then::Fail(errno))
            }
            _ => self.run_hollow(tracee, made, abi, &hollowed, Then::Perform),
        }
    }

    /// Has the thread map sealed memory, at the exit of a hollow call, which it makes again then.
    fn map_here(&mut self, tracee: &Tracee<Stopped>, data: SeccompData, abi: Abi) -> Result<(), TraceError> {
        let tid = tracee.tid();
        let gift = match SealedMemory::new(AREA) {
            Ok((memory, fd)) => {
                Gift::begin(tracee, data, abi, Given { fd, cloexec: true, memory: Some(memory) })?
            }
            Err(_) => None,
        };
        if let Some(gift) = gift {
            self.set_phase(tid, Phase::Receiving(Box::new(gift)));
            return Ok(());
        }
        self.mapped(tid, None);
        let mut regs = tracee.regs()?;
        regs.set_next_call(abi, data.nr as u32, &data.args);
        tracee.set_regs(&regs)
    }

    fn run_hollow(
        &mut self,
        tracee: Tracee<Stopped>,
        made: &Made,
        abi: Abi,
        args: &[u64; 6],
        then: Then,
    ) -> Result<(), TraceError> {
        let mut regs = tracee.regs()?;
        regs.set_arguments(abi, args);
        tracee.set_regs(&regs)?;
        self.set_phase(tracee.tid(), Phase::Hollow(made.data, then));
        self.resume(tracee, 0)
    }

    fn returned(&mut self, tracee: Tracee<Stopped>, result: i64) -> Result<(), TraceError> {
        let tid = tracee.tid();
        match self.phase(tid) {
            Phase::Hollow(data, then) => {
                let mut regs = tracee.regs()?;
                if let Some(abi) = data.abi() {
                    regs.set_arguments(abi, &data.args);
                }
                if found_nothing(result) {
                    if let Then::Fail(errno) = then {
                        regs.set_result(-i64::from(errno.0));
                    }
                } else if result == RESTARTSYS {
                    // It waited for the outer supervisor, which natively it would not have done.
                    regs.set_result(RESTARTNOINTR);
                }
                tracee.set_regs(&regs)?;
                if found_nothing(result) {
                    match (then, data.abi()) {
                        (Then::Perform, _) => return self.lay_down(tracee, data),
                        (Then::Map, Some(abi)) => self.map_here(&tracee, data, abi)?,
                        _ => {}
                    }
                }
            }
            Phase::Restoring(data) => {
                let mut regs = tracee.regs()?;
                if let Some(abi) = data.abi() {
                    regs.set_arguments(abi, &data.args);
                }
                tracee.set_regs(&regs)?;
            }
            Phase::Opening(sealed) => {
                let mut regs = tracee.regs()?;
                if let Some(abi) = sealed.data.abi() {
                    if is_one_of(result, sealed.again_at) {
                        regs.set_next_call(abi, sealed.data.nr as u32, &sealed.data.args);
                        self.set_phase(tid, Phase::Repeating(sealed.data, sealed.attempt));
                    } else {
                        if result == RESTARTSYS && !may_wait(tid, regs.call(false).args[1]) {
                            regs.set_result(RESTARTNOINTR);
                        }
                        regs.set_call(abi, sealed.data.nr, &sealed.data.args);
                    }
                }
                tracee.set_regs(&regs)?;
            }
            Phase::Receiving(gift) => match gift.proceed(&tracee, result)? {
                Progress::On(gift) => self.set_phase(tid, Phase::Receiving(gift)),
                Progress::Over => {}
                Progress::Mapped(area) => self.mapped(tid, area),
            },
            _ => {}
        }
        self.resume(tracee, 0)
    }

    /// Holds the thread until the supervisor has answered its call.
    fn lay_down(&mut self, tracee: Tracee<Stopped>, data: SeccompData) -> Result<(), TraceError> {
        let tid = tracee.tid();
        let Some(desk) = self.supervisor.intake.desk() else { return self.resume(tracee, 0) };
        let id = desk.put(tid, data);
        self.set_phase(tid, Phase::Held(id, data, tracee));
        Ok(())
    }

    /// A thread that was held is so no more: it died.
    pub(super) fn withdraw(&mut self, tid: u32) {
        let Some(thread) = self.threads.get_mut(&tid) else { return };
        if let Phase::Held(id, ..) = thread.phase {
            thread.phase = Phase::Clear;
            if let Some(desk) = self.supervisor.intake.desk() {
                desk.withdraw(id);
            }
        }
    }

    /// What tells that there are answers.
    pub(super) fn desk(&self) -> Option<BorrowedFd<'_>> {
        self.supervisor.intake.desk().map(Desk::readiness)
    }

    /// Takes the answers that are there, if any. Who cannot be resumed is told of: process, thread, why.
    pub(super) fn hear(&mut self, lost: impl Fn(u32, u32, Errno)) -> bool {
        let answers = self.supervisor.intake.desk().map(Desk::answers).unwrap_or_default();
        let any = !answers.is_empty();
        for answered in answers {
            let tid = answered.tid;
            match self.answered(answered) {
                Ok(()) | Err(TraceError::Died(_)) => {}
                Err(TraceError::Refused(errno)) => lost(self.process(tid), tid, errno),
            }
        }
        any
    }

    fn answered(&mut self, Answered { id, tid, answer }: Answered) -> Result<(), TraceError> {
        let (held, data, tracee) = match self.phase(tid) {
            Phase::Held(held, data, tracee) => (held, data, tracee),
            other => {
                self.set_phase(tid, other);
                return Ok(());
            }
        };
        if held != id {
            self.set_phase(tid, Phase::Held(held, data, tracee));
            return Ok(());
        }
        let Some(abi) = data.abi() else { return self.resume(tracee, 0) };
        let at_entry = matches!(tracee.syscall_info()?, SyscallInfo::Entry(_));
        let mut regs = tracee.regs()?;
        match answer.effect() {
            Effect::Passes if at_entry => {}
            Effect::Passes => {
                regs.set_next_call(abi, data.nr as u32, &data.args);
                tracee.set_regs(&regs)?;
                self.set_phase(tid, Phase::Passing(data));
            }
            Effect::Returns(_) | Effect::Receives { .. } if at_entry => {
                // Only calls that are always passed on are held there.
                regs.set_call(abi, -1, &data.args);
                regs.set_result(-i64::from(Errno::ENOSYS.0));
                tracee.set_regs(&regs)?;
            }
            Effect::Returns(value) => {
                regs.set_result(value);
                tracee.set_regs(&regs)?;
            }
            Effect::Receives { fd, cloexec } => {
                if let Some(gift) = Gift::begin(&tracee, data, abi, Given { fd, cloexec, memory: None })? {
                    self.set_phase(tid, Phase::Receiving(Box::new(gift)));
                } else {
                    regs.set_result(-i64::from(Errno::EIO.0));
                    tracee.set_regs(&regs)?;
                }
            }
        }
        self.resume(tracee, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::{NO_DESCRIPTOR, NOWHERE, hollow};
    use crate::handlers;
    use callgate_abi::{Abi, SeccompData, Sysno};
    use callgate_plan::{Abilities, Engine, Tracing, Treatment, plan};
    use callgate_policy::{Environment, Loader, Purpose};
    use std::path::Path;

    fn made(abi: Abi, name: &str) -> SeccompData {
        let nr = Sysno::from_name(abi, name).unwrap().nr as i32;
        SeccompData { nr, arch: abi.audit_arch(), args: [3, 4, 5, 6, 7, 8], ..SeccompData::default() }
    }

    #[test]
    fn nothing_comes_of_a_hollow_call() {
        let hollowed = |abi, name| hollow(&made(abi, name), abi);
        let openat = [NO_DESCRIPTOR, NOWHERE, 5, 6, 7, 8];
        assert_eq!(hollowed(Abi::X86_64, "openat"), Some(openat));
        assert_eq!(hollowed(Abi::I386, "open"), Some([NOWHERE & 0xffff_ffff, 4, 5, 6, 7, 8]));
        assert_eq!(hollowed(Abi::X86_64, "listen"), Some([NO_DESCRIPTOR, 4, 5, 6, 7, 8]));
        assert_eq!(hollowed(Abi::X86_64, "setgroups"), None, "it would take effect");
    }

    #[test]
    fn every_judged_call_can_be_hollow_or_is_passed_on() {
        let environment = Environment::new("/w", "/home/u");
        let mut loader = Loader::new(&environment);
        let text = "callgate = 1\ndefault = \"deny\"\n[fs]\nread = [\"/usr\"]\nwrite = [\"/tmp\"]\nhide = [\"/x\"]\n[net]\n";
        loader.text("p", text, Path::new("/w"));
        let (policy, _) = loader.finish(Purpose::Run).expect("the policy is right");
        let abilities = Abilities { listener_free: false, privileged: true, ..Abilities::newest() };
        let engine = Engine { handler: false, landlock_execute: true, tracing: Tracing::Needed };
        let plan = plan(&policy, &abilities, engine);
        let asked = plan.calls.iter().filter(|call| call.treatment == Treatment::Entry(None));
        let mut count = 0;
        for call in asked {
            let name = call.sysno.name().unwrap();
            let data = made(call.sysno.abi, name);
            assert!(hollow(&data, call.sysno.abi).is_some() != handlers::passes(name), "{name}");
            count += 1;
        }
        assert!(count > 100, "{count}");
    }
}
