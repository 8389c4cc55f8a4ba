//! Lints: what in a filter or policy is probably not what its author wants, each with a call that shows it.
//!
//! A rule is a file of `rules/`: its code, why it matters, when it does not, two examples, and the check. The
//! checks stand on the decision diagrams, so that a rule knows rather than guesses what calls get. What was not
//! decided is in [`Report::undecided`]; it is never passed over.

mod gap;
mod kernel;
mod look;
mod registers;
mod report;
mod rules;
mod target;
mod tell;

pub use report::{Finding, Passed, Report, Severity, Undecided, Witness};
pub use rules::RULES;

use crate::diagram::Bounded;
use crate::limits::Reason;
use crate::reference::Reference;
use crate::space::Space;
use callgate_abi::Abi;
use callgate_bpf::{Program, VerifyError};
use callgate_policy::import::{AsRun, Runtime};
use look::Look;

/// A rule: what is looked for, and why.
#[derive(Debug)]
pub struct Rule {
    /// The area in three letters and a number, `ABI01`. A code keeps its meaning for ever.
    pub code: &'static str,
    /// What is found, in a few words.
    pub title: &'static str,
    /// The gravest that a finding of it is.
    pub severity: Severity,
    /// Why it matters.
    pub why: &'static str,
    /// When a finding is no fault, and what the rule does not see.
    pub not_when: &'static str,
    /// What has a finding of this rule.
    pub triggering: Example,
    /// What has none.
    pub clean: Example,
    check: fn(&mut Look<'_>) -> Bounded<()>,
}

/// An example of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Example {
    /// A filter in the assembly language; several, each with its `.abi` line, are a stack.
    Filter(&'static str),
    /// A policy.
    Policy(&'static str),
    /// A filter, installed so many times.
    Repeated(&'static str, usize),
    /// A filter, with the flags of seccomp(2) that it was installed with.
    Installed(&'static str, u32),
    /// A profile, for a runtime.
    Profile(&'static str, Runtime),
}

/// What is looked at.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'a> {
    /// A stack of filters, the first installed first.
    Filters(&'a [Installed<'a>]),
    /// A policy, by its meaning.
    Policy(&'a Reference<'a>),
    /// A profile by what it says, and by what a runtime makes of it.
    Profile(&'a Reference<'a>, Target<'a>),
}

/// A profile as a runtime runs it.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// Which runtime.
    pub runtime: Runtime,
    /// What it makes of the profile.
    pub run: &'a AsRun,
}

/// One filter of a stack.
#[derive(Debug, Clone, Copy)]
pub struct Installed<'a> {
    /// The filter, or why the kernel would refuse it.
    pub program: Result<&'a Program, &'a VerifyError>,
    /// The flags that it was installed with (`SECCOMP_FILTER_FLAG_*`), where they are known.
    pub flags: Option<u32>,
}

/// The rule of a code, in upper or lower case.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code.eq_ignore_ascii_case(code))
}

/// Checks all rules. `assumed` is the ABI of filters that tell no architectures apart.
///
/// ```
/// use callgate_abi::Abi;
/// use callgate_analyze::lint::{Installed, Subject, lint};
/// use callgate_analyze::{Limits, Space};
/// use callgate_bpf::{Program, text::asm};
/// let text = "A = nr\nif A == execve { return kill }\nreturn allow";
/// let program = Program::new(asm::read(text, Abi::X86_64)?.insns)?;
/// let stack = [Installed { program: Ok(&program), flags: None }];
/// let report = lint(&mut Space::new(Limits::default()), &Subject::Filters(&stack), Abi::X86_64);
/// let finding = report.findings.iter().find(|finding| finding.rule.code == "ABI01").unwrap();
/// assert_eq!(finding.witness.unwrap().call.abi(), Some(Abi::I386));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn lint(space: &mut Space, subject: &Subject<'_>, assumed: Abi) -> Report {
    let mut report = Report::default();
    let Ok(mut look) = Look::new(space, subject, assumed, &mut report) else {
        report.undecided.push(Undecided { rules: RULES.to_vec(), calls: None, reason: Reason::Limits });
        return report;
    };
    for rule in RULES {
        look.turn_to(rule);
        if (rule.check)(&mut look).is_err() {
            look.undecided(Reason::Limits);
        }
    }
    look.finish();
    report
}
