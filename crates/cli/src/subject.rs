//! What `explain`, `diff` and `check --prove` are asked about: filters, or a policy.

use crate::failure::Failure;
use crate::input::Filter;
use crate::terminal::Colour;
use crate::{enforce, imports, input, policies};
use callgate_abi::{Abi, Action, SeccompData};
use callgate_analyze::{Reference, Space, Treatment, Verdicts};
use callgate_bpf::{Program, interp, text};
use callgate_events::text::counted;
use callgate_plan::Plan;
use callgate_policy::Policy;
use std::ffi::{OsStr, OsString};
use std::path::Path;

/// One of the two sides of a comparison, or what is explained.
pub(crate) enum Subject {
    /// A stack of filters, the first installed first.
    Filters(Vec<Program>),
    /// A policy, by its meaning: nothing is compiled.
    Policy(Box<Meaning>),
}

/// A policy's meaning for calls on this machine.
pub(crate) struct Meaning {
    pub(crate) policy: Policy,
    /// The same as the filter has it.
    closed: Policy,
    pub(crate) plan: Plan,
    pub(crate) treatments: Vec<Treatment>,
}

impl Meaning {
    pub(crate) fn of(policy: Policy) -> Meaning {
        let plan = callgate_plan::plan(&policy, &callgate::abilities(), enforce::ENGINE);
        let treatments = treatments(&plan);
        let closed = callgate_plan::closing(&policy).into_owned();
        Meaning { policy, closed, plan, treatments }
    }

    /// Of a policy with `[syscalls]` alone, which needs nothing else treated.
    pub(crate) fn without_plan(policy: Policy) -> Meaning {
        Meaning { closed: policy.clone(), policy, plan: Plan::default(), treatments: Vec::new() }
    }

    pub(crate) fn reference(&self) -> Reference<'_> {
        Reference { policy: &self.closed, treatments: &self.treatments, launch: None }
    }
}

/// The plan's calls as the analyzer takes them.
fn treatments(plan: &Plan) -> Vec<Treatment> {
    let treatment = |call: &callgate_plan::PlannedCall| Treatment {
        sysno: call.sysno,
        action: call.treatment.action(),
        when: call.when.clone(),
    };
    plan.calls.iter().map(treatment).collect()
}

/// The policy that a word of the command line names: `x.toml`, `preset:NAME`, or a file (`-` is standard
/// input) that holds a policy or what can be imported as one.
pub(crate) fn names_policy(word: &OsStr) -> Option<String> {
    if input::parts(word).is_some() {
        return None;
    }
    let text = word.to_string_lossy();
    if let Some(preset) = text.strip_prefix("preset:") {
        return Some(preset.to_owned());
    }
    if Path::new(word).extension().is_some_and(|extension| extension == "toml") {
        return Some(text.into_owned());
    }
    // Of what cannot be read somebody else says so.
    let holds = word == "-" || Path::new(word).is_file();
    let policy = holds && input::read_bytes(word).is_ok_and(|bytes| imports::is_policy(&bytes));
    // Without a slash it would name a preset.
    policy.then(|| if word == "-" || text.contains('/') { text.into_owned() } else { format!("./{text}") })
}

/// The filter that a policy is compiled to, if a word names a policy.
pub(crate) fn policy_filter(word: &OsStr, colour: Colour) -> Result<Option<Filter>, Failure> {
    let Some(name) = names_policy(word) else { return Ok(None) };
    let meaning = Meaning::of(policies::load_one(&name, false, colour)?);
    let Some(program) = enforce::filter(&meaning.policy, &meaning.plan)? else {
        return Err(Failure::new(format!("{name} restricts nothing that a filter could, and has none")));
    };
    let insns = program.insns().to_vec();
    let found = text::Found { insns, lines: Vec::new(), abi: Abi::NATIVE };
    Ok(Some(Filter { name, found, flags: None }))
}

impl Subject {
    /// A word of the command line: a policy ([`names_policy`]), or filters in any format that [`input`]
    /// reads, several joined by `+`.
    pub(crate) fn read(word: &OsStr, colour: Colour) -> Result<Subject, Failure> {
        if let Some(name) = names_policy(word) {
            let policy = policies::load_one(&name, false, colour)?;
            return Ok(Subject::Policy(Box::new(Meaning::of(policy))));
        }
        Ok(Subject::Filters(input::read_stack(word)?))
    }

    /// Several words as one stack.
    pub(crate) fn stack(words: &[OsString], colour: Colour) -> Result<Subject, Failure> {
        if let [word] = words {
            return Subject::read(word, colour);
        }
        let mut stack = Vec::new();
        for word in words {
            match Subject::read(word, colour)? {
                Subject::Filters(filters) => stack.extend(filters),
                Subject::Policy(_) => {
                    return Err(Failure::new("a policy is explained alone")
                        .fix("name only filters, or the policy by itself"));
                }
            }
        }
        Ok(Subject::Filters(stack))
    }

    pub(crate) fn verdicts(&self, space: &mut Space) -> Verdicts {
        match self {
            Subject::Filters(filters) => space.stack(&filters.iter().collect::<Vec<_>>()),
            Subject::Policy(meaning) => space.policy(&meaning.reference()),
        }
    }

    /// What one call gets, by running it.
    pub(crate) fn answer(&self, space: &Space, verdicts: Verdicts, call: &SeccompData) -> Option<Action> {
        match self {
            Subject::Filters(filters) => {
                let stack: Vec<&Program> = filters.iter().collect();
                Some(Action::from_ret(interp::run_stack(&stack, call)))
            }
            Subject::Policy(_) => space.verdict(verdicts, call).action(),
        }
    }

    /// What it is, in a few words.
    pub(crate) fn describe(&self) -> String {
        match self {
            Subject::Filters(filters) => described(&filters.iter().map(Program::len).collect::<Vec<_>>()),
            Subject::Policy(_) => "a policy, by its meaning".to_owned(),
        }
    }
}

/// Filters of these lengths, in a few words.
pub(crate) fn described(lengths: &[usize]) -> String {
    match lengths {
        [] => "no filter".to_owned(),
        [length] => format!("a filter of {}", counted(*length as u64, "instruction")),
        lengths => {
            let each: Vec<String> = lengths.iter().map(usize::to_string).collect();
            format!("a stack of {} filters of {} instructions", lengths.len(), each.join(", "))
        }
    }
}
