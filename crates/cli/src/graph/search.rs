//! Searches for a call's number become one box with a row for each outcome: compilers of filters write them as trees
//! of comparisons, in which no person sees which calls go where.

use super::{End, Graph, Node, To};
use callgate_abi::{Abi, Sysno};
use callgate_bpf::insn::code;
use callgate_bpf::text::asm::{Line, Shape};
use std::collections::{BTreeMap, BTreeSet};

/// The fewest outcomes for which a box of rows reads better than tests below each other.
const FEWEST: usize = 3;

/// Numbers from, to (both included), and what becomes of them.
type Piece = (u32, u32, To);

/// Replaces each search by a box with rows.
pub(super) fn fold(graph: &mut Graph, lines: &[Line]) {
    let heads: Vec<usize> = graph.nodes.keys().copied().collect();
    for head in heads {
        if !graph.nodes.get(&head).is_some_and(|node| tests_number(node, lines)) {
            continue;
        }
        let members = members(graph, head, lines);
        if members.len() < FEWEST {
            continue;
        }
        let mut pieces = Vec::new();
        walk(graph, lines, &members, head, &mut pieces);
        let rows = rows(pieces, lines[head].abi);
        if rows.len() < FEWEST {
            continue;
        }
        replace(graph, head, &members, rows);
    }
}

/// Whether a box compares the number with constants, and does nothing else.
fn tests_number(node: &Node, lines: &[Line]) -> bool {
    if !node.steps.is_empty() || !matches!(node.end, End::Tests { .. }) {
        return false;
    }
    let tests = node.insns.iter().filter(|at| lines[**at].insn.is_conditional_jump());
    let mut any = false;
    for at in tests {
        let Shape::Test { holds, .. } = &lines[*at].shape else { return false };
        let insn = lines[*at].insn;
        let compares = insn.code & code::X == 0 && insn.code & 0xf0 != code::JSET;
        if !(compares && holds.starts_with("nr ")) {
            return false;
        }
        any = true;
    }
    any
}

/// The boxes of a search: those that only it leads to.
fn members(graph: &Graph, head: usize, lines: &[Line]) -> BTreeSet<usize> {
    let mut entries: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for node in graph.nodes.values() {
        for (to, ..) in node.ways() {
            if let To::Node(index) = to {
                entries.entry(index).or_default().push(node.index);
            }
        }
    }
    let mut members = BTreeSet::from([head]);
    // Ways lead forward only, so whatever leads to a box is decided before the box itself.
    for (index, node) in graph.nodes.range(head + 1..) {
        let inside = entries.get(index).is_some_and(|from| from.iter().all(|from| members.contains(from)));
        if inside && tests_number(node, lines) {
            members.insert(*index);
        }
    }
    members
}

/// Follows every number through the search.
fn walk(graph: &Graph, lines: &[Line], members: &BTreeSet<usize>, head: usize, pieces: &mut Vec<Piece>) {
    let mut open = vec![(0_u32, u32::MAX, To::Node(head))];
    while let Some((from, to, at)) = open.pop() {
        let node = match at {
            To::Node(index) if members.contains(&index) => graph.nodes.get(&index),
            _ => None,
        };
        let Some(node) = node else {
            pieces.push((from, to, at));
            continue;
        };
        let End::Tests { yes, no, .. } = &node.end else { continue };
        let mut rest = vec![(from, to)];
        for at in node.insns.iter().filter(|at| lines[**at].insn.is_conditional_jump()) {
            let insn = lines[*at].insn;
            let mut left = Vec::new();
            for (from, to) in rest {
                for (holds, from, to) in cut(insn.code, insn.k, from, to) {
                    if holds { open.push((from, to, *yes)) } else { left.push((from, to)) }
                }
            }
            rest = left;
        }
        open.extend(rest.into_iter().map(|(from, to)| (from, to, *no)));
    }
}

/// A range of numbers cut where a comparison changes.
fn cut(code: u16, k: u32, from: u32, to: u32) -> Vec<(bool, u32, u32)> {
    let (low, high) = match code & 0xf0 {
        code::JEQ => (k, k),
        code::JGE => (k, u32::MAX),
        _ if k == u32::MAX => return vec![(false, from, to)],
        _ => (k + 1, u32::MAX),
    };
    let mut parts = Vec::new();
    if from < low {
        parts.push((false, from, to.min(low - 1)));
    }
    if from <= high && to >= low {
        parts.push((true, from.max(low), to.min(high)));
    }
    if to > high {
        parts.push((false, from.max(high + 1), to));
    }
    parts
}

/// The outcomes in the order of their first numbers, each with its calls; the one with most numbers is for all others.
fn rows(mut pieces: Vec<Piece>, abi: Option<Abi>) -> Vec<(Vec<String>, To)> {
    pieces.sort_unstable_by_key(|(from, ..)| *from);
    let mut size: Vec<(To, u64)> = Vec::new();
    for (from, to, way) in &pieces {
        let count = u64::from(to - from) + 1;
        match size.iter_mut().find(|(known, _)| known == way) {
            Some((_, total)) => *total += count,
            None => size.push((*way, count)),
        }
    }
    let Some((others, _)) = size.iter().max_by_key(|(_, total)| *total).copied() else { return Vec::new() };
    let mut rows: Vec<(Vec<String>, To)> = Vec::new();
    for (way, _) in size.iter().filter(|(way, _)| *way != others) {
        let own = pieces.iter().filter(|(.., known)| known == way);
        rows.push((own.flat_map(|(from, to, _)| names(*from, *to, abi)).collect(), *way));
    }
    rows.push((vec!["all others".to_owned()], others));
    rows
}

fn names(from: u32, to: u32, abi: Option<Abi>) -> Vec<String> {
    const LONGEST: u32 = 40;
    let name = |nr: u32| {
        let own = Abi::of_call(abi?.audit_arch(), nr)?;
        let name = Sysno { abi: own, nr }.name()?;
        // x32 has the same names for other numbers.
        Some(if own == Abi::X32 { format!("x32.{name}") } else { name.to_owned() })
    };
    if to - from < LONGEST {
        return (from..=to).map(|nr| name(nr).unwrap_or_else(|| shown(nr))).collect();
    }
    vec![format!("{}…{}", shown(from), shown(to))]
}

fn shown(nr: u32) -> String {
    if nr < 0x10000 { nr.to_string() } else { format!("{nr:#x}") }
}

fn replace(graph: &mut Graph, head: usize, members: &BTreeSet<usize>, rows: Vec<(Vec<String>, To)>) {
    let mut insns = Vec::new();
    let mut taken = None;
    let mut passed = false;
    for index in members {
        let Some(node) = graph.nodes.remove(index) else { continue };
        passed |= node.passed || node.took_yes || node.took_no;
        for (to, _, took) in node.ways() {
            let leaves = !matches!(to, To::Node(inner) if members.contains(&inner));
            if took && leaves {
                taken = Some(to);
            }
        }
        insns.extend(node.insns);
    }
    insns.sort_unstable();
    let end = End::Searches { rows, taken };
    let node = Node { index: head, insns, steps: Vec::new(), end, passed, took_yes: false, took_no: false };
    graph.nodes.insert(head, node);
}
