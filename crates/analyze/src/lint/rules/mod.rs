//! The rules, one a file.

mod arch_allowed;
mod arch_unchecked;
mod chmod;
mod compat_looser;
mod compat_stricter;
mod dead;
mod default_allow;
mod descriptors;
mod drift;
mod errno_range;
mod errno_zero;
mod exec;
mod halves_order;
mod install_flags;
mod instruction_pointer;
mod io_uring;
mod kernel_code;
mod kernel_surface;
mod kexec;
mod kill_thread;
mod late;
mod log;
mod low_half_only;
mod missing_enosys;
mod modules;
mod mount;
mod multiplexers;
mod not_cached;
mod notify;
mod one_spelling;
mod open;
mod other_processes;
mod pointer_compared;
mod ptrace;
mod read_write;
mod redundant;
mod refused;
mod s390_clone;
mod signals;
mod skipped_call;
mod socket_families;
mod stack_total;
mod target_drops;
mod target_looser;
mod target_otherwise;
mod target_refuses;
mod terminal_input;
mod time64;
mod trace;
mod umount;
mod unknown_action;
mod unread_bits;
mod unseen_structs;
mod unsigned_order;
mod upper_half_only;
mod upper_halves;
mod uprobe;
mod user_namespace;
mod vdso;
mod writable_and_executable;
mod x32_numbers;
mod x32_unguarded;

use super::Rule;

/// Every rule, by code.
pub static RULES: &[&Rule] = &[
    &arch_unchecked::RULE,
    &arch_allowed::RULE,
    &x32_unguarded::RULE,
    &x32_numbers::RULE,
    &compat_looser::RULE,
    &compat_stricter::RULE,
    &skipped_call::RULE,
    &upper_halves::RULE,
    &unread_bits::RULE,
    &one_spelling::RULE,
    &low_half_only::RULE,
    &halves_order::RULE,
    &unsigned_order::RULE,
    &upper_half_only::RULE,
    &pointer_compared::RULE,
    &s390_clone::RULE,
    &instruction_pointer::RULE,
    &user_namespace::RULE,
    &open::RULE,
    &exec::RULE,
    &chmod::RULE,
    &mount::RULE,
    &read_write::RULE,
    &modules::RULE,
    &kexec::RULE,
    &umount::RULE,
    &multiplexers::RULE,
    &io_uring::RULE,
    &time64::RULE,
    &unseen_structs::RULE,
    &ptrace::RULE,
    &other_processes::RULE,
    &terminal_input::RULE,
    &kernel_surface::RULE,
    &kernel_code::RULE,
    &descriptors::RULE,
    &signals::RULE,
    &socket_families::RULE,
    &writable_and_executable::RULE,
    &default_allow::RULE,
    &trace::RULE,
    &notify::RULE,
    &kill_thread::RULE,
    &missing_enosys::RULE,
    &errno_zero::RULE,
    &errno_range::RULE,
    &unknown_action::RULE,
    &log::RULE,
    &vdso::RULE,
    &uprobe::RULE,
    &refused::RULE,
    &dead::RULE,
    &redundant::RULE,
    &not_cached::RULE,
    &late::RULE,
    &stack_total::RULE,
    &drift::RULE,
    &install_flags::RULE,
    &target_looser::RULE,
    &target_otherwise::RULE,
    &target_refuses::RULE,
    &target_drops::RULE,
];

/// What a rule is written with.
mod prelude {
    pub(super) use crate::diagram::{Bounded, Known, Ref};
    pub(super) use crate::lint::kernel::{Call, Surface};
    pub(super) use crate::lint::look::{Look, Need};
    pub(super) use crate::lint::report::{Passed, Severity};
    pub(super) use crate::lint::tell::{Found, listed, ranges, says_missing, verb};
    pub(super) use crate::lint::{Example, Rule};
    pub(super) use callgate_abi::{Abi, Action, SeccompData};
}
