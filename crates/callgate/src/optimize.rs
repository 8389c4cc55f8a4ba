//! Filters made smaller: one, or a stack in one.

use callgate_abi::{Abi, Action, Sysno, syscalls};
use callgate_analyze::{Decided, Limits, Reason, Space, Step, has_bitmap, is_constant_allow};
use callgate_bpf::Program;
use callgate_compile::{CompileError, Decisions, NodeId, Operand, Relation, Weights, Word, emit};

/// A filter that does what others did.
#[derive(Debug, Clone)]
pub struct Optimized {
    /// The filter. Proven equal to what it stands for, on every call there is.
    pub program: Program,
    /// How many instructions it stands for.
    pub before: usize,
    /// The calls, of all ABIs, that a kernel now allows from its bitmap and did not before.
    pub remembered: Vec<Sysno>,
}

/// Why there is no smaller filter.
#[derive(Debug, thiserror::Error)]
pub enum OptimizeError {
    /// What some calls get could not be decided, or not in bearable time.
    #[error("the filter cannot be rewritten: {0}")]
    Undecided(Reason),
    /// One filter would not hold it all.
    #[error(transparent)]
    Compile(#[from] CompileError),
    /// The new filter is not the old one, which is a fault of callgate.
    #[error(
        "the rewritten filter differs from the given one, which is a fault of callgate; nothing was written"
    )]
    Differs,
}

/// Makes one filter of a stack, the first installed first, that answers every call as the kernel has the stack
/// answer it. It is never longer than a single given filter.
///
/// The answer is what the kernel does, not the bits returned: data that it ignores are left out, so that
/// it can remember the call.
///
/// ```
/// use callgate::optimize::optimize;
/// use callgate_bpf::{Insn, Program};
/// let allow = 0x7fff_0000;
/// let one_by_one = Program::new(vec![
///     Insn::ld_abs(0), Insn::jeq(1, 2, 0), Insn::jeq(2, 1, 0), Insn::jeq(3, 0, 1),
///     Insn::ret(allow), Insn::ret(0),
/// ])?;
/// let optimized = optimize(&[&one_by_one], &Default::default(), Default::default())?;
/// assert_eq!((optimized.before, optimized.program.len()), (6, 5));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn optimize(stack: &[&Program], weights: &Weights, limits: Limits) -> Result<Optimized, OptimizeError> {
    let mut space = Space::new(limits);
    let wanted = space.stack(stack);
    let decided = space.decided(wanted).map_err(OptimizeError::Undecided)?;
    let mut program = emit(decisions(&decided), weights)?;
    if space.filter(&program) != wanted {
        return Err(OptimizeError::Differs);
    }
    if let [only] = stack
        && only.len() < program.len()
    {
        program = (*only).clone();
    }
    let remembered = remembered(stack, &program);
    Ok(Optimized { program, before: stack.iter().map(|filter| filter.len()).sum(), remembered })
}

fn decisions(decided: &Decided) -> Decisions {
    let mut decisions = Decisions::new(Action::KillProcess);
    let mut nodes: Vec<NodeId> = Vec::with_capacity(decided.steps.len());
    for step in &decided.steps {
        let graph = decisions.graph();
        nodes.push(match *step {
            Step::Return(action) => graph.answer(action),
            Step::Bit { word, bit, clear, set } => {
                let word = Word::new(word).expect("a word of seccomp_data");
                graph.test(Operand::whole(word), Relation::HasBit, 1 << bit, nodes[set], nodes[clear])
            }
        });
    }
    for alike in &decided.arches {
        for (numbers, to) in &alike.numbers {
            decisions.give(alike.arches.clone(), numbers.clone(), nodes[*to]);
        }
    }
    decisions
}

/// The known calls that the kernel allows by itself now and did not before.
fn remembered(stack: &[&Program], program: &Program) -> Vec<Sysno> {
    let mut found = Vec::new();
    for abi in Abi::ALL.iter().filter(|abi| has_bitmap(**abi)) {
        for (nr, _) in syscalls::of_abi(*abi) {
            let constant = |filter: &Program| is_constant_allow(filter, abi.audit_arch(), nr);
            if constant(program) && !stack.iter().all(|filter| constant(filter)) {
                found.push(Sysno { abi: *abi, nr });
            }
        }
    }
    found
}
