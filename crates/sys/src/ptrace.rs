//! Tracing: seized threads, their stops, and what can be read of a stopped one.
//!
//! A [`Tracee`] is a token that only one owner has. A stop gives a `Tracee<Stopped>`, resuming consumes it:
//!
//! ```compile_fail,E0599
//! use callgate_sys::ptrace::{Running, Tracee};
//! fn registers_of_a_running_thread(tracee: &Tracee<Running>) {
//!     let _ = tracee.regs();
//! }
//! ```
//! ```compile_fail,E0382
//! use callgate_sys::ptrace::{Stopped, Tracee};
//! fn resumed_twice(tracee: Tracee<Stopped>) {
//!     let _ = tracee.cont(0);
//!     let _ = tracee.cont(0);
//! }
//! ```
//! All of it must happen in the thread that seized: the kernel knows a tracer by its thread. A stopped thread
//! can be killed at any time, so every operation may find it dead: [`TraceError::Died`].

use crate::arch::Regs;
use crate::errno::{check, last, of_rustix};
use crate::layout::{
    NT_PRSTATUS, PTRACE_EVENT_CLONE, PTRACE_EVENT_EXEC, PTRACE_EVENT_EXIT, PTRACE_EVENT_FORK,
    PTRACE_EVENT_SECCOMP, PTRACE_EVENT_STOP, PTRACE_EVENT_VFORK, PTRACE_EVENT_VFORK_DONE,
    PTRACE_GET_SYSCALL_INFO, PTRACE_GETSIGMASK, PTRACE_INTERRUPT, PTRACE_LISTEN, PTRACE_SECCOMP_GET_FILTER,
    PTRACE_SEIZE, PTRACE_SETSIGMASK, PTRACE_SYSCALL_INFO_ENTRY, PTRACE_SYSCALL_INFO_EXIT,
    PTRACE_SYSCALL_INFO_SECCOMP, PtraceSyscallInfo,
};
use crate::signal::{self, SignalFd, SignalSet};
use crate::wait::Ending;
use callgate_abi::{Errno, SeccompData};
use callgate_bpf::Insn;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::marker::PhantomData;
use std::time::{Duration, Instant};
use thiserror::Error;

/// The thread does not exist any more, or is no longer traced by this one (ESRCH). Its ending comes by
/// [`wait_for`] or [`wait_any`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("thread {tid} is gone")]
pub struct Death {
    /// The thread.
    pub tid: u32,
}

/// Why an operation on a tracee failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TraceError {
    /// The thread died.
    #[error(transparent)]
    Died(#[from] Death),
    /// The kernel refused.
    #[error("the kernel refused to trace: {}", .0.text())]
    Refused(Errno),
}

/// State of a tracee: in a stop.
#[derive(Debug)]
pub enum Stopped {}

/// State of a tracee: running, or about to stop.
#[derive(Debug)]
pub enum Running {}

/// A thread that this thread traces.
#[derive(Debug)]
pub struct Tracee<State> {
    tid: u32,
    // Not Send: the kernel obeys the tracing thread only.
    state: PhantomData<(State, *const ())>,
}

/// Why a tracee stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// A signal is about to be delivered; resume with it, or with 0 to suppress it.
    Signal(i32),
    /// The process is stopped by this signal: [`Tracee::listen`] leaves it so.
    Group(i32),
    /// After [`Tracee::interrupt`], or the first stop of a new automatically attached thread.
    Interrupted,
    /// At a call's entry or exit (with `PTRACE_O_TRACESYSGOOD`).
    Syscall,
    /// After fork; [`Tracee::event_message`] is the child.
    Fork,
    /// After vfork; likewise.
    Vfork,
    /// After clone; likewise.
    Clone,
    /// After a successful exec; [`Tracee::event_message`] is the thread's former number.
    Exec,
    /// A vfork is done; likewise the child.
    VforkDone,
    /// Before the end; [`Tracee::event_message`] is the wait(2) status.
    Exit,
    /// A filter answered trace; [`Tracee::event_message`] is its data.
    Seccomp,
    /// An event of a later kernel.
    Other(u32),
}

/// What a wait brought.
#[derive(Debug)]
pub enum Waited {
    /// A tracee stopped.
    Stopped(Tracee<Stopped>, Stop),
    /// A tracee or child ended and is reaped.
    Ended(u32, Ending),
}

