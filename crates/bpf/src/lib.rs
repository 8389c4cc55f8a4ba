//! Classic BPF as seccomp runs it: instructions, verified programs, interpreter, listing.
//!
//! [`Program`] exists only verified, by the kernel's own rules ([`verify`]); [`interp`] runs it as
//! the kernel does; [`disasm`] prints it.
pub mod disasm;
pub mod flow;
pub mod insn;
pub mod interp;
pub mod program;
pub mod text;
pub mod verify;

pub use insn::{Insn, RaggedBytes};
pub use program::{Program, ReadError, STACK_LIMIT};
pub use verify::{MAX_INSNS, Reason, VerifyError};
