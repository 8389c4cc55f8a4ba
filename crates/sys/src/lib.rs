//! The only crate that calls the kernel by hand: seccomp, listener, pidfd, ptrace, Landlock, memory, spawn.
