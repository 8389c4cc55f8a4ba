//! Tests of arguments that lead to two places become one box: filters compare 64 bits in halves, mask first, and ask for
//! signs, where a person thinks of one comparison.

use super::{End, Graph, Node, To};
use crate::calls;
use callgate_abi::{Abi, Action};
use callgate_analyze::{Calls, Limits, Machine, Space};
use callgate_bpf::flow::{Flow, Value};
use callgate_bpf::insn::code;
use callgate_bpf::text::asm::Line;
use callgate_bpf::{Insn, Program};
use std::collections::{BTreeMap, BTreeSet};

/// Lines of a box beyond which several boxes read better.
const MOST_LINES: usize = 4;
/// Characters of a line, likewise.
const LONGEST: usize = 76;
/// The first words of the call that are no architecture or number.
const ARGUMENTS: u32 = 8;

/// Replaces tests that belong together, and says each in the fewest words.
pub(super) fn fold(graph: &mut Graph, program: &Program, abi: Abi, lines: &[Line]) {
    let flow = Flow::of(program.insns(), abi);
    let mut fold = Fold { originals: BTreeMap::new(), insns: program.insns(), flow, lines };
    let tests = graph.nodes.values().filter(|node| fold.tests_arguments(node));
    fold.originals = tests.map(|node| (node.index, node.clone())).collect();
    let mut regions: BTreeMap<usize, BTreeSet<usize>> =
        fold.originals.keys().map(|index| (*index, BTreeSet::from([*index]))).collect();
    let heads: Vec<usize> = regions.keys().copied().collect();
    // From the end, so that what a box takes in is itself as large as it gets.
    for head in heads.into_iter().rev() {
        fold.reword(graph, head);
        while fold.merge(graph, head, &mut regions) {}
    }
}

/// Whether a test is of single bits.
fn is_bits(end: &End) -> bool {
    matches!(end, End::Tests { words, operands, .. } if operands.is_empty() && words.contains(" & "))
}

struct Fold<'a> {
    /// The boxes that test arguments, as they were.
    originals: BTreeMap<usize, Node>,
    insns: &'a [Insn],
    flow: Flow,
    lines: &'a [Line],
}

