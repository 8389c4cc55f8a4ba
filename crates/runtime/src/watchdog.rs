//! Watches blocked workers for their callers' sake: a caller that died, or has a signal to handle, must
//! not wait for a FIFO that nobody opens (supervision.md, trap 8).

use crate::procfs::Status;
use crate::slot::{Cancel, Slot};
use crate::supervisor::Supervisor;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread::{self, Thread};
use std::time::Duration;

/// How often blocked workers are looked at. A native caller would see its signal at once; here within this.
const TICK: Duration = Duration::from_millis(5);
/// Ticks without any work after which the watchdog sleeps until a worker wakes it.
const RESTFUL: u32 = 200;

/// The watchdog's alarm clock.
#[derive(Debug, Default)]
pub(crate) struct Watchdog {
    asleep: AtomicBool,
    thread: OnceLock<Thread>,
}

impl Watchdog {
    /// Called by a worker that begins: costs one load while the watchdog is awake.
    pub(crate) fn wake(&self) {
        if self.asleep.load(Ordering::SeqCst)
            && self.asleep.swap(false, Ordering::SeqCst)
            && let Some(thread) = self.thread.get()
        {
            thread.unpark();
        }
    }

    /// Starts the thread; false when the system gives none.
    pub(crate) fn start(supervisor: &Arc<Supervisor>) -> bool {
        let watched = Arc::clone(supervisor);
        let thread = thread::Builder::new()
            .name("callgate-watch".into())
            .stack_size(128 * 1024)
            .spawn(move || watch(&watched));
        match thread {
            Ok(handle) => supervisor.watchdog.thread.set(handle.thread().clone()).is_ok(),
            Err(_) => false,
        }
    }

    /// Ends the rest, so that the thread sees the closed pool.
    pub(crate) fn rouse(&self) {
        self.asleep.store(false, Ordering::SeqCst);
        if let Some(thread) = self.thread.get() {
            thread.unpark();
        }
    }
}

fn watch(supervisor: &Arc<Supervisor>) {
    // Which notification each worker served at the last tick.
    let mut seen: HashMap<*const Slot, u64> = HashMap::new();
    let mut idle = 0;
    let mut tick = TICK;
    while !supervisor.pool.is_empty() {
        thread::park_timeout(tick);
        let slots = supervisor.pool.slots();
        let mut busy = false;
        let mut blocked = 0;
        seen.retain(|slot, _| slots.iter().any(|other| Arc::as_ptr(other) == *slot));
        for slot in &slots {
            let Some((id, caller)) = slot.busy() else { continue };
            busy = true;
            let epoch = slot.epoch();
            let stuck = seen.insert(Arc::as_ptr(slot), epoch) == Some(epoch);
            if stuck && slot.unseat() {
                // Nothing said that this call would block (a slow disk, a lease, a page on FUSE): the
                // others must not wait for it.
                supervisor.pool.hand_over(supervisor);
            }
            if slot.blocking() {
                blocked += 1;
                look(supervisor, slot, id, caller);
            }
        }
        // Beside another supervisor each look is a call of ours that it judges.
        let judged = if supervisor.intake.desk().is_some() { blocked / 4 } else { 0 };
        tick = TICK * (1 + judged);
        if busy || supervisor.pool.is_closed() {
            idle = 0;
            continue;
        }
        idle += 1;
        if idle >= RESTFUL {
            idle = 0;
            supervisor.watchdog.asleep.store(true, Ordering::SeqCst);
            if slots.iter().all(|slot| slot.busy().is_none()) && !supervisor.pool.is_closed() {
                while supervisor.watchdog.asleep.load(Ordering::SeqCst) && !supervisor.pool.is_closed() {
                    thread::park();
                }
            }
            supervisor.watchdog.asleep.store(false, Ordering::SeqCst);
        }
    }
}

/// Interrupts a blocked worker whose caller no longer waits, or has a signal to handle.
fn look(supervisor: &Supervisor, slot: &Slot, id: u64, caller: u32) {
    let reason = if supervisor.intake.id_valid(id) {
        match Status::of(caller) {
            Ok(status) if status.deliverable == 0 => return,
            Ok(_) => Cancel::Signal,
            Err(_) => Cancel::Gone,
        }
    } else {
        Cancel::Gone
    };
    // A worker that went on to another call meanwhile does not take this one's reason, and an interruption
    // without a reason is retried.
    slot.cancel(reason, id);
    interrupt(slot);
}

fn interrupt(slot: &Slot) {
    let worker = slot.worker.load(Ordering::Relaxed);
    // It may have left: then there is nothing to interrupt.
    let _ = callgate_sys::thread::tgkill(std::process::id(), worker, crate::run::INTERRUPT);
}
