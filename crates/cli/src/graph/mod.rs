//! A filter's control flow as a drawing: tests in words, one box for tests that come to the same, answers beside
//! the tests that give them.

mod conditions;
pub(crate) mod dot;
mod fold;
mod search;
pub(crate) mod svg;

use callgate_abi::{Abi, Action};
use callgate_analyze::{Limits, Space};
use callgate_bpf::Program;
use callgate_bpf::insn::code;
use callgate_bpf::text::asm::{self, Line, Shape, Style};
use std::collections::{BTreeMap, BTreeSet};

/// Where a way leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum To {
    /// To the box that begins at this instruction.
    Node(usize),
    /// To this answer.
    Answer(u32),
    /// To whatever is in A.
    AnswerA,
}

/// How a box ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum End {
    /// With one way.
    Goes(To),
    /// With a test.
    Tests {
        /// What is compared, `nr`, and with which: several when tests were folded. Empty for other tests.
        subject: String,
        /// `openat`, `read` …
        operands: Vec<String>,
        /// The test in words, where it is no comparison for equality; each line but the last goes on.
        words: String,
        /// Where it goes on when one holds.
        yes: To,
        /// And when none does.
        no: To,
    },
    /// With a search for the number: the calls of each row, and where they go.
    Searches {
        /// The last row is for all others.
        rows: Vec<(Vec<String>, To)>,
        /// Where the call went.
        taken: Option<To>,
    },
}

/// One box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    /// Its first instruction.
    pub(crate) index: usize,
    /// All its instructions.
    pub(crate) insns: Vec<usize>,
    /// What is computed before the end.
    pub(crate) steps: Vec<String>,
    /// How it ends.
    pub(crate) end: End,
    /// A call went through it.
    pub(crate) passed: bool,
    /// The call went on by `yes`, or by the only way.
    pub(crate) took_yes: bool,
    /// The call went on by `no`.
    pub(crate) took_no: bool,
}

/// A filter's boxes, in the order of its instructions.
pub(crate) struct Graph {
    /// By their first instructions.
    pub(crate) nodes: BTreeMap<usize, Node>,
    /// Where it begins; an answer for a filter that is nothing else.
    pub(crate) start: To,
    /// Tests that come out the same for every call that gets there, and are left out.
    pub(crate) idle: usize,
}

impl Graph {
    /// The graph of a program. `executed` are the instructions that a call went through, in order.
    pub(crate) fn of(program: &Program, abi: Abi, executed: &[usize]) -> Graph {
        let lines = asm::lines(program.insns(), abi, Style::Named);
        let mut graph = blocks(&lines);
        graph.mark(executed);
        graph.leave_out_idle(program, &lines);
        graph.skip_empty();
        conditions::fold(&mut graph, program, abi, &lines);
        graph.skip_empty();
        fold::fold(&mut graph);
        search::fold(&mut graph, &lines);
        graph
    }

    /// Makes tests that decide nothing plain ways.
    fn leave_out_idle(&mut self, program: &Program, lines: &[Line]) {
        let fixed: BTreeMap<usize, bool> =
            Space::new(Limits::default()).fixed_jumps(program).into_iter().collect();
        for node in self.nodes.values_mut() {
            let outcome = node.insns.last().and_then(|last| fixed.get(last));
            if let (Some(holds), End::Tests { yes, no, .. }) = (outcome, &node.end) {
                let to = if *holds { *yes } else { *no };
                node.end = End::Goes(to);
                node.took_yes |= node.took_no;
                node.took_no = false;
                if loads(lines, to) {
                    node.steps.clear();
                }
                self.idle += 1;
            }
        }
    }

    fn mark(&mut self, executed: &[usize]) {
        let passed: BTreeSet<usize> = executed.iter().copied().collect();
        for node in self.nodes.values_mut() {
            let Some(last) = node.insns.last() else { continue };
            node.passed = passed.contains(last);
            let next = executed.iter().position(|pc| pc == last).and_then(|at| executed.get(at + 1));
            let Some(next) = next else {
                node.took_yes = node.passed;
                continue;
            };
            match &node.end {
                End::Goes(_) => node.took_yes = true,
                End::Tests { yes, no, .. } => {
                    let to = |to: &To| matches!(to, To::Node(index) if index == next);
                    // Where both lead to one place it does not matter which.
                    node.took_yes = to(yes);
                    node.took_no = !node.took_yes && to(no);
                }
                End::Searches { .. } => {}
            }
        }
    }

    /// Leads ways around boxes that do nothing, and to answers instead of boxes that only give one.
    fn skip_empty(&mut self) {
        let empty: BTreeMap<usize, To> = self
            .nodes
            .values()
            .filter(|node| node.steps.is_empty())
            .filter_map(|node| match node.end {
                End::Goes(to) => Some((node.index, to)),
                End::Tests { .. } | End::Searches { .. } => None,
            })
            .collect();
        let settle = |mut to: To| {
            while let To::Node(index) = to
                && let Some(next) = empty.get(&index)
            {
                to = *next;
            }
            to
        };
        self.start = settle(self.start);
        self.nodes.retain(|index, _| !empty.contains_key(index));
        for node in self.nodes.values_mut() {
            match &mut node.end {
                End::Goes(to) => *to = settle(*to),
                End::Tests { yes, no, .. } => {
                    *yes = settle(*yes);
                    *no = settle(*no);
                }
                End::Searches { .. } => {}
            }
        }
        self.drop_unreached();
    }