impl Fold<'_> {
    /// Whether a box does nothing but load a word, mask it and compare it with a constant.
    fn tests_arguments(&self, node: &Node) -> bool {
        let End::Tests { .. } = node.end else { return false };
        let simple = |at: &usize| {
            let insn = self.insns[*at];
            match insn.code {
                code::LD_W_ABS => insn.k >= ARGUMENTS,
                _ if insn.code == code::ALU | code::AND => true,
                _ => insn.is_conditional_jump() && insn.code & code::X == 0,
            }
        };
        node.insns.iter().all(simple) && self.first(node).is_some()
    }

    /// What makes A known at the start of a box: nothing, or a load that was made before. None if it is not known.
    fn first(&self, node: &Node) -> Option<Vec<Insn>> {
        let first = *node.insns.first()?;
        if self.insns[first].code == code::LD_W_ABS {
            return Some(Vec::new());
        }
        match self.flow.before(first)?.a {
            Value::Word(offset) if offset >= ARGUMENTS => Some(vec![Insn::ld_abs(offset)]),
            _ => None,
        }
    }

    /// Says one box's test in the fewest words; what always comes out the same is no test.
    fn reword(&self, graph: &mut Graph, head: usize) {
        let region = BTreeSet::from([head]);
        let Some(node) = graph.nodes.get_mut(&head) else { return };
        let End::Tests { yes, no, .. } = node.end else { return };
        // What is masked for this test may be tested again behind it.
        let alone = super::loads(self.lines, yes) && super::loads(self.lines, no);
        let plain = node.steps.is_empty();
        if !(plain || alone) {
            return;
        }
        // A plain comparison is said well enough already.
        let clumsy = !plain || is_bits(&node.end);
        match self.said(&region, head, yes, no) {
            Some(Said::Test(said)) if clumsy => {
                node.end = said.end(yes, no);
                node.steps.clear();
            }
            Some(Said::Test(_)) | None => {}
            Some(Said::Always(holds)) => {
                node.end = End::Goes(if holds { yes } else { no });
                node.steps.clear();
                node.took_yes |= node.took_no;
                node.took_no = false;
            }
        }
    }

    /// Takes a box in that follows on a test and leads to where the test leads otherwise.
    fn merge(&self, graph: &mut Graph, head: usize, regions: &mut BTreeMap<usize, BTreeSet<usize>>) -> bool {
        let entries = graph.entries();
        let Some(End::Tests { yes, no, .. }) = graph.nodes.get(&head).map(|node| node.end.clone()) else {
            return false;
        };
        for (follows, other, if_yes) in [(yes, no, true), (no, yes, false)] {
            let To::Node(next) = follows else { continue };
            let Some(End::Tests { yes: then, no: otherwise, .. }) =
                graph.nodes.get(&next).map(|node| node.end.clone())
            else {
                continue;
            };
            let alone = entries.get(&next) == Some(&1) && graph.start != To::Node(next);
            if !alone || !regions.contains_key(&next) || (then != other && otherwise != other) {
                continue;
            }
            let region: BTreeSet<usize> = regions[&head].union(&regions[&next]).copied().collect();
            // The way that is not shared is the box's yes.
            let (wanted, rest) = if otherwise == other { (then, other) } else { (otherwise, other) };
            if wanted == rest {
                continue;
            }
            let masks = [head, next].iter().any(|index| !self.originals[index].steps.is_empty());
            if masks && !(super::loads(self.lines, wanted) && super::loads(self.lines, rest)) {
                continue;
            }
            let Some(Said::Test(said)) = self.said(&region, head, wanted, rest) else { continue };
            let Some(inner) = graph.nodes.remove(&next) else { continue };
            regions.remove(&next);
            regions.insert(head, region);
            let Some(node) = graph.nodes.get_mut(&head) else { return false };
            let (came, left) =
                if if_yes { (node.took_yes, node.took_no) } else { (node.took_no, node.took_yes) };
            let (inner_wanted, inner_rest) = if otherwise == other {
                (inner.took_yes, inner.took_no)
            } else {
                (inner.took_no, inner.took_yes)
            };
            node.took_yes = came && inner_wanted;
            node.took_no = left || came && inner_rest;
            node.insns.extend(inner.insns);
            node.insns.sort_unstable();
            node.steps.clear();
            node.end = said.end(wanted, rest);
            return true;
        }
        false
    }

    /// The condition under which a region leads to `wanted` rather than to `rest`.
    fn said(&self, region: &BTreeSet<usize>, head: usize, wanted: To, rest: To) -> Option<Said> {
        let program = self.alone(region, head, wanted, rest)?;
        let mut space = Space::new(Limits { nodes: 1 << 14, steps: 60_000, states: 1 << 8 });
        let verdicts = space.filter(&program);
        let known = self.lines[head].calls.as_deref().unwrap_or_default();
        let machine = Machine::Abi(known.first().map_or(Abi::NATIVE, |sysno| sysno.abi));
        // Whose arguments they are; of any calls where that is not known.
        let numbers = match known {
            [] => vec![0..=u32::MAX],
            known => known.iter().map(|sysno| sysno.nr..=sysno.nr).collect(),
        };
        let calls = Calls { machine, numbers, scattered: false };
        let cases = space.when(verdicts, Action::Allow, &calls)?;
        match &cases[..] {
            [] => return Some(Said::Always(false)),
            [always] if always.is_empty() => return Some(Said::Always(true)),
            _ => {}
        }
        let cases = calls::when(&calls, Some(&cases))?;
        if cases.len() > MOST_LINES || cases.iter().any(|case| case.chars().count() > LONGEST) {
            return None;
        }
        Some(Said::Test(Words(cases)))
    }

    /// A region as a filter of its own: allow for `wanted`, kill for `rest`.
    fn alone(&self, region: &BTreeSet<usize>, head: usize, wanted: To, rest: To) -> Option<Program> {
        let mut insns: Vec<Insn> = Vec::new();
        debug_assert_eq!(region.first(), Some(&head), "jumps lead forward only");
        let mut places: BTreeMap<usize, usize> = BTreeMap::new();
        // Jumps to be filled in: where, and both targets.
        let mut jumps: Vec<(usize, To, To)> = Vec::new();
        for index in region {
            let node = self.originals.get(index)?;
            let End::Tests { yes, no, .. } = node.end else { return None };
            places.insert(*index, insns.len());
            insns.extend(self.first(node)?);
            let (last, straight) = node.insns.split_last()?;
            insns.extend(
                straight.iter().map(|at| self.insns[*at]).filter(|insn| !insn.is_unconditional_jump()),
            );
            jumps.push((insns.len(), yes, no));
            insns.push(self.insns[*last]);
        }
        let end = insns.len();
        insns.extend([Insn::ret(Action::Allow.to_ret()), Insn::ret(0)]);
        for (at, yes, no) in jumps {
            let distance = |to: To| {
                let place = match to {
                    To::Node(index) if region.contains(&index) => *places.get(&index)?,
                    to if to == wanted => end,
                    to if to == rest => end + 1,
                    _ => return None,
                };
                u8::try_from(place.checked_sub(at + 1)?).ok()
            };
            (insns[at].jt, insns[at].jf) = (distance(yes)?, distance(no)?);
        }
        Program::new(insns).ok()
    }
}

/// What a region comes to.
enum Said {
    Always(bool),
    Test(Words),
}

/// Alternatives.
struct Words(Vec<String>);

impl Words {
    fn end(self, yes: To, no: To) -> End {
        let words = self.0.join("\nor ");
        let comparison = match &self.0[..] {
            [one] if !one.contains(" && ") && !one.contains(" & ") => one.split_once(" == "),
            _ => None,
        };
        let (subject, operands) = comparison.map_or((String::new(), Vec::new()), |(subject, value)| {
            (subject.to_owned(), vec![value.to_owned()])
        });
        End::Tests { subject, operands, words, yes, no }
    }
}
