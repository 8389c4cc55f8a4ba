//! What is decided of a program, beside the interpreter.

use crate::Target;
use crate::choices::Choices;
use crate::made::program::{ANY, call, program};
use callgate_abi::{Action, SeccompData};
use callgate_analyze::{Limits, Space, Verdict};
use callgate_bpf::{Program, interp};

pub(crate) const TARGET: Target = Target {
    name: "verdicts",
    about: "what is decided of any stack is what the interpreter answers; what is said of it holds",
    longest: 512,
    run,
};

/// Enough for these programs, and soon used up by hard ones.
pub(crate) const LIMITS: Limits = Limits { nodes: 1 << 16, steps: 400_000, states: 1 << 9 };

fn run(data: &[u8]) {
    let mut c = Choices::new(data);
    let mut stack = Vec::new();
    for _ in 0..=c.below(3) {
        let Some(program) = program(&mut c, ANY) else { return };
        stack.push(program);
    }
    let calls: Vec<SeccompData> = (0..16).map(|_| call(&mut c, &stack[0])).collect();
    let stack: Vec<&Program> = stack.iter().collect();
    let mut space = Space::new(LIMITS);
    let (verdicts, deciders) = space.stack_with_deciders(&stack);
    let answer = |call: &SeccompData| Action::from_ret(interp::run_stack(&stack, call));
    for call in &calls {
        if let Verdict::Known(action) = space.verdict(verdicts, call) {
            assert_eq!(action, answer(call), "{call:?}\n{stack:?}");
        }
    }
    let Ok(groups) = space.explain_stack(verdicts, deciders) else { return };
    for outcome in groups.iter().flat_map(|group| &group.outcomes) {
        let Verdict::Known(action) = outcome.verdict else { continue };
        assert_eq!(action, answer(&outcome.example), "{outcome:?}\n{stack:?}");
        let answers: Vec<u32> = stack.iter().map(|program| interp::run(program, &outcome.example)).collect();
        let decider = interp::decider(&answers);
        assert!(
            outcome.deciders.is_empty() || decider.is_none_or(|filter| outcome.deciders.contains(&filter)),
            "{outcome:?}\n{stack:?}"
        );
    }
}
