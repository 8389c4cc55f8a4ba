//! The ptrace engine: the kernel performs a call as the target, with arguments that the target cannot change.
//!
//! A filter answers trace for the calls that concern it ([`callgate_plan::Traced`] is in the answer's data), and the thread
//! stops before the call. The tracer judges what the call is about, writes a checked copy of its arguments into memory that
//! only callgate writes ([`space`]), points the registers there and lets the kernel perform the call. On its way back
//! the call passes code that restores the registers ([`callgate_sys::arch::Detour`]), so that one stop is enough.
//!
//! A copied path cannot be changed, but a folder in it can be replaced by a symlink. So an open becomes an openat2 that
//! follows none (ELOOP: the call is looked at again), and an execution is looked at again when the kernel has started
//! the file ([`exec`]). What cannot be done so (files without a name, the supervisor's own rights, threads whose own
//! filters would see a changed number) is diverted to the supervisor, which performs it as any notified call.
//!
//! One thread makes all ptrace calls; it never waits for one thread in particular, since threads wait for each other
//! (an exec for the end of its siblings).

mod calls;
mod enter;
mod entries;
mod exec;
mod gift;
mod mapping;
mod open;
mod post;
mod signals;
mod space;
mod thread;
mod wait;

use crate::backstop;
use crate::procfs::Status;
use crate::supervisor::Supervisor;
use callgate_plan::{Plan, PlannedCall, Traced, Treatment};
use callgate_sys::layout;
use callgate_sys::ptrace::{Stop, Stopped, TraceError, Tracee};
use mapping::Progress;
pub(crate) use post::Post;
use space::{Area, Space};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thread::{Phase, Thread};
pub(crate) use wait::wait;

/// `PTRACE_O_*`: all that the run starts is followed, from its first to its last instruction, and does not outlive the
/// tracer.
pub(crate) const OPTIONS: u32 = layout::PTRACE_O_TRACESYSGOOD
    | layout::PTRACE_O_TRACEFORK
    | layout::PTRACE_O_TRACEVFORK
    | layout::PTRACE_O_TRACECLONE
    | layout::PTRACE_O_TRACEEXEC
    | layout::PTRACE_O_TRACEEXIT
    | layout::PTRACE_O_TRACESECCOMP
    | layout::PTRACE_O_EXITKILL;

/// A process of the run.
#[derive(Debug, Default)]
struct Process {
    space: Space,
    threads: usize,
    /// Whether it runs another program than it was forked with.
    executed: bool,
    /// A filter goes to all its threads, those too that are heard of later.
    filtered: bool,
}

/// What the tracer needs to know of a run.
#[derive(Debug)]
pub(crate) struct Settings {
    /// The program and what the kernel starts with it.
    images: Vec<PathBuf>,
    /// The calls that wait for the supervisor.
    notified: Vec<PlannedCall>,
    /// The calls that are seen at their entry; `None` where filters stop those that are traced.
    entries: Option<entries::Entries>,
    /// Whether executions are judged.
    executions: bool,
    /// Whether targets may map sealed memory.
    seals: bool,
    explains_kills: bool,
}

impl Settings {
    /// For a run of a program under a plan.
    pub(crate) fn of(plan: &Plan, program: &Path) -> Settings {
        let notified = |call: &&PlannedCall| call.treatment == Treatment::Notify;
        Settings {
            images: backstop::images(program),
            notified: plan.calls.iter().filter(notified).cloned().collect(),
            entries: plan.nested.then(|| entries::Entries::of(plan)),
            executions: plan.calls.iter().any(|call| {
                matches!(
                    call.treatment,
                    Treatment::Trace(Traced::Exec) | Treatment::Entry(Some(Traced::Exec))
                )
            }),
            seals: plan.seals,
            explains_kills: plan.watches_kills,
        }
    }
}

