//! The threads whose calls a worker served last. Most calls come from the same few, so their pidfds and their
//! opened status files are kept. Either may be of an earlier thread with the same number, now gone: then it answers
//! ESRCH for ever.

use callgate_abi::Errno;
use callgate_sys::pidfd;
use rustix::fs::{CWD, Mode, OFlags};
use std::cell::{OnceCell, RefCell};
use std::collections::VecDeque;
use std::os::fd::{AsFd, OwnedFd};
use std::rc::Rc;

/// How many each worker remembers.
const KEPT: usize = 4;

/// What is kept of a thread.
struct Known {
    tid: u32,
    pidfd: OnceCell<OwnedFd>,
    status: OnceCell<OwnedFd>,
}

thread_local! {
    static LAST: RefCell<VecDeque<Rc<Known>>> = const { RefCell::new(VecDeque::new()) };
}

/// Takes a copy of a thread's descriptor, as [`pidfd::getfd`]. EINVAL before 6.9, which has no pidfds of threads.
pub(crate) fn descriptor(tid: u32, fd: i32) -> Result<OwnedFd, Errno> {
    with(tid, |known| pidfd::getfd(opened(&known.pidfd, || pidfd::open(tid, true))?.as_fd(), fd))
}

/// Reads the beginning of a thread's status (proc(5)); the kernel composes it anew each time.
pub(crate) fn status(tid: u32, top: &mut [u8]) -> Result<usize, Errno> {
    let open = || {
        let path = format!("/proc/{tid}/status");
        rustix::fs::openat(CWD, path, OFlags::RDONLY | OFlags::CLOEXEC, Mode::empty()).map_err(gone)
    };
    with(tid, |known| rustix::io::pread(opened(&known.status, open)?, &mut *top, 0).map_err(gone))
}

/// Forgets all of them: a worker that waits for somebody holds no descriptors that it does not need.
pub(crate) fn clear() {
    LAST.with_borrow_mut(VecDeque::clear);
}

/// Asks what is known of a thread; once more where that was an earlier one.
fn with<T>(tid: u32, mut ask: impl FnMut(&Known) -> Result<T, Errno>) -> Result<T, Errno> {
    match ask(&known(tid)) {
        Err(Errno::ESRCH) => {
            LAST.with_borrow_mut(|last| last.retain(|known| known.tid != tid));
            ask(&known(tid))
        }
        result => result,
    }
}

fn known(tid: u32) -> Rc<Known> {
    LAST.with_borrow_mut(|last| {
        if let Some(known) = last.iter().find(|known| known.tid == tid) {
            return Rc::clone(known);
        }
        let known = Rc::new(Known { tid, pidfd: OnceCell::new(), status: OnceCell::new() });
        last.truncate(KEPT - 1);
        last.push_front(Rc::clone(&known));
        known
    })
}

fn opened(
    cell: &OnceCell<OwnedFd>,
    open: impl FnOnce() -> Result<OwnedFd, Errno>,
) -> Result<&OwnedFd, Errno> {
    if let Some(file) = cell.get() {
        return Ok(file);
    }
    let file = open()?;
    Ok(cell.get_or_init(|| file))
}

/// A thread's folder in /proc that is not there is that of a thread that is gone.
fn gone(errno: rustix::io::Errno) -> Errno {
    if errno == rustix::io::Errno::NOENT { Errno::ESRCH } else { crate::stop::errno_of(errno) }
}

#[cfg(test)]
mod tests {
    use super::{LAST, VecDeque, clear, descriptor, known, status};
    use callgate_abi::Errno;
    use std::process::{Command, Stdio};
    use std::rc::Rc;

    #[test]
    fn the_last_are_kept() {
        let own = rustix::thread::gettid().as_raw_pid() as u32;
        let mut top = [0; 64];
        let count = status(own, &mut top).unwrap();
        assert!(top[..count].starts_with(b"Name:"));
        let before = known(own);
        assert!(before.status.get().is_some() && Rc::ptr_eq(&before, &known(own)));
        for other in 1..=super::KEPT as u32 {
            known(other);
        }
        assert!(!Rc::ptr_eq(&before, &known(own)), "others came between");
        clear();
        assert!(LAST.with_borrow(VecDeque::is_empty));
    }

    /// What is left of a thread that is gone is not taken for one that has its number now.
    #[test]
    fn one_that_is_gone_is_asked_again() {
        let mut child = Command::new("cat").stdin(Stdio::piped()).spawn().unwrap();
        let (tid, mut top) = (child.id(), [0; 64]);
        status(tid, &mut top).unwrap();
        let before = known(tid);
        let copy = descriptor(tid, 0);
        assert!(copy.is_ok() || copy.is_err_and(|errno| errno == Errno::EINVAL), "EINVAL before 6.9");
        drop(child.stdin.take());
        child.wait().unwrap();
        assert_eq!(status(tid, &mut top), Err(Errno::ESRCH));
        assert!(!Rc::ptr_eq(&before, &known(tid)));
    }
}
