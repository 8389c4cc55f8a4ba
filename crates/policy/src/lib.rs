//! The policy language: parse, expand, check, evaluate.
//!
//! [`Loader`] turns TOML texts, presets and flags into a checked [`Policy`]; [`Policy::evaluate`] and
//! [`Syscalls::evaluate`] are the one pure function that the supervisor, `why`, `test` and the
//! analyzer's oracle share. [`import`] reads what other programs filter by.
#![expect(clippy::single_match_else, reason = "a match shows both outcomes of a look-up side by side")]

mod check;
mod condition;
mod denial;
pub mod diagnostic;
mod entry;
mod env_filter;
pub mod environment;
pub mod evaluate;
pub mod expectation;
pub mod flags;
pub mod import;
mod load;
pub mod model;
pub mod object;
pub mod pattern;
pub mod presets;
pub mod rename;
mod resolved;

pub use denial::literal;
pub use diagnostic::{Diagnostic, Diagnostics, Place, Severity, Suggestion};
pub use environment::{Environment, EnvironmentError};
pub use evaluate::{SyscallVerdict, Verdict};
pub use expectation::ExpectOutcome;
pub use flags::Flags;
pub use load::{Loader, Purpose};
pub use model::{Decision, Origin, Policy, Report, Rule, Syscalls, Via};
pub use object::{Object, Operation, Transport};
pub use presets::{PRESETS, Preset, preset};
pub use rename::Gain;
