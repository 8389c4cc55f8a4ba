//! Where calls come from: the kernel's listener; or, inside another supervisor's run, the tracer, which holds each thread at
//! its call and lays the call here for the workers.

use crate::answer::Answer;
use crate::stop::errno_of;
use callgate_abi::{Errno, SeccompData};
use callgate_sys::listener::Listener;
use rustix::event::{EventfdFlags, eventfd};
use std::collections::{HashSet, VecDeque};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Where calls come from.
#[derive(Debug)]
pub(crate) enum Intake {
    /// The kernel.
    Listener(Listener),
    /// The tracer.
    Desk(Desk),
}

impl Intake {
    /// Whether a call's thread still waits for the answer.
    pub(crate) fn id_valid(&self, id: u64) -> bool {
        match self {
            Intake::Listener(listener) => listener.id_valid(id),
            Intake::Desk(desk) => desk.lock().open.contains(&id),
        }
    }

    /// Nobody takes calls any more. A worker that waits in the listener is woken by the watchdog.
    pub(crate) fn close(&self) {
        if let Intake::Desk(desk) = self {
            desk.lock().closed = true;
            desk.changed.notify_all();
        }
    }

    /// Nobody answers any more: calls that wait, and those to come, fail with ENOSYS.
    pub(crate) fn abandon(&self) {
        match self {
            // Out of descriptors they would wait; then the run's end is what ends them.
            Intake::Listener(listener) => drop(listener.abandon()),
            Intake::Desk(desk) => desk.abandon(),
        }
    }

    /// The tracer's desk, if calls come from it.
    pub(crate) fn desk(&self) -> Option<&Desk> {
        match self {
            Intake::Listener(_) => None,
            Intake::Desk(desk) => Some(desk),
        }
    }
}

/// Calls on their way from the tracer to the workers, and answers on their way back.
#[derive(Debug)]
pub(crate) struct Desk {
    inside: Mutex<Inside>,
    changed: Condvar,
    /// Readable while there are answers.
    answered: OwnedFd,
}

#[derive(Debug, Default)]
struct Inside {
    waiting: VecDeque<Waiting>,
    /// Calls whose threads wait for the answer.
    open: HashSet<u64>,
    answers: Vec<Answered>,
    last: u64,
    closed: bool,
    abandoned: bool,
}

#[derive(Debug)]
struct Waiting {
    id: u64,
    tid: u32,
    data: SeccompData,
}

/// An answer for the tracer.
#[derive(Debug)]
pub(crate) struct Answered {
    /// To the call of this number.
    pub(crate) id: u64,
    /// Which this thread made.
    pub(crate) tid: u32,
    /// What it says.
    pub(crate) answer: Answer,
}

impl Desk {
    pub(crate) fn new() -> Result<Desk, Errno> {
        let answered = eventfd(0, EventfdFlags::CLOEXEC | EventfdFlags::NONBLOCK).map_err(errno_of)?;
        Ok(Desk { inside: Mutex::default(), changed: Condvar::new(), answered })
    }

    fn lock(&self) -> MutexGuard<'_, Inside> {
        // A poisoned lock means a panic between two whole states.
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lays down a thread's call; its number, never 0.
    pub(crate) fn put(&self, tid: u32, data: SeccompData) -> u64 {
        let mut inside = self.lock();
        inside.last += 1;
        let id = inside.last;
        inside.open.insert(id);
        if inside.abandoned {
            drop(inside);
            self.answer(id, tid, Answer::errno(Errno::ENOSYS));
            return id;
        }
        inside.waiting.push_back(Waiting { id, tid, data });
        drop(inside);
        self.changed.notify_one();
        id
    }

    /// The thread that made a call waits no more.
    pub(crate) fn withdraw(&self, id: u64) {
        let mut inside = self.lock();
        inside.open.remove(&id);
        inside.waiting.retain(|waiting| waiting.id != id);
    }

