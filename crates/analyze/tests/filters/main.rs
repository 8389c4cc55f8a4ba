//! Real, compiled, damaged and random filters, against the interpreter and against each other.

mod corpus;
mod explain;
mod imports;
mod lift;
mod limits;
mod lint;
mod lint_limits;
mod mutation;
mod policies;
mod random;
