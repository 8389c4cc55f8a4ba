//! The only crate that calls the kernel by hand: seccomp, listener, pidfd, ptrace, Landlock, memory, spawn.
//!
//! Everything above this crate is safe Rust, so each function here keeps the promise its type
//! makes whatever the caller does. Failures are [`callgate_abi::Errno`]; a function says which it gives.
//! What differs between processors is in `arch/`, one file each.

pub mod arch;
pub mod attributes;
mod errno;
pub mod file;
pub mod handle;
pub mod landlock;
pub mod layout;
pub mod listener;
pub mod memory;
pub mod pidfd;
pub mod probe;
pub mod process;
pub mod ptrace;
pub mod sealed;
pub mod seccomp;
pub mod signal;
pub mod socket;
pub mod spawn;
pub mod stat;
pub mod thread;
pub mod verdict;
pub mod wait;
pub mod watch;

pub use signal::SignalSet;
