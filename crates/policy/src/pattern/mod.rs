//! Patterns of paths and addresses, with exact overlap and coverage.
mod address;
mod path;

pub use address::AddressPattern;
pub use path::PathPattern;
