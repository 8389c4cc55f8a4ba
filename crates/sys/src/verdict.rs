//! What the kernel does with a call under filters, without the call being made.
//!
//! A child installs the filters and stands, under ptrace, at the entry of a call that no kernel has. There its
//! registers get the call in question, and it goes on: since 4.8 the kernel runs the filters after the tracer had
//! its say, on what the tracer left. Beneath all filters lies one of ours that answers trace to everything, so
//! whatever they would let run stops for the tracer instead, by the kernel's own precedence (seccomp(2)); the
//! child is killed there. What they refuse the kernel refuses.

use crate::arch::CallLoop;
use crate::errno::{check, retry};
use crate::layout::{
    CLONE_FILES, CLONE_FS, CLONE_VM, PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS, PR_SET_PDEATHSIG,
    PTRACE_O_EXITKILL, PTRACE_O_TRACECLONE, PTRACE_O_TRACESECCOMP, PTRACE_O_TRACESYSGOOD,
    SECCOMP_SET_MODE_FILTER, SockFprog,
};
use crate::probe::child;
use crate::ptrace::{self, Stop, Stopped, SyscallInfo, TraceError, Tracee, Waited};
use crate::seccomp::fprog;
use crate::wait::Ending;
use callgate_abi::{Abi, Action, Errno, SeccompData};
use callgate_bpf::{Insn, Program, interp};
use thiserror::Error;

/// Why the kernel was not asked.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AskError {
    /// The call is of an architecture whose calls this kernel does not take, or has what no call here can have.
    #[error("no such call can be made on this kernel")]
    NotHere,
    /// A filter, counted from 0, was refused: by the kernel with this errno, or by the filters installed before it,
    /// which have their say about seccomp(2) and prctl(2) themselves.
    #[error("filter {} could not be installed{}", .filter + 1, because(*.errno))]
    NotInstalled {
        /// Which.
        filter: usize,
        /// How it was refused, where that was by an errno.
        errno: Option<Errno>,
    },
    /// The child could not be made or traced.
    #[error("the process that was to ask could not be followed: {}", .0.text())]
    Failed(Errno),
}

fn because(errno: Option<Errno>) -> String {
    errno.map_or_else(
        || ": those before it do not let it".to_owned(),
        |errno| format!(": {} ({errno})", errno.text()),
    )
}

impl From<TraceError> for AskError {
    fn from(error: TraceError) -> AskError {
        match error {
            TraceError::Died(_) => AskError::Failed(Errno::ESRCH),
            TraceError::Refused(errno) => AskError::Failed(errno),
        }
    }
}

/// What the kernel does with a call under a stack of filters, the first installed first.
///
/// The call never runs. `Allow` stands for `Log` too: the two differ only in the kernel's log; and for what
/// [`is_hidden`]. Takes a millisecond or two and a child process; SIGCHLD must not be ignored. Needs 5.3, and ptrace of own children.
///
/// C: fork(2), `PTRACE_SEIZE`, `PTRACE_SYSCALL`, `PTRACE_SETREGSET`, `PTRACE_GET_SYSCALL_INFO`.
pub fn ask(stack: &[&Program], call: &SeccompData) -> Result<Action, AskError> {
    /// No error that a kernel or a person chooses; the largest is 4095.
    const UNUSUAL: Errno = Errno(3999);
    let (one, other) = (Action::Trace(1), Action::Trace(2));
    let shown = under(one, stack, call)?;
    if shown == one {
        // Ours, or a filter's own trace that looks like it.
        let again = under(other, stack, call)?;
        return Ok(if again == other { Action::Allow } else { shown });
    }
    if shown == Action::Errno(Errno::ENOSYS) {
        // A filter's errno, or a listener that is not there: only the errno outranks ours.
        let again = under(Action::Errno(UNUSUAL), stack, call)?;
        return Ok(if again == Action::Errno(UNUSUAL) { Action::UserNotif } else { shown });
    }
    Ok(shown)
}

