//! Watching a program install filters.
//!
//! The program runs under a filter of ours that stops the calls in question for the tracer (`watched.asm`) and
//! nothing else. Stopping at every call by `PTRACE_SYSCALL` would need no filter, but makes each call some
//! thirty times slower; ours costs nothing, since the kernel keeps its verdict for all other numbers. What the
//! program could notice of it is answered as if it were not there:
//!
//! - Without `CAP_SYS_ADMIN` our filter needs no_new_privs. Who sets it by itself is kept account of: asking
//!   for it, and a filter installed without it (EACCES), answer as they would. (Set-user-ID programs have no effect
//!   under any tracer without `CAP_SYS_PTRACE`.) With `CAP_SYS_ADMIN` it is not set.
//! - `PR_GET_SECCOMP` does not count ours.
//! - The kernel takes strict mode only from a thread without filters. It is answered with success and then
//!   kept by the tracer, which from there on stops that thread at its calls and kills it at the first other one.
//! - A filter that answers trace gets ENOSYS, as without a tracer.
//!
//! What remains: the fields `NoNewPrivs`, `Seccomp`, `Seccomp_filters` and `TracerPid` of /proc, that the
//! program cannot trace itself, and the count of converted instructions (`STACK_LIMIT`), which ours is part of.

mod request;
pub(crate) mod status;

pub(crate) use request::{Filter, Read, Request};

use crate::failure::{Failure, errno_text};
use callgate_abi::{Abi, Errno, SeccompData, Sysno};
use callgate_bpf::{Insn, Program, text::asm};
use callgate_runtime::FORWARDED;
use callgate_sys::layout::{
    PTRACE_O_EXITKILL, PTRACE_O_TRACECLONE, PTRACE_O_TRACEEXEC, PTRACE_O_TRACEFORK, PTRACE_O_TRACESECCOMP,
    PTRACE_O_TRACESYSGOOD, PTRACE_O_TRACEVFORK,
};
use callgate_sys::process::Capabilities;
use callgate_sys::ptrace::{self, Stop, Stopped, SyscallInfo, TraceError, Tracee, Waited};
use callgate_sys::seccomp::InstallFlags;
use callgate_sys::signal::{self, Blocked, SignalFd};
use callgate_sys::spawn::{self, Spawn, SpawnError, Spawned};
use callgate_sys::wait::Ending;
use rustix::event::{PollFd, PollFlags};
use status::Status;
use std::collections::HashMap;
use std::ffi::CString;
use std::os::fd::{AsFd, OwnedFd};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// A filter, or strict mode, that a thread asked for.
#[derive(Debug)]
pub(crate) struct Install {
    /// Counted from 1; what only asks has 0.
    pub(crate) seq: u32,
    /// The process.
    pub(crate) pid: u32,
    /// The thread.
    pub(crate) tid: u32,
    /// What the process executes.
    pub(crate) exe: Option<PathBuf>,
    /// The call.
    pub(crate) call: SeccompData,
    /// What it asked for: [`Request::Filter`] or [`Request::Strict`].
    pub(crate) request: Request,
    /// The kernel's answer; `None` when the thread died in the call.
    pub(crate) result: Option<i64>,
    /// Since the program's start.
    pub(crate) after: Duration,
}

impl Install {
    /// Whether this only asks what the kernel knows: with no filter at all the answer is EFAULT or EINVAL
    /// (seccomp(2), "Checking"), and libseccomp asks so for every flag.
    pub(crate) fn only_asks(&self) -> bool {
        matches!(&self.request, Request::Filter(filter) if filter.insns == Read::Fault)
            && self.call.args[2] == 0
    }

    /// The filter, where it is one that could be read.
    pub(crate) fn insns(&self) -> Option<&[Insn]> {
        match &self.request {
            Request::Filter(Filter { insns: Read::Insns(insns), .. }) => Some(insns),
            _ => None,
        }
    }

    /// Gives it its number.
    fn count(&mut self, seen: &mut u32) {
        if !self.only_asks() {
            *seen += 1;
            self.seq = *seen;
        }
    }

    /// Whether it is in force: TSYNC's positive results are threads that could not follow.
    pub(crate) fn succeeded(&self) -> bool {
        match (&self.request, self.result) {
            (Request::Filter(filter), Some(result)) if filter.tsync() && !filter.has_listener() => {
                result == 0
            }
            (_, Some(result)) => result >= 0,
            (_, None) => false,
        }
    }
}

