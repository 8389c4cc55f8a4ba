//! What one worker is doing, for the watchdog to see without a lock.

use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU32, AtomicU64, Ordering};

/// Why the watchdog interrupts a blocked worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cancel {
    /// The caller died or left.
    Gone,
    /// The caller has a signal to handle.
    Signal,
}

/// One worker's state. All fields are independent words: the watchdog acts on what it reads twice, one
/// tick apart, and a wrong guess costs one spurious EINTR, which the worker retries.
#[derive(Debug, Default)]
pub(crate) struct Slot {
    /// The worker's thread id, for tgkill(2).
    pub(crate) worker: AtomicU32,
    /// The notification it serves; 0 while idle.
    id: AtomicU64,
    /// The caller of that notification.
    caller: AtomicU32,
    /// Counts the notifications served.
    epoch: AtomicU64,
    /// Whether it holds the receiver's place.
    leading: AtomicBool,
    /// Whether it is inside a call that may block and is to be interrupted for the caller's sake.
    blocking: AtomicBool,
    cancel: AtomicU8,
}

impl Slot {
    pub(crate) fn begin(&self, id: u64, caller: u32) {
        self.caller.store(caller, Ordering::Relaxed);
        self.cancel.store(0, Ordering::Relaxed);
        self.epoch.fetch_add(1, Ordering::Relaxed);
        // Sequentially consistent with the watchdog's last look before it parks.
        self.id.store(id, Ordering::SeqCst);
    }

    pub(crate) fn end(&self) {
        self.id.store(0, Ordering::Release);
    }

    /// The notification and its caller, while busy.
    pub(crate) fn busy(&self) -> Option<(u64, u32)> {
        match self.id.load(Ordering::SeqCst) {
            0 => None,
            id => Some((id, self.caller.load(Ordering::Relaxed))),
        }
    }

    pub(crate) fn epoch(&self) -> u64 {
        self.epoch.load(Ordering::Relaxed)
    }

    pub(crate) fn lead(&self) {
        self.leading.store(true, Ordering::SeqCst);
    }

    pub(crate) fn leads(&self) -> bool {
        self.leading.load(Ordering::SeqCst)
    }

    /// Takes the receiver's place from the worker; true when it had it.
    pub(crate) fn unseat(&self) -> bool {
        self.leading.swap(false, Ordering::SeqCst)
    }

    pub(crate) fn set_blocking(&self, blocking: bool) {
        self.blocking.store(blocking, Ordering::SeqCst);
    }

    pub(crate) fn blocking(&self) -> bool {
        self.blocking.load(Ordering::SeqCst)
    }

    pub(crate) fn cancel(&self, reason: Cancel) {
        self.cancel.store(if reason == Cancel::Gone { 1 } else { 2 }, Ordering::SeqCst);
    }

    pub(crate) fn cancelled(&self) -> Option<Cancel> {
        match self.cancel.load(Ordering::SeqCst) {
            1 => Some(Cancel::Gone),
            2 => Some(Cancel::Signal),
            _ => None,
        }
    }
}