/// Whether [`ask`] shows this answer of a stack as `Allow` although the kernel kills: an action that Linux does not
/// know and that is weaker than trace, by which the call is kept from running.
pub fn is_hidden(ret: u32) -> bool {
    Action::from_ret(ret) == Action::KillProcess
        && ret.cast_signed() > Action::Trace(u16::MAX).to_ret().cast_signed()
}

/// The filter beneath the others: `least` for everything but the calls that install them, which are marked.
fn beneath(least: Action, mark: u32) -> Result<Program, AskError> {
    let broken = |_| AskError::Failed(Errno::EINVAL);
    Program::new(vec![
        Insn::ld_abs(LOW_OF_SIXTH),
        Insn::jeq(mark, 0, 1),
        Insn::ret(Action::Allow.to_ret()),
        Insn::ret(least.to_ret()),
    ])
    .map_err(broken)
}

/// The low half of `seccomp_data.args[5]`.
const LOW_OF_SIXTH: u32 = if cfg!(target_endian = "little") { 56 } else { 60 };

/// What the kernel shows of a call under the stack, and under a filter beneath it that answers `least`.
fn under(least: Action, stack: &[&Program], call: &SeccompData) -> Result<Action, AskError> {
    let way = CallLoop::of_arch(call.arch).ok_or(AskError::NotHere)?;
    // Nothing but what installs has this mark, not even the call in question.
    let mark = !(call.args[5] as u32);
    let ours = beneath(least, mark)?;
    // The child is a copy of this process, so they lie at the same addresses there.
    let filters: Vec<SockFprog> = std::iter::once(&ours).chain(stack.iter().copied()).map(fprog).collect();
    let mut child = Child::start()?;
    let thread = child.thread()?;
    let (result, mut thread) =
        child.make(thread, libc::SYS_prctl, [u64::from(PR_SET_NO_NEW_PRIVS), 1, 0, 0, 0, 0])?;
    if result != 0 {
        return Err(AskError::Failed(errno_of(result).unwrap_or(Errno::EIO)));
    }
    for (at, filter) in filters.iter().enumerate() {
        // Ours lets its mark pass, so those behind it have their say.
        let before = &stack[..at.saturating_sub(1)];
        let installed = child.install(thread, filter, before, mark);
        thread = installed.map_err(|errno| AskError::NotInstalled { filter: at.saturating_sub(1), errno })?;
    }
    thread.set_regs(&thread.regs()?.at(way.address()))?;
    let thread = child.await_call(thread)?;
    child.answer(thread, call)
}

fn errno_of(result: i64) -> Option<Errno> {
    (-4095..0).contains(&result).then_some(Errno(-result as u16))
}

/// The child: its first thread stands still, so that the end of the thread that asks tells whether it took the
/// process with it. Killed and reaped when dropped.
struct Child {
    pid: u32,
    /// The thread that asks.
    asks: Option<u32>,
    /// Those of them that are reaped.
    reaped: Vec<u32>,
    /// Held in its stop.
    first: Option<Tracee<Stopped>>,
}

impl Child {
    fn start() -> Result<Child, AskError> {
        let parent = std::process::id();
        let pid = child::fork(|| {
            // SAFETY: only numbers are passed.
            check(unsafe { libc::prctl(PR_SET_PDEATHSIG as i32, libc::SIGKILL, 0, 0, 0) }.into())?;
            // SAFETY: no arguments.
            if unsafe { libc::getppid() } as u32 != parent {
                return Err(Errno::ESRCH);
            }
            CallLoop::Native.run()
        })
        .map_err(AskError::Failed)?;
        let mut child = Child { pid, asks: None, reaped: Vec::new(), first: None };
        let options = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE | PTRACE_O_TRACESECCOMP | PTRACE_O_EXITKILL;
        let running = ptrace::seize(pid, options).map_err(AskError::Failed)?;
        running.interrupt()?;
        let (first, _) = child.stopped(pid)?;
        // No core of it is wanted when a filter kills it.
        let (_, first) = child.make(first, libc::SYS_prctl, [u64::from(PR_SET_DUMPABLE), 0, 0, 0, 0, 0])?;
        child.first = Some(first);
        Ok(child)
    }

