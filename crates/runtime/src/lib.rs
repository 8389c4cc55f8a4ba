//! The supervisor: receives notifications, judges, performs on behalf, reports.
//!
//! A run is started by [`Run::start`]; its workers ([`pool`]) each receive a notification, find the call's
//! handler ([`handlers`]), resolve what it names as the target would ([`path`]), ask the policy
//! ([`judge`]), perform the call on the very object that was judged, and answer. CONTINUE is only
//! reachable from [`Call::pass`], before anything of the target was read, and in observed runs ([`observe`]).
mod address;
mod anchors;
mod answer;
mod backstop;
mod callers;
mod desk;
mod handlers;
mod image;
mod judge;
mod kills;
mod mounts;
mod observe;
mod opening;
mod outsider;
pub mod path;
mod pool;
mod procfs;
mod report;
mod run;
mod slot;
mod stop;
mod supervisor;
mod target;
mod tracer;
mod tree;
mod view;
mod wait;
mod watchdog;

pub use anchors::anchors;
pub use answer::{Answer, Call};
pub use handlers::serves;
pub use procfs::Status;
pub use report::Sink;
pub use run::{Outcome, Run, Running, StartError};
pub use stop::Stop;
pub use supervisor::Handler;
pub use target::{PATH_MAX, Target};
pub use wait::{FORWARDED, Leftover, exit_code};
