//! The policy language: parse, expand, check, evaluate.
//!
//! [`Loader`] turns TOML texts, presets and flags into a checked [`Policy`]; [`Policy::evaluate`] and
//! [`Syscalls::evaluate`] are the one pure function that the supervisor, `why`, `test` and the
//! analyzer's oracle share.
pub mod model;
pub mod object;
pub mod pattern;

pub use model::{Decision, Origin, Policy, Report, Rule, Syscalls, Via};
pub use object::{Object, Operation, Transport};