/// How a watched program ended.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// Its ending; `None` when the watch ended it.
    pub(crate) ending: Option<Ending>,
    /// What its threads had in force at their ends, or at the watch's.
    pub(crate) stacks: Vec<Stack>,
}

/// Filters that were in force together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stack {
    /// By [`Install::seq`], the first installed first.
    pub(crate) filters: Vec<u32>,
    /// The threads that had them, no others, at the end.
    pub(crate) tids: Vec<u32>,
}

/// What a thread has, as if ours were not there.
#[derive(Debug, Clone, Default)]
struct Own {
    no_new_privs: bool,
    /// Had before the watch began.
    inherited: bool,
    /// By their numbers.
    filters: Vec<u32>,
    strict: bool,
}

impl Own {
    fn has_filters(&self) -> bool {
        self.inherited || !self.filters.is_empty()
    }
}

/// What a thread of the program is at.
#[derive(Debug, Default)]
struct Thread {
    own: Own,
    /// In the middle of this.
    install: Option<Install>,
}

/// A program being watched.
pub(crate) struct Watch {
    pid: u32,
    pidfd: OwnedFd,
    first: Option<Tracee<Stopped>>,
    threads: HashMap<u32, Thread>,
    /// New threads that stopped before their parent's stop told whose they are.
    early: HashMap<u32, Tracee<Stopped>>,
    /// Installs so far.
    seen: u32,
    stacks: Vec<Stack>,
    privileged: bool,
    started: Instant,
    signals: SignalFd,
    _blocked: Blocked,
}

/// The data of our filter's answer.
const OURS: u16 = 0xca11;
const CAP_SYS_ADMIN: u64 = 1 << 21;
const SIGCHLD: i32 = 17;
const SIGCONT: i32 = 18;
const SIGTSTP: i32 = 20;
const SIGTTIN: i32 = 21;
const SIGTTOU: i32 = 22;
const SIGKILL: i32 = 9;

const OPTIONS: u32 = PTRACE_O_TRACESYSGOOD
    | PTRACE_O_TRACEFORK
    | PTRACE_O_TRACEVFORK
    | PTRACE_O_TRACECLONE
    | PTRACE_O_TRACEEXEC
    | PTRACE_O_TRACESECCOMP
    // Without a tracer every call that our filter stops would fail with ENOSYS.
    | PTRACE_O_EXITKILL;

/// Why a program could not be started under the watch.
pub(crate) enum StartError {
    /// Not started.
    Spawn(SpawnError),
    /// Something else.
    Failed(Failure),
}

fn failed(what: &str, errno: Errno) -> Failure {
    Failure::new(format!("cannot {what}: {}", errno_text(errno)))
}

/// Our filter.
fn filter() -> Result<Program, Failure> {
    let broken = |why: String| Failure::new(format!("callgate's own filter is broken: {why}"));
    let found =
        asm::read(include_str!("watched.asm"), Abi::NATIVE).map_err(|error| broken(error.to_string()))?;
    Program::new(found.insns).map_err(|error| broken(error.to_string()))
}

impl Watch {
    /// Starts a program; it stands at its first instruction.
    pub(crate) fn start(path: &CString, argv: &[CString], envp: &[CString]) -> Result<Watch, StartError> {
        let filter = filter().map_err(StartError::Failed)?;
        // A parent may have left SIGCHLD ignored: then no child could be waited for.
        signal::set_default(SIGCHLD)
            .map_err(|errno| StartError::Failed(failed("wait for children", errno)))?;
        let blocked = signal::block(FORWARDED);
        let signals = SignalFd::new(FORWARDED)
            .map_err(|errno| StartError::Failed(failed("wait for signals", errno)))?;
        let privileged = Capabilities::of_this_thread().is_ok_and(|own| own.effective & CAP_SYS_ADMIN != 0);
        let mut spawn = Spawn::new(path, argv, envp);
        spawn.filter = Some(&filter);
        spawn.filter_flags = InstallFlags { spec_allow: true, ..InstallFlags::default() };
        spawn.no_new_privs = !privileged;
        spawn.close_inherited = false;
        spawn.parent_death_signal = None;
        spawn.signal_mask = Some(blocked.before());
        spawn.hold_for_tracer = Some(OPTIONS);
        let Spawned { pid, pidfd, tracee, .. } = spawn::spawn(&spawn).map_err(StartError::Spawn)?;
        // What this process has already, the program inherits.
        let own = Own {
            no_new_privs: callgate_sys::process::no_new_privs().unwrap_or(false),
            inherited: Status::of(std::process::id()).and_then(|own| own.seccomp_mode()) == Some(2),
            filters: Vec::new(),
            strict: false,
        };
        Ok(Watch {
            pid,
            pidfd,
            first: tracee,
            threads: HashMap::from([(pid, Thread { own, install: None })]),
            early: HashMap::new(),
            seen: 0,
            stacks: Vec::new(),
            privileged,
            started: Instant::now(),
            signals,
            _blocked: blocked,
        })
    }

