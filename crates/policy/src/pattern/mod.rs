//! Patterns of paths and addresses, with exact overlap and coverage.
mod address;
mod automaton;
mod bytes;
mod error;
mod glob;
mod matcher;
mod part;
mod path;
mod search;
mod subsets;

pub use address::AddressPattern;
pub use error::PatternError;
pub use part::Part;
pub use path::PathPattern;
pub use search::TooLarge;
