//! Whose eyes a walk looks with.

use crate::stop::Stop;
use callgate_sys::thread::Assumed;

/// The rights a walk is made with, and the names that it does not find.
pub trait Viewer {
    /// Takes the target's rights on, for as long as the guard lives; nothing where they are the supervisor's.
    fn enter(&self) -> Result<Option<Assumed>, Stop>;

    /// Whether any name is hidden at all. Where none is, a walk asks for none.
    fn hides_some(&self) -> bool;

    /// Whether the object of this resolved name is hidden.
    fn hides(&self, path: &[u8]) -> bool;

    /// Answers a look at a hidden name: ENOENT, reported. `Ok` where refusals are only reported.
    fn refuse(&self, path: &[u8]) -> Result<(), Stop>;
}
