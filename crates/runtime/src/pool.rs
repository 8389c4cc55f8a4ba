//! The workers: one receives at a time and performs what it received itself, so an answer costs no
//! hand-over between threads; whoever is about to block gives the receiver's place away first.

use crate::desk::Intake;
use crate::run::INTERRUPT;
use crate::slot::{Cancel, Slot};
use crate::stop::Stop;
use crate::supervisor::Supervisor;
use callgate_sys::listener::Received;
use callgate_sys::signal::{Blocked, block_all};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Idle workers kept beside the receiver.
const SPARE: usize = 4;
/// A worker's stack: handlers are shallow, paths live on the heap.
const STACK: usize = 128 * 1024;
/// More blocked callers than this wait their turn: a run cannot exhaust the supervisor's threads.
const MAX_WORKERS: usize = 4096;

/// The workers of one run.
#[derive(Debug, Default)]
pub(crate) struct Pool {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// Whether somebody receives, or is on the way to.
    led: bool,
    idle: usize,
    total: usize,
    /// The listener has no more users, or the run is over.
    closed: bool,
    slots: Vec<Arc<Slot>>,
}

impl Pool {
    fn lock(&self) -> MutexGuard<'_, State> {
        // A poisoned lock means a worker panicked between two plain stores; the state is still whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The slots of all workers.
    pub(crate) fn slots(&self) -> Vec<Arc<Slot>> {
        self.lock().slots.clone()
    }

    /// Gives the receiver's place to an idle worker, or to a new one.
    pub(crate) fn hand_over(&self, supervisor: &Arc<Supervisor>) {
        let mut state = self.lock();
        state.led = false;
        if state.idle > 0 {
            drop(state);
            self.changed.notify_one();
        } else if state.total < MAX_WORKERS && !state.closed {
            state.total += 1;
            drop(state);
            if !start_worker(supervisor) {
                self.lock().total -= 1;
                // Out of threads: the next worker that finishes takes the place.
                self.changed.notify_one();
            }
        }
    }

    /// Starts the first worker. False when the system gives no thread.
    pub(crate) fn start(&self, supervisor: &Arc<Supervisor>) -> bool {
        self.lock().total += 1;
        let started = start_worker(supervisor);
        if !started {
            self.lock().total -= 1;
        }
        started
    }

    /// Ends the pool: nobody receives any more, and who blocks is interrupted by the watchdog.
    pub(crate) fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_all();
    }

    /// Whether [`Pool::close`] was called or the listener lost its users.
    pub(crate) fn is_closed(&self) -> bool {
        self.lock().closed
    }

    /// Whether the pool is closed and every worker has left.
    pub(crate) fn is_empty(&self) -> bool {
        let state = self.lock();
        state.closed && state.total == 0
    }

    /// Waits until no worker serves a call any more. Idle ones leave by themselves.
    pub(crate) fn settle(&self) {
        let mut state = self.lock();
        while state.slots.iter().any(|slot| slot.busy().is_some()) {
            // A worker that is done leaves, and says so; the time bounds the one that was looked at too early.
            let wait = self.changed.wait_timeout(state, std::time::Duration::from_millis(1));
            state = wait.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Waits for the receiver's place; false when the worker is to leave.
    fn take_lead(&self) -> bool {
        let mut state = self.lock();
        loop {
            if state.closed || state.idle > SPARE {
                return false;
            }
            if !state.led {
                state.led = true;
                return true;
            }
            state.idle += 1;
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
            state.idle -= 1;
        }
    }

    fn enter(&self, slot: &Arc<Slot>) {
        self.lock().slots.push(Arc::clone(slot));
    }

    fn leave(&self, slot: &Arc<Slot>) {
        let mut state = self.lock();
        state.slots.retain(|other| !Arc::ptr_eq(other, slot));
        state.total -= 1;
        drop(state);
        self.changed.notify_all();
    }
}

fn start_worker(supervisor: &Arc<Supervisor>) -> bool {
    let supervisor = Arc::clone(supervisor);
    thread::Builder::new()
        .name("callgate-worker".into())
        .stack_size(STACK)
        .spawn(move || Worker::run(&supervisor))
        .is_ok()
}

/// A worker's membership in the pool.
struct Seat<'s> {
    supervisor: &'s Arc<Supervisor>,
    slot: &'s Arc<Slot>,
}

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        if self.slot.unseat() && thread::panicking() {
            self.supervisor.pool.hand_over(self.supervisor);
        }
        self.supervisor.pool.leave(self.slot);
    }
}

