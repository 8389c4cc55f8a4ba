//! A C source.

use callgate_abi::Abi;
use callgate_bpf::Program;
use callgate_bpf::text::write;

/// The filter, and a function that installs it.
pub(super) fn source(program: &Program, abi: Abi) -> String {
    let array = write::c(program.insns(), abi);
    format!(
        "#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

{array}
/* Filters the calling thread and what it starts from now on. 0, or -1 with errno. */
int install_filter(void)
{{
	struct sock_fprog program = {{ sizeof filter / sizeof filter[0], (struct sock_filter *)filter }};
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
		return -1;
	return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) ? -1 : 0;
}}
"
    )
}
