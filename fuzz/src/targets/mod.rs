//! The targets, one file each.

pub(crate) mod addresses;
pub(crate) mod assembly;
pub(crate) mod call;
pub(crate) mod compiler;
pub(crate) mod differences;
pub(crate) mod imports;
pub(crate) mod kernel;
pub(crate) mod lifted;
pub(crate) mod listing;
pub(crate) mod log;
pub(crate) mod paths;
pub(crate) mod policy;
pub(crate) mod texts;
pub(crate) mod verdicts;
pub(crate) mod verifier;