    /// Runs the program to its end, and what it started; `told` hears of each install, and may end it all.
    pub(crate) fn run(
        mut self,
        mut told: impl FnMut(Install) -> Result<Next, Failure>,
    ) -> Result<Outcome, Failure> {
        if let Some(tracee) = self.first.take() {
            // If it died here, the wait tells.
            let _ = tracee.cont(0);
        }
        let mut ended = None;
        loop {
            match ptrace::wait_any(true) {
                Ok(Some(Waited::Ended(tid, ending))) => {
                    let thread = self.threads.remove(&tid);
                    self.early.remove(&tid);
                    if tid == self.pid {
                        ended = Some(ending);
                    }
                    if let Some(Thread { own, install }) = thread {
                        self.had(tid, own.filters);
                        if let Some(mut install) = install {
                            install.count(&mut self.seen);
                            if told(install)? == Next::End {
                                return Ok(self.end(ended));
                            }
                        }
                    }
                }
                Ok(Some(Waited::Stopped(tracee, stop))) => {
                    // Told while its thread still stands, so that what is said of it comes before what it does.
                    if let Some((install, tracee)) = self.stopped(tracee, stop) {
                        if told(install)? == Next::End {
                            return Ok(self.end(ended));
                        }
                        let _died = self.go_on(tracee);
                    }
                }
                Ok(None) => {
                    if self.await_signals(ended.is_some())? {
                        return Ok(self.outcome(ended));
                    }
                }
                Err(Errno::ECHILD) => return Ok(self.outcome(ended)),
                Err(Errno::EINTR) => {}
                Err(errno) => return Err(failed("follow the program any more", errno)),
            }
        }
    }

    /// Notes what a thread had in force.
    fn had(&mut self, tid: u32, filters: Vec<u32>) {
        if filters.is_empty() {
            return;
        }
        match self.stacks.iter_mut().find(|stack| stack.filters == filters) {
            Some(stack) => stack.tids.push(tid),
            None => self.stacks.push(Stack { filters, tids: vec![tid] }),
        }
    }

    fn outcome(mut self, ending: Option<Ending>) -> Outcome {
        let mut threads: Vec<(u32, Thread)> = self.threads.drain().collect();
        threads.sort_unstable_by_key(|(tid, _)| *tid);
        for (tid, thread) in threads {
            self.had(tid, thread.own.filters);
        }
        self.stacks.sort_by(|a, b| a.filters.cmp(&b.filters));
        Outcome { ending, stacks: self.stacks }
    }

    /// Ends all that is watched: each is this process's tracee, so nothing else has its number.
    fn end(self, ended: Option<Ending>) -> Outcome {
        let _ = callgate_sys::pidfd::send_signal(self.pidfd.as_fd(), SIGKILL);
        for tid in self.threads.keys().chain(self.early.keys()) {
            kill(*tid);
        }
        while let Ok(Some(_)) | Err(Errno::EINTR) = ptrace::wait_any(false) {}
        self.outcome(ended)
    }

    /// Waits for children and passes signals on; true when a signal ends a watch whose program has ended.
    fn await_signals(&self, ended: bool) -> Result<bool, Failure> {
        /// The sender is a terminal or the kernel: the whole process group got the signal already.
        const SI_KERNEL: i32 = 0x80;
        let mut polled = [PollFd::from_borrowed_fd(self.signals.as_fd(), PollFlags::IN)];
        match rustix::event::poll(&mut polled, None) {
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(failed("wait for the program", Errno(error.raw_os_error() as u16))),
        }
        while let Some(arrived) = self.signals.read().map_err(|errno| failed("read signals", errno))? {
            if arrived.signal == SIGCHLD {
                continue;
            }
            if ended {
                return Ok(true);
            }
            if arrived.code != SI_KERNEL {
                // It may have ended meanwhile.
                let _ = callgate_sys::pidfd::send_signal(self.pidfd.as_fd(), arrived.signal);
            }
        }
        Ok(false)
    }