    /// Drops boxes that no way leads to any more.
    fn drop_unreached(&mut self) {
        let mut reached = BTreeSet::new();
        let mut open = vec![self.start];
        while let Some(to) = open.pop() {
            if let To::Node(index) = to
                && reached.insert(index)
                && let Some(node) = self.nodes.get(&index)
            {
                open.extend(node.ways().into_iter().map(|(to, ..)| to));
            }
        }
        self.nodes.retain(|index, _| reached.contains(index));
    }

    /// How many boxes lead to each.
    fn entries(&self) -> BTreeMap<usize, usize> {
        let mut entries: BTreeMap<usize, usize> = BTreeMap::new();
        for node in self.nodes.values() {
            let targets: BTreeSet<usize> = node
                .ways()
                .into_iter()
                .filter_map(|(to, ..)| if let To::Node(index) = to { Some(index) } else { None })
                .collect();
            for index in targets {
                *entries.entry(index).or_default() += 1;
            }
        }
        entries
    }
}

impl Node {
    /// The ways out: where to, its word, and whether the call took it.
    pub(crate) fn ways(&self) -> Vec<(To, &'static str, bool)> {
        match &self.end {
            End::Goes(to) => vec![(*to, "", self.took_yes)],
            End::Tests { yes, no, .. } => vec![(*yes, "yes", self.took_yes), (*no, "no", self.took_no)],
            End::Searches { rows, taken } => {
                rows.iter().map(|(_, to)| (*to, "", Some(*to) == *taken)).collect()
            }
        }
    }

    /// The words in the box, a line each, wrapped at `width` characters, and the line at which each way begins: all at
    /// the first, but for searches.
    pub(crate) fn words(&self, width: usize) -> (Vec<String>, Vec<usize>) {
        let mut lines = self.steps.clone();
        match &self.end {
            End::Goes(_) => {}
            End::Tests { subject, operands, words, .. } => match operands.as_slice() {
                [] => lines.extend(format!("{words} ?").lines().map(str::to_owned)),
                [one] => lines.push(format!("{subject} == {one} ?")),
                several => {
                    lines.push(format!("{subject} is one of these {} ?", several.len()));
                    wrap(several, width, &mut lines);
                }
            },
            End::Searches { rows, .. } => {
                lines.push("nr is".to_owned());
                let mut places = Vec::new();
                for (names, _) in rows {
                    places.push(lines.len());
                    wrap(names, width, &mut lines);
                }
                return (lines, places);
            }
        }
        let ways = self.ways().len();
        (lines, vec![0; ways])
    }
}

/// Words in lines of at most `width` characters, indented.
fn wrap(words: &[String], width: usize, lines: &mut Vec<String>) {
    let mut row = String::from(" ");
    for word in words {
        if row.chars().count() + word.chars().count() > width && row.trim() != "" {
            lines.push(std::mem::replace(&mut row, String::from(" ")));
        }
        row.push(' ');
        row.push_str(word);
    }
    lines.push(row);
}

/// Whether what A holds does not matter where a way leads.
fn loads(lines: &[Line], to: To) -> bool {
    match to {
        To::Node(index) => {
            let code = lines[index].insn.code;
            [code::LD_W_ABS, code::LD_IMM, code::LD_MEM, code::LD_W_LEN, code::RET_K].contains(&code)
        }
        To::Answer(_) => true,
        To::AnswerA => false,
    }
}

/// Basic blocks of what calls reach.
fn blocks(lines: &[Line]) -> Graph {
    let mut nodes: BTreeMap<usize, Node> = BTreeMap::new();
    let mut current: Option<Node> = None;
    for line in lines.iter().filter(|line| line.reachable) {
        let at = line.index;
        if line.targeted
            && let Some(mut open) = current.take()
        {
            open.end = End::Goes(To::Node(at));
            nodes.insert(open.index, open);
        }
        let mut node = current.take().unwrap_or_else(|| Node {
            index: at,
            insns: Vec::new(),
            steps: Vec::new(),
            end: End::Goes(To::Node(at)),
            passed: false,
            took_yes: false,
            took_no: false,
        });
        node.insns.push(at);
        node.end = match &line.shape {
            Shape::Straight => {
                // The tests name what they look at, so loads of the call's words need no line.
                if line.insn.code != code::LD_W_ABS {
                    node.steps.push(line.text.clone());
                }
                current = Some(node);
                continue;
            }
            Shape::Goto(to) => End::Goes(To::Node(*to)),
            Shape::Return(ret) => End::Goes(To::Answer(*ret)),
            Shape::ReturnA => End::Goes(To::AnswerA),
            Shape::Test { holds, yes, no, .. } => {
                let (subject, operands) = match holds.split_once(" == ") {
                    Some((subject, operand)) => (subject.to_owned(), vec![operand.to_owned()]),
                    None => (String::new(), Vec::new()),
                };
                let (yes, no) = (To::Node(*yes), To::Node(*no));
                End::Tests { subject, operands, words: holds.clone(), yes, no }
            }
        };
        nodes.insert(node.index, node);
    }
    Graph { nodes, start: To::Node(0), idle: 0 }
}

/// The colour of an answer, light enough for dark letters on it.
pub(crate) fn colour(ret: u32) -> &'static str {
    match Action::from_ret(ret) {
        Action::Allow => "#c8e6c9",
        Action::Log => "#b2ebf2",
        Action::Trace(_) | Action::UserNotif => "#bbdefb",
        Action::Errno(_) => "#fff0b3",
        Action::Trap(_) => "#e1bee7",
        Action::KillThread | Action::KillProcess => "#ffcdd2",
    }
}

/// An answer in words.
pub(crate) fn answer(to: To) -> Option<(String, &'static str)> {
    match to {
        To::Node(_) => None,
        To::Answer(ret) => Some((crate::action::words(ret), colour(ret))),
        To::AnswerA => Some(("return A".to_owned(), "#e0e0e0")),
    }
}