/// The tracer of a run.
pub(crate) struct Tracer {
    supervisor: Arc<Supervisor>,
    settings: Settings,
    /// Processes that were killed for what they were about to run, until somebody asks.
    killed: Vec<u32>,
    threads: HashMap<u32, Thread>,
    processes: HashMap<u32, Process>,
    /// Children whose birth was told before their first stop: what they have of their parent.
    born: HashMap<u32, Space>,
    executions: exec::Executions,
    /// How many filters a thread has without one of its own.
    filters: u32,
}

impl Tracer {
    /// For a run whose first thread `pid` is stopped and has only the run's own filters.
    pub(crate) fn new(supervisor: Arc<Supervisor>, pid: u32, settings: Settings) -> Tracer {
        // This thread may take on a target's rights for a walk: what its own are is asked for now.
        let _ = supervisor.own();
        let executions = exec::Executions::of(&settings.images);
        let mut tracer = Tracer {
            supervisor,
            settings,
            killed: Vec::new(),
            threads: HashMap::new(),
            processes: HashMap::new(),
            born: HashMap::new(),
            executions,
            filters: u32::MAX,
        };
        let status = Status::of(pid).unwrap_or_default();
        tracer.filters = status.filters;
        tracer.adopt(pid);
        tracer
    }

    /// A thread that is seen for the first time.
    fn adopt(&mut self, tid: u32) {
        // One that is gone by now will not be resumed.
        let status = Status::of(tid).unwrap_or(Status { tgid: tid, ..Status::default() });
        let born = self.born.remove(&tid);
        let process = self.processes.entry(status.tgid).or_insert_with(|| Process {
            space: born.unwrap_or(Space::new(self.settings.seals)),
            ..Process::default()
        });
        process.threads += 1;
        let filtered = status.filters > self.filters || process.filtered;
        self.threads.insert(tid, Thread::new(status.tgid, filtered));
    }

    /// Whether kills by the filter are to be explained.
    pub(crate) fn explains_kills(&self) -> bool {
        self.settings.explains_kills
    }

    /// The thread group of a thread.
    pub(crate) fn process(&self, tid: u32) -> u32 {
        self.threads.get(&tid).map_or(tid, |thread| thread.process)
    }

    /// Whether this process was killed for what it was about to run.
    pub(crate) fn killed(&self, process: u32) -> bool {
        self.killed.contains(&process)
    }

    /// A thread has ended.
    pub(crate) fn ended(&mut self, tid: u32) {
        self.withdraw(tid);
        self.born.remove(&tid);
        self.supervisor.post.forget(tid);
        let Some(thread) = self.threads.remove(&tid) else { return };
        if let Some(process) = self.processes.get_mut(&thread.process) {
            process.threads -= 1;
            if process.threads == 0 {
                self.processes.remove(&thread.process);
            }
        }
    }

    /// Takes one stop but for that at a thread's end, and resumes the thread. One that died meanwhile is reported by
    /// the next wait.
    pub(crate) fn stopped(&mut self, tracee: Tracee<Stopped>, stop: Stop) -> Result<(), TraceError> {
        let tid = tracee.tid();
        if !self.threads.contains_key(&tid) {
            self.adopt(tid);
        }
        // Only its death takes a held thread out of its stop.
        self.withdraw(tid);
        match stop {
            Stop::Seccomp => self.called(tracee),
            Stop::Syscall if self.settings.entries.is_some() => self.at_entry_or_exit(tracee),
            Stop::Syscall => self.at_call(tracee),
            Stop::Signal(signal) => self.signalled(tracee, signal),
            Stop::Group(_) => {
                self.undo(&tracee)?;
                tracee.listen().map(drop)
            }
            Stop::Interrupted => {
                self.undo(&tracee)?;
                self.resume(tracee, 0)
            }
            Stop::Fork | Stop::Vfork | Stop::Clone => {
                let child = tracee.event_message()? as u32;
                self.gave_birth(tid, child);
                self.resume(tracee, 0)
            }
            Stop::Exec => self.executed(tracee),
            Stop::Exit | Stop::VforkDone | Stop::Other(_) => self.resume(tracee, 0),
        }
    }

