//! Compiled filters against the meaning of their policies.

mod differential;
mod halves;
mod many;
mod mutation;
mod oracle;
mod policies;
mod proof;
