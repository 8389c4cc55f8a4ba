//! Generated from facts/* by `cargo xtask tables`; edit the facts.

pub(crate) mod constants;
pub(crate) mod groups;
pub(crate) mod pool;
pub(crate) mod signatures;
pub(crate) mod syscalls;
