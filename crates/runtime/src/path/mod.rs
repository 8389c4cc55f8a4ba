//! Paths as the target would walk them: its root, its folder, its /proc/self, its symlinks.
//!
//! [`walk`] ends at a pinned place (a folder held by the supervisor and one name in it, or an object
//! itself), so that what was judged is what is used. [`lexical`] says which paths need no walk.

pub mod lexical;
mod name;
mod pin;
mod proc;
mod start;
mod viewer;
mod walk;

pub use name::{Name, is_unlinked, name_of};
pub(crate) use pin::{is_supervised, pin, without_openat2};
pub use proc::link_text;
pub use start::{AT_FDCWD, Root, Start};
pub use viewer::Viewer;
pub use walk::{How, Last, Place, mount_of, walk};
