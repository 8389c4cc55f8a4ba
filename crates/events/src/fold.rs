//! Repeats of one event, told once.

use crate::{Bytes, CallEvent};
use callgate_policy::Operation;
use std::collections::HashMap;

/// How many different events are told apart; a target that varies its file names must not grow the
/// supervisor without end.
const CAPACITY: usize = 4096;

/// Folds repeats: events with the same operation (or call), object, rule and program.
#[derive(Debug, Default)]
pub struct Folder {
    seen: HashMap<Key, usize>,
    folded: Vec<Repeated>,
    overflow: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    op: Option<Operation>,
    call: Option<String>,
    object: Option<Bytes>,
    rule: Option<(String, String, u32)>,
    exe: Option<Bytes>,
    verdict: crate::Verdict,
}

/// What to do with an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    /// The first of its kind: print it.
    First,
    /// Counted: do not print it.
    Repeat,
}

/// An event and how often it came again.
#[derive(Debug, Clone, PartialEq)]
pub struct Repeated {
    /// The first of its kind.
    pub event: CallEvent,
    /// How many more there were.
    pub more: u64,
}

impl Folder {
    /// Nothing seen yet.
    pub fn new() -> Folder {
        Folder::default()
    }

    /// Takes an event.
    pub fn see(&mut self, event: &CallEvent) -> Fold {
        let key = Key {
            op: event.op,
            // Two calls that do the same to the same object (open and openat) are one event.
            call: event.op.is_none().then(|| event.call.name.clone()),
            object: event.target.as_ref().map(|t| t.resolved.clone()),
            rule: event.rule.as_ref().map(|r| (r.id.clone(), r.file.clone(), r.line)),
            exe: event.exe.clone(),
            verdict: event.verdict,
        };
        if let Some(&index) = self.seen.get(&key) {
            self.folded[index].more += event.count.max(1);
            return Fold::Repeat;
        }
        if self.folded.len() == CAPACITY {
            self.overflow += event.count.max(1);
            return Fold::Repeat;
        }
        self.seen.insert(key, self.folded.len());
        self.folded.push(Repeated { event: event.clone(), more: event.count.max(1) - 1 });
        Fold::First
    }

    /// The events that came more than once, in the order they first came.
    pub fn repeated(&self) -> impl Iterator<Item = &Repeated> {
        self.folded.iter().filter(|r| r.more > 0)
    }

    /// Every distinct event, in the order it first came.
    pub fn distinct(&self) -> &[Repeated] {
        &self.folded
    }

    /// Events that were neither printed nor told apart because too many different ones came before.
    pub fn overflow(&self) -> u64 {
        self.overflow
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::sample_call;

    #[test]
    fn equal_events_fold() {
        let mut folder = Folder::new();
        let event = sample_call();
        assert_eq!(folder.see(&event), Fold::First);
        for _ in 0..41 {
            assert_eq!(folder.see(&event), Fold::Repeat);
        }
        let mut other = event.clone();
        other.call.name = "open".into();
        assert_eq!(folder.see(&other), Fold::Repeat, "another call, the same object and rule");
        other.exe = Some("/bin/cat".into());
        assert_eq!(folder.see(&other), Fold::First, "another program");
        let repeated: Vec<_> = folder.repeated().map(|r| r.more).collect();
        assert_eq!(repeated, [42]);
        assert_eq!(folder.distinct().len(), 2);
    }

    #[test]
    fn memory_is_bounded() {
        let mut folder = Folder::new();
        let mut event = sample_call();
        for n in 0..CAPACITY + 10 {
            event.exe = Some(format!("/bin/{n}").as_str().into());
            folder.see(&event);
        }
        assert_eq!(folder.overflow(), 10);
        assert_eq!(folder.distinct().len(), CAPACITY);
    }
}
