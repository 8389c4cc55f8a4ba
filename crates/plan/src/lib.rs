//! Which mechanism enforces which rule, given what a kernel offers.
//!
//! [`plan_on`] is a pure function of a policy, the [`Abilities`] of a kernel, the [`Engine`] that will obey the plan and
//! the [`Anchors`], what stands at the names of rules; [`plan()`] knows nothing of the last; [`observe()`] is the same for a run that refuses nothing. The calls a resource policy treats
//! stand in one table, `calls.rs`, those that none treats in another, `untouched.rs`; [`listing()`] is both.

pub mod abilities;
mod anchors;
mod calls;
mod concern;
mod landlock;
mod later;
mod listing;
mod lower;
mod needs;
mod nested;
mod observe;
pub mod plan;
mod traced;
mod untouched;

pub use abilities::{Abilities, Engine, Tracing};
pub use anchors::{Anchor, Anchors, wanted};
pub use landlock::{Landlock, Ports};
pub use later::closing;
pub use listing::{Listed, Way, listing};
pub use observe::{observe, observing, refuses};
pub use plan::{
    Lowered, Mechanism, Plan, PlannedCall, Reported, Treatment, Unenforced, arches, plan, plan_on,
};
pub use traced::{DIVERTED, Traced};