    /// The thread that asks, as yet without filters.
    fn thread(&mut self) -> Result<Tracee<Stopped>, AskError> {
        let first = self.first.take().ok_or(AskError::Failed(Errno::ESRCH))?;
        let flags = CLONE_VM | CLONE_FS | CLONE_FILES | (libc::CLONE_SIGHAND | libc::CLONE_THREAD) as u64;
        // Without a stack of its own: the loop has no use for one.
        let (result, first) = self.make(first, libc::SYS_clone, [flags, 0, 0, 0, 0, 0])?;
        self.first = Some(first);
        if result <= 0 {
            return Err(AskError::Failed(errno_of(result).unwrap_or(Errno::EAGAIN)));
        }
        let tid = result as u32;
        self.asks = Some(tid);
        Ok(self.stopped(tid)?.0)
    }

    /// The next stop of a thread; its end is an error.
    fn stopped(&mut self, tid: u32) -> Result<(Tracee<Stopped>, Stop), AskError> {
        match retry(|| ptrace::wait_for(tid)).map_err(AskError::Failed)? {
            Waited::Stopped(tracee, stop) => Ok((tracee, stop)),
            Waited::Ended(..) => {
                self.reaped.push(tid);
                Err(AskError::Failed(Errno::ESRCH))
            }
        }
    }

    /// Has a thread go on to its next stop. Whatever signal it was stopped for is none of its business.
    fn next(&mut self, thread: Tracee<Stopped>) -> Result<(Tracee<Stopped>, Stop), AskError> {
        let tid = thread.tid();
        thread.to_syscall(0)?;
        self.stopped(tid)
    }

    /// Has a thread go on to the loop's next call.
    fn await_call(&mut self, mut thread: Tracee<Stopped>) -> Result<Tracee<Stopped>, AskError> {
        loop {
            let (next, stop) = self.next(thread)?;
            match stop {
                Stop::Syscall if matches!(next.syscall_info()?, SyscallInfo::Entry(call) if call.nr == -1) => {
                    return Ok(next);
                }
                // The gate is closed.
                Stop::Signal(libc::SIGSEGV) => return Err(AskError::NotHere),
                _ => thread = next,
            }
        }
    }

    /// Has a thread make a native call; its result, and the thread at its exit. Where a filter answers trace, the
    /// tracer lets it pass.
    fn make(
        &mut self,
        thread: Tracee<Stopped>,
        nr: libc::c_long,
        args: [u64; 6],
    ) -> Result<(i64, Tracee<Stopped>), AskError> {
        let mut thread = self.await_call(thread)?;
        let regs = thread.regs()?;
        let call = SeccompData {
            nr: nr as i32,
            arch: Abi::NATIVE.audit_arch(),
            instruction_pointer: regs.instruction_pointer(),
            args,
        };
        thread.set_regs(&regs.with_data(&call))?;
        loop {
            let (next, stop) = self.next(thread)?;
            if let (Stop::Syscall, SyscallInfo::Exit(result)) = (stop, next.syscall_info()?) {
                return Ok((result, next));
            }
            thread = next;
        }
    }

