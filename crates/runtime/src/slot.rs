//! What one worker is doing, for the watchdog to see without a lock.

use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};

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
    /// The notification whose caller is gone, and the one whose caller has a signal. By id, so that a
    /// reason found for one call is never taken for the next.
    gone: AtomicU64,
    signalled: AtomicU64,
}

impl Slot {
    pub(crate) fn begin(&self, id: u64, caller: u32) {
        self.caller.store(caller, Ordering::Relaxed);
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

    /// Says why the call with this id is to be given up.
    pub(crate) fn cancel(&self, reason: Cancel, id: u64) {
        match reason {
            Cancel::Gone => self.gone.store(id, Ordering::SeqCst),
            Cancel::Signal => self.signalled.store(id, Ordering::SeqCst),
        }
    }

    /// Why the present call is to be given up, if it is.
    pub(crate) fn cancelled(&self) -> Option<Cancel> {
        let id = self.id.load(Ordering::SeqCst);
        if self.gone.load(Ordering::SeqCst) == id {
            Some(Cancel::Gone)
        } else if self.signalled.load(Ordering::SeqCst) == id {
            Some(Cancel::Signal)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cancel, Slot};

    #[test]
    fn a_reason_belongs_to_one_call() {
        let slot = Slot::default();
        slot.begin(7, 1);
        slot.cancel(Cancel::Gone, 7);
        assert_eq!(slot.cancelled(), Some(Cancel::Gone));
        slot.end();
        slot.begin(8, 1);
        assert_eq!(slot.cancelled(), None, "the reason was for call 7");
        slot.cancel(Cancel::Gone, 7);
        assert_eq!(slot.cancelled(), None, "and came late");
        slot.cancel(Cancel::Signal, 8);
        assert_eq!(slot.cancelled(), Some(Cancel::Signal));
    }
}
