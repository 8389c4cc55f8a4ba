//! What every call there is comes to: by architecture and number, a node of one graph.

use crate::graph::{Graph, NodeId};
use crate::mix::Mixed;
use crate::numbers::Numbers;
use callgate_abi::Action;
use std::collections::HashMap;
use std::ops::RangeInclusive;

/// A filter before it is laid out: for every value of `arch` and every `nr` of 32 bits a node of a
/// [`Graph`].
///
/// This is what policies, imported profiles and filters read back have in common;
/// [`crate::emit`] makes a filter of it. The nodes should test arguments and the instruction pointer only:
/// a node that tests number or architecture is right, but is not remembered by the kernel.
///
/// ```
/// use callgate_abi::{Action, Endian, Errno, SeccompData};
/// use callgate_compile::{Decisions, Operand, Relation, Weights, Word, emit};
/// let mut decisions = Decisions::new(Action::KillProcess);
/// let graph = decisions.graph();
/// let (allow, refuse) = (graph.answer(Action::Allow), graph.answer(Action::Errno(Errno::EPERM)));
/// let (low, _) = Word::halves(Endian::Little, 0);
/// let socket = graph.test(Operand::whole(low), Relation::Is, 1, allow, refuse);
/// decisions.give(0xc000_003e..=0xc000_003e, 0..=400, allow);
/// decisions.give(0xc000_003e..=0xc000_003e, 41..=41, socket);
/// let filter = emit(decisions, &Weights::usual())?;
/// let mut data = SeccompData { arch: 0xc000_003e, nr: 41, ..Default::default() };
/// assert_eq!(callgate_bpf::interp::run(&filter, &data), 0x0005_0001);
/// data.args[0] = 1;
/// assert_eq!(callgate_bpf::interp::run(&filter, &data), 0x7fff_0000);
/// # Ok::<(), callgate_compile::CompileError>(())
/// ```
#[derive(Debug)]
pub struct Decisions {
    pub(crate) graph: Graph,
    /// For each architecture its place among the machines.
    pub(crate) arches: Numbers<usize>,
    /// For each number where it leads.
    pub(crate) machines: Vec<Numbers<NodeId>>,
}

impl Decisions {
    /// Every call gets this.
    pub fn new(action: Action) -> Decisions {
        let mut graph = Graph::default();
        let all = graph.answer(action);
        Decisions { graph, arches: Numbers::all(0), machines: vec![Numbers::all(all)] }
    }

    /// Where nodes are made.
    pub fn graph(&mut self) -> &mut Graph {
        &mut self.graph
    }

    /// Leads these numbers of these architectures (`AUDIT_ARCH_*`) to a node, whatever they led to before.
    pub fn give(&mut self, arches: RangeInclusive<u32>, numbers: RangeInclusive<u32>, to: NodeId) {
        for machine in self.apart(arches) {
            self.machines[machine].set(*numbers.start(), *numbers.end(), to);
        }
    }

    /// The machines of these architectures and of no others.
    pub(crate) fn apart(&mut self, arches: RangeInclusive<u32>) -> Vec<usize> {
        let (first, last) = (*arches.start(), *arches.end());
        let intervals = self.arches.intervals();
        let ends = intervals.iter().skip(1).map(|(start, _)| start - 1).chain([u32::MAX]);
        let mut found = Vec::new();
        for ((start, machine), end) in intervals.iter().copied().zip(ends) {
            let (from, to) = (start.max(first), end.min(last));
            if from > to {
                continue;
            }
            // A machine that others share is copied for these.
            let shared = intervals.iter().filter(|(_, other)| *other == machine).count() > 1;
            let own = if shared || (start, end) != (from, to) {
                self.machines.push(self.machines[machine].clone());
                self.machines.len() - 1
            } else {
                machine
            };
            self.arches.set(from, to, own);
            found.push(own);
        }
        found
    }

    /// Replaces every node that a number leads to, each once.
    pub(crate) fn each_leaf(&mut self, mut change: impl FnMut(&mut Graph, NodeId) -> NodeId) {
        let mut changed: HashMap<NodeId, NodeId, Mixed> = HashMap::default();
        let Decisions { graph, machines, .. } = self;
        for machine in machines {
            machine.change(|leaf| *changed.entry(leaf).or_insert_with(|| change(graph, leaf)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Decisions;
    use callgate_abi::Action;

    #[test]
    fn rectangles() {
        let mut decisions = Decisions::new(Action::Trap(1));
        let [a, b, c] = [10, 20, 30].map(|data| decisions.graph().answer(Action::Trap(data)));
        decisions.give(5..=9, 0..=100, a);
        decisions.give(7..=u32::MAX, 50..=60, b);
        decisions.give(0..=0, 0..=u32::MAX, c);
        let none = decisions.graph().answer(Action::Trap(1));
        let at = |arch, nr| decisions.machines[decisions.arches.get(arch)].get(nr);
        for (arch, nr, expected) in [
            (0, 7, c),
            (1, 7, none),
            (5, 0, a),
            (5, 55, a),
            (7, 49, a),
            (7, 50, b),
            (9, 60, b),
            (9, 61, a),
            (10, 50, b),
            (10, 49, none),
            (u32::MAX, 60, b),
            (1, 55, none),
        ] {
            assert_eq!(at(arch, nr), expected, "{arch} {nr}");
        }
    }
}
