//! Path patterns.

/// A pattern over resolved absolute paths.
#[derive(Debug, Clone)]
pub struct PathPattern {
    /// After expansion.
    pub text: Vec<u8>,
}
