//! The event schema and its renderings.
//!
//! A run is told as a sequence of [`Record`]s, one JSON object a line: `start`, then a `call` for each
//! judged call that must be reported, `ask`, `exec`, `exit` and `limit` where they happen, and one `end`.
//! [`text`] renders them for people, [`schema`] describes them for programs, [`log`] writes and reads them.
pub mod bytes;
pub mod event;
pub mod fold;
pub mod log;
mod names;
pub mod record;
pub mod schema;
pub mod text;
pub mod time;

pub use bytes::Bytes;
pub use event::{
    Answer, AskEvent, AskedBy, Call, CallEvent, CodeAddress, EndEvent, Event, ExecEvent, ExitEvent, Limit,
    LimitEvent, Mechanism, Mode, PlanSummary, RuleRef, StartEvent, Status, Target, Totals, Verdict,
};
pub use fold::{Fold, Folder, Repeated};
pub use log::{ReadError, WriteError, Writer};
pub use record::{Record, Recorder};
pub use time::Time;

/// Version of the schema: the `v` of every record. A field may be added within a version; none is
/// renamed, removed or given another meaning.
pub const VERSION: u32 = 1;
