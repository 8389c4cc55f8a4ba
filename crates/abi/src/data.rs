//! What a filter sees of a call.

use crate::Abi;

/// The input of a seccomp filter: C's `struct seccomp_data` (`linux/seccomp.h`, since 3.5), 64 bytes.
///
/// On a 32-bit ABI the upper half of each argument is zero. `nr` is signed in C; filters compare
/// it as the unsigned word it is loaded as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[repr(C)]
pub struct SeccompData {
    /// The call's number; on x32 with bit 30 set. −1 when a tracer skips the call.
    pub nr: i32,
    /// `AUDIT_ARCH_*` of the caller (`linux/audit.h`).
    pub arch: u32,
    /// Address of the instruction after the call.
    pub instruction_pointer: u64,
    /// The six argument registers.
    pub args: [u64; 6],
}

impl SeccompData {
    /// The ABI that made the call; `None` for an architecture callgate does not know.
    pub fn abi(&self) -> Option<Abi> {
        Abi::of_call(self.arch, self.nr as u32)
    }
}
