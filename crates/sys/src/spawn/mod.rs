//! Starting the target: from nothing to its first instruction, under its filter.
//!
//! The child is cloned sharing this process's memory and, where the filter has a listener, its
//! descriptors (`CLONE_VM`, `CLONE_FILES`), as posix_spawn(3) does, on a stack of its own. So:
//! - the start costs no copy of page tables, however large the supervisor is;
//! - the listener that `seccomp(NEW_LISTENER)` returns in the child *is* a descriptor of this process. No call
//!   passes it, so no call for that needs to be allowed; the exec takes the child its own table and closes
//!   the close-on-exec listener there, so the target never holds it;
//! - errors come back in memory.
//!
//! Nothing is allocated between clone and exec, and the child makes raw calls only. After the filter is in
//! force it makes these calls, each with a secret number as its unused sixth argument, by which the filter
//! lets callgate's own calls pass, once and no others ([`launch_calls`]):
//! `close_range` (unshares the table and marks what the target shall not inherit), `dup3` (its standard
//! streams), `prlimit64` (`RLIMIT_NOFILE`, which before would count against the listener), `execveat`, and,
//! when that fails, `exit_group`: a filter that kills it would, before 5.16, dump the core of every process that
//! shares the memory.

mod child;
mod error;
mod guardian;
mod stack;

pub use error::{SpawnError, Stage};
pub use guardian::{GUARDIAN_NAME, Guardian};

use crate::errno::{check, of_rustix, retry};
use crate::layout::{CLONE_FILES, CLONE_PIDFD, CLONE_VFORK, CLONE_VM};
use crate::ptrace::{self, Stop, Stopped, Tracee, Waited};
use crate::seccomp::{InstallFlags, fprog, listener_bits};
use crate::signal::{SignalSet, block_all};
use crate::wait::{self, Change, Ending, Options, Which};
use callgate_abi::{Abi, Action, Errno, SeccompData, Sysno};
use callgate_bpf::{Program, interp};
use child::{Orders, Report};
use stack::Stack;
use std::ffi::{CStr, CString};
use std::os::fd::{AsRawFd, BorrowedFd, FromRawFd, OwnedFd};
use std::ptr::null;

/// A limit to set in the target: C's `RLIMIT_*` number, soft and hard limit (`u64::MAX` is none).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// `RLIMIT_*` (getrlimit(2)).
    pub resource: u32,
    /// The soft limit, in the resource's unit.
    pub soft: u64,
    /// The hard limit, in the resource's unit.
    pub hard: u64,
}

/// How to start a target. [`Spawn::new`] gives the plain form; set what differs.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing that is done or left")]
pub struct Spawn<'a> {
    /// The program, absolute or relative to `cwd`; not searched for in `PATH`.
    pub program_path: &'a CStr,
    /// Its arguments, the first being its name.
    pub argv: &'a [CString],
    /// Its environment, `NAME=value`.
    pub envp: &'a [CString],
    /// Its filter. Without one nothing is restricted.
    pub filter: Option<&'a Program>,
    /// How the filter is installed. `tsync` makes no sense here and is not used.
    pub filter_flags: InstallFlags,
    /// Whether no_new_privs goes before the filter or the ruleset; on. Without it the kernel wants
    /// `CAP_SYS_ADMIN`, and set-user-ID programs keep their effect.
    pub no_new_privs: bool,
    /// Whether the filter gets a listener, [`Spawned::listener`].
    pub listener: bool,
    /// With a listener: once received, only a fatal signal ends a call's wait. Since 5.19.
    pub wait_killable: bool,
    /// The secret number by which the filter lets [`launch_calls`] pass.
    pub nonce: u64,
    /// A ruleset that keeps signals inside (`LANDLOCK_SCOPE_SIGNAL`, since 6.12), for the domain of a guardian and the
    /// run; [`Spawn::landlock`], which must keep them inside too, is then a domain within. Only with a listener.
    pub guardian: Option<BorrowedFd<'a>>,
    /// A ruleset to put in force before the filter.
    pub landlock: Option<BorrowedFd<'a>>,
    /// What becomes descriptors 0, 1 and 2; `None` leaves this process's.
    pub stdio: [Option<BorrowedFd<'a>>; 3],
    /// Whether descriptors above 2 that are not close-on-exec are kept from the target, but for
    /// those in `inherit`. On: a descriptor somebody forgot is a side door around every path rule. Where on,
    /// it needs 5.11 (`CLOSE_RANGE_CLOEXEC`).
    pub close_inherited: bool,
    /// Descriptors above 2 that the target shall have. They must not be close-on-exec.
    pub inherit: &'a [BorrowedFd<'a>],
    /// The working directory; `None` leaves the calling thread's.
    pub cwd: Option<&'a CStr>,
    /// Limits to set.
    pub rlimits: &'a [Limit],
    /// `Some(0)` makes the target lead a process group of its own, another number joins that group.
    pub process_group: Option<u32>,
    /// The signals blocked in the target; `None` leaves the calling thread's mask.
    pub signal_mask: Option<SignalSet>,
    /// Signals to give their default effect. Those with a handler here always get it; ignored ones stay
    /// ignored, as for any exec. SIGPIPE by default, since Rust's runtime ignores it.
    pub default_signals: SignalSet,
    /// Signal to the target when the *thread* that spawns it ends; SIGKILL by default, so that nothing runs on
    /// unsupervised. That thread must live as long as the run.
    pub parent_death_signal: Option<i32>,
    /// Has the child seized with these `PTRACE_O_*` before any filter is in force; it is then returned
    /// stopped at its exec ([`Spawned::tracee`]), and the calling thread is its tracer.
    /// `PTRACE_O_TRACEEXEC` is added.
    pub hold_for_tracer: Option<u32>,
}

