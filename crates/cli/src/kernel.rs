//! What the live kernel does with a call, under the filters that a command is about.

use crate::enforce;
use crate::failure::{Failure, errno_text};
use crate::subject::Subject;
use callgate_abi::{Action, SeccompData};
use callgate_bpf::{Program, interp};
use callgate_sys::signal;
use callgate_sys::verdict::{self, AskError};

const SIGCHLD: i32 = 17;

/// Filters about which the kernel is asked.
pub(crate) struct Asked {
    filters: Vec<Program>,
}

/// The kernel's word on an answer that was worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Word {
    /// The same.
    Same,
    /// Something else.
    Other(Action),
    /// It could not be asked, and why.
    NotAsked(String),
}

impl Asked {
    /// The filters of a subject; of a policy the one that is compiled from it.
    pub(crate) fn of(subject: &Subject) -> Result<Asked, Failure> {
        // A parent may have left it ignored: then no child could be waited for.
        signal::set_default(SIGCHLD)
            .map_err(|errno| Failure::new(format!("cannot wait for children: {}", errno_text(errno))))?;
        let filters = match subject {
            Subject::Filters(filters) => filters.clone(),
            Subject::Policy(meaning) => {
                enforce::filter(&meaning.policy, &meaning.plan)?.into_iter().collect()
            }
        };
        Ok(Asked { filters })
    }

    /// Whether the kernel does what was worked out. It shows no difference between allow and log.
    pub(crate) fn about(&self, call: &SeccompData, expected: Action) -> Word {
        let stack: Vec<&Program> = self.filters.iter().collect();
        let runs = |action| matches!(action, Action::Allow | Action::Log);
        match verdict::ask(&stack, call) {
            Ok(action) if action == expected || runs(action) && runs(expected) => Word::Same,
            Ok(Action::Allow) if verdict::is_hidden(interp::run_stack(&stack, call)) => Word::NotAsked(
                "the kernel was not asked: an unknown action this weak shows only when the call is made"
                    .to_owned(),
            ),
            Ok(action) => Word::Other(action),
            Err(AskError::NotHere) => Word::NotAsked("not on this kernel: it takes no such call".to_owned()),
            Err(error) => Word::NotAsked(format!("the kernel was not asked: {error}")),
        }
    }
}
