//! From [`Node`]s to instructions: distances first, then the names, each by what is known where it stands.

use super::names::{Scope, Unnamed, call_on, half_offset};
use super::parse::{MOST, Source};
use super::tree::{Kind, Node, Target, Term};
use crate::flow::Flow;
use crate::insn::{Insn, code};
use crate::text::place::{Place, Reason, TextError};
use callgate_abi::Abi;

/// A program assembled, and the line of each instruction.
pub(super) struct Assembled {
    pub(super) insns: Vec<Insn>,
    pub(super) lines: Vec<usize>,
}

/// Which ways of a branch are too far for its 8 bits, and so go over a jump of their own.
#[derive(Debug, Clone, Copy, Default)]
struct Far {
    yes: bool,
    no: bool,
}

impl Far {
    fn size(self) -> usize {
        1 + usize::from(self.yes) + usize::from(self.no)
    }
}

struct Layout<'s, 't> {
    text: &'t str,
    source: &'s Source<'t>,
    far: Vec<Far>,
    /// Address of each node, and behind the last.
    addresses: Vec<usize>,
}

pub(super) fn assemble(text: &str, source: &Source<'_>, assumed: Abi) -> Result<Assembled, TextError> {
    let mut layout =
        Layout { text, source, far: vec![Far::default(); source.nodes.len()], addresses: Vec::new() };
    layout.check_labels()?;
    layout.settle();
    layout.emit(assumed)
}

