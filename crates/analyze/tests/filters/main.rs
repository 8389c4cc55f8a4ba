//! Real, compiled, damaged and random filters, against the interpreter and against each other.

mod corpus;
mod limits;
mod mutation;
mod policies;
mod random;
