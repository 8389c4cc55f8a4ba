//! What a filter must answer, and the inputs on which that is asked.

pub(crate) mod generate;
pub(crate) mod inputs;
pub(crate) mod reference;
