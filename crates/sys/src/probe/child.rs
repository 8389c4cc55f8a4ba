//! Processes made to try something.

use crate::errno::{check, retry};
use crate::wait::{self, Change, Ending, Options, Which};
use callgate_abi::Errno;

/// What came of a trial.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It worked.
    Done,
    /// It failed with this.
    Failed(Errno),
    /// The trying process was killed by this signal.
    Died(i32),
}

impl Outcome {
    pub(super) fn of(result: Result<(), Errno>) -> Outcome {
        result.map_or_else(Outcome::Failed, |()| Outcome::Done)
    }
}

/// Status of a child whose trial failed with an errno that no status can hold.
const UNSPEAKABLE: i32 = 255;

/// A child process that runs `trial` and ends with its errno as status; it never returns in the child.
///
/// `trial` must only make calls: this process may have other threads, whose locks the child would find taken.
pub(crate) fn fork(trial: impl FnOnce() -> Result<(), Errno>) -> Result<u32, Errno> {
    // SAFETY: the child runs `trial`, which allocates nothing and takes no lock, and ends by _exit: nothing of
    // the other threads' state is touched.
    let pid = check(unsafe { libc::fork() }.into())?;
    if pid == 0 {
        let status = match trial() {
            Ok(()) => 0,
            Err(errno) if (1..UNSPEAKABLE).contains(&i32::from(errno.0)) => i32::from(errno.0),
            Err(_) => UNSPEAKABLE,
        };
        // SAFETY: it ends this process, the child, and runs nothing of the parent's at its exit.
        unsafe { libc::_exit(status) }
    }
    Ok(pid as u32)
}

/// How a child of [`fork`] came out; reaps it.
pub(super) fn outcome(pid: u32) -> Outcome {
    match retry(|| wait::wait(Which::Pid(pid), Options::default())) {
        Ok(Some((_, Change::Ended(Ending::Exited(0))))) => Outcome::Done,
        Ok(Some((_, Change::Ended(Ending::Exited(status))))) => Outcome::Failed(Errno(u16::from(status))),
        Ok(Some((_, Change::Ended(Ending::Signaled { signal, .. })))) => Outcome::Died(signal),
        Ok(_) => Outcome::Failed(Errno::EIO),
        Err(errno) => Outcome::Failed(errno),
    }
}

/// Runs a trial in a child.
pub(super) fn try_in_child(trial: impl FnOnce() -> Result<(), Errno>) -> Outcome {
    match fork(trial) {
        Ok(pid) => outcome(pid),
        Err(errno) => Outcome::Failed(errno),
    }
}

/// Kills and reaps a child.
pub(super) fn end(pid: u32) {
    // SAFETY: only numbers are passed; the child is not reaped yet, so the number is still its.
    unsafe { libc::kill(pid as i32, libc::SIGKILL) };
    wait::reap(pid);
}
