//! Raw filters: C's `struct sock_filter[]`, as `PTRACE_SECCOMP_GET_FILTER`, seccomp_export_bpf(3) and most tools
//! write them.

use super::other;
use super::place::{Reason, TextError};
use crate::insn::Insn;
use crate::program::Program;
use callgate_abi::Endian;

/// The instructions in raw bytes of this byte order, not verified. Bytes that are a valid filter in the
/// other byte order only are refused with [`Reason::OtherByteOrder`].
pub fn read(bytes: &[u8], endian: Endian) -> Result<Vec<Insn>, TextError> {
    let insns = Insn::list_from_bytes(bytes, endian).map_err(|ragged| Reason::Ragged(ragged.bytes))?;
    if Program::new(insns.clone()).is_err() && Program::from_bytes(bytes, other(endian)).is_ok() {
        return Err(Reason::OtherByteOrder(other(endian)).into());
    }
    Ok(insns)
}