impl<'a> Spawn<'a> {
    /// A program with its arguments and environment, unrestricted.
    pub fn new(program_path: &'a CStr, argv: &'a [CString], envp: &'a [CString]) -> Spawn<'a> {
        Spawn {
            program_path,
            argv,
            envp,
            filter: None,
            filter_flags: InstallFlags::default(),
            no_new_privs: true,
            listener: false,
            wait_killable: false,
            nonce: 0,
            guardian: None,
            landlock: None,
            stdio: [None; 3],
            close_inherited: true,
            inherit: &[],
            cwd: None,
            rlimits: &[],
            process_group: None,
            signal_mask: None,
            default_signals: SignalSet::of(&[libc::SIGPIPE]),
            parent_death_signal: Some(libc::SIGKILL),
            hold_for_tracer: None,
        }
    }

    fn redirects(&self) -> bool {
        self.stdio.iter().any(Option::is_some)
    }

    /// The calls this start makes under the filter, of those in [`launch_calls`].
    fn calls_made(&self) -> Vec<&'static str> {
        let mut calls = vec!["execveat"];
        if self.listener && (self.close_inherited || self.redirects()) {
            calls.push("close_range");
        }
        if self.listener && self.redirects() {
            calls.push("dup3");
        }
        if self.listener && self.rlimits.iter().any(|limit| limit.resource == libc::RLIMIT_NOFILE) {
            calls.push("prlimit64");
        }
        calls
    }
}

/// The calls that a filter for [`spawn`] must allow when their sixth argument is the nonce, whatever the
/// policy says of them. Without a listener the others happen before the filter is in force.
pub fn launch_calls(listener: bool) -> &'static [&'static str] {
    if listener {
        &["execveat", "exit_group", "close_range", "dup3", "prlimit64"]
    } else {
        &["execveat", "exit_group"]
    }
}

/// A started target.
#[derive(Debug)]
pub struct Spawned {
    /// Its process id.
    pub pid: u32,
    /// Its pidfd, close-on-exec.
    pub pidfd: OwnedFd,
    /// Its filter's listener, where asked for; close-on-exec.
    pub listener: Option<OwnedFd>,
    /// The target stopped at its exec, where it was held for a tracer.
    pub tracee: Option<Tracee<Stopped>>,
    /// The run's guardian, where asked for. It is a child of this process that ends without SIGCHLD, and only
    /// waits with `__WALL` or `__WCLONE` see it.
    pub guardian: Option<Guardian>,
}

