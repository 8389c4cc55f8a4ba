//! Why a target did not start.

use callgate_abi::{Action, Errno};
use std::fmt;
use thiserror::Error;

macro_rules! stages {
    ($($variant:ident $doc:literal $text:literal;)*) => {
        /// The step of a start.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(u32)]
        pub enum Stage {
            $(#[doc = $doc] $variant,)*
        }

        impl Stage {
            const ALL: &[Stage] = &[$(Stage::$variant,)*];

            /// What was being done, to follow "cannot": `set no_new_privs`.
            pub fn text(self) -> &'static str {
                match self { $(Stage::$variant => $text,)* }
            }
        }
    };
}

stages! {
    Descriptors "Copying the standard streams, in the parent." "copy the standard streams";
    Clone "Making the process, in the parent." "create a process";
    Seize "Attaching the tracer, in the parent." "trace the new process";
    Hold "Waiting for the tracer." "wait for the tracer";
    NoNewPrivs "`PR_SET_NO_NEW_PRIVS`." "set no_new_privs";
    Guardian "landlock_restrict_self and clone." "start the guardian";
    ProcessGroup "setpgid." "set the process group";
    ParentDeath "`PR_SET_PDEATHSIG`." "tie the program to callgate's life";
    Signals "Dispositions and mask." "reset the signals";
    Limits "Setting limits." "set a resource limit";
    Directory "chdir." "enter the working directory";
    Landlock "landlock_restrict_self." "enter the Landlock domain";
    Filter "seccomp." "install the filter";
    CloseInherited "close_range." "close inherited descriptors";
    Streams "dup3." "connect the standard streams";
    FileLimit "prlimit64 of `RLIMIT_NOFILE`." "set the limit on open files";
    Exec "execveat." "execute the program";
}

impl Stage {
    pub(super) fn from_number(number: u32) -> Stage {
        Stage::ALL.get(number as usize).copied().unwrap_or(Stage::Clone)
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

/// Why a target did not start. Nothing is left of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SpawnError {
    /// A step failed.
    #[error("cannot {stage}: {} ({errno})", errno.text())]
    Failed {
        /// Which.
        stage: Stage,
        /// Why. At [`Stage::Exec`] that of execve(2), for the program or for `/bin/sh`.
        errno: Errno,
    },
    /// A filter that is already in force has a listener; the kernel takes one per thread (EBUSY).
    #[error("a supervisor is already listening to this process: the kernel allows one seccomp listener")]
    ListenerExists,
    /// The filter would not let one of the start's own calls pass.
    #[error(
        "the filter answers {action} to the {call} that starts the program: it must allow the launch calls"
    )]
    FilterStopsLaunch {
        /// The call.
        call: &'static str,
        /// What the filter answers.
        action: Action,
    },
    /// A signal ended the child before its exec.
    #[error("the new process was killed by signal {signal} before it could {stage}")]
    Died {
        /// The step it had come to.
        stage: Stage,
        /// The signal.
        signal: i32,
    },
}

impl SpawnError {
    /// The step that failed.
    pub fn stage(&self) -> Stage {
        match self {
            SpawnError::Failed { stage, .. } | SpawnError::Died { stage, .. } => *stage,
            SpawnError::ListenerExists | SpawnError::FilterStopsLaunch { .. } => Stage::Filter,
        }
    }

    /// The error number, where a call failed.
    pub fn errno(&self) -> Option<Errno> {
        match self {
            SpawnError::Failed { errno, .. } => Some(*errno),
            SpawnError::ListenerExists => Some(Errno::EBUSY),
            SpawnError::FilterStopsLaunch { .. } | SpawnError::Died { .. } => None,
        }
    }
}
