//! Patterns of names in the abstract namespace of unix sockets.

use super::automaton::{Step, flat_steps};
use super::error::PatternError;
use super::glob::flat;
use super::matcher::{MAX_POSITIONS, Matcher};
use super::part::Symbol;
use std::sync::Arc;

/// A set of names. A name is any bytes, without components: `*` and `?` match `/` and NUL too, and
/// there is no beneath.
#[derive(Debug, Clone)]
pub(super) struct NamePattern(Arc<Name>);

#[derive(Debug)]
struct Name {
    steps: Vec<Step>,
    matcher: Matcher,
}

impl NamePattern {
    pub(super) fn from_symbols(symbols: &[Symbol]) -> Result<NamePattern, PatternError> {
        let steps = flat_steps(&flat(symbols)?);
        if steps.len() > MAX_POSITIONS {
            return Err(PatternError::TooLong { length: steps.len(), limit: MAX_POSITIONS });
        }
        Ok(NamePattern(Arc::new(Name { matcher: Matcher::new(&steps), steps })))
    }

    pub(super) fn matches(&self, name: &[u8]) -> bool {
        self.0.matcher.matches(name)
    }

    pub(super) fn steps(&self) -> &[Step] {
        &self.0.steps
    }
}
