//! What speaks for a rule: who needed it, how often, and what came first.

use callgate_events::Bytes;
use callgate_events::bytes::printable;

/// Programs that are named before the rest is only counted.
const NAMED: usize = 3;

/// The denials that a rule would have prevented.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Evidence {
    times: u64,
    programs: Vec<String>,
    first: String,
    /// Place of the first among all denials.
    seq: u64,
}

impl Evidence {
    pub(super) fn new(seq: u64, program: Option<&Bytes>, first: impl Into<String>) -> Evidence {
        let program = program.map_or_else(|| "a process".to_owned(), |exe| exe.file_name().to_string());
        Evidence { times: 1, programs: vec![program], first: first.into(), seq }
    }

    /// Adds other denials.
    pub(super) fn join(&mut self, other: &Evidence) {
        self.times += other.times;
        for program in &other.programs {
            if !self.programs.contains(program) {
                self.programs.push(program.clone());
            }
        }
        if other.seq < self.seq {
            self.seq = other.seq;
            self.first.clone_from(&other.first);
        }
    }

    /// `sh, tar and 2 more: 14 times, first /usr/bin/tar`, without control characters.
    pub(super) fn text(&self) -> String {
        format!("{}, first {}", self.who(), printable(&self.first))
    }

    /// `sh: once`.
    pub(super) fn who(&self) -> String {
        let mut programs = self.programs.clone();
        programs.sort_unstable();
        let more = programs.len().saturating_sub(NAMED);
        programs.truncate(NAMED);
        let mut who = programs.join(", ");
        if more > 0 {
            who = format!("{who} and {more} more");
        }
        let times = if self.times == 1 { "once".to_owned() } else { format!("{} times", self.times) };
        format!("{}: {times}", printable(&who))
    }
}
