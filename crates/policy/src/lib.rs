//! The policy language: parse, expand, check, evaluate.
//!
//! [`Loader`] turns TOML texts, presets and flags into a checked [`Policy`]; [`Policy::evaluate`] and
//! [`Syscalls::evaluate`] are the one pure function that the supervisor, `why`, `test` and the
//! analyzer's oracle share.
mod check;
mod condition;
pub mod diagnostic;
pub mod environment;
pub mod evaluate;
pub mod flags;
mod load;
pub mod model;
pub mod object;
pub mod pattern;
pub mod presets;

pub use diagnostic::{Diagnostic, Diagnostics, Place, Severity, Suggestion};
pub use environment::{Environment, EnvironmentError};
pub use evaluate::{SyscallVerdict, Verdict};
pub use flags::Flags;
pub use load::{Loader, Purpose};
pub use model::{Decision, Origin, Policy, Report, Rule, Syscalls, Via};
pub use object::{Object, Operation, Transport};
pub use presets::{PRESETS, Preset, preset};