impl Waited {
    /// The thread it is about.
    pub fn tid(&self) -> u32 {
        match self {
            Waited::Stopped(tracee, _) => tracee.tid,
            Waited::Ended(tid, _) => *tid,
        }
    }
}

fn request(request: u32, tid: u32, address: usize, data: usize) -> libc::c_long {
    // SAFETY: each caller in this file passes for address and data what its request takes, with pointers to
    // memory that is valid for what the kernel reads and writes. The call concerns another process, or is
    // refused.
    unsafe { libc::syscall(libc::SYS_ptrace, request as usize, tid as usize, address, data) }
}

/// Attaches to a running thread without stopping it. `options` are `PTRACE_O_*`.
///
/// C: `ptrace(PTRACE_SEIZE, tid, 0, options)`, since 3.4. EPERM where this process may not (traced already,
/// other credentials, non-dumpable, Yama); ESRCH when it is gone.
pub fn seize(tid: u32, options: u32) -> Result<Tracee<Running>, Errno> {
    check(request(PTRACE_SEIZE, tid, 0, options as usize))?;
    Ok(Tracee { tid, state: PhantomData })
}

/// Waits for one tracee or child to stop or end. C: `wait4(tid, &status, __WALL)`. EINTR when a signal handler
/// ran; ECHILD when it is neither child nor tracee.
pub fn wait_for(tid: u32) -> Result<Waited, Errno> {
    // Without WNOHANG a wait brings something or an error.
    wait(tid as i32, libc::__WALL)?.ok_or(Errno::ECHILD)
}

/// [`wait_for`], but `None` when nothing has happened for so long: a thread in an uninterruptible wait stops when that
/// is over, and not before.
pub fn wait_for_within(tid: u32, longest: Duration) -> Result<Option<Waited>, Errno> {
    /// How often is looked where SIGCHLD does not come, because this process ignores it.
    const LOOK: Duration = Duration::from_millis(20);
    // Blocked, so that one which comes between the look and the poll is not lost.
    let _blocked = signal::block(SignalSet::of(&[libc::SIGCHLD]));
    let signals = SignalFd::new(SignalSet::of(&[libc::SIGCHLD]))?;
    let until = Instant::now() + longest;
    loop {
        if let Some(waited) = wait(tid as i32, libc::WNOHANG)? {
            return Ok(Some(waited));
        }
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Ok(None);
        }
        let left = left.min(LOOK);
        let timeout = Timespec { tv_sec: 0, tv_nsec: left.as_nanos() as i64 };
        match poll(&mut [PollFd::new(&signals, PollFlags::IN)], Some(&timeout)) {
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(of_rustix(error)),
        }
        while signals.read()?.is_some() {}
    }
}

/// What happened to any tracee, or any child as of [`crate::wait::Which::Any`]; `None` when nothing has and `no_hang`
/// is set.
///
/// For a process whose children are all waited for through it. C: `wait4(-1, &status, 0)`; that tracees are waited
/// for without `__WALL` too is since 4.7.
pub fn wait_any(no_hang: bool) -> Result<Option<Waited>, Errno> {
    wait(-1, if no_hang { libc::WNOHANG } else { 0 })
}

/// Waits for any tracee or child of this thread to stop or end; what other threads of the process trace and have
/// started is left to them. C: `wait4(-1, &status, __WALL | __WNOTHREAD)`. EINTR when a signal handler ran; ECHILD when
/// nothing is left to wait for.
pub fn wait_own() -> Result<Waited, Errno> {
    wait(-1, libc::__WNOTHREAD)?.ok_or(Errno::ECHILD)
}

/// [`wait_own`], but `None` when nothing has happened.
pub fn wait_own_now() -> Result<Option<Waited>, Errno> {
    wait(-1, libc::__WNOTHREAD | libc::WNOHANG)
}

fn wait(tid: i32, flags: i32) -> Result<Option<Waited>, Errno> {
    let mut status = 0;
    // SAFETY: the kernel writes one int to the pointer, which is valid for it; no usage is asked for.
    let tid = check(unsafe { libc::wait4(tid, &raw mut status, flags, std::ptr::null_mut()) }.into())?;
    if tid == 0 {
        return Ok(None);
    }
    let tid = tid as u32;
    Ok(Some(match Ending::of_status(status) {
        Some(ending) => Waited::Ended(tid, ending),
        None => Waited::Stopped(Tracee { tid, state: PhantomData }, stop_of_status(status)),
    }))
}

