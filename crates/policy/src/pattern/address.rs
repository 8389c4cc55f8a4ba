//! Address patterns.

/// A pattern over socket addresses.
#[derive(Debug, Clone)]
pub struct AddressPattern {
    /// After expansion.
    pub text: String,
}
