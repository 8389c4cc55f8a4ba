//! What is made of choices: programs, calls, policies.

pub(crate) mod policy;
pub(crate) mod program;