fn stop_of_status(status: i32) -> Stop {
    let signal = libc::WSTOPSIG(status);
    match (status >> 16) as u32 {
        0 if signal == libc::SIGTRAP | 0x80 => Stop::Syscall,
        0 => Stop::Signal(signal),
        PTRACE_EVENT_STOP if signal == libc::SIGTRAP => Stop::Interrupted,
        PTRACE_EVENT_STOP => Stop::Group(signal),
        PTRACE_EVENT_FORK => Stop::Fork,
        PTRACE_EVENT_VFORK => Stop::Vfork,
        PTRACE_EVENT_CLONE => Stop::Clone,
        PTRACE_EVENT_EXEC => Stop::Exec,
        PTRACE_EVENT_VFORK_DONE => Stop::VforkDone,
        PTRACE_EVENT_EXIT => Stop::Exit,
        PTRACE_EVENT_SECCOMP => Stop::Seccomp,
        event => Stop::Other(event),
    }
}

impl<State> Tracee<State> {
    /// The thread's number.
    pub fn tid(&self) -> u32 {
        self.tid
    }

    fn request(&self, number: u32, address: usize, data: usize) -> Result<libc::c_long, TraceError> {
        let result = request(number, self.tid, address, data);
        if result >= 0 {
            return Ok(result);
        }
        match last() {
            Errno::ESRCH => Err(Death { tid: self.tid }.into()),
            errno => Err(TraceError::Refused(errno)),
        }
    }
}

impl Tracee<Running> {
    /// Has the thread stop soon ([`Stop::Interrupted`], unless another stop comes first). Since 3.4.
    pub fn interrupt(&self) -> Result<(), TraceError> {
        self.request(PTRACE_INTERRUPT, 0, 0).map(drop)
    }
}

/// A call's stop, as the kernel tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyscallInfo {
    /// Not at a call.
    None {
        /// `AUDIT_ARCH_*` of the code that runs.
        arch: u32,
        /// The instruction pointer.
        instruction_pointer: u64,
    },
    /// Before a call.
    Entry(SeccompData),
    /// After a call: its result, −4095 to −1 for errors.
    Exit(i64),
    /// A filter answered trace, with this data.
    Seccomp(SeccompData, u16),
}

impl Tracee<Stopped> {
    fn resume(self, number: u32, signal: i32) -> Result<Tracee<Running>, TraceError> {
        self.request(number, 0, signal as usize)?;
        Ok(Tracee { tid: self.tid, state: PhantomData })
    }

    /// Lets the thread go on, delivering a signal unless it is 0.
    pub fn cont(self, signal: i32) -> Result<Tracee<Running>, TraceError> {
        self.resume(libc::PTRACE_CONT, signal)
    }

    /// Lets the thread go on to its next call's entry or exit.
    pub fn to_syscall(self, signal: i32) -> Result<Tracee<Running>, TraceError> {
        self.resume(libc::PTRACE_SYSCALL, signal)
    }

    /// Leaves a stopped process stopped and waits for SIGCONT: for [`Stop::Group`]. Since 3.4.
    pub fn listen(self) -> Result<Tracee<Running>, TraceError> {
        self.resume(PTRACE_LISTEN, 0)
    }

    /// Ends the tracing; the thread goes on, with a signal unless it is 0.
    pub fn detach(self, signal: i32) -> Result<(), TraceError> {
        self.request(libc::PTRACE_DETACH, 0, signal as usize).map(drop)
    }

    /// The number that goes with an event; see [`Stop`].
    pub fn event_message(&self) -> Result<u64, TraceError> {
        let mut message: libc::c_ulong = 0;
        self.request(libc::PTRACE_GETEVENTMSG, 0, (&raw mut message).addr())?;
        Ok(message)
    }

    /// For [`Stop::Signal`]: `si_signo`, `si_errno` and `si_code` of the signal. C: `PTRACE_GETSIGINFO`, since 2.3.99.
    pub fn signal_info(&self) -> Result<[i32; 3], TraceError> {
        // SAFETY: an all-zero siginfo_t is a valid one.
        let mut info: libc::siginfo_t = unsafe { std::mem::zeroed() };
        self.request(libc::PTRACE_GETSIGINFO, 0, (&raw mut info).addr())?;
        Ok([info.si_signo, info.si_errno, info.si_code])
    }

