//! Which mechanism enforces which rule, given what a kernel offers.
//!
//! [`plan()`] is a pure function of a policy, the [`Abilities`] of a kernel and the [`Engine`] that
//! will obey the plan; [`observe()`] is the same for a run that refuses nothing. The calls a resource policy treats
//! stand in one table, `calls.rs`.
pub mod abilities;
mod calls;
mod concern;
mod lower;
mod needs;
mod observe;
pub mod plan;
mod traced;

pub use abilities::{Abilities, Engine, Tracing};
pub use observe::{observe, observing, refuses};
pub use plan::{Lowered, Mechanism, Plan, PlannedCall, Treatment, Unenforced, arches, plan};
pub use traced::{DIVERTED, Traced};
