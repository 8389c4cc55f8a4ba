//! From a checked policy and its plan to a verified filter.
//!
//! [`compile`] goes in small passes, a file each:
//!
//! | pass | what it does |
//! |---|---|
//! | `lower`, `condition` | policy and plan → [`Decisions`]: for each architecture a map from every number to a node of one [`Graph`] of tests on 32-bit words |
//! | `table` | many rules of one call as one diagram |
//! | `prune`, `facts` | tests that earlier ones have decided are left out |
//! | `words`, `bits`, `choose`, `order`, `sweep` | tests of one word are chosen anew, the fewest that do |
//! | `dispatch`, `search`, `weights` | the maps → a search by architecture and number |
//! | `layout` | the graph → an order of its nodes |
//! | `assemble` | the order → instructions, from the end |
//! | [`callgate_bpf::Program::new`] | the kernel's own checks |
//!
//! [`emit()`] begins with [`Decisions`]: what else makes filters comes in there. The module [`mod@emit`] writes
//! policies down as other programs take them.
mod assemble;
mod bits;
mod choose;
mod condition;
mod decisions;
mod dispatch;
pub mod emit;
mod facts;
mod graph;
mod layout;
mod lower;
mod mix;
mod numbers;
mod order;
mod prune;
mod search;
#[cfg(test)]
mod shortest;
mod sweep;
mod table;
mod weights;
mod word;
mod words;

pub use decisions::Decisions;
pub use graph::{Graph, NodeId};
pub use weights::Weights;
pub use word::{Operand, Relation, Word};

use callgate_abi::Abi;
use callgate_bpf::{MAX_INSNS, Program, VerifyError};
use callgate_plan::Plan;
use callgate_policy::Policy;
use std::fmt::Write;
use thiserror::Error;

/// What besides policy and plan goes into a filter.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Calls that start the program and must pass.
    pub launch: Option<Launch>,
    /// Somebody waits for the filter: what takes most of the time and saves some instructions is left out, unless the
    /// filter would be too long without.
    pub hurried: bool,
    /// How often calls are made, instead of what the policy says of that in `[syscalls.weights]`; where
    /// neither says anything it is as in common programs ([`Weights::usual`]).
    pub weights: Option<Weights>,
}

/// The calls between installing the filter and the program's first instruction.
///
/// A call of [`Launch::calls`] on the native ABI whose sixth argument (`args[5]`, all 64 bits), which
/// these calls do not use, equals the nonce is allowed whatever the policy says.
#[derive(Debug, Clone)]
pub struct Launch {
    /// A random number that the program cannot guess.
    pub nonce: u64,
    /// The calls by name: `execveat`; `dup3` and `close_range` when files are moved before it.
    pub calls: &'static [&'static str],
}

/// Why there is no filter.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CompileError {
    /// The filter would be longer than the kernel takes.
    #[error("{}", too_long(*.instructions, *.limit, .heaviest))]
    TooLong {
        /// How many instructions it would have, or would have at least where that many are more than enough to know.
        instructions: usize,
        /// How many the kernel takes: 4096.
        limit: usize,
        /// The calls that take the most tests, the heaviest first, at most three.
        heaviest: Vec<HeavyCall>,
    },
    /// The conditions of one call are more than the compiler works on. They may fit for all that it knows, which it
    /// would take too long to find out.
    #[error("{}", too_much(*.tests, *.limit, .heaviest))]
    TooMuch {
        /// How many tests they come to.
        tests: usize,
        /// How many the compiler works on: 8192.
        limit: usize,
        /// The calls with the most comparisons in their rules, the heaviest first, at most three.
        heaviest: Vec<HeavyCall>,
    },
    /// [`Launch::calls`] names what the native ABI lacks.
    #[error("the launching call `{name}` does not exist on {abi}")]
    UnknownLaunchCall {
        /// The name.
        name: &'static str,
        /// The native ABI.
        abi: Abi,
    },
    /// The compiler made what the kernel would refuse: a fault of callgate itself.
    #[error("the compiled filter does not pass the kernel's checks, which is a fault of callgate: {0}")]
    Refused(#[from] VerifyError),
}

