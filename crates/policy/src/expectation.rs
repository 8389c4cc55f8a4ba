//! Running the unit tests inside a policy.

use crate::evaluate::Verdict;
use crate::model::{Decision, Expect, ExpectedVerdict, Policy};

/// What became of one `[[expect]]`.
#[derive(Debug, Clone, Copy)]
pub struct ExpectOutcome<'p> {
    /// The expectation.
    pub expect: &'p Expect,
    /// What the policy says.
    pub verdict: Verdict<'p>,
    /// Whether that is what was expected.
    pub passed: bool,
}

impl Policy {
    /// Judges every `[[expect]]`. Objects are taken lexically, as written: nothing on the file system
    /// is looked at and no redirect is followed.
    pub fn run_expects(&self) -> Vec<ExpectOutcome<'_>> {
        let run = |expect| {
            let Expect { verdict: expected, operation, object, .. }: &Expect = expect;
            let verdict = self.evaluate(*operation, object);
            let passed = matches!(
                (expected, verdict.decision),
                (ExpectedVerdict::Allow, Decision::Allow | Decision::Log)
                    | (ExpectedVerdict::Deny, Decision::Deny(_))
                    | (ExpectedVerdict::Ask, Decision::Ask)
            );
            ExpectOutcome { expect, verdict, passed }
        };
        self.expects.iter().map(run).collect()
    }
}
