//! An event with its place in the run.

use crate::{Event, Time, VERSION};
use serde::{Deserialize, Serialize};
use std::hash::{BuildHasher, Hasher};

/// One line of the event log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// [`VERSION`].
    pub v: u32,
    /// Place in the run, from 1, without gaps in a complete log.
    pub seq: u64,
    /// When.
    pub ts: Time,
    /// Which run.
    pub run: String,
    /// What.
    #[serde(flatten)]
    pub event: Event,
}

/// Numbers and dates the events of one run.
#[derive(Debug)]
pub struct Recorder {
    run: String,
    seq: u64,
}

impl Recorder {
    /// A new run with a random id of eight hexadecimal digits.
    pub fn new() -> Recorder {
        // std seeds each RandomState from the system's randomness; an id needs no more.
        let random = std::collections::hash_map::RandomState::new().build_hasher().finish();
        Recorder { run: format!("{:08x}", random as u32), seq: 0 }
    }

    /// The run's id.
    pub fn run(&self) -> &str {
        &self.run
    }

    /// The next record.
    pub fn record(&mut self, event: Event) -> Record {
        self.seq += 1;
        Record { v: VERSION, seq: self.seq, ts: Time::now(), run: self.run.clone(), event }
    }
}

impl Default for Recorder {
    fn default() -> Self {
        Recorder::new()
    }
}
