//! What differs between processors: the raw call, and the registers that a tracer sees.

#[cfg(target_arch = "x86_64")]
mod detour;
#[cfg(target_arch = "x86_64")]
mod x86_64;
#[cfg(target_arch = "x86_64")]
pub use detour::{Detour, Return};
#[cfg(target_arch = "x86_64")]
pub(crate) use x86_64::{CallLoop, clone_onto, i386_getpid, syscall6};
#[cfg(target_arch = "x86_64")]
pub use x86_64::{I386Regs, Regs, X86_64Regs};

#[cfg(not(target_arch = "x86_64"))]
compile_error!(
    "callgate's system layer has no file for this processor yet: add one under crates/sys/src/arch"
);
