//! Descriptors on their way from the tracer to a thread: the thread's next notified call is answered with it.

use std::collections::{HashMap, HashSet};
use std::os::fd::OwnedFd;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What the tracer and the workers tell each other.
#[derive(Debug, Default)]
pub(crate) struct Post(Mutex<Inside>);

#[derive(Debug, Default)]
struct Inside {
    descriptors: HashMap<u32, OwnedFd>,
    restarted: HashSet<u32>,
}

impl Post {
    fn lock(&self) -> MutexGuard<'_, Inside> {
        // A poisoned lock means a panic between two whole states.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// For a thread's next notified call.
    pub(super) fn put(&self, tid: u32, descriptor: OwnedFd) {
        self.lock().descriptors.insert(tid, descriptor);
    }

    /// What waits for a thread, if anything.
    pub(crate) fn take(&self, tid: u32) -> Option<OwnedFd> {
        self.lock().descriptors.remove(&tid)
    }

    /// A worker has found that a thread has a signal to handle, and gives its call back to the kernel.
    pub(crate) fn restarts(&self, tid: u32) {
        self.lock().restarted.insert(tid);
    }

    /// A thread has ended.
    pub(super) fn forget(&self, tid: u32) {
        let mut inside = self.lock();
        inside.descriptors.remove(&tid);
        inside.restarted.remove(&tid);
    }

    /// Whether one did since the last time.
    pub(super) fn was_restarted(&self, tid: u32) -> bool {
        self.lock().restarted.remove(&tid)
    }
}
