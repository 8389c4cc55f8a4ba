//! A Rust source.

use callgate_abi::Abi;
use callgate_bpf::Program;
use callgate_bpf::text::write;

/// The filter, and a function that installs it; the crate libc is needed.
pub(super) fn source(program: &Program, abi: Abi) -> String {
    let array = write::rust(program.insns(), abi);
    format!(
        "{array}
/// Filters the calling thread and what it starts from now on.
pub fn install_filter() -> std::io::Result<()> {{
    let program = libc::sock_fprog {{ len: FILTER.len() as _, filter: FILTER.as_ptr().cast_mut() }};
    // SAFETY: PR_SET_NO_NEW_PRIVS takes numbers only.
    if unsafe {{ libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) }} != 0 {{
        return Err(std::io::Error::last_os_error());
    }}
    // SAFETY: the kernel reads `program` and the constant it points to, and writes nothing.
    if unsafe {{ libc::syscall(libc::SYS_seccomp, libc::SECCOMP_SET_MODE_FILTER, 0, &raw const program) }} != 0 {{
        return Err(std::io::Error::last_os_error());
    }}
    Ok(())
}}
"
    )
}