    pub(crate) fn resume(&self, tracee: Tracee<Stopped>, signal: i32) -> Result<(), TraceError> {
        if self.settings.entries.is_some() {
            return tracee.to_syscall(signal).map(drop);
        }
        match self.threads.get(&tracee.tid()) {
            Some(thread) => thread.resume(tracee, signal).map(drop),
            None => tracee.cont(signal).map(drop),
        }
    }

    /// Before somebody else looks at the registers, and at whatever the kernel restarts.
    fn undo(&mut self, tracee: &Tracee<Stopped>) -> Result<(), TraceError> {
        let Some(thread) = self.threads.get_mut(&tracee.tid()) else { return Ok(()) };
        if matches!(thread.phase, Phase::Sealed(_)) {
            let mut regs = tracee.regs()?;
            if thread.undo(&mut regs) {
                tracee.set_regs(&regs)?;
            }
        }
        Ok(())
    }

    /// A child process has the memory of its parent at this time; one that was heard of before may even have it no
    /// more.
    fn gave_birth(&mut self, parent: u32, child: u32) {
        let Some(parent) = self.threads.get(&parent).map(|thread| thread.process) else { return };
        let Some(space) = self.processes.get(&parent).map(|process| process.space.forked()) else { return };
        match self.threads.get(&child).map(|thread| thread.process) {
            None => {
                self.born.insert(child, space);
            }
            Some(process) if process == parent => {}
            Some(process) => {
                if let Some(process) = self.processes.get_mut(&process).filter(|process| !process.executed) {
                    process.space.inherit(&space);
                }
            }
        }
    }

    /// The entry or the exit of a call that the tracer wanted to see.
    fn at_call(&mut self, tracee: Tracee<Stopped>) -> Result<(), TraceError> {
        let tid = tracee.tid();
        let Some(thread) = self.threads.get_mut(&tid) else { return self.resume(tracee, 0) };
        match std::mem::replace(&mut thread.phase, Phase::Clear) {
            Phase::Restoring(data) => {
                let mut regs = tracee.regs()?;
                if let Some(abi) = data.abi() {
                    regs.set_arguments(abi, &data.args);
                }
                self.spares_diverted(tid, &mut regs);
                tracee.set_regs(&regs)?;
            }
            Phase::Mapping(mapping) => {
                let (mapping, progress) = mapping.proceed(&tracee)?;
                self.supervisor.post.take(tid);
                if let Some(mapping) = mapping {
                    thread.phase = Phase::Mapping(mapping);
                }
                match progress {
                    Progress::On | Progress::Anew => {}
                    Progress::Over(area) => self.mapped(tid, area),
                }
            }
            _ => {}
        }
        self.resume(tracee, 0)
    }

    fn mapped(&mut self, tid: u32, area: Option<Area>) {
        let Some(process) = self.process_of(tid) else { return };
        match area {
            Some(area) => process.space.add(area),
            None => process.space.barren = true,
        }
    }

    /// Another program runs: of the process's threads only this one is left, with the number of the first.
    fn executed(&mut self, tracee: Tracee<Stopped>) -> Result<(), TraceError> {
        let tid = tracee.tid();
        let former = tracee.event_message()? as u32;
        let mut thread = self.threads.remove(&former).unwrap_or_else(|| Thread::new(tid, true));
        thread.phase = Phase::Clear;
        thread.slot = None;
        let expected = thread.exec.take();
        self.threads.retain(|_, other| other.process != tid);
        self.threads.insert(tid, thread);
        let space = Space::new(self.settings.seals);
        self.processes.insert(tid, Process { space, threads: 1, executed: true, filtered: false });
        self.born.remove(&tid);
        if self.settings.executions {
            let wide = !tracee.regs()?.is_compat();
            if !self.executions.may_run(&self.supervisor, tid, wide, expected.as_ref()) {
                // It ends before its first instruction.
                let _ = callgate_sys::thread::tgkill(tid, tid, SIGKILL);
                self.killed.push(tid);
            }
        }
        self.resume(tracee, 0)
    }
}

const SIGKILL: i32 = 9;