/// Why nothing can be received any more.
enum Left {
    /// Nobody is there who could ask.
    Closed,
    /// The supervision failed.
    Failed,
}

/// One worker thread.
pub(crate) struct Worker<'s> {
    supervisor: &'s Arc<Supervisor>,
    slot: Arc<Slot>,
    /// All signals stay blocked but during [`Worker::blocking`]: they are for the thread that waits.
    blocked: Blocked,
}

impl Worker<'_> {
    fn run(supervisor: &Arc<Supervisor>) {
        let slot = Arc::new(Slot::default());
        slot.worker.store(callgate_sys::thread::gettid(), Ordering::Relaxed);
        // Its own umask and current folder: both are set to the target's for single calls.
        let private = callgate_sys::thread::unshare_fs();
        let worker = Worker { supervisor, slot: Arc::clone(&slot), blocked: block_all() };
        supervisor.pool.enter(&slot);
        // Falls in every way out, a panic too: the place goes to another worker.
        let _seat = Seat { supervisor, slot: &slot };
        if private.is_ok() {
            while supervisor.pool.take_lead() {
                slot.lead();
                match worker.receive() {
                    Ok(()) => {}
                    Err(Left::Closed) => {
                        supervisor.close();
                        break;
                    }
                    Err(Left::Failed) => {
                        supervisor.give_up();
                        break;
                    }
                }
            }
        } else {
            supervisor.failed("a worker could not get its own umask (unshare(CLONE_FS) is denied here)");
            supervisor.give_up();
        }
    }

    /// Receives and serves until the place is lost, or nothing can be received any more.
    fn receive(&self) -> Result<(), Left> {
        while self.slot.leads() {
            let listener = match &self.supervisor.intake {
                Intake::Listener(listener) => listener,
                Intake::Desk(desk) => {
                    let Some(held) = desk.take() else { return Err(Left::Closed) };
                    self.slot.begin(held.id(), held.tid());
                    self.supervisor.watchdog.wake();
                    self.supervisor.serve_held(self, held);
                    self.slot.end();
                    continue;
                }
            };
            match listener.recv() {
                Ok(Received::Notification(notification)) => {
                    self.slot.begin(notification.id(), notification.tid());
                    self.supervisor.watchdog.wake();
                    self.supervisor.serve(self, notification);
                    self.slot.end();
                }
                Ok(Received::Gone) => {}
                Ok(Received::Interrupted) => {
                    if self.supervisor.pool.is_closed() {
                        return Err(Left::Closed);
                    }
                }
                Ok(Received::Closed) => return Err(Left::Closed),
                Err(errno) => {
                    self.supervisor.failed_with("no notification can be received", errno);
                    return Err(Left::Failed);
                }
            }
        }
        Ok(())
    }

    /// Runs a call that may block for long: the receiver's place is given away first, and the watchdog
    /// interrupts the call when the caller dies or has a signal to handle.
    pub(crate) fn blocking<T>(&self, mut call: impl FnMut() -> rustix::io::Result<T>) -> Result<T, Stop> {
        if self.slot.unseat() {
            self.supervisor.pool.hand_over(self.supervisor);
        }
        crate::callers::clear();
        self.slot.set_blocking(true);
        let result = loop {
            match self.blocked.letting(INTERRUPT, &mut call) {
                Err(rustix::io::Errno::INTR) => match self.slot.cancelled() {
                    Some(Cancel::Gone) => break Err(Stop::Gone),
                    Some(Cancel::Signal) => break Err(Stop::Restart),
                    // A signal meant for an earlier call of this worker.
                    None => {}
                },
                Err(errno) => break Err(Stop::from(errno)),
                Ok(value) => break Ok(value),
            }
        };
        self.slot.set_blocking(false);
        result
    }

    /// The run this worker serves.
    pub(crate) fn supervisor(&self) -> &Arc<Supervisor> {
        self.supervisor
    }
}