/// Starts a target and returns once its exec has succeeded.
///
/// A script without `#!` (ENOEXEC) is run by `/bin/sh`, as execvp(3) does. The thread must not be one whose
/// descriptors another thread closes meanwhile. On an error nothing is left: no process, no descriptor.
pub fn spawn(spawn: &Spawn<'_>) -> Result<Spawned, SpawnError> {
    if let Some(filter) = spawn.filter {
        check_launch(filter, spawn)?;
    }
    let failed = |stage| move |errno| SpawnError::Failed { stage, errno };
    let stdio = redirected(&spawn.stdio).map_err(failed(Stage::Descriptors))?;
    let argv = pointers(spawn.argv);
    let envp = pointers(spawn.envp);
    let shell_argv = shell_pointers(spawn);
    let cloexec_ranges = gaps(if spawn.close_inherited { Some(spawn.inherit) } else { None });
    let prog = spawn.filter.map(fprog);
    let flags = InstallFlags { tsync: false, ..spawn.filter_flags };
    let stack = Stack::new().map_err(failed(Stage::Clone))?;
    let has_listener = spawn.listener && prog.is_some();
    let guardian = spawn.guardian.filter(|_| has_listener).map(|ruleset| Ok((ruleset, Stack::new()?)));
    let guardian = guardian.transpose().map_err(failed(Stage::Guardian))?;
    let report = Report::new();

    // Blocked before the clone and unblocked by the child after its handlers are gone: a handler that ran in
    // the child would run on this process's memory.
    let blocked = block_all();
    let orders = Orders {
        report: &raw const report,
        hold: spawn.hold_for_tracer.is_some(),
        parent: std::process::id(),
        process_group: spawn.process_group,
        parent_death_signal: spawn.parent_death_signal,
        default_signals: spawn.default_signals,
        mask: spawn.signal_mask.unwrap_or(blocked.before()),
        limits: spawn.rlimits,
        cwd: spawn.cwd.map_or(null(), CStr::as_ptr),
        no_new_privs: spawn.no_new_privs,
        guardian: guardian.as_ref().map(|(ruleset, stack)| guardian::Orders {
            ruleset: ruleset.as_raw_fd(),
            stack_top: stack.top(),
        }),
        landlock: spawn.landlock.map(|fd| fd.as_raw_fd()),
        filter: prog.as_ref().map_or(null(), std::ptr::from_ref),
        filter_bits: if spawn.listener { listener_bits(spawn.wait_killable, flags) } else { flags.bits() },
        listener: has_listener,
        stdio: std::array::from_fn(|at| stdio[at].as_ref().map(AsRawFd::as_raw_fd)),
        cloexec_ranges: &cloexec_ranges,
        nonce: spawn.nonce,
        path: spawn.program_path.as_ptr(),
        argv: argv.as_ptr(),
        shell_argv: shell_argv.as_ptr(),
        envp: envp.as_ptr(),
    };
    let (pid, pidfd) = clone_child(&orders, &stack).map_err(failed(Stage::Clone))?;
    let held = match spawn.hold_for_tracer {
        Some(options) => attend(pid, options, &report).map(Some),
        None => Ok(None),
    };
    // The child has exec'd or ended: stack, report and orders are this process's alone again.
    drop(blocked);
    drop(stack);

    // SAFETY: the number was returned by seccomp in the child while it shared this process's table, so it is a
    // descriptor of this process, and nobody else was told of it.
    let listener = report.listener().map(|fd| unsafe { OwnedFd::from_raw_fd(fd) });
    let guardian = guardian.zip(report.guardian()).map(|((_, stack), pid)| Guardian::new(pid, stack));
    let failure = report.failure();
    let ended = match held {
        Ok(tracee) if failure.is_none() => {
            if tracee.is_some() || report.reached_exec() {
                return Ok(Spawned { pid, pidfd, listener, tracee, guardian });
            }
            wait::reap(pid)
        }
        Ok(_) | Err(Attended::Ended(None)) => wait::reap(pid),
        Err(Attended::Ended(ending)) => ending,
        Err(Attended::Refused(errno)) => return Err(SpawnError::Failed { stage: Stage::Seize, errno }),
    };
    Err(match (failure, ended) {
        (Some((Stage::Filter, Errno::EBUSY)), _) => SpawnError::ListenerExists,
        (Some((stage, errno)), _) => SpawnError::Failed { stage, errno },
        (None, Some(Ending::Signaled { signal, .. })) => SpawnError::Died { stage: report.stage(), signal },
        (None, _) => SpawnError::Died { stage: report.stage(), signal: libc::SIGKILL },
    })
}

/// Clones the child and, unless it is held, sleeps until its exec or end.
fn clone_child(orders: &Orders<'_>, stack: &Stack) -> Result<(u32, OwnedFd), Errno> {
    // Without an exit signal, which a guardian has from here. The child's own becomes SIGCHLD at its exec.
    let mut flags = CLONE_VM | CLONE_PIDFD;
    if !orders.hold {
        flags |= CLONE_VFORK;
    }
    if orders.listener {
        flags |= CLONE_FILES;
    }
    let mut pidfd: libc::c_int = -1;
    // SAFETY: the child runs `child::main` on a stack of its own, and `spawn` keeps the orders, what they
    // point at and the stack alive until the child has exec'd or ended (by CLONE_VFORK, or by
    // `attend`). `child::main` makes raw calls only, never unwinds and never returns. With
    // CLONE_PIDFD the kernel writes one int to the first extra argument, which is valid for it.
    let pid = check(
        unsafe {
            libc::clone(
                child::main,
                stack.top(),
                flags as libc::c_int,
                std::ptr::from_ref(orders).cast_mut().cast(),
                &raw mut pidfd,
            )
        }
        .into(),
    )?;
    // SAFETY: on success the kernel put a new descriptor there, known to nobody else.
    Ok((pid as u32, unsafe { OwnedFd::from_raw_fd(pidfd) }))
}