    /// One stop: looked at and resumed, unless it is the end of an install. A thread that died meanwhile is told by the
    /// next wait.
    fn stopped(&mut self, tracee: Tracee<Stopped>, stop: Stop) -> Option<(Install, Tracee<Stopped>)> {
        let tid = tracee.tid();
        if !self.threads.contains_key(&tid) && !matches!(stop, Stop::Exec) {
            self.early.insert(tid, tracee);
            return None;
        }
        let _died = match stop {
            Stop::Signal(signal) => self.resume(tracee, signal),
            Stop::Group(signal) => {
                let listening = tracee.listen();
                if tid == self.pid {
                    self.stop_too(signal);
                }
                listening.map(drop)
            }
            Stop::Fork | Stop::Vfork | Stop::Clone => {
                self.born(&tracee);
                self.resume(tracee, 0)
            }
            Stop::Exec => {
                // The thread that executes takes the leader's number.
                if let Ok(former) = tracee.event_message()
                    && former as u32 != tid
                    && let Some(thread) = self.threads.remove(&(former as u32))
                {
                    self.threads.insert(tid, thread);
                }
                self.threads.entry(tid).or_default();
                self.resume(tracee, 0)
            }
            Stop::Seccomp => self.asked(tracee),
            Stop::Syscall => {
                if let Some(install) = self.answered(&tracee) {
                    return Some((install, tracee));
                }
                self.go_on(tracee)
            }
            _ => self.resume(tracee, 0),
        };
        None
    }

    /// Resumes a thread that stands at a call.
    fn go_on(&self, tracee: Tracee<Stopped>) -> Result<(), TraceError> {
        if self.threads.get(&tracee.tid()).is_some_and(|thread| thread.own.strict) {
            keep_strict(tracee)
        } else {
            self.resume(tracee, 0)
        }
    }

    fn resume(&self, tracee: Tracee<Stopped>, signal: i32) -> Result<(), TraceError> {
        let strict = self.threads.get(&tracee.tid()).is_some_and(|thread| thread.own.strict);
        if strict { tracee.to_syscall(signal).map(drop) } else { tracee.cont(signal).map(drop) }
    }

    /// A new thread or process has what its parent has.
    fn born(&mut self, parent: &Tracee<Stopped>) {
        let Ok(child) = parent.event_message() else { return };
        let child = child as u32;
        let own = self.threads.get(&parent.tid()).map(|thread| thread.own.clone()).unwrap_or_default();
        self.threads.insert(child, Thread { own, install: None });
        if let Some(tracee) = self.early.remove(&child) {
            let _ = self.resume(tracee, 0);
        }
    }

    /// The whole job stops when the program does (Ctrl-Z), by the same signal, and both go on together.
    fn stop_too(&self, by: i32) {
        let stopped = match by {
            SIGTSTP | SIGTTIN | SIGTTOU => signal::stop_by(by),
            _ => signal::raise_stop(),
        };
        if stopped.is_ok() {
            let _ = callgate_sys::pidfd::send_signal(self.pidfd.as_fd(), SIGCONT);
        }
    }

    /// A filter answered trace: ours, or one of the program's.
    fn asked(&mut self, tracee: Tracee<Stopped>) -> Result<(), TraceError> {
        let tid = tracee.tid();
        let SyscallInfo::Seccomp(call, data) = tracee.syscall_info()? else { return self.resume(tracee, 0) };
        let of_ours = matches!(
            call.abi().and_then(|abi| Sysno { abi, nr: call.nr as u32 }.name()),
            Some("seccomp" | "prctl")
        );
        if data != OURS || !of_ours {
            return self.answer(tracee, -i64::from(Errno::ENOSYS.0));
        }
        let request = request::of_call(tid, &call);
        let Some(thread) = self.threads.get_mut(&tid) else { return self.resume(tracee, 0) };
        let own = thread.own.clone();
        match request {
            Request::Other => self.resume(tracee, 0),
            Request::GetMode => self.answer(tracee, if own.has_filters() { 2 } else { 0 }),
            Request::SetNoNewPrivs => {
                thread.own.no_new_privs = true;
                self.resume(tracee, 0)
            }
            Request::GetNoNewPrivs if self.privileged => self.resume(tracee, 0),
            Request::GetNoNewPrivs => self.answer(tracee, i64::from(own.no_new_privs)),
            Request::Filter(_) | Request::Strict => {
                let status = Status::of(tid);
                let pid = status.as_ref().and_then(Status::process).unwrap_or(tid);
                let strict = request == Request::Strict && !own.has_filters();
                let denied = !self.privileged && !own.no_new_privs && is_denied(&request, status.as_ref());
                thread.install = Some(Install {
                    seq: 0,
                    pid,
                    tid,
                    exe: status::exe(pid),
                    call,
                    request,
                    result: None,
                    after: self.started.elapsed(),
                });
                // The exit stop of the call follows, taken out or not.
                let regs = tracee.regs()?;
                if strict {
                    tracee.set_regs(&regs.without_call(0))?;
                } else if denied {
                    tracee.set_regs(&regs.without_call(-i64::from(Errno::EACCES.0)))?;
                }
                tracee.to_syscall(0).map(drop)
            }
        }
    }

