//! Compiled filters against the meaning of their policies.

mod differential;
mod mutation;
mod oracle;
mod policies;
mod proof;