    fn abandon(&self) {
        let mut inside = self.lock();
        inside.abandoned = true;
        let waiting = std::mem::take(&mut inside.waiting);
        drop(inside);
        for Waiting { id, tid, .. } in waiting {
            self.answer(id, tid, Answer::errno(Errno::ENOSYS));
        }
    }

    /// Waits for a call; `None` when none comes any more.
    pub(crate) fn take(&self) -> Option<Held<'_>> {
        let mut inside = self.lock();
        loop {
            if inside.closed {
                return None;
            }
            if let Some(Waiting { id, tid, data }) = inside.waiting.pop_front() {
                return Some(Held { desk: self, id, tid, data });
            }
            inside = self.changed.wait(inside).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// What is readable while there are answers.
    pub(crate) fn readiness(&self) -> BorrowedFd<'_> {
        self.answered.as_fd()
    }

    /// The answers that came since the last time, to calls that still wait.
    pub(crate) fn answers(&self) -> Vec<Answered> {
        // Empty when nobody wrote: then there is none.
        let _ = rustix::io::read(&self.answered, &mut [0; 8]);
        std::mem::take(&mut self.lock().answers)
    }

    fn answer(&self, id: u64, tid: u32, answer: Answer) {
        let mut inside = self.lock();
        if inside.open.remove(&id) {
            inside.answers.push(Answered { id, tid, answer });
            // An eventfd that is full is readable all the same.
            let _ = rustix::io::write(&self.answered, &1_u64.to_ne_bytes());
        }
    }
}

/// A call that a worker took. One that is dropped gets EIO, so that its thread does not hang.
#[derive(Debug)]
#[must_use = "an unanswered call fails with EIO"]
pub(crate) struct Held<'d> {
    desk: &'d Desk,
    id: u64,
    tid: u32,
    data: SeccompData,
}

impl Held<'_> {
    pub(crate) fn id(&self) -> u64 {
        self.id
    }

    /// The thread that made it.
    pub(crate) fn tid(&self) -> u32 {
        self.tid
    }

    /// The registers.
    pub(crate) fn data(&self) -> &SeccompData {
        &self.data
    }

    /// Answers it. Nobody hears of it where the thread waits no more.
    pub(crate) fn answer(self, answer: Answer) {
        self.desk.answer(self.id, self.tid, answer);
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.desk.answer(self.id, self.tid, Answer::errno(Errno::EIO));
    }
}

#[cfg(test)]
mod tests {
    use super::Desk;
    use crate::answer::{Answer, Effect};
    use callgate_abi::SeccompData;

    #[test]
    fn each_call_gets_one_answer() {
        let desk = Desk::new().unwrap();
        let (first, second) = (desk.put(7, SeccompData::default()), desk.put(8, SeccompData::default()));
        desk.take().unwrap().answer(Answer::value(5));
        drop(desk.take().unwrap());
        let answers = desk.answers();
        let got: Vec<_> = answers.into_iter().map(|one| (one.id, one.tid, one.answer.effect())).collect();
        assert!(
            matches!(got[..], [(a, 7, Effect::Returns(5)), (b, 8, Effect::Returns(-5))] if a == first && b == second)
        );
        assert!(desk.answers().is_empty());
    }

    #[test]
    fn nobody_waits_for_an_abandoned_desk() {
        let desk = Desk::new().unwrap();
        desk.put(7, SeccompData::default());
        desk.abandon();
        desk.put(8, SeccompData::default());
        let got: Vec<_> = desk.answers().into_iter().map(|one| (one.tid, one.answer.effect())).collect();
        assert!(matches!(got[..], [(7, Effect::Returns(-38)), (8, Effect::Returns(-38))]), "{got:?}");
    }

    #[test]
    fn who_waits_no_more_is_not_answered() {
        let desk = Desk::new().unwrap();
        let (taken, left) = (desk.put(7, SeccompData::default()), desk.put(8, SeccompData::default()));
        let held = desk.take().unwrap();
        desk.withdraw(taken);
        desk.withdraw(left);
        held.answer(Answer::value(0));
        assert!(desk.answers().is_empty());
    }
}