/// A call and how much of the filter it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeavyCall {
    /// The ABI and the call's name, or its number without one: `x86_64 ioctl`.
    pub call: String,
    /// Tests of its arguments.
    pub tests: usize,
}

fn too_long(instructions: usize, limit: usize, heaviest: &[HeavyCall]) -> String {
    let text = format!("the filter would have {instructions} instructions or more, and Linux takes {limit}");
    with_heaviest(text, heaviest)
}

fn too_much(tests: usize, limit: usize, heaviest: &[HeavyCall]) -> String {
    let text = format!("the conditions of one call come to {tests} tests, and the compiler works on {limit}");
    with_heaviest(text, heaviest)
}

fn with_heaviest(mut text: String, heaviest: &[HeavyCall]) -> String {
    let mut separator = ": fewer conditions help most on ";
    for HeavyCall { call, tests } in heaviest {
        let _ = write!(text, "{separator}{call} ({tests} tests)");
        separator = ", ";
    }
    if heaviest.is_empty() {
        text.push_str(": list fewer ABIs in `arch`");
    } else {
        text.push_str(", or list fewer ABIs in `arch`");
    }
    text
}

/// Compiles.
///
/// The filter answers a call of an ABI that the policy lists with the strictest of what
/// `[syscalls]` and the plan say of it, and of any other ABI with `bad-arch`. Without `[syscalls]`
/// everything is allowed that the plan does not treat, the ABIs are the host's family, and others
/// kill.
///
/// ```
/// use callgate_compile::{Options, compile};
/// use callgate_plan::Plan;
/// use callgate_policy::Policy;
/// let filter = compile(&Policy::default(), &Plan::default(), &Options::default())?;
/// let data = callgate_abi::SeccompData { arch: 0x1234, ..Default::default() };
/// assert_eq!(callgate_bpf::interp::run(&filter, &data), 0x8000_0000, "a foreign ABI kills");
/// # Ok::<(), callgate_compile::CompileError>(())
/// ```
pub fn compile(policy: &Policy, plan: &Plan, options: &Options) -> Result<Program, CompileError> {
    let of_policy =
        policy.syscalls.as_ref().map(|syscalls| &syscalls.weights).filter(|named| !named.is_empty());
    let weights = match (&options.weights, of_policy) {
        (Some(weights), _) => weights.clone(),
        (None, Some(named)) => Weights::of_names(named.clone()),
        (None, None) => Weights::usual(),
    };
    let launch = options.launch.as_ref();
    if options.hurried
        && let Ok(program) = emitted(lower::lower(policy, plan, launch)?, &weights, true)
    {
        return Ok(program);
    }
    emit(lower::lower(policy, plan, launch)?, &weights)
}

/// Makes the smallest filter known for these decisions.
pub fn emit(decisions: Decisions, weights: &Weights) -> Result<Program, CompileError> {
    emitted(decisions, weights, false)
}

fn emitted(mut decisions: Decisions, weights: &Weights, hurried: bool) -> Result<Program, CompileError> {
    let cuts = decisions.machines.iter().map(|machine| machine.intervals().len() / 2).max().unwrap_or(0);
    // A test cuts off two intervals at most.
    if cuts > MAX_INSNS {
        let heaviest = lower::heaviest(&decisions, 3);
        return Err(CompileError::TooLong { instructions: cuts, limit: MAX_INSNS, heaviest });
    }
    let mut effort = words::Effort::default();
    decisions.each_leaf(|graph, leaf| {
        let leaf = prune::prune(graph, leaf);
        if hurried {
            return leaf;
        }
        let leaf = words::rechoose(graph, leaf, &mut effort);
        prune::prune(graph, leaf)
    });
    let root = dispatch::root(&mut decisions, weights, hurried);
    let order = layout::order(&decisions.graph, root);
    let insns = assemble::assemble(&decisions.graph, &order);
    if insns.len() > MAX_INSNS {
        let heaviest = lower::heaviest(&decisions, 3);
        return Err(CompileError::TooLong { instructions: insns.len(), limit: MAX_INSNS, heaviest });
    }
    Ok(Program::new(insns)?)
}
