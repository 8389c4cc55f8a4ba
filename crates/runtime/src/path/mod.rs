//! Paths as the target would walk them: its root, its folder, its /proc/self, its symlinks.
//!
//! [`walk`] ends at a pinned place (a folder held by the supervisor and one name in it, or an object
//! itself), so that what was judged is what is used. [`lexical`] says which paths need no walk.

pub mod lexical;
mod name;
mod proc;
mod start;
mod walk;

pub use name::{Name, name_of};
pub use start::{AT_FDCWD, Root, Start};
pub use walk::{Enter, How, Last, Place, walk};
