//! The threads whose calls a worker served last. Most calls come from the same few, so their pidfds are kept.

use callgate_abi::Errno;
use callgate_sys::pidfd;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::os::fd::OwnedFd;
use std::rc::Rc;

/// How many each worker remembers.
const KEPT: usize = 4;

thread_local! {
    static LAST: RefCell<VecDeque<(u32, Rc<OwnedFd>)>> = const { RefCell::new(VecDeque::new()) };
}

/// A thread's pidfd. It may be that of an earlier thread with the same number, now gone: then it answers
/// ESRCH, and is to be forgotten. EINVAL before 6.9, which has no pidfds of threads; ESRCH for one that is gone.
pub(crate) fn pidfd(tid: u32) -> Result<Rc<OwnedFd>, Errno> {
    LAST.with_borrow_mut(|last| {
        if let Some((_, pidfd)) = last.iter().find(|(known, _)| *known == tid) {
            return Ok(Rc::clone(pidfd));
        }
        let pidfd = Rc::new(pidfd::open(tid, true)?);
        last.truncate(KEPT - 1);
        last.push_front((tid, Rc::clone(&pidfd)));
        Ok(pidfd)
    })
}

/// Forgets a thread.
pub(crate) fn forget(tid: u32) {
    LAST.with_borrow_mut(|last| last.retain(|(known, _)| *known != tid));
}

/// Forgets all of them: a worker that waits for somebody holds no descriptors that it does not need.
pub(crate) fn clear() {
    LAST.with_borrow_mut(VecDeque::clear);
}

#[cfg(test)]
mod tests {
    use super::{clear, forget, pidfd};
    use callgate_abi::Errno;
    use std::rc::Rc;

    #[test]
    fn the_last_are_kept() {
        let own = rustix::thread::gettid().as_raw_pid() as u32;
        let first = pidfd(own);
        let Ok(first) = first else {
            assert_eq!(first.unwrap_err(), Errno::EINVAL, "only an old kernel has no pidfds of threads");
            return;
        };
        assert!(Rc::ptr_eq(&first, &pidfd(own).unwrap()));
        forget(own);
        assert!(!Rc::ptr_eq(&first, &pidfd(own).unwrap()));
        clear();
        assert_eq!(pidfd(u32::MAX >> 1).unwrap_err(), Errno::ESRCH);
    }
}