/// Why a held child did not come to its exec.
enum Attended {
    /// It ended; the ending, when it was reaped here.
    Ended(Option<Ending>),
    /// It could not be seized, was told so, and has ended.
    Refused(Errno),
}

/// Seizes the held child, lets it go on and waits for its exec.
fn attend(pid: u32, options: u32, report: &Report) -> Result<Tracee<Stopped>, Attended> {
    let seized = ptrace::seize(pid, options | crate::layout::PTRACE_O_TRACEEXEC);
    report.open_gate(seized.is_ok());
    if let Err(errno) = seized {
        // Reaped here: the caller frees the memory that the child runs on.
        wait::reap(pid);
        return Err(Attended::Refused(errno));
    }
    loop {
        let (tracee, stop) = match retry(|| ptrace::wait_for(pid)) {
            Ok(Waited::Stopped(tracee, stop)) => (tracee, stop),
            Ok(Waited::Ended(_, ending)) => return Err(Attended::Ended(Some(ending))),
            Err(_) => return Err(Attended::Ended(None)),
        };
        let resumed = match stop {
            Stop::Exec => return Ok(tracee),
            Stop::Signal(signal) => tracee.cont(signal),
            Stop::Group(_) => tracee.listen(),
            _ => tracee.cont(0),
        };
        // A tracee that died meanwhile is reported by the next wait.
        drop(resumed);
    }
}

/// Refuses a filter that would stop or hang the start: better a message than a child that waits for a
/// supervisor which waits for the child.
fn check_launch(filter: &Program, spawn: &Spawn<'_>) -> Result<(), SpawnError> {
    for call in spawn.calls_made() {
        let Some(sysno) = Sysno::from_name(Abi::NATIVE, call) else { continue };
        let data = SeccompData {
            nr: sysno.nr as i32,
            arch: Abi::NATIVE.audit_arch(),
            instruction_pointer: 0,
            args: [0, 0, 0, 0, 0, spawn.nonce],
        };
        match Action::from_ret(interp::run(filter, &data)) {
            Action::Allow | Action::Log => {}
            action => return Err(SpawnError::FilterStopsLaunch { call, action }),
        }
    }
    Ok(())
}

/// The pointers of a C argument list, with the null at its end.
fn pointers(strings: &[CString]) -> Vec<*const libc::c_char> {
    strings.iter().map(|string| string.as_ptr()).chain([null()]).collect()
}

/// The arguments with which /bin/sh runs the program as a script.
fn shell_pointers(spawn: &Spawn<'_>) -> Vec<*const libc::c_char> {
    [c"/bin/sh".as_ptr(), spawn.program_path.as_ptr()]
        .into_iter()
        .chain(spawn.argv.iter().skip(1).map(|argument| argument.as_ptr()))
        .chain([null()])
        .collect()
}

/// Copies of the redirections with numbers from 3 up, so that no dup3 overwrites a later one's source.
fn redirected(stdio: &[Option<BorrowedFd<'_>>; 3]) -> Result<[Option<OwnedFd>; 3], Errno> {
    let copy =
        |at: usize| stdio[at].map(|fd| rustix::io::fcntl_dupfd_cloexec(fd, 3).map_err(of_rustix)).transpose();
    Ok([copy(0)?, copy(1)?, copy(2)?])
}

/// The ranges of descriptors from 3 up but those kept; `None` keeps all.
fn gaps(keep: Option<&[BorrowedFd<'_>]>) -> Vec<(u32, u32)> {
    let Some(keep) = keep else { return Vec::new() };
    let mut kept: Vec<u32> = keep.iter().map(|fd| fd.as_raw_fd() as u32).filter(|fd| *fd >= 3).collect();
    kept.sort_unstable();
    let mut ranges = Vec::with_capacity(kept.len() + 1);
    let mut from = 3;
    for fd in kept {
        if fd > from {
            ranges.push((from, fd - 1));
        }
        from = from.max(fd + 1);
    }
    ranges.push((from, u32::MAX));
    ranges
}

/// Whether a child that is not traced has already ended, without reaping it.
pub fn has_ended(spawned: &Spawned) -> Result<bool, Errno> {
    let options = Options { no_hang: true, keep: true, job_control: false };
    let seen = retry(|| wait::wait(Which::Pid(spawned.pid), options))?;
    Ok(matches!(seen, Some((_, Change::Ended(_)))))
}
