//! Generated from facts/* by `cargo xtask tables`; edit the facts.

pub(crate) mod syscalls;
