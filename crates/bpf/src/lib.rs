//! Classic BPF as seccomp runs it: instructions, verified programs, assembler, interpreter.