    /// What call the thread is at. C: `PTRACE_GET_SYSCALL_INFO`, since 5.3.
    pub fn syscall_info(&self) -> Result<SyscallInfo, TraceError> {
        let mut info = PtraceSyscallInfo::default();
        self.request(PTRACE_GET_SYSCALL_INFO, size_of::<PtraceSyscallInfo>(), (&raw mut info).addr())?;
        let [nr, args @ .., ret_data] = info.words;
        let data = SeccompData {
            nr: nr as i32,
            arch: info.arch,
            instruction_pointer: info.instruction_pointer,
            args,
        };
        Ok(match info.op {
            PTRACE_SYSCALL_INFO_ENTRY => SyscallInfo::Entry(data),
            PTRACE_SYSCALL_INFO_EXIT => SyscallInfo::Exit(nr as i64),
            // The data is a 32-bit field in the low or (big-endian) high half; a filter has 16 bits of it.
            PTRACE_SYSCALL_INFO_SECCOMP => {
                SyscallInfo::Seccomp(data, u32::from_ne_bytes(low_bytes(ret_data)) as u16)
            }
            _ => SyscallInfo::None { arch: info.arch, instruction_pointer: info.instruction_pointer },
        })
    }

    /// The general registers. C: `PTRACE_GETREGSET` of `NT_PRSTATUS`, since 2.6.34.
    pub fn regs(&self) -> Result<Regs, TraceError> {
        let mut words = [0_u64; Regs::MAX / 8];
        let mut area = libc::iovec { iov_base: words.as_mut_ptr().cast(), iov_len: Regs::MAX };
        self.request(libc::PTRACE_GETREGSET, NT_PRSTATUS as usize, (&raw mut area).addr())?;
        Regs::from_words(&words, area.iov_len).ok_or(TraceError::Refused(Errno::EINVAL))
    }

    /// Sets the general registers; they must be of the width the thread runs in.
    pub fn set_regs(&self, regs: &Regs) -> Result<(), TraceError> {
        let (bytes, len) = regs.raw();
        // The kernel only reads through it; `iovec` has no const form.
        let mut area = libc::iovec { iov_base: bytes.cast_mut().cast(), iov_len: len };
        self.request(libc::PTRACE_SETREGSET, NT_PRSTATUS as usize, (&raw mut area).addr()).map(drop)
    }

    /// The signals that the thread blocks. C: `PTRACE_GETSIGMASK`, since 3.11.
    pub fn signal_mask(&self) -> Result<SignalSet, TraceError> {
        let mut set = SignalSet::EMPTY;
        self.request(PTRACE_GETSIGMASK, size_of::<u64>(), (&raw mut set.0).addr())?;
        Ok(set)
    }

    /// Has the thread block these signals; those that are kept from it stay pending. C: `PTRACE_SETSIGMASK`, since 3.11.
    pub fn set_signal_mask(&self, set: SignalSet) -> Result<(), TraceError> {
        self.request(PTRACE_SETSIGMASK, size_of::<u64>(), (&raw const set.0).addr()).map(drop)
    }

    /// The thread's classic seccomp filter, 0 being the one installed first (ptrace(2) has it the other way
    /// around, the kernel's `get_nth_filter` counts from the oldest); `None` past the last one.
    ///
    /// C: `PTRACE_SECCOMP_GET_FILTER`, since 4.4. EACCES without `CAP_SYS_ADMIN`, or for a tracer that is
    /// itself under seccomp; EINVAL for a thread without a filter; EIO where the kernel was built without
    /// `CONFIG_CHECKPOINT_RESTORE`.
    pub fn seccomp_filter(&self, index: usize) -> Result<Option<Vec<Insn>>, TraceError> {
        // The kernel copies the whole filter without asking for the room, and another thread of the tracee
        // may change which filter has this index (TSYNC): so there is room for the longest.
        let mut insns = vec![Insn { code: 0, jt: 0, jf: 0, k: 0 }; BPF_MAXINSNS];
        match self.request(PTRACE_SECCOMP_GET_FILTER, index, insns.as_mut_ptr().addr()) {
            Ok(len) => {
                insns.truncate(len as usize);
                Ok(Some(insns))
            }
            Err(TraceError::Refused(Errno::ENOENT)) => Ok(None),
            Err(other) => Err(other),
        }
    }
}

/// The longest filter the kernel takes, in instructions.
const BPF_MAXINSNS: usize = 4096;

fn low_bytes(word: u64) -> [u8; 4] {
    let [a, b, c, d, ..] = word.to_ne_bytes();
    [a, b, c, d]
}
