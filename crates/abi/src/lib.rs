//! Facts of Linux's system-call boundary, and nothing that calls it: ABIs, call tables,
//! argument signatures, constants, errno values, filter actions and `struct seccomp_data`.
pub mod action;
pub mod arch;
pub mod data;
pub mod errno;
#[rustfmt::skip]
mod generated;
pub mod suggest;
pub mod syscalls;

pub use action::Action;
pub use arch::{Abi, Endian};
pub use data::SeccompData;
pub use errno::Errno;
pub use syscalls::{KernelVersion, Sysno};
