//! Facts of Linux's system-call boundary, and nothing that calls it: ABIs, call tables,
//! argument signatures, constants, errno values, filter actions and `struct seccomp_data`.
pub mod action;
pub mod arch;
pub mod constants;
pub mod data;
pub mod errno;
pub mod format;
#[expect(clippy::unreadable_literal, reason = "generated; the facts are the text to read")]
#[rustfmt::skip]
mod generated;
pub mod given;
pub mod groups;
mod pool;
pub mod signature;
pub mod suggest;
pub mod syscalls;

pub use action::Action;
pub use arch::{Abi, Endian};
pub use data::SeccompData;
pub use errno::Errno;
pub use format::{format_arg, format_call};
pub use signature::{Arg, ArgKind, Signature, signature, signature_on};
pub use syscalls::{Call, KernelVersion, NoRelease, Sysno};
