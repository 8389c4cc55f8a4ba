//! A program that locks itself down.

use crate::{Policy, PrepareError, abilities, prepare};
use callgate_abi::Errno;
use callgate_compile::{CompileError, Options, compile};
use callgate_events::Mode;
use callgate_plan::{Anchors, Engine};
use callgate_sys::seccomp::{InstallFlags, install};
use std::sync::Arc;

/// Which threads a filter binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Threads {
    /// The calling thread, and those it starts from now on.
    This,
    /// All threads of the process (`SECCOMP_FILTER_FLAG_TSYNC`, since 3.17).
    All,
}

/// Why a program could not lock itself down. Nothing is restricted then.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// The policy cannot be enforced here.
    #[error(transparent)]
    Prepare(#[from] PrepareError),
    /// The filter cannot be made.
    #[error(transparent)]
    Compile(#[from] CompileError),
    /// Some rules need a supervisor, which nobody can be for itself.
    #[error(
        "rules of [fs] and [net] need a supervisor: run the program under one (callgate::Command), or keep to [syscalls]"
    )]
    NeedsSupervisor,
    /// The policy has no `[syscalls]`.
    #[error("the policy restricts no calls: it has no [syscalls]")]
    Empty,
    /// Another thread cannot follow: it has filters of its own, or strict mode.
    #[error("a thread of this process has filters of its own and cannot follow (ESRCH)")]
    ThreadApart,
    /// The kernel refused the filter.
    #[error("the kernel refused the filter: {} ({errno})", .errno.text())]
    Kernel {
        /// Why.
        errno: Errno,
    },
}

impl Policy {
    /// Installs the policy's filter on this thread, or on all threads. It stays for good, also over
    /// execve, and no later filter weakens it. Sets no_new_privs.
    pub fn lock_down_self(&self, threads: Threads) -> Result<(), LockError> {
        let prepared = prepare(
            Arc::clone(&self.checked),
            abilities(),
            &Anchors::default(),
            Engine::default(),
            Mode::Enforce,
            &[],
        )?;
        if prepared.plan.needs_listener || !prepared.plan.calls.is_empty() {
            return Err(LockError::NeedsSupervisor);
        }
        if self.checked.syscalls.is_none() {
            return Err(LockError::Empty);
        }
        // Without the launch exception: nothing is launched.
        let program = compile(&self.checked, &prepared.plan, &Options::default())?;
        let kernel = |errno| match errno {
            Errno::ESRCH => LockError::ThreadApart,
            errno => LockError::Kernel { errno },
        };
        callgate_sys::process::set_no_new_privs().map_err(kernel)?;
        let flags = match threads {
            Threads::This => InstallFlags::default(),
            Threads::All => InstallFlags { tsync: true, ..InstallFlags::default() },
        };
        install(&program, flags).map_err(kernel)
    }
}