    /// Has a thread install a filter, by either call. The errno of the first, where there was one.
    fn install(
        &mut self,
        thread: Tracee<Stopped>,
        filter: &SockFprog,
        before: &[&Program],
        mark: u32,
    ) -> Result<Tracee<Stopped>, Option<Errno>> {
        let address = std::ptr::from_ref(filter).addr() as u64;
        let by_seccomp = [u64::from(SECCOMP_SET_MODE_FILTER), 0, address, 0, 0, u64::from(mark)];
        let (set, filtered) = (libc::PR_SET_SECCOMP as u64, u64::from(libc::SECCOMP_MODE_FILTER));
        let by_prctl = [set, filtered, address, 0, 0, u64::from(mark)];
        let mut first = None;
        let mut thread = thread;
        for (nr, args) in [(libc::SYS_seccomp, by_seccomp), (libc::SYS_prctl, by_prctl)] {
            let regs = thread.regs().map_err(|_| None)?;
            let call = SeccompData {
                nr: nr as i32,
                arch: Abi::NATIVE.audit_arch(),
                instruction_pointer: regs.instruction_pointer(),
                args,
            };
            // A filter that answers errno 0 makes it look done.
            let pretended = Action::from_ret(interp::run_stack(before, &call)) == Action::Errno(Errno(0));
            let (result, next) = self.make(thread, nr, args).map_err(|_| first)?;
            if result == 0 && !pretended {
                return Ok(next);
            }
            first = first.or(errno_of(result));
            thread = next;
        }
        Err(first)
    }

    /// Puts the call into a thread at the entry of another, and sees what becomes of it.
    fn answer(&mut self, mut thread: Tracee<Stopped>, call: &SeccompData) -> Result<Action, AskError> {
        /// `SYS_SECCOMP` (`asm-generic/siginfo.h`): the `si_code` of a filter's trap.
        const SYS_SECCOMP: i32 = 1;
        let before = thread.regs()?;
        thread.set_regs(&before.with_data(call))?;
        match thread.syscall_info()? {
            SyscallInfo::Entry(seen) if seen == *call => {}
            _ => return Err(AskError::NotHere),
        }
        let mut result = None;
        loop {
            let tid = thread.tid();
            thread.to_syscall(0)?;
            let (next, stop) = match retry(|| ptrace::wait_for(tid)).map_err(AskError::Failed)? {
                Waited::Stopped(next, stop) => (next, stop),
                Waited::Ended(..) => {
                    self.reaped.push(tid);
                    return Ok(match self.end() {
                        Some(Ending::Signaled { signal: libc::SIGSYS, .. }) => Action::KillProcess,
                        _ => Action::KillThread,
                    });
                }
            };
            match (stop, next.syscall_info()?) {
                (Stop::Seccomp, SyscallInfo::Seccomp(_, data)) => {
                    // The child ends here; should it go on all the same, nothing runs.
                    next.set_regs(&next.regs()?.without_call(0))?;
                    return Ok(Action::Trace(data));
                }
                (Stop::Signal(libc::SIGSYS), _) => {
                    let [_, errno, code] = next.signal_info()?;
                    if code == SYS_SECCOMP {
                        return Ok(Action::Trap(errno as u16));
                    }
                }
                (Stop::Syscall, SyscallInfo::Exit(value)) => {
                    // Of a trap or a kill, which come next, this is no result.
                    result = Some(value);
                    next.set_regs(&before)?;
                }
                (Stop::Syscall, SyscallInfo::Entry(_)) => {
                    return match result {
                        Some(0) => Ok(Action::Errno(Errno(0))),
                        Some(value) => errno_of(value).map(Action::Errno).ok_or(AskError::Failed(Errno::EIO)),
                        None => Err(AskError::Failed(Errno::EIO)),
                    };
                }
                _ => {}
            }
            thread = next;
        }
    }

    /// Kills and reaps it; how its first thread ended.
    fn end(&mut self) -> Option<Ending> {
        if self.reaped.contains(&self.pid) {
            return None;
        }
        // SAFETY: only numbers are passed; the child is not reaped yet, so the number is still its.
        unsafe { libc::kill(self.pid as i32, libc::SIGKILL) };
        let mut ending = None;
        for tid in self.asks.take().into_iter().chain([self.pid]) {
            if !self.reaped.contains(&tid) {
                ending = until_ended(tid);
                self.reaped.push(tid);
            }
        }
        ending
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        self.end();
    }
}

fn until_ended(tid: u32) -> Option<Ending> {
    loop {
        match retry(|| ptrace::wait_for(tid)) {
            Ok(Waited::Ended(_, ending)) => return Some(ending),
            Ok(Waited::Stopped(..)) => {}
            Err(_) => return None,
        }
    }
}