impl<'t> Layout<'_, 't> {
    fn wrong(&self, span: &std::ops::Range<usize>, reason: Reason) -> TextError {
        TextError::at(self.text, span.start, span.end, reason)
    }

    /// The node a jump leads to; it must come later.
    fn node(&self, from: usize, target: &Target<'t>) -> Option<usize> {
        match target {
            Target::Next => Some(from + 1),
            Target::Brace(place) => Some(self.source.braces[*place]),
            Target::Label(name, _) => self.source.labels.get(name).copied(),
        }
    }

    fn check_labels(&self) -> Result<(), TextError> {
        for (at, node) in self.source.nodes.iter().enumerate() {
            let targets = match &node.kind {
                Kind::Goto(target) => vec![target],
                Kind::Branch { yes, no, .. } => vec![yes, no],
                _ => continue,
            };
            for target in targets {
                let led = self.node(at, target);
                match (target, led) {
                    (Target::Label(name, span), None) => {
                        let near = callgate_abi::suggest::nearest(name, self.source.labels.keys().copied());
                        let near = near.map(str::to_owned);
                        return Err(self.wrong(span, Reason::UnknownLabel { name: (*name).to_owned(), near }));
                    }
                    (Target::Label(name, span), Some(led)) if led <= at => {
                        return Err(self.wrong(span, Reason::Backward((*name).to_owned())));
                    }
                    (_, Some(led)) if led >= self.source.nodes.len() => {
                        return Err(self.wrong(&node.span, Reason::FallsOffEnd));
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    }

    /// Lengthens branches until every way of each fits. They only grow, so this ends.
    fn settle(&mut self) {
        loop {
            self.addresses.clear();
            let mut address = 0;
            for (node, far) in self.source.nodes.iter().zip(&self.far) {
                self.addresses.push(address);
                address += if matches!(node.kind, Kind::Branch { .. }) { far.size() } else { 1 };
            }
            self.addresses.push(address);
            let mut grown = false;
            for (at, node) in self.source.nodes.iter().enumerate() {
                if let Kind::Branch { yes, no, .. } = &node.kind {
                    let from = self.addresses[at] + 1;
                    let too_far = |target: &Target<'t>| {
                        self.node(at, target).is_some_and(|led| self.addresses[led] - from > 255)
                    };
                    let far = self.far[at];
                    let new = Far { yes: far.yes || too_far(yes), no: far.no || too_far(no) };
                    grown |= new.size() > far.size();
                    self.far[at] = new;
                }
            }
            if !grown {
                return;
            }
        }
    }

    fn address(&self, at: usize, target: &Target<'t>) -> usize {
        self.addresses[self.node(at, target).unwrap_or(at)]
    }

    fn emit(&self, assumed: Abi) -> Result<Assembled, TextError> {
        let total = self.addresses.last().copied().unwrap_or(0);
        if total > MOST {
            return Err(Reason::TooManyInstructions(MOST).into());
        }
        let mut flow = Flow::start(total, assumed);
        let mut done = Assembled { insns: Vec::with_capacity(total), lines: Vec::with_capacity(total) };
        let mut line = LineCounter { text: self.text, at: 0, line: 1 };
        for (at, node) in self.source.nodes.iter().enumerate() {
            let here = line.of(node.span.start);
            let first = done.insns.len();
            let scope = Scope { state: flow.before(first), assumed };
            self.node_insns(at, node, scope, &mut done.insns)?;
            done.lines.resize(done.insns.len(), here);
            for index in first..done.insns.len() {
                flow.step(index, done.insns[index]);
            }
        }
        Ok(done)
    }

    fn node_insns(
        &self,
        at: usize,
        node: &Node<'t>,
        scope: Scope<'_>,
        out: &mut Vec<Insn>,
    ) -> Result<(), TextError> {
        let here = out.len();
        match &node.kind {
            Kind::Ready(insn) => out.push(*insn),
            Kind::Half { arg, high } => {
                out.push(Insn::ld_abs(half_offset(*arg, *high, scope.assumed.endian())));
            }
            Kind::Argument { call, name, high, name_span } => {
                let position = match call {
                    Some(call) => scope.position_in(call, name),
                    None => scope.position(name),
                };
                let Some(position) = position else {
                    let reason = if call.is_none() && scope.calls().is_none() {
                        Reason::WhichCall((*name).to_owned())
                    } else {
                        Reason::unknown("argument", name, scope.suggest_arg(name))
                    };
                    return Err(self.wrong(name_span, reason));
                };
                out.push(Insn::ld_abs(half_offset(Some(position), *high, scope.assumed.endian())));
            }
            Kind::Constant { code, operand } => {
                out.push(Insn::new(*code, 0, 0, self.value(operand, scope)?));
            }
            Kind::Goto(target) => out.push(Insn::ja((self.address(at, target) - here - 1) as u32)),
            Kind::Branch { code, operand, yes, no } => {
                let k = match operand {
                    Some(operand) => self.value(operand, scope)?,
                    None => 0,
                };
                let far = self.far[at];
                // A far way goes to a jump right behind the branch: that of `yes` first.
                let jt = if far.yes { 0 } else { self.address(at, yes) - here - 1 };
                let jf = if far.no { usize::from(far.yes) } else { self.address(at, no) - here - 1 };
                out.push(Insn::new(*code, jt as u8, jf as u8, k));
                for (target, far) in [(yes, far.yes), (no, far.no)] {
                    if far {
                        let jump = out.len();
                        out.push(Insn::ja((self.address(at, target) - jump - 1) as u32));
                    }
                }
            }
        }
        Ok(())
    }

    fn value(&self, operand: &[Term<'t>], scope: Scope<'_>) -> Result<u32, TextError> {
        operand.iter().try_fold(0, |sum, term| {
            let value = match term {
                Term::Number(number) => *number,
                Term::Name { abi, name, span } => {
                    let value = match abi {
                        Some(abi) => call_on(abi, name),
                        None => scope.value(name),
                    };
                    value.map_err(|unnamed| {
                        let reason = match unnamed {
                            Unnamed::Unknown(near) => Reason::unknown("name", name, near),
                            Unnamed::WhichAbi => Reason::WhichAbi((*name).to_owned()),
                            Unnamed::NotOn(abi) => Reason::NotOn { name: (*name).to_owned(), abi },
                            Unnamed::WhichHalf => Reason::NumberTooLarge,
                        };
                        self.wrong(span, reason)
                    })?
                }
            };
            Ok(sum | value)
        })
    }
}

/// The lines of places that come in order.
struct LineCounter<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl LineCounter<'_> {
    fn of(&mut self, place: usize) -> usize {
        if place < self.at {
            return Place::of(self.text, place, place).line;
        }
        self.line += self.text[self.at..place].matches('\n').count();
        self.at = place;
        self.line
    }
}

/// Whether the operation's operand is a set of bits.
pub(super) fn is_bits(code: u16) -> bool {
    matches!(code & 0xf7, BITS_AND | BITS_OR | BITS_XOR | BITS_TEST)
}

const BITS_AND: u16 = code::ALU | code::AND;
const BITS_OR: u16 = code::ALU | code::OR;
const BITS_XOR: u16 = code::ALU | code::XOR;
const BITS_TEST: u16 = code::JMP | code::JSET;
