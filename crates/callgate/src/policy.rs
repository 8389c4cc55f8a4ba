//! Policies for programs.

use callgate_policy::diagnostic::Diagnostics;
use callgate_policy::environment::EnvironmentError;
use callgate_policy::{Environment, Loader, Purpose};
use std::path::Path;
use std::sync::Arc;

/// A checked policy. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Policy {
    pub(crate) checked: Arc<callgate_policy::Policy>,
}

/// Why there is no policy.
#[derive(Debug, thiserror::Error)]
pub enum PolicyError {
    /// The text has mistakes: each with line, span and suggestion. `Display` renders all of them.
    #[error("{}", .0.render(false))]
    Mistakes(Diagnostics),
    /// The variables of policies could not be taken from this process.
    #[error(transparent)]
    Environment(#[from] EnvironmentError),
}

impl Policy {
    /// A policy from its text. Relative paths in it (`./x`) start from the current folder, variables
    /// come from this process's environment.
    pub fn from_toml(text: &str) -> Result<Policy, PolicyError> {
        Policy::load(|loader, environment| loader.text("policy", text, &environment.cwd))
    }

    /// A policy from a file.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Policy, PolicyError> {
        Policy::load(|loader, _| loader.file(path.as_ref()))
    }

    /// A preset by its name: `strict`, `workspace`, …
    pub fn preset(name: &str) -> Result<Policy, PolicyError> {
        Policy::load(|loader, _| loader.preset(name))
    }

    fn load(add: impl FnOnce(&mut Loader<'_>, &Environment)) -> Result<Policy, PolicyError> {
        let environment = Environment::of_this_process()?;
        let mut loader = Loader::new(&environment);
        add(&mut loader, &environment);
        match loader.finish(Purpose::Run) {
            Ok((policy, _warnings)) => Ok(Policy { checked: Arc::new(policy) }),
            Err(mistakes) => Err(PolicyError::Mistakes(mistakes)),
        }
    }

    /// The checked policy itself, for [`crate::prepare`] and for evaluation.
    pub fn checked(&self) -> &Arc<callgate_policy::Policy> {
        &self.checked
    }
}

impl From<callgate_policy::Policy> for Policy {
    fn from(policy: callgate_policy::Policy) -> Policy {
        Policy { checked: Arc::new(policy) }
    }
}
