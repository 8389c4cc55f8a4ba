//! Patterns of paths and addresses, with exact overlap and coverage.
//!
//! A pattern is read from text in which variables were replaced ([`Part`] keeps their values literal),
//! matches an object, and can be compared with others: globs and address blocks are regular, so
//! whether two overlap, or one covers another, is decided and shown by a witness.
mod address;
mod address_error;
mod address_text;
mod automaton;
mod beneath;
mod bytes;
mod error;
mod glob;
mod hosts;
mod matcher;
mod name;
mod part;
mod path;
mod residual;
mod search;
mod set;
mod subsets;

pub use address::{AddressPattern, NamedAddress, ParsedAddress};
pub use address_error::AddressError;
pub(crate) use automaton::Standing;
pub(crate) use beneath::{Moved, Outlook, gained_beneath};
pub use error::PatternError;
pub use part::Part;
pub use path::PathPattern;
pub(crate) use residual::Residual;
pub use search::TooLarge;
pub use set::PathSet;
