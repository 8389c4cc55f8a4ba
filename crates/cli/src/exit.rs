//! callgate's own exit codes. `run` otherwise exits as the program it ran.

/// All is well.
pub(crate) const OK: u8 = 0;
/// A tool found mistakes or differences.
pub(crate) const FINDINGS: u8 = 1;
/// A tool was used wrongly, or could not read its input.
pub(crate) const USAGE: u8 = 2;
/// A tool could not decide.
pub(crate) const UNDECIDED: u8 = 3;
/// `emu`: the call fails with an error.
pub(crate) const EMU_ERRNO: u8 = 10;
/// `emu`: a tracer decides.
pub(crate) const EMU_TRACE: u8 = 11;
/// `emu`: a listener decides.
pub(crate) const EMU_NOTIFY: u8 = 12;
/// `emu`: SIGSYS is sent.
pub(crate) const EMU_TRAP: u8 = 13;
/// `emu`: the thread or process is killed.
pub(crate) const EMU_KILL: u8 = 14;
/// `run --fail-on-deny`, and something was denied.
pub(crate) const DENIED: u8 = 120;
/// `run`: the policy killed the program.
pub(crate) const KILLED: u8 = 121;
/// `run`: the wall limit was reached.
pub(crate) const TIME: u8 = 124;
/// `run`: callgate itself failed or refused, or was used wrongly.
pub(crate) const FAILED: u8 = 125;
/// `run`: the program cannot be executed.
pub(crate) const CANNOT_EXECUTE: u8 = 126;
/// `run`: there is no such program.
pub(crate) const NOT_FOUND: u8 = 127;
