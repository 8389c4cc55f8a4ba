//! From a checked policy and its plan to a verified filter.
//!
//! [`compile`] goes in small passes, each of which later work may replace:
//!
//! 1. `lower`: policy and plan → for each architecture, a map from every number to a decision, a
//!    node of a graph of tests on 32-bit words (`condition`) that all numbers share (`graph`);
//! 2. `dispatch`: the maps → a search by architecture and number;
//! 3. `layout`: the graph → an order of its nodes;
//! 4. `assemble`: the order → instructions, from the end;
//! 5. [`callgate_bpf::Program::new`]: the kernel's own checks.
mod assemble;
mod condition;
mod dispatch;
mod graph;
mod layout;
mod lower;
mod numbers;

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
        /// How many instructions it would have.
        instructions: usize,
        /// How many the kernel takes: 4096.
        limit: usize,
        /// The calls that take the most tests, the heaviest first, at most three.
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
    let mut text = format!("the filter would have {instructions} instructions, and Linux takes {limit}");
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
    let mut decisions = lower::lower(policy, plan, options.launch.as_ref())?;
    let root = dispatch::root(&mut decisions);
    let order = layout::order(&decisions.graph, root);
    let insns = assemble::assemble(&decisions.graph, &order);
    if insns.len() > MAX_INSNS {
        let heaviest = decisions.heaviest(3);
        return Err(CompileError::TooLong { instructions: insns.len(), limit: MAX_INSNS, heaviest });
    }
    Ok(Program::new(insns)?)
}
