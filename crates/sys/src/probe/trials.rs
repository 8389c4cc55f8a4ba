//! The trials: each thing done once, for real.

use super::child::{Outcome, end, fork, outcome, try_in_child};
use crate::errno::{last, of_rustix};
use crate::listener::{Delivery, FdDelivery, Listener, Notification, Received, Response};
use crate::seccomp::{InstallFlags, install_with_listener};
use crate::{memory, process, ptrace, thread};
use callgate_abi::{Abi, Action, Errno, Sysno};
use callgate_bpf::{Insn, Program};
use std::os::fd::{AsFd, BorrowedFd};

/// What a ptrace request on a thread that is no tracee gives: ESRCH where ptrace is allowed at all.
pub(super) fn ptrace_call() -> Errno {
    // SAFETY: only numbers are passed, and this thread does not trace itself: the request cannot take effect.
    let result = unsafe {
        libc::syscall(
            libc::SYS_ptrace,
            libc::PTRACE_CONT as usize,
            thread::gettid() as usize,
            0_usize,
            0_usize,
        )
    };
    if result < 0 { last() } else { Errno::ESRCH }
}

/// A filter that asks the listener about getppid, which nothing here calls by accident.
fn asking_filter() -> Option<Program> {
    let number = Sysno::from_name(Abi::NATIVE, "getppid")?.nr;
    Program::new(vec![
        Insn::ld_abs(0),
        Insn::jeq(number, 0, 1),
        Insn::ret(Action::UserNotif.to_ret()),
        Insn::ret(Action::Allow.to_ret()),
    ])
    .ok()
}

/// Whether a filter with a listener can be installed.
pub(super) fn listener() -> Outcome {
    let Some(filter) = asking_filter() else { return Outcome::Failed(Errno::ENOSYS) };
    try_in_child(|| {
        process::set_no_new_privs()?;
        install_with_listener(&filter, false, InstallFlags::default()).map(drop)
    })
}

/// What came of answering real notifications.
pub(super) struct Notified {
    pub(super) installed: Outcome,
    pub(super) answered: Outcome,
    pub(super) added: Outcome,
    pub(super) sent: Outcome,
    pub(super) synced: Outcome,
}

const STEPS: usize = 5;
const UNTRIED: u8 = u8::MAX;

/// A child installs a filter with a listener, and answers for a child of its own: a value, a descriptor, a
/// descriptor as the answer. The results come through a pipe, one byte a step: 0 or an errno.
pub(super) fn notification() -> Notified {
    let mut steps = [UNTRIED; STEPS];
    let result = notify_in_child(&mut steps);
    let outcome = |at: usize| match (steps[at], result) {
        (0, _) => Outcome::Done,
        (UNTRIED, Err(errno)) => Outcome::Failed(errno),
        (UNTRIED, Ok(Outcome::Died(signal))) => Outcome::Died(signal),
        (UNTRIED, Ok(_)) => Outcome::Failed(Errno::EIO),
        (errno, _) => Outcome::Failed(Errno(u16::from(errno))),
    };
    Notified {
        installed: outcome(0),
        synced: outcome(1),
        answered: outcome(2),
        added: outcome(3),
        sent: outcome(4),
    }
}

fn notify_in_child(steps: &mut [u8; STEPS]) -> Result<Outcome, Errno> {
    let filter = asking_filter().ok_or(Errno::ENOSYS)?;
    let (read, write) = rustix::pipe::pipe_with(rustix::pipe::PipeFlags::CLOEXEC).map_err(of_rustix)?;
    // Asked for here, since the child should find it known.
    super::kernel_version();
    let pid = fork(|| supervise(&filter, read.as_fd(), write.as_fd()))?;
    drop(write);
    for step in steps {
        let mut byte = [UNTRIED];
        if !matches!(rustix::io::read(&read, &mut byte), Ok(1)) {
            break;
        }
        [*step] = byte;
    }
    Ok(outcome(pid))
}

/// The child: it answers, and tells each step.
fn supervise(filter: &Program, source: BorrowedFd<'_>, report: BorrowedFd<'_>) -> Result<(), Errno> {
    let tell = |result: Result<(), Errno>| {
        let byte = result.map_or_else(|errno| errno.0.min(254) as u8, |()| 0);
        let _ = rustix::io::write(report, &[byte]);
        result
    };
    process::set_no_new_privs()?;
    let installed = install_with_listener(filter, false, InstallFlags::default());
    tell(installed.as_ref().map(|_| ()).map_err(|errno| *errno))?;
    let listener = Listener::new(installed?)?;
    let _ = tell(listener.set_sync_wake_up());
    let target = fork(|| {
        ask();
        ask();
        ask();
        Ok(())
    })?;
    let answered = serve(&listener, |notification| delivered(notification.respond(Response::Value(0))));
    let _ = tell(answered);
    let added = serve(&listener, |notification| {
        let added = notification.add_fd(source, true, None).map(drop);
        delivered(notification.respond(Response::Value(0)))?;
        added
    });
    let _ = tell(added);
    let sent = serve(&listener, |notification| match notification.send_fd(source, true) {
        Ok(FdDelivery::Done(_)) => Ok(()),
        Ok(FdDelivery::TargetGone) => Err(Errno::ESRCH),
        Err((notification, errno)) => {
            let _ = notification.respond(Response::Value(0));
            Err(errno)
        }
    });
    let _ = tell(sent);
    end(target);
    Ok(())
}

/// Makes the call that the filter asks about.
fn ask() {
    // SAFETY: no arguments, no effect.
    unsafe { libc::syscall(libc::SYS_getppid) };
}

fn serve(
    listener: &Listener,
    answer: impl FnOnce(Notification<'_>) -> Result<(), Errno>,
) -> Result<(), Errno> {
    loop {
        match listener.recv()? {
            Received::Notification(notification) => return answer(notification),
            Received::Interrupted => {}
            Received::Gone | Received::Closed => return Err(Errno::ESRCH),
        }
    }
}

fn delivered(delivery: Delivery) -> Result<(), Errno> {
    match delivery {
        Delivery::Done => Ok(()),
        Delivery::TargetGone => Err(Errno::ESRCH),
    }
}

/// Sleeps until killed.
fn sleep_on() -> Result<(), Errno> {
    loop {
        // SAFETY: no arguments; it only sleeps.
        unsafe { libc::pause() };
    }
}

/// Whether a child can be seized, in a child, which is then the tracer.
pub(super) fn seize() -> Outcome {
    try_in_child(|| {
        let target = fork(sleep_on)?;
        let seized = ptrace::seize(target, 0).map(drop);
        end(target);
        seized
    })
}

/// Whether a child's memory can be read.
pub(super) fn read_child() -> Outcome {
    let word = 0x5eed_u16;
    let address = (&raw const word).addr() as u64;
    match fork(sleep_on) {
        Ok(target) => {
            let mut copy = [0; 2];
            let result = memory::read_exact(target, address, &mut copy);
            end(target);
            Outcome::of(result)
        }
        Err(errno) => Outcome::Failed(errno),
    }
}

/// Whether 32-bit calls work.
pub(super) fn ia32() -> Outcome {
    try_in_child(|| {
        let pid = crate::arch::i386_getpid();
        match pid {
            1.. => Ok(()),
            _ => Err(Errno((-pid) as u16)),
        }
    })
}