    /// Has the call not run, with this result.
    fn answer(&self, tracee: Tracee<Stopped>, result: i64) -> Result<(), TraceError> {
        let regs = tracee.regs()?.without_call(result);
        tracee.set_regs(&regs)?;
        self.resume(tracee, 0)
    }

    /// The exit stop of a call that installs.
    fn answered(&mut self, tracee: &Tracee<Stopped>) -> Option<Install> {
        let tid = tracee.tid();
        let thread = self.threads.get_mut(&tid)?;
        let mut install = thread.install.take()?;
        let Ok(SyscallInfo::Exit(result)) = tracee.syscall_info() else {
            thread.install = Some(install);
            return None;
        };
        install.result = Some(result);
        install.count(&mut self.seen);
        if install.succeeded() {
            match &install.request {
                Request::Strict => thread.own.strict = true,
                Request::Filter(filter) => {
                    thread.own.filters.push(install.seq);
                    let own = thread.own.clone();
                    if filter.tsync() {
                        for sibling in status::threads(install.pid) {
                            if let Some(thread) = self.threads.get_mut(&sibling) {
                                thread.own.filters.clone_from(&own.filters);
                                thread.own.no_new_privs |= own.no_new_privs;
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        Some(install)
    }
}

impl Filter {
    /// Whether it gets a listener, whose descriptor is then the result.
    pub(crate) fn has_listener(&self) -> bool {
        const NEW_LISTENER: u32 = 8;
        self.flags & NEW_LISTENER != 0
    }
}

/// Whether the kernel would refuse a filter for want of no_new_privs: after its flags, address and length, and
/// before its instructions are looked at.
fn is_denied(request: &Request, status: Option<&Status>) -> bool {
    let Request::Filter(filter) = request else { return false };
    matches!(filter.insns, Read::Insns(_))
        && callgate_sys::seccomp::flags_known(filter.flags).unwrap_or(true)
        && !status.is_some_and(Status::may_administer)
}

/// A thread in strict mode is at a call: it goes on with read, write, exit and sigreturn, and is killed at any
/// other (`__secure_computing_strict` in `kernel/seccomp.c`).
fn keep_strict(tracee: Tracee<Stopped>) -> Result<(), TraceError> {
    if let SyscallInfo::Entry(call) = tracee.syscall_info()? {
        let name = call.abi().and_then(|abi| Sysno { abi, nr: call.nr as u32 }.name());
        let returns = if call.arch == Abi::I386.audit_arch() { "sigreturn" } else { "rt_sigreturn" };
        if !name.is_some_and(|name| ["read", "write", "exit", returns].contains(&name)) {
            // The kernel ends this thread alone. As the first thread its end is the one that a parent sees, and no
            // tracer can make that SIGKILL but by ending the process.
            let first = Status::of(tracee.tid())
                .and_then(|status| status.process())
                .is_none_or(|pid| pid == tracee.tid());
            let exit = call.abi().and_then(|abi| Sysno::from_name(abi, "exit"));
            if let (false, Some(exit)) = (first, exit) {
                let regs = tracee.regs()?.with_call(&call, exit.nr, SIGKILL as u64);
                tracee.set_regs(&regs)?;
            } else {
                kill(tracee.tid());
                return Ok(());
            }
        }
    }
    tracee.to_syscall(0).map(drop)
}

fn kill(tid: u32) {
    if let Some(pid) = i32::try_from(tid).ok().and_then(rustix::process::Pid::from_raw) {
        // Gone already is as well.
        let _ = rustix::process::kill_process(pid, rustix::process::Signal::KILL);
    }
}

/// Whether the watch goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    /// On.
    On,
    /// The program is ended.
    End,
}
